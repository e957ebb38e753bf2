//! Runs of matches.

use crate::ask::statement::{Says, StreakKind, StreakWhich};

use super::super::clause::Clause;

/// "Brazil are unbeaten in 13 World Cup matches", "What is the longest winning run at World Cups?", "England have won
/// five in a row".
pub(super) fn streak(c: &mut Clause<'_>) -> Option<Says> {
    let run = c.take_noun("run").is_some();
    let row = c.take("in a row").is_some();
    let longest = c.take("longest").is_some();
    c.take("current");
    let kind = kind(c, run, row)?;
    c.take_any(&["match", "meeting"]);
    c.take_noun("match");
    c.take_any(&["go", "keep", "put"]);
    let asked = c.question.is_some();
    let length = if asked { None } else { c.take_number().or_else(|| c.take_times()) };
    let length = match length {
        Some(length) => Some(u16::try_from(length).ok()?),
        None => None,
    };
    let team = c.team_with(&["", "by", "of", "for"]);
    if team.is_none() && !longest || !asked && length.is_none() && !run {
        return None;
    }
    if asked && c.asks_who() && (team.is_some() || !longest) {
        return None;
    }
    c.take_any(&["of"]);
    c.set_scope()?;
    // "Brazil won 11 in a row" tells of some time; "have won" of now.
    let past = row && !asked && !c.perfect;
    let which = match (longest, past) {
        (true, _) => StreakWhich::Longest,
        (false, true) => StreakWhich::Ever,
        (false, false) => StreakWhich::Current,
    };
    Some(Says::Streak { team, kind, which, length })
}

fn kind(c: &mut Clause<'_>, run: bool, row: bool) -> Option<StreakKind> {
    for (lemma, kind) in [
        ("unbeaten", StreakKind::Unbeaten),
        ("without defeat", StreakKind::Unbeaten),
        ("winless", StreakKind::Winless),
        ("without a win", StreakKind::Winless),
        ("without conceding", StreakKind::CleanSheets),
        ("without scoring", StreakKind::Scoreless),
    ] {
        if c.take(lemma).is_some() {
            return Some(kind);
        }
    }
    // "have not lost in 13 matches"
    if c.denied && !run && !row && c.has("match") {
        let kind = if c.take_verb("lose").is_some() {
            StreakKind::Unbeaten
        } else if c.take_verb("win").is_some() {
            StreakKind::Winless
        } else if c.take_verb("concede").is_some() {
            StreakKind::CleanSheets
        } else if c.take_verb("score").is_some() {
            StreakKind::Scoreless
        } else {
            return None;
        };
        c.denied_is_said = true;
        return Some(kind);
    }
    if !run && !row {
        return None;
    }
    for (lemma, kind) in [
        ("win", StreakKind::Winning),
        ("lose", StreakKind::Losing),
        ("loss", StreakKind::Losing),
        ("draw", StreakKind::Drawing),
        ("clean sheet", StreakKind::CleanSheets),
        ("score", StreakKind::Scoring),
    ] {
        if c.take(lemma).is_some() {
            return Some(kind);
        }
    }
    None
}
