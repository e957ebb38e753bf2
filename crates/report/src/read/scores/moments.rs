//! Scores that stood for a while: at half-time, after a goal, before a comeback.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Goals, Match, Side, TeamId};

use super::Said;
use super::clause::subject;
use super::words::{AT_HALF_TIME, RUNNING_AFTER, RUNNING_BEFORE};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};
use crate::read::about::is_hypothetical;
use crate::read::fit::{is_score, seen_from};
use crate::read::{Focus, Judged, Out, Reader};
use crate::timeline::Timeline;

/// What a match may be told of beyond doubt: the passage speaks of it alone.
fn sole<'f, 'r>(foci: &'f [Focus<'r>]) -> Option<&'f Focus<'r>> {
    match foci {
        [focus] if focus.is_anchor && focus.may_contradict => Some(focus),
        _ => None,
    }
}

/// A match as evidence, with how it stood at some point.
fn row_at(entry: &Match, goals: Goals, when: &str, out: &Out<'_>) -> Vec<byline_record::ask::Evidence> {
    let mut rows = out.match_row(entry);
    for row in &mut rows {
        row.text = format!("{}: {goals} {when}", row.text);
    }
    rows
}

/// A score told to be the one at half-time, in words close by or not, the goals of a team first where that is told. Gives
/// back whether it was settled.
pub(super) fn half_time<'r>(
    passage: &Passage,
    said: &Said,
    (close, of): (bool, Option<TeamId>),
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) -> bool {
    for focus in foci.iter().filter(|focus| !focus.loose) {
        let Some(half) = focus.entry.score.half_time else { continue };
        let right = match of.and_then(|team| out.side(focus.entry, team)) {
            Some(side) => seen_from(half, side) == (said.one, said.other),
            None => is_score(half, said.one, said.other),
        };
        if right || close && sole(foci).is_some() {
            let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
            let rows = row_at(focus.entry, half, "at half-time", out);
            let text = format!("{}-{} at half-time", said.one, said.other);
            let judged = Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id));
            out.push(passage, (said.first, said.end), Kind::HalfTimeScore, text, judged);
            return true;
        }
    }
    false
}

/// A score told to be the one after ninety minutes of a match that went to extra time. Gives back whether it was settled.
pub(super) fn after_ninety(passage: &Passage, said: &Said, end: usize, foci: &[Focus<'_>], out: &mut Out<'_>) -> bool {
    for focus in foci.iter().filter(|focus| !focus.loose) {
        let score = &focus.entry.score;
        let Some(ninety) = score.full_time.filter(|_| score.extra_time.is_some()) else { continue };
        let right = is_score(ninety, said.one, said.other);
        if right || sole(foci).is_some() && passage.quote.is_none() {
            let rows = row_at(focus.entry, ninety, "after ninety minutes", out);
            let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
            let text = format!("{}-{} after ninety minutes", said.one, said.other);
            let judged = Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id));
            out.push(passage, (said.first, end), Kind::RunningScore, text, judged);
            return true;
        }
    }
    false
}

/// How a side stood at half-time, in words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Level,
    Ahead,
    Behind,
}

const STANDS: &[(&str, Stand)] = &[
    ("led", Stand::Ahead),
    ("leading", Stand::Ahead),
    ("ahead", Stand::Ahead),
    ("in front", Stand::Ahead),
    ("up", Stand::Ahead),
    ("clear", Stand::Ahead),
    ("to the good", Stand::Ahead),
    ("in the lead", Stand::Ahead),
    ("the lead", Stand::Ahead),
    ("to lead", Stand::Ahead),
    ("trailed", Stand::Behind),
    ("trailing", Stand::Behind),
    ("behind", Stand::Behind),
    ("down", Stand::Behind),
    ("adrift", Stand::Behind),
    ("in arrears", Stand::Behind),
    ("level", Stand::Level),
    ("all square", Stand::Level),
    ("nothing between the sides", Stand::Level),
    ("nothing between the teams", Stand::Level),
    ("nothing between them", Stand::Level),
    ("nothing in it", Stand::Level),
    ("deadlocked", Stand::Level),
    ("no goals", Stand::Level),
    ("no score", Stand::Level),
    ("goalless", Stand::Level),
    ("scoreless", Stand::Level),
    ("even", Stand::Level),
];

