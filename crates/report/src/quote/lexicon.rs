//! The words by which newspapers say that somebody said something.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Verbs of speech as they stand beside quotes.
const CUES: &[&str] = &[
    "said",
    "says",
    "saying",
    "say",
    "told",
    "tells",
    "telling",
    "added",
    "adds",
    "adding",
    "insisted",
    "insists",
    "admitted",
    "admits",
    "admitting",
    "explained",
    "explains",
    "explaining",
    "wrote",
    "writes",
    "writing",
    "posted",
    "posting",
    "tweeted",
    "claimed",
    "claims",
    "claiming",
    "continued",
    "revealed",
    "reveals",
    "believes",
    "believed",
    "declared",
    "stated",
    "states",
    "replied",
    "replies",
    "joked",
    "jokes",
    "conceded",
    "warned",
    "warns",
    "confessed",
    "reflected",
    "commented",
    "remarked",
    "noted",
    "argued",
    "argues",
    "suggested",
    "quipped",
    "recalled",
    "recalls",
    "announced",
    "stressed",
    "concluded",
    "vowed",
    "hailed",
    "described",
    "dismissed",
    "describes",
    "called",
    "branded",
    "labelled",
    "labeled",
    "dubbed",
    "thinks",
    "asked",
    "answered",
    "responded",
    "shouted",
    "thanked",
    "praised",
    "lamented",
    "beamed",
    "sighed",
    "urged",
    "promised",
    "accused",
    "repeated",
    "maintained",
    "complained",
    "observed",
    "acknowledged",
    "confirmed",
    "emphasised",
    "emphasized",
    "pledged",
    "pleaded",
    "roared",
    "screamed",
    "smiled",
    "laughed",
    "captioned",
    "shared",
    "summed",
    "mused",
    "opined",
    "enthused",
    "predicted",
    "backed",
    "slammed",
    "blasted",
    "criticised",
    "criticized",
    "likened",
    "compared",
    "proclaimed",
    "rued",
    "apologised",
    "apologized",
    "message",
    "insisting",
    "declaring",
    "describing",
    "calling",
    "hailing",
    "branding",
    "warning",
    "stressing",
    "conceding",
    "joking",
    "promising",
    "vowing",
    "replying",
    "revealing",
    "spoke",
    "talked",
    "talks",
    "feared",
    "fears",
    "thought",
    "words",
    "quoted",
    "clarified",
    "write",
    "admit",
    "recall",
    "reflect",
    "insist",
    "explain",
    "confess",
    "recount",
    "reveal",
    "clarifies",
    "reiterated",
    "responding",
    "tweeting",
    "recounted",
    "recounts",
    "remarks",
    "reflects",
    "concedes",
    "continues",
    "reasoned",
    "reasons",
    "countered",
    "boasted",
    "bemoaned",
    "bemoaning",
    "lamenting",
    "praising",
    "thanking",
    "suggesting",
    "suggests",
    "arguing",
    "noting",
    "predicting",
    "recalling",
    "reflecting",
    "quipping",
    "acknowledging",
    "acknowledges",
    "confirming",
    "tweets",
    "replied",
    "testified",
    "alleged",
    "alleges",
    "contended",
    "contends",
    "concurred",
    "agreed",
    "agrees",
    "deemed",
    "termed",
    "blamed",
    "pronounced",
    "summarised",
    "summarized",
    "volunteered",
    "enthuses",
    "sums",
    "tell",
    "asserted",
    "asserts",
    "affirmed",
    "commenting",
    "confessing",
    "believing",
    "remarking",
    "assured",
    "assures",
    "assuring",
];

