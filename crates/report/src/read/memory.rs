//! What earlier passages leave to later ones: of whom and of which years they spoke, whether of a shoot-out.

use byline_record::{Match, PersonId, StageKind, Table, TeamId};

use super::card_echoes::LastCard;
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
    /// Whether the paragraph names a shoot-out.
    pub(crate) shoot_out: bool,
    /// Whether any passage so far named one.
    pub(crate) ever_shoot_out: bool,
    /// Whether a kick of a shoot-out was told of in the paragraph.
    pub(crate) kicks: bool,
    /// Matches the paragraph was found to speak of, besides those of its passages.
    pub(crate) recalled: Vec<&'r Match>,
    /// Whether the paragraph spoke of a penalty in play.
    pub(crate) penalty: bool,
    /// The card the sentence before told of.
    pub(crate) card: Option<LastCard>,
    /// Teams named in the paragraph so far.
    teams: Vec<TeamId>,
    /// How often each person was named.
    named: Vec<(PersonId, u16)>,
    /// Paragraph of the passage before.
    paragraph: Option<usize>,
}

/// People a report names beyond this many are not counted.
const MOST_PEOPLE: usize = 40;

impl<'r> Memory<'r> {
    /// Forgets what does not last from one paragraph to the next.
    pub(crate) fn enter(&mut self, passage: &Passage) {
        if self.paragraph != Some(passage.paragraph) {
            self.paragraph = Some(passage.paragraph);
            self.shoot_out = false;
            self.penalty = false;
            self.card = None;
            self.kicks = false;
            self.recalled.clear();
            self.teams.clear();
        }
        if self.team.is_none() {
            self.team = teams(passage).first().copied();
        }
    }

    /// Takes note of a match the paragraph speaks of.
    pub(crate) fn note(&mut self, entry: &'r Match) {
        if !self.recalled.iter().any(|other| other.id == entry.id) {
            self.recalled.push(entry);
        }
    }

    /// Whom a pronoun may stand for, likeliest first: the subject of the passage before, or the one the report is
    /// about.
    pub(crate) fn pronoun(&self) -> Vec<PersonId> {
        let hero = self.named.iter().max_by_key(|(_, count)| *count).filter(|(_, count)| *count >= 2);
        let mut people: Vec<PersonId> = self.person.into_iter().collect();
        people.extend(hero.map(|(person, _)| *person).filter(|hero| Some(*hero) != self.person));
        people
    }

    /// Matches the paragraph spoke of, as ones that may only be confirmed.
    pub(crate) fn foci(&self) -> Vec<Focus<'r>> {
        let focus = |&entry: &&'r Match| Focus::other(entry);
        self.recalled.iter().map(focus).collect()
    }

    /// Takes note of a passage that was read.
    pub(crate) fn leave(&mut self, passage: &Passage, foci: &[Focus<'r>], out: &Out<'_>) {
        if super::shootouts::is_named(passage) {
            self.shoot_out = true;
            self.ever_shoot_out = true;
        }
        for focus in foci.iter().filter(|focus| focus.entry.score.shoot_out.is_some()) {
            self.note(focus.entry);
        }
        self.penalty |= super::penalties::is_named(passage);
        self.card = self.card.filter(|card| card.told_in == passage.start);
        let years = years(passage, out, None);
        if !years.is_empty() {
            self.years = years;
        }
        self.teams.extend(teams(passage).into_iter().take(4));
        let mut subject = None;
        for name in &passage.names {
            let Some(person) = name.person() else { continue };
            let is_object = super::who::is_object(passage, name.first);
            if !is_object || subject.is_none() {
                subject = Some(person);
            }
            let has_room = self.named.len() < MOST_PEOPLE;
            match self.named.iter_mut().find(|(other, _)| *other == person) {
                Some((_, count)) => *count = count.saturating_add(1),
                None if has_room => self.named.push((person, 1)),
                None => {}
            }
        }
        self.person = subject.or(self.person);
    }
}

/// The stage a passage names: one before the final, if it names several.
fn stage(passage: &Passage) -> Option<StageKind> {
    let named = (0..passage.len()).filter_map(|at| super::occasion::stage_at(passage, at)).map(|(stage, _)| stage);
    named.filter(|stage| stage.is_knock_out()).min_by_key(|stage| *stage == StageKind::Final)
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
        // The other side may have been named before, or be the one of the match the report is about.
        let sides = self.anchor.iter().flat_map(|entry| [entry.home, entry.away]);
        let before: Vec<TeamId> = if opponents.is_empty() {
            memory.teams.iter().copied().chain(sides).filter(|&team| !is_own(team) || people.is_empty()).collect()
        } else {
            Vec::new()
        };
        let in_years = |entry: &&Match| years.iter().any(|&year| record.is_of_year(entry, year));
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
            for &other in opponents.iter().chain(&before).take(6).filter(|&&other| other != team) {
                found.extend(out.view.meetings(team, other).into_iter().filter(in_years));
            }
        }
        found.sort_by_key(|entry| entry.id);
        found.dedup_by_key(|entry| entry.id);
        // With a shoot-out of the report's own, a kick told beside a year may be of either.
        let own_shoot_out = self.anchor.is_some_and(|entry| entry.score.shoot_out.is_some());
        let plain = is_told && found.len() == 1 && !opponents.is_empty() && own_years.len() == 1 && !own_shoot_out;
        let focus = |entry| Focus::other(entry).sure(plain);
        found.into_iter().take(6).map(focus).collect()
    }
}
