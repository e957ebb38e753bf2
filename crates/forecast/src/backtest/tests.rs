use super::{Model, Plan, PlanError, Refit, ReportOptions, Subset, replay, report};
use crate::goals::Family;
use crate::random::Stream;
use crate::scoring::Bootstrap;
use crate::{Class, History, Played};

const TEAMS: u32 = 10;

/// Sixteen years of two matches a day, every third day: team n scores e^((n - 4.5)/10), a fifth more at home.
fn history() -> History {
    let mut stream = Stream::new(5, 0, 0, 0);
    let rate = |team: u32| libm::exp((f64::from(team) - 4.5) / 10.0);
    let mut matches = Vec::new();
    for day in (0..5840).step_by(3) {
        let first = stream.below(TEAMS);
        for pairing in 0..2 {
            let home = (first + 5 * pairing) % TEAMS;
            let away = (home + 1 + stream.below(4)) % TEAMS;
            let neutral = stream.bernoulli(0.3);
            let lift = if neutral { 1.2 } else { 1.5 };
            let goals = [lift * rate(home) / rate(away), 1.2 * rate(away) / rate(home)]
                .map(|rate| u8::try_from(stream.poisson(rate)).unwrap());
            let class = if stream.bernoulli(0.3) { Class::Friendly } else { Class::Qualifier };
            let region = None;
            matches.push(Played { day, home, away, goals, neutral, region, class, minutes: 90, shoot_out: None });
        }
    }
    let groups = vec!["UEFA".to_owned(), String::new()];
    let group_of = (0..TEAMS).map(|team| u8::from(team == 0)).collect();
    History::new((0..TEAMS).map(|team| team.to_string()).collect(), matches)
        .unwrap()
        .with_groups(groups, group_of)
        .unwrap()
}

fn plan() -> Plan<'static> {
    let models =
        Model::all().filter(|model| !matches!(model.name(), "weibull-copula" | "conway-maxwell-poisson")).collect();
    Plan { models, refit: Refit::Monthly, ..Plan::internationals(5500, 5839) }
}

#[test]
fn names_are_read_back_and_unknown_ones_answered_with_the_list() {
    for model in Model::all() {
        assert_eq!(model.name().parse(), Ok(model));
    }
    let error = "crystal ball".parse::<Model>().unwrap_err().to_string();
    assert!(error.contains("crystal ball") && error.contains("dixon-coles, "), "{error}");
}

#[test]
fn no_forecast_sees_its_day_or_later() {
    let history = history();
    let before = replay(&history, &plan(), &|_| ()).unwrap();
    // Every result from one day on is turned round, the first match of that day included.
    let turned = 5700;
    let matches = history.matches().iter().map(|played| {
        let [home, away] = played.goals;
        let goals = if played.day >= turned { [away, home.saturating_add(2)] } else { [home, away] };
        Played { goals, ..*played }
    });
    let changed = History::new(history.teams().to_vec(), matches.collect())
        .unwrap()
        .with_groups(history.groups().to_vec(), history.group_of().to_vec())
        .unwrap();
    let after = replay(&changed, &plan(), &|_| ()).unwrap();
    assert_eq!(before.matches, after.matches);
    for (one, two) in before.models.iter().zip(&after.models) {
        let mut later_differ = false;
        for ((index, one_forecast), two_forecast) in before.matches.iter().zip(&one.forecasts).zip(&two.forecasts) {
            let [one_forecast, two_forecast] =
                [one_forecast, two_forecast].map(|forecast| forecast.unwrap().probabilities());
            if history.matches()[*index].day <= turned {
                assert_eq!(one_forecast, two_forecast, "{} match {index}", one.name);
            }
            later_differ |= one_forecast != two_forecast;
        }
        // Base rates are of the years before January; all others learn within weeks.
        assert!(later_differ || ["base", "massey", "colley"].contains(&&*one.name), "{} learns nothing", one.name);
    }
}

