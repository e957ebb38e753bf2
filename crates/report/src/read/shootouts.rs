//! Shoot-outs: that a passage speaks of one, and how it ended.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Match, Side, Table, TeamId};

use super::focus::teams;
use super::goals::ToldGoal;
use super::memory::{Memory, is_complete};
use super::{Focus, Judged, Out, Reader, kick_lists, kick_order, kicks};
use crate::claim::{Kind, Topic};
use crate::heads::{Heads, Phrases};
use crate::passage::{Name, Passage};

/// Words that name a shoot-out wherever they stand.
const NAMES: Phrases = Phrases::of(&["shoot out", "shoot outs", "shootout", "shootouts", "spot kicks", "sudden death"]);
/// Penalties as a decision.
const DECISIONS: Phrases = Phrases::of(&[
    "on penalties",
    "to penalties",
    "by penalties",
    "on pens",
    "penalties after",
    "on penalty kicks",
    "on spot kicks",
    "lottery of penalties",
    "penalties loomed",
    "penalties beckoned",
    "in penalties",
    "after penalties",
    "via penalties",
    "penalty defeat",
    "needed penalties",
    "need penalties",
    "needing penalties",
    "took penalties",
]);
/// Words of winning, the winners before them and the losers after.
const WON: &[&str] = &[
    "won",
    "win",
    "wins",
    "winning",
    "beat",
    "beating",
    "beats",
    "victory",
    "through",
    "prevailed",
    "triumphed",
    "triumph",
    "advanced",
    "progressed",
    "advance",
    "progress",
    "overcame",
    "edged",
    "eliminated",
    "eliminating",
    "defeated",
    "defeating",
    "victorious",
    "qualified",
    "success",
    "dumped",
    "saw",
    "survived",
    "eliminate",
    "dispose",
    "rid",
    "disposed",
];
/// Words of losing.
const LOST: &[&str] = &[
    "lost",
    "lose",
    "loses",
    "losing",
    "defeat",
    "defeats",
    "loss",
    "beaten",
    "out",
    "exit",
    "fell",
    "bowed",
    "crashed",
    "succumbed",
    "heartbreak",
    "heartache",
    "eliminated",
];

/// Whether a score at a token is said to be one of kicks "from the spot".
fn is_from_spot(passage: &Passage, at: usize) -> bool {
    let near = at.saturating_sub(8)..(at + 6).min(passage.len());
    passage.phrase(at, "from the spot").is_some()
        && (near.into_iter().any(|near| matches!(passage.kind(near), Some(TokenKind::Score(_, _))))
            || passage.has(0, passage.len(), &["120 minutes", "extra time", "not once"]))
}

/// Whether a passage names a shoot-out before a token.
pub(crate) fn is_named_before(passage: &Passage, end: usize) -> bool {
    passage.has(0, end, NAMES.list())
}

/// Whether a passage names a shoot-out, or tells of kicks as only one has them.
pub(crate) fn is_named(passage: &Passage) -> bool {
    /// The words that can begin it.
    const HEADS: Heads = Heads::of(&[
        "shoot",
        "spot",
        "sudden",
        "on",
        "to",
        "by",
        "in",
        "after",
        "via",
        "penalties",
        "lottery",
        "needed",
        "took",
        "pens",
        "from",
        "first",
        "kicks",
    ]);
    (0..passage.len()).filter(|&at| passage.may_begin(at, &HEADS)).any(|at| match passage.word(at) {
        "shoot" | "shootout" | "shootouts" | "spot" | "sudden" => passage.one_of(at, &NAMES).is_some(),
        "on" | "to" | "by" | "in" | "after" | "via" | "penalties" | "penalty" | "lottery" | "needed" | "need"
        | "needing" | "took" => passage.one_of(at, &DECISIONS).is_some(),
        // "It took 18 kicks to find a loser"
        "kicks" => {
            at.checked_sub(1).and_then(|before| passage.cardinal(before)).is_some_and(|(count, _)| count >= 6)
                && passage.name_at(at - 1).is_none()
        }
        "pens" => matches!(passage.kind(at.wrapping_sub(1)), Some(TokenKind::Score(_, _))),
        "from" => is_from_spot(passage, at),
        "first" => {
            kick_order::first_kicks(passage, at).is_some()
                || passage.any_phrase(at, &["first penalty taker", "first penalty takers"]).is_some()
        }
        _ => false,
    })
}

