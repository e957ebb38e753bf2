//! Titles won: "Uruguay's second title", "their first in 28 years", "won the World Cup in 1966".

use byline_record::ask::statement::{Countable, Feat, Honour, Occurrence, Says, Subject, When};
use byline_record::ask::{Statement, Verdict, evaluate, words};
use byline_record::{CompetitionId, EditionId, StageKind, TeamId, View};

use super::about::{Meant, each_with_each, is_current, is_hypothetical, is_wanted, statement};
use super::reigns::first_since;
use super::{Focus, Judged, Out, Reader, history};
use crate::claim::Kind;
use crate::passage::Passage;

/// "their third title", "Uruguay's second World Cup triumph", "a fifth World Cup", "first major trophy".
pub(crate) fn nth_title<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    at: usize,
    out: &mut Out<'r>,
) {
    let mut first = at;
    let mut named: Option<CompetitionId> = None;
    // "Their first major success", "first silverware since 1964": of any great title.
    let mut major = passage.is_any(at, &["silverware"]);
    let loose = passage.is_any(at, &["success", "honour"]);
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
                // "For Argentina there was no third title"
                Some((_, start)) if passage.is_any(start.wrapping_sub(1), &["no", "without"]) => return,
                Some((nth, start)) => break (nth, start),
                None => return,
            },
        }
        first = before;
    };
    if loose && !major {
        return;
    }
    let mut start = before;
    while passage.is_any(start.wrapping_sub(1), &["a", "record", "the", "only"]) {
        start -= 1;
    }
    let determined = passage.is_any(start.wrapping_sub(1), &["their", "its", "his", "her", "our"]);
    // "At their first World Cup" is no title.
    let preposition = start.wrapping_sub(1 + usize::from(determined));
    if !titled && passage.is_any(preposition, &["at", "in", "of", "to", "for", "from", "since", "during", "after"]) {
        return;
    }
    let meant = reader.teams_before(passage, start.saturating_sub(usize::from(determined)), out);
    let (meant, span_first) = if passage.is_possessive(start.wrapping_sub(1)) {
        let meant = reader.teams_before(passage, start, out);
        let first = meant.first;
        (meant, first)
    } else {
        (meant, start.saturating_sub(usize::from(determined)))
    };
    // "With their third title, Brazil kept the trophy"
    let fronted = || {
        let comma = (end..end + 4).find(|&at| passage.is_mark(at, ','))?;
        let next = if passage.word(comma + 1) == "the" { comma + 2 } else { comma + 1 };
        passage.name_from(next).and_then(crate::passage::Name::team).filter(|_| determined && start <= 2)
    };
    let meant = match fronted().filter(|_| meant.all.is_empty()) {
        Some(team) => Meant { all: vec![team], sure: true, first: meant.first },
        None => meant,
    };
    let meant = match determined.then(|| champion(reader, passage, foci, start, out)).flatten() {
        Some(team) => Meant { all: vec![team], sure: true, first: meant.first },
        None => meant,
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
            "brought",
            "bring",
            "gave",
            "give",
            "delivered",
            "deliver",
            "handed",
            "earning",
            "giving",
            "securing",
            "taking",
            "claiming",
            "lifting",
            "clinching",
            "celebrating",
            "bringing",
        ],
    );
    // "their third World Cup" may be the third they play in.
    if !titled && !has_verb {
        return;
    }
    const NO_TITLE: &[&str] = &[
        "win",
        "final",
        "finals",
        "goal",
        "match",
        "semi",
        "semifinal",
        "semifinals",
        "quarter",
        "quarterfinal",
        "quarterfinals",
        "campaign",
        "appearance",
        "game",
        "defeat",
        "last",
        "knock",
        "knockout",
    ];
    // "second victory over", "a first win at the World Cup" are no titles.
    if passage.is_any(end, NO_TITLE) && !titled {
        return;
    }
    // "First title in 24 years", "as a unified country": of something narrower.
    let narrow = passage.is_any(end, &["in", "as", "for", "under", "outside", "away", "abroad", "of", "at"])
        && (nth == 1 || passage.is_any(end + 1, &["a", "succession"]) || passage.cardinal(end + 1).is_some())
        && reader.edition_at(passage, end, None, out).is_none();
    let since = since_at(reader, passage, end, out).filter(|_| nth == 1 || passage.word(end) == "since");
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
        if major
            && european
            && !wanted
            && let Some((_, When { year: Some(year), .. })) = since
        {
            first_since(reader, passage, foci, (span_first, end), year, &meant, out);
        }
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
        let of_final = reader.anchor.is_some_and(|entry| entry.is_at(StageKind::Final));
        let ways: Vec<_> = days.iter().map(|view| (tally(team), *view)).collect();
        let others: Vec<_> = meant.others().map(|team| (tally(team), out.view)).collect();
        out.decide(
            passage,
            (span_first, end),
            Kind::Title,
            &ways,
            &others,
            of_final && meant.sure && is_current(reader, passage, foci, out),
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
    let told = reader.edition_at(passage, end, Some(competition), out).or_else(|| {
        // "Their third triumph, in 1970, was …": put in between.
        let after = end + 1;
        let aside = passage.is_mark(end, ',') && passage.is_any(after, &["in", "at"]);
        let found = aside.then(|| reader.edition_at(passage, after, Some(competition), out))??;
        passage.is_break(found.1).then_some(found)
    });
    let told = told.map(|(editions, _)| editions);
    let dated = told.as_ref().is_some_and(|editions| editions.len() == 1) && passage.quote.is_none();
    let ways: Vec<(Statement, View<'r>)> = if wanted {
        reader.days(out).into_iter().map(|view| (occasion(team, When::default()), view)).collect()
    } else {
        let editions = told.unwrap_or_else(|| {
            let mut editions: Vec<EditionId> = foci.iter().map(|focus| focus.entry.edition).collect();
            editions.extend(self_edition(reader, out, competition));
            editions.dedup();
            editions.retain(|&id| out.record().edition(id).competition == competition && out.view.is_over(id));
            editions
        });
        let of_edition = |id| (occasion(team, When { edition: Some(id), ..When::default() }), out.view);
        editions.into_iter().map(of_edition).collect()
    };
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
    let plain = meant.sure && (dated || is_current(reader, passage, foci, out));
    out.decide(passage, (span_first, end), Kind::Title, &ways, &others, plain);
    if since.is_none() && !wanted {
        won_before(reader, passage, end, (team, competition), plain, out);
    }
}

