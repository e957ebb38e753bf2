//! Holds what is told of a match to come against the record.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Match, StageKind, TeamId, fold};
use jiff::civil::Weekday;

use super::super::stages::is_called;
use super::told::Told;
use super::words::{PLAIN, days_after, is_next};
use super::{Coming, Own, coming, row};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};
use crate::read::occasion::{is_suburb_of, run_end, stage_at};
use crate::read::{Judged, Out};

/// Words of opponents somebody had, or may have some day.
const NO_OPPONENTS: &[&str] = &[
    "were", "was", "had", "been", "may", "might", "could", "would", "should", "likely", "possible", "week", "last",
    "after", "then", "if",
];

/// The weeks within which a next match is spoken of, in days.
const NEAR: i32 = 40;

/// Judges what is told of a match to come; gives back the tokens read.
pub(super) fn judge<'r>(passage: &Passage, told: &Told, own: &Own<'r>, out: &mut Out<'r>) -> Option<(usize, usize)> {
    let record = out.record();
    let root = |team: TeamId| record.root(team);
    // Before a match that is still to come, it is the next itself, but for what follows it.
    let follows =
        passage.is_any(told.at, &["follow", "follows"]) || passage.is_any(told.begin.wrapping_sub(1), &["follow"]);
    let own = &Own { fixture: own.fixture.filter(|_| follows), ..*own };
    let days = days_after(passage, told.end, told.clause_end);
    // "won 4-3 in Kazan on Saturday to set up a meeting with": day and place before the cue are of what was won.
    let won = (told.begin..told.at).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))))
        || passage.has(
            told.begin,
            told.at,
            &["beat", "beating", "defeated", "win", "won", "victory", "edged", "overcame"],
        );
    let early = if won { Vec::new() } else { days_after(passage, told.begin, told.at) };
    let days = if days.is_empty() { early } else { days };
    let behind = || told.tail.map(|tail| days_after(passage, tail, told.stop)).unwrap_or_default();
    let days = if days.is_empty() { behind() } else { days };
    // "Will meet the winners of Friday's match", "benched Ronaldo on Tuesday and they set up a clash with Morocco": of
    // other matches.
    let own_day = own.anchor.map(|anchor| anchor.date.weekday());
    let is_other = |&(day, at, _): &(Weekday, usize, usize)| {
        at > told.end && passage.has(told.end, at, &["winner", "winners"]) || at < told.at && Some(day) == own_day
    };
    let days: Vec<_> = days.into_iter().filter(|day| !is_other(day)).collect();
    if !is_of_the_future(passage, told, !days.is_empty()) {
        return None;
    }
    let winner = own.anchor.and_then(|anchor| anchor.winner().map(|side| anchor.team(side)));
    let is_own = |team: TeamId| own.teams.iter().any(|&own| root(own) == root(team));
    let says_next = passage.has(told.begin, told.clause_end, &["next"]);
    let turned = turned(passage, told, own, out);
    let told = turned.as_ref().unwrap_or(told);
    let all: Vec<TeamId> = told.opponents.iter().map(|&(opponent, ..)| opponent).collect();
    // "Extended their hold over Germany and reached a final against Spain": whoever lost reached nothing.
    let loser = |team: TeamId| is_own(team) && winner.is_some_and(|winner| root(winner) != root(team));
    let team = match told.team {
        Some(team)
            if passage.is_any(told.at, &["against"])
                && loser(team)
                && own
                    .anchor
                    .is_some_and(|anchor| anchor.stage.as_ref().is_some_and(|stage| stage.kind.is_knock_out()))
                && is_of_a_stage_reached(passage, told, None) =>
        {
            winner?
        }
        // "Scored three to defeat Croatia and set up a clash with the Netherlands": whoever plays on.
        Some(team)
            if passage.is_any(told.at, &["set", "sets", "setting"])
                && loser(team)
                && coming(team, own, 0, out).is_none() =>
        {
            winner?
        }
        Some(team) => team,
        None => spoken_of(passage, &Meeting { named: &all, days: &days, is_next: says_next }, own, winner, out)?,
    };
    let mut told = told.clone();
    told.opponents.retain(|&(opponent, ..)| root(opponent) != root(team));
    let named: Vec<TeamId> = told.opponents.iter().map(|&(opponent, ..)| opponent).collect();
    let said = Meeting { named: &named, days: &days, is_next: says_next };
    let mine = next_of(team, &said, own, out)?;
    let from = own.anchor.map_or(out.view.as_of(), |anchor| anchor.date);
    let gap = (mine.fixture.date() - from).get_days();
    if gap > NEAR {
        return None;
    }
    let right = told.opponents.iter().find(|&&(opponent, ..)| root(opponent) == root(mine.opponent)).copied();
    if own.anchor.is_some() && right.is_none() && !named.is_empty() && named.iter().all(|&opponent| is_own(opponent)) {
        return None;
    }
    if named.is_empty() && days.is_empty() {
        return None;
    }
    // Whoever has set up a match by winning has played.
    let has_won = told.team.is_some()
        && told.team == winner
        && passage.is_any(told.at, &["set", "sets", "setting", "booked", "earned", "awaiting", "await"]);
    let today = is_today(own, out) && !has_won;
    let name = words::team(record, team);
    let mut next = Next { passage, rows: row(&mine, out), team, name, today, last: told.end, out };
    let is_open = passage.has(told.begin, told.clause_end, &["or"]);
    if is_other_tie(&told, &mine, (team, winner), own, next.out) {
        let &[(one, first, _), (other, _, end)] = told.opponents.as_slice() else { return None };
        if !is_next_tie(passage, &told) || told.open || passage.quote.is_some() {
            return None;
        }
        let (one, other) = (words::team(record, one), words::team(record, other));
        let text = format!("{} meet the winner of {one} v {other} next", next.name);
        next.say((first, end), text, Verdict::Contradicted);
        return Some((told.at, next.last));
    }
    if let Some((opponent, first, end)) = right {
        let text = format!("{} meet {} next", next.name, words::team(record, opponent));
        let whole = (told.opponents.first(), told.opponents.last());
        let span = match whole {
            (Some(&(_, first, _)), Some(&(_, _, end))) if told.opponents.len() > 1 => (first, end),
            _ => (first, end),
        };
        next.say(span, text, Verdict::Confirmed);
    } else if let [(opponent, first, end), ..] = *told.opponents.as_slice() {
        // "Through to a quarter-final against Spain": whose next match is a quarter-final, and who went through.
        let reached =
            Some(team) == winner && is_of_a_stage_reached(passage, &told, mine.fixture.stage().map(|stage| stage.kind));
        let due = is_due(passage, &told);
        let must = passage.is_any(told.at, &["must", "need", "needs", "have", "has"]) && !days.is_empty();
        // "Mexico are Portugal's next opponents", "their opponents on Tuesday are Mexico"
        let after_next = passage.is_any(told.at.wrapping_sub(1), &["next"]);
        let opponents = passage.is_any(told.at, &["opponents", "opponent"])
            && (after_next || !days.is_empty())
            && passage.has(told.begin, told.stop, &["are", "is", "will be"])
            && !passage.has(told.begin, told.stop, NO_OPPONENTS);
        let plain = (passage.is_any(told.at, PLAIN)
            || passage.is_any(told.at, &["against"]) && (reached || due)
            || must
            || opponents)
            && (told.opponents.len() == 1 || is_open)
            && (told.team.is_some() || own.anchor.is_none_or(|anchor| is_known_of_all(anchor, own, next.out)))
            && is_next(passage, told.begin, told.clause_end)
            && passage.quote.is_none()
            && !told.open
            && (!after_next || opponents);
        // "Bulgaria beat Mexico and will face Germany": of another, named before.
        // "Brazil, 2-0 winners over Mexico, are next": who is met stands before the cue.
        let is_before = told.opponents.iter().all(|&(.., end)| end <= told.at);
        let of_else = told.team.is_none()
            && passage.names.iter().any(|name| {
                name.end <= told.at
                    && name.team().is_some_and(|team| !is_own(team))
                    && !(is_before && told.opponents.iter().any(|&(_, first, _)| first <= name.first))
            });
        let meant = (told.team.is_none_or(is_own) || gap <= 5) && !of_else;
        if !plain || !meant || plays_later(team, opponent, &said, own, next.out) {
            return None;
        }
        let text = format!("{} meet {} next", next.name, words::team(record, opponent));
        next.say((first, told.opponents.last().map_or(end, |&(.., end)| end)), text, Verdict::Contradicted);
        return Some((told.at, next.last));
    }
    // "Kicked off on Thursday with Croatia returning with a draw against …": a day of no match that is read.
    if right.is_none() && passage.is_any(told.at, &["against"]) {
        return None;
    }
    for (day, first, end) in days {
        // "A place in Sunday's final", told before a semi-final: of the match after.
        let of_stage = (end + 1..end + 6).find_map(|at| stage_at(passage, at)).filter(|_| passage.is_possessive(end));
        let own_stage = mine.fixture.stage().map(|stage| stage.kind);
        if of_stage.is_some_and(|(stage, _)| own_stage.is_some_and(|own| !is_called(own, stage))) {
            continue;
        }
        let at_home = next.out.day_at_home(mine.fixture.date(), mine.fixture.kick_off());
        let verdict = if mine.weekday() == day || at_home.is_some_and(|date| date.weekday() == day) {
            Verdict::Confirmed
        } else if at_home.is_none() && mine.is_elsewhere(day) {
            Verdict::Rounding
        } else if (gap <= 8 || passage.is_any(end, &["week"])) && !today {
            Verdict::Contradicted
        } else {
            continue;
        };
        let text = format!("{} play next on a {}", next.name, words::weekday(day));
        next.say((first, end), text, verdict);
    }
    next.stage_and_place(&told, &mine);
    (next.last > told.end || told.at < told.end).then_some((told.at, next.last.max(told.end)))
}

