//! Penalties in play: given, and not scored. The award and the kick are two events, minutes apart.

use byline_record::ask::{Verdict, words};
use byline_record::{Event, EventKind, Match, Penalty, PersonId, Side, Table};

use super::kick_cues::{SAVES, Said};
use super::kicks::is_keeper;
use super::memory::Memory;
use super::moment::{self, Happening};
use super::who::{self, Named};
use super::{Focus, Judged, Out, Reader, minutes_missed};
use crate::claim::{Kind, Topic};
use crate::heads::{Heads, Phrases};
use crate::passage::{Name, Passage};

const NOUNS: &[&str] = &["penalty kick", "penalty", "spot kick", "pen", "spotkick"];
const SPOT: &[&str] = &["from the penalty spot", "from the spot", "from 12 yards", "from twelve yards"];
const MISSED: Phrases = Phrases::of(&[
    "missed",
    "misses",
    "missing",
    "miss",
    "squandered",
    "wasted",
    "fluffed",
    "failed to convert",
    "failed with",
    "failed",
    "squandering",
    "failing to convert",
]);
/// Words of a fate after the penalty; those that tell how come first.
const FATES: &[(&str, Said)] = &[
    ("saved", Said::Saved),
    ("kept out", Said::Saved),
    ("turned away", Said::Saved),
    ("pushed away", Said::Saved),
    ("parried", Said::Saved),
    ("palmed away", Said::Saved),
    ("stopped", Said::Saved),
    ("too weak", Said::Missed),
    ("against the post", Said::Woodwork),
    ("against the bar", Said::Woodwork),
    ("against the crossbar", Said::Woodwork),
    ("hit the post", Said::Woodwork),
    ("hit the bar", Said::Woodwork),
    ("hit the crossbar", Said::Woodwork),
    ("struck the post", Said::Woodwork),
    ("struck the bar", Said::Woodwork),
    ("onto the post", Said::Woodwork),
    ("onto the bar", Said::Woodwork),
    ("against the woodwork", Said::Woodwork),
    ("hit the woodwork", Said::Woodwork),
    ("struck the woodwork", Said::Woodwork),
    ("off the woodwork", Said::Woodwork),
    ("off the post", Said::Woodwork),
    ("off the bar", Said::Woodwork),
    ("off the crossbar", Said::Woodwork),
    ("onto the crossbar", Said::Woodwork),
    ("against the upright", Said::Woodwork),
    ("tipped", Said::Saved),
    ("beaten away", Said::Saved),
    ("palmed", Said::Saved),
    ("over the bar", Said::Off),
    ("over the crossbar", Said::Off),
    ("high over", Said::Off),
    ("over", Said::Off),
    ("wide", Said::Off),
    ("off target", Said::Off),
    ("into the crowd", Said::Off),
    ("into the stands", Said::Off),
    ("into the night", Said::Off),
];
const HEDGES: &[&str] =
    &["could", "would", "should", "might", "if", "never", "not", "cannot", "nearly", "almost", "hardly"];

/// Whether a passage speaks of a penalty.
pub(crate) fn is_named(passage: &Passage) -> bool {
    const NAMES: &[&str] = &["penalty", "penalties", "pen", "spot kick"];
    const HEADS: Heads = Heads::of(NAMES).and(Heads::of(SPOT));
    let names = |at: usize| passage.any_phrase(at, NAMES).is_some() || passage.any_phrase(at, SPOT).is_some();
    passage.may_meet(&HEADS) && (0..passage.len()).any(|at| passage.may_begin(at, &HEADS) && names(at))
}

/// A penalty not scored, as a passage tells it.
struct Miss {
    first: usize,
    end: usize,
    takers: Vec<Vec<Named>>,
    keeper: Option<PersonId>,
    said: Said,
    plain: bool,
}

/// The penalty of an event.
const fn penalty(event: &Event) -> Option<&Penalty> {
    match &event.kind {
        EventKind::Penalty(penalty) => Some(penalty),
        _ => None,
    }
}

/// The penalties not scored of a match, each with its place among the events.
fn misses(entry: &Match) -> impl Iterator<Item = (usize, &Event, &Penalty)> {
    let events = entry.events.iter().enumerate();
    events.filter(|(_, event)| !event.kind.is_goal()).filter_map(|(index, event)| Some((index, event, penalty(event)?)))
}

