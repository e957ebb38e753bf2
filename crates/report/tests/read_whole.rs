//! What is only wrong taken together: a minute with a place, a list with one line wrong, a score with its moment.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails_at, holds};

const MOSCOW: &str = "date 2018-07-12\nCroatia beat England 2-1 after extra time in Moscow on Wednesday to reach the World Cup \
    final.\n\nEngland led through Kieran Trippier's free-kick until the 68th minute, when Ivan Perisic equalised.\n\nIt was 1-1 \
    after 90 minutes.\n\nThe lead lasted 63 minutes.\n\nHalf-time: England 1, Croatia 0.\n\nCroatia had needed penalties \
    against Denmark and Russia.\n";

#[test]
fn a_moment_before_when_is_of_what_follows() {
    holds(MOSCOW, &[(Kind::Minute, "68th minute")]);
    fails_at(MOSCOW, "68th minute", "78th minute", "78th minute");
}

#[test]
fn a_score_has_its_moment() {
    holds(MOSCOW, &[(Kind::RunningScore, "1-1 after 90 minutes"), (Kind::HalfTimeScore, "England 1, Croatia 0")]);
    fails_at(MOSCOW, "1-1 after 90", "0-0 after 90", "0-0 after 90 minutes");
    fails_at(MOSCOW, "England 1, Croatia 0", "England 0, Croatia 1", "England 0, Croatia 1");
}

#[test]
fn a_lead_lasts_from_one_goal_to_another() {
    holds(MOSCOW, &[(Kind::Minute, "lead lasted 63 minutes")]);
    fails_at(MOSCOW, "lasted 63", "lasted 53", "lasted 53 minutes");
    let sao_paulo = "date 2014-06-13\nBrazil began the World Cup with a 3-1 win over Croatia in Sao Paulo on \
        Thursday.\n\nCroatia were ahead for 18 minutes.\n";
    holds(sao_paulo, &[(Kind::Minute, "ahead for 18 minutes")]);
    fails_at(sao_paulo, "for 18", "for 28", "ahead for 28 minutes");
}

#[test]
fn every_opponent_of_a_list_was_met_so() {
    holds(MOSCOW, &[(Kind::Result, "needed penalties against Denmark"), (Kind::Result, "Russia")]);
    fails_at(MOSCOW, "Denmark and Russia", "Denmark and Argentina", "Argentina");
}

const NAPLES: &str = "date 1990-07-02\nEngland beat Cameroon 3-2 after extra time in Naples on Sunday to reach the semi-finals of \
    the World Cup.\n\nDavid Platt's header put England in front after 25 minutes.\n\nGary Lineker converted a penalty with \
    seven minutes left.\n\nWest Germany had beaten Czechoslovakia 1-0 in Milan with a Lothar Matthaus penalty.\n\nEngland have \
    not been in a semi-final since 1966.\n";

#[test]
fn whoever_scored_did_not_score_that_goal() {
    holds(NAPLES, &[(Kind::Minute, "after 25 minutes"), (Kind::Minute, "seven minutes left")]);
    fails_at(NAPLES, "David Platt's header", "Gary Lineker's header", "Gary Lineker");
    fails_at(NAPLES, "Gary Lineker converted", "David Platt converted", "David Platt");
}

#[test]
fn two_other_sides_alone_in_a_sentence_are_of_their_match() {
    holds(NAPLES, &[(Kind::Scorer, "Lothar Matthaus penalty")]);
    fails_at(NAPLES, "a Lothar Matthaus penalty", "an Andreas Brehme penalty", "Andreas Brehme penalty");
}

#[test]
fn a_year_since_which_is_one_of_its_own_competition() {
    holds(NAPLES, &[(Kind::FirstSince, "since 1966")]);
    fails_at(NAPLES, "since 1966", "since 1970", "since 1970");
}

