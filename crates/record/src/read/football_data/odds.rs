//! Prices on home, draw and away, in three columns that share a code: `B365H`, `B365D`, `B365A`.
//!
//! The code is the bookmaker's. The largest and the average price of a comparison site stand in columns of the same
//! form (`BbMx` and `BbAv`, later `Max` and `Avg`) and are kept under those names. A `C` behind the code means closing
//! prices, `PSC` those of `PS`; `VC` is a bookmaker.

use crate::read::table::{Column, CsvTable, Row};
use crate::{Odds, ReadError};

/// A bookmaker whose own code ends in the letter of closing prices.
const VC: &str = "VC";

/// The three columns of a bookmaker.
pub(super) struct Prices {
    bookmaker: Box<str>,
    closing: bool,
    columns: [Column; 3],
}

impl Prices {
    /// Every three columns of a table that are prices, in order.
    pub(super) fn of(table: &CsvTable<'_>) -> Vec<Self> {
        let codes = table.header().iter().filter_map(|name| name.strip_suffix('H')).filter(|code| !code.is_empty());
        let prices = codes.filter_map(|code| {
            let column = |side| table.optional(&format!("{code}{side}"));
            let columns = [column('H')?, column('D')?, column('A')?];
            let (bookmaker, closing) = match code.strip_suffix('C') {
                Some(bookmaker) if code != VC && !bookmaker.is_empty() => (bookmaker, true),
                _ => (code, false),
            };
            Some(Self { bookmaker: bookmaker.into(), closing, columns })
        });
        prices.collect()
    }
}

/// The prices of a row. Three that are not all there, or not all above 1 as a price is, are no prices.
pub(super) fn read(row: Row<'_>, prices: &[Prices]) -> Result<Vec<Odds>, ReadError> {
    let mut odds = Vec::new();
    // The columns are in order, so a short row has none from the first it does not reach.
    let reached = prices.iter().take_while(|Prices { columns: [home, ..], .. }| row.reaches(home));
    for Prices { bookmaker, closing, columns } in reached {
        if columns.iter().any(|column| row.text(column).is_empty()) {
            continue;
        }
        let price = |column| {
            row.parsed(column, "a decimal price", |text| text.parse::<f32>().ok().filter(|price| price.is_finite()))
        };
        let [home, draw, away] = columns;
        let prices = [price(home)?, price(draw)?, price(away)?];
        if prices.iter().all(|&price| price > 1.0) {
            odds.push(Odds { bookmaker: bookmaker.clone(), closing: *closing, prices });
        }
    }
    Ok(odds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::Shape;

    fn odds(header: &str, row: &str) -> Result<Vec<String>, ReadError> {
        let text = format!("{header}\n{row}\n");
        let mut table = CsvTable::open(&text, Shape::Ragged)?;
        let prices = Prices::of(&table);
        let odds = read(table.next_row()?.unwrap(), &prices)?;
        Ok(odds
            .iter()
            .map(|odds| format!("{}{} {:?}", odds.bookmaker, if odds.closing { " closing" } else { "" }, odds.prices))
            .collect())
    }

    #[test]
    fn every_three_columns_of_prices_are_found() {
        let header = "FTHG,HTHG,HF,AF,HY,AY,HR,AR,PSH,PSD,PSA,VCH,VCD,VCA,BbMxH,BbAvH,BbMxD,BbAvD,BbMxA,BbAvA,GBAHH,GBAHA,\
                      GBAH,PSCH,PSCD,PSCA,VCCH,VCCD,VCCA,WHH,WHD";
        let row = "1,0,9,8,1,2,0,0,2,3,4,2.1,3.1,4.1,2.5,2.4,3.5,3.4,4.5,4.4,1.9,1.9,-1,2.2,3.2,4.2,2.3,3.3,4.3,2,3";
        assert_eq!(
            odds(header, row).unwrap(),
            [
                "PS [2.0, 3.0, 4.0]",
                "VC [2.1, 3.1, 4.1]",
                "BbMx [2.5, 3.5, 4.5]",
                "BbAv [2.4, 3.4, 4.4]",
                "PS closing [2.2, 3.2, 4.2]",
                "VC closing [2.3, 3.3, 4.3]",
            ]
        );
    }

    #[test]
    fn a_price_is_above_one() {
        let header = "B365H,B365D,B365A";
        for row in ["1.5,3,", "0,0,0", "1,3,4", ""] {
            assert_eq!(odds(&format!("{header},x"), &format!("{row},1")).unwrap_or_default(), [""; 0], "{row}");
        }
        for row in ["1.5,evens,3", "1.5,inf,3", "NaN,2,3"] {
            assert_eq!(odds(header, row).unwrap_err().place.line, 2, "{row}");
        }
        assert_eq!(
            odds(header, "1.5,evens,3").unwrap_err().to_string(),
            "2:5: B365D is `evens`; expected a decimal price"
        );
    }
}
