//! Rows, with statements put in by hand.

use byline_record::ask::Verdict;
use byline_record::{EventKind, Match};
use byline_report::claim::{Kind, Topic};
use byline_report::compare::{Agreement, Section};

use crate::told::{RECORD, Told, labels, met, row, side_by_side};

fn england_france() -> &'static Match {
    met("England", "France", "2022-12-10")
}

/// The place of the event of a player, the last one that is no card.
fn event(entry: &Match, player: &str) -> usize {
    let is = |event: &byline_record::Event| {
        event.player.is_some_and(|id| &*RECORD.person(id).name == player)
            && !matches!(event.kind, EventKind::Card { .. } | EventKind::Substitution { .. })
    };
    entry.events.iter().rposition(is).unwrap()
}

#[test]
fn the_record_lays_the_timeline() {
    let entry = england_france();
    let comparison = side_by_side(&[Told::plain("date 2022-12-10\nNothing much.").about(entry, 0.9)]);
    assert_eq!(comparison.in_match, Some(entry.id));
    assert_eq!(
        labels(&comparison, Section::Timeline),
        [
            "France: Aurélien Tchouaméni, goal",
            "England: Harry Kane, penalty scored",
            "France: Olivier Giroud, goal",
            "England: penalty given, taken by Harry Kane",
            "England: Harry Kane, penalty off target",
        ]
    );
    assert_eq!(labels(&comparison, Section::Match), ["score", "stage", "day", "place"]);
    assert_eq!(labels(&comparison, Section::Aftermath), ["next for France"]);
    assert!(labels(&comparison, Section::History).is_empty());
    let given = row(&comparison, "England: penalty given, taken by Harry Kane");
    assert_eq!(given.clock.unwrap().to_string(), "82");
    assert_eq!(given.record.as_ref().unwrap().text, "given 82'");
    let kick = row(&comparison, "England: Harry Kane, penalty off target");
    assert_eq!(kick.record.as_ref().unwrap().text, "Harry Kane 84', penalty off target, given 82'");
    assert_eq!(
        row(&comparison, "next for France").record.as_ref().unwrap().text,
        "France v Morocco, World Cup 2022, semi-final, Wednesday 14 December 2022"
    );
    assert!(comparison.rows.iter().all(|row| row.agreement == Agreement::NotStated && row.cells == [None]));
}

#[test]
fn a_shoot_out_comes_last_with_its_misses() {
    let entry = met("Argentina", "France", "2022-12-18");
    let comparison = side_by_side(&[Told::plain("date 2022-12-18\nWhat a night.").about(entry, 0.9)]);
    let timeline = labels(&comparison, Section::Timeline);
    let shoot_out = timeline.iter().position(|label| *label == "shoot-out").unwrap();
    assert_eq!(shoot_out, 6, "after six goals: {timeline:?}");
    let misses = &timeline[shoot_out + 1..];
    assert_eq!(misses.len(), 2, "{misses:?}");
    assert!(misses[0].contains("Kingsley Coman") && misses[1].contains("Aurélien Tchouaméni"), "{misses:?}");
    assert!(labels(&comparison, Section::Aftermath).is_empty(), "nothing comes after a final");
}

#[test]
fn award_and_kick_are_two_things() {
    let entry = england_france();
    let miss = Topic::Event(entry.id, event(entry, "Harry Kane"));
    let told = [
        Told::plain("date 2022-12-11\nKane missed with five minutes left.").about(entry, 0.9).at(
            "with five minutes left",
            miss.clone(),
            "85",
            "86",
            false,
        ),
        Told::plain("date 2022-12-11\nWith eight minutes to go came a penalty.").about(entry, 0.9).at(
            "With eight minutes to go",
            miss,
            "82",
            "83",
            true,
        ),
    ];
    let comparison = side_by_side(&told);
    let given = row(&comparison, "England: penalty given, taken by Harry Kane");
    let kick = row(&comparison, "England: Harry Kane, penalty off target");
    assert_eq!((given.agreement, kick.agreement), (Agreement::OnlyHere, Agreement::OnlyHere));
    assert_eq!(given.cells[1].as_ref().unwrap().words[0].words, "With eight minutes to go");
    assert_eq!(kick.cells[0].as_ref().unwrap().words[0].words, "with five minutes left");
    assert!(given.cells[0].is_none() && kick.cells[1].is_none());
}

