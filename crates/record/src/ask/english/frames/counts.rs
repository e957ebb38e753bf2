//! Tallies and head-to-heads.

use crate::TeamId;
use crate::ask::statement::{Countable, Says, Subject};

use super::super::clause::{Clause, Gap};
use super::super::nodes::{Event, Kind};
use super::super::scope::{Point, ScopePhrase};
use super::take_pair;
use crate::StageKind;

/// "England v France head to head", "England have met France 31 times, winning 17, drawing 5 and losing 9".
pub(super) fn head_to_head(c: &mut Clause<'_>) -> Option<Says> {
    if c.take("head to head").is_some() {
        c.take_any(&["score", "record"]);
        c.take_noun("match");
        let (team, opponent) = pair(c)?;
        c.set_scope()?;
        return Some(Says::HeadToHead { team, opponent, played: None, won: None, drawn: None, lost: None });
    }
    // "England's record against France"
    if c.take_noun("record").is_some() && matches!(c.question, None | Some("what")) {
        let (team, opponent) = pair(c)?;
        c.set_scope()?;
        return Some(Says::HeadToHead { team, opponent, played: None, won: None, drawn: None, lost: None });
    }
    let mut played = None;
    let parts = parts(c)?;
    let verb = ["meet", "play", "face"].into_iter().find_map(|lemma| c.take_verb(lemma));
    let mut noun = None;
    if verb.is_none() && parts.is_none() {
        noun = c.take_noun("meeting").or_else(|| c.take_noun("match"));
        noun?;
    }
    if c.question.is_some() {
        if verb.is_none() && noun.is_none() || c.question == Some("what") {
            return None;
        }
        if c.question == Some("how many") {
            // "how many times" is one question word; "how many matches" two.
            if noun.is_none() {
                noun = c.take_noun("match").or_else(|| c.take_noun("meeting"));
            }
            noun?;
        }
        c.take_any(&["each other"]);
    } else {
        played = c.take_times().or_else(|| {
            let count = c.take_number()?;
            if noun.is_none() {
                c.take_any(&["match", "meeting"]);
            }
            Some(count)
        });
        if played.is_none() && parts.is_none() || verb.is_none() && parts.is_none() && noun.is_none() {
            return None;
        }
    }
    let (team, opponent) = pair(c)?;
    c.set_scope()?;
    let (won, drawn, lost) = parts.unwrap_or_default();
    let small = |value: Option<u32>| match value {
        None => Some(None),
        Some(value) => u16::try_from(value).ok().map(Some),
    };
    Some(Says::HeadToHead {
        team,
        opponent,
        played: small(played)?,
        won: small(won)?,
        drawn: small(drawn)?,
        lost: small(lost)?,
    })
}

fn pair(c: &mut Clause<'_>) -> Option<(TeamId, TeamId)> {
    take_pair(c).or_else(|| {
        let team = c.team_with(&["", "between", "of"])?;
        Some((team, c.team_with(&["", "against", "with"])?))
    })
}

type Parts = (Option<u32>, Option<u32>, Option<u32>);

/// "winning 17, drawing 5 and losing 9", "17 wins, 5 draws and 9 defeats": at least two of the three.
fn parts(c: &mut Clause<'_>) -> Option<Option<Parts>> {
    let mut found: Parts = (None, None, None);
    let mut count = 0;
    let mut taken = Vec::new();
    for (index, node) in c.nodes.iter().enumerate() {
        let Some(lex) = node.lex() else { continue };
        let number = |place: Option<usize>| {
            let place = place?;
            match c.nodes.get(place)?.kind {
                Kind::Number(value) | Kind::Times(value) => Some((value, place)),
                _ => None,
            }
        };
        let after = || number(index.checked_add(1));
        let before = || number(index.checked_sub(1));
        let noun = lex.class == super::super::lexicon::Class::Noun;
        let value = if noun { before() } else { after() };
        let Some((value, place)) = value else { continue };
        let slot = match lex.lemma {
            "win" => &mut found.0,
            "draw" => &mut found.1,
            "lose" | "loss" => &mut found.2,
            _ => continue,
        };
        if slot.replace(value).is_some() {
            return None;
        }
        count += 1;
        taken.extend([index, place]);
    }
    if count < 2 {
        return Some(None);
    }
    for index in taken {
        c.mark(index);
    }
    while c.take("and").is_some() {}
    Some(Some(found))
}

