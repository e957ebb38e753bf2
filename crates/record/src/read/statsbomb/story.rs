//! The story of a match, told event by event.

use std::collections::HashMap;

use serde::de::Error;

use super::events::{Event, Foul, Kind, Tactics};
use super::kick::{Dive, outcome, placement};
use super::{SOURCE, team_names};
use crate::claim::{Claims, CoverageClaim, MatchClaim, Name, Skipped, event};
use crate::read::json::{Text, wrong};
use crate::{
    Card, Clock, EventKind, Extent, Goals, Kick, Penalty, PenaltyOutcome, Score, ShootOut, Side, Sources, Status,
    Table, TeamSheet,
};

/// The period in which the files put a shoot-out.
const SHOOT_OUT: u8 = 5;

/// A match as far as it has been told.
#[derive(Default)]
pub(super) struct Story<'a> {
    home: Option<Text<'a>>,
    away: Option<Text<'a>>,
    told: MatchClaim,
    /// Who is in goal.
    keepers: [Option<Name>; 2],
    /// Goals of each period of play.
    goals: [Goals; 4],
    /// Periods of which something was told.
    played: [Option<Ended>; 5],
    /// A penalty given to a side and not yet taken.
    awarded: [Option<Clock>; 2],
    /// Moment of the last own goal, which the files give once for each team.
    own_goal: Option<(u8, u16, Side)>,
    /// Penalties and kicks by the identifier of the shot, to be completed with what the keeper did.
    penalties: Vec<(Text<'a>, Taken)>,
    /// What keepers did, by the identifier of each related event.
    faced: HashMap<Text<'a>, usize>,
    dives: Vec<(Option<Name>, Dive)>,
}

/// Whether the end of a period was told.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Ended(bool);

/// Where a penalty taken is kept.
#[derive(Clone, Copy)]
enum Taken {
    InPlay(usize),
    Kick(usize),
}

/// One of a pair kept for the two sides.
fn of<T>([home, away]: &mut [T; 2], side: Side) -> &mut T {
    match side {
        Side::Home => home,
        Side::Away => away,
    }
}

impl<'a> Story<'a> {
    /// Goes on with the next event of the file.
    pub(super) fn tell<E: Error>(&mut self, told: Event<'a>) -> Result<(), E> {
        if !(1..=SHOOT_OUT).contains(&told.period) {
            return Err(wrong(&format_args!("period {}", told.period), "periods 1 to 5"));
        }
        if let Some(played) = self.played.get_mut(usize::from(told.period) - 1) {
            played.get_or_insert(Ended(false)).0 |= told.kind == Kind::HalfEnd;
        }
        if told.kind == Kind::StartingEleven {
            return self.starting_eleven(told);
        }
        let side = self.side(&told.team)?;
        let clock = clock(told.period, told.minute);
        match told.kind {
            Kind::StartingEleven | Kind::HalfEnd | Kind::Other => {}
            Kind::TacticalShift => {
                let keeper = told.tactics.as_ref().and_then(|tactics| keeper_of(tactics).and_then(Text::owned));
                self.keeper(side, keeper, clock);
            }
            Kind::Shot => self.shot(told, side, clock)?,
            Kind::GoalKeeper => self.goalkeeper(told, side, clock),
            Kind::OwnGoalAgainst => self.own_goal(&told, side.other(), clock),
            Kind::OwnGoalFor => self.own_goal(&told, side, clock),
            Kind::Substitution => {
                let off = told.player.as_ref().and_then(Text::owned);
                let on = told.substitution.as_ref().and_then(|change| change.replacement.name.owned());
                if off.is_some() && off == *of(&mut self.keepers, side) {
                    self.keeper(side, on.clone(), clock);
                }
                self.told.events.push(event(clock, side, EventKind::Substitution { on }, off));
            }
            Kind::FoulWon => self.foul(&told, side, side, clock)?,
            Kind::FoulCommitted => self.foul(&told, side, side.other(), clock)?,
            Kind::BadBehaviour => self.card(&told, side, clock)?,
        }
        Ok(())
    }

