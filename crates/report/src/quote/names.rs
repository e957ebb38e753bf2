//! Who a report names: full names by surname, who leads a team, and of whom it tells.

use byline_record::names::clubs;
use rustc_hash::FxHashMap;

use super::describe::{Description, Role};
use super::lexicon::{
    is_capital, is_captain, is_determiner, is_human, is_manager, is_of_people, is_place, is_pronoun, is_side,
    joins_names, opens_clause,
};
use super::speaker::Clause;
use super::words::Word;

/// What a report shows somebody to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leads {
    /// In charge of a team.
    Manager,
    /// Its captain.
    Captain,
}

/// Everybody a report has named in full so far.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The first full name by its last word.
    by_last: FxHashMap<String, String>,
    /// The same by its first word; empty where two have it.
    by_first: FxHashMap<String, String>,
    /// How often each is named, by full name.
    times: FxHashMap<String, u32>,
    /// Named most often: how often, and whether nobody else is as often.
    most: Option<(String, u32, bool)>,
    leaders: Vec<(Leads, String)>,
    /// The words for a team that stood before their office, by name.
    of_team: FxHashMap<String, String>,
    /// What else the report says of people beside their names: the word for a club with what they are there, and how
    /// old they are.
    told_of: Vec<(Told, String)>,
}

/// Something a report says of somebody beside the name.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    /// Wolfsburg striker Popp: the last word for the club, and the role; Wolfsburg's Popp has none.
    Club(String, Option<Role>),
    /// Kelly, 24; the 24-year-old Kelly.
    Age(String),
}

/// The most things kept of what is said beside names.
const TOLD: usize = 64;

/// The most people kept as managers or captains: a report has few.
const LEADERS: usize = 24;

fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

impl Names {
    /// Takes in the names among some words.
    pub(super) fn add(&mut self, text: &str, words: &[Word]) {
        let word = |at: usize| words.get(at).and_then(|word| text.get(word.span.clone())).unwrap_or_default();
        let clause = Clause { text, words };
        let ends = |at: usize| clause.owns(at);
        let mut at = 0;
        while at < words.len() {
            if !is_capital(word(at)) || opens_clause(word(at)) || is_determiner(word(at)) || is_pronoun(word(at)) {
                at += 1;
                continue;
            }
            let start = at;
            at += 1;
            while let Some(next) = words.get(at) {
                let joined = is_capital(word(at)) || joins_names([word(at), word(at + 1), word(at + 2)]);
                if next.comma || next.stop || next.colon || !joined || ends(at - 1) {
                    break;
                }
                at += 1;
            }
            // Spaniard Luis Rua is Luis Rua.
            // Fellow-midfielder Marcos Senna is Marcos Senna.
            let described =
                |word: &str| word.rsplit_once('-').is_some_and(|(_, role)| !is_capital(role) && is_human(role));
            let start =
                if at - start > 2 && (is_of_people(word(start)) || described(word(start))) { start + 1 } else { start };
            // German Head Coach Julian Nagelsmann is Julian Nagelsmann.
            let office = |at: usize| {
                let small = word(at).to_ascii_lowercase();
                // Son is a name as well.
                is_of_people(word(at)) || small == "head" || is_manager(&small) || is_human(&small) && small != "son"
            };
            let mut start = start;
            while at - start > 2 && (office(start) || is_honorific(word(start))) {
                start += 1;
            }
            let mut full: Vec<String> = (start..at).map(|at| bare(word(at)).to_owned()).collect();
            let mut shouted = full.iter().all(|word| word.chars().all(|c| !c.is_lowercase()));
            // A story that begins in capitals: DIEGO MARADONA punched.
            if shouted && full.len() == 2 && word(at).starts_with(char::is_lowercase) {
                full.iter_mut().for_each(|word| *word = titled(word));
                shouted = false;
            }
            // The Divine Ponytail is no name.
            let byname = start.checked_sub(1).is_some_and(|the| word(the) == "the" && !clause.breaks(start));
            if (2..=4).contains(&full.len()) && !shouted && !byname && !full.iter().any(|word| is_place(word)) {
                self.insert(&full);
            }
            let named = full.join(" ");
            if !self.knows(&named) {
                continue;
            }
            let name = self.full(&named);
            self.count(&name);
            // Said the 33-year-old. Hampton wept: she need not be.
            let before = start.checked_sub(1).filter(|_| !clause.breaks(start)).map(word).unwrap_or_default();
            if is_manager(before) || is_captain(before) {
                let team = start.checked_sub(2).map(word).filter(|team| is_capital(team) && !is_determiner(team));
                if let Some(team) = team {
                    self.of_team.entry(name.clone()).or_insert_with(|| bare(team).to_owned());
                }
            }
            let apposed = words.get(at).is_some_and(|next| next.comma && !next.stop);
            let is_age = |age: &str| age.len() == 2 && age.bytes().all(|digit| digit.is_ascii_digit());
            let aged = before.strip_suffix("-year-old").or_else(|| Some(word(at)).filter(|_| apposed));
            // Rapinoe, who turned 34 on Friday.
            let turned = || apposed && word(at) == "who" && matches!(word(at + 1), "turned" | "turns" | "is");
            let aged = aged.filter(|age| is_age(age)).or_else(|| Some(word(at + 2)).filter(|_| turned()));
            if let Some(age) = aged.filter(|age| is_age(age)) {
                self.tell(Told::Age(age.to_owned()), &name);
            }
            if let Some(told) = club_before(&clause, start) {
                self.tell(told, &name);
            }
            let apposition = (at..at + 7)
                .take_while(|&place| words.get(place).is_some_and(|next| !next.stop && (place == at || !next.comma)));
            let in_apposition = |is: fn(&str) -> bool| {
                apposed && is_determiner(word(at)) && apposition.clone().any(|place| is(word(place)))
            };
            if is_manager(before) || (ends(at - 1) && is_side(word(at))) || in_apposition(is_manager) {
                self.lead(Leads::Manager, &name);
            } else if is_captain(before) || in_apposition(is_captain) {
                self.lead(Leads::Captain, &name);
            }
        }
    }

