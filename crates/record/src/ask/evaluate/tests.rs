//! Real facts of the built-in record, asked and claimed; and what the record cannot tell, left open.

use jiff::civil::{Date, Weekday, date};

use super::testing::*;
use crate::ask::answer::Caveat;
use crate::ask::scope::ShootOutCounts;
use crate::ask::statement::*;
use crate::ask::{Answer, Scope, Statement, Value, Verdict, evaluate};
use crate::{Clock, StageKind, Table};

/// The evening between the quarter-finals and the semi-finals of 2022.
const EVENING: Date = date(2022, 12, 11);

fn minute(text: &str) -> Option<Minutes> {
    let clock: Clock = text.parse().unwrap();
    Some(Minutes { from: clock, to: clock, tolerant: true })
}

fn says(answer: &Answer, verdict: Verdict, fact: &str) {
    assert_eq!(answer.verdict, verdict, "{answer:#?}");
    assert!(answer.answer.contains(fact), "`{fact}` is not in `{}`", answer.answer);
}

fn quarter_final() -> MatchRef {
    between("England", "France", world_cup_of("2022"))
}

fn final_of_2022() -> MatchRef {
    between("Argentina", "France", world_cup_of("2022"))
}

fn outcome(at: MatchRef, outcome: Outcome) -> Says {
    Says::Outcome { at, outcome: Some(outcome), strictness: Strictness::Unsaid }
}

fn goal(at: MatchRef, scorer: &str, minutes: Option<Minutes>) -> Says {
    Says::Goal { at, scorer: Some(person(scorer)), minutes, kind: None, order: None, count: None }
}

fn occasion(feat: Feat, whose: Option<Subject>, occurrence: Occurrence) -> Says {
    Says::Occasion { feat, whose, occurrence, when: When::default(), since: None, prospective: false }
}

fn first_since(whose: &str, by: &str, year_of: i16, prospective: bool) -> Says {
    Says::Occasion {
        feat: Feat::RetainTitle(world_cup()),
        whose: side(whose),
        occurrence: Occurrence::First,
        when: When::default(),
        since: Some((side(by), year(year_of))),
        prospective,
    }
}

fn tally(what: Countable, whose: Subject, count: Option<u32>) -> Says {
    Says::Tally { what, whose, against: None, count }
}

fn best(record: Record) -> Says {
    Says::Superlative { record, holder: None, own: false, value: None }
}

fn counted(answer: &Answer) -> (u32, bool) {
    match answer.value {
        Some(Value::Count { count, at_least }) => (count, at_least),
        _ => panic!("no count: {answer:#?}"),
    }
}

#[test]
fn a_shoot_out_is_a_draw_unless_the_loose_reading_is_meant() {
    let st_etienne = || between("England", "Argentina", world_cup_of("1998"));
    let answer = ask(outcome(st_etienne(), Outcome::Won));
    says(&answer, Verdict::Contradicted, "No: 2-2 after extra time; Argentina went through 4-3 on penalties");
    let loose = ask(outcome(between("Argentina", "England", world_cup_of("1998")), Outcome::Won));
    assert_eq!(loose.verdict, Verdict::RecordDiffers);
    assert_eq!(loose.alternatives[0].verdict, Verdict::Confirmed);
    let beaten = ask(outcome(st_etienne(), Outcome::Lost));
    assert_eq!(beaten.verdict, Verdict::RecordDiffers, "beaten by Argentina, in a shoot-out");
    let through = Says::Outcome { at: st_etienne(), outcome: Some(Outcome::Lost), strictness: Strictness::OnPenalties };
    assert_eq!(ask(through).verdict, Verdict::Confirmed);
    assert_eq!(ask(outcome(st_etienne(), Outcome::Drew)).verdict, Verdict::Confirmed);
}

#[test]
fn a_denied_statement_is_judged_as_made() {
    let says = outcome(between("England", "Argentina", world_cup_of("1998")), Outcome::Won);
    let statement = Statement { says, denied: true, scope: Scope::default() };
    let answer = evaluate(&record().latest(), &statement);
    assert_eq!((answer.verdict, answer.value), (Verdict::Confirmed, Some(Value::Truth(true))));
    assert!(answer.reading.starts_with("not: "));
}

