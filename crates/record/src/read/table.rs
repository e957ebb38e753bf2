//! A CSV table with a checked header, read row by row. Every error names the line, the column in characters, the
//! name of the column, the value found and what was expected.

use std::collections::HashMap;
use std::fmt::Display;
use std::io::{self, Read};
use std::str::FromStr;

use csv::{ReaderBuilder, StringRecord};
use jiff::civil::Date;

use super::place;
use super::scan::{LONGEST_NAME, iso_date};
use crate::{Place, ReadError, Side};

/// The longest field a table may hold, in bytes. No field of any format comes near it; an unclosed quotation mark
/// does.
pub(crate) const LONGEST_FIELD: usize = 64 << 10;

/// The longest row a table may have, in bytes: no more than this is held beside the text.
const LONGEST_ROW: usize = 1 << 20;

/// The most columns a table may have. Seasons with every bookmaker have about 120.
const MOST_COLUMNS: usize = 1_000;

/// Whether rows must have as many fields as the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// They must.
    Exact,
    /// Missing fields at the end of a row are empty ones, and empty fields beyond the header are ignored.
    Ragged,
}

/// A table being read.
pub(crate) struct CsvTable<'t> {
    text: &'t str,
    reader: csv::Reader<Rationed<'t>>,
    shape: Shape,
    header: Vec<Box<str>>,
    /// Position of each name in the header, and whether it stands there again.
    columns: HashMap<Box<str>, (usize, bool)>,
    header_line: u32,
    record: StringRecord,
    /// Where the current row starts: byte and line.
    start: usize,
    line: u32,
    rows: usize,
}

/// The text of a table, handed out no further than one row may reach.
struct Rationed<'t> {
    rest: &'t [u8],
    /// Bytes to be handed out before the next row.
    left: usize,
}

impl Read for Rationed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wanted = buffer.len().min(self.left);
        let read = self.rest.read(buffer.get_mut(..wanted).unwrap_or_default())?;
        if read == 0 && !self.rest.is_empty() {
            return Err(io::Error::other("a row longer than 1 MiB"));
        }
        self.left -= read;
        Ok(read)
    }
}

/// A column of a table, by the name in its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    index: usize,
    name: Box<str>,
}

/// The current row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'r> {
    text: &'r str,
    record: &'r StringRecord,
    start: usize,
    line: u32,
}

impl<'t> CsvTable<'t> {
    /// Opens a table and reads its header.
    pub(crate) fn open(text: &'t str, shape: Shape) -> Result<Self, ReadError> {
        let rationed = Rationed { rest: text.as_bytes(), left: LONGEST_ROW };
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rationed);
        let mut table = Self {
            text,
            reader,
            shape,
            header: Vec::new(),
            columns: HashMap::new(),
            header_line: 1,
            record: StringRecord::new(),
            start: 0,
            line: 1,
            rows: 0,
        };
        if !table.advance()? {
            return Err(ReadError::new(Place::default(), "the file is empty", "a header with the names of columns"));
        }
        table.check_header()?;
        table.header = table.record.iter().map(|name| name.trim().into()).collect();
        table.header_line = table.line;
        for (index, name) in table.header.iter().enumerate() {
            table.columns.entry(name.clone()).and_modify(|(_, again)| *again = true).or_insert((index, false));
        }
        Ok(table)
    }

    /// What is asked of a header: names are kept with every error and some with every row.
    fn check_header(&self) -> Result<(), ReadError> {
        if self.record.len() > MOST_COLUMNS {
            let problem = format!("a header of {} columns", self.record.len());
            return Err(ReadError::new(Place::line(self.line), problem, format!("at most {MOST_COLUMNS}")));
        }
        match self.record.iter().position(|name| name.len() > LONGEST_NAME) {
            Some(index) => {
                let (line, column) = self.row().place_of(index);
                let expected = format!("names of at most {LONGEST_NAME} bytes");
                Err(ReadError::new(place(line, column), "a long name of a column", expected))
            }
            None => Ok(()),
        }
    }

    fn row(&self) -> Row<'_> {
        Row { text: self.text, record: &self.record, start: self.start, line: self.line }
    }

    /// Names of the columns, in order.
    pub(crate) fn header(&self) -> &[Box<str>] {
        &self.header
    }

    /// The column of that name.
    pub(crate) fn column(&self, name: &str) -> Result<Column, ReadError> {
        let Some(&(index, again)) = self.columns.get(name) else {
            return Err(ReadError::new(
                Place::line(self.header_line),
                format!("the header has no column `{name}`"),
                format!("`{name}` among {}", self.header.join(",")),
            ));
        };
        if again {
            let problem = format!("the header has the column `{name}` twice");
            return Err(ReadError::new(Place::line(self.header_line), problem, "each name once"));
        }
        Ok(Column { index, name: name.into() })
    }

    /// The column of that name, if there is one.
    pub(crate) fn optional(&self, name: &str) -> Option<Column> {
        self.column(name).ok()
    }

    /// The next row, `None` at the end.
    pub(crate) fn next_row(&mut self) -> Result<Option<Row<'_>>, ReadError> {
        if !self.advance()? {
            return Ok(None);
        }
        let (found, expected) = (self.record.len(), self.header.len());
        let fits = match self.shape {
            Shape::Exact => found == expected,
            Shape::Ragged => self.record.iter().skip(expected).all(|field| field.trim().is_empty()),
        };
        if !fits {
            return Err(ReadError::new(
                Place::line(self.line),
                format!("{found} fields"),
                format!("{expected}, as many as the header has"),
            )
            .with_hint("look for a comma or a quotation mark too many or too few"));
        }
        self.rows += 1;
        Ok(Some(self.row()))
    }

    /// Rows given so far.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// Reads on to the next record that is not a blank line.
    fn advance(&mut self) -> Result<bool, ReadError> {
        let before = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.reader.get_mut().left = LONGEST_ROW;
        let more = self.reader.read_record(&mut self.record);
        let bytes = self.text.as_bytes();
        // The reader's position is where it stopped before, ahead of line ends and blank lines.
        let blank = bytes.iter().skip(before).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = if matches!(more, Ok(false)) { bytes.len() } else { before.saturating_add(blank) };
        let between = bytes.get(self.start..start).unwrap_or_default();
        let lines = between.iter().filter(|&&byte| byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.start = start;
        let more = more.map_err(|error| {
            ReadError::new(Place::line(self.line), error.to_string(), "a row of CSV of at most 1 MiB")
                .with_hint("look for a quotation mark that is not closed")
        })?;
        if let Some(index) = self.record.iter().position(|field| field.len() > LONGEST_FIELD) {
            let (line, column) = self.row().place_of(index);
            return Err(ReadError::new(
                place(line, column),
                "a field longer than 64 KiB",
                "fields of at most 64 KiB, every quotation mark closed",
            ));
        }
        Ok(more)
    }
}

