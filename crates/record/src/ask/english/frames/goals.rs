//! Goals: who, when, how, and their place in the match.

use crate::ask::statement::{GoalKind, GoalOrder, Says};

use super::super::clause::Clause;
use super::super::lexicon::Class;
use super::super::nodes::Kind;
use super::take_teams;

/// "Who scored in the 2022 World Cup final?", "Kane's goal came in the second half", "Giroud scored the winner".
pub(super) fn goal(c: &mut Clause<'_>) -> Option<Says> {
    if c.has("penalty") || c.has("from the spot") || c.has("shoot-out") || c.has("kick") || c.has("title") {
        return None;
    }
    let mut order = None;
    let mut kind = None;
    let mut count = None;
    let verb = c.take_verb("score").or_else(|| {
        if let Some(place) = c.take_verb("open the scoring") {
            order = Some(GoalOrder::Opener);
            Some(place)
        } else if let Some(place) = c.take_verb("equalise") {
            order = Some(GoalOrder::Equaliser);
            Some(place)
        } else {
            None
        }
    });
    // "Who were the scorers in the 2022 final?"
    let verb = verb.or_else(|| if c.asks_who() && c.copula { c.take_noun("scorer") } else { None });
    let came = verb.is_none() && c.take_any(&["come", "arrive"]).is_some();
    let noun = c.find(|_, node| {
        ["goal", "winner", "opener", "equaliser", "own goal", "hat trick", "brace"].iter().any(|lemma| node.is(lemma))
    });
    if verb.is_none() && noun.is_none() {
        return None;
    }
    // "the winners of the 1966 World Cup", "England v France score"
    let winners = noun.and_then(|noun| c.nodes.get(noun)).is_some_and(|noun| noun.is("winner"));
    let person = c.nodes.iter().any(|node| matches!(node.kind, Kind::Person(_)));
    if verb.is_none() && (!came && c.has("win") || winners && !person) {
        return None;
    }
    let base = verb.and_then(|verb| c.nodes.get(verb)?.lex()).is_some_and(|lex| lex.class == Class::Finite);
    if base && !c.supported && !person {
        return None;
    }
    if let Some(noun) = noun {
        c.mark(noun);
        let piece = c.nodes.get(noun)?.clone();
        let lemma = piece.lex()?.lemma;
        match lemma {
            "winner" => order = Some(GoalOrder::Winner),
            "opener" => order = Some(GoalOrder::Opener),
            "equaliser" => order = Some(GoalOrder::Equaliser),
            "own goal" => kind = Some(GoalKind::OwnGoal),
            "hat trick" => count = Some(3),
            "brace" => count = Some(2),
            _ => {}
        }
        if lemma == "goal" {
            which_goal(c, noun, &mut order, &mut count)?;
        }
        // "two own goals" and "two hat-tricks" are tallies.
    }
    if noun.is_none() && verb.is_some() && order.is_none() {
        if c.take_ordinal().is_some_and(|place| place == 1) || c.take("first").is_some() {
            order = Some(GoalOrder::Opener);
        } else if c.take("last").is_some() {
            order = Some(GoalOrder::Last);
        }
    }
    if let Some(times) = c.take_times() {
        if count.is_some() {
            return None;
        }
        count = Some(u8::try_from(times).ok()?);
    }
    c.take("of the match");
    let place = verb.or(noun)?;
    let scorer = if c.passive {
        c.person_with(&["by"])
    } else {
        // "Giroud's winner" and "the winner by Giroud" alike.
        c.person_before(place)
            .or_else(|| c.person_with(&["by", "from"]))
            .or_else(|| (c.question.is_none() && c.copula && verb.is_none()).then(|| c.person_with(&[""])).flatten())
    };
    let teams = take_teams(c, &["", "for", "of"], &["against", "past"]);
    let team = teams.team.filter(|_| !teams.either);
    if c.take_noun("match").is_none() {
        c.take_noun("meeting");
    }
    if c.question.is_none() && scorer.is_none() && team.is_none() && order.is_none() {
        return None;
    }
    if c.asks_who() && (scorer.is_some() || c.question == Some("which team") && team.is_some()) {
        return None;
    }
    let minutes = c.take_minutes();
    c.take_any(&["in"]);
    let at = c.take_match_of(teams)?;
    let asks_minute = matches!(c.question, Some("when" | "which minute"));
    if asks_minute && (minutes.is_some() || scorer.is_none() && order.is_none() && team.is_none()) {
        return None;
    }
    let bare_noun = verb.is_none() && !came && !c.copula && c.question.is_none();
    if bare_noun && minutes.is_none() {
        return None;
    }
    // A count over a whole competition is a tally, not a match.
    let one_match = at.opponent.is_some() || at.stage.is_some() || at.when.date.is_some();
    if count.is_some_and(|count| count > 1) && !one_match {
        return None;
    }
    Some(Says::Goal { at, scorer, minutes, kind, order, count })
}

/// "the first goal", "two goals", "the last goal".
fn which_goal(c: &mut Clause<'_>, noun: usize, order: &mut Option<GoalOrder>, count: &mut Option<u8>) -> Option<()> {
    let before = noun.checked_sub(1).and_then(|index| c.nodes.get(index).cloned());
    let Some(before) = before else { return Some(()) };
    let index = noun.saturating_sub(1);
    // "his first goal" is the first of the player's, not of the match.
    let of_the_match = before.determined == Some("the");
    match before.kind {
        Kind::Ordinal(value) if of_the_match => {
            *order = Some(match value {
                1 => GoalOrder::Opener,
                value => GoalOrder::Nth(u8::try_from(value).ok()?),
            });
            c.mark(index);
        }
        Kind::Number(value) => {
            *count = Some(u8::try_from(value).ok()?);
            c.mark(index);
        }
        Kind::Lex(lex) if lex.lemma == "first" && of_the_match => {
            *order = Some(GoalOrder::Opener);
            c.mark(index);
        }
        Kind::Lex(lex) if lex.lemma == "last" && of_the_match => {
            *order = Some(GoalOrder::Last);
            c.mark(index);
        }
        _ => {}
    }
    Some(())
}
