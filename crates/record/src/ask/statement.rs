//! Statements about football, typed. A field that is `None` is what the statement leaves open or asks for.

use jiff::civil::{Date, Weekday};

use crate::ask::Scope;
use crate::{Clock, CompetitionId, EditionId, MatchId, PersonId, StageKind, TeamId};

/// When something was, as far as the statement says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct When {
    /// A day.
    pub date: Option<Date>,
    /// A year.
    pub year: Option<i16>,
    /// An edition: "at the 1998 World Cup", "at Euro 2004".
    pub edition: Option<EditionId>,
    /// A day of the week.
    pub weekday: Option<Weekday>,
}

impl When {
    /// Whether nothing was said.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// A match as a statement points to it. The first team is the one spoken of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct MatchRef {
    /// The very match, where the reader has anchored it.
    pub id: Option<MatchId>,
    /// The team spoken of.
    pub team: Option<TeamId>,
    /// Its opponent.
    pub opponent: Option<TeamId>,
    /// Whether the two teams only name the match, and what is said may be of either: "who scored in England v
    /// France?".
    pub either: bool,
    /// When.
    pub when: When,
    /// Competition.
    pub competition: Option<CompetitionId>,
    /// Stage.
    pub stage: Option<StageKind>,
    /// Which of several that fit: the latest unless said otherwise.
    pub which: Which,
}

/// Which of several matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Which {
    /// Any that fits; if they differ in the answer, they are all shown.
    #[default]
    Any,
    /// The latest.
    Latest,
    /// The first.
    First,
}

/// A span of the match clock, both ends included: `[84, 84]`, the second half, "the last ten minutes".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Minutes {
    /// First minute meant.
    pub from: Clock,
    /// Last minute meant.
    pub to: Clock,
    /// Whether a minute either side is the same statement (labels and ordinals differ by one).
    pub tolerant: bool,
}

/// How a match went for a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Won.
    Won,
    /// Drew.
    Drew,
    /// Lost.
    Lost,
}

/// How strictly "beat", "won", "lost" are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// Not said: judged in play, the loose reading shown as an alternative.
    #[default]
    Unsaid,
    /// In play, extra time included.
    InPlay,
    /// Went through, by whatever means.
    WentThrough,
    /// In a shoot-out.
    OnPenalties,
}

/// The point of a match at which a score stood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ScoreAt {
    /// The end of play.
    #[default]
    End,
    /// Half-time.
    HalfTime,
    /// After ninety minutes.
    FullTime,
    /// After extra time.
    ExtraTime,
    /// The shoot-out.
    ShootOut,
    /// Any moment of the match: "made it 2-0", "from 0-2 down".
    Sometime,
}

/// How a goal was scored, as far as the record can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GoalKind {
    /// From play.
    OpenPlay,
    /// From the spot.
    Penalty,
    /// By one of the other side.
    OwnGoal,
}

/// A goal's place in its match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GoalOrder {
    /// The first of the match.
    Opener,
    /// One that made it level.
    Equaliser,
    /// The last of a one-goal win that put the winner ahead for good.
    Winner,
    /// The last of the match.
    Last,
    /// The n-th of the match, from 1.
    Nth(u8),
}

/// How a penalty went, as a statement puts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PenaltyFate {
    /// Scored.
    Scored,
    /// Not scored, whatever way.
    Missed,
    /// Saved.
    Saved,
    /// Over, wide or against the woodwork.
    OffTarget,
}

/// Which card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CardKind {
    /// A caution.
    Booked,
    /// Off, however.
    SentOff,
    /// Off for two cautions.
    SecondYellow,
    /// Off at once.
    StraightRed,
}

/// A place in the final ranking of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Honour {
    /// Winners.
    Champions,
    /// Beaten finalists, or second of a final pool.
    RunnersUp,
    /// Third.
    Third,
    /// Fourth.
    Fourth,
    /// Champions of the edition before, still in possession.
    Holders,
    /// Hosts.
    Hosts,
}

/// Something that can be counted for a person or a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Countable {
    /// Goals, own goals and shoot-outs excluded.
    Goals,
    /// Goals from the spot, in play.
    PenaltiesScored,
    /// Penalties not scored, in play.
    PenaltiesMissed,
    /// Penalties taken, in play.
    PenaltiesTaken,
    /// Own goals by the person or the team's players.
    OwnGoals,
    /// Hat-tricks: matches with three goals or more.
    HatTricks,
    /// Yellow cards.
    Cautions,
    /// Sendings-off.
    Dismissals,
    /// Appearances, where line-ups and substitutions are complete.
    Caps,
    /// Matches of a team.
    Matches,
    /// Wins of a team.
    Wins,
    /// Draws of a team.
    Draws,
    /// Defeats of a team.
    Losses,
    /// Goals against a team.
    GoalsConceded,
    /// Titles.
    Titles,
    /// Finals reached.
    Finals,
    /// Editions taken part in.
    Appearances,
    /// Shoot-outs taken part in.
    ShootOuts,
    /// Shoot-outs won.
    ShootOutsWon,
    /// Shoot-outs lost.
    ShootOutsLost,
    /// Shoot-out kicks taken.
    ShootOutKicks,
    /// Shoot-out kicks not scored.
    ShootOutKicksMissed,
}

