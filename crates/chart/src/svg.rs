//! Writes a scene as SVG.
//!
//! Colours stand in plain attributes, so that programs without style sheets show the light picture; for [`Theme::Auto`]
//! a style sheet with one media query overrides them on dark screens. Numbers have at most two decimals.

use crate::scene::{Anchor, Dash, Node, Paint, Scene, Step, Stroke, Text};
use crate::text::{self, Weight};
use crate::theme::{Ink, Theme};
use std::collections::BTreeSet;

struct Writer {
    out: String,
    theme: Theme,
    fills: BTreeSet<Ink>,
    strokes: BTreeSet<Ink>,
}

pub(crate) fn write(scene: &Scene, theme: Theme) -> String {
    let mut writer = Writer { out: String::new(), theme, fills: BTreeSet::new(), strokes: BTreeSet::new() };
    let ground = Node::Rect { area: scene.area(), radius: 0.0, paint: Paint::fill(Ink::Paper) };
    writer.node(&ground, 1);
    for node in &scene.nodes {
        writer.node(node, 1);
    }
    let (width, height) = (number(scene.width), number(scene.height));
    let id = identity(&[&scene.title, &scene.description, &writer.out]);
    let title = text::escape(&scene.title);
    let description = text::escape(&scene.description);
    let fonts = text::FONTS;
    let style = writer.style();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}t {id}d\" font-family=\"{fonts}\">\n\
         <title id=\"{id}t\">{title}</title>\n<desc id=\"{id}d\">{description}</desc>\n{style}{}</svg>\n",
        writer.out
    )
}

/// Two decimals, no trailing noughts, no negative nought; what is no number becomes nought.
#[must_use]
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".into();
    }
    let fixed = format!("{value:.2}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".into() } else { short.into() }
}

/// A name for the elements others refer to: pictures put into one page must not share it (FNV-1a).
fn identity(parts: &[&str]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().flat_map(|part| part.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("b{:08x}", hash >> 32)
}

impl Writer {
    fn style(&self) -> String {
        if self.theme != Theme::Auto {
            return String::new();
        }
        let fills = self.fills.iter().map(|ink| format!(".bf-{}{{fill:{}}}", ink.name(), ink.rgb(true)));
        let strokes = self.strokes.iter().map(|ink| format!(".bs-{}{{stroke:{}}}", ink.name(), ink.rgb(true)));
        let rules: String = fills.chain(strokes).collect();
        format!("<style>@media (prefers-color-scheme:dark){{{rules}}}</style>\n")
    }

    /// The attributes of colour, and for a theme that follows the reader the classes that override them.
    fn colours(&mut self, fill: Option<Ink>, stroke: Option<Stroke>) -> String {
        let dark = self.theme == Theme::Dark;
        let mut attributes = String::new();
        let mut classes = Vec::new();
        match fill {
            Some(ink) => {
                attributes += &format!(" fill=\"{}\"", ink.rgb(dark));
                classes.push(format!("bf-{}", ink.name()));
                self.fills.insert(ink);
            }
            None => attributes += " fill=\"none\"",
        }
        if let Some(Stroke { ink, width, dash }) = stroke {
            attributes += &format!(" stroke=\"{}\" stroke-width=\"{}\"", ink.rgb(dark), number(width));
            match dash {
                Dash::Solid => {}
                Dash::Dashed => attributes += " stroke-dasharray=\"5 3\"",
                Dash::Dotted => attributes += " stroke-dasharray=\"1 3\" stroke-linecap=\"round\"",
            }
            classes.push(format!("bs-{}", ink.name()));
            self.strokes.insert(ink);
        }
        if self.theme == Theme::Auto && !classes.is_empty() {
            attributes += &format!(" class=\"{}\"", classes.join(" "));
        }
        attributes
    }

    fn paint(&mut self, paint: &Paint) -> String {
        let mut attributes = self.colours(paint.fill, paint.stroke);
        if paint.opacity < 1.0 {
            attributes += &format!(" opacity=\"{}\"", number(paint.opacity));
        }
        attributes
    }

    fn line(&mut self, depth: usize, line: &str) {
        self.out.push_str(&"  ".repeat(depth.saturating_sub(1)));
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn node(&mut self, node: &Node, depth: usize) {
        let element = match node {
            Node::Rect { area, radius, paint } => {
                let corners = if *radius > 0.0 { format!(" rx=\"{}\"", number(*radius)) } else { String::new() };
                let paint = self.paint(paint);
                let [x, y] = [area.x, area.y].map(number);
                let [width, height] = [area.width.max(0.0), area.height.max(0.0)].map(number);
                format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{corners}{paint}/>")
            }
            Node::Line { from, to, stroke } => {
                let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
                let colours = self.colours(None, Some(*stroke));
                format!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{colours}/>")
            }
            Node::Path { steps, paint } => {
                let paint = self.paint(paint);
                let data: String = steps
                    .iter()
                    .map(|step| match step {
                        Step::Move(x, y) => format!("M{} {}", number(*x), number(*y)),
                        Step::Line(x, y) => format!("L{} {}", number(*x), number(*y)),
                        Step::Close => "Z".into(),
                    })
                    .collect();
                format!("<path d=\"{data}\"{paint}/>")
            }
            Node::Polyline { points, stroke } => {
                let points: Vec<String> =
                    points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
                let colours = self.colours(None, Some(*stroke));
                format!("<polyline points=\"{}\" stroke-linejoin=\"round\"{colours}/>", points.join(" "))
            }
            Node::Circle { centre, radius, paint } => {
                let [x, y, radius] = [centre.0, centre.1, *radius].map(number);
                let paint = self.paint(paint);
                format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{paint}/>")
            }
            Node::Text(text) => self.text(text),
            Node::Group { title, nodes } => {
                self.line(depth, "<g>");
                if let Some(title) = title {
                    let title = text::escape(title);
                    self.line(depth + 1, &format!("<title>{title}</title>"));
                }
                for node in nodes {
                    self.node(node, depth + 1);
                }
                "</g>".into()
            }
        };
        self.line(depth, &element);
    }

    fn text(&mut self, text: &Text) -> String {
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if text.weight == Weight::Bold { " font-weight=\"700\"" } else { "" };
        let halo = text.halo.then_some(Stroke::new(Ink::Paper, 4.0));
        let rim = if text.halo { " paint-order=\"stroke\" stroke-linejoin=\"round\"" } else { "" };
        let colours = self.colours(Some(text.ink), halo);
        let [x, y, size] = [text.x, text.y, text.size].map(number);
        let content = text::escape(&text.content);
        format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}{rim}{colours}>{content}</text>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_never_strange() {
        let written: Vec<String> =
            [0.0, -0.001, 1.0, 1.5, 100.0, 2.345_6, -3.10, f64::NAN, f64::INFINITY].map(number).into();
        assert_eq!(written, ["0", "0", "1", "1.5", "100", "2.35", "-3.1", "0", "0"]);
    }

    #[test]
    fn a_forced_theme_needs_no_style_sheet() {
        let scene = Scene { width: 1.0, height: 1.0, title: "t".into(), description: "d".into(), nodes: Vec::new() };
        assert!(scene.to_svg(Theme::Auto).contains("@media (prefers-color-scheme:dark){.bf-paper{fill:#1c1b19}}"));
        for (theme, paper) in [(Theme::Light, "#fbfaf7"), (Theme::Dark, "#1c1b19")] {
            let svg = scene.to_svg(theme);
            assert!(svg.contains(paper) && !svg.contains("<style>") && !svg.contains("class="));
        }
    }
}
