//! A score with the words around it: who won, and against whom.

use byline_record::TeamId;
use byline_record::ask::english::tokens::TokenKind;

use super::Said;
use super::clause::{clause, is_hypothetical, subject, team_after};
use super::judge::{Pair, Told, confirmed, judge};
use super::moments::{after_ninety, half_time, running};
use super::pairs::{between, both, is_team, object_before};
use super::words::{
    AFTER_NINETY, AT_HALF_TIME, BEAT, DREW_WITH, LOST_TO, NEUTRAL, NOT_BETWEEN, NOUNS, RUNNING_AFTER, RUNNING_BEFORE,
    SHOOT_OUT, SUFFERED, Went,
};
use crate::heads::Phrases;
use crate::passage::{Name, Passage};
use crate::read::{Focus, Out, Reader};

/// What the words around a score say of its outcome.
struct Outcome {
    went: Went,
    /// The verb and the token after it, unless a noun tells.
    verb: Option<(usize, usize)>,
    /// The token after the noun that tells.
    noun_end: Option<usize>,
    /// The opponent and the token after it.
    object: Option<(TeamId, usize)>,
}

/// The verb by which a defeat is given, and to whom.
type Inflicted = ((usize, usize), Option<(TeamId, usize)>);

/// How it went, of whom, as told with a score.
pub(super) type Before = (Went, Option<TeamId>);

/// "Germany had beaten them 2-0 in the group": the other side of the report's match, where nobody else is spoken of.
fn other_side(reader: &Reader<'_, '_>, passage: &Passage, team: TeamId, out: &Out<'_>) -> Option<TeamId> {
    let root = |team: TeamId| out.record().root(team);
    let before = reader.passage_before(passage);
    let mut named = before.into_iter().chain([passage]).flat_map(|near| &near.names).filter_map(Name::team);
    let of_else = named.any(|team| !out.own.iter().any(|&own| root(own) == root(team)));
    let is_own = out.own.iter().any(|&own| root(own) == root(team));
    let other = out.own.iter().copied().find(|&own| root(own) != root(team));
    other.filter(|_| is_own && !of_else)
}

