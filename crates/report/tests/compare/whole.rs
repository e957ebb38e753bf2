//! From texts to rows, through the checker.

use std::path::PathBuf;

use byline_report::compare::{Agreement, Comparison, Fate, Row, Section};

use crate::told::{Told, labels, met, row, side_by_side};

const FIRST: &str = "date 2022-12-10
France beat England 2-1 in Al Khor on Saturday to reach the semi-finals of the World Cup.

Aurelien Tchouameni put the holders ahead in the 17th minute. Harry Kane equalised from the penalty spot in the 54th minute. \
Olivier Giroud headed the winner in the 78th minute.

France play Morocco in the semi-finals on Wednesday.";

const SECOND: &str = "date 2022-12-11
England are out of the World Cup after losing 2-1 to France in the quarter-finals.

Giroud scored the decisive goal with 12 minutes left. Kane had scored from the spot in the second half.";

const THIRD: &str = "date 2022-12-11
England lost 3-1 to France at the World Cup on Saturday.

Aurelien Tchouameni opened the scoring in the first half. Olivier Giroud scored the winner with 11 minutes left.

France now face Croatia in the semi-finals.";

fn conflicts_of(row: &Row) -> Vec<Vec<usize>> {
    row.cells.iter().map(|cell| cell.as_ref().unwrap().conflicts_with.clone()).collect()
}

#[test]
fn three_accounts_of_one_evening() {
    let comparison = side_by_side(&[FIRST, SECOND, THIRD].map(Told::checked));
    assert_eq!(comparison.in_match, Some(met("England", "France", "2022-12-10").id));
    let winner = row(&comparison, "France: Olivier Giroud, goal");
    assert_eq!(conflicts_of(winner), [vec![2], vec![2], vec![0, 1]], "12 left is the 78th minute, 11 left is not");
    assert_eq!(row(&comparison, "England: Harry Kane, penalty scored").agreement, Agreement::Looser);
    let opener = row(&comparison, "France: Aurélien Tchouaméni, goal");
    assert_eq!(opener.agreement, Agreement::Looser);
    assert!(opener.cells[1].is_none());
    let score = row(&comparison, "score");
    assert_eq!(conflicts_of(score), [vec![2], vec![2], vec![0, 1]]);
    let next = row(&comparison, "next for France");
    assert_eq!(next.agreement, Agreement::Conflicting, "Croatia is not Morocco, though both say the semi-finals");
    let two = side_by_side(&[FIRST, SECOND].map(Told::checked));
    assert_eq!(row(&two, "France: Olivier Giroud, goal").agreement, Agreement::Agreeing);
}

/// Reports that are not ours to publish, where they are: `BYLINE_REPORTS` names the folder.
fn real() -> Option<Comparison> {
    let folder = PathBuf::from(std::env::var_os("BYLINE_REPORTS")?).join("real");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).ok();
    let texts = [read("2022-12-11-england-france-a.txt")?, read("2022-12-12-england-france-b.txt")?];
    Some(side_by_side(&texts.map(|text| Told::checked(&text))))
}

#[test]
fn two_real_reports() {
    let Some(comparison) = real() else { return };
    assert!(comparison.accounts.iter().all(|account| account.copy_of.is_none() && account.in_match.is_some()));
    assert_eq!(labels(&comparison, Section::Timeline).len(), 5);
    let post = comparison.quotes.iter().find(|quote| quote.speaker == "David Beckham").unwrap();
    assert_eq!((post.fullest, post.channels, post.speakers), (1, Agreement::Looser, Agreement::Agreeing));
    let cells = |account: usize| {
        let cells = post.sentences.iter().map(move |sentence| sentence.cells[account].as_ref().unwrap());
        cells.map(|cell| (cell.fate, cell.joined)).collect::<Vec<_>>()
    };
    assert_eq!(cells(0), [(Fate::Kept, false), (Fate::Cut, false), (Fate::Kept, false), (Fate::Kept, false)]);
    assert_eq!(cells(1), [(Fate::Kept, false), (Fate::Kept, true), (Fate::Kept, true), (Fate::Kept, false)]);
    let others: Vec<_> = comparison.quotes.iter().filter(|quote| quote.speaker != "David Beckham").collect();
    let told: Vec<_> = others.iter().map(|quote| (quote.speaker.as_str(), quote.channels)).collect();
    assert_eq!(told, [("Hugo Lloris", Agreement::OnlyHere), ("Harry Kane", Agreement::OnlyHere)]);
}
