//! Answers typed statements from the record as of a day.
//!
//! A statement about one match goes from a [`MatchRef`](crate::ask::statement::MatchRef) to the matches it can mean
//! ([`matching`]); an event is then sought among their rows ([`seek`]). A statement over history is a question to one
//! stream of rows, "everything that happened in the scope" ([`happenings`]): counts, firsts, lasts, runs and
//! superlatives are all taken from it, and [`completeness`] says how far it can be trusted. Whatever is said is judged
//! through the view: nothing later than its day is seen.
//!
//! `contradicted` is said only where it is plain which match is meant, the table is complete there, and the row that
//! contradicts can be shown.

mod asked;
mod cards;
mod completeness;
mod disputes;
mod evidence;
mod finding;
mod goals;
mod groups;
mod happenings;
mod head_to_head;
mod honours;
mod matching;
mod next_match;
mod occasion;
mod penalties;
mod place_date;
mod prospect;
mod query;
mod role;
mod scoping;
mod score_outcome;
mod seek;
mod shoot_out;
mod since;
mod stages;
#[cfg(test)]
mod strange;
mod streak;
mod superlative;
mod tally;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod titles;
#[cfg(test)]
mod whole;
pub mod words;

use crate::View;
use crate::ask::answer::{Alternative, Caveat};
use crate::ask::statement::{Occurrence, Says};
use crate::ask::{Answer, Statement, Value, Verdict};

use asked::Asked;
use finding::Finding;

pub use scoping::describe;

/// The most rows of evidence an answer shows.
const MOST_EVIDENCE: usize = 20;

/// Answers a statement as the record stood on the day of the view.
///
/// A statement with something left open (who, when, how many) is `confirmed` where the record has it, with the
/// [`value`](Answer::value); one with nothing left open is judged, and its value is yes or no where that is plain.
///
/// # Panics
/// If identifiers in the statement come from another record than the view's.
#[must_use]
pub fn evaluate(view: &View<'_>, statement: &Statement) -> Answer {
    let asked = Asked::new(*view, statement);
    let finding = find(&asked, &statement.says);
    dress(&asked, statement, finding)
}

fn find(asked: &Asked<'_>, says: &Says) -> Finding {
    match says {
        Says::Score { at, score, point } => score_outcome::score(asked, at, *score, *point),
        Says::Outcome { at, outcome, strictness } => score_outcome::outcome(asked, at, *outcome, *strictness),
        Says::Goal { at, scorer, minutes, kind, order, count } => {
            goals::goal(asked, at, *scorer, *minutes, *kind, *order, *count)
        }
        Says::Penalty { at, taker, keeper, fate, minutes, given, count } => {
            let said = penalties::Said {
                taker: *taker,
                keeper: *keeper,
                fate: *fate,
                minutes: *minutes,
                given: *given,
                count: *count,
            };
            penalties::penalty(asked, at, said)
        }
        Says::ShootOut { at, won, score } => shoot_out::shoot_out(asked, at, *won, *score),
        Says::ShootOutKick { at, taker, order, last, fate } => shoot_out::kick(asked, at, *taker, *order, *last, *fate),
        Says::Card { at, player, card, minutes } => cards::card(asked, at, *player, *card, *minutes),
        Says::StageReached { team, edition, stage, exactly } => {
            stages::stage_reached(asked, *team, *edition, *stage, *exactly)
        }
        Says::NextMatch { team, after, opponent, when, stage } => {
            next_match::next_match(asked, *team, *after, *opponent, when, *stage)
        }
        Says::GroupPosition { team, edition, group, position } => {
            groups::position(asked, *team, *edition, group.as_deref(), *position)
        }
        Says::Honours { team, honour, competition, edition } => {
            honours::honours(asked, *team, *honour, *competition, *edition)
        }
        Says::HeadToHead { team, opponent, played, won, drawn, lost } => {
            head_to_head::head_to_head(asked, *team, *opponent, [*played, *won, *drawn, *lost])
        }
        Says::Tally { what, whose, against, count } => tally::tally(asked, *what, *whose, *against, *count),
        Says::Streak { team, kind, which, length } => streak::streak(asked, *team, *kind, *which, *length),
        Says::Occasion { feat, whose, occurrence, when, since, prospective } => {
            occasion::occasion(asked, feat, *whose, *occurrence, when, since.as_ref(), *prospective)
        }
        Says::Superlative { record, holder: Some(holder), own: true, value } => {
            superlative::own(asked, *record, *holder, *value)
        }
        Says::Superlative { record, holder, value, .. } => superlative::superlative(asked, *record, *holder, *value),
        Says::Venue { at, place } => place_date::venue(asked, at, place.as_deref()),
        Says::Date { at, date, weekday, zone } => place_date::date(asked, at, *date, *weekday, *zone),
        Says::Role { at, role, person } => role::role(asked, at, *role, *person),
    }
}

/// The verdict of a statement that denies what was judged.
const fn denied(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Confirmed | Verdict::Rounding => Verdict::Contradicted,
        Verdict::Contradicted => Verdict::Confirmed,
        other => other,
    }
}

/// Whether a verdict is a plain yes or no.
const fn truth(verdict: Verdict) -> Option<bool> {
    match verdict {
        Verdict::Confirmed | Verdict::Rounding => Some(true),
        Verdict::Contradicted => Some(false),
        Verdict::RecordDiffers | Verdict::NotInRecord | Verdict::NotRead => None,
    }
}

const fn is_never(says: &Says) -> bool {
    matches!(says, Says::Occasion { occurrence: Occurrence::Never, .. })
}

fn dress(asked: &Asked<'_>, statement: &Statement, finding: Finding) -> Answer {
    let Finding { mut reading, mut verdict, fact, mut value, reason, mut evidence, mut caveats, mut alternatives } =
        finding;
    let asks = value.is_some();
    // "Ever" is what has not never happened.
    let ever = statement.denied && is_never(&statement.says);
    if statement.denied {
        reading = if ever { reading.replacen(" never: ", " ever: ", 1) } else { format!("not: {reading}") };
        verdict = denied(verdict);
        for Alternative { verdict, .. } in &mut alternatives {
            *verdict = denied(*verdict);
        }
    }
    let answer = match truth(verdict) {
        Some(true) if !asks && (!statement.denied || ever) => format!("Yes: {fact}"),
        Some(false) if !asks && (!statement.denied || ever) => format!("No: {fact}"),
        _ => fact,
    };
    if !asks || statement.denied {
        value = truth(verdict).map(Value::Truth);
    }
    if evidence.len() > MOST_EVIDENCE {
        caveats.push(Caveat::Note(format!("{} more rows not shown", evidence.len() - MOST_EVIDENCE)));
        evidence.truncate(MOST_EVIDENCE);
    }
    Answer {
        statement: Some(statement.clone()),
        reading,
        verdict,
        answer,
        value,
        reason,
        evidence,
        scope: asked.scope.clone(),
        caveats,
        alternatives,
    }
}
