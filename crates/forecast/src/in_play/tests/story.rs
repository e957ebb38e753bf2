//! Matches told.

use super::super::*;
use super::*;

fn event(minute: u8, added: u8, kind: Kind) -> Event {
    Event { clock: Clock { minute, added }, kind }
}

fn quarter_final() -> (Rates, Rules, Vec<Event>) {
    let rates = Rates { covariance: Some([[0.02, 0.0], [0.0, 0.02]]), ..Rates::new(1.25, 1.45) };
    let rules = Rules { day: QUARTER_FINAL, neutral: true, tie: Some(Tie::default()), penalty: None };
    let events = vec![
        event(17, 0, Kind::Goal(Side::Away)),
        event(45, 3, Kind::HalfTime),
        event(54, 0, Kind::PenaltyScored(Side::Home)),
        event(78, 0, Kind::Goal(Side::Away)),
        event(84, 0, Kind::PenaltyMissed(Side::Home)),
        event(90, 0, Kind::Announced(8)),
        event(90, 10, Kind::FullTime),
    ];
    (rates, rules, events)
}

#[test]
fn england_france_2022() {
    let (rates, rules, events) = quarter_final();
    let told = replay(&Parameters::shipped(), rates, rules, &events).unwrap();
    let [giroud_before, scored, giroud, missed] = &told.worth[..] else { panic!("{:?}", told.worth) };
    assert_eq!((giroud_before.side, giroud.side), (Side::Away, Side::Away));
    let kick = missed.penalty.unwrap();
    assert_eq!((missed.event, missed.clock.to_string().as_str(), missed.measure), (4, "84", Measure::Through));
    assert!(kick.awarded.value > missed.before.value && missed.before.value > kick.missed.value);
    assert!(kick.scored.value > kick.awarded.value);
    assert_eq!(missed.after, kick.missed);
    // An equaliser with some fourteen minutes left moves about .08 to .50 between equal sides; England were the weaker.
    assert!((0.05..0.12).contains(&missed.before.value), "{missed:?}");
    assert!((0.40..0.52).contains(&kick.scored.value), "{kick:?}");
    let mixed = 0.78 * kick.scored.value + 0.22 * kick.missed.value;
    assert!((kick.awarded.value - mixed).abs() < 1e-9);
    assert!(kick.worth.high < -0.2 && kick.worth.low > -0.45, "{:?}", kick.worth);
    let first = scored.penalty.unwrap();
    assert!(first.scored == scored.after && scored.worth.low > 0.1);
    for worth in &told.worth {
        assert!(worth.before.low < worth.before.value && worth.before.value < worth.before.high);
    }
    let last = told.curve.last().unwrap();
    assert_eq!((last.chances.win, last.chances.through), ([0.0, 0.0, 1.0], Some([0.0, 1.0])));
    assert_eq!(last.played, 45.0 + 3.0 + 45.0 + 10.0);
    let award = told.curve.iter().find(|point| point.moment == Moment::Award(4)).unwrap();
    assert_eq!(award.clock, Clock::minute(82));
    // Every minute once: kick-off, 48 of the first half, 55 of the second.
    assert_eq!(told.curve.iter().filter(|point| point.moment == Moment::Minute).count(), 1 + 48 + 55);
}

#[test]
fn a_final_to_the_last_kick() {
    // World Cup final 1998-style rules do not apply: extra time in full, level at 3-3, as in 2022.
    let rules = Rules { day: 19_344, neutral: true, tie: Some(Tie::default()), penalty: None };
    let events = [
        event(23, 0, Kind::PenaltyScored(Side::Home)),
        event(36, 0, Kind::Goal(Side::Home)),
        event(45, 7, Kind::HalfTime),
        event(80, 0, Kind::PenaltyScored(Side::Away)),
        event(81, 0, Kind::Goal(Side::Away)),
        event(90, 8, Kind::FullTime),
        event(105, 2, Kind::ExtraHalfTime),
        event(108, 0, Kind::Goal(Side::Home)),
        event(116, 0, Kind::PenaltyAwarded(Side::Away)),
        event(118, 0, Kind::PenaltyScored(Side::Away)),
        event(120, 3, Kind::ExtraTimeEnd),
        event(120, 3, Kind::ShootOut(Side::Home)),
    ];
    let told = replay(&Parameters::shipped(), Rates::new(1.3, 1.3), rules, &events).unwrap();
    assert_eq!(told.worth.len(), 6);
    let third = &told.worth[4];
    assert!(third.after.value > 0.85 && (third.before.value - 0.5).abs() < 1e-6, "{third:?}");
    let late = told.worth[5].penalty.unwrap();
    assert!(late.scored.value > 0.45 && late.missed.value < 0.06, "{late:?}");
    let ends: Vec<_> = told.curve.iter().rev().take(2).map(|point| point.chances).collect();
    assert_eq!(ends[0].through, Some([1.0, 0.0]));
    assert_eq!(ends[1].through, Some([0.5, 0.5]));
    assert_eq!(ends[0].win, [0.0, 1.0, 0.0]);
}

