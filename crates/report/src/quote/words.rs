//! The words of a stretch of text, and what stands between them.

use crate::Span;

/// A word, with what stands before it.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) span: Span,
    /// A comma, dash or bracket stands between it and the word before.
    pub(super) comma: bool,
    /// A full stop or its like.
    pub(super) stop: bool,
    /// A colon.
    pub(super) colon: bool,
}

/// Whether a full stop after a word ends no sentence: U.S. defender, Mr. Drewry.
fn abbreviates(text: &str, word: &Word, mut rest: impl Iterator<Item = char>) -> bool {
    let written = text.get(word.span.clone()).unwrap_or_default();
    let spaced = rest.next() == Some(' ');
    let next = rest.next();
    match written {
        "Mr" | "Mrs" | "Ms" | "Dr" | "St" => spaced && next.is_some_and(char::is_uppercase),
        _ => {
            let initials = written.contains('.') && written.split('.').all(|part| part.chars().count() == 1);
            initials && spaced && next.is_some_and(char::is_lowercase)
        }
    }
}

/// Splits into words: letters and digits, with the apostrophes, hyphens and full stops inside them.
pub(super) fn split(text: &str, span: &Span) -> Vec<Word> {
    let inside = text.get(span.clone()).unwrap_or_default();
    let mut words: Vec<Word> = Vec::new();
    let (mut comma, mut stop, mut colon) = (false, false, false);
    let mut start = None;
    let mut chars = inside.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joined = matches!(c, '\'' | '’' | '-' | '‑' | '.' | '&' | '@' | '_') && start.is_some();
        let goes_on = joined && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if c.is_alphanumeric() || goes_on {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take() {
            words.push(Word { span: span.start + start..span.start + at, comma, stop, colon });
            (comma, stop, colon) = (false, false, false);
        }
        match c {
            ',' | '–' | '—' | '(' | ')' | ';' => comma = true,
            '-' => comma |= chars.peek().is_some_and(|(_, next)| next.is_whitespace()),
            '.' if words.last().is_some_and(|last| abbreviates(text, last, chars.clone().map(|(_, next)| next))) => {}
            '.' | '!' | '?' | '…' => stop = true,
            ':' => colon = true,
            _ => {}
        }
    }
    if let Some(start) = start {
        words.push(Word { span: span.start + start..span.end, comma, stop, colon });
    }
    words
}
