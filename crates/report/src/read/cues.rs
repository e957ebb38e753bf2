//! Words that say a goal was scored, and what they say of its place among the others.

use std::sync::LazyLock;

use crate::passage::{Head, Passage};

/// A goal's place among the others, as words give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// The first of the match.
    Opener,
    /// It made the score level.
    Equaliser,
    /// It put its side ahead for good in a match won by one goal.
    Winner,
    /// Its side led after it and not before.
    Ahead,
    /// Its side led by one and then by two.
    Doubled,
    /// Its side was ahead before.
    Extended,
    /// Its side was still behind.
    Reduced,
    /// The last of its side.
    LastOfSide,
    /// The last of the match.
    Last,
    /// The n-th of its side, or of the match.
    Nth(u8),
    /// The n-th of its scorer in the match.
    OwnNth(u8),
}

impl Order {
    /// Words for a reading.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Opener => "the first of the match".to_owned(),
            Self::Equaliser => "an equaliser".to_owned(),
            Self::Winner => "the winner".to_owned(),
            Self::Ahead => "it put the side ahead".to_owned(),
            Self::Doubled => "it doubled the lead".to_owned(),
            Self::Extended => "it extended the lead".to_owned(),
            Self::Reduced => "it reduced the deficit".to_owned(),
            Self::LastOfSide => "the last of the side".to_owned(),
            Self::Last => "the last of the match".to_owned(),
            Self::Nth(nth) => format!("goal number {nth}"),
            Self::OwnNth(nth) => format!("the scorer's goal number {nth} of the match"),
        }
    }

    /// Whether the words leave no second meaning.
    pub(crate) const fn is_plain(self) -> bool {
        matches!(self, Self::Opener | Self::Equaliser | Self::Winner)
    }
}

/// How surely a verb tells of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sure {
    /// It always does.
    Plain,
    /// It does if the record has the goal.
    Soft,
}

/// Words that tell of a goal, how surely, and the place they give it.
type Cue = (&'static str, Sure, Option<Order>);

/// Cues by the heads of their first words.
struct Cues {
    list: &'static [Cue],
    /// The head of each cue with its place in the list, sorted.
    places: Vec<(Head, usize)>,
}

impl Cues {
    fn new(list: &'static [Cue]) -> Self {
        let mut places: Vec<(Head, usize)> =
            list.iter().enumerate().map(|(place, (phrase, ..))| (Head::of(phrase), place)).collect();
        places.sort_unstable();
        Self { list, places }
    }

    /// The first cue of the list that stands at a token: the token after it, and what it says.
    fn find(&self, passage: &Passage, at: usize) -> Option<(usize, Sure, Option<Order>)> {
        let head = passage.head(at)?;
        let from = self.places.partition_point(|&(of, _)| of < head);
        let alike = self.places.get(from..)?.iter().take_while(|&&(of, _)| of == head);
        alike.filter_map(|&(_, place)| self.list.get(place)).find_map(|&(phrase, sure, order)| {
            let end = passage.phrase(at, phrase)?;
            Some((end, sure, order))
        })
    }
}

/// The verb phrase at a token: the token after it, how surely it tells of a goal, and its place among the others.
pub(crate) fn verb_at(passage: &Passage, at: usize) -> Option<(usize, Sure, Option<Order>)> {
    static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::new(VERBS));
    CUES.find(passage, at)
}

/// The noun phrase at a token, likewise.
pub(crate) fn noun_at(passage: &Passage, at: usize) -> Option<(usize, Sure, Option<Order>)> {
    static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::new(NOUNS));
    CUES.find(passage, at)
}

