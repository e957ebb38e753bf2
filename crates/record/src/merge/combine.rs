//! Lays what a claim says of a match on what is known of it: date, place, score, team sheets. Events and kicks are
//! laid in [`events`](super::events).

use crate::claim::{DisputeClaim, MatchClaim, Name};
use crate::conflict::{Conflict, Preference, Stated, Subject};
use crate::{Goals, Ground, KickOff, Match, Score, ShootOut, Side, Sources, Status, Table, TeamId, TeamSheet};

use super::{MergeReport, Merger, by_rank};

impl Merger {
    /// Lays a claim on match `index`; `home` is the team the claim lists first.
    pub(super) fn lay_on(
        &mut self,
        index: usize,
        claim: &MatchClaim,
        home: TeamId,
        source: Sources,
        report: &mut MergeReport,
    ) {
        let Some(entry) = self.matches.get(index) else { return };
        let swapped = (entry.home != home).then(|| claim.clone().swapped());
        let claim = swapped.as_ref().unwrap_or(claim);
        let (edition, id) = (entry.edition, entry.id);
        if let Some(edition) = self.competitions.edition_mut(edition) {
            edition.sources.add(source);
        }
        let results = self.behind(edition, Table::Results, source);
        let venues = self.behind(edition, Table::Venues, source);
        let kick_offs = self.behind(edition, Table::KickOffs, source);
        let half_times = self.behind(edition, Table::HalfTimes, source);
        let shoot_outs = self.behind(edition, Table::ShootOuts, source);
        let venue = claim.venue.as_ref().map(|venue| self.venue(venue));
        let referee = claim.referee.as_ref().map(|name| self.people.meet(name, None, &self.teams, &[]));
        let gives_result = claim.status.is_some() || claim.score.end.is_some();
        if gives_result && let Some(slot) = self.given_in.get_mut(index) {
            *slot = self.batch;
        }
        let mut conflicts = Vec::new();
        if let Some(entry) = self.matches.get_mut(index) {
            let mut differ = |subject, about: &str, known: (String, Sources), other: String| {
                conflicts.push(by_rank(id, subject, about.to_owned(), known, (other, source)));
            };
            if let Some(date) = claim.date {
                if entry.date != date {
                    differ(Subject::Date, "date", (entry.date.to_string(), entry.sources.fixture), date.to_string());
                } else {
                    entry.sources.fixture.add(results);
                }
            }
            fill(
                &mut entry.stage,
                &mut entry.sources.stage,
                claim.stage.as_ref(),
                results,
                |known, stated| known.agrees_with(stated),
                |known, stated, sources| {
                    differ(Subject::Stage, "stage", (known.to_string(), sources), stated.to_string());
                },
            );
            fill(
                &mut entry.kick_off,
                &mut entry.sources.kick_off,
                claim.kick_off.as_ref(),
                kick_offs,
                |known, stated| same_kick_off(*known, *stated),
                |known, stated, sources| {
                    differ(Subject::KickOff, "kick-off", (print_kick_off(known), sources), print_kick_off(stated));
                },
            );
            if entry.venue.is_none() {
                entry.venue = venue;
            }
            if venue.is_some() {
                entry.sources.venue.add(venues);
            }
            entry.matchday = entry.matchday.or(claim.matchday);
            if entry.ground == Ground::Unknown {
                entry.ground = claim.ground;
            }
            entry.status = match (entry.status, claim.status) {
                (Status::Scheduled, Some(status)) => status,
                (Status::Scheduled, None) if claim.score.end.is_some() => Status::Played,
                (known, _) => known,
            };
            entry.given_to = entry.given_to.or(claim.given_to);
            entry.referee = entry.referee.or(referee);
            match (entry.attendance, claim.attendance) {
                (None, stated) => entry.attendance = stated,
                (Some(known), Some(stated)) if known != stated => {
                    differ(Subject::Attendance, "attendance", (known.to_string(), Sources::NONE), stated.to_string());
                }
                _ => {}
            }
            lay_score(entry, &claim.score, [half_times, results, shoot_outs], &mut differ);
            for odds in &claim.odds {
                let known =
                    entry.odds.iter().any(|known| known.bookmaker == odds.bookmaker && known.closing == odds.closing);
                if !known {
                    entry.odds.push(odds.clone());
                }
            }
        }
        self.lay_sheets(index, &claim.sheets);
        for dispute in &claim.disputes {
            let conflict = self.stated(index, dispute, source);
            conflicts.push(conflict);
        }
        // A difference an editor has written down with its sources is not reported a second time.
        for conflict in conflicts {
            self.report_conflict(conflict);
        }
        self.lay_events(index, claim, source, report);
    }

    /// Keeps a conflict, unless the same other value from the same source is written down already.
    pub(super) fn report_conflict(&mut self, conflict: Conflict) {
        let known = self.conflicts.iter().rev().take(200).any(|known| {
            known.in_match == conflict.in_match
                && known.preference == Preference::Editor
                && known.other.value == conflict.other.value
                && known.other.sources.contains(conflict.other.sources)
        });
        if !known {
            self.conflicts.push(conflict);
        }
    }

    fn stated(&mut self, index: usize, dispute: &DisputeClaim, source: Sources) -> Conflict {
        let mut others = Sources::NONE;
        for key in &dispute.sources {
            let position = self.rank(key);
            others.add(Sources::one(position));
        }
        let (about, value) = dispute.about.rsplit_once(' ').unwrap_or(("", &dispute.about));
        Conflict {
            in_match: self.matches.get(index).map(|entry| entry.id),
            subject: Subject::Stated,
            about: about.into(),
            preferred: Stated { value: value.trim_end_matches('\'').into(), sources: source },
            other: Stated { value: dispute.other.trim_end_matches('\'').into(), sources: others },
            preference: Preference::Editor,
        }
    }

