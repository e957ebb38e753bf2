//! No text covers another or leaves the picture, whatever the input; no input panics; the SVG is well formed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests")]

mod support;

use byline_chart::*;
use proptest::prelude::*;

/// Every line of text lies within the picture and covers no other.
fn assert_clear(name: &str, scene: &Scene) {
    let texts = scene.texts();
    for (index, first) in texts.iter().enumerate() {
        assert!(scene.area().holds(&first.area()), "{name}: {:?} leaves the picture", first.content);
        for second in &texts[index + 1..] {
            let (one, other) = (first.area(), second.area());
            assert!(!one.overlaps(&other), "{name}: {:?} {one:?} covers {:?} {other:?}", first.content, second.content);
        }
    }
}

/// Tags nest, attributes are quoted, entities are known, numbers are numbers.
fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        assert!(!text.contains('>'), "stray > in {text:?}");
        assert_entities(text);
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        assert!(!tag.contains('<'), "{tag}");
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        assert_entities(tag);
        assert!(!tag.contains("NaN") && !tag.contains("inf"), "{tag}");
        if !tag.ends_with('/') {
            open.push(tag.split([' ', '\n']).next().unwrap());
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
}

fn assert_entities(text: &str) {
    for piece in text.split('&').skip(1) {
        assert!(["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| piece.starts_with(entity)), "{text}");
    }
}

#[test]
fn the_gallery_is_clear_and_well_formed() {
    for (name, scene) in support::gallery() {
        assert_clear(name, &scene);
        for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
            assert_well_formed(&scene.to_svg(theme));
        }
    }
}

#[test]
fn pictures_speak() {
    let svg = support::england_france().scene().unwrap().to_svg(Theme::Auto);
    for part in [
        "role=\"img\"",
        "<title id=",
        "<desc id=",
        "England 48% → 0%",
        "goal: Tchouaméni 17′ (France)",
        "Kane pen missed 84′ (England)",
    ] {
        assert!(svg.contains(part), "{part}");
    }
}

#[test]
fn mistakes_are_named() {
    let mut chart = support::england_france();
    chart.moments[3].win = [0.5, 0.5, 0.5];
    let said = chart.scene().unwrap_err().to_string();
    assert_eq!(said, "chances of home win, draw and away win, entry 3: the chances add up to 1.5, not to 1");
    chart = support::england_france();
    chart.moments[5].through = None;
    assert!(matches!(chart.scene(), Err(ChartError::Uneven { index: 5, found: 0, expected: 1, .. })));
    chart = support::england_france();
    chart.moments.swap(0, 9);
    assert!(matches!(chart.scene(), Err(ChartError::Unordered { index: 1, .. })));
    chart.moments.clear();
    assert!(matches!(chart.scene(), Err(ChartError::Empty { .. })));
    chart = support::england_france();
    chart.events[0].at = f64::NAN;
    assert!(matches!(chart.scene(), Err(ChartError::Outside { index: 0, .. })));

    let mut grid = support::poisson_grid("A", "B", [1.0, 1.0], 3, 3);
    grid.cells[1].pop();
    assert!(matches!(grid.scene(), Err(ChartError::Uneven { index: 1, found: 2, expected: 3, .. })));
    grid.cells = vec![Vec::new()];
    assert!(matches!(grid.scene(), Err(ChartError::Empty { .. })));
    grid.cells = vec![vec![0.7, 0.7]];
    assert!(matches!(grid.scene(), Err(ChartError::Sum { .. })));

    let mut ratings = support::ratings(&["A"], true);
    ratings.series[0].points[7].band = None;
    assert!(matches!(ratings.scene(), Err(ChartError::Uneven { index: 7, .. })));
    assert!(matches!(
        support::ratings(&["A"; 17], false).scene(),
        Err(ChartError::TooMany { count: 17, most: 16, .. })
    ));

    let mut reliability = support::reliability(&["A"]);
    reliability.models[0].bins[2].observed = f64::INFINITY;
    assert!(matches!(reliability.scene(), Err(ChartError::Outside { index: 2, .. })));
}

#[test]
fn many_models_and_teams_stay_clear() {
    let names: Vec<String> = (1..=16).map(|number| format!("Bosnia and Herzegovina under {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for count in [1, 2, 9, 16] {
        assert_clear("ratings", &support::ratings(&names[..count], true).scene().unwrap());
    }
    for count in 1..=12 {
        assert_clear("reliability", &support::reliability(&names[..count]).scene().unwrap());
    }
    for (rows, columns) in [(1, 1), (1, 12), (12, 1), (12, 12)] {
        let grid = support::poisson_grid(names[0], names[15], [2.0, 1.0], rows, columns);
        assert_clear("grid", &grid.scene().unwrap());
    }
}

#[test]
fn a_match_under_way_is_clear_at_every_minute() {
    for whole in [support::argentina_france(), support::crowded("Wolverhampton Wanderers", "Borussia Mönchengladbach")]
    {
        for now in 0..=95u32 {
            let mut chart = whole.clone();
            chart.moments.retain(|moment| moment.at <= f64::from(now));
            chart.events.retain(|event| event.at <= f64::from(now));
            assert_clear(&format!("minute {now}"), &chart.scene().unwrap());
        }
    }
}

#[test]
fn a_single_point_is_a_picture() {
    let mut chart = support::brazil_germany();
    chart.moments.truncate(1);
    assert_clear("one moment", &chart.scene().unwrap());
    for rating in [0.0, -1e7, 1e7, 1800.0] {
        let mut ratings = support::ratings(&["A"], false);
        ratings.series[0].points.truncate(1);
        ratings.series[0].points[0].rating = rating;
        assert_clear("one rating", &ratings.scene().unwrap());
    }
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("<&\">".to_owned()),
        Just("⚽️🏴󠁧󠁢󠁥󠁮󠁧󠁿 & 🇫🇷 <b>".to_owned()),
        Just("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch FC".to_owned()),
        Just("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z and so forth".to_owned()),
        Just(String::new()),
        "\\PC{0,60}",
        any::<String>(),
    ]
}

fn kinds() -> impl Strategy<Value = EventKind> {
    prop::sample::select(vec![
        EventKind::Goal,
        EventKind::OwnGoal,
        EventKind::PenaltyScored,
        EventKind::PenaltyMissed,
        EventKind::RedCard,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_match_is_clear(
        home in names(),
        away in names(),
        player in names(),
        happened in prop::collection::vec((0u32..=120, 0u32..9, kinds(), any::<bool>(), any::<bool>()), 0..20),
        long in any::<bool>(),
        through in any::<bool>(),
    ) {
        let mut clock = MatchClock::new([3.0, 8.0]);
        if long {
            clock = clock.extra_time([1.0, 2.0]).shoot_out(10);
        }
        let events: Vec<MatchEvent> = happened
            .into_iter()
            .map(|(minute, added, kind, home, short)| {
                let added = if minute % 45 == 0 { added } else { 0 };
                let written = if added > 0 { format!("{minute}+{added}") } else { minute.to_string() };
                let side = if home { Side::Home } else { Side::Away };
                support::event(&clock, &written, kind, side, if short { "Kane" } else { &player })
            })
            .collect();
        let moments = support::moments(&clock, &events, 0.0, through, clock.end());
        let caption = support::caption(&home, &player);
        let chart = WinProbability { caption, home, away, stake: player, clock, moments, events };
        let scene = chart.scene().unwrap();
        assert_clear("match", &scene);
        assert_well_formed(&scene.to_svg(Theme::Auto));
    }

    #[test]
    fn any_grid_is_clear(
        home in names(),
        away in names(),
        rows in 1usize..=12,
        columns in 1usize..=12,
        rates in prop::array::uniform2(0.01f64..8.0),
    ) {
        let scene = support::poisson_grid(&home, &away, rates, rows, columns).scene().unwrap();
        assert_clear("grid", &scene);
        assert_well_formed(&scene.to_svg(Theme::Auto));
    }

    #[test]
    fn any_history_is_clear(
        teams in prop::collection::vec(
            (names(), prop::collection::vec((-3000i32..60_000, -1e7f64..1e7), 1..9), any::<bool>()),
            1..=16,
        ),
        days in any::<bool>(),
    ) {
        let series = teams
            .into_iter()
            .map(|(name, mut points, background)| {
                points.sort_by_key(|point| point.0);
                let scale = if days { 1.0 } else { 0.1 };
                let points = points
                    .into_iter()
                    .map(|(at, rating)| RatingPoint { at: f64::from(at) * scale, rating, band: None })
                    .collect();
                RatingSeries { name, points, background }
            })
            .collect();
        let time = if days { TimeAxis::Days } else { TimeAxis::Years };
        let scene = RatingHistory { caption: Caption::default(), time, series }.scene().unwrap();
        assert_clear("history", &scene);
        assert_well_formed(&scene.to_svg(Theme::Auto));
    }

    #[test]
    fn any_numbers_give_a_picture_or_an_error(numbers in prop::collection::vec(any::<f64>(), 12)) {
        let clock = MatchClock::new([numbers[0], numbers[1]]);
        let mut chart = support::england_france();
        chart.clock = clock;
        chart.moments[0] = Moment { at: numbers[2], win: [numbers[3], numbers[4], numbers[5]], through: Some(numbers[6]) };
        let band = Some((numbers[7], numbers[8]));
        let mut ratings = support::ratings(&["A"], true);
        ratings.series[0].points[0] = RatingPoint { at: numbers[9], rating: numbers[10], band };
        let mut grid = support::poisson_grid("A", "B", [1.0, 1.0], 2, 2);
        grid.cells[0][1] = numbers[11];
        let mut reliability = support::reliability(&["A"]);
        reliability.models[0].calibration_error = numbers[0];
        let scenes = [chart.scene(), ratings.scene(), grid.scene(), reliability.scene()];
        for scene in scenes.into_iter().flatten() {
            assert_well_formed(&scene.to_svg(Theme::Auto));
        }
    }

    #[test]
    fn all_numbers_in_range_are_clear(chances in prop::collection::vec((0.0f64..=1.0, 0.0f64..=1.0, 0u64..u64::MAX), 1..40)) {
        let bins = chances
            .into_iter()
            .map(|(forecast, observed, count)| ReliabilityBin { forecast, observed, interval: (0.0, 1.0), count })
            .collect();
        let models = vec![ReliabilityModel { name: "A".into(), bins, calibration_error: 1.0 }];
        assert_clear("reliability", &Reliability { caption: Caption::default(), models }.scene().unwrap());
    }
}
