//! The words by which newspapers say that somebody said something.

mod grammar;
mod people;
mod verbs;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use grammar::{
    BETWEEN, DETERMINERS, HEADINGS, NAMING, OPENERS, PARTICLES, PHRASE, PLACES, PREPOSITIONS, STOPS, SUBORDINATE,
};
use people::{CAPTAINS, CROWDS, GIVEN, HUMANS, LEADING, MANAGERS, PEOPLES, PRONOUNS, ROLES, SIDES};
use verbs::{AUXILIARIES, BESIDE, CUES, INTRODUCTIONS, NO_VERBS, PLAY, TELLING};

/// Whether the first of three words joins the names on both its sides: de Jong, de la Fuente, van der Vaart.
pub(super) fn joins_names(words: [&str; 3]) -> bool {
    let [first, second, third] = words;
    is_particle(first) && (is_capital(second) || is_particle(second) && is_capital(third))
}

/// One bit for each list.
mod kind {
    pub(super) const CUES: u32 = 1 << 0;
    pub(super) const BESIDE: u32 = 1 << 1;
    pub(super) const MANAGERS: u32 = 1 << 2;
    pub(super) const CAPTAINS: u32 = 1 << 3;
    pub(super) const SIDES: u32 = 1 << 4;
    pub(super) const PLACES: u32 = 1 << 5;
    pub(super) const HEADINGS: u32 = 1 << 6;
    pub(super) const PLAY: u32 = 1 << 7;
    pub(super) const PEOPLES: u32 = 1 << 8;
    pub(super) const INTRODUCTIONS: u32 = 1 << 9;
    pub(super) const BETWEEN: u32 = 1 << 10;
    pub(super) const OPENERS: u32 = 1 << 11;
    pub(super) const ROLES: u32 = 1 << 12;
    pub(super) const DETERMINERS: u32 = 1 << 13;
    pub(super) const STOPS: u32 = 1 << 14;
    pub(super) const PRONOUNS: u32 = 1 << 15;
    pub(super) const CROWDS: u32 = 1 << 16;
    pub(super) const HUMANS: u32 = 1 << 17;
    pub(super) const AUXILIARIES: u32 = 1 << 18;
    pub(super) const GIVEN: u32 = 1 << 19;
    pub(super) const PREPOSITIONS: u32 = 1 << 20;
    pub(super) const NO_VERBS: u32 = 1 << 21;
    pub(super) const SUBORDINATE: u32 = 1 << 22;
    pub(super) const PHRASE: u32 = 1 << 23;
    pub(super) const TELLING: u32 = 1 << 24;
    pub(super) const LEADING: u32 = 1 << 25;
    pub(super) const NAMING: u32 = 1 << 26;
}

/// The lists with their bits.
const LISTS: &[(u32, &[&str])] = &[
    (kind::CUES, CUES),
    (kind::BESIDE, BESIDE),
    (kind::MANAGERS, MANAGERS),
    (kind::CAPTAINS, CAPTAINS),
    (kind::SIDES, SIDES),
    (kind::PLACES, PLACES),
    (kind::HEADINGS, HEADINGS),
    (kind::PLAY, PLAY),
    (kind::PEOPLES, PEOPLES),
    (kind::INTRODUCTIONS, INTRODUCTIONS),
    (kind::BETWEEN, BETWEEN),
    (kind::OPENERS, OPENERS),
    (kind::ROLES, ROLES),
    (kind::DETERMINERS, DETERMINERS),
    (kind::STOPS, STOPS),
    (kind::PRONOUNS, PRONOUNS),
    (kind::CROWDS, CROWDS),
    (kind::HUMANS, HUMANS),
    (kind::AUXILIARIES, AUXILIARIES),
    (kind::GIVEN, GIVEN),
    (kind::PREPOSITIONS, PREPOSITIONS),
    (kind::NO_VERBS, NO_VERBS),
    (kind::SUBORDINATE, SUBORDINATE),
    (kind::PHRASE, PHRASE),
    (kind::TELLING, TELLING),
    (kind::LEADING, LEADING),
    (kind::NAMING, NAMING),
];

/// The longest word of the lists, in bytes.
const LONGEST: usize = 16;

/// Of which lists each word is.
static WORDS: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for (kind, list) in LISTS {
        for word in *list {
            *words.entry(*word).or_default() |= kind;
        }
    }
    words
});

/// Whether a word is of a list, in whatever case.
fn has(word: &str, kind: u32) -> bool {
    let mut lower = [0_u8; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok().and_then(|word| WORDS.get(word)).is_some_and(|kinds| kinds & kind != 0)
}

pub(super) fn is_cue(word: &str) -> bool {
    has(word, kind::CUES)
}

/// Whether a word is a cue where it stands right beside a quote.
pub(super) fn is_cue_beside(word: &str) -> bool {
    is_cue(word) || has(word, kind::BESIDE)
}

/// Whether a word has the form of a verb of the past that is no auxiliary.
pub(super) fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase) && !has(word, kind::NO_VERBS)
}