#[test]
fn scores_are_told_from_each_other() {
    let score = |score, point| ask(Says::Score { at: final_of_2022(), score: Some(score), point });
    assert_eq!(score((3, 3), ScoreAt::End).verdict, Verdict::Confirmed);
    let ninety = score((2, 2), ScoreAt::End);
    assert_eq!(ninety.verdict, Verdict::RecordDiffers);
    assert_eq!(ninety.alternatives[0].reading, "the score after ninety minutes");
    assert_eq!(score((4, 2), ScoreAt::End).verdict, Verdict::RecordDiffers, "the shoot-out");
    assert_eq!(score((4, 2), ScoreAt::ShootOut).verdict, Verdict::Confirmed);
    assert_eq!(score((2, 0), ScoreAt::HalfTime).verdict, Verdict::Confirmed);
    says(&score((3, 2), ScoreAt::Sometime), Verdict::Confirmed, "from 108'");
    assert_eq!(score((2, 3), ScoreAt::Sometime).verdict, Verdict::Contradicted);
    assert_eq!(score((3, 0), ScoreAt::End).verdict, Verdict::Contradicted);
    let asked = ask(Says::Score { at: quarter_final(), score: None, point: ScoreAt::HalfTime });
    assert_eq!(asked.value, Some(Value::Score(0, 1)));
    let turned = ask(Says::Score { at: quarter_final(), score: Some((2, 1)), point: ScoreAt::End });
    assert_eq!(turned.verdict, Verdict::Contradicted, "the other side won");
    let named = MatchRef { either: true, ..quarter_final() };
    let told = ask(Says::Score { at: named, score: Some((2, 1)), point: ScoreAt::End });
    assert_eq!(told.verdict, Verdict::RecordDiffers, "the teams only name the match");
}

#[test]
fn a_goal_is_sought_by_scorer_minute_and_place() {
    assert_eq!(ask(goal(quarter_final(), "Olivier Giroud", minute("78"))).verdict, Verdict::Confirmed);
    assert_eq!(ask(goal(quarter_final(), "Olivier Giroud", minute("79"))).verdict, Verdict::Rounding);
    let wrong = ask(goal(quarter_final(), "Olivier Giroud", minute("64")));
    says(&wrong, Verdict::Contradicted, "Olivier Giroud 78'");
    let other = ask(goal(quarter_final(), "Olivier Giroud", minute("17")));
    assert_eq!(other.verdict, Verdict::Contradicted, "he did score, at another minute");
    let swapped = ask(goal(quarter_final(), "Kylian Mbappé", minute("17")));
    assert_eq!(swapped.verdict, Verdict::NotInRecord, "the minute is another's goal");
    assert_eq!(ask(goal(quarter_final(), "Kylian Mbappé", None)).verdict, Verdict::Contradicted);
    let stranger = ask(goal(quarter_final(), "Lionel Messi", None));
    assert_eq!(stranger.verdict, Verdict::NotInRecord, "he plays for neither side");
    let in_order = |order| {
        let at = MatchRef { team: Some(team("France")), opponent: Some(team("England")), ..quarter_final() };
        ask(Says::Goal { at, scorer: None, minutes: None, kind: None, order: Some(order), count: None }).value
    };
    assert_eq!(in_order(GoalOrder::Opener), Some(Value::Person(person("Aurélien Tchouaméni"))));
    assert_eq!(in_order(GoalOrder::Winner), Some(Value::Person(person("Olivier Giroud"))));
    let three = |count| {
        let scorer = Some(person("Kylian Mbappé"));
        let says =
            Says::Goal { at: final_of_2022(), scorer, minutes: None, kind: None, order: None, count: Some(count) };
        ask(says).verdict
    };
    assert_eq!((three(3), three(2)), (Verdict::Confirmed, Verdict::Contradicted), "his shoot-out kick is no goal");
    let hurst = Says::Goal {
        at: MatchRef { stage: Some(StageKind::Final), when: year(1966), ..MatchRef::default() },
        scorer: None,
        minutes: None,
        kind: None,
        order: None,
        count: Some(3),
    };
    assert_eq!(ask_in(hurst, at(world_cup())).value, Some(Value::Person(person("Geoff Hurst"))));
    // The opponent alone is named: the match is one of the scorer's team.
    let senegal = MatchRef { opponent: Some(team("Senegal")), ..MatchRef::default() };
    assert_eq!(ask(goal(senegal, "Harry Kane", minute("45+3"))).verdict, Verdict::Confirmed);
}

