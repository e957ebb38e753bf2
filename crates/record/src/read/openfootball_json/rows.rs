//! The rows of openfootball's JSON as they are written, borrowing from the file.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::read::scan::{Fault, Parsed};
use crate::{Clock, EventKind, Penalty, PenaltyOutcome};

/// Text of the file, borrowed where it has no escapes.
#[derive(Debug, Deserialize)]
pub(super) struct Text<'t>(#[serde(borrow)] Cow<'t, str>);

impl<'t> Text<'t> {
    /// The part of the file it is, to say where; none if it had escapes.
    pub(super) const fn place(&self) -> &'t str {
        match &self.0 {
            Cow::Borrowed(text) => text,
            Cow::Owned(_) => "",
        }
    }
}

impl std::ops::Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// An edition, or a file beside one.
#[derive(Deserialize)]
pub(super) struct EditionRow<'t> {
    #[serde(borrow)]
    pub(super) name: Text<'t>,
    #[serde(borrow, default)]
    pub(super) matches: Vec<MatchRow<'t>>,
    #[serde(borrow, default)]
    pub(super) groups: Vec<GroupRow<'t>>,
    #[serde(default)]
    pub(super) stadiums: Vec<serde::de::IgnoredAny>,
    #[serde(default)]
    pub(super) teams: Vec<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
pub(super) struct MatchRow<'t> {
    #[serde(borrow)]
    pub(super) round: Option<Text<'t>>,
    pub(super) num: Option<u32>,
    #[serde(borrow)]
    pub(super) date: Option<Text<'t>>,
    #[serde(borrow)]
    pub(super) time: Option<Text<'t>>,
    #[serde(borrow)]
    pub(super) time_local: Option<Text<'t>>,
    #[serde(borrow)]
    pub(super) team1: TeamName<'t>,
    #[serde(borrow)]
    pub(super) team2: TeamName<'t>,
    pub(super) score: Option<ScoreRow>,
    #[serde(borrow)]
    pub(super) status: Option<Text<'t>>,
    #[serde(borrow)]
    pub(super) goals1: Option<Vec<GoalRow<'t>>>,
    #[serde(borrow)]
    pub(super) goals2: Option<Vec<GoalRow<'t>>>,
    #[serde(borrow)]
    pub(super) group: Option<Text<'t>>,
    #[serde(borrow)]
    pub(super) ground: Option<Text<'t>>,
}

#[derive(Deserialize)]
pub(super) struct GoalRow<'t> {
    #[serde(borrow)]
    pub(super) name: Text<'t>,
    #[serde(borrow)]
    pub(super) minute: Option<MinuteValue<'t>>,
    pub(super) offset: Option<u8>,
    pub(super) penalty: Option<bool>,
    pub(super) owngoal: Option<bool>,
}

#[derive(Deserialize)]
pub(super) struct GroupRow<'t> {
    #[serde(borrow)]
    pub(super) name: Text<'t>,
    #[serde(borrow, default)]
    pub(super) teams: Vec<TeamName<'t>>,
    #[serde(borrow, default)]
    pub(super) standings: Vec<StandingRow<'t>>,
}

#[derive(Deserialize)]
pub(super) struct StandingRow<'t> {
    pub(super) pos: u16,
    #[serde(borrow)]
    pub(super) team: TeamName<'t>,
}

/// A team of a list without an edition; with players it is a squad.
#[derive(Deserialize)]
pub(super) struct SquadRow<'t> {
    #[serde(borrow)]
    pub(super) name: Text<'t>,
    #[serde(borrow, default)]
    pub(super) players: Vec<PlayerRow<'t>>,
}

#[derive(Deserialize)]
pub(super) struct PlayerRow<'t> {
    #[serde(borrow)]
    pub(super) name: Text<'t>,
    #[serde(borrow)]
    pub(super) date_of_birth: Option<Text<'t>>,
}

/// A minute as a number, or as text with added time.
pub(super) enum MinuteValue<'t> {
    Number(u64),
    Text(Text<'t>),
}

