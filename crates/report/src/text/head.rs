//! What a report says about itself before it begins.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Published;

/// What is known of a report besides its text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    pub(crate) title: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) published: Option<Published>,
}

impl Head {
    /// Takes lines such as `date: 2022-12-11` or `title: …` from the start of a text, with or without `---` around them,
    /// and a date without a line of its own (`date 2022-12-11 France are through …`). Returns where the report begins.
    pub(crate) fn take(&mut self, text: &str) -> usize {
        let mut at = 0;
        let mut fenced = false;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            if words == "---" {
                at += line.len();
                if fenced {
                    break;
                }
                if at > line.len() {
                    at -= line.len();
                    break;
                }
                fenced = true;
            } else if words.is_empty() || self.line(words, fenced) {
                at += line.len();
            } else {
                let (date, rest) = dated(words);
                if let Some(date) = date {
                    self.published = Some(Published { date, moment: None });
                    at += line.len() - line.trim_start().len() + (words.len() - rest.len());
                }
                break;
            }
        }
        at
    }

    /// Whether a line is one of the known keys with its value, or within a fence any.
    fn line(&mut self, line: &str, fenced: bool) -> bool {
        let Some((key, value)) = line.split_once(':') else {
            let (date, rest) = dated(line);
            if let (Some(date), "") = (date, rest) {
                self.published = Some(Published { date, moment: None });
                return true;
            }
            return fenced;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        let owned = || (!value.is_empty()).then(|| value.to_owned());
        match key.trim().to_ascii_lowercase().as_str() {
            "title" => self.title = owned(),
            "author" | "byline" => self.byline = owned(),
            "site" | "outlet" | "publisher" => self.outlet = owned(),
            "date" | "published" => {
                let Some(published) = published(value) else { return fenced };
                self.published = Some(published);
            }
            "url" | "source" | "licence" | "license" if !value.contains(". ") => {}
            _ => return fenced,
        }
        true
    }
}

/// The date of `date 2022-12-11 …`, and what follows it.
fn dated(line: &str) -> (Option<Date>, &str) {
    let rest = match line.get(..4) {
        Some(word) if word.eq_ignore_ascii_case("date") => line.get(4..).unwrap_or_default(),
        _ => return (None, line),
    };
    let rest = rest.trim_start_matches([':', ' ', '\t']);
    let (day, after) = rest.split_at_checked(10).unwrap_or((rest, ""));
    match day.parse::<Date>() {
        Ok(date) if after.is_empty() || after.starts_with(char::is_whitespace) => (Some(date), after.trim_start()),
        _ => (None, line),
    }
}

/// A moment or a day as pages and people write them in ISO 8601.
pub(crate) fn published(text: &str) -> Option<Published> {
    let text = text.trim();
    let date = text.get(..10)?.parse::<Date>().ok()?;
    Some(Published { date, moment: text.parse::<Timestamp>().ok() })
}
