//! Speakers told apart: whose coach or captain is meant, the other of two, and who is told of beside somebody named. Texts of
//! our own about real matches, the quotes invented.

mod told;

use told::{said, spoken};

const LUSAIL: &str = "date 2022-12-19\nArgentina beat France 4-2 on penalties in Lusail on Sunday after a 3-3 draw to win the World Cup.\n\nLionel Messi scored twice and Angel Di Maria once; Kylian Mbappe replied with three.\n\n";
const AL_KHOR: &str = "date 2022-12-15\nFrance beat Morocco 2-0 in Al Khor on Wednesday to reach the World Cup final.\n\nTheo Hernandez hooked in the first after five minutes; Randal Kolo Muani, just sent on, tapped in the second.\n\n";
const SHOCK: &str = "date 2022-11-23\nSaudi Arabia beat Argentina 2-1 in Lusail on Tuesday at the World Cup.\n\nSaleh Al-Shehri and Salem Al-Dawsari scored after Lionel Messi's penalty.\n\n";
const BARCELONA: &str = "date 1982-07-06\nItaly beat Brazil 3-2 in Barcelona on Monday to reach the World Cup semi-finals.\n\nPaolo Rossi scored three.\n\n";
const ROME: &str = "date 1990-07-09\nWest Germany beat Argentina 1-0 in Rome on Sunday to win the World Cup. Andreas Brehme scored from the spot.\n\n";
const AZTECA: &str = "date 1970-06-22\nBrazil beat Italy 4-1 in Mexico City on Sunday to win the World Cup. Roberto Boninsegna had levelled.\n\n";
const BERNE: &str = "date 1954-07-05\nWest Germany beat Hungary 3-2 in Berne on Sunday to win the World Cup.\n\n";
const MUNICH: &str = "date 1988-06-26\nThe Netherlands beat the Soviet Union 2-0 in Munich on Saturday to win the European Championship. Marco van Basten volleyed the second past Rinat Dasayev.\n\n";
const ROTTERDAM: &str = "date 2000-07-03\nFrance beat Italy 2-1 in Rotterdam on Sunday to win Euro 2000, David Trezeguet scoring the golden goal.\n\n";
const KAZAN: &str =
    "date 2018-06-28\nSouth Korea beat Germany 2-0 in Kazan on Wednesday to put the holders out of the World Cup.\n\n";
const WEMBLEY: &str = "date 1996-06-27\nGermany beat England 6-5 on penalties at Wembley on Wednesday after a 1-1 draw to reach the final of Euro 96.\n\n";
const GELSENKIRCHEN: &str = "date 2024-06-17\nEngland beat Serbia 1-0 in Gelsenkirchen on Sunday at Euro 2024. Jude Bellingham headed the goal.\n\n";
const MEXICO: &str =
    "date 1986-06-23\nArgentina beat England 2-1 in Mexico City on Sunday to reach the World Cup semi-finals.\n\n";
const SYDNEY: &str = "date 2023-08-21\nSpain beat England 1-0 in Sydney on Sunday to win the Women's World Cup. Olga Carmona scored.\n\n";
const KYIV: &str =
    "date 2012-07-02\nSpain beat Italy 4-0 in Kyiv on Sunday to win Euro 2012. Jordi Alba and David Silva scored.\n\n";
