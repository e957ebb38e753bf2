//! Penalties in play, shoot-outs, and their kicks.

use crate::ask::statement::{MatchRef, PenaltyFate, Says};

use super::super::clause::Clause;
use super::super::nodes::Kind;
use super::super::scope::Point;
use super::{take_pair, take_teams};

/// How a kick went, by its verb.
fn fate(c: &mut Clause<'_>) -> Option<PenaltyFate> {
    if c.take_verb("sky").is_some() {
        return Some(PenaltyFate::OffTarget);
    }
    if c.take("off target").is_some() {
        c.take_any(&["put", "miss"]);
        return Some(PenaltyFate::OffTarget);
    }
    if c.take_verb("save").is_some() {
        return Some(PenaltyFate::Saved);
    }
    if c.take_verb("miss").is_some() {
        return Some(PenaltyFate::Missed);
    }
    if c.take_verb("score").is_some() || c.take_verb("convert").is_some() {
        return Some(PenaltyFate::Scored);
    }
    None
}

/// Taker and keeper: who saves is the keeper, whose penalty it is the taker.
fn people(c: &mut Clause<'_>, saved: bool, place: usize) -> (Option<crate::PersonId>, Option<crate::PersonId>) {
    if c.passive || c.perfect || c.supported || !saved {
        let keeper = if saved { c.person_with(&["by"]) } else { None };
        return (c.person_with(&["", "of", "from", "by"]), keeper);
    }
    let keeper = c.person_before(place);
    // "Lloris saved a penalty from Kane", "Lloris saved Kane's penalty".
    let taker = c.person_with(&["", "from", "by", "of"]);
    (taker, keeper)
}

/// "Harry Kane missed a penalty in the 84th minute", "Lloris saved Kane's penalty", "England were awarded a penalty".
pub(super) fn penalty(c: &mut Clause<'_>) -> Option<Says> {
    if c.has_point(Point::OnPenalties) || c.has("shoot-out") || c.has("kick") {
        return None;
    }
    let spot = c.take("from the spot");
    let noun = c.take_noun("penalty");
    let noun_place = noun.or(spot)?;
    // Several are counted, not told.
    if noun_place
        .checked_sub(1)
        .and_then(|index| c.nodes.get(index))
        .is_some_and(|before| matches!(before.kind, Kind::Number(_)))
    {
        return None;
    }
    // Which of his penalties it was is told by the match, not by the record of one kick.
    if let Some(index) = noun_place.checked_sub(1)
        && let Some(node) = c.nodes.get(index)
        && matches!(node.kind, Kind::Ordinal(_))
    {
        let span = node.span.clone();
        c.mark(index);
        c.supposed.push((span, "which penalty of the match it was is not looked at".to_owned()));
    }
    let save_place = c.find(|_, node| node.is("save"));
    let given = c.take_verb("give").is_some();
    let fate = if given { None } else { fate(c) };
    let taken = fate.is_none() && !given && c.take_verb("take").is_some();
    let asks_who = c.asks_who();
    let saved = save_place.is_some();
    // "had a penalty saved": the subject took it.
    let had = saved && c.perfect && save_place.is_some_and(|place| place > noun_place);
    let (taker, keeper) = if saved && !had && !c.passive && save_place.is_some_and(|place| place < noun_place) {
        let place = save_place?;
        (c.person_after(place, &["", "from", "by", "of"]), c.person_before(place))
    } else {
        people(c, saved, save_place.unwrap_or(noun_place))
    };
    let teams = take_teams(c, &["", "for", "of", "to"], &["against"]);
    let team = teams.team.filter(|_| !teams.either);
    let minutes = c.take_minutes();
    c.take_any(&["come", "arrive"]);
    if c.take_noun("match").is_none() {
        c.take_noun("meeting");
    }
    let at = c.take_match_of(teams)?;
    if asks_who {
        let asked_is_keeper = saved && !c.passive && !had;
        if asked_is_keeper && keeper.is_some() || !asked_is_keeper && taker.is_some() && !saved {
            return None;
        }
    } else if taker.is_none() && keeper.is_none() && team.is_none() {
        return None;
    }
    if c.question.is_none() && fate.is_none() && !given && !taken && minutes.is_none() {
        return None;
    }
    let (minutes, given_at) = if given { (None, minutes) } else { (minutes, None) };
    if given && given_at.is_none() && c.question.is_none() && at.opponent.is_none() && at.when.is_open() {
        return None;
    }
    Some(Says::Penalty { at, taker, keeper, fate, minutes, given: given_at, count: None })
}

