//! What `shootout` prints.

use std::fmt::Write as _;

use anstyle::Style;

use super::{laid_out, line, long_date, numbers, percent, sources};
use crate::commands::shootout::Answer;

const BOLD: Style = Style::new().bold();

/// The shoot-out, ready to print.
pub(crate) fn text(answer: &Answer<'_>) -> String {
    let mut out = String::new();
    let [one, two] = &answer.teams;
    line!(out, "{BOLD}{one} v {two}, shoot-out{BOLD:#}");
    if let Some((occasion, date)) = &answer.occasion {
        line!(out, "{occasion}, {}", long_date(*date));
        line!(out);
        taken(&mut out, answer);
    } else {
        line!(out, "{one} kick first, order {}", answer.order.name());
        if answer.state.taken(0) > 0 {
            let [home, away] = answer.state.scored;
            let [first, second] = [0, 1].map(|side| answer.state.taken(side));
            line!(out, "{home}-{away} after {first} and {second} kicks");
        }
        line!(out);
        let [first, second] = answer.win;
        line!(out, "{BOLD}Chance to win{BOLD:#}");
        let width = one.chars().count().max(two.chars().count());
        line!(out, "  {one:<width$}  {}", percent(first));
        line!(out, "  {two:<width$}  {}", percent(second));
        takers(&mut out, answer);
        ahead(&mut out, answer);
        by_lead(&mut out, answer);
    }
    let [ordinary, must, can] = answer.chances;
    line!(out);
    line!(
        out,
        "A kick scores {}; where missing loses at once {}, where scoring wins at once {}. The side that kicks first has no \
         advantage here.",
        percent(ordinary),
        percent(must),
        percent(can)
    );
    sources(&mut out, answer.view.record(), answer.sources);
    out
}

fn taken(out: &mut String, answer: &Answer<'_>) {
    let [one, two] = &answer.teams;
    let mut table = numbers(&["", "team", "taker", "", "score", one, "swing"], 4);
    for (number, kick) in answer.taken.iter().enumerate() {
        let [home, away] = kick.worth.score;
        let team = if kick.worth.kick.side == 0 { one } else { two };
        let told = if kick.worth.scored {
            "scored".to_owned()
        } else {
            let by = kick.keeper.as_ref().filter(|_| kick.outcome.key() == "saved");
            by.map_or_else(|| kick.outcome.name().to_owned(), |keeper| format!("saved by {keeper}"))
        };
        table.add_row([
            (number + 1).to_string(),
            team.clone(),
            kick.taker.clone().unwrap_or_default(),
            told,
            format!("{home}-{away}"),
            percent(kick.worth.after),
            format!("{:+.0}", 100.0 * (kick.worth.after - kick.worth.before)),
        ]);
    }
    line!(out, "{}", laid_out(&table));
    line!(out, "{one}: chance to win after the kick; swing: what it changed, in points of a hundred");
}

fn takers(out: &mut String, answer: &Answer<'_>) {
    for ((team, takers), best) in answer.teams.iter().zip(&answer.takers).zip(&answer.best) {
        if takers.is_empty() {
            continue;
        }
        line!(out, "{BOLD}{team}{BOLD:#}");
        let mut table = numbers(&["", "taker", "scores", "95 %", "kicks"], 2);
        for (place, taker) in takers.iter().enumerate() {
            table.add_row([
                (place + 1).to_string(),
                taker.name.clone(),
                percent(taker.chance.mean),
                format!("{} to {}", percent(taker.chance.low), percent(taker.chance.high)),
                taker.kicks.to_string(),
            ]);
        }
        line!(out, "{}", laid_out(&table));
        if let Some(best) = best {
            let names: Vec<&str> =
                best.order.iter().filter_map(|&place| takers.get(place)).map(|taker| taker.name.as_str()).collect();
            line!(
                out,
                "  best order: {}; it is worth {:.1} points more than this one, {:.1} more than the worst",
                names.join(", "),
                100.0 * (best.best - best.given),
                100.0 * (best.best - best.worst)
            );
        }
    }
}

fn ahead(out: &mut String, answer: &Answer<'_>) {
    line!(out, "{BOLD}The kicks to come{BOLD:#}");
    let mut table = numbers(&["kick", "taken", "worth", "a miss loses", "a goal wins"], 0);
    for kick in &answer.ahead {
        let [must, can] = kick.deciding;
        table.add_row([
            kick.number.to_string(),
            percent(kick.taken),
            format!("{:.0}", 100.0 * kick.swing),
            if must > 0.0 { percent(must) } else { "-".to_owned() },
            if can > 0.0 { percent(can) } else { "-".to_owned() },
        ]);
    }
    line!(out, "{}", laid_out(&table));
    line!(out, "worth: points of a hundred between miss and goal for the side that kicks, where it is taken");
}

fn by_lead(out: &mut String, answer: &Answer<'_>) {
    if answer.by_lead.is_empty() {
        return;
    }
    let [one, _] = &answer.teams;
    line!(out, "{BOLD}Chance of {one} after full rounds, by lead{BOLD:#}");
    let mut table = numbers(&["round", "-3", "-2", "-1", "level", "+1", "+2", "+3"], 0);
    for (round, row) in answer.by_lead.iter().enumerate() {
        let cells = row.iter().map(|cell| cell.map_or_else(String::new, percent));
        table.add_row(std::iter::once((round + 1).to_string()).chain(cells));
    }
    line!(out, "{}", laid_out(&table));
}
