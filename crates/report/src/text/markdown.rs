//! Markdown without its marks.

use super::map::Mapped;

/// The text from `start` without marks of emphasis, images and addresses of links, and with quotations unmarked.
pub(crate) fn strip(from: &Mapped, start: usize) -> Mapped {
    let text = from.text();
    let mut to = Mapped::default();
    let mut at = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        let bare = line.trim_start().trim_start_matches('>');
        let quoted = line.trim_start().starts_with('>');
        let skip = if quoted { line.len() - bare.len() } else { 0 };
        let rule = line.len() < 200
            && line.trim().len() >= 3
            && line.trim().chars().all(|c| matches!(c, '-' | '=' | '*' | '_'));
        if rule {
            to.append(from, at + line.trim_end().len()..at + line.len());
        } else {
            inline(from, at + skip, line.get(skip..).unwrap_or_default(), &mut to);
        }
        at += line.len();
    }
    to
}

fn inline(from: &Mapped, start: usize, line: &str, to: &mut Mapped) {
    let bytes = line.as_bytes();
    let links = links(bytes);
    let mut kept = 0;
    let mut at = 0;
    let mut link = 0;
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at + 1).copied();
        while links.get(link).is_some_and(|&(place, _)| place < at) {
            link += 1;
        }
        let bracket = links.get(link).filter(|&&(place, _)| place == at);
        let skip = match byte {
            b'\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                to.append(from, start + kept..start + at);
                kept = at + 1;
                at += 2;
                continue;
            }
            b'*' if !(next == Some(b' ') && line.get(..at).is_some_and(|before| before.trim().is_empty())) => 1,
            b'_' if next == Some(b'_') => 2,
            b'_' if at == 0 || !is_letter(next) || !is_letter(bytes.get(at - 1).copied()) => 1,
            b'!' if next == Some(b'[') => 1,
            b'[' | b']' => bracket.map_or(0, |&(_, length)| length),
            _ => 0,
        };
        if skip > 0 {
            to.append(from, start + kept..start + at);
            at += skip;
            kept = at;
        } else {
            at += 1;
        }
    }
    to.append(from, start + kept..start + line.len());
}

/// The brackets of links of a line, in order: where each is, and how many bytes to leave out (with its address, the
/// closing one). An editor's bracket has no address and stays.
fn links(line: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    let mut closing = None;
    for (at, &byte) in line.iter().enumerate() {
        match (byte, closing) {
            (b')', Some((from, to))) => {
                found.extend([(from, 1), (to, at + 1 - to)]);
                closing = None;
            }
            (_, Some(_)) => {}
            (b'[', None) => open.push(at),
            (b']', None) => {
                if let (Some(from), Some(b'(')) = (open.pop(), line.get(at + 1)) {
                    closing = Some((from, at));
                }
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

fn is_letter(byte: Option<u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_alphanumeric())
}
