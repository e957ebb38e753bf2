//! The kicks of a record: penalties in play and kicks of shoot-outs in one form, oldest first.

use byline_record::{
    Clock, CompetitionClass, CompetitionId, Direction, EditionId, EventKind, Foot, Goals, Kick, Match, MatchId,
    PenaltyOutcome, Period, PersonId, Placement, Record, Side, Sources, Table, TeamId, View,
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
    /// Match it was taken in.
    pub match_id: MatchId,
    /// Local date of the match.
    pub date: Date,
    /// Edition of the match.
    pub edition: EditionId,
    /// Competition of the edition.
    pub competition: CompetitionId,
    /// What sort of competition.
    pub level: Level,
    /// The taker's side.
    pub team: TeamId,
    /// The keeper's side.
    pub against: TeamId,
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
    view.matches().flat_map(|entry| of_match(view.record(), entry)).collect()
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

/// Kicks of certain takers and keepers. Matches without one are not looked at further.
fn kicks_where(view: &View<'_>, wanted: impl Fn(Option<PersonId>, Option<PersonId>) -> bool) -> Vec<PenaltyKick> {
    let concerns = |entry: &Match| {
        let in_play = entry.events.iter().any(|event| match &event.kind {
            EventKind::Penalty(penalty) => {
                wanted(event.player, penalty.keeper.or_else(|| entry.keeper_at(event.side.other(), event.clock)))
            }
            _ => false,
        });
        in_play
            || entry
                .kicks
                .iter()
                .any(|kick| wanted(kick.taker, kick.keeper.or_else(|| entry.keeper_at(kick.side.other(), None))))
    };
    view.matches()
        .filter(|entry| concerns(entry))
        .flat_map(|entry| of_match(view.record(), entry))
        .filter(|kick| wanted(kick.taker, kick.keeper))
        .collect()
}

/// The kicks of one match, in play and then in the shoot-out.
#[must_use]
pub fn of_match(record: &Record, entry: &Match) -> Vec<PenaltyKick> {
    let edition = record.edition(entry.edition);
    let competition = record.competition(edition.competition);
    // Without every goal the score at a minute is not known.
    let scores_known = entry.score.end.is_some_and(|end| {
        end.total() == u16::try_from(entry.goals().count()).unwrap_or(u16::MAX)
            || edition.coverage.of(Table::Goals) == byline_record::Extent::Complete
    });
    let form = |side: Side, placement: Option<&Placement>, outcome, sources| PenaltyKick {
        match_id: entry.id,
        date: entry.date,
        edition: entry.edition,
        competition: edition.competition,
        level: Level::of(competition.class),
        team: entry.team(side),
        against: entry.team(side.other()),
        taker: None,
        keeper: None,
        phase: Phase::Play,
        clock: None,
        score: None,
        turn: None,
        outcome,
        retaken: false,
        foot: placement.and_then(|placement| placement.foot),
        side: placement.and_then(side_of),
        placed: placement
            .and_then(|placement| Some(Placed { across_cm: placement.across_cm?, height_cm: placement.height_cm? })),
        keeper_move: placement.and_then(|placement| placement.keeper_move),
        sources,
    };
    let mut kicks = Vec::new();
    let mut goals = Goals::default();
    for event in &entry.events {
        if let EventKind::Penalty(penalty) = &event.kind {
            let seen = goals.seen_from(event.side);
            let extra = event.clock.is_some_and(|clock| clock.period() >= Period::ExtraTimeFirstHalf);
            kicks.push(PenaltyKick {
                taker: event.player,
                keeper: penalty.keeper.or_else(|| entry.keeper_at(event.side.other(), event.clock)),
                phase: if extra { Phase::ExtraTime } else { Phase::Play },
                clock: event.clock,
                score: (scores_known && event.clock.is_some()).then_some([seen.home, seen.away]),
                retaken: penalty.retaken,
                ..form(event.side, penalty.placement.as_ref(), penalty.outcome, event.sources)
            });
        }
        if event.kind.is_goal() {
            goals = goals.plus_one(event.side);
        }
    }
    let turns = if entry.kicks_in_order { turns(&entry.kicks) } else { Vec::new() };
    for (place, kick) in entry.kicks.iter().enumerate() {
        kicks.push(PenaltyKick {
            taker: kick.taker,
            keeper: kick.keeper.or_else(|| entry.keeper_at(kick.side.other(), None)),
            phase: Phase::ShootOut,
            turn: turns.get(place).copied(),
            ..form(kick.side, kick.placement.as_ref(), kick.outcome, kick.sources)
        });
    }
    kicks
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
        assert!(last.iter().all(|kick| kick.date == day && kick.level == Level::Finals && kick.phase == Phase::Play));
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
        assert!(kicks.windows(2).all(|pair| pair[0].date <= pair[1].date));
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
