//! How far a team came in an edition.

use crate::ask::answer::Caveat;
use crate::ask::{Evidence, Value, Verdict};
use crate::{EditionId, StageKind, TeamId};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::{scoping, titles, words};

/// How far a team came, said or asked for.
pub(super) fn stage_reached(
    asked: &Asked<'_>,
    team: Option<TeamId>,
    edition: Option<EditionId>,
    stage: Option<StageKind>,
    exactly: bool,
) -> Finding {
    let record = asked.record();
    let edition = edition.or(asked.scope.edition);
    let who = team.map_or_else(|| "which teams".to_owned(), |team| words::team(record, team));
    let how = match (stage, exactly) {
        (None, _) => "came how far".to_owned(),
        (Some(stage), true) => format!("went out at: {}", stage.name()),
        (Some(stage), false) => format!("came at least as far as: {}", stage.name()),
    };
    let place = edition.map_or_else(|| "any edition in scope".to_owned(), |id| words::edition(record, id));
    let reading = format!("{who} {how}, {place}");
    let finding = match (team, edition) {
        (Some(team), Some(edition)) => of_team(asked, team, edition, stage, exactly),
        (Some(team), None) => over_editions(asked, team, stage, exactly),
        (None, Some(edition)) => who_reached(asked, edition, stage, exactly),
        (None, None) => Finding::unknown("Neither a team nor an edition is named", "too little is said"),
    };
    finding.read_as(reading)
}

/// The team of a line that has matches in an edition.
fn as_played(asked: &Asked<'_>, team: TeamId, edition: EditionId) -> Option<TeamId> {
    let here = titles::teams(asked, edition);
    asked.line(team).into_iter().find(|team| {
        here.contains(team) || { asked.view.fixtures_of(*team).any(|fixture| fixture.edition() == edition) }
    })
}

fn last_match(asked: &Asked<'_>, team: TeamId, edition: EditionId) -> Vec<Evidence> {
    asked
        .view
        .matches_of(team)
        .rfind(|entry| entry.edition == edition)
        .map(|entry| evidence::of_match(asked, entry))
        .into_iter()
        .collect()
}

/// `England went out in the quarter-final of the World Cup 2022`.
fn told(asked: &Asked<'_>, team: TeamId, edition: EditionId, run: &titles::Run) -> String {
    let record = asked.record();
    let name = words::team(record, team);
    let place = words::edition(record, edition);
    let champions = titles::champion(asked, edition) == Some(team);
    match (run.over, champions, run.stage) {
        (_, true, _) => format!("{name} won the {place}"),
        (true, _, StageKind::Final) => format!("{name} lost the final of the {place}"),
        (true, _, StageKind::ThirdPlace) => {
            format!("{name} lost the semi-final of the {place} and played for third place")
        }
        (true, _, stage) => format!("{name} came as far as the {} of the {place}", stage.name()),
        (false, _, stage) => format!("{name} have reached the {} of the {place} and are still in it", stage.name()),
    }
}

fn of_team(asked: &Asked<'_>, named: TeamId, edition: EditionId, stage: Option<StageKind>, exactly: bool) -> Finding {
    let record = asked.record();
    let place = words::edition(record, edition);
    let played = as_played(asked, named, edition);
    let Some((team, run)) = played.and_then(|team| Some((team, titles::run(asked, team, edition)?))) else {
        let name = words::team(record, named);
        if played.is_some() {
            let text = format!("{name} played at the {place}, but the stages are not recorded");
            return Finding::unknown(text, "the record does not have the stages of that edition");
        }
        let begun = asked.view.has_begun(edition) && titles::is_complete(asked, edition);
        let text = format!("{name} have no match of the {place} in the record");
        return if begun && stage.is_some_and(|stage| stage > StageKind::Qualifying) {
            Finding::new(Verdict::Contradicted, format!("{name} did not play at the {place}"))
                .because("the results of that edition are complete")
        } else {
            Finding::unknown(text, "nothing of it is known here")
        };
    };
    let show = last_match(asked, team, edition);
    let text = told(asked, team, edition, &run);
    let Some(said) = stage else {
        let value = if titles::champion(asked, edition) == Some(team) { "champions" } else { run.stage.name() };
        return Finding::new(Verdict::Confirmed, text).asked_for(Value::Text(value.into())).showing(show);
    };
    if !exactly {
        let reached = run.stage >= said;
        if reached || run.over {
            let finding = Finding::judged(reached, text).showing(show);
            return no_final(asked, edition, said, finding);
        }
        return Finding::unknown(text, "it is still to be played").showing(show);
    }
    let champions = titles::champion(asked, edition) == Some(team);
    let same = run.stage == said || (said == StageKind::SemiFinal && run.stage == StageKind::ThirdPlace);
    if !run.over && run.stage <= said {
        return Finding::unknown(text, "the team is still in it").showing(show);
    }
    Finding::judged(run.over && same && !champions, text).showing(show)
}

