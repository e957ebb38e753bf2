//! Arguments of `table` and `cup`.

use std::path::PathBuf;

/// Arguments of `table`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  byline table \"World Cup 2018\" H\n  byline table \"World Cup 1982\" C --stage \
                        \"second group stage\"\n  byline table \"Euro 2024\" --as-of 2024-06-24\n  byline table \
                        \"World Cup 2022\" C --as-of 2022-11-29 --set \"Poland 0-1 Argentina\"")]
pub(crate) struct TableArgs {
    /// An edition ("World Cup 2018"), or an edition file of your own (league.toml)
    pub(crate) edition: String,
    /// Letter or number of the group; without it, every group
    pub(crate) group: Option<String>,
    /// Which stage, where an edition has several with groups: "second group stage", "final round"
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// Suppose a result: "England 2-0 Wales"; in knock-out matches that end level with who goes through behind a comma:
    /// "France 2-2 England, England" (may be given several times)
    #[arg(long, value_name = "RESULT")]
    pub(crate) set: Vec<String>,
}

/// Arguments of `cup`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  byline cup \"World Cup 2022\" --as-of 2022-12-10\n  byline cup \"World Cup 2022\" --as-of \
                        2022-12-09 --set \"England 2-1 France\"\n  byline cup \"Euro 2024\" --as-of 2024-06-13 --through-time \
                        --svg euro.svg\n  byline cup --check league.toml"
)]
pub(crate) struct CupArgs {
    /// An edition ("World Cup 2022"), or an edition file of your own (league.toml)
    #[arg(required_unless_present = "check")]
    pub(crate) edition: Option<String>,
    /// Check an edition file and explain it
    #[arg(long, value_name = "FILE", conflicts_with_all = ["edition", "set", "through_time"])]
    pub(crate) check: Option<PathBuf>,
    /// Simulations of what cannot be calculated exactly
    #[arg(long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(1_000..=1_000_000_000))]
    pub(crate) runs: u32,
    /// Threads; without it, one a core. The answer is the same on any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Seed of the simulations
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Suppose a result, and say what it changes: "England 2-0 Wales"; in knock-out matches that end level with who goes
    /// through behind a comma: "France 2-2 England, England"; of a match under way with the minute: "England 1-2 France 84'"
    /// (may be given several times)
    #[arg(long, value_name = "RESULT")]
    pub(crate) set: Vec<String>,
    /// Tell how the chances of the title moved, match day by match day
    #[arg(long)]
    pub(crate) through_time: bool,
}
