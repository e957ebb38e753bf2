//! Which edition is meant: a competition or its hosts, and a year.

use super::context::Scene;
use super::error::{Candidate, Entity, Found, How, NameError, NameErrorKind, What};
use super::{Context, Names};
use crate::{CompetitionClass, CompetitionId, Edition, EditionId, fold};

/// A year or season as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// `2022`.
    Full(i16),
    /// `86`.
    Short(i16),
    /// `2018/19`: the year it began in.
    Season(i16),
    /// `18/19`.
    ShortSeason(i16),
}

impl Year {
    /// Reads a word: two digits or a year of football.
    pub(super) fn read(word: &str) -> Option<Self> {
        let number = || word.parse::<i16>().ok();
        match (word.len(), word.bytes().all(|byte| byte.is_ascii_digit())) {
            (2, true) => number().map(Self::Short),
            (4, true) => number().filter(|year| (1850..2200).contains(year)).map(Self::Full),
            _ => None,
        }
    }

    /// Reads two words as a season: `2018 19`, `2018 2019`, `18 19`.
    pub(super) fn read_season(first: &str, second: &str) -> Option<Self> {
        match (Self::read(first)?, Self::read(second)?) {
            (Self::Full(start), Self::Short(end)) if (start + 1) % 100 == end => Some(Self::Season(start)),
            (Self::Full(start), Self::Full(end)) if start + 1 == end => Some(Self::Season(start)),
            (Self::Short(start), Self::Short(end)) if (start + 1) % 100 == end => Some(Self::ShortSeason(start)),
            _ => None,
        }
    }

    /// Whether an edition is labelled so.
    fn labels(self, edition: &Edition) -> bool {
        let Some(year) = edition.year() else { return false };
        let season = edition.label.len() > 4;
        let end = year.saturating_add(1);
        match self {
            Self::Full(wanted) => year == wanted || (season && end == wanted),
            Self::Short(wanted) => year % 100 == wanted || (season && end % 100 == wanted),
            Self::Season(wanted) => season && year == wanted,
            Self::ShortSeason(wanted) => season && year % 100 == wanted,
        }
    }

    /// Whether a match of the year it was played in fits.
    fn fits(self, year: i16) -> bool {
        match self {
            Self::Full(wanted) => year == wanted,
            Self::Short(wanted) => year.rem_euclid(100) == wanted,
            Self::Season(_) | Self::ShortSeason(_) => false,
        }
    }
}