    fn lay_sheets(&mut self, index: usize, claimed: &[TeamSheet<Name>; 2]) {
        if claimed.iter().all(TeamSheet::is_empty) {
            return;
        }
        let Some(entry) = self.matches.get(index) else { return };
        let met: Vec<TeamSheet> = Side::BOTH
            .into_iter()
            .zip(claimed)
            .map(|(side, sheet)| {
                let team = Some(entry.team(side));
                let mut meet = |name: &Name| self.people.meet(name, team, &self.teams, &[]);
                TeamSheet {
                    starters: sheet.starters.iter().map(&mut meet).collect(),
                    keepers: sheet.keepers.iter().map(|(name, since)| (meet(name), *since)).collect(),
                    captain: sheet.captain.as_ref().map(&mut meet),
                    manager: sheet.manager.as_ref().map(&mut meet),
                }
            })
            .collect();
        let Some(entry) = self.matches.get_mut(index) else { return };
        let known = entry.sheets.get_or_insert_default();
        for (known, met) in known.iter_mut().zip(met) {
            if known.starters.is_empty() {
                known.starters = met.starters;
            }
            if known.keepers.is_empty() {
                known.keepers = met.keepers;
            }
            known.captain = known.captain.or(met.captain);
            known.manager = known.manager.or(met.manager);
        }
    }
}

/// Fills a gap, confirms a value, or reports a difference.
fn fill<T: Clone>(
    known: &mut Option<T>,
    sources: &mut Sources,
    stated: Option<&T>,
    source: Sources,
    agrees: impl Fn(&T, &T) -> bool,
    differ: impl FnOnce(&T, &T, Sources),
) {
    let Some(stated) = stated else { return };
    match known {
        None => {
            *known = Some(stated.clone());
            sources.add(source);
        }
        Some(known) if agrees(known, stated) => sources.add(source),
        Some(known) => differ(known, stated, *sources),
    }
}

/// Local times compare as they are; a source without zone neither confirms nor denies one.
fn same_kick_off(known: KickOff, stated: KickOff) -> bool {
    known.hour_minute() == stated.hour_minute()
        && (known.offset_minutes().is_none()
            || stated.offset_minutes().is_none()
            || known.offset_minutes() == stated.offset_minutes())
}

fn print_kick_off(kick_off: &KickOff) -> String {
    match kick_off.zone() {
        Some(zone) => format!("{} {zone}", kick_off.local_time()),
        None => kick_off.local_time(),
    }
}

/// Lays a score stage by stage. A source that knows only the score at the end confirms extra time neither way.
fn lay_score(
    entry: &mut Match,
    stated: &Score,
    [half_times, results, shoot_outs]: [Sources; 3],
    differ: &mut impl FnMut(Subject, &str, (String, Sources), String),
) {
    let goals = |goals: &Goals| goals.to_string();
    let same = |known: &Goals, stated: &Goals| known == stated;
    let score = &mut entry.score;
    let first_word = score.end.is_none();
    fill(&mut score.end, &mut entry.sources.end, stated.end.as_ref(), results, same, |known, stated, sources| {
        differ(Subject::End, "score at the end", (goals(known), sources), goals(stated));
    });
    let extra_time_agrees = first_word || score.end_may_include_extra_time() || score.end == stated.end;
    if extra_time_agrees {
        let half_time = stated.half_time.as_ref();
        fill(
            &mut score.half_time,
            &mut entry.sources.half_time,
            half_time,
            half_times,
            same,
            |known, stated, sources| {
                differ(Subject::HalfTime, "score at half-time", (goals(known), sources), goals(stated));
            },
        );
        // Full time of a source that leaves extra time out is the end of play, and says nothing of a match known to
        // have gone on.
        let full_time = stated.full_time.filter(|_| stated.extra_time.is_some() || score.extra_time.is_none());
        let known_to_end = score.full_time;
        fill(
            &mut score.full_time,
            &mut entry.sources.full_time,
            full_time.as_ref(),
            results,
            same,
            |known, stated, sources| {
                differ(Subject::FullTime, "score after ninety minutes", (goals(known), sources), goals(stated));
            },
        );
        if score.extra_time.is_none() && (known_to_end.is_none() || first_word) {
            score.extra_time = stated.extra_time;
            score.extra_time_rule = stated.extra_time_rule;
        }
    }
    match (&mut score.shoot_out, stated.shoot_out) {
        (known @ None, stated @ Some(_)) => {
            *known = stated;
            entry.sources.shoot_out.add(shoot_outs);
        }
        (Some(known), Some(stated)) => {
            let agrees = known.winner == stated.winner
                && known.score.zip(stated.score).is_none_or(|(known, stated)| known == stated);
            if agrees {
                known.score = known.score.or(stated.score);
                known.first = known.first.or(stated.first);
                entry.sources.shoot_out.add(shoot_outs);
            } else {
                let sources = entry.sources.shoot_out;
                differ(Subject::ShootOut, "shoot-out", (print_shoot_out(known), sources), print_shoot_out(&stated));
            }
        }
        _ => {}
    }
}

fn print_shoot_out(shoot_out: &ShootOut) -> String {
    match (shoot_out.score, shoot_out.winner) {
        (Some(score), _) => score.to_string(),
        (None, Side::Home) => "won by the first side".to_owned(),
        (None, Side::Away) => "won by the second side".to_owned(),
    }
}
