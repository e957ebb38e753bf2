//! Names that are other words too. In running text they count only where something speaks for the name.

/// Names and demonyms that are English words in lower case: `turkey`, `polish`, `nice`.
const LOWER_CASE: [&str; 18] = [
    "chad", "china", "dane", "danes", "finn", "finns", "french", "jersey", "pole", "poles", "polish", "roma", "sark",
    "scotch", "swede", "swedes", "swiss", "turkey",
];

/// Codes that are English words, which a writer may stress: `this AND that`.
const CODES: [&str; 22] = [
    "and", "ant", "are", "ban", "cam", "can", "cod", "com", "dom", "fin", "gin", "jam", "lie", "mac", "mad", "nor",
    "pan", "per", "sam", "sin", "tan", "van",
];

/// Nicknames of teams that are plain words, or as good as: they name a team only where it is in question.
const NICKNAMES: [&str; 50] = [
    "barea",
    "blazers",
    "blue family",
    "blue wave",
    "blueshirts",
    "celeste",
    "cedars",
    "cheetahs",
    "coelacanths",
    "cranes",
    "crocodiles",
    "crusaders",
    "dragons",
    "eagles",
    "elephants",
    "ferns",
    "flames",
    "golden army",
    "golden team",
    "grenadiers",
    "jaguars",
    "kulas",
    "leopards",
    "lions",
    "lynxes",
    "mambas",
    "maroons",
    "mena",
    "mulan",
    "natio",
    "nati",
    "oranje boven",
    "panthers",
    "pharaohs",
    "pirates",
    "scorchers",
    "scorpions",
    "sokoli",
    "sparrowhawks",
    "squirrels",
    "stallions",
    "stars",
    "swallows",
    "titani",
    "tricolors",
    "warriors",
    "wasps",
    "wild beasts",
    "wild dogs",
    "zebras",
];

/// Competitions that are words without a capital or alone: `euros` are money, a crowd is friendly.
const COMPETITIONS: [&str; 4] = ["championship", "euro", "euros", "friendly"];

/// Words a newspaper writes with a capital at the head of a sentence, and days, months and titles, that are surnames
/// too: nobody is meant by them where nothing else speaks for it.
const SURNAMES: [&str; 96] = [
    "a",
    "all",
    "and",
    "april",
    "august",
    "ball",
    "banks",
    "barnes",
    "bell",
    "best",
    "bird",
    "black",
    "both",
    "bright",
    "brown",
    "butler",
    "can",
    "carry",
    "close",
    "coach",
    "cook",
    "could",
    "cross",
    "cup",
    "day",
    "did",
    "do",
    "early",
    "english",
    "even",
    "fast",
    "field",
    "final",
    "first",
    "fish",
    "fox",
    "free",
    "french",
    "friday",
    "gold",
    "good",
    "gray",
    "green",
    "group",
    "he",
    "hill",
    "how",
    "hunt",
    "if",
    "in",
    "is",
    "june",
    "king",
    "law",
    "little",
    "long",
    "love",
    "man",
    "march",
    "may",
    "monday",
    "moon",
    "more",
    "most",
    "new",
    "no",
    "on",
    "one",
    "page",
    "park",
    "rice",
    "rose",
    "rush",
    "saturday",
    "short",
    "so",
    "stones",
    "strong",
    "sunday",
    "the",
    "they",
    "thursday",
    "tuesday",
    "walker",
    "wall",
    "wednesday",
    "what",
    "when",
    "which",
    "white",
    "who",
    "will",
    "winner",
    "wise",
    "young",
    "younger",
];

/// What a person is called before the surname.
const TITLES: [&str; 24] = [
    "boss",
    "captain",
    "coach",
    "dame",
    "defender",
    "dr",
    "forward",
    "goalkeeper",
    "keeper",
    "king",
    "lord",
    "manager",
    "midfielder",
    "miss",
    "mr",
    "mrs",
    "president",
    "prince",
    "referee",
    "sir",
    "skipper",
    "striker",
    "substitute",
    "winger",
];

/// Given names that are countries: `Jordan Pickford` is no team.
const GIVEN_NAMES: [&str; 6] = ["chad", "georgia", "india", "israel", "jordan", "kenya"];

/// Whether a folded name or demonym in lower case is a word.
pub(super) fn is_word_in_lower_case(folded: &str) -> bool {
    LOWER_CASE.contains(&folded)
}

/// Whether a code, folded, is a word.
pub(super) fn is_word_in_capitals(folded: &str) -> bool {
    CODES.contains(&folded)
}

/// Whether a folded nickname is a plain word.
pub(super) fn is_plain_nickname(folded: &str) -> bool {
    NICKNAMES.contains(&folded)
}

/// Whether a folded name of a competition is a plain word.
pub(super) fn is_plain_competition(folded: &str) -> bool {
    COMPETITIONS.contains(&folded)
}

/// Whether a folded surname is a plain word.
pub(super) fn is_plain_surname(folded: &str) -> bool {
    SURNAMES.contains(&folded)
}

/// Whether a folded name of a country is a given name too.
pub(super) fn is_given_name(folded: &str) -> bool {
    GIVEN_NAMES.contains(&folded)
}

/// Whether a folded word is a title or a part in the game.
pub(super) fn is_title(folded: &str) -> bool {
    TITLES.contains(&folded)
}