/// Verb phrases, longer ones before shorter ones that begin alike.
const VERBS: &[Cue] = &[
    ("opened the scoring", Sure::Plain, Some(Order::Opener)),
    ("open the scoring", Sure::Plain, Some(Order::Opener)),
    ("opening the scoring", Sure::Plain, Some(Order::Opener)),
    ("opens the scoring", Sure::Plain, Some(Order::Opener)),
    ("opened his account", Sure::Soft, None),
    ("opened up the scoring", Sure::Plain, Some(Order::Opener)),
    ("broke the deadlock", Sure::Plain, Some(Order::Opener)),
    ("break the deadlock", Sure::Plain, Some(Order::Opener)),
    ("breaking the deadlock", Sure::Plain, Some(Order::Opener)),
    ("struck first", Sure::Plain, Some(Order::Opener)),
    ("scored first", Sure::Plain, Some(Order::Opener)),
    ("drew first blood", Sure::Plain, Some(Order::Opener)),
    ("scored the only goal", Sure::Plain, Some(Order::Winner)),
    ("scored the winner", Sure::Plain, Some(Order::Winner)),
    ("scored the equaliser", Sure::Plain, Some(Order::Equaliser)),
    ("scored the opener", Sure::Plain, Some(Order::Opener)),
    ("scored", Sure::Plain, None),
    ("scores", Sure::Plain, None),
    ("scoring", Sure::Soft, None),
    ("netted", Sure::Plain, None),
    ("found the net", Sure::Plain, None),
    ("finds the net", Sure::Plain, None),
    ("found the target", Sure::Plain, None),
    ("was on target", Sure::Plain, None),
    ("equalised", Sure::Plain, Some(Order::Equaliser)),
    ("equalized", Sure::Plain, Some(Order::Equaliser)),
    ("equalises", Sure::Plain, Some(Order::Equaliser)),
    ("levelled", Sure::Plain, Some(Order::Equaliser)),
    ("leveled", Sure::Plain, Some(Order::Equaliser)),
    ("levels", Sure::Soft, Some(Order::Equaliser)),
    ("drew level", Sure::Plain, Some(Order::Equaliser)),
    ("drew them level", Sure::Plain, Some(Order::Equaliser)),
    ("restored parity", Sure::Plain, Some(Order::Equaliser)),
    ("restored equality", Sure::Plain, Some(Order::Equaliser)),
    ("squared it", Sure::Soft, Some(Order::Equaliser)),
    ("hauled", Sure::Soft, Some(Order::Equaliser)),
    ("equalise", Sure::Soft, Some(Order::Equaliser)),
    ("equalising", Sure::Soft, Some(Order::Equaliser)),
    ("equalize", Sure::Soft, Some(Order::Equaliser)),
    ("levelling", Sure::Soft, Some(Order::Equaliser)),
    ("brought them level", Sure::Soft, Some(Order::Equaliser)),
    ("cancelled out", Sure::Soft, Some(Order::Equaliser)),
    ("opened it", Sure::Soft, Some(Order::Opener)),
    ("got the first", Sure::Plain, Some(Order::Opener)),
    ("got the opener", Sure::Plain, Some(Order::Opener)),
    ("double the lead", Sure::Soft, Some(Order::Doubled)),
    ("doubling the lead", Sure::Soft, Some(Order::Doubled)),
    ("doubling their lead", Sure::Soft, Some(Order::Doubled)),
    ("doubled the lead", Sure::Soft, Some(Order::Doubled)),
    ("doubled their lead", Sure::Soft, Some(Order::Doubled)),
    ("doubled the advantage", Sure::Soft, Some(Order::Doubled)),
    ("doubled their advantage", Sure::Soft, Some(Order::Doubled)),
    ("doubled it", Sure::Soft, Some(Order::Doubled)),
    ("doubled", Sure::Soft, Some(Order::Doubled)),
    ("double", Sure::Soft, Some(Order::Doubled)),
    ("extended", Sure::Soft, Some(Order::Extended)),
    ("extend", Sure::Soft, Some(Order::Extended)),
    ("stretched the lead", Sure::Soft, Some(Order::Extended)),
    ("pulled one back", Sure::Plain, Some(Order::Reduced)),
    ("pulled a goal back", Sure::Plain, Some(Order::Reduced)),
    ("pulled back a goal", Sure::Plain, Some(Order::Reduced)),
    ("got one back", Sure::Plain, Some(Order::Reduced)),
    ("clawed one back", Sure::Plain, Some(Order::Reduced)),
    ("reduced the deficit", Sure::Plain, Some(Order::Reduced)),
    ("halved the deficit", Sure::Plain, Some(Order::Reduced)),
    ("cut the deficit", Sure::Plain, Some(Order::Reduced)),
    ("took the lead", Sure::Plain, Some(Order::Ahead)),
    ("taking the lead", Sure::Soft, Some(Order::Ahead)),
    ("went ahead", Sure::Plain, Some(Order::Ahead)),
    ("went in front", Sure::Plain, Some(Order::Ahead)),
    ("going ahead", Sure::Soft, Some(Order::Ahead)),
    ("restored the lead", Sure::Soft, Some(Order::Ahead)),
    ("restored their lead", Sure::Soft, Some(Order::Ahead)),
    ("pull one back", Sure::Soft, Some(Order::Reduced)),
    ("pulling one back", Sure::Soft, Some(Order::Reduced)),
    ("restore the lead", Sure::Soft, Some(Order::Ahead)),
    ("restoring the lead", Sure::Soft, Some(Order::Ahead)),
    ("restoring their lead", Sure::Soft, Some(Order::Ahead)),
    ("regained", Sure::Soft, Some(Order::Ahead)),
    ("restored", Sure::Soft, Some(Order::Ahead)),
    ("restore", Sure::Soft, Some(Order::Ahead)),
    ("increased the lead", Sure::Soft, Some(Order::Extended)),
    ("increased their lead", Sure::Soft, Some(Order::Extended)),
    ("stretched their lead", Sure::Soft, Some(Order::Extended)),
    ("won it", Sure::Soft, Some(Order::Winner)),
    ("won the game", Sure::Soft, Some(Order::Winner)),
    ("won the match", Sure::Soft, Some(Order::Winner)),
    ("won the final", Sure::Soft, Some(Order::Winner)),
    ("settled it", Sure::Soft, Some(Order::Winner)),
    ("settled matters", Sure::Soft, Some(Order::LastOfSide)),
    ("settled", Sure::Soft, Some(Order::LastOfSide)),
    ("sealed", Sure::Soft, Some(Order::LastOfSide)),
    ("clinched", Sure::Soft, Some(Order::LastOfSide)),
    ("wrapped up", Sure::Soft, Some(Order::LastOfSide)),
    ("wrapped it up", Sure::Soft, Some(Order::LastOfSide)),
    ("rounded off", Sure::Soft, Some(Order::Last)),
    ("rounded it off", Sure::Soft, Some(Order::Last)),
    ("completed the scoring", Sure::Plain, Some(Order::Last)),
    ("completed the rout", Sure::Soft, Some(Order::Last)),
    ("finished the scoring", Sure::Plain, Some(Order::Last)),
    ("finished it", Sure::Soft, Some(Order::Last)),
    ("did the rest", Sure::Soft, None),
    ("made it", Sure::Soft, None),
    ("make it", Sure::Soft, None),
    ("making it", Sure::Soft, None),
    ("bulldozed", Sure::Soft, None),
    ("edged", Sure::Soft, None),
    ("claimed", Sure::Soft, None),
    ("give", Sure::Soft, None),
    ("nods", Sure::Soft, None),
    ("rammed", Sure::Soft, None),
    ("clipped", Sure::Soft, None),
    ("lobbed", Sure::Soft, None),
    ("rocketed", Sure::Soft, None),
    ("unleashed", Sure::Soft, None),
    ("walloped", Sure::Soft, None),
    ("tapping", Sure::Soft, None),
    ("nodding", Sure::Soft, None),
    ("slotting", Sure::Soft, None),
    ("volleying", Sure::Soft, None),
    ("firing", Sure::Soft, None),
    ("added", Sure::Soft, None),
    ("grabbed", Sure::Soft, None),
    ("bagged", Sure::Soft, None),
    ("got", Sure::Soft, None),
    ("struck", Sure::Soft, None),
    ("headed", Sure::Soft, None),
    ("heading", Sure::Soft, None),
    ("heads", Sure::Soft, None),
    ("nodded", Sure::Soft, None),
    ("fired", Sure::Soft, None),
    ("slotted", Sure::Soft, None),
    ("tapped", Sure::Soft, None),
    ("volleyed", Sure::Soft, None),
    ("curled", Sure::Soft, None),
    ("drilled", Sure::Soft, None),
    ("rifled", Sure::Soft, None),
    ("lashed", Sure::Soft, None),
    ("stabbed", Sure::Soft, None),
    ("poked", Sure::Soft, None),
    ("tucked", Sure::Soft, None),
    ("prodded", Sure::Soft, None),
    ("bundled", Sure::Soft, None),
    ("swept", Sure::Soft, None),
    ("smashed", Sure::Soft, None),
    ("buried", Sure::Soft, None),
    ("thumped", Sure::Soft, None),
    ("hammered", Sure::Soft, None),
    ("steered", Sure::Soft, None),
    ("chipped", Sure::Soft, None),
    ("pounced", Sure::Soft, None),
    ("converted", Sure::Soft, None),
    ("converting", Sure::Soft, None),
    ("finished", Sure::Soft, None),
    ("diverted", Sure::Soft, None),
    ("turned", Sure::Soft, None),
    ("looped", Sure::Soft, None),
    ("footed", Sure::Soft, None),
    ("sidefooted", Sure::Soft, None),
    ("glanced", Sure::Soft, None),
    ("dispatched", Sure::Soft, None),
    ("despatched", Sure::Soft, None),
    ("slammed", Sure::Soft, None),
    ("blasted", Sure::Soft, None),
    ("dinked", Sure::Soft, None),
    ("bent", Sure::Soft, None),
    ("squeezed", Sure::Soft, None),
    ("rolled", Sure::Soft, None),
    ("slid", Sure::Soft, None),
    ("stroked", Sure::Soft, None),
    ("punished", Sure::Soft, None),
    ("replied", Sure::Soft, None),
    ("responded", Sure::Soft, None),
    ("scrambled", Sure::Soft, None),
    ("powered", Sure::Soft, None),
    ("crashed", Sure::Soft, None),
    ("planted", Sure::Soft, None),
    ("guided", Sure::Soft, None),
    ("flicked", Sure::Soft, None),
    ("nailed", Sure::Soft, None),
    ("dummied", Sure::Soft, None),
    ("sent", Sure::Soft, None),
    ("shot", Sure::Soft, None),
    ("hit", Sure::Soft, None),
    ("beat", Sure::Soft, None),
    ("put", Sure::Soft, None),
    ("gave", Sure::Soft, None),
    ("given", Sure::Soft, None),
    ("giving", Sure::Soft, None),
    ("putting", Sure::Soft, None),
    ("placed", Sure::Soft, None),
    ("drew", Sure::Soft, None),
    ("to score", Sure::Soft, None),
    ("fooled", Sure::Soft, None),
    ("ran", Sure::Soft, None),
    ("rose", Sure::Soft, None),
    ("burst", Sure::Soft, None),
    ("reacted", Sure::Soft, None),
    ("squirmed", Sure::Soft, None),
    ("whipped", Sure::Soft, None),
    ("drove", Sure::Soft, None),
    ("cracked", Sure::Soft, None),
    ("struck home", Sure::Soft, None),
    ("knocked", Sure::Soft, None),
    ("slicing", Sure::Soft, None),
    ("sliced", Sure::Soft, None),
    ("collected", Sure::Soft, None),
    ("completed", Sure::Soft, None),
    ("ended", Sure::Soft, None),
    ("snatched", Sure::Soft, None),
    ("hooked", Sure::Soft, None),
    ("lifted", Sure::Soft, None),
    ("forced", Sure::Soft, None),
    ("climbed", Sure::Soft, None),
    ("met", Sure::Soft, None),
    ("helped himself", Sure::Soft, None),
];

