//! The stage of a tournament a match belongs to.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{Side, StageKind};

use super::super::{Focus, Judged, Out, dateline};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;
use crate::read::about::is_hypothetical;
use crate::read::stages::{is_called, stage_words};

/// The stage named at a token, with the token after it.
pub(crate) fn stage_at(passage: &Passage, at: usize) -> Option<(StageKind, usize)> {
    let (kind, end) = stage_words(passage, at)?;
    match kind {
        StageKind::Group if end < at + 2 => None,
        StageKind::FirstRound | StageKind::FinalRound | StageKind::ThirdPlace if end <= at + 2 => None,
        StageKind::Final => {
            const OTHER: &[&str] = &[
                "whistle",
                "minute",
                "minutes",
                "group",
                "game",
                "third",
                "day",
                "match",
                "ball",
                "moments",
                "score",
                "stages",
                "round",
                "word",
                "act",
                "place",
                "kick",
                "ten",
                "quarter",
                "penalty",
                "say",
                "seconds",
                "pass",
                "touch",
                "table",
                "hurdle",
                "matches",
                "games",
                "standings",
                "tally",
                "chance",
                "spot",
                "push",
                "tournament",
                "years",
                "appearance",
                "goal",
                "assault",
                "onslaught",
                "attack",
                "surge",
                "phase",
                "period",
                "half",
                "hour",
                "flourish",
                "flurry",
                "fling",
                "blow",
                "nail",
                "twist",
                "stretch",
                "straight",
                "lap",
                "leg",
                "attempt",
                "effort",
                "ditch",
                "warm",
                "list",
                "squad",
                "friendly",
                "qualifier",
                "qualifiers",
                "qualifying",
                "fixture",
                "session",
                "bow",
                "farewell",
                "curtain",
                "verdict",
                "decision",
                "analysis",
                "reckoning",
                "result",
                "scoreline",
                "preparations",
                "contribution",
                "throw",
                "corner",
                "shot",
                "piece",
                "step",
                "stage",
                "phases",
                "exchanges",
                "opponents",
                "opponent",
                "ball",
                "whistles",
            ];
            let counted = passage.cardinal(end).is_some();
            let joined = at > 0 && passage.is_any(at - 1, &["semi", "quarter", "a"]);
            // "Their final make-or-break Group C game"
            let of_group = (end..end + 6)
                .take_while(|&at| !passage.is_stop(at) && !passage.is_mark(at, ','))
                .any(|at| passage.is_any(at, &["group"]) && !passage.is_any(at - 1, &["the", "in", "from", "of"]));
            let is_final = !counted && !joined && !of_group && !passage.is_any(end, OTHER);
            is_final.then_some((kind, end))
        }
        _ => Some((kind, end)),
    }
}

/// A stage told right beside the result of a match. Gives back whether it was one.
pub(super) fn of_the_result(
    passage: &Passage,
    (at, end): (usize, usize),
    stage: StageKind,
    focus: &Focus<'_>,
    out: &mut Out<'_>,
) -> bool {
    const PLAIN: &[&str] = &["the", "a", "their", "its", "in", "opening", "first", "second", "cup", "other"];
    let Some(kind) = focus.entry.stage.as_ref().map(|stage| stage.kind) else { return false };
    let right = is_called(kind, stage);
    let named = is_named(passage, at, end);
    let before = at.wrapping_sub(1);
    let after_score = matches!(passage.kind(before), Some(TokenKind::Score(..) | TokenKind::Number(_)));
    // "Progressed to the final by overcoming Denmark", "out of the round of 16 after a defeat": what it led to.
    const LED_TO: &[&str] =
        &["to", "into", "reach", "reached", "reaching", "place", "through", "out of", "past", "for"];
    let led_to = passage.has(at.saturating_sub(5), at, LED_TO);
    let plain = named && !led_to && (at == 0 || after_score || passage.is_any(before, PLAIN));
    let verdict = match right {
        true => Verdict::Confirmed,
        false if focus.may_contradict && plain => Verdict::Contradicted,
        false => return false,
    };
    let rows = out.match_row(focus.entry);
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id));
    out.push(passage, (at, end), Kind::Stage, format!("the match was the {}", stage.name()), judged);
    true
}

