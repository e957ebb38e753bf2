//! Whose and when: the team or person that words over many matches belong to, the edition they mean, and the days by
//! which they are judged.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::statement::Says;
use byline_record::ask::{Scope, Statement};
use byline_record::names::find::{Context, How};
use byline_record::{CompetitionClass, CompetitionId, EditionId, PersonId, Sex, Side, StageKind, TeamId, View, fold};
use jiff::civil::Date;

use super::{Focus, Out, Reader};
use crate::heads::{Heads, Phrases};
use crate::passage::{Name, Passage};

/// Words by which a manager's or captain's name stands for his team.
const CREW: &[&str] = &["side", "team", "men", "players", "squad", "eleven", "xi", "charges", "boys", "women"];

/// Words after which a name is what something is done to, not who does it.
const OBJECT: &[&str] = &[
    "against",
    "over",
    "beat",
    "beating",
    "beats",
    "of",
    "to",
    "with",
    "by",
    "from",
    "past",
    "defeated",
    "defeating",
    "in",
    "at",
    "between",
    "v",
    "vs",
    "for",
    "than",
    "like",
    "behind",
    "above",
    "below",
    "thrashed",
    "stunned",
    "upset",
    "ousted",
    "dispatched",
    "overcame",
    "edged",
    "eliminated",
    "hammered",
    "crushed",
    "facing",
    "face",
    "meet",
    "met",
    "play",
    "played",
    "since",
    "held",
    "outclassed",
    "overwhelmed",
    "knocked",
    "into",
    "await",
    "awaits",
    "faces",
    "meets",
    "plays",
    "hosted",
    "toppled",
    "downed",
    "sank",
    "humbled",
    "dethroned",
    "ousted",
    "eliminating",
    "thrashing",
    "hammering",
    "stunning",
    "overcoming",
    "edging",
    "past",
    "hold",
    "holding",
    "after",
    "including",
    "sending",
    "leaving",
    "beaten",
    "thumped",
    "shocked",
    "outplayed",
    "out",
    "off",
    "aside",
];

/// Who may be meant, likeliest first.
#[derive(Debug, Clone)]
pub(crate) struct Meant<T> {
    pub(crate) all: Vec<T>,
    /// Whether the first is plainly meant.
    pub(crate) sure: bool,
    /// Where the words begin, with the name if it stands directly before.
    pub(crate) first: usize,
}

impl<T: Copy> Meant<T> {
    pub(crate) fn likely(&self) -> Option<T> {
        self.all.first().copied()
    }

    pub(crate) fn others(&self) -> impl Iterator<Item = T> + '_ {
        self.all.iter().skip(1).copied()
    }
}

/// Whether something is done to a bearer of a name, or with him: he is no subject.
pub(crate) fn is_object(passage: &Passage, name: &Name) -> bool {
    let Some(mut before) = name.first.checked_sub(1) else { return false };
    // "against the Netherlands", "beat holders Italy"
    let skip = [
        "the",
        "hosts",
        "host",
        "holders",
        "champions",
        "defending",
        "world",
        "cup",
        "european",
        "neighbours",
        "co",
        "a",
        "fellow",
        "debutants",
        "newcomers",
        "rivals",
        "favourites",
        "favorites",
        "underdogs",
        "reigning",
        "former",
    ];
    while passage.is_any(before, &skip) {
        let Some(next) = before.checked_sub(1) else { return false };
        before = next;
    }
    // "Shocked Cristiano Ronaldo's Portugal": over whose team it is.
    if passage.is_possessive(before)
        && let Some(owner) =
            before.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.is_person())
        && let Some(verb) = owner.first.checked_sub(1)
    {
        return passage.is_any(verb, OBJECT);
    }
    // "For the Dutch it was": what the sentence is about.
    if before == 0 && passage.word(0) == "for" {
        return false;
    }
    // "beating Iran and Wales"
    let joined = passage.is_any(before, &["and", "or"])
        && before.checked_sub(1).and_then(|last| passage.name_at(last)).is_some_and(|name| is_object(passage, name));
    // "Needed to defeat Belgium to become the first"
    let infinitive =
        passage.is_any(before, &["defeat", "overcome", "upset"]) && passage.is_any(before.wrapping_sub(1), &["to"]);
    joined || infinitive || passage.is_any(before, OBJECT)
}

/// "The Argentinian led his adopted nation": whether a people's name stands for one of them.
fn is_one_of_a_people(passage: &Passage, name: &Name) -> bool {
    const DOES: &[&str] = &[
        "led", "was", "is", "has", "had", "who", "said", "scored", "took", "made", "himself", "became", "guided",
        "steered", "saw", "gave", "went", "did", "could", "sent", "put",
    ];
    name.how == How::Demonym
        && passage.is_any(name.first.wrapping_sub(1), &["the", "a", "an"])
        && passage.word(name.end.saturating_sub(1)).ends_with("an")
        && passage.is_any(name.end, DOES)
}