impl Names<'_> {
    /// The edition a text names: a competition with its year or season before or behind it, or its hosts and the
    /// year (`France 98`); hosts alone (`the Qatar World Cup`) where they held it once. A competition without a year
    /// means the edition of the match in question.
    ///
    /// # Errors
    /// If the competition is unknown, or had no edition so called, or several.
    pub fn edition(&self, text: &str, context: &Context) -> Result<Found<EditionId>, NameError> {
        let scene = self.scene(context);
        let error =
            |kind, candidates| NameError { what: What::Edition, text: text.trim().to_owned(), kind, candidates };
        let words = words_of(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (year, rest) = take_year(without_particles(&words));
        let rest = without_particles(&rest);
        let (competition, host) = self.competition_and_host(rest, &scene);
        let found = match (competition, year) {
            (Some(competition), _) => self.editions_called(competition, host.as_deref(), year, &scene),
            (None, Some(year)) => self.hosted(&rest.join(" "), year, &scene),
            (None, None) => Vec::new(),
        };
        match (found.as_slice(), competition) {
            ([id], _) => Ok(Found { id: *id, how: if competition.is_some() { How::Name } else { How::OtherName } }),
            ([], Some(competition)) => Err(error(NameErrorKind::Unknown, self.editions_near(competition, year))),
            ([], None) => {
                let competitions = self.nearest_competitions(&rest.join(" "), &scene);
                Err(error(NameErrorKind::Unknown, competitions))
            }
            (several, _) => {
                let candidates = several.iter().rev().map(|&id| self.edition_candidate(id)).collect();
                Err(error(NameErrorKind::Ambiguous, candidates))
            }
        }
    }

    /// A competition, and hosts named with it: `qatar world cup`, `world cup in qatar`.
    fn competition_and_host(&self, words: &[&str], scene: &Scene<'_>) -> (Option<CompetitionId>, Option<String>) {
        let whole = self.competition_of(&words.join(" "), scene);
        if let Some(found) = whole {
            return (Some(found.id), None);
        }
        for at in 1..words.len() {
            let (before, after) = words.split_at(at);
            for (competition, host) in [(after, before), (before, after)] {
                let host = without_particles(host).join(" ");
                let competition = without_particles(competition).join(" ");
                if let Some(found) = self.competition_called(&competition, None, scene)
                    && self.is_host(&host)
                {
                    return (Some(found.id), Some(host));
                }
            }
        }
        (None, None)
    }

    fn is_host(&self, folded: &str) -> bool {
        self.record.editions.iter().any(|edition| self.hosts(edition, folded))
    }

    /// Whether an edition was held in a country, by any of its names.
    pub(super) fn hosts(&self, edition: &Edition, folded: &str) -> bool {
        !edition.hosts.is_empty() && {
            let country = self.country_called(folded);
            edition.hosts.iter().any(|host| {
                let host = fold(host);
                host == folded || (country.is_some() && country == self.country_called(&host))
            })
        }
    }

    /// The end of the line of the team a name or code belongs to.
    fn country_called(&self, folded: &str) -> Option<crate::TeamId> {
        let hits = self.team_index().lexicon.find(folded);
        let team = hits.filter(|((_, how), _)| *how <= How::Code).map(|((team, _), _)| team).next()?;
        Some(self.record.root(team))
    }

    /// Editions of a competition by host and year, in the order of their years.
    pub(super) fn editions_called(
        &self,
        competition: CompetitionId,
        host: Option<&str>,
        year: Option<Year>,
        scene: &Scene<'_>,
    ) -> Vec<EditionId> {
        let of = || {
            let editions = self.record.editions.iter().filter(move |edition| edition.competition == competition);
            editions.filter(|edition| host.is_none_or(|host| self.hosts(edition, host)))
        };
        let Some(year) = year else {
            let in_match = scene.context.in_match.and_then(|id| self.record.matches.get(id.index()));
            let current = in_match.and_then(|entry| of().find(|edition| edition.id == entry.edition));
            return match current {
                Some(edition) => vec![edition.id],
                None => in_order(of().collect()),
            };
        };
        let labelled: Vec<&Edition> = of().filter(|edition| year.labels(edition)).collect();
        if !labelled.is_empty() {
            return in_order(labelled);
        }
        // Euro 2020 was played in 2021.
        in_order(of().filter(|edition| self.years_played(edition.id).any(|played| year.fits(played))).collect())
    }

    fn years_played(&self, edition: EditionId) -> impl Iterator<Item = i16> {
        let ids = self.record.matches_of_edition(edition);
        ids.iter().map(|&id| self.record.match_at(id).date.year())
    }

    /// Finals held in a country in a year.
    pub(super) fn hosted(&self, folded: &str, year: Year, scene: &Scene<'_>) -> Vec<EditionId> {
        if folded.is_empty() {
            return Vec::new();
        }
        let finals: Vec<&Edition> = self
            .record
            .editions
            .iter()
            .filter(|edition| year.labels(edition))
            .filter(|edition| self.record.competition(edition.competition).class == CompetitionClass::Finals)
            .filter(|edition| self.hosts(edition, folded))
            .collect();
        let of_sex = |edition: &&Edition| self.record.competition(edition.competition).sex == scene.sex;
        if finals.iter().any(of_sex) {
            return in_order(finals.into_iter().filter(of_sex).collect());
        }
        in_order(finals)
    }

    /// Editions of a competition nearest to a year, or its latest.
    fn editions_near(&self, competition: CompetitionId, year: Option<Year>) -> Vec<Candidate> {
        let mut editions: Vec<&Edition> =
            self.record.editions.iter().filter(|edition| edition.competition == competition).collect();
        let wanted = match year {
            Some(Year::Full(year) | Year::Season(year)) => Some(year),
            _ => None,
        };
        editions.sort_by_key(|edition| {
            let year = edition.year().unwrap_or(0);
            (wanted.map(|wanted| wanted.abs_diff(year)), std::cmp::Reverse(year))
        });
        editions.into_iter().take(3).map(|edition| self.edition_candidate(edition.id)).collect()
    }

    /// Name of an edition as printed: `World Cup 2022`.
    #[must_use]
    pub fn edition_name(&self, id: EditionId) -> String {
        let edition = self.record.edition(id);
        format!("{} {}", self.record.competition(edition.competition).name, edition.label)
    }

    pub(super) fn edition_candidate(&self, id: EditionId) -> Candidate {
        let detail = self.record.edition(id).hosts.join(" and ");
        Candidate { name: self.edition_name(id), detail, id: Entity::Edition(id) }
    }
}

