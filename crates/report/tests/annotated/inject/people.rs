//! Somebody else of the same team in place of who did it.

use byline_record::names::find::{Entity, Mention};
use byline_record::{EventKind, Match, PersonId, Position, Side, fold};
use byline_report::claim::Kind;

use super::{Change, Scene};

/// The side somebody did a thing of the kind for in the match: kept goal, scored, was shown a card.
fn did(entry: &Match, kind: Kind, who: PersonId) -> Option<Side> {
    let event = |wanted: fn(&EventKind) -> bool| {
        let mut events = entry.events.iter();
        events.find(|event| event.player == Some(who) && wanted(&event.kind)).map(byline_record::Event::player_side)
    };
    match kind {
        Kind::Scorer => event(EventKind::is_goal),
        Kind::Penalty => event(|kind| matches!(kind, EventKind::Penalty(_)) && kind.is_goal()),
        Kind::OwnGoal => event(|kind| matches!(kind, EventKind::OwnGoal)),
        Kind::MissedPenalty => event(|kind| matches!(kind, EventKind::Penalty(_)) && !kind.is_goal()),
        Kind::Card => event(|kind| matches!(kind, EventKind::Card { .. })),
        Kind::ShootOut => entry.kicks.iter().find(|kick| kick.taker == Some(who)).map(|kick| kick.side),
        Kind::Keeper => Side::BOTH
            .into_iter()
            .find(|&side| entry.sheet(side).is_some_and(|sheet| sheet.keepers.iter().any(|(one, _)| *one == who))),
        _ => None,
    }
}

/// People who could be taken for each other on a side: its squad, or where there is none whoever the record has for it
/// in the edition.
fn team_mates(scene: &Scene<'_>, entry: &Match, side: Side, keepers: bool) -> Vec<PersonId> {
    let view = scene.record.latest();
    let team = entry.team(side);
    if let Some(squad) = view.squad(entry.edition, team) {
        let in_goal = |position: Option<Position>| position == Some(Position::Goalkeeper);
        let players = squad.players.iter().filter(|one| in_goal(one.position) == keepers);
        return players.map(|one| one.player).collect();
    }
    let mut all: Vec<PersonId> = Vec::new();
    for other in view.matches_in(entry.edition).filter(|other| other.side_of(team).is_some()) {
        let of_side = other.side_of(team).unwrap_or(side);
        let events = other.events.iter().filter(|event| event.player_side() == of_side);
        let kicks = other.kicks.iter().filter(|kick| kick.side == of_side);
        let field = events.filter_map(|event| event.player).chain(kicks.filter_map(|kick| kick.taker));
        let sheet = || other.sheet(of_side).into_iter().flat_map(|sheet| sheet.keepers.iter().map(|(who, _)| *who));
        if keepers { all.extend(sheet()) } else { all.extend(field.filter(|who| sheet().all(|keeper| keeper != *who))) }
    }
    all.sort();
    all.dedup();
    all
}

/// The family name: all but the first word.
fn surname(name: &str) -> &str {
    name.split_once(' ').map_or(name, |(_, rest)| rest)
}

fn person(mention: &Mention) -> Option<PersonId> {
    if let Some(Entity::Person(who)) = mention.one() { Some(who) } else { None }
}

/// Where the one who did it is named: in the words, else in their sentence if the reading has the name.
fn named<'a>(scene: &'a Scene<'_>, fits: impl Fn(PersonId) -> bool) -> Option<(&'a Mention, PersonId)> {
    let within = |mention: &&Mention, span: &byline_report::Span| {
        span.start <= mention.span.start && mention.span.end <= span.end
    };
    let in_words = scene.mentions.iter().filter(|mention| within(mention, &scene.statement.span));
    let read = format!(" {} ", fold(&scene.statement.reading));
    let sentence = scene.sentence();
    let in_sentence = scene.mentions.iter().filter(|mention| within(mention, &sentence)).filter(|mention| {
        person(mention).is_some_and(|who| {
            let name = fold(&scene.record.person(who).name);
            let last = name.rsplit(' ').next().unwrap_or_default();
            read.contains(&format!(" {last} "))
        })
    });
    let mut found = in_words.chain(in_sentence).filter_map(|mention| Some((mention, person(mention)?)));
    found.find(|&(_, who)| fits(who))
}

fn exchanged(scene: &Scene<'_>, mention: &Mention, others: &[PersonId], what: &'static str) -> Option<Change> {
    let sentence = fold(&scene.report.text[scene.sentence()]);
    let name = |who: PersonId| &*scene.record.person(who).name;
    let free: Vec<PersonId> =
        others.iter().copied().filter(|&who| !sentence.contains(&fold(surname(name(who))))).collect();
    let other = name(scene.pick(&free)?);
    let whole = scene.report.words(&mention.span).contains(' ');
    let with = if whole { other } else { surname(other) }.to_owned();
    Some(Change { span: mention.span.clone(), with, what })
}

/// Another member of the squad, who did nothing of the kind in the match.
pub(super) fn other(scene: &Scene<'_>) -> Option<Change> {
    let (entry, kind) = (scene.entry?, scene.statement.kind?);
    let (mention, who) = named(scene, |who| did(entry, kind, who).is_some())?;
    let side = did(entry, kind, who)?;
    let innocent = |&other: &PersonId| {
        other != who
            && [Kind::Scorer, kind].into_iter().all(|kind| did(entry, kind, other).is_none())
            && (kind != Kind::Penalty || did(entry, Kind::MissedPenalty, other).is_none())
    };
    let others = team_mates(scene, entry, side, kind == Kind::Keeper).into_iter().filter(innocent);
    exchanged(scene, mention, &others.collect::<Vec<_>>(), "person")
}

/// The manager of another team of the edition.
pub(super) fn other_manager(scene: &Scene<'_>) -> Option<Change> {
    let entry = scene.entry?;
    let managers = &scene.record.edition(entry.edition).managers;
    let (mention, who) = named(scene, |who| managers.iter().any(|one| one.manager == who))?;
    let others: Vec<PersonId> = managers.iter().map(|one| one.manager).filter(|&other| other != who).collect();
    exchanged(scene, mention, &others, "manager")
}
