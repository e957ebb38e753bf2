//! Which marks of quotation open and close what.
//!
//! A machine walks each paragraph once. The white space around a mark says which way it faces; its shape is asked only
//! where that does not tell, since reports mix straight, curly and doubled single marks, often within one quote.

use crate::Span;

/// Words between marks of quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    /// With its marks.
    pub(super) outer: Span,
    /// Without them.
    pub(super) inner: Span,
    /// Whether the closing mark is there.
    pub(super) closed: bool,
    /// Whether the opening mark is there.
    pub(super) opened: bool,
    /// Whether only a closing mark tells of it, so that where it begins is not known.
    pub(super) stray: bool,
    /// Whether it ends where its cue begins, for want of a mark.
    pub(super) cued: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Faces {
    Open,
    Close,
    Either,
}

#[derive(Debug, Clone)]
struct Mark {
    span: Span,
    double: bool,
    faces: Faces,
    /// A letter or nothing that a single mark could belong to as an apostrophe.
    possessive: bool,
    /// A comma, full stop or their like stands before it.
    ends_sentence: bool,
}

/// Words that begin with an apostrophe.
const ELISIONS: &[&str] = &["tis", "twas", "til", "em", "cause", "n", "cos", "bout", "ere", "ave", "im"];

/// The quotes of a paragraph, outermost only. With `goes_on`, the paragraph before ended within a quote.
pub(super) fn segments(text: &str, paragraph: &Span, goes_on: bool) -> Vec<Segment> {
    let marks = marks(text, paragraph);
    let closers = closers_after(&marks);
    let mut found = Vec::new();
    // Marks that are open, outermost first, as places in `marks`.
    let mut open: Vec<usize> = Vec::new();
    let mut doubles = 0usize;
    for (index, mark) in marks.iter().enumerate() {
        let (closers_double, closers_single) = closers.get(index).copied().unwrap_or_default();
        let top_is_single = open.last().and_then(|&top| marks.get(top)).is_some_and(|top| !top.double);
        if mark.double {
            let opens = match mark.faces {
                Faces::Open => true,
                Faces::Close => false,
                Faces::Either => doubles == 0,
            };
            if opens && doubles > 0 && closers_double <= doubles {
                // No closing mark is left for it: the one before was never closed.
                let from = open.iter().position(|&at| marks.get(at).is_some_and(|mark| mark.double)).unwrap_or(0);
                if from == 0 {
                    unclosed(text, &marks, &open, mark.span.start, &mut found);
                    open.clear();
                    doubles = 0;
                } else {
                    open.truncate(from);
                    doubles = 0;
                }
                open.push(index);
                doubles += 1;
            } else if opens {
                open.push(index);
                doubles += 1;
            } else if doubles > 0 {
                let last = open.iter().rposition(|&at| marks.get(at).is_some_and(|mark| mark.double)).unwrap_or(0);
                doubles -= 1;
                close(&marks, &mut open, last, mark, &mut found);
                // “We ran.”You ran,” he said: no mark opens the second.
                let next = marks.get(index + 1);
                let runs_on = next.is_some_and(|next| next.double && next.faces == Faces::Close && ends(text, next));
                if open.is_empty() && runs_on && mark.ends_sentence && begins_at(text, mark.span.end) {
                    open.push(index);
                    doubles = 1;
                }
            } else if goes_on && found.is_empty() && open.is_empty() {
                let start = paragraph.start;
                found.push(Segment {
                    outer: start..mark.span.end,
                    inner: start..mark.span.start,
                    closed: true,
                    opened: false,
                    stray: false,
                    cued: false,
                });
            } else if open.is_empty() {
                found.push(stray(paragraph, &found, mark));
            } else if top_is_single && closers_single == 0 && ends(text, mark) {
                // ‘We lost,” said Reed: opened by one kind and closed by the other.
                close(&marks, &mut open, 0, mark, &mut found);
            }
        } else if doubles == 1
            && open.len() == 1
            && closers_double == 0
            && mark.faces == Faces::Close
            && ends(text, mark)
        {
            close(&marks, &mut open, 0, mark, &mut found);
            doubles = 0;
        } else if mark.faces == Faces::Open && !mark.possessive {
            let led = text.get(paragraph.start..mark.span.start).is_some_and(|left| left.trim_end().ends_with(':'));
            // 'We lost,' Reed said. 'It hurts. (And so on in the next paragraph.)
            let again = || {
                let left = text.get(paragraph.start..mark.span.start).unwrap_or_default().trim_end();
                let begins = text.get(mark.span.end..).is_some_and(|right| right.starts_with(char::is_uppercase));
                found.last().is_some_and(|last: &Segment| last.closed && !is_double(text, last))
                    && left.ends_with(['.', '!', '?'])
                    && begins
            };
            let first = open.is_empty() && (mark.span.start == paragraph.start || led || again());
            // Two closing marks before the next opening one: a quote within the quote.
            if if top_is_single { closers_single > 1 } else { closers_single > 0 || first } {
                open.push(index);
            }
        } else if mark.faces != Faces::Open && top_is_single && !(mark.possessive && closers_single > 0) {
            let last = open.len() - 1;
            close(&marks, &mut open, last, mark, &mut found);
        } else if mark.faces == Faces::Close && mark.ends_sentence && open.is_empty() && found.is_empty() {
            let ended = stray(paragraph, &found, mark);
            found.push(Segment { stray: !goes_on, ..ended });
        }
    }
    unclosed(text, &marks, &open, paragraph.end, &mut found);
    found
}

