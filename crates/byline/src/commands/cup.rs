//! `byline cup EDITION`: who goes through, and who wins.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use byline_competition::edition::Stage;
use byline_competition::simulate::{
    self, Chance, Chances, Comparison, ForecastError, FromStandpoint, Leverage, Pairings, SimulateError, Simulator,
    Target, UnderWay,
};
use byline_competition::{Edition, Facts, Situation};
use byline_forecast::in_play::{Period, State};
use byline_record::{Sources, View};
use jiff::civil::Date;

use crate::Outcome;
use crate::args::{Common, CupArgs};
use crate::desk::Desk;
use crate::edition::{Live, Opened, read_file};
use crate::failure::Failure;
use crate::pool::pool;
use crate::{draw, keepers, print, progress, wire};

/// Simulations behind each day of `--through-time`, at most.
const EACH_DAY: u32 = 20_000;
/// Matches whose weight is told.
const WEIGHED: usize = 8;

/// A competition with everything a face needs to tell it.
#[derive(Debug)]
pub(crate) struct Cup<'o> {
    /// The edition, and what is supposed.
    pub(crate) opened: &'o Opened,
    /// The edition at the moment.
    pub(crate) situation: Situation<'o>,
    /// The chances.
    pub(crate) chances: Chances,
    /// How long they took, in seconds.
    pub(crate) seconds: f64,
    /// What the suppositions change: the first scenario is without them.
    pub(crate) changed: Option<Comparison>,
    /// What teams play for, as columns of [`leverage`](Self::leverage).
    pub(crate) targets: Vec<Target>,
    /// What hangs on the next matches.
    pub(crate) leverage: Vec<Leverage>,
    /// Chances of the title on the eve of the first day and after each day with matches.
    pub(crate) through_time: Vec<(Date, Vec<f64>)>,
    /// Seed of the simulations.
    pub(crate) seed: u64,
    /// The day of the record, where one was asked for.
    pub(crate) as_of: Option<Date>,
    /// Who says what has happened.
    pub(crate) sources: Sources,
    /// The record.
    pub(crate) view: View<'o>,
}

