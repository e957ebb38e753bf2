//! What teams did in an edition as a whole: champions, hosts, how far they came.

use jiff::civil::Date;

use crate::{CompetitionId, Edition, EditionId, Fixture, Match, Sources, StageKind, Table, TeamId};

use super::asked::Asked;
use super::happenings::{EditionFeat, Row};
use super::scoping;
use crate::ask::statement::Subject;

/// Editions of a competition begun by the moment of the view, oldest first.
pub(super) fn editions<'r>(asked: &Asked<'r>, competition: CompetitionId) -> Vec<&'r Edition> {
    let mut found: Vec<(Date, &Edition)> = asked
        .view
        .editions()
        .filter(|edition| edition.competition == competition)
        .filter_map(|edition| Some((asked.view.span(edition.id)?.first, edition)))
        .collect();
    found.sort_by_key(|&(first, edition)| (first, edition.id));
    found.into_iter().map(|(_, edition)| edition).collect()
}

/// The edition before, or the latest begun where `edition` has not.
pub(super) fn edition_before<'r>(asked: &Asked<'r>, edition: &Edition) -> Option<&'r Edition> {
    let all = editions(asked, edition.competition);
    match all.iter().position(|other| other.id == edition.id) {
        Some(place) => all.get(place.checked_sub(1)?).copied(),
        None => all.last().copied(),
    }
}

/// Teams at a place of the final ranking, from 1. Third and fourth may be shared.
pub(super) fn placed(asked: &Asked<'_>, edition: EditionId, place: usize) -> Vec<TeamId> {
    let mut above = 0;
    for group in asked.view.standings(edition).unwrap_or_default() {
        if (above + 1..=above + group.teams.len()).contains(&place) {
            return group.teams.clone();
        }
        above += group.teams.len();
    }
    Vec::new()
}

/// Champions of an edition, once it is over.
pub(super) fn champion(asked: &Asked<'_>, edition: EditionId) -> Option<TeamId> {
    placed(asked, edition, 1).first().copied()
}

/// Champions of the latest edition that is over.
pub(super) fn holder<'r>(asked: &Asked<'r>, competition: CompetitionId) -> Option<(&'r Edition, TeamId)> {
    editions(asked, competition)
        .into_iter()
        .rev()
        .find_map(|edition| champion(asked, edition.id).map(|team| (edition, team)))
}

/// Hosts of an edition as teams.
pub(super) fn hosts(asked: &Asked<'_>, edition: &Edition) -> Vec<TeamId> {
    edition.hosts.iter().filter_map(|country| asked.team_called(country)).collect()
}

/// How far a team came in an edition: the furthest stage it played in or has won its way to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The furthest stage.
    pub(super) stage: StageKind,
    /// Whether it can go no further.
    pub(super) over: bool,
    /// Whether it can still win the title.
    pub(super) can_win: bool,
}

/// How far a team came in an edition; `None` if it has no match of it.
pub(super) fn run(asked: &Asked<'_>, team: TeamId, edition: EditionId) -> Option<Run> {
    Course::of(asked, edition).run(team)
}

/// The matches of an edition: played, and still to come.
struct Course<'r> {
    played: Vec<&'r Match>,
    /// Those whose pairing is fixed.
    ahead: Vec<Fixture<'r>>,
    over: bool,
    /// Who goes on from the groups that are over by their place alone, and to which round.
    qualified: Vec<TeamId>,
    next: Option<StageKind>,
}

impl<'r> Course<'r> {
    fn of(asked: &Asked<'r>, edition: EditionId) -> Self {
        let (view, record) = (&asked.view, asked.record());
        let over = view.is_over(edition);
        let entries = || record.matches_of_edition(edition).iter().map(|&id| record.match_at(id));
        let twice = || entries().filter_map(|entry| entry.stage.as_ref()).any(|is| is.kind == StageKind::SecondGroup);
        let to_come = entries().filter(|_| !over);
        // Of an edition that is over everybody's last stage is known.
        let next = if over || twice() { None } else { view.first_knock_out(edition) };
        let each = next.and_then(|_| view.group_places(edition)).map_or(0, |(each, _)| each);
        let groups = record.edition(edition).positions.iter().map(|(label, _)| label);
        let orders = groups.filter(|_| each > 0).filter_map(|label| view.positions(edition, label));
        Self {
            played: view.matches_in(edition).collect(),
            ahead: to_come.filter_map(|entry| view.fixture(entry)).collect(),
            over,
            qualified: orders.flat_map(|order| order.iter().take(each).copied()).collect(),
            next,
        }
    }

    /// How far a team came; `None` if it has no match.
    fn run(&self, team: TeamId) -> Option<Run> {
        let mut furthest = None;
        let mut lost = false;
        for entry in self.played.iter().filter(|entry| entry.side_of(team).is_some()) {
            let Some(stage) = entry.stage.as_ref().map(|stage| stage.kind) else { continue };
            furthest = furthest.max(Some(stage));
            let winner = entry.winner().map(|side| entry.team(side));
            if stage.is_knock_out() && winner == Some(team) {
                furthest = furthest.max(next_stage(stage));
            }
            lost |= stage.is_knock_out() && winner.is_some_and(|winner| winner != team);
        }
        let own = || self.ahead.iter().filter(|fixture| [fixture.home(), fixture.away()].contains(&team));
        let to_play = own().next().is_some();
        furthest = own().map(|fixture| fixture.stage().map(|stage| stage.kind)).fold(furthest, Option::max);
        // Whom a team meets may hang on other groups still; that it goes on does not.
        let goes_on = furthest == Some(StageKind::Group) && self.qualified.contains(&team);
        let stage = self.next.filter(|_| goes_on).or(furthest)?;
        // A team that is in no match of a later stage that has begun or is fixed is out.
        let played = self.played.iter().filter_map(|entry| entry.stage.as_ref());
        let later = |other: &crate::Stage| {
            let decides = matches!(other.kind, StageKind::SecondGroup | StageKind::FinalRound);
            other.kind > stage && (other.kind.is_knock_out() || decides)
        };
        let left_behind = !self.over
            && !to_play
            && !stage.is_knock_out()
            && played.chain(self.ahead.iter().filter_map(|fixture| fixture.stage())).any(later);
        let over = self.over || left_behind || (!to_play && (lost || stage == StageKind::ThirdPlace));
        Some(Run { stage, over, can_win: !lost && !over })
    }
}

