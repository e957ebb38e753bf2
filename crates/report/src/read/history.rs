//! The first, last, only and n-th time, and never: "the first team to retain the World Cup since Brazil in 1962",
//! "their first win over Germany", "never lost a shoot-out".

use byline_record::ask::Statement;
use byline_record::ask::english;
use byline_record::ask::statement::{Countable, Feat, Occurrence, Says, Subject, When};
use byline_record::{CompetitionId, TeamId, View};

use super::about::{Meant, is_hypothetical, is_of_today, is_wanted, statement};
use super::nouns::{noun, tail};
use super::plain::{closes, ends, rendered, team as team_words};
use super::progress::stage_at;
use super::{Focus, Out, Reader, rounds};
use crate::claim::Kind;
use crate::passage::Passage;

/// Of whom it is said that none has done something.
const NOBODY: &[&str] =
    &["team", "side", "nation", "country", "player", "african", "asian", "european", "host", "hosts"];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let mut at = 0;
    while at < passage.len() {
        let next = at + 1;
        at = match passage.word(at) {
            _ if passage.name_at(at).is_some() => None,
            "met" | "played" | "faced" => met(reader, passage, foci, at, out),
            "never" => never(reader, passage, at, out),
            "have" | "has" | "had" if passage.word(next) == "not" => never(reader, passage, at, out),
            "no" if passage.is_any(next, NOBODY) => sentence(reader, passage, (at, at), "", foci, true, out),
            "biggest" | "heaviest" | "widest" | "largest" => margin(reader, passage, foci, at, out),
            "youngest" | "oldest" | "fastest" | "earliest" | "top" => superlative(reader, passage, at, out),
            _ => which(passage, at).and_then(|end| {
                rounds::first_through(reader, passage, foci, (at, end), out)
                    .or_else(|| of_all(reader, passage, foci, (at, end), out))
                    .or_else(|| for_the_time(reader, passage, foci, (at, end), out))
                    .or_else(|| noun(reader, passage, foci, (at, end), out))
            }),
        }
        .unwrap_or(next)
        .max(next);
    }
}

/// "first", "only", "second": the token after it.
fn which(passage: &Passage, at: usize) -> Option<usize> {
    let end = match passage.word(at) {
        "first" | "only" | "lone" => at + 1,
        _ => passage.ordinal(at).filter(|(nth, _)| (2..=30).contains(nth)).map(|(_, end)| end)?,
    };
    // "In the first quarter-final": of the four of a day.
    if passage.is_any(at.wrapping_sub(1), &["the"])
        && passage.is_any(at.wrapping_sub(2), &["in", "of", "after", "during", "for"])
        && passage.is_any(at + 1, &["quarter", "semi", "quarterfinal", "semifinal", "match", "game"])
    {
        return None;
    }
    Some(end)
}

/// "the first team to …", with whoever became it.
fn of_all<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    out: &mut Out<'r>,
) -> Option<usize> {
    let noun = (end..end + 3).find(|&noun| {
        passage.is_any(
            noun,
            &["team", "side", "nation", "country", "player", "man", "footballer", "striker", "hosts", "team"],
        )
    })?;
    // "The first hosts since France in 1998 to win it": see `classes`.
    if passage.has(end, noun + 1, &["host", "hosts", "holders", "champions"]) {
        return None;
    }
    // "The eighth country to win it" counts countries, not times: that is not read.
    let counts = !passage.is_any(at, &["first", "only", "lone"]);
    let counts = counts || passage.word(at) == "only" && passage.is_any(at + 1, &["the", "a"]);
    if counts || !passage.is_any(noun + 1, &["to", "since", "from", "in", "ever"]) || at == 0 {
        return None;
    }
    let mut verb = at;
    while passage.is_any(verb.wrapping_sub(1), &["the", "only", "also", "just", "a"]) {
        verb -= 1;
    }
    if !passage.is_any(
        verb.wrapping_sub(1),
        &["become", "became", "becoming", "becomes", "are", "were", "is", "was", "be", "as", "been"],
    ) {
        return None;
    }
    let possible = passage.has(
        verb.saturating_sub(5),
        verb,
        &[
            "could",
            "would",
            "can",
            "will",
            "may",
            "might",
            "trying to",
            "bidding to",
            "hoping to",
            "aiming to",
            "hope to",
            "attempting to",
            "seeking to",
            "to",
        ],
    ) || is_wanted(passage, verb);
    let front = if possible { "could become the" } else { "became the" };
    sentence(reader, passage, (verb, at), front, foci, !possible, out)
}

