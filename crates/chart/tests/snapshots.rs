//! Every picture, byte for byte. `UPDATE=1 cargo test -p byline-chart --test snapshots` writes them anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests")]

mod support;

use byline_chart::Theme;
use std::path::Path;

#[test]
fn pictures_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let mut changed = Vec::new();
    for (name, scene) in support::gallery() {
        let path = folder.join(format!("{name}.svg"));
        let found = scene.to_svg(Theme::Auto);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        if kept != found {
            let line =
                kept.lines().zip(found.lines()).position(|(kept, found)| kept != found).map_or(0, |line| line + 1);
            changed.push(format!("{name}.svg, line {line}"));
        }
    }
    assert!(changed.is_empty(), "changed: {changed:?}; look at them, then run with UPDATE=1");
}

#[test]
fn drawn_twice_is_drawn_alike() {
    for ((name, first), (_, second)) in support::gallery().into_iter().zip(support::gallery()) {
        assert_eq!(first.to_svg(Theme::Dark), second.to_svg(Theme::Dark), "{name}");
    }
}
