//! Goals of one man by where they fell: "three of them against England", "two in the 4-3 with Italy", "in 1962 he scored
//! once", "ten in Mexico in 1970", "both against Romania".
//!
//! A portion is a number of goals, somebody they belong to, and a scope: opponents, a stage, a tournament. Whichever of the
//! tournaments spoken of is meant, the goals of a match, of a tournament and of all of them are counted; what is none of
//! these numbers is true in no reading.

use std::collections::BTreeSet;

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{CompetitionClass, EditionId, Match, PersonId, StageKind, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::careers::{counts_something_else, scored};
use super::stages::{is_of, stage_words};
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Words by which a sentence counts goals.
const GOALS: &[&str] = &[
    "goal",
    "goals",
    "scored",
    "scores",
    "score",
    "scorer",
    "scorers",
    "scoring",
    "hat trick",
    "hat tricks",
    "netted",
    "marksman",
    "golden boot",
];
/// Verbs whose object is goals.
const SCORED: &[&str] = &["scored", "scoring", "netted", "netting", "struck", "hit", "bagged", "managed", "notched"];
/// Words that may stand between a number of goals and where they fell.
const BETWEEN: &[&str] = &[
    "goals", "goal", "strikes", "times", "all", "came", "come", "coming", "were", "was", "had", "have", "scored",
    "made", "alone", "in vain", "also", "being", "arrived", "followed", "more", "headers",
];
/// Words by which goals are of other matches than those of the finals, or no goals are counted.
const ELSEWHERE: &[&str] = &["disallowed", "annulled", "ruled out", "nations league"];
const GOAL_HEADS: Heads = Heads::of(GOALS);
const HEADS: Heads = Heads::of(&["against", "past", "versus", "at", "in", "of", "with", "from"]);

/// Where goals fell.
#[derive(Debug, Clone, Default)]
struct Scope {
    opponents: Vec<TeamId>,
    stage: Option<StageKind>,
    editions: Vec<EditionId>,
    /// The token after the words.
    last: usize,
}

impl Scope {
    const fn is_empty(&self) -> bool {
        self.opponents.is_empty() && self.stage.is_none() && self.editions.is_empty()
    }
}

/// A number of goals, from its first token to the one after its last.
#[derive(Debug, Clone, Copy)]
struct Number {
    at: usize,
    end: usize,
    count: u32,
    /// Whether the words leave no doubt that goals are counted.
    plain: bool,
}

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    if !passage.may_meet(&HEADS) || passage.quote.is_some() && passage.is_title {
        return;
    }
    let counted = std::cell::OnceCell::new();
    let counts_goals = || *counted.get_or_init(|| reader.tells_of(passage, &GOAL_HEADS, GOALS));
    let numbers: Vec<Number> = (0..passage.len()).filter_map(|at| number(passage, at, &counts_goals)).collect();
    if numbers.is_empty() || counts_something_else(passage, ELSEWHERE) {
        return;
    }
    for number in numbers {
        portion(reader, passage, number, out);
    }
}

/// A number of goals that begins at a token; `counts_goals` is whether goals are counted here at all.
fn number(passage: &Passage, at: usize, counts_goals: &dyn Fn() -> bool) -> Option<Number> {
    /// Words before a number by which it counts something else.
    const NOT: &[&str] = &["in", "after", "aged", "last", "every", "under", "by", "minus", "than", "at", "group", "of"];
    if passage.name_at(at).is_some() || passage.is_any(at.wrapping_sub(1), NOT) {
        return None;
    }
    let verb = passage.is_any(at.wrapping_sub(1), SCORED);
    let word = match passage.word(at) {
        "once" if verb => Some(1),
        "twice" if verb => Some(2),
        "both" => Some(2),
        _ => None,
    };
    let trick = passage.any_phrase(at, &["hat trick", "hat tricks"]);
    let (count, end) = match (word, trick) {
        (Some(count), _) => (count, at + 1),
        (None, Some(end)) => (3, end),
        (None, None) => passage.cardinal(at).filter(|(count, _)| (1..=16).contains(count))?,
    };
    if matches!(passage.kind(at), Some(TokenKind::Score(..) | TokenKind::Ordinal(_))) {
        return None;
    }
    let noun = passage.is_any(end, &["goals", "goal", "strikes"]);
    let part = passage.is_any(end, &["of"]) && passage.is_any(end + 1, &["them", "those", "these", "his"]);
    let plain = noun || verb || part || trick.is_some();
    (plain || counts_goals()).then_some(Number { at, end, count, plain })
}

