//! Which match a passage speaks of: the report's own, or another it recalls.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::How;
use byline_record::{Match, PersonId, Side, StageKind, TeamId};

use super::{Out, Reader};
use crate::heads::Heads;
use crate::passage::Passage;

/// A match a passage may speak of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Focus<'r> {
    pub(crate) entry: &'r Match,
    /// Whether it is the match the report is about.
    pub(crate) is_anchor: bool,
    /// Whether the passage leaves no doubt, so that it may be contradicted.
    pub(crate) may_contradict: bool,
    /// Whether only a name that scored in it speaks for it: what is told must then agree in something else too.
    pub(crate) loose: bool,
    /// Whether the passage by itself leaves no doubt, though its paragraph may have gone over to another match: what is
    /// so in no match of the finals may be contradicted all the same.
    pub(crate) alone: bool,
}

impl<'r> Focus<'r> {
    /// The match the report is about, beyond doubt.
    pub(crate) const fn anchor(entry: &'r Match) -> Self {
        Self { entry, is_anchor: true, may_contradict: true, loose: false, alone: true }
    }

    /// Another match, which may be meant.
    pub(crate) const fn other(entry: &'r Match) -> Self {
        Self { entry, is_anchor: false, may_contradict: false, loose: false, alone: false }
    }

    /// The same, and whether there is no doubt.
    pub(crate) const fn sure(self, sure: bool) -> Self {
        Self { may_contradict: sure, alone: sure, ..self }
    }

    /// The same in a paragraph that has spoken of another match.
    pub(crate) const fn in_doubt(self) -> Self {
        Self { may_contradict: false, ..self }
    }
}

/// Nouns after a year that make it a title: "the Euro 2020 runners-up".
const TITLES: &[&str] = &[
    "runners",
    "runner",
    "champions",
    "champion",
    "winners",
    "winner",
    "finalists",
    "semifinalists",
    "semi finalists",
    "quarter finalists",
    "hosts",
    "holders",
];

/// What a team is called after a tournament.
const HONOURS: &[&str] = &[
    "runners up",
    "champions",
    "winners",
    "finalists",
    "semi finalists",
    "semifinalists",
    "quarter finalists",
    "quarterfinalists",
    "hosts",
    "holders",
];

/// "since 2006, when France won": what follows tells of that year.
fn opens_clause(passage: &Passage, at: usize) -> bool {
    let at = if passage.is_mark(at, ',') { at + 1 } else { at };
    passage.is_any(at, &["when", "where"])
}

/// "the third African side after Cameroon in 1990 and Senegal in 2002": a year of somebody else's, named for comparison.
fn is_precedent(passage: &Passage, year: usize) -> bool {
    let named = year >= 2
        && passage.is_any(year - 1, &["in"])
        && (passage.name_at(year - 2).is_some() || passage.is_any(year.saturating_sub(3), &["for"]));
    named
        && (year.saturating_sub(12)..year).any(|before| {
            passage.is_any(before, &["after", "following", "alongside", "emulating", "emulated", "joining", "like"])
                && !(before..year).any(|at| passage.is_stop(at))
                // "Following the 1-0 loss to Mexico in 2018": a match of that year.
                && !(before..year).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))))
        })
}

/// "Their third title, after 1978 and 1986": a year in a list of those before.
fn is_counted(passage: &Passage, year: usize) -> bool {
    const AFTER: &[&str] = &["after", "following"];
    let listed = |at: usize| {
        passage.is_mark(at, ',')
            || passage.is_any(at, &["and"])
            || matches!(passage.kind(at), Some(TokenKind::Number(1900..=2100)))
    };
    let first = (0..year).rev().find(|&at| !listed(at));
    first.is_some_and(|at| passage.is_any(at, AFTER) && (passage.is_mark(at.wrapping_sub(1), ',') || year - at > 2))
}

/// "Croatia, the runners-up in 2018, had beaten Brazil": whether a year, or a tournament of a year, says between commas when
/// a team was what it is called.
fn is_of_honour(passage: &Passage, (first, end): (usize, usize)) -> bool {
    /// How long such words may be.
    const REACH: usize = 8;
    let is_year = |at: usize| matches!(passage.kind(at), Some(TokenKind::Number(1900..=2100)));
    let listed = |at: usize| is_year(at) || passage.is_mark(at, ',') || passage.is_any(at, &["and"]);
    let end = (end..end + 6).find(|&at| !is_year(at) && !passage.is_any(at, &["and"])).unwrap_or(end);
    let Some(link) = (0..first).rev().find(|&at| !listed(at) && !passage.is_any(at, &["the"])) else { return false };
    let honour = (link.saturating_sub(2)..link).any(|at| passage.any_phrase(at, HONOURS) == Some(link));
    if !honour || !passage.is_any(link, &["in", "at", "of"]) || !passage.is_mark(end, ',') {
        return false;
    }
    let open = (link.saturating_sub(REACH)..link).rev().find(|&at| passage.is_break(at));
    open.is_some_and(|open| {
        let named = open.checked_sub(1).and_then(|last| passage.name_at(last));
        passage.is_mark(open, ',') && named.is_some_and(|name| name.team().is_some())
    })
}

