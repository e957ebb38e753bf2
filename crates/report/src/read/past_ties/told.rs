//! What is said of a tie of another year: against whom, at which stage, when, and whether in a shoot-out.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::{CompetitionId, EditionId, StageKind, TeamId};

use super::super::about::is_hypothetical;
use super::super::occasion::stage_at;
use super::super::plain::closes;
use super::super::{Out, Reader};
use crate::heads::Heads;
use crate::passage::Passage;

/// How a verb or noun is tied to the opponent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "Beat Italy".
    Object,
    /// "Knocked Italy out".
    Around,
    /// "Lost to Italy", "went out in 1990 to Italy".
    To,
    /// "Were beaten by Italy"; without a "by" it is no passive, and the verb is one of [`Link::Object`].
    By,
    /// "A win over Italy".
    Over,
}

/// What words of how a tie went say.
#[derive(Debug, Clone, Copy)]
struct Cue {
    /// Whether their subject won.
    won: bool,
    link: Link,
    /// Whether they say that whoever lost was out.
    eliminated: bool,
}

const LOST: Cue = Cue { won: false, link: Link::To, eliminated: false };
const WENT_OUT: Cue = Cue { eliminated: true, ..LOST };
const BEATEN: Cue = Cue { link: Link::By, ..LOST };
const PUT_OUT: Cue = Cue { eliminated: true, ..BEATEN };
const BEAT: Cue = Cue { won: true, link: Link::Object, eliminated: false };
const KNOCKED_OUT: Cue = Cue { eliminated: true, ..BEAT };
const KNOCKED: Cue = Cue { link: Link::Around, ..KNOCKED_OUT };
const WON: Cue = Cue { link: Link::Over, ..BEAT };

const CUES: &[(&str, Cue)] = &[
    ("lost", LOST),
    ("lose", LOST),
    ("losing", LOST),
    ("fell", LOST),
    ("succumbed", LOST),
    ("went out", WENT_OUT),
    ("going out", WENT_OUT),
    ("bowed out", WENT_OUT),
    ("crashed out", WENT_OUT),
    ("went down", LOST),
    ("defeat", LOST),
    ("defeats", LOST),
    ("loss", LOST),
    ("elimination", WENT_OUT),
    ("exit", WENT_OUT),
    ("beaten", BEATEN),
    ("eliminated", PUT_OUT),
    ("knocked out", PUT_OUT),
    ("dumped out", PUT_OUT),
    ("put out", PUT_OUT),
    ("edged out", PUT_OUT),
    ("defeated", BEATEN),
    ("thrashed", BEATEN),
    ("crushed", BEATEN),
    ("hammered", BEATEN),
    ("undone", BEATEN),
    ("overcome", BEATEN),
    ("overpowered", BEAT),
    ("eliminated", KNOCKED_OUT),
    ("eliminating", KNOCKED_OUT),
    ("knocked out", KNOCKED_OUT),
    ("knocking out", KNOCKED_OUT),
    ("put out", KNOCKED_OUT),
    ("knocked", KNOCKED),
    ("knocking", KNOCKED),
    ("dumped", KNOCKED),
    ("put", KNOCKED),
    ("sent", KNOCKED),
    ("saw off", BEAT),
    ("eased past", BEAT),
    ("edged past", BEAT),
    ("edged", BEAT),
    ("thrashed", BEAT),
    ("beat", BEAT),
    ("beating", BEAT),
    ("defeated", BEAT),
    ("defeating", BEAT),
    ("overcame", BEAT),
    ("overcoming", BEAT),
    ("conquerors of", BEAT),
    ("needed penalties", WON),
    ("needed a shoot out", WON),
    ("won", WON),
    ("win", WON),
    ("victory", WON),
    ("triumph", WON),
];

pub(super) const HEADS: Heads = Heads::of_pairs(CUES);

