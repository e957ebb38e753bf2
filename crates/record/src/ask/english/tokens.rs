//! Words, numbers, scores and marks of a text, each with its bytes.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::Date;

use crate::fold;

use super::numbers;

/// Bytes of the text something was read from.
pub type Span = Range<usize>;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word, or a part of a hyphenated one.
    Word,
    /// `'s`, or the apostrophe after a plural: belonging to what stands before, or a shortened "is" or "has".
    Possessive,
    /// A number in digits.
    Number(u32),
    /// `84th`.
    Ordinal(u32),
    /// `2-1`, `2–1` or `2:1`, as written.
    Score(u8, u8),
    /// `90+6`.
    Added(u8, u8),
    /// `84'`.
    Minute(u8),
    /// `2022-12-10`.
    Date(Date),
    /// `1990s`: the first year.
    Decade(i16),
    /// Punctuation.
    Mark(char),
}

/// A word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// A word as names are folded: lower case, no accents, contractions spelled out. Empty for anything else.
    pub word: Box<str>,
    /// Whether it is written with a capital.
    pub capital: bool,
}

impl Token {
    /// Whether it is this very word.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        &*self.word == word
    }

    /// Whether it is the mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '′' | '´' | '`')
}

const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—' | '‑' | '−' | '‐')
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    tokens: Vec<Token>,
}

