//! Scores, wins, draws and defeats.

use crate::ask::statement::{MatchRef, Outcome, Says, ScoreAt, Strictness};
use crate::{StageKind, TeamId};

use super::super::clause::{Clause, Gap};
use super::super::lexicon::Class;
use super::super::nodes::Kind;
use super::super::scope::Point;
use super::take_pair;

/// How a verb of winning and losing went for the subject.
struct Result {
    outcome: Outcome,
    team: Option<TeamId>,
    opponent: Option<TeamId>,
    strictness: Strictness,
}

const AGAINST: &[&str] = &["against", "over", "to", "with", "by"];

/// The verb of a result and its two teams.
fn result(c: &mut Clause<'_>) -> Option<Result> {
    let mut strictness = Strictness::Unsaid;
    let (outcome, transitive) = if c.has("beat") {
        (Outcome::Won, true)
    } else if c.has("knock out") {
        strictness = Strictness::WentThrough;
        (Outcome::Won, true)
    } else if c.has("win") {
        (Outcome::Won, false)
    } else if c.has("lose") {
        (Outcome::Lost, false)
    } else if c.has("draw") {
        (Outcome::Drew, false)
    } else if c.has("go out") {
        strictness = Strictness::WentThrough;
        (Outcome::Lost, false)
    } else {
        return None;
    };
    let lemma = ["beat", "knock out", "win", "lose", "draw", "go out"].into_iter().find(|lemma| c.has(lemma))?;
    let verb = c.take_verb(lemma)?;
    if lemma == "knock out" {
        c.take("out");
    }
    // "Argentina beaten by Saudi Arabia" needs no auxiliary.
    let participle = c.nodes.get(verb).and_then(super::super::nodes::Node::lex).map(|lex| lex.class);
    let by = c.nodes.iter().any(|node| matches!(node.kind, Kind::Team(_)) && node.preposition == Some("by"));
    let passive = transitive
        && (c.passive && matches!(participle, Some(Class::Participle | Class::Past))
            || by
            || participle == Some(Class::Participle) && !c.perfect);
    if outcome == Outcome::Drew
        && c.question.is_none()
        && c.has("and")
        && let Some((team, opponent)) = take_pair(c)
    {
        // "England and France drew"
        return Some(Result { outcome, team: Some(team), opponent: Some(opponent), strictness });
    }
    let team = c.team_before(verb);
    let opponent = if passive {
        c.team_after(verb, &["by"])
    } else if transitive {
        c.team_after(verb, &[""])
    } else {
        c.team_after(verb, AGAINST)
    };
    if c.question.is_some() {
        match c.gap {
            Gap::Subject if team.is_some() => return None,
            Gap::Object if opponent.is_some() || team.is_none() => return None,
            Gap::Object => {
                c.take_any(&["to", "by", "against", "with", "over"]);
            }
            Gap::Subject => {}
        }
    } else if team.is_none() || transitive && opponent.is_none() && !passive {
        return None;
    }
    let outcome = match (outcome, passive) {
        (Outcome::Won, true) => Outcome::Lost,
        (outcome, _) => outcome,
    };
    Some(Result { outcome, team, opponent, strictness })
}

fn point(c: &mut Clause<'_>) -> ScoreAt {
    if c.take_point(Point::HalfTime) || c.take("half-time score").is_some() {
        ScoreAt::HalfTime
    } else if c.take_point(Point::ExtraTime) {
        ScoreAt::ExtraTime
    } else if c.take_point(Point::FullTime) {
        ScoreAt::FullTime
    } else if c.take_point(Point::OnPenalties) {
        ScoreAt::ShootOut
    } else {
        ScoreAt::End
    }
}

/// "France led 1-0 at half-time", "England were 1-0 down at the break"
fn standing(c: &mut Clause<'_>) -> Option<Says> {
    let up = if c.take_any(&["lead", "ahead"]).is_some() {
        true
    } else {
        c.take_any(&["trail", "behind"])?;
        false
    };
    if !c.take_point(Point::HalfTime) {
        return None;
    }
    let (one, other) = c.take_score()?;
    let (more, fewer) = (one.max(other), one.min(other));
    let score = if up { (more, fewer) } else { (fewer, more) };
    if more == fewer {
        return None;
    }
    let team = Some(c.team_with(&[""])?);
    let opponent = c.team_with(&["", "against", "to"]);
    let at = MatchRef { team, opponent, ..c.take_match()? };
    Some(Says::Score { at, score: Some(score), point: ScoreAt::HalfTime })
}

