//! Which match a report is about.

use std::collections::{BTreeMap, BTreeSet};

use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::Entity;
use byline_record::{Fixture, Goals, Match, MatchId, Sex, TeamId, View, fold};
use jiff::civil::Date;

use crate::checked::Anchor;
use crate::index::Index;
use crate::passage::Passage;
use crate::text::Report;

/// Teams whose pairs are considered, heaviest first.
const MOST_TEAMS: usize = 12;
/// The least weight of clues that makes a match the one a report is about.
const ENOUGH: f64 = 5.0;
/// How much the best must be ahead of the next.
const AHEAD: f64 = 1.0;

/// Words of the sport, the sex and the age of teams that are no men's first teams of association football.
const OTHER_SPORTS: &[&str] = &[
    "hockey",
    "rugby",
    "cricket",
    "basketball",
    "handball",
    "netball",
    "volleyball",
    "futsal",
    "baseball",
    "polo",
    "korfball",
    "lacrosse",
    "wicket",
    "wickets",
    "try",
    "tries",
    "innings",
];
const YOUTH: &[&str] = &["u21", "u20", "u19", "u17", "u23", "youth"];
const YOUTH_PHRASES: &[&str] = &["under 21", "under 20", "under 19", "under 17", "under 23", "under 21s", "under 20s"];
const WOMEN: &[&str] = &["women", "womens", "woman", "lionesses", "matildas", "she", "her", "uswnt"];

/// What a report is about besides a match: whether the record can tell anything of it at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Game {
    /// Association football, first teams.
    Football(Sex),
    /// Another sport, or a youth team.
    Other,
}

/// Which game a report is about, by its words.
pub(crate) fn game(text: &str) -> Game {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let lead = words.len().min(120);
    let count = |list: &[&str]| words.iter().filter(|word| list.contains(word)).count();
    let in_lead = |list: &[&str]| words.iter().take(lead).any(|word| list.contains(word));
    let phrases = |phrases: &[&str], most: usize| {
        phrases
            .iter()
            .filter(|phrase| {
                let parts: Vec<&str> = phrase.split(' ').collect();
                words
                    .get(..most)
                    .is_some_and(|words| words.windows(parts.len()).any(|window| window == parts.as_slice()))
            })
            .count()
    };
    let sports = OTHER_SPORTS.get(..12).unwrap_or_default();
    if (in_lead(sports) && count(OTHER_SPORTS) >= 2) || (in_lead(YOUTH) || phrases(YOUTH_PHRASES, lead) > 0) {
        return Game::Other;
    }
    let women = count(WOMEN);
    let named =
        words.iter().take(lead).any(|word| matches!(*word, "women" | "womens" | "lionesses" | "matildas" | "uswnt"));
    if women >= 3 || (named && women >= 1) { Game::Football(Sex::Women) } else { Game::Football(Sex::Men) }
}

/// A match as the anchor sees it: played, or still to come.
struct Candidate {
    id: MatchId,
    date: Date,
    score: f64,
    clues: Vec<String>,
}

fn weights(passages: &[Passage]) -> Vec<(TeamId, f64)> {
    let mut weights: BTreeMap<TeamId, f64> = BTreeMap::new();
    for (index, passage) in passages.iter().enumerate() {
        let weight = if index < 3 || passage.is_title {
            2.0
        } else if passage.quote.is_some() {
            0.5
        } else {
            1.0
        };
        for name in &passage.names {
            if let [Entity::Team(team)] = *name.means.as_slice() {
                *weights.entry(team).or_default() += weight;
            }
        }
    }
    let mut weights: Vec<(TeamId, f64)> = weights.into_iter().collect();
    weights.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    weights.truncate(MOST_TEAMS);
    weights
}

