//! Which of a class of teams it was: "the first South American winners since Brazil in 2002", "the first holders to reach
//! the final since 1998", "no hosts had gone out in the group stage since South Africa in 2010", "the second Asian side to
//! reach the semi-finals".

use byline_record::ask::words;
use byline_record::{CompetitionId, EditionId, Match, StageKind, TeamId};
use rustc_hash::FxHashMap;

use super::about::{is_current, is_hypothetical, is_wanted};
use super::deed_words::{tail, verb_at};
use super::deeds::{Deed, Told};
use super::ledger::{confederation, editions, ordinal_before, skip};
use super::nations::champion;
use super::out::verdict;
use super::progress::stage_at;
use super::wins::since_at;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// A class of teams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Those of a confederation, as the record names it.
    Of(&'static str),
    /// Whoever had won the edition before.
    Holders,
    Hosts,
}

impl Class {
    fn words(self) -> &'static str {
        match self {
            Self::Of("CONMEBOL") => "South American team",
            Self::Of("UEFA") => "European team",
            Self::Of("CAF") => "African team",
            Self::Of("AFC") => "Asian team",
            Self::Of(_) => "team of the confederation",
            Self::Holders => "holders",
            Self::Hosts => "hosts",
        }
    }
}

const TEAMS: &[&str] = &["team", "teams", "side", "sides", "country", "nation", "countries", "nations"];
const HOLDERS: &[&str] = &[
    "holders",
    "title holders",
    "defending champions",
    "defending world champions",
    "reigning champions",
    "reigning world champions",
    "champions",
    "world champions",
];
const HOSTS: &[&str] = &["hosts", "host nation", "host country", "host nations", "host team", "home team"];
const HEADS: Heads = Heads::of(TEAMS)
    .and(Heads::of(HOLDERS))
    .and(Heads::of(HOSTS))
    .and(Heads::of(&["south", "european", "african", "asian", "nobody", "one"]));

/// A class named at a token, and the token after it.
fn class_at(passage: &Passage, at: usize) -> Option<(Class, usize)> {
    if let Some(end) = passage.phrase(at, "south american") {
        return Some((Class::Of("CONMEBOL"), skip(passage, end, TEAMS)));
    }
    if let Some(end) = passage.any_phrase(at, HOSTS) {
        return Some((Class::Hosts, end));
    }
    if let Some(end) = passage.any_phrase(at, HOLDERS) {
        return Some((Class::Holders, end));
    }
    // "Team from South America"
    if passage.is_any(at, TEAMS) {
        const LANDS: &[(&str, &str)] =
            &[("south america", "CONMEBOL"), ("europe", "UEFA"), ("africa", "CAF"), ("asia", "AFC")];
        let land = passage.phrase(at + 1, "from")?;
        return LANDS.iter().find_map(|&(word, of)| Some((Class::Of(of), passage.phrase(land, word)?)));
    }
    let of = confederation(passage.word(at)).filter(|_| passage.name_at(at).is_none())?;
    Some((Class::Of(of), skip(passage, at + 1, TEAMS)))
}

