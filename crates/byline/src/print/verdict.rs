//! Verdicts as text.

use anstyle::{AnsiColor, Style};
use byline_record::ask::Verdict;

/// Verdicts in the order they are shown in: what needs most attention first.
pub(crate) const ORDER: [Verdict; 6] = [
    Verdict::Contradicted,
    Verdict::RecordDiffers,
    Verdict::Rounding,
    Verdict::Confirmed,
    Verdict::NotInRecord,
    Verdict::NotRead,
];

/// The verdict in words.
pub(crate) const fn words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "confirmed",
        Verdict::Rounding => "right but for rounding",
        Verdict::RecordDiffers => "the record counts otherwise",
        Verdict::Contradicted => "contradicted",
        Verdict::NotInRecord => "not in the record",
        Verdict::NotRead => "not read",
    }
}

/// Whether the record has told, one way or another.
pub(crate) const fn is_settled(verdict: Verdict) -> bool {
    !matches!(verdict, Verdict::NotInRecord | Verdict::NotRead)
}

/// How the verdict's words are set.
pub(crate) fn colour(verdict: Verdict) -> Style {
    let colour = match verdict {
        Verdict::Confirmed | Verdict::Rounding => AnsiColor::Green,
        Verdict::Contradicted => AnsiColor::Red,
        _ => AnsiColor::Yellow,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}
