//! The settings as coordinates of a search.

use super::super::Settings;

/// Which way a parameter moves.
enum Scale {
    /// Positive: by factors.
    Factor,
    /// Of either sign: by this much for a distance of 1.
    Unit(f64),
}

macro_rules! parameters {
    ($($name:ident: $field:ident $([$at:literal])?, $scale:expr, $text:literal;)+) => {
        /// A number of [`Settings`] that can be searched.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Parameter {
            $(#[doc = $text] $name,)+
        }

        impl Parameter {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its value.
            #[must_use]
            pub const fn of(self, settings: &Settings) -> f64 {
                match self {
                    $(Self::$name => settings.$field$([$at])?,)+
                }
            }

            fn slot(self, settings: &mut Settings) -> &mut f64 {
                match self {
                    $(Self::$name => &mut settings.$field$([$at])?,)+
                }
            }

            const fn scale(self) -> Scale {
                match self {
                    $(Self::$name => $scale,)+
                }
            }
        }
    };
}

parameters! {
    Level: level, Scale::Unit(0.1), "[`Settings::level`].";
    HomeAttack: home_attack, Scale::Unit(0.1), "[`Settings::home_attack`].";
    AwayAttack: away_attack, Scale::Unit(0.1), "[`Settings::away_attack`].";
    LevelStep: level_step, Scale::Factor, "[`Settings::level_step`].";
    HomeStep: home_step, Scale::Factor, "[`Settings::home_step`].";
    Strength: strength, Scale::Factor, "[`Settings::strength`].";
    StrengthStep: strength_step, Scale::Factor, "[`Settings::strength_step`].";
    Settling: settling, Scale::Factor, "[`Settings::settling`].";
    SettlingMatches: settling_matches, Scale::Factor, "[`Settings::settling_matches`].";
    Group: group, Scale::Factor, "[`Settings::group`].";
    GroupStep: group_step, Scale::Factor, "[`Settings::group_step`].";
    Newcomer: newcomer, Scale::Unit(0.3), "[`Settings::newcomer`].";
    Form: form, Scale::Factor, "[`Settings::form`].";
    FormPace: form_pace, Scale::Factor, "[`Settings::form_pace`].";
    Style: style, Scale::Factor, "[`Settings::style`].";
    StyleStep: style_step, Scale::Factor, "[`Settings::style_step`].";
    StylePace: style_pace, Scale::Factor, "[`Settings::style_pace`].";
    HomeTeam: home_team, Scale::Factor, "[`Settings::home_team`].";
    HomeGroup: home_group, Scale::Factor, "[`Settings::home_group`].";
    HomeFriendly: home_friendly, Scale::Factor, "[`Settings::home_friendly`].";
    HomeAbroad: home_abroad, Scale::Unit(0.3), "[`Settings::home_abroad`].";
    Region: region, Scale::Unit(0.1), "[`Settings::region`].";
    Friendly: friendly, Scale::Factor, "[`Settings::friendly`].";
    SpreadFriendly: spread[0], Scale::Factor, "The first of [`field@Settings::spread`]: of friendlies.";
    SpreadQualifier: spread[1], Scale::Factor, "The second of [`field@Settings::spread`]: of qualifiers.";
    SpreadOther: spread[2], Scale::Factor, "The third of [`field@Settings::spread`]: of other matches.";
    Dispersion: dispersion, Scale::Factor, "[`Settings::dispersion`].";
    Rho: rho, Scale::Unit(0.1), "[`field@Settings::rho`].";
    RhoFriendly: rho_friendly, Scale::Unit(0.1), "[`Settings::rho_friendly`].";
}

impl Parameter {
    /// Moves it by a distance on its own scale: a positive one by a factor of the exponential of it, others by a tenth
    /// to three tenths of it. A positive one that is 0 stays so.
    pub fn shift(self, settings: &mut Settings, distance: f64) {
        let slot = self.slot(settings);
        match self.scale() {
            Scale::Factor => *slot *= libm::exp(distance),
            Scale::Unit(unit) => *slot += unit * distance,
        }
    }
}
