//! Counts over many tournaments: "have not lost a shoot-out since", "six defeats and one win in seven shoot-outs", "have
//! lost in the last 16 three times", "out in the group at the last two World Cups", "the eighth country to win it".

use byline_record::ask::words;
use byline_record::{CompetitionId, EditionId, Match, Side, StageKind, TeamId, View};

use super::about::{is_hypothetical, is_wanted};
use super::ledger::{self, Ledger, tell};
use super::nations::{debut, nth_champion};
use super::progress::stage_at;
use super::{Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        match passage.word(at) {
            "lost" | "won" => {
                shoot_outs(reader, passage, at, out);
                at_stage(reader, passage, at, out);
                finals(reader, passage, at, out);
            }
            "fallen" | "beaten" | "gone" | "out" | "exited" => at_stage(reader, passage, at, out),
            "and" => both(reader, passage, at, out),
            "last" => last_editions(reader, passage, at, out),
            "past" | "beyond" | "further" => never_past(reader, passage, at, out),
            "tournament" | "finals" | "championship" => debut(reader, passage, at, out),
            "country" | "nation" | "team" | "side" => nth_champion(reader, passage, at, out),
            _ => {}
        }
    }
}

/// The competitions "at the World Cup", "at major tournaments" or nothing can mean: the sets a count may be over.
pub(crate) fn sets(reader: &Reader<'_, '_>, out: &Out<'_>) -> Vec<Vec<CompetitionId>> {
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let both: Vec<CompetitionId> = reader.world_cup(out).into_iter().chain(reader.european_championship(out)).collect();
    own.map(|id| vec![id]).into_iter().chain([both]).collect()
}

fn told(passage: &Passage, reader: &Reader<'_, '_>, at: usize, out: &Out<'_>) -> (Vec<Vec<CompetitionId>>, usize) {
    let next = if passage.is_any(at, &["at", "in"]) { at + 1 } else { at };
    let next = if passage.is_any(next, &["the", "a"]) { next + 1 } else { next };
    if next > at || passage.name_from(at).is_some() {
        if let Some(name) = passage.name_from(next)
            && name.edition().is_none()
            && let Some(id) = name.competition()
        {
            return (vec![vec![id]], name.end);
        }
        if let Some(end) =
            passage.any_phrase(next, &["major tournaments", "major tournament", "major finals", "tournaments"])
        {
            return (sets(reader, out).into_iter().rev().take(1).collect(), end);
        }
    }
    (sets(reader, out), at)
}

fn is_shoot_out(passage: &Passage, at: usize) -> Option<usize> {
    passage.any_phrase(
        at,
        &[
            "shoot outs",
            "shootouts",
            "shoot out",
            "shootout",
            "penalty shoot outs",
            "penalty shootouts",
            "penalty shoot out",
        ],
    )
}

