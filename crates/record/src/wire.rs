//! Compact forms of dates for the store's snapshot.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

fn pack(date: Date) -> i32 {
    (i32::from(date.year()) * 16 + i32::from(date.month())) * 32 + i32::from(date.day())
}

fn unpack(packed: i32) -> Option<Date> {
    let (months, day) = (packed.div_euclid(32), packed.rem_euclid(32));
    let (year, month) = (months.div_euclid(16), months.rem_euclid(16));
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A date as one number.
pub(crate) mod date {
    use super::{Date, Deserialize, Deserializer, Serialize, Serializer, pack, unpack};
    use serde::de::Error as _;

    pub(crate) fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        pack(*date).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        unpack(i32::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no such date"))
    }
}

/// A date that may be missing.
pub(crate) mod optional_date {
    use super::{Date, Deserialize, Deserializer, Serialize, Serializer, pack, unpack_optional};

    pub(crate) fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(pack).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        unpack_optional::<D>(Option::<i32>::deserialize(deserializer)?)
    }
}

fn unpack_optional<'de, D: Deserializer<'de>>(packed: Option<i32>) -> Result<Option<Date>, D::Error> {
    packed.map(|packed| unpack(packed).ok_or_else(|| D::Error::custom("no such date"))).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_back() {
        for date in [jiff::civil::date(1872, 11, 30), jiff::civil::date(2026, 7, 19), Date::MIN, Date::MAX] {
            assert_eq!(unpack(pack(date)), Some(date));
        }
    }
}
