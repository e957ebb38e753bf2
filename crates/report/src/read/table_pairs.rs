//! Teams of a group beside each other: "finished ahead of Norway", "pipped Italy to second place", "Spain second with six
//! points", "on four points like Portugal".

use byline_record::ask::statement::Says;
use byline_record::ask::{Verdict, evaluate, words};
use byline_record::{EditionId, TeamId};

use super::about::{is_hypothetical, is_wanted, statement};
use super::standing::Standing;
use super::tables::{edition_of, has_one_round, is_of_this_year};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Verbs of a place in a table.
const ENDED: &[&str] = &["finished", "finish", "finishes", "finishing", "ended", "ending", "came", "coming"];
/// Verbs of a narrow order of two teams.
const PIPPED: &[&str] = &["pipped", "pip", "pips", "pipping", "edged", "edging", "beat", "beating"];
/// Places by name.
const PLACES: &[&str] = &["first", "second", "third", "fourth", "top", "bottom", "last"];
const HEADS: Heads =
    Heads::of(ENDED).and(Heads::of(PIPPED)).and(Heads::of(PLACES)).and(Heads::of(&["point", "points"]));

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if !passage.may_meet(&HEADS) || passage.quote.is_some() || reader.tournament(out).is_none() {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() || !passage.may_begin(at, &HEADS) {
            continue;
        }
        if passage.is_any(at, ENDED) {
            order(reader, passage, foci, at, out);
        } else if passage.is_any(at, PIPPED) {
            pipped(reader, passage, foci, at, out);
        } else if passage.is_any(at, &["point", "points"]) {
            alike(reader, passage, foci, at, out);
        }
        if passage.is_any(at, PLACES) {
            placed(reader, passage, foci, at, out);
        }
    }
}

/// The team named right before a token, with nothing but helping words between.
fn team_beside(passage: &Passage, at: usize) -> Option<&Name> {
    const HELPING: &[&str] = &["had", "have", "has", "also", "then", "just", "even", "who", "duly"];
    let mut end = at;
    while passage.is_any(end.checked_sub(1)?, HELPING) || passage.is_mark(end - 1, ',') && end < at {
        end -= 1;
    }
    passage.name_at(end.checked_sub(1)?).filter(|name| name.end == end && name.team().is_some())
}

/// The teams listed from a token on, each with the token after it: "Norway", "the Dutch and the Latvians".
fn teams_at(passage: &Passage, at: usize) -> Vec<(TeamId, usize)> {
    let mut teams = Vec::new();
    let mut next = at;
    loop {
        next += usize::from(passage.is_any(next, &["the", "both"]));
        let Some((team, end)) = passage.name_from(next).and_then(|name| Some((name.team()?, name.end))) else { break };
        if passage.is_possessive(end) {
            break;
        }
        teams.push((team, end));
        if !(passage.is_any(end, &["and"]) || passage.is_mark(end, ',')) {
            break;
        }
        next = end + 1;
    }
    teams
}

/// The place a team had in its group in the end, by the rules of the tournament.
fn position<'r>(
    reader: &Reader<'_, 'r>,
    edition: EditionId,
    team: TeamId,
    out: &Out<'r>,
) -> Option<(u8, Standing<'r>)> {
    let standing = Standing::of(&out.view, edition, team).filter(|standing| standing.over)?;
    let size = u8::try_from(standing.lines.len()).ok()?;
    // The state of the day, whatever it is called.
    let team = standing.line(out.record(), team)?.team;
    let is_at = |place: u8| {
        let label = Some(standing.label.clone());
        let says =
            Says::GroupPosition { team: Some(team), edition: Some(edition), group: label, position: Some(place) };
        evaluate(&out.view, &statement(says, reader.sex(out), Vec::new())).verdict == Verdict::Confirmed
    };
    let place = (1..=size).find(|&place| is_at(place))?;
    Some((place, standing))
}

/// The places of two teams, and the group of the first.
struct Places<'r> {
    one: u8,
    other: u8,
    standing: Standing<'r>,
    /// Whether both were in that group.
    together: bool,
}