/// Reads one score. `before` is the outcome told with the score before it in the passage, and of whom; what was told
/// with this one is given back.
pub(super) fn score<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    said: &Said,
    before: Option<Before>,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) -> Option<Before> {
    let (first, end) = (said.first, said.end);
    let (start, stop) = clause(passage, first, end);
    // "Seemed headed to a scoreless draw": not yet.
    const HEADING: &[&str] = &[
        "headed to",
        "headed for",
        "headed towards",
        "heading to",
        "heading for",
        "heading towards",
        "drifting towards",
        "drifting to",
        "destined for",
        "looked like",
    ];
    let heading = passage.has(first.saturating_sub(5).max(start), first, HEADING);
    if heading || is_hypothetical(passage, first) || is_of_shoot_out(passage, said, stop) {
        return None;
    }
    if let Some(close) = is_of_half_time(passage, said, (start, stop))
        && (half_time(passage, said, (close, None), foci, out) || close)
    {
        return None;
    }
    if is_against_unknown(passage, said, (start, stop)) {
        return None;
    }
    // "Thrashed 6-1 by the co-hosts": by a side that is only described.
    let described = passage
        .any_phrase(end, &["by the", "to the", "against the", "by their", "to their", "against their", "by his"])
        .is_some_and(|next| team_after(passage, next).is_none() && team_after(passage, next - 1).is_none());
    let Some(outcome) = outcome(passage, said, (start, stop)).filter(|_| !described) else {
        let told = without_outcome(passage, said, before, (start, stop));
        return match told {
            Some((told, carried)) => {
                judge(reader, passage, &told, foci, out);
                carried
            }
            None => {
                let ninety =
                    passage.any_phrase(end, AFTER_NINETY).or_else(|| is_fronted_ninety(passage, start, first, end));
                if !ninety.is_some_and(|last| after_ninety(passage, said, last, foci, out)) {
                    running(passage, said, foci, out);
                }
                None
            }
        };
    };
    // "A win over Argentina (1-0)" ended so; what a bracket says of anything else stood for a while.
    let of_object = bracketed(passage, said) && outcome.object.is_some_and(|(_, last)| last + 1 == first);
    let parenthesis = first > 0 && passage.is_mark(first - 1, '(') && !of_object;
    let after_verb = outcome.verb.map_or(start, |(_, verb_end)| verb_end);
    let stood = (first.saturating_sub(2).max(after_verb)..first)
        .any(|at| passage.is_any(at, RUNNING_BEFORE) && !(outcome.object.is_some() && passage.word(at) == "to"))
        || passage.any_phrase(end, RUNNING_AFTER).is_some();
    if parenthesis || (stood && outcome.noun_end.is_none()) {
        running(passage, said, foci, out);
        return None;
    }
    let (high, low) = (said.one.max(said.other), said.one.min(said.other));
    let them = outcome.verb.filter(|&(_, verb_end)| outcome.object.is_none() && passage.is_any(verb_end, &["them"]));
    let other = them.and_then(|(verb, _)| other_side(reader, passage, subject(passage, verb)?, out));
    let opponent = outcome.object.map(|(team, _)| team).or(other);
    let subject_at = outcome.verb.map_or(first, |(at, _)| at);
    let named = || {
        let noun = outcome.noun_end.and_then(|end| end.checked_sub(1))?;
        let name = passage.name_at(noun.checked_sub(1)?).filter(|name| name.first >= end)?;
        name.team().filter(|_| is_attribute(passage, name))
    };
    let team = named()
        .or_else(|| owner(passage, first))
        .filter(|_| outcome.verb.is_none())
        .or_else(|| subject(passage, subject_at))
        .filter(|&team| Some(team) != opponent);
    // "Russia had thrashed the Czechs 4-1 in their first match and then drawn 1-1 with Poland": the verbs have one subject.
    let goes_on = || {
        let (verb, _) = outcome.verb?;
        let then = verb.checked_sub(1).filter(|&then| passage.is_any(then, &["then", "also"])).unwrap_or(verb);
        let joined = passage.is_any(then.wrapping_sub(1), &["and"]);
        // "Belgium were 1-0 losers, while England were held and lost 2-1": another stands between.
        let last = (start..verb).rev().find(|&at| matches!(passage.kind(at), Some(TokenKind::Score(..))))?;
        let joined = joined && !passage.names.iter().any(|name| name.first > last && name.end <= verb);
        before.and_then(|(_, team)| team).filter(|&team| joined && Some(team) != opponent)
    };
    let team = team.or_else(goes_on);
    let opponent = opponent.or_else(|| relative_object(passage, start, subject_at, team));
    let pair = match (team, opponent) {
        (_, None) if outcome.went == Went::Drew => between(passage, outcome.noun_end, stop)
            .or_else(|| both(reader, passage, start, subject_at))
            .unwrap_or(Pair { team, opponent }),
        (None, None) => Pair { team, opponent: object_before(passage, start, first) },
        _ => Pair { team, opponent },
    };
    let span_first = outcome.verb.map_or(first, |(at, _)| at);
    let span_end = outcome.object.map(|(_, end)| end).or(outcome.noun_end).map_or(end, |last| last.max(end));
    // "drew 2-1": no draw ended so.
    let is_drawn = outcome.went == Went::Drew;
    // "Held France 2-1": denied by itself, of whatever match.
    let held = outcome.verb.is_some_and(|(at, _)| passage.is_any(at, &["held"]));
    if held && high != low && outcome.object.is_some_and(|(_, last)| last == first) {
        return None;
    }
    if is_drawn != (high == low) && !is_drawn {
        return None;
    }
    let (goals, went) = match outcome.went {
        Went::Drew if high != low => ((said.one, said.other), None),
        Went::Lost => ((low, high), Some(Went::Lost)),
        went => ((high, low), Some(went)),
    };
    let pair = if went.is_none() && pair.team.is_none() != pair.opponent.is_none() {
        // Whose goals come first is not told.
        Pair { team: None, opponent: pair.team.or(pair.opponent) }
    } else {
        pair
    };
    // "Went through 3-0 on penalties after a 1-1 draw": the draw is of the match with the shoot-out.
    const OVER: &[&str] = &[
        "over 120 minutes",
        "after 120 minutes",
        "in 120 minutes",
        "after extra time",
        "through 120 minutes",
        "at the end of extra time",
    ];
    let at_the_end = went == Some(Went::Drew)
        && outcome.object.is_none()
        && (passage.has(first.saturating_sub(4), first, &["after", "following"]) && passage.has(0, first, SHOOT_OUT)
            || outcome.noun_end.is_some_and(|noun| passage.any_phrase(noun, OVER).is_some()));
    let told = Told { span: (span_first, span_end), pair, goals, went, at_the_end };
    // "They had lost 2-1 to both": who they are, the sentence before tells.
    let meant = match pair {
        Pair { team: None, opponent: Some(opponent) } => {
            reader.teams_about(passage, subject_at, out).likely().filter(|&team| team != opponent)
        }
        _ => None,
    };
    // "2-1 and 4-0 wins over Turkey and China"
    if let Some((twin, (other, last))) = twin(passage, said).zip(second_object(passage, outcome.object)) {
        judge(reader, passage, &Told { span: (first - 2, first - 1), goals: twin, ..told }, foci, out);
        let pair = Pair { opponent: Some(other), ..pair };
        judge(reader, passage, &Told { span: (span_first, last), pair, ..told }, foci, out);
        return None;
    }
    let resolved = Told { pair: Pair { team: meant, ..pair }, ..told };
    if meant.is_none() || !confirmed(reader, passage, &resolved, foci, out) {
        judge(reader, passage, &told, foci, out);
    }
    // "2-1 by both Italy and Uruguay"
    if passage.has(end, span_end, &["both"])
        && passage.is_any(span_end, &["and"])
        && let Some((other, last)) = team_after(passage, span_end + 1)
    {
        let pair = Pair { team: pair.team.or(meant), opponent: Some(other) };
        judge(reader, passage, &Told { span: (span_end + 1, last), pair, ..told }, foci, out);
    }
    Some((outcome.went, pair.team.or(meant)))
}