/// What follows a number: where the goals fell.
fn scope(reader: &Reader<'_, '_>, passage: &Passage, number: Number, out: &Out<'_>) -> Scope {
    let mut next = number.end;
    if passage.is_any(next, &["of"]) && passage.is_any(next + 1, &["them", "those", "these"]) {
        next += 2;
    }
    while let Some(end) = passage.any_phrase(next, BETWEEN).filter(|_| passage.name_at(next).is_none()) {
        next = end;
    }
    let mut found = Scope { last: next, ..Scope::default() };
    while let Some(end) = part(reader, passage, next, &mut found, out) {
        next = end;
        found.last = end;
    }
    found
}

/// One part of a scope at a token, and the token after it.
fn part(reader: &Reader<'_, '_>, passage: &Passage, at: usize, found: &mut Scope, out: &Out<'_>) -> Option<usize> {
    let named = |from: usize| {
        let from = super::ledger::skip(passage, from, &["the", "hosts", "holders", "champions"]);
        passage.name_from(from).filter(|name| !passage.is_possessive(name.end)).and_then(|name| {
            let team = reader.team_meant(passage, name, out)?;
            Some((team, name.end))
        })
    };
    let against = passage.is_any(at, &["against", "past", "versus"])
        || passage.is_any(at, &["with"]) && found.stage.is_some() && found.opponents.is_empty();
    if against && found.opponents.is_empty() {
        let (team, mut end) = named(at + 1)?;
        found.opponents.push(team);
        while passage.is_any(end, &["and"]) || passage.is_mark(end, ',') {
            let Some((other, next)) = named(end + 1) else { break };
            // "Against Brazil, Poland went out": another clause.
            if passage.is_mark(end, ',') && !super::plain::closes(passage, next) {
                break;
            }
            found.opponents.push(other);
            end = next;
        }
        return Some(end);
    }
    if passage.is_any(at, &["at"])
        && found.opponents.is_empty()
        && let Some(name) = passage.name_from(at + 1)
        && passage.is_possessive(name.end)
        && passage.is_any(name.end + 1, &["expense"])
    {
        found.opponents.push(name.team()?);
        return Some(name.end + 2);
    }
    if !passage.is_any(at, &["in", "at", "of", "from", "during"]) {
        return None;
    }
    if found.editions.is_empty()
        && let Some((editions, end)) = reader.edition_at(passage, at, None, out)
        && !editions.is_empty()
    {
        found.editions = editions;
        // "In the 1966 final"
        return Some(match stage_words(passage, end) {
            Some((stage, end)) if found.stage.is_none() => {
                found.stage = Some(stage);
                end
            }
            _ => end,
        });
    }
    if found.stage.is_none() && !passage.is_any(at, &["of"]) {
        let noun = super::ledger::skip(passage, at + 1, &["the", "their", "his"]);
        // "In the European final"
        let noun = match passage.name_from(noun) {
            Some(name) if name.competition().is_some() && name.edition().is_none() => name.end,
            _ => noun,
        };
        let noun = if passage.is_any(noun, &["european"]) { noun + 1 } else { noun };
        if let Some((stage, end)) = stage_words(passage, noun) {
            found.stage = Some(stage);
            return Some(end);
        }
        // "In the 4-3 with Italy"
        if matches!(passage.kind(noun), Some(TokenKind::Score(..)))
            && found.opponents.is_empty()
            && passage.is_any(noun + 1, &["with", "against", "over", "win", "defeat", "draw", "victory"])
        {
            let with = if passage.is_any(noun + 1, &["with", "against", "over"]) { noun + 1 } else { noun + 2 };
            let (team, end) = named(with + 1)?;
            found.opponents.push(team);
            return Some(end);
        }
    }
    if found.editions.is_empty()
        && passage.is_any(at, &["in"])
        && let Some(name) = passage.name_from(at + 1)
    {
        let held = super::counts::held_in(reader, name, out);
        if !held.is_empty() {
            found.editions = held;
            return Some(name.end);
        }
    }
    None
}

