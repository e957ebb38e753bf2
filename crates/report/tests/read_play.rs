//! Goals, cards and the course of a match told in varied words: true tellings confirmed, one changed fact contradicted.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails, holds};

const NUREMBERG: &str = "date 2006-06-26\n\
Portugal beat the Netherlands 1-0 in Nuremberg on Sunday.\n\n\
Maniche's goal, in the 23rd minute, decided it.\n\n\
Mark van Bommel's name was the first to be taken, after two minutes. Maniche got a yellow himself on 20 minutes.\n\n\
Boulahrouz was shown a second yellow card in the 63rd minute. Deco received his marching orders after 78 minutes, and \
Giovanni van Bronckhorst evened the numbers when he was dismissed in the fifth minute of added time.\n\n\
Wesley Sneijder and Rafael van der Vaart were also cautioned.";

#[test]
fn cards_in_other_words() {
    holds(
        NUREMBERG,
        &[
            (Kind::Card, "Mark van Bommel's name was the first to be taken"),
            (Kind::Minute, "after two minutes"),
            (Kind::Card, "Maniche got a yellow"),
            (Kind::Minute, "on 20 minutes"),
            (Kind::Minute, "in the 63rd minute"),
            (Kind::Card, "dismissed"),
            (Kind::Minute, "in the fifth minute of added time"),
            (Kind::Card, "Wesley Sneijder"),
            (Kind::Card, "Rafael van der Vaart"),
        ],
    );
}

#[test]
fn cards_of_others_and_at_other_times() {
    fails(
        NUREMBERG,
        &[
            ("Mark van Bommel", "Arjen Robben"),
            ("himself on 20", "himself on 32"),
            ("in the 63rd", "in the 53rd"),
            ("after 78 minutes", "after 68 minutes"),
            ("fifth minute of added", "second minute of added"),
            ("Wesley Sneijder and", "Phillip Cocu and"),
        ],
    );
}

const AZTECA: &str = "date 1970-06-18\n\
Italy beat West Germany 4-3 after extra time in Mexico City to reach the World Cup final.\n\n\
Roberto Boninsegna's left-footed shot had flown in after eight minutes and the Italians sat on it. Then \
Karl-Heinz Schnellinger, in the last minute, arrived to convert a centre.\n\n\
Gerd Muller poked West Germany ahead in the fourth minute of extra time. Tarcisio Burgnich, of all people, made it 2-2. \
Gigi Riva shot the Italians back into the lead in the 104th. Muller levelled again, and at once Gianni Rivera \
side-footed the winner in the 111th.";

#[test]
fn bare_ordinals_and_loose_verbs() {
    holds(
        AZTECA,
        &[
            (Kind::Minute, "after eight minutes"),
            (Kind::Minute, "in the fourth minute of extra time"),
            (Kind::Minute, "in the 104th"),
            (Kind::Minute, "in the 111th"),
            (Kind::Order, "back into the lead"),
        ],
    );
    fails(
        AZTECA,
        &[
            ("after eight minutes", "after 18 minutes"),
            ("in the 104th", "in the 101st"),
            ("in the 111th", "in the 117th"),
            ("Gianni Rivera", "Sandro Mazzola"),
        ],
    );
}

const COPENHAGEN: &str = "date 2021-06-29\n\
COPENHAGEN - Spain beat Croatia 5-3 after extra time on Monday to reach the quarter-finals of the European \
Championship.\n\n\
Pedri's back-pass in the 20th minute skipped over the foot of Unai Simon. Pablo Sarabia drew Spain level seven minutes \
before the break.\n\n\
Cesar Azpilicueta, up from the back, headed them in front on 57 minutes, and Ferran Torres made it 3-1 with 13 minutes \
remaining.\n\n\
Two goals down, Croatia hit back. Mislav Orsic bundled the ball home with five minutes to go, and two minutes into added \
time Mario Pasalic glanced in the goal that made it 3-3.\n\n\
Alvaro Morata drove Spain back in front ten minutes into extra time and Mikel Oyarzabal's low finish in the 103rd minute \
made sure.";

#[test]
fn course_and_minutes() {
    holds(
        COPENHAGEN,
        &[
            (Kind::Minute, "in the 20th minute"),
            (Kind::Minute, "seven minutes before the break"),
            (Kind::Order, "Two goals down"),
            (Kind::Minute, "two minutes into added time"),
            (Kind::Minute, "ten minutes into extra time"),
        ],
    );
    fails(
        COPENHAGEN,
        &[
            ("seven minutes before", "twelve minutes before"),
            ("on 57 minutes", "on 49 minutes"),
            ("with 13 minutes", "with 23 minutes"),
            ("in the 103rd", "in the 113th"),
            ("made it 3-1", "made it 2-1"),
        ],
    );
}

#[test]
fn who_led_and_who_trailed() {
    let text = "date 2012-06-29\nItaly beat Germany 2-1 in Warsaw on Thursday to reach the final of Euro 2012.\n\n\
        Mario Balotelli scored twice in the first half. Italy never trailed.\n\n\
        Mesut Ozil's penalty two minutes into stoppage time came too late.";
    holds(text, &[(Kind::Order, "never trailed"), (Kind::Minute, "two minutes into stoppage time")]);
    fails(
        text,
        &[("Italy never", "Germany never"), ("Mesut Ozil's", "Toni Kroos's"), ("scored twice", "scored three times")],
    );
}

#[test]
fn neither_an_object_nor_a_passive_scores() {
    let text = "date 2012-06-29\nItaly beat Germany 2-1 in Warsaw on Thursday to reach the final of Euro 2012.\n\n\
        Mario Balotelli scored twice, the first a header from Antonio Cassano's centre on 20 minutes.\n\n\
        The second was rifled past Manuel Neuer within three minutes of his next chance.";
    assert_eq!(contradicted(text), []);
}

#[test]
fn chances_and_other_peoples_deeds_are_no_goals() {
    let text = "date 2018-07-12\nMOSCOW - Croatia came from behind to beat England 2-1 after extra time on Wednesday.\n\n\
        Kieran Trippier bent a free kick into the top corner in the fifth minute. Harry Kane hit the post in the 30th \
        minute and Jesse Lingard side-footed wide six minutes later.\n\n\
        Ivan Perisic stuck out a boot in the 68th minute. Four minutes later the same man hit the post. Trippier's goal had \
        been cancelled out.\n\n\
        Mario Mandzukic, who had gone close in the 106th when Jordan Pickford saved at his feet, pounced on Perisic's \
        header to score the winner. He was replaced in the 115th minute.";
    holds(text, &[(Kind::Minute, "in the fifth minute"), (Kind::Minute, "in the 68th minute")]);
}

#[test]
fn a_minute_that_counts_from_something_else() {
    let text = "date 2022-12-19\nArgentina beat France on penalties after a 3-3 draw in the World Cup final on Sunday.\n\n\
        Kylian Mbappe scored twice in 97 seconds to make it 2-2.";
    assert_eq!(contradicted(text), []);
}
