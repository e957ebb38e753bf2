//! From tokens to the pieces a clause is made of: names, competitions and stages, times, clock phrases, scope
//! phrases, known words.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::ask::statement::Minutes;
use crate::{CompetitionId, EditionId, PersonId, StageKind, TeamId};

use super::dates::{NeedsToday, Time, time_at, year_at};
use super::lexicon::{Class, Lex, confederation_at, lex_at};
use super::minutes::{follows, follows_any, minutes_at};
use super::names::{Mention, NameSource, Named};
use super::numbers;
use super::scope::{Point, ScopePhrase, point_at, scope_at};
use super::tokens::{Span, Token, TokenKind, cardinal_at, ordinal_at};

/// A competition, an edition, a stage, a group, or a stage of one: "the 2022 World Cup final".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) competition: Option<CompetitionId>,
    pub(super) edition: Option<EditionId>,
    pub(super) year: Option<i16>,
    pub(super) stage: Option<StageKind>,
    pub(super) group: Option<Box<str>>,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Team(Vec<TeamId>),
    Person(Vec<PersonId>),
    Event(Event),
    Score(u8, u8),
    Number(u32),
    Ordinal(u32),
    /// "twice", "four times"
    Times(u32),
    Minutes(Minutes),
    Time(Time),
    /// "since Brazil in 1962": whose, and when.
    Since(Option<Vec<Named>>, Option<Time>),
    Scope(ScopePhrase),
    Point(Point),
    Confederation(&'static str),
    Lex(Lex),
    Unknown,
    Mark(char),
    Possessive,
}

/// A piece of a clause.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// The preposition before it.
    pub(super) preposition: Option<&'static str>,
    /// The article or possessive before it: `the`, `a`, `his` for any possessive.
    pub(super) determined: Option<&'static str>,
    /// Whether it is written with a capital.
    pub(super) capital: bool,
}

impl Node {
    pub(super) fn lex(&self) -> Option<Lex> {
        match self.kind {
            Kind::Lex(lex) => Some(lex),
            _ => None,
        }
    }

    pub(super) fn is(&self, lemma: &str) -> bool {
        self.lex().is_some_and(|lex| lex.lemma == lemma)
    }
}

/// Why no pieces could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CutError {
    NeedsToday(Span),
}

struct Cutter<'a> {
    tokens: &'a [Token],
    mentions: BTreeMap<usize, (&'a Mention, usize)>,
    names: &'a dyn NameSource,
    today: Option<Date>,
}

/// The pieces of a tokenised text.
pub(super) fn cut(
    tokens: &[Token],
    mentions: &[Mention],
    names: &dyn NameSource,
    today: Option<Date>,
) -> Result<Vec<Node>, CutError> {
    let mut by_token = BTreeMap::new();
    for mention in mentions {
        let first = tokens.partition_point(|token| token.span.end <= mention.span.start);
        let end = tokens.partition_point(|token| token.span.start < mention.span.end);
        // "Has", "Will" and "Most" are surnames too: without a capital of their own they are the words of the game.
        let capital = first > 0 && tokens.get(first).is_some_and(|token| token.capital);
        let person = matches!(mention.named.first(), Some(Named::Person(_)));
        let word = person && !capital && end == first.saturating_add(1) && lex_at(tokens, first).is_some();
        if end > first && !mention.named.is_empty() && !word {
            by_token.insert(first, (mention, end));
        }
    }
    let cutter = Cutter { tokens, mentions: by_token, names, today };
    let mut nodes = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (kind, length) = cutter.piece(at)?;
        let length = length.max(1);
        nodes.push(cutter.node(at, length, kind));
        at = at.saturating_add(length);
    }
    tell_apart(&mut nodes, names);
    Ok(nodes)
}

/// Of people of one surname keeps those who were at the edition or active in the year the sentence names.
fn tell_apart(nodes: &mut [Node], names: &dyn NameSource) {
    let (mut edition, mut year) = (None, None);
    for node in nodes.iter() {
        match &node.kind {
            Kind::Event(event) => {
                edition = edition.or(event.edition);
                year = year.or(event.year);
            }
            Kind::Time(Time::Year(said)) => year = year.or(Some(*said)),
            Kind::Time(Time::Day(date)) => year = year.or(Some(date.year())),
            _ => {}
        }
    }
    if edition.is_none() && year.is_none() {
        return;
    }
    for node in nodes {
        if let Kind::Person(people) = &mut node.kind
            && people.len() > 1
        {
            *people = names.present(std::mem::take(people), edition, year);
        }
    }
}

