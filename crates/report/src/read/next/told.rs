//! What words say of the match to come: who meets whom.

use byline_record::TeamId;

use super::words::{AFTER_OPPONENT, AHEAD, begin};
use crate::passage::{Name, Passage};
use crate::read::about::is_object as object_of;

/// A team named, with its tokens.
pub(super) type Named = (TeamId, usize, usize);

/// What a clause says of a match to come.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// The cue and the token after it.
    pub(super) at: usize,
    pub(super) end: usize,
    /// Where its sentence part ends.
    pub(super) stop: usize,
    /// Where the words that go with the cue begin and end.
    pub(super) begin: usize,
    pub(super) clause_end: usize,
    /// Where words that go with the cue go on behind a clause put in between.
    pub(super) tail: Option<usize>,
    /// The team spoken of, where it is named.
    pub(super) team: Option<TeamId>,
    pub(super) opponents: Vec<Named>,
    /// Whether a team stands before the cue that is not the one spoken of.
    pub(super) open: bool,
}

/// What the words around a cue say.
pub(super) fn told(passage: &Passage, at: usize, end: usize) -> Told {
    let stop = passage.clause_end(end);
    let start = passage.clause_start(at);
    const TURNS: &[&str] = &["who", "when", "while", "but", "after", "having", "which", "whose", "as"];
    // "England face Switzerland in Dusseldorf and the Netherlands take on Turkey in Berlin"
    let other = |at: usize| {
        let name = passage
            .name_from(at + 1)
            .or_else(|| passage.name_from(at + 2).filter(|_| passage.is_any(at + 1, &["the"])));
        let name = name.filter(|name| passage.is_any(at, &["and"]) && name.team().is_some());
        const GETS: &[&str] = &["gets", "get", "draws", "draw", "has", "have", "tackles", "tackle", "go", "goes"];
        name.is_some_and(|name| {
            AHEAD.iter().any(|phrase| passage.phrase(name.end, phrase).is_some()) || passage.is_any(name.end, GETS)
        })
    };
    // "Will face Brazil or Chile, with the South American pair to play on Monday": whose the day is.
    const TO_PLAY: &[&str] = &["to play", "to meet", "to face", "playing", "meeting", "facing", "due"];
    let of_others = |at: usize| {
        passage.is_mark(at, ',') && passage.is_any(at + 1, &["with"]) && passage.has(at + 2, at + 8, TO_PLAY)
    };
    let turns = |at: usize| {
        passage.is_any(at, TURNS)
            || of_others(at)
            || passage.is_mark(at, ',') && passage.name_from(at + 1).is_some()
            || other(at)
    };
    // "Senegal or Turkey, who play on Saturday, in Saitama on Wednesday": the clause of "who" ends at the comma.
    let relative = (at.saturating_sub(3)..at).any(|before| passage.is_any(before, &["who", "which", "whom"]));
    let clause_end = (end..stop)
        .find(|&at| turns(at) || relative && (passage.is_mark(at, ',') || passage.is_mark(at, ')')))
        .unwrap_or(stop);
    let begin = begin(passage, start, at);
    // "will face England, who beat Sweden 2-0, in Moscow on Wednesday": what goes on behind the clause of "who".
    let tail = (clause_end..stop)
        .take_while(|_| passage.is_any(clause_end, &["who", "which"]))
        .find(|&comma| passage.is_mark(comma, ',') && passage.is_any(comma + 1, &["in", "on", "at"]))
        .map(|comma| comma + 1);
    let mut told = Told {
        tail,
        at,
        end,
        stop,
        begin,
        clause_end,
        team: None,
        opponents: opponents_after(passage, end, stop),
        open: false,
    };
    let owns = |name: &Name| passage.is_possessive(name.end) && name.end + 1 < at;
    // "Switzerland keeper Sommer saved France striker Mbappe's kick": whom they play for.
    const PLAYERS: &[&str] = &[
        "striker",
        "forward",
        "winger",
        "midfielder",
        "defender",
        "goalkeeper",
        "keeper",
        "captain",
        "skipper",
        "playmaker",
        "star",
        "superstar",
    ];
    let attribute = |name: &Name| {
        passage.is_any(name.end, PLAYERS)
            && (name.end + 1..name.end + 3).any(|next| passage.name_from(next).is_some_and(Name::is_person))
    };
    let before =
        passage.names.iter().rev().find(|name| {
            name.end <= at && name.first >= start && name.team().is_some() && !owns(name) && !attribute(name)
        });
    if AFTER_OPPONENT.iter().any(|phrase| passage.phrase(at, phrase) == Some(end)) {
        told.opponents = opponent_before(passage, start, at).into_iter().collect();
        // "Brazil await Turkey": who waits is the subject, and nothing else of the clause is of the match.
        let object = if passage.is_any(end, &["the"]) { end + 1 } else { end };
        if passage.is_any(at, &["await", "awaits"])
            && let Some(name) = passage.name_from(object)
            && let Some(awaited) = name.team()
        {
            told.team = before.filter(|name| name.end == at).and_then(Name::team);
            told.opponents = told.team.map(|_| (awaited, name.first, name.end)).into_iter().collect();
            told.end = name.end;
            if told.team.is_none() {
                (told.begin, told.clause_end) = (at, end);
            }
        }
        // "Croatia now await the winner of Argentina and the Netherlands"
        if passage.is_any(at, &["await", "awaits"]) && passage.is_any(object, &["winner", "winners"]) {
            let now = if passage.is_any(at.wrapping_sub(1), &["now"]) { at - 1 } else { at };
            told.team = before.filter(|name| name.end == now).and_then(Name::team);
            told.opponents = opponents_after(passage, end, stop);
            told.opponents.truncate(if told.team.is_some() { 2 } else { 0 });
        }
        return told;
    }
    // "Argentina beat Nigeria to set up a clash with France": not the nearest, if that is an object.
    let is_subject = |name: &&Name| {
        name.end <= at
            && name.first >= start
            && name.team().is_some()
            && !owns(name)
            && !is_object(passage, start, name.first)
            && !object_of(passage, name)
            && !ends_aside(passage, name)
    };
    let is_cut = |name: &Name| {
        (name.end..at).any(|between| {
            passage.name_at(between).is_none()
                && passage.is_any(between, &["who", "which", "while", "but", "when", "as", "where", "whose"])
        })
    };
    let before = match passage.names.iter().rev().find(is_subject) {
        Some(name) if passage.is_any(at, &["to", "set", "sets", "setting"]) && !is_cut(name) => Some(name),
        _ => before,
    };
    told.team = before
        .filter(|name| {
            !is_object(passage, start, name.first) && !object_of(passage, name) && !ends_aside(passage, name)
        })
        .and_then(Name::team);
    // "Senegal or Turkey, who play in Osaka on Saturday, in Saitama next Wednesday": whose it is, is not plain.
    if passage.is_any(at, &["next"])
        && before.is_some_and(|name| (name.end..at).any(|between| passage.is_any(between, &["who", "which"])))
    {
        told.team = None;
        told.opponents.clear();
        told.clause_end = end;
        told.begin = at;
        return told;
    }
    // "Turkey, 1-0 winners over Japan, play Senegal"
    if told.team.is_none() && at > 0 && passage.is_mark(at - 1, ',') {
        let head = passage.names.iter().find(|name| name.first >= start && name.end < at && name.team().is_some());
        told.team = head.filter(|name| name.first <= start + 1 && passage.is_mark(name.end, ',')).and_then(Name::team);
    }
    told.open = told.team.is_none() && before.is_some();
    // "The Mexicans' opponents on Monday are Brazil", "Colombia are Uruguay's next opponents"
    if passage.is_any(at, &["opponents", "opponent"]) {
        let next = at.checked_sub(1).filter(|&before| passage.is_any(before, &["next"])).unwrap_or(at);
        let owner =
            next.checked_sub(2).filter(|_| passage.is_possessive(next - 1)).and_then(|last| passage.name_at(last));
        let is_their = passage.is_any(next.wrapping_sub(1), &["their", "its"]);
        told.team = owner.and_then(Name::team);
        if told.opponents.is_empty() && (owner.is_some() || is_their) {
            let until = owner.map_or(next - 1, |owner| owner.first);
            let verb = until.checked_sub(1).filter(|&verb| passage.is_any(verb, &["are", "is", "be"]));
            let subject = passage
                .names
                .iter()
                .rev()
                .find(|name| verb.is_some_and(|verb| name.end + 1 >= verb && name.end <= verb))
                // "England, yet to concede, are Portugal's opponents"
                .or_else(|| {
                    let close = verb?.checked_sub(1).filter(|&close| passage.is_mark(close, ','))?;
                    let named = passage.names.iter().filter(|name| name.first >= start && name.end < close);
                    let mut teams = named.filter(|name| name.team().is_some());
                    teams.next().filter(|name| passage.is_mark(name.end, ',') && teams.next().is_none())
                });
            told.opponents = subject.and_then(|name| Some((name.team()?, name.first, name.end))).into_iter().collect();
        }
        if owner.is_none() && !is_their {
            told.opponents.clear();
        }
        return told;
    }
    // "The other semi-final, between Germany and Italy, takes place in Dortmund"
    if passage.is_any(at, &["between"]) {
        let ahead = passage.has(end, stop, &["takes place", "will be", "is on", "kicks off", "take place"]);
        told.team = None;
        if let ([(team, ..), rest @ ..], true) = (told.opponents.clone().as_slice(), ahead) {
            told.team = Some(*team);
            told.opponents = rest.to_vec();
            told.clause_end = stop;
        } else {
            told.opponents.clear();
        }
        return told;
    }
    // "Spain and Croatia play the match of the tournament": how they play.
    const HOW: &[&str] = &["the", "a", "an", "out", "their", "its", "his", "with", "like", "as", "no", "such", "that"];
    let stage = || (end..end + 4).any(|next| crate::read::progress::stage_at(passage, next).is_some());
    let how = passage.is_any(at, &["play", "plays"]) && passage.is_any(end, HOW) && !stage();
    // "France and Croatia meet in Moscow"
    if told.opponents.is_empty()
        && !how
        && let Some(last) = before.filter(|name| name.end == at)
        && passage.is_any(last.first.wrapping_sub(1), &["and"])
        && let Some(first) = last.first.checked_sub(2).and_then(|at| passage.name_at(at))
        && let (Some(one), Some(other)) = (first.team(), last.team())
    {
        told.team = Some(one);
        told.opponents = vec![(other, first.first, last.end)];
    }
    told
}

