//! Reads the statements of a report and judges each against the matches in question.
//!
//! Every family of statements has its reader: [`goals`] and [`fit`] for what happened on the pitch, [`scores`],
//! [`occasion`] for day, place and stage, [`next`], and so on. A reader says what the words can mean; nothing is
//! contradicted unless the words are plain, the match is pinned down and the row that contradicts can be shown. Where
//! several readings or several matches are possible, the one the record confirms is taken.

pub(crate) mod about;
mod ages;
pub(crate) mod awards;
mod campaigns;
pub(crate) mod cards;
mod careers;
pub(crate) mod changes;
pub(crate) mod clock;
mod conquests;
mod consistency;
mod counts;
pub(crate) mod cues;
mod deed_nouns;
mod deed_words;
mod deeds;
mod eras;
mod exits;
mod extremes;
mod feats;
mod firsts;
pub(crate) mod fit;
pub(crate) mod focus;
pub(crate) mod goals;
mod hauls;
mod history;
pub(crate) mod keepers;
pub(crate) mod kick_cues;
mod kick_lists;
mod kick_order;
mod kick_past;
mod kick_totals;
pub(crate) mod kicks;
mod leads;
mod ledger;
pub(crate) mod memory;
pub(crate) mod moment;
mod nations;
mod next;
mod nouns;
mod occasion;
mod past_ties;
pub(crate) mod penalties;
mod plain;
mod progress;
mod reigns;
mod roles;
mod rounds;
mod runs;
mod score_lists;
mod scores;
pub(crate) mod shootouts;
mod short;
mod spells;
pub(crate) mod stages;
mod standing;
mod streaks;
mod sums;
mod table_points;
mod tables;
mod tallies;
mod times;
mod titles;
pub(crate) mod who;
mod wins;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use byline_record::ask::answer::{Alternative, Answer};
use byline_record::ask::statement::{Feat, Says, Subject};
use byline_record::ask::{Evidence, Scope, Statement, Verdict, evaluate, words};
use byline_record::names::find::Names;
use byline_record::{
    EditionId, EventKind, Fixture, KickOff, Match, MatchId, PersonId, Record, Sex, Side, Table, TeamId, View, fold,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::checked::Checked;
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::passage::Passage;
use crate::timeline::Timeline;

pub(crate) use focus::{Focus, dateline};
pub(crate) use stages::stage_words;

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

    /// The day of a kick-off on the outlet's own clock, where the zone is told and the time known.
    pub(crate) fn day_at_home(&self, date: Date, kick_off: Option<KickOff>) -> Option<Date> {
        Some(kick_off?.in_zone(date, self.zone.as_ref()?)?.date())
    }

    /// Whether a statement about one of the report's teams would hold of another of them.
    fn holds_of_the_other(&self, statement: &Statement) -> bool {
        self.own.iter().any(|&team| {
            let mut other = statement.clone();
            let spoken_of = match &mut other.says {
                Says::Occasion { whose: Some(Subject::Team(of)), .. }
                | Says::Tally { whose: Subject::Team(of), .. }
                | Says::Superlative { holder: Some(Subject::Team(of)), .. }
                | Says::HeadToHead { team: of, .. }
                | Says::Streak { team: Some(of), .. }
                | Says::Honours { team: Some(of), .. }
                | Says::StageReached { team: Some(of), .. }
                | Says::GroupPosition { team: Some(of), .. } => of,
                _ => return false,
            };
            if *spoken_of == team {
                return false;
            }
            *spoken_of = team;
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
        let record = self.record();
        entry.side_of(team).or_else(|| {
            let root = record.root(team);
            [Side::Home, Side::Away].into_iter().find(|&side| record.root(entry.team(side)) == root)
        })
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
        venues.any(|venue| self.record().venue(venue).city.as_deref().is_some_and(|city| fold(city) == word))
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
        self.statements.iter().any(|told| {
            matches!(told.kind, Kind::Score | Kind::Result | Kind::ShootOut)
                && told.verdict == Verdict::Confirmed
                && matches!(told.topic, Topic::Match(id) | Topic::ShootOut(id) if id == entry.id)
        })
    }

    /// Whether the report was found to tell the score a match, or its shoot-out, ended with.
    pub(crate) fn tells_score(&self, entry: &Match) -> bool {
        self.statements.iter().any(|told| {
            matches!(told.kind, Kind::Score | Kind::ShootOut)
                && told.verdict == Verdict::Confirmed
                && matches!(told.topic, Topic::Match(id) | Topic::ShootOut(id) if id == entry.id)
        })
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
        if verdict == Verdict::Contradicted && plain && is_counted(kind, answer.statement.as_ref()) {
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
        let named =
            passage.names.iter().any(|name| name.end + 1 >= span.0 && name.end <= span.1 && name.team().is_some());
        let misread = answer.verdict == Verdict::Contradicted
            && !named
            && ways.iter().any(|(statement, _)| self.holds_of_the_other(statement));
        Some(self.give(passage, span, kind, answer, plain && !misread, Topic::Other))
    }

    /// The statements in the order of the text: of two readings of the same words the one the record confirms.
    pub(crate) fn finish(self) -> Vec<Checked> {
        let mut statements = self.statements;
        statements.sort_by(|one, other| {
            (one.span.start, one.span.end, one.kind, rank(one.verdict), &one.reading).cmp(&(
                other.span.start,
                other.span.end,
                other.kind,
                rank(other.verdict),
                &other.reading,
            ))
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

/// Whether a goal is told to have been against a team that was in another match.
fn against_other(passage: &Passage, told: &goals::ToldGoal, entry: &Match, out: &Out<'_>) -> bool {
    const TIES: &[&str] = &["final", "semi", "quarter", "match", "game", "tie", "meeting", "clash", "opener", "last"];
    let from = told.end.max(told.at);
    let near = from..passage.len().min(from + 5);
    let cue = near.into_iter().take_while(|&at| !passage.is_stop(at) && !passage.is_mark(at, ',')).find(|&at| {
        passage.is_any(at, &["against", "past"])
            || passage.is_any(at, &["and", "but", "before", "when", "who"])
            || passage.is_any(at, TIES)
    });
    let Some(at) = cue.filter(|&at| passage.is_any(at, &["against", "past"])) else { return false };
    let next = if passage.is_any(at + 1, &["the", "hosts", "holders", "a"]) { at + 2 } else { at + 1 };
    let named = passage.name_from(next).filter(|name| !passage.is_possessive(name.end));
    named.and_then(crate::passage::Name::team).is_some_and(|team| out.side(entry, team).is_none())
}

/// "Giving Georgia the lead": whether the words of a goal name a team that was not in a match.
fn is_for_other(passage: &Passage, told: &goals::ToldGoal, entry: &Match, out: &Out<'_>) -> bool {
    let within = passage.names.iter().filter(|name| name.first >= told.at && name.end <= told.end);
    within.filter_map(crate::passage::Name::team).any(|team| out.side(entry, team).is_none())
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

/// Everything a reader may look at.
pub(crate) struct Reader<'a, 'r> {
    pub(crate) names: &'a Names<'r>,
    pub(crate) index: &'a crate::index::Index,
    pub(crate) passages: &'a [Passage],
    /// The match the report is about, if it was over on the day of the report.
    pub(crate) anchor: Option<&'r Match>,
    /// The tournaments the report tells of, its own first.
    pub(crate) editions: Vec<EditionId>,
    /// The teams the report names most.
    pub(crate) heavy: Vec<TeamId>,
    /// Paragraphs that are about another match.
    pub(crate) local: BTreeMap<usize, MatchId>,
    /// The match the report is about, if it was still to come.
    pub(crate) fixture: Option<Fixture<'r>>,
    /// The edition of the match the report is about, played or still to come.
    pub(crate) edition: Option<EditionId>,
}

impl<'r> Reader<'_, 'r> {
    /// Reads every statement of the report.
    pub(crate) fn read(&self, out: &mut Out<'r>) {
        let mut last = None;
        let mut carried: Option<Focus<'r>> = None;
        let mut paragraph = usize::MAX;
        // Whether the paragraph has spoken of another match: what follows may be of that one.
        let mut recalls = false;
        let mut memory = memory::Memory::default();
        for passage in self.passages {
            if passage.paragraph != paragraph {
                paragraph = passage.paragraph;
                carried = None;
                recalls = false;
            }
            memory.enter(passage);
            consistency::read(passage, out);
            let mut foci = self.foci(passage, carried, out);
            if recalls {
                foci.iter_mut().for_each(|focus| *focus = focus.in_doubt());
            }
            let mut placed: Vec<usize> = Vec::new();
            let is_shoot_out = shootouts::mode(passage, &memory);
            for focus in &foci {
                // In a shoot-out people take kicks; only what has a minute is a goal.
                let kicks = is_shoot_out && shootouts::is_of(focus.entry, &memory);
                let named = shootouts::is_named(passage);
                let timeline = out.timeline(focus.entry);
                fit::sweep(passage, focus, &timeline, out);
                let told = {
                    let sides = |person: PersonId| out.side_of_person(focus.entry, person);
                    goals::told(passage, focus.entry, &sides, memory.person)
                };
                for goal in told.iter().filter(|told| !kicks || !shootouts::may_be_kick(told, focus.entry, &memory)) {
                    let scored = |people: &[PersonId]| {
                        timeline.goals.iter().any(|goal| goal.scorer.is_some_and(|scorer| people.contains(&scorer)))
                    };
                    // "The winner against Austria": of no match but theirs.
                    if against_other(passage, goal, focus.entry, out)
                        || focus.loose && is_for_other(passage, goal, focus.entry, out)
                    {
                        continue;
                    }
                    // Who scored in the match spoken of is not looked for in others.
                    if focus.loose && goal.scorers.iter().any(|(name, _)| placed.contains(name)) {
                        continue;
                    }
                    if !focus.loose {
                        placed.extend(goal.scorers.iter().filter(|(_, people)| scored(people)).map(|(name, _)| *name));
                    }
                    let timed = goal.clocks.iter().any(|words| matches!(words.meant, clock::Meant::At(_)));
                    let open = kicks && (named && !timed || goal.clocks.is_empty());
                    let focus = &if open { focus.sure(false) } else { *focus };
                    if focus.is_anchor {
                        consistency::scorers(passage, goal, out);
                    }
                    let is_local = !focus.loose && !open && self.is_own(passage, focus, out);
                    let last = &mut last;
                    fit::Bench { passage, focus, timeline: &timeline, last, is_local, agrees: false, sole: false }
                        .judge(goal, out);
                }
            }
            scores::read(self, passage, &foci, out);
            score_lists::read(passage, &foci, out);
            let taken = next::read(self, passage, out);
            // Whom a side meets next is not what the paragraph goes on about.
            let to_come =
                |name: &crate::passage::Name| taken.iter().any(|&(first, end)| first <= name.first && name.end <= end);
            let others = |team: TeamId| self.anchor.is_some_and(|entry| out.side(entry, team).is_none());
            let ahead = !taken.is_empty()
                && passage
                    .names
                    .iter()
                    .all(|name| to_come(name) || !name.is_person() && !name.team().is_some_and(others));
            recalls |= !ahead && foci.iter().any(|focus| !focus.is_anchor || !focus.may_contradict);
            titles::read(self, passage, &foci, out);
            tables::read(self, passage, &foci, out);
            progress::read(self, passage, &foci, out);
            exits::read(self, passage, &foci, out);
            // The record has no women's matches to look back on.
            if self.sex(out) == Sex::Men {
                history::read(self, passage, &foci, out);
                tallies::read(self, passage, &foci, out);
                streaks::read(self, passage, &foci, out);
                careers::read(self, passage, &foci, out);
                campaigns::read(self, passage, &foci, out);
                eras::read(self, passage, out);
                spells::read(self, passage, out);
                firsts::read(self, passage, &foci, out);
                hauls::read(self, passage, &foci, out);
                feats::read(self, passage, &foci, out);
                past_ties::read(self, passage, &foci, out);
                conquests::read(self, passage, out);
                counts::read(self, passage, out);
                sums::read(self, passage, out);
                kick_past::read(self, passage, out);
            }
            roles::read(self, passage, &foci, out);
            ages::read(self, passage, &foci, out);
            if let Some(focus) = foci.first().filter(|focus| !focus.is_anchor && foci.len() == 1) {
                carried = Some(*focus);
            }
            let pinned: Vec<Focus<'r>> = foci.iter().filter(|focus| !focus.loose).copied().collect();
            shootouts::read(self, passage, &pinned, &mut memory, out);
            occasion::read(self, passage, &foci, &taken, out);
            cards::read(self, passage, &pinned, &mut memory, out);
            penalties::read(self, passage, &pinned, &mut memory, out);
            leads::read(passage, &pinned, out);
            keepers::read(passage, &pinned, out);
            changes::read(passage, &pinned, &memory, out);
            memory.leave(passage, &pinned, out);
        }
    }
}
