//! What a report says of the clock, beyond plain minutes: counted from another goal, around a point, in a space of time.

mod bare;
mod forms;
mod named;
mod shown;

use byline_record::Clock;
use byline_record::ask::english::minutes::minutes_at;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::statement::Minutes;

use crate::heads::Heads;
use crate::passage::Passage;

/// Added time is open-ended; no half has had more.
const ADDED: u8 = 60;

/// Words of the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meant {
    /// A span of the clock; several where the words can mean several.
    At(Vec<Minutes>),
    /// So many minutes after what was told before.
    Later(u8),
    /// So many minutes after a goal of somebody, named by his place in the names of the passage.
    After(u8, usize),
    /// One goal before, one after.
    EitherSide(Minutes),
    /// Two goals or more within so many minutes of each other.
    Within(u8),
}

/// Words of the clock in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClockWords {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) meant: Meant,
}

fn clock(minute: u32, added: u8) -> Option<Clock> {
    Clock::with_added(u8::try_from(minute).ok()?, added).ok()
}

fn from_to(from: (u32, u8), to: (u32, u8), tolerant: bool) -> Option<Minutes> {
    let (from, to) = (clock(from.0, from.1)?, clock(to.0, to.1)?);
    (from <= to).then_some(Minutes { from, to, tolerant })
}

/// The tokens at which words of the clock may begin: few.
pub(crate) fn clock_starts(passage: &Passage) -> Vec<usize> {
    let may = |&at: &usize| passage.name_at(at).is_none() && may_begin(passage, at) && may_follow(passage, at);
    (0..passage.len()).filter(may).collect()
}

/// The words of the clock in a passage, in order, without overlaps, of those that begin at one of the tokens of
/// [`clock_starts`]. `extra_time` where the match had extra time, in which "from time" is ambiguous.
pub(crate) fn clock_words(passage: &Passage, starts: &[usize], extra_time: bool) -> Vec<ClockWords> {
    let mut found: Vec<ClockWords> = Vec::new();
    for &at in starts {
        if found.last().is_none_or(|last| last.end <= at) {
            found.extend(words_at(passage, at, extra_time));
        }
    }
    found
}

/// Words before a count of seconds played.
const SECONDS_IN: &[&str] = &["after just", "after only", "after", "inside", "within", "in just", "in only", "in"];

const HALF_TIME: &[&str] =
    &["half time", "halftime", "the break", "the interval", "the half time break", "half time break"];
const RESTART: &[&str] = &["half time", "halftime", "the break", "the interval", "the restart", "the resumption"];
const TO_GO: &[&str] = &[
    "from time",
    "from the end",
    "from full time",
    "left",
    "remaining",
    "to go",
    "to play",
    "left to play",
    "before the end",
    "before time",
    "before full time",
    "from the final whistle",
    "left on the clock",
    "still to play",
    "still left",
    "remained",
    "were left",
];

/// The end of a half, or of the match.
const CLOSING: &[&str] = &[
    "in the dying minutes",
    "in the closing minutes",
    "in the final minutes",
    "in the last minutes",
    "in the dying moments",
    "in the closing stages",
    "in the dying seconds",
    "in the final moments",
    "in the closing moments",
];
const EXTRA_TIME: &[&str] = &[
    "overtime",
    "extra time",
    "the extra half hour",
    "the added half hour",
    "the extra period",
    "the extra 30 minutes",
    "the additional half hour",
    "the additional 30 minutes",
];
/// Nouns that are a goal of their owner.
const GOALS: &[&str] = &[
    "goal",
    "equaliser",
    "equalizer",
    "opener",
    "leveller",
    "penalty",
    "header",
    "strike",
    "first",
    "second",
    "third",
];

