//! Goals of a side in a part of a match: "scored four goals in six minutes", "scored three times in the last 15 minutes",
//! "both goals came in extra time".

use byline_record::TeamId;
use byline_record::ask::Verdict;
use byline_record::ask::statement::Minutes;
use byline_record::ask::words;

use super::about::{is_hypothetical, is_wanted};
use super::clock::Meant;
use super::fit::{Fit, best_fit};
use super::{Focus, Judged, Out, moment};
use crate::claim::{Kind, Topic};
use crate::heads::{Heads, Phrases};
use crate::passage::Passage;
use crate::timeline::Goal;

/// Verbs of a side before the number of its goals.
const SCORED: Phrases = Phrases::of(&["scored", "struck", "netted", "scoring", "had scored", "score", "plundered"]);
/// What may stand between a side and such a verb.
const BETWEEN: &[&str] = &["had", "have", "has", "then", "duly", "who", "also", "even"];
/// All the goals there were, and how many if that is said.
const ALL: Phrases = Phrases::of(&["both", "all", "each of the"]);
const CAME: &[&str] = &["came", "arrived", "fell", "were scored", "had come"];
const CAME_HEADS: Heads = Heads::of(CAME);
/// How much longer than the goals took a space of time may be said to be, in minutes.
const LOOSE: u8 = 2;

/// A number of goals in a part of a match.
struct Told<'p> {
    first: usize,
    end: usize,
    /// Whose they are; `None` for all of the match.
    team: Option<TeamId>,
    /// Whether they are all of those there were.
    all: bool,
    count: usize,
    meant: &'p Meant,
}

/// Reads goals of a side in a part of a match.
pub(crate) fn read(passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    let came = passage.may_meet(&CAME_HEADS);
    let numbers = (0..passage.len()).filter(|&at| came && passage.cardinal(at).is_some());
    let starts: Vec<usize> = passage.starts(SCORED.heads()).chain(passage.starts(ALL.heads())).chain(numbers).collect();
    for at in starts.into_iter().filter(|&at| passage.name_at(at).is_none()) {
        let extra = foci.first().is_some_and(|focus| focus.entry.score.extra_time.is_some());
        let told = of_side(passage, at, extra).or_else(|| of_all(passage, at, extra));
        let Some(told) = told.or_else(|| of_some(passage, at, extra)) else { continue };
        if is_hypothetical(passage, at) || is_wanted(passage, at) {
            continue;
        }
        for focus in foci.iter().filter(|focus| !focus.loose) {
            judge(passage, &told, focus, out);
        }
    }
}

/// "Germany scored four goals in six minutes".
fn of_side(passage: &Passage, at: usize, extra: bool) -> Option<Told<'_>> {
    let verb = passage.one_of(at, &SCORED)?;
    let mut before = at;
    while passage.is_any(before.wrapping_sub(1), BETWEEN) || passage.is_mark(before.wrapping_sub(1), ',') {
        before -= 1;
    }
    let name = passage.name_at(before.checked_sub(1)?).filter(|name| name.end == before)?;
    let team = name.team()?;
    let (count, next) = match passage.word(verb) {
        "twice" => (2, verb + 1),
        _ => passage.cardinal(verb)?,
    };
    let end = passage.any_phrase(next, &["goals", "times"]).unwrap_or(next);
    let clock = passage.clocks(extra).iter().find(|words| words.first == end)?;
    let count = usize::try_from(count).ok().filter(|count| (2..=9).contains(count))?;
    Some(Told { first: name.first, end: clock.end, team: Some(team), all: true, count, meant: &clock.meant })
}

/// "Both goals came in the last two minutes".
fn of_all(passage: &Passage, at: usize, extra: bool) -> Option<Told<'_>> {
    let next = passage.one_of(at, &ALL)?;
    let next = passage.any_phrase(next, &["the", "of the"]).unwrap_or(next);
    let (count, next) = match passage.cardinal(next) {
        Some((count, next)) => (count, next),
        None if passage.word(at) == "both" => (2, next),
        None => return None,
    };
    let came = passage.any_phrase(passage.any_phrase(next, &["goals", "the goals"])?, CAME)?;
    let clock = passage.clocks(extra).iter().find(|words| words.first == came)?;
    let count = usize::try_from(count).ok().filter(|count| (2..=12).contains(count))?;
    Some(Told { first: at, end: clock.end, team: None, all: true, count, meant: &clock.meant })
}

