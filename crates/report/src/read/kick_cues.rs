//! Words of penalty kicks, of a shoot-out or in play, and how they went.

use byline_record::PenaltyOutcome;

/// How a kick is said to have gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Scored,
    /// It settled the shoot-out.
    Winning,
    Missed,
    Saved,
    Off,
    Woodwork,
}

impl Said {
    /// Whether a kick went so; `None` where the record does not tell, or two descriptions of one kick may differ.
    pub(crate) const fn fits(self, outcome: PenaltyOutcome) -> Option<bool> {
        match (self, outcome) {
            (Self::Scored | Self::Winning, outcome) => Some(matches!(outcome, PenaltyOutcome::Scored)),
            (_, PenaltyOutcome::Scored) => Some(false),
            (Self::Missed, _)
            | (Self::Saved, PenaltyOutcome::Saved)
            | (Self::Off, PenaltyOutcome::OffTarget)
            | (Self::Woodwork, PenaltyOutcome::Woodwork) => Some(true),
            (Self::Saved, PenaltyOutcome::OffTarget) | (Self::Off, PenaltyOutcome::Saved) => Some(false),
            _ => None,
        }
    }

    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Scored => "scored",
            Self::Winning => "scored, and it decided the shoot-out",
            Self::Missed => "not scored",
            Self::Saved => "saved",
            Self::Off => "off target",
            Self::Woodwork => "against the woodwork",
        }
    }
}

/// Words of a kick's fate after its taker; the last tells whether they leave no second meaning once it is plain that a
/// shoot-out is told of.
pub(crate) const FATES: &[(&str, Said, bool)] = &[
    ("did the rest", Said::Winning, false),
    ("settled it", Said::Winning, false),
    ("settled matters", Said::Winning, false),
    ("settled the shoot out", Said::Winning, false),
    ("won it", Said::Winning, false),
    ("won the shoot out", Said::Winning, false),
    ("sealed it", Said::Winning, false),
    ("sealed victory", Said::Winning, false),
    ("sealed the win", Said::Winning, false),
    ("sealed the victory", Said::Winning, false),
    ("clinched it", Said::Winning, false),
    ("had the last word", Said::Winning, false),
    ("made no mistake", Said::Scored, true),
    ("held his nerve", Said::Scored, false),
    ("found the net", Said::Scored, true),
    ("scored", Said::Scored, true),
    ("converted", Said::Scored, true),
    ("levelled", Said::Scored, false),
    ("leveled", Said::Scored, false),
    ("equalised", Said::Scored, false),
    ("netted", Said::Scored, true),
    ("slotted", Said::Scored, false),
    ("tucked", Said::Scored, false),
    ("chipped", Said::Scored, false),
    ("dinked", Said::Scored, false),
    ("buried", Said::Scored, false),
    ("dispatched", Said::Scored, false),
    ("struck", Said::Scored, false),
    ("fired home", Said::Scored, false),
    ("fired in", Said::Scored, false),
    ("rolled", Said::Scored, false),
    ("drilled", Said::Scored, false),
    ("were successful", Said::Scored, false),
    ("was successful", Said::Scored, false),
    ("were on target", Said::Scored, false),
    ("was on target", Said::Scored, false),
    ("hit the bar", Said::Woodwork, true),
    ("hit the post", Said::Woodwork, true),
    ("hit the crossbar", Said::Woodwork, true),
    ("hit the woodwork", Said::Woodwork, true),
    ("hit a post", Said::Woodwork, true),
    ("struck the bar", Said::Woodwork, true),
    ("struck the post", Said::Woodwork, true),
    ("struck the crossbar", Said::Woodwork, true),
    ("struck the woodwork", Said::Woodwork, true),
    ("against the bar", Said::Woodwork, true),
    ("against the post", Said::Woodwork, true),
    ("against the crossbar", Said::Woodwork, true),
    ("against the woodwork", Said::Woodwork, true),
    ("onto the bar", Said::Woodwork, true),
    ("rattled the bar", Said::Woodwork, true),
    ("rattled the crossbar", Said::Woodwork, true),
    ("blazed", Said::Off, true),
    ("skied", Said::Off, true),
    ("ballooned", Said::Off, true),
    ("skying", Said::Off, true),
    ("blazing", Said::Off, true),
    ("over the bar", Said::Off, true),
    ("over the crossbar", Said::Off, true),
    ("fired over", Said::Off, true),
    ("shot over", Said::Off, true),
    ("went over", Said::Off, true),
    ("high over", Said::Off, true),
    ("shot wide", Said::Off, true),
    ("fired wide", Said::Off, true),
    ("went wide", Said::Off, true),
    ("put wide", Said::Off, true),
    ("dragged wide", Said::Off, true),
    ("wide of", Said::Off, true),
    ("kick wide", Said::Off, true),
    ("penalty wide", Said::Off, true),
    ("effort wide", Said::Off, true),
    ("kick over", Said::Off, true),
    ("penalty over", Said::Off, true),
    ("effort over", Said::Off, true),
    ("into the crowd", Said::Off, true),
    ("into the stands", Said::Off, true),
    ("missed", Said::Missed, true),
    ("missing", Said::Missed, false),
    ("failed", Said::Missed, true),
    ("fluffed", Said::Missed, true),
    ("squandered", Said::Missed, false),
    ("miss", Said::Missed, false),
    ("misses", Said::Missed, false),
    ("was denied", Said::Saved, true),
    ("were denied", Said::Saved, true),
    ("was foiled", Said::Saved, true),
    ("were foiled", Said::Saved, true),
    ("was thwarted", Said::Saved, true),
    ("was kept out", Said::Saved, true),
    ("was stopped", Said::Saved, true),
    ("was saved", Said::Saved, true),
    ("were saved", Said::Saved, true),
    ("saved", Said::Saved, true),
];

/// What a keeper does to a kick.
pub(crate) const SAVES: &[&str] = &[
    "saved",
    "saves",
    "save",
    "saving",
    "denied",
    "stopped",
    "clawed away",
    "clawed out",
    "kept out",
    "turned away",
    "turned aside",
    "beat away",
    "beat out",
    "pushed away",
    "pushed aside",
    "tipped",
    "foiled",
    "thwarted",
    "repelled",
    "parried",
    "blocked",
    "palmed away",
    "palmed",
    "dived to save",
    "guessed right",
];

/// Things missed that are no kicks of a shoot-out.
pub(crate) const NO_KICKS: &[&str] = &[
    "a chance",
    "the chance",
    "an opportunity",
    "chances",
    "an open goal",
    "a sitter",
    "from close range",
    "the target",
    "a header",
    "the final",
    "the tournament",
    "a good chance",
    "the game",
    "the match",
    "to find",
    "to reach",
    "to make",
    "to score in",
];

/// Words of play, not of a shoot-out.
pub(crate) const PLAY: &[&str] = &[
    "extra time",
    "minute",
    "minutes",
    "half",
    "chance",
    "header",
    "corner",
    "free kick",
    "normal time",
    "cross",
    "goal",
    "game",
    "match",
    "earlier",
    "never",
];
