//! Scores whose syntax was not understood, believed where one match of a team named right beside them ended so.

use byline_record::ask::Verdict;
use byline_record::{Match, TeamId};

use super::Said;
use super::clause::{clause, is_hypothetical};
use super::judge::{met_at_stage_behind, names_other_football};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};
use crate::read::fit::is_score;
use crate::read::{Focus, Judged, Out, Reader, focus, shootouts};

/// How many tokens from a score a team may be named.
const NEAR: usize = 9;

pub(super) fn score<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    said: &Said,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) {
    let span = passage.span(said.first, said.end);
    let told = |span: &crate::Span| {
        let mut own = out.so_far().iter().rev().take_while(|told| told.span.start >= passage.start);
        own.any(|told| told.span.start < span.end && span.start < told.span.end && told.verdict != Verdict::NotRead)
    };
    // "At 2-0 he rested" is of a moment, a shoot-out has scores of its own.
    if told(&span)
        || is_hypothetical(passage, said.first)
        || passage.is_any(said.first.wrapping_sub(1), &["at", "from", "it"])
        || passage.is_mark(said.first.wrapping_sub(1), '(')
        || shootouts::is_shoot_out_score(passage, said.first)
        || shootouts::is_named(passage)
        || names_other_football(passage)
    {
        return;
    }
    let (start, stop) = clause(passage, said.first, said.end);
    let near = |name: &&Name| {
        let before = name.end <= said.first && said.first - name.end <= NEAR && name.first >= start;
        let after = name.first >= said.end && name.first - said.end <= NEAR && name.end <= stop;
        before || after
    };
    let gap = |name: &Name| said.first.saturating_sub(name.end).max(name.first.saturating_sub(said.end));
    let mut teams: Vec<(usize, TeamId)> =
        passage.names.iter().filter(near).filter_map(|name| Some((gap(name), name.team()?))).collect();
    teams.sort_unstable();
    teams.dedup_by_key(|(_, team)| *team);
    let Some(&(_, nearest)) = teams.first() else { return };
    let years = focus::years(passage, out, reader.this_year(out));
    let in_question = |entry: &Match| match years.as_slice() {
        [] => reader.editions.contains(&entry.edition),
        years => years.iter().any(|&year| out.record().is_of_year(entry, year)),
    };
    // With another team named close by it is against that one, else against one of the report's own.
    let others: Vec<TeamId> = match teams.get(1..) {
        Some([]) | None => out.own.clone(),
        Some(others) => others.iter().map(|&(_, team)| team).collect(),
    };
    let mut found: Vec<&'r Match> = foci.iter().filter(|focus| !focus.loose).map(|focus| focus.entry).collect();
    found.retain(|entry| {
        out.side(entry, nearest).is_some() && others.iter().any(|&other| out.side(entry, other).is_some())
    });
    for &other in others.iter().filter(|&&other| other != nearest).take(3) {
        found.extend(out.view.meetings(nearest, other).into_iter().filter(|entry| in_question(entry)));
    }
    found.sort_by_key(|entry| entry.id);
    found.dedup_by_key(|entry| entry.id);
    found.retain(|entry| entry.score.end.is_some_and(|end| is_score(end, said.one, said.other)));
    let [entry] = found.as_slice() else { return };
    // "Had lost to them 2-0 in the group": of that match, and not of the final.
    if met_at_stage_behind(passage, said.end, entry, out).is_some_and(|other| other.id != entry.id) {
        return;
    }
    let rows = out.match_row(entry);
    let text = format!("a match of these teams ended {}-{}", said.one, said.other);
    let judged = Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(entry.id));
    out.push(passage, (said.first, said.end), Kind::Score, text, judged);
}
