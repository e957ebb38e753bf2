//! Changes of scores, minutes, counts and years.

use byline_record::{EventKind, Match};
use byline_report::Span;

use super::{Change, Scene};

const CARDINALS: [&str; 41] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "twenty-one",
    "twenty-two",
    "twenty-three",
    "twenty-four",
    "twenty-five",
    "twenty-six",
    "twenty-seven",
    "twenty-eight",
    "twenty-nine",
    "thirty",
    "thirty-one",
    "thirty-two",
    "thirty-three",
    "thirty-four",
    "thirty-five",
    "thirty-six",
    "thirty-seven",
    "thirty-eight",
    "thirty-nine",
    "forty",
];
const ORDINALS: [&str; 21] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];
const TIMES: [&str; 5] = ["never", "once", "twice", "three times", "four times"];

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Digits,
    DigitsOrdinal,
    Cardinal,
    Ordinal,
    Times,
}

/// A number in the words, with its place in them.
#[derive(Debug, Clone)]
struct Number {
    span: Span,
    value: u32,
    form: Form,
    capital: bool,
}

impl Number {
    fn written(&self, value: u32) -> Option<String> {
        let at = value as usize;
        let listed = |list: &[&str]| list.get(at).map(|&word| word.to_owned());
        let text = match self.form {
            Form::Digits => value.to_string(),
            Form::DigitsOrdinal => {
                let suffix = match (value % 10, value % 100) {
                    (_, 11..=13) => "th",
                    (1, _) => "st",
                    (2, _) => "nd",
                    (3, _) => "rd",
                    _ => "th",
                };
                format!("{value}{suffix}")
            }
            Form::Cardinal => listed(&CARDINALS)?,
            Form::Ordinal => listed(&ORDINALS)?,
            Form::Times => listed(&TIMES)?,
        };
        let mut letters = text.chars();
        Some(match letters.next() {
            Some(first) if self.capital => first.to_uppercase().chain(letters).collect(),
            _ => text,
        })
    }
}

/// Runs of letters and digits, hyphens within them too where `hyphens`.
fn tokens(text: &str, hyphens: bool) -> Vec<Span> {
    let mut all = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || (hyphens && c == '-' && start.is_some());
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                all.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    all
}

fn number(text: &str, span: Span) -> Option<Number> {
    let word = &text[span.clone()];
    let lower = word.to_lowercase();
    let at = |list: &[&str]| list.iter().position(|&other| other == lower);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let (value, form) = if let Ok(value) = word.parse::<u32>() {
        (value, Form::Digits)
    } else if let (Ok(value), "st" | "nd" | "rd" | "th") = (digits.parse::<u32>(), &word[digits.len()..]) {
        (value, Form::DigitsOrdinal)
    } else if let Some(value) = at(&CARDINALS) {
        (value as u32, Form::Cardinal)
    } else if let Some(value) = at(&ORDINALS) {
        (value as u32, Form::Ordinal)
    } else {
        (at(&TIMES)? as u32, Form::Times)
    };
    Some(Number { span, value, form, capital: word.starts_with(char::is_uppercase) })
}

/// The numbers of the words: `twenty-two` whole, `57th-minute` by its first part.
fn numbers(text: &str) -> Vec<Number> {
    let whole = tokens(text, true).into_iter();
    whole
        .flat_map(|span| match number(text, span.clone()) {
            Some(number) => vec![number],
            None => tokens(&text[span.clone()], false)
                .into_iter()
                .filter_map(|part| number(text, span.start + part.start..span.start + part.end))
                .collect(),
        })
        .collect()
}

/// Whether two numbers are the two sides of a score.
fn is_score(text: &str, one: &Number, two: &Number) -> bool {
    let between = &text[one.span.end..two.span.start];
    let small = one.value < 20 && two.value < 20;
    let same = one.form == two.form && matches!(one.form, Form::Digits | Form::Cardinal);
    small && same && matches!(between, "-" | "–" | " goals to " | " goal to " | "−")
}

fn the_score(text: &str) -> Option<(Number, Number)> {
    let all = numbers(text);
    let mut pairs = all.windows(2).filter(|pair| is_score(text, &pair[0], &pair[1]));
    pairs.next().map(|pair| (pair[0].clone(), pair[1].clone()))
}

/// One goal more for whoever has more: 2-1 is made 3-1.
pub(super) fn score(scene: &Scene<'_>) -> Option<Change> {
    let (one, two) = the_score(scene.words())?;
    let more = if one.value >= two.value { one } else { two };
    scene.within(more.span.clone(), more.written(more.value + 1)?, "score")
}

/// Minutes of everything the record has of a match, awards of penalties and changed stoppage time too.
fn known_minutes(entry: &Match) -> Vec<i32> {
    let clocks = entry.events.iter().flat_map(|event| {
        let award = match event.kind {
            EventKind::Penalty(penalty) => penalty.awarded,
            _ => None,
        };
        [event.clock, award]
    });
    clocks.flatten().flat_map(|clock| [i32::from(clock.minute()), i32::from(clock.minute() + clock.added())]).collect()
}

