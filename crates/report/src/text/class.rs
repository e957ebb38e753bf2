//! What a paragraph is.

use rustc_hash::FxHashMap;

use super::blocks::Block;
use super::head::Head;
use super::{Paragraph, sentence};
use crate::Span;

/// What a paragraph is. Only prose is what the outlet tells as its story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The title, or a title within the text.
    Headline,
    /// The sentence between title and text that sums it up.
    Standfirst,
    /// The story.
    Prose,
    /// A caption or the credit of a picture.
    Caption,
    /// A quote set apart that the story has too.
    PullQuote,
    /// Who wrote it, and when.
    Byline,
    /// What has nothing to do with the story: links to others, notices, calls to subscribe.
    Boilerplate,
}

/// The longest title, standfirst, and caption or notice told by their words alone, in bytes.
const TITLE: usize = 140;
const STANDFIRST: usize = 320;
const CAPTION: usize = 420;

/// Agencies and services credited for pictures.
const AGENCIES: &[&str] = &[
    "Getty Images",
    "Getty",
    "AFP",
    "Reuters",
    "REUTERS",
    "AP",
    "AP Photo",
    "PA",
    "PA Wire",
    "PA Images",
    "EPA",
    "Shutterstock",
    "Action Images",
    "Alamy",
    "Imago",
    "IMAGO",
    "NurPhoto",
    "Offside",
    "Icon Sport",
    "Photosport",
    "PHOTOSPORT",
    "USA TODAY Sports",
    "TASS",
    "Anadolu",
    "Xinhua",
    "UEFA",
    "FIFA",
    "Allsport",
    "Popperfoto",
    "Bongarts",
];

/// How captions begin that name their picture.
const PICTURES: &[&str] = &[
    "photo:",
    "photo by",
    "photograph:",
    "picture:",
    "image:",
    "image credit",
    "(image:",
    "(photo",
    "credit:",
    "caption:",
];

/// How notices begin, in lower case.
const NOTICES: &[&str] = &[
    "read more",
    "read also",
    "also read",
    "read next",
    "more on this",
    "more from",
    "more stories",
    "related:",
    "related stories",
    "related articles",
    "sign up",
    "subscribe",
    "follow us",
    "follow our",
    "click here",
    "tap here",
    "share this",
    "share on",
    "advertisement",
    "sponsored",
    "watch:",
    "watch live",
    "listen:",
    "download the",
    "download our",
    "join the conversation",
    "join our",
    "have your say",
    "got a story",
    "this article was",
    "this story was",
    "copyright",
    "©",
    "all rights reserved",
    "most read",
    "trending",
    "recommended",
    "view comments",
    "comments",
    "newsletter",
    "get the latest",
    "don't miss",
    "see also",
    "scroll down",
    "support our",
    "thank you for",
    "stream ",
    "article continues",
    "additional reporting",
    "reporting by",
    "editing by",
    "skip to",
];

/// Classes and sentences of the paragraphs of a text; finds a byline on a line of its own.
pub(crate) fn classify(text: &str, blocks: Vec<Block>, head: &mut Head) -> Vec<Paragraph> {
    let mut paragraphs = Vec::with_capacity(blocks.len());
    let count = blocks.len();
    let mut told = false;
    for (index, block) in blocks.into_iter().enumerate() {
        let words = text.get(block.span.clone()).unwrap_or_default();
        if words.is_empty() {
            continue;
        }
        let early = index < 6 && !told;
        let class =
            block.class.filter(|class| *class != Class::Headline || words.len() <= STANDFIRST).unwrap_or_else(|| {
                if is_notice(words) {
                    Class::Boilerplate
                } else if is_caption(words) {
                    Class::Caption
                } else if early && is_byline(words) {
                    head.byline.get_or_insert_with(|| byline(words));
                    Class::Byline
                } else if early
                    && index == 0
                    && words.len() <= TITLE
                    && count > 1
                    && (!is_closed(words) || is_said(words))
                {
                    Class::Headline
                } else if early
                    && words.len() <= STANDFIRST
                    && count > 1
                    && !is_closed(words)
                    && !words.ends_with([',', ':'])
                {
                    Class::Standfirst
                } else {
                    Class::Prose
                }
            });
        if class == Class::Headline && head.title.is_none() && !told {
            head.title = Some(words.to_owned());
        }
        told |= class == Class::Prose;
        let sentences = sentence::split(text, &block.span);
        paragraphs.push(Paragraph { span: block.span, class, sentences });
    }
    pull_quotes(text, &mut paragraphs);
    paragraphs
}

