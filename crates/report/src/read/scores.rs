//! Scores and results: at the end, at half-time, at some moment.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Goals, Match, TeamId};

use super::fit::seen_from;
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};
use crate::timeline::Timeline;

/// How a match went for the team spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Went {
    Won,
    Drew,
    Lost,
}

impl Went {
    const fn turned(self) -> Self {
        match self {
            Self::Won => Self::Lost,
            Self::Drew => Self::Drew,
            Self::Lost => Self::Won,
        }
    }

    const fn verb(self) -> &'static str {
        match self {
            Self::Won => "beat",
            Self::Drew => "drew with",
            Self::Lost => "lost to",
        }
    }
}

/// Verbs before the team that was beaten.
const BEAT: &[&str] = &[
    "beat",
    "beats",
    "beating",
    "defeated",
    "defeating",
    "thrashed",
    "thrashing",
    "edged",
    "edging",
    "edged past",
    "overcame",
    "overcoming",
    "saw off",
    "seeing off",
    "hammered",
    "crushed",
    "stunned",
    "stunning",
    "outclassed",
    "downed",
    "dispatched",
    "knocked out",
    "knocking out",
    "eliminated",
    "eliminating",
    "dumped out",
    "put out",
    "swept past",
    "swept aside",
    "brushed aside",
    "eased past",
    "cruised past",
    "cruising past",
    "scraped past",
    "squeezed past",
    "got past",
    "won against",
    "stuffed",
    "hammer",
    "thrash",
    "edge",
    "stun",
    "shocked",
    "upset",
    "demolished",
    "routed",
    "see off",
    "sink",
    "sank",
    "humbled",
    "humiliated",
    "trounced",
    "knock out",
    "eliminate",
    "overpowered",
    "conquered",
    "vanquished",
    "did for",
    "past",
];
/// Passive and losing verbs before the team that won.
const LOST_TO: &[&str] = &[
    "were beaten by",
    "was beaten by",
    "been beaten by",
    "beaten by",
    "lost to",
    "losing to",
    "lose to",
    "lost against",
    "were knocked out by",
    "was knocked out by",
    "knocked out by",
    "eliminated by",
    "went down to",
    "going down to",
    "fell to",
    "falling to",
    "defeated by",
    "thrashed by",
    "crashed out to",
    "went out to",
    "bowed out to",
    "dumped out by",
    "put out by",
];
/// Verbs before the team that was drawn with.
const DREW_WITH: &[&str] = &[
    "drew with",
    "drawing with",
    "draw with",
    "drew against",
    "drawing against",
    "held by",
    "were held by",
    "drawn with",
    "had drawn with",
    "held",
    "holding",
    "tied with",
    "shared the points with",
];
/// Nouns after a score, or before the opponent.
const NOUNS: &[(&str, Went)] = &[
    ("win", Went::Won),
    ("wins", Went::Won),
    ("victory", Went::Won),
    ("triumph", Went::Won),
    ("success", Went::Won),
    ("thrashing", Went::Won),
    ("rout", Went::Won),
    ("hammering", Went::Won),
    ("demolition", Went::Won),
    ("winners", Went::Won),
    ("winner", Went::Won),
    ("victors", Went::Won),
    ("drubbing", Went::Won),
    ("upset", Went::Won),
    ("defeat", Went::Lost),
    ("defeats", Went::Lost),
    ("loss", Went::Lost),
    ("losers", Went::Lost),
    ("reverse", Went::Lost),
    ("draw", Went::Drew),
    ("draws", Went::Drew),
    ("stalemate", Went::Drew),
    ("deadlock", Went::Drew),
];
/// Adjectives that may stand between a score and its noun.
const BETWEEN: &[&str] = &[
    "opening",
    "group",
    "quarter",
    "semi",
    "final",
    "last",
    "extra",
    "time",
    "famous",
    "stunning",
    "shock",
    "comfortable",
    "narrow",
    "deserved",
    "dramatic",
    "world",
    "cup",
    "friendly",
    "aggregate",
    "home",
    "away",
    "historic",
    "emphatic",
    "crushing",
    "surprise",
    "extraordinary",
    "stage",
    "16",
    "hard",
    "fought",
    "comeback",
    "memorable",
    "goalless",
    "first",
    "second",
    "resounding",
];