/// What is counted, by noun and verb, and the opponent.
struct Count {
    what: Countable,
    against: Option<TeamId>,
    /// The place the subject stands before.
    place: usize,
    passive_subject: bool,
}

fn object_team(c: &mut Clause<'_>, place: usize) -> Option<TeamId> {
    c.team_after(place, &["", "against", "to", "over", "with"])
}

fn count_of(c: &mut Clause<'_>) -> Option<Count> {
    let noun = [
        "penalty",
        "own goal",
        "goal",
        "hat trick",
        "yellow card",
        "red card",
        "cap",
        "clean sheet",
        "shoot-out",
        "kick",
        "title",
        "match",
        "win",
        "draw",
        "loss",
        "team",
    ]
    .into_iter()
    .find(|lemma| {
        c.nodes.iter().any(|node| {
            node.lex().is_some_and(|lex| lex.lemma == *lemma && lex.class == super::super::lexicon::Class::Noun)
        })
    });
    // "How many friendlies have England won?"
    let classed = c.nodes.iter().any(|node| matches!(node.kind, Kind::Scope(ScopePhrase::Class(_))));
    let noun = noun.or_else(|| (classed && c.question == Some("how many")).then_some("match"));
    let shoot_out = c.has_point(Point::OnPenalties);
    let verb = [
        "beat",
        "win",
        "lose",
        "draw",
        "score",
        "convert",
        "miss",
        "take",
        "concede",
        "reach",
        "play",
        "meet",
        "face",
        "send off",
        "book",
        "host",
        "take part",
        "see red",
        "put",
        "keep",
        "give",
        "get",
    ]
    .into_iter()
    .find_map(|lemma| c.take_verb(lemma).map(|place| (lemma, place)));
    let mut noun_place = None;
    if let Some(noun) = noun {
        noun_place = c.take_noun(noun);
    }
    let verb_lemma = verb.map(|(lemma, _)| lemma);
    let place = verb.map(|(_, place)| place).or(noun_place)?;
    let stage = |c: &Clause<'_>, wanted: StageKind| c.has_event(|event| event.stage == Some(wanted));
    let title_event = |event: &Event| (event.competition.is_some() || event.edition.is_some()) && event.stage.is_none();
    let object_event = c
        .nodes
        .iter()
        .any(|node| matches!(&node.kind, Kind::Event(event) if title_event(event)) && node.preposition.is_none());
    let what = match (noun, verb_lemma) {
        (Some("penalty"), Some("miss")) => Countable::PenaltiesMissed,
        (Some("penalty"), Some("score" | "convert")) => Countable::PenaltiesScored,
        (Some("penalty"), Some("take")) => Countable::PenaltiesTaken,
        (Some("own goal"), None | Some("score")) => Countable::OwnGoals,
        (Some("goal"), None | Some("score")) => Countable::Goals,
        (Some("goal"), Some("concede")) => Countable::GoalsConceded,
        (Some("hat trick"), None | Some("score")) => Countable::HatTricks,
        (Some("yellow card"), None | Some("give" | "get")) => Countable::Cautions,
        (Some("red card"), None | Some("give" | "get")) => Countable::Dismissals,
        (Some("cap"), None | Some("win" | "get")) => Countable::Caps,
        (Some("shoot-out"), None | Some("play" | "take part")) => Countable::ShootOuts,
        (Some("shoot-out"), Some("win")) => Countable::ShootOutsWon,
        (Some("shoot-out"), Some("lose")) => Countable::ShootOutsLost,
        (Some("kick"), Some("take")) => Countable::ShootOutKicks,
        (Some("kick"), Some("miss")) => Countable::ShootOutKicksMissed,
        (Some("title"), None | Some("win")) => Countable::Titles,
        (Some("match"), None | Some("play")) => Countable::Matches,
        (None | Some("match"), Some("beat")) => Countable::Wins,
        (Some("match"), Some("win")) | (Some("win"), None) => Countable::Wins,
        (Some("match"), Some("draw")) | (None, Some("draw")) | (Some("draw"), None) => Countable::Draws,
        (Some("match"), Some("lose")) | (Some("loss"), None) => Countable::Losses,
        (None, Some("lose")) if shoot_out => Countable::ShootOutsLost,
        (None, Some("win")) if shoot_out => Countable::ShootOutsWon,
        (None, Some("lose")) if !object_event && !stage(c, StageKind::Final) => Countable::Losses,
        (None, Some("win")) if object_event => Countable::Titles,
        (None, Some("win"))
            if !stage(c, StageKind::Final)
                && c.nodes.iter().any(|node| matches!(node.kind, Kind::Team(_)) && node.preposition.is_some()) =>
        {
            Countable::Wins
        }
        (None, Some("reach" | "play")) if stage(c, StageKind::Final) => Countable::Finals,
        (None, Some("take part" | "play" | "reach")) if object_event || c.has("take part") => Countable::Appearances,
        (None, Some("send off" | "see red")) => Countable::Dismissals,
        (None, Some("book")) => Countable::Cautions,
        (None, Some("score")) if c.question == Some("how often") => Countable::Goals,
        _ => return None,
    };
    if shoot_out {
        let fits = matches!(what, Countable::ShootOutsLost | Countable::ShootOutsWon);
        let what_kicks = matches!(what, Countable::PenaltiesMissed);
        if !fits && !what_kicks {
            return None;
        }
        c.take_point(Point::OnPenalties);
        if what_kicks {
            return Some(Count { what: Countable::ShootOutKicksMissed, against: None, place, passive_subject: false });
        }
    }
    if what == Countable::Finals {
        c.stage_is_counted = true;
    }
    let by = c.nodes.iter().any(|node| matches!(node.kind, Kind::Team(_)) && node.preposition == Some("by"));
    if matches!(verb_lemma, Some("beat")) && (by || c.passive && !c.perfect) {
        let against = c.team_with(&["by"]);
        return Some(Count { what: Countable::Losses, against, place, passive_subject: true });
    }
    let against = object_team(c, place);
    Some(Count { what, against, place, passive_subject: false })
}

