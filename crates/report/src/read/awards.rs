//! Penalties as they are given.

use byline_record::Side;
use byline_record::ask::{Verdict, words};

use super::clock::Meant;
use super::fit::{Fit, best_fit};
use super::moment::{self, Happening};
use super::penalties::{of_side, outcome};
use super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};

/// Verbs of the side that gets the penalty.
const FOR: &[&str] =
    &["awarded", "given", "handed", "granted", "won", "earned", "drew", "got", "received", "winning", "earning"];
/// Verbs of the side it is given against.
const AGAINST: &[&str] = &["conceded", "gave away", "conceding", "giving away", "gifted", "concede", "gave"];
const NOUNS: &[&str] = &["penalty kick", "penalty", "spot kick"];
const HEDGES: &[&str] = &[
    "could",
    "should",
    "might",
    "would",
    "not",
    "never",
    "no",
    "appeals",
    "claims",
    "denied",
    "overturned",
    "cancelled",
    "none",
    "if",
    "wanted",
    "demanded",
    "thought",
    "rescinded",
    "rather",
    "appealed",
];

/// Who a verb says the penalty was for.
enum Whose {
    Side(Side),
    /// Of a person the record can tell the side, not that he was fouled or did the fouling.
    Player(Side),
}

pub(crate) fn read(passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        let (end, is_for) = if let Some(end) = passage.any_phrase(at, FOR) {
            (end, true)
        } else if let Some(end) = passage.any_phrase(at, AGAINST) {
            (end, false)
        } else {
            continue;
        };
        let reach = (end + 6).min(passage.len());
        let Some((noun, stop)) = passage.find(end, reach, NOUNS) else { continue };
        let cut = (end..noun).any(|between| {
            passage.is_stop(between)
                || passage.is_mark(between, ',')
                || passage
                    .is_any(between, &["and", "his", "her", "their", "by", "from", "missed", "saved", "when", "after"])
        });
        let hedged = passage.has(at.saturating_sub(5), stop, HEDGES)
            || passage.has(stop, passage.len(), &["overturned", "cancelled", "rescinded", "reversed"]);
        let tail =
            passage.is_any(stop, &["saved", "shoot", "shootout", "area", "box", "appeal", "appeals", "miss", "to"]);
        if cut || hedged || tail {
            continue;
        }
        // "gave them a penalty", "awarded England a penalty": the receiver stands between.
        let between = passage.names.iter().find(|name| name.first >= end && name.end <= noun).and_then(Name::team);
        if passage.is_any(at, &["gave"]) && end == at + 1 && between.is_none() {
            continue;
        }
        let given = passage.is_any(at, &["gave"]) && end == at + 1;
        for focus in foci {
            let whose = match between {
                Some(team) => out.side(focus.entry, team).map(Whose::Side),
                None => subject(passage, at, is_for || given, focus, out),
            };
            if let Some(whose) = whose
                && judge(passage, (at, stop), &whose, focus, out)
            {
                break;
            }
        }
    }
}

/// The side the subject of a verb is on, turned where the penalty was given against it.
fn subject(passage: &Passage, at: usize, is_for: bool, focus: &Focus<'_>, out: &Out<'_>) -> Option<Whose> {
    let start = passage.clause_start(at);
    let name = (start.max(at.saturating_sub(10))..at).rev().find_map(|before| passage.name_at(before))?;
    let is_object = name.first > start && passage.is_any(name.first - 1, &["on", "against", "by", "from", "of"]);
    if is_object || passage.is_possessive(name.end) {
        return None;
    }
    let turned = |side: Side| if is_for { side } else { side.other() };
    match (name.team(), name.person()) {
        (Some(team), _) => out.side(focus.entry, team).map(|side| Whose::Side(turned(side))),
        (None, Some(person)) if out.in_squad(focus.entry, person) => {
            out.side_of_person(focus.entry, person).map(|side| Whose::Player(turned(side)))
        }
        _ => None,
    }
}

/// Judges an award against the penalties of a side; whether there was one.
fn judge(passage: &Passage, (at, stop): (usize, usize), whose: &Whose, focus: &Focus<'_>, out: &mut Out<'_>) -> bool {
    let entry = focus.entry;
    let side = match whose {
        Whose::Side(side) | Whose::Player(side) => *side,
    };
    let penalties = of_side(entry, side);
    let nth = (at..stop).find_map(|at| passage.ordinal(at)).map(|(nth, _)| nth);
    let clock_words = moment::beside(passage, entry.score.extra_time.is_some(), (at, stop));
    let fits = |clock: Option<byline_record::Clock>| match (&clock_words, clock) {
        (Some(words), Some(clock)) => match &words.meant {
            Meant::At(spans) => best_fit(spans, clock),
            _ => Fit::No,
        },
        _ => Fit::No,
    };
    let by_order = nth.and_then(|nth| usize::try_from(nth).ok()?.checked_sub(1)).and_then(|nth| penalties.get(nth));
    let by_clock = penalties.iter().max_by_key(|(_, event, penalty)| fits(penalty.awarded).max(fits(event.clock)));
    let Some(&(index, event, penalty)) = by_order.or(by_clock) else { return false };
    let team = words::team(out.record(), entry.team(side));
    let row = out.event_row(entry, index);
    let topic = Topic::Award(entry.id, index);
    let what = format!("the penalty given to {team} ({})", outcome(event, penalty, out));
    let judged = match whose {
        Whose::Side(_) => Judged::new(Verdict::Confirmed),
        Whose::Player(_) => {
            Judged::new(Verdict::NotInRecord).because("the record has the penalty, and not who fouled whom")
        }
    };
    out.push(passage, (at, stop), Kind::PenaltyAward, what.clone(), judged.showing(row).about(topic.clone()));
    if let Some(words) = clock_words {
        let other = penalty.awarded.and(event.clock);
        let clock = penalty.awarded.or(event.clock);
        let plain = penalties.len() == 1 || nth.is_some();
        let happening =
            Happening { focus: *focus, index, clock, other, of_award: true, plain, beside: false, what, topic };
        moment::judge(passage, &words, &happening, out);
    }
    true
}
