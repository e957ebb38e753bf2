//! Goals of one person over matches and tournaments: "nine goals in five matches", "has scored in each of his three
//! matches", "has now scored at four World Cups".

use byline_record::ask::{Evidence, words};
use byline_record::{CompetitionId, EditionId, Extent, Match, PersonId, StageKind, Table, View};

use super::about::{Meant, is_current, is_hypothetical, is_wanted};
use super::elsewhere::is_elsewhere;
use super::ledger::{self, Ledger};
use super::out::verdict;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

const MATCHES: &[&str] = &["matches", "games", "appearances", "match", "game"];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        if passage.word(at) == "goals" {
            per_match(reader, passage, foci, at, out);
        }
        if passage.is_any(at, &["scored", "scoring", "goals", "netted"]) {
            every_match(reader, passage, foci, at, out);
            tournaments(reader, passage, at, out);
        }
    }
}

/// Goals of a person in a match, own goals apart.
pub(crate) fn scored(entry: &Match, person: PersonId) -> u32 {
    let own = entry.events.iter().filter(|event| event.player == Some(person));
    let goals = own.filter(|event| event.kind.is_goal() && event.side == event.player_side());
    u32::try_from(goals.count()).unwrap_or(u32::MAX)
}

/// The matches of somebody's team in an edition, if the goals of every one of them are known.
pub(crate) fn matches_of<'r>(
    out: &Out<'r>,
    view: &View<'r>,
    edition: EditionId,
    person: PersonId,
) -> Option<Ledger<'r>> {
    let teams = &out.record().person(person).teams;
    if !matches!(view.extent(edition, Table::Goals), Extent::Complete) {
        return None;
    }
    let ledgers = teams.iter().map(|&team| Ledger::of_edition(view, team, edition));
    ledgers.max_by_key(Ledger::len).filter(|ledger| ledger.len() > 0)
}

/// Who words without a name before them belong to: the first of the next sentence.
fn people<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize) -> Meant<PersonId> {
    let before = reader.people_before(passage, at);
    if !before.all.is_empty() || passage.names.iter().any(|name| name.end <= at) {
        return before;
    }
    let next = reader.passage_after(passage).and_then(|next| next.names.first()).filter(|name| name.is_person());
    Meant { all: next.and_then(crate::passage::Name::person).into_iter().collect(), sure: false, first: at }
}