fn in_order(mut editions: Vec<&Edition>) -> Vec<EditionId> {
    editions.sort_by_key(|edition| (edition.year(), edition.id));
    editions.into_iter().map(|edition| edition.id).collect()
}

/// Words of a folded text; a year written on to a word stands apart: `euro96`.
fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in fold(text).split(' ') {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        match word.strip_prefix(letters) {
            Some(digits) if letters.len() >= 2 && matches!(digits.len(), 2 | 4) => {
                words.push(letters.to_owned());
                words.push(digits.to_owned());
            }
            _ => words.push(word.to_owned()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The year or season, looked for at the end, at the beginning, then in between, and the other words.
fn take_year<'t>(words: &[&'t str]) -> (Option<Year>, Vec<&'t str>) {
    let without = |from: usize, count: usize| -> Vec<&'t str> {
        let others = words.iter().enumerate().filter(|(at, _)| !(from..from + count).contains(at));
        others.map(|(_, word)| *word).collect()
    };
    let season_at = |at: usize| Year::read_season(words.get(at)?, words.get(at + 1)?);
    let last = words.len().saturating_sub(1);
    let ends = [last.saturating_sub(1), 0];
    if let Some((at, season)) = ends.into_iter().find_map(|at| Some((at, season_at(at)?))) {
        return (Some(season), without(at, 2));
    }
    let year_at = |at: usize| Year::read(words.get(at)?);
    // Two digits are a year only behind a name.
    let full_at = |at: usize| year_at(at).filter(|year| matches!(year, Year::Full(_)));
    let found = year_at(last).map(|year| (last, year)).or_else(|| (0..last).find_map(|at| Some((at, full_at(at)?))));
    match found {
        Some((at, year)) => (Some(year), without(at, 1)),
        None => (None, words.to_vec()),
    }
}

