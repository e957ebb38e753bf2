//! The tables, column by column. `docs/export.md` describes them.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::columns::{Columns, Table, list};
use crate::conflict::Conflict;
use crate::{
    Event, EventKind, Goals, Kick, Match, Penalty, Person, PersonId, Placement, Score, Side, Source, Sources, Status,
    View,
};

/// A match, or one still to come.
pub(super) struct MatchRow<'r> {
    entry: &'r Match,
    /// Whether it was over by the day of the view.
    over: bool,
}

impl<'r> MatchRow<'r> {
    /// What is known only of matches that are over.
    fn over(&self) -> Option<&'r Match> {
        self.over.then_some(self.entry)
    }

    fn score(&self) -> Option<&'r Score> {
        self.over().map(|entry| &entry.score)
    }

    fn sources(&self) -> Sources {
        if self.over { self.entry.sources.all() } else { self.entry.sources.fixture }
    }
}

/// Two columns with the goals of both sides.
fn goals<'r>(
    columns: Columns<'r, MatchRow<'r>>,
    [home, away]: [&'static str; 2],
    of: fn(&Score) -> Option<Goals>,
) -> Columns<'r, MatchRow<'r>> {
    columns
        .integer(home, move |row: &MatchRow<'r>| row.score().and_then(of).map(|goals| goals.home))
        .integer(away, move |row: &MatchRow<'r>| row.score().and_then(of).map(|goals| goals.away))
}

/// Matches, oldest first, those still to come among them.
pub(super) fn matches(view: View<'_>) -> Table<'_, MatchRow<'_>> {
    let record = view.record();
    let name = move |person: PersonId| &*record.person(person).name;
    let edition = move |row: &MatchRow<'_>| record.edition(row.entry.edition);
    let venue = move |row: &MatchRow<'_>| row.entry.venue.map(|venue| record.venue(venue));
    let columns = Columns::new()
        .number("match", |row: &MatchRow<'_>| Some(row.entry.id.index()))
        .date("date", |row| Some(row.entry.date))
        .text("kick_off", |row| row.entry.kick_off.map(crate::KickOff::local_time))
        .integer("utc_offset", |row| row.entry.kick_off.and_then(crate::KickOff::offset_minutes))
        .text("competition", move |row| Some(&*record.competition(edition(row).competition).name))
        .text("edition", move |row| Some(&*edition(row).label))
        .word("stage", |row| row.entry.stage.as_ref().map(|stage| stage.kind))
        .text("group_label", |row| row.entry.stage.as_ref().and_then(|stage| stage.group.as_deref()))
        .word("tie", |row| row.entry.stage.as_ref().map(|stage| stage.tie))
        .integer("matchday", |row| row.entry.matchday)
        .word("kind", move |row| Some(record.team(row.entry.home).kind))
        .word("sex", move |row| Some(record.team(row.entry.home).sex))
        .text("home", move |row| Some(&*record.team(row.entry.home).name))
        .text("away", move |row| Some(&*record.team(row.entry.away).name))
        .text("stadium", move |row| venue(row).and_then(|venue| venue.stadium.as_deref()))
        .text("city", move |row| venue(row).and_then(|venue| venue.city.as_deref()))
        .text("country", move |row| venue(row).and_then(|venue| venue.country.as_deref()))
        .word("ground", |row| Some(row.entry.ground))
        .word("status", |row| Some(row.over().map_or(Status::Scheduled, |entry| entry.status)));
    let columns = goals(columns, ["half_time_home", "half_time_away"], |score| score.half_time);
    let columns = goals(columns, ["full_time_home", "full_time_away"], |score| score.full_time);
    let columns = goals(columns, ["extra_time_home", "extra_time_away"], |score| score.extra_time);
    let columns = goals(columns, ["end_home", "end_away"], |score| score.end).word("extra_time_rule", |row| {
        row.score().filter(|score| score.extra_time.is_some()).map(|score| score.extra_time_rule)
    });
    let columns = goals(columns, ["shoot_out_home", "shoot_out_away"], |score| score.shoot_out?.score)
        .word("shoot_out_winner", |row| row.score().and_then(|score| score.shoot_out).map(|one| one.winner))
        .word("shoot_out_first", |row| row.score().and_then(|score| score.shoot_out)?.first)
        .word("given_to", |row| row.over()?.given_to)
        .word("winner", |row| row.over()?.winner())
        .text("home_manager", move |row| row.over()?.sheet(Side::Home)?.manager.map(name))
        .text("away_manager", move |row| row.over()?.sheet(Side::Away)?.manager.map(name))
        .text("home_captain", move |row| row.over()?.sheet(Side::Home)?.captain.map(name))
        .text("away_captain", move |row| row.over()?.sheet(Side::Away)?.captain.map(name))
        .text("referee", move |row| row.over()?.referee.map(name))
        .integer("attendance", |row| row.over()?.attendance)
        .sources("sources", record, MatchRow::sources);
    let rows = record.matches.iter().filter_map(|entry| {
        let over = view.get(entry.id).is_some();
        (over || view.fixture(entry).is_some()).then_some(MatchRow { entry, over })
    });
    Table { name: "matches", columns: columns.done(), rows: rows.collect(), sources: MatchRow::sources }
}

/// Something of a match that has a place in a list.
pub(super) struct PartRow<'r, T> {
    entry: &'r Match,
    place: usize,
    part: &'r T,
}

/// The parts of every match that is over.
fn parts<'r, T>(view: View<'r>, of: fn(&'r Match) -> &'r [T]) -> Vec<PartRow<'r, T>> {
    let parts_of = |entry| of(entry).iter().enumerate().map(move |(place, part)| PartRow { entry, place, part });
    view.matches().flat_map(parts_of).collect()
}

/// Match, date and number in it.
fn placed<'r, T>() -> Columns<'r, PartRow<'r, T>> {
    Columns::new()
        .number("match", |row: &PartRow<'_, T>| Some(row.entry.id.index()))
        .date("date", |row| Some(row.entry.date))
        .number("number", |row| Some(row.place))
}

/// Where a kick went, in five columns.
fn aimed<'r, T>(columns: Columns<'r, PartRow<'r, T>>, of: fn(&T) -> Option<Placement>) -> Columns<'r, PartRow<'r, T>> {
    columns
        .word("foot", move |row: &PartRow<'_, T>| of(row.part)?.foot)
        .integer("across_cm", move |row: &PartRow<'_, T>| of(row.part)?.across_cm)
        .integer("height_cm", move |row: &PartRow<'_, T>| of(row.part)?.height_cm)
        .word("aimed", move |row: &PartRow<'_, T>| of(row.part)?.side)
        .word("keeper_move", move |row: &PartRow<'_, T>| of(row.part)?.keeper_move)
}

fn penalty(event: &Event) -> Option<Penalty> {
    match event.kind {
        EventKind::Penalty(penalty) => Some(penalty),
        _ => None,
    }
}

/// Goals, penalties in play, cards and substitutions, match by match in the order of the clock.
pub(super) fn events(view: View<'_>) -> Table<'_, PartRow<'_, Event>> {
    let record = view.record();
    let name = move |person: PersonId| &*record.person(person).name;
    let columns = placed()
        .text("minute", |row: &PartRow<'_, Event>| row.part.clock.map(|clock| clock.to_string()))
        .word("side", |row| Some(row.part.side))
        .text("team", move |row| Some(&*record.team(row.entry.team(row.part.side)).name))
        .text("kind", |row| Some(row.part.kind.key()))
        .text("player", move |row| row.part.player.map(name))
        .text("came_on", move |row| match row.part.kind {
            EventKind::Substitution { on } => on.map(name),
            _ => None,
        })
        .truth("bench", |row| match row.part.kind {
            EventKind::Card { bench, .. } => Some(bench),
            _ => None,
        })
        .word("outcome", |row| penalty(row.part).map(|penalty| penalty.outcome))
        .text("keeper", move |row| penalty(row.part)?.keeper.map(name))
        .text("awarded", |row| penalty(row.part)?.awarded.map(|clock| clock.to_string()))
        .truth("retaken", |row| penalty(row.part).map(|penalty| penalty.retaken));
    let columns = aimed(columns, |event| penalty(event)?.placement).sources("sources", record, |row| row.part.sources);
    Table {
        name: "events",
        columns: columns.done(),
        rows: parts(view, |entry| &entry.events),
        sources: |row| row.part.sources,
    }
}

/// Shoot-outs kick by kick.
pub(super) fn kicks(view: View<'_>) -> Table<'_, PartRow<'_, Kick>> {
    let record = view.record();
    let name = move |person: PersonId| &*record.person(person).name;
    let columns = placed()
        .truth("in_order", |row: &PartRow<'_, Kick>| Some(row.entry.kicks_in_order))
        .word("side", |row| Some(row.part.side))
        .text("team", move |row| Some(&*record.team(row.entry.team(row.part.side)).name))
        .text("taker", move |row| row.part.taker.map(name))
        .text("keeper", move |row| row.part.keeper.map(name))
        .word("outcome", |row| Some(row.part.outcome));
    let columns = aimed(columns, |kick| kick.placement).sources("sources", record, |row| row.part.sources);
    Table {
        name: "kicks",
        columns: columns.done(),
        rows: parts(view, |entry| &entry.kicks),
        sources: |row| row.part.sources,
    }
}

/// People; only those a view of an earlier day has met, so that no later name is told.
pub(super) fn people(view: View<'_>) -> Table<'_, &Person> {
    let record = view.record();
    let columns = Columns::new()
        .number("person", |person: &&Person| Some(person.id.index()))
        .text("name", |person| Some(&*person.name))
        .text("other_names", |person| Some(list(person.other_names.iter().map(|name| &**name))))
        .text("teams", move |person| {
            let teams: Vec<String> = person.teams.iter().map(|&team| record.team(team).display_name()).collect();
            Some(list(teams.iter().map(String::as_str)))
        })
        .date("born", |person| person.born)
        .sources("sources", record, |person| person.born_sources);
    let everybody = view.as_of() == Date::MAX;
    let met = if everybody { BTreeSet::new() } else { met(view) };
    let rows = record.people().iter().filter(|person| everybody || met.contains(&person.id)).collect();
    Table { name: "people", columns: columns.done(), rows, sources: |person| person.born_sources }
}

/// Everybody in a match that is over, or in a squad, captain or in charge of a team in an edition that has begun.
fn met(view: View<'_>) -> BTreeSet<PersonId> {
    let mut met = BTreeSet::new();
    for entry in view.matches() {
        met.extend(entry.referee);
        for event in &entry.events {
            met.extend(event.player);
            match event.kind {
                EventKind::Penalty(penalty) => met.extend(penalty.keeper),
                EventKind::Substitution { on } => met.extend(on),
                EventKind::Goal | EventKind::OwnGoal | EventKind::Card { .. } => {}
            }
        }
        met.extend(entry.kicks.iter().flat_map(|kick| [kick.taker, kick.keeper]).flatten());
        for sheet in Side::BOTH.into_iter().filter_map(|side| entry.sheet(side)) {
            met.extend(&sheet.starters);
            met.extend(sheet.keepers.iter().map(|&(keeper, _)| keeper));
            met.extend(sheet.captain.into_iter().chain(sheet.manager));
        }
    }
    for edition in view.editions() {
        met.extend(edition.squads.iter().flat_map(|squad| &squad.players).map(|one| one.player));
        met.extend(edition.managers.iter().map(|appointment| appointment.manager));
        met.extend(edition.captains.iter().map(|captaincy| captaincy.captain));
    }
    met
}

/// Differences between sources, of what the view knows.
pub(super) fn conflicts(view: View<'_>) -> Table<'_, &Conflict> {
    let record = view.record();
    let of_match = move |conflict: &&Conflict| conflict.in_match.and_then(|id| view.get(id));
    let columns = Columns::new()
        .number("match", |conflict: &&Conflict| conflict.in_match.map(crate::MatchId::index))
        .date("date", move |conflict| of_match(conflict).map(|entry| entry.date))
        .text("home", move |conflict| of_match(conflict).map(|entry| &*record.team(entry.home).name))
        .text("away", move |conflict| of_match(conflict).map(|entry| &*record.team(entry.away).name))
        .text("about", |conflict| Some(&*conflict.about))
        .text("preferred", |conflict| Some(&*conflict.preferred.value))
        .sources("preferred_sources", record, |conflict| conflict.preferred.sources)
        .text("other", |conflict| Some(&*conflict.other.value))
        .sources("other_sources", record, |conflict| conflict.other.sources)
        .text("rule", |conflict| Some(conflict.preference.rule()));
    let known = |conflict: &&Conflict| conflict.in_match.is_none_or(|id| view.get(id).is_some());
    Table {
        name: "conflicts",
        columns: columns.done(),
        rows: record.conflicts().iter().filter(known).collect(),
        sources: |conflict| conflict.preferred.sources.and(conflict.other.sources),
    }
}

/// The sources that stand behind the other tables, in the order of preference.
pub(super) fn sources(view: View<'_>, used: Sources) -> Table<'_, &Source> {
    let columns = Columns::new()
        .text("key", |source: &&Source| Some(&*source.key))
        .text("name", |source| Some(&*source.name))
        .text("licence", |source| Some(&*source.licence))
        .text("attribution", |source| Some(&*source.attribution))
        .date("retrieved", |source| source.retrieved);
    let rows = view.record().sources_in(used).collect();
    Table { name: "sources", columns: columns.done(), rows, sources: |_| Sources::NONE }
}
