//! What the record has of a row.

use byline_record::ask::words;
use byline_record::{Clock, Event, EventKind, Fixture, Kick, Match, MatchId, PenaltyOutcome, TeamId, View};

use super::rows::Key;
use super::{RecordCell, Section};
use crate::claim::{Kind, Topic};

/// The record along one match.
pub(super) struct Recorded<'v, 'r> {
    pub(super) view: &'v View<'r>,
    /// The match the accounts are about.
    pub(super) in_match: Option<MatchId>,
    /// The record on the day from which what comes next is counted.
    pub(super) after: View<'r>,
}

/// A row as the record has it.
pub(super) struct Said {
    pub(super) label: String,
    pub(super) clock: Option<Clock>,
    pub(super) record: Option<RecordCell>,
}

/// Where a row of one section stands among the others.
pub(super) type Order = (usize, bool, Option<Clock>, usize, u8);

impl<'r> Recorded<'_, 'r> {
    /// The match the accounts are about, if it was over.
    pub(super) fn entry(&self) -> Option<&'r Match> {
        self.view.get(self.in_match?)
    }

    /// What there is a row for whether an account states it or not: goals, penalties and when they were given, the
    /// sending-off of players, the shoot-out and its misses; score, stage, day and place; the next match in the edition.
    pub(super) fn keys(&self) -> Vec<Key> {
        let Some(entry) = self.entry() else { return Vec::new() };
        let mut keys = Vec::new();
        for (at, event) in entry.events.iter().enumerate() {
            match event.kind {
                EventKind::Penalty(penalty) => {
                    keys.push(Key::of(Topic::Event(entry.id, at)));
                    if penalty.awarded.is_some() {
                        keys.push(Key::of(Topic::Award(entry.id, at)));
                    }
                }
                EventKind::Card { card, .. } if !card.is_dismissal() => {}
                EventKind::Substitution { .. } => {}
                _ => keys.push(Key::of(Topic::Event(entry.id, at))),
            }
        }
        if entry.score.shoot_out.is_some() || !entry.kicks.is_empty() {
            keys.push(Key::of(Topic::ShootOut(entry.id)));
        }
        let missed = |kick: &Kick| kick.outcome != PenaltyOutcome::Scored;
        let misses = entry.kicks.iter().enumerate().filter(|(_, kick)| missed(kick));
        keys.extend(misses.map(|(at, _)| Key::of(Topic::Kick(entry.id, at))));
        let whole = [
            (Kind::Score, entry.score.end.is_some()),
            (Kind::Stage, entry.stage.is_some()),
            (Kind::Date, true),
            (Kind::Venue, entry.venue.is_some()),
        ];
        let known = whole.into_iter().filter(|(_, known)| *known);
        keys.extend(known.map(|(kind, _)| Key { topic: Topic::Match(entry.id), kind: Some(kind) }));
        for team in [entry.home, entry.away] {
            if self.next(team).is_some_and(|fixture| fixture.edition() == entry.edition) {
                keys.push(Key::of(Topic::Next(team)));
            }
        }
        keys
    }

    /// What comes next for a team.
    pub(super) fn next(&self, team: TeamId) -> Option<Fixture<'r>> {
        self.after.fixtures_of(team).next()
    }

    /// The section of a row.
    pub(super) fn section(&self, topic: &Topic) -> Section {
        let here = |id: &MatchId| Some(*id) == self.in_match;
        match topic {
            Topic::Match(id) if here(id) => Section::Match,
            Topic::Event(id, _) | Topic::Award(id, _) | Topic::Kick(id, _) | Topic::ShootOut(id) if here(id) => {
                Section::Timeline
            }
            Topic::Next(_) => Section::Aftermath,
            _ => Section::History,
        }
    }

    /// Where a row stands in its section: matches from the oldest, the clock within each, an award before its kick, the
    /// shoot-out last.
    pub(super) fn order(&self, key: &Key) -> Order {
        let kind = key.kind.map_or(0, |kind| Kind::ALL.iter().position(|other| *other == kind).unwrap_or(0));
        match &key.topic {
            Topic::Match(id) => (id.index(), false, None, kind, 0),
            Topic::Event(id, at) => self.at_clock(*id, *at, 1, self.event(*id, *at).and_then(|event| event.clock)),
            Topic::Award(id, at) => {
                let event = self.event(*id, *at);
                self.at_clock(*id, *at, 0, event.and_then(awarded).or(event.and_then(|event| event.clock)))
            }
            Topic::ShootOut(id) => (id.index(), true, None, 0, 2),
            Topic::Kick(id, at) => (id.index(), true, None, *at, 3),
            Topic::Next(team) => (team.index(), false, None, 0, 0),
            Topic::Other => (usize::MAX, false, None, 0, 0),
        }
    }

    fn at_clock(&self, id: MatchId, at: usize, rank: u8, clock: Option<Clock>) -> Order {
        // Where no clock is known, the place among the events stands for it: after what has one.
        (id.index(), false, clock.or(Clock::with_added(120, 60).ok()), at, rank)
    }

    fn event(&self, id: MatchId, at: usize) -> Option<&'r Event> {
        self.view.get(id)?.events.get(at)
    }

    /// A row in words. `None` if it is about nothing the record has.
    pub(super) fn said(&self, key: &Key) -> Option<Said> {
        let record = self.view.record();
        let plain = |label: String, record: Option<RecordCell>| Some(Said { label, clock: None, record });
        match &key.topic {
            Topic::Match(id) => {
                let entry = self.view.get(*id)?;
                match key.kind {
                    Some(kind) => plain(label_of(kind), whole(self.view, entry, kind)),
                    None => {
                        let text = words::match_line(record, entry);
                        let sources = entry.sources.fixture.and(entry.sources.end);
                        plain(self.pairing(entry), Some(RecordCell { text, sources }))
                    }
                }
            }
            Topic::Event(id, at) => {
                let entry = self.view.get(*id)?;
                let event = entry.events.get(*at)?;
                let text = words::event(record, event);
                let label = self.placed(entry, format!("{}: {}", self.side(entry, event), without_minute(self, event)));
                Some(Said { label, clock: event.clock, record: Some(RecordCell { text, sources: event.sources }) })
            }
            Topic::Award(id, at) => {
                let entry = self.view.get(*id)?;
                let event = entry.events.get(*at)?;
                let given = awarded(event);
                let taker = words::somebody(record, event.player);
                let label = format!("{}: penalty given, taken by {taker}", self.side(entry, event));
                let text = given.map(|clock| format!("given {}", words::minute(clock)));
                let record = text.map(|text| RecordCell { text, sources: event.sources });
                Some(Said { label: self.placed(entry, label), clock: given, record })
            }
            Topic::Kick(id, at) => {
                let entry = self.view.get(*id)?;
                let kick = entry.kicks.get(*at)?;
                let earlier = entry.kicks.iter().take(*at).filter(|other| other.side == kick.side).count();
                let text = words::kick(record, entry, kick, u8::try_from(earlier + 1).unwrap_or(u8::MAX));
                let label = self.placed(entry, format!("shoot-out: {text}"));
                plain(label, Some(RecordCell { text, sources: kick.sources }))
            }
            Topic::ShootOut(id) => {
                let entry = self.view.get(*id)?;
                let decided = entry.score.shoot_out;
                let text = decided.map(|shoot_out| words::shoot_out(record, entry, shoot_out));
                let cell = text.map(|text| RecordCell { text, sources: entry.sources.shoot_out });
                plain(self.placed(entry, "shoot-out".to_owned()), cell)
            }
            Topic::Next(team) => {
                let fixture = self.next(*team);
                let cell = fixture
                    .map(|fixture| RecordCell { text: fixture_line(self.view, &fixture), sources: fixture.sources() });
                plain(format!("next for {}", words::team(record, *team)), cell)
            }
            Topic::Other => None,
        }
    }

    /// The side an event belongs to.
    fn side(&self, entry: &Match, event: &Event) -> String {
        words::team(self.view.record(), entry.team(event.side))
    }

    /// A label with its match, where that is not the one the accounts are about.
    fn placed(&self, entry: &Match, label: String) -> String {
        if Some(entry.id) == self.in_match { label } else { format!("{}, {label}", self.pairing(entry)) }
    }

    /// `England v Argentina, World Cup 1998, round of 16, 30 June 1998`.
    fn pairing(&self, entry: &Match) -> String {
        let record = self.view.record();
        let team = |id| words::team(record, id);
        format!("{} v {}, {}", team(entry.home), team(entry.away), words::occasion(record, entry))
    }
}

