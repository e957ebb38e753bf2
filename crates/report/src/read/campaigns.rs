//! What a team did at one tournament: "scoring 12", "conceded only once in six matches", "won only one match in 90
//! minutes", "their third straight 1-0", "finished third".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, Match, Side, StageKind, TeamId, View};

use super::about::{Meant, is_current, is_hypothetical, is_wanted};
use super::elsewhere::is_elsewhere;
use super::ledger::{Ledger, ordinal_before, skip};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Words of other matches than those of the tournament, besides those of other football.
pub(super) const ELSEWHERE: &[&str] = &["warm", "nations"];

/// Words that bind a count to the tournament.
const SCOPES: &[&str] = &[
    "in the group",
    "in the group stage",
    "in the whole of the group stage",
    "in the whole of the first round",
    "in the whole of the group",
    "in the first round",
    "in their group",
    "here",
    "all tournament",
    "at this tournament",
    "in the tournament",
    "at the tournament",
    "in this tournament",
    "of the tournament",
    "so far",
    "on the way",
    "in the finals",
    "at these finals",
    "at this world cup",
    "in all",
    "in the whole month",
    "in the month",
    "all month",
    "in the whole tournament",
    "in the entire tournament",
    "throughout the tournament",
    "of the competition",
    "of the finals",
    "in the competition",
];

/// The words looked at.
const HEADS: Heads = Heads::of(&[
    "scored",
    "scoring",
    "conceded",
    "conceding",
    "beaten",
    "let",
    "shipped",
    "managed",
    "mustered",
    "won",
    "win",
    "lost",
    "lose",
    "drawn",
    "drew",
    "straight",
    "successive",
    "consecutive",
    "running",
    "row",
    "concede",
    "clean",
    "shutout",
    "shutouts",
]);

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if !passage.may_meet(&HEADS) || is_elsewhere(passage, ELSEWHERE) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() || !passage.may_begin(at, &HEADS) {
            continue;
        }
        match passage.word(at) {
            "scored" | "scoring" | "conceded" | "conceding" | "beaten" | "let" | "shipped" | "managed" | "mustered" => {
                count(reader, passage, foci, at, out);
            }
            "won" | "lost" | "drawn" | "drew" => results(reader, passage, foci, at, out),
            "win" | "lose" => no_result(reader, passage, foci, at, out),
            "straight" | "successive" | "consecutive" | "running" | "row" => {
                same_score(reader, passage, foci, at, out);
                openers(reader, passage, foci, at, out);
            }
            "concede" | "clean" | "shutout" | "shutouts" => unbeaten_goal(reader, passage, foci, at, out),
            _ => {}
        }
    }
}

/// "once", "twice", "four times", "12", with the token after it.
fn number(passage: &Passage, at: usize) -> Option<(u32, usize)> {
    match passage.word(at) {
        "once" => Some((1, at + 1)),
        "twice" => Some((2, at + 1)),
        _ => passage.cardinal(at),
    }
}

fn scope_at(passage: &Passage, at: usize) -> Option<(bool, usize)> {
    let end = SCOPES.iter().filter_map(|phrase| passage.phrase(at, phrase)).max()?;
    Some((passage.has(at, end, &["group", "first round"]), end))
}

