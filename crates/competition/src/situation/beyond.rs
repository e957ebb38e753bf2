//! What rankings need beyond scores, from the facts.

use byline_record::Tie;

use crate::criterion::Criterion;
use crate::edition::{Edition, Stage};
use crate::facts::{Cards, Facts};
use crate::table::{Beyond, Value};

/// The facts behind a ranking whose teams are numbers of `members`.
pub(super) struct FromFacts<'f> {
    pub(super) edition: &'f Edition,
    pub(super) stage: &'f Stage,
    pub(super) facts: &'f Facts,
    pub(super) members: &'f [Option<u8>],
    /// Cards of each member; empty where they are not known.
    pub(super) cards: &'f [Cards],
    /// Place of each team of the edition in the group stage before, where settled.
    pub(super) earlier: &'f [Option<u16>],
}

impl FromFacts<'_> {
    fn team(&self, member: u8) -> Option<u8> {
        self.members.get(usize::from(member)).copied().flatten()
    }
}

impl Beyond for FromFacts<'_> {
    fn value(&mut self, criterion: Criterion, member: u8) -> Option<Value> {
        let team = self.team(member)?;
        let cards = || self.cards.get(usize::from(member));
        match criterion {
            Criterion::FairPlay => Some(Value::Count(cards()?.points(self.edition.cards.as_ref()?))),
            Criterion::RedCards => Some(Value::Count(-i32::from(cards()?.sent_off()))),
            Criterion::YellowCards => Some(Value::Count(-i32::from(cards()?.cautions()))),
            Criterion::EarlierPlace => Some(Value::Place((*self.earlier.get(usize::from(team))?)?)),
            Criterion::Ranking => {
                let place = self.edition.ranked.iter().position(|&ranked| ranked == team)?;
                Some(Value::Place(u16::try_from(place + 1).unwrap_or(u16::MAX)))
            }
            _ => None,
        }
    }

    fn order(&mut self, criterion: Criterion, members: &[u8], places: &mut [u16]) -> bool {
        let teams: Option<Vec<u8>> = members.iter().map(|&member| self.team(member)).collect();
        let Some(teams) = teams else { return false };
        let winner = |tie: Option<Tie>| {
            let &[one, two] = &*teams else { return None };
            self.facts.meetings.iter().rev().find_map(|meeting| {
                let both = meeting.teams == [one, two] || meeting.teams == [two, one];
                let fits = both
                    && meeting.stage == self.stage.kind
                    && match tie {
                        Some(tie) => meeting.tie == tie,
                        None => meeting.shoot_out.is_some(),
                    };
                fits.then(|| meeting.winner.map(|side| meeting.teams[side])).flatten()
            })
        };
        let first = match criterion {
            Criterion::Lots => {
                let drawn = self.stage.drawn.iter().find(|drawn| teams.iter().all(|team| drawn.contains(team)));
                let Some(drawn) = drawn else { return false };
                for (place, team) in places.iter_mut().zip(&teams) {
                    let drawn = drawn.iter().position(|other| other == team).unwrap_or(usize::MAX);
                    *place = u16::try_from(drawn).unwrap_or(u16::MAX - 1) + 1;
                }
                return true;
            }
            Criterion::PlayOff => winner(Some(Tie::PlayOff)),
            _ => winner(None),
        };
        let Some(first) = first else { return false };
        for (place, team) in places.iter_mut().zip(&teams) {
            *place = if *team == first { 1 } else { 2 };
        }
        true
    }
}
