//! Quotes whose marks were forgotten: ended by their cue, or begun by none.

use super::lexicon::{is_auxiliary, is_capital, is_cue, is_determiner, is_pronoun, is_role, stops_description};
use super::marks::Segment;
use super::words::Word;
use crate::Span;

/// The most words of a name or description after a cue.
const SPEAKER: usize = 7;

/// Ends quotes before a cue that stands within them (`“We were poor, said Kane.`), goes on after it, and finds where a
/// quote begins of which only the end is marked. What cannot be mended is left out.
pub(super) fn mend(text: &str, paragraph: &Span, words: &[Word], segments: Vec<Segment>) -> Vec<Segment> {
    if segments.iter().all(|segment| segment.closed && segment.opened)
        && !segments.iter().any(|segment| may_hide(text, segment))
    {
        return segments;
    }
    let mut mended: Vec<Segment> = Vec::with_capacity(segments.len());
    for segment in segments {
        if segment.stray {
            mended.extend(begun(text, paragraph, words, segment, mended.last()));
            continue;
        }
        let from = words.partition_point(|word| word.span.start < segment.inner.start);
        let to = words.partition_point(|word| word.span.end <= segment.inner.end);
        let inside = words.get(from..to).unwrap_or_default();
        let Some((at, after)) = cue_inside(text, inside, segment.closed) else {
            mended.push(segment);
            continue;
        };
        let (Some(last), Some(cue)) = (at.checked_sub(1).and_then(|at| inside.get(at)), inside.get(at)) else {
            mended.push(segment);
            continue;
        };
        let gap = text.get(last.span.end..cue.span.start).unwrap_or_default();
        let end = last.span.end + gap.trim_end().len();
        mended.push(Segment {
            outer: segment.outer.start..end,
            inner: segment.inner.start..end,
            closed: false,
            cued: true,
            ..segment.clone()
        });
        // A closing mark further on ends what was said after the cue.
        if let Some(next) = inside.get(after).filter(|_| segment.closed) {
            mended.push(Segment {
                outer: next.span.start..segment.outer.end,
                inner: next.span.start..segment.inner.end,
                opened: false,
                ..segment
            });
        }
    }
    mended
}

/// Cheap: whether a closed quote may have a cue in it.
fn may_hide(text: &str, segment: &Segment) -> bool {
    let words = text.get(segment.inner.clone()).unwrap_or_default();
    [", said ", ", says ", ", added "].iter().any(|cue| words.contains(cue))
}

/// The first word of a cue within a quote, and the first after its speaker.
fn cue_inside(text: &str, words: &[Word], closed: bool) -> Option<(usize, usize)> {
    let word = |at: usize| words.get(at).and_then(|word| text.get(word.span.clone())).unwrap_or_default();
    let breaks = |at: usize| words.get(at).is_none_or(|word| word.comma || word.stop || word.colon);
    for at in 2..words.len() {
        // All of it said Arrigo Sacchi: no mark at all.
        if !closed && matches!(word(at), "said" | "says") && !is_auxiliary(word(at - 1)) && !is_pronoun(word(at - 1)) {
            let run = (at + 1..at + 4).take_while(|&next| is_capital(word(next)) && (next == at + 1 || !breaks(next)));
            let end = at + 1 + run.count();
            let named = end > at + 1 && word(at + 1) != "I" && !breaks(at + 1);
            if named && (end == words.len() || words.get(end).is_some_and(|word| word.comma)) {
                let after = (end..words.len()).find(|&place| words.get(place).is_some_and(|word| word.stop));
                return Some((at, after.unwrap_or(words.len())));
            }
        }
        let Some(first) = words.get(at).filter(|word| word.comma || word.stop) else { continue };
        let own = word(at);
        if is_cue(own) && !is_capital(own) {
            let name = is_capital(word(at + 1)) && word(at + 1) != "I";
            let described = is_determiner(word(at + 1)) && (at + 2..at + 6).any(|place| is_role(word(place)));
            if breaks(at + 1) || !(name || described) {
                continue;
            }
            let after = (at + 2..words.len()).find(|&place| words.get(place).is_some_and(|word| word.stop));
            let after = after.unwrap_or(words.len());
            if after - at <= SPEAKER + 4 {
                return Some((at, after));
            }
        } else if !closed && first.comma && is_capital(own) && own != "I" {
            let run =
                (at..at + 4).take_while(|&place| is_capital(word(place)) && (place == at || !breaks(place))).count();
            let cue = at + run;
            let ends = breaks(cue + 1) || stops_description(word(cue + 1));
            if !breaks(cue) && is_cue(word(cue)) && ends {
                let after = (cue + 1..words.len()).find(|&place| words.get(place).is_some_and(|word| word.stop));
                return Some((at, after.unwrap_or(words.len())));
            }
        }
    }
    None
}

/// A quote with its end only: from the start of the paragraph if its cue follows, or from the sentence after the quote
/// before it to the end of the paragraph.
fn begun(text: &str, paragraph: &Span, words: &[Word], segment: Segment, before: Option<&Segment>) -> Option<Segment> {
    let inner = text.get(segment.inner.clone()).unwrap_or_default().trim_end();
    if !inner.ends_with([',', '.', '!', '?', '…']) {
        return None;
    }
    let after = words.partition_point(|word| word.span.start < segment.outer.end);
    let word = |at: usize| words.get(at).and_then(|word| text.get(word.span.clone())).unwrap_or_default();
    let start = match before {
        None => {
            let cue = (after..after + 4).any(|at| is_cue(word(at)) && !is_capital(word(at)));
            cue.then_some(segment.outer.start)?
        }
        Some(_) if segment.outer.end < paragraph.end => return None,
        Some(before) => {
            let from = words.partition_point(|word| word.span.start < before.outer.end);
            let next = words.get(from..after).unwrap_or_default().iter().skip(1).find(|word| word.stop)?;
            next.span.start
        }
    };
    (start < segment.inner.end).then_some(Segment {
        outer: start..segment.outer.end,
        inner: start..segment.inner.end,
        stray: false,
        ..segment
    })
}
