//! Penalties of the competitions of Europe, season by season: kicks in play and in shoot-outs with taker and keeper,
//! the score before each, and the result of the match.
//!
//! * `DateMatch` is the last day of the year a season begins in, for every match: it is no date of a match and is not
//!   read. The season is in the name of the table (`leagues/gb1-premier-league/2018-19.csv`); claims have no date and
//!   are placed when files are merged, or kept with their season.
//! * Minutes are cut off at 45 and 90; minute 0, and a score before a kick of 100:100 or below nothing, stand for what is
//!   not known.
//! * The result of a match with a shoot-out counts its kicks: 7:5 after 3-3 and 4-2.
//! * A few names have the other team's name run into them; both are told apart.
//! * `Missed` is a kick off target or against the woodwork.

mod competitions;

use super::gather::Gather;
use super::table::{Column, CsvTable, Row, Shape};
use super::{header_has, text};
use crate::claim::{Claims, CoverageClaim, MatchClaim, Name, event};
use crate::{
    Clock, CompetitionClass, EventKind, Extent, Goals, Kick, Penalty, PenaltyOutcome, ReadError, Score, ShootOut, Side,
    Sources, Table, TeamKind,
};

/// Key of the source.
const SOURCE: &str = "penalties-2012-2023";

/// Whether a header is that of the file, with or without the order of kicks.
#[must_use]
pub fn looks_like(header: &str) -> bool {
    header_has(header, &["CompetitionName", "PenaltyTakerTeamName", "TypePhaseName", "EventTypeName", "goalie_name"])
}

struct Columns {
    competition: Column,
    id: Column,
    home: Column,
    away: Column,
    taking: Column,
    phase: Column,
    minute: Column,
    outcome: Column,
    before: Column,
    result: Column,
    taker: Column,
    keeper: Column,
    order: Option<Column>,
}

impl Columns {
    fn of(table: &CsvTable<'_>) -> Result<Self, ReadError> {
        Ok(Self {
            competition: table.column("CompetitionName")?,
            id: table.column("fcompMatchID")?,
            home: table.column("homeTeamName")?,
            away: table.column("awayTeamName")?,
            taking: table.column("PenaltyTakerTeamName")?,
            phase: table.column("TypePhaseName")?,
            minute: table.column("PenaltyMinute")?,
            outcome: table.column("EventTypeName")?,
            before: table.column("ScoreBefore")?,
            result: table.column("FinalResult")?,
            taker: table.column("player_name")?,
            keeper: table.column("goalie_name")?,
            order: table.optional("order"),
        })
    }
}

/// Reads the file: one claim a match, with its penalties in play and its shoot-out.
///
/// # Errors
/// At the first row that is no kick of one of the two teams of its match.
pub fn read(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let columns = Columns::of(&table)?;
    let mut claims = Claims { source: SOURCE.into(), ..Claims::default() };
    let mut matches: Gather<Box<str>, (MatchClaim, Outcome)> = Gather::new();
    let mut key = String::new();
    while let Some(row) = table.next_row()? {
        key.clear();
        // Two matches may have one number: those of a tie played twice.
        for column in [&columns.competition, &columns.id, &columns.result] {
            key.push_str(row.filled(column)?);
            key.push('\n');
        }
        let teams = apart(row.filled(&columns.home)?, row.filled(&columns.away)?);
        if teams.0 == teams.1 {
            return Err(row.error(&columns.away, "another team than homeTeamName"));
        }
        key.push_str(teams.0);
        key.push('\n');
        key.push_str(teams.1);
        let result = row.parsed(&columns.result, "a result as 2:1, 2:1 AET or 5:4 on pens", Outcome::read)?;
        let (kick, placed) = (Taken::of(row, &columns)?, competition(row, &columns.competition)?);
        let mut wrong_order = None;
        let begin = || (claim(row, &columns, teams, placed), result);
        matches.add_to(&key, begin, |(claim, _)| wrong_order = kick.tell(claim));
        if let (Some(expected), Some(order)) = (wrong_order, &columns.order) {
            return Err(row.error(order, format_args!("{expected}, the number of the next kick")));
        }
    }
    claims.rows = table.rows();
    claims.matches = matches
        .into_things()
        .map(|(mut claim, outcome)| {
            claim.score = outcome.score(&claim.kicks);
            claim
        })
        .collect();
    let partial = |table| CoverageClaim { competition: None, edition: None, table, extent: Extent::Partial };
    claims.coverage = [Table::Goals, Table::MissedPenalties, Table::ShootOutKicks].map(partial).into();
    Ok(claims)
}