/// "England, whom Argentina beat 2-1", "Spain, whom they meet again": the team a clause is about, where its subject stands
/// right behind "whom".
fn relative_object(passage: &Passage, start: usize, verb: usize, subject: Option<TeamId>) -> Option<TeamId> {
    let whom = (start..verb).rev().find(|&at| passage.word(at) == "whom")?;
    let next = if passage.word(whom + 1) == "the" { whom + 2 } else { whom + 1 };
    let behind = match subject {
        Some(team) => passage.name_from(next).filter(|name| name.team() == Some(team) && name.end <= verb)?.end,
        None => passage.any_phrase(whom + 1, &["they", "he"])?,
    };
    let others = passage.names.iter().any(|name| name.first >= behind && name.end <= verb && name.team().is_some());
    let last = if passage.is_mark(whom.checked_sub(1)?, ',') { whom.checked_sub(2)? } else { whom - 1 };
    passage.name_at(last).and_then(Name::team).filter(|&team| Some(team) != subject && !others)
}

/// "Japan's stunning 2-1 win": the team whose score it is.
fn owner(passage: &Passage, first: usize) -> Option<TeamId> {
    let mark = (first.saturating_sub(4)..first).rev().take_while(|&at| !passage.is_break(at));
    let mark = mark.into_iter().find(|&at| passage.is_possessive(at))?;
    passage.name_at(mark.checked_sub(1)?).and_then(Name::team)
}

/// The score that "and" joins to one behind it, the higher number first: "2-1 and 4-0 wins".
fn twin(passage: &Passage, said: &Said) -> Option<(u8, u8)> {
    let before = said.first.checked_sub(2).filter(|_| passage.is_any(said.first - 1, &["and"]))?;
    match passage.kind(before)? {
        TokenKind::Score(one, other) if one != other => Some((one.max(other), one.min(other))),
        _ => None,
    }
}

/// The team that "and" joins to the object of a result, with the token after it.
fn second_object(passage: &Passage, object: Option<(TeamId, usize)>) -> Option<(TeamId, usize)> {
    let (_, end) = object?;
    passage.is_any(end, &["and"]).then(|| team_after(passage, end + 1))?
}

/// Whether a score stands alone between brackets: "(2-1)", "(1-0 aet)".
fn bracketed(passage: &Passage, said: &Said) -> bool {
    let end = if passage.is_any(said.end, &["aet"]) { said.end + 1 } else { said.end };
    passage.is_mark(said.first.wrapping_sub(1), '(') && passage.is_mark(end, ')')
}

/// "A 2-1 Cameroon victory": whether a team's name stands right before the noun of its result.
fn is_attribute(passage: &Passage, name: &Name) -> bool {
    name.team().is_some() && passage.is_any(name.end, &["victory", "win", "triumph", "defeat", "success", "loss"])
}

/// Whether a score is that of a shoot-out by the words after it. A level one before another is not: "2-2 (3-4 on pens)".
fn is_of_shoot_out(passage: &Passage, said: &Said, stop: usize) -> bool {
    let end = said.end;
    let is_level = said.one == said.other;
    passage.find(end, (end + 8).min(stop), SHOOT_OUT).is_some_and(|(at, _)| {
        !(end..at).any(|between| {
            is_level && matches!(passage.kind(between), Some(TokenKind::Score(..)))
                || passage.is_any(between, &["before", "after", "but", "and", "lost", "losing", "winning", "won"])
        })
    })
}

fn is_outcome(passage: &Passage, at: usize) -> bool {
    if passage.is_any(at, &["tie"]) {
        return true;
    }
    NOUNS.iter().any(|(noun, _)| passage.word(at) == *noun)
}

