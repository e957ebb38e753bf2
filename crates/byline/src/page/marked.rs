//! A report with its statements and quotes marked.

use std::collections::BTreeSet;

use byline_record::ask::Verdict;
use byline_report::Span;
use byline_report::text::{Class, Paragraph, Report};
use maud::{Markup, html};

use super::{class, sign};
use crate::print;
use crate::print::verdict::ORDER;

/// A statement to be marked.
#[derive(Debug)]
pub(super) struct Mark {
    /// Its place in the text.
    pub(super) span: Span,
    /// Its number, from 1, by which its card is found.
    pub(super) number: usize,
    /// How it stands.
    pub(super) verdict: Verdict,
    /// What is told of it where the words are.
    pub(super) told: String,
}

/// A quote to be marked.
#[derive(Debug)]
pub(super) struct Spoken {
    /// Its place in the text.
    pub(super) span: Span,
    /// Who said it, and where.
    pub(super) by: String,
}

/// The text of a report in paragraphs. Statements may overlap: words of several show the verdict that needs most
/// attention, of those alike the shortest statement.
pub(super) fn text(report: &Report, marks: &[Mark], quotes: &[Spoken]) -> Markup {
    html! {
        @for paragraph in &report.paragraphs {
            @let inner = words(report, paragraph, marks, quotes);
            @match paragraph.class {
                Class::Headline => h2.headline { (inner) },
                Class::Standfirst => p.standfirst { (inner) },
                Class::Prose => p { (inner) },
                Class::PullQuote => p.aside.pull { (inner) },
                Class::Caption | Class::Byline | Class::Boilerplate => p.aside { (inner) },
            }
        }
    }
}

/// What begins or ends somewhere in a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    /// A mark or quote ends: before others begin at the same place.
    MarkEnds(usize),
    QuoteEnds,
    QuoteBegins(usize),
    MarkBegins(usize),
}

fn words(report: &Report, paragraph: &Paragraph, marks: &[Mark], quotes: &[Spoken]) -> Markup {
    let Span { start, end } = paragraph.span;
    let inside = |span: &Span| start.max(span.start) < end.min(span.end);
    let mut edges: Vec<(usize, Edge)> = Vec::new();
    for (place, mark) in marks.iter().enumerate().filter(|(_, mark)| inside(&mark.span)) {
        edges.push((mark.span.start.max(start), Edge::MarkBegins(place)));
        edges.push((mark.span.end.min(end), Edge::MarkEnds(place)));
    }
    for (place, quote) in quotes.iter().enumerate().filter(|(_, quote)| inside(&quote.span)) {
        edges.push((quote.span.start.max(start), Edge::QuoteBegins(place)));
        edges.push((quote.span.end.min(end), Edge::QuoteEnds));
    }
    edges.sort_unstable();
    let mut pieces: Vec<Markup> = Vec::new();
    let mut active: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
    let mut spoken: Option<&Spoken> = None;
    let mut at = start;
    let mut edges = edges.into_iter().peekable();
    while at < end || edges.peek().is_some() {
        let until = edges.peek().map_or(end, |(place, _)| *place);
        if at < until {
            let mark = active.first().and_then(|&(_, _, place)| marks.get(place));
            let ends = mark.is_some_and(|mark| mark.span.end.min(end) == until);
            pieces.push(piece(report.words(&(at..until)), mark, ends, spoken));
            at = until;
        }
        while let Some((_, edge)) = edges.next_if(|(place, _)| *place <= at) {
            match edge {
                Edge::MarkBegins(place) => drop(active.insert(rank(marks, place))),
                Edge::MarkEnds(place) => drop(active.remove(&rank(marks, place))),
                Edge::QuoteBegins(place) => spoken = quotes.get(place),
                Edge::QuoteEnds => spoken = None,
            }
        }
    }
    html! { @for piece in pieces { (piece) } }
}

/// Which of several marks is shown: the first.
fn rank(marks: &[Mark], place: usize) -> (usize, usize, usize) {
    marks.get(place).map_or((ORDER.len(), 0, place), |mark| {
        let verdict = ORDER.iter().position(|&verdict| verdict == mark.verdict).unwrap_or(ORDER.len());
        (verdict, mark.span.len(), place)
    })
}