#[test]
fn a_minute_the_sources_differ_on_is_right_either_way() {
    for said in ["108", "109"] {
        let answer = ask(goal(final_of_2022(), "Lionel Messi", minute(said)));
        assert_eq!(answer.verdict, Verdict::Confirmed, "{said}");
        assert!(answer.caveats.iter().any(|caveat| matches!(caveat, Caveat::Conflicting(_))), "{answer:#?}");
    }
    // Added time folded into the last minute of its half is the same minute.
    let folded = between("Saudi Arabia", "Argentina", world_cup_of("2022"));
    assert_eq!(ask(goal(folded, "Salem Al-Dawsari", minute("53"))).verdict, Verdict::Confirmed);
    let taremi = between("Iran", "England", world_cup_of("2022"));
    assert_eq!(ask(goal(taremi, "Mehdi Taremi", minute("90"))).verdict, Verdict::Confirmed);
}

#[test]
fn kanes_two_penalties_are_told_apart() {
    let kane = |fate, minutes, given| {
        ask(Says::Penalty {
            at: quarter_final(),
            taker: Some(person("Harry Kane")),
            keeper: Some(person("Hugo Lloris")),
            fate: Some(fate),
            minutes,
            given,
            count: None,
        })
    };
    says(&kane(PenaltyFate::Missed, minute("84"), minute("82")), Verdict::Confirmed, "penalty off target, given 82'");
    assert_eq!(kane(PenaltyFate::Missed, minute("85"), None).verdict, Verdict::Rounding);
    says(&kane(PenaltyFate::Scored, minute("84"), None), Verdict::Contradicted, "54'");
    says(&kane(PenaltyFate::Saved, None, None), Verdict::Contradicted, "off target");
    let kicks = |fate| {
        let when = When { edition: Some(world_cup_of("1994")), ..When::default() };
        let at = MatchRef { when, ..MatchRef::default() };
        let taker = Some(person("Roberto Baggio"));
        ask(Says::ShootOutKick { at, taker, order: Some(5), last: true, fate: Some(fate) }).verdict
    };
    assert_eq!(
        (kicks(PenaltyFate::OffTarget), kicks(PenaltyFate::Scored)),
        (Verdict::Confirmed, Verdict::Contradicted)
    );
}

#[test]
fn a_count_over_incomplete_tables_is_a_lower_bound() {
    let missed = |player_name, scope, count, day| {
        ask_on(tally(Countable::PenaltiesMissed, player(player_name), count), scope, day)
    };
    let at_world_cups = || at(world_cup());
    assert_eq!(counted(&missed("Harry Kane", at_world_cups(), None, date(2022, 12, 31))), (1, false));
    assert_eq!(missed("Harry Kane", at_world_cups(), Some(2), date(2022, 12, 31)).verdict, Verdict::Contradicted);
    let before = missed("Harry Kane", at_world_cups(), None, date(2022, 12, 9));
    assert_eq!(counted(&before), (0, false), "not yet taken");
    // The missed penalties of 2026 are not complete.
    assert_eq!(counted(&missed("Harry Kane", at_world_cups(), None, Date::MAX)), (1, true));
    assert_eq!(missed("Harry Kane", at_world_cups(), Some(1), Date::MAX).verdict, Verdict::NotInRecord);
    assert_eq!(missed("Harry Kane", at_world_cups(), Some(0), Date::MAX).verdict, Verdict::Contradicted);
    let beckham = missed("David Beckham", Scope::default(), None, Date::MAX);
    let (count, at_least) = counted(&beckham);
    assert!(at_least && count == 2, "Istanbul 2003 and Lisbon 2004, and perhaps more: {beckham:#?}");
    let goals = ask(tally(Countable::Goals, player("Harry Kane"), Some(53)));
    assert_eq!(goals.verdict, Verdict::RecordDiffers);
    assert!(goals.caveats.iter().any(|caveat| matches!(caveat, Caveat::Note(note) if note.contains("World Cup"))));
}

