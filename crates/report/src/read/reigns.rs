//! How long a team was without a title, and who was crowned: "ended a 44-year wait for a trophy", "their first major trophy
//! in 44 years", "were crowned world champions".

use byline_record::ask::statement::{Feat, Honour, Occurrence, Says, Subject, When};
use byline_record::ask::{Evidence, Verdict, evaluate, words};
use byline_record::{CompetitionId, EditionId, StageKind, TeamId};

use super::about::{Meant, each_with_each, is_current, is_hypothetical, is_wanted, statement};
use super::deeds::{Deed, Told};
use super::times::{Claim, Time, say};
use super::wins::since_at;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

/// That a team won an edition.
const fn champions(team: TeamId, edition: EditionId) -> Says {
    Says::Honours { team: Some(team), honour: Honour::Champions, competition: None, edition: Some(edition) }
}

/// "Their first major trophy in 44 years": the one before was won then. Of the great titles those of the world and of
/// Europe are in the record.
pub(super) fn first_since<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    span: (usize, usize),
    year: i16,
    meant: &Meant<TeamId>,
    out: &mut Out<'r>,
) {
    let (Some(team), Some(own)) = (meant.likely(), reader.tournament(out)) else { return };
    let Some(first) = out.view.span(own).map(|span| span.first) else { return };
    let great: Vec<CompetitionId> =
        reader.world_cup(out).into_iter().chain(reader.european_championship(out)).collect();
    let editions = out.view.editions().filter(|edition| great.contains(&edition.competition));
    let sex = reader.sex(out);
    let is_of = |edition: EditionId| {
        let won = statement(champions(team, edition), sex, Vec::new());
        evaluate(&out.view, &won).verdict == Verdict::Confirmed
    };
    let won = editions.filter_map(|edition| {
        let begun = out.view.span(edition.id)?.first;
        (begun < first && is_of(edition.id)).then_some((begun, edition.year()?))
    });
    let Some((_, last)) = won.max() else { return };
    let today = is_current(reader, passage, foci, out);
    let right = last == year;
    if !(right || today && meant.sure) {
        return;
    }
    let name = words::team(out.record(), team);
    let reading = format!("{name} had won the last great title before in {year}");
    let text =
        format!("{name}: champions in {last}, and of neither the world nor Europe between then and this tournament");
    let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
    let row = Evidence { in_match: None, text, sources: out.record().edition(own).sources };
    out.push(passage, span, Kind::FirstSince, reading, Judged::new(verdict).showing(vec![row]));
}

/// "Spain ended their 44-year wait for a trophy".
pub(crate) fn wait<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    // "44-year wait", "wait of 44 years"
    let before = || {
        let year = at.checked_sub(1).filter(|&year| passage.is_any(year, &["year"]))?;
        (year.saturating_sub(3)..year).find_map(|start| {
            let (count, end) = passage.cardinal(start)?;
            (end == year || end + 1 == year && passage.is_mark(end, '-')).then_some((count, start, at + 1))
        })
    };
    let after = || {
        let (count, end) = passage.is_any(at + 1, &["of"]).then(|| passage.cardinal(at + 2))??;
        Some((count, at, passage.any_phrase(end, &["years"])?))
    };
    let Some((count, first, end)) = before().or_else(after) else { return };
    const TROPHIES: &[&str] = &[
        "trophy",
        "title",
        "major trophy",
        "major title",
        "silverware",
        "international trophy",
        "honour",
        "major honour",
        "second title",
        "success",
    ];
    let noun = if passage.is_any(end + 1, &["a", "an", "another", "major"]) { end + 2 } else { end + 1 };
    let ended = passage.has(
        first.saturating_sub(6),
        first,
        &["ended", "ends", "ending", "end", "over", "finished", "broke", "snapped"],
    );
    // "Italy's 53-year wait is over": for what the final gave them.
    const OVER: &[&str] =
        &["is over", "was over", "has ended", "had ended", "is at an end", "was at an end", "came to an end", "ended"];
    let over = passage.any_phrase(end, OVER);
    let of_final = reader.anchor.is_some_and(|entry| entry.is_at(StageKind::Final));
    let bare = over.or(Some(end)).filter(|&last| of_final && super::plain::closes(passage, last));
    let trophy = passage.any_phrase(noun, TROPHIES).filter(|_| passage.is_any(end, &["for"]));
    let Some(last) = trophy.or(bare) else { return };
    let ended = ended || over.is_some();
    let (Some(year), Ok(count)) = (reader.this_year(out), i16::try_from(count)) else { return };
    if !ended || is_hypothetical(passage, first) || is_wanted(passage, first) {
        return;
    }
    let owned = if passage.is_any(first.wrapping_sub(1), &["their", "its", "a", "the"]) { first - 1 } else { first };
    let meant = reader.teams_before(passage, owned, out);
    if trophy.is_some() {
        first_since(reader, passage, foci, (owned, last), year - count, &meant, out);
    } else if let Some(own) = reader.tournament(out) {
        let winner = reader.anchor.and_then(|entry| Some(entry.team(entry.winner()?)));
        let told = Told { competitions: Some(vec![out.record().edition(own).competition]), ..Told::new(Deed::Title) };
        let plain = winner.is_some() && meant.likely() == winner;
        let (time, span) = (Time::InYears(count), (owned, last));
        say(reader, passage, foci, Claim { told, time, span, plain, wanted: false, earlier: false }, &meant, out);
    }
}

