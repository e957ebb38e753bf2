//! Reads an edition file: TOML into the edition, each error at its line and column.

use std::collections::BTreeMap;
use std::ops::Range;

use byline_record::read::place_after;
use byline_record::{ExtraTimeRule, Place, ReadError, StageKind};
use jiff::civil::{Date, Time};
use serde::Deserialize;
use toml::Spanned;

use super::slot::Written;
use super::{Allocation, Best, CardPoints, Decider, Edition, Fixture, Ground, Group, Level, Slot, Stage, Zone, check};
use crate::criterion::{Criterion, Rule};

/// Largest file read, in bytes.
const LARGEST_FILE: usize = 4 << 20;
/// Most teams of an edition, and most entrants of a group: what the engine names by eight bits with room to spare.
pub(super) const MOST_TEAMS: usize = 128;
/// Most fixtures of an edition.
pub(super) const MOST_FIXTURES: usize = 10_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    competition: String,
    edition: String,
    #[serde(default)]
    hosts: Vec<String>,
    #[serde(default)]
    ranked: Vec<Spanned<String>>,
    ranked_by: Option<String>,
    points: Option<Points>,
    cards: Option<Cards>,
    stage: Vec<Spanned<StageTable>>,
    allocation: Option<Spanned<AllocationTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Points {
    win: u8,
    #[serde(default = "one")]
    draw: u8,
    #[serde(default)]
    loss: u8,
}

const fn one() -> u8 {
    1
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Cards {
    yellow: i16,
    second_yellow: i16,
    red: i16,
    yellow_and_red: i16,
    #[serde(default = "yes")]
    officials: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StageTable {
    name: Spanned<String>,
    #[serde(default)]
    level: Vec<Spanned<String>>,
    #[serde(default)]
    ranking: Vec<Spanned<String>>,
    #[serde(default)]
    groups: BTreeMap<String, Spanned<Vec<Spanned<String>>>>,
    teams: Option<Spanned<Vec<Spanned<String>>>>,
    meetings: Option<Spanned<u8>>,
    #[serde(default)]
    fixtures: Vec<Spanned<String>>,
    #[serde(default)]
    drawn: Vec<Vec<Spanned<String>>>,
    best: Option<Spanned<BestTable>>,
    #[serde(default)]
    zone: Vec<Spanned<ZoneTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BestTable {
    place: u8,
    take: u8,
    ranking: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneTable {
    name: String,
    places: [u8; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllocationTable {
    against: Vec<Spanned<String>>,
    rows: Spanned<String>,
}

/// Where in the text a part of it lies: turned into line and column only for an error.
#[derive(Clone, Copy)]
pub(super) struct Source<'t>(&'t str);

impl Source<'_> {
    pub(super) fn error(self, at: &Range<usize>, problem: impl Into<String>, expected: impl Into<String>) -> ReadError {
        let before = self.0.get(..self.0.floor_char_boundary(at.start)).unwrap_or(self.0);
        ReadError::new(place_after(before), problem, expected)
    }
}

impl Edition {
    /// Reads an edition file.
    ///
    /// # Errors
    /// If it is no edition file or contradicts itself: where, what was found and what was expected.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let source = Source(text);
        if text.len() > LARGEST_FILE {
            let problem = format!("a file of {} bytes", text.len());
            return Err(ReadError::new(Place::default(), problem, format!("at most {LARGEST_FILE}")));
        }
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().unwrap_or(0..0);
            source.error(&at, error.message().trim(), "").with_hint("editions/README.md describes the format")
        })?;
        Reader { source, edition: Self::empty(&file), spans: Vec::new() }.run(file)
    }

    fn empty(file: &File) -> Self {
        Self {
            competition: file.competition.clone(),
            label: file.edition.clone(),
            hosts: file.hosts.clone(),
            teams: Vec::new(),
            points: file.points.as_ref().map_or([3, 1, 0], |points| [points.win, points.draw, points.loss]),
            cards: file.cards.as_ref().map(|cards| CardPoints {
                yellow: cards.yellow,
                second_yellow: cards.second_yellow,
                red: cards.red,
                yellow_and_red: cards.yellow_and_red,
                officials: cards.officials,
            }),
            ranked: Vec::new(),
            ranked_by: file.ranked_by.clone(),
            stages: Vec::new(),
            fixtures: Vec::new(),
            allocation: None,
        }
    }
}

struct Reader<'t> {
    source: Source<'t>,
    edition: Edition,
    /// Where each fixture stands in the text.
    spans: Vec<Range<usize>>,
}