/// Whether words of the clock can begin at a token.
fn may_begin(passage: &Passage, at: usize) -> bool {
    const FIRST: &[&str] = &[
        "a",
        "about",
        "after",
        "ahead",
        "around",
        "at",
        "barely",
        "before",
        "both",
        "by",
        "deep",
        "during",
        "each",
        "early",
        "either",
        "extra",
        "first",
        "half",
        "immediately",
        "in",
        "injury",
        "inside",
        "into",
        "just",
        "late",
        "midway",
        "minute",
        "moments",
        "on",
        "one",
        "only",
        "opening",
        "over",
        "past",
        "right",
        "second",
        "seconds",
        "separated",
        "shortly",
        "some",
        "soon",
        "stoppage",
        "straight",
        "the",
        "then",
        "towards",
        "until",
        "with",
        "within",
        "hour",
        "stroke",
        "added",
        "additional",
        "last",
        "final",
        "needed",
        "took",
        "near",
        "when",
        "almost",
        "as",
        "going",
        "heading",
        "entering",
    ];
    const HEADS: Heads = Heads::of(FIRST);
    // "The hero of the hour was Grosso": no time of the match.
    let of_hour = passage.is_any(at, &["the"])
        && passage.is_any(at + 1, &["hour"])
        && passage.is_any(at.wrapping_sub(1), &["of"]);
    if of_hour || passage.is_any(at, &["of"]) && passage.phrase(at, "of the hour").is_some() {
        return false;
    }
    match passage.kind(at) {
        Some(TokenKind::Word) => {
            passage.may_begin(at, &HEADS) && passage.is_any(at, FIRST)
                || passage.cardinal(at).is_some()
                || passage.ordinal(at).is_some()
        }
        Some(TokenKind::Mark(mark)) => mark == '(',
        Some(TokenKind::Possessive | TokenKind::Score(..) | TokenKind::Date(_) | TokenKind::Decade(_)) | None => false,
        Some(_) => true,
    }
}

/// Whether what all words of the clock have is near a token: a noun of the clock, or soon a number of minutes.
fn may_follow(passage: &Passage, at: usize) -> bool {
    const NOUNS: &[&str] = &[
        "minute",
        "minutes",
        "min",
        "mins",
        "seconds",
        "half",
        "halftime",
        "period",
        "time",
        "break",
        "interval",
        "hour",
        "restart",
        "resumption",
        "overtime",
        "extratime",
        "whistle",
        "end",
        "death",
        "late",
        "stages",
        "moments",
        "embers",
        "kick",
        "touch",
        "stoppages",
        "left",
        "remaining",
        "go",
        "clock",
        "up",
    ];
    const HEADS: Heads = Heads::of(NOUNS);
    /// The longest words of the clock before their noun: "with just over a quarter of an hour to go".
    const REACH: usize = 12;
    let number = |at: usize| match passage.kind(at) {
        Some(TokenKind::Minute(_) | TokenKind::Added(..) | TokenKind::Ordinal(_)) => true,
        Some(TokenKind::Number(number)) => number <= 120,
        Some(TokenKind::Word) => passage.ordinal(at).is_some(),
        _ => false,
    };
    (at..at + 4).any(number)
        || (at..at + REACH).any(|near| passage.may_begin(near, &HEADS) && passage.is_any(near, NOUNS))
}

