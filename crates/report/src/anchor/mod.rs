//! Which match a report is about.
//!
//! [`clues`] has what a text says that tells one match from another: years, scores, scorers, places. Here the matches of
//! the teams named most are weighed by them; [`local`] does the same for each paragraph, as round-ups and histories go
//! from match to match. [`game`] tells whether it is football of the record at all.

mod candidate;
mod clues;
mod game;
mod local;
mod moments;
mod people;

use std::collections::BTreeMap;

use byline_record::ask::english::dates::weekday;
use byline_record::names::find::{Entity, RunningText};
use byline_record::{Fixture, Match, StageKind, TeamId, View};
use jiff::civil::Date;

use crate::checked::Anchor;
use crate::index::{Index, Key};
use crate::passage::Passage;
use crate::read::{dateline, stage_words};
use crate::text::Report;
use candidate::{Candidate, Clue};
use clues::{Said, ratio};

pub(crate) use clues::short_year;
pub(crate) use game::{Game, game};
pub(crate) use local::{editions, local};

/// Teams whose pairs are considered, heaviest first.
const MOST_TEAMS: usize = 12;
/// The least weight of clues that makes a match the one a report is about.
const ENOUGH: f64 = 5.0;
/// How much the best must be ahead of the next.
const AHEAD: f64 = 1.0;

/// How near another match of the same days is to the best, if both are told of in one report.
const ROUND_UP: f64 = 1.5;

/// What it weighs that a report begins with the two sides of a match and its score.
const OPENS: f64 = 1.5;

/// What it weighs that a match to come is named with its stage and day.
const NAMED: f64 = 3.0;

/// What it weighs that a report begins with the day and the city of a match to come.
const PLACED: f64 = 1.5;

