//! Football.TXT: openfootball's own files through the years, and our notation, which adds lines to it.
//!
//! The notation is described in `facts/README.md`. A file with a header line `#:` is ours: every line of it must be
//! one we know. Any other file is openfootball's, whose line-ups name players by surname and whose slips are many:
//! what does not add up there is left out and told in [`Claims::skipped`].

mod additions;
mod dates;
mod entries;
mod fixture;
mod goals;
mod header;
mod kicks;
mod open;
mod score;
mod sheets;

use jiff::civil::Date;

use self::fixture::{Fixture, Sides};
use self::open::{Open, Teams};
use super::openfootball::{Title, is_placeholder, split_matchday, venue, venue_before, zone};
use super::scan::{
    Fault, Parsed, check_length, indent, leading_number, quoted, split_bracket, take_line, without_comment,
};
use crate::claim::{Claims, EditionClaim, MatchClaim, Skipped, VenueClaim};
use crate::{Extent, Ground, KickOff, ReadError, Side, Stage, StageKind, Table, TeamKind};

/// Signs a heading starts with, in the dialects of the years.
const HEADING_SIGNS: [char; 4] = ['▪', '»', '•', '■'];

/// Reads a file.
///
/// # Errors
/// If the file is not UTF-8, has no title, or has a line that is none of the notation, with line and column. In a
/// file of our own also if goals or kicks do not add up to the score.
pub fn read(bytes: &[u8]) -> Result<Claims, ReadError> {
    read_text(super::text(bytes)?)
}

/// Reads a text.
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str) -> Result<Claims, ReadError> {
    let mut reader = Reader::new(text);
    reader.read().map_err(|fault| fault.locate(text))?;
    let source = if reader.foreign { "openfootball" } else { "byline" };
    let mut claims = reader.claims;
    claims.source = source.into();
    Ok(claims)
}

/// Whether a text starts as Football.TXT does: with a title `= …`, after blank lines and comments.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    let first = text.lines().map(str::trim_ascii).find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| line.strip_prefix("= ").is_some_and(|title| !title.trim_ascii().is_empty()))
}

