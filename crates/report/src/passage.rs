//! A report cut into passages: sentences, each of one voice, as words with the names found in them.

use std::cell::OnceCell;

use byline_record::ask::english::tokens::{Token, TokenKind, cardinal_at, ordinal_at, tokens};
use byline_record::names::find::{Context, Entity, How, Names, RunningText};
use byline_record::{CompetitionId, EditionId, PersonId, TeamId};

use crate::Span;
use crate::heads::{Head, Heads, Onset, Phrases};
use crate::quote::Quotes;
use crate::read::clock::{ClockWords, clock_starts, clock_words};
use crate::read::focus::TimesTold;
use crate::read::stages::{StageAt, stages};
use crate::text::{Class, Report};

/// A sentence longer than this is no sentence of a report.
const MOST_TOKENS: usize = 400;

/// A name in a passage, from its first token to the one after its last.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) means: Vec<Entity>,
    pub(crate) how: How,
}

impl Name {
    pub(crate) fn team(&self) -> Option<TeamId> {
        match *self.means.as_slice() {
            [Entity::Team(team)] => Some(team),
            _ => None,
        }
    }

    pub(crate) fn people(&self) -> Vec<PersonId> {
        let people = self.means.iter().filter_map(|means| match means {
            Entity::Person(person) => Some(*person),
            _ => None,
        });
        people.collect()
    }

    /// Who it is, where that is decided.
    pub(crate) fn person(&self) -> Option<PersonId> {
        match *self.means.as_slice() {
            [Entity::Person(person)] => Some(person),
            _ => None,
        }
    }

    pub(crate) fn is_person(&self) -> bool {
        matches!(self.means.first(), Some(Entity::Person(_)))
    }

    pub(crate) fn edition(&self) -> Option<EditionId> {
        self.means.iter().find_map(|means| match means {
            Entity::Edition(edition) => Some(*edition),
            _ => None,
        })
    }

    pub(crate) fn competition(&self) -> Option<CompetitionId> {
        self.means.iter().find_map(|means| match means {
            Entity::Competition(competition) => Some(*competition),
            _ => None,
        })
    }
}

/// A number, and the token after it.
type NumberAt = Option<(u32, usize)>;

/// A sentence of one voice: the outlet's, or a speaker's.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Its first byte in the text of the report.
    pub(crate) start: usize,
    /// The paragraph, as a place in [`Report::paragraphs`].
    pub(crate) paragraph: usize,
    /// The quote it is from, as a place in [`Quotes::quotes`].
    pub(crate) quote: Option<usize>,
    /// Whether it is a title over the story.
    pub(crate) is_title: bool,
    /// Words, numbers and marks; spans are from the start of the passage.
    pub(crate) tokens: Vec<Token>,
    /// Names, in order.
    pub(crate) names: Vec<Name>,
    /// For each token the name it is in, as a place in `names`.
    name_of: Vec<Option<usize>>,
    /// The head of each word, by which most phrases fail.
    heads: Vec<Head>,
    /// The onset of each word.
    onsets: Vec<Onset>,
    /// Which onsets these are.
    onset_set: Heads,
    /// The number that begins at each token, and the token after it.
    cardinals: Vec<NumberAt>,
    /// The same of ordinals.
    ordinals: Vec<NumberAt>,
    /// Where words of the clock may begin.
    clock_starts: OnceCell<Vec<usize>>,
    /// The words of the clock, of a match without and of one with extra time.
    clocks: [OnceCell<Vec<ClockWords>>; 2],
    /// The stages of a tournament, by the token they begin at.
    stages: OnceCell<Vec<StageAt>>,
    /// The years that are the time of what it tells.
    years: OnceCell<TimesTold>,
    /// Whether it has words of other football than the record's.
    other_football: OnceCell<bool>,
}

/// The first letters of a word, or the first figures of a number.
fn classes(token: &Token) -> (Head, Onset) {
    match token.kind {
        TokenKind::Number(number) => {
            let figures = number.to_string();
            (Head::of(&figures), Onset::of(&figures))
        }
        _ => (Head::of(&token.word), Onset::of(&token.word)),
    }
}

