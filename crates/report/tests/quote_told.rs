//! Whom a quote is of by the sentence that leads up to it, by its place in the match, and by what the report said of
//! somebody before: texts of our own about real matches.

mod told;

use told::{said, speakers};

const BERLIN: &str = "date 2006-07-10\nItaly won the World Cup in Berlin on Sunday, beating France 5-3 on penalties after a 1-1 draw.\n\nZinedine Zidane and Marco Materazzi scored. David Trezeguet hit the bar and Fabio Grosso the last kick.\n\n";
const MADRID: &str = "date 2016-07-11\nPortugal beat France 1-0 after extra time in Saint-Denis to win Euro 2016.\n\nEder shot the only goal in the 109th minute.\n\n";
const TURIN: &str = "date 1990-07-05\nWest Germany beat England 4-3 on penalties in Turin after a 1-1 draw.\n\nAndreas Brehme and Gary Lineker scored.\n\n";

/// The text after the story, and who is to have said the quotes in it, in order.
const SPOKEN: &[(&str, &str, &[&str])] = &[
    // Participles and second verbs belong to the subject of the sentence.
    (
        BERLIN,
        "Raymond Domenech said that the red card had been the turning point, adding: “We had them.”",
        &["Raymond Domenech"],
    ),
    (BERLIN, "Marcello Lippi was coy about his future, insisting it was “not the day” to talk.", &["Marcello Lippi"]),
    (
        MADRID,
        "The forward, who began at Coimbra, said he had dreamed of it for the national team adding that he \
         “never stopped believing”.",
        &["Eder"],
    ),
    (MADRID, "Fellow-midfielder Renato Sanches agreed. “We ran for him,” said Sanches.", &["Renato Sanches"]),
    (
        BERLIN,
        "Raymond Domenech called the card “a disgrace” but conceded that France “should have won it” before.",
        &["Raymond Domenech", "Raymond Domenech"],
    ),
    (BERLIN, "Materazzi, another defender, revealed what he had told the bench: “I will score.”", &["Marco Materazzi"]),
    (
        BERLIN,
        "Marcello Lippi said France had been “old” and “slow to the ball” all night.",
        &["Marcello Lippi", "Marcello Lippi"],
    ),
    // Whoever a sentence begins with is he who speaks next, though another is named more often.
    (
        BERLIN,
        "Zinedine Zidane scored from the spot.\n\nItaly coach Marcello Lippi, who was calm all night, feared Zidane's \
         next shot.\n\nHe said: “I could not look.”",
        &["Marcello Lippi"],
    ),
    // What stands before a name is none of it.
    (BERLIN, "Italian Head Coach Marcello Lippi said: “We earned it.”", &["Marcello Lippi"]),
    (BERLIN, "Match-winner Grosso said: “I shut my eyes.”", &["Fabio Grosso"]),
    // An official is known by his office.
    (
        BERLIN,
        "Federation president Guido Rossi thanked them. “We are proud,” Rossi said.\n\n“It is a great night,” said the \
         federation president.",
        &["Guido Rossi", "Guido Rossi"],
    ),
    // A colon: the sentence is of whoever it is about.
    (
        BERLIN,
        "Fabio Grosso, who had never taken one for his country, ran the length of the field with his shirt in his hand: “I shut my eyes.”",
        &["Fabio Grosso"],
    ),
    (
        BERLIN,
        "A spokesman for the federation later clarified: “He was speaking generally.”",
        &["A spokesman for the federation"],
    ),
    (
        BERLIN,
        "“I cried,” said Grosso.\n\nA policeman from Bari took another view. “A quiet night.”",
        &["Fabio Grosso", "A policeman from Bari"],
    ),
    // Sentences of their own between two quotes.
    (BERLIN, "“One,” said Lippi. Domenech disagreed. “Two,” he said.", &["Marcello Lippi", "Raymond Domenech"]),
    (
        BERLIN,
        "“One,” said Lippi.\n\nIn the stands one supporter from Lyon had had enough. “Two,” he said.",
        &["Marcello Lippi", "one supporter from Lyon"],
    ),
    (BERLIN, "“One,” said Lippi, the coach. “Two,” he said.", &["Marcello Lippi", "Marcello Lippi"]),
    // Verdicts and words.
    (BERLIN, "“A lottery,” in the words of David Trezeguet.", &["David Trezeguet"]),
    (BERLIN, "“A lottery,” was how Domenech put it.", &["Raymond Domenech"]),
    (BERLIN, "“A lottery,” was the verdict of the France coach.", &["Raymond Domenech"]),
    (BERLIN, "“A lottery,” a woman beside him replied.", &["a woman beside him"]),
    (BERLIN, "For David Trezeguet it was “the longest night of a long career in football”.", &["David Trezeguet"]),
    // Scorers, named or not; winners and losers.
    (MADRID, "“I shot,” said the match-winner.", &["Eder"]),
    (
        MADRID,
        "“We waited,” said the winning coach. “So did we,” said the beaten manager.",
        &["Fernando Santos", "Didier Deschamps"],
    ),
    (BERLIN, "“I shot,” said the hat-trick hero.", &["the hat-trick hero"]),
    // What the report said of somebody before.
    (
        TURIN,
        "Captain Lothar Matthaus consoled Chris Waddle.\n\nIt was late.\n\n“There are no words,” the West Germany captain said.",
        &["Lothar Matthäus"],
    ),
    (TURIN, "Paul Parker was beaten by the free-kick. “Three inches,” the full-back said.", &["Paul Parker"]),
    // Somebody of the name, but another than the record's.
    (TURIN, "“Good for them,” said Danny Walker, a 34-year-old electrician.", &["Danny Walker"]),
];