/// What was done, behind the class, and the token after it.
fn deed_at(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    class: Class,
    at: usize,
    out: &Out<'_>,
) -> Option<(Class, Told, usize)> {
    const NOUNS: &[(&str, Deed)] = &[
        ("winners", Deed::Title),
        ("champions", Deed::Title),
        ("finalists", Deed::Reach(StageKind::Final)),
        ("semi finalists", Deed::Reach(StageKind::SemiFinal)),
        ("semifinalists", Deed::Reach(StageKind::SemiFinal)),
        ("quarter finalists", Deed::Reach(StageKind::QuarterFinal)),
        ("quarterfinalists", Deed::Reach(StageKind::QuarterFinal)),
    ];
    const KEEP: &[&str] = &["retain", "retained", "keep", "kept", "defend", "defended"];
    // "The first European champions": of Europe, and not of the world from there.
    if class == Class::Of("UEFA") && passage.is_any(at, &["champions"]) {
        return None;
    }
    if let Some((deed, end)) = NOUNS.iter().find_map(|&(noun, deed)| Some((deed, passage.phrase(at, noun)?))) {
        let mut told = Told::new(deed);
        let end = tail(reader, passage, end, &mut told, out);
        return Some((class, told, end));
    }
    // "The first African side in the last four"
    if let Some(end) = passage.any_phrase(at, &["in", "into", "back in"]) {
        let from = skip(passage, end, &["the", "a"]);
        let named = passage.name_from(from).filter(|name| name.competition().is_some() && name.edition().is_none());
        let (stage, end) = stage_at(passage, named.map_or(from, |name| name.end))?;
        let competitions = named.and_then(|name| name.competition()).map(|id| vec![id]);
        let mut told = Told { competitions, ..Told::new(Deed::Reach(stage)) };
        let end = tail(reader, passage, end, &mut told, out);
        return stage.is_knock_out().then_some((class, told, end));
    }
    let verb = passage.any_phrase(at, &["to have", "to be", "to", "have", "has", "had"])?;
    let verb = skip(passage, verb, &["ever", "been"]);
    if passage.is_any(verb, KEEP) {
        let object = skip(passage, verb + 1, &["the", "their"]);
        let named = passage.name_from(object).filter(|name| name.competition().is_some() && name.edition().is_none());
        let end = named.map(|name| name.end).or_else(|| {
            passage.any_phrase(object, &["title", "trophy", "cup", "it", "crown", "world title", "european title"])
        })?;
        return Some((Class::Holders, Told::new(Deed::Title), end));
    }
    // "The first hosts to win since Argentina"
    if passage.is_any(verb, &["win", "triumph"]) && passage.is_any(verb + 1, &["since"]) {
        return Some((class, Told::new(Deed::Title), verb + 1));
    }
    let (told, end) = verb_at(reader, passage, verb, out)?;
    (told.is_of_edition() && told.opponent.is_none() && !told.knock_out).then_some((class, told, end))
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if passage.quote.is_some() || !passage.may_meet(&HEADS) {
        return;
    }
    for start in passage.starts(&HEADS) {
        if passage.name_at(start).is_some() && !passage.is_any(start, &["european", "african", "asian"]) {
            continue;
        }
        // "Nobody has retained it", "no one has"
        let nobody = passage.is_any(start, &["nobody"]);
        let no_one = passage.is_any(start, &["one"]) && passage.is_any(start.wrapping_sub(1), &["no"]);
        if passage.is_any(start, &["one"]) && !no_one {
            continue;
        }
        let before = start.checked_sub(1).filter(|&before| passage.is_any(before, &["first", "no"]));
        let before = if nobody { Some(start) } else { before };
        let Some((at, nth)) = before.map(|at| (at, 1)).or_else(|| ordinal_before(passage, start)) else { continue };
        if passage.name_at(at).is_some() || nth > 12 {
            continue;
        }
        // "No country has kept the trophy": whoever did was the holder.
        let no = nobody || passage.is_any(at, &["no"]);
        let anybody = (nobody || no_one).then_some((Class::Holders, start + 1));
        let any = || {
            anybody
                .or_else(|| no.then(|| (Class::Holders, skip(passage, start, TEAMS))).filter(|&(_, end)| end > start))
        };
        let named = class_at(passage, start);
        let is_any = named.is_none();
        let Some((class, end)) = named.or_else(any) else { continue };
        // "The first hosts since Argentina in 1978 to win it"; of a confederation's teams `history` reads that.
        let inner = passage.is_any(end, &["since"]) && matches!(class, Class::Holders | Class::Hosts);
        let since = inner.then(|| since_at(reader, passage, end, out)).flatten();
        let behind = since.as_ref().map_or(end, |&(_, behind)| behind);
        let Some((class, told, last)) = deed_at(reader, passage, class, behind, out) else { continue };
        if is_any && told.deed != Deed::Title {
            continue;
        }
        let year = since.and_then(|(when, _)| when.year);
        let since = year.map(|year| Since { year, at: end });
        judge(reader, passage, foci, (at, last), &Claim { nth, no, class, told, since }, out);
    }
}

/// What is said: the n-th of a class to have done something, or that none had.
struct Claim {
    nth: u32,
    no: bool,
    class: Class,
    told: Told,
    /// Told before the deed.
    since: Option<Since>,
}

/// Since when, and the token of "since".
#[derive(Debug, Clone, Copy)]
struct Since {
    year: i16,
    at: usize,
}

