//! Champions, runners-up, holders, hosts; places in a group; how far a team came.

use crate::ask::statement::{Honour, Says};

use super::super::clause::{Clause, Gap};
use super::super::nodes::{Event, Kind, Node};

/// "Who won the 1966 World Cup?", "France were runners-up at Euro 2016", "Who hosted the 1978 World Cup?".
pub(super) fn honour(c: &mut Clause<'_>) -> Option<Says> {
    if c.has_event(|event| event.stage.is_some() || event.group.is_some()) || c.has("shoot-out") {
        return None;
    }
    let (honour, place, named) = head(c)?;
    // "Who was the 1966 World Cup won by?" asks the same.
    let asked = c.asks_who() || c.asks && !c.nodes.iter().any(|node| matches!(node.kind, Kind::Team(_)));
    let mut team = if c.passive { c.team_with(&["by"]) } else { c.team_before(place) };
    if team.is_none() && !asked {
        // "The holders are France", "The 1978 World Cup was held in Argentina".
        team = c.team_with(&["", "by", "in"]);
    }
    if asked {
        c.take_any(&["by"]);
    }
    if asked == team.is_some() {
        return None;
    }
    let (event, when) = c.take_setting()?;
    if when.date.is_some() || when.weekday.is_some() {
        return None;
    }
    let competition = match named {
        Some(name) if event.competition.is_none() && event.edition.is_none() => c.names.competition(name, c.sex),
        Some(_) => return None,
        None => event.competition,
    };
    let mut edition = event.edition;
    if edition.is_none()
        && let (Some(competition), Some(year)) = (competition, when.year)
    {
        edition = Some(c.names.edition(competition, year)?);
    }
    if edition.is_none()
        && competition.is_none()
        && let Some(year) = when.year
        && !matches!(honour, Honour::Holders)
        && !c.nodes.get(place).and_then(Node::lex).is_some_and(|lex| matches!(lex.lemma, "win" | "host" | "hold"))
    {
        edition = c.edition_of_year(year);
    }
    let competition = if edition.is_some() { None } else { competition };
    if edition.is_none() && (competition.is_none() || when.year.is_some()) {
        // A year alone could be any competition's.
        return None;
    }
    // "England won the World Cup" says it happened once: that is for has_happened.
    if !asked && edition.is_none() && honour != Honour::Holders {
        return None;
    }
    Some(Says::Honours { team, honour, competition, edition })
}

fn names_edition(c: &Clause<'_>) -> bool {
    c.has_event(|event| event.edition.is_some() || event.year.is_some())
}

fn head(c: &mut Clause<'_>) -> Option<(Honour, usize, Option<&'static str>)> {
    for (lemma, honour, named) in [
        ("world holder", Honour::Holders, Some("World Cup")),
        ("world champion", Honour::Champions, Some("World Cup")),
        ("champion", Honour::Champions, None),
        ("runner-up", Honour::RunnersUp, None),
        ("holder", Honour::Holders, None),
    ] {
        if let Some(place) = c.take_noun(lemma) {
            if lemma == "champion"
                && let Some(confederation) = place.checked_sub(1)
                && matches!(c.nodes.get(confederation).map(|node| &node.kind), Some(Kind::Confederation("UEFA")))
            {
                c.mark(confederation);
                c.take_verb("become");
                return Some((honour, place, Some("European Championship")));
            }
            // "the current world champions" hold the title.
            let honour =
                if honour == Honour::Champions && c.take("current").is_some() { Honour::Holders } else { honour };
            c.take("current");
            // "France are the world champions" speaks of today.
            let today = c.present && !c.nodes.iter().any(|node| matches!(node.kind, Kind::Time(_)));
            let honour =
                if honour == Honour::Champions && today && !names_edition(c) { Honour::Holders } else { honour };
            c.take_any(&["become", "finish", "come"]);
            return Some((honour, place, named));
        }
    }
    if !c.has("goal")
        && !c.has("score")
        && let Some(place) = c.take_noun("winner")
    {
        return Some((Honour::Champions, place, None));
    }
    if let Some(place) = c.take("host") {
        return Some((Honour::Hosts, place, None));
    }
    if let Some(place) = c.take_verb("win") {
        c.take_noun("title");
        return Some((Honour::Champions, place, None));
    }
    if c.has_event(|event| event.competition.is_some() || event.edition.is_some())
        && let Some(place) = c.take_verb("hold")
    {
        return Some((if c.passive { Honour::Hosts } else { Honour::Holders }, place, None));
    }
    if let Some(place) = c.take_any(&["finish", "come"]) {
        let position = c.take_ordinal().or_else(|| c.take("first").map(|_| 1))?;
        c.take_noun("place");
        let honour = match position {
            1 => Honour::Champions,
            2 => Honour::RunnersUp,
            3 => Honour::Third,
            4 => Honour::Fourth,
            _ => return None,
        };
        return Some((honour, place, None));
    }
    None
}

