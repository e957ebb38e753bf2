//! A small record to look names up in: the real teams and competitions, a few matches and people.

use jiff::civil::{Date, date};

use crate::claim::{Claims, EditionClaim, MatchClaim, PersonClaim, SquadClaim, VenueClaim};
use crate::{
    Clock, Event, EventKind, Goals, MatchId, Record, Score, Sex, Side, Sources, Stage, StageKind, Status, TeamKind,
    TeamSheet,
};

type Line<'a> = (&'a str, &'a [&'a str]);

fn played(competition: &str, day: Date, sides: [&str; 2], goals: (u8, u8)) -> MatchClaim {
    let goals = Goals::new(goals.0, goals.1);
    MatchClaim {
        competition: competition.into(),
        edition: day.year().to_string().into(),
        date: Some(day),
        home: sides[0].into(),
        away: sides[1].into(),
        status: Some(Status::Played),
        score: Score { end: Some(goals), full_time: Some(goals), ..Score::default() },
        ..MatchClaim::default()
    }
}

fn scorer(name: &str, side: Side, minute: u8) -> Event<Box<str>> {
    Event {
        clock: Clock::new(minute).ok(),
        side,
        kind: EventKind::Goal,
        player: Some(name.into()),
        sources: Sources::NONE,
    }
}

fn sheet(keeper: &str, manager: &str) -> TeamSheet<Box<str>> {
    TeamSheet { keepers: vec![(keeper.into(), None)], manager: Some(manager.into()), ..TeamSheet::default() }
}

fn edition(competition: &str, label: &str, sex: Sex, hosts: &[&str]) -> EditionClaim {
    EditionClaim {
        competition: competition.into(),
        label: label.into(),
        sex,
        hosts: hosts.iter().map(|&host| host.into()).collect(),
        ..EditionClaim::default()
    }
}