/// The tokens of a text, at most `most` of them; `None` if there are more. Linear in the text.
#[must_use]
pub fn tokens(text: &str, most: usize) -> Option<Vec<Token>> {
    // A word in six letters, as English goes: mostly taken at once.
    let mut lexer = Lexer { text, at: 0, tokens: Vec::with_capacity((text.len() / 5).min(most) + 2) };
    while let Some(letter) = lexer.peek() {
        if lexer.tokens.len() > most {
            return None;
        }
        if letter.is_alphabetic() {
            lexer.word();
        } else if letter.is_ascii_digit() {
            lexer.number();
        } else {
            lexer.mark(letter);
        }
    }
    (lexer.tokens.len() <= most).then_some(lexer.tokens)
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Bytes of the longest run of `wanted` at `offset` from here.
    fn run(&self, offset: usize, wanted: impl Fn(char) -> bool) -> usize {
        let rest = self.rest().get(offset..).unwrap_or_default();
        rest.find(|letter| !wanted(letter)).unwrap_or(rest.len())
    }

    fn take(&mut self, length: usize, kind: TokenKind, word: &str) {
        let written = self.rest().get(..length).unwrap_or_default();
        let capital = written.chars().next().is_some_and(char::is_uppercase);
        let span = self.at..self.at.saturating_add(length);
        self.at = span.end;
        self.tokens.push(Token { span, kind, word: word.into(), capital });
    }

    fn word(&mut self) {
        let start = self.run(0, in_word);
        let mut length = start;
        // Inner apostrophes belong to the word (O'Neill, d'Ivoire) unless they start an ending of their own.
        while let Some(mark) = self.rest().get(length..).and_then(|rest| rest.chars().next())
            && is_apostrophe(mark)
        {
            let after = length.saturating_add(mark.len_utf8());
            let tail = self.run(after, in_word);
            if tail == 0 {
                break;
            }
            let ending = self.rest().get(after..after.saturating_add(tail)).unwrap_or_default().to_lowercase();
            let word = self.rest().get(..length).unwrap_or_default().to_owned();
            let end = after.saturating_add(tail).saturating_sub(length);
            match ending.as_str() {
                "s" => {
                    self.take(length, TokenKind::Word, &fold(&word));
                    self.take(end, TokenKind::Possessive, "");
                    return;
                }
                "t" if word.ends_with(['n', 'N']) => {
                    let verb = match fold(&word).as_str() {
                        "can" => "can".to_owned(),
                        "won" => "will".to_owned(),
                        other => other.strip_suffix('n').unwrap_or(other).to_owned(),
                    };
                    // The n belongs to the negation, but one byte more or less of a span helps nobody.
                    self.take(length, TokenKind::Word, &verb);
                    self.take(end, TokenKind::Word, "not");
                    return;
                }
                "re" | "ve" | "ll" | "d" | "m" => {
                    self.take(length, TokenKind::Word, &fold(&word));
                    let full = match ending.as_str() {
                        "re" => "are",
                        "ve" => "have",
                        "ll" => "will",
                        "m" => "am",
                        _ => "had",
                    };
                    self.take(end, TokenKind::Word, full);
                    return;
                }
                _ => length = after.saturating_add(tail),
            }
        }
        if let Some((score, end)) = self.spelled_score(length) {
            self.take(end, score, "");
            return;
        }
        let written = self.rest().get(..length).unwrap_or_default();
        let word: Cow<'_, str> = if written.bytes().all(|letter| letter.is_ascii_lowercase()) {
            Cow::Borrowed(written)
        } else {
            Cow::Owned(fold(written))
        };
        self.take(length, TokenKind::Word, &word);
        self.after_word(&word);
    }

    /// `two-nil`, with its end: a word of a given length with another behind a hyphen, both numbers, the higher first. A
    /// one-two is a pass, and three numbers are a formation.
    fn spelled_score(&self, length: usize) -> Option<(TokenKind, usize)> {
        let dash = self.letter_at(length).filter(|&letter| is_dash(letter) && letter != '—')?;
        let second = length.saturating_add(dash.len_utf8());
        let end = second.saturating_add(self.run(second, in_word));
        let value = |from: usize, to: usize| {
            let word = self.rest().get(from..to)?;
            let number = numbers::cardinal(&word.to_lowercase())?;
            u8::try_from(number).ok().filter(|&number| number <= 12)
        };
        let (one, other) = (value(0, length)?, value(second, end)?);
        let closed = !self.letter_at(end).is_some_and(is_dash) && !self.rest_before().ends_with(is_dash);
        (closed && one >= other).then_some((TokenKind::Score(one, other), end))
    }

    /// The full stop of an abbreviation, and the apostrophe of a plural.
    fn after_word(&mut self, word: &str) {
        let mut following = self.rest().chars();
        match following.next() {
            Some('.')
                if matches!(word, "v" | "vs" | "no" | "st") && following.next().is_some_and(char::is_whitespace) =>
            {
                self.at = self.at.saturating_add(1);
            }
            Some(mark)
                if is_apostrophe(mark)
                    && word.ends_with('s')
                    && following.next().is_some_and(char::is_whitespace)
                    && following.next().is_some_and(char::is_alphanumeric) =>
            {
                self.take(mark.len_utf8(), TokenKind::Possessive, "");
            }
            _ => {}
        }
    }

    fn digits(&self, offset: usize) -> (usize, Option<u32>) {
        let length = self.run(offset, |letter| letter.is_ascii_digit());
        let digits = self.rest().get(offset..offset.saturating_add(length)).unwrap_or_default();
        (length, digits.parse().ok())
    }

    fn letter_at(&self, offset: usize) -> Option<char> {
        self.rest().get(offset..)?.chars().next()
    }

    fn number(&mut self) {
        let (length, value) = self.digits(0);
        let next = self.letter_at(length);
        if let Some(kind) = self.iso_date(length) {
            self.take(10, kind, "");
            return;
        }
        if let Some(mark) = next {
            let after = length.saturating_add(mark.len_utf8());
            let (more, second) = self.digits(after);
            let end = after.saturating_add(more);
            let small = |value: Option<u32>| value.and_then(|value| u8::try_from(value).ok());
            let closed =
                !self.letter_at(end).is_some_and(|letter| {
                    letter.is_alphanumeric()
                        || (is_dash(letter) && self.digits(end.saturating_add(letter.len_utf8())).0 > 0)
                }) && !self.rest_before().ends_with(|letter: char| is_dash(letter) || letter.is_alphanumeric());
            if more > 0
                && let (Some(one), Some(other)) = (small(value), small(second))
            {
                if mark == '+' {
                    let quote = self.letter_at(end).filter(|&letter| is_apostrophe(letter)).map_or(0, char::len_utf8);
                    self.take(end.saturating_add(quote), TokenKind::Added(one, other), "");
                    return;
                }
                if (is_dash(mark) || mark == ':') && closed && length <= 2 && more <= 2 {
                    self.take(end, TokenKind::Score(one, other), "");
                    return;
                }
            }
            if is_apostrophe(mark)
                && let Some(minute) = small(value)
                && !self.letter_at(after).is_some_and(char::is_alphanumeric)
            {
                self.take(after, TokenKind::Minute(minute), "");
                return;
            }
            if mark == ',' && length <= 3 && more == 3 {
                self.grouped(length);
                return;
            }
            if mark.is_alphabetic() {
                self.suffixed(length, value);
                return;
            }
        }
        match value {
            Some(value) => self.take(length, TokenKind::Number(value), ""),
            None => self.raw(length),
        }
    }

    /// Something that begins with digits and is no number we know.
    fn raw(&mut self, length: usize) {
        let word = self.rest().get(..length).unwrap_or_default().to_owned();
        self.take(length, TokenKind::Word, &word);
    }

    fn iso_date(&self, length: usize) -> Option<TokenKind> {
        let text = self.rest().get(..10).filter(|_| length == 4)?;
        let closed = !self.letter_at(10).is_some_and(char::is_alphanumeric);
        text.parse().ok().filter(|_| closed).map(TokenKind::Date)
    }

    /// `12,345`.
    fn grouped(&mut self, first: usize) {
        let mut length = first;
        while self.letter_at(length) == Some(',') && self.digits(length.saturating_add(1)).0 == 3 {
            length = length.saturating_add(4);
        }
        let digits: String =
            self.rest().get(..length).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        match digits.parse() {
            Ok(value) => self.take(length, TokenKind::Number(value), ""),
            Err(_) => self.raw(length),
        }
    }

    /// `84th`, `1990s`, `84min`.
    fn suffixed(&mut self, length: usize, value: Option<u32>) {
        let tail = self.run(length, in_word);
        let suffix = self.rest().get(length..length.saturating_add(tail)).unwrap_or_default().to_lowercase();
        let whole = length.saturating_add(tail);
        let Some(value) = value else {
            self.raw(whole);
            return;
        };
        match suffix.as_str() {
            // "The 82d minute", as some American papers put it.
            "d" if matches!(value % 10, 2 | 3) => self.take(whole, TokenKind::Ordinal(value), ""),
            "st" | "nd" | "rd" | "th" => self.take(whole, TokenKind::Ordinal(value), ""),
            "s" if length == 4 => match i16::try_from(value) {
                Ok(year) => self.take(whole, TokenKind::Decade(year), ""),
                Err(_) => self.raw(whole),
            },
            "min" | "mins" | "m" => match u8::try_from(value) {
                Ok(minute) => self.take(whole, TokenKind::Minute(minute), ""),
                Err(_) => self.raw(whole),
            },
            _ => self.raw(whole),
        }
    }

    fn mark(&mut self, letter: char) {
        let length = letter.len_utf8();
        if letter.is_whitespace() {
            self.at = self.at.saturating_add(length);
            return;
        }
        let before = self.rest_before().chars().next_back();
        let after = self.letter_at(length);
        // A hyphen inside a word joins two words; it is no mark of its own.
        if is_dash(letter)
            && letter != '—'
            && before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(char::is_alphanumeric)
        {
            self.at = self.at.saturating_add(length);
            return;
        }
        let plain = if is_dash(letter) {
            '-'
        } else if is_apostrophe(letter) {
            '\''
        } else {
            letter
        };
        self.take(length, TokenKind::Mark(plain), "");
    }

    fn rest_before(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }
}

