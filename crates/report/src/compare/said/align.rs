//! Which sentences of two accounts are the same sentence.

use std::cmp::Reverse;

use super::common::{common, longest_run, shared};
use super::units::Unit;

/// The share of the shorter sentence's words, in order, from which two are one sentence. Editors change a word or two in
/// ten; two sentences of one speaker share a third, nearly all of it small words.
const SAME: f64 = 0.6;
/// Words in a row that two same sentences share; less, and they share small words only.
const RUN: usize = 3;
/// Of the words a pair of sentences shares, the part that no better pair may have taken.
const FRESH: f64 = 0.6;
/// How much two sentences must share to be translations of one: words of weight, and the share of those of the one with
/// fewer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Alike {
    fewest: usize,
    share: f64,
}

/// Between the same neighbours, one word of weight is enough: hardly anything else can be there.
const BETWEEN: Alike = Alike { fewest: 1, share: 0.3 };
/// In the same part of a saying.
const NEAR: Alike = Alike { fewest: 2, share: 0.3 };
/// With nothing else of the saying in common: a speaker says many things of one match in much the same words.
pub(super) const BY_ITSELF: Alike = Alike { fewest: 3, share: 0.4 };

/// Two sentences that are one: of the reference and of another account.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) reference: usize,
    pub(super) other: usize,
    /// Places of the words both have; empty for a translation.
    pub(super) pairs: Vec<(usize, usize)>,
}

impl Link {
    pub(super) fn is_translation(&self) -> bool {
        self.pairs.is_empty()
    }
}

/// The words two sentences share, if they share enough to be one. Of one or two words, all must be shared; what need not be
/// a whole sentence may be any two words that follow each other in the other, or its first.
pub(super) fn same(one: &Unit, other: &Unit) -> Option<Vec<(usize, usize)>> {
    let shorter = one.words.len().min(other.words.len());
    if shorter < RUN {
        let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
        if shorter == 0 || (one.words.len() != other.words.len() && !short.part) {
            return None;
        }
        let from = long.words.windows(shorter).position(|run| run == short.words)?;
        let (ours, theirs) = if one.words.len() <= other.words.len() { (0, from) } else { (from, 0) };
        return (shorter > 1 || from == 0).then(|| (0..shorter).map(|at| (ours + at, theirs + at)).collect());
    }
    let enough = |count: usize| count as f64 >= SAME * shorter as f64;
    if !enough(possible(one, other)) {
        return None;
    }
    let pairs = common(&one.words, &other.words);
    (enough(pairs.len()) && longest_run(&pairs) >= RUN).then_some(pairs)
}

/// The most words two sentences can share: a bound that is cheap to have.
fn possible(one: &Unit, other: &Unit) -> usize {
    let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    shared(&short.sorted, &long.sorted)
}

/// The share of words of weight that two sentences have in common, if they can be translations of one. A translation is
/// at most twice as long as another.
pub(super) fn likeness(one: &Unit, other: &Unit, alike: Alike) -> Option<f64> {
    let (short, long) = (one.words.len().min(other.words.len()), one.words.len().max(other.words.len()));
    let count = shared(&one.stems, &other.stems);
    let share = count as f64 / one.stems.len().min(other.stems.len()).max(1) as f64;
    (count >= alike.fewest && share >= alike.share && long <= 2 * short).then_some(share)
}

