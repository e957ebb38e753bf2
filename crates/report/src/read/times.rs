//! Judges which time it was that a team did something: every time it did is looked up.

use byline_record::ask::{Verdict, words};
use byline_record::{CompetitionId, EditionId, Match, TeamId, View};

use super::about::{Meant, is_current, is_of_both};
use super::deeds::{Deed, Told};
use super::eras::sets;
use super::firsts::ends_at;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::passage::{Name, Passage};

/// Which time it is said to have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// The first.
    First,
    /// The first since a year.
    Since(i16),
    /// The first in so many years.
    InYears(i16),
    /// The n-th.
    Nth(u32),
    /// It had never been before.
    Never,
    /// The last was in a year.
    LastIn(i16),
    /// So many times by now.
    Count(u32),
    /// In so many editions running.
    Running(u32),
}

/// What is said of whom.
pub(crate) struct Claim {
    pub(crate) told: Told,
    pub(crate) time: Time,
    /// Words from which and to which it is said.
    pub(crate) span: (usize, usize),
    /// Whether the words leave no doubt of what was done and how often.
    pub(crate) plain: bool,
    /// Whether it is still to come.
    pub(crate) wanted: bool,
    /// Whether it is of before the match told of.
    pub(crate) earlier: bool,
}

impl Claim {
    /// Whether the year named and every time it was done since are of the team as it is now, and of no predecessor.
    fn is_of_late(&self, counted: &[Option<Vec<CompetitionId>>], team: TeamId, out: &Out<'_>) -> bool {
        let (Time::Since(year) | Time::LastIn(year)) = self.time else { return false };
        let is_own = |entry: &&Match| entry.home == team || entry.away == team;
        counted.iter().all(|set| {
            let done = self.told.occasions(&out.view, team, set.as_deref(), true);
            let last = done.iter().rev().nth(1).or(done.last());
            last.is_some_and(|last| {
                let since = done.iter().filter(|entry| entry.date >= last.date || entry.date.year() >= year);
                since.into_iter().all(is_own)
            })
        }) && out.view.matches_of(team).any(|entry| entry.date.year() < year)
    }

    /// Whether words follow that bound the time: "at the last World Cup", "in their history".
    fn time_is_bounded(&self, passage: &Passage) -> bool {
        passage.is_any(self.span.1, &["at", "in", "on", "for", "since", "before", "to"])
            && passage.is_any(self.span.1 + 1, &["last", "sunday", "saturday", "the", "their", "home", "this", "his"])
            && !passage.is_any(self.span.1, &["under"])
    }
}

/// The year a match is known by: that of its edition.
fn label(entry: &Match, out: &Out<'_>) -> i16 {
    out.record().edition(entry.edition).year().unwrap_or(entry.date.year())
}

/// The days by which what was never done, or first, may be judged: on the eve of a tournament nothing was done in it.
fn days_before<'r>(reader: &Reader<'_, 'r>, told: &Told, out: &Out<'r>) -> Vec<View<'r>> {
    if told.edition.is_some() { reader.eves(out) } else { reader.days(out) }
}