impl Cutter<'_> {
    fn node(&self, at: usize, length: usize, kind: Kind) -> Node {
        let first = self.tokens.get(at);
        let last = self.tokens.get(at.saturating_add(length).saturating_sub(1)).or(first);
        let start = first.map_or(0, |token| token.span.start);
        let end = last.map_or(start, |token| token.span.end);
        let capital = first.is_some_and(|token| token.capital);
        Node { span: start..end, kind, preposition: None, determined: None, capital }
    }

    fn error(&self, at: usize) -> CutError {
        CutError::NeedsToday(self.node(at, 3, Kind::Unknown).span)
    }

    fn time(&self, at: usize) -> Result<Option<(Time, usize)>, CutError> {
        match time_at(self.tokens, at, self.today) {
            Ok(found) => Ok(found.map(|found| (found.time, found.length))),
            Err(NeedsToday) => Err(self.error(at)),
        }
    }

    fn is_named(&self, at: usize) -> bool {
        self.mentions.contains_key(&at)
    }

    /// The named thing at a token, with the token after it.
    fn named(&self, at: usize) -> Option<(&[Named], usize)> {
        self.mentions.get(&at).map(|(mention, end)| (mention.named.as_slice(), *end))
    }

    fn piece(&self, at: usize) -> Result<(Kind, usize), CutError> {
        let tokens = self.tokens;
        if !self.is_named(at)
            && let Some((scope, length)) = scope_at(tokens, at, |index| self.team_end(index))
        {
            return Ok((Kind::Scope(scope), length));
        }
        if let Some((point, length)) = point_at(tokens, at) {
            return Ok((Kind::Point(point), length));
        }
        // "in the 1998 World Cup" is a place in history, not "in 1998".
        const BEFORE: [&str; 14] = [
            "in the",
            "at the",
            "of the",
            "from the",
            "during the",
            "for the",
            "in",
            "at",
            "of",
            "from",
            "during",
            "the",
            "to the",
            "for",
        ];
        if let Some(inner) = follows_any(tokens, at, &BEFORE)
            && year_at(tokens, inner).is_some()
            && self.event(inner).is_some()
            && let Some((lex, length)) = lex_at(tokens, at)
        {
            return Ok((Kind::Lex(lex), length));
        }
        if !self.is_named(at)
            && let Some(found) = minutes_at(tokens, at)
        {
            return Ok((Kind::Minutes(found.minutes), found.length));
        }
        if let Some((event, length)) = self.event(at) {
            return Ok((Kind::Event(event), length));
        }
        if let Some((named, end)) = self.named(at)
            && let Some(kind) = named_kind(named)
        {
            return Ok((kind, end.saturating_sub(at)));
        }
        if let Some((since, length)) = self.since(at)? {
            return Ok((since, length));
        }
        if let Some((time, length)) = self.time(at)? {
            return Ok((Kind::Time(time), length));
        }
        if let Some((key, length)) = confederation_at(tokens, at) {
            return Ok((Kind::Confederation(key), length));
        }
        let lex = lex_at(tokens, at);
        if let Some((lex, length)) = lex
            && length > 1
        {
            return Ok((Kind::Lex(lex), length));
        }
        if let Some((count, length)) = self.count(at) {
            return Ok((Kind::Times(count), length));
        }
        if let Some((value, length)) = ordinal_at(tokens, at) {
            return Ok((Kind::Ordinal(value), length));
        }
        if let Some((value, length)) = cardinal_at(tokens, at) {
            if let (Some(dash), Some((other, more))) = (
                tokens.get(at.saturating_add(length)),
                cardinal_at(tokens, at.saturating_add(length).saturating_add(1)),
            ) && dash.is_mark('-')
                && let (Ok(one), Ok(other)) = (u8::try_from(value), u8::try_from(other))
            {
                return Ok((Kind::Score(one, other), length.saturating_add(1).saturating_add(more)));
            }
            return Ok((Kind::Number(value), length));
        }
        if let Some((lex, length)) = lex {
            return Ok((Kind::Lex(lex), length));
        }
        let Some(token) = tokens.get(at) else { return Ok((Kind::Unknown, 1)) };
        Ok((
            match token.kind {
                TokenKind::Score(one, other) => Kind::Score(one, other),
                TokenKind::Mark(mark) => Kind::Mark(mark),
                TokenKind::Possessive => Kind::Possessive,
                _ => Kind::Unknown,
            },
            1,
        ))
    }

    /// "twice", "four times", "on 31 occasions".
    fn count(&self, at: usize) -> Option<(u32, usize)> {
        let first = self.tokens.get(at)?;
        if let Some(times) = numbers::times(&first.word) {
            return Some((times, 1));
        }
        let start = follows(self.tokens, at, "on").unwrap_or(at);
        let (value, length) = cardinal_at(self.tokens, start)?;
        let end = follows_any(self.tokens, start.saturating_add(length), &["times", "time", "occasions"])?;
        Some((value, end.saturating_sub(at)))
    }

    /// The token after a team's name at `at`.
    fn team_end(&self, at: usize) -> Option<usize> {
        let (named, end) = self.named(at)?;
        matches!(named.first(), Some(Named::Team(_))).then_some(end)
    }

    /// "since Brazil in 1962", "since Brazil", "since the 1990 World Cup".
    fn since(&self, at: usize) -> Result<Option<(Kind, usize)>, CutError> {
        let Some(start) = follows(self.tokens, at, "since") else { return Ok(None) };
        let start = follows_any(self.tokens, start, &["the"]).unwrap_or(start);
        if let Some((named, end)) = self.named(start)
            && matches!(named.first(), Some(Named::Team(_) | Named::Person(_)))
        {
            let (time, end) = match self.time(end)? {
                Some((time @ (Time::Year(_) | Time::Day(_)), length)) => (Some(time), end.saturating_add(length)),
                _ => match self.event(end) {
                    Some((Event { year: Some(year), .. }, length)) => {
                        (Some(Time::Year(year)), end.saturating_add(length))
                    }
                    _ => (None, end),
                },
            };
            return Ok(Some((Kind::Since(Some(named.to_vec()), time), end.saturating_sub(at))));
        }
        if let Some((Event { year: Some(year), .. }, length)) = self.event(start) {
            let end = start.saturating_add(length);
            return Ok(Some((Kind::Since(None, Some(Time::Year(year))), end.saturating_sub(at))));
        }
        Ok(None)
    }

    /// A stage at `at`, the longest.
    fn stage(&self, at: usize) -> Option<(StageKind, usize)> {
        const FIRST: [&str; 14] = [
            "quarter",
            "quarters",
            "quarterfinal",
            "quarterfinals",
            "semi",
            "semis",
            "semifinal",
            "semifinals",
            "final",
            "finals",
            "last",
            "round",
            "group",
            "third",
        ];
        let first = self.tokens.get(at)?;
        let starts =
            FIRST.iter().any(|word| first.is(word)) || first.is("first") || first.is("second") || first.is("match");
        if !starts {
            return None;
        }
        if first.is("quarters") {
            return Some((StageKind::QuarterFinal, 1));
        }
        if first.is("semis") {
            return Some((StageKind::SemiFinal, 1));
        }
        for length in (1..=4_usize).rev() {
            let words: Option<Vec<String>> = (at..at.saturating_add(length))
                .map(|index| {
                    self.tokens.get(index).and_then(|token| match token.kind {
                        TokenKind::Word => Some(token.word.to_string()),
                        TokenKind::Number(value) => Some(value.to_string()),
                        _ => None,
                    })
                })
                .collect();
            let Some(words) = words else { continue };
            let text = words.join(" ");
            if matches!(text.as_str(), "group" | "groups" | "third place" | "match" | "third" | "first" | "second") {
                continue;
            }
            let Some(kind) = StageKind::read(&text) else { continue };
            let end = at.saturating_add(length);
            // "the last four years", "the last 16 matches"
            let counts = ["years", "matches", "games", "minutes", "goals", "world", "editions", "meetings", "times"];
            if first.is("last") && self.tokens.get(end).is_some_and(|next| counts.iter().any(|word| next.is(word))) {
                return None;
            }
            // "final score", "first round" of something longer in the lexicon
            if lex_at(self.tokens, at).is_some_and(|(_, longer)| longer > length) {
                return None;
            }
            return Some((kind, length));
        }
        None
    }

    /// "Group B".
    fn group(&self, at: usize) -> Option<(Box<str>, usize)> {
        if !self.tokens.get(at)?.is("group") {
            return None;
        }
        let label = self.tokens.get(at.saturating_add(1))?;
        let label = match label.kind {
            TokenKind::Word if label.word.chars().count() == 1 => label.word.to_uppercase(),
            TokenKind::Number(value @ 1..=20) => value.to_string(),
            _ => return None,
        };
        Some((label.into(), 2))
    }

    /// The competition, stage, group or edition at `at`, put together from its parts.
    fn event(&self, start: usize) -> Option<(Event, usize)> {
        let mut event = Event::default();
        let mut at = start;
        let mut found = 0;
        loop {
            if let Some((named, end)) = self.named(at) {
                match named.first() {
                    Some(&Named::Competition(id)) if event.competition.is_none() && event.edition.is_none() => {
                        event.competition = Some(id);
                        at = end;
                        found = end;
                        // "World Cup finals" are the tournament.
                        if let Some(end) = follows(self.tokens, at, "finals") {
                            at = end;
                            found = end;
                        }
                        continue;
                    }
                    Some(&Named::Edition(id)) if event.competition.is_none() && event.edition.is_none() => {
                        event.edition = Some(id);
                        at = end;
                        found = end;
                        if let Some(end) = follows(self.tokens, at, "finals") {
                            at = end;
                            found = end;
                        }
                        continue;
                    }
                    _ => {}
                }
                break;
            }
            if event.year.is_none()
                && event.edition.is_none()
                && let Some(year) = year_at(self.tokens, at)
            {
                event.year = Some(year);
                at = at.saturating_add(1);
                if event.competition.is_some() || event.stage.is_some() || event.group.is_some() {
                    found = at;
                }
                continue;
            }
            if event.group.is_none()
                && let Some((label, length)) = self.group(at)
            {
                event.group = Some(label);
                at = at.saturating_add(length);
                found = at;
                continue;
            }
            if event.stage.is_none()
                && let Some((stage, length)) = self.stage(at)
            {
                event.stage = Some(stage);
                at = at.saturating_add(length);
                found = at;
                continue;
            }
            // "the final of the 2022 World Cup", "Group B in 2022" is left to the time.
            if (event.stage.is_some() || event.group.is_some())
                && event.competition.is_none()
                && event.edition.is_none()
                && let Some(next) = follows_any(
                    self.tokens,
                    at,
                    &["of the", "of", "at the", "at", "in the", "in", "from the", "stage of the", "matches of the"],
                )
            {
                let name = if year_at(self.tokens, next).is_some() && event.year.is_none() {
                    next.saturating_add(1)
                } else {
                    next
                };
                if self
                    .named(name)
                    .is_some_and(|(named, _)| matches!(named.first(), Some(Named::Competition(_) | Named::Edition(_))))
                {
                    at = next;
                    continue;
                }
            }
            break;
        }
        if found == 0 {
            return None;
        }
        // A year that turned out to stand before nothing is left for the time.
        if let (Some(competition), Some(year)) = (event.competition, event.year)
            && let Some(edition) = self.names.edition(competition, year)
        {
            event.edition = Some(edition);
            event.competition = None;
            event.year = None;
        }
        Some((event, found.saturating_sub(start)))
    }
}

