//! What comes next for a team: against whom, when, where, in which stage.
//!
//! [`words`] has the cues, [`told`] reads who is said to meet whom, [`judge`] holds it against the matches that were fixed
//! on the day of the report; [`dated`] reads matches told by their date, [`pairs`] lists of matches.

mod dated;
mod judge;
mod pairs;
mod told;
mod words;

use byline_record::ask::{Evidence, words as record_words};
use byline_record::{Fixture, KickOff, Match, TeamId};
use jiff::civil::{Date, Weekday};

use self::words::AHEAD;
use super::{Out, Reader};
use crate::heads::Heads;
use crate::passage::Passage;

/// The two teams a report is about, with their match if it was over.
struct Own<'r> {
    teams: [TeamId; 2],
    anchor: Option<&'r Match>,
    /// The day of the report's match, if it was still to come.
    fixture: Option<Date>,
}

impl<'r> Own<'r> {
    fn of(reader: &Reader<'_, 'r>) -> Option<Self> {
        if let Some(anchor) = reader.anchor {
            return Some(Self { teams: [anchor.home, anchor.away], anchor: Some(anchor), fixture: None });
        }
        let fixture = reader.fixture?;
        Some(Self { teams: [fixture.home(), fixture.away()], anchor: None, fixture: Some(fixture.date()) })
    }
}

/// What the record has of a team's next match, as far as it was fixed on the day of the report.
struct Coming<'r> {
    opponent: TeamId,
    fixture: Fixture<'r>,
}

impl Coming<'_> {
    fn weekday(&self) -> Weekday {
        self.fixture.date().weekday()
    }

    /// Whether a clock elsewhere shows a day of the week at kick-off.
    fn is_elsewhere(&self, day: Weekday) -> bool {
        let dates = |kick_off: KickOff| kick_off.dates_on_earth(self.fixture.date());
        self.fixture.kick_off().is_some_and(|kick_off| dates(kick_off).any(|date| date.weekday() == day))
    }
}

const HEADS: Heads = Heads::of(AHEAD);
/// What somebody may face who meets nobody.
const PLIGHTS: &[&str] =
    &["elimination", "exit", "defeat", "criticism", "questions", "prospect", "threat", "wait", "battle", "pressure"];
/// Words before "contest" that make it a noun.
const NOUNS_HEAD: &[&str] =
    &["the", "a", "an", "this", "that", "one", "even", "absorbing", "fine", "close", "enthralling", "entertaining"];

/// Reads what comes next; gives back the tokens it has read, which are not of the match itself.
pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) -> Vec<(usize, usize)> {
    const OF_PLAY: &[&str] =
        &["of", "in", "into", "fair", "open", "group", "the", "from", "general", "knockout", "team"];
    const PAST: &[&str] = &["had", "did", "could", "would", "have", "first", "to", "can", "not", "who", "when"];
    let mut taken = dated::read(reader, passage, out);
    let own = Own::of(reader);
    // A round-up is about no one match: each clause is of the two teams it names.
    if own.is_none() && (out.view.as_of() == Date::MAX || !passage.may_meet(&HEADS)) {
        taken.extend(pairs::read(reader, passage, &taken, out));
        return taken;
    }
    let dated = taken.clone();
    let mut at = 0;
    while at < passage.len() {
        if let Some(&(_, end)) = dated.iter().find(|&&(first, end)| (first..end).contains(&at)) {
            at = end;
            continue;
        }
        let told = if passage.name_at(at).is_some() && at > 0 {
            told::listed(passage, at, &taken)
        } else if let Some(end) = passage.rows_at(at, AHEAD, &HEADS, |phrase| *phrase).map(|(_, end)| end).max() {
            let is_past =
                at > 0 && passage.is_any(at - 1, PAST) && passage.word(at) != "face" && passage.word(at - 1) != "to";
            // "Friday's contest marked their first quarter-final": the match, and no verb.
            let noun = passage.is_any(at, &["contest"])
                && at > 0
                && (passage.is_possessive(at - 1) || passage.is_any(at - 1, NOUNS_HEAD));
            // "The next round will begin with Spain v France": of nobody's match in particular.
            let round = passage.is_any(at, &["next"]) && passage.is_any(at + 1, &["round", "stage", "phase"]);
            // "Before the start of play on Wednesday", "a play-off against Yugoslavia": no verb.
            let off = at + 1 + usize::from(passage.is_mark(at + 1, '-'));
            let of_play = passage.is_any(at, &["play"])
                && at > 0
                && (passage.is_any(at - 1, OF_PLAY) || passage.is_any(off, &["off", "offs"]));
            // "Facing elimination, Algeria beat …": nobody is met.
            let plight = passage.is_any(at, &["face", "faces", "facing"])
                && (end..end + 3)
                    .take_while(|&next| passage.name_at(next).is_none() && !passage.is_break(next))
                    .any(|next| passage.is_any(next, PLIGHTS));
            let open = is_past || noun || round || of_play || plight || is_of_winners(passage, at);
            (!open).then(|| told::told(passage, at, end))
        } else {
            told::bare(passage, at)
        };
        let judged = told.and_then(|told| match &own {
            Some(own) => judge::judge(passage, &told, own, out),
            None => judge::judge(passage, &told, &of_round_up(passage, &told, out)?, out),
        });
        match judged {
            Some(read) => {
                taken.push(read);
                at = read.1.max(at + 1);
            }
            None => at += 1,
        }
    }
    let listed = pairs::read(reader, passage, &taken, out);
    taken.extend(listed);
    taken
}

