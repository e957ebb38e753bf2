//! Quotes as agencies, tabloids, broadsheets, live texts and hurried hands set them, in texts of our own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use byline_report::quote;
use byline_report::text::{Options, Report};

/// Words, speaker, cue and channel words; empty where there is none.
type Said<'a> = (&'a str, &'a str, &'a str, &'a str);

#[track_caller]
fn says(text: &str, expected: &[Said<'_>]) {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let quotes = quote::find(&report).quotes;
    let found: Vec<[String; 4]> = quotes
        .iter()
        .map(|quote| {
            let who = quote.speaker.as_ref().map(|who| who.name.clone().unwrap_or_else(|| who.at.words.clone()));
            [
                report.words(&quote.span).to_owned(),
                who.unwrap_or_default(),
                quote.cue.as_ref().map(|cue| cue.words.clone()).unwrap_or_default(),
                quote.channel.as_ref().map(|channel| channel.words.clone()).unwrap_or_default(),
            ]
        })
        .collect();
    let expected: Vec<[String; 4]> =
        expected.iter().map(|said| [said.0, said.1, said.2, said.3].map(str::to_owned)).collect();
    assert_eq!(found, expected, "\n{text}");
}

#[test]
fn agency_cue_and_apposition() {
    says(
        "OSLO - Norway drew 1-1 with Wales on Friday.\n\n\"We ran out of legs,\" said Per Dahl, the Norway coach, who made five changes. \"It happens.\"",
        &[("We ran out of legs,", "Per Dahl", "said", ""), ("It happens.", "Per Dahl", "", "")],
    );
}

#[test]
fn agency_told_reporters() {
    says(
        "Wales were beaten in Oslo.\n\n\"We have nobody to blame,\" defender Huw Rees told reporters in Oslo after the defeat.",
        &[("We have nobody to blame,", "Huw Rees", "told", "reporters")],
    );
}

#[test]
fn tabloid_single_marks_with_apostrophes() {
    says(
        "THEY did it the hard way.\n\nBoss Ted Mills roared: 'The lads' heads didn't drop, they're heroes.'\n\nMills's wife wasn't there.",
        &[("The lads' heads didn't drop, they're heroes.", "Ted Mills", "roared", "")],
    );
}

#[test]
fn tabloid_curly_single_marks() {
    says(
        "It was all over by tea-time.\n\n‘I couldn’t feel my legs, the players’ tunnel was spinning,’ gasped striker Lee Marsh.",
        &[("I couldn’t feel my legs, the players’ tunnel was spinning,", "Lee Marsh", "gasped", "")],
    );
}

#[test]
fn doubled_single_marks() {
    says(
        "They had come for a point.\n\n‘‘One point is one point,’’ sighed Ivo Petrov, the visiting captain.\n\n''We take it.''",
        &[("One point is one point,", "Ivo Petrov", "sighed", ""), ("We take it.", "Ivo Petrov", "", "")],
    );
}

#[test]
fn marks_of_two_shapes() {
    says(
        "They trained in the rain.\n\n“Rain is only water\", Jonas Berg said. \"We are not sugar.”",
        &[("Rain is only water", "Jonas Berg", "said", ""), ("We are not sugar.", "Jonas Berg", "", "")],
    );
}

#[test]
fn closing_mark_forgotten_before_the_cue() {
    says(
        "It was a bad night.\n\n\"We were asleep at the corner, said Jonas Berg.\n\nThe crowd had gone by then.",
        &[("We were asleep at the corner,", "Jonas Berg", "said", "")],
    );
}

#[test]
fn closing_mark_forgotten_and_the_quote_goes_on() {
    says(
        "It was a bad night.\n\n“We were asleep, said Jonas Berg. “I told them so.”",
        &[("We were asleep,", "Jonas Berg", "said", ""), ("I told them so.", "Jonas Berg", "", "")],
    );
}

#[test]
fn both_inner_marks_forgotten() {
    says(
        "It was a bad night.\n\n\"We were asleep, said Jonas Berg. I told them so.\"\n\nHe left.",
        &[("We were asleep,", "Jonas Berg", "said", ""), ("I told them so.", "Jonas Berg", "", "")],
    );
}

#[test]
fn opening_mark_forgotten() {
    says(
        "It was a good night.\n\nWe never stopped believing,\" said Jonas Berg after the game.",
        &[("We never stopped believing,", "Jonas Berg", "said", "")],
    );
}

#[test]
fn no_closing_mark_at_the_end() {
    says(
        "It was a good night.\n\nJonas Berg told ITV: \"We never stopped believing\n\nThe next match is on Sunday.",
        &[("We never stopped believing", "Jonas Berg", "told", "ITV")],
    );
}

#[test]
fn a_running_quote_over_three_paragraphs() {
    says(
        "Ann Roy was honest about it afterwards.\n\n“I should have scored.\n\n“The keeper guessed right.\n\n“Next time he will not,” Roy said on the federation's video channel.",
        &[
            ("I should have scored.", "Ann Roy", "", ""),
            ("The keeper guessed right.", "Ann Roy", "", ""),
            ("Next time he will not,", "Ann Roy", "said", "video channel"),
        ],
    );
}

#[test]
fn a_quote_in_a_quote() {
    says(
        "Nobody wanted the ball.\n\n“She said ‘give it to me’ and I gave it,” said Lea Moro of the kick.\n\n'He shouted 'leave it' and I left it,' added keeper Eva Holm.\n\n\"They sang \"going home\" and we laughed,\" Holm said.",
        &[
            ("She said ‘give it to me’ and I gave it,", "Lea Moro", "said", ""),
            ("He shouted 'leave it' and I left it,", "Eva Holm", "added", ""),
            ("They sang \"going home\" and we laughed,", "Eva Holm", "said", ""),
        ],
    );
}

#[test]
fn a_post() {
    says(
        "Ann Roy was not there.\n\n“So proud of this team,” the injured Roy wrote on Instagram.\n\n“Heads up.”",
        &[("So proud of this team,", "Ann Roy", "wrote", "Instagram"), ("Heads up.", "Ann Roy", "", "Instagram")],
    );
}

#[test]
fn a_post_with_the_cue_before() {
    says(
        "There was praise from an old hand.\n\nFormer captain Ed Rowe posted on X, formerly Twitter: “What a night.”",
        &[("What a night.", "Ed Rowe", "posted", "Twitter")],
    );
}

#[test]
fn told_a_broadcaster() {
    says(
        "It ended level.\n\n\"A point gained,\" Tom Reed told BBC Radio Leeds.\n\nOpposite number Ian Fry told Sky Sports: \"Two dropped.\"",
        &[("A point gained,", "Tom Reed", "told", "Radio Leeds"), ("Two dropped.", "Ian Fry", "told", "Sky Sports")],
    );
}

#[test]
fn according_to() {
    says(
        "It ended level.\n\nAccording to Tom Reed, “nobody deserved to lose”.\n\n“We ran further,” according to the Leeds manager.",
        &[
            ("nobody deserved to lose", "Tom Reed", "According", ""),
            ("We ran further,", "the Leeds manager", "according", ""),
        ],
    );
}

#[test]
fn an_interview_with_names() {
    says(
        "Jo Vale spoke to the press before the final.\n\nVale: \"I have slept well.\"\n\nReporter: \"And the knee?\"\n\nVale: \"The knee too.\"",
        &[
            ("I have slept well.", "Jo Vale", "", ""),
            ("And the knee?", "Reporter", "", ""),
            ("The knee too.", "Jo Vale", "", ""),
        ],
    );
}

#[test]
fn an_interview_by_question_and_answer() {
    says(
        "Jo Vale, the captain, takes the first penalty. Vale has never missed.\n\nQ: Do you sleep before a final?\n\nA: Like a child.\n\nQ: And the knee?\n\nA: It holds.",
        &[("Like a child.", "Jo Vale", "", ""), ("It holds.", "Jo Vale", "", "")],
    );
}

#[test]
fn a_name_and_a_colon() {
    says(
        "WHAT THEY SAID ABOUT IT, in brief.\n\nTom Reed (Leeds manager): “Shocking.”\n\nIan Fry on the penalty: “Never a foul.”",
        &[("Shocking.", "Tom Reed", "", ""), ("Never a foul.", "Ian Fry", "", "")],
    );
}

#[test]
fn scare_quotes_titles_and_nicknames() {
    says(
        "The so-called “hand of God” was there. Luis “El Loco” Rua sang “You'll Never Walk Alone” and read \"The Miracle of Bern\" again. The 'project' is dead; the \"invincibles\" lost.",
        &[],
    );
}

#[test]
fn a_fragment_after_its_cue() {
    says(
        "Tom Reed admitted his team were “second best in every way” in Leeds. Ian Fry, by contrast, spoke of a “perfect day”.",
        &[("second best in every way", "Tom Reed", "admitted", ""), ("perfect day", "Ian Fry", "spoke", "")],
    );
}

#[test]
fn a_description_is_told_as_one() {
    says(
        "It ended 1-1 in the rain.\n\n“We take the point,” said Japan's coach.\n\n“So do we,” the Tottenham striker said.\n\n“I paid 90 pounds for this,” said a supporter from Leeds.",
        &[
            ("We take the point,", "Japan's coach", "said", ""),
            ("So do we,", "the Tottenham striker", "said", ""),
            ("I paid 90 pounds for this,", "a supporter from Leeds", "said", ""),
        ],
    );
}

#[test]
fn another_word_for_whoever_the_sentence_before_is_about() {
    says(
        "Jo Vale limped off after an hour. “It is only a knock,” the 31-year-old insisted.\n\nTom Reed shrugged. “Who else have I got?” said the former midfielder.",
        &[("It is only a knock,", "Jo Vale", "insisted", ""), ("Who else have I got?", "Tom Reed", "said", "")],
    );
}

#[test]
fn pronouns_follow_the_story() {
    says(
        "Ida Berg has waited ten years for this. She has lost three finals.\n\n“I am not counting,” she told ITV.\n\nThe bus left at ten. Jo Vale was on it.\n\n“I slept,” she said.",
        &[("I am not counting,", "Ida Berg", "told", "ITV"), ("I slept,", "Jo Vale", "said", "")],
    );
}

#[test]
fn countries_and_towns_do_not_speak() {
    says(
        "Brazil and Uruguay meet tomorrow in Belo Horizonte.\n\n“It will be hot,” remembered Alcides Roca, the last survivor.\n\n'We ran,' Roca, now 86 and living in Spain, liked to say.",
        &[("It will be hot,", "Alcides Roca", "remembered", ""), ("We ran,", "Alcides Roca", "say", "")],
    );
}

#[test]
fn careless_english() {
    says(
        "Yesterday the team of Ivo Petrov have lost again.\n\n\" We was not good \" , said Petrov . \" I am sorry for fans \"\n\nPetrov: \"Now is holiday\".",
        &[
            ("We was not good", "Ivo Petrov", "said", ""),
            ("I am sorry for fans", "Ivo Petrov", "", ""),
            ("Now is holiday", "Ivo Petrov", "", ""),
        ],
    );
}

#[test]
fn guillemets_and_low_marks() {
    says(
        "Il finit par gagner.\n\n« On a souffert », said Luc Marin.\n\n„Das war knapp“, said Uwe Kern.",
        &[("On a souffert", "Luc Marin", "said", ""), ("Das war knapp", "Uwe Kern", "said", "")],
    );
}

#[test]
fn live_text() {
    says(
        "FULL TIME: Leeds 1-1 Derby\n\nTom Reed speaking to Match of the Day: \"I am proud of them, every one.\"\n\n90+4: GOAL! Jo Vale levels it for Derby.\n\nReed on his tactics: \"There were none.\"",
        &[
            ("I am proud of them, every one.", "Tom Reed", "", "Match of the Day"),
            ("There were none.", "Tom Reed", "", ""),
        ],
    );
}

#[test]
fn two_speakers_in_one_paragraph() {
    says(
        "It was a derby.\n\n“We won,” said Tom Reed. “They kicked us,” replied Ian Fry. “All night.”",
        &[
            ("We won,", "Tom Reed", "said", ""),
            ("They kicked us,", "Ian Fry", "replied", ""),
            ("All night.", "Ian Fry", "", ""),
        ],
    );
}

#[test]
fn a_verb_of_play_after_a_quote_is_no_cue() {
    says(
        "Tom Reed was calm. “We wait,” he said. Jo Vale scored.\n\n“And then we strike.” Vale headed the second.",
        &[("We wait,", "Tom Reed", "said", ""), ("And then we strike.", "Tom Reed", "", "")],
    );
}

#[test]
fn a_manager_by_the_sentence_before() {
    says(
        "England won the cup.\n\nSarina Holm has lost two finals running.\n\n“It hurts, of course. We wanted everything,” the England manager said. “Second isn't nothing.”\n\nJo Vale missed twice. “She is 19,” said the Wales manager.",
        &[
            ("It hurts, of course. We wanted everything,", "Sarina Holm", "said", ""),
            ("Second isn't nothing.", "Sarina Holm", "", ""),
            ("She is 19,", "the Wales manager", "said", ""),
        ],
    );
}

#[test]
fn signed_quotes_and_verdicts() {
    says(
        "The day in quotes, and what was left of it.\n\n“We go again.” – Tom Reed, Leeds manager\n\n“Not good enough,” was Ian Fry's verdict.\n\nReed's answer: “Agreed.”\n\n“Never a foul!” came the reply from Fry.",
        &[
            ("We go again.", "Tom Reed", "", ""),
            ("Not good enough,", "Ian Fry", "was", ""),
            ("Agreed.", "Tom Reed", "", ""),
            ("Never a foul!", "Ian Fry", "came", ""),
        ],
    );
}

#[test]
fn names_before_a_dash() {
    says(
        "What they said.\n\nTom Reed – “We go again.”\n\nIan Fry — “Not good enough.”\n\nBo Lind - “Never a foul!”",
        &[
            ("We go again.", "Tom Reed", "", ""),
            ("Not good enough.", "Ian Fry", "", ""),
            ("Never a foul!", "Bo Lind", "", ""),
        ],
    );
    // What is put in between dashes is no speech of the name before it.
    says("Tom Reed – “a proud man” to his friends – left early.", &[]);
}

#[test]
fn a_sentence_about_somebody_else_before_the_quote() {
    says(
        "It was close.\n\n“One,” said Ann Roy.\n\nBo Lind was blunt. “Two.”\n\nSpaniard Luis Rua agreed. “Three,” said Rua.",
        &[("One,", "Ann Roy", "said", ""), ("Two.", "Bo Lind", "", ""), ("Three,", "Luis Rua", "said", "")],
    );
}

#[test]
fn a_story_that_begins_in_capitals() {
    says(
        "TED MILLS lost his voice and his keeper lost the ball.\n\n'I shouted myself hoarse,' said Mills.",
        &[("I shouted myself hoarse,", "Ted Mills", "said", "")],
    );
}