/// The years a passage names as the time of what it tells, ascending.
pub(crate) fn years(passage: &Passage, out: &Out<'_>, today: Option<i16>) -> Vec<i16> {
    let told = passage.years(|| TimesTold::of(passage, out));
    let ago = told.ago.iter().filter_map(|count| Some(today?.saturating_sub(*count)));
    let mut years: Vec<i16> = told.years.iter().copied().chain(ago).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The years that are the time of what a passage tells: most name none.
#[derive(Debug, Default)]
pub(crate) struct TimesTold {
    /// Named as such.
    years: Vec<i16>,
    /// As so many years ago.
    ago: Vec<i16>,
}

impl TimesTold {
    fn of(passage: &Passage, out: &Out<'_>) -> Self {
        let (mut years, mut ago) = (Vec::new(), Vec::new());
        for at in 0..passage.len() {
            if let Some(name) = passage.name_from(at)
                && let Some(edition) = name.edition()
                && passage.any_phrase(name.end, TITLES).is_none()
                && (!(at > 0 && passage.is_any(at - 1, &["since"])) || opens_clause(passage, name.end))
                && let Some(year) = out.record().edition(edition).year()
                && !is_of_honour(passage, (name.first, name.end))
            {
                years.push(year);
            }
            if let Some(TokenKind::Number(number @ 1900..=2100)) = passage.kind(at)
                && passage.name_at(at).is_none()
                && passage.any_phrase(at + 1, TITLES).is_none()
                && let Ok(year) = i16::try_from(number)
            {
                let since = (at.saturating_sub(9)..at).any(|before| passage.is_any(before, &["since"]))
                    || is_precedent(passage, at)
                    || is_counted(passage, at)
                    || is_of_honour(passage, (at, at + 1));
                if !since || opens_clause(passage, at + 1) {
                    years.push(year);
                }
            }
            if let Some(year) = crate::anchor::short_year(passage, at)
                && passage.any_phrase(at + 1, TITLES).is_none()
            {
                years.push(year);
            }
            if let Some((count, end)) = passage.cardinal(at)
                && passage
                    .any_phrase(end, &["years ago", "years earlier", "years before", "years previously"])
                    .is_some()
                && let Ok(count) = i16::try_from(count)
            {
                ago.push(count);
            }
        }
        Self { years, ago }
    }
}

/// Words of matches that are none of the finals.
const QUALIFYING: &[&str] = &[
    "in qualifying",
    "during qualifying",
    "qualifying stage",
    "qualifying stages",
    "qualifying campaign",
    "qualifying group",
    "qualifying match",
    "qualifying round",
    "qualifying rounds",
    "in the qualifiers",
    "qualifier",
    "in a friendly",
    "friendly against",
];

const QUALIFYING_HEADS: Heads = Heads::of(QUALIFYING);

/// "Who had knocked England out in qualifying by winning 1-0 at Wembley": whether a passage tells of matches before the
/// finals.
pub(crate) fn is_of_qualifying(passage: &Passage) -> bool {
    if !passage.may_meet(&QUALIFYING_HEADS) {
        return false;
    }
    tells(passage, (0, passage.len()), QUALIFYING)
}

/// Whether one of some phrases stands in a range of tokens, but for what is put in after "who".
pub(crate) fn tells(passage: &Passage, (from, to): (usize, usize), phrases: &[&str]) -> bool {
    let mut from = from;
    while let Some((at, end)) = passage.find(from, to, phrases) {
        // "Qualification for the quarter-finals" is of the finals.
        let onwards = passage.is_any(at, &["qualification"]) && passage.is_any(end, &["to", "for", "into"]);
        if !onwards && !is_put_in(passage, at) {
            return true;
        }
        from = end;
    }
    false
}

/// "Austria, who were undefeated in qualifying, lost 2-0": whether a token stands in what is put in between two commas
/// after "who" and has no score of its own.
fn is_put_in(passage: &Passage, at: usize) -> bool {
    let open = (at.saturating_sub(10)..at).rev().find(|&comma| passage.is_mark(comma, ','));
    let close = (at..passage.len().min(at + 6)).find(|&comma| passage.is_mark(comma, ',') || passage.is_stop(comma));
    let (Some(open), Some(close)) = (open, close.filter(|&close| passage.is_mark(close, ','))) else { return false };
    passage.is_any(open + 1, &["who", "which"])
        && !(open..close)
            .any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))) || passage.name_at(at).is_some())
}