/// "England topped Group B in 2022", "Who finished second in Group H at the 2018 World Cup?".
pub(super) fn group_position(c: &mut Clause<'_>) -> Option<Says> {
    if !c.has_event(|event| event.group.is_some()) {
        // "England won their group in 2022" names no letter.
        c.find(|_, node| node.is("group"))?;
    }
    let finished = c.has("finish") || c.has("come");
    let (place, position) = if !finished && let Some(place) = c.take_any(&["top", "win"]) {
        (place, Some(1))
    } else if let Some(place) = c.take_noun("winner") {
        (place, Some(1))
    } else if let Some(place) = c.take_noun("runner-up") {
        (place, Some(2))
    } else {
        let ordinal = || c.find(|_, node| matches!(node.kind, Kind::Ordinal(_)));
        let place = if finished { c.take_any(&["finish", "come"])? } else { ordinal().filter(|_| c.copula)? };
        let position = if c.question == Some("where") {
            None
        } else if c.take("last").is_some() {
            return None;
        } else {
            Some(
                c.take_ordinal()
                    .or_else(|| c.take_any(&["first", "top"]).map(|_| 1))
                    .and_then(|position| u8::try_from(position).ok())?,
            )
        };
        c.take_noun("place");
        (place, position)
    };
    c.take("group");
    c.take_any(&["of"]);
    let asked = c.asks_who();
    let team = if asked { None } else { Some(c.team_before(place).or_else(|| c.team_with(&["", "by"]))?) };
    let (event, when) = setting_with_edition(c)?;
    if event.competition.is_some() && event.edition.is_none() && when {
        return None;
    }
    if event.stage.is_some() {
        return None;
    }
    // Without an edition nobody knows which Group B.
    event.edition?;
    Some(Says::GroupPosition { team, edition: event.edition, group: event.group, position })
}

/// Competition or edition of the clause; where only a year is given, the World Cup of that year, which is noted.
fn setting_with_edition(c: &mut Clause<'_>) -> Option<(Event, bool)> {
    let (mut event, when) = c.take_setting()?;
    if when.date.is_some() || when.weekday.is_some() {
        return None;
    }
    if event.edition.is_none()
        && event.competition.is_none()
        && let Some(year) = when.year
    {
        event.edition = c.edition_of_year(year);
        event.edition?;
        return Some((event, false));
    }
    Some((event, when.year.is_some()))
}

/// "England went out in the quarter-finals in 2022", "Did Morocco reach the semi-finals in 2022?".
pub(super) fn stage_reached(c: &mut Clause<'_>) -> Option<Says> {
    let asks_stage = matches!(c.question, Some("how far" | "which stage"));
    let (place, exactly) = if let Some(place) = c.take_verb("reach") {
        (place, asks_stage)
    } else if let Some(place) = c.take_verb("fail to reach") {
        c.denied = !c.denied;
        (place, false)
    } else if let Some(place) = c.take_verb("go out") {
        (place, true)
    } else if let Some(place) = c.take_verb("knock out") {
        if !c.passive {
            return None;
        }
        (place, true)
    } else if c.has_adjunct_stage()
        && let Some(place) = c.take_verb("lose")
    {
        (place, true)
    } else if asks_stage {
        let place = c
            .take_any(&["get", "go", "come", "put"])
            .or_else(|| c.find(|_, node| matches!(node.kind, Kind::Team(_))))?;
        (place, true)
    } else {
        return None;
    };
    let team = if c.asks_who() {
        if c.gap == Gap::Object {
            return None;
        }
        None
    } else {
        Some(c.team_before(place).or_else(|| c.team_at(place))?)
    };
    let (event, _) = setting_with_edition(c)?;
    if event.group.is_some() || asks_stage == event.stage.is_some() {
        return None;
    }
    event.edition?;
    Some(Says::StageReached { team, edition: event.edition, stage: event.stage, exactly })
}
