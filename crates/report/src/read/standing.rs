//! Points and goals of the teams of a group, counted from its matches.

use byline_record::ask::{Evidence, words};
use byline_record::{EditionId, Match, Record, Side, StageKind, TeamId, View};

/// A team's record in its group up to some day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) team: TeamId,
    pub(crate) played: u32,
    pub(crate) won: u32,
    pub(crate) drawn: u32,
    pub(crate) lost: u32,
    pub(crate) scored: i32,
    pub(crate) conceded: i32,
    pub(crate) points: u32,
}

/// A group as it stood, best first by points, goal difference and goals.
#[derive(Debug, Clone)]
pub(crate) struct Standing<'r> {
    pub(crate) label: Box<str>,
    pub(crate) lines: Vec<Line>,
    pub(crate) matches: Vec<&'r Match>,
    /// Whether everybody has met everybody.
    pub(crate) over: bool,
}

/// Three points for a win came in with the World Cup of 1994 and the European Championship of 1996.
pub(super) fn for_a_win(record: &Record, edition: EditionId) -> u32 {
    if record.edition(edition).year().is_some_and(|year| year >= 1994) { 3 } else { 2 }
}

impl<'r> Standing<'r> {
    /// The first group a team was in at an edition, as it stood on the day of the view.
    pub(crate) fn of(view: &View<'r>, edition: EditionId, team: TeamId) -> Option<Self> {
        let record = view.record();
        let line = record.lineage(team);
        let drawn = record.edition(edition).groups.iter();
        let drawn = drawn.filter(|(_, teams)| teams.iter().any(|team| line.contains(team))).map(|(label, _)| label);
        let of_match = |entry: &'r Match| {
            let stage = entry.stage.as_ref().filter(|stage| stage.kind == StageKind::Group)?;
            let plays = line.contains(&entry.home) || line.contains(&entry.away);
            stage.group.as_ref().filter(|_| plays)
        };
        let label = drawn.chain(view.matches_in(edition).filter_map(of_match)).next()?.clone();
        Self::called(view, edition, &label)
    }

    /// A group by its letter or number.
    fn called(view: &View<'r>, edition: EditionId, label: &str) -> Option<Self> {
        let record = view.record();
        let win = for_a_win(record, edition);
        let matches: Vec<&'r Match> = view
            .matches_in(edition)
            .filter(|entry| {
                entry.stage.as_ref().is_some_and(|stage| {
                    stage.kind == StageKind::Group && stage.group.as_deref().is_some_and(|is| is == label)
                })
            })
            .collect();
        let drawn = record.edition(edition).groups.iter().find(|(is, _)| **is == *label);
        let mut teams: Vec<TeamId> = drawn.map(|(_, teams)| teams.clone()).unwrap_or_default();
        for entry in &matches {
            for team in [entry.home, entry.away] {
                if !teams.contains(&team) {
                    teams.push(team);
                }
            }
        }
        let mut lines: Vec<Line> = teams
            .into_iter()
            .map(|team| {
                let mut line = Line { team, played: 0, won: 0, drawn: 0, lost: 0, scored: 0, conceded: 0, points: 0 };
                for entry in &matches {
                    let (Some(side), Some(end)) = (entry.side_of(team), entry.score.end) else { continue };
                    line.played += 1;
                    line.scored += i32::from(end.of(side));
                    line.conceded += i32::from(end.of(side.other()));
                    match end.leader() {
                        None => line.drawn += 1,
                        Some(leader) if leader == side => line.won += 1,
                        Some(Side::Home | Side::Away) => line.lost += 1,
                    }
                }
                line.points = line.won * win + line.drawn;
                line
            })
            .collect();
        lines.sort_by_key(|line| (u32::MAX - line.points, -(line.scored - line.conceded), -line.scored, line.team));
        let rounds = u32::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
        let over = !lines.is_empty() && lines.iter().all(|line| line.played >= rounds);
        (!matches.is_empty()).then(|| Self { label: label.into(), lines, matches, over })
    }

    /// Matches played and points of every team after each day the group was played on.
    fn days(&self, record: &Record, edition: EditionId) -> Vec<Vec<(TeamId, u32, u32)>> {
        let win = for_a_win(record, edition);
        let mut points: Vec<(TeamId, u32, u32)> = self.lines.iter().map(|line| (line.team, 0, 0)).collect();
        let mut played = self.matches.clone();
        played.sort_by_key(|entry| (entry.date, entry.id));
        let mut days = Vec::new();
        for (nth, entry) in played.iter().enumerate() {
            let Some(end) = entry.score.end else { continue };
            for (team, played, points) in &mut points {
                let Some(side) = entry.side_of(*team) else { continue };
                *played += 1;
                *points += end.leader().map_or(1, |leader| if leader == side { win } else { 0 });
            }
            if played.get(nth + 1).is_none_or(|next| next.date > entry.date) {
                days.push(points.clone());
            }
        }
        days
    }

    /// Whether a team had so many points after any day.
    pub(crate) fn ever_had(&self, record: &Record, edition: EditionId, team: TeamId, count: u32) -> bool {
        let root = record.root(team);
        let days = self.days(record, edition);
        count == 0 || days.iter().flatten().any(|(other, _, points)| record.root(*other) == root && *points == count)
    }

    /// Whether a team may have stood at a place on a day before the last, once everybody had but one match left: of those
    /// level on points any may be ahead.
    pub(crate) fn may_have_been(&self, record: &Record, edition: EditionId, team: TeamId, position: u8) -> bool {
        let root = record.root(team);
        let days = self.days(record, edition);
        let before = days.split_last().map_or(&[][..], |(_, before)| before);
        let most = self.lines.iter().map(|line| line.played).max().unwrap_or(0);
        let late = |day: &&Vec<(TeamId, u32, u32)>| day.iter().all(|(_, played, _)| played + 1 >= most);
        before.iter().filter(late).any(|day| {
            let own = day.iter().find(|(other, ..)| record.root(*other) == root).map_or(0, |(.., points)| *points);
            let ahead = day.iter().filter(|(.., points)| *points > own).count();
            let level = day.iter().filter(|(.., points)| *points == own).count();
            (ahead + 1..=ahead + level).contains(&usize::from(position))
        })
    }

    /// The line of a team or another of its line of succession.
    pub(crate) fn line(&self, record: &Record, team: TeamId) -> Option<&Line> {
        let root = record.root(team);
        self.lines.iter().find(|line| record.root(line.team) == root)
    }

    /// The table in words, with its matches.
    pub(crate) fn rows(&self, record: &Record, edition: EditionId) -> Vec<Evidence> {
        let table: Vec<String> = self
            .lines
            .iter()
            .map(|line| {
                format!("{} {} ({}-{})", words::team(record, line.team), line.points, line.scored, line.conceded)
            })
            .collect();
        let so_far = if self.over { "" } else { " so far" };
        let text = format!(
            "Points in group {} of the {}{so_far}: {}",
            self.label,
            words::edition(record, edition),
            table.join(", ")
        );
        let sources = self.matches.iter().fold(None, |all: Option<byline_record::Sources>, entry| {
            Some(all.map_or(entry.sources.end, |all| all.and(entry.sources.end)))
        });
        vec![Evidence { in_match: None, text, sources: sources.unwrap_or_default() }]
    }
}