/// Two teams, one of which may have the other's name run into its own.
fn apart<'t>(home: &'t str, away: &'t str) -> (&'t str, &'t str) {
    let left = |name: &'t str, other: &str, strip: fn(&'t str, &str) -> Option<&'t str>| {
        strip(name, other).map(str::trim).filter(|name| !name.is_empty()).unwrap_or(name)
    };
    (left(home, away, |name, other| name.strip_suffix(other)), left(away, home, |name, other| name.strip_prefix(other)))
}

/// Name, season and class of a competition.
type Placed = (Name, Name, CompetitionClass);

/// `leagues/gb1-premier-league/2018-19.csv`: the kind, code and name of a competition, and its season.
fn competition(row: Row<'_>, column: &Column) -> Result<Placed, ReadError> {
    row.parsed(column, "the name of a table as leagues/gb1-premier-league/2018-19.csv", |path| {
        let mut parts = path.split('/');
        let (kind, name, file) = (parts.next()?, parts.next()?, parts.next()?);
        let class = match kind {
            "leagues" => CompetitionClass::League,
            "cups" => CompetitionClass::Cup,
            "int_cups" => CompetitionClass::Continental,
            "nat_teams" => CompetitionClass::Finals,
            _ => return None,
        };
        // The Nations League has a file a division: `2018-19_a.csv`.
        let season = file.strip_suffix(".csv")?.split('_').next()?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        let season = match season.split_once('-') {
            Some((first, second)) if digits(first, 4) && digits(second, 2) => format!("{first}/{second}").into(),
            None if digits(season, 4) => season.into(),
            _ => return None,
        };
        let (name, class) = competitions::find(name, class)?;
        Some((name, season, class))
    })
}

fn claim(row: Row<'_>, columns: &Columns, teams: (&str, &str), (competition, edition, class): Placed) -> MatchClaim {
    let id = row.text(&columns.id);
    let national = matches!(class, CompetitionClass::Finals | CompetitionClass::NationsLeague);
    MatchClaim {
        line: row.line(),
        external_id: Some(id.strip_suffix(".0").unwrap_or(id).into()),
        competition,
        edition,
        class: Some(class),
        kind: if national { TeamKind::National } else { TeamKind::Club },
        home: teams.0.into(),
        away: teams.1.into(),
        ..MatchClaim::default()
    }
}

/// A kick of a row.
struct Taken {
    side: Side,
    clock: Option<Clock>,
    shoot_out: bool,
    outcome: PenaltyOutcome,
    before: Option<Goals>,
    taker: Name,
    keeper: Name,
    order: Option<usize>,
}

impl Taken {
    fn of(row: Row<'_>, columns: &Columns) -> Result<Self, ReadError> {
        let side = row.side(&columns.taking, row.text(&columns.home), row.text(&columns.away))?;
        let phase = row.text(&columns.phase);
        let period = match phase {
            "First half" => Some((0, 45)),
            "Second half" => Some((46, 90)),
            "1st Extra Time" => Some((91, 105)),
            "2nd Extra Time" => Some((106, 120)),
            "Penalty Shoot-Out" => None,
            _ => {
                let expected = "`First half`, `Second half`, `1st Extra Time`, `2nd Extra Time` or `Penalty Shoot-Out`";
                return Err(row.error(&columns.phase, expected));
            }
        };
        let clock = match period {
            None => None,
            Some((first, last)) => {
                let expected = format_args!("a minute from {first} to {last}, as of the {phase}");
                let minute: u8 = row.parsed(&columns.minute, expected, |text| {
                    text.parse().ok().filter(|minute| (first..=last).contains(minute))
                })?;
                Clock::new(minute).ok().filter(|_| minute > 0)
            }
        };
        let outcome = row.parsed(&columns.outcome, "Goal, Save or Missed", |text| match text {
            "Goal" => Some(PenaltyOutcome::Scored),
            "Save" => Some(PenaltyOutcome::Saved),
            "Missed" => Some(PenaltyOutcome::Missed),
            _ => None,
        })?;
        let before = row.parsed(&columns.before, "a score as 1:0", score_before)?;
        let order = match &columns.order {
            Some(order) => Some(row.number(order, "the number of the kick")?),
            None => None,
        };
        Ok(Self {
            side,
            clock,
            shoot_out: period.is_none(),
            outcome,
            before,
            taker: row.filled(&columns.taker)?.into(),
            keeper: row.filled(&columns.keeper)?.into(),
            order,
        })
    }

