//! `rules.md`: each rule in prose, a small group, and the table it leads to. `UPDATE=1` rewrites the tables.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests may fail"
)]

use std::fmt::Write as _;

use byline_competition::facts::Cards;
use byline_competition::situation::GroupTable;
use byline_competition::{Edition, Facts, Meeting, Situation};
use byline_record::{StageKind, Tie};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules.md");

/// Blocks of the page: the language behind the backquotes and what is between them.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find("```") {
        let (language, body) = rest[start + 3..].split_once('\n').unwrap();
        let end = body.find("```").unwrap();
        blocks.push((language, &body[..end]));
        rest = &body[end + 3..];
    }
    blocks
}

/// An edition of the stages of a block.
fn edition(stages: &str) -> Edition {
    let text = format!("competition = \"Rules\"\nedition = \"1\"\n{stages}");
    Edition::read(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

/// `A 2-1 B`, `play-off: A 1-0 B`, `A 1-1 B, then 2-1`, `A 2-2 B, shoot-out B`, `cards A: 3 yellow, 1 red, 1 coach`.
fn facts(edition: &Edition, results: &str) -> Facts {
    let team = |name: &str| {
        let place = edition.teams.iter().position(|team| team == name.trim()).unwrap_or_else(|| panic!("{name}"));
        u8::try_from(place).unwrap()
    };
    let goals = |score: &str| {
        let (home, away) = score.split_once('-').unwrap();
        [home.parse().unwrap(), away.parse().unwrap()]
    };
    let mut facts = Facts { cards_known: Vec::new(), ..Facts::default() };
    let mut cards: Vec<(u8, Cards)> = Vec::new();
    let mut stage = edition.stages[0].kind;
    for line in results.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix("== ") {
            stage = StageKind::read(name).unwrap();
            continue;
        }
        if let Some((owner, shown)) = line.strip_prefix("cards ").and_then(|rest| rest.split_once(": ")) {
            let mut of_team = Cards::default();
            for part in shown.split(", ") {
                let (count, what) = part.split_once(' ').unwrap();
                let count: u16 = count.parse().unwrap();
                match what {
                    "yellow" => of_team.yellow += count,
                    "second yellow" => of_team.second_yellow += count,
                    "red" => of_team.red += count,
                    "yellow and red" => of_team.yellow_and_red += count,
                    "coach" => {
                        of_team.yellow += count;
                        of_team.officials[0] += count;
                    }
                    other => panic!("{other}"),
                }
            }
            cards.push((team(owner), of_team));
            continue;
        }
        let (tie, line) = match line.strip_prefix("play-off: ") {
            Some(line) => (Tie::PlayOff, line),
            None => (Tie::Ordinary, line),
        };
        let (result, then) = line.split_once(", ").map_or((line, None), |(result, then)| (result, Some(then)));
        let words: Vec<&str> = result.split(' ').collect();
        let [home, score, away] = words[..] else { panic!("{line}") };
        let mut meeting = Meeting::of(stage, [team(home), team(away)], goals(score));
        meeting.tie = tie;
        meeting.cards = Some([Cards::default(); 2]);
        if let Some(after) = then.and_then(|then| then.strip_prefix("then ")) {
            let ninety = meeting.ninety;
            meeting = Meeting { ninety, extra_time: true, tie, ..Meeting::of(stage, meeting.teams, goals(after)) };
            meeting.cards = Some([Cards::default(); 2]);
        }
        if let Some(winner) = then.and_then(|then| then.strip_prefix("shoot-out ")) {
            meeting.shoot_out = Some(None);
            meeting.winner = meeting.teams.iter().position(|&side| side == team(winner));
        }
        facts.meetings.push(meeting);
    }
    if !cards.is_empty() {
        facts.cards_known = (0..edition.stages[0].groups.len()).map(|group| (0, group)).collect();
    }
    for (owner, shown) in cards {
        let meeting = facts.meetings.iter_mut().find(|meeting| meeting.teams.contains(&owner)).unwrap();
        let side = meeting.teams.iter().position(|&side| side == owner).unwrap();
        meeting.cards.as_mut().unwrap()[side] = shown;
    }
    facts
}

fn table(out: &mut String, edition: &Edition, table: &GroupTable) {
    let name = |member: u8| table.members[usize::from(member)].map_or("?", |team| edition.team(team));
    for (place, &member) in table.ranking.order.iter().enumerate() {
        let standing = table.standings[usize::from(member)];
        let _ = writeln!(
            out,
            "{} {}  {}-{}  {}",
            place + 1,
            name(member),
            standing.goals_for,
            standing.goals_against,
            standing.points
        );
    }
    for (pair, decision) in table.ranking.order.windows(2).zip(&table.ranking.decisions) {
        let _ = writeln!(out, "{}", decision.words(name(pair[0]), name(pair[1]), name));
    }
}

fn outcome(edition: &Edition, facts: &Facts) -> String {
    let situation = Situation::new(edition, facts, &[]);
    let mut out = String::new();
    for (number, stage) in edition.stages.iter().enumerate() {
        for (group, of) in stage.groups.iter().zip(&situation.tables[number]) {
            if stage.groups.len() > 1 || edition.stages.iter().filter(|stage| !stage.is_knock_out()).count() > 1 {
                let _ = writeln!(out, "-- {} {}", stage.kind.name(), group.label);
            }
            table(&mut out, edition, of);
        }
        if let Some(best) = &situation.best[number] {
            let _ = writeln!(out, "-- best of place {}", stage.best.as_ref().unwrap().place);
            table(&mut out, edition, best);
        }
        if stage.is_knock_out() {
            let _ = writeln!(out, "-- {}", stage.kind.name());
            for fixture in stage.fixtures[0]..stage.fixtures[1] {
                let sides = situation.sides[fixture].map(|side| side.map_or("(open)", |team| edition.team(team)));
                let _ = writeln!(out, "{} {} v {}", edition.fixtures[fixture].number, sides[0], sides[1]);
            }
        }
    }
    out
}

#[test]
fn every_rule_does_what_the_page_says() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let mut rewritten = page.clone();
    let mut edition_now = None;
    let mut facts_now = None;
    let mut rules = 0;
    let mut wrong = Vec::new();
    for (language, body) in blocks(&page) {
        match language {
            "toml" => edition_now = Some(edition(body)),
            "results" => facts_now = Some(facts(edition_now.as_ref().unwrap(), body)),
            "table" => {
                rules += 1;
                let found = outcome(edition_now.as_ref().unwrap(), facts_now.as_ref().unwrap());
                if found != body {
                    rewritten =
                        rewritten.replacen(&format!("```table\n{body}```"), &format!("```table\n{found}```"), 1);
                    wrong.push(format!("expected\n{body}\nfound\n{found}"));
                }
            }
            other => panic!("a block of {other}"),
        }
    }
    assert!(rules >= 15, "{rules} rules");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PAGE, rewritten).unwrap();
    } else {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
