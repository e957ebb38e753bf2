//! Points in a group: "with four points", "a point behind the Netherlands", "on goal difference", a table in one
//! sentence.

use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, StageKind, TeamId};

use super::about::{Meant, is_hypothetical, is_of_today, is_wanted};
use super::standing::{Line, Standing};
use super::tables::{edition_of, has_one_round, is_of_first_groups, is_of_this_year};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Phrases;
use crate::passage::{Name, Passage};

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.is_any(at, &["point", "points"]) {
            points(reader, passage, foci, at, out);
        } else if passage.one_of(at + 1, &GAPS).is_some() && told_of_points(passage, at) {
            gap(reader, passage, foci, (at, at), out);
        }
        if passage.word(at) == "on" || passage.phrase(at, "level on points with").is_some() {
            beside(reader, passage, foci, at, out);
        }
        if let Some(end) = passage.phrase(at, "on goal difference") {
            difference(reader, passage, foci, (at, end), out);
        }
    }
    table(reader, passage, foci, out);
}

/// "Costa Rica 7, Uruguay 6, Italy 3, England 1": the points of a whole group.
fn table<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    const HAVE: &[&str] = &["have", "has", "had", "on", "with"];
    let number = |at: usize| passage.cardinal(at).filter(|&(count, _)| count <= 9);
    let with_points = |name: &Name| {
        let team = name.team()?;
        let mark = passage.is_mark(name.end, '-') || passage.is_mark(name.end, '(');
        let have = || passage.is_any(name.end, HAVE).then(|| number(name.end + 1)).flatten();
        // "The Netherlands and Latvia one each"
        let shared = || {
            let next = name.end + usize::from(passage.is_any(name.end, &["and"]));
            let next = next + usize::from(passage.is_any(next, &["the"]));
            let other = passage.name_from(next).filter(|other| next > name.end && other.team().is_some())?;
            number(other.end).filter(|&(_, end)| passage.is_any(end, &["each", "apiece"]))
        };
        let (count, end) = number(name.end + usize::from(mark)).or_else(have).or_else(shared)?;
        Some((team, count, name.first, end))
    };
    if passage.names.len() < 3 {
        return;
    }
    let lines: Vec<_> = passage.names.iter().filter_map(with_points).collect();
    let (Some(&(team, _, first, _)), Some(&(.., end))) = (lines.first(), lines.last()) else { return };
    let Some(edition) = edition_of(reader, passage, foci, end, out).filter(|_| lines.len() >= 3) else { return };
    let record = out.record();
    let of = |table: &Standing<'r>| -> Option<usize> {
        let mut wrong = 0;
        for &(team, count, ..) in &lines {
            wrong += usize::from(table.line(record, team)?.points != count);
        }
        Some(wrong)
    };
    let tables: Vec<_> = reader.eves(out).iter().filter_map(|view| Standing::of(view, edition, team)).collect();
    let counted: Option<Vec<usize>> = tables.iter().map(of).collect();
    let Some(best) = counted.as_ref().and_then(|wrong| wrong.iter().enumerate().min_by_key(|(_, wrong)| **wrong))
    else {
        return;
    };
    let (index, &wrong) = best;
    let Some(table) = tables.get(index) else { return };
    let list: Vec<String> =
        lines.iter().map(|&(team, count, ..)| format!("{} {count}", words::team(record, team))).collect();
    let reading = format!("points in the group: {}", list.join(", "));
    // The whole group with one number wrong, and the others right on that day.
    let whole = wrong == 1 && lines.len() == table.lines.len() && passage.quote.is_none();
    if whole && is_of_this_year(reader, passage, out) && !is_hypothetical(passage, first) {
        let is_wrong = |team: TeamId, count: u32| table.line(record, team).is_some_and(|line| line.points != count);
        let Some(&(team, count, first, end)) = lines.iter().find(|line| is_wrong(line.0, line.1)) else { return };
        let reading = format!("{}: {} in the group", words::team(record, team), words::count(count, "point", "points"));
        let judged = Judged::new(Verdict::Contradicted).showing(table.rows(record, edition));
        out.push(passage, (first, end), Kind::Table, reading, judged);
    } else if wrong <= 1 {
        tell(out, passage, (first, end), edition, reading, (wrong == 0, table.clone()), is_of_today(reader, foci));
    }
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