#[test]
fn minutes_are_spans() {
    let entry = england_france();
    let goal = Topic::Event(entry.id, event(entry, "Olivier Giroud"));
    let tell = |words: &str, from: &str, to: &str| {
        Told::plain(&format!("date 2022-12-11\nGiroud won it {words}.")).about(entry, 0.9).at(
            words,
            goal.clone(),
            from,
            to,
            false,
        )
    };
    let label = || tell("in the 78th minute", "78", "78");
    let twelve = || tell("with 12 minutes left", "78", "79");
    let eleven = || tell("with 11 minutes left", "79", "80");
    let half = || tell("in the second half", "46", "90+60");
    for (told, agreement) in [
        (vec![label(), twelve()], Agreement::Agreeing),
        (vec![label(), half()], Agreement::Looser),
        (vec![label(), twelve(), half()], Agreement::Looser),
        (vec![label(), eleven()], Agreement::Conflicting),
        (vec![label(), twelve(), eleven()], Agreement::Conflicting),
        (vec![eleven(), half()], Agreement::Looser),
        (vec![label(), Told::plain("Rain.").about(entry, 0.9)], Agreement::OnlyHere),
    ] {
        let comparison = side_by_side(&told);
        let row = row(&comparison, "France: Olivier Giroud, goal");
        assert_eq!(row.agreement, agreement, "{row:#?}");
    }
    let comparison = side_by_side(&[label(), half(), eleven()]);
    let cells = &row(&comparison, "France: Olivier Giroud, goal").cells;
    let conflicts: Vec<_> = cells.iter().map(|cell| cell.as_ref().unwrap().conflicts_with.clone()).collect();
    assert_eq!(conflicts, [vec![2], vec![], vec![0]]);
}

#[test]
fn scores_conflict_by_what_the_record_says_of_them() {
    let entry = england_france();
    let topic = || Topic::Match(entry.id);
    let right = Told::plain("date 2022-12-11\nFrance won 2-1.").about(entry, 0.9).states(
        "won 2-1",
        Kind::Score,
        topic(),
        "France beat England 2-1",
        Verdict::Confirmed,
    );
    let other_way = Told::plain("date 2022-12-11\nEngland lost 1-2.").about(entry, 0.9).states(
        "lost 1-2",
        Kind::Score,
        topic(),
        "England lost to France 1-2",
        Verdict::Confirmed,
    );
    let wrong = Told::plain("date 2022-12-11\nFrance won 3-1.").about(entry, 0.9).states(
        "won 3-1",
        Kind::Score,
        topic(),
        "France beat England 3-1",
        Verdict::Contradicted,
    );
    let vague = Told::plain("date 2022-12-11\nFrance went past England.").about(entry, 0.9).states(
        "went past England",
        Kind::Result,
        topic(),
        "France won against England",
        Verdict::Confirmed,
    );
    let comparison = side_by_side(&[right, other_way, wrong, vague]);
    let row = row(&comparison, "score");
    assert_eq!(row.agreement, Agreement::Conflicting);
    let conflicts: Vec<_> = row.cells.iter().map(|cell| cell.as_ref().unwrap().conflicts_with.clone()).collect();
    assert_eq!(conflicts, [vec![2], vec![2], vec![0, 1], vec![]]);
    assert_eq!(row.record.as_ref().unwrap().text, "England 1-2 France");
    assert_eq!(row.cells[2].as_ref().unwrap().verdict, Verdict::Contradicted);
}

#[test]
fn other_matches_and_counts_are_history() {
    let entry = england_france();
    let past = met("Argentina", "England", "1998-06-30");
    let red =
        past.events.iter().position(|event| matches!(event.kind, EventKind::Card { card, .. } if card.is_dismissal()));
    let sent_off = Topic::Event(past.id, red.unwrap());
    let first = |words: &str, reading: &str| {
        Told::plain(&format!("date 2022-12-11\nBeckham went in 1998. {words}."))
            .about(entry, 0.9)
            .states(
                "Beckham went in 1998",
                Kind::Card,
                sent_off.clone(),
                "David Beckham was sent off",
                Verdict::Confirmed,
            )
            .states(words, Kind::FirstSince, Topic::Other, reading, Verdict::NotInRecord)
    };
    let comparison = side_by_side(&[
        first("A second in a row", "France: first team to win the World Cup twice in a row since Brazil 1962"),
        first("Two on the trot", "since Brazil 1962, France: first team to win the World Cup twice in a row"),
        first("Another thing", "Morocco: first team of Africa in a semi-final"),
    ]);
    let history = labels(&comparison, Section::History);
    assert_eq!(history.len(), 3, "{history:?}");
    let [card, retained, africa] = [0, 1, 2].map(|at| row(&comparison, history[at]));
    assert!(card.label.contains("1998") && card.label.contains("David Beckham"), "{}", card.label);
    assert_eq!(card.agreement, Agreement::Agreeing);
    assert_eq!(retained.agreement, Agreement::Agreeing);
    assert!(retained.cells[0].is_some() && retained.cells[1].is_some() && retained.cells[2].is_none());
    assert_eq!(africa.agreement, Agreement::OnlyHere);
}

#[test]
fn the_match_of_most_accounts_counts() {
    let entry = england_france();
    let other = met("Argentina", "France", "2022-12-18");
    let comparison = side_by_side(&[
        Told::plain("One.").about(other, 0.9),
        Told::plain("Two.").about(entry, 0.6),
        Told::plain("Three.").about(entry, 0.7),
        Told::plain("Four."),
    ]);
    assert_eq!(comparison.in_match, Some(entry.id));
    let matches: Vec<_> = comparison.accounts.iter().map(|account| account.in_match).collect();
    assert_eq!(matches, [Some(other.id), Some(entry.id), Some(entry.id), None]);
}

#[test]
fn without_accounts_there_is_nothing() {
    let comparison = side_by_side(&[]);
    assert!(comparison.rows.is_empty() && comparison.quotes.is_empty() && comparison.in_match.is_none());
}
