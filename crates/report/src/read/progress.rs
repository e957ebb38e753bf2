//! How far a team came: "reached the semi-finals", "went out in the group", "are into the last eight".

use byline_record::ask::statement::Says;
use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, Match, StageKind, TeamId};

use super::about::{Meant, each_with_each, is_hypothetical, is_of_today, is_wanted, statement};
use super::stages::stage_words;
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::{Heads, Phrases};
use crate::passage::Passage;

/// Words that say a team came to a stage.
pub(crate) const REACHED: Phrases = Phrases::of(&[
    "reached",
    "reach",
    "reaching",
    "reaches",
    "made it to",
    "made it into",
    "made",
    "making",
    "got to",
    "advanced to",
    "advance to",
    "advancing to",
    "advanced into",
    "progressed to",
    "progress to",
    "through to",
    "through into",
    "into",
    "went to",
    "got as far as",
    "qualified for",
    "book their place in",
    "booked their place in",
    "booked a place in",
    "secured a place in",
    "a place in",
    "their place in",
    "sailed into",
    "in to",
    "a spot in",
    "their spot in",
    "a berth in",
    "their berth in",
    "a slot in",
    "last place in",
    "final place in",
    "last spot in",
    "a ticket to",
    "progress into",
    "progressed into",
    "on to",
    "came as far as",
    "come as far as",
    "go as far as",
    "went as far as",
    "made it as far as",
    "got through to",
    "qualify for",
    "survived until",
]);

/// Words that say a team went out at a stage.
pub(crate) const WENT_OUT: Phrases = Phrases::of(&[
    "went out in",
    "went out at",
    "went out of the world cup in",
    "go out in",
    "gone out in",
    "out in",
    "out at",
    "knocked out in",
    "knocked out at",
    "eliminated in",
    "eliminated at",
    "exited in",
    "exited at",
    "exit in",
    "fell in",
    "fell at",
    "fallen in",
    "bowed out in",
    "bowed out at",
    "crashed out in",
    "crashed out at",
    "beaten in",
    "lost in",
    "stopped in",
    "stopped at",
    "dumped out in",
    "dumped out at",
    "failed to survive",
    "failed to get out of",
    "failed to get past",
    "failed to progress from",
    "failed to emerge from",
    "failed to make it out of",
    "failed to get beyond",
    "went no further than",
    "got no further than",
    "did not get past",
    "did not get beyond",
    "did not survive",
    "exit at",
    "elimination in",
    "elimination at",
    "departed in",
    "departed at",
    "perished in",
    "perished at",
    "fallen at",
    "go out at",
    "gone out at",
    "going out in",
    "going out at",
    "bow out in",
    "bow out at",
    "knocked out of",
    "over at",
    "ended in",
    "ended at",
    "come to grief in",
    "came to grief in",
    "stumbled in",
    "stumbled at",
    "undone in",
]);

/// Nouns of those who came to a stage.
const COMERS: &[(&str, StageKind, bool)] = &[
    ("losing semi finalists", StageKind::SemiFinal, true),
    ("beaten semi finalists", StageKind::SemiFinal, true),
    ("losing semifinalists", StageKind::SemiFinal, true),
    ("beaten semifinalists", StageKind::SemiFinal, true),
    ("semi finalists", StageKind::SemiFinal, false),
    ("semifinalists", StageKind::SemiFinal, false),
    ("losing quarter finalists", StageKind::QuarterFinal, true),
    ("beaten quarter finalists", StageKind::QuarterFinal, true),
    ("quarter finalists", StageKind::QuarterFinal, false),
    ("quarterfinalists", StageKind::QuarterFinal, false),
];

/// A stage at a token, with the token after it.
pub(crate) fn stage_at(passage: &Passage, at: usize) -> Option<(StageKind, usize)> {
    let (stage, end) = stage_words(passage, at)?;
    // Matches, places and days that only begin like a stage.
    const OTHER: &[&str] = &[
        "match",
        "game",
        "group",
        "minutes",
        "minute",
        "third",
        "whistle",
        "score",
        "say",
        "day",
        "round",
        "table",
        "games",
        "matches",
        "years",
        "ball",
        "defeat",
        "win",
        "opponents",
        "victory",
        "goal",
        "loss",
        "meeting",
        "quarter",
        "hurdle",
        "time",
        "draw",
        "exit",
        "appearance",
        "against",
        "place",
        "tie",
        "clash",
        "opener",
    ];
    // "Into the final 30 minutes"
    let counted = stage == StageKind::Final && passage.cardinal(end).is_some();
    // "Came into the first Group D match"
    let letter = passage.token(end).is_some_and(|token| token.capital && token.word.len() == 1);
    let other =
        counted || passage.is_any(end + usize::from(letter), OTHER) || passage.is_any(at, &["third", "match", "play"]);
    (!other && passage.name_at(at).is_none()).then_some((stage, end))
}