impl<'de: 't, 't> Deserialize<'de> for MinuteValue<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Minutes;
        impl<'de> Visitor<'de> for Minutes {
            type Value = MinuteValue<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a minute, 84 or \"90+4\"")
            }

            fn visit_u64<E>(self, minute: u64) -> Result<Self::Value, E> {
                Ok(MinuteValue::Number(minute))
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(MinuteValue::Text(Text(Cow::Borrowed(text))))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(MinuteValue::Text(Text(Cow::Owned(text.to_owned()))))
            }
        }
        deserializer.deserialize_any(Minutes)
    }
}

/// A team by name, or as an object that has the name.
pub(super) struct TeamName<'t>(pub(super) Text<'t>);

impl<'de: 't, 't> Deserialize<'de> for TeamName<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Named<'t> {
            #[serde(borrow)]
            name: Text<'t>,
        }
        struct Names;
        impl<'de> Visitor<'de> for Names {
            type Value = TeamName<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a team's name")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(TeamName(Text(Cow::Borrowed(text))))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(TeamName(Text(Cow::Owned(text.to_owned()))))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Named::deserialize(MapAccessDeserializer::new(map)).map(|named| TeamName(named.name))
            }
        }
        deserializer.deserialize_any(Names)
    }
}

/// A score by stages, or as a bare pair.
#[derive(Default)]
pub(super) struct ScoreRow {
    pub(super) half_time: Option<[u8; 2]>,
    pub(super) full_time: Option<[u8; 2]>,
    pub(super) extra_time: Option<[u8; 2]>,
    pub(super) shoot_out: Option<[u8; 2]>,
}

impl<'de> Deserialize<'de> for ScoreRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Stages {
            ht: Option<[u8; 2]>,
            ft: Option<[u8; 2]>,
            et: Option<[u8; 2]>,
            p: Option<[u8; 2]>,
        }
        struct Scores;
        impl<'de> Visitor<'de> for Scores {
            type Value = ScoreRow;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a score, {\"ft\": [2, 1]} or [2, 1]")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let short = |count| A::Error::invalid_length(count, &"two numbers");
                let home = seq.next_element()?.ok_or_else(|| short(0))?;
                let away = seq.next_element()?.ok_or_else(|| short(1))?;
                match seq.next_element::<serde::de::IgnoredAny>()? {
                    None => Ok(ScoreRow { full_time: Some([home, away]), ..ScoreRow::default() }),
                    Some(_) => Err(short(3)),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let Stages { ht, ft, et, p } = Stages::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ScoreRow { half_time: ht, full_time: ft, extra_time: et, shoot_out: p })
            }
        }
        deserializer.deserialize_any(Scores)
    }
}

impl<'t> GoalRow<'t> {
    /// The minute, with added time.
    pub(super) fn clock(&self) -> Parsed<'t, Option<Clock>> {
        let clock = match &self.minute {
            None => return Ok(None),
            Some(MinuteValue::Number(minute)) => u8::try_from(*minute).ok().and_then(|minute| {
                // The clock of extra time that runs on: 121 is the first minute added to it.
                let run_on = minute.saturating_sub(120);
                Clock::with_added(minute - run_on, self.offset.unwrap_or(0).saturating_add(run_on)).ok()
            }),
            Some(MinuteValue::Text(text)) => text.parse().ok(),
        };
        let written = || match &self.minute {
            Some(MinuteValue::Text(text)) => text.to_string(),
            Some(MinuteValue::Number(minute)) => match self.offset {
                Some(offset) => format!("{minute}+{offset}"),
                None => minute.to_string(),
            },
            None => String::new(),
        };
        clock.map(Some).ok_or_else(|| {
            Fault::new(
                self.name.place(),
                format!("minute `{}` of a goal by {}", written(), &*self.name),
                "1 to 120, with added time after 45, 90, 105 or 120",
            )
        })
    }

    /// What kind of goal.
    pub(super) fn kind(&self) -> EventKind<Box<str>> {
        if self.owngoal == Some(true) {
            EventKind::OwnGoal
        } else if self.penalty == Some(true) {
            let outcome = PenaltyOutcome::Scored;
            EventKind::Penalty(Penalty::of(outcome))
        } else {
            EventKind::Goal
        }
    }
}