#[test]
fn titles_and_finals_are_counted_with_predecessors_if_the_scope_says_so() {
    let brazil = ask_in(tally(Countable::Titles, side("Brazil").unwrap(), Some(5)), at(world_cup()));
    says(&brazil, Verdict::Confirmed, "1958, 1962, 1970, 1994 and 2002");
    let germany = |predecessors| {
        let scope = Scope { predecessors, ..at(world_cup()) };
        counted(&ask_in(tally(Countable::Finals, side("Germany").unwrap(), None), scope)).0
    };
    assert_eq!((germany(true), germany(false)), (8, 2));
    let west = ask_in(tally(Countable::Titles, side("West Germany").unwrap(), None), at(world_cup()));
    assert_eq!(counted(&west).0, 3, "its successor's title is not its own");
}

#[test]
fn retaining_the_world_cup() {
    let retain = || Feat::RetainTitle(world_cup());
    assert_eq!(ask(occasion(retain(), None, Occurrence::Last)).value, Some(Value::Year("1962".into())));
    assert_eq!(ask(occasion(retain(), None, Occurrence::First)).value, Some(Value::Year("1938".into())));
    for prospective in [true, false] {
        let could = ask_on(first_since("France", "Brazil", 1962, prospective), Scope::default(), EVENING);
        says(&could, Verdict::Confirmed, "are still in it");
        let wrong = ask_on(first_since("France", "Italy", 1938, prospective), Scope::default(), EVENING);
        says(&wrong, Verdict::Contradicted, "Brazil, World Cup 1962");
        let after = ask(first_since("France", "Brazil", 1962, prospective));
        says(&after, Verdict::Contradicted, "Argentina won the World Cup 2022");
    }
    let out = ask_on(first_since("England", "Brazil", 1962, true), Scope::default(), EVENING);
    says(&out, Verdict::Contradicted, "do not hold");
    assert_eq!(ask(occasion(retain(), side("Brazil"), Occurrence::LastOfAll)).verdict, Verdict::Confirmed);
    assert_eq!(ask(occasion(retain(), side("Italy"), Occurrence::LastOfAll)).verdict, Verdict::Contradicted);
    assert_eq!(ask(occasion(retain(), side("Brazil"), Occurrence::OnlyOfAll)).verdict, Verdict::Contradicted);
}

#[test]
fn first_only_never_and_the_nth_time() {
    let win = || Feat::WinTitle(world_cup());
    assert_eq!(ask(occasion(win(), side("Italy"), Occurrence::First)).value, Some(Value::Year("1934".into())));
    assert_eq!(ask(occasion(win(), side("Uruguay"), Occurrence::FirstOfAll)).verdict, Verdict::Confirmed);
    says(&ask(occasion(win(), side("Italy"), Occurrence::FirstOfAll)), Verdict::Contradicted, "Uruguay");
    assert_eq!(ask(occasion(win(), side("England"), Occurrence::Only)).verdict, Verdict::Confirmed);
    assert_eq!(ask(occasion(win(), side("France"), Occurrence::Only)).verdict, Verdict::Contradicted);
    assert_eq!(ask(occasion(win(), side("Netherlands"), Occurrence::Never)).verdict, Verdict::Confirmed);
    says(&ask(occasion(win(), side("Spain"), Occurrence::Never)), Verdict::Contradicted, "Spain, World Cup 2010");
    let before = ask_on(occasion(win(), side("Spain"), Occurrence::Never), Scope::default(), date(2010, 7, 10));
    assert_eq!(before.verdict, Verdict::Confirmed);
    let third = ask_in(occasion(Feat::LoseShootOut, side("England"), Occurrence::Nth(3)), at(world_cup()));
    assert_eq!(third.value, Some(Value::Date(date(2006, 7, 1))));
    let since = |year_of| {
        let since = Some((None, year(year_of)));
        let feat = Feat::WinTitle(world_cup());
        let occurrence = Occurrence::First;
        ask(Says::Occasion { feat, whose: side("Argentina"), occurrence, when: year(2022), since, prospective: false })
            .verdict
    };
    assert_eq!((since(1986), since(1978)), (Verdict::Confirmed, Verdict::Contradicted));
    let african = Scope { confederation: Some("CAF".into()), ..Scope::default() };
    let morocco = |team_name| {
        let feat = Feat::ReachStage(world_cup(), StageKind::SemiFinal);
        ask_in(occasion(feat, side(team_name), Occurrence::First), african.clone()).verdict
    };
    assert_eq!(morocco("Morocco"), Verdict::Confirmed);
    assert_eq!(morocco("Ghana"), Verdict::Contradicted);
}