/// "for the first time since 1990": the verb stands before it.
fn for_the_time<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    out: &mut Out<'r>,
) -> Option<usize> {
    if passage.word(end) != "time"
        || !passage.is_any(at.wrapping_sub(1), &["the", "a"])
        || passage.word(at.wrapping_sub(2)) != "for"
    {
        return None;
    }
    let from = passage.clause_start(at);
    // "Had reached the finals for the first time": the tournament, and no final.
    let finals =
        |word: usize| passage.is_any(word, &["finals"]) && !passage.is_any(word.wrapping_sub(1), &["semi", "quarter"]);
    if (from.max(at.saturating_sub(6))..at).any(finals) && passage.has(from, at, &["reach", "reached", "reaching"]) {
        return None;
    }
    const VERBS: &[&str] =
        &["reached", "reach", "beat", "beaten", "lost", "won", "drew", "qualified", "retained", "lose", "win"];
    let verb = (from.max(at.saturating_sub(14))..at).rev().find(|&verb| passage.is_any(verb, VERBS))?;
    sentence(reader, passage, (verb, verb), "", foci, true, out)
}

/// "the sides had met twice before at World Cups": meetings of the two teams of the match, or of two named.
fn met<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    at: usize,
    out: &mut Out<'r>,
) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&before| passage.is_any(before, &["have", "had", "has"]))?;
    let mut next = at + 1;
    let opponent = passage.name_from(next).and_then(crate::passage::Name::team);
    if let Some(name) = passage.name_from(next).filter(|_| opponent.is_some()) {
        next = name.end;
    } else if let Some(end) = passage.any_phrase(next, &["each other"]) {
        next = end;
    }
    let (count, end) = match passage.word(next) {
        "once" => (1, next + 1),
        "twice" => (2, next + 1),
        _ => {
            let (count, end) = passage.cardinal(next)?;
            (count, passage.any_phrase(end, &["times"])?)
        }
    };
    let earlier = passage.any_phrase(end, &["before", "previously"]);
    let tail = tail(reader, passage, earlier.unwrap_or(end), out)?;
    if tail.since.is_some() || tail.opponent.is_some() || tail.owner.is_some() {
        return None;
    }
    let mut end = tail.end;
    let earlier = match passage.any_phrase(end, &["before", "previously"]) {
        Some(after) => {
            end = after;
            true
        }
        None => earlier.is_some(),
    };
    let named: Vec<TeamId> =
        passage.names.iter().filter(|name| name.end <= at).filter_map(crate::passage::Name::team).collect();
    let entry = reader.anchor.filter(|_| is_of_today(reader, foci));
    let (team, opponent) = match (named.as_slice(), opponent) {
        (&[team], Some(opponent)) => (team, opponent),
        (&[team, opponent], None) => (team, opponent),
        ([], None) => entry.map(|entry| (entry.home, entry.away))?,
        _ => return None,
    };
    let says = Says::HeadToHead {
        team,
        opponent,
        played: Some(u16::try_from(count).ok()?),
        won: None,
        drawn: None,
        lost: None,
    };
    let made = statement(says, reader.sex(out), tail.competitions);
    // "Have met" may or may not count the match just played.
    let mut ways: Vec<(Statement, View<'r>)> = vec![(made.clone(), out.view)];
    if let Some(entry) = reader.anchor {
        ways.push((made, out.view.before(entry.date)));
        if earlier {
            ways.swap_remove(0);
        }
    }
    out.decide(passage, (before, end), Kind::HeadToHead, &ways, &[], true).map(|_| end)
}

