//! Cautions and sendings-off.

use byline_record::ask::Verdict;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::{Card, EventKind, Match, PersonId, Table};

use super::card_echoes::{self, LastCard, echo};
use super::memory::{Memory, is_complete};
use super::moment::{self, Happening};
use super::who::{self, Named};
use super::{Focus, Judged, Out, Reader, short};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Which card is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Booked,
    Off,
    Second,
    /// Sent off without a caution before.
    Straight,
}

/// Words of a card, longer ones first, and whether they always are one.
const CUES: &[(&str, Said, bool)] = &[
    ("sent off for a second booking", Said::Second, true),
    ("sent off for a second yellow", Said::Second, true),
    ("sent off for a second caution", Said::Second, true),
    ("dismissed for a second booking", Said::Second, true),
    ("dismissed for a second yellow card", Said::Second, true),
    ("shown a second yellow card", Said::Second, true),
    ("shown a second yellow", Said::Second, true),
    ("shown his second yellow", Said::Second, true),
    ("collected his second yellow", Said::Second, true),
    ("received his second yellow", Said::Second, true),
    ("received a second yellow", Said::Second, true),
    ("picked up a second yellow", Said::Second, true),
    ("picked up his second yellow", Said::Second, true),
    ("collected a second yellow", Said::Second, true),
    ("collected his second caution", Said::Second, true),
    ("collected his second booking", Said::Second, true),
    ("picked up his second booking", Said::Second, true),
    ("earned a second yellow", Said::Second, true),
    ("earned his second yellow", Said::Second, true),
    ("went for a second yellow", Said::Second, true),
    ("went for a second booking", Said::Second, true),
    ("went for a second caution", Said::Second, true),
    ("off for a second yellow", Said::Second, true),
    ("off for a second booking", Said::Second, true),
    ("off for a second caution", Said::Second, true),
    ("walked for a second yellow", Said::Second, true),
    ("walked for a second booking", Said::Second, true),
    ("dismissed for a second caution", Said::Second, true),
    ("second yellow card", Said::Second, false),
    ("second yellow", Said::Second, false),
    ("second booking", Said::Second, false),
    ("second caution", Said::Second, false),
    ("second bookable offence", Said::Second, false),
    ("two yellow cards", Said::Second, false),
    ("two bookable offences", Said::Second, false),
    ("sent off", Said::Off, true),
    ("sending off", Said::Off, false),
    ("sending-off", Said::Off, false),
    ("ordered off", Said::Off, true),
    ("red carded", Said::Off, true),
    ("straight red", Said::Straight, true),
    ("red card", Said::Off, true),
    ("shown a red", Said::Off, true),
    ("shown the red", Said::Off, true),
    ("sent from the field", Said::Off, true),
    ("sent from the pitch", Said::Off, true),
    ("ejected", Said::Off, false),
    ("banished", Said::Off, false),
    ("early shower", Said::Off, true),
    ("early showers", Said::Off, true),
    ("sent packing", Said::Off, false),
    ("a red for", Said::Off, false),
    ("saw red", Said::Off, true),
    ("shown red", Said::Off, true),
    ("sees red", Said::Off, false),
    ("marching orders", Said::Off, true),
    ("an early bath", Said::Off, true),
    ("was dismissed", Said::Off, true),
    ("were dismissed", Said::Off, true),
    ("dismissed", Said::Off, false),
    ("dismissal of", Said::Off, true),
    ("dismissal", Said::Off, false),
    ("expelled", Said::Off, false),
    ("first to walk", Said::Off, false),
    ("last to walk", Said::Off, false),
    ("had to walk", Said::Off, false),
    ("got a red", Said::Off, true),
    ("seeing red", Said::Off, false),
    ("booked", Said::Booked, true),
    ("cautioned", Said::Booked, true),
    ("yellow carded", Said::Booked, true),
    ("yellow card", Said::Booked, true),
    ("shown yellow", Said::Booked, true),
    ("shown a yellow", Said::Booked, true),
    ("saw yellow", Said::Booked, true),
    ("see yellow", Said::Booked, false),
    ("seeing yellow", Said::Booked, false),
    ("got a yellow", Said::Booked, true),
    ("given a yellow", Said::Booked, true),
    ("picked up a yellow", Said::Booked, true),
    ("picked up yellow", Said::Booked, true),
    ("collected a yellow", Said::Booked, true),
    ("received a yellow", Said::Booked, true),
    ("received yellow", Said::Booked, true),
    ("earned a yellow", Said::Booked, true),
    ("went in the book", Said::Booked, true),
    ("went into the book", Said::Booked, true),
    ("into the book", Said::Booked, false),
    ("in the book", Said::Booked, false),
    ("in the referees book", Said::Booked, true),
    ("into the referees book", Said::Booked, true),
    ("booking", Said::Booked, false),
    ("caution", Said::Booked, false),
];

