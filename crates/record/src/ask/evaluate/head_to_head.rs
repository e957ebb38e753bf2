//! Meetings of two teams. Record books differ over what counts, so a total over all competitions that is otherwise is
//! told with both numbers, never called wrong.

use crate::ask::scope::ShootOutCounts;
use crate::ask::statement::{Outcome, Subject};
use crate::ask::{Scope, Value, Verdict};
use crate::{Side, Table, TeamId};

use super::asked::Asked;
use super::completeness::{Needs, reach};
use super::evidence;
use super::finding::Finding;
use super::happenings::{self, Row, What};
use super::query::Query;
use super::{scoping, words};

/// Meetings, wins, draws and defeats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Record {
    played: u32,
    won: u32,
    drawn: u32,
    lost: u32,
    scored: u32,
    conceded: u32,
}

/// What is said of the meetings: all of them, won, drawn, lost.
pub(super) type Said = [Option<u16>; 4];

fn sum(asked: &Asked<'_>, rows: &[Row<'_>]) -> Record {
    let mut sum = Record::default();
    for (entry, side) in rows.iter().filter_map(|row| row.entry) {
        sum.played += 1;
        match scoping::outcome(asked, entry, side) {
            Some(Outcome::Won) => sum.won += 1,
            Some(Outcome::Drew) => sum.drawn += 1,
            Some(Outcome::Lost) => sum.lost += 1,
            None => {}
        }
        let goals = |side: Side| entry.score.end.map_or(0, |end| u32::from(end.of(side)));
        sum.scored += goals(side);
        sum.conceded += goals(side.other());
    }
    sum
}

fn differences(said: Said, known: &Record) -> Vec<(u32, u32)> {
    said.into_iter()
        .zip([known.played, known.won, known.drawn, known.lost])
        .filter_map(|(said, known)| Some((u32::from(said?), known)))
        .filter(|(said, known)| said != known)
        .collect()
}

fn told(asked: &Asked<'_>, team: TeamId, opponent: TeamId, known: &Record) -> String {
    let record = asked.record();
    format!(
        "{} v {}: {}, {} won, {} drawn, {} lost, goals {}-{}",
        words::team(record, team),
        words::team(record, opponent),
        words::count(known.played, "match", "matches"),
        known.won,
        known.drawn,
        known.lost,
        known.scored,
        known.conceded
    )
}

/// Meetings of two teams, said or asked for.
pub(super) fn head_to_head(asked: &Asked<'_>, team: TeamId, opponent: TeamId, said: Said) -> Finding {
    let record = asked.record();
    let query = Query::new(What::Played, Some(Subject::Team(team))).against(Some(opponent));
    let rows = happenings::rows(asked, &query);
    let known = sum(asked, &rows);
    let tables: &[Table] = &[Table::Results];
    let reach = reach(asked, &Needs::of(tables, Some(Subject::Team(team))));
    let parts: Vec<String> = said
        .into_iter()
        .zip(["met", "won", "drawn", "lost"])
        .filter_map(|(count, what)| Some(format!("{what} {}", count?)))
        .collect();
    let claims = if parts.is_empty() { "the record?".to_owned() } else { parts.join(", ") };
    let names = (words::team(record, team), words::team(record, opponent));
    let reading = format!("{} against {}: {claims}", names.0, names.1);
    let text = told(asked, team, opponent, &known);
    let asks = said.iter().all(Option::is_none);
    let wrong = differences(said, &known);
    let in_one_competition = !asked.scope.competitions.is_empty() || asked.scope.edition.is_some();
    let verdict = match (asks, wrong.is_empty(), reach.is_complete()) {
        (true, _, _) => Verdict::Confirmed,
        (false, true, true) => Verdict::Confirmed,
        (false, true, false) => Verdict::NotInRecord,
        (false, false, true) if in_one_competition => Verdict::Contradicted,
        // More than is said are known, whatever is missing.
        (false, false, false) if in_one_competition && wrong.iter().any(|(said, known)| known > said) => {
            Verdict::Contradicted
        }
        (false, false, _) => Verdict::RecordDiffers,
    };
    let mut finding = Finding::new(verdict, text)
        .showing(rows.iter().rev().map(|row| evidence::of_row(asked, row)))
        .with(reach.caveats(asked));
    if asks {
        finding = finding.asked_for(Value::Count { count: known.played, at_least: !reach.is_complete() });
    } else {
        if !wrong.is_empty() {
            let pairs: Vec<String> =
                wrong.iter().map(|(said, known)| format!("{said} said, {known} in the record")).collect();
            finding = finding.because(pairs.join("; "));
        } else if !reach.is_complete() {
            finding = finding.because("the same number, but the record does not hold every match");
        }
        finding = with_other_scopes(asked, finding, team, opponent, said);
    }
    finding.soften().read_as(reading)
}

/// The same under other definitions: shoot-outs as wins, predecessors left out.
fn with_other_scopes(asked: &Asked<'_>, mut finding: Finding, team: TeamId, opponent: TeamId, said: Said) -> Finding {
    if finding.verdict == Verdict::Confirmed {
        return finding;
    }
    let shoot_out = match asked.scope.shoot_out {
        ShootOutCounts::Draw => (ShootOutCounts::Win, "a shoot-out counts as a win"),
        ShootOutCounts::Win => (ShootOutCounts::Draw, "a shoot-out counts as a draw"),
    };
    let predecessors =
        if asked.scope.predecessors { "predecessor states do not count" } else { "predecessor states count" };
    let others = [
        (Scope { shoot_out: shoot_out.0, ..asked.scope.clone() }, shoot_out.1),
        (Scope { predecessors: !asked.scope.predecessors, ..asked.scope.clone() }, predecessors),
    ];
    for (scope, reading) in others {
        let other = Asked { scope, ..asked.clone() };
        let query = Query::new(What::Played, Some(Subject::Team(team))).against(Some(opponent));
        let known = sum(&other, &happenings::rows(&other, &query));
        let reach = reach(&other, &Needs::of(&[Table::Results], Some(Subject::Team(team))));
        if differences(said, &known).is_empty() && finding.verdict != Verdict::NotInRecord {
            let verdict = if reach.is_complete() { Verdict::Confirmed } else { Verdict::NotInRecord };
            finding = finding.or_else_read(reading, verdict, told(&other, team, opponent, &known));
        }
    }
    finding
}
