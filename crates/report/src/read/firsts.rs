//! Which time it was: "for the first time since 1990", "their third semi-final", "had never beaten", "not since 1966 had
//! they", "last reached the final in 1990", "twice reached the semi-finals". What was done is read as a [`Told`] and every
//! time it was done is looked up, so that any deed goes with any of these.

use byline_record::TeamId;

use super::about::{Meant, is_current, is_hypothetical, is_wanted};
use super::deed_nouns::noun_at;
use super::deed_words::verb_at;
use super::deeds::{Deed, Told};
use super::nouns::ONE_OF;
use super::times::{Claim, Time, say};
use super::{Focus, Out, Reader, history, runs};
use crate::passage::{Name, Passage};

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        match passage.word(at) {
            "first" => {
                first_time(reader, passage, foci, at, out);
                nth(reader, passage, foci, (at, at + 1, 1), out);
            }
            "maiden" | "debut" => nth(reader, passage, foci, (at, at + 1, 1), out),
            "not" | "n't" | "never" => denied(reader, passage, foci, at, out),
            "last" => last(reader, passage, foci, at, out),
            "straight" | "successive" | "consecutive" => runs::running(reader, passage, foci, at, out),
            "once" | "twice" | "times" => often(reader, passage, foci, at, out),
            _ => {
                if let Some((value, end)) = passage.ordinal(at).filter(|(value, _)| (2..=25).contains(value)) {
                    if passage.word(end) == "time" {
                        time_number(reader, passage, foci, (at, end, value), out);
                    }
                    runs::in_a_row(reader, passage, foci, (at, end, value), out);
                    nth(reader, passage, foci, (at, end, value), out);
                }
            }
        }
    }
}

/// Whether a count ends at a token: what follows narrows nothing.
pub(crate) fn ends_at(passage: &Passage, at: usize) -> bool {
    super::plain::closes(passage, at)
        || passage.name_at(at).is_none()
            && (passage.is_any(at, &["with", "yesterday", "tonight", "here", "before", "to", "from"])
                || passage.word(at) == "at" && passage.word(at + 1) == "the" && passage.ordinal(at + 2).is_some()
                || passage.word(at) == "last" && passage.is_any(at + 1, &["night", "week", "summer", "month"]))
}