    /// Adds the kick to its match. The number it should have, if it has another.
    fn tell(self, claim: &mut MatchClaim) -> Option<usize> {
        let Self { side, clock, shoot_out, outcome, before, taker, keeper, order } = self;
        let (taker, keeper) = (Some(taker), Some(keeper));
        if shoot_out {
            claim.kicks.push(Kick { side, taker, keeper, outcome, placement: None, sources: Sources::NONE });
            let number = claim.kicks.len();
            return order.filter(|&order| order != number).map(|_| number);
        }
        let penalty = Penalty { keeper, score_before: before, ..Penalty::of(outcome) };
        claim.events.push(event(clock, side, EventKind::Penalty(penalty), taker));
        None
    }
}

/// The score before a kick. It is counted back from the result by the file, and comes out below nothing where a goal
/// is missing: then it is not known, and neither is it where it stands at 100:100.
fn score_before(text: &str) -> Option<Option<Goals>> {
    let (home, away) = text.split_once(':')?;
    let (home, away): (i8, i8) = (home.trim().parse().ok()?, away.trim().parse().ok()?);
    let goals = u8::try_from(home).ok().zip(u8::try_from(away).ok()).map(|(home, away)| Goals::new(home, away));
    Some(goals.filter(|&goals| goals != Goals::new(100, 100)))
}

/// `1:0`.
fn goals(text: &str) -> Option<Goals> {
    let (home, away) = text.split_once(':')?;
    Some(Goals::new(home.trim().parse().ok()?, away.trim().parse().ok()?))
}

/// The result of a match as the file prints it.
#[derive(Clone, Copy)]
enum Outcome {
    Ninety(Goals),
    ExtraTime(Goals),
    ShootOut(Goals),
}

impl Outcome {
    fn read(text: &str) -> Option<Self> {
        let (score, how) = text.split_once(' ').unwrap_or((text, ""));
        let score = goals(score)?;
        match how.trim() {
            "" => Some(Self::Ninety(score)),
            "AET" => Some(Self::ExtraTime(score)),
            "on pens" => Some(Self::ShootOut(score)),
            _ => None,
        }
    }

    /// The score of a match, given the kicks of its shoot-out.
    fn score(self, kicks: &[Kick<Name>]) -> Score {
        let sum = match self {
            // Results of matches that went on are not told apart everywhere: only the end of play is certain.
            Self::Ninety(goals) | Self::ExtraTime(goals) => return Score::at_end(goals),
            Self::ShootOut(sum) => sum,
        };
        let scored = kicks.iter().filter(|kick| kick.outcome == PenaltyOutcome::Scored);
        let score = scored.fold(Goals::default(), |goals, kick| goals.plus_one(kick.side));
        let told = score.leader().map(|winner| (winner, Some(score)));
        // Where kicks are missing, the winner of a tie of one leg is still the one ahead in the sum.
        let Some((winner, score)) = told.or_else(|| sum.leader().map(|winner| (winner, None))) else {
            return Score::default();
        };
        let played = score
            .and_then(|score| Some(Goals::new(sum.home.checked_sub(score.home)?, sum.away.checked_sub(score.away)?)));
        let shoot_out = ShootOut { score, winner, first: kicks.first().map(|kick| kick.side) };
        Score { end: played, shoot_out: Some(shoot_out), ..Score::default() }
    }
}

#[cfg(test)]
const HEADER: &str = "CompetitionShortName,CompetitionName,SeasonID,DateMatch,homeTeamName,awayTeamName,\
    PenaltyTakerTeamName,TypePhaseName,PenaltyMinute,EventTypeName,GoalkeeperTeam,ScoreBefore,ScoreAfter,FinalResult,\
    fcompMatchID,player_name,goalie_name";

#[cfg(test)]
mod tests;
