//! The stage of a match by who was met there: "a semi-final against Brazil", "their last-16 tie with Argentina", "the
//! quarter-final defeat by Italy".

use byline_record::ask::{Verdict, words};
use byline_record::{Match, StageKind, TeamId};

use super::super::{Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;
use crate::read::about::{is_hypothetical, is_wanted};
use crate::read::stages::is_called;
use crate::read::tables::is_of_this_year;

/// What may stand between a stage and the words that name the other side.
const MATCH: &[&str] = &[
    "match",
    "game",
    "tie",
    "clash",
    "meeting",
    "win",
    "victory",
    "defeat",
    "loss",
    "triumph",
    "exit",
    "draw",
    "encounter",
];
/// Words of a match to come.
const AHEAD: &[&str] =
    &["will", "next", "face", "faces", "meet", "meets", "play", "plays", "await", "awaits", "set up"];

/// Judges a stage with the side met in it. Gives back whether it was settled.
pub(super) fn opposed<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (at, end): (usize, usize),
    stage: StageKind,
    out: &mut Out<'r>,
) -> bool {
    let noun = end + usize::from(passage.is_any(end, MATCH));
    let links: &[&str] = if noun > end { &["against", "with", "over", "to", "by"] } else { &["against", "with"] };
    if !passage.is_any(noun, links) || !stage.is_knock_out() || passage.quote.is_some() {
        return false;
    }
    let next = noun + 1 + usize::from(passage.is_any(noun + 1, &["the", "hosts", "holders"]));
    let name = passage.name_from(next).filter(|name| !passage.is_possessive(name.end));
    let Some((other, last)) = name.and_then(|name| Some((name.team()?, name.end))) else { return false };
    let Some(edition) = reader.tournament(out).filter(|_| is_of_this_year(reader, passage, out)) else { return false };
    if is_hypothetical(passage, at) || is_wanted(passage, at) || passage.has(0, last, AHEAD) {
        return false;
    }
    // The teams that may have met them: of the sentence, else the report's own.
    let root = |team: TeamId| out.record().root(team);
    let mut teams: Vec<TeamId> = passage.names.iter().filter_map(crate::passage::Name::team).collect();
    teams.retain(|&team| root(team) != root(other));
    if teams.is_empty() {
        let brought = passage.names.iter().filter_map(crate::passage::Name::person);
        teams.extend(brought.flat_map(|person| out.record().person(person).teams.iter().copied()));
        teams.extend(out.own.iter().copied());
        teams.retain(|&team| root(team) != root(other));
    }
    let mut met: Vec<&'r Match> = teams.iter().flat_map(|&team| out.view.meetings(team, other)).collect();
    met.retain(|entry| entry.edition == edition && entry.is_played());
    met.sort_by_key(|entry| entry.id);
    met.dedup_by_key(|entry| entry.id);
    let [entry] = *met.as_slice() else { return false };
    let Some(kind) = entry.stage.as_ref().map(|stage| stage.kind) else { return false };
    // Of the report's own teams alone, and where something is told to have been in that match.
    let article = at.wrapping_sub(1 + usize::from(passage.is_any(at.wrapping_sub(1), &["the", "their", "a", "that"])));
    let may_deny = || {
        reader.anchor.is_some_and(|anchor| {
            anchor.edition == edition
                && teams.iter().all(|&team| out.side(anchor, team).is_some())
                && out.side(anchor, other).is_none_or(|_| entry.id == anchor.id)
        }) && passage.is_any(article, &["in"])
            && !passage.is_title
    };
    let verdict = match is_called(kind, stage) {
        true => Verdict::Confirmed,
        false if may_deny() => Verdict::Contradicted,
        false => return false,
    };
    let rows = out.match_row(entry);
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(entry.id));
    let team = words::team(out.record(), other);
    out.push(passage, (at, end), Kind::Stage, format!("the match with {team} was the {}", stage.name()), judged);
    true
}
