//! Teams called by what they are: "beat the hosts 2-0", "lost 2-1 to the holders", "against the European champions"; and
//! captains: "the Portugal captain converted".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::{Entity, How};
use byline_record::{EditionId, Match, TeamId, View};

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

const LEADERS: &[&str] = &["captain", "skipper"];
const LEADER_HEADS: Heads = Heads::of(LEADERS);

/// Names whom passages call "the captain" or "the Portugal captain", of the sides of a match: of both, where no side is told.
pub(crate) fn name_captains(passages: &mut [Passage], view: &View<'_>, entry: &Match) {
    let record = view.record();
    let edition = record.edition(entry.edition);
    for passage in passages.iter_mut().filter(|passage| passage.may_meet(&LEADER_HEADS)) {
        for at in 0..passage.len() {
            let Some(of) = captain(passage, at).filter(|_| names_no_year_but(passage, edition.year())) else {
                continue;
            };
            let is_of = |team: TeamId| of.is_none_or(|of| record.root(of) == record.root(team));
            let sides = [entry.home, entry.away].into_iter().filter(|&team| is_of(team));
            let captains: Vec<Entity> = sides.flat_map(|team| edition.captains_of(team)).map(Entity::Person).collect();
            // Of each side there is one, or nobody can be told.
            if captains.len() == if of.is_some() { 1 } else { 2 } {
                passage.add_name(Name { first: at, end: at + 1, means: captains, how: How::Nickname });
            }
        }
    }
}

/// Whether a token stands for a captain by himself, with the team he is said to be of: not beside his name, and not of
/// anything else than a team.
fn captain(passage: &Passage, at: usize) -> Option<Option<TeamId>> {
    if !passage.is_any(at, LEADERS) || passage.name_at(at).is_some() {
        return None;
    }
    let last = at.checked_sub(1)?;
    let of = passage.name_at(last).filter(|name| name.team().is_some());
    let article = of.map_or(last, |name| name.first.wrapping_sub(1));
    if passage.word(article) != "the" {
        return None;
    }
    let next = at + 1;
    let behind = if passage.is_mark(next, ',') || passage.is_mark(next, '(') { next + 1 } else { next };
    let before = article.checked_sub(1);
    let aside = before.is_some_and(|mark| {
        passage.is_mark(mark, ',') && mark.checked_sub(1).is_some_and(|last| passage.name_at(last).is_some())
    });
    let named = [next, behind].into_iter().any(|at| passage.token(at).is_some_and(|token| token.capital));
    let other = passage.is_any(next, &["of", "and", "for", "against", "is", "was", "who"]);
    let is_deputy = before.is_some_and(|before| passage.is_any(before, &["as", "made", "became", "vice", "named"]));
    (!aside && !named && !other && !is_deputy).then(|| of.and_then(Name::team))
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
