//! What a team's matches come to when they are reckoned up: "have lost their last seven matches", "drew all three",
//! "had played 14 matches and won none", "25 goals from four matches", "came through their group without conceding",
//! "three finals, three defeats".
//!
//! Each is a question of some matches: those of the tournament told of, of one named by its year, or of every one, by the
//! days the words may be of. One that fits is enough; nothing is wrong that fits any of them, or any team named near.

use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, Match, Side, StageKind, TeamId};

use super::about::{Meant, is_hypothetical, is_wanted};
use super::elsewhere::is_elsewhere;
use super::ledger::Ledger;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

const MATCHES: &[&str] = &["matches", "games", "match", "game", "outings", "fixtures"];
/// Words of other matches than those of the finals, besides those of other football.
const ELSEWHERE: &[&str] = &["internationals", "in all competitions", "competitive"];

/// Verbs of a team that scored or let in a number of goals: "a day of 14 goals in two games" is of both sides.
const HAVE: &[&str] = &["have", "has", "had", "scored", "conceded", "let", "shipped", "netted", "managed"];

const WON: &[&str] = &["won", "win", "winning"];
const LOST: &[&str] = &["lost", "lose", "losing"];
const DREW: &[&str] = &["drew", "drawn", "drawing"];

/// What may be said of a team at the end of its group or tournament.
const STATES: &[(&str, State)] = &[
    ("unbeaten", State::Unbeaten),
    ("without a defeat", State::Unbeaten),
    ("without losing", State::Unbeaten),
    ("without conceding", State::NoneAgainst),
    ("without conceding a goal", State::NoneAgainst),
    ("without a goal against", State::NoneAgainst),
    ("without a goal", State::NoneFor),
    ("without scoring", State::NoneFor),
    ("without scoring a goal", State::NoneFor),
    ("without a point", State::Pointless),
    ("pointless", State::Pointless),
    ("without a win", State::Winless),
    ("without winning", State::Winless),
    ("without winning a match", State::Winless),
    ("winless", State::Winless),
];
const STATE_HEADS: Heads = Heads::of_pairs(STATES);
/// Verbs by which a state is one a team left or went through with.
const LEFT: &[&str] = &[
    "left", "leave", "went", "go", "came", "come", "returned", "departed", "finished", "bowed", "through", "out",
    "exited",
];
const HEADS: Heads = Heads::of(&["last", "all", "matches", "games", "finals"]).and(STATE_HEADS);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Unbeaten,
    NoneAgainst,
    NoneFor,
    Pointless,
    Winless,
}

impl State {
    fn holds(self, ledger: &Ledger<'_>) -> bool {
        let (won, lost) = in_play(ledger);
        let (scored, conceded) = ledger.goals();
        match self {
            Self::Unbeaten => lost == 0,
            Self::NoneAgainst => conceded == 0,
            Self::NoneFor => scored == 0,
            Self::Pointless => usize::try_from(lost) == Ok(ledger.len()),
            Self::Winless => won == 0,
        }
    }
}

/// How a match went for a side, shoot-outs counted as draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Went {
    Won,
    Lost,
    Drew,
    Scoreless,
}

impl Went {
    fn of(passage: &Passage, at: usize) -> Option<Self> {
        if passage.is_any(at, WON) {
            Some(Self::Won)
        } else if passage.is_any(at, LOST) {
            Some(Self::Lost)
        } else if passage.is_any(at, DREW) {
            Some(Self::Drew)
        } else {
            None
        }
    }

    fn holds(self, entry: &Match, side: Side) -> bool {
        let Some(end) = entry.score.end else { return false };
        let through = entry.winner();
        match self {
            Self::Won => through == Some(side),
            Self::Lost => through == Some(side.other()),
            Self::Drew => end.leader().is_none(),
            Self::Scoreless => end.of(side) == 0,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Drew => "drew",
            Self::Scoreless => "did not score in",
        }
    }
}

/// Won and lost in play.
fn in_play(ledger: &Ledger<'_>) -> (u32, u32) {
    ledger.matches.iter().fold((0, 0), |(won, lost), (entry, side)| {
        match entry.score.end.and_then(|end| end.leader()) {
            Some(leader) if leader == *side => (won + 1, lost),
            Some(_) => (won, lost + 1),
            None => (won, lost),
        }
    })
}

/// What is told: its words, what it says, and whether some matches are so.
struct Told<'t> {
    span: (usize, usize),
    kind: Kind,
    says: String,
    /// The years its sentence names: of the matches of their tournaments alone.
    years: Vec<i16>,
    /// Whether it may be denied at all.
    plain: bool,
    /// How many matches it is of: where that fits none of those they may be, they are others.
    played: Option<usize>,
    holds: &'t dyn Fn(&Ledger<'_>, Set) -> bool,
}

