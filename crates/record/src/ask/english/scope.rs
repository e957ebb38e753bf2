//! Phrases that set what is counted, and those that say at which point of a match.

use crate::ask::Scope;
use crate::ask::scope::{GroundScope, ShootOutCounts};
use crate::{CompetitionClass, Sex};

use super::minutes::{follows, follows_any};
use super::tokens::Token;

/// A phrase that narrows or widens what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopePhrase {
    /// Competitive matches only.
    Competitive,
    /// Knock-out matches only.
    KnockOut,
    /// Only on such ground.
    Ground(GroundScope),
    /// Only this class of competition.
    Class(CompetitionClass),
    /// Men's or women's sides.
    Sex(Sex),
    /// How a shoot-out counts.
    ShootOut(ShootOutCounts),
    /// Whether predecessors count.
    Predecessors(bool),
}

impl ScopePhrase {
    /// Sets it.
    pub fn apply(self, scope: &mut Scope) {
        match self {
            Self::Competitive => scope.competitive_only = true,
            Self::KnockOut => scope.knock_out_only = true,
            Self::Ground(ground) => scope.ground = ground,
            Self::Class(class) => scope.class = Some(class),
            Self::Sex(sex) => scope.sex = sex,
            Self::ShootOut(counts) => scope.shoot_out = counts,
            Self::Predecessors(count) => scope.predecessors = count,
        }
    }
}

/// The point of a match, or the way it was settled, a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// "on penalties", "in a shoot-out".
    OnPenalties,
    /// "after extra time".
    ExtraTime,
    /// "at half-time".
    HalfTime,
    /// "after 90 minutes", "at full time".
    FullTime,
}

const GROUNDS: [(&str, GroundScope); 9] = [
    ("at a neutral venue", GroundScope::Neutral),
    ("at neutral venues", GroundScope::Neutral),
    ("on neutral ground", GroundScope::Neutral),
    ("on neutral grounds", GroundScope::Neutral),
    ("on neutral soil", GroundScope::Neutral),
    ("away from home", GroundScope::Away),
    ("at home", GroundScope::Home),
    ("on home soil", GroundScope::Home),
    ("away", GroundScope::Away),
];

const SHOOT_OUTS: [(&str, ShootOutCounts); 12] = [
    ("counting penalties as wins", ShootOutCounts::Win),
    ("counting penalties as a win", ShootOutCounts::Win),
    ("counting shoot outs as wins", ShootOutCounts::Win),
    ("counting shootouts as wins", ShootOutCounts::Win),
    ("counting wins on penalties", ShootOutCounts::Win),
    ("if a win on penalties counts as a win", ShootOutCounts::Win),
    ("a win on penalties counts as a win", ShootOutCounts::Win),
    ("on penalties counts as a win", ShootOutCounts::Win),
    ("penalties count as wins", ShootOutCounts::Win),
    ("counting shoot outs as draws", ShootOutCounts::Draw),
    ("counting shootouts as draws", ShootOutCounts::Draw),
    ("counting penalties as draws", ShootOutCounts::Draw),
];

const CLASSES: [(&str, CompetitionClass); 4] = [
    ("qualifying", CompetitionClass::Qualifier),
    ("qualifier", CompetitionClass::Qualifier),
    ("qualification", CompetitionClass::Qualifier),
    ("friendly", CompetitionClass::Friendly),
];

/// Nouns that a scope adjective can bring along: "competitive matches".
const MATCHES: [&str; 8] = ["matches", "match", "games", "game", "internationals", "ties", "tie", "football"];