/// "France or Poland on Saturday", "It's the Swiss in Dusseldorf on Saturday": opponents without a verb.
pub(super) fn bare(passage: &Passage, at: usize) -> Option<Told> {
    let the = |at: usize| if passage.is_any(at, &["the"]) { at + 1 } else { at };
    let stop = passage.clause_end(at);
    let is_it = passage.is_any(at, &["it"]) && (passage.is_possessive(at + 1) || passage.is_any(at + 1, &["is"]));
    let from = if is_it {
        the(at + 2)
    } else if at == 0 || at == 2 && passage.is_any(0, &["next"]) {
        the(at)
    } else {
        return None;
    };
    let first = passage.name_from(from).filter(|name| name.team().is_some())?;
    let or = passage.is_any(first.end, &["or"]);
    let choice = or && stop <= at + 12;
    // "It is Croatia waiting to discover the winners of Friday's other tie", "It is Spain who have won more": no match of
    // theirs.
    let follows = or
        || first.end >= passage.len()
        || passage.is_break(first.end)
        || passage.is_stop(first.end)
        || passage.is_any(first.end, &["in", "on", "at", "next", "up", "away", "for"]);
    let turns = passage.is_any(first.end, &["who", "that", "which", "whose"]);
    if turns || !(choice || is_it && follows) {
        return None;
    }
    let opponents = opponents_after(passage, from, stop);
    Some(Told {
        tail: None,
        open: false,
        at: if is_it { at } else { from },
        end: from,
        stop,
        begin: at,
        clause_end: stop,
        team: None,
        opponents,
    })
}