const AT_HALF_TIME: &[&str] = &[
    "at half time",
    "at halftime",
    "at the break",
    "at the interval",
    "by the break",
    "by the interval",
    "by half time",
    "half time lead",
    "half time score",
    "before the interval",
    "half time deficit",
    "ahead at the break",
];
const SHOOT_OUT: &[&str] = &[
    "on penalties",
    "on pens",
    "on penalty kicks",
    "in the shoot out",
    "in a shoot out",
    "in the shootout",
    "in a shootout",
    "in a penalty shoot out",
    "in the penalty shoot out",
    "in a penalty shootout",
    "in the penalty shootout",
    "from the spot",
    "on spot kicks",
    "penalty shoot out",
    "penalty shootout",
    "shoot out",
    "shootout",
    "after penalties",
    "in penalties",
    "pens",
];
const RUNNING_BEFORE: &[&str] = &[
    "made",
    "make",
    "making",
    "from",
    "trailed",
    "trailing",
    "trail",
    "led",
    "leading",
    "lead",
    "down",
    "ahead",
    "up",
    "deadlock",
    "to",
    "level",
    "behind",
    "until",
    "leads",
    "scoreline",
    "looked",
    "like",
    "possibly",
    "from",
];
const HYPOTHETICAL: &[&str] = &[
    "would",
    "could",
    "should",
    "might",
    "if",
    "prediction",
    "predicted",
    "predict",
    "nearly",
    "almost",
    "odds",
    "expected",
];

/// A score as a passage gives it, from its first token to the one after its last.
struct Said {
    one: u8,
    other: u8,
    first: usize,
    end: usize,
}

/// Reads scores, and results without a score.
pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let mut scores: Vec<Said> = Vec::new();
    for at in 0..passage.len() {
        if let Some(TokenKind::Score(one, other)) = passage.kind(at) {
            scores.push(Said { one, other, first: at, end: at + 1 });
        }
        if passage.is_any(at, &["goalless", "scoreless"])
            && (at + 1..at + 4).any(|next| passage.is_any(next, &["draw", "stalemate", "deadlock"]))
        {
            scores.push(Said { one: 0, other: 0, first: at, end: at + 1 });
        } else if passage.is_any(at, &["goalless", "scoreless"]) && passage.any_phrase(at + 1, AT_HALF_TIME).is_some() {
            half_time(passage, &Said { one: 0, other: 0, first: at, end: at + 1 }, foci, out);
        }
    }
    teams_with_numbers(reader, passage, foci, out);
    let mut before = None;
    for said in &scores {
        before = score(reader, passage, said, before, foci, out).or(before);
    }
    results(reader, passage, &scores, foci, out);
    comeback(passage, foci, out);
}

/// "Came from behind to beat": the side was behind and won, or drew.
fn comeback<'r>(passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    const BEHIND: &[&str] = &[
        "came from behind",
        "come from behind",
        "coming from behind",
        "fought back",
        "came back",
        "rallied",
        "hit back",
        "recovered",
        "turned it around",
    ];
    let Some((at, end)) = passage.find(0, passage.len(), BEHIND) else { return };
    let Some(team) = subject(passage, at) else { return };
    let Some(focus) = foci.iter().find(|focus| !focus.loose && out.side(focus.entry, team).is_some()) else { return };
    let Some(side) = out.side(focus.entry, team) else { return };
    let timeline = Timeline::of(focus.entry);
    let trailed = timeline.goals.iter().find(|goal| goal.after.leader() == Some(side.other()));
    let lost = focus.entry.winner_in_play() == Some(side.other());
    let text = format!("{} were behind and did not lose", words::team(out.record(), team));
    if let (Some(goal), false) = (trailed, lost) {
        let rows = out.event_row(focus.entry, goal.index);
        out.push(
            passage,
            (at, end),
            Kind::Order,
            text,
            Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(focus.entry.id)),
        );
    } else if trailed.is_none()
        && timeline.complete
        && focus.is_anchor
        && focus.may_contradict
        && passage.word(at + 2) == "behind"
    {
        let rows = out.match_row(focus.entry);
        out.push(
            passage,
            (at, end),
            Kind::Order,
            text,
            Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Match(focus.entry.id)),
        );
    }
}

fn clause(passage: &Passage, first: usize, end: usize) -> (usize, usize) {
    let start = (0..first).rev().find(|&at| passage.is_stop(at)).map_or(0, |at| at + 1);
    let stop = (end..passage.len()).find(|&at| passage.is_stop(at)).unwrap_or(passage.len());
    (start, stop)
}