/// A tie as it is told.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// The words of how it went.
    pub(super) cue: usize,
    /// Where what is said ends.
    pub(super) end: usize,
    /// Whether the words are its own, and not those of the tie before it in a list.
    pub(super) is_first: bool,
    /// Whether the subject won.
    pub(super) won: bool,
    /// Whether the words say that the loser was out of the tournament, or that there was extra time.
    pub(super) eliminated: bool,
    pub(super) opponent: TeamId,
    pub(super) stage: Option<(StageKind, (usize, usize))>,
    /// Every year named: "in 1982 and 1986".
    pub(super) years: Vec<i16>,
    pub(super) edition: Option<EditionId>,
    pub(super) competition: Option<CompetitionId>,
    pub(super) shoot_out: bool,
    /// Whether it is told by how long after another: "two years later".
    pub(super) is_relative: bool,
}

impl Told {
    /// Whether nothing is told of when.
    fn is_bare(&self) -> bool {
        self.stage.is_none() && self.years.is_empty() && self.edition.is_none() && self.competition.is_none()
    }
}

/// What is collected of a tie until whom it was against is known.
#[derive(Debug, Clone, Default)]
struct Draft {
    opponent: Option<TeamId>,
    end: usize,
    stage: Option<(StageKind, (usize, usize))>,
    years: Vec<i16>,
    edition: Option<EditionId>,
    competition: Option<CompetitionId>,
    shoot_out: bool,
    extra_time: bool,
    is_relative: bool,
}

