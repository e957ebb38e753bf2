//! The kicks of a record: penalties in play and kicks of shoot-outs in one form, oldest first. Kicks of matches no source
//! dates are among them, as of the day by which they had been taken.

use byline_record::{
    Clock, CompetitionClass, Direction, EditionId, Event, EventKind, Foot, Goals, Kick, LooseMatch, Match, MatchId,
    Penalty, PenaltyOutcome, Period, PersonId, Placement, Record, Side, Sources, TeamId, View,
};
use jiff::civil::Date;

use crate::shoot_out::{Order, State};
use crate::side::{Aim, Dive, Placed, side_of};

/// What sort of competition a kick was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A championship of the world or of a continent.
    Finals,
    /// Another international.
    International,
    /// A competition of a continent's clubs.
    Continental,
    /// A league.
    League,
    /// A domestic cup.
    Cup,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 5] = [Self::Finals, Self::International, Self::Continental, Self::League, Self::Cup];

    /// Of a class of competitions.
    #[must_use]
    pub const fn of(class: CompetitionClass) -> Self {
        match class {
            CompetitionClass::Finals => Self::Finals,
            CompetitionClass::Qualifier
            | CompetitionClass::NationsLeague
            | CompetitionClass::Regional
            | CompetitionClass::Friendly
            | CompetitionClass::Minor => Self::International,
            CompetitionClass::Continental => Self::Continental,
            CompetitionClass::League => Self::League,
            CompetitionClass::Cup => Self::Cup,
        }
    }

    /// The word printed and of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Finals => "finals",
            Self::International => "international",
            Self::Continental => "continental",
            Self::League => "league",
            Self::Cup => "cup",
        }
    }
}

/// What of a match a kick belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// The ninety minutes.
    Play,
    /// Extra time.
    ExtraTime,
    /// The shoot-out.
    ShootOut,
}

impl Phase {
    /// Every phase.
    pub const ALL: [Self; 3] = [Self::Play, Self::ExtraTime, Self::ShootOut];

    /// The words printed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Play => "in play",
            Self::ExtraTime => "extra time",
            Self::ShootOut => "shoot-out",
        }
    }

    /// The word of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Play => "play",
            Self::ExtraTime => "extra_time",
            Self::ShootOut => "shoot_out",
        }
    }
}

/// Where in a shoot-out a kick was taken. Only where the order of kicks is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its number among all kicks, from 1.
    pub number: u16,
    /// The round, from 1: the number among the side's own kicks.
    pub round: u16,
    /// Whether his side kicked first.
    pub first: bool,
    /// Kicks scored before, his side's first.
    pub score: [u16; 2],
    /// Whether missing lost at once.
    pub must_score: bool,
    /// Whether scoring won at once.
    pub can_win: bool,
}

/// One kick.
#[derive(Clone, Debug, PartialEq)]
pub struct PenaltyKick {
    /// Match it was taken in; `None` for one no source dates.
    pub match_id: Option<MatchId>,
    /// Which match of [`kicks_of`]'s it was, dated or not: kicks of one match have the same number.
    pub fixture: u32,
    /// Local date of the match, where known.
    pub date: Option<Date>,
    /// A day by which it had been taken: the date, or the end of the season.
    pub known_by: Date,
    /// Edition of the match, where it is one of the record.
    pub edition: Option<EditionId>,
    /// Name of the competition; empty where no source says.
    pub competition: Box<str>,
    /// Label of the edition or season; empty where no source says.
    pub season: Box<str>,
    /// What sort of competition.
    pub level: Level,
    /// The taker's side, where known.
    pub team: Option<TeamId>,
    /// The keeper's side, where known.
    pub against: Option<TeamId>,
    /// Who took it, where known.
    pub taker: Option<PersonId>,
    /// Who was in goal, where known.
    pub keeper: Option<PersonId>,
    /// Play, extra time or shoot-out.
    pub phase: Phase,
    /// Minute, of a kick in play where known.
    pub clock: Option<Clock>,
    /// Goals before a kick in play, the taker's side's first; where the goals before it are known.
    pub score: Option<[u8; 2]>,
    /// Where in the shoot-out.
    pub turn: Option<Turn>,
    /// How it ended.
    pub outcome: PenaltyOutcome,
    /// Whether it did not count and was taken again.
    pub retaken: bool,
    /// Kicking foot, where known.
    pub foot: Option<Foot>,
    /// Side of the goal as the taker saw it, where known.
    pub side: Option<Direction>,
    /// Where it crossed the line, where known.
    pub placed: Option<Placed>,
    /// What the keeper did, as the taker saw it, where known.
    pub keeper_move: Option<Direction>,
    /// Who says so.
    pub sources: Sources,
}