/// The state of reading: what a line above says holds for the lines below.
struct Reader<'t> {
    rest: &'t str,
    /// Number of the line before `rest`.
    line: u32,
    claims: Claims,
    /// Whether no header line of ours has been met.
    foreign: bool,
    title: Option<Title>,
    zone: Option<i16>,
    stage: Option<Stage>,
    matchday: Option<u16>,
    date: Option<Date>,
    /// The date before, for the year of the next one.
    date_before: Option<Date>,
    /// Kick-off that holds for lines without one, openfootball's way; and the next ground.
    kick_off: Option<KickOff>,
    ground: Option<&'t str>,
    open: Option<Open<'t>>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            rest: text,
            line: 0,
            claims: Claims::default(),
            foreign: true,
            title: None,
            zone: None,
            stage: None,
            matchday: None,
            date: None,
            date_before: None,
            kick_off: None,
            ground: None,
            open: None,
        }
    }

    fn read(&mut self) -> Parsed<'t, ()> {
        while !self.rest.is_empty() {
            let start = self.rest;
            let (line, rest) = take_line(start);
            self.rest = rest;
            self.line = self.line.saturating_add(1);
            self.line(start, line)?;
        }
        self.close()
    }

    /// One line and those that belong to it; `start` is the text from the line on.
    fn line(&mut self, start: &'t str, line: &'t str) -> Parsed<'t, ()> {
        let text = line.trim_ascii_start();
        let Some(first) = text.bytes().next() else { return Ok(()) };
        match first {
            b'#' => return self.comment(text),
            b'=' => return self.heading(text),
            b'(' if !is_match_number(text) => return self.goals(start, text),
            _ => {}
        }
        self.claims.rows += 1;
        let text = without_comment(text);
        // Most lines that start with a digit are matches with their time.
        if first.is_ascii_digit() && leading_number(text, 2).is_some_and(|(_, rest)| rest.starts_with(':')) {
            return self.fixture(text);
        }
        if let Some(stage) = text.strip_prefix(HEADING_SIGNS) {
            return self.stage(stage.trim_ascii());
        }
        if let Some((key, value)) = keyed(text) {
            return self.keyed(start, indent(line), key, value);
        }
        if let Some(group) = header::group(text) {
            return self.group(group);
        }
        if self.foreign && is_plain_heading(text) {
            return self.stage(text);
        }
        self.fixture(text)
    }

    /// `# …` is for people, but for our header and for the zone of all times.
    fn comment(&mut self, text: &'t str) -> Parsed<'t, ()> {
        if let Some(header) = text.strip_prefix("#:") {
            self.foreign = false;
            let Some(edition) = self.claims.editions.last_mut() else {
                return Err(Fault::unexpected(text, "the title first, `= World Cup 2022`"));
            };
            self.claims.rows += 1;
            if let Some(zone) = header::read(edition, header)? {
                self.zone = Some(zone);
            }
        } else if let Some((_, all)) = text.split_once("times are local")
            && let Some((_, named)) = all.split_once('(')
            && let Some((named, _)) = named.split_once(')')
        {
            self.zone = zone(named).or(self.zone);
        }
        Ok(())
    }

    /// `= Title` opens an edition; with more signs it is the heading of a part.
    fn heading(&mut self, text: &'t str) -> Parsed<'t, ()> {
        let text = without_comment(text);
        let name = text.trim_matches('=').trim_ascii();
        if text.starts_with("==") {
            return if name.is_empty() { Ok(()) } else { self.stage(name) };
        }
        self.close()?;
        let title = Title::read(name).ok_or_else(|| {
            Fault::unexpected(text, "a title with its year or season, `= World Cup 2022`, `= Premier League 2018/19`")
        })?;
        self.claims.editions.push(title.edition());
        self.title = Some(title);
        self.zone = None;
        self.stage = None;
        self.matchday = None;
        self.date = None;
        self.date_before = None;
        self.kick_off = None;
        self.ground = None;
        Ok(())
    }

    /// A stage holds until the next one.
    fn stage(&mut self, text: &'t str) -> Parsed<'t, ()> {
        self.close()?;
        // `▪ Matchday 1 | Jun 14 - Jun 18` tells only when.
        if text.contains('|') {
            return Ok(());
        }
        if self.foreign {
            self.date = None;
        }
        self.kick_off = None;
        self.ground = None;
        self.stage = None;
        let (of_stage, matchday) = split_matchday(text);
        self.matchday = matchday;
        let Some(title) = &self.title else {
            return Err(Fault::unexpected(text, "the title first, `= World Cup 2022`"));
        };
        check_length(text)?;
        if of_stage.is_empty() {
            if title.kind == TeamKind::Club {
                self.stage = Some(Stage::of(StageKind::League));
            }
            return Ok(());
        }
        match Stage::read(of_stage) {
            Some(stage) => self.stage = Some(title.stage(stage)),
            None if title.qualifying => self.stage = Some(Stage::of(StageKind::Qualifying)),
            None => {
                let fault = Fault::unexpected(
                    text,
                    "a stage: `Group A`, `Round of 16`, `Quarter-finals`, `Semi-finals`, `Third place play-off`, `Final`",
                );
                if !self.foreign {
                    return Err(fault);
                }
                self.note(fault);
            }
        }
        Ok(())
    }

    fn group(&mut self, group: Parsed<'t, header::Group>) -> Parsed<'t, ()> {
        self.close()?;
        match (self.claims.editions.last_mut(), group) {
            (Some(edition), Ok(group)) => edition.groups.push(group),
            (None, Ok(_)) => {
                return Err(Fault::unexpected(self.rest, "the title before the groups, `= World Cup 2022`"));
            }
            (_, Err(fault)) if self.foreign => self.note(fault),
            (_, Err(fault)) => return Err(fault),
        }
        Ok(())
    }

    /// The bracket of goals, over as many lines as it takes.
    fn goals(&mut self, start: &'t str, text: &'t str) -> Parsed<'t, ()> {
        self.claims.rows += 1;
        let from = start.get(start.len() - start.trim_ascii_start().len()..).unwrap_or(text);
        let Some((inside, after)) = split_bracket(from) else {
            return Err(Fault::unexpected(text, "goals in brackets that are closed, `(Kane 54'; Giroud 78')`"));
        };
        let (behind, rest) = take_line(after);
        if !without_comment(behind).trim_ascii().is_empty() {
            return Err(Fault::unexpected(behind.trim_ascii_start(), "nothing behind the goals"));
        }
        let Some(open) = &mut self.open else {
            return Err(Fault::unexpected(text, "a match before the goals"));
        };
        if open.goals.replace(inside).is_some() {
            return Err(Fault::unexpected(text, "one pair of brackets with the goals of both sides"));
        }
        goals::read(inside, open.claim.score.end, self.foreign, &mut open.claim.events)?;
        self.skip_lines(inside);
        self.rest = rest;
        Ok(())
    }

    fn skip_lines(&mut self, text: &str) {
        let lines = text.bytes().filter(|&byte| byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
    }

    /// A line with a key, and the lines that go on with it: those indented deeper. In openfootball's files a line
    /// goes on only where it stops in the middle of a list.
    fn keyed(&mut self, start: &'t str, depth: usize, key: &'t str, value: &'t str) -> Parsed<'t, ()> {
        let value_at = value.as_ptr().addr() - start.as_ptr().addr();
        let mut end = value_at + value.len();
        let mut last = value;
        loop {
            let may_go_on = !self.foreign || last.ends_with([',', '-', '|', ';', '>']);
            if !may_go_on || indent(self.rest) <= depth {
                break;
            }
            let (line, rest) = take_line(self.rest);
            let text = without_comment(line.trim_ascii_start());
            let goes_on = !text.is_empty()
                && !text.starts_with(HEADING_SIGNS)
                && !text.starts_with(['=', '('])
                && keyed(text).is_none();
            if !goes_on {
                break;
            }
            end = text.as_ptr().addr() - start.as_ptr().addr() + text.len();
            last = text;
            self.rest = rest;
            self.line = self.line.saturating_add(1);
        }
        let value = start.get(value_at..end).unwrap_or(value);
        let Some(open) = &mut self.open else {
            let fault = Fault::unexpected(key, "a match before this line");
            return if self.foreign {
                self.note(fault);
                Ok(())
            } else {
                Err(fault)
            };
        };
        if value.is_empty() {
            return Err(Fault::unexpected(key, "a value behind the colon"));
        }
        if additions::read(open, key, value)? {
            if let Some(left_out) = open.left_out.take() {
                self.note(Fault::new(left_out, format!("second name {} left out", quoted(left_out)), ""));
            }
            return Ok(());
        }
        if !self.foreign {
            return Err(additions::unknown(key));
        }
        match open.teams.side_named(key) {
            Ok(side) => sheets::read(open, side, value)?,
            Err(fault) => self.note(fault),
        }
        Ok(())
    }

    /// A line of when, where and who.
    fn fixture(&mut self, text: &'t str) -> Parsed<'t, ()> {
        self.close()?;
        let fixture = fixture::read(text)?;
        let Some(title) = &self.title else {
            return Err(Fault::unexpected(text, "the title first, `= World Cup 2022`"));
        };
        if let Some(written) = fixture.date {
            if !self.foreign && !written.has_year() {
                return Err(Fault::unexpected(written.at(), "the year behind the day, `Sat Dec 10 2022`"));
            }
            let dated = written.resolve(title, self.date_before)?;
            if !dated.weekday_fits {
                let fault = Fault::new(
                    written.at(),
                    format!("{} was another day of the week", dated.date),
                    format!("{:?}", dated.date.weekday()),
                );
                if !self.foreign {
                    return Err(fault);
                }
                self.note(fault);
            }
            self.date = Some(dated.date);
            self.date_before = self.date;
            self.kick_off = None;
            self.ground = None;
        }
        self.kick_off = match fixture.kick_off {
            Some(own) => Some(with_zone(own, self.zone)),
            None if self.foreign => self.kick_off,
            None => None,
        };
        self.ground = fixture.ground_before.or(self.ground);
        if let Some(sides) = &fixture.sides {
            self.open(&fixture, sides)?;
        }
        Ok(())
    }

    /// Opens the match of a line.
    fn open(&mut self, fixture: &Fixture<'t>, sides: &Sides<'t>) -> Parsed<'t, ()> {
        let Some(title) = &self.title else { return Ok(()) };
        let venue = match sides.ground {
            Some(ground) => venue(ground),
            None => self.ground.take().and_then(venue_before),
        };
        let unplayed = !sides.score.is_some() && sides.score.status.is_none();
        if unplayed && let Some(team) = [sides.home, sides.away].into_iter().find(|team| is_placeholder(team)) {
            let fault = Fault::new(team, format!("{} is not a team yet", quoted(team)), "");
            self.note(fault);
            return Ok(());
        }
        check_length(sides.home)?;
        check_length(sides.away)?;
        if sides.home == sides.away {
            return Err(Fault::unexpected(sides.away, "two different sides"));
        }
        let claim = MatchClaim {
            line: self.line,
            external_id: fixture.number.map(Into::into),
            date: self.date,
            kick_off: self.kick_off,
            stage: self.stage.clone(),
            matchday: self.matchday,
            home: title.team(sides.home),
            away: title.team(sides.away),
            ground: ground(self.claims.editions.last(), title, sides, venue.as_ref()),
            venue,
            ..title.match_claim()
        };
        let mut open = Open {
            claim,
            teams: Teams { home: sides.home, away: sides.away },
            score: sides.at,
            goals: None,
            kicks: None,
            first_kick: None,
            left_out: None,
        };
        open.set_score(&sides.score)?;
        if self.date.is_none() && !self.foreign {
            return Err(Fault::unexpected(sides.home, "a date above the match, `Sat Dec 10 2022`"));
        }
        self.open = Some(open);
        Ok(())
    }

    /// Closes the match whose lines have been read.
    fn close(&mut self) -> Parsed<'t, ()> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let extent = |table| self.claims.editions.last().map_or(Extent::Unknown, |edition| edition.coverage.of(table));
        let (goals, kicks) = (extent(Table::Goals), extent(Table::ShootOutKicks));
        let mut left_out = Vec::new();
        let claim = open.close(self.foreign, goals, kicks, &mut left_out)?;
        for fault in left_out {
            self.skip(claim.line, &fault);
        }
        self.claims.matches.push(claim);
        Ok(())
    }

    /// Writes down what is left out of the line read last.
    fn note(&mut self, fault: Fault<'t>) {
        self.skip(self.line, &fault);
    }

    fn skip(&mut self, line: u32, fault: &Fault<'t>) {
        self.claims.skipped.push(Skipped { line, reason: fault.problem().into() });
    }
}

/// `(37)` in front of a match.
fn is_match_number(text: &str) -> bool {
    text.strip_prefix('(')
        .and_then(|text| leading_number(text, 4))
        .is_some_and(|(_, rest)| rest.strip_prefix(')').is_some_and(|rest| rest.starts_with([' ', '\t'])))
}

/// A word or a few, a colon, and a value: `Missed: …`, `West Germany: …`. A time of day is no key.
fn keyed(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    if !(value.is_empty() || value.starts_with([' ', '\t'])) || key.contains("  ") || key.contains(['@', '\t']) {
        return None;
    }
    Some((key.trim_ascii(), value.trim_ascii()))
}

/// Headings some files write without a sign: `Matchday 1`, `Quarter-finals`.
fn is_plain_heading(text: &str) -> bool {
    let (stage, matchday) = split_matchday(text);
    (matchday.is_some() && stage.is_empty()) || (!text.contains("  ") && Stage::read(text).is_some())
}

fn with_zone(own: KickOff, zone: Option<i16>) -> KickOff {
    let (hour, minute) = own.hour_minute();
    let part = |number: u16| u8::try_from(number).unwrap_or_default();
    KickOff::new(part(hour), part(minute), own.offset_minutes().or(zone)).unwrap_or(own)
}

/// Whose ground it was, as far as the file says. Leagues list the home side first. Finals with hosts named are
/// neutral ground for all but the hosts; a host is at home where it is the only one, or where the country of the
/// ground is written.
fn ground(edition: Option<&EditionClaim>, title: &Title, sides: &Sides<'_>, venue: Option<&VenueClaim>) -> Ground {
    if title.kind == TeamKind::Club && title.first_year != title.last_year {
        return Ground::HomeOf(Side::Home);
    }
    let hosts = edition.map(|edition| edition.hosts.as_slice()).unwrap_or_default();
    if hosts.is_empty() {
        return Ground::Unknown;
    }
    let is_host = |team: &str| hosts.iter().any(|host| **host == *team);
    let country = venue.and_then(|venue| venue.country.as_deref());
    let at_home = |team: &str| country.map_or(hosts.len() == 1, |country| country == team);
    match (is_host(sides.home), is_host(sides.away)) {
        (false, false) => Ground::Neutral,
        (true, _) if at_home(sides.home) => Ground::HomeOf(Side::Home),
        (_, true) if at_home(sides.away) => Ground::HomeOf(Side::Away),
        _ if country.is_some() => Ground::Neutral,
        _ => Ground::Unknown,
    }
}

#[cfg(test)]
mod tests;