/// Words of where a side stands now.
const LEADS: &[&str] = &[
    "lead the group",
    "leads the group",
    "head the group",
    "heads the group",
    "top the group",
    "tops the group",
    "are top",
    "is top",
    "are first",
    "are second",
    "sit top",
    "sits top",
    "are bottom",
    "is bottom",
    "move on to",
    "moves on to",
];

/// What stands between a number of points and the team it is counted from.
const GAPS: Phrases = Phrases::of(&[
    "behind",
    "adrift of",
    "below",
    "ahead of",
    "clear of",
    "above",
    "in front of",
    "more than",
    "fewer than",
]);

/// "With six points, two ahead of Spain": a number alone after points were told of.
fn told_of_points(passage: &Passage, at: usize) -> bool {
    passage.cardinal(at).is_some_and(|(count, end)| end == at + 1 && count <= 9)
        && passage.has(0, at, &["points", "point"])
}

/// "A point behind Senegal", "two clear of the Dutch", counted from `first` to the noun or number at `at`.
fn gap<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (first, at): (usize, usize),
    out: &mut Out<'r>,
) {
    let Some(end) = passage.one_of(at + 1, &GAPS) else { return };
    let number = (first..=at).find_map(|start| passage.cardinal(start).filter(|&(_, end)| end <= at + 1));
    let count = number.map_or(1, |(count, _)| count);
    if is_hypothetical(passage, first) || is_wanted(passage, first) {
        return;
    }
    let name = passage.names.iter().find(|name| name.first >= end && name.first <= end + 1 && name.team().is_some());
    let Some(name) = name else { return };
    let Some(other) = name.team() else { return };
    let meant = reader.teams_before(passage, first, out);
    let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, name.end, out)) else {
        return;
    };
    if team == other {
        return;
    }
    let behind = passage.is_any(at + 1, &["behind", "adrift", "below", "fewer"]);
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
}

