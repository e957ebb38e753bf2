//! Places in a group: "topped Group B", "third in Group F", "went through as runners-up".

use byline_record::ask::statement::Says;
use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, TeamId, View};

use super::about::{Meant, is_hypothetical, is_of_today, is_wanted, statement};
use super::standing::Standing;
use super::{Focus, Out, Reader, table_lines, table_pairs, table_points};
use crate::claim::Kind;
use crate::passage::Passage;

/// A place in a group.
#[derive(Debug, Clone, Copy)]
enum Place {
    Nth(u8),
    Bottom,
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let mut at = 0;
    while at < passage.len() {
        match passage.word(at) {
            "group" | "section" | "pool" | "table" | "standings" if passage.name_at(at).is_none() => {
                at = place(reader, passage, foci, at, out).max(at + 1);
                continue;
            }
            "as" | "runners" | "second" | "third" | "top" | "bottom" | "last" | "first" => {
                ranked_alone(reader, passage, foci, at, out);
            }
            _ => {}
        }
        at += 1;
    }
    table_points::read(reader, passage, foci, out);
    table_lines::read(reader, passage, foci, out);
    table_pairs::read(reader, passage, foci, out);
}

/// "Went through as runners-up", "finished second behind France", "third on goal difference": a place in a group that
/// is not named. It is believed if it is so.
fn ranked_alone<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    const ENDED: &[&str] =
        &["finished", "finish", "finishing", "came", "ended", "coming", "placed", "lie", "lay", "sit", "sat"];
    const WENT_ON: &[&str] = &[
        "through",
        "advanced",
        "qualified",
        "progressed",
        "advance",
        "qualify",
        "progress",
        "on",
        "advancing",
        "qualifying",
    ];
    let (first, end, place) = if passage.is_any(at, &["as"]) && passage.is_any(at.wrapping_sub(1), WENT_ON) {
        let next = if passage.is_any(at + 1, &["the", "group"]) { at + 2 } else { at + 1 };
        let next = if passage.is_any(next, &["group"]) { next + 1 } else { next };
        match (passage.any_phrase(next, &["winners", "leaders"]), passage.any_phrase(next, &["runners up"])) {
            (Some(end), _) => (at, end, Place::Nth(1)),
            (_, Some(end)) => (at, end, Place::Nth(2)),
            _ => return,
        }
    } else {
        let verb = (at.saturating_sub(2)..at).rev().find(|&verb| passage.is_any(verb, ENDED));
        let Some(verb) = verb else { return };
        let (place, end) = match passage.word(at) {
            "top" => (Place::Nth(1), at + 1),
            "bottom" | "last" => (Place::Bottom, at + 1),
            _ => match passage.ordinal(at) {
                Some((nth @ 1..=6, end)) => (Place::Nth(u8::try_from(nth).unwrap_or(0)), end),
                _ => return,
            },
        };
        const AFTER: &[&str] = &["behind", "ahead of", "above", "on goal difference", "with", "on goals", "below"];
        let told = passage.any_phrase(end, AFTER).is_some();
        let closed = end >= passage.len() || passage.is_stop(end);
        let named = closed || passage.has(0, passage.len(), &["group", "section", "points", "point"]);
        if !told && !named || passage.is_any(end, &["in", "of", "group", "place", "minute", "goal"]) {
            return;
        }
        (verb, end, place)
    };
    if is_hypothetical(passage, first) || is_wanted(passage, first) {
        return;
    }
    let meant = reader.teams_before(passage, first, out);
    let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, end, out)) else { return };
    let Some(standing) = Standing::of(&out.view, edition, team).filter(|standing| standing.over) else { return };
    // "Yugoslavia" of a year in which it was another state.
    let team = standing.line(out.record(), team).map_or(team, |line| line.team);
    let position = match place {
        Place::Nth(nth) => nth,
        Place::Bottom => u8::try_from(standing.lines.len()).unwrap_or(4),
    };
    let label = Some(standing.label.clone());
    let says = Says::GroupPosition { team: Some(team), edition: Some(edition), group: label, position: Some(position) };
    let way = (statement(says, reader.sex(out), Vec::new()), out.view);
    let right = byline_record::ask::evaluate(&way.1, &way.0).verdict == Verdict::Confirmed;
    // "Finished third" may be of the whole tournament, "as runners-up" is of the group.
    let plain = passage.is_any(at, &["as"]) && meant.sure && is_of_today(reader, foci);
    if right || plain {
        out.decide(passage, (first, end), Kind::Table, &[way], &[], plain);
    }
}