/// "Baggio missed the last kick in 1994", "Who missed in the shoot-out against Italy?".
pub(super) fn kick(c: &mut Clause<'_>) -> Option<Says> {
    let in_shoot_out = c.take_point(Point::OnPenalties);
    let noun = c.take_noun("kick").or_else(|| if in_shoot_out { c.take_noun("penalty") } else { None });
    if !in_shoot_out && noun.is_none() {
        return None;
    }
    let fate = fate(c);
    let taken = fate.is_none() && c.take_verb("take").is_some();
    if fate.is_none() && !taken || fate == Some(PenaltyFate::Saved) && !c.passive && !c.perfect {
        return None;
    }
    let mut order = None;
    let mut last = false;
    if let Some(index) = noun.and_then(|noun| noun.checked_sub(1)) {
        match c.nodes.get(index).map(|node| node.kind.clone()) {
            Some(Kind::Ordinal(value)) => {
                order = Some(u8::try_from(value).ok()?);
                c.mark(index);
            }
            Some(Kind::Lex(lex)) if lex.lemma == "first" => {
                order = Some(1);
                c.mark(index);
            }
            Some(Kind::Lex(lex)) if lex.lemma == "last" => {
                last = true;
                c.mark(index);
            }
            _ => {}
        }
    }
    c.take_noun("shoot-out");
    let taker = c.person_with(&["", "by"]);
    if c.asks_who() == taker.is_some() {
        return None;
    }
    let teams = take_teams(c, &["", "for", "of"], &["against"]);
    let at = c.take_match_of(teams)?;
    if at.when.is_open() && at.opponent.is_none() && at.stage.is_none() {
        return None;
    }
    Some(Says::ShootOutKick { at, taker, order, last, fate })
}

/// "Who won the shoot-out between Brazil and Chile in 2014?", "England lost the shoot-out 4-3".
pub(super) fn shoot_out(c: &mut Clause<'_>) -> Option<Says> {
    let noun = c.take_noun("shoot-out")?;
    // "a shoot-out" is a feat that can have been any; "the shoot-out" is one.
    let one = c.nodes.get(noun).is_some_and(|node| node.determined != Some("a")) || c.has("score");
    let won = if c.take_verb("win").is_some() {
        Some(true)
    } else if c.take_verb("lose").is_some() {
        Some(false)
    } else {
        None
    };
    let score = c.take_score();
    let asked_score = c.question == Some("what") && c.take_any(&["score", "score line"]).is_some();
    if won.is_none() && score.is_none() && !asked_score {
        return None;
    }
    let subject = if won.is_some() { c.team_before(noun) } else { None };
    let pair = take_pair(c);
    let (team, opponent) = match (subject, pair) {
        (Some(_), Some(_)) => return None,
        (None, Some((team, opponent))) => (Some(team), Some(opponent)),
        (subject, None) => (subject, c.team_with(&["against", "with"])),
    };
    c.take_noun("match");
    let at = MatchRef { team, opponent, ..c.take_match()? };
    if !one && at.opponent.is_none() && at.stage.is_none() {
        return None;
    }
    let asked = c.asks_who();
    if asked && subject.is_some() || asked && won != Some(true) && pair.is_some() {
        return None;
    }
    let won = if asked && pair.is_some() { None } else { won };
    let score = match (won, score) {
        (Some(true), Some((one, other))) => Some((one.max(other), one.min(other))),
        (Some(false), Some((one, other))) => Some((one.min(other), one.max(other))),
        (_, score) => score,
    };
    if at.opponent.is_none() && at.stage.is_none() && at.when.is_open() {
        return None;
    }
    Some(Says::ShootOut { at, won, score })
}
