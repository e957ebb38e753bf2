//! Wins, draws and defeats told without their score.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Match, TeamId};

use super::Said;
use super::clause::{is_hypothetical, subject, team_after};
use super::judge::{Pair, matches, names_other_football};
use super::words::{BEAT, DREW_WITH, LOST_TO, NOUNS, Went};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};
use crate::read::{Focus, Judged, Out, Reader, stage_words};

/// Verbs whose object is a match: "lost their opener to England".
const PLAYED: &[(&str, Went)] = &[
    ("lost", Went::Lost),
    ("losing", Went::Lost),
    ("lose", Went::Lost),
    ("drew", Went::Drew),
    ("drawing", Went::Drew),
    ("won", Went::Won),
    ("winning", Went::Won),
];

/// What one of begins all that tells a result.
const HEADS: Heads = Heads::of(LOST_TO.list())
    .and(Heads::of(DREW_WITH.list()))
    .and(Heads::of(BEAT.list()))
    .and(Heads::of_pairs(NOUNS))
    .and(Heads::of(SENT))
    .and(Heads::of(&["beaten", "overcome"]))
    .and(Heads::of_pairs(PLAYED));

/// Nouns of the stage with which somebody is knocked out.
const KNOCK_OUT: &[&str] =
    &["woe", "stage", "stages", "round", "rounds", "phase", "tie", "ties", "match", "game", "football"];

/// "Lost their opening match to", "won the second game against": how a match of a tournament went, and the token after the
/// words.
fn match_played(passage: &Passage, at: usize) -> Option<(Went, usize)> {
    const OF_WHOM: &[&str] = &["their", "its", "the", "his"];
    const WHICH: &[&str] = &["opening", "first", "second", "third", "final", "group"];
    const MATCH: &[&str] = &["opener", "match", "game", "fixture"];
    let (_, went) = *PLAYED.iter().find(|(verb, _)| passage.word(at) == *verb)?;
    let which = at + 1 + usize::from(passage.is_any(at + 1, OF_WHOM));
    let noun = super::super::ledger::skip(passage, which, WHICH);
    let link = noun + 1;
    let of_tournament = passage.is_any(noun, &["opener"]) || noun > which;
    (of_tournament && which > at + 1 && passage.is_any(noun, MATCH)).then_some(())?;
    passage.any_phrase(link, &["to", "against", "with"]).map(|end| (went, end))
}

/// "Portugal had beaten Angola and Iran": the token after the verb.
fn has_beaten(passage: &Passage, at: usize) -> Option<usize> {
    let has = |at: usize| passage.is_any(at, &["had", "have", "has", "having"]);
    let helped = (1..=2).any(|back| {
        has(at.wrapping_sub(back)) && (back == 1 || passage.is_any(at - 1, &["also", "already", "then", "just", "now"]))
    });
    let beaten = passage.is_any(at, &["beaten", "defeated", "overcome"]) && !passage.is_any(at + 1, &["by"]);
    (beaten && helped).then_some(at + 1)
}

