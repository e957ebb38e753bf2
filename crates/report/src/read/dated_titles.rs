//! When a title came, of those a team has: "their only title came at home in 1998", "Uruguay's last triumph was in 1950",
//! "whose first World Cup came in 1978".

use byline_record::ask::{Evidence, words};
use byline_record::{CompetitionId, EditionId, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::deeds::{Deed, Told};
use super::ledger::skip;
use super::out::verdict;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Nouns of a title.
const TITLES: &[&str] = &["title", "triumph", "success", "trophy", "crown"];
const HEADS: Heads = Heads::of(TITLES);
/// Words between a title and its year.
const CAME: &[&str] = &[
    "came", "was", "is", "dates", "dated", "back", "won", "from", "to", "at", "home", "on", "soil", "their", "own",
    "in",
];

/// Which of the titles of a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    First,
    Last,
    Only,
}

impl Which {
    const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Last => "last",
            Self::Only => "only",
        }
    }
}

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    if passage.quote.is_some() {
        return;
    }
    for at in passage.starts(&HEADS).filter(|&at| passage.name_at(at).is_none() && passage.is_any(at, TITLES)) {
        judge(reader, passage, at, out);
    }
}

/// The word that says which, before the noun and what competition it is of: its token, itself, the competition named.
fn which(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    at: usize,
    out: &Out<'_>,
) -> Option<(usize, Which, Option<CompetitionId>)> {
    let mut before = at.checked_sub(1)?;
    let mut competition = None;
    loop {
        if let Some(name) = passage.name_at(before) {
            competition = Some(name.competition().filter(|_| name.edition().is_none())?);
            before = name.first.checked_sub(1)?;
            continue;
        }
        let which = match passage.word(before) {
            "only" => Which::Only,
            "last" => Which::Last,
            "first" => Which::First,
            "world" | "cup" | "previous" | "other" => {
                if passage.is_any(before, &["world"]) {
                    competition = reader.world_cup(out);
                }
                before = before.checked_sub(1)?;
                continue;
            }
            "european" => {
                competition = reader.european_championship(out);
                before = before.checked_sub(1)?;
                continue;
            }
            _ => return None,
        };
        return Some((before, which, competition));
    }
}

/// The titles of a team in a competition, oldest first, without that of the tournament under report.
fn won(reader: &Reader<'_, '_>, team: TeamId, competition: CompetitionId, out: &Out<'_>) -> Vec<EditionId> {
    let titles = Told::new(Deed::Title).occasions(&out.view, team, Some(&[competition]), false);
    titles.into_iter().map(|last| last.edition).filter(|&edition| Some(edition) != reader.edition).collect()
}

fn judge(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    let Some((first, which, named)) = which(reader, passage, at, out) else { return };
    let link = skip(passage, at + 1, CAME);
    let Some(year) = reader.year_at(passage, link).filter(|_| link > at + 1) else { return };
    if passage.is_any(at + 1, &["in", "to", "at"]) || is_hypothetical(passage, first) || is_wanted(passage, first) {
        return;
    }
    let owned = passage.is_any(first.wrapping_sub(1), &["their", "its", "whose"]);
    let start = first - usize::from(owned);
    let meant = match passage.is_possessive(first.wrapping_sub(1)) {
        true => reader.teams_before(passage, first, out),
        false if owned => reader.teams_about(passage, start, out),
        false => return,
    };
    let Some(team) = meant.likely() else { return };
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let Some(competition) = named.or(own) else { return };
    let record = out.record();
    let titles = won(reader, team, competition, out);
    let told = match which {
        Which::First => titles.first(),
        Which::Last => titles.last(),
        Which::Only => titles.first().filter(|_| titles.len() == 1),
    };
    let right = told.is_some_and(|&edition| record.edition(edition).year() == Some(year));
    // "Their only title" may be their only one of another competition.
    let other = [reader.world_cup(out), reader.european_championship(out)].into_iter().flatten();
    let elsewhere = other
        .filter(|&id| id != competition && named.is_none())
        .any(|id| won(reader, team, id, out).into_iter().any(|edition| record.edition(edition).year() == Some(year)));
    // "Their last trophy came in 2007": of another competition, if this one was not held then.
    let held = reader.edition_of(competition, year, out).is_some();
    let plain = meant.sure && !elsewhere && held && reader.edition.is_some();
    let Some(verdict) = verdict(right, plain) else { return };
    let years: Vec<String> =
        titles.iter().filter_map(|&id| record.edition(id).year()).map(|year| year.to_string()).collect();
    let (name, cup) = (words::team(record, team), words::competition(record, competition));
    let text = format!("{name}: champions of the {cup} in {}", words::list(&years));
    let Some(&last) = titles.last() else { return };
    let row = Evidence { in_match: None, text, sources: record.edition(last).sources };
    let reading = format!("{name}: the {} title of the {cup} was that of {year}", which.word());
    out.push(passage, (start, link + 1), Kind::Title, reading, Judged::new(verdict).showing(vec![row]));
}
