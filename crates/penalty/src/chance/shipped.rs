//! The fitted numbers.

use super::Model;

pub(super) const MODEL: Model = Model {
    fixed: [1.45, 1.8, 1.08, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    taker_sd: 0.3,
    keeper_sd: 0.2,
};
