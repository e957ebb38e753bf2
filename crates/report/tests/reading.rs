//! Reports in every form they come in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use byline_report::text::{Class, Encoding, Format, Options, Report};

fn read(bytes: &[u8]) -> Report {
    Report::read(bytes, &Options::default()).unwrap()
}

fn classes(report: &Report) -> Vec<Class> {
    report.paragraphs.iter().map(|paragraph| paragraph.class).collect()
}

const PLAIN: &str = "date 2022-12-11 Late penalty sends hosts through\n\nA night to forget for the visitors, who were two up at the break\n\n\
By Ann Roy in Doha\n\nThe hosts won 3-2. It was J. Smith’s third goal vs. Ghana in 4.5 days! Was it a foul? “No.” They go on.\n\n\
Jo Doe/Getty Images Smith celebrates with his team-mates\n\nUEFA The keeper dives the wrong way.\n\n\
FIFA president Gianni Infantino watched from the stands.\n\nREAD MORE: Five things we learned\n\n“They go on and on and on”\n\n\
The captain said: “They go on and on and on, and we love them for it,” and left.\n";

#[test]
fn plain_text_has_paragraphs_of_every_class() {
    let report = read(PLAIN.as_bytes());
    assert_eq!(report.format, Format::Plain);
    assert_eq!(
        classes(&report),
        [
            Class::Headline,
            Class::Standfirst,
            Class::Byline,
            Class::Prose,
            Class::Caption,
            Class::Caption,
            Class::Prose,
            Class::Boilerplate,
            Class::PullQuote,
            Class::Prose,
        ]
    );
    assert_eq!(report.title.as_deref(), Some("Late penalty sends hosts through"));
    assert_eq!(report.byline.as_deref(), Some("Ann Roy"));
    assert_eq!(report.published.as_ref().unwrap().date, jiff::civil::date(2022, 12, 11));
    let sentences: Vec<_> = report.paragraphs[3].sentences.iter().map(|span| report.words(span)).collect();
    assert_eq!(
        sentences,
        [
            "The hosts won 3-2.",
            "It was J. Smith’s third goal vs. Ghana in 4.5 days!",
            "Was it a foul?",
            "“No.”",
            "They go on."
        ]
    );
    let span = &report.paragraphs[3].span;
    assert_eq!(&PLAIN[report.source(span)], report.words(span));
}

#[test]
fn options_are_preferred_to_the_report() {
    let date = jiff::civil::date(2022, 12, 12);
    let options = Options { date: Some(date), outlet: Some("Desk".into()), ..Options::default() };
    let report = Report::read(PLAIN.as_bytes(), &options).unwrap();
    assert_eq!(report.published.unwrap().date, date);
    assert_eq!(report.outlet.as_deref(), Some("Desk"));
}

#[test]
fn heads_of_lines_are_not_text() {
    let report = read(b"url: https://example.org/a\ntitle: A match\ndate: 2018-07-15\n\nFrance won.\n");
    assert_eq!(report.title.as_deref(), Some("A match"));
    assert_eq!(report.published.as_ref().unwrap().date, jiff::civil::date(2018, 7, 15));
    assert_eq!(report.words(&report.paragraphs[0].span), "France won.");
}

#[test]
fn wrapped_lines_are_one_paragraph_and_short_ones_are_not() {
    let wrapped = "The first half was even and neither side had\nmuch to show for all the running they did in it\nuntil the whistle.\n\nThen came goals.\n";
    assert_eq!(read(wrapped.as_bytes()).paragraphs.len(), 2);
    assert_eq!(read(b"One.\nTwo.\nThree.\n").paragraphs.len(), 3);
}

