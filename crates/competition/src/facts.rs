//! What has happened in an edition: the only part that reads the record.

use byline_record::{
    Card, EventKind, Goals, Match, MatchId, Side, StageKind, Status, Table, TeamId, TeamKind, Tie, View, fold,
};
use jiff::civil::Date;

use crate::edition::{CardPoints, Edition};

/// What has happened in an edition as of a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The team in the record of each team of the edition; `None` where the record knows none of that name.
    pub teams: Vec<Option<TeamId>>,
    /// Matches that have been played, oldest first.
    pub meetings: Vec<Meeting>,
    /// Official orders of groups that are over: stage, label, teams.
    pub orders: Vec<Order>,
    /// Groups whose every card is known: stage by number, and group.
    pub cards_known: Vec<(usize, usize)>,
}

/// The official order of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which stage.
    pub stage: StageKind,
    /// Which group.
    pub label: String,
    /// Teams from the top.
    pub teams: Vec<u8>,
}

/// A match that has been played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Identifier in the record; `None` for one that is supposed.
    pub id: Option<MatchId>,
    /// In which stage.
    pub stage: StageKind,
    /// Whether it is a replay or a play-off.
    pub tie: Tie,
    /// When; `None` for one that is supposed.
    pub date: Option<Date>,
    /// First and second side.
    pub teams: [u8; 2],
    /// Score after ninety minutes, where known.
    pub ninety: Option<[u8; 2]>,
    /// Score at the end of play, extra time included.
    pub end: [u8; 2],
    /// Whether extra time was played.
    pub extra_time: bool,
    /// Whether there was a shoot-out, and its score where known.
    pub shoot_out: Option<Option<[u8; 2]>>,
    /// The side that won, by goals, kicks, lots or ruling; `None` for a draw.
    pub winner: Option<usize>,
    /// Cards of both sides; `None` for a match that is supposed.
    pub cards: Option<[Cards; 2]>,
}

impl Meeting {
    /// A match that ended with these goals.
    #[must_use]
    pub fn of(stage: StageKind, teams: [u8; 2], goals: [u8; 2]) -> Self {
        let winner = match goals[0].cmp(&goals[1]) {
            std::cmp::Ordering::Greater => Some(0),
            std::cmp::Ordering::Less => Some(1),
            std::cmp::Ordering::Equal => None,
        };
        Self {
            id: None,
            stage,
            tie: Tie::Ordinary,
            date: None,
            teams,
            ninety: Some(goals),
            end: goals,
            extra_time: false,
            shoot_out: None,
            winner,
            cards: None,
        }
    }
}

/// Cards of one side in one match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// Cautions of those who were not sent off, and of nobody named.
    pub yellow: u16,
    /// Sent off for two cautions.
    pub second_yellow: u16,
    /// Sent off straight without a caution before.
    pub red: u16,
    /// Cautioned, then sent off straight.
    pub yellow_and_red: u16,
    /// Of these, cards of officials on the bench: cautions, and sendings-off.
    pub officials: [u16; 2],
}

impl Cards {
    /// Card points.
    #[must_use]
    pub fn points(&self, worth: &CardPoints) -> i32 {
        let [yellow_officials, red_officials] = if worth.officials { [0, 0] } else { self.officials };
        i32::from(worth.yellow) * i32::from(self.yellow.saturating_sub(yellow_officials))
            + i32::from(worth.second_yellow) * i32::from(self.second_yellow)
            + i32::from(worth.red) * i32::from(self.red.saturating_sub(red_officials))
            + i32::from(worth.yellow_and_red) * i32::from(self.yellow_and_red)
    }

    /// Adds what was shown in another match.
    pub const fn add(&mut self, other: &Self) {
        self.yellow += other.yellow;
        self.second_yellow += other.second_yellow;
        self.red += other.red;
        self.yellow_and_red += other.yellow_and_red;
        self.officials[0] += other.officials[0];
        self.officials[1] += other.officials[1];
    }

    /// Sent off, by whatever cards.
    #[must_use]
    pub const fn sent_off(&self) -> u16 {
        self.second_yellow + self.red + self.yellow_and_red
    }

    /// Cautions shown.
    #[must_use]
    pub const fn cautions(&self) -> u16 {
        self.yellow + 2 * self.second_yellow + self.yellow_and_red
    }

    fn of(entry: &Match, side: Side) -> Self {
        let mut cards = Self::default();
        let shown = || {
            entry.events.iter().filter(move |event| event.side == side).filter_map(|event| match event.kind {
                EventKind::Card { card, bench } => Some((card, bench, event.player)),
                _ => None,
            })
        };
        for (card, bench, player) in shown() {
            // What else the same person was shown; of somebody not named nothing is known.
            let also =
                |wanted: Card| player.is_some() && shown().any(|(card, _, other)| other == player && card == wanted);
            match card {
                Card::Yellow if also(Card::SecondYellow) || also(Card::Red) => {}
                Card::Yellow => {
                    cards.yellow += 1;
                    cards.officials[0] += u16::from(bench);
                }
                Card::SecondYellow => cards.second_yellow += 1,
                Card::Red if also(Card::Yellow) => cards.yellow_and_red += 1,
                Card::Red => {
                    cards.red += 1;
                    cards.officials[1] += u16::from(bench);
                }
            }
        }
        cards
    }
}