/// A person, a team, or everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A person.
    Person(PersonId),
    /// A team.
    Team(TeamId),
}

/// A run of matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StreakKind {
    /// Without defeat.
    Unbeaten,
    /// Wins.
    Winning,
    /// Defeats.
    Losing,
    /// Without a win.
    Winless,
    /// Draws.
    Drawing,
    /// Without conceding.
    CleanSheets,
    /// With a goal.
    Scoring,
    /// Without a goal.
    Scoreless,
}

/// Which run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StreakWhich {
    /// The one running at the moment of the view.
    #[default]
    Current,
    /// The longest.
    Longest,
    /// Any there has been: a length said is the least it must have had.
    Ever,
}

/// Something that happened more than once in history, so that it has a first, a last and an n-th time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Feat {
    /// Winning the title of a competition.
    WinTitle(CompetitionId),
    /// Winning it twice running.
    RetainTitle(CompetitionId),
    /// Winning it as hosts.
    WinAsHosts(CompetitionId),
    /// Reaching a stage of a competition.
    ReachStage(CompetitionId, StageKind),
    /// Going out before a stage of a competition.
    MissStage(CompetitionId, StageKind),
    /// Taking part in the finals of a competition.
    TakePart(CompetitionId),
    /// Hosting it.
    Host(CompetitionId),
    /// Beating a team (in play unless the scope counts shoot-outs as wins); any team for `None`.
    Beat(Option<TeamId>),
    /// Losing to a team; any team for `None`.
    LoseTo(Option<TeamId>),
    /// Drawing with a team; any team for `None`.
    DrawWith(Option<TeamId>),
    /// Meeting a team.
    Meet(TeamId),
    /// Winning a shoot-out.
    WinShootOut,
    /// Losing a shoot-out.
    LoseShootOut,
    /// A player scoring three or more in a match.
    HatTrick,
    /// A player scoring.
    Score,
    /// A player not scoring a penalty in play.
    MissPenalty,
    /// A player sent off.
    SentOff,
    /// Winning without conceding, by at least this many goals.
    WinBy(u8),
    /// Coming from behind to win.
    ComeBack,
}

/// Which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Occurrence {
    /// The first, or the first since something: of whoever is named, else of anybody.
    First,
    /// The first of all: whoever is named was the first team or player to do it (since somebody did).
    FirstOfAll,
    /// The latest: of whoever is named, else of anybody.
    Last,
    /// The last of all: nobody has done it since whoever is named.
    LastOfAll,
    /// The only one of whoever is named, else of anybody.
    Only,
    /// Whoever is named is the only team or player to have done it.
    OnlyOfAll,
    /// The n-th, from 1.
    Nth(u16),
    /// It never happened.
    Never,
}

/// A superlative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Record {
    /// Widest winning margin.
    BiggestWin,
    /// Most goals in a match.
    MostGoalsInMatch,
    /// Earliest goal of a match.
    EarliestGoal,
    /// Latest goal of a match.
    LatestGoal,
    /// Youngest scorer.
    YoungestScorer,
    /// Oldest scorer.
    OldestScorer,
    /// Most goals by a person.
    TopScorer,
    /// Most titles.
    MostTitles,
    /// Most matches.
    MostMatches,
    /// Highest attendance.
    HighestAttendance,
    /// Earliest sending-off.
    EarliestDismissal,
    /// Longest shoot-out by kicks.
    LongestShootOut,
}

/// A statement about football: what is said, and what is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    /// What is said or asked.
    pub says: Says,
    /// Whether it is denied ("did not beat"); the verdict is of the statement as made.
    pub denied: bool,
    /// What is counted.
    pub scope: Scope,
}

