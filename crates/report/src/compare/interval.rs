//! Minutes of two accounts against each other.

use byline_record::Clock;
use byline_record::ask::statement::Minutes;

use super::Agreement;

/// How two accounts' minutes of one thing stand.
///
/// Minutes within a minute of each other are *pinned*: a label (the 78th minute), or a count that falls on one of two
/// labels (twelve left). Pinned minutes agree if one lies within the other and conflict otherwise. What tolerance there
/// is against the record has no place here: accounts a minute apart do say different things. Wider spans agree where
/// they overlap, loosely if one contains the other.
pub(super) fn stand(one: &Minutes, other: &Minutes) -> Agreement {
    if (one.from, one.to) == (other.from, other.to) {
        return Agreement::Agreeing;
    }
    let both_pinned = pinned(one) && pinned(other);
    let contained = within(one, other) || within(other, one);
    if both_pinned && contained {
        return Agreement::Agreeing;
    }
    // 90 may be all that is left of 90+3 where added time is not told.
    let folded = both_pinned && (is_folded(one, other) || is_folded(other, one));
    if contained || folded {
        return Agreement::Looser;
    }
    let overlap = one.from <= other.to && other.from <= one.to;
    if overlap && !both_pinned { Agreement::Agreeing } else { Agreement::Conflicting }
}

fn pinned(minutes: &Minutes) -> bool {
    minutes.from.distance(minutes.to) <= 1
}

fn within(inner: &Minutes, outer: &Minutes) -> bool {
    outer.from <= inner.from && inner.to <= outer.to
}

fn is_folded(plain: &Minutes, added: &Minutes) -> bool {
    let folds = |clock: Clock| plain.from == plain.to && plain.from.added() == 0 && clock.folded() == plain.from;
    folds(added.from) && folds(added.to)
}

/// The narrower of two spans; the first where they are as wide.
pub(super) fn narrower(one: Minutes, other: Minutes) -> Minutes {
    if other.from.distance(other.to) < one.from.distance(one.to) { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(from: &str, to: &str) -> Minutes {
        Minutes { from: from.parse().unwrap(), to: to.parse().unwrap(), tolerant: true }
    }

    #[test]
    fn spans_of_the_clock() {
        use Agreement::{Agreeing, Conflicting, Looser};
        let twelve_left = minutes("78", "79");
        let eleven_left = minutes("79", "80");
        let label = minutes("78", "78");
        let second_half = minutes("46", "90+60");
        for (one, other, expected) in [
            (label, label, Agreeing),
            (twelve_left, label, Agreeing),
            (eleven_left, label, Conflicting),
            (eleven_left, twelve_left, Conflicting),
            (second_half, label, Looser),
            (second_half, twelve_left, Looser),
            (minutes("1", "45+60"), label, Conflicting),
            (minutes("81", "90+60"), minutes("76", "85"), Agreeing),
            (minutes("90", "90"), minutes("90+3", "90+3"), Looser),
            (minutes("90+2", "90+2"), minutes("90+3", "90+3"), Conflicting),
            (minutes("45+2", "45+2"), minutes("46", "46"), Conflicting),
        ] {
            assert_eq!(stand(&one, &other), expected, "{one:?} {other:?}");
            assert_eq!(stand(&other, &one), expected, "{other:?} {one:?}");
        }
    }
}
