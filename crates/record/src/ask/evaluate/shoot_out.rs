//! Shoot-outs and their kicks.

use crate::ask::statement::{MatchRef, PenaltyFate};
use crate::ask::{Value, Verdict};
use crate::conflict::Subject;
use crate::{Extent, PersonId, Table};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::happenings::{Row, What};
use super::matching::Found;
use super::penalties::{fate_words, is_fate};
use super::seek::{Sought, seek};
use super::{disputes, matching, words};

/// That there was a shoot-out, who won it and how.
pub(super) fn shoot_out(asked: &Asked<'_>, at: &MatchRef, won: Option<bool>, score: Option<(u8, u8)>) -> Finding {
    let record = asked.record();
    let team = at.team.map_or_else(|| "the side listed first".to_owned(), |team| words::team(record, team));
    let how = match (won, score) {
        (_, Some((own, other))) => format!("{team} {own}-{other} in it"),
        (Some(true), None) => format!("{team} won it"),
        (Some(false), None) => format!("{team} lost it"),
        (None, None) => "was there one, and who won it?".to_owned(),
    };
    let reading = format!("{}: shoot-out, {how}", words::match_ref(record, at));
    matching::each(asked, at, None, |found| judge(asked, found, won, score)).read_as(reading)
}

fn judge(asked: &Asked<'_>, found: &Found<'_>, won: Option<bool>, score: Option<(u8, u8)>) -> Finding {
    let record = asked.record();
    let entry = found.entry;
    let show = [evidence::of_match(asked, entry)];
    let line = words::match_line(record, entry);
    let Some(decided) = entry.score.shoot_out else {
        // A match won in play had none, whatever the tables say.
        let settled =
            entry.winner_in_play().is_some() || asked.view.extent(entry.edition, Table::ShootOuts) == Extent::Complete;
        let text = format!("There was no shoot-out: {line}");
        return if settled {
            Finding::new(Verdict::Contradicted, text)
        } else {
            Finding::unknown(text, "the table of shoot-outs is not complete here").with(matching::incomplete(
                asked,
                entry,
                &[Table::ShootOuts],
            ))
        }
        .showing(show);
    };
    let conflicts = disputes::of(asked, entry, &[Subject::ShootOut], "shoot-out");
    let caveats = || conflicts.iter().map(|conflict| disputes::caveat(asked, conflict));
    let winner_right = won.is_none_or(|won| won == (decided.winner == found.side));
    let Some((said, known)) = score.map(|said| (said, decided.score)) else {
        let finding = Finding::judged(winner_right, line).showing(show).with(caveats());
        let asks = won.is_none();
        return if asks { finding.asked_for(Value::Team(entry.team(decided.winner))) } else { finding };
    };
    let Some(known) = known else {
        return Finding::unknown(line, "the record does not have the score of the shoot-out").showing(show);
    };
    let seen = words::seen_from(known, found.side);
    if winner_right && seen == said {
        Finding::new(Verdict::Confirmed, line).showing(show).with(caveats())
    } else if winner_right && seen == (said.1, said.0) && won.is_none() {
        Finding::new(Verdict::RecordDiffers, line).because("the same score the other way round").showing(show)
    } else {
        Finding::new(Verdict::Contradicted, line).showing(show).with(caveats())
    }
}

/// One kick, said or asked for.
pub(super) fn kick(
    asked: &Asked<'_>,
    at: &MatchRef,
    taker: Option<PersonId>,
    order: Option<u8>,
    last: bool,
    fate: Option<PenaltyFate>,
) -> Finding {
    let record = asked.record();
    let test = |row: &Row<'_>| {
        row.kick.is_some_and(|(kick, place)| {
            let is_last =
                row.entry.and_then(|(entry, _)| entry.kicks.last()).is_some_and(|end| std::ptr::eq(end, kick));
            (!last || is_last)
                && order.is_none_or(|order| order == place)
                && fate.is_none_or(|fate| is_fate(kick.outcome, fate))
        })
    };
    let who = taker.map_or_else(|| "who?".to_owned(), |id| words::person(record, id));
    let place = order.map_or_else(String::new, |order| format!(", {} of the side", words::ordinal(u32::from(order))));
    let end = if last { ", the last of all" } else { "" };
    let reading =
        format!("{}: shoot-out kick by {who}{place}{end}, {}", words::match_ref(record, at), fate_words(fate));
    let anchor = with_shoot_out(asked, at, taker);
    let in_order = |one: &Found<'_>| one.entry.kicks.is_empty() || one.entry.kicks_in_order;
    if last && !matching::matches(asked, &anchor, taker).iter().all(in_order) {
        return Finding::unknown(
            format!("Which kick was the last is not known: {}", words::match_ref(record, at)),
            "the kicks are known side by side, not in the order between the sides",
        )
        .read_as(reading);
    }
    seek(
        asked,
        &anchor,
        &Sought {
            what: What::Kick(None),
            person: taker,
            minutes: None,
            is_special: order.is_some() || last || fate.is_some(),
            test: &test,
            count: None,
            nouns: ("shoot-out kick", "shoot-out kicks"),
            tables: &[Table::ShootOutKicks],
        },
    )
    .read_as(reading)
}

/// Where one match of several that fit had a shoot-out, that is the one meant.
fn with_shoot_out(asked: &Asked<'_>, at: &MatchRef, taker: Option<PersonId>) -> MatchRef {
    let found = matching::matches(asked, at, taker);
    let mut decided = found.iter().filter(|one| one.entry.score.shoot_out.is_some());
    match (decided.next(), decided.next()) {
        (Some(only), None) => MatchRef { id: Some(only.entry.id), ..at.clone() },
        _ => at.clone(),
    }
}
