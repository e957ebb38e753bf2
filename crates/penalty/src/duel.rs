//! The duel: left, centre or right against dive left, stay or dive right, on small samples.
//!
//! The table of chances begins with all kicks whose directions are known, is moved to the level of this taker against
//! this keeper in this phase ([`crate::chance`]), and takes in the taker's own kicks cell by cell, as far as their number
//! allows. What both have done so far is weighed the same way. Nothing is taken as known: tables and habits are drawn from
//! their posterior many times over, every drawn game is solved, and all answers are told with intervals.

mod cells;
mod draw;
pub mod fit;
mod pool;

use byline_forecast::random::Stream;
use byline_record::{Foot, PersonId};

use crate::chance::{Chance, Estimate, Evidence, Model, Situation};
use crate::kick::PenaltyKick;
use crate::side::{Aim, Dive};

pub use cells::{AimMix, Cell, Cells, Chances, DiveMix};
use draw::{Habit, Tables};
pub use pool::{pool, pool_aims, pool_dives, published};

/// What is asked: who takes, who is in goal, when.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The taker; `None` for nobody in particular.
    pub taker: Option<PersonId>,
    /// The keeper; `None` for nobody in particular.
    pub keeper: Option<PersonId>,
    /// The situation.
    pub situation: Situation,
    /// How many games are drawn.
    pub draws: u32,
    /// Seed of the draws.
    pub seed: u64,
}

impl Question {
    /// With as many draws as intervals to a point need.
    #[must_use]
    pub const fn new(taker: Option<PersonId>, keeper: Option<PersonId>, situation: Situation) -> Self {
        Self { taker, keeper, situation, draws: 400, seed: 1 }
    }
}

/// One cell of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellEstimate {
    /// The taker's choice.
    pub aim: Aim,
    /// The keeper's.
    pub dive: Dive,
    /// Chance of a goal.
    pub chance: Estimate,
    /// Kicks of everybody behind it.
    pub pool: Cell,
    /// Kicks of the taker himself behind it.
    pub own: Cell,
}

/// A choice with what is known of it. `C` is an [`Aim`] or a [`Dive`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice<C> {
    /// Which.
    pub choice: C,
    /// How often he has made it, of the kicks where that is known.
    pub made: u32,
    /// How often he makes it, shrunk towards all players.
    pub habit: Estimate,
    /// How often he would make it in equilibrium.
    pub safe: Estimate,
    /// Chance of a goal by it against the other's habit.
    pub goal: Estimate,
}

/// What changing would be worth to a player, in chance of a goal for the taker and against one for the keeper. Always
/// above 0 where it is better for him.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deviation<C> {
    /// The equilibrium's mix in place of his habit.
    pub to_safe: Estimate,
    /// The choice that is best against the other's habit on average.
    pub best: C,
    /// Always that choice in place of his habit. The interval tells whether it is known to be better.
    pub to_best: Estimate,
    /// In what share of the drawn games it was the best.
    pub is_best: f64,
    /// Between his best and his worst choice against the other's habit: 0 where the other leaves him indifferent.
    pub gap: Estimate,
}

impl<C: Copy> Deviation<C> {
    /// The choice to advise: the best, where it is known to be better than his habit. `None` where the kicks leave it open,
    /// and the safe mix is all that can be advised.
    #[must_use]
    pub fn advice(&self) -> Option<C> {
        (self.to_best.low > 0.0).then_some(self.best)
    }
}

/// One drawn game.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drawn {
    pub chances: Chances,
    pub taker: AimMix,
    pub keeper: DiveMix,
    pub safe_taker: AimMix,
    pub safe_keeper: DiveMix,
    pub value: f64,
}

