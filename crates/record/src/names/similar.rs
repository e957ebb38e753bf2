//! How alike two names are, to rank what somebody may have meant. Ranks only: nothing is decided by it alone.

use crate::fold;

/// Edits (insert, delete, replace, exchange of neighbours) that turn one folded name into the other; the optimal
/// string alignment distance.
#[must_use]
pub fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let mut before_last: Vec<usize> = vec![0; other.len() + 1];
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
    for (row, &letter) in one.iter().enumerate() {
        let mut current = Vec::with_capacity(other.len() + 1);
        current.push(row + 1);
        for (column, &wanted) in other.iter().enumerate() {
            let replace = at(&last, column) + usize::from(letter != wanted);
            let mut best = replace.min(at(&last, column + 1) + 1).min(at(&current, column) + 1);
            let exchanged =
                row > 0 && column > 0 && one.get(row - 1) == Some(&wanted) && other.get(column - 1) == Some(&letter);
            if exchanged {
                best = best.min(at(&before_last, column - 1) + 1);
            }
            current.push(best);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    at(&last, other.len())
}

/// The names of `candidates` nearest to `wanted`, nearest first, each once: those within a third of its length in
/// edits, or that begin with it or have it as a word. A candidate is a spelling and the name to print for it.
pub fn nearest<'a>(wanted: &str, candidates: impl Iterator<Item = (&'a str, &'a str)>, most: usize) -> Vec<&'a str> {
    let wanted = fold(wanted);
    let length = wanted.chars().count();
    if length == 0 {
        return Vec::new();
    }
    let bound = (length / 3).max(1);
    let mut ranked: Vec<(usize, &str)> = candidates
        .filter_map(|(spelling, name)| {
            let folded = fold(spelling);
            if folded.chars().count().abs_diff(length) <= bound {
                let edits = distance(&wanted, &folded);
                if edits <= bound {
                    return Some((edits, name));
                }
            }
            let as_word = length >= 3
                && (folded.starts_with(&wanted) || folded.split(' ').any(|word| distance(word, &wanted) <= bound / 2));
            as_word.then_some((bound + 1, name))
        })
        .collect();
    ranked.sort_unstable();
    let mut names = Vec::new();
    for (_, name) in ranked {
        if !names.contains(&name) {
            names.push(name);
        }
        if names.len() == most {
            break;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misprints_are_near() {
        assert_eq!(distance("engalnd", "england"), 1);
        assert_eq!(distance("", "abc"), 3);
        let teams = ["England", "Finland", "Ireland", "France", "New Zealand"];
        let list = || teams.iter().map(|&name| (name, name));
        assert_eq!(nearest("Engalnd", list(), 1), ["England"]);
        assert_eq!(nearest("zealand", list(), 3), ["New Zealand"]);
        assert!(nearest("Qwertyuiop", list(), 3).is_empty());
        assert!(nearest("", list(), 3).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn distance_is_symmetric_and_bounded(one in "[a-d]{0,8}", other in "[a-d]{0,8}") {
            let there = distance(&one, &other);
            proptest::prop_assert_eq!(there, distance(&other, &one));
            proptest::prop_assert!(there <= one.len().max(other.len()));
            proptest::prop_assert_eq!(there == 0, one == other);
        }
    }
}
