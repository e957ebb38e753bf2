//! Ties of other years: "lost to France in the 1984 final", "beaten by Italy in the semi-finals of Euro 2012", "knocked
//! England out in 1986 and 1998".

mod told;

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{CompetitionId, EditionId, Match, Side, TeamId};

use super::about::{is_current, is_hypothetical, is_wanted};
use super::ledger::Ledger;
use super::{Focus, Judged, Out, Reader, focus, scores, stages};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};
use told::Told;

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if !passage.may_meet(&told::HEADS) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_none() && passage.may_begin(at, &told::HEADS) {
            judge(reader, passage, foci, at, out);
        }
    }
}

/// Whether the team named last before a token is the one meant: "Scolari, of Brazil when they beat England" is of Brazil,
/// whoever the sentence is about.
pub(crate) fn is_nearest(passage: &Passage, at: usize, team: TeamId, out: &Out<'_>) -> bool {
    let record = out.record();
    let named = passage.names.iter().rev().filter(|name| name.end <= at).find_map(Name::team);
    named.is_none_or(|named| record.root(named) == record.root(team))
}

impl Told {
    /// Whether a match was that of a side and the opponent, and went as told.
    fn went(&self, entry: &Match, side: Side, out: &Out<'_>) -> bool {
        out.side(entry, self.opponent) == Some(side.other())
            && entry.winner() == Some(if self.won { side } else { side.other() })
    }

    fn at_stage(&self, entry: &Match) -> bool {
        self.stage.is_none_or(|(stage, _)| stages::is_of(entry, stage))
    }

    /// Whether all that is told, but for when, holds of a match.
    fn fits(&self, entry: &Match, side: Side, out: &Out<'_>) -> bool {
        self.went(entry, side, out)
            && self.at_stage(entry)
            && (!self.shoot_out || entry.score.shoot_out.is_some())
            && (!self.eliminated || is_last(entry, side, self.won, out))
    }

    /// The tournaments of each time named, for every one those it may be.
    fn times(&self, reader: &Reader<'_, '_>, passage: &Passage, out: &Out<'_>) -> Vec<Vec<EditionId>> {
        let of_year = |year: i16| -> Vec<EditionId> {
            match self.competition {
                Some(competition) => reader.edition_of(competition, year, out).into_iter().collect(),
                None => reader.editions_of_year(year, out),
            }
        };
        if let Some(edition) = self.edition {
            return vec![vec![edition]];
        }
        if !self.years.is_empty() {
            return self.years.iter().copied().map(of_year).collect();
        }
        // "Won the World Cup in 1990, beating Argentina": the one year the sentence names, if it is another.
        let own = reader.tournament(out).and_then(|edition| out.record().edition(edition).year());
        let last = self.cue.wrapping_sub(2);
        let follows = passage.is_mark(self.cue.wrapping_sub(1), ',')
            && passage.word(self.cue).ends_with("ing")
            && (reader.year_at(passage, last).is_some() || passage.name_at(last).and_then(Name::edition).is_some());
        match focus::years(passage, out, reader.this_year(out)).as_slice() {
            [year] if Some(*year) != own && (follows || self.stage.is_some()) => vec![of_year(*year)],
            _ => Vec::new(),
        }
    }

    /// Whether the tie was one of the finals, by the words.
    fn is_of_finals(&self, passage: &Passage) -> bool {
        const FINALS: &[&str] = &["world cup", "tournament", "finals", "european championship", "championship"];
        self.shoot_out
            || self.eliminated
            || self.edition.is_some()
            || self.competition.is_some()
            || self.stage.is_some_and(|(stage, _)| stage.is_knock_out())
            || passage.has(0, passage.len(), FINALS)
            || passage.names.iter().any(|name| name.edition().is_some() || name.competition().is_some())
    }

    fn reading(&self, team: TeamId, out: &Out<'_>) -> String {
        let record = out.record();
        let verb = if self.won { "beat" } else { "lost to" };
        let stage = self.stage.map_or_else(String::new, |(stage, _)| format!(" in the {}", stage.name()));
        let kicks = if self.shoot_out { " on penalties" } else { "" };
        let years: Vec<String> = self.years.iter().map(i16::to_string).collect();
        let years = if self.years.len() > 1 { format!(" in {}", words::list(&years)) } else { String::new() };
        format!("{} {verb} {}{stage}{kicks}{years}", words::team(record, team), words::team(record, self.opponent))
    }
}

