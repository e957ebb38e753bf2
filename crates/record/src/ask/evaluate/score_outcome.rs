//! Scores at every point of a match, and how it went for a team.

use crate::ask::Value;
use crate::ask::Verdict;
use crate::ask::statement::{MatchRef, Outcome, ScoreAt, Strictness};
use crate::conflict::Subject;
use crate::{Goals, Match, Side, Table};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::matching::Found;
use super::{disputes, happenings, matching, words};

const fn point_words(point: ScoreAt) -> &'static str {
    match point {
        ScoreAt::End => "at the end of play",
        ScoreAt::HalfTime => "at half-time",
        ScoreAt::FullTime => "after ninety minutes",
        ScoreAt::ExtraTime => "after extra time",
        ScoreAt::ShootOut => "in the shoot-out",
        ScoreAt::Sometime => "at some moment",
    }
}

const fn table(point: ScoreAt) -> Table {
    match point {
        ScoreAt::End | ScoreAt::FullTime | ScoreAt::ExtraTime => Table::Results,
        ScoreAt::HalfTime => Table::HalfTimes,
        ScoreAt::ShootOut => Table::ShootOuts,
        ScoreAt::Sometime => Table::Goals,
    }
}

fn goals_at(entry: &Match, point: ScoreAt) -> Option<Goals> {
    let score = &entry.score;
    match point {
        ScoreAt::End => score.end,
        ScoreAt::HalfTime => score.half_time,
        ScoreAt::FullTime => score.full_time,
        ScoreAt::ExtraTime => score.extra_time,
        ScoreAt::ShootOut => score.shoot_out.and_then(|decided| decided.score),
        ScoreAt::Sometime => None,
    }
}

/// A score, said or asked for.
pub(super) fn score(asked: &Asked<'_>, at: &MatchRef, said: Option<(u8, u8)>, point: ScoreAt) -> Finding {
    let described = words::match_ref(asked.record(), at);
    let point_said = point_words(point);
    let reading = match said {
        Some((own, other)) => format!("{described}: {own}-{other} {point_said}"),
        None => format!("{described}: the score {point_said}?"),
    };
    matching::each(asked, at, None, |found| match said {
        Some(said) => judge(asked, found, said, point, at.either),
        None => tell(asked, found, point),
    })
    .read_as(reading)
}

/// The score as a fact: `England 1-2 France`, with the point where it is not the end.
fn fact(asked: &Asked<'_>, entry: &Match, point: ScoreAt, goals: Goals) -> String {
    let record = asked.record();
    if point == ScoreAt::End {
        return words::score_line(record, entry);
    }
    let (home, away) = (words::team(record, entry.home), words::team(record, entry.away));
    format!("{home} {goals} {away} {}", point_words(point))
}

fn missing(asked: &Asked<'_>, entry: &Match, point: ScoreAt) -> Finding {
    let line = words::match_line(asked.record(), entry);
    let reason = match point {
        ScoreAt::ExtraTime if entry.score.full_time.is_some() => "no extra time was played",
        ScoreAt::ShootOut if entry.score.shoot_out.is_none() => "there was no shoot-out",
        _ => "the record does not have the score at that point",
    };
    Finding::unknown(format!("Not known {}: {line}", point_words(point)), reason)
        .showing([evidence::of_match(asked, entry)])
        .with(matching::incomplete(asked, entry, &[table(point)]))
}

fn tell(asked: &Asked<'_>, found: &Found<'_>, point: ScoreAt) -> Finding {
    let entry = found.entry;
    let Some(goals) = goals_at(entry, point) else { return missing(asked, entry, point) };
    let (own, other) = words::seen_from(goals, found.side);
    Finding::new(Verdict::Confirmed, fact(asked, entry, point, goals))
        .asked_for(Value::Score(own, other))
        .showing([evidence::of_match(asked, entry)])
        .with(differences(asked, entry, point).into_iter().map(|conflict| disputes::caveat(asked, conflict)))
}

