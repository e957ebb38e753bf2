//! The score of a match line, in every order the years have written it:
//! `3-3 a.e.t. (2-2, 2-0), 4-2 pen.`, `4-2 pen. 1-1 a.e.t. (1-1, 0-0)`, and behind the second side `(aet, 4-2 pen)`.

use crate::read::scan::{Fault, Parsed, skip, split_bracket};
use crate::{ExtraTimeRule, Goals, Score, ShootOut, Status};

/// What a note in square brackets says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Note<'t> {
    /// What became of the match, if the note says so.
    pub(super) status: Option<Status>,
    /// The side it was given to, by name.
    pub(super) winner: Option<&'t str>,
}

/// A score as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct WrittenScore<'t> {
    at: Option<&'t str>,
    play: Option<Goals>,
    extra_time: Option<ExtraTimeRule>,
    earlier: [Option<Goals>; 2],
    shoot_out: Option<Goals>,
    /// What became of the match, from notes behind the score.
    pub(super) status: Option<Status>,
    /// Who was given the match, by name.
    pub(super) winner: Option<&'t str>,
}

/// `h-a` at the start, and what follows it.
pub(super) fn leading_goals(text: &str) -> Option<(Goals, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (home, rest) = text.split_at_checked(digits(text))?;
    let rest = rest.strip_prefix('-')?;
    let (away, rest) = rest.split_at_checked(digits(rest))?;
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
        return None;
    }
    Some((Goals::new(home.parse().ok()?, away.parse().ok()?), rest))
}

/// A word of extra time at the start, and what follows it.
fn leading_extra_time(text: &str) -> Option<(ExtraTimeRule, &str)> {
    const WORDS: [(&str, ExtraTimeRule); 7] = [
        ("a.e.t.", ExtraTimeRule::PlayedOut),
        ("a.e.t", ExtraTimeRule::PlayedOut),
        ("aet/gg", ExtraTimeRule::GoldenGoal),
        ("aet/sg", ExtraTimeRule::SilverGoal),
        ("aet", ExtraTimeRule::PlayedOut),
        ("a.g.g.", ExtraTimeRule::GoldenGoal),
        ("a.s.g.", ExtraTimeRule::SilverGoal),
    ];
    WORDS.iter().find_map(|&(word, rule)| Some((rule, text.strip_prefix(word)?)))
}

fn leading_pen(text: &str) -> Option<&str> {
    ["pens.", "pens", "pen.", "pen", "p."]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .filter(|rest| !rest.starts_with(char::is_alphanumeric))
}

impl<'t> WrittenScore<'t> {
    /// Reads as much of a score as `text` starts with; gives what follows.
    pub(super) fn read(&mut self, text: &'t str) -> Parsed<'t, &'t str> {
        let mut text = text.trim_ascii_start();
        loop {
            let part = skip(text, b" \t,");
            let Some(first) = part.bytes().next() else { return Ok(part) };
            match first {
                b'0'..=b'9' => {
                    let Some((goals, rest)) = leading_goals(part) else { return Ok(part) };
                    self.at.get_or_insert(part);
                    if let Some(rest) = leading_pen(rest.trim_ascii_start()) {
                        self.set_shoot_out(part, goals)?;
                        text = rest;
                    } else if self.play.is_none() {
                        self.play = Some(goals);
                        text = rest;
                    } else {
                        return Err(Fault::unexpected(part, "`pen.` behind a second score"));
                    }
                }
                b'(' => match split_bracket(part) {
                    Some((inside, rest)) if self.bracket(inside)? => text = rest,
                    _ => return Ok(part),
                },
                b'[' => {
                    let (note, rest) = part
                        .strip_prefix('[')
                        .and_then(|rest| rest.split_once(']'))
                        .ok_or_else(|| Fault::unexpected(part, "a note closed by `]`, `[abandoned]`"))?;
                    for part in note.split(',') {
                        let note = read_note(part.trim_ascii())?;
                        self.status = note.status.or(self.status);
                        self.winner = note.winner.or(self.winner);
                    }
                    text = rest;
                }
                b'a' => {
                    let Some((rule, rest)) = leading_extra_time(part) else { return Ok(part) };
                    self.set_extra_time(part, rule)?;
                    text = rest;
                }
                _ => return Ok(part),
            }
        }
    }

