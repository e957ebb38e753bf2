//! The group a match belonged to: "in a frenetic Group B clash", "beat Nigeria in Group D on Tuesday".

use byline_record::ask::{Verdict, words};
use byline_record::{Match, StageKind, TeamId};

use super::super::ledger::teams_listed;
use super::super::plain::WEEKDAYS;
use super::super::standing::Standing;
use super::super::tables::{has_one_round, is_of_this_year};
use super::super::{Focus, Judged, Out, Reader, dateline};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// Nouns of a match after the letter of its group.
const MATCHES: &[&str] = &[
    "match",
    "game",
    "clash",
    "opener",
    "encounter",
    "fixture",
    "contest",
    "meeting",
    "tie",
    "decider",
    "showdown",
    "thriller",
    "battle",
    "affair",
    "duel",
    "tussle",
    "finale",
    "win",
    "victory",
    "defeat",
    "draw",
];
/// Words before the group by which it is of a place in it, of what is to come, or of another match.
const ELSE: &[&str] = &[
    "top", "bottom", "first", "second", "third", "fourth", "last", "place", "spot", "points", "lead", "leads",
    "winners", "runners", "up", "from", "of", "through", "face", "meet", "play", "will", "next", "other", "the",
    "behind", "earlier", "against",
];

/// The letter of a group at a token, with the token after it.
fn letter_at(passage: &Passage, at: usize) -> Option<(String, usize)> {
    let letter = passage.token(at + 1).filter(|token| token.capital && token.word.len() == 1)?;
    passage.is_any(at, &["group"]).then(|| (letter.word.to_uppercase(), at + 2))
}

/// The noun of a match behind the letter of its group: "Group C clash", "Group D World Cup match", "Group D's opening
/// match".
fn noun_after(passage: &Passage, end: usize) -> bool {
    const BETWEEN: &[&str] =
        &["world", "cup", "football", "soccer", "opening", "first", "second", "third", "final", "last"];
    let mut next = end;
    while next < end + 6 && !passage.is_any(next, MATCHES) {
        next = match passage.name_from(next) {
            Some(name) if name.competition().is_some() || name.edition().is_some() => name.end,
            None if passage.is_possessive(next) || passage.is_any(next, BETWEEN) => next + 1,
            _ => return false,
        };
    }
    passage.is_any(next, MATCHES)
}

/// "The opening match of Euro 2016 Group F": the noun of a match before the group it was of.
fn noun_before(passage: &Passage, at: usize) -> bool {
    let Some(last) = at.checked_sub(1) else { return false };
    let of = match passage.name_at(last).filter(|name| name.competition().is_some() || name.edition().is_some()) {
        Some(name) => name.first.wrapping_sub(1),
        None => last,
    };
    passage.is_any(of, &["of", "in"])
        && passage.is_any(of.wrapping_sub(1), &["match", "game", "opener", "clash", "encounter", "fixture"])
}

/// Whether the words before a group are of the match told of: "in Sunday's Group D", "an entertaining Group C", "their
/// opening Group A"; "the other Group C" may be of any.
fn is_plain_before(passage: &Passage, at: usize) -> bool {
    const OTHER: &[&str] = &[
        "other",
        "previous",
        "next",
        "last",
        "earlier",
        "later",
        "remaining",
        "potential",
        "possible",
        "and",
        "final",
    ];
    let own =
        |before: usize| passage.is_any(before, &["a", "an", "their", "its", "in"]) && passage.name_at(before).is_none();
    let Some(article) = (at.saturating_sub(5)..at).rev().find(|&before| own(before)) else { return false };
    let between = || article + 1..at;
    let is_bare = between().all(|word| match passage.name_at(word) {
        Some(name) => name.competition().is_some() || name.edition().is_some(),
        None => !passage.is_break(word) && !passage.is_mark(word, ',') && !passage.is_any(word, OTHER),
    });
    let of_day = between().all(|word| {
        passage.is_any(word, WEEKDAYS)
            || passage.is_possessive(word)
            || passage.is_any(word, &["today", "yesterday", "world", "cup", "opening", "first"])
            || passage.name_at(word).is_some()
    });
    is_bare && (!passage.is_any(article, &["in"]) || of_day)
}

