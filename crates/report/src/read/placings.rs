//! Where teams came out: "finished third", "came fourth at Euro 96", "were third in 1958 and 1986".

use byline_record::ask::words;
use byline_record::{EditionId, StageKind, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::campaigns::{ELSEWHERE, say};
use super::ledger::Ledger;
use super::standing::Standing;
use super::{Focus, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Verbs of coming out somewhere.
const ENDED: &[&str] = &["finished", "finishing", "came", "ended"];
/// Verbs that say so of another year.
const WERE: &[&str] = &["were", "was"];
const HEADS: Heads = Heads::of(ENDED).and(Heads::of(WERE));

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if !passage.may_meet(&HEADS) {
        return;
    }
    for at in 0..passage.len() {
        let verb = passage.may_begin(at, &HEADS) && passage.name_at(at).is_none();
        if verb && passage.is_any(at, ENDED) {
            placed(reader, passage, foci, (at, false), out);
        } else if verb && passage.is_any(at, WERE) {
            placed(reader, passage, foci, (at, true), out);
        }
    }
}

/// A place a team is said to have taken at one of some editions.
struct Told {
    team: TeamId,
    nth: u32,
    editions: Vec<EditionId>,
    /// Whether no edition is named.
    today: bool,
    span: (usize, usize),
    /// Whether the words leave no doubt of whom.
    sure: bool,
}

impl Told {
    fn reading(&self, edition: EditionId, within: &str, out: &Out<'_>) -> String {
        let record = out.record();
        let (team, nth) = (words::team(record, self.team), words::ordinal(self.nth));
        format!("{team} finished {nth}{within} at the {}", words::edition(record, edition))
    }
}

/// "finished third", "came fourth at Euro 96": in the match for third place, or in the group the passage tells of. With
/// `were` only where an edition is named.
fn placed<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, were): (usize, bool),
    out: &mut Out<'r>,
) {
    let Some((nth, end)) = passage.ordinal(at + 1).filter(|(nth, _)| (1..=4).contains(nth)) else { return };
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(1), &["not", "never", "to"])
        || passage.is_any(end, &["in", "of", "place"]) && passage.has(end, end + 4, &["group", "section"])
        || passage.has(0, passage.len(), ELSEWHERE)
    {
        return;
    }
    let named = reader.edition_at(passage, end, None, out);
    let today = named.is_none();
    let closed = end >= passage.len() || passage.is_break(end);
    if today && (were || !closed) {
        return;
    }
    let (editions, last) = match named {
        Some((editions, last)) => (editions, last),
        None => (reader.tournament(out).into_iter().collect(), end),
    };
    let meant = reader.teams_about(passage, at, out);
    let Some(team) = meant.likely() else { return };
    let mut told = Told { team, nth, editions, today, span: (at, last), sure: meant.sure };
    let of_group = passage.has(0, passage.len(), &["group", "section"]);
    if of_group {
        if !were {
            in_group(reader, passage, foci, &told, out);
        }
        return;
    }
    at_the_end(reader, passage, foci, &told, out);
    if today {
        return;
    }
    while let Some((nth, editions, end)) = another(reader, passage, &told, out) {
        told = Told { nth, editions, span: (told.span.1 + 1, end), ..told };
        at_the_end(reader, passage, foci, &told, out);
    }
}

/// The next of a list of places, with its editions and the token after it: "… and 1986", "… and fourth in 2010".
fn another(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    told: &Told,
    out: &Out<'_>,
) -> Option<(u32, Vec<EditionId>, usize)> {
    let first = told.span.1;
    if let Some((year, end)) = reader.another_year(passage, first) {
        return Some((told.nth, reader.editions_of_year(year, out), end));
    }
    let and = passage.is_any(first, &["and"]) || passage.is_mark(first, ',');
    let (nth, end) = passage.ordinal(first + 1).filter(|_| and)?;
    let (editions, end) = reader.edition_at(passage, end, None, out)?;
    Some((nth, editions, end))
}

/// The place in the group of a tournament.
fn in_group<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], told: &Told, out: &mut Out<'r>) {
    let &[edition] = told.editions.as_slice() else { return };
    let record = out.record();
    let Some(table) = Standing::of(&out.view, edition, told.team).filter(|table| table.over) else { return };
    let ledger = Ledger::of_edition(&out.view, told.team, edition).at_stage(StageKind::Group);
    let label = out.view.positions(edition, &table.label);
    let is_own = |&team: &TeamId| record.root(team) == record.root(told.team);
    let Some(position) = label.and_then(|all| all.iter().position(is_own)) else { return };
    let right = u32::try_from(position + 1) == Ok(told.nth);
    let plain = told.sure && !passage.has(0, passage.len(), &["top", "qualifying"]);
    let reading = told.reading(edition, " in the group", out);
    say(reader, passage, foci, told.span, Kind::Table, reading, (right, plain), &ledger, out);
}

/// The place the match for third place gave.
fn at_the_end<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], told: &Told, out: &mut Out<'r>) {
    let for_third = |edition: EditionId| {
        Ledger::of_edition(&out.view, told.team, edition).only(|entry, _| entry.is_at(StageKind::ThirdPlace))
    };
    let played: Vec<(EditionId, Ledger<'r>)> = told
        .editions
        .iter()
        .map(|&edition| (edition, for_third(edition)))
        .filter(|(_, ledger)| ledger.len() > 0)
        .collect();
    // The edition named is the one judged, whatever else is spoken of.
    let of_today = reader.anchor.map(Focus::anchor);
    let foci = if told.today { foci } else { of_today.as_slice() };
    let plain = told.sure && told.nth > 2;
    match (played.as_slice(), told.editions.as_slice()) {
        ([(edition, ledger)], _) => {
            let right = told.nth == if ledger.outcomes().0 == 1 { 3 } else { 4 };
            let reading = told.reading(*edition, "", out);
            say(reader, passage, foci, told.span, Kind::Stage, reading, (right, plain), ledger, out);
        }
        // "Finished fourth in 1986": it was there, and others played for third place.
        ([], &[edition])
            if !told.today && out.view.matches_in(edition).any(|entry| entry.is_at(StageKind::ThirdPlace)) =>
        {
            let ledger = Ledger::of_edition(&out.view, told.team, edition);
            if ledger.len() > 0 {
                let reading = told.reading(edition, "", out);
                say(reader, passage, foci, told.span, Kind::Stage, reading, (false, plain), &ledger, out);
            }
        }
        _ => {}
    }
}