impl Reader<'_> {
    fn run(mut self, file: File) -> Result<Edition, ReadError> {
        let stages = file.stage.len();
        if stages == 0 || stages > 32 {
            return Err(ReadError::new(Place::line(1), format!("{stages} stages"), "1 to 32"));
        }
        for stage in file.stage {
            let at = stage.span();
            self.stage(stage.into_inner(), &at)?;
        }
        for name in &file.ranked {
            let team = self.known(name.get_ref(), &name.span())?;
            if self.edition.ranked.contains(&team) {
                return Err(self.source.error(&name.span(), format!("`{}` twice", name.get_ref()), "each team once"));
            }
            self.edition.ranked.push(team);
        }
        if let Some(allocation) = file.allocation {
            let at = allocation.span();
            self.allocation(allocation.into_inner(), &at)?;
        }
        check::check(&self.edition, &self.spans, self.source)?;
        Ok(self.edition)
    }

    fn stage(&mut self, table: StageTable, at: &Range<usize>) -> Result<(), ReadError> {
        let kind = StageKind::read(table.name.get_ref()).ok_or_else(|| {
            let problem = format!("`{}` is no stage", table.name.get_ref());
            self.source.error(&table.name.span(), problem, "one of those of editions/README.md, as `group stage`")
        })?;
        let number = self.edition.stages.len();
        let first = self.edition.fixtures.len();
        let level = self.level(&table.level)?;
        let ranking = self.ranking(&table.ranking)?;
        let mut groups = Vec::new();
        if let Some(teams) = &table.teams {
            if !table.groups.is_empty() {
                return Err(self.source.error(&teams.span(), "`teams` beside `groups`", "one of the two"));
            }
            groups.push(self.group(number, String::new(), teams)?);
        }
        for (label, entrants) in &table.groups {
            if label.is_empty() || label.chars().count() > 8 {
                let problem = format!("a group called `{label}`");
                return Err(self.source.error(&entrants.span(), problem, "a letter or a number"));
            }
            groups.push(self.group(number, label.clone(), entrants)?);
        }
        // Numbers in the order of numbers, not of letters.
        groups.sort_by_key(|group: &Group| group.label.parse::<u32>().unwrap_or(u32::MAX));
        if groups.len() > 32 {
            return Err(self.source.error(at, format!("{} groups", groups.len()), "at most 32"));
        }
        let best = table.best.map(|best| -> Result<Best, ReadError> {
            let best = best.into_inner();
            Ok(Best { place: best.place, take: best.take, ranking: self.ranking(&best.ranking)? })
        });
        let best = best.transpose()?;
        self.edition.stages.push(Stage {
            kind,
            level,
            groups,
            ranking,
            drawn: Vec::new(),
            best,
            zones: table
                .zone
                .iter()
                .map(|zone| Zone { name: zone.get_ref().name.clone(), places: zone.get_ref().places })
                .collect(),
            fixtures: [first, first],
        });
        for line in &table.fixtures {
            self.fixture(number, line)?;
        }
        if table.fixtures.is_empty() {
            self.round_robin(number, table.meetings.as_ref(), at)?;
        } else if let Some(meetings) = &table.meetings {
            return Err(self.source.error(&meetings.span(), "`meetings` beside `fixtures`", "one of the two"));
        }
        for teams in &table.drawn {
            let teams = teams.iter().map(|name| self.known(name.get_ref(), &name.span())).collect::<Result<_, _>>()?;
            self.edition.stages[number].drawn.push(teams);
        }
        self.edition.stages[number].fixtures = [first, self.edition.fixtures.len()];
        Ok(())
    }

    fn group(
        &mut self,
        stage: usize,
        label: String,
        entrants: &Spanned<Vec<Spanned<String>>>,
    ) -> Result<Group, ReadError> {
        let count = entrants.get_ref().len();
        if !(2..=MOST_TEAMS).contains(&count) {
            let expected = format!("2 to {MOST_TEAMS}");
            return Err(self.source.error(&entrants.span(), format!("a group of {count}"), expected));
        }
        let mut slots = Vec::with_capacity(count);
        for entrant in entrants.get_ref() {
            let slot = self.slot(stage, entrant.get_ref(), &entrant.span())?;
            if slots.contains(&slot) {
                let problem = format!("`{}` twice in one group", entrant.get_ref());
                return Err(self.source.error(&entrant.span(), problem, "each entrant once"));
            }
            slots.push(slot);
        }
        Ok(Group { label, entrants: slots, fixtures: Vec::new() })
    }

    /// A slot of a stage; a team named for the first time joins the list.
    fn slot(&mut self, stage: usize, text: &str, at: &Range<usize>) -> Result<Slot, ReadError> {
        let written = Written::read(text);
        let earlier = self.edition.groups_before(stage);
        let group_of = |label: &str| -> Result<u8, ReadError> {
            let groups = earlier.map_or(&[][..], |stage| &self.edition.stages[stage].groups);
            groups.iter().position(|group| group.label == label).and_then(|place| u8::try_from(place).ok()).ok_or_else(
                || {
                    let labels: Vec<&str> = groups.iter().map(|group| &*group.label).collect();
                    let expected = if labels.is_empty() {
                        "a group stage before it".to_owned()
                    } else {
                        format!("one of the groups {}", labels.join(", "))
                    };
                    self.source.error(at, format!("`{written}` names no group"), expected)
                },
            )
        };
        let fixture_of = |number: u16| -> Result<u16, ReadError> {
            let stages = &self.edition.stages;
            self.edition
                .fixture(number)
                .filter(|&fixture| {
                    let of = self.edition.fixtures[fixture].stage;
                    of < stage && stages.get(of).is_some_and(Stage::is_knock_out)
                })
                .and_then(|fixture| u16::try_from(fixture).ok())
                .ok_or_else(|| {
                    self.source.error(at, format!("`{written}`"), "the number of a knock-out match of an earlier stage")
                })
        };
        Ok(match written {
            Written::Placed { place, group } => Slot::Placed { group: group_of(group)?, place },
            Written::Allocated { place, groups } => {
                let mut bits = 0;
                for letter in groups.chars() {
                    bits |= 1 << group_of(&letter.to_string())?;
                }
                Slot::Allocated { place, groups: bits }
            }
            Written::Winner(number) => Slot::Winner(fixture_of(number)?),
            Written::Loser(number) => Slot::Loser(fixture_of(number)?),
            Written::Team("") => return Err(self.source.error(at, "an empty name", "a team or a slot, as `1A`")),
            Written::Team(name) => {
                if let Some(team) = self.edition.teams.iter().position(|team| team == name) {
                    return Ok(Slot::Team(u8::try_from(team).unwrap_or(u8::MAX)));
                }
                if self.edition.teams.len() >= MOST_TEAMS {
                    let expected = format!("at most {MOST_TEAMS}");
                    return Err(self.source.error(at, format!("`{name}` is one team too many"), expected));
                }
                self.edition.teams.push(name.to_owned());
                Slot::Team(u8::try_from(self.edition.teams.len() - 1).unwrap_or(u8::MAX))
            }
        })
    }

    /// A team already named.
    fn known(&self, name: &str, at: &Range<usize>) -> Result<u8, ReadError> {
        let place = self.edition.teams.iter().position(|team| team == name);
        place.and_then(|team| u8::try_from(team).ok()).ok_or_else(|| {
            self.source.error(at, format!("`{name}` takes no part"), "a team named in the stages, written the same")
        })
    }

    fn ranking(&self, lines: &[Spanned<String>]) -> Result<Vec<Rule>, ReadError> {
        let rules = lines.iter().map(|line| {
            Rule::read(line.get_ref()).ok_or_else(|| {
                let names: Vec<&str> = Criterion::ALL.iter().map(|criterion| criterion.name()).collect();
                let problem = format!("`{}` is no criterion", line.get_ref());
                self.source.error(&line.span(), problem, format!("one of {}", names.join(", ")))
            })
        });
        rules.collect()
    }

    fn level(&self, lines: &[Spanned<String>]) -> Result<Level, ReadError> {
        let mut level = Level::default();
        let mut deciders = 0;
        for line in lines {
            let rule = match line.get_ref().as_str() {
                "extra time" => Some(ExtraTimeRule::PlayedOut),
                "golden goal" => Some(ExtraTimeRule::GoldenGoal),
                "silver goal" => Some(ExtraTimeRule::SilverGoal),
                _ => None,
            };
            let decider = match line.get_ref().as_str() {
                "replay" => Some(Decider::Replay),
                "shoot-out" => Some(Decider::ShootOut),
                "lots" => Some(Decider::Lots),
                _ => None,
            };
            let fits = match (rule, decider) {
                (Some(rule), _) if level.extra_time.is_none() && deciders == 0 => {
                    level.extra_time = Some(rule);
                    true
                }
                (_, Some(decider)) if deciders < level.then.len() && !level.then.contains(&Some(decider)) => {
                    level.then[deciders] = Some(decider);
                    deciders += 1;
                    true
                }
                _ => false,
            };
            if !fits {
                return Err(self.source.error(
                    &line.span(),
                    format!("`{}`", line.get_ref()),
                    "one of extra time, golden goal, silver goal, then replay, shoot-out, lots, each once",
                ));
            }
        }
        Ok(level)
    }

    fn fixture(&mut self, stage: usize, line: &Spanned<String>) -> Result<(), ReadError> {
        let at = line.span();
        let form = "`NUMBER | DATE [TIME] | SIDE v SIDE [| STADIUM, CITY[, COUNTRY]]`";
        let mut parts = line.get_ref().split('|').map(str::trim);
        let (Some(number), Some(when), Some(sides)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(self.source.error(&at, format!("`{}`", line.get_ref()), form));
        };
        let ground = parts.next().filter(|ground| !ground.is_empty());
        if parts.next().is_some() {
            return Err(self.source.error(&at, format!("`{}`", line.get_ref()), form));
        }
        let number = number
            .parse::<u16>()
            .map_err(|_| self.source.error(&at, format!("`{number}` is no number of a match"), form))?;
        let (date, time) = self.when(when, &at)?;
        let (first, second) = sides
            .split_once(" v ")
            .ok_or_else(|| self.source.error(&at, format!("`{sides}`"), "two sides with ` v ` between"))?;
        let sides = [self.slot(stage, first, &at)?, self.slot(stage, second, &at)?];
        let ground = ground.map(|ground| self.ground(ground, &at)).transpose()?;
        self.add(Fixture { number, stage, group: None, sides, date, time, ground }, &at)
    }

    fn when(&self, when: &str, at: &Range<usize>) -> Result<(Option<Date>, Option<Time>), ReadError> {
        if when == "-" {
            return Ok((None, None));
        }
        let wrong = || self.source.error(at, format!("`{when}` is no date"), "`YYYY-MM-DD`, `YYYY-MM-DD HH:MM` or `-`");
        let (date, time) = match when.split_once(' ') {
            Some((date, time)) => (date, Some(time.trim())),
            None => (when, None),
        };
        let date: Date = date.parse().map_err(|_| wrong())?;
        let time = time.map(|time| Time::strptime("%H:%M", time)).transpose().map_err(|_| wrong())?;
        Ok((Some(date), time))
    }

    fn ground(&self, text: &str, at: &Range<usize>) -> Result<Ground, ReadError> {
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        let (stadium, city, country) = match (&*parts, &*self.edition.hosts) {
            ([stadium, city, country], _) => (*stadium, *city, *country),
            ([stadium, city], [host]) => (*stadium, *city, host.as_str()),
            _ => {
                let expected = "`STADIUM, CITY, COUNTRY`; without the country only where there is one host";
                return Err(self.source.error(at, format!("`{text}`"), expected));
            }
        };
        Ok(Ground { stadium: stadium.to_owned(), city: city.to_owned(), country: country.to_owned() })
    }

    /// Takes a fixture into its stage and group.
    fn add(&mut self, mut fixture: Fixture, at: &Range<usize>) -> Result<(), ReadError> {
        let number = fixture.number;
        if self.edition.fixture(number).is_some() {
            return Err(self.source.error(at, format!("a second match {number}"), "a number of its own"));
        }
        let place = self.edition.fixtures.len();
        if place >= MOST_FIXTURES {
            return Err(self.source.error(at, "one match too many", format!("at most {MOST_FIXTURES}")));
        }
        let stage = &mut self.edition.stages[fixture.stage];
        if fixture.sides[0] == fixture.sides[1] {
            return Err(self.source.error(at, "a match of one side against itself", "two sides"));
        }
        if !stage.is_knock_out() {
            let holds = |group: &Group| fixture.sides.iter().all(|side| group.entrants.contains(side));
            let group = stage.groups.iter().position(holds).ok_or_else(|| {
                self.source.error(at, "two sides that are not in one group of the stage", "two entrants of a group")
            })?;
            fixture.group = Some(group);
            stage.groups[group].fixtures.push(place);
        }
        self.edition.fixtures.push(fixture);
        self.spans.push(at.clone());
        Ok(())
    }

    /// Everyone against everyone, by the circle method, where no fixtures are listed.
    fn round_robin(
        &mut self,
        stage: usize,
        meetings: Option<&Spanned<u8>>,
        at: &Range<usize>,
    ) -> Result<(), ReadError> {
        if self.edition.stages[stage].is_knock_out() {
            return Err(self.source.error(at, "a stage without groups and without fixtures", "one or the other"));
        }
        let times = meetings.map_or(1, |meetings| *meetings.get_ref());
        if !(1..=2).contains(&times) {
            let span = meetings.map_or_else(|| at.clone(), Spanned::span);
            return Err(self.source.error(&span, format!("{times} meetings"), "1 or 2"));
        }
        let mut next = self.edition.fixtures.iter().map(|fixture| fixture.number).max().unwrap_or(0);
        for group in 0..self.edition.stages[stage].groups.len() {
            let entrants = self.edition.stages[stage].groups[group].entrants.clone();
            for turned in 0..times {
                for [first, second] in circle(entrants.len()) {
                    let pair = if turned == 0 { [first, second] } else { [second, first] };
                    next = next.saturating_add(1);
                    let sides = pair.map(|side| entrants[side]);
                    let ground = None;
                    self.add(
                        Fixture { number: next, stage, group: Some(group), sides, date: None, time: None, ground },
                        at,
                    )?;
                }
            }
        }
        Ok(())
    }

    fn allocation(&mut self, table: AllocationTable, at: &Range<usize>) -> Result<(), ReadError> {
        let mut to = Vec::new();
        let stage = self.edition.stages.iter().rposition(|stage| !stage.is_knock_out()).unwrap_or(0);
        for against in &table.against {
            let slot = self.slot(stage + 1, against.get_ref(), &against.span())?;
            let met = self.edition.fixtures.iter().enumerate().find_map(|(place, fixture)| {
                let side = fixture.sides.iter().position(|side| *side == slot)?;
                matches!(fixture.sides[1 - side], Slot::Allocated { .. }).then_some([place, 1 - side])
            });
            let problem = || format!("`{}` meets nobody who is allocated", against.get_ref());
            let expected = "a slot that a fixture lists against one such as `3ABCDF`";
            to.push(met.ok_or_else(|| self.source.error(&against.span(), problem(), expected))?);
        }
        let groups = self.edition.stages.get(stage).map_or(&[][..], |stage| &stage.groups);
        let read = |letters: &str| -> Option<Vec<u8>> {
            let find = |letter: char| {
                let place = groups.iter().position(|group| group.label.chars().eq([letter]))?;
                u8::try_from(place).ok()
            };
            letters.chars().map(find).collect()
        };
        let mut rows = Vec::new();
        for line in table.rows.get_ref().lines().map(str::trim).filter(|line| !line.is_empty()) {
            let row = line.split_once(' ').and_then(|(groups, order)| Some((read(groups)?, read(order.trim())?)));
            let bits = |row: &[u8]| row.iter().fold(0_u32, |bits, &group| bits | 1 << group);
            match row {
                Some((groups, order))
                    if order.len() == to.len()
                        && groups.len() == to.len()
                        && bits(&groups) == bits(&order)
                        && bits(&order).count_ones() as usize == to.len() =>
                {
                    rows.push((bits(&groups), order));
                }
                _ => {
                    let problem = format!("row `{line}`");
                    let expected = format!("{} groups, then the same in the order of `against`", to.len());
                    return Err(self.source.error(&table.rows.span(), problem, expected));
                }
            }
        }
        rows.sort();
        if let Some(twice) = rows.windows(2).find(|rows| rows[0].0 == rows[1].0) {
            let labels: String = (0..groups.len())
                .filter(|group| twice[0].0 >> group & 1 == 1)
                .map(|group| groups[group].label.as_str())
                .collect();
            return Err(self.source.error(at, format!("two rows for {labels}"), "each combination once"));
        }
        self.edition.allocation = Some(Allocation { to, rows });
        Ok(())
    }
}

/// Pairs of a round robin of `n`, round by round (the circle method): the first stays, the rest turn.
fn circle(n: usize) -> Vec<[usize; 2]> {
    let even = n + n % 2;
    let mut pairs = Vec::new();
    for round in 0..even.saturating_sub(1) {
        let seat = |place: usize| if place == 0 { 0 } else { (place - 1 + round) % (even - 1) + 1 };
        for place in 0..even / 2 {
            let [one, two] = [seat(place), seat(even - 1 - place)];
            if one < n && two < n {
                // The one who stays is at home every other round.
                pairs.push(if place == 0 && round % 2 == 1 { [two, one] } else { [one, two] });
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_robin_has_every_pair_once() {
        for n in 2..20 {
            let mut pairs: Vec<[usize; 2]> = circle(n).into_iter().map(|[a, b]| [a.min(b), a.max(b)]).collect();
            pairs.sort_unstable();
            let all: Vec<[usize; 2]> = (0..n).flat_map(|a| (a + 1..n).map(move |b| [a, b])).collect();
            assert_eq!(pairs, all, "{n} teams");
        }
    }
}
