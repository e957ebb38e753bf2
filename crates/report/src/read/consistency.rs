//! What a report says against itself, which needs no record: sums that do not add up, a half that does not hold the
//! minute, more scorers than goals.

use byline_record::ask::Verdict;
use byline_record::ask::english::dates::weekday;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::statement::Minutes;
use byline_record::ask::words;
use jiff::civil::Date;

use super::clock::Meant;
use super::goals::ToldGoal;
use super::occasion::{MONTH_HEADS, month_and_day};
use super::{Judged, Out, cues};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Reads what contradicts itself within a passage.
pub(crate) fn read(passage: &Passage, out: &mut Out<'_>) {
    sums(passage, out);
    halves(passage, out);
    draws(passage, out);
    decided(passage, out);
    more_than_all(passage, out);
    calendar(passage, out);
}

fn push(passage: &Passage, span: (usize, usize), reading: String, reason: String, out: &mut Out<'_>) {
    out.push(passage, span, Kind::SelfConsistency, reading, Judged::new(Verdict::Contradicted).because(reason));
}

/// "On Saturday, 5 December", of a year told or within weeks of the report, when that was a Monday.
fn calendar(passage: &Passage, out: &mut Out<'_>) {
    /// The most days from the report to a date without a year.
    const NEAR: i32 = 60;
    let today = out.view.as_of();
    if !passage.may_meet(&MONTH_HEADS) {
        return;
    }
    for at in 0..passage.len() {
        let capital = passage.token(at).is_some_and(|token| token.capital) && passage.name_at(at).is_none();
        let Some(day) = weekday(passage.word(at)).filter(|_| capital) else { continue };
        let next = if passage.is_mark(at + 1, ',') { at + 2 } else { at + 1 };
        let Some((month, number, end)) = month_and_day(passage, next) else { continue };
        let year_at = if passage.is_mark(end, ',') { end + 1 } else { end };
        let date = match passage.kind(year_at) {
            Some(TokenKind::Number(year @ 1900..=2100)) => {
                i16::try_from(year).ok().and_then(|year| Date::new(year, month, number).ok())
            }
            _ if today == Date::MAX => None,
            _ => (-1..=1)
                .filter_map(|off| Date::new(today.year().saturating_add(off), month, number).ok())
                .find(|date| (*date - today).get_days().abs() <= NEAR),
        };
        let Some(date) = date.filter(|date| date.weekday() != day) else { continue };
        let reading = format!("{} is a {}", words::date(date), words::weekday(day));
        let reason = format!("it is a {}", words::weekday(date.weekday()));
        push(passage, (at, end), reading, reason, out);
    }
}

/// "Five wins, a draw and a defeat in six matches".
fn sums(passage: &Passage, out: &mut Out<'_>) {
    const WON: &[&str] = &["win", "wins", "victory", "victories"];
    const DRAWN: &[&str] = &["draw", "draws"];
    const LOST: &[&str] = &["defeat", "defeats", "loss", "losses"];
    const MATCHES: &[&str] = &["matches", "games", "meetings", "encounters", "internationals"];
    if !(0..passage.len()).any(|at| passage.is_any(at, DRAWN)) {
        return;
    }
    let mut parts: [Option<u32>; 3] = [None; 3];
    let mut total: Option<(u32, usize)> = None;
    let (mut first, mut last) = (None, 0);
    for at in 0..passage.len() {
        let one = passage.is_any(at, &["a", "one"]).then_some((1, at + 1));
        let Some((count, next)) = passage.cardinal(at).or(one) else { continue };
        let kinds = [WON, DRAWN, LOST];
        if let Some(part) =
            kinds.iter().zip(&mut parts).find_map(|(nouns, part)| passage.is_any(next, nouns).then_some(part))
        {
            // Two counts of one kind are of two things.
            if part.replace(count).is_some() {
                return;
            }
            first = first.or(Some(at));
            last = last.max(next + 1);
        } else if passage.is_any(next, MATCHES)
            && at > 0
            && passage.is_any(at - 1, &["in", "from", "of", "their", "his"])
            && total.replace((count, next + 1)).is_some()
        {
            return;
        }
    }
    let (Some(first), Some((total, end)), [Some(won), Some(drawn), Some(lost)]) = (first, total, parts) else { return };
    let sum = won + drawn + lost;
    let apart = (first..end.max(last)).any(|at| passage.is_stop(at));
    if sum != total && !apart {
        let reading = format!("{won} wins, {drawn} draws and {lost} defeats are {total} matches");
        push(passage, (first, end.max(last)), reading, format!("{won} + {drawn} + {lost} = {sum}, not {total}"), out);
    }
}