impl<'t> Told<'t> {
    /// Of any years, and plain.
    fn new(span: (usize, usize), kind: Kind, says: String, holds: &'t dyn Fn(&Ledger<'_>, Set) -> bool) -> Self {
        Self { span, kind, says, years: Vec::new(), plain: true, played: None, holds }
    }
}

/// Which matches a ledger has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    Group,
    Edition,
    Competition,
}

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    if !passage.may_meet(&HEADS) || is_elsewhere(passage, ELSEWHERE) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() || !passage.may_begin(at, &HEADS) {
            continue;
        }
        match passage.word(at) {
            "last" => last_so_many(reader, passage, at, out),
            "all" => all_three(reader, passage, at, out),
            "matches" | "games" => {
                none_of(reader, passage, at, out);
                goals_from(reader, passage, at, out);
            }
            "finals" => finals(reader, passage, at, out),
            _ => state(reader, passage, at, out),
        }
    }
}

/// "have lost their last seven matches", "did not score in their last three games"
fn last_so_many(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    let Some((count, noun)) = passage.cardinal(at + 1).filter(|(count, _)| (2..=20).contains(count)) else { return };
    if !passage.is_any(noun, MATCHES) {
        return;
    }
    let before = super::ledger::back(passage, at, &["their", "the", "its", "all", "each", "of"]);
    let Some(verb) = before.checked_sub(1) else { return };
    let scoreless = passage.is_any(verb, &["in"])
        && verb > 1
        && passage.is_any(verb - 1, &["score", "scored"])
        && passage.has(verb.saturating_sub(4), verb, &["not", "failed to", "without"]);
    let went = if scoreless { Some(Went::Scoreless) } else { Went::of(passage, verb) };
    let Some(went) = went else { return };
    let first = if scoreless { verb - 1 } else { verb };
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let holds = |ledger: &Ledger<'_>, _: Set| {
        let from = ledger.len().checked_sub(count);
        from.is_some_and(|from| ledger.matches.iter().skip(from).all(|&(entry, side)| went.holds(entry, side)))
    };
    let says = format!("{} the last {count} matches", went.name());
    // "Had won their last ten matches": of whatever football, unless it says where.
    let plain =
        passage.has(noun, passage.len().min(noun + 8), &["world cup", "world cups", "finals", "tournament", "here"]);
    let told = Told { plain, ..Told::new((first, noun + 1), Kind::Streak, says, &holds) };
    judge(reader, passage, &told, out);
}

/// "drew all three and left unbeaten", "won all seven"
fn all_three(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    let next = super::ledger::skip(passage, at + 1, &["of", "their", "its", "the"]);
    let Some((count, noun)) = passage.cardinal(next).filter(|(count, _)| (2..=8).contains(count)) else { return };
    let Some(went) = at.checked_sub(1).and_then(|verb| Went::of(passage, verb)) else { return };
    let group = passage.is_any(noun, &["group"]);
    let last = super::ledger::skip(passage, noun, &["of", "their", "its", "group", "matches", "games"]);
    // "Lost all three of their shoot-outs"
    let counted = passage.is_any(last - 1, &["matches", "games"]) && last > noun;
    // "Drew all three and then won all four": of those before or behind.
    if passage.has(0, passage.len(), &["then", "after", "since"]) {
        return;
    }
    // "Won all four of their matches in normal time": of those that ended in it.
    if passage
        .any_phrase(last, &["in normal time", "in 90 minutes", "in ninety minutes", "inside 90", "before"])
        .is_some()
    {
        return;
    }
    if super::plain::is_of_the_way(passage, last) || !counted && (last > noun || !super::plain::closes(passage, last)) {
        return;
    }
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let holds = |ledger: &Ledger<'_>, set: Set| {
        set != Set::Competition
            && (!group || set == Set::Group)
            && ledger.len() == count
            && ledger.matches.iter().all(|&(entry, side)| went.holds(entry, side))
    };
    let says = format!("{} all {count}", went.name());
    let years = years(reader, passage, out);
    let told = Told { years, ..Told::new((at - 1, last), Kind::Streak, says, &holds) };
    judge(reader, passage, &told, out);
}

