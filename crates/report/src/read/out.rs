//! Where verdicts are collected: what the readers ask of the record, the gate that decides what may be called
//! contradicted, and which of several verdicts on the same words is kept.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use byline_record::ask::answer::{Alternative, Answer};
use byline_record::ask::statement::{Feat, Says, Subject};
use byline_record::ask::{Evidence, Scope, Statement, Verdict, evaluate, words};
use byline_record::{
    EditionId, EventKind, KickOff, Match, MatchId, PersonId, Record, Side, StageKind, Table, TeamId, View, fold,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::checked::Checked;
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::passage::Passage;
use crate::timeline::Timeline;

/// A verdict on words of a report, before it is put in its place.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    verdict: Verdict,
    reason: Option<String>,
    evidence: Vec<Evidence>,
    scope: Option<Scope>,
    alternatives: Vec<Alternative>,
    topic: Topic,
    said: Option<SaidMinutes>,
}

/// What is said of words that are right or wrong: nothing, if they are wrong and not plain.
pub(crate) const fn verdict(right: bool, plain: bool) -> Option<Verdict> {
    match (right, plain) {
        (true, _) => Some(Verdict::Confirmed),
        (false, true) => Some(Verdict::Contradicted),
        (false, false) => None,
    }
}

impl Judged {
    pub(crate) const fn new(verdict: Verdict) -> Self {
        Self {
            verdict,
            reason: None,
            evidence: Vec::new(),
            scope: None,
            alternatives: Vec::new(),
            topic: Topic::Other,
            said: None,
        }
    }

    pub(crate) fn is(&self, verdict: Verdict) -> bool {
        self.verdict == verdict
    }

    /// The same with another verdict.
    pub(crate) fn with(self, verdict: Verdict) -> Self {
        Self { verdict, ..self }
    }

    pub(crate) fn showing(self, evidence: Vec<Evidence>) -> Self {
        Self { evidence, ..self }
    }

    pub(crate) fn because(self, reason: impl Into<String>) -> Self {
        Self { reason: Some(reason.into()), ..self }
    }

    pub(crate) fn about(self, topic: Topic) -> Self {
        Self { topic, ..self }
    }

    pub(crate) fn at(self, said: Option<SaidMinutes>) -> Self {
        Self { said, ..self }
    }
}

/// Where verdicts are collected, with the record they are taken from.
pub(crate) struct Out<'r> {
    pub(crate) view: View<'r>,
    /// The teams the report is about.
    pub(crate) own: Vec<TeamId>,
    /// The zone in which the report names weekdays, if told.
    zone: Option<TimeZone>,
    statements: Vec<Checked>,
    /// Matches as they are printed, those already asked for.
    lines: RefCell<BTreeMap<MatchId, String>>,
    /// The goals of matches, those already asked for.
    timelines: RefCell<BTreeMap<MatchId, Rc<Timeline>>>,
}

impl<'r> Out<'r> {
    pub(crate) fn new(view: View<'r>, own: Vec<TeamId>, zone: Option<TimeZone>) -> Self {
        let (lines, timelines) = (RefCell::new(BTreeMap::new()), RefCell::new(BTreeMap::new()));
        Self { view, own, zone, statements: Vec::new(), lines, timelines }
    }

    /// What was said so far, in the order it was read.
    pub(crate) fn so_far(&self) -> &[Checked] {
        &self.statements
    }

    /// Takes back what was said from a place on and was not confirmed.
    pub(crate) fn keep_confirmed_from(&mut self, place: usize) {
        let mut index = 0;
        self.statements.retain(|statement| {
            index += 1;
            index <= place || matches!(statement.verdict, Verdict::Confirmed | Verdict::Rounding)
        });
    }

    /// Whether anything of some kinds was found right on words that share any with these.
    pub(crate) fn is_confirmed(&self, passage: &Passage, (first, end): (usize, usize), kinds: &[Kind]) -> bool {
        let words = passage.span(first, end);
        self.statements.iter().any(|told| {
            kinds.contains(&told.kind)
                && matches!(told.verdict, Verdict::Confirmed | Verdict::Rounding)
                && told.span.start < words.end
                && words.start < told.span.end
        })
    }