/// Whether words say of two teams that the one or the other is met next, and no more is left open.
fn is_next_tie(passage: &Passage, told: &Told) -> bool {
    const OPEN: &[&str] =
        &["if", "could", "would", "should", "might", "may", "potential", "possible", "possibly", "likely", "then"];
    let (Some(one), Some(other)) = (told.opponents.first(), told.opponents.last()) else { return false };
    let plain = passage.is_any(told.at, PLAIN)
        || passage.is_any(told.at, &["clash", "meeting", "showdown", "against"])
            && (passage.is_any(told.end, &["either"]) || told.end == one.1);
    plain
        && one.2 < other.1
        && (passage.is_any(one.2, &["or"]) || passage.has(told.end, one.1, &["winner", "winners"]))
        && other.1 - one.2 <= 2
        && !passage.has(told.begin, told.clause_end, OPEN)
}

/// "Will face either Denmark or Croatia": whether the two are not those of whom one was to be met next, where the match
/// of the one met was not over before the report's own, a knock-out match.
fn is_other_tie<'r>(
    told: &Told,
    mine: &Coming<'r>,
    (team, winner): (TeamId, Option<TeamId>),
    own: &Own<'r>,
    out: &Out<'r>,
) -> bool {
    let record = out.record();
    let root = |team: TeamId| record.root(team);
    let (Some(anchor), &[(one, ..), (other, ..)]) = (own.anchor, told.opponents.as_slice()) else { return false };
    let is_knock_out = anchor.stage.as_ref().is_some_and(|stage| stage.kind.is_knock_out());
    if !is_knock_out || winner.map(root) != Some(root(team)) {
        return false;
    }
    let date = mine.fixture.date();
    let is_of_it = |edition, on: jiff::civil::Date| edition == mine.fixture.edition() && on >= anchor.date && on < date;
    let played = out.view.matches_of(mine.opponent).filter(|entry| is_of_it(entry.edition, entry.date));
    let played = played.map(|entry| (entry.date, entry.home, entry.away));
    let ahead = out.view.appointments_of(mine.opponent, out.view.as_of());
    let ahead = ahead.filter(|next| is_of_it(next.edition(), next.date()));
    let ties = played.chain(ahead.map(|next| (next.date(), next.home(), next.away())));
    let Some((_, home, away)) = ties.max_by_key(|tie| tie.0) else { return false };
    let mut said = [root(one), root(other)];
    let mut tie = [root(home), root(away)];
    said.sort_unstable();
    tie.sort_unstable();
    said != tie
}

