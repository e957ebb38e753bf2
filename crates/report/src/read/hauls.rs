//! How many goals somebody has by now: "took his tally to four", "finished with six", "has 12 goals at World Cups", "his
//! six goals", "the tournament's top scorer".

use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, PersonId};

use super::about::{Meant, is_current, is_hypothetical, is_wanted};
use super::careers::scored;
use super::elsewhere::is_elsewhere;
use super::ledger::{Ledger, skip};
use super::plain::OTHER_MEN;
use super::tallies::{Of, matches, rows, scope_at, told_of};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Words by which a sentence is about who scored most.
const SCORER_HEADS: Heads = Heads::of(SCORERS);
const SCORERS: &[&str] = &[
    "top scorer",
    "top scorers",
    "leading scorer",
    "leading scorers",
    "highest scorer",
    "leading marksman",
    "top goalscorer",
    "leading goalscorer",
    "top goal scorer",
    "joint top scorer",
    "golden boot",
    "golden shoe",
    "scoring charts",
    "scoring chart",
    "scoring list",
    "scorers list",
    "leads the scorers",
    "list of scorers",
    "goal charts",
    "scoring race",
];

/// Words that say a count is of more than the tournaments the record has, or of something else.
const ELSEWHERE: &[&str] = &[
    "caps",
    "internationals",
    "international goals",
    "for his country",
    "international career",
    "in all competitions",
    "his career",
    "assists",
    "serie a",
    "bundesliga",
    "la liga",
    "ligue 1",
    "premiership",
    "eredivisie",
];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        if passage.may_begin(at, &SCORER_HEADS) && passage.any_phrase(at, SCORERS).is_some() {
            top(reader, passage, foci, at, out);
        }
        if let Some((count, end)) = passage.cardinal(at).filter(|(count, _)| (1..=30).contains(count)) {
            haul(reader, passage, foci, (at, end, count), out);
        }
    }
}

/// How a count of goals is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// "took his tally to four", "finished the tournament with six": of the tournament, or of more.
    Total,
    /// "his six goals", "Kane's six goals".
    Owned,
    /// "has five goals", "scored 13 goals at one World Cup".
    Has,
}

fn frame(passage: &Passage, (at, end): (usize, usize)) -> Option<(Frame, usize)> {
    let back = passage.clause_start(at).max(at.saturating_sub(12));
    let goals = passage.is_any(end, &["goals", "goal", "strikes"]);
    let mut before = at.checked_sub(1)?;
    while passage.is_any(
        before,
        &["now", "just", "already", "a", "all", "his", "her", "record", "only", "tournament", "joint", "high", "best"],
    ) && !passage.is_any(before, &["his", "her"])
    {
        before = before.checked_sub(1)?;
    }
    let said = |words: &[&str]| (back..before).rev().find(|&word| passage.is_any(word, words));
    match passage.word(before) {
        "with" if passage.is_any(end, OTHER_MEN) => None,
        // "Finishing off a three-on-two break"
        "on" if passage.cardinal_before(before).is_some() => None,
        "with" | "on" => {
            let verb = said(&[
                "finished",
                "finish",
                "finishes",
                "ended",
                "ends",
                "end",
                "ending",
                "finishing",
                "leads",
                "led",
                "leading",
                "tops",
                "topped",
                "remains",
                "stays",
                "stands",
                "moved",
                "moves",
                "joined",
                "joins",
                "drew",
                "level",
            ]);
            let cue = passage.has(back, passage.len().min(end + 12), SCORERS);
            match verb {
                Some(verb) => Some((Frame::Total, verb)),
                None if cue => Some((Frame::Total, before)),
                None => None,
            }
        }
        "to" => {
            let verb = said(&[
                "tally", "total", "haul", "count", "took", "taking", "takes", "moved", "moving", "brings", "bringing",
                "brought", "up",
            ])?;
            let counts = passage.has(back, before, &["tally", "total", "haul", "count", "goals"])
                || passage.is_any(before - 1, &["him", "her", "himself"]) && goals;
            counts.then_some((Frame::Total, verb))
        }
        "his" | "her" | "their" | "its" if goals => Some((Frame::Owned, before)),
        "has" | "have" | "had" | "boasts" | "got" if goals || super::plain::closes(passage, end) => {
            Some((Frame::Has, before))
        }
        "scored" | "scoring" | "netted" | "hit" | "struck" | "bagged" if goals || passage.word(end) == "times" => {
            Some((Frame::Has, before))
        }
        _ if passage.is_possessive(before) && (goals || passage.is_any(end, &["in", "at"])) => {
            Some((Frame::Owned, before))
        }
        _ => None,
    }
}

