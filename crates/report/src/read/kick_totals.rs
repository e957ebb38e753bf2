//! How many kicks of a shoot-out went in: "all five of their penalties", "missed two of their four".

use byline_record::ask::words;
use byline_record::{Match, PenaltyOutcome, Side, Table, TeamId};

use super::kick_order::{KICKS, say};
use super::kicks::of_side;
use super::memory::is_complete;
use super::{Focus, Out, Reader};
use crate::passage::Passage;

/// "All five of their penalties", "missed two of their four kicks", "none of their three".
pub(super) fn totals<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    focus: &Focus<'r>,
    sure: bool,
    out: &mut Out<'r>,
) -> bool {
    let entry = focus.entry;
    let mut any = false;
    for noun in 0..passage.len() {
        let Some(end) = passage.any_phrase(noun, KICKS) else { continue };
        let Some((verb, first, part, of)) = counted(passage, noun) else { continue };
        let meant = reader.teams_before(passage, verb, out);
        let Some(team) = meant.likely() else { continue };
        let Some(side) = out.side(entry, team) else { continue };
        let Some((right, text)) = total(entry, (team, side), (part, of), out) else { continue };
        let wrong = sure && meant.sure && is_complete(out, entry, Table::ShootOutKicks);
        any |= say(passage, (first, end), text, (right, wrong), focus, out);
    }
    any
}

/// Kicks counted: how many went in, or did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    AllIn,
    NoneIn,
    In(usize),
    Missed(usize),
}

/// The count before a noun of kicks: where its verb stands, where it begins, how many of how many.
fn counted(passage: &Passage, noun: usize) -> Option<(usize, usize, Part, Option<usize>)> {
    const SCORED: &[&str] =
        &["scored", "converted", "scoring", "converting", "netted", "score", "convert", "put", "buried", "tucked"];
    const MISSED: &[&str] = &["missed", "missing", "failed", "squandered", "wasted", "fluffed", "failing"];
    let number = |at: usize| passage.cardinal(at).and_then(|(value, end)| Some((usize::try_from(value).ok()?, end)));
    // "of their three", "all five", "all of their"
    let mut at = noun;
    let mut of = None;
    if let Some(before) = at.checked_sub(1)
        && let Some((value, _)) = number(before).filter(|&(_, end)| end == at)
    {
        of = Some(value);
        at = before;
    }
    while at > 0 && passage.is_any(at - 1, &["their", "its", "of", "the"]) {
        at -= 1;
    }
    let before = at.checked_sub(1)?;
    let near = |words: &[&str]| (before.saturating_sub(4)..before).rev().find(|&verb| passage.is_any(verb, words));
    let scored = near(SCORED);
    let missed = near(MISSED);
    if passage.is_any(before, &["all", "each", "every"]) {
        let verb = scored.filter(|_| missed.is_none())?;
        return Some((verb, before, Part::AllIn, of));
    }
    if passage.is_any(before, &["any"]) && at < noun {
        return Some((missed?, before, Part::NoneIn, of));
    }
    if passage.is_any(before, &["none"]) && at < noun {
        return Some((scored?, before, Part::NoneIn, of));
    }
    let (value, _) = number(before).filter(|&(_, end)| end == at && at < noun)?;
    // "Only one of their four" and "three of their five".
    let part = match (scored, missed) {
        (_, Some(verb)) => (verb, before, Part::Missed(value), of),
        (Some(verb), None) => (verb, before, Part::In(value), of),
        (None, None) => return None,
    };
    Some(part)
}

fn total(
    entry: &Match,
    (team, side): (TeamId, Side),
    (part, of): (Part, Option<usize>),
    out: &Out<'_>,
) -> Option<(bool, String)> {
    let kicks = of_side(entry, side);
    let all = kicks.len();
    let scored = kicks.iter().filter(|(_, kick)| kick.outcome == PenaltyOutcome::Scored).count();
    // "All five" of a side of which the last was not needed.
    let right = match part {
        Part::AllIn => scored == all,
        Part::NoneIn => scored == 0,
        Part::In(count) => scored == count,
        Part::Missed(count) => all - scored == count,
    } && of.is_none_or(|of| of == all);
    let name = words::team(out.record(), team);
    let of = of.map_or_else(String::new, |of| format!(" of {of}"));
    let text = match part {
        Part::AllIn => format!("{name} scored every kick{of} of the shoot-out"),
        Part::NoneIn => format!("{name} scored no kick{of} of the shoot-out"),
        Part::In(count) => format!("{name} scored {count}{of} kicks of the shoot-out"),
        Part::Missed(count) => format!("{name} missed {count}{of} kicks of the shoot-out"),
    };
    (all > 0).then_some((right, text))
}
