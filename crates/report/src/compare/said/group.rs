//! Which quotes of the accounts are of one saying.

use byline_record::fold;

use super::align::{BY_ITSELF, likeness, same};
use super::place;
use super::units::{self, Unit, Vocabulary};
use crate::compare::{Account, Agreement};
use crate::quote::{Channel, Quote, SpeakerForm};

/// Words of a sentence that can show by itself that two accounts quote one saying.
const TELLING: usize = 4;
/// Words that are nobody else's even where another is named as their speaker.
const UNMISTAKABLE: usize = 8;

/// An account's part in a saying.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) account: usize,
    pub(super) quotes: Vec<usize>,
    /// By name, or as the account calls whoever spoke.
    pub(super) speaker: Option<String>,
    /// Whether it is a name.
    named: bool,
    pub(super) channel: Option<Channel>,
    pub(super) units: Vec<Unit>,
}

/// The parts of every saying, one per account at most, in the order of the first account that has it.
pub(super) fn sayings(accounts: &[Account<'_>]) -> Vec<Vec<Part>> {
    let mut vocabulary = Vocabulary::default();
    let mut sayings: Vec<Vec<Part>> = Vec::new();
    for (index, account) in accounts.iter().enumerate() {
        let known = sayings.len();
        let mut homes: Vec<Option<usize>> = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        for part in of_account(index, account, &mut vocabulary) {
            let is_home = |(_, saying): &(usize, &Vec<Part>)| saying.iter().any(|other| is_same(&part, other));
            let mut fitting: Vec<usize> = sayings.iter().enumerate().filter(is_home).map(|(home, _)| home).collect();
            // Somebody quoted twice with the same words said them twice.
            fitting.sort_by_key(|home| homes.contains(&Some(*home)));
            for (home, part) in part.among(&fitting, &sayings) {
                homes.push(home);
                parts.push(part);
            }
        }
        for (part, home) in parts.iter().zip(&mut homes) {
            if home.is_none() {
                *home = translated(part, sayings.get(..known).unwrap_or_default());
            }
        }
        for (part, home) in parts.into_iter().zip(homes) {
            match home.and_then(|home| sayings.get_mut(home)) {
                Some(saying) => join(saying, part),
                None => sayings.push(vec![part]),
            }
        }
    }
    sayings
}

/// Adds a part to a saying; two of one account become one.
fn join(saying: &mut Vec<Part>, part: Part) {
    match saying.iter_mut().find(|other| other.account == part.account) {
        Some(own) => own.take(part),
        None => saying.push(part),
    }
}

impl Part {
    fn take(&mut self, mut later: Self) {
        self.quotes.append(&mut later.quotes);
        self.units.append(&mut later.units);
        self.channel = self.channel.take().or(later.channel);
        if !self.named && (later.named || self.speaker.is_none()) {
            (self.speaker, self.named) = (later.speaker, later.named);
        }
    }
}

impl Part {
    /// Parts what was told as one saying and is several in another account: each sentence goes where it is found, and what
    /// is not found goes with the sentence before it.
    fn among(self, fitting: &[usize], sayings: &[Vec<Self>]) -> Vec<(Option<usize>, Self)> {
        let &[first, _, ..] = fitting else { return vec![(fitting.first().copied(), self)] };
        let is_in = |unit: &Unit, home: usize| {
            let theirs = sayings.get(home).into_iter().flatten().flat_map(|other| &other.units);
            theirs.into_iter().any(|theirs| same(unit, theirs).is_some())
        };
        let found = |unit: &Unit, last: usize| {
            std::iter::once(last).chain(fitting.iter().copied()).find(|&home| is_in(unit, home))
        };
        let mut home = self.units.iter().find_map(|unit| found(unit, first)).unwrap_or(first);
        let mut split: Vec<(Option<usize>, Self)> = Vec::new();
        let empty = Self { units: Vec::new(), quotes: Vec::new(), ..self.clone() };
        for unit in self.units {
            home = found(&unit, home).unwrap_or(home);
            if !split.iter().any(|(at, _)| *at == Some(home)) {
                split.push((Some(home), empty.clone()));
            }
            if let Some((_, part)) = split.iter_mut().find(|(at, _)| *at == Some(home)) {
                part.quotes.push(unit.quote);
                part.units.push(unit);
            }
        }
        split.iter_mut().for_each(|(_, part)| part.quotes.dedup());
        // Quotes of which every word is told again elsewhere have no sentence of their own.
        let placed = |quote: &usize| split.iter().any(|(_, part)| part.quotes.contains(quote));
        let rest: Vec<usize> = self.quotes.into_iter().filter(|quote| !placed(quote)).collect();
        split.first_mut().into_iter().for_each(|(_, part)| part.quotes.extend(&rest));
        split
    }
}

/// What each speaker said in one account, parted by where it was said.
fn of_account(account: usize, of: &Account<'_>, vocabulary: &mut Vocabulary) -> Vec<Part> {
    let mut units = units::of(of, vocabulary).into_iter().peekable();
    let mut parts: Vec<Part> = Vec::new();
    for (index, quote) in of.checked.quotes.quotes.iter().enumerate() {
        let mut own = Vec::new();
        while let Some(unit) = units.next_if(|unit| unit.quote <= index) {
            own.push(unit);
        }
        if own.is_empty() {
            continue;
        }
        let (speaker, named) = speaker(quote);
        let part = Part { account, quotes: vec![index], speaker, named, channel: quote.channel.clone(), units: own };
        let goes_on = |other: &&mut Part| {
            let utterance = other.quotes.last().and_then(|&last| of.checked.quotes.quotes.get(last));
            let one_utterance = utterance.is_some_and(|last| last.utterance == quote.utterance);
            let one_place = place::stand(other.channel.as_ref(), part.channel.as_ref()) != Agreement::Conflicting;
            let one_speaker = part.speaker.is_some() && speakers(other, &part) == Agreement::Agreeing;
            one_utterance || (one_speaker && one_place)
        };
        // The speakers of one report are few; only the latest parts can go on.
        match parts.iter_mut().rev().take(32).find(goes_on) {
            Some(other) => other.take(part),
            None => parts.push(part),
        }
    }
    parts.iter_mut().for_each(drop_repeats);
    parts
}

fn speaker(quote: &Quote) -> (Option<String>, bool) {
    let Some(speaker) = &quote.speaker else { return (None, false) };
    match (&speaker.name, speaker.form) {
        (Some(name), _) => (Some(name.clone()), true),
        (None, SpeakerForm::Name) => (Some(speaker.at.words.clone()), true),
        (None, _) => (Some(speaker.at.words.clone()), false),
    }
}

/// Drops the few words an outlet takes from a sentence that it quotes in full as well.
fn drop_repeats(part: &mut Part) {
    let repeats: Vec<bool> = part
        .units
        .iter()
        .map(|unit| {
            unit.fragment
                && part.units.iter().any(|other| {
                    !other.fragment && unit.words.len() <= other.words.len() && same(unit, other).is_some()
                })
        })
        .collect();
    let mut repeats = repeats.into_iter();
    part.units.retain(|_| repeats.next() != Some(true));
}

/// How two accounts stand on who spoke. A description can be anybody.
pub(super) fn speakers(one: &Part, other: &Part) -> Agreement {
    let (Some(first), Some(second)) = (&one.speaker, &other.speaker) else {
        return if one.speaker == other.speaker { Agreement::Agreeing } else { Agreement::Looser };
    };
    let (first, second) = (fold(first), fold(second));
    if first == second {
        return Agreement::Agreeing;
    }
    if !(one.named && other.named) {
        return Agreement::Looser;
    }
    let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
    let is_short = |name: &str| !name.contains(' ');
    if last(&first) == last(&second) && (is_short(&first) || is_short(&second)) {
        Agreement::Agreeing
    } else {
        Agreement::Conflicting
    }
}

/// Whether two parts have a sentence in common that tells.
fn is_same(one: &Part, other: &Part) -> bool {
    let fewest = if speakers(one, other) == Agreement::Conflicting { UNMISTAKABLE } else { TELLING };
    let single = one.units.len() == 1 && other.units.len() == 1 && fewest == TELLING;
    one.units.iter().any(|unit| {
        other.units.iter().any(|theirs| {
            let long = unit.words.len().min(theirs.words.len()) >= fewest;
            (long || (single && one.named && other.named)) && same(unit, theirs).is_some()
        })
    })
}

/// The saying of which a part can be another translation: by the same speaker, not said elsewhere, alike in the words
/// of weight.
fn translated(part: &Part, sayings: &[Vec<Part>]) -> Option<usize> {
    let alike = |other: &Part| {
        let one_place = place::stand(part.channel.as_ref(), other.channel.as_ref()) != Agreement::Conflicting;
        let named = part.named && other.named && speakers(part, other) == Agreement::Agreeing;
        let units = part
            .units
            .iter()
            .flat_map(|unit| other.units.iter().filter_map(|theirs| likeness(unit, theirs, BY_ITSELF)));
        (named && one_place).then(|| units.max_by(f64::total_cmp)).flatten()
    };
    let apart = |saying: &&Vec<Part>| saying.iter().all(|other| other.account != part.account);
    sayings
        .iter()
        .enumerate()
        .filter(|(_, saying)| apart(saying))
        .filter_map(|(index, saying)| Some((index, saying.iter().filter_map(alike).max_by(f64::total_cmp)?)))
        .max_by(|(a, one), (b, two)| one.total_cmp(two).then(b.cmp(a)))
        .map(|(index, _)| index)
}