/// Whether words in the clause say that a score is the one at half-time, and whether they stand close by.
fn is_of_half_time(passage: &Passage, said: &Said, (start, stop): (usize, usize)) -> Option<bool> {
    const BEFORE: &[&str] = &[
        "half time",
        "halftime",
        "at the break",
        "at the interval",
        "ht",
        "by the break",
        "the interval",
        "sent them in",
        "went in",
        "first half ended",
        "first half finished",
        "first half ends",
        "opening half ended",
        "finished the first half",
        "ended the first half",
        "finished the opening half",
        "ended the opening half",
        "reached half time",
        "reached the break",
        "reached the interval",
    ];
    let scored = |from: usize, to: usize| {
        (from..to).any(|at| {
            matches!(passage.kind(at), Some(TokenKind::Score(..)))
                || passage.is_any(at, &["after", "and", "but", "before", "then", "second", "winning", "won", "beat"])
        })
    };
    let (first, end) = (said.first, said.end);
    // "HT: 4-0", "Half-time: 4-0."
    if first >= 2
        && passage.is_mark(first - 1, ':')
        && (passage.is_any(first - 2, &["ht", "halftime"])
            || first >= 3 && passage.phrase(first - 3, "half time").is_some())
    {
        return Some(true);
    }
    // "At 2-1 the interval found Brazil calm"
    if passage.is_any(first.wrapping_sub(1), &["at"])
        && passage.any_phrase(end, &["the interval", "the break", "half time"]).is_some()
    {
        return Some(true);
    }
    if let Some((cue, _)) = passage.find(end, (end + 9).min(stop), AT_HALF_TIME)
        && !scored(end, cue)
    {
        return Some(cue < end + 6);
    }
    // "Early in the first half" is no moment of its own, before a score.
    let cue = (start.max(first.saturating_sub(9))..first).rev().find(|&at| passage.any_phrase(at, BEFORE).is_some())?;
    // "Two minutes after half-time made it 2-1": a moment of the second half.
    let other = passage.is_any(cue.wrapping_sub(1), &["after", "before", "since", "from", "of", "to"]);
    (!other && !scored(cue, first)).then_some(cue + 5 > first || passage.is_any(cue, &["ht"]))
}

/// "Won their warm-up against Lithuania 1-0", "a 2-0 win over Wigan": whether a score is against somebody the record does
/// not know, by a single name beside it.
fn is_against_unknown(passage: &Passage, said: &Said, (start, stop): (usize, usize)) -> bool {
    let unknown = |at: usize| {
        let at = if passage.is_any(at, &["the"]) { at + 1 } else { at };
        let alone = passage.name_from(at + 1).is_none() && passage.token(at + 1).is_none_or(|next| !next.capital);
        alone && passage.name_at(at).is_none() && passage.token(at).is_some_and(|token| token.capital)
    };
    let against = |at: usize| passage.is_any(at, &["against", "over", "beat", "beating", "defeated"]);
    let before = said.first.checked_sub(2).filter(|&at| at >= start && against(at) && unknown(at + 1));
    let after = (said.end..stop.min(said.end + 4))
        .take_while(|&at| !passage.is_break(at))
        .find(|&at| against(at))
        .filter(|&at| unknown(at + 1));
    before.or(after).is_some()
}

/// "Dished out a 4-2 defeat to South Korea", "handed Spain a 2-0 loss": whom somebody beat, if that is how a defeat is
/// told; none where he is not named.
fn inflicted(passage: &Passage, (start, first): (usize, usize), object: Option<(TeamId, usize)>) -> Option<Inflicted> {
    const INFLICTED: &[&str] = &[
        "dished out",
        "dishing out",
        "dish out",
        "handed out",
        "handing out",
        "handed",
        "handing",
        "inflicted",
        "inflicting",
        "inflict",
        "dealt",
        "dealing",
        "condemned",
        "condemning",
        "consigned",
        "consigning",
    ];
    let (verb, end) = passage.find(first.saturating_sub(7).max(start), first, INFLICTED)?;
    let passive = passage.is_any(verb.wrapping_sub(1), &["was", "were", "been", "being", "are", "is", "be"]);
    let turns = (end..first).any(|at| passage.is_stop(at) || passage.is_any(at, &["and", "but", "after", "who"]));
    if passive || turns {
        return None;
    }
    let between = passage.names.iter().find(|name| name.first >= end && name.end <= first && name.team().is_some());
    Some(((verb, end), between.and_then(|name| Some((name.team()?, name.end))).or(object)))
}

