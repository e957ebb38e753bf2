//! What `penalty` prints.

use std::fmt::Write as _;

use anstyle::Style;
use byline_penalty::chance::Estimate;
use byline_penalty::dossier::{Part, PartRow};
use byline_penalty::duel::{Cell, Deviation};
use byline_penalty::game::{ScoringChances, Solution};
use byline_penalty::kick::Phase;
use byline_penalty::side::{Aim, Dive};
use byline_penalty::tests_of_play::Finding;
use byline_record::{Direction, Foot};

use super::{laid_out, line, long_date, numbers, sources};
use crate::commands::penalty::{Answer, CompetitionMap};

const BOLD: Style = Style::new().bold();
/// Last kicks listed.
const KICKS: usize = 12;

/// `79 (72 to 85)`, in per cent.
fn told(estimate: &Estimate) -> String {
    let [mean, low, high] = [estimate.mean, estimate.low, estimate.high].map(|value| 100.0 * value);
    format!("{mean:.0} ({low:.0} to {high:.0})")
}

/// `+2.1 (-1.0 to +5.2)`, in points of a hundred.
fn points(estimate: &Estimate) -> String {
    let [mean, low, high] = [estimate.mean, estimate.low, estimate.high].map(|value| 100.0 * value);
    format!("{mean:+.1} ({low:+.1} to {high:+.1})")
}

/// The two, ready to print.
pub(crate) fn text(answer: &Answer<'_>) -> String {
    let mut out = String::new();
    let (_, taker) = &answer.taker;
    let against = answer.keeper.as_ref().map_or_else(|| "an average keeper".to_owned(), |(_, name)| name.clone());
    line!(out, "{BOLD}{taker} against {against}{BOLD:#}, a penalty {}", phase(answer.phase));
    if let Some(date) = answer.as_of {
        line!(out, "as of {}", long_date(date));
    }
    line!(out);
    let chance = &answer.duel.chance;
    line!(out, "Chance of a goal: {} per cent, by records alone", told(&chance.chance));
    line!(
        out,
        "  {taker} {} points on an average taker, {} kicks; {against} {} points, {} faced",
        points(&chance.taker_above),
        chance.taker_kicks,
        points(&chance.keeper_above),
        chance.keeper_kicks
    );
    line!(out);
    of_taker(&mut out, answer);
    of_keeper(&mut out, answer);
    duel(&mut out, answer);
    repeated(&mut out, answer);
    line!(out, "In brackets: 95 % intervals. Natural: across the body, a right-footer's left as he sees the goal.");
    sources(&mut out, answer.view.record(), answer.sources);
    out
}

const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Play => "in play",
        Phase::ExtraTime => "in extra time",
        Phase::ShootOut => "in a shoot-out",
    }
}

fn part(answer: &Answer<'_>, part: Part) -> String {
    match part {
        Part::All => "all".to_owned(),
        Part::Phase(phase) => phase.name().to_owned(),
        Part::Foot(Foot::Left) => "left foot".to_owned(),
        Part::Foot(Foot::Right) => "right foot".to_owned(),
        Part::Behind => "behind".to_owned(),
        Part::Level => "level".to_owned(),
        Part::Ahead => "ahead".to_owned(),
        Part::Deciding => "deciding kicks".to_owned(),
        Part::AfterGoal => "after a goal".to_owned(),
        Part::AfterMiss => "after a miss".to_owned(),
        Part::Against(person) => answer.person(Some(person)).unwrap_or("?").to_owned(),
    }
}

/// `3/4`: goals of kicks; nothing where there is none.
fn cell(cell: Cell) -> String {
    if cell.kicks == 0 { "-".to_owned() } else { format!("{}/{}", cell.goals, cell.kicks) }
}

fn parts(out: &mut String, answer: &Answer<'_>, rows: &[PartRow], sides: [&str; 3]) {
    let [one, two, three] = sides;
    let mut table = numbers(&["", "goals", "next", one, two, three], 1);
    for row in rows.iter().filter(|row| !matches!(row.part, Part::Against(_))) {
        let [natural, centre, other] = row.by_side.map(cell);
        let goals = format!("{}/{}", row.rate.goals, row.rate.kicks);
        table.add_row([part(answer, row.part), goals, told(&row.rate.chance), natural, centre, other]);
    }
    line!(out, "{}", laid_out(&table));
}

