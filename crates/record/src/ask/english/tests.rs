//! Sentences and what they are read as, against a small table of names.

use crate::fold;
use crate::{CompetitionId, EditionId, PersonId, Sex, TeamId};

use super::*;

const TEAMS: &[&str] = &[
    "England",
    "Argentina",
    "France",
    "Brazil",
    "Germany",
    "West Germany",
    "Italy",
    "Croatia",
    "Morocco",
    "Chile",
    "Netherlands",
    "Uruguay",
    "Spain",
    "Portugal",
    "Cameroon",
    "Hungary",
    "Senegal",
    "Japan",
    "Scotland",
    "USA",
];

const PEOPLE: &[&str] = &[
    "Harry Kane",
    "Hugo Lloris",
    "David Beckham",
    "Olivier Giroud",
    "Aurélien Tchouaméni",
    "Miroslav Klose",
    "Roberto Baggio",
    "Pelé",
    "Joachim Löw",
    "Szymon Marciniak",
    "Just Fontaine",
    "Zinedine Zidane",
    "David Trezeguet",
    "Geoff Hurst",
    "Didier Deschamps",
    "Kylian Mbappé",
    "Ronaldo",
];

const COMPETITIONS: &[&str] = &["World Cup", "European Championship", "World Cup qualification", "Women's World Cup"];

