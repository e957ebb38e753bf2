//! What a team did over several matches: in one edition, or in every edition of some competitions.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Evidence, Verdict};
use byline_record::{CompetitionId, EditionId, Match, Side, StageKind, TeamId, View};

use super::{Judged, Out};
use crate::claim::Kind;
use crate::passage::Passage;

/// The most rows shown for a count.
const MOST_ROWS: usize = 12;

/// Matches of a team or of its line of succession, oldest first.
#[derive(Debug, Clone)]
pub(crate) struct Ledger<'r> {
    pub(crate) matches: Vec<(&'r Match, Side)>,
}

/// The editions of competitions that had begun, oldest first.
pub(crate) fn editions(view: &View<'_>, competitions: &[CompetitionId]) -> Vec<EditionId> {
    let of_them = view.editions().filter(|edition| competitions.contains(&edition.competition));
    let mut all: Vec<_> = of_them.filter_map(|edition| Some((view.span(edition.id)?.first, edition.id))).collect();
    all.sort_unstable();
    all.into_iter().filter(|(_, id)| view.has_begun(*id)).map(|(_, id)| id).collect()
}

impl<'r> Ledger<'r> {
    /// Every match of a team in an edition up to the day of the view.
    pub(crate) fn of_edition(view: &View<'r>, team: TeamId, edition: EditionId) -> Self {
        Self::of(view, team, view.matches_in(edition))
    }

    /// Every match of a team in the competitions up to the day of the view.
    pub(crate) fn of_competitions(view: &View<'r>, team: TeamId, competitions: &[CompetitionId]) -> Self {
        let record = view.record();
        let line = record.lineage(team);
        let in_them = |entry: &&'r Match| competitions.contains(&record.edition(entry.edition).competition);
        Self::of(view, team, line.iter().flat_map(|&team| view.matches_of(team)).filter(in_them))
    }

    fn of(view: &View<'r>, team: TeamId, all: impl Iterator<Item = &'r Match>) -> Self {
        let record = view.record();
        let line = record.lineage(team);
        let side = |entry: &Match| Side::BOTH.into_iter().find(|&side| line.contains(&entry.team(side)));
        let mut matches: Vec<_> =
            all.filter(|entry| entry.is_played()).filter_map(|entry| Some((entry, side(entry)?))).collect();
        matches.sort_by_key(|(entry, _)| (entry.date, entry.id));
        Self { matches }
    }

    pub(crate) fn only(&self, wanted: impl Fn(&Match, Side) -> bool) -> Self {
        Self { matches: self.matches.iter().copied().filter(|&(entry, side)| wanted(entry, side)).collect() }
    }

    pub(crate) fn at_stage(&self, stage: StageKind) -> Self {
        self.only(|entry, _| entry.is_at(stage))
    }

    pub(crate) fn shoot_outs(&self) -> Self {
        self.only(|entry, _| entry.score.shoot_out.is_some())
    }

    pub(crate) fn first(&self, count: usize) -> Self {
        Self { matches: self.matches.iter().copied().take(count).collect() }
    }