/// "the biggest winning margin in a European Championship final": of the match told of.
fn margin<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    at: usize,
    out: &mut Out<'r>,
) -> Option<usize> {
    let article = at.checked_sub(1).filter(|&article| passage.is_any(article, &["the", "a"]))?;
    let end = passage.any_phrase(at + 1, &["winning margin", "margin of victory", "win", "victory", "margin"])?;
    if !passage.is_any(end, &["in", "at"]) || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return None;
    }
    let mut next = end + 1;
    let mut made = statement(
        Says::Superlative {
            record: byline_record::ask::statement::Record::BiggestWin,
            holder: None,
            own: false,
            value: None,
        },
        reader.sex(out),
        Vec::new(),
    );
    while !closes(passage, next) {
        if let Some(name) = passage.name_from(next) {
            made.scope.competitions = vec![name.competition()?];
            next = name.end;
        } else if let Some((stage, end)) = stage_at(passage, next) {
            made.scope.stage = Some(stage);
            next = end;
        } else if passage.is_any(next, &["a", "any", "the", "history", "finals", "of", "in", "match"]) {
            next += 1;
        } else {
            return None;
        }
    }
    if made.scope.competitions.is_empty() {
        let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition)?;
        made.scope.competitions = vec![own];
    }
    let ways: Vec<(Statement, View<'r>)> = told_of(reader, foci)
        .iter()
        .filter_map(|focus| {
            let winner = focus.entry.winner_in_play()?;
            let end = focus.entry.score.end?;
            let stage = focus.entry.stage.as_ref().map(|stage| stage.kind);
            if made.scope.stage.is_some_and(|is| Some(is) != stage) {
                return None;
            }
            let mut made = made.clone();
            if let Says::Superlative { holder, value, .. } = &mut made.says {
                *holder = Some(Subject::Team(focus.entry.team(winner)));
                *value = Some(u32::from(end.of(winner).saturating_sub(end.of(winner.other()))));
            }
            Some((made, out.view))
        })
        .collect();
    out.decide(passage, (article, next), Kind::Record, &ways, &[], is_of_today(reader, foci)).map(|_| next)
}

/// "Pele is the youngest scorer in a World Cup final".
fn superlative<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) -> Option<usize> {
    let article = at.checked_sub(1).filter(|&article| passage.word(article) == "the")?;
    let verb =
        article.checked_sub(1).filter(|&verb| passage.is_any(verb, &["is", "was", "became", "remains", "becoming"]))?;
    let people = reader.people_before(passage, verb);
    let person = people.likely()?;
    let front = format!("{} is", byline_record::ask::words::person(out.record(), person));
    let meant = Meant { all: Vec::new(), sure: people.sure, first: article };
    take(reader, passage, (article, article), &front, (&[], false), &meant, out)
}

/// "have never won a shoot-out", "have not beaten Brazil since 1958".
fn never<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) -> Option<usize> {
    let auxiliary = passage.is_any(at.wrapping_sub(1), &["have", "has", "had", "are", "were"]);
    let verb = if passage.word(at) == "never" && auxiliary { at - 1 } else { at };
    let meant = reader.teams_before(passage, verb, out);
    let team = meant.likely()?;
    let from = if passage.word(at) == "never" { at } else { at + 1 };
    let front = format!("{} have", team_words(out.record(), team));
    take(reader, passage, (verb, from), &front, (&[], false), &meant, out)
}

