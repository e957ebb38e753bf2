//! The lists beside the editions in `facts/`: people, squads and sources. `facts/README.md` describes them.

use jiff::civil::Date;

use super::openfootball::Title;
use super::scan::{Fault, Parsed, iso_date, name, names, split_word, take_line};
use crate::claim::{EditionClaim, PersonClaim, SquadClaim};
use crate::{Position, ReadError, Sex, Source, Sources};

/// Calls `read` for each line that is neither blank nor a comment.
fn for_lines<'t>(text: &'t str, mut read: impl FnMut(&'t str) -> Parsed<'t, ()>) -> Result<(), ReadError> {
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = take_line(rest);
        rest = after;
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            read(line).map_err(|fault| fault.locate(text))?;
        }
    }
    Ok(())
}

/// The fields of a line, separated by `|`; exactly as many as expected.
fn fields<'t, const N: usize>(line: &'t str, expected: &'static str) -> Parsed<'t, [&'t str; N]> {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    fields.try_into().map_err(|fields: Vec<&str>| {
        Fault::new(line, format!("{} fields", fields.len()), format!("{N} fields: {expected}"))
    })
}

/// A list with commas, `-` for an empty one.
fn list<'t>(field: &'t str, what: &'static str) -> Parsed<'t, Vec<Box<str>>> {
    if matches!(field, "-" | "") {
        return Ok(Vec::new());
    }
    names(field, what).map(|part| part.map(name)).collect()
}

fn date(field: &str) -> Parsed<'_, Date> {
    iso_date(field).ok_or_else(|| Fault::unexpected(field, "a date, `1993-07-28`"))
}

/// A date behind a word, `born 1993-07-28`; the word may be left out.
fn dated<'t>(field: &'t str, word: &str) -> Parsed<'t, Option<Date>> {
    let value = field.strip_prefix(word).map_or(field, str::trim);
    if matches!(value, "-" | "") { Ok(None) } else { date(value).map(Some) }
}

/// Reads `people.txt`: `Name | Team[, Team] | born YYYY-MM-DD or - | other spellings`.
///
/// # Errors
/// At the first line that is not of this form.
pub fn read_people(text: &str) -> Result<Vec<PersonClaim>, ReadError> {
    let mut people = Vec::with_capacity(text.len() / 48);
    for_lines(text, |line| {
        let [full_name, teams, born, other_names] = fields(line, "`Name | Team | born 1993-07-28 | other spellings`")?;
        if matches!(full_name, "" | "-") {
            return Err(Fault::unexpected(line, "a name"));
        }
        people.push(PersonClaim {
            name: name(full_name),
            other_names: list(other_names, "other spellings, separated by commas")?,
            teams: list(teams, "teams, separated by commas")?,
            sex: Sex::Men,
            born: dated(born, "born ")?,
        });
        Ok(())
    })?;
    Ok(people)
}

/// Reads `sources.txt`: `key | Name | licence | attribution | retrieved YYYY-MM-DD`.
///
/// # Errors
/// At the first line that is not of this form.
pub fn read_sources(text: &str) -> Result<Vec<Source>, ReadError> {
    let mut sources: Vec<Source> = Vec::new();
    for_lines(text, |line| {
        let [key, full_name, licence, attribution, retrieved] =
            fields(line, "`key | Name | licence | attribution | retrieved 2026-07-20`")?;
        let is_key = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if key.is_empty() || !key.bytes().all(is_key) {
            return Err(Fault::unexpected(line, "a key of small letters, digits and hyphens"));
        }
        if sources.iter().any(|source| *source.key == *key) {
            return Err(Fault::new(key, format!("a second source `{key}`"), "one line a source"));
        }
        if sources.len() == Sources::MOST {
            return Err(Fault::unexpected(line, format!("at most {} sources", Sources::MOST)));
        }
        sources.push(Source {
            key: key.into(),
            name: name(full_name),
            licence: name(licence),
            attribution: name(attribution),
            retrieved: dated(retrieved, "retrieved ")?,
        });
        Ok(())
    })?;
    Ok(sources)
}

/// A player of a squad, `Harry Kane` or `Harry Kane (Tottenham Hotspur)`.
fn player<'t>(text: &'t str, position: Position) -> Parsed<'t, SquadClaim> {
    let expected = "a player, or a player and a club, `Harry Kane (Tottenham Hotspur)`";
    let (who, club) = match text.split_once('(') {
        Some((who, rest)) => {
            let club = rest.strip_suffix(')').map(str::trim).filter(|club| !club.is_empty());
            (who.trim(), Some(club.ok_or_else(|| Fault::unexpected(text, expected))?))
        }
        None => (text, None),
    };
    if who.is_empty() {
        return Err(Fault::unexpected(text, expected));
    }
    Ok(SquadClaim { player: name(who), position: Some(position), club: club.map(name) })
}