impl PenaltyKick {
    /// Whether it was scored.
    #[must_use]
    pub fn scored(&self) -> bool {
        self.outcome == PenaltyOutcome::Scored
    }

    /// The side by the taker's natural side, where side and foot are known.
    #[must_use]
    pub fn aim(&self) -> Option<Aim> {
        Some(Aim::of(self.side?, self.foot?))
    }

    /// The keeper's move by the taker's natural side, where it and the foot are known.
    #[must_use]
    pub fn dive(&self) -> Option<Dive> {
        Some(Dive::of(self.keeper_move?, self.foot?))
    }
}

/// Every kick known in a view, oldest first, each once.
#[must_use]
pub fn kicks_of(view: &View<'_>) -> Vec<PenaltyKick> {
    kicks_where(view, |_, _| true)
}

/// The kicks a person took, oldest first.
#[must_use]
pub fn kicks_taken_by(view: &View<'_>, taker: PersonId) -> Vec<PenaltyKick> {
    kicks_where(view, |kick_taker, _| kick_taker == Some(taker))
}

/// The kicks a person faced in goal, oldest first.
#[must_use]
pub fn kicks_faced_by(view: &View<'_>, keeper: PersonId) -> Vec<PenaltyKick> {
    kicks_where(view, |_, kick_keeper| kick_keeper == Some(keeper))
}

/// The kicks a taker took and those a keeper faced, oldest first, each once: what a duel rests on.
#[must_use]
pub fn kicks_about(view: &View<'_>, taker: PersonId, keeper: Option<PersonId>) -> Vec<PenaltyKick> {
    kicks_where(view, |kick_taker, kick_keeper| {
        kick_taker == Some(taker) || (keeper.is_some() && kick_keeper == keeper)
    })
}

/// A match with kicks, dated or not.
struct Occasion<'r> {
    match_id: Option<MatchId>,
    date: Option<Date>,
    known_by: Date,
    edition: Option<EditionId>,
    competition: &'r str,
    season: &'r str,
    class: Option<CompetitionClass>,
    teams: [Option<TeamId>; 2],
    events: &'r [Event],
    kicks: &'r [Kick],
    kicks_in_order: bool,
    entry: Option<&'r Match>,
    /// Whether every goal is among the events.
    every_goal: bool,
}

/// Kicks of certain takers and keepers.
fn kicks_where(view: &View<'_>, wanted: impl Fn(Option<PersonId>, Option<PersonId>) -> bool) -> Vec<PenaltyKick> {
    let record = view.record();
    let dated = view.matches().map(|entry| Occasion::of_match(record, entry));
    let loose = view.loose_matches().map(Occasion::of_loose);
    let mut kicks = Vec::new();
    for (fixture, occasion) in (0..).zip(dated.chain(loose)) {
        let any = occasion.events.iter().any(|event| {
            matches!(&event.kind, EventKind::Penalty(penalty) if wanted(event.player, occasion.keeper_of(event, penalty)))
        }) || occasion.kicks.iter().any(|kick| wanted(kick.taker, occasion.keeper_in_shoot_out(kick)));
        if any {
            kicks.extend(occasion.kicks(fixture).into_iter().filter(|kick| wanted(kick.taker, kick.keeper)));
        }
    }
    // A kick of no known day may have been taken any time before its last.
    kicks.sort_by_key(|kick| (kick.known_by, kick.date.is_none()));
    kicks
}

impl<'r> Occasion<'r> {
    fn of_match(record: &'r Record, entry: &'r Match) -> Self {
        let edition = record.edition(entry.edition);
        let competition = record.competition(edition.competition);
        let counted = || u16::try_from(entry.goals().count()).unwrap_or(u16::MAX);
        Self {
            match_id: Some(entry.id),
            date: Some(entry.date),
            known_by: entry.date,
            edition: Some(entry.edition),
            competition: &competition.name,
            season: &edition.label,
            class: Some(competition.class),
            teams: [Some(entry.home), Some(entry.away)],
            events: &entry.events,
            kicks: &entry.kicks,
            kicks_in_order: entry.kicks_in_order,
            entry: Some(entry),
            every_goal: entry.score.end.is_some_and(|end| end.total() == counted()),
        }
    }

