//! Which stage or venue is meant.

use super::error::{Candidate, Entity, NameError, NameErrorKind, What};
use super::{Context, Names};
use crate::{Stage, StageKind, Venue, VenueId, fold};

/// Grounds a text can mean. Sources write one ground in several ways, each a venue of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grounds {
    /// One ground, under all the ways it is written.
    Ground(Vec<VenueId>),
    /// Every ground of a city or town.
    City(Vec<VenueId>),
    /// Every ground of a country.
    Country(Vec<VenueId>),
}

impl Grounds {
    /// The venues of the record.
    #[must_use]
    pub fn venues(&self) -> &[VenueId] {
        let (Self::Ground(venues) | Self::City(venues) | Self::Country(venues)) = self;
        venues
    }
}

/// What a venue and its parts are called, folded.
#[derive(Debug)]
pub(super) struct VenueNames {
    id: VenueId,
    stadium: Option<String>,
    city: Option<String>,
    country: Option<String>,
    whole: String,
}

/// Words of a ground's name that do not tell it from others.
const GENERIC: [&str; 12] = [
    "the",
    "stadium",
    "stadion",
    "stadio",
    "estadio",
    "stade",
    "stadionul",
    "arena",
    "ground",
    "olympic",
    "national",
    "park",
];

/// Cities as they are or were written elsewhere, folded, and as the record has them.
const EXONYMS: &[(&str, &str)] = &[
    ("basle", "basel"),
    ("berne", "bern"),
    ("brugge", "bruges"),
    ("chonju", "jeonju"),
    ("corunna", "a coruna"),
    ("ekaterinburg", "yekaterinburg"),
    ("goteborg", "gothenburg"),
    ("hannover", "hanover"),
    ("inchon", "incheon"),
    ("kharkov", "kharkiv"),
    ("kiev", "kyiv"),
    ("koln", "cologne"),
    ("kwangju", "gwangju"),
    ("la coruna", "a coruna"),
    ("la corunna", "a coruna"),
    ("lvov", "lviv"),
    ("lyons", "lyon"),
    ("marseilles", "marseille"),
    ("munchen", "munich"),
    ("nurnberg", "nuremberg"),
    ("oporto", "porto"),
    ("pusan", "busan"),
    ("saragossa", "zaragoza"),
    ("sevilla", "seville"),
    ("sogwipo", "seogwipo"),
    ("st denis", "saint denis"),
    ("st etienne", "saint etienne"),
    ("st petersburg", "saint petersburg"),
    ("taegu", "daegu"),
    ("taejon", "daejeon"),
    ("torino", "turin"),
];

/// What grounds are called beside the name the record has, folded: the name, theirs, and their city where another city
/// has a ground of that name.
const BYNAMES: &[(&str, &str, Option<&str>)] = &[
    ("aol arena", "volksparkstadion", None),
    ("artemio franchi", "stadio comunale", Some("florence")),
    ("awd arena", "niedersachsenstadion", None),
    ("baku olympic stadium", "olympic stadium", Some("baku")),
    ("betzenberg", "fritz walter stadion", None),
    ("big eye", "oita stadium", None),
    ("commerzbank arena", "waldstadion", None),
    ("della favorita", "stadio la favorita", None),
    ("feijenoord stadion", "de kuip", None),
    ("feyenoord stadium", "de kuip", None),
    ("gazprom arena", "krestovsky stadium", None),
    ("giuseppe meazza", "san siro", None),
    ("gottlieb daimler stadion", "neckarstadion", None),
    ("green point", "cape town stadium", None),
    ("green point stadium", "cape town stadium", None),
    ("groupama stadium", "parc olympique lyonnais", None),
    ("hypo arena", "worthersee stadion", None),
    ("itaquerao", "arena corinthians", None),
    ("malvinas argentinas", "estadio ciudad de mendoza", None),
    ("mane garrincha", "estadio nacional", Some("brasilia")),
    ("marassi", "stadio luigi ferraris", None),
    ("matmut atlantique", "nouveau stade de bordeaux", None),
    ("mestalla", "estadio luis casanova", None),
    ("nou camp", "camp nou", None),
    ("nou camp", "estadio nou camp", None),
    ("nya ullevi", "ullevi", None),
    ("parc ol", "parc olympique lyonnais", None),
    ("prater", "ernst happel stadion", None),
    ("renzo barbera", "stadio la favorita", None),
    ("sclessin", "stade maurice dufrasne", None),
    ("signal iduna park", "westfalenstadion", None),
    ("spartak stadium", "otkritie arena", None),
    ("stade bollaert", "stade bollaert delelis", None),
    ("stade bollaert", "stade felix bollaert", None),
    ("stade des lumieres", "parc olympique lyonnais", None),
    ("stadio flaminio", "stadio nazionale pnf", None),
    ("stadio giuseppe meazza", "san siro", None),
    ("stadion narodowy", "national stadium", Some("warsaw")),
    ("velez sarsfield", "estadio jose amalfitani", None),
    ("velodrome", "stade velodrome", None),
    ("veltins arena", "arena aufschalke", None),
    ("zenit arena", "krestovsky stadium", None),
];

