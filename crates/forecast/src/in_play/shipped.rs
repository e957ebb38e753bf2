//! The parameters that come with the program.
//!
//! Profile, score, men and the added time of 2016 to 2020 are our own estimates by [`super::fit()`] and
//! [`super::fit_added`], from 6,559 matches of five European leagues (December 2016 to summer 2020); the rates before each
//! match came from an attack and defence filter over the matches before it.

use super::parameters::{Era, LENGTHS, Parameters, StandardErrors};

/// Until 1998 little added time was given and less was noted (at the World Cup of 1994 three of 141 goals came in it). Both
/// averages, .7 and 1.8 minutes, are assumptions.
const SHORT: [[f64; LENGTHS]; 2] = [
    [0.5, 0.33, 0.14, 0.03, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.12, 0.3, 0.32, 0.18, 0.06, 0.02, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
];

/// Estimated from 2016/17 to 2018/19, at least two minutes in the second half.
const BOARD: [[f64; LENGTHS]; 2] = [
    [
        0.2678, 0.2635, 0.2204, 0.1391, 0.0661, 0.0255, 0.0103, 0.0043, 0.0013, 0.0006, 0.0007, 0.0003, 0.0001, 0.0,
        0.0, 0.0,
    ],
    [
        0.0, 0.0, 0.1958, 0.2257, 0.2319, 0.1781, 0.0968, 0.0421, 0.0149, 0.0084, 0.0032, 0.0014, 0.0008, 0.0007,
        0.0002, 0.0,
    ],
];

/// Estimated from 2019/20: video review.
const VIDEO: [[f64; LENGTHS]; 2] = [
    [0.206, 0.2225, 0.2052, 0.15, 0.0947, 0.0566, 0.0393, 0.0195, 0.0052, 0.0009, 0.0001, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.0, 0.1303, 0.1576, 0.1873, 0.1881, 0.1606, 0.1016, 0.0494, 0.017, 0.005, 0.0024, 0.0006, 0.0001, 0.0, 0.0],
];

/// Since the season 2022/23. Averages of 2.8 and 5.4 minutes, set so that 2.9 and 6.9 % of goals come in it, as they did in
/// league matches of 2022 to 2025.
const LONGER: [[f64; LENGTHS]; 2] = [
    [0.08, 0.15, 0.24, 0.22, 0.15, 0.09, 0.04, 0.02, 0.01, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.0, 0.05, 0.12, 0.18, 0.21, 0.18, 0.12, 0.07, 0.04, 0.02, 0.01, 0.0, 0.0, 0.0, 0.0],
];

/// The World Cup of 2022, where all time lost was added. Averages of 4 and 7.5 minutes, set so that some 4 and 9 % of goals
/// come in it (3.5 and 8.7 % of 172 did).
const ALL_LOST: [[f64; LENGTHS]; 2] = [
    [0.0, 0.05, 0.13, 0.22, 0.23, 0.17, 0.1, 0.05, 0.03, 0.01, 0.01, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.0, 0.0, 0.01, 0.05, 0.11, 0.18, 0.2, 0.16, 0.11, 0.08, 0.04, 0.03, 0.01, 0.01, 0.01],
];

impl Parameters {
    /// The parameters that come with the program, for league matches and internationals alike.
    ///
    /// Not estimated from minutes: extra time, .29 of ninety minutes (World Cups 2004-2022: 20 goals in 28 matches, .71 a
    /// match, against 2.46 in ninety minutes since 1986; the standard error is that of twenty goals); the penalty, .78
    /// (77.1 % of 3,620 in six seasons of those leagues, 77.0 % by Opta, 81.6 % in a file of 51,007 kicks of 2012 to 2023),
    /// with a standard error of three percentage points; overrun, added time of extra time and the minute and a
    /// half before a kick, which are assumptions.
    #[must_use]
    pub fn shipped() -> Self {
        let era = |from, lengths| Era { from, lengths };
        Self {
            profile: [
                -0.3801, -0.2303, -0.1127, -0.0594, -0.0717, -0.0674, -0.0997, -0.0385, -0.0319, -0.0297, 0.1388,
                0.1125, 0.0856, 0.1514, 0.1196, 0.0964, 0.1331, 0.1155,
            ],
            stoppage: [0.0480, 0.2493],
            score: [[0.0100, 0.0145, 0.0000, -0.1009, -0.0509], [-0.0389, 0.0227, 0.0000, -0.0179, 0.0425]],
            own_man: -0.5198,
            other_man: 0.4589,
            extra_time: 0.29,
            kick_delay: 1.5,
            penalty: 0.78,
            overrun: [0.45, 0.4, 0.15],
            extra_added: [0.2, 0.45, 0.25, 0.1],
            eras: vec![
                era(i32::MIN, SHORT),
                // The World Cup of 1998: from here on boards show the minutes to be added.
                era(10_387, BOARD),
                // 1 July 2019, 1 August 2022.
                era(18_078, VIDEO),
                era(19_205, LONGER),
                // 20 November to 18 December 2022.
                era(19_316, ALL_LOST),
                era(19_345, LONGER),
            ],
            errors: StandardErrors {
                profile: [
                    0.0394, 0.0367, 0.0348, 0.0341, 0.0345, 0.0347, 0.0354, 0.0345, 0.0346, 0.0347, 0.0323, 0.0328,
                    0.0334, 0.0326, 0.0331, 0.0336, 0.0332, 0.0335,
                ],
                stoppage: [0.0547, 0.0342],
                score: [[0.0430, 0.0286, 0.0000, 0.0251, 0.0299], [0.0388, 0.0282, 0.0000, 0.0297, 0.0392]],
                own_man: 0.0532,
                other_man: 0.0328,
                extra_time: 0.22,
                penalty: 0.2,
            },
        }
    }
}
