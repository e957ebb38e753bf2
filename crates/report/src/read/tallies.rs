//! Counts of goals: "his sixth of the tournament", "his 16th World Cup goal", "has three in all", "scored nine in the
//! group", "have won it four times".

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{CompetitionId, EditionId, Extent, Match, PersonId, StageKind, Table, TeamId, View};

use super::about::{Meant, is_current, is_hypothetical, is_of_both, is_wanted};
use super::careers::scored;
use super::history;
use super::out::verdict;
use super::plain::{OTHER_MEN, team as team_words};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

/// Which goals are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Edition(EditionId),
    Competition(CompetitionId),
    Group(EditionId),
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let mut at = 0;
    while at < passage.len() {
        let next = at + 1;
        at = if passage.name_at(at).is_some() {
            None
        } else if let Some((nth, end)) = passage.ordinal(at) {
            nth_goal(reader, passage, foci, (at, end, nth), out)
        } else if let Some((count, end)) = passage.cardinal(at) {
            goals(reader, passage, foci, (at, end, count), out)
        } else {
            None
        }
        .unwrap_or(next)
        .max(next);
    }
    if let Some(times) =
        (0..passage.len()).find(|&at| passage.is_any(at, &["times", "twice"]) && passage.name_at(at).is_none())
    {
        times_over(reader, passage, times, out);
    }
}

/// "have won the World Cup four times".
fn times_over<'r>(reader: &Reader<'_, 'r>, passage: &Passage, times: usize, out: &mut Out<'r>) {
    let Some(have) = (times.saturating_sub(9)..times).rev().find(|&at| passage.is_any(at, &["have", "has"])) else {
        return;
    };
    if !passage.is_any(have + 1, &["won", "reached", "lost", "beaten", "retained", "met", "hosted"])
        || is_hypothetical(passage, have)
    {
        return;
    }
    if is_of_both(passage, have) {
        return;
    }
    let meant = reader.teams_before(passage, have, out);
    let Some(team) = meant.likely() else { return };
    let front = team_words(out.record(), team);
    history::take(reader, passage, (have, have), &front, (&[], false), &meant, out);
}