const AVEIRO: &str = "date 2004-06-20\nThe Czech Republic came from two goals down to beat the Netherlands 3-2 in Aveiro on \
    Saturday and reach the quarter-finals of Euro 2004.\n\nWilfred Bouma headed the first from Arjen Robben's free-kick and Ruud \
    van Nistelrooy added another.\n\nKoller, Baros and Smicer were the scorers.\n\nThe Czechs have six points, Germany two and \
    the Netherlands and Latvia one each.\n";

#[test]
fn the_first_is_nobody_elses_first() {
    holds(AVEIRO, &[(Kind::Scorer, "Wilfred Bouma"), (Kind::Scorer, "Smicer")]);
    fails_at(AVEIRO, "Wilfred Bouma headed", "Edgar Davids headed", "Edgar Davids");
    fails_at(AVEIRO, "Baros and Smicer", "Baros and Nedved", "Nedved");
}

#[test]
fn a_whole_group_has_no_more_than_one_mistake() {
    holds(AVEIRO, &[(Kind::Table, "Germany two")]);
    fails_at(AVEIRO, "Germany two", "Germany four", "Germany four");
    // Two numbers that are not so may be of another day.
    let two = AVEIRO.replace("Germany two", "Germany four").replace("one each", "none each");
    assert_eq!(contradicted(&two), []);
}

#[test]
fn what_somebody_has_scored_by_now_is_of_no_one_match() {
    let johannesburg = "date 2010-07-03\nUruguay beat Ghana 4-2 on penalties in Johannesburg on Friday after a 1-1 draw to \
        reach the semi-finals of the World Cup.\n\nDiego Forlan has scored three goals.\n";
    holds(johannesburg, &[(Kind::Tally, "scored three goals")]);
}

#[test]
fn whom_a_side_conquered_it_need_not_have_put_out() {
    let oita = "date 2002-06-16\nSenegal beat Sweden 2-1 with a golden goal in Oita on Sunday. Senegal, conquerors of France, \
        are in the quarter-finals.\n";
    holds(oita, &[]);
}

const MADRID: &str = "date 1982-07-12\nItaly won the World Cup in Madrid on Sunday, beating West Germany 3-1.\n\nRossi was top scorer \
    with six goals.\n\nWest Germany had beaten France on penalties in Seville in the other semi-final.\n";

#[test]
fn what_stands_beside_a_result_is_of_that_match() {
    holds(MADRID, &[(Kind::Venue, "Seville"), (Kind::Stage, "semi-final")]);
    // The final was in Madrid.
    fails_at(MADRID, "in Seville", "in Madrid", "Madrid");
    let vienna = "date 2008-06-30\nSpain won the European Championship in Vienna on Sunday, a goal by Fernando Torres beating \
        Germany 1-0.\n\nGermany had beaten Turkey 3-2 in the other semi-final.\n";
    holds(vienna, &[(Kind::Stage, "semi-final")]);
    fails_at(vienna, "Turkey", "Portugal", "semi-final");
}

#[test]
fn top_scorers_are_counted_at_the_end() {
    holds(MADRID, &[(Kind::Tally, "with six goals")]);
    // So many he had before the final.
    fails_at(MADRID, "with six", "with five", "with five goals");
}

#[test]
fn who_won_no_match_won_none() {
    let nuremberg = "date 2006-06-23\nGhana beat the United States 2-1 in Nuremberg on Thursday to reach the last 16 of the World \
        Cup.\n\nThe United States did not win a match.\n";
    holds(nuremberg, &[(Kind::Tally, "did not win a match")]);
    fails_at(nuremberg, "not win a match", "not lose a match", "did not lose a match");
}

#[test]
fn the_ground_of_the_next_match_may_have_three_words() {
    let porto_alegre = "date 2014-06-18\nThe Netherlands beat Australia 3-2 in Porto Alegre on Wednesday. They play Chile in Sao \
        Paulo on Monday.\n";
    holds(porto_alegre, &[(Kind::NextFixture, "Sao Paulo")]);
    fails_at(porto_alegre, "Sao Paulo", "Rio de Janeiro", "Rio");
}