/// "have not lost a shoot-out since 1976", "lost all four shoot-outs", "won two of their three shoot-outs".
fn shoot_outs<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || !passage.has(at, at + 9, &["shoot", "shootout", "shootouts"])
    {
        return;
    }
    let lost = passage.word(at) == "lost";
    let denied = passage.has(at.saturating_sub(2), at, &["not", "never", "n't"]);
    let mut next = at + 1;
    let mut all = false;
    let mut of = None;
    let mut count = None;
    if passage.is_any(next, &["all", "both", "every", "each"]) {
        all = true;
        count = passage.is_any(next, &["both"]).then_some(2);
        next += 1;
    }
    while passage.is_any(next, &["of", "their", "its", "the", "only", "just", "a", "previous", "last"]) {
        next += 1;
    }
    if let Some((number, end)) = passage.cardinal(next) {
        count = Some(number);
        next = end;
        if passage.word(next) == "of" {
            let first = if passage.is_any(next + 1, &["their", "its", "the"]) { next + 2 } else { next + 1 };
            let Some((number, end)) = passage.cardinal(first) else { return };
            of = Some(number);
            next = end;
        }
    }
    let mut competitions = None;
    if let Some(name) = passage.name_from(next)
        && let Some(id) = name.competition().filter(|_| name.edition().is_none())
    {
        competitions = Some(vec![vec![id]]);
        next = name.end;
    }
    let Some(mut end) = is_shoot_out(passage, next) else { return };
    let (sets, after) = told(passage, reader, end, out);
    let sets = competitions.unwrap_or(sets);
    end = after;
    let since = (passage.word(end) == "since").then(|| {
        let year = reader.year_at(passage, end + 1);
        let year =
            year.or_else(|| passage.name_from(end + 1)?.edition().and_then(|id| out.record().edition(id).year()));
        let last = if year.is_some() { end + 2 } else { end + 1 };
        (year, last)
    });
    let auxiliary = (at.saturating_sub(3)..at).find(|&before| passage.is_any(before, &["have", "has", "had"]));
    let first = auxiliary.unwrap_or(at);
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    let record = out.record();
    let days: Vec<View<'r>> = reader.days(out);
    let own = |set: &[CompetitionId], view: &View<'r>| Ledger::of_competitions(view, team, set).shoot_outs();
    let reading;
    let right;
    if denied {
        // "Since" alone: since the match told of, that is the last such defeat.
        let Some((year, last)) = since else { return };
        end = last;
        if year.is_none() && !(end >= passage.len() || passage.is_break(end)) {
            return;
        }
        let last_one = |set: &[CompetitionId]| {
            let ledger = own(set, &out.view);
            let is_it = |entry: &Match, side: Side| (entry.winner() == Some(side)) != lost;
            ledger.only(is_it).matches.last().map(|(entry, _)| *entry)
        };
        let told_of = |entry: &Match| match year {
            Some(year) => record.is_of_year(entry, year),
            None => reader.anchor.is_some_and(|anchor| anchor.id == entry.id),
        };
        right = sets.iter().filter_map(|set| last_one(set)).any(told_of);
        let what = if lost { "lost" } else { "won" };
        reading = format!("{} {what} no shoot-out after that one", words::team(record, team));
    } else {
        if since.is_some() || !all && of.is_none() && count.is_none_or(|count| count < 2) {
            return;
        }
        right = sets.iter().any(|set| {
            days.iter().any(|view| {
                let ledger = own(set, view);
                let (won, beaten) = ledger.outcomes();
                let number = if lost { beaten } else { won };
                count.is_none_or(|count| count == number)
                    && (!all || u32::try_from(ledger.len()) == Ok(number) && number > 1)
                    && of.is_none_or(|of| u32::try_from(ledger.len()) == Ok(of))
            })
        });
        reading = format!("{} {} shoot-outs", words::team(record, team), passage.word(at));
    }
    let ledger = sets.last().map(|set| own(set, &out.view));
    let Some(ledger) = ledger else { return };
    let kind = if denied { Kind::Streak } else { Kind::Tally };
    let scoped = format!("{reading} (World Cups and European Championships)");
    tell(passage, (first, end), kind, scoped, (right, meant.sure), &ledger, out);
}

/// "six defeats and one win in seven": of shoot-outs where they are what the passage or the report tells of.
fn both<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    const WINS: &[&str] = &["win", "wins", "victory", "victories"];
    const DEFEATS: &[&str] = &["defeat", "defeats", "loss", "losses"];
    let Some((after, noun)) = passage.cardinal(at + 1) else { return };
    let Some((number, before)) = at.checked_sub(1).and_then(|noun| passage.cardinal_before(noun)) else { return };
    let (won, lost) = if passage.is_any(at - 1, DEFEATS) && passage.is_any(noun, WINS) {
        (after, before)
    } else if passage.is_any(at - 1, WINS) && passage.is_any(noun, DEFEATS) {
        (before, after)
    } else {
        return;
    };
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let mut end = noun + 1;
    if passage.word(end) == "in"
        && let Some((all, next)) = passage.cardinal(end + 1)
    {
        if all != won + lost {
            return;
        }
        end = is_shoot_out(passage, next).unwrap_or(next);
    } else {
        return;
    }
    let of_shoot_outs =
        passage.has(0, passage.len(), &["shoot", "shootout", "shootouts"])
            || reader.passages.iter().take(3).any(|first| {
                first.has(0, first.len(), &["penalties", "shoot outs", "shootouts", "shoot out", "shootout"])
            });
    if !of_shoot_outs {
        return;
    }
    let meant = reader.teams_about(passage, number, out);
    let heavy = reader.heavy.first().copied();
    let (Some(set), Ok(count)) = (sets(reader, out).pop(), usize::try_from(won + lost)) else { return };
    let record = out.record();
    // Up to some day: the first so many.
    let of_team = |team: TeamId| Ledger::of_competitions(&out.view, team, &set).shoot_outs().first(count);
    let fits = |team: &TeamId| of_team(*team).outcomes() == (won, lost);
    // A team named far away is not asked whether it fits: of several, one would.
    let Some(team) = (if meant.sure { meant.likely() } else { heavy }) else { return };
    let first = of_team(team);
    let right = first.len() > 0 && fits(&team);
    let reading = format!(
        "{} won {won} and lost {lost} of their first shoot-outs at World Cups and European Championships",
        words::team(record, team)
    );
    tell(passage, (number, end), Kind::Tally, reading, (right, meant.sure), &first, out);
}