/// Words by which a group need not be that of the teams named: who is met, awaited or looked at there.
const OF_OTHERS: &[&str] = &[
    "face",
    "faces",
    "facing",
    "meet",
    "meets",
    "meeting",
    "play",
    "plays",
    "playing",
    "await",
    "awaits",
    "awaiting",
    "winner",
    "winners",
    "runners",
    "runner",
    "opponents",
    "opponent",
    "other",
    "either",
    "if",
    "would",
    "could",
    "draw",
    "drawn",
    "qualifying",
    "qualifiers",
    "qualifier",
    "qualified",
    "will",
    "leaders",
    "elsewhere",
    "teams from",
    "sides from",
    "team from",
    "like",
    "than",
    "unlike",
    "while",
    "meanwhile",
    "whereas",
];

const OF_OTHERS_HEADS: Heads = Heads::of(OF_OTHERS);

/// "A 3-3 draw in Group G", "facing elimination": whether a word that may be of others is of those told of.
fn is_own_word(passage: &Passage, at: usize) -> bool {
    let drawn = passage.is_any(at, &["draw"])
        && (at.saturating_sub(3)..at).any(|score| {
            matches!(passage.kind(score), Some(byline_record::ask::english::tokens::TokenKind::Score(..)))
                || passage.is_any(score, &["goalless", "scoreless"])
        });
    let plight = passage.is_any(at, &["face", "faces", "facing"])
        && (at + 1..at + 4).any(|next| passage.is_any(next, &["elimination", "exit"]));
    drawn || plight
}

/// "Switzerland came through Group H unbeaten": a group that none of those named was in. Every team that a sentence names
/// was in one other group of the tournament, and so was whoever it names.
pub(super) fn strange(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    let Some((letter, end)) = letter_at(passage, at) else { return };
    if passage.may_meet(&OF_OTHERS_HEADS)
        && (0..passage.len()).any(|at| passage.any_phrase(at, OF_OTHERS).is_some() && !is_own_word(passage, at))
    {
        return;
    }
    let Some(edition) = reader.tournament(out) else { return };
    let letters = (0..passage.len()).filter(|&at| letter_at(passage, at).is_some()).count();
    if letters > 1 || !is_of_this_year(reader, passage, out) || !has_one_round(edition, out) {
        return;
    }
    let told = out.so_far().iter().any(|told| {
        matches!(told.kind, Kind::Stage | Kind::Table)
            && !matches!(told.verdict, Verdict::NotRead | Verdict::NotInRecord)
            && told.span.start < passage.span(at, end).end
            && passage.span(at, end).start < told.span.end
    });
    if told {
        return;
    }
    let from = dateline(passage);
    let teams = passage.names.iter().filter(|name| name.first >= from).filter_map(crate::passage::Name::team);
    let mut teams: Vec<TeamId> = teams.collect();
    teams.sort_unstable();
    teams.dedup();
    let Some(&first) = teams.first() else { return };
    let standing = |team: TeamId| Standing::of(&out.view, edition, team);
    let Some(group) = standing(first) else { return };
    let is_letter = letter.chars().all(char::is_alphabetic) && group.label.chars().all(char::is_alphabetic);
    let alike = teams.iter().all(|&team| standing(team).is_some_and(|of| of.label == group.label));
    if !is_letter || !alike || *group.label == *letter {
        return;
    }
    // Which groups there are is known before a match of theirs is played.
    let to_come: Vec<Match> = out.view.fixtures_in(edition).map(|fixture| fixture.as_match()).collect();
    let mut of_letter = out
        .view
        .matches_in(edition)
        .chain(&to_come)
        .filter(|entry| entry.stage.as_ref().and_then(|stage| stage.group.as_deref()) == Some(letter.as_str()))
        .peekable();
    let exists = of_letter.peek().is_some();
    // Somebody named may be of the group that is spoken of.
    let people = || passage.names.iter().filter_map(crate::passage::Name::person);
    let there = of_letter.any(|entry| people().any(|person| out.side_of_person(entry, person).is_some()));
    if !exists || there {
        return;
    }
    let reading = format!("{} were in group {letter}", words::team(out.record(), first));
    let judged = Judged::new(Verdict::Contradicted).showing(group.rows(out.record(), edition));
    out.push(passage, (at, end), Kind::Stage, reading, judged);
}

