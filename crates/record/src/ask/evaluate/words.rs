//! How matches, minutes, dates, teams and people are put in words: one place for every answer.

use jiff::civil::{Date, Weekday};

use crate::ask::statement::{MatchRef, Minutes, Subject, When};
use crate::conflict::Conflict;
use crate::{
    Card, Clock, CompetitionClass, CompetitionId, EditionId, EventKind, Fixture, Goals, Kick, Match, PenaltyOutcome,
    PersonId, Record, ShootOut, Side, Stage, TeamId,
};

/// `England`, `England women`.
pub fn team(record: &Record, id: TeamId) -> String {
    record.team(id).display_name()
}

/// `Harry Kane`.
pub fn person(record: &Record, id: PersonId) -> String {
    record.person(id).name.to_string()
}

/// A name, or that none is known.
pub fn somebody(record: &Record, id: Option<PersonId>) -> String {
    id.map_or_else(|| "somebody not named".to_owned(), |id| person(record, id))
}

/// A team or a person.
pub fn subject(record: &Record, subject: Subject) -> String {
    match subject {
        Subject::Team(id) => team(record, id),
        Subject::Person(id) => person(record, id),
    }
}

/// `World Cup`.
pub fn competition(record: &Record, id: CompetitionId) -> String {
    record.competition(id).name.to_string()
}

/// `World Cup 2022`; a friendly is no edition of anything.
pub fn edition(record: &Record, id: EditionId) -> String {
    let edition = record.edition(id);
    let competition = record.competition(edition.competition);
    if competition.class == CompetitionClass::Friendly && crate::fold(&competition.name) == competition.class.key() {
        competition.name.to_lowercase()
    } else {
        format!("{} {}", competition.name, edition.label)
    }
}

/// The words with a capital at their head.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `10 December 2022`.
pub fn date(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month() - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("?");
    format!("{} {month} {}", date.day(), date.year())
}

/// `Saturday`.
pub const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// `84'`.
pub fn minute(clock: Clock) -> String {
    format!("{clock}'")
}

/// ` 84'`, or nothing where the minute is not known.
pub fn at_minute(clock: Option<Clock>) -> String {
    clock.map_or_else(String::new, |clock| format!(" {clock}'"))
}

/// `in the 84th minute`, `between 46' and 90'`.
pub fn minutes(minutes: &Minutes) -> String {
    // Added time is open-ended.
    if minutes.to.added() >= 30 {
        return format!("from {} to the end of the half", minute(minutes.from));
    }
    if minutes.from == minutes.to {
        format!("at {}", minute(minutes.from))
    } else {
        format!("between {} and {}", minute(minutes.from), minute(minutes.to))
    }
}

/// `a, b and c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// At most `most` of a list, then how many more.
pub fn some_of(items: &[String], most: usize) -> String {
    if items.len() <= most {
        return list(items);
    }
    let shown: Vec<String> = items.iter().take(most).cloned().collect();
    format!("{} and {} more", shown.join(", "), items.len() - most)
}

