//! What a team came to in several years, told by the years alone: "third in 1998, second in 2018", "after losing the finals
//! of 1982 and 1986", "their only previous semi-finals, in 1964 and 1984, were both lost", "finalists of 1934 and 1962".
//!
//! A place or a round, the years, and perhaps what became of the match: whoever of the teams near it fits is meant, and of
//! several years one that fits none of them is wrong.

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{CompetitionId, EditionId, Match, StageKind, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::elsewhere::is_elsewhere;
use super::ledger::Ledger;
use super::stages::stage_words;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// What a team came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    /// First, second, third or fourth.
    Place(u32),
    /// A match of a round, and whether it was won.
    Round(StageKind, Option<bool>),
}

/// What is told: in which years, by which words.
struct Told {
    came: Came,
    years: Vec<i16>,
    first: usize,
    last: usize,
}

const PLACES: &[(&str, u32)] = &[
    ("winners", 1),
    ("champions", 1),
    ("runners up", 2),
    ("beaten finalists", 2),
    ("losing finalists", 2),
    ("third place", 3),
    ("fourth place", 4),
];
const PLACE_HEADS: Heads = Heads::of_pairs(PLACES);
/// Words by which years go with other things one by one.
const ELSEWHERE: &[&str] = &["respectively"];

/// Verbs and nouns of what was done in a match.
const DEEDS: &[&str] = &[
    "beat",
    "beaten",
    "beating",
    "defeated",
    "lost",
    "losing",
    "won",
    "winning",
    "win",
    "winner",
    "goal",
    "goals",
    "scored",
    "knocked",
    "put",
    "drew",
    "held",
    "met",
    "sent",
    "penalties",
    "since",
];

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    let is_year = |at: usize| reader.year_at(passage, at).is_some();
    // Without a year there is nothing to tell.
    if !(0..passage.len()).any(is_year) || is_elsewhere(passage, ELSEWHERE) {
        return;
    }
    let mut all = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        let told = told(reader, passage, at);
        at = told.as_ref().map_or(at + 1, |told| told.last);
        all.extend(told);
    }
    let Some(first) = all.first() else { return };
    let mut meant = reader.teams_likely(passage, first.first, out);
    // "England reached the final in 2018": of nobody else.
    meant.all.truncate(if meant.sure { 1 } else { meant.all.len() });
    let teams = meant.all;
    let competitions = reader.competitions(out);
    // Whom all of it fits best is whom the sentence is about.
    let count = |team: TeamId| all.iter().filter(|told| fits(reader, team, told, &competitions, out)).count();
    let most = teams.iter().map(|&team| count(team)).max().unwrap_or_default();
    let Some(about) = teams.iter().copied().find(|&team| count(team) == most) else { return };
    for told in &all {
        judge(reader, passage, told, (about, most, &teams), &competitions, out);
    }
}

/// The matches by which a team came to what is told, of one competition; `None` for years that do not fit.
fn found<'r>(
    reader: &Reader<'_, 'r>,
    team: TeamId,
    told: &Told,
    competition: CompetitionId,
    out: &Out<'r>,
) -> Vec<Option<&'r Match>> {
    let edition = |year: i16| reader.edition_of(competition, year, out);
    told.years.iter().map(|&year| by(team, edition(year)?, told.came, out)).collect()
}

/// Whether all that is told fits a team in one of some competitions.
fn fits(reader: &Reader<'_, '_>, team: TeamId, told: &Told, competitions: &[CompetitionId], out: &Out<'_>) -> bool {
    competitions.iter().any(|&id| found(reader, team, told, id, out).iter().all(Option::is_some))
}