    /// Whether anything was found wrong on words that share any with these.
    pub(crate) fn is_denied(&self, passage: &Passage, (first, end): (usize, usize)) -> bool {
        let words = passage.span(first, end);
        self.statements.iter().any(|told| {
            told.verdict == Verdict::Contradicted && told.span.start < words.end && words.start < told.span.end
        })
    }

    /// Takes back what was said of some kinds within words that are wrong as a whole: "lost to Italy" of "lost to Italy in
    /// the 2002 final", which is right of another year.
    pub(crate) fn take_back(&mut self, passage: &Passage, (first, end): (usize, usize), kinds: &[Kind]) {
        let whole = passage.span(first, end);
        self.statements
            .retain(|told| !kinds.contains(&told.kind) || told.span.start < whole.start || whole.end < told.span.end);
    }

    /// The day of a kick-off on the outlet's own clock, where the zone is told and the time known.
    pub(crate) fn day_at_home(&self, date: Date, kick_off: Option<KickOff>) -> Option<Date> {
        Some(kick_off?.in_zone(date, self.zone.as_ref()?)?.date())
    }

    /// Whether a statement about one of the report's teams would hold of another of them.
    fn holds_of_the_other(&self, statement: &Statement) -> bool {
        self.own.iter().any(|&team| {
            let mut other = statement.clone();
            match team_of(&mut other.says) {
                Some(of) if *of != team => *of = team,
                _ => return false,
            }
            matches!(evaluate(&self.view, &other).verdict, Verdict::Confirmed | Verdict::Rounding)
        })
    }