/// Matches in which the team went out at a stage, one of an edition.
fn went_out<'r>(view: &View<'r>, team: TeamId, set: &[CompetitionId], stage: StageKind) -> Ledger<'r> {
    let all = Ledger::of_competitions(view, team, set);
    let of_group = stage == StageKind::Group;
    all.exits().only(|entry, side| entry.is_at(stage) && (of_group || entry.winner() == Some(side.other())))
}

/// "have lost in the last 16 three times", "went out in the group in 2018 and 2022".
fn at_stage<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let next = if passage.is_any(at + 1, &["out"]) { at + 2 } else { at + 1 };
    if !passage.is_any(next, &["in", "at"]) || !passage.is_any(next + 1, &["the", "a"]) {
        return;
    }
    let Some((stage, end)) = stage_at(passage, next + 2) else { return };
    let end = if passage.is_any(end, &["stage", "stages"]) { end + 1 } else { end };
    let (sets, end) = told(passage, reader, end, out);
    let first =
        (at.saturating_sub(2)..at).find(|&before| passage.is_any(before, &["have", "has", "had"])).unwrap_or(at);
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    let record = out.record();
    let count = match passage.word(end) {
        "twice" => Some((2, end + 1)),
        "once" => Some((1, end + 1)),
        _ => passage.cardinal(end).and_then(|(count, end)| Some((count, passage.any_phrase(end, &["times"])?))),
    };
    let Some((count, last)) = count else { return };
    if passage.is_any(last, &["in", "since", "running", "against"]) {
        return;
    }
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let views = reader.days(out);
    let right = sets.iter().any(|set| views.iter().any(|view| went_out(view, team, set, stage).len() == count));
    let Some(set) = sets.first() else { return };
    let ledger = went_out(&out.view, team, set, stage);
    let reading = format!("{} went out in the {} {count} times", words::team(record, team), stage.name());
    tell(passage, (first, last), Kind::Tally, reading, (right, meant.sure), &ledger, out);
}

