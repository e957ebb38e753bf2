//! Results told in passing of the team a piece is about, which the sentence need not name: "Mexico and Poland were both
//! beaten 2-0", "Australia 2-1, Croatia 3-0", "Argentina then beat them 6-1", "seven against Sweden, six against Spain".
//!
//! A score and the opponent beside it are laid beside the matches of those the piece is about, at the tournaments the
//! paragraph tells of. Where no match of the opponent there ended so, the score is wrong of whomever it is told.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, Match, TeamId};

use super::about::{distinct, is_hypothetical, is_wanted};
use super::against::is_at_another;
use super::fit::{is_score, seen_from};
use super::{Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Words of a result.
const RESULTS: &[&str] = &[
    "beat",
    "beaten",
    "beating",
    "lost",
    "losing",
    "won",
    "winning",
    "drew",
    "drawn",
    "held",
    "defeated",
    "defeat",
    "win",
    "victory",
    "draw",
    "went down",
    "seen off",
    "thrashed",
    "overcame",
    "overcome",
    "succumbed",
    "put out",
    "sent home",
    "disposed",
    "removed",
    "knocked out",
];
/// Words of a score that was none at the end, or of other football.
const ELSEWHERE: &[&str] = &[
    "led",
    "lead",
    "leading",
    "ahead",
    "up",
    "down",
    "trailed",
    "trailing",
    "behind",
    "half",
    "interval",
    "penalties",
    "shoot out",
    "shootout",
    "kicks",
    "friendly",
    "friendlies",
    "qualifying",
    "qualifier",
    "qualifiers",
    "play off",
    "aggregate",
    "under",
    "women",
    "olympic",
    "olympics",
    "copa",
    "league",
    "made it",
    "level",
    "rehearsal",
];
/// Prepositions between goals and whoever let them in.
const AGAINST: &[&str] = &["against", "past", "from"];
const AGAINST_HEADS: Heads = Heads::of(AGAINST);

/// Something told of a match with an opponent, in one order or the other.
struct Told {
    opponent: TeamId,
    span: (usize, usize),
    says: Says,
}

#[derive(Debug, Clone, Copy)]
enum Says {
    /// It ended so.
    Score(u8, u8),
    /// So many goals were scored against the opponent.
    Goals(u32),
}

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    let mut all: Vec<Told> = Vec::new();
    for at in 0..passage.len() {
        if let Some(TokenKind::Score(one, other)) = passage.kind(at) {
            for (opponent, first, last) in beside(passage, at) {
                all.push(Told { opponent, span: (first, last), says: Says::Score(one, other) });
            }
        } else if passage.may_begin(at, &AGAINST_HEADS) && passage.is_any(at, AGAINST) {
            all.extend(goals_against(passage, at));
        }
    }
    all.retain(|told| !is_told(passage, told, out));
    if all.is_empty() || passage.has(0, passage.len(), ELSEWHERE) {
        return;
    }
    let about = about(reader, passage, out);
    let editions = editions(reader, passage, out);
    let found: Vec<Option<(TeamId, &Match)>> = all.iter().map(|told| found(told, &about, &editions, out)).collect();
    let agree = found.iter().any(Option::is_some);
    for (told, found) in all.iter().zip(&found) {
        if is_hypothetical(passage, told.span.0) || is_wanted(passage, told.span.0) {
            continue;
        }
        match found {
            Some((team, entry)) => say(passage, told, *team, entry, Verdict::Confirmed, out),
            None => deny(reader, passage, told, (&about, &editions, agree), out),
        }
    }
}

/// Whether a reader has told of the words.
fn is_told(passage: &Passage, told: &Told, out: &Out<'_>) -> bool {
    const KINDS: &[Kind] =
        &[Kind::Score, Kind::RunningScore, Kind::HalfTimeScore, Kind::ShootOut, Kind::Tally, Kind::Scorer];
    let (first, end) = told.span;
    let words = passage.span(first, end);
    out.is_denied(passage, told.span)
        || out
            .so_far()
            .iter()
            .any(|other| KINDS.contains(&other.kind) && other.span.start < words.end && words.start < other.span.end)
}