/// "How many penalties has Kane missed at World Cups?", "Germany have won four World Cups".
pub(super) fn tally(c: &mut Clause<'_>) -> Option<Says> {
    let asked = matches!(c.question, Some("how many" | "how often"));
    if c.question.is_some() && !asked {
        return None;
    }
    if asked && c.gap == Gap::Object && c.asks_who() {
        return None;
    }
    let Count { what, mut against, place, passive_subject } = count_of(c)?;
    let mut whose = c.subject_before(place);
    if whose.is_none() {
        whose = c
            .person_with(&["", "by", "of", "for"])
            .map(Subject::Person)
            .or_else(|| c.team_with(&["", "of", "for", "by"]).map(Subject::Team));
    }
    if whose.is_none() && !passive_subject {
        // The verb came first: "has beaten" leaves the object where the subject was looked for.
        whose = against.take().map(Subject::Team);
    }
    let whose = whose?;
    if what == Countable::Appearances {
        c.take("in");
    }
    if matches!(whose, Subject::Person(_)) && against.is_none() {
        against = c.team_with(&["against"]);
    }
    let count = if asked { None } else { Some(c.take_number().or_else(|| c.take_times())?) };
    c.take_any(&["in a row"]).is_none().then_some(())?;
    c.set_scope()?;
    Some(Says::Tally { what, whose, against, count })
}
