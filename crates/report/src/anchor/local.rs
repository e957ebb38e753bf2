//! The match each paragraph is about, and the tournaments of a report.

use std::collections::{BTreeMap, BTreeSet};

use byline_record::names::find::RunningText;
use byline_record::{CompetitionClass, Match, MatchId, Sex, TeamId, View};

use super::clues::{Said, ratio};
use super::moments::Moments;
use super::weights;
use crate::index::Index;
use crate::passage::Passage;
use crate::text::Report;

/// The least weight of clues that makes a match the one a paragraph is about.
const ENOUGH_HERE: f64 = 2.9;

/// The longest line that names a match and its score as a heading, in bytes.
const HEADING: usize = 60;
/// How many days apart the matches of a round-up are at most.
const NEAR: i32 = 4;

/// The match each paragraph is about, where it is another than the report's: round-ups and histories go from match to
/// match. Two clues at least besides the teams: scorers, score, year, place.
pub(crate) fn local(
    view: &View<'_>,
    index: &Index,
    report: &Report,
    text: &RunningText,
    passages: &[Passage],
    found: Option<MatchId>,
) -> BTreeMap<usize, MatchId> {
    let heavy: Vec<TeamId> = weights(passages).into_iter().map(|(team, _)| team).take(4).collect();
    let own = found.and_then(|id| view.get(id));
    let mut locals: BTreeMap<usize, MatchId> = BTreeMap::new();
    let mut before: Option<MatchId> = None;
    let mut headed: Option<MatchId> = None;
    let mut listed = false;
    let mut years: BTreeSet<i16> = BTreeSet::new();
    let mut met: BTreeMap<(TeamId, TeamId), Vec<&Match>> = BTreeMap::new();
    for part in passages.chunk_by(|one, other| one.paragraph == other.paragraph) {
        let Some(paragraph) = part.first().map(|passage| passage.paragraph) else { continue };
        let Some(words) = report.paragraphs.get(paragraph).map(|paragraph| &paragraph.span) else { continue };
        let said = Said::of(view, text, words.clone(), part);
        let moments = Moments::of(index, part);
        years.extend(&said.years);
        let here_said = Here { said: &said, years: &years, moments: &moments, own: own.map(|own| own.edition) };
        let here: BTreeSet<TeamId> =
            part.iter().flat_map(|passage| &passage.names).filter_map(crate::passage::Name::team).collect();
        let mut best: Vec<(f64, MatchId, u8)> = Vec::new();
        let partners: BTreeSet<TeamId> = here
            .iter()
            .copied()
            .chain(heavy.iter().copied())
            .chain(own.into_iter().flat_map(|entry| [entry.home, entry.away]))
            .collect();
        for &one in here.iter().take(6) {
            for &other in partners.iter().filter(|&&other| other != one).take(10) {
                let met = met.entry((one, other)).or_insert_with(|| view.meetings(one, other));
                for &entry in met.iter() {
                    let both = here.contains(&one) && here.contains(&other);
                    let (score, clues) = here_said.weigh(view, index, entry, both);
                    best.push((score, entry.id, clues));
                }
            }
        }
        // Whom a paragraph names tells its match, too, where it names a side or none.
        let mut known: BTreeMap<MatchId, usize> = BTreeMap::new();
        for &word in &said.words {
            for &id in index.scored_by(word) {
                *known.entry(id).or_default() += 1;
            }
        }
        // Of an anniversary one name is enough.
        let least = |entry: &Match| if said.days.contains(&entry.date) { 1 } else { 2 };
        let known = known.into_iter().filter_map(|(id, count)| Some((view.get(id)?, count)));
        for (entry, _) in known.filter(|(entry, count)| *count >= least(entry)) {
            if !best.iter().any(|&(_, id, _)| id == entry.id) {
                let (score, clues) = here_said.weigh(view, index, entry, false);
                best.push((score, entry.id, clues));
            }
        }
        best.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        best.dedup_by_key(|(_, id, _)| *id);
        let own_score = own.map_or(0.0, |own| here_said.weigh(view, index, own, true).0);
        let next = best.get(1).map_or(0.0, |(score, ..)| *score);
        let mut chosen = None;
        // "Ireland 1-1 Sweden": the match of what follows.
        let heads = words.len() <= HEADING && here.len() == 2 && !said.scores.is_empty();
        let of_heading = |id: MatchId| {
            view.get(id).is_some_and(|entry| {
                let days = own.map_or(view.as_of(), |own| own.date) - entry.date;
                here.iter().all(|&team| entry.side_of(team).is_some())
                    && said.has_score(entry.score.end)
                    && days.get_days().abs() <= NEAR
            })
        };
        let heading = best.iter().find(|&&(_, id, _)| heads && of_heading(id)).map(|&(_, id, _)| id);
        if heads {
            // Scores one below the other are a list, and head nothing.
            headed = heading.filter(|_| !listed);
        }
        listed = heads;
        let scorers = |id: MatchId| said.named(index, index.doers(id).0);
        // Below its heading a match is told of, whomever else a paragraph names, unless another is told in full.
        let under = headed.filter(|&id| {
            let told = view.get(id).is_some_and(|entry| here.iter().any(|&team| entry.side_of(team).is_some()));
            let other = best.first().is_some_and(|&(score, of, clues)| of != id && clues >= 2 && score >= ENOUGH_HERE);
            // Both sides of the report's own match are told of there.
            let own = own.is_some_and(|own| own.id != id && here.contains(&own.home) && here.contains(&own.away));
            (told || scorers(id) > 0) && !other && !own
        });
        if let Some(id) = heading {
            chosen = Some(id).filter(|_| Some(id) != found);
        } else if let Some(id) = under {
            chosen = Some(id).filter(|_| Some(id) != found);
        } else if let Some(&(score, id, clues)) = best.first()
            && Some(id) != found
            && score >= ENOUGH_HERE
            && clues >= 2
            && score - next >= 0.7
            && score - own_score >= 0.7
        {
            chosen = Some(id);
        } else if let Some(id) = before
            && best.iter().any(|&(score, of, _)| {
                of == id && score > own_score && best.first().is_some_and(|&(first, ..)| first - score < 0.7)
            })
        {
            chosen = Some(id);
        }
        if let Some(id) = chosen {
            locals.insert(paragraph, id);
        }
        before = chosen;
    }
    locals
}