#[test]
fn what_the_record_does_not_hold_is_not_denied() {
    // Friendlies and most qualifiers are not in the built-in record.
    let never = ask(occasion(Feat::Beat(Some(team("Brazil"))), side("England"), Occurrence::Never));
    assert_eq!(never.verdict, Verdict::NotInRecord, "they have, in friendlies: {never:#?}");
    let only = ask(outcome(
        MatchRef { team: Some(team("England")), opponent: Some(team("Morocco")), ..MatchRef::default() },
        Outcome::Won,
    ));
    assert_eq!(only.verdict, Verdict::NotInRecord);
    let never_met = ask(outcome(between("England", "Brazil", world_cup_of("2022")), Outcome::Won));
    says(&never_met, Verdict::NotInRecord, "did not meet");
    let miss = ask_in(occasion(Feat::MissPenalty, Some(player("Michel Platini")), Occurrence::Never), at(world_cup()));
    assert_eq!(miss.verdict, Verdict::NotInRecord);
    assert!(miss.caveats.contains(&Caveat::Incomplete(Table::MissedPenalties)), "{miss:#?}");
    let all = Says::HeadToHead {
        team: team("England"),
        opponent: team("France"),
        played: Some(31),
        won: None,
        drawn: None,
        lost: None,
    };
    assert_eq!(ask(all).verdict, Verdict::RecordDiffers);
    let captain = ask(Says::Role { at: quarter_final(), role: Role::Captain, person: Some(person("Harry Kane")) });
    assert_eq!(captain.verdict, Verdict::NotInRecord);
}

#[test]
fn meetings_are_counted_by_outcome() {
    let meetings = |one: &str, other: &str, said: [Option<u16>; 4], shoot_out| {
        let [played, won, drawn, lost] = said;
        let says = Says::HeadToHead { team: team(one), opponent: team(other), played, won, drawn, lost };
        ask_in(says, Scope { shoot_out, ..at(world_cup()) })
    };
    let draw = ShootOutCounts::Draw;
    let right = meetings("England", "Argentina", [Some(5), Some(3), Some(1), Some(1)], draw);
    assert_eq!(right.verdict, Verdict::Confirmed);
    let loose = meetings("England", "Argentina", [Some(5), Some(3), Some(0), Some(2)], draw);
    assert_eq!(loose.verdict, Verdict::RecordDiffers);
    assert_eq!(loose.alternatives[0].reading, "a shoot-out counts as a win");
    assert_eq!(meetings("England", "Argentina", [Some(7), None, None, None], draw).verdict, Verdict::Contradicted);
    assert_eq!(meetings("Germany", "England", [Some(5), None, None, None], draw).verdict, Verdict::Confirmed);
}

