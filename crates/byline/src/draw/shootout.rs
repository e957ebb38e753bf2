//! A shoot-out as a picture: kick by kick, or chances by lead.

use std::path::Path;

use byline_chart::{Caption, ChanceTable, ShootOut, ShootOutKick};

use super::{save as save_scene, surname};
use crate::commands::shootout::Answer;
use crate::failure::Failure;
use crate::print;

/// Writes the picture.
pub(crate) fn save(answer: &Answer<'_>, path: &Path) -> Result<(), Failure> {
    let [one, two] = &answer.teams;
    let caption = |subtitle: String| Caption {
        headline: format!("{one} v {two}, shoot-out"),
        subtitle,
        source: "Byline: its record and its model of penalties".to_owned(),
    };
    if let Some((occasion, date)) = &answer.occasion {
        let kicks = answer.taken.iter().map(|kick| ShootOutKick {
            side: kick.worth.kick.side,
            taker: kick.taker.as_deref().map(surname).unwrap_or_default().to_owned(),
            scored: kick.worth.scored,
            score: kick.worth.score,
            win: kick.worth.after,
        });
        let chart = ShootOut {
            caption: caption(format!("Chance to win after every kick. {occasion}, {}", print::long_date(*date))),
            teams: [one.clone(), two.clone()],
            before: answer.win[0],
            kicks: kicks.collect(),
        };
        return save_scene(chart.scene(), path);
    }
    if answer.by_lead.is_empty() {
        return Err(Failure::bad_input("there is no picture for an order of kicks that depends on goals")
            .hint("ABAB and ABBA have one, and shoot-outs that were taken"));
    }
    let columns = ["3 behind", "2 behind", "1 behind", "level", "1 ahead", "2 ahead", "3 ahead"];
    let rows = answer.by_lead.iter().enumerate().map(|(round, row)| {
        let name = format!("after {} each", round + 1);
        (name, row.iter().map(|cell| cell.unwrap_or(0.0)).collect())
    });
    let table = ChanceTable {
        caption: caption(format!("Chance of {one} after full rounds, order {}", answer.order.name())),
        columns: columns.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    save_scene(table.scene(), path)
}
