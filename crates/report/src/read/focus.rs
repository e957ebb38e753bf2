//! Which match a passage speaks of: the report's own, or another it recalls.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::{Match, TeamId};

use super::{Out, Reader};
use crate::passage::Passage;

/// A match a passage may speak of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Focus<'r> {
    pub(crate) entry: &'r Match,
    /// Whether it is the match the report is about.
    pub(crate) is_anchor: bool,
    /// Whether the passage leaves no doubt, so that it may be contradicted.
    pub(crate) may_contradict: bool,
}

/// Nouns after a year that make it a title: "the Euro 2020 runners-up".
const TITLES: &[&str] = &[
    "runners",
    "runner",
    "champions",
    "champion",
    "winners",
    "winner",
    "finalists",
    "semi",
    "semifinalists",
    "hosts",
    "holders",
];

/// The years a passage names as the time of what it tells.
pub(crate) fn years(passage: &Passage, out: &Out<'_>, today: Option<i16>) -> Vec<i16> {
    let mut years = Vec::new();
    for at in 0..passage.len() {
        if let Some(name) = passage.name_from(at)
            && let Some(edition) = name.edition()
            && !passage.is_any(name.end, TITLES)
            && !(at > 0 && passage.is_any(at - 1, &["since"]))
            && let Some(year) = out.record().edition(edition).year()
        {
            years.push(year);
        }
        if let Some(TokenKind::Number(number @ 1900..=2100)) = passage.kind(at)
            && passage.name_at(at).is_none()
            && !passage.is_any(at + 1, TITLES)
            && let Ok(year) = i16::try_from(number)
        {
            let since = (at.saturating_sub(6)..at).any(|before| passage.is_any(before, &["since"]));
            if !since {
                years.push(year);
            }
        }
        if let Some((count, end)) = passage.cardinal(at)
            && passage.any_phrase(end, &["years ago", "years earlier", "years before", "years previously"]).is_some()
            && let (Some(today), Ok(count)) = (today, i16::try_from(count))
        {
            years.push(today.saturating_sub(count));
        }
    }
    years.sort_unstable();
    years.dedup();
    years
}

/// The teams a passage names, each once.
pub(crate) fn teams(passage: &Passage) -> Vec<TeamId> {
    let mut teams = Vec::new();
    for team in passage.names.iter().filter_map(crate::passage::Name::team) {
        if !teams.contains(&team) {
            teams.push(team);
        }
    }
    teams
}

impl<'r> Reader<'_, 'r> {
    /// The matches a passage may speak of, likeliest first.
    pub(crate) fn foci(&self, passage: &Passage, carried: Option<Focus<'r>>, out: &Out<'r>) -> Vec<Focus<'r>> {
        let record = out.record();
        let anchor_year = self.anchor.map(|entry| record.edition(entry.edition).year().unwrap_or(entry.date.year()));
        let today = self
            .anchor
            .map(|entry| entry.date.year())
            .or((out.view.as_of() != jiff::civil::Date::MAX).then(|| out.view.as_of().year()));
        let named = teams(passage);
        let years: Vec<i16> = years(passage, out, today)
            .into_iter()
            .filter(|year| Some(*year) != anchor_year && self.anchor.is_none_or(|entry| entry.date.year() != *year))
            .collect();
        let anchor = self.anchor.map(|entry| Focus { entry, is_anchor: true, may_contradict: true });
        let is_of_anchor = |team: TeamId| self.anchor.is_some_and(|entry| out.side(entry, team).is_some());
        let outside: Vec<TeamId> = named.iter().copied().filter(|&team| !is_of_anchor(team)).collect();
        if years.is_empty() {
            if outside.is_empty() {
                let unsure = |focus: Focus<'r>| Focus { may_contradict: false, ..focus };
                return match (carried, anchor) {
                    (Some(carried), Some(anchor)) => vec![unsure(carried), unsure(anchor)],
                    (Some(carried), None) => vec![carried],
                    (None, anchor) => anchor.into_iter().collect(),
                };
            }
            let mut foci: Vec<Focus<'r>> =
                anchor.map(|focus| Focus { may_contradict: false, ..focus }).into_iter().collect();
            let edition = self.anchor.map(|entry| entry.edition);
            let others = self.pairs(&named, &outside, out);
            let others: Vec<&'r Match> = others
                .into_iter()
                .filter(|entry| match edition {
                    Some(edition) => entry.edition == edition,
                    None => near(out, entry),
                })
                .filter(|entry| self.anchor.is_none_or(|anchor| anchor.id != entry.id))
                .collect();
            let only = others.len() == 1 && self.anchor.is_none();
            foci.extend(others.into_iter().map(|entry| Focus {
                entry,
                is_anchor: false,
                may_contradict: only && named.len() == 2,
            }));
            return foci;
        }
        let in_years = |entry: &&Match| {
            let label = record.edition(entry.edition).year();
            years.iter().any(|&year| entry.date.year() == year || label == Some(year))
        };
        let pool = if named.len() >= 2 {
            self.pairs(&named, &named, out)
        } else {
            self.pairs(&named, &named, out).into_iter().chain(self.with_anchor_teams(&named, out)).collect()
        };
        let mut found: Vec<&'r Match> = pool.into_iter().filter(in_years).collect();
        found.sort_by_key(|entry| entry.id);
        found.dedup_by_key(|entry| entry.id);
        let only = found.len() == 1;
        found
            .into_iter()
            .take(4)
            .map(|entry| Focus { entry, is_anchor: false, may_contradict: only && named.len() == 2 })
            .collect()
    }

    /// The matches between teams of a list and teams of another, or of the anchor.
    fn pairs(&self, named: &[TeamId], outside: &[TeamId], out: &Out<'r>) -> Vec<&'r Match> {
        let mut found: Vec<&'r Match> = Vec::new();
        for &one in outside.iter().take(6) {
            for &other in named.iter().take(6).filter(|&&other| other != one) {
                found.extend(out.view.meetings(one, other));
            }
            if self.anchor.is_some() && outside.len() < named.len().max(2) {
                found.extend(self.with_anchor_teams(&[one], out));
            }
        }
        found.sort_by_key(|entry| entry.id);
        found.dedup_by_key(|entry| entry.id);
        found
    }

    fn with_anchor_teams(&self, named: &[TeamId], out: &Out<'r>) -> Vec<&'r Match> {
        let Some(anchor) = self.anchor else { return Vec::new() };
        named
            .iter()
            .take(6)
            .flat_map(|&team| {
                [anchor.home, anchor.away].into_iter().filter(move |&own| own != team).map(move |own| (team, own))
            })
            .flat_map(|(team, own)| out.view.meetings(team, own))
            .collect()
    }
}

/// Whether a match was within the weeks of a tournament before the day of the view.
pub(crate) fn near(out: &Out<'_>, entry: &Match) -> bool {
    let today = out.view.as_of();
    today != jiff::civil::Date::MAX && (today - entry.date).get_days() <= 40
}