/// Whether words end as a sentence does.
fn is_closed(words: &str) -> bool {
    let bare = words.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', '…']) || words.starts_with(['"', '“', '‘', '„', '«'])
}

/// Whether a line begins with what somebody said and goes on without a full stop, as titles do: `‘We ran’: Reed on the
/// final`.
fn is_said(words: &str) -> bool {
    let mut letters = words.chars();
    let close = match letters.next() {
        Some('"') => '"',
        Some('“') => '”',
        Some('‘') => '’',
        _ => return false,
    };
    let rest = letters.as_str().rfind(close).and_then(|end| letters.as_str().get(end + close.len_utf8()..));
    // Nothing else, and no sentence: a title in marks.
    if rest == Some("") {
        let inner = letters.as_str().strip_suffix(close).unwrap_or_default();
        let bare = inner.trim_end_matches(['’', '\'']);
        // “We ran,” Reed said, “and ran”: two of them.
        return !inner.contains(close) && !bare.ends_with(['.', '!', '?', '…', ',']);
    }
    let goes_on = rest.is_some_and(|rest| rest.split_whitespace().nth(1).is_some() && rest.starts_with([':', ' ']));
    goes_on && !words.ends_with(['.', '!', '?', '…', ':', '"', '”', '’'])
}

fn is_notice(words: &str) -> bool {
    if words.len() > CAPTION {
        return false;
    }
    let lower = words.trim_start_matches(['*', '-', '•', '>', '»', '[', '(', ' ']).to_lowercase();
    let first = lower.as_bytes().first();
    NOTICES.iter().filter(|notice| notice.as_bytes().first() == first).any(|notice| {
        lower.strip_prefix(notice).is_some_and(|rest| {
            // "Comments from the manager suggest" is a sentence; "Comments (12)" is not.
            !rest.starts_with(char::is_alphabetic)
                && (!matches!(*notice, "comments" | "trending" | "recommended" | "copyright") || rest.len() < 24)
        })
    })
}

fn is_caption(words: &str) -> bool {
    if words.len() > CAPTION {
        return false;
    }
    let lower = words.to_lowercase();
    if PICTURES.iter().any(|start| lower.starts_with(start)) || lower.contains("getty images") {
        return true;
    }
    let signs = ["(photo by ", "(picture: ", "(image: ", "[photo", "(credit: "];
    if lower.contains("picture credit") || lower.contains(['(', '[']) && signs.iter().any(|sign| lower.contains(sign)) {
        return true;
    }
    let slash = words.find('/').filter(|at| *at < 40);
    let after_slash = words.get(slash.map_or(0, |at| at + 1)..).unwrap_or_default();
    let bare = words.trim_end_matches([')', ']', '.', ' ']);
    let (first, last) = (after_slash.as_bytes().first(), bare.as_bytes().last());
    AGENCIES.iter().any(|agency| {
        agency.as_bytes().first() == first && credited_before(after_slash, slash.is_some(), agency)
            || agency.as_bytes().last() == last && credited_after(bare, words.len(), agency)
    })
}

/// `Name Surname/AGENCY Words`, `AGENCY The player in question …`; `words` are those after the slash, if there is one.
fn credited_before(words: &str, slash: bool, agency: &str) -> bool {
    let Some(rest) = words.strip_prefix(agency) else { return false };
    if !rest.is_empty() && !rest.starts_with([' ', '/', ':', ',']) {
        return false;
    }
    if slash || rest.is_empty() {
        return true;
    }
    // An agency is also somebody who does things, and the first word of a title ("FIFA president"): only an article in
    // capitals after it begins another sentence.
    rest.starts_with(" The ") || rest.starts_with(" A ") || rest.starts_with(" An ")
}

