//! Where something was said.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Channel;
use super::words::Word;
use crate::Span;

/// A kind of place where people speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChannelKind {
    /// A post on a social network.
    SocialPost,
    /// Television.
    Television,
    /// Radio.
    Radio,
    /// A press conference.
    PressConference,
    /// Reporters, without saying where.
    Reporters,
    /// A newspaper, magazine or news site.
    Newspaper,
    /// A podcast.
    Podcast,
    /// A written statement.
    Statement,
    /// The site or channel of a club, a federation or a competition.
    OwnSite,
}

use ChannelKind::{Newspaper, OwnSite, Podcast, PressConference, Radio, Reporters, SocialPost, Statement, Television};

/// Words that name a channel, the stronger first.
const NAMES: &[(&str, ChannelKind)] = &[
    ("instagram", SocialPost),
    ("facebook", SocialPost),
    ("twitter", SocialPost),
    ("tiktok", SocialPost),
    ("social media", SocialPost),
    ("weibo", SocialPost),
    ("snapchat", SocialPost),
    ("threads", SocialPost),
    ("tweeted", SocialPost),
    ("tweet", SocialPost),
    ("press conference", PressConference),
    ("news conference", PressConference),
    ("media conference", PressConference),
    ("talksport", Radio),
    ("radio", Radio),
    ("podcast", Podcast),
    ("itv", Television),
    ("itv1", Television),
    ("bbc", Television),
    ("sky", Television),
    ("tnt sports", Television),
    ("bt sport", Television),
    ("bein", Television),
    ("bein sports", Television),
    ("tf1", Television),
    ("espn", Television),
    ("fox", Television),
    ("cbs", Television),
    ("nbc", Television),
    ("dazn", Television),
    ("amazon prime", Television),
    ("rai", Television),
    ("canal", Television),
    ("canal+", Television),
    ("television", Television),
    ("tv", Television),
    ("match of the day", Television),
    ("channel 4", Television),
    ("telefoot", Television),
    ("téléfoot", Television),
    ("zdf", Television),
    ("ard", Television),
    ("tve", Television),
    ("broadcaster", Television),
    ("m6", Television),
    ("tyc sports", Television),
    ("rmc", Radio),
    ("telecinco", Television),
    ("televisa", Television),
    ("telemundo", Television),
    ("univision", Television),
    ("movistar", Television),
    ("mediaset", Television),
    ("globo", Television),
    ("nos", Television),
    ("svt", Television),
    ("orf", Television),
    ("nhk", Television),
    ("rte", Television),
    ("rté", Television),
    ("stv", Television),
    ("s4c", Television),
    ("optus sport", Television),
    ("channel 5", Television),
    ("al jazeera", Television),
    ("supersport", Television),
    ("five live", Radio),
    ("5 live", Radio),
    ("cope", Radio),
    ("cadena ser", Radio),
    ("podcast", Podcast),
    ("website", OwnSite),
    ("site", OwnSite),
    ("video channel", OwnSite),
    ("fifa+", OwnSite),
    ("club channel", OwnSite),
    ("uefa.com", OwnSite),
    ("fifa.com", OwnSite),
    ("youtube", OwnSite),
    ("newspaper", Newspaper),
    ("guardian", Newspaper),
    ("athletic", Newspaper),
    ("l'equipe", Newspaper),
    ("l’equipe", Newspaper),
    ("l'équipe", Newspaper),
    ("l’équipe", Newspaper),
    ("marca", Newspaper),
    ("bild", Newspaper),
    ("kicker", Newspaper),
    ("magazine", Newspaper),
    ("as", Newspaper),
    ("times", Newspaper),
    ("telegraph", Newspaper),
    ("gazzetta", Newspaper),
    ("gazzetta dello sport", Newspaper),
    ("corriere", Newspaper),
    ("sport bild", Newspaper),
    ("mundo deportivo", Newspaper),
    ("olé", Newspaper),
    ("clarin", Newspaper),
    ("a bola", Newspaper),
    ("mirror", Newspaper),
    ("sun", Newspaper),
    ("mail", Newspaper),
    ("independent", Newspaper),
    ("observer", Newspaper),
    ("sportsmail", Newspaper),
    ("le monde", Newspaper),
    ("le parisien", Newspaper),
    ("sport", Newspaper),
    ("reuters", Newspaper),
    ("reporters", Reporters),
    ("journalists", Reporters),
    ("reporter", Reporters),
    ("the media", Reporters),
    ("the press", Reporters),
    ("statement", Statement),
    ("open letter", Statement),
    ("mixed zone", Reporters),
    ("posted", SocialPost),
    ("post", SocialPost),
    ("x", SocialPost),
];

