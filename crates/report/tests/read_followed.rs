//! What is told by what was told before it: minutes counted from the goal before, cards like the one before, goals given, and
//! who is in charge by what he does.

mod told;

use byline_report::claim::Kind;
use told::{both_ways, contradicted, found, holds, readings};

const NAPLES: &str = "date 1990-07-02\nEngland beat Cameroon 3-2 after extra time in Naples.\n\n";
const SARRIA: &str = "date 1982-07-06\nItaly beat Brazil 3-2 in Barcelona yesterday.\n\n";
const ZAGREB: &str = "date 1976-06-17\nCzechoslovakia beat the Netherlands 3-1 after extra time in Zagreb.\n\n";
const AZTECA: &str =
    "date 2026-07-06\nEngland beat Mexico 3-2 at the Azteca to reach the quarter-finals of the World Cup.\n\n";
const AMSTERDAM: &str =
    "date 2000-06-30\nItaly beat the Netherlands 3-1 on penalties in Amsterdam yesterday after a 0-0 draw.\n\n";

/// Whether anything of a kind stands on words of a text.
fn has(text: &str, kind: Kind, words: &str) -> bool {
    found(text).iter().any(|(of, said, _)| *of == kind && said.contains(words))
}

#[test]
fn minutes_later_count_from_the_goal_told_before_whoever_passes() {
    let text = format!(
        "{NAPLES}Kunde levelled from the spot on 61 minutes. Four minutes later Milla slid a pass through for Eugene Ekeke \
         to dink it over Shilton."
    );
    holds(&text, &[(Kind::Minute, "Four minutes later"), (Kind::Scorer, "Eugene Ekeke")]);
    assert!(!has(&text.replace("Four minutes later", "Nine minutes later"), Kind::Minute, "minutes later"));
    // Nothing is told of a goal before it.
    let text = format!("{NAPLES}Robson made a change. Four minutes later Ekeke came close.");
    assert!(!has(&text, Kind::Minute, "minutes later"));
    // It is no goal that comes so much later.
    let text = format!("{NAPLES}Kunde levelled from the spot on 61 minutes. Four minutes later Ekeke was booked.");
    assert!(!has(&text, Kind::Minute, "minutes later"));
}

#[test]
fn minutes_on_do_not_make_an_object_of_the_scorer() {
    let text = format!(
        "{SARRIA}Paolo Rossi headed in Cabrini's cross in the fifth minute. Falcao drew them level 22 minutes from the end. \
         Six minutes on Rossi completed his three from a corner."
    );
    holds(&text, &[(Kind::Minute, "Six minutes on"), (Kind::Scorer, "Rossi completed")]);
}

#[test]
fn what_gives_somebody_another_is_his_goal() {
    let text = format!("{SARRIA}Socrates made it 1-1 in the 12th minute. A stray pass gave Rossi another.");
    holds(&text, &[(Kind::Scorer, "Rossi")]);
    let text = format!("{SARRIA}Cabrini's cross handed Rossi his second, and that was that.");
    holds(&text, &[(Kind::Scorer, "Rossi")]);
    for words in [
        "A stray pass gave Rossi another chance.",
        "The referee gave Rossi another.",
        "A stray pass nearly gave Rossi another.",
        "A stray pass gave Rossi another look at goal.",
    ] {
        assert!(!has(&format!("{SARRIA}{words}"), Kind::Scorer, "Rossi"), "{words}");
    }
}

#[test]
fn whoever_followed_was_shown_the_same_card() {
    let text =
        format!("{ZAGREB}Jaroslav Pollak was sent off on the hour for a foul. Neeskens followed him 16 minutes later.");
    holds(&text, &[(Kind::Card, "Neeskens followed him"), (Kind::Minute, "16 minutes later")]);
    let wrong = contradicted(&text.replace("16 minutes", "six minutes"));
    assert!(wrong.iter().any(|(kind, words, _)| *kind == Kind::Minute && words == "six minutes later"), "{wrong:?}");
    let text =
        format!("{AZTECA}Declan Rice was booked in the first minute. Marc Guehi followed him, so did Nico O'Reilly.");
    holds(&text, &[(Kind::Card, "Marc Guehi"), (Kind::Card, "O'Reilly")]);
    // Without a card before it, or with another sentence between, nobody follows into the book.
    for words in [
        "Declan Rice went down injured. Marc Guehi followed him, so did Nico O'Reilly.",
        "Declan Rice was booked in the first minute. Mexico pressed. Marc Guehi followed him.",
        "Declan Rice was booked in the first minute. Marc Guehi followed him up the pitch.",
    ] {
        assert!(!has(&format!("{AZTECA}{words}"), Kind::Card, "Guehi"), "{words}");
    }
}

