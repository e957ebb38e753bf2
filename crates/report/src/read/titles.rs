//! Champions, holders, runners-up, and how many titles: "holders Japan", "the four-times champions", "the Euro 2020
//! runners-up", "Uruguay's second title", "won the World Cup in 1966".

use byline_record::ask::statement::{Countable, Feat, Honour, Occurrence, Says, Subject, When};
use byline_record::ask::{Statement, Verdict, evaluate};
use byline_record::names::find::How;
use byline_record::{CompetitionId, EditionId, StageKind, TeamId, View};

use super::about::{Meant, distinct, is_current, is_hypothetical, statement};
use super::reigns::{became, crowned, wait};
use super::wins::{nth_title, won};
use super::{Focus, Out, Reader, team_of};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Nouns a team is called by for what it won or reached.
const NOUNS: &[(&str, Noun)] = &[
    ("champions", Noun::Champions),
    ("champion", Noun::Champions),
    ("winners", Noun::Winners),
    ("holders", Noun::Holders),
    ("titleholders", Noun::Holders),
    ("runners up", Noun::RunnersUp),
    ("runner up", Noun::RunnersUp),
    ("beaten finalists", Noun::RunnersUp),
    ("losing finalists", Noun::RunnersUp),
    ("defeated finalists", Noun::RunnersUp),
    ("finalists", Noun::Reached(StageKind::Final)),
    ("semi finalists", Noun::Reached(StageKind::SemiFinal)),
    ("semifinalists", Noun::Reached(StageKind::SemiFinal)),
    ("quarter finalists", Noun::Reached(StageKind::QuarterFinal)),
    ("quarterfinalists", Noun::Reached(StageKind::QuarterFinal)),
];

const NOUN_HEADS: Heads = Heads::of_pairs(NOUNS);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Noun {
    Champions,
    Winners,
    Holders,
    RunnersUp,
    Reached(StageKind),
}

/// What stands before the noun, and with it.
#[derive(Debug, Default)]
struct Words {
    first: usize,
    holding: bool,
    competition: Option<CompetitionId>,
    edition: Option<EditionId>,
    years: Vec<(i16, usize)>,
    times: Option<u32>,
    former: bool,
    eventual: bool,
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let mut at = 0;
    while at < passage.len() {
        // "The holders" may have been found to be a team by what they are.
        let is_named = passage.name_at(at).is_some_and(|name| name.first != at || name.how != How::Nickname);
        let found = if is_named {
            None
        } else {
            let noun = passage.rows_at(at, NOUNS, &NOUN_HEADS, |noun| noun.0).next();
            noun.map(|(&(_, noun), end)| (noun, end))
        };
        became(reader, passage, at, out);
        epithet(reader, passage, at, out);
        if let Some((noun, end)) = found {
            called(reader, passage, foci, (at, end, noun), out);
            at = end;
            continue;
        }
        match passage.word(at) {
            "title" | "titles" | "crown" | "trophy" | "trophies" | "triumph" | "star" | "success" | "silverware"
            | "honour" => nth_title(reader, passage, foci, at, out),
            "won" | "win" | "winning" | "wins" | "lifted" | "lifting" | "took" | "take" | "claimed" | "kept"
            | "clinched" | "captured" => won(reader, passage, at, out),
            "wait" | "drought" => wait(reader, passage, foci, at, out),
            "crowned" | "became" | "become" | "are" | "were" => crowned(reader, passage, foci, at, out),
            _ if passage.name_from(at).is_some_and(|name| name.competition().is_some()) => {
                nth_title(reader, passage, foci, at, out);
            }
            _ => {}
        }
        at += 1;
    }
}

