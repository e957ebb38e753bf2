//! Reads `facts/teams.txt`, `facts/clubs.txt` and `facts/competitions.txt`. Their formats are explained at the top of
//! each file.

use jiff::civil::Date;

use crate::{CompetitionClass, Place, ReadError, Sex};

/// A line of `teams.txt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamRow<'a> {
    /// Name as printed.
    pub name: &'a str,
    /// Codes, FIFA's first.
    pub codes: Vec<&'a str>,
    /// Confederation today, or the last one; `None` outside FIFA.
    pub confederation: Option<&'a str>,
    /// Adjective and people.
    pub demonyms: Vec<&'a str>,
    /// Other names, unique to the team.
    pub other_names: Vec<&'a str>,
    /// Nicknames, with the sex they belong to where only one side bears them.
    pub nicknames: Vec<(&'a str, Option<Sex>)>,
}

/// A `>` line of `teams.txt`: who carries on whose record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuccessionRow<'a> {
    /// The team that played.
    pub former: &'a str,
    /// The team that carries its record on; `None` where nobody does.
    pub successor: Option<&'a str>,
    /// First day of the former name.
    pub from: Option<Date>,
    /// Last day of the former name.
    pub to: Option<Date>,
    /// Whether some data sets print the successor's name for matches of the former.
    pub merged: bool,
}

/// A `~` line of `teams.txt`: a name that means another team on some dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedNameRow<'a> {
    /// What is written.
    pub written: &'a str,
    /// Who is meant.
    pub team: &'a str,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// What `teams.txt` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamsFile<'a> {
    /// Teams, in file order.
    pub teams: Vec<TeamRow<'a>>,
    /// Successions.
    pub successions: Vec<SuccessionRow<'a>>,
    /// Names with another meaning on some dates.
    pub dated_names: Vec<DatedNameRow<'a>>,
}

/// A line of `clubs.txt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClubRow<'a> {
    /// Name as printed.
    pub name: &'a str,
    /// Country of its association, as `teams.txt` names it.
    pub country: &'a str,
    /// Other names, unique to the club.
    pub other_names: Vec<&'a str>,
    /// Nicknames, which clubs may share.
    pub nicknames: Vec<&'a str>,
}

/// A line of `competitions.txt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetitionRow<'a> {
    /// Stable key.
    pub key: &'a str,
    /// Name as printed.
    pub name: &'a str,
    /// What it is.
    pub class: CompetitionClass,
    /// Who runs it.
    pub organiser: Option<&'a str>,
    /// Men's or women's; a competition of both has two lines.
    pub sex: Sex,
    /// Other names.
    pub other_names: Vec<&'a str>,
}

/// The lines of a list that say something, with their numbers from 1.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    (1_u32..).zip(text.lines()).filter_map(|(number, line)| {
        let line = line.trim();
        (!line.is_empty() && !line.starts_with('#')).then_some((number, line))
    })
}

fn present(field: &str) -> Option<&str> {
    let field = field.trim();
    (!field.is_empty() && field != "-").then_some(field)
}

fn list(field: &str) -> Vec<&str> {
    present(field).into_iter().flat_map(|field| field.split(", ")).map(str::trim).collect()
}

/// A day, or the first or last day of a year.
fn day(text: &str, last: bool, line: u32) -> Result<Option<Date>, ReadError> {
    let Some(text) = present(text) else { return Ok(None) };
    let whole = match (text.len(), last) {
        (4, false) => format!("{text}-01-01"),
        (4, true) => format!("{text}-12-31"),
        _ => text.to_owned(),
    };
    whole
        .parse()
        .map(Some)
        .map_err(|_| ReadError::new(Place::line(line), format!("`{text}` is not a date"), "YYYY or YYYY-MM-DD, or -"))
}

fn span(field: &str, line: u32) -> Result<(Option<Date>, Option<Date>), ReadError> {
    let (from, to) = field
        .split_once(" to ")
        .ok_or_else(|| ReadError::new(Place::line(line), format!("`{field}` is not a span"), "FROM to TO"))?;
    Ok((day(from, false, line)?, day(to, true, line)?))
}

fn arrow(field: &str, line: u32) -> Result<(&str, &str), ReadError> {
    field
        .split_once(" -> ")
        .map(|(from, to)| (from.trim(), to.trim()))
        .ok_or_else(|| ReadError::new(Place::line(line), format!("`{field}` has no arrow"), "NAME -> NAME"))
}

impl<'a> TeamsFile<'a> {
    /// Reads the file.
    ///
    /// # Errors
    /// At the first line that is not of the form its head explains.
    pub fn read(text: &'a str) -> Result<Self, ReadError> {
        let mut file = Self::default();
        for (number, line) in lines(text) {
            let mut fields = line.split(" | ");
            let mut next = || fields.next().unwrap_or_default();
            if let Some(rest) = line.strip_prefix("> ") {
                let mut fields = rest.split(" | ");
                let (former, successor) = arrow(fields.next().unwrap_or_default(), number)?;
                let (from, to) = span(fields.next().unwrap_or_default(), number)?;
                let merged = fields.next().is_some_and(|note| note.trim().starts_with("merged"));
                file.successions.push(SuccessionRow { former, successor: present(successor), from, to, merged });
            } else if let Some(rest) = line.strip_prefix("~ ") {
                let mut fields = rest.split(" | ");
                let (written, team) = arrow(fields.next().unwrap_or_default(), number)?;
                let (from, to) = span(fields.next().unwrap_or_default(), number)?;
                file.dated_names.push(DatedNameRow { written, team, from, to });
            } else {
                let row = TeamRow {
                    name: next().trim(),
                    codes: list(next()),
                    confederation: present(next()).and_then(|field| field.rsplit(", ").next()),
                    demonyms: list(next()),
                    other_names: list(next()),
                    nicknames: list(next()).into_iter().map(nickname).collect(),
                };
                if line.matches(" | ").count() != 5 {
                    return Err(ReadError::new(
                        Place::line(number),
                        format!("{} fields", line.matches(" | ").count() + 1),
                        "6 fields: name, codes, confederation, demonyms, other names, nicknames",
                    ));
                }
                file.teams.push(row);
            }
        }
        Ok(file)
    }
}