/// The noun or verb that tells how a score came out.
fn outcome(passage: &Passage, said: &Said, (start, stop): (usize, usize)) -> Option<Outcome> {
    let (first, end) = (said.first, said.end);
    // "A goalless game", "after a scoreless two hours".
    const CONTESTS: &[&str] = &["minutes", "match", "game", "affair", "encounter", "contest", "tie", "hours", "final"];
    if passage.is_any(first, &["goalless", "scoreless"])
        && let Some(noun) = (end..(end + 3).min(stop)).find(|&at| passage.is_any(at, CONTESTS))
    {
        let object = passage.any_phrase(noun + 1, &["with", "against"]).and_then(|next| team_after(passage, next));
        return Some(Outcome { went: Went::Drew, verb: None, noun_end: Some(noun + 1), object });
    }
    let mut after = end;
    while after < stop.min(end + 6)
        && !is_outcome(passage, after)
        && !passage.is_break(after)
        && !passage.is_any(after, NOT_BETWEEN)
        && !matches!(passage.kind(after), Some(TokenKind::Score(..)))
        && passage
            .name_at(after)
            .is_none_or(|name| name.competition().is_some() || name.edition().is_some() || is_attribute(passage, name))
    {
        after += 1;
    }
    // "A 0-0 tie" is a draw, "a 2-1 last-16 tie" any match.
    let tie = (said.one == said.other && passage.is_any(after, &["tie"])).then_some(&("tie", Went::Drew));
    if let Some(&(_, went)) = NOUNS.iter().find(|(noun, _)| passage.word(after) == *noun).or(tie) {
        let object = passage
            .find(
                after + 1,
                (after + 7).min(stop),
                &["over", "against", "to", "by", "at the hands of", "with", "of", "in"],
            )
            .filter(|&(at, _)| passage.word(at) != "in" && !(after + 1..at).any(|between| passage.is_break(between)));
        // "Suffered a 7-0 thrashing", "Brazil's 7-1 humiliation by the Germans": whoever gave it won.
        let dealt = went == Went::Won
            && (object.is_some_and(|(at, next)| passage.is_any(at, &["by", "at"]) && is_team(passage, next))
                || passage.has(first.saturating_sub(4).max(start), first, SUFFERED));
        let went = if dealt { Went::Lost } else { went };
        // "A 1-0 setback at Tunisia's hands"
        let hands = passage.name_from(after + 2).filter(|name| {
            passage.is_any(after + 1, &["at"])
                && passage.is_possessive(name.end)
                && passage.is_any(name.end + 1, &["hands"])
        });
        let object = match hands.and_then(|name| Some((name.team()?, name.end + 2))) {
            Some(hands) => Some(hands),
            None => object.and_then(|(_, next)| team_after(passage, next)),
        };
        if went == Went::Lost
            && let Some((verb, beaten)) = inflicted(passage, (start, first), object)
        {
            return Some(Outcome { went: Went::Won, verb: Some(verb), noun_end: Some(after + 1), object: beaten });
        }
        // "A 1-0 defeat of Italy" is a win, and so is one "over" them.
        let of = passage.is_any(after, &["defeat", "upset"])
            && passage.is_any(after + 1, &["of", "over"])
            && object.is_some();
        return Some(Outcome {
            went: if of { Went::Won } else { went },
            verb: None,
            noun_end: Some(after + 1),
            object,
        });
    }
    let is_clean = |from: usize| {
        !(from..first).any(|at| {
            passage.is_stop(at)
                || passage.is_any(at, &["and", "but", "then", "when", "while"])
                || matches!(passage.kind(at), Some(TokenKind::Score(..)))
        })
    };
    let near = before_apposition(passage, start, first);
    let (went, at, verb_end) =
        (start.max(near.saturating_sub(9))..near).rev().find_map(|at| verb(passage, at, near))?;
    if !is_clean(verb_end) {
        return None;
    }
    let between = team_after(passage, verb_end).filter(|&(_, team_end)| team_end <= first);
    // "Won their final warm-up match against Lithuania 1-0"
    let right_before = first.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| {
        let article = passage.is_any(name.first.wrapping_sub(1), &["the"]);
        let cue = name.first.wrapping_sub(if article { 2 } else { 1 });
        cue < first && cue >= verb_end && passage.is_any(cue, &["against", "over", "with"])
    });
    let between = between.or_else(|| right_before.and_then(|name| Some((name.team()?, name.end))));
    // "Having beaten Scotland, Uruguay, by 6-1": the score is that of the last.
    if between.is_some_and(|(_, end)| {
        passage.names.iter().any(|name| name.first >= end && name.end <= first && name.team().is_some())
    }) {
        return None;
    }
    let object = between.or_else(|| {
        passage
            .find(end, (end + 3).min(stop), &["against", "by", "to", "with", "over"])
            .and_then(|(_, next)| team_after(passage, next))
    });
    // "Thrashed 6-1 by the Netherlands" is what was done to a side.
    let passive = between.is_none() && passage.is_any(end, &["by"]) && is_team(passage, end + 1);
    let went = if went == Went::Won && passive { Went::Lost } else { went };
    Some(Outcome { went, verb: Some((at, verb_end)), noun_end: None, object })
}

/// "Knocked out Belgium, the world's top-ranked side, 2-1": the token behind the team, where only what it is stands between
/// commas before a score; else the score itself.
fn before_apposition(passage: &Passage, start: usize, first: usize) -> usize {
    const LONGEST: usize = 12;
    const ARTICLES: &[&str] = &["the", "a", "an", "then", "who", "their", "champions", "holders", "runners"];
    let Some(close) = first.checked_sub(1).filter(|&close| passage.is_mark(close, ',')) else { return first };
    let open = (start.max(close.saturating_sub(LONGEST))..close).rev().find(|&at| passage.is_break(at));
    let Some(open) = open.filter(|&open| open > start && passage.is_mark(open, ',')) else { return first };
    let team = passage.name_at(open - 1).is_some_and(|name| name.team().is_some());
    let names = passage.names.iter().any(|name| name.first > open && name.end <= close && name.team().is_some());
    let plain = team && !names && passage.is_any(open + 1, ARTICLES);
    if plain { open } else { first }
}