/// The match a report is about, if that is plain. `passages` are those of the whole report, read without a match in
/// question.
pub(crate) fn anchor(view: &View<'_>, index: &Index, report: &Report, passages: &[Passage]) -> Option<Anchor> {
    let teams = weights(passages);
    let total: f64 = teams.iter().map(|(_, weight)| weight).sum();
    let published = report.published.as_ref().map(|published| published.date);
    let said = Said::of(view, report, passages);
    let mut candidates: Vec<Candidate> = Vec::new();
    for (rank, &(one, weight)) in teams.iter().enumerate() {
        for &(other, other_weight) in teams.iter().skip(rank + 1) {
            let share = (weight + other_weight) / total.max(1.0);
            let lead = said.lead.contains(&one) && said.lead.contains(&other);
            for entry in view.meetings(one, other) {
                candidates.push(weigh(view, index, &said, entry, share, lead, published));
            }
            for fixture in view.fixtures_between(one, other) {
                candidates.extend(weigh_fixture(&fixture, share, lead, published));
            }
        }
    }
    // With a match of these days in question, a year recalled says little.
    let days = |candidate: &Candidate| published.is_some_and(|day| (day - candidate.date).get_days().abs() <= 3);
    if candidates.iter().any(|candidate| days(candidate) && candidate.score >= ENOUGH) {
        for candidate in candidates.iter_mut().filter(|candidate| !days(candidate)) {
            candidate.score -= 1.0;
        }
    }
    candidates.sort_by(|one, other| {
        other.score.total_cmp(&one.score).then(other.date.cmp(&one.date)).then(one.id.cmp(&other.id))
    });
    let best = candidates.first()?;
    let next = candidates.iter().find(|candidate| candidate.id != best.id).map_or(0.0, |candidate| candidate.score);
    if best.score < ENOUGH || best.score - next < AHEAD {
        return None;
    }
    Some(Anchor {
        in_match: best.id,
        confidence: (best.score / (best.score + next.max(0.0) * 0.5 + 0.5)).clamp(0.0, 1.0),
        clues: best.clues.clone(),
    })
}

/// What a text says that tells one match from another.
#[derive(Default)]
struct Said {
    words: BTreeSet<String>,
    scores: BTreeSet<(u8, u8)>,
    years: BTreeSet<i16>,
    /// Teams of the first passages.
    lead: BTreeSet<TeamId>,
    /// Teams set against each other: "England v Senegal", "England 1-2 France".
    against: BTreeSet<(TeamId, TeamId)>,
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
    fn of(view: &View<'_>, report: &Report, passages: &[Passage]) -> Self {
        Self::of_words(view, report.text(), passages)
    }

    fn of_words(view: &View<'_>, text: &str, passages: &[Passage]) -> Self {
        let mut said = Self::default();
        let folded = fold(text);
        said.words = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(str::to_owned)
            .collect();
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
                    said.years.insert(view.as_of().year().saturating_sub(ago));
                }
                said.years.extend(short_year(passage, at));
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
                    && (passage.is_any(one.end, &["v", "vs", "versus"])
                        || matches!(passage.kind(one.end), Some(TokenKind::Score(..))))
                {
                    said.against.insert((first.min(second), first.max(second)));
                }
            }
            // "England 2 Slovakia 1"
            for pair in passage.names.windows(2) {
                if let [one, other] = pair
                    && one.team().is_some()
                    && other.team().is_some()
                    && let (Some((first, end)), Some((second, _))) =
                        (passage.cardinal(one.end), passage.cardinal(other.end))
                    && (end == other.first || passage.is_mark(end, ','))
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

    fn has_score(&self, goals: Option<Goals>) -> bool {
        goals.is_some_and(|goals| self.scores.contains(&(goals.home.max(goals.away), goals.home.min(goals.away))))
    }

    /// Whether a word as [`Index`] keeps it is in the text.
    fn has(&self, word: &str) -> bool {
        !word.is_empty() && self.words.contains(word)
    }
}

/// Clues of the day: how near a match is to the day of a report.
fn nearness(published: Option<Date>, date: Date) -> Option<(f64, String)> {
    let days = i64::from((published? - date).get_days());
    Some(match days {
        0..=2 => (4.0, "played at most two days before".to_owned()),
        3..=5 => (2.5, format!("played {days} days before")),
        6..=9 => (1.0, format!("played {days} days before")),
        _ => return None,
    })
}