const fn awarded(event: &Event) -> Option<Clock> {
    match &event.kind {
        EventKind::Penalty(penalty) => penalty.awarded,
        _ => None,
    }
}

/// An event in words without when it was.
fn without_minute(of: &Recorded<'_, '_>, event: &Event) -> String {
    let mut bare = Event { clock: None, ..*event };
    if let EventKind::Penalty(penalty) = &mut bare.kind {
        penalty.awarded = None;
    }
    let text = words::event(of.view.record(), &bare);
    if matches!(event.kind, EventKind::Goal) { format!("{text}, goal") } else { text }
}

fn label_of(kind: Kind) -> String {
    match kind {
        Kind::Date => "day".to_owned(),
        Kind::Venue => "place".to_owned(),
        Kind::Minute => "minutes".to_owned(),
        other => other.key().replace('-', " "),
    }
}

/// What the record says of a match as a whole.
fn whole(view: &View<'_>, entry: &Match, kind: Kind) -> Option<RecordCell> {
    let record = view.record();
    let sources = &entry.sources;
    let (text, sources) = match kind {
        Kind::Score => (words::score_line(record, entry), sources.end.and(sources.shoot_out)),
        Kind::HalfTimeScore => {
            let (home, away) = (words::team(record, entry.home), words::team(record, entry.away));
            (format!("{home} {} {away}", entry.score.half_time?), sources.half_time)
        }
        Kind::Stage => (format!("{}, {}", words::edition(record, entry.edition), entry.stage.as_ref()?), sources.stage),
        Kind::Date => {
            let at = entry.kick_off.map_or_else(String::new, |kick_off| {
                let zone = kick_off.zone().map_or_else(String::new, |zone| format!(" {zone}"));
                format!(", {}{zone}", kick_off.local_time())
            });
            let day = words::weekday(entry.date.weekday());
            (format!("{day} {}{at}", words::date(entry.date)), sources.fixture.and(sources.kick_off))
        }
        Kind::Venue => (record.venue(entry.venue?).to_string(), sources.venue),
        Kind::Referee => (words::person(record, entry.referee?), sources.fixture),
        Kind::Attendance => (format!("{} watched", entry.attendance?), sources.fixture),
        _ => return None,
    };
    Some(RecordCell { text, sources })
}

/// `France v Morocco, World Cup 2022, semi-final, Wednesday 14 December 2022`.
fn fixture_line(view: &View<'_>, fixture: &Fixture<'_>) -> String {
    let record = view.record();
    let stage = fixture.stage().map_or_else(String::new, |stage| format!(", {stage}"));
    format!(
        "{} v {}, {}{stage}, {} {}",
        words::team(record, fixture.home()),
        words::team(record, fixture.away()),
        words::edition(record, fixture.edition()),
        words::weekday(fixture.date().weekday()),
        words::date(fixture.date())
    )
}