/// "lost the only final they have played", "won all three finals", "have lost four World Cup finals".
fn finals<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(1), &["not", "never", "to"])
        || !passage.has(at, at + 8, &["final", "finals"])
    {
        return;
    }
    let lost = passage.word(at) == "lost";
    let mut next = at + 1;
    let mut all = None;
    let mut count = None;
    if let Some(end) = passage.any_phrase(next, &["the only", "their only", "its only"]) {
        (all, count) = (Some(true), Some(1));
        next = end;
    } else {
        if passage.is_any(next, &["all", "both"]) {
            all = Some(true);
            count = (passage.word(next) == "both").then_some(2);
            next += 1;
        }
        while passage.is_any(next, &["of", "their", "the"]) {
            next += 1;
        }
        if let Some((number, end)) = passage.cardinal(next) {
            count = Some(number);
            next = end;
        }
    }
    let Some(count) = count.filter(|&count| all.is_some() || count > 1) else { return };
    // "Have won four of their eight finals"
    let of_them = passage.any_phrase(next, &["of their", "of its", "of the"]).and_then(|of| passage.cardinal(of));
    if let Some((_, end)) = of_them {
        next = end;
    }
    if passage.is_any(next, &["major", "previous"]) {
        next += 1;
    }
    let mut named = None;
    if let Some(name) = passage.name_from(next)
        && let Some(id) = name.competition().filter(|_| name.edition().is_none())
    {
        named = Some(vec![vec![id]]);
        next = name.end;
    }
    // "World Cup finals" is a name of its own.
    let within = named.is_some() && passage.is_any(next - 1, &["final", "finals"]);
    if !within && !passage.is_any(next, &["final", "finals"]) {
        return;
    }
    let mut end = if within { next } else { next + 1 };
    // "Both finals they had played against South Americans": of some of them.
    const SOME: &[&str] = &["against", "with", "since", "under", "abroad", "away"];
    if (end..passage.clause_end(end).min(end + 6)).any(|at| passage.is_any(at, SOME)) {
        return;
    }
    if let Some(last) = passage.any_phrase(
        end,
        &[
            "they have played",
            "they have reached",
            "they had played",
            "they had reached",
            "they reached",
            "they played",
        ],
    ) {
        end = last;
    } else if !(end >= passage.len() || passage.is_break(end)) {
        return;
    }
    let first =
        (at.saturating_sub(3)..at).find(|&before| passage.is_any(before, &["have", "has", "had"])).unwrap_or(at);
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    let sets = named.unwrap_or_else(|| sets(reader, out));
    let of_set =
        |set: &[CompetitionId], view: &View<'r>| Ledger::of_competitions(view, team, set).at_stage(StageKind::Final);
    // "Have now lost three finals": with the one under report.
    let days = if passage.has(first, at, &["now"]) { vec![out.view] } else { reader.days(out) };
    let right = sets.iter().any(|set| {
        days.iter().any(|view| {
            let ledger = of_set(set, view);
            let (won, beaten) = ledger.outcomes();
            let number = if lost { beaten } else { won };
            let played = u32::try_from(ledger.len());
            number == count && (all.is_none() || played == Ok(count)) && of_them.is_none_or(|(of, _)| played == Ok(of))
        })
    });
    let Some(set) = sets.first() else { return };
    let ledger = of_set(set, &out.view);
    let only = if all.is_some() { " and played no other" } else { "" };
    let reading = format!(
        "{} {} {}{only}",
        words::team(out.record(), team),
        passage.word(at),
        words::count(count, "final", "finals")
    );
    tell(passage, (first, end), Kind::Tally, reading, (right, meant.sure), &ledger, out);
}

/// "out in the group at the last two World Cups".
fn last_editions<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some((count, next)) = passage.cardinal(at + 1).filter(|(count, _)| (2..=6).contains(count)) else { return };
    let Some(name) = passage.name_from(next).filter(|name| name.edition().is_none()) else { return };
    let Some(competition) = name.competition() else { return };
    let end = name.end;
    let Some(out_at) = (at.saturating_sub(12)..at)
        .rev()
        .find(|&word| passage.is_any(word, &["out", "eliminated", "fell", "lost", "beaten", "exited"]))
    else {
        return;
    };
    if is_hypothetical(passage, at)
        || is_wanted(passage, out_at)
        || passage.is_any(out_at + 1, &["of"]) && !passage.has(out_at.saturating_sub(3), out_at, &["failed to get"])
    {
        return;
    }
    let Some((stage, after)) = (out_at + 1..out_at + 6).find_map(|word| stage_at(passage, word)) else { return };
    let after = if passage.is_any(after, &["stage", "stages"]) { after + 1 } else { after };
    if (after..at).any(|word| !passage.is_any(word, &["at", "in", "of", "each", "the", "both", "their"])) {
        return;
    }
    let meant = reader.teams_about(passage, out_at, out);
    let Some(team) = meant.likely() else { return };
    let record = out.record();
    // The tournament under report is not yet one of the last, unless it is over for them.
    let own = reader.tournament(out);
    let over = |id: &EditionId| out.view.is_over(*id) || Some(*id) != own;
    let editions = ledger::editions(&out.view, &[competition]);
    let gone = went_out(&out.view, team, &[competition], stage);
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let is_so = |editions: &[EditionId]| {
        editions.len() >= count
            && editions.iter().rev().take(count).all(|id| gone.matches.iter().any(|(entry, _)| entry.edition == *id))
    };
    let before: Vec<EditionId> = editions.iter().copied().filter(over).collect();
    let but_own: Vec<EditionId> = editions.iter().copied().filter(|id| Some(*id) != own).collect();
    let right = is_so(&before) || is_so(&but_own);
    // While the tournament lasts, whose exits of it count is not known.
    if !right && own.is_some_and(|own| editions.contains(&own) && !out.view.is_over(own)) {
        return;
    }
    let reading = format!(
        "{} went out in the {} at the last {count} editions of the {}",
        words::team(record, team),
        stage.name(),
        words::competition(record, competition)
    );
    let recent = Ledger::of_competitions(&out.view, team, &[competition]).exits();
    let recent = Ledger { matches: recent.matches.iter().rev().take(count + 1).rev().copied().collect() };
    tell(passage, (out_at, end), Kind::Progress, reading, (right, meant.sure), &recent, out);
}

