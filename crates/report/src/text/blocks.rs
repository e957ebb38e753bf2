//! Where paragraphs begin and end.

use super::Class;
use crate::Span;

/// A stretch of text that will be one paragraph, and what its markup says it is.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub(crate) span: Span,
    pub(crate) class: Option<Class>,
}

/// Lines this long and no longer were broken by whoever typed the text, not by a paragraph ending.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=100;

/// Splits text from `start` at empty lines; lines without an empty one between them are paragraphs too unless they look
/// wrapped. With `marked`, headings, lists and quotations of Markdown count.
pub(crate) fn split(text: &str, start: usize, marked: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines: Vec<Span> = Vec::new();
    let mut at = start;
    let rest = text.get(start..).unwrap_or_default();
    for line in rest.split_inclusive(['\n', '\u{2028}', '\u{2029}', '\u{c}']) {
        let span = trim(text, &(at..at + line.len()));
        at += line.len();
        if span.is_empty() {
            group(text, &mut lines, marked, &mut blocks);
        } else {
            lines.push(span);
        }
    }
    group(text, &mut lines, marked, &mut blocks);
    blocks
}

/// Turns lines without an empty one between them into one paragraph or several.
fn group(text: &str, lines: &mut Vec<Span>, marked: bool, blocks: &mut Vec<Block>) {
    let wrapped = lines.split_last().is_some_and(|(last, all)| {
        last.len() <= *WRAPPED.end() && all.iter().all(|line| WRAPPED.contains(&line.len()))
    });
    let mut open = false;
    for line in lines.drain(..) {
        let words = text.get(line.clone()).unwrap_or_default();
        let class = if marked { class_of_line(words) } else { None };
        let item = marked && is_item(words);
        match blocks.last_mut() {
            Some(last) if open && wrapped && !item && class.is_none() && last.class.is_none() => {
                last.span.end = line.end
            }
            _ => {
                let body = line.end - words.trim_start_matches('#').trim_start().len();
                let start = if class == Some(Class::Headline) { body } else { line.start };
                blocks.push(Block { span: start..line.end, class });
            }
        }
        open = true;
    }
}

fn class_of_line(line: &str) -> Option<Class> {
    let body = line.trim_start_matches('#');
    (body.len() < line.len() && body.starts_with(' ') && !body.trim().is_empty()).then_some(Class::Headline)
}

fn is_item(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with("- ")
        || line.starts_with("* ")
        || line.starts_with("+ ")
        || (digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") ")))
}

/// A span without white space and byte order marks at its ends.
pub(crate) fn trim(text: &str, span: &Span) -> Span {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}';
    let words = text.get(span.clone()).unwrap_or_default();
    let left = words.trim_start_matches(blank);
    let start = span.start + (words.len() - left.len());
    start..start + left.trim_end_matches(blank).len()
}
