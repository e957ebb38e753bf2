//! PNG beside SVG, by the resvg renderer.
//!
//! The renderer knows no media queries: [`Theme::Auto`] gives the light picture.

use crate::scene::Scene;
use crate::theme::Theme;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};
use std::sync::Arc;

/// Why no PNG came out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PngError {
    /// The scale is no number between 0.1 and 10.
    #[error("a PNG scale of {0} is not between 0.1 and 10; 1 is natural size, 2 suits sharp screens")]
    Scale(f64),
    /// There is no font to write with.
    #[error("no fonts found; install any sans-serif font")]
    NoFonts,
    /// The renderer does not take the SVG.
    #[error("the picture could not be read back for rendering: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// The picture is too large or cannot be written.
    #[error("the picture could not be written as PNG at scale {scale}: {why}")]
    Write {
        /// The scale asked for.
        scale: f64,
        /// What went wrong.
        why: String,
    },
}

/// Fonts to write with. Loading them takes a while, so load once.
#[derive(Debug, Clone)]
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// The fonts of a database filled by the caller.
    #[must_use]
    pub fn new(database: Database) -> Self {
        Fonts(Arc::new(database))
    }

    /// The fonts installed on this machine. Where none is a named sans-serif, any that is there stands in.
    #[must_use]
    pub fn installed() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        let known = ["Helvetica Neue", "Helvetica", "Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans"];
        let families: Vec<String> =
            database.faces().flat_map(|face| face.families.iter().map(|family| family.0.clone())).collect();
        let found = known.into_iter().find(|name| families.iter().any(|family| family == name));
        if let Some(name) = found.or_else(|| families.first().map(String::as_str)) {
            database.set_sans_serif_family(name);
        }
        Fonts(Arc::new(database))
    }
}

/// The picture as a PNG file, `scale` times its natural size.
///
/// # Errors
/// When the scale is out of range, there are no fonts, or the renderer fails.
pub fn to_png(scene: &Scene, theme: Theme, scale: f64, fonts: &Fonts) -> Result<Vec<u8>, PngError> {
    if !(0.1..=10.0).contains(&scale) {
        return Err(PngError::Scale(scale));
    }
    if fonts.0.is_empty() {
        return Err(PngError::NoFonts);
    }
    let theme = if theme == Theme::Auto { Theme::Light } else { theme };
    let options = Options { fontdb: Arc::clone(&fonts.0), ..Options::default() };
    let tree = Tree::from_str(&scene.to_svg(theme), &options)?;
    let write = |why: &str| PngError::Write { scale, why: why.to_owned() };
    let pixels = |length: f64| (length * scale).ceil() as u32;
    let mut pixmap =
        Pixmap::new(pixels(scene.width), pixels(scene.height)).ok_or_else(|| write("too large for memory"))?;
    let transform = Transform::from_scale(scale as f32, scale as f32);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| write(&error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene() -> Scene {
        let nodes = Vec::new();
        Scene { width: 40.0, height: 20.5, title: "t".into(), description: "d".into(), nodes }
    }

    #[test]
    fn without_fonts_or_with_a_wrong_scale_it_says_so() {
        let none = Fonts::new(Database::new());
        assert!(matches!(to_png(&scene(), Theme::Light, 1.0, &none), Err(PngError::NoFonts)));
        for scale in [f64::NAN, 0.0, 11.0] {
            assert!(matches!(to_png(&scene(), Theme::Light, scale, &none), Err(PngError::Scale(_))));
        }
    }

    #[test]
    fn size_and_paper_are_those_of_scale_and_theme() {
        let fonts = Fonts::installed();
        for (theme, paper) in [(Theme::Auto, [251, 250, 247]), (Theme::Dark, [28, 27, 25])] {
            let png = match to_png(&scene(), theme, 2.0, &fonts) {
                Err(PngError::NoFonts) => return,
                png => png.unwrap(),
            };
            let pixmap = Pixmap::decode_png(&png).unwrap();
            assert_eq!((pixmap.width(), pixmap.height()), (80, 41));
            let pixel = pixmap.pixel(3, 3).unwrap();
            assert_eq!([pixel.red(), pixel.green(), pixel.blue()], paper);
        }
    }
}