/// Nouns of how far somebody came.
const FEATS: Phrases = Phrases::of(&["feat", "run", "achievement", "performance", "showing"]);
/// Nouns of where it ended.
const EXITS: &[&str] = &["exit", "elimination", "departure"];
/// First words of [`COMERS`].
const COMING: &[&str] = &["losing", "beaten", "semi", "semifinalists", "quarter", "quarterfinalists"];
/// What one of begins all that is read here but exits.
const HEADS: Heads =
    Heads::of(FEATS.list()).and(Heads::of(COMING)).and(Heads::of(WENT_OUT.list())).and(Heads::of(REACHED.list()));
const EXIT_HEADS: Heads = Heads::of(EXITS);

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let exits = passage.may_meet(&EXIT_HEADS);
    if !exits && !passage.may_meet(&HEADS) {
        return;
    }
    let mut at = 0;
    while at < passage.len() {
        let may_begin = passage.may_begin(at, &HEADS) || exits && stage_words(passage, at).is_some();
        if passage.name_at(at).is_none() && may_begin {
            if let Some(end) = feat(reader, passage, at, out) {
                at = end;
                continue;
            }
            if let Some(end) = comers(reader, passage, at, out).or_else(|| exit(reader, passage, at, out)) {
                at = end;
                continue;
            }
            let found = passage
                .one_of(at, &WENT_OUT)
                .map(|end| (end, true))
                .or_else(|| passage.one_of(at, &REACHED).map(|end| (end, false)));
            if let Some((end, exactly)) = found
                && let Some(end) = told(reader, passage, foci, (at, end), exactly, out)
            {
                at = end;
                continue;
            }
        }
        at += 1;
    }
}

/// "could not match their feat from four years ago by reaching the last four": that they had reached it.
fn feat<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) -> Option<usize> {
    let noun = passage.one_of(at, &FEATS)?;
    let verb = (at.saturating_sub(4)..at).rev().find(|&verb| {
        passage.is_any(
            verb,
            &["match", "repeat", "emulate", "equal", "matching", "repeating", "emulating", "matched", "repeated"],
        )
    })?;
    passage.is_any(verb + 1, &["their", "the", "its"]).then_some(())?;
    let (editions, end) = reader.edition_at(passage, noun, None, out)?;
    let reaching = (end..end + 3).find(|&at| passage.is_any(at, &["reaching", "making", "reached"]))?;
    let next = if passage.is_any(reaching + 1, &["the", "a"]) { reaching + 2 } else { reaching + 1 };
    let (stage, last) = stage_at(passage, next)?;
    let meant = reader.teams_before(passage, verb, out);
    let team = match super::titles::described(reader, passage, verb, out) {
        Some(team) => team,
        None if passage.has(verb.saturating_sub(5), verb, &["who", "which"]) => return None,
        None => meant.likely().filter(|_| meant.sure)?,
    };
    let sex = reader.sex(out);
    let of_year = |edition: EditionId| {
        let says = Says::StageReached { team: Some(team), edition: Some(edition), stage: Some(stage), exactly: false };
        (statement(says, sex, Vec::new()), out.view)
    };
    let ways: Vec<_> = editions.into_iter().map(of_year).collect();
    out.decide(passage, (verb + 1, last), Kind::Progress, &ways, &[], true);
    Some(last)
}