/// Verbs that are cues only right beside a quote: elsewhere they tell what happened.
const BESIDE: &[&str] = &[
    "purred",
    "fumed",
    "yelled",
    "yells",
    "remembered",
    "remembers",
    "shrugged",
    "grinned",
    "chuckled",
    "barked",
    "moaned",
    "groaned",
    "raged",
    "stormed",
    "gushed",
    "crowed",
    "sobbed",
    "whispered",
    "cried",
    "bellowed",
    "chanted",
    "sang",
    "growled",
    "snapped",
    "muttered",
    "retorted",
    "countered",
    "offered",
    "ventured",
    "teased",
    "protested",
    "winked",
    "gasped",
    "thundered",
    "shrieked",
    "wept",
    "boasted",
    "marvelled",
    "marveled",
    "began",
    "finished",
    "put",
    "went",
    "goes",
    "ended",
    "hissed",
    "swore",
    "mumbled",
    "stammered",
    "howled",
    "scoffed",
    "sneered",
    "croaked",
    "beams",
    "grins",
    "shouts",
    "thundering",
    "reckons",
    "reckoned",
    "feels",
    "felt",
    "rasped",
    "deadpanned",
    "drawled",
    "murmured",
    "exclaimed",
    "exploded",
    "hollered",
    "pondered",
    "wondered",
    "wonders",
    "gulped",
    "giggled",
    "snarled",
    "seethed",
    "cooed",
    "crooned",
    "declares",
    "mouthed",
    "opened",
    "interrupted",
    "interjected",
    "corrected",
    "advised",
    "gloated",
    "griped",
    "grumbled",
    "blubbed",
    "blasts",
    "blubbered",
    "spluttered",
    "sniffed",
    "smirked",
    "spat",
    "confided",
    "counselled",
    "chirped",
    "chimed",
    "texted",
    "messaged",
    "implored",
    "begged",
    "demanded",
    "objected",
    "marvels",
];

/// Nouns for those in charge of a team, for captains, and for players by position.
const MANAGERS: &[&str] = &["manager", "coach", "boss", "gaffer", "trainer", "selector", "tactician", "strategist"];
const CAPTAINS: &[&str] = &["captain", "skipper"];

/// What of a team is said to be its manager's: `Southgate's side`.
const SIDES: &[&str] = &["side", "team", "men", "women", "boys", "outfit", "charges", "squad", "mob"];

/// Parts of names that no person has.
const PLACES: &[&str] = &[
    "united",
    "states",
    "saudi",
    "costa",
    "ivory",
    "czech",
    "republic",
    "zealand",
    "lions",
    "cup",
    "league",
    "euro",
    "world",
    "germany",
    "korea",
    "england",
    "france",
    "championship",
    "stadium",
    "park",
    "city",
    "group",
    "fifa",
    "uefa",
    "fc",
    "madrid",
    "league",
    "premier",
    "olympic",
    "games",
    "final",
    "conference",
];

/// What stands before a colon and is nobody.
const HEADINGS: &[&str] = &[
    "q",
    "a",
    "question",
    "answer",
    "verdict",
    "quote",
    "quotes",
    "prediction",
    "prophecies",
    "result",
    "reaction",
    "next",
    "note",
    "analysis",
    "score",
    "preview",
    "background",
    "captain",
    "manager",
    "motto",
    "headline",
    "banner",
];

/// What players do on the pitch, and managers do not.
const PLAY: &[&str] = &[
    "scored",
    "scores",
    "scorer",
    "missed",
    "headed",
    "saved",
    "shot",
    "booked",
    "sent",
    "hit",
    "struck",
    "volleyed",
    "converted",
    "levelled",
    "leveled",
    "equalised",
    "equalized",
    "fired",
    "came",
    "replaced",
    "goal",
    "penalty",
    "header",
    "goals",
    "hat-trick",
    "save",
    "tackle",
    "fouled",
    "substitute",
    "swept",
    "curled",
    "slotted",
    "tapped",
    "nodded",
    "beat",
    "brace",
    "failed",
    "penalties",
    "spot",
    "scoring",
];