/// "It was their third title", once the final of the report is played: that of whoever won it, where no team is named.
fn champion<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    at: usize,
    out: &Out<'r>,
) -> Option<TeamId> {
    const IT: &[&str] = &["it was", "it is", "this was", "this is", "that was", "that is"];
    let entry = reader.anchor.filter(|entry| entry.is_at(StageKind::Final))?;
    let named = passage.names.iter().any(|name| name.end <= at && name.team().is_some());
    let opens = passage.any_phrase(0, IT).is_some() && at <= 5;
    (opens && !named && is_current(reader, passage, foci, out)).then(|| Some(entry.team(entry.winner()?)))?
}

/// "Their third title, after 1978 and 1986", "to add to those of 1978 and 1986": the years of the titles before.
fn won_before<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    end: usize,
    (team, competition): (TeamId, CompetitionId),
    plain: bool,
    out: &mut Out<'r>,
) {
    let (sex, view) = (reader.sex(out), out.view);
    let mut listed = false;
    for (year, at) in reader.years_before(passage, end) {
        let Some(edition) = reader.edition_of(competition, year, out) else { return };
        let says =
            Says::Honours { team: Some(team), honour: Honour::Champions, competition: None, edition: Some(edition) };
        let ways = [(statement(says, sex, Vec::new()), view)];
        // Whose titles they are the years that are right have shown.
        let verdict = out.decide_of(passage, (at, at + 1), Kind::Title, &ways, &[], (plain, listed));
        listed |= verdict == Some(Verdict::Confirmed);
    }
}

/// "since 1998", "in 28 years": since when something was not done.
pub(super) fn since_at(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(When, usize)> {
    match passage.is_any(at, &["since"]) {
        true => history::since(reader, passage, at + 1, out),
        false => in_years(reader, passage, at, out),
    }
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
pub(crate) fn won<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(1), &["not", "never", "to", "without"])
    {
        return;
    }
    let next = if passage.is_any(at + 1, &["the", "this"]) { at + 2 } else { at + 1 };
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
    // "Last won it in 2008": with a later title before the report that is wrong, though they won it then.
    if passage.is_any(at.wrapping_sub(1), &["last"])
        && let &[edition] = editions.as_slice()
        && let Some(from) = out.view.span(edition).map(|span| span.last)
    {
        let competition = out.record().edition(edition).competition;
        let own = reader.edition;
        let later = out.view.editions().filter(|other| other.competition == competition && Some(other.id) != own);
        let later = later.filter(|other| out.view.span(other.id).is_some_and(|span| span.first > from));
        let won = |id: EditionId| evaluate(&view, &make(team, id).0);
        if let Some(answer) = later.map(|other| won(other.id)).find(|answer| answer.verdict == Verdict::Confirmed) {
            if meant.sure && passage.quote.is_none() && reader.anchor.is_some() {
                let reading = format!("{} last won it then", words::team(out.record(), team));
                let judged = Judged::new(Verdict::Contradicted).showing(answer.evidence);
                out.push(passage, (at - 1, end), Kind::Title, reading, judged);
            }
            return;
        }
    }
    let ways: Vec<_> = editions.iter().map(|&edition| make(team, edition)).collect();
    let others: Vec<_> = each_with_each(meant.others(), &editions, make);
    let first = out.decide(passage, (at, end), Kind::Title, &ways, &others, meant.sure);
    // "won the World Cup in 1930 and 1950": whose years they are, those that are right have shown.
    let named = first == Some(Verdict::Confirmed);
    let competition = editions.first().map(|&edition| out.record().edition(edition).competition);
    let mut last = end;
    while passage.is_mark(last, ',') || passage.is_any(last, &["and"]) {
        let next = if passage.is_mark(last, ',') && passage.is_any(last + 1, &["and"]) { last + 2 } else { last + 1 };
        let Some((years, end)) = reader.edition_at(passage, next, competition, out) else { return };
        let ways: Vec<_> = years.iter().map(|&edition| make(team, edition)).collect();
        let others: Vec<_> = each_with_each(meant.others(), &years, make);
        out.decide_of(passage, (next, end), Kind::Title, &ways, &others, (meant.sure, named));
        last = end;
    }
}