/// "had played 14 matches at World Cups and won none"
fn none_of(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    let Some((from, count)) = passage.cardinal_before(at) else { return };
    let verb = from.wrapping_sub(1);
    if !passage.is_any(verb, &["played", "contested", "had"]) {
        return;
    }
    let Some(none) = (at + 1..passage.len().min(at + 8)).find(|&none| {
        passage.is_any(none, &["none"]) && Went::of(passage, none - 1).is_some()
            || passage.any_phrase(none, &["without a win", "without winning"]).is_some()
    }) else {
        return;
    };
    let went = Went::of(passage, none - 1).unwrap_or(Went::Won);
    let last = passage.any_phrase(none, &["without a win", "without winning"]).unwrap_or(none + 1);
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let holds = |ledger: &Ledger<'_>, _: Set| {
        ledger.len() == count && !ledger.matches.iter().any(|&(entry, side)| went.holds(entry, side))
    };
    let says = format!("played {count} matches and {} none", went.name());
    let told = Told::new((verb, last), Kind::Streak, says, &holds);
    judge(reader, passage, &told, out);
}

/// "25 goals to their name from four matches", "conceded one goal in five games"
fn goals_from(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    let Some((from, played)) = passage.cardinal_before(at) else { return };
    let of_last = passage.is_any(from.wrapping_sub(1), &["previous", "last", "past", "next"]);
    let lead = super::ledger::back(passage, from, &["the", "their", "its", "previous", "last", "past"]);
    if !passage.is_any(lead.wrapping_sub(1), &["from", "in"]) || played < 2 {
        return;
    }
    let goals = (lead.saturating_sub(6)..lead).rev().find(|&noun| passage.is_any(noun, &["goals", "goal"]));
    let Some(noun) = goals else { return };
    if (noun..lead).any(|at| passage.is_stop(at)) {
        return;
    }
    let Some((first, count)) = passage.cardinal_before(noun) else { return };
    let against = passage.has(first.saturating_sub(4), at, &["conceded", "against", "let in", "shipped", "allowed"]);
    let played = usize::try_from(played).unwrap_or(usize::MAX);
    let holds = |ledger: &Ledger<'_>, set: Set| {
        if set == Set::Competition || ledger.len() < played || !of_last && ledger.len() != played {
            return false;
        }
        let last = Ledger { matches: ledger.matches.iter().rev().take(played).copied().collect() };
        let (scored, conceded) = last.goals();
        if against { conceded == count } else { scored == count }
    };
    let whose = if against { "against" } else { "for" };
    let says = format!("{} {whose} in {played} matches", words::count(count, "goal", "goals"));
    // A man's goals are reckoned elsewhere.
    let of_a_man = passage.names.iter().rfind(|name| name.end <= first).is_some_and(Name::is_person);
    let told = Told {
        years: years(reader, passage, out),
        plain: passage.has(first.saturating_sub(4), first, HAVE)
            && !of_last
            && !passage.is_any(at + 1, &["since", "after", "before", "to"]),
        played: Some(played),
        ..Told::new((first, at + 1), Kind::Tally, says, &holds)
    };
    if !of_a_man {
        judge(reader, passage, &told, out);
    }
}

/// "three finals, three defeats"
fn finals(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    let Some((from, count)) = passage.cardinal_before(at) else { return };
    let and = if passage.is_mark(at + 1, ',') || passage.is_any(at + 1, &["and"]) { at + 2 } else { return };
    let Some((of_them, noun)) = passage.cardinal(and) else { return };
    let lost = match passage.word(noun) {
        "defeats" | "losses" => true,
        "victories" | "wins" | "triumphs" => false,
        _ => return,
    };
    let holds = |ledger: &Ledger<'_>, set: Set| {
        let finals = ledger.at_stage(StageKind::Final);
        let (won, defeats) = finals.outcomes();
        set == Set::Competition
            && u32::try_from(finals.len()) == Ok(count)
            && if lost { defeats == of_them } else { won == of_them }
    };
    let says = format!("{count} finals, {of_them} {}", if lost { "lost" } else { "won" });
    let told = Told::new((from, noun + 1), Kind::Title, says, &holds);
    judge(reader, passage, &told, out);
}

