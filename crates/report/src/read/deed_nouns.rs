//! The nouns for what a team does over and over: "World Cup win over", "semi-final", "appearance at the finals".

use byline_record::StageKind;

use super::deed_words::{competitions_at, tail};
use super::deeds::{Deed, Told};
use super::eras::sets;
use super::ledger::skip;
use super::progress::stage_at;
use super::{Out, Reader};
use crate::passage::Passage;

/// What a noun behind "first" or "third" tells, and the token after it: "World Cup win over", "semi-final", "defeat
/// in a shoot-out", "appearance at the finals".
pub(crate) fn noun_at(reader: &Reader<'_, '_>, passage: &Passage, from: usize, out: &Out<'_>) -> Option<(Told, usize)> {
    let mut told = Told::new(Deed::Play);
    let mut at = from;
    let deed = loop {
        if at > from + 7 {
            return None;
        }
        if let Some((competitions, end)) = competitions_at(reader, passage, at, out) {
            told.competitions = Some(competitions);
            at = end;
            // "Won their first World Cup match since 1998"
            if let Some(end) = match_since(passage, at)
                && passage.name_at(at).is_none()
            {
                let before = from.saturating_sub(6);
                if passage.has(before, from, &["lost", "lose", "losing", "drew", "draw", "drawn"])
                    || passage.is_any(from.wrapping_sub(2), &["his", "her", "my"])
                {
                    return None;
                }
                at = end - 1;
                let won = passage.has(before, from, &["won", "win", "wins", "winning"]);
                break if won { Deed::Win } else { Deed::TakePart };
            }
            let ends = super::plain::closes(passage, at) || passage.is_any(at, &["since", "in", "for"]);
            if ends && passage.name_at(at).is_none() {
                // "Won their first World Cup in 40 years": no mere part in it.
                let whose = from.checked_sub(2).filter(|&at| passage.is_any(at, &["their", "its", "a", "the"]));
                let verb = whose.and_then(|whose| whose.checked_sub(1));
                let won = verb.is_some_and(|verb| passage.is_any(verb, &["won", "win", "wins", "winning"]));
                if won && passage.is_any(at, &["in", "for"]) {
                    return None;
                }
                break Deed::TakePart;
            }
            continue;
        }
        // "first European opponents", a person's name: something else.
        if passage.name_from(at).is_some() {
            return None;
        }
        if let Some((stage, end)) = stage_at_noun(passage, at) {
            told.stage = Some(stage);
            at = skip(passage, end, &["stage"]);
            // "their first semi-final match since 1990"
            at = match_since(passage, at).unwrap_or(at);
            if !passage.is_any(
                at,
                &[
                    "win",
                    "victory",
                    "defeat",
                    "loss",
                    "exit",
                    "appearance",
                    "elimination",
                    "success",
                    "triumph",
                    "draw",
                ],
            ) {
                told.stage = None;
                break Deed::Reach(stage);
            }
            continue;
        }
        match passage.word(at) {
            "european" if passage.is_any(at + 1, &["final", "semi", "quarter", "championship"]) => {
                told.competitions = reader.european_championship(out).map(|id| vec![id]);
            }
            "competitive" | "ever" | "international" => {}
            "" if at == from && passage.is_mark(at, '-') && passage.word(at + 1) == "ever" => {}
            "major" => told.competitions = sets(reader, out).pop(),
            "tournament" | "finals" if told.competitions.is_some() => break Deed::TakePart,
            "knockout" => told.knock_out = true,
            "knock" if passage.word(at + 1) == "out" => {
                told.knock_out = true;
                at += 1;
            }
            "opening" => told.opener = true,
            "penalty" => {}
            "shoot" if passage.word(at + 1) == "out" => {
                told.shoot_out = true;
                at += 1;
            }
            "shootout" => told.shoot_out = true,
            "win" | "victory" | "success" | "triumph" | "wins" | "victories" => break Deed::Win,
            "defeat" | "loss" | "defeats" | "losses" => break Deed::Lose,
            "draw" | "stalemate" => break Deed::Draw,
            "meeting" | "encounter" | "clash" => break Deed::Play,
            "clean" if passage.is_any(at + 1, &["sheet", "sheets"]) => {
                at += 1;
                break Deed::CleanSheet;
            }
            "shutout" => break Deed::CleanSheet,
            "exit" | "elimination" => break Deed::GoOut(told.stage.take()?),
            "appearance" | "participation" => {
                if let Some(stage) = told.stage.take() {
                    break Deed::Reach(stage);
                }
                let next = skip(passage, at + 1, &["in", "at", "the", "a"]);
                if let Some((stage, end)) = stage_at(passage, next).filter(|(stage, _)| stage.is_knock_out()) {
                    at = end - 1;
                    break Deed::Reach(stage);
                }
                // "Their fifth World Cup appearance"
                let Some((competitions, end)) = competitions_at(reader, passage, next, out) else {
                    told.competitions.as_ref()?;
                    break Deed::TakePart;
                };
                told.competitions = Some(competitions);
                let next = skip(passage, end, &["the"]);
                if let Some((stage, end)) = stage_at(passage, next).filter(|(stage, _)| stage.is_knock_out()) {
                    at = end - 1;
                    break Deed::Reach(stage);
                }
                at = end - 1;
                break Deed::TakePart;
            }
            _ => {
                if told.shoot_out {
                    at -= 1;
                    break Deed::Play;
                }
                return None;
            }
        }
        at += 1;
    };
    told.deed = deed;
    let from = match deed {
        Deed::Reach(_) => at,
        Deed::TakePart
            if at > 0
                && passage.name_at(at - 1).is_some()
                && !passage.is_any(at, &["appearance", "participation", "match", "game", "fixture", "tie"]) =>
        {
            at
        }
        _ => at + 1,
    };
    let from = if matches!(deed, Deed::Reach(_)) && passage.word(at) == "appearance" { at + 1 } else { from };
    let end = tail(reader, passage, from, &mut told, out);
    Some((told, end))
}

/// The end of a word for a match, one that is said to be the first in a time: "match since 1990", "game in 20 years".
fn match_since(passage: &Passage, at: usize) -> Option<usize> {
    let end = at + 1;
    let long = passage.is_any(end, &["in", "for"]) && passage.cardinal(end + 1).is_some();
    (passage.is_any(at, &["match", "game", "fixture", "tie"]) && (long || passage.word(end) == "since")).then_some(end)
}

/// As [`stage_at`], with "quarter-final defeat" and "final win" too.
fn stage_at_noun(passage: &Passage, at: usize) -> Option<(StageKind, usize)> {
    stage_at(passage, at).filter(|(stage, _)| stage.is_knock_out() || *stage == StageKind::Group).or_else(|| {
        let (stage, end) = match passage.word(at) {
            "final" => (StageKind::Final, at + 1),
            "semifinal" => (StageKind::SemiFinal, at + 1),
            "quarterfinal" => (StageKind::QuarterFinal, at + 1),
            "semi" if passage.word(at + 1) == "final" => (StageKind::SemiFinal, at + 2),
            "quarter" if passage.word(at + 1) == "final" => (StageKind::QuarterFinal, at + 2),
            "group" => (StageKind::Group, at + 1),
            _ => return None,
        };
        let deed = ["win", "victory", "defeat", "loss", "exit", "appearance", "success", "triumph", "elimination"];
        (passage.is_any(end, &deed) || match_since(passage, end).is_some()).then_some((stage, end))
    })
}