/// `Words (AGENCY)`, `Words. Name/AGENCY`; `bare` are the words without their last marks, `length` is with them.
fn credited_after(bare: &str, length: usize, agency: &str) -> bool {
    let Some(rest) = bare.strip_suffix(agency) else { return false };
    rest.ends_with('/') || (rest.ends_with(['(', '[']) && length < 240) || rest.ends_with("Picture: ")
}

fn is_byline(words: &str) -> bool {
    let rest = words.strip_prefix("By ").or_else(|| words.strip_prefix("BY "));
    words.len() <= 120
        && !is_closed(words)
        && rest.is_some_and(|rest| rest.starts_with(char::is_uppercase) && rest.split_whitespace().count() <= 12)
}

/// The name in `By Name Surname in Doha`.
fn byline(words: &str) -> String {
    let name = words.get(3..).unwrap_or_default();
    let end = [" in ", " at ", ",", " |", " for "].iter().filter_map(|stop| name.find(stop)).min();
    name.get(..end.unwrap_or(name.len())).unwrap_or_default().trim().to_owned()
}

/// How many words a pull quote begins with alike.
const SHINGLE: usize = 4;
/// The most places a pull quote is compared with.
const PLACES: usize = 8;

/// Finds short paragraphs whose words stand in a longer one as well.
fn pull_quotes(text: &str, paragraphs: &mut [Paragraph]) {
    let words: Vec<Vec<u64>> = paragraphs.iter().map(|paragraph| hashes(text, &paragraph.span)).collect();
    let may_be = |paragraph: &Paragraph| paragraph.class == Class::Prose && paragraph.span.len() <= CAPTION;
    // Where the words a pull quote may begin with stand.
    let mut places: FxHashMap<u64, Vec<(usize, usize)>> = FxHashMap::default();
    for (own, _) in words.iter().zip(paragraphs.iter()).filter(|(_, paragraph)| may_be(paragraph)) {
        if let Some(opening) = own.get(..SHINGLE) {
            places.entry(mixed(opening)).or_default();
        }
    }
    for (index, words) in words.iter().enumerate() {
        for (at, shingle) in words.windows(SHINGLE).enumerate() {
            if let Some(known) = places.get_mut(&mixed(shingle)).filter(|known| known.len() < PLACES) {
                known.push((index, at));
            }
        }
    }
    for (index, own) in words.iter().enumerate() {
        let Some(paragraph) = paragraphs.get_mut(index).filter(|paragraph| may_be(paragraph)) else { continue };
        let known = own.get(..SHINGLE).and_then(|shingle| places.get(&mixed(shingle)));
        let elsewhere = known.is_some_and(|known| {
            known.iter().any(|&(other, at)| {
                let longer = words.get(other).filter(|words| other != index && words.len() > own.len());
                longer.and_then(|words| words.get(at..at + own.len())).is_some_and(|found| found == own)
            })
        });
        if elsewhere {
            paragraph.class = Class::PullQuote;
        }
    }
}

/// Odd, with its bits well spread: spreads those of what it multiplies.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// One number for some: others have another, but for an accident in billions.
fn mixed(numbers: &[u64]) -> u64 {
    numbers.iter().fold(SPREAD, |mixed, number| (mixed ^ number).wrapping_mul(SPREAD).rotate_left(29))
}

/// A number for each word, whatever its case.
fn hashes(text: &str, span: &Span) -> Vec<u64> {
    let words = text.get(span.clone()).unwrap_or_default();
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let add = |mixed: u64, letter: char| (mixed ^ u64::from(letter)).wrapping_mul(SPREAD).rotate_left(29);
            if word.is_ascii() {
                return word.bytes().fold(SPREAD, |mixed, letter| add(mixed, char::from(letter.to_ascii_lowercase())));
            }
            word.chars().flat_map(char::to_lowercase).fold(SPREAD, add)
        })
        .collect()
}