/// The words without articles and prepositions at either end.
fn without_particles<'w, 't>(mut words: &'w [&'t str]) -> &'w [&'t str] {
    let particle = |word: &str| matches!(word, "the" | "in" | "of" | "at" | "from" | "season" | "edition");
    while let [first, rest @ ..] = words
        && particle(first)
    {
        words = rest;
    }
    while let [rest @ .., last] = words
        && particle(last)
    {
        words = rest;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::testing::record;
    use super::*;
    use crate::Sex;

    #[test]
    fn editions_by_competition_host_and_year() {
        let record = record();
        let names = Names::new(&record);
        for (written, printed) in [
            ("World Cup 2022", "World Cup 2022"),
            ("2022 World Cup", "World Cup 2022"),
            ("worldcup-2022", "World Cup 2022"),
            ("world-cup 2022", "World Cup 2022"),
            ("wc2022", "World Cup 2022"),
            ("WC 22", "World Cup 2022"),
            ("the 1998 World Cup finals", "World Cup 1998"),
            ("World Cup of 1998", "World Cup 1998"),
            ("France 98", "World Cup 1998"),
            ("FRANCE '98", "World Cup 1998"),
            ("Mexico ’86", "World Cup 1986"),
            ("Mexico 1986", "World Cup 1986"),
            ("Italia 90", "World Cup 1990"),
            ("USA 94", "World Cup 1994"),
            ("West Germany 74", "World Cup 1974"),
            ("Germany 1974", "World Cup 1974"),
            ("Korea 2002", "World Cup 2002"),
            ("Japan 2002", "World Cup 2002"),
            ("Qatar 2022 World Cup", "World Cup 2022"),
            ("the Qatar World Cup", "World Cup 2022"),
            ("World Cup in Qatar", "World Cup 2022"),
            ("Euro 2024", "European Championship 2024"),
            ("Euro '96", "European Championship 1996"),
            ("euro96", "European Championship 1996"),
            ("Euro 2020", "European Championship 2020"),
            ("Euro 2021", "European Championship 2020"),
            ("France 2016", "European Championship 2016"),
            ("France 2019", "Women's World Cup 2019"),
            ("Women's World Cup 2019", "Women's World Cup 2019"),
            ("2019 women's world cup", "Women's World Cup 2019"),
            ("Premier League 2018/19", "Premier League 2018/19"),
            ("2018-19 Premier League", "Premier League 2018/19"),
            ("EPL 18/19", "Premier League 2018/19"),
            ("Premier League 2018/2019 season", "Premier League 2018/19"),
        ] {
            let found = names.edition(written, &Context::default()).map(|found| names.edition_name(found.id));
            assert_eq!(found, Ok(printed.to_owned()), "{written}");
        }
        let women = Context { sex: Some(Sex::Women), ..Context::default() };
        let found = names.edition("World Cup 2019", &women).map(|found| names.edition_name(found.id));
        assert_eq!(found, Ok("Women's World Cup 2019".to_owned()));
    }

    #[test]
    fn a_competition_alone_means_the_edition_in_question() {
        let record = record();
        let names = Names::new(&record);
        let quarter_final = super::super::testing::quarter_final(&record);
        let found = names.edition("the World Cup", &Context::of_match(quarter_final));
        assert_eq!(found.map(|found| names.edition_name(found.id)), Ok("World Cup 2022".to_owned()));
    }

    #[test]
    fn years_without_an_edition_and_several_editions() {
        let record = record();
        let names = Names::new(&record);
        let say = |text: &str| names.edition(text, &Context::default()).unwrap_err().to_string();
        assert_eq!(
            say("World Cup 2021"),
            "no edition of a competition is called `World Cup 2021`; nearest: World Cup 2022 (Qatar), \
             World Cup 2010, World Cup 2002 (South Korea and Japan)"
        );
        assert_eq!(
            say("Mexico World Cup"),
            "`Mexico World Cup` can be World Cup 1986 (Mexico) or World Cup 1970 (Mexico)"
        );
        assert_eq!(
            say("Premier League 2019"),
            "`Premier League 2019` can be Premier League 2019/20 or Premier League 2018/19"
        );
        assert!(say("Wrold Cup 2022").contains("World Cup"));
        assert_eq!(say("Luxembourg 98"), "no edition of a competition is called `Luxembourg 98`");
        assert_eq!(say(""), "no edition of a competition is called ``");
    }

    #[test]
    fn years_are_read_as_printed() {
        assert_eq!(Year::read("2022"), Some(Year::Full(2022)));
        assert_eq!(Year::read("86"), Some(Year::Short(86)));
        assert_eq!(Year::read("1066"), None);
        assert_eq!(Year::read("8"), None);
        assert_eq!(Year::read_season("1999", "00"), Some(Year::Season(1999)));
        assert_eq!(Year::read_season("1999", "01"), None);
    }
}
