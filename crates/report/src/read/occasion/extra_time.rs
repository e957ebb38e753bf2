//! That a match went to extra time: "after extra time", "(aet)", "needed extra time", "an extra-time win".

use byline_record::ask::Verdict;

use super::super::about::is_hypothetical;
use super::super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

const FIRST: &[&str] = &["extra", "aet", "120"];

/// The words it begins with.
const HEADS: Heads = Heads::of(FIRST);

/// What a match does to come there, before "to", "into" or nothing.
const WENT: &[&str] = &[
    "went",
    "gone",
    "goes",
    "taken",
    "took",
    "takes",
    "taking",
    "forced",
    "force",
    "forcing",
    "sent",
    "sending",
    "dragged",
    "extended",
    "stretched",
    "pushed",
    "carried",
];
/// What a side does with it.
const NEEDED: &[&str] = &["needed", "needing", "required", "requiring", "survived", "endured"];
/// What is won or lost there.
const MATCH: &[&str] =
    &["win", "victory", "defeat", "loss", "triumph", "success", "thriller", "epic", "marathon", "exit", "heartbreak"];
/// What makes it a thing that did not come, or was not to.
const NOT_YET: &[&str] = &[
    "without",
    "avoid",
    "avoided",
    "before",
    "no",
    "not",
    "never",
    "from",
    "almost",
    "nearly",
    "until",
    "heading",
    "headed",
    "looked",
    "seemed",
    "destined",
    "looming",
    "if",
    "of",
    "for",
    "towards",
    "threatened",
    "set",
    "bound",
    "prospect",
];

/// Whether any words of a passage may tell it.
pub(super) fn may_tell(passage: &Passage) -> bool {
    passage.may_meet(&HEADS)
}

/// The words at a token that tell of extra time, and whether they leave no doubt.
fn words(passage: &Passage, at: usize) -> Option<((usize, usize), bool)> {
    let before = |back: usize, words: &[&str]| (at.saturating_sub(back)..at).any(|at| passage.is_any(at, words));
    if passage.word(at) == "aet" {
        return Some(((at, at + 1), true));
    }
    let end = passage.any_phrase(at, &["extra time", "120 minutes", "120 goalless minutes"])?;
    if passage.is_any(at.wrapping_sub(1), &["after"]) {
        return Some(((at - 1, end), true));
    }
    if before(4, NOT_YET) || passage.word(at) != "extra" {
        return None;
    }
    if passage.is_any(at.wrapping_sub(1), &["to", "into"]) && before(7, WENT) {
        let verb = (at.saturating_sub(7)..at).rfind(|&at| passage.is_any(at, WENT))?;
        return Some(((verb, end), false));
    }
    let verb = (at.saturating_sub(3)..at).rfind(|&at| passage.is_any(at, NEEDED) || passage.is_any(at, &["forced"]));
    if let Some(verb) = verb {
        return Some(((verb, end), false));
    }
    passage.is_any(end, MATCH).then_some(((at, end + 1), false))
}

/// Extra time told at a token, of the match whose result is told beside it or of the one the passage speaks of.
/// `of_result` is the former.
pub(super) fn told<'f, 'r: 'f>(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    at: usize,
    foci: &[Focus<'f>],
    of_result: &dyn Fn(usize, usize) -> Option<Focus<'r>>,
    out: &mut Out<'_>,
) {
    if !passage.may_begin(at, &HEADS) || !passage.is_any(at, FIRST) {
        return;
    }
    let Some((span, plain)) = words(passage, at).filter(|&((first, _), _)| !is_hypothetical(passage, first)) else {
        return;
    };
    if against_each(reader, passage, span, out) {
        return;
    }
    let tied = of_result(span.0, span.1);
    let own = || {
        let mut meant = foci.iter().filter(|focus| !focus.loose);
        meant.next().filter(|focus| meant.next().is_none() || focus.is_anchor).copied()
    };
    let Some(focus): Option<Focus<'f>> = tied.or_else(own) else { return };
    let of_another = || {
        let mut teams = super::super::focus::teams(passage).into_iter();
        teams.any(|team| out.side(focus.entry, team).is_none())
    };
    if tied.is_none() && of_another() {
        return;
    }
    let score = &focus.entry.score;
    let verdict = if score.extra_time.is_some() {
        Verdict::Confirmed
    } else if plain && focus.may_contradict && score.full_time.is_some() && passage.quote.is_none() {
        Verdict::Contradicted
    } else {
        return;
    };
    say(passage, span, focus, verdict, out);
}

fn say(passage: &Passage, span: (usize, usize), focus: Focus<'_>, verdict: Verdict, out: &mut Out<'_>) {
    let rows = out.match_row(focus.entry);
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id));
    out.push(passage, span, Kind::Stage, "the match went to extra time".to_owned(), judged);
}

/// "They needed extra time against Cape Verde and Switzerland": whether it was told of the matches with the teams named
/// behind, each of which one of the report's own teams met at the tournament.
fn against_each(reader: &Reader<'_, '_>, passage: &Passage, span: (usize, usize), out: &mut Out<'_>) -> bool {
    const AGAINST: &[&str] = &["against", "to beat", "to see off", "to get past", "to overcome"];
    let Some(mut at) = passage.any_phrase(span.1, AGAINST) else { return false };
    let Some(edition) = reader.tournament(out) else { return false };
    let mut others = Vec::new();
    while at < passage.len() {
        if let Some(name) = passage.name_from(at)
            && let Some(team) = name.team()
        {
            others.push(team);
            at = name.end;
        } else if passage.is_any(at, &["the", "and", "both"]) || passage.is_mark(at, ',') {
            at += 1;
        } else {
            break;
        }
    }
    let of_match = |team| reader.anchor.is_some_and(|entry| out.side(entry, team).is_some());
    if others.is_empty() || others.iter().all(|&team| of_match(team)) {
        return false;
    }
    let mut teams = out.own.clone();
    teams.extend(&reader.heavy);
    let long = |team| {
        let met = |&other| {
            let meetings = out.view.meetings(team, other).into_iter();
            meetings.filter(|met| met.edition == edition).find(|met| met.score.extra_time.is_some())
        };
        others.iter().map(met).collect::<Option<Vec<_>>>()
    };
    if let Some(matches) = teams.into_iter().find_map(long) {
        for entry in matches {
            say(passage, span, Focus::other(entry), Verdict::Confirmed, out);
        }
    }
    true
}
