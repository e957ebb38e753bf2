//! Teams by the names data sets write: exact up to folding, and by date.
//!
//! A data set may print today's name for every match of a team's history; the dates of succession turn `Germany` on
//! 7 July 1974 into West Germany. Forgiving look-up for people who type is elsewhere.

use rustc_hash::FxHashMap as HashMap;

use jiff::civil::Date;

use crate::names::clubs::{self, Clubs};
use crate::names::succession::{self, Formers};
use crate::names::tables::{ClubRow, TeamsFile};
use crate::{ReadError, Sex, Succession, Team, TeamId, TeamKind, fold};

/// A name that means another team on some dates.
#[derive(Clone, Debug)]
struct DatedName {
    team: TeamId,
    from: Option<Date>,
    to: Option<Date>,
}

/// Every team known so far, and the names they go by.
#[derive(Debug, Default)]
pub struct TeamNames {
    teams: Vec<Team>,
    successions: Vec<Succession>,
    /// The end of the line of succession of each team of the file; others have none.
    roots: Vec<TeamId>,
    /// Folded name or code to the team; men's national sides first.
    by_name: HashMap<(TeamKind, Sex, String), TeamId>,
    dated: HashMap<(Sex, String), Vec<DatedName>>,
    /// Successions by successor, where data sets print the successor's name for the former.
    formers: Formers,
    /// Clubs that become teams when a source names them.
    clubs: Clubs,
    /// Raw spellings already resolved.
    cache: HashMap<(TeamKind, Sex), HashMap<Box<str>, Option<TeamId>>>,
}

impl TeamNames {
    /// The national teams of `facts/teams.txt`, men's and women's.
    ///
    /// # Errors
    /// If the file is malformed or a line names a team that has no line.
    pub fn from_file(text: &str) -> Result<Self, ReadError> {
        let file = TeamsFile::read(text)?;
        let mut names = Self::default();
        for sex in [Sex::Men, Sex::Women] {
            for row in &file.teams {
                let boxed = |list: &[&str]| list.iter().map(|&name| Box::from(name)).collect();
                let nicknames: Vec<&str> = row
                    .nicknames
                    .iter()
                    .filter(|(_, only)| only.is_none_or(|only| only == sex))
                    .map(|&(name, _)| name)
                    .collect();
                let id = names.insert(Team {
                    id: TeamId(0),
                    name: row.name.into(),
                    kind: TeamKind::National,
                    sex,
                    codes: boxed(&row.codes),
                    confederation: row.confederation.map(Into::into),
                    demonyms: boxed(&row.demonyms),
                    other_names: boxed(&row.other_names),
                    nicknames: boxed(&nicknames),
                });
                for name in row.codes.iter().chain(&row.other_names) {
                    names.by_name.entry((TeamKind::National, sex, fold(name))).or_insert(id);
                }
            }
            for row in &file.successions {
                let former = names.listed(row.former, sex)?;
                let Some(successor) = row.successor else { continue };
                let successor = names.listed(successor, sex)?;
                if row.merged {
                    names.formers.entry(successor).or_default().push(names.successions.len());
                }
                names.successions.push(Succession { former, successor, from: row.from, to: row.to });
            }
            for row in &file.dated_names {
                let team = names.listed(row.team, sex)?;
                let written = match names.national(row.written, sex) {
                    Some(id) => names.spellings(id),
                    None => vec![fold(row.written)],
                };
                for spelling in written {
                    names.dated.entry((sex, spelling)).or_default().push(DatedName {
                        team,
                        from: row.from,
                        to: row.to,
                    });
                }
            }
        }
        names.roots = names.teams.iter().map(|team| crate::record::root_of(&names.successions, team.id)).collect();
        Ok(names)
    }

    /// The same names, and those of the men's clubs of `text`, which is like `facts/clubs.txt`. A club becomes a team
    /// when a source names it, so that a record holds no club nobody told of. The text is read only then; a malformed
    /// one, which [`read_clubs`](crate::names::tables::read_clubs) tells, lists no club.
    #[must_use]
    pub fn with_clubs(self, text: &'static str) -> Self {
        Self { clubs: Clubs::new(text), ..self }
    }

    fn listed(&self, name: &str, sex: Sex) -> Result<TeamId, ReadError> {
        self.national(name, sex).ok_or_else(|| {
            ReadError::new(
                crate::Place::default(),
                format!("`{name}` has no line of its own"),
                "the name of a team line",
            )
        })
    }

    fn national(&self, name: &str, sex: Sex) -> Option<TeamId> {
        self.by_name.get(&(TeamKind::National, sex, fold(name))).copied()
    }

    fn spellings(&self, id: TeamId) -> Vec<String> {
        self.get(id).map_or_else(Vec::new, |team| {
            std::iter::once(&team.name).chain(&team.other_names).chain(&team.codes).map(|name| fold(name)).collect()
        })
    }

    /// Whether a country has a line among the national teams.
    #[must_use]
    pub fn is_listed(&self, country: &str) -> bool {
        self.national(country, Sex::Men).is_some()
    }

