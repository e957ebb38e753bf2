//! What a team has done at the tournament so far, told in passing: "14 goals from four victories", "yet to let one in",
//! "have won the lot", "seven wins out of seven", "unbeaten after three draws", "have won three and drawn one".

use byline_record::ask::words;
use byline_record::{Match, Side, StageKind, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::elsewhere::is_elsewhere;
use super::ledger::{Ledger, skip};
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::{Heads, Phrases};
use crate::passage::Passage;
use byline_record::ask::Verdict;

/// Matches by how they ended.
const WINS: &[&str] = &["wins", "victories", "win", "victory"];
const DRAWS: &[&str] = &["draws", "draw", "stalemates"];
const DEFEATS: &[&str] = &["defeats", "losses", "defeat", "loss"];
const MATCHES: &[&str] = &["matches", "games", "outings", "match", "game"];
/// Words that say a team let no goal in.
const SHUT: Phrases = Phrases::of(&[
    "yet to let one in",
    "yet to let in a goal",
    "yet to let a goal in",
    "yet to concede",
    "still to concede",
    "still not to have let one in",
    "still not conceded",
    "not conceded",
    "not conceded a goal",
    "not let in a goal",
    "not let one in",
    "without conceding",
]);
/// Words that say a team won every match.
const ALL_WON: Phrases = Phrases::of(&[
    "won the lot",
    "won every match",
    "won every game",
    "won them all",
    "won all their matches",
    "won all their games",
]);
const HEADS: Heads = Heads::of(SHUT.list())
    .and(Heads::of(ALL_WON.list()))
    .and(Heads::of(WINS))
    .and(Heads::of(DRAWS))
    .and(Heads::of(DEFEATS))
    .and(Heads::of(&["first", "goals", "unbeaten", "not lost", "won", "drawn", "conceded", "let in"]));
/// Words of what is not summed up here, besides those of other football.
const ELSEWHERE: &[&str] =
    &["shoot out", "shoot outs", "shootouts", "history", "all time", "world cups", "titles", "ever"];

/// What is said of matches: won, drawn, lost, goals for and against, how many there were.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    played: Option<u32>,
    won: Option<u32>,
    drawn: Option<u32>,
    lost: Option<u32>,
    scored: Option<u32>,
    conceded: Option<u32>,
    /// Whether it was so until the match of the report, and is no more.
    first: bool,
}

impl Said {
    fn parts(&self) -> usize {
        [self.played, self.won, self.drawn, self.lost, self.scored, self.conceded].iter().flatten().count()
    }

    fn fits(&self, ledger: &Ledger<'_>) -> bool {
        let sum = Sum::of(ledger);
        let same = |said: Option<u32>, is: u32| said.is_none_or(|said| said == is);
        same(self.played, sum.played)
            && same(self.won, sum.won)
            && same(self.drawn, sum.drawn)
            && same(self.lost, sum.lost)
            && same(self.scored, sum.scored)
            && same(self.conceded, sum.conceded)
    }

    /// Whether a team that played the matches of a ledger can have come to so many.
    fn is_within(&self, ledger: &Ledger<'_>) -> bool {
        // Goals for and against that are nearly those of the tournament are of no other.
        if let (Some(scored), Some(conceded)) = (self.scored, self.conceded) {
            let (own, others) = ledger.goals();
            return scored.abs_diff(own) <= 2 && conceded.abs_diff(others) <= 2;
        }
        let ended = [self.won, self.drawn, self.lost].into_iter().flatten().sum::<u32>();
        let most = ended.max(self.played.unwrap_or(0));
        most > 1 && usize::try_from(most).is_ok_and(|most| most <= ledger.len())
    }

    fn text(&self) -> String {
        let parts = [
            (self.played, "match", "matches"),
            (self.won, "win", "wins"),
            (self.drawn, "draw", "draws"),
            (self.lost, "defeat", "defeats"),
            (self.scored, "goal scored", "goals scored"),
            (self.conceded, "goal conceded", "goals conceded"),
        ];
        let told = parts.iter().filter_map(|(count, one, many)| count.map(|count| words::count(count, one, many)));
        words::list(&told.collect::<Vec<_>>())
    }
}

/// What a ledger comes to.
#[derive(Debug, Clone, Copy)]
struct Sum {
    played: u32,
    won: u32,
    drawn: u32,
    lost: u32,
    scored: u32,
    conceded: u32,
}

