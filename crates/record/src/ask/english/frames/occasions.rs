//! The first, last, only and n-th time; never and ever.

use crate::ask::statement::{Feat, Occurrence, Says, Subject, When};

use super::super::clause::{Clause, Gap};
use super::super::nodes::{Kind, Node};
use super::feats::feat;

/// Whether the feat is a player's, so that "who" is a person.
const fn is_of_a_player(feat: &Feat) -> bool {
    matches!(feat, Feat::HatTrick | Feat::Score | Feat::MissPenalty | Feat::SentOff)
}

/// Whether one can do it: "Deschamps won the World Cup" may be the player or the manager, and is left alone.
const fn fits(feat: &Feat, whose: Option<&Subject>) -> bool {
    !matches!(whose, Some(Subject::Person(_))) || is_of_a_player(feat)
}

/// When it was: taken where the feat itself does not set competition and edition.
fn when(c: &mut Clause<'_>) -> Option<When> {
    let (event, when) = c.take_setting()?;
    if event.group.is_some() {
        return None;
    }
    // What is left beside the time says where it is counted.
    if let Some(competition) = event.competition {
        c.scope.competitions = vec![competition];
    }
    c.scope.stage = event.stage;
    Some(when)
}

/// "France could become the first team to retain the World Cup since Brazil in 1962".
pub(super) fn nth(c: &mut Clause<'_>) -> Option<Says> {
    if c.never || c.ever && c.question.is_none() {
        return None;
    }
    // The word that says which, directly before "team", "player" or "time".
    let noun = c.find(|index, node| {
        (node.is("team") || node.is("player") || node.is("host") || node.is("manager")) && index > 0
    });
    let bare = || {
        c.find(|index, node| {
            index > 0 && node.is("to") && index.checked_sub(1).is_some_and(|before| occurrence_at(c, before).is_some())
        })
    };
    let head = noun.or_else(bare)?;
    let mut place = head.checked_sub(1)?;
    let mut confederation = None;
    if let Some(Kind::Confederation(key)) = c.nodes.get(place).map(|node| node.kind.clone()) {
        confederation = Some(key);
        c.mark(place);
        place = place.checked_sub(1)?;
    }
    let occurrence = occurrence_at(c, place)?;
    c.mark(place);
    c.mark(head);
    // "to retain", or "to have retained"
    if noun.is_some() {
        c.take("to")?;
    }
    let since = c.take_since();
    let feat = feat(c)?;
    let subject = c.subject_before(head).or_else(|| {
        c.copula.then(|| c.team_with(&[""]).map(Subject::Team).or_else(|| c.person_with(&[""]).map(Subject::Person)))?
    });
    c.take_verb("become");
    if let Some(Subject::Team(_)) = subject
        && is_of_a_player(&feat)
        && !matches!(feat, Feat::Score | Feat::HatTrick)
    {
        return None;
    }
    let asked = c.question.is_some();
    let open = asked || c.is_fragment() && !c.denied;
    if asked && subject.is_some() || c.question == Some("when") || !open && subject.is_none() {
        return None;
    }
    if !fits(&feat, subject.as_ref()) {
        return None;
    }
    let when = when(c)?;
    c.set_years()?;
    c.scope.confederation = confederation.map(Into::into);
    let prospective = c.possible || c.future;
    if since.is_some() && occurrence != Occurrence::First {
        return None;
    }
    // "The first team to" compares everybody.
    let occurrence = if subject.is_some() { of_all(occurrence) } else { occurrence };
    Some(Says::Occasion { feat, whose: subject, occurrence, when, since, prospective })
}

const fn of_all(occurrence: Occurrence) -> Occurrence {
    match occurrence {
        Occurrence::First => Occurrence::FirstOfAll,
        Occurrence::Last => Occurrence::LastOfAll,
        Occurrence::Only => Occurrence::OnlyOfAll,
        other => other,
    }
}

