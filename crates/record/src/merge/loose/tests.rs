//! Kicks that several files tell, laid together.

use jiff::civil::date;

use super::*;
use crate::claim::{Claims, event};
use crate::{Clock, CompetitionClass, Direction, Foot, Match, Record, Score, ShootOut, Status, TeamKind, builtin};

/// The shoot-outs of a match of the built-in record as another source would tell them: names without accents.
fn told(record: &Record, day: Date, source: &str) -> Claims {
    let view = record.latest();
    let entry = view.matches().find(|entry| entry.date == day && !entry.kicks.is_empty()).unwrap();
    let name = |id: Option<PersonId>| id.map(|id| Name::from(fold(&record.person(id).name).as_str()));
    let team = |side| record.team(entry.team(side)).name.clone();
    let kicks = entry.kicks.iter().map(|kick| Kick {
        side: kick.side,
        taker: name(kick.taker),
        keeper: name(kick.keeper),
        outcome: kick.outcome,
        placement: None,
        sources: Sources::NONE,
    });
    let claim = MatchClaim {
        competition: record.competition(record.edition(entry.edition).competition).name.clone(),
        edition: record.edition(entry.edition).label.clone(),
        home: team(Side::Home),
        away: team(Side::Away),
        kicks: kicks.collect(),
        ..MatchClaim::default()
    };
    Claims { source: source.into(), matches: vec![claim], ..Claims::default() }
}

fn on(record: &Record, day: Date) -> Match {
    record.latest().matches().find(|entry| entry.date == day && !entry.kicks.is_empty()).unwrap().clone()
}

fn merged(all: &[Claims]) -> Record {
    let mut merger = builtin::merged().unwrap();
    for claims in all {
        merger.add(claims).unwrap();
    }
    merger.finish()
}

#[test]
fn a_shoot_out_of_many_sources_is_one() {
    let record = builtin::record().unwrap();
    for day in [date(1982, 7, 8), date(1994, 7, 17), date(2006, 7, 9), date(2016, 7, 2), date(2022, 12, 18)] {
        let undated = told(&record, day, "penalties-2012-2023");
        let mut dated = told(&record, day, "major-shootouts");
        dated.matches[0].date = Some(day);
        let mut zones = told(&record, day, "shoot-out-zones");
        for kick in &mut zones.matches[0].kicks {
            (kick.taker, kick.keeper) = (None, None);
            let side = Some(Direction::Left);
            kick.placement = Some(Placement { side, foot: Some(Foot::Right), ..Placement::default() });
        }
        // One kick that a source has wrong does not keep it from its match.
        let wrong = &mut zones.matches[0].kicks[1].outcome;
        *wrong = if *wrong == PenaltyOutcome::Scored { PenaltyOutcome::Saved } else { PenaltyOutcome::Scored };
        zones.matches[0].edition = "".into();
        let all = merged(&[dated, undated, zones]);
        let (before, entry) = (on(&record, day), on(&all, day));
        assert_eq!(all.latest().matches().count(), record.latest().matches().count(), "{day}");
        assert_eq!((all.loose.len(), all.undated().len(), all.people().len()), (0, 0, record.people().len()), "{day}");
        assert_eq!(entry.kicks.len(), before.kicks.len());
        for (known, kick) in before.kicks.iter().zip(&entry.kicks) {
            assert_eq!((known.taker, known.outcome), (kick.taker, kick.outcome), "{day}");
            // What only the list of zones tells has found its kick.
            assert_eq!(kick.placement.and_then(|one| one.side), Some(Direction::Left));
        }
        let wrong = all.conflicts().iter().filter(|conflict| conflict.in_match == Some(entry.id));
        assert!(wrong.clone().any(|conflict| &*conflict.about == "kick 2 of the shoot-out"), "{day}");
    }
}

#[test]
fn a_wrong_date_makes_no_match_of_a_complete_edition() {
    // Mexico v Bulgaria 1994, which a source dates four years early.
    let record = builtin::record().unwrap();
    let mut claims = told(&record, date(1994, 7, 5), "major-shootouts");
    let claim = &mut claims.matches[0];
    (claim.date, claim.edition, claim.status) = (Some(date(1990, 7, 5)), "1990".into(), Some(Status::Played));
    let all = merged(&[claims]);
    assert_eq!(all.latest().matches().count(), record.latest().matches().count());
    assert!(on(&all, date(1994, 7, 5)).kicks.iter().all(|kick| kick.sources.positions().count() > 1));
}

/// A claim of the league match Harbour City v Mill United of 2018/19: Ben Moor scores from the spot, 1-0.
fn league(source: &str, keeper: &str) -> Claims {
    let keeper = Some(keeper.into());
    let penalty = Penalty { keeper, score_before: Some(Goals::new(0, 0)), ..Penalty::of(PenaltyOutcome::Scored) };
    let kick = event(Clock::new(90).ok(), Side::Home, EventKind::Penalty(penalty), Some("Ben Moor".into()));
    let claim = MatchClaim {
        external_id: Some("7".into()),
        competition: "Premier League".into(),
        edition: "2018/19".into(),
        class: Some(CompetitionClass::League),
        kind: TeamKind::Club,
        home: "Harbour City".into(),
        away: "Mill United".into(),
        score: Score::at_end(Goals::new(1, 0)),
        events: vec![kick],
        ..MatchClaim::default()
    };
    Claims { source: source.into(), matches: vec![claim], ..Claims::default() }
}

fn only(record: &Record) -> &LooseMatch {
    let all: Vec<_> = record.latest().loose_matches().collect();
    let [only] = all[..] else { panic!("{all:?}") };
    only
}