/// Spellings beyond the names and surnames.
const OTHERS: &[(&str, &str)] = &[
    ("english", "England"),
    ("french", "France"),
    ("les bleus", "France"),
    ("the three lions", "England"),
    ("italian", "Italy"),
    ("germans", "Germany"),
    ("dutch", "Netherlands"),
    ("lionesses", "England"),
    ("world cups", "World Cup"),
    ("euro", "European Championship"),
    ("euros", "European Championship"),
    ("european championships", "European Championship"),
    ("world cup qualifying", "World Cup qualification"),
    ("womens world cup", "Women's World Cup"),
    ("fifa world cup", "World Cup"),
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
    // A surname that is also a word of every question.
    if plain == "has" {
        found.push(Named::Person(PersonId::from_index(102)));
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
        for (start, word) in text
            .split(|letter: char| !(letter.is_alphanumeric() || letter == '\'' || letter == '’'))
            .scan(0, |at, word| {
                let start = *at;
                *at = start
                    + word.len()
                    + text.get(start + word.len()..).unwrap().chars().next().map_or(0, char::len_utf8);
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
                let written = text.get(span.clone()).unwrap();
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
            let scope = format!("{:?}", statement.scope).replace("predecessors: false", "predecessors: No");
            let scope = compact(&scope).replace(" predecessors:true", "").replace("predecessors:true", "");
            if scope != "{}" && !scope.is_empty() {
                shown.push_str(&format!(" in {scope}"));
            }
            shown
        }
        Err(not_read) => format!("NOT READ {not_read}"),
    }
}

/// Sentences with their readings: a sentence a line, its reading in the next one, indented.
fn pairs(text: &str) -> Vec<(&str, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    lines.chunks(2).map(|pair| (pair[0], pair[1].trim())).collect()
}

#[test]
fn plain_forms_are_read() {
    let wrong: Vec<String> = pairs(include_str!("tests/plain.txt"))
        .into_iter()
        .map(|(sentence, reading)| (sentence, reading, shown(sentence)))
        .filter(|(_, reading, shown)| reading != shown)
        .map(|(sentence, reading, shown)| format!("{sentence}\n    {reading}\n  now\n    {shown}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_may_not_be_a_fact_is_refused() {
    let read: Vec<String> = include_str!("tests/refused.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| (line, shown(line)))
        .filter(|(_, shown)| !shown.starts_with("NOT READ"))
        .map(|(line, shown)| format!("{line}\n    {shown}"))
        .collect();
    assert!(read.is_empty(), "{}", read.join("\n"));
}

#[test]
fn one_thing_said_in_several_ways_is_one_statement() {
    let mut differing = Vec::new();
    for (index, line) in include_str!("tests/paraphrases.txt").lines().filter(|line| !line.starts_with('#')).enumerate()
    {
        let mut ways = line.split(" | ");
        let first = ways.next().unwrap();
        let expected = shown(first);
        assert!(!expected.starts_with("NOT READ"), "{index}: {first}: {expected}");
        differing.extend(
            ways.map(|way| (way, shown(way)))
                .filter(|(_, shown)| *shown != expected)
                .map(|(way, shown)| format!("{first}\n    {expected}\n{way}\n    {shown}")),
        );
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn case_marks_and_final_punctuation_do_not_matter() {
    let mut count = 0;
    for (sentence, reading) in pairs(include_str!("tests/plain.txt")) {
        let bare = sentence.trim_end_matches(['?', '.', '!']);
        let no_question_without_mark = sentence == "World champions in 1966?";
        // A place is kept as it is written, and found by its capital.
        if !reading.contains("place:") && !no_question_without_mark {
            assert_eq!(shown(&bare.to_lowercase()), reading, "{sentence} in lower case");
            count += 1;
        }
        // Without a verb and a question word only the mark tells a question.
        if !no_question_without_mark {
            assert_eq!(shown(bare), reading, "{sentence} without its mark");
        }
        assert_eq!(shown(&sentence.replace('\'', "’").replace('-', "–")), reading, "{sentence} with printer's marks");
    }
    assert!(count > 150);
}

#[test]
fn the_forms_offered_as_help_are_read() {
    let not_read = read("Who was the tallest?", &Table, None).unwrap_err();
    assert!(matches!(&not_read.reason, Reason::Unknown(words) if words[0].1 == "tallest"));
    for form in super::reader::forms() {
        assert!(!shown(form).starts_with("NOT READ"), "{form}: {}", shown(form));
    }
}

#[test]
fn reasons_say_where_and_why() {
    let refused = |text: &str| read(text, &Table, Some(today())).unwrap_err().reason;
    assert_eq!(refused("England nearly beat France"), Reason::Hedged(8..14, "nearly".to_owned()));
    assert_eq!(refused("Didn't England beat France?"), Reason::NegativeQuestion);
    assert_eq!(refused(" ?! "), Reason::Empty);
    assert_eq!(refused("England beat France. Italy lost."), Reason::TooLong);
    assert_eq!(refused("\u{201c}England won\u{201d}, he said"), Reason::Quoted(0..3));
    assert_eq!(refused("England beat Wakanda in 1998"), Reason::Unknown(vec![(13..20, "Wakanda".to_owned())]));
    assert!(
        matches!(refused("Charlton scored against Portugal in 1966"), Reason::Ambiguous(span, name, two) if span == (0..8) && name == "Charlton" && two.len() == 2)
    );
    let never_held = refused("Who won the 1942 World Cup?");
    assert_eq!(never_held, Reason::NoEdition(12..26, "1942 World Cup".to_owned()));
    let undated = read("Four years ago England beat France", &Table, None).unwrap_err().reason;
    assert!(matches!(undated, Reason::NeedsToday(span) if span.start == 0));
}

#[test]
fn a_name_of_several_gives_a_reading_for_each() {
    let not_read = read("Charlton scored against Portugal in 1966", &Table, None).unwrap_err();
    let scorers: Vec<usize> = not_read
        .readings
        .iter()
        .map(|reading| match &reading.statement.says {
            crate::ask::statement::Says::Goal { scorer: Some(id), .. } => id.index(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(scorers, [100, 101]);
}

#[test]
fn what_was_supposed_is_noted() {
    let reading = read("  When did England last reach the semi-finals? ", &Table, None).unwrap();
    assert_eq!(reading.span, 2..46);
    assert_eq!(reading.notes.len(), 1);
    assert_eq!(reading.notes[0].span, 34..45, "the stage whose competition is supposed");
    let exact = read("When did England last reach the semi-finals of the World Cup?", &Table, None).unwrap();
    assert!(exact.notes.is_empty());
    assert_eq!(reading.statement, exact.statement);
}

#[test]
fn long_texts_are_refused_in_linear_time() {
    let start = std::time::Instant::now();
    for text in ["penalty ", "the first ", "84' ", "2022 World Cup final ", "England v ", "'", "in the last ", "\u{e9}"]
    {
        let long = text.repeat(1_000_000 / text.len());
        assert_eq!(
            read(&long, &Table, None).unwrap_err().reason,
            if text == "\u{e9}" { Reason::Unknown(vec![(0..long.len(), long.clone())]) } else { Reason::TooLong }
        );
    }
    // Generous: the debug build on a busy machine takes a fraction of it, a quadratic reader minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
        let _ = read(&text, &Table, Some(today()));
    }

    #[test]
    fn any_words_of_the_game_are_read_or_refused(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "England", "France", "Kane", "Lloris", "World Cup", "Euro", "2022", "1966", "final", "semi-finals", "Group B",
                "beat", "won", "lost", "drew", "scored", "missed", "saved", "penalty", "goal", "first", "last", "only", "team",
                "player", "to", "the", "a", "of", "in", "at", "by", "against", "v", "and", "who", "when", "how many", "did",
                "was", "has", "never", "ever", "not", "2-1", "84'", "six minutes from time", "since", "Brazil", "on penalties",
                "shoot-out", "kick", "unbeaten", "run", "matches", "13", "twice", "second", "?", ",", "'s", "most", "next",
                "African", "retain", "reach", "host", "holders", "sent off", "head to head", "17", "wins", "over the bar",
            ]),
            0..14,
        )
    ) {
        let text = words.join(" ");
        if let Ok(reading) = read(&text, &Table, Some(today())) {
            // Every name has its use: a reading names each team and person of the sentence at most by supposing.
            proptest::prop_assert!(text.get(reading.span).is_some());
        }
    }
}
