//! One match told whole: the answer of `match`, plain and with its names written out.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use crate::{
    Clock, Conflict, EventKind, Extent, Goals, Ground, KickOff, Match, MatchId, PenaltyOutcome, PersonId, Record,
    Score, Side, Source, Sources, Status, Table, View,
};

/// How the side that went through or won came to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// Goals in ninety minutes, or in all the play there was.
    Goals,
    /// Goals in extra time.
    ExtraTime,
    /// A golden goal.
    GoldenGoal,
    /// A silver goal.
    SilverGoal,
    /// A shoot-out.
    ShootOut,
    /// Lots or a toss of a coin.
    Lots,
    /// A ruling.
    Ruling,
    /// The other side's absence.
    Walkover,
}

impl DecidedBy {
    /// The word of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::ExtraTime => "extra_time",
            Self::GoldenGoal => "golden_goal",
            Self::SilverGoal => "silver_goal",
            Self::ShootOut => "shootout",
            Self::Lots => "lots",
            Self::Ruling => "ruling",
            Self::Walkover => "walkover",
        }
    }

    /// The words printed after the winner's name.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Goals => "won",
            Self::ExtraTime => "won after extra time",
            Self::GoldenGoal => "won by a golden goal",
            Self::SilverGoal => "won by a silver goal",
            Self::ShootOut => "won on penalties",
            Self::Lots => "went through by lot",
            Self::Ruling => "were awarded the match",
            Self::Walkover => "went through without playing",
        }
    }
}

/// Something that happened, with names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetEvent {
    /// When; `None` where no source says.
    pub clock: Option<Clock>,
    /// The side it belongs to, for goals the side it counted for.
    pub side: Side,
    /// What.
    pub kind: EventKind,
    /// Scorer, taker, carded person, or who went off.
    pub player: Option<String>,
    /// Keeper of a penalty.
    pub keeper: Option<String>,
    /// Who came on.
    pub on: Option<String>,
    /// The score after it, for goals.
    pub score: Option<Goals>,
    /// Who says so.
    pub sources: Vec<Box<str>>,
}

/// A kick of the shoot-out, with names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetKick {
    /// Place in the shoot-out, from 1; `None` where the order between the sides is not known.
    pub order: Option<u8>,
    /// Kicking side.
    pub side: Side,
    /// Taker.
    pub taker: Option<String>,
    /// Keeper.
    pub keeper: Option<String>,
    /// How it ended.
    pub outcome: PenaltyOutcome,
    /// Kicks scored after it, where the order is known.
    pub score: Option<Goals>,
    /// Who says so.
    pub sources: Vec<Box<str>>,
}

/// One side's people, with names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetSide {
    /// Team name as printed.
    pub team: String,
    /// Who was in goal, with the minute of taking over.
    pub keepers: Vec<(String, Option<Clock>)>,
    /// Captain.
    pub captain: Option<String>,
    /// Manager.
    pub manager: Option<String>,
    /// Starting eleven.
    pub starters: Vec<String>,
}

/// A difference between sources about this match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetConflict {
    /// What it is about.
    pub about: String,
    /// The value used.
    pub preferred: String,
    /// Who has it.
    pub preferred_by: Vec<Box<str>>,
    /// The other value.
    pub other: String,
    /// Who has that.
    pub other_by: Vec<Box<str>>,
    /// Why the first is used.
    pub rule: &'static str,
}

/// A match told whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The match.
    pub id: MatchId,
    /// Competition as printed.
    pub competition: String,
    /// Edition label.
    pub edition: String,
    /// Stage, where known.
    pub stage: Option<crate::Stage>,
    /// Matchday, where known.
    pub matchday: Option<u16>,
    /// Local date.
    pub date: Date,
    /// Kick-off in local time.
    pub kick_off: Option<KickOff>,
    /// Moment of kick-off, where the zone is known.
    pub instant: Option<Timestamp>,
    /// Both sides.
    pub sides: [SheetSide; 2],
    /// Stadium, city, country.
    pub venue: Option<crate::Venue>,
    /// Whose ground.
    pub ground: Ground,
    /// Whether it was played; scheduled for a fixture still to come.
    pub status: Status,
    /// Score at every stage.
    pub score: Score,
    /// Who won or went through.
    pub winner: Option<Side>,
    /// And how.
    pub decided_by: Option<DecidedBy>,
    /// What happened, in the order of the clock.
    pub events: Vec<SheetEvent>,
    /// The shoot-out kick by kick.
    pub kicks: Vec<SheetKick>,
    /// Referee.
    pub referee: Option<String>,
    /// Spectators.
    pub attendance: Option<u32>,
    /// Every source that says anything of the match.
    pub sources: Vec<Source>,
    /// Where sources differ.
    pub conflicts: Vec<SheetConflict>,
    /// How far each table that matters to a sheet reaches in this edition.
    pub coverage: Vec<(Table, Extent)>,
}