/// What is told at a token, if years follow.
fn told(reader: &Reader<'_, '_>, passage: &Passage, at: usize) -> Option<Told> {
    // "There was no final in 1950"
    const DENIED: &[&str] = &["no", "not", "never", "without"];
    if passage.name_at(at).is_some() {
        return None;
    }
    let place = passage.rows_at(at, PLACES, &PLACE_HEADS, |row| row.0).next();
    let (came, next) = if let Some((&(_, place), end)) = place {
        (Came::Place(place), end)
    } else if passage.is_any(at, &["finals"]) {
        (Came::Round(StageKind::Final, None), at + 1)
    } else if let Some((stage, end)) = stage_words(passage, at)
        .filter(|(stage, _)| matches!(stage, StageKind::Final | StageKind::SemiFinal | StageKind::QuarterFinal))
    {
        (Came::Round(stage, None), end)
    } else {
        let (nth, end) = passage.ordinal(at).filter(|(nth, _)| (1..=4).contains(nth))?;
        // "Third in 1998", not "their third in 1998".
        let bare = at == 0
            || passage.is_break(at - 1)
            || passage.is_any(at - 1, &["finished", "came", "were", "was", "ended", "times"]);
        (Came::Place(nth), bare.then_some(end)?)
    };
    let (years, last) = years(reader, passage, next)?;
    let denied = passage.has(at.saturating_sub(3), at, DENIED);
    if denied || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return None;
    }
    let (came, first) = outcome(passage, came, at, last);
    // "Had beaten Paraguay in the quarter-finals of 2002": a match is told, and not how far somebody came.
    if matches!(came, Came::Round(_, None)) && passage.has(0, passage.len(), DEEDS) {
        return None;
    }
    Some(Told { came, years, first, last })
}

/// The years behind a round or place: "of 1982 and 1986", ", in 1964 and 1984", and the token after them.
fn years(reader: &Reader<'_, '_>, passage: &Passage, at: usize) -> Option<(Vec<i16>, usize)> {
    let next = if passage.is_mark(at, ',') { at + 1 } else { at };
    if !passage.is_any(next, &["in", "of"]) {
        return None;
    }
    let mut years = vec![reader.year_at(passage, next + 1)?];
    let mut last = next + 2;
    while let Some((year, end)) = reader.another_year(passage, last) {
        years.push(year);
        last = end;
    }
    Some((years, last))
}

/// Whether the match of a round was won or lost, by the verb before it or behind the years.
fn outcome(passage: &Passage, came: Came, at: usize, last: usize) -> (Came, usize) {
    const WON: &[&str] = &["won", "winning", "win"];
    const LOST: &[&str] = &["lost", "losing", "lose"];
    let Came::Round(stage, _) = came else { return (came, at) };
    let reach = passage.clause_start(at).max(at.saturating_sub(5));
    let verb = (reach..at).rev().find(|&verb| passage.is_any(verb, WON) || passage.is_any(verb, LOST));
    let verb = verb.filter(|&verb| !passage.names.iter().any(|name| name.first > verb && name.end <= at));
    let behind = super::ledger::skip(
        passage,
        if passage.is_mark(last, ',') { last + 1 } else { last },
        &["were", "both", "all"],
    );
    let behind = Some(behind).filter(|&at| passage.is_any(at, &["won", "lost"]) && behind > last);
    let found = verb.or(behind);
    let won = found.map(|verb| passage.is_any(verb, WON));
    (Came::Round(stage, won), verb.unwrap_or(at))
}

/// The match by which a team came to what is told at an edition.
fn by<'r>(team: TeamId, edition: EditionId, came: Came, out: &Out<'r>) -> Option<&'r Match> {
    let ledger = Ledger::of_edition(&out.view, team, edition);
    match came {
        Came::Place(place) => {
            let standings = out.view.standings(edition)?;
            let root = |team: TeamId| out.record().root(team);
            let index = usize::try_from(place).ok()?.checked_sub(1)?;
            let holds = standings.get(index)?.teams.iter().any(|&other| root(other) == root(team));
            ledger.matches.last().filter(|_| holds).map(|(entry, _)| *entry)
        }
        Came::Round(stage, won) => {
            let of_round =
                |entry: &Match| entry.is_at(stage) || stage == StageKind::Final && entry.is_at(StageKind::FinalRound);
            let found = ledger.matches.iter().rev().find(|(entry, _)| of_round(entry));
            let (entry, side) = found?;
            let right = won.is_none_or(|won| entry.winner().is_some_and(|winner| (winner == *side) == won));
            right.then_some(*entry)
        }
    }
}

