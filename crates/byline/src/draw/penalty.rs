//! A taker and a keeper as a picture: the goal mouth.

use byline_chart::{Caption, GoalMouth, GoalView, GoalZone};
use byline_penalty::dossier::ZoneMap;
use byline_penalty::side::Height;
use byline_record::Direction;

use crate::commands::penalty::{Answer, CompetitionMap};
use crate::print;

/// Kicks drawn of one person, at most: the latest.
const KICKS: usize = 200;

/// The goal mouth of the taker, and of the keeper where there is one.
pub(crate) fn goal_mouth(answer: &Answer<'_>) -> GoalMouth {
    let (_, taker) = &answer.taker;
    let mut goals = vec![goal(&format!("Kicks of {taker}"), &answer.of_taker.zones)];
    if let (Some((_, keeper)), Some(dossier)) = (&answer.keeper, &answer.of_keeper) {
        goals.push(goal(&format!("Kicks faced by {keeper}"), &dossier.zones));
    }
    let when = answer.as_of.map(|date| format!(", as of {}", print::long_date(date))).unwrap_or_default();
    let who = match &answer.keeper {
        Some((_, keeper)) => format!("{taker} and {keeper}"),
        None => taker.clone(),
    };
    GoalMouth {
        caption: Caption {
            headline: who,
            subtitle: format!(
                "Penalties as the taker sees the goal{when}. Chances of a goal are drawn towards everybody's; blue: goals, rings: \
                 no goals"
            ),
            source: "Byline: its record and its model of penalties".to_owned(),
        },
        goals,
    }
}

/// The goal mouth of a competition.
pub(crate) fn of_competition(map: &CompetitionMap<'_>) -> GoalMouth {
    let when = map.as_of.map(|date| format!(", as of {}", print::long_date(date))).unwrap_or_default();
    GoalMouth {
        caption: Caption {
            headline: format!("{}: penalties", map.name),
            subtitle: format!(
                "As the taker sees the goal{when}: {} of {} scored, in play and in shoot-outs. Blue: goals, rings: no goals",
                map.goals, map.kicks
            ),
            source: "Byline: its record and its model of penalties".to_owned(),
        },
        goals: vec![goal(&map.name, &map.zones)],
    }
}

fn goal(name: &str, map: &ZoneMap) -> GoalView {
    let zone = |height: Height, side: Direction| {
        let found = map.zones.iter().find(|zone| zone.zone.height == height && zone.zone.side == side);
        found.map_or_else(GoalZone::default, |zone| GoalZone {
            kicks: zone.own.kicks,
            share: zone.share,
            chance: Some(zone.chance.mean),
        })
    };
    let row = |height| [Direction::Left, Direction::Centre, Direction::Right].map(|side| zone(height, side));
    let placed: u32 = map.zones.iter().map(|zone| zone.own.kicks).sum();
    let sided: u32 = map.sides.iter().map(|side| side.kicks).sum();
    let kicks = map.placed.iter().rev().take(KICKS).map(|(placed, scored)| (placed.metres(), *scored));
    let only_side = sided.saturating_sub(placed);
    GoalView {
        name: name.to_owned(),
        zones: [row(Height::High), row(Height::Middle), row(Height::Low)],
        kicks: kicks.collect(),
        note: format!(
            "{placed} kicks of known place; {only_side} more of known side; {} of which neither is known",
            map.unknown
        ),
    }
}