fn in_word(letter: char) -> bool {
    letter.is_alphabetic() || unicode_normalization::char::is_combining_mark(letter)
}

/// A number at `at`, in digits or words, with how many tokens it takes.
#[must_use]
pub fn cardinal_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    if let TokenKind::Number(value) = token.kind {
        return Some((value, 1));
    }
    let first = numbers::cardinal(&token.word)?;
    if (20..100).contains(&first)
        && first % 10 == 0
        && let Some(unit) = tokens.get(at.saturating_add(1)).and_then(|next| numbers::cardinal(&next.word))
        && (1..10).contains(&unit)
    {
        return Some((first + unit, 2));
    }
    Some((first, 1))
}

/// An ordinal at `at`, in digits or words, with how many tokens it takes.
#[must_use]
pub fn ordinal_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    if let TokenKind::Ordinal(value) = token.kind {
        return Some((value, 1));
    }
    if let Some(value) = numbers::ordinal(&token.word) {
        return Some((value, 1));
    }
    let tens = numbers::cardinal(&token.word).filter(|&tens| (20..100).contains(&tens) && tens % 10 == 0)?;
    let unit = tokens.get(at.saturating_add(1)).and_then(|next| numbers::ordinal(&next.word))?;
    (unit < 10).then_some((tens + unit, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(String, TokenKind)> {
        tokens(text, 100)
            .unwrap()
            .into_iter()
            .map(|token| (text.get(token.span).unwrap().to_owned(), token.kind))
            .collect()
    }

    fn words(text: &str) -> Vec<String> {
        tokens(text, 100).unwrap().into_iter().map(|token| token.word.to_string()).collect()
    }

    #[test]
    fn scores_minutes_and_dates_are_told_apart() {
        use TokenKind::{Added, Date as Day, Decade, Minute, Number, Ordinal, Score};
        let day: Date = "2022-12-10".parse().unwrap();
        for (text, kind) in [
            ("2-1", Score(2, 1)),
            ("2–1", Score(2, 1)),
            ("2:1", Score(2, 1)),
            ("two-nil", Score(2, 0)),
            ("Three-one", Score(3, 1)),
            ("nil-nil", Score(0, 0)),
            ("90+6", Added(90, 6)),
            ("45+2'", Added(45, 2)),
            ("84'", Minute(84)),
            ("84’", Minute(84)),
            ("84th", Ordinal(84)),
            ("1990s", Decade(1990)),
            ("2022-12-10", Day(day)),
            ("88,966", Number(88_966)),
            ("1962", Number(1962)),
        ] {
            assert_eq!(kinds(text), [(text.to_owned(), kind)], "{text}");
        }
        // A season and a phone number are no scores, and too many digits are no number.
        for text in ["2018-19", "12-34-56", "99999999999", "2022-13-45", "one-two", "four-three-three", "twenty-one"] {
            assert!(kinds(text).iter().all(|(_, kind)| !matches!(kind, Score(..) | Day(_))), "{text}");
        }
    }

    #[test]
    fn contractions_are_spelled_out() {
        assert_eq!(words("didn’t won't can't"), ["did", "not", "will", "not", "can", "not"]);
        assert_eq!(words("They've O'Neill"), ["they", "have", "oneill"]);
        assert_eq!(words("84th-minute shoot-out"), ["", "minute", "shoot", "out"]);
        let possessive = kinds("Kane's Deschamps’ side");
        assert_eq!(possessive[1], ("'s".to_owned(), TokenKind::Possessive));
        assert_eq!(possessive[3], ("’".to_owned(), TokenKind::Possessive));
    }

    #[test]
    fn numbers_in_words_join() {
        let list = tokens("eighty-four fifty-seventh twelve", 10).unwrap();
        assert_eq!(cardinal_at(&list, 0), Some((84, 2)));
        assert_eq!(ordinal_at(&list, 2), Some((57, 2)));
        assert_eq!(cardinal_at(&list, 4), Some((12, 1)));
        assert_eq!(cardinal_at(&list, 9), None);
    }

    #[test]
    fn a_long_text_is_given_up_early() {
        assert_eq!(tokens(&"penalty ".repeat(200_000), 50), None);
    }
}