fn judge(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    told: &Told,
    (about, most, teams): (TeamId, usize, &[TeamId]),
    competitions: &[CompetitionId],
    out: &mut Out<'_>,
) {
    let of = |team: TeamId| {
        let mut all = competitions.iter().map(|&id| found(reader, team, told, id, out));
        all.find(|found| found.iter().all(Option::is_some))
    };
    let mut fitting = teams.iter().copied().filter(|&team| of(team).is_some());
    // "Germany, winners in 2014, and Belgium, third in 2018": of the one right before it.
    let beside = told.first.checked_sub(1).filter(|&comma| passage.is_mark(comma, ','));
    let beside = beside.and_then(|comma| passage.name_at(comma.checked_sub(1)?)).and_then(Name::team);
    let right = match (of(about).is_some(), fitting.next(), fitting.next()) {
        _ if beside.is_some_and(|team| of(team).is_some()) => beside,
        (true, ..) => Some(about),
        (false, Some(only), None) => Some(only),
        _ => None,
    };
    let record = out.record();
    let reading = |team: TeamId| {
        let came = match told.came {
            Came::Place(nth) => format!("finished {}", words::ordinal(nth)),
            Came::Round(stage, None) => format!("played in the {}", stage.name()),
            Came::Round(stage, Some(true)) => format!("won the {}", stage.name()),
            Came::Round(stage, Some(false)) => format!("lost the {}", stage.name()),
        };
        let years: Vec<String> = told.years.iter().map(ToString::to_string).collect();
        format!("{} {came} in {}", words::team(record, team), words::list(&years))
    };
    let span = (told.first, told.last);
    if out.is_denied(passage, span) {
        return;
    }
    if let Some(team) = right {
        if out.is_confirmed(passage, span, &[Kind::Title, Kind::Progress]) && told.years.len() < 2 {
            return;
        }
        let rows: Vec<Evidence> =
            of(team).into_iter().flatten().flatten().flat_map(|entry| out.match_row(entry)).collect();
        out.push(passage, span, Kind::Progress, reading(team), Judged::new(Verdict::Confirmed).showing(rows));
        return;
    }
    let mut others = passage.names.iter().filter_map(Name::team).chain(teams.iter().copied());
    if passage.quote.is_some() || others.any(|team| of(team).is_some()) || !named(passage, about, out) {
        return;
    }
    // One year of several that is wrong, or one told among others that are right: of whoever is meant.
    let wrong = competitions.iter().copied().find(|&id| {
        let found = found(reader, about, told, id, out);
        let held = told.years.iter().all(|&year| {
            reader
                .edition_of(id, year, out)
                .is_some_and(|edition| out.view.is_over(edition) && played(about, edition, out))
        });
        held && (most > 0 || found.len() > 1 && found.iter().filter(|found| found.is_some()).count() + 1 == found.len())
    });
    let Some(id) = wrong else { return };
    // A title of the other competition is no mistake of this one.
    let elsewhere = competitions
        .iter()
        .any(|&other| other != id && told.years.iter().any(|&year| reader.edition_of(other, year, out).is_some()));
    if elsewhere {
        return;
    }
    let rows: Vec<Evidence> = told
        .years
        .iter()
        .filter_map(|&year| reader.edition_of(id, year, out))
        .filter_map(|edition| Ledger::of_edition(&out.view, about, edition).matches.last().map(|(entry, _)| *entry))
        .flat_map(|entry| out.match_row(entry))
        .collect();
    out.push(passage, span, Kind::Progress, reading(about), Judged::new(Verdict::Contradicted).showing(rows));
}

/// Whether a passage names a team, itself or another of its line.
fn named(passage: &Passage, team: TeamId, out: &Out<'_>) -> bool {
    let root = out.record().root(team);
    passage.names.iter().filter_map(Name::team).any(|other| out.record().root(other) == root)
}

/// Whether a team was at an edition.
fn played(team: TeamId, edition: EditionId, out: &Out<'_>) -> bool {
    Ledger::of_edition(&out.view, team, edition).len() > 0
}