/// The stage a win leads to, where every edition has it so.
const fn next_stage(stage: StageKind) -> Option<StageKind> {
    match stage {
        StageKind::RoundOf32 => Some(StageKind::RoundOf16),
        StageKind::RoundOf16 => Some(StageKind::QuarterFinal),
        StageKind::QuarterFinal => Some(StageKind::SemiFinal),
        StageKind::SemiFinal => Some(StageKind::Final),
        _ => None,
    }
}

/// Teams with a match in an edition, in the order of the record.
pub(super) fn teams(asked: &Asked<'_>, edition: EditionId) -> Vec<TeamId> {
    let mut found: Vec<TeamId> = asked.view.matches_in(edition).flat_map(|entry| [entry.home, entry.away]).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Adds every time a team did it at a competition; every time the one spoken of did, if there is one.
pub(super) fn rows(
    asked: &Asked<'_>,
    feat: EditionFeat,
    competition: CompetitionId,
    whose: Option<Subject>,
    found: &mut Vec<Row<'_>>,
) {
    let concerns = |team: &TeamId| whose.is_none_or(|whose| asked.is_subject(whose, Some(*team), None));
    for edition in editions(asked, competition) {
        let Some(span) = asked.view.span(edition.id) else { continue };
        if !scoping::holds_edition(asked, edition.id) || !scoping::holds_year(asked, edition.id, span.first.year()) {
            continue;
        }
        for (team, date) in doers(asked, feat, edition, &concerns) {
            found.push(Row {
                date: date.unwrap_or(span.last),
                edition: edition.id,
                entry: None,
                team: Some(team),
                person: None,
                clock: None,
                amount: 1,
                event: None,
                kick: None,
                goal: None,
                sources: edition.sources,
            });
        }
    }
}

/// Who of those it concerns did it in an edition, and on what day if not at its end.
fn doers(
    asked: &Asked<'_>,
    feat: EditionFeat,
    edition: &Edition,
    concerns: &dyn Fn(&TeamId) -> bool,
) -> Vec<(TeamId, Option<Date>)> {
    let id = edition.id;
    let champions = || placed(asked, id, 1).into_iter().filter(concerns).collect::<Vec<_>>();
    let teams = || teams(asked, id).into_iter().filter(concerns);
    let at_end = |teams: Vec<TeamId>| teams.into_iter().map(|team| (team, None)).collect();
    match feat {
        EditionFeat::Title => at_end(champions()),
        EditionFeat::Retention => {
            let before = edition_before(asked, edition).and_then(|before| champion(asked, before.id));
            let again = |team: &TeamId| before.is_some_and(|before| asked.head(*team) == asked.head(before));
            at_end(champions().into_iter().filter(again).collect())
        }
        EditionFeat::TitleAsHosts => {
            let hosts = hosts(asked, edition);
            at_end(champions().into_iter().filter(|team| hosts.contains(team)).collect())
        }
        EditionFeat::Hosted => {
            let first = asked.view.span(id).map(|span| span.first);
            hosts(asked, edition).into_iter().filter(concerns).map(|team| (team, first)).collect()
        }
        EditionFeat::TookPart => {
            let first = asked.view.span(id).map(|span| span.first);
            teams().map(|team| (team, first)).collect()
        }
        EditionFeat::Reached(stage) => {
            let course = Course::of(asked, id);
            let reached = |team: &TeamId| course.run(*team).is_some_and(|run| run.stage >= stage);
            at_end(teams().filter(reached).collect())
        }
        EditionFeat::Missed(stage) => {
            let course = Course::of(asked, id);
            let missed = |team: &TeamId| course.run(*team).is_some_and(|run| run.over && run.stage < stage);
            at_end(teams().filter(missed).collect())
        }
    }
}

/// Whether the record can tell who did it in an edition: the final ranking of one that is over, the stage of every
/// match, the hosts.
pub(super) fn tells(asked: &Asked<'_>, feat: EditionFeat, edition: &Edition) -> bool {
    let ranked = || !asked.view.is_over(edition.id) || asked.view.standings(edition.id).is_some();
    match feat {
        EditionFeat::Title | EditionFeat::Retention => ranked(),
        EditionFeat::TitleAsHosts => ranked() && !edition.hosts.is_empty(),
        EditionFeat::Hosted => !edition.hosts.is_empty(),
        EditionFeat::Reached(_) | EditionFeat::Missed(_) => {
            asked.view.matches_in(edition.id).all(|entry| entry.stage.is_some())
        }
        EditionFeat::TookPart => true,
    }
}

/// Who stands behind the ranking of an edition.
pub(super) fn sources(asked: &Asked<'_>, edition: EditionId) -> Sources {
    asked.record().edition(edition).sources
}

/// Whether the results of an edition are complete, so that absence from it means something.
pub(super) fn is_complete(asked: &Asked<'_>, edition: EditionId) -> bool {
    asked.view.extent(edition, Table::Results) == crate::Extent::Complete
}