/// Wins, draws and defeats told without their score, lists of opponents included.
pub(super) fn results<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    scores: &[Said],
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) {
    let mut at = 0;
    while at < passage.len() {
        if passage.name_at(at).is_some() || !passage.may_begin(at, &HEADS) {
            at += 1;
            continue;
        }
        let found = passage
            .one_of(at, &LOST_TO)
            .map(|end| (Went::Lost, end))
            .or_else(|| passage.one_of(at, &DREW_WITH).map(|end| (Went::Drew, end)))
            // "The match was held between Qatar and Ecuador"
            .filter(|&(_, end)| !passage.is_any(end, &["between", "in", "at", "on", "off", "their", "his"]))
            // "Held a two-point lead over Portugal"
            .filter(|&(_, end)| !passage.has(end, end + 6, &["lead", "advantage", "edge", "record"]))
            .or_else(|| passage.one_of(at, &BEAT).map(|end| (Went::Won, end)))
            // "A tale of knock-out woe for Mexico"
            .filter(|&(_, end)| !(passage.is_any(at, &["knock"]) && passage.is_any(end, KNOCK_OUT)))
            .or_else(|| has_beaten(passage, at).map(|end| (Went::Won, end)))
            .or_else(|| sent_out(passage, at).map(|end| (Went::Won, end)))
            .or_else(|| match_played(passage, at))
            .or_else(|| {
                let went = NOUNS.iter().find(|(noun, _)| passage.word(at) == *noun).map(|&(_, went)| went)?;
                let next = passage.any_phrase(at + 1, &["over", "against", "to", "by", "with", "of"])?;
                // "A defeat over Portugal" is one of theirs, too.
                let of = passage.is_any(at + 1, &["of"])
                    || passage.is_any(at, &["defeat"]) && passage.is_any(at + 1, &["over"]);
                let went = if of { Went::Won } else { went };
                (!of || passage.is_any(at, &["defeat", "upset", "conquerors"])).then_some((went, next))
            });
        let Some((went, end)) = found else {
            at += 1;
            continue;
        };
        // "Messi's team humbled by the Saudis"
        let by = went == Went::Won && passage.is_any(end, &["by"]);
        // "Where a still shell-shocked Croatia missed": how it was, not who did it.
        const HOW: &[&str] = &["a", "an", "the", "still", "shell", "by", "already"];
        const WAS: &[&str] =
            &["shocked", "stunned", "beaten", "defeated", "humbled", "outplayed", "battered", "eliminated"];
        let adjective = passage.is_any(at, WAS)
            && end == at + 1
            && (passage.is_mark(at.wrapping_sub(1), '-') || passage.is_any(at.wrapping_sub(1), HOW));
        if adjective && !by {
            at = end;
            continue;
        }
        // "Italy had outplayed Nigeria throughout": how they played, not how it ended.
        if passage.is_any(at, &["outplayed"]) {
            at = end;
            continue;
        }
        let (went, end) = if by { (Went::Lost, end + 1) } else { (went, end) };
        let passive =
            went == Went::Won && at > 0 && passage.is_any(at - 1, &["were", "was", "been", "be", "being", "is", "are"]);
        let list = teams_listed(passage, end);
        // "Hammered away at the Latvian defence", "overcame a slow start against Poland": nobody is beaten.
        const TURNED: &[&str] = &["away", "at", "against"];
        let turned = list.first().is_some_and(|&(_, first, _)| (end..first).any(|at| passage.is_any(at, TURNED)));
        if went == Went::Won && turned {
            at = end;
            continue;
        }
        let whose = relative(passage, at).filter(|_| !passive);
        // "Haraguchi stunned Belgium in the 48th minute": a goal did, which settles nothing.
        let by_person = at.checked_sub(1).and_then(|last| passage.name_at(last)).is_some_and(Name::is_person)
            && passage.is_any(at, &["stunned", "shocked", "rocked", "silenced", "floored", "stuns", "shocks"]);
        let unsure = passive
            || by_person
            || is_hypothetical(passage, at)
            || is_open(passage, (at, end), went, &list)
            || (at.saturating_sub(4)..at).any(|before| {
                // "On day two, Mexico beat Cameroon"
                let of_clause = whose.is_some() && passage.is_any(before, &["who"]);
                !(of_clause || (before + 1..at).any(|between| passage.is_mark(between, ',')))
                    && passage.is_any(
                        before,
                        &[
                            "not", "never", "to", "without", "no", "first", "last", "since", "failed", "must", "can",
                            "only", "second", "third", "fourth", "who", "whoever", "when", "two", "three", "four",
                        ],
                    )
            });
        if is_no_result(passage, at, &list) {
            at = end;
            continue;
        }
        // "Edging Spain out of the competition", "beat Italy to second place": in a table, not on the pitch.
        if is_in_a_table(passage, at, end) {
            at = end;
            continue;
        }
        // "To defeat Germany" is done only where a score is told.
        if passage.is_any(at, &["to", "and"]) {
            at = end;
            continue;
        }
        if is_of_a_moment(passage, at, list.last().map_or(end, |&(_, _, end)| end)) {
            at = end;
            continue;
        }
        // "Stunning results left Germany out" beat nobody.
        const SHOWY: &[&str] = &["stunning", "thumping", "crushing", "thrashing", "upset"];
        const BEFORE_TEAM: &[&str] = &[
            "the",
            "a",
            "an",
            "hosts",
            "host",
            "holders",
            "champions",
            "champion",
            "defending",
            "reigning",
            "world",
            "european",
            "then",
            "old",
            "favourites",
            "fellow",
            "neighbours",
            "rivals",
            "former",
            "their",
        ];
        // "On the edge of the Russian box"
        // "A lack of cutting edge in the final third cost the United States"
        let rim = passage.is_any(at, &["edge"])
            && (passage.is_any(end, &["of"])
                || passage.is_any(at.wrapping_sub(1), &["cutting", "leading", "the", "an"]));
        let other_noun =
            rim || passage.is_any(at, SHOWY) && passage.name_from(end).is_none() && !passage.is_any(end, BEFORE_TEAM);
        if other_noun {
            at = end;
            continue;
        }
        // "Drove a shot past Italy goalkeeper Albertosi" beat him, and nobody's team.
        const PLAYERS: &[&str] = &[
            "goalkeeper",
            "keeper",
            "defender",
            "captain",
            "skipper",
            "midfielder",
            "striker",
            "defence",
            "defense",
            "defenders",
            "players",
            "wall",
            "backline",
            "rearguard",
            "back",
            "midfield",
            "man",
            "men",
            "stopper",
        ];
        let player = |&(_, _, end): &(TeamId, usize, usize)| {
            let owned = passage.is_possessive(end) && passage.name_from(end + 1).is_some_and(Name::is_person);
            owned || passage.is_any(end, PLAYERS)
        };
        if passage.is_any(at, &["past"]) && list.first().is_some_and(player) {
            at = end;
            continue;
        }
        let scored = |team_end: usize| {
            scores.iter().any(|said| {
                (said.first >= at.saturating_sub(5) && said.end <= at + 1)
                    || (said.first >= team_end && said.first <= team_end + 2)
                    || (said.first >= at && said.end <= team_end)
            })
        };
        if !unsure {
            let named = whose.or_else(|| subject(passage, at));
            let team = named.or_else(|| of_all(reader, &list, went, out));
            let plain = is_beside(passage, named, at) && list.len() == 1 && went != Went::Drew;
            for &(opponent, first, team_end) in &list {
                // "slamming it past Iceland goalkeeper Halldorsson"
                const OF_THE_TEAM: &[&str] = &[
                    "goalkeeper",
                    "keeper",
                    "captain",
                    "defender",
                    "midfielder",
                    "defenders",
                    "goalie",
                    "goal",
                    "number",
                    "custodian",
                    "skipper",
                    "shot",
                    "players",
                    "defence",
                    "defense",
                    "rearguard",
                    "backline",
                ];
                // "Spun past Greece's keeper": somebody of theirs.
                if passage.is_possessive(team_end)
                    || passage.is_any(team_end, OF_THE_TEAM)
                    || passage.name_from(team_end).is_some_and(Name::is_person)
                {
                    continue;
                }
                // Of several beaten none is the winner.
                let others: Vec<TeamId> =
                    list.iter().map(|&(other, ..)| other).filter(|&other| other != opponent).collect();
                if team == Some(opponent) || (list.len() == 1 && scored(team_end)) {
                    continue;
                }
                let plain = plain || all_but_one(reader, named, (&others, went), out);
                result(
                    reader,
                    passage,
                    (at.min(first), team_end),
                    Pair { team, opponent: Some(opponent) },
                    (went, plain),
                    (foci, &others),
                    out,
                );
            }
        }
        at = list.last().map_or(end, |&(_, _, end)| end).max(at + 1);
    }
}

