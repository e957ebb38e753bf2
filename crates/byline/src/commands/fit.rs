//! `byline fit`: a goal model fitted to a period.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use byline_forecast::from_record::{Matches, Population, date_of, day_of};
use byline_forecast::goals::{Fitted, Options, Precision, Shrinkage, StandardErrors, fit};
use byline_forecast::saved::{SavedModel, SavedSource};
use byline_record::{Sex, Sources, View};
use jiff::civil::Date;

use super::backtest::{internationals, source_of};
use crate::Outcome;
use crate::args::{Common, FitArgs, Precisions};
use crate::desk::{Desk, is_of_clubs};
use crate::failure::Failure;
use crate::{files, print, wire};

/// What came of a fit: what faces present.
#[derive(Debug)]
pub(crate) struct Fit<'v> {
    pub(crate) view: View<'v>,
    pub(crate) population: String,
    pub(crate) since: Option<Date>,
    pub(crate) until: Date,
    pub(crate) half_life_years: Option<f64>,
    pub(crate) estimated: bool,
    pub(crate) teams: Vec<String>,
    pub(crate) fitted: Fitted,
    /// `None` where the matches do not determine the parameters.
    pub(crate) errors: Option<StandardErrors>,
    pub(crate) seconds: f64,
    pub(crate) saved: Option<String>,
    pub(crate) sources: Sources,
}

impl Fit<'_> {
    /// Numbers of the teams in the matches, the strongest (attack and defence together) first.
    pub(crate) fn ranking(&self) -> Vec<usize> {
        let parameters = self.fitted.parameters();
        let strength = |team: usize| {
            parameters.attack.get(team).copied().unwrap_or(0.0) + parameters.defence.get(team).copied().unwrap_or(0.0)
        };
        let seen = |team: &usize| parameters.seen.get(*team).copied().unwrap_or(false);
        let mut teams: Vec<usize> = (0..self.teams.len()).filter(seen).collect();
        teams.sort_by(|&one, &two| strength(two).total_cmp(&strength(one)).then(one.cmp(&two)));
        teams
    }

    /// Names of teams by their numbers.
    pub(crate) fn names(&self, teams: &[u32]) -> Vec<&str> {
        teams.iter().filter_map(|&team| self.teams.get(team as usize).map(String::as_str)).collect()
    }

    /// Every parameter that is not a team's: name, value, standard error.
    pub(crate) fn parameters(&self) -> Vec<(&'static str, f64, Option<f64>)> {
        let parameters = self.fitted.parameters();
        let errors = self.errors.as_ref();
        let own = parameters.family.own_parameters().into_iter().zip(&parameters.extras).enumerate();
        let own = own.map(|(place, (own, &value))| {
            (own.name, value, errors.and_then(|errors| errors.extras.get(place).copied().flatten()))
        });
        let common = [
            ("mu", parameters.mu, errors.map(|errors| errors.mu)),
            ("home", parameters.home, errors.and_then(|errors| errors.home)),
        ];
        common.into_iter().chain(own).collect()
    }
}

/// The shrinkage asked for.
pub(crate) fn shrinkage(precisions: Precisions) -> Shrinkage {
    match precisions {
        Precisions::Estimated => Shrinkage::two(Precision::Estimated, Precision::Estimated),
        Precisions::One(both) => Shrinkage::single(Precision::Given(both)),
        Precisions::Two(strength, style) => Shrinkage::two(Precision::Given(strength), Precision::Given(style)),
    }
}

pub(crate) fn run(common: &Common, args: &FitArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let view = desk.view();
    let names = desk.names();
    let sex = if args.women { Sex::Women } else { Sex::Men };
    let competition = args.competition.as_deref().map(|name| desk.competition(&names, name, sex)).transpose()?;
    let record = view.record();
    let competition_of = |entry: &byline_record::Match| record.edition(entry.edition).competition;
    let all = match competition {
        Some(id) if is_of_clubs(record.competition(id)) => Matches::of(&view, &Population::Clubs(vec![id])),
        Some(id) => Matches::of_entries(&view, view.matches().filter(|entry| competition_of(entry) == id), &[]),
        None => Matches::of(&view, &Population::Internationals(sex)),
    };
    let matches = all.map_err(|error| Failure::bad_input(error.to_string()))?;
    let history = &matches.history;
    let Some(latest) = history.matches().last().map(|played| date_of(played.day)) else {
        return Err(Failure::unanswerable("the record has no match of these teams")
            .hint("import some with `byline data import`"));
    };
    let until = args.until.unwrap_or(latest);
    if let Some(since) = args.since.filter(|since| *since > until) {
        return Err(Failure::bad_input(format!(
            "nothing lies between {since} and {until}; --since must not be later than --until"
        )));
    }
    let mut options = Options::new(args.model);
    options.since = args.since.map(day_of);
    options.half_life = args.half_life.map(|years| years * 365.25);
    options.shrinkage = shrinkage(args.shrinkage);
    let begun = Instant::now();
    let fitted = fit(history, day_of(until).saturating_add(1), &options);
    let seconds = begun.elapsed().as_secs_f64();
    let fitted = fitted.map_err(|error| match error {
        byline_forecast::goals::GoalsError::NoMatches { .. } => {
            let since = args.since.map_or_else(String::new, |since| format!(" from {since}"));
            Failure::unanswerable(format!("the record has no match of these teams{since} up to {until}"))
                .hint("import some with `byline data import`")
        }
        error => Failure::bad_input(error.to_string()),
    })?;
    let used = history.before(day_of(until).saturating_add(1));
    let first = options.since.map_or(0, |since| used.partition_point(|played| played.day < since));
    let mut sources = Sources::NONE;
    for place in first..used.len() {
        sources.add(source_of(&view, &matches, place));
    }
    let errors = fitted.uncertainty().ok().map(|uncertainty| uncertainty.standard_errors());
    let mut done = Fit {
        view,
        population: competition
            .map_or_else(|| internationals(sex).to_owned(), |id| record.competition(id).name.to_string()),
        since: args.since,
        until,
        half_life_years: args.half_life,
        estimated: args.shrinkage == Precisions::Estimated,
        teams: history.teams().to_vec(),
        fitted,
        errors,
        seconds,
        saved: None,
        sources,
    };
    if let Some(path) = &args.save {
        files::write(path, &saved(&done).to_json())?;
        done.saved = Some(path.display().to_string());
    }
    if common.json {
        wire::print(&wire::fit::wire(&done, common.as_of))?;
    } else {
        anstream::stdout().lock().write_all(print::fit::text(&done).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn saved(done: &Fit<'_>) -> SavedModel {
    let sources = done.view.record().sources_in(done.sources);
    SavedModel {
        teams: done.teams.clone(),
        parameters: done.fitted.parameters().clone(),
        since: done.since,
        until: done.until,
        matches: done.fitted.report().matches,
        half_life_years: done.half_life_years,
        sources: sources
            .map(|source| SavedSource {
                key: source.key.to_string(),
                name: source.name.to_string(),
                licence: source.licence.to_string(),
                attribution: source.attribution.to_string(),
            })
            .collect(),
    }
}
