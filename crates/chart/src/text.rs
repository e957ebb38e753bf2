//! Text: how wide it will come out, how to shorten and break it, how to write it in XML.
//!
//! Fonts are named, not embedded, so the width is an estimate: the widths of Helvetica by class of character (Adobe
//! Font Metrics for the base 14 fonts), widened a little for the broader faces that may stand in.

/// The fonts asked for, first choice first. The condensed DejaVu has about the widths of the others; the plain one
/// would be a seventh wider.
pub const FONTS: &str =
    "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans Condensed', sans-serif";

/// Strength of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 700.
    Bold,
}

/// Room for faces broader than Helvetica.
const SLACK: f64 = 1.06;
/// Helvetica Bold against Helvetica, over English text.
const BOLD: f64 = 1.07;
/// From the base line to the top of capitals and accents, in sizes.
pub(crate) const ASCENT: f64 = 0.80;
/// From the base line to the bottom of descenders, in sizes.
pub(crate) const DESCENT: f64 = 0.22;
/// From one base line to the next, in sizes.
pub(crate) const LEADING: f64 = 1.25;

fn advance(letter: char) -> f64 {
    match letter {
        '\'' | '|' | '′' | 'i' | 'j' | 'l' => 0.24,
        ' ' | '!' | ',' | '.' | '/' | ':' | ';' | 'I' | 'f' | 't' | '[' | ']' | '\\' | '·' | '\u{a0}' | '’' | '‘' => {
            0.278
        }
        'r' | '(' | ')' | '-' | '`' | '"' | '*' | '{' | '}' | '“' | '”' => 0.36,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' | 'ß' => 0.5,
        '0'..='9'
        | 'a'
        | 'b'
        | 'd'
        | 'e'
        | 'g'
        | 'h'
        | 'n'
        | 'o'
        | 'p'
        | 'q'
        | 'u'
        | 'L'
        | '#'
        | '$'
        | '?'
        | '_'
        | '–' => 0.556,
        '+' | '<' | '=' | '>' | '~' | '^' | 'F' | 'T' | 'Z' | '×' | '−' => 0.6,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | '&' => 0.667,
        'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'w' => 0.722,
        'G' | 'O' | 'Q' => 0.778,
        'M' | 'm' => 0.833,
        '%' | 'W' => 0.92,
        // Marks set over the letter before, joiners and direction marks take no room.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => 0.0,
        '\u{fe00}'..='\u{fe0f}' => 0.0,
        '@' | '…' | '→' | '—' | '←' | '↓' => 1.0,
        '\u{c0}'..='\u{24f}' if letter.is_uppercase() => 0.75,
        '\u{c0}'..='\u{24f}' => 0.58,
        '\u{370}'..='\u{52f}' => 0.72,
        '\u{590}'..='\u{10ff}' | '\u{1e00}'..='\u{1fff}' => 0.75,
        _ if (letter as u32) < 0x250 => 0.6,
        _ if (letter as u32) < 0x1100 => 0.75,
        // Chinese, Japanese and Korean fill the em square; emoji overflow it.
        _ if (letter as u32) < 0x1_0000 => 1.05,
        _ => 1.4,
    }
}

/// The estimated width of one line, in the unit of `size`.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let ems: f64 = text.chars().map(advance).sum();
    ems * size * SLACK * if weight == Weight::Bold { BOLD } else { 1.0 }
}

/// The text on one line: runs of white space become one space, those at the ends go.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text, or as much of its beginning as fits into `room` with an ellipsis.
#[must_use]
pub fn shorten(text: &str, room: f64, size: f64, weight: Weight) -> String {
    let text = one_line(text);
    if width(&text, size, weight) <= room {
        return text;
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        kept.push('…');
        let fits = width(&kept, size, weight) <= room;
        kept.pop();
        if !fits {
            kept.pop();
            break;
        }
    }
    let mut kept = kept.trim_end_matches(|last: char| last.is_whitespace() || advance(last) == 0.0).to_owned();
    kept.push('…');
    kept
}

/// The text broken between words into at most `most` lines no wider than `room`; what is left over is cut with an
/// ellipsis. No text gives no line.
#[must_use]
pub fn wrap(text: &str, room: f64, size: f64, weight: Weight, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.peek() {
        let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
        let last = lines.len() + 1 >= most;
        if line.is_empty() || last || width(&longer, size, weight) <= room {
            line = longer;
            words.next();
        } else {
            lines.push(shorten(&line, room, size, weight));
            line = String::new();
        }
    }
    if !line.is_empty() && most > 0 {
        lines.push(shorten(&line, room, size, weight));
    }
    lines
}

/// The text as XML character data, good for attributes too. What XML 1.0 has no place for becomes U+FFFD.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn widths_are_near_those_of_helvetica() {
        // Summed from the Adobe Font Metrics of Helvetica, per thousand of the size.
        for (text, units) in [("England", 3614.0), ("Tchouameni", 5223.0), ("Kane pen 54", 5617.0), ("100%", 2557.0)] {
            let ratio = width(text, 1000.0, Weight::Regular) / units;
            assert!((1.0..1.13).contains(&ratio), "{text}: {ratio}");
        }
    }

    #[test]
    fn what_is_too_long_is_cut_at_its_end() {
        assert_eq!(shorten("Bosnia and Herzegovina", 60.0, 12.0, Weight::Regular), "Bosnia…");
        assert_eq!(shorten("  Wales \n ", 60.0, 12.0, Weight::Regular), "Wales");
        assert_eq!(shorten("Wales", 1.0, 12.0, Weight::Regular), "…");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("Bosnia and Herzegovina", 90.0, 12.0, Weight::Regular, 2), ["Bosnia and", "Herzegovina"]);
        assert_eq!(wrap("  ", 90.0, 12.0, Weight::Regular, 2), Vec::<String>::new());
        assert_eq!(wrap("a b", 90.0, 12.0, Weight::Regular, 0), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in "\\PC{0,80}", room in 20.0f64..300.0, most in 1usize..4) {
            let lines = wrap(&text, room, 12.0, Weight::Bold, most);
            prop_assert!(lines.len() <= most);
            for line in lines {
                prop_assert!(width(&line, 12.0, Weight::Bold) <= room, "{line}");
            }
        }

        #[test]
        fn escaped_text_has_no_markup(text in any::<String>()) {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains(['<', '>', '"', '\0']));
            let back = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            prop_assert_eq!(back.chars().count(), text.chars().count());
        }
    }
}