/// What a paragraph says, with what the report said before it.
struct Here<'a> {
    said: &'a Said,
    /// The years told of so far.
    years: &'a BTreeSet<i16>,
    moments: &'a Moments,
    /// The tournament of the report's own match.
    own: Option<byline_record::EditionId>,
}

impl Here<'_> {
    /// How much speaks for a match, and by how many clues; `both` if both sides are named.
    fn weigh(&self, view: &View<'_>, index: &Index, entry: &Match, both: bool) -> (f64, u8) {
        let (record, said) = (view.record(), self.said);
        let mut score = if both { 1.2 } else { 0.5 };
        let mut clues = 0;
        let year = record.edition(entry.edition).year().unwrap_or(entry.date.year());
        if said.years.contains(&year) || said.years.contains(&entry.date.year()) {
            score += 1.2;
            clues += 1;
        } else if self.years.contains(&year) || self.own == Some(entry.edition) {
            score += 0.6;
        }
        if said.days.contains(&entry.date) {
            score += 1.2;
            clues += 1;
        }
        if said.has_score(entry.score.end) {
            score += 1.2;
            clues += 1;
        }
        if said.has_score(entry.score.shoot_out.and_then(|decided| decided.score)) {
            score += 0.8;
            clues += 1;
        }
        let (scorers, takers) = index.doers(entry.id);
        let (named, kicks) = (said.named(index, scorers), said.named(index, takers));
        clues += u8::try_from(named + kicks.min(1)).unwrap_or(u8::MAX);
        score += 0.9 * f64::from(u8::try_from(named.min(4)).unwrap_or(4)) * ratio(named, scorers.len()).max(0.5);
        score += 0.4 * f64::from(u8::try_from(kicks.min(4)).unwrap_or(4));
        if named > 0 {
            let timed = u8::try_from(self.moments.told_of(index, entry).min(3)).unwrap_or(3);
            score += 0.8 * f64::from(timed);
            clues += timed;
        }
        if said.names_city(index, entry) {
            score += 0.8;
            clues += 1;
        }
        (score, clues)
    }
}