/// Who a keeper's or a team's words belong to.
fn subject<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    at: usize,
    edition: EditionId,
    out: &Out<'r>,
) -> Meant<TeamId> {
    let nearest = passage.names.iter().rfind(|name| name.end <= at);
    if let Some(person) = nearest.filter(|name| name.end + 4 >= at).and_then(crate::passage::Name::person) {
        let teams = out.record().person(person).teams.iter().copied();
        let team = teams.rev().find(|&team| Ledger::of_edition(&out.view, team, edition).len() > 0);
        return Meant { all: team.into_iter().collect(), sure: false, first: at };
    }
    // Somebody who is named after the team may be meant.
    if nearest.is_some_and(crate::passage::Name::is_person) {
        return Meant { all: Vec::new(), sure: false, first: at };
    }
    // "France's defence was beaten twice"
    const DEFENCES: &[&str] = &["defence", "defense", "back", "rearguard", "goal", "goalkeeper", "keeper", "net"];
    if let Some(name) = nearest.filter(|name| name.end + 5 >= at)
        && passage.is_possessive(name.end)
        && passage.is_any(name.end + 1, DEFENCES)
        && let Some(team) = name.team()
    {
        return Meant { all: vec![team], sure: true, first: name.first };
    }
    // "Haller played 33 games for Germany and scored 13": his own.
    let of_somebody = nearest.filter(|name| passage.is_any(name.first.wrapping_sub(1), &["for"])).is_some_and(|team| {
        let start = passage.clause_start(at);
        passage.names.iter().any(|name| name.first >= start && name.end <= team.first && name.is_person())
    });
    if of_somebody {
        return Meant { all: Vec::new(), sure: false, first: at };
    }
    reader.teams_about(passage, at, out)
}

/// "scoring 12", "conceded only once in six matches", "scored nine in the group".
fn count<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let managed = passage.is_any(at, &["managed", "mustered"]);
    let scored = managed || passage.is_any(at, &["scored", "scoring"]);
    let beaten = passage.word(at) == "beaten";
    let next = if passage.word(at) == "let" { at + 2 } else { at + 1 };
    if passage.word(at) == "let" && passage.word(at + 1) != "in"
        || is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(1), &["not", "never", "to", "who"])
    {
        return;
    }
    let only = passage.is_any(next, &["only", "just"]);
    let next = skip(passage, next, &["only", "just", "a", "mere", "already", "as", "many"]);
    let Some((count, end)) = number(passage, next) else { return };
    let bare = !passage.is_any(end, &["goals", "goal", "times"]);
    if managed && bare {
        return;
    }
    if beaten && bare && !passage.is_any(next, &["once", "twice"]) {
        return;
    }
    let end = if bare { end } else { end + 1 };
    let Some(edition) = reader.tournament(out) else { return };
    let in_group;
    let mut played = None;
    let mut last = end;
    let scope = scope_at(passage, end);
    if let Some((group, end)) = scope {
        (in_group, last) = (group, end);
    } else if passage.word(end) == "in" {
        let first = skip(passage, end + 1, &["their", "the", "all", "his"]);
        let Some((games, noun)) = passage.cardinal(first) else { return };
        in_group = passage.is_any(noun, &["group"]);
        let noun = noun + usize::from(in_group);
        if !passage.is_any(noun, &["matches", "games"]) {
            return;
        }
        played = usize::try_from(games).ok();
        last = noun + 1;
    } else {
        let of_group = passage.has(0, passage.len(), &["group"]);
        let closed = end >= passage.len() || passage.is_break(end) || passage.is_any(end, &["goals"]);
        // In one match nobody scores so many; "have conceded two" is of all so far.
        let so_far = passage.is_any(at.wrapping_sub(1), &["have", "has"]);
        if !closed || count < 7 && !only && !so_far {
            return;
        }
        in_group = only && count < 7 && of_group;
    }
    let meant = subject(reader, passage, at, edition, out);
    let Some(team) = meant.likely() else { return };
    let of_view = |view: &View<'r>| {
        let all = Ledger::of_edition(view, team, edition);
        let all = if in_group { all.at_stage(StageKind::Group) } else { all };
        match played {
            // The match told of may or may not be counted.
            Some(played) if all.len() == played || all.len() == played + 1 => Some(all.first(played)),
            Some(_) => None,
            None => Some(all),
        }
    };
    let goals = |ledger: &Ledger<'r>| if scored { ledger.goals().0 } else { ledger.goals().1 };
    let ledgers: Vec<Ledger<'r>> = reader.counted(passage, out).iter().filter_map(of_view).collect();
    // Without a scope a small count may be of one match.
    let least = if scope.is_none() && played.is_none() && count < 7 { 3 } else { 1 };
    let right = ledgers.iter().any(|ledger| ledger.len() >= least && goals(ledger) == count);
    let Some(ledger) = ledgers.first().filter(|ledger| ledger.len() > 0) else { return };
    let record = out.record();
    let did = if scored { "scored" } else { "conceded" };
    let place = if in_group { "in the group stage of the" } else { "at the" };
    let reading = format!("{} {did} {count} {place} {}", words::team(record, team), words::edition(record, edition));
    if right && scored && !in_group && played.is_none() {
        most(reader, passage, last, (team, edition, count), ledger, out);
    }
    // Nobody who kept goal was beaten more often than his team.
    let beyond = !scored && ledgers.iter().all(|ledger| goals(ledger) < count);
    let told_whole = scope.is_some() || played.is_some() || count >= 8 || only && in_group;
    let plain = (meant.sure || beyond) && told_whole;
    say(reader, passage, foci, (at, last), Kind::Tally, reading, (right, plain), ledger, out);
}

