//! Where sentences end.

use std::borrow::Cow;

use super::blocks::trim;
use crate::Span;

/// Words that end in a full stop within a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "st", "sr", "prof", "sgt", "capt", "gen", "rev", "sir", "vs", "v", "no", "nos", "min",
    "mins", "approx", "e.g", "i.e", "cf", "al", "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "u.s",
    "u.k",
];

/// The sentences of a paragraph. A mark of quotation or a bracket after the full stop belongs to the sentence it ends.
pub(crate) fn split(text: &str, paragraph: &Span) -> Vec<Span> {
    let words = text.get(paragraph.clone()).unwrap_or_default();
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut word_start = 0;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            word_start = at + c.len_utf8();
            continue;
        }
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let stop = at;
        let mut dots = usize::from(c == '.');
        let mut soft = c == '…';
        let mut end = at + c.len_utf8();
        let mut bracketed = false;
        while let Some((next, after)) = chars.next_if(|(_, c)| ends_with_stop(*c)) {
            dots += usize::from(after == '.');
            soft |= after == '…' || dots > 1;
            bracketed |= matches!(after, ')' | ']');
            end = next + after.len_utf8();
        }
        let mut gap = false;
        while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {
            gap = true;
        }
        let Some(&(next_at, next)) = chars.peek() else { break };
        let opens = words.get(next_at..).unwrap_or_default().chars().take(4).find(|c| c.is_alphanumeric());
        let begins = opens.is_none_or(|c| !c.is_lowercase());
        let inner = c == '.'
            && dots == 1
            && !bracketed
            && (abbreviated(words.get(word_start..stop).unwrap_or_default(), next)
                && !is_lettered(words.get(..stop).unwrap_or_default())
                || runs_on(words.get(start..stop).unwrap_or_default(), words.get(next_at..).unwrap_or_default()));
        if gap && begins && !inner && !(soft && opens.is_none()) {
            push(text, paragraph.start + start..paragraph.start + end, &mut sentences);
            start = next_at;
        }
        if gap {
            word_start = next_at;
        }
    }
    push(text, paragraph.start + start..paragraph.end, &mut sentences);
    sentences
}

fn ends_with_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | '»' | ')' | ']')
}

/// Whether a full stop after `word` rather shortens it: a title, an initial.
fn abbreviated(word: &str, next: char) -> bool {
    if word.len() > 16 {
        return false;
    }
    let word = word.trim_start_matches(['(', '[', '"', '“', '‘', '\'']);
    let lower = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let number = matches!(lower.as_str(), "no" | "nos" | "v" | "min" | "mins" | "approx" | "mar" | "dec" | "al");
    initial || (ABBREVIATIONS.contains(&lower.as_str()) && (!number || next.is_ascii_digit() || lower == "v"))
}

/// Whether words end in the letter of a group, which is no initial: "to win Group E. Spain went through".
fn is_lettered(words: &str) -> bool {
    const LETTERED: &[&str] = &["group", "groups", "pool", "section"];
    const LINKS: &[&str] = &["and", "or"];
    let mut back = words.split_whitespace().rev().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let letter = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    if !back.next().is_some_and(letter) {
        return false;
    }
    // "Groups A and B", "Groups E, F"
    let before = back.find(|word| !LINKS.contains(word) && !letter(word));
    before.is_some_and(|word| LETTERED.contains(&word.to_lowercase().as_str()))
}

/// A text in which the letter of a group at the end of a sentence is none, so that no name begins with it: "to win Group
/// G. Adnan Januzaj scored". Every other byte stays where it is.
pub(crate) fn without_group_letters(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let ends = |at: &usize| bytes.get(*at).is_some_and(u8::is_ascii_uppercase) && bytes.get(at + 1) == Some(&b'.');
    let letters: Vec<usize> = text.match_indices("roup ").map(|(at, word)| at + word.len()).filter(ends).collect();
    if letters.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = bytes.to_vec();
    for at in letters {
        if let Some(letter) = masked.get_mut(at) {
            *letter = b'0';
        }
    }
    String::from_utf8(masked).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Whether a full stop is of the number of a list, "1. Japan - 6 points", or of an hour with its zone, "4 p.m. BST".
fn runs_on(sentence: &str, rest: &str) -> bool {
    let sentence = sentence.trim_start();
    if !sentence.is_empty() && sentence.len() <= 2 && sentence.chars().all(|c| c.is_ascii_digit()) {
        return true;
    }
    let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_zone = (2..=4).contains(&next.len()) && next.chars().all(|c| c.is_ascii_uppercase());
    is_zone && (sentence.ends_with("a.m") || sentence.ends_with("p.m"))
}

fn push(text: &str, span: Span, sentences: &mut Vec<Span>) {
    let span = trim(text, &span);
    if !span.is_empty() {
        sentences.push(span);
    }
}
