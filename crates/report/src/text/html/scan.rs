//! The words of a page with their places, without building a tree.

use super::entity;
use crate::Span;
use crate::text::Class;
use crate::text::blocks::trim;
use crate::text::map::Mapped;

/// The words of a page.
pub(super) struct Page {
    pub(super) text: Mapped,
    pub(super) blocks: Vec<Part>,
    /// The most elements open at one time.
    pub(super) depth: usize,
}

/// The words of one element that stands on lines of its own.
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) class: Option<Class>,
    /// Whether it is a heading of the first order.
    pub(super) is_title: bool,
}

/// Elements whose content is not text.
const RAW: &[&str] =
    &["script", "style", "noscript", "template", "svg", "iframe", "textarea", "title", "math", "object"];

/// Elements that never have an end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements that are never the story.
const APART: &[&str] = &["nav", "footer", "form", "button", "select", "menu", "dialog", "aside"];

struct Open {
    name: String,
    class: Option<Class>,
}

struct Scanner<'a> {
    from: &'a Mapped,
    page: Page,
    start: usize,
    open: Vec<Open>,
    /// Elements of a line that were opened and not closed: a browser opens them again in every paragraph.
    unclosed: isize,
    is_title: bool,
}

/// Reads a page once, from its beginning to its end.
pub(super) fn scan(from: &Mapped) -> Page {
    let page = Page { text: Mapped::default(), blocks: Vec::new(), depth: 0 };
    let mut scanner = Scanner { from, page, start: 0, open: Vec::new(), unclosed: 0, is_title: false };
    let html = from.text();
    let mut at = 0;
    while at < html.len() {
        let rest = html.get(at..).unwrap_or_default();
        if !rest.starts_with('<') {
            let len = rest.find('<').unwrap_or(rest.len());
            scanner.words(at..at + len);
            at += len;
        } else if rest.starts_with("<!--") {
            at += rest.find("-->").map_or(rest.len(), |end| end + 3);
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            at += rest.find('>').map_or(rest.len(), |end| end + 1);
        } else {
            let closes = rest.starts_with("</");
            let name_at = if closes { 2 } else { 1 };
            let name: String = rest
                .chars()
                .skip(name_at)
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                .take(32)
                .collect::<String>()
                .to_ascii_lowercase();
            if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                scanner.words(at..at + 1);
                at += 1;
                continue;
            }
            let len = tag_len(rest);
            let tag = rest.get(..len).unwrap_or_default();
            at += len;
            if closes {
                scanner.close(&name);
            } else if RAW.contains(&name.as_str()) && !tag.ends_with("/>") {
                scanner.boundary(&name);
                at += raw_len(html.get(at..).unwrap_or_default(), &name);
            } else {
                scanner.open(&name, tag);
            }
        }
    }
    scanner.flush();
    scanner.page
}

/// How long a tag is, with its attributes.
fn tag_len(rest: &str) -> usize {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            (None, _) => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    rest.len()
}

/// How long the content of an element is that ends only at its own end tag; the end tag is left to the scanner.
fn raw_len(rest: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = rest.get(at..).and_then(|rest| rest.find("</")) {
        let after = at + found + 2;
        let is_end = rest.as_bytes().get(after..after + name.len());
        if is_end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
            return at + found;
        }
        at = after;
    }
    rest.len()
}

impl Scanner<'_> {
    fn words(&mut self, span: Span) {
        let html = self.from.text();
        let mut at = span.start;
        let words = html.get(span.clone()).unwrap_or_default();
        let mut kept = at;
        let mut chars = words.char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let here = span.start + offset;
            if here < at {
                continue;
            }
            if c.is_whitespace() {
                let mut end = here + c.len_utf8();
                while let Some((_, next)) = chars.next_if(|(_, next)| next.is_whitespace()) {
                    end += next.len_utf8();
                }
                self.page.text.append(self.from, kept..here);
                if self.page.text.len() > self.start && !self.page.text.text().ends_with(' ') {
                    self.page.text.replace(" ", self.from, &(here..end));
                }
                (kept, at) = (end, end);
            } else if c == '&' {
                let rest = words.get(offset..).unwrap_or_default();
                if let Some((character, len)) = entity::decode(rest) {
                    self.page.text.append(self.from, kept..here);
                    let mut buffer = [0; 4];
                    self.page.text.replace(character.encode_utf8(&mut buffer), self.from, &(here..here + len));
                    (kept, at) = (here + len, here + len);
                }
            }
        }
        self.page.text.append(self.from, kept..span.end);
    }

    fn open(&mut self, name: &str, tag: &str) {
        self.boundary(name);
        if VOID.contains(&name) || tag.ends_with("/>") {
            return;
        }
        if matches!(name, "p" | "li" | "dt" | "dd" | "tr" | "td" | "th" | "option")
            && self.open.last().is_some_and(|open| open.name == name)
        {
            self.open.pop();
        }
        if INLINE.contains(&name) {
            self.unclosed += 1;
        }
        self.is_title = name == "h1";
        let outer = self.open.last().and_then(|open| open.class);
        let class = class_of(name, tag).or(outer);
        self.open.push(Open { name: name.to_owned(), class });
        let unclosed = usize::try_from(self.unclosed).unwrap_or(0);
        self.page.depth = self.page.depth.max(self.open.len()).max(unclosed);
    }

    fn close(&mut self, name: &str) {
        self.boundary(name);
        if INLINE.contains(&name) {
            self.unclosed -= 1;
        }
        // An end without its beginning is passed over; so is one further away than any page nests.
        let found = self.open.iter().rev().take(super::DEEPEST).position(|open| open.name == name);
        if let Some(from_top) = found {
            self.open.truncate(self.open.len() - 1 - from_top);
        }
    }

    /// Ends the words before a tag, unless it stands within a line.
    fn boundary(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let span = trim(self.page.text.text(), &(self.start..self.page.text.len()));
        if !span.is_empty() {
            let class = self.open.last().and_then(|open| open.class);
            self.page.blocks.push(Part { span, class, is_title: self.is_title });
        }
        self.start = self.page.text.len();
        self.is_title = false;
    }
}

/// What the name and the attributes of an element say its words are.
fn class_of(name: &str, tag: &str) -> Option<Class> {
    if APART.contains(&name) {
        let pull = tag.to_ascii_lowercase();
        return Some(if pull.contains("pull") && pull.contains("quote") {
            Class::PullQuote
        } else {
            Class::Boilerplate
        });
    }
    match name {
        "figcaption" => return Some(Class::Caption),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => return Some(Class::Headline),
        _ => {}
    }
    let start: String = tag.chars().take(400).collect::<String>().to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| start.contains(word));
    if matches!(name, "body" | "html" | "main" | "article") {
        None
    } else if says(&["pullquote", "pull-quote", "pull_quote"]) {
        Some(Class::PullQuote)
    } else if says(&["caption", "photo-credit", "image-credit", "img-credit"]) {
        Some(Class::Caption)
    } else if says(&[
        "standfirst",
        "article__dek",
        "subheadline",
        "sub-headline",
        "article-summary",
        "article__subtitle",
    ]) {
        Some(Class::Standfirst)
    } else if says(&["newsletter", "related-", "read-more", "readmore", "cookie", "social-share", "advert-"]) {
        Some(Class::Boilerplate)
    } else {
        None
    }
}
