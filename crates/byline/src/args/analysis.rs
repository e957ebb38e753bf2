//! Arguments of `fit`, `backtest` and `ratings`.

use std::path::PathBuf;

use byline_forecast::backtest::Model;
use byline_forecast::goals::Family;
use jiff::civil::Date;

use super::parse_date;

/// Arguments of `fit`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  byline fit --model dixon-coles --since 2018-01-01 --until 2022-11-19\n  \
                        byline fit --model poisson --since 2018-08-01 --until 2019-06-30 --competition \"Premier League\" \
                        --shrinkage 3 --save epl.json")]
pub(crate) struct FitArgs {
    /// Goal model: poisson, dixon-coles, bivariate-poisson, diagonal-inflated, negative-binomial, zero-inflated,
    /// conway-maxwell-poisson, weibull-copula
    #[arg(long, value_name = "NAME", default_value = "dixon-coles", value_parser = parse_family)]
    pub(crate) model: Family,
    /// First day of the matches: YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) since: Option<Date>,
    /// Last day of the matches: YYYY-MM-DD; without it, the last day known
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) until: Option<Date>,
    /// Years before the last day after which a match counts half; without it, all count alike
    #[arg(long, value_name = "YEARS", value_parser = parse_years)]
    pub(crate) half_life: Option<f64>,
    /// How strongly teams are drawn to the average: a precision of attack and defence, or two of strength and style
    /// (0.2,3), or `estimate`
    #[arg(long, value_name = "PRECISION", default_value = "estimate", value_parser = parse_precisions)]
    pub(crate) shrinkage: Precisions,
    /// Only matches of this competition; needed for clubs
    #[arg(long, value_name = "NAME")]
    pub(crate) competition: Option<String>,
    /// Write the model to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,
    /// Women's teams
    #[arg(long)]
    pub(crate) women: bool,
}

/// Arguments of `backtest`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  byline backtest --from 2014-01-01 --to 2025-12-31\n  \
                        byline backtest --from 2018-01-01 --to 2022-12-31 --model elo --model dixon-coles --refit daily\n  \
                        byline backtest --from 2012-08-01 --to 2019-06-30 --clubs \"Premier League\"")]
pub(crate) struct BacktestArgs {
    /// First day forecast: YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) from: Date,
    /// Last day forecast: YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) to: Date,
    /// A model (may be given several times): base, elo, elo-flat, fifa, pi, glicko, massey, colley, a goal model of `fit`,
    /// dynamic, best. Without it: base, elo, dixon-coles, dynamic, best
    #[arg(long, value_name = "NAME", value_parser = parse_model)]
    pub(crate) model: Vec<Model>,
    /// How often goal models are fitted again
    #[arg(long, value_enum, default_value_t = RefitArg::Weekly)]
    pub(crate) refit: RefitArg,
    /// Years after which a match counts half in goal models; without it 3, for clubs 1
    #[arg(long, value_name = "YEARS", value_parser = parse_years)]
    pub(crate) half_life: Option<f64>,
    /// How strongly goal models draw teams to the average: a precision of attack and defence, or two of strength and
    /// style, or `estimate` (slow); without it 0.2,3, for clubs 3
    #[arg(long, value_name = "PRECISION", value_parser = parse_precisions)]
    pub(crate) shrinkage: Option<Precisions>,
    /// Score only matches of this competition; models learn from all
    #[arg(long, value_name = "NAME", conflicts_with = "clubs")]
    pub(crate) competition: Option<String>,
    /// Women's teams
    #[arg(long, conflicts_with = "clubs")]
    pub(crate) women: bool,
    /// Clubs of this competition, and bookmakers' prices where the record has some
    #[arg(long, value_name = "COMPETITION")]
    pub(crate) clubs: Option<String>,
    /// Write every forecast to this file: .csv, or .parquet in programs built with that feature
    #[arg(long, value_name = "FILE")]
    pub(crate) forecasts: Option<PathBuf>,
    /// Seed of the intervals
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
}

/// Arguments of `ratings`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  byline ratings --top 20\n  byline ratings England France --system elo --svg history.svg\n  \
                        byline ratings --women --as-of 2019-06-06"
)]
pub(crate) struct RatingsArgs {
    /// Teams whose rating is told year by year; without any, the best
    #[arg(value_name = "TEAM")]
    pub(crate) teams: Vec<String>,
    /// What is computed
    #[arg(long, value_enum, default_value_t = SystemArg::Dynamic)]
    pub(crate) system: SystemArg,
    /// How many teams; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) top: usize,
    /// Clubs of this competition
    #[arg(long, value_name = "COMPETITION", conflicts_with = "women")]
    pub(crate) clubs: Option<String>,
    /// Women's teams
    #[arg(long)]
    pub(crate) women: bool,
}

/// How often goal models are fitted again.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum RefitArg {
    /// On every day with matches.
    Daily,
    /// On the first day with matches of every week.
    Weekly,
    /// Of every month.
    Monthly,
    /// Of every quarter.
    Quarterly,
}

/// A rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum SystemArg {
    /// Strengths of the dynamic model.
    Dynamic,
    /// World Football Elo.
    Elo,
    /// The same with K = 40 for all matches.
    EloFlat,
    /// FIFA's ranking since 2018, from everybody at 1000.
    Fifa,
    /// pi-ratings.
    Pi,
    /// Glicko-2 by months.
    Glicko,
    /// Massey's least squares of the last four years.
    Massey,
    /// Colley's method, of the last four years.
    Colley,
}

/// Precisions of the effects of teams.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Precisions {
    /// From the matches.
    Estimated,
    /// Of attack and defence.
    One(f64),
    /// Of strength and style.
    Two(f64, f64),
}

fn parse_years(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|years: &f64| *years > 0.0 && *years <= 1000.0)
        .ok_or_else(|| format!("`{text}` is no number of years above 0, such as 3"))
}

fn parse_precisions(text: &str) -> Result<Precisions, String> {
    let wrong =
        || format!("`{text}` is no shrinkage: expected `estimate`, a number from 0 such as 0.3, or two such as 0.2,3");
    if text == "estimate" {
        return Ok(Precisions::Estimated);
    }
    let number = |part: &str| part.trim().parse().ok().filter(|value: &f64| *value >= 0.0 && value.is_finite());
    match text.split_once(',') {
        None => number(text).map(Precisions::One).ok_or_else(wrong),
        Some((strength, style)) => {
            number(strength).zip(number(style)).map(|(one, two)| Precisions::Two(one, two)).ok_or_else(wrong)
        }
    }
}

fn parse_model(text: &str) -> Result<Model, String> {
    text.parse().map_err(|error: byline_forecast::backtest::UnknownModel| error.to_string())
}

fn parse_family(text: &str) -> Result<Family, String> {
    Family::ALL.into_iter().find(|family| family.name() == text).ok_or_else(|| {
        let names = Family::ALL.map(Family::name).join(", ");
        format!("no goal model is called {text}; there are {names}. Ratings and the dynamic model learn match by match and are not fitted")
    })
}