fn weigh(
    view: &View<'_>,
    index: &Index,
    said: &Said,
    entry: &Match,
    share: f64,
    lead: bool,
    published: Option<Date>,
) -> Candidate {
    let mut score = 2.5 * share;
    let mut clues = vec!["both teams".to_owned()];
    if lead {
        score += 1.0;
    }
    if said.against.contains(&(entry.home.min(entry.away), entry.home.max(entry.away))) {
        score += 1.0;
    }
    let near = nearness(published, entry.date);
    let mut add = |weight: f64, clue: String| {
        score += weight;
        clues.push(clue);
    };
    let is_near = near.is_some();
    if let Some((weight, clue)) = near {
        add(weight, clue);
    }
    let record = view.record();
    let year = record.edition(entry.edition).year().unwrap_or(entry.date.year());
    if !is_near && (said.years.contains(&year) || said.years.contains(&entry.date.year())) {
        add(1.5, format!("the year {year}"));
    }
    if let Some(end) = entry.score.end.filter(|_| said.has_score(entry.score.end)) {
        add(1.5, format!("the score {end}"));
    }
    if said.has_score(entry.score.shoot_out.and_then(|decided| decided.score)) {
        add(0.75, "the score of the shoot-out".to_owned());
    }
    let scorers: BTreeSet<_> = entry.goals().filter_map(|goal| goal.player).collect();
    let named = scorers.iter().filter(|&&scorer| said.has(index.surname(scorer))).count();
    if named > 0 {
        let share = ratio(named, scorers.len());
        add(
            0.8 * share.max(0.5) * f64::from(u8::try_from(named.min(5)).unwrap_or(5)),
            format!("{named} of {} scorers", scorers.len()),
        );
    }
    if let Some(city) =
        entry.venue.filter(|&venue| said.has(index.city(venue))).and_then(|venue| record.venue(venue).city.as_deref())
    {
        add(0.5, format!("the place, {city}"));
    }
    Candidate { id: entry.id, date: entry.date, score, clues }
}

fn weigh_fixture(fixture: &Fixture<'_>, share: f64, lead: bool, published: Option<Date>) -> Option<Candidate> {
    let days = i64::from((fixture.date() - published?).get_days());
    let near = match days {
        0..=3 => 3.5,
        4..=8 => 2.5,
        _ => return None,
    };
    let score = 2.5 * share + if lead { 1.0 } else { 0.0 } + near;
    let clues = vec!["both teams".to_owned(), format!("to be played {days} days later")];
    Some(Candidate { id: fixture.id(), date: fixture.date(), score, clues })
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole).max(1.0)
}

/// The least weight of clues that makes a match the one a paragraph is about.
const ENOUGH_HERE: f64 = 2.9;

/// The match each paragraph is about, where it is another than the report's: round-ups and histories go from match to
/// match. Two clues at least besides the teams: scorers, score, year, place.
pub(crate) fn local(
    view: &View<'_>,
    index: &Index,
    report: &Report,
    passages: &[Passage],
    found: Option<MatchId>,
) -> BTreeMap<usize, MatchId> {
    let heavy: Vec<TeamId> = weights(passages).into_iter().map(|(team, _)| team).take(4).collect();
    let own = found.and_then(|id| view.get(id));
    let mut locals: BTreeMap<usize, MatchId> = BTreeMap::new();
    let mut before: Option<MatchId> = None;
    let mut years: BTreeSet<i16> = BTreeSet::new();
    for part in passages.chunk_by(|one, other| one.paragraph == other.paragraph) {
        let Some(paragraph) = part.first().map(|passage| passage.paragraph) else { continue };
        let Some(words) = report.paragraphs.get(paragraph).map(|paragraph| report.words(&paragraph.span)) else {
            continue;
        };
        let said = Said::of_words(view, words, part);
        years.extend(&said.years);
        let here: BTreeSet<TeamId> =
            part.iter().flat_map(|passage| &passage.names).filter_map(crate::passage::Name::team).collect();
        let mut best: Vec<(f64, MatchId, u8)> = Vec::new();
        let partners: BTreeSet<TeamId> = here
            .iter()
            .copied()
            .chain(heavy.iter().copied())
            .chain(own.into_iter().flat_map(|entry| [entry.home, entry.away]))
            .collect();
        for &one in here.iter().take(6) {
            for &other in partners.iter().filter(|&&other| other != one).take(10) {
                for entry in view.meetings(one, other) {
                    let both = here.contains(&one) && here.contains(&other);
                    let (score, clues) =
                        weigh_here(view, index, &said, &years, entry, both, own.map(|own| own.edition));
                    best.push((score, entry.id, clues));
                }
            }
        }
        best.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        best.dedup_by_key(|(_, id, _)| *id);
        let own_score = own.map_or(0.0, |own| weigh_here(view, index, &said, &years, own, true, Some(own.edition)).0);
        let next = best.get(1).map_or(0.0, |(score, ..)| *score);
        let mut chosen = None;
        if let Some(&(score, id, clues)) = best.first()
            && Some(id) != found
            && score >= ENOUGH_HERE
            && clues >= 2
            && score - next >= 0.7
            && score - own_score >= 0.7
        {
            chosen = Some(id);
        } else if let Some(id) = before
            && best.iter().any(|&(score, of, _)| {
                of == id && score > own_score && best.first().is_some_and(|&(first, ..)| first - score < 0.7)
            })
        {
            chosen = Some(id);
        }
        if let Some(id) = chosen {
            locals.insert(paragraph, id);
        }
        before = chosen;
    }
    locals
}