const SAINT_ETIENNE: &str = "date 1998-07-01\nArgentina beat England on penalties in Saint-Etienne on Tuesday after a 2-2 draw at the World Cup.\n\n";
const STUTTGART: &str = "date 2024-07-06\nSpain beat Germany 2-1 after extra time in Stuttgart on Friday to reach the last four of Euro 2024. Mikel Merino headed the winner.\n\n";
const BELO: &str = "date 2014-07-09\nGermany beat Brazil 7-1 in Belo Horizonte on Tuesday to reach the World Cup final. Miroslav Klose scored one of the seven.\n\n";
const RUSTENBURG: &str = "date 2010-06-19\nEngland and Algeria drew 0-0 in Cape Town on Friday at the World Cup.\n\n";
const AMSTERDAM: &str = "date 2000-06-30\nItaly beat the Netherlands 3-1 on penalties in Amsterdam on Thursday after a 0-0 draw to reach the final of Euro 2000.\n\n";
const GELSENKIRCHEN06: &str = "date 2006-07-02\nPortugal beat England 3-1 on penalties in Gelsenkirchen on Saturday after a 0-0 draw to reach the World Cup semi-finals.\n\n";
const BERLIN24: &str = "date 2024-06-30\nSwitzerland beat Italy 2-0 in Berlin on Saturday at Euro 2024. Remo Freuler and Ruben Vargas scored.\n\n";
const STUTTGART88: &str = "date 1988-06-13\nIreland beat England 1-0 in Stuttgart on Sunday at the European Championship. Ray Houghton headed the goal past Peter Shilton.\n\n";
const SPARTAK: &str = "date 2018-07-04\nEngland beat Colombia 4-3 on penalties in Moscow on Tuesday after a 1-1 draw at the World Cup. Harry Kane and Yerry Mina scored.\n\n";
const SEMI21: &str = "date 2021-07-07\nItaly beat Spain 4-2 on penalties at Wembley on Tuesday after a 1-1 draw to reach the final of Euro 2020. Federico Chiesa scored; Alvaro Morata replied.\n\n";
const NATAL: &str = "date 2014-06-25\nUruguay beat Italy 1-0 in Natal on Tuesday at the World Cup. Diego Godin headed the goal; Luis Suarez had bitten Giorgio Chiellini.\n\n";
const PARIS84: &str = "date 1984-06-28\nFrance beat Spain 2-0 in Paris on Wednesday to win the European Championship. Michel Platini scored the first.\n\n";
const FINAL66: &str =
    "date 1966-07-31\nEngland beat West Germany 4-2 after extra time at Wembley on Saturday to win the World Cup.\n\n";

#[test]
fn whose_coach_or_captain() {
    spoken(&[
        // The adjective is of the man, and not of his team.
        (
            SHOCK,
            "Saudi Arabia had been behind. “I spoke a little loudly,” said their French manager.",
            &["Hervé Renard"],
        ),
        // The team of a sentence of its own, not of whoever spoke before.
        (
            ROME,
            "“His boot was broken,” said Lothar Matthaus.\n\nArgentina, down to nine, had an explanation. “A black hand,” said their captain.",
            &["Lothar Matthäus", "Diego Maradona"],
        ),
        // Of the side whose player has just spoken; the other coach is named only later.
        (
            AZTECA,
            "“He heard me come,” said Carlos Alberto, the captain.\n\n“I picked ten number tens,” said the coach.\n\n“We ran,” said the Italian coach, Ferruccio Valcareggi.",
            &["Carlos Alberto", "Mário Zagallo", "Ferruccio Valcareggi"],
        ),
        (
            KAZAN,
            "“We are out,” said Manuel Neuer.\n\n“One per cent,” said his opponents' coach.",
            &["Manuel Neuer", "Shin Tae-yong"],
        ),
        // The other captain scored none.
        (
            MUNICH,
            "“They had one man more,” the Soviet coach said.\n\nThe dreadlocked captain had headed the first. “My boy will see it,” he said.",
            &["Valeriy Lobanovskyi", "Ruud Gullit"],
        ),
        // Who leads a team on the day is not its captain.
        (
            WEMBLEY,
            "Andreas Moller hit the last kick. “For Gascoigne,” said Germany's stand-in captain.",
            &["Andreas Möller"],
        ),
        // Whoever the report has not named may be in the squad.
        (
            LUSAIL,
            "“I put my leg out,” said the Aston Villa goalkeeper.\n\n“I am too honest a man,” said his opposite number.",
            &["Emiliano Martínez", "Hugo Lloris"],
        ),
    ]);
}

#[test]
fn the_other_of_two() {
    spoken(&[
        (
            BARCELONA,
            "“We played,” said Socrates.\n\n“It came from Rome,” said the other Brazilian scorer.",
            &["Sócrates", "Falcão"],
        ),
        (
            ROTTERDAM,
            "Marco Delvecchio, who had scored, and Alessandro Del Piero, who could have, hid under towels. “My fault,” the latter said.",
            &["Alessandro Del Piero"],
        ),
        // The man of one club is not the man of another.
        (
            GELSENKIRCHEN,
            "Dusan Vlahovic drew a fine save from Jordan Pickford. “I had turned round,” said the Juventus man. “Fingertips,” said the Everton man.",
            &["Dušan Vlahović", "Jordan Pickford"],
        ),
        // The scorer is somebody else, and nobody named.
        (
            FINAL66,
            "“I would have followed it up,” said Roger Hunt. The scorer said that he had no idea. “I was on my backside,” said the West Ham man.",
            &["Roger Hunt", "the West Ham man"],
        ),
        // Of two who scored the one who is named only later need not be meant.
        (
            MEXICO,
            "Of the first the scorer said that it came “a little with the hand of God”.\n\n“I nearly applauded,” said Gary Lineker.",
            &["the scorer", "Gary Lineker"],
        ),
        // Somebody set up Olmo.
        (
            "date 2024-07-10\nSpain beat France 2-1 in Munich on Tuesday to reach the final of Euro 2024.\n\n",
            "The teenager who set up Dani Olmo has homework to do. “Nobody rang,” said the little winger.",
            &["the little winger"],
        ),
        (
            "date 2018-07-16\nFrance beat Croatia 4-2 in Moscow on Sunday to win the World Cup.\n\n",
            "When Hugo Lloris missed the ball the man laughed. “A gentleman,” he shouted.",
            &["the man"],
        ),
    ]);
}