/// The verb of an outcome at a token, before a score: how it went, the verb and the token after it.
fn verb(passage: &Passage, at: usize, first: usize) -> Option<(Went, usize, usize)> {
    let plain = |phrases: &Phrases| passage.one_of(at, phrases).filter(|&verb_end| verb_end <= first);
    if let Some(verb_end) = plain(&LOST_TO) {
        return Some((Went::Lost, at, verb_end));
    }
    let perfect = (at.saturating_sub(3)..at).any(|before| passage.is_any(before, &["have", "has", "had", "having"]))
        && !(at.saturating_sub(2)..at).any(|before| passage.is_any(before, &["been"]));
    // "had beaten Croatia 1-0 and beaten the Czech Republic 1-0"
    let object = if passage.is_any(at + 1, &["the"]) { at + 2 } else { at + 1 };
    let active = passage.name_from(object).is_some_and(|name| name.team().is_some() && name.end <= first);
    if passage.is_any(at, &["beaten", "defeated", "thrashed"]) && (perfect || active) {
        return Some((Went::Won, at, at + 1));
    }
    const LOST: Phrases =
        Phrases::of(&["went down", "going down", "were beaten", "was beaten", "been beaten", "were thrashed"]);
    if let Some(verb_end) = plain(&LOST) {
        return Some((Went::Lost, at, verb_end));
    }
    if passage.is_any(at, &["lost", "lose", "losing", "fell", "beaten"]) {
        return Some((Went::Lost, at, at + 1));
    }
    if let Some(verb_end) = plain(&DREW_WITH) {
        let passive = passage.is_any(at, &["held"]) && at > 0 && passage.is_any(at - 1, &["were", "was", "been"]);
        return Some((Went::Drew, at, if passive { first } else { verb_end }));
    }
    if passage.is_any(at, &["drew", "draw", "drawing", "drawn"]) {
        return Some((Went::Drew, at, at + 1));
    }
    if let Some(verb_end) = plain(&BEAT) {
        // "The Americans were swept aside 7-1"
        let passive = passage.is_any(at.wrapping_sub(1), &["were", "was", "been", "being", "is", "are", "be"]);
        let first = if passive { at - 1 } else { at };
        return Some((if passive { Went::Lost } else { Went::Won }, first, verb_end));
    }
    // "Swept Ukraine aside 3-0"
    let aside = passage
        .name_from(object)
        .filter(|name| name.team().is_some() && name.end < first && passage.is_any(name.end, &["aside"]));
    if passage.is_any(at, &["swept", "brushed", "sweeping", "brushing", "cast"]) && aside.is_some() {
        return Some((Went::Won, at, at + 1));
    }
    const OUT: Phrases = Phrases::of(&["went out", "go out", "bowed out", "crashed out", "gave best", "give best"]);
    if let Some(verb_end) = plain(&OUT) {
        return Some((Went::Lost, at, verb_end));
    }
    if passage.is_any(at, &["won", "win", "winning", "wins", "triumphed", "prevailed", "prevailing"]) {
        return Some((Went::Won, at, at + 1));
    }
    // Whatever is done to a team right before the score: "thumped Switzerland 6-1", "walloping the Swiss 6-1".
    let word = passage.word(at);
    // "To subdue Sweden 1-0", but not "losing to the Dutch", "a defeat to hosts Qatar".
    const NOUNS: &[&str] = &["the", "hosts", "holders", "champions", "neighbours", "rivals", "a", "an", "both", "old"];
    const LOSING: &[&str] = &[
        "lost",
        "losing",
        "lose",
        "fell",
        "falling",
        "defeat",
        "loss",
        "down",
        "succumbed",
        "out",
        "slipped",
        "bowed",
    ];
    let infinitive = at > 1
        && passage.is_any(at - 1, &["to"])
        && !passage.is_any(at, NOUNS)
        && !passage.is_any(at - 2, LOSING)
        && passage.token(at).is_some_and(|token| !token.capital);
    // "Netherlands defeats Mexico 2-1"
    const PRESENT: &[&str] = &[
        "defeats",
        "edges",
        "stuns",
        "thrashes",
        "crushes",
        "overcomes",
        "downs",
        "hammers",
        "humbles",
        "sinks",
        "routs",
        "blanks",
        "shocks",
        "upsets",
        "tops",
        "blank",
        "topple",
        "topples",
    ];
    // "Lost to a lower ranked Norway 0-1": how they are, and nothing done to them.
    let adjective = (at.saturating_sub(3)..at).any(|article| {
        passage.is_any(article, &["a", "an"])
            && passage.is_any(article.wrapping_sub(1), &["to", "by", "against", "with", "over"])
    });
    let is_verb = !adjective
        && (word.ends_with("ed") || word.ends_with("ing") || infinitive || PRESENT.contains(&word))
        && passage.name_at(at).is_none();
    // "Topped defending champion France, 1-0"
    const DESCRIBED: &[&str] = &[
        "defending",
        "reigning",
        "world",
        "european",
        "champion",
        "champions",
        "holders",
        "hosts",
        "debutants",
        "newcomers",
        "minnows",
        "favourites",
        "favorites",
        "neighbours",
        "rivals",
        "powerful",
        "fellow",
        "tournament",
    ];
    let plain = word.ends_with("ed") || word.ends_with("ing");
    let object = (object..object + 3).find(|&at| !plain || !passage.is_any(at, DESCRIBED)).unwrap_or(object);
    let right_before = passage.name_from(object).is_some_and(|name| {
        name.team().is_some() && (name.end == first || name.end + 1 == first && passage.is_mark(name.end, ','))
    });
    let drawn = matches!(passage.kind(first), Some(TokenKind::Score(one, other)) if one == other);
    let went = if drawn { Went::Drew } else { Went::Won };
    (is_verb && right_before && !passage.is_any(at, NEUTRAL)).then_some((went, at, at + 1))
}

