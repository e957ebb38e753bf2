//! What can be typed.

mod analysis;
mod competition;
mod penalty;
mod report;

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use jiff::civil::Date;

pub(crate) use analysis::{BacktestArgs, FitArgs, Precisions, RatingsArgs, RefitArg, SystemArg};
pub(crate) use competition::{CupArgs, TableArgs};
pub(crate) use penalty::{PenaltyArgs, PhaseArg, ShootoutArgs};
pub(crate) use report::{CheckArgs, CompareArgs, parse_zone};

/// A football data desk: what happened, what each moment was worth, what happens next.
#[derive(Debug, Parser)]
#[command(name = "byline", version, about, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 answered, 1 asked but not answerable from the record, 2 bad input.")]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
pub(crate) struct Common {
    /// Byline database to read. Else $BYLINE_RECORD, else your own (made by `data import`), else the built-in facts
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) record: Option<PathBuf>,
    /// Know nothing later than this day: YYYY-MM-DD
    #[arg(long, value_name = "DATE", global = true, value_parser = parse_date)]
    pub(crate) as_of: Option<Date>,
    /// Print one JSON object instead of text
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Write the answer's picture to a file as well: SVG, or PNG in programs built with the feature `png`
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) svg: Option<PathBuf>,
    /// No progress and no remarks on standard error
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tell one match whole: score, goals, penalties, cards, chances minute by minute and what each moment was worth
    Match(MatchArgs),
    /// Say what will happen in a match: score grid, result, totals, likeliest scores, expected goals
    Forecast(ForecastArgs),
    /// Answer a question, or judge a statement, from the record
    Ask(AskArgs),
    /// Check what a report says, statement by statement, and list who is quoted
    Check(CheckArgs),
    /// Lay accounts of one match side by side: what each says of every moment, and what became of the quotes
    Compare(CompareArgs),
    /// Say who goes through and who wins: chances of every team in a competition, its bracket, what a result would change
    Cup(CupArgs),
    /// Print the table of a group or league, with what separated each pair
    Table(TableArgs),
    /// Tell a taker and a keeper: where he goes, what the other does, the game between them, and how sure that is
    Penalty(PenaltyArgs),
    /// Say who wins a shoot-out, from any state, or tell one that was taken kick by kick
    Shootout(ShootoutArgs),
    /// Fit a goal model to a period, say how the fit went, and save it
    Fit(FitArgs),
    /// Replay history and score every forecast made from the matches before its day alone
    Backtest(BacktestArgs),
    /// Rank teams, or tell how good they were through the years
    Ratings(RatingsArgs),
    /// Bring in data sets, and see what the record has
    Data {
        #[command(subcommand)]
        command: DataCommand,
    },
    /// Print a completion script for a shell
    Completions {
        /// bash, zsh, fish, powershell or elvish
        shell: clap_complete::Shell,
    },
}

/// Arguments of `match`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  byline match England France 2022-12-10\n  byline match eng \"les bleus\" 1982\n  \
                        byline match \"England women\" Japan 2015"
)]
pub(crate) struct MatchArgs {
    /// A team: name, code, nickname, in any case and with or without accents
    pub(crate) team: String,
    /// The other team
    pub(crate) opponent: String,
    /// When: YYYY-MM-DD, YYYY-MM or YYYY; without it, the latest meeting
    #[arg(value_parser = parse_period)]
    pub(crate) date: Option<Period>,
}

/// Arguments of `forecast`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  byline forecast France Morocco 2022-12-14\n  byline forecast Brazil Hungary 1954-07-10 \
                        --knock-out\n  byline forecast England Germany --ground home --friendly"
)]
pub(crate) struct ForecastArgs {
    /// A team: name, code, nickname, in any case and with or without accents
    pub(crate) team: String,
    /// The other team
    pub(crate) opponent: String,
    /// The day of the match: YYYY-MM-DD. Only what was known before it is used. Without it, their next match in the
    /// record, else the day after the record ends
    #[arg(value_parser = parse_date)]
    pub(crate) date: Option<Date>,
    /// Whose ground, where the record has no such match; without it nobody's for national sides, the first team's for
    /// clubs
    #[arg(long, value_enum)]
    pub(crate) ground: Option<GroundArg>,
    /// It has to have a winner: extra time and a shoot-out
    #[arg(long)]
    pub(crate) knock_out: bool,
    /// It is a friendly
    #[arg(long)]
    pub(crate) friendly: bool,
    /// Use a model saved by `fit --save` instead of the built-in best forecaster
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
}

/// Arguments of `ask`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  byline ask \"When was the World Cup last retained?\"\n  \
                        byline ask \"France first team to retain the World Cup since Brazil in 1962\" --as-of 2022-12-11\n  \
                        byline ask \"How many penalties has Kane missed at World Cups?\"\n  \
                        byline ask \"Did England beat Argentina in 1998?\"")]