/// The word of a stand that ends before a token, over an adverb or two: "ahead, deservedly, at the break".
fn stand_before(passage: &Passage, at: usize) -> Option<(usize, Stand)> {
    (at.saturating_sub(6)..at).rev().find_map(|from| {
        let found = STANDS.iter().find_map(|&(phrase, stand)| Some((passage.phrase(from, phrase)?, stand)));
        let (end, stand) = found?;
        let filled = (end..at).all(|between| {
            passage.is_mark(between, ',')
                || passage.word(between).ends_with("ly")
                || passage.is_any(between, &["still", "already", "again", "even", "going", "just"])
        });
        filled.then_some((from, stand))
    })
}

/// "Level at the break", "England led at half-time", "four down by the interval".
pub(super) fn half_time_words<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    const HEADS: Heads = Heads::of(AT_HALF_TIME);
    if foci.iter().all(|focus| focus.loose || focus.entry.score.half_time.is_none()) || !passage.may_meet(&HEADS) {
        return;
    }
    let Some((at, end)) = passage.find(1, passage.len(), AT_HALF_TIME) else { return };
    // "went into the break all square"
    let level = passage
        .any_phrase(end, &["all square", "level", "goalless", "scoreless", "deadlocked"])
        .filter(|&level| passage.is_stop(level) || passage.is_mark(level, ',') || level >= passage.len());
    let before = stand_before(passage, at);
    let end = level.filter(|_| before.is_none()).unwrap_or(end);
    let Some((word, stand)) = before.or(level.map(|_| (at, Stand::Level))) else { return };
    // "2-1 up at the break" is read with its score, "half of the first half" is no moment.
    if passage.word(at) == "first"
        || word.checked_sub(1).is_some_and(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))))
    {
        return;
    }
    let margin = margin_before(passage, word);
    let first = margin.map_or(word, |(first, _)| first);
    let named = subject(passage, first);
    let meant = reader.teams_before(passage, first, out);
    let team = named.or(meant.likely());
    for focus in foci.iter().filter(|focus| !focus.loose) {
        let Some(half) = focus.entry.score.half_time else { continue };
        let side = team.and_then(|team| out.side(focus.entry, team));
        let gap = u32::from(half.home.abs_diff(half.away));
        let wide = margin.is_none_or(|(_, margin)| margin == gap);
        let of = |side: Side| words::team(out.record(), focus.entry.team(side));
        let (right, text) = match (stand, side) {
            (Stand::Level, _) => (half.leader().is_none(), "level at half-time".to_owned()),
            (Stand::Ahead, Some(side)) => {
                (half.leader() == Some(side) && wide, format!("{} were ahead at half-time", of(side)))
            }
            (Stand::Behind, Some(side)) => {
                (half.leader() == Some(side.other()) && wide, format!("{} were behind at half-time", of(side)))
            }
            _ => continue,
        };
        let text = margin.filter(|_| stand != Stand::Level).map_or(text.clone(), |(_, by)| format!("{text} by {by}"));
        let denied = (first.saturating_sub(3)..first).any(|at| passage.is_any(at, &["not", "never", "if", "nearly"]))
            // "have not lost a match when leading at half-time since"
            || passage.is_any(first.wrapping_sub(1), &["when", "whenever", "after"])
            || is_hypothetical(passage, first);
        let plain = sole(foci).is_some() && (named.is_some() || stand == Stand::Level);
        if denied || !(right || plain) {
            continue;
        }
        let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
        let rows = row_at(focus.entry, half, "at half-time", out);
        let judged = Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id));
        out.push(passage, (first, end), Kind::HalfTimeScore, text, judged);
        return;
    }
}

