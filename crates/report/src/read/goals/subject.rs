//! Who a verb says scored.

use byline_record::{PersonId, Side, TeamId};

use super::super::about::is_object;
use super::super::who;
use super::verb::DEEDS;
use super::{list_from, of_match, place_of, with_list};
use crate::passage::{Name, Passage};

/// Nouns of whom goals are scored against.
pub(super) const KEEPERS: &[&str] = &["keeper", "goalkeeper", "goalie", "custodian"];

/// Verbs of which a shot, too, is the subject.
pub(super) const OF_SHOTS: &[&str] = &[
    "squirmed",
    "made",
    "put",
    "gave",
    "give",
    "opened",
    "broke",
    "levelled",
    "equalised",
    "drew",
    "brought",
    "pulled",
    "hauled",
    "tied",
    "squared",
    "halved",
    "cut",
    "reduced",
    "trimmed",
    "restored",
    "doubled",
    "cancelled",
    "wiped",
    "sparked",
    "began",
    "started",
    "launched",
    "sealed",
    "settled",
    "won",
    "killed",
    "completed",
    "had",
    "turned",
    "cancelled",
    "brought",
    "took",
    "handed",
    "ended",
    "lifted",
    "forced",
    "secured",
    "earned",
];

/// Verbs that in the passive have the scorer after "by".
pub(super) const FINISHES: &[&str] = &[
    "headed",
    "nodded",
    "tapped",
    "scored",
    "converted",
    "finished",
    "volleyed",
    "turned",
    "swept",
    "bundled",
    "poked",
    "prodded",
    "stabbed",
    "tucked",
    "slotted",
    "fired",
    "equalised",
    "levelled",
    "buried",
    "smashed",
    "knocked",
    "drilled",
    "stroked",
    "rifled",
    "lashed",
    "hammered",
    "driven",
    "curled",
    "rolled",
    "thumped",
    "steered",
    "chipped",
    "cancelled",
    "answered",
    "matched",
    "countered",
    "nullified",
    "wiped",
];

/// "Ramos, who replaced Ronaldo, scored": the comma after the subject, where a verb follows what is put in between.
pub(super) fn aside(passage: &Passage, start: usize, at: usize) -> Option<usize> {
    let last = at.checked_sub(1)?;
    let last = if passage.word(last) == "to" { last.checked_sub(1)? } else { last };
    let close = Some(last).filter(|&close| passage.is_mark(close, ','))?;
    let commas = (start + 1..close).rev().filter(|&comma| passage.is_mark(comma, ',')).take(3);
    let after_person = |comma: &usize| {
        // "ran onto a long ball, which Vertonghen should have cut out, to score"
        passage.is_any(comma + 1, &["which", "whom"])
            || passage
                .name_at(comma - 1)
                .is_some_and(|name| name.is_person() && !(name.first > start && who::is_object(passage, name.first)))
    };
    commas.into_iter().find(after_person)
}