impl Sheet {
    /// Name of a side's team.
    #[must_use]
    pub fn team(&self, side: Side) -> &str {
        &self.side(side).team
    }

    /// One side.
    #[must_use]
    pub const fn side(&self, side: Side) -> &SheetSide {
        let [home, away] = &self.sides;
        match side {
            Side::Home => home,
            Side::Away => away,
        }
    }

    /// Day of the week at the venue.
    #[must_use]
    pub fn weekday(&self) -> Weekday {
        self.date.weekday()
    }
}

/// Tables a reader of a sheet should know the reach of.
const TABLES: [Table; 8] = [
    Table::Goals,
    Table::MissedPenalties,
    Table::Cautions,
    Table::Dismissals,
    Table::ShootOutKicks,
    Table::Keepers,
    Table::LineUps,
    Table::Substitutions,
];

/// Tells a match whole as far as the view knows it: a match over by then with everything, a fixture still to come
/// with who, when and where. `None` if the view knows nothing of it.
#[must_use]
pub fn sheet(view: &View<'_>, id: MatchId) -> Option<Sheet> {
    if let Some(entry) = view.get(id) {
        return Some(played(view, entry));
    }
    let fixture = view.fixture_by_id(id)?;
    let record = view.record();
    Some(Sheet {
        id,
        competition: record.competition(record.edition(fixture.edition()).competition).name.to_string(),
        edition: record.edition(fixture.edition()).label.to_string(),
        stage: fixture.stage().cloned(),
        matchday: None,
        date: fixture.date(),
        kick_off: fixture.kick_off(),
        instant: fixture.kick_off().and_then(|kick_off| kick_off.instant(fixture.date())),
        sides: [fixture.home(), fixture.away()]
            .map(|team| SheetSide { team: record.team(team).display_name(), ..SheetSide::default() }),
        venue: fixture.venue().map(|venue| record.venue(venue).clone()),
        ground: fixture.ground(),
        status: Status::Scheduled,
        score: Score::default(),
        winner: None,
        decided_by: None,
        events: Vec::new(),
        kicks: Vec::new(),
        referee: None,
        attendance: None,
        sources: record.sources_in(fixture.sources()).cloned().collect(),
        conflicts: Vec::new(),
        coverage: Vec::new(),
    })
}

fn keys(record: &Record, sources: Sources) -> Vec<Box<str>> {
    record.sources_in(sources).map(|source| source.key.clone()).collect()
}