fn is_hypothetical(passage: &Passage, first: usize) -> bool {
    let (start, _) = clause(passage, first, first);
    (start.max(first.saturating_sub(8))..first).any(|at| passage.is_any(at, HYPOTHETICAL))
        || passage.has(0, first, &["prediction"])
}

/// A team named nearest before a token, not further than `reach` tokens.
fn team_before(passage: &Passage, at: usize, reach: usize) -> Option<(TeamId, usize)> {
    let (start, _) = clause(passage, at, at);
    (start.max(at.saturating_sub(reach))..at).rev().find_map(|before| {
        let name = passage.name_at(before)?;
        Some((name.team()?, name.first))
    })
}

/// A team named right after a token, over articles and descriptions.
fn team_after(passage: &Passage, at: usize) -> Option<(TeamId, usize)> {
    for next in at..(at + 5).min(passage.len()) {
        if let Some(name) = passage.name_from(next) {
            return name.team().map(|team| (team, name.end));
        }
        if passage.is_break(next) && !passage.is_mark(next, ',') {
            return None;
        }
    }
    None
}

/// The subject of a verb or noun: the team named before it, that is not itself an object. Nobody where a pronoun stands
/// for it.
fn subject(passage: &Passage, at: usize) -> Option<TeamId> {
    let (start, _) = clause(passage, at, at);
    let gerund = passage.word(at).ends_with("ing");
    let mut subject = None;
    let mut before = at;
    while before > start {
        before -= 1;
        let Some(name) = passage.name_at(before) else {
            if passage.is_any(before, &["who", "which"]) && subject.is_none() {
                let comma = before > start && passage.is_mark(before - 1, ',');
                let owner = before.checked_sub(if comma { 2 } else { 1 }).and_then(|last| passage.name_at(last));
                return owner.and_then(Name::team);
            }
            if passage.is_any(before, &["they", "it", "he", "she", "we", "their", "his", "its"]) {
                return subject;
            }
            continue;
        };
        let first = name.first;
        if let Some(team) = name.team()
            && !is_object(passage, start, first)
        {
            subject = Some(team);
            // A participle goes with the subject of the sentence, a finite verb with the nearest.
            if !gerund {
                return subject;
            }
        }
        before = first;
    }
    subject
}

/// Whether a name that begins at a token is the object of a verb or preposition before it.
fn is_object(passage: &Passage, start: usize, first: usize) -> bool {
    let mut at = first;
    while at > start && first - at < 4 {
        at -= 1;
        if passage.is_any(
            at,
            &[
                "over", "against", "to", "by", "with", "from", "v", "past", "behind", "of", "like", "beyond", "than",
                "for",
            ],
        ) {
            return true;
        }
        if (start..at + 1)
            .rev()
            .take(3)
            .any(|verb| passage.any_phrase(verb, BEAT).or_else(|| passage.any_phrase(verb, DREW_WITH)) == Some(at + 1))
        {
            return true;
        }
        if !passage.is_any(
            at,
            &[
                "the",
                "hosts",
                "holders",
                "champions",
                "a",
                "defending",
                "world",
                "then",
                "neighbours",
                "newcomers",
                "rivals",
                "old",
                "both",
            ],
        ) {
            return false;
        }
    }
    false
}