/// Since when: "since 1990", "since the 1990 World Cup", "in 24 years", "for 24 years".
fn since_when(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(Time, usize)> {
    let at = if passage.is_mark(at, ',') { at + 1 } else { at };
    if passage.word(at) == "since" {
        let (when, end) = history::since(reader, passage, at + 1, out)?;
        return Some((Time::Since(when.year?), end));
    }
    if passage.is_any(at, &["in", "for"]) {
        let (count, noun) = passage.cardinal(at + 1)?;
        if let Some(end) = passage.any_phrase(noun, &["decades"]) {
            return Some((Time::InYears(i16::try_from(count * 10).ok()?), end));
        }
        let end = passage.any_phrase(noun, &["years"])?;
        return Some((Time::InYears(i16::try_from(count).ok()?), end));
    }
    None
}

/// The deed whose verb stands nearest before a token, or else after it.
pub(super) fn deed_about(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    (from, at, end): (usize, usize, usize),
    out: &Out<'_>,
) -> Option<(Told, usize, usize)> {
    let before = (from.max(at.saturating_sub(22))..at).rev().find_map(|verb| {
        verb_at(reader, passage, verb, out).filter(|(_, last)| *last <= at).map(|(told, last)| (told, verb, last))
    });
    // "Lost in the last 16": the wider verb before.
    before.or_else(|| deed_after(reader, passage, end, out))
}

fn deed_after(reader: &Reader<'_, '_>, passage: &Passage, from: usize, out: &Out<'_>) -> Option<(Told, usize, usize)> {
    let until =
        (from..passage.len().min(from + 18)).find(|&at| passage.is_stop(at)).unwrap_or(passage.len().min(from + 18));
    (from..until).find_map(|verb| verb_at(reader, passage, verb, out).map(|(told, last)| (told, verb, last)))
}

/// "for the first time since 1990", "the first time they had lost their opening match since".
fn first_time<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    if passage.word(at + 1) != "time" {
        return;
    }
    let mut end = at + 2;
    while let Some(next) = passage.any_phrase(
        end,
        &[
            "ever",
            "in their history",
            "in its history",
            "in his history",
            "in history",
            "in the competition's history",
            "at last",
        ],
    ) {
        end = next;
    }
    // "The first time that the host country had won it": of no team named.
    let next = if passage.is_any(end, &["that"]) { end + 1 } else { end };
    let nobody = passage.is_any(next, &["the", "a", "any", "hosts"])
        && (next..next + 4).any(|noun| {
            passage.name_at(noun).is_none()
                && passage.is_any(noun, &["host", "hosts", "country", "nation", "team", "side", "player", "tournament"])
        })
        && (next..next + 4).all(|noun| passage.name_at(noun).is_none());
    if nobody {
        return;
    }
    let after_comma = passage.is_mark(end, ',');
    let told_since = since_when(reader, passage, end, out);
    let (mut time, mut last) = told_since.unwrap_or((Time::First, end));
    let start = passage.clause_start(at);
    let found = if passage.word(at.wrapping_sub(2)) == "for" {
        deed_about(reader, passage, (start, at.saturating_sub(2), last), out)
    } else {
        deed_after(reader, passage, last, out)
    };
    let Some((told, verb, told_end)) = found else { return };
    // "For the first time since 1998, when they reached the semi-finals": what was done then.
    if verb > at && told_since.is_some() && passage.has(last, verb, &["when", "where", "after"]) {
        return;
    }
    // "Beat Korea to stay in contention for the first time": of the nearer verb, which nothing was read of.
    if verb < at && (told_end..at).any(|to| is_infinitive(passage, to)) {
        return;
    }
    if verb > at {
        // "The first time they had lost to Spain since 1950"
        if let Some((since, end)) = since_when(reader, passage, told_end, out).filter(|_| time == Time::First) {
            (time, last) = (since, end);
        }
        last = last.max(told_end);
    }
    let subject = if verb > at { auxiliary(passage, verb) } else { verb };
    let meant = about(reader, passage, subject, out);
    let plain = verb < at
        && !after_comma
        && (verb..at).all(|at| !passage.is_mark(at, ','))
        && super::plain::closes(passage, last);
    let first = if passage.word(at.wrapping_sub(1)) == "the" { at - 1 } else { at };
    let first = if passage.word(first.wrapping_sub(1)) == "for" { first - 1 } else { first };
    let span = (first.min(verb), last);
    let wanted = is_wanted(passage, verb.min(at)) || is_hypothetical(passage, verb.min(at));
    say(reader, passage, foci, Claim { told, time, span, plain, wanted, earlier: false }, &meant, out);
}

/// "to stay in the tournament": no place, team or thing that something was done to.
fn is_infinitive(passage: &Passage, at: usize) -> bool {
    passage.is_any(at, &["to"])
        && passage.name_from(at + 1).is_none()
        && passage.cardinal(at + 1).is_none()
        && !passage
            .is_any(at + 1, &["the", "a", "an", "their", "his", "its", "another", "european", "african", "asian"])
}

/// "for the third time": the verb stands before.
fn time_number<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, value): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    let history = passage.any_phrase(
        end + 1,
        &[
            "ever",
            "in their history",
            "in its history",
            "in all",
            "in history",
            "in the tournament",
            "at these finals",
            "in this tournament",
        ],
    );
    if passage.is_any(end + 1, &["in", "running", "this", "since", "on"]) && history.is_none() {
        return;
    }
    let start = passage.clause_start(at);
    let Some((mut told, verb, mut last)) = deed_about(reader, passage, (start, at, end + 1), out) else { return };
    if history.is_some() && verb < at {
        last = super::deed_words::tail(reader, passage, end + 1, &mut told, out).max(last);
    }
    let meant = about(reader, passage, auxiliary(passage, verb), out);
    let wanted = is_wanted(passage, verb.min(at)) || is_hypothetical(passage, verb.min(at));
    let span = (verb.min(at), last.max(end + 1));
    say(
        reader,
        passage,
        foci,
        Claim { told, time: Time::Nth(value), span, plain: verb < at, wanted, earlier: false },
        &meant,
        out,
    );
}