fn direction(side: Option<Direction>) -> &'static str {
    side.map_or("?", Direction::key)
}

fn of_taker(out: &mut String, answer: &Answer<'_>) {
    let (_, name) = &answer.taker;
    let dossier = &answer.of_taker;
    let foot = match dossier.foot {
        Some(Foot::Left) => ", left-footed",
        Some(Foot::Right) => ", right-footed",
        None => "",
    };
    line!(out, "{BOLD}{name}{BOLD:#}{foot}: {} kicks in the record", dossier.kicks.len());
    if dossier.kicks.is_empty() {
        line!(out);
        return;
    }
    parts(out, answer, &dossier.parts, ["natural", "centre", "other side"]);
    let mut table = numbers(&["last kicks", "", "against", "", "side", ""], 6);
    for kick in dossier.kicks.iter().rev().take(KICKS) {
        table.add_row([
            answer.when(kick),
            kick.competition.to_string(),
            answer.person(kick.keeper).unwrap_or("?").to_owned(),
            kick.phase.name().to_owned(),
            direction(kick.side).to_owned(),
            kick.outcome.name().to_owned(),
        ]);
    }
    line!(out, "{}", laid_out(&table));
    line!(out, "  equally good on every side? {}", tested(&dossier.equal_success));
    line!(out, "  does one kick tell the next? {}", tested(&dossier.independence));
    line!(out);
}

/// What a test found; that there is nothing to test, where there is nothing.
fn tested(finding: &Finding) -> String {
    if finding.kicks == 0 { "no kicks with a known side".to_owned() } else { finding.words() }
}

fn of_keeper(out: &mut String, answer: &Answer<'_>) {
    let (Some((_, name)), Some(dossier)) = (&answer.keeper, &answer.of_keeper) else { return };
    line!(out, "{BOLD}{name}{BOLD:#}: {} kicks faced in the record", dossier.kicks.len());
    if dossier.kicks.is_empty() {
        line!(out);
        return;
    }
    let [saved, all] = dossier.saved;
    let [right, known] = dossier.right_way;
    line!(out, "  saved {saved} of {all}; went the right way {right} of {known} times");
    parts(out, answer, &dossier.parts, ["dives natural", "stays", "dives other"]);
    line!(out, "  a side due after repeats? {}", tested(&dossier.fallacy.finding));
    line!(out);
}

fn duel(out: &mut String, answer: &Answer<'_>) {
    let duel = &answer.duel;
    line!(
        out,
        "{BOLD}The game{BOLD:#}: chance of a goal in per cent; rows where he kicks, columns what the keeper does"
    );
    let mut table = numbers(&["", "dives natural", "stays", "dives other"], 1);
    for aim in Aim::ALL {
        let cells = Dive::ALL.iter().map(|&dive| {
            let found = duel.cells.iter().find(|cell| cell.aim == aim && cell.dive == dive);
            found.map(|cell| told(&cell.chance)).unwrap_or_default()
        });
        table.add_row(std::iter::once(aim.name().to_owned()).chain(cells));
    }
    line!(out, "{}", laid_out(&table));
    let own: u32 = duel.cells.iter().map(|cell| cell.own.kicks).sum();
    let pool: u32 = duel.cells.iter().map(|cell| cell.pool.kicks).sum();
    line!(out, "  {own} of his own kicks with both sides known, {pool} of everybody's");
    line!(out, "  in equilibrium {}; if both do as usual {}", told(&duel.value), told(&duel.as_usual));
    let mut table = numbers(&["", "seen", "habit", "equilibrium", "goal if he does"], 1);
    for choice in &duel.aims {
        table.add_row([
            format!("kicks {}", choice.choice.name()),
            choice.made.to_string(),
            told(&choice.habit),
            told(&choice.safe),
            told(&choice.goal),
        ]);
    }
    for choice in &duel.dives {
        table.add_row([
            format!("keeper: {}", choice.choice.name()),
            choice.made.to_string(),
            told(&choice.habit),
            told(&choice.safe),
            told(&choice.goal),
        ]);
    }
    line!(out, "{}", laid_out(&table));
    let kicking = |aim: Aim| match aim {
        Aim::Natural => "kicking to the natural side",
        Aim::Centre => "kicking down the middle",
        Aim::Other => "kicking to the other side",
    };
    let diving = |dive: Dive| match dive {
        Dive::Natural => "diving to the natural side",
        Dive::Stay => "staying",
        Dive::Other => "diving to the other side",
    };
    deviation(out, "the taker", &duel.taker, kicking);
    deviation(out, "the keeper", &duel.keeper, diving);
    line!(out);
}