/// "Croatia, who ousted Brazil", "the Dutch, who had put Brazil out": the team a clause of "who" is about, its verb being
/// at a token.
fn relative(passage: &Passage, verb: usize) -> Option<TeamId> {
    let had = usize::from(passage.is_any(verb.checked_sub(1)?, &["had", "have"]));
    let who = verb.checked_sub(1 + had).filter(|&who| passage.is_any(who, &["who"]))?;
    let last = who.checked_sub(1)?;
    let last = if passage.is_mark(last, ',') { last.checked_sub(1)? } else { last };
    passage.name_at(last).and_then(Name::team)
}

/// "Wins against Canada and France": whether all the others of a list went so for a team at the report's tournament, each
/// in its one match.
fn all_but_one(
    reader: &Reader<'_, '_>,
    team: Option<TeamId>,
    (others, went): (&[TeamId], Went),
    out: &Out<'_>,
) -> bool {
    let (Some(team), Some(edition)) = (team, reader.tournament(out)) else { return false };
    let so = |other: TeamId| {
        let mut met = out.view.meetings(team, other).into_iter().filter(|entry| entry.edition == edition);
        let entry = met.next().filter(|entry| entry.is_played() && met.next().is_none());
        entry
            .zip(entry.and_then(|entry| out.side(entry, team)))
            .is_some_and(|(entry, side)| went_for(entry, side) == went)
    };
    !others.is_empty() && others.iter().all(|&other| so(other))
}