/// "A 2-1 draw", "a 1-1 victory".
fn draws(passage: &Passage, out: &mut Out<'_>) {
    const DRAWS: &[&str] = &["draw", "draws", "stalemate", "stalemates"];
    const DECIDED: &[&str] = &["win", "wins", "victory", "victories", "triumph", "defeat", "defeats"];
    // "A 1-1 win on away goals", "a 2-2 defeat on penalties"
    const BESIDES: &[&str] =
        &["penalties", "pens", "shoot", "shootout", "aggregate", "away", "spot", "kicks", "coin", "lots"];
    for at in 1..passage.len() {
        let Some(TokenKind::Score(one, other)) = passage.kind(at - 1) else { continue };
        if one != other
            && let Some(first) = held(passage, at - 1)
        {
            let reading = format!("held {one}-{other}");
            push(passage, (first, at), reading, "whoever is held has drawn".to_owned(), out);
            continue;
        }
        let reason = if one != other && passage.is_any(at, DRAWS) {
            "the sides of a draw have as many goals"
        } else if one == other
            && passage.is_any(at, DECIDED)
            && !(0..passage.len()).any(|at| passage.is_any(at, BESIDES))
        {
            "the winners have more goals"
        } else {
            continue;
        };
        let reading = format!("a {one}-{other} {}", passage.word(at));
        push(passage, (at - 1, at + 1), reading, reason.to_owned(), out);
    }
}

/// "Netherlands 3-2 Argentina (3-4 on penalties)".
fn decided(passage: &Passage, out: &mut Out<'_>) {
    const KICKS: &[&str] =
        &["on pens", "on penalties", "pens", "pen", "penalties", "in the shoot out", "in a shoot out"];
    for at in 0..passage.len() {
        let Some(TokenKind::Score(one, other)) = passage.kind(at).filter(|_| passage.quote.is_none()) else { continue };
        let name = passage.name_from(at + 1).filter(|name| name.team().is_some());
        let open = name.map_or(at + 1, |name| name.end);
        if one == other || !passage.is_mark(open, '(') {
            continue;
        }
        let kicks = matches!(passage.kind(open + 1), Some(TokenKind::Score(..)));
        let Some(end) = passage.any_phrase(open + 2, KICKS).filter(|&end| kicks && passage.is_mark(end, ')')) else {
            continue;
        };
        push(
            passage,
            (at, end),
            format!("{one}-{other}, and a shoot-out"),
            "a shoot-out follows a draw".to_owned(),
            out,
        );
    }
}

/// "Held 1-0 by Latvia", "held France 2-1": the verb before a score that says the match was drawn.
fn held(passage: &Passage, score: usize) -> Option<usize> {
    let last = score.checked_sub(1)?;
    if passage.is_any(last, &["held"]) {
        return passage.is_any(score + 1, &["by"]).then_some(last);
    }
    let name = passage.name_at(last).filter(|name| name.team().is_some() && name.end == score)?;
    let article = usize::from(passage.is_any(name.first.wrapping_sub(1), &["the"]));
    let verb = name.first.checked_sub(1 + article)?;
    // "Held Spain 1-0 up", "held off Spain 2-1"
    let placed =
        passage.is_any(score + 1, &["in", "at"]) && passage.token(score + 2).is_some_and(|token| token.capital);
    let closed = placed || super::plain::closes(passage, score + 1);
    (passage.is_any(verb, &["held"]) && closed).then_some(verb)
}