#[test]
fn superlatives_name_every_holder() {
    let wins = ask_in(best(Record::BiggestWin), at(world_cup()));
    says(&wins, Verdict::Confirmed, "Hungary 10-1 El Salvador");
    assert_eq!(wins.evidence.len(), 3, "9-0 twice, and 10-1");
    says(&ask_in(best(Record::MostGoalsInMatch), at(world_cup())), Verdict::Confirmed, "Austria 7-5 Switzerland");
    says(&ask_in(best(Record::TopScorer), at(world_cup())), Verdict::Confirmed, "16 goals: Miroslav Klose");
    says(&ask_in(best(Record::MostTitles), at(world_cup())), Verdict::Confirmed, "5 titles: Brazil");
    says(&ask_in(best(Record::OldestScorer), at(world_cup())), Verdict::Confirmed, "Roger Milla");
    let holder = |record, name, value| {
        ask_in(Says::Superlative { record, holder: Some(player(name)), own: false, value }, at(world_cup())).verdict
    };
    assert_eq!(holder(Record::YoungestScorer, "Pelé", Some(17)), Verdict::Confirmed);
    assert_eq!(holder(Record::YoungestScorer, "Michael Owen", None), Verdict::Contradicted);
    // Eleven seconds: the record has no seconds, and others scored in the first minute.
    assert_eq!(holder(Record::EarliestGoal, "Hakan Şükür", None), Verdict::Rounding);
    assert_eq!(holder(Record::EarliestGoal, "Bryan Robson", None), Verdict::Rounding);
    assert_eq!(holder(Record::EarliestGoal, "Harry Kane", None), Verdict::Contradicted);
    let held = Says::Superlative { record: Record::BiggestWin, holder: side("England"), own: false, value: None };
    let held = ask_in(held, at(world_cup()));
    assert_eq!((held.verdict, held.alternatives[0].verdict), (Verdict::RecordDiffers, Verdict::Confirmed));
    assert!(held.alternatives[0].answer.contains("England 6-1 Panama"));
    let own = Says::Superlative { record: Record::BiggestWin, holder: side("England"), own: true, value: None };
    says(&ask_in(own, at(world_cup())), Verdict::Confirmed, "5 goals: England 6-1 Panama");
    let crowd = ask_in(best(Record::HighestAttendance), at(world_cup()));
    assert_eq!(crowd.verdict, Verdict::NotInRecord);
}

#[test]
fn runs_end_where_they_were_ended() {
    let run = |team_name: Option<&str>, kind, which, day| {
        let says = Says::Streak { team: team_name.map(team), kind, which, length: None };
        ask_on(says, at(world_cup()), day)
    };
    let longest = run(None, StreakKind::Unbeaten, StreakWhich::Longest, EVENING);
    says(&longest, Verdict::Confirmed, "Brazil: 13 matches without defeat, 8 June 1958 to 12 July 1966");
    let winning = run(Some("Brazil"), StreakKind::Winning, StreakWhich::Longest, EVENING);
    assert_eq!(counted(&winning).0, 11);
    assert!(winning.reason.unwrap().contains("Brazil 0-1 France"));
    let now = run(Some("France"), StreakKind::Unbeaten, StreakWhich::Current, EVENING);
    assert_eq!(counted(&now).0, 2, "beaten by Tunisia in the group");
    assert!(now.reason.unwrap().contains("Tunisia 1-0 France"));
    let earlier = run(Some("France"), StreakKind::Unbeaten, StreakWhich::Current, date(2022, 11, 29));
    assert!(counted(&earlier).0 > 2);
    let none = run(Some("France"), StreakKind::CleanSheets, StreakWhich::Current, EVENING);
    assert_eq!(counted(&none).0, 0);
    let claim = Says::Streak {
        team: Some(team("France")),
        kind: StreakKind::Unbeaten,
        which: StreakWhich::Current,
        length: Some(9),
    };
    assert_eq!(ask(claim).verdict, Verdict::RecordDiffers, "friendlies are not in the record");
}