/// What a statement says. Fields that are `None` are open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Says {
    /// A score: "England 1-2 France", "What was the score…?".
    Score {
        /// Which match.
        at: MatchRef,
        /// Goals of the team spoken of and of its opponent.
        score: Option<(u8, u8)>,
        /// At which point.
        point: ScoreAt,
    },
    /// A win, draw or defeat.
    Outcome {
        /// Which match.
        at: MatchRef,
        /// How it went for the team spoken of.
        outcome: Option<Outcome>,
        /// How strictly meant.
        strictness: Strictness,
    },
    /// A goal.
    Goal {
        /// Which match; open for any in scope.
        at: MatchRef,
        /// Who scored.
        scorer: Option<PersonId>,
        /// When.
        minutes: Option<Minutes>,
        /// How.
        kind: Option<GoalKind>,
        /// Its place in the match.
        order: Option<GoalOrder>,
        /// How many in the match ("scored twice").
        count: Option<u8>,
    },
    /// A penalty in play.
    Penalty {
        /// Which match; open for any in scope.
        at: MatchRef,
        /// Who took it.
        taker: Option<PersonId>,
        /// Who was in goal.
        keeper: Option<PersonId>,
        /// How it went.
        fate: Option<PenaltyFate>,
        /// When it was taken.
        minutes: Option<Minutes>,
        /// When it was given.
        given: Option<Minutes>,
        /// How many in the match.
        count: Option<u8>,
    },
    /// A shoot-out: that there was one, who won, how.
    ShootOut {
        /// Which match.
        at: MatchRef,
        /// Whether the team spoken of won it.
        won: Option<bool>,
        /// Kicks scored by the team spoken of and by its opponent.
        score: Option<(u8, u8)>,
    },
    /// One kick of a shoot-out.
    ShootOutKick {
        /// Which match.
        at: MatchRef,
        /// Who took it.
        taker: Option<PersonId>,
        /// Its place among his side's kicks, from 1.
        order: Option<u8>,
        /// Whether it is said to be the last of the shoot-out.
        last: bool,
        /// How it went.
        fate: Option<PenaltyFate>,
    },
    /// A card.
    Card {
        /// Which match; open for any in scope.
        at: MatchRef,
        /// Who was carded.
        player: Option<PersonId>,
        /// Which card.
        card: CardKind,
        /// When.
        minutes: Option<Minutes>,
    },
    /// How far a team came.
    StageReached {
        /// Which team.
        team: Option<TeamId>,
        /// Which edition.
        edition: Option<EditionId>,
        /// The stage.
        stage: Option<StageKind>,
        /// Whether it went out there ("lost in", "went out in"); else it came at least so far.
        exactly: bool,
    },
    /// Whom a team meets next.
    NextMatch {
        /// Which team.
        team: TeamId,
        /// Counted from this day; the view's day if open.
        after: Option<Date>,
        /// Against whom.
        opponent: Option<TeamId>,
        /// When.
        when: When,
        /// In which stage.
        stage: Option<StageKind>,
    },
    /// Place in a group.
    GroupPosition {
        /// Which team.
        team: Option<TeamId>,
        /// Which edition.
        edition: Option<EditionId>,
        /// Which group.
        group: Option<Box<str>>,
        /// From 1.
        position: Option<u8>,
    },
    /// Champions, runners-up, holders, hosts.
    Honours {
        /// Which team; a host country is named by its team.
        team: Option<TeamId>,
        /// What.
        honour: Honour,
        /// Which competition.
        competition: Option<CompetitionId>,
        /// Which edition.
        edition: Option<EditionId>,
    },
    /// Meetings of two teams.
    HeadToHead {
        /// The team spoken of.
        team: TeamId,
        /// The other.
        opponent: TeamId,
        /// Meetings.
        played: Option<u16>,
        /// Wins of the team spoken of.
        won: Option<u16>,
        /// Draws.
        drawn: Option<u16>,
        /// Wins of the other.
        lost: Option<u16>,
    },
    /// A count.
    Tally {
        /// Of what.
        what: Countable,
        /// Whose.
        whose: Subject,
        /// Against whom, where said.
        against: Option<TeamId>,
        /// How many.
        count: Option<u32>,
    },
    /// A run of matches.
    Streak {
        /// Which team; `None` asks which.
        team: Option<TeamId>,
        /// What kind of run.
        kind: StreakKind,
        /// Which run.
        which: StreakWhich,
        /// How many matches.
        length: Option<u16>,
    },
    /// The first, last, only or n-th time.
    Occasion {
        /// What happened.
        feat: Feat,
        /// By whom; `None` asks who, or says "any team".
        whose: Option<Subject>,
        /// Which time.
        occurrence: Occurrence,
        /// When that was or would be.
        when: When,
        /// "since …": the time before, by whom and when.
        since: Option<(Option<Subject>, When)>,
        /// Whether it is spoken of as still to come ("could become").
        prospective: bool,
    },
    /// A superlative.
    Superlative {
        /// Of what.
        record: Record,
        /// Who is said to hold it.
        holder: Option<Subject>,
        /// Whether it is only the holder's own, among what the holder did: "England's biggest win".
        own: bool,
        /// Its value, in the record's unit: goals, minutes, years, spectators.
        value: Option<u32>,
    },
    /// Where a match was played.
    Venue {
        /// Which match.
        at: MatchRef,
        /// Stadium, city or country as written.
        place: Option<Box<str>>,
    },
    /// When a match was played.
    Date {
        /// Which match.
        at: MatchRef,
        /// The day said.
        date: Option<Date>,
        /// The day of the week said.
        weekday: Option<Weekday>,
        /// Offset from UTC, in minutes, of the clock the statement goes by; the match's own if open.
        zone: Option<i16>,
    },
    /// Who managed, captained, kept goal, or refereed.
    Role {
        /// Which match.
        at: MatchRef,
        /// What.
        role: Role,
        /// Who.
        person: Option<PersonId>,
    },
}

/// A role in a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Manager or coach.
    Manager,
    /// Captain.
    Captain,
    /// In goal.
    Keeper,
    /// Referee.
    Referee,
}