fn piece(words: &str, mark: Option<&Mark>, ends: bool, spoken: Option<&Spoken>) -> Markup {
    let inner = html! {
        @match mark {
            Some(mark) => {
                a.at.(class(mark.verdict)).{ "n" (mark.number) } href={ "#s" (mark.number) } title=(mark.told) {
                    span.mark { (words) }
                    @if ends {
                        sup {
                            span aria-hidden="true" { (sign(mark.verdict)) (mark.number) }
                            span.unseen { " (" (print::verdict::words(mark.verdict)) ", " (mark.number) ")" }
                        }
                    }
                }
            }
            None => (words),
        }
    };
    match spoken {
        Some(spoken) => html! { q title=(spoken.by) { (inner) } },
        None => inner,
    }
}

#[cfg(test)]
mod tests {
    use byline_report::text::{Format, Options};

    use super::*;

    fn marked(text: &str, marks: &[(&str, Verdict)], quotes: &[&str]) -> String {
        let options = Options { format: Some(Format::Plain), ..Options::default() };
        let report = Report::read(text.as_bytes(), &options).unwrap();
        let find = |words: &str| {
            let start = report.text().find(words).unwrap();
            start..start + words.len()
        };
        let marks: Vec<Mark> = marks
            .iter()
            .enumerate()
            .map(|(place, (words, verdict))| Mark {
                span: find(words),
                number: place + 1,
                verdict: *verdict,
                told: String::new(),
            })
            .collect();
        let quotes: Vec<Spoken> =
            quotes.iter().map(|words| Spoken { span: find(words), by: "somebody".to_owned() }).collect();
        super::text(&report, &marks, &quotes).into_string()
    }

    /// What a reader sees, without the numbers of the cards.
    fn seen(page: &str) -> String {
        let mut out = String::new();
        for piece in page.split("<sup>") {
            let rest = piece.split_once("</sup>").map_or(piece, |(_, rest)| rest);
            let mut tags = rest.split('<');
            out.push_str(tags.next().unwrap());
            tags.for_each(|tag| out.push_str(tag.split_once('>').unwrap().1));
        }
        out
    }

    const LINE: &str = "Kane scored a penalty in the 54th minute of a long evening and said that it was late.";

    #[test]
    fn the_text_is_whole_however_statements_overlap() {
        let cases: [&[(&str, Verdict)]; 4] = [
            &[],
            &[("Kane scored", Verdict::Confirmed), ("scored a penalty", Verdict::Confirmed)],
            &[
                ("Kane scored a penalty", Verdict::Confirmed),
                ("a penalty", Verdict::Contradicted),
                ("late.", Verdict::NotRead),
            ],
            &[(LINE, Verdict::NotRead), (LINE, Verdict::Confirmed), ("K", Verdict::Rounding)],
        ];
        for marks in cases {
            for quotes in [&[][..], &["said that it was"], &[LINE]] {
                assert_eq!(seen(&marked(LINE, marks, quotes)), LINE, "{marks:?}");
            }
        }
    }

    #[test]
    fn words_of_several_statements_show_the_worst_verdict() {
        let page =
            marked(LINE, &[("Kane scored a penalty", Verdict::Confirmed), ("a penalty", Verdict::Contradicted)], &[]);
        assert!(page.contains("n1\" href=\"#s1\" title=\"\"><span class=\"mark\">Kane scored </span></a>"), "{page}");
        assert!(
            page.contains("at contradicted n2\" href=\"#s2\" title=\"\"><span class=\"mark\">a penalty</span><sup>"),
            "{page}"
        );
    }

    #[test]
    fn a_quote_may_hold_a_statement() {
        let page = marked(LINE, &[("it was late", Verdict::NotRead)], &["said that it was late"]);
        assert!(
            page.contains("<q title=\"somebody\">said that </q><q title=\"somebody\"><a class=\"at unread n1\""),
            "{page}"
        );
    }
}