/// Whether the report is of the day of its match and does not tell how it ended: it may have been written before, and the
/// match be what is to come.
fn is_today(own: &Own<'_>, out: &Out<'_>) -> bool {
    own.anchor.is_some_and(|anchor| anchor.date == out.view.as_of() && !out.tells_score(anchor))
}

/// Whether words tell of what is to come and not of what has been.
fn is_of_the_future(passage: &Passage, told: &Told, dated: bool) -> bool {
    const FUTURE: &[&str] = &["will", "next", "now", "await", "awaits", "tomorrow", "set up", "go on to"];
    let cue = passage.word(told.at);
    // "Won their semi-final against the hosts 3-2 on Sunday" has been.
    let reached = cue == "against" && is_of_a_stage_reached(passage, told, None);
    // "A 2-1 win and a place in the final against Spain": the score is not of what was reached.
    let from = if reached { told.begin.max(told.at.saturating_sub(5)) } else { told.begin };
    let scored = (from..told.clause_end).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))));
    if scored && matches!(cue, "against" | "host" | "follow" | "follows" | "up" | "between") {
        return false;
    }
    // "Scored three goals to set up a 3-1 win over Egypt on Tuesday"
    let set_up = (told.end..told.end + 3).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))))
        && passage.has(told.end, told.end + 5, &["win", "victory", "triumph", "success", "draw"]);
    if set_up && matches!(cue, "set" | "sets" | "setting" | "up" | "earned") {
        return false;
    }
    let named = !told.opponents.is_empty();
    let ahead = passage.has(told.begin, told.stop, FUTURE)
        || passage.is_any(told.at, &["it"])
        || dated
        || matches!(
            cue,
            "set"
                | "sets"
                | "setting"
                | "face"
                | "faces"
                | "booked"
                | "earned"
                | "meet"
                | "meets"
                | "play"
                | "must"
                | "need"
                | "needs"
                | "opponents"
                | "opponent"
                | "contest"
                | "between"
                | "run"
                | "tackle"
        );
    let ahead = ahead || reached || cue == "against" && is_due(passage, told);
    let weak = matches!(cue, "booked" | "earned" | "next" | "against" | "up" | "travel" | "visit") && !named && !dated;
    let weak = weak || (matches!(cue, "follow" | "follows" | "begin") && !(named && dated));
    let close = told.begin.max(told.at.saturating_sub(4));
    let over = passage.has(close, told.at, &["had", "did", "was", "were", "could have", "have"])
        && !passage.has(told.begin, told.at, &["will", "now"]);
    ahead && !weak && !over
}