/// The tournaments a report tells of: the anchor's, and those in which at least three of the people it names scored.
pub(crate) fn editions(
    view: &View<'_>,
    index: &Index,
    passages: &[Passage],
    found: Option<MatchId>,
) -> Vec<byline_record::EditionId> {
    let record = view.record();
    let own = found.and_then(|id| view.get(id)).map(|entry| entry.edition);
    let mut people: BTreeSet<byline_record::PersonId> = BTreeSet::new();
    let mut teams: BTreeSet<TeamId> = BTreeSet::new();
    let mut named: BTreeSet<byline_record::EditionId> = BTreeSet::new();
    for name in passages.iter().flat_map(|passage| &passage.names) {
        people.extend(name.people());
        teams.extend(name.team().map(|team| record.root(team)));
        named.extend(name.edition());
    }
    let years = Said::of_passages(view, passages).years;
    let mut counts: BTreeMap<byline_record::EditionId, BTreeSet<byline_record::PersonId>> = BTreeMap::new();
    for &person in &people {
        for entry in index.scored(person).iter().filter_map(|&id| view.get(id)) {
            // Of namesakes only who played for or against a team named.
            if teams.contains(&record.root(entry.home)) || teams.contains(&record.root(entry.away)) {
                counts.entry(entry.edition).or_default().insert(person);
            }
        }
    }
    // A tournament that is on, or was over a few days before, is likelier than one recalled.
    let is_on = |edition: byline_record::EditionId| {
        let today = view.as_of();
        today != jiff::civil::Date::MAX
            && view.span(edition).is_some_and(|span| (0..=4).contains(&(today - span.last).get_days()))
    };
    let mut ranked: Vec<(usize, byline_record::EditionId)> = counts
        .into_iter()
        .map(|(edition, people)| {
            (
                people.len()
                    + if is_on(edition) { 2 } else { 0 }
                    + if named.contains(&edition)
                        || record.edition(edition).year().is_some_and(|year| years.contains(&year))
                    {
                        1
                    } else {
                        0
                    },
                edition,
            )
        })
        .filter(|&(count, _)| count >= 3)
        .collect();
    ranked.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let mut editions: Vec<_> = own.into_iter().collect();
    for (_, edition) in ranked.into_iter().take(3) {
        if !editions.contains(&edition) {
            editions.push(edition);
        }
    }
    // A text about no one match is of the one tournament it names; "Euro 92" names one too.
    let short = |passage: &Passage| (1..passage.len()).find_map(|at| super::short_year(passage, at));
    if own.is_none()
        && let Some(year) = passages.iter().take(4).find_map(short)
    {
        let men = |edition: &&byline_record::Edition| {
            let competition = record.competition(edition.competition);
            competition.sex == Sex::Men
                && competition.class == CompetitionClass::Finals
                && competition.name.contains("European")
        };
        named
            .extend(view.editions().filter(men).find(|edition| edition.year() == Some(year)).map(|edition| edition.id));
        if editions.is_empty() && named.len() == 1 {
            editions.extend(named.first());
        }
    }
    if editions.is_empty()
        && let (Some(&only), 1) = (named.first(), named.len())
    {
        let near = |passage: &&Passage| passage.names.iter().any(|name| name.edition() == Some(only));
        editions.extend(passages.iter().take(4).find(near).map(|_| only));
    }
    editions
}
