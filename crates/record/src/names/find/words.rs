//! The words of a running text: folded, with their places in the original.

use std::ops::Range;

use super::lexicon::Hash;
use crate::fold::{fold_letters, name_follows};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Bytes of the folded word in [`Words::folded`].
    folded: Range<usize>,
    /// Hash of the folded word.
    pub(super) hash: Hash,
    /// Bytes of the word in the original.
    pub(super) span: Range<usize>,
    /// Where the folded word and the original end without a possessive `'s`.
    possessive: Option<(usize, usize)>,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether it has two letters or more and all are capitals.
    pub(super) capitals: bool,
    /// Whether a name can run on from the word before to this one: only spaces, hyphens and the like between them.
    pub(super) runs_on: bool,
    /// Whether an apostrophe stands right before it: `'98`.
    pub(super) apostrophe: bool,
    /// Whether it opens a sentence, a line after a blank one, or a quotation.
    pub(super) opens: bool,
}

/// The words of a text.
#[derive(Debug, Default)]
pub(super) struct Words {
    folded: String,
    pub(super) list: Vec<Word>,
    /// Whether capitals mean something: the text has letters of both cases.
    pub(super) mixed: bool,
    /// Whether every letter is a capital and some word is too long for a code.
    pub(super) shouted: bool,
}

const APOSTROPHES: [char; 7] = ['\'', '’', '‘', 'ʼ', 'ʻ', '`', '´'];

/// A word being read.
#[derive(Debug)]
struct Open {
    folded: usize,
    start: usize,
    end: usize,
    letters: usize,
    upper: usize,
    capital: bool,
    apostrophe: bool,
    /// Folded and original length before an apostrophe that directly precedes the last letter.
    before_apostrophe: Option<(usize, usize)>,
    last_is_s: bool,
}

/// What stood between two words.
#[derive(Clone, Copy, Debug)]
struct Gap {
    runs_on: bool,
    opens: bool,
    lines: u8,
}

impl Words {
    /// Takes a text apart.
    pub(super) fn of(text: &str) -> Self {
        // A word in six letters, as English goes: mostly room enough.
        let list = Vec::with_capacity(text.len() / 5 + 1);
        let mut words = Self { folded: String::with_capacity(text.len()), list, ..Self::default() };
        let mut open: Option<Open> = None;
        let mut gap = Gap { runs_on: false, opens: true, lines: 0 };
        let mut letter = String::new();
        let mut apostrophe = false;
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let end = at + character.len_utf8();
            let is_plain = character.is_ascii_alphanumeric();
            if !is_plain && APOSTROPHES.contains(&character) {
                apostrophe = true;
                continue;
            }
            if character == '.' {
                // A point within an abbreviation is nothing; behind a word it may end the sentence.
                let within = open.as_ref().is_some_and(|open| open.letters == 1 || !ends_with_long_run(text, open, at));
                let before_letter = characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
                let before_name = text.get(end..).is_some_and(name_follows);
                if within && before_letter && !before_name {
                    continue;
                }
                let short = open.as_ref().is_some_and(|open| open.letters <= 3);
                words.close(open.take(), &mut gap);
                gap.runs_on &= short;
                gap.opens |= !short;
                continue;
            }
            letter.clear();
            if !character.is_ascii() {
                fold_letters(std::iter::once(character), &mut |folded| letter.push(folded));
                if letter.is_empty() && unicode_normalization::char::is_combining_mark(character) {
                    if let Some(open) = &mut open {
                        open.end = end;
                    }
                    continue;
                }
            }
            if !is_plain && (letter.is_empty() || !letter.chars().all(char::is_alphanumeric)) {
                words.close(open.take(), &mut gap);
                gap.pass(character);
                apostrophe = false;
                continue;
            }
            let current = open.get_or_insert_with(|| {
                let before = std::mem::take(&mut apostrophe);
                Open {
                    apostrophe: before,
                    folded: words.folded.len(),
                    start: at,
                    end,
                    letters: 0,
                    upper: 0,
                    capital: character.is_uppercase(),
                    before_apostrophe: None,
                    last_is_s: false,
                }
            });
            current.before_apostrophe = apostrophe.then_some((words.folded.len(), current.end));
            apostrophe = false;
            current.end = end;
            current.letters += 1;
            current.upper += usize::from(!character.is_lowercase());
            current.last_is_s = matches!(character, 's' | 'S');
            if is_plain {
                words.folded.push(character.to_ascii_lowercase());
            } else {
                words.folded.push_str(&letter);
            }
        }
        words.close(open, &mut gap);
        let upper = text.chars().any(char::is_uppercase);
        words.mixed = upper && text.chars().any(char::is_lowercase);
        words.shouted = upper && !words.mixed && words.list.iter().any(|word| word.folded.len() > 4);
        words
    }

    fn close(&mut self, open: Option<Open>, gap: &mut Gap) {
        let Some(open) = open else { return };
        let possessive = open.before_apostrophe.filter(|_| open.last_is_s);
        let folded = open.folded..self.folded.len();
        self.list.push(Word {
            hash: Hash::of(self.folded.get(folded.clone()).unwrap_or_default()),
            folded,
            span: open.start..open.end,
            possessive,
            capital: open.capital,
            capitals: open.letters >= 2 && open.upper == open.letters,
            apostrophe: open.apostrophe,
            runs_on: gap.runs_on && !self.list.is_empty(),
            opens: gap.opens,
        });
        *gap = Gap { runs_on: true, opens: false, lines: 0 };
    }

    /// A folded word.
    pub(super) fn folded(&self, word: &Word) -> &str {
        self.folded.get(word.folded.clone()).unwrap_or_default()
    }

    /// A folded word without a possessive, and where it ends in the original.
    pub(super) fn bare(&self, word: &Word) -> Option<(&str, usize)> {
        let (folded, end) = word.possessive?;
        Some((self.folded.get(word.folded.start..folded)?, end)).filter(|(bare, _)| !bare.is_empty())
    }
}