/// "Four years later", "two years on": so long after what was told before.
fn years_on(passage: &Passage) -> Option<i16> {
    const ON: &[&str] = &["years later", "years on", "year later", "years afterwards"];
    (0..passage.len()).find_map(|at| {
        let (count, end) = passage.cardinal(at)?;
        passage.any_phrase(end, ON).filter(|_| count <= 60).and_then(|_| i16::try_from(count).ok())
    })
}

/// "Spain beat Hungary": whether words between two teams set one against the other; "the Hungarian pair alongside the
/// Spaniard" are of a tournament.
fn is_tied(passage: &Passage) -> bool {
    const AGAINST: &[&str] = &[
        "against",
        "v",
        "vs",
        "versus",
        "beat",
        "beats",
        "beating",
        "defeated",
        "defeating",
        "over",
        "to",
        "by",
        "with",
        "past",
        "held",
        "thrashed",
        "edged",
        "stunned",
        "eliminated",
        "eliminating",
        "overcame",
        "drew",
        "faced",
        "met",
        "meeting",
        "game",
        "match",
        "final",
        "semi",
        "tie",
    ];
    let teams: Vec<&crate::passage::Name> = passage.names.iter().filter(|name| name.team().is_some()).collect();
    teams.iter().zip(teams.iter().skip(1)).any(|(one, other)| {
        let between = || one.end..other.first;
        // "Lost to Yugoslavia; one goal proved decisive against Scotland": two matches.
        !between().any(|at| passage.is_stop(at))
            && between().any(|at| passage.is_any(at, AGAINST) || matches!(passage.kind(at), Some(TokenKind::Score(..))))
    })
}

/// "Scored for the first time since 2021, when he fell ill against Finland": a match named in a clause beside the main one,
/// of which the main one need not tell.
fn is_aside(passage: &Passage) -> bool {
    let opens = (1..passage.len()).find(|&at| passage.is_any(at, &["since", "when", "where", "whose", "until"]));
    opens.is_some_and(|opens| passage.names.iter().any(|name| name.first > opens && name.team().is_some()))
}

/// Where the story begins after "DOHA, Qatar (Agency) - ": a country there is a place and no team.
pub(crate) fn dateline(passage: &Passage) -> usize {
    // "Al Rayyan (Qatar): …", "Yekaterinburg, Russia (dpa) - …"
    let ends = |at: usize| match passage.kind(at) {
        Some(TokenKind::Mark('-' | '—' | '–')) => true,
        Some(TokenKind::Mark(':')) => passage.is_mark(at - 1, ')'),
        _ => false,
    };
    let dash = (1..passage.len().min(14)).find(|&at| ends(at));
    let in_brackets = |at: usize| at > 0 && passage.is_mark(at - 1, '(') && passage.is_mark(at + 1, ')');
    let is_place = |at: usize| match passage.kind(at) {
        Some(TokenKind::Word) => in_brackets(at) || passage.token(at).is_some_and(|token| token.capital),
        Some(TokenKind::Mark(mark)) => matches!(mark, ',' | '(' | ')' | '.'),
        Some(TokenKind::Number(_)) => true,
        _ => false,
    };
    dash.filter(|&dash| passage.token(0).is_some_and(|token| token.capital) && (0..dash).all(is_place))
        .map_or(0, |dash| dash + 1)
}

/// Teams a passage names only as what a side is ahead of or behind, or meets next: "lifted Nigeria to second place behind
/// Argentina", "set up a quarter-final against Brazil". Nothing is told of their matches.
fn in_passing(passage: &Passage) -> Vec<TeamId> {
    let all = || passage.names.iter().filter_map(|name| Some((name, name.team()?)));
    let passing = |name: &crate::passage::Name| {
        let next = if passage.is_mark(name.end, ',') { name.end + 1 } else { name.end };
        // "England, who meet tonight"
        const TO_MEET: &[&str] = &["play", "plays", "meet", "meets", "face", "faces"];
        let to_meet = passage.is_any(next, &["who"]) && passage.is_any(next + 1, TO_MEET);
        let told = passage.is_any(next, &["who", "which", "whose", "where", "when"]) && !to_meet;
        !told && is_passed(passage, name.first)
    };
    all()
        .map(|(_, team)| team)
        .filter(|&of| all().filter(|(_, team)| *team == of).all(|(name, _)| passing(name)))
        .collect()
}