/// "…, more than anyone": nobody else scored as many up to that day.
fn most<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    at: usize,
    (team, edition, count): (TeamId, EditionId, u32),
    ledger: &Ledger<'r>,
    out: &mut Out<'r>,
) {
    let first = if passage.is_mark(at, ',') { at + 1 } else { at };
    let Some(end) = passage.any_phrase(
        first,
        &["more than anyone else", "more than any other team", "more than any other side", "more than anyone"],
    ) else {
        return;
    };
    // "More than anyone but Spain" is another count.
    if end < passage.len() && !passage.is_break(end) || passage.is_any(end, &["but", "except"]) {
        return;
    }
    let record = out.record();
    let root = record.root(team);
    let ahead = reader.eves(out).iter().any(|view| {
        Ledger::of_edition(view, team, edition).goals().0 == count
            && view
                .matches_in(edition)
                .flat_map(|entry| [entry.home, entry.away])
                .filter(|&other| record.root(other) != root)
                .all(|other| Ledger::of_edition(view, other, edition).goals().0 < count)
    });
    let reading =
        format!("{} scored more than any other at the {}", words::team(record, team), words::edition(record, edition));
    if ahead {
        let rows = ledger.rows(out);
        out.push(passage, (first, end), Kind::Record, reading, Judged::new(Verdict::Confirmed).showing(rows));
    }
}

/// Judges what is told of a tournament under report by the matches it was counted over.
#[allow(clippy::too_many_arguments)]
pub(super) fn say<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    span: (usize, usize),
    kind: Kind,
    reading: String,
    (right, plain): (bool, bool),
    ledger: &Ledger<'r>,
    out: &mut Out<'r>,
) {
    let verdict = if right {
        Verdict::Confirmed
    } else if plain && is_current(reader, passage, foci, out) && reader.anchor.is_some() && ledger.len() > 0 {
        Verdict::Contradicted
    } else {
        return;
    };
    let rows = ledger.rows(out);
    out.push(passage, span, kind, reading, Judged::new(verdict).showing(rows));
}