/// Whether a passage tells of a shoot-out: it or an earlier one of its paragraph names it. What people do in it are
/// kicks then, not goals, in a match that had a shoot-out.
pub(crate) fn mode(passage: &Passage, memory: &Memory<'_>) -> bool {
    memory.shoot_out || is_named(passage) || (memory.ever_shoot_out && decided(memory))
}

/// Whether the paragraph spoke of a match that had a shoot-out.
fn decided(memory: &Memory<'_>) -> bool {
    memory.recalled.iter().any(|entry| entry.score.shoot_out.is_some())
}

/// Whether a match had a shoot-out, or the paragraph spoke of one that had.
pub(crate) fn is_of(entry: &Match, memory: &Memory<'_>) -> bool {
    entry.score.shoot_out.is_some() || decided(memory)
}

/// Whether what is told as a goal can be a kick of the match's shoot-out, or of one the paragraph spoke of: by somebody
/// who took one, without words of the clock.
pub(crate) fn may_be_kick(told: &ToldGoal, entry: &Match, memory: &Memory<'_>) -> bool {
    let took = |entry: &Match| {
        let is_taker = |person: &byline_record::PersonId| entry.kicks.iter().any(|kick| kick.taker == Some(*person));
        told.scorers.iter().any(|(_, people)| people.iter().any(is_taker))
    };
    let is_of_team = told.scorers.is_empty() && entry.score.shoot_out.is_some();
    !is_of_play(told)
        && told.clocks.is_empty()
        && (is_of_team || took(entry) || memory.recalled.iter().any(|entry| took(entry)))
}

/// "A hat-trick", "his second", "the equaliser": whether no kick is told so.
pub(crate) fn is_of_play(told: &ToldGoal) -> bool {
    told.count.is_some() || told.orders.iter().any(|words| words.order != super::cues::Order::Winner)
}

/// Whether words beside a score at a token say that it is the score of a shoot-out.
pub(crate) fn is_shoot_out_score(passage: &Passage, at: usize) -> bool {
    if !matches!(passage.kind(at), Some(TokenKind::Score(_, _))) {
        return false;
    }
    let until = (at + 1..passage.len())
        .find(|&after| passage.is_stop(after) || matches!(passage.kind(after), Some(TokenKind::Score(_, _))))
        .unwrap_or(passage.len());
    let after = passage.find(
        at + 1,
        until.min(at + 10),
        &["penalties", "pens", "shoot out", "shootout", "spot kicks", "from the spot", "penalty shoot out", "on kicks"],
    );
    let is_cut = |from: usize, to: usize| {
        (from..to).any(|between| passage.is_any(between, &["after", "before", "then", "when", "and", "but", "until"]))
    };
    let is_after = after.is_some_and(|(found, _)| !is_cut(at + 1, found));
    let before = (at.saturating_sub(8)..at)
        .rev()
        .find(|&before| passage.any_phrase(before, &["shoot out", "shootout", "penalties", "spot kicks"]).is_some());
    let is_before = before.is_some_and(|found| {
        !is_cut(found, at)
            && !(found..at).any(|between| matches!(passage.kind(between), Some(TokenKind::Score(_, _))))
            && !passage.has(found, at, &["goal"])
    });
    is_after || is_before
}

/// A shoot-out as a passage tells it.
struct Told {
    first: usize,
    end: usize,
    score: Option<(u8, u8)>,
    won: Option<TeamId>,
    lost: Option<TeamId>,
    /// Whether words of it say that the score is of a shoot-out.
    plain: bool,
}

fn team_before(passage: &Passage, at: usize) -> Option<TeamId> {
    let start = passage.clause_start(at);
    // "Croatia knocked Brazil out, beating the champions 4-2": not whom something was done to.
    let gerund = passage.word(at).ends_with("ing");
    let mut names = (start..at)
        .rev()
        .filter_map(|before| passage.name_at(before))
        .filter(|name| name.team().is_some() && !(gerund && super::about::is_object(passage, name)));
    let name = names.next()?;
    // "Croatia ended Russia's dream after they won 4-3 on penalties": whoever they are. "The Italians, whose record
    // mirrors England's, came back to win": who owns something and who does it, are two.
    if passage.is_possessive(name.end)
        && (passage.has(name.end, at, &["they", "it"]) || names.any(|other| other.team() != name.team()))
    {
        return None;
    }
    let is_object = name.first > start
        && passage.is_any(name.first - 1, &["against", "with", "to", "by", "from", "over", "of", "beat", "past"]);
    (!is_object || passage.is_possessive(name.end)).then(|| name.team()).flatten()
}

