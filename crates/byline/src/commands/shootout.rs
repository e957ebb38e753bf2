//! `byline shootout TEAM TEAM [DATE]`: who wins a shoot-out, from any state, or how one went.

use std::io::Write as _;
use std::process::ExitCode;

use byline_penalty::chance::{Estimate, Evidence, Model, Situation};
use byline_penalty::kick::{Level, Phase, kicks_taken_by};
use byline_penalty::shoot_out::{BestOrder, Kick, KickWorth, Order, ROUNDS, State, best_order, replay, win};
use byline_record::names::find::{Context, Names};
use byline_record::{Match, PenaltyOutcome, Side, Sources, TeamId, View};
use jiff::civil::Date;

use crate::Outcome;
use crate::args::{Common, Period, ShootoutArgs};
use crate::desk::{Desk, name_failure};
use crate::failure::Failure;
use crate::{draw, print, wire};

/// Kicks looked ahead.
const AHEAD: usize = 14;
/// Takers of a side: everybody kicks before anybody kicks again.
pub(crate) const TAKERS: u16 = 11;

/// A taker named, with his chance of scoring an ordinary kick of a shoot-out.
#[derive(Clone, Debug)]
pub(crate) struct Taker {
    pub(crate) name: String,
    pub(crate) chance: Estimate,
    /// Kicks of his the estimate rests on.
    pub(crate) kicks: usize,
    /// Chances in an ordinary kick, where missing loses, where scoring wins, and where both.
    by_stakes: [f64; 4],
}

/// A kick still to come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ahead {
    /// Its number among all kicks, from 1.
    pub(crate) number: usize,
    /// Chance that it is taken at all.
    pub(crate) taken: f64,
    /// How far it moves the chances of the side that takes it, from miss to goal, where it is taken.
    pub(crate) swing: f64,
    /// Chance that it is taken and missing loses at once, and that scoring wins at once.
    pub(crate) deciding: [f64; 2],
}

/// A kick that was taken.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) worth: KickWorth,
    pub(crate) taker: Option<String>,
    pub(crate) keeper: Option<String>,
    pub(crate) outcome: PenaltyOutcome,
}

/// A shoot-out with everything a face needs to tell it. Side 0 kicks first.
#[derive(Debug)]
pub(crate) struct Answer<'v> {
    pub(crate) teams: [String; 2],
    pub(crate) order: Order,
    pub(crate) state: State,
    pub(crate) win: [f64; 2],
    /// Chances of a kick: ordinary, where missing loses, where scoring wins.
    pub(crate) chances: [f64; 3],
    pub(crate) takers: [Vec<Taker>; 2],
    /// The best order of each side's takers, where five to eleven are named, and as many of the other or none.
    pub(crate) best: [Option<BestOrder>; 2],
    pub(crate) ahead: Vec<Ahead>,
    /// Chance of side 0 after full rounds (1 to 5) at leads of -3 to 3; where the order of kicks does not depend on goals.
    pub(crate) by_lead: Vec<[Option<f64>; 7]>,
    /// Kick by kick, of one that was taken.
    pub(crate) taken: Vec<Taken>,
    /// What match it was, of one that was taken.
    pub(crate) occasion: Option<(String, Date)>,
    pub(crate) sources: Sources,
    pub(crate) as_of: Option<Date>,
    pub(crate) view: View<'v>,
}

