//! Which team is meant.

use std::collections::HashMap;

use jiff::civil::Date;

use super::context::Scene;
use super::error::{Candidate, Entity, Found, How, NameError, NameErrorKind, What};
use super::lexicon::Lexicon;
use super::{Context, Names};
use crate::names::succession::{self, Formers};
use crate::names::tables::TeamsFile;
use crate::{Sex, Team, TeamId, TeamKind, fold};

/// Spellings of teams. The men's and the women's side of a country share an entry, under the men's.
#[derive(Debug)]
pub(super) struct TeamIndex {
    pub(super) lexicon: Lexicon<(TeamId, How)>,
    /// For each team, the side of the other sex.
    twins: Vec<Option<TeamId>>,
}

/// What names mean on some days, from `facts/teams.txt`.
#[derive(Debug, Default)]
pub(super) struct DatedNames {
    formers: Formers,
    rows: Vec<DatedName>,
}

#[derive(Debug)]
struct DatedName {
    written: String,
    /// The men's side so called today, whose other names mean the same.
    today: Option<TeamId>,
    /// The men's side meant.
    team: TeamId,
    from: Option<Date>,
    to: Option<Date>,
}

/// A spelling met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) team: TeamId,
    pub(super) how: How,
    /// Whether written just so, digraphs included.
    pub(super) exact: bool,
}

/// How a club's name may begin or end without being another club.
const CLUB_WORDS: [&str; 6] = ["fc", "afc", "cf", "sc", "ac", "cd"];

impl TeamIndex {
    fn new(teams: &[Team]) -> Self {
        let mut sides: HashMap<(TeamKind, &str), TeamId> = HashMap::with_capacity(teams.len());
        let mut twins = vec![None; teams.len()];
        for team in teams {
            match sides.get(&(team.kind, &*team.name)).copied() {
                Some(other) if teams.get(other.index()).is_some_and(|other| other.sex != team.sex) => {
                    for (one, twin) in [(team.id, other), (other, team.id)] {
                        if let Some(slot) = twins.get_mut(one.index()) {
                            *slot = Some(twin);
                        }
                    }
                }
                Some(_) => {}
                None => {
                    sides.insert((team.kind, &team.name), team.id);
                }
            }
        }
        let twin_of = |team: &Team| {
            let twin = teams.get(twins.get(team.id.index()).copied().flatten()?.index())?;
            (team.sex == Sex::Women).then_some(twin)
        };
        let lexicon = Lexicon::new(teams.iter().flat_map(|team| {
            let twin = twin_of(team);
            // Both sides have the line of their country; most differ in nicknames alone.
            let shares = twin.is_some_and(|twin| {
                team.codes == twin.codes && team.demonyms == twin.demonyms && team.other_names == twin.other_names
            });
            spellings(team)
                .filter(move |(_, how)| !shares || *how == How::Nickname)
                .filter(move |(name, _)| twin.is_none_or(|twin| !spellings(twin).any(|(other, _)| other == *name)))
                .map(|(name, how)| (fold(name), (team.id, how)))
        }));
        Self { lexicon, twins }
    }
}

/// What a team goes by. A name all in capitals counts as a code: in running text `US` is a team, `us` a word.
fn spellings(team: &Team) -> impl Iterator<Item = (&str, How)> {
    fn of(list: &[Box<str>], how: How) -> impl Iterator<Item = (&str, How)> {
        list.iter().map(move |name| (&**name, how))
    }
    let club = (team.kind == TeamKind::Club).then(|| without_club_words(&team.name)).flatten();
    std::iter::once((&*team.name, How::Name))
        .chain(club.map(|name| (name, How::OtherName)))
        .chain(of(&team.other_names, How::OtherName))
        .map(|(name, how)| if is_capitals(name) { (name, How::Code) } else { (name, how) })
        .chain(of(&team.codes, How::Code))
        .chain(of(&team.demonyms, How::Demonym))
        .chain(of(&team.nicknames, How::Nickname))
}