/// "To move level with former Brazil striker Ronaldo": whether somebody is named only to be compared with.
fn is_compared(passage: &Passage, first: usize) -> bool {
    const WITH: &[&str] =
        &["level with", "alongside", "equalling", "emulating", "surpassing", "overtaking", "tied with"];
    let from =
        (first.saturating_sub(6)..first).rev().find(|&at| passage.is_break(at) && !passage.is_any(at, &["with"]));
    passage.find(from.map_or(first.saturating_sub(6), |at| at + 1), first, WITH).is_some()
}

/// Whether the words before a name put its bearer beside what is told.
fn is_passed(passage: &Passage, first: usize) -> bool {
    if is_compared(passage, first) {
        return true;
    }
    const BESIDE: &[&str] = &["behind", "above", "below", "alongside", "join", "joins", "joined", "joining"];
    const AHEAD: &[&str] = &["face", "faces", "meet", "meets", "await", "awaits", "awaiting"];
    const TIES: &[&str] = &[
        "showdown",
        "clash",
        "meeting",
        "date",
        "tie",
        "final",
        "finals",
        "semifinal",
        "quarterfinal",
        "encounter",
        "match",
        "game",
        "appointment",
        "confrontation",
    ];
    const WON: &[&str] =
        &["set", "sets", "setting", "book", "booked", "earn", "earned", "secure", "secured", "into", "to", "for"];
    for at in (first.saturating_sub(6)..first).rev() {
        // "A clash with either Colombia or England"
        if let Some(other) = passage.name_at(at) {
            let joined = passage.is_any(other.end, &["or", "and"]) && other.end + 1 == first && other.team().is_some();
            return joined && other.first < first && is_passed(passage, other.first);
        }
        if passage.phrase(at, "conquerors of").is_some()
            || passage.is_any(at, BESIDE)
            || passage.is_any(at, AHEAD)
            || passage.phrase(at, "ahead of").is_some()
        {
            return true;
        }
        if passage.is_any(at, &["with", "against"]) {
            let tie = (at.saturating_sub(2)..at).find(|&before| passage.is_any(before, TIES));
            return tie.is_some_and(|tie| {
                (tie.saturating_sub(7)..tie).any(|before| passage.is_any(before, WON))
                    && !(tie.saturating_sub(7)..tie).any(|before| passage.is_any(before, &["from", "since", "after"]))
            });
        }
        if passage.is_break(at) && !passage.is_mark(at, '-') {
            return false;
        }
    }
    false
}

/// "in Al Rayyan, Qatar", "in Russia": whether a country is where something was, and no team.
fn is_place(passage: &Passage, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    // "In the United States"
    let before = if passage.is_any(before, &["the"]) { before.saturating_sub(1) } else { before };
    if passage.is_any(before, &["in"]) {
        return !passage.is_possessive(passage.name_at(first).map_or(first, |name| name.end));
    }
    let Some(last) = before.checked_sub(1).filter(|_| passage.is_mark(before, ',')) else { return false };
    let capital = |at: usize| passage.token(at).is_some_and(|token| token.capital) && passage.name_at(at).is_none();
    let city = (last.saturating_sub(3)..=last).rev().take_while(|&at| capital(at)).last();
    city.and_then(|city| city.checked_sub(1)).is_some_and(|link| passage.is_any(link, &["in", "at"]))
}

/// The teams a passage names, each once.
pub(crate) fn teams(passage: &Passage) -> Vec<TeamId> {
    let mut teams = Vec::new();
    let from = dateline(passage);
    // "The Spanish referee" is of no team.
    let official = |name: &crate::passage::Name| {
        passage.is_any(name.end, &["referee", "official", "linesman", "whistler", "assistant", "match official"])
    };
    let told = |name: &&crate::passage::Name| name.first >= from && !is_place(passage, name.first) && !official(name);
    let named = passage.names.iter().filter(told);
    for team in named.filter_map(crate::passage::Name::team) {
        if !teams.contains(&team) {
            teams.push(team);
        }
    }
    teams
}