/// People, each with the teams and other names.
const PEOPLE: &[(&str, Line<'static>)] = &[
    ("Ronaldo", ("Brazil", &["Ronaldo Nazário"])),
    ("Cristiano Ronaldo", ("Portugal", &[])),
    ("Ronaldinho", ("Brazil", &[])),
    ("Pelé", ("Brazil", &["Edson Arantes do Nascimento"])),
    ("Luis Suárez", ("Uruguay", &["Luis Alberto Suárez Díaz"])),
    ("Luis Suárez Miramontes", ("Spain", &[])),
    ("Gerd Müller", ("West Germany", &[])),
    ("Thomas Müller", ("Germany", &[])),
    ("Mesut Özil", ("Germany", &[])),
    ("Lothar Matthäus", ("West Germany, Germany", &[])),
    ("Fredrik Ljungberg", ("Sweden", &["Freddie Ljungberg"])),
    ("Son Heung-min", ("South Korea", &[])),
    ("Park Ji-sung", ("South Korea", &[])),
    ("Kim Min-jae", ("South Korea", &[])),
    ("Kim Young-gwon", ("South Korea", &[])),
    ("Virgil van Dijk", ("Netherlands", &[])),
    ("Dirk Kuijt", ("Netherlands", &[])),
    ("Lilian Thuram", ("France", &[])),
    ("Marcus Thuram", ("France", &[])),
    ("David Beckham", ("England", &[])),
    ("Bobby Charlton", ("England", &[])),
    ("Jack Charlton", ("England", &[])),
    ("Joe Jordan", ("Scotland", &[])),
    ("Luka Modrić", ("Croatia", &[])),
    ("Rüştü Reçber", ("Turkey", &[])),
    ("Hakan Şükür", ("Turkey", &[])),
    ("Dejan Savićević", ("FR Yugoslavia", &[])),
    ("Zlatan Ibrahimović", ("Sweden", &[])),
    ("Samuel Eto'o", ("Cameroon", &[])),
    ("Ángel Di María", ("Argentina", &[])),
    ("Lionel Messi", ("Argentina", &["Leo Messi"])),
    ("N'Golo Kanté", ("France", &[])),
    ("Marco van Basten", ("Netherlands", &[])),
    ("Alan Sunday", ("Nigeria", &[])),
];

const ENGLAND: &[&str] = &[
    "Jordan Pickford",
    "Harry Kane",
    "Harry Maguire",
    "Jude Bellingham",
    "Bukayo Saka",
    "Declan Rice",
    "John Stones",
    "Kyle Walker",
    "Trent Alexander-Arnold",
    "Jack Grealish",
    "Phil Foden",
    "Marcus Rashford",
    "Ben White",
];

const FRANCE: &[&str] = &[
    "Hugo Lloris",
    "Kylian Mbappé",
    "Aurélien Tchouaméni",
    "Olivier Giroud",
    "Antoine Griezmann",
    "Theo Hernandez",
    "Lucas Hernandez",
    "Ousmane Dembélé",
    "Adrien Rabiot",
    "Jules Koundé",
    "Dayot Upamecano",
    "Kingsley Coman",
    "Marcus Thuram",
];

/// The record.
pub(super) fn record() -> Record {
    let mut merger = crate::builtin::merger().unwrap();
    let player = |&name: &&str| SquadClaim { player: name.into(), ..SquadClaim::default() };
    let names = |list: &[&str]| list.iter().map(player).collect::<Vec<_>>();
    let people = PEOPLE.iter().map(|(name, (teams, others))| PersonClaim {
        name: (*name).into(),
        other_names: others.iter().map(|&other| other.into()).collect(),
        teams: teams.split(", ").map(Into::into).collect(),
        ..PersonClaim::default()
    });
    let world_cup = |label: &str, hosts: &[&str]| edition("World Cup", label, Sex::Men, hosts);
    let euro = |label: &str, hosts: &[&str]| edition("European Championship", label, Sex::Men, hosts);
    let quarter_final = MatchClaim {
        stage: Some(Stage::of(StageKind::QuarterFinal)),
        venue: Some(venue("Al Bayt Stadium", "Al Khor", None)),
        events: vec![
            scorer("Aurélien Tchouaméni", Side::Away, 17),
            scorer("Harry Kane", Side::Home, 54),
            scorer("Olivier Giroud", Side::Away, 78),
        ],
        sheets: [sheet("Jordan Pickford", "Gareth Southgate"), sheet("Hugo Lloris", "Didier Deschamps")],
        referee: Some("Wilton Sampaio".into()),
        ..played("World Cup", date(2022, 12, 10), ["England", "France"], (1, 2))
    };
    let claims = Claims {
        source: "hand".into(),
        people: people.collect(),
        editions: vec![
            world_cup("1970", &["Mexico"]),
            world_cup("1974", &["West Germany"]),
            world_cup("1986", &["Mexico"]),
            world_cup("1990", &["Italy"]),
            world_cup("1994", &["United States"]),
            world_cup("1998", &["France"]),
            world_cup("2002", &["South Korea", "Japan"]),
            EditionClaim {
                squads: vec![("England".into(), names(ENGLAND)), ("France".into(), names(FRANCE))],
                ..world_cup("2022", &["Qatar"])
            },
            euro("1996", &["England"]),
            euro("2016", &["France"]),
            euro("2020", &["Europe"]),
            euro("2024", &["Germany"]),
            edition("Women's World Cup", "2019", Sex::Women, &["France"]),
            edition("Premier League", "2018/19", Sex::Men, &[]),
            edition("Premier League", "2019/20", Sex::Men, &[]),
        ],
        matches: vec![
            quarter_final,
            MatchClaim {
                events: vec![scorer("Gerd Müller", Side::Away, 43)],
                ..played("World Cup", date(1974, 7, 7), ["Netherlands", "West Germany"], (1, 2))
            },
            MatchClaim {
                events: vec![scorer("Luis Suárez", Side::Home, 26)],
                ..played("World Cup", date(2010, 6, 26), ["Uruguay", "South Korea"], (2, 1))
            },
            MatchClaim {
                events: vec![scorer("Luis Suárez Miramontes", Side::Away, 20)],
                ..played("Friendly", date(1960, 5, 15), ["England", "Spain"], (0, 3))
            },
            MatchClaim {
                edition: "2020".into(),
                venue: Some(venue("Wembley Stadium", "London", None)),
                ..played("European Championship", date(2021, 7, 11), ["Italy", "England"], (1, 1))
            },
            MatchClaim {
                venue: Some(venue("Wembley", "London", Some("England"))),
                ..played("Friendly", date(1998, 5, 23), ["England", "Saudi Arabia"], (0, 0))
            },
            MatchClaim {
                venue: Some(venue("Stade de France", "Saint-Denis", None)),
                ..played("Friendly", date(2002, 5, 18), ["France", "Belgium"], (1, 2))
            },
            MatchClaim {
                venue: Some(venue("Estadio Azteca", "Mexico City", None)),
                ..played("Friendly", date(2003, 2, 4), ["Mexico", "Argentina"], (0, 1))
            },
            MatchClaim {
                sex: Sex::Women,
                events: vec![scorer("Ellen White", Side::Home, 9)],
                ..played("Women's World Cup", date(2019, 7, 2), ["England", "United States"], (1, 2))
            },
            MatchClaim {
                kind: TeamKind::Club,
                edition: "2018/19".into(),
                events: vec![scorer("Son Heung-min", Side::Home, 5)],
                ..played("Premier League", date(2018, 12, 2), ["Arsenal FC", "Tottenham Hotspur"], (4, 2))
            },
        ],
        ..Claims::default()
    };
    merger.add(&claims).unwrap();
    merger.finish()
}

fn venue(stadium: &str, city: &str, country: Option<&str>) -> VenueClaim {
    VenueClaim { stadium: Some(stadium.into()), city: Some(city.into()), country: country.map(Into::into) }
}

/// England v France, 10 December 2022.
pub(super) fn quarter_final(record: &Record) -> MatchId {
    on(record, date(2022, 12, 10))
}

/// The match of a day.
pub(super) fn on(record: &Record, day: Date) -> MatchId {
    record.latest().matches().find(|entry| entry.date == day).unwrap().id
}