#[test]
fn a_sending_off_costs_its_side() {
    let rules = Rules { day: DAY, ..Rules::default() };
    let events = [event(30, 0, Kind::RedCard(Side::Home)), event(60, 0, Kind::Now)];
    let told = replay(&Parameters::shipped(), Rates::new(1.5, 1.1), rules, &events).unwrap();
    let red = told.worth[0];
    assert_eq!((red.side, red.measure, red.penalty), (Side::Home, Measure::Win, None));
    assert!(red.worth.high < -0.1 && red.worth.low > -0.4, "{red:?}");
    assert_eq!(told.curve.last().unwrap().clock, Clock::minute(60));
}

#[test]
fn golden_goals_end_it() {
    let tie = Tie { extra_time: Some(ExtraTime::GoldenGoal), ..Tie::default() };
    let rules = Rules { day: 11_140, neutral: true, tie: Some(tie), penalty: None };
    // France v Italy, final of the European Championship of 2000: 1-1, Trezeguet in the 103rd minute.
    let mut events = vec![
        event(55, 0, Kind::Goal(Side::Away)),
        event(90, 4, Kind::Goal(Side::Home)),
        event(90, 0, Kind::FullTime),
        event(103, 0, Kind::Goal(Side::Home)),
    ];
    let told = replay(&Parameters::shipped(), Rates::new(1.4, 1.1), rules, &events).unwrap();
    assert_eq!(told.worth[2].after.value, 1.0);
    assert_eq!(told.curve.last().unwrap().chances.win, [0.0, 1.0, 0.0]);
    events.push(event(105, 0, Kind::ExtraHalfTime));
    assert!(replay(&Parameters::shipped(), Rates::new(1.4, 1.1), rules, &events).is_ok());
    events[4].kind = Kind::Goal(Side::Away);
    assert!(matches!(
        replay(&Parameters::shipped(), Rates::new(1.4, 1.1), rules, &events),
        Err(ReplayError::Event { event: 4, .. })
    ));
}

#[test]
fn what_does_not_fit_is_refused() {
    let refused = |events: &[Event]| {
        let rules = Rules { day: DAY, ..Rules::default() };
        replay(&Parameters::shipped(), Rates::new(1.0, 1.0), rules, events).unwrap_err().to_string()
    };
    let goal = Kind::Goal(Side::Home);
    assert!(refused(&[event(30, 0, goal), event(20, 0, goal)]).contains("earlier"));
    assert!(refused(&[event(30, 2, goal)]).contains("no such minute"));
    assert!(refused(&[event(100, 0, goal)]).contains("knock-out"));
    assert!(refused(&[event(120, 0, Kind::ShootOut(Side::Home))]).contains("no knock-out"));
    assert!(refused(&[event(30, 0, Kind::FullTime)]).contains("another half"));
    let reds = [event(30, 0, Kind::RedCard(Side::Away)); 5];
    assert!(refused(&reds).contains("fifth"));
    let rates = InPlay::new(&Parameters::shipped(), Rates::new(f64::NAN, 1.0), Rules::default()).unwrap_err();
    assert!(matches!(rates, InPlayError::Rate { side: "first", .. }));
    let covariance = Rates { covariance: Some([[0.01, 0.5], [0.5, 0.01]]), ..Rates::new(1.0, 1.0) };
    assert_eq!(InPlay::new(&Parameters::shipped(), covariance, Rules::default()).unwrap_err(), InPlayError::Covariance);
    let mut parameters = Parameters::shipped();
    parameters.eras[0].lengths[1][3] += 0.2;
    assert!(matches!(
        InPlay::new(&parameters, Rates::new(1.0, 1.0), Rules::default()),
        Err(InPlayError::Parameter { name: "eras", .. })
    ));
}

#[test]
fn minutes_as_written() {
    let written = |period, elapsed| Clock::at(period, elapsed).to_string();
    assert_eq!(written(Period::FirstHalf, 44.5), "45");
    assert_eq!(written(Period::FirstHalf, 45.5), "45+1");
    assert_eq!(written(Period::SecondHalf, 38.5), "84");
    assert_eq!(written(Period::SecondHalf, 50.2), "90+6");
    assert_eq!(written(Period::ExtraSecond, 0.5), "106");
    for clock in [Clock::minute(1), Clock::minute(46), Clock::added(90, 7), Clock::added(105, 1), Clock::minute(120)] {
        assert_eq!(Clock::at(clock.period(), clock.elapsed()), clock);
        assert_eq!(Clock::at(clock.period(), clock.end()), clock);
    }
}

#[test]
fn parameters_survive_json() {
    let shipped = Parameters::shipped();
    let text = serde_json::to_string(&shipped).unwrap();
    assert_eq!(serde_json::from_str::<Parameters>(&text).unwrap(), shipped);
}
