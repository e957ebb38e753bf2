//! Kicks as data sets have them.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use byline_penalty::chance::fit::Observation;
use byline_penalty::chance::{Attempt, Situation};
use byline_penalty::kick::{Level, Phase};
use byline_penalty::shoot_out::{Order, State};

/// A kick with its season.
pub(crate) struct Dated {
    /// Year the season began.
    pub season: i32,
    /// The kick.
    pub observation: Observation,
}

/// Names to numbers, in the order met.
#[derive(Default)]
struct Numbers(BTreeMap<String, u32>);

impl Numbers {
    fn of(&mut self, name: &str) -> Option<u32> {
        let name = name.trim();
        let next = u32::try_from(self.0.len()).ok()?;
        (!name.is_empty() && name != "dummy_goalie").then(|| *self.0.entry(name.to_owned()).or_insert(next))
    }
}

pub(crate) fn kicks(folder: &Path) -> Result<Vec<Dated>, Box<dyn Error>> {
    Ok(read(folder)?.0)
}

/// Names of takers by number.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let numbers = read(folder)?.1;
    let mut names = vec![String::new(); numbers.0.len()];
    for (name, number) in numbers.0 {
        names[number as usize] = name;
    }
    Ok(names)
}

fn read(folder: &Path) -> Result<(Vec<Dated>, Numbers), Box<dyn Error>> {
    let (mut takers, mut keepers) = (Numbers::default(), Numbers::default());
    let mut kicks = club_and_country(&folder.join("kicks_2012_2023.csv"), &mut takers, &mut keepers)?;
    kicks.extend(majors(&folder.join("major_shootouts_1982_2021.csv"), &mut takers, &mut keepers)?);
    kicks.sort_by_key(|kick| kick.season);
    Ok((kicks, takers))
}

fn club_and_country(path: &Path, takers: &mut Numbers, keepers: &mut Numbers) -> Result<Vec<Dated>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let columns = reader.headers()?.clone();
    let column = |name: &str| columns.iter().position(|title| title == name).ok_or(format!("no column {name}"));
    let (sort, competition, date) = (column("CompetitionShortName")?, column("CompetitionName")?, column("DateMatch")?);
    let (phase, outcome, id) = (column("TypePhaseName")?, column("EventTypeName")?, column("fcompMatchID")?);
    let (team, taker, keeper) = (column("PenaltyTakerTeamName")?, column("player_name")?, column("goalie_name")?);
    let mut kicks = Vec::new();
    let mut shoot_out: Option<(String, String, State)> = None;
    for row in reader.records() {
        let row = row?;
        let cell = |place: usize| row.get(place).unwrap_or_default();
        let level = match cell(sort) {
            "nat_teams" if cell(competition).contains("nations-league") => Level::International,
            "nat_teams" => Level::Finals,
            "int_cups" => Level::Continental,
            "leag" => Level::League,
            _ => Level::Cup,
        };
        let scored = cell(outcome) == "Goal";
        let phase = match cell(phase) {
            "Penalty Shoot-Out" => Phase::ShootOut,
            text if text.contains("Extra") => Phase::ExtraTime,
            _ => Phase::Play,
        };
        let mut situation = Situation::new(phase, level);
        if phase == Phase::ShootOut {
            let (first, mut state) = match shoot_out.take() {
                Some((of, first, state)) if of == cell(id) => (first, state),
                _ => (cell(team).to_owned(), State::START),
            };
            let side = usize::from(cell(team) != first);
            // Where the rows are out of order nothing is said of pressure.
            if state.next() == side && state.winner().is_none() {
                let kick = state.kick();
                (situation.must_score, situation.can_win) = (kick.must_score, kick.can_win);
                state = state.after(Order::Abab, scored);
            }
            shoot_out = Some((cell(id).to_owned(), first, state));
        }
        kicks.push(Dated {
            season: cell(date).get(..4).unwrap_or_default().parse()?,
            observation: Observation {
                attempt: Attempt { situation, scored },
                taker: takers.of(cell(taker)),
                keeper: keepers.of(cell(keeper)),
            },
        });
    }
    Ok(kicks)
}

/// Shoot-outs of major tournaments that the other file has not.
fn majors(path: &Path, takers: &mut Numbers, keepers: &mut Numbers) -> Result<Vec<Dated>, Box<dyn Error>> {
    let mut kicks = Vec::new();
    let mut reader = csv::Reader::from_path(path)?;
    for row in reader.byte_records() {
        let row = row?;
        let cell = |place: usize| String::from_utf8_lossy(row.get(place).unwrap_or_default()).into_owned();
        let level = match cell(2).as_str() {
            "WC" | "EU" | "AC" | "CA" | "GC" => Level::Finals,
            "CL" | "EL" | "LI" | "CWC" => Level::Continental,
            _ => continue,
        };
        let date = cell(4);
        let short: i32 = date.get(date.len().saturating_sub(2)..).unwrap_or_default().parse()?;
        let season = if short > 50 { 1900 + short } else { 2000 + short };
        if season >= 2012 && matches!(cell(2).as_str(), "WC" | "EU" | "CL" | "EL") {
            continue;
        }
        let situation = Situation {
            must_score: cell(17) == "1",
            can_win: cell(16) == "1",
            ..Situation::new(Phase::ShootOut, level)
        };
        kicks.push(Dated {
            season,
            observation: Observation {
                attempt: Attempt { situation, scored: cell(9) == "1" },
                taker: takers.of(&cell(7)),
                keeper: keepers.of(&cell(8)),
            },
        });
    }
    Ok(kicks)
}
