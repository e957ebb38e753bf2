//! Penalties in play. Kicks of a shoot-out are never counted among them.

use crate::ask::answer::Caveat;
use crate::ask::statement::{MatchRef, Minutes, PenaltyFate};
use crate::{EventKind, Penalty, PenaltyOutcome, PersonId, Table};

use super::asked::Asked;
use super::finding::Finding;
use super::happenings::{Row, What};
use super::seek::{Sought, seek};
use super::words;

/// Whether a kick went so. That it was missed, no more, agrees with every way of missing.
pub(super) fn is_fate(outcome: PenaltyOutcome, fate: PenaltyFate) -> bool {
    match fate {
        PenaltyFate::Scored => outcome == PenaltyOutcome::Scored,
        PenaltyFate::Missed => outcome != PenaltyOutcome::Scored,
        PenaltyFate::Saved => outcome == PenaltyOutcome::Saved,
        PenaltyFate::OffTarget => matches!(outcome, PenaltyOutcome::OffTarget | PenaltyOutcome::Woodwork),
    }
}

/// The fate in words.
pub(super) const fn fate_words(fate: Option<PenaltyFate>) -> &'static str {
    match fate {
        None => "taken",
        Some(PenaltyFate::Scored) => "scored",
        Some(PenaltyFate::Missed) => "not scored",
        Some(PenaltyFate::Saved) => "saved",
        Some(PenaltyFate::OffTarget) => "off target or against the woodwork",
    }
}

/// The penalty of a row.
fn of_row<'r>(row: &Row<'r>) -> Option<&'r Penalty> {
    match row.event.map(|event| &event.kind) {
        Some(EventKind::Penalty(penalty)) => Some(penalty),
        _ => None,
    }
}

/// What is said of a penalty in play.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) taker: Option<PersonId>,
    pub(super) keeper: Option<PersonId>,
    pub(super) fate: Option<PenaltyFate>,
    pub(super) minutes: Option<Minutes>,
    pub(super) given: Option<Minutes>,
    pub(super) count: Option<u8>,
}

/// A penalty in play, said or asked for.
pub(super) fn penalty(asked: &Asked<'_>, at: &MatchRef, said: Said) -> Finding {
    let record = asked.record();
    let faced_by = |row: &Row<'_>, keeper: PersonId| {
        let Some((entry, side)) = row.entry else { return false };
        of_row(row).and_then(|penalty| penalty.keeper).or_else(|| entry.keeper_at(side.other(), row.clock))
            == Some(keeper)
    };
    let given_fits = |row: &Row<'_>, given: Minutes| {
        let clock = of_row(row).and_then(|penalty| penalty.awarded).or(row.clock);
        clock.is_some_and(|clock| {
            (given.from <= clock && clock <= given.to) || clock.distance(given.from).min(clock.distance(given.to)) <= 1
        })
    };
    let test = |row: &Row<'_>| {
        of_row(row).is_some_and(|penalty| said.fate.is_none_or(|fate| is_fate(penalty.outcome, fate)))
            && said.keeper.is_none_or(|keeper| faced_by(row, keeper))
            && said.given.is_none_or(|given| given_fits(row, given))
    };
    let who = said.taker.map_or_else(|| "who?".to_owned(), |id| words::person(record, id));
    let mut reading = format!("{}: penalty in play by {who}, {}", words::match_ref(record, at), fate_words(said.fate));
    if let Some(keeper) = said.keeper {
        reading.push_str(&format!(", {} in goal", words::person(record, keeper)));
    }
    if let Some(minutes) = &said.minutes {
        reading.push_str(&format!(", {}", words::minutes(minutes)));
    }
    if let Some(given) = &said.given {
        reading.push_str(&format!(", given {}", words::minutes(given)));
    }
    if let Some(count) = said.count {
        reading.push_str(&format!(", {}", words::count(u32::from(count), "time", "times")));
    }
    let tables: &[Table] = match said.fate {
        Some(PenaltyFate::Scored) => &[Table::Goals],
        Some(_) => &[Table::MissedPenalties],
        None => &[Table::Goals, Table::MissedPenalties],
    };
    // The person looked for is the taker; where only the keeper is named, his matches are looked at.
    let anchor = MatchRef { team: at.team.filter(|_| said.taker.is_some() || said.keeper.is_none()), ..at.clone() };
    let anchor = if said.taker.is_none() && said.keeper.is_some() && at.team.is_some() {
        MatchRef { team: None, opponent: at.opponent.or(at.team), ..anchor }
    } else {
        anchor
    };
    seek(
        asked,
        &anchor,
        &Sought {
            what: What::Penalty(None),
            person: said.taker,
            minutes: said.minutes,
            is_special: said.fate.is_some() || said.keeper.is_some(),
            test: &test,
            count: said.count,
            nouns: ("penalty in play", "penalties in play"),
            tables,
        },
    )
    .with([Caveat::Note("Penalties in play only; kicks of a shoot-out are counted apart".to_owned())])
    .read_as(reading)
}
