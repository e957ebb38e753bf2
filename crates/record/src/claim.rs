//! What one file says, before anything is resolved or merged: names are text, nothing is preferred.
//!
//! A reader turns bytes into [`Claims`]; [`Merger`](crate::merge::Merger) turns claims of many files into a
//! [`Record`](crate::Record). Readers know formats and nothing else; the merger knows teams and people and no format.

use jiff::civil::Date;

use crate::{
    Clock, CompetitionClass, Coverage, Event, EventKind, Extent, Foot, Goals, Ground, Kick, KickOff, Odds, Position,
    Score, Sex, Side, Stage, Status, Table, TeamKind, TeamSheet,
};

/// A person as a source writes the name.
pub type Name = Box<str>;

/// A player of a squad.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SquadClaim {
    /// Name.
    pub player: Name,
    /// Position, where the source has it.
    pub position: Option<Position>,
    /// Club, where the source has it.
    pub club: Option<Box<str>>,
}

/// Players of a squad.
pub type SquadList = Vec<SquadClaim>;

/// Everything a file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claims {
    /// Key of the source, as in `facts/sources.txt`.
    pub source: Box<str>,
    /// Matches, in file order.
    pub matches: Vec<MatchClaim>,
    /// What it says of editions as a whole.
    pub editions: Vec<EditionClaim>,
    /// People, with dates of birth and other spellings.
    pub people: Vec<PersonClaim>,
    /// How far its tables reach for matches of a competition or of all of them.
    pub coverage: Vec<CoverageClaim>,
    /// Rows left out, each with the reason.
    pub skipped: Vec<Skipped>,
    /// Rows read, for the report: data rows, not headers or blank lines.
    pub rows: usize,
}

/// A row that was read and left out on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Line, from 1.
    pub line: u32,
    /// Why.
    pub reason: Box<str>,
}

/// What a source says of the completeness of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageClaim {
    /// Competition by name or key; `None` for every match the source has.
    pub competition: Option<Box<str>>,
    /// Edition by label; `None` for every edition.
    pub edition: Option<Box<str>>,
    /// Which table.
    pub table: Table,
    /// How far it reaches.
    pub extent: Extent,
}

/// What a source says of an edition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditionClaim {
    /// Competition by name or key.
    pub competition: Box<str>,
    /// `2022`, `2018/19`.
    pub label: Box<str>,
    /// Men's or women's.
    pub sex: Sex,
    /// Host countries.
    pub hosts: Vec<Box<str>>,
    /// Final ranking; teams of one inner list share the place.
    pub standings: Vec<Vec<Box<str>>>,
    /// Official order of each group.
    pub positions: Vec<(Box<str>, Vec<Box<str>>)>,
    /// Groups as drawn.
    pub groups: Vec<(Box<str>, Vec<Box<str>>)>,
    /// Team and manager.
    pub managers: Vec<(Box<str>, Name)>,
    /// Team and captain; a team with several has several.
    pub captains: Vec<(Box<str>, Name)>,
    /// Team and its players.
    pub squads: Vec<(Box<str>, SquadList)>,
    /// How far each table reaches.
    pub coverage: Coverage,
    /// Other sources that agree with a table of this one (only our own record says so).
    pub attested: Vec<(Table, Vec<Box<str>>)>,
    /// A day by which the edition's results were all in, when the ranking is known without a last match.
    pub last_day: Option<Date>,
}

/// What a source says of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonClaim {
    /// Name as a newspaper prints it, or as near as the source has it.
    pub name: Name,
    /// Other spellings.
    pub other_names: Vec<Name>,
    /// Teams.
    pub teams: Vec<Box<str>>,
    /// Men's or women's side.
    pub sex: Sex,
    /// Date of birth.
    pub born: Option<Date>,
}

/// Ground, city and country as a source writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct VenueClaim {
    /// Stadium.
    pub stadium: Option<Box<str>>,
    /// City.
    pub city: Option<Box<str>>,
    /// Country.
    pub country: Option<Box<str>>,
}