/// Reads one score. `before` is the outcome told with the score before it in the passage, and of whom; what was told
/// with this one is given back.
fn score<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    said: &Said,
    before: Option<(Went, Option<TeamId>)>,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) -> Option<(Went, Option<TeamId>)> {
    let (first, end) = (said.first, said.end);
    let (start, stop) = clause(passage, first, end);
    if is_hypothetical(passage, first) {
        return None;
    }
    let near_end = (end + 8).min(stop);
    let shoot_out = passage.find(end, near_end, SHOOT_OUT).is_some_and(|(at, _)| {
        !(end..at).any(|between| {
            passage.is_any(between, &["before", "after", "but", "and", "lost", "losing", "winning", "won"])
        })
    });
    if shoot_out {
        return None;
    }
    if passage.find(end, (end + 6).min(stop), AT_HALF_TIME).is_some()
        || passage.find(first.saturating_sub(4), first, &["at half time", "half time", "at the break"]).is_some()
    {
        half_time(passage, said, foci, out);
        return None;
    }
    let parenthesis = first > 0 && passage.is_mark(first - 1, '(');
    let before_running = (first.saturating_sub(2).max(start)..first).any(|at| passage.is_any(at, RUNNING_BEFORE));
    // What the words say of the outcome, for the team spoken of.
    let mut after = end;
    while after < stop && passage.is_any(after, BETWEEN) && after < end + 4 {
        after += 1;
    }
    let noun = NOUNS.iter().find(|(noun, _)| passage.word(after) == *noun).map(|&(_, went)| went);
    let verb = (start.max(first.saturating_sub(9))..first).rev().find_map(|at| {
        let plain = |phrases: &[&str]| passage.any_phrase(at, phrases).filter(|&verb_end| verb_end <= first);
        if let Some(verb_end) = plain(LOST_TO) {
            return Some((Went::Lost, at, verb_end));
        }
        let perfect = (at.saturating_sub(3)..at)
            .any(|before| passage.is_any(before, &["have", "has", "had", "having"]))
            && !(at.saturating_sub(2)..at).any(|before| passage.is_any(before, &["been"]));
        if passage.is_any(at, &["beaten", "defeated", "thrashed"]) && perfect {
            return Some((Went::Won, at, at + 1));
        }
        if passage.is_any(at, &["lost", "lose", "losing", "fell", "beaten"])
            || passage
                .any_phrase(
                    at,
                    &["went down", "going down", "were beaten", "was beaten", "been beaten", "were thrashed"],
                )
                .is_some()
        {
            return Some((Went::Lost, at, at + 1));
        }
        if let Some(verb_end) = plain(DREW_WITH) {
            let passive = passage.is_any(at, &["held"]) && at > 0 && passage.is_any(at - 1, &["were", "was", "been"]);
            return Some((Went::Drew, at, if passive { first } else { verb_end }));
        }
        if passage.is_any(at, &["drew", "draw", "drawing", "drawn"]) {
            return Some((Went::Drew, at, at + 1));
        }
        if let Some(verb_end) = plain(BEAT) {
            return Some((Went::Won, at, verb_end));
        }
        passage.is_any(at, &["won", "win", "winning", "wins", "triumphed", "prevailed", "prevailing"]).then_some((
            Went::Won,
            at,
            at + 1,
        ))
    });
    let between_is_clean = |from: usize| {
        !(from..first).any(|at| passage.is_stop(at) || passage.is_any(at, &["and", "but", "then", "when", "while"]))
    };
    let verb = verb.filter(|&(_, _, verb_end)| between_is_clean(verb_end));
    let (went, subject_at, object) = match (noun, verb) {
        (Some(went), _) => {
            let object = passage
                .find(after + 1, (after + 7).min(stop), &["over", "against", "to", "by", "with", "of", "in"])
                .filter(|&(at, _)| {
                    passage.word(at) != "in" && !(after + 1..at).any(|between| passage.is_break(between))
                })
                .and_then(|(_, next)| team_after(passage, next));
            (Some(went), first, object)
        }
        (None, Some((went, at, verb_end))) => {
            let between = team_after(passage, verb_end).filter(|&(_, team_end)| team_end <= first);
            let follows = || {
                passage
                    .find(end, (end + 3).min(stop), &["against", "by", "to", "with", "over"])
                    .and_then(|(_, next)| team_after(passage, next))
            };
            (Some(went), at, between.or_else(follows))
        }
        (None, None) => (None, first, None),
    };
    // "the 2-0 semi-final against Wales"
    if went.is_none() {
        let mut next = end;
        while next < (end + 5).min(stop)
            && (passage.is_any(next, BETWEEN)
                || passage.is_any(next, &["game", "match", "meeting", "quarterfinal", "semifinal"]))
        {
            next += 1;
        }
        if next > end
            && passage.is_any(next, &["against", "with", "over"])
            && let Some((opponent, last)) = team_after(passage, next + 1)
        {
            judge(
                reader,
                passage,
                (first, last),
                Pair { team: None, opponent: Some(opponent) },
                (said.one, said.other),
                None,
                false,
                foci,
                out,
            );
            return None;
        }
    }
    // "France 2-1 England", "Portugal 3-3 Spain"
    if went.is_none() {
        let left = first.checked_sub(1).and_then(|at| passage.name_at(at)).and_then(Name::team);
        let right = passage.name_from(end).and_then(Name::team);
        if let (Some(left), Some(right)) = (left, right) {
            let span = (
                passage.name_at(first - 1).map_or(first, |name| name.first),
                passage.name_from(end).map_or(end, |name| name.end),
            );
            judge(
                reader,
                passage,
                span,
                Pair { team: Some(left), opponent: Some(right) },
                (said.one, said.other),
                None,
                true,
                foci,
                out,
            );
            return None;
        }
        // "beating Qatar 3-1 and Ecuador 2-1"
        let left_at = first.checked_sub(1).and_then(|at| passage.name_at(at));
        if let (Some((went, team)), Some(name)) = (before, left_at)
            && let Some(opponent) = name.team()
            && name.first > 0
            && (passage.is_any(name.first - 1, &["and"]) || passage.is_mark(name.first - 1, ','))
            && (went == Went::Drew) == (said.one == said.other)
        {
            let (high, low) = (said.one.max(said.other), said.one.min(said.other));
            let own = if went == Went::Lost { (low, high) } else { (high, low) };
            judge(
                reader,
                passage,
                (name.first, end),
                Pair { team, opponent: Some(opponent) },
                own,
                Some(went),
                true,
                foci,
                out,
            );
            return Some((went, team));
        }
        let ended = passage.has(
            first.saturating_sub(4),
            first,
            &["finished", "ended", "final score", "finishing", "full time"],
        );
        if ended {
            judge(
                reader,
                passage,
                (first, end),
                Pair { team: None, opponent: None },
                (said.one, said.other),
                None,
                true,
                foci,
                out,
            );
            return None;
        }
        running(passage, said, foci, out);
        return None;
    }
    if parenthesis || (before_running && noun.is_none()) {
        running(passage, said, foci, out);
        return None;
    }
    let went = went?;
    let (high, low) = (said.one.max(said.other), said.one.min(said.other));
    if (went == Went::Drew) != (high == low) {
        return None;
    }
    let own = match went {
        Went::Won => (high, low),
        Went::Drew => (high, high),
        Went::Lost => (low, high),
    };
    let team = subject(passage, subject_at);
    let span = match object {
        Some((_, object_end)) => (verb.filter(|_| noun.is_none()).map_or(first, |(_, at, _)| at), end.max(object_end)),
        None => (
            verb.filter(|_| noun.is_none()).map_or(first, |(_, at, _)| at),
            if noun.is_some() { after + 1 } else { end },
        ),
    };
    judge(
        reader,
        passage,
        span,
        Pair { team, opponent: object.map(|(team, _)| team) },
        own,
        Some(went),
        true,
        foci,
        out,
    );
    Some((went, team))
}

