//! Ties, places and deeds of other years, with one fact of each changed.

mod told;

use told::{contradicted, fails_at, found, holds};

use byline_report::claim::Kind;

/// A report of one match, and a sentence behind it.
fn after(head: &str, sentence: &str) -> String {
    format!("{head}\n\n{sentence}\n")
}

/// Something of every sentence is confirmed and nothing contradicted; with the words changed something is.
#[track_caller]
fn changed(head: &str, cases: &[(&str, &str, &str)]) {
    let alone = found(head).len();
    for (sentence, right, wrong) in cases {
        let text = after(head, sentence);
        holds(&text, &[]);
        assert!(found(&text).len() > alone, "{sentence} is not read");
        let text = after(head, &sentence.replace(right, wrong));
        assert!(!contradicted(&text).is_empty(), "{wrong:?} is not contradicted: {:#?}", found(&text));
    }
}

const AL_KHOR: &str = "date 2022-12-11\nFrance beat England 2-1 at Al Bayt Stadium in Al Khor on Saturday to reach the \
    semi-finals of the World Cup.";
const KIEV: &str = "date 2012-06-25\nItaly beat England on penalties in Kiev on Sunday after a goalless draw to reach the \
    semi-finals of Euro 2012.";
const PASADENA: &str = "date 1994-07-18\nBrazil won the World Cup on Sunday, beating Italy 3-2 on penalties in Pasadena after \
    a goalless draw.";
const BELO_HORIZONTE: &str = "date 2014-07-09\nGermany beat Brazil, the hosts, 7-1 in Belo Horizonte on Tuesday to reach the \
    World Cup final.";
const LUSAIL: &str = "date 2022-12-19\nArgentina won the World Cup on Sunday, beating France on penalties in Lusail after a \
    3-3 draw.";

#[test]
fn whom_a_side_lost_to_in_another_year_is_known() {
    changed(
        AL_KHOR,
        &[
            ("England lost to West Germany on penalties in the semi-finals in 1990.", "West Germany", "Argentina"),
            ("England were beaten by Brazil in the quarter-finals in 2002.", "Brazil", "Argentina"),
            ("In 2018 England lost to Croatia in the semi-finals.", "Croatia", "Belgium"),
            ("England were knocked out by Germany in 2010.", "Germany", "Spain"),
            ("England went out to Iceland at Euro 2016.", "Iceland", "Wales"),
            ("France lost the final of Euro 2016 to Portugal.", "Portugal", "Germany"),
            ("France lost the 2006 final to Italy on penalties.", "Italy", "Brazil"),
            ("England lost to West Germany in the quarter-finals in Mexico in 1970.", "West Germany", "Brazil"),
        ],
    );
    changed(
        KIEV,
        &[
            ("They went out to Portugal on penalties in 2004 and 2006.", "Portugal", "Spain"),
            ("Germany lost the Euro 2008 final to Spain.", "Spain", "Portugal"),
            ("Argentina beat England in a shoot-out in 1998.", "Argentina", "Brazil"),
        ],
    );
}

#[test]
fn whom_a_side_beat_in_another_year_is_known() {
    changed(
        AL_KHOR,
        &[
            ("Italy beat England on penalties in the final of Euro 2020.", "Italy", "Spain"),
            ("France beat Croatia in the 2018 final.", "Croatia", "Belgium"),
            ("England beat West Germany in the 1966 final.", "West Germany", "Portugal"),
        ],
    );
    changed(
        BELO_HORIZONTE,
        &[
            ("Germany last won the World Cup in 1990, beating Argentina in Rome.", "Argentina", "Italy"),
            ("France beat Brazil in the quarter-finals in 2006.", "France", "Italy"),
        ],
    );
    changed(PASADENA, &[("West Germany won the 1990 final against Argentina with a penalty.", "Argentina", "England")]);
}

#[test]
fn every_year_of_a_list_is_judged() {
    changed(
        AL_KHOR,
        &[
            ("Argentina knocked England out in 1986 and 1998.", "1998", "1990"),
            ("France finished third in 1958 and 1986.", "1986", "1982"),
            ("France went out in the group stage in 2002 and 2010.", "2010", "2006"),
        ],
    );
    changed(
        BELO_HORIZONTE,
        &[
            ("Germany lost to Spain in the semi-finals in 2010 and to Italy in 2006.", "Italy", "France"),
            (
                "Brazil went out in the quarter-finals in 2006 and the last 16 in 1990.",
                "the last 16 in 1990",
                "the semi-finals in 1990",
            ),
            ("Germany were third in 2006 and 2010.", "were third", "were fourth"),
        ],
    );
    changed(KIEV, &[("England lost to Germany on penalties in 1990 and 1996.", "1996", "1998")]);
}

#[test]
fn so_many_years_later_is_no_year_of_the_sentence() {
    let text = after(AL_KHOR, "Belgium lost to Wales in 2016 and to France in the semi-final two years later.");
    holds(&text, &[(Kind::Result, "lost to Wales in 2016")]);
}

#[test]
fn a_year_of_the_sentence_before_is_meant_or_not() {
    let kazan = "date 2018-06-28\nGermany went out of the World Cup on Wednesday, losing 2-0 to South Korea in Kazan.\n\nGermany lost \
        the 2002 final to Brazil. Germany won the title in 2014. They beat Brazil 7-1 on the way.\n";
    holds(kazan, &[]);
    let gothenburg = "date 1992-06-27\nDenmark beat Germany 2-0 in Gothenburg on Friday to win the European \
        Championship.\n\nGermany were not beaten in 1990. England, who drew 0-0 with Denmark, finished last in the group.\n";
    holds(gothenburg, &[]);
}

#[test]
fn a_paragraph_of_history_goes_from_year_to_year() {
    let text = after(
        AL_KHOR,
        "England lost to West Germany on penalties in 1990. Zinedine Zidane was sent off in the 2006 final.",
    );
    holds(&text, &[(Kind::Card, "Zinedine Zidane was sent off")]);
    fails_at(&text, "Zinedine Zidane", "Thierry Henry", "Thierry Henry");
}

#[test]
fn they_are_one_of_the_sides_told_of() {
    let text = after(AL_KHOR, "They were beaten by Sweden in the semi-finals in 1958.");
    let wrong = contradicted(&text);
    assert!(wrong.iter().any(|(kind, words, _)| *kind == Kind::Result && words.contains("Sweden")), "{wrong:#?}");
}

#[test]
fn deeds_in_a_stage_of_another_year_are_of_its_match() {
    changed(
        LUSAIL,
        &[
            ("Zinedine Zidane was sent off in the 2006 final.", "Zinedine Zidane", "Thierry Henry"),
            ("Kylian Mbappe scored in the 2018 final as well.", "Kylian Mbappe", "Hugo Lloris"),
        ],
    );
    changed(BELO_HORIZONTE, &[("Ronaldo scored both goals in the 2002 final.", "Ronaldo", "Rivaldo")]);
}

#[test]
fn ties_that_need_not_be_of_the_finals_are_left_alone() {
    for sentence in [
        // Qualifiers, friendlies and the finals of other continents are not in the record.
        "England lost to Croatia in 2006.",
        "Argentina lost the 2016 final to Chile on penalties.",
        "Ivory Coast lost to Egypt on penalties in the final in 2006.",
        "France beat Spain in the final in 2021.",
    ] {
        holds(&after(AL_KHOR, sentence), &[]);
    }
}