impl Sum {
    fn of(ledger: &Ledger<'_>) -> Self {
        let (scored, conceded) = ledger.goals();
        let count = |wanted: &dyn Fn(&Match, Side) -> bool| {
            u32::try_from(ledger.matches.iter().filter(|(entry, side)| wanted(entry, *side)).count()).unwrap_or(0)
        };
        Self {
            played: count(&|_, _| true),
            won: count(&|entry, side| entry.winner_in_play() == Some(side)),
            drawn: count(&|entry, _| entry.winner_in_play().is_none()),
            lost: count(&|entry, side| entry.winner_in_play() == Some(side.other())),
            scored,
            conceded,
        }
    }
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) {
    if !passage.may_meet(&HEADS) || is_elsewhere(passage, ELSEWHERE) {
        return;
    }
    let mut at = 0;
    while at < passage.len() {
        let told = (passage.name_at(at).is_none()).then(|| told(passage, at)).flatten();
        let Some((said, kind, first, last)) = told else {
            at += 1;
            continue;
        };
        judge(reader, passage, (said, kind), (first, last), out);
        at = last.max(at + 1);
    }
}

/// What is said from a token on, with its kind and tokens.
fn told(passage: &Passage, at: usize) -> Option<(Said, Kind, usize, usize)> {
    if passage.word(at) == "first" && passage.is_any(at + 1, &["goal"]) {
        // "The first goal Argentina had let in at these finals"
        let name = passage.name_from(at + 2).filter(|name| name.team().is_some());
        let next = skip(passage, name.map_or(at + 2, |name| name.end), &["that", "they", "had", "have", "has"]);
        let end = passage.any_phrase(next, &["let in", "conceded", "shipped"])?;
        return Some((Said { conceded: Some(0), first: true, ..Said::default() }, Kind::FirstSince, at, end));
    }
    if let Some(end) = passage.one_of(at, &SHUT) {
        return Some((Said { conceded: Some(0), ..Said::default() }, Kind::Tally, at, end));
    }
    if let Some(end) = passage.one_of(at, &ALL_WON) {
        return Some((Said { drawn: Some(0), lost: Some(0), ..Said::default() }, Kind::Streak, at, end));
    }
    match passage.word(at) {
        // "Ended Spain's 14-game unbeaten run", "their unbeaten record against Germany": of more than a tournament.
        "unbeaten"
            if passage.is_any(at + 1, &["run", "streak", "sequence"])
                || passage.is_any(at + 1, &["record"]) && passage.is_any(at + 2, &["against", "over"]) =>
        {
            return None;
        }
        "unbeaten" => {
            let lost = Said { lost: Some(0), ..Said::default() };
            let next = skip(passage, at + 1, &["in", "after", "through", "all", "their"]);
            let counted = (next > at + 1).then(|| ended(passage, next)).flatten();
            return Some(counted.map_or((lost, Kind::Streak, at, at + 1), |(said, end)| {
                (Said { lost: Some(0), ..said }, Kind::Streak, at, end)
            }));
        }
        // "Have won three and drawn one", "won all four"
        "won" => {
            let all = passage.is_any(at + 1, &["all"]);
            let (won, mut end) = passage.cardinal(skip(passage, at + 1, &["all", "their", "the"]))?;
            let mut said = Said { won: Some(won), played: all.then_some(won), ..Said::default() };
            let counted = skip(passage, end, MATCHES);
            // "Won all three knockout matches": of some matches only.
            let of_some = counted == end
                && !passage.word(end).is_empty()
                && !passage.is_break(end)
                && !passage.is_any(end, &["in", "at", "of", "to", "here", "so", "for", "by"]);
            if all && of_some {
                return None;
            }
            end = counted;
            loop {
                let next = skip(passage, end, &["and"]);
                let next = if passage.is_mark(next, ',') { skip(passage, next + 1, &["and"]) } else { next };
                let verb = passage.word(next);
                if !matches!(verb, "drawn" | "lost" | "drew") {
                    break;
                }
                let Some((count, last)) = passage.cardinal(next + 1) else { break };
                match verb {
                    "lost" => said.lost = Some(count),
                    _ => said.drawn = Some(count),
                }
                end = last;
            }
            return (said.parts() > 1).then_some((said, Kind::Streak, at, end));
        }
        _ => {}
    }
    let (count, noun) = passage.cardinal(at)?;
    if passage.is_any(noun, &["goals", "goal"]) {
        return goals(passage, (at, noun + 1), count);
    }
    // "Fourteen for, one against"
    let (said, end) = ended(passage, at)?;
    let several = said.parts() > 1;
    // "Seven wins out of seven", "three straight wins" is a run.
    let from = passage.any_phrase(end, &["out of", "from", "in", "of"]);
    if let Some(next) = from
        && let Some((played, last)) = passage.cardinal(next)
    {
        let last = skip(passage, last, MATCHES);
        return Some((Said { played: Some(played), ..said }, Kind::Streak, at, last));
    }
    several.then_some((said, Kind::Streak, at, end))
}

