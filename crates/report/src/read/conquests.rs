//! Titles told by who led to them or as somebody's success: "led West Germany to the 1974 World Cup title", "Denmark's
//! triumph at Euro 92", "beat Hungary to win the 1964 European Championship".

use byline_record::ask::statement::{Honour, Says};
use byline_record::ask::{Verdict, words};
use byline_record::{CompetitionId, EditionId, StageKind, TeamId};

use super::about::{is_hypothetical, is_wanted, statement};
use super::occasion::stage_at;
use super::past_ties::is_nearest;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Verbs of whoever leads a team somewhere.
const LED: &[&str] = &[
    "led",
    "leading",
    "guided",
    "guiding",
    "steered",
    "steering",
    "captained",
    "captaining",
    "inspired",
    "inspiring",
    "coached",
    "coaching",
    "managed",
    "skippered",
    "fired",
    "helped",
    "helping",
    "took",
];
/// What a team is led to, or has.
const SUCCESS: &[&str] = &["title", "glory", "triumph", "crown", "victory", "success", "trophy", "win"];

const HEADS: Heads = Heads::of(LED).and(Heads::of(SUCCESS));

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) {
    for at in passage.starts(&HEADS) {
        if passage.name_at(at).is_some() {
            continue;
        }
        if passage.is_any(at, LED) {
            led(reader, passage, at, out);
        } else if passage.is_any(at, &["victory", "triumph", "success", "win"]) {
            owned(reader, passage, at, out);
            to_win(reader, passage, at, out);
        }
    }
}

/// Judges that a team won one of some editions. `plain` where a team and an edition are named.
fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    (team, editions): (TeamId, &[EditionId]),
    plain: bool,
    out: &mut Out<'r>,
) {
    let (sex, view) = (reader.sex(out), out.view);
    let of = |edition: EditionId| {
        let says =
            Says::Honours { team: Some(team), honour: Honour::Champions, competition: None, edition: Some(edition) };
        (statement(says, sex, Vec::new()), view)
    };
    let ways: Vec<_> = editions.iter().map(|&edition| of(edition)).collect();
    out.decide(passage, span, Kind::Title, &ways, &[], plain && passage.quote.is_none());
}

/// "led West Germany to the 1974 World Cup title", "led Brazil to World Cup glory in 2002", "guided them to victory at
/// Euro 96".
fn led<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) || is_wanted(passage, at) || passage.is_any(at.wrapping_sub(1), &["to", "not"]) {
        return;
    }
    let from = if passage.is_any(at + 1, &["the"]) { at + 2 } else { at + 1 };
    let Some((team, to)) = passage.name_from(from).and_then(|name| Some((name.team()?, name.end))) else { return };
    if !passage.is_any(to, &["to"]) {
        return;
    }
    let mut next = to + 1;
    let (mut edition, mut competition, mut year): (Option<EditionId>, Option<CompetitionId>, Option<i16>) =
        (None, None, None);
    let mut success = None;
    while next < to + 9 {
        if let Some(name) = passage.name_from(next) {
            match (name.edition(), name.competition()) {
                (Some(id), _) => edition = Some(id),
                (None, Some(id)) => competition = Some(id),
                _ => return,
            }
            next = name.end;
        } else if let Some(number) = reader.year_at(passage, next) {
            year = Some(number);
            next += 1;
        } else if passage.is_any(next, SUCCESS) {
            success = Some(next);
            next += 1;
        } else if passage.is_any(next, &["the", "a", "their", "its", "at", "in", "of", "finals"]) {
            next += 1;
        } else {
            break;
        }
    }
    // "Led France to victory over Brazil": of one match.
    let Some(noun) = success else { return };
    if stage_at(passage, next).is_some() || passage.is_any(next, &["over", "against", "qualifying", "qualifier"]) {
        return;
    }
    let ago = || {
        let (editions, end) = reader.edition_at(passage, next, competition, out)?;
        passage.is_any(end.wrapping_sub(1), &["ago", "earlier", "before", "previously"]).then_some((editions, end))
    };
    let (editions, end) = match (edition, competition, year) {
        (Some(edition), ..) => (vec![edition], next),
        (None, Some(id), Some(year)) => (reader.edition_of(id, year, out).into_iter().collect(), next),
        (None, None, Some(year)) => {
            let all = reader.competitions(out).into_iter().filter_map(|id| reader.edition_of(id, year, out));
            (all.collect(), next)
        }
        (None, Some(_), None) => match ago() {
            Some(found) => found,
            None => return,
        },
        _ => return,
    };
    // A victory may be one of many in a tournament; a title, glory or a crown is all of it.
    let whole = !passage.is_any(noun, &["victory", "win", "success"]);
    let plain = whole && (edition.is_some() || competition.is_some());
    let end =
        (at..end).rev().find(|&last| !passage.is_any(last, &["the", "a", "at", "in", "of"])).map_or(end, |at| at + 1);
    judge(reader, passage, (at, end), (team, &editions), plain, out);
}

