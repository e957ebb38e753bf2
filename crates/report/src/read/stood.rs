//! How a match stood at a moment of the clock: "3-0 up after 25 minutes", "by the 34th it was 3-5", "two goals down after
//! 18 minutes", "led Portugal 3-0 after 25 minutes".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Clock, Goals, Match, TeamId};

use super::about::is_hypothetical;
use super::clock::{ClockWords, Meant};
use super::fit::is_score;
use super::scores::names_other_football;
use super::{Focus, Judged, Out, Reader, dateline, moment};
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::heads::Heads;
use crate::passage::Passage;
use crate::timeline::Timeline;

/// Words after a score or a number of goals by which a side was ahead or behind.
const AHEAD: &[&str] = &[
    "goals up",
    "goals down",
    "goals ahead",
    "goals behind",
    "goals clear",
    "goals adrift",
    "goals to the good",
    "goals in arrears",
    "goals in front",
    "to the good",
    "in arrears",
    "in front",
    "up",
    "down",
    "ahead",
    "behind",
    "clear",
    "adrift",
];
const AHEAD_HEADS: Heads = Heads::of(AHEAD);

/// Verbs of a side that is ahead or behind.
const LED: &[&str] = &["led", "leading", "lead", "leads", "trailed", "trailing", "trail", "trails"];

/// Verbs of a side before a score: it is of the moment from which the match stood so.
const CAME: &[&str] = &[
    "went", "going", "gone", "moved", "moving", "raced", "racing", "surged", "surging", "stormed", "storming",
    "roared", "roaring", "fell", "falling", "fallen", "slipped", "slipping", "pulled", "pulling",
];

/// What may stand between words of the clock and the score after them.
const BETWEEN: &[&str] = &[
    "it", "was", "is", "they", "were", "are", "had", "been", "the", "score", "stood", "at", "already", "even", "and",
    "found", "saw",
];

/// How a match is said to have stood, in whichever order of the sides.
#[derive(Debug, Clone, Copy)]
enum Stand {
    Score(u8, u8),
    Margin(u8),
}

impl Stand {
    fn is(self, goals: Goals) -> bool {
        match self {
            Self::Score(one, other) => is_score(goals, one, other),
            Self::Margin(margin) => goals.home.abs_diff(goals.away) == margin,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Score(one, other) => format!("{one}-{other}"),
            Self::Margin(margin) => format!("{margin} goals between the sides"),
        }
    }
}

/// Words of how a match stood, and when.
struct Told<'p> {
    first: usize,
    end: usize,
    stand: Stand,
    clock: &'p ClockWords,
    /// Whether the words can be of nothing else.
    plain: bool,
    /// "Went 2-0 ahead after 20 minutes": whether it stood so from then on, and not already before.
    began: bool,
    /// "Led Portugal 3-0": the side that was led, or that led.
    other: Option<TeamId>,
}

/// Judges how a match is said to have stood at some minute.
pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let mut all = None;
    for at in 0..passage.len() {
        let Some((stand, end, plain)) = stand_at(passage, at) else { continue };
        // The match of the report is never far.
        let foci = all.get_or_insert_with(|| {
            let own = reader.anchor.filter(|own| foci.iter().all(|focus| focus.entry.id != own.id));
            let own = own.map(|own| Focus::anchor(own).sure(false));
            foci.iter().copied().chain(own).collect::<Vec<_>>()
        });
        let extra = foci.iter().any(|focus| focus.is_anchor && focus.entry.score.extra_time.is_some());
        let Some(clock) = beside(passage, (at, end), extra) else { continue };
        if span_of(clock).is_none() || is_hypothetical(passage, at) {
            continue;
        }
        let plain = plain || clock.end <= at && passage.is_any(at - 1, &["was", "is", "stood"]);
        let other = led(passage, at);
        let began = passage.is_any(at.wrapping_sub(1), CAME) && clock.first >= end;
        judge(passage, &Told { first: at, end, stand, clock, plain, began, other }, foci, out);
    }
}