/// Reads `squads.txt`: a title, then one line a team, `England: GK Jordan Pickford, Nick Pope; DF …; MF …; FW …`. A
/// player's club stands in brackets behind the name.
///
/// # Errors
/// At the first line that is not of this form.
pub fn read_squads(text: &str) -> Result<Vec<EditionClaim>, ReadError> {
    let mut editions: Vec<EditionClaim> = Vec::new();
    for_lines(text, |line| {
        if let Some(title) = line.strip_prefix('=') {
            let title = Title::read(title)
                .ok_or_else(|| Fault::unexpected(line, "a title with its year, `= World Cup 2022`"))?;
            editions.push(title.edition());
            return Ok(());
        }
        let expected = "`Team: GK Name, Name; DF Name, …`";
        let Some(edition) = editions.last_mut() else {
            return Err(Fault::unexpected(line, "the title first, `= World Cup 2022`"));
        };
        let (team, players) = line.split_once(':').ok_or_else(|| Fault::unexpected(line, expected))?;
        if team.trim().is_empty() {
            return Err(Fault::unexpected(line, expected));
        }
        let mut squad = Vec::with_capacity(26);
        for part in players.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (code, listed) = split_word(part);
            let position =
                Position::read(code).ok_or_else(|| Fault::unexpected(part, "a position: `GK`, `DF`, `MF` or `FW`"))?;
            for player in names(listed, "players, separated by commas") {
                squad.push(self::player(player?, position)?);
            }
        }
        if squad.is_empty() {
            return Err(Fault::unexpected(line, expected));
        }
        edition.squads.push((name(team), squad));
        Ok(())
    })?;
    Ok(editions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_have_teams_births_and_other_spellings() {
        let people = read_people(
            "# comment\n\
             Harry Kane | England | born 1993-07-28 | H. Kane\n\
             Diego Costa | Brazil, Spain | 1988-10-07 | -\n\
             Ademir | Brazil | - | Ademir Marques de Menezes, Queixada\n",
        )
        .unwrap();
        assert_eq!(people[0].born, Some(jiff::civil::date(1993, 7, 28)));
        assert_eq!(people[1].teams.len(), 2);
        assert_eq!(people[2].other_names.len(), 2);
        assert_eq!(people[2].born, None);
    }

    #[test]
    fn a_line_of_another_form_is_named() {
        let error = |text| read_people(text).unwrap_err().to_string();
        assert!(error("A | B | - | -\nHarry Kane | England\n").starts_with("2:1: 2 fields; expected 4 fields"));
        assert!(error("Harry Kane | England | born 28/7/1993 | -").starts_with("1:29: `28/7/1993`; expected a date"));
        assert!(error("Harry Kane | England | born 1993-02-30 | -").contains("expected a date"));
        assert!(error("Harry Kane | England,, Wales | - | -").contains("empty place"));
    }

    #[test]
    fn sources_have_one_line_each() {
        let text = "statsbomb | StatsBomb open data | StatsBomb terms | Data by StatsBomb | retrieved 2026-07-20\n";
        let sources = read_sources(text).unwrap();
        assert_eq!(&*sources[0].key, "statsbomb");
        assert_eq!(sources[0].retrieved, Some(jiff::civil::date(2026, 7, 20)));
        assert!(read_sources(&text.repeat(2)).unwrap_err().to_string().starts_with("2:1: a second source"));
        assert!(read_sources("Stats Bomb | a | b | c | -").is_err());
    }

    #[test]
    fn squads_stand_below_their_edition() {
        let editions = read_squads(
            "= World Cup 2022\nEngland: GK Jordan Pickford, Nick Pope; FW Harry Kane (Tottenham Hotspur)\n",
        )
        .unwrap();
        let (team, players) = &editions[0].squads[0];
        assert_eq!((&**team, players.len()), ("England", 3));
        let kane = (&*players[2].player, players[2].position, players[2].club.as_deref());
        assert_eq!(kane, ("Harry Kane", Some(Position::Forward), Some("Tottenham Hotspur")));
        assert_eq!(players[1].club, None);
        assert!(read_squads("England: GK Jordan Pickford").unwrap_err().to_string().contains("the title first"));
        assert!(read_squads("= World Cup 2022\nEngland: Harry Kane").unwrap_err().to_string().starts_with("2:10: "));
        for wrong in ["Harry Kane (Tottenham", "Harry Kane ()", "(Tottenham)", "Harry Kane (Tottenham) II"] {
            let error = read_squads(&format!("= World Cup 2022\nEngland: FW {wrong}")).unwrap_err().to_string();
            assert!(error.contains("a player and a club"), "{error}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "(?:[ -~é|:;,=#-]{0,12}(?:GK|DF|[()]|\\| |born |= World Cup 2022\n|\n)?){0,12}") {
            let _ = read_people(&text);
            let _ = read_squads(&text);
            let _ = read_sources(&text);
        }
    }
}
