//! Who is out of a tournament or through, where no stage is told: "Costa Rica have been eliminated", "Iran crashed out",
//! "sees Australia eliminated from the World Cup", "Chile are through".

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{EditionId, Match, StageKind, TeamId, View};

use super::about::{is_current, is_hypothetical, is_wanted};
use super::occasion::stage_at;
use super::past_ties::is_nearest;
use super::stages::is_called;
use super::standing::{Standing, for_a_win};
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
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

/// The last match of a team at an edition that decided whether it went on; that for third place does not.
fn last_match<'r>(out: &Out<'r>, edition: EditionId, team: TeamId) -> Option<&'r Match> {
    let of_edition =
        |entry: &&Match| entry.edition == edition && entry.is_played() && !entry.is_at(StageKind::ThirdPlace);
    out.view.matches_of(team).filter(of_edition).max_by_key(|entry| (entry.date, entry.id))
}

/// Whether a team is out of an edition as it stands, with the rows that tell; `None` where that is not settled, or not
/// told by the group alone.
fn is_out(out: &Out<'_>, edition: EditionId, team: TeamId) -> Option<(bool, Vec<Evidence>)> {
    let last = last_match(out, edition, team)?;
    let side = last.side_of(team)?;
    if last.stage.as_ref().is_some_and(|stage| stage.kind.is_knock_out()) {
        return Some((last.winner()? != side, out.match_row(last)));
    }
    let standing = Standing::of(&out.view, edition, team)?;
    Some((is_out_of_group(&out.view, edition, team, &standing)?, standing.rows(out.record(), edition)))
}

fn is_out_of_group(view: &View<'_>, edition: EditionId, team: TeamId, standing: &Standing<'_>) -> Option<bool> {
    let record = view.record();
    let is_own = |other: TeamId| record.root(other) == record.root(team);
    let places = view.group_places(edition)?;
    if !standing.over {
        let place = standing.lines.iter().position(|line| is_own(line.team))?;
        return settled(standing, place, places, for_a_win(record, edition));
    }
    // The official order: teams level on points are told apart in other ways than by goals too.
    let (each, more) = places;
    match view.positions(edition, &standing.label)?.iter().position(|&other| is_own(other))? {
        place if place < each => Some(false),
        place if place == each && more => None,
        _ => Some(true),
    }
}

/// Whether a team of a group is out however its other matches end, or through; `None` where it is open. So many of each
/// group go on, and some of the next best.
fn settled(standing: &Standing<'_>, place: usize, (each, more): (usize, bool), win: u32) -> Option<bool> {
    let teams: Vec<TeamId> = standing.lines.iter().map(|line| line.team).collect();
    let met = |one: TeamId, other: TeamId| {
        let sides = |entry: &&&Match| entry.side_of(one).is_some() && entry.side_of(other).is_some();
        standing.matches.iter().filter(sides).any(|entry| entry.is_played())
    };
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (one, &team) in teams.iter().enumerate() {
        for (other, &opponent) in teams.iter().enumerate().skip(one + 1) {
            if !met(team, opponent) {
                open.push((one, other));
            }
        }
    }
    if open.len() > 4 {
        return None;
    }
    let (mut always_out, mut always_through) = (true, true);
    for way in 0..3_u32.pow(u32::try_from(open.len()).ok()?) {
        let mut points: Vec<u32> = standing.lines.iter().map(|line| line.points).collect();
        let mut rest = way;
        for &(one, other) in &open {
            let (home, away) = [(win, 0), (1, 1), (0, win)].get(usize::try_from(rest % 3).ok()?).copied()?;
            rest /= 3;
            *points.get_mut(one)? += home;
            *points.get_mut(other)? += away;
        }
        let own = *points.get(place)?;
        let others = || points.iter().enumerate().filter(|(other, _)| *other != place);
        always_out &= others().filter(|(_, points)| **points > own).count() >= each + usize::from(more);
        always_through &= others().filter(|(_, points)| **points >= own).count() < each;
    }
    match (always_out, always_through) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

const QUALIFIED: &[&str] = &["already qualified", "qualified from the group", "qualified from group"];
/// The words an exit, or getting through, begins with.
const HEADS: Heads = Heads::of(PUT_OUT).and(Heads::of(WENT)).and(Heads::of(QUALIFIED)).and(Heads::of(&["through"]));

/// "Costa Rica are through": the token after the words.
fn through_at(passage: &Passage, at: usize) -> Option<usize> {
    let is = passage.is_any(at.wrapping_sub(1), &["are", "is", "were", "go", "went", "goes"]);
    let end = passage.any_phrase(at, &["through"]).filter(|_| is).or_else(|| passage.any_phrase(at, QUALIFIED))?;
    let open = passage.is_any(end, &["to", "into", "the"]) || passage.name_from(end).is_some();
    (!open).then_some(end)
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
                || passage.is_mark(end, ',')
                || passage.is_any(
                    end,
                    &["after", "despite", "as", "with", "following", "while", "and", "but", "along", "alongside"],
                )))
        .then_some(end),
    }
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() || !passage.may_begin(at, &HEADS) {
            continue;
        }
        if let Some(end) = told_at(passage, at) {
            judge(reader, passage, foci, (at, end, true), out);
        } else if let Some(end) = through_at(passage, at) {
            judge(reader, passage, foci, (at, end, false), out);
        }
    }
}