/// "After 90 minutes it was 3-3": the token after the score, if words of the ninety minutes stand right before it.
fn is_fronted_ninety(passage: &Passage, start: usize, first: usize, end: usize) -> Option<usize> {
    const IT_WAS: &[&str] =
        &["it", "was", "the", "score", "stood", "at", "still", "they", "were", "level", "had", "been"];
    let (_, last) = passage.find(start, first, AFTER_NINETY)?;
    (last..first).all(|at| passage.is_any(at, IT_WAS) || passage.is_mark(at, ',')).then_some(end)
}

/// A score told without a word for its outcome, and what it carries on.
fn without_outcome(
    passage: &Passage,
    said: &Said,
    before: Option<Before>,
    (start, stop): (usize, usize),
) -> Option<(Told, Option<Before>)> {
    let (first, end) = (said.first, said.end);
    let goals = (said.one, said.other);
    let told =
        |span: (usize, usize), pair: Pair| Some((Told { span, pair, goals, went: None, at_the_end: false }, None));
    // "the 2-0 semi-final against Wales", "West Germany's 3-0 over the Soviet Union"
    let mut next = end;
    while next < (end + 5).min(stop)
        && !passage.is_break(next)
        && !passage.is_any(next, NOT_BETWEEN)
        && passage.name_at(next).is_none()
    {
        next += 1;
    }
    let beside = if bracketed(passage, said) { first.checked_sub(2) } else { first.checked_sub(1) };
    let left = beside.and_then(|at| passage.name_at(at));
    let owner = first
        .checked_sub(2)
        .filter(|_| passage.is_possessive(first - 1))
        .and_then(|at| passage.name_at(at))
        .and_then(Name::team);
    if passage.is_any(next, &["against", "with", "over"])
        && (next > end
            || owner.is_some()
            || first == start
            || passage.is_mark(first - 1, ',')
            || passage.is_any(first - 1, &["the", "a", "that", "then", "and", "of", "was", "their"]))
        && let Some((opponent, last)) = team_after(passage, next + 1)
    {
        return told((first, last), Pair { team: owner, opponent: Some(opponent) });
    }
    // "France 2-1 England", "Portugal 3-3 Spain"
    let right = passage.name_from(end);
    if let (Some(left), Some(right)) = (left, right)
        && let (Some(one), Some(other)) = (left.team(), right.team())
    {
        return told((left.first, right.end), Pair { team: Some(one), opponent: Some(other) });
    }
    // "Lost 2-1 to Romania and beaten Tunisia and Colombia 2-0": the nearer verb tells how.
    let nearer = |name: &Name| {
        let score = (start..name.first).rev().find(|&at| matches!(passage.kind(at), Some(TokenKind::Score(..))))?;
        (score..name.first).rev().find_map(|at| {
            let is = |verbs: &Phrases| passage.name_at(at).is_none() && passage.one_of(at, verbs).is_some();
            let lost = || is(&LOST_TO) && passage.is_any(at, &["lost", "losing", "lose"]);
            let beaten = passage.is_any(at, &["beaten"]) && !passage.is_any(at + 1, &["by"]);
            let won = beaten || is(&BEAT);
            let went = [(lost(), Went::Lost), (is(&DREW_WITH), Went::Drew), (won, Went::Won)];
            went.into_iter().find_map(|(is, went)| is.then_some(went))
        })
    };
    let before = before.map(|(went, team)| (left.and_then(nearer).unwrap_or(went), team));
    // "beating Qatar 3-1 and Ecuador 2-1"
    if let (Some((went, team)), Some(name)) = (before, left)
        && let Some(opponent) = name.team()
        && name.first > 0
        && (passage.is_any(name.first - 1, &["and"]) || passage.is_mark(name.first - 1, ','))
        && (went == Went::Drew) == (said.one == said.other)
    {
        let (high, low) = (said.one.max(said.other), said.one.min(said.other));
        let goals = if went == Went::Lost { (low, high) } else { (high, low) };
        let pair = Pair { team: team.filter(|&team| team != opponent), opponent: Some(opponent) };
        return Some((
            Told { span: (name.first, end), pair, goals, went: Some(went), at_the_end: false },
            Some((went, team)),
        ));
    }
    // "drew 1-1 with Denmark and 0-0 with Slovenia"
    if let Some((went, team)) = before
        && (went == Went::Drew) == (said.one == said.other)
        && (passage.is_any(first.wrapping_sub(1), &["and", "then"]) || passage.is_mark(first.wrapping_sub(1), ','))
        && passage.is_any(end, &["with", "against", "to", "over"])
        && let Some((opponent, last)) = team_after(passage, end + 1)
    {
        let (high, low) = (said.one.max(said.other), said.one.min(said.other));
        let goals = if went == Went::Lost { (low, high) } else { (high, low) };
        let pair = Pair { team: team.filter(|&team| team != opponent), opponent: Some(opponent) };
        return Some((
            Told { span: (first, last), pair, goals, went: Some(went), at_the_end: false },
            Some((went, team)),
        ));
    }
    // "Spain have won all six: Croatia 3-0, Italy 1-0"
    if let Some(name) = left
        && let Some(opponent) = name.team()
        && passage.is_mark(name.first.wrapping_sub(1), ':')
        && passage.has(0, name.first, &["won", "beat", "beaten", "beating"])
        && !passage.has(0, name.first, &["lost", "drew", "drawn", "if", "could"])
        && said.one != said.other
    {
        let team = subject(passage, name.first - 1).filter(|&team| team != opponent);
        let goals = (said.one.max(said.other), said.one.min(said.other));
        let pair = Pair { team, opponent: Some(opponent) };
        let told = Told { span: (name.first, end), pair, goals, went: Some(Went::Won), at_the_end: false };
        return Some((told, Some((Went::Won, team))));
    }
    // "In 1998 it was Argentina, 2-2 and then 4-3"
    if let Some(at) = first.checked_sub(2).filter(|_| passage.is_mark(first - 1, ','))
        && let Some(name) = passage.name_at(at)
        && let Some(opponent) = name.team()
        && name.first >= 2
        && passage.is_any(name.first - 1, &["was", "against"])
    {
        return told((first, end), Pair { team: None, opponent: Some(opponent) });
    }
    if let Some(opponent) = object_before(passage, start, first) {
        return told((first, end), Pair { team: None, opponent: Some(opponent) });
    }
    const ENDED: &[&str] =
        &["finished", "ended", "final score", "finishing", "full time", "separate the sides", "separate the teams"];
    let ended = passage.has(first.saturating_sub(5), first, ENDED)
        || passage.any_phrase(end, &["after extra time", "after 120 minutes", "over 120 minutes"]).is_some();
    let told = Told { span: (first, end), pair: Pair::default(), goals, went: None, at_the_end: true };
    ended.then_some((told, None))
}

