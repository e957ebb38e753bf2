//! Who led and who trailed, how often and by how much: "twice behind", "two goals down", "never led", "scored first".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Match, Side, TeamId};

use super::about::is_object;
use super::cues::lead_taken;
use super::fit::{is_score, seen_from};
use super::{Focus, Judged, Out, moment};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;
use crate::timeline::{Goal, Timeline};

/// What is said of a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    /// It trailed at some time.
    Behind,
    /// It trailed so many times.
    TimesBehind(usize),
    /// It went ahead so many times.
    TimesAhead(usize),
    /// At its worst it trailed by so many.
    Down(i16),
    /// At its best it led by so many.
    Up(i16),
    /// It was never ahead.
    NeverAhead,
    /// It was never behind.
    NeverBehind,
    /// It scored the first goal.
    First,
    /// It went ahead at some time.
    Ahead,
    /// It went ahead with so many goals to so many.
    AheadAt(u8, u8),
    /// It drew level at some time.
    Level,
}

/// Words and what they say; whether they may be contradicted.
const CUES: &[(&str, Course, bool)] = &[
    ("twice came from behind", Course::TimesBehind(2), true),
    ("twice come from behind", Course::TimesBehind(2), true),
    ("twice coming from behind", Course::TimesBehind(2), true),
    ("came from behind twice", Course::TimesBehind(2), true),
    ("twice from behind", Course::TimesBehind(2), false),
    ("three times came from behind", Course::TimesBehind(3), true),
    ("twice fell behind", Course::TimesBehind(2), true),
    ("twice fallen behind", Course::TimesBehind(2), true),
    ("twice went behind", Course::TimesBehind(2), true),
    ("twice gone behind", Course::TimesBehind(2), true),
    ("twice trailed", Course::TimesBehind(2), true),
    ("twice trailing", Course::TimesBehind(2), true),
    ("twice behind", Course::TimesBehind(2), true),
    ("behind twice", Course::TimesBehind(2), true),
    ("trailed twice", Course::TimesBehind(2), true),
    ("three times behind", Course::TimesBehind(3), true),
    ("twice led", Course::TimesAhead(2), true),
    ("twice leading", Course::TimesAhead(2), true),
    ("twice ahead", Course::TimesAhead(2), true),
    ("twice in front", Course::TimesAhead(2), true),
    ("twice went ahead", Course::TimesAhead(2), true),
    ("twice gone ahead", Course::TimesAhead(2), true),
    ("twice went in front", Course::TimesAhead(2), true),
    ("twice took the lead", Course::TimesAhead(2), true),
    ("twice taken the lead", Course::TimesAhead(2), true),
    ("twice taking the lead", Course::TimesAhead(2), true),
    ("led twice", Course::TimesAhead(2), true),
    ("ahead twice", Course::TimesAhead(2), true),
    ("took the lead twice", Course::TimesAhead(2), true),
    ("three times ahead", Course::TimesAhead(3), true),
    ("three times led", Course::TimesAhead(3), true),
    ("never led", Course::NeverAhead, true),
    ("never ahead", Course::NeverAhead, true),
    ("never in front", Course::NeverAhead, true),
    ("never trailed", Course::NeverBehind, true),
    ("never behind", Course::NeverBehind, true),
    ("fell behind", Course::Behind, true),
    ("fallen behind", Course::Behind, true),
    ("falling behind", Course::Behind, true),
    ("went behind", Course::Behind, true),
    ("gone behind", Course::Behind, true),
    ("going behind", Course::Behind, true),
    ("a goal down", Course::Behind, true),
    ("one goal down", Course::Behind, true),
    ("one down", Course::Behind, false),
    ("a goal behind", Course::Behind, true),
    ("a goal adrift", Course::Behind, true),
    ("trailed", Course::Behind, false),
    ("trailing", Course::Behind, false),
    ("from behind", Course::Behind, false),
    ("scored first", Course::First, true),
    ("struck first", Course::First, true),
    ("drew first blood", Course::First, true),
    ("opened the scoring", Course::First, true),
    ("took the lead", Course::Ahead, true),
    ("had led", Course::Ahead, false),
    ("led through", Course::Ahead, true),
    ("led thanks to", Course::Ahead, true),
    ("went ahead", Course::Ahead, true),
    ("went in front", Course::Ahead, true),
    ("taken the lead", Course::Ahead, false),
    ("equalised", Course::Level, true),
    ("equalized", Course::Level, true),
    ("levelled", Course::Level, true),
    ("drew level", Course::Level, true),
    ("pulled level", Course::Level, true),
];