/// The first of the auxiliaries before a verb: the subject stands before it.
pub(super) fn auxiliary(passage: &Passage, verb: usize) -> usize {
    let mut first = verb;
    while passage.is_any(
        first.wrapping_sub(1),
        &[
            "have",
            "has",
            "had",
            "never",
            "not",
            "been",
            "ever",
            "also",
            "previously",
            "only",
            "last",
            "were",
            "are",
            "was",
            "is",
            "n't",
            "to",
            "did",
            "yet",
            "twice",
            "once",
        ],
    ) {
        first -= 1;
    }
    first
}

/// Whose a deed is: of those a sentence names, the subject.
pub(super) fn about<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &Out<'r>) -> Meant<TeamId> {
    // "had England beaten": the subject behind its auxiliary.
    if let Some(name) = at.checked_sub(1).and_then(|before| passage.name_at(before)).filter(|name| name.end == at)
        && let Some(team) = name.team()
        && name.first > 0
        && passage.is_any(
            name.first - 1,
            &["had", "have", "has", "that", "time", "the", "made", "make", "making", "crowned", "brought", "sent"],
        )
        && !super::who::is_object(passage, name.first - 1)
    {
        return Meant { all: vec![team], sure: true, first: name.first };
    }
    reader.teams_about(passage, at, out)
}