fn occurrence_at(c: &Clause<'_>, place: usize) -> Option<Occurrence> {
    let node = c.nodes.get(place)?;
    Some(match &node.kind {
        Kind::Ordinal(1) => Occurrence::First,
        Kind::Ordinal(value) => Occurrence::Nth(u16::try_from(*value).ok()?),
        Kind::Lex(lex) => match lex.lemma {
            "first" => Occurrence::First,
            "last" => Occurrence::Last,
            "only" => Occurrence::Only,
            _ => return None,
        },
        _ => return None,
    })
}

/// "No team has retained the World Cup since Brazil in 1962", "England have not won the World Cup since 1966".
pub(super) fn no_one_since(c: &mut Clause<'_>) -> Option<Says> {
    if c.never || c.possible || c.future {
        return None;
    }
    let nobody = c.take_any(&["nobody", "no"]).is_some();
    if !nobody && !c.denied {
        return None;
    }
    let (by, when) = c.take_since()?;
    let confederation = take_confederation(c);
    let feat = feat(c)?;
    let subject = c.subject_of();
    let (whose, occurrence) = match (nobody, subject, by) {
        (true, None, Some(by)) => (Some(by), Occurrence::LastOfAll),
        (false, Some(subject), None) => (Some(subject), Occurrence::Last),
        _ => return None,
    };
    if !fits(&feat, whose.as_ref()) {
        return None;
    }
    // Without a year there is nothing to compare.
    if when.is_open() && by.is_none() {
        return None;
    }
    c.denied_is_said = true;
    c.scope.confederation = confederation;
    let place = self::when(c)?;
    if !place.is_open() {
        return None;
    }
    Some(Says::Occasion { feat, whose, occurrence, when, since: None, prospective: false })
}

fn take_confederation(c: &mut Clause<'_>) -> Option<Box<str>> {
    let key = c.take_kind(|kind| match kind {
        Kind::Confederation(key) => Some(*key),
        _ => None,
    })?;
    c.take_any(&["team", "player"]);
    Some(key.into())
}

/// "England have never won the Euros", "Have England ever won a penalty shoot-out?".
pub(super) fn never(c: &mut Clause<'_>) -> Option<Says> {
    if c.possible || c.future || c.never == c.ever && !(c.never && c.ever) {
        return None;
    }
    let nobody = c.take_any(&["nobody", "no"]).is_some();
    let anybody = c.take_any(&["anybody", "any"]).is_some() || nobody;
    if nobody && c.never {
        return None;
    }
    let confederation = take_confederation(c);
    let feat = feat(c)?;
    let subject = c.subject_of();
    let asked = c.asks_who();
    if !anybody && subject.is_none() && !asked && confederation.is_none() || anybody && subject.is_some() {
        return None;
    }
    if asked && c.gap == Gap::Object || !fits(&feat, subject.as_ref()) {
        return None;
    }
    let when = when(c)?;
    c.set_years()?;
    c.scope.confederation = confederation;
    // What has ever happened is what has not never happened.
    if !c.never && !nobody {
        c.denied = !c.denied;
    }
    Some(Says::Occasion { feat, whose: subject, occurrence: Occurrence::Never, when, since: None, prospective: false })
}