/// How a match stood by the words at a token, the token after them, and whether they plainly say so.
fn stand_at(passage: &Passage, at: usize) -> Option<(Stand, usize, bool)> {
    if let Some(TokenKind::Score(one, other)) = passage.kind(at) {
        let after = passage.may_begin(at + 1, &AHEAD_HEADS).then(|| passage.any_phrase(at + 1, AHEAD)).flatten();
        // "Made it 4-2", "trimming it to 4-2": the moment is that of the goal.
        let made = passage.is_any(at.wrapping_sub(2), &["made", "make", "making", "makes"])
            || passage.is_any(at.wrapping_sub(1), &["to", "for"]);
        let led = passage.is_any(at.wrapping_sub(1), LED) || led(passage, at).is_some();
        return (!made).then_some((Stand::Score(one, other), after.unwrap_or(at + 1), after.is_some() || led));
    }
    let (count @ 2..=6, next) = passage.cardinal(at)? else { return None };
    let next = if passage.is_mark(next, '-') { next + 1 } else { next };
    let end = passage.may_begin(next, &AHEAD_HEADS).then(|| passage.any_phrase(next, AHEAD))??;
    let of_men = passage.is_any(at.wrapping_sub(1), &["by", "points", "men", "under"]);
    (!of_men).then_some((Stand::Margin(u8::try_from(count).ok()?), end, passage.is_any(next, &["goals"])))
}

/// "Led Portugal 3-0": the team between a verb and a score.
fn led(passage: &Passage, score: usize) -> Option<TeamId> {
    let name = passage.name_at(score.checked_sub(1)?).filter(|name| name.end == score)?;
    let article = usize::from(passage.is_any(name.first.wrapping_sub(1), &["the"]));
    name.team().filter(|_| passage.is_any(name.first.wrapping_sub(1 + article), LED))
}

/// The words of the clock that belong to a score: right behind it, or before it with no more than "it was" between.
fn beside(passage: &Passage, (first, end): (usize, usize), extra_time: bool) -> Option<&ClockWords> {
    let only = usize::from(passage.is_any(end, &["just", "only", "already", "still"]));
    let clocks = passage.clocks(extra_time);
    clocks.iter().find(|words| words.first == end || words.first == end + only).or_else(|| {
        clocks.iter().rev().find(|words| {
            words.end < first
                && first - words.end <= 6
                && (words.end..first).all(|at| {
                    passage.is_mark(at, ',')
                        || passage.is_any(at, BETWEEN)
                        || passage.is_any(at, LED)
                        || passage.name_at(at).is_some_and(|name| name.team().is_some())
                })
                // "After 20 minutes and 2-0 up": of two things.
                && !passage.is_any(words.end, &["and"])
        })
    })
}

/// Minutes played, added time included.
const fn elapsed(clock: Clock) -> i16 {
    clock.minute() as i16 + clock.added() as i16
}

/// The first and the last minute words of the clock can mean, where they are of one stretch of play before the end.
fn span_of(clock: &ClockWords) -> Option<(i16, i16)> {
    match &clock.meant {
        Meant::At(spans) => match spans.as_slice() {
            [span] => {
                let ends = elapsed(span.to) - elapsed(span.from) > 30 && span.from.minute() > 1;
                let whole = span.from.minute() >= 90 && span.from.added() == 0 && span.to.minute() <= 91;
                (!ends && !whole).then(|| (elapsed(span.from), elapsed(span.to)))
            }
            _ => None,
        },
        Meant::Within(minutes) => Some((1, i16::from(*minutes))),
        _ => None,
    }
}

/// How far from a stretch of the clock a match stood so, or came to stand so: none where it never did.
fn distance(timeline: &Timeline, told: &Told<'_>, (from, to): (i16, i16)) -> Option<i16> {
    let goals = &timeline.goals;
    let stood = goals.iter().enumerate().filter(|(_, goal)| told.stand.is(goal.after));
    stood
        .filter_map(|(place, goal)| {
            let start = elapsed(goal.clock?);
            if told.began {
                return Some((start - to).max(from - start).max(0));
            }
            let end = goals.get(place + 1).map_or(Some(i16::MAX), |next| next.clock.map(elapsed))?;
            Some((start - to).max(from - end).max(0))
        })
        .min()
}