    /// The team of an identifier.
    #[must_use]
    pub fn get(&self, id: TeamId) -> Option<&Team> {
        self.teams.get(id.index())
    }

    /// Adds a team and gives it its identifier.
    fn insert(&mut self, mut team: Team) -> TeamId {
        let id = TeamId::from_index(self.teams.len());
        team.id = id;
        self.by_name.insert((team.kind, team.sex, fold(&team.name)), id);
        self.teams.push(team);
        id
    }

    /// The team a source means by `name` on `date`. Clubs never seen before are added, under their listed names where
    /// they have one; an unknown national team is `None`.
    pub fn resolve(&mut self, name: &str, kind: TeamKind, sex: Sex, date: Option<Date>) -> Option<TeamId> {
        if let Some(date) = date
            && kind == TeamKind::National
            && let Some(id) = self.by_dated_name(name, sex, date)
        {
            return Some(id);
        }
        let base = match self.cache.get(&(kind, sex)).and_then(|known| known.get(name)) {
            Some(&known) => known,
            None => {
                let folded = fold(name);
                let id = match kind {
                    TeamKind::Club => self.club(name, &folded, sex),
                    TeamKind::National => self.by_name.get(&(kind, sex, folded)).copied(),
                };
                self.cache.entry((kind, sex)).or_default().insert(name.into(), id);
                id
            }
        }?;
        Some(date.map_or(base, |date| self.on_day(base, date)))
    }

    /// The club of a name, added if it is new; `None` for a name without a letter.
    fn club(&mut self, name: &str, folded: &str, sex: Sex) -> Option<TeamId> {
        if folded.is_empty() {
            return None;
        }
        let team = match self.listed_club(name, folded, sex) {
            Some(row) => listed_club(row),
            None => unlisted_club(name, sex),
        };
        let known = self.by_name.get(&(TeamKind::Club, sex, fold(&team.name))).copied();
        Some(known.unwrap_or_else(|| self.insert(team)))
    }

    fn listed_club(&self, name: &str, folded: &str, sex: Sex) -> Option<&ClubRow<'static>> {
        if sex == Sex::Women {
            return None;
        }
        self.clubs.find(folded).or_else(|| {
            // Chelsea FC (ENG); Everton (CHI) is another club than ours.
            let (name, code) = clubs::with_country_code(name)?;
            let country = self.get(self.national(code, sex)?)?;
            self.clubs.find(&fold(name)).filter(|row| *row.country == *country.name)
        })
    }

    /// Adds a national team nobody has listed, as a source writes it.
    pub fn add_unlisted(&mut self, name: &str, sex: Sex) -> TeamId {
        let team = Team { kind: TeamKind::National, ..unlisted_club(name, sex) };
        let id = self.insert(team);
        self.cache.entry((TeamKind::National, sex)).or_default().insert(name.into(), Some(id));
        id
    }

    fn by_dated_name(&self, name: &str, sex: Sex, date: Date) -> Option<TeamId> {
        if self.dated.is_empty() {
            return None;
        }
        // Only a handful of names are dated: fold only what starts like one of them.
        let first = name.chars().next()?.to_ascii_lowercase();
        if !self.dated_initial(first) {
            return None;
        }
        self.dated
            .get(&(sex, fold(name)))?
            .iter()
            .find(|dated| dated.from.is_none_or(|from| from <= date) && dated.to.is_none_or(|to| date <= to))
            .map(|dated| dated.team)
    }

    fn dated_initial(&self, first: char) -> bool {
        // Order does not matter here: the answer is a yes or no.
        #[allow(clippy::iter_over_hash_type, reason = "`any` does not depend on the order")]
        self.dated.keys().any(|(_, name)| name.starts_with(first))
    }

    /// Who played under the name of `team` on `date`: the former whose dates hold, or, once its own dates are over,
    /// the successor.
    #[must_use]
    pub fn on_day(&self, team: TeamId, date: Date) -> TeamId {
        // Most teams neither followed another nor were followed.
        if self.root(team) == team && !self.formers.contains_key(&team) {
            return team;
        }
        succession::on_day(&self.successions, &self.formers, team, date)
    }

    /// The team at the end of the line of succession: Germany for West Germany, and for Germany itself.
    #[must_use]
    pub fn root(&self, team: TeamId) -> TeamId {
        self.roots.get(team.index()).copied().unwrap_or(team)
    }

    /// Every team of the same line of succession.
    #[must_use]
    pub fn line(&self, team: TeamId) -> Vec<TeamId> {
        let root = self.root(team);
        self.teams.iter().map(|team| team.id).filter(|&id| self.root(id) == root).collect()
    }

    /// Names nearest to an unknown one, for error messages.
    #[must_use]
    pub fn nearest(&self, name: &str, sex: Sex) -> Vec<&str> {
        let candidates = self.teams.iter().filter(|team| team.sex == sex && team.kind == TeamKind::National);
        crate::names::similar::nearest(
            name,
            candidates.flat_map(|team| {
                std::iter::once(&team.name).chain(&team.other_names).map(move |name| (&**name, &*team.name))
            }),
            3,
        )
    }

    /// The teams and successions, once all names are in.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Team>, Vec<Succession>) {
        (self.teams, self.successions)
    }
}