/// The opponents a score stands beside, each with the words from the first to the last: the nearest team in its clause, and
/// those joined to it.
fn beside(passage: &Passage, at: usize) -> Vec<(TeamId, usize, usize)> {
    const REACH: usize = 7;
    let score = |at: usize| matches!(passage.kind(at), Some(TokenKind::Score(..)));
    let ends = |at: usize| passage.is_stop(at) || score(at);
    let before = passage
        .names
        .iter()
        .rfind(|name| name.end <= at && name.team().is_some() && at - name.end < REACH)
        .filter(|name| !(name.end..at).any(|at| ends(at) || passage.is_mark(at, ',')));
    let after =
        passage.names.iter().find(|name| name.first > at && name.team().is_some() && name.first - at <= 4).filter(
            |name| passage.is_any(at + 1, &["against", "over", "with", "to", "by"]) && !(at + 1..name.first).any(ends),
        );
    let Some(name) = after.or(before).filter(|name| !passage.is_possessive(name.end)) else { return Vec::new() };
    let Some(team) = name.team() else { return Vec::new() };
    let span = (name.first.min(at), name.end.max(at + 1));
    let mut all = vec![(team, span.0, span.1)];
    // "Mexico and Poland were both beaten 2-0", "beaten Belgium and Paraguay 3-0 apiece"
    const EACH: &[&str] = &["both", "each", "apiece"];
    let each = passage.has(span.0, passage.len().min(span.1 + 2), EACH);
    let joint = name.first.checked_sub(2).filter(|_| passage.is_any(name.first - 1, &["and"]));
    if each
        && let Some(other) = joint.and_then(|at| passage.name_at(at))
        && let Some(team) = other.team()
    {
        all.push((team, other.first, span.1));
    }
    all
}

/// "Seven against Sweden", "nine of them from Hungary", "eight put past Turkey": goals told by whoever let them in.
fn goals_against(passage: &Passage, at: usize) -> Option<Told> {
    const BETWEEN: &[&str] = &["of", "them", "those", "goals", "put", "scored", "came", "were"];
    let next = super::ledger::skip(passage, at + 1, &["the", "hosts", "holders"]);
    let name = passage.name_from(next).filter(|name| !passage.is_possessive(name.end))?;
    let end = super::ledger::back(passage, at, BETWEEN);
    let (first, count) = passage.cardinal_before(end).filter(|(_, count)| (2..=10).contains(count))?;
    let starts =
        first == 0 || passage.is_break(first - 1) || passage.is_any(first - 1, &["put", "scored", "had", "and"]);
    let goals = passage.has(0, passage.len(), &["goals", "goal", "scored", "put"]);
    // "From Hungary" may be anything that came from there.
    let from = passage.is_any(at, &["from"]) && !passage.has(first, at, &["of them", "of those"]);
    (starts && goals && !from && super::plain::closes(passage, name.end))
        .then(|| Some(Told { opponent: name.team()?, span: (first, name.end), says: Says::Goals(count) }))?
}

/// The teams a passage may be about though it does not name them.
fn about(reader: &Reader<'_, '_>, passage: &Passage, out: &Out<'_>) -> Vec<TeamId> {
    let paragraph = reader.up_to(passage).iter().rev().take_while(|other| other.paragraph == passage.paragraph);
    let named = paragraph.flat_map(|other| other.names.iter().filter_map(Name::team));
    let person = super::counts::hero(reader).filter(|_| reader.anchor.is_none());
    let of_hero = person.into_iter().flat_map(|person| out.record().person(person).teams.iter().copied());
    let own = reader.heavy.first().into_iter().chain(&out.own).copied();
    distinct(own.chain(of_hero).chain(named), 6)
}

/// The tournaments a passage may be of: those of the years it names, or its paragraph named last, or the report's own.
fn editions(reader: &Reader<'_, '_>, passage: &Passage, out: &Out<'_>) -> Vec<EditionId> {
    let recalled = reader.editions_recalled(passage, None, out);
    recalled.unwrap_or_else(|| reader.tournament(out).into_iter().collect())
}

