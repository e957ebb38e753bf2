//! The match whose lines are being read.

use super::kicks;
use super::score::WrittenScore;
use crate::claim::{MatchClaim, Name};
use crate::read::openfootball::{NO_EXTRA_TIME, despite_goal_at, goal_after_ninety, goals_differ, listed_goals};
use crate::read::scan::{Fault, Parsed, quoted};
use crate::{Extent, Goals, ShootOut, Side, Status, TeamSheet};

/// A match with the lines below it read so far.
#[derive(Debug)]
pub(super) struct Open<'t> {
    pub(super) claim: MatchClaim,
    pub(super) teams: Teams<'t>,
    /// From the score to the end of the line.
    pub(super) score: &'t str,
    /// The bracket of goals.
    pub(super) goals: Option<&'t str>,
    /// What follows `Penalties:`.
    pub(super) kicks: Option<&'t str>,
    /// Who began a shoot-out.
    pub(super) first_kick: Option<Side>,
    /// Something of the last line there was no room for.
    pub(super) left_out: Option<&'t str>,
}

/// The two sides by name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Teams<'t> {
    pub(super) home: &'t str,
    pub(super) away: &'t str,
}

impl<'t> Teams<'t> {
    /// The side a team is on.
    pub(super) fn side_named(self, team: &'t str) -> Parsed<'t, Side> {
        match team.trim_ascii() {
            team if team == self.home => Ok(Side::Home),
            team if team == self.away => Ok(Side::Away),
            _ => Err(self.neither(team)),
        }
    }

    /// Takes the team off the start of `text`.
    pub(super) fn strip_team(self, text: &'t str) -> Parsed<'t, (Side, &'t str)> {
        let after = |team: &str| {
            text.strip_prefix(team)
                .filter(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == ':'))
        };
        let (side, rest) = match (after(self.home), after(self.away)) {
            (Some(_), Some(rest)) if self.away.len() > self.home.len() => (Side::Away, rest),
            (Some(rest), _) => (Side::Home, rest),
            (None, Some(rest)) => (Side::Away, rest),
            (None, None) => return Err(self.neither(text)),
        };
        Ok((side, rest.trim_start_matches(':').trim_ascii()))
    }

    fn neither(self, at: &'t str) -> Fault<'t> {
        Fault::new(
            at,
            format!("{} is neither side of the match", quoted(at)),
            format!("`{}` or `{}` first", self.home, self.away),
        )
    }
}

impl<'t> Open<'t> {
    /// The team sheet of a side.
    pub(super) const fn sheet(&mut self, side: Side) -> &mut TeamSheet<Name> {
        let [home, away] = &mut self.claim.sheets;
        match side {
            Side::Home => home,
            Side::Away => away,
        }
    }

    /// Takes over score, status and winner from the line of the match.
    pub(super) fn set_score(&mut self, written: &WrittenScore<'t>) -> Parsed<'t, ()> {
        self.claim.score = written.score(self.score)?;
        self.claim.given_to = written.winner.map(|winner| self.teams.side_named(winner)).transpose()?;
        let played = if written.is_some() { Status::Played } else { Status::Scheduled };
        self.claim.status = Some(written.status.unwrap_or(played));
        Ok(())
    }

    /// The finished match, checked: goals add up to the score, kicks to the shoot-out, and who was first named in a
    /// line-up kept goal. In a `foreign` file what does not add up is left out and told in `notes`.
    pub(super) fn close(
        mut self,
        foreign: bool,
        goals: Extent,
        kicks: Extent,
        notes: &mut Vec<Fault<'t>>,
    ) -> Parsed<'t, MatchClaim> {
        if let Err(fault) = self.check_goals(goals) {
            if !foreign {
                return Err(fault);
            }
            self.claim.events.retain(|event| !event.kind.is_goal());
            notes.push(fault);
        }
        self.check_extra_time(foreign, notes)?;
        if let Err(fault) = self.take_kicks(kicks) {
            if !foreign {
                return Err(fault);
            }
            self.claim.kicks.clear();
            notes.push(fault);
        }
        for sheet in &mut self.claim.sheets {
            if sheet.keepers.is_empty()
                && let Some(first) = sheet.starters.first()
            {
                sheet.keepers.push((first.clone(), None));
            }
        }
        Ok(self.claim)
    }

    fn check_goals(&self, extent: Extent) -> Parsed<'t, ()> {
        let (Some(at), Some(end)) = (self.goals, self.claim.score.end) else {
            return match self.goals {
                Some(at) => Err(Fault::new(at, "goals of a match without a score", "a score, or no goals")),
                None => self.check_goals_given(extent),
            };
        };
        let listed = listed_goals(&self.claim);
        let some_may_lack = extent == Extent::Partial && end.follows(listed);
        if listed == end || some_may_lack || self.claim.status == Some(Status::Awarded) {
            return Ok(());
        }
        Err(Fault::new(at, goals_differ(listed, end), format!("goals that make {end}"))
            .with_hint("an own goal stands with the side it counted for"))
    }

    /// Where every goal is said to be listed, a match with goals must list them.
    fn check_goals_given(&self, extent: Extent) -> Parsed<'t, ()> {
        let end = self.claim.score.end.filter(|end| end.total() > 0);
        match (end, extent, self.claim.status) {
            (Some(end), Extent::Complete, Some(Status::Played | Status::Abandoned)) => {
                Err(Fault::new(self.score, format!("a score of {end} and no goals below it"), "the goals in brackets")
                    .with_hint("where goals are not known, list `goals` as `partial`"))
            }
            _ => Ok(()),
        }
    }

