//! Saved web pages.
//!
//! A readability port says which parts of a page are the article, and what its metadata hold. The words themselves are
//! taken from the page by a scanner of our own, which knows the place of each in the original bytes.

mod entity;
mod scan;

use std::collections::{HashMap, HashSet};

use dom_smoothie::{Config, Readability};

use super::Class;
use super::blocks::Block;
use super::head::{Head, published};
use super::map::Mapped;
use scan::Page;

/// Pages larger than this are read without asking which part is the article.
const LARGEST_PAGE: usize = 4 << 20;

/// Pages nested deeper, or with more open elements, likewise: no page of a newspaper is, and trees are walked by
/// recursion.
const DEEPEST: usize = 256;

/// The most elements of a page of which the article is sought.
const MOST_ELEMENTS: usize = 60_000;

/// The most ampersands of such a page: the parser's work grows with their square.
const MOST_REFERENCES: usize = 20_000;

/// The text of the article of a page.
pub(crate) fn read(decoded: &Mapped, head: &mut Head) -> (Mapped, Vec<Block>) {
    let page = scan::scan(decoded);
    let chosen = article(decoded.text(), &page, head);
    let mut text = Mapped::default();
    let mut blocks = Vec::new();
    let first = page.blocks.iter().position(|block| wanted(&page, block, chosen.as_ref()));
    let title = page.blocks.iter().take(first.unwrap_or(0)).rposition(|block| block.is_title);
    for (index, block) in page.blocks.iter().enumerate() {
        if Some(index) != title && !wanted(&page, block, chosen.as_ref()) {
            continue;
        }
        if text.len() > 0 {
            text.replace("\n\n", &page.text, &(block.span.start..block.span.start));
        }
        let start = text.len();
        text.append(&page.text, block.span.clone());
        blocks.push(Block { span: start..text.len(), class: block.class });
    }
    (text, blocks)
}

fn wanted(page: &Page, block: &scan::Part, chosen: Option<&HashSet<String>>) -> bool {
    match chosen {
        Some(chosen) => chosen.contains(&dense(page.text.text().get(block.span.clone()).unwrap_or_default())),
        None => block.class != Some(Class::Boilerplate),
    }
}

/// Words without white space, by which a paragraph is known again.
fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The paragraphs of the article, or nothing if they could not be told.
fn article(html: &str, page: &Page, head: &mut Head) -> Option<HashSet<String>> {
    let references = html.bytes().filter(|&byte| byte == b'&').count();
    if html.len() > LARGEST_PAGE || page.depth > DEEPEST || references > MOST_REFERENCES {
        return None;
    }
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut reader = Readability::new(html, None, Some(config)).ok()?;
    let metadata = reader.get_article_metadata(reader.parse_json_ld());
    let filled = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    head.title = filled(metadata.title);
    head.byline = metadata.byline.and_then(filled);
    head.outlet = metadata.site_name.and_then(filled);
    head.published = metadata.published_time.as_deref().and_then(published);
    let article = reader.parse().ok()?;
    head.title = head.title.take().or_else(|| filled(article.title));
    head.byline = head.byline.take().or_else(|| article.byline.and_then(filled));
    let mut content = Mapped::default();
    content.copy(&article.content, 0);
    let content = scan::scan(&content);
    let mut wanted = HashSet::new();
    let mut of_page = HashMap::new();
    for block in &page.blocks {
        let words = dense(page.text.text().get(block.span.clone()).unwrap_or_default());
        of_page.insert(words.chars().take(24).collect::<String>(), words);
    }
    let (mut all, mut found) = (0, 0);
    for block in &content.blocks {
        let words = dense(content.text.text().get(block.span.clone()).unwrap_or_default());
        all += words.len();
        // What was cut out of a paragraph (a button, a form) leaves its beginning.
        if let Some(whole) = of_page.get(&words.chars().take(24).collect::<String>()) {
            found += words.len();
            wanted.insert(whole.clone());
        }
        wanted.insert(words);
    }
    (all > 0 && found * 2 >= all).then_some(wanted)
}
