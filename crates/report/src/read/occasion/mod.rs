//! Day, place and stage of a match.

mod day;
mod extra_time;
mod finish;
mod group;
mod opposed;
mod place;
mod recalled;
mod stage;
mod tied;

pub(super) use day::{MONTH_HEADS, month_and_day};
pub(super) use place::is_suburb_of;
pub(crate) use place::{names_venue, run_end};
pub(crate) use stage::stage_at;

use byline_record::Match;

use super::against::ToldMatch;
use super::{Focus, Out, Reader};
use crate::heads::Heads;
use crate::passage::Passage;

/// Verbs of a match to come, whose day and place may stand behind those of another.
const AHEAD: &[&str] = &["meet", "meets", "play", "plays", "face", "faces", "await", "awaits", "will"];

/// Reads day, place and stage. `taken` are the tokens of what comes next, `goals` those of goals in other
/// matches.
pub(crate) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    taken: &[(usize, usize)],
    goals: &[ToldMatch<'r>],
    out: &mut Out<'r>,
) {
    let is_taken = |at: usize| taken.iter().any(|&(first, end)| (first..end).contains(&at));
    let preview = preview(reader, foci);
    let preview = preview.as_ref().map(|entry| {
        let alone = super::focus::teams(passage).into_iter().all(|team| out.side(entry, team).is_some());
        Focus { alone, ..Focus::anchor(entry).sure(false) }
    });
    let foci: &[Focus<'_>] = preview.as_ref().map_or(foci, std::slice::from_ref);
    let results = tied::results(passage, goals, out);
    let own = foci.iter().find(|focus| focus.is_anchor).or_else(|| foci.iter().find(|focus| !focus.loose)).copied();
    let of_tied = |at: usize, tied: tied::Tied<'r>| {
        // "They meet Portugal, who beat England on penalties, in Munich": of what is to come.
        let coming = passage.has(0, at, AHEAD);
        let may_contradict = passage.quote.is_none() && !coming;
        Focus::anchor(tied.entry).sure(may_contradict)
    };
    let of_result = |at: usize, end: usize| tied::tied(passage, (at, end), &results).map(|tied| of_tied(at, tied));
    let own = own.filter(|focus| focus.is_anchor && passage.quote.is_none());
    let told = preview.is_some() || tells_of_the_match(passage);
    let lead = reader.passages.iter().take(3).any(|lead| lead.start == passage.start);
    let mut meetings = None;
    let tells = recalled::may_tell(passage);
    let long = extra_time::may_tell(passage);
    for at in 0..passage.len() {
        recalled::years_ago(reader, passage, at, out);
        if let Some(focus) = &own {
            day::time(passage, at, focus, out);
        }
        if is_taken(at) {
            continue;
        }
        let tied = of_result(at, at + 1).is_some_and(|tied| day::tied_day(passage, at, &tied, out));
        if let Some(focus) = own.as_ref().filter(|_| !tied) {
            day::day(passage, at, focus, told, out);
            day::other_day(passage, at, foci, out);
        }
        place::place(reader, passage, at, foci, (told, lead), &of_result, out);
        if passage.token(at).is_some_and(|token| token.capital)
            && let Some(focus) = foci.iter().find(|focus| !focus.loose)
            && of_result(at, at + 1).is_none_or(|tied| !tied.may_contradict || tied.entry.id == focus.entry.id)
        {
            recalled::bare(passage, at, focus, out);
        }
        if tells && recalled::may_begin(passage, at) {
            let meetings = meetings.get_or_insert_with(|| recalled::meetings(reader, passage, out));
            recalled::day(reader, passage, at, meetings, out);
            if !recalled::place(reader, passage, at, meetings, out) {
                recalled::other_place(reader, passage, at, meetings, out);
            }
        }
        if long {
            extra_time::told(reader, passage, at, foci, &of_result, out);
        }
        group::group(passage, at, foci, told, out);
        group::members(reader, passage, at, out);
        group::strange(reader, passage, at, out);
        finish::finish(reader, passage, at, foci, out);
        if let Some((stage, end)) = stage_at(passage, at) {
            let tied = tied::tied(passage, (at, end), &results).filter(|tied| !tied.by_people);
            let tied = tied.map(|tied| of_tied(at, tied));
            if !tied.is_some_and(|tied| stage::of_the_result(passage, (at, end), stage, &tied, out))
                && !opposed::opposed(reader, passage, (at, end), stage, out)
            {
                let told =
                    told || passage.has(0, at, &["equalised", "equalized", "levelled", "lead", "goal", "winner"]);
                stage::stage_told(passage, (at, end), stage, foci, told, &of_result, out);
            }
        }
    }
}

/// The match a preview is about, with nothing of how it will go: so it may be confirmed and not contradicted.
fn preview(reader: &Reader<'_, '_>, foci: &[Focus<'_>]) -> Option<Match> {
    if foci.iter().any(|focus| !focus.loose) {
        return None;
    }
    Some(reader.fixture?.as_match())
}

/// Words of how a match went.
const TOLD: &[&str] = &[
    "beat",
    "defeated",
    "won",
    "lost",
    "drew",
    "draw",
    "victory",
    "win",
    "defeat",
    "thrashed",
    "loss",
    "played",
    "held",
    "scored",
    "edged",
    "beaten",
    "stunned",
    "triumph",
    "became",
    "reached",
    "went out",
    "finished",
    "headed",
    "ended",
    "knocked out",
    "champions",
];
const TOLD_HEADS: Heads = Heads::of(TOLD);

/// Whether a passage tells how the match went.
fn tells_of_the_match(passage: &Passage) -> bool {
    passage.may_meet(&TOLD_HEADS) && passage.has(0, passage.len(), TOLD)
}