/// Reads a clause from a token on, with its subject and the words given put in front of it.
fn sentence<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (verb, from): (usize, usize),
    front: &str,
    foci: &[Focus<'r>],
    happened: bool,
    out: &mut Out<'r>,
) -> Option<usize> {
    if passage.word(from) == "no" {
        let meant = Meant { all: Vec::new(), sure: true, first: from };
        return take(reader, passage, (from, from), front, (foci, happened), &meant, out);
    }
    let people = reader.people_before(passage, verb);
    let teams = reader.teams_before(passage, verb, out);
    let of_player = passage.has(from, from + 6, &["player", "man", "footballer", "striker"]);
    let record = out.record();
    let subject = if of_player {
        byline_record::ask::words::person(record, people.likely().filter(|_| people.sure)?)
    } else {
        team_words(record, teams.likely()?)
    };
    let front = if front.is_empty() { subject } else { format!("{subject} {front}") };
    let meant = if of_player { Meant { all: Vec::new(), sure: people.sure, first: people.first } } else { teams };
    take(reader, passage, (verb, from), &front, (foci, happened), &meant, out)
}

/// Reads the words from a token on behind a front, as far as they make a statement, and judges it.
pub(crate) fn take<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (first, from): (usize, usize),
    front: &str,
    (foci, happened): (&[Focus<'r>], bool),
    meant: &Meant<TeamId>,
    out: &mut Out<'r>,
) -> Option<usize> {
    let record = out.record();
    for end in ends(passage, from) {
        let Some(words) = rendered(passage, from, end, record) else { continue };
        // "For the third time, after 1972 and 1980": the times before, and no bound.
        if words.contains(" time after ") || words.contains(" time, after ") {
            continue;
        }
        let (words, limits) = without_limits(reader, &words, out);
        let words = since_years(reader, &words, out);
        // "No African team had reached": ever, unless since some time.
        let words =
            match words.strip_prefix("no ").and_then(|rest| rest.split_once(" had ").or(rest.split_once(" has "))) {
                Some((who, deed)) if !deed.contains("since") => format!("no {who} has ever {deed}"),
                Some((who, deed)) => format!("no {who} has {deed}"),
                None => words,
            };
        let sentence = format!("{front} {words}");
        let Ok(reading) = english::read(&sentence, reader.names, Some(out.view.as_of())) else { continue };
        let mut made = reading.statement;
        // "Have never beaten France at a World Cup since 1982": once they had.
        let forgets_since = words.contains(" since ")
            && matches!(made.says, Says::Occasion { occurrence: Occurrence::Never, since: None, .. });
        if forgets_since {
            continue;
        }
        let supposed = !reading.notes.is_empty();
        if supposed {
            let own = reader.tournament(out).map(|edition| record.edition(edition).competition)?;
            if let Says::Occasion { feat, .. } = &mut made.says {
                replace(feat, own);
            }
        }
        // "The first to win a knockout match": nothing wider.
        if words.contains("knock") && !made.scope.knock_out_only {
            return None;
        }
        // "Have won it twice, in 1978 and 1986": a count of titles is of no one tournament.
        let counts_editions = matches!(
            made.says,
            Says::Tally { what: Countable::Titles | Countable::Finals | Countable::Appearances, .. }
        );
        let one_year = made.scope.from_year.is_some() && made.scope.from_year == made.scope.to_year;
        if counts_editions && (made.scope.edition.is_some() || one_year) {
            continue;
        }
        // "Have not lost in 12" is no count of defeats.
        if made.denied && !matches!(made.says, Says::Occasion { .. }) {
            continue;
        }
        let kind = match &made.says {
            Says::Occasion { occurrence: Occurrence::Never, .. } => Kind::FirstSince,
            Says::Occasion { .. } => Kind::FirstSince,
            Says::Streak { .. } => Kind::Streak,
            Says::Tally { .. } => Kind::Tally,
            Says::HeadToHead { .. } => Kind::HeadToHead,
            Says::Superlative { .. } => Kind::Record,
            _ => return None,
        };
        if let Some(limits) = &limits {
            made.scope.competitions.clone_from(limits);
        }
        let mut ways = at_times(&made, happened, &told_of(reader, foci), out);
        ways.extend(within_its_edition(&made).map(|made| (made, out.view)));
        let own = reader.tournament(out).map(|edition| record.edition(edition).competition);
        if let (Says::Tally { .. } | Says::Streak { .. } | Says::HeadToHead { .. }, Some(own)) = (&made.says, own)
            && made.scope.competitions.is_empty()
        {
            // "Have reached the final three times" may be of this competition only.
            let mut of_own = made.clone();
            of_own.scope.competitions = vec![own];
            ways.push((of_own, out.view));
        }
        // "Have reached the final five times": the one they are to play need not count.
        let finals = matches!(made.says, Says::Tally { what: Countable::Finals, .. }) && reader.fixture.is_some();
        let before = finals || is_of_before(passage, first.min(from), end);
        // "Were denied the chance to become": still to come before the match.
        let open = matches!(made.says, Says::Occasion { prospective: true, .. });
        if before || open {
            let days = reader.days(out);
            ways = ways.iter().flat_map(|(made, _)| days.iter().map(move |view| (made.clone(), *view))).collect();
        }
        let span = (first.min(from), end);
        // The semi-finals of a report on a World Cup are the World Cup's.
        // "the first to do so after Hurst in 1966" is the first since.
        let after = passage.is_any(end, &["after", "since", "following", "alongside", "besides"]);
        let plain = meant.sure && !after && (!supposed || reader.edition.is_some());
        let others: Vec<(Statement, View<'r>)> =
            meant.others().flat_map(|team| ways.iter().map(move |(made, view)| (of_team(made, team), *view))).collect();
        out.decide(passage, span, kind, &ways, &others, plain);
        return Some(end);
    }
    None
}

/// "at a major tournament" and "before this summer" are said by the scope and the day.
fn without_limits(reader: &Reader<'_, '_>, words: &str, out: &Out<'_>) -> (String, Option<Vec<CompetitionId>>) {
    let mut text = words.to_owned();
    for before in [
        " before this summer",
        " before this tournament",
        " before tonight",
        " before this week",
        " until now",
        " before",
    ] {
        if let Some(rest) = text.strip_suffix(before) {
            text = rest.to_owned();
        }
    }
    for major in ["tournament", "finals", "championship", "competition"] {
        for article in ["a major", "any major", "a big"] {
            if let Some(rest) = text.strip_suffix(&format!(" at {article} {major}")) {
                let both = [reader.world_cup(out), reader.european_championship(out)];
                return (rest.to_owned(), Some(both.into_iter().flatten().collect()));
            }
        }
    }
    (text, None)
}

/// "for the first time in 24 years" as "for the first time since 1990".
fn since_years(reader: &Reader<'_, '_>, words: &str, out: &Out<'_>) -> String {
    let told = || {
        let (rest, number) =
            words.strip_suffix(" years")?.rsplit_once(" in ").filter(|(rest, _)| rest.contains("first"))?;
        let years: i16 = number.parse().ok()?;
        Some(format!("{rest} since {}", reader.this_year(out)?.checked_sub(years)?))
    };
    told().unwrap_or_else(|| words.to_owned())
}

fn of_team(made: &Statement, team: TeamId) -> Statement {
    let mut made = made.clone();
    match &mut made.says {
        Says::Occasion { whose: Some(Subject::Team(is)), .. } | Says::Streak { team: Some(is), .. } => *is = team,
        _ => {}
    }
    made
}

fn replace(feat: &mut Feat, competition: CompetitionId) {
    match feat {
        Feat::WinTitle(id)
        | Feat::RetainTitle(id)
        | Feat::WinAsHosts(id)
        | Feat::ReachStage(id, _)
        | Feat::MissStage(id, _)
        | Feat::TakePart(id)
        | Feat::Host(id) => *id = competition,
        _ => {}
    }
}

pub(crate) const fn is_of_edition(feat: &Feat) -> Option<CompetitionId> {
    match feat {
        Feat::WinTitle(id)
        | Feat::RetainTitle(id)
        | Feat::WinAsHosts(id)
        | Feat::ReachStage(id, _)
        | Feat::MissStage(id, _)
        | Feat::TakePart(id)
        | Feat::Host(id) => Some(*id),
        _ => None,
    }
}

/// The statement at each match or tournament it may be made of.
fn at_times<'r>(made: &Statement, happened: bool, foci: &[Focus<'r>], out: &Out<'r>) -> Vec<(Statement, View<'r>)> {
    let mut ways = Vec::new();
    if let Says::Occasion { feat, when, occurrence, prospective, .. } = &made.says
        && when.is_open()
        && happened
        && !prospective
        && matches!(occurrence, Occurrence::First | Occurrence::FirstOfAll | Occurrence::Nth(_))
    {
        for focus in foci {
            let mut made = made.clone();
            let edition = is_of_edition(feat);
            let fits = edition.is_none_or(|id| out.record().edition(focus.entry.edition).competition == id);
            if let Says::Occasion { when, .. } = &mut made.says
                && fits
            {
                if edition.is_some() {
                    when.edition = Some(focus.entry.edition);
                } else {
                    when.date = Some(focus.entry.date);
                }
                ways.push((made, out.view));
            }
        }
    }
    if ways.is_empty() {
        ways.push((made.clone(), out.view));
    }
    ways
}

