//! How good the approximations are: strengths of the World Cups since 1990 by a sample from the full posterior, by its
//! mode and curvature, and by the filter.
//!
//! ```text
//! cargo run --release -p byline-forecast --features bayes --example bayes_reference
//! ```

use std::error::Error;
use std::io::Write;

use byline_forecast::bayes::{Posterior, Sampling, by_filter, restricted};
use byline_forecast::dynamic::Settings;
use byline_forecast::from_record::Matches;
use byline_record::builtin;
use jiff::civil::date;

fn main() -> Result<(), Box<dyn Error>> {
    let out = &mut std::io::stdout().lock();
    let record = builtin::record()?;
    let view = record.as_of(date(2025, 12, 31));
    let cups = view.matches().filter(|entry| {
        let competition = record.competition(record.edition(entry.edition).competition);
        &*competition.key == "world-cup" && entry.date >= date(1990, 1, 1)
    });
    let history = Matches::of_entries(&view, cups)?.history;
    let settings = restricted(Settings::internationals());
    let posterior = Posterior::new(&history, &settings)?;
    let mode = posterior.mode()?;
    let sample = posterior.sample(&Sampling::default())?;
    let filter = by_filter(&history, settings, &posterior);
    writeln!(out, "{} matches, {} parameters", history.matches().len(), posterior.dimension())?;
    writeln!(out, "{:<24} {:>16} {:>8} {:>7} {:>16} {:>16}", "", "full", "error", "R-hat", "mode", "filter")?;
    let mut rows: Vec<_> = posterior.last_strengths().iter().zip(filter).collect();
    rows.sort_by(|one, two| mode.at[two.0.1].total_cmp(&mode.at[one.0.1]));
    // Squared differences of means in standard deviations, and squared logs of ratios of standard deviations.
    let mut apart = [[0.0_f64; 2]; 2];
    for &(&(team, place), by_filter) in &rows {
        let full = sample.marginal(place);
        let by_mode = [mode.at[place], mode.sd[place]];
        for (sums, [mean, sd]) in apart.iter_mut().zip([by_mode, by_filter]) {
            sums[0] += ((mean - full.mean) / full.sd).powi(2);
            sums[1] += libm::log(sd / full.sd).powi(2);
        }
        let name = history.teams().get(usize::try_from(team)?).map_or("", String::as_str);
        let show = |[mean, sd]: [f64; 2]| format!("{mean:>7.3} ± {sd:.3}");
        writeln!(
            out,
            "{name:<24} {:>16} {:>8.4} {:>7.3} {:>16} {:>16}",
            show([full.mean, full.sd]),
            full.error,
            full.r_hat,
            show(by_mode),
            show(by_filter)
        )?;
    }
    let count = rows.len().max(1) as f64;
    for (name, sums) in ["mode", "filter"].iter().zip(apart) {
        let [mean, sd] = sums.map(|sum| (sum / count).sqrt());
        writeln!(
            out,
            "{name}: means differ by {mean:.3} standard deviations, their logs by {sd:.3} (root mean square)"
        )?;
    }
    writeln!(out, "{} divergences", sample.divergences)?;
    Ok(())
}
