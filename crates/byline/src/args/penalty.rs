//! Arguments of `penalty` and `shootout`.

use byline_penalty::shoot_out::Order;

use super::{Period, parse_period};

/// Arguments of `shootout`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  byline shootout England France\n  byline shootout England France --state \"3-2 after 4, \
                        France next\"\n  byline shootout Italy England 2021\n  byline shootout England France --takers \
                        \"Kane, Saka, Rashford\" --order ABBA"
)]
pub(crate) struct ShootoutArgs {
    /// The team that kicks first: name, code, nickname
    pub(crate) team: String,
    /// The other team
    pub(crate) opponent: String,
    /// A shoot-out they had: YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(value_parser = parse_period)]
    pub(crate) date: Option<Period>,
    /// How it stands: "3-2 after 4" (kicks of the team named first) or "3-2 after 4, France next"
    #[arg(long, value_name = "STATE", conflicts_with = "date")]
    pub(crate) state: Option<String>,
    /// Takers of the first team in their order, separated by commas; when all named have kicked, they begin again
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with = "date")]
    pub(crate) takers: Vec<String>,
    /// Takers of the other team in their order, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with = "date")]
    pub(crate) other_takers: Vec<String>,
    /// Who kicks when: ABAB, ABBA, catch-up, adjusted catch-up
    #[arg(long, value_name = "ORDER", default_value = "ABAB", value_parser = parse_order)]
    pub(crate) order: Order,
}

/// Arguments of `penalty`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  byline penalty Kane Lloris --as-of 2022-12-10\n  byline penalty Messi\n  byline penalty Kane \
                        Lloris --phase shoot-out --svg kane.svg\n  byline penalty --matrix \"58.30,94.97;92.91,69.92\""
)]
pub(crate) struct PenaltyArgs {
    /// The taker
    #[arg(required_unless_present_any = ["matrix", "competition"])]
    pub(crate) taker: Option<String>,
    /// The keeper; without him, nobody in particular
    pub(crate) keeper: Option<String>,
    /// When the kick is taken
    #[arg(long, value_enum, default_value_t = PhaseArg::Play)]
    pub(crate) phase: PhaseArg,
    /// Solve a game instead: chances of a goal, rows the taker's choices separated by semicolons, columns the keeper's
    /// separated by commas; 2x2 to 6x6, per cent or from 0 to 1
    #[arg(long, value_name = "CELLS", conflicts_with_all = ["taker", "keeper", "phase"])]
    pub(crate) matrix: Option<String>,
    /// Tell where all penalties of a competition went instead, with `--svg` as a picture
    #[arg(long, value_name = "NAME", conflicts_with_all = ["taker", "keeper", "phase", "matrix"])]
    pub(crate) competition: Option<String>,
    /// Seed of the draws behind the intervals
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
}

/// When a penalty is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum PhaseArg {
    /// In the ninety minutes.
    Play,
    /// In extra time.
    ExtraTime,
    /// In a shoot-out.
    ShootOut,
}

fn parse_order(text: &str) -> Result<Order, String> {
    Order::read(text).ok_or_else(|| {
        let names: Vec<&str> = Order::ALL.into_iter().map(Order::name).collect();
        format!("`{text}` is no order of kicks: expected {}", names.join(", "))
    })
}