/// "The first half was goalless", "after a scoreless opening half", "the first half ended 0-0".
pub(super) fn goalless_half(passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    const HALF: &[&str] = &["first half", "opening half"];
    const NONE: &[&str] = &["goalless", "scoreless"];
    const WAS: &[&str] = &["was", "ended", "finished", "remained", "stayed", "had been"];
    const HEADS: Heads = Heads::of(HALF);
    if !passage.may_meet(&HEADS) {
        return;
    }
    let Some((at, end)) = passage.find(0, passage.len(), HALF) else { return };
    let verb = if passage.is_any(end, &["which", "that"]) { end + 1 } else { end };
    let is_none = |at: usize| passage.is_any(at, NONE) || passage.kind(at) == Some(TokenKind::Score(0, 0));
    let (first, end) = match passage.any_phrase(verb, WAS) {
        Some(none) if is_none(none) => (at, none + 1),
        _ if at > 0 && passage.is_any(at - 1, NONE) => (at - 1, end),
        _ => return,
    };
    if is_hypothetical(passage, first) {
        return;
    }
    for focus in foci.iter().filter(|focus| !focus.loose) {
        let Some(half) = focus.entry.score.half_time else { continue };
        let right = is_score(half, 0, 0);
        if right || sole(foci).is_some() && passage.quote.is_none() {
            let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
            let rows = row_at(focus.entry, half, "at half-time", out);
            let judged = Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id));
            out.push(passage, (first, end), Kind::HalfTimeScore, "0-0 at half-time".to_owned(), judged);
            return;
        }
    }
}

/// "Four down", "two goals up": a number of goals before a token.
fn margin_before(passage: &Passage, at: usize) -> Option<(usize, u32)> {
    let noun = at.checked_sub(1).filter(|&before| passage.is_any(before, &["goal", "goals"])).unwrap_or(at);
    if noun < at && noun.checked_sub(1).is_some_and(|before| passage.is_any(before, &["a"])) {
        return Some((noun - 1, 1));
    }
    let start = noun.checked_sub(1)?;
    passage
        .cardinal(start)
        .filter(|&(value, end)| end == noun && (1..=9).contains(&value))
        .map(|(value, _)| (start, value))
}

/// How a passage tells that a score stood at some moment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stood {
    /// "led 2-0", "at 2-0", "ran clear for 2-0".
    Plainly,
    /// By a mark or a weak word: believed if it is so.
    Perhaps,
}

fn stood(passage: &Passage, said: &Said) -> Option<Stood> {
    const PLAIN: &[&str] = &[
        "led", "leading", "lead", "trailed", "trailing", "trail", "down", "behind", "ahead", "for", "at", "up",
        "stayed", "remained", "stood",
    ];
    let near = said.first.saturating_sub(4)..said.first;
    let right_before = said.first.checked_sub(1)?;
    // "Led Portugal 3-0", "it was 5-0 then"
    let object = passage.name_at(right_before).filter(|name| name.team().is_some());
    let led = object.is_some_and(|name| {
        let article = usize::from(passage.is_any(name.first.wrapping_sub(1), &["the"]));
        passage.is_any(name.first.wrapping_sub(1 + article), &["led", "leading", "trailed", "trailing"])
    });
    let then = passage.phrase(said.first.saturating_sub(2), "it was") == Some(said.first)
        && passage.any_phrase(said.end, &["then", "by then", "at that point", "at that stage"]).is_some();
    let doubtful = passage.is_any(right_before, &["like", "possibly"])
        || near.clone().any(|at| passage.is_any(at, &["looked", "thought", "almost", "going", "predicted", "called"]));
    let alone = passage.is_mark(right_before, ':') || passage.is_mark(right_before, ',');
    let closes = said.end >= passage.len() || passage.is_stop(said.end);
    let followed = passage.any_phrase(said.end, RUNNING_AFTER).is_some();
    if !doubtful && (passage.is_any(right_before, PLAIN) || followed || led || then) {
        Some(Stood::Plainly)
    } else if near.clone().any(|at| passage.is_any(at, RUNNING_BEFORE) || passage.is_any(at, &["was", "were"]))
        || (alone && closes)
    {
        Some(Stood::Perhaps)
    } else {
        None
    }
}