    fn of_loose(entry: &'r LooseMatch) -> Self {
        Self {
            match_id: None,
            date: None,
            known_by: entry.known_by,
            edition: None,
            competition: &entry.competition,
            season: &entry.season,
            class: entry.class,
            teams: [entry.team(Side::Home), entry.team(Side::Away)],
            events: &entry.penalties,
            kicks: &entry.kicks,
            kicks_in_order: entry.kicks_in_order,
            entry: None,
            every_goal: false,
        }
    }

    fn keeper_of(&self, event: &Event, penalty: &Penalty) -> Option<PersonId> {
        penalty.keeper.or_else(|| self.entry?.keeper_at(event.side.other(), event.clock))
    }

    fn keeper_in_shoot_out(&self, kick: &Kick) -> Option<PersonId> {
        kick.keeper.or_else(|| self.entry?.keeper_at(kick.side.other(), None))
    }

    fn team(&self, side: Side) -> Option<TeamId> {
        self.teams[usize::from(side == Side::Away)]
    }

    /// What of a kick does not depend on its phase.
    fn form(&self, fixture: u32, side: Side, phase: Phase, placement: Option<&Placement>) -> PenaltyKick {
        PenaltyKick {
            match_id: self.match_id,
            fixture,
            date: self.date,
            known_by: self.known_by,
            edition: self.edition,
            competition: self.competition.into(),
            season: self.season.into(),
            // Lists that do not name the competition are of leagues, but for shoot-outs.
            level: self.class.map_or(if phase == Phase::ShootOut { Level::Cup } else { Level::League }, Level::of),
            team: self.team(side),
            against: self.team(side.other()),
            taker: None,
            keeper: None,
            phase,
            clock: None,
            score: None,
            turn: None,
            outcome: PenaltyOutcome::Missed,
            retaken: false,
            foot: placement.and_then(|placement| placement.foot),
            side: placement.and_then(side_of),
            placed: placement.and_then(|placement| {
                Some(Placed { across_cm: placement.across_cm?, height_cm: placement.height_cm? })
            }),
            keeper_move: placement.and_then(|placement| placement.keeper_move),
            sources: Sources::default(),
        }
    }

    /// The kicks, in play and then in the shoot-out.
    fn kicks(&self, fixture: u32) -> Vec<PenaltyKick> {
        let mut kicks = Vec::new();
        let mut goals = Goals::default();
        for event in self.events {
            if let EventKind::Penalty(penalty) = &event.kind {
                let derived = (self.every_goal && event.clock.is_some()).then_some(goals);
                let seen = penalty.score_before.or(derived).map(|score| score.seen_from(event.side));
                let extra = event.clock.is_some_and(|clock| clock.period() >= Period::ExtraTimeFirstHalf);
                let phase = if extra { Phase::ExtraTime } else { Phase::Play };
                kicks.push(PenaltyKick {
                    taker: event.player,
                    keeper: self.keeper_of(event, penalty),
                    clock: event.clock,
                    score: seen.map(|score| [score.home, score.away]),
                    outcome: penalty.outcome,
                    retaken: penalty.retaken,
                    sources: event.sources,
                    ..self.form(fixture, event.side, phase, penalty.placement.as_ref())
                });
            }
            if event.kind.is_goal() {
                goals = goals.plus_one(event.side);
            }
        }
        let turns = if self.kicks_in_order { turns(self.kicks) } else { Vec::new() };
        for (place, kick) in self.kicks.iter().enumerate() {
            kicks.push(PenaltyKick {
                taker: kick.taker,
                keeper: self.keeper_in_shoot_out(kick),
                turn: turns.get(place).copied(),
                outcome: kick.outcome,
                sources: kick.sources,
                ..self.form(fixture, kick.side, Phase::ShootOut, kick.placement.as_ref())
            });
        }
        kicks
    }
}

