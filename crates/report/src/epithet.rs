//! Teams called by what they are: "beat the hosts 2-0", "lost 2-1 to the holders", "against the European champions".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::{Entity, How};
use byline_record::{CompetitionId, EditionId, TeamId, View};

use crate::heads::Heads;
use crate::passage::{Name, Passage};
use crate::read::nations::champion;

/// What a team is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Epithet {
    Hosts,
    /// Holders of the report's own competition.
    Holders,
    WorldChampions,
    EuropeanChampions,
}

const WORDS: &[(&str, Epithet)] = &[
    ("tournament hosts", Epithet::Hosts),
    ("hosts", Epithet::Hosts),
    ("world cup holders", Epithet::WorldChampions),
    ("world champions", Epithet::WorldChampions),
    ("european champions", Epithet::EuropeanChampions),
    ("defending champions", Epithet::Holders),
    ("reigning champions", Epithet::Holders),
    ("title holders", Epithet::Holders),
    ("cup holders", Epithet::Holders),
    ("holders", Epithet::Holders),
];

const FIRST: &[&str] =
    &["tournament", "hosts", "world", "european", "defending", "reigning", "title", "cup", "holders"];

const HEADS: Heads = Heads::of(FIRST);

/// Words before a team that something is done to: only there an epithet stands for it beyond doubt.
const OBJECT: &[&str] = &[
    "against",
    "over",
    "beat",
    "beats",
    "beating",
    "beaten",
    "to",
    "by",
    "past",
    "defeated",
    "defeating",
    "thrashed",
    "thrashing",
    "stunned",
    "stunning",
    "eliminated",
    "eliminating",
    "hammered",
    "overcame",
    "edged",
    "ousted",
    "dethroned",
    "dumped",
    "upset",
    "knocked",
    "face",
    "facing",
    "meet",
    "of",
    "with",
];

/// Words after an epithet that make it another's: "the hosts' manager", "the holders of the Asian title".
const NO_TEAM: &[&str] = &["of", "from", "since"];

/// Gives teams that passages call by what they are the names they had, of a tournament on the day of a view: `year` is
/// that of the tournament, of which a passage with another year does not tell.
pub(crate) fn name_teams(passages: &mut [Passage], view: &View<'_>, edition: EditionId) {
    let bearers = Bearers::new(view, edition);
    for passage in passages.iter_mut().filter(|passage| passage.may_meet(&HEADS)) {
        for at in 0..passage.len() {
            let Some(name) = named(passage, at, &bearers) else { continue };
            if is_of_today(passage, bearers.year) {
                passage.add_name(name);
            }
        }
    }
}

fn named(passage: &Passage, at: usize, bearers: &Bearers) -> Option<Name> {
    if !passage.may_begin(at, &HEADS) || passage.name_at(at).is_some_and(|name| name.team().is_some()) {
        return None;
    }
    let (end, epithet) = WORDS.iter().find_map(|(words, epithet)| Some((passage.phrase(at, words)?, *epithet)))?;
    let article = at.checked_sub(1).filter(|&article| passage.word(article) == "the")?;
    let is_object = article.checked_sub(1).is_some_and(|before| passage.is_any(before, OBJECT));
    // "The hosts, beaten 7-1 by Germany, finished fourth."
    let is_subject = article == 0 && matches!(epithet, Epithet::Hosts | Epithet::Holders);
    let next = if passage.is_mark(end, ',') { end + 1 } else { end };
    let apposed = (next..next + 2).any(|at| passage.name_from(at).is_some_and(|name| name.team().is_some()));
    if !(is_object || is_subject) || apposed || passage.is_possessive(end) || passage.is_any(end, NO_TEAM) {
        return None;
    }
    Some(Name { first: at, end, means: vec![Entity::Team(bearers.of(epithet)?)], how: How::Nickname })
}

/// Whether a passage names no year but one.
fn is_of_today(passage: &Passage, year: Option<i16>) -> bool {
    let is_other = |at: usize| match passage.kind(at) {
        Some(TokenKind::Number(number @ 1900..=2100)) => i16::try_from(number).ok() != year,
        _ => passage.is_any(at, &["ago", "later", "earlier", "last"]),
    };
    let dated = passage.names.iter().any(|name| name.edition().is_some());
    !dated && !(0..passage.len()).any(is_other)
}

/// Who bore which epithet.
struct Bearers {
    year: Option<i16>,
    hosts: Option<TeamId>,
    holders: Option<TeamId>,
    world: Option<TeamId>,
    europe: Option<TeamId>,
}

impl Bearers {
    fn new(view: &View<'_>, edition: EditionId) -> Self {
        let record = view.record();
        let own = record.edition(edition);
        let begun = view.span(edition).map(|span| span.first);
        let before = |competition: CompetitionId| {
            let earlier = view.editions().filter(|other| other.competition == competition && other.id != edition);
            let dated = earlier.filter_map(|other| Some((view.span(other.id)?.first, other.id)));
            let last = dated.filter(|(first, _)| begun.is_none_or(|begun| *first < begun)).max()?.1;
            champion(view, last)
        };
        let mut hosts: Vec<TeamId> = view
            .matches_in(edition)
            .flat_map(|entry| [entry.home, entry.away])
            .filter(|&team| own.hosts.iter().any(|host| *host == record.team(team).name))
            .collect();
        hosts.sort_unstable();
        hosts.dedup();
        let of_class = |key: &str| {
            let competition = record.competitions().iter().find(|competition| &*competition.key == key)?;
            before(competition.id)
        };
        Self {
            year: own.year(),
            hosts: <[TeamId; 1]>::try_from(hosts).ok().map(|[only]| only),
            holders: before(own.competition),
            world: of_class("world-cup"),
            europe: of_class("european-championship"),
        }
    }

    const fn of(&self, epithet: Epithet) -> Option<TeamId> {
        match epithet {
            Epithet::Hosts => self.hosts,
            Epithet::Holders => self.holders,
            Epithet::WorldChampions => self.world,
            Epithet::EuropeanChampions => self.europe,
        }
    }
}