fn nickname(text: &str) -> (&str, Option<Sex>) {
    match text.strip_suffix("(w)") {
        Some(name) => (name.trim(), Some(Sex::Women)),
        None => (text, None),
    }
}

/// Reads `clubs.txt`. That no name means two clubs is for the tests to hold.
///
/// # Errors
/// At the first line that is not of the form its head explains.
pub fn read_clubs(text: &str) -> Result<Vec<ClubRow<'_>>, ReadError> {
    lines(text)
        .map(|(number, line)| {
            club(line).map_err(|problem| {
                ReadError::new(Place::line(number), problem, "4 fields: name, country, other names, nicknames")
            })
        })
        .collect()
}

fn club(line: &str) -> Result<ClubRow<'_>, String> {
    let mut fields = line.split(" | ");
    let (Some(name), Some(country), Some(other_names), Some(nicknames), None) =
        (fields.next(), fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return Err(format!("{} fields", line.matches(" | ").count() + 1));
    };
    let name = present(name).ok_or("no name")?;
    let country = present(country).ok_or_else(|| format!("no country of `{name}`"))?;
    Ok(ClubRow { name, country, other_names: list(other_names), nicknames: list(nicknames) })
}

/// Reads `competitions.txt`.
///
/// # Errors
/// At the first line that is not of the form its head explains.
pub fn read_competitions(text: &str) -> Result<Vec<CompetitionRow<'_>>, ReadError> {
    let mut rows = Vec::new();
    for (number, line) in lines(text) {
        let mut fields = line.split(" | ").map(str::trim);
        let mut next = || fields.next().unwrap_or_default();
        let (key, name, class) = (next(), next(), next());
        let class = CompetitionClass::read(class).ok_or_else(|| {
            ReadError::new(Place::line(number), format!("`{class}` is no class of competition"), "finals, qualifier, …")
        })?;
        let organiser = present(next());
        let sexes: &[Sex] = match next() {
            "men" => &[Sex::Men],
            "women" => &[Sex::Women],
            "men, women" | "both" => &[Sex::Men, Sex::Women],
            other => {
                return Err(ReadError::new(
                    Place::line(number),
                    format!("`{other}` is neither men nor women"),
                    "men, women, or both",
                ));
            }
        };
        let other_names = list(next());
        for &sex in sexes {
            rows.push(CompetitionRow { key, name, class, organiser, sex, other_names: other_names.clone() });
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_line_is_read_whole() {
        let text = "# head\nEngland | ENG | UEFA | English, Englishman | - | Three Lions, Lionesses (w)\n\
                    > West Germany -> Germany | 1949-05-23 to 1990-10-02 | merged\n\
                    ~ Yugoslavia -> FR Yugoslavia | 1992 to 2003-02-03 | FIFA";
        let file = TeamsFile::read(text).unwrap();
        assert_eq!(file.teams[0].nicknames, [("Three Lions", None), ("Lionesses", Some(Sex::Women))]);
        assert_eq!(file.teams[0].other_names, [""; 0]);
        assert_eq!(file.successions[0].to, Some(jiff::civil::date(1990, 10, 2)));
        assert_eq!(file.dated_names[0].from, Some(jiff::civil::date(1992, 1, 1)));
    }

    #[test]
    fn a_club_line_is_read_whole() {
        let rows =
            read_clubs("# head\n\nLeeds United | England | Leeds, Leeds Utd | -\r\nReims | France | - | -").unwrap();
        let leeds = ClubRow {
            name: "Leeds United",
            country: "England",
            other_names: vec!["Leeds", "Leeds Utd"],
            nicknames: vec![],
        };
        assert_eq!(rows[0], leeds);
        assert_eq!((rows[1].name, rows.len()), ("Reims", 2));
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = TeamsFile::read("England | ENG").unwrap_err();
        assert_eq!(error.place.line, 1);
        let error = TeamsFile::read("\n> West Germany, Germany | 1949 to 1990").unwrap_err();
        assert_eq!(error.to_string(), "2: `West Germany, Germany` has no arrow; expected NAME -> NAME");
        for (text, problem) in [
            ("Arsenal | England | -", "3 fields"),
            ("Arsenal | England | - | Gunners | -", "5 fields"),
            ("- | England | - | Gunners", "no name"),
            ("Arsenal | - | - | Gunners", "no country of `Arsenal`"),
        ] {
            let error = read_clubs(&format!("# head\n{text}")).unwrap_err();
            let expected = "4 fields: name, country, other names, nicknames";
            assert_eq!(error.to_string(), format!("2: {problem}; expected {expected}"));
        }
        assert!(read_competitions("x | X | cup-ish | - | men | -").is_err());
    }
}