/// The passages of a report, in the order of the text, with no names yet.
pub(crate) fn passages(report: &Report, quotes: &Quotes) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        let is_title = matches!(paragraph.class, Class::Headline | Class::Standfirst);
        if !is_title && paragraph.class != Class::Prose {
            continue;
        }
        for sentence in &paragraph.sentences {
            for (span, quote) in voices(sentence, quotes) {
                let Some(words) = report.text().get(span.clone()) else { continue };
                let Some(tokens) = tokens(words, MOST_TOKENS).filter(|tokens| !tokens.is_empty()) else { continue };
                let (heads, onsets) = tokens.iter().map(classes).unzip();
                let onsets: Vec<Onset> = onsets;
                let numbers = |read: fn(&[Token], usize) -> NumberAt| {
                    (0..tokens.len()).map(|at| read(&tokens, at).map(|(value, length)| (value, at + length))).collect()
                };
                passages.push(Passage {
                    start: span.start,
                    paragraph: index,
                    quote,
                    is_title,
                    names: Vec::new(),
                    name_of: vec![None; tokens.len()],
                    onset_set: onsets.iter().fold(Heads::EMPTY, |all, onset| all.with(*onset)),
                    onsets,
                    heads,
                    cardinals: numbers(cardinal_at),
                    ordinals: numbers(ordinal_at),
                    clock_starts: OnceCell::new(),
                    clocks: Default::default(),
                    stages: OnceCell::new(),
                    years: OnceCell::new(),
                    other_football: OnceCell::new(),
                    tokens,
                });
            }
        }
    }
    passages
}

/// Finds the names in passages, in the place of those found before: of people and teams in `context`, or of anybody.
pub(crate) fn find_names(passages: &mut [Passage], text: &RunningText, names: &Names<'_>, context: &Context) {
    let mentions = names.mentions_of(text, context);
    let mut mentions = mentions.into_iter().peekable();
    for passage in passages {
        passage.names.clear();
        passage.name_of.fill(None);
        passage.clock_starts = OnceCell::new();
        passage.clocks = Default::default();
        passage.stages = OnceCell::new();
        passage.years = OnceCell::new();
        let span = passage.span(0, passage.len());
        while let Some(mention) = mentions.next_if(|mention| mention.span.start < span.end) {
            if mention.span.start < span.start || mention.span.end > span.end {
                continue;
            }
            let (start, end) = (mention.span.start - passage.start, mention.span.end - passage.start);
            let first = passage.tokens.partition_point(|token| token.span.end <= start);
            let last = passage.tokens.partition_point(|token| token.span.start < end);
            // "The South Americans" are not the Americans.
            let of_continent = passage.is_any(first, &["americans", "american"])
                && passage.is_any(first.wrapping_sub(1), &["south", "north", "central", "latin"]);
            // "A Stade de France crowd": a ground's name is of no team.
            let of_ground = first >= 2 && passage.phrase(first - 2, "stade de").is_some();
            // "The pro-Poland crowd": for a team, and not it.
            let for_it = passage.is_any(first.wrapping_sub(1), &["pro", "anti"]);
            if first >= last || of_continent || of_ground || for_it {
                continue;
            }
            for slot in passage.name_of.get_mut(first..last).unwrap_or_default() {
                *slot = Some(passage.names.len());
            }
            passage.names.push(Name { first, end: last, means: mention.means, how: mention.how });
        }
    }
}

