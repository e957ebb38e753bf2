//! What a coach or a desk asks of a taker or a keeper, on one page: plain data with counts and shrunk rates everywhere.

mod zones;

use std::sync::OnceLock;

use byline_record::{Direction, Foot, PenaltyOutcome, PersonId};

use crate::chance::{Attempt, Estimate, Evidence, Model, Situation};
use crate::duel::{Cell, Cells, dive_habit, foot_of, taker_habit};
use crate::kick::{PenaltyKick, Phase};
use crate::side::{Aim, Dive};
use crate::tests_of_play::{Fallacy, Finding, by_aim, equal_success, gamblers_fallacy, independence};

pub use zones::{ZoneMap, ZoneRate};

/// Kicks and goals, and the chance of a goal they leave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Kicks that counted.
    pub kicks: u32,
    /// Of them goals.
    pub goals: u32,
    /// Chance of a goal of the next, shrunk towards all takers or keepers, in the situation of the latest of these kicks.
    pub chance: Estimate,
}

impl Rate {
    /// Of a taker's kicks, or of those a keeper faced. Single kicks of one sort leave the same, found once (`known`).
    fn of<'k>(
        model: &Model,
        kicks: impl Iterator<Item = &'k PenaltyKick>,
        of_keeper: bool,
        known: &mut Vec<(Attempt, Self)>,
    ) -> Option<Self> {
        let attempts: Vec<Attempt> = kicks.filter_map(Attempt::of).collect();
        if let [attempt] = attempts.as_slice()
            && let Some((_, rate)) = known.iter().find(|(other, _)| other == attempt)
        {
            return Some(*rate);
        }
        let situation = Situation { must_score: false, can_win: false, ..attempts.last()?.situation };
        let count = |scored: bool| attempts.iter().filter(|attempt| attempt.scored || !scored).count() as u32;
        let (kicks, goals) = (count(false), count(true));
        let single = if kicks == 1 { attempts.first().copied() } else { None };
        let evidence = if of_keeper {
            Evidence { keeper: attempts, ..Evidence::default() }
        } else {
            Evidence { taker: attempts, ..Evidence::default() }
        };
        let rate = Self { kicks, goals, chance: model.chance(&situation, &evidence).chance };
        known.extend(single.map(|attempt| (attempt, rate)));
        Some(rate)
    }
}

/// A part of somebody's kicks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    All,
    /// Those of a phase.
    Phase(Phase),
    /// With a foot.
    Foot(Foot),
    /// With his own side behind, in play.
    Behind,
    /// With the score level, in play.
    Level,
    /// With his own side ahead, in play.
    Ahead,
    /// Kicks of a shoot-out that lost it if missed or won it if scored.
    Deciding,
    /// Each after one he had scored, of kicks of known days.
    AfterGoal,
    /// Each after one he had not scored, of kicks of known days.
    AfterMiss,
    /// Against a keeper, or by a taker.
    Against(PersonId),
}

/// Where the kicks of a part went, or what the keeper did.
#[derive(Clone, Debug, PartialEq)]
pub struct PartRow {
    /// Which part.
    pub part: Part,
    /// Kicks and goals.
    pub rate: Rate,
    /// Kicks and goals by natural side, centre and other side, where side and foot are known; for a keeper by his moves.
    pub by_side: [Cell; 3],
    /// How often he goes there, shrunk towards all players.
    pub habit: [Estimate; 3],
    /// Kicks and goals by left, centre and right as the taker saw the goal, foot known or not; for a keeper by his moves.
    pub by_direction: [Cell; 3],
}

impl PartRow {
    /// Kicks with a known natural side.
    #[must_use]
    pub fn known(&self) -> u32 {
        self.by_side.iter().map(|cell| cell.kicks).sum()
    }
}

