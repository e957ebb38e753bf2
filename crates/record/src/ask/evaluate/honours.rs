//! Champions, runners-up, holders and hosts.

use crate::ask::statement::Honour;
use crate::ask::{Evidence, Value, Verdict};
use crate::{CompetitionId, Edition, EditionId, StageKind, TeamId};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::happenings::EditionFeat;
use super::{titles, words};

const fn honour_words(honour: Honour) -> &'static str {
    match honour {
        Honour::Champions => "champions",
        Honour::RunnersUp => "runners-up",
        Honour::Third => "third",
        Honour::Fourth => "fourth",
        Honour::Holders => "holders",
        Honour::Hosts => "hosts",
    }
}

/// Who had an honour in an edition; `None` where it is not decided or not recorded.
fn bearers(asked: &Asked<'_>, honour: Honour, edition: &Edition) -> Option<Vec<TeamId>> {
    let place = |place| titles::placed(asked, edition.id, place);
    let teams = match honour {
        Honour::Champions => place(1),
        Honour::RunnersUp => place(2),
        Honour::Third => place(3),
        Honour::Fourth => place(4),
        Honour::Holders => {
            let before = titles::edition_before(asked, edition)?;
            titles::champion(asked, before.id).into_iter().collect()
        }
        Honour::Hosts => titles::hosts(asked, edition),
    };
    (!teams.is_empty()).then_some(teams)
}

fn evidence(asked: &Asked<'_>, honour: Honour, edition: &Edition, teams: &[TeamId]) -> Vec<Evidence> {
    let record = asked.record();
    let names: Vec<String> = teams.iter().map(|&team| words::team(record, team)).collect();
    let ranking = Evidence {
        in_match: None,
        text: format!("{}: {} {}", words::edition(record, edition.id), honour_words(honour), words::list(&names)),
        sources: edition.sources,
    };
    let deciding = matches!(honour, Honour::Champions | Honour::RunnersUp);
    let last = asked.view.matches_in(edition.id).filter(move |entry| {
        let kind = entry.stage.as_ref().map(|stage| stage.kind);
        deciding && matches!(kind, Some(StageKind::Final))
    });
    std::iter::once(ranking).chain(last.map(|entry| evidence::of_match(asked, entry))).collect()
}

/// Hosts of an edition that has not begun are known only once the edition before has: they are chosen years ahead.
fn hosts_known(asked: &Asked<'_>, edition: &Edition) -> bool {
    if asked.view.has_begun(edition.id) {
        return true;
    }
    let year = |other: &Edition| other.year();
    let before = asked.record().editions().iter().filter(|other| {
        other.competition == edition.competition && year(other).zip(year(edition)).is_some_and(|(a, b)| a < b)
    });
    before.max_by_key(|other| year(other)).is_some_and(|before| asked.view.has_begun(before.id))
}

/// An honour, said or asked for.
pub(super) fn honours(
    asked: &Asked<'_>,
    team: Option<TeamId>,
    honour: Honour,
    competition: Option<CompetitionId>,
    edition: Option<EditionId>,
) -> Finding {
    let record = asked.record();
    let edition = edition.or(asked.scope.edition);
    let competition = competition
        .or_else(|| edition.map(|id| asked.competition_of(id)))
        .or_else(|| asked.scope.competitions.first().copied());
    let who = team.map_or_else(|| "who".to_owned(), |team| words::team(record, team));
    let what = honour_words(honour);
    let place = match (edition, competition) {
        (Some(id), _) => words::edition(record, id),
        (None, Some(id)) => words::competition(record, id),
        (None, None) => "which competition".to_owned(),
    };
    let reading = format!("{who}: {what}, {place}");
    let finding = match (edition, competition) {
        (Some(id), _) => of_edition(asked, team, honour, record.edition(id)),
        (None, Some(id)) if honour == Honour::Holders => holders(asked, team, id),
        (None, Some(id)) => over_editions(asked, team, honour, id),
        (None, None) => Finding::unknown("No competition is named", "too little is said"),
    };
    finding.read_as(reading)
}

