//! A typed statement as JSON fields: names for identifiers, open fields as `null`.

use std::fmt::Debug;

use byline_record::ask::Scope;
use byline_record::ask::statement::{Feat, MatchRef, Minutes, Says, Subject, When};
use byline_record::{EditionId, Record};
use serde_json::{Map, Value as Json, json};

/// The kind of a statement: the word of its variant.
pub(crate) fn kind(says: &Says) -> &'static str {
    match says {
        Says::Score { .. } => "score",
        Says::Outcome { .. } => "outcome",
        Says::Goal { .. } => "goal",
        Says::Penalty { .. } => "penalty",
        Says::ShootOut { .. } => "shootout",
        Says::ShootOutKick { .. } => "shootout_kick",
        Says::Card { .. } => "card",
        Says::StageReached { .. } => "stage_reached",
        Says::NextMatch { .. } => "next_match",
        Says::GroupPosition { .. } => "group_position",
        Says::Honours { .. } => "honours",
        Says::HeadToHead { .. } => "head_to_head",
        Says::Tally { .. } => "tally",
        Says::Streak { .. } => "streak",
        Says::Occasion { .. } => "occasion",
        Says::Superlative { .. } => "superlative",
        Says::Venue { .. } => "venue",
        Says::Date { .. } => "date",
        Says::Role { .. } => "role",
    }
}

/// The name of a value without fields, in small letters and underscores: `PenaltiesMissed` is `penalties_missed`.
pub(super) fn word(value: &impl Debug) -> Json {
    let name = format!("{value:?}");
    let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
    let mut word = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(letter.to_ascii_lowercase());
    }
    json!(word)
}

fn optional_word<T: Debug>(value: Option<&T>) -> Json {
    value.map_or(Json::Null, word)
}

/// Writes names for identifiers.
struct Namer<'r>(&'r Record);

impl Namer<'_> {
    fn team(&self, id: Option<byline_record::TeamId>) -> Json {
        json!(id.map(|id| self.0.team(id).display_name()))
    }

    fn person(&self, id: Option<byline_record::PersonId>) -> Json {
        json!(id.map(|id| self.0.person(id).name.to_string()))
    }

    fn competition(&self, id: Option<byline_record::CompetitionId>) -> Json {
        json!(id.map(|id| self.0.competition(id).name.to_string()))
    }

    fn edition(&self, id: Option<EditionId>) -> Json {
        json!(id.map(|id| {
            let edition = self.0.edition(id);
            format!("{} {}", self.0.competition(edition.competition).name, edition.label)
        }))
    }

    fn subject(&self, subject: Option<Subject>) -> Json {
        match subject {
            None => Json::Null,
            Some(Subject::Person(id)) => self.person(Some(id)),
            Some(Subject::Team(id)) => self.team(Some(id)),
        }
    }

    fn when(&self, when: &When) -> Json {
        json!({
            "date": when.date.map(|date| date.to_string()),
            "year": when.year,
            "edition": self.edition(when.edition),
            "weekday": when.weekday.map(crate::print::weekday),
        })
    }

    fn at(&self, at: &MatchRef) -> Json {
        json!({
            "team": self.team(at.team),
            "opponent": self.team(at.opponent),
            "when": self.when(&at.when),
            "competition": self.competition(at.competition),
            "stage": at.stage.map(byline_record::StageKind::name),
            "which": word(&at.which),
        })
    }

    fn feat(&self, feat: &Feat) -> Json {
        let mut fields = Map::new();
        fields.insert("feat".to_owned(), word(feat));
        match feat {
            Feat::WinTitle(id) | Feat::RetainTitle(id) | Feat::WinAsHosts(id) | Feat::TakePart(id) | Feat::Host(id) => {
                fields.insert("competition".to_owned(), self.competition(Some(*id)));
            }
            Feat::ReachStage(id, stage) | Feat::MissStage(id, stage) => {
                fields.insert("competition".to_owned(), self.competition(Some(*id)));
                fields.insert("stage".to_owned(), json!(stage.name()));
            }
            Feat::Beat(id) | Feat::LoseTo(id) | Feat::DrawWith(id) => {
                fields.insert("opponent".to_owned(), self.team(*id));
            }
            Feat::Meet(id) => {
                fields.insert("opponent".to_owned(), self.team(Some(*id)));
            }
            Feat::WinBy(goals) => {
                fields.insert("goals".to_owned(), json!(goals));
            }
            _ => {}
        }
        Json::Object(fields)
    }
}

fn minutes(minutes: Option<&Minutes>) -> Json {
    minutes.map_or(Json::Null, |minutes| json!([minutes.from.to_string(), minutes.to.to_string()]))
}

fn goals(score: Option<(u8, u8)>) -> Json {
    json!(score.map(|(own, other)| [own, other]))
}

