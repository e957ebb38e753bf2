//! Sentences and what they are read as, against a small table of names.

use crate::fold;
use crate::{CompetitionId, EditionId, PersonId, Sex, TeamId};

use super::*;

const TEAMS: &[&str] = &[
    "England", "Argentina", "France", "Brazil", "Germany", "West Germany", "Italy", "Croatia", "Morocco", "Chile",
    "Netherlands", "Uruguay", "Spain", "Portugal", "Cameroon", "Hungary", "Senegal", "Japan", "Scotland", "USA",
];

const PEOPLE: &[&str] = &[
    "Harry Kane", "Hugo Lloris", "David Beckham", "Olivier Giroud", "Aurélien Tchouaméni", "Miroslav Klose",
    "Roberto Baggio", "Pelé", "Joachim Löw", "Szymon Marciniak", "Just Fontaine", "Zinedine Zidane", "David Trezeguet",
    "Geoff Hurst", "Didier Deschamps", "Kylian Mbappé", "Ronaldo",
];

const COMPETITIONS: &[&str] = &["World Cup", "European Championship", "World Cup qualification", "Women's World Cup"];

/// Spellings beyond the names and surnames.
const OTHERS: &[(&str, &str)] = &[
    ("english", "England"), ("french", "France"), ("les bleus", "France"), ("the three lions", "England"),
    ("italian", "Italy"), ("germans", "Germany"), ("dutch", "Netherlands"), ("lionesses", "England"),
    ("world cups", "World Cup"), ("euro", "European Championship"), ("euros", "European Championship"),
    ("european championships", "European Championship"), ("world cup qualifying", "World Cup qualification"),
    ("womens world cup", "Women's World Cup"), ("fifa world cup", "World Cup"),
];

struct Table;

fn position(list: &[&str], name: &str) -> Option<usize> {
    list.iter().position(|entry| *entry == name)
}

fn lookup(folded: &str, sex: Sex) -> Vec<Named> {
    let plain = OTHERS.iter().find(|(other, _)| *other == folded).map_or(folded.to_owned(), |(_, name)| fold(name));
    let mut found = Vec::new();
    let at = |list: &[&str]| list.iter().position(|entry| fold(entry) == plain);
    if let Some(index) = at(TEAMS) {
        found.push(Named::Team(TeamId::from_index(index)));
    }
    if let Some(index) = at(COMPETITIONS) {
        let index = if sex == Sex::Women && index == 0 { 3 } else { index };
        found.push(Named::Competition(CompetitionId::from_index(index)));
    }
    for (index, person) in PEOPLE.iter().enumerate() {
        let whole = fold(person);
        if whole == plain || whole.rsplit(' ').next() == Some(&plain) {
            found.push(Named::Person(PersonId::from_index(index)));
        }
    }
    // Two brothers of one surname.
    if plain == "charlton" {
        found.push(Named::Person(PersonId::from_index(100)));
        found.push(Named::Person(PersonId::from_index(101)));
    }
    found
}

impl NameSource for Table {
    fn mentions(&self, text: &str, sex: Sex) -> Vec<Mention> {
        // Words with their apostrophes, so that "Women's World Cup" is one name and "Kane's" is Kane.
        let mut words: Vec<Span> = Vec::new();
        for (start, word) in text.split(|letter: char| !(letter.is_alphanumeric() || letter == '\'' || letter == '’'))
            .scan(0, |at, word| {
                let start = *at;
                *at = start + word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
                Some((start, word))
            })
        {
            if !word.is_empty() {
                words.push(start..start + word.len());
            }
        }
        let mut mentions = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let found = (1..=3_usize).rev().filter(|length| at + length <= words.len()).find_map(|length| {
                let span = words[at].start..words[at + length - 1].end;
                let written = &text[span.clone()];
                let bare = written.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’']);
                let named = lookup(&fold(bare), sex);
                (!named.is_empty()).then(|| (Mention { span: span.start..span.start + bare.len(), named }, length))
            });
            at += match found {
                Some((mention, length)) => {
                    mentions.push(mention);
                    length
                }
                None => 1,
            };
        }
        mentions
    }

    fn edition(&self, competition: CompetitionId, year: i16) -> Option<EditionId> {
        let fits = match competition.index() {
            0 => (1930..=2026).contains(&year) && year % 4 == 2 && !(1942..=1946).contains(&year),
            1 => (1960..=2024).contains(&year) && year % 4 == 0,
            3 => (1991..=2023).contains(&year) && year % 4 == 3,
            _ => false,
        };
        fits.then(|| EditionId::from_index(competition.index() * 10_000 + usize::try_from(year).unwrap()))
    }

    fn competition(&self, name: &str, sex: Sex) -> Option<CompetitionId> {
        let name = if sex == Sex::Women && name == "World Cup" { "Women's World Cup" } else { name };
        position(COMPETITIONS, name).map(CompetitionId::from_index)
    }
}