/// "Group B", "the group", "their group": the letter and the token after it.
fn label_at(passage: &Passage, at: usize) -> (Option<Box<str>>, usize) {
    let word = passage.word(at + 1);
    let letter = word.chars().count() == 1 && passage.token(at + 1).is_some_and(|token| token.capital);
    if letter {
        return (Some(word.to_uppercase().into()), at + 2);
    }
    match passage.kind(at + 1) {
        Some(byline_record::ask::english::tokens::TokenKind::Number(number @ 1..=16)) => {
            (Some(number.to_string().into()), at + 2)
        }
        _ => (None, at + 1),
    }
}

/// The tournament a group is of: one named behind it, else that of the report.
pub(super) fn edition_of(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    foci: &[Focus<'_>],
    end: usize,
    out: &Out<'_>,
) -> Option<EditionId> {
    match reader.edition_at(passage, end, None, out) {
        Some((editions, _)) => editions.first().copied(),
        None => {
            if let Some(recalled) = reader.editions_recalled(passage, None, out) {
                // "Uruguay, champions in 1930 and 1950, took first place in their group": of neither year.
                return recalled.first().copied().filter(|_| !is_by_titles(passage));
            }
            let all: Vec<EditionId> = foci.iter().map(|focus| focus.entry.edition).collect();
            let tournament = reader.tournament(out);
            match tournament {
                Some(edition) => Some(edition),
                None => all.first().copied().filter(|first| all.iter().all(|other| other == first)),
            }
        }
    }
}

/// Whether a year of a passage stands with a title won then, for which a side is known: "champions of the 1930 and 1950
/// World Cups".
fn is_by_titles(passage: &Passage) -> bool {
    const WON: &[&str] = &["champions in", "champions of", "winners in", "winners of", "holders since", "hosts in"];
    (0..passage.len()).any(|at| {
        let year = |end: usize| end + usize::from(passage.is_any(end, &["the"]));
        passage.any_phrase(at, WON).is_some_and(|end| {
            matches!(passage.kind(year(end)), Some(byline_record::ask::english::tokens::TokenKind::Number(1900..=2100)))
        })
    })
}

/// What whoever goes through does "as winners of Group F".
const WENT_THROUGH: &[&str] =
    &["progressed", "advanced", "qualified", "went through", "are through", "finished", "reached", "go through"];

fn place<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], group: usize, out: &mut Out<'r>) -> usize {
    let (label, end) = label_at(passage, group);
    // "Came into the last match bottom of the table": as it stood before.
    const BEFORE: &[&str] = &[
        "came into",
        "went into",
        "going into",
        "coming into",
        "heading into",
        "headed into",
        "entered the",
        "began the",
        "started the",
        "before kick off",
    ];
    // "Topping the group would mean": nobody has.
    let open = passage.is_any(end.max(group + 1), &["would", "could", "might"]);
    if open || passage.has(group.saturating_sub(14), group + 8, BEFORE) {
        return end.max(group + 1);
    }
    if let Some(end) = label.as_deref().and_then(|label| rivals(reader, passage, foci, (group, end, label), out)) {
        return end;
    }
    // "group stage", "group match"
    if label.is_none()
        && passage.is_any(
            end,
            &["stage", "match", "game", "games", "matches", "stages", "opener", "phase", "of", "final", "d'europe"],
        )
    {
        return end;
    }
    // "From England's Group D in third place": theirs as well.
    let shared =
        group.checked_sub(2).filter(|_| passage.is_possessive(group - 1)).and_then(|last| passage.name_at(last));
    if shared.is_some_and(|name| name.team().is_some()) {
        return end.max(group + 1);
    }
    let determined = |at: usize| passage.is_any(at, &["the", "their", "its"]);
    let mut before = group;
    // "in the World Cup's Group D"
    if label.is_some()
        && let Some(name) = before
            .checked_sub(1)
            .and_then(|last| passage.name_at(if passage.is_possessive(last) { last.checked_sub(1)? } else { last }))
        && (name.competition().is_some() || name.edition().is_some())
    {
        before = name.first;
    }
    if before > 0 && determined(before - 1) {
        before -= 1;
    }
    let found = if let Some(end) = passage.any_phrase(end, &["winners", "champions", "toppers"]) {
        Some((before, end, Place::Nth(1)))
    } else if let Some(end) = passage.any_phrase(end, &["runners up", "runner up"]) {
        Some((before, end, Place::Nth(2)))
    } else if let Some((end, place)) = place_after(passage, group, end) {
        Some((before, end, place))
    } else if before > 1 && passage.any_phrase(before - 2, &["propped up", "prop up", "propping up"]).is_some() {
        Some((before - 2, end, Place::Bottom))
    } else if before > 0
        && passage.is_any(before - 1, &["topped", "top", "topping", "tops", "won", "win", "winning", "headed"])
    {
        // "top the group" and "won Group A"; but "top of" below.
        Some((before - 1, end, Place::Nth(1)))
    } else if before > 0 && passage.is_any(before - 1, &["of", "in", "from"]) {
        let noun = before - 1;
        ranked(passage, noun).map(|(first, place)| (first, end, place))
    } else {
        None
    };
    let as_group = passage.is_any(before.wrapping_sub(1), &["as"]);
    let Some((mut first, last, place)) = found.filter(|_| label.is_some() || before < group || as_group) else {
        return end;
    };
    let mut verb = first;
    if passage.is_any(verb.wrapping_sub(1), &["the", "as"]) {
        verb -= 1;
    }
    if passage.is_any(
        verb.wrapping_sub(1),
        &["finished", "finish", "finishing", "came", "ended", "end", "were", "placed", "are", "was", "as", "at"],
    ) {
        verb -= 1;
        first = verb;
    } else if passage.is_any(verb, &["as"]) && passage.has(verb.saturating_sub(7), verb, WENT_THROUGH) {
        first = verb;
    } else if passage.is_any(first, &["winners", "champions", "toppers", "runners", "runner"])
        && !passage.is_mark(verb.wrapping_sub(1), ',')
    {
        // "play the runners-up of Group B": whoever that is.
        return end;
    }
    // "The race for second place in Group D"
    const CONTESTED: &[&str] = &["race for", "battle for", "fight for", "tussle for", "chase for", "bid for"];
    if passage.has(first.saturating_sub(4), first, CONTESTED)
        || is_hypothetical(passage, first)
        || is_wanted(passage, first)
        || passage.is_any(first.wrapping_sub(1), &["to", "not", "never"])
            && !is_moved(passage, first)
            && !is_come_to(passage, first)
    {
        return end;
    }
    // "Hungary face Group E runners-up in the last 16": whoever that is.
    const MEETING: &[&str] = &[
        "face", "faces", "facing", "meet", "meets", "meeting", "play", "plays", "playing", "against", "with", "beat",
        "beating", "by", "over", "to", "from", "of", "and", "on", "v",
    ];
    if last > end
        && passage.is_any(last - 1, &["winners", "champions", "up"])
        && passage.is_any(first.wrapping_sub(1), MEETING)
        && passage.name_from(last).and_then(crate::passage::Name::team).is_none()
    {
        return end;
    }
    // "Group C winners England": the name may follow.
    let meant = match passage.name_from(last).and_then(crate::passage::Name::team) {
        Some(team) if last > end => Meant { all: vec![team], sure: true, first },
        _ => {
            let meant = reader.teams_before(passage, verb, out);
            match fronted(reader, passage, verb, last, out) {
                Some(team) => Meant { all: vec![team], sure: false, first },
                None => meant,
            }
        }
    };
    let (Some(team), Some(edition)) = (meant.likely(), edition_of(reader, passage, foci, last, out)) else {
        return end;
    };
    // "the group" of a team that is not at the tournament is none of ours.
    let Some(standing) = Standing::of(&out.view, edition, team) else { return end };
    let team = standing.line(out.record(), team).map_or(team, |line| line.team);
    let size = u8::try_from(standing.lines.len()).unwrap_or(4);
    let position = match place {
        Place::Nth(nth) => nth,
        Place::Bottom => size,
    };
    let sex = reader.sex(out);
    let make = |team: TeamId| {
        let says = Says::GroupPosition {
            team: Some(team),
            edition: Some(edition),
            group: label.clone(),
            position: Some(position),
        };
        statement(says, sex, Vec::new())
    };
    let mut days = vec![out.view];
    // "Top of Group B" may be of the eve, "finished top" only of the end.
    let lasting = passage.is_any(verb, &["are", "were", "was", "as"]) || first != verb;
    if !standing.over || lasting && reader.anchor.is_some() {
        days.extend(reader.anchor.map(|entry| out.view.before(entry.date)));
    }
    let ways: Vec<_> = days.iter().map(|view| (make(team), *view)).collect();
    let others: Vec<_> = meant.others().map(|team| (make(team), out.view)).collect();
    // "Becomes second in the group with the lead": as it stood for a while.
    let for_a_while = || {
        passage.is_any(first.wrapping_sub(1), &["becomes", "become", "became", "into", "to", "up"])
            || passage.has(
                0,
                passage.len(),
                &[
                    "temporarily",
                    "briefly",
                    "provisionally",
                    "as it stood",
                    "as things stood",
                    "at that point",
                    "momentarily",
                ],
            )
    };
    // "Finished second in Group C with four points, behind Colombia": the group is named and over, whoever else is.
    let finished = || {
        passage.is_any(verb, &["finished", "finish", "ended"])
            && label.as_deref().is_some_and(|label| *label == *standing.label)
            && is_of_this_year(reader, passage, out)
    };
    // "Leave unbeaten, fourth in Group F": on no day of the group did it stand there.
    let nowhere = || {
        label.as_deref().is_some_and(|label| *label == *standing.label)
            && reader.tournament(out) == Some(edition)
            && is_of_this_year(reader, passage, out)
            && !standing.may_have_been(out.record(), edition, team, position)
    };
    // A letter that none of the teams named ever had is wrong whenever it is said.
    let named = || passage.names.iter().filter_map(crate::passage::Name::team).chain(meant.all.iter().copied());
    let strange =
        || label.as_deref().is_some_and(|label| named().all(|team| !is_in_group(&out.view, (edition, label), team)));
    let meant_now =
        || is_of_today(reader, foci) || finished() || nowhere() || strange() && is_of_this_year(reader, passage, out);
    let known = || standing.over && !for_a_while() || strange();
    // "Germany were not beaten in 1990. England finished last in the group": the year before need not be meant.
    let of_words = reader.tournament(out) == Some(edition) || reader.edition_at(passage, last, None, out).is_some();
    let of_groups =
        is_of_first_groups(reader, edition, out) || label.as_deref().is_some_and(|label| *label == *standing.label);
    let plain = meant.sure && of_words && meant_now() && known() && of_groups;
    out.decide(passage, (first, last), Kind::Table, &ways, &others, plain);
    last.max(end)
}