/// Whether whoever lost a match was out with it: in the knock-out stage, or in its last match of the groups.
fn is_last(entry: &Match, side: Side, won: bool, out: &Out<'_>) -> bool {
    let loser = entry.team(if won { side.other() } else { side });
    entry.stage.as_ref().is_some_and(|stage| stage.kind.is_knock_out())
        || Ledger::of_edition(&out.view, loser, entry.edition)
            .matches
            .last()
            .is_some_and(|(last, _)| last.id == entry.id)
}

/// A team in some competitions, with what is told of it.
struct Case<'a, 'r> {
    told: &'a Told,
    team: TeamId,
    competitions: &'a [CompetitionId],
    out: &'a Out<'r>,
}

impl<'r> Case<'_, 'r> {
    /// The matches of the team at a time.
    fn matches(&self, time: &[EditionId]) -> Vec<(&'r Match, Side)> {
        time.iter().flat_map(|&edition| Ledger::of_edition(&self.out.view, self.team, edition).matches).collect()
    }

    /// The match that is told of at a time.
    fn right(&self, time: &[EditionId]) -> Option<&'r Match> {
        let mut all = self.matches(time).into_iter();
        all.find(|(entry, side)| self.told.fits(entry, *side, self.out)).map(|(entry, _)| entry)
    }

    /// The match that comes nearest to what is told of a time and is not so: the team's own at that stage, that of the two
    /// teams then, theirs of another time, or that after which the team was out.
    fn nearest(&self, time: &[EditionId]) -> Option<&'r Match> {
        let own = self.matches(time);
        let staged = own.iter().find(|(entry, _)| self.told.stage.is_some() && self.told.at_stage(entry));
        let met = || own.iter().find(|(entry, side)| self.out.side(entry, self.told.opponent) == Some(side.other()));
        let elsewhere = || {
            let all = Ledger::of_competitions(&self.out.view, self.team, self.competitions).matches;
            all.into_iter().find(|(entry, side)| self.told.fits(entry, *side, self.out)).map(|(entry, _)| entry)
        };
        // Whoever lost it lost another, or none.
        let loser = if self.told.won { Self { team: self.told.opponent, ..*self }.matches(time) } else { own.clone() };
        let last = loser.iter().rev().find(|(entry, side)| entry.winner() == Some(side.other()));
        staged.or_else(met).map(|(entry, _)| *entry).or_else(elsewhere).or_else(|| last.map(|(entry, _)| *entry))
    }
}

/// Whether the tournaments of a time are sure to be those meant: two of a continent may have met at its own finals in
/// the same year, those of Europe only in the Nations League of 2021, those of South America and Asia not in the year of
/// a World Cup.
fn is_pinned(told: &Told, team: TeamId, time: &[EditionId], out: &Out<'_>) -> bool {
    let of = |team: TeamId| out.record().team(team).confederation.as_deref();
    let apart = of(team).is_some_and(|one| {
        ["UEFA", "CONMEBOL", "AFC"].contains(&one) || of(told.opponent).is_some_and(|other| one != other)
    });
    let named = told.edition.is_some() || told.competition.is_some();
    let year = |edition: &EditionId| out.view.span(*edition).map(|span| span.first.year());
    let there = |edition: &EditionId| {
        [team, told.opponent].into_iter().any(|of| !Ledger::of_edition(&out.view, of, *edition).matches.is_empty())
    };
    // To 1976 the European Championship had a quarter-final of two legs, and rounds before it, outside the finals.
    let is_short = |edition: EditionId| {
        let competition = out.record().edition(edition).competition;
        out.record().competition(competition).name.contains("European")
            && year(&edition).is_some_and(|year| year < 1980)
    };
    let has_stage = |&edition: &EditionId| match told.stage {
        Some(_) => out.view.matches_in(edition).any(|entry| told.at_stage(entry)),
        None => !told.eliminated || !is_short(edition),
    };
    time.iter().any(has_stage)
        && (named || apart && time.iter().all(|edition| year(edition) != Some(2021)) && time.iter().any(there))
}

