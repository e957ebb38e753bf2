//! `byline shootout TEAM TEAM [DATE]`: who wins a shoot-out, from any state, or how one went.

use std::io::Write as _;
use std::process::ExitCode;

use byline_penalty::chance::{Estimate, Evidence, Model, Situation};
use byline_penalty::kick::{Level, Phase, kicks_taken_by};
use byline_penalty::shoot_out::{
    Ahead, BestOrder, ByStakes, Kick, KickWorth, LEADS, Order, State, TAKERS, ahead, best_order, by_lead, replay, win,
};
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
/// A taker named, with his chance of scoring an ordinary kick of a shoot-out.
#[derive(Clone, Debug)]
pub(crate) struct Taker {
    pub(crate) name: String,
    pub(crate) chance: Estimate,
    /// Kicks of his the estimate rests on.
    pub(crate) kicks: usize,
    by_stakes: ByStakes,
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
    pub(crate) by_lead: Vec<[Option<f64>; LEADS]>,
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

/// Chance of every kick: of the taker whose turn it is, else of nobody in particular.
fn chance_of(average: ByStakes, takers: &[Vec<Taker>; 2]) -> impl Fn(&Kick) -> f64 + use<> {
    let tables: [Vec<ByStakes>; 2] =
        takers.each_ref().map(|of_side| of_side.iter().map(|taker| taker.by_stakes).collect());
    move |kick| {
        let of_side = tables.get(kick.side).map(Vec::as_slice).unwrap_or_default();
        let place = usize::from(kick.number) % of_side.len().max(1);
        of_side.get(place).unwrap_or(&average).of_kick(kick)
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
            let chance = model.chance(&Situation::new(Phase::ShootOut, Level::Finals), &evidence);
            Ok(Taker {
                name: view.record().person(person).name.to_string(),
                chance: chance.chance,
                kicks: chance.taker_kicks,
                by_stakes: ByStakes::of(model, &evidence),
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
    let average = ByStakes::of(&model, &Evidence::default());
    let cycle =
        takers.iter().map(Vec::len).filter(|&count| count > 0).max().and_then(|count| u16::try_from(count).ok());
    let cycle = cycle.unwrap_or(TAKERS);
    let chance = chance_of(average, &takers);
    let first = win(state, args.order, cycle, &chance);
    let ordinary = |of_side: &[Taker], count: usize| -> Vec<f64> {
        if of_side.is_empty() {
            vec![average.told()[0]; count]
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
        chances: average.told(),
        ahead: ahead(state, args.order, cycle, &chance, AHEAD),
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
    let average = ByStakes::of(&Model::shipped(), &Evidence::default());
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
        chances: average.told(),
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