    fn starting_eleven<E: Error>(&mut self, told: Event<'a>) -> Result<(), E> {
        let side = match (&self.home, &self.away) {
            _ if told.team.get().is_empty() => return Err(wrong(&"a starting eleven of no team", "its team")),
            (None, _) => Side::Home,
            (Some(home), None) if *home != told.team => Side::Away,
            _ => {
                let found = format_args!("one more starting eleven, of `{}`", told.team.get()).to_string();
                return Err(wrong(&found, "one eleven for each of two teams"));
            }
        };
        let Some(tactics) = told.tactics else { return Err(wrong(&"a starting eleven without players", "`tactics`")) };
        let keeper = keeper_of(&tactics).and_then(Text::owned);
        let mut starters: Vec<_> = tactics.lineup.iter().filter_map(|place| place.player.name.owned()).collect();
        if let Some(at) = starters.iter().position(|name| Some(name) == keeper.as_ref())
            && let Some(to_front) = starters.get_mut(..=at)
        {
            to_front.rotate_right(1);
        }
        *of(&mut self.told.sheets, side) = TeamSheet { starters, ..TeamSheet::default() };
        self.keeper(side, keeper, None);
        match side {
            Side::Home => self.home = Some(told.team),
            Side::Away => self.away = Some(told.team),
        }
        Ok(())
    }

    /// The side of a team, known once both elevens are.
    fn side<E: Error>(&self, team: &Text<'a>) -> Result<Side, E> {
        let (Some(home), Some(away)) = (&self.home, &self.away) else {
            return Err(wrong(&"an event before the line-ups", "`Starting XI` of both teams first"));
        };
        if team == home {
            Ok(Side::Home)
        } else if team == away {
            Ok(Side::Away)
        } else {
            let found = format_args!("an event of `{}`", team.get()).to_string();
            Err(wrong(&found, &format!("`{}` or `{}`", home.get(), away.get())))
        }
    }

    /// Notes who is in goal from `since` on.
    fn keeper(&mut self, side: Side, keeper: Option<Name>, since: Option<Clock>) {
        let before = of(&mut self.keepers, side);
        if let Some(keeper) = keeper
            && before.as_ref() != Some(&keeper)
        {
            *before = Some(keeper.clone());
            of(&mut self.told.sheets, side).keepers.push((keeper, since));
        }
    }

    fn goal(&mut self, period: u8, side: Side) {
        if let Some(goals) = self.goals.get_mut(usize::from(period) - 1) {
            *goals = goals.plus_one(side);
        }
    }

    fn shot<E: Error>(&mut self, told: Event<'a>, side: Side, clock: Option<Clock>) -> Result<(), E> {
        let Some(shot) = &told.shot else { return Err(wrong(&"a shot without its particulars", "`shot`")) };
        let scored = shot.outcome.name.get() == "Goal";
        let taker = told.player.as_ref().and_then(Text::owned);
        if shot.kind.name.get() != "Penalty" {
            // A shoot-out has nothing but penalties.
            if scored && told.period != SHOOT_OUT {
                self.goal(told.period, side);
                self.told.events.push(event(clock, side, EventKind::Goal, taker));
            }
            return Ok(());
        }
        let outcome = outcome(shot.outcome.name.get());
        let placement = placement(shot);
        let keeper = of(&mut self.keepers, side.other()).clone();
        let taken = if told.period == SHOOT_OUT {
            self.told.kicks.push(Kick { side, taker, keeper, outcome, placement, sources: Sources::NONE });
            Taken::Kick(self.told.kicks.len() - 1)
        } else {
            let awarded = of(&mut self.awarded, side)
                .take()
                .filter(|&given| clock.is_some_and(|taken| given < taken && given.period() == taken.period()));
            let penalty = Penalty { keeper, awarded, placement, ..Penalty::of(outcome) };
            if scored {
                self.goal(told.period, side);
            }
            self.told.events.push(event(clock, side, EventKind::Penalty(penalty), taker));
            Taken::InPlay(self.told.events.len() - 1)
        };
        self.penalties.push((told.id, taken));
        Ok(())
    }

