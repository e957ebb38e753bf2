//! What a team does at a match or a tournament and may do again, and every time it has done it: "reached the
//! semi-finals", "beaten Brazil", "won a knock-out match at a World Cup", "gone out in the group".

use byline_record::{CompetitionId, EditionId, Match, Side, StageKind, TeamId, View};

use super::ledger::{Ledger, editions};
use super::nations::champion;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Won a match, or a shoot-out where that is told of.
    Win,
    /// Lost one.
    Lose,
    /// Drew one.
    Draw,
    /// Played one: a meeting, a shoot-out.
    Play,
    /// Let in no goal.
    CleanSheet,
    /// Let one in.
    Concede,
    /// Scored none.
    Blank,
    /// Came at least to a stage of a tournament.
    Reach(StageKind),
    /// Came no further than a stage.
    GoOut(StageKind),
    /// Took part and did not come so far.
    Miss(StageKind),
    /// Won a tournament.
    Title,
    /// Took part in one.
    TakePart,
}

/// What was done, and in which matches it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) deed: Deed,
    pub(crate) opponent: Option<TeamId>,
    /// The confederation of the opponent, as the record names it.
    pub(crate) confederation: Option<&'static str>,
    pub(crate) stage: Option<StageKind>,
    pub(crate) knock_out: bool,
    /// The first match of an edition.
    pub(crate) opener: bool,
    pub(crate) shoot_out: bool,
    /// The edition, where only one is looked at: "of the tournament".
    pub(crate) edition: Option<EditionId>,
    /// The competitions named.
    pub(crate) competitions: Option<Vec<CompetitionId>>,
}

impl Told {
    pub(crate) const fn new(deed: Deed) -> Self {
        Self {
            deed,
            opponent: None,
            confederation: None,
            stage: None,
            knock_out: false,
            opener: false,
            shoot_out: false,
            edition: None,
            competitions: None,
        }
    }

    /// Whether it is done once in an edition.
    pub(crate) const fn is_of_edition(&self) -> bool {
        matches!(self.deed, Deed::Reach(_) | Deed::GoOut(_) | Deed::Miss(_) | Deed::Title | Deed::TakePart)
    }

    /// Whether a match may be one in which it is done, as far as stage and opponent go.
    fn may_be(&self, view: &View<'_>, entry: &Match, side: Side) -> bool {
        let record = view.record();
        let other = entry.team(side.other());
        let stage = entry.stage.as_ref().map(|stage| stage.kind);
        self.opponent.is_none_or(|wanted| record.root(wanted) == record.root(other))
            && self.confederation.is_none_or(|wanted| record.team(other).confederation.as_deref() == Some(wanted))
            && self.stage.is_none_or(|wanted| stage == Some(wanted))
            && (!self.knock_out || stage.is_some_and(StageKind::is_knock_out))
            && (!self.shoot_out || entry.score.shoot_out.is_some())
    }

    /// Whether it was done in a match, shoot-outs counted as wins where `loosely`.
    fn was_done(&self, entry: &Match, side: Side, loosely: bool) -> bool {
        let winner = if self.shoot_out || loosely || self.stage == Some(StageKind::Final) {
            entry.winner()
        } else {
            entry.winner_in_play()
        };
        let goals = |side: Side| entry.score.end.map(|end| end.of(side));
        match self.deed {
            Deed::Win => winner == Some(side),
            Deed::Lose => winner == Some(side.other()),
            Deed::Draw => entry.winner_in_play().is_none(),
            Deed::Play => true,
            Deed::CleanSheet => goals(side.other()) == Some(0),
            Deed::Concede => goals(side.other()).is_some_and(|goals| goals > 0),
            Deed::Blank => goals(side) == Some(0),
            Deed::Reach(_) | Deed::GoOut(_) | Deed::Miss(_) | Deed::Title | Deed::TakePart => false,
        }
    }

