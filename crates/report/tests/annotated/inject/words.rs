//! Changes of weekdays, teams, places, stages and titles.

use byline_record::names::find::{Entity, How};
use byline_record::{TeamId, fold};
use byline_report::Span;

use super::{Change, Scene};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Longer words before their parts. A change of a stage is false of whoever came to the first.
const STAGES: [(&str, &str); 14] = [
    ("quarter-finalists", "semi-finalists"),
    ("quarter-finals", "semi-finals"),
    ("quarter-final", "semi-final"),
    ("quarterfinal", "semifinal"),
    ("semi-finalists", "quarter-finalists"),
    ("semi-finals", "quarter-finals"),
    ("semi-final", "quarter-final"),
    ("semifinal", "quarterfinal"),
    ("last sixteen", "last eight"),
    ("last 16", "last eight"),
    ("last eight", "last 16"),
    ("last four", "last eight"),
    ("Final", "Semi-final"),
    ("final", "semi-final"),
];

const TITLES: [(&str, &str); 9] = [
    ("runners-up", "champions"),
    ("runner-up", "champions"),
    ("beaten finalists", "champions"),
    ("champions", "runners-up"),
    ("Champions", "Runners-up"),
    ("holders", "runners-up"),
    ("Holders", "Runners-up"),
    ("winners", "runners-up"),
    ("won the ", "lost the final of the "),
];

fn exchanged(scene: &Scene<'_>, pairs: &[(&str, &str)], what: &'static str) -> Option<Change> {
    let words = scene.words();
    let (at, (old, new)) = pairs.iter().find_map(|pair| Some((words.find(pair.0)?, pair)))?;
    scene.within(at..at + old.len(), (*new).to_owned(), what)
}

/// Another round.
pub(super) fn stage(scene: &Scene<'_>) -> Option<Change> {
    exchanged(scene, &STAGES, "stage")
}

/// Runners-up in place of champions, and the other way round.
pub(super) fn champions(scene: &Scene<'_>) -> Option<Change> {
    exchanged(scene, &TITLES, "title")
}

/// A weekday three days on, so that no time zone makes it right.
pub(super) fn weekday(scene: &Scene<'_>) -> Option<Change> {
    let (words, sentence) = (scene.words(), &scene.report.text[scene.sentence()]);
    let (at, day) = (0..7).find_map(|day| Some((words.find(WEEKDAYS[day])?, day)))?;
    let other = [3, 4, 5, 2].map(|by| WEEKDAYS[(day + by) % 7]).into_iter().find(|other| !sentence.contains(other))?;
    scene.within(at..at + WEEKDAYS[day].len(), other.to_owned(), "weekday")
}

/// Another team of the edition in place of one named in the words.
pub(super) fn opponent(scene: &Scene<'_>) -> Option<Change> {
    let entry = scene.entry?;
    let span = &scene.statement.span;
    let team = |mention: &byline_record::names::find::Mention| match mention.one() {
        Some(Entity::Team(team)) if mention.how == How::Name => Some(team),
        _ => None,
    };
    let mut inside =
        scene.mentions.iter().filter(|mention| span.start <= mention.span.start && mention.span.end <= span.end);
    let (mention, said) = inside.find_map(|mention| Some((mention, team(mention)?)))?;
    let view = scene.record.latest();
    let named: Vec<TeamId> = scene.mentions.iter().filter_map(team).collect();
    let mut others: Vec<TeamId> = view.matches_in(entry.edition).flat_map(|other| [other.home, other.away]).collect();
    others.sort();
    others.dedup();
    others.retain(|other| *other != said && !named.contains(other) && entry.side_of(*other).is_none());
    let other = scene.record.team(scene.pick(&others)?).name.to_string();
    Some(Change { span: mention.span.clone(), with: other, what: "opponent" })
}

/// Another town of the edition in place of the one named, or of the town of the ground named.
pub(super) fn city(scene: &Scene<'_>) -> Option<Change> {
    let entry = scene.entry?;
    let view = scene.record.latest();
    let venues = view.matches_in(entry.edition).filter_map(|other| other.venue).map(|id| scene.record.venue(id));
    let mut cities: Vec<&str> = venues.filter_map(|venue| venue.city.as_deref()).collect();
    cities.sort_unstable();
    cities.dedup();
    let words = scene.words();
    let place = |city: &str| -> Option<Span> {
        let starts = words.char_indices().filter(|&(at, _)| !words[..at].ends_with(char::is_alphanumeric));
        starts.map(|(at, _)| at).find_map(|at| {
            let ends = words[at..].char_indices().map(|(by, c)| at + by + c.len_utf8());
            ends.filter(|&end| !words[end..].starts_with(char::is_alphanumeric))
                .find(|&end| words[at..end].ends_with(char::is_alphanumeric) && fold(&words[at..end]) == fold(city))
                .map(|end| at..end)
        })
    };
    let (said, span) = cities.iter().find_map(|city| Some((*city, place(city)?)))?;
    let whole = fold(&scene.report.text);
    let others: Vec<&str> =
        cities.iter().copied().filter(|city| *city != said && !whole.contains(&fold(city))).collect();
    scene.within(span, scene.pick(&others)?.to_owned(), "place")
}