/// `1 match`, `5 matches`.
pub fn count(number: u32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `1st`, `22nd`, `13th`.
pub fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Goals of the team spoken of first.
pub fn seen_from(goals: Goals, side: Side) -> (u8, u8) {
    let seen = goals.seen_from(side);
    (seen.home, seen.away)
}

/// `Argentina went through 4-3 on penalties`.
pub fn shoot_out(record: &Record, entry: &Match, shoot_out: ShootOut) -> String {
    let winner = team(record, entry.team(shoot_out.winner));
    match shoot_out.score {
        Some(score) => format!("{winner} went through {} on penalties", score.seen_from(shoot_out.winner)),
        None => format!("{winner} went through on penalties"),
    }
}

/// How it ended, seen from a side: `2-2 after extra time; Argentina went through 4-3 on penalties`.
pub fn result(record: &Record, entry: &Match, side: Side) -> String {
    let Some(end) = entry.score.end else { return format!("no score recorded ({})", entry.status.key()) };
    let mut text = end.seen_from(side).to_string();
    if entry.score.extra_time.is_some() {
        text.push_str(" after extra time");
    }
    if let Some(decided) = entry.score.shoot_out {
        text.push_str("; ");
        text.push_str(&shoot_out(record, entry, decided));
    } else if let Some(side) = entry.given_to {
        text.push_str(&format!("; given to {} ({})", team(record, entry.team(side)), entry.status.key()));
    }
    text
}

/// `Argentina 2-2 England after extra time, Argentina 4-3 on penalties`.
pub fn score_line(record: &Record, entry: &Match) -> String {
    let (home, away) = (team(record, entry.home), team(record, entry.away));
    let Some(end) = entry.score.end else { return format!("{home} v {away} ({})", entry.status.key()) };
    let mut text = format!("{home} {end} {away}");
    if entry.score.extra_time.is_some() {
        text.push_str(" after extra time");
    }
    if let Some(decided) = entry.score.shoot_out {
        let winner = team(record, entry.team(decided.winner));
        let score = decided.score.map_or_else(String::new, |score| format!(" {}", score.seen_from(decided.winner)));
        text.push_str(&format!(", {winner}{score} on penalties"));
    }
    text
}

/// `World Cup 2022, quarter-final, 10 December 2022`.
pub fn occasion(record: &Record, entry: &Match) -> String {
    occasion_of(record, entry.edition, entry.stage.as_ref(), entry.date)
}

/// The same of its parts.
pub fn occasion_of(record: &Record, of: EditionId, stage: Option<&Stage>, on: Date) -> String {
    let stage = stage.map_or_else(String::new, |stage| format!(", {stage}"));
    format!("{}{stage}, {}", edition(record, of), date(on))
}

/// `England v France, World Cup 2022, quarter-final, 10 December 2022`.
pub fn appointment(record: &Record, fixture: &Fixture<'_>) -> String {
    let occasion = occasion_of(record, fixture.edition(), fixture.stage(), fixture.date());
    format!("{} v {}, {occasion}", team(record, fixture.home()), team(record, fixture.away()))
}

/// `England 1-2 France, World Cup 2022, quarter-final, 10 December 2022`.
pub fn match_line(record: &Record, entry: &Match) -> String {
    format!("{}, {}", score_line(record, entry), occasion(record, entry))
}

/// `Harry Kane 84', penalty off target`.
pub fn event(record: &Record, event: &crate::Event) -> String {
    let who = format!("{}{}", somebody(record, event.player), at_minute(event.clock));
    match &event.kind {
        EventKind::Goal => who,
        EventKind::OwnGoal => format!("{who}, own goal"),
        EventKind::Penalty(penalty) => {
            let mut text = format!("{who}, penalty {}", penalty.outcome.name());
            if let Some(keeper) = penalty.keeper.filter(|_| penalty.outcome == PenaltyOutcome::Saved) {
                text.push_str(&format!(" by {}", person(record, keeper)));
            }
            if penalty.retaken {
                text.push_str(", taken again");
            }
            if let Some(given) = penalty.awarded {
                text.push_str(&format!(", given {}", minute(given)));
            }
            text
        }
        EventKind::Card { card, bench } => {
            let shown = match card {
                Card::Yellow => "booked",
                Card::SecondYellow => "sent off, second yellow card",
                Card::Red => "sent off",
            };
            format!("{who}, {shown}{}", if *bench { " (on the bench)" } else { "" })
        }
        EventKind::Substitution { on } => format!("{} for {who}", somebody(record, *on)),
    }
}

/// `Roberto Baggio, 5th kick of Italy, off target`.
pub fn kick(record: &Record, entry: &Match, kick: &Kick, order: u8) -> String {
    format!(
        "{}, {} kick of {}, {}",
        somebody(record, kick.taker),
        ordinal(u32::from(order)),
        team(record, entry.team(kick.side)),
        kick.outcome.name()
    )
}

/// A difference between sources: `minute of a goal by Lionel Messi: 108 (A), 109 (B)`.
pub fn conflict(record: &Record, conflict: &Conflict) -> String {
    let names = |sources| {
        let names: Vec<String> = record.sources_in(sources).map(|source| source.name.to_string()).collect();
        if names.is_empty() { "source not named".to_owned() } else { names.join(", ") }
    };
    format!(
        "{}: {} ({}), {} ({})",
        conflict.about,
        conflict.preferred.value,
        names(conflict.preferred.sources),
        conflict.other.value,
        names(conflict.other.sources)
    )
}

/// When a statement puts something: ` at the World Cup 1998`, ` on 10 December 2022`; nothing where it does not say.
pub fn when(record: &Record, when: &When) -> String {
    let mut text = String::new();
    if let Some(id) = when.edition {
        text.push_str(&format!(" at the {}", edition(record, id)));
    }
    match (when.date, when.year) {
        (Some(day), _) => text.push_str(&format!(" on {}", date(day))),
        (None, Some(year)) if when.edition.is_none() => text.push_str(&format!(" in {year}")),
        _ => {}
    }
    if let Some(day) = when.weekday {
        text.push_str(&format!(" on a {}", weekday(day)));
    }
    text
}

/// The match a statement points to: `England v Argentina at the World Cup 1998`.
pub fn match_ref(record: &Record, at: &MatchRef) -> String {
    if let Some(id) = at.id.filter(|id| id.index() < record.match_count()) {
        let entry = record.match_at(id);
        return format!("{} v {}, {}", team(record, entry.home), team(record, entry.away), occasion(record, entry));
    }
    let teams = match (at.team, at.opponent) {
        (Some(one), Some(other)) => format!("{} v {}", team(record, one), team(record, other)),
        (Some(one), None) | (None, Some(one)) => format!("a match of {}", team(record, one)),
        (None, None) => "any match".to_owned(),
    };
    let stage = at.stage.map_or_else(String::new, |stage| format!(", {}", stage.name()));
    let said = when(record, &at.when);
    let competition = match at.competition {
        Some(id) if at.when.edition.is_none() => format!(" at the {}", competition(record, id)),
        _ => String::new(),
    };
    let which = match at.which {
        crate::ask::statement::Which::Any => "",
        crate::ask::statement::Which::Latest => " (the latest)",
        crate::ask::statement::Which::First => " (the first)",
    };
    format!("{teams}{competition}{said}{stage}{which}")
}
