//! The editions that come with the program: `editions/`.

use byline_record::fold;

/// The files of `editions/`, by name without extension, read when the crate is built.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/editions.rs"));

/// Names of the editions that come with the program: `world-cup-2022`.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// The file of an edition that comes with the program, asked for as people type: `World Cup 2022`, `worldcup-2022`,
/// `euro 2024`. With the name it has here.
#[must_use]
pub fn built_in(asked: &str) -> Option<(&'static str, &'static str)> {
    let key = |text: &str| {
        let folded = fold(text).replace(' ', "");
        folded
            .replace("fifa", "")
            .replace("uefa", "")
            .replace("conmebol", "")
            .replace("europeanchampionship", "euro")
            .replace("championship", "")
    };
    let asked = key(asked);
    FILES.iter().copied().find(|(name, _)| key(name) == asked)
}