/// A known dispute, written down with the preferred value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputeClaim {
    /// What it is about: `goal Argentina Lionel Messi 108'`.
    pub about: Box<str>,
    /// The other value.
    pub other: Box<str>,
    /// Keys of the sources that have it.
    pub sources: Vec<Box<str>>,
}

/// What a source says of a match. A file that knows only the goals of a match leaves score and status out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatchClaim {
    /// Line it starts on, from 1 (0 where a format has no lines).
    pub line: u32,
    /// The source's own identifier of the match.
    pub external_id: Option<Box<str>>,
    /// Competition by name or key; empty where the file does not say.
    pub competition: Box<str>,
    /// Edition by label; empty for the calendar year of the match.
    pub edition: Box<str>,
    /// What the competition is, where the file says so of a competition we do not list.
    pub class: Option<CompetitionClass>,
    /// National sides or clubs.
    pub kind: TeamKind,
    /// Men's or women's.
    pub sex: Sex,
    /// Local date; `None` where the file does not say (event files without their match list).
    pub date: Option<Date>,
    /// Kick-off.
    pub kick_off: Option<KickOff>,
    /// Stage.
    pub stage: Option<Stage>,
    /// Matchday.
    pub matchday: Option<u16>,
    /// Side listed first; empty, like the other, where a file tells of kicks and of no match. Such a claim has no
    /// date.
    pub home: Box<str>,
    /// Side listed second.
    pub away: Box<str>,
    /// Venue.
    pub venue: Option<VenueClaim>,
    /// Whose ground.
    pub ground: Ground,
    /// Whether it was played; `None` where the file says nothing of it.
    pub status: Option<Status>,
    /// Score.
    pub score: Score,
    /// Winner by lots, ruling or walkover.
    pub given_to: Option<Side>,
    /// What happened.
    pub events: Vec<Event<Name>>,
    /// Shoot-out kick by kick.
    pub kicks: Vec<Kick<Name>>,
    /// Whether the order of kicks between the sides is only a guess (listed team by team).
    pub kick_order_guessed: bool,
    /// Team sheets.
    pub sheets: [TeamSheet<Name>; 2],
    /// Referee.
    pub referee: Option<Name>,
    /// Spectators.
    pub attendance: Option<u32>,
    /// Bookmakers' prices.
    pub odds: Vec<Odds>,
    /// Known disputes.
    pub disputes: Vec<DisputeClaim>,
}

impl MatchClaim {
    /// The same claim with the sides exchanged.
    #[must_use]
    pub fn swapped(mut self) -> Self {
        std::mem::swap(&mut self.home, &mut self.away);
        self.score = self.score.swapped();
        self.given_to = self.given_to.map(Side::other);
        self.ground = match self.ground {
            Ground::HomeOf(side) => Ground::HomeOf(side.other()),
            other => other,
        };
        for event in &mut self.events {
            event.side = event.side.other();
            if let EventKind::Penalty(penalty) = &mut event.kind {
                penalty.score_before = penalty.score_before.map(Goals::swapped);
            }
        }
        for kick in &mut self.kicks {
            kick.side = kick.side.other();
        }
        self.sheets.reverse();
        for odds in &mut self.odds {
            odds.prices.reverse();
        }
        self
    }

    /// Whether a table of a source that folds added time and one that keeps it can be told apart: some event has a
    /// minute of added time.
    #[must_use]
    pub fn keeps_added_time(&self) -> bool {
        self.events.iter().filter_map(|event| event.clock).any(|clock| clock.added() > 0)
    }
}

/// A foot as sources abbreviate it: `R`, `Right Foot`.
#[must_use]
pub fn read_foot(text: &str) -> Option<Foot> {
    match text.trim().as_bytes().first()?.to_ascii_lowercase() {
        b'l' => Some(Foot::Left),
        b'r' => Some(Foot::Right),
        _ => None,
    }
}

/// An event at a minute of the clock.
#[must_use]
pub fn event(clock: Option<Clock>, side: Side, kind: crate::EventKind<Name>, player: Option<Name>) -> Event<Name> {
    Event { clock, side, kind, player, sources: crate::Sources::NONE }
}