/// What the goals are of: "of the tournament", "at this World Cup", "in Germany", "in all".
pub(crate) fn scope_at(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(Of, usize)> {
    let own = reader.tournament(out)?;
    let mut next = at;
    if passage.is_any(next, &["so"]) && passage.word(next + 1) == "far" {
        next += 2;
    }
    if let Some(end) = passage.any_phrase(next, &["in the group", "in the group stage", "in group matches"]) {
        return Some((Of::Group(own), end));
    }
    if let Some(end) = passage.any_phrase(next, &["of these", "of these finals"]) {
        return Some((Of::Edition(own), end));
    }
    if let Some(end) =
        passage.any_phrase(next, &["in all", "here", "in total", "in as many games", "in as many matches"])
        // "In all competitions"
        && !passage.is_any(end, &["competitions", "forms", "of", "his", "their"])
    {
        if passage.is_any(end, &["at", "in"])
            && let Some(found) = scope_at(reader, passage, end, out)
        {
            return Some(found);
        }
        return Some((Of::Edition(own), end));
    }
    if !passage.is_any(next, &["of", "in", "at", "for"]) {
        return None;
    }
    if let Some((editions, end)) = reader.edition_at(passage, next, None, out)
        && let Some(edition) = editions.first()
    {
        return Some((Of::Edition(*edition), end));
    }
    let mut noun = next + 1;
    let this = passage.is_any(noun, &["this", "the", "these"]);
    while passage.is_any(noun, &["this", "the", "these", "year", "summer", "his", "her"]) || passage.is_possessive(noun)
    {
        noun += 1;
    }
    // "Of the Euros"
    let european = reader.european_championship(out) == Some(out.record().edition(own).competition);
    if this && european && passage.is_any(noun, &["euros"]) {
        return Some((Of::Edition(own), noun + 1));
    }
    // "His fifteenth goal in finals": of every year.
    if noun == next + 1 && passage.is_any(noun, &["finals"]) && passage.is_any(next, &["in", "at"]) {
        return Some((Of::Competition(out.record().edition(own).competition), noun + 1));
    }
    if let Some(end) =
        passage.any_phrase(noun, &["tournament", "finals", "competition", "championship", "championships"])
    {
        // "Two goals of the tournament contenders": goals that may be chosen as its best. "Just the second in finals
        // history": of all of them, and of everybody.
        const OF_ELSE: &[&str] =
            &["contender", "contenders", "candidate", "candidates", "award", "awards", "prize", "history"];
        if passage.is_any(end, OF_ELSE) || passage.is_mark(end, '-') {
            return None;
        }
        // "In the tournament's group stage"
        if passage.is_possessive(end) {
            const GROUPS: &[&str] = &["group stage", "group phase", "group matches", "group games"];
            return passage.any_phrase(end + 1, GROUPS).map(|end| (Of::Group(own), end));
        }
        return Some((Of::Edition(own), end));
    }
    if let Some(name) = passage.name_from(noun) {
        if let Some(competition) = name.competition() {
            let of_own = out.record().edition(own).competition == competition;
            let this = this || passage.is_any(name.first, &["the"]);
            // "of the World Cup" is this one, "at World Cups" is every one.
            return Some(if this && of_own {
                (Of::Edition(own), name.end)
            } else {
                (Of::Competition(competition), name.end)
            });
        }
        // "in Germany": where the tournament is held.
        let team = name.team()?;
        let record = out.record();
        if record.edition(own).is_hosted_by(&words::team(record, team)) && passage.is_any(next, &["in"]) {
            return Some((Of::Edition(own), name.end));
        }
    }
    // "in four games"
    if let Some((_, end)) = passage.cardinal(noun)
        && let Some(end) = passage.any_phrase(end, &["games", "matches", "group games", "group matches"])
    {
        return Some((Of::Edition(own), end));
    }
    None
}

/// The matches counted, oldest first; `None` if the goals of one of them are not all known.
pub(crate) fn matches<'r>(view: &View<'r>, of: Of) -> Option<Vec<&'r Match>> {
    let record = view.record();
    let editions: Vec<EditionId> = match of {
        Of::Edition(id) | Of::Group(id) => vec![id],
        Of::Competition(id) => {
            record.editions().iter().filter(|edition| edition.competition == id).map(|edition| edition.id).collect()
        }
    };
    let begun: Vec<EditionId> = editions.into_iter().filter(|&id| view.has_begun(id)).collect();
    let known = begun.iter().all(|&id| matches!(view.extent(id, Table::Goals), Extent::Complete));
    let group = |entry: &&Match| !matches!(of, Of::Group(_)) || entry.is_at(StageKind::Group);
    let mut all: Vec<&'r Match> = begun.iter().flat_map(|&id| view.matches_in(id)).filter(group).collect();
    all.sort_by_key(|entry| (entry.date, entry.id));
    known.then_some(all)
}

/// "Four goals in World Cup finals": whether somebody has so many in those matches, as which some call the tournaments.
pub(crate) fn has_in_finals(all: &[&Match], person: PersonId, count: u32) -> bool {
    let finals = all.iter().filter(|entry| entry.is_at(StageKind::Final));
    finals.map(|entry| scored(entry, person)).sum::<u32>() == count
}

pub(crate) fn rows(out: &Out<'_>, all: &[&Match], person: PersonId) -> Vec<Evidence> {
    let of_person = |entry: &&&Match| scored(entry, person) > 0;
    all.iter().rev().filter(of_person).take(12).flat_map(|entry| out.match_row(entry)).collect()
}

