//! How long a lead lasted: "the lead lasted 63 minutes", "Croatia were ahead for 18 minutes".

use byline_record::ask::{Verdict, words};
use byline_record::{Match, Side};

use super::about::is_hypothetical;
use super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};
use crate::timeline::{Goal, Timeline};

/// Words before so many minutes, and whether they are of a lead whoever had it.
const CUES: &[(&str, bool)] = &[
    ("lead lasted", true),
    ("lead survived", true),
    ("lead held for", true),
    ("lead stood for", true),
    ("advantage lasted", true),
    ("ahead for", false),
    ("in front for", false),
    ("led for", false),
    ("in the lead for", false),
];
const HEADS: Heads = Heads::of_pairs(CUES);

/// A lead: the goal that gave it, and the one that ended it.
struct Lead<'t> {
    goal: &'t Goal,
    end: &'t Goal,
    minutes: i16,
}

/// The leads of a match that were lost again.
fn leads(timeline: &Timeline) -> Vec<Lead<'_>> {
    let gives = |goal: &&Goal| goal.after.leader() == Some(goal.side) && goal.before.leader() != Some(goal.side);
    let given = timeline.goals.iter().filter(gives);
    given
        .filter_map(|goal| {
            let end = timeline.goals.iter().find(|end| end.nth > goal.nth && end.after.leader() != Some(goal.side))?;
            let minute = |goal: &Goal| goal.clock.map(|clock| i16::from(clock.folded().minute()));
            Some(Lead { goal, end, minutes: minute(end)? - minute(goal)? })
        })
        .collect()
}

/// Judges how long a side is said to have led.
pub(crate) fn read(passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    if !passage.may_meet(&HEADS) {
        return;
    }
    for at in 0..passage.len() {
        let Some((&(_, whoever), end)) = passage.rows_at(at, CUES, &HEADS, |cue| cue.0).next() else { continue };
        let adverb = usize::from(passage.is_any(end, &["only", "just", "barely", "exactly", "all"]));
        let Some((count @ 1..=120, last)) = passage.cardinal(end + adverb) else { continue };
        if !passage.is_any(last, &["minutes", "minute"]) || is_hypothetical(passage, at) || passage.quote.is_some() {
            continue;
        }
        let subject = passage.names.iter().rev().find(|name| name.end <= at && name.team().is_some());
        let Some(focus) = foci.first().filter(|focus| foci.len() == 1 && !focus.loose) else { continue };
        let side = subject.and_then(Name::team).map(|team| out.side(focus.entry, team));
        if side != Some(None) && (whoever || side.is_some()) {
            judge(passage, (at, last + 1), (count, side.flatten()), focus, out);
        }
    }
}

fn judge(
    passage: &Passage,
    span: (usize, usize),
    (count, side): (u32, Option<Side>),
    focus: &Focus<'_>,
    out: &mut Out<'_>,
) {
    let timeline = out.timeline(focus.entry);
    let mut all = leads(&timeline);
    all.retain(|lead| side.is_none_or(|side| lead.goal.side == side));
    let away = |lead: &Lead<'_>| (i32::from(lead.minutes) - i32::try_from(count).unwrap_or(i32::MAX)).abs();
    let Some(lead) = all.iter().min_by_key(|lead| away(lead)) else { return };
    // Both ends may be counted a minute apart.
    let verdict = match away(lead) {
        0..=2 => Verdict::Confirmed,
        3.. if all.len() == 1 && timeline.complete && focus.is_anchor && focus.may_contradict => Verdict::Contradicted,
        _ => return,
    };
    let entry: &Match = focus.entry;
    let rows = [lead.goal, lead.end].into_iter().flat_map(|goal| out.event_row(entry, goal.index)).collect();
    let team = words::team(out.record(), entry.team(lead.goal.side));
    let reading = format!("{team} led for {}", words::count(count, "minute", "minutes"));
    let topic = Topic::Event(entry.id, lead.end.index);
    out.push(passage, span, Kind::Minute, reading, Judged::new(verdict).showing(rows).about(topic));
}
