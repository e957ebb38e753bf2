//! What stands beside a quote.

use super::lexicon::is_capital;
use super::marks::Segment;
use super::speaker::Clause;
use super::words::Word;
use crate::Span;

/// The most words of a sentence that are looked at on one side of a quote.
pub(super) const SENTENCE: usize = 45;
/// What stands beside a quote.
pub(super) struct Beside<'w> {
    pub(super) left: &'w [Word],
    pub(super) right: &'w [Word],
    /// The words of the sentence before, if the quote begins a sentence.
    pub(super) lead: &'w [Word],
    /// The last sentence of the paragraph before, if the quote stands in the first sentence of its own.
    pub(super) before: &'w [Word],
    /// The last mark before the quote and the first after it.
    pub(super) mark_before: Option<char>,
    pub(super) mark_after: Option<char>,
    /// Whether that sentence stands in the same paragraph.
    pub(super) lead_here: bool,
    pub(super) follows_quote: bool,
    /// Whether the words after it go up to another quote within the paragraph.
    pub(super) followed: bool,
    /// Whether the words after it end in a colon before another quote.
    pub(super) leads_on: bool,
}

impl<'w> Beside<'w> {
    /// What is beside a segment, within `around`; `lead` is the last sentence of the paragraph before.
    pub(super) fn new(
        text: &str,
        words: &'w [Word],
        lead: &'w [Word],
        segment: &Segment,
        around: Span,
        follows: bool,
    ) -> Self {
        let index = |at: usize| words.partition_point(|word| word.span.start < at);
        let (from, to) = (index(around.start), index(segment.outer.start));
        let (begin, end) = (index(segment.outer.end), index(around.end));
        let all = words.get(from.max(to.saturating_sub(2 * SENTENCE))..to).unwrap_or_default();
        let gap = |span: Span| text.get(span).unwrap_or_default();
        let left_gap = gap(all.last().map_or(around.start, |word| word.span.end)..segment.outer.start);
        let mark_before = left_gap.chars().rev().take(6).find(|c| !c.is_whitespace());
        let stopped = matches!(mark_before, Some('.' | '!' | '?' | '…'));
        let cut = if stopped { all.len() } else { all.iter().rposition(|word| word.stop).unwrap_or(0) };
        let left = all.get(cut..).unwrap_or_default();
        let left = left.get(left.len().saturating_sub(SENTENCE)..).unwrap_or_default();
        let sentence_before = all.get(..cut).unwrap_or_default();
        let before = if follows || !sentence_before.is_empty() { &[] } else { lead };
        let lead = if cut > 0 && !left.is_empty() || !sentence_before.is_empty() {
            let start = sentence_before.iter().rposition(|word| word.stop).unwrap_or(0);
            sentence_before.get(start..).unwrap_or_default()
        } else if follows || !left.is_empty() {
            &[]
        } else {
            lead
        };
        let tail = words.get(begin..end.min(begin + SENTENCE)).unwrap_or_default();
        let right_gap = gap(segment.outer.end..tail.first().map_or(around.end, |word| word.span.start));
        let mark_after = right_gap.chars().take(6).find(|c| !c.is_whitespace());
        let sentence = tail.iter().skip(1).position(|word| word.stop).map_or(tail.len(), |at| at + 1);
        let right = if matches!(mark_after, Some('.' | '!' | '?' | '…')) { 0 } else { sentence };
        let rest = gap(tail.last().map_or(around.end, |word| word.span.end)..around.end);
        Self {
            followed: sentence == tail.len() && words.last().is_some_and(|last| last.span.start >= around.end),
            leads_on: sentence == tail.len() && rest.trim_end().ends_with(':'),
            lead_here: !sentence_before.is_empty(),
            left,
            right: tail.get(..right).unwrap_or_default(),
            lead,
            before,
            mark_before,
            mark_after,
            follows_quote: follows,
        }
    }
}

/// Whether a few words stand within a name: Luis “El Loco” Rua.
pub(super) fn nickname(left: &Clause<'_>, right: &Clause<'_>, beside: &Beside<'_>) -> bool {
    let word = |clause: &Clause<'_>, word: Option<&Word>| {
        word.and_then(|word| clause.text.get(word.span.clone())).is_some_and(is_capital)
    };
    let apart = |mark: Option<char>| mark.is_some_and(|c| !c.is_alphanumeric());
    word(left, left.words.last())
        && word(right, right.words.first())
        && !apart(beside.mark_before)
        && !apart(beside.mark_after)
}

/// Whether words are written as the title of a song, a book or a film.
pub(super) fn is_title(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let capital = |word: &str| word.starts_with(char::is_uppercase) || word.len() < 4;
    count > 1
        && count < 8
        && words.split_whitespace().all(capital)
        && words.chars().filter(|c| c.is_uppercase()).count() > 1
        && !words.ends_with([',', '.', '!', '?'])
}

/// A span without the white space at its ends.
pub(super) fn trim(text: &str, span: &Span) -> Span {
    let words = text.get(span.clone()).unwrap_or_default();
    let start = span.start + (words.len() - words.trim_start().len());
    start..start.max(span.start + words.trim_end().len())
}
