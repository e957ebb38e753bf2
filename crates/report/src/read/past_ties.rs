//! Ties of another year told by their year and round: "lost to France in the 1984 final", "beaten by Italy in the
//! semi-finals of Euro 2012".

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{CompetitionId, EditionId, Match, Side, StageKind, TeamId};

use super::about::{is_current, is_hypothetical, is_wanted};
use super::ledger::Ledger;
use super::occasion::stage_at;
use super::stages::is_called;
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Words of how a tie went, from the side of their subject: whether it won.
const CUES: &[(&str, bool)] = &[
    ("lost", false),
    ("losing", false),
    ("beaten", false),
    ("eliminated", false),
    ("knocked out", false),
    ("elimination", false),
    ("exit", false),
    ("overpowered", true),
    ("eliminated", true),
    ("saw off", true),
    ("eased past", true),
    ("edged past", true),
    ("edged", true),
    ("thrashed", true),
    ("defeat", false),
    ("loss", false),
    ("beat", true),
    ("beating", true),
    ("defeated", true),
    ("defeating", true),
    ("overcame", true),
    ("overcoming", true),
    ("win", true),
    ("victory", true),
    ("triumph", true),
];

const HEADS: Heads = Heads::of_pairs(CUES);

/// Words that may stand between a verb and whom it is about.
const BETWEEN: &[&str] =
    &["narrowly", "heavily", "on", "penalties", "out", "after", "extra", "time", "in", "a", "shoot", "shootout"];

/// What is said: against whom, at which stage of which edition.
struct Told {
    opponent: TeamId,
    stage: StageKind,
    stage_at: (usize, usize),
    year: Option<i16>,
    edition: Option<EditionId>,
    competition: Option<CompetitionId>,
    end: usize,
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if !passage.may_meet(&HEADS) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        let Some((&(_, won), end)) = passage.rows_at(at, CUES, &HEADS, |cue| cue.0).next() else { continue };
        if let Some(told) = told(reader, passage, (at, end), won) {
            judge(reader, passage, foci, (at, won), &told, out);
        }
    }
}

/// A preposition by which whom it went against follows; nothing stands between "beat" and its object.
fn opponent(passage: &Passage, (at, end): (usize, usize), won: bool) -> Option<&Name> {
    let noun = passage.is_any(at, &["defeat", "loss", "win", "victory", "triumph", "elimination", "exit"]);
    let direct = won && !noun;
    let mut next = end;
    if !direct {
        let is_score =
            |at: usize| matches!(passage.kind(at), Some(byline_record::ask::english::tokens::TokenKind::Score(..)));
        while next < end + 6 && (is_score(next) || !noun && passage.is_any(next, BETWEEN)) {
            next += 1;
        }
        let prepositions: &[&str] = if won { &["over", "against"] } else { &["to", "by", "against"] };
        if !passage.is_any(next, prepositions) {
            return None;
        }
        next += 1;
    }
    while passage.is_any(
        next,
        &["the", "hosts", "holders", "eventual", "champions", "winners", "neighbours", "a", "talented", "fancied"],
    ) {
        next += 1;
    }
    passage.name_from(next).filter(|name| name.team().is_some() && !passage.is_possessive(name.end))
}

fn told(reader: &Reader<'_, '_>, passage: &Passage, cue: (usize, usize), won: bool) -> Option<Told> {
    let name = opponent(passage, cue, won)?;
    let mut told = Told {
        opponent: name.team()?,
        stage: StageKind::Group,
        stage_at: (0, 0),
        year: None,
        edition: None,
        competition: None,
        end: name.end,
    };
    let mut next = name.end;
    let mut skipped = 0;
    while skipped < 5
        && (matches!(passage.kind(next), Some(byline_record::ask::english::tokens::TokenKind::Score(..)))
            || passage.is_any(next, &["on", "penalties", "after", "extra", "time"]))
    {
        next += 1;
        skipped += 1;
    }
    if passage.is_any(next, &["side", "team"]) {
        next += 1;
    }
    if !passage.is_any(next, &["in", "at"]) {
        return None;
    }
    let mut staged = false;
    next += 1;
    while next < passage.len() {
        if let Some(name) = passage.name_from(next) {
            match (name.edition(), name.competition()) {
                (Some(edition), _) => told.edition = Some(edition),
                (None, Some(competition)) => told.competition = Some(competition),
                _ => break,
            }
            next = name.end;
        } else if let Some(year) = reader.year_at(passage, next) {
            told.year = Some(year);
            next += 1;
        } else if let Some((stage, end)) = stage_at(passage, next).filter(|_| !staged) {
            told.stage = stage;
            told.stage_at = (next, end);
            staged = true;
            next = end;
        } else if passage.is_any(next, &["the", "of", "at", "in"]) && !(staged && told.year.is_some()) {
            next += 1;
            continue;
        } else {
            break;
        }
        told.end = next;
    }
    let knock_out = staged && told.stage.is_knock_out();
    knock_out.then_some(told)
}

