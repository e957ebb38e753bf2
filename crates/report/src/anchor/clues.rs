//! What a text says that tells one match from another.

use std::collections::BTreeSet;

use byline_record::ask::english::dates::weekday;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::RunningText;
use byline_record::{Goals, Match, PersonId, TeamId, View};
use jiff::civil::{Date, Weekday};

use crate::Span;
use crate::heads::Heads;
use crate::index::{Index, Key};
use crate::passage::Passage;

/// A score without goals.
const NO_GOALS: &[&str] = &["goalless", "scoreless", "nil nil"];

/// What a text says that tells one match from another.
#[derive(Default)]
pub(super) struct Said {
    /// Its longer words, each once, sorted.
    pub(super) words: Vec<Key>,
    pub(super) scores: BTreeSet<(u8, u8)>,
    pub(super) years: BTreeSet<i16>,
    /// Days of other years that it is the anniversary of: "thirty years ago today".
    pub(super) days: BTreeSet<Date>,
    /// Whether its first passages say "tomorrow".
    pub(super) of_tomorrow: bool,
    /// Days of the week its first passages name.
    pub(super) weekdays: Vec<Weekday>,
    /// Whether it says to be about a friendly.
    pub(super) friendly: bool,
    /// Teams of the first passages.
    pub(super) lead: BTreeSet<TeamId>,
    /// Teams set against each other: "England v Senegal", "England 1-2 France".
    pub(super) against: BTreeSet<(TeamId, TeamId)>,
    /// Teams of which it says that they meet in another match: "the other game, Portugal against Ghana".
    pub(super) elsewhere: BTreeSet<(TeamId, TeamId)>,
    /// What it begins with.
    pub(super) opening: Option<Opening>,
}

/// The first two teams of a text, where its first or second sentence names two.
#[derive(Debug)]
pub(super) struct Opening {
    teams: [TeamId; 2],
    /// The scores beside them, the more goals first.
    scores: Vec<(u8, u8)>,
}

impl Opening {
    fn of(passage: &Passage) -> Option<Self> {
        let mut teams = passage.names.iter().filter_map(crate::passage::Name::team);
        let first = teams.next()?;
        let second = teams.find(|team| *team != first)?;
        let scores = (0..passage.len()).filter_map(|at| match passage.kind(at) {
            Some(TokenKind::Score(one, other)) => Some((one.max(other), one.min(other))),
            _ => None,
        });
        Some(Self { teams: [first, second], scores: scores.collect() })
    }

    fn is_of(&self, one: TeamId, other: TeamId) -> bool {
        self.teams == [one, other] || self.teams == [other, one]
    }

    /// Whether it is the sides and the score of a match.
    pub(super) fn tells(&self, entry: &Match) -> bool {
        let told = |goals: Goals| self.scores.contains(&(goals.home.max(goals.away), goals.home.min(goals.away)));
        self.is_of(entry.home, entry.away) && entry.score.end.is_some_and(told)
    }

    /// Whether it is the sides of a match, without a score.
    pub(super) fn announces(&self, one: TeamId, other: TeamId) -> bool {
        self.is_of(one, other) && self.scores.is_empty()
    }
}

/// "Euro 96", "France 98": the year a number of two digits stands for.
pub(crate) fn short_year(passage: &Passage, at: usize) -> Option<i16> {
    match passage.kind(at) {
        Some(TokenKind::Number(number @ 60..=99))
            if at > 0 && passage.is_any(at - 1, &["euro", "euros", "italia", "espana"]) =>
        {
            i16::try_from(number + 1900).ok()
        }
        _ => None,
    }
}

impl Said {
    /// What passages say, which stand in a stretch of the text.
    pub(super) fn of(view: &View<'_>, text: &RunningText, span: Span, passages: &[Passage]) -> Self {
        let mut said = Self::of_passages(view, passages);
        // "Boyd's own goal" names Boyd.
        let words = text.words(span).map(|(word, bare)| bare.unwrap_or(word));
        said.words = words.filter(|word| word.len() > 3).map(Key::of).collect();
        said.words.sort_unstable();
        said.words.dedup();
        said
    }

