//! Champions, holders, runners-up, and how many titles: "holders Japan", "the four-times champions", "the Euro 2020
//! runners-up", "Uruguay's second title", "won the World Cup in 1966".

use byline_record::ask::statement::{Countable, Feat, Honour, Occurrence, Says, Subject, When};
use byline_record::ask::{Statement, Verdict, evaluate};
use byline_record::{CompetitionId, EditionId, StageKind, TeamId, View};

use super::about::{Meant, each_with_each, is_hypothetical, is_of_today, is_wanted, statement};
use super::{Focus, Out, Reader, history};
use crate::claim::Kind;
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
        let found = if passage.name_at(at).is_some() {
            None
        } else {
            NOUNS.iter().find_map(|&(phrase, noun)| passage.phrase(at, phrase).map(|end| (noun, end)))
        };
        if let Some((noun, end)) = found {
            called(reader, passage, foci, (at, end, noun), out);
            at = end;
            continue;
        }
        if passage.is_any(at, &["title", "titles", "crown", "trophy", "trophies", "triumph", "star"])
            || passage.name_from(at).is_some_and(|name| name.competition().is_some())
        {
            nth_title(reader, passage, foci, at, out);
        }
        if passage.is_any(at, &["won", "win", "winning", "wins", "lifted", "lifting"]) {
            won(reader, passage, at, out);
        }
        at += 1;
    }
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
        match passage.word(before) {
            "defending" | "reigning" | "current" | "title" => words.holding = true,
            "world" => words.competition = Some(reader.world_cup(out)?),
            "european" => words.competition = Some(reader.european_championship(out)?),
            "former" | "past" | "previous" | "ex" => words.former = true,
            "eventual" => words.eventual = true,
            "the" | "cup" | "outright" => {}
            "and" if !words.years.is_empty() => {}
            "time" | "times" => {
                let count = (before.saturating_sub(2)..before).find_map(|start| {
                    passage.cardinal(start).filter(|(_, end)| *end == before).map(|found| (start, found.0))
                });
                let (start, count) = count?;
                words.times = Some(count);
                words.first = start;
                continue;
            }
            "twice" => words.times = Some(2),
            "record" => {}
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
    // "the holders, the Netherlands, went out"
    if comma(end) {
        let next = if passage.word(end + 1) == "the" { end + 2 } else { end + 1 };
        if let Some(name) = passage.name_from(next)
            && let Some(team) = name.team()
            && (name.end >= passage.len() || comma(name.end))
        {
            return direct(team, words.first, name.end);
        }
    }
    // "France are the holders", "arrived as holders", "were runners-up"
    let verb = words.first.checked_sub(1)?;
    if passage.is_any(verb, &["are", "were", "is", "was", "as", "finished", "been", "remain"]) {
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
    let after = reader.edition_at(passage, last.max(end), words.competition, out);
    let today = is_of_today(reader, foci) && reader.edition.is_some();
    let span = (meant.first.min(words.first), last);
    let sex = reader.sex(out);
    let with = |says: Says, competitions: Vec<CompetitionId>| statement(says, sex, competitions);
    let honours = |honour, competition, edition| Says::Honours { team: Some(team), honour, competition, edition };
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
    }
    if !editions.is_empty() {
        for (editions, span) in editions {
            let ways: Vec<(Statement, View<'r>)> = editions
                .into_iter()
                .map(|edition| {
                    let says = match noun {
                        Noun::Champions | Noun::Winners | Noun::Holders => {
                            honours(Honour::Champions, None, Some(edition))
                        }
                        Noun::RunnersUp => honours(Honour::RunnersUp, None, Some(edition)),
                        Noun::Reached(stage) => Says::StageReached {
                            team: Some(team),
                            edition: Some(edition),
                            stage: Some(stage),
                            exactly: false,
                        },
                    };
                    (with(says, Vec::new()), out.view)
                })
                .collect();
            out.decide(passage, span, Kind::Title, &ways, &[], meant.sure);
        }
        return;
    }
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    if let Some(count) = words.times {
        if !matches!(noun, Noun::Champions | Noun::Winners) {
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
    let says_so = words.holding || words.competition.is_some() || noun == Noun::Holders;
    if !matches!(noun, Noun::Champions | Noun::Holders) || !(says_so || words.eventual || last > end) {
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
    let plain = today && meant.sure && says_so && !words.eventual;
    out.decide(passage, span, Kind::Title, &ways, &[], plain);
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
    // "The five-times champions" are one of the two sides where no other team is near.
    let (Some(entry), Some(count)) = (reader.anchor, words.times) else { return };
    let others =
        passage.names.iter().filter_map(crate::passage::Name::team).any(|team| out.side(entry, team).is_none());
    if others || !is_of_today(reader, foci) || passage.word(words.first) != "the" {
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

/// "their third title", "Uruguay's second World Cup triumph", "a fifth World Cup", "first major trophy".
fn nth_title<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let mut first = at;
    let mut named: Option<CompetitionId> = None;
    let mut major = false;
    let mut end = at + 1;
    let mut titled = passage.name_from(at).is_none();
    if let Some(name) = passage.name_from(at) {
        named = name.competition();
        end = name.end;
        if passage.is_any(end, &["title", "titles", "crown", "trophy", "triumph", "win", "victory", "success"]) {
            titled = true;
            end += 1;
        }
    }
    // Back over "European", "World Cup", "major" to the number.
    let (nth, before) = loop {
        let Some(before) = first.checked_sub(1) else { return };
        if let Some(name) = passage.name_at(before) {
            let Some(competition) = name.competition() else { return };
            named = Some(competition);
            first = name.first;
            continue;
        }
        match passage.word(before) {
            "world" => named = reader.world_cup(out),
            "european" => named = reader.european_championship(out),
            "major" | "international" | "big" => major = true,
            "men" | "straight" | "successive" | "consecutive" => return,
            "only" | "so" | "far" | "record" | "and" => {}
            "" if passage.is_mark(before, ',') => {}
            "cup" => {}
            _ => match (before.saturating_sub(1)..=before)
                .find_map(|start| passage.ordinal(start).filter(|(_, end)| *end == first).map(|(nth, _)| (nth, start)))
            {
                Some((nth, start)) => break (nth, start),
                None => return,
            },
        }
        first = before;
    };
    let mut start = before;
    while passage.is_any(start.wrapping_sub(1), &["a", "record", "the", "only"]) {
        start -= 1;
    }
    let determined = passage.is_any(start.wrapping_sub(1), &["their", "its", "his", "her", "our"]);
    let meant = reader.teams_before(passage, start.saturating_sub(usize::from(determined)), out);
    let (meant, span_first) = if passage.is_possessive(start.wrapping_sub(1)) {
        let meant = reader.teams_before(passage, start, out);
        let first = meant.first;
        (meant, first)
    } else {
        (meant, start.saturating_sub(usize::from(determined)))
    };
    let Some(team) = meant.likely() else { return };
    let sex = reader.sex(out);
    let has_verb = passage.has(
        start.saturating_sub(12),
        start,
        &[
            "won",
            "win",
            "winning",
            "wins",
            "claim",
            "claimed",
            "lift",
            "lifted",
            "secured",
            "clinched",
            "clinch",
            "celebrate",
            "celebrated",
            "took",
            "take",
            "collect",
            "collected",
            "earned",
            "landed",
            "sealed",
            "captured",
        ],
    );
    // "their third World Cup" may be the third they play in.
    if !titled && !has_verb {
        return;
    }
    // "second victory over", "a first win at the World Cup" are no titles.
    if passage.is_any(end, &["win", "final", "finals", "goal", "match", "semi", "quarter", "campaign", "appearance"])
        && !titled
    {
        return;
    }
    // "First title in 24 years", "as a unified country": of something narrower.
    let narrow = passage.is_any(end, &["in", "as", "for", "under", "outside", "away", "abroad", "of", "at"])
        && (nth == 1 || passage.is_any(end + 1, &["a", "succession"]) || passage.cardinal(end + 1).is_some())
        && reader.edition_at(passage, end, None, out).is_none();
    let since = if passage.word(end) == "since" {
        history::since(reader, passage, end + 1, out)
    } else {
        in_years(reader, passage, end, out).filter(|_| nth == 1)
    };
    let narrow = narrow && since.is_none();
    if narrow || passage.word(end) == "since" && (since.is_none() || nth != 1) {
        return;
    }
    let end = since.as_ref().map_or(end, |(_, end)| *end);
    let since = since.map(|(when, _)| (None, when));
    let Ok(nth) = u16::try_from(nth) else { return };
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let competitions: Vec<CompetitionId> = named.or(if major { None } else { own }).into_iter().collect();
    let wanted = is_wanted(passage, start) || is_hypothetical(passage, start);
    if competitions.is_empty() || major {
        // Of every great title the record knows those of the world and of Europe.
        let european = out.record().team(team).confederation.as_deref() == Some("UEFA");
        let all: Vec<CompetitionId> =
            reader.world_cup(out).into_iter().chain(reader.european_championship(out)).collect();
        if !major || !european || all.len() < 2 || wanted || since.is_some() {
            return;
        }
        let tally = |team| {
            let says = Says::Tally {
                what: Countable::Titles,
                whose: Subject::Team(team),
                against: None,
                count: Some(u32::from(nth)),
            };
            statement(says, sex, all.clone())
        };
        let ends = foci
            .iter()
            .filter_map(|focus| out.view.span(focus.entry.edition).map(|span| out.view.no_later_than(span.last)));
        let told = reader.tournament(out).and_then(|id| out.view.span(id));
        let mut days: Vec<View<'r>> = ends.chain(told.map(|span| out.view.no_later_than(span.last))).collect();
        days.dedup_by_key(|view| view.as_of());
        if days.is_empty() {
            days.push(out.view);
        }
        let of_final =
            reader.anchor.is_some_and(|entry| entry.stage.as_ref().is_some_and(|stage| stage.kind == StageKind::Final));
        let ways: Vec<_> = days.iter().map(|view| (tally(team), *view)).collect();
        let others: Vec<_> = meant.others().map(|team| (tally(team), out.view)).collect();
        out.decide(
            passage,
            (span_first, end),
            Kind::Title,
            &ways,
            &others,
            of_final && meant.sure && is_of_today(reader, foci),
        );
        return;
    }
    let Some(&competition) = competitions.first() else { return };
    let occasion = |team: TeamId, when: When| {
        let says = Says::Occasion {
            feat: Feat::WinTitle(competition),
            whose: Some(Subject::Team(team)),
            occurrence: if nth == 1 { Occurrence::First } else { Occurrence::Nth(nth) },
            when,
            since: since.clone(),
            prospective: wanted,
        };
        statement(says, sex, Vec::new())
    };
    // Which of its titles: that of the tournament told of, else the last it has.
    let mut ways: Vec<(Statement, View<'r>)> = Vec::new();
    let told = reader.edition_at(passage, end, Some(competition), out).map(|(editions, _)| editions);
    if wanted {
        ways.extend(reader.days(out).into_iter().map(|view| (occasion(team, When::default()), view)));
    } else if let Some(editions) = told {
        ways.extend(
            editions.into_iter().map(|id| (occasion(team, When { edition: Some(id), ..When::default() }), out.view)),
        );
    } else {
        let mut editions: Vec<EditionId> = foci.iter().map(|focus| focus.entry.edition).collect();
        editions.extend(self_edition(reader, out, competition));
        editions.dedup();
        editions.retain(|&id| out.record().edition(id).competition == competition && out.view.is_over(id));
        ways.extend(
            editions.into_iter().map(|id| (occasion(team, When { edition: Some(id), ..When::default() }), out.view)),
        );
    }
    if ways.is_empty() {
        return;
    }
    let others: Vec<_> = meant
        .others()
        .flat_map(|team| ways.iter().map(move |(statement, view)| (team, statement, *view)))
        .map(|(team, statement, view)| {
            let mut statement = statement.clone();
            if let Says::Occasion { whose, .. } = &mut statement.says {
                *whose = Some(Subject::Team(team));
            }
            (statement, view)
        })
        .collect();
    out.decide(passage, (span_first, end), Kind::Title, &ways, &others, meant.sure && is_of_today(reader, foci));
}

/// "first title in 28 years": since the year so many years ago.
fn in_years(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(When, usize)> {
    let (count, noun) = passage.is_any(at, &["in", "for"]).then(|| passage.cardinal(at + 1))??;
    let end = passage.any_phrase(noun, &["years"])?;
    let year = reader.this_year(out)?.checked_sub(i16::try_from(count).ok()?)?;
    Some((When { year: Some(year), ..When::default() }, end))
}

fn self_edition(reader: &Reader<'_, '_>, out: &Out<'_>, competition: CompetitionId) -> Option<EditionId> {
    reader.tournament(out).filter(|&id| out.record().edition(id).competition == competition)
}

/// "won the World Cup in 1966", "won Euro 96", "won it in 1998".
fn won<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(1), &["not", "never", "to", "without"])
    {
        return;
    }
    let next = if passage.word(at + 1) == "the" { at + 2 } else { at + 1 };
    let direct = passage.name_from(next).filter(|name| name.edition().is_some() || name.competition().is_some());
    let (editions, end) = match direct {
        Some(name) => {
            // "won the 2018 World Cup final" is a match.
            let Some((editions, end)) = reader.edition_at(passage, next, name.competition(), out) else { return };
            (editions, end)
        }
        None => {
            let Some(end) = passage.any_phrase(next, &["it", "title", "trophy", "tournament", "competition", "cup"])
            else {
                return;
            };
            let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
            let Some(own) = own else { return };
            let Some((editions, end)) = reader.edition_at(passage, end, Some(own), out) else { return };
            (editions, end)
        }
    };
    if passage.is_any(
        end,
        &[
            "final",
            "semi",
            "quarter",
            "qualifier",
            "match",
            "opener",
            "group",
            "qualifying",
            "third",
            "bronze",
            "golden",
            "bid",
        ],
    ) {
        return;
    }
    let meant = reader.teams_before(passage, at, out);
    let Some(team) = meant.likely() else { return };
    let (sex, view) = (reader.sex(out), out.view);
    let make = |team: TeamId, edition: EditionId| {
        let says =
            Says::Honours { team: Some(team), honour: Honour::Champions, competition: None, edition: Some(edition) };
        (statement(says, sex, Vec::new()), view)
    };
    let ways: Vec<_> = editions.iter().map(|&edition| make(team, edition)).collect();
    let others: Vec<_> = each_with_each(meant.others(), &editions, make);
    out.decide(passage, (at, end), Kind::Title, &ways, &others, meant.sure);
}
