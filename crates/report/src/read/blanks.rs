//! Who scored no goal in a match, and who let none in: "drew a blank against Cape Verde", "failed to score", "Neuer kept a
//! clean sheet".

use byline_record::ask::words;
use byline_record::{Match, PersonId, Side, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::kicks::is_keeper;
use super::out::verdict;
use super::{Focus, Judged, Out, Reader, moment};
use crate::claim::{Kind, Topic};
use crate::heads::{Heads, Phrases};
use crate::passage::Passage;

/// What is said of a side that scored none.
const SCORED_NONE: Phrases = Phrases::of(&[
    "drew a blank",
    "drew blanks",
    "drawn a blank",
    "failed to score",
    "failed to find the net",
    "did not score",
    "could not score",
    "were held scoreless",
    "were shut out",
]);
/// What is said of a side, or of who kept its goal, that let none in.
const LET_IN_NONE: Phrases = Phrases::of(&[
    "kept a clean sheet",
    "keeping a clean sheet",
    "kept the clean sheet",
    "did not concede",
    "conceded nothing",
    "did not let in a goal",
]);
const HEADS: Heads = Heads::of(SCORED_NONE.list()).and(Heads::of(LET_IN_NONE.list()));

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if passage.quote.is_some() || !passage.may_meet(&HEADS) {
        return;
    }
    for at in passage.starts(&HEADS).filter(|&at| passage.name_at(at).is_none()) {
        let scored = passage.one_of(at, &SCORED_NONE).map(|end| (true, end));
        let told = scored.or_else(|| passage.one_of(at, &LET_IN_NONE).map(|end| (false, end)));
        if let Some((scored, end)) = told
            && !is_hypothetical(passage, at)
            && !is_wanted(passage, at)
        {
            judge(reader, passage, foci, (at, end), scored, out);
        }
    }
}

/// "Against Cape Verde": the other side, with the token after it.
fn opponent(passage: &Passage, at: usize) -> Option<(TeamId, usize)> {
    let name = passage.is_any(at, &["against"]).then(|| passage.name_with_article(at + 1))??;
    Some((name.team()?, name.end))
}

/// Whose words they are.
struct Subject {
    team: TeamId,
    sure: bool,
    /// Who is named right before them, and is to have kept goal.
    keeper: Option<PersonId>,
}

/// The team before a token, or that of who is named right before it.
fn subject(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Subject> {
    let nearest = passage.names.iter().rfind(|name| name.end <= at).filter(|name| name.end + 1 >= at);
    if let Some(name) = nearest.filter(|name| name.is_person()) {
        let keeper = name.person()?;
        return Some(Subject { team: *out.record().person(keeper).teams.last()?, sure: true, keeper: Some(keeper) });
    }
    let meant = reader.teams_about(passage, at, out);
    Some(Subject { team: meant.likely()?, sure: meant.sure, keeper: None })
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    scored: bool,
    out: &mut Out<'r>,
) {
    /// Words by which it is told of a part of a match, or of many of them.
    const BOUNDS: &[&str] = &["in", "for", "until", "after", "since", "before", "from", "again", "once", "at"];
    let Some(Subject { team, sure, keeper }) = subject(reader, passage, at, out) else { return };
    let against = opponent(passage, end);
    let last = against.map_or(end, |(_, end)| end);
    let own = reader.tournament(out);
    let fits = |entry: &Match| match against {
        Some((other, _)) => out.side(entry, team).is_some() && out.side(entry, other).is_some(),
        None => out.side(entry, team).is_some(),
    };
    let told = foci.iter().filter(|focus| !focus.loose).find(|focus| fits(focus.entry));
    let met = || {
        let met = out.view.meetings(team, against?.0);
        let mut met = met.into_iter().filter(|entry| Some(entry.edition) == own && entry.is_played());
        met.next().filter(|_| met.next().is_none())
    };
    let Some(entry) = told.map(|focus| focus.entry).or_else(met) else { return };
    let (Some(side), Some(goals)) = (out.side(entry, team), entry.score.end) else { return };
    // "Muller failed to score" says nothing of his side.
    if keeper.is_some() && (scored || !is_keeper(entry, keeper)) {
        return;
    }
    let of: Side = if scored { side } else { side.other() };
    let right = goals.of(of) == 0;
    // "Did not score in the second half", "failed to score for the first time"
    let whole = super::plain::closes(passage, last) && !passage.is_any(last, BOUNDS);
    let plain = sure && whole && told.is_some_and(|focus| focus.may_contradict) && !moment::is_elsewhere(passage);
    let Some(verdict) = verdict(right && (whole || against.is_some()), plain && !right) else { return };
    let record = out.record();
    let (team, other) = (words::team(record, team), words::team(record, entry.team(side.other())));
    let reading = if scored {
        format!("{team} scored no goal against {other}")
    } else {
        format!("{team} let in no goal against {other}")
    };
    let judged = Judged::new(verdict).showing(out.match_row(entry)).about(Topic::Match(entry.id));
    out.push(passage, (at, last), Kind::Result, reading, judged);
}
