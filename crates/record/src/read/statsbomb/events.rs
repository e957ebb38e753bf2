//! The shape of an event file, streamed: one JSON array of a few thousand events. Nine in ten are passes, carries
//! and the like, which nothing is kept of; those are skipped as soon as their type is known.

use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::story::Story;
use crate::ReadError;
use crate::claim::Claims;
use crate::read::json::Text;
use crate::read::{json_error, text};

/// Reads the events of one match.
///
/// The side whose `Starting XI` comes first is the home side: the files list it so. The file says neither date nor
/// competition nor its own match identifier, which is in the file's name, nor whether clubs or national sides play;
/// the kind of team is left at its default. A penalty that was ordered to be taken again is told only once.
///
/// # Errors
/// At the place where the bytes are not UTF-8 JSON, end early, or are not the events of a match of two teams.
pub fn read_events(bytes: &[u8]) -> Result<Claims, ReadError> {
    let text = text(bytes)?;
    let mut json = serde_json::Deserializer::from_str(text);
    json.deserialize_seq(Events)
        .and_then(|claims| json.end().map(|()| claims))
        .map_err(|error| json_error(&error, "the rest of the events and the closing `]`"))
}

/// The whole file.
struct Events;

impl<'de> Visitor<'de> for Events {
    type Value = Claims;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of StatsBomb events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut events: A) -> Result<Claims, A::Error> {
        let mut story = Story::default();
        let mut rows = 0;
        while events.next_element_seed(OneEvent(&mut story))?.is_some() {
            rows += 1;
        }
        story.into_claims(rows)
    }
}

/// An event of a type that matters.
#[derive(Default)]
pub(super) struct Event<'a> {
    pub(super) id: Text<'a>,
    pub(super) period: u8,
    pub(super) minute: u16,
    pub(super) kind: Kind,
    pub(super) team: Text<'a>,
    pub(super) player: Option<Text<'a>>,
    pub(super) position: Text<'a>,
    pub(super) location: Option<Vec<f32>>,
    pub(super) related: Vec<Text<'a>>,
    pub(super) tactics: Option<Tactics<'a>>,
    pub(super) shot: Option<Shot<'a>>,
    pub(super) goalkeeper: Option<Goalkeeper<'a>>,
    pub(super) substitution: Option<Substitution<'a>>,
    pub(super) foul: Option<Foul<'a>>,
}

/// Types of event that matter.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    StartingEleven,
    TacticalShift,
    Shot,
    GoalKeeper,
    OwnGoalAgainst,
    OwnGoalFor,
    Substitution,
    FoulCommitted,
    FoulWon,
    BadBehaviour,
    HalfEnd,
    /// Anything else, or no type at all.
    #[default]
    Other,
}

impl Kind {
    fn read(name: &str) -> Self {
        match name {
            "Starting XI" => Self::StartingEleven,
            "Tactical Shift" => Self::TacticalShift,
            "Shot" => Self::Shot,
            "Goal Keeper" => Self::GoalKeeper,
            "Own Goal Against" => Self::OwnGoalAgainst,
            "Own Goal For" => Self::OwnGoalFor,
            "Substitution" => Self::Substitution,
            "Foul Committed" => Self::FoulCommitted,
            "Foul Won" => Self::FoulWon,
            "Bad Behaviour" => Self::BadBehaviour,
            "Half End" => Self::HalfEnd,
            _ => Self::Other,
        }
    }
}

/// Anything the files give as identifier and name.
#[derive(Default, Deserialize)]
pub(super) struct Named<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
}

#[derive(Deserialize)]
pub(super) struct Tactics<'a> {
    #[serde(borrow, default)]
    pub(super) lineup: Vec<InLineUp<'a>>,
}

#[derive(Deserialize)]
pub(super) struct InLineUp<'a> {
    #[serde(borrow)]
    pub(super) player: Named<'a>,
    #[serde(borrow)]
    pub(super) position: Named<'a>,
}

#[derive(Deserialize)]
pub(super) struct Shot<'a> {
    #[serde(borrow, rename = "type")]
    pub(super) kind: Named<'a>,
    #[serde(borrow)]
    pub(super) outcome: Named<'a>,
    #[serde(borrow, default)]
    pub(super) body_part: Named<'a>,
    #[serde(default)]
    pub(super) end_location: Vec<f32>,
}

#[derive(Deserialize)]
pub(super) struct Goalkeeper<'a> {
    #[serde(borrow, default)]
    pub(super) technique: Named<'a>,
    #[serde(default)]
    pub(super) end_location: Option<Vec<f32>>,
}

#[derive(Deserialize)]
pub(super) struct Substitution<'a> {
    #[serde(borrow)]
    pub(super) replacement: Named<'a>,
}

/// What `foul_committed`, `foul_won` and `bad_behaviour` have in common.
#[derive(Deserialize)]
pub(super) struct Foul<'a> {
    #[serde(default)]
    pub(super) penalty: bool,
    #[serde(borrow, default)]
    pub(super) card: Option<Named<'a>>,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Id,
    Period,
    Minute,
    Type,
    Team,
    Player,
    Position,
    Location,
    RelatedEvents,
    Tactics,
    Shot,
    Goalkeeper,
    Substitution,
    FoulCommitted,
    FoulWon,
    BadBehaviour,
    #[serde(other)]
    Other,
}

/// One event, told to the story while the parser still stands at its end, so that what is wrong with it has its place.
struct OneEvent<'s, 'a>(&'s mut Story<'a>);

impl<'de> DeserializeSeed<'de> for OneEvent<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneEvent<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a StatsBomb event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut event = Event::default();
        while let Some(field) = members.next_key()? {
            match field {
                Field::Id => event.id = members.next_value()?,
                Field::Period => event.period = members.next_value()?,
                Field::Minute => event.minute = members.next_value()?,
                Field::Type => {
                    event.kind = Kind::read(members.next_value::<Named<'_>>()?.name.get());
                    if event.kind == Kind::Other {
                        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                        return Ok(());
                    }
                }
                Field::Team => event.team = members.next_value::<Named<'_>>()?.name,
                Field::Player => event.player = Some(members.next_value::<Named<'_>>()?.name),
                Field::Position => event.position = members.next_value::<Named<'_>>()?.name,
                Field::Location => event.location = members.next_value()?,
                Field::RelatedEvents => event.related = members.next_value()?,
                Field::Tactics => event.tactics = Some(members.next_value()?),
                Field::Shot => event.shot = Some(members.next_value()?),
                Field::Goalkeeper => event.goalkeeper = Some(members.next_value()?),
                Field::Substitution => event.substitution = Some(members.next_value()?),
                Field::FoulCommitted | Field::FoulWon | Field::BadBehaviour => {
                    event.foul = Some(members.next_value()?);
                }
                Field::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        if event.kind == Kind::Other { Ok(()) } else { self.0.tell(event) }
    }
}
