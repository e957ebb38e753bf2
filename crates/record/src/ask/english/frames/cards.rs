//! Cards.

use crate::ask::statement::{CardKind, Says};

use super::super::clause::Clause;
use super::take_teams;

/// "Beckham was sent off against Argentina in 1998", "Who was booked in the 2022 final?".
pub(super) fn card(c: &mut Clause<'_>) -> Option<Says> {
    const HEADS: [(&str, CardKind); 7] = [
        ("send off twice yellow", CardKind::SecondYellow),
        ("send off straight", CardKind::StraightRed),
        ("send off", CardKind::SentOff),
        ("see red", CardKind::SentOff),
        ("get sent off", CardKind::SentOff),
        ("book", CardKind::Booked),
        ("get booked", CardKind::Booked),
    ];
    let (card, place) =
        HEADS.into_iter().find_map(|(lemma, card)| c.take_verb(lemma).map(|place| (card, place))).or_else(|| {
            // "Beckham's red card came in 1998"
            let came = c.take_any(&["come", "arrive"]).is_some();
            let (lemma, card) = [("red card", CardKind::SentOff), ("yellow card", CardKind::Booked)]
                .into_iter()
                .find(|(lemma, _)| c.has(lemma))?;
            let place = c.take_noun(lemma)?;
            came.then_some((card, place))
        })?;
    let player = c.person_before(place);
    if c.asks_who() == player.is_some() {
        return None;
    }
    let teams = take_teams(c, &["", "for", "of"], &["against"]);
    let minutes = c.take_minutes();
    if c.take_noun("match").is_none() {
        c.take_noun("meeting");
    }
    let at = c.take_match_of(teams)?;
    if matches!(c.question, Some("when" | "which minute")) && minutes.is_some() {
        return None;
    }
    Some(Says::Card { at, player, card, minutes })
}
