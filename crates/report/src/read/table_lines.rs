//! Lines of a table as papers print them: "Germany P2 Pts 4 GD +4", "Ghana 2 games, 1 pt", "top with seven".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, TeamId, View};

use super::about::{is_current, is_hypothetical, is_wanted};
use super::standing::{Line, Standing};
use super::tables::{edition_of, is_of_this_year};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Abbreviations at the head of a column, and the column.
const COLUMNS: &[(&str, Column)] = &[
    ("p", Column::Played),
    ("pl", Column::Played),
    ("pld", Column::Played),
    ("pts", Column::Points),
    ("pt", Column::Points),
    ("points", Column::Points),
    ("gd", Column::Difference),
    ("diff", Column::Difference),
    ("w", Column::Won),
    ("d", Column::Drawn),
    ("l", Column::Lost),
    ("f", Column::Scored),
    ("a", Column::Conceded),
];
const HEADS: Heads = Heads::of(&["pts", "gd", "with"]);
/// The fewest columns of a line.
const LEAST: usize = 2;

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Played,
    Won,
    Drawn,
    Lost,
    Scored,
    Conceded,
    Difference,
    Points,
}

impl Column {
    fn of(self, line: &Line) -> i64 {
        match self {
            Self::Played => i64::from(line.played),
            Self::Won => i64::from(line.won),
            Self::Drawn => i64::from(line.drawn),
            Self::Lost => i64::from(line.lost),
            Self::Scored => i64::from(line.scored),
            Self::Conceded => i64::from(line.conceded),
            Self::Difference => i64::from(line.scored - line.conceded),
            Self::Points => i64::from(line.points),
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Played => "played",
            Self::Won => "won",
            Self::Drawn => "drawn",
            Self::Lost => "lost",
            Self::Scored => "goals for",
            Self::Conceded => "goals against",
            Self::Difference => "goal difference",
            Self::Points => "points",
        }
    }
}

pub(super) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if !passage.may_meet(&HEADS) {
        return;
    }
    for name in &passage.names {
        let Some(team) = name.team() else { continue };
        let (columns, end) = columns(passage, name.end);
        if columns.len() >= LEAST {
            line(reader, passage, foci, (team, name.first, end), &columns, out);
        }
    }
    for at in 1..passage.len() {
        if passage.word(at) == "with" && passage.name_at(at).is_none() {
            with_points(reader, passage, foci, at, out);
        }
    }
}

/// A number with its sign at a token, and the token after it.
fn number(passage: &Passage, at: usize) -> Option<(i64, usize)> {
    let minus = passage.is_mark(at, '-') || passage.is_mark(at, '–') || passage.is_mark(at, '−');
    let first = if minus || passage.is_mark(at, '+') { at + 1 } else { at };
    match passage.kind(first)? {
        TokenKind::Number(value) => {
            let value = i64::from(value);
            Some((if minus { -value } else { value }, first + 1))
        }
        _ => None,
    }
}

/// The columns told from a token on, and the token after the last: "P2 Pts 4 GD +4".
fn columns(passage: &Passage, from: usize) -> (Vec<(Column, i64)>, usize) {
    let mut found: Vec<(Column, i64)> = Vec::new();
    let (mut at, mut end) = (from, from);
    while at < passage.len() {
        if passage.is_mark(at, ',') || passage.is_mark(at, ':') || passage.is_mark(at, '(') {
            at += 1;
            continue;
        }
        let word = passage.word(at);
        let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let Some(&(_, column)) = COLUMNS.iter().find(|(head, _)| *head == letters) else { break };
        // "P2" is one word.
        let told = match word.strip_prefix(letters).filter(|digits| !digits.is_empty()) {
            Some(digits) => digits.parse::<i64>().ok().map(|value| (value, at + 1)),
            None => number(passage, at + 1),
        };
        let Some((value, next)) = told.filter(|_| found.iter().all(|(other, _)| *other != column)) else { break };
        found.push((column, value));
        (at, end) = (next, next);
    }
    (found, end)
}

