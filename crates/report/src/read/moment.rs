//! When something that is no goal happened: the words of the clock beside it, laid beside its minute.

use byline_record::ask::Verdict;
use byline_record::ask::statement::Minutes;
use byline_record::ask::words;
use byline_record::{Clock, Match};

use super::clock::{ClockWords, Meant};
use super::fit::{Fit, best_fit, fit};
use super::{Focus, Judged, Out};
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// Words of the clock that belong to something told from one token to another: the nearest in its clause.
pub(crate) fn beside(passage: &Passage, extra_time: bool, (first, end): (usize, usize)) -> Option<ClockWords> {
    let between = |words: &ClockWords| {
        if words.first >= end {
            (end, words.first)
        } else if words.end <= first {
            (words.end, first)
        } else {
            (first, first)
        }
    };
    let gap = |words: &ClockWords| {
        let (from, to) = between(words);
        to - from
    };
    let belongs = |words: &ClockWords| {
        let (from, to) = between(words);
        let follows = words.first >= end;
        to - from <= 12
            && !(from..to).any(|at| {
                passage.is_stop(at)
                    || passage.is_any(at, &["and", "but", "before", "while", "then"])
                    || (follows && passage.is_any(at, &["after", "when", "as", "with", "who"]) && at > from)
            })
    };
    passage.clocks(extra_time).iter().filter(|words| belongs(words)).min_by_key(|words| gap(words)).cloned()
}

/// What happened, with the minutes it may be told by.
pub(crate) struct Happening<'r> {
    pub(crate) focus: Focus<'r>,
    /// Its place in [`Match::events`].
    pub(crate) index: usize,
    /// When it happened.
    pub(crate) clock: Option<Clock>,
    /// When something did that people take for it, and what: the award for the kick, the kick for the award.
    pub(crate) other: Option<Clock>,
    pub(crate) of_award: bool,
    /// Whether a wrong minute may be called wrong.
    pub(crate) plain: bool,
    /// Whether the words of the clock stand right behind those of it: they are of nothing else that happened.
    pub(crate) beside: bool,
    /// In our words.
    pub(crate) what: String,
    pub(crate) topic: Topic,
}

/// Whether a moment is further from a span than two ways of counting can be.
fn is_far(spans: &[Minutes], clock: Clock) -> bool {
    spans.iter().all(|span| span.from.distance(clock) > 2 && span.to.distance(clock) > 2)
}

/// Whether anything else that the words could be of happened at that time: a goal, or a deed of somebody named.
fn happened(passage: &Passage, entry: &Match, index: usize, spans: &[Minutes]) -> bool {
    let named = |event: &byline_record::Event| {
        let who = event.player;
        passage.names.iter().any(|name| who.is_some_and(|who| name.people().contains(&who)))
    };
    let mut others = entry
        .events
        .iter()
        .enumerate()
        .filter(|(other, event)| *other != index && (event.kind.is_goal() || named(event)));
    others.any(|(_, event)| event.clock.is_some_and(|clock| best_fit(spans, clock) != Fit::No))
}

/// Judges words of the clock.
pub(crate) fn judge(passage: &Passage, told: &ClockWords, of: &Happening<'_>, out: &mut Out<'_>) {
    let (Meant::At(spans), Some(clock)) = (&told.meant, of.clock) else { return };
    let entry = of.focus.entry;
    let Some((found, meant)) = spans.iter().map(|span| (fit(span, clock), *span)).max_by_key(|(fit, _)| *fit) else {
        return;
    };
    let by_other = of.other.filter(|other| best_fit(spans, *other) != Fit::No);
    let both = |other: Clock| {
        let (given, taken) = if of.of_award { (clock, other) } else { (other, clock) };
        format!("the penalty was given at {} and taken at {}", words::minute(given), words::minute(taken))
    };
    // A kick may come minutes after its award, of which the record has no time.
    let soon_after =
        of.of_award && of.other.is_none() && spans.iter().any(|span| span.to <= clock && clock.distance(span.to) <= 5);
    let judged = match found {
        Fit::Yes => Judged::new(Verdict::Confirmed),
        Fit::Nearly => Judged::new(Verdict::Rounding),
        Fit::No if by_other.is_some() => Judged::new(Verdict::Rounding).because(by_other.map(both).unwrap_or_default()),
        Fit::No if soon_after => Judged::new(Verdict::Rounding)
            .because(format!("the kick came at {}; the record does not say when it was given", words::minute(clock))),
        Fit::No
            if of.plain
                && of.focus.may_contradict
                && is_far(spans, clock)
                && (of.beside || !happened(passage, entry, of.index, spans)) =>
        {
            Judged::new(Verdict::Contradicted).because(format!("the record has it at {}", words::minute(clock)))
        }
        Fit::No => return,
    };
    let judged = match of.other {
        Some(other) if found == Fit::Nearly => judged.because(both(other)),
        _ => judged,
    };
    let shown = out.event_row(entry, of.index);
    let reading = format!("{} {}", of.what, words::minutes(&meant));
    let said = Some(SaidMinutes { minutes: meant, of_award: of.of_award });
    out.push(
        passage,
        (told.first, told.end),
        Kind::Minute,
        reading,
        judged.showing(shown).about(of.topic.clone()).at(said),
    );
}

/// Words that put what is told into another match than the one in question.
const ELSEWHERE_HEADS: Heads = Heads::of(ELSEWHERE);
const ELSEWHERE: &[&str] = &[
    "earlier",
    "previous",
    "previously",
    "last",
    "season",
    "club",
    "qualifying",
    "qualifier",
    "qualification",
    "qualifiers",
    "suspended",
    "suspension",
    "ban",
    "banned",
    "month",
    "months",
    "year",
    "years",
    "week",
    "weeks",
    "career",
    "once",
    "ago",
    "history",
    "famously",
    "friendly",
    "friendlies",
    "league",
    "never",
    "memory",
    "had been",
    "had missed",
    "having been",
];

/// Words that put it into another match of the tournament at most.
const ELSEWHERE_WITHIN: &[&str] = &[
    "will",
    "next",
    "group",
    "opening match",
    "opening game",
    "opener",
    "curtain",
    "semi",
    "quarter",
    "already",
    "tournament",
    "days",
];

/// "Headed the winner in that match": whether a passage goes on about one told of before.
pub(crate) fn refers_back(passage: &Passage) -> bool {
    const THAT: &[&str] = &[
        "in that match",
        "in that game",
        "in that tie",
        "in that final",
        "in that semi",
        "in that quarter",
        "on that occasion",
    ];
    const MATCH: &[&str] =
        &["match", "game", "tie", "meeting", "final", "semi", "quarter", "clash", "encounter", "one"];
    // "Four days later West Germany beat them": than what was told before.
    const LATER: &[&str] = &["days later", "days afterwards", "weeks later", "days after that"];
    let later = passage.cardinal(0).is_some_and(|(_, end)| passage.any_phrase(end, LATER).is_some());
    later && passage.has(0, passage.len(), &["them"])
        || passage.has(0, passage.len(), THAT)
        || passage.word(0) == "that" && passage.is_any(1, MATCH)
}

/// Whether a passage may speak of another match as well.
pub(crate) fn is_elsewhere(passage: &Passage) -> bool {
    is_outside(passage) || passage.has(0, passage.len(), ELSEWHERE_WITHIN) || refers_back(passage)
}

/// Whether a passage may speak of a match of another tournament as well, or of none.
pub(crate) fn is_outside(passage: &Passage) -> bool {
    passage.quote.is_some() || passage.may_meet(&ELSEWHERE_HEADS) && passage.has(0, passage.len(), ELSEWHERE)
}