fn nth_goal<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, nth): (usize, usize, u32),
    out: &mut Out<'r>,
) -> Option<usize> {
    let mut next = end;
    let mut of = None;
    if let Some(name) = passage.name_from(next)
        && let Some(competition) = name.competition()
    {
        of = Some(Of::Competition(competition));
        next = name.end;
    }
    let goal = passage.is_any(next, &["goal", "strike", "effort"]) || nth == 1 && passage.word(next) == "goals";
    if goal {
        next += 1;
    }
    // "Ronaldo's seventh and eighth of the tournament"
    let mut and = None;
    if passage.word(next) == "and"
        && let Some((other, end)) = passage.ordinal(next + 1)
    {
        and = Some(other);
        next = end;
    }
    let ((of, last), bare) = match of {
        Some(of) if goal => ((of, next), false),
        Some(_) => return None,
        None => match scope_at(reader, passage, next, out) {
            Some(found) => (found, false),
            // "The leading scorer in World Cup history with his 16th goal"
            None if goal && passage.has(0, at, EVER) && passage.is_any(at.wrapping_sub(1), &["his", "her"]) => {
                let competition = out.record().edition(reader.tournament(out)?).competition;
                ((Of::Competition(competition), next), false)
            }
            // "Valdano's goal was his fourth"
            None => {
                let bare = passage.is_any(at.wrapping_sub(1), &["his", "her"])
                    && passage.is_any(at.wrapping_sub(2), &["was", "is", "being", "with"])
                    && nth > 2
                    && super::plain::closes(passage, next);
                ((Of::Edition(reader.tournament(out).filter(|_| bare)?), next), true)
            }
        },
    };
    // "The first goal of the 1966 World Cup final": of one match.
    const ONE_MATCH: &[&str] = &[
        "final",
        "semi",
        "semifinal",
        "semifinals",
        "quarter",
        "quarterfinal",
        "quarterfinals",
        "opener",
        "match",
        "game",
        "clash",
        "tie",
        "qualifier",
        "qualifiers",
        "qualifying",
        "third",
        "play",
        "playoff",
    ];
    if passage.is_any(last, ONE_MATCH) {
        return None;
    }
    // "Whose golden goal was just the second in finals history": counted over everybody's.
    if passage.is_any(last, &["history"]) && passage.is_any(at.wrapping_sub(1), &["the"]) {
        return None;
    }
    let owned = passage.is_any(at.wrapping_sub(1), &["his", "her", "a", "the", "whose"])
        || passage.is_possessive(at.wrapping_sub(1));
    if !owned || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return None;
    }
    if let Some(team) = at
        .checked_sub(2)
        .filter(|_| passage.is_possessive(at - 1))
        .and_then(|name| passage.name_at(name))
        .and_then(crate::passage::Name::team)
    {
        return nth_of_team(passage, foci, (at - 2, last), (team, nth, of), out);
    }
    // "The 100th goal of the tournament": of everybody's.
    if passage.word(at - 1) == "the" && nth > 6 && !passage.is_possessive(at.wrapping_sub(2)) {
        return nth_of_all(passage, foci, (at - 1, last), (nth, of), out);
    }
    let first = if passage.is_any(at - 1, &["his", "her", "a", "the", "whose"]) { at - 1 } else { at };
    let of_noun = first == at && at > 1 && passage.name_at(at - 2).is_none();
    let meant = if of_noun {
        // "the defender's third": whoever the sentence is about.
        Meant { all: reader.people_near(passage, at), sure: false, first: at }
    } else {
        reader.people_before(passage, first)
    };
    let first = first.min(meant.first);
    // "When he mopped up for his 15th World Cup goal": nobody is named before it, so who scored in the match tells.
    let unnamed = meant.all.is_empty() && nth > 2 && matches!(of, Of::Competition(_));
    let scorer = || {
        let focus = foci.iter().find(|focus| focus.is_anchor).filter(|_| unnamed)?;
        let known = reader.passages.iter().flat_map(|passage| &passage.names).filter_map(crate::passage::Name::person);
        let known: Vec<PersonId> = known.collect();
        let scorers = focus.entry.goals().filter_map(|goal| goal.player).filter(|player| known.contains(player));
        let scorers: Vec<PersonId> = scorers.collect();
        let all = matches(&out.view, of)?;
        let upto = |person: PersonId| -> u32 {
            all.iter().take_while(|entry| entry.id != focus.entry.id).map(|entry| scored(entry, person)).sum()
        };
        let is_it = |person: &PersonId| upto(*person) < nth && nth <= upto(*person) + scored(focus.entry, *person);
        scorers.iter().copied().find(is_it).or_else(|| scorers.first().copied())
    };
    let person = meant.likely().or_else(scorer)?;
    // "His sixth in all", "his fifteenth here on Tuesday", "his sixth goal at the finals": of one of them, or of every one.
    const IN_ALL: &[&str] = &["in all", "in total", "all told", "altogether", "here", "at the finals", "in the finals"];
    let of = match of {
        Of::Edition(own) if (next..last).any(|at| passage.any_phrase(at, IN_ALL).is_some()) => {
            let total = matches(&out.view, of)?.iter().map(|entry| scored(entry, person)).sum::<u32>();
            if nth > total { Of::Competition(out.record().edition(own).competition) } else { of }
        }
        of => of,
    };
    let all = matches(&out.view, of)?;
    let fits = |person: PersonId, focus: &Focus<'_>| {
        let before: u32 =
            all.iter().take_while(|entry| entry.id != focus.entry.id).map(|entry| scored(entry, person)).sum();
        let here = scored(focus.entry, person);
        let in_it = |nth: u32| nth > before && nth <= before + here;
        (here > 0).then(|| in_it(nth) && and.is_none_or(|other| other > nth && in_it(other)))
    };
    // In the match spoken of, and only if he did not score there in one that he is known by.
    let pinned = foci.iter().any(|focus| !focus.loose && fits(person, focus).is_some());
    let told: Vec<bool> = foci
        .iter()
        .filter(|focus| !(pinned && focus.loose))
        .filter(|focus| all.iter().any(|entry| entry.id == focus.entry.id))
        .filter_map(|focus| fits(person, focus))
        .collect();
    // Another of those named, of whom it is true, may be meant.
    let of_another = || {
        foci.iter().any(|focus| {
            let scorers = focus.entry.goals().filter_map(|goal| goal.player);
            scorers.into_iter().filter(|other| *other != person).any(|other| {
                passage.names.iter().any(|name| name.people().contains(&other)) && fits(other, focus) == Some(true)
            })
        })
    };
    // Whoever is meant: nobody's goal in the match told of was such a one.
    let of_nobody = || {
        foci.len() == 1
            && foci.iter().all(|focus| focus.is_anchor && focus.may_contradict)
            && foci
                .iter()
                .flat_map(|focus| focus.entry.goals().map(move |goal| (goal, focus)))
                .all(|(goal, focus)| goal.player.is_none_or(|scorer| fits(scorer, focus) != Some(true)))
    };
    // More than anybody near has scored by now: whoever is meant, and of whatever match.
    let too_many = || {
        let total = |person: PersonId| all.iter().map(|entry| scored(entry, person)).sum::<u32>();
        let mut near = reader.people_near(passage, passage.len());
        near.extend(meant.all.iter().copied().chain(super::counts::hero(reader)));
        near.extend(passage.names.iter().flat_map(crate::passage::Name::people));
        near.extend(foci.iter().flat_map(|focus| focus.entry.goals().filter_map(|goal| goal.player)));
        goal && !bare
            && !unnamed
            && passage.quote.is_none()
            && is_somebodys(passage, at)
            && is_of_this_year(reader, passage, of, out)
            && total(person) > 0
            && near.into_iter().all(|person| total(person) < nth)
    };
    // No match of his is spoken of: his last is meant.
    let latest = || {
        let scored_in = all.iter().rev().find(|entry| scored(entry, person) > 0);
        scored_in.is_some_and(|entry| {
            let total: u32 = all.iter().map(|entry| scored(entry, person)).sum();
            nth <= total && nth + scored(entry, person) > total && and.is_none()
        })
    };
    let verdict = if told.iter().any(|right| *right) || told.is_empty() && !bare && meant.sure && latest() {
        Verdict::Confirmed
    } else if too_many() {
        Verdict::Contradicted
    } else if bare
        || unnamed
        || told.is_empty()
        || of_another()
        || !(meant.sure || of_nobody())
        || !is_current(reader, passage, foci, out)
    {
        return None;
    } else {
        Verdict::Contradicted
    };
    let record = out.record();
    let reading = format!("{}: goal number {nth} {}", words::person(record, person), told_of(out, of));
    let evidence = rows(out, &all, person);
    if let Of::Edition(edition) = of
        && passage.is_any(last - 1, &["games", "matches"])
    {
        // The number of matches is the other half of what is said.
        let played = match passage.cardinal(last - 2) {
            Some((played, _)) => played,
            None => nth,
        };
        let fits = foci.iter().any(|focus| {
            let view = out.view.no_later_than(focus.entry.date);
            super::careers::matches_of(out, &view, edition, person).is_some_and(|ledger| {
                // Matches of the team before his first goal may be such as he missed.
                let before = ledger.matches.iter().take_while(|(entry, _)| scored(entry, person) == 0).count();
                let scoring = ledger.only(|entry, _| scored(entry, person) > 0).len();
                let missed = ledger.len() - before;
                u32::try_from(ledger.len()) == Ok(played)
                    || u32::try_from(missed) == Ok(played)
                    // He may have missed others.
                    || usize::try_from(played).is_ok_and(|played| played >= scoring && played < missed)
            })
        });
        if !fits {
            return None;
        }
        if verdict == Verdict::Confirmed {
            let reading = format!("{}: {nth} goals in {played} matches", words::person(record, person));
            let judged = Judged::new(verdict).showing(evidence.clone());
            out.push(passage, (first, last), Kind::Streak, reading, judged);
        }
    }
    out.push(passage, (first, last), Kind::Tally, reading, Judged::new(verdict).showing(evidence));
    Some(last)
}