/// "Germany were crowned world champions", "became champions for the third time": of the tournament told of.
pub(crate) fn crowned<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    at: usize,
    out: &mut Out<'r>,
) {
    const CHAMPIONS: &[&str] = &["champions", "champion", "kings of europe", "champions of europe"];
    const OF: &[&str] = &["the", "european", "world", "cup", "as", "tournament", "new", "euro"];
    let next = (at + 1..at + 6).find(|&next| !passage.is_any(next, OF) && passage.name_at(next).is_none());
    let Some(end) = next.and_then(|next| passage.any_phrase(next, CHAMPIONS)) else { return };
    // "Champions of their group"
    let of_group = passage.is_any(end, &["of", "in"]) && passage.has(end, end + 4, &["group", "pool", "section"]);
    let Some(edition) = reader.tournament(out) else { return };
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(1), &["be", "not", "never", "being"])
        || passage.has(at, end, &["african", "asian", "south", "olympic"])
        || of_group
    {
        return;
    }
    let nth = passage.any_phrase(end, &["for the", "for a"]).and_then(|from| {
        let record = usize::from(passage.is_any(from, &["record"]));
        let first = passage.is_any(from, &["first"]).then_some((1, from + 1));
        let (nth, time) = first.or_else(|| passage.ordinal(from + record))?;
        Some((u16::try_from(nth).ok()?, passage.any_phrase(time, &["time"])?))
    });
    // "Are world champions for the first time in 24 years": of which time only.
    if passage.is_any(at, &["are", "were"]) && nth.is_none() {
        return;
    }
    let told = reader
        .edition_at(passage, end, None, out)
        .map(|(editions, _)| editions)
        .or_else(|| reader.editions_recalled(passage, None, out));
    let today = told.is_none() && is_current(reader, passage, foci, out) && reader.edition.is_some();
    let meant = reader.teams_before(passage, at, out);
    let winner = || reader.anchor.filter(|_| today).and_then(|entry| Some(entry.team(entry.winner()?)));
    let Some(team) = meant.likely().or_else(winner) else { return };
    let (sex, view) = (reader.sex(out), out.view);
    let make = |team: TeamId, edition: EditionId| (statement(champions(team, edition), sex, Vec::new()), view);
    let editions = told.unwrap_or_else(|| vec![edition]);
    let ways: Vec<_> = editions.iter().map(|&edition| make(team, edition)).collect();
    let others: Vec<_> = each_with_each(meant.others(), &editions, make);
    if !out.is_confirmed(passage, (at, end), &[Kind::Title]) {
        out.decide(passage, (at, end), Kind::Title, &ways, &others, meant.sure && today);
    }
    // "crowned European champions for the second time", "for the first time in 36 years"
    let (Some((nth, last)), &[edition]) = (nth, editions.as_slice()) else { return };
    let since = since_at(reader, passage, last, out);
    let narrow = passage.is_any(last, &["in", "since"]) && since.is_none() || since.is_some() && nth != 1;
    if narrow {
        return;
    }
    let last = since.as_ref().map_or(last, |(_, end)| *end);
    let says = |team: TeamId| Says::Occasion {
        feat: Feat::WinTitle(out.record().edition(edition).competition),
        whose: Some(Subject::Team(team)),
        occurrence: if nth == 1 { Occurrence::First } else { Occurrence::Nth(nth) },
        when: When { edition: Some(edition), ..When::default() },
        since: since.clone().map(|(when, _)| (None, when)),
        prospective: false,
    };
    let ways = [(statement(says(team), sex, Vec::new()), view)];
    // Whoever is champion now is the one side that can be meant.
    let is_winner = winner() == Some(team);
    let others: Vec<_> = meant.others().filter(|_| !is_winner).collect();
    let others: Vec<_> = others.into_iter().map(|team| (statement(says(team), sex, Vec::new()), view)).collect();
    let kind = if since.is_some() { Kind::FirstSince } else { Kind::Title };
    out.decide(passage, (end, last), kind, &ways, &others, (meant.sure || is_winner) && today);
}

/// "Brazil became world champions", "are the champions of Europe": of the tournament under report, once it is over.
pub(crate) fn became<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let cue = matches!(passage.word(at), "became" | "become" | "becoming" | "are" | "still");
    if !cue || passage.name_at(at).is_some() {
        return;
    }
    let next = if passage.is_any(at + 1, &["the", "still", "women"]) { at + 2 } else { at + 1 };
    let next = if passage.is_any(next, &["women"]) && passage.is_possessive(next + 1) { next + 2 } else { next };
    let next = if passage.is_possessive(next) { next + 1 } else { next };
    let titles =
        ["world champions", "european champions", "champions of europe", "champions of the world", "the champions"];
    let Some(end) = passage.any_phrase(next, &titles) else { return };
    let (Some(edition), Some(entry)) = (reader.tournament(out), reader.anchor) else { return };
    let is_final = entry.is_at(StageKind::Final);
    if !is_final || entry.edition != edition || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let european = passage.has(next, end, &["europe", "european"]);
    let competition = out.record().edition(edition).competition;
    let fits = if european { reader.european_championship(out) } else { reader.world_cup(out) } == Some(competition);
    let meant = reader.teams_before(passage, at, out);
    let Some(team) = meant.likely().filter(|_| fits) else { return };
    let says = Says::Honours { team: Some(team), honour: Honour::Champions, competition: None, edition: Some(edition) };
    let ways = [(statement(says, reader.sex(out), Vec::new()), out.view)];
    let plain = meant.sure && passage.is_any(at, &["became", "becoming"]);
    out.decide(passage, (at, end), Kind::Title, &ways, &[], plain);
}