impl<'r> Row<'r> {
    /// Line the row starts on, from 1.
    pub(crate) fn line(&self) -> u32 {
        self.line
    }

    /// Whether every field is empty.
    pub(crate) fn is_blank(&self) -> bool {
        self.record.iter().all(|field| field.trim().is_empty())
    }

    /// The field of a column, without white space around it; empty where the row is shorter than the header.
    pub(crate) fn text(&self, column: &Column) -> &'r str {
        self.record.get(column.index).unwrap_or_default().trim()
    }

    /// Whether the row has a field of the column, empty or not.
    pub(crate) fn reaches(&self, column: &Column) -> bool {
        column.index < self.record.len()
    }

    /// The field of a column, which must not be empty.
    pub(crate) fn filled(&self, column: &Column) -> Result<&'r str, ReadError> {
        let text = self.text(column);
        if text.is_empty() { Err(self.error(column, "a value")) } else { Ok(text) }
    }

    /// A whole number.
    pub(crate) fn number<T: FromStr>(&self, column: &Column, expected: impl Display) -> Result<T, ReadError> {
        self.parsed(column, expected, |text| text.parse().ok())
    }

    /// A date as `2022-12-18`.
    pub(crate) fn date(&self, column: &Column) -> Result<Date, ReadError> {
        self.parsed(column, "a date as YYYY-MM-DD, of the years 1800 to 2200", iso_date)
    }

    /// A truth: `1` or `0`, `TRUE` or `FALSE`.
    pub(crate) fn flag(&self, column: &Column) -> Result<bool, ReadError> {
        self.parsed(column, "1, 0, TRUE or FALSE", |text| match text {
            "1" | "TRUE" | "True" | "true" => Some(true),
            "0" | "FALSE" | "False" | "false" => Some(false),
            _ => None,
        })
    }

    /// Which of two teams a field names.
    pub(crate) fn side(&self, column: &Column, home: &str, away: &str) -> Result<Side, ReadError> {
        let text = self.text(column);
        if text == home {
            Ok(Side::Home)
        } else if text == away {
            Ok(Side::Away)
        } else {
            Err(self.error(column, format_args!("`{home}` or `{away}`, the teams of the match")))
        }
    }

    /// A field read by `parse`.
    pub(crate) fn parsed<T>(
        &self,
        column: &Column,
        expected: impl Display,
        parse: impl FnOnce(&'r str) -> Option<T>,
    ) -> Result<T, ReadError> {
        parse(self.text(column)).ok_or_else(|| self.error(column, expected))
    }

    /// The error of a column whose field is not what was `expected`.
    pub(crate) fn error(&self, column: &Column, expected: impl Display) -> ReadError {
        let (line, at) = self.place_of(column.index);
        let value: String = self.text(column).chars().take(80).collect();
        ReadError::new(place(line, at), format!("{} is `{value}`", column.name), expected.to_string())
    }

    /// Line and column, in characters, of a field.
    fn place_of(&self, index: usize) -> (usize, usize) {
        let (mut line, mut column, mut fields) = (self.line as usize, 1, 0);
        let (mut quoted, mut fresh) = (false, true);
        for letter in self.text.get(self.start..).unwrap_or_default().chars() {
            if fields == index {
                break;
            }
            column += 1;
            match letter {
                // Inside a field that did not open with one, a quotation mark is a letter.
                '"' if fresh || quoted => quoted = !quoted,
                ',' if !quoted => fields += 1,
                '\n' if !quoted => break,
                '\n' => (line, column) = (line + 1, 1),
                _ => {}
            }
            fresh = matches!(letter, ',' | '"') && !quoted;
        }
        (line, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_row<T>(text: &str, read: impl Fn(&CsvTable<'_>, Row<'_>) -> T) -> T {
        let mut table = CsvTable::open(text, Shape::Exact).unwrap();
        let columns = CsvTable::open(text, Shape::Exact).unwrap();
        read(&columns, table.next_row().unwrap().unwrap())
    }

    #[test]
    fn an_error_names_line_column_header_and_value() {
        let error = first_row("day,größe,goals\r\n\r\n2022-12-18,\"a, \"\"ü\"\"\",three\r\n", |table, row| {
            row.number::<u8>(&table.column("goals").unwrap(), "a number of goals").unwrap_err()
        });
        assert_eq!(error.to_string(), "3:23: goals is `three`; expected a number of goals");
    }

    #[test]
    fn a_place_is_on_the_line_the_field_starts() {
        let error = first_row("a,b,c\n\"x\ny\",z,w\n", |table, row| row.flag(&table.column("c").unwrap()).unwrap_err());
        assert_eq!(error.to_string(), "3:6: c is `w`; expected 1, 0, TRUE or FALSE");
    }

    #[test]
    fn lines_are_counted_over_blank_lines_and_every_line_end() {
        for text in ["a\n1\n\n\n2\n3", "a\r\n1\r\n\r\n\r\n2\r\n3\r\n", "\n\n\na\n1\n"] {
            let mut table = CsvTable::open(text, Shape::Exact).unwrap();
            let mut lines = Vec::new();
            while let Some(row) = table.next_row().unwrap() {
                lines.push(row.line());
            }
            let expected = if text.starts_with('\n') { vec![5] } else { vec![2, 5, 6] };
            assert_eq!(lines, expected, "{text:?}");
            assert_eq!(table.rows(), lines.len());
        }
    }

    #[test]
    fn a_header_must_have_its_columns_once() {
        let table = CsvTable::open("a,b,b\n", Shape::Exact).unwrap();
        assert_eq!(
            table.column("c").unwrap_err().to_string(),
            "1: the header has no column `c`; expected `c` among a,b,b"
        );
        assert_eq!(
            table.column("b").unwrap_err().to_string(),
            "1: the header has the column `b` twice; expected each name once"
        );
        assert!(table.optional("a").is_some() && table.optional("c").is_none());
        assert_eq!(CsvTable::open("", Shape::Exact).err().unwrap().problem, "the file is empty");
    }

    #[test]
    fn rows_are_as_long_as_the_header_unless_the_rest_is_empty() {
        for (row, fits, fits_ragged) in
            [("1,2", true, true), ("1", false, true), ("1,2,3", false, false), ("1,2,, ,", false, true)]
        {
            let text = format!("a,b\n{row}\n");
            let read = |shape| CsvTable::open(&text, shape).unwrap().next_row().map(|row| row.is_some());
            assert_eq!(read(Shape::Exact).is_ok(), fits, "{row}");
            assert_eq!(read(Shape::Ragged).is_ok(), fits_ragged, "{row}");
        }
        let mut table = CsvTable::open("a,b\n1,2\n1\n", Shape::Exact).unwrap();
        table.next_row().unwrap();
        let error = table.next_row().err().unwrap();
        assert_eq!(error.to_string(), "3: 1 fields; expected 2, as many as the header has");
    }

    #[test]
    fn an_unclosed_quotation_mark_is_found_by_its_length() {
        let text = format!("a,b\n1,\"{}\n", "x,y\n".repeat(20_000));
        let error = CsvTable::open(&text, Shape::Exact).unwrap().next_row().err().unwrap();
        assert_eq!(error.place, Place::at(2, 3));
        assert!(error.problem.contains("64 KiB"), "{error}");
    }

    #[test]
    fn a_header_is_no_place_for_a_file() {
        let error = |text: &str| CsvTable::open(text, Shape::Ragged).err().unwrap().to_string();
        assert_eq!(error(&",".repeat(1_000)), "1: a header of 1001 columns; expected at most 1000");
        assert_eq!(
            error(&format!("date,{}\n", "x".repeat(201))),
            "1:6: a long name of a column; expected names of at most 200 bytes"
        );
    }

    #[test]
    fn a_row_without_end_is_not_read_to_the_end() {
        for endless in ["x,".repeat(1 << 20), format!("\"{}", "x\n".repeat(1 << 20)), "x".repeat(2 << 20)] {
            let text = format!("a,b\n\n1,2\n{endless}");
            let mut table = CsvTable::open(&text, Shape::Exact).unwrap();
            assert!(table.next_row().unwrap().is_some());
            let error = table.next_row().err().unwrap();
            assert_eq!(error.to_string(), "4: a row longer than 1 MiB; expected a row of CSV of at most 1 MiB");
        }
        // What follows a row may be as long as it likes.
        let text = format!("a,b\n{}", "1,2\n".repeat(1 << 19));
        let mut table = CsvTable::open(&text, Shape::Exact).unwrap();
        while table.next_row().unwrap().is_some() {}
        assert_eq!(table.rows(), 1 << 19);
    }

    /// Every column of every table, and fields that some column takes and others must refuse.
    const COLUMNS: &str = "key_id,tournament_id,tournament_name,match_id,match_name,match_date,match_time,stage_name,\
        group_name,replay,stadium_name,city_name,country_name,home_team_name,away_team_name,home_team_score,\
        away_team_score,extra_time,penalty_shootout,home_team_score_penalties,away_team_score_penalties,team_name,\
        home_team,player_id,family_name,given_name,player_team_name,minute_regulation,minute_stoppage,own_goal,penalty,\
        yellow_card,red_card,second_yellow_card,going_off,coming_on,converted,position_code,starter,captain,birth_date,\
        female,list_tournaments,player_wikipedia_link,position,end_date,date,away_team,home_score,away_score,tournament,\
        city,country,neutral,team,scorer,minute,winner,first_shooter,current,former,start_date,Div,Date,Time,HomeTeam,\
        AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,Attendance,Referee,PSH,PSD,PSA,Game_id,Team,Zone,Foot,Keeper,OnTarget,Goal,\
        Penalty_Number,CompetitionName,fcompMatchID,homeTeamName,awayTeamName,PenaltyTakerTeamName,TypePhaseName,\
        PenaltyMinute,EventTypeName,ScoreBefore,FinalResult,player_name,goalie_name,order,match,tournament,round,\
        attacker_team,gk_team,attacker,goalkeeper,goal,saved,missed,shot_order,take_first,neutral_stadium,attacker_home,\
        Country,Kicker_Foot,Kicker_Side,Goalie_Side,Outcome,goalkeeper_name,Home_Goals,Away_Goals,Minute,Team_Type,teams,\
        period,taker,foot,outcome,x,y,z,keeper,gk_tech,gk_end";
    const FIELDS: [&str; 24] = [
        "",
        "0",
        "1",
        "2",
        "TRUE",
        "NA",
        "not applicable",
        "2022-12-18",
        "18/12/22",
        "1930 FIFA World Cup",
        "A vs B",
        "A",
        "B",
        "final",
        "Group A",
        "final round",
        "120",
        "45",
        "255",
        "1e9",
        "\"",
        "\"\n\"",
        "E0",
        "/wiki/%C3_(",
    ];

    proptest::proptest! {
        #[test]
        fn no_row_can_break_a_reader(
            picks in proptest::collection::vec(0..FIELDS.len(), 0..300),
            mostly in 0..FIELDS.len(),
        ) {
            use super::super::{Format, world_cup_database::Kind};
            let width = COLUMNS.split(',').count();
            let mut text = COLUMNS.to_owned();
            for (index, pick) in picks.iter().enumerate() {
                text.push(if index % width == 0 { '\n' } else { ',' });
                // Rows of one value get further than rows of chance.
                text.push_str(FIELDS[if index % 7 == 0 { *pick } else { mostly }]);
            }
            let tables = Kind::ALL.iter().copied().map(Format::WorldCupDatabase);
            let others = [
                Format::InternationalResults,
                Format::InternationalGoalscorers,
                Format::InternationalShootOuts,
                Format::InternationalFormerNames,
                Format::FootballData,
                Format::ShootOutZones,
                Format::SeasonPenalties,
                Format::MajorShootOuts,
                Format::PenaltyDirections,
                Format::StatsbombPenalties,
            ];
            for format in tables.chain(others) {
                if let Err(error) = format.read(text.as_bytes()) {
                    proptest::prop_assert!(!error.to_string().is_empty());
                }
            }
        }
    }
}
