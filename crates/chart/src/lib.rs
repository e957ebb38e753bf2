//! Pictures: plain series in, SVG text out. Knows nothing of football data beyond the words on the axes.