#[test]
fn every_encoding_leads_back_to_its_bytes() {
    let text = "“Très bien,” dit Lévy. Ödegård won.";
    let utf16 = |unit: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect::<Vec<u8>>()
    };
    let latin: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let cases = [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8),
        (utf16(u16::to_le_bytes, [0xFF, 0xFE]), Encoding::Utf16Le),
        (utf16(u16::to_be_bytes, [0xFE, 0xFF]), Encoding::Utf16Be),
        (latin, Encoding::Windows1252),
    ];
    for (bytes, encoding) in cases {
        let report = read(&bytes);
        assert_eq!((report.text(), report.encoding), (text, encoding));
        let at = text.find("Ödegård").unwrap();
        let source = report.source(&(at..at + "Ödegård".len()));
        let again = match encoding {
            Encoding::Utf8 => bytes[source].to_vec(),
            Encoding::Windows1252 => {
                assert_eq!(source.len(), 7);
                continue;
            }
            _ => {
                assert_eq!(source.len(), 14);
                continue;
            }
        };
        assert_eq!(again, "Ödegård".as_bytes());
    }
    let broken = [text.as_bytes(), b" \xFF end"].concat();
    let report = read(&broken);
    assert_eq!(report.encoding, Encoding::BrokenUtf8);
    assert_eq!(report.source(&(text.len() + 1..text.len() + 4)), text.len() + 1..text.len() + 2);
}

#[test]
fn markdown_loses_its_marks_and_keeps_editors_brackets() {
    let source = "# Hosts through\n\nThe **hosts** beat [Ghana](https://example.org/g) 2-1. “It [was] _hard_,” said Roy.\n\n> “We go on.”\n\n* one\n* two\n";
    let report = read(source.as_bytes());
    assert_eq!(report.format, Format::Markdown);
    let words: Vec<_> = report.paragraphs.iter().map(|paragraph| report.words(&paragraph.span)).collect();
    assert_eq!(words[..3], ["Hosts through", "The hosts beat Ghana 2-1. “It [was] hard,” said Roy.", "“We go on.”"]);
    let at = report.text().find("Ghana 2-1").unwrap();
    assert_eq!(&source[report.source(&(at..at + 5))], "Ghana");
    assert_eq!(report.title.as_deref(), Some("Hosts through"));
}

#[test]
fn a_saved_page_gives_its_article() {
    let filler =
        "It was a long evening in which both sides had chances, and the crowd, who had come early, stayed late. ";
    let page = format!(
        "<!DOCTYPE html><html><head><title>Hosts through | Daily Desk</title>\
<meta property=\"og:title\" content=\"Hosts through\"><meta property=\"og:site_name\" content=\"Daily Desk\">\
<meta property=\"article:published_time\" content=\"2022-12-10T23:10:00+00:00\"><meta name=\"author\" content=\"Ann Roy\">\
<style>p {{ color: red }}</style></head><body><nav><ul><li><a href=\"/\">Home</a></li><li>Sport</li></ul></nav>\
<article><h1>Hosts through</h1><p>The hosts beat <a href='#'>Ghana</a> 2&ndash;1 on Saturday &amp; go on. {filler}</p>\
<figure><img src=a.jpg><figcaption>Roy after the goal</figcaption></figure>\n<p>&ldquo;We did it,&rdquo; said Bo  Lind. {filler}</p><!-- no -->\
<script>var a = '<p>never</p>';</script><p>{filler} The end.</p></article><footer>All rights reserved</footer></body></html>"
    );
    let report = read(page.as_bytes());
    assert_eq!(report.format, Format::Html);
    assert_eq!(report.title.as_deref(), Some("Hosts through"));
    assert_eq!(report.outlet.as_deref(), Some("Daily Desk"));
    assert_eq!(report.byline.as_deref(), Some("Ann Roy"));
    assert_eq!(report.published.as_ref().unwrap().moment.unwrap().to_string(), "2022-12-10T23:10:00Z");
    let text = report.text();
    assert!(!text.contains("Home") && !text.contains("never") && !text.contains("reserved"), "{text}");
    assert!(text.contains("The hosts beat Ghana 2–1 on Saturday & go on."), "{text}");
    let at = text.find("Ghana 2–1").unwrap();
    assert_eq!(&page[report.source(&(at..at + "Ghana 2–1".len()))], "Ghana</a> 2&ndash;1");
    assert!(classes(&report).contains(&Class::Caption), "{:?}", classes(&report));
    let quotes = byline_report::quote::find(&report).quotes;
    assert_eq!(report.words(&quotes[0].span), "We did it,");
    assert_eq!(quotes[0].speaker.as_ref().unwrap().name.as_deref(), Some("Bo Lind"));
}