fn differences<'r>(asked: &Asked<'r>, entry: &'r Match, point: ScoreAt) -> Vec<&'r crate::conflict::Conflict> {
    match point {
        ScoreAt::End | ScoreAt::ExtraTime => disputes::of(asked, entry, &[Subject::End], "score"),
        ScoreAt::HalfTime => disputes::of(asked, entry, &[Subject::HalfTime], "half-time"),
        ScoreAt::FullTime => disputes::of(asked, entry, &[Subject::FullTime], "full-time"),
        ScoreAt::ShootOut => disputes::of(asked, entry, &[Subject::ShootOut], "shoot-out"),
        ScoreAt::Sometime => Vec::new(),
    }
}

/// `unordered` where the teams only name the match, so that the score may be told in either order.
fn judge(asked: &Asked<'_>, found: &Found<'_>, said: (u8, u8), point: ScoreAt, unordered: bool) -> Finding {
    let entry = found.entry;
    let show = [evidence::of_match(asked, entry)];
    if point == ScoreAt::Sometime {
        return sometime(asked, found, said).showing(show);
    }
    let Some(goals) = goals_at(entry, point) else { return missing(asked, entry, point) };
    let seen = |goals: Goals| words::seen_from(goals, found.side);
    let text = fact(asked, entry, point, goals);
    let conflicts = differences(asked, entry, point);
    let caveats = || conflicts.iter().map(|conflict| disputes::caveat(asked, conflict));
    if seen(goals) == said {
        return Finding::new(Verdict::Confirmed, text).showing(show).with(caveats());
    }
    let as_home = if found.side == Side::Home { Goals::new(said.0, said.1) } else { Goals::new(said.1, said.0) };
    let printed = as_home.to_string();
    if conflicts.iter().any(|conflict| *conflict.other.value == *printed) {
        return Finding::new(Verdict::Confirmed, text)
            .because("one of the sources has it so")
            .showing(show)
            .with(caveats());
    }
    if unordered && seen(goals) == (said.1, said.0) {
        return Finding::new(Verdict::RecordDiffers, text).because("the same score the other way round").showing(show);
    }
    let mut finding = Finding::new(Verdict::Contradicted, text).showing(show).with(caveats());
    if seen(goals) == (said.1, said.0) {
        finding = finding.because("the same score the other way round");
    }
    for other in [ScoreAt::FullTime, ScoreAt::ExtraTime, ScoreAt::HalfTime, ScoreAt::ShootOut] {
        if other != point
            && let Some(goals) = goals_at(entry, other).filter(|&goals| seen(goals) == said)
        {
            let reading = format!("the score {}", point_words(other));
            finding = finding.or_else_read(reading, Verdict::Confirmed, fact(asked, entry, other, goals));
        }
    }
    finding.soften()
}

fn sometime(asked: &Asked<'_>, found: &Found<'_>, said: (u8, u8)) -> Finding {
    let entry = found.entry;
    let moments: Vec<String> =
        entry.goals().map(|goal| goal.clock.map_or_else(|| "?".to_owned(), words::minute)).collect();
    let scores: Vec<Goals> = happenings::running(entry).collect();
    let at_start = said == (0, 0);
    let when = scores.iter().zip(&moments).find(|&(&goals, _)| words::seen_from(goals, found.side) == said);
    let line = words::match_line(asked.record(), entry);
    match when {
        Some((goals, minute)) => Finding::new(Verdict::Confirmed, format!("{goals} from {minute}: {line}")),
        None if at_start => Finding::new(Verdict::Confirmed, line),
        None if scores.last().copied() == entry.score.end.filter(|end| end.total() > 0) => {
            let run: Vec<String> =
                scores.iter().zip(&moments).map(|(goals, minute)| format!("{goals} {minute}")).collect();
            Finding::new(Verdict::Contradicted, format!("The score ran {}: {line}", run.join(", ")))
        }
        None => Finding::unknown(line, "the goals of the match are not all known").with(matching::incomplete(
            asked,
            entry,
            &[Table::Goals],
        )),
    }
}