/// A taker on one page.
#[derive(Clone, Debug)]
pub struct TakerDossier {
    /// His kicks, oldest first.
    pub kicks: Vec<PenaltyKick>,
    /// His foot, where known.
    pub foot: Option<Foot>,
    /// Points above the average taker in a league match, as a chance; `None` without kicks.
    pub above_average: Option<Estimate>,
    /// Parts of his kicks; only those that have any.
    pub parts: Vec<PartRow>,
    /// Kicks that went the same way as the one before, of those where both sides are known; kicks of no known day have no
    /// order and are left out.
    pub repeats: [u32; 2],
    /// How kicks that were no goal ended.
    pub misses: Vec<(PenaltyOutcome, u32)>,
    /// Whether he scores equally often on every side.
    pub equal_success: Finding,
    /// Whether a kick tells the next, by kicks of known days.
    pub independence: Finding,
    /// The goal mouth.
    pub zones: ZoneMap,
}

/// A keeper on one page.
#[derive(Clone, Debug)]
pub struct KeeperDossier {
    /// Kicks he faced, oldest first.
    pub kicks: Vec<PenaltyKick>,
    /// Points by which he raises the chance of a goal in a league match: below 0 for a good keeper; `None` without kicks.
    pub above_average: Option<Estimate>,
    /// Parts of the kicks; sides are his moves.
    pub parts: Vec<PartRow>,
    /// Kicks by aim and dive.
    pub cells: Cells,
    /// How often he went where the ball went, of kicks where both are known.
    pub right_way: [u32; 2],
    /// Kicks saved, of all that counted.
    pub saved: [u32; 2],
    /// Whether he believes a side is due.
    pub fallacy: Fallacy,
    /// The goal mouth.
    pub zones: ZoneMap,
}

/// Which of a kick's directions a row counts.
#[derive(Clone, Copy)]
enum Whose {
    Taker,
    Keeper,
}

impl Whose {
    /// Most rows have no known side: their habit is everybody's, found once.
    fn habit(self, counts: [u32; 3]) -> [Estimate; 3] {
        static OF_ALL: [OnceLock<[Estimate; 3]>; 2] = [OnceLock::new(), OnceLock::new()];
        let find = || match self {
            Self::Taker => taker_habit(counts),
            Self::Keeper => dive_habit(counts),
        };
        if counts == [0; 3] { *OF_ALL[self as usize].get_or_init(find) } else { find() }
    }
}

fn part_row(
    model: &Model,
    part: Part,
    kicks: &[&PenaltyKick],
    whose: Whose,
    known: &mut Vec<(Attempt, Rate)>,
) -> Option<PartRow> {
    let of_keeper = matches!(whose, Whose::Keeper);
    let rate = Rate::of(model, kicks.iter().copied(), of_keeper, known)?;
    let (mut by_side, mut by_direction) = ([Cell::default(); 3], [Cell::default(); 3]);
    for kick in kicks.iter().filter(|kick| !kick.retaken) {
        let one = Cell { kicks: 1, goals: u32::from(kick.scored()) };
        let (side, direction) = match whose {
            Whose::Taker => (kick.aim().map(Aim::index), kick.side),
            Whose::Keeper => (kick.dive().map(Dive::index), kick.keeper_move),
        };
        if let Some(side) = side {
            by_side[side] = by_side[side].and(one);
        }
        if let Some(direction) = direction {
            let place = match direction {
                Direction::Left => 0,
                Direction::Centre => 1,
                Direction::Right => 2,
            };
            by_direction[place] = by_direction[place].and(one);
        }
    }
    let habit = whose.habit(by_side.map(|cell| cell.kicks));
    Some(PartRow { part, rate, by_side, habit, by_direction })
}

