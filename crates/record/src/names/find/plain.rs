//! Names that are other words too. In running text they count only where something speaks for the name.

/// Names and demonyms that are English words in lower case: `turkey`, `polish`, `nice`.
#[rustfmt::skip]
const LOWER_CASE: [&str; 18] = [
    "chad", "china", "dane", "danes", "finn", "finns", "french", "jersey", "pole", "poles", "polish", "roma", "sark",
    "scotch", "swede", "swedes", "swiss", "turkey",
];

/// Codes that are English words, which a writer may stress: `this AND that`.
#[rustfmt::skip]
const CODES: [&str; 22] = [
    "and", "ant", "are", "ban", "cam", "can", "cod", "com", "dom", "fin", "gin", "jam", "lie", "mac", "mad", "nor",
    "pan", "per", "sam", "sin", "tan", "van",
];

/// Codes that are names people write in any case, and no other words.
const CODES_IN_ANY_CASE: [&str; 2] = ["uae", "usa"];

/// Nicknames of teams that are plain words, or as good as: they name a team only where it is in question.
#[rustfmt::skip]
const NICKNAMES: [&str; 50] = [
    "barea", "blazers", "blue family", "blue wave", "blueshirts", "celeste", "cedars", "cheetahs", "coelacanths",
    "cranes", "crocodiles", "crusaders", "dragons", "eagles", "elephants", "ferns", "flames", "golden army",
    "golden team", "grenadiers", "jaguars", "kulas", "leopards", "lions", "lynxes", "mambas", "maroons", "mena",
    "mulan", "natio", "nati", "oranje boven", "panthers", "pharaohs", "pirates", "scorchers", "scorpions", "sokoli",
    "sparrowhawks", "squirrels", "stallions", "stars", "swallows", "titani", "tricolors", "warriors", "wasps",
    "wild beasts", "wild dogs", "zebras",
];

/// Competitions that are words without a capital or alone: `euros` are money, a crowd is friendly.
const COMPETITIONS: [&str; 4] = ["championship", "euro", "euros", "friendly"];

/// Words a newspaper writes with a capital at the head of a sentence, and days, months and the words of the game, that
/// are surnames too: nobody is meant by them where nothing else speaks for it. In order.
#[rustfmt::skip]
const SURNAMES: [&str; 313] = [
    "a", "about", "above", "after", "again", "against", "ago", "all", "almost", "alone", "also", "although", "always",
    "an", "and", "another", "any", "april", "are", "around", "as", "at", "august", "away", "back", "ball", "banks",
    "barnes", "be", "because", "before", "bell", "below", "best", "better", "between", "big", "bird", "black", "both",
    "bright", "brown", "but", "butler", "by", "can", "carry", "champion", "champions", "close", "coach", "come", "cook",
    "could", "cross", "cup", "day", "december", "defeat", "did", "do", "does", "down", "draw", "during", "each",
    "early", "eight", "eighth", "either", "english", "even", "ever", "every", "far", "fast", "february", "few", "field",
    "fifth", "final", "finally", "first", "fish", "five", "for", "four", "fourth", "fox", "free", "french", "friday",
    "from", "full", "game", "give", "goal", "goals", "gold", "good", "gray", "great", "green", "ground", "group", "had",
    "half", "has", "have", "he", "her", "here", "hill", "him", "his", "history", "home", "host", "hosts", "how",
    "however", "hunt", "i", "if", "in", "instead", "into", "is", "it", "its", "january", "july", "june", "just", "keep",
    "king", "last", "late", "later", "law", "lead", "league", "least", "left", "less", "like", "little", "long", "lost",
    "love", "made", "man", "many", "march", "match", "may", "maybe", "minute", "minutes", "miss", "monday", "moon",
    "more", "most", "much", "my", "near", "nearly", "never", "new", "next", "nine", "no", "none", "nor", "not",
    "nothing", "november", "now", "october", "of", "off", "old", "on", "once", "one", "only", "open", "or", "other",
    "our", "out", "over", "own", "page", "park", "past", "penalty", "perhaps", "play", "player", "players", "point",
    "points", "quick", "quite", "record", "rest", "result", "rice", "right", "rose", "round", "rush", "same",
    "saturday", "score", "season", "second", "see", "semi", "september", "seven", "several", "she", "short", "side",
    "since", "six", "sixth", "small", "so", "some", "soon", "star", "still", "stones", "strong", "such", "sunday",
    "team", "ten", "than", "that", "the", "their", "them", "then", "there", "these", "they", "third", "this", "those",
    "though", "three", "through", "thursday", "time", "to", "today", "together", "tonight", "too", "top", "towards",
    "tuesday", "twice", "two", "under", "until", "up", "us", "very", "victory", "walker", "wall", "was", "we",
    "wednesday", "week", "well", "were", "west", "what", "when", "where", "whether", "which", "while", "white", "who",
    "whose", "why", "will", "win", "winner", "wise", "with", "within", "without", "won", "wood", "world", "year",
    "years", "yes", "yesterday", "yet", "you", "young", "younger", "your",
];

/// What a person is called before the surname.
#[rustfmt::skip]
const TITLES: [&str; 24] = [
    "boss", "captain", "coach", "dame", "defender", "dr", "forward", "goalkeeper", "keeper", "king", "lord", "manager",
    "midfielder", "miss", "mr", "mrs", "president", "prince", "referee", "sir", "skipper", "striker", "substitute",
    "winger",
];

/// Given names that are countries: `Jordan Pickford` is no team.
const GIVEN_NAMES: [&str; 6] = ["chad", "georgia", "india", "israel", "jordan", "kenya"];

/// Whether a folded name or demonym in lower case is a word.
pub(super) fn is_word_in_lower_case(folded: &str) -> bool {
    LOWER_CASE.contains(&folded)
}

/// Whether a code is a name people write in any case.
pub(super) fn is_code_in_any_case(folded: &str) -> bool {
    CODES_IN_ANY_CASE.contains(&folded)
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
    SURNAMES.binary_search(&folded).is_ok()
}

/// Whether a folded name of a country is a given name too.
pub(super) fn is_given_name(folded: &str) -> bool {
    GIVEN_NAMES.contains(&folded)
}

/// Whether a folded word is a title or a part in the game.
pub(super) fn is_title(folded: &str) -> bool {
    TITLES.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_and_those_of_the_game_are_plain() {
        assert!(SURNAMES.is_sorted());
        for word in ["sunday", "rice", "when", "young", "zaha"] {
            assert_eq!(is_plain_surname(word), word != "zaha", "{word}");
        }
    }
}