    /// Every time a team did it, oldest first, each by a match: that itself, or one of the edition. `set` are the
    /// competitions counted; of all where there is none, which is known only against one opponent.
    pub(crate) fn occasions<'r>(
        &self,
        view: &View<'r>,
        team: TeamId,
        set: Option<&[CompetitionId]>,
        loosely: bool,
    ) -> Vec<&'r Match> {
        let Some(set) = set else {
            let Some(opponent) = self.opponent else { return Vec::new() };
            let record = view.record();
            let side = |entry: &Match| record.side_of_line(entry, team);
            let meetings = view.meetings(team, opponent).into_iter().filter(|entry| entry.is_played());
            let mut all: Vec<_> = meetings
                .filter(|entry| {
                    side(entry)
                        .is_some_and(|side| self.may_be(view, entry, side) && self.was_done(entry, side, loosely))
                })
                .collect();
            all.sort_by_key(|entry| (entry.date, entry.id));
            return all;
        };
        let ledger = match self.edition {
            Some(edition) => Ledger::of_edition(view, team, edition),
            None => Ledger::of_competitions(view, team, set),
        };
        match self.deed {
            Deed::TakePart => ledger.openers().entries(),
            Deed::Title => {
                let root = view.record().root(team);
                let won = |edition: &EditionId| {
                    view.is_over(*edition)
                        && champion(view, *edition).is_some_and(|team| view.record().root(team) == root)
                };
                let last = |edition: EditionId| {
                    ledger.matches.iter().rev().find(|(entry, _)| entry.edition == edition).map(|(entry, _)| *entry)
                };
                editions(view, set).into_iter().filter(won).filter_map(last).collect()
            }
            Deed::Reach(stage) => {
                let openers = ledger.openers().entries();
                openers.into_iter().filter_map(|first| came_to(view, team, &ledger, first.edition, stage)).collect()
            }
            Deed::Miss(stage) => {
                let missed = |first: &&'r Match| came_to(view, team, &ledger, first.edition, stage).is_none();
                ledger.openers().entries().into_iter().filter(missed).collect()
            }
            Deed::GoOut(stage) => {
                let of_group = matches!(stage, StageKind::Group | StageKind::FirstRound);
                let there = |entry: &Match| {
                    entry.is_at(stage)
                        || of_group && (entry.is_at(StageKind::Group) || entry.is_at(StageKind::FirstRound))
                };
                let lost = |entry: &Match, side: Side| of_group || entry.winner() == Some(side.other());
                ledger.exits().only(|entry, side| there(entry) && lost(entry, side)).entries()
            }
            _ => {
                let ledger = if self.opener { ledger.openers() } else { ledger };
                ledger
                    .only(|entry, side| self.may_be(view, entry, side) && self.was_done(entry, side, loosely))
                    .entries()
            }
        }
    }

    /// Words of a reading.
    pub(crate) fn words(&self, record: &byline_record::Record) -> String {
        use byline_record::ask::words;
        let mut text = match self.deed {
            Deed::Win => "won".to_owned(),
            Deed::Lose => "lost".to_owned(),
            Deed::Draw => "drew".to_owned(),
            Deed::Play => "played".to_owned(),
            Deed::CleanSheet => "let in no goal".to_owned(),
            Deed::Concede => "let in a goal".to_owned(),
            Deed::Blank => "scored no goal".to_owned(),
            Deed::Reach(stage) => format!("reached the {}", stage.name()),
            Deed::GoOut(stage) => format!("went out in the {}", stage.name()),
            Deed::Miss(stage) => format!("did not reach the {}", stage.name()),
            Deed::Title => "won the title".to_owned(),
            Deed::TakePart => "took part".to_owned(),
        };
        if self.shoot_out {
            text.push_str(" a shoot-out");
        }
        if let Some(opponent) = self.opponent {
            text.push_str(&format!(" against {}", words::team(record, opponent)));
        }
        if let Some(stage) = self.stage {
            text.push_str(&format!(" in the {}", stage.name()));
        } else if self.knock_out {
            text.push_str(" in the knock-out stage");
        }
        if self.edition.is_some() {
            text.push_str(" at the tournament");
        }
        if self.opener {
            text.push_str(" in the first match of an edition");
        }
        text
    }
}

/// The match that took a team to a stage of an edition, or the first it played there or beyond.
fn came_to<'r>(
    view: &View<'r>,
    team: TeamId,
    ledger: &Ledger<'r>,
    edition: EditionId,
    stage: StageKind,
) -> Option<&'r Match> {
    let own = || ledger.matches.iter().filter(move |(entry, _)| entry.edition == edition);
    let kind = |entry: &Match| entry.stage.as_ref().map(|stage| stage.kind);
    let there = |entry: &Match| {
        kind(entry)
            .is_some_and(|kind| kind >= stage && (stage <= StageKind::SemiFinal || kind != StageKind::ThirdPlace))
    };
    let won_the_one_before = |entry: &Match, side: Side| {
        kind(entry).filter(|kind| kind.is_knock_out()).and_then(next) == Some(stage) && entry.winner() == Some(side)
    };
    let came = own().find(|(entry, side)| there(entry) || won_the_one_before(entry, *side)).map(|(entry, _)| *entry);
    // Out of its group, with the next match fixed.
    came.or_else(|| {
        let last = own().next_back().map(|(entry, _)| *entry)?;
        let ahead =
            view.appointments_of(team, last.date).find(|next| next.edition() == edition && next.date() > last.date);
        ahead?.stage().filter(|next| next.kind.is_knock_out() && next.kind >= stage).map(|_| last)
    })
}

/// The stage the winner of a knock-out match comes to.
pub(crate) const fn next(stage: StageKind) -> Option<StageKind> {
    match stage {
        StageKind::RoundOf32 => Some(StageKind::RoundOf16),
        StageKind::Group => Some(StageKind::RoundOf16),
        StageKind::RoundOf16 => Some(StageKind::QuarterFinal),
        StageKind::QuarterFinal => Some(StageKind::SemiFinal),
        StageKind::SemiFinal => Some(StageKind::Final),
        _ => None,
    }
}