fn fits(entry: &Match, told: &Told, out: &Out<'_>) -> bool {
    let Some(end) = entry.score.end else { return false };
    match told.says {
        Says::Score(one, other) => is_score(end, one, other),
        Says::Goals(count) => {
            out.side(entry, told.opponent).is_some_and(|side| u32::from(end.of(side.other())) == count)
        }
    }
}

/// The match of one of some teams with the opponent that is as told.
fn found<'r>(told: &Told, about: &[TeamId], editions: &[EditionId], out: &Out<'r>) -> Option<(TeamId, &'r Match)> {
    about.iter().filter(|&&team| team != told.opponent).find_map(|&team| {
        let met = out.view.meetings(team, told.opponent).into_iter();
        let mut fitting = met.filter(|entry| editions.contains(&entry.edition) && fits(entry, told, out));
        fitting.next().filter(|_| fitting.next().is_none()).map(|entry| (team, entry))
    })
}

/// Whether no match of the opponent at any of the tournaments was as told, shoot-outs and all.
fn deny(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    told: &Told,
    (about, editions, agree): (&[TeamId], &[EditionId], bool),
    out: &mut Out<'_>,
) {
    let &[edition] = editions else { return };
    let Some(&team) = about.first() else { return };
    let result = passage.has(0, passage.len(), RESULTS);
    // "Since Germany beat England 3-2": of others, or of another day.
    let clause = passage.clause_start(told.span.0);
    let another = |name: &Name| {
        let other = name.team().filter(|_| name.first >= clause && name.end <= told.span.1);
        other.is_some_and(|other| other != told.opponent && out.record().root(other) != out.record().root(team))
    };
    if passage.names.iter().any(another) && !agree || passage.has(0, passage.len(), &["since", "ago"]) {
        return;
    }
    let pinned = reader.edition.is_some() || reader.editions_recalled(passage, None, out).is_some();
    let is_goals = matches!(told.says, Says::Goals(_));
    if passage.quote.is_some() || !pinned || !agree && (is_goals || !result) {
        return;
    }
    let of_opponent = |entry: &&Match| out.side(entry, told.opponent).is_some() && entry.is_played();
    let mut met = out.view.meetings(team, told.opponent).into_iter().filter(|entry| entry.edition == edition);
    let (Some(entry), None) = (met.next(), met.next()) else { return };
    // "England had beaten Germany 5-1 in Munich": of no match of theirs here.
    if is_at_another(passage, told.span.1, entry, out) {
        return;
    }
    let so = |entry: &Match| match told.says {
        Says::Score(one, other) => {
            let score = &entry.score;
            [score.end, score.full_time, score.half_time].into_iter().flatten().any(|goals| is_score(goals, one, other))
                || score.shoot_out.and_then(|kicks| kicks.score).is_some_and(|kicks| is_score(kicks, one, other))
        }
        Says::Goals(_) => fits(entry, told, out),
    };
    if out.view.matches_in(edition).filter(of_opponent).any(so) {
        return;
    }
    // At other tournaments the two may have met so, and at none is nobody told of.
    if out.view.meetings(team, told.opponent).into_iter().any(|other| fits(other, told, out)) {
        return;
    }
    say(passage, told, team, entry, Verdict::Contradicted, out);
}

fn say(passage: &Passage, told: &Told, team: TeamId, entry: &Match, verdict: Verdict, out: &mut Out<'_>) {
    let record = out.record();
    let (one, opponent) = (words::team(record, team), words::team(record, told.opponent));
    let (kind, reading) = match told.says {
        Says::Score(first, second) => {
            let own = out.side(entry, team).zip(entry.score.end).map(|(side, end)| seen_from(end, side));
            let (goals, against) = match own {
                Some(own) if own == (second, first) => own,
                _ => (first, second),
            };
            (Kind::Score, format!("{one} {goals}-{against} {opponent}"))
        }
        Says::Goals(count) => (Kind::Tally, format!("{one} scored {count} against {opponent}")),
    };
    let judged = Judged::new(verdict).showing(out.match_row(entry)).about(Topic::Match(entry.id));
    out.push(passage, told.span, kind, reading, judged);
}
