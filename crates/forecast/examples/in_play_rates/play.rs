//! Matches as the estimates read them: rates known before, and goals and sendings-off with their minutes.

use std::error::Error;

use byline_forecast::Played;
use byline_forecast::dynamic::{Filter, Occasion, Outlook, Settings};
use byline_forecast::from_record::{Matches, Population};
use byline_forecast::in_play::Side;
use byline_record::{Card, CompetitionId, EventKind, Match, Sex, Side as RecordSide, View};

/// Share of the matches with goals of an edition whose goals must all have minutes, so that matches without goals are
/// not those nobody told.
const WHOLE: f64 = 0.95;

/// What happened, and to whom.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A goal for this side.
    Goal,
    /// A man less for this side.
    Off,
}

/// An event: minute, added minute, side, what.
pub(crate) type Moment = (u8, u8, Side, What);

/// A match, the side at home first.
pub(crate) struct Play {
    /// Day since 1970-01-01.
    pub(crate) day: i32,
    /// Whether neither was at home.
    pub(crate) neutral: bool,
    /// Goals expected of each before the match.
    pub(crate) rates: [f64; 2],
    /// Chances of its result before the match.
    pub(crate) win: [f64; 3],
    /// In order; all goals are among them.
    pub(crate) moments: Vec<Moment>,
    /// Minutes of goals and cards in added time: notes of how long it was.
    pub(crate) notes: Vec<(u8, u8)>,
}

/// Walks a history and gives for each match what was expected of it.
pub(crate) fn expected(matches: &Matches, settings: Settings) -> Vec<Outlook> {
    let mut filter = Filter::of(settings, &matches.history);
    let mut all = Vec::with_capacity(matches.ids.len());
    for day in matches.history.matches().chunk_by(|one, two| one.day == two.day) {
        all.extend(day.iter().map(|played: &Played| filter.outlook(&Occasion::from(played))));
        for played in day {
            filter.learn(played);
        }
    }
    all
}

/// The goals and sendings-off of a match, if every goal has its minute.
fn moments(entry: &Match, turned: bool) -> Option<Vec<Moment>> {
    let end = entry.score.end?;
    let side = |side: RecordSide| if (side == RecordSide::Home) == turned { Side::Away } else { Side::Home };
    let mut goals = [0_u8; 2];
    let mut moments = Vec::new();
    for event in &entry.events {
        let what = match event.kind {
            EventKind::Card { card: Card::Red | Card::SecondYellow, bench: false } => What::Off,
            ref kind if kind.is_goal() => What::Goal,
            _ => continue,
        };
        match (what, event.clock) {
            (What::Goal, None) => return None,
            (What::Off, None) => {}
            (_, Some(clock)) => moments.push((clock.minute(), clock.added(), side(event.side), what)),
        }
        if what == What::Goal {
            let count = goals.get_mut(usize::from(event.side == RecordSide::Away))?;
            *count = count.saturating_add(1);
        }
    }
    moments.sort_by_key(|&(minute, added, ..)| (minute, added));
    (goals == [end.home, end.away]).then_some(moments)
}

/// A match, if it is told whole, and the number of its edition.
type Found = (Option<Play>, usize);

fn plays(view: &View<'_>, population: &Population, settings: Settings) -> Result<Vec<Found>, Box<dyn Error>> {
    let matches = Matches::of(view, population)?;
    let outlooks = expected(&matches, settings);
    let entries = matches.ids.iter().zip(&matches.turned).zip(matches.history.matches()).zip(outlooks);
    Ok(entries
        .filter_map(|(((&id, &turned), played), outlook)| {
            let entry = view.get(id)?;
            let play = moments(entry, turned).map(|moments| {
                let told = |kind: &EventKind| kind.is_goal() || matches!(kind, EventKind::Card { .. });
                let notes = entry.events.iter().filter(|event| told(&event.kind)).filter_map(|event| event.clock);
                let notes = notes.map(|clock| (clock.minute(), clock.added())).filter(|note| note.1 > 0).collect();
                Play {
                    day: played.day,
                    neutral: played.neutral,
                    rates: outlook.expected_goals(),
                    win: outlook.win(),
                    moments,
                    notes,
                }
            });
            Some((play, entry.edition.index()))
        })
        .collect())
}

/// Matches of a league whose goals all have minutes.
pub(crate) fn league(view: &View<'_>, id: CompetitionId) -> Result<Vec<Play>, Box<dyn Error>> {
    let all = plays(view, &Population::Clubs(vec![id]), Settings::clubs())?;
    Ok(all.into_iter().filter_map(|(play, _)| play).collect())
}

/// Internationals of men of editions told whole.
pub(crate) fn internationals(view: &View<'_>) -> Result<Vec<Play>, Box<dyn Error>> {
    let all = plays(view, &Population::Internationals(Sex::Men), Settings::internationals())?;
    // Of each edition: matches with goals, and those of them with every minute. Matches without goals tell nothing.
    let mut told = std::collections::BTreeMap::<usize, [f64; 2]>::new();
    for (play, edition) in &all {
        let counts = told.entry(*edition).or_default();
        let goals = play.as_ref().is_none_or(|play| play.moments.iter().any(|moment| moment.3 == What::Goal));
        counts[0] += f64::from(u8::from(goals));
        counts[1] += f64::from(u8::from(goals && play.is_some()));
    }
    let whole = |edition: &usize| told.get(edition).is_some_and(|[all, with]| *all > 0.0 && with / all >= WHOLE);
    Ok(all.into_iter().filter(|(_, edition)| whole(edition)).filter_map(|(play, _)| play).collect())
}