/// Words for what country people are of.
const PEOPLES: &[&str] = &[
    "german",
    "frenchman",
    "frenchwoman",
    "englishman",
    "englishwoman",
    "dutchman",
    "dutchwoman",
    "irishman",
    "welshman",
    "scot",
    "scotsman",
    "swede",
    "dane",
    "croat",
    "serb",
    "pole",
    "turk",
    "spaniard",
    "swiss",
    "portuguese",
    "japanese",
    "chinese",
    "greek",
    "czech",
    "finn",
    "norwegian",
    "slovak",
    "slovene",
    "american",
    "argentine",
    "mexican",
    "african",
    "korean",
    "moroccan",
    "basque",
    "catalan",
    "bavarian",
    "uruguayan",
    "paraguayan",
    "chilean",
    "venezuelan",
    "ecuadorean",
    "cuban",
    "jamaican",
    "honduran",
    "angolan",
    "ugandan",
    "kenyan",
    "senegalese",
    "congolese",
    "togolese",
    "cameroonian",
    "icelander",
    "zealander",
    "luxembourger",
    "montenegrin",
    "kosovan",
    "cypriot",
    "israeli",
    "iraqi",
    "saudi",
    "qatari",
    "emirati",
    "thai",
    "uzbek",
    "ulsterman",
    "londoner",
    "geordie",
    "scouser",
    "mancunian",
    "milanese",
    "sicilian",
    "tuscan",
    "ivorian",
    "ghanaian",
];

/// Verbs and nouns that introduce a quote in the sentence before it.
const INTRODUCTIONS: &[&str] = &[
    "asked",
    "sympathised",
    "sympathized",
    "spoke",
    "speaking",
    "posted",
    "wrote",
    "post",
    "message",
    "statement",
    "reacted",
    "responded",
    "tweeted",
    "tribute",
    "interview",
    "reflected",
    "reflecting",
    "admitted",
    "insisted",
    "believes",
    "explained",
    "revealed",
    "praised",
    "hailed",
    "backed",
    "defended",
    "apologised",
    "apologized",
    "paid",
    "told",
    "said",
    "delighted",
    "thanked",
    "refused",
    "blamed",
    "felt",
    "pleased",
    "proud",
    "disappointed",
    "questioned",
    "quizzed",
    "conference",
    "shrugged",
    "says",
    "remembered",
    "smiled",
    "laughed",
    "wept",
    "nodded",
    "sighed",
    "grinned",
    "beamed",
];

/// Words that may stand between a speaker and the verb.
const BETWEEN: &[&str] = &[
    "has",
    "had",
    "have",
    "also",
    "later",
    "then",
    "simply",
    "once",
    "since",
    "was",
    "is",
    "previously",
    "duly",
    "even",
    "today",
    "quickly",
    "reportedly",
    "already",
    "recently",
    "jokingly",
    "famously",
    "only",
    "initially",
    "subsequently",
    "himself",
    "herself",
    "would",
    "could",
    "afterwards",
    "afterward",
    "just",
    "again",
    "went",
    "on",
    "to",
    "who",
    "yesterday",
    "however",
    "all",
    "both",
    "earlier",
    "liked",
    "likes",
    "used",
    "wanted",
    "loved",
    "loves",
    "tried",
    "chose",
    "will",
    "always",
    "defiantly",
    "ruefully",
    "proudly",
    "being",
    "heard",
    "overheard",
    "quoted",
    "did",
    "still",
    "merely",
    "never",
    "now",
    "often",
    "sometimes",
    "reported",
    "immediately",
    "tearfully",
    "finally",
    "apparently",
    "must",
    "might",
    "may",
    "keeps",
    "kept",
    "further",
];

/// Words that begin a clause and belong to no name, however they are written.
const OPENERS: &[&str] = &[
    "but",
    "and",
    "yet",
    "so",
    "meanwhile",
    "however",
    "when",
    "as",
    "while",
    "after",
    "before",
    "because",
    "although",
    "though",
    "if",
    "since",
    "then",
    "now",
    "asked",
    "speaking",
    "for",
    "with",
    "in",
    "on",
    "at",
    "by",
    "from",
    "to",
    "of",
    "that",
    "what",
    "where",
    "which",
    "later",
    "afterwards",
    "today",
    "yesterday",
    "or",
    "nor",
    "not",
    "no",
    "yes",
    "once",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "it",
    "there",
    "this",
    "these",
    "those",
    "instead",
    "still",
    "also",
    "even",
    "elsewhere",
    "earlier",
    "according",
    "despite",
    "like",
    "until",
    "little",
    "poor",
    "old",
    "against",
    "during",
    "between",
    "among",
    "without",
    "throughout",
    "behind",
    "here",
    "nobody",
    "none",
    "anybody",
    "everybody",
    "everyone",
    "anyone",
    "somebody",
    "someone",
];

