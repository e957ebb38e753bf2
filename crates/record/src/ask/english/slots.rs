//! What frames take from a clause: names, numbers, times and settings, by type and place.

use crate::ask::statement::{MatchRef, Minutes, Subject, When};
use crate::{CompetitionId, EditionId, PersonId, TeamId};

use super::clause::Clause;
use super::dates::Time;
use super::lexicon::Class;
use super::names::Named;
use super::nodes::{Event, Kind, Node};
use super::scope::Point;

impl Clause<'_> {
    /// Whether the clause has the word, used or not.
    pub(super) fn has(&self, lemma: &str) -> bool {
        self.nodes.iter().any(|node| node.is(lemma))
    }

    /// Takes the first unused word of a lemma.
    pub(super) fn take(&mut self, lemma: &str) -> Option<usize> {
        let index = self.find(|_, node| node.is(lemma))?;
        self.mark(index);
        Some(index)
    }

    /// Takes the first of several lemmas that is there.
    pub(super) fn take_any(&mut self, lemmas: &[&str]) -> Option<usize> {
        lemmas.iter().find_map(|lemma| self.take(lemma))
    }

    /// Takes a verb, in any form.
    pub(super) fn take_verb(&mut self, lemma: &str) -> Option<usize> {
        let index =
            self.find(|_, node| node.lex().is_some_and(|lex| lex.lemma == lemma && lex.class != Class::Noun))?;
        self.mark(index);
        Some(index)
    }

    /// Takes a noun.
    pub(super) fn take_noun(&mut self, lemma: &str) -> Option<usize> {
        let index =
            self.find(|_, node| node.lex().is_some_and(|lex| lex.lemma == lemma && lex.class == Class::Noun))?;
        self.mark(index);
        Some(index)
    }

    fn take_team_if(&mut self, wanted: impl Fn(usize, &Node) -> bool) -> Option<TeamId> {
        let index = self.find(|index, node| matches!(node.kind, Kind::Team(_)) && wanted(index, node))?;
        self.mark(index);
        let node = self.nodes.get(index)?;
        let Kind::Team(teams) = &node.kind else { return None };
        let team = *teams.first()?;
        if teams.len() > 1 {
            let all = teams.iter().map(|&id| Named::Team(id)).collect();
            self.ambiguous.push((node.span.clone(), all));
        }
        Some(team)
    }

    fn take_person_if(&mut self, wanted: impl Fn(usize, &Node) -> bool) -> Option<PersonId> {
        let index = self.find(|index, node| matches!(node.kind, Kind::Person(_)) && wanted(index, node))?;
        self.mark(index);
        let node = self.nodes.get(index)?;
        let Kind::Person(people) = &node.kind else { return None };
        let person = *people.first()?;
        if people.len() > 1 {
            let all = people.iter().map(|&id| Named::Person(id)).collect();
            self.ambiguous.push((node.span.clone(), all));
        }
        Some(person)
    }

    /// A team before a place in the clause, without preposition.
    pub(super) fn team_before(&mut self, place: usize) -> Option<TeamId> {
        self.take_team_if(|index, node| index < place && matches!(node.preposition, None | Some("for" | "in")))
    }

    /// A team after a place, with one of the prepositions; `""` stands for none.
    pub(super) fn team_after(&mut self, place: usize, prepositions: &[&str]) -> Option<TeamId> {
        self.take_team_if(|index, node| index > place && prepositions.contains(&node.preposition.unwrap_or_default()))
    }

    /// A team anywhere with one of the prepositions; `""` stands for none.
    pub(super) fn team_with(&mut self, prepositions: &[&str]) -> Option<TeamId> {
        self.take_team_if(|_, node| prepositions.contains(&node.preposition.unwrap_or_default()))
    }

    /// A person before a place, without preposition.
    pub(super) fn person_before(&mut self, place: usize) -> Option<PersonId> {
        self.take_person_if(|index, node| index < place && node.preposition.is_none())
    }

    /// A person after a place, with one of the prepositions; `""` stands for none.
    pub(super) fn person_after(&mut self, place: usize, prepositions: &[&str]) -> Option<PersonId> {
        self.take_person_if(|index, node| index > place && prepositions.contains(&node.preposition.unwrap_or_default()))
    }

    /// The team at a place.
    pub(super) fn team_at(&mut self, place: usize) -> Option<TeamId> {
        self.take_team_if(|index, _| index == place)
    }

    /// A person anywhere with one of the prepositions; `""` stands for none.
    pub(super) fn person_with(&mut self, prepositions: &[&str]) -> Option<PersonId> {
        self.take_person_if(|_, node| prepositions.contains(&node.preposition.unwrap_or_default()))
    }

    /// The person or team the clause is about: before a place, without preposition.
    pub(super) fn subject_before(&mut self, place: usize) -> Option<Subject> {
        self.person_before(place).map(Subject::Person).or_else(|| self.team_before(place).map(Subject::Team))
    }

    /// A number, wherever it stands.
    pub(super) fn take_number(&mut self) -> Option<u32> {
        self.take_kind(|kind| match kind {
            Kind::Number(value) => Some(*value),
            _ => None,
        })
    }

    /// The first unused piece that gives something.
    pub(super) fn take_kind<T>(&mut self, wanted: impl Fn(&Kind) -> Option<T>) -> Option<T> {
        let (index, value) = self.unused().find_map(|(index, node)| wanted(&node.kind).map(|value| (index, value)))?;
        self.mark(index);
        Some(value)
    }

    pub(super) fn take_score(&mut self) -> Option<(u8, u8)> {
        self.take_kind(|kind| match kind {
            Kind::Score(one, other) => Some((*one, *other)),
            _ => None,
        })
    }

    pub(super) fn take_times(&mut self) -> Option<u32> {
        self.take_kind(|kind| match kind {
            Kind::Times(count) => Some(*count),
            _ => None,
        })
    }

    pub(super) fn take_ordinal(&mut self) -> Option<u32> {
        self.take_kind(|kind| match kind {
            Kind::Ordinal(value) => Some(*value),
            _ => None,
        })
    }

    pub(super) fn take_minutes(&mut self) -> Option<Minutes> {
        self.take_kind(|kind| match kind {
            Kind::Minutes(minutes) => Some(*minutes),
            _ => None,
        })
    }

    pub(super) fn take_point(&mut self, wanted: Point) -> bool {
        self.take_kind(|kind| (*kind == Kind::Point(wanted)).then_some(())).is_some()
    }

    pub(super) fn has_point(&self, wanted: Point) -> bool {
        self.nodes.iter().any(|node| node.kind == Kind::Point(wanted))
    }

    pub(super) fn take_since(&mut self) -> Option<(Option<Subject>, When)> {
        let (named, time) = self.take_kind(|kind| match kind {
            Kind::Since(named, time) => Some((named.clone(), *time)),
            Kind::Time(Time::Since(year)) => Some((None, Some(Time::Year(*year)))),
            _ => None,
        })?;
        let whose = named.and_then(|named| named.first().copied()).and_then(|named| match named {
            Named::Team(id) => Some(Subject::Team(id)),
            Named::Person(id) => Some(Subject::Person(id)),
            _ => None,
        });
        let mut when = When::default();
        match time {
            Some(Time::Year(year)) => when.year = Some(year),
            Some(Time::Day(date)) => when.date = Some(date),
            _ => {}
        }
        Some((whose, when))
    }

    pub(super) fn has_event(&self, wanted: impl Fn(&Event) -> bool) -> bool {
        self.nodes.iter().any(|node| matches!(&node.kind, Kind::Event(event) if wanted(event)))
    }

    /// Whether a stage stands with its preposition: "in the quarter-finals".
    pub(super) fn has_adjunct_stage(&self) -> bool {
        self.nodes
            .iter()
            .any(|node| node.preposition.is_some() && matches!(&node.kind, Kind::Event(event) if event.stage.is_some()))
    }

    /// Takes every competition, stage and group of the clause and lays them together; `None` if two differ.
    pub(super) fn take_event(&mut self) -> Option<Event> {
        let mut whole = Event::default();
        while let Some(index) = self.find(|_, node| matches!(node.kind, Kind::Event(_))) {
            let Some(Kind::Event(event)) = self.nodes.get(index).map(|node| node.kind.clone()) else { return None };
            let clash = differ(whole.competition, event.competition)
                || differ(whole.edition, event.edition)
                || differ(whole.stage, event.stage)
                || differ(whole.year, event.year)
                || differ(whole.group.as_ref(), event.group.as_ref());
            if clash {
                return None;
            }
            whole = Event {
                competition: whole.competition.or(event.competition),
                edition: whole.edition.or(event.edition),
                year: whole.year.or(event.year),
                stage: whole.stage.or(event.stage),
                group: whole.group.or(event.group),
            };
            self.mark(index);
        }
        Some(whole)
    }

    /// Takes the day, year and day of the week; `None` if two differ.
    pub(super) fn take_when(&mut self) -> Option<When> {
        let mut when = When::default();
        while let Some(time) = self.take_kind(|kind| match kind {
            Kind::Time(time @ (Time::Day(_) | Time::Year(_) | Time::Weekday(_))) => Some(*time),
            _ => None,
        }) {
            let clash = match time {
                Time::Day(date) => differ(when.date.replace(date), Some(date)),
                Time::Year(year) => differ(when.year.replace(year), Some(year)),
                Time::Weekday(day) => differ(when.weekday.replace(day), Some(day)),
                _ => false,
            };
            if clash {
                return None;
            }
        }
        Some(when)
    }

    /// Competition, edition, stage and time of the clause, with an edition made of a competition and a year.
    pub(super) fn take_setting(&mut self) -> Option<(Event, When)> {
        let mut event = self.take_event()?;
        if self.stage_is_counted {
            event.stage = None;
        }
        let mut when = self.take_when()?;
        if let Some(year) = event.year.take() {
            if differ(when.year, Some(year)) {
                return None;
            }
            when.year = Some(year);
        }
        if let (Some(competition), Some(year)) = (event.competition, when.year)
            && event.edition.is_none()
        {
            if let Some(edition) = self.names.edition(competition, year) {
                event.edition = Some(edition);
                event.competition = None;
                when.year = None;
            } else {
                self.no_edition = self.nodes.iter().find_map(|node| {
                    matches!(&node.kind, Kind::Event(event) if event.competition.is_some()).then(|| node.span.clone())
                });
            }
        }
        when.edition = event.edition;
        Some((event, when))
    }

    /// The match the clause speaks of, with its teams still to be filled in.
    pub(super) fn take_match(&mut self) -> Option<MatchRef> {
        let (event, when) = self.take_setting()?;
        if event.group.is_some() {
            return None;
        }
        Some(MatchRef { when, competition: event.competition, stage: event.stage, ..MatchRef::default() })
    }

    /// The match of two teams already found.
    pub(super) fn take_match_of(&mut self, teams: MatchRef) -> Option<MatchRef> {
        let at = self.take_match()?;
        Some(MatchRef { when: at.when, competition: at.competition, stage: at.stage, ..teams })
    }

    /// Puts competitions, stage and years into the scope: for what counts many matches.
    pub(super) fn set_scope(&mut self) -> Option<()> {
        let (event, when) = self.take_setting()?;
        if event.group.is_some() || when.date.is_some() || when.weekday.is_some() {
            return None;
        }
        self.scope.competitions = event.competition.into_iter().collect();
        self.scope.edition = event.edition;
        self.scope.stage = event.stage;
        if let Some(year) = when.year {
            self.scope.from_year = Some(year);
            self.scope.to_year = Some(year);
        }
        self.set_years()
    }

    /// Takes spans of years into the scope.
    pub(super) fn set_years(&mut self) -> Option<()> {
        while let Some((from, to)) = self.take_kind(|kind| match kind {
            Kind::Time(Time::Years(from, to)) => Some((*from, *to)),
            Kind::Time(Time::Since(from)) | Kind::Since(None, Some(Time::Year(from))) => Some((Some(*from), None)),
            _ => None,
        }) {
            if self.scope.from_year.is_some() && from.is_some() || self.scope.to_year.is_some() && to.is_some() {
                return None;
            }
            self.scope.from_year = self.scope.from_year.or(from);
            self.scope.to_year = self.scope.to_year.or(to);
        }
        Some(())
    }

    /// The competition of an event, or the World Cup where none is named; that is noted.
    pub(super) fn competition_or_world_cup(&mut self, event: &Event) -> Option<CompetitionId> {
        if let Some(id) = event.competition {
            return Some(id);
        }
        let id = self.names.competition("World Cup", self.sex)?;
        let span =
            self.nodes.iter().find(|node| matches!(node.kind, Kind::Event(_))).map_or(0..0, |node| node.span.clone());
        self.supposed.push((span, "no competition is named: taken as the World Cup".to_owned()));
        Some(id)
    }

    /// The World Cup of a year, else the European Championship; which one is noted.
    pub(super) fn edition_of_year(&mut self, year: i16) -> Option<EditionId> {
        for name in ["World Cup", "European Championship"] {
            if let Some(competition) = self.names.competition(name, self.sex)
                && let Some(edition) = self.names.edition(competition, year)
            {
                self.supposed.push((0..0, format!("no competition is named: taken as the {name} of {year}")));
                return Some(edition);
            }
        }
        None
    }

    /// Who the clause is about, wherever the verb stood: the first name without preposition, or the one after "by".
    pub(super) fn subject_of(&mut self) -> Option<Subject> {
        if let Some(team) = self.paired {
            return Some(Subject::Team(team));
        }
        let preposition = if self.passive { ["", "by"] } else { ["", "for"] };
        if let Some(person) = self.person_with(&preposition) {
            return Some(Subject::Person(person));
        }
        self.team_with(&preposition).map(Subject::Team)
    }

    /// "by three goals"
    pub(super) fn margin(&mut self) -> Option<u8> {
        let index = self.find(|_, node| matches!(node.kind, Kind::Number(_)) && node.preposition == Some("by"))?;
        let Some(Kind::Number(goals)) = self.nodes.get(index).map(|node| node.kind.clone()) else { return None };
        self.mark(index);
        self.take_noun("goal")?;
        u8::try_from(goals).ok()
    }

    /// Whether nothing is asked and there is no verb: "biggest win", "most goals at World Cups".
    pub(super) fn is_fragment(&self) -> bool {
        self.question.is_none() && !self.copula && !self.perfect
    }

    /// A piece as it is written.
    pub(super) fn written(&self, place: usize) -> Option<String> {
        self.text.get(self.nodes.get(place)?.span.clone()).map(str::to_owned)
    }
}

fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}