#[track_caller]
fn check(told: &[(&str, &str, &[&str])]) {
    for (story, text, expected) in told {
        assert_eq!(speakers(&format!("{story}{text}")), *expected, "{text}");
    }
}

#[test]
fn whoever_the_report_tells_of_has_said_it() {
    check(SPOKEN);
}

#[test]
fn names_and_sayings_in_marks_are_nobodys() {
    for text in [
        "Oscar Tabarez, nicknamed “the Teacher”, stayed calm.",
        "He had been at the heart of what the tabloids called “the dentist's chair affair”.",
        "The word “humiliation” was on every back page.",
    ] {
        assert_eq!(said(&format!("{TURIN}{text}")), [], "{text}");
    }
}

const SOCHI: &str = "date 2018-07-08\nCroatia beat Russia 4-3 on penalties in Sochi on Saturday after a 2-2 draw.\n\nDenis Cheryshev, Andrej Kramaric, Domagoj Vida and Mario Fernandes scored.\n\n";

/// Lines that only say who speaks, and what is nobody's by name.
const CREDITED: &[(&str, &str, &[&str])] = &[
    (
        SOCHI,
        "“I could not watch.”\n\n— Croatia coach Zlatko Dalic on the shoot-out.\n\n“We gave it all.”\n\n“All.”\n\n— Denis Cheryshev after his fourth goal of the tournament.",
        &["Zlatko Dalić", "Denis Cheryshev", "Denis Cheryshev"],
    ),
    (
        SOCHI,
        "“I could not watch.” -- Croatia coach Zlatko Dalic on the shoot-out. “We gave it all.” -- Denis Cheryshev after his goal.",
        &["Zlatko Dalić", "Denis Cheryshev"],
    ),
    (SOCHI, "Voices of the night\n\n“It was a fine night.”\n\nLuka Ilic, the stadium announcer", &["Luka Ilic"]),
    (
        SOCHI,
        "“I could not watch,” said Dalic.\n\nHe also paid tribute to Cheryshev and said: “A fine goal.”",
        &["Zlatko Dalić", "Zlatko Dalić"],
    ),
    (
        SOCHI,
        "Zlatko Dalic, Croatia coach\n“I could not watch.”\n\nStanislav Cherchesov, Russia coach\n“We gave it all.”\n\n“All.”",
        &["Zlatko Dalić", "Stanislav Cherchesov", "Stanislav Cherchesov"],
    ),
    (SOCHI, "Croatia coach Dalic on the shoot-out.\n\n“I could not watch.”", &["Zlatko Dalić"]),
    // An agency signs its story, and says nothing.
    (SOCHI, "“I could not watch,” said Dalic. “Not once.”\n\n— Reuters", &["Zlatko Dalić", "Zlatko Dalić"]),
    // A sentence is no line.
    (
        SOCHI,
        "“I could not watch,” said Dalic.\n\nDomagoj Vida, 29, was in tears.\n\n“He was the one,” the coach added.",
        &["Zlatko Dalić", "Zlatko Dalić"],
    ),
    (SOCHI, "The federation issued a statement which read: “We are proud.”", &["The federation"]),
    // The pundit is whom the sentences before are about.
    (
        SOCHI,
        "Former striker Davor Suker was in the stand. And he could not sit still. The television pundit, 50, said: “What a night.”",
        &["Davor Šuker"],
    ),
    // Two quotes run together, and one that no mark ends.
    (
        SOCHI,
        "“I could not watch,” Dalic told the news conference.”There was no air.",
        &["Zlatko Dalić", "Zlatko Dalić"],
    ),
    (SOCHI, "On claims Croatia had been ‘lucky’, Vida replied: ‘Who is not? We ran.", &["Domagoj Vida"]),
    // What the record does not know of somebody is no proof, though only one of those named plays there.
    (SOCHI, "“I could not watch,” said the tattooed defender.", &["the tattooed defender"]),
    (SOCHI, "“I could not watch,” said the Lazio man.", &["the Lazio man"]),
    (SOCHI, "“I could not watch,” said the Lazio defender.", &["the Lazio defender"]),
    // Who was with which club in 2018, it does know.
    (SOCHI, "“I could not watch,” said the Villarreal man.", &["Denis Cheryshev"]),
];

#[test]
fn lines_that_credit() {
    check(CREDITED);
}

/// Reactions, views and verdicts with their owner, and who is named behind a quote without a verb.
const OWNED: &[(&str, &str, &[&str])] = &[
    (TURIN, "Gary Lineker's reaction: “We had them.”", &["Gary Lineker"]),
    (TURIN, "The verdict of Franz Beckenbauer? “Incredible.”", &["Franz Beckenbauer"]),
    (TURIN, "“No excuses.” That was Peter Shilton.", &["Peter Shilton"]),
    (TURIN, "“I am very happy with how we played,” Franz Beckenbauer, Germany coach.", &["Franz Beckenbauer"]),
    (
        TURIN,
        "The former captain Kevin Keegan, working for television, felt they had “run out of legs”.",
        &["Kevin Keegan"],
    ),
    (TURIN, "Bobby Robson's view was that they had “run out of luck”.", &["Bobby Robson"]),
    (TURIN, "“I knew we would come back,” said the striker who had equalised.", &["Gary Lineker"]),
];

#[test]
fn a_view_is_of_its_owner_and_a_quote_of_whoever_is_named_behind_it() {
    told::spoken(OWNED);
}