/// "Lost 2-1 to the world champions": the team that was found to be meant was so when the tournament began.
fn epithet<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    const HELD: &[&str] = &["champions", "holders"];
    let Some(name) = passage.name_from(at).filter(|name| name.how == How::Nickname) else { return };
    let (Some(team), end) = (name.team(), name.end) else { return };
    let competition = match passage.word(at) {
        "world" => reader.world_cup(out),
        "european" => reader.european_championship(out),
        "defending" | "reigning" | "title" | "cup" => own_competition(reader, out),
        _ => None,
    };
    let Some(competition) = competition.filter(|_| passage.is_any(end - 1, HELD)) else { return };
    let Some(own) = reader.tournament(out) else { return };
    let eve = out.view.span(own).map_or(out.view, |span| out.view.before(span.first));
    let says =
        Says::Honours { team: Some(team), honour: Honour::Holders, competition: Some(competition), edition: None };
    let ways = [(statement(says, reader.sex(out), Vec::new()), eve)];
    out.decide(passage, (at, end), Kind::Title, &ways, &[], false);
}

/// The words before the noun that say champions of what.
fn modifiers(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Words> {
    let mut words = Words { first: at, ..Words::default() };
    while let Some(before) = words.first.checked_sub(1) {
        if let Some(name) = passage.name_at(before) {
            if let Some(edition) = name.edition() {
                words.edition = Some(edition);
            } else if let Some(competition) = name.competition() {
                words.competition = Some(competition);
            } else {
                break;
            }
            words.first = name.first;
            continue;
        }
        if let Some(year) = reader.year_at(passage, before) {
            words.years.push((year, before));
            words.first = before;
            continue;
        }
        // "The Euro 92 winners"
        if let Some(year) = crate::anchor::short_year(passage, before) {
            words.years.push((year, before));
            words.competition = Some(reader.european_championship(out)?);
            words.first = before - 1;
            continue;
        }
        match passage.word(before) {
            "defending" | "reigning" | "current" | "title" => words.holding = true,
            "world" => words.competition = Some(reader.world_cup(out)?),
            "european" => words.competition = Some(reader.european_championship(out)?),
            "former" | "past" | "previous" | "ex" => words.former = true,
            "eventual" => words.eventual = true,
            "the" | "cup" | "outright" => {}
            // "Brazil, a four-time champion,"
            "a" if words.times.is_some() => {}
            "and" if !words.years.is_empty() => {}
            "time" | "times" => {
                let (start, count) = passage.cardinal_before(before)?;
                words.times = Some(count);
                words.first = start;
                continue;
            }
            "twice" => words.times = Some(2),
            // "The record world champions": whoever won most.
            "record" => words.former = true,
            // "African champions", "group winners", "deposed champions": of something else, or no longer.
            word => {
                let adjective = passage.kind(before) == Some(byline_record::ask::english::tokens::TokenKind::Word)
                    && [
                        "group",
                        "league",
                        "african",
                        "asian",
                        "american",
                        "olympic",
                        "deposed",
                        "dethroned",
                        "new",
                        "newly",
                        "youth",
                        "under",
                        "bundesliga",
                        "premier",
                        "serie",
                        "next",
                        "last",
                        "first",
                        "fellow",
                        "no",
                        "be",
                        "become",
                        "became",
                        "becoming",
                        "crowned",
                        "qualifying",
                        "play",
                        "off",
                        "old",
                        "then",
                        "shoot",
                        "out",
                        "tournament",
                        "competition",
                        "worthy",
                        "deserved",
                        "unexpected",
                        "likely",
                        "potential",
                        "possible",
                        "surprise",
                        "women",
                        "junior",
                        "club",
                        "nations",
                        "africa",
                        "asia",
                        "copa",
                        "any",
                        "future",
                        "which",
                        "what",
                        "a",
                        "other",
                        "another",
                        "match",
                        "not",
                    ]
                    .contains(&word);
                if adjective {
                    return None;
                }
                break;
            }
        }
        words.first = before;
    }
    Some(words)
}

/// The team so called: after the noun, in apposition, or the subject of "are", "as".
fn bearer(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    words: &Words,
    end: usize,
    out: &Out<'_>,
) -> Option<(Meant<TeamId>, usize)> {
    let direct = |team: TeamId, first: usize, end: usize| Some((Meant { all: vec![team], sure: true, first }, end));
    // "holders Japan", "holders and hosts France"
    if let Some(name) = passage.name_from(end)
        && let Some(team) = name.team()
        && !passage.is_possessive(name.end)
    {
        return direct(team, words.first, name.end);
    }
    let comma = |at: usize| passage.is_mark(at, ',') || passage.is_mark(at, '-') || passage.is_mark(at, '—');
    // "France, the holders,"
    if words.first >= 2
        && comma(words.first - 1)
        && let Some(name) = passage.name_at(words.first - 2)
        && let Some(team) = name.team()
        && (end >= passage.len() || passage.is_break(end) || reader.edition_at(passage, end, None, out).is_some())
    {
        return direct(team, name.first, end);
    }
    // "Uruguay, semi-finalists in 2010 and twice champions"
    if words.first >= 2
        && passage.word(words.first - 1) == "and"
        && !passage.is_any(words.first, &["the"])
        && passage.has(0, words.first, &["champions", "winners", "finalists", "runners up", "holders"])
    {
        let meant = reader.teams_about(passage, words.first - 1, out);
        if !meant.all.is_empty() {
            return Some((Meant { sure: false, ..meant }, end));
        }
    }
    // "His team, runners-up in 1982,"
    if words.first >= 2 && comma(words.first - 1) && passage.is_any(words.first - 2, &["team", "side", "men"]) {
        let meant = reader.teams_about(passage, words.first - 2, out);
        if !meant.all.is_empty() {
            return Some((meant, end));
        }
    }
    // "the holders, the Netherlands, went out"
    if comma(end) {
        let next = if passage.word(end + 1) == "the" { end + 2 } else { end + 1 };
        if let Some(name) = passage.name_from(next)
            && let Some(team) = name.team()
            && (name.end >= passage.len() || comma(name.end) || passage.is_stop(name.end))
        {
            return direct(team, words.first, name.end);
        }
    }
    // "France are the holders", "arrived as holders", "were runners-up"
    let verb = words.first.checked_sub(1)?;
    // "as the holders recovered": whoever they are.
    let clause = passage.is_any(verb, &["as"])
        && !(end >= passage.len()
            || passage.is_break(end)
            || passage.is_any(end, &["in", "of", "at", "from", "on", "to"]));
    if !clause && passage.is_any(verb, &["are", "were", "is", "was", "as", "finished", "been", "remain"]) {
        let meant = reader.teams_before(passage, verb, out);
        let near = meant.sure && meant.first <= verb;
        return near.then_some((meant, end));
    }
    None
}

fn called<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, noun): (usize, usize, Noun),
    out: &mut Out<'r>,
) {
    if is_hypothetical(passage, at) || passage.is_any(end, &["league", "elect"]) {
        return;
    }
    let Some(words) = modifiers(reader, passage, at, out) else { return };
    // "runners-up in Group B" is of a table.
    if passage
        .any_phrase(end, &["of group", "in group", "in their group", "in the group", "of the group", "of their group"])
        .is_some()
        || passage.is_any(words.first.wrapping_sub(1), &["group"])
    {
        return;
    }
    let Some((meant, last)) = bearer(reader, passage, &words, end, out) else {
        unnamed(reader, passage, foci, &words, (end, noun), out);
        return;
    };
    let Some(team) = meant.likely() else { return };
    let mut behind = last.max(end);
    // "runners-up to Italy on penalties three years ago"
    if passage.word(behind) == "to"
        && let Some(name) = passage.name_from(behind + 1).filter(|name| name.team().is_some())
    {
        behind = passage.any_phrase(name.end, &["on penalties", "in a shoot out", "in a shootout"]).unwrap_or(name.end);
    }
    if passage.is_mark(behind, ',') && words.times.is_some() && passage.is_any(behind + 1, &["in"]) {
        behind += 1;
    }
    let behind =
        if passage.is_mark(behind, '(') && reader.year_at(passage, behind + 1).is_some() { behind + 1 } else { behind };
    let after = reader
        .edition_at(
            passage,
            behind,
            words.competition.or(own_competition(reader, out)).filter(|_| behind > last.max(end)),
            out,
        )
        .or_else(|| reader.edition_at(passage, behind, words.competition, out));
    // "World champions Germany in the Euro 92 final": who they were, and where they lost.
    let of_other = |id: &EditionId| words.competition.is_some_and(|own| out.record().edition(*id).competition != own);
    // "Against holders the Netherlands in the 1992 semi-finals": those before them.
    let after = after.filter(|(editions, _)| noun != Noun::Holders && !editions.iter().any(of_other));
    let today = is_current(reader, passage, foci, out) && reader.edition.is_some();
    let span = (meant.first.min(words.first), last);
    let sex = reader.sex(out);
    let with = |says: Says, competitions: Vec<CompetitionId>| statement(says, sex, competitions);
    let honours = |honour, competition, edition| Says::Honours { team: Some(team), honour, competition, edition };
    let came = |edition: EditionId| match noun {
        Noun::Champions | Noun::Winners | Noun::Holders => honours(Honour::Champions, None, Some(edition)),
        Noun::RunnersUp => honours(Honour::RunnersUp, None, Some(edition)),
        Noun::Reached(stage) => {
            Says::StageReached { team: Some(team), edition: Some(edition), stage: Some(stage), exactly: false }
        }
    };
    // A year or an edition says which tournament.
    let mut editions: Vec<(Vec<EditionId>, (usize, usize))> = Vec::new();
    if let Some(edition) = words.edition {
        editions.push((vec![edition], span));
    } else if !words.years.is_empty() {
        for &(year, place) in &words.years {
            let of = words.competition.map_or_else(|| reader.competitions(out), |id| vec![id]);
            let found = of.into_iter().filter_map(|id| reader.edition_of(id, year, out)).collect();
            let place = if words.years.len() > 1 { (place, place + 1) } else { span };
            editions.push((found, place));
        }
    } else if let Some((found, end)) = after {
        editions.push((found, (span.0, end)));
        // "in 1930, 1990 and 2014"
        let mut next = end;
        while let Some(place) = [next + 1, next + 2].into_iter().find(|&place| {
            let joined = (next..place).all(|at| passage.is_mark(at, ',') || passage.is_any(at, &["and", "in"]));
            joined && reader.year_at(passage, place).is_some()
        }) {
            let Some(year) = reader.year_at(passage, place) else { break };
            let of = words.competition.map_or_else(|| reader.competitions(out), |id| vec![id]);
            let found = of.into_iter().filter_map(|id| reader.edition_of(id, year, out)).collect();
            editions.push((found, (place, place + 1)));
            next = place + 1;
        }
    }
    if !editions.is_empty() {
        let mut listed = false;
        // "Slovakia were the 1976 winners as part of Czechoslovakia"
        let within = passage.has(0, passage.len(), &["part of", "under the name"]);
        let named = || {
            let teams = passage.names.iter().filter_map(crate::passage::Name::team);
            teams.filter(|&other| within && other != team)
        };
        for (editions, span) in editions {
            let ways: Vec<(Statement, View<'r>)> =
                editions.into_iter().map(|edition| (with(came(edition), Vec::new()), out.view)).collect();
            let others: Vec<(Statement, View<'r>)> = named()
                .flat_map(|other| ways.iter().map(move |(made, view)| (about_team(made, other), *view)))
                .collect();
            // "In 1954, 1970 and 1990": whose years they are, those that are right have shown.
            let verdict = out.decide_of(passage, span, Kind::Title, &ways, &others, (meant.sure, listed));
            listed |= verdict == Some(Verdict::Confirmed);
        }
        return;
    }
    // "Lost to eventual champions Argentina": of the tournament of the match told of.
    if words.eventual && words.competition.is_none() {
        let told = foci.iter().filter(|focus| !focus.loose).map(|focus| focus.entry.edition);
        let editions = distinct(told.chain(reader.tournament(out)), foci.len() + 1);
        let of = |&edition: &EditionId| (with(came(edition), Vec::new()), out.view);
        let ways: Vec<(Statement, View<'r>)> = editions.iter().map(of).collect();
        out.decide(passage, span, Kind::Title, &ways, &[], editions.len() == 1 && meant.sure);
        return;
    }
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    if let Some(count) = words.times {
        // "Two-time defending champion Spain": who won the last two, whatever they won before.
        if !matches!(noun, Noun::Champions | Noun::Winners) || words.holding {
            return;
        }
        let tally =
            || Says::Tally { what: Countable::Titles, whose: Subject::Team(team), against: None, count: Some(count) };
        let competitions = words.competition.map_or_else(|| own.map_or_else(Vec::new, |own| vec![own]), |id| vec![id]);
        let ways = over_days(reader, out, &competitions, |id| with(tally(), vec![id]));
        let rest: Vec<CompetitionId> = match words.competition {
            Some(_) => Vec::new(),
            None => reader.competitions(out).into_iter().filter(|id| Some(*id) != own).collect(),
        };
        let others = over_days(reader, out, &rest, |id| with(tally(), vec![id]));
        out.decide(passage, span, Kind::Title, &ways, &others, meant.sure && today);
        return;
    }
    if words.former {
        let competitions = words.competition.map_or_else(|| own.into_iter().collect(), |id| vec![id]);
        let ways = over_days(reader, out, &competitions, |id| {
            let feat = Feat::WinTitle(id);
            let mut statement = with(never(feat, team), Vec::new());
            statement.denied = true;
            statement
        });
        out.decide(passage, span, Kind::Title, &ways, &[], false);
        return;
    }
    if noun == Noun::RunnersUp && (last > end || is_apposed(passage, &words)) && !is_of_other_prize(reader, passage) {
        // "the runners-up Italy": of the edition before, or of this one.
        let within: Vec<CompetitionId> = words.competition.map_or_else(|| reader.competitions(out), |id| vec![id]);
        let is_over = |edition: &EditionId| !is_under_way(reader, *edition, out);
        let last = |id: &CompetitionId| super::ledger::editions(&out.view, &[*id]).into_iter().rev();
        let made = |edition| (with(honours(Honour::RunnersUp, None, Some(edition)), Vec::new()), out.view);
        let ways: Vec<(Statement, View<'r>)> =
            within.iter().flat_map(|id| last(id).take(2).filter(is_over)).map(made).collect();
        // Who was so once may be called so a while after.
        let mut before = within.iter().flat_map(|id| last(id).filter(is_over).take(2)).map(made);
        let once = before.any(|(made, view)| evaluate(&view, &made).verdict == Verdict::Confirmed);
        let second = reader
            .tournament(out)
            .and_then(|edition| super::standing::Standing::of(&out.view, edition, team))
            .and_then(|table| table.lines.get(1).map(|line| line.team))
            .is_some_and(|is| out.record().root(is) == out.record().root(team));
        // Of a confederation whose championship the record does not have, a team may be runner-up of that.
        let known = words.competition.is_some() || out.record().team(team).confederation.as_deref() == Some("UEFA");
        let plain = today && meant.sure && known && !words.former && !second && !once && passage.quote.is_none();
        out.decide(passage, span, Kind::Title, &ways, &[], plain);
        return;
    }
    let says_so = words.holding || words.competition.is_some() || noun == Noun::Holders;
    if !matches!(noun, Noun::Champions | Noun::Holders) || !(says_so || last > end) {
        return;
    }
    let Some(competition) = words.competition.or(own) else { return };
    let mut ways =
        over_days(reader, out, &[competition], |id| with(honours(Honour::Holders, Some(id), None), Vec::new()));
    for focus in foci.iter().filter(|focus| !focus.is_anchor) {
        let eve = out.view.span(focus.entry.edition).map(|span| out.view.before(span.first));
        let days = [Some(out.view.no_later_than(focus.entry.date)), eve];
        let statement = with(honours(Honour::Holders, Some(competition), None), Vec::new());
        ways.extend(days.into_iter().flatten().map(|view| (statement.clone(), view)));
    }
    let plain = today && meant.sure && says_so;
    out.decide(passage, span, Kind::Title, &ways, &[], plain);
}

/// "France, the runners-up,": whether the words stand right behind the team's name.
fn is_apposed(passage: &Passage, words: &Words) -> bool {
    let name = words.first.checked_sub(2).and_then(|last| passage.name_at(last));
    passage.is_mark(words.first.wrapping_sub(1), ',')
        && passage.is_any(words.first, &["the"])
        && name.is_some_and(|name| name.team().is_some())
}

/// Whether an edition is the one told of and its final is still to be played.
fn is_under_way(reader: &Reader<'_, '_>, edition: EditionId, out: &Out<'_>) -> bool {
    reader.tournament(out) == Some(edition) && !out.view.is_over(edition)
}

/// Whether a passage, its paragraph before it or the passage before speaks of places in a group or of competitions whose
/// runners-up the record does not have.
fn is_of_other_prize(reader: &Reader<'_, '_>, passage: &Passage) -> bool {
    const OTHERS: &[&str] = &[
        "group",
        "groups",
        "pool",
        "section",
        "table",
        "qualifying",
        "qualification",
        "qualifier",
        "qualifiers",
        "qualified",
        "play offs",
        "play off",
        "playoff",
        "playoffs",
        "nations league",
        "confederations cup",
        "copa",
        "gold cup",
        "asian cup",
        "africa cup",
        "cup of nations",
        "olympic",
        "olympics",
        "under 21",
        "under 20",
        "youth",
        "friendly",
        "tour",
    ];
    let before = reader.before(passage).iter().filter(|before| before.paragraph == passage.paragraph);
    let mut near = before.chain(reader.passage_before(passage)).chain([passage]);
    near.any(|passage| passage.has(0, passage.len(), OTHERS))
}

/// "put the four-times champions in front": one of the two sides, where it fits one of them only.
fn unnamed<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    words: &Words,
    (end, noun): (usize, Noun),
    out: &mut Out<'r>,
) {
    if let Some((made, view, _)) = fitting(reader, words, noun, out) {
        out.decide(passage, (words.first, end), Kind::Title, &[(made, view)], &[], false);
        return;
    }
    if let Some((made, view)) = of_paragraph(reader, passage, words, noun, out) {
        out.decide(passage, (words.first, end), Kind::Title, &[(made, view)], &[], false);
        return;
    }
    // "The five-times champions" are one of the two sides where no other team is near.
    let (Some(entry), Some(count)) = (reader.anchor, words.times) else { return };
    let others =
        passage.names.iter().filter_map(crate::passage::Name::team).any(|team| out.side(entry, team).is_none());
    if others || !is_current(reader, passage, foci, out) || passage.word(words.first) != "the" {
        return;
    }
    let competitions = words.competition.map_or_else(|| reader.competitions(out), |id| vec![id]);
    let sex = reader.sex(out);
    let ways: Vec<_> = [entry.home, entry.away]
        .into_iter()
        .flat_map(|team| {
            over_days(reader, out, &competitions, |id| {
                let whose = Subject::Team(team);
                let says = Says::Tally { what: Countable::Titles, whose, against: None, count: Some(count) };
                statement(says, sex, vec![id])
            })
        })
        .collect();
    out.decide(passage, (words.first, end), Kind::Title, &ways, &[], true);
}

/// "The holders go home": the one team of those its paragraph names that were the holders when the tournament began.
fn of_paragraph<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    words: &Words,
    noun: Noun,
    out: &Out<'r>,
) -> Option<(Statement, View<'r>)> {
    let plain = words.holding || words.competition.is_some() || passage.word(words.first) == "the";
    let holders = noun == Noun::Holders || noun == Noun::Champions && plain;
    if !holders || words.former || words.times.is_some() || words.edition.is_some() || !words.years.is_empty() {
        return None;
    }
    let own = reader.tournament(out)?;
    let competition = words.competition.or(own_competition(reader, out))?;
    let mut teams: Vec<TeamId> = reader
        .up_to(passage)
        .iter()
        .rev()
        .take(4)
        .filter(|other| other.paragraph == passage.paragraph)
        .flat_map(|other| other.names.iter().filter_map(crate::passage::Name::team))
        .collect();
    teams.sort_unstable();
    teams.dedup();
    teams.truncate(8);
    let eve = out.view.span(own).map_or(out.view, |span| out.view.before(span.first));
    let sex = reader.sex(out);
    let made = |team: TeamId| {
        let says =
            Says::Honours { team: Some(team), honour: Honour::Holders, competition: Some(competition), edition: None };
        statement(says, sex, Vec::new())
    };
    let fits = |made: &Statement| evaluate(&eve, made).verdict == Verdict::Confirmed;
    teams.into_iter().map(made).find(fits).map(|made| (made, eve))
}

/// Which of the two sides of the match told of a description fits, where it fits one of them only.
fn fitting<'r>(
    reader: &Reader<'_, 'r>,
    words: &Words,
    noun: Noun,
    out: &Out<'r>,
) -> Option<(Statement, View<'r>, TeamId)> {
    let entry = reader.anchor?;
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let named = match (words.edition, words.years.as_slice()) {
        (Some(edition), _) => Some(edition),
        (None, [(year, _)]) => reader.edition_of(words.competition.or(own)?, *year, out),
        _ => None,
    };
    let says = |team: TeamId| {
        let honours = |honour, competition, edition| Says::Honours { team: Some(team), honour, competition, edition };
        Some(match (noun, named) {
            (Noun::RunnersUp, Some(edition)) => honours(Honour::RunnersUp, None, Some(edition)),
            (Noun::Champions | Noun::Winners, Some(edition)) => honours(Honour::Champions, None, Some(edition)),
            (Noun::Champions | Noun::Winners, None) if words.times.is_some() => {
                Says::Tally { what: Countable::Titles, whose: Subject::Team(team), against: None, count: words.times }
            }
            (Noun::Champions | Noun::Holders, None) if words.years.is_empty() && !words.former => {
                let plain = words.holding || words.competition.is_some() || noun == Noun::Holders;
                honours(Honour::Holders, Some(words.competition.or(own).filter(|_| plain)?), None)
            }
            _ => return None,
        })
    };
    let competition = words.competition.or(own);
    let eve = out.view.span(entry.edition).map_or(out.view, |span| out.view.before(span.first));
    let sex = reader.sex(out);
    let scope: Vec<CompetitionId> = competition.filter(|_| named.is_none()).into_iter().collect();
    let mut found = [entry.home, entry.away]
        .into_iter()
        .filter_map(|team| Some((statement(says(team)?, sex, scope.clone()), eve, team)))
        .filter(|(made, view, _)| evaluate(view, made).verdict == Verdict::Confirmed);
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The side that was last described by what it won or reached, before a token: "the Euro 2020 runners-up, who".
pub(crate) fn described<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &Out<'r>) -> Option<TeamId> {
    (0..at).rev().find_map(|at| {
        let (_, noun) = *NOUNS.iter().find(|(phrase, _)| passage.phrase(at, phrase).is_some())?;
        let words = modifiers(reader, passage, at, out)?;
        fitting(reader, &words, noun, out).map(|(_, _, team)| team)
    })
}

fn own_competition(reader: &Reader<'_, '_>, out: &Out<'_>) -> Option<CompetitionId> {
    reader.tournament(out).map(|edition| out.record().edition(edition).competition)
}

fn never(feat: Feat, team: TeamId) -> Says {
    Says::Occasion {
        feat,
        whose: Some(Subject::Team(team)),
        occurrence: Occurrence::Never,
        when: When::default(),
        since: None,
        prospective: false,
    }
}

/// A statement for each competition and each day it may be judged by.
fn over_days<'r>(
    reader: &Reader<'_, 'r>,
    out: &Out<'r>,
    competitions: &[CompetitionId],
    make: impl Fn(CompetitionId) -> Statement,
) -> Vec<(Statement, View<'r>)> {
    let days = reader.days(out);
    competitions
        .iter()
        .flat_map(|&id| days.iter().map(move |view| (id, *view)))
        .map(|(id, view)| (make(id), view))
        .collect()
}

/// The same statement about another team.
fn about_team(made: &Statement, other: TeamId) -> Statement {
    let mut made = made.clone();
    if let Some(team) = team_of(&mut made.says) {
        *team = other;
    }
    made
}