/// "Go through to a quarter-final tie against Spain", "to book a semi-final against Italy": of any stage, or of one.
fn is_of_a_stage_reached(passage: &Passage, told: &Told, of: Option<StageKind>) -> bool {
    const REACHED: &[&str] = &[
        "through to",
        "a place in",
        "place in",
        "spot in",
        "berth in",
        "to book",
        "booking",
        "to secure",
        "secured",
        "securing",
        "to earn",
        "earning",
        "to seal",
        "sealing",
        "to set up",
        "on to",
        "advance to",
        "advances to",
        "progress to",
        "into",
    ];
    /// A stage with "tie", "clash" or the like and an adjective or two.
    const REACH: usize = 7;
    let from = told.begin.max(told.at.saturating_sub(REACH));
    let staged = (from..told.at)
        .filter_map(|at| stage_at(passage, at))
        .filter(|(stage, _)| of.is_none_or(|of| of == *stage))
        .any(|(_, end)| {
            end == told.at
                || end + 1 == told.at
                    && passage
                        .is_any(end, &["tie", "clash", "match", "meeting", "game", "date", "place", "spot", "berth"])
        });
    staged && passage.has(told.begin.max(told.at.saturating_sub(2 * REACH)), told.at, REACHED)
}

/// "They must win their final group game against Portugal": whether a match that is still to be played is told with its
/// opponent.
fn is_due(passage: &Passage, told: &Told) -> bool {
    const DUE: &[&str] = &[
        "must",
        "will",
        "need",
        "needs",
        "face",
        "faces",
        "have to",
        "has to",
        "need to",
        "needs to",
        "go into",
        "goes into",
    ];
    const GAMES: &[&str] = &["game", "match", "fixture", "clash", "tie", "encounter"];
    let from = told.at.saturating_sub(6);
    // "Need a win against France in their last match"
    let win = passage.has(
        told.at.saturating_sub(4),
        told.at,
        &["need a win", "needs a win", "need victory", "needs victory"],
    ) && (told.end..told.clause_end).any(|at| passage.is_any(at, &["last", "final", "next"]));
    win || passage.is_any(told.at.wrapping_sub(1), GAMES)
        && (from..told.at).any(|at| passage.is_any(at, &["final", "last", "next", "concluding"]))
        && passage.has(told.begin, told.at, DUE)
}