/// A minute moved by ten or so, to where nothing happened within three minutes.
pub(super) fn minute(scene: &Scene<'_>) -> Option<Change> {
    let (entry, words) = (scene.entry?, scene.words());
    let lower = words.to_lowercase();
    // A longer stretch still holds what a shorter one held.
    let stretches =
        ["inside", "within", "opening", "last", "final", "either side", "in the space", "seconds", "between"];
    if stretches.iter().any(|word| lower.contains(word)) || the_score(words).is_some() {
        return None;
    }
    let said = numbers(words).into_iter().find(|number| {
        let rest = words[number.span.end..].trim_start_matches(['-', ' ', '\'', '’']);
        let before = words[..number.span.start].trim_end();
        let stretch = before.ends_with(" in") || before == "in" || before == "In";
        let minute = rest.starts_with("min") || (rest.is_empty() && number.form == Form::DigitsOrdinal);
        number.value <= 120
            && (minute || number.form == Form::DigitsOrdinal)
            && (!stretch || number.form == Form::Ordinal)
    })?;
    let rest = lower.get(said.span.end..)?;
    let any = |list: &[&str]| list.iter().any(|word| rest.contains(word));
    let (half, end) = (["half-time", "the break", "the interval", "the restart", "second half", "resumption"], 90);
    let value = i32::try_from(said.value).ok()?;
    let bases: Vec<(i32, i32)> = if matches!(said.form, Form::DigitsOrdinal | Form::Ordinal) {
        vec![(0, 1)]
    } else if any(&["left", "from time", "to go", "remaining", "from the end", "before the end", "to play"]) {
        vec![(end, -1), (120, -1)]
    } else if any(&["before"]) && any(&half) {
        vec![(45, -1)]
    } else if any(&["after", "into"]) && any(&half) {
        vec![(45, 1)]
    } else if any(&["added", "stoppage", "injury"]) {
        vec![(90, 1), (45, 1)]
    } else if any(&["later", "after", "earlier", "before"]) {
        known_minutes(entry).into_iter().flat_map(|event| [(event, 1), (event, -1)]).collect()
    } else {
        vec![(0, 1)]
    };
    let known = known_minutes(entry);
    let far = |minute: i32, by: i32| known.iter().all(|event| (event - minute).abs() > by);
    let told = |value: i32| bases.iter().map(move |(base, sign)| base + sign * value);
    if told(value).all(|minute| far(minute, 1)) {
        return None;
    }
    let longest = if bases == [(0, 1)] { if value > 90 { 120 } else { 90 } } else { 44 };
    // Where the words count from another moment, it is enough that no two known moments are that far apart.
    let fits = |&other: &i32| (1..=longest).contains(&other) && told(other).all(|minute| far(minute, 3));
    let others: Vec<i32> =
        [10, -10, 12, -12, 15, -15, 8, -8, 20, -20].map(|by| value + by).into_iter().filter(fits).collect();
    let relative = bases.len() > 2;
    let other = if relative {
        // No pair of moments so far apart: the change counts from any of them.
        let apart = |other: i32| known.iter().all(|one| known.iter().all(|two| ((two - one).abs() - other).abs() > 3));
        [10, 12, 15, 20, 25].map(|by| value + by).into_iter().find(|&other| other < 60 && apart(other))
    } else {
        others.first().copied()
    }?;
    scene.within(said.span.clone(), said.written(u32::try_from(other).ok()?)?, "minute")
}

/// A count or a place one higher: third is made fourth.
pub(super) fn count(scene: &Scene<'_>) -> Option<Change> {
    let words = scene.words();
    let all = numbers(words);
    let within_score = |number: &Number| {
        all.windows(2).any(|pair| is_score(words, &pair[0], &pair[1]) && pair.iter().any(|one| one.span == number.span))
    };
    let said = all.iter().find(|number| {
        let rest = words[number.span.end..].trim_start_matches(['-', ' ']).to_lowercase();
        let before = words[..number.span.start].trim_end().to_lowercase();
        let of_time = [
            "half", "min", "leg", "spell", "period", "sec", "year", "day", "hour", "game in", "match in", "yard",
            "metre",
        ];
        let compound = ["-team", "-man"].iter().any(|part| words[number.span.end..].starts_with(part));
        let clock = compound || of_time.iter().any(|word| rest.starts_with(word));
        let round = before.ends_with("last") || before.ends_with("round of") || before.ends_with("group");
        !clock && !round && !within_score(number) && number.value > 0 && number.value < 60
    })?;
    scene.within(said.span.clone(), said.written(said.value + 1)?, "count")
}

/// The year of another edition, four years earlier or later.
pub(super) fn year(scene: &Scene<'_>) -> Option<Change> {
    let words = scene.words();
    let now = i64::from(scene.report.date().year());
    let said = numbers(words)
        .into_iter()
        .find(|number| number.form == Form::Digits && (1930..=now).contains(&i64::from(number.value)))?;
    let sentence = &scene.report.text[scene.sentence()];
    let fits = |other: &i64| (1930..now).contains(other) && !sentence.contains(&other.to_string());
    let other = [-4, 4, -8, 8].map(|by| i64::from(said.value) + by).into_iter().find(fits)?;
    scene.within(said.span.clone(), said.written(u32::try_from(other).ok()?)?, "year")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_reports_write_them() {
        let values = |text: &str| numbers(text).iter().map(|number| number.value).collect::<Vec<_>>();
        assert_eq!(values("a 57th-minute penalty, twenty-two minutes after the 2-1, twice"), [57, 22, 2, 1, 2]);
        assert_eq!(values("their third since 1966"), [3, 1966]);
        let (one, two) = the_score("won by three goals to one").unwrap();
        assert_eq!((one.value, two.value, one.written(4).unwrap()), (3, 1, "four".to_owned()));
        assert_eq!(number("22nd", 0..4).unwrap().written(13).unwrap(), "13th");
    }
}