/// "The first player to be sent off at Qatar 2022": a first of that tournament's, and not of all of them.
fn within_its_edition(made: &Statement) -> Option<Statement> {
    let Says::Occasion { feat, occurrence: Occurrence::First | Occurrence::FirstOfAll, when, since: None, .. } =
        &made.says
    else {
        return None;
    };
    let edition = when.edition.filter(|_| is_of_edition(feat).is_none())?;
    let mut within = made.clone();
    within.scope.edition = Some(edition);
    if let Says::Occasion { when, .. } = &mut within.says {
        *when = When::default();
    }
    Some(within)
}

/// Whether a clause tells of what had been until the match, "had never".
fn is_of_before(passage: &Passage, from: usize, end: usize) -> bool {
    passage.has(from.saturating_sub(3), end, &["had"])
}

/// The matches a passage speaks of, and the one the report is about: years in the sentence may be of the comparison.
pub(crate) fn told_of<'r>(reader: &Reader<'_, 'r>, foci: &[Focus<'r>]) -> Vec<Focus<'r>> {
    let own = reader.anchor.filter(|entry| foci.iter().all(|focus| focus.entry.id != entry.id));
    let own = own.map(|entry| Focus::anchor(entry).sure(false));
    foci.iter().copied().chain(own).collect()
}

