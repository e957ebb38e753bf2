//! Where a clause begins and ends, and who its subject and object are.

use byline_record::TeamId;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::How;

use super::words::{BEAT, DREW_WITH, HYPOTHETICAL};
use crate::passage::{Name, Passage};
use crate::read::about::is_inverted;
use crate::read::focus::dateline;

/// The clause around tokens: its first token and the one after its last.
pub(super) fn clause(passage: &Passage, first: usize, end: usize) -> (usize, usize) {
    let start = passage.clause_start(first);
    let stop = passage.clause_end(end);
    (start, stop)
}

/// Whether what is told at a token did not happen, or not yet.
pub(super) fn is_hypothetical(passage: &Passage, first: usize) -> bool {
    let (start, _) = clause(passage, first, first);
    (start.max(first.saturating_sub(8))..first)
        // "Needed a late goal to beat Sweden" did beat them.
        .filter(|&at| !passage.is_any(at, &["needed"]) || passage.is_any(at + 1, &["to"]))
        .any(|at| passage.is_any(at, HYPOTHETICAL) && !passage.is_any(at + 1, &["not"]))
        || is_inverted(passage, first)
        || passage.has(0, first, &["prediction"])
}

/// A team named right after a token, over articles and descriptions.
pub(super) fn team_after(passage: &Passage, at: usize) -> Option<(TeamId, usize)> {
    for next in at..(at + 6).min(passage.len()) {
        if let Some(name) = passage.name_from(next) {
            // "Beating 2018 World Cup finalists Croatia"
            if name.edition().is_some() || name.competition().is_some() {
                continue;
            }
            // "Beat Lionel Messi's Argentina"
            let leads = name.is_person() && passage.is_possessive(name.end);
            if let Some(led) = passage.name_from(name.end + 1).filter(|led| leads && led.team().is_some()) {
                return led.team().map(|team| (team, led.end));
            }
            return name.team().map(|team| (team, name.end));
        }
        if passage.is_break(next) && !passage.is_mark(next, ',') {
            return None;
        }
    }
    None
}

/// The subject of a verb or noun: the team named before it, that is not itself an object. Nobody where a pronoun stands
/// for it.
pub(super) fn subject(passage: &Passage, at: usize) -> Option<TeamId> {
    let (start, _) = clause(passage, at, at);
    // "JEONJU, South Korea - Pauleta scored": a place.
    let start = start.max(dateline(passage)).min(at);
    let gerund = passage.word(at).ends_with("ing");
    let mut subject = None;
    let mut before = at;
    while before > start {
        before -= 1;
        let Some(name) = passage.name_at(before) else {
            if passage.is_any(before, &["who", "which"]) && subject.is_none() {
                let comma = before > start && passage.is_mark(before - 1, ',');
                let owner = before.checked_sub(if comma { 2 } else { 1 }).and_then(|last| passage.name_at(last));
                return owner.and_then(Name::team);
            }
            // "The Swiss beat Italy in their last-16 tie, winning 2-0": whose tie it was is the subject.
            if gerund && passage.is_any(before, &["their", "its"]) {
                continue;
            }
            if passage.is_any(before, &["they", "them", "it", "he", "she", "we", "their", "his", "its"]) {
                return subject;
            }
            continue;
        };
        let first = name.first;
        if let Some(team) = name.team()
            && !is_object(passage, start, first)
            && !describes(passage, name)
        {
            subject = Some(team);
            // A participle goes with the subject of the sentence, a finite verb with the nearest.
            if !gerund {
                return subject;
            }
        }
        before = first;
    }
    subject
}

/// "A South Korean fightback": a people's adjective before a noun, which is no team.
fn describes(passage: &Passage, name: &Name) -> bool {
    const TEAMS: &[&str] = &["side", "team", "men", "women", "players", "squad", "xi", "outfit", "who", "and"];
    const ADJECTIVES: &[&str] = &["an", "ish", "ese", "ch", "ss", "i"];
    let last = name.end.saturating_sub(1);
    let before = name.first.wrapping_sub(1);
    let (one, word) = (passage.token(name.end), passage.word(last));
    let noun = one.is_some_and(|token| !token.capital && matches!(token.kind, TokenKind::Word));
    // "The Dutch won": a people, unless an adjective stands between the article and it.
    let plain = word.ends_with("an") || !passage.is_any(before, &["the", "and"]) && before < passage.len();
    name.how == How::Demonym
        && noun
        && plain
        && ADJECTIVES.iter().any(|end| word.ends_with(end))
        && !passage.is_any(name.end, TEAMS)
}

/// Words before whoever is no subject.
const BY: &[&str] = &[
    "over", "against", "to", "by", "with", "from", "v", "past", "behind", "of", "like", "beyond", "than", "for", "in",
    "face", "meet", "facing", "meeting",
];

/// "A group including Italy, Croatia and Albania": whether a name that begins at a token stands in a list of what
/// something is made of.
fn is_included(passage: &Passage, start: usize, first: usize) -> bool {
    const MADE_OF: &[&str] = &["including", "containing", "featuring", "comprising", "alongside"];
    let mut at = first;
    while at > start {
        let before = at - 1;
        if passage.is_any(before, MADE_OF) {
            return true;
        }
        let listed = passage.name_at(before).filter(|name| name.team().is_some());
        let joint = passage.is_mark(before, ',') || passage.is_any(before, &["and", "the"]);
        at = match listed {
            Some(name) => name.first,
            None if joint => before,
            None => return false,
        };
    }
    false
}