const CUE_HEADS: Heads = Heads::of_triples(CUES);
/// What one of begins all that is read here, a side a man short among it.
const HEADS: Heads = Heads::of(&["name", "names", "men", "man", "book", "notebook"]).and(CUE_HEADS);

/// Words before a card that leave open whether it was shown.
pub(super) const HEDGES: &[&str] = &[
    "could",
    "should",
    "might",
    "would",
    "may",
    "if",
    "lucky",
    "fortunate",
    "escaped",
    "escape",
    "avoid",
    "avoided",
    "risk",
    "risked",
    "not",
    "never",
    "without",
    "nearly",
    "almost",
    "appeals",
    "calls",
    "claims",
    "rescinded",
    "fear",
    "next",
    "another",
    "until",
    "wanted",
    "demanded",
    "surprised",
    "danger",
];

/// Words that make "booked" a place.
const PLACES: &[&str] = &["their", "a", "his", "its", "place", "our", "passage", "berth", "tickets", "spot"];

impl Said {
    const fn fits(self, card: Card) -> bool {
        match self {
            Self::Booked => matches!(card, Card::Yellow | Card::SecondYellow),
            Self::Off => card.is_dismissal(),
            Self::Second => matches!(card, Card::SecondYellow),
            Self::Straight => matches!(card, Card::Red),
        }
    }

    const fn table(self) -> Table {
        match self {
            Self::Booked => Table::Cautions,
            Self::Off | Self::Second | Self::Straight => Table::Dismissals,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Off => "sent off",
            Self::Second => "sent off for a second caution",
            Self::Straight => "shown a straight red card",
        }
    }
}

/// A card as a passage tells it.
struct Told {
    first: usize,
    end: usize,
    /// Where the words of the card begin.
    at: usize,
    said: Said,
    plain: bool,
    people: Vec<Vec<Named>>,
}

impl Told {
    /// The card of one of several told of together, on the words of his name.
    fn of(&self, passage: &Passage, named: &Named, list: &[Named]) -> Self {
        let own = Self {
            first: self.first,
            end: self.end,
            at: self.at,
            said: self.said,
            plain: self.plain,
            people: self.people.clone(),
        };
        match who::place(passage, named).filter(|_| list.len() > 1) {
            // The last of them with what is told of all.
            Some((first, end)) => {
                let is_last = list.last().is_some_and(|last| last.0 == named.0) && end <= self.end;
                Self { first, end: if is_last { self.end } else { end }, ..own }
            }
            None => own,
        }
    }
}

pub(crate) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    let follows = memory.card.is_some() || passage.may_meet(&CUE_HEADS);
    let echoes = follows && passage.may_meet(&card_echoes::HEADS);
    if !passage.may_meet(&HEADS) && !echoes {
        return;
    }
    let mut at = 0;
    while at < passage.len() {
        let cue = (passage.name_at(at).is_none())
            .then(|| {
                let cue = passage.rows_at(at, CUES, &CUE_HEADS, |cue| cue.0).next();
                cue.map(|(&(_, said, plain), end)| (end, said, plain))
                    .or_else(|| name_taken(passage, at).map(|end| (end, Said::Booked, true)))
                    .or_else(|| Some((echo(passage, at, true)?, memory.card?.said, false)))
            })
            .flatten();
        let Some((end, said, plain)) = cue else {
            short::handed(passage, at, foci, out);
            at += 1;
            continue;
        };
        if !nobody(passage, at, end, said, foci, out)
            && let Some(told) = told(passage, at, end, said, plain, &memory.pronoun())
        {
            judge(reader, passage, &told, foci, memory, out);
        }
        at = end;
    }
}

