//! Goals told to be against a team: "Wright's header had beaten Egypt", "the winner against Poland", "his volley put out
//! Belgium". They are of the match with that team and of no other.

use byline_record::ask::Verdict;
use byline_record::names::find::How;
use byline_record::{Event, Match, PersonId, Side, TeamId};

use super::cues::Sure;
use super::goals::ToldGoal;
use super::{Focus, Judged, Out, Reader, focus, occasion, scores};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// What a goal did to a team.
const BEAT: &[&str] = &[
    "beat",
    "beaten",
    "beating",
    "sank",
    "sunk",
    "sinking",
    "eliminated",
    "eliminating",
    "put",
    "knocked",
    "knocking",
    "downed",
    "denied",
    "denying",
    "stunned",
    "undid",
    "undone",
    "floored",
    "toppled",
    "demolished",
    "defeated",
    "overcame",
    "dispatched",
    "saw off",
    "seen off",
    "disposed of",
    "see off",
];

/// Words of a match and its end, each with the word that leads on to the opponent.
const MATCHES: &[&str] = &[
    "win over",
    "victory over",
    "wins over",
    "triumph over",
    "success over",
    "draw with",
    "final with",
    "match with",
    "game with",
    "tie with",
    "meeting with",
    "defeat of",
    "defeat by",
    "defeat to",
    "loss to",
];

/// Those that are won.
const WINS: &[&str] = &["win", "wins", "victory", "triumph", "success"];

const AGAINST: &[&str] = &["against", "past"];

const HEADS: Heads = Heads::of(BEAT).and(Heads::of(MATCHES)).and(Heads::of(AGAINST));

/// Words of football that is none of the finals, beyond those scores are read with, and of goals that were none.
const OTHER: &[&str] = &["qualify", "season", "under 20", "disallowed", "ruled out", "autumn", "spring", "a year ago"];

/// Whether a passage may tell of a goal that is none of the finals.
fn is_of_other_football(passage: &Passage) -> bool {
    passage.quote.is_some() || scores::names_other_football(passage) || passage.has(0, passage.len(), OTHER)
}

/// Words that go on to another match.
const TURNS: &[&str] =
    &["then", "before", "next", "later", "earlier", "previously", "already", "and so", "followed", "as well"];

/// The token after words that lead on to an opponent.
fn lead(passage: &Passage, at: usize) -> Option<usize> {
    if let Some(end) = passage.any_phrase(at, MATCHES) {
        return Some(end);
    }
    if passage.is_any(at, AGAINST) {
        return Some(at + 1);
    }
    let end = passage.any_phrase(at, BEAT)?;
    let is_half = passage.is_any(at, &["put", "knocked", "knocking"]);
    // "Put out Belgium", "put Belgium out"
    match passage.is_any(end, &["out"]) {
        true => Some(end + 1),
        false if is_half => article(passage, end)
            .and_then(|next| passage.name_from(next))
            .filter(|name| passage.is_any(name.end, &["out"]))
            .map(|_| end),
        false => Some(end),
    }
}

/// The token after words that may stand before a team.
fn article(passage: &Passage, at: usize) -> Option<usize> {
    (at..at + 3).find(|&at| !passage.is_any(at, &["the", "hosts", "holders", "a", "both"]))
}

/// How many people and teams of a passage are looked through.
const MOST: usize = 8;

/// A team with the words that tell of a goal against it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opponent {
    team: TeamId,
    /// The token after its name, and after what it was denied.
    end: usize,
    /// Whether the words leave no doubt that it went in: "had beaten Egypt" and not only "against Egypt".
    is_beaten: bool,
}

