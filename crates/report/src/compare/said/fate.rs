//! What became of a sentence.

use super::align::Link;
use super::units::Unit;
use crate::compare::Fate;

/// Words an editor's brackets may stand for. More, and the sentence was altered.
const MOST_BRACKETED_AWAY: usize = 4;

/// The words of another account that belong to one sentence of the reference.
struct Part {
    /// For each word, whether it is in brackets.
    bracketed: Vec<bool>,
    /// Places of shared words: of the reference, of this part.
    pairs: Vec<(usize, usize)>,
}

/// What `others` made of the sentence `reference`, whose links to them are `links`; `all` are the links of the account.
pub(super) fn of(reference: &Unit, links: &[&Link], others: &[Unit], all: &[Link]) -> Fate {
    if links.is_empty() {
        return Fate::Cut;
    }
    if links.iter().all(|link| link.is_translation()) {
        return Fate::Translated;
    }
    let mut parts: Vec<Part> = links.iter().filter_map(|link| part(link, others.get(link.other)?, all)).collect();
    parts.sort_by_key(|part| part.pairs.first().copied());
    judge(reference, &parts)
}

/// The words of a sentence that go with one link. Where a sentence goes with several of the reference, words that are in
/// none of them go with the shared word before them.
fn part(link: &Link, unit: &Unit, all: &[Link]) -> Option<Part> {
    let mut owners: Vec<Option<usize>> = vec![None; unit.words.len()];
    let first = all.partition_point(|other| other.other < link.other);
    for other in all.iter().skip(first).take_while(|other| other.other == link.other) {
        for &(_, at) in &other.pairs {
            if let Some(owner) = owners.get_mut(at) {
                *owner = Some(other.reference);
            }
        }
    }
    let opener = owners.iter().copied().flatten().next()?;
    let mut owner = opener;
    let mut own = Vec::new();
    for (at, known) in owners.into_iter().enumerate() {
        owner = known.unwrap_or(owner);
        if owner == link.reference {
            own.push(at);
        }
    }
    let place = |at: usize| own.binary_search(&at).ok();
    Some(Part {
        bracketed: own.iter().filter_map(|&at| unit.bracketed.get(at).copied()).collect(),
        pairs: link.pairs.iter().filter_map(|&(a, b)| Some((a, place(b)?))).collect(),
    })
}

/// What lies between shared words: how many words each side has there, and whether they are all in brackets.
#[derive(Default)]
struct Gap {
    reference: usize,
    other: usize,
    bracketed: bool,
}

fn judge(reference: &Unit, parts: &[Part]) -> Fate {
    let mut gaps = Vec::new();
    let mut from = 0;
    for part in parts {
        let mut other = 0;
        for &(a, b) in &part.pairs {
            if a < from || b < other {
                return Fate::Altered;
            }
            gaps.push(gap(reference, from..a, part, other..b));
            (from, other) = (a + 1, b + 1);
        }
        // Words after the last shared one stand against those before the next part's first.
        gaps.push(gap(reference, from..from, part, other..part.bracketed.len()));
    }
    let rest = gap(reference, from..reference.words.len(), &Part { bracketed: Vec::new(), pairs: Vec::new() }, 0..0);
    match gaps.last_mut() {
        Some(last) if last.other > 0 => {
            last.bracketed &= last.reference == 0 || rest.bracketed || rest.reference <= MOST_BRACKETED_AWAY;
            last.reference = rest.reference;
        }
        _ => gaps.push(rest),
    }
    let (mut less, mut more, mut brackets) = (false, false, false);
    for gap in gaps.iter().filter(|gap| gap.reference + gap.other > 0) {
        match (gap.bracketed, gap.reference, gap.other) {
            (true, _, _) => brackets = true,
            (false, _, 0) => less = true,
            (false, 0, _) => more = true,
            (false, _, _) => return Fate::Altered,
        }
    }
    match (less, more, brackets) {
        (true, true, _) => Fate::Altered,
        (_, _, true) => Fate::Bracketed,
        (true, false, _) => Fate::Shortened,
        (false, true, _) => Fate::Extended,
        (false, false, false) => Fate::Kept,
    }
}

fn gap(reference: &Unit, own: std::ops::Range<usize>, part: &Part, theirs: std::ops::Range<usize>) -> Gap {
    let all = |marks: Option<&[bool]>| marks.is_some_and(|marks| !marks.is_empty() && marks.iter().all(|mark| *mark));
    let (reference_words, other) = (own.len(), theirs.len());
    let by_them = all(part.bracketed.get(theirs)) && reference_words <= MOST_BRACKETED_AWAY;
    let by_reference = all(reference.bracketed.get(own)) && other <= MOST_BRACKETED_AWAY;
    Gap { reference: reference_words, other, bracketed: by_them || by_reference }
}
