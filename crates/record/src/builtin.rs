//! The record that comes with the program: `facts/`, parsed at start-up.

use crate::claim::Claims;
use crate::merge::competitions::Competitions;
use crate::merge::{BUILT_IN, MergeError, Merger};
use crate::names::teams::TeamNames;
use crate::read::{facts_lists, football_txt};
use crate::{ReadError, Record};

macro_rules! facts {
    ($file:literal) => {
        include_str!(concat!("../../../facts/", $file))
    };
}

/// `facts/teams.txt`.
pub const TEAMS: &str = facts!("teams.txt");
/// `facts/clubs.txt`.
pub const CLUBS: &str = facts!("clubs.txt");
/// `facts/competitions.txt`.
pub const COMPETITIONS: &str = facts!("competitions.txt");
/// `facts/sources.txt`.
pub const SOURCES: &str = facts!("sources.txt");
/// `facts/people.txt`.
pub const PEOPLE: &str = facts!("people.txt");
/// `facts/squads.txt`.
pub const SQUADS: &str = facts!("squads.txt");

macro_rules! editions {
    ($($file:literal)*) => {
        /// The files of editions, with their paths in `facts/`.
        pub const EDITIONS: &[(&str, &str)] = &[$(($file, facts!($file)),)*];
    };
}

editions! {
    "worldcup/1930.txt" "worldcup/1934.txt" "worldcup/1938.txt" "worldcup/1950.txt" "worldcup/1954.txt"
    "worldcup/1958.txt" "worldcup/1962.txt" "worldcup/1966.txt" "worldcup/1970.txt" "worldcup/1974.txt"
    "worldcup/1978.txt" "worldcup/1982.txt" "worldcup/1986.txt" "worldcup/1990.txt" "worldcup/1994.txt"
    "worldcup/1998.txt" "worldcup/2002.txt" "worldcup/2006.txt" "worldcup/2010.txt" "worldcup/2014.txt"
    "worldcup/2018.txt" "worldcup/2022.txt" "worldcup/2026.txt"
    "euro/1960.txt" "euro/1964.txt" "euro/1968.txt" "euro/1972.txt" "euro/1976.txt" "euro/1980.txt"
    "euro/1984.txt" "euro/1988.txt" "euro/1992.txt" "euro/1996.txt" "euro/2000.txt" "euro/2004.txt"
    "euro/2008.txt" "euro/2012.txt" "euro/2016.txt" "euro/2020.txt" "euro/2024.txt"
    "qualifiers/european-championship-2004.txt"
}

/// Why the built-in record could not be made. The tests hold that it can.
#[derive(Debug, thiserror::Error)]
pub enum BuiltInError {
    /// A file of `facts/` is malformed.
    #[error("facts/{file}: {error}")]
    Read {
        /// Path in `facts/`.
        file: &'static str,
        /// What is wrong.
        error: ReadError,
    },
    /// A file of `facts/` names a team nobody has listed.
    #[error("facts/{file}: {error}")]
    Merge {
        /// Path in `facts/`.
        file: &'static str,
        /// What is wrong.
        error: MergeError,
    },
}

fn read<T>(file: &'static str, result: Result<T, ReadError>) -> Result<T, BuiltInError> {
    result.map_err(|error| BuiltInError::Read { file, error })
}

/// A merger that knows the teams, clubs, competitions and sources of the built-in record, and no match yet.
///
/// # Errors
/// If one of the files is malformed.
pub fn merger() -> Result<Merger, BuiltInError> {
    let teams = read("teams.txt", TeamNames::from_file(TEAMS))?;
    Ok(Merger::new(
        teams.with_clubs(CLUBS),
        read("competitions.txt", Competitions::from_file(COMPETITIONS))?,
        read("sources.txt", facts_lists::read_sources(SOURCES))?,
    ))
}

/// What the built-in files say, with the path of each: people first, so that editions find them under their names.
///
/// # Errors
/// If one of the files is malformed.
pub fn claims() -> Result<Vec<(&'static str, Claims)>, BuiltInError> {
    let ours = || Claims { source: BUILT_IN.into(), ..Claims::default() };
    // Two halves of about the same length are read side by side: this is most of the start of every command.
    let half = EDITIONS.len() * 2 / 3;
    let (first, last) = EDITIONS.split_at(half);
    let editions = |files: &[(&'static str, &'static str)]| -> Result<Vec<(&'static str, Claims)>, BuiltInError> {
        files.iter().map(|&(file, text)| Ok((file, read(file, football_txt::read_text(text))?))).collect()
    };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| editions(first));
        let people = read("people.txt", facts_lists::read_people(PEOPLE))?;
        let squads = read("squads.txt", facts_lists::read_squads(SQUADS))?;
        let last = editions(last)?;
        let first = first.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        let lists =
            [("people.txt", Claims { people, ..ours() }), ("squads.txt", Claims { editions: squads, ..ours() })];
        Ok(lists.into_iter().chain(first).chain(last).collect())
    })
}