/// A score that stood at some moment: "led 2-0", "trailed 2-1", "(1-1)", "a 1-1 deadlock", "2-2." alone.
pub(super) fn running<'r>(passage: &Passage, said: &Said, foci: &[Focus<'r>], out: &mut Out<'r>) {
    // "Polak hit the post at 2-0" tells of no score; "at 2-0 he rested", "the score still at 2-0" do.
    const OPEN: &[&str] = &[
        "level",
        "tied",
        "locked",
        "still",
        "score",
        "stood",
        "stayed",
        "remained",
        "it",
        "with",
        "and",
        "but",
        "match",
        "game",
        "sides",
        "back",
        "poised",
        "deadlocked",
    ];
    if passage.is_any(said.first.wrapping_sub(1), &["at"])
        && said.first > 1
        && !passage.is_any(said.first - 2, OPEN)
        && !passage.is_mark(said.first - 2, ',')
    {
        return;
    }
    let of_a_goal = said.first >= 2
        && passage.word(said.first - 1) == "it"
        && passage.is_any(said.first - 2, &["made", "make", "making"]);
    if of_a_goal {
        return;
    }
    let alone = said.first == 0 && said.end + 1 >= passage.len();
    let stood = if alone { Some(Stood::Plainly) } else { stood(passage, said) };
    let Some(stood) = stood else { return };
    let span = (said.first, said.end);
    for focus in foci.iter().filter(|focus| !focus.loose).take(2) {
        let timeline = Timeline::of(focus.entry);
        let found = timeline.goals.iter().find(|goal| is_score(goal.after, said.one, said.other));
        let Some(goal) = found else { continue };
        // "4-2" may be of the shoot-out, "a 4-2 lead" is not.
        let of_play = passage.any_phrase(said.end, &["lead", "advantage", "cushion"]).is_some();
        if focus.entry.score.shoot_out.is_some() && said.one.max(said.other) > 2 && !of_play {
            continue;
        }
        // "Italy needed extra time as well, Norway taking them to 2-1": of another match.
        let of_others = passage.names.iter().any(|name| {
            let near = name.end <= said.first && said.first - name.end <= 8
                || name.first >= said.end && name.first - said.end <= 4;
            let (from, to) = (name.end.min(said.end), name.first.max(said.first));
            near && !(from..to).any(|at| passage.is_stop(at))
                && name.team().is_some_and(|team| out.side(focus.entry, team).is_none())
        });
        // "At 3-0 down, with the Americans beating Iran, Wales were …": of a match only some of those named were in.
        let mixed = !focus.is_anchor
            && passage
                .names
                .iter()
                .filter_map(crate::passage::Name::team)
                .any(|team| out.side(focus.entry, team).is_none());
        if of_others || mixed {
            continue;
        }
        let rows = out.event_row(focus.entry, goal.index);
        let told_last = alone || passage.word(said.first.wrapping_sub(1)) == "for";
        let (kind, text) = if goal.last && told_last {
            (Kind::Score, format!("{}-{} at the end", said.one, said.other))
        } else if of_the_first_half(passage, said, focus.entry) {
            (Kind::HalfTimeScore, format!("{}-{} at half-time", said.one, said.other))
        } else {
            (Kind::RunningScore, format!("{}-{} at some moment", said.one, said.other))
        };
        let topic = Topic::Event(focus.entry.id, goal.index);
        out.push(passage, span, kind, text, Judged::new(Verdict::Confirmed).showing(rows).about(topic));
        return;
    }
    if let Some(focus) = sole(foci).filter(|_| stood == Stood::Plainly && passage.quote.is_none())
        && (said.one, said.other) != (0, 0)
        && focus.entry.score.shoot_out.is_none()
        && never_stood(focus.entry, said)
        && !passage.has(0, passage.len(), &["aggregate", "shoot out", "shootout", "penalties", "bookmakers", "odds"])
        && !next_is_number(passage, said.end)
        && !passage.has(said.first.saturating_sub(7), said.first, NOT_SO)
    {
        let text = format!("{}-{} at some moment", said.one, said.other);
        let judged = Judged::new(Verdict::Contradicted).showing(out.match_row(focus.entry));
        out.push(passage, span, Kind::RunningScore, text, judged.about(Topic::Match(focus.entry.id)));
    }
}