/// Whether a claim is so over a set of competitions, with a reference that had to be an occasion itself; `None` where
/// nothing told of is one.
fn is_so<'r>(
    reader: &Reader<'_, 'r>,
    foci: &[Focus<'r>],
    claim: &Claim,
    (team, set, loosely): (TeamId, Option<&[CompetitionId]>, bool),
    out: &Out<'r>,
) -> Option<bool> {
    let told = &claim.told;
    let all = told.occasions(&out.view, team, set, loosely);
    let eve = |view: &View<'r>| told.occasions(view, team, set, loosely);
    match claim.time {
        Time::Count(count) => {
            let counts = |view: &View<'r>| u32::try_from(eve(view).len()) == Ok(count);
            let days = match reader.anchor.filter(|_| claim.earlier) {
                Some(entry) => vec![out.view.before(entry.date)],
                None => reader.eves(out),
            };
            return (!all.is_empty()).then(|| days.iter().any(counts));
        }
        Time::Never => {
            let none = days_before(reader, told, out).iter().any(|view| {
                let before = eve(view);
                // What happened in the edition under report is what it had never done before.
                before.iter().all(|entry| told.is_of_edition() && Some(entry.edition) == reader.edition)
            });
            return Some(none);
        }
        Time::LastIn(year) => {
            let fits = |view: &View<'r>| {
                let before = eve(view);
                before.last().is_some_and(|entry| out.record().is_of_year(entry, year))
            };
            return (!all.is_empty()).then(|| reader.days(out).iter().any(fits));
        }
        _ => {}
    }
    if let (Time::Running(count), Some(set)) = (claim.time, set) {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let run = |view: &View<'r>| {
            let done = eve(view);
            let begun = super::ledger::editions(view, set);
            let begun = begun.into_iter().rev().skip_while(|id| !done.iter().any(|entry| entry.edition == *id));
            begun.take_while(|id| done.iter().any(|entry| entry.edition == *id)).count() == count
        };
        // "Out in the last 16 for the fourth time in a row": once it is done at this tournament, that counts.
        let eves = reader.eves(out);
        let is_done = |view: &&View<'r>| eve(view).iter().any(|entry| Some(entry.edition) == reader.edition);
        let done: Vec<&View<'r>> = eves.iter().filter(is_done).collect();
        let views = if done.is_empty() { eves.iter().collect() } else { done };
        return (!all.is_empty()).then(|| views.into_iter().any(run));
    }
    if claim.wanted || reader.anchor.is_none() {
        let fits = |view: &View<'r>| {
            let mut before = eve(view);
            // What is told of the edition under report is counted from what was before it, though its way was done.
            if told.is_of_edition() {
                before.retain(|entry| Some(entry.edition) != reader.edition);
            }
            match claim.time {
                Time::First => before.is_empty(),
                Time::Since(year) => before.last().is_some_and(|entry| out.record().is_of_year(entry, year)),
                Time::InYears(years) => {
                    let year = reader.this_year(out).map_or(0, |year| year - years);
                    before.last().is_some_and(|entry| out.record().is_of_year(entry, year))
                }
                Time::Nth(nth) => u32::try_from(before.len() + 1) == Ok(nth),
                _ => false,
            }
        };
        return Some(days_before(reader, told, out).iter().any(fits));
    }
    let own = reader.anchor.map(|entry| (entry.id, entry.edition));
    let references = foci.iter().map(|focus| (focus.entry.id, focus.entry.edition)).chain(own);
    let mut found = None;
    for (id, edition) in references {
        let is_it = |entry: &&Match| if told.is_of_edition() { entry.edition == edition } else { entry.id == id };
        let Some(place) = all.iter().position(is_it) else { continue };
        let before = place.checked_sub(1).and_then(|before| all.get(before));
        let this = all.get(place);
        let right = match claim.time {
            Time::First => place == 0,
            Time::Since(year) => before.is_some_and(|entry| out.record().is_of_year(entry, year)),
            Time::InYears(years) => before.zip(this).is_some_and(|(entry, this)| {
                this.date.year() - entry.date.year() == years || label(this, out) - label(entry, out) == years
            }),
            Time::Nth(nth) => u32::try_from(place + 1) == Ok(nth),
            _ => false,
        };
        if right {
            return Some(true);
        }
        found = Some(false);
    }
    // Earlier in the tournament: "a first defeat in a group match since 1966".
    if found.is_none()
        && let Time::Since(year) = claim.time
        && let Some(edition) = reader.edition
        && let Some(place) = all.iter().position(|entry| entry.edition == edition)
        && place
            .checked_sub(1)
            .and_then(|before| all.get(before))
            .is_some_and(|entry| out.record().is_of_year(entry, year))
    {
        return Some(true);
    }
    found
}

