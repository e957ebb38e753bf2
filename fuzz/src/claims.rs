//! What must hold of what a reader accepts.

use std::sync::OnceLock;

use byline_record::claim::{Claims, MatchClaim, Name, SquadClaim};
use byline_record::merge::Merger;
use byline_record::read::football_txt;
use byline_record::{Clock, EventKind, Kick, Penalty, Placement, Record, Side, builtin};

/// Claims hold together and are no larger than the file warrants.
pub(crate) fn hold(bytes: &[u8], claims: &Claims) {
    assert!(!claims.source.is_empty(), "a file without a source");
    assert!(claims.rows <= bytes.len(), "{} rows in {} bytes", claims.rows, bytes.len());
    let lines = bytes.split(|&byte| byte == b'\n').count();
    for skipped in &claims.skipped {
        assert!(skipped.line as usize <= lines, "line {} of {lines} was skipped", skipped.line);
        assert!(!skipped.reason.is_empty(), "line {} was skipped without a reason", skipped.line);
    }
    for claim in &claims.matches {
        assert!(claim.line as usize <= lines, "a match on line {} of {lines}", claim.line);
        match_holds(claim);
    }
    let size = size(claims);
    assert!(size <= 1024 * (bytes.len() + 64), "{} bytes give {size} bytes of claims", bytes.len());
}

fn match_holds(claim: &MatchClaim) {
    if let Err(error) = claim.score.check() {
        panic!("line {}: {error}", claim.line);
    }
    for event in &claim.events {
        event.clock.iter().for_each(|&clock| clock_holds(clock));
        assert!(!claim.home.is_empty() || claim.date.is_none(), "line {}: a day of no match", claim.line);
        if let EventKind::Penalty(Penalty { awarded, placement, .. }) = &event.kind {
            awarded.iter().for_each(|&clock| clock_holds(clock));
            placement.iter().for_each(placement_holds);
        }
    }
    claim.kicks.iter().filter_map(|kick| kick.placement.as_ref()).for_each(placement_holds);
    for sheet in &claim.sheets {
        sheet.keepers.iter().filter_map(|(_, since)| *since).for_each(clock_holds);
    }
    for odds in &claim.odds {
        assert!(odds.prices.iter().all(|price| price.is_finite() && *price >= 1.0), "prices {:?}", odds.prices);
    }
    if let Some((date, kick_off)) = claim.date.zip(claim.kick_off) {
        let (hour, minute) = kick_off.hour_minute();
        assert!(hour < 24 && minute < 60, "kick-off at {hour}:{minute}");
        assert_eq!(kick_off.zoned(date).is_some(), kick_off.offset_minutes().is_some(), "{date} {kick_off:?}");
    }
    assert!(claim.clone().swapped().swapped() == *claim, "line {}: sides exchanged twice are other sides", claim.line);
}

/// A minute is one that can be written and read again.
fn clock_holds(clock: Clock) {
    assert_eq!(clock.to_string().parse(), Ok(clock), "a minute that cannot be read again");
}

/// A kick went somewhere a ball can go.
fn placement_holds(placement: &Placement) {
    let near = |cm: i16| cm.unsigned_abs() <= 4_000;
    assert!(placement.across_cm.is_none_or(near) && placement.height_cm.is_none_or(near), "{placement:?}");
}

/// Bytes of all text in claims and of their longest lists, roughly.
fn size(claims: &Claims) -> usize {
    let names = |names: &[Name]| names.iter().map(|name| name.len() + 16).sum::<usize>();
    let lists = |lists: &[(Box<str>, Vec<Box<str>>)]| {
        lists.iter().map(|(label, list)| label.len() + 40 + names(list)).sum::<usize>()
    };
    let squad_player = |one: &SquadClaim| one.player.len() + one.club.as_deref().map_or(0, |club| club.len() + 16) + 40;
    let matches: usize = claims.matches.iter().map(match_size).sum();
    let editions: usize = claims
        .editions
        .iter()
        .map(|edition| {
            let squads: usize = edition
                .squads
                .iter()
                .map(|(team, players)| team.len() + 40 + players.iter().map(squad_player).sum::<usize>())
                .sum();
            let standings: usize = edition.standings.iter().map(|place| names(place) + 24).sum();
            let in_office = edition.managers.iter().chain(&edition.captains);
            let in_office: usize = in_office.map(|(team, name)| team.len() + name.len() + 32).sum();
            squads
                + standings
                + in_office
                + lists(&edition.positions)
                + lists(&edition.groups)
                + names(&edition.hosts)
                + edition.competition.len()
                + edition.label.len()
                + size_of_val(edition)
        })
        .sum();
    let people: usize = claims
        .people
        .iter()
        .map(|person| person.name.len() + names(&person.other_names) + names(&person.teams) + size_of_val(person))
        .sum();
    matches + editions + people
}