    /// What passages say, but for their words.
    pub(super) fn of_passages(view: &View<'_>, passages: &[Passage]) -> Self {
        /// Words that tell of a year, a score or a friendly.
        const HEADS: Heads = Heads::of(NO_GOALS).and(Heads::of(&["friendly", "tomorrow"]));
        let opening = passages.iter().take(2).find_map(Opening::of);
        let mut said = Self { opening, ..Self::default() };
        for (index, passage) in passages.iter().enumerate() {
            let named = passage.names.iter().filter_map(|name| view.record().edition(name.edition()?).year());
            said.years.extend(named);
            for at in 0..passage.len() {
                if let Some((ago, end)) = passage.cardinal(at)
                    && (passage
                        .any_phrase(end, &["years ago", "years to the day", "years after", "years since", "years on"])
                        .is_some())
                    && view.as_of() != Date::MAX
                    && let Ok(ago) = i16::try_from(ago)
                {
                    let year = view.as_of().year().saturating_sub(ago);
                    said.years.insert(year);
                    let to_the_day = ["years ago today", "years ago tonight", "years to the day"];
                    if passage.any_phrase(end, &to_the_day).is_some() {
                        said.days.extend(of_this_day(view, year));
                    }
                }
                if let Some(next) = passage.any_phrase(at, &["on this day in", "on this date in"])
                    && let Some(TokenKind::Number(year @ 1900..=2100)) = passage.kind(next)
                {
                    said.days.extend(i16::try_from(year).ok().and_then(|year| of_this_day(view, year)));
                }
                said.years.extend(short_year(passage, at));
                let may_tell = passage.may_begin(at, &HEADS);
                said.of_tomorrow |= may_tell && index < 3 && passage.is_any(at, &["tomorrow"]);
                if index < 3 {
                    said.weekdays.extend(weekday(passage.word(at)));
                }
                said.friendly |= may_tell && index < 3 && passage.is_any(at, &["friendly"]);
                // "One-nil", "a goalless draw"
                if may_tell && passage.any_phrase(at, NO_GOALS).is_some() {
                    said.scores.insert((0, 0));
                } else if let Some((goals, end)) = passage.cardinal(at)
                    && let Ok(goals) = u8::try_from(goals)
                    && passage.is_any(if passage.is_mark(end, '-') { end + 1 } else { end }, &["nil"])
                {
                    said.scores.insert((goals, 0));
                }
                match passage.kind(at) {
                    Some(TokenKind::Score(one, other)) => {
                        said.scores.insert((one.max(other), one.min(other)));
                    }
                    Some(TokenKind::Number(year @ 1900..=2100)) => {
                        said.years.extend(i16::try_from(year));
                    }
                    _ => {}
                }
            }
            for pair in passage.names.windows(2) {
                if let [one, other] = pair
                    && let (Some(first), Some(second)) = (one.team(), other.team())
                    && one.end + 1 == other.first
                {
                    let sides = (first.min(second), first.max(second));
                    let set = passage.is_any(one.end, &["v", "vs", "versus"])
                        || matches!(passage.kind(one.end), Some(TokenKind::Score(..)));
                    let and = passage.is_any(one.end, &["and", "against"]);
                    if (set || and) && is_other(passage, one.first) {
                        said.elsewhere.insert(sides);
                    } else if set {
                        said.against.insert(sides);
                    }
                }
            }
            // "England 2 Slovakia 1"
            for pair in passage.names.windows(2) {
                if let [one, other] = pair
                    && one.team().is_some()
                    && other.team().is_some()
                    && let (Some((first, end)), Some((second, _))) =
                        (passage.cardinal(one.end), passage.cardinal(other.end))
                    && (end == other.first || [',', '-', '–', '—'].into_iter().any(|mark| passage.is_mark(end, mark)))
                    && let (Ok(first), Ok(second)) = (u8::try_from(first), u8::try_from(second))
                {
                    said.scores.insert((first.max(second), first.min(second)));
                }
            }
            if index < 3 || passage.is_title {
                said.lead.extend(passage.names.iter().filter_map(crate::passage::Name::team));
            }
        }
        said
    }

    pub(super) fn has_score(&self, goals: Option<Goals>) -> bool {
        goals.is_some_and(|goals| self.scores.contains(&(goals.home.max(goals.away), goals.home.min(goals.away))))
    }

    /// What it weighs for a match that its sides are set against each other: less than nothing where that is said to be
    /// another match.
    pub(super) fn sets_against(&self, [one, other]: [TeamId; 2]) -> f64 {
        let sides = (one.min(other), one.max(other));
        match (self.elsewhere.contains(&sides), self.against.contains(&sides)) {
            (true, _) => -1.0,
            (false, true) => 1.0,
            (false, false) => 0.0,
        }
    }

    /// Whether a word is in the text.
    pub(super) fn has(&self, word: Key) -> bool {
        self.words.binary_search(&word).is_ok()
    }

    /// Whether a folded word of four letters or more is in the text.
    pub(super) fn says(&self, word: &str) -> bool {
        self.has(Key::of(word))
    }

    /// Whether it names the city of a match.
    pub(super) fn names_city(&self, index: &Index, entry: &Match) -> bool {
        entry.venue.and_then(|venue| index.city(venue)).is_some_and(|city| self.has(city))
    }

    /// How many of some people it names.
    pub(super) fn named(&self, index: &Index, people: &[PersonId]) -> usize {
        people.iter().filter_map(|&person| index.surname(person)).filter(|&surname| self.has(surname)).count()
    }
}

/// "The other game, Portugal against Ghana": whether the teams named from a token on are said to meet in another match.
fn is_other(passage: &Passage, first: usize) -> bool {
    const OTHER: &[&str] = &[
        "the other game",
        "the other match",
        "the other tie",
        "the other semi",
        "the other quarter",
        "the other group",
        "the other half",
        "in the other",
        "the day's other",
        "the evening's other",
        "tonight's other",
        "meanwhile",
    ];
    passage.has(first.saturating_sub(8), first, OTHER)
}

/// The day of another year that has the date of the view.
fn of_this_day(view: &View<'_>, year: i16) -> Option<Date> {
    let today = view.as_of();
    if today == Date::MAX { None } else { Date::new(year, today.month(), today.day()).ok() }
}

/// A part of a whole, from 0 to 1.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole).max(1.0)
}
