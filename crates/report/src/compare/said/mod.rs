//! What the accounts quote, sentence by sentence.

mod align;
mod common;
mod fate;
mod group;
mod place;
mod units;

use super::{Account, AccountInfo, Agreement, QuoteRow, Saying, SentenceCell, SentenceRow, together};
use crate::Span;
use crate::compare::Fate;
use crate::quote::{Channel, WordsAt};
use align::Link;
use group::Part;
use units::Unit;

/// A sentence of the reference, which grows by what only other accounts have.
struct Reference<'u> {
    account: usize,
    unit: &'u Unit,
    cells: Vec<Option<SentenceCell>>,
}

/// Everything the accounts quote, each saying once.
pub(super) fn rows(accounts: &[Account<'_>], infos: &[AccountInfo]) -> Vec<QuoteRow> {
    group::sayings(accounts).iter().map(|parts| row(accounts, infos, parts)).collect()
}

/// One saying, of which each account has at most one part.
fn row(accounts: &[Account<'_>], infos: &[AccountInfo], parts: &[Part]) -> QuoteRow {
    let length = |part: &Part| part.units.iter().map(|unit| unit.words.len()).sum::<usize>();
    let fullest = parts.iter().rev().max_by_key(|part| length(part));
    let mut references: Vec<Reference<'_>> = Vec::new();
    let mut order: Vec<&Part> = fullest.into_iter().collect();
    order.extend(parts.iter().filter(|part| fullest.is_some_and(|fullest| part.account != fullest.account)));
    for (turn, part) in order.iter().enumerate() {
        let words = |span: &Span| words_at(accounts, part.account, span);
        let before: Vec<usize> = order.iter().take(turn).map(|part| part.account).collect();
        add(&mut references, part, accounts.len(), &before, &words);
    }
    let sentences = references
        .into_iter()
        .map(|reference| SentenceRow {
            account: reference.account,
            at: words_at(accounts, reference.account, &reference.unit.span),
            cells: reference.cells,
        })
        .collect();
    let mut sayings: Vec<Option<Saying>> = vec![None; accounts.len()];
    for part in parts {
        if let Some(saying) = sayings.get_mut(part.account) {
            let speaker = part.speaker.clone();
            *saying = Some(Saying { quotes: part.quotes.clone(), speaker, channel: part.channel.clone() });
        }
    }
    let named = parts.iter().filter_map(|part| part.speaker.as_ref());
    QuoteRow {
        speaker: named.rev().max_by_key(|name| name.split(' ').count()).cloned().unwrap_or_default(),
        speakers: among(infos, parts, group::speakers),
        fullest: fullest.map_or(0, |part| part.account),
        accounts: sayings,
        sentences,
        channels: among(infos, parts, |one, other| place::stand(channel(one), channel(other))),
    }
}

const fn channel(part: &Part) -> Option<&Channel> {
    part.channel.as_ref()
}

/// How the parts stand to each other, each pair by `stand`.
fn among(infos: &[AccountInfo], parts: &[Part], stand: impl Fn(&Part, &Part) -> Agreement) -> Agreement {
    let pairs = parts.iter().enumerate().flat_map(|(at, one)| parts.iter().skip(at + 1).map(move |two| (one, two)));
    together(infos, pairs.map(|(one, other)| (one.account, other.account, stand(one, other))))
}

fn words_at(accounts: &[Account<'_>], account: usize, span: &Span) -> WordsAt {
    let words = accounts.get(account).map_or_else(String::new, |account| account.report.words(span).to_owned());
    WordsAt { words, span: span.clone() }
}

/// Aligns a part to the reference: a cell for each of its sentences, and a new sentence for what it does not have.
/// `before` are the accounts aligned already.
fn add<'u>(
    references: &mut Vec<Reference<'u>>,
    part: &'u Part,
    accounts: usize,
    before: &[usize],
    words: &impl Fn(&Span) -> WordsAt,
) {
    let units: Vec<&Unit> = references.iter().map(|reference| reference.unit).collect();
    let links = align::align(&units, &part.units);
    let moved = out_of_order(&links);
    for (index, reference) in references.iter_mut().enumerate() {
        let own: Vec<&Link> = links.iter().filter(|link| link.reference == index).collect();
        let of_link = |link: &&Link| part.units.get(link.other);
        let mut at: Vec<&Unit> = own.iter().filter_map(of_link).collect();
        at.dedup_by_key(|unit| &unit.span);
        let cell = SentenceCell {
            fate: fate::of(reference.unit, &own, &part.units, &links),
            joined: at.first().is_some_and(|unit| unit.joined),
            reordered: own.iter().any(|link| moved.contains(&link.other)),
            words: at.iter().map(|unit| words(&unit.span)).collect(),
        };
        if let Some(place) = reference.cells.get_mut(part.account) {
            *place = Some(cell);
        }
    }
    let mut last = None;
    let mut new: Vec<(Option<usize>, Reference<'u>)> = Vec::new();
    for (at, unit) in part.units.iter().enumerate() {
        let first = links.partition_point(|link| link.other < at);
        let own = links.iter().skip(first).take_while(|link| link.other == at);
        if let Some(reference) = own.map(|link| link.reference).max() {
            last = Some(reference);
            continue;
        }
        let mut cells = vec![None; accounts];
        let kept =
            SentenceCell { fate: Fate::Kept, joined: unit.joined, reordered: false, words: vec![words(&unit.span)] };
        let cut = SentenceCell { fate: Fate::Cut, joined: false, reordered: false, words: Vec::new() };
        for account in before {
            cells.get_mut(*account).into_iter().for_each(|place| *place = Some(cut.clone()));
        }
        cells.get_mut(part.account).into_iter().for_each(|place| *place = Some(kept.clone()));
        new.push((last, Reference { account: part.account, unit, cells }));
    }
    // Stable: of what stands in one place, the reference's own sentence is first.
    let old = std::mem::take(references).into_iter().enumerate().map(|(at, reference)| (Some(at), reference));
    let mut all: Vec<(Option<usize>, Reference<'u>)> = old.chain(new).collect();
    all.sort_by_key(|(at, _)| *at);
    references.extend(all.into_iter().map(|(_, reference)| reference));
}

/// The sentences of an account that stand in another order than in the reference: as few as explain it.
fn out_of_order(links: &[Link]) -> Vec<usize> {
    // The longest run of sentences in order: for each, the longest that ends with it and the one before it there.
    let mut firsts: Vec<(usize, usize)> = Vec::new();
    for link in links {
        if firsts.last().is_none_or(|(other, _)| *other != link.other) {
            firsts.push((link.other, link.reference));
        }
    }
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(firsts.len());
    for (at, (_, reference)) in firsts.iter().enumerate() {
        let earlier = firsts.iter().zip(&best).enumerate().take(at).filter(|(_, ((_, before), _))| before <= reference);
        let longest = earlier.map(|(index, (_, (length, _)))| (*length, index)).max_by_key(|(length, index)| {
            // Of chains as long, the earliest: what was moved is rather what comes later.
            (*length, std::cmp::Reverse(*index))
        });
        best.push(longest.map_or((1, None), |(length, index)| (length + 1, Some(index))));
    }
    let mut kept = vec![false; firsts.len()];
    let mut end = (0..best.len()).rev().max_by_key(|&at| best.get(at).map_or(0, |(length, _)| *length));
    while let Some(at) = end {
        if let Some(mark) = kept.get_mut(at) {
            *mark = true;
        }
        end = best.get(at).and_then(|(_, before)| *before);
    }
    firsts.iter().zip(kept).filter(|(_, kept)| !kept).map(|((other, _), _)| *other).collect()
}
