//! Scorers as results list them: "(Charisteas 57)", "Scorers: Giroud 57, Stancu 65 pen, Payet 89".

use byline_record::ask::Verdict;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::{EventKind, Match, PersonId};

use super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;
use crate::timeline::{Goal, Timeline};

/// A scorer of a list: the tokens of the name, who it may be, and each minute with its token.
struct Entry {
    first: usize,
    end: usize,
    people: Vec<PersonId>,
    minutes: Vec<(u8, usize)>,
    penalty: bool,
    own_goal: bool,
}

const PENALTY: &[&str] = &["pen", "p", "penalty"];
const OWN_GOAL: &[&str] = &["og", "own goal", "o g"];

pub(crate) fn read(passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    let list = listed(passage);
    if list.is_empty() {
        return;
    }
    for focus in foci.iter().filter(|focus| !focus.loose).take(2) {
        let timeline = Timeline::of(focus.entry);
        let own = |entry: &Entry| -> Vec<Goal> {
            let is = |goal: &&Goal| goal.scorer.is_some_and(|scorer| entry.people.contains(&scorer));
            let kind = |goal: &&Goal| matches!(goal.kind, EventKind::OwnGoal) == entry.own_goal;
            timeline.goals.iter().filter(is).filter(kind).copied().collect()
        };
        // A list of goals has at least one that the record has too; cards are listed in the same way.
        let fits = |entry: &Entry| {
            let goals = own(entry);
            entry.minutes.iter().any(|&(minute, _)| goals.iter().any(|goal| is_at(goal, minute)))
        };
        if !list.iter().any(fits) {
            continue;
        }
        let known = timeline.complete && focus.may_contradict;
        for entry in &list {
            judge(passage, entry, &own(entry), (focus.entry, known && list.len() > 1), out);
        }
        return;
    }
}

/// Whether a goal was at a minute, as lists give them: added time folded in, and one more or less.
fn is_at(goal: &Goal, minute: u8) -> bool {
    goal.clock.is_some_and(|clock| {
        clock.minute().abs_diff(minute) <= 1 || clock.minute().saturating_add(clock.added()).abs_diff(minute) <= 1
    })
}

fn judge(passage: &Passage, entry: &Entry, goals: &[Goal], (of, known): (&Match, bool), out: &mut Out<'_>) {
    let Some(first) = goals.first() else { return };
    let name = out.person(first.scorer);
    let rows = |goal: &Goal, out: &Out<'_>| out.event_row(of, goal.index);
    let topic = |goal: &Goal| Topic::Event(of.id, goal.index);
    let (kind, scored) = if entry.own_goal {
        (Kind::OwnGoal, format!("{name} scored an own goal"))
    } else {
        (Kind::Scorer, format!("{name} scored"))
    };
    let judged = Judged::new(Verdict::Confirmed).showing(rows(first, out)).about(topic(first));
    out.push(passage, (entry.first, entry.end), kind, scored, judged);
    for &(minute, at) in &entry.minutes {
        let text = format!("the goal of {name} at {minute}'");
        if let Some(goal) = goals.iter().find(|goal| is_at(goal, minute)) {
            let judged = Judged::new(Verdict::Confirmed).showing(rows(goal, out)).about(topic(goal));
            out.push(passage, (at, at + 1), Kind::Minute, text, judged);
            if entry.penalty && entry.minutes.len() == 1 && matches!(goal.kind, EventKind::Penalty(_)) {
                let text = format!("the goal of {name} was a penalty");
                let judged = Judged::new(Verdict::Confirmed).showing(rows(goal, out)).about(topic(goal));
                out.push(passage, (at + 1, at + 2), Kind::Penalty, text, judged);
            }
        } else if known {
            let judged = Judged::new(Verdict::Contradicted).showing(rows(first, out)).about(topic(first));
            out.push(passage, (at, at + 1), Kind::Minute, text, judged);
        }
    }
}

/// The scorers of a passage that lists them: names with nothing but minutes beside them, in brackets or by themselves.
fn listed(passage: &Passage) -> Vec<Entry> {
    let minute = |at: usize| match passage.kind(at) {
        Some(TokenKind::Number(number @ 1..=120)) => u8::try_from(number).ok(),
        _ => None,
    };
    let people = || passage.names.iter().filter(|name| name.is_person());
    if !people().any(|name| minute(name.end).is_some()) {
        return Vec::new();
    }
    let mut list: Vec<Entry> = Vec::new();
    for name in people() {
        let before = name.first.checked_sub(1);
        let opens = before.is_none_or(|before| {
            passage.is_mark(before, '(')
                || passage.is_mark(before, ',')
                || passage.is_mark(before, ';')
                || passage.is_mark(before, ':')
                || passage.is_any(before, &["and", "scorers", "goals"])
                || list.last().is_some_and(|last| last.end == name.first)
        });
        let mut entry = Entry {
            first: name.first,
            end: name.end,
            people: name.people(),
            minutes: Vec::new(),
            penalty: false,
            own_goal: false,
        };
        let mut at = name.end;
        while let Some(said) = minute(at).filter(|_| opens) {
            entry.minutes.push((said, at));
            at += 1;
            let mark = usize::from(passage.is_mark(at, '('));
            if let Some(end) = passage.any_phrase(at + mark, PENALTY) {
                entry.penalty = true;
                at = end + mark;
            } else if let Some(end) = passage.any_phrase(at + mark, OWN_GOAL) {
                entry.own_goal = true;
                at = end + mark;
            }
            if passage.is_mark(at, ',') && minute(at + 1).is_some() {
                at += 1;
            }
        }
        let closes = at >= passage.len()
            || passage.is_break(at)
            || passage.is_mark(at, ')')
            || passage.is_any(at, &["and"])
            || passage.name_from(at).is_some();
        if !entry.minutes.is_empty() && closes {
            list.push(entry);
        }
    }
    // "Sterling, 26, said": an age. A list is in brackets, after a colon, or all there is.
    let bracketed = list.first().is_some_and(|entry| {
        let before = entry.first.checked_sub(1);
        before.is_some_and(|before| passage.is_mark(before, '(') || passage.is_mark(before, ':'))
    });
    let covered: usize = list.iter().map(|entry| entry.end - entry.first + 2 * entry.minutes.len()).sum();
    if bracketed || covered + 4 >= passage.len() { list } else { Vec::new() }
}