/// Parts of somebody's kicks that do not depend on whose they are.
fn parts(model: &Model, kicks: &[PenaltyKick], whose: Whose) -> Vec<PartRow> {
    let mut parts = vec![Part::All];
    parts.extend(Phase::ALL.map(Part::Phase));
    parts.extend([Foot::Right, Foot::Left].map(Part::Foot));
    parts.extend([Part::Behind, Part::Level, Part::Ahead, Part::Deciding]);
    let margin =
        |kick: &PenaltyKick| kick.score.filter(|_| kick.phase != Phase::ShootOut).map(|[own, other]| own.cmp(&other));
    let belongs = |kick: &PenaltyKick, part: Part| match part {
        Part::All => true,
        Part::Phase(phase) => kick.phase == phase,
        Part::Foot(foot) => kick.foot == Some(foot),
        Part::Behind => margin(kick).is_some_and(std::cmp::Ordering::is_lt),
        Part::Level => margin(kick).is_some_and(std::cmp::Ordering::is_eq),
        Part::Ahead => margin(kick).is_some_and(std::cmp::Ordering::is_gt),
        Part::Deciding => kick.turn.is_some_and(|turn| turn.must_score || turn.can_win),
        Part::AfterGoal | Part::AfterMiss | Part::Against(_) => false,
    };
    parts
        .into_iter()
        .filter_map(|part| {
            let some: Vec<&PenaltyKick> = kicks.iter().filter(|kick| belongs(kick, part)).collect();
            part_row(model, part, &some, whose, &mut Vec::new())
        })
        .collect()
}

/// Rows for each opponent met, in the order first met.
fn against(
    model: &Model,
    kicks: &[PenaltyKick],
    whose: Whose,
    opponent: impl Fn(&PenaltyKick) -> Option<PersonId>,
) -> Vec<PartRow> {
    let mut people: Vec<PersonId> = Vec::new();
    for person in kicks.iter().filter_map(&opponent) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let of = |person: PersonId| kicks.iter().filter(|kick| opponent(kick) == Some(person)).collect::<Vec<_>>();
    let mut known = Vec::new();
    people
        .into_iter()
        .filter_map(|person| part_row(model, Part::Against(person), &of(person), whose, &mut known))
        .collect()
}

/// The league match in which players are compared.
const LEAGUE: Situation = Situation::new(Phase::Play, crate::kick::Level::League);

/// The dossier of a taker, from kicks of a record, others' among them or not.
#[must_use]
pub fn taker_dossier(model: &Model, kicks: &[PenaltyKick], taker: PersonId) -> TakerDossier {
    let kicks: Vec<PenaltyKick> = kicks.iter().filter(|kick| kick.taker == Some(taker)).cloned().collect();
    let in_order: Vec<&PenaltyKick> = kicks.iter().filter(|kick| kick.date.is_some()).collect();
    let mut rows = parts(model, &kicks, Whose::Taker);
    for (part, scored) in [(Part::AfterGoal, true), (Part::AfterMiss, false)] {
        let after: Vec<&PenaltyKick> =
            in_order.windows(2).filter(|pair| pair[0].scored() == scored).map(|pair| pair[1]).collect();
        rows.extend(part_row(model, part, &after, Whose::Taker, &mut Vec::new()));
    }
    rows.extend(against(model, &kicks, Whose::Taker, |kick| kick.keeper));
    let aims: Vec<Option<Aim>> = in_order.iter().map(|kick| kick.aim()).collect();
    let known: Vec<(Aim, Aim)> = aims.windows(2).filter_map(|pair| pair[0].zip(pair[1])).collect();
    let natural: Vec<bool> = aims.iter().flatten().map(|aim| *aim == Aim::Natural).collect();
    let attempts: Vec<Attempt> = kicks.iter().filter_map(Attempt::of).collect();
    TakerDossier {
        foot: foot_of(kicks.iter()),
        above_average: (!attempts.is_empty())
            .then(|| model.chance(&LEAGUE, &Evidence { taker: attempts, ..Evidence::default() }).taker_above),
        parts: rows,
        repeats: [known.iter().filter(|(one, two)| one == two).count() as u32, known.len() as u32],
        misses: misses(&kicks),
        equal_success: equal_success(&by_aim(&kicks)),
        independence: independence(&natural),
        zones: ZoneMap::of(model, &kicks),
        kicks,
    }
}