/// Whether a name that begins at a token is the object of a verb or preposition before it.
pub(super) fn is_object(passage: &Passage, start: usize, first: usize) -> bool {
    if is_included(passage, start, first) {
        return true;
    }
    // "With Iran losing to Argentina": who does what follows.
    let next = passage.name_at(first).map_or(first, |name| name.end);
    // "With Poland on course for a 2-0 defeat": so is how it stands with somebody.
    const UNDER_WAY: &[&str] = &["en route", "on course", "on their way", "on the way", "heading for", "bound for"];
    if passage.is_any(first.wrapping_sub(1), &["with"])
        && (passage.word(next).ends_with("ing") || passage.any_phrase(next, UNDER_WAY).is_some())
    {
        return false;
    }
    // "knocked England out", "had beaten Croatia"
    let end = passage.name_at(first).map_or(first, |name| name.end);
    let before =
        if passage.is_any(first.wrapping_sub(1), &["the"]) { first.saturating_sub(2) } else { first.wrapping_sub(1) };
    if passage.is_any(before, &["beaten", "thrashed", "drawn"])
        || passage.is_any(before, &["knocked", "sent", "dumped", "put", "knocking", "sending", "dumping"])
            && passage.is_any(end, &["out", "home", "packing", "crashing"])
    {
        return true;
    }
    // "Overcoming Uruguay and Italy before holding England": what is listed with an object is one.
    if passage.is_any(first.wrapping_sub(1), &["and"])
        && let Some(listed) = first.checked_sub(2).and_then(|last| passage.name_at(last))
        && listed.team().is_some()
        && listed.first > start
        && (passage.is_stop(end)
            || passage.is_mark(end, ',')
            || passage.is_any(end, &["before", "after", "in", "on", "at", "when", "while", "then", "and"]))
        && is_beaten_by(passage, start, listed.first)
    {
        return true;
    }
    // "Crashed to a Cubillas-inspired Peru": by whom.
    const DRIVEN: &[&str] = &["inspired", "led", "captained", "coached", "managed", "driven"];
    let driver = first.checked_sub(1).filter(|&how| passage.is_any(how, DRIVEN));
    if let Some(driver) = driver.and_then(|how| passage.name_at(how.checked_sub(1)?))
        && driver.is_person()
        && driver.first > start
    {
        let article = usize::from(passage.is_any(driver.first - 1, &["a", "an", "the"]));
        return passage.is_any(driver.first.wrapping_sub(1 + article), BY);
    }
    // "Squeezed past a defiant Slovakia team": how it was.
    let described = first > start + 1
        && passage.is_any(first - 2, &["a", "an"])
        && passage.name_at(first - 1).is_none()
        && passage.token(first - 1).is_some_and(|token| !token.capital && token.kind == TokenKind::Word);
    let mut at = if described { first - 2 } else { first };
    while at > start && first - at < 4 {
        at -= 1;
        if passage.is_any(at, BY) {
            return true;
        }
        if is_beaten_by(passage, start, at + 1) {
            return true;
        }
        // "The dreams of co-hosts Japan"
        if passage.is_mark(at, '-') {
            continue;
        }
        if !passage.is_any(
            at,
            &[
                "the",
                "hosts",
                "host",
                "nation",
                "co",
                "holders",
                "champions",
                "a",
                "defending",
                "world",
                "then",
                "neighbours",
                "newcomers",
                "rivals",
                "old",
                "both",
            ],
        ) {
            return false;
        }
    }
    false
}

/// Whether the words right before a token are a verb whose object begins there: "beat", "edged out", "drew with".
fn is_beaten_by(passage: &Passage, start: usize, first: usize) -> bool {
    // "edged out Peru"
    let ends = [Some(first), first.checked_sub(1).filter(|&out| passage.is_any(out, &["out", "aside"]))];
    (start..first).rev().take(4).any(|verb| {
        let end = passage.one_of(verb, &BEAT).or_else(|| passage.one_of(verb, &DREW_WITH));
        end.is_some() && ends.contains(&end)
    })
}

/// Whether a passage names a team, and only as the one that was played against: "edged Peru and drew with Denmark".
pub(super) fn is_only_opponent(passage: &Passage, team: &dyn Fn(TeamId) -> bool) -> bool {
    const AGAINST: &[&str] = &["over", "against", "past", "with", "beyond"];
    let is_opponent = |name: &Name| {
        let first = if passage.is_any(name.first.wrapping_sub(1), &["the"]) { name.first - 1 } else { name.first };
        // "With the United States beating Iran": who does what follows.
        let acts = passage.is_any(first.wrapping_sub(1), &["with"]) && passage.word(name.end).ends_with("ing");
        !acts && passage.is_any(first.wrapping_sub(1), AGAINST) || is_beaten_by(passage, 0, first)
    };
    let mut named = passage.names.iter().filter(|name| name.team().is_some_and(team)).peekable();
    named.peek().is_some() && named.all(is_opponent)
}