/// Those of a class who did it, by edition, oldest first.
fn occasions<'r>(
    claim: &Claim,
    competition: CompetitionId,
    out: &Out<'r>,
) -> Vec<(EditionId, Vec<(TeamId, &'r Match)>)> {
    let record = out.record();
    let all = editions(&out.view, &[competition]);
    let mut before: Option<TeamId> = None;
    let mut found = Vec::new();
    // What each team did in all the editions, looked up once.
    let mut done: FxHashMap<TeamId, Vec<&'r Match>> = FxHashMap::default();
    for edition in all {
        let mut teams: Vec<TeamId> = out.view.matches_in(edition).flat_map(|entry| [entry.home, entry.away]).collect();
        teams.sort_unstable();
        teams.dedup();
        let is_of = |team: TeamId| match claim.class {
            Class::Of(wanted) => record.team(team).confederation.as_deref() == Some(wanted),
            Class::Holders => before.is_some_and(|held| record.root(held) == record.root(team)),
            Class::Hosts => record.edition(edition).is_hosted_by(&words::team(record, team)),
        };
        let did = |team: TeamId| {
            let look_up = || claim.told.occasions(&out.view, team, Some(&[competition]), false);
            let all = done.entry(team).or_insert_with(look_up);
            all.iter().copied().find(|entry| entry.edition == edition).map(|entry| (team, entry))
        };
        found.push((edition, teams.into_iter().filter(|&team| is_of(team)).filter_map(did).collect()));
        before = champion(&out.view, edition);
    }
    found
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    claim: &Claim,
    out: &mut Out<'r>,
) {
    let Some(own) = reader.tournament(out) else { return };
    let record = out.record();
    let competition = record.edition(own).competition;
    if claim.told.competitions.as_ref().is_some_and(|set| *set != [competition]) {
        return;
    }
    let since = since_at(reader, passage, end, out);
    let told = claim.since.map(|since| since.year);
    let Some(year) = since.as_ref().map_or(Some(told), |(when, _)| when.year.map(Some)) else { return };
    let last = since.as_ref().map_or(end, |(_, end)| *end);
    let whole = super::plain::closes(passage, last);
    if passage.is_any(end, &["since"]) && year.is_none()
        || claim.no && year.is_none()
        || year.is_some() && claim.nth > 1
    {
        return;
    }
    let of_team = year
        .and_then(|_| {
            let since = claim.since.map_or(end, |since| since.at);
            passage.name_from(skip(passage, since + 1, &["the", "hosts", "holders"]))
        })
        .and_then(crate::passage::Name::team);
    let all = occasions(claim, competition, out);
    let Some(place) = all.iter().position(|(edition, _)| *edition == own) else { return };
    let (Some(earlier), Some((_, now))) = (all.get(..place), all.get(place)) else { return };
    // On the eve nobody has done it yet, and "no" is of those before.
    let wanted = is_hypothetical(passage, at) || is_wanted(passage, at);
    let ahead = claim.no || wanted;
    let of_match = |team: TeamId| reader.anchor.is_none_or(|entry| out.side(entry, team).is_some());
    let subject = now.iter().find(|(team, _)| of_match(*team)).or_else(|| now.first());
    if subject.is_none() && !ahead {
        return;
    }
    let previous = earlier.iter().rev().find(|(_, teams)| !teams.is_empty());
    let right = match year {
        Some(year) => previous.is_some_and(|(edition, teams)| {
            record.edition(*edition).year() == Some(year)
                && of_team.is_none_or(|of| teams.iter().any(|(team, _)| record.root(*team) == record.root(of)))
        }),
        None => {
            // Counted by those who did it, or by how often it was done.
            let mut before: Vec<TeamId> =
                earlier.iter().flat_map(|(_, teams)| teams).map(|(team, _)| record.root(*team)).collect();
            let often = before.len();
            before.sort_unstable();
            before.dedup();
            let of_now = now.len().max(1);
            let counts =
                |before: usize| (before + 1..=before + of_now).any(|place| u32::try_from(place) == Ok(claim.nth));
            counts(often) || counts(before.len())
        }
    };
    let shown = previous.into_iter().flat_map(|(_, teams)| teams).chain(subject);
    let rows: Vec<_> = shown.flat_map(|(_, entry)| out.match_row(entry)).collect();
    let told = previous.is_some() || claim.nth > 1;
    let plain = !wanted && whole && told && is_current(reader, passage, foci, out);
    let Some(verdict) = verdict(right, plain) else { return };
    let name = subject.map_or_else(String::new, |(team, _)| format!("{}: ", words::team(record, *team)));
    let since = year.map_or_else(String::new, |year| format!(" since {year}"));
    let which = words::ordinal(claim.nth);
    let reading = format!("{name}the {which} {}: {}{since}", claim.class.words(), claim.told.words(record));
    let first = if passage.is_any(at.wrapping_sub(1), &["the"]) { at - 1 } else { at };
    out.push(passage, (first, last), Kind::FirstSince, reading, Judged::new(verdict).showing(rows));
}