/// Sentences of `others` laid to those of `references`. A sentence may be split or two be made one: each part takes the
/// words no better pair has taken. Sentences left over in one place are translations if they share words of weight.
pub(super) fn align(references: &[&Unit], others: &[Unit]) -> Vec<Link> {
    let mut candidates = Vec::new();
    for (reference, one) in references.iter().enumerate() {
        for (other, two) in others.iter().enumerate() {
            if let Some(pairs) = same(one, two) {
                candidates.push(Link { reference, other, pairs });
            }
        }
    }
    candidates.sort_by_key(|link| {
        (Reverse(link.pairs.len()), link.reference.abs_diff(link.other), link.reference, link.other)
    });
    let mut taken: Vec<Vec<bool>> = references.iter().map(|unit| vec![false; unit.words.len()]).collect();
    let mut given: Vec<Vec<bool>> = others.iter().map(|unit| vec![false; unit.words.len()]).collect();
    let mut links = Vec::new();
    for mut link in candidates {
        let (Some(taken), Some(given)) = (taken.get_mut(link.reference), given.get_mut(link.other)) else { continue };
        let all = link.pairs.len();
        let (Some(one), Some(two)) = (references.get(link.reference), others.get(link.other)) else { continue };
        if link.pairs.iter().any(|&(a, b)| taken.get(a) != Some(&false) || given.get(b) != Some(&false)) {
            link.pairs = common_of_free(one, taken, two, given);
        }
        if link.pairs.is_empty() || (link.pairs.len() as f64) < FRESH * all as f64 {
            continue;
        }
        for &(a, b) in &link.pairs {
            taken.get_mut(a).into_iter().chain(given.get_mut(b)).for_each(|mark| *mark = true);
        }
        links.push(link);
    }
    let translations = translations(references, others, &links);
    links.extend(translations);
    links.sort_by_key(|link| (link.other, link.reference));
    links
}

/// The words two sentences share among those that are not taken yet.
fn common_of_free(one: &Unit, taken: &[bool], other: &Unit, given: &[bool]) -> Vec<(usize, usize)> {
    let free = |unit: &Unit, marks: &[bool]| -> (Vec<usize>, Vec<u32>) {
        unit.words
            .iter()
            .zip(marks)
            .enumerate()
            .filter(|(_, (_, mark))| !**mark)
            .map(|(at, (word, _))| (at, *word))
            .unzip()
    };
    let ((ours, one), (theirs, other)) = (free(one, taken), free(other, given));
    common(&one, &other).into_iter().filter_map(|(a, b)| Some((*ours.get(a)?, *theirs.get(b)?))).collect()
}

/// Sentences that stand between the same neighbours, or share much of what has weight.
fn translations(references: &[&Unit], others: &[Unit], links: &[Link]) -> Vec<Link> {
    let mut is_linked = vec![false; references.len()];
    let mut of_other: Vec<Option<usize>> = vec![None; others.len()];
    for link in links {
        if let (Some(linked), Some(of)) = (is_linked.get_mut(link.reference), of_other.get_mut(link.other)) {
            (*linked, *of) = (true, Some(link.reference));
        }
    }
    let mut found: Vec<Link> = Vec::new();
    for (at, unit) in others.iter().enumerate() {
        if of_other.get(at) != Some(&None) {
            continue;
        }
        let before = of_other.iter().take(at).rev().copied().flatten().next();
        let after = of_other.iter().skip(at + 1).copied().flatten().next();
        // Where the sentences around it were moved, they do not tell its place.
        let (before, after) = if before >= after && after.is_some() { (None, None) } else { (before, after) };
        let place = before.map_or(0, |before| before + 1)..after.unwrap_or(references.len());
        let alike = if before.is_some() && after.is_some() && place.len() == 1 { BETWEEN } else { NEAR };
        let free = references.iter().enumerate().skip(place.start).take(place.len());
        let best = free
            .filter(|(index, _)| is_linked.get(*index) == Some(&false))
            .filter_map(|(index, reference)| likeness(reference, unit, alike).map(|share| (index, share)))
            .max_by(|(a, one), (b, two)| one.total_cmp(two).then(b.cmp(a)));
        if let Some((reference, _)) = best {
            if let (Some(linked), Some(of)) = (is_linked.get_mut(reference), of_other.get_mut(at)) {
                (*linked, *of) = (true, Some(reference));
            }
            found.push(Link { reference, other: at, pairs: Vec::new() });
        }
    }
    found
}