pub(super) fn stage_told<'f, 'r: 'f>(
    passage: &Passage,
    (at, end): (usize, usize),
    stage: StageKind,
    foci: &[Focus<'f>],
    told: bool,
    of_result: &dyn Fn(usize, usize) -> Option<Focus<'r>>,
    out: &mut Out<'_>,
) {
    let ahead = (at.saturating_sub(6)..at).any(|before| {
        passage.is_any(
            before,
            &[
                "reach",
                "reached",
                "reaching",
                "into",
                "place",
                "places",
                "set",
                "next",
                "face",
                "faces",
                "will",
                "meet",
                "for",
                "qualify",
                "qualified",
                "through",
                "booked",
                "towards",
                "first",
                "last",
                "not",
                "never",
                "their",
                "only",
                "against",
                "beyond",
                "past",
            ],
        )
    });
    // "Dreaming of the semi-final place", "a last-eight berth": what a match may lead to.
    let ahead = ahead || passage.is_any(end, &["place", "places", "spot", "spots", "berth", "berths"]);
    // "Appeared in four World Cup semi-finals", "their record in quarter-final ties": of several matches.
    const SEVERAL: &[&str] =
        &["clashes", "ties", "matches", "games", "defeats", "exits", "appearances", "meetings", "losers", "winners"];
    let head = at.checked_sub(1).and_then(|last| passage.name_at(last)).map_or(at, |name| name.first);
    let counted = passage.cardinal_before(head).is_some_and(|(_, count)| count > 1);
    if counted || passage.is_any(end, SEVERAL) {
        return;
    }
    if reached(passage, (at, end), stage, foci, of_result, out) {
        return;
    }
    if stage == StageKind::Group && !is_group_of_a_match(passage, (at, end)) || is_recalled(passage, (at, end)) {
        return;
    }
    // "Reaching the quarter-finals of the 2014 World Cup": how far somebody came, and no match.
    let article = if passage.is_any(at.wrapping_sub(1), &["the", "a"]) { at - 1 } else { at };
    if stage != StageKind::Group
        && (article.saturating_sub(4)..article)
            .any(|from| passage.one_of(from, &crate::read::progress::REACHED) == Some(article))
    {
        return;
    }
    for focus in foci.iter().filter(|focus| !focus.loose).take(3) {
        let Some(kind) = focus.entry.stage.as_ref().map(|stage| stage.kind) else { continue };
        let right = is_called(kind, stage);
        let text = format!("the match was the {}", stage.name());
        // Another match than the report's own only where somebody else it was played by is named.
        let meant = focus.is_anchor || foci.len() == 1 || {
            let own = foci.iter().find(|focus| focus.is_anchor).map(|focus| [focus.entry.home, focus.entry.away]);
            let mut named = passage.names.iter().filter_map(crate::passage::Name::team);
            own.is_none_or(|own| named.any(|team| !own.contains(&team) && out.side(focus.entry, team).is_some()))
        };
        if right && !meant {
            continue;
        }
        if right && (told || !ahead) {
            let rows = out.match_row(focus.entry);
            out.push(
                passage,
                (at, end),
                Kind::Stage,
                text,
                Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(focus.entry.id)),
            );
            return;
        }
        let alone = focus.may_contradict && foci.len() == 1;
        if focus.is_anchor
            && told
            && !ahead
            && (alone || names_both(passage, focus, out))
            && plainly_of_the_match(passage, at, focus)
            && !right
        {
            let rows = out.match_row(focus.entry);
            out.push(
                passage,
                (at, end),
                Kind::Stage,
                text,
                Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Match(focus.entry.id)),
            );
            return;
        }
    }
}