/// A club of the list.
fn listed_club(row: &ClubRow<'_>) -> Team {
    let boxed = |list: &[&str]| list.iter().map(|&name| Box::from(name)).collect();
    Team { other_names: boxed(&row.other_names), nicknames: boxed(&row.nicknames), ..unlisted_club(row.name, Sex::Men) }
}

/// A club as a source writes it.
fn unlisted_club(name: &str, sex: Sex) -> Team {
    Team {
        id: TeamId(0),
        name: name.into(),
        kind: TeamKind::Club,
        sex,
        codes: Box::default(),
        confederation: None,
        demonyms: Box::default(),
        other_names: Box::default(),
        nicknames: Box::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn names() -> TeamNames {
        TeamNames::from_file(crate::builtin::TEAMS).unwrap()
    }

    fn resolved(names: &mut TeamNames, name: &str, day: Date) -> String {
        let id = names.resolve(name, TeamKind::National, Sex::Men, Some(day)).unwrap();
        names.get(id).unwrap().name.to_string()
    }

    #[test]
    fn a_name_means_who_played_on_the_day() {
        let mut names = names();
        for (name, day, team) in [
            ("Germany", date(1974, 7, 7), "West Germany"),
            ("Germany", date(1934, 5, 27), "Germany"),
            ("Germany", date(2014, 7, 13), "Germany"),
            ("West Germany", date(1974, 7, 7), "West Germany"),
            ("Russia", date(1966, 7, 25), "Soviet Union"),
            ("Russia", date(1992, 6, 18), "CIS"),
            ("Yugoslavia", date(1998, 6, 14), "FR Yugoslavia"),
            ("Yugoslavia", date(1990, 6, 30), "Yugoslavia"),
            ("DR Congo", date(1974, 6, 14), "Zaire"),
            ("Czechoslovakia", date(1962, 6, 17), "Czechoslovakia"),
            ("USA", date(1950, 6, 29), "United States"),
            ("Côte d'Ivoire", date(2006, 6, 10), "Ivory Coast"),
            ("Serbia", date(2006, 6, 11), "Serbia and Montenegro"),
            ("Serbia", date(1950, 6, 15), "Serbia"),
            ("Russia", date(1979, 7, 25), "Russia"),
            ("Swaziland", date(2024, 3, 20), "Eswatini"),
            ("Ireland", date(1912, 2, 10), "Ireland (IFA)"),
        ] {
            assert_eq!(resolved(&mut names, name, day), team, "{name} on {day}");
        }
    }

    #[test]
    fn an_unknown_national_team_is_not_invented_but_a_club_is_added() {
        let mut names = names();
        assert_eq!(names.resolve("Atlantis", TeamKind::National, Sex::Men, None), None);
        let arsenal = names.resolve("Arsenal", TeamKind::Club, Sex::Men, None);
        assert!(arsenal.is_some());
        assert_eq!(names.resolve("ARSENAL", TeamKind::Club, Sex::Men, None), arsenal);
    }

    #[test]
    fn a_listed_club_is_one_team_under_all_its_names() {
        let list = "Manchester United | England | Man United, Man Utd | Red Devils\nEverton | England | - | -";
        let mut names = names().with_clubs(list);
        let mut met = |name, sex| names.resolve(name, TeamKind::Club, sex, Some(date(2017, 5, 21))).unwrap();
        let united = met("Man Utd", Sex::Men);
        for name in ["Manchester United", "MANCHESTER UNITED FC", "Man United", "FC Man United", "Man Utd (ENG)"] {
            assert_eq!(met(name, Sex::Men), united, "{name}");
        }
        let everton = met("Everton FC", Sex::Men);
        for (other, sex) in [("Everton (CHI)", Sex::Men), ("Everton", Sex::Women), ("Red Devils", Sex::Men)] {
            assert!(![united, everton].contains(&met(other, sex)), "{other}");
        }
        let team = names.get(united).unwrap();
        assert_eq!((&*team.name, team.kind, &*team.nicknames[0]), ("Manchester United", TeamKind::Club, "Red Devils"));
        assert_eq!(team.other_names.len(), 2);
    }

    #[test]
    fn a_club_nobody_told_of_is_no_team() {
        let clubs = |names: TeamNames| names.into_parts().0.iter().filter(|team| team.kind == TeamKind::Club).count();
        let mut names = names().with_clubs(crate::builtin::CLUBS);
        assert!(names.resolve("Bayern", TeamKind::Club, Sex::Men, None).is_some());
        assert_eq!(clubs(names), 1);
    }

    #[test]
    fn succession_leads_to_the_team_of_today() {
        let mut names = names();
        let west = names.resolve("West Germany", TeamKind::National, Sex::Men, None).unwrap();
        let germany = names.resolve("Germany", TeamKind::National, Sex::Men, None).unwrap();
        assert_eq!(names.root(west), names.root(germany));
    }
}