/// What else a ground is called, folded; its own name and that of its city are folded too.
pub fn bynames_of(stadium: &str, city: Option<&str>) -> impl Iterator<Item = &'static str> {
    let own = BYNAMES.iter().filter(move |(_, name, of)| *name == stadium && of.is_none_or(|of| Some(of) == city));
    own.map(|(byname, ..)| *byname)
}

/// The name the record has for a city that is called by a folded name: `basel` of `basle`; any other name as it is.
#[must_use]
pub fn city_called(folded: &str) -> &str {
    EXONYMS.iter().find(|(other, _)| *other == folded).map_or(folded, |(_, city)| city)
}

impl Names<'_> {
    /// The stage a text names: `last eight`, `quarterfinals`, `the semis`, `Group B`.
    ///
    /// # Errors
    /// If no stage is so called.
    pub fn stage(&self, text: &str) -> Result<Stage, NameError> {
        let folded = fold(text);
        let bare = folded.strip_prefix("the ").unwrap_or(&folded);
        let bare = bare.strip_suffix(" stage").filter(|rest| StageKind::read(rest).is_some()).unwrap_or(bare);
        let known = match bare {
            "quarters" | "1 4 finals" | "1 4 final" => Some(Stage::of(StageKind::QuarterFinal)),
            "semis" | "1 2 finals" | "1 2 final" => Some(Stage::of(StageKind::SemiFinal)),
            "1 8 finals" | "1 8 final" | "eighth finals" => Some(Stage::of(StageKind::RoundOf16)),
            "1 16 finals" | "1 16 final" => Some(Stage::of(StageKind::RoundOf32)),
            "groups" | "pool stage" => Some(Stage::of(StageKind::Group)),
            "bronze medal match" | "bronze final" | "third place decider" => Some(Stage::of(StageKind::ThirdPlace)),
            // Commas tell parts of a heading apart, so it is read as it was written first.
            _ => Stage::read(text).or_else(|| Stage::read(bare)),
        };
        known.ok_or_else(|| {
            let near = crate::names::similar::nearest(bare, STAGES.iter().map(|kind| (kind.name(), kind.name())), 3);
            let candidates = near.into_iter().filter_map(|name| {
                let kind = STAGES.into_iter().find(|kind| kind.name() == name)?;
                Some(Candidate { name: name.to_owned(), detail: String::new(), id: Entity::Stage(kind) })
            });
            NameError {
                what: What::Stage,
                text: text.trim().to_owned(),
                kind: NameErrorKind::Unknown,
                candidates: candidates.collect(),
            }
        })
    }

    /// The grounds a text names: a stadium, `stadium, city`, a city, or a country.
    ///
    /// # Errors
    /// If the record has no such venue, or grounds of several cities bear the name.
    pub fn venue(&self, text: &str, _context: &Context) -> Result<Grounds, NameError> {
        let folded = fold(text);
        let wanted = folded.strip_prefix("the ").unwrap_or(&folded);
        let several = match self.grounds_called(wanted) {
            Some(Ok(found)) => return Ok(found),
            Some(Err(several)) => several,
            None => return Err(self.unknown_venue(text, wanted)),
        };
        Err(NameError {
            what: What::Venue,
            text: text.trim().to_owned(),
            kind: NameErrorKind::Ambiguous,
            candidates: several.into_iter().map(|id| self.venue_candidate(id)).collect(),
        })
    }

    /// The grounds a text names, as [`venue`](Self::venue) has it, where nobody asks what else could have been meant.
    #[must_use]
    pub fn grounds(&self, text: &str) -> Option<Grounds> {
        let folded = fold(text);
        self.grounds_called(folded.strip_prefix("the ").unwrap_or(&folded))?.ok()
    }

    /// The grounds of a folded name; or those of several cities that bear it.
    fn grounds_called(&self, wanted: &str) -> Option<Result<Grounds, Vec<VenueId>>> {
        let wanted = city_called(wanted);
        let called = |fits: &dyn Fn(&VenueNames, &str) -> bool| -> Vec<VenueId> {
            let with_stadium = self.venue_names().iter().filter_map(|names| Some((names, names.stadium.as_deref()?)));
            with_stadium.filter(|(names, stadium)| fits(names, stadium)).map(|(names, _)| names.id).collect()
        };
        let whole = called(&|names, stadium| {
            stadium == wanted
                || names.whole == wanted
                || bynames_of(stadium, names.city.as_deref()).any(|byname| byname == wanted)
                || wanted
                    .strip_prefix(stadium)
                    .is_some_and(|rest| !rest.is_empty() && rest.trim() == names.city.as_deref().unwrap_or_default())
        });
        let telling = match distinct(wanted).as_slice() {
            [] => Vec::new(),
            words => called(&|_, stadium| words.iter().all(|word| stadium.split(' ').any(|own| own == *word))),
        };
        // What is written just so, and the same ground written longer.
        let same = whole.iter().all(|id| telling.contains(id)) && self.one_ground(&telling);
        let written = if same { &telling } else { &whole };
        let in_place = |place: &dyn Fn(&VenueNames) -> Option<&str>| -> Vec<VenueId> {
            let here = |names: &&VenueNames| !wanted.is_empty() && place(names) == Some(wanted);
            self.venue_names().iter().filter(here).map(|names| names.id).collect()
        };
        let found = some(written.clone())
            .map(Grounds::Ground)
            .or_else(|| some(in_place(&|names| names.city.as_deref())).map(Grounds::City))
            .or_else(|| some(in_place(&|names| names.country.as_deref())).map(Grounds::Country))
            .or_else(|| some(telling).map(Grounds::Ground))?;
        Some(match found {
            Grounds::Ground(venues) if !self.one_ground(&venues) => Err(venues),
            found => Ok(found),
        })
    }

    fn venue_names(&self) -> &[VenueNames] {
        self.venues.get_or_init(|| {
            let part = |part: &Option<Box<str>>| part.as_deref().map(fold);
            let names = |(id, venue): (VenueId, &Venue)| VenueNames {
                id,
                stadium: part(&venue.stadium),
                city: part(&venue.city),
                country: part(&venue.country),
                whole: fold(&venue.to_string()),
            };
            (0..).map(VenueId::from_index).zip(&self.record.venues).map(names).collect()
        })
    }

    /// Whether venues can be one ground: no two of them in cities of different names, and names that hold each other.
    fn one_ground(&self, venues: &[VenueId]) -> bool {
        let named = || venues.iter().filter_map(|id| self.venue_names().get(id.index()));
        let mut cities: Vec<&str> = named().filter_map(|names| names.city.as_deref()).collect();
        cities.sort_unstable();
        cities.dedup();
        let stadiums = named().filter_map(|names| names.stadium.as_deref());
        let mut stadiums: Vec<String> = stadiums.map(|stadium| distinct(stadium).join(" ")).collect();
        stadiums.sort_unstable_by_key(String::len);
        let held = stadiums.windows(2).all(|pair| matches!(pair, [short, long] if has_words(long, short)));
        cities.len() <= 1 && held
    }

    fn venue_candidate(&self, id: VenueId) -> Candidate {
        Candidate { name: self.record.venue(id).to_string(), detail: String::new(), id: Entity::Venue(id) }
    }

    fn unknown_venue(&self, text: &str, wanted: &str) -> NameError {
        let ids = (0..self.record.venues.len()).map(VenueId::from_index);
        let printed: Vec<(VenueId, String)> = ids.map(|id| (id, self.record.venue(id).to_string())).collect();
        let spelled = printed.iter().flat_map(|(id, name)| {
            let venue = self.record.venue(*id);
            [&venue.stadium, &venue.city].into_iter().flatten().map(move |part| (&**part, name.as_str()))
        });
        let near = crate::names::similar::nearest(wanted, spelled, 4);
        let candidates = near
            .into_iter()
            .filter_map(|name| printed.iter().find(|(_, printed)| printed == name))
            .map(|(id, _)| self.venue_candidate(*id));
        NameError {
            what: What::Venue,
            text: text.trim().to_owned(),
            kind: NameErrorKind::Unknown,
            candidates: candidates.collect(),
        }
    }
}