/// "In the group stage", "a group-stage game": the stage of a match. "Out of the group stage", "the surprises of the group
/// stage", "went no further than the group stage" tell of a campaign.
fn is_group_of_a_match(passage: &Passage, (at, end): (usize, usize)) -> bool {
    const MATCH: &[&str] = &[
        "match",
        "game",
        "clash",
        "tie",
        "encounter",
        "fixture",
        "opener",
        "meeting",
        "contest",
        "win",
        "victory",
        "defeat",
        "draw",
        "loss",
        "showdown",
        "finale",
        "decider",
    ];
    const OUT: &[&str] =
        &["out", "exit", "exited", "eliminated", "elimination", "crashed", "fell", "bowed", "knocked", "unbeaten"];
    if passage.is_any(end, MATCH) {
        return true;
    }
    let article = (at.saturating_sub(5)..at).rev().find(|&before| {
        !passage.is_any(before, &["the", "world", "cup", "first", "opening"]) && passage.name_at(before).is_none()
    });
    article.is_some_and(|before| passage.is_any(before, &["in", "during"]))
        && !(at.saturating_sub(8)..at).any(|before| passage.is_any(before, OUT))
}

/// "Failed to get past the last 16 four years ago": a stage of another time.
fn is_recalled(passage: &Passage, (at, end): (usize, usize)) -> bool {
    const AGO: &[&str] = &["years ago", "years earlier", "years before", "last time out", "last time around"];
    passage.has(at.saturating_sub(10), passage.len().min(end + 5), AGO)
}

/// "beat England 2-1 in the World Cup quarter-final": its score, then the stage, with nothing but the tournament between.
fn plainly_of_the_match(passage: &Passage, at: usize, focus: &Focus<'_>) -> bool {
    let from = at.saturating_sub(9);
    let is_its = |one: u8, other: u8| {
        focus
            .entry
            .score
            .end
            .is_some_and(|end| (end.home, end.away) == (one, other) || (end.away, end.home) == (one, other))
    };
    (from..at)
        .rev()
        .take_while(|&before| !passage.is_break(before))
        .any(|before| matches!(passage.kind(before), Some(TokenKind::Score(one, other)) if is_its(one, other)))
        && (from..at).any(|before| passage.is_any(before, &["in"]))
        || passage.is_any(at.wrapping_sub(1), &["this"]) && passage.is_any(at.wrapping_sub(2), &["in"])
}

/// Whether both teams of a match are named, and no other.
pub(super) fn names_both(passage: &Passage, focus: &Focus<'_>, out: &Out<'_>) -> bool {
    let from = dateline(passage);
    let names = passage.names.iter().filter(|name| name.first >= from);
    let sides: Vec<_> = names.filter_map(|name| Some(out.side(focus.entry, name.team()?))).collect();
    sides.iter().all(Option::is_some) && sides.contains(&Some(Side::Home)) && sides.contains(&Some(Side::Away))
}