/// "They": whichever of the two sides meets one of those named, else who went through.
fn spoken_of<'r>(
    passage: &Passage,
    said: &Meeting<'_>,
    own: &Own<'r>,
    winner: Option<TeamId>,
    out: &Out<'r>,
) -> Option<TeamId> {
    let record = out.record();
    let meets = |team: &TeamId| {
        next_of(*team, said, own, out)
            .filter(|next| said.named.iter().any(|&opponent| record.root(opponent) == record.root(next.opponent)))
    };
    let on_the_day = |team: &TeamId| meets(team).is_some_and(|next| said.fits(&next));
    let is_own = |team: &TeamId| own.teams.iter().any(|&own| record.root(own) == record.root(*team));
    let of_passage = || passage.names.iter().filter_map(Name::team).find(is_own);
    // "Iran's victory means that they meet England": nobody else.
    const DEEDS: &[&str] = &["victory", "win", "triumph", "success", "draw", "defeat", "loss", "point"];
    let owner = passage.names.iter().find(|name| {
        passage.is_possessive(name.end)
            && passage.is_any(name.end + 1, DEEDS)
            && passage.is_any(name.end + 2, &["means", "meant"])
    });
    if let Some(team) = owner.and_then(Name::team).filter(|team| is_own(team)) {
        return Some(team);
    }
    let teams = || own.teams.iter().copied();
    let found =
        teams().find(on_the_day).or_else(|| teams().find(|team| meets(team).is_some())).or(winner).or_else(of_passage);
    found.filter(|&team| !own.anchor.is_some_and(|anchor| is_of_the_others(passage, anchor, team, out)))
}

/// "Asked if he would drop Chaouchi for the match against the United States, Saadane replied": whether everybody a
/// passage names is of the other side of a match, and no team of it is named.
fn is_of_the_others(passage: &Passage, anchor: &Match, team: TeamId, out: &Out<'_>) -> bool {
    let Some(side) = out.side(anchor, team) else { return false };
    let names_team = passage.names.iter().filter_map(Name::team).any(|team| out.side(anchor, team).is_some());
    let people = passage.names.iter().filter_map(Name::person);
    let sides: Vec<_> = people.filter_map(|person| out.side_of_person(anchor, person)).collect();
    !names_team && !sides.is_empty() && sides.iter().all(|&of| of == side.other())
}

/// The next match of a team; of a group stage also a later one, if it is against somebody named and on a day that is.
fn next_of<'r>(team: TeamId, said: &Meeting<'_>, own: &Own<'r>, out: &Out<'r>) -> Option<Coming<'r>> {
    let record = out.record();
    let first = coming(team, own, 0, out)?;
    let is_named = |next: &Coming<'_>| said.named.iter().any(|&named| record.root(named) == record.root(next.opponent));
    if is_named(&first) {
        return Some(first);
    }
    let from = own.anchor.map_or(out.view.as_of(), |anchor| anchor.date);
    let later = (1..3).filter_map(|nth| coming(team, own, nth, out)).find(|later| {
        is_named(later)
            && later.fixture.edition() == first.fixture.edition()
            && (later.fixture.date() - first.fixture.date()).get_days() < 12
            && (said.days.is_empty() && !said.is_next && (later.fixture.date() - from).get_days() <= 8
                || said.fits(later))
    });
    Some(later.unwrap_or(first))
}