/// "Four goals came in six minutes": of either side or of both.
fn of_some(passage: &Passage, at: usize, extra: bool) -> Option<Told<'_>> {
    let opens = at == 0 || passage.is_mark(at - 1, ',') || passage.is_any(at - 1, &["and", "but", "then", "when"]);
    let (count, next) = passage.cardinal(at).filter(|_| opens)?;
    let came = passage.any_phrase(passage.any_phrase(next, &["goals", "more goals"])?, CAME)?;
    let clock = passage.clocks(extra).iter().find(|words| words.first == came)?;
    let count = usize::try_from(count).ok().filter(|count| (2..=9).contains(count))?;
    let within = matches!(clock.meant, Meant::Within(_));
    within.then_some(Told { first: at, end: clock.end, team: None, all: false, count, meant: &clock.meant })
}

fn judge(passage: &Passage, told: &Told<'_>, focus: &Focus<'_>, out: &mut Out<'_>) {
    let entry = focus.entry;
    let timeline = out.timeline(entry);
    let side = told.team.and_then(|team| out.side(entry, team));
    let goals: Vec<Goal> =
        timeline.goals.iter().filter(|goal| side.is_none_or(|side| goal.side == side)).copied().collect();
    let timed = timeline.complete && goals.iter().all(|goal| goal.clock.is_some());
    let whole = told.team.is_some() || !told.all || goals.len() == told.count;
    if told.team.is_some() != side.is_some() || !timed || !whole {
        return;
    }
    let Some((fits, wrong)) = weigh(told, &goals) else { return };
    // "Scored twice in the last ten minutes of their opener": in another match.
    let closed = super::plain::closes(passage, told.end)
        || passage.is_break(told.end)
        || passage.is_any(told.end, &["to", "through", "before"]);
    let pinned = focus.is_anchor && focus.alone && focus.may_contradict && passage.quote.is_none() && closed;
    let verdict = match (fits.is_empty(), wrong) {
        (false, _) => Verdict::Confirmed,
        (true, true) if pinned && !moment::is_elsewhere(passage) => Verdict::Contradicted,
        _ => return,
    };
    let shown = if fits.is_empty() { &goals } else { &fits };
    let rows = shown.iter().flat_map(|goal| out.event_row(entry, goal.index)).collect();
    let whose = told.team.map_or_else(String::new, |team| format!("{}: ", words::team(out.record(), team)));
    let (kind, when) = match told.meant {
        Meant::Within(minutes) => {
            (Kind::Order, format!("within {}", words::count(u32::from(*minutes), "minute", "minutes")))
        }
        Meant::At(spans) => (Kind::Minute, spans.iter().map(words::minutes).collect::<Vec<_>>().join(" or ")),
        _ => return,
    };
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(entry.id));
    out.push(passage, (told.first, told.end), kind, format!("{whose}{} goals {when}", told.count), judged);
}

/// The goals that are as told, and whether no reading of the words has so many there.
fn weigh(told: &Told<'_>, goals: &[Goal]) -> Option<(Vec<Goal>, bool)> {
    let within = |spans: &[Minutes], fit: Fit| -> Vec<Goal> {
        let is_in = |goal: &&Goal| goal.clock.is_some_and(|clock| best_fit(spans, clock) >= fit);
        goals.iter().filter(is_in).copied().collect()
    };
    match told.meant {
        Meant::Within(minutes) => {
            let took = |run: &&[Goal]| -> Option<u8> {
                let (first, last) = (run.first()?.clock?, run.last()?.clock?);
                last.minute().checked_sub(first.minute())
            };
            let mut runs: Vec<(u8, &[Goal])> =
                goals.windows(told.count).filter_map(|run| Some((took(&run)?, run))).collect();
            runs.sort_by_key(|(minutes, _)| *minutes);
            let right = runs.iter().find(|(took, _)| *took <= *minutes && took.saturating_add(LOOSE) >= *minutes);
            let wrong = runs.iter().all(|(took, _)| *took > minutes.saturating_add(1));
            Some((right.map_or_else(Vec::new, |(_, run)| run.to_vec()), wrong))
        }
        Meant::At(spans) => {
            let (sure, loose) = (within(spans, Fit::Yes), within(spans, Fit::Nearly));
            let right = [sure, loose.clone()].into_iter().find(|found| found.len() == told.count);
            Some((right.unwrap_or_default(), loose.len() < told.count))
        }
        _ => None,
    }
}