fn team_after(passage: &Passage, from: usize, to: usize) -> Option<TeamId> {
    let name =
        (from..to.min(passage.len())).find_map(|at| passage.name_from(at).filter(|name| name.team().is_some()))?;
    let cut = (from..name.first).any(|at| passage.is_any(at, &["after", "and", "before", "when", "while", "in"]));
    (!cut).then(|| name.team()).flatten()
}

/// Who won and who lost, by the verb nearest before a token or right after it.
fn parties(passage: &Passage, at: usize, end: usize) -> (usize, Option<TeamId>, Option<TeamId>) {
    let start = passage.clause_start(at);
    let verb = (start.max(at.saturating_sub(12))..at)
        .rev()
        .chain(end..(end + 5).min(passage.len()))
        .filter(|&near| !(passage.is_any(near, &["out"]) && near > 0 && passage.is_any(near - 1, &["shoot"])))
        .find(|&near| passage.name_at(near).is_none() && (passage.is_any(near, WON) || passage.is_any(near, LOST)));
    let Some(verb) = verb else { return (at, None, None) };
    let passive = passage.is_any(verb, &["beaten", "eliminated", "defeated", "dumped", "edged", "overcome"])
        && verb > 0
        && passage.is_any(verb - 1, &["were", "was", "been", "being", "are", "got"]);
    // "Croatia defeat Denmark 3-2 on penalties": a verb between two teams.
    let team_at = |name: Option<&Name>| name.is_some_and(|name| name.team().is_some());
    let object = if passage.is_any(verb + 1, &["the"]) { verb + 2 } else { verb + 1 };
    let active = passage.is_any(verb, &["defeat", "defeats"])
        && (team_at(verb.checked_sub(1).and_then(|before| passage.name_at(before)))
            // "To defeat Ghana 4-2 in a shoot-out"
            || passage.is_any(verb.wrapping_sub(1), &["to"]))
        && team_at(passage.name_from(object));
    let lost = (passage.is_any(verb, LOST) && !passage.is_any(verb, &["eliminated"]) && !active) || passive;
    if passage.is_any(verb, &["out"])
        && verb > 0
        && !passage.is_any(verb - 1, &["knocked", "went", "go", "going", "put"])
    {
        return (at, None, None);
    }
    let knocked = passage.is_any(verb, &["out"]) && verb > 0 && passage.is_any(verb - 1, &["knocked", "put"]);
    let knocked_passive = knocked && verb > 1 && passage.is_any(verb - 2, &["were", "was", "been", "being", "are"]);
    // "Croatia has beaten Russia 4-3 in a shoot-out"
    let perfect = passage.is_any(verb, &["beaten", "eliminated"])
        && (verb.saturating_sub(3)..verb).any(|before| passage.is_any(before, &["have", "has", "had", "having"]))
        && !(verb.saturating_sub(2)..verb).any(|before| passage.is_any(before, &["been", "were", "was"]));
    let lost = if knocked { knocked_passive } else { lost && !perfect };
    let subject = team_before(passage, verb);
    let by = passage.find(verb, (verb + 10).min(passage.len()), &["by", "against", "to", "over"]);
    let object = team_after(passage, verb + 1, verb + 5)
        .or_else(|| by.and_then(|(_, end)| team_after(passage, end, end + 4)))
        .filter(|&object| Some(object) != subject);
    let first = verb.min(at);
    if lost { (first, object, subject) } else { (first, subject, object) }
}

