//! Arguments of `check` and `compare`.

use std::path::PathBuf;

use jiff::civil::Date;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;

use super::parse_date;

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  byline check report.txt\n  byline check saved-page.html --zone Pacific/Auckland\n  \
                        byline check report.txt --html report.page.html\n  byline check reports/ --json > checked.jsonl\n  \
                        byline check reports.jsonl --json\n\n\
                        JSON lines are objects with `text` or `html`, and `id`, `date`, `outlet` and `zone` where there are \
                        any; they go before the options. A report is judged by what was known on its own day: the first \
                        line of a plain text may be `date YYYY-MM-DD`."
)]
pub(crate) struct CheckArgs {
    /// Reports: plain text, Markdown, saved HTML pages. Folders of them, files of JSON lines (.jsonl) and - (JSON lines on
    /// standard input) are checked as a stream, a line of output each
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The day of the report: YYYY-MM-DD; without it, what the report says
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) date: Option<Date>,
    /// Who published it; without it, what the report says
    #[arg(long, value_name = "NAME")]
    pub(crate) outlet: Option<String>,
    /// The time zone in which it names weekdays: Europe/London, Pacific/Auckland, +13:00; without it, that of the match
    #[arg(long, value_parser = parse_zone)]
    pub(crate) zone: Option<TimeZone>,
    /// Write the report as a page as well, its words underlined by verdict: one HTML file that needs nothing else
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Also list what is not in the record, and what was not read
    #[arg(long)]
    pub(crate) all: bool,
    /// Threads of a stream; without it, one a core
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  byline compare one.txt other.txt\n  byline compare one.txt other.txt --outlet \"The Post\" \
                  --outlet \"The Herald\" --zone Europe/London --zone Pacific/Auckland\n  byline compare *.txt --html accounts.html\n\n\
                  An option given once holds for every account, given several times for the accounts in their order."
)]
pub(crate) struct CompareArgs {
    /// Accounts of one match: plain text, Markdown, saved HTML pages
    #[arg(required = true, num_args = 2.., value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The day of an account: YYYY-MM-DD; without it, what the account says
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) date: Vec<Date>,
    /// Who published an account, which names its column; without it, what the account says, else its file
    #[arg(long, value_name = "NAME")]
    pub(crate) outlet: Vec<String>,
    /// The time zone in which an account names weekdays
    #[arg(long, value_parser = parse_zone)]
    pub(crate) zone: Vec<TimeZone>,
    /// Write the comparison as a page as well: one HTML file that needs nothing else
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

/// A time zone by its name or its offset.
pub(crate) fn parse_zone(text: &str) -> Result<TimeZone, String> {
    DateTimeParser::new().parse_time_zone(text).map_err(|_| {
        format!("`{text}` is not a time zone: expected a name such as Europe/London, or an offset such as +13:00")
    })
}