/// Nouns and places after a number that make it a lead or a deficit: `true` for a deficit.
const MARGINS: &[(&str, bool)] = &[
    ("goals down", true),
    ("goals behind", true),
    ("goals adrift", true),
    ("goals in arrears", true),
    ("goal deficit", true),
    ("down", true),
    ("behind", true),
    ("adrift", true),
    ("goals up", false),
    ("goals ahead", false),
    ("goals clear", false),
    ("goals to the good", false),
    ("goal lead", false),
    ("goal advantage", false),
    ("goal cushion", false),
    ("up", false),
    ("ahead", false),
    ("clear", false),
    ("to the good", false),
];

const CUE_HEADS: Heads = Heads::of_triples(CUES);
const MARGIN_HEADS: Heads = Heads::of_pairs(MARGINS);

/// Words before which leave open whether it was so.
const OPEN: &[&str] = &[
    "if",
    "could",
    "would",
    "should",
    "might",
    "nearly",
    "almost",
    "when",
    "whenever",
    "not",
    "without",
    "had they",
    "chance",
    "chances",
    "until",
    "may",
    "can",
    "to",
    "threatened",
    "never",
    "will",
    "want",
    "wanted",
    "prevent",
    "prevented",
    "preventing",
    "spared",
    "saved",
    "stopped",
    "avoid",
    "avoided",
    "avoiding",
];

/// Words after which a team is no subject.
const OBJECT: &[&str] = &[
    "against", "over", "beat", "beating", "by", "with", "from", "to", "of", "v", "past", "for", "than", "in", "on",
    "after", "defeated", "held", "denied", "stunned", "before",
];

fn margin(goal: &Goal, side: Side) -> i16 {
    i16::from(goal.after.of(side)) - i16::from(goal.after.of(side.other()))
}

/// How often a side went ahead.
fn times_ahead(timeline: &Timeline, side: Side) -> usize {
    timeline.goals.iter().filter(|goal| goal.side == side && goal.before.leader().is_none()).count()
}

fn is_so(timeline: &Timeline, side: Side, course: Course) -> bool {
    let margins = || timeline.goals.iter().map(|goal| margin(goal, side));
    match course {
        Course::Behind => times_ahead(timeline, side.other()) > 0,
        Course::TimesBehind(times) => times_ahead(timeline, side.other()) == times,
        Course::TimesAhead(times) => times_ahead(timeline, side) == times,
        Course::Down(by) => margins().any(|margin| margin == -by),
        Course::Up(by) => margins().any(|margin| margin == by),
        Course::NeverAhead => times_ahead(timeline, side) == 0,
        Course::NeverBehind => times_ahead(timeline, side.other()) == 0,
        Course::First => timeline.goals.first().is_some_and(|goal| goal.side == side),
        Course::Ahead => times_ahead(timeline, side) > 0,
        Course::AheadAt(one, other) => {
            timeline.goals.iter().any(|goal| goal.side == side && seen_from(goal.after, side) == (one, other))
        }
        Course::Level => timeline.goals.iter().any(|goal| goal.side == side && goal.after.leader().is_none()),
    }
}