/// "have not conceded in the group", "yet to concede", "their third clean sheet in a row".
fn unbeaten_goal<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let Some(edition) = reader.tournament(out) else { return };
    let record = out.record();
    if passage.word(at) == "concede" {
        if !passage.has(at.saturating_sub(2), at, &["yet to"]) || is_hypothetical(passage, at) {
            return;
        }
        let meant = subject(reader, passage, at.saturating_sub(2), edition, out);
        let Some(team) = meant.likely() else { return };
        let ledger = Ledger::of_edition(&out.view, team, edition);
        let right = ledger.len() > 1 && ledger.goals().1 == 0;
        let reading =
            format!("{} conceded no goal at the {}", words::team(record, team), words::edition(record, edition));
        say(reader, passage, foci, (at - 2, at + 1), Kind::Tally, reading, (right, meant.sure), &ledger, out);
        return;
    }
    // "kept four clean sheets in five matches", "a third clean sheet of the tournament"
    let shutout = passage.is_any(at, &["shutout", "shutouts"]);
    if !shutout && !passage.is_any(at + 1, &["sheet", "sheets"])
        || is_hypothetical(passage, at)
        || is_wanted(passage, at)
    {
        return;
    }
    let start = (at.saturating_sub(2)..at).find_map(|start| {
        let found = passage.cardinal(start).or_else(|| passage.ordinal(start))?;
        (found.1 == at).then_some((start, found.0))
    });
    let Some((first, count)) = start else { return };
    let mut last = if shutout { at + 1 } else { at + 2 };
    let mut played = None;
    if let Some((_, end)) = scope_at(passage, last) {
        last = end;
    } else if passage.word(last) == "in"
        && let Some((games, noun)) = passage.cardinal(skip(passage, last + 1, &["their", "the"]))
        && passage.is_any(noun, &["matches", "games"])
    {
        played = usize::try_from(games).ok();
        last = noun + 1;
    } else if !super::plain::closes(passage, last) || count < 3 {
        return;
    }
    let scoped = last > at + 2 || shutout;
    let meant = subject(reader, passage, first, edition, out);
    let Some(team) = meant.likely() else { return };
    let ledger = Ledger::of_edition(&out.view, team, edition);
    if played.is_some_and(|played| played != ledger.len()) {
        return;
    }
    let clean = ledger.only(|entry, side| entry.score.end.is_some_and(|end| end.of(side.other()) == 0));
    let right = usize::try_from(count).is_ok_and(|count| count == clean.len());
    let reading =
        format!("{}: {count} clean sheets at the {}", words::team(record, team), words::edition(record, edition));
    // A keeper may have missed matches of his team, but has no more clean sheets than it has.
    let beyond = usize::try_from(count).is_ok_and(|count| count > clean.len());
    let plain = (meant.sure || beyond) && scoped;
    say(reader, passage, foci, (first, last), Kind::Tally, reading, (right, plain), &ledger, out);
}

/// "Did not win a match", "failed to win any of their group matches": at the tournament under report.
fn no_result<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    const NOT: &[&str] = &["did not", "have not", "had not", "failed to", "do not", "never did"];
    const ONE: &[&str] = &["a single", "a", "any", "one", "any of their", "one of their"];
    let Some(first) = (at.saturating_sub(2)..at).find(|&from| passage.any_phrase(from, NOT) == Some(at)) else {
        return;
    };
    let Some(next) = passage.any_phrase(at + 1, ONE) else { return };
    let group = passage.is_any(next, &["group"]);
    let noun = next + usize::from(group);
    let mut last = noun + 1;
    if !passage.is_any(noun, &["match", "matches", "game", "games"]) || is_hypothetical(passage, at) {
        return;
    }
    let scope = scope_at(passage, last);
    last = scope.map_or(last, |(_, end)| end);
    let Some(edition) = reader.tournament(out).filter(|_| super::plain::closes(passage, last)) else { return };
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    let all = Ledger::of_edition(&out.view, team, edition);
    let ledger = if group { all.at_stage(StageKind::Group) } else { all };
    let (won, lost) = ledger.outcomes();
    let (count, verb) = if passage.is_any(at, &["win"]) { (won, "won") } else { (lost, "lost") };
    let record = out.record();
    let what = if group { "group match" } else { "match" };
    let reading = format!("{} {verb} no {what} of the {}", words::team(record, team), words::edition(record, edition));
    let right = count == 0 && ledger.len() > 1;
    // One match lost after more than one played is enough to deny it.
    say(reader, passage, foci, (first, last), Kind::Tally, reading, (right, meant.sure && count > 0), &ledger, out);
}