/// An edition with a final pool had no final: a statement about one is a matter of definition.
fn no_final(asked: &Asked<'_>, edition: EditionId, said: StageKind, mut finding: Finding) -> Finding {
    let pool = asked.view.matches_in(edition).any(|entry| entry.is_at(StageKind::FinalRound));
    if pool && said == StageKind::Final {
        if finding.verdict == Verdict::Contradicted {
            finding.verdict = Verdict::RecordDiffers;
        }
        finding = finding.with([Caveat::Note("This edition had a final pool in place of a final".to_owned())]);
    }
    finding
}

fn over_editions(asked: &Asked<'_>, named: TeamId, stage: Option<StageKind>, exactly: bool) -> Finding {
    let record = asked.record();
    let mut runs: Vec<(EditionId, TeamId, titles::Run)> = Vec::new();
    for competition in scoping::competitions(asked) {
        for edition in titles::editions(asked, competition) {
            if !scoping::holds_edition(asked, edition.id) {
                continue;
            }
            let played = as_played(asked, named, edition.id);
            if let Some((team, run)) = played.and_then(|team| Some((team, titles::run(asked, team, edition.id)?))) {
                runs.push((edition.id, team, run));
            }
        }
    }
    let fits = |(edition, team, run): &&(EditionId, TeamId, titles::Run)| {
        let champions = titles::champion(asked, *edition) == Some(*team);
        match stage {
            None => true,
            Some(said) if exactly => {
                let same = run.stage == said || (said == StageKind::SemiFinal && run.stage == StageKind::ThirdPlace);
                run.over && same && !champions
            }
            Some(said) => run.stage >= said,
        }
    };
    let fitting: Vec<&(EditionId, TeamId, titles::Run)> = runs.iter().rev().filter(fits).collect();
    let name = words::team(record, named);
    if fitting.is_empty() {
        return Finding::unknown(
            format!("{name} did not come so far in an edition the record has"),
            "no edition is named, and the record may not hold every one",
        );
    }
    let editions: Vec<String> = fitting.iter().map(|(edition, _, _)| words::edition(record, *edition)).collect();
    let show: Vec<Evidence> =
        fitting.iter().flat_map(|(edition, team, _)| last_match(asked, *team, *edition)).collect();
    Finding::new(Verdict::Confirmed, format!("{name}: {}", words::some_of(&editions, 12)))
        .asked_for(Value::Text(editions.join(", ").into()))
        .showing(show)
        .with([Caveat::ReadAs("no edition was named: any counts, the latest first".to_owned())])
}

fn who_reached(asked: &Asked<'_>, edition: EditionId, stage: Option<StageKind>, exactly: bool) -> Finding {
    let record = asked.record();
    let Some(said) = stage else {
        return Finding::unknown("Neither a team nor a stage is named", "too little is said");
    };
    let fitting: Vec<TeamId> = titles::teams(asked, edition)
        .into_iter()
        .filter(|&team| {
            titles::run(asked, team, edition).is_some_and(|run| {
                let same = run.stage == said || (said == StageKind::SemiFinal && run.stage == StageKind::ThirdPlace);
                if exactly {
                    run.over && same && titles::champion(asked, edition) != Some(team)
                } else {
                    run.stage >= said
                }
            })
        })
        .collect();
    if fitting.is_empty() {
        return Finding::unknown(
            format!("Nobody is known to have come so far in the {}", words::edition(record, edition)),
            "the stage has not been reached, or the edition does not have it",
        );
    }
    let names: Vec<String> = fitting.iter().map(|&team| words::team(record, team)).collect();
    let show: Vec<Evidence> = fitting.iter().flat_map(|&team| last_match(asked, team, edition)).collect();
    Finding::new(Verdict::Confirmed, words::list(&names)).asked_for(Value::Teams(fitting)).showing(show)
}