/// "their first win over Spain since 1990", "a third semi-final", "only their second appearance in the last eight".
fn nth<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, value): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    if passage.is_any(end, &["successive", "straight", "consecutive", "time", "half", "minute"]) {
        return;
    }
    // "The World Cup's first shoot-out": of no team.
    let owner = at.checked_sub(2).filter(|_| passage.is_possessive(at - 1)).and_then(|last| passage.name_at(last));
    if owner.is_some_and(|name| name.competition().is_some() || name.edition().is_some()) {
        return;
    }
    let found = noun_at(reader, passage, end, out).or_else(|| elliptical(reader, passage, (at, end), out));
    let Some((mut told, last)) = found else { return };
    // "Their second Group A match" is one of a group.
    let letter = usize::from(passage.word(last).len() == 1 && passage.token(last).is_some_and(|token| token.capital));
    let since = passage.word(last) == "since" || passage.is_any(last, &["in", "for"]) && value == 1;
    let one_of = passage.is_any(last + letter, ONE_OF) || passage.is_any(last.wrapping_sub(1), ONE_OF) && !since;
    if matches!(told.deed, Deed::Reach(_)) && one_of {
        return;
    }
    let is_elliptical = last == end;
    let mut first = at;
    while passage.is_any(first.wrapping_sub(1), &["only", "the", "a", "just", "very"]) {
        first -= 1;
    }
    let owned = passage.is_any(first.wrapping_sub(1), &["their", "its"]);
    first -= usize::from(owned);
    // "The hosts went on to win their first World Cup": whoever they were.
    let hosts = owned && passage.is_any(0, &["the"]) && passage.is_any(1, &["host", "hosts"]);
    if hosts && !passage.names.iter().any(|name| name.end <= first && name.team().is_some()) {
        return;
    }
    if told.deed == Deed::Title && !is_elliptical || is_elliptical && value > 1 {
        return;
    }
    // "the first World Cup in Asia", "the first semi-final": of no team.
    let belongs = owned || passage.is_possessive(first.wrapping_sub(1)) || passage.is_possessive(at.wrapping_sub(1));
    let a = passage.is_any(first, &["a", "only"]);
    let (time, mut last) = since_when(reader, passage, last, out)
        .or_else(|| ends_at(passage, last).then_some((Time::First, last)))
        .or_else(|| {
            passage
                .any_phrase(last, &["in their history", "of all time", "ever", "in history"])
                .map(|end| (Time::First, end))
        })
        .unwrap_or((Time::Count(0), last));
    if time == Time::Count(0) {
        return;
    }
    let time = match (value, time) {
        (1, time) => time,
        (nth, Time::First) => Time::Nth(nth),
        _ => return,
    };
    // "For his country's first World Cup match since 1990"
    let common = passage.is_any(at.wrapping_sub(2), &["country", "nation", "side", "team"])
        && passage.is_any(at.wrapping_sub(3), &["his", "their", "the"]);
    let possessive = passage.is_possessive(at.wrapping_sub(1)) && !common;
    let meant = if possessive {
        reader.teams_before(passage, at, out)
    } else {
        // "a first win for Turkey"
        match passage.word(last) == "for" {
            true => passage.name_from(last + 1).and_then(|name| name.team().map(|team| (team, name.end))).map_or_else(
                || reader.teams_about(passage, first, out),
                |(team, end)| {
                    last = end;
                    Meant { all: vec![team], sure: true, first }
                },
            ),
            false => reader.teams_about(passage, first, out),
        }
    };
    if !belongs && !a && time == Time::First || told.deed == Deed::Play && told.opponent.is_none() && !told.shoot_out {
        // "The first meeting": of the two sides.
        // "The first-ever shoot-out", "their first meeting with Africans": of anybody, or of others.
        let met = told.deed == Deed::Play && !told.shoot_out && told.confederation.is_none();
        let pair = reader.anchor.filter(|_| met && is_current(reader, passage, foci, out));
        let (Some(entry), None) = (pair, told.opponent) else { return };
        let team = meant.likely().filter(|&team| out.side(entry, team).is_some()).unwrap_or(entry.home);
        told.opponent = out.side(entry, team).map(|side| entry.team(side.other()));
        let meant = Meant { all: vec![team], sure: true, first };
        say(
            reader,
            passage,
            foci,
            Claim { told, time, span: (first, last), plain: true, wanted: false, earlier: false },
            &meant,
            out,
        );
        return;
    }
    let wanted = is_wanted(passage, first) || is_hypothetical(passage, first);
    let span = (meant.first.min(first), last);
    // "Their second World Cup" may be one they won.
    let is_bare = |name: &crate::passage::Name| {
        let within = first <= name.first && name.end <= last && name.competition().is_some();
        within
            && !passage.is_any(
                name.end,
                &["finals", "tournament", "appearance", "campaign", "match", "game", "fixture", "tie"],
            )
    };
    let bare = told.deed == Deed::TakePart && passage.names.iter().any(is_bare);
    let mut is_title = bare;
    if bare && !is_elliptical && !passage.is_any(first.wrapping_sub(1), &["at", "in", "during"]) {
        let before = out.so_far().len();
        let title = Told { deed: Deed::Title, ..told.clone() };
        say(
            reader,
            passage,
            foci,
            Claim { told: title, time, span, plain: false, wanted, earlier: false },
            &meant,
            out,
        );
        // What is no title of theirs, and no tournament either, is wrong.
        is_title = out.so_far().len() > before;
    }
    // "In just their third World Cup" they take part in it.
    let head = if passage.is_any(first.wrapping_sub(1), &["just", "only"]) { first - 1 } else { first };
    let part = passage.is_any(head.wrapping_sub(1), &["in", "at", "during"]);
    // "A first European Championship victory in 24 years"
    let since = a && value == 1 && matches!(time, Time::Since(_) | Time::InYears(_)) && meant.sure;
    let plain = (belongs || since) && (!is_title || part) && super::plain::closes(passage, last);
    say(reader, passage, foci, Claim { told, time, span, plain, wanted, earlier: false }, &meant, out);
}

