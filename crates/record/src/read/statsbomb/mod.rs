//! StatsBomb open data: events of one match, and the matches of a season.

mod events;
mod kick;
mod matches;
mod penalties;
mod story;

pub use events::read_events;
pub use matches::read_matches;
pub use penalties::{looks_like_penalties, read_penalties};

use crate::Sex;

/// Key of the source.
const SOURCE: &str = "statsbomb-open-data";

/// Whether a file that starts like this holds the events of a match.
#[must_use]
pub fn looks_like_events(start: &str) -> bool {
    start.starts_with('[') && ["\"period\"", "\"timestamp\"", "\"type\""].iter().all(|key| start.contains(key))
}

/// Whether a file that starts like this holds matches of a season.
#[must_use]
pub fn looks_like_matches(start: &str) -> bool {
    start.starts_with('[') && ["\"match_id\"", "\"match_date\""].iter().all(|key| start.contains(key))
}

/// The name of a team without the mark of a women's side, and whether it had one: `Spain Women's`, `Arsenal WFC`.
fn team_name(text: &str) -> (Box<str>, Sex) {
    let text = text.trim();
    for mark in [" Women's", " Women’s", " Women", " WFC", " FCW", " LFC"] {
        if let Some(name) = text.strip_suffix(mark)
            && !name.trim().is_empty()
        {
            return (name.trim().into(), Sex::Women);
        }
    }
    (text.into(), Sex::Men)
}

/// The names of two teams without the marks of women's sides, and whether either had one: not every women's side is
/// marked.
fn team_names(home: &str, away: &str) -> (Box<str>, Box<str>, Sex) {
    let ((home, one), (away, other)) = (team_name(home), team_name(away));
    (home, away, if [one, other].contains(&Sex::Women) { Sex::Women } else { Sex::Men })
}

#[cfg(test)]
mod tests;