/// "Stunned the Czechs by taking the lead", "an early strike shocked Italy": what befell a team in the match, and not how
/// it ended.
fn is_of_a_moment(passage: &Passage, at: usize, end: usize) -> bool {
    const BEFELL: &[&str] = &["stunned", "shocked", "stunning"];
    const GOALS: &[&str] =
        &["goal", "strike", "header", "opener", "equaliser", "equalizer", "penalty", "volley", "goals"];
    const BY: &[&str] =
        &["by taking", "by scoring", "by going", "by grabbing", "by opening", "by equalising", "by levelling"];
    if !passage.is_any(at, BEFELL) {
        return false;
    }
    let with_goal = passage.is_any(end, &["with"])
        && (end + 1..passage.clause_end(end).min(end + 6)).any(|after| passage.is_any(after, GOALS));
    passage.is_any(at.wrapping_sub(1), GOALS) || passage.any_phrase(end, BY).is_some() || with_goal
}

/// "A win over Honduras will see them through", "will be tied with Paraguay on four points": what is not yet, or of
/// points.
fn is_open(passage: &Passage, (at, end): (usize, usize), went: Went, list: &[(TeamId, usize, usize)]) -> bool {
    const COMING: &[&str] = &["will", "would", "could", "should", "might", "may", "can"];
    let last = list.last().map_or(end, |&(_, _, end)| end);
    let noun = NOUNS.iter().any(|(noun, _)| passage.word(at) == *noun);
    let brings = || {
        (last..passage.len().min(last + 7))
            .take_while(|&next| !passage.is_break(next) && !passage.is_stop(next))
            .any(|next| passage.name_at(next).is_none() && passage.is_any(next, COMING))
    };
    // "Needed a victory against Portugal"
    const WANTED: &[&str] =
        &["need", "needs", "needed", "needing", "require", "required", "requiring", "want", "wanted"];
    let to_come = (at.saturating_sub(2)..at).any(|before| passage.is_any(before, COMING))
        || noun && (at.saturating_sub(3)..at).any(|before| passage.is_any(before, WANTED));
    let level = || {
        passage.is_any(last, &["on", "at"])
            && passage.cardinal(last + 1).is_some_and(|(_, noun)| passage.is_any(noun, &["points", "point"]))
            || passage.any_phrase(last, &["at the bottom", "at the top", "at the foot", "at the head"]).is_some()
    };
    noun && brings() || to_come || went == Went::Drew && level()
}

const SENT: &[&str] = &["knocked", "knock", "knocking", "dumped", "dumping", "sent", "sending", "put", "putting"];

/// "Knocked Spain out", "sent the holders Italy packing": the token after the verb.
fn sent_out(passage: &Passage, at: usize) -> Option<usize> {
    const AWAY: &[&str] = &["out", "home", "packing", "crashing", "tumbling", "spinning"];
    let (_, end) = passage.is_any(at, SENT).then(|| team_after(passage, at + 1))??;
    passage.is_any(end, AWAY).then_some(at + 1)
}

