//! Runs of matches: "won all four matches here", "unbeaten in 12 World Cup matches", "won three in a row".

use byline_record::ask::statement::{Says, StreakKind, StreakWhich};
use byline_record::ask::{Evidence, Verdict, evaluate, words};
use byline_record::{EditionId, Match, StageKind, TeamId, View};

use super::about::{is_current, is_hypothetical, is_wanted, statement};
use super::history;
use super::out::verdict;
use super::plain::{closes, team as team_words};
use super::progress::stage_at;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

const ALL_OF: &[&str] = &["won", "drew", "drawn", "lost"];
const UNBEATEN: &[&str] = &["unbeaten", "winless", "without a win in", "without defeat in"];
const IN_A_ROW: &[&str] = &["in a row", "on the trot", "in succession"];
/// What one of begins all that is read here.
const HEADS: Heads = Heads::of(ALL_OF).and(Heads::of(UNBEATEN)).and(Heads::of(IN_A_ROW));

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in passage.starts(&HEADS) {
        if passage.name_at(at).is_some() {
            continue;
        }
        if passage.is_any(at, ALL_OF) && passage.is_any(at + 1, &["all", "every", "each"]) {
            all_of_them(reader, passage, foci, at, out);
        } else if passage.any_phrase(at, UNBEATEN).is_some() {
            running(reader, passage, at, out);
        } else if passage.any_phrase(at, IN_A_ROW).is_some() {
            in_a_row(reader, passage, at, out);
        }
    }
}

/// "have won all four matches here", "drew all three group games".
fn all_of_them<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) || is_wanted(passage, at) || passage.is_any(at.wrapping_sub(1), &["not", "never"]) {
        return;
    }
    let mut next = at + 2;
    if passage.is_any(next, &["their", "its", "of"]) {
        next += 1;
    }
    if passage.is_any(next, &["their"]) {
        next += 1;
    }
    let count = passage.cardinal(next);
    if let Some((_, end)) = count {
        next = end;
    }
    while passage.is_any(next, &["of", "their", "its", "the", "opening"]) {
        next += 1;
    }
    let group = passage.is_any(next, &["group"]);
    if group {
        next = passage.any_phrase(next, &["group stage", "group phase"]).unwrap_or(next + 1);
    }
    if !passage.is_any(next, &["matches", "games", "match", "game"]) || count.is_none() && !group {
        return;
    }
    let mut end = next + 1;
    const OF_GROUP: &[&str] =
        &["in the group", "of the group", "in their group", "of their group", "in its group", "of its group"];
    let of_group = passage.any_phrase(end, OF_GROUP);
    let group = group || of_group.is_some();
    let scoped = passage.any_phrase(end, &["here", "so far", "at the tournament"]);
    if let Some(last) = scoped.or(of_group) {
        end = last;
    } else if super::plain::is_of_the_way(passage, end)
        || passage.is_any(end, &["in", "at", "against", "on", "since", "from"])
    {
        return;
    }
    let meant = reader.teams_about(passage, at, out);
    let (Some(team), Some(edition)) = (meant.likely(), reader.tournament(out)) else { return };
    let wanted = |entry: &&&Match| out.side(entry, team).is_some() && (!group || entry.is_at(StageKind::Group));
    let went = |entry: &&Match| {
        // Who goes through in a shoot-out has won for most newspapers.
        let winner = entry.winner();
        match passage.word(at) {
            "won" => winner.is_some() && winner == out.side(entry, team),
            "lost" => winner.is_some() && winner != out.side(entry, team),
            _ => entry.winner_in_play().is_none(),
        }
    };
    let of_view =
        |view: &View<'r>| -> Vec<&'r Match> { view.matches_in(edition).filter(|entry| wanted(&entry)).collect() };
    let right = |matches: &[&'r Match]| {
        let number = count.is_none_or(|(count, _)| usize::try_from(count).is_ok_and(|count| count == matches.len()));
        !matches.is_empty() && number && matches.iter().all(went)
    };
    // "Have won all six" may be written in the morning.
    let had = passage.is_any(at.wrapping_sub(1), &["had", "having", "have", "has"]);
    let days = if had { reader.days(out) } else { vec![out.view] };
    let confirmed = days.iter().any(|view| right(&of_view(view)));
    let matches = of_view(&out.view);
    let evidence: Vec<Evidence> = matches.iter().flat_map(|entry| out.match_row(entry)).collect();
    // "The South Americans have won all three" may be of another than was named last.
    let is_named = passage.has(0, at, &["they"])
        || passage.names.iter().any(|name| name.end <= at && reader.team_meant(passage, name, out) == Some(team));
    let plain = meant.sure
        && is_named
        && is_current(reader, passage, foci, out)
        && reader.anchor.is_some()
        && !evidence.is_empty();
    let Some(verdict) = verdict(confirmed, plain) else { return };
    let record = out.record();
    let number = count.map_or_else(String::new, |(count, _)| format!(" {count}"));
    let noun = if group { " group matches" } else { " matches" };
    let reading = format!(
        "{} {} all{number}{noun} of the {}",
        words::team(record, team),
        passage.word(at),
        words::edition(record, edition)
    );
    out.push(passage, (at, end), Kind::Streak, reading, Judged::new(verdict).showing(evidence));
}

