//! Colours: what each means, and its value on light and on dark paper.
//!
//! The two sides are blue and orange-red, which every common kind of colour blindness tells apart. All colours used for
//! text have a contrast of at least 4.5 to 1 on their paper (WCAG 2.1, 1.4.3).

use std::fmt;

/// Which paper a picture is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Follows the reader's `prefers-color-scheme`; light where nobody says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// A colour by what it means. Its value depends on the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// The ground everything is drawn on.
    Paper,
    /// Headlines and values.
    Text,
    /// Subtitles, axis labels, sources.
    Muted,
    /// Grid lines.
    Grid,
    /// Base lines and leaders.
    Axis,
    /// The first-named side.
    Home,
    /// The second-named side.
    Away,
    /// The draw.
    Draw,
    /// A sending-off.
    Card,
    /// One of [`SERIES`] colours for lines that are no side of a match; higher numbers start again.
    Series(u8),
    /// A step of the heat scale, nought (least) to [`HEAT_TOP`].
    Heat(u8),
    /// Text on that step.
    OnHeat(u8),
}

/// How many series colours there are.
pub const SERIES: u8 = 8;
/// The hottest step of the heat scale.
pub const HEAT_TOP: u8 = 9;

const SERIES_LIGHT: [u32; SERIES as usize] =
    [0x0f5fa8, 0xc4410c, 0x00775a, 0x8a3b9c, 0x8a6400, 0xb32463, 0x006f80, 0x4f5963];
const SERIES_DARK: [u32; SERIES as usize] =
    [0x62b1f0, 0xff9a5c, 0x3fcf9f, 0xd49be6, 0xe2b93b, 0xff8fb8, 0x55cfdc, 0xb4bec8];
const HEAT_LIGHT: [u32; HEAT_TOP as usize + 1] =
    [0xf5f9fd, 0xe6f0f9, 0xd3e4f3, 0xbad5eb, 0x9bc3e2, 0x76aed6, 0x4a90c4, 0x2a6fab, 0x14558f, 0x0a3d6e];
const HEAT_DARK: [u32; HEAT_TOP as usize + 1] =
    [0x1a2027, 0x1c2b3a, 0x1d374e, 0x1e4565, 0x20557e, 0x246698, 0x3f8cc6, 0x66a9dc, 0x93c6ec, 0xc5e2f8];

/// An sRGB colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(u32);

impl Rgb {
    /// Red, green and blue, each nought to 255.
    #[must_use]
    pub fn channels(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{:06x}", self.0)
    }
}

fn step<const N: usize>(scale: &[u32; N], index: u8, fallback: u32) -> u32 {
    scale.get(usize::from(index)).copied().unwrap_or(fallback)
}

impl Ink {
    /// The heat step for a value between nought and the highest of its grid.
    #[must_use]
    pub fn heat(share: f64) -> u8 {
        let steps = f64::from(HEAT_TOP);
        // A float cast saturates, so no share, however wrong, leaves the scale.
        ((share.clamp(0.0, 1.0) * (steps + 1.0)).floor() as u8).min(HEAT_TOP)
    }

    /// The colour's value on dark or light paper.
    #[must_use]
    pub fn rgb(self, dark: bool) -> Rgb {
        let (light_value, dark_value) = match self {
            Ink::Paper => (0xfbfaf7, 0x1c1b19),
            Ink::Text => (0x1d1d1b, 0xeeeae0),
            Ink::Muted => (0x66625a, 0xa8a398),
            Ink::Grid => (0xe3dfd5, 0x35332f),
            Ink::Axis => (0x958f84, 0x77736a),
            Ink::Home => (0x0f5fa8, 0x62b1f0),
            Ink::Away => (0xc4410c, 0xff9a5c),
            Ink::Draw => (0x6c6c6c, 0xa9a9a9),
            Ink::Card => (0xc8102e, 0xff5a67),
            Ink::Series(index) => {
                let index = index % SERIES;
                (step(&SERIES_LIGHT, index, 0), step(&SERIES_DARK, index, 0))
            }
            Ink::Heat(index) => (step(&HEAT_LIGHT, index, 0x0a3d6e), step(&HEAT_DARK, index, 0xc5e2f8)),
            // The scale turns from pale to full after step 6 on light paper and after step 5 on dark.
            Ink::OnHeat(index) => {
                (if index <= 6 { 0x111519 } else { 0xffffff }, if index <= 5 { 0xeceff2 } else { 0x0e1216 })
            }
        };
        Rgb(if dark { dark_value } else { light_value })
    }

    /// A short name for style classes, unique to the ink.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Ink::Paper => "paper".into(),
            Ink::Text => "text".into(),
            Ink::Muted => "muted".into(),
            Ink::Grid => "grid".into(),
            Ink::Axis => "axis".into(),
            Ink::Home => "home".into(),
            Ink::Away => "away".into(),
            Ink::Draw => "draw".into(),
            Ink::Card => "card".into(),
            Ink::Series(index) => format!("series{}", index % SERIES),
            Ink::Heat(index) => format!("heat{}", index.min(HEAT_TOP)),
            Ink::OnHeat(index) => format!("onheat{}", index.min(HEAT_TOP)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.1 relative luminance and contrast.
    fn luminance(colour: Rgb) -> f64 {
        let [red, green, blue] = colour.channels().map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(first: Rgb, second: Rgb) -> f64 {
        let (first, second) = (luminance(first) + 0.05, luminance(second) + 0.05);
        if first > second { first / second } else { second / first }
    }

    #[test]
    fn every_text_colour_can_be_read_on_both_papers() {
        let mut inks = vec![Ink::Text, Ink::Muted, Ink::Home, Ink::Away, Ink::Draw];
        inks.extend((0..SERIES).map(Ink::Series));
        for dark in [false, true] {
            for &ink in &inks {
                let found = contrast(ink.rgb(dark), Ink::Paper.rgb(dark));
                assert!(found >= 4.5, "{ink:?} dark={dark}: {found}");
            }
            for index in 0..=HEAT_TOP {
                let found = contrast(Ink::OnHeat(index).rgb(dark), Ink::Heat(index).rgb(dark));
                assert!(found >= 4.5, "heat {index} dark={dark}: {found}");
            }
        }
    }

    #[test]
    fn white_and_black_have_the_contrast_of_the_standard() {
        assert!((contrast(Rgb(0), Rgb(0xffffff)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn the_heat_scale_only_gets_stronger() {
        for dark in [false, true] {
            let values: Vec<f64> = (0..=HEAT_TOP).map(|index| luminance(Ink::Heat(index).rgb(dark))).collect();
            assert!(values.windows(2).all(|pair| if dark { pair[0] < pair[1] } else { pair[0] > pair[1] }));
        }
        assert_eq!([Ink::heat(f64::NAN), Ink::heat(-1.0), Ink::heat(1.0), Ink::heat(9.0)], [0, 0, HEAT_TOP, HEAT_TOP]);
    }
}
