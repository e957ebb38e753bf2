//! Who scored the goal a description tells of, or did what else it tells: `the scorer of the winner`, `the scorer of
//! Japan's equaliser`, `the man who missed`.

use byline_record::{Event, EventKind, PenaltyOutcome, PersonId, Side, TeamId};

use super::anaphora::only;
use super::resolve::Known;

/// Which goal of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    /// The one by which the match was won.
    Decisive,
    /// One that made the sides level; the last of them if the words say that it was late.
    Level(bool),
    /// The first of all, or of a team.
    First,
    /// The second, the third, of a team.
    Nth(usize),
    /// The only one, of a team.
    Only,
}

impl Meant {
    /// Which goal a description says its speaker scored.
    fn read(words: &str) -> Option<Self> {
        let has = |any: &[&str]| words.split([' ', '\n']).any(|word| any.contains(&word));
        if words.contains("opened the scoring") {
            return Some(Self::First);
        }
        if has(&["match-winner", "matchwinner", "match-winning"]) || words.contains(" with the winning header") {
            return Some(Self::Decisive);
        }
        // Who headed the winner.
        let struck = has(&["who"]) && has(&["headed", "hit", "struck", "volleyed", "netted", "converted", "got"]);
        // Who had equalised.
        if has(&["who"]) && has(&["equalised", "equalized", "levelled"]) {
            return Some(Self::Level(has(&["late"])));
        }
        let goal = ["winner", "equaliser", "equalizer", "leveller", "opener", "decider", "goal"];
        if !(has(&["scorer", "goalscorer", "goal-scorer", "scored"]) || struck && has(&goal)) {
            return None;
        }
        let meant = if has(&["winner", "winning", "decisive", "decider"]) {
            Self::Decisive
        } else if has(&["equaliser", "equalizer", "leveller", "leveler"]) {
            Self::Level(has(&["late"]))
        } else if has(&["opener", "opening", "first"]) {
            Self::First
        } else if has(&["second"]) {
            Self::Nth(2)
        } else if has(&["third"]) {
            Self::Nth(3)
        } else if has(&["fourth"]) {
            Self::Nth(4)
        } else {
            Self::Only
        };
        Some(meant)
    }
}

impl Known<'_, '_> {
    /// The only one who did what a clause about a speaker tells: missed a penalty, was sent off.
    pub(super) fn of_deed(&self, words: &str, team: Option<TeamId>) -> Option<PersonId> {
        let (_, deed) = words.split_once(" who ").or_else(|| words.split_once(" with the "))?;
        let entry = self.entry?;
        let side = team.and_then(|team| entry.side_of(team));
        let of_side = |own: Side| side.is_none_or(|side| side == own);
        let deed = deed.strip_prefix("had ").or_else(|| deed.strip_prefix("was ")).unwrap_or(deed);
        if let Some(rest) = deed.strip_prefix("missed") {
            let penalty =
                ["", " the penalty", " the kick", " a penalty", " his penalty", " his kick", " from the spot"];
            if !penalty.contains(&rest) {
                return None;
            }
            let kicks = entry.kicks.iter().filter(|kick| kick.outcome != PenaltyOutcome::Scored && of_side(kick.side));
            let in_play = entry.events.iter().filter(|event| of_side(event.side));
            let in_play = in_play.filter(|event| matches!(&event.kind, EventKind::Penalty(_)) && !event.kind.is_goal());
            return only(kicks.filter_map(|kick| kick.taker).chain(in_play.filter_map(|event| event.player)));
        }
        // Who took the last of the shoot-out.
        let last = [
            "last",
            "winning",
            "decisive",
            "took the last",
            "scored the decisive",
            "converted the decisive",
            "scored the winning",
            "converted the winning",
        ];
        if last.iter().any(|last| deed.starts_with(last))
            && ["one", "kick", "penalty"].iter().any(|kick| deed.contains(kick))
        {
            return entry.kicks.last().filter(|kick| of_side(kick.side))?.taker;
        }
        let sent = ["sent off", "dismissed", "shown the red card", "shown a red card", "saw red", "red card"];
        if !sent.iter().any(|sent| deed.starts_with(sent)) {
            return None;
        }
        let off = |event: &&Event| {
            matches!(event.kind, EventKind::Card { card, bench: false } if card.is_dismissal()) && of_side(event.side)
        };
        only(entry.events.iter().filter(off).filter_map(|event| event.player))
    }

    /// The only one of those who scored, for a team if one is named, who is not of a name.
    pub(super) fn other_scorer(&self, team: Option<TeamId>, name: &str) -> Option<PersonId> {
        let entry = self.entry?;
        let side = team.and_then(|team| entry.side_of(team));
        let goals = entry.goals().filter(|goal| side.is_none_or(|side| goal.side == side));
        let own = goals.filter(|goal| !matches!(goal.kind, EventKind::OwnGoal)).filter_map(|goal| goal.player);
        only(own.filter(|&person| self.print(person) != name))
    }

    /// Whether a description tells of one goal of the match by its place among them.
    pub(super) fn is_of_goal(&self, words: &str) -> bool {
        self.entry.is_some() && Meant::read(words).is_some_and(|meant| meant != Meant::Only)
    }

    /// Who scored the one goal of the match that a description tells of, of the team it names if it names one.
    pub(super) fn of_goal(&self, words: &str, team: Option<TeamId>) -> Option<PersonId> {
        let meant = Meant::read(words)?;
        let entry = self.entry?;
        let side = team.and_then(|team| entry.side_of(team));
        let all: Vec<&Event> = entry.goals().collect();
        let mut of_side = all.iter().copied().filter(|goal| side.is_none_or(|side| goal.side == side));
        let goal = match meant {
            Meant::Decisive => {
                let end = entry.score.end?;
                let won = entry.winner_in_play().filter(|_| end.home.abs_diff(end.away) == 1)?;
                all.iter().copied().rfind(|goal| goal.side == won)
            }
            Meant::Level(late) => {
                let mut level = equalisers(&all).filter(|goal| side.is_none_or(|side| goal.side == side));
                let first = level.next();
                let last = level.last();
                if last.is_some() && !late { None } else { last.or(first) }
            }
            Meant::First => of_side.next(),
            Meant::Nth(nth) => {
                let of = |side: Side| all.iter().copied().filter(move |goal| goal.side == side).nth(nth - 1);
                match side {
                    Some(side) => of(side),
                    None => of(Side::Home).xor(of(Side::Away)),
                }
            }
            Meant::Only => {
                side?;
                of_side.next().filter(|first| of_side.all(|goal| goal.player == first.player))
            }
        }?;
        // What another put in his own net has no scorer of that side.
        goal.player.filter(|_| !matches!(goal.kind, EventKind::OwnGoal))
    }
}

/// The goals of some, in order, that made the sides level.
fn equalisers<'e>(goals: &[&'e Event]) -> impl Iterator<Item = &'e Event> {
    let (mut home, mut away) = (0_usize, 0_usize);
    goals.iter().copied().filter(move |goal| {
        match goal.side {
            Side::Home => home += 1,
            Side::Away => away += 1,
        }
        home == away
    })
}