/// `Argentina`, or `which is still to be decided`.
fn of_edition(asked: &Asked<'_>, team: Option<TeamId>, honour: Honour, edition: &Edition) -> Finding {
    let record = asked.record();
    let place = words::edition(record, edition.id);
    let what = honour_words(honour);
    let known =
        if honour == Honour::Hosts && !hosts_known(asked, edition) { None } else { bearers(asked, honour, edition) };
    let Some(teams) = known else {
        let countries = honour == Honour::Hosts && !edition.hosts.is_empty() && hosts_known(asked, edition);
        let text = if countries {
            format!("Hosts of the {place}: {}", edition.hosts.join(", "))
        } else {
            format!("The record has no {what} of the {place}")
        };
        let over = asked.view.is_over(edition.id);
        let reason = if over { "the final ranking does not say" } else { "the edition is not over" };
        return eliminated(asked, team, honour, edition).unwrap_or_else(|| Finding::unknown(text, reason));
    };
    let names: Vec<String> = teams.iter().map(|&team| words::team(record, team)).collect();
    let text = match honour {
        Honour::Champions => format!("{} won the {place}", words::list(&names)),
        Honour::Hosts => format!("The {place} was held in {}", edition.hosts.join(", ")),
        Honour::Holders => format!("{} were the holders at the {place}", words::list(&names)),
        _ => format!("{} were {what} of the {place}", words::list(&names)),
    };
    let show = evidence(asked, honour, edition, &teams);
    match team {
        Some(team) => {
            let right = teams.iter().any(|&is| asked.counts_as(is, team));
            Finding::judged(right, text).showing(show)
        }
        None => Finding::new(Verdict::Confirmed, text).asked_for(Value::Teams(teams).single()).showing(show),
    }
}

/// A team that is out before the edition is over cannot be its champion.
fn eliminated(asked: &Asked<'_>, team: Option<TeamId>, honour: Honour, edition: &Edition) -> Option<Finding> {
    let named = team.filter(|_| honour == Honour::Champions)?;
    let team = asked.line(named).into_iter().find(|&team| titles::run(asked, team, edition.id).is_some())?;
    let run = titles::run(asked, team, edition.id).filter(|run| !run.can_win)?;
    let name = words::team(asked.record(), team);
    let place = words::edition(asked.record(), edition.id);
    let text = format!("{name} are out of the {place}: they came as far as the {}", run.stage.name());
    let last = asked.view.matches_of(team).rfind(|entry| entry.edition == edition.id);
    Some(Finding::new(Verdict::Contradicted, text).showing(last.map(|entry| evidence::of_match(asked, entry))))
}

/// Who holds a title at the moment of the view.
fn holders(asked: &Asked<'_>, team: Option<TeamId>, competition: CompetitionId) -> Finding {
    let record = asked.record();
    let Some((edition, holder)) = titles::holder(asked, competition) else {
        let place = words::competition(record, competition);
        return Finding::unknown(format!("The record has no holders of the {place}"), "no edition is over");
    };
    let text = format!("{} won the {}", words::team(record, holder), words::edition(record, edition.id));
    let show = evidence(asked, Honour::Champions, edition, &[holder]);
    match team {
        Some(team) => Finding::judged(asked.counts_as(holder, team), text).showing(show),
        None => Finding::new(Verdict::Confirmed, text).asked_for(Value::Team(holder)).showing(show),
    }
}

/// Every edition a team, or anybody, had an honour in.
fn over_editions(asked: &Asked<'_>, team: Option<TeamId>, honour: Honour, competition: CompetitionId) -> Finding {
    let record = asked.record();
    let mut fitting: Vec<(EditionId, Vec<TeamId>)> = Vec::new();
    for edition in titles::editions(asked, competition) {
        let Some(teams) = bearers(asked, honour, edition) else { continue };
        let wanted: Vec<TeamId> =
            teams.into_iter().filter(|&is| team.is_none_or(|team| asked.counts_as(is, team))).collect();
        if !wanted.is_empty() {
            fitting.push((edition.id, wanted));
        }
    }
    let place = words::competition(record, competition);
    let what = honour_words(honour);
    if let Some(team) = team {
        let years: Vec<String> = fitting.iter().map(|(id, _)| record.edition(*id).label.to_string()).collect();
        let name = words::team(record, team);
        let rows = fitting.iter().flat_map(|(id, teams)| evidence(asked, honour, record.edition(*id), teams));
        let rows: Vec<Evidence> = rows.collect();
        if years.is_empty() {
            return never(asked, &name, what, competition);
        }
        return Finding::new(Verdict::Confirmed, format!("{name}: {what} of the {place} in {}", words::list(&years)))
            .showing(rows);
    }
    let Some((latest, teams)) = fitting.pop() else {
        return Finding::unknown(format!("The record has no {what} of the {place}"), "no edition is over");
    };
    of_edition(asked, None, honour, record.edition(latest))
        .asked_for(Value::Teams(teams).single())
        .with([crate::ask::answer::Caveat::ReadAs("no edition was named: the latest".to_owned())])
}

fn never(asked: &Asked<'_>, name: &str, what: &str, competition: CompetitionId) -> Finding {
    let needs = super::completeness::Needs {
        competition: Some(competition),
        feat: Some(EditionFeat::Title),
        ..super::completeness::Needs::of(&[crate::Table::Results], None)
    };
    let reach = super::completeness::reach(asked, &needs);
    let place = words::competition(asked.record(), competition);
    let text = format!("{name} have never been {what} of the {place}");
    if reach.is_complete() {
        Finding::new(Verdict::Contradicted, text).because("every edition is in the record")
    } else {
        Finding::unknown(text, "as far as the record goes").with(reach.caveats(asked))
    }
}