/// Whether a team is named right before a verb, with nothing but helping words between.
pub(super) fn is_beside(passage: &Passage, team: Option<TeamId>, at: usize) -> bool {
    const HELPING: &[&str] = &["have", "had", "has", "then", "also", "who", "narrowly", "were", "was", "later"];
    let last = (at.saturating_sub(4)..at)
        .rev()
        .find(|&before| !passage.is_any(before, HELPING) && !passage.is_mark(before, ','));
    let name = last.and_then(|last| passage.name_at(last)).and_then(Name::team);
    name.is_some() && name == team && !names_other_football(passage)
}

/// "Thrashed by England and Wales holding the United States": whether a participle says what the team before it did.
fn is_acting(passage: &Passage, at: usize) -> bool {
    const NO_DEED: &[&str] = &["during", "following", "including", "according", "opening"];
    passage.word(at).ends_with("ing") && !passage.is_any(at, NO_DEED) && passage.name_at(at).is_none()
}

/// Teams listed from a token on: "Wales and Iran", "Turkey, Paraguay and Belgium".
fn teams_listed(passage: &Passage, from: usize) -> Vec<(TeamId, usize, usize)> {
    let mut list = Vec::new();
    let mut at = from;
    let Some((team, end)) = team_after(passage, at) else { return list };
    let first = passage.name_at(end - 1).map_or(at, |name| name.first);
    list.push((team, first, end));
    at = end;
    let mut closed = false;
    // "West Germany in 1990, Argentina in 1998 and Portugal in 2006"
    let dated = |at: usize| {
        let year = passage.is_any(at, &["in"]) && matches!(passage.kind(at + 1), Some(TokenKind::Number(1900..=2100)));
        if year { at + 2 } else { at }
    };
    loop {
        at = dated(at);
        let mut next = at;
        if passage.is_mark(next, ',') {
            next += 1;
        }
        if passage.is_any(next, &["and"]) {
            next += 1;
        }
        if passage.is_any(next, &["the"]) {
            next += 1;
        }
        let Some(name) = passage.name_from(next).filter(|_| next > at) else { break };
        let Some(team) = name.team() else { break };
        // "beating Wales and England drew", "beat Slovakia and the Swiss beat Italy": what has a verb after it is no object.
        if passage.is_any(name.end, &["are", "were", "is", "was", "have", "had", "drew", "won", "lost"])
            || passage.one_of(name.end, &BEAT).is_some()
            || is_acting(passage, name.end)
        {
            break;
        }
        list.push((team, name.first, name.end));
        closed |= (at..next).any(|between| passage.is_any(between, &["and"]));
        at = name.end;
    }
    // "Beat Paraguay, Italy went on penalties": only an "and" makes a list.
    if !closed {
        list.truncate(1);
    }
    list
}

/// How a match went for a side in play.
fn went_for(entry: &Match, side: byline_record::Side) -> Went {
    match entry.winner_in_play() {
        None => Went::Drew,
        Some(winner) if winner == side => Went::Won,
        Some(_) => Went::Lost,
    }
}

/// "Held by Paraguay and New Zealand": of whom all that is listed is so, where nobody is named.
fn of_all(reader: &Reader<'_, '_>, list: &[(TeamId, usize, usize)], went: Went, out: &Out<'_>) -> Option<TeamId> {
    let [(first, ..), rest @ ..] = list else { return None };
    let against = |opponent: TeamId| {
        reader.with_own_teams(Some(opponent), out).into_iter().filter_map(move |(entry, side)| {
            let side = side.filter(|&side| entry.is_played() && went_for(entry, side) == went)?;
            Some(entry.team(side))
        })
    };
    if rest.is_empty() {
        return None;
    }
    against(*first).find(|&team| rest.iter().all(|&(other, ..)| against(other).any(|found| found == team)))
}

/// Whether a team named is who the verb right before it says was beaten.
fn is_beaten(passage: &Passage, name: &Name) -> bool {
    const BESIDE: &[&str] = &["the", "holders", "hosts", "champions", "defending", "favourites"];
    let first = (0..name.first).rev().take(4).find(|&at| !passage.is_any(at, BESIDE)).map_or(0, |at| at + 1);
    (first.saturating_sub(3)..first).any(|verb| passage.one_of(verb, &BEAT) == Some(first))
}