#[test]
fn penalties_not_scored_have_minutes_too() {
    let text = format!(
        "{AMSTERDAM}Francesco Toldo saved from Frank de Boer, the Dutch captain, in the 39th minute, then from De Boer again \
         in the shoot-out. Patrick Kluivert had rolled the second penalty against a post with 62 gone."
    );
    holds(
        &text,
        &[
            (Kind::Minute, "in the 39th minute"),
            (Kind::Minute, "with 62 gone"),
            (Kind::MissedPenalty, "Frank de Boer"),
            (Kind::MissedPenalty, "Kluivert"),
        ],
    );
    let other = text.replace("39th", "29th").replace("with 62 gone", "with 72 gone");
    assert!(!has(&other, Kind::MissedPenalty, "Frank de Boer"));
    assert!(!has(&other, Kind::Minute, "with 72 gone"));
}

#[test]
fn captains_score_without_their_names() {
    let head =
        "date 2022-12-10\nArgentina beat the Netherlands 4-3 on penalties at Lusail last night after a 2-2 draw.\n\n";
    let scores = |text: &str| {
        readings(&format!("{head}{text}"))
            .iter()
            .any(|(_, reading)| reading.contains("goal of Lionel Messi was a penalty"))
    };
    assert!(scores("Nahuel Molina struck first, before the captain rolled in a penalty on 73 minutes."));
    assert!(scores("The Argentina captain rolled in a penalty on 73 minutes."));
    // Of the other side, or no captain of theirs: nobody's goal.
    assert!(!scores("The Dutch captain rolled in a penalty on 73 minutes."));
    assert!(!scores("The captain of the plane said that a penalty on 73 minutes had settled it."));
    holds(&format!("{head}Messi was made captain in 2011 and is the captain still."), &[]);
}

#[test]
fn a_scorer_behind_by_or_for_has_his_minute_right_behind_him() {
    let head = "date 1974-07-04\nThe Netherlands beat Brazil 2-0 in Dortmund yesterday.\n\n";
    let text = format!("{head}The champions were dethroned by Neeskens, five minutes into the second half.");
    holds(&text, &[(Kind::Scorer, "Neeskens"), (Kind::Minute, "five minutes into the second half")]);
    assert!(!has(&text.replace("five minutes", "15 minutes"), Kind::Scorer, "Neeskens"));
}

#[test]
fn who_sends_on_a_player_is_in_charge() {
    let text = "date 2020-06-21\nTwenty years ago this evening Spain beat Yugoslavia 4-3 in Bruges.\n\nVujadin Boskov sent on \
        three forwards.";
    let managed =
        |text: &str| readings(text).iter().any(|(_, reading)| reading.contains("Boškov managed FR Yugoslavia"));
    assert!(managed(text));
    assert!(managed(&text.replace("Boskov sent on three forwards", "Boskov's substitutions came too late")));
    assert!(!managed(&text.replace("sent on three forwards", "could have sent on three forwards")));
    assert!(!managed(&text.replace("sent on three forwards", "smiled at three reporters")));
}

#[test]
fn cards_of_whoever_is_only_described() {
    let stuttgart = "date 2024-07-06\nSpain beat Germany 2-1 after extra time in Stuttgart on Friday in the Euro 2024 quarter-finals.";
    let wembley = "date 2021-07-12\nItaly beat England 3-2 on penalties in the Euro 2020 final at Wembley on Sunday after a 1-1 draw.";
    both_ways(&[(
        stuttgart,
        "There was still time for Dani Carvajal to be sent off in the fifth minute of stoppage time.",
        Kind::Card,
        "Dani Carvajal to be sent off",
        ("Dani Carvajal", "Rodri"),
    )]);
    holds(
        &format!("{wembley}\n\nGiorgio Chiellini's tug on Saka's collar in added time had earned him a yellow card.\n"),
        &[(Kind::Card, "yellow card")],
    );
    // The man who waited is the subject, and not the one he waited for.
    let waited = format!("{stuttgart}\n\nRodri waited for Dani Carvajal to get up and was booked.\n");
    assert_eq!(contradicted(&waited), []);
}

#[test]
fn takers_did_as_those_before_them() {
    let wembley = "date 2021-07-12\nItaly beat England 3-2 on penalties in the Euro 2020 final at Wembley on Sunday after a 1-1 draw.";
    both_ways(&[(
        wembley,
        "Berardi, Bonucci and Bernardeschi scored in the shoot-out; Harry Kane and Harry Maguire did so for England.",
        Kind::ShootOut,
        "Harry Kane and Harry Maguire did so",
        ("Harry Maguire", "Bukayo Saka"),
    )]);
}
