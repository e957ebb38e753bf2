//! How much a match counts.

use crate::Class;

/// The weight of a match by what it was played for: Elo's K, FIFA's I.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Importance {
    /// World Cup finals.
    pub world_cup: f64,
    /// Other finals.
    pub finals: f64,
    /// Qualification.
    pub qualifier: f64,
    /// Nations leagues.
    pub nations_league: f64,
    /// Regional championships and cups.
    pub regional: f64,
    /// Minor tournaments.
    pub minor: f64,
    /// Friendlies.
    pub friendly: f64,
    /// Matches of clubs.
    pub club: f64,
}

impl Importance {
    /// K of the World Football Elo ratings: 60 World Cup, 50 other finals, 40 qualifiers and nations leagues, 30 other
    /// tournaments, 20 friendlies. Clubs, which those ratings do not know, 20.
    pub const WORLD_FOOTBALL_ELO: Self = Self {
        world_cup: 60.0,
        finals: 50.0,
        qualifier: 40.0,
        nations_league: 40.0,
        regional: 30.0,
        minor: 30.0,
        friendly: 20.0,
        club: 20.0,
    };

    /// I of FIFA's ranking since 2018, where a class holds several of FIFA's: the group stage's 50 for all of a World Cup
    /// (60 from the quarter-finals on), 35 for all of other finals (40 from the quarter-finals on), 25 for qualifiers, 15
    /// for nations leagues (25 in their finals), 10 for friendlies in FIFA's windows (5 outside), and those 10 for
    /// regional and minor tournaments, which FIFA counts as friendlies. Clubs, which FIFA does not rank, 25.
    pub const FIFA: Self = Self {
        world_cup: 50.0,
        finals: 35.0,
        qualifier: 25.0,
        nations_league: 15.0,
        regional: 10.0,
        minor: 10.0,
        friendly: 10.0,
        club: 25.0,
    };

    /// The same weight for every match.
    #[must_use]
    pub const fn flat(weight: f64) -> Self {
        Self {
            world_cup: weight,
            finals: weight,
            qualifier: weight,
            nations_league: weight,
            regional: weight,
            minor: weight,
            friendly: weight,
            club: weight,
        }
    }

    /// The weight of a class.
    #[must_use]
    pub const fn of(&self, class: Class) -> f64 {
        match class {
            Class::WorldCup => self.world_cup,
            Class::Finals => self.finals,
            Class::Qualifier => self.qualifier,
            Class::NationsLeague => self.nations_league,
            Class::Regional => self.regional,
            Class::Minor => self.minor,
            Class::Friendly => self.friendly,
            Class::Club => self.club,
        }
    }
}