fn result<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    pair: Pair,
    (went, plain): (Went, bool),
    (foci, others): (&[Focus<'r>], &[TeamId]),
    out: &mut Out<'r>,
) {
    let mut found = matches(reader, passage, pair, foci, out);
    if pair.team.is_none() {
        // "That eliminated the Norwegians": what had been told before did.
        if span.0 == 1 && passage.is_any(0, &["that", "this", "it"]) {
            return;
        }
        found.extend(reader.with_own_teams(pair.opponent, out));
        // "After losing to Finland and Belgium": to both of them, and neither to the other.
        found.retain(|(entry, _)| !others.iter().any(|&other| out.side(entry, other).is_some()));
        found.sort_by_key(|(entry, _)| entry.id);
        found.dedup_by_key(|(entry, _)| entry.id);
        let before = || passage.names.iter().filter(|name| name.end <= span.0);
        // "A surrender by Peru, thus eliminating Brazil": whoever else is named before may have done it.
        found.retain(|(entry, _)| {
            before().filter_map(Name::team).all(|team| {
                out.side(entry, team).is_some() || reader.anchor.is_some_and(|anchor| out.side(anchor, team).is_some())
            })
        });
        // "They eliminated the Netherlands and accounted for Germany": who was beaten before did not win this.
        found.retain(|(entry, _)| {
            !before().any(|name| {
                name.team().is_some_and(|team| Some(team) != pair.opponent && out.side(entry, team).is_some())
                    && is_beaten(passage, name)
                    && reader.anchor.is_none_or(|anchor| anchor.id != entry.id)
            })
        });
        // "Paraguay topped the group after their stalemate with New Zealand": of whoever is named before.
        let is_other = |team: &TeamId| Some(*team) != pair.opponent && !others.contains(team);
        // "A tie with Ireland and a victory over England": whose it is stands before both.
        let is_own_object = |name: &&Name| {
            let noun =
                |at: usize| passage.is_any(at, &["tie", "draw", "stalemate", "win", "victory", "defeat", "loss"]);
            passage.is_any(name.end, &["and"])
                && name.first > 1
                && passage.is_any(name.first - 1, &["with", "over", "against", "to"])
                && noun(name.first - 2)
        };
        let named: Vec<TeamId> =
            before().filter(|name| !is_own_object(name)).filter_map(Name::team).filter(is_other).collect();
        let is_own = |entry: &Match| reader.anchor.is_some_and(|anchor| anchor.id == entry.id);
        if !named.is_empty() {
            found.retain(|(entry, _)| is_own(entry) || named.iter().any(|&other| out.side(entry, other).is_some()));
        }
        // "Back in 2007 they beat England": of no other year.
        let years = crate::read::focus::years(passage, out, reader.this_year(out));
        found.retain(|(entry, _)| {
            years.is_empty()
                || years.contains(&entry.date.year())
                || out.record().edition(entry.edition).year().is_some_and(|year| years.contains(&year))
        });
        // "Defeating Germany in the final": of no match of another stage.
        let stage = passage.any_phrase(span.1, &["in the", "in their"]).and_then(|next| stage_words(passage, next));
        if let Some((stage, _)) = stage.filter(|(stage, _)| stage.is_knock_out()) {
            found.retain(|(entry, _)| crate::read::stages::is_of(entry, stage));
        }
        // Of nobody named, the report's own match goes before others.
        if found.iter().any(|(entry, side)| is_own(entry) && side.is_some()) {
            found.retain(|(entry, _)| is_own(entry));
        }
    }
    // "Argentina in 1998" of several: each in its own year.
    if !others.is_empty()
        && passage.is_any(span.1, &["in"])
        && let Some(year) = reader.year_at(passage, span.1 + 1)
    {
        found.retain(|(entry, _)| out.record().is_of_year(entry, year));
    }
    let outcome = |entry: &Match, side: byline_record::Side, loosely: bool| match entry.winner().filter(|_| loosely) {
        None => went_for(entry, side),
        Some(winner) if winner == side => Went::Won,
        Some(_) => Went::Lost,
    };
    let right = |loosely: bool| {
        found
            .iter()
            .find(|(entry, side)| entry.is_played() && side.is_some_and(|side| outcome(entry, side, loosely) == went))
    };
    let words_of = |entry: &Match, out: &Out<'_>| {
        let record = out.record();
        let opponent = pair.opponent.map_or_else(String::new, |team| words::team(record, team));
        let own = pair.team.map_or_else(
            || {
                let side = pair.opponent.and_then(|team| out.side(entry, team)).map(byline_record::Side::other);
                side.map_or_else(|| "the other side".to_owned(), |side| words::team(record, entry.team(side)))
            },
            |team| words::team(record, team),
        );
        format!("{own} {} {opponent}", went.verb())
    };
    let sure = |entry: &Match| {
        plain && passage.quote.is_none()
            || foci.iter().any(|focus| focus.entry.id == entry.id && focus.is_anchor && focus.may_contradict)
    };
    let (entry, judged) = if let Some(&(entry, _)) = right(false) {
        (entry, Judged::new(Verdict::Confirmed))
    } else if let Some(&(entry, _)) = right(true) {
        const LOOSELY: &str = "drawn in play and decided in a shoot-out, which the loose reading counts";
        (entry, Judged::new(Verdict::Confirmed).because(LOOSELY))
    } else if let [(entry, Some(_))] = *found.as_slice()
        && entry.is_played()
        && pair.team.is_some()
        && sure(entry)
    {
        (entry, Judged::new(Verdict::Contradicted))
    } else {
        return;
    };
    let rows = out.match_row(entry);
    let text = words_of(entry, out);
    // Of a list it is the one name that is wrong.
    let name = passage.name_at(span.1.saturating_sub(1)).filter(|_| !others.is_empty());
    let span = match name {
        Some(name) if judged.is(Verdict::Contradicted) => (name.first, name.end),
        _ => span,
    };
    out.push(passage, span, Kind::Result, text, judged.showing(rows).about(Topic::Match(entry.id)));
}

