//! What a report claims: a few words of it, what kind of statement they make, and what they can mean.

use byline_record::ask::statement::Minutes;
use byline_record::{MatchId, TeamId};

/// A kind of statement, as desks sort them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The score at the end of a match.
    Score,
    /// The score at half-time.
    HalfTimeScore,
    /// The score at some moment.
    RunningScore,
    /// Who scored.
    Scorer,
    /// When something happened in a match.
    Minute,
    /// A goal's place among the others: opener, equaliser, winner, either side of another, from behind.
    Order,
    /// That a goal was a penalty.
    Penalty,
    /// That a goal was an own goal.
    OwnGoal,
    /// A penalty in play that was not scored.
    MissedPenalty,
    /// That a penalty was given, for what, against whom.
    PenaltyAward,
    /// A caution or a sending-off.
    Card,
    /// The stage of a match.
    Stage,
    /// The day of a match.
    Date,
    /// Where a match was played.
    Venue,
    /// Whom a team meets next, when, where, in which stage.
    NextFixture,
    /// Champions, holders, runners-up, how many titles.
    Title,
    /// The first, last, only or n-th time.
    FirstSince,
    /// A run of matches.
    Streak,
    /// A count of goals, caps, penalties.
    Tally,
    /// Meetings of two teams.
    HeadToHead,
    /// Places and points in a group or league.
    Table,
    /// A shoot-out: result or one kick.
    ShootOut,
    /// Hosts, managers, captains.
    Role,
    /// A win, draw or defeat without its score.
    Result,
    /// How far a team came.
    Progress,
    /// A superlative.
    Record,
    /// How old somebody was.
    Age,
    /// Who came on for whom.
    Substitution,
    /// Who kept goal.
    Keeper,
    /// Who refereed.
    Referee,
    /// How many watched.
    Attendance,
    /// How a goal was scored: a header, from twenty metres, by whose pass.
    GoalDescription,
    /// A goal that did not count.
    DisallowedGoal,
    /// Who played, and who did not.
    LineUp,
    /// For whom somebody plays elsewhere.
    Club,
    /// How often somebody played for the team.
    Caps,
    /// Two statements of one report that cannot both be true.
    SelfConsistency,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 37] = [
        Self::Score,
        Self::HalfTimeScore,
        Self::RunningScore,
        Self::Scorer,
        Self::Minute,
        Self::Order,
        Self::Penalty,
        Self::OwnGoal,
        Self::MissedPenalty,
        Self::PenaltyAward,
        Self::Card,
        Self::Stage,
        Self::Date,
        Self::Venue,
        Self::NextFixture,
        Self::Title,
        Self::FirstSince,
        Self::Streak,
        Self::Tally,
        Self::HeadToHead,
        Self::Table,
        Self::ShootOut,
        Self::Role,
        Self::Result,
        Self::Progress,
        Self::Record,
        Self::Age,
        Self::Substitution,
        Self::Keeper,
        Self::Referee,
        Self::Attendance,
        Self::GoalDescription,
        Self::DisallowedGoal,
        Self::LineUp,
        Self::Club,
        Self::Caps,
        Self::SelfConsistency,
    ];

    /// The word of JSON and of the annotated corpus: `score`, `half-time-score`, …, `self-consistency`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::HalfTimeScore => "half-time-score",
            Self::RunningScore => "running-score",
            Self::Scorer => "scorer",
            Self::Minute => "minute",
            Self::Order => "order",
            Self::Penalty => "penalty",
            Self::OwnGoal => "own-goal",
            Self::MissedPenalty => "missed-penalty",
            Self::PenaltyAward => "penalty-award",
            Self::Card => "card",
            Self::Stage => "stage",
            Self::Date => "date",
            Self::Venue => "venue",
            Self::NextFixture => "next-fixture",
            Self::Title => "title",
            Self::FirstSince => "first-since",
            Self::Streak => "streak",
            Self::Tally => "tally",
            Self::HeadToHead => "head-to-head",
            Self::Table => "table",
            Self::ShootOut => "shoot-out",
            Self::Role => "role",
            Self::Result => "result",
            Self::Progress => "progress",
            Self::Record => "record",
            Self::Age => "age",
            Self::Substitution => "substitution",
            Self::Keeper => "keeper",
            Self::Referee => "referee",
            Self::Attendance => "attendance",
            Self::GoalDescription => "goal-description",
            Self::DisallowedGoal => "disallowed-goal",
            Self::LineUp => "line-up",
            Self::Club => "club",
            Self::Caps => "caps",
            Self::SelfConsistency => "self-consistency",
        }
    }
}

/// What a statement is about, so that two accounts can be laid side by side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The match as a whole: score, stage, day, place.
    Match(MatchId),
    /// A goal, a penalty kick, a card, a substitution: the match and its place in [`Match::events`](byline_record::Match::events).
    Event(MatchId, usize),
    /// The award of the penalty whose kick is at that place.
    Award(MatchId, usize),
    /// A kick of the shoot-out: the match and its place in [`Match::kicks`](byline_record::Match::kicks).
    Kick(MatchId, usize),
    /// The shoot-out as a whole.
    ShootOut(MatchId),
    /// What comes next for a team.
    Next(TeamId),
    /// Anything over many matches, or about nothing the record has.
    Other,
}

/// A span of the clock as words of a report give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SaidMinutes {
    /// The minutes meant.
    pub minutes: Minutes,
    /// Whether they are of the award rather than of the kick.
    pub of_award: bool,
}
