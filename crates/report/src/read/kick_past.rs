//! Shoot-outs of the past that there were none of: "have never lost a shoot-out", "neither has ever won one on penalties",
//! "had never been through a World Cup shoot-out".

use byline_record::TeamId;
use byline_record::ask::{Verdict, words};

use super::about::is_hypothetical;
use super::eras::sets;
use super::ledger::Ledger;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
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
        }
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
    let own = reader.anchor.map(|entry| vec![entry.home, entry.away]);
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
