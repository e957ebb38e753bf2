//! The scene: what a picture consists of, before it is written in any format.
//!
//! Lengths are in pixels at natural size, x to the right, y down.

use crate::label::Area;
use crate::svg;
use crate::text::{self, Weight};
use crate::theme::{Ink, Theme};

/// How a line is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// Strokes.
    Dashed,
    /// Dots.
    Dotted,
}

/// A drawn line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width.
    pub width: f64,
    /// Its pattern.
    pub dash: Dash,
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub fn new(ink: Ink, width: f64) -> Self {
        Stroke { ink, width, dash: Dash::Solid }
    }

    /// The same line with this pattern.
    #[must_use]
    pub fn dash(self, dash: Dash) -> Self {
        Stroke { dash, ..self }
    }
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    /// The inside, if any.
    pub fill: Option<Ink>,
    /// The outline, if any.
    pub stroke: Option<Stroke>,
    /// Nought (not seen) to one.
    pub opacity: f64,
}

impl Paint {
    /// Filled, with no outline.
    #[must_use]
    pub fn fill(ink: Ink) -> Self {
        Paint { fill: Some(ink), stroke: None, opacity: 1.0 }
    }

    /// Outlined, with nothing inside.
    #[must_use]
    pub fn line(stroke: Stroke) -> Self {
        Paint { fill: None, stroke: Some(stroke), opacity: 1.0 }
    }

    /// The same with this outline.
    #[must_use]
    pub fn outlined(self, stroke: Stroke) -> Self {
        Paint { stroke: Some(stroke), ..self }
    }

    /// The same, more or less transparent.
    #[must_use]
    pub fn opacity(self, opacity: f64) -> Self {
        Paint { opacity, ..self }
    }
}

/// Which point of a text stands at its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
    /// Its beginning.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where its anchor stands.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// Font size.
    pub size: f64,
    /// Strength.
    pub weight: Weight,
    /// What stands at `x`.
    pub anchor: Anchor,
    /// Its colour.
    pub ink: Ink,
    /// Whether it has a rim of paper, to be read over lines.
    pub halo: bool,
    /// What it says.
    pub content: String,
}

impl Text {
    /// Regular text that begins at `x`, white space made plain.
    #[must_use]
    pub fn new(x: f64, y: f64, size: f64, ink: Ink, content: &str) -> Self {
        let content = text::one_line(content);
        Text { x, y, size, weight: Weight::Regular, anchor: Anchor::Start, ink, halo: false, content }
    }

    /// The same, bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Text { weight: Weight::Bold, ..self }
    }

    /// The same with this point at `x`.
    #[must_use]
    pub fn anchor(self, anchor: Anchor) -> Self {
        Text { anchor, ..self }
    }

    /// The same with a rim of paper.
    #[must_use]
    pub fn halo(self) -> Self {
        Text { halo: true, ..self }
    }

    /// The room it takes, by the estimated width.
    #[must_use]
    pub fn area(&self) -> Area {
        let width = text::width(&self.content, self.size, self.weight);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        let height = (text::ASCENT + text::DESCENT) * self.size;
        Area { x: left, y: self.y - text::ASCENT * self.size, width, height }
    }
}

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Begin here.
    Move(f64, f64),
    /// Straight to here.
    Line(f64, f64),
    /// Back to where it began.
    Close,
}

/// A thing in the picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A rectangle.
    Rect {
        /// Where.
        area: Area,
        /// Radius of its corners.
        radius: f64,
        /// How.
        paint: Paint,
    },
    /// A straight line.
    Line {
        /// Beginning, x and y.
        from: (f64, f64),
        /// End, x and y.
        to: (f64, f64),
        /// How.
        stroke: Stroke,
    },
    /// A path of straight pieces.
    Path {
        /// Its pieces.
        steps: Vec<Step>,
        /// How.
        paint: Paint,
    },
    /// A line through points.
    Polyline {
        /// The points, x and y.
        points: Vec<(f64, f64)>,
        /// How.
        stroke: Stroke,
    },
    /// A circle.
    Circle {
        /// Its middle, x and y.
        centre: (f64, f64),
        /// Its radius.
        radius: f64,
        /// How.
        paint: Paint,
    },
    /// A line of text.
    Text(Text),
    /// Things that belong together.
    Group {
        /// What they are, for readers that speak and for the pointer.
        title: Option<String>,
        /// The things, lowest first.
        nodes: Vec<Node>,
    },
}

/// A whole picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width at natural size.
    pub width: f64,
    /// Height at natural size.
    pub height: f64,
    /// What it is, in a line.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// Everything drawn, lowest first.
    pub nodes: Vec<Node>,
}

impl Scene {
    /// The picture as SVG. The same scene gives the same bytes on every machine.
    #[must_use]
    pub fn to_svg(&self, theme: Theme) -> String {
        svg::write(self, theme)
    }

    /// The whole picture's area.
    #[must_use]
    pub fn area(&self) -> Area {
        Area { x: 0.0, y: 0.0, width: self.width, height: self.height }
    }

    /// Every line of text, in drawing order.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        let mut found = Vec::new();
        collect(&self.nodes, &mut found);
        found
    }
}

fn collect<'a>(nodes: &'a [Node], found: &mut Vec<&'a Text>) {
    for node in nodes {
        match node {
            Node::Text(text) => found.push(text),
            Node::Group { nodes, .. } => collect(nodes, found),
            _ => {}
        }
    }
}

/// The outline of a polygon.
pub(crate) fn polygon(points: impl IntoIterator<Item = (f64, f64)>) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (x, y) in points {
        steps.push(if steps.is_empty() { Step::Move(x, y) } else { Step::Line(x, y) });
    }
    if !steps.is_empty() {
        steps.push(Step::Close);
    }
    steps
}