/// "won only one match in 90 minutes all tournament", "have won two of their four matches".
fn results<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(1), &["not", "never", "to", "was", "were"])
    {
        return;
    }
    let next = skip(passage, at + 1, &["only", "just"]);
    let Some((count, mut next)) = number(passage, next) else { return };
    let mut of = None;
    if passage.word(next) == "of" {
        let first = skip(passage, next + 1, &["their", "its", "the", "opening", "first"]);
        let Some((all, noun)) = passage.cardinal(first) else { return };
        of = usize::try_from(all).ok();
        next = noun;
    }
    let group = passage.is_any(next, &["group"]);
    next += usize::from(group);
    if !passage.is_any(next, &["match", "matches", "game", "games"]) {
        return;
    }
    let mut last = next + 1;
    let ninety = passage.any_phrase(last, &["in normal time", "inside normal time"]).or_else(|| {
        let counted = passage.is_any(last, &["in", "inside"]).then(|| passage.cardinal(last + 1))?;
        counted.filter(|(minutes, _)| *minutes == 90).and_then(|(_, end)| passage.any_phrase(end, &["minutes"]))
    });
    last = ninety.unwrap_or(last);
    let scope = scope_at(passage, last);
    if scope.is_none() && of.is_none() && !group {
        return;
    }
    last = scope.map_or(last, |(_, end)| end);
    if passage.is_any(last, &["in", "at", "since", "against", "under"]) {
        return;
    }
    let Some(edition) = reader.tournament(out) else { return };
    let meant = reader.teams_about(passage, at, out);
    let Some(team) = meant.likely() else { return };
    let in_group = group || scope.is_some_and(|(group, _)| group);
    let told = passage.word(at);
    let did = |entry: &Match, side: Side, shoot_outs: bool| {
        let score = if ninety.is_some() { entry.score.full_time } else { entry.score.end };
        let winner = if shoot_outs { entry.winner() } else { score.and_then(byline_record::Goals::leader) };
        match told {
            "won" => winner == Some(side),
            "lost" => winner == Some(side.other()),
            _ => winner.is_none(),
        }
    };
    let of_view = |view: &View<'r>| {
        let all = Ledger::of_edition(view, team, edition);
        if in_group { all.at_stage(StageKind::Group) } else { all }
    };
    let ledgers: Vec<Ledger<'r>> = reader.eves(out).iter().map(of_view).collect();
    let fits = |ledger: &Ledger<'r>| of.is_none_or(|of| of == ledger.len()) && ledger.len() > 0;
    let right = ledgers.iter().filter(|ledger| fits(ledger)).any(|ledger| {
        [false, true]
            .into_iter()
            .filter(|shoot_outs| !shoot_outs || ninety.is_none())
            .any(|shoot_outs| u32::try_from(ledger.only(|entry, side| did(entry, side, shoot_outs)).len()) == Ok(count))
    });
    let Some(ledger) = ledgers.first() else { return };
    let record = out.record();
    let what = if in_group { "group matches" } else { "matches" };
    let within = if ninety.is_some() { " in ninety minutes" } else { "" };
    let reading = format!(
        "{} {told} {count} {what}{within} of the {}",
        words::team(record, team),
        words::edition(record, edition)
    );
    let plain = meant.sure && (of.is_none() || fits(ledger));
    say(reader, passage, foci, (at, last), Kind::Tally, reading, (right, plain), ledger, out);
}