pub(crate) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    let named = is_named(passage);
    if !named && !memory.penalty {
        minutes_missed::read(passage, foci, out);
        return;
    }
    let told = told(passage, memory, named);
    if told.is_empty() {
        minutes_missed::read(passage, foci, out);
    }
    for (index, miss) in told.iter().enumerate() {
        let stop = told.get(index + 1).map_or(passage.len(), |next| next.first.max(miss.end));
        judge(reader, passage, miss, stop, foci, memory, out);
    }
    if named {
        super::awards::read(passage, foci, out);
    }
}

fn told(passage: &Passage, memory: &Memory<'_>, named: bool) -> Vec<Miss> {
    let mut found: Vec<Miss> = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        let miss = (passage.name_at(at).is_none())
            .then(|| {
                missed(passage, at, memory)
                    .or_else(|| saved(passage, at, memory))
                    .or_else(|| struck(passage, at, memory))
                    .or_else(|| fate_of(passage, at, memory, named))
            })
            .flatten();
        match miss {
            Some(miss) => {
                at = miss.end.max(at + 1);
                let same = found.last().is_some_and(|before| {
                    before.takers.first() == miss.takers.first()
                        && miss.first <= before.end
                        && miss.said.words() == before.said.words()
                });
                if !same {
                    found.push(miss);
                }
            }
            None => at += 1,
        }
    }
    found
}

fn is_hedged(passage: &Passage, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|before| passage.is_any(before, HEDGES))
}

/// The token after a noun for a penalty within a few words of one clause.
fn noun_near(passage: &Passage, from: usize, reach: usize) -> Option<(usize, usize)> {
    let cut = (from..(from + reach).min(passage.len()))
        .find(|&at| passage.is_stop(at) || passage.is_any(at, &["and", "but", "before", "when", "after", "while"]))
        .unwrap_or(from + reach);
    passage.find(from, cut, NOUNS).or_else(|| passage.find(from, cut, SPOT)).filter(|&(first, end)| {
        first < cut
            && !passage.is_any(end, &["area", "box", "shoot", "shootout", "appeal", "appeals", "claim", "claims"])
    })
}

/// From the first of the people told of, if he stands near, to the end.
fn first_of(passage: &Passage, takers: &[Vec<Named>], at: usize) -> usize {
    let place = takers.first().and_then(|list| list.first()).and_then(|named| who::place(passage, named));
    place.filter(|&(first, end)| first < at && at - end.min(at) <= 6).map_or(at, |(first, _)| first)
}

/// "Kane missed a penalty", "missed from the spot", "Kane's penalty miss".
fn missed(passage: &Passage, at: usize, memory: &Memory<'_>) -> Option<Miss> {
    let end = passage.one_of(at, &MISSED)?;
    if is_hedged(passage, at) {
        return None;
    }
    let before = at > 0 && (passage.is_any(at - 1, NOUNS) || (at > 1 && passage.phrase(at - 2, "spot kick").is_some()));
    if passage.is_any(at, &["failed"]) && end == at + 1 && passage.any_phrase(end, SPOT).is_none() {
        return None;
    }
    let noun = noun_near(passage, end, 7);
    // "missed a penalty, then missed another": the second is a penalty as well.
    let again = memory.penalty || passage.has(0, at, NOUNS);
    let another = passage.any_phrase(end, &["another", "a second", "one", "his first", "his second"]);
    let (stop, plain) = match (noun, before, another) {
        (Some((_, stop)), _, _) => (stop, true),
        (None, true, _) => (end, true),
        (None, false, Some(stop)) if again => (stop, false),
        // "the miss", of which the paragraph spoke.
        (None, false, None) if again && passage.is_any(at, &["miss"]) => (end, false),
        _ => return None,
    };
    let by =
        passage.any_phrase(stop, &["by", "from"]).map(|by| who::after(passage, by)).filter(|list| !list.is_empty());
    let mut takers = who::before(passage, at, &memory.pronoun());
    // "His miss, in the 51st minute": of the one spoken of.
    if takers.is_empty() && at > 0 && passage.is_any(at - 1, &["his", "her"]) && !memory.pronoun().is_empty() {
        takers = vec![vec![(usize::MAX, memory.pronoun())]];
    }
    // "missed Kane's penalty" is nobody's; "a miss by Kane" is his.
    if let Some(by) = by.filter(|_| before || passage.is_any(at, &["miss"])) {
        takers = vec![by];
    }
    let first = first_of(passage, &takers, at);
    (!takers.is_empty()).then_some(Miss { first, end: stop, takers, keeper: None, said: Said::Missed, plain })
}