#[test]
fn goals_that_several_have_alike_are_counted() {
    let porto_alegre = "date 2014-06-18\nThe Netherlands beat Australia 3-2 in Porto Alegre on Wednesday.\n\nRobben and Van Persie \
        have three goals each.\n";
    holds(porto_alegre, &[(Kind::Tally, "three goals each")]);
    fails_at(porto_alegre, "three goals each", "two goals each", "two goals each");
}

#[test]
fn what_is_neither_title_nor_tournament_is_wrong() {
    let madrid = "date 1982-07-12\nItaly won the World Cup in Madrid on Sunday, beating West Germany 3-1.\n\nIt was Italy's third \
        World Cup.\n";
    holds(madrid, &[(Kind::Title, "third World Cup")]);
    fails_at(madrid, "Italy's third", "Italy's second", "second World Cup");
}

#[test]
fn what_was_not_or_would_have_been_is_no_claim() {
    for sentence in [
        "England could have been two up at half-time.",
        "Had Kane scored, England would have led 2-0.",
        "Raheem Sterling was not the top scorer of the tournament.",
        "England last lost a semi-final in 1996, at home.",
        "France, not Belgium, await Croatia in the final.",
    ] {
        holds(&format!("{MOSCOW}\n{sentence}\n"), &[]);
    }
}

#[test]
fn a_second_bite_is_no_second_goal() {
    let basel = "date 2008-06-20\nGermany beat Portugal 3-2 in Basel on Thursday to reach the semi-finals of Euro 2008.\n\nNuno \
        Gomes pulled one back for Portugal before half-time when he got a second bite at the ball after Jens Lehmann had \
        saved from Cristiano Ronaldo.\n";
    holds(basel, &[(Kind::Order, "pulled one back")]);
}

const YOKOHAMA: &str = "date 2002-07-01\nBrazil beat Germany 2-0 in the World Cup final in Yokohama on Sunday.\n\nTwelve minutes later \
    Rivaldo let the pass run and Ronaldo placed the second low inside the post.\n";

#[test]
fn no_goal_has_a_place_beyond_the_last() {
    holds(YOKOHAMA, &[(Kind::Order, "the second")]);
    fails_at(YOKOHAMA, "placed the second", "placed the third", "the third");
    let sochi = "date 2018-06-16\nPortugal drew 3-3 with Spain in Sochi on Friday.\n\nCosta bundled in his second ten minutes after \
        the restart.\n";
    holds(sochi, &[(Kind::Order, "his second")]);
    fails_at(sochi, "his second", "his third", "his third");
    // Counted over the tournament.
    let moscow = "date 2018-07-08\nRussia lost 4-3 on penalties to Croatia in Sochi on Saturday after a 2-2 draw.\n\nDenis Cheryshev \
        curled in his fourth after half an hour.\n";
    assert_eq!(contradicted(moscow), []);
}

#[test]
fn the_day_that_owns_a_match_is_its_own() {
    let daegu = "date 2002-07-01\nBrazil beat Germany 2-0 in the World Cup final in Yokohama on Sunday.\n\nTurkey beat co-hosts \
        South Korea 3-2 in Saturday's third-place match.\n";
    holds(daegu, &[(Kind::Date, "Saturday")]);
    fails_at(daegu, "Saturday's", "Tuesday's", "Tuesday");
}

#[test]
fn sides_never_stood_so_far_apart() {
    let berne = "date 1954-07-05\nWest Germany beat Hungary 3-2 in the World Cup final in Berne on Sunday.\n\nTwo down inside eight \
        minutes, West Germany won by the odd goal of five.\n";
    holds(berne, &[(Kind::Order, "Two down")]);
    fails_at(berne, "Two down", "Three down", "Three down");
}