/// "had never beaten Spain", "not since 1966 had England", "have not reached a final since 1990".
fn denied<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) {
        return;
    }
    // "Not since 1966 had England beaten Germany"
    if let Some((Time::Since(year), end)) = since_when(reader, passage, at + 1, out) {
        let Some((told, verb, last)) = deed_after(reader, passage, end, out) else { return };
        let meant = about(reader, passage, auxiliary(passage, verb), out);
        let claim =
            Claim { told, time: Time::LastIn(year), span: (at, last), plain: false, wanted: false, earlier: false };
        say(reader, passage, foci, claim, &meant, out);
        return;
    }
    let verb = super::ledger::skip(passage, at + 1, &["before", "previously", "ever", "yet", "even", "once", "been"]);
    let verb = if verb > at + 1
        && passage.word(verb - 1) == "been"
        && passage.is_any(verb, &["in", "to", "beyond", "past", "at"])
    {
        verb - 1
    } else {
        verb
    };
    let never = passage.word(at) == "never";
    let subject = auxiliary(passage, at);
    // "never have England": the subject behind.
    let verb = match passage.name_from(verb + 1).filter(|_| never && passage.is_any(verb, &["had", "have", "has"])) {
        Some(name) => name.end,
        None => verb,
    };
    let Some((told, end)) = verb_at(reader, passage, verb, out) else { return };
    let meant = about(reader, passage, if verb > at + 2 { verb } else { subject }, out);
    let since = since_when(reader, passage, end, out);
    let (time, last) = match since {
        Some((Time::Since(year), last)) => (Time::LastIn(year), last),
        Some((Time::InYears(years), last)) => match reader.this_year(out) {
            Some(year) => (Time::LastIn(year - years), last),
            None => return,
        },
        Some(_) => return,
        None if never || passage.any_phrase(end, &["before", "until"]).is_some() => (Time::Never, end),
        None => return,
    };
    let last = super::ledger::skip(passage, last, &["before", "previously"]);
    let plain = super::plain::closes(passage, last);
    let claim =
        Claim { told, time, span: (subject.max(meant.first.min(subject)), last), plain, wanted: false, earlier: false };
    say(reader, passage, foci, claim, &meant, out);
}

/// "last reached the final in 1990", "their last win over France came in 1975".
fn last<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let verb = super::ledger::skip(passage, at + 1, &["time", "they"]);
    let found = verb_at(reader, passage, verb, out).or_else(|| {
        let owned =
            passage.is_any(at.wrapping_sub(1), &["their", "its", "the"]) || passage.is_possessive(at.wrapping_sub(1));
        noun_at(reader, passage, at + 1, out).filter(|_| owned)
    });
    let Some((told, end)) = found else { return };
    let mut told = told;
    let came = super::ledger::skip(passage, end, &["was", "came", "had", "come", "being", "dates", "back", "coming"]);
    let came = if came > end { super::deed_words::tail(reader, passage, came, &mut told, out) } else { end };
    let link = super::ledger::skip(passage, came, &["to", "at", "in", "the", "world", "cup", "back"]);
    if link == end && !passage.is_mark(end, ',') {
        return;
    }
    let named = passage.name_from(link).and_then(Name::edition).and_then(|id| out.record().edition(id).year());
    let (year, last) = match (reader.year_at(passage, link), named) {
        (Some(year), _) => (year, link + 1),
        (None, Some(year)) => (year, passage.name_from(link).map_or(link + 1, |name| name.end)),
        (None, None) => {
            let Some((count, noun)) = passage.cardinal(link) else { return };
            let Some(end) = passage.any_phrase(noun, &["years ago", "years earlier", "years before"]) else { return };
            let (Some(year), Ok(count)) = (reader.this_year(out), i16::try_from(count)) else { return };
            (year - count, end)
        }
    };
    let meant = if passage.is_possessive(at.wrapping_sub(1)) {
        reader.teams_before(passage, at, out)
    } else {
        about(reader, passage, auxiliary(passage, at), out)
    };
    let claim = Claim { told, time: Time::LastIn(year), span: (at, last), plain: true, wanted: false, earlier: false };
    say(reader, passage, foci, claim, &meant, out);
}

