//! What earlier passages leave to later ones: of whom and of which years they spoke, whether of a shoot-out.

use byline_record::{Match, PersonId, StageKind, Table, TeamId};

use super::focus::{teams, years};
use super::{Focus, Out, Reader};
use crate::passage::{Name, Passage};

/// What has been spoken of so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory<'r> {
    /// Whom "he" stands for.
    pub(crate) person: Option<PersonId>,
    /// The years named last, of whatever they were.
    pub(crate) years: Vec<i16>,
    /// The team the report names first.
    pub(crate) team: Option<TeamId>,
    /// Whether the paragraph, or the first words of the report, name shoot-outs.
    pub(crate) shoot_out: bool,
    /// Whether any passage so far named one.
    pub(crate) ever_shoot_out: bool,
    /// Matches with a shoot-out that the paragraph spoke of.
    pub(crate) decided: Vec<&'r Match>,
    /// Whether the paragraph spoke of a penalty in play.
    pub(crate) penalty: bool,
    /// Paragraph of the passage before.
    paragraph: Option<usize>,
}

impl<'r> Memory<'r> {
    /// Forgets what does not last from one paragraph to the next.
    pub(crate) fn enter(&mut self, passage: &Passage) {
        if self.paragraph != Some(passage.paragraph) {
            self.paragraph = Some(passage.paragraph);
            self.shoot_out = false;
            self.penalty = false;
            self.decided.clear();
        }
        if self.team.is_none() {
            self.team = teams(passage).first().copied();
        }
    }

    /// Takes note of a passage that was read.
    pub(crate) fn leave(&mut self, passage: &Passage, foci: &[Focus<'r>], out: &Out<'_>) {
        if super::shootouts::is_named(passage) {
            self.shoot_out = true;
            self.ever_shoot_out = true;
        }
        for focus in foci.iter().filter(|focus| focus.entry.score.shoot_out.is_some()) {
            if !self.decided.iter().any(|entry| entry.id == focus.entry.id) {
                self.decided.push(focus.entry);
            }
        }
        self.penalty |= super::penalties::is_named(passage);
        let years = years(passage, out, None);
        if !years.is_empty() {
            self.years = years;
        }
        if let Some(person) = passage.names.iter().rev().find_map(Name::person) {
            self.person = Some(person);
        }
    }
}

/// Words of a stage.
const STAGES: &[(&[&str], StageKind)] = &[
    (&["quarter final", "quarter finals", "quarterfinal", "quarterfinals", "last eight"], StageKind::QuarterFinal),
    (&["semi final", "semi finals", "semifinal", "semifinals", "last four"], StageKind::SemiFinal),
    (&["last 16", "last sixteen", "round of 16", "second round"], StageKind::RoundOf16),
    (&["final"], StageKind::Final),
];

/// The stage a passage names.
fn stage(passage: &Passage) -> Option<StageKind> {
    STAGES.iter().find(|(words, _)| passage.has(0, passage.len(), words)).map(|(_, stage)| *stage)
}

/// Whether a table has every row of a match.
pub(crate) fn is_complete(out: &Out<'_>, entry: &Match, table: Table) -> bool {
    let coverage = out.view.coverage(entry.edition);
    let group = entry.stage.as_ref().and_then(|stage| stage.group.as_deref()).unwrap_or_default();
    coverage.is_complete_in(table, group)
}

impl<'r> Reader<'_, 'r> {
    /// Matches recalled of somebody's teams, or else of those the report is about, by the year named here or last and
    /// by the opponent named between two tokens, or else by the stage. Only where the passage itself tells the year
    /// and the opponent, and one match fits, may it be contradicted.
    pub(crate) fn recalled(
        &self,
        passage: &Passage,
        (from, to): (usize, usize),
        people: &[PersonId],
        memory: &Memory<'r>,
        out: &Out<'r>,
    ) -> Vec<Focus<'r>> {
        let record = out.record();
        let today = self.anchor.map(|entry| entry.date.year());
        let own_years = years(passage, out, today);
        let is_told = !own_years.is_empty();
        let years = if is_told { &own_years } else { &memory.years };
        let mut own: Vec<TeamId> =
            people.iter().flat_map(|&person| record.person(person).teams.iter().copied()).collect();
        if people.is_empty() {
            own.extend(self.anchor.iter().flat_map(|entry| [entry.home, entry.away]));
            own.extend(memory.team);
        }
        own.sort_unstable();
        own.dedup();
        let is_own = |team: TeamId| own.iter().any(|&own| record.root(own) == record.root(team));
        let named: Vec<TeamId> = teams(passage);
        let here: Vec<TeamId> = passage
            .names
            .iter()
            .filter(|name| from <= name.first && name.first < to)
            .filter_map(Name::team)
            .filter(|&team| !is_own(team) || people.is_empty())
            .collect();
        let opponents: Vec<TeamId> =
            if here.is_empty() { named.into_iter().filter(|&team| !is_own(team)).collect() } else { here };
        let in_years = |entry: &&Match| {
            let label = record.edition(entry.edition).year();
            years.iter().any(|&year| entry.date.year() == year || label == Some(year))
        };
        let mut found: Vec<&'r Match> = Vec::new();
        for &team in own.iter().take(6) {
            if opponents.is_empty() {
                let Some(stage) = stage(passage) else { continue };
                let at_stage = |entry: &&Match| entry.stage.as_ref().is_some_and(|found| found.kind == stage);
                let edition = self.anchor.map(|entry| entry.edition);
                let fits = |entry: &&Match| {
                    if is_told { in_years(entry) } else { Some(entry.edition) == edition }
                };
                found.extend(out.view.matches_of(team).filter(at_stage).filter(fits));
            }
            for &other in opponents.iter().take(6).filter(|&&other| other != team) {
                found.extend(out.view.meetings(team, other).into_iter().filter(in_years));
            }
        }
        found.sort_by_key(|entry| entry.id);
        found.dedup_by_key(|entry| entry.id);
        let plain = is_told && found.len() == 1 && !opponents.is_empty() && own_years.len() == 1;
        let focus = |entry| Focus { entry, is_anchor: false, may_contradict: plain, loose: false };
        found.into_iter().take(6).map(focus).collect()
    }
}