/// "four goals in three games"
fn per_match<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let Some((first, count)) = passage.cardinal_before(at) else { return };
    if passage.word(at + 1) != "in" || is_hypothetical(passage, first) || is_wanted(passage, first) {
        return;
    }
    let next = if passage.is_any(at + 2, &["his", "her", "the", "their"]) { at + 3 } else { at + 2 };
    let Some((played, noun)) = passage.cardinal(next) else { return };
    let group = passage.is_any(noun, &["group"]);
    let noun = if group { noun + 1 } else { noun };
    if !passage.is_any(noun, MATCHES) {
        return;
    }
    let last = noun + 1;
    // "for his country", "at World Cups", "since March": more than the tournament.
    if passage.is_any(last, &["for", "since", "against", "under", "with"]) {
        return;
    }
    let Some(edition) = reader.tournament(out) else { return };
    let of_team = passage.names.iter().rfind(|name| name.end <= first).is_some_and(|name| name.team().is_some());
    let record = out.record();
    let played = usize::try_from(played).unwrap_or(usize::MAX);
    let in_group = |ledger: Ledger<'r>| if group { ledger.at_stage(StageKind::Group) } else { ledger };
    let (who, sure, counted): (String, bool, Vec<(u32, Ledger<'r>)>) = if of_team {
        let meant = reader.teams_about(passage, first, out);
        let Some(team) = meant.likely() else { return };
        let ledgers = reader.eves(out).into_iter().map(|view| in_group(Ledger::of_edition(&view, team, edition)));
        (words::team(record, team), meant.sure, ledgers.map(|ledger| (ledger.goals().0, ledger)).collect())
    } else {
        let meant = people(reader, passage, first);
        let Some(person) = meant.likely() else { return };
        // "Southgate made changes to a side that won its group with two goals in three games": the side's.
        let manages = record.edition(edition).managers.iter().any(|appointment| appointment.manager == person);
        if manages || passage.has(first.saturating_sub(14), first, &["side that", "team that", "squad that"]) {
            return;
        }
        let ledgers = reader.eves(out).into_iter().filter_map(|view| matches_of(out, &view, edition, person));
        let goals = |ledger: &Ledger<'r>| ledger.matches.iter().map(|(entry, _)| scored(entry, person)).sum();
        let counted: Vec<(u32, Ledger<'r>)> = ledgers.map(in_group).map(|ledger| (goals(&ledger), ledger)).collect();
        // Whoever is meant: nobody named near has so many.
        let near = reader.people_near(passage, passage.len());
        let nobody = counted.iter().any(|(goals, _)| *goals > 1)
            && near.iter().all(|&other| {
                reader.eves(out).iter().all(|view| {
                    matches_of(out, view, edition, other).is_none_or(|ledger| {
                        ledger.matches.iter().map(|(entry, _)| scored(entry, other)).sum::<u32>() != count
                    })
                })
            });
        (words::person(record, person), meant.sure || nobody, counted)
    };
    let of_so_many: Vec<_> = counted.iter().filter(|(_, ledger)| ledger.len() == played).collect();
    let Some((_, ledger)) = of_so_many.first() else { return };
    let right = of_so_many.iter().any(|(goals, _)| *goals == count);
    // "Two goals in the five matches": he may have missed some of his team's.
    let missed = !of_team && counted.iter().any(|(goals, _)| *goals == count);
    let plain = sure && !missed && is_current(reader, passage, foci, out) && reader.anchor.is_some();
    let Some(verdict) = verdict(right, plain) else { return };
    let reading = format!(
        "{who}: {} in {played} matches of the {}",
        words::count(count, "goal", "goals"),
        words::edition(record, edition)
    );
    let rows = ledger.rows(out);
    out.push(passage, (first, last), Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

/// "has scored in each of his three matches", "scored in every game France played"
fn every_match<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    if passage.word(at + 1) != "in" || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    if passage.is_any(at.wrapping_sub(1), &["not", "never", "to"]) {
        return;
    }
    let mut next = at + 2;
    if !passage.is_any(next, &["each", "every", "all"]) {
        return;
    }
    next += 1;
    while passage.is_any(next, &["of", "his", "her", "their", "the", "single", "these", "those"]) {
        next += 1;
    }
    let count = passage.cardinal(next);
    next = count.map_or(next, |(_, end)| end);
    while passage.is_any(next, &["of", "his", "her", "their", "the"]) {
        next += 1;
    }
    let group = passage.is_any(next, &["group"]);
    next += usize::from(group);
    // "in each half", "in all three finals"
    if !passage.is_any(next, &["matches", "games", "match", "game"]) {
        return;
    }
    next += 1;
    let mut end = next;
    if let Some(last) = passage.any_phrase(
        next,
        &["so far", "here", "of the tournament", "at the tournament", "of the finals", "he played", "they played"],
    ) {
        end = last;
    } else if let Some(name) = passage.name_from(next)
        && name.team().is_some()
        && passage.is_any(name.end, &["played", "have", "had"])
    {
        end = name.end + 1;
    } else if passage.is_any(next, &["since", "for", "against", "under", "in", "at", "this"]) {
        return;
    }
    let Some(edition) = reader.tournament(out) else { return };
    let nearest = passage.names.iter().rfind(|name| name.end <= at);
    let record = out.record();
    let in_group = |ledger: Ledger<'r>| if group { ledger.at_stage(StageKind::Group) } else { ledger };
    let (who, sure, judged): (String, bool, Vec<(bool, Ledger<'r>)>) =
        if nearest.is_some_and(|name| name.team().is_some()) {
            let meant = reader.teams_about(passage, at, out);
            let Some(team) = meant.likely() else { return };
            let ledgers = reader.eves(out).into_iter().map(|view| in_group(Ledger::of_edition(&view, team, edition)));
            let did = |ledger: &Ledger<'r>| {
                ledger.matches.iter().all(|(entry, side)| entry.score.end.is_some_and(|end| end.of(*side) > 0))
            };
            (words::team(record, team), meant.sure, ledgers.map(|ledger| (did(&ledger), ledger)).collect())
        } else {
            let meant = reader.people_before(passage, at);
            let Some(person) = meant.likely() else { return };
            let ledgers = reader.eves(out).into_iter().filter_map(|view| matches_of(out, &view, edition, person));
            let did = |ledger: &Ledger<'r>| ledger.matches.iter().all(|(entry, _)| scored(entry, person) > 0);
            let judged = ledgers.map(in_group).map(|ledger| (did(&ledger), ledger)).collect();
            (words::person(record, person), meant.sure, judged)
        };
    let number = count.map(|(count, _)| usize::try_from(count).unwrap_or(usize::MAX));
    let right = judged
        .iter()
        .any(|(did, ledger)| *did && ledger.len() > 1 && number.is_none_or(|number| number == ledger.len()));
    let Some((_, ledger)) = judged.first().filter(|(_, ledger)| ledger.len() > 0) else { return };
    // Of whom it is true in fewer matches, those he missed may not be counted.
    let of_team = nearest.is_some_and(|name| name.team().is_some());
    let plain = sure && of_team && is_current(reader, passage, foci, out) && reader.anchor.is_some();
    let Some(verdict) = verdict(right, plain) else { return };
    let reading = format!("{who} scored in every match of the {}", words::edition(record, edition));
    let rows = ledger.rows(out);
    out.push(passage, (at, end), Kind::Streak, reading, Judged::new(verdict).showing(rows));
}

/// "has now scored at four World Cups", "goals in three different European Championships"
fn tournaments<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if !passage.is_any(at + 1, &["at", "in"]) || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let Some((count, next)) = passage.cardinal(at + 2) else { return };
    let next = if passage.is_any(next, &["different", "separate", "straight", "successive", "consecutive"]) {
        next + 1
    } else {
        next
    };
    let (competitions, end): (Vec<CompetitionId>, usize) = if let Some(name) = passage.name_from(next) {
        let Some(id) = name.competition().filter(|_| name.edition().is_none()) else { return };
        (vec![id], if passage.is_any(name.end, &["finals", "tournaments"]) { name.end + 1 } else { name.end })
    } else if let Some(end) = passage.any_phrase(next, &["major tournaments", "major finals"]) {
        let both = [reader.world_cup(out), reader.european_championship(out)];
        (both.into_iter().flatten().collect(), end)
    } else {
        return;
    };
    if passage.is_any(end, &["final", "semi", "quarter", "qualifiers", "matches", "games", "knock", "knockout"]) {
        return;
    }
    let meant = reader.people_before(passage, at);
    let nobody_nearer = passage.names.iter().rfind(|name| name.end <= at).is_none_or(crate::passage::Name::is_person);
    // Where "he" begins a paragraph, the only one of those named of whom it is true.
    let editions = ledger::editions(&out.view, &competitions);
    let at_many = |person: PersonId| {
        let scoring = |id: &&EditionId| out.view.matches_in(**id).any(|entry| scored(entry, person) > 0);
        u32::try_from(editions.iter().filter(scoring).count()) == Ok(count)
    };
    let only = || {
        let named = named_before(reader, passage);
        let mut fitting = named.into_iter().filter(|&person| count > 2 && at_many(person));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let Some(person) = meant.likely().filter(|_| nobody_nearer).or_else(only) else { return };
    let view = out.view;
    let record = out.record();
    let mut told: Vec<String> = Vec::new();
    let mut rows: Vec<Evidence> = Vec::new();
    for edition in ledger::editions(&view, &competitions) {
        if !matches!(view.extent(edition, Table::Goals), Extent::Complete) {
            return;
        }
        let mut scoring = view.matches_in(edition).filter(|entry| scored(entry, person) > 0);
        if let Some(entry) = scoring.next() {
            told.push(words::edition(record, edition));
            rows.extend(out.match_row(entry));
        }
    }
    if told.is_empty() {
        return;
    }
    let right = usize::try_from(count).is_ok_and(|count| count == told.len());
    let Some(verdict) = verdict(right, meant.sure) else { return };
    let reading =
        format!("{} scored at {count} editions; the record has {}", words::person(record, person), words::list(&told));
    out.push(passage, (at, end), Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

/// Who has been named before a paragraph that begins with "he", and plays in the match told of.
fn named_before(reader: &Reader<'_, '_>, passage: &Passage) -> Vec<PersonId> {
    if !passage.is_any(0, &["he", "she"]) {
        return Vec::new();
    }
    let mut named: Vec<PersonId> = reader
        .before(passage)
        .iter()
        .flat_map(|passage| &passage.names)
        .filter_map(crate::passage::Name::person)
        .collect();
    named.sort_unstable();
    named.dedup();
    named.retain(|&person| reader.anchor.is_some_and(|entry| scored(entry, person) > 0));
    named
}

/// Words by which a count is of other matches than those of the finals, or of something else than goals.
const UNCOUNTED: &[&str] =
    &["caps", "internationals", "assists", "saves", "bookings", "yellow", "conceded", "shoot out", "shootout", "kicks"];

/// Whether a passage counts something else than goals at the finals, by words of its own for that or by some more.
pub(crate) fn counts_something_else(passage: &Passage, more: &[&str]) -> bool {
    is_elsewhere(passage, UNCOUNTED) || passage.has(0, passage.len(), more)
}

impl Reader<'_, '_> {
    /// Whether a sentence, or the one before it in its paragraph, has one of some phrases, of which `heads` are the heads.
    pub(crate) fn tells_of(&self, passage: &Passage, heads: &Heads, phrases: &[&str]) -> bool {
        let tells = |told: &Passage| told.may_meet(heads) && told.has(0, told.len(), phrases);
        let before = || self.passage_before(passage).filter(|before| before.paragraph == passage.paragraph);
        tells(passage) || before().is_some_and(tells)
    }
}
