//! Who is out of a tournament, where no stage is told: "Costa Rica have been eliminated", "Iran crashed out", "sees
//! Australia eliminated from the World Cup".

use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, Match, TeamId, View};

use super::about::{is_current, is_hypothetical, is_wanted};
use super::standing::Standing;
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};

/// Words of going out with a team as their subject.
const WENT: &[&str] = &[
    "crashed out",
    "crash out",
    "crashing out",
    "crashes out",
    "bowed out",
    "bow out",
    "bowing out",
    "bows out",
    "went out",
    "go out",
    "goes out",
    "going out",
    "going home",
    "heading home",
    "go home",
    "going out",
    "exited",
    "exit",
];
/// Words of being put out, which need "were" before them.
const PUT_OUT: &[&str] = &["eliminated", "knocked out", "dumped out", "sent home", "out"];
const BE: &[&str] = &["were", "was", "are", "is", "been"];
/// Words between a subject and its verb.
const HELPING: &[&str] = &[
    "have",
    "has",
    "had",
    "were",
    "was",
    "are",
    "is",
    "been",
    "already",
    "now",
    "also",
    "both",
    "then",
    "thus",
    "finally",
    "officially",
    "therefore",
    "sensationally",
    "who",
    "which",
    "duly",
];

/// Whether a team is out of an edition as it stands; `None` where that is not settled, or not told by the group alone.
fn is_out(view: &View<'_>, edition: EditionId, team: TeamId) -> Option<bool> {
    let record = view.record();
    let of_edition = |entry: &&Match| entry.edition == edition && entry.is_played();
    let last = view.matches_of(team).filter(of_edition).max_by_key(|entry| (entry.date, entry.id))?;
    let side = last.side_of(team)?;
    if last.stage.as_ref().is_some_and(|stage| stage.kind.is_knock_out()) {
        return Some(last.winner()? != side);
    }
    let standing = Standing::of(view, edition, team)?;
    let place = standing.lines.iter().position(|line| record.root(line.team) == record.root(team))?;
    let line = standing.lines.get(place)?;
    let rounds = u32::try_from(standing.lines.len().saturating_sub(1)).unwrap_or(0);
    let most = line.points + 3 * rounds.saturating_sub(line.played);
    let better = standing.lines.iter().filter(|other| other.points > most).count();
    // With six groups or twelve the best of the third go on.
    let groups = record.edition(edition).groups.len();
    let thirds = !matches!(groups, 4 | 8);
    match (standing.over, place) {
        (true, 0 | 1) => Some(false),
        (true, 2) if thirds => None,
        (true, _) => Some(true),
        (false, _) => (better >= 2 && (!thirds || better >= 3)).then_some(true),
    }
}

/// The token after the verb and after "from the World Cup" behind it, where nothing else is said of how or when.
fn told_at(passage: &Passage, at: usize) -> Option<usize> {
    let put_out = passage.any_phrase(at, PUT_OUT).filter(|_| {
        let passive = (at.saturating_sub(3)..at).any(|before| passage.is_any(before, BE));
        let seen = at.checked_sub(1).and_then(|before| passage.name_at(before)).is_some_and(|name| {
            name.team().is_some()
                && passage.is_any(name.first.wrapping_sub(1), &["sees", "saw", "leaves", "left", "seen"])
        });
        passive || seen && passage.is_any(at, &["eliminated"])
    });
    let end = put_out.or_else(|| passage.any_phrase(at, WENT))?;
    let bare = passage.is_any(at, &["out", "exited", "exit"]);
    let link = passage.any_phrase(end, &["from", "of", "at"]).or(bare.then_some(end));
    let the = link.map(|link| if passage.is_any(link, &["the", "this", "their"]) { link + 1 } else { link });
    let from = the.and_then(|the| {
        let named = passage.name_from(the).filter(|name| name.competition().is_some() || name.edition().is_some());
        named.map(|name| name.end).or_else(|| passage.any_phrase(the, &["tournament", "competition", "finals"]))
    });
    match from {
        Some(end) => Some(end),
        None => (!bare
            && (super::plain::closes(passage, end)
                || passage.is_any(end, &["after", "despite", "as", "with", "following", "while"])))
        .then_some(end),
    }
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_none()
            && let Some(end) = told_at(passage, at)
        {
            judge(reader, passage, foci, (at, end), out);
        }
    }
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    out: &mut Out<'r>,
) {
    const OPEN: &[&str] =
        &["not", "never", "to", "yet", "without", "would", "could", "all", "almost", "nearly", "will"];
    let Some(edition) = reader.tournament(out) else { return };
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || (at.saturating_sub(4)..at).any(|before| passage.is_any(before, OPEN))
        || !super::focus::years(passage, out, None).is_empty()
        || passage.is_any(end, &["in", "by"])
    {
        return;
    }
    let mut first = at;
    while passage.name_at(first.wrapping_sub(1)).is_none() && passage.is_any(first.wrapping_sub(1), HELPING) {
        first -= 1;
    }
    let beside = first.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.end == first);
    let (team, sure) = match beside.and_then(Name::team) {
        Some(team) => (team, true),
        None => {
            let meant = reader.teams_before(passage, first, out);
            let Some(team) = meant.likely() else { return };
            (team, false)
        }
    };
    let verdict = match is_out(&out.view, edition, team) {
        Some(true) => Verdict::Confirmed,
        Some(false) if sure && passage.quote.is_none() && is_current(reader, passage, foci, out) => {
            Verdict::Contradicted
        }
        _ => return,
    };
    let record = out.record();
    let last = out.view.matches_of(team).filter(|entry| entry.edition == edition && entry.is_played());
    let last = last.max_by_key(|entry| (entry.date, entry.id));
    let mut rows = last.map(|entry| out.match_row(entry)).unwrap_or_default();
    if last.is_some_and(|entry| !entry.stage.as_ref().is_some_and(|stage| stage.kind.is_knock_out()))
        && let Some(standing) = Standing::of(&out.view, edition, team)
    {
        rows = standing.rows(record, edition);
    }
    let reading = format!("{} went out of the {}", words::team(record, team), words::edition(record, edition));
    let judged = Judged::new(verdict).showing(rows).about(Topic::Other);
    out.push(passage, (first.min(at), end), Kind::Progress, reading, judged);
}