/// Two teams, as far as the words name them.
#[derive(Debug, Clone, Copy)]
struct Pair {
    team: Option<TeamId>,
    opponent: Option<TeamId>,
}

/// The matches a pair can mean among those in question, each with the goals of the team spoken of first.
fn matches<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    pair: Pair,
    foci: &[Focus<'r>],
    out: &Out<'r>,
) -> Vec<(&'r Match, Option<byline_record::Side>)> {
    let sides = |entry: &'r Match| -> Option<(&'r Match, Option<byline_record::Side>)> {
        match (pair.team, pair.opponent) {
            (Some(team), Some(opponent)) => {
                let side = out.side(entry, team)?;
                (out.side(entry, opponent) == Some(side.other())).then_some((entry, Some(side)))
            }
            (Some(team), None) => Some((entry, Some(out.side(entry, team)?))),
            (None, Some(opponent)) => Some((entry, Some(out.side(entry, opponent)?.other()))),
            (None, None) => Some((entry, None)),
        }
    };
    let mut found: Vec<_> = foci.iter().filter_map(|focus| sides(focus.entry)).collect();
    if let (Some(team), Some(opponent)) = (pair.team, pair.opponent) {
        let dated = super::focus::years(passage, out, None);
        if found.is_empty() {
            let others = out.view.meetings(team, opponent).into_iter().filter(|entry| match dated.is_empty() {
                true => {
                    reader.editions.contains(&entry.edition)
                        || (reader.anchor.is_none() && super::focus::near(out, entry))
                }
                false => dated
                    .iter()
                    .any(|&year| entry.date.year() == year || out.record().edition(entry.edition).year() == Some(year)),
            });
            found.extend(others.filter_map(sides));
        }
    }
    found.sort_by_key(|(entry, _)| entry.id);
    found.dedup_by_key(|(entry, _)| entry.id);
    found
}