/// Whether a match of which every goal is known never stood so.
fn never_stood(entry: &Match, said: &Said) -> bool {
    let timeline = Timeline::of(entry);
    timeline.complete && !timeline.goals.iter().any(|goal| is_score(goal.after, said.one, said.other))
}

/// "Lucky not to be 2-0 down": words before a score that never stood.
const NOT_SO: &[&str] = &[
    "lucky",
    "fortunate",
    "not",
    "never",
    "could",
    "should",
    "would",
    "might",
    "if",
    "deny",
    "denied",
    "denying",
    "unlucky",
    "instead",
    "rather",
    "nearly",
];

/// "4-3-3 ", "6-4 7-5": no score of football.
fn next_is_number(passage: &Passage, at: usize) -> bool {
    matches!(passage.kind(at), Some(TokenKind::Score(..) | TokenKind::Number(_)))
        || passage.is_any(at, &["formation", "system", "shape", "favourites", "on"])
}

/// "A minute before the break his shot squirmed in: 2-1": the score at half-time.
fn of_the_first_half(passage: &Passage, said: &Said, entry: &Match) -> bool {
    const BEFORE: &[&str] =
        &["before the break", "before half time", "before the interval", "stroke of half time", "before halftime"];
    entry.score.half_time.is_some_and(|half| is_score(half, said.one, said.other)) && passage.has(0, said.first, BEFORE)
}

/// "Came from behind to beat": the side was behind and won, or drew.
pub(super) fn comeback<'r>(passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    const BEHIND: &[&str] = &[
        "came from behind",
        "come from behind",
        "coming from behind",
        "fought back",
        "came back",
        "rallied",
        "hit back",
        "recovered",
        "turned it around",
    ];
    const HEADS: Heads = Heads::of(BEHIND);
    if foci.iter().all(|focus| focus.loose) || !passage.may_meet(&HEADS) {
        return;
    }
    let Some((at, end)) = passage.find(0, passage.len(), BEHIND) else { return };
    // "Hungary led, with Portugal forced to come from behind": whoever stands right before.
    const FORCED: &[&str] = &["forced", "had", "needing", "having", "made", "obliged", "left", "twice", "again", "to"];
    let near = passage.names.iter().rev().find(|name| name.end <= at).filter(|name| {
        name.end < at && (name.end..at).all(|between| passage.is_any(between, FORCED)) && name.team().is_some()
    });
    // "Pavlovic hit back for Serbia": theirs, whoever is named before.
    let for_whom = passage.name_from(end + 1).filter(|_| passage.is_any(end, &["for"])).and_then(Name::team);
    let Some(team) = for_whom.or(near.and_then(Name::team)).or_else(|| subject(passage, at)) else { return };
    let Some(focus) = foci.iter().find(|focus| !focus.loose && out.side(focus.entry, team).is_some()) else { return };
    let Some(side) = out.side(focus.entry, team) else { return };
    // "Rallied to beat the Czechs": told of another match than the one found.
    let against_other = passage.names.iter().filter(|name| name.first >= end && name.first < end + 9).any(|name| {
        name.team().is_some_and(|other| out.side(focus.entry, other).is_none())
            && !(end..name.first).any(|at| passage.is_stop(at))
            && passage.has(end, name.first, &["beat", "defeat", "against", "edge", "overcome", "draw with", "win over"])
    });
    if against_other {
        return;
    }
    let timeline = Timeline::of(focus.entry);
    let trailed = timeline.goals.iter().find(|goal| goal.after.leader() == Some(side.other()));
    let lost = focus.entry.winner_in_play() == Some(side.other());
    let text = format!("{} were behind and did not lose", words::team(out.record(), team));
    if let (Some(goal), false) = (trailed, lost) {
        let rows = out.event_row(focus.entry, goal.index);
        out.push(
            passage,
            (at, end),
            Kind::Order,
            text,
            Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(focus.entry.id)),
        );
    } else if trailed.is_none()
        && timeline.complete
        && focus.is_anchor
        && focus.may_contradict
        && passage.word(at + 2) == "behind"
    {
        let rows = out.match_row(focus.entry);
        out.push(
            passage,
            (at, end),
            Kind::Order,
            text,
            Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Match(focus.entry.id)),
        );
    }
}