#[test]
fn names_after_or_without_a_description() {
    spoken(&[
        (FINAL66, "“I would have followed it up,” said the forward who was nearest, Roger Hunt.", &["Roger Hunt"]),
        (SYDNEY, "Kosovare Asllani, who had gone out with Sweden: “We had them.”", &["Kosovare Asllani"]),
        (SYDNEY, "Mary Earps, 30, shrugged. “I have apologised,” said the oldest of them all.", &["Mary Earps"]),
        (
            SYDNEY,
            "Jorge Vilda was calm. “Happy,” Vilda said. A reporter asked about those who had refused to play for him. “Next,” replied the Spain coach.",
            &["Jorge Vilda", "Jorge Vilda"],
        ),
        // A team is nobody.
        (
            MUNICH,
            "Holland 2, Soviet Union 0: that was all. “I was tired,” said the Milan striker.",
            &["Marco van Basten"],
        ),
        // Nor is what the people call somebody.
        (ROME, "“I ran,” said the Divine Ponytail.", &["the Divine Ponytail"]),
        (
            KAZAN,
            "Tottenham's Korean, who ran 50 metres for it, went through his English: “Happy tears.”",
            &["Son Heung-min"],
        ),
        (
            AL_KHOR,
            "Hernandez thought of his brother. “He ran further,” the AC Milan left back said.",
            &["Theo Hernandez"],
        ),
        (
            BERNE,
            "Helmut Rahn hit the third. “They thought I would pass,” said the outside-right from Essen.",
            &["Helmut Rahn"],
        ),
        // A child is told by the father.
        (STUTTGART, "Merino's father scored here once. “I ran round the flag,” the son said.", &["Mikel Merino"]),
        // Hardly anybody in the squads is as young.
        (SAINT_ETIENNE, "The 18-year-old sat there with a towel. “There was just green,” he said.", &["Michael Owen"]),
        (
            STUTTGART,
            "“Two years,” said Julian Nagelsmann.\n\n“Insatiable,” said his Spain counterpart.",
            &["Julian Nagelsmann", "Luis de la Fuente"],
        ),
        // Of what it was said is none of who said it.
        (KYIV, "“I looked up,” said the left-back of his goal.", &["Jordi Alba"]),
    ]);
}

#[test]
fn cues_of_a_sentence_of_their_own() {
    spoken(&[
        (
            SHOCK,
            "“Where is he?” That was how a taxi driver from Riyadh greeted everybody.\n\n“Lift your heads,” said Lionel Scaloni.",
            &["a taxi driver from Riyadh", "Lionel Scaloni"],
        ),
        (ROTTERDAM, "Roger Lemerre found it “beautiful to the point of absurdity”.", &["Roger Lemerre"]),
    ]);
    // A byname that others gave.
    let byname = "Dunga, the man they had called ‘the shame of Brazil’ once, took the cup.";
    assert_eq!(said(&format!("{ROME}{byname}")), []);
    // A title within the story.
    for title in ["Zidane reflects on ‘naughty’ chip", "'Football history'"] {
        let text = format!("{ROTTERDAM}Zidane was out of sight.\n\n{title}\n\nThe crowd rose.");
        assert_eq!(said(&text), [], "{title}");
    }
}