fn places<'r>(
    reader: &Reader<'_, 'r>,
    edition: EditionId,
    (one, other): (TeamId, TeamId),
    out: &Out<'r>,
) -> Option<Places<'r>> {
    let (first, standing) = position(reader, edition, one, out)?;
    let (second, same) = position(reader, edition, other, out)?;
    let together = standing.label == same.label;
    (one != other).then_some(Places { one: first, other: second, standing, together })
}

/// A place by its name, in a group of so many.
fn place_called(passage: &Passage, at: usize, size: usize) -> Option<u8> {
    match passage.word(at) {
        "top" => Some(1),
        "bottom" | "last" => u8::try_from(size).ok(),
        _ => passage.ordinal(at).and_then(|(nth, _)| u8::try_from(nth).ok()),
    }
}

/// Whether what a passage tells of a group is of the report's tournament, and may be denied.
fn may_deny(reader: &Reader<'_, '_>, passage: &Passage, edition: EditionId, out: &Out<'_>) -> bool {
    reader.tournament(out) == Some(edition) && is_of_this_year(reader, passage, out) && has_one_round(edition, out)
}

fn push<'r>(
    passage: &Passage,
    span: (usize, usize),
    (right, reading): (bool, String),
    (edition, standing): (EditionId, &Standing<'r>),
    out: &mut Out<'r>,
) {
    let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
    let rows = standing.rows(out.record(), edition);
    out.push(passage, span, Kind::Table, reading, Judged::new(verdict).showing(rows));
}

/// "Finished ahead of Norway and Slovenia", "ended third, behind Spain".
fn order<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    const ABOVE: &[&str] = &["ahead of", "above", "clear of"];
    const BELOW: &[&str] = &["behind", "below"];
    const FILL: &[&str] = &["just", "level", "place", "narrowly", "in", "the", "their", "group"];
    let mut next = at + 1;
    let mut placed = false;
    while next < at + 8 {
        let is_place = passage.is_any(next, PLACES);
        // "Second in Group C behind Argentina"
        let letter = passage.is_any(next.wrapping_sub(1), &["group"]) && passage.word(next).len() == 1;
        if !(is_place || letter || passage.is_any(next, FILL) || passage.is_mark(next, ',')) {
            break;
        }
        placed |= is_place;
        next += 1;
    }
    let above = passage.any_phrase(next, ABOVE);
    // "Came second to Argentina"
    let to = placed && passage.is_any(next - 1, PLACES) && passage.is_any(next, &["to"]);
    let below = passage.any_phrase(next, BELOW).or_else(|| to.then_some(next + 1));
    let Some(end) = above.or(below) else { return };
    let others = teams_at(passage, end);
    let (Some(own), Some(&(_, last))) = (team_beside(passage, at), others.last()) else { return };
    let (Some(team), Some(edition)) = (own.team(), edition_of(reader, passage, foci, last, out)) else { return };
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    for (other, last) in others {
        let Some(Places { one, other: two, standing, together }) = places(reader, edition, (team, other), out) else {
            return;
        };
        let right = together && (one < two) == above.is_some();
        // "Second in Group C behind Brazil", who were in another.
        if !right && !((together || placed) && may_deny(reader, passage, edition, out)) {
            return;
        }
        let record = out.record();
        let (team, other) = (words::team(record, team), words::team(record, other));
        let reading = match (together, above.is_some()) {
            (false, _) => format!("{team} were in one group with {other}"),
            (true, true) => format!("{team} finished above {other}"),
            (true, false) => format!("{team} finished below {other}"),
        };
        // The place itself may be right, or wrong.
        let first = if placed { next } else { at };
        push(passage, (first, last), (right, reading), (edition, &standing), out);
    }
}

/// "Ireland pip Italy for second", "edged Norway to first place".
fn pipped<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let [(other, end)] = *teams_at(passage, at + 1) else { return };
    let Some(next) = passage.any_phrase(end, &["to", "for", "into"]) else { return };
    let next = next + usize::from(passage.is_any(next, &["the"]));
    if !passage.is_any(next, PLACES) {
        return;
    }
    let noun = passage.is_any(next + 1, &["place", "spot", "position"]);
    let (Some(own), Some(edition)) = (team_beside(passage, at), edition_of(reader, passage, foci, next + 1, out))
    else {
        return;
    };
    // "Beat Italy to third place" may be of the match for it.
    let of_match = passage.is_any(at, &["beat", "beating", "edged", "edging"]) && passage.is_any(next, &["third"]);
    if of_match || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let Some((team, first)) = own.team().map(|team| (team, own.first)) else { return };
    let Some(Places { one, other: two, standing, together: true }) = places(reader, edition, (team, other), out) else {
        return;
    };
    let Some(place) = place_called(passage, next, standing.lines.len()) else { return };
    let right = one == place && two > place;
    if !right && !may_deny(reader, passage, edition, out) {
        return;
    }
    let record = out.record();
    let reading =
        format!("{} finished above {}, in place {place}", words::team(record, team), words::team(record, other));
    push(passage, (first, next + 1 + usize::from(noun)), (right, reading), (edition, &standing), out);
}