/// "His third goal", "Kane's third goal", "the Bayern man's 14th": whether an ordinal is of what one man did.
fn is_somebodys(passage: &Passage, at: usize) -> bool {
    const MEN: &[&str] = &[
        "man",
        "striker",
        "forward",
        "winger",
        "captain",
        "skipper",
        "midfielder",
        "defender",
        "player",
        "veteran",
        "teenager",
        "substitute",
        "poacher",
    ];
    let owner = at.checked_sub(2).filter(|_| passage.is_possessive(at - 1));
    passage.is_any(at.wrapping_sub(1), &["his", "her"])
        || owner.is_some_and(|owner| {
            passage.is_any(owner, MEN) || passage.name_at(owner).is_some_and(crate::passage::Name::is_person)
        })
}

/// Whether goals are counted over every tournament, or over that of the report in a passage that names no other year.
fn is_of_this_year(reader: &Reader<'_, '_>, passage: &Passage, of: Of, out: &Out<'_>) -> bool {
    match of {
        Of::Competition(_) => true,
        Of::Edition(edition) | Of::Group(edition) => {
            reader.tournament(out) == Some(edition) && super::tables::is_of_this_year(reader, passage, out)
        }
    }
}

/// What makes a count one of every tournament there was.
const EVER: &[&str] = &["in world cup history", "in european championship history", "in the history of the world cup"];

