//! Places and points in a group: "topped Group B", "third in Group F with four points", "a point behind the
//! Netherlands", "on goal difference".

use byline_record::ask::statement::Says;
use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, TeamId};

use super::about::{Meant, is_hypothetical, is_of_today, is_wanted, statement};
use super::standing::Standing;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

/// Words that end a place in a group.
#[derive(Debug, Clone, Copy)]
enum Place {
    Nth(u8),
    Bottom,
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let mut at = 0;
    while at < passage.len() {
        if passage.name_at(at).is_none() && passage.is_any(at, &["group", "section", "pool"]) {
            at = place(reader, passage, foci, at, out).max(at + 1);
            continue;
        }
        if passage.is_any(at, &["point", "points"]) {
            points(reader, passage, foci, at, out);
        }
        if passage.word(at) == "on" || passage.phrase(at, "level on points with").is_some() {
            beside(reader, passage, foci, at, out);
        }
        if let Some(end) = passage.phrase(at, "on goal difference") {
            difference(reader, passage, foci, (at, end), out);
        }
        at += 1;
    }
}

/// "Group B", "the group", "their group": the letter and the token after it.
fn label_at(passage: &Passage, at: usize) -> (Option<Box<str>>, usize) {
    let word = passage.word(at + 1);
    let letter = word.chars().count() == 1 && passage.token(at + 1).is_some_and(|token| token.capital);
    if letter {
        return (Some(word.to_uppercase().into()), at + 2);
    }
    match passage.kind(at + 1) {
        Some(byline_record::ask::english::tokens::TokenKind::Number(number @ 1..=16)) => {
            (Some(number.to_string().into()), at + 2)
        }
        _ => (None, at + 1),
    }
}

/// The tournament a group is of: one named behind it, else that of the report.
fn edition_of(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    foci: &[Focus<'_>],
    end: usize,
    out: &Out<'_>,
) -> Option<EditionId> {
    match reader.edition_at(passage, end, None, out) {
        Some((editions, _)) => editions.first().copied(),
        None => {
            let all: Vec<EditionId> = foci.iter().map(|focus| focus.entry.edition).collect();
            let tournament = reader.tournament(out);
            match tournament {
                Some(edition) => Some(edition),
                None => all.first().copied().filter(|first| all.iter().all(|other| other == first)),
            }
        }
    }
}

fn place<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], group: usize, out: &mut Out<'r>) -> usize {
    let (label, end) = label_at(passage, group);
    // "group stage", "group match"
    if label.is_none()
        && passage.is_any(
            end,
            &["stage", "match", "game", "games", "matches", "stages", "opener", "phase", "of", "final", "d'europe"],
        )
    {
        return end;
    }
    let determined = |at: usize| passage.is_any(at, &["the", "their", "its"]);
    let mut before = group;
    if before > 0 && determined(before - 1) {
        before -= 1;
    }
    let found = if let Some(end) = passage.any_phrase(end, &["winners", "champions"]) {
        Some((before, end, Place::Nth(1)))
    } else if let Some(end) = passage.any_phrase(end, &["runners up", "runner up"]) {
        Some((before, end, Place::Nth(2)))
    } else if before > 0
        && passage.is_any(before - 1, &["topped", "top", "topping", "tops", "won", "win", "winning", "headed"])
    {
        // "top the group" and "won Group A"; but "top of" below.
        Some((before - 1, end, Place::Nth(1)))
    } else if before > 0 && passage.is_any(before - 1, &["of", "in", "from"]) {
        let noun = before - 1;
        ranked(passage, noun).map(|(first, place)| (first, end, place))
    } else {
        None
    };
    let Some((mut first, last, place)) = found.filter(|_| label.is_some() || before < group) else { return end };
    let mut verb = first;
    if passage.is_any(verb.wrapping_sub(1), &["the", "as"]) {
        verb -= 1;
    }
    if passage.is_any(
        verb.wrapping_sub(1),
        &["finished", "finish", "finishing", "came", "ended", "end", "were", "placed", "are", "was", "as"],
    ) {
        verb -= 1;
        first = verb;
    } else if passage.is_any(first, &["winners", "champions", "runners", "runner"])
        && !passage.is_mark(verb.wrapping_sub(1), ',')
    {
        // "play the runners-up of Group B": whoever that is.
        return end;
    }
    if is_hypothetical(passage, first)
        || is_wanted(passage, first)
        || passage.is_any(first.wrapping_sub(1), &["to", "not", "never"])
    {
        return end;
    }
    // "Group C winners England": the name may follow.
    let meant = match passage.name_from(last).and_then(crate::passage::Name::team) {
        Some(team) if last > end => Meant { all: vec![team], sure: true, first },
        _ => reader.teams_before(passage, verb, out),
    };
    let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, last, out)) else {
        return end;
    };
    // "the group" of a team that is not at the tournament is none of ours.
    let Some(standing) = Standing::of(&out.view, edition, team) else { return end };
    let size = u8::try_from(standing.lines.len()).unwrap_or(4);
    let position = match place {
        Place::Nth(nth) => nth,
        Place::Bottom => size,
    };
    let sex = reader.sex(out);
    let make = |team: TeamId| {
        let says = Says::GroupPosition {
            team: Some(team),
            edition: Some(edition),
            group: label.clone(),
            position: Some(position),
        };
        statement(says, sex, Vec::new())
    };
    let mut days = vec![out.view];
    // "Top of Group B" may be of the eve, "finished top" only of the end.
    let lasting = passage.is_any(verb, &["are", "were", "was", "as"]) || first != verb;
    if !standing.over || lasting && reader.anchor.is_some() {
        days.extend(reader.anchor.map(|entry| out.view.before(entry.date)));
    }
    let ways: Vec<_> = days.iter().map(|view| (make(team), *view)).collect();
    let others: Vec<_> = meant.others().map(|team| (make(team), out.view)).collect();
    let plain = meant.sure && is_of_today(reader, foci) && standing.over;
    out.decide(passage, (first, last), Kind::Table, &ways, &others, plain);
    last.max(end)
}