fn without_club_words(name: &str) -> Option<&str> {
    let is_club_word = |word: &str| CLUB_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known));
    let (first, rest) = name.split_once(' ')?;
    if is_club_word(first) {
        return Some(rest);
    }
    let (before, last) = name.rsplit_once(' ')?;
    is_club_word(last).then_some(before)
}

pub(super) fn is_capitals(name: &str) -> bool {
    name.chars().filter(|letter| letter.is_alphabetic()).count() >= 2 && !name.chars().any(char::is_lowercase)
}

/// A text that is a name, taken apart as far as it may be.
#[derive(Debug)]
struct Reading {
    folded: String,
    sex: Option<Sex>,
}

/// The sex a word stands for.
pub(super) fn sex_word(word: &str) -> Option<Sex> {
    match word {
        "women" | "womens" | "woman" | "ladies" | "female" | "w" | "femenina" | "feminine" | "frauen" => {
            Some(Sex::Women)
        }
        "men" | "mens" | "male" | "m" => Some(Sex::Men),
        _ => None,
    }
}

/// The text as it is, then without article, sex, "national team" and a possessive.
fn readings(text: &str) -> Vec<Reading> {
    let trimmed = text.trim();
    let mut readings = vec![Reading { folded: fold(trimmed), sex: None }];
    let bare = without_possessive(trimmed);
    if bare.len() < trimmed.len() {
        readings.push(Reading { folded: fold(bare), sex: None });
    }
    // Each step takes a word away; names have few.
    for _ in 0..8 {
        let Some(Reading { folded, sex }) = readings.last() else { break };
        let sex = *sex;
        let (first, after) = folded.split_once(' ').unwrap_or((folded, ""));
        let (before, last) = folded.rsplit_once(' ').unwrap_or(("", folded));
        let next = if let Some(stated) = sex_word(last) {
            Reading { folded: before.to_owned(), sex: sex.or(Some(stated)) }
        } else if matches!(last, "team" | "side" | "xi" | "national" | "football") {
            Reading { folded: before.to_owned(), sex }
        } else if let Some(stated) = sex_word(first) {
            Reading { folded: after.to_owned(), sex: sex.or(Some(stated)) }
        } else if matches!(first, "the" | "national") {
            Reading { folded: after.to_owned(), sex }
        } else {
            break;
        };
        if next.folded.is_empty() {
            break;
        }
        readings.push(next);
    }
    readings
}

/// `England’s` → `England`, `Les Bleus'` → `Les Bleus`.
pub(super) fn without_possessive(text: &str) -> &str {
    let apostrophe = ['\'', '’', 'ʼ', '`', '´'];
    let without_s = text.strip_suffix(['s', 'S']).unwrap_or(text);
    without_s.strip_suffix(apostrophe).or_else(|| text.strip_suffix(apostrophe)).unwrap_or(text)
}

