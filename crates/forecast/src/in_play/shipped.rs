//! The parameters that come with the program.

use super::parameters::{Era, LENGTHS, Parameters, StandardErrors};

const PLACEHOLDER: [f64; LENGTHS] = [0.0625; LENGTHS];

impl Parameters {
    /// Parameters.
    #[must_use]
    pub fn shipped() -> Self {
        Self {
            profile: [0.0; 18],
            stoppage: [0.2; 2],
            score: [[0.0; 5]; 2],
            own_man: -0.5,
            other_man: 0.43,
            extra_time: 0.29,
            kick_delay: 1.5,
            penalty: 0.78,
            overrun: [0.45, 0.4, 0.15],
            extra_added: [0.2, 0.45, 0.25, 0.1],
            eras: vec![Era { from: i32::MIN, lengths: [PLACEHOLDER; 2] }],
            errors: StandardErrors {
                profile: [0.03; 18],
                stoppage: [0.03; 2],
                score: [[0.03; 5]; 2],
                own_man: 0.05,
                other_man: 0.05,
                extra_time: 0.12,
                penalty: 0.15,
            },
        }
    }
}
