//! What openfootball's text and JSON have in common, and with it our own notation: titles, venues, placeholders for
//! sides not known yet, and goals that must add up.

use jiff::civil::Date;

use crate::claim::{EditionClaim, MatchClaim, VenueClaim};
use crate::fold::fold;
use crate::read::scan::{Fault, LONGEST_NAME, Parsed};
use crate::{Goals, Score, Sex, Stage, StageKind, TeamKind};

/// The title of an edition, `World Cup 2022`, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// Name of the competition: the title without its year.
    pub(crate) competition: Box<str>,
    /// Year or season: `2022`, `2018/19`.
    pub(crate) label: Box<str>,
    /// Calendar year the label starts with.
    pub(crate) first_year: i16,
    /// Calendar year the label ends with; the same for a year.
    pub(crate) last_year: i16,
    /// National sides or clubs.
    pub(crate) kind: TeamKind,
    /// Men's or women's.
    pub(crate) sex: Sex,
    /// Whether it is the way to the finals, not the finals.
    pub(crate) qualifying: bool,
}

/// Words of competitions of national sides; all others are of clubs.
const NATIONAL: [&str; 14] = [
    "world cup",
    "euro",
    "european championship",
    "european nations cup",
    "copa america",
    "nations league",
    "gold cup",
    "asian cup",
    "africa cup",
    "african cup of nations",
    "oceania nations cup",
    "confederations cup",
    "olympic",
    "friendl",
];

impl Title {
    /// Takes a title apart at its last year or season; `None` if it has none, or is too long for a title.
    pub(crate) fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST_NAME {
            return None;
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let (position, (label, first_year, last_year)) =
            words.iter().enumerate().rev().find_map(|(position, word)| Some((position, years(word)?)))?;
        let mut competition = String::with_capacity(text.len());
        for (_, word) in words.iter().enumerate().filter(|&(other, _)| other != position) {
            if !competition.is_empty() {
                competition.push(' ');
            }
            competition.push_str(word);
        }
        if competition.is_empty() {
            return None;
        }
        let folded = format!(" {} ", fold(&competition));
        let has = |word: &str| folded.contains(&format!(" {word}"));
        // `Euro` is a word of its own: the European Cup is of clubs.
        let national = first_year == last_year
            && !has("club ")
            && NATIONAL.iter().any(|word| if *word == "euro" { has("euro ") } else { has(word) });
        Some(Self {
            label,
            first_year,
            last_year,
            kind: if national { TeamKind::National } else { TeamKind::Club },
            sex: if has("women") { Sex::Women } else { Sex::Men },
            qualifying: has("qualif"),
            competition: competition.into(),
        })
    }

    /// An edition claim that says nothing yet.
    pub(crate) fn edition(&self) -> EditionClaim {
        EditionClaim {
            competition: self.competition.clone(),
            label: self.label.clone(),
            sex: self.sex,
            ..EditionClaim::default()
        }
    }

    /// First and last year an edition of this label can have been played in: finals are put off by a year, or played
    /// at its turn; the way to them starts four years before.
    fn plausible_years(&self) -> (i16, i16) {
        (self.first_year - if self.qualifying { 4 } else { 1 }, self.last_year + 1)
    }

    /// The date, if a match of this edition can have been on it; `at` is where it is written.
    pub(crate) fn check_date<'t>(&self, date: Date, at: &'t str) -> Parsed<'t, Date> {
        let (first, last) = self.plausible_years();
        if (first..=last).contains(&date.year()) {
            return Ok(date);
        }
        Err(Fault::new(
            at,
            format!("{date} is no day of {} {}", self.competition, self.label),
            format!("a day from {first} to {last}"),
        ))
    }

    /// The stage as this edition means it: a group on the way to the finals is no group of finals.
    pub(crate) fn stage(&self, stage: Stage) -> Stage {
        if self.qualifying { Stage { kind: StageKind::Qualifying, ..stage } } else { stage }
    }

    /// A match of this edition about which nothing else is known.
    pub(crate) fn match_claim(&self) -> MatchClaim {
        MatchClaim {
            competition: self.competition.clone(),
            edition: self.label.clone(),
            kind: self.kind,
            sex: self.sex,
            ..MatchClaim::default()
        }
    }

    /// A team's name as claimed: clubs lose the country openfootball puts behind them, `FC Porto (POR)`.
    pub(crate) fn team(&self, name: &str) -> Box<str> {
        let name = name.trim_ascii();
        if self.kind == TeamKind::Club
            && let Some((club, country)) = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("))
            && country.len() == 3
            && country.bytes().all(|byte| byte.is_ascii_uppercase())
        {
            return club.trim_ascii_end().into();
        }
        super::scan::name(name)
    }
}