/// How far a match shows its teams to have come; the match for third place no further than the semi-final.
fn reached(entry: &Match) -> Option<StageKind> {
    let stage = entry.stage.as_ref()?.kind;
    Some(if stage == StageKind::ThirdPlace { StageKind::SemiFinal } else { stage })
}

/// "have never been past the last 16", "are still to get past a first round", "have never been further".
fn never_past<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let from = passage.clause_start(at);
    let from = from.max(at.saturating_sub(5));
    let Some((cue, _)) = passage.find(from, at, &["never", "yet to", "still to", "have not", "has not", "had not"])
    else {
        return;
    };
    let moves = ["been", "gone", "got", "get", "go", "progressed", "progress", "advanced", "advance", "made", "come"];
    if !passage.is_any(at - 1, &moves) && !passage.is_any(at.saturating_sub(2), &moves) || is_hypothetical(passage, cue)
    {
        return;
    }
    let (stage, end) = if passage.word(at) == "further" {
        let end = at + 1;
        if passage.word(end) == "than" {
            let next = if passage.is_any(end + 1, &["the", "a", "their"]) { end + 2 } else { end + 1 };
            let Some((stage, end)) = stage_at(passage, next) else { return };
            (stage, end)
        } else {
            // Further than what was named before.
            let Some(stage) = (0..cue).rev().find_map(|word| stage_at(passage, word)) else { return };
            if !(end >= passage.len() || passage.is_break(end)) {
                return;
            }
            (stage.0, end)
        }
    } else {
        let next = if passage.is_any(at + 1, &["the", "a", "their"]) { at + 2 } else { at + 1 };
        let Some((stage, end)) = stage_at(passage, next) else { return };
        (stage, if passage.is_any(end, &["stage", "stages"]) { end + 1 } else { end })
    };
    let (sets, end) = told(passage, reader, end, out);
    if passage.is_any(end, &["since", "in", "for", "under", "at"]) {
        return;
    }
    let first = (cue.saturating_sub(1)..=cue)
        .find(|&word| passage.is_any(word, &["have", "has", "had", "are", "is"]))
        .unwrap_or(cue);
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    let record = out.record();
    let days = reader.days(out);
    // A first round without a second is the group; and a group stage may be called the first round.
    let bound = match stage {
        StageKind::FirstRound | StageKind::Group => StageKind::FirstRound,
        other => other,
    };
    let beyond = |set: &[CompetitionId], view: &View<'r>| {
        let all = Ledger::of_competitions(view, team, set);
        let further = all.only(|entry, _| reached(entry).is_some_and(|stage| stage > bound));
        // Who has never come so far has not stopped there.
        let there = all.only(|entry, _| reached(entry).is_some_and(|stage| stage == bound));
        (all.len() > 0 && (bound == StageKind::FirstRound || there.len() > 0), further)
    };
    let right = sets.iter().any(|set| {
        days.iter().any(|view| {
            let (known, further) = beyond(set, view);
            known && further.len() == 0
        })
    });
    let Some(set) = sets.first() else { return };
    let (_, further) = beyond(set, &out.view);
    let reading = format!("{} never came beyond the {}", words::team(record, team), stage.name());
    let until = passage.has(end, passage.len(), &["until", "till"]);
    if until && !right {
        return;
    }
    if right {
        let all = Ledger::of_competitions(&out.view, team, set).exits();
        tell(passage, (first, end), Kind::Progress, reading, (true, false), &all, out);
    } else {
        tell(passage, (first, end), Kind::Progress, reading, (false, meant.sure), &further, out);
    }
}
