//! What a description of a speaker says: `the France coach`, `the former Leeds striker`, `his opposite number`.

use byline_record::{Position, fold};

use super::lexicon::is_of_people;

/// What somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// In charge of a team.
    Manager,
    /// Its captain.
    Captain,
    /// A player in one of these positions.
    Player(&'static [Position]),
    /// Who scored in the match, and at least how often.
    Scorer(usize),
    /// Who came on in it.
    Substitute,
    /// Who refereed it.
    Referee,
    /// Somebody of an age from the first to the second.
    Aged(i16, i16),
}

/// A description, as far as a record can tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Description {
    /// What the speaker is, if the words say.
    pub(super) role: Option<Role>,
    /// How old the speaker is, from the first to the second, beside whatever else the words say.
    pub(super) aged: Option<(i16, i16)>,
    /// What they were once and are no more.
    pub(super) former: bool,
    /// The other of two: his opposite number.
    pub(super) opposite: bool,
    /// Of the team last spoken of: their coach.
    pub(super) theirs: bool,
    /// Of the side that lost, or that won.
    pub(super) won: Option<bool>,
    /// One certain person: not a supporter, one of the players.
    pub(super) definite: bool,
}

/// What tells that somebody manages the team named after it.
pub(super) const IN_CHARGE: &[&str] = &[" in charge", " who coaches ", " who manages ", " who trains "];

pub(super) const GOALKEEPER: &[Position] = &[Position::Goalkeeper];
const DEFENDER: &[Position] = &[Position::Defender];
const MIDFIELDER: &[Position] = &[Position::Midfielder];
const FORWARD: &[Position] = &[Position::Forward];
const HALF: &[Position] = &[Position::Defender, Position::Midfielder];
const EITHER: &[Position] = &[Position::Midfielder, Position::Forward];

/// Players by position, as papers call them.
const POSITIONS: &[(&str, &[Position])] = &[
    ("goalkeeper", GOALKEEPER),
    ("keeper", GOALKEEPER),
    ("shot-stopper", GOALKEEPER),
    ("no1", GOALKEEPER),
    ("goalie", GOALKEEPER),
    ("custodian", GOALKEEPER),
    ("defender", DEFENDER),
    ("full-back", DEFENDER),
    ("left-back", DEFENDER),
    ("right-back", DEFENDER),
    ("wing-back", DEFENDER),
    ("centre-back", DEFENDER),
    ("centre-half", DEFENDER),
    ("sweeper", DEFENDER),
    ("stopper", DEFENDER),
    ("libero", DEFENDER),
    ("half-back", HALF),
    ("wing-half", HALF),
    ("left-half", HALF),
    ("right-half", HALF),
    ("midfielder", MIDFIELDER),
    ("playmaker", EITHER),
    ("winger", EITHER),
    ("striker", FORWARD),
    ("forward", FORWARD),
    ("frontman", FORWARD),
    ("attacker", FORWARD),
    ("centre-forward", FORWARD),
    ("marksman", FORWARD),
    ("hitman", FORWARD),
    ("poacher", FORWARD),
    ("outside-right", EITHER),
    ("outside-left", EITHER),
    ("inside-right", EITHER),
    ("inside-left", EITHER),
    ("inside-forward", EITHER),
];

impl Description {
    /// Takes in that somebody scored at least so often.
    fn scored(&mut self, goals: usize) {
        let known = match self.role {
            Some(Role::Scorer(known)) => known,
            None | Some(Role::Aged(..)) => 0,
            Some(_) => return,
        };
        self.role = Some(Role::Scorer(goals.max(known)));
    }

    /// Takes in how old somebody is, which is what they are where the words say no more.
    pub(super) fn is_aged(&mut self, from: i16, to: i16) {
        self.aged = Some((from, to));
        self.role = self.role.or(Some(Role::Aged(from, to)));
    }

    /// Reads the words of a description.
    pub(super) fn read(words: &str) -> Self {
        let mut read =
            Self { role: None, aged: None, former: false, opposite: false, theirs: false, won: None, definite: true };
        let mut before = String::new();
        for (at, word) in
            words.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).enumerate()
        {
            let word = fold(word);
            // Folding takes the hyphen away.
            let bare = word.strip_prefix("ex-").or_else(|| word.strip_prefix("ex ")).unwrap_or(&word);
            read.former |= bare.len() < word.len();
            match bare {
                "a" | "an" | "one" if at == 0 => read.definite = false,
                "their" | "his" | "her" if at == 0 => read.theirs = true,
                "former" | "ex" | "onetime" | "retired" => read.former = true,
                "losing" | "beaten" | "defeated" | "vanquished" | "eliminated" => read.won = Some(false),
                "winning" | "victorious" | "triumphant" => read.won = Some(true),
                "teenager" => read.is_aged(16, 19),
                "youngster" => read.is_aged(16, 23),
                "substitute" | "replacement" => read.role = read.role.or(Some(Role::Substitute)),
                "opposite" | "counterpart" | "rival" | "opposing" | "opponents" => read.opposite = true,
                "manager" | "coach" | "boss" | "gaffer" | "selector" | "trainer" | "tactician" | "strategist" => {
                    read.role = Some(Role::Manager)
                }
                "captain" | "skipper" => read.role = Some(Role::Captain),
                "referee" => read.role = Some(Role::Referee),
                "scorer" | "goalscorer" | "matchwinner" | "match winner" | "hero" => read.scored(1),
                "brace" | "twogoal" | "two goal" => read.scored(2),
                "hattrick" | "hat trick" | "threegoal" | "three goal" => read.scored(3),
                "fourgoal" | "four goal" => read.scored(4),
                // Of two or three none is meant.
                "pair" | "duo" | "trio" | "twins" => read.definite = false,
                // Those beside the manager are in no record.
                "assistant" | "goalkeeping" | "fitness" | "president" | "chairman" | "bus" => read.definite = false,
                // Written apart: the left back.
                "back" | "half" if matches!(&*before, "left" | "right" | "full" | "wing" | "centre" | "center") => {
                    read.role = Some(Role::Player(DEFENDER));
                }
                other => {
                    let age = other.get(..2).and_then(|digits| digits.parse().ok());
                    if let Some(age) = age.filter(|_| other.ends_with("old")) {
                        read.is_aged(age, age);
                    }
                    let same = |name: &str| name == other || fold(name) == other;
                    if let Some((_, positions)) = POSITIONS.iter().find(|(name, _)| same(name)) {
                        read.role = Some(Role::Player(positions));
                    }
                }
            }
            before = word;
        }
        // Whoever leads the team instead of its captain is not he.
        if ["in absence of", "in the absence of", "in place of"].iter().any(|instead| words.contains(instead)) {
            read.role = read.role.filter(|role| *role != Role::Captain);
        }
        // Holland's Austrian.
        let owner = words.split_once(' ').filter(|(owner, _)| owner.ends_with("'s") || owner.ends_with("’s"));
        if read.role.is_none() && owner.is_some_and(|(_, who)| is_of_people(who) && !who.contains(' ')) {
            read.role = Some(Role::Manager);
        }
        if words.contains(" who captains ") {
            read.role = Some(Role::Captain);
            read.theirs |= words.ends_with(" them");
        }
        if IN_CHARGE.iter().any(|charge| words.contains(charge)) {
            read.role = Some(Role::Manager);
            read.theirs |= words.contains(" in charge of them");
        }
        if ["other", "opposite"].iter().any(|which| {
            words.contains(&format!("the {which} bench")) || words.contains(&format!("the {which} dugout"))
        }) {
            read.role = Some(Role::Manager);
            read.opposite = true;
        }
        read
    }
}