/// "A second successive first-round exit", "their quarter-final elimination": out at a stage of the tournament under
/// report.
fn exit<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) -> Option<usize> {
    let (stage, end) = stage_words(passage, at).filter(|(stage, _)| *stage != StageKind::ThirdPlace)?;
    let end = if passage.is_any(end, &["stage"]) { end + 1 } else { end };
    let noun = passage.any_phrase(end, EXITS)?;
    let edition = reader.tournament(out)?;
    let recalled =
        passage.has(at.saturating_sub(8), at, &["since", "after", "last", "avoid", "repeat", "previous", "following"])
            || reader.edition_at(passage, noun, None, out).is_some();
    if recalled || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return None;
    }
    let meant = reader.teams_before(passage, at, out);
    let make = |team: TeamId| {
        let says = Says::StageReached { team: Some(team), edition: Some(edition), stage: Some(stage), exactly: true };
        (statement(says, reader.sex(out), Vec::new()), out.view)
    };
    let ways = [make(meant.likely()?)];
    let others: Vec<_> = meant.others().map(make).collect();
    out.decide(passage, (at, noun), Kind::Progress, &ways, &others, meant.sure);
    Some(noun)
}

/// "They were semi-finalists in 1970", "quarter-finalists four years ago".
fn comers<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) -> Option<usize> {
    if !passage.is_any(at, COMING) {
        return None;
    }
    let (end, stage, exactly) =
        COMERS.iter().find_map(|&(phrase, stage, exactly)| Some((passage.phrase(at, phrase)?, stage, exactly)))?;
    let next = if passage.phrase(end, "once more").is_some() { end + 2 } else { end };
    let next = if passage.is_any(next, &["again", "only", "both"]) { next + 1 } else { next };
    let (editions, mut last) = reader.edition_at(passage, next, None, out)?;
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.has(at.saturating_sub(3), at, &["not", "never"])
    {
        return None;
    }
    let meant = reader.teams_before(passage, at, out);
    let likely = meant.likely()?;
    let sex = reader.sex(out);
    let view = out.view;
    let make = |team: TeamId, edition: EditionId| {
        let says = Says::StageReached { team: Some(team), edition: Some(edition), stage: Some(stage), exactly };
        (statement(says, sex, Vec::new()), view)
    };
    let ways = |editions: &[EditionId]| editions.iter().map(|&edition| make(likely, edition)).collect::<Vec<_>>();
    let others: Vec<_> = each_with_each(meant.others(), &editions, make);
    out.decide(passage, (at, last), Kind::Progress, &ways(&editions), &others, meant.sure);
    // "In 1970 and in 2010"
    while passage.is_any(last, &["and"]) || passage.is_mark(last, ',') {
        let Some((years, end)) = reader.edition_at(passage, last + 1, None, out) else { break };
        out.decide(passage, (last + 1, end), Kind::Progress, &ways(&years), &[], false);
        last = end;
    }
    Some(last)
}

/// Names of what comes after the groups.
const KNOCK_OUT: &[&str] = &[
    "knockout stage",
    "knockout stages",
    "knockout phase",
    "knockout round",
    "knockout rounds",
    "knock out stage",
    "knock out stages",
    "knock out phase",
    "knock out round",
    "knock out rounds",
];