#[test]
fn the_same_on_any_number_of_threads() {
    let history = history();
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let daily =
                Plan { models: vec![Model::Goals(Family::DixonColes), Model::Best], refit: Refit::Daily, ..plan() };
            let done = replay(&history, &daily, &|_| ()).unwrap();
            let bootstrap = Some(Bootstrap { resamples: 50, ..Bootstrap::default() });
            // Empty bins hold numbers that are none, which are not equal to themselves.
            format!("{:?}", report(&history, &done, &ReportOptions { bootstrap }))
        })
    };
    assert!(run(1) == run(2));
}

#[test]
fn goal_models_find_the_strengths_and_reports_split_the_matches() {
    let history = history();
    let done = replay(&history, &Plan { models: Model::DEFAULT.to_vec(), ..plan() }, &|_| ()).unwrap();
    let scores = report(&history, &done, &ReportOptions::default());
    let by_name = |name: &str| scores.iter().find(|report| report.name == name).unwrap();
    let subset =
        |name: &str, subset: Subset| by_name(name).subsets.iter().find(|report| report.subset == subset).unwrap();
    for name in ["dixon-coles", "dynamic", "best"] {
        let all = subset(name, Subset::All);
        assert!(all.summary.log_loss.skill.unwrap() > 0.01, "{name} {:?}", all.summary.log_loss);
        assert!(all.summary.exact_log_loss.is_some());
    }
    let [all, competitive, friendlies, confederations] =
        [Subset::All, Subset::Competitive, Subset::Friendlies, Subset::InConfederations]
            .map(|part| subset("best", part).summary.matches);
    assert_eq!(competitive + friendlies, all);
    assert_eq!(all, done.matches.len());
    assert!(confederations < all);
    // None was a World Cup, and every model forecast every match.
    for absent in [Subset::WorldCups, Subset::Common] {
        assert!(by_name("best").subsets.iter().all(|report| report.subset != absent));
    }
    let against = subset("base", Subset::All).against.as_ref().unwrap();
    assert!(against.name == "best" && against.log_loss.difference > 0.0);
    assert!(subset("best", Subset::All).against.is_none());
}

#[test]
fn progress_ends_at_its_end() {
    let history = history();
    let last = std::sync::Mutex::new((0, 0));
    let tell = |progress: super::Progress| {
        let mut last = last.lock().unwrap();
        *last = (progress.done.max(last.0), progress.of);
    };
    replay(&history, &plan(), &tell).unwrap();
    let (done, of) = *last.lock().unwrap();
    assert!(done == of && of > 0);
}

#[test]
fn only_matches_asked_for_are_forecast_but_all_are_learnt_from() {
    let history = history();
    let competitive: Vec<bool> = history.matches().iter().map(|played| played.class != Class::Friendly).collect();
    let some = replay(&history, &Plan { scored: Some(&competitive), ..plan() }, &|_| ()).unwrap();
    let all = replay(&history, &plan(), &|_| ()).unwrap();
    assert!(some.matches.iter().all(|&index| competitive[index]) && some.matches.len() < all.matches.len());
    let best = |replayed: &super::Replay| replayed.models.last().unwrap().forecasts.clone();
    let chosen: Vec<_> = all
        .matches
        .iter()
        .zip(best(&all))
        .filter(|(index, _)| competitive[**index])
        .map(|(_, forecast)| forecast)
        .collect();
    assert_eq!(best(&some), chosen);
}

#[test]
fn impossible_plans_are_refused() {
    let history = history();
    let refused = |plan: Plan<'_>| replay(&history, &plan, &|_| ()).unwrap_err();
    assert_eq!(refused(Plan { models: Vec::new(), ..plan() }), PlanError::NoModels);
    assert_eq!(refused(Plan { models: vec![Model::Best; 2], ..plan() }), PlanError::Repeated { model: "best" });
    assert!(matches!(refused(Plan { from: 6000, ..plan() }), PlanError::Days { .. }));
    assert!(matches!(refused(Plan { from: 9000, to: 9100, ..plan() }), PlanError::NoMatches { .. }));
    assert!(matches!(refused(Plan { scored: Some(&[]), ..plan() }), PlanError::Scored { found: 0, .. }));
    assert!(matches!(refused(Plan { half_life: f64::NAN, ..plan() }), PlanError::HalfLife { .. }));
}