/// Nouns that are a goal: the noun, how surely, its place.
const NOUNS: &[Cue] = &[
    ("opening goal", Sure::Plain, Some(Order::Opener)),
    ("own goal", Sure::Plain, None),
    ("winning goal", Sure::Plain, Some(Order::Winner)),
    ("goal", Sure::Plain, None),
    ("goals", Sure::Plain, None),
    ("opener", Sure::Plain, Some(Order::Opener)),
    ("equaliser", Sure::Plain, Some(Order::Equaliser)),
    ("equalizer", Sure::Plain, Some(Order::Equaliser)),
    ("leveller", Sure::Plain, Some(Order::Equaliser)),
    ("winner", Sure::Plain, Some(Order::Winner)),
    ("hat trick", Sure::Plain, None),
    ("treble", Sure::Plain, None),
    ("brace", Sure::Plain, None),
    ("double", Sure::Soft, None),
    ("strike", Sure::Soft, None),
    ("strikes", Sure::Soft, None),
    ("header", Sure::Soft, None),
    ("headers", Sure::Soft, None),
    ("penalty", Sure::Soft, None),
    ("penalties", Sure::Soft, None),
    ("golden goal", Sure::Soft, Some(Order::Winner)),
    ("silver goal", Sure::Soft, Some(Order::Winner)),
    ("spot kick", Sure::Soft, None),
    ("volley", Sure::Soft, None),
    ("effort", Sure::Soft, None),
    ("finish", Sure::Soft, None),
    ("drive", Sure::Soft, None),
    ("free kick", Sure::Soft, None),
    ("shot", Sure::Soft, None),
    ("backheel", Sure::Soft, None),
    ("tap in", Sure::Soft, None),
    ("solo goal", Sure::Plain, None),
    ("double strike", Sure::Soft, None),
    ("second", Sure::Soft, None),
];