/// Whether a sentence begins right at a place, without a space before it.
fn begins_at(text: &str, place: usize) -> bool {
    text.get(place..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// Whether a closing mark stands beside a comma or at the end of a sentence, where no apostrophe does.
fn ends(text: &str, mark: &Mark) -> bool {
    mark.ends_sentence || text.get(mark.span.end..).is_some_and(|after| after.starts_with(','))
}

/// Whether a segment is between double marks.
fn is_double(text: &str, segment: &Segment) -> bool {
    let mark = text.get(segment.outer.start..segment.inner.start).unwrap_or_default();
    mark.starts_with(['"', '“', '”', '„', '‟', '«', '»']) || mark.chars().count() > 1
}

/// What ends at a closing mark that nothing opened.
fn stray(paragraph: &Span, found: &[Segment], mark: &Mark) -> Segment {
    let start = found.last().map_or(paragraph.start, |last| last.outer.end);
    Segment {
        outer: start..mark.span.end,
        inner: start..mark.span.start,
        closed: true,
        opened: false,
        stray: true,
        cued: false,
    }
}

/// Where a quote begins with its mark: behind it, where the mark closes the quote before.
fn start_of(first: &Mark, found: &[Segment]) -> usize {
    let shared = found.last().is_some_and(|last| last.outer.end > first.span.start);
    if shared { first.span.end } else { first.span.start }
}

/// Closes the mark at `place` and whatever is open within it.
fn close(marks: &[Mark], open: &mut Vec<usize>, place: usize, mark: &Mark, found: &mut Vec<Segment>) {
    if let (0, Some(first)) = (place, open.first().and_then(|&first| marks.get(first))) {
        found.push(Segment {
            outer: start_of(first, found)..mark.span.end,
            inner: first.span.end..mark.span.start,
            closed: true,
            opened: true,
            stray: false,
            cued: false,
        });
    }
    open.truncate(place);
}

/// Ends the outermost open quote at `end` without a mark.
fn unclosed(text: &str, marks: &[Mark], open: &[usize], end: usize, found: &mut Vec<Segment>) {
    let Some(first) = open.first().and_then(|&first| marks.get(first)) else { return };
    let words = text.get(first.span.end..end).unwrap_or_default();
    let end = first.span.end + words.trim_end().len();
    found.push(Segment {
        outer: start_of(first, found)..end,
        inner: first.span.end..end,
        closed: false,
        opened: true,
        stray: false,
        cued: false,
    });
}

/// For each mark, how many closing marks come after it: double ones, and single ones before the next single opening.
fn closers_after(marks: &[Mark]) -> Vec<(usize, usize)> {
    let mut counts = vec![(0, 0); marks.len()];
    let (mut double, mut single) = (0usize, 0usize);
    for (index, mark) in marks.iter().enumerate().rev() {
        if let Some(count) = counts.get_mut(index) {
            *count = (double, single);
        }
        match (mark.double, mark.faces) {
            (true, Faces::Close | Faces::Either) => double += 1,
            (false, Faces::Open) if !mark.possessive => single = 0,
            (false, Faces::Close) if !mark.possessive => single += 1,
            // The plural's apostrophe may still be the end of a quote if no other is there.
            (false, _) if single == 0 => single = usize::from(mark.faces != Faces::Open),
            _ => {}
        }
    }
    counts
}

fn marks(text: &str, paragraph: &Span) -> Vec<Mark> {
    let words = text.get(paragraph.clone()).unwrap_or_default();
    let mut marks: Vec<Mark> = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let start = paragraph.start + at;
        let mut end = start + c.len_utf8();
        let double = match c {
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '＂' => true,
            '\'' | '‘' | '’' | '‛' | '`' | '´' | '‚' => {
                let pair = chars.next_if(|(_, next)| matches!(next, '\'' | '‘' | '’' | '`' | '´'));
                if let Some((_, next)) = pair {
                    end += next.len_utf8();
                }
                pair.is_some()
            }
            _ => {
                before = Some(c);
                continue;
            }
        };
        let after = chars.peek().map(|&(_, next)| next);
        // You’’re: an apostrophe written twice.
        let within = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        if double && within && matches!(c, '’' | '\'' | '‘') {
            before = Some(c);
            continue;
        }
        let last = marks.last().filter(|last| last.span.end == start).map(|last| last.faces);
        let can_open = match (last, before) {
            (Some(faces), _) => faces != Faces::Close,
            (None, None) => true,
            (None, Some(c)) => c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | ':' | '>'),
        } && after.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ':' | ')' | ']'));
        let can_close = match last {
            Some(faces) => faces != Faces::Open,
            None => before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '{')),
        } && after.is_none_or(|c| !c.is_alphanumeric());
        let shape = match c {
            '“' | '‟' | '„' | '«' | '‹' => Faces::Open,
            '‘' | '‛' | '`' | '‚' if !double => Faces::Open,
            '”' | '»' | '›' => Faces::Close,
            '’' | '´' if !double => Faces::Close,
            _ => Faces::Either,
        };
        // Of two quotes run together the second: conference.”There was.
        let glued = double
            && !can_open
            && !can_close
            && matches!(before, Some('.' | '!' | '?'))
            && after.is_some_and(char::is_alphabetic);
        let faces = match (can_open, can_close) {
            (true, false) => Faces::Open,
            (false, true) => Faces::Close,
            _ if glued && shape == Faces::Close => Faces::Either,
            _ => shape,
        };
        if !double && !can_open && !can_close {
            // Between letters, or alone: an apostrophe.
            before = Some(c);
            continue;
        }
        let possessive = !double && is_apostrophe(words, at, end - paragraph.start, before, faces);
        let ends_sentence = matches!(before, Some(',' | '.' | '!' | '?' | '…'));
        marks.push(Mark { span: start..end, double, faces, possessive, ends_sentence });
        before = Some(c);
    }
    marks
}

/// Whether a single mark may as well be the apostrophe of `Lloris’ bar`, `’90s` or `'em`.
fn is_apostrophe(words: &str, start: usize, end: usize, before: Option<char>, faces: Faces) -> bool {
    let rest = words.get(end..).unwrap_or_default();
    if faces == Faces::Open {
        let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(8).collect();
        let decade = word.len() == 3 && word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_digit());
        let year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        return decade
            || year
            || ELISIONS.contains(&word.to_lowercase().as_str())
            || (word.is_empty() && rest.is_empty());
    }
    let plural = before.is_some_and(|c| matches!(c, 's' | 'S' | 'z' | 'x'));
    let clipped = words.get(..start).is_some_and(|left| left.ends_with("in") || left.ends_with('o'));
    let mut next = rest.chars();
    (plural || clipped) && next.next() == Some(' ') && next.next().is_some_and(char::is_alphanumeric)
}