/// "Beat the Czechs to reach the quarter-finals": the stage the winner went on to. Gives back whether it was that.
/// `result` is the match whose result is told right before.
fn reached<'r>(
    passage: &Passage,
    (at, end): (usize, usize),
    stage: StageKind,
    foci: &[Focus<'_>],
    of_result: &dyn Fn(usize, usize) -> Option<Focus<'r>>,
    out: &mut Out<'_>,
) -> bool {
    const REACHED: &[&str] = &[
        "to reach",
        "and reached",
        "into",
        "through to",
        "to go into",
        "a place in",
        "their place in",
        "a spot in",
        "their spot in",
        "a berth in",
        "their berth in",
        "last place in",
        "last spot in",
        "to advance to",
        "on to",
        "and advanced to",
        "to qualify for",
        "to progress to",
        "to make",
        "reaching",
        "and into",
        "to move into",
        "to earn a place in",
        "advancing to",
    ];
    const OTHER: &[&str] =
        &["first", "since", "second", "third", "never", "had", "could", "would", "not", "last time", "again"];
    // "into the World Cup quarter-finals"
    let head = at
        .checked_sub(1)
        .and_then(|last| passage.name_at(if passage.is_possessive(last) { last.checked_sub(1)? } else { last }))
        .filter(|name| name.competition().is_some() || name.edition().is_some())
        .map_or(at, |name| name.first);
    let article = head.checked_sub(1).filter(|&before| passage.is_any(before, &["the", "a"])).unwrap_or(head);
    let cue = (article.saturating_sub(4)..article).find(|&from| passage.any_phrase(from, REACHED) == Some(article));
    let Some(cue) = cue else { return false };
    // "With a place in the last eight at stake": nobody has it yet.
    if passage.any_phrase(end, &["at stake", "up for grabs", "on the line", "on offer"]).is_some() {
        return false;
    }
    // "What cost Poland a place in the quarter-finals", "within seven minutes of reaching": nobody reached them by it.
    const LOST: &[&str] =
        &["cost", "costing", "denied", "denying", "robbed", "deprived", "missed", "missing", "miss", "short", "within"];
    if (cue.saturating_sub(7)..cue).any(|before| passage.is_any(before, LOST)) || is_hypothetical(passage, cue) {
        return false;
    }
    let verb = (cue.saturating_sub(3)..=cue).find(|&from| passage.is_any(from, &["to", "and", "into", "through"]));
    let tied = of_result(verb.unwrap_or(cue), cue.max(verb.unwrap_or(cue)) + 1);
    let focus = match (tied, foci) {
        (Some(tied), _) => tied,
        // "Croatia are through to the last 16": of another team.
        (None, [focus])
            if focus.is_anchor
                && !passage.has(0, passage.len(), OTHER)
                && passage
                    .names
                    .iter()
                    .filter(|name| name.end <= at)
                    .filter_map(crate::passage::Name::team)
                    .all(|team| out.side(focus.entry, team).is_some()) =>
        {
            *focus
        }
        _ => return false,
    };
    let entry = focus.entry;
    let Some(team) = entry.winner().map(|side| entry.team(side)) else { return false };
    let record = out.record();
    let later = out.view.appointments_of(team, entry.date).find_map(|later| {
        let kind = later.stage()?.kind;
        (later.edition() == entry.edition && later.date() > entry.date && kind.is_knock_out()).then_some((later, kind))
    });
    let Some((later, kind)) = later else { return false };
    let tells = tied.is_some()
        || passage.has(
            0,
            at,
            &[
                "beat", "beating", "won", "win", "victory", "defeated", "stunned", "thrashed", "sent", "fired",
                "sends", "winner", "put", "sending", "triumph",
            ],
        );
    let named = is_named(passage, at, end);
    // "Saw off the Netherlands and England to reach the last four": of the last of them.
    let from = super::super::dateline(passage);
    let told = passage.names.iter().filter(|name| name.first >= from && name.end <= at);
    let mut before = told.filter_map(crate::passage::Name::team);
    let only = before.all(|team| out.side(entry, team).is_some());
    // "Beat France in 2002 and reached the quarter-finals": in the end, and not by that match.
    let got_there = out
        .view
        .appointments_of(team, entry.date)
        .any(|later| later.edition() == entry.edition && later.stage().is_some_and(|own| is_called(own.kind, stage)));
    let verdict = if is_called(kind, stage) {
        Verdict::Confirmed
    } else if got_there {
        return false;
    } else if tells && named && only && focus.may_contradict && stage.is_knock_out() && passage.quote.is_none() {
        Verdict::Contradicted
    } else {
        return false;
    };
    let name = words::team(record, team);
    let text = format!("{name} reached the {}", stage.name());
    let occasion = words::occasion_of(record, later.edition(), later.stage(), later.date());
    let row = Evidence {
        in_match: Some(later.id()),
        text: format!("{name} played next in: {occasion}"),
        sources: later.sources(),
    };
    let judged = Judged::new(verdict).showing(vec![row]).about(Topic::Next(team));
    out.push(passage, (if head == at { article } else { at }, end), Kind::Stage, text, judged);
    true
}

/// Whether a stage between two tokens is named so that it is the same in every tournament: what a first, second or
/// final round was differs.
fn is_named(passage: &Passage, at: usize, end: usize) -> bool {
    const ALWAYS: &[&str] = &["quarter", "quarterfinal", "quarterfinals", "semi", "semifinal", "semifinals", "last"];
    passage.is_any(at, ALWAYS)
        || passage.is_any(at, &["final"]) && end == at + 1
        || passage.is_any(at, &["group"])
        || passage.phrase(at, "round of").is_some()
}
