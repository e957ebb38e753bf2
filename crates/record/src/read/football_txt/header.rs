//! Lines that speak of the edition as a whole: `#: key value` and `Group B | England  Iran  United States  Wales`.

use crate::claim::{EditionClaim, Name};
use crate::read::openfootball::{group_label, zone};
use crate::read::scan::{Fault, Parsed, name, names, split_wide, split_word};
use crate::{Extent, Stage, Table};

/// The most hosts of an edition: each match is compared with all of them.
const MOST_HOSTS: usize = 64;

/// Reads what follows `#:` into the edition; gives the zone if that is what the line says.
pub(super) fn read<'t>(edition: &mut EditionClaim, text: &'t str) -> Parsed<'t, Option<i16>> {
    let text = text.trim();
    let (key, value) = split_word(text);
    if value.is_empty() {
        return Err(Fault::unexpected(text, "a key and a value, `#: hosts Qatar`"));
    }
    match key {
        "hosts" => {
            edition.hosts = list(value, "hosts, separated by commas")?;
            if edition.hosts.len() > MOST_HOSTS {
                return Err(Fault::unexpected(value, format!("at most {MOST_HOSTS} hosts")));
            }
        }
        "zone" => {
            return zone(value).map(Some).ok_or_else(|| Fault::unexpected(value, "an offset from UTC, `UTC+3`"));
        }
        "champions" => champions(edition, value)?,
        "standings" => standings(edition, value)?,
        "managers" => in_office(&mut edition.managers, value, "`Team: Manager`", "a manager's name")?,
        "captains" => in_office(&mut edition.captains, value, "`Team: Captain`", "a captain's name")?,
        "positions" => {
            for part in parts(value) {
                let (group, teams) = owner(part, "`Group A: Team, Team`")?;
                edition.positions.push((group_label(group), list(teams, "teams, separated by commas")?));
            }
        }
        "attested" => {
            for part in parts(value) {
                let (tables, sources) = owner(part, "`results, goals: source, source`")?;
                let sources = list(sources, "keys of sources, separated by commas")?;
                for table in names(tables, "tables, separated by commas") {
                    let at = table?;
                    let table = self::table(at)?;
                    if edition.attested.iter().any(|(attested, _)| *attested == table) {
                        return Err(Fault::unexpected(at, "each table once, with all the sources that agree"));
                    }
                    edition.attested.push((table, sources.clone()));
                }
            }
        }
        "complete" => extent(edition, value, Extent::Complete)?,
        "partial" => extent(edition, value, Extent::Partial)?,
        "none" => extent(edition, value, Extent::None)?,
        _ => {
            return Err(Fault::unexpected(
                key,
                "`hosts`, `zone`, `champions`, `standings`, `managers`, `captains`, `positions`, `attested`, \
                 `complete`, `partial` or `none`",
            )
            .with_hint("a comment starts with `# `"));
        }
    }
    Ok(None)
}

fn parts(value: &str) -> impl Iterator<Item = &str> {
    value.split('|').map(str::trim)
}

fn owner<'t>(part: &'t str, expected: &'static str) -> Parsed<'t, (&'t str, &'t str)> {
    match part.split_once(':').map(|(owner, what)| (owner.trim(), what.trim())) {
        Some((owner, what)) if !owner.is_empty() && !what.is_empty() => Ok((owner, what)),
        _ => Err(Fault::unexpected(part, expected)),
    }
}

/// Reads `Team: Name | Team: Name, Name`.
fn in_office<'t>(
    list: &mut Vec<(Box<str>, Name)>,
    value: &'t str,
    expected: &'static str,
    what: &'static str,
) -> Parsed<'t, ()> {
    for part in parts(value) {
        let (team, people) = owner(part, expected)?;
        for person in names(people, what) {
            list.push((name(team), name(person?)));
        }
    }
    Ok(())
}

fn list<'t>(value: &'t str, what: &'static str) -> Parsed<'t, Vec<Box<str>>> {
    names(value, what).map(|part| part.map(name)).collect()
}

fn extent<'t>(edition: &mut EditionClaim, value: &'t str, extent: Extent) -> Parsed<'t, ()> {
    for part in names(value, "tables, separated by commas") {
        let part = part?;
        if let Some((of, group)) = part.strip_suffix(')').and_then(|part| part.split_once(" (")) {
            let table = table(of)?;
            if extent != Extent::Complete || !group.starts_with("Group ") {
                return Err(Fault::unexpected(part, "`complete` with a group as in `cautions (Group C)`"));
            }
            edition.coverage.complete_group(table, &group_label(group));
            continue;
        }
        let table = table(part)?;
        let before = edition.coverage.of(table);
        if before != Extent::Unknown && before != extent {
            return Err(Fault::new(
                part,
                format!("{table} are {extent} here and {before} above"),
                "one extent a table",
            ));
        }
        edition.coverage.set(table, extent);
    }
    Ok(())
}

fn table(text: &str) -> Parsed<'_, Table> {
    // Most are written as they are printed.
    let exact = Table::ALL.iter().copied().find(|table| table.name() == text);
    exact.or_else(|| Table::read(text)).ok_or_else(|| {
        let known: Vec<&str> = Table::ALL.iter().map(|table| table.name()).collect();
        Fault::unexpected(text, format!("a table: {}", known.join(", ")))
    })
}