/// "Naeher saved Houghton's penalty", "saving a Lewandowski penalty", "saved a penalty from Houghton".
fn saved(passage: &Passage, at: usize, memory: &Memory<'_>) -> Option<Miss> {
    let end = passage.any_phrase(at, SAVES)?;
    let is_passive = at > 0 && passage.is_any(at - 1, &["was", "were", "been", "being", "penalty", "kick", "is"]);
    if is_passive || is_hedged(passage, at) {
        return None;
    }
    let (noun, stop) = noun_near(passage, end, 9)?;
    let keepers = who::before(passage, at, &memory.pronoun());
    let keeper = keepers.first().and_then(|list| match list.as_slice() {
        [(_, people)] if people.len() == 1 => people.first().copied(),
        _ => None,
    });
    let inside = passage.names.iter().position(|name| name.first >= end && name.end <= noun && name.is_person());
    let from = passage.any_phrase(stop, &["from", "by"]).map(|from| who::after(passage, from)).unwrap_or_default();
    let takers = match inside.and_then(|index| passage.names.get(index).map(|name| (index, name.people()))) {
        Some(taker) => vec![vec![taker]],
        None if !from.is_empty() => vec![from],
        None => Vec::new(),
    };
    if takers.is_empty() && keeper.is_none() {
        return None;
    }
    let stop = takers.last().and_then(|list| who::place(passage, list.last()?)).map_or(stop, |(_, end)| stop.max(end));
    let first = first_of(passage, &keepers, at);
    Some(Miss { first, end: stop, takers, keeper, said: Said::Saved, plain: true })
}

/// "struck the crossbar from 12 yards", "blazed over from the spot", "was denied from the spot by Muslera".
fn struck(passage: &Passage, at: usize, memory: &Memory<'_>) -> Option<Miss> {
    const HIT: Phrases = Phrases::of(&[
        "hit the",
        "struck the",
        "smacked the",
        "rattled the",
        "clipped the",
        "thumped the",
        "found the",
        "shaved the",
        "crashed against the",
        "shot against the",
        "fired against the",
        "shook the",
        "rapped the",
    ]);
    const FRAME: &[&str] = &["inside of the post", "post", "bar", "crossbar", "woodwork", "upright", "frame"];
    const SHOT: &[&str] = &[
        "blazed",
        "fired",
        "shot",
        "lifted",
        "skied",
        "dragged",
        "put",
        "sent",
        "ballooned",
        "hoisted",
        "hit",
        "pulled",
        "placed",
        "struck",
        "drove",
    ];
    if is_hedged(passage, at) {
        return None;
    }
    let framed = passage.one_of(at, &HIT).and_then(|next| passage.any_phrase(next, FRAME));
    let (said, end) = match framed {
        Some(end) => (Said::Woodwork, end),
        None => {
            let next = passage.any_phrase(at, SHOT)?;
            let next =
                passage.any_phrase(next, &["it", "his kick", "his shot", "the ball", "his effort"]).unwrap_or(next);
            let next = passage.any_phrase(next, &["high", "well", "just", "narrowly", "horribly"]).unwrap_or(next);
            (Said::Off, passage.any_phrase(next, &["over", "wide"])?)
        }
    };
    let cut = (end..passage.len().min(end + 7))
        .find(|&at| passage.is_stop(at) || passage.is_any(at, &["and", "but", "before", "when"]))
        .unwrap_or(passage.len().min(end + 7));
    let spot = passage.find(end, cut, SPOT).map(|(_, stop)| stop).or_else(|| {
        // "Blazed over a penalty", "struck the post with a spot-kick"
        let next = passage.any_phrase(end, &["with", "from"]).unwrap_or(end);
        let next = passage.any_phrase(next, &["a", "the", "his", "their", "an early", "a late"])?;
        let stop = passage.any_phrase(next, NOUNS)?;
        (!passage.is_any(stop, &["area", "box", "shoot", "shootout", "appeal", "appeals"])).then_some(stop)
    });
    // After "had the chance to score from the spot": the bar is where the kick went.
    let plain = spot.is_some();
    if !plain && !memory.penalty {
        return None;
    }
    let takers = who::before(passage, at, &memory.pronoun());
    let takers = if takers.is_empty() && !memory.pronoun().is_empty() && !plain {
        vec![vec![(usize::MAX, memory.pronoun())]]
    } else {
        takers
    };
    let first = first_of(passage, &takers, at);
    (!takers.is_empty()).then_some(Miss { first, end: spot.unwrap_or(end), takers, keeper: None, said, plain })
}

