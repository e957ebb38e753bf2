//! What an account says of a row, and how two accounts stand.

use byline_record::ask::Verdict;
use byline_record::fold;

use super::{Account, Agreement, Cell, interval};
use crate::checked::Checked;
use crate::claim::{Kind, Topic};
use crate::quote::WordsAt;

/// Statements of a cell that are compared with another's. More than an account makes of one thing.
const MOST_COMPARED: usize = 16;

/// The cell of some statements; `None` without any.
pub(super) fn of(account: &Account<'_>, topic: &Topic, places: &[usize]) -> Option<Cell> {
    let statements: Vec<(usize, &Checked)> =
        places.iter().filter_map(|&place| Some((place, account.checked.statements.get(place)?))).collect();
    let &(_, first) = statements.first()?;
    let mut readings: Vec<&str> = Vec::new();
    for (_, statement) in statements.iter().take(MOST_COMPARED) {
        if !statement.reading.is_empty() && !readings.contains(&statement.reading.as_str()) {
            readings.push(&statement.reading);
        }
    }
    let timed = matches!(topic, Topic::Event(..) | Topic::Award(..));
    let said = statements.iter().filter_map(|(_, statement)| statement.said).filter(|_| timed);
    Some(Cell {
        statements: statements.iter().map(|(place, _)| *place).collect(),
        words: statements.iter().map(|(_, statement)| words(account, statement)).collect(),
        reading: readings.join("; "),
        minutes: said.map(|said| said.minutes).reduce(interval::narrower),
        verdict: statements.iter().map(|(_, statement)| statement.verdict).max_by_key(need).unwrap_or(first.verdict),
        spoken: statements.iter().all(|(_, statement)| statement.quote.is_some()),
        conflicts_with: Vec::new(),
    })
}

fn words(account: &Account<'_>, statement: &Checked) -> WordsAt {
    WordsAt { words: account.report.words(&statement.span).to_owned(), span: statement.span.clone() }
}

/// How much a verdict needs attention.
const fn need(verdict: &Verdict) -> u8 {
    match verdict {
        Verdict::Contradicted => 5,
        Verdict::RecordDiffers => 4,
        Verdict::NotInRecord => 3,
        Verdict::NotRead => 2,
        Verdict::Rounding => 1,
        Verdict::Confirmed => 0,
    }
}

/// How the cells of two accounts in one row stand.
pub(super) fn stand(one: (&Account<'_>, &Cell), other: (&Account<'_>, &Cell)) -> Agreement {
    let minutes = match (&one.1.minutes, &other.1.minutes) {
        (Some(one), Some(other)) => interval::stand(one, other),
        (None, None) => Agreement::Agreeing,
        (Some(_), None) | (None, Some(_)) => Agreement::Looser,
    };
    let (ours, theirs) = (statements(one), statements(other));
    let mut stand = minutes;
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        for statement in ours {
            let same_kind = theirs.iter().filter(|other| other.kind == statement.kind);
            // Where several of a kind are told, it is enough that one of them is the same.
            let best = same_kind.map(|other| pair(statement, other)).min();
            stand = stand.max(best.unwrap_or(Agreement::Agreeing));
        }
    }
    let has = |list: &[&Checked], kind: Kind| list.iter().any(|statement| statement.kind == kind);
    if has(&ours, Kind::Score) != has(&theirs, Kind::Score) && (has(&ours, Kind::Result) || has(&theirs, Kind::Result))
    {
        stand = stand.max(Agreement::Looser);
    }
    stand
}

fn statements<'a>((account, cell): (&Account<'a>, &Cell)) -> Vec<&'a Checked> {
    let places = cell.statements.iter().take(MOST_COMPARED);
    places.filter_map(|&place| account.checked.statements.get(place)).collect()
}

/// How two statements of one kind about one thing stand.
fn pair(one: &Checked, other: &Checked) -> Agreement {
    use Verdict::{Confirmed, Contradicted, Rounding};
    if one.kind == Kind::Minute || fold(&one.reading) == fold(&other.reading) {
        return Agreement::Agreeing;
    }
    match (one.verdict, other.verdict) {
        (Confirmed, Confirmed) | (Rounding, Rounding) => Agreement::Agreeing,
        // Rounding: a containing place, another zone's day.
        (Confirmed, Rounding) | (Rounding, Confirmed) => Agreement::Looser,
        (Confirmed | Rounding, Contradicted) | (Contradicted, Confirmed | Rounding) if has_one_value(one.kind) => {
            Agreement::Conflicting
        }
        _ if has_one_value(one.kind) => numbers(&one.reading, &other.reading),
        _ => Agreement::Looser,
    }
}

/// Whether a thing has one value of a kind: one final score, and any number of running ones.
const fn has_one_value(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::RunningScore
            | Kind::Order
            | Kind::GoalDescription
            | Kind::Substitution
            | Kind::LineUp
            | Kind::Role
            | Kind::Club
            | Kind::DisallowedGoal
            | Kind::SelfConsistency
    )
}

/// How two readings stand by their words and numbers, where nothing else tells.
fn numbers(one: &str, other: &str) -> Agreement {
    let words = |reading: &str| {
        let mut words: Vec<String> = fold(reading).split(' ').take(64).map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    if words(one) == words(other) {
        return Agreement::Agreeing;
    }
    let (ours, theirs) = (numbers_in(one), numbers_in(other));
    let within = |inner: &[u64], outer: &[u64]| inner.iter().all(|number| outer.contains(number));
    if within(&ours, &theirs) || within(&theirs, &ours) || is_rounded(&ours, &theirs) {
        Agreement::Looser
    } else {
        Agreement::Conflicting
    }
}

fn numbers_in(reading: &str) -> Vec<u64> {
    let plain = reading.replace(',', "");
    let mut numbers: Vec<u64> =
        plain.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).take(16).collect();
    numbers.sort_unstable();
    numbers
}

/// Whether one of two numbers is the other in round figures: 70,000 for 69,800.
fn is_rounded(one: &[u64], other: &[u64]) -> bool {
    let ([one], [other]) = (one, other) else { return false };
    let fits = |round: u64, exact: u64| {
        let units = std::iter::successors(Some(10_u64), |unit| unit.checked_mul(10));
        units
            .take_while(|unit| round >= *unit && round.is_multiple_of(*unit))
            .any(|unit| round.abs_diff(exact) <= unit / 2)
    };
    fits(*one, *other) || fits(*other, *one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_of_ours() {
        assert_eq!(numbers("68,895 watched", "69,000 watched"), Agreement::Looser);
        assert_eq!(numbers("68,895 watched", "60,000 watched"), Agreement::Conflicting);
        assert_eq!(numbers("England lost 1-2", "France won 2-1"), Agreement::Looser);
        assert_eq!(numbers("England 1-2 France", "France 2-1 England"), Agreement::Agreeing);
        assert_eq!(numbers("semi-final of 2022", "final of 2022"), Agreement::Looser);
        assert_eq!(numbers("47 goals in 75 matches", "47 goals"), Agreement::Looser);
        assert_eq!(numbers("84 goals", "85 goals"), Agreement::Conflicting);
        assert_eq!(numbers("a header", "from twenty metres"), Agreement::Looser);
    }
}