/// Whether no team plays in two groups of a tournament, one after the other.
pub(super) fn has_one_round(edition: EditionId, out: &Out<'_>) -> bool {
    use byline_record::StageKind::{FinalRound, SecondGroup};
    let again = |entry: &byline_record::Match| {
        entry.stage.as_ref().is_some_and(|stage| matches!(stage.kind, SecondGroup | FinalRound))
    };
    !out.view.matches_in(edition).any(again)
}

/// Whether it is the first groups that a report speaks of: the tournament has no others, or its match is of one of them.
pub(super) fn is_of_first_groups(reader: &Reader<'_, '_>, edition: EditionId, out: &Out<'_>) -> bool {
    let of_group =
        |entry: &byline_record::Match| entry.edition == edition && entry.is_at(byline_record::StageKind::Group);
    has_one_round(edition, out) || reader.anchor.is_some_and(of_group)
}

/// Whether a team was drawn into a group of an edition, or played in it.
fn is_in_group(view: &View<'_>, (edition, label): (EditionId, &str), team: TeamId) -> bool {
    Standing::of(view, edition, team).is_some_and(|standing| *standing.label == *label)
        || view
            .matches_of(team)
            .filter(|entry| entry.edition == edition)
            .filter_map(|entry| entry.stage.as_ref()?.group.as_deref())
            .any(|group| group == label)
}

