//! What is confirmed where it is right is contradicted where it is wrong, and left alone where the words may be of
//! something the record does not have.

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use told::{both_ways, contradicted, fails_at, found, holds};

/// A title told in words that hold these is not called wrong.
#[track_caller]
fn undenied(text: &str, words: &str) {
    let found = found(text);
    let told = |(kind, said, verdict): &(Kind, String, Verdict)| {
        *kind == Kind::Title && said.contains(words) && *verdict == Verdict::Contradicted
    };
    assert!(!found.iter().any(told), "{words:?} is denied: {found:#?}");
}

const ZAGREB: &str =
    "date 1976-06-17\nCzechoslovakia beat the Netherlands 3-1 after extra time in Zagreb on Wednesday.\n\n";
const MARSEILLE: &str = "date 1998-06-28\nItaly beat Norway 1-0 in Marseille on Saturday.\n\n";
const KHARKIV: &str = "date 2012-06-14\nGermany beat the Netherlands 2-1 in Kharkiv on Wednesday.\n\n";
const SAINT_DENIS: &str = "date 1998-06-24\nItaly beat Austria 2-1 in Saint-Denis on Tuesday.\n\n";

#[test]
fn holders_are_no_runners_up() {
    let text = format!("{ZAGREB}In the other match West Germany, the holders, meet Yugoslavia.");
    holds(&text, &[(Kind::Title, "West Germany, the holders")]);
    fails_at(&text, "the holders", "the runners-up", "the runners-up");
    let text = format!("{MARSEILLE}Brazil, the world champions, were better still.");
    holds(&text, &[(Kind::Title, "Brazil, the world champions")]);
    fails_at(&text, "the world champions", "the world runners-up", "the world runners-up");
}

#[test]
fn runners_up_of_either_tournament_before_are_so_called() {
    let text = format!("{MARSEILLE}Italy, the runners-up, were made to work.");
    holds(&text, &[(Kind::Title, "Italy, the runners-up")]);
    fails_at(&text, "Italy, the runners-up", "France, the runners-up", "France, the runners-up");
    holds(
        &format!("{KHARKIV}The Netherlands, the world runners-up, may go out."),
        &[(Kind::Title, "The Netherlands, the world runners-up")],
    );
    holds(
        "date 2000-07-03\nFrance beat Italy 2-1 in Rotterdam on Sunday.\n\nFor Italy, the runners-up, it was cruel.\n",
        &[(Kind::Title, "Italy, the runners-up")],
    );
}

#[test]
fn runners_up_of_something_else_are_left_alone() {
    // Second in a group.
    undenied(&format!("{SAINT_DENIS}Norway, the runners-up, upset Brazil."), "runners-up");
    undenied(&format!("{MARSEILLE}In qualifying they had met Spain, and Spain, the runners-up, sulked."), "runners-up");
    undenied(&format!("{KHARKIV}Germany won every qualifier. Turkey, the runners-up, stayed at home."), "runners-up");
    // Of a championship of another part of the world, which the record does not have.
    undenied(&format!("{MARSEILLE}Nigeria, the runners-up, meet Denmark."), "runners-up");
    undenied(&format!("{MARSEILLE}Runners-up South Africa are at home again."), "runners-up");
    // Of other prizes, and of other years.
    undenied(
        "date 2014-06-14\nThe Netherlands beat Spain 5-1 in Salvador on Friday.\n\nConfederations Cup runners-up Spain were \
         swept aside. It was over by the hour. Spain, the runners-up, sank.\n",
        "runners-up",
    );
    // Long ago, in another final: neither wrong nor right.
    let text = format!("{KHARKIV}Portugal, the runners-up, beat Denmark.");
    undenied(&text, "runners-up");
    let is_confirmed =
        |(_, said, verdict): &(Kind, String, Verdict)| said.contains("runners-up") && *verdict == Verdict::Confirmed;
    assert!(!found(&text).iter().any(is_confirmed));
    undenied(&format!("{KHARKIV}Germany, the runners-up of 2008, lead."), "runners-up");
    undenied(&format!("{MARSEILLE}\"Spain, the runners-up, can go home,\" he joked."), "runners-up");
}

const LUZHNIKI: &str = "date 2018-07-02\nRussia beat Spain 4-3 on penalties in Moscow on Sunday after a 1-1 draw in the last \
    16 of the World Cup.\n\n";