/// "Three draws", "two wins and a draw": how matches ended.
fn ended(passage: &Passage, at: usize) -> Option<(Said, usize)> {
    let mut said = Said::default();
    let mut next = at;
    let mut end = at;
    while let Some((count, noun)) =
        passage.cardinal(next).or_else(|| passage.is_any(next, &["a", "one"]).then_some((1, next + 1)))
    {
        let noun = skip(passage, noun, &["group"]);
        let slot = if passage.is_any(noun, WINS) {
            &mut said.won
        } else if passage.is_any(noun, DRAWS) {
            &mut said.drawn
        } else if passage.is_any(noun, DEFEATS) {
            &mut said.lost
        } else if passage.is_any(noun, MATCHES) {
            &mut said.played
        } else {
            break;
        };
        if slot.is_some() {
            break;
        }
        *slot = Some(count);
        end = noun + 1;
        next = skip(passage, end, &["and"]);
        next = if passage.is_mark(next, ',') { skip(passage, next + 1, &["and"]) } else { next };
    }
    (said.parts() > 0).then_some((said, end))
}

/// "14 goals from four victories", "ten goals for, one against", "four goals scored, three conceded".
fn goals(passage: &Passage, (at, end): (usize, usize), count: u32) -> Option<(Said, Kind, usize, usize)> {
    let scored = Said { scored: Some(count), ..Said::default() };
    if passage.is_any(end, &["for", "scored"]) {
        let next = skip(passage, end + 1, &["and", "but", "only", "just"]);
        let next =
            if passage.is_mark(next, ',') { skip(passage, next + 1, &["and", "but", "only", "just"]) } else { next };
        let (conceded, last) =
            passage.cardinal(next).or_else(|| passage.is_any(next, &["none"]).then_some((0, next + 1)))?;
        let last = skip(passage, last, &["goals", "goal"]);
        let against = passage.is_any(last, &["against", "conceded"]);
        return against.then_some((Said { conceded: Some(conceded), ..scored }, Kind::Tally, at, last + 1));
    }
    let next = passage.any_phrase(end, &["from", "in", "out of"])?;
    let next = skip(passage, next, &["their", "the", "its"]);
    let (said, last) = ended(passage, next)?;
    let played = said.won.filter(|_| said.parts() == 1).or(said.played);
    Some((Said { scored: Some(count), played, ..said }, Kind::Tally, at, last))
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (said, kind): (Said, Kind),
    (first, last): (usize, usize),
    out: &mut Out<'r>,
) {
    if is_hypothetical(passage, first)
        || is_wanted(passage, first)
        || passage.is_any(first.wrapping_sub(1), &["last", "previous", "never", "to", "of"])
        || passage.has(last, last + 3, &["since", "at home"])
    {
        return;
    }
    let Some(edition) = reader.tournament(out) else { return };
    // A player's goals are read elsewhere.
    let nearest = passage.names.iter().rfind(|name| name.end <= first);
    let of_team = passage.is_any(first.wrapping_sub(1), &["have"]);
    let start = passage.clause_start(first);
    if passage.has(start, first, &["he", "she", "his", "her"]) {
        return;
    }
    if said.scored.is_some()
        && said.conceded.is_none()
        && !of_team
        && nearest.is_some_and(crate::passage::Name::is_person)
    {
        return;
    }
    let group = passage.has(last, last + 4, &["group", "in the group"]) || passage.has(first, last, &["group"]);
    let inner = passage.name_from(first + 2).and_then(crate::passage::Name::team).filter(|_| said.first);
    let meant = match inner {
        Some(team) => super::about::Meant { all: vec![team], sure: true, first },
        None => reader.teams_about(passage, first, out),
    };
    if said.first {
        let Some(team) = meant.likely() else { return };
        first_conceded(reader, passage, (first, last), team, out);
        return;
    }
    let mut teams: Vec<TeamId> = meant.likely().into_iter().collect();
    // Two numbers that fit one side only say which is meant.
    if said.parts() > 1 && !meant.sure {
        let own = reader.anchor.map(|entry| [entry.home, entry.away]);
        let own = own.or_else(|| reader.fixture.map(|fixture| [fixture.home(), fixture.away()]));
        teams.extend(own.into_iter().flatten().filter(|team| meant.likely() != Some(*team)));
    }
    let days = reader.counted(passage, out);
    let ledgers = |team: TeamId| -> Vec<Ledger<'r>> {
        let whole = days.iter().map(|view| Ledger::of_edition(view, team, edition));
        let groups = days.iter().map(|view| Ledger::of_edition(view, team, edition).at_stage(StageKind::Group));
        if group { groups.collect() } else { whole.chain(groups).collect() }
    };
    let fit = |team: &TeamId| ledgers(*team).into_iter().find(|ledger| ledger.len() > 1 && said.fits(ledger));
    let found = teams.iter().find_map(|team| fit(team).map(|ledger| (*team, ledger)));
    let record = out.record();
    let place = words::edition(record, edition);
    if let Some((team, ledger)) = found {
        let rows = ledger.rows(out);
        let reading = format!("{} at the {place}: {}", words::team(record, team), said.text());
        out.push(passage, (first, last), kind, reading, Judged::new(Verdict::Confirmed).showing(rows));
        return;
    }
    // Of as many matches as are told, the rest is otherwise.
    let Some(team) = meant.likely().filter(|_| said.parts() > 1) else { return };
    let of_so_many = ledgers(team).into_iter().filter(|_| meant.sure).find(|ledger| {
        let sum = Sum::of(ledger);
        said.played == Some(sum.played) && sum.played > 1
    });
    let current = super::focus::years(passage, out, reader.this_year(out))
        .into_iter()
        .all(|year| Some(year) == record.edition(edition).year());
    let plain = current
        && passage.quote.is_none()
        && !super::plain::is_of_the_way(passage, last)
        && !passage.has(0, passage.len(), &["last four", "last three", "last five", "last six"]);
    let told = of_so_many.filter(|_| reader.anchor.is_some());
    let of_nobody = || {
        let named = reader.passages.iter().filter(|other| other.paragraph == passage.paragraph);
        let named = named.flat_map(|other| &other.names).filter_map(crate::passage::Name::team);
        let mut near: Vec<TeamId> = out.own.iter().copied().chain(named).chain(meant.others()).chain([team]).collect();
        near.sort_unstable();
        near.dedup();
        let whole = Ledger::of_edition(&out.view, team, edition);
        let bounded = group || is_scoped(passage, (first, last)) || said.is_within(&whole);
        let of_else = passage.has(first.saturating_sub(8), (last + 6).min(passage.len()), OF_ELSE);
        (bounded && !of_else && near.iter().all(|&team| never(&said, &Ledger::of_edition(&out.view, team, edition))))
            .then_some(whole)
            .filter(|whole| whole.len() > 1)
    };
    let Some(ledger) = told.or_else(|| plain.then(of_nobody).flatten()).filter(|_| plain) else { return };
    let rows = ledger.rows(out);
    let reading = format!("{} at the {place}: {}", words::team(record, team), said.text());
    out.push(passage, (first, last), kind, reading, Judged::new(Verdict::Contradicted).showing(rows));
}