pub(crate) fn run(common: &Common, args: &CupArgs) -> Outcome {
    if let Some(path) = &args.check {
        let edition = read_file(path)?;
        anstream::stdout().lock().write_all(print::edition::text(&edition).as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let desk = Desk::open(common)?;
    let view = desk.view();
    let asked = args.edition.as_deref().unwrap_or_default();
    let opened = Opened::open(&desk, &view, asked, &args.set)?;
    let cup = pool(args.threads)?.install(|| answer(&opened, view, common, args))?;
    if let Some(path) = &common.svg {
        if args.through_time {
            draw::save(draw::cup::through_time(&cup).scene(), path)?;
        } else {
            draw::cup::save(&cup, path)?;
        }
    }
    if common.json {
        wire::print(&wire::cup::wire(&cup))?;
    } else {
        anstream::stdout().lock().write_all(print::cup::text(&cup).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn answer<'o>(opened: &'o Opened, view: View<'o>, common: &Common, args: &CupArgs) -> Result<Cup<'o>, Failure> {
    let edition = &opened.edition;
    let situation = opened.situation();
    let pairings = pairings(&view, edition, &opened.facts, day(&view, &situation))?;
    let live = opened
        .live
        .iter()
        .map(|live| under_way(&situation, &pairings, live))
        .collect::<Result<Vec<UnderWay>, Failure>>()?;
    let simulator = Simulator::new(&situation, &pairings, &live).map_err(simulate_failure)?;
    let begun = Instant::now();
    let chances = simulator.run(args.runs, args.seed);
    let seconds = begun.elapsed().as_secs_f64();
    let targets = Target::of(edition);
    let mut leverage = Vec::new();
    if !situation.is_over() {
        leverage = simulator.leverage(&targets, args.runs, args.seed);
        leverage
            .sort_by_key(|weighed| edition.fixtures.get(weighed.fixture).map(|fixture| (fixture.date, fixture.number)));
        leverage.truncate(WEIGHED);
    }
    let changed = if opened.set.is_empty() {
        None
    } else {
        let without = Situation::new(edition, &opened.facts, &[]);
        let before = Simulator::new(&without, &pairings, &[]).map_err(simulate_failure)?;
        Some(before.compare(&simulator, args.runs, args.seed).map_err(simulate_failure)?)
    };
    let through_time = if args.through_time { through_time(opened, &view, common, args)? } else { Vec::new() };
    Ok(Cup {
        situation,
        chances,
        seconds,
        changed,
        targets,
        leverage,
        through_time,
        seed: args.seed,
        as_of: common.as_of,
        sources: opened.sources(&view),
        opened,
        view,
    })
}

/// The day forecasts are of: that of the next match, else the day of the record.
fn day(view: &View<'_>, situation: &Situation<'_>) -> Date {
    let open = situation.edition.fixtures.iter().zip(&situation.played).filter(|(_, played)| played.is_none());
    let next = open.filter_map(|(fixture, _)| fixture.date).min();
    let last = view.matches().next_back().map(|entry| entry.date);
    next.or(last).unwrap_or(Date::ZERO)
}

fn pairings(view: &View<'_>, edition: &Edition, facts: &Facts, day: Date) -> Result<Pairings, Failure> {
    let told = |error: ForecastError| {
        Failure::unanswerable(error.to_string())
            .hint("teams must be written as the record names them; `byline data status` says what the record has")
    };
    let forecasts = FromStandpoint::new(view, edition, facts, day).map_err(told)?;
    let forecasts = forecasts.with_shoot_outs(keepers::of_edition(view, facts));
    Pairings::new(edition, &forecasts).map_err(told)
}

fn simulate_failure(error: SimulateError) -> Failure {
    Failure::bad_input(error.to_string())
}

/// A match supposed to be under way, with everything the in-play model says of it.
fn under_way(situation: &Situation<'_>, pairings: &Pairings, live: &Live) -> Result<UnderWay, Failure> {
    let edition = situation.edition;
    let [one, two] = live.teams.map(|team| edition.team(team));
    let Some(fixture) = situation.fixture_of(live.teams) else {
        return Err(Failure::bad_input(format!(
            "--set: {one} and {two} do not meet in this edition, as far as is known by then"
        )));
    };
    let of = edition.fixtures.get(fixture);
    let knock_out = of.and_then(|of| edition.stages.get(of.stage)).is_some_and(Stage::is_knock_out);
    let sides = situation.sides.get(fixture).copied().unwrap_or_default();
    let [Some(first), Some(second)] = sides else {
        return Err(Failure::bad_input(format!("--set: it is open who plays {one} or {two}")));
    };
    let home = of.and_then(|of| edition.at_home(of, [first, second]));
    let pairing = pairings
        .get([first, second], home, knock_out)
        .ok_or_else(|| Failure::unanswerable(format!("there is no forecast of {one} against {two}")))?;
    let score = if first == live.teams[0] { live.goals } else { [live.goals[1], live.goals[0]] };
    let period = live.clock.period();
    let state = State { period, elapsed: live.clock.elapsed(), score, ..State::kick_off() };
    if period > Period::SecondHalf && !knock_out {
        return Err(Failure::bad_input("--set: a group match has no extra time"));
    }
    simulate::under_way(edition, fixture, &pairing, home, &state)
        .map_err(|error| Failure::bad_input(format!("--set: {error}")))
}

/// The chances of the title from the eve of the first match to the day of the record, each from what was known then.
fn through_time(
    opened: &Opened,
    view: &View<'_>,
    common: &Common,
    args: &CupArgs,
) -> Result<Vec<(Date, Vec<f64>)>, Failure> {
    let edition = &opened.edition;
    let mut days: Vec<Date> = opened.facts.meetings.iter().filter_map(|meeting| meeting.date).collect();
    days.sort_unstable();
    days.dedup();
    let eve = days.first().and_then(|first| first.yesterday().ok());
    let bar = progress::bar(common, "days");
    bar.set_length(days.len() as u64 + 1);
    let mut told = Vec::with_capacity(days.len() + 1);
    for day in eve.into_iter().chain(days) {
        let then = view.no_later_than(day);
        let facts = Facts::of(&then, edition);
        let situation = Situation::new(edition, &facts, &[]);
        let pairings = pairings(&then, edition, &facts, self::day(&then, &situation))?;
        let simulator = Simulator::new(&situation, &pairings, &[]).map_err(simulate_failure)?;
        let chances = simulator.run(args.runs.min(EACH_DAY), args.seed);
        told.push((day, chances.champion.iter().map(|chance| chance.value).collect()));
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(told)
}

/// A side of a knock-out match as it stands.
#[derive(Clone, Debug)]
pub(crate) struct TieSide {
    /// The team; `None` while that is open.
    pub(crate) team: Option<u8>,
    /// The team's name, or while it is open the slot's: `W61`.
    pub(crate) name: String,
    /// The slot: a team, `1A`, `W61`.
    pub(crate) slot: String,
    /// Goals, once played.
    pub(crate) goals: Option<u8>,
    /// Kicks scored in the shoot-out.
    pub(crate) kicks: Option<u8>,
    /// Whether it went through, once played.
    pub(crate) through: Option<bool>,
    /// Chance to go through, of a match of two known sides still to be played.
    pub(crate) chance: Option<f64>,
}

impl Cup<'_> {
    /// The sides of a knock-out match.
    pub(crate) fn tie(&self, fixture: usize) -> [TieSide; 2] {
        let edition = &self.opened.edition;
        let of = edition.fixtures.get(fixture);
        let played = self.situation.played.get(fixture).and_then(Option::as_ref);
        let [one, two] = self.situation.sides.get(fixture).copied().unwrap_or_default();
        let chances = of.and_then(|of| self.through(of.stage, fixture)).filter(|_| played.is_none());
        let both = |pair: Option<[u8; 2]>| pair.map_or([None; 2], |pair| pair.map(Some));
        let [goals, other_goals] = both(played.map(|played| played.goals));
        let [kicks, other_kicks] = both(played.and_then(|played| played.meeting.shoot_out.flatten()));
        let [chance, other_chance] = chances.map_or([None; 2], |chances| chances.map(Some));
        let winner = played.and_then(|played| played.winner);
        let [slot, other_slot] =
            of.map_or_else(Default::default, |of| of.sides.map(|slot| edition.slot_name(of.stage, slot)));
        let side = |team: Option<u8>, slot: String, goals, kicks, chance, number: usize| TieSide {
            team,
            name: team.map_or_else(|| slot.clone(), |team| edition.team(team).to_owned()),
            slot,
            goals,
            kicks,
            through: winner.map(|winner| winner == number),
            chance,
        };
        [side(one, slot, goals, kicks, chance, 0), side(two, other_slot, other_goals, other_kicks, other_chance, 1)]
    }

    /// The chances of the two sides of a knock-out match to go through, where both are known.
    fn through(&self, stage: usize, fixture: usize) -> Option<[f64; 2]> {
        let [Some(first), Some(second)] = *self.situation.sides.get(fixture)? else { return None };
        let against = |team: u8, other: u8| {
            let met = self.chances.opponents.get(stage)?.get(usize::from(team))?;
            let met = met.iter().find(|opponent| opponent.team == other)?;
            (met.meet.value > 0.0).then(|| met.beat.value / met.meet.value)
        };
        Some([against(first, second)?, against(second, first)?])
    }

    /// Teams still in it or that got somewhere, likeliest winner first, then by how far they have come.
    pub(crate) fn order(&self) -> Vec<u8> {
        let mut teams: Vec<u8> =
            (0..self.opened.edition.teams.len()).filter_map(|team| u8::try_from(team).ok()).collect();
        let key = |team: u8| {
            let place = usize::from(team);
            let champion = self.chances.champion.get(place).map_or(0.0, |chance| chance.value);
            let reach: Vec<f64> = self.chances.reach.get(place).into_iter().flatten().rev().map(|c| c.value).collect();
            // Those who get as far as each other by the place they are expected to take in their group.
            let expected = self.chances.groups.iter().find_map(|group| {
                let of_team = group.places.get(group.teams.iter().position(|&other| other == team)?)?;
                Some(of_team.iter().enumerate().map(|(number, chance)| number as f64 * chance.value).sum::<f64>())
            });
            (champion, reach, -expected.unwrap_or(0.0))
        };
        teams.sort_by(|&one, &two| key(two).partial_cmp(&key(one)).unwrap_or(std::cmp::Ordering::Equal));
        teams
    }

    /// Stages of which it is open who takes part, in order: not the first, nor the match for third place.
    pub(crate) fn open_stages(&self) -> Vec<usize> {
        let third = byline_record::StageKind::ThirdPlace;
        let stages = self.opened.edition.stages.iter().enumerate().skip(1);
        let value = |reach: &Vec<Chance>, stage: usize| reach.get(stage).copied().unwrap_or_default().value;
        let is_open = |stage: usize| self.chances.reach.iter().any(|reach| (1e-12..1.0).contains(&value(reach, stage)));
        stages
            .filter(|(_, stage)| stage.kind != third)
            .map(|(number, _)| number)
            .filter(|&number| is_open(number))
            .collect()
    }
}