impl Draft {
    /// Reads "in the 1984 final", "at Euro 2012", "of the World Cup in Mexico in 1970" from a token on: the token after
    /// it, if there is anything of the kind.
    fn when(&mut self, reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<usize> {
        const BEFORE: &[&str] = &["in", "at", "of", "during", "from"];
        let comma = usize::from(passage.is_mark(at, ','));
        if !passage.is_any(at + comma, BEFORE) {
            return None;
        }
        let mut next = at + comma + 1;
        let mut found = None;
        while passage.is_any(next, &["the", "their", "a", "its"]) {
            next += 1;
        }
        loop {
            if passage.is_any(next, &["last", "previous"])
                && stage_at(passage, next).is_none()
                && stage_at(passage, next + 1).is_some()
            {
                self.edition = reader.last_edition(out);
                next += 1;
            } else if let Some(year) = reader.year_at(passage, next) {
                self.years.push(year);
                next += 1;
                while let Some((year, end)) = reader.another_year(passage, next) {
                    self.years.push(year);
                    next = end;
                }
            } else if let Some(name) = passage.name_from(next) {
                match (name.edition(), name.competition()) {
                    (Some(edition), _) => self.edition = Some(edition),
                    (None, Some(competition)) => self.competition = Some(competition),
                    // "In Mexico in 1970": where it was, if a year follows.
                    _ if passage.is_any(name.end, &["in"]) && reader.year_at(passage, name.end + 1).is_some() => {}
                    _ => break,
                }
                next = name.end;
            } else if let Some((stage, end)) = stage_at(passage, next).filter(|_| self.stage.is_none()) {
                self.stage = Some((stage, (next, end)));
                next = end;
            } else {
                break;
            }
            found = Some(next);
        }
        // A comma goes on only with a year: "to Italy, in 2006".
        found.filter(|_| comma == 0 || !self.years.is_empty())
    }

    /// Reads "the 2006 final", "the final", "the Euro 2008 final" from a token on, behind "lost" or "won": the token after
    /// it.
    fn decided(&mut self, reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<usize> {
        let mut next = at + usize::from(passage.is_any(at, &["the", "that", "a"]));
        if next == at {
            return None;
        }
        let mut read = self.clone();
        if let Some(year) = reader.year_at(passage, next) {
            read.years.push(year);
            next += 1;
        } else if let Some(name) = passage.name_from(next) {
            (read.edition, read.competition) = (name.edition(), name.competition());
            next = name.end;
        } else if passage.is_any(next, &["last", "previous"]) {
            read.edition = reader.last_edition(out);
            next += 1;
        }
        let (stage, end) = stage_at(passage, next).filter(|(stage, _)| stage.is_knock_out())?;
        read.stage = Some((stage, (next, end)));
        *self = read;
        Some(if passage.is_any(end, &["match"]) { end + 1 } else { end })
    }

    /// Reads how it was decided from a token on: the token after it, if there is anything of the kind.
    fn how(&mut self, passage: &Passage, at: usize) -> Option<usize> {
        const KICKS: &[&str] = &[
            "on penalties",
            "on spot kicks",
            "after penalties",
            "after a shoot out",
            "after a shootout",
            "after a penalty shoot out",
            "after a penalty shootout",
            "in a shoot out",
            "in a shootout",
            "in a penalty shoot out",
            "in a penalty shootout",
            "in the shoot out",
        ];
        const EXTRA: &[&str] = &["after extra time", "in extra time"];
        const ELSE: &[&str] =
            &["narrowly", "heavily", "out", "home", "again", "at the same stage", "at that stage", "at this stage"];
        const LATER: &[&str] =
            &["years later", "years on", "years earlier", "years before", "years after", "years previously"];
        const NEXT: &[&str] = &[
            "a year later",
            "a year earlier",
            "a year before",
            "the year before",
            "the year after",
            "the following year",
            "the next year",
        ];
        let counted = passage.cardinal(at).and_then(|(_, noun)| passage.any_phrase(noun, LATER));
        if let Some(end) = counted.or_else(|| passage.any_phrase(at, NEXT)) {
            self.is_relative = true;
            return Some(end);
        }
        if let Some(end) = passage.any_phrase(at, KICKS) {
            self.shoot_out = true;
            return Some(end);
        }
        if let Some(end) = passage.any_phrase(at, EXTRA) {
            self.extra_time = true;
            return Some(end);
        }
        let is_score = matches!(passage.kind(at), Some(TokenKind::Score(..)));
        passage.any_phrase(at, ELSE).or(is_score.then_some(at + 1))
    }

    /// Reads on from a token as long as anything of a tie is told, the opponent behind one of some words included.
    fn go_on(&mut self, reader: &Reader<'_, '_>, passage: &Passage, from: usize, prepositions: &[&str], out: &Out<'_>) {
        let mut next = from;
        loop {
            let object = || {
                let at = passage.any_phrase(next, prepositions).filter(|_| self.opponent.is_none())?;
                team_from(passage, at)
            };
            if let Some((team, end)) = object() {
                self.opponent = Some(team);
                next = end;
            } else if let Some(end) = self.how(passage, next).or_else(|| self.when(reader, passage, next, out)) {
                next = end;
            } else {
                break;
            }
        }
        self.end = next;
    }
}

/// Whether a team that ends at a token may be the last of a list: no verb follows that would make it a subject.
fn is_closed(passage: &Passage, end: usize) -> bool {
    closes(passage, end) || passage.is_any(end, &["in", "at", "on", "after", "to"])
}

/// A team from a token on, over what it is called, and the token after it.
fn team_from(passage: &Passage, mut at: usize) -> Option<(TeamId, usize)> {
    const CALLED: &[&str] = &[
        "the",
        "hosts",
        "host",
        "holders",
        "eventual",
        "champions",
        "winners",
        "neighbours",
        "a",
        "talented",
        "fancied",
        "old",
        "rivals",
        "defending",
        "reigning",
        "world",
        "european",
        "fellow",
    ];
    while passage.name_from(at).is_none() && passage.is_any(at, CALLED) {
        at += 1;
    }
    let name = passage.name_from(at).filter(|name| !passage.is_possessive(name.end))?;
    Some((name.team()?, name.end))
}

/// The ties told with words of how they went at a token: one, or a list of them, "to Spain in 2010 and to Italy in 2006".
pub(super) fn told(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Vec<Told> {
    let by = |end: usize| (end..passage.len().min(end + 8)).any(|next| passage.is_any(next, &["by"]));
    let cue = passage.rows_at(at, CUES, &HEADS, |cue| cue.0).find(|((_, cue), end)| cue.link != Link::By || by(*end));
    let Some((&(_, Cue { won, link, eliminated }), end)) = cue else { return Vec::new() };
    let prepositions: &[&str] = match link {
        Link::Object | Link::Around => &[],
        Link::To => &["to", "against", "by", "at the hands of"],
        Link::By => &["by"],
        Link::Over => &["over", "against", "to beat", "to get past", "to overcome", "to see off"],
    };
    let mut draft = Draft { end, ..Draft::default() };
    let mut next = end;
    if matches!(link, Link::Object | Link::Around) {
        let Some((team, end)) = team_from(passage, next) else { return Vec::new() };
        if link == Link::Around && !passage.is_any(end, &["out", "home"]) {
            return Vec::new();
        }
        draft.opponent = Some(team);
        next = end;
    }
    if passage.is_any(at, &["lost", "losing", "won", "win"]) {
        next = draft.decided(reader, passage, next, out).unwrap_or(next);
    }
    draft.shoot_out = passage.is_any(at, &["needed"]);
    draft.go_on(reader, passage, next, prepositions, out);
    let mut all = Vec::new();
    let mut cue = at;
    while let Some(opponent) = draft.opponent {
        let Draft { stage, years, edition, competition, shoot_out, extra_time, is_relative, end, .. } = draft;
        let eliminated = eliminated || extra_time;
        let is_first = all.is_empty();
        all.push(Told {
            cue,
            end,
            is_first,
            won,
            eliminated,
            opponent,
            stage,
            years,
            edition,
            competition,
            shoot_out,
            is_relative,
        });
        cue = end + 1;
        draft = Draft::default();
        // "… and to Italy in 2006", "… and 4-0 by Brazil in 1998", "… and Italy"
        if passage.is_any(end, &["and"]) {
            let other = team_from(passage, cue).filter(|&(_, last)| is_closed(passage, last));
            draft.opponent = other.map(|(team, _)| team);
            draft.go_on(reader, passage, other.map_or(cue, |(_, last)| last), prepositions, out);
            // "Denmark and Russia on penalties": of both.
            if let (Some(_), Some(before)) = (other, all.last_mut().filter(|told| told.is_bare())) {
                *before = Told { stage: draft.stage, years: draft.years.clone(), ..before.clone() };
                before.shoot_out |= draft.shoot_out;
                draft.shoot_out = before.shoot_out;
            }
        }
    }
    fronted(reader, passage, at, &mut all, out);
    all
}

/// "In 2018 England lost to Croatia", "At Euro 2016 they were beaten by Iceland": when it was, at the head of the clause.
fn fronted(reader: &Reader<'_, '_>, passage: &Passage, at: usize, all: &mut [Told], out: &Out<'_>) {
    let [told] = all else { return };
    if !told.years.is_empty() || told.edition.is_some() || is_hypothetical(passage, at) {
        return;
    }
    let start = passage.clause_start(at);
    let mut draft = Draft { stage: told.stage, ..Draft::default() };
    let Some(end) = draft.when(reader, passage, start, out).filter(|&end| end <= at) else { return };
    // One clause: nobody else did anything between.
    let one = (end..at).filter(|&next| passage.is_mark(next, ',')).count() <= 1
        && !(end..at)
            .any(|next| passage.name_at(next).is_none() && passage.is_any(next, &["and", "but", "who", "when"]));
    if one {
        let Draft { years, edition, competition, stage, .. } = draft;
        *told = Told { years, edition, competition: told.competition.or(competition), stage, ..told.clone() };
    }
}
