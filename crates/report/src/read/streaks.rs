//! Runs of matches: "won all four matches here", "unbeaten in 12 World Cup matches", "won three in a row".

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{Match, Sex, StageKind, View};

use super::about::{is_hypothetical, is_of_today, is_wanted};
use super::history;
use super::plain::team as team_words;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if reader.sex(out) == Sex::Women {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        if passage.is_any(at, &["won", "drew", "drawn", "lost"]) && passage.is_any(at + 1, &["all", "every", "each"]) {
            all_of_them(reader, passage, foci, at, out);
        } else if passage.is_any(at, &["unbeaten", "winless"])
            || passage.any_phrase(at, &["without a win in", "without defeat in"]).is_some()
        {
            running(reader, passage, at, out);
        } else if passage.any_phrase(at, &["in a row", "on the trot", "in succession"]).is_some() {
            in_a_row(reader, passage, at, out);
        }
    }
}

/// "have won all four matches here", "drew all three group games".
fn all_of_them<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) || is_wanted(passage, at) || passage.is_any(at.wrapping_sub(1), &["not", "never"]) {
        return;
    }
    let mut next = at + 2;
    if passage.is_any(next, &["their", "its", "of"]) {
        next += 1;
    }
    if passage.is_any(next, &["their"]) {
        next += 1;
    }
    let count = passage.cardinal(next);
    if let Some((_, end)) = count {
        next = end;
    }
    while passage.is_any(next, &["of", "their", "opening"]) {
        next += 1;
    }
    let group = passage.is_any(next, &["group"]);
    if group {
        next += 1;
    }
    if !passage.is_any(next, &["matches", "games", "match", "game"]) || count.is_none() && !group {
        return;
    }
    let mut end = next + 1;
    if let Some(last) = passage.any_phrase(end, &["here", "in the group", "so far", "at the tournament"]) {
        end = last;
    } else if passage.is_any(end, &["in", "at", "against", "on", "since", "from"]) {
        return;
    }
    let meant = reader.teams_before(passage, at, out);
    let (Some(team), Some(edition)) = (meant.likely(), reader.tournament(out)) else { return };
    let wanted = |entry: &&&Match| {
        out.side(entry, team).is_some()
            && (!group || entry.stage.as_ref().is_some_and(|stage| stage.kind == StageKind::Group))
    };
    let went = |entry: &&Match| {
        let winner = entry.winner_in_play();
        match passage.word(at) {
            "won" => winner.is_some() && winner == out.side(entry, team),
            "lost" => winner.is_some() && winner != out.side(entry, team),
            _ => winner.is_none(),
        }
    };
    let of_view =
        |view: &View<'r>| -> Vec<&'r Match> { view.matches_in(edition).filter(|entry| wanted(&entry)).collect() };
    let right = |matches: &[&'r Match]| {
        let number = count.is_none_or(|(count, _)| usize::try_from(count).is_ok_and(|count| count == matches.len()));
        !matches.is_empty() && number && matches.iter().all(|entry| went(entry))
    };
    let had = passage.is_any(at.wrapping_sub(1), &["had", "having"]);
    let days = if had { reader.days(out) } else { vec![out.view] };
    let confirmed = days.iter().any(|view| right(&of_view(view)));
    let matches = of_view(&out.view);
    let evidence: Vec<Evidence> = matches.iter().flat_map(|entry| out.match_row(entry)).collect();
    let plain = meant.sure && is_of_today(reader, foci) && reader.anchor.is_some() && !evidence.is_empty();
    let verdict = match (confirmed, plain) {
        (true, _) => Verdict::Confirmed,
        (false, true) => Verdict::Contradicted,
        (false, false) => return,
    };
    let record = out.record();
    let number = count.map_or_else(String::new, |(count, _)| format!(" {count}"));
    let noun = if group { " group matches" } else { " matches" };
    let reading = format!(
        "{} {} all{number}{noun} of the {}",
        words::team(record, team),
        passage.word(at),
        words::edition(record, edition)
    );
    out.push(passage, (at, end), Kind::Streak, reading, Judged::new(verdict).showing(evidence));
}

/// "are unbeaten in 12 World Cup matches".
fn running<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) {
        return;
    }
    let meant = reader.teams_before(passage, at, out);
    let Some(team) = meant.likely() else { return };
    let front = format!("{} are", team_words(out.record(), team));
    history::take(reader, passage, (at, at), &front, &[], &meant, false, out);
}

/// "have won five World Cup matches in a row".
fn in_a_row<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let from = at.saturating_sub(9);
    let Some(verb) = (from..at).rev().find(|&verb| passage.is_any(verb, &["won", "lost", "drawn"])) else { return };
    if !passage.is_any(verb.wrapping_sub(1), &["have", "has", "had"]) || is_hypothetical(passage, verb) {
        return;
    }
    let meant = reader.teams_before(passage, verb - 1, out);
    let Some(team) = meant.likely() else { return };
    let front = format!("{} have", team_words(out.record(), team));
    history::take(reader, passage, (verb, verb), &front, &[], &meant, false, out);
}