/// "Eight wins out of seven", "five defeats from their four matches".
fn more_than_all(passage: &Passage, out: &mut Out<'_>) {
    const KINDS: &[&str] = &["win", "wins", "victory", "victories", "draw", "draws", "defeat", "defeats", "losses"];
    const KIND_HEADS: Heads = Heads::of(KINDS);
    if !passage.may_meet(&KIND_HEADS) {
        return;
    }
    for noun in (1..passage.len()).filter(|&at| passage.is_any(at, KINDS)) {
        let Some((first, count)) = passage.cardinal_before(noun) else { continue };
        let Some(next) = passage.any_phrase(noun + 1, &["out of", "from", "in"]) else { continue };
        let sure = passage.phrase(noun + 1, "out of").is_some();
        let next = next + usize::from(passage.is_any(next, &["their", "his", "its", "the"]));
        let Some((all, end)) = passage.cardinal(next) else { continue };
        let matches = passage.is_any(end, &["games", "matches"]);
        if count > all && (matches || sure && super::plain::closes(passage, end)) {
            let reading = format!("{count} {} of {all}", passage.word(noun));
            push(passage, (first, end + usize::from(matches)), reading, format!("{count} is more than {all}"), out);
        }
    }
}

/// Words before the owner of a goal that another answers.
const ANSWERED: &[&str] =
    &["out", "answered", "matched", "equalled", "after", "following", "to", "neutralised", "nullified", "offset"];

/// "A second-half goal in the 31st minute".
fn halves(passage: &Passage, out: &mut Out<'_>) {
    let spans: Vec<_> = passage
        .clocks(false)
        .iter()
        .filter_map(|told| match &told.meant {
            Meant::At(spans) => match spans.as_slice() {
                [span] => Some((told, *span)),
                _ => None,
            },
            _ => None,
        })
        .collect();
    for pair in spans.windows(2) {
        let [(one, first), (other, second)] = pair else { continue };
        let is_half = |span: &Minutes| span.to.folded().minute() - span.from.folded().minute() >= 40;
        let disjoint = first.to < second.from || second.to < first.from;
        let same_clause =
            other.first.saturating_sub(one.end) <= 6 && !(one.end..other.first).any(|at| passage.is_break(at));
        // "In added time before the break" is a moment of the first half.
        let open = (one.first..other.end).any(|at| passage.is_any(at, &["added", "stoppage", "injury", "additional"]));
        // "A second-half penalty cancelled out a fifth-minute strike": of two goals.
        let two = (one.end..other.first)
            .any(|at| passage.is_any(at, &["cancelled", "canceled", "matched", "answered", "a"]))
            && (one.end..other.first).any(|at| cues::noun_at(passage, at).is_some());
        // "Reus cancelled out Toivonen's first-half strike just after the restart": the second is of the verb.
        let owned = one.first.checked_sub(1).and_then(|last| {
            (last.saturating_sub(2)..=last)
                .rev()
                .find(|&at| passage.is_possessive(at))
                .and_then(|at| passage.name_at(at.checked_sub(1)?))
        });
        let of_verb = cues::noun_at(passage, one.end).is_some()
            && owned.is_some_and(|name| passage.is_any(name.first.wrapping_sub(1), ANSWERED));
        if !open && !two && !of_verb && disjoint && (is_half(first) != is_half(second)) && same_clause {
            let reading = format!("one moment {} and {}", words::minutes(first), words::minutes(second));
            push(
                passage,
                (one.first, other.end),
                reading,
                "a minute of the one half is not in the other".to_owned(),
                out,
            );
        }
    }
}

/// "Goals from Kane, Saka and Rashford in a 2-0 win".
pub(crate) fn scorers(passage: &Passage, goal: &ToldGoal, out: &mut Out<'_>) {
    let named = goal.scorers.len();
    if named < 2 || goal.own_goal.is_some() {
        return;
    }
    let score =
        (goal.end..passage.len().min(goal.end + 10)).take_while(|&at| !passage.is_stop(at)).find_map(
            |at| match passage.kind(at) {
                Some(TokenKind::Score(won, lost))
                    if passage.is_any(at + 1, &["win", "victory", "triumph", "success"]) =>
                {
                    Some((won, lost, at))
                }
                _ => None,
            },
        );
    let Some((one, other, at)) = score else { return };
    if named > usize::from(one) + usize::from(other) {
        let reading = format!("{named} people scored in a {one}-{other} win");
        push(
            passage,
            (goal.first, at + 2),
            reading,
            format!("{named} scorers are more than {} goals", one + other),
            out,
        );
    }
}