#[test]
fn kicks_of_a_shoot_out_by_who_took_none() {
    both_ways(&[
        (LUZHNIKI, "Koke and Aspas were the ones to miss.", Kind::ShootOut, "Koke", ("Koke", "Asensio")),
        (LUZHNIKI, "Koke and Aspas had their kicks saved.", Kind::ShootOut, "Koke", ("Koke", "Isco")),
        (LUZHNIKI, "Koke missed in the shoot-out.", Kind::ShootOut, "Koke", ("Koke", "Asensio")),
        (LUZHNIKI, "Cheryshev scored the last Russian kick.", Kind::ShootOut, "Cheryshev", ("Cheryshev", "Zobnin")),
    ]);
    for words in [
        "Asensio missed from a free kick.",
        "Asensio missed with an overhead kick.",
        "Isco had missed his penalty against Iran.",
        "Isco missed his kick in training.",
        "Asensio did not take his kick.",
        "Morata missed his chance.",
    ] {
        assert_eq!(contradicted(&format!("{LUZHNIKI}{words}")), [], "{words}");
    }
}

#[test]
fn whoever_stands_right_before_the_verb_scored() {
    let text = "date 2004-06-20\nThe Czech Republic beat the Netherlands 3-2 in Aveiro on Saturday in Group D of Euro 2004. Jan \
        Koller swept in a cross from Milan Baros, Baros himself volleyed level with 19 minutes to play \
        and Vladimir Smicer won it.\n";
    assert_eq!(contradicted(text), []);
    let altered = text.replace("Baros himself", "Jiranek himself");
    assert!(contradicted(&altered).iter().any(|(kind, words, _)| *kind == Kind::Scorer && words.contains("Jiranek")));
}

#[test]
fn points_of_a_few_matches_are_of_no_group() {
    let text = "date 2022-12-09\nCroatia play Brazil in the quarter-finals of the World Cup on Friday. Croatia finished second \
        in Group F. They took four points in the last two games against Wales and Turkey.\n";
    assert_eq!(contradicted(text), []);
}

#[test]
fn a_list_shares_its_count_and_minutes_may_count_from_the_goal_before() {
    let text = "date 1930-07-31\nUruguay beat Argentina 4-2 in the final in Montevideo on Wednesday. Pedro Cea, Victoriano \
        Iriarte and Hector Castro scored three times in the second half.\n";
    assert_eq!(contradicted(text), []);
    let bucharest = "date 2021-06-29\nSwitzerland beat France 5-4 on penalties in Bucharest on Monday after a 3-3 draw at Euro \
        2020.\n\nKarim Benzema scored in the 57th minute. Benzema scored again after two minutes.\n";
    holds(bucharest, &[(Kind::Minute, "after two minutes")]);
}

#[test]
fn what_only_looks_like_a_count_a_goal_or_a_kick() {
    let marseille = "date 1998-06-22\nThe Netherlands beat South Korea 5-0 in Marseille on Saturday.\n\n";
    let samara = "date 2018-07-02\nBrazil beat Mexico 2-0 in Samara on Monday to reach the quarter-finals of the World Cup. Neymar \
        scored the first.\n\n";
    let geneva =
        "date 2008-06-16\nTurkey beat the Czech Republic 3-2 in Geneva on Sunday. Nihat Kahveci scored twice.\n\n";
    let fortaleza = "date 2014-06-15\nCosta Rica beat Uruguay 3-1 in Fortaleza on Saturday.\n\n";
    let khalifa = "date 2022-11-29\nGhana beat South Korea 3-2 at Education City on Monday.\n\n";
    let saint_etienne =
        "date 1998-07-01\nArgentina beat England 4-3 on penalties in Saint-Etienne on Tuesday after a 2-2 draw.\n\n";
    for (head, words) in [
        (marseille, "Marc Overmars finished off a three-on-two break for the second goal."),
        (
            marseille,
            "South Korea hinted at the 1-0 win that Pak Doo-ik secured for their neighbours over Italy in 1966.",
        ),
        (samara, "He slid in to finish Willian's cross into an open goal."),
        (samara, "He had a hand in Roberto Firmino's late second."),
        (
            geneva,
            "They stole a place against Croatia from the Czech Republic, who led 2-0 with a quarter of an hour left.",
        ),
        (khalifa, "Mohammed Kudus scored twice, including the go-ahead goal after South Korea evened the match."),
        (
            fortaleza,
            "As if the Suarez injury was not enough for Uruguay to bear, Maximiliano Pereira was given a red card late on.",
        ),
        (saint_etienne, "Gary Neville hid his face as the last kick of the shoot-out was saved by Roa."),
        (saint_etienne, "In the shoot-out Gary Neville began by missing the team talk."),
    ] {
        assert_eq!(contradicted(&format!("{head}{words}\n")), [], "{words}");
    }
    let woe = found(&format!("{samara}It was another tale of knock-out woe for Mexico."));
    assert!(woe.iter().all(|(_, words, _)| !words.contains("woe")), "{woe:#?}");
}