/// A year or season as titles write it: `2022`, `2018/19`, `2018-19`, `2018/2019`; with its first and last year.
fn years(word: &str) -> Option<(Box<str>, i16, i16)> {
    let year = |digits: &str| {
        let year = (digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok());
        year.flatten().filter(|year: &i16| (1850..2200).contains(year))
    };
    if let Some(year) = year(word) {
        return Some((word.into(), year, year));
    }
    let (first, last) = word.split_once(['/', '-'])?;
    let first = year(first)?;
    let second = first + 1;
    let fits = year(last) == Some(second) || (last.len() == 2 && last.parse() == Ok(second % 100));
    fits.then(|| (format!("{first}/{:02}", second % 100).into(), first, second))
}

/// Reads a ground that stands behind a match: `Stadium, City[, Country]`, `City` or `City (Stadium)`.
pub(crate) fn venue(text: &str) -> Option<VenueClaim> {
    let text = text.trim_ascii();
    if text.is_empty() {
        return None;
    }
    let mut parts = text.split(',').map(str::trim_ascii).filter(|part| !part.is_empty());
    let first = parts.next()?;
    Some(match parts.next() {
        None => city(first),
        Some(second) => {
            VenueClaim { stadium: Some(first.into()), city: Some(second.into()), country: parts.next().map(Into::into) }
        }
    })
}

/// Reads a ground that stands before a match: `City[, Stadium]`, as openfootball writes it there.
pub(crate) fn venue_before(text: &str) -> Option<VenueClaim> {
    let text = text.trim_ascii();
    match text.split_once(',') {
        Some((city, stadium)) => Some(VenueClaim {
            stadium: Some(stadium.trim_ascii().into()),
            city: Some(city.trim_ascii().into()),
            country: None,
        }),
        None => (!text.is_empty()).then(|| city(text)),
    }
}

fn city(text: &str) -> VenueClaim {
    match text.strip_suffix(')').and_then(|text| text.split_once(" (")) {
        Some((city, stadium)) => VenueClaim {
            stadium: Some(stadium.trim_ascii().into()),
            city: Some(city.trim_ascii().into()),
            country: None,
        },
        None => VenueClaim { stadium: None, city: Some(text.into()), country: None },
    }
}

/// Whether a team's name stands for a side not known yet: `A1`, `2B`, `W74`, `Winner Match 40`, `3rd Group A/B`.
pub(crate) fn is_placeholder(name: &str) -> bool {
    let name = name.trim_ascii();
    let short = name.len() <= 12
        && name.bytes().any(|byte| byte.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'/');
    let first = name.split_whitespace().next().unwrap_or_default();
    short
        || matches!(first, "Winner" | "Winners" | "Loser" | "Losers" | "Runner-up" | "Runners-up" | "TBD" | "TBA")
        || (matches!(first, "1st" | "2nd" | "3rd" | "4th" | "First" | "Second" | "Third") && name.contains("Group"))
        || matches!(name, "" | "?" | "-")
}

/// Takes `Matchday 12` out of a heading.
pub(crate) fn split_matchday(text: &str) -> (&str, Option<u16>) {
    let (before, last) = match text.rsplit_once(',') {
        Some((before, last)) => (before.trim_ascii(), last.trim_ascii()),
        None => ("", text),
    };
    let number = last.strip_prefix("Matchday").or_else(|| last.strip_prefix("Spieltag"));
    match number.and_then(|number| super::scan::leading_number(number.trim_ascii(), 3)) {
        Some((number, "")) => (before, Some(number)),
        _ => (text, None),
    }
}

/// Letter or number of a group; the whole name of what is no plain group.
pub(crate) fn group_label(text: &str) -> Box<str> {
    text.strip_prefix("Group ").map_or_else(|| text.into(), |label| label.trim_ascii().to_uppercase().into())
}

/// Offset from UTC, in minutes, that a zone's name or `UTC+2` means; only names football in Europe is dated by.
pub(crate) fn zone(text: &str) -> Option<i16> {
    let hours = match text {
        "GMT" | "WET" => 0,
        "BST" | "WEST" | "CET" => 1,
        "CEST" | "EET" => 2,
        "EEST" | "MSK" => 3,
        _ => return crate::KickOff::read_offset(&text.replace('±', "+")),
    };
    Some(hours * 60)
}

/// Goals listed for each side.
pub(crate) fn listed_goals(claim: &MatchClaim) -> Goals {
    let goals = claim.events.iter().filter(|event| event.kind.is_goal());
    goals.fold(Goals::default(), |goals, event| goals.plus_one(event.side))
}

