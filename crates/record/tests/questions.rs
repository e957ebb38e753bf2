//! Runs every row of `questions.md` on the built-in record.

use byline_record::ask::ask;
use byline_record::names::find::Names;
use jiff::civil::Date;

const PAGE: &str = include_str!("questions.md");

/// The rows of the page's tables: as of, question, verdict, what the answer contains, what it must not.
fn rows() -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    PAGE.lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with('|') && !line.starts_with("|-") && !line.starts_with("| as of"))
        .map(|(at, line)| (at + 1, line.trim_matches('|').split('|').map(str::trim).collect()))
}

#[test]
fn every_question_of_the_page_is_answered_as_it_says() {
    let record = byline_record::builtin::record().unwrap();
    let names = Names::new(&record);
    let mut wrong = Vec::new();
    let mut count = 0;
    for (line, row) in rows() {
        let [as_of, question, verdict, contains, lacks] = *row.as_slice() else {
            panic!("questions.md:{line}: five columns");
        };
        let day: Date = if as_of == "-" { Date::MAX } else { as_of.parse().unwrap() };
        let asked = ask(question, &names, &record.as_of(day), &|_| ());
        let answer = &asked.answer;
        let told = format!("{} {}", answer.answer, answer.reason.as_deref().unwrap_or_default());
        let right = answer.verdict.key() == verdict
            && (contains == "-" || told.contains(contains))
            && (lacks == "-" || !told.contains(lacks));
        if !right {
            wrong.push(format!("questions.md:{line}: {question}\n    {}: {told}", answer.verdict.key()));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 150, "{count} rows");
}