/// `England 1-2 France`, "England lost 2-1 to France", "What was the score of England v France in 2022?".
pub(super) fn score(c: &mut Clause<'_>) -> Option<Says> {
    if ["lead", "trail", "ahead", "behind"].iter().any(|lemma| c.has(lemma)) {
        return standing(c);
    }
    let verb = ["beat", "win", "lose", "draw", "knock out"].into_iter().any(|lemma| {
        c.nodes.iter().any(|node| node.lex().is_some_and(|lex| lex.lemma == lemma && lex.class != Class::Noun))
    });
    if verb {
        let (one, other) = c.take_score()?;
        let result = result(c)?;
        // "lost 2-1" and "lost 1-2" are the same defeat.
        let (more, fewer) = (one.max(other), one.min(other));
        let score = match result.outcome {
            Outcome::Won if more > fewer => (more, fewer),
            Outcome::Lost if more > fewer => (fewer, more),
            Outcome::Drew if more == fewer => (more, fewer),
            _ => return None,
        };
        c.take_noun("match");
        if c.has_point(Point::OnPenalties) {
            if result.outcome == Outcome::Drew {
                return None;
            }
            c.take_point(Point::OnPenalties);
            let at = MatchRef { team: result.team, opponent: result.opponent, ..c.take_match()? };
            return Some(Says::ShootOut { at, won: Some(result.outcome == Outcome::Won), score: Some(score) });
        }
        let point = point(c);
        let at = MatchRef { team: result.team, opponent: result.opponent, ..c.take_match()? };
        return Some(Says::Score { at, score: Some(score), point });
    }
    score_line(c)
}

fn score_line(c: &mut Clause<'_>) -> Option<Says> {
    let asked = matches!(c.question, Some("what" | "how"));
    let noun = c.take_any(&["score line", "score"]).is_some();
    let half_time = c.has("half-time score");
    let written = c.take_score().or_else(|| spread_score(c));
    if asked {
        let ends = c.question == Some("how") && c.take("finish").is_some();
        if written.is_some() || !(noun || half_time || ends) {
            return None;
        }
    } else if written.is_none() && !noun && !half_time {
        return None;
    }
    c.take_noun("match");
    if !asked && written.is_some() {
        // "England v France finished 1-2", "the final ended 3-3".
        c.take_verb("finish");
    }
    let teams = take_pair(c).or_else(|| {
        let team = c.team_with(&["", "of", "for", "between", "in"])?;
        let opponent = c.team_with(&["", "against", "with", "to"])?;
        Some((team, opponent))
    });
    let point = point(c);
    let at = c.take_match()?;
    // A score alone could be anybody's; a match can be named by its stage and time.
    if teams.is_none() && (at.stage.is_none() || at.when.is_open() && at.competition.is_none()) {
        return None;
    }
    let (team, opponent) = teams.map_or((None, None), |(team, opponent)| (Some(team), Some(opponent)));
    // Without teams nobody knows whose goals come first.
    if teams.is_none() && written.is_some_and(|(one, other)| one != other) {
        return None;
    }
    let at = MatchRef { team, opponent, ..at };
    if point == ScoreAt::ShootOut {
        return Some(Says::ShootOut { at, won: None, score: written });
    }
    Some(Says::Score { at, score: written, point })
}

/// `England 1 France 2`: each team with its goals.
fn spread_score(c: &mut Clause<'_>) -> Option<(u8, u8)> {
    let number = |index: usize| match c.nodes.get(index)?.kind {
        Kind::Number(value) => u8::try_from(value).ok(),
        _ => None,
    };
    let team = |index: usize| c.nodes.get(index).is_some_and(|node| matches!(node.kind, Kind::Team(_)));
    let first = c.find(|index, _| team(index) && number(index.saturating_add(1)).is_some())?;
    let other = first.saturating_add(2);
    if !team(other) {
        return None;
    }
    let score = (number(first.saturating_add(1))?, number(other.saturating_add(1))?);
    c.mark(first.saturating_add(1));
    c.mark(other.saturating_add(1));
    Some(score)
}