/// Whether a team came as far, or won the title, in a tournament after the one since which it is said to have not.
fn is_between<'r>(
    reader: &Reader<'_, 'r>,
    claim: &Claim,
    (team, set): (TeamId, Option<&[CompetitionId]>),
    out: &Out<'r>,
) -> bool {
    let today = reader.this_year(out);
    let since = match (claim.time, today) {
        (Time::Since(year) | Time::LastIn(year), _) => year,
        (Time::First | Time::Never, _) if claim.told.deed != Deed::TakePart => 0,
        (Time::InYears(years), Some(today)) => today.saturating_sub(years).saturating_add(1),
        _ => return false,
    };
    // Of matches only where the tournament or the round is named; what is the first of all is told of this one, too.
    let named = claim.told.competitions.is_some() || claim.told.knock_out || claim.told.opener;
    let of_matches = matches!(claim.told.deed, Deed::Win | Deed::Lose | Deed::Draw)
        && named
        && claim.told.opponent.is_none()
        && !matches!(claim.time, Time::First | Time::Never);
    if !of_matches && !matches!(claim.told.deed, Deed::Reach(_) | Deed::GoOut(_) | Deed::Title | Deed::TakePart) {
        return false;
    }
    // Before there were quarter-finals whoever went further came to none.
    let has_stage = |edition: EditionId| match claim.told.deed {
        Deed::Reach(stage) | Deed::GoOut(stage) => out.view.matches_in(edition).any(|other| other.is_at(stage)),
        _ => true,
    };
    // "Since 1966" says that they did in 1966.
    let begun = set.map(|set| super::ledger::editions(&out.view, set)).unwrap_or_default();
    let is_edition =
        |since: i16| begun.iter().any(|&id| out.record().edition(id).year() == Some(since) && has_stage(id));
    let named = match (claim.time, today) {
        (Time::Since(year) | Time::LastIn(year), _) => Some(year),
        (Time::InYears(years), Some(today)) => Some(today.saturating_sub(years)),
        _ => None,
    };
    if named.is_some_and(is_edition) {
        return true;
    }
    claim.told.occasions(&out.view, team, set, false).into_iter().any(|entry| {
        Some(entry.edition) != reader.edition
            && since < label(entry, out)
            && has_stage(entry.edition)
            && today.is_some_and(|today| label(entry, out).saturating_add(1) < today)
    })
}