/// The dossier of a keeper, from kicks of a record, others' among them or not.
#[must_use]
pub fn keeper_dossier(model: &Model, kicks: &[PenaltyKick], keeper: PersonId) -> KeeperDossier {
    let kicks: Vec<PenaltyKick> = kicks.iter().filter(|kick| kick.keeper == Some(keeper)).cloned().collect();
    let mut rows = parts(model, &kicks, Whose::Keeper);
    rows.extend(against(model, &kicks, Whose::Keeper, |kick| kick.taker));
    let counted = || kicks.iter().filter(|kick| !kick.retaken);
    let moves: Vec<bool> = counted().filter_map(|kick| Some(kick.side? == kick.keeper_move?)).collect();
    let attempts: Vec<Attempt> = kicks.iter().filter_map(Attempt::of).collect();
    KeeperDossier {
        above_average: (!attempts.is_empty())
            .then(|| model.chance(&LEAGUE, &Evidence { keeper: attempts, ..Evidence::default() }).keeper_above),
        parts: rows,
        cells: Cells::of_kicks(&kicks),
        right_way: [moves.iter().filter(|right| **right).count() as u32, moves.len() as u32],
        saved: [
            counted().filter(|kick| kick.outcome == PenaltyOutcome::Saved).count() as u32,
            counted().count() as u32,
        ],
        fallacy: gamblers_fallacy(&kicks),
        zones: ZoneMap::of(model, &kicks),
        kicks,
    }
}

fn misses(kicks: &[PenaltyKick]) -> Vec<(PenaltyOutcome, u32)> {
    let count = |outcome| kicks.iter().filter(|kick| kick.outcome == outcome && !kick.retaken).count() as u32;
    [PenaltyOutcome::Saved, PenaltyOutcome::OffTarget, PenaltyOutcome::Woodwork, PenaltyOutcome::Missed]
        .into_iter()
        .map(|outcome| (outcome, count(outcome)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kick::{kicks_about, kicks_of};
    use byline_record::builtin;
    use byline_record::names::find::{Context, Names};

    /// By the evening of 10 December 2022 Kane had taken penalties at two World Cups and missed the last.
    #[test]
    fn kane_and_lloris_on_one_page() {
        let record = builtin::record().unwrap();
        let names = Names::new(&record);
        let person = |name: &str| names.person(name, &Context::default()).unwrap().id;
        let (kane, lloris) = (person("Harry Kane"), person("Hugo Lloris"));
        let kicks = kicks_about(&record.as_of(jiff::civil::date(2022, 12, 10)), kane, Some(lloris));
        let model = Model::shipped();
        let dossier = taker_dossier(&model, &kicks, kane);
        let row = |part: Part| dossier.parts.iter().find(|row| row.part == part).unwrap();
        assert_eq!(row(Part::All).rate.kicks as usize, dossier.kicks.iter().filter(|kick| !kick.retaken).count());
        assert_eq!((row(Part::Against(lloris)).rate.kicks, row(Part::Against(lloris)).rate.goals), (2, 1));
        assert!(row(Part::Phase(Phase::ShootOut)).rate.kicks >= 2);
        assert!(row(Part::Behind).rate.kicks >= 2);
        assert!(row(Part::All).rate.chance.low > 0.6 && row(Part::All).rate.chance.high < 0.95);
        assert!(dossier.misses.contains(&(PenaltyOutcome::OffTarget, 1)));
        assert!(!dossier.equal_success.tells());
        let keeper = keeper_dossier(&model, &kicks, lloris);
        assert_eq!(keeper.saved[1] as usize, keeper.kicks.iter().filter(|kick| !kick.retaken).count());
        assert!(keeper.above_average.is_some_and(|above| !above.excludes(0.0)));
        // The same from all kicks.
        let all = kicks_of(&record.as_of(jiff::civil::date(2022, 12, 10)));
        assert_eq!(taker_dossier(&model, &all, kane).parts, dossier.parts);
    }

    #[test]
    fn of_nothing_there_is_nothing() {
        let record = builtin::record().unwrap();
        let nobody = record.people()[0].id;
        let dossier = taker_dossier(&Model::shipped(), &[], nobody);
        assert!(dossier.parts.is_empty() && dossier.above_average.is_none());
        assert!((dossier.equal_success.p_value - 1.0).abs() < 1e-12);
        assert!(keeper_dossier(&Model::shipped(), &[], nobody).parts.is_empty());
    }
}
