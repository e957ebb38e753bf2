//! Edition files: what must hold of any bytes. `crates/competition/tests/edition_seeds.rs` runs it over the seeds.

use byline_competition::{Edition, Facts, Situation};

/// What is read can be filled and ranked without facts; an error has a place in the file and fits on a screen.
pub(crate) fn edition(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Edition::read(&text) {
        Ok(edition) => {
            let situation = Situation::new(&edition, &Facts::default(), &[]);
            assert_eq!(situation.played.len(), edition.fixtures.len());
            for (stage, tables) in edition.stages.iter().zip(&situation.tables) {
                assert_eq!(stage.groups.len(), tables.len());
                for (group, table) in stage.groups.iter().zip(tables) {
                    assert_eq!(group.entrants.len(), table.ranking.order.len());
                }
            }
            for (number, fixture) in edition.fixtures.iter().enumerate() {
                assert_eq!(edition.fixture(fixture.number), Some(number));
            }
        }
        Err(error) => {
            let lines = text.lines().count().max(1) + 1;
            assert!((error.place.line as usize) <= lines, "{error}");
            assert!(error.to_string().chars().count() < 2_000, "an error of {} letters", error.to_string().len());
        }
    }
}