/// "their third straight 1-0", "a second successive 2-1 win": wins of the team, or defeats where it says so.
fn same_score<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let Some(TokenKind::Score(one, other)) = passage.kind(at + 1) else { return };
    let Some((start, nth)) = ordinal_before(passage, at) else { return };
    let owned = passage.is_any(start.wrapping_sub(1), &["their", "its", "a", "the"]);
    let first = if owned { start - 1 } else { start };
    if is_hypothetical(passage, first) || is_wanted(passage, first) || nth < 2 {
        return;
    }
    let noun = passage.word(at + 2);
    let lost = ["defeat", "loss"].contains(&noun);
    let drew = noun == "draw" || one == other;
    let named = lost || drew || ["win", "victory", "success"].contains(&noun);
    let last = if named { at + 3 } else { at + 2 };
    let Some(edition) = reader.tournament(out) else { return };
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    let nth = usize::try_from(nth).unwrap_or(usize::MAX);
    let ledger = Ledger::of_edition(&out.view, team, edition);
    // More than it played: a run that began before.
    let Some(skipped) = ledger.len().checked_sub(nth) else { return };
    let (high, low) = (one.max(other), one.min(other));
    let is_so = |entry: &Match, side: Side| {
        entry.score.end.is_some_and(|end| {
            let (own, their) = (end.of(side), end.of(side.other()));
            if lost { (own, their) == (low, high) } else { (own, their) == (high, low) }
        })
    };
    let run = ledger.matches.iter().skip(skipped).all(|&(entry, side)| is_so(entry, side));
    let longer = skipped
        .checked_sub(1)
        .and_then(|before| ledger.matches.get(before))
        .is_some_and(|&(entry, side)| is_so(entry, side));
    let right = run && !longer;
    let record = out.record();
    let reading = format!(
        "{}: the last {nth} matches of the {} ended {high}-{low}",
        words::team(record, team),
        words::edition(record, edition)
    );
    let of_nobody = out.own.len() == 2
        && out.own.iter().all(|&other| {
            let ledger = Ledger::of_edition(&out.view, other, edition);
            let run = ledger.matches.iter().rev().take_while(|(entry, side)| is_so(entry, *side)).count();
            run != nth
        });
    say(reader, passage, foci, (first, last), Kind::Streak, reading, (right, meant.sure || of_nobody), &ledger, out);
}

/// "Germany's second successive opening defeat": at this tournament and the one before.
fn openers<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let next = skip(passage, at + 1, &["opening", "first", "match", "game", "world", "cup"]);
    if !passage.is_any(at + 1, &["opening"]) {
        return;
    }
    let told = match passage.word(next) {
        "win" | "victory" => "won",
        "defeat" | "loss" => "lost",
        "draw" => "drew",
        _ => return,
    };
    let Some((start, nth)) = ordinal_before(passage, at) else { return };
    let owned = passage.is_any(start.wrapping_sub(1), &["their", "its", "a", "the"]);
    let first = if owned { start - 1 } else { start };
    if is_hypothetical(passage, first) || is_wanted(passage, first) || nth < 2 {
        return;
    }
    let Some(edition) = reader.tournament(out) else { return };
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    let record = out.record();
    let competition = record.edition(edition).competition;
    let ledger = Ledger::of_competitions(&out.view, team, &[competition]).openers();
    let did = |entry: &Match, side: Side| match (entry.winner_in_play(), told) {
        (None, "drew") => true,
        (Some(winner), "won") => winner == side,
        (Some(winner), "lost") => winner != side,
        _ => false,
    };
    let run = ledger.matches.iter().rev().take_while(|(entry, side)| did(entry, *side)).count();
    let of_today = ledger.matches.last().is_some_and(|(entry, _)| entry.edition == edition);
    let right = of_today && usize::try_from(nth).is_ok_and(|nth| nth == run);
    let reading = format!(
        "{} {told} the first match of {nth} editions of the {} running",
        words::team(record, team),
        words::competition(record, competition)
    );
    let plain = meant.sure && of_today && run > 0;
    let ledger = Ledger { matches: ledger.matches.iter().rev().take(4).rev().copied().collect() };
    say(reader, passage, foci, (meant.first.min(first), next + 1), Kind::Streak, reading, (right, plain), &ledger, out);
}
