//! When the two have met before: what each may think the other thinks, and what being read costs.
//!
//! A taker who "stays with his usual" loses nothing against a keeper who does as keepers do, and much against one who knows.
//! Here his habit is held against a keeper who answers it best, game by drawn game; against what players of some steps of
//! thought would do (level-k, Stahl & Wilson 1994, Nagel 1995) and what players would do who answer what they have seen of
//! each other (fictitious play, Brown 1951). What is safe is the mix of the equilibrium: nothing is gained by reading it.

use byline_record::{PersonId, TeamId};
use jiff::civil::Date;

use crate::chance::Estimate;
use crate::duel::{AimMix, Cells, DiveMix, Drawn, Duel};
use crate::kick::PenaltyKick;
use crate::side::{Aim, Dive};

/// A club or national side both were with, by the kicks of one and the kicks faced by the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedTeam {
    /// The team.
    pub team: TeamId,
    /// First and last kick of the taker for it.
    pub taker: [Date; 2],
    /// First and last kick the keeper faced for it.
    pub keeper: [Date; 2],
}

/// Teams both were with at about the same time: spans of kicks that overlap or lie less than a year apart, by the days by
/// which they had been taken. Kicks show when somebody was there, not when he was not: a team that is missing here says
/// nothing.
#[must_use]
pub fn shared_teams(kicks: &[PenaltyKick], taker: PersonId, keeper: PersonId) -> Vec<SharedTeam> {
    let mut shared: Vec<SharedTeam> = Vec::new();
    let span = |of: &dyn Fn(&PenaltyKick) -> bool| -> Option<[Date; 2]> {
        let days = || kicks.iter().filter(|kick| of(kick)).map(|kick| kick.known_by);
        Some([days().min()?, days().max()?])
    };
    for kick in kicks.iter().filter(|kick| kick.taker == Some(taker)) {
        let Some(team) = kick.team.filter(|team| shared.iter().all(|known| known.team != *team)) else { continue };
        let taken = span(&|kick| kick.taker == Some(taker) && kick.team == Some(team));
        let faced = span(&|kick| kick.keeper == Some(keeper) && kick.against == Some(team));
        if let (Some(taker), Some(keeper)) = (taken, faced)
            && later_by(taker[1], keeper[0]) < 1
            && later_by(keeper[1], taker[0]) < 1
        {
            shared.push(SharedTeam { team, taker, keeper });
        }
    }
    shared
}

/// Full years from `day` to `other`; below 0 if `other` is earlier.
fn later_by(day: Date, other: Date) -> i32 {
    let years = i32::from(other.year()) - i32::from(day.year());
    if (other.month(), other.day()) < (day.month(), day.day()) { years - 1 } else { years }
}

/// What a player of so many steps of thought does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Steps of thought, from 1: the answer to the habit, the answer to that answer, and so on.
    pub level: u32,
    /// What the taker does who expects a keeper of one step less.
    pub aim: Aim,
    /// Chance of a goal if he is right.
    pub goal_if_right: f64,
    /// What the keeper does who expects a taker of one step less.
    pub dive: Dive,
    /// Chance of a goal if he is right.
    pub goal_if_keeper_right: f64,
}

/// How far the data go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// His habit differs from the safe mix by more than his kicks leave open.
    Yes,
    /// He has kicks, but they leave open whether his habit differs from the safe mix.
    No {
        /// Kicks with a known side.
        kicks: u32,
    },
    /// No kick of his has a known side.
    Nothing,
}

impl Tells {
    /// In words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Yes => "his habit differs from the safe mix by more than chance".to_owned(),
            Self::No { kicks } => {
                let s = if kicks == 1 { "" } else { "s" };
                format!("{kicks} kick{s} with a known side cannot tell his habit from the safe mix")
            }
            Self::Nothing => "no kick of his with a known side: nothing can be said of his habit".to_owned(),
        }
    }
}

/// The duel as a repeated one.
#[derive(Clone, Debug)]
pub struct Repeated {
    /// Kicks of the taker against this keeper, oldest first.
    pub meetings: Vec<PenaltyKick>,
    /// Teams both were with.
    pub shared: Vec<SharedTeam>,
    /// Where the taker goes most, shrunk towards all takers.
    pub usual: Aim,
    /// What always going there costs against a keeper who knows: the value of the game less the chance of a goal.
    pub cost_of_usual: Estimate,
    /// What his mix costs against a keeper who knows it and answers it best.
    pub cost_of_habit: Estimate,
    /// What his mix costs against the dive that is best by what is known today. Below 0 where that dive is a mistake.
    pub cost_if_read_today: Estimate,
    /// How much more often than is safe he goes to his usual side.
    pub excess: Estimate,
    /// Whether the data tell his habit from the safe mix.
    pub tells: Tells,
    /// What players of one to four steps of thought would do.
    pub steps: Vec<Step>,
    /// What the keeper would do who answers this taker's kicks against him, beginning from how takers mix.
    pub keeper_learns: Dive,
    /// What the taker would do who answers this keeper's dives against him, beginning from how keepers mix.
    pub taker_learns: Aim,
    /// Mixes of the equilibrium in the game of the means: what is safe.
    pub safe: Vec<AimMix>,
}

