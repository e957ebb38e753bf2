//! A forecast as text.

use std::fmt::Write as _;

use anstyle::Style;

use super::{capitalised, line, long_date, percent};
use crate::commands::forecast::{Answer, FromFile, Meeting};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Goals of a side shown in the grid, 0 to this.
const MOST: usize = 6;
/// Likeliest scores listed.
const SCORES: usize = 6;

/// Day, competition and ground in a line.
pub(crate) fn when(meeting: &Meeting) -> String {
    let [home, away] = &meeting.teams;
    let ground = match meeting.ground() {
        "home" => format!("{home} at home"),
        "away" => format!("{away} at home"),
        _ => "neutral ground".to_owned(),
    };
    let occasion = meeting.occasion.as_ref().map(|occasion| format!("{occasion}, ")).unwrap_or_default();
    format!("{occasion}{}, {ground}", long_date(meeting.date))
}

/// The forecast, ready to print.
pub(crate) fn text(answer: &Answer) -> String {
    let [home, away] = &answer.meeting.teams;
    let mut out = String::new();
    line!(out, "{BOLD}{home} v {away}{BOLD:#}");
    line!(out, "{}", when(&answer.meeting));
    line!(out);
    let width = [home, away].into_iter().map(|name| name.chars().count()).max().unwrap_or(0).max("draw".len());
    let range = |range: Option<[f64; 2]>| {
        range.map_or_else(String::new, |[low, high]| format!("  ({} to {})", percent(low), percent(high)))
    };
    line!(out, "{BOLD}After ninety minutes{BOLD:#}");
    for (outcome, (name, chance)) in [home.as_str(), "draw", away].into_iter().zip(answer.win).enumerate() {
        let range = range(answer.win_intervals.and_then(|intervals| intervals.get(outcome).copied()));
        line!(out, "  {name:<width$}  {:>6}{range}", percent(chance));
    }
    if let (Some(stake), Some(through)) = (answer.meeting.stake(), answer.through) {
        line!(out, "{BOLD}{}{BOLD:#}", capitalised(stake.words()));
        for (side, (name, chance)) in [home, away].into_iter().zip(through).enumerate() {
            let range = range(answer.through_intervals.and_then(|intervals| intervals.get(side).copied()));
            line!(out, "  {name:<width$}  {:>6}{range}", percent(chance));
        }
    }
    line!(out, "{BOLD}Expected goals{BOLD:#}");
    for (side, (name, mean)) in [home, away].into_iter().zip(answer.expected_goals).enumerate() {
        let range = answer.expected_goals_intervals.and_then(|intervals| intervals.get(side).copied());
        let range = range.map_or_else(String::new, |[low, high]| format!("  ({low:.2} to {high:.2})"));
        line!(out, "  {name:<width$}  {mean:>6.2}{range}");
    }
    line!(out);
    grid(&mut out, answer);
    line!(out);
    markets(&mut out, answer);
    match &answer.file {
        None => {
            line!(out, "{DIM}Intervals: 90 %, what is not known of the strengths. Model: {}{DIM:#}", answer.model());
        }
        Some(file) => model(&mut out, answer.model(), file),
    }
    out
}

/// What the model of a file was fitted to, and what it cannot say.
fn model(out: &mut String, family: &str, file: &FromFile) {
    for name in &file.unseen {
        line!(out, "The model has no match of {name}, which counts as an average team.");
    }
    let since = file.model.since.map_or_else(String::new, |since| format!("{since} "));
    let matches = file.model.matches;
    line!(out, "{DIM}Model: {family} of {matches} matches, {since}to {}, from {}{DIM:#}", file.model.until, file.path);
    line!(out, "{DIM}No intervals: saved models have no standard errors{DIM:#}");
    let sources: Vec<&str> = file.model.sources.iter().map(|source| &*source.attribution).collect();
    if !sources.is_empty() {
        line!(out, "{DIM}Matches: {}{DIM:#}", sources.join("; "));
    }
}

fn grid(out: &mut String, answer: &Answer) {
    let [home, away] = &answer.meeting.teams;
    line!(out, "{BOLD}Scores{BOLD:#}, in per cent: goals of {home} down, of {away} across");
    let header: String = (0..=MOST).map(|goals| format!("{goals:>6}")).collect();
    line!(out, "  {DIM}  {header}{DIM:#}");
    let best = answer.grid.likeliest(1).first().map(|(score, _)| *score);
    for h in 0..=MOST {
        let mut row = format!("  {DIM}{h:>2}{DIM:#}");
        for a in 0..=MOST {
            let cell = format!("{:>6.1}", 100.0 * answer.grid.at(h, a));
            if best == Some([h, a]) {
                let _ = write!(row, "{BOLD}{cell}{BOLD:#}");
            } else {
                row.push_str(&cell);
            }
        }
        line!(out, "{row}");
    }
    let shown: f64 = (0..=MOST).flat_map(|h| (0..=MOST).map(move |a| (h, a))).map(|(h, a)| answer.grid.at(h, a)).sum();
    line!(out, "  {DIM}every other score together {}{DIM:#}", percent((1.0 - shown).max(0.0)));
}

fn markets(out: &mut String, answer: &Answer) {
    let scores: Vec<String> = answer
        .grid
        .likeliest(SCORES)
        .into_iter()
        .map(|([h, a], chance)| format!("{h}-{a} {}", percent(chance)))
        .collect();
    line!(out, "Likeliest scores  {}", scores.join(", "));
    let totals: Vec<String> = [1.5, 2.5, 3.5]
        .into_iter()
        .filter_map(|at| answer.grid.total(at).map(|total| format!("over {at} {}", percent(total.over.win))))
        .collect();
    line!(out, "Goals in all      {}", totals.join(", "));
    line!(out, "Both score        {}", percent(answer.grid.both_score()));
    let [first, second] = answer.grid.clean_sheets();
    let [home, away] = &answer.meeting.teams;
    line!(out, "Clean sheet       {home} {}, {away} {}", percent(first), percent(second));
    let handicap = answer.grid.even_handicap();
    let signed = if handicap > 0.0 { format!("+{handicap}") } else { handicap.to_string() };
    line!(out, "Even handicap     {home} {signed}");
}