pub(crate) struct AskArgs {
    /// A question or a statement, in plain English
    #[arg(required = true, num_args = 1..)]
    pub(crate) words: Vec<String>,
    /// Count only this competition (may be given several times)
    #[arg(long, value_name = "NAME", help_heading = "Scope")]
    pub(crate) competition: Vec<String>,
    /// Count competitive matches only, no friendlies
    #[arg(long, help_heading = "Scope")]
    pub(crate) competitive: bool,
    /// Count knock-out matches only
    #[arg(long, help_heading = "Scope")]
    pub(crate) knock_out: bool,
    /// Count matches on this ground only
    #[arg(long, value_enum, help_heading = "Scope")]
    pub(crate) ground: Option<GroundArg>,
    /// Count from this year on
    #[arg(long, value_name = "YEAR", help_heading = "Scope")]
    pub(crate) from: Option<i16>,
    /// Count up to this year
    #[arg(long, value_name = "YEAR", help_heading = "Scope")]
    pub(crate) to: Option<i16>,
    /// What a shoot-out counts as in wins, defeats and streaks
    #[arg(long, value_enum, help_heading = "Scope")]
    pub(crate) shoot_out_as: Option<ShootOutArg>,
    /// Count a team without its predecessors: Germany without West Germany
    #[arg(long, help_heading = "Scope")]
    pub(crate) no_predecessors: bool,
    /// Count women's sides
    #[arg(long, help_heading = "Scope")]
    pub(crate) women: bool,
}

/// Whose ground, seen from the team spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum GroundArg {
    /// The team's own.
    Home,
    /// The opponent's.
    Away,
    /// Nobody's.
    Neutral,
}

/// What a shoot-out counts as.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum ShootOutArg {
    /// A draw, as the record books have it.
    Draw,
    /// A win for the side that went through.
    Win,
}

/// What can be done with data.
#[derive(Debug, Subcommand)]
pub(crate) enum DataCommand {
    /// Import files and folders into the database: each file whole or not at all, a known file adds nothing
    Import(ImportArgs),
    /// List sources, licences, files, rows and how far each table reaches
    Status,
    /// Write the merged record as tables, with the attributions of its sources
    Export(ExportArgs),
    /// List where sources differ, and which value is used by which rule
    Conflicts(ConflictsArgs),
}

/// Arguments of `data import`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Reads Football.TXT, openfootball JSON, international results CSV, World Cup database CSV, \
                        football-data.co.uk CSV, league timelines JSON and StatsBomb open data.")]
pub(crate) struct ImportArgs {
    /// Files and folders
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Take national teams nobody has listed as new teams instead of refusing their file
    #[arg(long)]
    pub(crate) accept_new_teams: bool,
}

/// Arguments of `data export`.
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    /// Folder for the tables; made if it is not there, files of the same names are replaced
    pub(crate) folder: PathBuf,
    /// Kind of file
    #[arg(long, value_enum, default_value_t = ExportFormat::Csv)]
    pub(crate) format: ExportFormat,
}

/// A kind of file to export to.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum ExportFormat {
    /// Comma-separated values.
    Csv,
    /// Apache Parquet; only in programs built with the feature `parquet`.
    Parquet,
}

/// Arguments of `data conflicts`.
#[derive(Debug, clap::Args)]
pub(crate) struct ConflictsArgs {
    /// Only matches of this team
    #[arg(long)]
    pub(crate) team: Option<String>,
    /// At most this many; 0 for all
    #[arg(long, default_value_t = 50)]
    pub(crate) most: usize,
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// First day.
    pub(crate) first: Date,
    /// Last day.
    pub(crate) last: Date,
}

impl Period {
    /// Whether a day falls in it.
    pub(crate) fn contains(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }
}

pub(crate) fn parse_date(text: &str) -> Result<Date, String> {
    parse_period(text)
        .and_then(|period| if period.first == period.last { Ok(period.first) } else { Err(String::new()) })
        .map_err(|_| format!("`{text}` is not a day: expected YYYY-MM-DD, such as 2022-12-10"))
}

fn parse_period(text: &str) -> Result<Period, String> {
    let wrong = || format!("`{text}` is not a date: expected YYYY-MM-DD, YYYY-MM or YYYY, such as 2022-12-10 or 2022");
    let parts: Vec<&str> = text.split('-').collect();
    let numbers = parts.iter().map(|part| part.parse::<i16>()).collect::<Result<Vec<_>, _>>().map_err(|_| wrong())?;
    let small = |number: i16| i8::try_from(number).map_err(|_| wrong());
    let (year, month, day) = match *numbers.as_slice() {
        [year] => (year, None, None),
        [year, month] => (year, Some(small(month)?), None),
        [year, month, day] => (year, Some(small(month)?), Some(small(day)?)),
        _ => return Err(wrong()),
    };
    if !(1800..=2200).contains(&year) {
        return Err(wrong());
    }
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| wrong())?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    };
    Ok(Period { first, last })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_are_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_date_may_be_a_month_or_a_year() {
        let period = parse_period("2022-12").unwrap();
        assert!(period.contains(jiff::civil::date(2022, 12, 31)) && !period.contains(jiff::civil::date(2023, 1, 1)));
        assert_eq!(parse_date("2022-12-10"), Ok(jiff::civil::date(2022, 12, 10)));
        for wrong in ["2022-13-01", "10.12.2022", "2022-02-30", "yesterday", "20222", "", "2022-12-10-1"] {
            assert!(parse_period(wrong).is_err(), "{wrong}");
        }
        assert!(parse_date("2022").is_err());
    }
}
