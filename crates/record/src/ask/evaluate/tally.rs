//! How many: goals, penalties, titles, matches, of a team or a person.

use crate::ask::answer::Caveat;
use crate::ask::scope::ShootOutCounts;
use crate::ask::statement::{Countable, Subject};
use crate::ask::{Scope, Value, Verdict};
use crate::{CompetitionClass, CompetitionId, StageKind, TeamId};

use super::asked::Asked;
use super::completeness::{Needs, Reach, reach};
use super::evidence;
use super::finding::Finding;
use super::happenings::{self, EditionFeat, Row, What};
use super::query::Query;
use super::{scoping, words};

/// One and several of what is counted.
const fn nouns(what: Countable) -> (&'static str, &'static str) {
    match what {
        Countable::Goals => ("goal", "goals"),
        Countable::PenaltiesScored => ("penalty scored in play", "penalties scored in play"),
        Countable::PenaltiesMissed => ("penalty missed in play", "penalties missed in play"),
        Countable::PenaltiesTaken => ("penalty taken in play", "penalties taken in play"),
        Countable::OwnGoals => ("own goal", "own goals"),
        Countable::HatTricks => ("hat-trick", "hat-tricks"),
        Countable::Cautions => ("yellow card", "yellow cards"),
        Countable::Dismissals => ("sending-off", "sendings-off"),
        Countable::Caps => ("appearance", "appearances"),
        Countable::Matches => ("match", "matches"),
        Countable::Wins => ("win", "wins"),
        Countable::Draws => ("draw", "draws"),
        Countable::Losses => ("defeat", "defeats"),
        Countable::GoalsConceded => ("goal conceded", "goals conceded"),
        Countable::Titles => ("title", "titles"),
        Countable::Finals => ("final", "finals"),
        Countable::Appearances => ("edition taken part in", "editions taken part in"),
        Countable::ShootOuts => ("shoot-out", "shoot-outs"),
        Countable::ShootOutsWon => ("shoot-out won", "shoot-outs won"),
        Countable::ShootOutsLost => ("shoot-out lost", "shoot-outs lost"),
        Countable::ShootOutKicks => ("shoot-out kick", "shoot-out kicks"),
        Countable::ShootOutKicksMissed => ("shoot-out kick missed", "shoot-out kicks missed"),
    }
}

/// Competitions whose editions are counted where none is named: finals of championships.
pub(super) fn championships(asked: &Asked<'_>) -> Vec<CompetitionId> {
    let record = asked.record();
    scoping::competitions(asked)
        .into_iter()
        .filter(|&id| record.competition(id).class == CompetitionClass::Finals)
        .collect()
}

/// A count of rows: every row once, or the goals and margins they carry.
fn amount(what: What, rows: &[Row<'_>]) -> u32 {
    match what {
        What::GoalsFor | What::GoalsAgainst => rows.iter().map(|row| row.amount).sum(),
        _ => u32::try_from(rows.len()).unwrap_or(u32::MAX),
    }
}

/// A count, said or asked for.
pub(super) fn tally(
    asked: &Asked<'_>,
    what: Countable,
    whose: Subject,
    against: Option<TeamId>,
    said: Option<u32>,
) -> Finding {
    let record = asked.record();
    let query = Query::of_countable(what, whose).against(against);
    let widened;
    let asked = if matches!(query.what, What::Edition(_))
        && asked.scope.competitions.is_empty()
        && asked.scope.edition.is_none()
    {
        widened = Asked { scope: Scope { competitions: championships(asked), ..asked.scope.clone() }, ..asked.clone() };
        &widened
    } else {
        asked
    };
    let of_edition = asked.scope.edition.map(|id| asked.competition_of(id));
    let query = match (query.what, of_edition) {
        (What::Edition(_), Some(id)) => query.at(id),
        _ => query,
    };
    let rows = happenings::rows(asked, &query);
    let known = amount(query.what, &rows);
    let reach = reach(asked, &Needs::of_query(&query));
    let (one, several) = nouns(what);
    let name = words::subject(record, whose);
    let versus = against.map_or_else(String::new, |team| format!(" against {}", words::team(record, team)));
    let place = place(asked);
    let reading = match said {
        Some(said) => format!("{name}{versus}, {place}: {}", words::count(said, one, several)),
        None => format!("{name}'s {several}{versus}, {place}: how many?"),
    };
    let at_least = !reach.is_complete();
    let least = if at_least { "at least " } else { "" };
    let text =
        format!("{name}{versus}, {place}: {least}{}{}", words::count(known, one, several), years(asked, &query, &rows));
    let shown =
        rows.iter().rev().filter(|row| !matches!(query.what, What::GoalsFor | What::GoalsAgainst) || row.amount > 0);
    let mut finding = judge(asked, said, known, &reach, text)
        .showing(shown.map(|row| evidence::of_row(asked, row)))
        .with(reach.caveats(asked))
        .with(notes(asked, query.what));
    if said.is_none() {
        finding = finding.asked_for(Value::Count { count: known, at_least });
    } else if finding.verdict != Verdict::Confirmed {
        finding = with_shoot_outs(asked, finding, &query, said);
    }
    finding.soften().read_as(reading)
}

fn place(asked: &Asked<'_>) -> String {
    let record = asked.record();
    match (asked.scope.edition, asked.scope.competitions.as_slice()) {
        (Some(id), _) => words::edition(record, id),
        (None, []) => "all matches in the record".to_owned(),
        (None, ids) => {
            let names: Vec<String> = ids.iter().map(|&id| words::competition(record, id)).collect();
            words::some_of(&names, 4)
        }
    }
}

/// The editions of a feat that belongs to one: ` (1958, 1962)`.
fn years(asked: &Asked<'_>, query: &Query, rows: &[Row<'_>]) -> String {
    if !matches!(query.what, What::Edition(_)) || rows.is_empty() {
        return String::new();
    }
    let one = asked.scope.competitions.len() == 1 || query.competition.is_some();
    let labels: Vec<String> = rows
        .iter()
        .map(|row| {
            let edition = asked.record().edition(row.edition);
            if one { edition.label.to_string() } else { words::edition(asked.record(), row.edition) }
        })
        .collect();
    format!(" ({})", words::some_of(&labels, 24))
}