/// "The 100th goal of the tournament": one of a match told of, in whichever order matches of a day are taken.
fn nth_of_all(
    passage: &Passage,
    foci: &[Focus<'_>],
    span: (usize, usize),
    (nth, of): (u32, Of),
    out: &mut Out<'_>,
) -> Option<usize> {
    let all = matches(&out.view, of)?;
    let goals = |entry: &&Match| entry.score.end.map_or(0, |end| u32::from(end.home) + u32::from(end.away));
    let found = foci.iter().map(|focus| focus.entry).find(|entry| {
        let before: u32 = all.iter().filter(|other| other.date < entry.date).map(goals).sum();
        let until: u32 = all.iter().filter(|other| other.date <= entry.date).map(goals).sum();
        all.iter().any(|other| other.id == entry.id) && nth > before && nth <= until
    })?;
    let reading = format!("goal number {nth} {}", told_of(out, of));
    let rows = out.match_row(found);
    out.push(passage, span, Kind::Tally, reading, Judged::new(Verdict::Confirmed).showing(rows));
    Some(span.1)
}

/// "England's 12th of the tournament": one of those of a match told of.
fn nth_of_team(
    passage: &Passage,
    foci: &[Focus<'_>],
    span: (usize, usize),
    (team, nth, of): (TeamId, u32, Of),
    out: &mut Out<'_>,
) -> Option<usize> {
    let all = matches(&out.view, of)?;
    let before = |entry: &Match| -> u32 {
        all.iter().take_while(|other| other.id != entry.id).map(|other| scored_by(out, other, team)).sum()
    };
    let found = foci.iter().map(|focus| focus.entry).find(|entry| {
        let before = before(entry);
        nth > before && nth <= before + scored_by(out, entry, team)
    });
    // "Dia scored Senegal's first goal": his own, if he scored.
    let scorer = passage.names.iter().rev().find(|name| name.end <= span.0).filter(|name| {
        name.is_person()
            && (name.end..span.0).all(|at| passage.is_any(at, &["scored", "netted", "got", "struck", "had", "then"]))
    });
    let sole = match foci {
        [focus] if focus.is_anchor && focus.may_contradict && passage.quote.is_none() => Some(focus.entry),
        _ => None,
    };
    let of_scorer = |entry: &Match, scorer: &crate::passage::Name| {
        let side = out.side(entry, team)?;
        let goals = crate::timeline::Timeline::of(entry).goals;
        let own: Vec<bool> = goals
            .iter()
            .filter(|goal| goal.side == side)
            .map(|goal| goal.scorer.is_some_and(|own| scorer.people().contains(&own)))
            .collect();
        own.contains(&true).then(|| {
            let place = usize::try_from(nth.checked_sub(before(entry))?).ok()?;
            own.get(place.checked_sub(1)?).copied()
        })
    };
    let (entry, verdict) = match (found, scorer) {
        (Some(entry), Some(scorer)) => match of_scorer(entry, scorer) {
            Some(Some(true)) | None => (entry, Verdict::Confirmed),
            _ => (sole.filter(|sole| sole.id == entry.id)?, Verdict::Contradicted),
        },
        (Some(entry), None) => (entry, Verdict::Confirmed),
        (None, Some(scorer)) => {
            let entry = sole.filter(|entry| of_scorer(entry, scorer).is_some())?;
            (entry, Verdict::Contradicted)
        }
        (None, None) => return None,
    };
    let reading = format!("{}: goal number {nth} {}", words::team(out.record(), team), told_of(out, of));
    let rows = out.match_row(entry);
    out.push(passage, span, Kind::Tally, reading, Judged::new(verdict).showing(rows));
    Some(span.1)
}

pub(crate) fn told_of(out: &Out<'_>, of: Of) -> String {
    let record = out.record();
    match of {
        Of::Edition(id) => format!("of the {}", words::edition(record, id)),
        Of::Group(id) => format!("in the group stage of the {}", words::edition(record, id)),
        Of::Competition(id) => format!("of the {} of every year", words::competition(record, id)),
    }
}

fn goals<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, count): (usize, usize, u32),
    out: &mut Out<'r>,
) -> Option<usize> {
    if count > 20 || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return None;
    }
    // "Scored one of the World Cup's finest goals": not how many.
    if passage.is_any(at, &["one"]) && passage.is_any(end, &["of"]) {
        return None;
    }
    // "Top scorer in the qualifiers with seven goals": of matches before the tournament.
    const BEFORE: &[&str] = &["qualifying", "qualifier", "qualifiers", "qualification"];
    if passage.has(at.saturating_sub(8), passage.len().min(end + 6), BEFORE) {
        return None;
    }
    // "added five more goals in 2006"
    let noun = if passage.is_any(end, &["more"]) { end + 1 } else { end };
    // "Has ten World Cup goals"
    let competition = passage.name_from(noun).and_then(|name| Some((name.competition()?, name.end)));
    let (of_all, end) = competition.filter(|&(_, end)| passage.is_any(end, &["goals"])).unzip();
    let end = end.unwrap_or(noun);
    let goal = passage.is_any(end, &["goals", "goal", "times", "strikes"]);
    if passage.is_any(end, OTHER_MEN) {
        return None;
    }
    let next = if goal { end + 1 } else { end };
    let before = passage.word(at.wrapping_sub(1));
    let added = before == "added" || before == "adding";
    let scoring = ["scored", "scoring", "netted", "netting"].contains(&before) || added && goal;
    if !(goal && passage.word(end) != "times"
        || scoring
        || ["has", "had", "with", "got"].contains(&before)
        || before == "to" && passage.any_phrase(at.saturating_sub(3), &["took him to", "took her to"]).is_some())
    {
        return None;
    }
    let leads = before == "with"
        && passage.has(
            at.saturating_sub(7),
            at,
            &["scorers", "scorer", "goalscorer", "golden boot", "scoring charts", "scoring"],
        );
    let scope = of_all.map(|competition| (Of::Competition(competition), next));
    let (of, last) = match scope.or_else(|| scope_at(reader, passage, next, out)) {
        Some(found) => found,
        None if leads => {
            let own = reader.tournament(out)?;
            // "The highest scorer in the history of the World Cup, with 16 goals"
            let ever = passage.has(0, at, &["history", "all time", "ever", "record scorer"]);
            let competition = out.record().edition(own).competition;
            // "Top scorer in 2018 with six goals"
            let years = super::focus::years(passage, out, reader.this_year(out));
            let named = years.first().map_or(Some(own), |&year| reader.edition_of(competition, year, out))?;
            (if ever { Of::Competition(competition) } else { Of::Edition(named) }, next)
        }
        None => return None,
    };
    // "in four games" says how many matches, which is not counted here.
    if passage.is_any(last.wrapping_sub(1), &["games", "matches"]) && !passage.is_any(last.wrapping_sub(2), &["group"])
    {
        return None;
    }
    // "the first to score four goals in the finals": he may have scored more.
    let deed =
        passage.is_any(at.wrapping_sub(1), &["score", "net"]) || scoring && passage.word(at.wrapping_sub(2)) == "by";
    let verb = if scoring || !goal { at - 1 } else { at };
    let mut people = reader.people_before(passage, verb);
    let teams = reader.teams_before(passage, verb, out);
    // "He added five more goals in 2006": whom alone the paragraph before names, where he opens one.
    if people.all.is_empty() && passage.is_any(0, &["he", "she"]) {
        people.all = lone_before(reader, passage).into_iter().collect();
        people.sure = true;
    }
    let nearest_is_person =
        passage.names.iter().rfind(|name| name.end <= verb).is_some_and(crate::passage::Name::is_person);
    let days = reader.counted(passage, out);
    let record = out.record();
    if nearest_is_person || teams.all.is_empty() {
        let all = matches(&out.view, of)?;
        let is_so = |person: PersonId| {
            days.iter().any(|view| {
                matches(view, of).is_some_and(|all| all.iter().map(|entry| scored(entry, person)).sum::<u32>() == count)
            })
        };
        // Whoever begins the sentence may be meant behind others it names.
        let leading = passage.name_from(0).and_then(crate::passage::Name::person).filter(|&person| is_so(person));
        let person = people.likely().filter(|&person| is_so(person)).or(leading).or_else(|| people.likely())?;
        let right = is_so(person);
        let nobody = reader.people_near(passage, passage.len()).iter().all(|&other| !is_so(other));
        // "Scored four at South Africa 2010": of a tournament named by its year, whenever it is told.
        let of_year = matches!(of, Of::Edition(edition) if Some(edition) != reader.tournament(out));
        let sure = !deed
            && passage.quote.is_none()
            && (of_year && people.sure
                || is_current(reader, passage, foci, out) && (people.sure && goal || nobody && count > 2));
        let reading =
            format!("{}: {} {}", words::person(record, person), words::count(count, "goal", "goals"), told_of(out, of));
        let evidence = rows(out, &all, person);
        let loose = passage.has(next, last, &["finals"]) && has_in_finals(&all, person, count);
        let verdict = verdict(right, sure && !loose && !evidence.is_empty())?;
        out.push(passage, (at, last), Kind::Tally, reading, Judged::new(verdict).showing(evidence));
        return Some(last);
    }
    let Meant { sure, .. } = teams;
    let team = teams.likely()?;
    let total = |view: &View<'r>, of: Of| {
        matches(view, of).map(|all| all.iter().map(|entry| scored_by(out, entry, team)).sum::<u32>())
    };
    let right = days.iter().any(|view| total(view, of) == Some(count));
    let reading =
        format!("{}: {} {}", words::team(record, team), words::count(count, "goal", "goals"), told_of(out, of));
    let evidence: Vec<Evidence> = matches(&out.view, of)?
        .into_iter()
        .filter(|entry| out.side(entry, team).is_some())
        .flat_map(|entry| out.match_row(entry))
        .collect();
    let verdict = verdict(
        right,
        sure && !deed && teams.all.len() == 1 && is_current(reader, passage, foci, out) && goal && !evidence.is_empty(),
    )?;
    out.push(passage, (at, last), Kind::Tally, reading, Judged::new(verdict).showing(evidence));
    Some(last)
}

/// The one person the paragraph before names.
fn lone_before(reader: &Reader<'_, '_>, passage: &Passage) -> Option<PersonId> {
    let before = reader.before(passage);
    let last = before.last().filter(|last| last.paragraph != passage.paragraph && last.quote.is_none())?;
    let of_paragraph = before.iter().rev().take_while(|other| other.paragraph == last.paragraph);
    let mut people = of_paragraph.flat_map(|other| &other.names).filter(|name| name.is_person());
    let first = people.next()?.person()?;
    people.all(|name| name.person() == Some(first)).then_some(first)
}

fn scored_by(out: &Out<'_>, entry: &Match, team: TeamId) -> u32 {
    let side = out.side(entry, team);
    side.zip(entry.score.end).map_or(0, |(side, end)| u32::from(end.of(side)))
}