/// "with five points", "on four points", "a point behind Senegal", "level on points with".
fn points<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let number = passage.cardinal_before(at);
    let number_is_one = number.is_none();
    let number = number.or_else(|| {
        let one = passage.is_any(at.wrapping_sub(1), &["single", "lone", "solitary"]);
        let first = if one { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
        passage.is_any(first, &["a"]).then_some((first, 1))
    });
    let Some((mut first, count)) = number else { return };
    while first > 0 && passage.is_any(first - 1, &["only", "just", "mere", "a", "paltry", "meagre", "all"]) {
        first -= 1;
    }
    let first = first;
    if is_hypothetical(passage, first)
        || is_wanted(passage, first)
        || passage.is_any(first.wrapping_sub(1), &["needed", "need", "maximum"])
    {
        return;
    }
    if passage.one_of(at + 1, &GAPS).is_some() {
        gap(reader, passage, foci, (first, at), out);
        return;
    }
    // A count of points is of a table only where it is had: "with", "on", "have".
    let gained = passage.is_any(at + 1, &["gained", "collected", "won", "earned", "taken"]);
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
                "won",
                "earned",
                "earning",
                "up",
                "amassed",
                "managed",
                "mustered",
                "mustering",
                "accumulated",
                "claimed",
                "secured",
                "winning",
                "got",
                "and",
                "finished",
                "garnered",
                "totalled",
            ],
        )
    });
    // "Made it nine points from nine"
    let made = first
        .checked_sub(2)
        .filter(|&made| passage.any_phrase(made, &["made it", "makes it", "making it"]) == Some(first));
    let had = had.or(made);
    let drawn_from = passage.is_any(at + 1, &["from"])
        && (at + 2..at + 6)
            .any(|noun| passage.is_any(noun, &["matches", "games", "outings", "fixtures", "nine", "six"]));
    // "Klose secured a point": what a match brought.
    let brought = number_is_one
        && !drawn_from
        && had.is_none_or(|had| !passage.is_any(had, &["with", "on", "had", "have", "has"]));
    if brought {
        return;
    }
    if (had.is_none() && !gained) || passage.is_any(at + 1, &["between", "separated", "for", "apart"]) {
        return;
    }
    if passage.is_any(at + 1, &["from"]) && !drawn_from {
        return;
    }
    // "Four points in the last two games" may be of any two.
    const LATELY: &[&str] = &["in the last", "in their last", "over the last", "in the past", "in the previous"];
    if passage.any_phrase(at + 1, LATELY).is_some() {
        return;
    }
    let meant = match left_with(passage, first) {
        Some(team) => Meant { all: vec![team], sure: true, first },
        None => reader.teams_before(passage, first.saturating_sub(1), out),
    };
    let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, at + 1, out)) else { return };
    let record = out.record();
    let all = passage.has(first.saturating_sub(9), first, &["all four", "all the teams", "every team", "all three"]);
    let right = |table: &Standing<'r>| {
        if all && table.lines.iter().filter(|line| line.points == count).count() >= 3 {
            return Some(true);
        }
        Some(table.line(record, team)?.points == count)
    };
    let Some(found) = judge(reader, out, edition, team, &right) else { return };
    // "Now has three points" is so on the day, and not on the eve.
    let now = passage.has(first.saturating_sub(4), first, &["now"]);
    let today = || Standing::of(&out.view, edition, team).is_none_or(|table| right(&table) == Some(true));
    if now && found.0 && !today() {
        return;
    }
    let reading = format!("{}: {} in the group", words::team(record, team), words::count(count, "point", "points"));
    // With another team named, nobody of them may have so many.
    let of_other = |other: TeamId| {
        let so_many = |table: &Standing<'r>| table.line(record, other).map(|line| line.points == count);
        judge(reader, out, edition, other, &so_many).is_none_or(|(right, _)| right)
    };
    // "Took them through on four points": of those taken.
    let taken = passage.has(passage.clause_start(first), first, &["them", "him"]);
    // Whatever day is meant: it never had so many.
    let never_had = || {
        reader.tournament(out) == Some(edition)
            && is_of_this_year(reader, passage, out)
            && has_one_round(edition, out)
            && !found.1.ever_had(record, edition, team, count)
    };
    // "Four points from their three games": of the whole group.
    let whole = || {
        drawn_from
            && (at + 2..at + 5).any(|games| passage.cardinal(games).is_some_and(|(games, _)| games == 3))
            && found.1.over
            && found.1.lines.len() == 4
            && reader.tournament(out) == Some(edition)
            && is_of_this_year(reader, passage, out)
            && has_one_round(edition, out)
    };
    let plain = meant.sure
        && !taken
        && (is_of_today(reader, foci) || never_had() || whole())
        && !meant.others().any(of_other)
        && is_of_first_groups(reader, edition, out)
        && is_of_one_group(passage, foci);
    // What a side of the match "now has" is known, though the group goes on.
    let of_match = reader.anchor.is_some_and(|entry| {
        entry.edition == edition && entry.is_at(StageKind::Group) && out.side(entry, team).is_some()
    });
    let has = now && passage.is_any(first.wrapping_sub(1), &["has", "have", "had", "on", "with"])
        || passage.is_any(first.wrapping_sub(1), &["has", "have"])
        // "They lead the group with six points"
        || passage.is_any(first.wrapping_sub(1), &["with", "on"])
            && passage.has(passage.clause_start(first), first, LEADS);
    // "Germany have three points": a number it never had, on whichever day.
    let holds = !number_is_one
        && passage.is_any(first.wrapping_sub(1), &["has", "have", "on"])
        && !passage.is_any(first, &["all", "maximum"]);
    if plain && !found.0 && (has && of_match || holds && never_had()) {
        let rows = found.1.rows(record, edition);
        out.push(passage, (first, at + 1), Kind::Table, reading, Judged::new(Verdict::Contradicted).showing(rows));
        return;
    }
    tell(out, passage, (first, at + 1), edition, reading, found, plain);
}

