//! How often running: "lost in the last 16 at three straight World Cups", "reached the quarter-finals for a seventh
//! consecutive time".

use super::about::{is_hypothetical, is_wanted};
use super::deed_words::verb_at;
use super::deeds::{Deed, Told};
use super::firsts::{about, auxiliary, deed_about};
use super::times::{Claim, Time, say};
use super::{Focus, Out, Reader};
use crate::passage::Passage;

/// "lost in the last 16 at three straight World Cups", "reached three successive semi-finals".
pub(super) fn running<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    at: usize,
    out: &mut Out<'r>,
) {
    let number = passage.cardinal_before(at);
    if number.is_none() {
        time_running(reader, passage, foci, at, out);
    }
    let Some((number, count)) = number.filter(|(_, count)| (2..=12).contains(count)) else { return };
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let mut told;
    let verb;
    let end;
    if let Some((competitions, last)) = super::deed_words::competitions_at(reader, passage, at + 1, out) {
        let start = passage.clause_start(at).max(number.saturating_sub(12));
        let found = (start..number).rev().find_map(|verb| {
            verb_at(reader, passage, verb, out)
                .filter(|(_, last)| (*last..number).all(|at| passage.is_any(at, &["in", "at", "of", "the", "last"])))
                .map(|(told, _)| (told, verb))
        });
        let Some(found) = found else { return };
        (told, verb) = found;
        told.competitions = Some(competitions);
        end = last;
    } else {
        let Some((stage, last)) = super::progress::stage_at(passage, at + 1) else { return };
        told = Told::new(Deed::Reach(stage));
        verb = number;
        end = last;
    }
    if !told.is_of_edition() {
        return;
    }
    let meant = about(reader, passage, auxiliary(passage, verb), out);
    let claim =
        Claim { told, time: Time::Running(count), span: (verb, end), plain: true, wanted: false, earlier: false };
    say(reader, passage, foci, claim, &meant, out);
}

/// "for the third tournament in a row", "at a fourth World Cup running".
pub(super) fn in_a_row<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (start, at, count): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    let named = passage.name_from(at).filter(|name| name.competition().is_some()).map(|name| name.end);
    let noun = passage.any_phrase(at, &["time", "tournament", "finals", "edition"]).or(named);
    let end = noun.and_then(|noun| passage.any_phrase(noun, &["in a row", "running", "in succession"]));
    if let Some(end) = end {
        nth_running(reader, passage, foci, (start, end, count), out);
    }
}

/// "reached the quarter-finals for a seventh consecutive time".
fn time_running<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let ordinal =
        at.checked_sub(1).and_then(|start| Some((start, passage.ordinal(start).filter(|(_, end)| *end == at)?)));
    let Some((start, (count @ 2..=20, _))) = ordinal else { return };
    let named = passage.name_from(at + 1).filter(|name| name.competition().is_some()).map(|name| name.end);
    let end = passage.any_phrase(at + 1, &["time", "tournament", "finals", "edition"]).or(named);
    if let Some(end) = end {
        nth_running(reader, passage, foci, (start, end, count), out);
    }
}

/// A deed done in so many editions running, told before a token.
fn nth_running<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (start, end, count): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    let article = start.checked_sub(1).filter(|&article| passage.is_any(article, &["a", "the", "their", "its"]));
    let Some(article) = article else { return };
    let at = start;
    let linked = passage.is_any(article.wrapping_sub(1), &["for", "at", "in"]);
    if !linked || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let from = passage.clause_start(at);
    let Some((told, verb, _)) = deed_about(reader, passage, (from, article - 1, end), out) else { return };
    if !told.is_of_edition() || verb > at {
        return;
    }
    let meant = about(reader, passage, auxiliary(passage, verb), out);
    let span = (verb, end);
    let claim = Claim { told, time: Time::Running(count), span, plain: false, wanted: false, earlier: false };
    say(reader, passage, foci, claim, &meant, out);
}
