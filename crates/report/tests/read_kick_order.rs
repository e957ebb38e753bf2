//! The order of the kicks of a shoot-out and how many went in.

mod told;

use byline_report::claim::Kind;
use told::{fails, fails_at, holds, is_silent};

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

#[test]
fn whose_kick_was_which() {
    let novgorod = "date 2018-07-02\nCroatia beat Denmark 3-2 on penalties in Nizhny Novgorod on Sunday after a 1-1 draw.\n\nSimon \
        Kjaer, second up, scored. Rakitic, last man up, beat Schmeichel.\n\nRakitic, the tenth man to walk up, was calm.\n";
    holds(
        novgorod,
        &[(Kind::ShootOut, "second up"), (Kind::ShootOut, "last man up"), (Kind::ShootOut, "the tenth man to walk up")],
    );
    fails_at(novgorod, "tenth man", "eighth man", "eighth man");
    let etienne = "date 1998-07-01\nEngland lost to Argentina on penalties after a 2-2 draw in Saint-Etienne on Tuesday.\n\nRoberto \
        Ayala, fifth up, put Argentina in front for good.\n\nDavid Batty took the last kick of the shoot-out.\n";
    holds(etienne, &[(Kind::ShootOut, "fifth up"), (Kind::ShootOut, "last kick of the shoot-out")]);
    fails_at(etienne, "fifth up", "fourth up", "fourth up");
    fails_at(etienne, "David Batty took the last", "Paul Ince took the last", "last kick");
    let foxborough = "date 2026-06-30\nParaguay beat Germany 4-3 on penalties in Foxborough on Monday after a 1-1 \
        draw.\n\nJose Canale settled it with the 12th kick.\n";
    holds(foxborough, &[(Kind::ShootOut, "12th kick")]);
    fails_at(foxborough, "12th", "11th", "11th kick");
    // Counted among those that were saved.
    is_silent(etienne, &[("took the last kick of the shoot-out", "missed the third kick to be saved")]);
    // The last of his side, which the other side outlasted.
    is_silent(etienne, &[("David Batty took the last", "Roberto Ayala took the last")]);
}

#[test]
fn how_many_kicks_there_were_and_how_many_were_saved() {
    let naples = "date 1980-06-22\nCzechoslovakia beat Italy on penalties in Naples yesterday, 9-8 after a 1-1 draw, to take third \
        place at the European Championship.\n\nIt took 18 kicks to find a loser.\n";
    holds(naples, &[(Kind::ShootOut, "It took 18 kicks")]);
    fails_at(naples, "18 kicks", "16 kicks", "It took 16 kicks");
    let novgorod = "date 2018-07-02\nCroatia beat Denmark 3-2 on penalties in Nizhny Novgorod on Sunday after a 1-1 draw.\n\nDanijel \
        Subasic stopped three and Kasper Schmeichel saved two.\n";
    holds(
        novgorod,
        &[(Kind::ShootOut, "Danijel Subasic stopped three"), (Kind::ShootOut, "Kasper Schmeichel saved two")],
    );
    let berlin = "date 2006-07-01\nGermany beat Argentina 4-2 on penalties in Berlin on Friday after a 1-1 draw.\n\nJens Lehmann \
        saved two in the shoot-out.\n";
    holds(berlin, &[(Kind::ShootOut, "Jens Lehmann saved two")]);
    fails_at(berlin, "saved two", "saved three", "saved three");
}

#[test]
fn one_of_a_list_of_takers_took_no_kick() {
    let pasadena = "date 1994-07-18\nBrazil beat Italy 3-2 on penalties in Pasadena on Sunday after a 0-0 draw.\n\nAlbertini, \
        Romario, Evani and Branco all converted.\n";
    holds(pasadena, &[(Kind::ShootOut, "Albertini, Romario, Evani and Branco all converted")]);
    fails_at(pasadena, "Branco", "Mazinho", "Mazinho");
}

#[test]
fn who_went_first_took_a_kick() {
    let naples = "date 1980-06-22\nCzechoslovakia beat Italy on penalties in Naples yesterday, 9-8 after a 1-1 draw, to take third \
        place at the European Championship.\n\nFranco Causio went first and scored.\n";
    holds(naples, &[(Kind::ShootOut, "Franco Causio went first and scored")]);
    fails_at(naples, "Franco Causio", "Renato Zaccarelli", "Renato Zaccarelli");
}