/// "England 2 Slovakia 1", "Belgium 3, Japan 2".
pub(super) fn teams_with_numbers<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) {
    // A list of more than two is a table of points.
    // But "Portugal 2 France 2; Germany 2 Hungary 2" are two matches.
    let of_clause = |from: usize, to: usize| {
        let teams = passage.names.iter().filter(|name| name.first >= from && name.end <= to && name.team().is_some());
        teams.filter(|name| passage.cardinal(name.end).is_some()).count()
    };
    let listed = passage.names.iter().any(|name| {
        let (from, to) = (passage.clause_start(name.first), passage.clause_end(name.end));
        of_clause(from, to) > 2
    });
    if listed || passage.has(0, passage.len(), &["points", "point"]) {
        return;
    }
    for pair in passage.names.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(left), Some(right)) = (one.team(), other.team()) else { continue };
        let small = |at: usize| {
            passage
                .cardinal(at)
                .and_then(|(value, end)| Some((u8::try_from(value).ok().filter(|&value| value <= 20)?, end)))
        };
        let (Some((first, end)), Some((second, last))) = (small(one.end), small(other.end)) else { continue };
        let joined = [',', '-', '–', '—'].into_iter().any(|mark| passage.is_mark(end, mark));
        let next = if joined { end + 1 } else { end };
        // "Mexico 2, ten-man England 3"
        let manned = matches!(passage.cardinal(next), Some((7..=10, _)))
            && passage.is_any(other.first.wrapping_sub(1), &["man", "men"])
            && other.first <= next + 4;
        let next = if manned { other.first } else { next };
        let next = if passage.is_any(next, &["the"]) { next + 1 } else { next };
        if next != other.first || is_hypothetical(passage, one.first) || passage.word(last) == "minutes" {
            continue;
        }
        // "Half-time: England 1, Croatia 0"
        let head = one.first.saturating_sub(3);
        if passage.is_mark(one.first.wrapping_sub(1), ':')
            && passage.has(head, one.first, &["half time", "halftime", "ht"])
        {
            let said = Said { one: first, other: second, first: one.first, end: last };
            half_time(passage, &said, (true, Some(left)), foci, out);
            continue;
        }
        let pair = Pair { team: Some(left), opponent: Some(right) };
        judge(
            reader,
            passage,
            &Told { span: (one.first, last), pair, goals: (first, second), went: None, at_the_end: false },
            foci,
            out,
        );
    }
}