fn told(course: Course) -> String {
    match course {
        Course::Behind => "were behind".to_owned(),
        Course::TimesBehind(times) => format!("were behind {times} times"),
        Course::TimesAhead(times) => format!("went ahead {times} times"),
        Course::Down(by) => format!("were {by} goals behind"),
        Course::Up(by) => format!("were {by} goals ahead"),
        Course::NeverAhead => "were never ahead".to_owned(),
        Course::NeverBehind => "were never behind".to_owned(),
        Course::First => "scored the first goal".to_owned(),
        Course::Ahead => "went ahead".to_owned(),
        Course::AheadAt(one, other) => format!("went {one}-{other} ahead"),
        Course::Level => "drew level".to_owned(),
    }
}

/// The words of the course of a match that begin at a token: what they say, whether plainly, the token after them.
fn cue(passage: &Passage, at: usize) -> Option<(Course, bool, usize)> {
    let cue = passage.rows_at(at, CUES, &CUE_HEADS, |cue| cue.0).next();
    if let Some((&(_, course, plain), end)) = cue {
        // "Scored first in the second half": of those goals, whatever came before.
        return (course != Course::First || !is_of_the_second_half(passage, end)).then_some((course, plain, end));
    }
    if let (Some((end, ..)), Some(TokenKind::Score(one, other))) = (lead_taken(passage, at), passage.kind(at + 2)) {
        return Some((Course::AheadAt(one.max(other), one.min(other)), true, end));
    }
    let (count @ 2..=6, next) = passage.cardinal(at)? else { return None };
    let next = if passage.is_mark(next, '-') { next + 1 } else { next };
    let count = i16::try_from(count).ok()?;
    MARGINS.iter().find_map(|&(phrase, deficit)| {
        let end = passage.phrase(next, phrase)?;
        let plain = phrase.starts_with("goal");
        let of_else = passage.is_any(end, &["of", "to", "and", "with", "the", "in", "from"]) && !plain;
        (!of_else).then_some((if deficit { Course::Down(count) } else { Course::Up(count) }, plain, end))
    })
}

/// Whether "first" in what is told before a token counts from half-time on.
pub(super) fn is_of_the_second_half(passage: &Passage, end: usize) -> bool {
    const SECOND: &[&str] =
        &["in the second half", "in the second period", "after the break", "after the interval", "after the restart"];
    passage.is_any(end.wrapping_sub(1), &["first"]) && passage.any_phrase(end, SECOND).is_some()
}

/// The team of which words are told, and whether it stands right before them.
fn subject(passage: &Passage, at: usize) -> Option<(TeamId, bool)> {
    let start = passage.clause_start(at);
    let before = passage.names.iter().rev().find(|name| {
        name.end <= at
            && name.first >= start
            && name.team().is_some()
            && !passage.is_possessive(name.end)
            && !(name.first > 0 && passage.is_any(name.first - 1, OBJECT))
            && !is_object(passage, name)
    });
    if let Some(name) = before {
        let helped = (name.end..at)
            .all(|at| passage.is_any(at, &["had", "then", "were", "have", "was", "who", "even", "twice"]));
        return Some((name.team()?, helped && at <= name.end + 2));
    }
    // "Two goals down, Spain ..."
    let after = passage.names.iter().find(|name| name.first > at && name.team().is_some())?;
    let comma = (at..after.first).any(|at| passage.is_mark(at, ','));
    let apart = (at..after.first).any(|at| passage.is_stop(at) || passage.is_any(at, OBJECT));
    (comma && !apart && start == at).then(|| Some((after.team()?, false))).flatten()
}

fn rows(entry: &Match, timeline: &Timeline, out: &Out<'_>) -> Vec<byline_record::ask::Evidence> {
    let goals = timeline.goals.iter().take(4).flat_map(|goal| out.event_row(entry, goal.index));
    let rows: Vec<_> = goals.collect();
    if rows.is_empty() { out.match_row(entry) } else { rows }
}