/// Shoot-outs a passage tells of with a score or a winner.
fn told(passage: &Passage, theme: bool) -> Vec<Told> {
    let mut found: Vec<Told> = Vec::new();
    let mut done = 0;
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() || at < done {
            continue;
        }
        if let Some(TokenKind::Score(one, other)) = passage.kind(at) {
            let plain = is_shoot_out_score(passage, at);
            // "Coming back from 3-2 down in the shoot-out": it stood so on the way.
            let stood = passage.is_any(at + 1, &["down", "up", "behind", "ahead"])
                || passage.is_any(at.wrapping_sub(1), &["from"])
                // "The shoot-out was 3-2 to Paraguay when he stepped up"
                || passage.is_any(at.wrapping_sub(1), &["was", "stood", "with"])
                    && passage.has(at + 1, at + 5, &["when", "as"]);
            if stood || one == other || !(plain || theme && !kick_lists::is_on_the_way(passage, at)) {
                continue;
            }
            let (first, won, lost) = parties(passage, at, at + 1);
            let tail = passage.find(
                at + 1,
                (at + 6).min(passage.len()),
                &["penalties", "shoot out", "shootout", "spot kicks", "from the spot", "pens"],
            );
            let end = tail.filter(|_| plain).map_or(at + 1, |(_, end)| end);
            found.push(Told { first, end, score: Some((one, other)), won, lost, plain });
        } else if let Some(end) = passage.any_phrase(
            at,
            &[
                "on penalties",
                "on spot kicks",
                "in a penalty shoot out",
                "in a shoot out",
                "in the shoot out",
                "on penalty kicks",
                "shoot out win",
                "shoot out victory",
                "shoot out defeat",
                "shoot out loss",
                "after a shoot out",
                "after a penalty shoot out",
                "in a penalty shootout",
                "in a shootout",
                "won the shoot out",
                "lost the shoot out",
                "a shoot out",
                "shoot out",
            ],
        ) {
            let is_scored =
                found.iter().any(|told| told.score.is_some() && told.plain && told.first <= at && at <= told.end + 4)
                    || (at..(end + 3).min(passage.len()))
                        .any(|near| matches!(passage.kind(near), Some(TokenKind::Score(_, _))));
            let is_noun = passage.word(at) == "shoot" || passage.word(at) == "a";
            let (first, won, lost) = parties(passage, at, if is_noun { at } else { end });
            let negated =
                passage.has(at.saturating_sub(8), at, &["would", "could", "not", "never", "first", "only", "last"]);
            done = end;
            if !is_scored && !negated && (won.is_some() || lost.is_some()) && first < at + 2 {
                found.push(Told { first, end, score: None, won, lost, plain: true });
            }
        }
    }
    found
}

pub(crate) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    let mut mode = mode(passage, memory);
    let theme = mode || memory.ever_shoot_out;
    if !theme {
        return;
    }
    let cases = cases(reader, passage, foci, memory, out);
    for told in told(passage, theme) {
        if let Some(entry) = judge(reader, passage, &told, &cases, out) {
            memory.note(entry);
            memory.shoot_out |= cases.iter().any(|focus| !focus.is_anchor && focus.entry.id == entry.id);
            mode = true;
        }
    }
    // Once a report of a match with a shoot-out has named it, kicks may be told of anywhere.
    let own = memory.ever_shoot_out && reader.anchor.is_some_and(|entry| entry.score.shoot_out.is_some());
    if mode || own {
        let sure = is_named(passage) || own && kicks::names_kick(passage);
        kicks::read(reader, passage, &cases, sure, memory, out);
        kick_order::read(reader, passage, &cases, sure || memory.shoot_out, memory, out);
    }
    past_years(passage, out);
}

/// The matches with a shoot-out that a passage may speak of, likeliest first.
fn cases<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    memory: &Memory<'r>,
    out: &Out<'r>,
) -> Vec<Focus<'r>> {
    // The report's own match goes first, unless another year is named.
    let own = reader.anchor.filter(|_| super::focus::years(passage, out, None).is_empty());
    // Where nobody else is named, it is the match that is meant, whatever its people did elsewhere.
    let alone = |entry: &Match| {
        let mut named = passage.names.iter().filter_map(Name::team);
        passage.quote.is_none()
            && !reader.local.contains_key(&passage.paragraph)
            && named.all(|team| out.side(entry, team).is_some())
            && !passage.has(
                0,
                passage.len(),
                &["ago", "earlier", "previous", "last", "had", "quarter final", "in the final"],
            )
    };
    let own = own.map(|entry| Focus::anchor(entry).sure(alone(entry)));
    let mut cases: Vec<Focus<'r>> =
        own.iter().chain(foci).copied().filter(|focus| focus.entry.score.shoot_out.is_some()).collect();
    let people: Vec<_> = passage.names.iter().filter_map(Name::person).take(3).collect();
    let pronoun = if passage.has(0, passage.len(), &["he", "she"]) { memory.pronoun() } else { Vec::new() };
    let mut groups = vec![people.as_slice(), pronoun.as_slice(), &[]];
    groups.dedup();
    for people in groups {
        let recalled = reader.recalled(passage, (0, passage.len()), people, memory, out);
        cases.extend(recalled.into_iter().filter(|focus| focus.entry.score.shoot_out.is_some()));
    }
    cases.extend(memory.foci().into_iter().filter(|focus| focus.entry.score.shoot_out.is_some()));
    let mut each: Vec<Focus<'r>> = Vec::new();
    for focus in cases {
        match each.iter_mut().find(|other| other.entry.id == focus.entry.id) {
            Some(other) => other.may_contradict |= focus.may_contradict,
            None => each.push(focus),
        }
    }
    each.truncate(6);
    each
}

