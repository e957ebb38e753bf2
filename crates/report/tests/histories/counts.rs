//! Counts over the matches of a team or of a scorer, in one tournament and over many.

use byline_record::ask::Verdict::{Confirmed, Contradicted, RecordDiffers};
use byline_report::claim::Kind::*;

use super::*;

const THIRD: Scene = Scene {
    date: "2018-07-14",
    lead: "Belgium beat England 2-0 in the World Cup third-place match in St Petersburg on Saturday. Thomas Meunier and Eden Hazard scored.",
};
const DOHA: Scene = Scene {
    date: "2022-11-23",
    lead: "Japan beat Germany 2-1 at the World Cup in Doha on Wednesday. Ritsu Doan and Takuma Asano scored for Japan, Ilkay Gundogan for Germany.",
};
const SOCCER_CITY: Scene = Scene {
    date: "2010-07-11",
    lead: "Spain beat the Netherlands 1-0 after extra time in the World Cup final in Johannesburg on Sunday. Andres Iniesta scored.",
};

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn of_one_tournament() {
    none(&wrong(
        &COLOMBIA,
        Confirmed,
        &[
            (Tally, "England scored eight goals in the group."),
            (Tally, "England scored eight in the group stage."),
            (Streak, "It was Yerry Mina's third in three matches."),
            (Tally, "England conceded three goals in three group matches."),
            (Tally, "England won two of their three group matches."),
        ],
    ));
    none(&wrong(
        &COLOMBIA,
        Contradicted,
        &[
            (Tally, "England scored seven goals in the group."),
            (Tally, "England conceded five goals in three group matches."),
            (Tally, "England won one of their three group matches."),
        ],
    ));
    none(&wrong(
        &YOKOHAMA,
        Confirmed,
        &[
            (Tally, "Germany had conceded only once in six matches."),
            (Tally, "Ronaldo had eight goals in seven matches."),
            (Tally, "Brazil scored 18 goals in seven matches."),
        ],
    ));
    none(&wrong(
        &YOKOHAMA,
        Contradicted,
        &[
            (Tally, "Germany had conceded only twice in six matches."),
            (Tally, "Ronaldo had nine goals in seven matches."),
            (Tally, "Brazil scored 19 goals in seven matches."),
        ],
    ));
    none(&wrong(
        &THIRD,
        Confirmed,
        &[
            (Stage, "Belgium finished third."),
            (Stage, "England finished fourth."),
            (Stage, "Belgium came fourth in 1986."),
        ],
    ));
    none(&wrong(&THIRD, Contradicted, &[(Stage, "Belgium finished fourth."), (Stage, "Belgium came third in 1986.")]));
    none(&wrong(&DOHA, Confirmed, &[(Streak, "It was Germany's second successive opening defeat.")]));
    none(&wrong(&DOHA, Contradicted, &[(Streak, "It was Germany's third successive opening defeat.")]));
}

#[test]
fn of_many_tournaments() {
    none(&wrong(
        &COLOMBIA,
        Confirmed,
        &[
            (Tally, "England have lost three World Cup shoot-outs."),
            (Tally, "England had lost all three World Cup shoot-outs."),
        ],
    ));
    none(&wrong(&COLOMBIA, Contradicted, &[(Tally, "England have lost four World Cup shoot-outs.")]));
    none(&wrong(
        &YOKOHAMA,
        Confirmed,
        &[
            (Tally, "Germany have lost four World Cup finals."),
            (Tally, "Germany have won all three World Cup shoot-outs."),
        ],
    ));
    none(&wrong(&YOKOHAMA, Contradicted, &[(Tally, "Germany have lost six World Cup finals.")]));
    none(&wrong(
        &FRANCE,
        Confirmed,
        &[
            (Streak, "England had not lost to African opposition at a World Cup."),
            (Tally, "England have lost in the quarter-finals seven times."),
        ],
    ));
    none(&wrong(&FRANCE, Contradicted, &[(Tally, "England have lost in the quarter-finals five times.")]));
    none(&wrong(&KYIV, Confirmed, &[(Streak, "Spain have not conceded in a knockout match since 2006.")]));
    none(&wrong(&KYIV, RecordDiffers, &[(Streak, "Spain have not conceded in a knockout match since 2004.")]));
    none(&wrong(&SOCCER_CITY, Confirmed, &[(FirstSince, "Spain became the eighth country to win the World Cup.")]));
    none(&wrong(&SOCCER_CITY, Contradicted, &[(FirstSince, "Spain became the seventh country to win the World Cup.")]));
    none(&wrong(
        &THIRD,
        Confirmed,
        &[(Record, "It is Belgium's best World Cup."), (Record, "It is England's best World Cup since 1990.")],
    ));
    none(&wrong(
        &THIRD,
        RecordDiffers,
        &[(Record, "It is England's best World Cup."), (Record, "It is England's best World Cup since 1986.")],
    ));
}

#[test]
fn elsewhere_counts_are_left_alone() {
    for sentence in [
        "England scored 39 goals in qualifying.",
        "Harry Kane has 30 goals in 40 matches for Tottenham.",
        "England could have scored nine goals in the group.",
        "England have not lost a shoot-out since training began.",
    ] {
        let found = checked(&COLOMBIA, sentence);
        assert!(
            found.iter().all(|(_, is)| !matches!(is.kind, Tally | Streak)
                || !matches!(is.verdict, Confirmed | Contradicted | RecordDiffers)),
            "{sentence}: {found:?}"
        );
    }
}
