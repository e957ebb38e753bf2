//! What `fit` prints.

use anstyle::Style;
use byline_forecast::goals::Reason;
use std::fmt::Write as _;

use super::{laid_out, line, numbers};
use crate::commands::fit::Fit;

const BOLD: Style = Style::new().bold();
/// Teams shown.
const SHOWN: usize = 20;

/// How the fit went, and the strongest teams.
pub(crate) fn text(done: &Fit<'_>) -> String {
    let mut out = String::new();
    let report = done.fitted.report();
    let parameters = done.fitted.parameters();
    let since = done.since.map_or_else(String::new, |since| format!("{since} "));
    line!(out, "{BOLD}{}{BOLD:#}: {}, {since}to {}", parameters.family.name(), done.population, done.until);
    let weight = if done.half_life_years.is_some() { format!(", weight {:.1}", report.weight) } else { String::new() };
    line!(out, "{} matches{weight}, {} teams", report.matches, report.teams);
    line!(out);
    line!(out, "{}", convergence(done));
    let precisions = report.precisions;
    let how = if done.estimated { "estimated from the matches" } else { "as given" };
    line!(out, "Shrinkage: precision {:.3} of strength, {:.3} of style, {how}", precisions.strength, precisions.style);
    list(&mut out, "On a bound", report.parameters_on_bound.iter().map(String::as_str));
    list(&mut out, "Runs off to infinity: shrink more", report.runs_off.iter().map(String::as_str));
    list(&mut out, "Not determined by the matches", report.undetermined.iter().map(String::as_str));
    list(&mut out, "Not connected with the rest", done.names(&report.disconnected_teams).into_iter());
    line!(out);
    for (name, value, error) in done.parameters() {
        let error = error.map_or_else(String::new, |error| format!(" ± {error:.4}"));
        line!(out, "  {name:<16} {value:>8.4}{error}");
    }
    line!(out);
    let mut table = numbers(&["", "team", "attack", "", "defence", "", "together"], 2);
    let cell = |values: Option<&[f64]>, team: usize| values.and_then(|values| values.get(team)).copied();
    let shown = |value: Option<f64>| value.map(|value| format!("{value:.3}")).unwrap_or_default();
    let plus_minus = |value: Option<f64>| value.map(|value| format!("± {value:.3}")).unwrap_or_default();
    let errors = done.errors.as_ref();
    for (place, &team) in done.ranking().iter().take(SHOWN).enumerate() {
        let [attack, defence] = [&parameters.attack, &parameters.defence].map(|values| cell(Some(values), team));
        table.add_row([
            (place + 1).to_string(),
            done.teams.get(team).cloned().unwrap_or_default(),
            shown(attack),
            plus_minus(cell(errors.map(|errors| &*errors.attack), team)),
            shown(defence),
            plus_minus(cell(errors.map(|errors| &*errors.defence), team)),
            shown(attack.zip(defence).map(|(attack, defence)| attack + defence)),
        ]);
    }
    line!(out, "{}", laid_out(&table));
    if report.teams > SHOWN {
        line!(out, "{} more teams: --json has all", report.teams - SHOWN);
    }
    if let Some(path) = &done.saved {
        line!(out);
        line!(out, "Saved in {path}");
    }
    out
}

fn convergence(done: &Fit<'_>) -> String {
    let report = done.fitted.report();
    let end = match report.reason {
        Reason::Gradient => "Converged: no parameter has a slope left",
        Reason::Precision => "Converged as far as rounding allows",
        Reason::Edge => "At the edge of the interval in which rho is valid; the likelihood rises beyond",
        Reason::NoProgress => "Not converged: no step led further up, and this is no optimum",
        Reason::Iterations => "Not converged: given up after the most steps allowed",
    };
    format!(
        "{end}. Log-likelihood {:.3}, {} steps, largest slope {:.1e}",
        report.log_likelihood, report.iterations, report.gradient_norm
    )
}

fn list<'t>(out: &mut String, what: &str, items: impl Iterator<Item = &'t str>) {
    /// Names shown.
    const MOST: usize = 12;
    let items: Vec<&str> = items.collect();
    if let Some(shown) = items.get(..items.len().min(MOST)).filter(|shown| !shown.is_empty()) {
        let more = if items.len() > MOST { format!(" and {} more", items.len() - MOST) } else { String::new() };
        line!(out, "{what}: {}{more}", shown.join(", "));
    }
}