/// The fields of a statement, by the names of its typed form.
pub(crate) fn fields(says: &Says, record: &Record) -> Map<String, Json> {
    let names = Namer(record);
    let object = match says {
        Says::Score { at, score, point } => {
            json!({ "match": names.at(at), "score": goals(*score), "at": word(point) })
        }
        Says::Outcome { at, outcome, strictness } => json!({
            "match": names.at(at), "outcome": optional_word(outcome.as_ref()), "strictness": word(strictness),
        }),
        Says::Goal { at, scorer, minutes: when, kind, order, count } => json!({
            "match": names.at(at), "scorer": names.person(*scorer), "minutes": minutes(when.as_ref()),
            "kind": optional_word(kind.as_ref()), "order": optional_word(order.as_ref()), "count": count,
        }),
        Says::Penalty { at, taker, keeper, fate, minutes: when, given, count } => json!({
            "match": names.at(at), "taker": names.person(*taker), "keeper": names.person(*keeper),
            "fate": optional_word(fate.as_ref()), "minutes": minutes(when.as_ref()), "given": minutes(given.as_ref()),
            "count": count,
        }),
        Says::ShootOut { at, won, score } => json!({ "match": names.at(at), "won": won, "score": goals(*score) }),
        Says::ShootOutKick { at, taker, order, last, fate } => json!({
            "match": names.at(at), "taker": names.person(*taker), "order": order, "last": last,
            "fate": optional_word(fate.as_ref()),
        }),
        Says::Card { at, player, card, minutes: when } => json!({
            "match": names.at(at), "player": names.person(*player), "card": word(card),
            "minutes": minutes(when.as_ref()),
        }),
        Says::StageReached { team, edition, stage, exactly } => json!({
            "team": names.team(*team), "edition": names.edition(*edition),
            "stage": stage.map(byline_record::StageKind::name), "exactly": exactly,
        }),
        Says::NextMatch { team, after, opponent, when, stage } => json!({
            "team": names.team(Some(*team)), "after": after.map(|date| date.to_string()),
            "opponent": names.team(*opponent), "when": names.when(when),
            "stage": stage.map(byline_record::StageKind::name),
        }),
        Says::GroupPosition { team, edition, group, position } => json!({
            "team": names.team(*team), "edition": names.edition(*edition), "group": group, "position": position,
        }),
        Says::Honours { team, honour, competition, edition } => json!({
            "team": names.team(*team), "honour": word(honour), "competition": names.competition(*competition),
            "edition": names.edition(*edition),
        }),
        Says::HeadToHead { team, opponent, played, won, drawn, lost } => json!({
            "team": names.team(Some(*team)), "opponent": names.team(Some(*opponent)), "played": played, "won": won,
            "drawn": drawn, "lost": lost,
        }),
        Says::Tally { what, whose, against, count } => json!({
            "what": word(what), "whose": names.subject(Some(*whose)), "against": names.team(*against), "count": count,
        }),
        Says::Streak { team, kind, which, length } => json!({
            "team": names.team(*team), "kind": word(kind), "which": word(which), "length": length,
        }),
        Says::Occasion { feat, whose, occurrence, when, since, prospective } => json!({
            "feat": names.feat(feat), "whose": names.subject(*whose), "occurrence": word(occurrence),
            "when": names.when(when),
            "since": since.as_ref().map(|(who, when)| json!({
                "whose": names.subject(*who), "when": names.when(when),
            })),
            "prospective": prospective,
        }),
        Says::Superlative { record, holder, own, value } => json!({
            "record": word(record), "holder": names.subject(*holder), "own": own, "value": value,
        }),
        Says::Venue { at, place } => json!({ "match": names.at(at), "place": place }),
        Says::Date { at, date, weekday, zone } => json!({
            "match": names.at(at), "date": date.map(|date| date.to_string()),
            "weekday": weekday.map(crate::print::weekday), "zone_minutes": zone,
        }),
        Says::Role { at, role, person } => json!({
            "match": names.at(at), "role": word(role), "person": names.person(*person),
        }),
    };
    match object {
        Json::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// The fields of a scope.
pub(crate) fn scope_fields(scope: &Scope, record: &Record) -> Map<String, Json> {
    let names = Namer(record);
    let object = json!({
        "sex": word(&scope.sex),
        "competitions": scope.competitions.iter().map(|&id| names.competition(Some(id))).collect::<Vec<_>>(),
        "confederation": scope.confederation,
        "edition": names.edition(scope.edition),
        "stage": scope.stage.map(byline_record::StageKind::name),
        "knock_out_only": scope.knock_out_only,
        "competitive_only": scope.competitive_only,
        "class": scope.class.map(byline_record::CompetitionClass::key),
        "ground": word(&scope.ground),
        "from_year": scope.from_year,
        "to_year": scope.to_year,
        "shootout_counts_as": word(&scope.shoot_out),
        "predecessors_count": scope.predecessors,
    });
    match object {
        Json::Object(fields) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use byline_record::ask::statement::Countable;

    #[test]
    fn words_are_names_in_small_letters() {
        assert_eq!(word(&Countable::PenaltiesMissed), json!("penalties_missed"));
        assert_eq!(word(&Feat::WinBy(3)), json!("win_by"));
    }
}