/// "have twice reached the semi-finals", "reached the quarter-finals three times", "only once before".
fn often<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let (first, count) = match passage.word(at) {
        "once" => (at, 1),
        "twice" => (at, 2),
        _ => {
            let Some(found) = passage.cardinal_before(at) else { return };
            found
        }
    };
    if passage.is_any(at + 1, &["in", "this", "more", "as", "winners", "champions", "world", "european"]) && count > 2 {
        return;
    }
    let only = passage.is_any(at.wrapping_sub(1), &["only", "just", "but"]);
    // "lost the final three times", "have twice lost"
    let start = passage.clause_start(at);
    let behind = verb_at(reader, passage, at + 1, out).map(|(told, last)| (told, at + 1, last));
    let before = || {
        (start.max(first.saturating_sub(12))..first).rev().find_map(|verb| {
            verb_at(reader, passage, verb, out)
                .filter(|(_, last)| (*last..first).all(|at| passage.is_any(at, &["only", "just", "but", "before"])))
                .map(|(told, last)| (told, verb, last))
        })
    };
    let met = |found: &Option<(Told, usize, usize)>| found.as_ref().is_some_and(|(told, ..)| told.deed == Deed::Play);
    let found = behind.or_else(before);
    if count == 1 && !only && !met(&found) {
        return;
    }
    let Some((told, verb, last)) = found else { return };
    let (told, mut last) = {
        let mut told = told;
        // "met twice before at World Cups"
        let from = super::ledger::skip(passage, at + 1, &["before", "previously"]);
        let tail_end = if last <= at { super::deed_words::tail(reader, passage, from, &mut told, out) } else { last };
        (told, tail_end.max(last).max(at + 1))
    };
    let earlier = passage.has(at, last + 1, &["before", "previously"]);
    last = super::ledger::skip(passage, last, &["before", "previously"]);
    // Without a tournament, an opponent or a stage it is of one match or of nothing known.
    if told.opponent.is_none() && !told.is_of_edition() && !told.shoot_out && told.competitions.is_none() {
        return;
    }
    if !super::plain::closes(passage, last) && !passage.is_any(last, &["in"]) {
        return;
    }
    let auxiliary_at = auxiliary(passage, verb.min(first));
    let meant = about(reader, passage, auxiliary_at, out);
    let plain = super::plain::closes(passage, last);
    let claim = Claim { told, time: Time::Count(count), span: (verb.min(first), last), plain, wanted: false, earlier };
    say(reader, passage, foci, claim, &meant, out);
}

/// Verbs whose object is a title.
const WINNING: &[&str] = &[
    "win",
    "won",
    "wins",
    "winning",
    "lift",
    "lifted",
    "lifting",
    "claim",
    "claimed",
    "claiming",
    "secure",
    "secured",
    "securing",
    "clinch",
    "clinched",
    "clinching",
    "celebrate",
    "celebrated",
    "collect",
    "collected",
    "capture",
    "captured",
    "land",
    "landed",
    "take",
    "took",
    "seal",
    "sealed",
];

/// "their third title, and their first since 1986": what was told of just before.
fn elliptical(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    (at, end): (usize, usize),
    out: &Out<'_>,
) -> Option<(Told, usize)> {
    let is_so = passage.word(end) == "since"
        || passage.is_any(end, &["in", "for"])
            && passage.cardinal(end + 1).is_some_and(|(_, noun)| passage.word(noun) == "years");
    if !is_so || !passage.is_any(at.wrapping_sub(1), &["their", "its", "the", "a"]) {
        return None;
    }
    let start = passage.clause_start(at);
    for before in (start.max(at.saturating_sub(16))..at).rev() {
        if passage.name_at(before).is_none() && passage.is_any(before, &["title", "trophy", "crown", "triumph"]) {
            let named = before.checked_sub(1).and_then(|name| passage.name_at(name)).and_then(Name::competition);
            return Some((Told { competitions: named.map(|id| vec![id]), ..Told::new(Deed::Title) }, end));
        }
        if let Some((_, noun)) = passage.ordinal(before)
            && let Some((told, _)) = noun_at(reader, passage, noun, out).filter(|(_, last)| *last < at)
        {
            // "to win a third World Cup" is a title; "in a third World Cup" is taking part.
            let won = told.deed == Deed::TakePart && passage.has(start.max(before.saturating_sub(4)), before, WINNING);
            return Some((Told { deed: if won { Deed::Title } else { told.deed }, ..told }, end));
        }
    }
    None
}