#[allow(clippy::too_many_arguments)]
fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    pair: Pair,
    own: (u8, u8),
    went: Option<Went>,
    plain: bool,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) {
    let foci: Vec<Focus<'r>> = foci.iter().filter(|focus| !focus.loose).copied().collect();
    let foci = foci.as_slice();
    let mut found = matches(reader, passage, pair, foci, out);
    if pair.team.is_none()
        && pair.opponent.is_some()
        && found.iter().all(|(entry, _)| entry.score.end.is_none_or(|end| !super::fit::is_score(end, own.0, own.1)))
    {
        found.extend(reader.with_own_teams(pair.opponent, out));
        found.sort_by_key(|(entry, _)| entry.id);
        found.dedup_by_key(|(entry, _)| entry.id);
    }
    // "Croatia were held 0-0": one side named, the other is the report's own.
    if let (Some(team), None) = (pair.team, pair.opponent)
        && found.is_empty()
    {
        let own = reader
            .with_own_teams(Some(team), out)
            .into_iter()
            .map(|(entry, side)| (entry, side.map(byline_record::Side::other)));
        found.extend(own);
        found.sort_by_key(|(entry, _)| entry.id);
        found.dedup_by_key(|(entry, _)| entry.id);
    }
    let both = pair.team.is_some() && pair.opponent.is_some();
    let ordered = went.is_some() || pair.team.is_some();
    let goals_of = |entry: &Match, side: Option<byline_record::Side>, goals: Goals| match (side, went) {
        (Some(side), _) if ordered => seen_from(goals, side) == own,
        (Some(_), _) => super::fit::is_score(goals, own.0, own.1),
        (None, _) => super::fit::is_score(goals, own.0, own.1),
    } && entry.is_played();
    let reading = |entry: &Match, out: &Out<'_>| {
        let record = out.record();
        let name = |team: Option<TeamId>, other: TeamId| words::team(record, team.unwrap_or(other));
        let side = pair
            .team
            .and_then(|team| out.side(entry, team))
            .or_else(|| pair.opponent.and_then(|team| out.side(entry, team)).map(byline_record::Side::other));
        let (one, other) = side.map_or((entry.home, entry.away), |side| (entry.team(side), entry.team(side.other())));
        format!("{} {}-{} {}", name(pair.team, one), own.0, own.1, name(pair.opponent, other))
    };
    let right = found.iter().find(|(entry, side)| entry.score.end.is_some_and(|end| goals_of(entry, *side, end)));
    if let Some(&(entry, _)) = right {
        let rows = out.match_row(entry);
        let text = reading(entry, out);
        out.push(
            passage,
            span,
            Kind::Score,
            text,
            Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(entry.id)),
        );
        return;
    }
    // The score after ninety minutes of a match that went on.
    let after_ninety = found.iter().find(|(entry, side)| {
        entry.score.extra_time.is_some() && entry.score.full_time.is_some_and(|full| goals_of(entry, *side, full))
    });
    if let Some(&(entry, _)) = after_ninety {
        let rows = out.match_row(entry);
        let text = format!("{} after ninety minutes", reading(entry, out));
        out.push(
            passage,
            span,
            Kind::Score,
            text,
            Judged::new(Verdict::Confirmed)
                .because("the score after ninety minutes")
                .showing(rows)
                .about(Topic::Match(entry.id)),
        );
        return;
    }
    // "Won 4-3" of a match that was won in a shoot-out.
    let in_shoot_out = found.iter().find(|(entry, side)| {
        entry.score.shoot_out.and_then(|decided| decided.score).is_some_and(|goals| goals_of(entry, *side, goals))
    });
    if let Some(&(entry, _)) = in_shoot_out {
        let rows = out.match_row(entry);
        let text = format!("{} in the shoot-out", reading(entry, out));
        out.push(
            passage,
            span,
            Kind::ShootOut,
            text,
            Judged::new(Verdict::Confirmed).showing(rows).about(Topic::ShootOut(entry.id)),
        );
        return;
    }
    let [(entry, side)] = *found.as_slice() else { return };
    let focus = foci.iter().find(|focus| focus.entry.id == entry.id);
    let pinned = both
        || focus.is_some_and(|focus| {
            focus.is_anchor && focus.may_contradict && (pair.team.is_some() || pair.opponent.is_some())
        });
    let pinned = pinned
        || (plain
            && foci.len() == 1
            && focus.is_some_and(|focus| focus.is_anchor && focus.may_contradict)
            && (went.is_none()
                || (went == Some(Went::Drew) && entry.score.end.is_some_and(|end| end.leader().is_none()))));
    let timeline = Timeline::of(entry);
    let ran = timeline.ran_through(own.0, own.1) && went.is_none();
    let _ = side;
    if plain && pinned && !ran && entry.score.end.is_some() {
        let rows = out.match_row(entry);
        let text = reading(entry, out);
        let reversed = entry.score.end.is_some_and(|end| super::fit::is_score(end, own.0, own.1));
        let judged = Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Match(entry.id));
        let judged = if reversed { judged.because("the same score the other way round") } else { judged };
        out.push(passage, span, Kind::Score, text, judged);
    }
}

