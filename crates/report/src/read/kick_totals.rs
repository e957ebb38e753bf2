//! How many kicks of a shoot-out went in, or were saved, or taken: "all five of their penalties", "stopped three", "it
//! took 18 kicks".

use byline_record::ask::words;
use byline_record::{EventKind, Match, PenaltyOutcome, PersonId, Side, Table, TeamId};

use super::kick_cues::SAVES;
use super::kick_order::{KICKS, say};
use super::kicks::of_side;
use super::memory::is_complete;
use super::{Focus, Out, Reader};
use crate::heads::Heads;
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
    for noun in 0..=passage.len() {
        let Some(end) = passage.any_phrase(noun, KICKS).or_else(|| left_out(passage, noun, sure)) else { continue };
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

/// "Missed three of their five", "put away all five": whether the noun of kicks is left out before a token, where it is plain
/// that kicks are told of.
fn left_out(passage: &Passage, at: usize, sure: bool) -> Option<usize> {
    let (first, _) = passage.cardinal_before(at).filter(|_| sure && super::plain::closes(passage, at))?;
    let before = first.checked_sub(1)?;
    let of_theirs = passage.is_any(before, &["their", "its"]) && passage.is_any(before.wrapping_sub(1), &["of"]);
    (of_theirs || passage.is_any(before, &["all"])).then_some(at)
}

/// "Eleven of the twelve went in", "all ten were scored": how many of both sides' kicks were.
pub(super) fn of_all(passage: &Passage, focus: &Focus<'_>, sure: bool, out: &mut Out<'_>) -> bool {
    const SCORED: &[&str] = &["went in", "were scored", "were converted", "found the net", "were successful"];
    const MISSED: &[&str] = &[
        "were missed",
        "were saved",
        "did not go in",
        "failed",
        "went astray",
        "went wrong",
        "were wasted",
        "stayed out",
    ];
    let entry = focus.entry;
    let number = |at: usize| passage.cardinal(at).and_then(|(value, end)| Some((usize::try_from(value).ok()?, end)));
    let found = (0..passage.len()).find_map(|at| {
        let (part, of) = number(at)?;
        let (all, end) = number(passage.any_phrase(of, &["of the", "out of", "from"])?).filter(|&(all, _)| all > 5)?;
        let end = passage.any_phrase(end, KICKS).unwrap_or(end);
        let scored = passage.any_phrase(end, SCORED);
        let end = scored.or_else(|| passage.any_phrase(end, MISSED))?;
        Some((at, end, part, all, scored.is_some()))
    });
    let Some((first, end, part, all, scored)) = found else { return false };
    let went = entry.kicks.iter().filter(|kick| (kick.outcome == PenaltyOutcome::Scored) == scored).count();
    let right = entry.kicks.len() == all && went == part;
    let wrong = sure && entry.kicks.len() == all && is_complete(out, entry, Table::ShootOutKicks);
    let how = if scored { "were scored" } else { "were not scored" };
    say(passage, (first, end), format!("{part} of {all} kicks of the shoot-out {how}"), (right, wrong), focus, out)
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
    // "Did not score one of their three"
    const NOT: &[&str] = &["not", "never", "didnt", "couldnt", "nt", "n't", "without", "nobody", "none"];
    let denied = |verb: usize| (verb.saturating_sub(3)..verb).any(|at| passage.is_any(at, NOT));
    if scored.is_some_and(denied) || missed.is_some_and(denied) {
        return None;
    }
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

/// A number of kicks a token begins with, and the token after its noun.
fn kicks_at(passage: &Passage, at: usize) -> Option<(usize, usize)> {
    let at = passage.any_phrase(at, &["only", "just", "all of", "no fewer than"]).unwrap_or(at);
    let (count, noun) = passage.cardinal(at)?;
    Some((usize::try_from(count).ok()?, passage.any_phrase(noun, KICKS)?))
}

/// "It took 18 kicks to find a loser", "after 22 kicks": how many kicks a shoot-out had.
pub(super) fn all(passage: &Passage, focus: &Focus<'_>, sure: bool, out: &mut Out<'_>) -> bool {
    const TOOK: &[&str] =
        &["it took", "it needed", "it went to", "shoot out took", "shootout took", "shoot out needed"];
    const HEADS: Heads = Heads::of(TOOK);
    const OPEN: &[&str] = &["of his", "each", "apiece", "before", "when", "for", "until"];
    let entry = focus.entry;
    if !passage.may_meet(&HEADS) {
        return false;
    }
    let Some((first, cue)) = passage.find(0, passage.len(), TOOK) else { return false };
    let Some((count, end)) = kicks_at(passage, cue).filter(|&(count, end)| count > 5 && !passage.is_any(end, OPEN))
    else {
        return false;
    };
    let wrong = sure && is_complete(out, entry, Table::ShootOutKicks);
    let text = format!("the shoot-out had {count} kicks");
    say(passage, (first, end), text, (entry.kicks.len() == count, wrong), focus, out)
}

/// "Subasic had stopped three", "saved two of them": how many kicks a keeper saved.
pub(super) fn saved(passage: &Passage, focus: &Focus<'_>, sure: bool, out: &mut Out<'_>) -> bool {
    const HEADS: Heads = Heads::of(SAVES);
    const ENDS: &[&str] = &["of", "in", "against", "from", "and", "as", "when", "to", "for"];
    const AUXILIARIES: &[&str] = &["had", "has", "then", "also", "duly", "who"];
    let entry = focus.entry;
    let mut any = false;
    for at in (1..passage.len()).filter(|&at| passage.may_begin(at, &HEADS)) {
        let Some(next) = passage.any_phrase(at, SAVES) else { continue };
        let Some((count, after)) = passage.cardinal(next).filter(|(count, _)| (2..=6).contains(count)) else {
            continue;
        };
        let noun = passage.any_phrase(after, KICKS);
        let end = noun.unwrap_or(after);
        let closed = end >= passage.len() || passage.is_break(end) || passage.is_stop(end) || passage.is_any(end, ENDS);
        let last = (at.saturating_sub(3)..at).rev().find(|&last| !passage.is_any(last, AUXILIARIES));
        let last = last.map(|last| if passage.is_mark(last, ',') { last.saturating_sub(1) } else { last });
        let keeper = last.and_then(|last| passage.name_at(last)).filter(|name| name.is_person());
        let (Some(name), true) = (keeper, closed) else { continue };
        let Some(side) = name.person().and_then(|person| keeps(entry, person)) else { continue };
        let against = of_side(entry, side.other());
        let number = |is: fn(PenaltyOutcome) -> bool| against.iter().filter(|(_, kick)| is(kick.outcome)).count();
        let right = usize::try_from(count).is_ok_and(|count| number(|how| how == PenaltyOutcome::Saved) == count);
        // What one account calls saved may be another's post: only the kicks that went in are beyond doubt.
        let failed = number(|how| how != PenaltyOutcome::Scored);
        let too_many = usize::try_from(count).is_ok_and(|count| count > failed);
        let in_play = entry.events.iter().any(|event| matches!(event.kind, EventKind::Penalty(_)));
        let wrong = sure && too_many && !in_play && is_complete(out, entry, Table::ShootOutKicks);
        let text = format!("{} saved {count} kicks of the shoot-out", out.person(name.person()));
        any |= say(passage, (name.first, end), text, (right, wrong), focus, out);
    }
    any
}

/// The side somebody kept goal for.
fn keeps(entry: &Match, person: PersonId) -> Option<Side> {
    Side::BOTH
        .into_iter()
        .find(|&side| entry.sheet(side).is_some_and(|sheet| sheet.keepers.iter().any(|(keeper, _)| *keeper == person)))
}