/// Names that are also plain words: only after "told", "with" and the like.
const PLAIN: &[&str] = &[
    "as",
    "sky",
    "fox",
    "times",
    "site",
    "post",
    "threads",
    "athletic",
    "kicker",
    "canal",
    "ard",
    "rai",
    "nos",
    "orf",
    "cope",
    "mirror",
    "sun",
    "mail",
    "independent",
    "observer",
    "sport",
    "globo",
    "reporter",
    "x",
];

/// The longest first word of a name, with what may hang on it, in bytes.
const LONGEST: usize = 20;

/// The first words of the names.
static OPENINGS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| NAMES.iter().filter_map(|(name, _)| name.split(' ').next()).collect());

/// A word without the end of a genitive.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// The strongest channel named among words; `except` are the words of the speaker.
pub(super) fn find(text: &str, words: &[Word], except: Option<&Span>) -> Option<Channel> {
    let mut best: Option<(usize, Channel)> = None;
    for (index, word) in words.iter().enumerate() {
        if except.is_some_and(|span| span.start <= word.span.start && word.span.end <= span.end) {
            continue;
        }
        let first = text.get(word.span.clone()).unwrap_or_default();
        if first.len() > LONGEST || !OPENINGS.contains(bare(&first.to_lowercase())) {
            continue;
        }
        for length in [4, 3, 2, 1] {
            let Some(last) = words.get(index + length - 1) else { continue };
            let span = word.span.start..last.span.end;
            let phrase = text.get(span.clone()).unwrap_or_default();
            if phrase.len() > 24 {
                continue;
            }
            let lower = phrase.to_lowercase();
            let lower = bare(&lower);
            let Some(rank) = NAMES.iter().position(|(name, _)| *name == lower) else { continue };
            let Some(&(_, kind)) = NAMES.get(rank) else { continue };
            if PLAIN.contains(&lower) && !names_here(text, words, index, lower) {
                continue;
            }
            if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                let span = widen(text, words, index, span);
                best = Some((
                    rank,
                    Channel { kind, span: span.clone(), words: text.get(span).unwrap_or_default().to_owned() },
                ));
            }
            break;
        }
    }
    best.map(|(_, channel)| channel)
}

/// Whether a name that is also a plain word stands where a channel would.
fn names_here(text: &str, words: &[Word], index: usize, name: &str) -> bool {
    let word = |at: usize| words.get(at).and_then(|word| text.get(word.span.clone())).unwrap_or_default();
    let own = word(index);
    let before = index.checked_sub(1).map(word).unwrap_or_default().to_lowercase();
    match name {
        "post" => matches!(before.as_str(), "a" | "his" | "her" | "the" | "emotional" | "long" | "defiant"),
        "site" => before == "web" || before == "official",
        "reporter" => matches!(before.as_str(), "a" | "one" | "another") && index > 1 && word(index - 2) == "told",
        "as" => own == "AS" && before == "told",
        "rai" | "ard" => own == name.to_uppercase() && matches!(before.as_str(), "told" | "by" | "on" | "with" | "to"),
        "athletic" => {
            let to = index.checked_sub(2).map(word).unwrap_or_default();
            own == "Athletic" && before == "the" && matches!(to, "told" | "Told" | "for" | "in" | "with" | "to")
        }
        "x" => own == "X" && before == "on",
        "sky" => own == "Sky" && (word(index + 1).starts_with("Sport") || before == "told"),
        "fox" => own == "Fox" || own == "FOX",
        "canal" => own == "Canal",
        _ => super::lexicon::is_capital(own) && matches!(before.as_str(), "the" | "on" | "told" | "to"),
    }
}

/// The channel with the words that belong to its name: `Sky Sports News`, `BBC Radio 5 Live`, `Instagram post`.
fn widen(text: &str, words: &[Word], index: usize, span: Span) -> Span {
    let mut end = span.end;
    // Who tweeted is no part of where.
    if text.get(span.clone()).is_some_and(|first| matches!(first, "tweeted" | "posted" | "tweet")) {
        return span;
    }
    for word in words.iter().skip(index + 1).take(5) {
        if word.span.end <= end {
            continue;
        }
        let own = text.get(word.span.clone()).unwrap_or_default();
        let belongs =
            super::lexicon::is_capital(own) || own == "5" || matches!(own, "post" | "story" | "page" | "account");
        if word.comma || word.stop || word.colon || !belongs {
            break;
        }
        end = word.span.end;
    }
    span.start..end
}
