//! Every shoot-out of a World Cup up to 2022 ends as it did, when and not before the last kick.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail")]

use byline_penalty::shoot_out::{Kick, Order, replay};
use byline_record::{PenaltyOutcome, Side, builtin};
use jiff::civil::date;

#[test]
fn all_shoot_outs_end_right() {
    let record = builtin::record().unwrap();
    let view = record.as_of(date(2022, 12, 31));
    let cups = record.competitions().iter().find(|competition| &*competition.key == "world-cup").unwrap().id;
    let mut shoot_outs = 0;
    let mut kicks_taken = 0;
    for entry in view.matches().filter(|entry| record.edition(entry.edition).competition == cups) {
        let Some(shoot_out) = entry.score.shoot_out else { continue };
        let name = format!("{} {}", entry.date, record.team(entry.home).name);
        shoot_outs += 1;
        kicks_taken += entry.kicks.len();
        assert!(entry.kicks_in_order, "{name}");
        let first = entry.kicks[0].side;
        let kicks: Vec<(usize, bool)> = entry
            .kicks
            .iter()
            .map(|kick| (usize::from(kick.side != first), kick.outcome == PenaltyOutcome::Scored))
            .collect();
        let told = replay(&kicks, Order::Abab, 11, &|_: &Kick| 0.7).unwrap_or_else(|error| panic!("{name}: {error}"));
        let last = told.last().unwrap();
        let won = if shoot_out.winner == first { 1.0 } else { 0.0 };
        assert!((last.after - won).abs() < 1e-12, "{name}: {}", last.after);
        assert!(told[..told.len() - 1].iter().all(|kick| kick.after > 0.0 && kick.after < 1.0), "{name}");
        let score = shoot_out.score.unwrap();
        let counted = [score.of(first), score.of(if first == Side::Home { Side::Away } else { Side::Home })];
        assert_eq!(last.score, counted.map(u16::from), "{name}");
    }
    assert_eq!((shoot_outs, kicks_taken), (35, 320));
}
