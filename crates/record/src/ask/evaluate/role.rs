//! Who managed, captained, kept goal or refereed.

use crate::ask::answer::Caveat;
use crate::ask::statement::{MatchRef, Role};
use crate::ask::{Value, Verdict};
use crate::{Match, PersonId, Side, Table};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::{matching, words};

const fn role_words(role: Role) -> (&'static str, Table) {
    match role {
        Role::Manager => ("manager", Table::Managers),
        Role::Captain => ("captain", Table::Captains),
        Role::Keeper => ("in goal", Table::Keepers),
        Role::Referee => ("referee", Table::Referees),
    }
}

/// People in a role on a side.
fn of_side(asked: &Asked<'_>, entry: &Match, side: Side, role: Role) -> Vec<PersonId> {
    let sheet = entry.sheet(side);
    match role {
        Role::Manager => sheet.and_then(|sheet| sheet.manager).map_or_else(
            || {
                let edition = asked.record().edition(entry.edition);
                let team = entry.team(side);
                edition.managers.iter().filter(|is| is.team == team).map(|is| is.manager).collect()
            },
            |manager| vec![manager],
        ),
        Role::Captain => sheet.and_then(|sheet| sheet.captain).into_iter().collect(),
        Role::Keeper => {
            sheet.map(|sheet| sheet.keepers.iter().map(|&(keeper, _)| keeper).collect()).unwrap_or_default()
        }
        Role::Referee => entry.referee.into_iter().collect(),
    }
}

/// A role in a match, said or asked for.
pub(super) fn role(asked: &Asked<'_>, at: &MatchRef, role: Role, person: Option<PersonId>) -> Finding {
    let record = asked.record();
    let (noun, table) = role_words(role);
    let who = person.map_or_else(|| "who?".to_owned(), |id| words::person(record, id));
    let of = at
        .team
        .filter(|_| role != Role::Referee && !at.either)
        .map_or_else(String::new, |team| format!(" of {}", words::team(record, team)));
    let reading = format!("{}: {noun}{of}: {who}", words::match_ref(record, at));
    matching::each(asked, at, person, |found| {
        let entry = found.entry;
        let plays = person.and_then(|person| matching::plays_in(asked, person, entry));
        // Without a team the side of the person counts, or both are told.
        let sides: Vec<Side> = match (role, at.team, plays) {
            (Role::Referee, _, _) => vec![Side::Home],
            (_, Some(_), _) if !at.either => vec![found.side],
            (_, _, Some(side)) => vec![side],
            (_, _, None) => Side::BOTH.to_vec(),
        };
        let known: Vec<(Side, PersonId)> = sides
            .iter()
            .flat_map(|&side| of_side(asked, entry, side, role).into_iter().map(move |id| (side, id)))
            .collect();
        let line = words::match_line(record, entry);
        if known.is_empty() {
            return Finding::unknown(line, format!("the record does not have it ({table})"))
                .with([Caveat::Incomplete(table)]);
        }
        let names: Vec<String> = known
            .iter()
            .map(|&(side, id)| match role {
                Role::Referee => words::person(record, id),
                _ => format!("{} ({})", words::person(record, id), words::team(record, entry.team(side))),
            })
            .collect();
        let text = format!("{noun}: {}", words::list(&names));
        let mut row = evidence::of_match(asked, entry);
        row.text = format!("{text}: {line}");
        let people: Vec<PersonId> = known.iter().map(|&(_, id)| id).collect();
        match person {
            None => Finding::new(Verdict::Confirmed, text).asked_for(Value::People(people).single()),
            Some(person) if people.contains(&person) => Finding::new(Verdict::Confirmed, text),
            // "England v France" may name the match, not the side.
            Some(person) => match plays.filter(|&side| side != found.side) {
                Some(side) if of_side(asked, entry, side, role).contains(&person) => {
                    Finding::new(Verdict::RecordDiffers, text).because("of the other side")
                }
                _ => Finding::new(Verdict::Contradicted, text),
            },
        }
        .showing([row])
    })
    .read_as(reading)
}