/// "Denmark's victory in the 1992 European Championship", "Greece's triumph at Euro 2004".
fn owned<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) || is_wanted(passage, at) || !passage.is_any(at + 1, &["in", "at"]) {
        return;
    }
    let owner = (at.saturating_sub(3)..at).rev().find(|&mark| passage.is_possessive(mark));
    let Some(name) = owner.and_then(|mark| passage.name_at(mark.checked_sub(1)?)) else { return };
    let Some(team) = name.team().filter(|_| !(name.end + 1..at).any(|word| passage.ordinal(word).is_some())) else {
        return;
    };
    let Some((editions, end)) = reader.edition_at(passage, at + 1, None, out) else { return };
    let named = (at + 1..end).any(|word| passage.name_at(word).is_some());
    let of_match = stage_at(passage, end).is_some()
        || passage.is_any(end, &["over", "against", "qualifying", "qualifier", "group", "opener", "match"])
        || matches!(passage.kind(end), Some(byline_record::ask::english::tokens::TokenKind::Score(..)));
    if !named || of_match {
        return;
    }
    let whole = passage.is_any(at, &["triumph", "victory"]);
    judge(reader, passage, (name.first, end), (team, &editions), whole, out);
}

/// "they beat Hungary to win the 1964 European Championship"
fn to_win<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    const BEAT: &[&str] = &["beat", "defeated", "overcame", "thrashed", "edged"];
    if !passage.is_any(at, &["win"]) || !passage.is_any(at.wrapping_sub(1), &["to"]) || is_hypothetical(passage, at) {
        return;
    }
    let Some(verb) = (at.saturating_sub(8)..at).rev().find(|&verb| passage.is_any(verb, BEAT)) else { return };
    let next = if passage.is_any(at + 1, &["the"]) { at + 2 } else { at + 1 };
    let Some((editions, end)) = reader.edition_at(passage, next, None, out) else {
        return;
    };
    let named = (at + 1..end).any(|word| passage.name_at(word).is_some());
    if !named || stage_at(passage, end).is_some() {
        return;
    }
    let meant = reader.teams_before(passage, verb, out);
    let Some(team) = meant.likely() else { return };
    judge(reader, passage, (at, end), (team, &editions), meant.sure && is_nearest(passage, verb, team, out), out);
    // "They beat Hungary to win it": whoever the last match was against.
    let object = if passage.is_any(verb + 1, &["the", "hosts", "holders"]) { verb + 2 } else { verb + 1 };
    let opponent = passage.name_from(object).and_then(crate::passage::Name::team);
    let (Some(opponent), &[edition]) = (opponent, editions.as_slice()) else { return };
    let last = out.view.matches_in(edition).filter(|entry| entry.is_at(StageKind::Final) && entry.is_played());
    let finals: Vec<_> = last.filter(|entry| out.side(entry, team).is_some()).collect();
    let plain = meant.sure && passage.quote.is_none() && !finals.is_empty() && is_nearest(passage, verb, team, out);
    if plain && finals.iter().all(|entry| out.side(entry, opponent).is_none()) {
        let record = out.record();
        let reading = format!("{} beat {} in the final", words::team(record, team), words::team(record, opponent));
        let rows = finals.iter().flat_map(|entry| out.match_row(entry)).collect();
        let judged = Judged::new(Verdict::Contradicted).showing(rows);
        out.push(passage, (verb, end), Kind::Result, reading, judged);
    }
}