/// "The winners will play Russia or Croatia in Moscow": whether a clause is of what comes after the next match.
fn is_of_winners(passage: &Passage, at: usize) -> bool {
    const WINNERS: &[&str] = &["the winners", "the winner", "the victors", "whoever wins", "whoever comes through"];
    const WILL: &[&str] = &["will", "would", "go", "play", "meet", "face", "take", "plays", "meets", "faces", "then"];
    let start = passage.clause_start(at);
    passage.find(start, at.max(start + 3), WINNERS).is_some_and(|(_, end)| {
        let begins = passage.find(start, end, WINNERS).is_some_and(|(first, _)| first <= start + 1);
        // "The winners meet in Sochi on Saturday": each other.
        let stop = passage.clause_end(end);
        let opponent = passage.names.iter().any(|name| name.team().is_some() && end <= name.first && name.first < stop);
        begins && opponent && passage.is_any(end, WILL)
    })
}

/// The two teams a clause of a round-up names, where the one plays within days of the report and the words stand right
/// beside the cue.
fn of_round_up<'r>(passage: &Passage, told: &told::Told, out: &Out<'r>) -> Option<Own<'r>> {
    const DAYS: i32 = 7;
    const MEET: &[&str] = &["will", "face", "meet", "play", "take", "faces", "meets", "plays", "takes"];
    let team = told.team?;
    let &[(opponent, ..)] = told.opponents.as_slice() else { return None };
    let beside = passage.name_at(told.at.checked_sub(1)?).and_then(crate::passage::Name::team) == Some(team);
    let own = Own { teams: [team, opponent], anchor: None, fixture: None };
    let soon = coming(team, &own, 0, out)
        .is_some_and(|next| (0..=DAYS).contains(&(next.fixture.date() - out.view.as_of()).get_days()));
    (beside && soon && team != opponent && passage.is_any(told.at, MEET) && passage.quote.is_none()).then_some(own)
}

/// The `nth` match of a team after the report's own, from 0.
fn coming<'r>(team: TeamId, own: &Own<'_>, nth: usize, out: &Out<'r>) -> Option<Coming<'r>> {
    let record = out.record();
    let today = out.view.as_of();
    let after = own.anchor.map(|anchor| anchor.date).or(own.fixture);
    let reported = if today == Date::MAX { after? } else { today };
    let mut ahead =
        out.view.appointments_of(team, reported).filter(|next| after.is_none_or(|after| next.date() > after));
    let fixture = ahead.nth(nth)?;
    let is_home = record.root(fixture.home()) == record.root(team);
    Some(Coming { opponent: if is_home { fixture.away() } else { fixture.home() }, fixture })
}

fn row(coming: &Coming<'_>, out: &Out<'_>) -> Vec<Evidence> {
    let line = record_words::appointment(out.record(), &coming.fixture);
    let text = format!("{line}, a {}", record_words::weekday(coming.weekday()));
    vec![Evidence { in_match: Some(coming.fixture.id()), text, sources: coming.fixture.sources() }]
}
