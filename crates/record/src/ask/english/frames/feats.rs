//! What happened, as something that can have a first, a last and an n-th time.

use crate::StageKind;
use crate::ask::statement::Feat;

use super::super::clause::Clause;
use super::super::nodes::{Event, Kind};
use super::super::scope::Point;

/// The feat of a clause.
pub(super) fn feat(c: &mut Clause<'_>) -> Option<Feat> {
    titles(c).or_else(|| results(c)).or_else(|| players(c))
}

/// The competition of a title or stage, with its stage if any; the rest of the setting goes into the scope.
fn event(c: &mut Clause<'_>) -> Option<Event> {
    let whole = c.take_event()?;
    (whole.group.is_none()).then_some(whole)
}

fn titles(c: &mut Clause<'_>) -> Option<Feat> {
    let names_title = c.has("title")
        || c.nodes
            .iter()
            .any(|node| matches!(&node.kind, Kind::Event(event) if event.stage.is_none() && event.year.is_none()));
    if c.has("retain") && names_title {
        c.take_verb("retain")?;
        c.take_noun("title");
        let event = event(c)?;
        return Some(Feat::RetainTitle(competition(c, &event)?));
    }
    if let Some(place) = c.take_any(&["champion", "world champion"]) {
        let _ = place;
        c.take_verb("become");
        let event = event(c)?;
        return Some(Feat::WinTitle(competition(c, &event)?));
    }
    let bare_event = c.nodes.iter().any(|node| {
        matches!(&node.kind, Kind::Event(event) if event.stage.is_none() && event.competition.is_some())
            && (node.preposition.is_none() || c.passive)
    }) && !c.has("match")
        && !c.has("shoot-out");
    if bare_event || c.has("title") {
        if c.take_verb("win").is_some() {
            c.take_noun("title");
            let as_hosts = c.take("at once").is_some();
            let running = c.take("in a row").is_some();
            let event = event(c)?;
            if event.edition.is_some() || event.stage.is_some() {
                return None;
            }
            let id = competition(c, &event)?;
            if running {
                return c.take_times().is_none_or(|times| times == 2).then_some(Feat::RetainTitle(id));
            }
            return Some(if as_hosts { Feat::WinAsHosts(id) } else { Feat::WinTitle(id) });
        }
        if c.take_verb("host").is_some() {
            let event = event(c)?;
            return Some(Feat::Host(competition(c, &event)?));
        }
    }
    // "reached the World Cup" is taking part, "reached the semi-finals" a stage.
    if c.take_verb("reach").is_some() {
        let event = event(c)?;
        if event.edition.is_some() {
            return None;
        }
        let id = competition(c, &event)?;
        return Some(match event.stage {
            Some(StageKind::Qualifying) => return None,
            Some(stage) => Feat::ReachStage(id, stage),
            None => Feat::TakePart(id),
        });
    }
    if c.take_verb("fail to reach").is_some() {
        let event = event(c)?;
        let id = competition(c, &event)?;
        return Some(Feat::MissStage(id, event.stage?));
    }
    if c.take_verb("fail to qualify").is_some() {
        let event = event(c)?;
        if event.stage.is_some() || event.competition.is_none() {
            return None;
        }
        let id = competition(c, &event)?;
        return Some(Feat::MissStage(id, StageKind::Group));
    }
    if c.take_verb("take part").is_some()
        || !c.nodes.iter().any(|node| matches!(node.kind, Kind::Team(_)) && matches!(node.preposition, Some("against")))
            && c.has_event(|event| event.stage.is_none())
            && c.take_verb("play").is_some()
    {
        let event = event(c)?;
        if event.stage.is_some() || event.competition.is_none() {
            return None;
        }
        return Some(Feat::TakePart(competition(c, &event)?));
    }
    if c.has_event(|event| event.stage == Some(StageKind::Final)) && c.has("play") {
        c.take_verb("play")?;
        let event = event(c)?;
        return Some(Feat::ReachStage(competition(c, &event)?, StageKind::Final));
    }
    None
}

fn competition(c: &mut Clause<'_>, event: &Event) -> Option<crate::CompetitionId> {
    if event.edition.is_some() || event.year.is_some() {
        return None;
    }
    c.competition_or_world_cup(event)
}

fn results(c: &mut Clause<'_>) -> Option<Feat> {
    if c.take_verb("come from behind").is_some() {
        c.take("to");
        c.take_verb("win")?;
        c.take_noun("match");
        return Some(Feat::ComeBack);
    }
    let shoot_out = c.has("shoot-out") || c.has_point(Point::OnPenalties);
    if shoot_out {
        let won = if c.take_verb("win").is_some() {
            true
        } else {
            c.take_verb("lose")?;
            false
        };
        c.take_noun("shoot-out");
        c.take_point(Point::OnPenalties);
        return Some(if won { Feat::WinShootOut } else { Feat::LoseShootOut });
    }
    if let Some(place) = c.take_verb("beat") {
        let by = c.team_with(&["by"]);
        if let Some(team) = by {
            return Some(Feat::LoseTo(Some(team)));
        }
        if c.passive {
            return Some(Feat::LoseTo(None));
        }
        let team = c.team_after(place, &[""])?;
        return Some(Feat::Beat(Some(team)));
    }
    for (noun, with) in [("win", "over"), ("loss", "to"), ("draw", "with")] {
        if c.take_noun(noun).is_some() {
            let team = c.team_with(&["against", with, "by"]);
            return Some(match noun {
                "win" => Feat::Beat(team),
                "loss" => Feat::LoseTo(team),
                _ => Feat::DrawWith(team),
            });
        }
    }
    if c.take_noun("meeting").is_some() {
        // "the first meeting of England and France": one of them is the subject.
        let (one, other) = super::take_pair(c)
            .or_else(|| Some((c.team_with(&["", "of", "between"])?, c.team_with(&["with", "against"])?)))?;
        c.paired = Some(one);
        return Some(Feat::Meet(other));
    }
    if let Some(place) = c.take_verb("win") {
        let team = c.team_after(place, &["against", "over"]);
        let margin = c.margin();
        if let Some(goals) = margin {
            return Some(Feat::WinBy(goals));
        }
        if team.is_none() {
            c.take_noun("match")?;
        } else {
            c.take_noun("match");
        }
        return Some(Feat::Beat(team));
    }
    if let Some(place) = c.take_verb("lose") {
        let team = c.team_after(place, &["against", "to"]);
        if team.is_none() && c.take_noun("match").is_none() && c.has_event(|event| event.stage.is_some()) {
            return None;
        }
        c.take_noun("match");
        return Some(Feat::LoseTo(team));
    }
    if let Some(place) = c.take_verb("draw") {
        let team = c.team_after(place, &["against", "with"]);
        c.take_noun("match");
        return Some(Feat::DrawWith(team));
    }
    for lemma in ["play", "meet", "face"] {
        if let Some(place) = c.take_verb(lemma) {
            let team = c.team_after(place, &["", "against", "with"])?;
            return Some(Feat::Meet(team));
        }
    }
    None
}

fn players(c: &mut Clause<'_>) -> Option<Feat> {
    if c.take_noun("hat trick").is_some() {
        c.take_any(&["score", "take", "put"]);
        return Some(Feat::HatTrick);
    }
    if c.has("penalty") {
        c.take_verb("miss")?;
        c.take_noun("penalty");
        return Some(Feat::MissPenalty);
    }
    if c.take_any(&["send off", "see red", "get sent off"]).is_some() {
        return Some(Feat::SentOff);
    }
    if c.take_verb("score").is_some() {
        c.take_noun("goal");
        return Some(Feat::Score);
    }
    None
}
