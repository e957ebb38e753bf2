//! Who kept goal, who refereed, how many watched.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Evidence, Verdict, words};
use byline_record::names::find::How;
use byline_record::{EditionId, Match, PersonId, Position, Side, Table, TeamId, fold};

use super::kicks::is_keeper;
use super::memory::is_complete;
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};

const KEEPER: &[&str] = &["goalkeeper", "keeper", "goalie", "custodian", "shotstopper", "number one"];
/// What is done to a keeper by the ball or by those who strike it.
const PAST: &[&str] = &[
    "past",
    "beat",
    "beating",
    "beyond",
    "under",
    "across",
    "through",
    "around",
    "over",
    "deceived",
    "deceiving",
    "footed",
    "lobbed",
    "chipped",
    "rounded",
    "rounding",
    "nutmegged",
    "left",
    "leaving",
    "gave",
];
/// What is a keeper's.
const GOAL: &[&str] = &[
    "goal", "net", "bar", "crossbar", "post", "posts", "woodwork", "legs", "grasp", "reach", "gloves", "line", "dive",
];
/// What only a keeper does.
const SAVES: &[&str] = &[
    "saved",
    "saves",
    "save",
    "saving",
    "denied",
    "parried",
    "clawed",
    "tipped",
    "palmed",
    "punched",
    "turned away",
    "kept out",
    "pushed",
    "smothered",
    "spilled",
    "fumbled",
];
/// Keepers who did not play, or no longer.
const OTHERS: &[&str] = &[
    "former",
    "substitute",
    "reserve",
    "second",
    "third",
    "coach",
    "ex",
    "injured",
    "suspended",
    "choice",
    "deputy",
    "backup",
    "replaced",
];

/// A keeper of a match as evidence.
fn row(entry: &Match, side: Side, keeper: PersonId, out: &Out<'_>) -> Vec<Evidence> {
    let record = out.record();
    let team = words::team(record, entry.team(side));
    let text = format!("{}: {} in goal for {team}", words::match_line(record, entry), words::person(record, keeper));
    vec![Evidence { in_match: Some(entry.id), text, sources: entry.sources.all() }]
}

