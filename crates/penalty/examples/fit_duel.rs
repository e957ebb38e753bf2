//! Finds the numbers of `src/duel/pool.rs`: `cargo run --release -p byline-penalty --example fit_duel -- FOLDER`, where the
//! folder holds `kicks_with_directions.csv`, `world_cup_shootouts_zones.csv` and `statsbomb_penalties.csv`.
//! `docs/penalties.md` says where they come from.
#![allow(clippy::indexing_slicing, reason = "arrays are indexed by aims, dives and thirds")]

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use byline_penalty::duel::fit::strength;
use byline_penalty::duel::{Cells, published};
use byline_penalty::side::{Aim, Dive, Height, third};
use byline_record::{Direction, Foot};

fn foot(text: &str) -> Option<Foot> {
    match text.trim().chars().next()? {
        'R' => Some(Foot::Right),
        'L' => Some(Foot::Left),
        _ => None,
    }
}

fn direction(text: &str) -> Option<Direction> {
    match text.trim().to_ascii_uppercase().as_str() {
        "L" => Some(Direction::Left),
        "C" => Some(Direction::Centre),
        "R" => Some(Direction::Right),
        _ => None,
    }
}

/// A cell; empty where there is no such column.
fn cell<'r>(row: &'r BTreeMap<String, String>, title: &str) -> &'r str {
    row.get(title).map_or("", String::as_str)
}

/// Rows of a file by the names of their columns.
fn rows(path: &Path) -> Result<Vec<BTreeMap<String, String>>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let titles: Vec<String> =
        reader.headers()?.iter().map(|title| title.trim_start_matches('\u{feff}').to_owned()).collect();
    reader.records().map(|row| Ok(titles.iter().cloned().zip(row?.iter().map(str::to_owned)).collect())).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name the folder with the kicks")?);
    let mut out = std::io::stdout().lock();
    // Kicks and goals by height from the top, then natural side, centre and other side.
    let mut zones = [[[0_u32; 2]; 3]; 3];
    let mut count = |height: usize, aim: Aim, scored: bool| {
        let cell = &mut zones[height][aim.index()];
        cell[0] += 1;
        cell[1] += u32::from(scored);
    };
    let (mut leagues, mut world_cups) = (Cells::default(), Cells::default());
    let mut takers: BTreeMap<String, Cells> = BTreeMap::new();
    let mut keepers: BTreeMap<String, Cells> = BTreeMap::new();
    let mut aims: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for row in rows(&folder.join("kicks_with_directions.csv"))? {
        let (Some(foot), Some(kick), Some(keeper)) = (
            foot(cell(&row, "Kicker_Foot")),
            direction(cell(&row, "Kicker_Side")),
            direction(cell(&row, "Goalie_Side")),
        ) else {
            continue;
        };
        let (aim, dive) = (Aim::of(kick, foot), Dive::of(keeper, foot));
        let scored = cell(&row, "Outcome").starts_with('1');
        leagues.add(aim, dive, scored);
        takers.entry(cell(&row, "player_name").trim().to_owned()).or_default().add(aim, dive, scored);
        keepers.entry(cell(&row, "goalkeeper_name").trim().to_owned()).or_default().add(aim, dive, scored);
        aims.entry(cell(&row, "player_name").trim().to_owned()).or_default()[aim.index()] += 1;
    }
    for row in rows(&folder.join("world_cup_shootouts_zones.csv"))? {
        let (Some(foot), Ok(zone), Some(keeper)) =
            (foot(cell(&row, "Foot")), cell(&row, "Zone").parse::<u8>(), direction(cell(&row, "Keeper")))
        else {
            continue;
        };
        // Zones are numbered from the top left as the taker sees the goal.
        let kick = [Direction::Left, Direction::Centre, Direction::Right][usize::from((zone + 2) % 3)];
        world_cups.add(Aim::of(kick, foot), Dive::of(keeper, foot), cell(&row, "Goal") == "1");
        count(usize::from(zone.saturating_sub(1) / 3).min(2), Aim::of(kick, foot), cell(&row, "Goal") == "1");
    }
    for row in rows(&folder.join("statsbomb_penalties.csv"))? {
        let (Some(foot), Ok(y)) = (foot(cell(&row, "foot")), cell(&row, "y").parse::<f64>()) else { continue };
        // Yards across the pitch, 40 in the middle of the goal, rising to the taker's right.
        let aim = Aim::of(third(((y - 40.0) * 91.44) as i16), foot);
        if let Ok(z) = cell(&row, "z").parse::<f64>() {
            let height = Height::ALL.into_iter().position(|height| height == Height::of((z * 91.44) as i16));
            count(height.unwrap_or_default(), aim, cell(&row, "outcome") == "Goal");
        }
        aims.entry(cell(&row, "taker").trim().to_owned()).or_default()[aim.index()] += 1;
    }
    for (name, cells) in
        [("leagues", &leagues), ("World Cup shoot-outs", &world_cups), ("Chiappori et al.", &published())]
    {
        writeln!(out, "{name}: {:?}", cells.total())?;
        for aim in Aim::ALL {
            let row = Dive::ALL.map(|dive| {
                let cell = cells.at(aim, dive);
                format!("[{}, {}] {:.3}", cell.kicks, cell.goals, cell.share().unwrap_or(f64::NAN))
            });
            writeln!(out, "  {}: {}", aim.key(), row.join("  "))?;
        }
    }
    let ours = leagues.and(&world_cups);
    let rows = Aim::ALL.map(|aim| {
        Dive::ALL.map(|dive| {
            let cell = ours.at(aim, dive);
            [cell.kicks, cell.goals]
        })
    });
    writeln!(out, "const OURS: [[[u32; 2]; 3]; 3] = {rows:?};")?;
    let pool = ours.and(&published());
    writeln!(out, "zones: {zones:?}")?;
    // Takers in cells, each cell with the share of the leagues.
    let mut in_cells = Vec::new();
    for cells in takers.values() {
        for aim in Aim::ALL {
            for dive in Dive::ALL {
                let (cell, all) = (cells.at(aim, dive), leagues.at(aim, dive));
                let share = (f64::from(all.goals) + 0.5) / (f64::from(all.kicks) + 1.0);
                in_cells.push(([cell.goals, cell.kicks - cell.goals], [share, 1.0 - share]));
            }
        }
    }
    writeln!(out, "cells: {:?}", strength(&in_cells))?;
    let shares = |of: &dyn Fn(usize) -> u32| {
        let total: u32 = (0..3).map(of).sum();
        [0, 1, 2].map(|choice| f64::from(of(choice)) / f64::from(total))
    };
    let mean = shares(&|choice| pool.of_aim(Aim::ALL[choice]).kicks);
    let of_takers = aims.values().map(|&counts| (counts, mean)).collect::<Vec<_>>();
    writeln!(out, "takers' mixes: {:?}", strength(&of_takers))?;
    let mean = shares(&|choice| leagues.of_dive(Dive::ALL[choice]).kicks);
    let of_keepers =
        keepers.values().map(|cells| (Dive::ALL.map(|dive| cells.of_dive(dive).kicks), mean)).collect::<Vec<_>>();
    writeln!(out, "keepers' mixes: {:?}", strength(&of_keepers))?;
    Ok(())
}
