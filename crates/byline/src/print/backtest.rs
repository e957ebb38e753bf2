//! What `backtest` prints.

use anstyle::Style;
use byline_forecast::backtest::{ModelReport, Subset, SubsetReport};
use byline_forecast::from_record::date_of;
use std::fmt::Write as _;

use super::{laid_out, line, numbers};
use crate::commands::backtest::Backtest;

const BOLD: Style = Style::new().bold();

/// The scores, by model and by subset.
pub(crate) fn text(done: &Backtest<'_>) -> String {
    let mut out = String::new();
    let whose = match &done.competition {
        Some(competition) => format!("{competition} ({})", done.population),
        None => done.population.clone(),
    };
    let (from, to) = (date_of(done.plan.from), date_of(done.plan.to));
    line!(out, "{BOLD}{whose}, {from} to {to}{BOLD:#}: {} matches", done.replay.matches.len());
    line!(out, "Each forecast from the matches before its day alone. Log loss in nats; the less, the better.");
    line!(out);
    let header = [
        "model",
        "matches",
        "log loss",
        "95 %",
        "skill",
        "RPS",
        "Brier",
        "exact score",
        "calibration",
        "worse by",
        "p",
    ];
    let mut table = numbers(&header, 1);
    for model in &done.reports {
        table.add_row(row(model));
    }
    line!(out, "{}", laid_out(&table));
    subsets(&mut out, done);
    notes(&mut out, done);
    out
}

fn all(model: &ModelReport) -> Option<&SubsetReport> {
    part(model, Subset::All)
}

fn part(model: &ModelReport, subset: Subset) -> Option<&SubsetReport> {
    model.subsets.iter().find(|report| report.subset == subset)
}

fn row(model: &ModelReport) -> Vec<String> {
    let Some(SubsetReport { summary, against, .. }) = all(model) else {
        return vec![model.name.clone(), "0".to_owned()];
    };
    let interval = summary.log_loss.interval.map(|interval| format!("{:.4}-{:.4}", interval.low, interval.high));
    let against = against.as_ref();
    vec![
        model.name.clone(),
        summary.matches.to_string(),
        format!("{:.4}", summary.log_loss.mean),
        interval.unwrap_or_default(),
        summary.log_loss.skill.map(|skill| format!("{:.1} %", 100.0 * skill)).unwrap_or_default(),
        format!("{:.4}", summary.rps.mean),
        format!("{:.4}", summary.brier.mean),
        summary.exact_log_loss.as_ref().map(|exact| format!("{:.4}", exact.mean)).unwrap_or_default(),
        format!("{:.4}", summary.calibration_error),
        against
            .map(|against| format!("{:.4} ± {:.4}", against.log_loss.difference, against.log_loss.standard_error))
            .unwrap_or_default(),
        against.map(|against| p_value(against.log_loss.p_value)).unwrap_or_default(),
    ]
}

fn p_value(p: f64) -> String {
    if p < 0.001 { "<.001".to_owned() } else { format!("{p:.3}") }
}

/// Log loss and RPS of every model in every subset but all matches.
fn subsets(out: &mut String, done: &Backtest<'_>) {
    let present: Vec<Subset> = Subset::ALL
        .into_iter()
        .filter(|subset| *subset != Subset::All && done.reports.iter().any(|model| part(model, *subset).is_some()))
        .collect();
    if present.is_empty() {
        return;
    }
    line!(out);
    line!(out, "{BOLD}Log loss / RPS{BOLD:#}");
    let counts: Vec<String> = present
        .iter()
        .map(|&subset| {
            let most =
                done.reports.iter().filter_map(|model| part(model, subset)).map(|report| report.summary.matches).max();
            format!("{} ({})", subset.words(), most.unwrap_or(0))
        })
        .collect();
    let header: Vec<&str> = std::iter::once("model").chain(counts.iter().map(String::as_str)).collect();
    let mut table = numbers(&header, 1);
    for model in &done.reports {
        let cell = |subset: &Subset| {
            part(model, *subset)
                .map(|report| format!("{:.4} / {:.4}", report.summary.log_loss.mean, report.summary.rps.mean))
                .unwrap_or_default()
        };
        table.add_row(std::iter::once(model.name.clone()).chain(present.iter().map(cell)));
    }
    line!(out, "{}", laid_out(&table));
}

fn notes(out: &mut String, done: &Backtest<'_>) {
    line!(out);
    let compared = done.reports.iter().filter_map(|model| Some(all(model)?.against.as_ref()?.name.as_str())).next();
    if let Some(compared) = compared {
        line!(
            out,
            "worse by: log loss less that of {compared} on the matches both forecast, with its standard error; p: Diebold-Mariano"
        );
    }
    if done.reports.iter().any(|model| model.name == "base") {
        line!(out, "skill: share of the log loss of base rates that is saved");
    }
    for model in done.replay.models.iter().filter(|model| model.not_converged > 0) {
        line!(out, "{}: {} of {} fits did not converge", model.name, model.not_converged, model.fits);
    }
    for model in done.reports.iter().filter(|model| model.subsets.is_empty()) {
        line!(out, "{}: too few matches before {} to forecast any", model.name, date_of(done.plan.from));
    }
}