fn haul<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, count): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    let Some((frame, verb)) = frame(passage, (at, end)) else { return };
    if is_hypothetical(passage, at) || is_wanted(passage, at) || is_elsewhere(passage, ELSEWHERE) {
        return;
    }
    // "The highest scorer in the history of the World Cup, with 16 goals": of every tournament.
    let start = passage.clause_start(at);
    if frame == Frame::Total && passage.has(start, at, &["in the history of", "in history", "all time", "of all time"])
    {
        return;
    }
    let next = skip(passage, end, &["goals", "goal", "strikes", "times", "so", "far"]);
    let first = verb.min(at);
    let explicit = scope_at(reader, passage, next, out);
    // "Geoff Hurst's three goals in the 1966 final": of one match.
    const MATCHES: &[&str] =
        &["final", "semi", "quarter", "match", "game", "win", "victory", "defeat", "draw", "semifinal", "quarterfinal"];
    if explicit.is_some_and(|(_, last)| (last..last + 4).any(|at| passage.is_any(at, MATCHES))) {
        return;
    }
    if frame == Frame::Owned && explicit.is_none() && !passage.is_any(end, &["goals", "goal", "strikes"]) {
        return;
    }
    // "in four matches" is counted elsewhere.
    if let Some((_, last)) = explicit
        && passage.is_any(last.wrapping_sub(1), &["games", "matches"])
    {
        return;
    }
    let Some(own) = reader.tournament(out) else { return };
    let competition = out.record().edition(own).competition;
    let world = reader.world_cup(out);
    let (scopes, last): (Vec<Of>, usize) = match explicit {
        Some((of, last)) => (vec![of], last),
        // "Two goals" of a match: not a count over several.
        None if frame == Frame::Has && !super::plain::closes(passage, next) => return,
        None => {
            // Of every year only where the words say so: each scope more is a chance to be right by luck.
            let of_all =
                passage.has(0, passage.len(), &["overall", "all time", "all told", "record", "career", "ever"])
                    || passage.names.iter().any(|name| name.competition().is_some() && name.edition().is_none())
                    || reader.anchor.is_none() && reader.fixture.is_none();
            let of_one = frame == Frame::Total
                && passage.has(0, passage.len(), SCORERS)
                    | passage.has(0, passage.len(), &["tournament", "the finals", "competition"]);
            let mut all = vec![Of::Edition(own)];
            if of_all && !of_one {
                all.push(Of::Competition(competition));
                all.extend(world.filter(|&id| id != competition).map(Of::Competition));
            }
            (all, next)
        }
    };
    if explicit.is_none() && frame == Frame::Has && count < 3 {
        return;
    }
    if frame == Frame::Owned && passage.is_any(at.wrapping_sub(1), &["their", "its"]) {
        let meant = reader.teams_about(passage, at - 1, out);
        let Some(team) = meant.likely() else { return };
        let ledgers = reader.eves(out).into_iter().map(|view| Ledger::of_edition(&view, team, own));
        let Some(ledger) = ledgers.into_iter().find(|ledger| ledger.goals().0 == count && ledger.len() > 1) else {
            return;
        };
        let record = out.record();
        let reading = format!(
            "{}: {} at the {}",
            words::team(record, team),
            words::count(count, "goal", "goals"),
            words::edition(record, own)
        );
        let rows = ledger.rows(out);
        out.push(passage, (at - 1, last), Kind::Tally, reading, Judged::new(Verdict::Confirmed).showing(rows));
        return;
    }
    // "Three of Colombia's five goals": a team's.
    let owner = at.checked_sub(2).filter(|_| passage.is_possessive(at - 1)).and_then(|last| passage.name_at(last));
    if frame == Frame::Owned && owner.is_some_and(|name| name.team().is_some()) {
        return;
    }
    let nobody = passage.names.iter().all(|name| !name.is_person() || name.first >= at);
    let meant: Meant<PersonId> = if frame == Frame::Owned && passage.is_possessive(at.wrapping_sub(1)) {
        reader.people_before(passage, at)
    } else {
        reader.people_before(passage, verb)
    };
    let days = reader.counted(passage, out);
    // A team's goals.
    let nearest = passage.names.iter().rfind(|name| name.end <= verb);
    if nearest.is_some_and(|name| name.team().is_some()) && (frame != Frame::Owned && frame != Frame::Total) {
        return;
    }
    let later = || {
        let name = passage.names.iter().find(|name| name.first >= at && name.is_person());
        name.and_then(crate::passage::Name::person)
    };
    let is_so = |of: Of, person: PersonId| {
        days.iter().any(|view| {
            matches(view, of).is_some_and(|all| all.iter().map(|entry| scored(entry, person)).sum::<u32>() == count)
        })
    };
    let fits = |person: &PersonId| scopes.iter().any(|&of| is_so(of, *person));
    // "The Frenchman now has 12": one of those named last.
    let near = || {
        let specific = count > 2 && (explicit.is_some() || passage.has(0, passage.len(), SCORERS));
        reader.people_near(passage, at).into_iter().filter(|_| specific).find(fits)
    };
    let own = meant.likely();
    // "Tomas Skuhravy on five": nobody else.
    let who = verb.checked_sub(1).filter(|&who| passage.is_any(who, &["who"]));
    let of_who = who.map(|who| if passage.is_mark(who.wrapping_sub(1), ',') { who - 1 } else { who });
    let adjacent = passage.names.iter().any(|name| name.is_person() && (name.end == verb || Some(name.end) == of_who));
    let Some(person) = own
        .filter(fits)
        .or_else(|| near().filter(|_| !adjacent))
        .or(own)
        .or_else(|| later().filter(|_| nobody && frame == Frame::Total))
    else {
        return;
    };
    // "His two goals carried Uruguay through": those of the match.
    if frame == Frame::Owned
        && explicit.is_none()
        && let Some(focus) = foci.iter().find(|focus| !focus.loose && scored(focus.entry, person) == count)
    {
        let reading =
            format!("{}: {} in the match", words::person(out.record(), person), words::count(count, "goal", "goals"));
        let rows = out.match_row(focus.entry);
        out.push(passage, (first, last), Kind::Tally, reading, Judged::new(Verdict::Confirmed).showing(rows));
        return;
    }
    let told = scopes.iter().copied().find(|&of| is_so(of, person));
    let of = told.or_else(|| scopes.first().copied());
    let Some(of) = of else { return };
    let Some(all) = matches(&out.view, of) else { return };
    let evidence = rows(out, &all, person);
    let first = first.min(meant.first);
    let cue = explicit.is_some()
        || passage.has(0, passage.len(), SCORERS)
        || passage.has(0, passage.len(), &["tournament", "finals", "the most"])
        // "Finished with nine goals", of the final.
        || frame == Frame::Total && adjacent && passage.is_any(end, &["goals"]) && reader.is_over(out);
    // "since Gerd Müller's 10 in 1970"
    let of_year = frame == Frame::Owned && explicit.is_some() && passage.is_possessive(at.wrapping_sub(1));
    let nobody =
        || cue && frame == Frame::Total && reader.people_near(passage, passage.len()).iter().all(|other| !fits(other));
    let sure = || {
        (meant.sure || nobody())
        && (of_year || is_current(reader, passage, foci, out))
        && cue
        && !reader.has_namesake(passage, person, out)
        // "Henry's eleven goals, five at European Championships and six at World Cups"
        && usize::try_from(count) != Ok(out.goals_of(person))
        && (frame != Frame::Owned || explicit.is_some() || count > 3)
        && (frame != Frame::Has || passage.has(0, passage.len(), SCORERS) && passage.is_any(end, &["goals"]))
        && !evidence.is_empty()
        && (meant.sure
            || !passage.names.iter().any(|name| {
                name.is_person()
                    && name.people().iter().any(|&other| other != person && scopes.iter().any(|&of| is_so(of, other)))
            }))
    };
    // More than he has at all finals there were: of whichever of them he is told of.
    let beyond = || {
        (meant.sure || nobody())
            && (explicit.is_some() || cue && passage.is_any(end, &["goals", "strikes"]))
            && passage.quote.is_none()
            && !reader.has_namesake(passage, person, out)
            && usize::try_from(count).is_ok_and(|count| count > out.goals_of(person))
            && !evidence.is_empty()
    };
    let verdict = match told {
        Some(_) => Verdict::Confirmed,
        None if sure() || beyond() => Verdict::Contradicted,
        None => return,
    };
    let record = out.record();
    let reading =
        format!("{}: {} {}", words::person(record, person), words::count(count, "goal", "goals"), told_of(out, of));
    let judged = Judged::new(verdict).showing(evidence);
    if of_year
        && passage.has(first.saturating_sub(8), first, &["most"])
        && passage.word(first.wrapping_sub(1)) == "since"
    {
        out.push(passage, (first - 1, last), Kind::FirstSince, reading.clone(), judged.clone());
    }
    out.push(passage, (first, last), Kind::Tally, reading, judged);
}

