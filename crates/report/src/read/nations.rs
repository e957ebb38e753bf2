//! Which of all countries: "the eighth country to win it", "their first major tournament".

use byline_record::ask::words;
use byline_record::{EditionId, StageKind, TeamId, View};

use super::about::{Meant, is_hypothetical, is_wanted};
use super::eras::sets;
use super::ledger::{self, Ledger, ordinal_before, tell};
use super::{Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

/// "became the eighth country to win the World Cup".
pub(crate) fn nth_champion<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let mut noun = at;
    if passage.is_any(noun.wrapping_sub(1), &["different", "european", "american"]) {
        if !passage.is_any(noun - 1, &["different"]) {
            return;
        }
        noun -= 1;
    }
    let Some((first, nth)) = ordinal_before(passage, noun).filter(|(_, nth)| *nth > 1) else { return };
    let Some(verb) =
        passage.any_phrase(at + 1, &["to win", "to have won", "to lift", "to be crowned", "to become", "to be"])
    else {
        return;
    };
    if passage.is_any(first.wrapping_sub(1), &["only"]) || is_hypothetical(passage, first) || is_wanted(passage, first)
    {
        return;
    }
    let next = if passage.word(verb) == "the" { verb + 1 } else { verb };
    let (competition, end) = if let Some(name) = passage.name_from(next) {
        let Some(id) = name.competition().filter(|_| name.edition().is_none()) else { return };
        (id, name.end)
    } else if let Some(end) = passage.any_phrase(next, &["it", "title", "trophy", "tournament", "competition"]) {
        let Some(edition) = reader.tournament(out) else { return };
        (out.record().edition(edition).competition, end)
    } else if let Some(end) = passage.any_phrase(next, &["world champions"]) {
        let Some(id) = reader.world_cup(out) else { return };
        (id, end)
    } else if let Some(end) = passage.any_phrase(next, &["european champions"]) {
        let Some(id) = reader.european_championship(out) else { return };
        (id, end)
    } else {
        return;
    };
    if !(end >= passage.len() || passage.is_break(end)) {
        return;
    }
    let article = passage.is_any(first.wrapping_sub(1), &["the"]);
    let start = if article { first - 1 } else { first };
    let meant: Meant<TeamId> = reader.teams_about(passage, start, out);
    let Some(team) = meant.likely() else { return };
    let record = out.record();
    let mut winners: Vec<TeamId> = Vec::new();
    for edition in ledger::editions(&out.view, &[competition]) {
        if !out.view.is_over(edition) {
            continue;
        }
        let Some(winner) = champion(&out.view, edition) else { return };
        let winner = record.root(winner);
        if !winners.contains(&winner) {
            winners.push(winner);
        }
    }
    let Some(place) = winners.iter().position(|&winner| winner == record.root(team)) else { return };
    let right = usize::try_from(nth).is_ok_and(|nth| nth == place + 1);
    let names: Vec<String> = winners.iter().take(place + 1).map(|&winner| words::team(record, winner)).collect();
    let reading = format!(
        "{}: winner number {nth} of the {}; the record has {}",
        words::team(record, team),
        words::competition(record, competition),
        words::list(&names)
    );
    let ledger = Ledger::of_competitions(&out.view, team, &[competition]).at_stage(StageKind::Final);
    // One counts a predecessor's titles where another does not.
    let plain = meant.sure && record.lineage(team).len() < 2;
    tell(passage, (start, end), Kind::FirstSince, reading, (right, plain), &ledger, out);
}

/// Who won an edition: the final, or the table where there was none.
pub(crate) fn champion(view: &View<'_>, edition: EditionId) -> Option<TeamId> {
    let last = view.matches_in(edition).find(|entry| entry.is_at(StageKind::Final) && entry.winner().is_some());
    match last {
        Some(entry) => entry.winner().map(|side| entry.team(side)),
        None => view.standings(edition)?.first()?.teams.first().copied(),
    }
}

/// "playing in their first major tournament": the team had been at no other.
pub(crate) fn debut<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(first) = at.checked_sub(2).filter(|&first| passage.phrase(first, "first major").is_some()) else { return };
    let end = at + 1;
    if is_hypothetical(passage, first)
        || is_wanted(passage, first)
        || !passage.is_any(first.wrapping_sub(1), &["their", "its"])
        || !(end >= passage.len() || passage.is_break(end))
    {
        return;
    }
    let verb = first
        .checked_sub(3)
        .filter(|&verb| passage.is_any(verb, &["playing", "appearing", "taking", "competing", "played", "are", "is"]));
    let start = verb.unwrap_or(first - 1);
    let meant = reader.teams_about(passage, start, out);
    let (Some(team), Some(edition)) = (meant.likely(), reader.tournament(out)) else { return };
    let record = out.record();
    let Some(set) = sets(reader, out).pop() else { return };
    let openers = Ledger::of_competitions(&out.view, team, &set).openers();
    if !openers.matches.iter().any(|(entry, _)| entry.edition == edition) {
        return;
    }
    let right = openers.matches.first().is_some_and(|(entry, _)| entry.edition == edition);
    let reading = format!(
        "{} were at no World Cup or European Championship before the {}",
        words::team(record, team),
        words::edition(record, edition)
    );
    let plain = meant.sure && record.lineage(team).len() < 2;
    tell(passage, (start, end), Kind::FirstSince, reading, (right, plain), &openers, out);
}
