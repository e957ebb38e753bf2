//! Who played under a team's name on a day.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::{Succession, TeamId};

/// For each successor, positions in the list of successions whose former is printed under the successor's name.
pub(crate) type Formers = HashMap<TeamId, Vec<usize>>;

/// Who played under the name of `team` on `date`: the former whose dates hold, or, once its own dates are over, the
/// successor.
pub(crate) fn on_day(successions: &[Succession], formers: &Formers, team: TeamId, date: Date) -> TeamId {
    let mut team = team;
    // Chains are short (Bohemia, Czechoslovakia, Czech Republic); the bound guards against a circle in the file.
    for _ in 0..8 {
        let mut own = successions.iter().filter(|succession| succession.former == team);
        if own.clone().any(|succession| succession.holds_on(date)) {
            return team;
        }
        if let Some(former) = former_on(successions, formers, team, date) {
            return former;
        }
        match own.find(|succession| succession.to.is_some_and(|to| to < date)) {
            Some(ended) => team = ended.successor,
            None => return team,
        }
    }
    team
}

fn former_on(successions: &[Succession], formers: &Formers, team: TeamId, date: Date) -> Option<TeamId> {
    let mut open = vec![team];
    let mut seen = 0;
    while let Some(successor) = open.pop() {
        for &index in formers.get(&successor).into_iter().flatten() {
            let succession = successions.get(index)?;
            if succession.holds_on(date) {
                return Some(succession.former);
            }
            open.push(succession.former);
        }
        seen += 1;
        if seen > 64 {
            break;
        }
    }
    None
}
