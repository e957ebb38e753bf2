//! Quotes in texts of our own, one trap each.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use byline_report::quote::{self, Basis, ChannelKind, Extent, Quotes, SpeakerForm};
use byline_report::text::{Options, Report};

struct Read(Report, Quotes);

fn read(text: &str) -> Read {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let quotes = quote::find(&report);
    Read(report, quotes)
}

impl Read {
    /// Each quote with its speaker's name, or words where there is none.
    fn said(&self) -> Vec<(&str, Option<&str>)> {
        let who = |quote: &quote::Quote| quote.speaker.as_ref().map(|s| s.name.clone().unwrap_or(s.at.words.clone()));
        let quotes = self.1.quotes.iter();
        quotes.map(|quote| (self.0.words(&quote.span), who(quote).map(|who| &*who.leak()))).collect()
    }

    fn scare(&self) -> Vec<&str> {
        self.1.scare.iter().map(|span| self.0.words(span)).collect()
    }

    fn channels(&self) -> Vec<Option<ChannelKind>> {
        self.1.quotes.iter().map(|quote| quote.channel.as_ref().map(|channel| channel.kind)).collect()
    }
}

#[test]
fn marks_of_every_shape() {
    for (open, close) in [
        ("\"", "\""),
        ("“", "”"),
        ("‘", "’"),
        ("'", "'"),
        ("''", "''"),
        ("‘’", "’’"),
        ("“", "\""),
        ("\"", "”"),
        ("“", "’’"),
        ("«", "»"),
        ("„", "“"),
    ] {
        let text = format!(
            "It ended level.\n\n{open}We didn’t deserve that, the lads' legs had gone,{close} Anna Holt said after the game.\n"
        );
        let read = read(&text);
        assert_eq!(
            read.said(),
            [("We didn’t deserve that, the lads' legs had gone,", Some("Anna Holt"))],
            "{open} {close}"
        );
        assert!(read.1.quotes[0].closed);
    }
}

#[test]
fn apostrophes_are_no_quotes() {
    let read = read(
        "The players’ bus and the '98 side's keeper went past Lloris’ bar in the ’90s. Rock 'n' roll, as ever.\n\nIt’s the lads’ day.",
    );
    assert!(read.said().is_empty(), "{:?}", read.said());
    assert!(read.scare().is_empty(), "{:?}", read.scare());
}

#[test]
fn quotes_within_quotes_are_one() {
    let read = read(
        "The mood was low.\n\n“He told me ‘take it, I won’t’ and I did,” said Maria Lund.\n\n'The ref said \"play on\" and we stopped,' Lund added.",
    );
    assert_eq!(
        read.said(),
        [
            ("He told me ‘take it, I won’t’ and I did,", Some("Maria Lund")),
            ("The ref said \"play on\" and we stopped,", Some("Maria Lund")),
        ]
    );
}

#[test]
fn a_quote_goes_on_over_paragraphs() {
    let read = read(
        "They lost.\n\n“We were poor,” Tom Reed said. “I have no excuse.\n\n“Next week we go again.\n\n“That is football.”\n\nThe crowd had left.",
    );
    assert_eq!(
        read.said(),
        [
            ("We were poor,", Some("Tom Reed")),
            ("I have no excuse.", Some("Tom Reed")),
            ("Next week we go again.", Some("Tom Reed")),
            ("That is football.", Some("Tom Reed")),
        ]
    );
    let closed: Vec<_> = read.1.quotes.iter().map(|quote| quote.closed).collect();
    assert_eq!(closed, [true, false, false, true]);
    assert!(read.1.quotes.iter().all(|quote| quote.utterance == 0));
}

#[test]
fn the_cue_at_the_end_is_for_all_of_it() {
    let read = read("The wait was over at last for them.\n\n“We waited long.\n\n“We never stopped,” said the captain.");
    assert_eq!(read.said(), [("We waited long.", Some("the captain")), ("We never stopped,", Some("the captain"))]);
}

#[test]
fn an_opening_mark_alone_does_not_swallow_the_rest() {
    let read = read("Ed Rowe said: “We go again. “It was late.” He left.\n\nRowe, 29, scored twice.");
    assert_eq!(read.said().last().unwrap(), &("It was late.", Some("Ed Rowe")));
    assert!(read.1.quotes.iter().all(|quote| quote.paragraph == 0));
}

#[test]
fn scare_quotes_are_not_quotes() {
    let read = read(
        "The so-called “group of death” began on Monday, and the “lucky” shirt was back. A \"false nine\" led the line.",
    );
    assert!(read.said().is_empty(), "{:?}", read.said());
    assert_eq!(read.scare(), ["group of death", "lucky", "false nine"]);
}

#[test]
fn a_few_words_with_a_cue_are_a_fragment() {
    let read = read(
        "Coach Ida Berg called the decision “a disgrace” on Sunday. Her captain believes that the side “gave it away” late on.",
    );
    assert_eq!(read.said(), [("a disgrace", Some("Ida Berg")), ("gave it away", Some("Her captain"))]);
    assert!(read.1.quotes.iter().all(|quote| quote.extent == Extent::Fragment));
}