/// Whether a passage looks back on no other tournament.
fn is_of_now(passage: &Passage, out: &Out<'_>) -> bool {
    const BEFORE: &[&str] = &["ago", "earlier", "previous", "previously", "last", "years", "since", "never", "ever"];
    passage.quote.is_none()
        && super::focus::years(passage, out, None).is_empty()
        && !passage.has(0, passage.len(), BEFORE)
}

/// Judges a shoot-out told of; the match that has it so.
fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    told: &Told,
    cases: &[Focus<'r>],
    out: &mut Out<'r>,
) -> Option<&'r Match> {
    let mut wrong: Option<&Focus<'r>> = None;
    for focus in cases {
        let entry = focus.entry;
        let Some(decided) = entry.score.shoot_out else { continue };
        let side = |team: Option<TeamId>| team.map(|team| out.side(entry, team));
        let (won, lost) = (side(told.won), side(told.lost));
        // A team named as winner or loser that was not in this match: it is of another.
        if won == Some(None) || lost == Some(None) {
            continue;
        }
        let winner: Option<Side> = won.flatten().or(lost.flatten().map(Side::other));
        let is_winner = winner.is_none_or(|winner| winner == decided.winner);
        let is_score = match (told.score, decided.score) {
            (None, _) => true,
            (Some((one, other)), Some(score)) => super::fit::is_score(score, one, other),
            (Some(_), None) => continue,
        };
        let is_play = told
            .score
            .is_some_and(|(one, other)| entry.score.end.is_some_and(|end| super::fit::is_score(end, one, other)));
        // "won a shoot-out": of several, which is not said.
        let open = told.score.is_none() && (won.is_none() || lost.is_none());
        if open && cases.len() > 1 && !focus.may_contradict {
            continue;
        }
        // "7-8 on penalties" of a 3-3 and a 4-5: goals and kicks told as one.
        let is_sum = told.score.zip(entry.score.end.zip(decided.score)).is_some_and(|((one, other), (end, kicks))| {
            let summed = [end.home.saturating_add(kicks.home), end.away.saturating_add(kicks.away)];
            // Of fewer goals it is the kicks, told wrongly by one.
            end.home.min(end.away) > 1 && (summed == [one, other] || summed == [other, one])
        });
        if is_play || is_sum && !is_score || (!told.plain && winner.is_none() && !focus.may_contradict) {
            continue;
        }
        if is_winner && is_score {
            push(passage, told, entry, Judged::new(Verdict::Confirmed), out);
            return Some(entry);
        }
        let names_it = focus.is_anchor || teams(passage).iter().any(|&team| out.side(entry, team).is_some());
        // Both sides named, the winner right, of the report's own tournament: only the kicks are told wrongly.
        let recalled = is_winner && reader.edition == Some(entry.edition) && is_of_now(passage, out);
        let named = won.is_some() && lost.is_some() && (focus.is_anchor || recalled);
        if told.plain && (focus.may_contradict || named) && names_it && is_complete(out, entry, Table::ShootOuts) {
            wrong = wrong.or(Some(focus));
        }
    }
    // Only where one match alone can be meant.
    let turned = |entry: &Match| {
        // Right the other way round: it may be the subject that was misread, unless winners and losers are both named.
        if told.won.is_some() && told.lost.is_some() && told.score.is_some() {
            return false;
        }
        let kicks = entry.score.shoot_out.and_then(|decided| decided.score);
        told.score.is_none_or(|(one, other)| kicks.is_some_and(|kicks| super::fit::is_score(kicks, one, other)))
    };
    let both = |entry: &Match| {
        let is_of = |team: Option<TeamId>| team.is_some_and(|team| out.side(entry, team).is_some());
        is_of(told.won) && is_of(told.lost)
    };
    let alone = cases.len() == 1 || cases.iter().filter(|focus| both(focus.entry)).count() == 1;
    if let Some(focus) = wrong.filter(|focus| alone && (cases.len() == 1 || both(focus.entry)))
        && !turned(focus.entry)
    {
        let judged = Judged::new(Verdict::Contradicted).because(out.line(focus.entry));
        push(passage, told, focus.entry, judged, out);
    }
    None
}

