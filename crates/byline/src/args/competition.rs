//! Arguments of `table`.

/// Arguments of `table`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  byline table \"World Cup 2018\" H\n  byline table \"World Cup 1982\" C --stage \
                        \"second group stage\"\n  byline table \"Euro 2024\" --as-of 2024-06-24\n  byline table \
                        \"World Cup 2022\" C --as-of 2022-11-29 --set \"Poland 0-1 Argentina\"")]
pub(crate) struct TableArgs {
    /// An edition (\"World Cup 2018\"), or an edition file of your own (league.toml)
    pub(crate) edition: String,
    /// Letter or number of the group; without it, every group
    pub(crate) group: Option<String>,
    /// Which stage, where an edition has several with groups: \"second group stage\", \"final round\"
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// Suppose a result: \"England 2-0 Wales\"; in knock-out matches that end level with who goes through behind a comma:
    /// \"France 2-2 England, England\" (may be given several times)
    #[arg(long, value_name = "RESULT")]
    pub(crate) set: Vec<String>,
}