#[test]
fn a_short_quote_of_its_own_is_one() {
    let read = read("What did Lea Moro make of it?\n\n“Unbelievable!”\n\nShe left.");
    assert_eq!(read.said(), [("Unbelievable!", Some("Lea Moro"))]);
}

#[test]
fn speakers_before_after_and_inside() {
    let read = read(concat!(
        "Manager Per Dahl, who was sent off, said: “I saw red.”\n\n",
        "“It hurts,” admitted defender Jo van der Berg, “but we move on.”\n\n",
        "“He was right,” said the Tottenham striker after the match.\n\n",
        "Dahl told reporters that it was “not a foul, never a foul in my whole life in this game”.",
    ));
    let said = read.said();
    assert_eq!(said[0], ("I saw red.", Some("Per Dahl")));
    assert_eq!(said[1], ("It hurts,", Some("Jo van der Berg")));
    assert_eq!(said[2], ("but we move on.", Some("Jo van der Berg")));
    assert_eq!(said[3], ("He was right,", Some("the Tottenham striker")));
    assert_eq!(said[4].1, Some("Per Dahl"));
    let quotes = &read.1.quotes;
    assert_eq!(quotes[2].speaker.as_ref().unwrap().basis, Basis::CueInside);
    assert_eq!(quotes[1].utterance, quotes[2].utterance);
    let striker = quotes[3].speaker.as_ref().unwrap();
    assert_eq!((striker.form, &striker.name), (SpeakerForm::Description, &None));
    assert_eq!(quotes[3].cue.as_ref().unwrap().words, "said");
    assert_eq!(quotes[4].channel.as_ref().unwrap().kind, ChannelKind::Reporters);
}

#[test]
fn appositions_and_pronouns() {
    let read = read(concat!(
        "“We were brave,” Nora Vik, the Norway captain, said.\n\n",
        "“And lucky,” she added.\n\n",
        "After the final whistle, Vik’s opposite number Kim Sund spoke to the BBC.\n\n",
        "“They were better,” she said. “Well played to them.”",
    ));
    assert_eq!(
        read.said(),
        [
            ("We were brave,", Some("Nora Vik")),
            ("And lucky,", Some("Nora Vik")),
            ("They were better,", Some("Kim Sund")),
            ("Well played to them.", Some("Kim Sund")),
        ]
    );
    assert_eq!(read.channels(), [None, None, Some(ChannelKind::Television), Some(ChannelKind::Television)]);
}

#[test]
fn channels_are_named() {
    for (cue, kind) in [
        ("Ann Roy wrote on Instagram", ChannelKind::SocialPost),
        ("Ann Roy posted on social media", ChannelKind::SocialPost),
        ("Ann Roy told ITV Sport", ChannelKind::Television),
        ("Ann Roy told Sky Sports", ChannelKind::Television),
        ("Ann Roy told BBC Radio 5 Live", ChannelKind::Radio),
        ("Ann Roy said at a press conference", ChannelKind::PressConference),
        ("Ann Roy told reporters", ChannelKind::Reporters),
        ("Ann Roy told the Guardian", ChannelKind::Newspaper),
        ("Ann Roy said in a statement", ChannelKind::Statement),
        ("Ann Roy told the club website", ChannelKind::OwnSite),
    ] {
        for text in [format!("“It was close,” {cue}."), format!("{cue}: “It was close.”")] {
            let read = read(&text);
            assert_eq!(read.said()[0].1, Some("Ann Roy"), "{text}");
            assert_eq!(read.channels(), [Some(kind)], "{text}");
        }
    }
    let read = read("Roy was as good as ever in the sky-blue shirt, times were hard. “It was close,” Ann Roy said.");
    assert_eq!(read.channels(), [None]);
}

#[test]
fn another_speaker_ends_what_is_carried() {
    let read = read(
        "“One,” said Ann Roy.\n\n“Two.”\n\nBo Lind was unhappy, however, and reacted on Facebook.\n\n“Three.”\n\n“Four.”",
    );
    let names: Vec<_> = read.said().into_iter().map(|(_, who)| who.unwrap()).collect();
    assert_eq!(names, ["Ann Roy", "Ann Roy", "Bo Lind", "Bo Lind"]);
    assert_eq!(read.channels()[2..], [Some(ChannelKind::SocialPost); 2]);
}

#[test]
fn statements_in_quotes_are_the_speakers() {
    let read = read("They won 2-0. “We won 3-0,” said Ann Roy. It was 2-0.");
    let at = |words: &str| read.0.text().find(words).map(|at| at..at + words.len()).unwrap();
    assert!(read.1.covering(&at("won 2-0")).is_none());
    assert!(read.1.covering(&at("won 3-0")).is_some());
    assert!(read.1.covering(&at("was 2-0")).is_none());
}

#[test]
fn inches_and_lone_marks_do_no_harm() {
    let read = read("The 6'4\" keeper and the 5'10\" winger met. Odd ” mark. “We won,” said Ann Roy.");
    assert_eq!(read.said().last().unwrap(), &("We won,", Some("Ann Roy")));
}