/// "Pushing the Mexicans up to four points and leaving the hosts' rivals languishing on one point": the team that words of
/// a move before a count of points have for their object.
fn left_with(passage: &Passage, first: usize) -> Option<TeamId> {
    const MOVED: &[&str] = &[
        "leaving", "leaves", "leave", "left", "pushing", "pushes", "pushed", "taking", "takes", "moving", "moves",
        "moved", "lifting", "lifts", "lifted", "putting", "puts", "keeping", "keeps", "sending", "giving", "gives",
        "gave",
    ];
    let name = passage.names.iter().rev().find(|name| name.end <= first && name.end + 5 >= first)?;
    let before = name.first.checked_sub(if passage.is_any(name.first.wrapping_sub(1), &["the"]) { 2 } else { 1 })?;
    let apart = (name.end..first).any(|at| passage.is_break(at) && !passage.is_any(at, &["up", "on", "with", "to"]));
    (passage.is_any(before, MOVED) && !apart && !passage.is_possessive(name.end)).then(|| name.team()).flatten()
}

/// Whether nothing in a passage says that its points are of several tournaments, or of another one: "in six games they
/// had taken a single point, and at USA 94 they lost all three".
fn is_of_one_group(passage: &Passage, foci: &[Focus<'_>]) -> bool {
    const SEVERAL: &[&str] =
        &["tournaments", "finals", "cups", "previous", "earlier", "past", "ever", "last time", "ago"];
    let many = (0..passage.len()).any(|at| {
        let Some((count, end)) = passage.cardinal(at) else { return false };
        let end = if passage.is_any(end, &["group", "previous", "earlier", "finals"]) { end + 1 } else { end };
        count > 3 && passage.is_any(end, &["games", "matches", "outings"])
    });
    let of_another = passage
        .names
        .iter()
        .filter_map(Name::edition)
        .any(|named| foci.iter().filter(|focus| focus.is_anchor).all(|focus| focus.entry.edition != named));
    !many && !of_another && !passage.has(0, passage.len(), SEVERAL)
}

/// "through on goal difference": the team next in the table has as many points.
fn difference<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    out: &mut Out<'r>,
) {
    // "Needing only a draw to stay above them on goal difference"
    const NEEDED: &[&str] = &["need", "needs", "needed", "needing", "require", "requires", "required", "requiring"];
    let needed = passage.has(passage.clause_start(at).max(at.saturating_sub(14)), at, NEEDED);
    // "Beat China, which was enough to send them top": which of the two is not said.
    const SENT: &[&str] = &[
        "send", "sends", "sent", "sending", "put", "puts", "putting", "take", "takes", "took", "lift", "lifts",
        "lifted", "move", "moves", "moved", "leave", "leaves", "left",
    ];
    let them = (passage.clause_start(at).max(at.saturating_sub(6))..at)
        .any(|before| passage.is_any(before, &["them"]) && passage.is_any(before.wrapping_sub(1), SENT));
    if needed || them || is_hypothetical(passage, at) || is_wanted(passage, at) {
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
    // Level in that too, and parted by goals: not by what the words say, whatever was so a day before.
    let level = Standing::of(&out.view, edition, team).filter(|table| table.over).is_some_and(|table| {
        table.line(record, team).is_some_and(|own| {
            let level_in = |other: &Line| other.scored - other.conceded == own.scored - own.conceded;
            let others = table.lines.iter().filter(|other| other.team != own.team && other.points == own.points);
            let parted: Vec<bool> = others.map(|other| !level_in(other)).collect();
            !parted.is_empty() && !parted.contains(&true)
        })
    });
    if level {
        return;
    }
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