    fn goalkeeper(&mut self, told: Event<'a>, side: Side, clock: Option<Clock>) {
        let keeper = told.player.as_ref().and_then(Text::owned);
        if told.position.get() == "Goalkeeper" {
            self.keeper(side, keeper.clone(), clock);
        }
        let Some(goalkeeper) = &told.goalkeeper else { return };
        self.dives.push((keeper, Dive::of(goalkeeper)));
        for related in told.related {
            self.faced.insert(related, self.dives.len() - 1);
        }
    }

    fn own_goal(&mut self, told: &Event<'a>, side: Side, clock: Option<Clock>) {
        let moment = (told.period, told.minute, side);
        let player = told.player.as_ref().and_then(Text::owned).filter(|_| told.kind == Kind::OwnGoalAgainst);
        if self.own_goal.take_if(|last| *last == moment).is_some() {
            let own_goal = self.told.events.iter_mut().rev().find(|event| event.kind == EventKind::OwnGoal);
            if let Some(event) = own_goal
                && event.player.is_none()
            {
                event.player = player;
            }
            return;
        }
        self.own_goal = Some(moment);
        self.goal(told.period, side);
        self.told.events.push(event(clock, side, EventKind::OwnGoal, player));
    }

    fn foul<E: Error>(&mut self, told: &Event<'a>, side: Side, fouled: Side, clock: Option<Clock>) -> Result<(), E> {
        if told.foul.as_ref().is_some_and(|foul| foul.penalty) {
            *of(&mut self.awarded, fouled) = clock;
        }
        self.card(told, side, clock)
    }

    fn card<E: Error>(&mut self, told: &Event<'a>, side: Side, clock: Option<Clock>) -> Result<(), E> {
        let Some(Foul { card: Some(card), .. }) = &told.foul else { return Ok(()) };
        let card = match card.name.get() {
            "Yellow Card" => Card::Yellow,
            "Second Yellow" => Card::SecondYellow,
            "Red Card" => Card::Red,
            other => {
                let found = format!("a card `{other}`");
                return Err(wrong(&found, "`Yellow Card`, `Second Yellow` or `Red Card`"));
            }
        };
        let player = told.player.as_ref().and_then(Text::owned);
        let kind = EventKind::Card { card, bench: player.is_none() };
        self.told.events.push(event(clock, side, kind, player));
        Ok(())
    }

    /// Closes the story: the keepers' part in penalties, scores, coverage.
    pub(super) fn into_claims<E: Error>(mut self, rows: usize) -> Result<Claims, E> {
        let (Some(home), Some(away)) = (self.home.take(), self.away.take()) else {
            return Err(wrong(&"the file ends without the line-ups", "`Starting XI` of both teams"));
        };
        self.complete_penalties();
        let mut skipped = Vec::new();
        let mut told = self.told;
        (told.home, told.away, told.sex) = team_names(home.get(), away.get());
        told.line = 1;
        told.score = score(&self.goals, self.played);
        if told.score.end.is_some() {
            told.status = Some(Status::Played);
        }
        if let Some(first) = told.kicks.first() {
            let scored = told.kicks.iter().filter(|kick| kick.outcome == PenaltyOutcome::Scored);
            let score = scored.fold(Goals::default(), |goals, kick| goals.plus_one(kick.side));
            match score.leader() {
                Some(winner) => {
                    told.score.shoot_out = Some(ShootOut { score: Some(score), winner, first: Some(first.side) });
                }
                None => skipped.push(Skipped {
                    line: 1,
                    reason: format!("the kicks of the shoot-out end level at {score}: no winner is taken from them")
                        .into(),
                }),
            }
        }
        Ok(Claims {
            source: SOURCE.into(),
            matches: vec![told],
            coverage: coverage(),
            skipped,
            rows,
            ..Claims::default()
        })
    }

