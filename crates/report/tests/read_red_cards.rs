//! A card of somebody who was shown none, at the very time another of his side was: whatever else the sentence speaks of.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails, holds};

const LEAD: &str =
    "date 1998-07-01\nArgentina beat England on penalties in Saint-Etienne on Tuesday after a 2-2 draw.\n\n";

#[test]
fn another_of_his_side_was_sent_off_then() {
    let text = format!(
        "{LEAD}Two minutes after the interval referee Kim Milton Nielsen showed David Beckham a red card for a flick at Diego \
        Simeone, only the second for England at a World Cup, after Ray Wilkins in 1990.\n"
    );
    holds(&text, &[(Kind::Card, "David Beckham a red card")]);
    fails(&text, &[("David Beckham", "Steve McManaman")]);
    let text =
        format!("{LEAD}Michael Owen scored, and when David Beckham saw red early in the second half the noise grew.\n");
    fails(&text, &[("David Beckham", "Paul Scholes")]);
}

#[test]
fn a_card_at_another_time_may_be_of_another_match() {
    let text = format!("{LEAD}In 1990 Paul Gascoigne had been booked in the 99th minute.\n");
    assert_eq!(contradicted(&text), []);
    let text = format!(
        "{LEAD}Paul Ince, who was sent off in Sweden in the 67th minute two months later, had been suspended.\n"
    );
    assert_eq!(contradicted(&text), []);
}