/// A merger that has taken the built-in record.
///
/// # Errors
/// If one of the files is malformed.
pub fn merged() -> Result<Merger, BuiltInError> {
    let mut merger = merger()?;
    for (file, claims) in claims()? {
        merger.add(&claims).map_err(|error| BuiltInError::Merge { file, error })?;
    }
    Ok(merger)
}

/// The built-in record.
///
/// # Errors
/// If one of the files is malformed.
pub fn record() -> Result<Record, BuiltInError> {
    Ok(merged()?.finish())
}

/// A number that changes with any byte of the built-in facts (FNV-1a over eight bytes at a time).
#[must_use]
pub fn fingerprint() -> u64 {
    let texts = [TEAMS, CLUBS, COMPETITIONS, SOURCES, PEOPLE, SQUADS];
    texts.into_iter().chain(EDITIONS.iter().map(|&(_, text)| text)).fold(0xcbf2_9ce4_8422_2325, |hash, text| {
        text.as_bytes().chunks(8).chain([&[0xff_u8][..]]).fold(hash, |hash, chunk| {
            let word = chunk.iter().fold(0_u64, |word, &byte| word << 8 | u64::from(byte));
            (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use crate::names::clubs;
    use crate::read::{football_data, timelines};
    use crate::{Clock, EventKind, Extent, PenaltyOutcome, Side, SquadPlayer, Table, TeamId, TeamKind};
    use jiff::civil::date;

    #[test]
    fn every_file_of_facts_is_built_in() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../facts/");
        let mut found: Vec<String> = ["worldcup", "euro", "qualifiers"]
            .into_iter()
            .flat_map(|folder| {
                std::fs::read_dir(format!("{root}{folder}"))
                    .unwrap()
                    .map(move |entry| format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap()))
            })
            .collect();
        found.sort();
        let mut listed: Vec<&str> = EDITIONS.iter().map(|&(file, _)| file).collect();
        listed.sort_unstable();
        assert_eq!(found, listed);
    }

    #[test]
    fn the_evening_of_england_and_france_is_told_right() {
        let record = record().unwrap();
        let view = record.latest();
        let entry = view
            .matches()
            .find(|entry| entry.date == date(2022, 12, 10) && entry.score.end.unwrap().total() == 3)
            .unwrap();
        assert_eq!(&*record.team(entry.home).name, "England");
        assert_eq!(entry.score.half_time.unwrap().to_string(), "0-1");
        assert_eq!(entry.winner(), Some(Side::Away));
        assert_eq!(entry.kick_off.unwrap().zone().unwrap(), "UTC+3");
        let missed = entry
            .events
            .iter()
            .find_map(|event| match event.kind {
                EventKind::Penalty(penalty) if penalty.outcome == PenaltyOutcome::OffTarget => Some((event, penalty)),
                _ => None,
            })
            .unwrap();
        assert_eq!(&*record.person(missed.0.player.unwrap()).name, "Harry Kane");
        assert_eq!(missed.0.clock, Clock::new(84).ok());
        assert_eq!(missed.1.awarded, Clock::new(82).ok());
        assert_eq!(&*record.person(missed.1.keeper.unwrap()).name, "Hugo Lloris");
        assert_eq!(view.extent(entry.edition, Table::MissedPenalties), Extent::Complete);
        assert_eq!(
            entry.venue.map(|venue| record.venue(venue).to_string()).unwrap(),
            "Al Bayt Stadium, Al Khor, Qatar"
        );
        assert!(entry.sources.end.len() >= 3, "the score stands on three sources beside our own");
    }

    #[test]
    fn a_match_of_clubs_is_one_match_under_two_spellings() {
        let results = "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,22/04/18,Nott'm Forest,Man United,1,2,A\n";
        let timeline = r#"[{"league":"england_premier-league-2017-2018","home":"fc-nottingham-forest",
            "away":"manchester-united","GH":1,"GA":2,"date":"2018-04-22","incident":{"incidents":[],"metadata":[]}}]"#;
        let mut merger = merger().unwrap();
        let added = merger.add(&football_data::read(results.as_bytes()).unwrap()).unwrap();
        let merged = merger.add(&timelines::read(timeline.as_bytes()).unwrap()).unwrap();
        assert_eq!((added.matches_added, merged.matches_added, merged.matches_merged), (1, 0, 1));
        let record = merger.finish();
        let [only] = record.latest().matches().collect::<Vec<_>>()[..] else { panic!("one match") };
        assert_eq!(
            [only.home, only.away].map(|team| &*record.team(team).name),
            ["Nottingham Forest", "Manchester United"]
        );
        assert_eq!(record.teams.iter().filter(|team| team.kind == TeamKind::Club).count(), 2);
    }

    #[test]
    fn a_ground_is_in_the_country_of_its_day() {
        let record = record().unwrap();
        let place = |on| {
            let entry = record.latest().matches().find(|entry| entry.date == on).unwrap();
            record.venue(entry.venue.unwrap()).to_string()
        };
        assert_eq!(place(date(1974, 7, 7)), "Olympiastadion, Munich, West Germany");
        assert_eq!(place(date(2006, 7, 9)), "Olympiastadion, Berlin, Germany");
    }

    #[test]
    fn who_managed_several_nations_is_one_person() {
        let record = record().unwrap();
        let mut managers: Vec<(&str, crate::PersonId)> = record
            .editions
            .iter()
            .flat_map(|edition| &edition.managers)
            .map(|is| (&*record.person(is.manager).name, is.manager))
            .collect();
        managers.sort_unstable();
        managers.dedup();
        let twice: Vec<&str> =
            managers.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0).collect();
        assert_eq!(twice, [""; 0], "one name, two people");
    }

    #[test]
    fn captains_are_of_their_squads() {
        let record = record().unwrap();
        let (mut teams, mut in_squads) = (0, 0);
        for edition in record.latest().editions() {
            let mut led: Vec<TeamId> = edition.captains.iter().map(|captaincy| captaincy.team).collect();
            led.dedup();
            teams += led.len();
            for captaincy in &edition.captains {
                let place = format!("{} {}", edition.label, record.person(captaincy.captain).name);
                assert!(record.person(captaincy.captain).teams.contains(&captaincy.team), "{place}");
                assert!(!edition.managers.iter().any(|is| is.manager == captaincy.captain), "{place} manages");
                if let Some(squad) = edition.squads.iter().find(|squad| squad.team == captaincy.team) {
                    assert!(squad.players.iter().any(|one| one.player == captaincy.captain), "{place}");
                    in_squads += 1;
                }
            }
        }
        assert!(teams > 590 && in_squads > 430, "{teams} teams, {in_squads} captains in squads");
    }

    #[test]
    fn clubs_of_players_are_spelled_as_listed() {
        let record = record().unwrap();
        let mut known = 0;
        for edition in record.latest().editions() {
            let players: Vec<&SquadPlayer> = edition.squads.iter().flat_map(|squad| &squad.players).collect();
            let told: Vec<&str> = players.iter().filter_map(|one| one.club.as_deref()).collect();
            for club in &told {
                assert!(clubs::named(club).is_none_or(|listed| listed == *club), "{}: {club}", edition.label);
                assert!(!club.contains(['(', ')', ';', '|']), "{}: {club}", edition.label);
            }
            // Two spellings of one club would be two clubs.
            let mut folded: Vec<(String, &str)> = told.iter().map(|&club| (fold(club), club)).collect();
            folded.sort_unstable();
            folded.dedup();
            let twice = folded.windows(2).find(|pair| pair[0].0 == pair[1].0);
            assert!(twice.is_none(), "{}: {twice:?}", edition.label);
            if ["2010", "2014", "2018", "2022", "2026"].contains(&&*edition.label) {
                assert!(told.is_empty() || told.len() + 3 >= players.len(), "{}: {}", edition.label, told.len());
            }
            known += told.len();
        }
        assert!(known > 4275, "{known}");
        let view = record.latest();
        let world_cup =
            view.editions().find(|edition| &*edition.label == "2022" && !edition.squads.is_empty()).unwrap();
        let club = |name: &str| {
            let all = world_cup.squads.iter().flat_map(|squad| &squad.players);
            all.filter(|one| &*record.person(one.player).name == name).find_map(|one| one.club.as_deref())
        };
        assert_eq!(club("Harry Kane"), Some("Tottenham Hotspur"));
        assert_eq!(club("Lionel Messi"), Some("Paris Saint-Germain"));
    }

    #[test]
    fn captains_are_nobody_new() {
        let count = |with: bool| {
            let mut merger = merger().unwrap();
            for (_, mut claims) in claims().unwrap() {
                if !with {
                    claims.editions.iter_mut().for_each(|edition| edition.captains.clear());
                }
                merger.add(&claims).unwrap();
            }
            merger.finish().people().len()
        };
        assert_eq!(count(true), count(false), "a captain is spelled as nobody in people.txt and squads.txt is");
    }

    #[test]
    fn goals_make_the_scores() {
        let record = record().unwrap();
        let mut matches = 0;
        for entry in record.latest().matches() {
            let Some(end) = entry.score.end else { continue };
            let edition = record.edition(entry.edition);
            if edition.coverage.of(Table::Goals) != Extent::Complete {
                continue;
            }
            for side in Side::BOTH {
                let goals = entry.goals().filter(|goal| goal.side == side).count();
                assert_eq!(goals, usize::from(end.of(side)), "{} {}", entry.date, record.team(entry.home).name);
            }
            matches += 1;
        }
        assert!(matches > 1400, "{matches}");
    }
}