/// "Against Group A rivals Poland": the group a team is told to be in.
fn rivals<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (group, end, label): (usize, usize, &str),
    out: &mut Out<'r>,
) -> Option<usize> {
    const RIVALS: &[&str] = &["rivals", "opponents", "foes", "outsiders", "newcomers", "minnows", "rival"];
    if !passage.is_any(end, RIVALS) {
        return None;
    }
    let name = passage.name_from(end + 1)?;
    let team = name.team().filter(|_| !passage.is_possessive(name.end))?;
    let edition = reader.tournament(out).filter(|_| is_of_this_year(reader, passage, out))?;
    let standing = Standing::of(&out.view, edition, team)?;
    let right = is_in_group(&out.view, (edition, label), team);
    let plain = is_of_today(reader, foci) && !is_hypothetical(passage, group);
    let verdict = match right {
        true => Verdict::Confirmed,
        false if plain => Verdict::Contradicted,
        false => return None,
    };
    let reading = format!("{} were in group {label}", words::team(out.record(), team));
    let judged = super::Judged::new(verdict).showing(standing.rows(out.record(), edition));
    out.push(passage, (group, name.end), Kind::Stage, reading, judged);
    Some(name.end)
}

/// Whether a passage names no other year than that of the tournament under report.
pub(super) fn is_of_this_year(reader: &Reader<'_, '_>, passage: &Passage, out: &Out<'_>) -> bool {
    let own = reader.tournament(out).and_then(|edition| out.record().edition(edition).year());
    passage.quote.is_none()
        && super::focus::years(passage, out, reader.this_year(out)).into_iter().all(|year| Some(year) == own)
}