fn match_size(claim: &MatchClaim) -> usize {
    let event = |player: &Option<Name>| player.as_ref().map_or(0, |name| name.len());
    let venue = claim.venue.as_ref().map_or(0, |venue| {
        [&venue.stadium, &venue.city, &venue.country].into_iter().flatten().map(|name| name.len()).sum()
    });
    let texts = [&claim.competition, &claim.edition, &claim.home, &claim.away].map(|text| text.len());
    let events: usize = claim.events.iter().map(|one| event(&one.player) + size_of_val(one)).sum();
    let kicks: usize =
        claim.kicks.iter().map(|one: &Kick<Name>| event(&one.taker) + event(&one.keeper) + size_of_val(one)).sum();
    let odds: usize = claim.odds.iter().map(|odds| odds.bookmaker.len() + size_of_val(odds)).sum();
    let starters: usize = claim.sheets.iter().flat_map(|sheet| &sheet.starters).map(|name| name.len() + 16).sum();
    texts.iter().sum::<usize>() + events + kicks + starters + odds + venue + size_of_val(claim)
}

/// Lays claims on the built-in record: of claims that come by chance some, as it takes far longer than reading, and
/// few on all of the record. Which, the bytes decide, so that a finding can be found again.
pub(crate) fn merge(bytes: &[u8], claims: &Claims) {
    let hash = bytes.iter().fold(0_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619).rotate_left(5));
    let mut merger = match hash % 512 {
        0 => builtin::merged().expect("the built-in record"),
        1..=63 => small(),
        _ => return,
    };
    merger.accept_new_teams(true);
    if merger.add(claims).is_ok() {
        // Adding it again confirms it and must find its way as well.
        merger.add(claims).expect("what was added once");
        record_holds(&merger.finish());
    }
}

/// The teams and competitions of the built-in record, with the people and matches of two World Cups.
pub(crate) fn small() -> Merger {
    static EDITIONS: OnceLock<Vec<Claims>> = OnceLock::new();
    let editions = EDITIONS.get_or_init(|| {
        let wanted = ["worldcup/1990.txt", "worldcup/2022.txt"];
        let files = builtin::EDITIONS.iter().filter(|(file, _)| wanted.contains(file));
        files.map(|(_, text)| football_txt::read_text(text).expect("a built-in edition")).collect()
    });
    let mut merger = builtin::merger().expect("the lists of the built-in record");
    for claims in editions {
        merger.add(claims).expect("a built-in edition");
    }
    merger
}

/// Every identifier in a record leads to something, and what it says of matches holds.
pub(crate) fn record_holds(record: &Record) {
    let view = record.latest();
    for entry in view.matches() {
        look(record.competition(record.edition(entry.edition).competition));
        for side in Side::BOTH {
            assert!(!record.team(entry.team(side)).name.is_empty(), "a team without a name");
            entry.sheet(side).iter().flat_map(|sheet| &sheet.starters).for_each(|&who| look(record.person(who)));
        }
        entry.venue.iter().for_each(|&venue| look(record.venue(venue)));
        for event in &entry.events {
            event.clock.iter().for_each(|&clock| clock_holds(clock));
            event.player.iter().for_each(|&who| look(record.person(who)));
        }
        for kick in &entry.kicks {
            kick.taker.iter().chain(&kick.keeper).for_each(|&who| look(record.person(who)));
        }
    }
    for entry in view.loose_matches() {
        assert!(entry.count() > 0, "a loose match without a kick");
        entry.teams.iter().flatten().for_each(|&team| look(record.team(team)));
        for event in &entry.penalties {
            event.player.iter().for_each(|&who| look(record.person(who)));
        }
        for kick in &entry.kicks {
            kick.taker.iter().chain(&kick.keeper).for_each(|&who| look(record.person(who)));
        }
    }
    assert!(view.matches().map(|entry| entry.date).is_sorted(), "matches out of order");
}

/// Looking something up panics if it is not there.
fn look<T>(found: &T) {
    std::hint::black_box(found);
}
