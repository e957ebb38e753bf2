//! Cautions and sendings-off.

use crate::ask::statement::{CardKind, MatchRef, Minutes};
use crate::{Card, EventKind, PersonId, Table};

use super::asked::Asked;
use super::finding::Finding;
use super::happenings::{Row, What};
use super::seek::{Sought, seek};
use super::words;

/// A card, said or asked for.
pub(super) fn card(
    asked: &Asked<'_>,
    at: &MatchRef,
    player: Option<PersonId>,
    said: CardKind,
    minutes: Option<Minutes>,
) -> Finding {
    let record = asked.record();
    let test = |row: &Row<'_>| match row.event.map(|event| &event.kind) {
        Some(EventKind::Card { card, .. }) => match said {
            CardKind::Booked => *card == Card::Yellow,
            CardKind::SentOff => card.is_dismissal(),
            CardKind::SecondYellow => *card == Card::SecondYellow,
            CardKind::StraightRed => *card == Card::Red,
        },
        _ => false,
    };
    let (noun, nouns, tables): (_, _, &[Table]) = match said {
        CardKind::Booked => ("booked", ("yellow card", "yellow cards"), &[Table::Cautions]),
        CardKind::SentOff => ("sent off", ("sending-off", "sendings-off"), &[Table::Dismissals]),
        CardKind::SecondYellow => ("sent off for two cautions", ("sending-off", "sendings-off"), &[Table::Dismissals]),
        CardKind::StraightRed => ("sent off at once", ("sending-off", "sendings-off"), &[Table::Dismissals]),
    };
    let what = if said == CardKind::Booked { What::Caution } else { What::Dismissal };
    let who = player.map_or_else(|| "who?".to_owned(), |id| words::person(record, id));
    let when = minutes.as_ref().map_or_else(String::new, |minutes| format!(" {}", words::minutes(minutes)));
    let reading = format!("{}: {who} {noun}{when}", words::match_ref(record, at));
    // A booking looked for is also told where the player was sent off.
    let what = if said == CardKind::Booked && player.is_some() { What::Card } else { what };
    seek(
        asked,
        at,
        &Sought { what, person: player, minutes, is_special: false, test: &test, count: None, nouns, tables },
    )
    .read_as(reading)
}