/// "top", "second", "bottom", "third place" before a token.
fn ranked(passage: &Passage, noun: usize) -> Option<(usize, Place)> {
    let mut at = noun.checked_sub(1)?;
    if passage.is_any(at, &["place", "spot"]) {
        at = at.checked_sub(1)?;
    }
    let place = match passage.word(at) {
        "top" | "first" | "winners" | "champions" => Place::Nth(1),
        "bottom" | "last" => Place::Bottom,
        "up" if passage.is_any(at.checked_sub(1)?, &["runners", "runner"]) => return Some((at - 1, Place::Nth(2))),
        _ => Place::Nth(u8::try_from(passage.ordinal(at)?.0).ok().filter(|&nth| nth <= 6)?),
    };
    Some((at, place))
}

/// How often a table is right before it is wrong: on the day, on the eve, or at the end of the group.
fn judge<'r>(
    reader: &Reader<'_, 'r>,
    out: &Out<'r>,
    edition: EditionId,
    team: TeamId,
    right: &dyn Fn(&Standing<'r>) -> Option<bool>,
) -> Option<(bool, Standing<'r>)> {
    let days = reader.eves(out);
    let tables: Vec<Standing<'r>> = days.iter().filter_map(|view| Standing::of(view, edition, team)).collect();
    for table in &tables {
        if right(table)? {
            return Some((true, table.clone()));
        }
    }
    tables.into_iter().next().map(|table| (false, table))
}

fn tell<'r>(
    out: &mut Out<'r>,
    passage: &Passage,
    span: (usize, usize),
    edition: EditionId,
    reading: String,
    found: (bool, Standing<'r>),
    plain: bool,
) {
    let (right, table) = found;
    let rows = table.rows(out.record(), edition);
    let judged = match (right, plain && table.over) {
        (true, _) => Judged::new(Verdict::Confirmed),
        (false, true) => Judged::new(Verdict::Contradicted),
        (false, false) => Judged::new(Verdict::NotRead).because("of which day or team is not plain"),
    };
    out.push(passage, span, Kind::Table, reading, judged.showing(rows));
}

