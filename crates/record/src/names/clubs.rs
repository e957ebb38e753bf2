//! Clubs of `facts/clubs.txt` by the names data sets write.
//!
//! The list is read when the first club is looked for: a record of countries never pays for it.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap as HashMap;

use crate::fold;
use crate::names::tables::{ClubRow, read_clubs};

/// Words before or behind a club's name that need not be listed.
const UNLISTED_WORDS: [&str; 2] = ["fc", "cf"];

static BUILT_IN: LazyLock<Clubs> = LazyLock::new(|| Clubs::new(crate::builtin::CLUBS));

/// The men's club of the built-in list some words name without context, under the name it is printed with.
#[must_use]
pub fn named(words: &str) -> Option<&'static str> {
    BUILT_IN.find(&fold(words)).map(|row| row.name)
}

/// The country of a club some words name, as it is called in the list.
#[must_use]
pub fn country(words: &str) -> Option<&'static str> {
    BUILT_IN.find(&fold(words)).map(|row| row.country)
}

/// The men's clubs of the built-in list that share some words as a nickname, in the order of the list.
#[must_use]
pub fn nicknamed(words: &str) -> Vec<&'static str> {
    let folded = fold(words);
    let list = BUILT_IN.list();
    let places = list.by_nickname.get(&folded).into_iter().flatten();
    places.filter_map(|&place| list.rows.get(place)).map(|row| row.name).collect()
}

/// The clubs listed, all men's.
#[derive(Debug, Default)]
pub(super) struct Clubs {
    text: &'static str,
    list: OnceLock<List>,
}

#[derive(Debug, Default)]
struct List {
    rows: Vec<ClubRow<'static>>,
    /// Place in `rows` of each folded name and other name.
    by_name: HashMap<String, usize>,
    /// Places in `rows` of each folded nickname.
    by_nickname: HashMap<String, Vec<usize>>,
}

impl Clubs {
    /// The clubs of a text like `clubs.txt`; none of a malformed one.
    pub(super) fn new(text: &'static str) -> Self {
        Self { text, list: OnceLock::new() }
    }

    fn list(&self) -> &List {
        // The tests hold that the built-in list is well formed.
        self.list.get_or_init(|| read_clubs(self.text).map(List::new).unwrap_or_default())
    }

    /// The club of a folded name, with or without `fc` or `cf` at one end.
    pub(super) fn find(&self, folded: &str) -> Option<&ClubRow<'static>> {
        let list = self.list();
        let place = |name: &str| list.by_name.get(name).copied();
        list.rows.get(place(folded).or_else(|| place(without_unlisted_word(folded)?))?)
    }
}

impl List {
    fn new(rows: Vec<ClubRow<'static>>) -> Self {
        let mut by_name = HashMap::default();
        let mut by_nickname: HashMap<String, Vec<usize>> = HashMap::default();
        for (place, row) in rows.iter().enumerate() {
            for name in std::iter::once(&row.name).chain(&row.other_names) {
                by_name.entry(fold(name)).or_insert(place);
            }
            for name in &row.nicknames {
                by_nickname.entry(fold(name)).or_default().push(place);
            }
        }
        Self { rows, by_name, by_nickname }
    }
}

fn without_unlisted_word(folded: &str) -> Option<&str> {
    let (first, rest) = folded.split_once(' ')?;
    if UNLISTED_WORDS.contains(&first) {
        return Some(rest);
    }
    let (before, last) = folded.rsplit_once(' ')?;
    UNLISTED_WORDS.contains(&last).then_some(before)
}

/// Name and code of a club written with its country's code: `Chelsea FC (ENG)`.
pub(super) fn with_country_code(name: &str) -> Option<(&str, &str)> {
    let (name, code) = name.trim_end().strip_suffix(')')?.rsplit_once(" (")?;
    (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some((name, code))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::names::tables::TeamsFile;

    #[test]
    fn each_name_of_the_list_means_one_club_of_a_country_we_know() {
        let rows = read_clubs(crate::builtin::CLUBS).unwrap();
        let countries = TeamsFile::read(crate::builtin::TEAMS).unwrap();
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for row in &rows {
            assert!(countries.teams.iter().any(|team| team.name == row.country), "{}: {}", row.name, row.country);
            for name in std::iter::once(&row.name).chain(&row.other_names) {
                let other = owners.insert(fold(name), row.name);
                assert_eq!(other, None, "{name} of {}", row.name);
            }
        }
        // What FC is left off from is the same club, wherever both forms are listed.
        for (name, owner) in &owners {
            let shorter = without_unlisted_word(name).and_then(|shorter| owners.get(shorter));
            assert!(shorter.is_none_or(|other| other == owner), "{name}");
        }
    }

    #[test]
    fn a_club_is_found_with_and_without_fc() {
        let clubs = Clubs::new("Harbour City | England | Harbour | -\nFC Mill | England | - | -");
        let name = |written: &str| clubs.find(&fold(written)).map(|row| row.name);
        for written in ["Harbour City", "FC Harbour", "HARBOUR F.C.", "Harbour City CF"] {
            assert_eq!(name(written), Some("Harbour City"), "{written}");
        }
        assert_eq!(name("FC Mill"), Some("FC Mill"));
        for written in ["Mill", "Harbour SC", "FC", "FC Harbour FC"] {
            assert_eq!(name(written), None, "{written}");
        }
        assert!(Clubs::new("Harbour City | England").find("harbour city").is_none());
    }

    #[test]
    fn a_club_is_named_or_one_of_those_of_a_nickname() {
        assert_eq!(named("Tottenham"), Some("Tottenham Hotspur"));
        assert_eq!(named("FC Internazionale"), Some("Inter Milan"));
        assert_eq!(named("Tottenham striker"), None);
        assert!(nicknamed("City").contains(&"Manchester City"));
        assert!(nicknamed("Gunners").contains(&"Arsenal"));
        assert!(nicknamed("Arsenal").is_empty());
    }

    #[test]
    fn a_country_is_three_capitals_in_brackets() {
        assert_eq!(with_country_code("Chelsea FC (ENG)"), Some(("Chelsea FC", "ENG")));
        for none in ["Chelsea", "Dnipro (-2020)", "Oriental (Lissabon)", "(ENG)", "Chelsea (Éa)", ""] {
            assert_eq!(with_country_code(none), None, "{none}");
        }
    }
}