/// "When was the World Cup last retained?", "England last beat Germany in 2021", "England reached the semi-finals for
/// the first time since 1990".
pub(super) fn last_time(c: &mut Clause<'_>) -> Option<Says> {
    if c.never || c.ever || c.denied || c.possible || c.future || c.question == Some("where") {
        return None;
    }
    let occurrence = if c.take_any(&["for the last time", "the last time"]).is_some() {
        Occurrence::Last
    } else if c.take_any(&["for the first time", "the first time"]).is_some() {
        Occurrence::First
    } else if let Some(times) = nth_time(c).or_else(|| nth_title(c)) {
        times
    } else {
        let place = c.find(|index, node| {
            let which = matches!(node.kind, Kind::Ordinal(1)) || node.is("last") || node.is("first");
            // "last beat", not "the first goal"
            let next = c.nodes.get(index.saturating_add(1));
            let result = next.is_some_and(|next| ["win", "loss", "draw", "meeting"].iter().any(|noun| next.is(noun)));
            which && (result || node.determined.is_none() && next.is_none_or(not_a_noun))
        })?;
        let occurrence = occurrence_at(c, place)?;
        c.mark(place);
        occurrence
    };
    let since = c.take_since();
    let confederation = take_confederation(c);
    let feat = feat(c)?;
    let subject = c.subject_of();
    let when = when(c)?;
    if !fits(&feat, subject.as_ref()) {
        return None;
    }
    // Who scored first in a match is a goal of the match, not a place in history.
    if feat == Feat::Score && (c.scope.stage.is_some() || !when.is_open()) {
        return None;
    }
    c.set_years()?;
    c.scope.confederation = confederation;
    match c.question {
        // "When was the World Cup last retained?" asks of any team.
        Some("when") => {
            if subject.is_none() && !c.passive {
                return None;
            }
            if !when.is_open() && when.edition.is_none() {
                return None;
            }
        }
        Some(_) if subject.is_some() || c.gap == Gap::Object => return None,
        Some(_) => {}
        None => {
            if subject.is_none() || when.is_open() && since.is_none() && occurrence == Occurrence::Last {
                return None;
            }
        }
    }
    if since.is_some() && occurrence != Occurrence::First {
        return None;
    }
    Some(Says::Occasion { feat, whose: subject, occurrence, when, since, prospective: false })
}

fn not_a_noun(node: &Node) -> bool {
    !node.lex().is_some_and(|lex| lex.class == super::super::lexicon::Class::Noun)
}

/// "their fourth World Cup", "their first World Cup final", "their fourth title"
fn nth_title(c: &mut Clause<'_>) -> Option<Occurrence> {
    let index = c.find(|index, node| {
        matches!(node.kind, Kind::Ordinal(_))
            && node.determined == Some("his")
            && c.nodes
                .get(index.saturating_add(1))
                .is_some_and(|next| matches!(next.kind, Kind::Event(_)) || next.is("title"))
    })?;
    let occurrence = occurrence_at(c, index)?;
    c.mark(index);
    Some(occurrence)
}

/// "for the third time"
fn nth_time(c: &mut Clause<'_>) -> Option<Occurrence> {
    let index = c.find(|index, node| {
        matches!(node.kind, Kind::Ordinal(_))
            && c.nodes.get(index.saturating_add(1)).is_some_and(|next| next.is("times"))
    })?;
    let occurrence = occurrence_at(c, index)?;
    c.mark(index);
    c.mark(index.saturating_add(1));
    Some(occurrence)
}

/// "When did England win the World Cup?": the latest time, which is noted.
pub(super) fn when_it_happened(c: &mut Clause<'_>) -> Option<Says> {
    if c.denied || c.question != Some("when") {
        return None;
    }
    let feat = feat(c)?;
    let subject = c.subject_of()?;
    let when = when(c)?;
    c.set_years()?;
    if !when.is_open() {
        return None;
    }
    c.supposed.push((0..0, "taken as the last time".to_owned()));
    Some(Says::Occasion {
        feat,
        whose: Some(subject),
        occurrence: Occurrence::Last,
        when,
        since: None,
        prospective: false,
    })
}

/// "Have England won the World Cup?", "England have beaten Brazil": it happened at least once.
pub(super) fn has_happened(c: &mut Clause<'_>) -> Option<Says> {
    if c.denied {
        return None;
    }
    let feat = feat(c)?;
    let title = matches!(
        feat,
        Feat::WinTitle(_) | Feat::RetainTitle(_) | Feat::WinAsHosts(_) | Feat::Host(_) | Feat::TakePart(_)
    );
    if !c.perfect && !title {
        return None;
    }
    let subject = c.subject_of();
    if c.asks_who() == subject.is_some() || c.asks_who() && !c.perfect || !fits(&feat, subject.as_ref()) {
        return None;
    }
    let when = when(c)?;
    c.set_years()?;
    if !when.is_open() {
        return None;
    }
    c.denied = !c.denied;
    Some(Says::Occasion { feat, whose: subject, occurrence: Occurrence::Never, when, since: None, prospective: false })
}