/// "blazed his spot-kick over Lloris' bar", "had a penalty saved by Pickford", "Houghton's penalty was too weak", "his
/// attempt sailed over the crossbar".
fn fate_of(passage: &Passage, at: usize, memory: &Memory<'_>, named: bool) -> Option<Miss> {
    let noun = passage.any_phrase(at, NOUNS);
    let is_effort = noun.is_none()
        && (memory.penalty || named)
        && passage.is_any(at, &["attempt", "effort", "kick", "strike", "shot"])
        && at > 0
        && passage.is_any(at - 1, &["his", "her", "whose"]);
    let end = match noun {
        Some(end) => end,
        None if is_effort => at + 1,
        None => return None,
    };
    if passage.is_any(end, &["area", "box", "shoot", "shootout", "spot", "appeal", "appeals", "kicks"])
        || is_hedged(passage, at)
    {
        return None;
    }
    let mut commas = 0;
    let cut = (end..passage.len().min(end + 14))
        .find(|&next| {
            commas += usize::from(passage.is_mark(next, ','));
            passage.is_stop(next) || commas > 2 || passage.is_any(next, &["and", "but", "before", "when", "while"])
        })
        .unwrap_or(passage.len().min(end + 14));
    let (said, found) = FATES
        .iter()
        .find_map(|&(phrase, said)| passage.find(end, cut, &[phrase]).map(|(first, stop)| (said, (first, stop))))?;
    if passage.has(end, found.0, &["scored", "converted", "rebound", "slotted", "put away"])
        || passage.is_any(found.0.saturating_sub(1), &["just", "moments"])
        || passage.phrase(found.0, "over the line").is_some()
    {
        return None;
    }
    let mut stop = found.1;
    let mut keeper = None;
    if said == Said::Saved
        && let Some(by) = passage.any_phrase(stop, &["by"])
        && let [only @ (_, people)] = who::after(passage, by).as_slice()
    {
        keeper = people.first().copied().filter(|_| people.len() == 1);
        stop = who::place(passage, only).map_or(stop, |(_, end)| end);
    }
    if said == Said::Off && passage.name_from(stop).is_some_and(Name::is_person) {
        stop = passage.name_from(stop).map_or(stop, |name| name.end);
    }
    let takers = who::before(passage, at, &memory.pronoun());
    let first = first_of(passage, &takers, at);
    let is_pronoun = takers.first().and_then(|list| list.first()).is_some_and(|(name, _)| *name == usize::MAX);
    (!takers.is_empty()).then_some(Miss {
        first,
        end: stop,
        takers,
        keeper,
        said,
        plain: noun.is_some() && !is_pronoun && found.0 <= end + 3,
    })
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    miss: &Miss,
    stop: usize,
    foci: &[Focus<'r>],
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    if miss.takers.is_empty() {
        foci.iter().any(|focus| missed_in(passage, miss, None, focus, out));
        return;
    }
    for list in &miss.takers {
        for named in list {
            if foci.iter().any(|focus| missed_in(passage, miss, Some(named), focus, out)) {
                return;
            }
            let recalled = reader.recalled(passage, (miss.first, stop), &named.1, memory, out);
            let found = recalled.iter().find(|focus| missed_in(passage, miss, Some(named), focus, out));
            if let Some(focus) = found {
                memory.note(focus.entry);
                return;
            }
        }
    }
    not_missed(passage, miss, foci, out);
}

/// Whether the match has the miss; then it is judged, with its minute.
fn missed_in(passage: &Passage, miss: &Miss, taker: Option<&Named>, focus: &Focus<'_>, out: &mut Out<'_>) -> bool {
    let entry = focus.entry;
    let extra = entry.score.extra_time.is_some();
    let clock_words = moment::beside(passage, extra, (miss.first, miss.end));
    let keeper_of =
        |event: &Event, penalty: &Penalty| penalty.keeper.or_else(|| entry.keeper_at(event.side.other(), event.clock));
    let found = misses(entry)
        .filter(|(_, event, penalty)| match taker {
            Some((_, people)) => event.player.is_some_and(|player| people.contains(&player)),
            None => miss.keeper.is_some() && keeper_of(event, penalty) == miss.keeper,
        })
        .max_by_key(|(_, event, penalty)| {
            let fits = |clock: Option<byline_record::Clock>| match (&clock_words, clock) {
                (Some(words), Some(clock)) => match &words.meant {
                    super::clock::Meant::At(spans) => super::fit::best_fit(spans, clock),
                    _ => super::fit::Fit::No,
                },
                _ => super::fit::Fit::No,
            };
            (fits(event.clock), fits(penalty.awarded))
        });
    let Some((index, event, penalty)) = found else { return false };
    let who = out.person(event.player);
    let topic = Topic::Event(entry.id, index);
    let keeper = keeper_of(event, penalty);
    let wrong_keeper =
        miss.keeper.is_some() && keeper.is_some() && keeper != miss.keeper && is_keeper(entry, miss.keeper);
    let unsure_keeper = miss.keeper.is_some() && keeper != miss.keeper;
    let verdict = match miss.said.fits(penalty.outcome) {
        Some(true) if !unsure_keeper => Verdict::Confirmed,
        Some(true) if wrong_keeper && miss.plain && focus.may_contradict => Verdict::Contradicted,
        Some(false) if miss.plain && focus.may_contradict => Verdict::Contradicted,
        Some(_) => return true,
        None => Verdict::NotInRecord,
    };
    let row = out.event_row(entry, index);
    let what = format!("the penalty of {who}");
    let judged = Judged::new(verdict).showing(row).about(topic.clone());
    let judged = match verdict {
        Verdict::NotInRecord => judged.because("the record has the penalty as not scored, and not so how"),
        _ => judged,
    };
    let by = miss.keeper.map_or_else(String::new, |keeper| format!(" by {}", out.person(Some(keeper))));
    out.push(
        passage,
        (miss.first, miss.end),
        Kind::MissedPenalty,
        format!("{what} was {}{by}", miss.said.words()),
        judged,
    );
    if let Some(words) = clock_words {
        let plain = miss.plain && misses(entry).count() == 1 && taker.is_some();
        let happening = Happening {
            focus: *focus,
            index,
            clock: event.clock,
            other: penalty.awarded,
            of_award: false,
            plain,
            beside: false,
            what,
            topic,
        };
        moment::judge(passage, &words, &happening, out);
    }
    true
}

/// Contradicts a miss of somebody who missed none.
fn not_missed(passage: &Passage, miss: &Miss, foci: &[Focus<'_>], out: &mut Out<'_>) {
    let ([list], [focus]) = (miss.takers.as_slice(), foci) else { return };
    let Some(person) = who::exactly(passage, list) else { return };
    let entry = focus.entry;
    let plain = miss.plain && !moment::is_elsewhere(passage) && entry.score.shoot_out.is_none();
    // Another of his side did miss one so: where a match has one miss, it has them all.
    let side = out.side_of_person(entry, person);
    let another = misses(entry).any(|(_, event, penalty)| {
        Some(event.side) == side && event.player.is_some() && miss.said.fits(penalty.outcome) == Some(true)
    });
    let table = if another { Table::Goals } else { Table::MissedPenalties };
    if !plain || !who::may_deny(passage, person, focus, table, out) {
        return;
    }
    let rows: Vec<_> = entry
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| penalty(event).is_some())
        .flat_map(|(index, _)| out.event_row(entry, index))
        .collect();
    let rows = if rows.is_empty() { out.match_row(entry) } else { rows };
    let who = out.person(Some(person));
    out.push(
        passage,
        (miss.first, miss.end),
        Kind::MissedPenalty,
        format!("{who} did not score a penalty"),
        Judged::new(Verdict::Contradicted)
            .because("the record has no penalty of his in this match that was not scored")
            .showing(rows)
            .about(Topic::Match(entry.id)),
    );
}

/// The penalties of a side, each with its place among the events.
pub(super) fn of_side(entry: &Match, side: Side) -> Vec<(usize, &Event, &Penalty)> {
    let events = entry.events.iter().enumerate().filter(|(_, event)| event.side == side);
    events.filter_map(|(index, event)| Some((index, event, penalty(event)?))).collect()
}

/// What became of a penalty, in words.
pub(super) fn outcome(event: &Event, penalty: &Penalty, out: &Out<'_>) -> String {
    let when = words::at_minute(event.clock);
    format!("taken by {}{when}, {}", out.person(event.player), penalty.outcome.name())
}
