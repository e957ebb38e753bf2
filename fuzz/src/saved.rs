//! Saved goal models: what must hold of any bytes. `crates/forecast/tests/saved_seeds.rs` runs it over the seeds.

use byline_forecast::goals::Pairing;
use byline_forecast::saved::SavedModel;

/// What is read is written and read back the same, and forecasts; an error fits on a screen.
pub(crate) fn saved_model(bytes: &[u8]) {
    match SavedModel::from_json(bytes) {
        Ok(model) => {
            let again = SavedModel::from_json(model.to_json().as_bytes());
            assert_eq!(again.as_ref(), Ok(&model), "a model read is not read back");
            // No covariates are given, and rates beyond football's are refused: either is an error, not a panic.
            if let Ok(outcome) = model.parameters.grid(&Pairing::neutral(0, 1)) {
                let sum: f64 = outcome.grid.win().iter().sum();
                assert!((sum - 1.0).abs() < 1e-6, "the chances sum to {sum}");
            }
        }
        Err(error) => {
            assert!(error.to_string().chars().count() < 500, "an error of {} letters", error.to_string().len())
        }
    }
}