#[test]
fn words_of_somebody_else() {
    spoken(&[
        // While another did something else: he is that other.
        (
            MEXICO,
            "Craig Foster called it “unbelievable”, while David Zdrilic tore into the losers for their ease.\n\n“They got too comfortable,” he said.",
            &["Craig Foster", "David Zdrilic"],
        ),
        // Several offices before one name.
        (
            MEXICO,
            "Former England star and BBC football commentator Gary Lineker said they had done well but admitted they “utterly choked” at the end.",
            &["Gary Lineker"],
        ),
        (
            KAZAN,
            "Goalscorer Son, Heung-min by name, was out. Son Heung-min smiled. Goalscorer Heung-min hailed “one of the biggest in our history”.",
            &["Son Heung-min"],
        ),
        (
            MEXICO,
            "“Some feel you are the devil,” Diego Maradona was told by one English journalist.",
            &["one English journalist"],
        ),
        (KAZAN, "“They wish to undermine me.” -- Neymar after being booed.", &["Neymar"]),
        (
            LUSAIL,
            "It was Didier Deschamps's old comment that Messi “did not run that much” in the first place.",
            &["Didier Deschamps"],
        ),
        (
            KAZAN,
            "“You know you have nothing to lose.”You have no duty,” Shin Tae-yong informed the press.",
            &["Shin Tae-yong", "Shin Tae-yong"],
        ),
        // Whose goal it was, and the forward is nobody else.
        (
            KAZAN,
            "“We ran,” said Joachim Low.\n\nSon Heung-min grinned. Son's goal drew praise. The Tottenham forward beat Mats Hummels to it.\n\nHe said: “I was tired.”",
            &["Joachim Löw", "Son Heung-min"],
        ),
    ]);
}

#[test]
fn others_of_whom_more_is_said() {
    spoken(&[
        (
            BELO,
            "“I wanted to see them smile,” said David Luiz.\n\nThe man who passed Ronaldo's record did not somersault. “I am 36,” he said.",
            &["David Luiz", "The man"],
        ),
        (
            RUSTENBURG,
            "“It will come out,” said John Terry.\n\nThe man it might upset polished his spectacles. “I never saw my team,” he said.",
            &["John Terry", "The man"],
        ),
        (
            SEMI21,
            "“They say he is my father,” said Federico Chiesa.\n\nAlvaro Morata equalised and missed in the shoot-out. “I would have him every day,” his coach said.\n\n“You wait for the keeper,” said the man with the last kick.",
            &["Federico Chiesa", "Luis Enrique", "Jorginho"],
        ),
        (
            STUTTGART88,
            "“Their keeper was a wall,” said Bobby Robson.\n\nThe wall, who works for Celtic, shrugged. “I was in the way,” said the Donegal man.",
            &["Bobby Robson", "the Donegal man"],
        ),
        (
            SPARTAK,
            "“I want more,” said Gareth Southgate.\n\nThe skipper, who now has six, was hoarse. “We stuck to it,” croaked the Golden Boot leader.",
            &["Gareth Southgate", "Harry Kane"],
        ),
        // West Germany's men are not of West Ham.
        (
            FINAL66,
            "“It was not in,” said West Germany's Uwe Seeler. “I would have followed it up,” said Roger Hunt.\n\nThe scorer had no idea. “I was on my backside,” said the West Ham man.",
            &["Uwe Seeler", "Roger Hunt", "the West Ham man"],
        ),
        (NATAL, "“It was ridiculous,” the bitten one said.", &["the bitten one"]),
        (NATAL, "The defender with the winning header smiled. “With my back,” he said.", &["Diego Godín"]),
        (
            BERLIN24,
            "The Bologna midfielder who opened the scoring knows them all. “I shall be kind,” he said.",
            &["Remo Freuler"],
        ),
        (
            AMSTERDAM,
            "“Five missed,” said Frank Rijkaard.\n\nHis Italian colleague was gracious for once: “We defended.”",
            &["Frank Rijkaard", "Dino Zoff"],
        ),
        (
            GELSENKIRCHEN06,
            "Ricardo did it with his gloves: three saves, from Frank Lampard, Steven Gerrard and Jamie Carragher. “I looked at their eyes,” said the Sporting man.",
            &["Ricardo"],
        ),
        // How it was said, and whose age it is.
        (PARIS84, "“He saved us,” said the Juventus playmaker a little dryly.", &["Michel Platini"]),
        (
            SYDNEY,
            "Lucy Bronze revealed that she had played on one leg. “That is what it takes,” said the 33-year-old. Hannah Hampton wiped her eyes. “I saved two,” the Chelsea keeper said.",
            &["Lucy Bronze", "Hannah Hampton"],
        ),
    ]);
}