/// "Since their 1982 success against West Germany": the token behind what was done in a year.
fn behind_deed(passage: &Passage, at: usize) -> usize {
    const DEEDS: &[&str] = &["success", "win", "victory", "triumph", "defeat", "upset"];
    if !passage.is_any(at, DEEDS) {
        return at;
    }
    let against = passage.is_any(at + 1, &["against", "over", "of", "by"]).then_some(at + 2);
    let named = against.and_then(|next| passage.name_from(next)).filter(|name| name.team().is_some());
    named.map_or(at + 1, |name| name.end)
}

/// "1990", "the 1990 World Cup", "Italia 90", "a 2-1 win in 1990", "Brazil in 1962": the year.
pub(crate) fn since(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(When, usize)> {
    for next in at..at + 10 {
        if passage.is_stop(next) || passage.is_mark(next, ',') {
            return None;
        }
        if let Some(year) = reader.year_at(passage, next) {
            return Some((When { year: Some(year), ..When::default() }, behind_deed(passage, next + 1)));
        }
        if let Some((count, noun)) = passage.cardinal(next)
            && let Some(end) = passage.any_phrase(noun, &["years ago", "years earlier", "years before"])
        {
            let year = reader.this_year(out)?.checked_sub(i16::try_from(count).ok()?)?;
            return Some((When { year: Some(year), ..When::default() }, end));
        }
        if let Some(name) = passage.name_from(next)
            && let Some(edition) = name.edition()
        {
            let year = out.record().edition(edition).year()?;
            return Some((When { year: Some(year), ..When::default() }, name.end));
        }
    }
    None
}