/// "had their names taken", "his name was the first into the book", "was in Faghani's book".
fn name_taken(passage: &Passage, at: usize) -> Option<usize> {
    if passage.is_any(at, &["in", "into"]) {
        let owner = passage.is_any(at.wrapping_sub(1), &["was", "were", "went", "is", "goes"]);
        let mark = (at + 1..at + 6).filter(|_| owner).find(|&mark| passage.is_possessive(mark))?;
        return passage.is_any(mark + 1, &["book", "notebook"]).then_some(mark + 2);
    }
    if !passage.is_any(at, &["name", "names"]) {
        return None;
    }
    let end = (at + 1..passage.len().min(at + 8)).take_while(|&next| !passage.is_stop(next));
    end.into_iter().find_map(|next| passage.any_phrase(next, &["taken", "noted", "into the book", "in the book"]))
}

fn told(passage: &Passage, at: usize, end: usize, said: Said, plain: bool, pronoun: &[PersonId]) -> Option<Told> {
    let start = passage.clause_start(at);
    let hedged = (start.max(at.saturating_sub(7))..at)
        .any(|before| passage.name_at(before).is_none() && passage.is_any(before, HEDGES));
    if hedged || (passage.word(at) == "booked" && passage.is_any(end, PLACES)) {
        return None;
    }
    // "Boulahrouz walked on 63 minutes for a second yellow card"
    const WENT: &[&str] = &["walked", "went", "departed", "off"];
    let for_it =
        passage.is_any(at.wrapping_sub(1), &["a", "his", "her"]) && passage.is_any(at.wrapping_sub(2), &["for"]);
    let went = said == Said::Second && for_it && passage.has(start.max(at.saturating_sub(9)), at, WENT);
    let plain = plain || went;
    // "Won a ball to begin a sequence that led to the red card": whose it was, the mistake before it tells, if anything.
    let plain = plain
        && !passage.has(at.saturating_sub(5), at, &["led to", "leading to", "lead to", "resulted in", "resulting in"]);
    let mut people = who::before(passage, at, pronoun);
    // "the referee booked Montiel": whoever stands before did the booking.
    if passage.name_from(end).is_some_and(Name::is_person)
        && !passage.is_any(at.wrapping_sub(1), &["was", "were", "card"])
    {
        people.clear();
    }
    if passage.is_any(end - 1, &["of"]) {
        people.clear();
    }
    let next = passage.any_phrase(end, &["for", "of", "to"]).unwrap_or(end);
    let adjacent = next.max(end);
    let following = who::after(passage, adjacent);
    // "a red card for Zidane", "the referee sent off Zidane"; a reason comes after others: "for a foul on Figo".
    let starts = following.first().and_then(|named| who::place(passage, named)).is_some_and(|(first, _)| {
        first <= adjacent + 4
            && !(adjacent..first).any(|between| passage.is_any(between, &["on", "against", "with", "foul"]))
    });
    if starts && (people.is_empty() || adjacent > end) && passage.word(next.saturating_sub(1)) != "to" {
        people.push(following);
    }
    let nearest = people.first()?.first()?;
    let (mut first, mut last) = (at, end);
    if let Some((one, other)) = who::place(passage, nearest) {
        first = if at.saturating_sub(other) <= 12 { first.min(one) } else { first };
        last = last.max(other);
    }
    Some(Told { first, end: last, at, said, plain, people })
}