pub(crate) fn run(common: &Common, args: &ShootoutArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let view = desk.view();
    let names = desk.names();
    let day = args.date.map(|period| period.last);
    let teams = [desk.team(&names, &args.team, day)?, desk.team(&names, &args.opponent, day)?];
    let record = view.record();
    let [one, two] = teams.map(|team| record.team(team).display_name());
    if record.root(teams[0]) == record.root(teams[1]) {
        return Err(Failure::bad_input(format!("{one} and {two} are one team"))
            .hint("name the two sides of the shoot-out: byline shootout England France"));
    }
    let answer = match args.date {
        Some(period) => taken(&view, teams, period, args.order, common.as_of)?,
        None => supposed(&view, &names, teams, args, common.as_of)?,
    };
    if let Some(path) = &common.svg {
        draw::shootout::save(&answer, path)?;
    }
    if common.json {
        wire::print(&wire::shootout::wire(&answer))?;
    } else {
        anstream::stdout().lock().write_all(print::shootout::text(&answer).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What a kick in a shoot-out of finals is like.
fn situation(kick: &Kick) -> Situation {
    let mut situation = Situation::new(Phase::ShootOut, Level::Finals);
    (situation.must_score, situation.can_win) = (kick.must_score, kick.can_win);
    situation
}

pub(crate) const fn stakes(kick: &Kick) -> usize {
    kick.must_score as usize + 2 * kick.can_win as usize
}

/// Chances of a kick by its stakes, for nobody in particular or for a taker with some kicks behind him.
pub(crate) fn by_stakes(model: &Model, evidence: &Evidence) -> [f64; 4] {
    [(false, false), (true, false), (false, true), (true, true)].map(|(must_score, can_win)| {
        let situation = situation(&Kick { side: 0, number: 0, must_score, can_win });
        model.chance(&situation, evidence).chance.mean
    })
}

/// Chance of every kick: of the taker whose turn it is, else of nobody in particular.
fn chance_of(average: [f64; 4], takers: &[Vec<Taker>; 2]) -> impl Fn(&Kick) -> f64 + use<> {
    let tables: [Vec<[f64; 4]>; 2] =
        takers.each_ref().map(|of_side| of_side.iter().map(|taker| taker.by_stakes).collect());
    move |kick| {
        let of_side = tables.get(kick.side).map(Vec::as_slice).unwrap_or_default();
        let place = usize::from(kick.number) % of_side.len().max(1);
        let table = of_side.get(place).copied().unwrap_or(average);
        table.get(stakes(kick)).copied().unwrap_or(0.5)
    }
}

/// Takers by name, of the team's people first.
fn takers(
    view: &View<'_>,
    names: &Names<'_>,
    model: &Model,
    team: TeamId,
    asked: &[String],
) -> Result<Vec<Taker>, Failure> {
    let asked = asked.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    asked
        .map(|text| {
            let of_team = names.person(text, &Context::of_teams(&[team]));
            let found = of_team.or_else(|_| names.person(text, &Context::default()));
            let person = found.map_err(|error| name_failure(&error))?.id;
            let kicks = kicks_taken_by(view, person);
            let evidence = Evidence::of(&kicks, Some(person), None);
            let ordinary = situation(&Kick { side: 0, number: 0, must_score: false, can_win: false });
            let chance = model.chance(&ordinary, &evidence);
            Ok(Taker {
                name: view.record().person(person).name.to_string(),
                chance: chance.chance,
                kicks: chance.taker_kicks,
                by_stakes: by_stakes(model, &evidence),
            })
        })
        .collect()
}

fn supposed<'v>(
    view: &View<'v>,
    names: &Names<'_>,
    teams: [TeamId; 2],
    args: &ShootoutArgs,
    as_of: Option<Date>,
) -> Result<Answer<'v>, Failure> {
    let record = view.record();
    let model = Model::shipped();
    let [one, two] = teams;
    let state = match &args.state {
        Some(text) => state(text, names, teams, record.root(one), args.order)?,
        None => State::START,
    };
    if state.winner().is_some() {
        return Err(Failure::bad_input("--state: this shoot-out is over")
            .hint("name a state in which it goes on, as \"3-2 after 4\""));
    }
    let takers =
        [takers(view, names, &model, one, &args.takers)?, takers(view, names, &model, two, &args.other_takers)?];
    let average = by_stakes(&model, &Evidence::default());
    let cycle =
        takers.iter().map(Vec::len).filter(|&count| count > 0).max().and_then(|count| u16::try_from(count).ok());
    let cycle = cycle.unwrap_or(TAKERS);
    let chance = chance_of(average, &takers);
    let first = win(state, args.order, cycle, &chance);
    let ordinary = |of_side: &[Taker], count: usize| -> Vec<f64> {
        if of_side.is_empty() {
            vec![average[0]; count]
        } else {
            of_side.iter().map(|taker| taker.chance.mean).collect()
        }
    };
    let [own, other] = &takers;
    let best = [
        best_order(&ordinary(own, 0), &ordinary(other, own.len()), args.order),
        best_order(&ordinary(other, 0), &ordinary(own, other.len()), args.order),
    ];
    Ok(Answer {
        teams: teams.map(|team| record.team(team).display_name()),
        order: args.order,
        state,
        win: [first, 1.0 - first],
        chances: [average[0], average[1], average[2]],
        ahead: ahead(state, args.order, cycle, &chance),
        by_lead: by_lead(args.order, cycle, &chance),
        takers,
        best,
        taken: Vec::new(),
        occasion: None,
        sources: Sources::NONE,
        as_of,
        view: *view,
    })
}

/// Reads `3-2 after 4` or `3-2 after 4, France next`.
fn state(text: &str, names: &Names<'_>, teams: [TeamId; 2], first: TeamId, order: Order) -> Result<State, Failure> {
    let wrong = || {
        Failure::bad_input(format!(
            "--state `{text}`: expected a state such as \"3-2 after 4\" or \"3-2 after 4, France next\""
        ))
        .hint("the score is that of the two teams as named, the number that of kicks the first has taken")
    };
    let (stand, next) = match text.split_once(',') {
        Some((stand, next)) => (stand, next.trim().strip_suffix("next").map(str::trim)),
        None => (text, None),
    };
    if text.contains(',') && next.is_none() {
        return Err(wrong());
    }
    let (score, after) = stand.split_once("after").ok_or_else(wrong)?;
    let (home, away) = score.trim().split_once(['-', '–', ':']).ok_or_else(wrong)?;
    let number = |text: &str| text.trim().parse::<u16>().ok().filter(|&count| count <= 200);
    let (Some(home), Some(away), Some(after)) = (number(home), number(away), number(after)) else {
        return Err(wrong());
    };
    let second_is_next = match next {
        None => false,
        Some(name) => {
            let team = names.team(name, &Context::of_teams(&teams)).map_err(|error| name_failure(&error))?.id;
            let root = names.record().root(team);
            if !teams.iter().any(|&side| names.record().root(side) == root) {
                return Err(wrong());
            }
            root != first
        }
    };
    // Walks to the state through some kicks that lead to it: who kicks when may depend on them.
    let others = if second_is_next { after.checked_sub(1).ok_or_else(wrong)? } else { after };
    if home > after || away > others {
        return Err(Failure::bad_input(format!("--state `{text}`: more kicks scored than taken")));
    }
    if !matches!(order, Order::Abab) && second_is_next {
        return Err(Failure::bad_input("--state: with this order of kicks give the state after full rounds"));
    }
    let mut state = State { round: others, first: 0, half: None, scored: [home, away] };
    if matches!(order, Order::Abba) && others % 2 == 1 {
        state.first = 1;
    }
    if second_is_next {
        state.half = Some(home > 0);
    }
    Ok(state)
}

/// The kicks to come: how likely each is taken, and what it is worth.
fn ahead(start: State, order: Order, cycle: u16, chance: &impl Fn(&Kick) -> f64) -> Vec<Ahead> {
    let before = usize::from(start.taken(0) + start.taken(1));
    let mut states: Vec<(State, f64)> = vec![(start, 1.0)];
    let mut told = Vec::new();
    for number in 1..=AHEAD {
        let (mut taken, mut swing, mut deciding) = (0.0, 0.0, [0.0; 2]);
        let mut next: Vec<(State, f64)> = Vec::new();
        for (state, weight) in states {
            let kick = state.kick();
            let after = [true, false].map(|goal| state.after(order, goal));
            let [scored, missed] = after.map(|state| win(state, order, cycle, chance));
            taken += weight;
            swing += weight * (scored - missed).abs();
            deciding[0] += weight * f64::from(u8::from(kick.must_score));
            deciding[1] += weight * f64::from(u8::from(kick.can_win));
            let goal = chance(&kick);
            for (state, share) in after.into_iter().zip([goal, 1.0 - goal]) {
                if state.winner().is_some() {
                    continue;
                }
                match next.iter_mut().find(|(known, _)| *known == state) {
                    Some((_, sum)) => *sum += weight * share,
                    None => next.push((state, weight * share)),
                }
            }
        }
        if taken < 1e-6 {
            break;
        }
        told.push(Ahead { number: before + number, taken, swing: swing / taken, deciding });
        states = next;
    }
    told
}

/// Chance of side 0 after full rounds, by lead.
fn by_lead(order: Order, cycle: u16, chance: &impl Fn(&Kick) -> f64) -> Vec<[Option<f64>; 7]> {
    if !matches!(order, Order::Abab | Order::Abba) {
        return Vec::new();
    }
    (1..=ROUNDS)
        .map(|round| {
            let mut row = [None; 7];
            for (place, cell) in row.iter_mut().enumerate() {
                let lead = i32::try_from(place).unwrap_or(0) - 3;
                if lead.unsigned_abs() > u32::from(round) {
                    continue;
                }
                let ahead = u16::try_from(lead.max(0)).unwrap_or(0);
                let behind = u16::try_from((-lead).max(0)).unwrap_or(0);
                let first = if order == Order::Abba { usize::from(round % 2) } else { 0 };
                let state = State { round, first, half: None, scored: [ahead, behind] };
                *cell = Some(win(state, order, cycle, chance));
            }
            row
        })
        .collect()
}

/// A shoot-out the two had.
fn taken<'v>(
    view: &View<'v>,
    teams: [TeamId; 2],
    period: Period,
    order: Order,
    as_of: Option<Date>,
) -> Result<Answer<'v>, Failure> {
    let record = view.record();
    let [one, two] = teams.map(|team| record.team(team).display_name());
    let with = |entry: &&&Match| period.contains(entry.date) && entry.score.shoot_out.is_some();
    let meetings = view.meetings(teams[0], teams[1]);
    let Some(entry) = meetings.iter().rev().find(with) else {
        let mut failure = Failure::unanswerable(format!("the record has no shoot-out of {one} and {two} then"));
        for entry in meetings.iter().filter(|entry| entry.score.shoot_out.is_some()) {
            failure = failure.hint(format!("they had one on {}", entry.date));
        }
        return Err(failure);
    };
    if entry.kicks.is_empty() || !entry.kicks_in_order {
        return Err(Failure::unanswerable(format!(
            "the record does not know the kicks of {one} and {two} in their order"
        )));
    }
    let first = entry.kicks.first().map_or(Side::Home, |kick| kick.side);
    let kicks: Vec<(usize, bool)> = entry
        .kicks
        .iter()
        .map(|kick| (usize::from(kick.side != first), kick.outcome == PenaltyOutcome::Scored))
        .collect();
    let average = by_stakes(&Model::shipped(), &Evidence::default());
    let chance = chance_of(average, &[Vec::new(), Vec::new()]);
    let worths = replay(&kicks, order, TAKERS, &chance).map_err(|error| Failure::unanswerable(error.to_string()))?;
    let name = |person: Option<byline_record::PersonId>| person.map(|person| record.person(person).name.to_string());
    let taken = worths.into_iter().zip(&entry.kicks).map(|(worth, kick)| Taken {
        worth,
        taker: name(kick.taker),
        keeper: name(kick.keeper),
        outcome: kick.outcome,
    });
    let edition = record.edition(entry.edition);
    let mut occasion = format!("{} {}", record.competition(edition.competition).name, edition.label);
    if let Some(stage) = &entry.stage {
        occasion.push_str(&format!(", {stage}"));
    }
    let before = win(State::START, order, TAKERS, &chance);
    Ok(Answer {
        teams: [first, first.other()].map(|side| record.team(entry.team(side)).display_name()),
        order,
        state: State::START,
        win: [before, 1.0 - before],
        chances: [average[0], average[1], average[2]],
        takers: [Vec::new(), Vec::new()],
        best: [None, None],
        ahead: Vec::new(),
        by_lead: Vec::new(),
        taken: taken.collect(),
        occasion: Some((occasion, entry.date)),
        sources: entry.sources.all(),
        as_of,
        view: *view,
    })
}
