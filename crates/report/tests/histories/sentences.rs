use byline_record::ask::Verdict::{Confirmed, Contradicted};
use byline_report::claim::Kind::*;

use super::*;

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn titles() {
    none(&wrong(
        &FRANCE,
        Confirmed,
        &[
            (Title, "Defending champions France were too good."),
            (Title, "England met France, the holders, in Al Khor."),
            (Title, "It was a step too far for the Euro 2020 runners-up."),
            (Title, "England, the 1966 winners, went home."),
            (Title, "England, runners-up at Euro 2020, went home."),
            (Title, "France won the World Cup in 1998."),
            (Title, "France, two-time winners, go on."),
            (Title, "France, world champions in 2018, go on."),
            (Title, "The world champions France go on."),
            (Title, "France are bidding for a third title."),
        ],
    ));
    none(&wrong(
        &FRANCE,
        Contradicted,
        &[
            (Title, "Defending champions England were not good enough."),
            (Title, "England, the 1970 winners, went home."),
            (Title, "England, runners-up at Euro 2016, went home."),
            (Title, "France won the World Cup in 2002."),
            (Title, "France, three-time winners, go on."),
            (Title, "France, world champions in 2014, go on."),
        ],
    ));
    none(&settled(
        &FRANCE,
        &[
            (Title, "The winners play on Wednesday."),
            (Title, "England would have been champions."),
            (Title, "Group winners England had rested players."),
            (Title, "African champions Senegal had gone out."),
            (Title, "Champions League winners were everywhere."),
        ],
    ));
    none(&wrong(
        &YOKOHAMA,
        Confirmed,
        &[
            (Title, "It was Brazil's fifth title."),
            (Title, "Brazil won a fifth World Cup."),
            (Title, "Brazil are world champions again."),
            (Title, "The four-times champions Brazil had been here before."),
        ],
    ));
    none(&wrong(
        &YOKOHAMA,
        Contradicted,
        &[(Title, "It was Brazil's sixth title."), (Title, "Brazil won a fourth World Cup.")],
    ));
}

#[test]
fn first_times() {
    none(&wrong(
        &FRANCE,
        Confirmed,
        &[
            (FirstSince, "France could become the first team since Brazil in 1962 to retain the World Cup."),
            (FirstSince, "France are trying to become the first side to retain the World Cup since Brazil in 1962."),
            (FirstSince, "It was France's first win over England at a World Cup."),
            (FirstSince, "England have never won the European Championship."),
            (FirstSince, "No team has retained the World Cup since Brazil in 1962."),
        ],
    ));
    none(&wrong(
        &FRANCE,
        Contradicted,
        &[
            (FirstSince, "France could become the first team since Italy in 1938 to retain the World Cup."),
            (FirstSince, "France could become the first team since Brazil in 1966 to retain the World Cup."),
            (FirstSince, "It was France's second win over England at a World Cup."),
            (FirstSince, "England have never won the World Cup."),
            (FirstSince, "No team has retained the World Cup since Italy in 1938."),
        ],
    ));
    none(&settled(
        &FRANCE,
        &[
            (FirstSince, "It was the first of two penalties."),
            (FirstSince, "England had the first chance and the last."),
            (FirstSince, "Giroud was the first to react."),
            (FirstSince, "England could have won for the first time."),
            (FirstSince, "France were the sixth country to win the World Cup more than once."),
            (FirstSince, "Giroud became only the second man to score four."),
            (FirstSince, "We have never won it, said one supporter."),
        ],
    ));
    none(&wrong(
        &MOROCCO,
        Confirmed,
        &[
            (FirstSince, "Morocco became the first African team to reach the semi-finals of the World Cup."),
            (FirstSince, "Morocco are the first side from Africa to reach a World Cup semi-final."),
            (FirstSince, "Morocco became the first African team in a World Cup semi-final."),
            (FirstSince, "No African team had reached the semi-finals of the World Cup."),
            (FirstSince, "No side from Africa had gone beyond the last eight of the World Cup."),
            (FirstSince, "Portugal reached the quarter-finals for the first time since 2006."),
        ],
    ));
    none(&wrong(
        &MOROCCO,
        Contradicted,
        &[
            (FirstSince, "Morocco became the first African team to reach the quarter-finals of the World Cup."),
            (FirstSince, "Portugal reached the quarter-finals for the first time since 1966."),
        ],
    ));
    none(&wrong(
        &COLOMBIA,
        Confirmed,
        &[(FirstSince, "It was England's first shoot-out win at a World Cup, after three defeats.")],
    ));
}

