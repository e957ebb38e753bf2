//! Text that knows where it comes from.

use crate::Span;

/// A stretch of text and the bytes it was made of.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Where the stretch starts in the text.
    text: usize,
    /// Where it starts in the source.
    source: usize,
    /// How many bytes of the source it was made of.
    source_len: usize,
}

/// A text with the place of each of its bytes in a source.
///
/// A run as long as its source is a copy, byte by byte; any other was made of its source as a whole (an entity, a
/// character of another encoding, a break between two elements).
#[derive(Debug, Clone, Default)]
pub(crate) struct Mapped {
    text: String,
    runs: Vec<Run>,
}

impl Mapped {
    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// How long the text is, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Appends a copy of bytes that start at `source`.
    pub(crate) fn copy(&mut self, text: &str, source: usize) {
        self.push(text, source, text.len());
    }

    /// Appends text that stands for `source_len` bytes at `source`.
    pub(crate) fn push(&mut self, text: &str, source: usize, source_len: usize) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.runs.last_mut() {
            let is_copy = start - last.text == last.source_len && text.len() == source_len;
            if is_copy && last.source + last.source_len == source {
                last.source_len += source_len;
                return;
            }
        }
        self.runs.push(Run { text: start, source, source_len });
    }

    /// Appends the part of `from` at `span`, with its places in the source of `from`.
    pub(crate) fn append(&mut self, from: &Self, span: Span) {
        let mut at = span.start;
        let first = from.run_before(span.start);
        for index in first.. {
            let Some(run) = from.runs.get(index) else { break };
            if at >= span.end {
                break;
            }
            let next = from.runs.get(index + 1).map_or(from.text.len(), |run| run.text);
            let end = next.min(span.end);
            let Some(part) = from.text.get(at..end) else { break };
            if next - run.text == run.source_len {
                self.copy(part, run.source + (at - run.text));
            } else {
                self.push(part, run.source, run.source_len);
            }
            at = end;
        }
    }

    /// Appends a replacement of the part of `from` at `span`.
    pub(crate) fn replace(&mut self, text: &str, from: &Self, span: &Span) {
        let source = from.source(span);
        self.push(text, source.start, source.len());
    }

    /// Where a part of the text comes from. Both ends of a span within one character made of several bytes lead to the
    /// whole of it. What lies beyond the text is cut off.
    pub(crate) fn source(&self, span: &Span) -> Span {
        let start = self.at(span.start, false);
        let end = if span.end > span.start { self.at(span.end - 1, true) } else { start };
        start..end.max(start)
    }

    fn run_before(&self, at: usize) -> usize {
        self.runs.partition_point(|run| run.text <= at).saturating_sub(1)
    }

    /// The place in the source of the byte at `at`, or just after it.
    fn at(&self, at: usize, after: bool) -> usize {
        if at >= self.text.len() {
            return self.runs.last().map_or(0, |run| run.source + run.source_len);
        }
        let index = self.run_before(at);
        let Some(run) = self.runs.get(index) else { return 0 };
        let next = self.runs.get(index + 1).map_or(self.text.len(), |run| run.text);
        if next - run.text == run.source_len {
            run.source + (at - run.text) + usize::from(after)
        } else if after {
            run.source + run.source_len
        } else {
            run.source
        }
    }
}