const STAGES: [StageKind; 12] = [
    StageKind::Qualifying,
    StageKind::League,
    StageKind::Group,
    StageKind::FirstRound,
    StageKind::SecondGroup,
    StageKind::RoundOf32,
    StageKind::RoundOf16,
    StageKind::QuarterFinal,
    StageKind::SemiFinal,
    StageKind::ThirdPlace,
    StageKind::FinalRound,
    StageKind::Final,
];

fn some(venues: Vec<VenueId>) -> Option<Vec<VenueId>> {
    (!venues.is_empty()).then_some(venues)
}

/// Words of a folded name that tell a ground from others.
fn distinct(folded: &str) -> Vec<&str> {
    folded.split(' ').filter(|word| !word.is_empty() && !GENERIC.contains(word)).collect()
}

/// Whether every telling word of `wanted` is a word of `name`.
fn has_words(name: &str, wanted: &str) -> bool {
    distinct(wanted).iter().all(|word| name.split(' ').any(|own| own == *word))
}

#[cfg(test)]
mod tests {
    use super::super::testing::record;
    use super::*;

    #[test]
    fn stages_in_the_words_of_the_press() {
        let record = record();
        let names = Names::new(&record);
        for (written, printed) in [
            ("last eight", "quarter-final"),
            ("the quarterfinals", "quarter-final"),
            ("quarter-final stage", "quarter-final"),
            ("Semis", "semi-final"),
            ("the last-16", "round of 16"),
            ("Group B", "group B"),
            ("Second group stage, Group 1", "second group stage, group 1"),
            ("third-place play-off", "third-place match"),
            ("the group stage", "group stage"),
            ("1/8 finals", "round of 16"),
        ] {
            assert_eq!(names.stage(written).map(|stage| stage.to_string()), Ok(printed.to_owned()), "{written}");
        }
        let error = names.stage("quarter-finel").unwrap_err();
        assert_eq!(error.to_string(), "no stage is called `quarter-finel`; nearest: quarter-final");
        assert!(names.stage("").is_err());
    }

