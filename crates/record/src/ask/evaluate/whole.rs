//! A record with every match of its teams: what the built-in one leaves open is settled there.

use jiff::civil::{Date, date};

use super::evaluate;
use crate::ask::statement::*;
use crate::ask::{Answer, Scope, Statement, Value, Verdict};
use crate::claim::{Claims, CoverageClaim, MatchClaim};
use crate::{Extent, Goals, Record as Facts, Score, Sex, ShootOut, Side, Status, Table, TeamId, TeamKind, builtin};

/// Four friendlies of an invented season, one decided by a shoot-out; whether their goals are known.
fn facts(goals: Extent) -> Facts {
    let played = |day: Date, home: &str, score: (u8, u8), away: &str| MatchClaim {
        competition: "Friendly".into(),
        date: Some(day),
        home: home.into(),
        away: away.into(),
        status: Some(Status::Played),
        score: Score::after_ninety(Goals::new(score.0, score.1)),
        ..MatchClaim::default()
    };
    let mut matches = vec![
        played(date(2001, 2, 7), "Wales", (2, 0), "Malta"),
        played(date(2001, 3, 3), "Malta", (0, 1), "Wales"),
        played(date(2001, 4, 1), "Wales", (1, 1), "Cyprus"),
        played(date(2001, 5, 5), "Malta", (3, 2), "Cyprus"),
    ];
    matches[2].score.shoot_out = Some(ShootOut { score: None, winner: Side::Away, first: None });
    let covered = |table, extent| CoverageClaim { competition: None, edition: None, table, extent };
    let coverage = vec![
        covered(Table::Results, Extent::Complete),
        covered(Table::ShootOuts, Extent::Complete),
        covered(Table::Goals, goals),
    ];
    let mut merger = builtin::merger().unwrap();
    merger.add(&Claims { source: "invented".into(), matches, coverage, ..Claims::default() }).unwrap();
    merger.finish()
}

fn team(facts: &Facts, name: &str) -> TeamId {
    let is = |team: &&crate::Team| &*team.name == name && team.sex == Sex::Men && team.kind == TeamKind::National;
    facts.teams().iter().find(is).unwrap().id
}

fn ask(facts: &Facts, denied: bool, says: Says) -> Answer {
    evaluate(&facts.latest(), &Statement { says, denied, scope: Scope::default() })
}

#[test]
fn a_complete_record_settles_counts_runs_and_never() {
    let facts = facts(Extent::None);
    let (wales, malta, cyprus) = (team(&facts, "Wales"), team(&facts, "Malta"), team(&facts, "Cyprus"));
    let meetings = |played| {
        let said = Some(played);
        ask(
            &facts,
            false,
            Says::HeadToHead { team: wales, opponent: malta, played: said, won: None, drawn: None, lost: None },
        )
    };
    assert_eq!((meetings(2).verdict, meetings(3).verdict), (Verdict::Confirmed, Verdict::RecordDiffers));
    let run = |kind, length| {
        let says = Says::Streak { team: Some(wales), kind, which: StreakWhich::Current, length: Some(length) };
        ask(&facts, false, says)
    };
    assert_eq!(run(StreakKind::Unbeaten, 3).verdict, Verdict::Confirmed);
    assert_eq!(run(StreakKind::Unbeaten, 4).verdict, Verdict::Contradicted);
    let loose = run(StreakKind::Unbeaten, 0);
    assert_eq!(loose.verdict, Verdict::RecordDiffers, "lost the shoot-out: {loose:#?}");
    let feat = Feat::Beat(Some(cyprus));
    let never = |denied| {
        let (whose, occurrence) = (Some(Subject::Team(wales)), Occurrence::Never);
        let when = When::default();
        ask(
            &facts,
            denied,
            Says::Occasion { feat: feat.clone(), whose, occurrence, when, since: None, prospective: false },
        )
    };
    assert_eq!(never(false).verdict, Verdict::Confirmed);
    let ever = never(true);
    assert_eq!(ever.verdict, Verdict::Contradicted);
    assert!(ever.answer.starts_with("No: ") && ever.reading.contains("ever"), "{ever:#?}");
    let wins = ask(
        &facts,
        false,
        Says::Tally { what: Countable::Wins, whose: Subject::Team(wales), against: None, count: None },
    );
    assert_eq!(wins.value, Some(Value::Count { count: 2, at_least: false }));
}

#[test]
fn without_scorers_nobody_is_said_not_to_have_scored() {
    for (extent, verdict) in [(Extent::None, Verdict::NotInRecord), (Extent::Complete, Verdict::Contradicted)] {
        let facts = facts(extent);
        let at = MatchRef {
            team: Some(team(&facts, "Malta")),
            opponent: Some(team(&facts, "Wales")),
            when: When { date: Some(date(2001, 3, 3)), ..When::default() },
            ..MatchRef::default()
        };
        let says = Says::Goal { at, scorer: None, minutes: None, kind: None, order: None, count: None };
        assert_eq!(ask(&facts, false, says).verdict, verdict, "{extent}");
    }
}