fn today() -> jiff::civil::Date {
    "2022-12-11".parse().unwrap()
}

/// The debug text of a statement with open and default fields left out and names for numbers.
fn compact(debug: &str) -> String {
    fn value(text: &mut &str, out: &mut String) -> bool {
        let end = text.find([' ', '(', ')', '{', '}', '[', ']', ',', '"', ':']).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        *text = rest;
        if let Some(rest) = text.strip_prefix('"') {
            let (inner, rest) = rest.split_once('"').unwrap();
            *text = rest;
            out.push_str(&format!("'{inner}'"));
            return true;
        }
        if let Some(rest) = text.strip_prefix(" {") {
            *text = rest;
            let mut fields = Vec::new();
            loop {
                *text = text.trim_start();
                if let Some(rest) = text.strip_prefix('}') {
                    *text = rest;
                    break;
                }
                let (name, rest) = text.split_once(": ").unwrap();
                *text = rest;
                let mut inner = String::new();
                if value(text, &mut inner) {
                    fields.push(format!("{name}:{inner}"));
                }
                *text = text.strip_prefix(',').unwrap_or(text);
            }
            let tag = if matches!(word, "MatchRef" | "When" | "Minutes" | "Scope" | "Statement") { "" } else { word };
            if fields.is_empty() && tag.is_empty() {
                return false;
            }
            out.push_str(&format!("{tag}{{{}}}", fields.join(" ")));
            return true;
        }
        if let Some(rest) = text.strip_prefix('(').or_else(|| text.strip_prefix('[')) {
            *text = rest;
            let mut items = Vec::new();
            loop {
                *text = text.trim_start();
                if let Some(rest) = text.strip_prefix([')', ']']) {
                    *text = rest;
                    break;
                }
                let mut inner = String::new();
                if !value(text, &mut inner) {
                    inner = "-".to_owned();
                }
                items.push(inner);
                *text = text.strip_prefix(',').unwrap_or(text);
            }
            let number = || items.first().and_then(|item| item.parse::<usize>().ok()).unwrap_or(0);
            let named = match word {
                "TeamId" => TEAMS[number()].to_owned(),
                "PersonId" => PEOPLE.get(number()).unwrap_or(&"?").rsplit(' ').next().unwrap().to_owned(),
                "CompetitionId" => COMPETITIONS[number()].replace(' ', ""),
                "EditionId" => {
                    format!("{}{}", ["WC", "EC", "WCQ", "WWC"][number() / 10_000], number() % 10_000)
                }
                "Some" | "Team" | "Person" => items.join(","),
                "" if items.is_empty() => return false,
                other => format!("{other}({})", items.join(",")),
            };
            out.push_str(&named);
            return true;
        }
        let default = matches!(word, "None" | "Any" | "Unsaid" | "End" | "Current" | "false" | "Men" | "Draw");
        out.push_str(word);
        !default
    }
    let mut out = String::new();
    let mut rest = debug;
    value(&mut rest, &mut out);
    out
}

fn shown(text: &str) -> String {
    match read(text, &Table, Some(today())) {
        Ok(reading) => {
            let statement = reading.statement;
            let mut shown = compact(&format!("{:?}", statement.says));
            if statement.denied {
                shown.insert_str(0, "not ");
            }
            let scope = compact(&format!("{:?}", statement.scope)).replace(" predecessors:true", "").replace("predecessors:true", "");
            if scope != "{}" && !scope.is_empty() {
                shown.push_str(&format!(" in {scope}"));
            }
            shown
        }
        Err(not_read) => format!("NOT READ {not_read}"),
    }
}

#[test]
#[ignore]
fn show() {
    let path = std::env::var("SENTENCES").unwrap();
    let mut out = String::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        out.push_str(&format!("{line}\n    {}\n", shown(line)));
    }
    std::fs::write("/tmp/shown.txt", out).unwrap();
}
