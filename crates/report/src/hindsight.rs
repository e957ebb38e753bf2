//! What a report that looks back is not held to, and what a question does not say.

use byline_record::ask::Verdict;
use jiff::civil::Date;

use crate::checked::Checked;
use crate::claim::Kind;
use crate::passage::Passage;

/// Days after its match from which a report looks back on it.
const LATER: i32 = 60;

/// Words before a verb that ask for its subject.
const ASKING: &[&str] = &["who", "which", "what", "whose"];

/// Takes back what was contradicted of a question, and, where a report looks back over the years or is about no match, of
/// what depends on the day it is counted on: "a second successive win", "had never lost before" may be as of any match
/// it tells of.
pub(crate) fn weigh(
    statements: &mut Vec<Checked>,
    passages: &[Passage],
    (anchored, published): (Option<Date>, Option<Date>),
) {
    let in_question = |statement: &Checked| {
        let place = passages.partition_point(|passage| passage.start <= statement.span.start);
        place.checked_sub(1).and_then(|place| passages.get(place)).filter(|passage| is_question(passage))
    };
    statements.retain(|statement| in_question(statement).is_none_or(|passage| !is_asked(passage, statement)));
    let looks_back = anchored.is_none_or(|day| published.is_some_and(|today| (today - day).get_days() > LATER));
    // A round-up that tells rightly what comes next is of its own day.
    let looks_ahead = anchored.is_none()
        && statements.iter().any(|told| told.kind == Kind::NextFixture && told.verdict == Verdict::Confirmed);
    for statement in statements {
        if !matches!(statement.verdict, Verdict::Contradicted | Verdict::RecordDiffers) {
            continue;
        }
        let reason = if in_question(statement).is_some() {
            "a question does not say so"
        } else if looks_back && depends_on_day(statement.kind) && !(looks_ahead && statement.kind == Kind::NextFixture)
        {
            "the words may be as of another day"
        } else {
            continue;
        };
        statement.verdict = Verdict::NotRead;
        statement.reason = Some(reason.to_owned());
    }
}

/// Whether a statement of a kind is true on some days and false on others.
const fn depends_on_day(kind: Kind) -> bool {
    matches!(kind, Kind::FirstSince | Kind::Streak | Kind::Age | Kind::HeadToHead | Kind::NextFixture)
}

fn is_question(passage: &Passage) -> bool {
    let len = passage.len();
    (len.saturating_sub(3)..len).any(|at| passage.is_mark(at, '?'))
}

/// "Which team knocked out England?": whether the words lack the very subject that is asked for.
fn is_asked(passage: &Passage, statement: &Checked) -> bool {
    let first = (0..passage.len()).find(|&at| passage.span(at, at + 1).start >= statement.span.start);
    first.is_some_and(|first| (first.saturating_sub(4)..first).any(|before| passage.is_any(before, ASKING)))
        && matches!(statement.kind, Kind::Result | Kind::Score | Kind::Scorer | Kind::ShootOut | Kind::Title)
}