/// A text of fewer different words than this is too short to tell of more than one goal.
const FEW_WORDS: usize = 40;

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
        // "SAINT-DENIS, France (Agency) -" is a place.
        let from = dateline(passage);
        for name in passage.names.iter().filter(|name| name.first >= from) {
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
pub(crate) fn anchor(
    view: &View<'_>,
    index: &Index,
    report: &Report,
    text: &RunningText,
    passages: &[Passage],
) -> Option<Anchor> {
    let teams = weights(passages);
    let total: f64 = teams.iter().map(|(_, weight)| weight).sum();
    let published = report.published.as_ref().map(|published| published.date);
    let said = Said::of(view, text, 0..report.text().len(), passages);
    let mut candidates: Vec<Candidate> = Vec::new();
    for (rank, &(one, weight)) in teams.iter().enumerate() {
        for &(other, other_weight) in teams.iter().skip(rank + 1) {
            let share = (weight + other_weight) / total.max(1.0);
            let lead = said.lead.contains(&one) && said.lead.contains(&other);
            for entry in view.meetings(one, other) {
                candidates.push(weigh(view, index, &said, entry, share, lead, published));
            }
            for fixture in view.fixtures_between(one, other) {
                let last = tells_last(view, &fixture, &said, published);
                let named = !last && names_stage(view, &fixture, passages);
                let placed = !last && !named && names_place(index, &fixture, passages, published);
                candidates.extend(weigh_fixture(&fixture, &said, share, lead, published).map(|candidate| Candidate {
                    score: candidate.score + if named { NAMED } else { 0.0 } + if placed { PLACED } else { 0.0 },
                    ..candidate
                }));
            }
        }
    }
    candidates.extend(people::near(view, index, &said, &teams, published));
    // With a match of these days in question, a year recalled says little.
    let days = |candidate: &Candidate| published.is_some_and(|day| (day - candidate.date).get_days().abs() <= 3);
    if candidates.iter().any(|candidate| days(candidate) && candidate.score >= ENOUGH) {
        for candidate in candidates.iter_mut().filter(|candidate| !days(candidate) && !candidate.told) {
            candidate.score -= 1.0;
        }
    }
    candidates.sort_by(|one, other| {
        other.score.total_cmp(&one.score).then(other.date.cmp(&one.date)).then(one.id.cmp(&other.id))
    });
    let Some(best) = candidates.first().filter(|best| best.score >= ENOUGH) else {
        return people::alone(view, index, &said, &teams);
    };
    let next = candidates.iter().find(|candidate| candidate.id != best.id).map_or(0.0, |candidate| candidate.score);
    // Two matches of these days told in full, of four teams: a round-up of both.
    let sides = |candidate: &Candidate| view.get(candidate.id).map(|entry| [entry.home, entry.away]);
    let apart = |candidate: &Candidate| {
        let (own, others) = (sides(best), sides(candidate));
        own.zip(others).is_some_and(|(own, others)| !own.iter().any(|team| others.contains(team)))
    };
    let rivals = |candidate: &&Candidate| {
        candidate.told && days(candidate) && candidate.score + ROUND_UP >= best.score && apart(candidate)
    };
    if best.told && days(best) && candidates.iter().any(|candidate| rivals(&candidate)) {
        return None;
    }
    (best.score - next >= AHEAD).then(|| best.found(view.record(), next))
}

/// Clues of the day: how near a match is to the day of a report.
fn nearness(published: Option<Date>, date: Date) -> Option<(f64, Clue)> {
    let days = i64::from((published? - date).get_days());
    let weight = match days {
        0..=2 => 4.0,
        3..=5 => 2.5,
        6..=9 => 1.0,
        _ => return None,
    };
    Some((weight, Clue::PlayedBefore(days)))
}

fn weigh(
    view: &View<'_>,
    index: &Index,
    said: &Said,
    entry: &Match,
    share: f64,
    lead: bool,
    published: Option<Date>,
) -> Candidate {
    let mut score = 2.5 * share;
    let mut clues = vec![Clue::BothTeams];
    if lead {
        score += 1.0;
    }
    score += said.sets_against([entry.home, entry.away]);
    // A report begins with the match it is about; one of a match to come may begin with the last one.
    let just_played = published.is_some_and(|day| (3..=9).contains(&(day - entry.date).get_days()));
    let opens = !just_played && said.opening.as_ref().is_some_and(|opening| opening.tells(entry));
    if opens {
        score += OPENS;
    }
    // "Tomorrow": of the match of the day, of which no score is told, the report may only say that it is played.
    let told = published != Some(entry.date) || said.has_score(entry.score.end) || !said.of_tomorrow;
    let near = nearness(published, entry.date).map(|(weight, clue)| (if told { weight } else { weight - 1.5 }, clue));
    let mut add = |weight: f64, clue: Clue| {
        score += weight;
        clues.push(clue);
    };
    // What speaks against it is no clue to show.
    let mut against = 0.0;
    let is_near = near.is_some();
    if let Some((weight, clue)) = near {
        add(weight, clue);
    }
    let record = view.record();
    let year = record.edition(entry.edition).year().unwrap_or(entry.date.year());
    if !is_near && (said.years.contains(&year) || said.years.contains(&entry.date.year())) {
        add(1.5, Clue::Year(year));
    }
    if let Some(end) = entry.score.end.filter(|_| said.has_score(entry.score.end)) {
        add(1.5, Clue::Score(end));
    }
    if said.has_score(entry.score.shoot_out.and_then(|decided| decided.score)) {
        add(0.75, Clue::ShootOut);
    }
    let (scorers, takers) = index.doers(entry.id);
    let named = said.named(index, scorers);
    if named > 0 {
        let share = ratio(named, scorers.len());
        add(
            0.8 * share.max(0.5) * f64::from(u8::try_from(named.min(5)).unwrap_or(5)),
            Clue::Scorers { named, of: scorers.len() },
        );
    }
    // Of a match recalled more is told than one of its many goals.
    let is_long = said.words.len() >= FEW_WORDS;
    if !is_near && is_long && scorers.len() >= 3 && named * 2 < scorers.len() {
        against += 1.0;
    }
    // Of the day of a report a match is that it tells of; one long ago has its year or its scorers.
    let dated = said.years.contains(&year) || said.years.contains(&entry.date.year());
    if published.is_some() && !is_near && !dated {
        against += if named * 2 < scorers.len().max(1) { 1.5 } else { 0.5 };
    }
    // A friendly is no match of a tournament.
    if !is_near && !dated && said.friendly {
        against += 1.5;
    }
    let kicks = said.named(index, takers);
    if kicks > 0 {
        add(0.5 * f64::from(u8::try_from(kicks.min(4)).unwrap_or(4)), Clue::Takers(kicks));
    }
    if is_near && said.says("hosts") {
        let hosts = &record.edition(entry.edition).hosts;
        let host = [entry.home, entry.away].into_iter().find(|&team| hosts.contains(&record.team(team).name));
        if host.is_some() {
            add(1.0, Clue::Hosts);
        }
    }
    if let Some(venue) = entry.venue.filter(|_| said.names_city(index, entry)) {
        add(0.5, Clue::Place(venue));
    }
    let told = scorers.len() >= 2 && named == scorers.len();
    Candidate { id: entry.id, date: entry.date, score: score - against, told, most: 1.0, clues }
}

/// Whether one of the first passages names both sides of a match to come with its stage: the final of its tournament, or
/// another on the day of the week it is.
fn names_stage(view: &View<'_>, fixture: &Fixture<'_>, passages: &[Passage]) -> bool {
    let Some(stage) = fixture.stage().map(|stage| stage.kind).filter(|stage| stage.is_knock_out()) else {
        return false;
    };
    let competition = view.record().edition(fixture.edition()).competition;
    let day = fixture.date().weekday();
    passages.iter().take(6).any(|passage| {
        let has = |team: TeamId| passage.names.iter().any(|name| name.team() == Some(team));
        let named = passage
            .names
            .iter()
            .any(|name| name.edition() == Some(fixture.edition()) || name.competition() == Some(competition));
        let on_day = || (0..passage.len()).any(|at| weekday(passage.word(at)) == Some(day));
        let told = || (0..passage.len()).any(|at| stage_words(passage, at).is_some_and(|(is, _)| is == stage));
        has(fixture.home()) && has(fixture.away()) && (stage == StageKind::Final && named || on_day()) && told()
    })
}

/// Whether one of the first passages has the day and the city of a match to come: "Tomorrow, 4pm, Munich".
fn names_place(index: &Index, fixture: &Fixture<'_>, passages: &[Passage], published: Option<Date>) -> bool {
    let Some(city) = fixture.venue().and_then(|venue| index.city(venue)) else { return false };
    let days: &[&str] = match published.map(|day| (fixture.date() - day).get_days()) {
        Some(0) => &["tonight", "this evening", "this afternoon"],
        Some(1) => &["tomorrow", "tomorrows"],
        _ => return false,
    };
    passages.iter().take(3).any(|passage| {
        passage.has(0, passage.len(), days) && (0..passage.len()).any(|at| Key::of(passage.word(at)) == city)
    })
}

/// Whether the score of a match of these days is told, of one of the sides of a match to come: the report is of that one,
/// and looks ahead.
fn tells_last(view: &View<'_>, fixture: &Fixture<'_>, said: &Said, published: Option<Date>) -> bool {
    let Some(day) = published else { return false };
    [fixture.home(), fixture.away()].into_iter().flat_map(|team| view.matches_of(team)).any(|entry| {
        (0..=2).contains(&(day - entry.date).get_days()) && (said.has_score(entry.score.end) || entry.date == day)
    })
}

fn weigh_fixture(
    fixture: &Fixture<'_>,
    said: &Said,
    share: f64,
    lead: bool,
    published: Option<Date>,
) -> Option<Candidate> {
    let days = i64::from((fixture.date() - published?).get_days());
    let near = match days {
        0..=3 => 3.5,
        4..=8 => 2.5,
        _ => return None,
    };
    // "England v Senegal" begins a preview, and stands among other matches to come below a report.
    let opens = said.opening.as_ref().is_some_and(|opening| opening.announces(fixture.home(), fixture.away()));
    // "Tomorrow" tells of what is to come.
    let next = match days {
        0 => ["tonight", "evening", "afternoon"].into_iter().any(|word| said.says(word)),
        1 => said.says("tomorrow") || said.says("tomorrows"),
        _ => said.says("preview") || opens && said.weekdays.contains(&fixture.date().weekday()),
    };
    let looks_ahead = ["preview", "forecast", "prediction", "kickoff"].into_iter().any(|word| said.says(word));
    let add = |is: bool, weight: f64| if is { weight } else { 0.0 };
    let clues = vec![Clue::BothTeams, Clue::ToBePlayed(days)];
    let score = 2.5 * share + near + add(lead, 1.0) + add(next, 1.0) + add(looks_ahead, 0.5) + add(opens, 1.0);
    Some(Candidate { id: fixture.id(), date: fixture.date(), score, told: false, most: 1.0, clues })
}

/// The teams a report names most.
pub(crate) fn heavy(passages: &[Passage]) -> Vec<TeamId> {
    weights(passages).into_iter().map(|(team, _)| team).take(2).collect()
}
