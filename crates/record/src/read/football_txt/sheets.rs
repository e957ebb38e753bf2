//! Team sheets as openfootball writes them, `Germany: Neuer - Kimmich, Tah [Y], Porteous [R 44'] - Andrich (Groß 46')`:
//! the starting eleven, keeper first, with cards in square brackets and substitutes in round ones.

use super::open::Open;
use crate::claim::event;
use crate::read::scan::{Fault, Parsed, check_length, leading_clock, name, split_bracket};
use crate::{Card, Clock, EventKind, Side};

/// A player with what stands behind the name.
#[derive(Debug, Default)]
struct Listed<'t> {
    name: &'t str,
    card: Option<(Card, Option<Clock>)>,
    minute: Option<Clock>,
    substitutes: Vec<Listed<'t>>,
}

/// How deep substitutes of substitutes are followed.
const DEEPEST: u32 = 4;

/// Reads the sheet of one side into the match.
pub(super) fn read<'t>(open: &mut Open<'t>, side: Side, text: &'t str) -> Parsed<'t, ()> {
    // Behind `;` stands who did not play.
    let mut rest = text.split(';').next().unwrap_or(text);
    let mut first = true;
    loop {
        rest = rest.trim_start_matches([' ', ',', '-', '\n', '\r', '\t']);
        if rest.is_empty() {
            return Ok(());
        }
        let (player, after) = listed(rest, DEEPEST)?;
        rest = after;
        open.sheet(side).starters.push(name(player.name));
        if first {
            let keepers = &mut open.sheet(side).keepers;
            keepers.push((name(player.name), None));
            // Who comes on for a keeper keeps goal.
            keepers.extend(
                player.substitutes.iter().filter(|on| on.minute.is_some()).map(|on| (name(on.name), on.minute)),
            );
            first = false;
        }
        tell(open, side, &player);
    }
}

fn tell<'t>(open: &mut Open<'t>, side: Side, player: &Listed<'t>) {
    let events = &mut open.claim.events;
    if let Some((card, clock)) = player.card {
        events.push(event(clock, side, EventKind::Card { card, bench: false }, Some(name(player.name))));
    }
    for on in &player.substitutes {
        let kind = EventKind::Substitution { on: Some(name(on.name)) };
        open.claim.events.push(event(on.minute, side, kind, Some(name(player.name))));
        tell(open, side, on);
    }
}

/// A player at the start, and what follows.
fn listed(text: &str, depth: u32) -> Parsed<'_, (Listed<'_>, &str)> {
    let mut before = b'x';
    let end = text
        .bytes()
        .position(|byte| {
            let space = matches!(before, b' ' | b'\n' | b'\t');
            let stops = matches!(byte, b',' | b'[' | b'(' | b')') || (space && (byte == b'-' || byte.is_ascii_digit()));
            before = byte;
            stops
        })
        .unwrap_or(text.len());
    let (player, mut rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let mut listed = Listed { name: check_length(player.trim())?, ..Listed::default() };
    if listed.name.is_empty() {
        return Err(Fault::unexpected(text, "a player's name"));
    }
    loop {
        let next = rest.trim_start();
        if let Some(after) = next.strip_prefix('[') {
            let (inside, after) =
                after.split_once(']').ok_or_else(|| Fault::unexpected(next, "a card closed by `]`, `[Y]`"))?;
            listed.card = card(inside)?.or(listed.card);
            rest = after;
        } else if next.starts_with('(') {
            let (inside, after) =
                split_bracket(next).ok_or_else(|| Fault::unexpected(next, "a substitute, `(Groß 46')`"))?;
            if depth == 0 {
                return Err(Fault::unexpected(next, "fewer substitutes of substitutes"));
            }
            let mut inside = inside.trim();
            while !inside.is_empty() {
                let (on, after) = self::listed(inside, depth - 1)?;
                listed.substitutes.push(on);
                inside = after.trim_start_matches([' ', ',', '\n', '\r', '\t']);
            }
            rest = after;
        } else if let Some((clock, after)) = leading_clock(next)? {
            listed.minute = clock;
            rest = after;
        } else {
            return Ok((listed, rest));
        }
    }
}

/// `Y`, `R 44'`, `Y/R 60'`; a captain's `c` is no card.
fn card(text: &str) -> Parsed<'_, Option<(Card, Option<Clock>)>> {
    let text = text.trim();
    let end = text.bytes().position(|byte| byte == b' ').unwrap_or(text.len());
    let (mark, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let card = match mark {
        "Y" => Card::Yellow,
        "R" => Card::Red,
        "Y/R" | "YR" | "Y2" | "2Y" => Card::SecondYellow,
        "c" | "C" => return Ok(None),
        _ => return Err(Fault::unexpected(text, "a card, `[Y]`, `[R 44']` or `[Y/R 60']`")),
    };
    let clock = match rest.trim() {
        "" => None,
        minute => match leading_clock(minute)? {
            Some((clock, "")) => clock,
            _ => return Err(Fault::unexpected(minute, "the minute of the card, `44'`")),
        },
    };
    Ok(Some((card, clock)))
}