/// Judges what a passage tells of the course of a match.
pub(crate) fn read(passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    if !passage.may_meet(&CUE_HEADS) && !passage.may_meet(&MARGIN_HEADS) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        let Some((course, plain, end)) = cue(passage, at) else { continue };
        let open = (at.saturating_sub(3)..at).any(|at| passage.any_phrase(at, OPEN).is_some());
        // "Trailing on goal difference": in the table.
        let in_the_table =
            passage.is_any(end, &["on"]) && passage.is_any(end + 1, &["goal", "goals", "points", "head"]);
        // "Two goals clear of the pack in the race for the golden boot": of scorers.
        const RACE: &[&str] = &["golden boot", "chasing pack", "the pack", "the field", "scoring charts", "top scorer"];
        let in_a_race = passage.has(at.saturating_sub(10), passage.len().min(end + 8), RACE);
        if open
            || in_the_table
            || in_a_race
            || (at > 0 && passage.is_any(at - 1, &["man", "men", "points", "games", "years", "by"]))
        {
            continue;
        }
        judge(passage, (at, end), (course, plain), foci, out);
    }
}

fn judge(
    passage: &Passage,
    span: (usize, usize),
    (course, plain): (Course, bool),
    foci: &[Focus<'_>],
    out: &mut Out<'_>,
) {
    let spoken_of = subject(passage, span.0);
    let never = matches!(course, Course::NeverAhead | Course::NeverBehind) && passage.quote.is_none();
    let counted = matches!(course, Course::TimesAhead(_) | Course::TimesBehind(_) | Course::Down(_) | Course::Up(_));
    for focus in foci {
        let entry = focus.entry;
        let timeline = out.timeline(entry);
        if !timeline.complete || timeline.goals.is_empty() {
            continue;
        }
        // "Trailed 2-0": of no match that never stood so.
        let stood = match passage.kind(span.1) {
            Some(TokenKind::Score(one, other)) => timeline.goals.iter().any(|goal| is_score(goal.after, one, other)),
            _ => true,
        };
        if !stood {
            continue;
        }
        let side = spoken_of.and_then(|(team, _)| out.side(entry, team));
        let right = match side {
            Some(side) if is_so(&timeline, side, course) => Some(side),
            // Whoever is meant: so many times, or so many goals, are told of nobody else.
            None if spoken_of.is_none() && counted => {
                Side::BOTH.into_iter().find(|&side| is_so(&timeline, side, course))
            }
            _ => None,
        };
        let shown = rows(entry, &timeline, out);
        if let Some(side) = right {
            let text = format!("{} {}", words::team(out.record(), entry.team(side)), told(course));
            let judged = Judged::new(Verdict::Confirmed).showing(shown).about(Topic::Match(entry.id));
            out.push(passage, span, Kind::Order, text, judged);
            return;
        }
        let beside = spoken_of.is_some_and(|(_, beside)| beside);
        // So many goals never stood between the sides, whoever is meant.
        let never_so_wide = match course {
            Course::Down(by) | Course::Up(by) => {
                let wide = |goal: &crate::timeline::Goal| goal.after.margin(Side::Home).abs() >= by;
                !timeline.goals.iter().any(wide)
            }
            _ => false,
        };
        // "Three down inside eight minutes"
        let timed = never_so_wide && passage.is_any(span.1, &["inside", "within", "after", "at", "by"]);
        let plain = plain || timed;
        let beside = beside || never_so_wide && !passage.has(0, passage.len(), &["difference", "aggregate", "table"]);
        if let Some(side) = side
            && plain
            && beside
            && foci.len() == 1
            && focus.may_contradict
            && entry.score.shoot_out.is_none()
            && (never || !moment::is_elsewhere(passage))
        {
            let text = format!("{} {}", words::team(out.record(), entry.team(side)), told(course));
            let judged = Judged::new(Verdict::Contradicted)
                .because("the goals of the match do not run so")
                .showing(shown)
                .about(Topic::Match(entry.id));
            out.push(passage, span, Kind::Order, text, judged);
            return;
        }
    }
}