/// "left unbeaten", "came through their group without conceding", "went home without a point in 2010 and again in 2014"
fn state(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &mut Out<'_>) {
    let Some((&(says, state), end)) = passage.rows_at(at, STATES, &STATE_HEADS, |row| row.0).last() else { return };
    // "Unbeaten after three draws" says more.
    if !super::plain::closes(passage, end) || passage.is_any(end, &["after"]) {
        return;
    }
    let from = passage.clause_start(at).max(at.saturating_sub(7));
    let Some(verb) = (from..at).rev().find(|&verb| passage.is_any(verb, LEFT)) else { return };
    // "Came to Qatar unbeaten", "came through South America unbeaten": before it began.
    let through = if passage.is_any(verb, &["through"]) { verb } else { verb + 1 };
    if passage.is_any(through, &["to", "through", "into"])
        && passage.token(through + 1).is_some_and(|token| token.capital)
    {
        return;
    }
    let group = passage.has(verb, at, &["group", "section", "pool"]);
    let holds = |ledger: &Ledger<'_>, set: Set| {
        (if group { set == Set::Group } else { set != Set::Competition }) && ledger.len() > 1 && state.holds(ledger)
    };
    let told =
        Told { years: years(reader, passage, out), ..Told::new((verb, end), Kind::Streak, says.to_owned(), &holds) };
    judge(reader, passage, &told, out);
}

/// The years a passage names, with "40 years ago".
fn years(reader: &Reader<'_, '_>, passage: &Passage, out: &Out<'_>) -> Vec<i16> {
    super::focus::years(passage, out, reader.this_year(out))
}

fn judge(reader: &Reader<'_, '_>, passage: &Passage, told: &Told<'_>, out: &mut Out<'_>) {
    let (first, end) = told.span;
    if is_hypothetical(passage, first)
        || is_wanted(passage, first)
        || passage.has(first.saturating_sub(3), first, &["not", "never", "no", "nobody"])
        || out.is_confirmed(passage, told.span, &[told.kind])
        || out.is_denied(passage, told.span)
    {
        return;
    }
    let Meant { all: teams, sure, .. } = reader.teams_likely(passage, first, out);
    let Some(&likely) = teams.first() else { return };
    let competitions = reader.competitions(out);
    let named: Vec<EditionId> = told.years.iter().flat_map(|&year| reader.editions_of_year(year, out)).collect();
    let own = reader.tournament(out);
    let today = || own.into_iter().chain(reader.editions.iter().copied());
    let editions: Vec<EditionId> = if named.is_empty() { today().collect() } else { named };
    let days = reader.days(out);
    let counted = reader.counted(passage, out);
    let sets = |team: TeamId| {
        let of_editions = editions.iter().flat_map(|&edition| {
            counted.iter().map(move |view| Ledger::of_edition(view, team, edition)).flat_map(|ledger| {
                let group = ledger.only(|entry, _| entry.is_at(StageKind::Group) || entry.is_at(StageKind::FirstRound));
                [(ledger, Set::Edition), (group, Set::Group)]
            })
        });
        let of_all = competitions
            .iter()
            .map(|&id| vec![id])
            .chain(std::iter::once(competitions.clone()))
            .filter(|_| told.years.is_empty())
            .flat_map(|set| {
                days.iter()
                    .map(move |view| (Ledger::of_competitions(view, team, &set), Set::Competition))
                    .collect::<Vec<_>>()
            });
        of_editions.chain(of_all).collect::<Vec<_>>()
    };
    let fitting =
        |team: TeamId| sets(team).into_iter().find(|(ledger, set)| ledger.len() > 0 && (told.holds)(ledger, *set));
    let mut fits = teams.iter().copied().filter(|&team| fitting(team).is_some());
    let right = match (fitting(likely).is_some(), fits.next(), fits.next()) {
        (true, ..) => Some(likely),
        (false, Some(only), None) if !sure && passage.names.iter().all(|name| name.team().is_none()) => Some(only),
        (false, None, None) => None,
        _ => return,
    };
    let record = out.record();
    let team = right.unwrap_or(likely);
    let reading = format!("{}: {}", words::team(record, team), told.says);
    if let Some((ledger, _)) = right.and_then(fitting) {
        let rows = ledger.rows(out);
        out.push(passage, (first, end), told.kind, reading, Judged::new(Verdict::Confirmed).showing(rows));
        return;
    }
    // Of a report of no one match the tournament meant may be another.
    let bounded = reader.edition.is_some() || !told.years.is_empty();
    let plain = told.plain && sure && bounded && passage.quote.is_none();
    let of_so_many = told.played.is_none_or(|played| {
        sets(likely).iter().any(|(ledger, set)| *set != Set::Competition && ledger.len() == played)
    });
    let Some(&edition) = editions.first().filter(|_| plain && of_so_many) else { return };
    let shown = Ledger::of_edition(&out.view, likely, edition);
    if shown.len() == 0 {
        return;
    }
    let rows = shown.rows(out);
    out.push(passage, (first, end), told.kind, reading, Judged::new(Verdict::Contradicted).showing(rows));
}