/// Whether the team named last before a token is the one meant: "Scolari, of Brazil when they beat England" is of Brazil,
/// whoever the sentence is about.
pub(crate) fn is_nearest(passage: &Passage, at: usize, team: TeamId, out: &Out<'_>) -> bool {
    let record = out.record();
    let named = passage.names.iter().rev().filter(|name| name.end <= at).find_map(Name::team);
    named.is_none_or(|named| record.root(named) == record.root(team))
}

/// Whether a tie is that of two teams and went as said.
fn fits(entry: &Match, side: Side, opponent: TeamId, won: bool, out: &Out<'_>) -> bool {
    out.side(entry, opponent) == Some(side.other()) && entry.winner() == Some(if won { side } else { side.other() })
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, won): (usize, bool),
    told: &Told,
    out: &mut Out<'r>,
) {
    const NOT: &[&str] = &["not", "never", "since", "avoided", "avoiding", "avenge", "avenged", "like", "as"];
    let denied = (at.saturating_sub(4)..at).any(|before| passage.is_any(before, NOT));
    if denied || passage.quote.is_some() || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let mut first = at;
    const ADJECTIVES: &[&str] = &["were", "was", "had", "been", "have", "narrowly", "a", "their", "having", "who"];
    while first > 0 && passage.name_at(first - 1).is_none() && passage.is_any(first - 1, ADJECTIVES) {
        first -= 1;
    }
    let meant = reader.teams_before(passage, first, out);
    let Some(team) = meant.likely().filter(|&team| meant.sure && team != told.opponent) else { return };
    let editions: Vec<EditionId> = match (told.edition, told.competition, told.year) {
        (Some(edition), ..) => vec![edition],
        (None, Some(competition), Some(year)) => reader.edition_of(competition, year, out).into_iter().collect(),
        (None, None, Some(year)) => {
            reader.competitions(out).into_iter().filter_map(|id| reader.edition_of(id, year, out)).collect()
        }
        // Without a year: of the tournament the report is of, where nothing recalls another.
        (None, None, None) => {
            let today = reader.anchor.is_some()
                && is_current(reader, passage, foci, out)
                && reader.editions_recalled(passage, None, out).is_none()
                && !passage.has(0, passage.len(), &["ago", "earlier", "previous", "last", "once", "years", "before"]);
            reader.tournament(out).filter(|_| today).into_iter().collect()
        }
        _ => return,
    };
    let dated = told.year.is_some() || told.edition.is_some();
    let at_stage = |entry: &Match| entry.stage.as_ref().is_some_and(|stage| is_called(stage.kind, told.stage));
    let ties: Vec<(&Match, Side)> = editions
        .iter()
        .flat_map(|&edition| Ledger::of_edition(&out.view, team, edition).matches)
        .filter(|(entry, _)| at_stage(entry))
        .collect();
    let right = ties.iter().find(|(entry, side)| fits(entry, *side, told.opponent, won, out));
    // A tie of the two at that stage of another year: the year is wrong.
    let elsewhere = || {
        let all = Ledger::of_competitions(&out.view, team, &reader.competitions(out)).matches;
        all.into_iter().find(|(entry, side)| at_stage(entry) && fits(entry, *side, told.opponent, won, out))
    };
    let record = out.record();
    let verb = if won { "beat" } else { "lost to" };
    let reading = format!(
        "{} {verb} {} in the {}",
        words::team(record, team),
        words::team(record, told.opponent),
        told.stage.name()
    );
    let (verdict, rows): (Verdict, Vec<Evidence>) = match (right, ties.as_slice()) {
        // Of today's tournament the plain readers of results tell what is right.
        (Some(_), _) if !dated => return,
        (Some((entry, _)), _) => (Verdict::Confirmed, out.match_row(entry)),
        (None, [(entry, _)]) => (Verdict::Contradicted, out.match_row(entry)),
        (None, []) if dated && !editions.is_empty() => match elsewhere() {
            Some((entry, _)) => (Verdict::Contradicted, out.match_row(entry)),
            None => return,
        },
        _ => return,
    };
    if verdict == Verdict::Contradicted && !is_nearest(passage, first, team, out) {
        return;
    }
    // They met at another stage and it went so: what is wrong is the stage, and the result itself is right.
    let met = || {
        let all = editions.iter().flat_map(|&edition| Ledger::of_edition(&out.view, team, edition).matches);
        all.into_iter().any(|(entry, side)| fits(entry, side, told.opponent, won, out))
    };
    if verdict == Verdict::Contradicted && met() {
        out.push(passage, told.stage_at, Kind::Stage, reading, Judged::new(verdict).showing(rows));
        return;
    }
    let topic = right.map_or(Topic::Other, |(entry, _)| Topic::Match(entry.id));
    out.push(passage, (at, told.end), Kind::Result, reading, Judged::new(verdict).showing(rows).about(topic));
}