/// "the knock-out stage" of the tournament under report, with the token after it.
fn knock_out_at(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(StageKind, usize)> {
    let end = passage.any_phrase(at, KNOCK_OUT)?;
    Some((out.view.first_knock_out(reader.tournament(out)?)?, end))
}

/// "Fire his team into the last eight": the team of the one named before.
fn team_of_his(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<TeamId> {
    let noun = at.checked_sub(1).filter(|&noun| passage.is_any(noun, &["team", "side", "country", "nation"]))?;
    passage.is_any(noun.wrapping_sub(1), &["his"]).then_some(())?;
    let person = passage.names.iter().rev().find(|name| name.end < noun && name.is_person())?.person()?;
    let entry = reader.anchor?;
    out.side_of_person(entry, person).map(|side| entry.team(side))
}

/// The token after articles, possessives, numbers and the name of the tournament before a stage.
fn told<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    exactly: bool,
    out: &mut Out<'r>,
) -> Option<usize> {
    let mut next = end;
    let mut named: Option<EditionId> = None;
    let mut competition = None;
    while next < end + 6 {
        if let Some(name) = passage.name_from(next) {
            if let Some(edition) = name.edition() {
                named = Some(edition);
            } else if let Some(id) = name.competition() {
                competition = Some(id);
            } else {
                return None;
            }
            next = name.end;
            continue;
        }
        if stage_at(passage, next).is_some() || passage.any_phrase(next, KNOCK_OUT).is_some() {
            break;
        }
        // "into the World Cup's knock-out stage"
        if passage.is_possessive(next) {
            next += 1;
            continue;
        }
        if let Some(year) = reader.year_at(passage, next) {
            named = reader.competitions(out).into_iter().find_map(|id| reader.edition_of(id, year, out));
            next += 1;
            continue;
        }
        const DETERMINERS: &[&str] = &[
            "the",
            "their",
            "its",
            "a",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "successive",
            "consecutive",
            "straight",
            "another",
            "this",
            "that",
            "very",
        ];
        if !passage.is_any(next, DETERMINERS) {
            return None;
        }
        next += 1;
    }
    let (stage, mut last) = stage_at(passage, next).or_else(|| knock_out_at(reader, passage, next, out))?;
    // "Their place in the group": everybody has one.
    if stage == StageKind::Group && !exactly {
        return None;
    }
    // "lost in the final" is said of a match too, and read there.
    if exactly && passage.is_any(at, &["lost", "beaten"]) && foci.iter().any(|focus| !focus.is_anchor) {
        return None;
    }
    let before = passage.word(at.wrapping_sub(1));
    if before == "for" || passage.is_any(at, &["their"]) && before == "in" {
        return None;
    }
    if is_hypothetical(passage, at) || is_wanted(passage, at) || ["not", "never", "yet", "without"].contains(&before) {
        return None;
    }
    // "Beat Germany to reach the quarter-finals" has reached them; "hope to" has not.
    const WON: &[&str] =
        &["beat", "won", "beating", "defeated", "edged", "win over", "win against", "victory over", "victory against"];
    const OPEN: &[&str] = &[
        "set",
        "looked",
        "look",
        "likely",
        "poised",
        "favourites",
        "ready",
        "enough",
        "needed",
        "need",
        "needs",
        "must",
        "have to",
        "had to",
        "to beat",
        "trying",
        "not",
        "never",
        "having",
    ];
    let near = passage.clause_start(at).max(at.saturating_sub(16));
    let by_win = before == "to" && passage.has(near, at, WON) && !passage.has(near, at, OPEN);
    if before == "to" && !by_win {
        return None;
    }
    // "into the final minutes", "made the final pass": only what a team comes to.
    let meant = match team_of_his(reader, passage, at, out) {
        Some(team) => Meant { all: vec![team], sure: false, first: at },
        None => reader.teams_before(passage, at, out),
    };
    let team = meant.likely()?;
    let own = reader.tournament(out);
    let of_own = own.map(|edition| out.record().edition(edition).competition);
    let mut sure = meant.sure;
    let editions: Vec<EditionId> = if let Some(edition) = named {
        vec![edition]
    } else if let Some((editions, end)) = reader.edition_at(passage, last, competition, out) {
        last = end;
        editions
    } else if let Some(editions) =
        reader.editions_recalled(passage, competition, out).filter(|_| !for_the_first_time(passage, last))
    {
        // "In 2002, when Klose scored five, they progressed to the final"
        sure = false;
        editions
    } else {
        sure &= is_of_today(reader, foci) && competition.is_none_or(|id| Some(id) == of_own) && !by_win;
        own.into_iter().chain(foci.iter().map(|focus| focus.entry.edition)).collect()
    };
    // "At Euro 84 they had impressed; now they advanced to the round of 16": of a year that had none nothing is told.
    let recalled = named.is_none() && !editions.iter().any(|&edition| Some(edition) == own);
    let has_stage = |edition: EditionId| {
        let mut kinds = out.record().latest().matches_in(edition).filter_map(|entry| Some(entry.stage.as_ref()?.kind));
        kinds.any(|kind| kind == stage)
    };
    let unheld = recalled && stage == StageKind::RoundOf16 && !editions.iter().any(|&edition| has_stage(edition));
    if editions.is_empty() || unheld {
        return None;
    }
    let sex = reader.sex(out);
    let view = out.view;
    let at_stage = |team: TeamId, edition: EditionId, stage: StageKind| {
        let says = Says::StageReached { team: Some(team), edition: Some(edition), stage: Some(stage), exactly };
        (statement(says, sex, Vec::new()), view)
    };
    let make = |team: TeamId, edition: EditionId| at_stage(team, edition, stage);
    let mut ways: Vec<_> = editions.iter().map(|&edition| make(team, edition)).collect();
    // "Gone out in the first round" may be in its groups.
    if stage == StageKind::FirstRound {
        ways.extend(editions.iter().map(|&edition| at_stage(team, edition, StageKind::Group)));
    }
    let others: Vec<_> = each_with_each(meant.others(), &editions, make);
    // "In 1986 and 1990", "in the last 16 in 1986 and the semi-finals in 1990"
    let dated = last > end && sure && !editions.iter().any(|&edition| Some(edition) == own);
    let mut next = last;
    while let Some((stage, editions, end)) = another(reader, passage, (next, stage), out).filter(|_| dated) {
        let ways: Vec<_> = editions.iter().map(|&edition| at_stage(team, edition, stage)).collect();
        let others = each_with_each(meant.others(), &editions, |team, edition| at_stage(team, edition, stage));
        let beside = meant.sure && at.checked_sub(1).and_then(|last| passage.name_at(last)).is_some();
        out.decide_of(passage, (next + 1, end), Kind::Progress, &ways, &others, (meant.sure, beside));
        next = end;
    }
    // A bare "into" says too little to be wrong.
    // "A draw was enough to send them through to the last eight", as was thought.
    const THOUGHT: &[&str] = &["enough", "thought", "believed", "believing", "convinced"];
    let plain = sure
        && !by_win
        && !passage.has(near, at, THOUGHT)
        && !passage.is_any(at, &["into", "in", "made", "making", "a", "their", "beaten", "lost", "out"]);
    let ahead = plain
        && !exactly
        && passage.quote.is_none()
        && own.is_some_and(|own| editions.iter().all(|&edition| edition == own));
    if let Some(entry) = ahead.then(|| too_far(reader, passage, (at, last), (team, stage), out)).flatten() {
        let text = format!("{} reached the {}", words::team(out.record(), team), stage.name());
        let judged = Judged::new(Verdict::Contradicted)
            .showing(out.match_row(entry))
            .because("the record has a round still to be played before it")
            .about(Topic::Next(team));
        out.push(passage, (at, last), Kind::Progress, text, judged);
        return Some(last);
    }
    out.decide(passage, (at, last), Kind::Progress, &ways, &others, plain);
    Some(last)
}

/// "A place in the second round of the World Cup for the first time since 1990": that is of today.
fn for_the_first_time(passage: &Passage, last: usize) -> bool {
    passage
        .find(last, last + 8, &["for the first time since", "first time since"])
        .is_some_and(|(at, _)| !(last..at).any(|between| passage.is_stop(between)))
}

/// The next of a list of years, with its stage if that is named, and the token after it: "and 1990", "and the semi-finals
/// in 1990".
fn another(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    (at, stage): (usize, StageKind),
    out: &Out<'_>,
) -> Option<(StageKind, Vec<EditionId>, usize)> {
    if let Some((year, end)) = reader.another_year(passage, at) {
        return Some((stage, reader.editions_of_year(year, out), end));
    }
    let mut next = at + usize::from(passage.is_any(at, &["and"]) || passage.is_mark(at, ','));
    if next == at {
        return None;
    }
    while next < at + 4 && passage.is_any(next, &["in", "at", "the"]) {
        next += 1;
    }
    // "And Euro 1996"
    let (stage, end) = stage_at(passage, next).unwrap_or((stage, next));
    let (editions, end) = reader.edition_at(passage, end, None, out)?;
    Some((stage, editions, end))
}

/// "Are through to the semi-finals" of whoever has just won in the last 16: the match that led only to the round before.
fn too_far<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (at, last): (usize, usize),
    (team, stage): (TeamId, StageKind),
    out: &Out<'r>,
) -> Option<&'r Match> {
    const RECALLED: &[&str] =
        &["had", "last", "previous", "previously", "ago", "when", "never", "once", "twice", "side that", "team that"];
    let entry = reader.anchor?;
    let won = entry.winner().is_some_and(|side| entry.team(side) == team);
    let next = match entry.stage.as_ref().filter(|_| won)?.kind {
        StageKind::RoundOf16 => StageKind::QuarterFinal,
        StageKind::QuarterFinal => StageKind::SemiFinal,
        _ => return None,
    };
    let further = stage > next && matches!(stage, StageKind::SemiFinal | StageKind::Final);
    let recalled = passage.has(passage.clause_start(at), passage.len().min(last + 8), RECALLED);
    // On the day after the next round it is so.
    let over = out.view.matches_of(team).any(|later| later.edition == entry.edition && later.date > entry.date);
    (further && !recalled && !over).then_some(entry)
}
