//! What is asked of the stream of happenings: a feat, or something countable, of somebody against somebody.

use crate::ask::statement::{Countable, Feat, Outcome, Subject};
use crate::{CompetitionId, StageKind, TeamId};

use super::happenings::{EditionFeat, What};

/// A question put to the stream of happenings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Query {
    pub(super) what: What,
    /// For feats of an edition.
    pub(super) competition: Option<CompetitionId>,
    pub(super) whose: Option<Subject>,
    pub(super) against: Option<TeamId>,
}

impl Query {
    pub(super) const fn new(what: What, whose: Option<Subject>) -> Self {
        Self { what, competition: None, whose, against: None }
    }

    pub(super) const fn at(self, competition: CompetitionId) -> Self {
        Self { competition: Some(competition), ..self }
    }

    pub(super) const fn against(self, team: Option<TeamId>) -> Self {
        Self { against: team, ..self }
    }

    pub(super) fn of_feat(feat: &Feat, whose: Option<Subject>) -> Self {
        let of = |what| Self::new(what, whose);
        let edition = |feat, competition| of(What::Edition(feat)).at(competition);
        match *feat {
            Feat::WinTitle(id) => edition(EditionFeat::Title, id),
            Feat::RetainTitle(id) => edition(EditionFeat::Retention, id),
            Feat::WinAsHosts(id) => edition(EditionFeat::TitleAsHosts, id),
            Feat::ReachStage(id, stage) => edition(EditionFeat::Reached(stage), id),
            Feat::MissStage(id, stage) => edition(EditionFeat::Missed(stage), id),
            Feat::TakePart(id) => edition(EditionFeat::TookPart, id),
            Feat::Host(id) => edition(EditionFeat::Hosted, id),
            Feat::Beat(team) => of(What::Ended(Outcome::Won)).against(team),
            Feat::LoseTo(team) => of(What::Ended(Outcome::Lost)).against(team),
            Feat::DrawWith(team) => of(What::Ended(Outcome::Drew)).against(team),
            Feat::Meet(team) => of(What::Played).against(Some(team)),
            Feat::WinShootOut => of(What::ShootOut(Some(true))),
            Feat::LoseShootOut => of(What::ShootOut(Some(false))),
            Feat::HatTrick => of(What::HatTrick),
            Feat::Score => of(What::Goal),
            Feat::MissPenalty => of(What::Penalty(Some(false))),
            Feat::SentOff => of(What::Dismissal),
            Feat::WinBy(goals) => of(What::WonBy(goals)),
            Feat::ComeBack => of(What::CameBack),
        }
    }

    pub(super) fn of_countable(what: Countable, whose: Subject) -> Self {
        let is_team = matches!(whose, Subject::Team(_));
        let edition = |feat| What::Edition(feat);
        Self::new(
            match what {
                Countable::Goals if is_team => What::GoalsFor,
                Countable::Goals => What::Goal,
                Countable::PenaltiesScored => What::Penalty(Some(true)),
                Countable::PenaltiesMissed => What::Penalty(Some(false)),
                Countable::PenaltiesTaken => What::Penalty(None),
                Countable::OwnGoals => What::OwnGoal,
                Countable::HatTricks => What::HatTrick,
                Countable::Cautions => What::Caution,
                Countable::Dismissals => What::Dismissal,
                Countable::Caps => What::Cap,
                Countable::Matches if is_team => What::Played,
                Countable::Matches => What::Cap,
                Countable::Wins => What::Ended(Outcome::Won),
                Countable::Draws => What::Ended(Outcome::Drew),
                Countable::Losses => What::Ended(Outcome::Lost),
                Countable::GoalsConceded => What::GoalsAgainst,
                Countable::Titles => edition(EditionFeat::Title),
                Countable::Finals => edition(EditionFeat::Reached(StageKind::Final)),
                Countable::Appearances => edition(EditionFeat::TookPart),
                Countable::ShootOuts => What::ShootOut(None),
                Countable::ShootOutsWon => What::ShootOut(Some(true)),
                Countable::ShootOutsLost => What::ShootOut(Some(false)),
                Countable::ShootOutKicks => What::Kick(None),
                Countable::ShootOutKicksMissed => What::Kick(Some(false)),
            },
            Some(whose),
        )
    }
}
