//! One file a command: arguments in, answer presented.

pub(crate) mod ask;
pub(crate) mod backtest;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod cup;
pub(crate) mod data;
pub(crate) mod fit;
pub(crate) mod forecast;
pub(crate) mod match_sheet;
pub(crate) mod penalty;
pub(crate) mod ratings;
pub(crate) mod shootout;
pub(crate) mod table;