    fn insert(&mut self, full: &[String]) {
        let (Some(first), Some(last)) = (full.first(), full.last()) else { return };
        let name = full.join(" ");
        // Van Basten is no other man than Marco van Basten.
        if self.by_last.get(last).is_some_and(|known| same_end(known, &name)) {
            return;
        }
        self.by_last.entry(last.clone()).or_insert_with(|| name.clone());
        let known = self.by_first.entry(first.clone()).or_insert_with(|| name.clone());
        if *known != name {
            known.clear();
        }
    }

    fn count(&mut self, name: &str) {
        let times = self.times.entry(name.to_owned()).or_default();
        *times += 1;
        let (times, alone) = (*times, true);
        self.most = match self.most.take() {
            Some((known, most, _)) if known != name && most > times => Some((known, most, alone)),
            Some((known, most, _)) if known != name && most == times => Some((known, most, false)),
            _ => Some((name.to_owned(), times, alone)),
        };
    }

    /// Takes in what is said of somebody.
    fn tell(&mut self, told: Told, name: &str) {
        let known = |(what, who): &(Told, String)| *what == told && who == name;
        if self.told_of.len() < TOLD && !self.told_of.iter().any(known) {
            self.told_of.push((told, name.to_owned()));
        }
    }

    /// The only one of whom the report said, beside the name, what a description says: how old, or with which club.
    pub(super) fn described(&self, words: &str) -> Option<&str> {
        let only = |is: &dyn Fn(&Told) -> bool| {
            let mut all = self.told_of.iter().filter(|(what, _)| is(what)).map(|(_, name)| name);
            let name = all.next()?;
            all.all(|other| other == name).then_some(name.as_str())
        };
        let mut all = words.split(' ').skip(1);
        if let Some(age) = all.clone().find_map(|word| word.strip_suffix("-year-old")) {
            return only(&|told| matches!(told, Told::Age(own) if own == age));
        }
        let club = bare(all.by_ref().take_while(|word| is_capital(word)).last()?);
        let role = Description::read(words).role;
        let fits = |own: Option<Role>| own.is_none() || role.is_none() || own == role;
        only(&|told| matches!(told, Told::Club(word, own) if word == club && fits(*own)))
    }

    /// Whether the report says of nobody of a name that he is of another age than a description tells.
    pub(super) fn may_be_aged(&self, name: &str, words: &str) -> bool {
        let Some(age) = words.split(' ').find_map(|word| word.strip_suffix("-year-old")) else { return true };
        !self.told_of.iter().any(|(told, who)| who == name && matches!(told, Told::Age(own) if own != age))
    }

    /// Notes that somebody leads a team.
    pub(super) fn lead(&mut self, leads: Leads, name: &str) {
        let known = |(is, who): &(Leads, String)| *is == leads && who == name;
        if self.leaders.len() < LEADERS && !self.leaders.iter().any(known) {
            self.leaders.push((leads, name.to_owned()));
        }
    }

    /// Whether somebody was noted to lead a team.
    pub(super) fn leads(&self, leads: Leads, name: &str) -> bool {
        self.leaders.iter().any(|(is, who)| *is == leads && who == name)
    }

