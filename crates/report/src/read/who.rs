//! Of whom a clause speaks: the people before its verb, and those after it.

use byline_record::names::find::How;
use byline_record::{PersonId, Side, Table};

use super::goals::{list_from, with_list};
use super::memory::is_complete;
use super::{Focus, Out};
use crate::passage::{Name, Passage};

/// A name, as a place in [`Passage::names`] (or none for a pronoun), with everybody it can mean.
pub(crate) type Named = (usize, Vec<PersonId>);

/// Words after which a person is no subject.
const NO_SUBJECT: &[&str] = &[
    "from", "by", "of", "past", "to", "with", "for", "on", "beyond", "beat", "behind", "beating", "against", "under",
    "over", "through", "around", "like", "via", "than", "off",
];

/// Whether what begins at a token is the object of the word before it, and no subject: of "on" not where that ends words of
/// the clock, as in "six minutes on Rossi completed his three".
pub(crate) fn is_object(passage: &Passage, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    passage.is_any(before, NO_SUBJECT)
        && !(passage.is_any(before, &["on"]) && passage.clocks(false).iter().any(|words| words.end == first))
}

/// Words that may stand between an owner and what is his.
const OWNED: &[&str] = &[
    "penalty",
    "penalties",
    "spot",
    "kick",
    "kicks",
    "effort",
    "attempt",
    "shot",
    "late",
    "early",
    "second",
    "first",
    "third",
    "missed",
    "was",
    "were",
    "is",
    "half",
    "minute",
    "weak",
    "tame",
    "poor",
    "low",
    "own",
    "straight",
    "yellow",
    "red",
    "injury",
    "stoppage",
    "time",
    "extra",
    "decisive",
    "vital",
    "crucial",
    "costly",
    "too",
    "high",
    "had",
    "been",
    "then",
    "miss",
    "subsequent",
    "opening",
    "controversial",
    "needless",
    "went",
    "flew",
    "sailed",
    "also",
    "duly",
    "only",
    "firm",
    "hard",
    "feeble",
    "soft",
    "powerful",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "last",
    "final",
    "firmly",
    "struck",
    "hit",
    "left",
    "right",
    "footed",
    "well",
    "badly",
    "came",
    "bounced",
    "cannoned",
    "back",
    "rebounded",
    "crashed",
    "thudded",
    "clipped",
    "hesitant",
    "tentative",
    "nervous",
    "wild",
    "awful",
    "dreadful",
    "panenka",
];

/// The name that begins at a token.
pub(crate) fn name_from(passage: &Passage, at: usize) -> Option<Named> {
    let begins = |(index, name): (usize, &Name)| (name.first == at).then(|| (index, name.people()));
    passage.names.iter().enumerate().find_map(begins)
}

fn anybody(_: PersonId) -> Option<Side> {
    Some(Side::Home)
}