    /// A goal after the ninetieth minute needs a score after extra time.
    fn check_extra_time(&mut self, foreign: bool, notes: &mut Vec<Fault<'t>>) -> Parsed<'t, ()> {
        let Some(minute) = goal_after_ninety(&self.claim).filter(|_| self.claim.score.extra_time.is_none()) else {
            return Ok(());
        };
        let at = self.goals.unwrap_or(self.score);
        let fault = Fault::new(at, NO_EXTRA_TIME, "`a.e.t.` behind the score");
        if !foreign {
            return Err(fault);
        }
        self.claim.score = despite_goal_at(minute, self.claim.score);
        notes.push(fault);
        Ok(())
    }

    fn take_kicks(&mut self, extent: Extent) -> Parsed<'t, ()> {
        if self.kicks.is_none() && extent == Extent::Complete && self.claim.score.shoot_out.is_some() {
            return Err(Fault::new(self.score, "a shoot-out without its kicks", "`Penalties:` below the match")
                .with_hint("where kicks are not known, list `shoot-out kicks` as `partial`"));
        }
        if let Some(text) = self.kicks {
            let kicks = kicks::read(text, self.first_kick)?;
            let tally = kicks::tally(&kicks);
            let given = self.claim.score.shoot_out.and_then(|shoot_out| shoot_out.score);
            if given != Some(tally) {
                let given = given.map_or("no shoot-out".to_owned(), |given: Goals| given.to_string());
                return Err(Fault::new(
                    text,
                    format!("the kicks listed make {tally} but the score has {given}"),
                    format!("`{tally} pen.` in the score, or other kicks"),
                ));
            }
            let first = kicks.first().map(|kick| kick.side);
            if let (Some(said), Some(first)) = (self.first_kick, first)
                && said != first
            {
                return Err(Fault::new(text, "`First kick:` names the other side", "the side that kicks first below"));
            }
            self.first_kick = first;
            self.claim.kicks = kicks;
        }
        match (&mut self.claim.score.shoot_out, self.first_kick) {
            (Some(shoot_out), first) => *shoot_out = ShootOut { first, ..*shoot_out },
            (None, Some(_)) => {
                return Err(Fault::new(self.score, "a first kick, but no shoot-out", "`4-2 pen.` in the score"));
            }
            (None, None) => {}
        }
        Ok(())
    }
}