impl Names<'_> {
    pub(super) fn team_index(&self) -> &TeamIndex {
        self.teams.get_or_init(|| TeamIndex::new(&self.record.teams))
    }

    fn dated_names(&self) -> &DatedNames {
        self.dated.get_or_init(|| {
            // The tests hold that the file is well formed; a record without it has today's names only.
            let file = TeamsFile::read(crate::builtin::TEAMS).unwrap_or_default();
            let kept: Vec<&str> = file.successions.iter().filter(|row| !row.merged).map(|row| row.former).collect();
            let mut dated = DatedNames::default();
            for (index, succession) in self.record.successions.iter().enumerate() {
                let former = self.record.teams.get(succession.former.index());
                if former.is_some_and(|former| !kept.contains(&&*former.name)) {
                    dated.formers.entry(succession.successor).or_default().push(index);
                }
            }
            let men = |name: &str| {
                let name = fold(name);
                let mut hits = self.team_index().lexicon.find(&name);
                hits.find(|((_, how), exact)| *how <= How::Code && *exact).map(|((team, _), _)| team)
            };
            for row in &file.dated_names {
                let Some(team) = men(row.team) else { continue };
                dated.rows.push(DatedName {
                    written: fold(row.written),
                    today: men(row.written),
                    team,
                    from: row.from,
                    to: row.to,
                });
            }
            dated
        })
    }

    /// The team a text names: by name, code in any case, demonym or nickname, with or without article, "women's" and
    /// "national team"; as it was called on the day of the context, where there is one.
    ///
    /// # Errors
    /// If no team is so called, or several are and the context does not tell which.
    pub fn team(&self, text: &str, context: &Context) -> Result<Found<TeamId>, NameError> {
        let scene = self.scene(context);
        for reading in readings(text) {
            let hits = self.team_hits(&reading.folded);
            match *self.meant(&hits, reading.sex, &reading.folded, &scene) {
                [] => {}
                [found] => return Ok(found),
                ref several => {
                    let candidates = several.iter().map(|found| self.team_candidate(found.id)).collect();
                    return Err(team_error(text, NameErrorKind::Ambiguous, candidates));
                }
            }
        }
        Err(team_error(text, NameErrorKind::Unknown, self.nearest_teams(text, &scene)))
    }

    fn team_hits(&self, folded: &str) -> Vec<Hit> {
        let hit = |((team, how), exact)| Hit { team, how, exact };
        let found: Vec<Hit> = self.team_index().lexicon.find(folded).map(hit).collect();
        match without_club_words(folded) {
            Some(shorter) if found.is_empty() => {
                let clubs = self.team_index().lexicon.find(shorter).map(hit);
                clubs.filter(|hit| self.record.team(hit.team).kind == TeamKind::Club).collect()
            }
            _ => found,
        }
    }

    /// The team of the other sex, or the team itself.
    pub(super) fn side(&self, team: TeamId, sex: Sex) -> Option<TeamId> {
        if self.record.teams.get(team.index())?.sex == sex {
            return Some(team);
        }
        self.team_index().twins.get(team.index()).copied().flatten()
    }

    /// The teams the spellings met can mean in the scene: one, or several to choose from. `sex` is what the text
    /// says, `written` the folded name.
    pub(super) fn meant(&self, hits: &[Hit], sex: Option<Sex>, written: &str, scene: &Scene<'_>) -> Vec<Found<TeamId>> {
        let any_exact = hits.iter().any(|hit| hit.exact);
        let mut found: Vec<Found<TeamId>> = Vec::new();
        for hit in hits.iter().filter(|hit| hit.exact || !any_exact) {
            let Some(team) = self.record.teams.get(hit.team.index()) else { continue };
            // A spelling listed with the women's side alone says whose it is.
            let wanted = sex.unwrap_or(if team.sex == Sex::Women { Sex::Women } else { scene.sex });
            let side = self.side(hit.team, wanted).or((sex.is_none()).then_some(hit.team));
            let kind_fits = scene.context.kind.is_none_or(|kind| kind == team.kind);
            if let (Some(id), true) = (side, kind_fits) {
                found.push(Found { id, how: hit.how });
            }
        }
        if found.iter().any(|found| self.record.team(found.id).kind == scene.kind) {
            found.retain(|found| self.record.team(found.id).kind == scene.kind);
        }
        if found.iter().any(|found| found.how <= How::Code) {
            found.retain(|found| found.how <= How::Code);
            if let Some(date) = scene.date {
                let over = |id: TeamId| {
                    let mut own = self.record.successions.iter().filter(move |succession| succession.former == id);
                    own.any(|own| own.to.is_some_and(|to| to < date))
                };
                for found in found.iter_mut().filter(|found| !(scene.running && over(found.id))) {
                    found.id = self.called_on(found.id, written, date);
                }
            }
        } else {
            self.narrow(&mut found, scene);
        }
        found.sort_by_key(|found| (found.id, found.how));
        found.dedup_by_key(|found| found.id);
        found
    }

    /// Leaves, of teams that share a demonym or nickname, those in question, else those of the day, else those of
    /// today.
    fn narrow(&self, found: &mut Vec<Found<TeamId>>, scene: &Scene<'_>) {
        if found.iter().any(|found| scene.teams.contains(&found.id)) {
            found.retain(|found| scene.teams.contains(&found.id));
        } else if found.iter().any(|found| scene.concerns(self, found.id)) {
            found.retain(|found| scene.concerns(self, found.id));
        }
        if let Some(date) = scene.date {
            let own = |id: TeamId| self.record.successions.iter().filter(move |succession| succession.former == id);
            let played = |id: TeamId| {
                let is_former = own(id).next().is_some();
                if is_former { own(id).any(|own| own.holds_on(date)) } else { self.on_day(id, date) == id }
            };
            if found.iter().any(|found| played(found.id)) {
                found.retain(|found| played(found.id));
            }
            for found in found.iter_mut() {
                found.id = self.on_day(found.id, date);
            }
            // The Czechs of 1976: Czechoslovakia, not the side that carries its record on.
            let lines: Vec<TeamId> = found
                .iter()
                .filter(|found| own(found.id).next().is_some())
                .map(|found| self.record.root(found.id))
                .collect();
            found.retain(|found| own(found.id).next().is_some() || !lines.contains(&self.record.root(found.id)));
        } else {
            let former = |id: TeamId| self.record.successions.iter().any(|succession| succession.former == id);
            if found.iter().any(|found| !former(found.id)) {
                found.retain(|found| !former(found.id));
            }
        }
    }

    /// Who is meant on a day by a name, code or other name of `team`.
    fn called_on(&self, team: TeamId, written: &str, date: Date) -> TeamId {
        let sex = self.record.team(team).sex;
        let men = self.side(team, Sex::Men);
        let dated = self.dated_names().rows.iter().find(|row| {
            (row.written == written || (row.today.is_some() && row.today == men))
                && row.from.is_none_or(|from| from <= date)
                && row.to.is_none_or(|to| date <= to)
        });
        match dated.and_then(|row| self.side(row.team, sex)) {
            Some(meant) => meant,
            None => self.on_day(team, date),
        }
    }

    /// Who played under the name of `team` on `date`: West Germany for Germany in 1974.
    #[must_use]
    pub fn on_day(&self, team: TeamId, date: Date) -> TeamId {
        succession::on_day(&self.record.successions, &self.dated_names().formers, team, date)
    }

    pub(super) fn team_candidate(&self, id: TeamId) -> Candidate {
        let team = self.record.team(id);
        let dates = self.record.successions.iter().find(|succession| succession.former == id);
        let year = |date: Option<Date>| date.map_or_else(String::new, |date| date.year().to_string());
        let detail = dates.map_or_else(String::new, |dates| format!("{}-{}", year(dates.from), year(dates.to)));
        Candidate { name: team.display_name(), detail, id: Entity::Team(id) }
    }

    fn nearest_teams(&self, text: &str, scene: &Scene<'_>) -> Vec<Candidate> {
        let reading = readings(text).pop();
        let sex = reading.as_ref().and_then(|reading| reading.sex).unwrap_or(scene.sex);
        let wanted = reading.map_or_else(String::new, |reading| reading.folded);
        let teams = self
            .record
            .teams
            .iter()
            .filter(|team| team.sex == sex && scene.context.kind.is_none_or(|kind| kind == team.kind));
        let spelled = teams.flat_map(|team| {
            spellings(team).filter(|(_, how)| *how != How::Code).map(|(spelling, _)| (spelling, &*team.name))
        });
        let names = crate::names::similar::nearest(&wanted, spelled, 4);
        names
            .into_iter()
            .filter_map(|name| self.record.teams.iter().find(|team| team.sex == sex && &*team.name == name))
            .map(|team| self.team_candidate(team.id))
            .collect()
    }
}

fn team_error(text: &str, kind: NameErrorKind, candidates: Vec<Candidate>) -> NameError {
    NameError { what: What::Team, text: text.trim().to_owned(), kind, candidates }
}

#[cfg(test)]
mod tests;