/// The scope phrase at `at` with the tokens it takes. `team` gives the token after a team's name.
pub(super) fn scope_at(
    tokens: &[Token],
    at: usize,
    team: impl Fn(usize) -> Option<usize>,
) -> Option<(ScopePhrase, usize)> {
    let found = |scope: ScopePhrase, end: usize| Some((scope, end.saturating_sub(at)));
    for (words, counts) in SHOOT_OUTS {
        if let Some(end) = follows(tokens, at, words) {
            return found(ScopePhrase::ShootOut(counts), end);
        }
    }
    for (words, ground) in GROUNDS {
        if let Some(end) = follows(tokens, at, words) {
            return found(ScopePhrase::Ground(ground), end);
        }
    }
    if let Some(start) = follows_any(tokens, at, &["not counting", "without counting", "not including", "excluding"])
        && let Some(end) = team(start)
    {
        return found(ScopePhrase::Predecessors(false), end);
    }
    if let Some(start) = follows_any(tokens, at, &["counting", "including"])
        && let Some(end) = team(start)
    {
        return found(ScopePhrase::Predecessors(true), end);
    }
    let inner = follows_any(tokens, at, &["in the", "in a", "in", "at", "during", "a"]).unwrap_or(at);
    // With its preposition a whole adjunct ("in competitive matches"); without it an adjective whose noun stays.
    let noun = |end: usize| if inner > at { follows_any(tokens, end, &MATCHES).unwrap_or(end) } else { end };
    if let Some(end) = follows_any(tokens, inner, &["competitive"]) {
        return found(ScopePhrase::Competitive, noun(end));
    }
    if let Some(end) = follows_any(tokens, inner, &["knock out", "knockout"]) {
        let end = follows_any(tokens, end, &["stages", "stage", "rounds", "round", "phase"]).unwrap_or(end);
        return found(ScopePhrase::KnockOut, noun(end));
    }
    for (word, class) in CLASSES {
        let plural = if word == "friendly" { "friendlies".to_owned() } else { format!("{word}s") };
        if let Some(end) = follows(tokens, inner, word).or_else(|| follows(tokens, inner, &plural)) {
            return found(ScopePhrase::Class(class), noun(end));
        }
    }
    let token = tokens.get(at)?;
    let sex = match &*token.word {
        "women" | "womens" => Sex::Women,
        "men" | "mens" if tokens.get(at.saturating_add(1)).is_some_and(|next| next.word.is_empty()) => Sex::Men,
        _ => return None,
    };
    let next = at.saturating_add(1);
    let possessive = tokens.get(next).is_some_and(|mark| mark.kind == super::tokens::TokenKind::Possessive);
    let end = if possessive { next.saturating_add(1) } else { next };
    if sex == Sex::Men && !possessive {
        return None;
    }
    found(ScopePhrase::Sex(sex), end)
}

/// The point phrase at `at` with the tokens it takes.
pub(super) fn point_at(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    const POINTS: [(&str, Point); 26] = [
        ("on penalty kicks", Point::OnPenalties),
        ("on penalties", Point::OnPenalties),
        ("on pens", Point::OnPenalties),
        ("after penalties", Point::OnPenalties),
        ("by penalties", Point::OnPenalties),
        ("in a penalty shoot out", Point::OnPenalties),
        ("in a penalty shootout", Point::OnPenalties),
        ("in a shoot out", Point::OnPenalties),
        ("in a shootout", Point::OnPenalties),
        ("in the penalty shoot out", Point::OnPenalties),
        ("in the penalty shootout", Point::OnPenalties),
        ("in the shoot out", Point::OnPenalties),
        ("in the shootout", Point::OnPenalties),
        ("after a penalty shoot out", Point::OnPenalties),
        ("after a shoot out", Point::OnPenalties),
        ("after extra time", Point::ExtraTime),
        ("aet", Point::ExtraTime),
        ("at half time", Point::HalfTime),
        ("at halftime", Point::HalfTime),
        ("at the break", Point::HalfTime),
        ("at the interval", Point::HalfTime),
        ("at full time", Point::FullTime),
        ("after 90 minutes", Point::FullTime),
        ("after ninety minutes", Point::FullTime),
        ("in normal time", Point::FullTime),
        ("in regulation time", Point::FullTime),
    ];
    if let Some(token) = tokens.get(at)
        && token.is("after")
        && let Some((90, length)) = super::tokens::cardinal_at(tokens, at.saturating_add(1))
        && let Some(end) = follows(tokens, at.saturating_add(1).saturating_add(length), "minutes")
    {
        return Some((Point::FullTime, end.saturating_sub(at)));
    }
    POINTS.iter().find_map(|&(words, point)| follows(tokens, at, words).map(|end| (point, end.saturating_sub(at))))
}