/// "lifted Nigeria to second place", "climbed to third": a place that was come to.
fn is_moved(passage: &Passage, first: usize) -> bool {
    const MOVED: &[&str] = &["moved", "climbed", "rose", "up", "jumped", "went", "dropped", "fell", "slipped", "down"];
    let Some(before) = first.checked_sub(2).filter(|_| passage.is_any(first - 1, &["to"])) else { return false };
    let lifted =
        passage.name_at(before).filter(|name| name.team().is_some()).and_then(|name| name.first.checked_sub(1));
    passage.is_any(before, MOVED)
        || lifted.is_some_and(|verb| passage.is_any(verb, &["lifted", "lifts", "moved", "took", "sent", "lifting"]))
}

/// "Beat Poland 2-0 to win Group C", "drew with Switzerland thanks to a late goal to finish top": what a result led to.
fn is_come_to(passage: &Passage, first: usize) -> bool {
    const RESULTS: &[&str] = &[
        "beat",
        "beating",
        "defeated",
        "saw off",
        "edged",
        "thrashed",
        "overcame",
        "drew",
        "drawing",
        "held",
        "won",
        "came back",
        "came from behind",
        "recovered",
        "a win over",
        "a win against",
        "a draw with",
        "victory over",
    ];
    const WANTED: &[&str] = &[
        "needed", "need", "needing", "needs", "enough", "chance", "able", "likely", "order", "had", "have", "required",
        "hoping", "hoped", "trying", "failed", "wanted", "expected", "set", "bid", "battle", "fight", "race", "going",
    ];
    let Some(to) = first.checked_sub(1).filter(|&to| passage.is_any(to, &["to"])) else { return false };
    let start = passage.clause_start(to);
    let wanted = (start..to).any(|at| passage.is_any(at, WANTED));
    !wanted && passage.has(start, to, RESULTS)
}