/// Whether nothing between two tokens begins another clause.
fn in_one_clause(passage: &Passage, from: usize, to: usize) -> bool {
    const OTHER: &[&str] = &["and", "but", "before", "when", "while", "then", "after", "who", "which", "as", "until"];
    !(from..to).any(|at| {
        passage.is_stop(at)
            || passage.is_mark(at, ',')
            || passage.is_mark(at, '-')
            || passage.name_at(at).is_none() && passage.is_any(at, OTHER)
    })
}

/// Whether "who" or "which" follows a name.
fn is_relative(passage: &Passage, name: &Name) -> bool {
    let next = if passage.is_mark(name.end, ',') { name.end + 1 } else { name.end };
    passage.is_any(next, &["who", "which", "whose"])
}

impl<'r> Reader<'_, 'r> {
    /// The edition under report, where it is of a tournament.
    pub(crate) fn tournament(&self, out: &Out<'_>) -> Option<EditionId> {
        let edition = self.edition.or_else(|| self.editions.first().copied())?;
        let competition = out.record().edition(edition).competition;
        (out.record().competition(competition).class == CompetitionClass::Finals).then_some(edition)
    }

    /// The editions held in a country that a passage names as a place, and that is none of the report's tournament: "lost to
    /// Belgium in the last 16 in Russia".
    pub(crate) fn hosted_in(&self, passage: &Passage, out: &Out<'_>) -> Vec<EditionId> {
        let own = self.tournament(out);
        let is_place = |name: &&Name| {
            name.team().is_some()
                && passage.is_any(name.first.wrapping_sub(1), &["in"])
                && !passage.is_possessive(name.end)
        };
        // "Lost to France in France", in whatever match.
        let is_side = |name: &&Name| {
            let mut others = passage.names.iter().filter(|other| other.first != name.first);
            others.any(|other| other.team() == name.team())
        };
        let places = passage.names.iter().filter(is_place).filter(|name| !is_side(name));
        let held = places.flat_map(|name| super::counts::held_in(self, name, out)).collect::<Vec<_>>();
        if held.is_empty() || !super::focus::years(passage, out, self.this_year(out)).is_empty() {
            return Vec::new();
        }
        if held.iter().any(|&edition| Some(edition) == own) { Vec::new() } else { held }
    }

    /// Whether the report is of the last match of its tournament.
    pub(crate) fn is_over(&self, out: &Out<'_>) -> bool {
        self.anchor.is_some_and(|entry| entry.is_at(StageKind::Final))
            && self.tournament(out).is_some_and(|edition| out.view.is_over(edition))
    }

    /// Men's or women's football, by the match the report is about.
    pub(crate) fn sex(&self, out: &Out<'_>) -> Sex {
        let record = out.record();
        self.edition
            .or_else(|| self.editions.first().copied())
            .map_or(Sex::Men, |edition| record.competition(record.edition(edition).competition).sex)
    }

    pub(crate) fn world_cup(&self, out: &Out<'_>) -> Option<CompetitionId> {
        self.competition_called("World Cup", out)
    }

    pub(crate) fn european_championship(&self, out: &Out<'_>) -> Option<CompetitionId> {
        self.competition_called("European Championship", out)
    }

    fn competition_called(&self, name: &str, out: &Out<'_>) -> Option<CompetitionId> {
        let context = Context { sex: Some(self.sex(out)), ..Context::default() };
        self.names.competition(name, &context).ok().map(|found| found.id)
    }

    /// The competitions words without one may mean: that of the report, then the two great ones.
    pub(crate) fn competitions(&self, out: &Out<'_>) -> Vec<CompetitionId> {
        let own = self.tournament(out).map(|edition| out.record().edition(edition).competition);
        let mut all: Vec<CompetitionId> =
            own.into_iter().chain(self.world_cup(out)).chain(self.european_championship(out)).collect();
        let mut seen = Vec::new();
        all.retain(|id| {
            let new = !seen.contains(id);
            seen.push(*id);
            new
        });
        all
    }

    /// The edition of a competition that is named by a year: its label, or when it was played.
    pub(crate) fn edition_of(&self, competition: CompetitionId, year: i16, out: &Out<'_>) -> Option<EditionId> {
        let of = |wanted: &dyn Fn(EditionId, Option<i16>) -> bool| {
            let editions = out.record().editions().iter().filter(|edition| edition.competition == competition);
            editions.filter(|edition| wanted(edition.id, edition.year())).map(|edition| edition.id).next()
        };
        of(&|_, label| label == Some(year))
            .or_else(|| of(&|id, _| out.view.span(id).is_some_and(|span| span.first.year() == year)))
    }

    /// The year reports count from.
    pub(crate) fn this_year(&self, out: &Out<'_>) -> Option<i16> {
        self.anchor.map(|entry| entry.date.year()).or((out.view.as_of() != Date::MAX).then(|| out.view.as_of().year()))
    }

    /// The editions that words at a token can mean, likeliest first, and the token after them: "in 1966", "at Euro
    /// 2020", "of the 1998 World Cup", "four years ago", "this summer".
    pub(crate) fn edition_at(
        &self,
        passage: &Passage,
        at: usize,
        competition: Option<CompetitionId>,
        out: &Out<'_>,
    ) -> Option<(Vec<EditionId>, usize)> {
        let mut next = at;
        while passage.is_any(next, &["in", "at", "of", "from", "during", "back", "the", "for", "both"]) && next < at + 3
        {
            next += 1;
        }
        let of_year = |year: i16| -> Vec<EditionId> {
            match competition {
                Some(competition) => self.edition_of(competition, year, out).into_iter().collect(),
                None => self.editions_of_year(year, out),
            }
        };
        if passage.is_any(next, &["last", "previous"])
            && let Some(name) = passage.name_from(next + 1)
            && let Some(named) = name.competition().filter(|_| name.edition().is_none())
            && !passage.is_any(name.end, &["final", "match", "goal", "meeting", "semi", "title"])
        {
            let own = self.tournament(out).and_then(|edition| out.view.span(edition)).map(|span| span.first);
            let before = own.unwrap_or(out.view.as_of());
            let editions = out.view.editions().filter(|edition| edition.competition == named);
            let begun = editions.filter_map(|edition| Some((out.view.span(edition.id)?.first, edition.id)));
            let last = begun.filter(|&(first, _)| first < before).max_by_key(|&(first, _)| first);
            return last.map(|(_, edition)| (vec![edition], name.end));
        }
        if let Some(name) = passage.name_from(next) {
            if let Some(edition) = name.edition() {
                return Some((vec![edition], name.end));
            }
            if let Some(named) = name.competition() {
                let after = passage.any_phrase(name.end, &["finals in", "final of", "finals of", "in", "of"])?;
                let year = self.year_at(passage, after)?;
                return Some((self.edition_of(named, year, out).into_iter().collect(), after + 1));
            }
        }
        // "At South Africa 2010": the tournament held there.
        if let Some(name) = passage.name_from(next).filter(|name| name.team().is_some())
            && let Some(year) = self.year_at(passage, name.end)
        {
            let record = out.record();
            let host = name.team().map(|team| byline_record::ask::words::team(record, team));
            let mut held = of_year(year);
            held.retain(|&id| host.as_ref().is_some_and(|host| record.edition(id).is_hosted_by(host)));
            return (!held.is_empty()).then_some((held, name.end + 1));
        }
        if let Some(year) = crate::anchor::short_year(passage, next + 1)
            && let Some(euro) = self.european_championship(out)
        {
            return Some((self.edition_of(euro, year, out).into_iter().collect(), next + 2));
        }
        if let Some(year) = self.year_at(passage, next)
            && (next > at || competition.is_some())
        {
            return Some((of_year(year), next + 1));
        }
        if let Some((count, end)) = passage.cardinal(next)
            && let Some(end) =
                passage.any_phrase(end, &["years ago", "years earlier", "years before", "years previously"])
            && let Some(year) = self.this_year(out)
            && let Ok(count) = i16::try_from(count)
        {
            return Some((of_year(year.saturating_sub(count)), end));
        }
        None
    }

    /// The editions of other years than the report's that a passage tells of: by the years it names, or by those of the
    /// last sentence of its paragraph that names any. `None` where it is of no other year.
    pub(crate) fn editions_recalled(
        &self,
        passage: &Passage,
        competition: Option<CompetitionId>,
        out: &Out<'_>,
    ) -> Option<Vec<EditionId>> {
        let own = self.tournament(out).and_then(|edition| out.record().edition(edition).year());
        let today = self.this_year(out);
        let years = self
            .up_to(passage)
            .iter()
            .rev()
            .take_while(|other| other.paragraph == passage.paragraph)
            .filter(|other| other.quote == passage.quote)
            .map(|other| super::focus::years(other, out, today))
            .find(|years| !years.is_empty())?;
        let others: Vec<i16> = years.into_iter().filter(|&year| Some(year) != own).collect();
        if others.is_empty() {
            return None;
        }
        let of = competition.map_or_else(|| self.competitions(out), |id| vec![id]);
        let editions = others.into_iter().flat_map(|year| of.iter().map(move |&id| (id, year)));
        Some(editions.filter_map(|(id, year)| self.edition_of(id, year, out)).collect())
    }

    /// A year in digits at a token.
    pub(crate) fn year_at(&self, passage: &Passage, at: usize) -> Option<i16> {
        match passage.kind(at) {
            Some(TokenKind::Number(number @ 1900..=2100)) if passage.name_from(at).is_none() => {
                i16::try_from(number).ok()
            }
            _ => None,
        }
    }

    /// "And 1986", ", 1986", "and in 1986": another year of a list, with the token after it.
    pub(crate) fn another_year(&self, passage: &Passage, at: usize) -> Option<(i16, usize)> {
        let and = passage.is_any(at, &["and"]);
        if !and && !passage.is_mark(at, ',') {
            return None;
        }
        let year_at = if and && passage.is_any(at + 1, &["in", "again"]) { at + 2 } else { at + 1 };
        let year = self.year_at(passage, year_at)?;
        let end = year_at + 1;
        // "In 1998, 2006 winners Italy": the year of something else.
        let ends = end >= passage.len()
            || passage.is_break(end)
            || passage.is_mark(end, ',')
            || passage.is_any(end, &["and", "but", "when", "while", "before", "after"]);
        ends.then_some((year, end))
    }

    /// The years before that are listed behind a count: ", after 1986 and 1990", "adding to those of 1978 and 1986". Each
    /// with its token.
    pub(crate) fn years_before(&self, passage: &Passage, end: usize) -> Vec<(i16, usize)> {
        const AFTER: &[&str] = &["after", "following", "adding to", "to add to", "to go with", "added to", "alongside"];
        const THOSE: &[&str] = &[
            "those",
            "the",
            "their",
            "its",
            "ones",
            "finals",
            "wins",
            "triumphs",
            "successes",
            "victories",
            "titles",
            "defeats",
            "of",
            "in",
            "from",
            "also",
            "both",
        ];
        let from = if passage.is_mark(end, ',') { end + 1 } else { end };
        let Some(mut next) = passage.any_phrase(from, AFTER) else { return Vec::new() };
        while passage.is_any(next, THOSE) {
            next += 1;
        }
        let mut found = Vec::new();
        let mut year = self.year_at(passage, next).map(|year| (year, next + 1));
        while let Some((is, end)) = year {
            found.push((is, end - 1));
            year = self.another_year(passage, end);
        }
        // "After 1990, Italy": the year of something else.
        let closes = found.last().is_none_or(|&(_, last)| super::plain::closes(passage, last + 1));
        if closes { found } else { Vec::new() }
    }

    /// The editions a year can mean of the competitions words without one may mean.
    pub(crate) fn editions_of_year(&self, year: i16, out: &Out<'_>) -> Vec<EditionId> {
        self.competitions(out).into_iter().filter_map(|id| self.edition_of(id, year, out)).collect()
    }

    /// The edition before that of the report, of the same competition.
    pub(crate) fn last_edition(&self, out: &Out<'_>) -> Option<EditionId> {
        let own = self.tournament(out)?;
        let all = super::ledger::editions(&out.view, &[out.record().edition(own).competition]);
        let place = all.iter().position(|&edition| edition == own).unwrap_or(all.len());
        all.get(place.checked_sub(1)?).copied()
    }

    /// The team a name stands for: itself, or the team of the manager in "Southgate's side".
    pub(crate) fn team_meant(&self, passage: &Passage, name: &Name, out: &Out<'_>) -> Option<TeamId> {
        name.team().filter(|_| !is_one_of_a_people(passage, name)).or_else(|| {
            let person = name.person()?;
            let of_crew = passage.is_possessive(name.end) && passage.is_any(name.end + 1, CREW);
            of_crew.then(|| self.managed_by(person, out)).flatten()
        })
    }

    /// The team a person managed at the tournament under report.
    pub(crate) fn managed_by(&self, person: PersonId, out: &Out<'_>) -> Option<TeamId> {
        let edition = out.record().edition(self.edition?);
        let appointed = edition.managers.iter().find(|is| is.manager == person).map(|is| is.team);
        appointed.or_else(|| {
            let entry = self.anchor?;
            let on_sheet =
                |side: &Side| entry.sheet(*side).and_then(|sheet| sheet.manager).is_some_and(|is| is == person);
            Side::BOTH.into_iter().find(on_sheet).map(|side| entry.team(side))
        })
    }

    /// The teams that words at a token may belong to: "Uruguay's …", "their …", or a verb's subject.
    pub(crate) fn teams_before(&self, passage: &Passage, at: usize, out: &Out<'_>) -> Meant<TeamId> {
        let nobody = Meant { all: Vec::new(), sure: false, first: at };
        if passage.is_any(at.wrapping_sub(1), &["our", "my", "your"]) {
            return nobody;
        }
        // "Croatia, not Spain, were top"
        if let Some(name) = at.checked_sub(2).and_then(|last| passage.name_at(last))
            && passage.is_mark(at - 1, ',')
            && let Some(comma) = name.first.checked_sub(2)
            && passage.is_mark(comma, ',')
            && passage.is_any(comma + 1, &["not"])
        {
            return self.teams_before(passage, comma, out);
        }
        if at > 1 && passage.is_possessive(at - 1) {
            let Some(name) = passage.name_at(at - 2) else { return nobody };
            let team = name.team();
            return Meant { all: team.into_iter().collect(), sure: name.how != How::Misprint, first: name.first };
        }
        if let Some(team) = self.beside_participle(passage, at, out) {
            return Meant { all: vec![team], sure: true, first: at };
        }
        let found = self.subjects_of(passage, at, out);
        if !found.all.is_empty() {
            return found;
        }
        // The sentence before, of the same paragraph and voice.
        match self
            .passage_before(passage)
            .filter(|before| before.paragraph == passage.paragraph && before.quote == passage.quote)
        {
            Some(before) => {
                let found = self.subjects_of(before, before.len(), out);
                let named = passage.names.iter().any(|name| name.end <= at && name.team().is_some());
                let sure = found.sure && !named;
                Meant { all: found.all, sure, first: at }
            }
            None => nobody,
        }
    }

    /// "The dreams of Portugal, also appearing in their first final", "against a Croatia side competing in": the team a
    /// participle stands beside, whatever the sentence is about.
    fn beside_participle(&self, passage: &Passage, at: usize, out: &Out<'_>) -> Option<TeamId> {
        const DOING: &[&str] =
            &["appearing", "playing", "competing", "featuring", "contesting", "making", "participating"];
        let verb = (at.saturating_sub(4)..=at).rev().find(|&verb| passage.is_any(verb, DOING))?;
        if (verb..at).any(|between| passage.is_break(between) || passage.name_at(between).is_some()) {
            return None;
        }
        let also =
            if passage.is_any(verb.wrapping_sub(1), &["also", "both", "themselves", "now"]) { verb - 1 } else { verb };
        let last = also.checked_sub(1)?;
        let noun = passage.is_mark(last, ',') || passage.is_any(last, &["side", "team", "outfit", "squad"]);
        let name = passage.name_at(if noun { last.checked_sub(1)? } else { last })?;
        (name.end >= last).then(|| self.team_meant(passage, name, out))?
    }

    fn subjects_of(&self, passage: &Passage, at: usize, out: &Out<'_>) -> Meant<TeamId> {
        let mut subjects: Vec<TeamId> = Vec::new();
        let mut objects: Vec<TeamId> = Vec::new();
        let mut relative = false;
        let mut near = false;
        for (index, name) in passage.names.iter().filter(|name| name.end <= at).rev().enumerate() {
            let Some(team) = self.team_meant(passage, name, out) else { continue };
            let belongs = passage.is_possessive(name.end) && name.team().is_some();
            if subjects.is_empty() && objects.is_empty() && is_relative(passage, name) {
                relative = true;
                subjects.push(team);
            } else if is_object(passage, name) || belongs {
                objects.push(team);
            } else {
                near |= index == 0 && subjects.is_empty() && in_one_clause(passage, name.end, at);
                subjects.push(team);
            }
        }
        let mut seen: Vec<TeamId> = Vec::new();
        let count = subjects.len();
        for team in subjects.iter().chain(&objects) {
            if !seen.contains(team) {
                seen.push(*team);
            }
        }
        let one = subjects.iter().all(|team| Some(team) == subjects.first());
        let sure = count > 0 && (seen.len() == 1 || one || relative || near);
        Meant { all: if count == 0 { Vec::new() } else { seen }, sure, first: at }
    }

    /// The people a name can mean; of several with one surname whom alone the report names in full.
    fn bearers(&self, name: &Name) -> Vec<PersonId> {
        let people = name.people();
        if people.len() < 2 {
            return people;
        }
        let names = self.passages.iter().flat_map(|passage| &passage.names);
        let mut full = names.filter_map(Name::person).filter(|person| people.contains(person));
        let Some(first) = full.next() else { return people };
        if full.all(|other| other == first) { vec![first] } else { people }
    }

    /// Who bears a name, where that is decided here or by the full name elsewhere in the report.
    pub(crate) fn bearer(&self, name: &Name) -> Option<PersonId> {
        match *self.bearers(name) {
            [person] => Some(person),
            _ => None,
        }
    }

    /// Whether another player of the tournament bears the surname by which alone the report names somebody: "Rodríguez",
    /// of Argentina or of Colombia.
    pub(crate) fn has_namesake(&self, passage: &Passage, person: PersonId, out: &Out<'_>) -> bool {
        let named = |name: &&Name| name.person() == Some(person);
        let Some(edition) = self.tournament(out).filter(|_| passage.names.iter().any(|name| named(&name))) else {
            return false;
        };
        let mut names = self.passages.iter().flat_map(|passage| &passage.names).filter(named);
        if names.any(|name| name.end - name.first > 1) {
            return false;
        }
        let surname = |person: PersonId| {
            let name = fold(&out.record().person(person).name);
            name.rsplit(' ').next().unwrap_or_default().to_owned()
        };
        let own = surname(person);
        let squads = out.record().edition(edition).squads.iter().flat_map(|squad| &squad.players);
        squads.map(|one| one.player).any(|other| other != person && surname(other) == own)
    }

    /// The people that words at a token may belong to: "Kane's sixth goal", "his sixth goal".
    pub(crate) fn people_before(&self, passage: &Passage, at: usize) -> Meant<PersonId> {
        let nobody = Meant { all: Vec::new(), sure: false, first: at };
        if passage.is_any(at.wrapping_sub(1), &["our", "my", "your", "their", "its"]) {
            return nobody;
        }
        if at > 1 && passage.is_possessive(at - 1) {
            let Some(name) = passage.name_at(at - 2) else { return nobody };
            return Meant { all: self.bearers(name), sure: name.person().is_some(), first: name.first };
        }
        let nearest = passage.names.iter().rfind(|name| name.end <= at && name.is_person());
        let near = nearest.is_some_and(|name| !is_object(passage, name) && in_one_clause(passage, name.end, at));
        let people_of = |passage: &Passage, at: usize| {
            let mut subjects: Vec<PersonId> = Vec::new();
            let mut objects: Vec<PersonId> = Vec::new();
            for name in passage.names.iter().filter(|name| name.end <= at && name.is_person()).rev() {
                let crew = passage.is_possessive(name.end) && passage.is_any(name.end + 1, CREW);
                let Some(person) = name.person().filter(|_| !crew) else { continue };
                let relative = subjects.is_empty() && is_relative(passage, name);
                let list = if is_object(passage, name) && !relative { &mut objects } else { &mut subjects };
                list.push(person);
            }
            let mut all: Vec<PersonId> = Vec::new();
            for person in subjects.iter().chain(&objects) {
                if !all.contains(person) {
                    all.push(*person);
                }
            }
            all
        };
        let all = people_of(passage, at);
        if !all.is_empty() {
            return Meant { sure: all.len() == 1 || near, all, first: at };
        }
        match self.passage_before(passage) {
            Some(before) if before.paragraph == passage.paragraph && before.quote == passage.quote => {
                let all = people_of(before, before.len());
                let nobody_else = passage.names.iter().all(|name| !name.is_person());
                Meant { sure: all.len() == 1 && nobody_else, all, first: at }
            }
            _ => nobody,
        }
    }

    /// The team words belong to where neither their sentence nor the one before names one: the subject of one of the
    /// sentences before those, or whoever begins a sentence that names several. Never sure.
    pub(crate) fn teams_about(&self, passage: &Passage, at: usize, out: &Out<'_>) -> Meant<TeamId> {
        let found = self.teams_before(passage, at, out);
        if found.sure || passage.is_any(at.wrapping_sub(1), &["our", "my", "your"]) {
            return found;
        }
        let begins = usize::from(passage.word(0) == "the");
        let leading = passage.name_from(begins).filter(|name| name.end <= at && !passage.is_possessive(name.end));
        if let Some(team) = leading.and_then(Name::team) {
            let others = found.all.iter().copied().filter(|&other| other != team);
            return Meant { all: std::iter::once(team).chain(others).collect(), sure: false, first: at };
        }
        let named =
            passage.names.iter().any(|name| name.end <= at && name.team().is_some() && !is_object(passage, name));
        if !found.all.is_empty() || named {
            return found;
        }
        let all = self
            .before(passage)
            .iter()
            .rev()
            .take(5)
            .filter(|before| before.quote == passage.quote)
            .map(|before| self.subjects_of(before, before.len(), out).all)
            .find(|all| !all.is_empty())
            .or_else(|| {
                // "England's wait goes on. They have never": the only team the sentence before names.
                let before = self.passage_before(passage)?;
                let mut named: Vec<TeamId> = before.names.iter().filter_map(Name::team).collect();
                named.dedup();
                (named.len() == 1).then_some(named)
            })
            .unwrap_or_default();
        // "The four-times champions" of the match told of.
        let all = match super::titles::described(self, passage, at, out) {
            Some(team) if !all.contains(&team) => std::iter::once(team).chain(all).collect(),
            _ => all,
        };
        Meant { all, sure: false, first: at }
    }

    /// The teams words may be of, likeliest first: as [`Self::teams_about`], then whom the passage and the one before name,
    /// the report's own, and those it names most.
    pub(crate) fn teams_likely(&self, passage: &Passage, at: usize, out: &Out<'_>) -> Meant<TeamId> {
        /// More than a sentence can be about.
        const MOST: usize = 8;
        let found = self.teams_about(passage, at, out);
        let before = self.passage_before(passage).into_iter().flat_map(|before| &before.names);
        let named = passage.names.iter().chain(before).filter_map(Name::team);
        let known = out.own.iter().chain(self.heavy.iter().take(2)).copied();
        Meant { all: distinct(found.all.iter().copied().chain(named).chain(known), MOST), ..found }
    }

    /// Whoever was named last, nearest first: in the passage before a token, and in the two passages before it.
    pub(crate) fn people_near(&self, passage: &Passage, at: usize) -> Vec<PersonId> {
        let own = passage.names.iter().filter(|name| name.end <= at).rev().filter_map(Name::person);
        let before =
            self.before(passage).iter().rev().take(2).flat_map(|passage| passage.names.iter().filter_map(Name::person));
        let mut all = Vec::new();
        for person in own.chain(before) {
            if !all.contains(&person) {
                all.push(person);
            }
        }
        all
    }

    /// The days a count at the tournament may be of: today, and the eve of the match told of or to come.
    pub(crate) fn eves(&self, out: &Out<'r>) -> Vec<View<'r>> {
        let mut days = vec![out.view];
        let fixture = self.fixture.map(|fixture| fixture.date());
        for date in self.anchor.map(|entry| entry.date).into_iter().chain(fixture) {
            days.push(out.view.before(date));
        }
        days
    }

    /// The days a count may be of: today, and the eve of the match where the words look back on it, or the match may be
    /// still to come.
    pub(crate) fn counted(&self, passage: &Passage, out: &Out<'r>) -> Vec<View<'r>> {
        const BEFORE: &[&str] = &[
            "before",
            "had",
            "until",
            "previously",
            "came into",
            "went into",
            "going into",
            "coming into",
            "arrived",
            "were",
            "was",
        ];
        let mut days = self.eves(out);
        // "Was top scorer with six goals": at the end.
        const IN_THE_END: &[&str] = &["top scorer", "leading scorer", "golden boot", "golden shoe"];
        let over = |entry: &byline_record::Match| entry.date < out.view.as_of() || out.tells_result(entry);
        let is_final = self.anchor.and_then(|entry| entry.stage.as_ref()).is_some_and(|is| is.kind == StageKind::Final);
        let ended = is_final && passage.has(0, passage.len(), IN_THE_END) && !passage.has(0, passage.len(), &["had"]);
        if self.anchor.is_some_and(over) && (ended || !passage.has(0, passage.len(), BEFORE)) {
            days.truncate(1);
        }
        days
    }

    /// The days by which words about the past of a team may be judged: that of the report, the eve of the match, the
    /// eve of the tournament.
    pub(crate) fn days(&self, out: &Out<'r>) -> Vec<View<'r>> {
        let mut days = self.eves(out);
        if let Some(span) = self.edition.and_then(|edition| out.view.span(edition)) {
            days.push(out.view.before(span.first));
        }
        days
    }
}

/// The first `most` of some teams, each once.
pub(crate) fn distinct<T: PartialEq>(items: impl Iterator<Item = T>, most: usize) -> Vec<T> {
    let mut all = Vec::new();
    for item in items {
        if all.len() < most && !all.contains(&item) {
            all.push(item);
        }
    }
    all
}

/// What is made of each of several with each of others: of whom else words may be meant, in every edition they can mean.
pub(crate) fn each_with_each<A: Copy, B: Copy, T>(
    ones: impl Iterator<Item = A>,
    others: &[B],
    make: impl Fn(A, B) -> T,
) -> Vec<T> {
    ones.flat_map(|one| others.iter().map(move |&other| (one, other))).map(|(one, other)| make(one, other)).collect()
}

/// A statement of men's or women's football, over these competitions or over all.
pub(crate) fn statement(says: Says, sex: Sex, competitions: Vec<CompetitionId>) -> Statement {
    Statement { says, denied: false, scope: Scope { sex, competitions, ..Scope::default() } }
}

/// Whether a passage speaks of nothing but the tournament of the report, as far as matches and years are named.
pub(crate) fn is_of_today(reader: &Reader<'_, '_>, foci: &[Focus<'_>]) -> bool {
    // Where years are named and no match fits them, it is not of today.
    (!foci.is_empty() || reader.anchor.is_none())
        && foci.iter().all(|focus| focus.is_anchor || Some(focus.entry.edition) == reader.edition)
}

/// "Both finalists have won the World Cup twice": whether the subject of a verb is two teams or more, none of them named.
pub(crate) fn is_of_both(passage: &Passage, verb: usize) -> bool {
    let clause = passage.clause_start(verb);
    passage.has(clause, verb, &["both", "each", "neither", "either", "two"])
        && !passage.names.iter().any(|name| name.first >= clause && name.end <= verb && name.team().is_some())
}

/// "The golden boot with six goals in Russia": whether a passage names, as a place, the host of another tournament of the
/// last years.
fn names_another_host(reader: &Reader<'_, '_>, passage: &Passage, out: &Out<'_>) -> bool {
    /// How many years back a tournament is still called by its country alone.
    const YEARS: i16 = 16;
    let own = reader.tournament(out);
    let record = out.record();
    let year = |id: EditionId| record.edition(id).year();
    let hosted = |team: TeamId| {
        let host = byline_record::ask::words::team(record, team);
        let is_own = own.is_some_and(|own| record.edition(own).is_hosted_by(&host));
        let is_recent = |id: EditionId| {
            year(id).zip(own.and_then(year)).is_some_and(|(then, now)| (1..=YEARS).contains(&(now - then)))
        };
        !is_own && out.view.editions().any(|edition| edition.is_hosted_by(&host) && is_recent(edition.id))
    };
    passage.names.iter().any(|name| {
        passage.is_any(name.first.wrapping_sub(1), &["in"])
            && name.team().is_some_and(hosted)
            && !passage.is_possessive(name.end)
    })
}

/// Whether a report about a match of long ago is of a day on which another tournament is being played: what is told
/// without a year may be of that one.
fn is_during_another(reader: &Reader<'_, '_>, out: &Out<'_>) -> bool {
    /// The most days between two matches of a tournament.
    const PAUSE: i32 = 6;
    let today = out.view.as_of();
    let Some(own) = reader.anchor.filter(|entry| today != Date::MAX && (today - entry.date).get_days() > 365) else {
        return false;
    };
    let record = out.record();
    let near = |date: Date| (0..=PAUSE).contains(&(today - date).get_days());
    out.view.editions().any(|edition| {
        edition.id != own.edition
            && record.competition(edition.competition).class == CompetitionClass::Finals
            && out.view.span(edition.id).is_some_and(|span| near(span.last))
    })
}

/// As [`is_of_today`], and where other teams or scorers are named too, as long as the passage names no other year, nor
/// another tournament by where it was.
pub(crate) fn is_current(reader: &Reader<'_, '_>, passage: &Passage, foci: &[Focus<'_>], out: &Out<'_>) -> bool {
    if names_another_host(reader, passage, out) || is_during_another(reader, out) {
        return false;
    }
    is_of_today(reader, foci)
        || reader.anchor.is_some_and(|entry| {
            let own = out.record().edition(entry.edition).year();
            foci.first().is_some_and(|focus| focus.is_anchor)
                && !reader.local.contains_key(&passage.paragraph)
                && super::focus::years(passage, out, reader.this_year(out))
                    .into_iter()
                    .all(|year| Some(year) == own || year == entry.date.year())
        })
}

/// Whether a verb before its subject makes a condition of what stands at a token: "had it finished 2-1".
pub(crate) fn is_inverted(passage: &Passage, at: usize) -> bool {
    const SUBJECTS: &[&str] =
        &["it", "he", "she", "they", "we", "that", "the", "this", "those", "either", "both", "his"];
    if !passage.may_have("had") {
        return false;
    }
    let from = passage.clause_start(at);
    (from..at).any(|verb| {
        passage.is_any(verb, &["had"])
            && (verb == from || passage.is_mark(verb - 1, ',') || passage.is_any(verb - 1, &["and", "but", "yet"]))
            && (passage.is_any(verb + 1, SUBJECTS) || passage.name_from(verb + 1).is_some())
            && !(verb + 1..at).any(|between| passage.is_mark(between, ','))
    })
}

/// Whether words of doubt or of another world stand in the clause before a token: "would have been their third title".
pub(crate) fn is_hypothetical(passage: &Passage, at: usize) -> bool {
    const DOUBTS: Phrases = Phrases::of(&[
        "would",
        "could",
        "might",
        "may",
        "if",
        "should",
        "hope",
        "hopes",
        "hoping",
        "hoped",
        "danger",
        "brink",
        "verge",
        "risk",
        "risked",
        "threat",
        "prospect",
        "opportunity",
        "fear",
        "fears",
        "feared",
        "nearly",
        "almost",
        "dream",
        "dreams",
        "chance",
        "denied",
        "deny",
        "denying",
        "can",
        "unless",
        "wants",
        "whether",
        "ought",
        "seemed",
        "expected",
        "supposed",
        "threatened",
        "poised",
        "destined",
        "cost",
        "costing",
        "avoid",
        "avoided",
        "avoiding",
        "hopefully",
        "staring",
    ]);
    let from = passage.clause_start(at);
    is_inverted(passage, at)
        || (from.max(at.saturating_sub(14))..at).any(|before| {
            passage.name_at(before).is_none() && passage.one_of(before, &DOUBTS).is_some()
                || passage.phrase(before, "possibility of").is_some()
                || passage.is_any(before, &["looked", "looking", "appeared", "looks"])
                    && (before + 1..before + 4).any(|next| {
                        passage.is_any(next, &["set", "like", "certain", "likely", "headed", "bound", "on"])
                    })
        })
}

/// Whether what words tell is still to come: "chasing a third title", "bid for".
pub(crate) fn is_wanted(passage: &Passage, at: usize) -> bool {
    const WISHES: &[&str] = &[
        "chase",
        "chasing",
        "seek",
        "seeking",
        "bid",
        "bidding",
        "aim",
        "aiming",
        "want",
        "target",
        "targeting",
        "attempt",
        "quest",
        "search",
        "pursuit",
        "looking",
        "trying",
        "try",
        "will",
        "eyeing",
        "away",
        "pursue",
        "pursuing",
        "plan",
        "plans",
        "planning",
        "ambition",
        "await",
        "awaits",
        "failed",
        "missed",
        "fail",
        "without",
    ];
    const HEADS: Heads = Heads::of(WISHES);
    let from = passage.clause_start(at).max(at.saturating_sub(9));
    // "Are bidding for a second crown after lifting the first": that was before.
    let over = (from..at).rev().find(|&before| passage.is_any(before, &["after", "having"])).unwrap_or(from);
    // "Will be eyeing a point in their final match to see themselves into the knock-out stage"
    const FAR: &[&str] =
        &["eyeing", "seeking", "bidding", "chasing", "hoping", "hope", "needing", "need", "needs", "needed"];
    let purpose = passage.has(at.saturating_sub(4), at, &["to"]);
    let early = passage.clause_start(at).max(at.saturating_sub(18))..from;
    if purpose && early.clone().any(|before| passage.name_at(before).is_none() && passage.is_any(before, FAR)) {
        return true;
    }
    (over..at).any(|before| {
        passage.name_at(before).is_none() && passage.may_begin(before, &HEADS) && passage.is_any(before, WISHES)
    })
}
