//! The record as of a day. Every consumer reads through it, so that nothing can see the future.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{
    Coverage, Edition, EditionId, Extent, FinalPlace, LooseMatch, Match, MatchId, Record, Span, Squad, StageKind,
    Status, Table, TeamId, fold,
};

/// The record as it stood at the end of a day, or in its morning: matches played by then, fixtures that were fixed by then, rankings of
/// competitions that were over by then.
#[derive(Clone, Copy, Debug)]
pub struct View<'r> {
    record: &'r Record,
    as_of: Date,
    /// Whether the matches of that day are still to come.
    morning: bool,
}

impl<'r> View<'r> {
    pub(crate) const fn new(record: &'r Record, as_of: Date) -> Self {
        Self { record, as_of, morning: false }
    }

    /// The names of things: teams, people, competitions, venues, sources. Identifiers come from here.
    #[must_use]
    pub const fn record(&self) -> &'r Record {
        self.record
    }

    /// The last day that is known; [`Date::MAX`] for everything.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    /// The record as of an earlier day, never a later one.
    #[must_use]
    pub fn no_later_than(&self, date: Date) -> Self {
        Self { as_of: self.as_of.min(date), morning: self.morning && self.as_of <= date, ..*self }
    }

    /// The record in the morning of `date`, or earlier if that is all it knows: the day has come, and its matches have not.
    #[must_use]
    pub fn morning_of(&self, date: Date) -> Self {
        Self { morning: date <= self.as_of || self.morning, ..self.no_later_than(date) }
    }

    /// The record at the end of the day before `date`.
    #[must_use]
    pub fn before(&self, date: Date) -> Self {
        self.no_later_than(date.yesterday().unwrap_or(date))
    }

    fn has_come_to(&self, entry: &Match) -> bool {
        entry.date < self.as_of || entry.date == self.as_of && !self.morning
    }

    fn knows(&self, entry: &Match) -> bool {
        self.has_come_to(entry) && entry.status != Status::Scheduled
    }

    /// A match, if it was over by then.
    #[must_use]
    pub fn get(&self, id: MatchId) -> Option<&'r Match> {
        self.record.matches.get(id.index()).filter(|entry| self.knows(entry))
    }

    /// Every match over by then, oldest first.
    pub fn matches(&self) -> impl DoubleEndedIterator<Item = &'r Match> + use<'r> {
        let view = *self;
        let known = self.record.matches.partition_point(|entry| view.has_come_to(entry));
        self.record.matches.iter().take(known).filter(move |entry| view.knows(entry))
    }

    /// Matches no source dates that had been played by then, kept for their penalties.
    pub fn loose_matches(&self) -> impl Iterator<Item = &'r LooseMatch> + use<'r> {
        let as_of = self.as_of;
        self.record.loose.iter().filter(move |entry| entry.known_by <= as_of)
    }

    /// Matches of a team as it played (not of its predecessors), oldest first.
    pub fn matches_of(&self, team: TeamId) -> impl DoubleEndedIterator<Item = &'r Match> + use<'r> {
        self.known(self.record.matches_of_team(team))
    }

    /// Matches of an edition, oldest first.
    pub fn matches_in(&self, edition: EditionId) -> impl DoubleEndedIterator<Item = &'r Match> + use<'r> {
        self.known(self.record.matches_of_edition(edition))
    }

    /// Matches between two teams as they played, oldest first.
    pub fn matches_between(&self, team: TeamId, other: TeamId) -> impl DoubleEndedIterator<Item = &'r Match> + use<'r> {
        self.matches_of(team).filter(move |entry| entry.side_of(other).is_some() && team != other)
    }

    /// Meetings of two teams, their predecessors and successors counted as themselves, oldest first.
    #[must_use]
    pub fn meetings(&self, team: TeamId, other: TeamId) -> Vec<&'r Match> {
        self.record.meetings_of_lines(team, other).filter(|entry| self.knows(entry)).collect()
    }

    /// Fixtures of two teams still to come, soonest first.
    #[must_use]
    pub fn fixtures_between(&self, team: TeamId, other: TeamId) -> Vec<Fixture<'r>> {
        let entries = self.record.meetings_of_lines(team, other);
        let own = |entry: &&Match| entry.side_of(team).is_some() && entry.side_of(other).is_some();
        entries.filter(own).filter_map(|entry| self.fixture(entry)).collect()
    }

    fn known(&self, ids: &'r [MatchId]) -> impl DoubleEndedIterator<Item = &'r Match> + use<'r> {
        let view = *self;
        ids.iter().map(move |&id| view.record.match_at(id)).filter(move |entry| view.knows(entry))
    }

    /// Matches of a team still to come whose pairing was fixed by then, soonest first. Their scores and events are
    /// not to be had: only who, when and where.
    pub fn fixtures_of(&self, team: TeamId) -> impl Iterator<Item = Fixture<'r>> + use<'r> {
        let view = *self;
        self.within_reach(team, Date::MIN).filter_map(move |entry| view.fixture(entry))
    }

    /// Matches of a team from a day on, up to those of so many years ahead that no pairing of them can be fixed.
    fn within_reach(&self, team: TeamId, from: Date) -> impl Iterator<Item = &'r Match> + use<'r> {
        // An edition is drawn in the year before it begins, and no edition lasts longer than this.
        const YEARS: i16 = 5;
        let record = self.record;
        let last = self.as_of.year().saturating_add(YEARS);
        let ids = record.matches_of_team(team);
        let ids = ids.get(ids.partition_point(|&id| record.match_at(id).date < from)..).unwrap_or_default();
        ids.iter().map(move |&id| record.match_at(id)).take_while(move |entry| entry.date.year() <= last)
    }

    /// Matches of an edition still to come whose pairing was fixed by then, soonest first; as for a team.
    pub fn fixtures_in(&self, edition: EditionId) -> impl Iterator<Item = Fixture<'r>> + use<'r> {
        let view = *self;
        let entries = self.record.matches_of_edition(edition).iter().map(move |&id| view.record.match_at(id));
        entries.filter_map(move |entry| view.fixture(entry))
    }

    /// Matches of a team on a day or later, soonest first: those over by then, and those still to come whose pairing was
    /// fixed by then. Of either only who, when and where.
    pub fn appointments_of(&self, team: TeamId, from: Date) -> impl Iterator<Item = Fixture<'r>> + use<'r> {
        let view = *self;
        let entries = self.within_reach(team, from);
        entries.filter(move |entry| view.knows(entry) || view.pairing_is_fixed(entry)).map(|entry| Fixture { entry })
    }

    /// The fixture of an identifier, if it was still to come and its pairing was fixed.
    #[must_use]
    pub fn fixture_by_id(&self, id: MatchId) -> Option<Fixture<'r>> {
        self.record.matches.get(id.index()).and_then(|entry| self.fixture(entry))
    }

    /// A match as a fixture, if it was still to come and its pairing was fixed.
    #[must_use]
    pub fn fixture(&self, entry: &'r Match) -> Option<Fixture<'r>> {
        (!self.knows(entry) && self.pairing_is_fixed(entry)).then_some(Fixture { entry })
    }

    /// Whether a pairing of the future was known: a match of the first stage within six months and a half before the
    /// edition (after the draw); a group or league match once it has begun; a later one once both sides have no earlier
    /// match left to play that they had to come through, and the groups are over that they came from. Where
    /// third-placed teams go on too, all groups have to be over: who meets whom hangs on all of them.
    fn pairing_is_fixed(&self, entry: &Match) -> bool {
        let Some(stage) = &entry.stage else {
            return entry.status == Status::Scheduled;
        };
        let edition = || self.record.matches_of_edition(entry.edition).iter().map(|&id| self.record.match_at(id));
        let Some(first) = edition().next() else { return false };
        let is_drawn = matches!(stage.kind, StageKind::Qualifying | StageKind::League | StageKind::Group);
        if !self.knows(first) {
            // Years first: most matches of a team are of other decades.
            let soon = first.date.year() <= self.as_of.year().saturating_add(1)
                && self
                    .as_of
                    .checked_add(jiff::Span::new().months(6).days(14))
                    .is_ok_and(|horizon| horizon >= first.date);
            return soon && (is_drawn || first.stage.as_ref().is_some_and(|of| of.kind == stage.kind));
        }
        if is_drawn {
            return true;
        }
        let moment = |of: &Match| (of.date, of.kick_off.map(crate::KickOff::hour_minute));
        let is_ours = |other: &Match| [entry.home, entry.away].iter().any(|&team| other.side_of(team).is_some());
        let group = |other: &'r Match| {
            let before = other.stage.as_ref().filter(|before| before.kind < stage.kind)?;
            Some((before.kind, before.group.as_deref()?))
        };
        let earlier = |other: &&Match| moment(other) < moment(entry);
        let unknown = || edition().filter(earlier).filter(|other| !self.knows(other));
        if unknown().next().is_none() {
            return true;
        }
        let own_groups: Vec<_> = edition().filter(|other| is_ours(other)).filter_map(group).collect();
        let is_open = |other: &'r Match| {
            let same_pool = !stage.kind.is_knock_out() && other.stage.as_ref().is_some_and(|of| of.kind == stage.kind);
            (!same_pool && is_ours(other)) || group(other).is_some_and(|of| own_groups.contains(&of))
        };
        let of_groups = || unknown().any(|other| group(other).is_some());
        let thirds_go_on = || self.group_places(entry.edition).is_some_and(|(_, more)| more);
        !(unknown().any(is_open) || of_groups() && thirds_go_on())
    }

    /// How many teams of each group go on from the first group stage of an edition, and whether some of the next best
    /// go on too: a rule of the edition, known before it begins. `None` without such groups.
    #[must_use]
    pub fn group_places(&self, edition: EditionId) -> Option<(usize, bool)> {
        let stages = || self.stages_of(edition);
        let groups: BTreeSet<&str> = stages()
            .filter(|(_, stage)| stage.kind == StageKind::Group)
            .filter_map(|(_, stage)| stage.group.as_deref())
            .collect();
        let next = stages().map(|(_, stage)| stage.kind).filter(|kind| *kind > StageKind::Group).min();
        let teams: BTreeSet<TeamId> = stages()
            .filter(|(_, stage)| Some(stage.kind) == next)
            .flat_map(|(entry, _)| [entry.home, entry.away])
            .collect();
        let each = teams.len().checked_div(groups.len()).filter(|each| *each > 0)?;
        Some((each, teams.len() > each * groups.len()))
    }

    /// The round with which the knock-out stage of an edition with groups begins: a rule of the edition, known before
    /// it begins. `None` without groups, and where groups lead to no more than the final and the match for third place.
    #[must_use]
    pub fn first_knock_out(&self, edition: EditionId) -> Option<StageKind> {
        let kinds = || self.stages_of(edition).map(|(_, stage)| stage.kind);
        let begins = kinds().filter(|kind| kind.is_knock_out() && *kind < StageKind::ThirdPlace).min();
        begins.filter(|_| kinds().any(|kind| kind == StageKind::Group))
    }

    /// The matches of an edition with their stages, whenever they are played: for what its rules tell beforehand.
    fn stages_of(&self, edition: EditionId) -> impl Iterator<Item = (&'r Match, &'r crate::Stage)> {
        let entries = self.record.matches_of_edition(edition).iter().map(|&id| self.record.match_at(id));
        entries.filter_map(|entry| Some((entry, entry.stage.as_ref()?)))
    }

    /// Editions with a match over by then, oldest first by their first match.
    pub fn editions(&self) -> impl Iterator<Item = &'r Edition> + use<'r> {
        let view = *self;
        self.record.editions.iter().filter(move |edition| view.has_begun(edition.id))
    }

    /// Whether a match of the edition was over by then.
    #[must_use]
    pub fn has_begun(&self, edition: EditionId) -> bool {
        self.matches_in(edition).next().is_some()
    }

    /// Whether every match the record has of the edition was over by then.
    #[must_use]
    pub fn is_over(&self, edition: EditionId) -> bool {
        let ids = self.record.matches_of_edition(edition);
        !ids.is_empty()
            && ids.iter().all(|&id| {
                let entry = self.record.match_at(id);
                self.knows(entry) || entry.status == Status::Cancelled
            })
    }

    /// First and last day of the edition's matches over by then.
    #[must_use]
    pub fn span(&self, edition: EditionId) -> Option<Span> {
        let mut dates = self.matches_in(edition).map(|entry| entry.date);
        let first = dates.next()?;
        Some(Span { first, last: dates.next_back().unwrap_or(first) })
    }

    /// Final ranking of an edition, once it is over.
    #[must_use]
    pub fn standings(&self, edition: EditionId) -> Option<&'r [FinalPlace]> {
        let standings = &self.record.edition(edition).standings;
        (self.is_over(edition) && !standings.is_empty()).then_some(standings.as_slice())
    }

    /// Official order of a group, by its letter or number or (a pool without one) the name of its stage, once its matches
    /// are over.
    #[must_use]
    pub fn positions(&self, edition: EditionId, group: &str) -> Option<&'r [TeamId]> {
        let (_, order) = self.record.edition(edition).positions.iter().find(|(label, _)| &**label == group)?;
        let of_group = |stage: &crate::Stage| match &stage.group {
            Some(label) => **label == *group,
            None => fold(stage.kind.name()) == fold(group),
        };
        let mut matches = self
            .record
            .matches_of_edition(edition)
            .iter()
            .map(|&id| self.record.match_at(id))
            .filter(|entry| entry.stage.as_ref().is_some_and(of_group))
            .peekable();
        let over = matches.peek().is_some() && matches.all(|entry| self.knows(entry));
        over.then_some(order.as_slice())
    }

    /// A team's squad in an edition that had begun.
    #[must_use]
    pub fn squad(&self, edition: EditionId, team: TeamId) -> Option<&'r Squad> {
        let squads = &self.record.edition(edition).squads;
        self.has_begun(edition).then(|| squads.iter().find(|squad| squad.team == team)).flatten()
    }

    /// How far a table of an edition reaches.
    #[must_use]
    pub fn extent(&self, edition: EditionId, table: Table) -> Extent {
        self.coverage(edition).of(table)
    }

    /// How far each table of an edition reaches.
    #[must_use]
    pub fn coverage(&self, edition: EditionId) -> &'r Coverage {
        &self.record.edition(edition).coverage
    }
}