/// "Did England beat Argentina in 1998?", "Who won the 2006 final?", "Who did Croatia play in the semi-final?".
pub(super) fn outcome(c: &mut Clause<'_>) -> Option<Says> {
    // Winning a competition is an honour; going out without saying to whom is a stage.
    let whole_edition = c
        .nodes
        .iter()
        .any(|node| matches!(&node.kind, Kind::Event(event) if event.stage.is_none()) && node.preposition.is_none());
    if whole_edition
        && c.has_point(Point::OnPenalties)
        && c.has("win")
        && let Some(says) = edition_on_penalties(c)
    {
        return Some(says);
    }
    if whole_edition
        && (c.has("win") || c.has("lose"))
        && !c.nodes.iter().any(|node| node.preposition == Some("against"))
    {
        return None;
    }
    if let Some(says) = opponent(c) {
        return Some(says);
    }
    if let Some(says) = winner_of_two(c) {
        return Some(says);
    }
    if let Some(says) = winner_noun(c) {
        return Some(says);
    }
    let result = result(c)?;
    c.take_noun("match");
    let mut strictness = result.strictness;
    if c.take_point(Point::OnPenalties) {
        if result.outcome == Outcome::Drew {
            return None;
        }
        strictness = Strictness::OnPenalties;
    } else if c.take_point(Point::FullTime) {
        strictness = Strictness::InPlay;
    }
    if result.opponent.is_none() && c.has("knock out") && c.question.is_none() {
        return None;
    }
    let at = MatchRef { team: result.team, opponent: result.opponent, ..c.take_match()? };
    // "England won" and "who won in 1966" say nothing that could be looked up.
    if at.opponent.is_none() && at.stage.is_none() && (at.when.is_open() || at.team.is_none()) {
        return None;
    }
    if result.opponent.is_none() && matches!(strictness, Strictness::WentThrough) && c.question.is_none() {
        return None;
    }
    Some(Says::Outcome { at, outcome: Some(result.outcome), strictness })
}

/// "Who did Croatia play in the semi-final?", "Croatia played Argentina in the semi-final".
fn opponent(c: &mut Clause<'_>) -> Option<Says> {
    if c.has("next") || c.future {
        return None;
    }
    let verb = ["play", "meet", "face"].into_iter().find_map(|lemma| c.take_verb(lemma));
    let noun = verb.is_none().then(|| c.take_noun("opponent")).flatten();
    let place = verb.or(noun)?;
    let team = if noun.is_some() { c.team_with(&["", "of"]) } else { c.team_before(place) };
    let opponent = c.team_after(place, &["", "against", "with"]);
    c.take_noun("match");
    if c.asks_who() {
        c.take_any(&["against", "with"]);
        if team.is_some() == opponent.is_some() {
            return None;
        }
    } else if team.is_none() || opponent.is_none() {
        return None;
    }
    // Who played England and whom England played are one question.
    let (team, opponent) = if team.is_none() { (opponent, None) } else { (team, opponent) };
    let at = MatchRef { team, opponent, ..c.take_match()? };
    if at.stage.is_none() && at.when.is_open() {
        return None;
    }
    Some(Says::Outcome { at, outcome: None, strictness: Strictness::Unsaid })
}

/// "Italy won the 2006 World Cup on penalties": its final was.
fn edition_on_penalties(c: &mut Clause<'_>) -> Option<Says> {
    let place = c.take_verb("win")?;
    c.take_point(Point::OnPenalties);
    let team = if c.asks_who() { None } else { Some(c.team_before(place)?) };
    let at = MatchRef { team, ..c.take_match()? };
    at.when.edition?;
    let at = MatchRef { stage: Some(StageKind::Final), ..at };
    Some(Says::Outcome { at, outcome: Some(Outcome::Won), strictness: Strictness::OnPenalties })
}

/// "Who won England v France in 2022?"
fn winner_of_two(c: &mut Clause<'_>) -> Option<Says> {
    if !c.asks_who() || c.gap == Gap::Object || !(c.has("win") || c.has("winner")) {
        return None;
    }
    let (team, opponent) = take_pair(c)?;
    c.take_any(&["win", "winner"]);
    c.take_noun("match");
    let at = MatchRef { team: Some(team), opponent: Some(opponent), ..c.take_match()? };
    Some(Says::Outcome { at, outcome: None, strictness: Strictness::Unsaid })
}

/// "Who was the winner of the 2022 final?"
fn winner_noun(c: &mut Clause<'_>) -> Option<Says> {
    if !c.has_event(|event| event.stage.is_some()) || !c.copula || c.has("score") || c.has("goal") {
        return None;
    }
    let place = c.take_noun("winner")?;
    let team = c.team_before(place).or_else(|| c.team_after(place, &[""]));
    let at = MatchRef { team, ..c.take_match()? };
    Some(Says::Outcome { at, outcome: Some(Outcome::Won), strictness: Strictness::Unsaid })
}