fn words_at(passage: &Passage, at: usize, extra_time: bool) -> Option<ClockWords> {
    let found = |end: usize, meant: Meant| Some(ClockWords { first: at, end, meant });
    let spans = |end: usize, spans: Vec<Option<Minutes>>| {
        let spans: Vec<Minutes> = spans.into_iter().flatten().collect();
        (!spans.is_empty()).then_some(ClockWords { first: at, end, meant: Meant::At(spans) })
    };
    // "within three minutes of his introduction" counts from what no record has.
    if let Some(next) = passage.any_phrase(at, &["within", "inside"])
        && let Some((_, end)) = passage.cardinal(next)
        && passage.is_any(end, &["minutes", "minute"])
        && passage.is_any(end + 1, &["of"])
        && (passage.is_any(end + 2, &["his", "her", "coming", "entering", "arriving", "their", "being", "that", "it"])
            || passage.name_from(end + 2).is_some())
    {
        return None;
    }
    // "in stoppage time in the first half"
    let added = passage.any_phrase(at, &["in", "until", "deep into", "into", "during"]).unwrap_or(at);
    if let Some(end) =
        passage.any_phrase(added, &["stoppage time", "injury time", "added time", "additional time"]).and_then(|end| {
            passage.any_phrase(
                end,
                &[
                    "in the first half",
                    "of the first half",
                    "in the opening half",
                    "at the end of the first half",
                    "at the end of the opening half",
                    "before the break",
                    "before half time",
                    "before the interval",
                ],
            )
        })
    {
        return spans(end, vec![from_to((45, 1), (45, ADDED), false)]);
    }
    if let Some(end) =
        passage.any_phrase(added, &["stoppage time", "injury time", "added time", "additional time"]).and_then(|end| {
            passage.any_phrase(end, &["in the second half", "of the second half", "at the end of the second half"])
        })
    {
        return spans(end, vec![from_to((90, 1), (90, ADDED), false)]);
    }
    // "In the first half of extra time, in its last minute": of what was named before.
    if passage.is_any(at, &["last", "final", "first", "opening"]) && passage.is_any(at.wrapping_sub(1), &["its"])
        || passage.phrase(at, "in its").is_some()
    {
        return None;
    }
    // "Came on in the semi-final eleven minutes from the end": the round, not the last minutes.
    if passage.is_any(at, &["final"])
        && at > 1
        && (passage.is_any(at - 1, &["semi", "quarter"]) || passage.is_mark(at - 1, '-'))
    {
        return None;
    }
    if let Some((end, meant)) = shown::form(passage, at).or_else(|| forms::form(passage, at)) {
        return spans(end, meant);
    }
    if let Some(end) = passage.any_phrase(at, &["one in each half", "in each half", "in either half", "in both halves"])
    {
        return found(end, Meant::EitherSide(from_to((45, ADDED), (45, ADDED), false)?));
    }
    if let Some(next) = passage.any_phrase(at, &["either side of", "each side of", "both sides of"]) {
        let next =
            if passage.word(next) == "the" && passage.any_phrase(next, HALF_TIME).is_none() { next + 1 } else { next };
        if let Some(end) = passage.any_phrase(next, HALF_TIME) {
            return found(end, Meant::EitherSide(from_to((45, ADDED), (45, ADDED), false)?));
        }
        if let Some(phrase) = minutes_at(&passage.tokens, next).filter(|phrase| phrase.length > 0) {
            return found(next + phrase.length, Meant::EitherSide(phrase.minutes));
        }
    }
    if let Some(next) = passage.any_phrase(at, &["in the space of", "in a", "inside", "within", "in", "separated by"])
        && let Some((count, end)) = passage.cardinal(next)
        && passage.is_any(end, &["minutes", "minute"])
        && (!passage.is_any(end + 1, &["of"])
            || passage.any_phrase(end + 1, &["of each other", "of one another"]).is_some())
        && !passage.is_any(end + 1, &["into", "from", "left", "remaining", "later", "after", "before", "to", "time"])
        && count <= 60
    {
        let spell = passage.is_any(end + 1, &["spell", "burst"]);
        let end = passage.any_phrase(end + 1, &["of each other", "of one another"]).map_or(end, |after| after - 1);
        return found(if spell { end + 2 } else { end + 1 }, Meant::Within(u8::try_from(count).ok()?));
    }
    if let Some((end, meant)) = named::at(passage, at, extra_time) {
        return spans(end, meant);
    }
    // "in the dying minutes of the first half"
    if let Some(end) = passage.any_phrase(at, CLOSING).or_else(|| passage.phrase(at, "late")).and_then(|end| {
        passage.any_phrase(end, &["of the first half", "of the opening half", "of the half", "in the opening half"])
    }) {
        return spans(end, vec![from_to((38, 0), (45, ADDED), false)]);
    }
    if let Some(end) = passage
        .any_phrase(at, CLOSING)
        .or_else(|| passage.any_phrase(at, &["late in the second half", "at the death", "late in the game", "late on"]))
    {
        let in_extra = extra_time.then(|| from_to((112, 0), (120, ADDED), false)).flatten();
        return spans(end, vec![from_to((78, 0), (90, ADDED), false), in_extra]);
    }
    if let Some(end) =
        passage.any_phrase(at, &["a quarter of an hour in", "after a quarter of an hour", "after 15 minutes of play"])
        && !passage.is_any(end, &["which", "the"])
    {
        return spans(end, vec![from_to((14, 0), (16, 0), true)]);
    }
    if let Some(end) = passage.any_phrase(at, &["half an hour in", "after half an hour"])
        && !passage.is_any(end, &["which", "the", "of"])
    {
        return spans(end, vec![from_to((29, 0), (31, 0), true)]);
    }
    if let Some(next) = passage.any_phrase(at, SECONDS_IN)
        && let Some((seconds, end)) = passage.cardinal(next)
        && passage.is_any(end, &["seconds"])
        && seconds <= 600
        // "twice in 97 seconds" counts from the first to the second.
        && !(at.saturating_sub(12)..passage.len().min(end + 13)).any(|near| {
            passage.is_any(near, &["twice", "times", "goals", "brace", "both"])
                || passage.is_any(near, &["two", "three", "four"]) && near < at && at - near <= 4
        })
    {
        let minute = seconds / 60 + 1;
        return spans(end + 1, vec![from_to((minute, 0), (minute, 0), true)]);
    }
    // "50-odd seconds into extra time"
    if let Some((seconds @ 1..=119, end)) = passage.cardinal(at)
        && let Some(end) = passage.any_phrase(end, &["odd seconds", "seconds"])
        && let Some(end) = passage.any_phrase(end, &["into", "after"])
    {
        let later = u32::from(seconds > 60);
        if let Some(end) = passage.any_phrase(end, &["the game", "the match", "the contest"]) {
            return spans(end, vec![from_to((1 + later, 0), (1 + later, 0), true)]);
        }
        if let Some(end) = passage.any_phrase(end, EXTRA_TIME) {
            return spans(end, vec![from_to((91 + later, 0), (91 + later, 0), true)]);
        }
        if let Some(end) = passage.any_phrase(end, RESTART).or_else(|| passage.phrase(end, "the second half")) {
            return spans(end, vec![from_to((46 + later, 0), (46 + later, 0), true)]);
        }
    }
    // "12 minutes later", "five minutes after that", "a minute later"
    let prefix = passage
        .any_phrase(
            at,
            &["with just", "with only", "with barely", "with about", "with", "just", "only", "barely", "some", "about"],
        )
        .unwrap_or(at);
    let counted = match passage.any_phrase(prefix, &["a minute", "one minute"]) {
        Some(end) => Some((1, end)),
        None => passage
            .cardinal(prefix)
            .filter(|&(_, end)| passage.is_any(end, &["minutes", "minute"]))
            .map(|(count, end)| (count, end + 1)),
    };
    if let Some((count, end)) = counted.filter(|&(count, _)| count <= 119) {
        // "three minutes after Caicedo's equaliser"
        if passage.word(end) == "after"
            && let Some(index) = passage.names.iter().position(|name| name.first == end + 1 && name.is_person())
            && let Some(name) = passage.names.get(index)
            && is_goal_of(passage, name)
        {
            return found(end + 1, Meant::After(u8::try_from(count).ok()?, index));
        }
        // "Two minutes passed before he had one back"
        const PASSED: &[&str] =
            &["passed before", "had passed before", "elapsed before", "had elapsed before", "went by before"];
        if let Some(end) = passage.any_phrase(end, PASSED) {
            return found(end, Meant::Later(u8::try_from(count).ok()?));
        }
        if let Some(end) = passage.any_phrase(end, &["in"]).filter(|&end| {
            (passage.is_break(end) || passage.is_stop(end) || end >= passage.len()) && passage.word(at) != "with"
        }) {
            return spans(
                end,
                vec![
                    from_to((count.max(1), 0), (count + 1, 0), true),
                    from_to((45 + count.max(1), 0), (46 + count, 0), true),
                ],
            );
        }
        if let Some(end) = passage.phrase(end, "old") {
            // The match, or extra time.
            let in_extra = extra_time.then(|| from_to((90 + count.max(1), 0), (91 + count, 0), true)).flatten();
            return spans(end, vec![from_to((count.max(1), 0), (count + 1, 0), true), in_extra]);
        }
        if let Some(end) = passage
            .any_phrase(end, &["later", "after that", "after it", "afterwards", "on", "after"])
            .filter(|&next| passage.word(next - 1) != "after" || (passage.is_break(next) || next >= passage.len()))
            // "Six minutes on Rossi completed his three": at the head of a clause.
            .filter(|&next| {
                passage.word(next - 1) != "on"
                    || passage.is_break(next)
                    || next >= passage.len()
                    || (at == 0 || passage.is_break(at - 1)) && passage.name_from(next).is_some()
            })
        {
            return found(end, Meant::Later(u8::try_from(count).ok()?));
        }
        if let Some(next) =
            passage.any_phrase(end, &["of stoppage time", "of added time", "of injury time", "of additional time"])
            && let Some(end) = passage.any_phrase(next, &["gone", "played"])
        {
            let count = u8::try_from(count).ok()?;
            return spans(
                end,
                vec![
                    from_to((90, count.max(1)), (90, count.saturating_add(1)), true),
                    from_to((45, count.max(1)), (45, count.saturating_add(1)), true),
                ],
            );
        }
        let of_normal =
            passage.any_phrase(end, &["of normal time", "of ordinary time", "of regulation time", "of regulation"]);
        let of_extra = passage.phrase(end, "of").and_then(|next| passage.any_phrase(next, EXTRA_TIME));
        let of_time = of_normal.or(of_extra);
        let normal = of_normal.is_some();
        let in_extra = of_extra.is_some();
        if let Some(end) = passage.any_phrase(of_time.unwrap_or(end), TO_GO) {
            let (end, said_extra) = match passage.any_phrase(end, &["in extra time", "of extra time", "in overtime"]) {
                Some(end) => (end, true),
                None => (end, in_extra),
            };
            let after =
                passage.any_phrase(end, &["of normal time", "of ordinary time", "of regulation time", "of the 90"]);
            let (end, normal) = (after.unwrap_or(end), normal || after.is_some());
            // "With 30 minutes left" is a round number.
            let slack = u32::from(count >= 20 && count % 10 == 0);
            let before = |last: u32| {
                let from = last.checked_sub(count)?;
                from_to((from.saturating_sub(slack).max(1), 0), (from + 1 + slack, 0), true)
            };
            let mut meant = Vec::new();
            if !said_extra {
                meant.push(before(90));
            }
            if said_extra || (extra_time && !normal) {
                meant.push(before(120));
            }
            return spans(end, meant);
        }
        if let Some(end) = passage
            .any_phrase(end, &["before", "from", "ahead of", "short of"])
            .and_then(|next| passage.any_phrase(next, HALF_TIME))
        {
            let from = 45_u32.checked_sub(count)?;
            return spans(end, vec![from_to((from.max(1), 0), (from + 1, 0), true)]);
        }
        if let Some(end) =
            passage.any_phrase(end, &["after", "past", "into"]).and_then(|next| passage.any_phrase(next, RESTART))
        {
            return spans(end, vec![from_to((45 + count.max(1), 0), (46 + count, 0), true)]);
        }
        if let Some(end) = passage.any_phrase(end, &["past the hour", "after the hour"]) {
            return spans(end, vec![from_to((60 + count, 0), (61 + count, 0), true)]);
        }
        if let Some(end) = passage.any_phrase(end, &["into"]).and_then(|next| passage.any_phrase(next, EXTRA_TIME)) {
            return spans(end, vec![from_to((90 + count, 0), (91 + count, 0), true)]);
        }
        if let Some(end) = passage.any_phrase(end, &["gone", "on the clock"]) {
            return spans(end, vec![from_to((count.max(1), 0), (count + 1, 0), true)]);
        }
    }
    // "with eight left"
    if let Some(next) = passage.any_phrase(at, &["with just", "with only", "with"])
        && let Some((left @ 1..=30, end)) = passage.cardinal(next)
        && let Some(end) = passage.any_phrase(end, &["left", "remaining", "to go"])
    {
        let before = |last: u32| from_to((last - left, 0), (last - left + 1, 0), true);
        return spans(end, vec![before(90), extra_time.then(|| before(120)).flatten()]);
    }
    // "with 62 gone"
    if let Some(next) = passage.any_phrase(at, &["with just", "with only", "with barely", "with"])
        && let Some((count @ 1..=119, end)) = passage.cardinal(next)
        && let Some(end) =
            passage.any_phrase(end, &["gone", "played"]).filter(|&end| super::plain::closes(passage, end))
    {
        return spans(end, vec![from_to((count, 0), (count + 1, 0), true)]);
    }
    // "on 29 minutes", "after 13 minutes", and "in the 57th"
    if let Some(next) =
        passage.any_phrase(at, &["after less than", "after just", "after only", "on", "after", "inside", "at"])
        && let Some((count, end)) = passage.cardinal(next)
        && passage.is_any(end, &["minutes", "minute", "mins"])
        && !passage.is_any(end + 1, &["of", "later", "before", "after", "from", "into"])
    {
        let inside = passage.word(at) == "inside" || passage.is_any(next - 1, &["than"]);
        let minutes =
            if inside { from_to((1, 0), (count, 0), true) } else { from_to((count.max(1), 0), (count + 1, 0), true) };
        return spans(end + 1, vec![minutes]);
    }
    // "in the 57th and 63rd minutes"
    let ordinal = passage.any_phrase(at, &["in the", "on the"]).unwrap_or(at);
    if let Some((minute @ 1..=120, end)) = passage.ordinal(ordinal) {
        let second = passage
            .any_phrase(end, &["and"])
            .and_then(|next| passage.ordinal(next))
            .is_some_and(|(_, end)| passage.is_any(end, &["minutes"]));
        let own = passage.is_any(end, &["minutes"]);
        if second || (own && ordinal > 0 && passage.is_any(ordinal - 1, &["and"])) {
            let end = if own { end + 1 } else { end };
            return spans(end, vec![from_to((minute, 0), (minute, 0), true)]);
        }
    }
    // "(57)", "(57, pen)", "(57 pen)"
    if passage.is_mark(at, '(')
        && let Some(TokenKind::Number(minute)) = passage.kind(at + 1)
        && (1..=120).contains(&minute)
        && (passage.is_mark(at + 2, ')') || passage.is_mark(at + 2, ',') || passage.word(at + 2) == "pen")
        && at > 0
        && (passage.name_at(at - 1).is_some_and(crate::passage::Name::is_person)
            // "Kane's header (57)"
            || passage.is_mark(at + 2, ')') && passage.is_any(at - 1, GOALS))
    {
        return spans(at + 2, vec![from_to((minute, 0), (minute, 0), true)]);
    }
    let phrase = minutes_at(&passage.tokens, at).filter(|phrase| phrase.length > 0)?;
    let end = at + phrase.length;
    // "Took part in the last four tournaments": no minutes are counted.
    const COUNTED: &[&str] = &[
        "tournaments",
        "tournament",
        "games",
        "matches",
        "editions",
        "finals",
        "years",
        "world",
        "european",
        "euros",
        "meetings",
        "months",
        "weeks",
        "days",
        "teams",
        "attempts",
        "campaigns",
        "championships",
    ];
    if passage.is_any(end, COUNTED) && passage.has(at, end, &["last", "final", "first", "opening"]) {
        return None;
    }
    // "Nodded in second-half substitute Honda's corner": when he came on.
    if passage.is_any(end, &["substitute", "substitutes", "replacement"]) && passage.is_any(end - 1, &["half"]) {
        return None;
    }
    let span = phrase.minutes;
    // "Suffered through the last 60 minutes": most of the match, and no moment of it.
    const HALF: u8 = 45;
    if span.to.minute().saturating_sub(span.from.minute()) > HALF && passage.has(at, end, &["last", "final"]) {
        return None;
    }
    // "In the first period of added time": the half hour after the ninety minutes.
    if extra_time && span.from.added() > 0 && passage.phrase(at.wrapping_sub(2), "period of").is_some() {
        return spans(end, vec![from_to((91, 0), (120, ADDED), false)]);
    }
    // Which half's added time is not said: it may be that of the first, and in extra time that of any.
    if span.from.minute() == 90 && span.from.added() > 0 {
        let moved = |base: u32| from_to((base, span.from.added()), (base, span.to.added()), span.tolerant);
        let second = passage.has(at.saturating_sub(1), end, &["second"]);
        let bases: &[u32] = match (extra_time, second) {
            (true, _) => &[90, 45, 105, 120],
            (false, false) => &[90, 45],
            (false, true) => &[90],
        };
        let spans = bases.iter().copied().filter_map(moved).collect();
        return Some(ClockWords { first: at, end, meant: Meant::At(spans) });
    }
    let in_extra = matches!(passage.word(end.saturating_sub(1)), "time" | "end")
        .then(|| passage.tokens.get(at..end))
        .flatten()
        .is_some_and(|tokens| extra_time && tokens.iter().any(|token| token.is("final") || token.is("last")));
    let mut meant = vec![phrase.minutes];
    if in_extra {
        meant.extend(from_to((119, 0), (120, ADDED), false));
    }
    Some(ClockWords { first: at, end, meant: Meant::At(meant) })
}

/// "Caicedo's equaliser", "Batistuta's", "Vava had put Brazil ahead", "Vava scored": whether what follows a name makes it
/// a goal of his.
fn is_goal_of(passage: &Passage, name: &crate::passage::Name) -> bool {
    const SCORED: &[&str] = &["scored", "equalised", "levelled", "opened", "struck", "netted", "converted"];
    const PUT: &[&str] = &["put", "given", "headed", "nodded", "fired", "shot", "sent", "gave", "edged"];
    const AHEAD: &[&str] = &["ahead", "level", "front", "lead"];
    let mut near = (name.end + 1..name.end + 6).take_while(|&next| !passage.is_break(next));
    if passage.is_possessive(name.end) {
        let last = name.end + 1;
        return last >= passage.len() || passage.is_break(last) || near.any(|noun| passage.is_any(noun, GOALS));
    }
    let verb = passage.any_phrase(name.end, &["had"]).unwrap_or(name.end);
    passage.is_any(verb, SCORED) || passage.is_any(verb, PUT) && near.any(|next| passage.is_any(next, AHEAD))
}