/// What people are, which is no part of their names though it begins a sentence.
const ROLES: &[&str] = &[
    "manager",
    "coach",
    "captain",
    "striker",
    "forward",
    "midfielder",
    "defender",
    "goalkeeper",
    "keeper",
    "winger",
    "boss",
    "skipper",
    "head",
    "assistant",
    "chairman",
    "president",
    "referee",
    "full-back",
    "centre-back",
    "left-back",
    "right-back",
    "substitute",
    "defending",
    "former",
    "ex-england",
    "team-mate",
    "teammate",
    "playmaker",
    "veteran",
    "teenager",
    "pundit",
];

/// Words that begin a description of somebody.
const DETERMINERS: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "one", "another", "our", "my"];

/// Words with which a description ends.
const STOPS: &[&str] = &[
    "in",
    "on",
    "after",
    "before",
    "to",
    "at",
    "who",
    "when",
    "as",
    "following",
    "during",
    "about",
    "with",
    "via",
    "if",
    "while",
    "by",
    "from",
    "afterwards",
    "later",
    "this",
    "that",
    "told",
    "said",
    "and",
    "whose",
    "through",
    "for",
    "because",
    "ahead",
    "last",
    "yesterday",
    "today",
    "outside",
    "inside",
    "amid",
    "despite",
    "since",
    "where",
    "which",
    "is",
    "was",
    "has",
    "had",
    "then",
    "but",
    "he",
    "she",
    "they",
    "it",
    "years",
    "months",
    "would",
    "could",
    "upon",
    "into",
    "against",
    "over",
    "under",
    "when",
    "post-match",
];

/// Small words within names.
const PARTICLES: &[&str] = &[
    "de", "van", "der", "den", "di", "da", "do", "dos", "del", "von", "le", "la", "el", "al", "ter", "ten", "bin",
    "ben", "y",
];

/// Whether the first of three words joins the names on both its sides: de Jong, de la Fuente, van der Vaart.
pub(super) fn joins_names(words: [&str; 3]) -> bool {
    let [first, second, third] = words;
    is_particle(first) && (is_capital(second) || is_particle(second) && is_capital(third))
}

/// Pronouns for whoever speaks.
const PRONOUNS: &[&str] = &["he", "she", "they", "i", "we", "him", "her"];

/// People, without saying who.
const CROWDS: &[&str] = &["fans", "supporters", "players", "people", "critics", "locals", "thousands", "team-mates"];

/// What somebody is who may speak, besides roles.
const HUMANS: &[&str] = &[
    "hero",
    "man",
    "woman",
    "scorer",
    "goalscorer",
    "official",
    "matchwinner",
    "match-winner",
    "frenchman",
    "player",
    "fan",
    "supporter",
    "trainer",
    "pair",
    "veteran",
    "woman",
    "women",
    "boy",
    "girl",
    "mother",
    "father",
    "brother",
    "sister",
    "son",
    "daughter",
    "wife",
    "husband",
    "uncle",
    "grandfather",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "policeman",
    "driver",
    "barman",
    "waiter",
    "steward",
    "teacher",
    "doctor",
    "physio",
    "physiotherapist",
    "linesman",
    "minister",
    "mayor",
    "journalist",
    "reporter",
    "commentator",
    "columnist",
    "analyst",
    "director",
    "secretary",
    "agent",
    "international",
    "man",
    "star",
    "ace",
    "sensation",
    "legend",
    "great",
    "idol",
    "icon",
    "talisman",
    "youngster",
    "newcomer",
    "debutant",
    "rookie",
    "newcomer",
    "goalgetter",
    "poacher",
    "marksman",
    "hitman",
    "frontman",
    "sweeper",
    "stopper",
    "shot-stopper",
    "centre-half",
    "centre-forward",
    "wing-back",
    "wideman",
    "attacker",
    "provider",
    "finisher",
    "champion",
    "winner",
    "counterpart",
    "predecessor",
    "successor",
    "opponent",
    "colleague",
    "compatriot",
    "pensioner",
    "student",
    "shopkeeper",
    "electrician",
    "plumber",
    "taxi-driver",
    "neighbour",
    "gentleman",
    "bloke",
    "lad",
    "leader",
    "tactician",
    "technician",
    "strategist",
    "number",
    "centurion",
    "libero",
    "schemer",
    "grandson",
    "granddaughter",
    "grandmother",
    "nephew",
    "niece",
    "cousin",
    "dad",
    "mum",
    "mom",
    "fiancee",
    "girlfriend",
    "boyfriend",
    "friend",
    "pal",
    "mate",
    "team-mate",
    "teammate",
    "club-mate",
    "clubmate",
    "namesake",
    "source",
    "insider",
    "aide",
    "onlooker",
    "witness",
    "landlord",
    "landlady",
    "publican",
    "barmaid",
    "resident",
    "consultant",
    "officer",
    "shopper",
    "caretaker",
    "stand-in",
    "adviser",
    "chairwoman",
    "chief",
    "executive",
    "lawyer",
    "psychologist",
    "groundsman",
    "kitman",
    "scout",
    "footballer",
    "rival",
    "goalie",
    "custodian",
    "owner",
    "nurse",
    "volunteer",
    "drummer",
];

