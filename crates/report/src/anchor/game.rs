//! Which game a report is about: football of men or of women, or something the record knows nothing of.

use byline_record::Sex;
use byline_record::names::find::RunningText;

use crate::heads::{Heads, Onset};

/// Words of the sport, the sex and the age of teams that are no men's first teams of association football.
const OTHER_SPORTS: &[&str] = &[
    "hockey",
    "rugby",
    "cricket",
    "basketball",
    "handball",
    "netball",
    "volleyball",
    "futsal",
    "baseball",
    "polo",
    "korfball",
    "lacrosse",
    "wicket",
    "wickets",
    "try",
    "tries",
    "innings",
];
const YOUTH: &[&str] = &["u21", "u20", "u19", "u17", "u23"];
/// A player of somebody's youth system plays for the first team all the same.
const YOUTH_PHRASES: &[&str] = &[
    "under 21",
    "under 20",
    "under 19",
    "under 17",
    "under 23",
    "under 21s",
    "under 20s",
    "youth world cup",
    "world youth",
    "youth championship",
    "youth championships",
    "youth international",
    "youth internationals",
    "youth team",
    "youth teams",
    "youth tournament",
];
/// First words of the phrases.
const UNDER: &[&str] = &["under", "youth", "world"];
const WOMEN: &[&str] = &["women", "womens", "woman", "lionesses", "matildas", "she", "her", "uswnt"];

/// What a report is about besides a match: whether the record can tell anything of it at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Game {
    /// Association football, first teams.
    Football(Sex),
    /// Another sport, or a youth team.
    Other,
}

/// How many words the lead of a report has: what it is about stands there.
const LEAD: usize = 120;

/// Which game a report is about, by its words.
pub(crate) fn game(text: &RunningText) -> Game {
    const HEADS: Heads = Heads::of(OTHER_SPORTS).and(Heads::of(YOUTH)).and(Heads::of(WOMEN)).and(Heads::of(UNDER));
    let words: Vec<&str> = text.words(0..usize::MAX).map(|(word, _)| word).collect();
    let sports = OTHER_SPORTS.get(..12).unwrap_or_default();
    let (mut of_others, mut leads_with_others, mut women, mut named) = (0, false, 0, false);
    for (at, word) in words.iter().enumerate().filter(|(_, word)| HEADS.may_have(Onset::of(word))) {
        let in_lead = at < LEAD;
        if OTHER_SPORTS.contains(word) {
            of_others += 1;
            leads_with_others |= in_lead && sports.contains(word);
        }
        if in_lead && (YOUTH.contains(word) || is_youth(&words, at)) {
            return Game::Other;
        }
        if WOMEN.contains(word) && !is_of_everybody(&words, at) {
            women += 1;
            named |= in_lead && matches!(*word, "women" | "womens" | "lionesses" | "matildas" | "uswnt");
        }
    }
    if leads_with_others && of_others >= 2 {
        return Game::Other;
    }
    if women >= 3 || named { Game::Football(Sex::Women) } else { Game::Football(Sex::Men) }
}

/// "Men, women and children cried openly": the women of no team.
fn is_of_everybody(words: &[&str], at: usize) -> bool {
    let before = words.get(at.saturating_sub(2)..at).unwrap_or_default();
    let after = words.get(at + 1..).unwrap_or_default();
    words.get(at) == Some(&"women") && (before.contains(&"men") || matches!(after, ["and", "men" | "children", ..]))
}

/// Whether words of youth teams begin at a word, and end within the lead.
fn is_youth(words: &[&str], at: usize) -> bool {
    let end = |phrase: &str| {
        let mut next = at;
        for part in phrase.split(' ') {
            words.get(next).filter(|word| **word == part)?;
            next += 1;
        }
        Some(next)
    };
    // "To field two Under 20 players" is of first teams.
    YOUTH_PHRASES.iter().filter_map(|phrase| end(phrase)).any(|end| end <= LEAD && words.get(end) != Some(&"players"))
}