/// "England 2 Slovakia 1", "Belgium 3, Japan 2".
fn teams_with_numbers<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for pair in passage.names.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(left), Some(right)) = (one.team(), other.team()) else { continue };
        let small = |at: usize| {
            passage
                .cardinal(at)
                .and_then(|(value, end)| Some((u8::try_from(value).ok().filter(|&value| value <= 20)?, end)))
        };
        let (Some((first, end)), Some((second, last))) = (small(one.end), small(other.end)) else { continue };
        let joined = end == other.first || (passage.is_mark(end, ',') && end + 1 == other.first);
        if !joined || is_hypothetical(passage, one.first) || passage.word(last) == "minutes" {
            continue;
        }
        judge(
            reader,
            passage,
            (one.first, last),
            Pair { team: Some(left), opponent: Some(right) },
            (first, second),
            None,
            true,
            foci,
            out,
        );
    }
}

fn half_time<'r>(passage: &Passage, said: &Said, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let span = (said.first, said.end);
    for focus in foci.iter().filter(|focus| !focus.loose) {
        let Some(half) = focus.entry.score.half_time else { continue };
        let right = super::fit::is_score(half, said.one, said.other);
        if right || (focus.may_contradict && focus.is_anchor && foci.len() == 1) {
            let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
            let mut rows = out.match_row(focus.entry);
            for row in &mut rows {
                row.text = format!("{}: {half} at half-time", row.text);
            }
            out.push(
                passage,
                span,
                Kind::HalfTimeScore,
                format!("{}-{} at half-time", said.one, said.other),
                Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id)),
            );
            return;
        }
    }
}

/// A score that stood at some moment: "led 2-0", "trailed 2-1", "(1-1)", "a 1-1 deadlock".
fn running<'r>(passage: &Passage, said: &Said, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let told = (said.first.saturating_sub(4)..said.first)
        .any(|at| passage.is_any(at, RUNNING_BEFORE) || passage.is_any(at, &["was", "were"]));
    let of_a_goal = said.first >= 2
        && passage.word(said.first - 1) == "it"
        && passage.is_any(said.first - 2, &["made", "make", "making"]);
    if !told || of_a_goal || passage.is_any(said.first.saturating_sub(1), &["at"]) {
        return;
    }
    for focus in foci.iter().filter(|focus| !focus.loose).take(2) {
        let timeline = Timeline::of(focus.entry);
        let Some(goal) = timeline.goals.iter().find(|goal| super::fit::is_score(goal.after, said.one, said.other))
        else {
            continue;
        };
        if focus.entry.score.shoot_out.is_some() && said.one.max(said.other) > 2 {
            continue;
        }
        let rows = out.event_row(focus.entry, goal.index);
        out.push(
            passage,
            (said.first, said.end),
            Kind::RunningScore,
            format!("{}-{} at some moment", said.one, said.other),
            Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Event(focus.entry.id, goal.index)),
        );
        return;
    }
}

/// Wins, draws and defeats told without their score, lists of opponents included.
fn results<'r>(reader: &Reader<'_, 'r>, passage: &Passage, scores: &[Said], foci: &[Focus<'r>], out: &mut Out<'r>) {
    let mut at = 0;
    while at < passage.len() {
        if passage.name_at(at).is_some() {
            at += 1;
            continue;
        }
        let found = passage
            .any_phrase(at, LOST_TO)
            .map(|end| (Went::Lost, end))
            .or_else(|| passage.any_phrase(at, DREW_WITH).map(|end| (Went::Drew, end)))
            .or_else(|| passage.any_phrase(at, BEAT).map(|end| (Went::Won, end)))
            .or_else(|| {
                let went = NOUNS.iter().find(|(noun, _)| passage.word(at) == *noun).map(|&(_, went)| went)?;
                let next = passage.any_phrase(at + 1, &["over", "against", "to", "by", "with"])?;
                Some((went, next))
            });
        let Some((went, end)) = found else {
            at += 1;
            continue;
        };
        let passive = went == Went::Won && at > 0 && passage.is_any(at - 1, &["were", "was", "been", "be", "being"]);
        let unsure = passive
            || is_hypothetical(passage, at)
            || (at.saturating_sub(4)..at).any(|before| {
                passage.is_any(
                    before,
                    &[
                        "not", "never", "to", "without", "no", "first", "last", "since", "failed", "must", "can",
                        "only", "second", "third", "fourth", "who", "whoever", "when", "two", "three", "four",
                    ],
                )
            });
        let list = teams_listed(passage, end);
        let scored = |team_end: usize| {
            scores.iter().any(|said| {
                (said.first >= at.saturating_sub(5) && said.end <= at + 1)
                    || (said.first >= team_end && said.first <= team_end + 2)
                    || (said.first >= at && said.end <= team_end)
            })
        };
        if !unsure {
            let team = subject(passage, at);
            for &(opponent, first, team_end) in &list {
                if team == Some(opponent) || (list.len() == 1 && scored(team_end)) {
                    continue;
                }
                result(
                    reader,
                    passage,
                    (at.min(first), team_end),
                    Pair { team, opponent: Some(opponent) },
                    went,
                    foci,
                    out,
                );
            }
        }
        at = list.last().map_or(end, |&(_, _, end)| end).max(at + 1);
    }
}