fn weigh_here(
    view: &View<'_>,
    index: &Index,
    said: &Said,
    years: &BTreeSet<i16>,
    entry: &Match,
    both: bool,
    edition: Option<byline_record::EditionId>,
) -> (f64, u8) {
    let record = view.record();
    let mut score = if both { 1.2 } else { 0.5 };
    let mut clues = 0;
    let year = record.edition(entry.edition).year().unwrap_or(entry.date.year());
    if said.years.contains(&year) || said.years.contains(&entry.date.year()) {
        score += 1.2;
        clues += 1;
    } else if years.contains(&year) || edition == Some(entry.edition) {
        score += 0.6;
    }
    if said.has_score(entry.score.end) {
        score += 1.2;
        clues += 1;
    }
    if said.has_score(entry.score.shoot_out.and_then(|decided| decided.score)) {
        score += 0.8;
        clues += 1;
    }
    let people: BTreeSet<_> = entry.goals().filter_map(|goal| goal.player).collect();
    let named = people.iter().filter(|&&person| said.has(index.surname(person))).count();
    let kicked: BTreeSet<_> =
        entry.kicks.iter().filter_map(|kick| kick.taker).filter(|taker| !people.contains(taker)).collect();
    let kicks = kicked.iter().filter(|&&person| said.has(index.surname(person))).count();
    clues += u8::try_from(named + kicks.min(1)).unwrap_or(u8::MAX);
    score += 0.9 * f64::from(u8::try_from(named.min(4)).unwrap_or(4)) * ratio(named, people.len()).max(0.5);
    score += 0.4 * f64::from(u8::try_from(kicks.min(4)).unwrap_or(4));
    if entry.venue.is_some_and(|venue| said.has(index.city(venue))) {
        score += 0.8;
        clues += 1;
    }
    (score, clues)
}

/// The tournaments a report tells of: the anchor's, and those in which at least three of the people it names scored.
pub(crate) fn editions(
    view: &View<'_>,
    index: &Index,
    passages: &[Passage],
    found: Option<MatchId>,
) -> Vec<byline_record::EditionId> {
    let record = view.record();
    let own = found.and_then(|id| view.get(id)).map(|entry| entry.edition);
    let mut people: BTreeSet<byline_record::PersonId> = BTreeSet::new();
    let mut teams: BTreeSet<TeamId> = BTreeSet::new();
    let mut named: BTreeSet<byline_record::EditionId> = BTreeSet::new();
    for name in passages.iter().flat_map(|passage| &passage.names) {
        people.extend(name.people());
        teams.extend(name.team().map(|team| record.root(team)));
        named.extend(name.edition());
    }
    let years: BTreeSet<i16> =
        passages.iter().flat_map(|passage| Said::of_words(view, "", std::slice::from_ref(passage)).years).collect();
    let mut counts: BTreeMap<byline_record::EditionId, BTreeSet<byline_record::PersonId>> = BTreeMap::new();
    for &person in &people {
        for entry in index.scored(person).iter().filter_map(|&id| view.get(id)) {
            // Of namesakes only who played for or against a team named.
            if teams.contains(&record.root(entry.home)) || teams.contains(&record.root(entry.away)) {
                counts.entry(entry.edition).or_default().insert(person);
            }
        }
    }
    let mut ranked: Vec<(usize, byline_record::EditionId)> = counts
        .into_iter()
        .map(|(edition, people)| {
            (
                people.len()
                    + if named.contains(&edition)
                        || record.edition(edition).year().is_some_and(|year| years.contains(&year))
                    {
                        1
                    } else {
                        0
                    },
                edition,
            )
        })
        .filter(|&(count, _)| count >= 3)
        .collect();
    ranked.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let mut editions: Vec<_> = own.into_iter().collect();
    for (_, edition) in ranked.into_iter().take(3) {
        if !editions.contains(&edition) {
            editions.push(edition);
        }
    }
    editions
}

/// The teams a report names most.
pub(crate) fn heavy(passages: &[Passage]) -> Vec<TeamId> {
    weights(passages).into_iter().map(|(team, _)| team).take(2).collect()
}