/// "Third in Group E behind Mexico, Italy …": the subject after a place that begins its sentence.
fn fronted(reader: &Reader<'_, '_>, passage: &Passage, verb: usize, last: usize, out: &Out<'_>) -> Option<TeamId> {
    let begins = verb == 0 || verb == 1 && passage.is_any(0, &["the", "as"]);
    let comma = (last..passage.len()).filter(|_| begins).rfind(|&at| {
        (passage.is_mark(at, ',') || passage.is_mark(at, '—') || passage.is_mark(at, '-')) && at < last + 16
    })?;
    let name =
        passage.names.iter().find(|name| name.first > comma && reader.team_meant(passage, name, out).is_some())?;
    (name.first <= comma + 3).then(|| reader.team_meant(passage, name, out))?
}

/// "Came through Group F in second place", "emerged from the group as winners": a place after the group.
fn place_after(passage: &Passage, group: usize, end: usize) -> Option<(usize, Place)> {
    const WENT: &[&str] = &[
        "came",
        "come",
        "coming",
        "through",
        "emerged",
        "emerging",
        "advanced",
        "advancing",
        "qualified",
        "qualifying",
        "progressed",
        "escaped",
        "out",
        "finished",
        "finishing",
        "exited",
        "survived",
        "left",
        "navigated",
        "ended",
        "from",
        "won",
    ];
    let went = (group.saturating_sub(5)..group).any(|at| passage.is_any(at, WENT));
    let next = passage.any_phrase(end, &["in", "as"]).filter(|_| went)?;
    let next = if passage.is_any(next, &["the", "group"]) { next + 1 } else { next };
    if let Some(end) = passage.any_phrase(next, &["winners", "top spot", "top place", "pole position"]) {
        return Some((end, Place::Nth(1)));
    }
    if let Some(end) = passage.any_phrase(next, &["runners up", "runner up"]) {
        return Some((end, Place::Nth(2)));
    }
    if let Some(end) = passage.any_phrase(next, &["last place", "bottom spot", "bottom place"]) {
        return Some((end, Place::Bottom));
    }
    let (nth, end) = passage.ordinal(next).filter(|&(nth, _)| nth <= 6)?;
    let end = passage.any_phrase(end, &["place", "spot", "position"])?;
    Some((end, Place::Nth(u8::try_from(nth).ok()?)))
}

/// "top", "second", "bottom", "third place" before a token.
fn ranked(passage: &Passage, noun: usize) -> Option<(usize, Place)> {
    let mut at = noun.checked_sub(1)?;
    // "a second-place finish behind Brazil in Group A"
    if let Some(name) = passage.name_at(at).filter(|name| name.team().is_some()) {
        at = name.first.checked_sub(1)?;
        at = if passage.is_any(at, &["the"]) { at.checked_sub(1)? } else { at };
        at = at.checked_sub(1).filter(|_| passage.is_any(at, &["behind", "above", "below"]))?;
    }
    if passage.is_any(at, &["finish", "finishes"]) {
        at = at.checked_sub(1)?;
    }
    if passage.is_any(at, &["place", "spot", "position"]) {
        at = at.checked_sub(1)?;
    }
    let place = match passage.word(at) {
        "top" | "first" | "winners" | "champions" | "head" | "summit" => Place::Nth(1),
        "bottom" | "last" | "foot" | "base" => Place::Bottom,
        "up" if passage.is_any(at.checked_sub(1)?, &["runners", "runner"]) => return Some((at - 1, Place::Nth(2))),
        _ => Place::Nth(u8::try_from(passage.ordinal(at)?.0).ok().filter(|&nth| nth <= 6)?),
    };
    Some((at, place))
}
