//! Matches no source dates, kept for their penalties.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{CompetitionClass, Event, EventKind, Kick, Match, PersonId, Score, Sex, Side, Sources, TeamId};

/// Penalties of one match whose date no source gives, and which fits no match of the record.
///
/// It is no match of the record: it counts in no table and answers no question. Lists of penalties by season are
/// made of such matches, and single kicks told without any match.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LooseMatch {
    /// Competition as printed; empty where no source says.
    pub competition: Box<str>,
    /// Season or edition: `2018/19`, `2022`; empty where no source says.
    pub season: Box<str>,
    /// What the competition is, where known.
    pub class: Option<CompetitionClass>,
    /// Men's or women's.
    pub sex: Sex,
    /// Sides listed first and second; `None` where the source names no teams.
    pub teams: Option<[TeamId; 2]>,
    /// The source's own identifier of the match.
    pub external_id: Option<Box<str>>,
    /// Score, as far as it is known.
    pub score: Score,
    /// Penalties in play, in the order of the clock.
    pub penalties: Vec<Event>,
    /// Shoot-out kick by kick, in the order taken.
    pub kicks: Vec<Kick>,
    /// Whether the order of kicks between the sides is known.
    pub kicks_in_order: bool,
    /// Who tells of it.
    pub sources: Sources,
    /// A day by which it had been played: the end of the season at the latest, or the day its source was taken from
    /// its publisher.
    #[serde(with = "crate::wire::date")]
    pub known_by: Date,
}

impl LooseMatch {
    /// How many penalties are told of, in play and of the shoot-out.
    #[must_use]
    pub fn count(&self) -> usize {
        self.penalties.len() + self.kicks.len()
    }

    /// The team of a side, where known.
    #[must_use]
    pub fn team(&self, side: Side) -> Option<TeamId> {
        let [home, away] = self.teams?;
        Some(match side {
            Side::Home => home,
            Side::Away => away,
        })
    }

    /// Visits every person named.
    pub(crate) fn for_each_person(&mut self, visit: impl Fn(&mut PersonId)) {
        for event in &mut self.penalties {
            event.player.iter_mut().for_each(&visit);
            if let EventKind::Penalty(penalty) = &mut event.kind {
                penalty.keeper.iter_mut().for_each(&visit);
            }
        }
        for kick in &mut self.kicks {
            kick.taker.iter_mut().chain(&mut kick.keeper).for_each(&visit);
        }
    }
}

/// The years a season's label names, first and last: 2018 and 2019 of `2018/19`.
pub(crate) fn years(label: &str) -> Option<(i16, i16)> {
    let (first, last) = label.split_once('/').map_or((label, None), |(first, last)| (first, Some(last)));
    let first: i16 = first.parse().ok().filter(|year| (1800..=2200).contains(year))?;
    Some((first, if last.is_some() { first + 1 } else { first }))
}

/// The last day a match of a season can have been played. Tournaments have been put off by a year under their old
/// names, and files of seasons count leagues of the calendar year with the winter before.
pub(crate) fn last_day(label: &str) -> Option<Date> {
    let (first, _) = years(label)?;
    Date::new(first + 1, 12, 31).ok()
}

/// Where a match is held for its day, its label tells it apart: whether a match of `date` in an edition `known` can be
/// one of the season `stated`.
pub(crate) fn can_be_of(stated: &str, known: &str, date: Date) -> bool {
    if stated == known {
        return true;
    }
    let Some((first, last)) = years(stated) else { return false };
    let (stated_spans, known_spans) = (stated.contains('/'), known.contains('/'));
    if stated_spans && known_spans {
        return false;
    }
    let opens = Date::new(first, if stated_spans { 7 } else { 1 }, 1);
    opens.is_ok_and(|opens| opens <= date) && date.year() <= last
}

impl Match {
    /// Penalties in play, scored and not, in the order of the clock.
    pub fn penalties(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| matches!(event.kind, EventKind::Penalty(_)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_season_has_its_days() {
        assert_eq!((years("2018/19"), years("2022"), years("")), (Some((2018, 2019)), Some((2022, 2022)), None));
        assert_eq!((last_day("2018/19"), last_day("2020")), (Some(date(2019, 12, 31)), Some(date(2021, 12, 31))));
        for (stated, known, day, fits) in [
            ("2018/19", "2018/19", date(2019, 5, 1), true),
            ("2018/19", "2019/20", date(2019, 8, 10), false),
            ("2018/19", "2019", date(2019, 6, 9), true),
            ("2018/19", "2018", date(2018, 5, 9), false),
            ("2022", "2022", date(2022, 12, 18), true),
            ("2020", "2020", date(2021, 7, 11), true),
            ("2014", "2018", date(2018, 7, 15), false),
        ] {
            assert_eq!(can_be_of(stated, known, day), fits, "{stated} {known} {day}");
        }
    }
}