/// Opponents and days of a match to come, as the words have them.
struct Meeting<'a> {
    named: &'a [TeamId],
    days: &'a [(Weekday, usize, usize)],
    is_next: bool,
}

impl Meeting<'_> {
    fn fits(&self, next: &Coming<'_>) -> bool {
        self.days.iter().any(|&(day, ..)| next.weekday() == day)
    }
}

/// Whether the next match is fixed of every team that has one after the report's match: of both after a group match, of
/// the winner after a knock-out match. Else the words may be about the one that is not.
fn is_known_of_all<'r>(anchor: &Match, own: &Own<'r>, out: &Out<'r>) -> bool {
    let is_fixed = |team: TeamId| coming(team, own, 0, out).is_some();
    let knock_out = anchor.stage.as_ref().is_some_and(|stage| stage.kind.is_knock_out());
    match anchor.winner().filter(|_| knock_out) {
        Some(side) => is_fixed(anchor.team(side)),
        None => {
            own.teams.into_iter().all(|team| is_fixed(team) || is_out(team, anchor, out))
                && own.teams.into_iter().any(is_fixed)
        }
    }
}

/// Whether a team played no more at the tournament after a match: nothing can be told of its next.
fn is_out(team: TeamId, anchor: &Match, out: &Out<'_>) -> bool {
    let latest = out.record().latest();
    latest.is_over(anchor.edition)
        && !latest.matches_in(anchor.edition).any(|entry| entry.date > anchor.date && out.side(entry, team).is_some())
}

/// "Scotland meet Spain in Cologne": what is told of a team that plays no more, turned round to be of the one it is said to
/// meet, whose next match is against somebody else.
fn turned<'r>(passage: &Passage, told: &Told, own: &Own<'r>, out: &Out<'r>) -> Option<Told> {
    let (team, &[(opponent, first, end)]) = (told.team?, told.opponents.as_slice()) else { return None };
    const MEET: &[&str] = &["will", "now", "face", "faces", "meet", "meets", "play", "plays", "take", "takes"];
    let beside = told.at.checked_sub(1).and_then(|last| passage.name_at(last)).and_then(Name::team) == Some(team);
    if !beside || !passage.is_any(told.at, MEET) || passage.quote.is_some() {
        return None;
    }
    let next = coming(opponent, own, 0, out)?;
    let latest = out.record().latest();
    let edition = next.fixture.edition();
    let plays_on =
        latest.matches_in(edition).any(|entry| entry.date >= out.view.as_of() && out.side(entry, team).is_some());
    let was_there = latest.matches_in(edition).any(|entry| out.side(entry, team).is_some());
    let soon = (next.fixture.date() - out.view.as_of()).get_days() <= 5;
    (latest.is_over(edition)
        && was_there
        && !plays_on
        && soon
        && own.anchor.is_none_or(|anchor| anchor.edition == edition))
    .then(|| Told { team: Some(opponent), opponents: vec![(team, first, end)], ..told.clone() })
}

/// Whether a team meets a named one soon after its next match, on a day that is named if one is: no mistake.
fn plays_later<'r>(team: TeamId, opponent: TeamId, said: &Meeting<'_>, own: &Own<'r>, out: &Out<'r>) -> bool {
    let record = out.record();
    (1..4).filter_map(|nth| coming(team, own, nth, out)).any(|later| {
        record.root(later.opponent) == record.root(opponent)
            && (said.days.is_empty() && !said.is_next || said.fits(&later))
    })
}

/// Statements of one match to come.
struct Next<'a, 'r> {
    passage: &'a Passage,
    rows: Vec<byline_record::ask::Evidence>,
    team: TeamId,
    name: String,
    /// Whether the report is of the day of its match, and may speak of that.
    today: bool,
    last: usize,
    out: &'a mut Out<'r>,
}

impl Next<'_, '_> {
    fn say(&mut self, span: (usize, usize), text: String, verdict: Verdict) {
        let judged = Judged::new(verdict).showing(self.rows.clone()).about(Topic::Next(self.team));
        self.out.push(self.passage, span, Kind::NextFixture, text, judged);
        self.last = self.last.max(span.1);
    }