pub(crate) fn say<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    claim: Claim,
    meant: &Meant<TeamId>,
    out: &mut Out<'r>,
) {
    // "It was the tournament's third shoot-out": of everybody's.
    const OF_ALL: &[&str] = &["tournament", "competition", "cup", "championship", "championships", "finals", "evening"];
    let (owner, first) = (claim.span.0.wrapping_sub(2), claim.span.0.wrapping_sub(1));
    if passage.is_possessive(first) && passage.is_any(owner, OF_ALL)
        || passage.is_possessive(claim.span.0) && passage.is_any(first, OF_ALL)
    {
        return;
    }
    if claim.told.deed != Deed::Play && is_of_both(passage, claim.span.0) {
        return;
    }
    if claim.told.competitions.is_some() && super::plain::adds_others(passage, claim.span.1) {
        return;
    }
    let mut told = claim.told.clone();
    // "The sides last met": those of the match.
    let of_pair =
        || reader.anchor.filter(|_| told.deed == Deed::Play && told.opponent.is_none()).map(|entry| entry.home);
    let Some(team) = meant.likely().or_else(of_pair) else { return };
    // "England had met them twice": the other side of the match.
    if told.deed == Deed::Play && told.opponent.is_none() && !told.shoot_out {
        let Some(entry) = reader.anchor else { return };
        let Some(side) = out.side(entry, team) else { return };
        told.opponent = Some(entry.team(side.other()));
    }
    if told.opponent.is_some_and(|opponent| out.record().root(opponent) == out.record().root(team)) {
        return;
    }
    let claim = Claim { told, ..claim };
    let counted: Vec<Option<Vec<CompetitionId>>> = match &claim.told.competitions {
        Some(named) => vec![Some(named.clone())],
        None => {
            let of_all = claim.told.opponent.is_some().then_some(None);
            // The first of all has to be so wherever the record can look.
            let widest = claim.told.opponent.is_some()
                && matches!(claim.time, Time::First | Time::Never | Time::Nth(_) | Time::Count(_));
            let others = sets(reader, out).into_iter().map(Some);
            if widest && claim.told.stage.is_none() && !claim.told.knock_out {
                of_all.into_iter().collect()
            } else {
                others.chain(of_all).collect()
            }
        }
    };
    let readings = counted.iter().flat_map(|set| [(set, false), (set, true)]);
    let verdicts: Vec<Option<bool>> =
        readings.map(|(set, loosely)| is_so(reader, foci, &claim, (team, set.as_deref(), loosely), out)).collect();
    let right = verdicts.contains(&Some(true));
    // Where nothing told of is one at all, it is no second or third.
    let repeated = matches!(claim.time, Time::Nth(2..)) && claim.told.is_of_edition();
    let known = verdicts.iter().all(Option::is_some) || repeated && verdicts.contains(&Some(false));
    // Whoever is meant: it is false of every team near.
    let of_nobody = || {
        let named = passage.names.iter().filter_map(Name::team);
        let mut others: Vec<TeamId> = meant.others().chain(named).chain(out.own.iter().copied()).collect();
        others.sort_unstable();
        others.dedup();
        others.into_iter().filter(|&other| other != team).all(|other| {
            counted.iter().all(|set| {
                [false, true]
                    .into_iter()
                    .all(|loosely| is_so(reader, foci, &claim, (other, set.as_deref(), loosely), out) != Some(true))
            })
        })
    };
    // Of all that no tournament bounds the record may lack some.
    let narrow = match claim.told.deed {
        Deed::Reach(_) | Deed::GoOut(_) | Deed::Miss(_) | Deed::TakePart => true,
        Deed::Title => claim.told.competitions.is_some(),
        _ => {
            let Told { competitions, edition, stage, knock_out, opener, .. } = &claim.told;
            competitions.is_some() || edition.is_some() || stage.is_some() || *knock_out || *opener
        }
    };
    // "Competitive" takes in qualifiers, and one counts a predecessor's matches where another does not.
    let bounded = narrow
        && (claim.told.stage.is_some() || counted.iter().all(Option::is_some))
        && !passage.has(0, passage.len(), &["competitive", "qualifier", "qualifiers", "qualifying", "friendly"])
        && (out.record().lineage(team).len() < 2 || claim.is_of_late(&counted, team, out));
    // "World champions for the second time": that they are champions says nothing of how often.
    let of_time = match claim.time {
        Time::Nth(_) => (claim.span.1.saturating_sub(2).max(claim.span.0), claim.span.1),
        _ => claim.span,
    };
    let taken = out.is_confirmed(
        passage,
        of_time,
        &[Kind::FirstSince, Kind::HeadToHead, Kind::Tally, Kind::Title, Kind::Streak],
    );
    // What would hold of any team says too little to be right by the words alone.
    let vague = matches!(claim.time, Time::First | Time::Never | Time::Nth(_) | Time::Count(_));
    let verdict = if right && (!vague || ends_at(passage, claim.span.1) || claim.time_is_bounded(passage)) {
        Verdict::Confirmed
    } else if right {
        return;
    } else if known
        && bounded
        && claim.plain
        && !is_to_come(reader, &claim, &counted, team, out)
        && !claim.wanted
        && !taken
        && is_current(reader, passage, foci, out)
        && (meant.sure || of_nobody())
    {
        // What is the first of anything is defined in more than one way; but how far a team came in between is not.
        // "Since 1970" is of whatever was played in that year.
        let of_year = |set: &&Option<Vec<CompetitionId>>| match (claim.time, set) {
            (Time::Since(year) | Time::LastIn(year), Some(set)) => {
                set.iter().any(|&id| reader.edition_of(id, year, out).is_some())
            }
            _ => false,
        };
        let dated: Vec<&Option<Vec<CompetitionId>>> = counted.iter().filter(of_year).collect();
        let sets = if dated.is_empty() { counted.iter().collect() } else { dated };
        let between = || sets.into_iter().all(|set| is_between(reader, &claim, (team, set.as_deref()), out));
        if matches!(claim.time, Time::Count(_) | Time::Nth(_) | Time::Running(_)) || between() {
            Verdict::Contradicted
        } else {
            Verdict::RecordDiffers
        }
    } else {
        return;
    };
    let kind = match (claim.time, &claim.told) {
        (Time::First | Time::Nth(_) | Time::Count(_), Told { deed: Deed::Title, .. }) => Kind::Title,
        (Time::Count(_) | Time::Nth(_), Told { deed: Deed::Play, opponent: Some(_), .. }) => Kind::HeadToHead,
        (Time::Count(_) | Time::Nth(_), _) => Kind::Tally,
        (Time::Running(_), _) => Kind::Streak,
        (_, Told { opponent: Some(_), .. }) => Kind::HeadToHead,
        _ => Kind::FirstSince,
    };
    let record = out.record();
    let which = match claim.time {
        Time::First => "for the first time".to_owned(),
        Time::Since(year) => format!("for the first time since {year}"),
        Time::InYears(years) => format!("for the first time in {years} years"),
        Time::Nth(nth) => format!("for the {} time", words::ordinal(nth)),
        Time::Never => "never before".to_owned(),
        Time::LastIn(year) => format!("last in {year}"),
        Time::Count(count) => words::count(count, "time", "times"),
        Time::Running(count) => format!("in {count} editions running"),
    };
    let reading = format!("{} {} {which}", words::team(record, team), claim.told.words(record));
    let rows: Vec<_> = counted
        .iter()
        .map(|set| claim.told.occasions(&out.view, team, set.as_deref(), true))
        .max_by_key(Vec::len)
        .unwrap_or_default()
        .into_iter()
        .rev()
        .take(12)
        .rev()
        .flat_map(|entry| out.match_row(entry))
        .collect();
    if verdict != Verdict::Confirmed && rows.is_empty() {
        return;
    }
    let judged = Judged::new(verdict).showing(rows);
    if verdict == Verdict::Confirmed && matches!(claim.time, Time::Nth(_)) && narrow {
        years_before(reader, passage, &claim, (team, &counted), &judged, out);
    }
    let judged = match verdict {
        Verdict::RecordDiffers => judged.because("the record counts otherwise over its tournaments"),
        _ => judged,
    };
    out.push(passage, claim.span, kind, reading.clone(), judged.clone());
    if verdict == Verdict::Confirmed && kind == Kind::Title {
        let other = if claim.time == Time::First { Kind::FirstSince } else { Kind::Tally };
        out.push(passage, claim.span, other, reading, judged);
        return;
    }
    // A third win over Spain is a count as well as a meeting.
    if verdict == Verdict::Confirmed && kind == Kind::HeadToHead {
        let other = if matches!(claim.time, Time::Count(_) | Time::Nth(_)) { Kind::Tally } else { return };
        out.push(passage, claim.span, other, reading, judged);
    }
}

