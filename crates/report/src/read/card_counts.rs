//! How many cards were shown in a match: "showed 16 yellow cards and four reds", "four players were sent off", "three
//! Portuguese were booked".

use byline_record::ask::words;
use byline_record::{Card, EventKind, Match, Side, Table};

use super::about::{is_hypothetical, is_wanted};
use super::ledger::skip;
use super::memory::is_complete;
use super::out::verdict;
use super::{Focus, Judged, Out, moment};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Which cards are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Cautions,
    Dismissals,
}

impl Counted {
    const fn table(self) -> Table {
        match self {
            Self::Cautions => Table::Cautions,
            Self::Dismissals => Table::Dismissals,
        }
    }

    /// Whether a card is one of them; a second caution is counted by some and not by others.
    const fn takes(self, card: Card, with_second: bool) -> bool {
        match self {
            Self::Cautions => matches!(card, Card::Yellow) || with_second && matches!(card, Card::SecondYellow),
            Self::Dismissals => card.is_dismissal(),
        }
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Cautions => ("yellow card", "yellow cards"),
            Self::Dismissals => ("player sent off", "players sent off"),
        }
    }
}

/// Nouns that are cards.
const NOUNS: &[(&str, Counted)] = &[
    ("yellow cards", Counted::Cautions),
    ("yellows", Counted::Cautions),
    ("bookings", Counted::Cautions),
    ("cautions", Counted::Cautions),
    ("red cards", Counted::Dismissals),
    ("reds", Counted::Dismissals),
    ("dismissals", Counted::Dismissals),
    ("sendings off", Counted::Dismissals),
    ("expulsions", Counted::Dismissals),
];
/// What was done to players.
const DONE: &[(&str, Counted)] = &[
    ("sent off", Counted::Dismissals),
    ("dismissed", Counted::Dismissals),
    ("shown red cards", Counted::Dismissals),
    ("shown the red card", Counted::Dismissals),
    ("booked", Counted::Cautions),
    ("cautioned", Counted::Cautions),
    ("shown yellow cards", Counted::Cautions),
    ("shown the yellow card", Counted::Cautions),
];
const HEADS: Heads = Heads::of_pairs(NOUNS).and(Heads::of_pairs(DONE));
/// Words of more matches than one, or of somebody's own cards.
const OF_MORE: &[&str] = &[
    "tournament",
    "competition",
    "finals",
    "group",
    "matches",
    "games",
    "so far",
    "average",
    "season",
    "his",
    "per match",
    "per game",
    "accumulated",
    "already",
    "next",
    "suspended",
    "half",
    "minutes",
];

/// Reads counts of cards of a match.
pub(crate) fn read(passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    if !passage.may_meet(&HEADS) || passage.quote.is_some() || passage.has(0, passage.len(), OF_MORE) {
        return;
    }
    for at in (0..passage.len()).filter(|&at| passage.name_at(at).is_none()) {
        let Some((count, next)) = passage.cardinal(at).filter(|(count, _)| (2..=25).contains(count)) else { continue };
        let Some((counted, team, end)) = counted_at(passage, next) else { continue };
        if is_hypothetical(passage, at) || is_wanted(passage, at) {
            continue;
        }
        judge(passage, foci, (at, end), (count, counted), team, out);
    }
}

/// What is counted behind a number, of which team if that is said, and the token after it.
fn counted_at(passage: &Passage, at: usize) -> Option<(Counted, Option<&Name>, usize)> {
    const MEN: &[&str] = &["players", "men", "of", "them", "their", "his", "more"];
    let team = passage.name_from(at).filter(|name| name.team().is_some());
    let next = team.map_or(at, |name| name.end);
    let noun = NOUNS.iter().find_map(|&(noun, counted)| Some((counted, team, passage.phrase(next, noun)?)));
    if noun.is_some() {
        return noun;
    }
    let men = skip(passage, next, MEN);
    if men == next && team.is_none() {
        return None;
    }
    let verb = skip(passage, men, &["were", "was", "had", "been", "being", "having", "got", "eventually", "are"]);
    // "Had three men sent off": the verb may follow at once.
    DONE.iter().find_map(|&(done, counted)| Some((counted, team, passage.phrase(verb, done)?)))
}

fn judge(
    passage: &Passage,
    foci: &[Focus<'_>],
    (at, end): (usize, usize),
    (count, counted): (u32, Counted),
    named: Option<&Name>,
    out: &mut Out<'_>,
) {
    let Some(focus) = foci.first().filter(|focus| !focus.loose) else { return };
    let entry = focus.entry;
    // "Portugal had two men sent off", "Portugal's five bookings": a team before the number owns it.
    let had = at
        .checked_sub(1)
        .filter(|&had| passage.is_any(had, &["had", "have", "has", "with"]) || passage.is_possessive(had));
    let owner = had.and_then(|had| passage.name_at(had.checked_sub(1)?)).filter(|name| name.team().is_some());
    let side = match named.or(owner).map(|name| name.team().and_then(|team| out.side(entry, team))) {
        Some(Some(side)) => Some(side),
        Some(None) => return,
        None => None,
    };
    // Another team of the sentence may be the one that had them.
    if side.is_none() && had.is_some() || !is_complete(out, entry, counted.table()) {
        return;
    }
    let shown = |with_second: bool| cards(entry, counted, side, with_second);
    let number = |with_second: bool| u32::try_from(shown(with_second).len()).unwrap_or(u32::MAX);
    let (least, most) = (number(false), number(true));
    let right = count == least || count == most;
    let plain = foci.len() == 1 && focus.is_anchor && focus.may_contradict && !moment::is_elsewhere(passage);
    // Of a side's men the sentence may count those of both, and the other way round.
    let of_sides = Side::BOTH.into_iter().any(|side| {
        let of = |with_second| u32::try_from(cards(entry, counted, Some(side), with_second).len());
        of(false) == Ok(count) || of(true) == Ok(count)
    });
    let Some(verdict) = verdict(right, plain && !of_sides) else { return };
    let rows: Vec<_> = shown(true).into_iter().flat_map(|index| out.event_row(entry, index)).collect();
    let rows = if rows.is_empty() { out.match_row(entry) } else { rows };
    let whose = side.map_or_else(String::new, |side| format!("{}: ", words::team(out.record(), entry.team(side))));
    let (one, many) = counted.words();
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(entry.id));
    out.push(passage, (at, end), Kind::Card, format!("{whose}{}", words::count(count, one, many)), judged);
}

/// The cards of a match that are counted, as places among the events.
fn cards(entry: &Match, counted: Counted, side: Option<Side>, with_second: bool) -> Vec<usize> {
    let is_one = |event: &byline_record::Event| {
        side.is_none_or(|side| event.player_side() == side)
            && matches!(event.kind, EventKind::Card { card, .. } if counted.takes(card, with_second))
    };
    entry.events.iter().enumerate().filter(|(_, event)| is_one(event)).map(|(index, _)| index).collect()
}
