//! How often the two sides of the match told of have met, or had when they were about to: "have never met at a World Cup",
//! "their third meeting in the finals", "the only meeting of the two at a European Championship", "last met in 1966".

use byline_record::ask::words;
use byline_record::{CompetitionId, EditionId, Match, StageKind, TeamId};
use jiff::civil::Date;

use super::about::is_hypothetical;
use super::ledger::skip;
use super::out::verdict;
use super::plain::{adds_others, closes};
use super::progress::stage_at;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Verbs of a meeting.
const MET: &[&str] = &["met", "meet", "faced", "face"];
/// Nouns of one.
const MEETINGS: &[&str] = &["meeting", "encounter", "clash"];
/// How often, in a word; a sentence may be no more than that and where.
const TIMES: &[&str] = &["once", "twice", "never"];
const HEADS: Heads = Heads::of(MET).and(Heads::of(MEETINGS)).and(Heads::of(TIMES)).and(Heads::of(&["times"]));

/// How often they are said to have met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Not before.
    Never,
    /// So many times, before the match or with it.
    Times(u32),
    /// The match is the n-th.
    Nth(u32),
    /// There was one before, and no other.
    OnlyOne,
    /// The last before was in a year.
    Since(i16),
}

/// Which meetings are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Scope {
    competition: Option<CompetitionId>,
    stage: Option<StageKind>,
}

/// What is said, of which meetings, and between which tokens.
struct Told {
    said: Said,
    scope: Scope,
    span: (usize, usize),
}

/// The two sides, and when they meet.
struct Pair {
    sides: [TeamId; 2],
    date: Date,
    edition: EditionId,
    stage: Option<StageKind>,
    /// Whether the match has been played.
    played: bool,
}

impl Pair {
    fn of(reader: &Reader<'_, '_>) -> Option<Self> {
        let kind = |stage: Option<&byline_record::Stage>| stage.map(|stage| stage.kind);
        let played = reader.anchor.map(|entry| Self {
            sides: [entry.home, entry.away],
            date: entry.date,
            edition: entry.edition,
            stage: kind(entry.stage.as_ref()),
            played: true,
        });
        played.or_else(|| {
            reader.fixture.map(|fixture| Self {
                sides: [fixture.home(), fixture.away()],
                date: fixture.date(),
                edition: fixture.edition(),
                stage: kind(fixture.stage()),
                played: false,
            })
        })
    }

    /// Whether everybody a passage names is of one of the sides, and every team is one of them.
    fn is_alone_in(&self, passage: &Passage, out: &Out<'_>) -> bool {
        let record = out.record();
        let is_side = |team: TeamId| self.sides.iter().any(|&side| record.root(side) == record.root(team));
        passage.names.iter().all(|name| name.team().is_none_or(is_side))
    }

    /// The meetings before this one, oldest first; `strictly` of these teams and not of those they succeeded.
    fn before<'r>(&self, scope: Scope, strictly: bool, out: &Out<'r>) -> Vec<&'r Match> {
        let [one, other] = self.sides;
        let counts = |entry: &&'r Match| {
            let competition = out.record().edition(entry.edition).competition;
            entry.date < self.date
                && scope.competition.is_none_or(|named| named == competition)
                && scope.stage.is_none_or(|stage| entry.is_at(stage))
                && (!strictly || self.sides.iter().all(|&team| entry.side_of(team).is_some()))
        };
        out.view.meetings(one, other).into_iter().filter(counts).collect()
    }

    /// Whether the match itself is one of those counted.
    fn is_in(&self, scope: Scope, out: &Out<'_>) -> bool {
        let competition = out.record().edition(self.edition).competition;
        scope.competition.is_none_or(|named| named == competition)
            && scope.stage.is_none_or(|stage| self.stage == Some(stage))
    }
}

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    if passage.quote.is_some() || !passage.may_meet(&HEADS) {
        return;
    }
    let Some(pair) = Pair::of(reader).filter(|pair| pair.is_alone_in(passage, out)) else { return };
    for at in passage.starts(&HEADS).filter(|&at| passage.name_at(at).is_none()) {
        let told = verb(reader, passage, at, out)
            .or_else(|| noun(reader, passage, at, out))
            .or_else(|| alone(reader, passage, at, out));
        if let Some(told) = told.filter(|told| !adds_others(passage, told.span.1)) {
            judge(reader, passage, &pair, &told, out);
        }
    }
}

/// How many times, in a word or in a number of times: "once", "three times".
fn times_at(passage: &Passage, at: usize) -> Option<(u32, usize)> {
    match passage.word(at) {
        "once" => Some((1, at + 1)),
        "twice" => Some((2, at + 1)),
        _ => {
            let (count, end) = passage.cardinal(at)?;
            Some((count, passage.any_phrase(end, &["times"])?))
        }
    }
}