/// Reads a duel as a repeated one, from the same kicks it rests on.
#[must_use]
pub fn repeated(duel: &Duel, kicks: &[PenaltyKick], taker: Option<PersonId>, keeper: Option<PersonId>) -> Repeated {
    let both = taker.zip(keeper);
    let met = |kick: &&PenaltyKick| {
        both.is_some_and(|(taker, keeper)| kick.taker == Some(taker) && kick.keeper == Some(keeper))
    };
    let meetings: Vec<PenaltyKick> = kicks.iter().filter(met).cloned().collect();
    let habit = AimMix::of(|aim| duel.aims[aim.index()].habit.mean);
    let usual = habit.usual();
    let over = |value: &dyn Fn(&Drawn) -> f64| Estimate::of_draws(&duel.drawn.iter().map(value).collect::<Vec<_>>());
    let best_today = duel.keeper.best;
    let excess = over(&|game| game.taker.at(usual) - game.safe_taker.at(usual));
    let known: u32 = duel.aims.iter().map(|aim| aim.made).sum();
    let tells = match known {
        0 => Tells::Nothing,
        _ if excess.excludes(0.0) => Tells::Yes,
        kicks => Tells::No { kicks },
    };
    // What everybody does counts as one kick, so that the first meeting already tells.
    let cells = Cells::of_kicks(&meetings);
    let seen_aims = AimMix::of(|aim| {
        let seen = meetings.iter().filter(|kick| kick.aim() == Some(aim)).count() as f64;
        let all = meetings.iter().filter(|kick| kick.aim().is_some()).count() as f64;
        (crate::duel::pool_aims().at(aim) + seen) / (1.0 + all)
    });
    let seen_dives = DiveMix::of(|dive| {
        let seen = f64::from(cells.of_dive(dive).kicks);
        (crate::duel::pool_dives().at(dive) + seen) / (1.0 + f64::from(cells.total().kicks))
    });
    Repeated {
        shared: both.map_or_else(Vec::new, |(taker, keeper)| shared_teams(kicks, taker, keeper)),
        usual,
        cost_of_usual: over(&|game| game.value - game.chances.best_dive(&AimMix::always(usual)).1),
        cost_of_habit: over(&|game| game.value - game.chances.best_dive(&game.taker).1),
        cost_if_read_today: over(&|game| game.value - game.chances.by_dive(&game.taker)[best_today.index()]),
        excess,
        tells,
        steps: steps(duel, habit),
        keeper_learns: duel.table.best_dive(&seen_aims).0,
        taker_learns: duel.table.best_aim(&seen_dives).0,
        safe: duel.taker_equilibria.clone(),
        meetings,
    }
}

fn steps(duel: &Duel, habit: AimMix) -> Vec<Step> {
    let (mut taker, mut keeper) = (habit, DiveMix::of(|dive| duel.dives[dive.index()].habit.mean));
    (1..=4)
        .map(|level| {
            let (aim, goal_if_right) = duel.table.best_aim(&keeper);
            let (dive, goal_if_keeper_right) = duel.table.best_dive(&taker);
            (taker, keeper) = (AimMix::always(aim), DiveMix::always(dive));
            Step { level, aim, goal_if_right, dive, goal_if_keeper_right }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::{Model, Situation};
    use crate::duel::{Question, duel};
    use crate::kick::{Level, Phase, kicks_about};
    use byline_record::builtin;
    use byline_record::names::find::{Context, Names};

    /// Kane against Lloris on the eve of the quarter-final of 2022, on the built-in record alone: nothing with directions, and
    /// that is said.
    #[test]
    fn the_duel_of_the_evening_cannot_be_told_from_finals_alone() {
        let record = builtin::record().unwrap();
        let names = Names::new(&record);
        let person = |name: &str| names.person(name, &Context::default()).unwrap().id;
        let (kane, lloris) = (person("Harry Kane"), person("Hugo Lloris"));
        let view = record.as_of(jiff::civil::date(2022, 12, 9));
        let kicks = kicks_about(&view, kane, Some(lloris));
        let question = Question::new(Some(kane), Some(lloris), Situation::new(Phase::Play, Level::Finals));
        let duel = duel(&Model::shipped(), &kicks, &question);
        let told = repeated(&duel, &kicks, Some(kane), Some(lloris));
        assert!(told.meetings.is_empty());
        assert!(!told.tells.words().is_empty() && told.tells != Tells::Yes);
        assert_eq!(told.steps.len(), 4);
        // A keeper who knows gains against any habit, and most against a single side.
        assert!(
            told.cost_of_usual.low > 0.0 && (0.1..0.25).contains(&told.cost_of_usual.mean),
            "{:?}",
            told.cost_of_usual
        );
        assert!(told.cost_of_habit.low >= -1e-9 && told.cost_of_habit.mean < told.cost_of_usual.mean);
        assert!(told.cost_if_read_today.mean <= told.cost_of_habit.mean + 1e-12);
    }

    /// Thought goes round: who is met where he goes goes elsewhere at the next step.
    #[test]
    fn thought_goes_round() {
        let nobody = Question::new(None, None, Situation::new(Phase::Play, Level::League));
        let duel = duel(&Model::shipped(), &[], &nobody);
        let told = repeated(&duel, &[], None, None);
        for pair in told.steps.windows(2) {
            assert_eq!(pair[1].dive, pair[0].aim.met_by());
            assert_ne!(pair[1].aim.met_by(), pair[0].dive);
        }
        assert_eq!(told.tells, Tells::Nothing);
    }

    #[test]
    fn years_between_days() {
        let day = jiff::civil::date;
        assert_eq!(later_by(day(2020, 5, 1), day(2021, 4, 30)), 0);
        assert_eq!(later_by(day(2020, 5, 1), day(2021, 5, 1)), 1);
        assert_eq!(later_by(day(2021, 5, 1), day(2020, 6, 1)), -1);
    }
}