/// Cards of a match that somebody was shown, each with its place among the events.
fn cards<'e>(entry: &'e Match, people: &'e [PersonId], said: Said) -> impl Iterator<Item = usize> + 'e {
    entry.events.iter().enumerate().filter_map(move |(index, event)| {
        let fits = matches!(event.kind, EventKind::Card { card, .. } if said.fits(card));
        (fits && event.player.is_some_and(|player| people.contains(&player))).then_some(index)
    })
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    told: &Told,
    foci: &[Focus<'r>],
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    let stop = passage.clause_end(told.end);
    for list in &told.people {
        let shown_to: Vec<bool> = list
            .iter()
            .map(|named| shown(passage, &told.of(passage, named, list), named, foci, memory, out).is_some())
            .collect();
        let any = shown_to.contains(&true);
        // Of several told of together one was shown it: it is this match, and the others were not.
        for (named, _) in list.iter().zip(&shown_to).filter(|(_, shown)| any && !**shown) {
            if let Some(person) = who::exactly(passage, std::slice::from_ref(named)).filter(|_| told.plain) {
                not_shown_to(passage, &told.of(passage, named, list), person, foci, out);
            }
        }
        for named in list.iter().filter(|_| !any) {
            let mut recalled = memory.foci();
            recalled.extend(reader.recalled(passage, (told.first, stop), &named.1, memory, out));
            // In a paragraph about another match the report's own is never far.
            recalled.extend(reader.anchor.map(|entry| Focus::anchor(entry).sure(false)));
            if let Some(entry) = shown(passage, told, named, &recalled, memory, out) {
                memory.note(entry);
                return;
            }
        }
        if any {
            return;
        }
    }
    not_shown(reader, passage, told, foci, memory, out);
}

/// Confirms that somebody was shown a card in one of several matches; which it was.
fn shown<'r>(
    passage: &Passage,
    told: &Told,
    (_, people): &Named,
    foci: &[Focus<'r>],
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) -> Option<&'r Match> {
    for focus in foci {
        let entry = focus.entry;
        let extra = entry.score.extra_time.is_some();
        let clock_words = moment::beside(passage, extra, (told.at.min(told.end), told.end));
        let fits = |index: &usize| {
            let clock = entry.events.get(*index).and_then(|event| event.clock);
            match (&clock_words, clock) {
                (Some(words), Some(clock)) => match &words.meant {
                    super::clock::Meant::At(spans) => super::fit::best_fit(spans, clock),
                    _ => super::fit::Fit::No,
                },
                _ => super::fit::Fit::No,
            }
        };
        let Some(index) = cards(entry, people, told.said).max_by_key(fits) else { continue };
        let Some(event) = entry.events.get(index) else { continue };
        let who = out.person(event.player);
        let topic = Topic::Event(entry.id, index);
        let row = out.event_row(entry, index);
        let last = memory.card.replace(LastCard {
            said: told.said,
            in_match: entry.id,
            clock: event.clock,
            told_in: passage.start,
        });
        let what = format!("{who} was {}", told.said.words());
        out.push(
            passage,
            (told.first, told.end),
            Kind::Card,
            what.clone(),
            Judged::new(Verdict::Confirmed).showing(row).about(topic.clone()),
        );
        // Some tables give a second caution the minute of the first.
        let is_second = matches!(event.kind, EventKind::Card { card: Card::SecondYellow, .. });
        if let Some(words) = clock_words {
            card_echoes::later(passage, &words, (last, focus, index), (&what, told.people.len() == 1), out);
            let first = entry.events.iter().find(|other| {
                other.player == event.player && matches!(other.kind, EventKind::Card { card: Card::Yellow, .. })
            });
            let own_minute = first.is_none_or(|first| first.clock.is_some() && first.clock != event.clock);
            // "Nadj's 46th-minute dismissal"
            let owned = passage.is_any(told.at, &["dismissal"])
                && (told.at.saturating_sub(6)..words.first).any(|at| passage.is_possessive(at))
                && words.end == told.at;
            // "Sanchez's dismissal in the third minute"
            let his =
                passage.is_any(told.at, &["dismissal", "sending"]) && passage.is_possessive(told.at.wrapping_sub(1));
            let owned = owned || his && words.first == told.end;
            // "When Hennessey was sent off": whoever else the sentence names.
            const WAS: &[&str] = &["was", "were", "had", "been", "is"];
            let next_to = told.plain
                && named_end(passage, told)
                    .is_some_and(|end| end <= told.at && (end..told.at).all(|at| passage.is_any(at, WAS)));
            let plain = (told.plain || owned) && (!is_second || own_minute) && (told.people.len() == 1 || next_to);
            let happening = Happening {
                focus: *focus,
                index,
                clock: event.clock,
                other: None,
                of_award: false,
                plain,
                beside: words.first == told.end,
                what,
                topic,
            };
            moment::judge(passage, &words, &happening, out);
        }
        return Some(entry);
    }
    None
}

/// The token after the name of the one of those told of who stands nearest before a card.
fn named_end(passage: &Passage, told: &Told) -> Option<usize> {
    let [named] = told.people.first()?.as_slice() else { return None };
    who::place(passage, named).map(|(_, end)| end)
}