/// The tournament named before a number in its clause: "in 1962 he scored once".
fn fronted(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Vec<EditionId>> {
    let from = passage.clause_start(at).max(at.saturating_sub(8));
    (from..at).rev().filter(|&at| passage.is_any(at, &["in", "at"])).find_map(|front| {
        let (editions, end) = reader.edition_at(passage, front, None, out)?;
        (end <= at && !editions.is_empty()).then_some(editions)
    })
}

/// Everybody the goals may be of, likeliest first, and whether the first is plainly meant.
fn holders(reader: &Reader<'_, '_>, passage: &Passage, at: usize) -> (Vec<PersonId>, bool) {
    let meant = reader.people_before(passage, at);
    let mut all = meant.all.clone();
    let hero =
        super::counts::hero(reader).filter(|_| passage.names.iter().all(|name| !name.is_person() || name.end > at));
    for person in reader.people_near(passage, at).into_iter().chain(hero) {
        if !all.contains(&person) {
            all.push(person);
        }
    }
    all.truncate(6);
    (all, meant.sure)
}

/// The matches of the finals somebody scored in within a scope, oldest first.
fn scored_in<'r>(reader: &Reader<'_, 'r>, person: PersonId, scope: &Scope, out: &Out<'r>) -> Vec<&'r Match> {
    let record = out.record();
    let all = reader.index.scored(person).iter().filter_map(|&id| out.view.get(id));
    all.filter(|entry| {
        let competition = record.edition(entry.edition).competition;
        record.competition(competition).class == CompetitionClass::Finals
            && scored(entry, person) > 0
            && (scope.editions.is_empty() || scope.editions.contains(&entry.edition))
            && scope.stage.is_none_or(|stage| is_of(entry, stage))
            && (scope.opponents.is_empty() || {
                let own = out.side_of_person(entry, person);
                let other = scope.opponents.iter().find_map(|&team| out.side(entry, team));
                own.zip(other).is_some_and(|(own, other)| own != other)
            })
    })
    .collect()
}

/// Every number of goals a portion may be: of a match, of a tournament, of all of them.
fn numbers(entries: &[&Match], person: PersonId) -> BTreeSet<u32> {
    let mut all: BTreeSet<u32> = entries.iter().map(|entry| scored(entry, person)).collect();
    let editions: BTreeSet<EditionId> = entries.iter().map(|entry| entry.edition).collect();
    for edition in editions {
        all.insert(entries.iter().filter(|entry| entry.edition == edition).map(|entry| scored(entry, person)).sum());
    }
    all.insert(entries.iter().map(|entry| scored(entry, person)).sum());
    all
}