    pub(crate) const fn record(&self) -> &'r Record {
        self.view.record()
    }

    pub(crate) fn person(&self, person: Option<PersonId>) -> String {
        person.map_or_else(|| "somebody not named".to_owned(), |person| words::person(self.record(), person))
    }

    /// The side of a match a team is, itself or another of its line.
    pub(crate) fn side(&self, entry: &Match, team: TeamId) -> Option<Side> {
        self.record().side_of_line(entry, team)
    }

    /// Whether somebody did what a table tells in none of the matches of his teams, as far as it tells.
    pub(crate) fn never(&self, person: PersonId, table: Table) -> bool {
        let is_his = |event: &byline_record::Event| {
            event.player == Some(person)
                && match table {
                    Table::Goals => event.kind.is_goal(),
                    Table::MissedPenalties => matches!(event.kind, EventKind::Penalty(_)) && !event.kind.is_goal(),
                    Table::Cautions => matches!(event.kind, EventKind::Card { .. }),
                    Table::Dismissals => matches!(event.kind, EventKind::Card { card, .. } if card.is_dismissal()),
                    Table::ShootOutKicks => false,
                    _ => true,
                }
        };
        let did = |entry: &Match| {
            entry.events.iter().any(is_his)
                || table == Table::ShootOutKicks && entry.kicks.iter().any(|kick| kick.taker == Some(person))
        };
        !self.matches_of(person).any(did)
    }

    /// How many goals somebody has scored for his teams, own goals among them.
    pub(crate) fn goals_of(&self, person: PersonId) -> usize {
        self.matches_of(person).flat_map(Match::goals).filter(|goal| goal.player == Some(person)).count()
    }

    fn matches_of(&self, person: PersonId) -> impl Iterator<Item = &'r Match> {
        self.record().person(person).teams.iter().flat_map(|&team| self.view.matches_of(team))
    }

    /// The side of a match somebody belongs to.
    pub(crate) fn side_of_person(&self, entry: &Match, person: PersonId) -> Option<Side> {
        let teams = &self.record().person(person).teams;
        teams.iter().find_map(|&team| self.side(entry, team))
    }

    /// Whether somebody was in a squad of the match's edition, or is named in the match.
    pub(crate) fn in_squad(&self, entry: &Match, person: PersonId) -> bool {
        let squads = [entry.home, entry.away].into_iter().any(|team| self.view.squad(entry.edition, team).is_some());
        // Without squads, whoever scored or kicked for one of the two within four years.
        if !squads {
            return [entry.home, entry.away].into_iter().flat_map(|team| self.view.matches_of(team)).any(|other| {
                (other.date.year() - entry.date.year()).abs() <= 4
                    && (other.events.iter().any(|event| event.player == Some(person))
                        || other.kicks.iter().any(|kick| kick.taker == Some(person)))
            });
        }
        [entry.home, entry.away].into_iter().any(|team| {
            self.view
                .squad(entry.edition, team)
                .is_some_and(|squad| squad.players.iter().any(|one| one.player == person))
        }) || entry.events.iter().any(|event| event.player == Some(person))
    }

    /// Whether a folded word is a city an edition has been played in so far.
    pub(crate) fn is_host_city(&self, edition: EditionId, word: &str) -> bool {
        let mut venues = self.view.matches_in(edition).filter_map(|entry| entry.venue);
        venues.any(|venue| self.record().venue(venue).city.as_deref().is_some_and(|city| is_city(&fold(city), word)))
    }

    /// A match as it is printed.
    pub(crate) fn line(&self, entry: &Match) -> String {
        let mut lines = self.lines.borrow_mut();
        lines.entry(entry.id).or_insert_with(|| words::match_line(self.record(), entry)).clone()
    }

    /// The goals of a match.
    pub(crate) fn timeline(&self, entry: &Match) -> Rc<Timeline> {
        let mut timelines = self.timelines.borrow_mut();
        timelines.entry(entry.id).or_insert_with(|| Rc::new(Timeline::of(entry))).clone()
    }

    /// Whether the report was found to tell how a match ended.
    pub(crate) fn tells_result(&self, entry: &Match) -> bool {
        self.statements.iter().any(|told| ended(told) == Some(entry.id))
    }

    /// Whether the report was found to tell the score a match, or its shoot-out, ended with.
    pub(crate) fn tells_score(&self, entry: &Match) -> bool {
        self.statements.iter().any(|told| told.kind != Kind::Result && ended(told) == Some(entry.id))
    }

    /// An event of a match as evidence.
    pub(crate) fn event_row(&self, entry: &Match, index: usize) -> Vec<Evidence> {
        let Some(event) = entry.events.get(index) else { return Vec::new() };
        let record = self.record();
        let text = format!("{}: {}", self.line(entry), words::event(record, event));
        vec![Evidence { in_match: Some(entry.id), text, sources: event.sources }]
    }

    /// A match as evidence.
    pub(crate) fn match_row(&self, entry: &Match) -> Vec<Evidence> {
        if let Some(fixture) = self.view.fixture_by_id(entry.id) {
            let text = words::appointment(self.record(), &fixture);
            return vec![Evidence { in_match: Some(entry.id), text, sources: fixture.sources() }];
        }
        let sources = entry.sources.fixture.and(entry.sources.end).and(entry.sources.shoot_out);
        vec![Evidence { in_match: Some(entry.id), text: self.line(entry), sources }]
    }

    pub(crate) fn push(
        &mut self,
        passage: &Passage,
        (first, end): (usize, usize),
        kind: Kind,
        reading: String,
        judged: Judged,
    ) {
        self.statements.push(Checked {
            span: passage.span(first, end),
            kind,
            reading,
            verdict: judged.verdict,
            reason: judged.reason,
            evidence: judged.evidence,
            scope: judged.scope,
            alternatives: judged.alternatives,
            quote: passage.quote,
            topic: judged.topic,
            said: judged.said,
        });
    }

    /// Whether finals a team has reached are counted, of one that was in no final round: that of 1950 some call a final.
    fn counts_finals(&self, statement: &Statement) -> bool {
        let Says::Occasion { feat: Feat::ReachStage(_, StageKind::Final), whose: Some(Subject::Team(team)), .. } =
            statement.says
        else {
            return false;
        };
        let mut all = self.view.matches_of(team);
        !all.any(|entry| entry.is_at(StageKind::FinalRound))
    }

    fn give(
        &mut self,
        passage: &Passage,
        span: (usize, usize),
        kind: Kind,
        answer: Answer,
        plain: bool,
        topic: Topic,
    ) -> Verdict {
        let mut verdict = answer.verdict;
        let mut reason = answer.reason;
        if verdict == Verdict::Contradicted
            && plain
            && is_counted(kind, answer.statement.as_ref())
            && !answer.statement.as_ref().is_some_and(|statement| self.counts_finals(statement))
        {
            verdict = Verdict::RecordDiffers;
            reason = Some(
                "the record counts otherwise: what counts as an occasion may be defined in another way".to_owned(),
            );
        }
        if verdict == Verdict::Contradicted && (!plain || answer.evidence.is_empty()) {
            verdict = Verdict::NotRead;
            reason = Some("the words may mean something else".to_owned());
        }
        self.push(
            passage,
            span,
            kind,
            answer.reading,
            Judged {
                verdict,
                reason,
                evidence: answer.evidence,
                scope: Some(answer.scope),
                alternatives: answer.alternatives,
                topic,
                said: None,
            },
        );
        verdict
    }

    /// Judges words that can be taken in several ways, each a statement and the day it is judged by: one way that the
    /// record confirms is enough, and contradicted is only what is wrong in every way. `others` are the ways with
    /// somebody else in the place of whoever is likeliest meant: if one of those stands, nothing was decided.
    pub(crate) fn decide(
        &mut self,
        passage: &Passage,
        span: (usize, usize),
        kind: Kind,
        ways: &[(Statement, View<'r>)],
        others: &[(Statement, View<'r>)],
        plain: bool,
    ) -> Option<Verdict> {
        self.decide_of(passage, span, kind, ways, others, (plain, false))
    }

    /// The same with whether it is beyond doubt who or what the words are of, wherever the name stands.
    pub(crate) fn decide_of(
        &mut self,
        passage: &Passage,
        span: (usize, usize),
        kind: Kind,
        ways: &[(Statement, View<'r>)],
        others: &[(Statement, View<'r>)],
        (plain, certain): (bool, bool),
    ) -> Option<Verdict> {
        let strength = |verdict: Verdict| match verdict {
            Verdict::Confirmed => 0,
            Verdict::Rounding => 1,
            Verdict::RecordDiffers => 3,
            Verdict::NotInRecord => 2,
            Verdict::NotRead => 4,
            Verdict::Contradicted => 5,
        };
        let mut best: Option<Answer> = None;
        for (statement, view) in ways {
            let answer = evaluate(view, statement);
            if best.as_ref().is_none_or(|best| strength(answer.verdict) < strength(best.verdict)) {
                best = Some(answer);
            }
            if best.as_ref().is_some_and(|best| best.verdict == Verdict::Confirmed) {
                break;
            }
        }
        let mut answer = best?;
        if strength(answer.verdict) > 1
            && others.iter().any(|(statement, view)| strength(evaluate(view, statement).verdict) < 2)
        {
            answer.verdict = Verdict::NotRead;
            answer.reason = Some("it is true of another".to_owned());
        }
        // Right of the other side: it may be the subject that was misread, unless it stands in the very words
        // or directly before them.
        let named = certain
            || passage.names.iter().any(|name| name.end + 1 >= span.0 && name.end <= span.1 && name.team().is_some());
        let misread = answer.verdict == Verdict::Contradicted
            && !named
            && ways.iter().any(|(statement, _)| self.holds_of_the_other(statement));
        Some(self.give(passage, span, kind, answer, plain && !misread, Topic::Other))
    }

    /// The statements in the order of the text: of two readings of the same words the one the record confirms.
    pub(crate) fn finish(self) -> Vec<Checked> {
        let mut statements = self.statements;
        statements.sort_by(|one, other| {
            // Of two as good the one read first: of the match that the words are likelier of.
            (one.span.start, one.span.end, one.kind, rank(one.verdict)).cmp(&(
                other.span.start,
                other.span.end,
                other.kind,
                rank(other.verdict),
            ))
        });
        // What is wrong by any definition is not left to a reading that only counts otherwise.
        let wrong: Vec<crate::Span> = statements
            .iter()
            .filter(|told| told.kind == Kind::FirstSince && told.verdict == Verdict::Contradicted)
            .map(|told| told.span.clone())
            .collect();
        statements.retain(|told| {
            told.kind != Kind::FirstSince || told.verdict != Verdict::RecordDiffers || !wrong.contains(&told.span)
        });
        let mut kept: Vec<Checked> = Vec::new();
        for statement in statements {
            let same = kept.iter().rev().take(8).any(|other| {
                other.span == statement.span
                    && other.kind == statement.kind
                    && (other.reading == statement.reading || rank(other.verdict) < 2 || rank(statement.verdict) >= 3)
            });
            if !same {
                kept.push(statement);
            }
        }
        without_parts(&mut kept);
        // A second reading that the record confirms takes a contradiction back.
        let confirmed: Vec<(crate::Span, Kind)> = kept
            .iter()
            .filter(|statement| rank(statement.verdict) < 2)
            .map(|statement| (statement.span.clone(), statement.kind))
            .collect();
        kept.retain(|statement| {
            statement.verdict != Verdict::Contradicted
                || !confirmed.iter().any(|(span, kind)| {
                    *kind == statement.kind && span.start < statement.span.end && statement.span.start < span.end
                })
        });
        kept
    }
}

/// Whether a word names a city: "Rostov" for Rostov-on-Don.
fn is_city(city: &str, word: &str) -> bool {
    city == word || word.len() > 5 && city.split([' ', '-']).count() > 2 && city.split([' ', '-']).next() == Some(word)
}

/// The team a statement is about.
pub(crate) const fn team_of(says: &mut Says) -> Option<&mut TeamId> {
    match says {
        Says::Occasion { whose: Some(Subject::Team(of)), .. }
        | Says::Tally { whose: Subject::Team(of), .. }
        | Says::Superlative { holder: Some(Subject::Team(of)), .. }
        | Says::HeadToHead { team: of, .. }
        | Says::Streak { team: Some(of), .. }
        | Says::Honours { team: Some(of), .. }
        | Says::StageReached { team: Some(of), .. }
        | Says::GroupPosition { team: Some(of), .. } => Some(of),
        _ => None,
    }
}

/// The match of which a statement rightly tells how it ended.
pub(crate) fn ended(told: &Checked) -> Option<MatchId> {
    let is_end = matches!(told.kind, Kind::Score | Kind::Result | Kind::ShootOut) && told.verdict == Verdict::Confirmed;
    match told.topic {
        Topic::Match(id) | Topic::ShootOut(id) if is_end => Some(id),
        _ => None,
    }
}

/// Which of several verdicts on the same words is kept: the lowest.
const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Confirmed => 0,
        Verdict::Rounding => 1,
        Verdict::RecordDiffers => 2,
        Verdict::Contradicted => 3,
        Verdict::NotInRecord => 4,
        Verdict::NotRead => 5,
    }
}

/// Leaves out what longer words around it say as well, or more: "Kane" of "Kane scored", "from behind" of "came from
/// behind". Statements are in the order of the text; only near ones are compared.
fn without_parts(statements: &mut Vec<Checked>) {
    const NEAR: usize = 12;
    let is_part = |at: usize, one: &Checked| {
        let near = statements.iter().enumerate().take(at + NEAR).skip(at.saturating_sub(NEAR));
        near.filter(|(place, _)| *place != at).any(|(_, other)| {
            other.kind == one.kind
                && other.reading.starts_with(&one.reading)
                && rank(other.verdict) <= rank(one.verdict)
                && other.span != one.span
                && other.span.start <= one.span.start
                && one.span.end <= other.span.end
        })
    };
    let parts: Vec<bool> = statements.iter().enumerate().map(|(at, one)| is_part(at, one)).collect();
    let mut parts = parts.into_iter();
    statements.retain(|_| !parts.next().unwrap_or(false));
}

/// Whether a statement is counted over many matches, so that a difference is one of definition. Titles are not: who won
/// which is in no dispute.
fn is_counted(kind: Kind, statement: Option<&Statement>) -> bool {
    let occasion = match statement.map(|statement| &statement.says) {
        Some(Says::Occasion { feat, .. }) => Some(feat),
        _ => None,
    };
    // What finals tournaments bound, every one of which the record has, is in no dispute.
    let is_bounded = statement
        .is_some_and(|statement| statement.scope.edition.is_some() || !statement.scope.competitions.is_empty())
        || matches!(
            occasion,
            Some(Feat::WinTitle(_) | Feat::RetainTitle(_) | Feat::WinAsHosts(_) | Feat::Host(_) | Feat::ReachStage(..))
        );
    match kind {
        Kind::Streak | Kind::Record | Kind::Caps => true,
        Kind::HeadToHead => occasion.is_none() || !is_bounded,
        Kind::FirstSince => {
            !matches!(occasion, Some(Feat::WinTitle(_) | Feat::RetainTitle(_) | Feat::WinAsHosts(_) | Feat::Host(_)))
        }
        Kind::Tally => occasion.is_some() && !is_bounded,
        _ => false,
    }
}