/// Contradicts a card that nobody was shown, where the words and the record are plain.
fn not_shown<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    told: &Told,
    foci: &[Focus<'r>],
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    const BETWEEN: &[&str] = &["was", "were", "had", "been", "then", "duly", "later", "a", "the", "straight"];
    // "When Quansah saw red": who stands right before the verb is its subject, whoever else the sentence names.
    let beside = |list: &&Vec<Named>| {
        list.last()
            .and_then(|named| who::place(passage, named))
            .is_some_and(|(_, end)| end <= told.at && (end..told.at).all(|at| passage.is_any(at, BETWEEN)))
    };
    let list = match told.people.as_slice() {
        [list] => Some(list),
        lists => lists.first().filter(beside),
    };
    // Whom "he" stands for is only guessed.
    let is_pronoun = (told.at.saturating_sub(3)..told.at).any(|at| passage.is_any(at, &["he", "she"]));
    let Some(person) = list.and_then(|list| who::exactly(passage, list)).filter(|_| told.plain && !is_pronoun) else {
        return;
    };
    // A second caution is a dismissal: only whoever was not dismissed at all was not shown it.
    let dismissed = |focus: &Focus<'_>| cards(focus.entry, &[person], Said::Off).next().is_some();
    // "His second yellow card of the tournament": the first was of another match.
    const OF_SEVERAL: &[&str] = &[
        "of the tournament",
        "of the competition",
        "of the finals",
        "of the group",
        "of the euros",
        "of the world cup",
        "in the tournament",
        "in as many",
        "in two",
        "in three",
        "in successive",
    ];
    let of_several = || (told.end..told.end + 3).any(|at| passage.any_phrase(at, OF_SEVERAL).is_some());
    if told.said == Said::Second && (foci.iter().any(dismissed) || of_several()) {
        return;
    }
    // What one source takes for a second caution another may not: only of whoever was cautioned before.
    let unclear = |focus: &Focus<'_>| dismissed(focus) && cards(focus.entry, &[person], Said::Second).next().is_none();
    if told.said == Said::Straight && foci.iter().any(unclear) {
        return;
    }
    if let Some(entry) = reader.anchor
        && another_shown(passage, told, person, entry, out)
    {
        return;
    }
    let recalled;
    let foci = match foci {
        [focus] if focus.may_contradict => foci,
        foci if foci.iter().any(|focus| focus.alone) => foci,
        _ => {
            recalled = reader.recalled(passage, (0, passage.len()), &[person], memory, out);
            &recalled
        }
    };
    not_shown_to(passage, told, person, foci, out);
}

/// "Saw red two minutes into the second half", of somebody who did not, when another of his side did at that very time:
/// contradicted, whatever else the passage speaks of.
fn another_shown(passage: &Passage, told: &Told, person: PersonId, entry: &Match, out: &mut Out<'_>) -> bool {
    let extra = entry.score.extra_time.is_some();
    let words = moment::beside(passage, extra, (told.at.min(told.end), told.end));
    let Some(super::clock::Meant::At(spans)) = words.map(|words| words.meant) else { return false };
    let side = out.side_of_person(entry, person);
    let is_named = |player: Option<PersonId>| {
        passage.names.iter().any(|name| player.is_some_and(|player| name.people().contains(&player)))
    };
    let is_it = |event: &byline_record::Event| {
        matches!(event.kind, EventKind::Card { card, .. } if told.said.fits(card))
            && Some(event.player_side()) == side
            && event.player.is_some()
            && !is_named(event.player)
            && event.clock.is_some_and(|clock| super::fit::best_fit(&spans, clock) == super::fit::Fit::Yes)
    };
    let mut found = entry.events.iter().enumerate().filter(|(_, event)| is_it(event));
    let (Some((index, _)), None) = (found.next(), found.next()) else { return false };
    let was_shown =
        [told.said, Said::Booked, Said::Off].into_iter().any(|said| cards(entry, &[person], said).next().is_some());
    if was_shown
        || is_of_unknown(passage, told, person)
        || !who::may_deny(passage, person, &Focus::anchor(entry), told.said.table(), out)
    {
        return false;
    }
    let judged = Judged::new(Verdict::Contradicted)
        .because("the record has another of his side then")
        .showing(out.event_row(entry, index))
        .about(Topic::Event(entry.id, index));
    let reading = format!("{} was {}", out.person(Some(person)), told.said.words());
    out.push(passage, (told.first, told.end), Kind::Card, reading, judged);
    true
}

