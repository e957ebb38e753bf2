//! What teams level so far are compared by, in the words of `editions/README.md`.

use std::fmt;

/// What a table of some matches is compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Points.
    Points,
    /// Goals for less goals against.
    GoalDifference,
    /// Goals for.
    GoalsFor,
    /// Goals for in away matches.
    AwayGoals,
}

/// A criterion of a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Criterion {
    /// A measure of all matches of the group.
    Overall(Measure),
    /// Goals for divided by goals against: infinite without goals against, one where there are neither.
    GoalAverage,
    /// Matches won.
    Wins,
    /// Away matches won.
    AwayWins,
    /// A measure of the matches among the teams level when the run of head-to-head criteria was reached.
    HeadToHead(Measure),
    /// The run of head-to-head criteria before, anew for those still level alone.
    HeadToHeadAgain,
    /// A measure of the opponents a team met, in all their matches, summed.
    Opponents(Measure),
    /// Sum of card points; greater is better.
    FairPlay,
    /// Players and officials sent off; fewer is better.
    RedCards,
    /// Cautions; fewer is better.
    YellowCards,
    /// Place in the group stage before.
    EarlierPlace,
    /// A match between them played for this purpose.
    PlayOff,
    /// Kicks between two teams that met in their last match of the group, with no third level with them.
    ShootOut,
    /// Place in a ranking list.
    Ranking,
    /// Lots.
    Lots,
}

impl Criterion {
    /// Every criterion, as listed in `editions/README.md`.
    pub const ALL: [Self; 23] = [
        Self::Overall(Measure::Points),
        Self::Overall(Measure::GoalDifference),
        Self::Overall(Measure::GoalsFor),
        Self::Overall(Measure::AwayGoals),
        Self::GoalAverage,
        Self::Wins,
        Self::AwayWins,
        Self::HeadToHead(Measure::Points),
        Self::HeadToHead(Measure::GoalDifference),
        Self::HeadToHead(Measure::GoalsFor),
        Self::HeadToHead(Measure::AwayGoals),
        Self::HeadToHeadAgain,
        Self::Opponents(Measure::Points),
        Self::Opponents(Measure::GoalDifference),
        Self::Opponents(Measure::GoalsFor),
        Self::FairPlay,
        Self::RedCards,
        Self::YellowCards,
        Self::EarlierPlace,
        Self::PlayOff,
        Self::ShootOut,
        Self::Ranking,
        Self::Lots,
    ];

    /// Its name in edition files, in print and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overall(Measure::Points) => "points",
            Self::Overall(Measure::GoalDifference) => "goal difference",
            Self::Overall(Measure::GoalsFor) => "goals for",
            Self::Overall(Measure::AwayGoals) => "away goals",
            Self::GoalAverage => "goal average",
            Self::Wins => "wins",
            Self::AwayWins => "away wins",
            Self::HeadToHead(Measure::Points) => "head-to-head points",
            Self::HeadToHead(Measure::GoalDifference) => "head-to-head goal difference",
            Self::HeadToHead(Measure::GoalsFor) => "head-to-head goals for",
            Self::HeadToHead(Measure::AwayGoals) => "head-to-head away goals",
            Self::HeadToHeadAgain => "head-to-head again",
            Self::Opponents(Measure::Points) => "opponents' points",
            Self::Opponents(Measure::GoalDifference) => "opponents' goal difference",
            Self::Opponents(Measure::GoalsFor) => "opponents' goals for",
            Self::Opponents(Measure::AwayGoals) => "opponents' away goals",
            Self::FairPlay => "fair play",
            Self::RedCards => "red cards",
            Self::YellowCards => "yellow cards",
            Self::EarlierPlace => "earlier place",
            Self::PlayOff => "play-off",
            Self::ShootOut => "shoot-out",
            Self::Ranking => "ranking",
            Self::Lots => "lots",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|criterion| criterion.name() == name)
    }

    /// The fact it needs beyond the scores of the group, as the words after "needs".
    #[must_use]
    pub const fn needs(self) -> Option<&'static str> {
        match self {
            Self::FairPlay | Self::RedCards | Self::YellowCards => Some("the cards of the group's matches"),
            Self::EarlierPlace => Some("the places in the group stage before"),
            Self::PlayOff => Some("a play-off match"),
            Self::ShootOut => Some("a shoot-out between them"),
            Self::Ranking => Some("their places in the ranking list"),
            Self::Lots => Some("lots"),
            _ => None,
        }
    }

    /// Whether it is a match between those level.
    #[must_use]
    pub const fn is_play_off(self) -> bool {
        matches!(self, Self::PlayOff)
    }

    /// Whether it waits until every match of the group has been played.
    #[must_use]
    pub const fn comes_last(self) -> bool {
        matches!(self, Self::PlayOff | Self::ShootOut | Self::Lots)
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A criterion as an edition lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What is compared.
    pub criterion: Criterion,
    /// First and last place, from 1: holds only for teams level for just these places.
    pub places: Option<[u8; 2]>,
}

impl Rule {
    /// A criterion for all places.
    #[must_use]
    pub const fn of(criterion: Criterion) -> Self {
        Self { criterion, places: None }
    }

    /// Reads `goal difference` or `play-off (places 2-3)`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let Some((name, places)) = text.split_once(" (places ") else {
            return Criterion::read(text).map(Self::of);
        };
        let (first, last) = places.strip_suffix(')')?.split_once('-')?;
        let places = [first.parse().ok()?, last.parse().ok()?];
        let fits = 0 < places[0] && places[0] < places[1];
        fits.then_some(Self { criterion: Criterion::read(name)?, places: Some(places) })
    }

    /// Whether teams level for places `first` to `last`, from 1, are separated by it.
    #[must_use]
    pub fn holds_for(&self, first: usize, last: usize) -> bool {
        self.places.is_none_or(|[from, to]| usize::from(from) <= first && last <= usize::from(to))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.criterion.fmt(f)?;
        match self.places {
            Some([first, last]) => write!(f, " (places {first}-{last})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_read_as_it_is_printed() {
        for criterion in Criterion::ALL {
            for places in [None, Some([2, 3])] {
                let rule = Rule { criterion, places };
                assert_eq!(Rule::read(&rule.to_string()), Some(rule));
            }
        }
        for bad in ["goals", "Points", "points (places 3-2)", "points (places 2)", "points (places 0-2)", ""] {
            assert_eq!(Rule::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_limited_rule_holds_for_its_places_alone() {
        let play_off = Rule::read("play-off (places 2-3)").unwrap();
        assert!(play_off.holds_for(2, 3));
        assert!(!play_off.holds_for(1, 2) && !play_off.holds_for(1, 3) && !play_off.holds_for(3, 4));
    }
}
