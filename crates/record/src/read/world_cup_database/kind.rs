//! Which table of the database a file is.

use super::super::header_has;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal, [$($column:literal),+];)*) => {
        /// A table of the World Cup database.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $name,)* }

        impl Kind {
            /// Every table.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Name as printed in reports.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => concat!("World Cup database: ", $text),)* }
            }

            /// Columns that together no table listed before has.
            const fn telling_columns(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($column),+],)* }
            }
        }
    };
}

kinds! {
    /// `matches.csv`: score, stage, venue and kick-off.
    Matches = "matches", ["match_id", "home_team_name", "away_team_name", "score_penalties"];
    /// `goals.csv`.
    Goals = "goals", ["goal_id", "match_id"];
    /// `bookings.csv`: cautions and dismissals.
    Bookings = "bookings", ["booking_id", "match_id"];
    /// `substitutions.csv`.
    Substitutions = "substitutions", ["substitution_id", "match_id"];
    /// `penalty_kicks.csv`: kicks of shoot-outs.
    PenaltyKicks = "penalty kicks", ["penalty_kick_id", "match_id"];
    /// `player_appearances.csv`: line-ups and, in some versions, captains.
    PlayerAppearances = "player appearances", ["match_id", "player_id", "starter"];
    /// `manager_appearances.csv`: managers of a match.
    ManagerAppearances = "manager appearances", ["match_id", "manager_id"];
    /// `referee_appearances.csv`: referees of a match.
    RefereeAppearances = "referee appearances", ["match_id", "referee_id"];
    /// `manager_appointments.csv`: managers of a tournament.
    ManagerAppointments = "manager appointments", ["tournament_id", "manager_id"];
    /// `squads.csv`.
    Squads = "squads", ["tournament_id", "player_id", "position_code"];
    /// `players.csv`: dates of birth.
    Players = "players", ["player_id", "birth_date"];
    /// `group_standings.csv`: order of every group.
    GroupStandings = "group standings", ["tournament_id", "group_name", "position"];
    /// `tournament_standings.csv`: first to fourth.
    TournamentStandings = "tournament standings", ["tournament_id", "position", "team_name"];
    /// `host_countries.csv`.
    HostCountries = "host countries", ["tournament_id", "team_name", "performance"];
    /// `tournaments.csv`: last days.
    Tournaments = "tournaments", ["tournament_id", "end_date", "winner"];
    /// A table of which the record has no use, or that repeats another one.
    Unused = "a table not used", ["key_id"];
}

/// First two columns of the tables not used, each with another that tells it.
const UNUSED: [[&str; 2]; 12] = [
    ["award_id", "award_description"],
    ["award_id", "shared"],
    ["confederation_id", "confederation_wikipedia_link"],
    ["group_name", "count_teams"],
    ["manager_id", "manager_wikipedia_link"],
    ["tournament_id", "count_matches"],
    ["tournament_id", "referee_id"],
    ["referee_id", "referee_wikipedia_link"],
    ["stadium_id", "stadium_capacity"],
    ["team_id", "opponent_id"],
    ["team_id", "federation_name"],
    ["stage_number", "count_scheduled"],
];

impl Kind {
    /// Tells which table a header belongs to; `None` if it is none of this database.
    #[must_use]
    pub fn detect(header: &str) -> Option<Self> {
        if !header_has(header, &["key_id"]) {
            return None;
        }
        let unused = UNUSED.iter().any(|columns| header_has(header, columns));
        Self::ALL
            .iter()
            .copied()
            .find(|kind| header_has(header, kind.telling_columns()))
            .filter(|&kind| kind != Self::Unused || unused)
            .filter(|&kind| !(kind == Self::HostCountries && unused))
            .or(unused.then_some(Self::Unused))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_is_told_by_its_header() {
        for (header, kind) in [
            (
                "key_id,tournament_id,tournament_name,match_id,home_team_name,away_team_name,score_penalties",
                Some(Kind::Matches),
            ),
            ("key_id,goal_id,tournament_id,match_id,player_id", Some(Kind::Goals)),
            ("key_id,tournament_id,match_id,player_id,position_code,starter,substitute", Some(Kind::PlayerAppearances)),
            ("key_id,tournament_id,match_id,team_id,manager_id", Some(Kind::ManagerAppearances)),
            ("key_id,tournament_id,team_id,manager_id", Some(Kind::ManagerAppointments)),
            ("key_id,manager_id,family_name,manager_wikipedia_link", Some(Kind::Unused)),
            ("key_id,tournament_id,player_id,shirt_number,position_code", Some(Kind::Squads)),
            ("key_id,tournament_id,stage_name,group_name,position,team_name", Some(Kind::GroupStandings)),
            ("key_id,tournament_id,stage_name,group_name,count_teams", Some(Kind::Unused)),
            ("key_id,tournament_id,tournament_name,position,team_name", Some(Kind::TournamentStandings)),
            ("key_id,tournament_id,tournament_name,team_name,performance", Some(Kind::HostCountries)),
            ("key_id,tournament_id,team_name,count_matches,performance", Some(Kind::Unused)),
            ("key_id,tournament_id,award_id,shared,player_id,team_name", Some(Kind::Unused)),
            ("key_id,tournament_id,start_date,end_date,winner", Some(Kind::Tournaments)),
            ("key_id,something,else", None),
            ("match_id,goal_id", None),
        ] {
            assert_eq!(Kind::detect(header), kind, "{header}");
        }
    }
}