/// "Group F, which also features Portugal and the Czech Republic", "Group L contains Croatia, Ghana and Panama": whether
/// all that are listed are of a group, where one of them, or another team named, is.
pub(super) fn members(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    const HAS: &[&str] = &["features", "featuring", "contains", "containing", "includes", "including", "comprises"];
    let Some((letter, end)) = letter_at(passage, at) else { return };
    let verb = (end..end + 4).find(|&verb| {
        passage.is_any(verb, HAS)
            && (end..verb).all(|at| passage.is_mark(at, ',') || passage.is_any(at, &["which", "that", "also"]))
    });
    let Some(verb) = verb.filter(|_| passage.quote.is_none()) else { return };
    let listed = teams_listed(passage, verb + 1, |at| ((), at));
    let Some(&(first, from, ..)) = listed.first() else { return };
    let ahead = out.view.appointments_of(first, out.view.as_of()).next().map(|fixture| fixture.edition());
    let Some(edition) = reader.tournament(out).or(ahead).into_iter().chain(ahead).find(|&edition| {
        let record = out.record().latest();
        record.matches_in(edition).any(|entry| out.side(entry, first).is_some())
    }) else {
        return;
    };
    if !is_of_this_year(reader, passage, out) && ahead != Some(edition) || !has_one_round(edition, out) {
        return;
    }
    let to_come: Vec<Match> = out.view.fixtures_in(edition).map(|fixture| fixture.as_match()).collect();
    let all: Vec<&Match> = out.view.matches_in(edition).chain(&to_come).collect();
    let group = |entry: &&Match| entry.stage.as_ref().and_then(|stage| stage.group.as_deref().map(str::to_owned));
    let of = |team: TeamId| all.iter().find(|entry| out.side(entry, team).is_some()).and_then(group);
    let groups: Vec<Option<String>> = listed.iter().map(|&(team, ..)| of(team)).collect();
    let own = all.iter().filter(|entry| group(entry).as_deref() == Some(letter.as_str()));
    let rows: Vec<_> = own.take(6).flat_map(|entry| out.match_row(entry)).collect();
    let known = groups.iter().all(Option::is_some) && !rows.is_empty();
    let wrong = groups.iter().any(|group| group.as_deref() != Some(letter.as_str()));
    let verdict = if wrong { Verdict::Contradicted } else { Verdict::Confirmed };
    let Some(&(_, _, last, ())) = listed.last().filter(|_| known) else { return };
    let names: Vec<String> = listed.iter().map(|&(team, ..)| words::team(out.record(), team)).collect();
    let reading = format!("{} were in group {letter}", names.join(" and "));
    out.push(passage, (from, last), Kind::Stage, reading, Judged::new(verdict).showing(rows));
}

/// Judges the group a match is said to be of. `told` where the passage tells how it went.
pub(super) fn group(passage: &Passage, at: usize, foci: &[Focus<'_>], told: bool, out: &mut Out<'_>) {
    let Some((letter, end)) = letter_at(passage, at) else { return };
    let noun = noun_after(passage, end);
    let of_noun = !noun && noun_before(passage, at);
    let article = (at.saturating_sub(5)..at).rev().find(|&before| passage.is_any(before, &["a", "in", "their", "its"]));
    let in_it = passage.is_any(at.wrapping_sub(1), &["in"])
        && (super::super::plain::closes(passage, end) || passage.is_any(end, &["on", "here", "in", "at", "to", "and"]));
    const COMING: &[&str] =
        &["face", "faces", "meet", "meets", "play", "plays", "will", "next", "winners", "runners", "to come", "await"];
    let of_match = noun && is_plain_before(passage, at);
    let ahead = !of_noun
        && !of_match
        && (at.saturating_sub(6)..article.unwrap_or(at))
            .any(|before| passage.name_at(before).is_none() && passage.is_any(before, ELSE));
    let ahead = ahead
        || passage.has(at.saturating_sub(4), at, &["other"])
        || of_match && passage.has(at.saturating_sub(9), at, COMING);
    // "In the Group G game against Ghana": the letter of the match, however it is told of.
    let told = told || noun && passage.has(0, passage.len(), &["scoring", "goal", "against", "minute", "came"]);
    if !(noun || of_noun || in_it) || !told || ahead || passage.quote.is_some() {
        return;
    }
    let Some(focus) = foci.iter().find(|focus| focus.is_anchor) else { return };
    let Some(stage) = focus.entry.stage.as_ref().filter(|stage| stage.kind == StageKind::Group) else { return };
    let Some(own) = stage.group.as_deref() else { return };
    let both = (noun || of_noun) && super::stage::names_both(passage, focus, out);
    let plain = foci.len() == 1 && focus.may_contradict && (both || of_match);
    let verdict = match own == letter {
        true => Verdict::Confirmed,
        false if plain => Verdict::Contradicted,
        false => return,
    };
    let rows = out.match_row(focus.entry);
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id));
    out.push(passage, (at, end), Kind::Stage, format!("the match was of group {letter}"), judged);
}