fn champions<'t>(edition: &mut EditionClaim, value: &'t str) -> Parsed<'t, ()> {
    match edition.standings.first() {
        None => edition.standings = vec![vec![name(value)]],
        Some(first) if first.len() == 1 && first.first().is_some_and(|first| **first == *value) => {}
        Some(_) => return Err(Fault::unexpected(value, "the first of `standings`")),
    }
    Ok(())
}

fn standings<'t>(edition: &mut EditionClaim, value: &'t str) -> Parsed<'t, ()> {
    let champions = edition.standings.first().and_then(|first| first.first()).cloned();
    edition.standings = names(value, "teams from the top, separated by commas, `=` between equals")
        .map(|place| Ok(place?.split('=').map(name).collect()))
        .collect::<Parsed<'t, Vec<Vec<Box<str>>>>>()?;
    let first = edition.standings.first().and_then(|first| first.first());
    match champions {
        Some(champions) if first != Some(&champions) => {
            Err(Fault::unexpected(value, format!("`{champions}` first, as in `champions`")))
        }
        _ => Ok(()),
    }
}

/// A group as drawn: its label and its teams.
pub(super) type Group = (Box<str>, Vec<Box<str>>);

/// Reads `Group B | Team  Team  Team`, `Final round | Team  Team`; `None` if no stage stands before the bar.
pub(super) fn group(line: &str) -> Option<Parsed<'_, Group>> {
    let (label, teams) = line.split_once('|')?;
    let label = label.trim();
    Stage::read(label)?;
    let mut rest = teams.trim();
    let mut listed = Vec::with_capacity(4);
    while !rest.is_empty() {
        let (team, after) = split_wide(rest);
        listed.push(name(team));
        rest = after;
    }
    Some(if listed.len() < 2 {
        Err(Fault::unexpected(teams.trim(), "the teams of the group, two or more spaces between them"))
    } else {
        Ok((group_label(label), listed))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(lines: &[&'static str]) -> Result<EditionClaim, String> {
        let mut edition = EditionClaim::default();
        for line in lines {
            read(&mut edition, line).map_err(|fault| fault.locate(line).to_string())?;
        }
        Ok(edition)
    }

    #[test]
    fn an_edition_is_told_by_its_header() {
        let edition = edition(&[
            " hosts      South Korea, Japan",
            " champions  Brazil",
            " standings  Brazil, Germany, Turkey, South Korea",
            " managers   Sweden: Lars Lagerbäck, Tommy Söderberg | Brazil: Luiz Felipe Scolari",
            " captains   Brazil: Cafu | Sweden: Johan Mjällby, Patrik Andersson",
            " positions  Group C: Brazil, Turkey, Costa Rica, China | Group E: Germany, Republic of Ireland",
            " attested   results, goals: world-cup-database, openfootball | cautions: world-cup-database",
            " complete   results, missed penalties",
            " none       odds",
        ])
        .unwrap();
        assert_eq!(edition.hosts.join("+"), "South Korea+Japan");
        assert_eq!(edition.standings.len(), 4);
        assert_eq!(edition.managers.len(), 3);
        assert_eq!(edition.captains[0], ("Brazil".into(), "Cafu".into()));
        assert_eq!(edition.captains[2], ("Sweden".into(), "Patrik Andersson".into()));
        assert_eq!(&*edition.positions[0].0, "C");
        assert_eq!(edition.attested.len(), 3);
        assert_eq!(edition.coverage.of(Table::MissedPenalties), Extent::Complete);
        assert_eq!(edition.coverage.of(Table::Odds), Extent::None);
    }

    #[test]
    fn equals_share_a_place() {
        let edition = edition(&[" standings  Portugal, France, Wales = Germany"]).unwrap();
        assert_eq!(edition.standings[2].len(), 2);
    }

    #[test]
    fn a_header_that_contradicts_itself_is_refused() {
        assert!(edition(&[" champions Brazil", " standings Germany, Brazil"]).unwrap_err().contains("`Brazil` first"));
        assert!(edition(&[" standings Germany, Brazil", " champions Brazil"]).is_err());
        assert!(
            edition(&[" complete goals", " partial goals"]).unwrap_err().contains("partial here and complete above")
        );
        assert!(edition(&[" complete corner kicks"]).unwrap_err().contains("a table: results"));
        assert!(edition(&[" hots Qatar"]).unwrap_err().starts_with("1:2: `hots`; expected `hosts`"));
        assert!(edition(&[" hosts"]).is_err());
        assert!(edition(&[" captains Bobby Moore"]).unwrap_err().contains("`Team: Captain`"));
        assert!(edition(&[" captains England: Bobby Moore,"]).unwrap_err().contains("a captain's name"));
        assert!(edition(&[" zone Moon"]).is_err());
    }

    #[test]
    fn groups_part_at_wide_gaps() {
        let (label, teams) = group("Group D |  Netherlands  France      Czech Republic   Denmark").unwrap().unwrap();
        assert_eq!((&*label, teams.join("+")), ("D", "Netherlands+France+Czech Republic+Denmark".to_owned()));
        assert!(group("Group D | Netherlands").unwrap().is_err());
        assert!(group("Matchday 1 | Jun 8 - Jun 11").is_none());
    }
}