/// The people who may be the subject of a verb, or the owners of a noun, at a token: nearest first, each with those it
/// is listed with. `pronoun` is whom "he" stands for.
pub(crate) fn before(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Vec<Vec<Named>> {
    /// What something somebody did does for him.
    const BROUGHT: &[&str] = &["earned", "brought", "cost", "got", "landed", "gave"];
    let start = passage.clause_start(at);
    let mut found: Vec<Vec<Named>> = Vec::new();
    let mut next = over_aside(passage, start, at).unwrap_or(at);
    while next > start && at - next <= 24 {
        next -= 1;
        if passage.is_any(next, &["he", "she"]) {
            // Of the same sentence if somebody there did something, else of the one before.
            match antecedent(passage, next) {
                Some(named) => found.push(vec![named]),
                None if !pronoun.is_empty() => found.push(vec![(usize::MAX, pronoun.to_vec())]),
                None => continue,
            }
            break;
        }
        // "The 34-year-old was booked": whoever a pronoun would stand for.
        let aged = next > 2 && passage.is_any(next, &["old"]) && passage.is_any(next - 2, &["year"]);
        if aged && found.is_empty() && next + 3 > at && !pronoun.is_empty() {
            found.push(vec![(usize::MAX, pronoun.to_vec())]);
            break;
        }
        // "Chiellini's tug on Saka's collar had earned him a yellow card"
        if passage.is_any(next, &["him"]) && passage.is_any(next.wrapping_sub(1), BROUGHT) && found.is_empty() {
            let mut owners =
                passage.names.iter().enumerate().filter(|(_, name)| start <= name.first && name.end <= next);
            let owner = owners.find(|(_, name)| name.is_person() && passage.is_possessive(name.end));
            if let Some((index, name)) = owner {
                found.push(vec![(index, name.people())]);
                break;
            }
        }
        // "for a butt on Henderson, who was cautioned": it is he, whatever he is before.
        if passage.is_any(next, &["who"])
            && let Some(last) = next.checked_sub(1)
            && let Some(last) = if passage.is_mark(last, ',') { last.checked_sub(1) } else { Some(last) }
            && let Some(name) = passage.name_at(last).filter(|name| name.is_person())
            && found.is_empty()
            && !(next..at).any(|between| passage.is_mark(between, ','))
            && let Some(index) = passage.names.iter().position(|other| other.first == name.first)
        {
            found.push(vec![(index, name.people())]);
            break;
        }
        let Some(name) = passage.name_at(next) else { continue };
        next = name.first;
        if !name.is_person() {
            continue;
        }
        let is_owner = passage.is_possessive(name.end);
        let owns = is_owner
            && (name.end + 1..at).all(|between| {
                passage.is_any(between, OWNED) || (passage.word(between).is_empty() && !passage.is_break(between))
            });
        // "with Zidane sent off": he is what the clause is about.
        let is_absolute = name.end + 1 >= at && passage.is_any(name.first.wrapping_sub(1), &["with"])
            // "There was still time for Carvajal to be sent off"
            || passage.is_any(name.first.wrapping_sub(1), &["for"]) && passage.is_any(name.end, &["to"])
                && name.end + 3 >= at;
        let objective = name.first > start && is_object(passage, name.first) && !is_absolute;
        if (is_owner || objective) && !owns {
            continue;
        }
        let Some(index) = passage.names.iter().position(|other| other.first == name.first) else { continue };
        let mut list = vec![(index, name.people())];
        with_list(passage, index, &mut list, &anybody);
        if let Some(first) = list.first().and_then(|(index, _)| passage.names.get(*index)) {
            next = first.first;
        }
        // "Stoichkov, top scorer with Romario and Klinsmann, was booked": objects, all of them.
        if list.len() > 1 && next > start && is_object(passage, next) && !owns && name.end + 1 < at {
            continue;
        }
        found.push(list);
        if owns {
            break;
        }
    }
    found
}

/// "Gentile, who treated Zico as he had treated Maradona, was booked": the comma behind the subject, where a verb follows
/// what is put in between.
fn over_aside(passage: &Passage, start: usize, at: usize) -> Option<usize> {
    const AUXILIARIES: &[&str] =
        &["was", "were", "is", "had", "has", "been", "also", "then", "later", "duly", "himself"];
    const OPENING: &[&str] = &[
        "who", "whose", "himself", "already", "on", "one", "his", "their", "the", "a", "an", "a former", "back", "up",
    ];
    let mut close = at.checked_sub(1)?;
    while passage.is_any(close, AUXILIARIES) {
        close = close.checked_sub(1)?;
    }
    if !passage.is_mark(close, ',') {
        return None;
    }
    let after_person = |&comma: &usize| {
        passage.is_any(comma + 1, OPENING)
            && passage
                .name_at(comma - 1)
                .is_some_and(|name| name.is_person() && !(name.first > start && is_object(passage, name.first)))
    };
    (start + 1..close).rev().filter(|&comma| passage.is_mark(comma, ',')).take(3).find(after_person)
}

/// The one of the sentence "he" stands for: the nearest before it who is no object and no owner.
fn antecedent(passage: &Passage, he: usize) -> Option<Named> {
    let (index, name) = passage.names.iter().enumerate().rev().find(|(_, name)| {
        name.end <= he
            && name.is_person()
            && !passage.is_possessive(name.end)
            && (is_left_to(passage, name) || !is_object(passage, name.first))
    })?;
    Some((index, name.people()))
}

/// "It was left to Fernandez, and he scored": whether somebody is named as the one whose turn it was.
fn is_left_to(passage: &Passage, name: &Name) -> bool {
    let to = name.first.wrapping_sub(1);
    passage.is_any(to, &["to"]) && passage.is_any(to.wrapping_sub(1), &["left", "fell", "down", "up", "came"])
}

/// The people named next after a token, within a few words and the same clause.
pub(crate) fn after(passage: &Passage, at: usize) -> Vec<Named> {
    let reach = (at..passage.len().min(at + 7)).find(|&next| {
        passage.name_from(next).is_some_and(crate::passage::Name::is_person)
            || passage.is_stop(next)
            || passage.is_mark(next, ',')
            || passage.is_any(next, &["and", "but", "before", "after", "when", "while", "as"])
    });
    match reach {
        Some(next) if passage.name_from(next).is_some() => objects(passage, list_from(passage, next, &anybody)),
        _ => Vec::new(),
    }
}

/// Words that may follow the last of several objects; after any other he is the subject of what follows.
const AFTER_OBJECTS: &[&str] = &[
    "in", "with", "for", "to", "from", "at", "on", "after", "as", "before", "and", "while", "when", "by", "but",
    "during", "either", "both",
];

/// A list of objects without the subject of the next clause: "saved from Coman and Tchouameni missed".
fn objects(passage: &Passage, mut list: Vec<Named>) -> Vec<Named> {
    let ends = list.iter().position(|named| {
        place(passage, named).is_some_and(|(first, _)| passage.is_any(first.wrapping_sub(1), &["and"]))
    });
    if let Some(last) = ends {
        list.truncate(last + 1);
    }
    let follows = list.last().and_then(|named| place(passage, named)).is_some_and(|(_, end)| {
        matches!(passage.kind(end), Some(byline_record::ask::english::tokens::TokenKind::Word))
            && !passage.is_any(end, AFTER_OBJECTS)
    });
    if follows && list.len() > 1 {
        list.pop();
    }
    list
}

/// Whether a list of subjects begins its clause, so that its first is no object of the clause before.
pub(crate) fn begins_clause(passage: &Passage, list: &[Named]) -> bool {
    list.len() < 2
        || list.first().and_then(|named| place(passage, named)).is_some_and(|(first, _)| {
            first == 0 || passage.is_break(first - 1) || passage.is_any(first - 1, &["both", "in", "when"])
        })
}

/// The one person of a list, where his name is written as it should be.
pub(crate) fn exactly(passage: &Passage, list: &[Named]) -> Option<PersonId> {
    let [(name, people)] = list else { return None };
    let [person] = *people.as_slice() else { return None };
    passage.names.get(*name).is_some_and(|name| name.how != How::Misprint).then_some(person)
}

/// Whether it may be said of somebody that he did nothing of the kind: the match is plainly meant, or he did it in no
/// other either; its table has every row, and he was in one of the squads.
pub(crate) fn may_deny(passage: &Passage, person: PersonId, focus: &Focus<'_>, table: Table, out: &Out<'_>) -> bool {
    (focus.may_contradict || focus.alone && out.never(person, table))
        && passage.quote.is_none()
        && is_complete(out, focus.entry, table)
        && out.in_squad(focus.entry, person)
}

/// Where a name stands: its first token and the one after its last.
pub(crate) fn place(passage: &Passage, named: &Named) -> Option<(usize, usize)> {
    passage.names.get(named.0).map(|name| (name.first, name.end))
}