/// Whether a word opens a clause before the subject of a sentence.
pub(super) fn opens_subordinate(word: &str) -> bool {
    has(word, kind::SUBORDINATE)
}

/// Whether words in marks after a word are a name or a saying.
pub(super) fn names_thing(word: &str) -> bool {
    has(word, kind::NAMING)
}

/// Whether a word opens a phrase before the subject of a sentence.
pub(super) fn opens_phrase(word: &str) -> bool {
    has(word, kind::PHRASE)
}

/// Whether a word is the verb of "is how Kane put it".
pub(super) fn is_telling(word: &str) -> bool {
    is_cue_beside(word) || has(word, kind::TELLING)
}

/// Whether a word may stand between a possessive and a name.
pub(super) fn is_leading_role(word: &str) -> bool {
    is_role(word) || has(word, kind::LEADING)
}

pub(super) fn is_manager(word: &str) -> bool {
    has(word, kind::MANAGERS)
}

pub(super) fn is_captain(word: &str) -> bool {
    has(word, kind::CAPTAINS)
}

pub(super) fn is_role(word: &str) -> bool {
    has(word, kind::ROLES)
}

/// Whether a word means people without saying who.
pub(super) fn is_crowd(word: &str) -> bool {
    has(word, kind::CROWDS)
}

/// Whether a word says what somebody is, so that a phrase with it may speak.
pub(super) fn is_human(word: &str) -> bool {
    is_role(word) || has(word, kind::HUMANS) || word.ends_with("-old") || is_of_people(word)
}

/// Whether a description is of a person, and not of a federation or a paper of some country.
pub(super) fn is_of_human(words: &str) -> bool {
    let bare = |word: &str| word.trim_end_matches("'s").trim_end_matches("’s").to_owned();
    let last = words.rsplit(' ').next().map(bare).unwrap_or_default();
    let person = |word: &str| !is_capital(word) && is_human(word) || matches!(word, "Player" | "Man" | "Woman");
    // The left back; the oldest of them all.
    let apart = last == "back" && words.split(' ').nth(2).is_some();
    let most = |word: &str| word.len() > 5 && word.ends_with("est") && words.contains(" of ");
    is_human(&last) || apart || words.split(' ').nth(1).is_some_and(most) || words.split(' ').any(person)
}

/// Whether a word tells what somebody was or did, after the name of one person.
pub(super) fn is_auxiliary(word: &str) -> bool {
    let plain = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).unwrap_or(word);
    has(plain, kind::AUXILIARIES)
}

pub(super) fn is_side(word: &str) -> bool {
    has(word, kind::SIDES)
}

pub(super) fn is_of_play(word: &str) -> bool {
    has(word, kind::PLAY)
}

pub(super) fn is_place(word: &str) -> bool {
    has(word, kind::PLACES)
}

pub(super) fn is_heading(word: &str) -> bool {
    has(word, kind::HEADINGS)
}

/// Whether a capitalised word says of what people somebody is: `the German`, `the Brazilian`.
pub(super) fn is_of_people(word: &str) -> bool {
    let of_shire = || word.ends_with("shireman") || word.ends_with("shirewoman");
    has(word, kind::PEOPLES) || (word.len() > 5 && word.ends_with("ian") && !has(word, kind::GIVEN)) || of_shire()
}

/// Whether a word before a name makes it a place or a part of another phrase.
pub(super) fn is_preposition(word: &str) -> bool {
    has(word, kind::PREPOSITIONS)
}

pub(super) fn introduces(word: &str) -> bool {
    has(word, kind::INTRODUCTIONS)
}

pub(super) fn stands_between(word: &str) -> bool {
    has(word, kind::BETWEEN) || (word.len() > 4 && word.ends_with("ly") && word.starts_with(|c: char| c.is_lowercase()))
}

/// Whether a word at the start of a capitalised run belongs to no name.
pub(super) fn opens_clause(word: &str) -> bool {
    has(word, kind::OPENERS) || has(word, kind::ROLES)
}

pub(super) fn is_determiner(word: &str) -> bool {
    has(word, kind::DETERMINERS)
}

pub(super) fn stops_description(word: &str) -> bool {
    has(word, kind::STOPS)
}

pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

pub(super) fn is_pronoun(word: &str) -> bool {
    word != "US" && has(word, kind::PRONOUNS)
}

/// Whether a word is written as a name is.
pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
