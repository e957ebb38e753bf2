//! Superlatives.

use crate::ask::statement::{Record, Says, Subject};

use super::super::clause::Clause;
use super::super::nodes::Kind;

/// "Who is the youngest scorer in World Cup history?", "fastest goal at a World Cup", "biggest win", "most goals".
pub(super) fn superlative(c: &mut Clause<'_>) -> Option<Says> {
    if c.denied || c.never || c.possible || c.future {
        return None;
    }
    let own = is_possessed(c);
    let record = record(c)?;
    c.take_noun("record");
    c.take_any(&["score", "hold", "win", "play", "put"]);
    c.take_any(&["team", "player", "match"]);
    let unit = c.take_any(&["years old", "age", "minutes word"]).is_some();
    let value = c.take_number().or_else(|| {
        c.take_kind(|kind| match kind {
            Kind::Minutes(minutes) if minutes.from == minutes.to => Some(u32::from(minutes.from.minute())),
            _ => None,
        })
    });
    if unit && value.is_none() {
        return None;
    }
    let holder = c
        .person_with(&["", "by"])
        .map(Subject::Person)
        .or_else(|| c.team_with(if own { &["", "by", "of"] } else { &["", "by"] }).map(Subject::Team));
    // "most goals for England" counts one team's players only, which the scope cannot say.
    if c.asks_who() && holder.is_some() && !own {
        return None;
    }
    let own = own && holder.is_some();
    // Titles and matches belong to whoever is ranked: one's own are no ranking.
    if own && matches!(record, Record::MostTitles | Record::MostMatches) {
        return None;
    }
    if c.question.is_none() && value.is_some() && holder.is_none() {
        return None;
    }
    c.set_scope()?;
    if holder.is_none() && value.is_none() && c.question.is_none() && !c.is_fragment() {
        return None;
    }
    Some(Says::Superlative { record, holder, own, value })
}

/// Whether the superlative is somebody's: "England's biggest win", "the youngest scorer of England".
fn is_possessed(c: &Clause<'_>) -> bool {
    const SUPERLATIVES: [&str; 10] =
        ["youngest", "oldest", "fastest", "biggest", "highest", "longest", "most", "last", "latest goal", "top scorer"];
    let named = |node: &super::super::nodes::Node| matches!(node.kind, Kind::Team(_) | Kind::Person(_));
    c.nodes.iter().zip(c.nodes.iter().skip(1)).any(|(owner, node)| {
        named(owner) && node.determined == Some("his") && SUPERLATIVES.iter().any(|word| node.is(word))
    }) || c.nodes.iter().any(|node| node.preposition == Some("of") && named(node))
}

fn record(c: &mut Clause<'_>) -> Option<Record> {
    if c.take_noun("top scorer").is_some() {
        return Some(Record::TopScorer);
    }
    if c.has("attendance") && c.take_noun("record").is_some() {
        c.take_noun("attendance");
        return Some(Record::HighestAttendance);
    }
    if c.take_noun("latest goal").is_some() {
        return Some(Record::LatestGoal);
    }
    let after = |c: &Clause<'_>, lemma: &str, nouns: &[&str]| {
        c.find(|index, node| {
            node.is(lemma)
                && (index.saturating_add(1)..index.saturating_add(4))
                    .find_map(|next| {
                        c.nodes.get(next).filter(|node| node.lex().is_some() && !matches!(node.kind, Kind::Event(_)))
                    })
                    .is_some_and(|next| nouns.iter().any(|noun| next.is(noun)))
        })
    };
    const TABLE: [(&str, &[&str], Record); 13] = [
        ("youngest", &["scorer"], Record::YoungestScorer),
        ("oldest", &["scorer"], Record::OldestScorer),
        ("fastest", &["goal"], Record::EarliestGoal),
        ("fastest", &["red card"], Record::EarliestDismissal),
        ("last", &["latest goal"], Record::LatestGoal),
        ("biggest", &["win", "beat"], Record::BiggestWin),
        ("biggest", &["attendance"], Record::HighestAttendance),
        ("highest", &["attendance"], Record::HighestAttendance),
        ("longest", &["shoot-out"], Record::LongestShootOut),
        ("most", &["goal"], Record::TopScorer),
        ("most", &["title"], Record::MostTitles),
        ("most", &["match"], Record::MostMatches),
        ("most", &["cap"], Record::MostMatches),
    ];
    for (lemma, nouns, record) in TABLE {
        let Some(place) = after(c, lemma, nouns) else { continue };
        // Most goals in one match is another record than most goals.
        let in_match = record == Record::TopScorer && c.has("match");
        c.mark(place);
        c.take_any(nouns);
        if in_match {
            c.take_noun("match");
            return Some(Record::MostGoalsInMatch);
        }
        return Some(record);
    }
    // "the youngest player to score", "Who has won the most World Cups?"
    for (lemma, record) in [("youngest", Record::YoungestScorer), ("oldest", Record::OldestScorer)] {
        if c.has(lemma) && c.has("player") && c.has("score") {
            c.take(lemma);
            c.take_noun("player");
            c.take("to");
            c.take_verb("score");
            c.take_noun("goal");
            return Some(record);
        }
    }
    let most = c.find(|index, node| {
        node.is("most")
            && c.nodes.get(index.saturating_add(1)).is_some_and(
                |next| matches!(&next.kind, Kind::Event(event) if event.stage.is_none() && event.edition.is_none()),
            )
    });
    if let Some(place) = most
        && c.has("win")
        && !c.has("match")
    {
        c.mark(place);
        return Some(Record::MostTitles);
    }
    None
}