impl<'r> Reader<'_, 'r> {
    /// The matches a passage may speak of, likeliest first.
    /// `pronoun` is whom "he" stands for.
    pub(crate) fn foci(
        &self,
        passage: &Passage,
        (carried, pronoun): (Option<Focus<'r>>, Option<PersonId>),
        out: &Out<'r>,
    ) -> Vec<Focus<'r>> {
        let mut foci = self.pinned(passage, carried, out);
        let plain = foci.len() == 1 && foci.iter().all(|focus| focus.is_anchor && focus.may_contradict);
        if !plain {
            self.recall(passage, pronoun, &mut foci, out);
            self.add_opposed(passage, &mut foci, out);
        }
        foci
    }

    /// Adds matches of the tournaments the report tells of in which somebody named in the passage scored or kicked.
    fn recall(&self, passage: &Passage, pronoun: Option<PersonId>, foci: &mut Vec<Focus<'r>>, out: &Out<'r>) {
        let mut people: Vec<PersonId> = passage.names.iter().flat_map(crate::passage::Name::people).collect();
        // Whoever is named before it is whom a pronoun is of.
        let first = passage.names.iter().find(|name| name.is_person()).map_or(passage.len(), |name| name.first);
        let speaks_of_him = || (0..first).any(|at| passage.is_any(at, &["he", "his", "him"]));
        people.extend(pronoun.filter(|person| !people.contains(person) && speaks_of_him()));
        if people.is_empty() {
            return;
        }
        let mut found: Vec<Focus<'r>> = Vec::new();
        let record = out.record();
        let mut named: Vec<TeamId> = passage
            .names
            .iter()
            .flat_map(|name| &name.means)
            .filter_map(|means| match means {
                byline_record::names::find::Entity::Team(team) => Some(record.root(*team)),
                _ => None,
            })
            .collect();
        named.dedup();
        let years = if named.is_empty() { Vec::new() } else { years(passage, out, self.this_year(out)) };
        let opposed = |person: PersonId, entry: &Match| {
            out.side_of_person(entry, person).is_some_and(|side| named.contains(&record.root(entry.team(side.other()))))
        };
        let in_years = |entry: &Match| years.is_empty() || years.iter().any(|&year| record.is_of_year(entry, year));
        let mut against: Vec<byline_record::MatchId> = Vec::new();
        for &person in &people {
            let scored = || self.index.scored(person).iter().filter_map(|&id| out.view.get(id));
            // In another tournament only against a team named, and where that can be one match alone.
            let mut met = scored().filter(|entry| opposed(person, entry) && in_years(entry));
            let only = met.next().filter(|_| met.next().is_none()).filter(|entry| {
                // Where these sides met in a tournament told of, that is meant.
                !years.is_empty()
                    || !out
                        .view
                        .meetings(entry.home, entry.away)
                        .iter()
                        .any(|other| self.editions.contains(&other.edition))
            });
            let only = only.map(|entry| entry.id);
            against.extend(only);
            for entry in scored().filter(|entry| self.editions.contains(&entry.edition) || only == Some(entry.id)) {
                if !foci.iter().chain(&found).any(|focus| focus.entry.id == entry.id) {
                    found.push(Focus { loose: true, ..Focus::other(entry) });
                }
            }
        }
        // What a report of the day tells of somebody is of these days sooner than of a round before.
        let today = out.view.as_of();
        let recent =
            |entry: &Match| today != jiff::civil::Date::MAX && (0..=2).contains(&(today - entry.date).get_days());
        let both = |entry: &Match| [entry.home, entry.away].iter().all(|&team| named.contains(&record.root(team)));
        found.sort_by_key(|focus| {
            let told = against.contains(&focus.entry.id) || both(focus.entry);
            (!told, !recent(focus.entry), focus.entry.id)
        });
        found.truncate(8);
        // "Lukaku scores again as Belgium win the group": not in a match of a round before, whose other side nobody names.
        let of_today = found.iter().any(|focus| recent(focus.entry));
        foci.extend(found);
        if of_today {
            let local = self.local.get(&passage.paragraph);
            let guessed = |focus: &Focus<'_>| {
                let entry = focus.entry;
                let now = (today - entry.date).get_days() <= 40;
                now && !focus.is_anchor && !both(entry) && !recent(entry)
            };
            foci.retain(|focus| focus.loose || local == Some(&focus.entry.id) || !guessed(focus));
            foci.sort_by_key(guessed);
        }
    }

    /// The matches the teams, years and stages of a passage point to.
    fn pinned(&self, passage: &Passage, carried: Option<Focus<'r>>, out: &Out<'r>) -> Vec<Focus<'r>> {
        let record = out.record();
        let anchor_year = self.anchor.map(|entry| record.edition(entry.edition).year().unwrap_or(entry.date.year()));
        let today = self.this_year(out);
        let named = teams(passage);
        let years: Vec<i16> = years(passage, out, today)
            .into_iter()
            .filter(|year| Some(*year) != anchor_year && self.anchor.is_none_or(|entry| entry.date.year() != *year))
            .collect();
        let later = years_on(passage).and_then(|count| anchor_year?.checked_add(count));
        let years: Vec<i16> = years.into_iter().chain(later).collect();
        let elsewhere = is_of_qualifying(passage);
        let own = self.own(passage, out);
        let anchor = own.map(|focus| focus.sure(focus.may_contradict && !elsewhere));
        let is_of_anchor = |team: TeamId| self.anchor.is_some_and(|entry| out.side(entry, team).is_some());
        let passing = in_passing(passage);
        let mut outside: Vec<TeamId> =
            named.iter().copied().filter(|&team| !is_of_anchor(team) && !passing.contains(&team)).collect();
        // Somebody of another team brings his team along.
        for name in &passage.names {
            // "at the Luz" is a place, whoever bears the name.
            let place = name.how == How::Surname && name.first > 0 && passage.is_any(name.first - 1, &["the"]);
            let beside = is_compared(passage, name.first);
            let Some(person) = name.person().filter(|_| !place && !beside) else { continue };
            let teams = &record.person(person).teams;
            if !teams.is_empty() && !teams.iter().any(|&team| is_of_anchor(team)) {
                outside.extend(teams.first().copied().filter(|team| !outside.contains(team)));
            }
        }
        if years.is_empty() {
            if outside.is_empty() {
                let unsure = |focus: Focus<'r>| focus.sure(false);
                if let Some(own) = anchor.filter(|own| own.is_anchor)
                    && let Some(stage) = earlier_occasion(passage, own.entry)
                {
                    let edition = own.entry.edition;
                    let recalled = [own.entry.home, own.entry.away]
                        .into_iter()
                        .flat_map(|team| out.view.matches_of(team))
                        .filter(|entry| {
                            entry.edition == edition
                                && entry.id != own.entry.id
                                && stage.is_none_or(|stage| entry.is_at(stage))
                        });
                    let mut foci: Vec<Focus<'r>> = recalled.map(Focus::other).collect();
                    foci.insert(0, unsure(own));
                    return foci;
                }
                return match (carried, anchor) {
                    (Some(carried), Some(anchor)) => vec![unsure(carried), anchor.in_doubt()],
                    (Some(carried), None) => vec![carried],
                    (None, anchor) => anchor.into_iter().collect(),
                };
            }
            let mut foci: Vec<Focus<'r>> = anchor.map(|focus| focus.sure(false)).into_iter().collect();
            let edition = self.anchor.map(|entry| entry.edition);
            let others = self.pairs(&named, &outside, out);
            let others: Vec<&'r Match> = others
                .into_iter()
                .filter(|entry| self.editions.contains(&entry.edition) || (edition.is_none() && near(out, entry)))
                .filter(|entry| self.anchor.is_none_or(|anchor| anchor.id != entry.id))
                .collect();
            // Of two others and none of the report's own nothing else is told.
            let apart = self.anchor.is_none_or(|anchor| {
                let people = || passage.names.iter().flat_map(crate::passage::Name::people);
                !named.iter().any(|&team| is_of_anchor(team))
                    && !people().any(|person| out.side_of_person(anchor, person).is_some())
            });
            // "Trippier had scored in the semi-final": the one match at that stage of somebody of another team.
            let staged = |entry: &Match| {
                stage_played(passage).is_some_and(|stage| super::stages::is_of(entry, stage))
                    && passage
                        .names
                        .iter()
                        .filter(|name| name.is_person())
                        .all(|name| name.person().is_some_and(|person| out.in_squad(entry, person)))
            };
            let told =
                || named.len() == 2 && is_tied(passage) || named.len() < 2 && others.iter().all(|entry| staged(entry));
            let sure = others.len() == 1 && apart && told() && !is_aside(passage);
            foci.extend(others.into_iter().map(|entry| Focus::other(entry).sure(sure)));
            return foci;
        }
        let in_years = |entry: &&Match| years.iter().any(|&year| record.is_of_year(entry, year));
        // "They lost 2-0 to the Czechs and 3-1 to Croatia": both are opponents of the report's own.
        let others = named.len() >= 2 && (self.anchor.is_none() || named.iter().any(|&team| is_of_anchor(team)));
        let pool = if others {
            self.pairs(&named, &named, out)
        } else {
            self.pairs(&named, &named, out).into_iter().chain(self.with_anchor_teams(&named, out)).collect()
        };
        let mut found: Vec<&'r Match> = pool.into_iter().filter(in_years).collect();
        // "The Netherlands, who won this fixture at Euro 96": against one of the report's own.
        if found.is_empty() && others && self.anchor.is_some() {
            found.extend(self.with_anchor_teams(&named, out).into_iter().filter(in_years));
        }
        let staged = if found.is_empty() && later.is_none() { self.staged(passage, &years, &named, out) } else { None };
        found.extend(staged);
        // "Thirty years ago today he hit the ball": the match its paragraph was found to be of.
        if found.is_empty() {
            let of_paragraph = self.local.get(&passage.paragraph).and_then(|&id| out.view.get(id));
            found.extend(of_paragraph.filter(in_years));
        }
        found.sort_by_key(|entry| entry.id);
        found.dedup_by_key(|entry| entry.id);
        let only = found.len() == 1;
        let told = named.len() == 2
            || staged.is_some()
            || found.first().is_some_and(|entry| is_of_both(passage, &named, entry, out));
        let sure = only && told && later.is_none() && !is_aside(passage);
        found.into_iter().take(4).map(|entry| Focus::other(entry).sure(sure)).collect()
    }

    /// "Ronaldo scored both goals in the 2002 final": the one match of a stage of the year named, where every team named
    /// and the teams of everybody named played in it.
    fn staged(&self, passage: &Passage, years: &[i16], named: &[TeamId], out: &Out<'r>) -> Option<&'r Match> {
        let &[year] = years else { return None };
        let stage = stage_played(passage)?;
        let editions = passage.names.iter().find_map(crate::passage::Name::edition);
        let editions = editions.map_or_else(|| self.editions_of_year(year, out), |edition| vec![edition]);
        let of_stage = |entry: &&Match| entry.is_played() && super::stages::is_of(entry, stage);
        let people = || passage.names.iter().filter(|name| name.is_person());
        // "They were beaten by Sweden": of one that is not named.
        let of_them = named.len() < 2 && (0..passage.len()).any(|at| passage.is_any(at, &["they", "them", "their"]));
        if of_them && people().next().is_none() {
            return None;
        }
        let plays = |entry: &Match, name: &crate::passage::Name| {
            name.people().into_iter().any(|person| out.in_squad(entry, person))
        };
        let fits = |entry: &&Match| {
            named.iter().all(|&team| out.side(entry, team).is_some()) && people().all(|name| plays(entry, name))
        };
        let all = editions.into_iter().flat_map(|edition| out.view.matches_in(edition));
        let mut fitting = all.filter(of_stage).filter(fits);
        let is_told = !named.is_empty() || people().next().is_some();
        fitting.next().filter(|_| is_told && fitting.next().is_none())
    }

    /// Whether a paragraph is about a match, and a passage of it names no other team.
    pub(crate) fn is_local(&self, passage: &Passage, entry: &Match, out: &Out<'_>) -> bool {
        self.local.get(&passage.paragraph) == Some(&entry.id)
            && teams(passage).into_iter().all(|team| out.side(entry, team).is_some())
    }

    /// Whether a passage that names other teams too is about a match all the same, if what it tells agrees with it in
    /// something.
    pub(crate) fn is_own(&self, passage: &Passage, focus: &Focus<'_>, out: &Out<'_>) -> bool {
        if focus.is_anchor {
            return !super::moment::is_elsewhere(passage) && !passage.has(0, passage.len(), &["against", "versus"]);
        }
        // Whoever scored in the report's own match too, of no team named, may be told of there.
        let of_anchor = teams(passage).is_empty()
            && self.anchor.is_some_and(|anchor| {
                let mut scorers = anchor.goals().filter_map(|goal| goal.player);
                scorers.any(|scorer| passage.names.iter().any(|name| name.people().contains(&scorer)))
            });
        !of_anchor && self.is_local(passage, focus.entry, out)
    }

    /// The match of a paragraph: its own, or the report's.
    fn own(&self, passage: &Passage, out: &Out<'r>) -> Option<Focus<'r>> {
        let local = self.local.get(&passage.paragraph).and_then(|&id| out.view.get(id));
        // A sentence of the report's own teams in a paragraph that is about another match.
        let named = teams(passage);
        let of = |entry: &Match| named.iter().any(|&team| out.side(entry, team).is_some());
        let local = local.filter(|local| of(local) || !self.anchor.is_some_and(of));
        // "Simeone", who was not there, but in the report's own match.
        let people = || passage.names.iter().filter_map(crate::passage::Name::person);
        let local = local.filter(|local| {
            let is_strange = self.anchor.is_some_and(|anchor| {
                people().any(|person| !out.in_squad(local, person))
                    && people().all(|person| out.in_squad(anchor, person))
            });
            !is_strange
        });
        match local {
            Some(entry) => Some(Focus::other(entry)),
            None => self.anchor.map(Focus::anchor),
        }
    }

    /// The matches between teams of a list and teams of another, or of the anchor.
    fn pairs(&self, named: &[TeamId], outside: &[TeamId], out: &Out<'r>) -> Vec<&'r Match> {
        let mut found: Vec<&'r Match> = Vec::new();
        for &one in outside.iter().take(6) {
            for &other in named.iter().take(6).filter(|&&other| other != one) {
                found.extend(out.view.meetings(one, other));
            }
            if self.anchor.is_some() && outside.len() < named.len().max(2) {
                found.extend(self.with_anchor_teams(&[one], out));
            }
        }
        found.sort_by_key(|entry| entry.id);
        found.dedup_by_key(|entry| entry.id);
        found
    }

    /// The matches of the report's own teams against a team, in the report's edition.
    pub(crate) fn with_own_teams(
        &self,
        opponent: Option<TeamId>,
        out: &Out<'r>,
    ) -> Vec<(&'r Match, Option<byline_record::Side>)> {
        let Some(opponent) = opponent else { return Vec::new() };
        self.with_anchor_teams(&[opponent], out)
            .into_iter()
            .filter(|entry| self.editions.contains(&entry.edition))
            .filter_map(|entry| Some((entry, Some(out.side(entry, opponent)?.other()))))
            .collect()
    }

    fn with_anchor_teams(&self, named: &[TeamId], out: &Out<'r>) -> Vec<&'r Match> {
        let own: Vec<TeamId> = match self.anchor {
            Some(anchor) => vec![anchor.home, anchor.away],
            None => self.heavy.clone(),
        };
        named
            .iter()
            .take(6)
            .flat_map(|&team| {
                own.iter().copied().filter(move |&own| own != team).map(move |own| (team, own)).collect::<Vec<_>>()
            })
            .flat_map(|(team, own)| out.view.meetings(team, own))
            .collect()
    }
}

/// The one knock-out stage a passage names, not as how far somebody came: "scored three as Wales reached the semi-finals"
/// tells of no match in particular.
fn stage_played(passage: &Passage) -> Option<StageKind> {
    const CAME: &[&str] =
        &["to", "reached", "reach", "reaching", "into", "make", "made", "making", "until", "towards", "before"];
    let mut stages = (0..passage.len()).filter_map(|at| Some((at, super::occasion::stage_at(passage, at)?)));
    let (at, (stage, _)) = stages.next().filter(|_| stages.next().is_none())?;
    let came = (at.saturating_sub(3)..at).any(|before| passage.is_any(before, CAME));
    (stage.is_knock_out() && !came).then_some(stage)
}

/// "In 1986 Burruchaga won it for Argentina after Völler's header": whether everybody named is of a match, both its
/// sides among them, and no word opens a clause that may be of another.
pub(super) fn is_of_both(passage: &Passage, named: &[TeamId], entry: &Match, out: &Out<'_>) -> bool {
    const ASIDE: &[&str] =
        &["who", "whose", "whom", "which", "that", "now", "today", "tonight", "again", "this time", "still"];
    let people = || passage.names.iter().filter(|name| name.is_person());
    let of_people = people().map(|name| {
        let person = name.person().filter(|&person| out.in_squad(entry, person))?;
        out.side_of_person(entry, person)
    });
    let mut sides = named.iter().map(|&team| out.side(entry, team)).chain(of_people);
    let (mut home, mut away) = (false, false);
    sides.all(|side| {
        home |= side == Some(Side::Home);
        away |= side == Some(Side::Away);
        side.is_some()
    }) && home
        && away
        && people().next().is_some()
        && !passage.has(0, passage.len(), ASIDE)
}

/// Whether a match was within the weeks of a tournament before the day of the view.
pub(crate) fn near(out: &Out<'_>, entry: &Match) -> bool {
    let today = out.view.as_of();
    today != jiff::civil::Date::MAX && (today - entry.date).get_days() <= 40
}

/// Whether a passage recalls an earlier match of the tournament, and of which stage where it says.
fn earlier_occasion(passage: &Passage, own: &Match) -> Option<Option<StageKind>> {
    const EARLIER: &[&str] = &[
        "opening match",
        "opening game",
        "opener against",
        "first match",
        "first game",
        "previous match",
        "previous game",
        "previous round",
        "last match",
        "last game",
        "earlier in the tournament",
        "group game",
        "group games",
        "group match",
        "group matches",
        "group stage",
        "in the group",
        "last time",
        "second match",
        "second game",
        "previous meeting",
        "in qualifying",
        "qualifying",
        "qualifier",
        "earlier in the competition",
        "in the previous",
    ];
    // "The match finished 2-0": the one told of, whatever it ended.
    const ENDED: &[&str] = &["the match finished", "the match ended", "the game finished", "the game ended"];
    if passage.find(0, 4, ENDED).is_some_and(|(at, _)| at == 0) {
        return None;
    }
    let kind = own.stage.as_ref().map(|stage| stage.kind)?;
    for at in 0..passage.len() {
        if let Some((stage, _)) = super::occasion::stage_at(passage, at)
            && stage < kind
            && stage.is_knock_out()
            && !is_put_in(passage, at)
        {
            return Some(Some(stage));
        }
    }
    let is_group = kind == byline_record::StageKind::Group;
    (!is_group && tells(passage, (0, passage.len()), EARLIER)).then_some(None)
}
