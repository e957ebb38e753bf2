//! Cautions and sendings-off.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod check;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use check::{checked, of};

const FINAL: &str = "Italy beat France on penalties in the World Cup final in Berlin on Sunday after a 1-1 draw.\n\n";

#[test]
fn a_sending_off_with_its_minute() {
    for words in [
        "Zinedine Zidane was sent off in the 110th minute.",
        "France finished with ten men, with Zinedine Zidane sent off ten minutes from the end of extra time.",
        "Zinedine Zidane's red card came in the 110th minute.",
        "Zinedine Zidane was shown a straight red card.",
        "There was a red card for Zinedine Zidane.",
        "Zinedine Zidane was given his marching orders in extra time.",
    ] {
        let found = checked("2006-07-10", &format!("{FINAL}{words}"));
        assert!(
            of(&found, Kind::Card, Verdict::Confirmed).iter().any(|card| card.contains("Zidane")),
            "{words}: {found:?}"
        );
        assert!(found.iter().all(|(_, verdict, _)| *verdict != Verdict::Contradicted), "{words}: {found:?}");
    }
}

#[test]
fn the_wrong_player_or_minute_is_contradicted() {
    let found = checked("2006-07-10", &format!("{FINAL}Patrick Vieira was sent off in the 110th minute."));
    assert_eq!(of(&found, Kind::Card, Verdict::Contradicted), ["Patrick Vieira was sent off"], "{found:?}");
    let found = checked("2006-07-10", &format!("{FINAL}Zinedine Zidane was sent off in the 97th minute."));
    assert_eq!(of(&found, Kind::Minute, Verdict::Contradicted), ["in the 97th minute"], "{found:?}");
    let found = checked("2006-07-10", &format!("{FINAL}Nobody was sent off."));
    assert_eq!(of(&found, Kind::Card, Verdict::Contradicted), ["Nobody was sent off"], "{found:?}");
}

#[test]
fn what_did_not_happen_is_no_card() {
    for words in [
        "Patrick Vieira was lucky not to be sent off.",
        "Fabio Cannavaro could have been booked.",
        "Patrick Vieira, sent off for his club last month, went off injured.",
        "Patrick Vieira had booked his place in the side.",
    ] {
        let found = checked("2006-07-10", &format!("{FINAL}{words}"));
        assert!(found.iter().all(|(kind, _, _)| *kind != Kind::Card), "{words}: {found:?}");
    }
}

#[test]
fn cards_of_other_matches() {
    let text = |rest: &str| format!("England lost 2-1 to France in the World Cup quarter-final on Saturday.\n\n{rest}");
    let right = checked("2022-12-12", &text("David Beckham was sent off against Argentina in 1998."));
    assert_eq!(of(&right, Kind::Card, Verdict::Confirmed).len(), 1, "{right:?}");
    let wrong = checked("2022-12-12", &text("David Beckham was sent off against Argentina in 2002."));
    assert_eq!(of(&wrong, Kind::Card, Verdict::Contradicted).len(), 1, "{wrong:?}");
}

#[test]
fn a_card_is_found_and_denied_beside_a_match_recalled() {
    for recalled in
        ["England had beaten Colombia 2-0 to get here.", "Argentina had beaten them 2-1 in Mexico City in 1986."]
    {
        let told = |player: &str| {
            checked(
                "1998-07-01",
                &format!(
                    "Argentina beat England 4-3 on penalties in Saint-Etienne on Tuesday after a 2-2 draw.\n\n\
                     {recalled} Just after the interval {player} was sent off for a kick at Diego Simeone."
                ),
            )
        };
        assert!(!of(&told("David Beckham"), Kind::Card, Verdict::Confirmed).is_empty(), "{recalled}");
        assert!(of(&told("David Beckham"), Kind::Card, Verdict::Contradicted).is_empty(), "{recalled}");
        assert!(!of(&told("Graeme Le Saux"), Kind::Card, Verdict::Contradicted).is_empty(), "{recalled}");
    }
}
