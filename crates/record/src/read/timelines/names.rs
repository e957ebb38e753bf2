//! Names as the files write them, and as a newspaper would.

use crate::claim::Name;
use crate::read::json::season_label;

/// Initials that stand for the kind of a club, as they are written.
const INITIALS: &[&str] = &[
    "AC", "AFC", "AJ", "AS", "BSC", "CA", "CD", "CFC", "DSC", "EA", "ES", "FBC", "FC", "FCO", "FSV", "HSC", "OGC",
    "OSC", "PSV", "RB", "RC", "RCD", "SC", "SCO", "SD", "SM", "SPAL", "SpVgg", "SSC", "SSD", "SV", "TSG", "TSV", "UD",
    "US", "VfB", "VfL",
];

/// Words of names that stay small inside a name.
const SMALL: &[&str] = &["de", "la", "le"];

/// The name in a slug: words capitalised, initials of clubs as they are written, a leading number with its dot, nothing
/// translated. `1-fc-koln` → `1. FC Koln`, `deportivo-la-coruna` → `Deportivo la Coruna`.
pub(super) fn unslug(slug: &str) -> String {
    let mut name = String::with_capacity(slug.len() + 2);
    for word in slug.split('-').filter(|word| !word.is_empty()) {
        let first = name.is_empty();
        if !first {
            name.push(' ');
        }
        if let Some(initials) = INITIALS.iter().find(|initials| initials.eq_ignore_ascii_case(word)) {
            name.push_str(initials);
        } else if SMALL.contains(&word) && !first {
            name.push_str(word);
        } else {
            let mut letters = word.chars();
            name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            name.push_str(letters.as_str());
            if first && word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit()) {
                name.push('.');
            }
        }
    }
    name
}

/// Competition and edition of `england_premier-league-2016-2017`.
pub(super) fn league(slug: &str) -> Option<(String, Box<str>)> {
    let (rest, second) = slug.trim().rsplit_once('-')?;
    let (league, first) = rest.rsplit_once('-')?;
    let label = season_label(first, Some(second))?;
    let competition = match league {
        "england_premier-league" => "Premier League".to_owned(),
        "spanien_la-liga" => "La Liga".to_owned(),
        "deutschland_bundesliga" => "Bundesliga".to_owned(),
        "italien_serie-a" => "Serie A".to_owned(),
        "frankreich_ligue-1" => "Ligue 1".to_owned(),
        // Two countries may have leagues of one name: the country stays.
        other => other.split('_').map(unslug).collect::<Vec<_>>().join(" "),
    };
    (!competition.trim().is_empty()).then_some((competition, label))
}

/// The name with its initials in front: `Bellerin H.` → `H. Bellerin`, `St. Juste J.` → `J. St. Juste`. A name without
/// initials at its end is left as it is; a blank one is `None`.
pub(super) fn person(text: &str) -> Option<Name> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let initials = words.iter().rev().take_while(|word| word.ends_with('.')).count();
    let (family, given) = words.split_at_checked(words.len() - initials)?;
    if words.is_empty() {
        return None;
    }
    let name: Vec<&str> = if family.is_empty() { words } else { given.iter().chain(family).copied().collect() };
    Some(name.join(" ").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_become_names() {
        for (slug, name) in [
            ("fc-arsenal", "FC Arsenal"),
            ("1-fc-koln", "1. FC Koln"),
            ("1-fsv-mainz-05", "1. FSV Mainz 05"),
            ("vfl-bochum", "VfL Bochum"),
            ("deportivo-la-coruna", "Deportivo la Coruna"),
            ("las-palmas", "Las Palmas"),
            ("1899-hoffenheim", "1899 Hoffenheim"),
            ("", ""),
        ] {
            assert_eq!(unslug(slug), name);
        }
    }

    #[test]
    fn leagues_and_seasons_are_told_apart() {
        assert_eq!(league("england_premier-league-2016-2017"), Some(("Premier League".into(), "2016/17".into())));
        assert_eq!(league("norwegen_eliteserien-1999-2000"), Some(("Norwegen Eliteserien".into(), "1999/00".into())));
        for bad in ["", "2016-2017", "england_premier-league", "england_premier-league-2016-2018", "x-20166-20177"] {
            assert_eq!(league(bad), None, "{bad}");
        }
    }

    #[test]
    fn initials_come_first() {
        for (text, name) in [
            ("Bellerin H.", "H. Bellerin"),
            ("Traore H. J.", "H. J. Traore"),
            ("St. Juste J.", "J. St. Juste"),
            ("Gabriel Paulista", "Gabriel Paulista"),
            ("N'Golo", "N'Golo"),
            ("J. R.", "J. R."),
        ] {
            assert_eq!(person(text).as_deref(), Some(name));
        }
        assert_eq!(person(" "), None);
    }
}