/// Others of the clause of a verb who may be its subject: where it follows "and" or "to", or the nearest may be the
/// object of another verb ("Lukaku outjumped Yoshida to score").
pub(super) fn others(
    passage: &Passage,
    at: usize,
    nearest: &[(usize, Vec<PersonId>)],
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Vec<(usize, Vec<PersonId>)> {
    let Some(first) = nearest.first().and_then(|(index, _)| passage.names.get(*index)).map(|name| name.first) else {
        return Vec::new();
    };
    let start = passage.clause_start(at);
    // "And Nacho, the man who gave away the penalty, lashed in": what is put in stands behind the subject.
    let open = aside(passage, start, at).and_then(|open| open.checked_sub(1)).and_then(|last| passage.name_at(last));
    let set_off = passage.is_mark(at.wrapping_sub(1), ',') && open.is_some_and(|name| name.first == first);
    let elided = passage.word(at) == "to"
        || at > 0
            && (passage.is_any(at - 1, &["and", "but", "to", "before", "then"])
                || passage.is_mark(at - 1, ',') && !set_off);
    let mut found = Vec::new();
    for (index, name) in passage.names.iter().enumerate() {
        if name.first < start || name.first >= first || !name.is_person() || passage.is_possessive(name.end) {
            continue;
        }
        let cut = (name.end..first).any(|between| {
            passage.name_at(between).is_none()
                && passage.is_any(between, &["and", "but", "when", "while", "before", "after", "as"])
        });
        let people = of_match(passage, index, sides);
        if (elided || !cut) && !people.is_empty() {
            found.push((index, people));
        }
    }
    found
}

/// "Levelled and Gennaro Stranger made it 3-2": whether a token is the last of the name of somebody nobody knows.
pub(super) fn is_stranger(passage: &Passage, start: usize, last: usize) -> bool {
    let is_new = |at: usize| {
        at > start
            && !passage.word(at).is_empty()
            && passage.name_at(at).is_none()
            && passage.token(at).is_some_and(|token| token.capital)
    };
    let begins = (last.saturating_sub(2)..=last).rev().take_while(|&at| is_new(at)).last();
    let before = begins.and_then(|first| first.checked_sub(1));
    before.is_some_and(|before| passage.is_any(before, &["and", "but", "before", "then", "while", "until"]))
}

/// "Diao bundled over Tomasson and the Danish striker scored": whether the subject is one of several named by his people.
fn is_described_by_people(passage: &Passage, start: usize, at: usize) -> bool {
    const ROLES: &[&str] =
        &["striker", "forward", "midfielder", "defender", "winger", "captain", "skipper", "substitute", "playmaker"];
    let Some(noun) = at.checked_sub(1).filter(|&noun| passage.is_any(noun, ROLES)) else { return false };
    let people = noun.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.team().is_some());
    let Some(people) = people.filter(|name| passage.is_any(name.first.wrapping_sub(1), &["the"])) else { return false };
    passage.names.iter().filter(|name| name.is_person() && name.first >= start && name.end <= people.first).count() > 1
}