/// Verbs that tell what one person was or did.
const AUXILIARIES: &[&str] = &[
    "was", "is", "could", "had", "did", "looked", "seemed", "felt", "took", "shook", "spoke", "stood", "sat", "agreed",
    "were", "has", "would", "went", "came", "knew", "shrugged", "wept", "sank", "left", "made", "kept", "gave",
    "began", "ran", "saw", "got", "held", "hid", "put", "let", "won", "lost", "chose", "found", "broke", "wore",
    "bore", "drew", "threw", "rose", "fell", "must", "might", "does", "remains", "seems", "takes", "says", "cut",
    "spent", "does", "can", "will", "may",
];

/// Words that open a clause before the subject: up to its comma it tells of something else.
const SUBORDINATE: &[&str] = &[
    "asked",
    "speaking",
    "when",
    "while",
    "although",
    "though",
    "because",
    "if",
    "since",
    "despite",
    "having",
    "for",
    "pressed",
    "told",
    "quizzed",
    "questioned",
    "reminded",
    "once",
    "until",
    "unlike",
    "like",
    "given",
    "named",
    "born",
    "dropped",
    "booed",
    "beaten",
    "surrounded",
    "informed",
    "prompted",
];

/// Words that open a phrase before the subject.
const PHRASE: &[&str] = &[
    "in",
    "on",
    "at",
    "by",
    "from",
    "of",
    "outside",
    "inside",
    "behind",
    "near",
    "with",
    "to",
    "after",
    "before",
    "as",
    "across",
    "among",
    "beside",
    "under",
    "over",
    "along",
    "down",
    "up",
    "around",
    "throughout",
    "against",
    "during",
    "between",
    "without",
];

/// Verbs in "is how Kane put it" besides the cues.
const TELLING: &[&str] =
    &["put", "saw", "sees", "remembers", "remembered", "puts", "greeted", "marked", "had", "likes"];

/// Words that stand between a possessive and the name of whom it has: England's new captain Kane.
const LEADING: &[&str] = &["new", "then", "first", "own", "young", "veteran", "teenage", "injured", "former", "head"];

/// Given names that end as words for peoples do.
const GIVEN: &[&str] =
    &["christian", "sebastian", "maximilian", "vivian", "adrian", "fabian", "damian", "florian", "cristian"];

/// Words that tie a name to what stands before.
const PREPOSITIONS: &[&str] = &["of", "from", "outside", "in", "at", "behind", "near", "inside", "for"];

/// Words in the form of a verb of the past that are none.
const NO_VERBS: &[&str] = &["named", "aged"];

/// Words after which marks stand around a name or a saying, and nobody speaks.
const NAMING: &[&str] = &[
    "nicknamed",
    "known",
    "so-called",
    "titled",
    "entitled",
    "headlined",
    "headline",
    "billed",
    "christened",
    "titles",
    "dubbed",
    "word",
    "phrase",
    "term",
    "slogan",
    "song",
    "film",
    "book",
    "banner",
    "placard",
    "hashtag",
];