/// Teams listed from a token on: "Wales and Iran", "Turkey, Paraguay and Belgium".
fn teams_listed(passage: &Passage, from: usize) -> Vec<(TeamId, usize, usize)> {
    let mut list = Vec::new();
    let mut at = from;
    let Some((team, end)) = team_after(passage, at) else { return list };
    let first = passage.name_at(end - 1).map_or(at, |name| name.first);
    list.push((team, first, end));
    at = end;
    loop {
        let mut next = at;
        if passage.is_mark(next, ',') {
            next += 1;
        }
        if passage.is_any(next, &["and"]) {
            next += 1;
        }
        if passage.is_any(next, &["the"]) {
            next += 1;
        }
        let Some(name) = passage.name_from(next).filter(|_| next > at) else { break };
        let Some(team) = name.team() else { break };
        // "beating Wales and England drew": what has a verb after it is no object.
        list.push((team, name.first, name.end));
        at = name.end;
    }
    list
}

fn result<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    pair: Pair,
    went: Went,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) {
    let mut found = matches(reader, passage, pair, foci, out);
    if pair.team.is_none() {
        found.extend(reader.with_own_teams(pair.opponent, out));
        found.sort_by_key(|(entry, _)| entry.id);
        found.dedup_by_key(|(entry, _)| entry.id);
    }
    let outcome = |entry: &Match, side: byline_record::Side, loosely: bool| {
        let winner = if loosely { entry.winner() } else { entry.winner_in_play() };
        match winner {
            None => Went::Drew,
            Some(winner) if winner == side => Went::Won,
            Some(_) => Went::Lost,
        }
    };
    let right = |loosely: bool| {
        found
            .iter()
            .find(|(entry, side)| entry.is_played() && side.is_some_and(|side| outcome(entry, side, loosely) == went))
    };
    let words_of = |entry: &Match, out: &Out<'_>| {
        let record = out.record();
        let opponent = pair.opponent.map_or_else(String::new, |team| words::team(record, team));
        let own = pair.team.map_or_else(
            || {
                let side = pair.opponent.and_then(|team| out.side(entry, team)).map(byline_record::Side::other);
                side.map_or_else(|| "the other side".to_owned(), |side| words::team(record, entry.team(side)))
            },
            |team| words::team(record, team),
        );
        format!("{own} {} {opponent}", went.verb())
    };
    if let Some(&(entry, _)) = right(false) {
        let rows = out.match_row(entry);
        let text = words_of(entry, out);
        out.push(
            passage,
            span,
            Kind::Result,
            text,
            Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(entry.id)),
        );
    } else if let Some(&(entry, _)) = right(true) {
        let rows = out.match_row(entry);
        let text = words_of(entry, out);
        out.push(
            passage,
            span,
            Kind::Result,
            text,
            Judged::new(Verdict::Confirmed)
                .because("drawn in play and decided in a shoot-out, which the loose reading counts")
                .showing(rows)
                .about(Topic::Match(entry.id)),
        );
    } else if let [(entry, Some(_))] = *found.as_slice()
        && entry.is_played()
        && pair.team.is_some()
        && foci.iter().any(|focus| focus.entry.id == entry.id && focus.is_anchor && focus.may_contradict)
    {
        let rows = out.match_row(entry);
        let text = words_of(entry, out);
        out.push(
            passage,
            span,
            Kind::Result,
            text,
            Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Match(entry.id)),
        );
    }
    let _ = Went::turned;
}
