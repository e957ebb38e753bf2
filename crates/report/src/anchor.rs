//! Which match a report is about.

use std::collections::{BTreeMap, BTreeSet};

use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::Entity;
use byline_record::{Fixture, Goals, Match, MatchId, Sex, Side, TeamId, View, fold};
use jiff::civil::Date;

use crate::checked::Anchor;
use crate::passage::Passage;
use crate::text::Report;

/// Teams whose pairs are considered, heaviest first.
const MOST_TEAMS: usize = 12;
/// The least weight of clues that makes a match the one a report is about.
const ENOUGH: f64 = 5.0;
/// How much the best must be ahead of the next.
const AHEAD: f64 = 1.0;

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
const YOUTH: &[&str] = &["u21", "u20", "u19", "u17", "u23", "youth"];
const YOUTH_PHRASES: &[&str] = &["under 21", "under 20", "under 19", "under 17", "under 23", "under 21s", "under 20s"];
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
                words
                    .get(..most)
                    .is_some_and(|words| words.windows(parts.len()).any(|window| window == parts.as_slice()))
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

/// A match as the anchor sees it: played, or still to come.
struct Candidate {
    id: MatchId,
    date: Date,
    home: TeamId,
    away: TeamId,
    score: f64,
    clues: Vec<String>,
}

fn weights(passages: &[Passage]) -> Vec<(TeamId, f64)> {
    let mut weights: BTreeMap<TeamId, f64> = BTreeMap::new();
    for (index, passage) in passages.iter().enumerate() {
        let weight = if index < 3 || passage.is_title {
            2.0
        } else if passage.quote.is_some() {
            0.5
        } else {
            1.0
        };
        for name in &passage.names {
            if let [Entity::Team(team)] = *name.means.as_slice() {
                *weights.entry(team).or_default() += weight;
            }
        }
    }
    let mut weights: Vec<(TeamId, f64)> = weights.into_iter().collect();
    weights.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    weights.truncate(MOST_TEAMS);
    weights
}

/// The match a report is about, if that is plain. `passages` are those of the whole report, read without a match in
/// question.
pub(crate) fn anchor(view: &View<'_>, report: &Report, passages: &[Passage]) -> Option<Anchor> {
    let teams = weights(passages);
    let total: f64 = teams.iter().map(|(_, weight)| weight).sum();
    let published = report.published.as_ref().map(|published| published.date);
    let said = Said::of(report, passages);
    let mut candidates: Vec<Candidate> = Vec::new();
    for (index, &(one, weight)) in teams.iter().enumerate() {
        for &(other, other_weight) in teams.iter().skip(index + 1) {
            let share = (weight + other_weight) / total.max(1.0);
            let lead = said.lead.contains(&one) && said.lead.contains(&other);
            for entry in view.meetings(one, other) {
                candidates.push(weigh(view, &said, entry, share, lead, published));
            }
            for fixture in view.fixtures_between(one, other) {
                candidates.extend(weigh_fixture(&fixture, share, lead, published));
            }
        }
    }
    candidates.sort_by(|one, other| other.score.total_cmp(&one.score).then(other.date.cmp(&one.date)));
    let best = candidates.first()?;
    let next = candidates.iter().find(|candidate| candidate.id != best.id).map_or(0.0, |candidate| candidate.score);
    if best.score < ENOUGH || best.score - next < AHEAD {
        return None;
    }
    Some(Anchor {
        in_match: best.id,
        confidence: (best.score / (best.score + next.max(0.0) * 0.5 + 0.5)).clamp(0.0, 1.0),
        clues: best.clues.clone(),
    })
}

/// What a text says that tells one match from another.
struct Said {
    words: BTreeSet<String>,
    scores: BTreeSet<(u8, u8)>,
    years: BTreeSet<i16>,
    /// Teams of the first passages.
    lead: BTreeSet<TeamId>,
}