/// Words before a verb that leave open whether it happened.
pub(crate) const HEDGES_BEFORE: &[&str] = &[
    "nearly",
    "almost",
    "could",
    "would",
    "should",
    "might",
    "if",
    "chance",
    "chances",
    "hoped",
    "failed",
    "not",
    "never",
    "cannot",
    "can",
    "may",
    "must",
    "will",
    "unable",
    "looked",
    "tried",
    "threatened",
    "wanted",
    "without",
    "neither",
    "nobody",
    "no",
    "close",
    "denied",
    "missed",
    "missing",
    "expected",
    "thought",
    "believed",
    "appeared",
    "seemed",
    "ought",
    "wasted",
    "shall",
    "unless",
    "needs",
    "opportunity",
    "chances",
];

/// Words after a verb that say it was no goal.
pub(crate) const MISSES_AFTER: &[&str] = &[
    "over",
    "wide",
    "against",
    "post",
    "bar",
    "crossbar",
    "woodwork",
    "saved",
    "blocked",
    "cleared",
    "offside",
    "disallowed",
    "overturned",
    "upright",
    "straight at",
    "ruled out",
    "chalked off",
    "off target",
    "rule it out",
    "ruled offside",
    "off the line",
    "the side netting",
    "did not count",
    "was cancelled",
    "was denied",
    "flag",
    "rebounded",
    "tipped",
];
