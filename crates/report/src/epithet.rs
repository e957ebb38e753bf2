//! Teams called by what they are: "beat the hosts 2-0", "lost 2-1 to the holders", "against the European champions".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::{Entity, How};
use byline_record::{EditionId, TeamId, View};

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

/// Names the teams that passages call by what they are, of the tournament of an edition on the day of a view. A passage
/// with another year than the tournament's does not tell of it.
pub(crate) fn name_teams(passages: &mut [Passage], view: &View<'_>, edition: EditionId) {
    let year = view.record().edition(edition).year();
    for passage in passages.iter_mut().filter(|passage| passage.may_meet(&HEADS)) {
        for at in 0..passage.len() {
            let Some((end, epithet)) = called(passage, at).filter(|_| names_no_year_but(passage, year)) else {
                continue;
            };
            if let Some(team) = bearer(epithet, view, edition) {
                passage.add_name(Name { first: at, end, means: vec![Entity::Team(team)], how: How::Nickname });
            }
        }
    }
}

/// The epithet that begins at a token and stands for a team, with the token after it.
fn called(passage: &Passage, at: usize) -> Option<(usize, Epithet)> {
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
    let stands = (is_object || is_subject) && !apposed && !passage.is_possessive(end) && !passage.is_any(end, NO_TEAM);
    stands.then_some((end, epithet))
}

/// Whether a passage names no year but one.
fn names_no_year_but(passage: &Passage, year: Option<i16>) -> bool {
    let is_other = |at: usize| match passage.kind(at) {
        Some(TokenKind::Number(number @ 1900..=2100)) => i16::try_from(number).ok() != year,
        _ => passage.is_any(at, &["ago", "later", "earlier", "last"]),
    };
    let dated = passage.names.iter().any(|name| name.edition().is_some());
    !dated && !(0..passage.len()).any(is_other)
}

/// Who bore an epithet at an edition: of several hosts nobody is the one.
fn bearer(epithet: Epithet, view: &View<'_>, edition: EditionId) -> Option<TeamId> {
    let record = view.record();
    let own = record.edition(edition);
    let called = |key: &str| record.competitions().iter().find(|competition| &*competition.key == key);
    let competition = match epithet {
        Epithet::Hosts => {
            let teams = view.matches_in(edition).flat_map(|entry| [entry.home, entry.away]);
            let mut hosts = teams.filter(|&team| own.is_hosted_by(&record.team(team).name));
            let first = hosts.next()?;
            return hosts.all(|host| host == first).then_some(first);
        }
        Epithet::Holders => own.competition,
        Epithet::WorldChampions => called("world-cup")?.id,
        Epithet::EuropeanChampions => called("european-championship")?.id,
    };
    let begun = view.span(edition).map(|span| span.first);
    let earlier = view.editions().filter(|other| other.competition == competition && other.id != edition);
    let dated = earlier.filter_map(|other| Some((view.span(other.id)?.first, other.id)));
    let (_, last) = dated.filter(|(first, _)| begun.is_none_or(|begun| *first < begun)).max()?;
    champion(view, last)
}