/// "The Suarez injury was not enough, Maximiliano Pereira was given a red card": whether somebody whom the record does not
/// know by that name, or one of two brothers, stands between a name and a card.
fn is_of_unknown(passage: &Passage, told: &Told, person: PersonId) -> bool {
    let own = passage.names.iter().rfind(|name| name.end <= told.at && name.people().contains(&person));
    let own = own.map_or(told.first, |name| name.end);
    let unknown = (own..told.at).any(|at| {
        passage.name_at(at).is_none()
            && passage.kind(at) == Some(TokenKind::Word)
            && passage.token(at).is_some_and(|token| token.capital && token.word.len() > 2)
    });
    let between = |name: &&Name| own <= name.first && name.end <= told.at;
    unknown || passage.names.iter().filter(between).any(|name| name.is_person() && name.person().is_none())
}

/// Contradicts a card of somebody.
fn not_shown_to(passage: &Passage, told: &Told, person: PersonId, foci: &[Focus<'_>], out: &mut Out<'_>) {
    let Some(focus) = foci.iter().find(|focus| focus.alone || foci.len() == 1) else { return };
    let entry = focus.entry;
    if is_of_unknown(passage, told, person) {
        return;
    }
    // A caution may have been taken back for the red card that followed.
    let was_off = told.said == Said::Booked && cards(entry, &[person], Said::Off).next().is_some();
    // "Sent off in the opening match": the record knows who was, in every match of the tournament.
    let never_off = || {
        told.said != Said::Booked
            && !moment::is_outside(passage)
            && !(0..passage.len()).any(|at| passage.word(at).parse::<u16>().is_ok_and(|year| year >= 1900))
            && out.view.matches_in(entry.edition).all(|other| {
                is_complete(out, other, told.said.table()) && cards(other, &[person], Said::Off).next().is_none()
            })
    };
    if was_off
        || focus.is_anchor && moment::is_elsewhere(passage) && !never_off()
        || !who::may_deny(passage, person, focus, told.said.table(), out)
    {
        return;
    }
    let rows: Vec<_> = entry
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| {
            matches!(event.kind, EventKind::Card { card, .. } if told.said.fits(card) || event.player == Some(person))
        })
        .flat_map(|(index, _)| out.event_row(entry, index))
        .take(4)
        .collect();
    let rows = if rows.is_empty() { out.match_row(entry) } else { rows };
    let who = out.person(Some(person));
    // "Was sent off for a straight red": that he was is right.
    let first = if told.said == Said::Straight { told.at } else { told.first };
    out.push(
        passage,
        (first, told.end),
        Kind::Card,
        format!("{who} was {}", told.said.words()),
        Judged::new(Verdict::Contradicted)
            .because(format!("the record has him not {} in this match", told.said.words()))
            .showing(rows)
            .about(Topic::Match(entry.id)),
    );
}

/// "Nobody was sent off."
fn nobody(passage: &Passage, at: usize, end: usize, said: Said, foci: &[Focus<'_>], out: &mut Out<'_>) -> bool {
    let from = at.saturating_sub(4);
    let negated = passage.find(from, at, &["nobody", "no one", "no player", "no players", "none"]);
    let Some((first, _)) = negated.or_else(|| {
        passage
            .find(at.saturating_sub(1), at, &["no"])
            .filter(|_| passage.is_any(end.saturating_sub(1), &["cards", "bookings"]))
    }) else {
        return false;
    };
    let [focus] = *foci else { return true };
    let entry = focus.entry;
    if !is_complete(out, entry, said.table()) || (first..at).any(|at| passage.is_any(at, &["else", "other", "more"])) {
        return true;
    }
    let rows: Vec<_> = entry
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| matches!(event.kind, EventKind::Card { card, .. } if said.fits(card)))
        .flat_map(|(index, _)| out.event_row(entry, index))
        .collect();
    let right = rows.is_empty();
    if right || focus.may_contradict {
        let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
        let rows = if right { out.match_row(entry) } else { rows };
        let judged = Judged::new(verdict).showing(rows).about(Topic::Match(entry.id));
        out.push(passage, (first, end), Kind::Card, format!("nobody was {}", said.words()), judged);
    }
    true
}
