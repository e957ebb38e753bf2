//! What of the annotated statements the built-in record can settle. The definition is [`DEFINITION`].

use byline_record::names::find::{Context, Names};
use byline_record::{Card, EventKind, Extent, Family, Match, Record, Table};
use byline_report::claim::Kind;

use super::{Annotated, Statement, Truth};

/// Printed above every table of results.
pub const DEFINITION: &str = "\
decidable: annotated true or false, in a report about matches of the record (the anchor is one, or there is none and
  the report is not about women's football), of a kind whose table the record has complete for the edition of the
  anchor, or has rows of for its match (see `needs` in tests/annotated/decidable.rs); without an anchor, a table that
  every edition of the finals has. Never: goal descriptions, disallowed goals, reasons of penalties, clubs, caps,
  `history`; nor what by its words or reading is about friendlies, qualifying, other competitions, other football, or
  assists and careers; nor meetings of two teams without a tournament or year.
aligned: the words overlap and the kind is the same; for each other may stand score and result; scorer, penalty and own
  goal; title and role; stage and progress; first-since, record, streak and head-to-head; tally and record; and on the
  very same words order, running score and minute. Who did a thing may be read on other words of the sentence, if both
  readings have the name. What is checked counts for one annotated statement: of the same
  kind first, then of the largest common share of words.
found: aligned with a checked statement that was read. settled: confirmed, rounding, record_differs or contradicted.
wrong confirmation: confirmed, but annotated false or undecidable, or aligned with nothing and on a trap.
wrong contradiction: contradicted, but annotated true or undecidable; or overlapping nothing annotated false; or in a
  report outside the record. Each is a false alarm. What is confirmed and not annotated is counted apart: look at it.";

/// Where a report stands towards the record.
#[derive(Debug, Clone, Copy)]
pub enum Ground<'r> {
    /// About this match of the record.
    One(&'r Match),
    /// About several matches, or none.
    Several,
    /// About a match the record does not have: nothing may be contradicted.
    Outside,
}

/// Tables complete in every edition of the finals up to 2024, for reports about several matches.
const EVERYWHERE: [Table; 7] = [
    Table::Results,
    Table::Venues,
    Table::HalfTimes,
    Table::Goals,
    Table::Dismissals,
    Table::ShootOutKicks,
    Table::Managers,
];

/// Words of what the record's finals do not hold.
const ELSEWHERE: [&str; 28] = [
    "friendl",
    "qualif",
    "competitive",
    "copa ",
    "africa cup",
    "asian cup",
    "gold cup",
    "confederations cup",
    "nations league",
    "champions league",
    "olympic",
    "women",
    "under-21",
    "under-20",
    "youth",
    "assist",
    "international career",
    "international goal",
    "caps",
    "as player and as coach",
    "as player and coach",
    "shots",
    "possession",
    "world ranking",
    "unbeaten in 36",
    "foreign coach",
    "youngest coach",
    "world record",
];

/// What a statement needs the record to have.
enum Needs {
    Table(Table),
    /// A date of birth of somebody named.
    Birth,
    /// The record has no such table.
    Never,
}

fn needs(kind: Option<Kind>, said: &str) -> Needs {
    let any = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let dismissal = any(&["sent off", "sent-off", "red card", "sending-off", "dismiss", "second yellow", "man down"]);
    let caution = any(&["booked", "yellow", "caution"]);
    let missed = any(&["missed", "penalty was saved", "saved penalty", "penalty saved"]);
    let Some(kind) = kind else { return Needs::Never };
    Needs::Table(match kind {
        Kind::Minute if any(&["came on", "substitut", "disallowed", "ruled out", "'s shot", "late shot"]) => {
            return Needs::Never;
        }
        Kind::Card | Kind::Minute if dismissal => Table::Dismissals,
        Kind::Minute if missed => Table::MissedPenalties,
        Kind::Minute if caution => Table::Cautions,
        Kind::Card => Table::Cautions,
        Kind::Scorer | Kind::Minute | Kind::Order | Kind::RunningScore | Kind::Penalty | Kind::OwnGoal => Table::Goals,
        // All meetings of two teams include friendlies.
        Kind::HeadToHead if !any(&["world cup", "euro", "tournament", "final", "19", "20"]) => return Needs::Never,
        // Of a person; teams reach a final.
        Kind::Streak | Kind::Tally | Kind::Record | Kind::FirstSince if any(&["played in", "appearance"]) => {
            Table::LineUps
        }
        Kind::HalfTimeScore => Table::HalfTimes,
        Kind::MissedPenalty => Table::MissedPenalties,
        Kind::Tally if missed => Table::MissedPenalties,
        Kind::Role if any(&["captain", "skipper"]) => Table::Captains,
        Kind::Role if any(&["host"]) => Table::Results,
        Kind::Role => Table::Managers,
        Kind::Venue => Table::Venues,
        Kind::ShootOut => Table::ShootOutKicks,
        Kind::Keeper => Table::Keepers,
        Kind::Substitution => Table::Substitutions,
        Kind::LineUp => Table::LineUps,
        Kind::Referee => Table::Referees,
        Kind::Attendance => Table::Attendances,
        Kind::Age => return Needs::Birth,
        Kind::PenaltyAward
        | Kind::GoalDescription
        | Kind::DisallowedGoal
        | Kind::Club
        | Kind::Caps
        | Kind::SelfConsistency => return Needs::Never,
        Kind::Score
        | Kind::Stage
        | Kind::Date
        | Kind::NextFixture
        | Kind::Title
        | Kind::FirstSince
        | Kind::Streak
        | Kind::Tally
        | Kind::HeadToHead
        | Kind::Table
        | Kind::Result
        | Kind::Progress
        | Kind::Record => Table::Results,
    })
}

