//! Goals that several have alike: "Robben and Van Persie have three goals each".

use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, PersonId};

use super::about::{is_hypothetical, is_wanted};
use super::counts::goals_of;
use super::tables::is_of_this_year;
use super::tallies::Of;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

const EACH: &[&str] = &["each", "apiece"];
const HEADS: Heads = Heads::of(EACH);
/// Verbs between those who have goals and how many.
const HAVE: &[&str] = &["have", "had", "now", "already", "both", "each", "finished", "with", "on"];

/// Judges how many goals several are said to have each at the tournament.
pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    if !passage.may_meet(&HEADS) {
        return;
    }
    for at in 0..passage.len() {
        if passage.is_any(at, EACH)
            && let Some(edition) = reader.tournament(out)
            && let Some((first, count, people)) = told(passage, at)
            && !is_hypothetical(passage, first)
            && !is_wanted(passage, first)
        {
            judge(reader, passage, (first, at + 1), (count, &people), edition, out);
        }
    }
}

/// Who has how many, before "each" at a token, and where the names begin.
fn told(passage: &Passage, at: usize) -> Option<(usize, u32, Vec<PersonId>)> {
    let noun = at.checked_sub(1).filter(|&noun| passage.is_any(noun, &["goals", "goal"]))?;
    let (number, count) = passage.cardinal_before(noun)?;
    let mut verb = number;
    while verb > 0 && passage.name_at(verb - 1).is_none() && passage.is_any(verb - 1, HAVE) {
        verb -= 1;
    }
    let mut people: Vec<PersonId> = Vec::new();
    let mut first = verb;
    // Backwards over "A, B and C".
    while let Some(name) = first.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.is_person()) {
        people.insert(0, name.person()?);
        first = name.first;
        let joint = first.checked_sub(1).filter(|&at| passage.is_any(at, &["and"]) || passage.is_mark(at, ','));
        let Some(joint) = joint.filter(|&at| at > 0 && passage.name_at(at - 1).is_some_and(Name::is_person)) else {
            break;
        };
        first = joint;
    }
    (people.len() > 1 && verb < number).then_some((first, count, people))
}

fn judge(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    span: (usize, usize),
    (count, people): (u32, &[PersonId]),
    edition: EditionId,
    out: &mut Out<'_>,
) {
    let of_each: Vec<_> =
        people.iter().map(|&person| goals_of(reader, &out.view, person, Of::Edition(edition))).collect();
    // All of them wrong, and all of them scorers there: of this tournament, and not so.
    let verdict = if of_each.iter().all(|(own, _)| *own == count) {
        Verdict::Confirmed
    } else if of_each.iter().all(|(own, _)| *own > 0 && *own != count)
        && passage.quote.is_none()
        && is_of_this_year(reader, passage, out)
        && !passage.has(0, passage.len(), &["had", "match", "game", "qualifying", "season", "each scored"])
    {
        Verdict::Contradicted
    } else {
        return;
    };
    let rows = of_each.iter().flat_map(|(_, entries)| entries).flat_map(|entry| out.match_row(entry)).collect();
    let who: Vec<String> = people.iter().map(|&person| out.person(Some(person))).collect();
    let edition = words::edition(out.record(), edition);
    let reading = format!("{}: {} each of the {edition}", words::list(&who), words::count(count, "goal", "goals"));
    out.push(passage, span, Kind::Tally, reading, Judged::new(verdict).showing(rows));
}
