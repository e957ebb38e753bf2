//! What a report tells of a campaign, of a wish or of somebody else, beside what it tells of its match: each form with the
//! plain statement it is mistaken for.

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;

use told::{contradicted, fails_at, found, holds};

const PARIS: &str = "date 1998-06-24\nDenmark lost 2-1 to France in Lyon on Wednesday.\n\n";
const SEOUL: &str = "date 2002-06-14\nSouth Korea beat Portugal 1-0 in Incheon on Friday.\n\n";
const BERLIN: &str =
    "date 2006-06-30\nGermany beat Argentina 4-2 on penalties in Berlin on Friday after a 1-1 draw.\n\n";

/// Nothing of a kind is settled that stands at these words.
fn silent(text: &str, kind: Kind, words: &str) {
    let settled = |verdict| matches!(verdict, Verdict::Confirmed | Verdict::Contradicted | Verdict::RecordDiffers);
    let found = found(text);
    let hit = found.iter().any(|(of, said, verdict)| *of == kind && said.contains(words) && settled(*verdict));
    assert!(!hit, "{kind:?} {words:?} is settled: {found:#?}");
}

#[test]
fn a_group_stage_that_is_left_is_not_the_stage_of_the_match() {
    let stages = [
        "Portugal had not gone out of the group stage four years earlier.",
        "Portugal were among the surprises of the group stage.",
        "It was a group stage like no other.",
        "Portugal have still to progress past the group stage.",
    ];
    for sentence in stages {
        silent(&format!("{SEOUL}{sentence}"), Kind::Stage, "group stage");
    }
    holds(&format!("{SEOUL}They won their last match in the group stage."), &[(Kind::Stage, "group stage")]);
    holds(&format!("{SEOUL}Korea won the group-stage match by the only goal."), &[(Kind::Stage, "group-stage")]);
}

#[test]
fn what_a_win_would_bring_is_not_won() {
    silent(&format!("{PARIS}A win over Saudi Arabia will push them through."), Kind::Result, "win over");
    let level = "If Nigeria win, Denmark will be tied with France on four points.";
    silent(&format!("{PARIS}{level}"), Kind::Result, "tied with");
    holds(&format!("{PARIS}Their win over Saudi Arabia was enough."), &[(Kind::Result, "win over Saudi Arabia")]);
}

#[test]
fn a_margin_is_no_lead() {
    let text = "date 2010-06-22\nSouth Africa beat France 2-1 in Bloemfontein on Tuesday.\n\n";
    silent(&format!("{text}South Africa needed to beat France by three clear goals."), Kind::Order, "three clear");
    holds(&format!("{text}South Africa were two goals up at the interval."), &[(Kind::Order, "two goals up")]);
}

#[test]
fn whoever_was_beaten_is_not_who_beat_the_next() {
    let text = "date 2018-07-01\nFrance and Denmark both went through.\n\nThey edged out Peru 1-0 and played out a goalless draw \
        with Denmark.\n";
    assert_eq!(contradicted(text), []);
}

#[test]
fn a_side_s_name_may_have_an_adjective_before_it() {
    let text = "date 2006-06-30\nGermany beat Argentina 4-2 on penalties in Berlin on Friday.\n\nIn 1994 Germany lost to a lower \
        ranked Bulgaria 1-2.\n";
    assert_eq!(contradicted(text), []);
    fails_at(text, "lost to a lower ranked Bulgaria 1-2", "lost to Bulgaria 1-3", "1-3");
}

#[test]
fn tallies_and_runs_of_before_are_not_of_the_tournament() {
    let text =
        format!("{BERLIN}Miroslav Klose, who was top scorer for Germany in the qualifiers with nine goals, equalised.");
    assert_eq!(contradicted(&text), []);
    let text = "date 2006-06-30\nA round-up.\n\nTogo had reached the finals for the first time.\n";
    silent(text, Kind::FirstSince, "reached the finals");
}

#[test]
fn what_is_done_to_a_player_is_no_goal() {
    silent(&format!("{BERLIN}Klose was hauled down by Ayala."), Kind::Order, "hauled");
    silent(&format!("{BERLIN}Klose got his second chance."), Kind::Order, "second");
    let off = format!("{BERLIN}The ball came off Ayala and Klose headed in.");
    assert_eq!(contradicted(&off), []);
    holds(&off, &[(Kind::Scorer, "Klose headed")]);
}

#[test]
fn a_manager_of_a_side_told_of_in_passing_is_his_own() {
    let text = format!("{BERLIN}Togo had given Raymond Domenech's men a hard night.");
    silent(&text, Kind::Role, "Domenech");
    let text = "date 2006-07-01\nBrazil were solid until late.\n\nBefore the start of play on Wednesday four teams were left.\n";
    silent(text, Kind::NextFixture, "Wednesday");
}