fn push(passage: &Passage, told: &Told, entry: &Match, judged: Judged, out: &mut Out<'_>) {
    let record = out.record();
    let name = |team: Option<TeamId>| team.map(|team| words::team(record, team));
    let score = told.score.map_or_else(String::new, |(one, other)| format!(" {one}-{other}"));
    let reading = match (name(told.won), name(told.lost)) {
        (Some(won), _) => format!("{won} won the shoot-out{score}"),
        (None, Some(lost)) => format!("{lost} lost the shoot-out{score}"),
        (None, None) => format!("the shoot-out ended{score}"),
    };
    let shown = out.match_row(entry);
    out.push(
        passage,
        (told.first, told.end),
        Kind::ShootOut,
        reading,
        judged.showing(shown).about(Topic::ShootOut(entry.id)),
    );
}

/// "England's first shoot-out win, after defeats in 1990, 1998 and 2006": shoot-outs told by their years.
fn past_years(passage: &Passage, out: &mut Out<'_>) {
    let record = out.record();
    let Some((at, lost)) = (0..passage.len()).find_map(|at| match passage.word(at) {
        "defeats" | "losses" | "defeat" => Some((at, true)),
        "wins" | "victories" => Some((at, false)),
        _ => None,
    }) else {
        return;
    };
    if !passage.has(0, at + 8, &["shoot out", "shootout", "on penalties"]) {
        return;
    }
    let years: Vec<(usize, i16)> = (at..passage.len())
        .take_while(|&next| !passage.is_stop(next))
        .filter_map(|next| match passage.kind(next) {
            Some(TokenKind::Number(year @ 1970..=2100)) => Some((next, i16::try_from(year).ok()?)),
            _ => None,
        })
        .collect();
    let (Some(&(first, _)), Some(&(last, _))) = (years.first(), years.last()) else { return };
    let named = teams(passage);
    let [team] = *named.as_slice() else { return };
    let competition = passage.names.iter().find_map(Name::competition);
    let shoot_outs: Vec<&Match> = record
        .lineage(team)
        .into_iter()
        .flat_map(|team| out.view.matches_of(team))
        .filter(|entry| entry.score.shoot_out.is_some())
        .filter(|entry| competition.is_none_or(|named| record.edition(entry.edition).competition == named))
        .collect();
    let is_so = |entry: &&&Match, year: i16| {
        record.is_of_year(entry, year)
            && entry
                .score
                .shoot_out
                .is_some_and(|decided| out.side(entry, team).is_some_and(|side| (decided.winner == side) != lost))
    };
    let rows: Vec<&Match> =
        years.iter().filter_map(|&(_, year)| shoot_outs.iter().find(|entry| is_so(entry, year)).copied()).collect();
    let right = rows.len() == years.len();
    let complete = shoot_outs.iter().all(|entry| is_complete(out, entry, Table::ShootOuts));
    if !right && (!complete || shoot_outs.is_empty()) {
        return;
    }
    let shown = if right { rows } else { shoot_outs };
    let evidence = shown.into_iter().flat_map(|entry| out.match_row(entry)).collect();
    let list: Vec<String> = years.iter().map(|(_, year)| year.to_string()).collect();
    let what = if lost { "lost" } else { "won" };
    out.push(
        passage,
        (first, last + 1),
        Kind::ShootOut,
        format!("{} {what} shoot-outs in {}", words::team(record, team), words::list(&list)),
        Judged::new(if right { Verdict::Confirmed } else { Verdict::Contradicted }).showing(evidence),
    );
}
