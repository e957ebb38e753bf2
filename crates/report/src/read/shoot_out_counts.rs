//! How many shoot-outs a team has had, won or lost: "had won all four of their World Cup shoot-outs", "have now been through
//! five", "lost shoot-outs at the last three World Cups", "three for three in World Cup shoot-outs".

use byline_record::ask::{Verdict, words};
use byline_record::{CompetitionId, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::eras::sets;
use super::ledger::{Ledger, editions, skip};
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Nouns of shoot-outs.
const NOUNS: &[&str] = &["shoot outs", "shootouts", "penalty shoot outs", "penalty shootouts"];
const HEADS: Heads = Heads::of(NOUNS);
/// Verbs of having had some, whoever won them.
const HAD: &[&str] =
    &["been through", "been in", "taken part in", "had", "faced", "been involved in", "contested", "played"];
/// Verbs of having had or won them.
const THROUGH: &[&str] = &["come through", "came through", "survived"];
const WON: &[&str] = &["won", "winning"];
const LOST: &[&str] = &["lost", "losing"];

/// What is said of the shoot-outs of a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Had,
    Through,
    AllWon,
    AllLost,
}

impl Said {
    /// Whether a team that has won and lost so many has had, won or lost this number.
    const fn is(self, count: u32, (won, lost): (u32, u32)) -> bool {
        match self {
            Self::Had => won + lost == count,
            Self::Through => won == count || won + lost == count,
            Self::AllWon => won == count && lost == 0,
            Self::AllLost => lost == count && won == 0,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Had => "had",
            Self::Through => "came through",
            Self::AllWon => "won all of",
            Self::AllLost => "lost all of",
        }
    }
}

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    if passage.quote.is_some() {
        return;
    }
    if !passage.may_meet(&HEADS) {
        carried(reader, passage, out);
        return;
    }
    for at in 0..passage.len() {
        let Some(end) = passage.may_begin(at, &HEADS).then(|| passage.any_phrase(at, NOUNS)).flatten() else {
            continue;
        };
        // "Penalty shoot-outs" are read once.
        if passage.is_any(at.wrapping_sub(1), &["penalty"]) {
            continue;
        }
        let named = at.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.end == at);
        let competition = named.and_then(crate::passage::Name::competition);
        let first = if competition.is_some() { named.map_or(at, |name| name.first) } else { at };
        if !running(reader, passage, (at, end), out) {
            counted(reader, passage, (first, end), competition, out);
        }
    }
}

/// "Neither has lost a shoot-out. Germany have come through three": a number alone behind a sentence about shoot-outs.
fn carried(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    const SPOKEN: &[&str] = &["shoot out", "shoot outs", "shootout", "shootouts"];
    const SPOKEN_HEADS: Heads = Heads::of(SPOKEN);
    const VERBS: Heads = Heads::of(THROUGH).and(Heads::of(HAD));
    if !passage.may_meet(&VERBS) {
        return;
    }
    let before = reader.passage_before(passage).filter(|before| before.paragraph == passage.paragraph);
    let Some(before) = before.filter(|before| before.may_meet(&SPOKEN_HEADS) && before.has(0, before.len(), SPOKEN))
    else {
        return;
    };
    let competition = before.names.iter().rev().find_map(crate::passage::Name::competition);
    let deeds = [(THROUGH, Said::Through), (HAD, Said::Had)];
    for at in (0..passage.len()).filter(|&at| passage.may_begin(at, &VERBS)) {
        let verb = deeds.iter().find_map(|&(words, said)| Some((passage.any_phrase(at, words)?, said)));
        let Some((number, said)) = verb.filter(|&(number, _)| !passage.is_any(number.wrapping_sub(1), &["had"])) else {
            continue;
        };
        let Some((count @ 2..=12, end)) = passage.cardinal(number) else { continue };
        let closed = super::plain::closes(passage, end) || passage.is_any(end, &["and"]);
        if closed && !is_hypothetical(passage, at) && !is_wanted(passage, at) {
            judge(reader, passage, (at, end), (said, count), competition, out);
        }
    }
}

/// What is said of a number of shoot-outs before a token: from which token on, what, and how many.
fn said_before(passage: &Passage, noun: usize) -> Option<(usize, Said, u32)> {
    // "Three for three in World Cup shoot-outs"
    if passage.is_any(noun.checked_sub(1)?, &["in"]) {
        let (last, count) = passage.cardinal_before(noun - 1)?;
        let (first, same) = passage.cardinal_before(last.checked_sub(1)?)?;
        let all = same == count && passage.is_any(last - 1, &["for", "from"]);
        return all.then_some((first, Said::AllWon, count));
    }
    // "Won all four of their World Cup shoot-outs", "won all four shoot-outs"
    let owned = passage.is_any(noun - 1, &["their", "its", "the"]) && passage.is_any(noun.checked_sub(2)?, &["of"]);
    let number = if owned { noun - 2 } else { noun };
    let (first, count) = passage.cardinal_before(number)?;
    let all = first.checked_sub(1).filter(|&all| passage.is_any(all, &["all"]));
    let from = all.unwrap_or(first);
    let adverb = usize::from(passage.is_any(from.checked_sub(1)?, &["now", "just", "only"]));
    let verb = |words: &[&str]| {
        let start = from - adverb;
        (start.saturating_sub(3)..start).find(|&at| passage.any_phrase(at, words) == Some(start))
    };
    if all.is_some() {
        let won = verb(WON).map(|verb| (verb, Said::AllWon, count));
        return won.or_else(|| verb(LOST).map(|verb| (verb, Said::AllLost, count)));
    }
    let had = verb(HAD).map(|verb| (verb, Said::Had, count));
    had.or_else(|| verb(THROUGH).map(|verb| (verb, Said::Through, count)))
}