    /// The only manager or captain a report names.
    pub(super) fn only(&self, leads: Leads) -> Option<&str> {
        let mut all = self.leaders.iter().filter(|(is, _)| *is == leads);
        let (_, name) = all.next()?;
        all.next().is_none().then_some(name.as_str())
    }

    /// Whether somebody can be what a description says of a team: nothing else is known of his.
    pub(super) fn may_lead(&self, name: &str, team: &str) -> bool {
        self.of_team.get(name).is_none_or(|own| team_start(own) == team_start(bare(team)))
    }

    /// Of whom the report tells: named at least twice, and more often than anybody else.
    pub(super) fn protagonist(&self) -> Option<&str> {
        self.most.as_ref().filter(|(_, times, alone)| *times > 1 && *alone).map(|(name, ..)| name.as_str())
    }

    /// Whether somebody was named in full whom these words can mean.
    pub(super) fn knows(&self, name: &str) -> bool {
        let name = bare(name);
        let last = name.rsplit(' ').next().unwrap_or(name);
        match self.by_last.get(last) {
            Some(full) => !name.contains(' ') || same_end(full, name) || same_end(name, full),
            None => self.by_first.get(name).is_some_and(|full| !full.is_empty()),
        }
    }

    /// The full name of somebody named so far by `name`.
    pub(super) fn full(&self, name: &str) -> String {
        let last = name.rsplit(' ').next().unwrap_or(name);
        if let Some(full) = self.by_last.get(last).filter(|full| last == name || same_end(full, name)) {
            return full.clone();
        }
        // German Head Coach Julian Nagelsmann, match-winner Zidane: what stands before the name is none of it.
        if let Some(full) = self.by_last.get(last) {
            let rest = name.get(..name.len() - last.len()).unwrap_or_default().trim_end();
            let role = rest.rsplit_once('-').is_some_and(|(_, role)| !role.contains(' ') && !is_capital(role));
            // Goalscorer Lozano.
            let role = role || rest != "Son" && !rest.contains(' ') && is_human(&rest.to_lowercase());
            if same_end(name, full) || role {
                return full.clone();
            }
        }
        // Sir Geoff is known by his given name.
        let given = name.split_once(' ').filter(|(first, _)| is_honorific(first)).map_or(name, |(_, given)| given);
        let by_first = || self.by_first.get(given).filter(|full| !full.is_empty());
        by_first().cloned().unwrap_or_else(|| name.to_owned())
    }
}

/// The club that words before a name say somebody is with.
fn club_before(clause: &Clause<'_>, start: usize) -> Option<Told> {
    let before = clause.word(start.checked_sub(1)?);
    let role = is_human(before) && !is_capital(before);
    let last = start.checked_sub(if role { 2 } else { 1 })?;
    if !is_capital(clause.word(last)) || (last + 1..=start).any(|at| clause.breaks(at)) {
        return None;
    }
    let mut first = last;
    while first > 0 && is_capital(clause.word(first - 1)) && !clause.breaks(first) && last - first < 3 {
        first -= 1;
    }
    let run = clause.span(first, last + 1).and_then(|span| clause.text.get(span)).map(bare)?;
    let club = bare(clause.word(last));
    if is_determiner(club) || is_of_people(club) || opens_clause(club) {
        return None;
    }
    if role {
        return Some(Told::Club(club.to_owned(), Description::read(before).role));
    }
    let known = || clubs::named(run).is_some() || !clubs::nicknamed(run).is_empty();
    (clause.owns(last) && known()).then(|| Told::Club(club.to_owned(), None))
}

/// Whether a description names a club we know, and no country.
pub(super) fn names_club(words: &str) -> bool {
    let all = words.split(' ').skip(1);
    let run: Vec<&str> = all.take_while(|word| is_capital(word)).map(bare).collect();
    let run = run.join(" ");
    clubs::named(&run).is_some() || !clubs::nicknamed(&run).is_empty()
}

/// Whether a word before a name is said in honour of whoever bears it.
pub(super) fn is_honorific(word: &str) -> bool {
    matches!(word, "Sir" | "Dame" | "Lord" | "Lady" | "Big" | "King" | "Saint" | "Don")
}

fn titled(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first.into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

/// Whether a full name ends in another, whatever the case of its particles.
fn same_end(full: &str, name: &str) -> bool {
    let start = full.len().checked_sub(name.len());
    start.and_then(|start| full.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(name))
}

/// The letters by which a country and its people are alike: England, English.
pub(super) fn team_start(team: &str) -> String {
    team.chars().take(4).collect()
}