/// The tables a line may be of: as of the day, of the eve of the match, and of the morning of the day.
fn standings<'r>(reader: &Reader<'_, 'r>, edition: EditionId, team: TeamId, out: &Out<'r>) -> Vec<Standing<'r>> {
    let today = out.view.as_of();
    let mut days: Vec<View<'r>> = reader.eves(out);
    days.extend((today != jiff::civil::Date::MAX).then(|| out.view.before(today)));
    days.iter().filter_map(|view| Standing::of(view, edition, team)).collect()
}

/// The tournament under way on the day of the report.
fn running(reader: &Reader<'_, '_>, out: &Out<'_>) -> Option<EditionId> {
    let today = out.view.as_of();
    let latest = out.record().latest();
    let is_on =
        |edition: &EditionId| latest.span(*edition).is_some_and(|span| (span.first..=span.last).contains(&today));
    reader.editions.iter().copied().find(is_on)
}

/// Judges a line: right in every column, or wrong in one alone.
fn line<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (team, first, end): (TeamId, usize, usize),
    columns: &[(Column, i64)],
    out: &mut Out<'r>,
) {
    let edition = running(reader, out).or_else(|| edition_of(reader, passage, foci, end, out));
    let Some(edition) = edition else { return };
    let record = out.record();
    let tables = standings(reader, edition, team, out);
    let wrong = |table: &Standing<'_>| {
        let own = table.line(record, team)?;
        Some(columns.iter().filter(|(column, value)| column.of(own) != *value).count())
    };
    let best = tables.iter().filter_map(|table| Some((wrong(table)?, table))).min_by_key(|(wrong, _)| *wrong);
    let Some((wrong, table)) = best else { return };
    let verdict = match wrong {
        0 => Verdict::Confirmed,
        1 if columns.len() > LEAST && is_of_this_year(reader, passage, out) => Verdict::Contradicted,
        _ => return,
    };
    let told: Vec<String> = columns.iter().map(|(column, value)| format!("{} {value}", column.words())).collect();
    let reading = format!("{} in group {}: {}", words::team(record, team), table.label, words::list(&told));
    let rows = table.rows(record, edition);
    out.push(passage, (first, end), Kind::Table, reading, Judged::new(verdict).showing(rows));
}

/// "Finish top with seven", "went through second with four": points without the word.
fn with_points<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    const PLACES: &[&str] = &["top", "bottom", "last", "first", "second", "third", "winners", "up"];
    const ENDED: &[&str] = &[
        "finish",
        "finished",
        "finishing",
        "ended",
        "end",
        "ending",
        "came",
        "come",
        "coming",
        "lie",
        "lay",
        "are",
        "were",
        "through",
        "group",
        "section",
        "went",
        "go",
    ];
    let Some((count, end)) = passage.cardinal(at + 1).filter(|(count, _)| *count <= 9) else { return };
    let placed = passage.is_any(at - 1, PLACES) || passage.is_any(at.wrapping_sub(2), PLACES);
    let ended = passage.has(at.saturating_sub(6), at, ENDED);
    if !placed
        || !ended
        || !super::plain::closes(passage, end)
        || is_hypothetical(passage, at)
        || is_wanted(passage, at)
    {
        return;
    }
    let meant = reader.teams_about(passage, at - 1, out);
    // Another year the paragraph has named is not that of a sentence that names none.
    let edition = match is_of_this_year(reader, passage, out) {
        true => reader.tournament(out),
        false => edition_of(reader, passage, foci, end, out),
    };
    let (Some(team), Some(edition)) = (meant.likely(), edition) else { return };
    let record = out.record();
    let tables = standings(reader, edition, team, out);
    let right = tables.iter().find(|table| table.line(record, team).is_some_and(|line| line.points == count));
    let over = tables.first().filter(|table| table.over);
    let plain = meant.sure
        && passage.quote.is_none()
        && is_current(reader, passage, foci, out)
        && is_of_this_year(reader, passage, out)
        && super::tables::has_one_round(edition, out);
    let (verdict, table) = match (right, over) {
        (Some(table), _) => (Verdict::Confirmed, table),
        (None, Some(table)) if plain && !table.ever_had(record, edition, team, count) => (Verdict::Contradicted, table),
        _ => return,
    };
    let reading = format!("{}: {} in the group", words::team(record, team), words::count(count, "point", "points"));
    let rows = table.rows(record, edition);
    out.push(passage, (at, end), Kind::Table, reading, Judged::new(verdict).showing(rows));
}