/// Who has the most goals of an edition so far, and how many.
fn leaders(edition: EditionId, views: &[byline_record::View<'_>]) -> Vec<(Vec<PersonId>, u32)> {
    views
        .iter()
        .filter_map(|view| {
            let all = matches(view, Of::Edition(edition))?;
            let mut people: Vec<PersonId> =
                all.iter().flat_map(|entry| entry.goals().filter_map(|goal| goal.player)).collect();
            people.sort_unstable();
            people.dedup();
            let of = |person: PersonId| all.iter().map(|entry| scored(entry, person)).sum::<u32>();
            let most = people.iter().map(|&person| of(person)).max()?;
            Some((people.into_iter().filter(|&person| of(person) == most).collect(), most))
        })
        .collect()
}

/// "The tournament's top scorer", "won the Golden Boot": of one man, and not "joint top scorer", "one of four top scorers",
/// "a share of the Golden Boot".
fn is_of_one(passage: &Passage, (at, end): (usize, usize)) -> bool {
    const SHARED: &[&str] = &[
        "joint",
        "jointly",
        "share",
        "shares",
        "shared",
        "sharing",
        "co",
        "equal",
        "one of",
        "among",
        "alongside",
        "tied",
    ];
    /// Nouns of a prize that one man gets.
    const PRIZES: &[&str] = &["golden boot", "golden shoe"];
    if passage.has(at.saturating_sub(6), end + 6, SHARED) || passage.is_any(end - 1, &["scorers"]) {
        return false;
    }
    // "Villa, top scorer with five": nobody had more.
    let definite = (at.saturating_sub(6)..at).any(|before| passage.is_any(before, &["the"]))
        || at.checked_sub(1).is_some_and(|before| passage.is_possessive(before));
    definite || passage.any_phrase(at, PRIZES).is_some()
}

/// "finished as top scorer", "won the Golden Boot": nobody has more.
fn top<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let Some(end) = passage.any_phrase(at, SCORERS) else { return };
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.has(
            at.saturating_sub(5),
            end + 5,
            &[
                "race",
                "former",
                "all time",
                "alltime",
                "ever",
                "leading goalscorer in",
                "previous",
                "season",
                "league",
                "country",
                "record",
                "history",
                "club",
                "qualifying",
                "qualifiers",
                "qualification",
            ],
        )
    {
        return;
    }
    let Some(own) = reader.tournament(out) else { return };
    // "Second top scorer", "still the World Cup's top scorer": not the first of them, or of every year.
    if (at.saturating_sub(2)..at).any(|before| passage.ordinal(before).is_some_and(|(nth, _)| nth > 1))
        || passage.has(
            at.saturating_sub(5),
            at,
            &["still", "remains", "remained", "next", "not", "never", "nor", "without"],
        )
    {
        return;
    }
    let named = reader.edition_at(passage, end, None, out).and_then(|(editions, _)| editions.first().copied());
    // "The 1962 World Cup Golden Boot"
    let before = at.checked_sub(1).and_then(|before| passage.name_at(before)).and_then(crate::passage::Name::edition);
    let edition = named.or(before).unwrap_or(own);
    let mut from = at;
    while from > 0
        && (passage.is_possessive(from - 1)
            || passage.is_any(
                from - 1,
                &["the", "tournament", "competition", "joint", "overall", "world", "cup", "as", "its"],
            ))
    {
        from -= 1;
    }
    let meant = reader.people_before(passage, if from + 1 < at { from } else { at });
    let next = passage.name_from(end).and_then(crate::passage::Name::person);
    let Some(person) = next.or_else(|| meant.likely()) else { return };
    let days = reader.eves(out);
    let leading = leaders(edition, &days);
    // "The top scorer alone": nobody beside him.
    let alone = passage.is_any(end, &["alone", "outright"])
        || passage.has(at.saturating_sub(3), at, &["sole", "outright", "alone"]);
    // "The top scorer", "won the Golden Boot", where several had as many: it may go by assists, or to all of them.
    let shared = leading.iter().all(|(people, _)| people.len() > 1 && people.contains(&person));
    if shared && !alone && is_of_one(passage, (at, end)) {
        return;
    }
    let right = leading.iter().any(|(people, _)| people.contains(&person) && !(alone && people.len() > 1));
    let claims = passage.has(
        at.saturating_sub(6),
        at,
        &[
            "finished", "ended", "won", "wins", "winning", "took", "claimed", "secured", "made him", "become", "was",
            "as", "is", "made", "makes", "making",
        ],
    );
    let sure = || {
        (next.is_some() || meant.sure)
            && claims
            && is_current(reader, passage, foci, out)
            && !reader.has_namesake(passage, person, out)
    };
    let verdict = match right {
        true => Verdict::Confirmed,
        false if sure() => Verdict::Contradicted,
        false => return,
    };
    let Some(all) = matches(&out.view, Of::Edition(edition)) else { return };
    let record = out.record();
    let evidence: Vec<_> = leading
        .iter()
        .take(1)
        .flat_map(|(people, _)| people.iter().take(3).flat_map(|&leader| rows(out, &all, leader)).collect::<Vec<_>>())
        .collect();
    if evidence.is_empty() {
        return;
    }
    let reading = format!("{}: top scorer of the {}", words::person(record, person), words::edition(record, edition));
    out.push(passage, (at, end), Kind::Record, reading, Judged::new(verdict).showing(evidence));
}
