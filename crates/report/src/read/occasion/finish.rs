//! The place in the tournament that the match for third place gave: "finished third", "ended fourth", "took third place".

use byline_record::StageKind;
use byline_record::ask::{Verdict, words};

use super::super::about::{is_hypothetical, is_wanted};
use super::super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;

/// Verbs of coming out third or fourth.
const ENDED: &[&str] =
    &["finish", "finished", "finishing", "finishes", "ended", "ending", "came", "coming", "placed", "took", "claimed"];

/// Judges which place a side of the match for third place is said to have taken.
pub(super) fn finish(reader: &Reader<'_, '_>, passage: &Passage, at: usize, foci: &[Focus<'_>], out: &mut Out<'_>) {
    if !passage.is_any(at, &["third", "fourth"]) {
        return;
    }
    let [focus] = foci else { return };
    let is_for_third = focus.entry.is_at(StageKind::ThirdPlace);
    if !focus.is_anchor || !is_for_third || passage.quote.is_some() {
        return;
    }
    let last = at.checked_sub(1);
    let verb = last.filter(|&verb| passage.is_any(verb, ENDED)).or_else(|| {
        let verb = last?.checked_sub(1)?;
        (passage.is_any(verb + 1, &["in"]) && passage.is_any(verb, ENDED)).then_some(verb)
    });
    let Some(verb) = verb else { return };
    let end = if passage.is_any(at + 1, &["place"]) { at + 2 } else { at + 1 };
    const OTHER: &[&str] = &["match", "game", "play", "playoff", "group", "time", "goal", "minute", "straight"];
    let other = passage.is_any(end, OTHER) || passage.has(end, end + 3, &["in the group", "in group", "behind"]);
    if other || is_hypothetical(passage, verb) || is_wanted(passage, verb) {
        return;
    }
    let meant = reader.teams_before(passage, verb, out);
    let Some(side) = meant.likely().and_then(|team| out.side(focus.entry, team)) else { return };
    let Some(winner) = focus.entry.winner() else { return };
    let third = passage.is_any(at, &["third"]);
    let verdict = match (winner == side) == third {
        true => Verdict::Confirmed,
        false if meant.sure && focus.may_contradict => Verdict::Contradicted,
        false => return,
    };
    let team = words::team(out.record(), focus.entry.team(side));
    let place = if third { "third" } else { "fourth" };
    let judged = Judged::new(verdict).showing(out.match_row(focus.entry)).about(Topic::Match(focus.entry.id));
    out.push(passage, (verb, end), Kind::Stage, format!("{team} came {place}"), judged);
}