#[test]
fn tallies() {
    none(&wrong(
        &COLOMBIA,
        Confirmed,
        &[
            (Tally, "It was Harry Kane's sixth goal of the tournament."),
            (Tally, "Kane converted for his sixth goal of the World Cup."),
            (Tally, "Kane leads the scorers with six."),
            (Tally, "Kane has six goals at this World Cup."),
        ],
    ));
    none(&wrong(
        &COLOMBIA,
        Contradicted,
        &[
            (Tally, "It was Harry Kane's fifth goal of the tournament."),
            (Tally, "Kane has seven goals at this World Cup."),
        ],
    ));
    none(&settled(
        &COLOMBIA,
        &[
            (Tally, "Kane has 19 goals for England."),
            (Tally, "It would have been his seventh goal of the tournament."),
            (Tally, "Mina plays his fourth match of the tournament next."),
        ],
    ));
    none(&wrong(
        &YOKOHAMA,
        Confirmed,
        &[
            (Tally, "They were Ronaldo's seventh and eighth of the tournament."),
            (Tally, "Ronaldo finished with eight goals at the tournament."),
            (Tally, "It was Ronaldo's 12th World Cup goal."),
        ],
    ));
}

#[test]
fn tables() {
    none(&wrong(
        &FRANCE,
        Confirmed,
        &[
            (Table, "England topped Group B."),
            (Table, "Southgate's side had won Group B with seven points."),
            (Table, "England finished top of Group B, two points ahead of the USA."),
            (Table, "France, Group D winners, go on."),
        ],
    ));
    none(&wrong(
        &FRANCE,
        Contradicted,
        &[
            (Table, "England finished second in Group B."),
            (Table, "England topped Group C."),
            (Table, "England went through on goal difference."),
        ],
    ));
    none(&settled(
        &FRANCE,
        &[(Table, "England hoped to win Group B."), (Table, "England won the group match against Iran.")],
    ));
}

#[test]
fn progress() {
    none(&wrong(
        &FRANCE,
        Confirmed,
        &[
            (Progress, "England were knocked out in the quarter-finals."),
            (Progress, "England reached the semi-finals in 2018."),
            (Progress, "England reached the last four four years ago."),
            (Progress, "France are through to the semi-finals."),
            (
                Progress,
                "The Euro 2020 runners-up could not repeat their feat of four years ago by reaching the last four.",
            ),
        ],
    ));
    none(&wrong(
        &FRANCE,
        Contradicted,
        &[
            (Progress, "England were knocked out in the semi-finals."),
            (Progress, "England reached the final in 2018."),
            (Progress, "England reached the semi-finals in 2014."),
        ],
    ));
    none(&settled(
        &FRANCE,
        &[
            (Progress, "England could have reached the semi-finals."),
            (Progress, "France play Morocco for a place in the final."),
            (Progress, "England went into the final ten minutes behind."),
        ],
    ));
}

#[test]
fn runs() {
    none(&wrong(
        &YOKOHAMA,
        Confirmed,
        &[
            (Streak, "Brazil won all seven matches."),
            (Streak, "Brazil have won all seven games here."),
            (Streak, "Brazil won all three group matches."),
            (Streak, "It was Brazil's third successive final."),
        ],
    ));
    none(&wrong(
        &YOKOHAMA,
        Contradicted,
        &[
            (Streak, "Brazil won all six matches here."),
            (Streak, "Germany won all three group matches."),
            (Streak, "It was Brazil's second successive final."),
        ],
    ));
}

#[test]
fn roles_and_ages() {
    none(&wrong(
        &FRANCE,
        Confirmed,
        &[
            (Role, "England manager Gareth Southgate stood still."),
            (Role, "Didier Deschamps, the France coach, smiled."),
            (Role, "Southgate's side were out."),
            (Role, "It was hot in Doha, where hosts Qatar had gone out early."),
            (Age, "Olivier Giroud, 36, was not done."),
            (Age, "The 36-year-old Olivier Giroud was not done."),
        ],
    ));
    none(&wrong(
        &FRANCE,
        Contradicted,
        &[
            (Role, "England manager Didier Deschamps stood still."),
            (Role, "It was hot in Doha, where hosts Morocco had gone through."),
            (Age, "The 34-year-old Olivier Giroud was not done."),
        ],
    ));
    none(&settled(
        &FRANCE,
        &[(Role, "The former England manager Sven-Goran Eriksson watched."), (Age, "Kane, 54, was level.")],
    ));
}

#[test]
fn superlatives() {
    none(&wrong(&KYIV, Confirmed, &[(Record, "It is the biggest winning margin in a European Championship final.")]));
}

#[test]
fn meetings() {
    none(&wrong(
        &FRANCE,
        Confirmed,
        &[
            (HeadToHead, "It was their third meeting at a World Cup."),
            (HeadToHead, "The teams had met twice before at World Cups."),
            (HeadToHead, "England and France had met twice before at World Cups."),
        ],
    ));
    none(&wrong(
        &FRANCE,
        Contradicted,
        &[
            (HeadToHead, "It was their fourth meeting at a World Cup."),
            (HeadToHead, "England and France had met three times before at World Cups."),
        ],
    ));
}
