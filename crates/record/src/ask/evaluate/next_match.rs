//! Whom a team meets next.

use jiff::civil::Date;

use crate::ask::statement::When;
use crate::ask::{Evidence, Value, Verdict};
use crate::{Fixture, StageKind, TeamId};

use super::asked::Asked;
use super::finding::Finding;
use super::words;

/// A run of matches in one edition is not broken by another match within so many days.
const CLOSE_DAYS: i32 = 10;

/// The next match of a team after a day, said or asked for.
pub(super) fn next_match(
    asked: &Asked<'_>,
    team: TeamId,
    after: Option<Date>,
    opponent: Option<TeamId>,
    when: &When,
    stage: Option<StageKind>,
) -> Finding {
    let record = asked.record();
    let day = after.unwrap_or_else(|| asked.view.as_of());
    let name = words::team(record, team);
    let against = opponent.map_or_else(|| "whom?".to_owned(), |id| words::team(record, id));
    let since = if day == Date::MAX { String::new() } else { format!(" after {}", words::date(day)) };
    let at = stage.map_or_else(String::new, |stage| format!(", {}", stage.name()));
    let reading = format!("{name} next meet {against}{since}{}{at}", words::when(record, when));
    let Some(next) = next_after(asked, team, day) else {
        return Finding::unknown(
            format!("No match of {name}{since} is known"),
            "the pairing was not fixed by then, or the record does not have it",
        )
        .read_as(reading);
    };
    let teams = [next.home(), next.away()];
    let own = teams.into_iter().find(|&one| asked.counts_as(one, team)).unwrap_or(team);
    let other = teams.into_iter().find(|&one| one != own).unwrap_or(own);
    let text = format!(
        "{} v {}, {}",
        words::team(record, own),
        words::team(record, other),
        words::occasion_of(record, next.edition(), next.stage(), next.date())
    );
    let row = Evidence { in_match: Some(next.id()), text: text.clone(), sources: next.sources() };
    let right = [
        opponent.is_none_or(|said| asked.counts_as(other, said)),
        when.date.is_none_or(|said| said == next.date()),
        when.year.is_none_or(|said| said == next.date().year()),
        when.edition.is_none_or(|said| said == next.edition()),
        when.weekday.is_none_or(|said| said == next.date().weekday()),
        stage.is_none_or(|said| next.stage().is_some_and(|is| is.kind == said)),
    ];
    let nothing_said = opponent.is_none();
    let finding = if right.iter().all(|&fits| fits) {
        Finding::new(Verdict::Confirmed, text)
    } else if in_a_run(asked, team, day, &next) {
        Finding::new(Verdict::Contradicted, text)
    } else {
        Finding::unknown(text, "the record may not have every match of the team between")
    };
    let finding = finding.showing([row]).read_as(reading);
    if nothing_said { finding.asked_for(Value::Team(other)) } else { finding }
}

fn next_after<'r>(asked: &Asked<'r>, team: TeamId, day: Date) -> Option<Fixture<'r>> {
    let view = asked.view;
    // After every day there is only what nobody has played yet.
    let is_ahead = move |next: &Fixture<'_>| next.date() > day || (day == Date::MAX && view.get(next.id()).is_none());
    let from = if day == Date::MAX { Date::MIN } else { day };
    let all = asked.line(team).into_iter().flat_map(|team| view.appointments_of(team, from));
    all.filter(is_ahead).min_by_key(|next| (next.date(), next.id()))
}

/// Whether the match before was of the same edition a few days earlier, so that none can be missing between.
fn in_a_run(asked: &Asked<'_>, team: TeamId, day: Date, next: &Fixture<'_>) -> bool {
    let before = asked
        .line(team)
        .into_iter()
        .flat_map(|team| asked.view.no_later_than(day).matches_of(team))
        .max_by_key(|entry| entry.id);
    before.is_some_and(|before| {
        let days = (next.date() - before.date).get_days();
        before.edition == next.edition() && days <= CLOSE_DAYS
    })
}