/// A stage behind a token, over "in the" and adjectives, and the token after it.
fn stage_behind(passage: &Passage, at: usize) -> Option<(StageKind, usize)> {
    let article = if passage.is_any(at, &["in", "at"]) { at + 1 } else { return None };
    let from = if passage.is_any(article, &["the", "a", "an", "their"]) { article + 1 } else { article };
    (from..from + 3)
        .take_while(|&next| next == from || !passage.is_break(next))
        .find_map(|next| stage_at(passage, next))
}

/// The team after "by", over what it is called, and the token after it.
fn conqueror(passage: &Passage, at: usize) -> Option<(TeamId, usize)> {
    const CALLED: &[&str] = &["the", "hosts", "host", "holders", "champions", "defending", "world", "european"];
    let name = (at..at + 4).take_while(|&next| next == at || passage.is_any(next - 1, CALLED));
    let name = name.filter_map(|next| passage.name_from(next)).next()?;
    Some((name.team()?, name.end)).filter(|_| !passage.is_possessive(name.end))
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, said_out): (usize, usize, bool),
    out: &mut Out<'r>,
) {
    const OPEN: &[&str] =
        &["not", "never", "to", "yet", "without", "would", "could", "all", "almost", "nearly", "will"];
    let Some(edition) = reader.tournament(out) else { return };
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || (at.saturating_sub(4)..at).any(|before| passage.is_any(before, OPEN))
        || super::focus::years(passage, out, None)
            .iter()
            .any(|&year| Some(year) != out.record().edition(edition).year())
        || passage.is_any(end, &["in"])
        // "For a few minutes they were going out": they did not, or not yet.
        || passage.is_any(at, &["going", "heading"]) && passage.is_any(at.wrapping_sub(1), &["was", "were"])
    {
        return;
    }
    let by = passage.is_any(end, &["by"]).then(|| conqueror(passage, end + 1));
    if by.as_ref().is_some_and(Option::is_none) {
        return;
    }
    let by = by.flatten().filter(|_| said_out);
    let mut first = at;
    while passage.name_at(first.wrapping_sub(1)).is_none() && passage.is_any(first.wrapping_sub(1), HELPING) {
        first -= 1;
    }
    let beside = first.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.end == first);
    let (team, sure, meant_sure) = match beside.and_then(Name::team) {
        Some(team) => (team, true, true),
        None => {
            let meant = reader.teams_before(passage, first, out);
            let Some(team) = meant.likely() else { return };
            (team, false, meant.sure)
        }
    };
    let Some((is, rows)) = is_out(out, edition, team) else { return };
    // "Knocked out of Euro 2024 by Spain": the last match tells by whom.
    let by_them = |opponent: TeamId| {
        last_match(out, edition, team)
            .filter(|entry| entry.stage.as_ref().is_some_and(|stage| stage.kind.is_knock_out()))
            .map(|entry| out.side(entry, opponent).is_some())
    };
    let is = match &by {
        None => is,
        Some((opponent, _)) => match by_them(*opponent) {
            Some(by_them) => is && by_them,
            None => return,
        },
    };
    let end = by.as_ref().map_or(end, |(_, end)| *end);
    // "… in a dramatic quarter-final"
    let staged = by.as_ref().and_then(|_| stage_behind(passage, end));
    let end = staged.map_or(end, |(_, end)| end);
    let last_stage = || last_match(out, edition, team)?.stage.as_ref().map(|stage| stage.kind);
    let is = is && staged.is_none_or(|(stage, _)| last_stage().is_some_and(|own| is_called(own, stage)));
    let sure = sure || by.is_some() && meant_sure && is_nearest(passage, first, team, out);
    let verdict = match is == said_out {
        true => Verdict::Confirmed,
        false if sure && passage.quote.is_none() && is_current(reader, passage, foci, out) => Verdict::Contradicted,
        false => return,
    };
    let record = out.record();
    let went = if said_out { "went out of" } else { "went on in" };
    let reading = format!("{} {went} the {}", words::team(record, team), words::edition(record, edition));
    let judged = Judged::new(verdict).showing(rows).about(Topic::Other);
    out.push(passage, (first.min(at), end), Kind::Progress, reading, judged);
}