    /// The first match of each edition.
    pub(crate) fn openers(&self) -> Self {
        let mut matches: Vec<(&'r Match, Side)> = Vec::new();
        for &(entry, side) in &self.matches {
            if !matches.iter().any(|(other, _)| other.edition == entry.edition) {
                matches.push((entry, side));
            }
        }
        Self { matches }
    }

    /// The last match of each edition, that for third place apart.
    pub(crate) fn exits(&self) -> Self {
        let mut matches: Vec<(&'r Match, Side)> = Vec::new();
        for &(entry, side) in self.matches.iter().rev().filter(|(entry, _)| !entry.is_at(StageKind::ThirdPlace)) {
            if !matches.iter().any(|(other, _)| other.edition == entry.edition) {
                matches.insert(0, (entry, side));
            }
        }
        Self { matches }
    }

    /// The matches alone.
    pub(crate) fn entries(&self) -> Vec<&'r Match> {
        self.matches.iter().map(|(entry, _)| *entry).collect()
    }

    pub(crate) fn len(&self) -> usize {
        self.matches.len()
    }

    /// Won and lost, shoot-outs counted as they ended.
    pub(crate) fn outcomes(&self) -> (u32, u32) {
        self.matches.iter().fold((0, 0), |(won, lost), (entry, side)| match entry.winner() {
            None => (won, lost),
            Some(winner) if winner == *side => (won + 1, lost),
            Some(_) => (won, lost + 1),
        })
    }

    /// Goals scored and conceded.
    pub(crate) fn goals(&self) -> (u32, u32) {
        self.matches.iter().fold((0, 0), |(scored, conceded), (entry, side)| {
            let end = entry.score.end;
            let of = |side: Side| end.map_or(0, |end| u32::from(end.of(side)));
            (scored + of(*side), conceded + of(side.other()))
        })
    }

    /// The matches as evidence, newest first where there are many.
    pub(crate) fn rows(&self, out: &Out<'_>) -> Vec<Evidence> {
        self.matches.iter().rev().take(MOST_ROWS).rev().flat_map(|(entry, _)| out.match_row(entry)).collect()
    }
}

/// The first token from one on that is none of some words.
pub(crate) fn skip(passage: &Passage, mut at: usize, words: &[&str]) -> usize {
    while passage.is_any(at, words) {
        at += 1;
    }
    at
}

/// Teams listed from a token on, each with its tokens and what stands behind it: "Ghana and Panama", "Italy in 1994, the
/// hosts and Ghana". `behind` reads that from the end of a name, and gives the token it ends before.
pub(crate) fn teams_listed<T>(
    passage: &Passage,
    from: usize,
    behind: impl Fn(usize) -> (T, usize),
) -> Vec<(TeamId, usize, usize, T)> {
    let mut list = Vec::new();
    let mut at = from;
    loop {
        let first = skip(passage, at, &["the", "hosts", "holders"]);
        let Some((team, end)) = passage.name_from(first).and_then(|name| Some((name.team()?, name.end))) else { break };
        let (said, end) = behind(end);
        list.push((team, first, end, said));
        let comma = if passage.is_mark(end, ',') { end + 1 } else { end };
        at = if passage.is_any(comma, &["and"]) { comma + 1 } else { comma };
        if at == end {
            break;
        }
    }
    list
}

/// The words from a token to another, for a reading.
pub(crate) fn said(passage: &Passage, from: usize, to: usize) -> String {
    let word = |at: usize| match passage.kind(at) {
        Some(TokenKind::Number(number)) => Some(number.to_string()),
        Some(TokenKind::Ordinal(number)) => Some(byline_record::ask::words::ordinal(number)),
        Some(TokenKind::Word) => Some(passage.word(at).to_owned()),
        _ => None,
    };
    (from..to).filter_map(word).collect::<Vec<_>>().join(" ")
}

/// The token the words before one begin at, as far as they are among some.
pub(crate) fn back(passage: &Passage, mut at: usize, words: &[&str]) -> usize {
    while at > 0 && passage.is_any(at - 1, words) {
        at -= 1;
    }
    at
}

/// An ordinal that ends at a token: its first token and its value.
pub(crate) fn ordinal_before(passage: &Passage, at: usize) -> Option<(usize, u32)> {
    (at.saturating_sub(2)..at)
        .find_map(|start| passage.ordinal(start).filter(|(_, end)| *end == at).map(|found| (start, found.0)))
}

/// Tells of a count over many tournaments: confirmed, or where the words are plain that the record counts otherwise.
pub(crate) fn tell<'r>(
    passage: &Passage,
    span: (usize, usize),
    kind: Kind,
    reading: String,
    (right, plain): (bool, bool),
    ledger: &Ledger<'r>,
    out: &mut Out<'r>,
) {
    let judged = if right {
        Judged::new(Verdict::Confirmed)
    } else if plain && ledger.len() > 0 && matches!(kind, Kind::Tally | Kind::FirstSince) {
        Judged::new(Verdict::Contradicted)
    } else if plain && ledger.len() > 0 {
        Judged::new(Verdict::RecordDiffers).because("the record counts otherwise over its tournaments")
    } else {
        return;
    };
    let rows = ledger.rows(out);
    out.push(passage, span, kind, reading, judged.showing(rows));
}

/// The confederation whose teams an adjective means.
pub(crate) fn confederation(word: &str) -> Option<&'static str> {
    Some(match word {
        "african" => "CAF",
        "european" => "UEFA",
        "asian" => "AFC",
        _ => return None,
    })
}
