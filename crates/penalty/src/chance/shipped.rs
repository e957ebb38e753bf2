//! The fitted numbers: our own parameters, found by `examples/fit_kicks` from 53,832 kicks of 1970-2023, 31,781 of them in
//! play. `docs/penalties.md` tells from which data and how well they do on seasons not fitted to.
//!
//! Standard errors: of the logarithm of the takers' spread 0.20, of the keepers' 0.28, of the share 0.49.

use super::Model;

pub(super) const MODEL: Model = Model {
    fixed: [
        1.4766, 1.6711, 1.0931, -0.1610, 0.0407, -0.0717, -0.0147, 0.2068, -0.0357, 0.1422, -0.1010, 0.0, -0.0055,
        -0.0541, 0.0426,
    ],
    taker_sd: 0.2349,
    keeper_sd: 0.1305,
    share: 0.1556,
};