/// "with five points", "on four points", "a point behind Senegal", "level on points with".
fn points<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let number = (at.saturating_sub(2)..at)
        .find_map(|start| passage.cardinal(start).filter(|(_, end)| *end == at).map(|found| (start, found.0)));
    let number = number.or_else(|| passage.is_any(at.wrapping_sub(1), &["a"]).then(|| (at - 1, 1)));
    let Some((first, count)) = number else { return };
    if is_hypothetical(passage, first)
        || is_wanted(passage, first)
        || passage.is_any(first.wrapping_sub(1), &["needed", "need", "maximum"])
    {
        return;
    }
    let gap =
        passage.any_phrase(at + 1, &["behind", "adrift of", "below", "ahead of", "clear of", "above", "in front of"]);
    if let Some(end) = gap {
        let Some(name) =
            passage.names.iter().find(|name| name.first >= end && name.first <= end + 1 && name.team().is_some())
        else {
            return;
        };
        let Some(other) = name.team() else { return };
        let meant = reader.teams_before(passage, first, out);
        let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, name.end, out)) else {
            return;
        };
        if team == other {
            return;
        }
        let behind = passage.is_any(at + 1, &["behind", "adrift", "below"]);
        let record = out.record();
        let right = |table: &Standing<'r>| {
            let (own, others) = (table.line(record, team)?.points, table.line(record, other)?.points);
            Some(if behind { own + count == others } else { others + count == own })
        };
        let Some(found) = judge(reader, out, edition, team, &right) else { return };
        let side = if behind { "behind" } else { "ahead of" };
        let reading = format!(
            "{} {} {side} {}",
            words::team(record, team),
            words::count(count, "point", "points"),
            words::team(record, other)
        );
        let plain = meant.sure && is_of_today(reader, foci);
        tell(out, passage, (first, name.end), edition, reading, found, plain);
        return;
    }
    // A count of points is of a table only where it is had: "with", "on", "have".
    let had = first.checked_sub(1).filter(|&before| {
        passage.is_any(
            before,
            &[
                "with",
                "on",
                "had",
                "have",
                "has",
                "took",
                "taken",
                "taking",
                "collected",
                "collecting",
                "gained",
                "all",
            ],
        )
    });
    if had.is_none() || passage.is_any(at + 1, &["from", "between", "separated", "for", "apart"]) {
        return;
    }
    let meant = reader.teams_before(passage, first.saturating_sub(1), out);
    let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, at + 1, out)) else { return };
    let record = out.record();
    let right = |table: &Standing<'r>| Some(table.line(record, team)?.points == count);
    let Some(found) = judge(reader, out, edition, team, &right) else { return };
    let reading = format!("{}: {} in the group", words::team(record, team), words::count(count, "point", "points"));
    let plain = meant.sure && is_of_today(reader, foci) && meant.all.len() == 1;
    tell(out, passage, (first, at + 1), edition, reading, found, plain);
}

/// "through on goal difference": the team next in the table has as many points.
fn difference<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    out: &mut Out<'r>,
) {
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let meant = reader.teams_before(passage, at, out);
    let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, end, out)) else { return };
    let record = out.record();
    let right = |table: &Standing<'r>| {
        let own = table.line(record, team)?;
        Some(table.lines.iter().any(|other| {
            other.team != own.team
                && other.points == own.points
                && other.scored - other.conceded != own.scored - own.conceded
        }))
    };
    let Some(found) = judge(reader, out, edition, team, &right) else { return };
    let reading = format!("{} level on points with another, parted by goal difference", words::team(record, team));
    let plain = meant.sure && is_of_today(reader, foci) && meant.all.len() == 1;
    tell(out, passage, (at, end), edition, reading, found, plain);
}

/// "behind Turkey on six", "level on points with Senegal".
fn beside<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let record = out.record();
    if let Some(end) = passage.phrase(at, "level on points with") {
        let next = if passage.word(end) == "the" { end + 1 } else { end };
        let Some((other, last)) = passage.name_from(next).and_then(|name| Some((name.team()?, name.end))) else {
            return;
        };
        let meant = reader.teams_about(passage, at, out);
        let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, last, out)) else {
            return;
        };
        let right = |table: &Standing<'r>| Some(table.line(record, team)?.points == table.line(record, other)?.points);
        let Some(found) = judge(reader, out, edition, team, &right).filter(|_| team != other) else { return };
        let reading = format!("{} level on points with {}", words::team(record, team), words::team(record, other));
        tell(out, passage, (at, last), edition, reading, found, meant.sure && is_of_today(reader, foci));
        return;
    }
    let Some(name) = at.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.end == at) else {
        return;
    };
    let (Some(team), Some((count, end))) = (name.team(), passage.cardinal(at + 1)) else { return };
    let closed = end >= passage.len() || passage.is_break(end);
    if !closed || count > 9 || !passage.has(0, at, &["points", "point"]) || !passage.has(0, at, &["group", "section"]) {
        return;
    }
    let Some(edition) = edition_of(reader, passage, foci, end, out) else { return };
    let right = |table: &Standing<'r>| Some(table.line(record, team)?.points == count);
    let Some(found) = judge(reader, out, edition, team, &right) else { return };
    let reading = format!("{}: {} in the group", words::team(record, team), words::count(count, "point", "points"));
    tell(out, passage, (name.first, end), edition, reading, found, is_of_today(reader, foci));
}