/// A sentence cut at the marks of quotes: each part with the quote it is from.
fn voices(sentence: &Span, quotes: &Quotes) -> Vec<(Span, Option<usize>)> {
    let first = quotes.quotes.partition_point(|quote| quote.outer.end <= sentence.start);
    let mut parts = Vec::new();
    let mut at = sentence.start;
    for (index, quote) in quotes.quotes.iter().enumerate().skip(first) {
        if quote.outer.start >= sentence.end {
            break;
        }
        if quote.outer.start > at {
            parts.push((at..quote.outer.start, None));
        }
        let inner = quote.span.start.max(at)..quote.span.end.min(sentence.end);
        if inner.start < inner.end {
            parts.push((inner, Some(index)));
        }
        at = quote.outer.end.max(at);
    }
    if at < sentence.end {
        parts.push((at..sentence.end, None));
    }
    parts
}

impl Passage {
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The folded word at a token; empty for numbers, marks and beyond the ends.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    /// The folded words of a run of tokens, with a blank between.
    pub(crate) fn words_between(&self, first: usize, end: usize) -> String {
        let words: Vec<&str> = (first..end).map(|at| self.word(at)).filter(|word| !word.is_empty()).collect();
        words.join(" ")
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_mark(mark))
    }

    pub(crate) fn is_possessive(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Possessive)
    }

    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let own = self.word(at);
        let Some(first) = own.as_bytes().first() else { return false };
        // Most words differ in length or in their first letter: told without a call.
        words.iter().any(|word| word.len() == own.len() && word.as_bytes().first() == Some(first) && *word == own)
    }

    /// What is left of a phrase behind the word, or the number in figures, at a token.
    fn strip<'p>(&self, at: usize, phrase: &'p str) -> Option<&'p str> {
        match self.tokens.get(at)? {
            Token { kind: TokenKind::Number(number), .. } => {
                let figures = phrase.split(' ').next()?;
                (figures.parse() == Ok(*number)).then(|| phrase.strip_prefix(figures)).flatten()
            }
            Token { word, .. } => {
                let (own, phrased) = (word.as_bytes(), phrase.as_bytes());
                // Most words are told by where they end, without a call.
                let ends = matches!(phrased.get(own.len()), None | Some(b' '))
                    && phrased.get(own.len().checked_sub(1)?) == own.last();
                if ends { phrase.strip_prefix(&**word) } else { None }
            }
        }
    }

    /// The head of the word or number at a token; `None` for marks and beyond the ends.
    pub(crate) fn head(&self, at: usize) -> Option<Head> {
        self.heads.get(at).copied().filter(|head| *head != Head::NONE)
    }

    /// The token after a phrase that stands at a token.
    pub(crate) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        if self.head(at)?.begins(phrase) { self.rest_of(at, phrase) } else { None }
    }

    /// The same where the heads were found alike.
    fn rest_of(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut rest = self.strip(at, phrase)?;
        let mut next = at + 1;
        while !rest.is_empty() {
            rest = self.strip(next, rest.strip_prefix(' ')?)?;
            next += 1;
        }
        Some(next)
    }

    /// The token after the first of several phrases that stands at a token; longer ones go first.
    pub(crate) fn any_phrase(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let own = self.head(at)?;
        phrases.iter().filter(|phrase| own.begins(phrase)).find_map(|phrase| self.rest_of(at, phrase))
    }

    /// The same of phrases whose heads are known: most tokens begin none of them.
    pub(crate) fn one_of(&self, at: usize, phrases: &Phrases) -> Option<usize> {
        if self.may_begin(at, phrases.heads()) { self.any_phrase(at, phrases.list()) } else { None }
    }

    /// The tokens at which one of some phrases may begin, in order.
    pub(crate) fn starts<'p>(&'p self, heads: &'p Heads) -> impl Iterator<Item = usize> + 'p {
        let onsets = if self.may_meet(heads) { self.onsets.as_slice() } else { &[] };
        onsets.iter().enumerate().filter(|(_, onset)| heads.may_have(**onset)).map(|(at, _)| at)
    }

    /// The rows whose phrase stands at a token, each with the token after it, in their order. `heads` are those of all
    /// of them.
    pub(crate) fn rows_at<'l, R>(
        &self,
        at: usize,
        rows: &'l [R],
        heads: &Heads,
        phrase: impl Fn(&'l R) -> &'l str + Copy,
    ) -> impl Iterator<Item = (&'l R, usize)> {
        let own = self.head(at).filter(|_| self.may_begin(at, heads));
        let (own, rows) = own.map_or((Head::NONE, [].as_slice()), |own| (own, rows));
        let alike = rows.iter().filter(move |row| own.begins(phrase(row)));
        alike.filter_map(move |row| Some((row, self.rest_of(at, phrase(row))?)))
    }

    /// Where the first of several phrases stands in a range of tokens: its first token and the one after it.
    pub(crate) fn find(&self, from: usize, to: usize, phrases: &[&str]) -> Option<(usize, usize)> {
        let mut first = None;
        let mut to = to;
        for phrase in phrases.iter().filter(|phrase| self.may_have(phrase)) {
            if let Some(found) = self.places(from, to, phrase).next() {
                to = found.0;
                first = Some(found);
            }
        }
        first
    }

    pub(crate) fn has(&self, from: usize, to: usize, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .filter(|phrase| self.may_have(phrase))
            .any(|phrase| self.places(from, to, phrase).next().is_some())
    }

    /// Every place where a phrase stands in a range of tokens: its first token and the one after it.
    fn places(&self, from: usize, to: usize, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        let head = Head::of(phrase);
        let heads = self.heads.get(from..to.min(self.len())).unwrap_or_default();
        let heads = heads.iter().enumerate().filter(move |(_, own)| **own == head);
        heads.filter_map(move |(at, _)| Some((from + at, self.rest_of(from + at, phrase)?)))
    }

    /// Whether a word like the first of a phrase may be in the passage: most are not.
    pub(crate) fn may_have(&self, phrase: &str) -> bool {
        self.onset_set.may_have(Onset::of(phrase))
    }

    /// Whether one of some phrases may stand in the passage.
    pub(crate) fn may_meet(&self, heads: &Heads) -> bool {
        self.onset_set.may_meet(heads)
    }

    /// The onset of the word or number at a token; that of no word for marks, `None` beyond the end.
    pub(crate) fn onset(&self, at: usize) -> Option<Onset> {
        self.onsets.get(at).copied()
    }

    /// Whether one of some phrases may begin at a token.
    pub(crate) fn may_begin(&self, at: usize, heads: &Heads) -> bool {
        self.onsets.get(at).is_some_and(|onset| heads.may_have(*onset))
    }

    /// The number that begins at a token, in figures or words, and the token after it.
    pub(crate) fn cardinal(&self, at: usize) -> Option<(u32, usize)> {
        self.cardinals.get(at).copied().flatten()
    }

    /// The number that ends before a token, and its first token.
    pub(crate) fn cardinal_before(&self, at: usize) -> Option<(usize, u32)> {
        (at.saturating_sub(2)..at)
            .find_map(|first| self.cardinal(first).filter(|(_, end)| *end == at).map(|(value, _)| (first, value)))
    }

    /// The ordinal that begins at a token, and the token after it.
    pub(crate) fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        self.ordinals.get(at).copied().flatten()
    }

    /// Adds a name where there was none of a team, in its place among the others.
    pub(crate) fn add_name(&mut self, name: Name) {
        let place = self.names.partition_point(|other| other.first < name.first);
        self.names.insert(place, name);
        self.name_of.fill(None);
        for (index, name) in self.names.iter().enumerate() {
            for slot in self.name_of.get_mut(name.first..name.end).unwrap_or_default() {
                *slot = Some(index);
            }
        }
    }

    /// The name a token is in.
    pub(crate) fn name_at(&self, at: usize) -> Option<&Name> {
        self.name_of.get(at).copied().flatten().and_then(|index| self.names.get(index))
    }

    /// The words of the clock, in order; `extra_time` where the match had extra time. Where they stand is the same in both.
    pub(crate) fn clocks(&self, extra_time: bool) -> &[ClockWords] {
        let [without, with] = &self.clocks;
        let cell = if extra_time { with } else { without };
        let starts = || self.clock_starts.get_or_init(|| clock_starts(self));
        cell.get_or_init(|| clock_words(self, starts(), extra_time))
    }

    /// The stages named, by the token they begin at; none where there is none at all.
    pub(crate) fn stages(&self) -> &[StageAt] {
        self.stages.get_or_init(|| stages(self))
    }

    /// The years that are the time of what it tells, found by `find` when they are first asked for.
    pub(crate) fn years(&self, find: impl FnOnce() -> TimesTold) -> &TimesTold {
        self.years.get_or_init(find)
    }

    /// Whether it has words of other football, as `find` says when it is first asked for.
    pub(crate) fn tells_other_football(&self, find: impl FnOnce() -> bool) -> bool {
        *self.other_football.get_or_init(find)
    }

    /// The name that begins at a token.
    pub(crate) fn name_from(&self, at: usize) -> Option<&Name> {
        self.name_at(at).filter(|name| name.first == at)
    }

    /// The name that begins at a token, or behind an article there: "the Netherlands", "the Dutch".
    pub(crate) fn name_with_article(&self, at: usize) -> Option<&Name> {
        self.name_from(at).or_else(|| self.name_from(at + 1).filter(|_| self.is_any(at, &["the"])))
    }

    /// Where tokens are in the text of the report.
    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.tokens.get(first).map_or(0, |token| token.span.start);
        let last = self.tokens.get(end.saturating_sub(1)).map_or(start, |token| token.span.end);
        self.start + start..self.start + last.max(start)
    }

    /// Whether a clause may end before a token: a mark, or a word that begins another.
    pub(crate) fn is_break(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(TokenKind::Mark(mark)) => matches!(mark, ',' | ';' | ':' | '-' | '—' | '(' | ')' | '.' | '!' | '?'),
            Some(TokenKind::Word) => {
                self.name_at(at).is_none()
                    && self.is_any(
                        at,
                        &[
                            "and", "but", "before", "when", "while", "then", "as", "after", "although", "though",
                            "yet", "until", "who", "which", "where", "with", "because", "however", "only", "so",
                        ],
                    )
            }
            _ => false,
        }
    }

    /// Whether a token ends a clause for good.
    pub(crate) fn is_stop(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Mark(';' | ':' | '—' | '.' | '!' | '?')))
    }

    /// Where the clause begins that a token is in: behind the last stop before it.
    pub(crate) fn clause_start(&self, at: usize) -> usize {
        (0..at).rev().find(|&before| self.is_stop(before)).map_or(0, |stop| stop + 1)
    }

    /// The first stop from a token on, or the end of the passage.
    pub(crate) fn clause_end(&self, from: usize) -> usize {
        (from..self.len()).find(|&at| self.is_stop(at)).unwrap_or_else(|| self.len())
    }
}

/// Nouns that with a manager or player before them mean a team: "Southgate's side".
const SIDES: &[&str] = &[
    "side", "team", "men", "boys", "players", "charges", "mob", "lot", "squad", "eleven", "troops", "lads", "outfit",
    "women",
];

/// Turns "Southgate's side" into a name of the team. `team_of` gives the team somebody stands for.
pub(crate) fn metonyms(passages: &mut [Passage], team_of: &dyn Fn(&[PersonId]) -> Option<TeamId>) {
    for passage in passages {
        for index in 0..passage.names.len() {
            let Some(name) = passage.names.get(index).filter(|name| name.is_person()) else { continue };
            let (first, end) = (name.first, name.end);
            if !passage.is_possessive(end) || !passage.is_any(end + 1, SIDES) {
                continue;
            }
            let Some(team) = team_of(&name.people()) else { continue };
            if let Some(name) = passage.names.get_mut(index) {
                *name = Name { first, end: end + 2, means: vec![Entity::Team(team)], how: How::Nickname };
            }
            for slot in passage.name_of.get_mut(first..end + 2).unwrap_or_default() {
                *slot = Some(index);
            }
        }
    }
}