fn keepers(entry: &Match) -> Vec<(Side, PersonId)> {
    let of = |side: Side| {
        let sheet = entry.sheet(side);
        sheet
            .map(|sheet| sheet.keepers.iter().map(|&(keeper, _)| (side, keeper)).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    Side::BOTH.into_iter().flat_map(of).collect()
}

/// Says of the keeper who is told to have saved a kick that he was in goal.
pub(super) fn saved(
    passage: &Passage,
    span: (usize, usize),
    entry: &Match,
    (side, keeper): (Side, PersonId),
    out: &mut Out<'_>,
) {
    let team = words::team(out.record(), entry.team(side));
    let shown = row(entry, side, keeper, out);
    let reading = format!("{} kept goal for {team}", out.person(Some(keeper)));
    let judged = Judged::new(Verdict::Confirmed).showing(shown).about(Topic::Match(entry.id));
    out.push(passage, span, Kind::Keeper, reading, judged);
}

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    for name in passage.names.iter().filter(|name| name.is_person()) {
        let Some((span, plain)) = as_keeper(passage, name) else { continue };
        if !keeper(passage, name, (span, plain), foci, out) && plain {
            by_squad(reader, passage, name, span, out);
        }
    }
    for at in 0..passage.len() {
        match passage.word(at) {
            "referee" => referee(passage, at, foci, out),
            "refereed" | "officiated" => referee(passage, at, foci, out),
            "crowd" | "attendance" | "spectators" | "people" | "fans" | "supporters" | "watched" | "front"
            | "before" => {
                attendance(passage, at, foci, out);
            }
            _ => {}
        }
    }
}

/// Whether words about a name make him a keeper, from the first of them to the token after the last.
fn as_keeper(passage: &Passage, name: &Name) -> Option<((usize, usize), bool)> {
    let first = name.first;
    let described = first > 0 && passage.is_any(first - 1, KEEPER);
    if described {
        return Some(((first - 1, name.end), true));
    }
    // "Thibaut Courtois, the Belgium goalkeeper,"
    if passage.is_mark(name.end, ',')
        && let Some((_, end)) = passage.find(name.end + 1, name.end + 5, KEEPER)
        && !(name.end + 1..end).any(|at| {
            // "Paqueta, before rounding the goalkeeper"
            passage.is_mark(at, ',')
                || passage.is_any(
                    at,
                    &["his", "and", "with", "before", "after", "then", "who", "by", "but", "as", "only", "when"],
                )
                || passage.is_any(at, PAST)
        })
    {
        return Some(((first, end), true));
    }
    if passage.is_possessive(name.end) && passage.is_any(name.end + 1, GOAL) {
        return Some(((first, name.end + 2), false));
    }
    // "Headed past Neuer and wide": a chance, of which nothing is known.
    const MISSED: &[&str] =
        &["wide", "post", "bar", "crossbar", "woodwork", "cleared", "disallowed", "offside", "off the line", "blocked"];
    let missed = passage.has(name.end, passage.clause_end(name.end), MISSED);
    if first > 0 && passage.is_any(first - 1, PAST) && !passage.is_possessive(name.end) && !missed {
        return Some(((first, name.end), false));
    }
    // "Kingson in the Ghana goal", "with Buffon between the posts"
    const IN_GOAL: &[&str] =
        &["in goal", "between the posts", "between the sticks", "kept goal", "went in goal", "went between the posts"];
    let next = if passage.is_mark(name.end, ',') { name.end + 1 } else { name.end };
    if let Some(end) = passage.any_phrase(next, IN_GOAL) {
        return Some(((first, end), false));
    }
    if passage.phrase(name.end, "in the").is_some()
        && let Some(team) = passage.name_from(name.end + 2).filter(|team| team.team().is_some())
        && passage.word(team.end) == "goal"
    {
        return Some(((first, team.end + 1), true));
    }
    // A save of a penalty is told of a keeper; of other saves nothing is said.
    if !super::penalties::is_named(passage) && !super::shootouts::is_named(passage) {
        return None;
    }
    if passage.any_phrase(name.end, SAVES).is_some()
        || passage.has(first.saturating_sub(3), first, &["saved by", "denied by", "stopped by", "parried by", "out by"])
    {
        return Some(((first, name.end), false));
    }
    None
}

/// Whether somebody was a goalkeeper of a side's squad.
pub(super) fn is_goalkeeper(entry: &Match, side: Side, person: PersonId, out: &Out<'_>) -> bool {
    out.view.squad(entry.edition, entry.team(side)).is_some_and(|squad| {
        squad.players.iter().any(|one| one.player == person && one.position == Some(Position::Goalkeeper))
    })
}

/// Somebody told of as the keeper of a match, from the first token of the words to the one after the last; `plain` if
/// they call him one. Gives back whether anything was said.
fn keeper(
    passage: &Passage,
    name: &Name,
    ((first, end), plain): ((usize, usize), bool),
    foci: &[Focus<'_>],
    out: &mut Out<'_>,
) -> bool {
    let people = name.people();
    for focus in foci {
        let entry = focus.entry;
        let Some((side, keeper)) = keepers(entry).into_iter().find(|(_, keeper)| people.contains(keeper)) else {
            continue;
        };
        let who = out.person(Some(keeper));
        let team = words::team(out.record(), entry.team(side));
        let shown = row(entry, side, keeper, out);
        let judged = Judged::new(Verdict::Confirmed).showing(shown).about(Topic::Match(entry.id));
        out.push(passage, (first, end), Kind::Keeper, format!("{who} kept goal for {team}"), judged);
        return true;
    }
    // Another was in goal all the match, and this one, a keeper as well, is said to have been beaten in it.
    let ([focus], [person]) = (foci, people.as_slice()) else { return false };
    let entry = focus.entry;
    let beaten = (first > 0 && passage.is_any(first - 1, PAST)) || passage.is_any(first, PAST);
    let acted = plain && passage.is_any(end, &["fouled", "saved", "was", "had", "conceded", "parried", "spilled"]);
    // "Was dropped from the squad", "was missing": why he was not in goal.
    const ABSENT: &[&str] = &[
        "dropped",
        "left out",
        "omitted",
        "missing",
        "absent",
        "injured",
        "suspended",
        "axed",
        "benched",
        "expelled",
        "ruled out",
        "sent home",
        "rested",
        "unavailable",
    ];
    let other = passage.has(0, passage.len(), OTHERS)
        || passage.has(end, end + 6, ABSENT)
        || super::moment::is_elsewhere(passage);
    if !(beaten || acted) || other || !focus.may_contradict || name.how == How::Misprint || !focus.is_anchor {
        return false;
    }
    let Some(side) = out.side_of_person(entry, *person) else { return false };
    let of_side: Vec<PersonId> =
        keepers(entry).into_iter().filter(|(of, _)| *of == side).map(|(_, keeper)| keeper).collect();
    if let [only] = of_side.as_slice()
        && is_goalkeeper(entry, side, *person, out)
        && is_complete(out, entry, Table::Keepers)
        && is_keeper(entry, Some(*only))
    {
        let who = out.person(Some(*person));
        let team = words::team(out.record(), entry.team(side));
        let shown = row(entry, side, *only, out);
        let judged = Judged::new(Verdict::Contradicted)
            .because(format!("the record has {} in goal", out.person(Some(*only))))
            .showing(shown)
            .about(Topic::Match(entry.id));
        out.push(passage, (first, end), Kind::Keeper, format!("{who} kept goal for {team}"), judged);
        return true;
    }
    false
}

/// "Goalkeeper Jens Lehmann" of a tournament: whether the squads have him as one. An outfield player of a squad whom none
/// has as a keeper is not.
fn by_squad(reader: &Reader<'_, '_>, passage: &Passage, name: &Name, span: (usize, usize), out: &mut Out<'_>) {
    const STANDING_IN: &[&str] = &["emergency", "makeshift", "temporary", "acting", "stand"];
    let [person] = *name.people() else { return };
    let record = out.record();
    let squads_of = |edition: EditionId| {
        let squads = record.edition(edition).squads.iter();
        squads.filter_map(move |squad| {
            let listed = squad.players.iter().find(|one| one.player == person)?;
            Some((edition, squad.team, listed.position?))
        })
    };
    let editions = reader.edition.iter().chain(&reader.editions);
    let told: Vec<_> = editions.flat_map(|&edition| squads_of(edition)).collect();
    let is_keeper = |&&(_, _, position): &&(EditionId, TeamId, Position)| position == Position::Goalkeeper;
    let anywhere = || out.view.editions().flat_map(|edition| squads_of(edition.id)).any(|listed| is_keeper(&&listed));
    let (verdict, &(edition, team, position)) = if let Some(listed) = told.iter().find(is_keeper) {
        (Verdict::Confirmed, listed)
    } else if let Some(listed) = told.first().filter(|_| {
        matches!(name.how, How::Name | How::OtherName | How::Surname)
            && passage.quote.is_none()
            && !passage.has(span.0.saturating_sub(3), span.0, STANDING_IN)
            && !anywhere()
    }) {
        (Verdict::Contradicted, listed)
    } else {
        return;
    };
    let who = out.person(Some(person));
    let (team, place) = (words::team(record, team), words::edition(record, edition));
    let text = format!("{team} at the {place}: {who}, {}", position.code());
    let row = Evidence { in_match: None, text, sources: record.edition(edition).sources };
    let judged = Judged::new(verdict).showing(vec![row]);
    out.push(passage, span, Kind::Keeper, format!("{who} was a goalkeeper of {team}"), judged);
}

/// "referee Pierluigi Collina", "Collina refereed": the names written beside the word, against the record's.
fn referee(passage: &Passage, at: usize, foci: &[Focus<'_>], out: &mut Out<'_>) {
    let [focus, ..] = foci else { return };
    let entry = focus.entry;
    let Some(referee) = entry.referee.filter(|_| focus.is_anchor || foci.len() == 1) else { return };
    if at > 0 && passage.is_any(at - 1, &["assistant", "video", "former", "retired", "fourth", "var"]) {
        return;
    }
    let next = if passage.is_mark(at + 1, ',') { at + 2 } else { at + 1 };
    // "Szymon Marciniak, the referee,"
    let apposed = at >= 3 && passage.is_any(at - 1, &["the"]) && passage.is_mark(at - 2, ',');
    let written: Vec<usize> = if apposed {
        (at.saturating_sub(6)..at - 2).filter(|&at| is_capital_word(passage, at)).collect()
    } else if passage.word(at) == "referee" {
        (next..passage.len().min(next + 5)).take_while(|&at| is_capital_word(passage, at)).collect()
    } else {
        let mut before: Vec<usize> =
            (at.saturating_sub(4)..at).rev().take_while(|&at| is_capital_word(passage, at)).collect();
        before.reverse();
        before
    };
    let (Some(&first), Some(&last)) = (written.first(), written.last()) else { return };
    let name = fold(&out.record().person(referee).name);
    let surname = name.split([' ', '-']).next_back().unwrap_or_default();
    if written.iter().any(|&at| passage.word(at).len() > 2 && passage.word(at) == surname) {
        let who = out.person(Some(referee));
        let mut shown = out.match_row(entry);
        if let Some(row) = shown.first_mut() {
            row.text.push_str(&format!("; referee {who}"));
        }
        out.push(
            passage,
            (first.min(at), last.max(at) + 1),
            Kind::Referee,
            format!("{who} refereed"),
            Judged::new(Verdict::Confirmed).showing(shown).about(Topic::Match(entry.id)),
        );
        return;
    }
    // "Referee Howard Webb blew": of somebody else who has a full name, right behind the word.
    let named = passage.name_from(first).filter(|name| name.first == at + 1 && name.end >= first + 2);
    let another = named.and_then(Name::person).filter(|&person| {
        person != referee && !written.iter().any(|&at| name.split([' ', '-']).any(|own| own == passage.word(at)))
    });
    let plain = foci.len() == 1 && focus.is_anchor && focus.may_contradict && passage.quote.is_none();
    if let (Some(person), true) = (another, plain && passage.word(at) == "referee") {
        let mut shown = out.match_row(entry);
        if let Some(row) = shown.first_mut() {
            row.text.push_str(&format!("; referee {}", out.person(Some(referee))));
        }
        let judged = Judged::new(Verdict::Contradicted).showing(shown).about(Topic::Match(entry.id));
        out.push(passage, (first, last + 1), Kind::Referee, format!("{} refereed", out.person(Some(person))), judged);
    }
}

fn is_capital_word(passage: &Passage, at: usize) -> bool {
    passage.token(at).is_some_and(|token| token.capital && token.kind == TokenKind::Word)
}

/// "a crowd of 77,000", "before 88,966 spectators", "in front of more than 114,000".
fn attendance(passage: &Passage, at: usize, foci: &[Focus<'_>], out: &mut Out<'_>) {
    let [focus] = *foci else { return };
    let entry = focus.entry;
    let Some(known) = entry.attendance else { return };
    let is_people = passage.is_any(at, &["spectators", "people", "fans", "supporters"]);
    let number = |at: usize| match passage.kind(at) {
        Some(TokenKind::Number(count @ 1000..)) if !(1900..=2100).contains(&count) => Some(count),
        _ => None,
    };
    let found = if is_people {
        at.checked_sub(1).and_then(|before| number(before).map(|count| (before, count)))
    } else {
        (at + 1..passage.len().min(at + 7))
            .take_while(|&next| !passage.is_stop(next) && !passage.is_mark(next, ','))
            .find_map(|next| number(next).map(|count| (next, count)))
    };
    let Some((place, count)) = found else { return };
    let limit = passage.find(
        place.saturating_sub(3),
        place,
        &["more than", "over", "some", "about", "around", "nearly", "almost", "close to", "roughly", "an estimated"],
    );
    let gap = known.abs_diff(count);
    let verdict = if gap == 0 || (limit.is_some() && gap * 20 <= known) {
        Verdict::Confirmed
    } else if gap * 50 <= known {
        Verdict::Rounding
    } else if gap * 4 <= known {
        Verdict::RecordDiffers
    } else {
        return;
    };
    let mut shown = out.match_row(entry);
    if let Some(row) = shown.first_mut() {
        row.text.push_str(&format!("; {known} watched"));
    }
    let first = limit.map_or(place, |(first, _)| first);
    let end = if is_people { at + 1 } else { place + 1 };
    let judged = Judged::new(verdict).showing(shown).about(Topic::Match(entry.id));
    let judged = if verdict == Verdict::Confirmed { judged } else { judged.because(format!("the record has {known}")) };
    out.push(passage, (first, end), Kind::Attendance, format!("{count} watched"), judged);
}
