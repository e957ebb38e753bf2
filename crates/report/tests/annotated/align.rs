//! Which checked statement is about which annotated one.

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use byline_report::text::Report;
use byline_report::{Checked, Span};

use super::{Annotated, Statement, Trap};

/// Kinds that may stand for each other, besides those only on the same words.
const GROUPS: [&[Kind]; 7] = [
    &[Kind::Score, Kind::Result],
    &[Kind::Scorer, Kind::Penalty, Kind::OwnGoal],
    &[Kind::Title, Kind::Role],
    &[Kind::Stage, Kind::Progress],
    &[Kind::FirstSince, Kind::Record, Kind::Streak, Kind::HeadToHead],
    &[Kind::Tally, Kind::Record],
    &[Kind::Order, Kind::RunningScore, Kind::Minute],
];

/// A checked statement with its place in the file.
#[derive(Debug, Clone)]
pub struct Found<'c> {
    pub span: Span,
    pub checked: &'c Checked,
}

impl Found<'_> {
    pub fn is_settled(&self) -> bool {
        settled(self.checked.verdict)
    }

    pub fn has(&self, verdict: Verdict) -> bool {
        self.checked.verdict == verdict
    }
}

/// Whether the record has told.
pub fn settled(verdict: Verdict) -> bool {
    !matches!(verdict, Verdict::NotInRecord | Verdict::NotRead)
}

/// The statements of a checked report that were read, in bytes of the file.
pub fn found<'c>(report: &Report, statements: &'c [Checked]) -> Vec<Found<'c>> {
    let read = statements.iter().filter(|checked| checked.verdict != Verdict::NotRead);
    read.map(|checked| Found { span: report.source(&checked.span), checked }).collect()
}

pub fn overlap(one: &Span, other: &Span) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

pub fn meet(one: &Span, other: &Span) -> bool {
    overlap(one, other) > 0
}

/// Whether a checked statement can be about an annotated one.
pub fn aligned(statement: &Statement, found: &Found<'_>) -> bool {
    if !meet(&statement.span, &found.span) {
        return false;
    }
    let kind = found.checked.kind;
    let Some(wanted) = statement.kind else { return true };
    wanted == kind
        || GROUPS.iter().any(|group| {
            group.contains(&wanted)
                && group.contains(&kind)
                && (!group.contains(&Kind::Minute) || statement.span == found.span)
        })
}

/// The names in a reading: its words with a capital, folded.
fn names(reading: &str) -> Vec<String> {
    let words = reading.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.starts_with(char::is_uppercase) && word.len() > 2).map(byline_record::fold).collect()
}

/// Whether two readings have names or numbers and none in common: the verdict may be right by luck.
pub fn nothing_in_common(one: &str, other: &str) -> bool {
    let told = |reading: &str| {
        let mut all = names(reading);
        all.extend(reading.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(str::to_owned));
        all
    };
    let (one, other) = (told(one), told(other));
    !one.is_empty() && !other.is_empty() && one.iter().all(|word| !other.contains(word))
}

/// Whether a checked statement on other words of the sentence names the same one for the same deed.
fn of_the_same_person(report: &Annotated, statement: &Statement, found: &Found<'_>) -> bool {
    const DEEDS: [Kind; 6] =
        [Kind::Scorer, Kind::Penalty, Kind::OwnGoal, Kind::MissedPenalty, Kind::Card, Kind::Keeper];
    let kind = found.checked.kind;
    statement.kind == Some(kind)
        && DEEDS.contains(&kind)
        && meet(&report.sentence(&statement.span), &found.span)
        && names(&found.checked.reading).iter().any(|name| names(&statement.reading).contains(name))
}

/// The one annotated statement, by its place in the list, that a checked statement counts for.
pub fn counts_for(report: &Annotated, found: &Found<'_>) -> Option<usize> {
    let statements = &report.statements;
    let score = |statement: &Statement| {
        let common = overlap(&statement.span, &found.span);
        let all = statement.span.len() + found.span.len() - common;
        // Shares in thousandths, so that they can be ordered; of two alike the one that agrees with the verdict, since
        // nothing tells which was meant.
        let agrees = (statement.truth == super::Truth::False) == found.has(Verdict::Contradicted);
        (statement.kind == Some(found.checked.kind), common * 1000 / all.max(1), agrees)
    };
    let candidates = statements.iter().enumerate().filter(|(_, statement)| aligned(statement, found));
    let overlapping = candidates.max_by_key(|(index, statement)| (score(statement), usize::MAX - index));
    overlapping
        .map(|(index, _)| index)
        .or_else(|| statements.iter().position(|statement| of_the_same_person(report, statement, found)))
}

/// The trap a checked statement fell into: one it overlaps, unless the trap is that very kind of statement.
pub fn trap<'a>(report: &'a Annotated, found: &Found<'_>) -> Option<&'a Trap> {
    let names = match found.checked.kind {
        Kind::RunningScore => "running",
        Kind::HalfTimeScore => "half-time",
        Kind::ShootOut => "shoot-out",
        Kind::DisallowedGoal => "disallowed",
        Kind::Age => "age",
        _ => "\0",
    };
    report.traps.iter().find(|trap| meet(&trap.span, &found.span) && !trap.why.contains(names))
}