impl Said {
    fn of(report: &Report, passages: &[Passage]) -> Self {
        let mut said =
            Self { words: BTreeSet::new(), scores: BTreeSet::new(), years: BTreeSet::new(), lead: BTreeSet::new() };
        let folded = fold(report.text());
        said.words = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(str::to_owned)
            .collect();
        for (index, passage) in passages.iter().enumerate() {
            for at in 0..passage.len() {
                match passage.kind(at) {
                    Some(TokenKind::Score(one, other)) => {
                        said.scores.insert((one.max(other), one.min(other)));
                    }
                    Some(TokenKind::Number(year @ 1900..=2100)) => {
                        said.years.extend(i16::try_from(year));
                    }
                    _ => {}
                }
            }
            // "England 2 Slovakia 1"
            for pair in passage.names.windows(2) {
                if let [one, other] = pair
                    && one.team().is_some()
                    && other.team().is_some()
                    && let (Some((first, end)), Some((second, _))) =
                        (passage.cardinal(one.end), passage.cardinal(other.end))
                    && (end == other.first || passage.is_mark(end, ','))
                    && let (Ok(first), Ok(second)) = (u8::try_from(first), u8::try_from(second))
                {
                    said.scores.insert((first.max(second), first.min(second)));
                }
            }
            if index < 3 || passage.is_title {
                said.lead.extend(passage.names.iter().filter_map(crate::passage::Name::team));
            }
        }
        said
    }

    fn has_score(&self, goals: Option<Goals>) -> bool {
        goals.is_some_and(|goals| self.scores.contains(&(goals.home.max(goals.away), goals.home.min(goals.away))))
    }

    fn has_name(&self, name: &str) -> bool {
        let folded = fold(name);
        let last = folded.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| word.len() > 3);
        last.is_some_and(|last| self.words.contains(last))
    }
}

/// Clues of the day: how near a match is to the day of a report.
fn nearness(published: Option<Date>, date: Date) -> Option<(f64, String)> {
    let days = i64::from((published? - date).get_days());
    Some(match days {
        0..=2 => (4.0, "played at most two days before".to_owned()),
        3..=5 => (2.5, format!("played {days} days before")),
        6..=9 => (1.0, format!("played {days} days before")),
        _ => return None,
    })
}

fn weigh(view: &View<'_>, said: &Said, entry: &Match, share: f64, lead: bool, published: Option<Date>) -> Candidate {
    let mut score = 2.5 * share;
    let mut clues = vec!["both teams".to_owned()];
    if lead {
        score += 1.0;
    }
    let near = nearness(published, entry.date);
    let mut add = |weight: f64, clue: String| {
        score += weight;
        clues.push(clue);
    };
    let is_near = near.is_some();
    if let Some((weight, clue)) = near {
        add(weight, clue);
    }
    let record = view.record();
    let year = record.edition(entry.edition).year().unwrap_or(entry.date.year());
    if !is_near && (said.years.contains(&year) || said.years.contains(&entry.date.year())) {
        add(1.5, format!("the year {year}"));
    }
    if let Some(end) = entry.score.end.filter(|_| said.has_score(entry.score.end)) {
        add(1.5, format!("the score {end}"));
    }
    if said.has_score(entry.score.shoot_out.and_then(|decided| decided.score)) {
        add(0.75, "the score of the shoot-out".to_owned());
    }
    let scorers: BTreeSet<_> = entry.goals().filter_map(|goal| goal.player).collect();
    let named = scorers.iter().filter(|&&scorer| said.has_name(&record.person(scorer).name)).count();
    if named > 0 {
        let share = f64::from(u8::try_from(named).unwrap_or(u8::MAX))
            / f64::from(u8::try_from(scorers.len()).unwrap_or(u8::MAX));
        add(
            0.8 * f64::from(u8::try_from(named.min(3)).unwrap_or(3)) * share.max(0.5),
            format!("{named} of {} scorers", scorers.len()),
        );
    }
    if let Some(city) =
        entry.venue.and_then(|venue| record.venue(venue).city.as_deref()).filter(|city| said.has_name(city))
    {
        add(0.5, format!("the place, {city}"));
    }
    Candidate { id: entry.id, date: entry.date, home: entry.home, away: entry.away, score, clues }
}

fn weigh_fixture(fixture: &Fixture<'_>, share: f64, lead: bool, published: Option<Date>) -> Option<Candidate> {
    let days = i64::from((fixture.date() - published?).get_days());
    let near = match days {
        0..=3 => 3.5,
        4..=8 => 2.5,
        _ => return None,
    };
    let score = 2.5 * share + if lead { 1.0 } else { 0.0 } + near;
    let clues = vec!["both teams".to_owned(), format!("to be played {days} days later")];
    Some(Candidate { id: fixture.id(), date: fixture.date(), home: fixture.home(), away: fixture.away(), score, clues })
}

impl Candidate {
    /// The team of a side.
    #[allow(dead_code)]
    const fn team(&self, side: Side) -> TeamId {
        match side {
            Side::Home => self.home,
            Side::Away => self.away,
        }
    }
}