/// One bit for each list.
mod kind {
    pub(super) const CUES: u32 = 1 << 0;
    pub(super) const BESIDE: u32 = 1 << 1;
    pub(super) const MANAGERS: u32 = 1 << 2;
    pub(super) const CAPTAINS: u32 = 1 << 3;
    pub(super) const SIDES: u32 = 1 << 4;
    pub(super) const PLACES: u32 = 1 << 5;
    pub(super) const HEADINGS: u32 = 1 << 6;
    pub(super) const PLAY: u32 = 1 << 7;
    pub(super) const PEOPLES: u32 = 1 << 8;
    pub(super) const INTRODUCTIONS: u32 = 1 << 9;
    pub(super) const BETWEEN: u32 = 1 << 10;
    pub(super) const OPENERS: u32 = 1 << 11;
    pub(super) const ROLES: u32 = 1 << 12;
    pub(super) const DETERMINERS: u32 = 1 << 13;
    pub(super) const STOPS: u32 = 1 << 14;
    pub(super) const PRONOUNS: u32 = 1 << 15;
    pub(super) const CROWDS: u32 = 1 << 16;
    pub(super) const HUMANS: u32 = 1 << 17;
    pub(super) const AUXILIARIES: u32 = 1 << 18;
    pub(super) const GIVEN: u32 = 1 << 19;
    pub(super) const PREPOSITIONS: u32 = 1 << 20;
    pub(super) const NO_VERBS: u32 = 1 << 21;
    pub(super) const SUBORDINATE: u32 = 1 << 22;
    pub(super) const PHRASE: u32 = 1 << 23;
    pub(super) const TELLING: u32 = 1 << 24;
    pub(super) const LEADING: u32 = 1 << 25;
    pub(super) const NAMING: u32 = 1 << 26;
}

/// The lists with their bits.
const LISTS: &[(u32, &[&str])] = &[
    (kind::CUES, CUES),
    (kind::BESIDE, BESIDE),
    (kind::MANAGERS, MANAGERS),
    (kind::CAPTAINS, CAPTAINS),
    (kind::SIDES, SIDES),
    (kind::PLACES, PLACES),
    (kind::HEADINGS, HEADINGS),
    (kind::PLAY, PLAY),
    (kind::PEOPLES, PEOPLES),
    (kind::INTRODUCTIONS, INTRODUCTIONS),
    (kind::BETWEEN, BETWEEN),
    (kind::OPENERS, OPENERS),
    (kind::ROLES, ROLES),
    (kind::DETERMINERS, DETERMINERS),
    (kind::STOPS, STOPS),
    (kind::PRONOUNS, PRONOUNS),
    (kind::CROWDS, CROWDS),
    (kind::HUMANS, HUMANS),
    (kind::AUXILIARIES, AUXILIARIES),
    (kind::GIVEN, GIVEN),
    (kind::PREPOSITIONS, PREPOSITIONS),
    (kind::NO_VERBS, NO_VERBS),
    (kind::SUBORDINATE, SUBORDINATE),
    (kind::PHRASE, PHRASE),
    (kind::TELLING, TELLING),
    (kind::LEADING, LEADING),
    (kind::NAMING, NAMING),
];

/// The longest word of the lists, in bytes.
const LONGEST: usize = 16;

/// Of which lists each word is.
static WORDS: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for (kind, list) in LISTS {
        for word in *list {
            *words.entry(*word).or_default() |= kind;
        }
    }
    words
});

/// Whether a word is of a list, in whatever case.
fn has(word: &str, kind: u32) -> bool {
    let mut lower = [0_u8; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok().and_then(|word| WORDS.get(word)).is_some_and(|kinds| kinds & kind != 0)
}

pub(super) fn is_cue(word: &str) -> bool {
    has(word, kind::CUES)
}

/// Whether a word is a cue where it stands right beside a quote.
pub(super) fn is_cue_beside(word: &str) -> bool {
    is_cue(word) || has(word, kind::BESIDE)
}

/// Whether a word has the form of a verb of the past that is no auxiliary.
pub(super) fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase) && !has(word, kind::NO_VERBS)
}

