//! The words two sentences have in common, in order.

/// Cells of the table of a longest common subsequence. Two sentences of 64 words that share neither beginning nor end
/// fill it; for longer ones only beginning and end are compared.
const MOST_CELLS: usize = 64 * 64;

/// Places of words that both have, in the order of both, as many as there can be.
pub(super) fn common(one: &[u32], other: &[u32]) -> Vec<(usize, usize)> {
    let prefix = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one_rest, other_rest) = (one.get(prefix..).unwrap_or_default(), other.get(prefix..).unwrap_or_default());
    let suffix = one_rest.iter().rev().zip(other_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let one_middle = one_rest.get(..one_rest.len() - suffix).unwrap_or_default();
    let other_middle = other_rest.get(..other_rest.len() - suffix).unwrap_or_default();
    let mut pairs: Vec<(usize, usize)> = (0..prefix).map(|at| (at, at)).collect();
    pairs.extend(table(one_middle, other_middle).into_iter().map(|(a, b)| (a + prefix, b + prefix)));
    pairs.extend((0..suffix).rev().map(|back| (one.len() - 1 - back, other.len() - 1 - back)));
    gather(one, other, &mut pairs);
    pairs
}

/// Of the ways to share as many words, one in which they follow each other: a small word that stands alone is moved to
/// the same word beside its neighbour.
fn gather(one: &[u32], other: &[u32], pairs: &mut [(usize, usize)]) {
    for at in (0..pairs.len().saturating_sub(1)).rev() {
        let (Some(&(a, b)), Some(&(next_a, next_b))) = (pairs.get(at), pairs.get(at + 1)) else { continue };
        let moved = if b + 1 == next_b && one.get(next_a - 1) == other.get(b) {
            (next_a - 1, b)
        } else if a + 1 == next_a && one.get(a) == other.get(next_b - 1) {
            (a, next_b - 1)
        } else {
            continue;
        };
        pairs.get_mut(at).into_iter().for_each(|pair| *pair = moved);
    }
    for at in 1..pairs.len() {
        let (Some(&(last_a, last_b)), Some(&(a, b))) = (pairs.get(at - 1), pairs.get(at)) else { continue };
        let stays = pairs.get(at + 1).is_some_and(|next| *next == (a + 1, b + 1));
        let moved = if stays {
            continue;
        } else if last_b + 1 == b && one.get(last_a + 1) == other.get(b) {
            (last_a + 1, b)
        } else if last_a + 1 == a && one.get(a) == other.get(last_b + 1) {
            (a, last_b + 1)
        } else {
            continue;
        };
        pairs.get_mut(at).into_iter().for_each(|pair| *pair = moved);
    }
}

fn table(one: &[u32], other: &[u32]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    if one.is_empty() || other.is_empty() || one.len() * other.len() > MOST_CELLS {
        return Vec::new();
    }
    // lengths[a * width + b]: as many as one[a..] and other[b..] have in common.
    let mut lengths = vec![0_u16; (one.len() + 1) * width];
    let at = |lengths: &[u16], a: usize, b: usize| lengths.get(a * width + b).copied().unwrap_or(0);
    for (a, left) in one.iter().enumerate().rev() {
        for (b, right) in other.iter().enumerate().rev() {
            let length = if left == right {
                at(&lengths, a + 1, b + 1) + 1
            } else {
                at(&lengths, a + 1, b).max(at(&lengths, a, b + 1))
            };
            if let Some(cell) = lengths.get_mut(a * width + b) {
                *cell = length;
            }
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(left), Some(right)) = (one.get(a), other.get(b)) {
        if left == right {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if at(&lengths, a + 1, b) >= at(&lengths, a, b + 1) {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

/// The longest stretch of words that follow each other in both.
pub(super) fn longest_run(pairs: &[(usize, usize)]) -> usize {
    let mut longest = usize::from(!pairs.is_empty());
    let mut run = 1;
    for pair in pairs.windows(2) {
        let follows = matches!(pair, [a, b] if a.0 + 1 == b.0 && a.1 + 1 == b.1);
        run = if follows { run + 1 } else { 1 };
        longest = longest.max(run);
    }
    longest
}

/// How many numbers two sorted lists share.
pub(super) fn shared(one: &[u32], other: &[u32]) -> usize {
    one.iter().filter(|number| other.binary_search(number).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_most_words_in_order() {
        assert_eq!(common(&[1, 2, 3, 4], &[1, 9, 3, 4]), [(0, 0), (2, 2), (3, 3)]);
        assert_eq!(common(&[5, 1, 2, 6], &[7, 1, 2, 8, 9]), [(1, 1), (2, 2)]);
        assert_eq!(common(&[1, 1, 1], &[1, 1]).len(), 2);
        assert_eq!(longest_run(&[(0, 0), (2, 2), (3, 3)]), 2);
        // The first word stands twice: the one beside its neighbour is taken.
        assert_eq!(common(&[9, 1, 5, 6, 1, 2, 3], &[1, 2, 4]), [(4, 0), (5, 1)]);
        assert_eq!(common(&[1, 2, 7, 2], &[1, 8, 2]), [(0, 0), (3, 2)]);
    }

    proptest! {
        #[test]
        fn pairs_are_equal_and_in_order(one in prop::collection::vec(0_u32..6, 0..90), other in prop::collection::vec(0_u32..6, 0..90)) {
            let pairs = common(&one, &other);
            for &(a, b) in &pairs {
                prop_assert_eq!(one[a], other[b]);
            }
            prop_assert!(pairs.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
            prop_assert_eq!(common(&one, &one).len(), one.len());
            prop_assert_eq!(common(&other, &one).len(), pairs.len());
        }
    }
}
