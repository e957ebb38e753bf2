//! Whom the record knows behind a surname or a description: texts of our own about real matches.

mod told;

#[track_caller]
fn speakers(text: &str, expected: &[&str]) {
    assert_eq!(told::speakers(text), expected, "{text}");
}

const FRANCE: &str = "date 2022-12-11\nFrance beat England 2-1 in Al Khor on Saturday to reach the World Cup semi-finals.\n\nAurelien Tchouameni and Olivier Giroud scored. Harry Kane equalised with a penalty and put a second over the bar of Hugo Lloris.\n\n";

#[test]
fn managers_by_their_team() {
    speakers(
        &format!(
            "{FRANCE}“We suffered,” said the France coach.\n\n“So did we,” his opposite number replied. “It hurts,” he added."
        ),
        &["Didier Deschamps", "Gareth Southgate", "Gareth Southgate"],
    );
    speakers(&format!("{FRANCE}“We suffered,” said the French manager."), &["Didier Deschamps"]);
    speakers(&format!("{FRANCE}“We were the better side,” England's manager said."), &["Gareth Southgate"]);
}

#[test]
fn full_names_for_surnames() {
    speakers(
        &format!(
            "{FRANCE}“We suffered,” said Deschamps.\n\n“It is on me,” Kane said.\n\n“He is a brother,” said Maguire."
        ),
        &["Didier Deschamps", "Harry Kane", "Harry Maguire"],
    );
}

#[test]
fn players_by_position_and_club() {
    speakers(&format!("{FRANCE}“I know him well,” said the goalkeeper."), &["Hugo Lloris"]);
    speakers(
        &format!(
            "{FRANCE}Kane's Tottenham team-mate Lloris guessed right.\n\nIt was late.\n\n“I take it on the chin,” said the Tottenham striker."
        ),
        &["Harry Kane"],
    );
    // Two strikers are named, and nothing tells which.
    speakers(&format!("{FRANCE}It was late.\n\n“I take it on the chin,” said the striker."), &["the striker"]);
    speakers(
        &format!("{FRANCE}It was late.\n\n“I take it on the chin,” said the Everton striker."),
        &["the Everton striker"],
    );
    // The record knows who was with which club that winter, whether the report names him or not.
    speakers(
        "date 2022-12-11\nFrance beat England 2-1 in Al Khor on Saturday.\n\nMarcus Rashford came on late.\n\nIt was cold.\n\n“I take it on the chin,” said the Tottenham striker.",
        &["Harry Kane"],
    );
    for (words, who) in [
        ("the Spurs forward", "Harry Kane"),
        ("the Everton goalkeeper", "Jordan Pickford"),
        ("the Borussia Dortmund midfielder", "Jude Bellingham"),
        ("the Atletico Madrid man", "Antoine Griezmann"),
        ("France's Juventus midfielder", "Adrien Rabiot"),
        // Four of Manchester City's were with England.
        ("the Manchester City player", "the Manchester City player"),
        // Giroud was Chelsea's in 2018; neither he nor Kane was once of Tottenham and is no more.
        ("the former Chelsea striker", "Olivier Giroud"),
        ("the former Tottenham striker", "the former Tottenham striker"),
        ("the Inter forward", "the Inter forward"),
    ] {
        speakers(&format!("{FRANCE}It was late.\n\n“We go again,” said {words}."), &[who]);
    }
    speakers(&format!("{FRANCE}“I cried,” said a supporter from Leeds."), &["a supporter from Leeds"]);
}

#[test]
fn captains_by_their_team() {
    speakers(
        &format!("{FRANCE}“It is on me,” said the England captain.\n\n“He is a friend,” the French skipper added."),
        &["Harry Kane", "Hugo Lloris"],
    );
    // His captain is of his team, and is not he.
    speakers(
        &format!("{FRANCE}“It hurts,” said Southgate.\n\n“All of us,” his captain said."),
        &["Gareth Southgate", "Harry Kane"],
    );
    // In 1990 the captaincy passed on: whoever of the two the report names is meant.
    let turin = "date 1990-07-05\nEngland are out of the World Cup, beaten 4-3 on penalties by West Germany in Turin after a 1-1 draw.\n\n";
    speakers(
        &format!("{turin}Terry Butcher came off late.\n\n“We held our heads up,” said the England captain."),
        &["Terry Butcher"],
    );
    speakers(
        &format!("{turin}It was late.\n\n“We held our heads up,” said the England captain."),
        &["the England captain"],
    );
    speakers(&format!("{turin}It was late.\n\n“We were lucky,” said the West Germany captain."), &["Lothar Matthäus"]);
}

#[test]
fn a_club_is_nobody_guessed() {
    // Bobby Robson managed England, and Southampton's manager neither side.
    speakers(
        &format!("{FRANCE}It was late.\n\n“He will be back,” said the Southampton manager."),
        &["the Southampton manager"],
    );
    speakers(
        &format!("{FRANCE}It was late.\n\n“He will be back,” said the Kilchester striker."),
        &["the Kilchester striker"],
    );
}

#[test]
fn an_assistant_is_not_the_coach() {
    speakers(
        &format!("{FRANCE}It was late.\n\n“We suffered,” said the France assistant coach."),
        &["the France assistant coach"],
    );
    speakers(
        &format!("{FRANCE}It was late.\n\n“They suffered,” said the former France coach."),
        &["the former France coach"],
    );
}

#[test]
fn a_manager_named_only_by_his_side() {
    speakers(
        "date 1990-07-05\nEngland are out of the World Cup, beaten 4-3 on penalties by West Germany in Turin after a 1-1 draw.\n\nBobby Robson's team had equalised through Gary Lineker ten minutes from time. Stuart Pearce and Chris Waddle missed.\n\n“We held our heads up,” said the manager, who leaves after the match for third place.",
        &["Bobby Robson"],
    );
}

#[test]
fn players_by_goals_age_and_what_went_before() {
    speakers(
        "date 1966-07-31\nEngland won the World Cup at Wembley on Saturday, beating West Germany 4-2 after extra time.\n\nGeoff Hurst scored three and Martin Peters the other. Helmut Haller and Wolfgang Weber replied.\n\n\"Go and win it again,\" Sir Alf Ramsey told his players.\n\nThe hat-trick hero was brief. ''I just hit it.''",
        &["Alf Ramsey", "Geoff Hurst"],
    );
    speakers(
        "date 2010-07-03\nUruguay beat Ghana 4-2 on penalties in Soccer City after a 1-1 draw.\n\nLuis Suarez handled on the line and Asamoah Gyan hit the bar.\n\n\"I made the save,\" laughed Suarez.\n\n'I had no choice,' the Ajax striker told radio at home.\n\n\"He is a hero,\" his manager said.",
        &["Luis Suárez", "Luis Suárez", "Óscar Tabárez"],
    );
}

#[test]
fn foreigners_in_charge() {
    speakers(
        "date 2002-06-22\nSouth Korea knocked out Spain 5-3 on penalties in Gwangju after a goalless draw.\n\nLee Woon-jae saved from Joaquin and Hong Myung-bo scored the last kick.\n\n\"I am still hungry,\" said the Dutchman, who took over last year.\n\nHiddink: \"We go to Seoul.\"\n\n\"They robbed us,\" fumed Jose Antonio Camacho.",
        &["Guus Hiddink", "Guus Hiddink", "José Antonio Camacho"],
    );
}