/// A match as an appointment: who, when and where, and nothing of how it went or goes.
#[derive(Clone, Copy, Debug)]
pub struct Fixture<'r> {
    entry: &'r Match,
}

impl<'r> Fixture<'r> {
    /// Identifier of the match.
    #[must_use]
    pub const fn id(&self) -> MatchId {
        self.entry.id
    }

    /// Local date.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.entry.date
    }

    /// Side listed first.
    #[must_use]
    pub const fn home(&self) -> TeamId {
        self.entry.home
    }

    /// Side listed second.
    #[must_use]
    pub const fn away(&self) -> TeamId {
        self.entry.away
    }

    /// Edition it belongs to.
    #[must_use]
    pub const fn edition(&self) -> EditionId {
        self.entry.edition
    }

    /// Stage, where known.
    #[must_use]
    pub const fn stage(&self) -> Option<&'r crate::Stage> {
        self.entry.stage.as_ref()
    }

    /// Kick-off, where known.
    #[must_use]
    pub const fn kick_off(&self) -> Option<crate::KickOff> {
        self.entry.kick_off
    }

    /// Venue, where known.
    #[must_use]
    pub const fn venue(&self) -> Option<crate::VenueId> {
        self.entry.venue
    }

    /// Whose ground.
    #[must_use]
    pub const fn ground(&self) -> crate::Ground {
        self.entry.ground
    }

    /// Who says so.
    #[must_use]
    pub const fn sources(&self) -> crate::Sources {
        self.entry.sources.fixture
    }

    /// The same as a match not yet played: no score, no events, no team sheets.
    #[must_use]
    pub fn as_match(&self) -> Match {
        let entry = self.entry;
        Match {
            stage: entry.stage.clone(),
            matchday: entry.matchday,
            kick_off: entry.kick_off,
            venue: entry.venue,
            ground: entry.ground,
            sources: entry.sources,
            ..Match::scheduled(entry.id, entry.edition, entry.date, entry.home, entry.away)
        }
    }
}