fn judge(asked: &Asked<'_>, said: Option<u32>, known: u32, reach: &Reach, text: String) -> Finding {
    let everywhere = asked.scope.competitions.is_empty() && asked.scope.edition.is_none();
    match said {
        None if known == 0 && !reach.is_complete() => {
            Finding::unknown(text, "none in the record, which is not complete here")
        }
        None => Finding::new(Verdict::Confirmed, text),
        Some(said) if reach.is_complete() => Finding::judged(said == known, text),
        Some(said) if known > said => {
            Finding::new(Verdict::Contradicted, text).because(format!("{said} said, {known} already in the record"))
        }
        Some(said) if known < said && everywhere => Finding::new(Verdict::RecordDiffers, text)
            .because(format!("{said} said, {known} in the record, which does not hold every match")),
        Some(said) if known < said => {
            Finding::unknown(text, format!("{said} said, {known} in the record, which is not complete here"))
        }
        Some(_) => Finding::unknown(text, "the same number, but the record is not complete here"),
    }
}

/// What is and is not counted.
pub(super) fn notes(asked: &Asked<'_>, what: What) -> Vec<Caveat> {
    let note = match what {
        What::Goal | What::HatTrick => "Own goals do not count for the scorer, kicks of a shoot-out are no goals",
        What::GoalsFor | What::GoalsAgainst => {
            "Own goals count for the side they were scored for; shoot-outs do not count"
        }
        What::Penalty(_) => "Penalties in play only: kicks of a shoot-out and kicks taken again do not count",
        What::Ended(_) => match asked.scope.shoot_out {
            ShootOutCounts::Draw => "A match decided by a shoot-out counts as a draw",
            ShootOutCounts::Win => "A shoot-out counts as a win",
        },
        What::Edition(EditionFeat::Reached(StageKind::Final)) => {
            "An edition decided by a final pool in place of a final does not count as a final"
        }
        _ => return Vec::new(),
    };
    vec![Caveat::Note(note.to_owned())]
}

/// The count with shoot-outs counted the other way, where it is what was said.
fn with_shoot_outs(asked: &Asked<'_>, finding: Finding, query: &Query, said: Option<u32>) -> Finding {
    if !matches!(query.what, What::Ended(_)) {
        return finding;
    }
    let (shoot_out, reading) = match asked.scope.shoot_out {
        ShootOutCounts::Draw => (ShootOutCounts::Win, "a shoot-out counts as a win"),
        ShootOutCounts::Win => (ShootOutCounts::Draw, "a shoot-out counts as a draw"),
    };
    let other = Asked { scope: Scope { shoot_out, ..asked.scope.clone() }, ..asked.clone() };
    let known = amount(query.what, &happenings::rows(&other, query));
    let complete = reach(&other, &Needs::of_query(query)).is_complete();
    if complete && said == Some(known) {
        finding.or_else_read(reading, Verdict::Confirmed, format!("{known}"))
    } else {
        finding
    }
}