/// "Switzerland follow in Cologne on Wednesday, Hungary in Stuttgart on Sunday week": the second of them.
pub(super) fn listed(passage: &Passage, at: usize, taken: &[(usize, usize)]) -> Option<Told> {
    let name = passage.name_from(at).filter(|name| passage.is_any(name.end, &["in", "on", "at"]))?;
    let follows = taken.iter().any(|&(cue, _)| passage.is_any(cue, &["follow", "follows"]));
    let listed = passage.is_mark(at.wrapping_sub(1), ',') || passage.is_any(at.wrapping_sub(1), &["and"]);
    let cue = taken.last().map(|&(cue, _)| cue).filter(|_| follows && listed)?;
    let stop = passage.clause_end(at);
    let opponents = vec![(name.team()?, name.first, name.end)];
    let end = name.end;
    Some(Told { at: cue, end, stop, begin: at, clause_end: stop, tail: None, team: None, opponents, open: false })
}

/// The teams named after a cue, as far as they are listed.
fn opponents_after(passage: &Passage, end: usize, stop: usize) -> Vec<Named> {
    let mut opponents: Vec<Named> = Vec::new();
    let mut next = end;
    while next < stop.min(end + 18) {
        if let Some(name) = passage.name_from(next) {
            // "Meet in Group H of the World Cup in Qatar": where it is.
            if passage.is_any(next.wrapping_sub(1), &["in"]) && name.team().is_some() {
                break;
            }
            if let Some(team) = name.team() {
                // "Must now beat Australia": the cue itself.
                let beside = next > end
                    && passage.is_any(next.wrapping_sub(1), &["beat", "beating", "over", "after", "holders"]);
                if !passage.is_possessive(name.end) && !beside {
                    opponents.push((team, name.first, name.end));
                }
                if !passage.is_any(name.end, &["or", "and"]) {
                    break;
                }
                // "The winner of Argentina and the Netherlands"
                if passage.is_any(name.end, &["and"]) && passage.has(end, name.first, &["winner of", "winners of"]) {
                    next = name.end + 1;
                    continue;
                }
            } else if name.is_person() {
                // "Will face Lionel Messi's Argentina"
                let leads = passage.is_possessive(name.end)
                    && passage.name_from(name.end + 1).is_some_and(|team| team.team().is_some());
                if !leads {
                    break;
                }
                next = name.end + 1;
                continue;
            }
            next = name.end;
            continue;
        }
        const TURNS: &[&str] =
            &["after", "before", "when", "while", "who", "but", "because", "thanks", "having", "and", "since", "like"];
        // "They become the 13th to play in one, and the first new finalists since Spain": only what follows the verb.
        let cut = passage.is_mark(next, ',') && !passage.is_any(next + 1, &["in", "on", "at"]);
        if passage.is_any(next, TURNS) || cut {
            break;
        }
        next += 1;
    }
    opponents
}