/// The teams a clause names before words of the clock.
fn teams(passage: &Passage, told: &Told<'_>) -> Vec<TeamId> {
    if let Some(other) = told.other {
        return vec![other];
    }
    let start = passage.clause_start(told.first).max(dateline(passage));
    let end = told.end.max(told.clock.end);
    let names = passage.names.iter().filter(|name| name.first >= start && name.end <= end);
    names.filter_map(crate::passage::Name::team).collect()
}

fn judge<'r>(passage: &Passage, told: &Told<'_>, foci: &[Focus<'r>], out: &mut Out<'r>) {
    /// Two ways of counting differ by so much.
    const NEAR: i16 = 1;
    let Some(span) = span_of(told.clock) else { return };
    let teams = teams(passage, told);
    let may_be = |entry: &Match| teams.iter().all(|&team| out.side(entry, team).is_some());
    let found = foci.iter().filter(|focus| may_be(focus.entry)).find(|focus| {
        let timeline = out.timeline(focus.entry);
        timeline.complete && distance(&timeline, told, span).is_some_and(|away| away <= NEAR)
    });
    if let Some(focus) = found {
        push(passage, told, focus.entry, Verdict::Confirmed, true, out);
        return;
    }
    let plain = told.plain
        && passage.quote.is_none()
        && !names_other_football(passage)
        && !moment::is_elsewhere(passage)
        && !passage.has(0, passage.len(), NOT_OF_PLAY);
    let Some(focus) = foci.iter().find(|focus| focus.is_anchor).filter(|_| plain) else { return };
    let sole = foci.len() == 1 && focus.may_contradict;
    if !may_be(focus.entry) || !(sole || told.other.is_some() || focus.alone && !teams.is_empty()) {
        return;
    }
    // Whichever of their matches at this tournament may be meant: it never stood so in any, or at no such time.
    let of_edition = || {
        let own = [focus.entry.home, focus.entry.away];
        let own = own.into_iter().filter(|team| teams.len() != 1 || teams.contains(team));
        own.flat_map(|team| out.view.matches_of(team)).filter(|other| other.edition == focus.entry.edition)
    };
    let away = |entry: &Match| {
        let timeline = out.timeline(entry);
        timeline.complete.then(|| distance(&timeline, told, span))
    };
    let never = |entry: &Match| away(entry).is_some_and(|away| away.is_none());
    let far = |entry: &Match| away(entry).is_some_and(|away| away.is_none_or(|away| away > 5));
    let all = |is: &dyn Fn(&Match) -> bool| is(focus.entry) && (sole || of_edition().all(is));
    if all(&never) {
        push(passage, told, focus.entry, Verdict::Contradicted, false, out);
    } else if all(&far) && sole && matches!(&told.clock.meant, Meant::At(_)) {
        push(passage, told, focus.entry, Verdict::Contradicted, true, out);
    }
}

/// Words by which numbers are of no goals of a match.
const NOT_OF_PLAY: &[&str] = &[
    "aggregate",
    "shoot out",
    "shootout",
    "penalties",
    "bookmakers",
    "odds",
    "table",
    "points",
    "lucky",
    "fortunate",
    "should have",
    "could have",
    "would have",
    "might have",
    "not",
];

/// Says how a match stood, or when.
fn push(passage: &Passage, told: &Told<'_>, entry: &Match, verdict: Verdict, when: bool, out: &mut Out<'_>) {
    let timeline = out.timeline(entry);
    let shown: Vec<_> = timeline.goals.iter().take(6).flat_map(|goal| out.event_row(entry, goal.index)).collect();
    let shown = if shown.is_empty() { out.match_row(entry) } else { shown };
    let said = match &told.clock.meant {
        Meant::At(spans) => spans.first().map(|&minutes| SaidMinutes { minutes, of_award: false }),
        _ => None,
    };
    let (span, kind, text) = if when {
        let clock = said.map_or_else(String::new, |said| format!(" {}", words::minutes(&said.minutes)));
        ((told.clock.first, told.clock.end), Kind::Minute, format!("{}{clock}", told.stand.words()))
    } else {
        ((told.first, told.end), Kind::RunningScore, format!("{} at some moment", told.stand.words()))
    };
    let said = said.filter(|_| when);
    let judged = Judged::new(verdict).showing(shown).about(Topic::Match(entry.id)).at(said);
    out.push(passage, span, kind, text, judged);
}