    fn complete_penalties(&mut self) {
        for (id, taken) in &self.penalties {
            let Some((named, dive)) = self.faced.get(id).and_then(|&at| self.dives.get(at)) else { continue };
            let (keeper, outcome, placement) = match *taken {
                Taken::Kick(at) => match self.told.kicks.get_mut(at) {
                    Some(kick) => (&mut kick.keeper, kick.outcome, &mut kick.placement),
                    None => continue,
                },
                Taken::InPlay(at) => match self.told.events.get_mut(at).map(|event| &mut event.kind) {
                    Some(EventKind::Penalty(kick)) => (&mut kick.keeper, kick.outcome, &mut kick.placement),
                    _ => continue,
                },
            };
            if let Some(named) = named {
                *keeper = Some(named.clone());
            }
            let across = placement.and_then(|placement| placement.across_cm);
            if let Some(direction) = dive.direction(outcome, across) {
                placement.get_or_insert_default().keeper_move = Some(direction);
            }
        }
    }
}

/// The keeper of a line-up.
fn keeper_of<'t, 'a>(tactics: &'t Tactics<'a>) -> Option<&'t Text<'a>> {
    tactics.lineup.iter().find(|place| place.position.name.get() == "Goalkeeper").map(|place| &place.player.name)
}

/// The printed minute of a running clock: the files count whole minutes gone, and run on beyond the end of a period.
pub(super) fn clock(period: u8, minutes_gone: u16) -> Option<Clock> {
    let (start, last) = match period {
        1 => (0, 45),
        2 => (45, 90),
        3 => (90, 105),
        4 => (105, 120),
        // A shoot-out has no clock; what is not a kick happened after the last minute of play.
        _ => return Clock::new(120).ok(),
    };
    let minute = minutes_gone.checked_add(1).filter(|&minute| minute > start)?;
    let added = u8::try_from(minute.saturating_sub(last)).ok()?;
    Clock::with_added(u8::try_from(minute.min(last)).ok()?, added).ok()
}

/// The score after each period that is known to be over: it ended, or a later one was played.
fn score(goals: &[Goals; 4], played: [Option<Ended>; 5]) -> Score {
    let sum = |goals: Goals, more: &Goals| {
        Goals::new(goals.home.saturating_add(more.home), goals.away.saturating_add(more.away))
    };
    let after = |period: usize| {
        let over =
            played.iter().skip(period).any(Option::is_some) || played.get(period - 1) == Some(&Some(Ended(true)));
        over.then(|| goals.iter().take(period).fold(Goals::default(), sum))
    };
    let [_, _, third, fourth, _] = played;
    let (half_time, full_time) = (after(1), after(2));
    // A shoot-out may follow the ninety minutes at once, and a goal may end extra time at its interval.
    let (extra_time, end) = match (third, fourth) {
        (None, None) => (None, full_time),
        (_, Some(_)) => (after(4), after(4)),
        (Some(_), None) => (after(3), after(3)),
    };
    Score { half_time, full_time, extra_time, end, ..Score::default() }
}

/// A file is one match of its edition, so no table of the edition is more than partly there.
fn coverage() -> Vec<CoverageClaim> {
    let partial = |&table: &Table| CoverageClaim { competition: None, edition: None, table, extent: Extent::Partial };
    [
        Table::Results,
        Table::HalfTimes,
        Table::Goals,
        Table::MissedPenalties,
        Table::Cautions,
        Table::Dismissals,
        Table::Substitutions,
        Table::ShootOuts,
        Table::ShootOutKicks,
        Table::Keepers,
        Table::LineUps,
    ]
    .iter()
    .map(partial)
    .collect()
}
