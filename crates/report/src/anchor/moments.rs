//! Who is told to have done something at which minute: a goal of his just then tells the match.

use byline_record::Match;
use byline_record::ask::statement::Minutes;

use crate::index::{Index, Key};
use crate::passage::{Name, Passage};
use crate::read::clock::Meant;
use crate::read::fit::{Fit, best_fit, is_narrow};

/// The minutes that sentences tell, each with the surnames of those they name.
#[derive(Debug, Default)]
pub(super) struct Moments(Vec<(Vec<Key>, Vec<Vec<Minutes>>)>);

impl Moments {
    /// Those of sentences that name somebody and tell a minute.
    pub(super) fn of(index: &Index, passages: &[Passage]) -> Self {
        let told = passages.iter().filter(|passage| passage.quote.is_none()).filter_map(|passage| {
            let people = passage.names.iter().filter(|name| name.is_person()).flat_map(Name::people);
            let surnames: Vec<Key> = people.filter_map(|person| index.surname(person)).collect();
            if surnames.is_empty() {
                return None;
            }
            let clocks = passage.clocks(false).iter().filter_map(|words| match &words.meant {
                Meant::At(spans) if is_narrow(spans) => Some(spans.clone()),
                _ => None,
            });
            Some((surnames, clocks.collect::<Vec<_>>())).filter(|(_, clocks)| !clocks.is_empty())
        });
        Self(told.collect())
    }

    /// How many goals of a match stand in a sentence that names who scored, at their minute.
    pub(super) fn told_of(&self, index: &Index, entry: &Match) -> usize {
        let is_told = |surname: Key, clock: byline_record::Clock| {
            self.0.iter().any(|(surnames, clocks)| {
                surnames.contains(&surname) && clocks.iter().any(|spans| best_fit(spans, clock) == Fit::Yes)
            })
        };
        let timed = entry.goals().filter_map(|goal| Some((index.surname(goal.player?)?, goal.clock?)));
        timed.filter(|&(surname, clock)| is_told(surname, clock)).count()
    }
}