/// Whether a match has rows of a table that is not complete for its edition.
fn has_rows(entry: &Match, table: Table) -> bool {
    let event = |family: Family| entry.events.iter().any(|event| event.kind.family() == family);
    let sheets = || entry.sheets.iter().flat_map(|sheets| sheets.iter());
    match table {
        Table::MissedPenalties => event(Family::MissedPenalty),
        Table::Cautions => event(Family::Caution),
        Table::Dismissals => entry
            .events
            .iter()
            .any(|event| matches!(event.kind, EventKind::Card { card: Card::Red | Card::SecondYellow, .. })),
        Table::Substitutions => event(Family::Substitution),
        Table::Keepers => sheets().any(|sheet| !sheet.keepers.is_empty()),
        Table::Captains => sheets().any(|sheet| sheet.captain.is_some()),
        Table::Managers => sheets().any(|sheet| sheet.manager.is_some()),
        Table::LineUps => sheets().any(|sheet| !sheet.starters.is_empty()),
        Table::Referees => entry.referee.is_some(),
        Table::Attendances => entry.attendance.is_some(),
        Table::Results | Table::Goals => entry.is_played(),
        Table::Venues => entry.venue.is_some(),
        _ => false,
    }
}

/// The match a report is about, by its annotation.
pub fn ground<'r>(record: &'r Record, names: &Names<'r>, report: &Annotated) -> Ground<'r> {
    if report.anchor == "none" {
        let lower = report.text.to_lowercase();
        let of_women =
            lower.chars().take(300).collect::<String>().contains("women") || lower.matches("women").count() > 2;
        return if of_women { Ground::Outside } else { Ground::Several };
    }
    let parts = || {
        let (date, rest) = report.anchor.split_once(' ')?;
        let (sides, competition) = rest.split_once(", ")?;
        let score = sides.split(' ').find(|word| {
            word.split_once('-').is_some_and(|(one, two)| one.parse::<u8>().is_ok() && two.parse::<u8>().is_ok())
        })?;
        let (home, away) = sides.split_once(&format!(" {score} "))?;
        let away = away.split_once(" (").map_or(away, |(away, _)| away);
        Some((date.parse::<jiff::civil::Date>().ok()?, home, away, competition))
    };
    let Some((date, home, away, competition)) = parts() else {
        panic!("{}: the anchor {:?} is not `date home score away, competition stage`", report.name, report.anchor)
    };
    if competition.contains("Women") || competition.contains("Under") {
        return Ground::Outside;
    }
    let context = Context::default().on(date);
    let [Ok(home), Ok(away)] = [home, away].map(|team| names.team(team, &context)) else { return Ground::Outside };
    let both = |entry: &&Match| entry.side_of(home.id).is_some() && entry.side_of(away.id).is_some();
    record.latest().matches().filter(|entry| entry.date == date).find(both).map_or(Ground::Outside, Ground::One)
}

/// Whether the record can settle a statement. See [`DEFINITION`].
pub fn is_decidable(record: &Record, ground: Ground<'_>, report: &Annotated, statement: &Statement) -> bool {
    if statement.truth == Truth::Undecidable || matches!(ground, Ground::Outside) {
        return false;
    }
    let said = format!("{}\n{}\n{}", report.words(&statement.span), statement.reading, statement.note).to_lowercase();
    if ELSEWHERE.iter().any(|word| said.contains(word)) {
        return false;
    }
    match (needs(statement.kind, &said), ground) {
        (Needs::Never, _) | (_, Ground::Outside) => false,
        (Needs::Table(table), Ground::Several) => EVERYWHERE.contains(&table),
        (Needs::Table(table), Ground::One(entry)) => {
            record.latest().extent(entry.edition, table) == Extent::Complete
                || has_rows(entry, table)
                || table == Table::Captains && !record.edition(entry.edition).captains.is_empty()
        }
        (Needs::Birth, Ground::Several) => false,
        (Needs::Birth, Ground::One(entry)) => record.people().iter().any(|person| {
            let surname = person.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            person.born.is_some()
                && person.teams.iter().any(|&team| entry.side_of(team).is_some())
                && said.split(|c: char| !c.is_alphanumeric()).any(|word| word == surname)
        }),
    }
}