/// The subject of "await" or "are next": the team right before it, or before what was put in between.
fn opponent_before(passage: &Passage, start: usize, at: usize) -> Option<Named> {
    let named = |name: &Name| Some((name.team()?, name.first, name.end));
    let last = at.checked_sub(1)?;
    if let Some(name) = passage.name_at(last) {
        return named(name);
    }
    // "Brazil, 2-0 winners over Mexico, are next"
    let first = passage.names.iter().find(|name| name.first >= start && name.end < at)?;
    (passage.is_mark(last, ',') && passage.is_mark(first.end, ',')).then(|| named(first))?
}

/// Whether a name is the object of what stands before it.
fn is_object(passage: &Passage, start: usize, first: usize) -> bool {
    first > start
        && passage.is_any(first - 1, &["over", "against", "beat", "by", "to", "of", "beating", "past", "with"])
}

/// Whether a name is the last of what dashes put in: "are in the harder half — with Brazil and France — and face Japan".
fn ends_aside(passage: &Passage, name: &Name) -> bool {
    let is_dash = |at: usize| ['—', '–', '-'].into_iter().any(|dash| passage.is_mark(at, dash));
    is_dash(name.end) && passage.is_any(name.end + 1, &["and", "but"]) && (0..name.first).any(is_dash)
}