/// The people who are the subject of a verb: the nearest named before it in its clause.
pub(super) fn subjects(
    passage: &Passage,
    at: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Vec<(usize, Vec<PersonId>)> {
    let start = passage.clause_start(at);
    // "for Malen, who added the third": it is he, whatever he is before.
    let who = at.checked_sub(if passage.is_any(at.wrapping_sub(1), &["had", "then", "also", "later"]) { 2 } else { 1 });
    if let Some(last) = who.filter(|&who| passage.is_any(who, &["who"])).and_then(|who| who.checked_sub(1))
        && let Some(last) = if passage.is_mark(last, ',') { last.checked_sub(1) } else { Some(last) }
        && let Some(name) = passage.name_at(last).filter(|name| name.is_person())
        && let Some(index) = place_of(passage, name.first)
    {
        let people = of_match(passage, index, sides);
        if !people.is_empty() {
            return vec![(index, people)];
        }
    }
    // "Zito it was who nodded them in front"
    let was = who.filter(|&who| passage.is_any(who, &["who"])).and_then(|who| who.checked_sub(3));
    if let Some(name) = was
        .filter(|&last| passage.any_phrase(last + 1, &["it was", "it is"]).is_some())
        .and_then(|last| passage.name_at(last))
        .filter(|name| name.is_person())
        && let Some(index) = place_of(passage, name.first)
    {
        let people = of_match(passage, index, sides);
        return if people.is_empty() { Vec::new() } else { vec![(index, people)] };
    }
    let last = at.checked_sub(1);
    if is_described_by_people(passage, start, at) || last.is_some_and(|last| is_stranger(passage, start, last)) {
        return Vec::new();
    }
    let mut before = aside(passage, start, at).unwrap_or(at);
    while before > start {
        before -= 1;
        let Some(name) = passage.name_at(before) else { continue };
        let first = name.first;
        // "Thanks to goals from Jiracek and Pilar, Greece pulled one back": a team right before the verb does it.
        let article = if passage.is_any(first.wrapping_sub(1), &["the"]) { first - 1 } else { first };
        let is_team = name.team().is_some() && name.end == at && article > start;
        let opens = passage.is_mark(article.wrapping_sub(1), ',')
            || passage.is_any(article.wrapping_sub(1), &["and", "but", "while", "as", "when", "before"]);
        if is_team && opens {
            return Vec::new();
        }
        if name.is_person() {
            let Some(index) = place_of(passage, first) else { return Vec::new() };
            // "Koulibaly's goal after Caicedo's equaliser settled it"
            let after =
                passage.is_any(first.wrapping_sub(1), &["after", "following", "since", "before", "until", "and"]);
            let of_shot = passage.is_any(at, OF_SHOTS)
                && !after
                && (name.end + 1..at).any(|between| passage.is_any(between, DEEDS))
                && !(name.end + 1..at).any(|between| {
                    passage.is_any(between, &["and", "but", "was", "who", "which", "when"])
                        || passage.name_at(between).is_some_and(Name::is_person)
                });
            let owner = passage.is_possessive(name.end) && !of_shot;
            // "Was met by Benzema, who took a touch to fire home": whatever he is before, he is the subject of "who".
            let relative = passage.is_any(name.end, &["who"])
                || passage.is_mark(name.end, ',') && passage.is_any(name.end + 1, &["who"]);
            // "Cut in to surprise keeper Stekelenburg with a low shot"
            let kept = passage.is_any(first.wrapping_sub(1), KEEPERS);
            // "With Slimani opening the scoring"
            let absolute =
                passage.is_any(first.wrapping_sub(1), &["with"]) && name.end == at && passage.word(at).ends_with("ing");
            // "Sneaked in between Malouda and Henry to head home"
            let between = passage.is_any(first.wrapping_sub(1), &["and"])
                && first
                    .checked_sub(2)
                    .and_then(|last| passage.name_at(last))
                    .is_some_and(|one| one.is_person() && passage.is_any(one.first.wrapping_sub(1), &["between"]));
            let object = kept
                || between
                || passage.is_any(first.wrapping_sub(1), &["between"])
                || !relative && !absolute && first > start && who::is_object(passage, first);
            let people = of_match(passage, index, sides);
            if !owner && !object && !people.is_empty() {
                let mut subjects = vec![(index, people)];
                with_list(passage, index, &mut subjects, sides);
                return subjects;
            }
        }
        before = first;
    }
    Vec::new()
}

/// The scorer of a passive: "was headed in by Lozano".
pub(super) fn agent(
    passage: &Passage,
    at: usize,
    end: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Option<Vec<(usize, Vec<PersonId>)>> {
    let is_passive = passage.is_any(at, FINISHES)
        && (at.saturating_sub(2)..at).any(|before| passage.is_any(before, &["was", "were", "is", "been"]));
    if !is_passive {
        return None;
    }
    // "was rifled high past the keeper": whoever stands before did not do it.
    let by = (end..(end + 5).min(passage.len())).find(|&next| passage.word(next) == "by");
    Some(by.map(|by| list_from(passage, by + 1, sides)).unwrap_or_default())
}

/// The team that is the subject of a verb.
pub(super) fn team_before(passage: &Passage, at: usize) -> Option<TeamId> {
    /// How far before the verb the subject may stand where the object of another verb is between them.
    const REACH: usize = 8;
    let start = passage.clause_start(at);
    let name = (start..at).rev().find_map(|before| passage.name_at(before))?;
    if name.end + 3 < at || passage.is_possessive(name.end) {
        return None;
    }
    // "Ghana stunned the Czechs by taking the lead": not who was stunned.
    if name.team().is_some() && is_object(passage, name) {
        let subject = (start..name.first).rev().find_map(|before| passage.name_at(before))?;
        let is_subject =
            subject.end + REACH >= at && !passage.is_possessive(subject.end) && !is_object(passage, subject);
        return subject.team().filter(|_| is_subject);
    }
    name.team()
}
