//! Names: what teams and competitions are called, and who is meant.
//!
//! [`tables`] reads `facts/teams.txt` and `facts/competitions.txt`; [`teams`] resolves the names data sets write,
//! strictly and by date; [`similar`] ranks what somebody may have meant.

pub mod similar;
pub mod tables;
pub mod teams;