/// "their third successive final", "a second straight win".
pub(crate) fn successive<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, next, nth): (usize, usize, u32),
    out: &mut Out<'r>,
) -> Option<usize> {
    let owned = passage.is_any(at.wrapping_sub(1), &["their", "its", "a", "the"]);
    let first = if owned { at - 1 } else { at };
    if is_hypothetical(passage, first) || is_wanted(passage, first) || nth < 2 {
        return None;
    }
    let meant = if owned { reader.teams_about(passage, first, out) } else { reader.teams_before(passage, at, out) };
    let team = meant.likely()?;
    let first = meant.first.min(first);
    let sex = reader.sex(out);
    let mut noun = next;
    let mut named = None;
    if let Some(name) = passage.name_from(noun) {
        named = Some(name.competition()?);
        noun = name.end;
    }
    let own = reader.tournament(out)?;
    let competition = out.record().edition(own).competition;
    if named.is_some_and(|named| named != competition) {
        return None;
    }
    if let Some((stage, end)) = stage_at(passage, noun) {
        if !closes(passage, end) {
            return None;
        }
        return in_editions(reader, passage, foci, (first, end), (team, stage, nth), meant.sure, out);
    }
    let kind = match passage.word(noun) {
        "win" | "victory" => StreakKind::Winning,
        "defeat" | "loss" => StreakKind::Losing,
        "draw" => StreakKind::Drawing,
        _ => return None,
    };
    if !closes(passage, noun + 1) && passage.any_phrase(noun + 1, &["of the tournament", "at the tournament"]).is_none()
    {
        return None;
    }
    let says =
        Says::Streak { team: Some(team), kind, which: StreakWhich::Current, length: Some(u16::try_from(nth).ok()?) };
    let mut of_edition = statement(says.clone(), sex, Vec::new());
    of_edition.scope.edition = Some(own);
    let ways = [
        (of_edition, out.view),
        (statement(says.clone(), sex, vec![competition]), out.view),
        (statement(says, sex, Vec::new()), out.view),
    ];
    out.decide(passage, (first, noun + 1), Kind::Streak, &ways, &[], false).map(|_| noun + 1)
}

/// Whether a team came to a stage in this edition and in those before it, and not in the one before them.
fn in_editions<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    span: (usize, usize),
    (team, stage, nth): (TeamId, StageKind, u32),
    sure: bool,
    out: &mut Out<'r>,
) -> Option<usize> {
    let record = out.record();
    let own = reader.tournament(out)?;
    let competition = record.edition(own).competition;
    let year = record.edition(own).year()?;
    let mut editions: Vec<(i16, EditionId)> = record
        .editions()
        .iter()
        .filter(|edition| edition.competition == competition && out.view.has_begun(edition.id))
        .filter_map(|edition| Some((edition.year().filter(|&is| is <= year)?, edition.id)))
        .collect();
    editions.sort_unstable();
    let sex = reader.sex(out);
    let mut run = 0;
    let mut evidence = Vec::new();
    for (_, edition) in editions.into_iter().rev() {
        let says = Says::StageReached { team: Some(team), edition: Some(edition), stage: Some(stage), exactly: false };
        let answer = evaluate(&out.view, &statement(says, sex, Vec::new()));
        match answer.verdict {
            Verdict::Confirmed => run += 1,
            Verdict::Contradicted => {
                evidence.extend(answer.evidence);
                break;
            }
            // Absent from the edition, or nothing is known of it.
            _ if run < nth => return None,
            _ => break,
        }
        evidence.extend(answer.evidence);
    }
    let plain =
        sure && run > 0 && is_current(reader, passage, foci, out) && reader.anchor.is_some() && !evidence.is_empty();
    let verdict = verdict(run == nth, plain)?;
    let reading = format!(
        "{}: {} editions of the {} running with the {} reached",
        words::team(record, team),
        nth,
        words::competition(record, competition),
        stage.name()
    );
    out.push(passage, span, Kind::Streak, reading, Judged::new(verdict).showing(evidence));
    Some(span.1)
}

/// "are unbeaten in 12 World Cup matches".
fn running<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) {
        return;
    }
    let meant = reader.teams_before(passage, at, out);
    let Some(team) = meant.likely() else { return };
    // "Croatia ended Spain's 14-game unbeaten run": of its owner.
    let owner = (at.saturating_sub(6)..at).rev().find(|&mark| passage.is_possessive(mark));
    let owner = owner.and_then(|mark| passage.name_at(mark.checked_sub(1)?)).and_then(crate::passage::Name::team);
    if owner.is_some_and(|owner| out.record().root(owner) != out.record().root(team)) {
        return;
    }
    let front = format!("{} are", team_words(out.record(), team));
    let told = out.so_far().len();
    history::take(reader, passage, (at, at), &front, (&[], false), &meant, out);
    // A bare count is of every match, friendlies too, of which the record has few.
    let stop = (at..passage.len()).find(|&next| passage.is_break(next)).unwrap_or(passage.len());
    let bounded = passage
        .names
        .iter()
        .any(|name| (at..stop).contains(&name.first) && (name.competition().is_some() || name.edition().is_some()));
    if !bounded {
        out.keep_confirmed_from(told);
    }
}

/// "have won five World Cup matches in a row".
fn in_a_row<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let from = at.saturating_sub(9);
    let Some(verb) = (from..at).rev().find(|&verb| passage.is_any(verb, &["won", "lost", "drawn"])) else { return };
    if !passage.is_any(verb.wrapping_sub(1), &["have", "has", "had"]) || is_hypothetical(passage, verb) {
        return;
    }
    let meant = reader.teams_before(passage, verb - 1, out);
    let Some(team) = meant.likely() else { return };
    let front = format!("{} have", team_words(out.record(), team));
    history::take(reader, passage, (verb, verb), &front, (&[], false), &meant, out);
}