#[test]
fn stages_are_known_as_they_are_reached() {
    let reached = |team_name, stage, exactly, day| {
        let (team, edition) = (Some(team(team_name)), Some(world_cup_of("2022")));
        ask_on(Says::StageReached { team, edition, stage, exactly }, Scope::default(), day)
    };
    let semi = Some(StageKind::SemiFinal);
    assert_eq!(reached("France", semi, false, EVENING).verdict, Verdict::Confirmed);
    assert_eq!(reached("France", Some(StageKind::Final), false, EVENING).verdict, Verdict::NotInRecord);
    assert_eq!(reached("England", semi, false, EVENING).verdict, Verdict::Contradicted);
    assert_eq!(reached("England", Some(StageKind::QuarterFinal), true, EVENING).verdict, Verdict::Confirmed);
    assert_eq!(reached("Croatia", semi, true, Date::MAX).verdict, Verdict::Confirmed, "third in the end");
    assert_eq!(reached("Argentina", Some(StageKind::Final), true, Date::MAX).verdict, Verdict::Contradicted, "won it");
    assert_eq!(reached("Germany", Some(StageKind::RoundOf16), false, EVENING).verdict, Verdict::Contradicted);
    assert_eq!(reached("Italy", Some(StageKind::Group), false, EVENING).verdict, Verdict::Contradicted, "not there");
    // Mexico had won a group; best third-placed teams were not known before the last groups were over.
    let through = |team_name| {
        let (team, edition) = (Some(team(team_name)), Some(world_cup_of("1994")));
        let stage = Some(StageKind::RoundOf16);
        ask_on(Says::StageReached { team, edition, stage, exactly: false }, Scope::default(), date(1994, 6, 29)).verdict
    };
    assert_eq!(through("Mexico"), Verdict::Confirmed);
    assert_eq!(through("Italy"), Verdict::NotInRecord);
    let four = Says::StageReached { team: None, edition: Some(world_cup_of("2022")), stage: semi, exactly: false };
    assert!(matches!(ask_on(four, Scope::default(), EVENING).value, Some(Value::Teams(teams)) if teams.len() == 4));
    let of_1950 = Says::StageReached {
        team: Some(team("Brazil")),
        edition: Some(world_cup_of("1950")),
        stage: Some(StageKind::Final),
        exactly: false,
    };
    assert_eq!(ask(of_1950).verdict, Verdict::RecordDiffers, "a final pool, no final");
}

#[test]
fn the_next_opponent_is_known_before_the_match_is() {
    let next = |opponent: Option<&str>, day| {
        let (team, opponent) = (team("France"), opponent.map(team));
        ask_on(
            Says::NextMatch { team, after: None, opponent, when: When::default(), stage: None },
            Scope::default(),
            day,
        )
    };
    assert_eq!(next(None, date(2022, 12, 10)).value, Some(Value::Team(team("Morocco"))));
    assert_eq!(next(Some("Morocco"), date(2022, 12, 10)).verdict, Verdict::Confirmed);
    assert_eq!(next(Some("Portugal"), date(2022, 12, 10)).verdict, Verdict::Contradicted);
    assert_eq!(next(None, date(2022, 12, 15)).value, Some(Value::Team(team("Argentina"))));
    assert_eq!(next(None, date(2022, 12, 31)).verdict, Verdict::NotInRecord);
    let score = ask_on(
        Says::Score {
            at: between("France", "Morocco", world_cup_of("2022")),
            score: Some((2, 0)),
            point: ScoreAt::End,
        },
        Scope::default(),
        EVENING,
    );
    says(&score, Verdict::NotInRecord, "is to be played on 14 December 2022");
}

#[test]
fn group_places_are_recorded_or_derived() {
    let place = |team_name: Option<&str>, position, day| {
        let (team, edition) = (team_name.map(team), Some(world_cup_of("2022")));
        ask_on(Says::GroupPosition { team, edition, group: Some("B".into()), position }, Scope::default(), day)
    };
    assert_eq!(place(Some("England"), Some(1), EVENING).verdict, Verdict::Confirmed);
    assert_eq!(place(Some("Wales"), Some(3), EVENING).verdict, Verdict::Contradicted);
    assert_eq!(place(None, Some(2), EVENING).value, Some(Value::Team(team("United States"))));
    let on_the_way = place(Some("England"), Some(1), date(2022, 11, 26));
    assert_eq!(on_the_way.verdict, Verdict::Confirmed);
    assert!(on_the_way.answer.contains("so far"));
    assert_eq!(place(Some("England"), Some(2), date(2022, 11, 26)).verdict, Verdict::NotInRecord, "not over");
}