fn deviation<C: Copy>(out: &mut String, who: &str, deviation: &Deviation<C>, name: impl Fn(C) -> &'static str) {
    let advice = deviation.advice().map_or_else(
        || "not known to be better than his habit: the safe mix is all that can be advised".to_owned(),
        |choice| format!("advice: {}", name(choice)),
    );
    line!(
        out,
        "  what {who} would gain: by the equilibrium's mix {} points; by always {}, {} points ({advice})",
        points(&deviation.to_safe),
        name(deviation.best),
        points(&deviation.to_best)
    );
}

fn repeated(out: &mut String, answer: &Answer<'_>) {
    let repeated = &answer.repeated;
    line!(out, "{BOLD}If they know each other{BOLD:#}");
    if let Some((_, keeper)) = &answer.keeper {
        line!(out, "  kicks of his against {keeper} in the record: {}", repeated.meetings.len());
        for kick in &repeated.meetings {
            line!(
                out,
                "    {}  {}, {}, {}",
                answer.when(kick),
                kick.competition,
                direction(kick.side),
                kick.outcome.name()
            );
        }
        let record = answer.view.record();
        for shared in &repeated.shared {
            line!(out, "  both with {}", record.team(shared.team).display_name());
        }
    }
    line!(
        out,
        "  his usual: {}. Against a keeper who knows, always going there costs {} points, his mix as it is {} points",
        repeated.usual.name(),
        points(&repeated.cost_of_usual),
        points(&repeated.cost_of_habit)
    );
    line!(out, "  {}", repeated.tells.words());
    let steps: Vec<String> =
        repeated.steps.iter().map(|step| format!("{} and {}", step.aim.name(), step.dive.name())).collect();
    line!(out, "  each a step further in what he expects of the other (kick and dive): {}", steps.join("; "));
    for mix in &repeated.safe {
        let shares: Vec<String> =
            Aim::ALL.iter().map(|&aim| format!("{} {:.0} %", aim.name(), 100.0 * mix.at(aim))).collect();
        line!(out, "  safe: {}", shares.join(", "));
    }
    line!(out);
}

/// Where the penalties of a competition went.
pub(crate) fn competition(map: &CompetitionMap<'_>) -> String {
    let mut out = String::new();
    line!(out, "{BOLD}{}, penalties in play and in shoot-outs{BOLD:#}", map.name);
    if let Some(date) = map.as_of {
        line!(out, "as of {}", long_date(date));
    }
    line!(out, "{} of {} scored; of {} neither place nor side is known", map.goals, map.kicks, map.zones.unknown);
    let mut table = numbers(&["as the taker sees it", "goals", "share", "chance of a goal"], 1);
    for zone in &map.zones.zones {
        let name = format!("{} {}", zone.zone.height.name(), zone.zone.side.key());
        let share = format!("{:.0} %", 100.0 * zone.share);
        table.add_row([name, cell(zone.own), share, told(&zone.chance)]);
    }
    for (side, kicks) in ["left", "centre", "right"].into_iter().zip(map.zones.sides) {
        table.add_row([format!("{side}, any height"), cell(kicks), String::new(), String::new()]);
    }
    line!(out, "{}", laid_out(&table));
    sources(&mut out, map.view.record(), map.sources);
    out
}

/// A game solved.
pub(crate) fn game(chances: &ScoringChances, solution: &Solution) -> String {
    let mut out = String::new();
    line!(out, "{BOLD}Chance of a goal in equilibrium: {:.2} %{BOLD:#}", 100.0 * solution.value);
    let mix =
        |shares: &[f64]| shares.iter().map(|share| format!("{:.2} %", 100.0 * share)).collect::<Vec<_>>().join(", ");
    for taker in &solution.taker {
        line!(out, "taker   {}", mix(&taker.0));
    }
    for keeper in &solution.keeper {
        line!(out, "keeper  {}", mix(&keeper.0));
    }
    if solution.taker.len() > 1 || solution.keeper.len() > 1 {
        line!(out, "several equilibria: every mixture of a player's lines is one of his best, whatever the other does");
    }
    line!(out, "{} by {} choices, rows the taker's, columns the keeper's", chances.rows(), chances.columns());
    out
}