fn named_kind(named: &[Named]) -> Option<Kind> {
    let teams: Vec<TeamId> = named
        .iter()
        .filter_map(|named| match named {
            Named::Team(id) => Some(*id),
            _ => None,
        })
        .collect();
    let people: Vec<PersonId> = named
        .iter()
        .filter_map(|named| match named {
            Named::Person(id) => Some(*id),
            _ => None,
        })
        .collect();
    match named.first()? {
        Named::Team(_) => Some(Kind::Team(teams)),
        Named::Person(_) => Some(Kind::Person(people)),
        Named::Competition(_) | Named::Edition(_) => None,
    }
}

/// Whether a piece is a noun phrase of its own.
pub(super) const fn is_noun_phrase(kind: &Kind) -> bool {
    matches!(kind, Kind::Team(_) | Kind::Person(_) | Kind::Event(_))
}

/// Whether a piece makes the next ambiguous word a noun: "the win", "a fourth win", "17 wins".
pub(super) fn precedes_noun(node: &Node) -> bool {
    match &node.kind {
        Kind::Number(_) | Kind::Ordinal(_) | Kind::Possessive | Kind::Confederation(_) => true,
        Kind::Lex(lex) => {
            matches!(lex.class, Class::Determiner | Class::Selector) && !matches!(lex.lemma, "last" | "first" | "next")
                || lex.lemma == "how many"
                || lex.lemma == "no"
        }
        _ => false,
    }
}