    /// Reads the inside of a bracket; `false` if it is none of a score.
    fn bracket(&mut self, inside: &'t str) -> Parsed<'t, bool> {
        let mut earlier = 0;
        for part in inside.split(',') {
            let part = part.trim_ascii();
            if let Some((rule, "")) = leading_extra_time(part) {
                self.set_extra_time(part, rule)?;
            } else if let Some((goals, rest)) = leading_goals(part) {
                if let Some(rest) = leading_pen(rest.trim_ascii_start()) {
                    if !rest.is_empty() {
                        return Err(Fault::unexpected(rest, "nothing behind `pen.`"));
                    }
                    self.set_shoot_out(part, goals)?;
                } else if let (true, Some(slot)) = (rest.trim_ascii().is_empty(), self.earlier.get_mut(earlier)) {
                    *slot = Some(goals);
                    earlier += 1;
                } else {
                    return Err(Fault::unexpected(part, "`(full-time, half-time)` or `(half-time)`"));
                }
            } else {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn set_extra_time(&mut self, at: &'t str, rule: ExtraTimeRule) -> Parsed<'t, ()> {
        if self.extra_time.replace(rule).is_some() {
            return Err(Fault::unexpected(at, "extra time only once"));
        }
        Ok(())
    }

    fn set_shoot_out(&mut self, at: &'t str, goals: Goals) -> Parsed<'t, ()> {
        if self.shoot_out.replace(goals).is_some() {
            return Err(Fault::unexpected(at, "one shoot-out only"));
        }
        Ok(())
    }

    /// Whether any score has been read.
    pub(super) const fn is_some(&self) -> bool {
        self.play.is_some()
    }

    /// The score, checked.
    pub(super) fn score(&self, line: &'t str) -> Parsed<'t, Score> {
        let at = self.at.unwrap_or(line);
        let Some(play) = self.play else {
            return match self.shoot_out {
                Some(goals) => Err(Fault::new(at, format!("a shoot-out {goals} and no score"), "the score before it")),
                None => Ok(Score::default()),
            };
        };
        let mut score = match self.extra_time {
            Some(rule) => {
                let [full_time, half_time] = self.earlier;
                Score { half_time, extra_time_rule: rule, ..Score::after_extra_time(full_time, play) }
            }
            None => match self.earlier {
                [half_time, None] => Score { half_time, ..Score::after_ninety(play) },
                [Some(one), Some(two)] | [None, Some(two @ one)] => {
                    return Err(Fault::new(at, format!("two earlier scores, {one} and {two}"), "`(half-time)`")
                        .with_hint("after extra time write `a.e.t.` behind the first score"));
                }
            },
        };
        if let Some(goals) = self.shoot_out {
            let winner = goals
                .leader()
                .ok_or_else(|| Fault::new(at, format!("shoot-out {goals}"), "a shoot-out with a winner"))?;
            score.shoot_out = Some(ShootOut { score: Some(goals), winner, first: None });
        }
        score.check().map_err(|error| Fault::new(at, error.to_string(), "goals that are never taken back"))?;
        Ok(score)
    }
}

/// Reads a note: `abandoned`, `lots: Italy`.
fn read_note(text: &str) -> Parsed<'_, Note<'_>> {
    let (word, winner) = match text.split_once(':') {
        Some((word, winner)) => (word.trim_ascii_end(), Some(winner.trim_ascii())),
        None => (text, None),
    };
    let status = match word {
        "awarded" | "awd." | "awd" => Some(Status::Awarded),
        "abandoned" | "abd." | "abd" => Some(Status::Abandoned),
        "cancelled" | "canceled" => Some(Status::Cancelled),
        "walkover" | "w/o" => Some(Status::Walkover),
        "postponed" | "suspended" => Some(Status::Scheduled),
        "lots" | "coin toss" | "replay" | "golden goal" => None,
        _ => {
            return Err(Fault::unexpected(
                text,
                "`[awarded]`, `[abandoned]`, `[cancelled]`, `[walkover]`, `[lots: Team]` or `[replay]`",
            ));
        }
    };
    Ok(Note { status, winner: winner.filter(|winner| !winner.is_empty()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(Score, String), String> {
        let mut written = WrittenScore::default();
        let rest = written.read(text).map_err(|fault| fault.locate(text).to_string())?;
        let score = written.score(text).map_err(|fault| fault.locate(text).to_string())?;
        Ok((score, rest.to_owned()))
    }

    #[test]
    fn one_match_written_in_every_order() {
        // The final of 2022 in four ways; the last two leave out what they cannot say.
        let full = read("3-3 a.e.t. (2-2, 2-0), 4-2 pen.  France").unwrap();
        assert_eq!(full.1, "France");
        assert_eq!(full.0.full_time, Some(Goals::new(2, 2)));
        assert_eq!(full.0.half_time, Some(Goals::new(2, 0)));
        assert_eq!(full.0.end, Some(Goals::new(3, 3)));
        assert_eq!(full.0.shoot_out.unwrap().score, Some(Goals::new(4, 2)));
        assert_eq!(read("4-2 pen. 3-3 a.e.t. (2-2, 2-0)  France").unwrap(), full);
        let short = read("3-3 (aet, 4-2 pen)").unwrap().0;
        assert_eq!((short.full_time, short.end), (None, Some(Goals::new(3, 3))));
        assert_eq!(read("3-3 a.e.t., 4-2 pen.").unwrap().0, short);
    }

    #[test]
    fn extra_time_can_end_early() {
        assert_eq!(read("2-1 (aet/gg)").unwrap().0.extra_time_rule, ExtraTimeRule::GoldenGoal);
        assert_eq!(read("1-0 a.s.g. (0-0, 0-0)").unwrap().0.extra_time_rule, ExtraTimeRule::SilverGoal);
        assert_eq!(read("3-1 a.e.t. (1-1)").unwrap().0.full_time, Some(Goals::new(1, 1)));
    }

    #[test]
    fn notes_say_what_became_of_it() {
        let mut written = WrittenScore::default();
        assert_eq!(written.read("0-0 a.e.t. [lots: Italy]  Soviet Union").unwrap(), "Soviet Union");
        assert_eq!((written.status, written.winner), (None, Some("Italy")));
        let mut written = WrittenScore::default();
        written.read("0-3 [abandoned, awarded: Chile]").unwrap();
        assert_eq!((written.status, written.winner), (Some(Status::Awarded), Some("Chile")));
        assert!(WrittenScore::default().read("0-3 [rained off]").is_err());
    }

    #[test]
    fn impossible_scores_are_refused() {
        for text in ["1-2 (2-0)", "1-1 (1-1, 0-0)", "1-1 a.e.t. (0-0), 4-4 pen.", "2-0 1-1", "4-3 pen.", "300-2"] {
            let read = read(text);
            assert!(read.is_err() || read.as_ref().is_ok_and(|(score, _)| score.end.is_none()), "{text}: {read:?}");
        }
        assert_eq!(leading_goals("2-1-3"), None);
    }
}