fn played(view: &View<'_>, entry: &Match) -> Sheet {
    let record = view.record();
    let name = |person: PersonId| record.person(person).name.to_string();
    let edition = record.edition(entry.edition);
    let mut every_source = entry.sources.all();
    let mut score = Goals::default();
    let events = entry
        .events
        .iter()
        .map(|event| {
            every_source.add(event.sources);
            let is_goal = event.kind.is_goal();
            if is_goal {
                score = score.plus_one(event.side);
            }
            let (keeper, on) = match event.kind {
                EventKind::Penalty(penalty) => {
                    (penalty.keeper.or_else(|| entry.keeper_at(event.side.other(), event.clock)), None)
                }
                EventKind::Substitution { on } => (None, on),
                _ => (None, None),
            };
            SheetEvent {
                clock: event.clock,
                side: event.side,
                kind: event.kind,
                player: event.player.map(name),
                keeper: keeper.map(name),
                on: on.map(name),
                score: is_goal.then_some(score),
                sources: keys(record, event.sources),
            }
        })
        .collect();
    let mut shoot_out = Goals::default();
    let kicks = (1_u8..)
        .zip(&entry.kicks)
        .map(|(order, kick)| {
            every_source.add(kick.sources);
            if kick.outcome == PenaltyOutcome::Scored {
                shoot_out = shoot_out.plus_one(kick.side);
            }
            SheetKick {
                order: entry.kicks_in_order.then_some(order),
                side: kick.side,
                taker: kick.taker.map(name),
                keeper: kick.keeper.or_else(|| entry.keeper_at(kick.side.other(), None)).map(name),
                outcome: kick.outcome,
                score: entry.kicks_in_order.then_some(shoot_out),
                sources: keys(record, kick.sources),
            }
        })
        .collect();
    let sides = Side::BOTH.map(|side| {
        let team = entry.team(side);
        let sheet = entry.sheet(side);
        let appointed = edition.managers.iter().find(|appointment| appointment.team == team);
        SheetSide {
            team: record.team(team).display_name(),
            keepers: sheet
                .map(|sheet| sheet.keepers.iter().map(|&(keeper, since)| (name(keeper), since)).collect())
                .unwrap_or_default(),
            captain: sheet.and_then(|sheet| sheet.captain).map(name),
            manager: sheet
                .and_then(|sheet| sheet.manager)
                .or(appointed.map(|appointment| appointment.manager))
                .map(name),
            starters: sheet
                .map(|sheet| sheet.starters.iter().map(|&starter| name(starter)).collect())
                .unwrap_or_default(),
        }
    });
    let conflicts: Vec<SheetConflict> = record
        .conflicts()
        .iter()
        .filter(|conflict| conflict.in_match == Some(entry.id))
        .map(|conflict| sheet_conflict(record, conflict))
        .collect();
    Sheet {
        id: entry.id,
        competition: record.competition(edition.competition).name.to_string(),
        edition: edition.label.to_string(),
        stage: entry.stage.clone(),
        matchday: entry.matchday,
        date: entry.date,
        kick_off: entry.kick_off,
        instant: entry.kick_off.and_then(|kick_off| kick_off.instant(entry.date)),
        sides,
        venue: entry.venue.map(|venue| record.venue(venue).clone()),
        ground: entry.ground,
        status: entry.status,
        score: entry.score,
        winner: entry.winner(),
        decided_by: decided_by(entry),
        events,
        kicks,
        referee: entry.referee.map(name),
        attendance: entry.attendance,
        sources: record.sources_in(every_source).cloned().collect(),
        conflicts,
        coverage: TABLES
            .into_iter()
            .map(|table| (table, view.extent(entry.edition, table)))
            .filter(|&(table, _)| table != Table::ShootOutKicks || entry.score.shoot_out.is_some())
            .collect(),
    }
}

fn sheet_conflict(record: &Record, conflict: &Conflict) -> SheetConflict {
    SheetConflict {
        about: conflict.about.to_string(),
        preferred: conflict.preferred.value.to_string(),
        preferred_by: keys(record, conflict.preferred.sources),
        other: conflict.other.value.to_string(),
        other_by: keys(record, conflict.other.sources),
        rule: conflict.preference.rule(),
    }
}

/// How the winner of a match came to it; `None` for a draw or an unknown result.
#[must_use]
pub fn decided_by(entry: &Match) -> Option<DecidedBy> {
    entry.winner()?;
    if entry.given_to.is_some() {
        return Some(match entry.status {
            Status::Walkover => DecidedBy::Walkover,
            Status::Awarded => DecidedBy::Ruling,
            _ => DecidedBy::Lots,
        });
    }
    let score = &entry.score;
    if score.end.and_then(Goals::leader).is_none() {
        return Some(DecidedBy::ShootOut);
    }
    Some(match (score.extra_time, score.extra_time_rule) {
        (None, _) => DecidedBy::Goals,
        (Some(_), crate::ExtraTimeRule::PlayedOut) => DecidedBy::ExtraTime,
        (Some(_), crate::ExtraTimeRule::GoldenGoal) => DecidedBy::GoldenGoal,
        (Some(_), crate::ExtraTimeRule::SilverGoal) => DecidedBy::SilverGoal,
    })
}