/// A win, draw or defeat, said or asked for.
pub(super) fn outcome(asked: &Asked<'_>, at: &MatchRef, said: Option<Outcome>, strictness: Strictness) -> Finding {
    let described = words::match_ref(asked.record(), at);
    let how = match strictness {
        Strictness::Unsaid => "",
        Strictness::InPlay => " in play",
        Strictness::WentThrough => " (went through)",
        Strictness::OnPenalties => " on penalties",
    };
    let team = at.team.map_or_else(|| "the side listed first".to_owned(), |team| words::team(asked.record(), team));
    // "Who did Croatia play in the semi-final?" names one side.
    let asks_whom = said.is_none() && at.team.is_some() && at.opponent.is_none();
    let reading = match said {
        None if asks_whom => format!("{described}: against whom?"),
        Some(Outcome::Won) => format!("{described}: {team} won{how}"),
        Some(Outcome::Drew) => format!("{described}: drawn{how}"),
        Some(Outcome::Lost) => format!("{described}: {team} lost{how}"),
        None => format!("{described}: who won{how}?"),
    };
    // "Who won on penalties in the final?" names no side.
    let asks = said == Some(Outcome::Won) && at.team.is_none() && at.opponent.is_none();
    if asks_whom {
        return matching::each(asked, at, None, |found| {
            let opponent = found.entry.team(found.side.other());
            let text = format!(
                "{}: {}",
                words::team(asked.record(), opponent),
                words::match_line(asked.record(), found.entry)
            );
            Finding::new(Verdict::Confirmed, text)
                .asked_for(Value::Team(opponent))
                .showing([evidence::of_match(asked, found.entry)])
        })
        .read_as(reading);
    }
    matching::each(asked, at, None, |found| match found.entry.winner().filter(|_| asks) {
        Some(winner) => {
            let finding = went(asked, &Found { side: winner, ..*found }, said, strictness);
            finding.asked_for(Value::Team(found.entry.team(winner)))
        }
        None => went(asked, found, said, strictness),
    })
    .read_as(reading)
}

fn for_side(winner: Option<Side>, side: Side) -> Outcome {
    match winner {
        None => Outcome::Drew,
        Some(winner) if winner == side => Outcome::Won,
        Some(_) => Outcome::Lost,
    }
}

fn went(asked: &Asked<'_>, found: &Found<'_>, said: Option<Outcome>, strictness: Strictness) -> Finding {
    let entry = found.entry;
    let show = [evidence::of_match(asked, entry)];
    if entry.score.end.is_none() && entry.given_to.is_none() {
        return missing(asked, entry, ScoreAt::End);
    }
    let record = asked.record();
    let text = words::result(record, entry, found.side);
    let in_play = for_side(entry.winner_in_play(), found.side);
    let loosely = for_side(entry.winner(), found.side);
    let Some(said) = said else {
        let winner = entry.winner();
        let text = match (entry.winner_in_play(), winner) {
            (Some(side), _) => {
                format!("{} won: {}", words::team(record, entry.team(side)), words::score_line(record, entry))
            }
            (None, _) => format!("Drawn {text}"),
        };
        return Finding::new(Verdict::Confirmed, text).asked_for(matching::winner_value(entry, winner)).showing(show);
    };
    let judged = match strictness {
        Strictness::WentThrough => loosely == said,
        Strictness::OnPenalties => entry.score.shoot_out.is_some() && in_play == Outcome::Drew && loosely == said,
        Strictness::Unsaid | Strictness::InPlay => in_play == said,
    };
    let mut finding = Finding::judged(judged, text).showing(show);
    if !judged && strictness == Strictness::Unsaid && loosely == said {
        let reading = if entry.score.shoot_out.is_some() {
            "a shoot-out counts as a win"
        } else {
            "going through counts as a win"
        };
        finding = finding
            .or_else_read(reading, Verdict::Confirmed, words::match_line(record, entry))
            .because("drawn in play");
    }
    finding.soften()
}