    #[test]
    fn grounds_and_the_places_they_stand_in() {
        let record = record();
        let names = Names::new(&record);
        let printed = |text: &str| {
            let found = names.venue(text, &Context::default());
            found.map(|found| found.venues().iter().map(|&id| record.venue(id).to_string()).collect::<Vec<_>>())
        };
        assert_eq!(printed("Al Bayt").unwrap(), ["Al Bayt Stadium, Al Khor, Qatar"]);
        assert_eq!(printed("al bayt stadium, al khor").unwrap(), ["Al Bayt Stadium, Al Khor, Qatar"]);
        assert_eq!(printed("Wembley").unwrap(), ["Wembley Stadium, London", "Wembley, London, England"]);
        assert_eq!(printed("saint denis").unwrap(), ["Stade de France, Saint-Denis"]);
        assert!(matches!(names.venue("London", &Context::default()), Ok(Grounds::City(_))));
        assert!(matches!(names.venue("England", &Context::default()), Ok(Grounds::Country(_))));
        let error = names.venue("Estadio Azteka", &Context::default()).unwrap_err();
        assert_eq!(error.to_string(), "no venue is called `Estadio Azteka`; nearest: Estadio Azteca, Mexico City");
        assert!(names.venue("stadium", &Context::default()).is_err());
        assert!(names.venue("", &Context::default()).is_err());
    }

    #[test]
    fn grounds_and_cities_by_their_other_names() {
        let record = crate::builtin::record().unwrap();
        let names = Names::new(&record);
        let of = |text: &str| names.grounds(text).map(|found| record.venue(found.venues()[0]).to_string());
        assert_eq!(of("Signal Iduna Park").as_deref(), Some("Westfalenstadion, Dortmund, West Germany"));
        assert_eq!(of("the Itaquerão").as_deref(), Some("Arena Corinthians, São Paulo, Brazil"));
        assert!(of("Nou Camp").is_none(), "in Barcelona and in León");
        assert!(matches!(names.grounds("Kiev"), Some(Grounds::City(_))));
        // None of the lists names what the record no longer has.
        let known = |is: &dyn Fn(&VenueNames) -> bool| names.venue_names().iter().any(is);
        for (byname, stadium, city) in BYNAMES {
            let is = |of: &VenueNames| {
                of.stadium.as_deref() == Some(stadium) && city.is_none_or(|city| of.city.as_deref() == Some(city))
            };
            assert!(known(&is), "{byname}: no {stadium}");
        }
        for (other, city) in EXONYMS {
            assert!(known(&|of: &VenueNames| of.city.as_deref() == Some(city)), "{other}: no {city}");
        }
    }
}