/// The team a goal is told to have been against.
pub(super) fn opponent(passage: &Passage, told: &ToldGoal) -> Option<Opponent> {
    /// Verbs by which a goal settles a match that is named behind them.
    const DECIDED: &[&str] = &["settled", "decided", "won", "completed", "sealed", "secured", "earned", "rescued"];
    /// Words that begin another clause.
    const ELSE: &[&str] = &[
        "and", "but", "before", "when", "who", "while", "as", "since", "until", "after", "whose", "where", "for",
        "like", "than",
    ];
    const AFTER: &[&str] =
        &["was cancelled out", "was answered", "decided", "settled", "won", "was not enough", "was enough"];
    const DENIED: &[&str] =
        &["a win", "a victory", "victory", "all three points", "a point", "a place", "the win", "the points"];
    if !passage.may_meet(&HEADS) {
        return None;
    }
    let clocks = || told.clocks.iter();
    let mut at = told.end.max(told.at);
    let limit = passage.len().min(at + 14);
    let mut is_decided = false;
    while at < limit {
        if let Some(words) = clocks().find(|words| words.first == at && words.end > at) {
            at = words.end;
            continue;
        }
        if let Some(next) = lead(passage, at) {
            let name = passage.name_from(next).or_else(|| passage.name_from(article(passage, next)?))?;
            let is_beaten =
                is_decided || passage.any_phrase(at, BEAT).is_some() || passage.any_phrase(name.end, AFTER).is_some();
            // "Beat Argentina's keeper"
            let keeper = passage.is_any(name.end + 1, &["keeper", "goalkeeper"]);
            let team = name.team().filter(|_| keeper || !passage.is_possessive(name.end))?;
            let end = passage.any_phrase(name.end, DENIED).unwrap_or(name.end);
            return Some(Opponent { team, end, is_beaten });
        }
        is_decided |= passage.is_any(at, DECIDED);
        // "A header, five minutes into added time, had denied Belgium"
        let of_clock = || clocks().any(|words| words.first == at + 1 || words.end == at);
        let comma = passage.is_mark(at, ',');
        if passage.is_stop(at) || comma && !of_clock() || passage.is_any(at, ELSE) || passage.name_at(at).is_some() {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether a goal is told to have been against a team that was in another match.
pub(super) fn is_other(against: Option<Opponent>, entry: &Match, out: &Out<'_>) -> bool {
    against.is_some_and(|against| out.side(entry, against.team).is_none())
}

impl<'r> Reader<'_, 'r> {
    /// Adds the matches between the teams of people a passage names and teams it names, of the tournament or the years
    /// told of: where somebody is told to have scored against a team who did not, too.
    pub(super) fn add_opposed(&self, passage: &Passage, foci: &mut Vec<Focus<'r>>, out: &Out<'r>) {
        if !passage.may_meet(&HEADS) {
            return;
        }
        let people: Vec<PersonId> = passage.names.iter().filter_map(Name::person).collect();
        for team in passage.names.iter().filter_map(Name::team).take(MOST) {
            for &person in people.iter().take(MOST) {
                if let Some(entry) = self.opposed(passage, person, team, out)
                    && !foci.iter().any(|focus| focus.entry.id == entry.id)
                {
                    foci.push(Focus { loose: true, ..Focus::other(entry) });
                }
            }
        }
    }

    /// The one match of somebody's team with another that a passage can mean.
    fn opposed(&self, passage: &Passage, person: PersonId, opponent: TeamId, out: &Out<'r>) -> Option<&'r Match> {
        let of_year = self.this_year(out);
        let years = focus::years(passage, out, of_year);
        let own = self.tournament(out);
        // Whoever is of none of the teams told of played in his own time.
        let of_today = own.is_some() && self.anchor.is_none_or(|anchor| out.side_of_person(anchor, person).is_some());
        let in_time = |entry: &&'r Match| match years.as_slice() {
            [] if of_today => Some(entry.edition) == own,
            [] => out.in_squad(entry, person),
            years => years.iter().any(|&year| out.record().is_of_year(entry, year)),
        };
        let teams = &out.record().person(person).teams;
        let all = teams.iter().flat_map(|&team| out.view.meetings(team, opponent));
        let mut all = all.filter(in_time).filter(|entry| entry.is_played());
        let only = all.next()?;
        all.all(|other| other.id == only.id).then_some(only)
    }

    /// "Pickford kept out Akanji's kick against Switzerland": the match of which alone a passage can tell, where the one team
    /// it names is an opponent that one of the report's teams met once at the tournament, and nobody it names is of anybody
    /// else.
    pub(super) fn opposed_alone(&self, passage: &Passage, out: &Out<'r>) -> Option<Focus<'r>> {
        const AGAINST: &[&str] = &["against", "over", "with"];
        let anchor = self.anchor?;
        let mut named = passage.names.iter().filter(|name| name.team().is_some());
        let name = named.next().filter(|_| named.next().is_none())?;
        let opponent = name.team().filter(|&team| out.side(anchor, team).is_none())?;
        let article = usize::from(passage.is_any(name.first.wrapping_sub(1), &["the"]));
        let opposed = passage.is_any(name.first.wrapping_sub(1 + article), AGAINST) && !passage.is_possessive(name.end);
        if !opposed || is_of_other_football(passage) || passage.quote.is_some() {
            return None;
        }
        let met = [anchor.home, anchor.away].into_iter().flat_map(|team| out.view.meetings(team, opponent));
        let mut met = met.filter(|entry| entry.edition == anchor.edition && entry.is_played());
        let entry = met.next().filter(|_| met.next().is_none())?;
        let mut people = passage.names.iter().filter(|name| name.is_person()).peekable();
        people.peek()?;
        let of_it = |name: &Name| name.person().is_some_and(|person| out.side_of_person(entry, person).is_some());
        people.all(of_it).then(|| Focus::other(entry).sure(true))
    }

    /// Which goals told can have been in no other match than one: those against a side of it, and what that side did in
    /// return.
    pub(super) fn pinned_against(
        &self,
        passage: &Passage,
        told: &[(Option<Opponent>, ToldGoal)],
        entry: &Match,
        out: &Out<'r>,
    ) -> Vec<bool> {
        let is_pinned = |(against, goal): &(Option<Opponent>, ToldGoal)| {
            against.is_some_and(|against| self.is_pinned_against(passage, goal, against, entry, out))
        };
        let pinned: Vec<bool> = told.iter().map(is_pinned).collect();
        let side = |goal: &ToldGoal| match goal.scorers.as_slice() {
            [(_, people)] => people.first().and_then(|&person| out.side_of_person(entry, person)),
            _ => None,
        };
        let of_pinned = told.iter().zip(&pinned).find(|(_, pinned)| **pinned).and_then(|((_, goal), _)| side(goal));
        // Whoever plays for a side of the report's own match may be told of there.
        let is_strange = |goal: &ToldGoal| {
            let mut people = goal.scorers.iter().flat_map(|(_, people)| people);
            people.all(|&person| self.anchor.is_some_and(|anchor| out.side_of_person(anchor, person).is_none()))
        };
        let in_return = |(against, goal): &(Option<Opponent>, ToldGoal)| {
            of_pinned.is_some_and(|pinned| side(goal) == Some(pinned.other())) && is_strange(goal) && against.is_none()
        };
        told.iter().zip(pinned).map(|(told, pinned)| pinned || in_return(told)).collect()
    }

    /// Whether a goal can have been in no other match than one: it is told against a team that the scorer's met there and
    /// nowhere else at the time told of, and in no finals he scored against them elsewhere.
    fn is_pinned_against(
        &self,
        passage: &Passage,
        told: &ToldGoal,
        against: Opponent,
        entry: &Match,
        out: &Out<'r>,
    ) -> bool {
        let mut all = told.scorers.iter();
        !told.scorers.is_empty()
            && all.all(|scorer| self.is_pinned_of(passage, scorer, against.team, entry, out))
            && !is_of_other_football(passage)
            && (told_against(told, Some(against), entry, out).is_some()
                || may_have_been(passage, told, against, entry, out))
    }

    /// The match other than the report's of which alone a passage tells: whoever it says scored did so there, everybody
    /// it names is of its sides, and they met once at the time told of; with the tokens that tell of the goals.
    pub(super) fn told_alone(&self, passage: &Passage, out: &Out<'r>) -> Option<ToldMatch<'r>> {
        let words = passage.span(0, passage.len());
        let own = out.so_far().iter().rev().take_while(|told| told.span.start >= words.start);
        let goals =
            own.filter(|told| matches!(told.kind, Kind::Scorer | Kind::OwnGoal) && told.verdict == Verdict::Confirmed);
        let mut only = None;
        let (mut start, mut end) = (words.end, words.start);
        for goal in goals {
            let Topic::Event(id, _) = goal.topic else { return None };
            if *only.get_or_insert(id) != id {
                return None;
            }
            (start, end) = (start.min(goal.span.start), end.max(goal.span.end));
        }
        let entry = out.view.get(only?)?;
        let named = focus::teams(passage);
        let years = focus::years(passage, out, self.this_year(out));
        let in_time = match years.as_slice() {
            [] => self.tournament(out) == Some(entry.edition),
            &[year] => out.record().is_of_year(entry, year),
            _ => false,
        };
        let meetings = out.view.meetings(entry.home, entry.away);
        let once = meetings.into_iter().filter(|other| other.edition == entry.edition).count() == 1;
        let alone = self.anchor.is_none_or(|anchor| anchor.id != entry.id)
            && in_time
            && once
            && focus::is_of_both(passage, &named, entry, out)
            && !is_of_other_football(passage)
            && !passage.has(0, passage.len(), TURNS)
            && !names_another_stage(passage, entry);
        let (start, end) = (start.checked_sub(passage.start)?, end.checked_sub(passage.start)?);
        let first = passage.tokens.partition_point(|token| token.span.end <= start);
        let end = passage.tokens.partition_point(|token| token.span.start < end);
        alone.then_some(ToldMatch { entry, first, end, by_people: true })
    }

    fn is_pinned_of(
        &self,
        passage: &Passage,
        (name, people): &(usize, Vec<PersonId>),
        team: TeamId,
        entry: &Match,
        out: &Out<'r>,
    ) -> bool {
        let &[person] = people.as_slice() else { return false };
        let record = out.record();
        let elsewhere = |other: &Match| {
            other.id != entry.id
                && other.goals().any(|goal| goal.player == Some(person))
                && out
                    .side_of_person(other, person)
                    .is_some_and(|side| record.root(other.team(side.other())) == record.root(team))
        };
        let mut scored = self.index.scored(person).iter().filter_map(|&id| out.view.get(id));
        passage.names.get(*name).is_some_and(|name| name.person() == Some(person))
            && out.side(entry, team).is_some_and(|side| out.side_of_person(entry, person) == Some(side.other()))
            && self.opposed(passage, person, team, out).is_some_and(|only| only.id == entry.id)
            && !scored.any(elsewhere)
    }
}

/// Whether a passage names a stage that a match was not of.
fn names_another_stage(passage: &Passage, entry: &Match) -> bool {
    (0..passage.len())
        .filter_map(|at| occasion::stage_at(passage, at))
        .any(|(stage, _)| !super::stages::is_of(entry, stage))
}

/// A match with the tokens that tell of it: of its result, or of a goal against one of its sides.
#[derive(Debug, Clone, Copy)]
pub(super) struct ToldMatch<'r> {
    pub(super) entry: &'r Match,
    pub(super) first: usize,
    pub(super) end: usize,
    /// Whether only those named say which match it is, and no words of what was done to a side.
    pub(super) by_people: bool,
}

/// The words of a goal that was scored against a team by everybody told to have.
pub(super) fn told_against<'r>(
    told: &ToldGoal,
    against: Option<Opponent>,
    entry: &'r Match,
    out: &Out<'r>,
) -> Option<ToldMatch<'r>> {
    let timeline = out.timeline(entry);
    let end = against?.end;
    let mut all = told.scorers.iter();
    all.all(|(_, people)| timeline.goals_of(people).next().is_some()).then_some(ToldMatch {
        entry,
        first: told.first,
        end,
        by_people: false,
    })
}

/// "Bale's winner against Belgium in Cardiff": whether a place told from a token on is none of a match.
pub(super) fn is_at_another(passage: &Passage, at: usize, entry: &Match, out: &Out<'_>) -> bool {
    let capital = passage.token(at + 1).is_some_and(|token| token.capital) && passage.name_at(at + 1).is_none();
    let said = (at + 1, occasion::run_end(passage, at + 1));
    passage.is_any(at, &["in", "at"])
        && capital
        && !entry.venue.is_some_and(|venue| occasion::names_venue(passage, said, out.record().venue(venue)))
}

/// Whether goals told against a team can have been in a match in which their scorer has none, by how it went: his side has
/// as many, and beat them if that is told. "Milik's header had beaten Germany" is of no match drawn with them, but of a
/// qualifier.
fn may_have_been(passage: &Passage, told: &ToldGoal, against: Opponent, entry: &Match, out: &Out<'_>) -> bool {
    const BEFORE: &[&str] =
        &["the previous", "months before", "year before", "years before", "the summer before", "once"];
    let Some(side) = out.side(entry, against.team).map(Side::other) else { return false };
    let own = |goal: &&Event| goal.player.is_some_and(|player| out.side_of_person(entry, player) == Some(side));
    let goals = entry.goals().filter(own).count();
    let count = told.count.map_or(told.scorers.len(), |(count, ..)| usize::from(count));
    let undone = passage.find(told.first, against.end, BEAT).is_some()
        || passage.find(told.first, against.end, MATCHES).is_some_and(|(at, _)| passage.is_any(at, WINS));
    goals >= count
        && (!undone || entry.winner() == Some(side))
        && !is_at_another(passage, against.end, entry, out)
        && !passage.has(0, passage.len(), BEFORE)
}

/// Contradicts goals against a team by those who have none in the one match with them that can be meant.
pub(super) fn deny(passage: &Passage, told: &ToldGoal, against: Option<Opponent>, entry: &Match, out: &mut Out<'_>) {
    let timeline = out.timeline(entry);
    let plain = told.sure == Sure::Plain || against.is_some_and(|against| against.is_beaten);
    if !timeline.complete || !plain || told.own_goal.is_some() || told.bare || !told.others.is_empty() {
        return;
    }
    for (name, people) in &told.scorers {
        let (Some(name), &[person]) = (passage.names.get(*name), people.as_slice()) else { return };
        // A kick of a shoot-out may be told as a goal.
        let kicked = entry.kicks.iter().any(|kick| kick.taker == Some(person));
        let exact = name.how != How::Misprint && out.in_squad(entry, person);
        if timeline.goals_of(people).next().is_some() || kicked || !exact {
            continue;
        }
        let side = out.side_of_person(entry, person);
        let of_side = timeline.goals.iter().filter(|goal| Some(goal.side) == side);
        let mut rows: Vec<_> = of_side.flat_map(|goal| out.event_row(entry, goal.index)).collect();
        if rows.is_empty() {
            rows = out.match_row(entry);
        }
        let judged = Judged::new(Verdict::Contradicted)
            .because("the record has no goal of his against them")
            .showing(rows)
            .about(Topic::Match(entry.id));
        let reading = format!("{} scored ({})", out.person(Some(person)), out.line(entry));
        let alone = told.scorers.len() == 1;
        let span = if alone { (name.first.min(told.first), told.end.max(name.end)) } else { (name.first, name.end) };
        out.push(passage, span, Kind::Scorer, reading, judged);
    }
}
