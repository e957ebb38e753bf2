//! Which game a report is about: football of men or of women, or something the record knows nothing of.

use byline_record::{Sex, fold};

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
const WOMEN: &[&str] = &["women", "womens", "woman", "lionesses", "matildas", "she", "her", "uswnt"];

/// What a report is about besides a match: whether the record can tell anything of it at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Game {
    /// Association football, first teams.
    Football(Sex),
    /// Another sport, or a youth team.
    Other,
}

/// Which game a report is about, by its words.
pub(crate) fn game(text: &str) -> Game {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let lead = words.len().min(120);
    let count = |list: &[&str]| words.iter().filter(|word| list.contains(word)).count();
    let in_lead = |list: &[&str]| words.iter().take(lead).any(|word| list.contains(word));
    let phrases = |phrases: &[&str], most: usize| {
        phrases
            .iter()
            .filter(|phrase| {
                let parts: Vec<&str> = phrase.split(' ').collect();
                let found = |(at, window): (usize, &[&str])| {
                    // "To field two Under 20 players" is of first teams.
                    window == parts.as_slice() && words.get(at + parts.len()) != Some(&"players")
                };
                words.get(..most).is_some_and(|words| words.windows(parts.len()).enumerate().any(found))
            })
            .count()
    };
    let sports = OTHER_SPORTS.get(..12).unwrap_or_default();
    if (in_lead(sports) && count(OTHER_SPORTS) >= 2) || (in_lead(YOUTH) || phrases(YOUTH_PHRASES, lead) > 0) {
        return Game::Other;
    }
    let women = count(WOMEN);
    let named =
        words.iter().take(lead).any(|word| matches!(*word, "women" | "womens" | "lionesses" | "matildas" | "uswnt"));
    if women >= 3 || (named && women >= 1) { Game::Football(Sex::Women) } else { Game::Football(Sex::Men) }
}