/// The duel, told.
#[derive(Clone, Debug)]
pub struct Duel {
    /// The chance of a goal by the records of both, directions aside.
    pub chance: Chance,
    /// The taker's foot, where known: that of most of his kicks.
    pub foot: Option<Foot>,
    /// The table, row after row.
    pub cells: Vec<CellEstimate>,
    /// Means of the table's cells.
    pub table: Chances,
    /// Chance of a goal in equilibrium.
    pub value: Estimate,
    /// Chance of a goal if both do as they usually do.
    pub as_usual: Estimate,
    /// All extreme equilibrium mixes of the taker in the game of the means.
    pub taker_equilibria: Vec<AimMix>,
    /// All extreme equilibrium mixes of the keeper in it.
    pub keeper_equilibria: Vec<DiveMix>,
    /// The taker's choices.
    pub aims: Vec<Choice<Aim>>,
    /// The keeper's.
    pub dives: Vec<Choice<Dive>>,
    /// What changing would be worth to the taker.
    pub taker: Deviation<Aim>,
    /// What changing would be worth to the keeper.
    pub keeper: Deviation<Dive>,
    /// Share of drawn games with more than one equilibrium.
    pub several: f64,
    pub(crate) drawn: Vec<Drawn>,
}

/// The duel of a taker and a keeper, from the kicks of a record.
#[must_use]
pub fn duel(model: &Model, kicks: &[PenaltyKick], question: &Question) -> Duel {
    let takes = |kick: &&PenaltyKick| question.taker.is_some() && kick.taker == question.taker;
    let faces = |kick: &&PenaltyKick| question.keeper.is_some() && kick.keeper == question.keeper;
    let directed = |kick: &PenaltyKick| kick.aim().is_some() && kick.dive().is_some();
    let own = Cells::of_kicks(kicks.iter().filter(takes));
    let aims = counts(kicks.iter().filter(takes).filter_map(PenaltyKick::aim).map(Aim::index));
    let dives = counts(kicks.iter().filter(faces).filter_map(PenaltyKick::dive).map(Dive::index));
    let evidence = |kicks: &mut dyn Iterator<Item = &PenaltyKick>| Evidence::of(kicks, question.taker, question.keeper);
    let chance = model.chance(&question.situation, &evidence(&mut kicks.iter()));
    // Kicks counted in a cell do not count again in the level.
    let level = if own.total().kicks == 0 {
        chance.clone()
    } else {
        let rest = |kick: &&PenaltyKick| !(takes(kick) && directed(kick));
        model.chance(&question.situation, &evidence(&mut kicks.iter().filter(rest)))
    };
    let pool = pool();
    let all_aims = Habit::of_taker(aims);
    let all_dives = Habit::of_keeper(dives);
    let tables = Tables::new(&pool, &own, &level);
    let mut several = 0_u32;
    let drawn: Vec<Drawn> = (0..question.draws.max(1))
        .filter_map(|draw| {
            let mut stream = Stream::new(question.seed, 0, draw, 0);
            let chances = tables.draw(&mut stream);
            let taker = all_aims.draw(&mut stream);
            let keeper = all_dives.draw(&mut stream);
            let solution = chances.game().ok()?.solve();
            several += u32::from(solution.taker.len() > 1 || solution.keeper.len() > 1);
            Some(Drawn {
                chances,
                taker: AimMix::of(|aim| taker[aim.index()]),
                keeper: DiveMix::of(|dive| keeper[dive.index()]),
                safe_taker: AimMix::of_game(solution.taker.first()?),
                safe_keeper: DiveMix::of_game(solution.keeper.first()?),
                value: solution.value,
            })
        })
        .collect();
    let over = |value: &dyn Fn(&Drawn) -> f64| Estimate::of_draws(&drawn.iter().map(value).collect::<Vec<_>>());
    let cell = |aim: Aim, dive: Dive| CellEstimate {
        aim,
        dive,
        chance: over(&|game| game.chances.at(aim, dive)),
        pool: pool.at(aim, dive),
        own: own.at(aim, dive),
    };
    let cells: Vec<CellEstimate> = Aim::ALL.into_iter().flat_map(|aim| Dive::ALL.map(|dive| cell(aim, dive))).collect();
    let table = Chances::of(|aim, dive| cells[aim.index() * 3 + dive.index()].chance.mean);
    let solution = table.game().map(|game| game.solve());
    let (taker_equilibria, keeper_equilibria) = solution.map_or_else(
        |_| (Vec::new(), Vec::new()),
        |solution| {
            (
                solution.taker.iter().map(AimMix::of_game).collect(),
                solution.keeper.iter().map(DiveMix::of_game).collect(),
            )
        },
    );
    let aims = Aim::ALL.map(|aim| Choice {
        choice: aim,
        made: aims[aim.index()],
        habit: over(&|game| game.taker.at(aim)),
        safe: over(&|game| game.safe_taker.at(aim)),
        goal: over(&|game| game.chances.by_aim(&game.keeper)[aim.index()]),
    });
    let dives = Dive::ALL.map(|dive| Choice {
        choice: dive,
        made: dives[dive.index()],
        habit: over(&|game| game.keeper.at(dive)),
        safe: over(&|game| game.safe_keeper.at(dive)),
        goal: over(&|game| game.chances.by_dive(&game.taker)[dive.index()]),
    });
    // Advice rests on means, not on a table nobody knows; the draws then tell what it is worth.
    let best_aim = aims.iter().fold(aims[0], |one, two| if two.goal.mean > one.goal.mean { *two } else { one }).choice;
    let best_dive =
        dives.iter().fold(dives[0], |one, two| if two.goal.mean < one.goal.mean { *two } else { one }).choice;
    let usual = |game: &Drawn| game.chances.payoff(&game.taker, &game.keeper);
    let share = |count: usize| count as f64 / drawn.len().max(1) as f64;
    let gap = |chances: [f64; 3]| {
        chances.iter().copied().fold(f64::NEG_INFINITY, f64::max)
            - chances.iter().copied().fold(f64::INFINITY, f64::min)
    };
    Duel {
        chance,
        foot: foot_of(kicks.iter().filter(takes)),
        table,
        value: over(&|game| game.value),
        as_usual: over(&usual),
        taker_equilibria,
        keeper_equilibria,
        taker: Deviation {
            to_safe: over(&|game| game.chances.payoff(&game.safe_taker, &game.keeper) - usual(game)),
            best: best_aim,
            to_best: over(&|game| game.chances.by_aim(&game.keeper)[best_aim.index()] - usual(game)),
            is_best: share(drawn.iter().filter(|game| game.chances.best_aim(&game.keeper).0 == best_aim).count()),
            gap: over(&|game| gap(game.chances.by_aim(&game.keeper))),
        },
        keeper: Deviation {
            to_safe: over(&|game| usual(game) - game.chances.payoff(&game.taker, &game.safe_keeper)),
            best: best_dive,
            to_best: over(&|game| usual(game) - game.chances.by_dive(&game.taker)[best_dive.index()]),
            is_best: share(drawn.iter().filter(|game| game.chances.best_dive(&game.taker).0 == best_dive).count()),
            gap: over(&|game| gap(game.chances.by_dive(&game.taker))),
        },
        several: share(several as usize),
        cells,
        aims: aims.to_vec(),
        dives: dives.to_vec(),
        drawn,
    }
}