/// Whether a word opens a clause before the subject of a sentence.
pub(super) fn opens_subordinate(word: &str) -> bool {
    has(word, kind::SUBORDINATE)
}

/// Whether words in marks after a word are a name or a saying.
pub(super) fn names_thing(word: &str) -> bool {
    has(word, kind::NAMING)
}

/// Whether a word opens a phrase before the subject of a sentence.
pub(super) fn opens_phrase(word: &str) -> bool {
    has(word, kind::PHRASE)
}

/// Whether a word is the verb of "is how Kane put it".
pub(super) fn is_telling(word: &str) -> bool {
    is_cue_beside(word) || has(word, kind::TELLING)
}

/// Whether a word may stand between a possessive and a name.
pub(super) fn is_leading_role(word: &str) -> bool {
    is_role(word) || has(word, kind::LEADING)
}

pub(super) fn is_manager(word: &str) -> bool {
    has(word, kind::MANAGERS)
}

pub(super) fn is_captain(word: &str) -> bool {
    has(word, kind::CAPTAINS)
}

pub(super) fn is_role(word: &str) -> bool {
    has(word, kind::ROLES)
}

/// Whether a word means people without saying who.
pub(super) fn is_crowd(word: &str) -> bool {
    has(word, kind::CROWDS)
}

/// Whether a word says what somebody is, so that a phrase with it may speak.
pub(super) fn is_human(word: &str) -> bool {
    is_role(word) || has(word, kind::HUMANS) || word.ends_with("-old") || is_of_people(word)
}

/// Whether a description is of a person, and not of a federation or a paper of some country.
pub(super) fn is_of_human(words: &str) -> bool {
    let bare = |word: &str| word.trim_end_matches("'s").trim_end_matches("’s").to_owned();
    let last = words.rsplit(' ').next().map(bare).unwrap_or_default();
    let person = |word: &str| !is_capital(word) && is_human(word) || matches!(word, "Player" | "Man" | "Woman");
    is_human(&last) || words.split(' ').any(person)
}

/// Whether a word tells what somebody was or did, after the name of one person.
pub(super) fn is_auxiliary(word: &str) -> bool {
    let plain = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).unwrap_or(word);
    has(plain, kind::AUXILIARIES)
}

pub(super) fn is_side(word: &str) -> bool {
    has(word, kind::SIDES)
}

pub(super) fn is_of_play(word: &str) -> bool {
    has(word, kind::PLAY)
}

pub(super) fn is_place(word: &str) -> bool {
    has(word, kind::PLACES)
}

pub(super) fn is_heading(word: &str) -> bool {
    has(word, kind::HEADINGS)
}

/// Whether a capitalised word says of what people somebody is: `the German`, `the Brazilian`.
pub(super) fn is_of_people(word: &str) -> bool {
    let of_shire = || word.ends_with("shireman") || word.ends_with("shirewoman");
    has(word, kind::PEOPLES) || (word.len() > 5 && word.ends_with("ian") && !has(word, kind::GIVEN)) || of_shire()
}

/// Whether a word before a name makes it a place or a part of another phrase.
pub(super) fn is_preposition(word: &str) -> bool {
    has(word, kind::PREPOSITIONS)
}

pub(super) fn introduces(word: &str) -> bool {
    has(word, kind::INTRODUCTIONS)
}

pub(super) fn stands_between(word: &str) -> bool {
    has(word, kind::BETWEEN) || (word.len() > 4 && word.ends_with("ly") && word.starts_with(|c: char| c.is_lowercase()))
}

/// Whether a word at the start of a capitalised run belongs to no name.
pub(super) fn opens_clause(word: &str) -> bool {
    has(word, kind::OPENERS) || has(word, kind::ROLES)
}

pub(super) fn is_determiner(word: &str) -> bool {
    has(word, kind::DETERMINERS)
}

pub(super) fn stops_description(word: &str) -> bool {
    has(word, kind::STOPS)
}

pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

pub(super) fn is_pronoun(word: &str) -> bool {
    word != "US" && has(word, kind::PRONOUNS)
}

/// Whether a word is written as a name is.
pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