/// What is wrong where the goals listed do not make the score.
pub(crate) fn goals_differ(listed: Goals, end: Goals) -> String {
    format!("the goals listed make {listed} but the score is {end}")
}

/// What is wrong where a goal needs extra time and the score has none.
pub(crate) const NO_EXTRA_TIME: &str = "a goal after the 90th minute, but the score is none after extra time";

/// The latest minute of a goal that is no minute of the first ninety, if there is one.
pub(crate) fn goal_after_ninety(claim: &MatchClaim) -> Option<u8> {
    let goals = claim.events.iter().filter(|event| event.kind.is_goal());
    goals.filter_map(|event| Some(event.clock?.minute())).filter(|&minute| minute > 90).max()
}

/// What can be said of a score given as one after ninety minutes, with a goal at `minute` beyond: a minute of the
/// second half of extra time was surely played there; 92 may as well be 90+2.
pub(crate) fn despite_goal_at(minute: u8, score: Score) -> Score {
    let Some(end) = score.full_time else { return score };
    let known = if minute > 105 { Score::after_extra_time(None, end) } else { Score::at_end(end) };
    Score { half_time: score.half_time, shoot_out: score.shoot_out, ..known }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_part_at_the_year() {
        for (text, competition, label, kind) in [
            ("World Cup 2022", "World Cup", "2022", TeamKind::National),
            ("European Championship 2004 qualifying", "European Championship qualifying", "2004", TeamKind::National),
            ("Euro 2024", "Euro", "2024", TeamKind::National),
            ("European Cup 1968/69", "European Cup", "1968/69", TeamKind::Club),
            ("English Premier League 2018/19", "English Premier League", "2018/19", TeamKind::Club),
            ("Deutsche Bundesliga 1999-2000", "Deutsche Bundesliga", "1999/00", TeamKind::Club),
            ("Club World Cup 2025", "Club World Cup", "2025", TeamKind::Club),
        ] {
            let title = Title::read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((&*title.competition, &*title.label, title.kind), (competition, label, kind), "{text}");
        }
        for text in ["World Cup", "2022", "World Cup 1066", "League 2018/21"] {
            assert_eq!(Title::read(text), None, "{text}");
        }
        assert!(Title::read("World Cup 2026 Qualifying").unwrap().qualifying);
        assert_eq!(Title::read("Women's World Cup 2019").unwrap().sex, Sex::Women);
    }

    #[test]
    fn a_final_put_off_by_a_year_is_plausible() {
        let title = Title::read("Euro 2020").unwrap();
        assert!(title.check_date(jiff::civil::date(2021, 7, 11), "").is_ok());
        assert!(title.check_date(jiff::civil::date(2024, 7, 11), "").is_err());
    }

    #[test]
    fn a_place_not_yet_won_is_no_team() {
        for name in ["A1", "1A", "W74", "L101", "Winner Match 40", "3rd Group A/B/C", "3A/B/C/D/F", "Runner-up Group B"]
        {
            assert!(is_placeholder(name), "{name}");
        }
        for name in ["USA", "DR Congo", "Wales", "1. FC Köln", "Schalke 04", "Third Lanark"] {
            assert!(!is_placeholder(name), "{name}");
        }
    }

    #[test]
    fn a_late_goal_casts_doubt_on_the_ninetieth_minute() {
        let score = Score::after_ninety(Goals::new(2, 1));
        assert_eq!(despite_goal_at(119, score), Score::after_extra_time(None, Goals::new(2, 1)));
        assert_eq!(despite_goal_at(92, score), Score::at_end(Goals::new(2, 1)));
    }

    #[test]
    fn grounds_are_told_from_cities() {
        let parts = |venue: Option<VenueClaim>| {
            let venue = venue.unwrap();
            [venue.stadium, venue.city, venue.country].map(|part| part.map(String::from).unwrap_or_default())
        };
        assert_eq!(parts(venue("Wembley Stadium, London")), ["Wembley Stadium", "London", ""]);
        assert_eq!(parts(venue("Azteca, Mexico City, Mexico")), ["Azteca", "Mexico City", "Mexico"]);
        assert_eq!(parts(venue("Paris (Parc des Princes)")), ["Parc des Princes", "Paris", ""]);
        assert_eq!(parts(venue_before("Roma, Stadio Olimpico")), ["Stadio Olimpico", "Roma", ""]);
        assert_eq!(venue("  "), None);
    }

    #[test]
    fn clubs_lose_the_country_behind_them() {
        let title = Title::read("Champions League 2019/20").unwrap();
        assert_eq!(&*title.team("FC Porto (POR)"), "FC Porto");
        assert_eq!(&*title.team("Inter (Milan)"), "Inter (Milan)");
    }
}
