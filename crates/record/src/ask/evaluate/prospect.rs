//! Whether something that has not happened could still happen, by what was known on the day of the view.

use crate::ask::Evidence;
use crate::ask::Verdict;
use crate::ask::answer::Caveat;
use crate::ask::statement::{Feat, Subject};
use crate::{CompetitionId, StageKind, TeamId};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::{occasion, titles, words};

/// Confirmed if it can still happen, contradicted if it cannot.
pub(super) fn judge(asked: &Asked<'_>, feat: &Feat, whose: Option<Subject>) -> Finding {
    let Some(Subject::Team(team)) = whose else { return not_judged(asked, feat) };
    match *feat {
        Feat::RetainTitle(competition) => retain(asked, team, competition),
        Feat::WinTitle(competition) => reach(asked, team, competition, StageKind::Final, true),
        Feat::ReachStage(competition, stage) => reach(asked, team, competition, stage, false),
        _ => not_judged(asked, feat),
    }
}

fn not_judged(asked: &Asked<'_>, feat: &Feat) -> Finding {
    let feat = occasion::feat_words(asked, feat);
    Finding::new(Verdict::Confirmed, format!("to {feat} is still to come"))
        .with([Caveat::Note("Whether it can still happen is not judged".to_owned())])
}

fn retain(asked: &Asked<'_>, team: TeamId, competition: CompetitionId) -> Finding {
    let record = asked.record();
    let place = words::competition(record, competition);
    let name = words::team(record, team);
    let Some((edition, holder)) = titles::holder(asked, competition) else {
        return Finding::unknown(format!("The record has no holders of the {place}"), "no edition is over");
    };
    let holders = format!("{} won the {}", words::team(record, holder), words::edition(record, edition.id));
    let ranking = Evidence { in_match: None, text: holders.clone(), sources: edition.sources };
    if !asked.counts_as(holder, team) {
        return Finding::new(Verdict::Contradicted, format!("{name} do not hold the {place}: {holders}"))
            .showing([ranking]);
    }
    reach(asked, team, competition, StageKind::Final, true).showing([ranking]).because(format!("{name} hold the title"))
}

/// Whether a team can still come so far in the edition under way; before one has begun, anybody can.
fn reach(asked: &Asked<'_>, named: TeamId, competition: CompetitionId, stage: StageKind, title: bool) -> Finding {
    let record = asked.record();
    let name = words::team(record, named);
    let under_way =
        titles::editions(asked, competition).into_iter().next_back().filter(|edition| !asked.view.is_over(edition.id));
    let Some(edition) = under_way else {
        let place = words::competition(record, competition);
        return Finding::new(Verdict::Confirmed, format!("no {place} is under way"))
            .with([Caveat::Note("Whether the team takes part in the next edition is not judged".to_owned())]);
    };
    let place = words::edition(record, edition.id);
    let run =
        asked.line(named).into_iter().find_map(|team| titles::run(asked, team, edition.id).map(|run| (team, run)));
    let Some((team, run)) = run else {
        return Finding::new(Verdict::Contradicted, format!("{name} do not play at the {place}"));
    };
    let last: Vec<Evidence> = asked
        .view
        .matches_of(team)
        .rfind(|entry| entry.edition == edition.id)
        .map(|entry| evidence::of_match(asked, entry))
        .into_iter()
        .collect();
    let open = if title { run.can_win } else { run.stage >= stage || !run.over };
    let text = if open {
        format!("{name} have reached the {} of the {place} and are still in it", run.stage.name())
    } else {
        format!("{name} are out of the {place}")
    };
    Finding::judged(open, text).showing(last)
}