fn portion(reader: &Reader<'_, '_>, passage: &Passage, number: Number, out: &mut Out<'_>) {
    let mut scope = scope(reader, passage, number, out);
    let told = !scope.is_empty();
    if scope.editions.is_empty()
        && let Some(editions) = fronted(reader, passage, number.at, out)
        && (told || number.plain)
    {
        scope.editions = editions;
    }
    if scope.is_empty() || is_hypothetical(passage, number.at) || is_wanted(passage, number.at) {
        return;
    }
    let (people, sure) = holders(reader, passage, number.at);
    let Some(&likely) = people.first() else { return };
    // "In 1970" alone may be a part of the year's: what is said of a tournament is all of it.
    let whole = scope.opponents.is_empty() && scope.stage.is_none();
    let counts = |person: PersonId| {
        let entries = scored_in(reader, person, &scope, out);
        if whole {
            let editions: BTreeSet<EditionId> = entries.iter().map(|entry| entry.edition).collect();
            let of = |edition: EditionId| {
                entries.iter().filter(|entry| entry.edition == edition).map(|entry| scored(entry, person)).sum()
            };
            editions.into_iter().map(of).collect()
        } else {
            numbers(&entries, person)
        }
    };
    let span = (number.at, scope.last.max(number.end));
    let fitting: Vec<PersonId> =
        people.iter().copied().filter(|&person| counts(person).contains(&number.count)).collect();
    let right = fitting.iter().copied().find(|&person| person == likely).or(match fitting.as_slice() {
        &[only] if number.count > 1 => Some(only),
        _ => None,
    });
    let (person, verdict) = match right {
        Some(person) => (person, Verdict::Confirmed),
        None if fitting.is_empty() && sure && may_deny(reader, passage, number, (&scope, likely), out) => {
            (likely, Verdict::Contradicted)
        }
        None => return,
    };
    let told = out.is_confirmed(passage, span, &[Kind::Tally]) || out.is_denied(passage, span);
    if verdict == Verdict::Confirmed && told {
        return;
    }
    let rows = shown(reader, person, &scope, out);
    if rows.is_empty() {
        return;
    }
    let reading = reading(person, number.count, &scope, out);
    out.push(passage, span, Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

/// Whether a number nobody near has may be denied of somebody: goals are plainly counted, nothing narrows the words
/// further, and no team named has so many.
fn may_deny(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    number: Number,
    (scope, person): (&Scope, PersonId),
    out: &Out<'_>,
) -> bool {
    const NARROW: &[&str] =
        &["half", "minutes", "minute", "extra time", "penalties", "spot", "headers", "by then", "so far"];
    let total: u32 = scored_in(reader, person, &Scope::default(), out).iter().map(|entry| scored(entry, person)).sum();
    let by_a_team = || {
        let teams = passage.names.iter().filter(|name| name.end <= number.at).filter_map(Name::team);
        teams.into_iter().any(|team| {
            !out.record().person(person).teams.contains(&team)
                || out.view.matches_of(team).any(|entry| {
                    let side = out.side(entry, team);
                    side.zip(entry.score.end).is_some_and(|(side, end)| u32::from(end.of(side)) == number.count)
                        && (scope.opponents.is_empty()
                            || scope.opponents.iter().any(|&other| out.side(entry, other).is_some()))
                        && (scope.editions.is_empty() || scope.editions.contains(&entry.edition))
                })
        })
    };
    // "Owen had scored three against Germany": in a qualifier, where no tournament is named and he has none at the finals.
    let of_finals = scope.opponents.is_empty()
        || !scope.editions.is_empty()
        || scope.stage.is_some()
        || !scored_in(reader, person, scope, out).is_empty();
    number.plain
        && of_finals
        && total > 0
        && number.count > 1
        && passage.quote.is_none()
        && scope.opponents.len() < 2
        && super::plain::closes(passage, scope.last)
        && !passage.has(number.at, passage.len().min(scope.last + 6), NARROW)
        && !passage.has(passage.clause_start(number.at), number.at, &["not", "never", "no", "instead", "than"])
        && !by_a_team()
}

/// The matches of a portion; else those in which somebody's team was in it; else those he scored in.
fn shown(reader: &Reader<'_, '_>, person: PersonId, scope: &Scope, out: &Out<'_>) -> Vec<Evidence> {
    let own = scored_in(reader, person, scope, out);
    let entries = if own.is_empty() {
        let wider = Scope { stage: None, opponents: Vec::new(), ..scope.clone() };
        let of_year = scored_in(reader, person, &wider, out);
        if of_year.is_empty() { scored_in(reader, person, &Scope::default(), out) } else { of_year }
    } else {
        own
    };
    entries.iter().rev().take(12).rev().flat_map(|entry| out.match_row(entry)).collect()
}

fn reading(person: PersonId, count: u32, scope: &Scope, out: &Out<'_>) -> String {
    let record = out.record();
    let mut text = format!("{}: {}", words::person(record, person), words::count(count, "goal", "goals"));
    if !scope.opponents.is_empty() {
        let teams: Vec<String> = scope.opponents.iter().map(|&team| words::team(record, team)).collect();
        text = format!("{text} against {}", words::list(&teams));
    }
    if let Some(stage) = scope.stage {
        text = format!("{text} in the {}", stage.name());
    }
    if !scope.editions.is_empty() {
        let all: Vec<String> = scope.editions.iter().map(|&edition| words::edition(record, edition)).collect();
        text = format!("{text}, {}", all.join(" or "));
    }
    text
}