/// "Spain first with six points", "Norway, third with four points, went out", "are top on six points".
fn placed<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    const BE: &[&str] = &["are", "were", "is", "was", "finished", "finish", "ended", "end", "came", "stay", "stayed"];
    const NOUNS: &[&str] = &["place", "in the group", "in the section", "of the group"];
    let next = passage.any_phrase(at + 1, NOUNS).unwrap_or(at + 1);
    let next = next + usize::from(passage.is_mark(next, ','));
    let number = passage.is_any(next, &["with", "on"]).then(|| passage.cardinal(next + 1)).flatten();
    let Some((_, end)) = number.filter(|&(_, end)| passage.is_any(end, &["points", "point"])) else { return };
    let mut before = at;
    while passage.is_any(before.wrapping_sub(1), BE)
        || passage.is_mark(before.wrapping_sub(1), ',')
        || passage.is_any(before.wrapping_sub(1), &["in", "the", "who"])
    {
        before -= 1;
    }
    let name = before.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.end == before);
    let Some((team, first)) = name.and_then(|name| Some((name.team()?, name.first))) else { return };
    if passage.is_any(first.wrapping_sub(1), &["behind", "below", "above", "of", "over"])
        || is_hypothetical(passage, at)
        || is_wanted(passage, at)
    {
        return;
    }
    let Some(edition) = edition_of(reader, passage, foci, end + 1, out) else { return };
    let Some((place, standing)) = position(reader, edition, team, out) else { return };
    let Some(said) = place_called(passage, at, standing.lines.len()) else { return };
    let right = said == place;
    // As it stood before the last of its matches is told in the present.
    let lasting = || {
        !passage.is_any(at.wrapping_sub(1), &["are", "is", "stay"])
            || !standing.may_have_been(out.record(), edition, team, said)
    };
    if !(right || may_deny(reader, passage, edition, out) && lasting()) {
        return;
    }
    let reading = format!("{} finished in place {said} of the group", words::team(out.record(), team));
    push(passage, (at, at + 1), (right, reading), (edition, &standing), out);
}

/// "On four points like Portugal", "level on six points with Brazil": another team that has as many.
fn alike<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    const LIKE: &[&str] = &["like", "alongside", "as have", "the same as", "with"];
    let Some((first, count)) = passage.cardinal_before(at) else { return };
    let comma = at + 1 + usize::from(passage.is_mark(at + 1, ','));
    let Some(next) = passage.any_phrase(comma, LIKE) else { return };
    // "Finished on four points with Spain top": only of those level.
    let level = passage.has(first.saturating_sub(4), first, &["level", "tied", "locked"]);
    if passage.is_any(comma, &["with"]) && !level || is_hypothetical(passage, first) || is_wanted(passage, first) {
        return;
    }
    let [(other, end)] = *teams_at(passage, next) else { return };
    let Some(edition) = edition_of(reader, passage, foci, end, out) else { return };
    let record = out.record();
    let tables: Vec<Standing<'r>> =
        reader.eves(out).iter().filter_map(|view| Standing::of(view, edition, other)).collect();
    let Some(standing) = tables.first() else { return };
    let right = tables.iter().any(|table| table.line(record, other).is_some_and(|line| line.points == count));
    let never = || !standing.ever_had(record, edition, other, count);
    if !(right || may_deny(reader, passage, edition, out) && never()) {
        return;
    }
    let reading = format!("{}: {} in the group", words::team(record, other), words::count(count, "point", "points"));
    let standing = standing.clone();
    push(passage, (first, end), (right, reading), (edition, &standing), out);
}
