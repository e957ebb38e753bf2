//! Shoot-outs of the past: those there were none of ("have never lost a shoot-out", "neither has ever won one on
//! penalties"), and those told by whom they were against ("had won shoot-outs against Yugoslavia and Italy").

use byline_record::ask::{Verdict, words};
use byline_record::{Match, TeamId};

use super::about::is_hypothetical;
use super::eras::sets;
use super::ledger::Ledger;
use super::{Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// Nouns of a shoot-out.
const NOUNS: &[&str] = &["shoot out", "shoot outs", "shootout", "shootouts", "penalty shoot out", "penalty shootout"];
const HEADS: Heads = Heads::of(NOUNS);
/// Verbs of having won, lost or had one.
const WON: &[&str] = &["won", "win", "survived", "come through", "came through"];
const LOST: &[&str] = &["lost", "lose"];
const HAD: &[&str] = &["been through", "been in", "taken part in", "had", "faced", "been involved in", "contested"];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) {
    if !passage.may_meet(&HEADS) {
        return;
    }
    for at in 0..passage.len() {
        if passage.may_begin(at, &HEADS)
            && let Some(end) = passage.any_phrase(at, NOUNS)
        {
            none(reader, passage, (at, end), out);
            against(reader, passage, (at, end), out);
        }
    }
}

/// "Had won shoot-outs against Yugoslavia and Italy", "lost shoot-outs to Germany in 1990 and Portugal in 2006": whether
/// there was one with each of them that went so.
fn against<'r>(reader: &Reader<'_, 'r>, passage: &Passage, (at, end): (usize, usize), out: &mut Out<'r>) {
    if !passage.is_any(end, &["against", "to", "over", "with"]) || is_hypothetical(passage, at) {
        return;
    }
    let from = passage.clause_start(at).max(at.saturating_sub(5));
    let verbs = [(WON, true), (LOST, false)];
    let verb = verbs.iter().find_map(|&(words, won)| Some((passage.find(from, at, words)?.0, won)));
    let Some((verb, won)) = verb.filter(|_| !passage.has(from, at, &["never", "neither", "not"])) else { return };
    let meant = reader.teams_about(passage, verb, out);
    let Some(team) = meant.likely() else { return };
    let year = |at: usize| {
        let year = passage.is_any(at, &["in"]).then(|| reader.year_at(passage, at + 1)).flatten();
        (year, if year.is_some() { at + 2 } else { at })
    };
    for (opponent, first, last, year) in super::ledger::teams_listed(passage, end + 1, year) {
        let then = |entry: &&Match| year.is_none_or(|year| out.record().is_of_year(entry, year));
        let decided = |entry: &&Match| entry.score.shoot_out.is_some();
        let met: Vec<&Match> = out.view.meetings(team, opponent).into_iter().filter(then).filter(decided).collect();
        let winner = |entry: &Match| entry.score.shoot_out.map(|kicks| kicks.winner);
        let so = |entry: &&&Match| (winner(entry) == out.side(entry, team)) == won;
        let (found, verdict) = match (met.iter().find(so), met.first()) {
            (Some(entry), _) => (*entry, Verdict::Confirmed),
            (None, Some(entry)) if meant.sure && passage.quote.is_none() => (*entry, Verdict::Contradicted),
            _ => continue,
        };
        let record = out.record();
        let deed = if won { "won" } else { "lost" };
        let (one, other) = (words::team(record, team), words::team(record, opponent));
        let reading = format!("{one} {deed} a shoot-out against {other}");
        let judged = Judged::new(verdict).showing(out.match_row(found)).about(Topic::ShootOut(found.id));
        out.push(passage, (first, last), Kind::ShootOut, reading, judged);
    }
}

fn none<'r>(reader: &Reader<'_, 'r>, passage: &Passage, (at, end): (usize, usize), out: &mut Out<'r>) {
    let from = passage.clause_start(at).max(at.saturating_sub(9));
    let Some((never, _)) = passage.find(from, at, &["never", "neither"]) else { return };
    let verbs = [(WON, "won"), (LOST, "lost"), (HAD, "had")];
    let verb = verbs.iter().find_map(|&(words, is)| Some((passage.find(never, at, words)?.0, is)));
    let Some((verb, deed)) = verb else { return };
    // "Had never missed in a shoot-out", "have never lost two": of something else.
    let between = (verb + 1..at).all(|at| {
        passage
            .is_any(at, &["a", "penalty", "world", "cup", "single", "through", "in", "any", "one", "major", "european"])
            || passage.name_at(at).is_some_and(|name| name.competition().is_some())
    });
    let since = passage.has(end, end + 6, &["since", "against", "until", "before"]);
    if !between || since || is_hypothetical(passage, at) || passage.quote.is_some() {
        return;
    }
    let neither = passage.word(never) == "neither";
    let coming = || reader.fixture.map(|fixture| fixture.as_match()).map(|entry| vec![entry.home, entry.away]);
    let own = reader.anchor.map(|entry| vec![entry.home, entry.away]).or_else(coming);
    let meant = reader.teams_about(passage, never, out);
    let (teams, sure): (Vec<TeamId>, bool) = match (neither, own) {
        (true, Some(own)) => (own, true),
        (true, None) => return,
        (false, _) => (meant.likely().into_iter().collect(), meant.sure),
    };
    if teams.is_empty() {
        return;
    }
    let named = (verb..passage.len().min(end + 6))
        .filter_map(|at| passage.name_from(at))
        .find_map(crate::passage::Name::competition);
    let sets = named.map_or_else(|| sets(reader, out), |competition| vec![vec![competition]]);
    let days = reader.eves(out);
    let count = |team: TeamId| {
        let ledgers = days
            .iter()
            .flat_map(|view| sets.iter().map(move |set| Ledger::of_competitions(view, team, set).shoot_outs()));
        ledgers
            .map(|ledger| {
                let (won, lost) = ledger.outcomes();
                match deed {
                    "won" => won,
                    "lost" => lost,
                    _ => won + lost,
                }
            })
            .min()
            .unwrap_or(0)
    };
    let right = teams.iter().all(|&team| count(team) == 0);
    if !(right || sure && named.is_some()) {
        return;
    }
    let record = out.record();
    let all: Vec<String> = teams.iter().map(|&team| words::team(record, team)).collect();
    let reading = format!("{} had never {deed} a shoot-out", words::list(&all));
    let rows = teams.iter().flat_map(|&team| {
        let set = named.map_or_else(|| sets.concat(), |competition| vec![competition]);
        Ledger::of_competitions(&out.view, team, &set).shoot_outs().rows(out)
    });
    let rows: Vec<_> = rows.collect();
    let verdict = if right { Verdict::Confirmed } else { Verdict::RecordDiffers };
    out.push(passage, (never, end), Kind::FirstSince, reading, Judged::new(verdict).showing(rows));
}