/// "For the third time, after 1986 and 1990": the years of the times before, of a count that is right.
fn years_before<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    claim: &Claim,
    (team, counted): (TeamId, &[Option<Vec<CompetitionId>>]),
    judged: &Judged,
    out: &mut Out<'r>,
) {
    let record = out.record();
    for (year, at) in reader.years_before(passage, claim.span.1) {
        let done = |set: &Option<Vec<CompetitionId>>| {
            let all = claim.told.occasions(&out.view, team, set.as_deref(), true);
            all.into_iter().any(|entry| record.is_of_year(entry, year))
        };
        let right = counted.iter().any(done);
        let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
        if !right && (!claim.plain || passage.quote.is_some()) {
            continue;
        }
        let reading = format!("{} {} in {year}", words::team(record, team), claim.told.words(record));
        let kind = if claim.told.opponent.is_some() { Kind::HeadToHead } else { Kind::FirstSince };
        out.push(passage, (at, at + 1), kind, reading, judged.clone().with(verdict));
    }
}

/// Whether a team has come to a stage in which it has not played yet: "is playing in the round of 16 for a third time" on
/// the eve counts that, unless the way to it is counted already.
fn is_to_come(
    reader: &Reader<'_, '_>,
    claim: &Claim,
    counted: &[Option<Vec<CompetitionId>>],
    team: TeamId,
    out: &Out<'_>,
) -> bool {
    let (Deed::Reach(stage), Time::Nth(_) | Time::Count(_)) = (claim.told.deed, claim.time) else { return false };
    let mut ahead = out.view.appointments_of(team, out.view.as_of());
    let done = || {
        let all = |set: &Option<Vec<CompetitionId>>| claim.told.occasions(&out.view, team, set.as_deref(), false);
        counted.iter().flat_map(all).any(|entry| Some(entry.edition) == reader.edition)
    };
    ahead.any(|fixture| fixture.stage().is_some_and(|is| is.kind == stage)) && !done()
}