/// Whether a team is behind another in a table: "edging Spain out of the competition on goals scored", "pipped Greece to
/// the last place".
fn is_in_a_table(passage: &Passage, at: usize, end: usize) -> bool {
    if !passage.is_any(at, &["edged", "edging", "pipped", "pipping", "beat", "beats", "beating"]) {
        return false;
    }
    let Some(name) = (end..end + 4).find_map(|next| passage.name_from(next)) else { return false };
    const PRIZES: &[&str] = &[
        "top",
        "first",
        "second",
        "third",
        "place",
        "spot",
        "ticket",
        "berth",
        "qualification",
        "leadership",
        "prize",
    ];
    let out = passage.is_any(name.end, &["out"]) && !passage.is_any(at, &["beat", "beats", "beating"]);
    let to = passage.is_any(name.end, &["to", "into"])
        && (name.end + 1..name.end + 5).any(|prize| passage.is_any(prize, PRIZES))
        && !passage.is_any(name.end + 1, &["reach", "take", "claim", "secure", "book", "win", "earn", "finish", "go"]);
    let on = passage.any_phrase(name.end, &["on goal difference", "on goals scored"]).is_some();
    out || to || on
}

/// "Along with past champions Uruguay", "a French victory over Switzerland would secure first place": no match that was
/// won.
fn is_no_result(passage: &Passage, at: usize, list: &[(TeamId, usize, usize)]) -> bool {
    const TITLES: &[&str] = &["champion", "champions", "winner", "winners", "finalists", "masters", "hosts"];
    const OPEN: &[&str] = &["would", "could", "might", "will", "should"];
    let of_old = passage.is_any(at, &["past"]) && passage.is_any(at + 1, TITLES);
    let is_noun = NOUNS.iter().any(|(noun, _)| passage.word(at) == *noun);
    of_old || is_noun && list.last().is_some_and(|&(.., end)| passage.is_any(end, OPEN))
}