/// "Have now been through five World Cup shoot-outs", "had won all four".
fn counted(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    (noun, end): (usize, usize),
    competition: Option<CompetitionId>,
    out: &mut Out<'_>,
) {
    let Some((verb, said, count)) = said_before(passage, noun) else { return };
    if is_hypothetical(passage, verb) || is_wanted(passage, verb) || !super::plain::closes(passage, end) {
        return;
    }
    judge(reader, passage, (verb, end), (said, count), competition, out);
}

/// Judges a number of shoot-outs of a team by every tournament it may be counted over.
fn judge(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    (verb, end): (usize, usize),
    (said, count): (Said, u32),
    competition: Option<CompetitionId>,
    out: &mut Out<'_>,
) {
    let meant = reader.teams_before(passage, skip_back(passage, verb), out);
    let Some(team) = meant.likely() else { return };
    let sets = competition.map_or_else(|| sets(reader, out), |one| vec![vec![one]]);
    let days = reader.eves(out);
    let of = |team: TeamId| {
        days.iter().any(|view| {
            sets.iter().any(|set| said.is(count, Ledger::of_competitions(view, team, set).shoot_outs().outcomes()))
        })
    };
    let right = of(team);
    let spoken = || passage.names.iter().filter_map(crate::passage::Name::team).chain(out.own.iter().copied());
    // "At this tournament": of fewer.
    const HERE: &[&str] = &["here", "this", "these", "tournament", "since", "last", "running", "row"];
    let here = (0..passage.len()).any(|at| passage.is_any(at, HERE));
    if !right && (!meant.sure || competition.is_none() || here || spoken().any(of)) {
        return;
    }
    if out.is_confirmed(passage, (verb, end), &[Kind::Tally, Kind::FirstSince]) {
        return;
    }
    let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
    let widest = sets.iter().map(|set| Ledger::of_competitions(&out.view, team, set).shoot_outs());
    let rows = widest.max_by_key(Ledger::len).map(|ledger| ledger.rows(out)).unwrap_or_default();
    if rows.is_empty() {
        return;
    }
    let number = words::count(count, "shoot-out", "shoot-outs");
    let reading = format!("{} {} {number}", words::team(out.record(), team), said.words());
    out.push(passage, (verb, end), Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

/// The token before helping words.
fn skip_back(passage: &Passage, verb: usize) -> usize {
    super::ledger::back(passage, verb, &["have", "has", "had", "now", "also", "are", "were"])
}

/// "Had lost shoot-outs at the last three World Cups", "lost shoot-outs at three European Championships in a row". Gives back
/// whether it was that.
fn running(reader: &Reader<'_, '_>, passage: &Passage, (at, end): (usize, usize), out: &mut Out<'_>) -> bool {
    let won = passage.is_any(at.wrapping_sub(1), WON);
    if !(won || passage.is_any(at.wrapping_sub(1), LOST)) || !passage.is_any(end, &["at", "in"]) {
        return false;
    }
    let number = skip(passage, end + 1, &["the", "their", "last", "past", "previous", "each", "of"]);
    let last = passage.is_any(number.wrapping_sub(1), &["last", "past", "previous"]);
    let Some((count, noun)) = passage.cardinal(number).filter(|(count, _)| (2..=6).contains(count)) else {
        return false;
    };
    let noun = skip(passage, noun, &["successive", "consecutive"]);
    let Some(name) = passage.name_from(noun) else { return false };
    let Some(competition) = name.competition() else { return false };
    let row = passage.any_phrase(name.end, &["in a row", "running", "in succession", "on the trot"]);
    if !last && row.is_none() && noun == number + 1 {
        return false;
    }
    let close = row.unwrap_or(name.end);
    let meant = reader.teams_before(passage, skip_back(passage, at - 1), out);
    let Some(team) = meant.likely().filter(|_| !is_hypothetical(passage, at)) else { return true };
    let so = |team: TeamId, view: &byline_record::View<'_>| {
        let kicks = Ledger::of_competitions(view, team, &[competition]).shoot_outs();
        let kicks = kicks.only(|entry, side| (entry.winner() == Some(side)) == won);
        let has = |id| kicks.matches.iter().any(|(entry, _)| entry.edition == id);
        let mut all: Vec<_> = editions(view, &[competition]);
        if all.last().is_some_and(|&id| Some(id) == reader.edition && !has(id)) {
            all.pop();
        }
        let run = |skipped: usize| all.iter().rev().skip(skipped).take_while(|&&id| has(id)).count();
        usize::try_from(count)
            .is_ok_and(|count| if last { run(0) >= count || run(1) >= count } else { run(0) == count })
    };
    let days = reader.eves(out);
    let right = days.iter().any(|view| so(team, view));
    if !right && !meant.sure {
        return true;
    }
    let rows = Ledger::of_competitions(&out.view, team, &[competition]).shoot_outs().rows(out);
    if rows.is_empty() {
        return true;
    }
    let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
    let deed = if won { "won" } else { "lost" };
    let reading = format!("{} {deed} shoot-outs at {count} editions running", words::team(out.record(), team));
    out.push(passage, (at - 1, close), Kind::Streak, reading, Judged::new(verdict).showing(rows));
    true
}