fn judge<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    const NOT: &[&str] = &["not", "never", "since", "avoided", "avoiding", "avenge", "avenged", "like", "as", "no"];
    let all = told::told(reader, passage, at, out);
    let denied = (at.saturating_sub(4)..at).any(|before| passage.is_any(before, NOT));
    if all.is_empty() || denied || passage.quote.is_some() || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    const ADJECTIVES: &[&str] =
        &["were", "was", "had", "been", "have", "narrowly", "a", "their", "having", "who", "also"];
    let mut first = at;
    while first > 0 && passage.name_at(first - 1).is_none() && passage.is_any(first - 1, ADJECTIVES) {
        first -= 1;
    }
    let meant = reader.teams_before(passage, first, out);
    let of_finals = all.iter().any(|told| told.is_of_finals(passage));
    for told in &all {
        // "They lost to Italy": of one of those near, where nobody else is named.
        let alone = || {
            let mut named = passage.names.iter().filter(|name| name.end <= first).filter_map(Name::team);
            passage.is_any(first.wrapping_sub(1), &["they"]) && named.next().is_none()
        };
        let either = || out.own.iter().copied().find(|&own| own != told.opponent);
        let team = meant.likely().or_else(either).filter(|&team| team != told.opponent && (meant.sure || alone()));
        if let Some(team) = team {
            judge_one(reader, passage, foci, (first, team), (told, of_finals), out);
        }
    }
}

fn judge_one<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (first, team): (usize, TeamId),
    (told, of_finals): (&Told, bool),
    out: &mut Out<'r>,
) {
    if told.is_relative {
        return;
    }
    let mut times = told.times(reader, passage, out);
    let dated = !times.is_empty();
    if !dated {
        // Without a year: of the tournament the report is of, where nothing recalls another.
        let today = reader.anchor.is_some()
            && (told.shoot_out || told.stage.is_some_and(|(stage, _)| stage.is_knock_out()))
            && is_current(reader, passage, foci, out)
            && reader.editions_recalled(passage, None, out).is_none()
            && !passage.has(0, passage.len(), &["ago", "earlier", "previous", "last", "once", "years", "before"]);
        times.extend(reader.tournament(out).filter(|_| today).map(|edition| vec![edition]));
    }
    let competitions = reader.competitions(out);
    let case = |team: TeamId| Case { told, team, competitions: &competitions, out };
    let own = case(team);
    let right: Vec<&Match> = times.iter().filter_map(|time| own.right(time)).collect();
    let reading = told.reading(team, out);
    if right.len() == times.len() {
        // Of today's tournament the plain readers of results tell what is right, but for how it was decided.
        let is_told = || out.is_confirmed(passage, (told.cue, told.end), &[Kind::Result, Kind::Score, Kind::ShootOut]);
        if let Some(entry) = right.first().filter(|_| dated || told.shoot_out && !is_told()) {
            let rows: Vec<Evidence> = right.iter().flat_map(|entry| out.match_row(entry)).collect();
            let judged = Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(entry.id));
            out.push(passage, (told.cue, told.end), Kind::Result, reading, judged);
        }
        return;
    }
    let record = out.record();
    // Whoever else is near may be meant.
    let of_another = || {
        let near = reader.passage_before(passage).into_iter().chain([passage]);
        let named = near.flat_map(|near| near.names.iter().filter_map(Name::team));
        let mut others: Vec<TeamId> = named.chain(out.own.iter().copied()).collect();
        others.sort_unstable();
        others.dedup();
        others.into_iter().filter(|&other| record.root(other) != record.root(team)).any(|other| {
            let other = case(other);
            times.iter().all(|time| other.right(time).is_some())
        })
    };
    let beside = first.checked_sub(1).and_then(|last| passage.name_at(last)).and_then(Name::team) == Some(team);
    let plain = is_nearest(passage, first, team, out)
        && (!dated || of_finals && times.iter().all(|time| is_pinned(told, team, time, out)))
        && !scores::names_other_football(passage)
        && (beside || !of_another());
    let Some(wrong) = times.iter().find(|time| own.right(time).is_none()).filter(|_| plain) else { return };
    let Some(entry) = own.nearest(wrong) else { return };
    let rows = out.match_row(entry);
    // They met then and it went so, at another stage: what is wrong is the stage.
    let met = own.matches(wrong).into_iter().any(|(entry, side)| told.went(entry, side, out));
    if let Some((_, stage_at)) = told.stage.filter(|_| met && !told.shoot_out) {
        out.push(passage, stage_at, Kind::Stage, reading, Judged::new(Verdict::Contradicted).showing(rows));
        return;
    }
    let judged = Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Other);
    let span = (if first <= told.cue && told.is_first { first } else { told.cue }, told.end);
    out.take_back(passage, span, &[Kind::Result, Kind::ShootOut]);
    out.push(passage, span, Kind::Result, reading, judged);
}