/// Whether two letters or more run up to `at` without a point.
fn ends_with_long_run(text: &str, open: &Open, at: usize) -> bool {
    let run = text.get(open.start..at).unwrap_or_default().rsplit('.').next().unwrap_or_default();
    run.chars().nth(1).is_some()
}

impl Gap {
    fn pass(&mut self, character: char) {
        match character {
            '\n' => {
                self.lines = self.lines.saturating_add(1);
                self.opens |= self.lines > 1;
                self.runs_on &= self.lines < 2;
            }
            '!' | '?' | ':' | '"' | '“' | '”' | '„' | '«' | '»' | '•' | '…' => {
                self.opens = true;
                self.runs_on = false;
            }
            '-' | '‐' | '‑' | '–' | '/' | '&' => {}
            _ if character.is_whitespace() => {}
            _ => self.runs_on = false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    fn listed(text: &str) -> Vec<(String, &str)> {
        let words = Words::of(text);
        words.list.iter().map(|word| (words.folded(word).to_owned(), text.get(word.span.clone()).unwrap())).collect()
    }

    #[test]
    fn words_keep_their_places() {
        assert_eq!(
            listed("“Côte d’Ivoire’s” N’Golo Kanté, U.S. St. Kitts"),
            [
                ("cote", "Côte"),
                ("divoires", "d’Ivoire’s"),
                ("ngolo", "N’Golo"),
                ("kante", "Kanté"),
                ("us", "U.S"),
                ("st", "St"),
                ("kitts", "Kitts"),
            ]
            .map(|(folded, original)| (folded.to_owned(), original))
        );
        // A decomposed accent belongs to its letter.
        assert_eq!(listed("Mbappe\u{301} 3"), [("mbappe".to_owned(), "Mbappe\u{301}"), ("3".to_owned(), "3")]);
        assert_eq!(listed(""), []);
    }

    #[test]
    fn sentences_and_quotations_open() {
        let words = Words::of("Kane missed. France won: “Lloris guessed” he said, in Al Khor\n\nSunday");
        let opens: Vec<&str> = words.list.iter().filter(|word| word.opens).map(|word| words.folded(word)).collect();
        assert_eq!(opens, ["kane", "france", "lloris", "he", "sunday"]);
        let breaks: Vec<&str> = words.list.iter().filter(|word| !word.runs_on).map(|word| words.folded(word)).collect();
        assert_eq!(breaks, ["kane", "france", "lloris", "he", "in", "sunday"]);
        assert!(words.mixed && !words.shouted);
        assert!(Words::of("ENGLAND OUT").shouted);
        assert!(!Words::of("ENG FRA").shouted);
    }

    #[test]
    fn a_possessive_comes_off() {
        let text = "England’s Kane's Lloris' Wales";
        let words = Words::of(text);
        let bare: Vec<_> = words.list.iter().map(|word| words.bare(word)).collect();
        assert_eq!(bare, [Some(("england", 7)), Some(("kane", 16)), None, None]);
        assert_eq!(text.get(words.list[2].span.clone()).unwrap(), "Lloris");
    }

    proptest::proptest! {
        #[test]
        fn places_ascend_and_fold_to_the_word(text in "(\\PC|[ .'’\n-]|[A-Za-zéü]){0,60}") {
            let words = Words::of(&text);
            let mut before = 0;
            for word in &words.list {
                proptest::prop_assert!(before <= word.span.start && word.span.start < word.span.end);
                let original = text.get(word.span.clone());
                proptest::prop_assert!(original.is_some());
                let original = fold(original.unwrap_or_default());
                proptest::prop_assert_eq!(&original, words.folded(word));
                if let Some((bare, end)) = words.bare(word) {
                    let original = text.get(word.span.start..end).map(fold);
                    proptest::prop_assert_eq!(original.as_deref(), Some(bare));
                }
                before = word.span.end;
            }
        }
    }
}