/// Where in the shoot-out each kick was; nothing if the sides did not take turns.
fn turns(kicks: &[Kick]) -> Vec<Turn> {
    let Some(first) = kicks.first().map(|kick| kick.side) else { return Vec::new() };
    [Order::Abab, Order::Abba]
        .into_iter()
        .find_map(|order| {
            let mut state = State::START;
            let mut turns = Vec::with_capacity(kicks.len());
            for (number, kick) in (1..).zip(kicks) {
                let side = usize::from(kick.side != first);
                if state.next() != side || state.winner().is_some() {
                    return None;
                }
                let about = state.kick();
                turns.push(Turn {
                    number,
                    round: about.number + 1,
                    first: side == 0,
                    score: [state.scored[side], state.scored[1 - side]],
                    must_score: about.must_score,
                    can_win: about.can_win,
                });
                state = state.after(order, kick.outcome == PenaltyOutcome::Scored);
            }
            Some(turns)
        })
        .unwrap_or_default()
}

/// A kick of which next to nothing is known, for tests to begin from.
#[cfg(test)]
pub(crate) fn example() -> PenaltyKick {
    PenaltyKick {
        match_id: None,
        fixture: 0,
        date: None,
        known_by: Date::ZERO,
        edition: None,
        competition: "".into(),
        season: "".into(),
        level: Level::League,
        team: None,
        against: None,
        taker: None,
        keeper: None,
        phase: Phase::Play,
        clock: None,
        score: None,
        turn: None,
        outcome: PenaltyOutcome::Scored,
        retaken: false,
        foot: None,
        side: None,
        placed: None,
        keeper_move: None,
        sources: Sources::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use byline_record::builtin;
    use byline_record::names::find::{Context, Names};

    fn person(record: &Record, name: &str) -> PersonId {
        Names::new(record).person(name, &Context::default()).unwrap().id
    }

    /// Quarter-final of 2022: Kane scored at 54 with England behind and put the second over at 84.
    #[test]
    fn the_evening() {
        let record = builtin::record().unwrap();
        let day = jiff::civil::date(2022, 12, 10);
        let kane = kicks_taken_by(&record.as_of(day), person(&record, "Harry Kane"));
        let last: Vec<_> = kane.iter().rev().take(2).collect();
        assert!(
            last.iter().all(|kick| kick.date == Some(day) && kick.level == Level::Finals && kick.phase == Phase::Play)
        );
        assert_eq!(last[0].clock.map(|clock| clock.minute()), Some(84));
        assert_eq!((last[0].outcome, last[0].score), (PenaltyOutcome::OffTarget, Some([1, 2])));
        assert_eq!((last[1].outcome, last[1].score), (PenaltyOutcome::Scored, Some([0, 1])));
        assert_eq!(last[0].keeper, Some(person(&record, "Hugo Lloris")));
        assert_eq!(
            kicks_taken_by(&record.as_of(day.yesterday().unwrap()), person(&record, "Harry Kane")).len(),
            kane.len() - 2
        );
    }

    #[test]
    fn kicks_come_oldest_first_and_agree_with_the_scores() {
        let record = builtin::record().unwrap();
        let kicks = kicks_of(&record.latest());
        assert!(kicks.windows(2).all(|pair| pair[0].known_by <= pair[1].known_by));
        assert!(kicks.len() > 700, "{}", kicks.len());
        let of_shoot_outs: Vec<_> = kicks.iter().filter(|kick| kick.phase == Phase::ShootOut).collect();
        assert!(of_shoot_outs.len() > 400, "{}", of_shoot_outs.len());
        // Flags of deciding kicks: at most one side is in danger, and a first kick never is.
        for kick in &of_shoot_outs {
            if let Some(turn) = kick.turn {
                assert!(turn.number > 3 || !(turn.must_score || turn.can_win), "{kick:?}");
                assert_eq!(turn.round, turn.number.div_ceil(2));
            }
        }
        assert!(of_shoot_outs.iter().filter(|kick| kick.turn.is_some_and(|turn| turn.can_win)).count() > 20);
        // Both ways of asking give the same kicks.
        let lloris = person(&record, "Hugo Lloris");
        let faced: Vec<_> = kicks.iter().filter(|kick| kick.keeper == Some(lloris)).cloned().collect();
        assert_eq!(faced, kicks_faced_by(&record.latest(), lloris));
        assert!(faced.len() >= 6, "{}", faced.len());
    }
}