impl Facts {
    /// What the record has of an edition as of the view. Nothing where the record does not have the edition.
    #[must_use]
    pub fn of(view: &View<'_>, edition: &Edition) -> Self {
        let record = view.record();
        let teams: Vec<Option<TeamId>> = edition.teams.iter().map(|name| team_called(view, edition, name)).collect();
        let mut facts = Self { teams, ..Self::default() };
        let named = |competition: &byline_record::Competition| {
            let same = |name: &str| fold(name) == fold(&edition.competition);
            same(&competition.name) || competition.other_names.iter().any(|name| same(name))
        };
        let held = record
            .editions()
            .iter()
            .find(|held| *held.label == *edition.label && named(record.competition(held.competition)));
        let Some(held) = held else { return facts };
        let number = |team: TeamId| {
            facts.teams.iter().position(|&known| known == Some(team)).and_then(|place| u8::try_from(place).ok())
        };
        for entry in view.matches_in(held.id) {
            let (Some(home), Some(away)) = (number(entry.home), number(entry.away)) else { continue };
            facts.meetings.extend(meeting(entry, edition, [home, away]));
        }
        for stage in edition.stages.iter().filter(|stage| !stage.is_knock_out()) {
            for group in &stage.groups {
                let label = if group.label.is_empty() { stage.kind.name() } else { &group.label };
                let label = held.positions.iter().map(|(known, _)| &**known).find(|known| fold(known) == fold(label));
                let order = label.and_then(|label| view.positions(held.id, label)).unwrap_or_default();
                let teams: Vec<u8> = order.iter().filter_map(|&team| number(team)).collect();
                if !teams.is_empty() && teams.len() == order.len() {
                    facts.orders.push(Order { stage: stage.kind, label: group.label.clone(), teams });
                }
            }
        }
        let known = |label: &str| {
            [Table::Cautions, Table::Dismissals]
                .into_iter()
                .all(|table| view.coverage(held.id).is_complete_in(table, label))
        };
        for (number, stage) in edition.stages.iter().enumerate() {
            let groups = stage.groups.iter().enumerate().filter(|(_, group)| known(&group.label));
            facts.cards_known.extend(groups.map(|(group, _)| (number, group)));
        }
        facts
    }
}

/// The team of a name: of the sex of the edition's competition, and a national side before a club.
fn team_called(view: &View<'_>, edition: &Edition, name: &str) -> Option<TeamId> {
    let record = view.record();
    let sex = record
        .competitions()
        .iter()
        .find(|competition| fold(&competition.name) == fold(&edition.competition))
        .map(|competition| competition.sex);
    let of_kind = |kind: Option<TeamKind>| {
        record
            .teams()
            .iter()
            .filter(|team| sex.is_none_or(|sex| team.sex == sex))
            .filter(|team| kind.is_none_or(|kind| team.kind == kind))
            .find(|team| &*team.name == name)
            .map(|team| team.id)
    };
    of_kind(Some(TeamKind::National)).or_else(|| of_kind(None))
}

fn pair(goals: Goals) -> [u8; 2] {
    [goals.home, goals.away]
}

const fn index(side: Side) -> usize {
    match side {
        Side::Home => 0,
        Side::Away => 1,
    }
}

/// A match of the record as a meeting; `None` if it did not end in a result.
fn meeting(entry: &Match, edition: &Edition, teams: [u8; 2]) -> Option<Meeting> {
    if matches!(entry.status, Status::Scheduled | Status::Cancelled) {
        return None;
    }
    let (stage, tie) = match &entry.stage {
        Some(stage) => (stage.kind, stage.tie),
        None => (edition.stages.first()?.kind, Tie::Ordinary),
    };
    let end = match (entry.score.end, entry.given_to) {
        (Some(end), _) => pair(end),
        (None, Some(_)) => [0, 0],
        (None, None) => return None,
    };
    Some(Meeting {
        id: Some(entry.id),
        stage,
        tie,
        date: Some(entry.date),
        teams,
        ninety: entry.score.full_time.map(pair),
        end,
        extra_time: entry.score.extra_time.is_some(),
        shoot_out: entry.score.shoot_out.map(|shoot_out| shoot_out.score.map(pair)),
        winner: entry.score.winner().or(entry.given_to).map(index),
        cards: Some([Side::Home, Side::Away].map(|side| Cards::of(entry, side))),
    })
}
