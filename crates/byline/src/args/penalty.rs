//! Arguments of `shootout`.

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
    /// How it stands: \"3-2 after 4\" (kicks of the team named first) or \"3-2 after 4, France next\"
    #[arg(long, value_name = "STATE", conflicts_with = "date")]
    pub(crate) state: Option<String>,
    /// Takers of the first team in their order, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with = "date")]
    pub(crate) takers: Vec<String>,
    /// Takers of the other team in their order, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with = "date")]
    pub(crate) other_takers: Vec<String>,
    /// Who kicks when: ABAB, ABBA, catch-up, adjusted catch-up
    #[arg(long, value_name = "ORDER", default_value = "ABAB", value_parser = parse_order)]
    pub(crate) order: Order,
}

fn parse_order(text: &str) -> Result<Order, String> {
    Order::read(text).ok_or_else(|| {
        let names: Vec<&str> = Order::ALL.into_iter().map(Order::name).collect();
        format!("`{text}` is no order of kicks: expected {}", names.join(", "))
    })
}