#[test]
fn honours_change_hands_on_the_day() {
    let holders = |team_name, day| {
        let (team, honour, competition) = (Some(team(team_name)), Honour::Holders, Some(world_cup()));
        ask_on(Says::Honours { team, honour, competition, edition: None }, Scope::default(), day).verdict
    };
    assert_eq!(holders("France", date(2022, 12, 17)), Verdict::Confirmed);
    assert_eq!(holders("France", date(2022, 12, 18)), Verdict::Contradicted);
    assert_eq!(holders("Argentina", date(2022, 12, 18)), Verdict::Confirmed);
    let of =
        |honour, edition| ask(Says::Honours { team: None, honour, competition: None, edition: Some(edition) }).value;
    let england = Some(Value::Team(team("England")));
    assert_eq!(of(Honour::RunnersUp, edition(euro(), "2020")), england);
    assert_eq!(of(Honour::Hosts, world_cup_of("1966")), england);
    assert_eq!(of(Honour::Champions, world_cup_of("1966")), england);
    let hosts = of(Honour::Hosts, world_cup_of("2002"));
    assert!(matches!(hosts, Some(Value::Teams(teams)) if teams.len() == 2));
    let early = Says::Honours {
        team: Some(team("England")),
        honour: Honour::Champions,
        competition: None,
        edition: Some(world_cup_of("2022")),
    };
    says(&ask_on(early, Scope::default(), EVENING), Verdict::Contradicted, "are out");
}

#[test]
fn places_contain_each_other_and_days_turn_with_the_zone() {
    let venue = |place: &str| ask(Says::Venue { at: quarter_final(), place: Some(place.into()) }).verdict;
    assert_eq!(venue("Al Bayt Stadium"), Verdict::Confirmed);
    assert_eq!(venue("Al Khor"), Verdict::Confirmed);
    assert_eq!(venue("Qatar"), Verdict::Rounding);
    assert_eq!(venue("Lusail"), Verdict::Contradicted);
    assert_eq!(venue("Atlantis"), Verdict::NotInRecord);
    let day = |weekday, zone| ask(Says::Date { at: quarter_final(), date: None, weekday: Some(weekday), zone }).verdict;
    assert_eq!(day(Weekday::Saturday, None), Verdict::Confirmed);
    assert_eq!(day(Weekday::Sunday, Some(13 * 60)), Verdict::Rounding, "08:00 in New Zealand");
    assert_eq!(day(Weekday::Sunday, None), Verdict::Rounding);
    assert_eq!(day(Weekday::Friday, None), Verdict::Contradicted);
    let asked = ask(Says::Date { at: quarter_final(), date: None, weekday: None, zone: None });
    assert_eq!(asked.value, Some(Value::Date(date(2022, 12, 10))));
    let at = MatchRef { when: When { date: Some(EVENING), ..When::default() }, ..quarter_final() };
    assert_eq!(ask(outcome(at, Outcome::Lost)).verdict, Verdict::Rounding, "the date of another zone");
}

#[test]
fn who_stood_where() {
    let role = |role, name: &str| ask(Says::Role { at: quarter_final(), role, person: Some(person(name)) }).verdict;
    assert_eq!(role(Role::Manager, "Gareth Southgate"), Verdict::Confirmed);
    assert_eq!(role(Role::Manager, "Zlatko Dalić"), Verdict::Contradicted);
    assert_eq!(role(Role::Keeper, "Jordan Pickford"), Verdict::Confirmed);
    assert_eq!(role(Role::Keeper, "Hugo Lloris"), Verdict::RecordDiffers, "of the other side");
    let red = Says::Card {
        at: between("England", "Argentina", world_cup_of("1998")),
        player: Some(person("David Beckham")),
        card: CardKind::SentOff,
        minutes: minute("47"),
    };
    assert_eq!(ask(red).verdict, Verdict::Confirmed);
    let nobody = Says::Card { at: quarter_final(), player: None, card: CardKind::SentOff, minutes: None };
    says(&ask(nobody), Verdict::Contradicted, "No sendings-off");
}

#[test]
fn every_answer_names_its_sources_and_its_scope() {
    for says in [
        outcome(quarter_final(), Outcome::Lost),
        goal(quarter_final(), "Harry Kane", None),
        occasion(Feat::RetainTitle(world_cup()), None, Occurrence::Last),
        best(Record::TopScorer),
        tally(Countable::Wins, side("England").unwrap(), None),
    ] {
        let answer = ask_in(says, at(world_cup()));
        assert!(!answer.evidence.is_empty() && answer.evidence.len() <= 20, "{answer:#?}");
        assert!(answer.evidence.iter().all(|row| !row.sources.is_empty()), "{answer:#?}");
        let scope = super::describe(&answer.scope, &record().latest());
        assert!(scope.contains("World Cup") && scope.contains("shoot-out counts as a draw"), "{scope}");
    }
}