/// The foot of most kicks where it is known.
pub(crate) fn foot_of<'k>(kicks: impl Iterator<Item = &'k PenaltyKick>) -> Option<Foot> {
    let mut feet = [0_u32; 2];
    for foot in kicks.filter_map(|kick| kick.foot) {
        feet[usize::from(foot == Foot::Right)] += 1;
    }
    match feet {
        [0, 0] => None,
        [left, right] if left > right => Some(Foot::Left),
        _ => Some(Foot::Right),
    }
}

/// How often a taker makes each choice, after counts of his own, shrunk towards all takers.
#[must_use]
pub fn taker_habit(counts: [u32; 3]) -> [Estimate; 3] {
    Habit::of_taker(counts).estimates()
}

/// How often a keeper makes each choice, after counts of his own, shrunk towards all keepers.
#[must_use]
pub fn dive_habit(counts: [u32; 3]) -> [Estimate; 3] {
    Habit::of_keeper(counts).estimates()
}

/// Choices counted by place.
fn counts(choices: impl Iterator<Item = usize>) -> [u32; 3] {
    let mut counts = [0; 3];
    for choice in choices {
        counts[choice] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kick::{Level, Phase};

    const PLAY: Situation = Situation::new(Phase::Play, Level::League);

    /// Equilibrium of the printed table of Chiappori, Levitt & Groseclose: every choice is made, 76.3 % are goals, and the
    /// keeper would stay for 9 kicks in 100, where in fact he stayed for 11 of 459 (2.4 %).
    #[test]
    fn the_table_of_chiappori_levitt_and_groseclose() {
        let cells = published();
        assert_eq!(cells.total().kicks, 459);
        for (aim, kicks, share) in [(Aim::Natural, 206, 0.767), (Aim::Centre, 79, 0.810), (Aim::Other, 174, 0.701)] {
            let cell = cells.of_aim(aim);
            assert_eq!(cell.kicks, kicks);
            assert!((cell.share().unwrap() - share).abs() < 5e-4, "{aim:?}");
        }
        for (dive, kicks, share) in [(Dive::Natural, 260, 0.762), (Dive::Stay, 11, 0.727), (Dive::Other, 188, 0.734)] {
            let cell = cells.of_dive(dive);
            assert_eq!(cell.kicks, kicks);
            assert!((cell.share().unwrap() - share).abs() < 5e-4, "{dive:?}");
        }
        let solution = cells.shares().unwrap().game().unwrap().solve();
        let (taker, keeper) = (AimMix::of_game(&solution.taker[0]), DiveMix::of_game(&solution.keeper[0]));
        assert!((solution.value - 0.7626).abs() < 1e-3, "{}", solution.value);
        for (aim, share) in Aim::ALL.into_iter().zip([0.429, 0.237, 0.333]) {
            assert!((taker.at(aim) - share).abs() < 1e-3, "{taker:?}");
        }
        for (dive, share) in Dive::ALL.into_iter().zip([0.596, 0.092, 0.312]) {
            assert!((keeper.at(dive) - share).abs() < 1e-3, "{keeper:?}");
        }
        assert_eq!((solution.taker.len(), solution.keeper.len()), (1, 1));
    }

    #[test]
    fn nobody_in_particular_plays_the_pool() {
        let duel = duel(&Model::shipped(), &[], &Question::new(None, None, PLAY));
        assert!((duel.as_usual.mean - duel.chance.chance.mean).abs() < 0.02, "{:?}", duel.as_usual);
        assert!(duel.value.low < duel.value.mean && duel.value.mean < duel.value.high);
        assert!(duel.aims.iter().all(|aim| aim.made == 0 && aim.habit.high - aim.habit.low > 0.1));
        assert_eq!((duel.taker_equilibria.len(), duel.keeper_equilibria.len()), (1, 1));
        let sums = [
            duel.aims.iter().map(|aim| aim.safe.mean).sum::<f64>(),
            duel.dives.iter().map(|dive| dive.safe.mean).sum(),
        ];
        assert!(sums.iter().all(|sum| (sum - 1.0).abs() < 1e-9), "{sums:?}");
        // The same question has the same answer.
        let again = super::duel(&Model::shipped(), &[], &Question::new(None, None, PLAY));
        assert_eq!((again.value, again.cells), (duel.value, duel.cells));
    }

    /// A taker who went to one side forty times out of forty is met there, whichever it is and with whichever foot, and a
    /// keeper who always dives one way is not aimed at there.
    #[test]
    fn habits_are_answered_on_the_right_side() {
        use byline_record::{Direction, PenaltyOutcome};
        let record = byline_record::builtin::record().unwrap();
        let [taker, keeper] = [0, 1].map(|place| record.people()[place].id);
        let at_all = |direction: Direction, of_keeper: bool, foot: Foot| -> Vec<PenaltyKick> {
            (0..40)
                .map(|number| PenaltyKick {
                    taker: (!of_keeper).then_some(taker),
                    keeper: of_keeper.then_some(keeper),
                    foot: Some(foot),
                    side: (!of_keeper).then_some(direction),
                    keeper_move: of_keeper.then_some(direction),
                    outcome: if number % 5 == 0 { PenaltyOutcome::Saved } else { PenaltyOutcome::Scored },
                    ..crate::kick::example()
                })
                .collect()
        };
        let question = Question::new(Some(taker), Some(keeper), PLAY);
        for foot in [Foot::Left, Foot::Right] {
            for direction in [Direction::Left, Direction::Right] {
                let told = duel(&Model::shipped(), &at_all(direction, false, foot), &question);
                assert_eq!(told.keeper.best.direction(foot), direction, "{foot:?} {:?}", told.dives);
                assert!(told.keeper.is_best > 0.6);
                let told = duel(&Model::shipped(), &at_all(direction, true, foot), &question);
                assert_ne!(told.taker.best.direction(foot), direction, "{foot:?} {:?}", told.aims);
            }
        }
        assert_eq!(duel(&Model::shipped(), &[], &question).taker.advice(), None);
    }
}