#[test]
fn a_kick_without_a_date_is_kept_and_laid_together() {
    let season = league("penalties-2012-2023", "Otto Kapp");
    // The same source tells it in a second file.
    let again = season.clone();
    let mut statsbomb = league("statsbomb-open-data", "Otto Kapp");
    let claim = &mut statsbomb.matches[0];
    (claim.external_id, claim.competition, claim.edition) = (Some("15973".into()), "".into(), "".into());
    (claim.score, claim.kind) = (Score::default(), TeamKind::National);
    claim.events[0].clock = Clock::with_added(90, 3).ok();
    claim.events[0].player = Some("Benjamin Moor Diaz".into());
    let EventKind::Penalty(penalty) = &mut claim.events[0].kind else { panic!() };
    penalty.placement = Some(Placement { across_cm: Some(-250), ..Placement::default() });
    let mut directions = league("penalty-directions", "Kapp");
    let claim = &mut directions.matches[0];
    (claim.external_id, claim.edition, claim.home, claim.away) = (None, "".into(), "".into(), "".into());
    claim.events[0].player = Some("Moor".into());
    let EventKind::Penalty(penalty) = &mut claim.events[0].kind else { panic!() };
    penalty.placement = Some(Placement { keeper_move: Some(Direction::Right), ..Placement::default() });

    let record = merged(&[statsbomb, season, again, directions]);
    let entry = only(&record);
    assert_eq!((&*entry.competition, &*entry.season, entry.count()), ("Premier League", "2018/19", 1));
    assert_eq!((entry.class, entry.known_by), (Some(CompetitionClass::League), date(2019, 12, 31)));
    assert_eq!(entry.penalties[0].sources.positions().count(), 3);
    assert_eq!(entry.penalties[0].clock, Clock::with_added(90, 3).ok());
    let penalty = penalty_of(entry);
    assert_eq!(penalty.score_before, Some(Goals::new(0, 0)));
    let placement = penalty.placement.unwrap();
    assert_eq!((placement.across_cm, placement.keeper_move), (Some(-250), Some(Direction::Right)));
    assert_eq!(record.undated().len(), 0);
    // Nobody sees it before the season can be over.
    assert_eq!(record.as_of(date(2019, 12, 30)).loose_matches().count(), 0);
    assert_eq!(record.as_of(date(2019, 12, 31)).loose_matches().count(), 1);
    let packed = record.pack().unwrap();
    assert_eq!(Record::unpack(&packed).unwrap().loose, record.loose);
}

fn penalty_of(entry: &LooseMatch) -> Penalty {
    let EventKind::Penalty(penalty) = entry.penalties[0].kind else { panic!() };
    penalty
}

#[test]
fn a_kick_that_differs_is_another() {
    let one = league("penalties-2012-2023", "Otto Kapp");
    for change in [
        |claim: &mut MatchClaim| claim.edition = "2019/20".into(),
        |claim: &mut MatchClaim| claim.events[0].player = Some("Sven Dahl".into()),
        |claim: &mut MatchClaim| claim.events[0].clock = Clock::new(40).ok(),
        |claim: &mut MatchClaim| claim.score = Score::at_end(Goals::new(2, 0)),
        |claim: &mut MatchClaim| std::mem::swap(&mut claim.home, &mut claim.away),
    ] {
        let mut other = league("statsbomb-open-data", "Otto Kapp");
        change(&mut other.matches[0]);
        assert_eq!(merged(&[one.clone(), other]).latest().loose_matches().count(), 2);
    }
}

#[test]
fn a_player_of_clubs_is_the_one_of_his_name() {
    let named = |name: &str, home: &str, season: &str| {
        let mut claims = league("penalties-2012-2023", "Otto Kapp");
        let claim = &mut claims.matches[0];
        (claim.home, claim.edition) = (home.into(), season.into());
        (claim.external_id, claim.events[0].player) = (Some(home.into()), Some(name.into()));
        claims
    };
    let record = merged(&[
        named("Harry Kane", "Tottenham Hotspur", "2018/19"),
        named("Hárry Kané", "Harbour City", "2019/20"),
        named("Ben Moor", "Harbour City", "2018/19"),
        named("Ben Moor", "Coast Rovers", "2019/20"),
        named("Moor", "Coast Rovers", "2020/21"),
        // A player of the 1950s is nobody's namesake now.
        named("Just Fontaine", "Coast Rovers", "2021/22"),
    ]);
    let takers: Vec<&str> = record
        .latest()
        .loose_matches()
        .filter_map(|entry| entry.penalties[0].player)
        .map(|id| &*record.person(id).name)
        .collect();
    assert_eq!(takers, ["Harry Kane", "Harry Kane", "Ben Moor", "Ben Moor", "Moor", "Just Fontaine"]);
    let people = |name: &str| record.people().iter().filter(|person| &*person.name == name).count();
    assert_eq!((people("Harry Kane"), people("Ben Moor"), people("Just Fontaine")), (1, 1, 2));
    let kane = record.people().iter().find(|person| &*person.name == "Harry Kane").unwrap();
    assert_eq!(kane.teams.len(), 3);
}

#[test]
fn a_claim_of_a_match_unknown_is_undated_only_where_it_tells_more() {
    let mut claims = league("statsbomb-open-data", "Otto Kapp");
    claims.matches[0].events.push(event(Clock::new(12).ok(), Side::Away, EventKind::Goal, Some("Sven Dahl".into())));
    let shoot_out = ShootOut { score: None, winner: Side::Home, first: None };
    claims.matches[0].score.shoot_out = Some(shoot_out);
    let record = merged(&[claims]);
    assert_eq!((record.undated().len(), only(&record).count()), (1, 1));
}
