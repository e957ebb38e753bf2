//! The parameters that come with the program.
//!
//! Profile, score, men and the added time of 2016 to 2020 are our own estimates by [`super::fit()`] and
//! [`super::fit_added`], from 6,563 matches of five European leagues (December 2016 to summer 2020); the rates before each
//! match came from the dynamic model over the matches before it. `examples/in_play_rates` finds them again and shows all
//! that is told here.
//!
//! On the 3,662 matches of the two seasons after, log losses after 0, 15, 30, 45, 60, 75 and 85 minutes are .9965, .9499,
//! .8973, .8312, .7088, .5638, .3720 (score and [`super::EmpiricalClock`]: .9983, .9532, .9010, .8357, .7133, .5680, .3743),
//! and the calibration error of the last ten per cent is .0031. Play begins there at the dynamic model's chances, as in a
//! story; the clock begins at its expected goals. With those for both, the in-play model has .9984 at kick-off, .0001 more
//! than the clock, and less at every later minute.
//!
//! # Internationals
//! They have the leagues' numbers, because numbers of their own do not pay. A profile from the minutes of goals of 16,509
//! internationals told whole (43,390 goals; minutes 45 and 90, which hold added time too, left out), each period from all
//! before it, is better than the leagues' on 35,325 goals of 1980 to 2026 by 8.6 nats in all, but worse by 3.8 on the
//! 12,285 since 2015; drawn to the leagues' by 16,000 goals, better by 19.9 and by 1.2. That is what more goals add to one
//! profile, not a difference: the two differ by more than two standard errors only in minutes 41-44 and 86-89, where
//! sources put goals of added time too.
//!
//! Extra time of World Cups and European Championships, golden and silver goals left out: since 1986 59 goals in 90
//! matches, .264 ± .034 of those expected of ninety minutes, since 2006 43 in 60, .281 ± .043; before 1986 .458 ± .068.

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
        0.2597, 0.2563, 0.2180, 0.1445, 0.0711, 0.0290, 0.0123, 0.0053, 0.0016, 0.0008, 0.0009, 0.0004, 0.0001, 0.0,
        0.0, 0.0,
    ],
    [
        0.0, 0.0, 0.1904, 0.2262, 0.2330, 0.1811, 0.0966, 0.0412, 0.0153, 0.0095, 0.0038, 0.0013, 0.0007, 0.0007,
        0.0002, 0.0,
    ],
];

/// Estimated from 2019/20: video review.
const VIDEO: [[f64; LENGTHS]; 2] = [
    [0.2044, 0.2216, 0.2051, 0.1515, 0.0963, 0.0562, 0.0390, 0.0196, 0.0053, 0.0009, 0.0001, 0.0, 0.0, 0.0, 0.0, 0.0],
    [
        0.0, 0.0, 0.1314, 0.1579, 0.1862, 0.1887, 0.1625, 0.1014, 0.0476, 0.0164, 0.0048, 0.0024, 0.0006, 0.0001, 0.0,
        0.0,
    ],
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
    /// Not estimated from minutes: extra time, .29 of ninety minutes, within a standard error of what World Cups and
    /// European Championships have shown since 1986 and since 2006 (the standard error is that of 59 goals); the penalty, .78
    /// (77.1 % of 3,620 in six seasons of those leagues, 77.0 % by Opta, 81.6 % in a file of 51,007 kicks of 2012 to 2023),
    /// with a standard error of three percentage points; overrun, added time of extra time and the minute and a
    /// half before a kick, which are assumptions.
    #[must_use]
    pub fn shipped() -> Self {
        let era = |from, lengths| Era { from, lengths };
        Self {
            profile: [
                -0.3617, -0.2160, -0.1009, -0.0477, -0.0646, -0.0622, -0.0964, -0.0356, -0.0306, -0.0314, 0.1358,
                0.1081, 0.0799, 0.1446, 0.1119, 0.0877, 0.1237, 0.1052,
            ],
            stoppage: [0.0199, 0.2380],
            score: [[0.0517, 0.0248, 0.0000, -0.0930, -0.0250], [0.0321, 0.0716, 0.0000, 0.0229, 0.1099]],
            own_man: -0.5036,
            other_man: 0.4690,
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
                stoppage: [0.0547, 0.0343],
                score: [[0.0430, 0.0287, 0.0000, 0.0251, 0.0300], [0.0389, 0.0282, 0.0000, 0.0297, 0.0392]],
                own_man: 0.0533,
                other_man: 0.0329,
                extra_time: 0.13,
                penalty: 0.2,
            },
        }
    }
}