/// "At a World Cup", "in the finals", "in a World Cup final", "in a European Championship semi-final": what is counted.
fn scope_at(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(Scope, usize)> {
    if !passage.is_any(at, &["at", "in"]) {
        return None;
    }
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let noun = skip(passage, at + 1, &["a", "the", "any"]);
    if let Some(end) = passage.any_phrase(noun, &["finals", "tournament", "competition"]) {
        return Some((Scope { competition: Some(own?), stage: None }, end));
    }
    if let Some(end) = passage.any_phrase(noun, &["european finals"]) {
        return Some((Scope { competition: Some(reader.european_championship(out)?), stage: None }, end));
    }
    let named = passage.name_from(noun).filter(|name| name.edition().is_none());
    let competition = named.and_then(Name::competition);
    let end = named.filter(|_| competition.is_some()).map_or(noun, |name| name.end);
    match stage_at(passage, end) {
        Some((stage, end)) => Some((Scope { competition: competition.or(own), stage: Some(stage) }, end)),
        None => Some((Scope { competition: Some(competition?), stage: None }, skip(passage, end, &["finals"]))),
    }
}

/// "Have never met at a World Cup", "had met twice before in the finals", "have not met at a World Cup since 1966".
fn verb(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Told> {
    const SUBJECTS: &[&str] = &["two", "countries", "sides", "teams", "nations", "they", "pair", "both", "rivals"];
    if !passage.is_any(at, MET) {
        return None;
    }
    let mut first = super::ledger::back(passage, at, &["never", "not", "ever", "only", "also", "yet", "to", "last"]);
    let last = passage.has(first, at, &["last"]);
    let denied = passage.has(first, at, &["never", "not", "yet to"]);
    first = super::ledger::back(passage, first, &["have", "had", "has", "did"]);
    let owner = first.checked_sub(1)?;
    // "Messi and Ronaldo have never met": two men.
    if passage.name_at(owner).is_none_or(|name| name.team().is_none()) && !passage.is_any(owner, SUBJECTS)
        || first == at
    {
        return None;
    }
    let object = passage.name_with_article(at + 1).filter(|name| name.team().is_some());
    let mut end = object.map_or(at + 1, |name| name.end);
    end = passage.any_phrase(end, &["each other", "one another"]).unwrap_or(end);
    // "Have met only once", "had met before twice"
    end = skip(passage, end, &["only", "just", "before", "previously", "already"]);
    let times = times_at(passage, end).filter(|_| !denied);
    end = times.map_or(end, |(_, end)| end);
    end = skip(passage, end, &["before", "previously", "already"]);
    // "Last met in 1982 at a World Cup", "last met at a World Cup in 1982"
    let year_of = |at: usize| passage.is_any(at, &["in"]).then(|| reader.year_at(passage, at + 1)).flatten();
    let early = year_of(end).filter(|_| last);
    let (scope, mut end) = scope_at(reader, passage, if early.is_some() { end + 2 } else { end }, out)?;
    end = skip(passage, end, &["before", "previously", "already"]);
    let late = year_of(end).filter(|_| last && early.is_none());
    if let Some(year) = early.or(late) {
        end += if late.is_some() { 2 } else { 0 };
        return closes(passage, end).then_some(Told { said: Said::Since(year), scope, span: (first, end) });
    }
    let since = passage.is_any(end, &["since"]).then(|| reader.year_at(passage, end + 1)).flatten();
    let said = match (denied, since, times) {
        (true, Some(year), _) => Said::Since(year),
        (true, None, _) => Said::Never,
        (false, None, Some((count, _))) => Said::Times(count),
        _ => return None,
    };
    end += if since.is_some() { 2 } else { 0 };
    closes(passage, end).then_some(Told { said, scope, span: (first, end) })
}

/// "Their third meeting at a World Cup", "the first World Cup meeting of the two", "the only previous meeting in the finals".
fn noun(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Told> {
    const OF_THEM: &[&str] = &[
        "of the two sides",
        "of the two countries",
        "of the two teams",
        "of the two",
        "of the sides",
        "of the countries",
        "between the two sides",
        "between the two countries",
        "between the two teams",
        "between the two",
        "between the sides",
        "between the countries",
        "between the teams",
        "between them",
    ];
    if !passage.is_any(at, MEETINGS) {
        return None;
    }
    let named = at.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.edition().is_none());
    let before = named.and_then(Name::competition);
    let which = if before.is_some() { named.map_or(at, |name| name.first) } else { at };
    let which = super::ledger::back(passage, which, &["previous", "other", "earlier"]);
    let (first, said) = match super::ledger::ordinal_before(passage, which) {
        Some((first, nth)) => (first, Said::Nth(nth)),
        None => {
            let last = which.checked_sub(1)?;
            match passage.word(last) {
                "first" => (last, Said::Nth(1)),
                "only" => (last, Said::OnlyOne),
                _ => return None,
            }
        }
    };
    let end = passage.any_phrase(at + 1, OF_THEM).unwrap_or(at + 1);
    let (scope, end) = match scope_at(reader, passage, end, out) {
        Some(found) => found,
        None => (Scope { competition: Some(before?), stage: None }, end),
    };
    let end = passage.any_phrase(end, OF_THEM).unwrap_or(end);
    closes(passage, end).then_some(Told { said, scope, span: (first, end) })
}

/// "Have they met? Once at a World Cup."
fn alone(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Told> {
    const ASKED: &[&str] = &["met", "meetings", "head to head", "previous meetings", "history"];
    let before = reader.passage_before(passage).filter(|before| before.has(0, before.len(), ASKED))?;
    if at > 2 || before.len() > 8 {
        return None;
    }
    let (said, end) = match passage.word(0) {
        "never" => (Said::Never, 1),
        _ => times_at(passage, 0).map(|(count, end)| (Said::Times(count), end))?,
    };
    let (scope, end) = scope_at(reader, passage, end, out)?;
    (end >= passage.len() || passage.is_stop(end)).then_some(Told { said, scope, span: (0, end) })
}

fn judge(reader: &Reader<'_, '_>, passage: &Passage, pair: &Pair, told: &Told, out: &mut Out<'_>) {
    /// Words of meetings beyond those of the finals.
    const OTHERS: &[&str] = &["friendly", "friendlies", "qualifying", "qualifiers", "qualifier", "competitive"];
    let span = told.span;
    if out.is_confirmed(passage, span, &[Kind::HeadToHead, Kind::FirstSince, Kind::Tally])
        || out.is_denied(passage, span)
        || is_hypothetical(passage, span.0) && pair.played
    {
        return;
    }
    let record = out.record();
    // "Had met seven times before": without the match itself.
    let earlier = passage.has(span.0, span.1, &["before", "previously", "already"]);
    let is_right = |strictly: bool| {
        let met = pair.before(told.scope, strictly, out);
        let before = u32::try_from(met.len()).unwrap_or(u32::MAX);
        match told.said {
            Said::Never => before == 0,
            Said::OnlyOne => before == 1,
            Said::Times(count) => {
                count == before || !earlier && pair.played && pair.is_in(told.scope, out) && count == before + 1
            }
            Said::Nth(nth) => pair.is_in(told.scope, out) && nth == before + 1,
            Said::Since(year) => met.last().is_some_and(|last| record.is_of_year(last, year)),
        }
    };
    let right = is_right(true) || is_right(false);
    let met = pair.before(told.scope, false, out);
    let others = |other: &&Passage| other.paragraph == passage.paragraph && !pair.is_alone_in(other, out);
    // "They met in 1966. It is their third meeting": the paragraph may be of one of them.
    let all = pair.before(Scope::default(), false, out);
    let plain = !met.is_empty()
        && reader.local.get(&passage.paragraph).is_none_or(|id| all.iter().any(|entry| entry.id == *id))
        && !reader.before(passage).iter().rev().take(4).any(|other| others(&other))
        && (!matches!(told.said, Said::Nth(_)) || pair.is_in(told.scope, out))
        && !passage.has(0, passage.len(), OTHERS)
        && (matches!(told.said, Said::Since(_)) || super::focus::years(passage, out, reader.this_year(out)).is_empty());
    let Some(verdict) = verdict(right, plain) else { return };
    let [one, other] = pair.sides.map(|team| words::team(record, team));
    let which =
        told.scope.competition.map_or_else(String::new, |id| format!(" at the {}", words::competition(record, id)));
    let stage = told.scope.stage.map_or_else(String::new, |stage| format!(", in the {}", stage.name()));
    let how = match told.said {
        Said::Never => "had not met".to_owned(),
        Said::OnlyOne => "had met once".to_owned(),
        Said::Times(count) => format!("met {}", words::count(count, "time", "times")),
        Said::Nth(nth) => format!("the {} meeting", words::ordinal(nth)),
        Said::Since(year) => format!("last met in {year}"),
    };
    let rows: Vec<_> = met.iter().rev().take(12).rev().flat_map(|entry| out.match_row(entry)).collect();
    let reading = format!("{one} and {other}: {how}{which}{stage}");
    let judged = Judged::new(verdict).showing(rows);
    out.push(passage, span, Kind::HeadToHead, reading, judged);
}