/// Words by which matches are counted that were not all played at the tournament, or not by one team.
const OF_ELSE: &[&str] = &[
    "meetings",
    "meeting",
    "met",
    "encounters",
    "previous",
    "last",
    "past",
    "since",
    "against",
    "under",
    "career",
    "between",
    "other",
    "record",
    "years",
];

/// Whether words behind a count bind it to the tournament of the report.
fn is_scoped(passage: &Passage, (first, last): (usize, usize)) -> bool {
    const SCOPES: &[&str] = &[
        "at this tournament",
        "in this tournament",
        "of the tournament",
        "in the tournament",
        "all tournament",
        "at these finals",
        "at this world cup",
        "this year",
        "this summer",
        "here",
    ];
    passage.has(last, (last + 6).min(passage.len()), SCOPES) || passage.has(first.saturating_sub(5), first, SCOPES)
}

/// Whether what is said fits no stretch of a team's matches, of whatever day and from whichever match it is counted.
fn never(said: &Said, whole: &Ledger<'_>) -> bool {
    let all = whole.matches.as_slice();
    (0..all.len()).all(|from| {
        (from + 1..=all.len()).all(|to| {
            let matches = all.get(from..to).unwrap_or_default().to_vec();
            !said.fits(&Ledger { matches })
        })
    })
}

/// "The first goal Argentina had let in": none before the match of the report, and one in it.
fn first_conceded<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    team: TeamId,
    out: &mut Out<'r>,
) {
    let (Some(entry), Some(edition)) = (reader.anchor, reader.tournament(out)) else { return };
    let Some(side) = out.side(entry, team) else { return };
    let before = Ledger::of_edition(&out.view.before(entry.date), team, edition);
    let now = entry.score.end.map_or(0, |end| end.of(side.other()));
    if before.len() == 0 || now == 0 || before.goals().1 > 0 {
        return;
    }
    let record = out.record();
    let reading =
        format!("{} had conceded no goal at the {} before", words::team(record, team), words::edition(record, edition));
    let rows = before.rows(out);
    out.push(passage, span, Kind::FirstSince, reading, Judged::new(Verdict::Confirmed).showing(rows));
}
