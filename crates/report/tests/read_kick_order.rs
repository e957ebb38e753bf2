//! The order of the kicks of a shoot-out and how many went in.

mod told;

use byline_report::claim::Kind;
use told::{fails, holds, is_silent};

const DOHA: &str = "date 2022-12-07\nMorocco beat Spain 3-0 in a penalty shootout on Tuesday to reach the World Cup \
    quarter-finals.\n\nAchraf Hakimi converted the decisive kick after Yassine Bounou had kept out Sergio Busquets. Carlos \
    Soler's weak effort was also stopped. Spain failed to convert any of their three penalties.\n";

#[test]
fn kicks_are_told_where_the_shoot_out_is_not_named_again() {
    holds(
        DOHA,
        &[
            (Kind::ShootOut, "Achraf Hakimi converted the decisive kick"),
            (Kind::ShootOut, "kept out Sergio Busquets"),
            (Kind::ShootOut, "Carlos Soler's weak effort was also stopped"),
            (Kind::ShootOut, "any of their three penalties"),
        ],
    );
    fails(DOHA, &[("any of their three", "any of their four"), ("3-0 in a", "3-1 in a")]);
    // A save that failed is none.
    is_silent(DOHA, &[("had kept out Sergio Busquets", "had failed to keep out Hakim Ziyech")]);
}

const LISBON: &str = "date 2004-06-25\nPortugal knocked England out of Euro 2004, winning 6-5 on penalties in Lisbon after a 2-2 \
    draw. The shoot-out went to sudden death.\n\nIt was 5-5 when Darius Vassell stepped up. John Terry, Owen Hargreaves \
    and Ashley Cole all scored from the spot.\n";

#[test]
fn the_score_between_the_kicks_and_sudden_death() {
    holds(
        LISBON,
        &[
            (Kind::ShootOut, "to sudden death"),
            (Kind::ShootOut, "5-5"),
            (Kind::ShootOut, "John Terry, Owen Hargreaves and Ashley Cole all scored"),
        ],
    );
    fails(LISBON, &[("It was 5-5", "It was 4-4")]);
}

const NAPLES: &str = "date 1990-07-04\nArgentina beat Italy 4-3 in a shoot-out in Naples last night to reach the World Cup \
    final.\n\nThe first six kicks had all been scored: Franco Baresi, Roberto Baggio and Luigi De Agostini for Italy, Jose \
    Serrizuela, Jorge Burruchaga and Julio Olarticoechea for the champions.\n";

#[test]
fn a_list_of_takers_after_a_colon() {
    holds(NAPLES, &[(Kind::ShootOut, "first six kicks"), (Kind::ShootOut, "Franco Baresi, Roberto Baggio")]);
    fails(NAPLES, &[("first six kicks", "first eight kicks")]);
}