    fn stage_and_place(&mut self, told: &Told, mine: &Coming<'_>) {
        // "Need a point against Russia to book a second-round place": what the match leads to.
        const LEADS_TO: &[&str] =
            &["to", "for", "place", "places", "spot", "berth", "ticket", "book", "reach", "secure", "earn", "seal"];
        let passage = self.passage;
        let tail = told.tail.map_or(told.stop..told.stop, |tail| tail..told.stop);
        for at in (told.begin..told.clause_end).chain(tail) {
            if let Some((stage, end)) = stage_at(passage, at) {
                let kind = mine.fixture.stage().map(|stage| stage.kind);
                let text = format!("{} play next in the {}", self.name, stage.name());
                if kind == Some(stage) {
                    self.say((at, end), text, Verdict::Confirmed);
                } else if !self.today
                    && kind.is_some()
                    && (told.end..told.end + 5).contains(&at)
                    && !passage.has(told.end, end + 1, LEADS_TO)
                {
                    self.say((at, end), text, Verdict::Contradicted);
                }
            }
            self.place(told, at, mine);
        }
    }

    /// "in Cologne", "at Al Bayt Stadium".
    fn place(&mut self, told: &Told, at: usize, mine: &Coming<'_>) {
        let passage = self.passage;
        let placed = passage.is_any(at.wrapping_sub(1), &["in", "at"])
            || passage.is_any(at.wrapping_sub(2), &["in", "at"])
                && passage.is_any(at.wrapping_sub(1), &["the", "al", "st", "san"]);
        let capital = passage.token(at).is_some_and(|token| token.capital);
        let record = self.out.record();
        let Some(venue) = mine.fixture.venue().map(|venue| record.venue(venue)).filter(|_| placed && capital) else {
            return;
        };
        let said = passage.word(at);
        let has = |name: &str| {
            fold(name)
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|word| word.len() > 2 && word == said && !matches!(word, "stadium" | "the"))
        };
        let end = run_end(passage, at);
        let whole = passage.words_between(at, end);
        let named = [venue.city.as_deref(), venue.stadium.as_deref()];
        let text = format!("{} play next in {venue}", self.name);
        // "Al Wakrah"
        let of_two = format!("{said} {}", passage.word(at + 1));
        if named.into_iter().flatten().any(|name| fold(name) == of_two) {
            self.say((at, at + 2), text, Verdict::Confirmed);
            return;
        }
        if named.into_iter().flatten().any(has) {
            let end = if named.into_iter().flatten().any(|name| fold(name) == whole) { end } else { at + 1 };
            self.say((at, end), text, Verdict::Confirmed);
            return;
        }
        if is_suburb_of(venue, said) {
            self.say((at, at + 1), text, Verdict::Rounding);
            return;
        }
        // "They face France, 1-0 winners over Brazil in Frankfurt": where that was.
        const RECALLING: &[&str] =
            &["winners", "winner", "over", "beat", "last", "yesterday", "who", "conquerors", "between", "other"];
        let from = told.tail.filter(|&tail| tail <= at).unwrap_or(told.at.min(at));
        let recalled = (from..at).any(|between| {
            // "In the last 16 in London": a stage.
            let staged = passage.is_any(between, &["last"]) && stage_at(passage, between).is_some();
            matches!(passage.kind(between), Some(TokenKind::Score(..))) || passage.is_any(between, RECALLING) && !staged
        });
        // "In their clash in Nice and will now face France": where the match before was. "Cape Town", "Belo Horizonte".
        let edition = mine.fixture.edition();
        let both = format!("{said} {}", passage.word(at + 1));
        let elsewhere = !recalled
            && !self.today
            && at > told.at
            && [said, &both, &whole].into_iter().any(|city| self.out.is_host_city(edition, city));
        if elsewhere && passage.is_any(at.wrapping_sub(1), &["in"]) && passage.quote.is_none() {
            let text = format!("{} play next in {}", self.name, words::capitalised(said));
            self.say((at, at + 1), text, Verdict::Contradicted);
        }
    }
}
