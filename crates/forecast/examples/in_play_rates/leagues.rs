//! The profile, score, men and added time of five European leagues.

use std::error::Error;
use std::io::Write;

use byline_forecast::from_record::day_of;
use byline_forecast::in_play::{AddedNotes, AddedTimeFit, BANDS, LENGTHS, Parameters, Side, Spell, fit, fit_added};
use byline_record::{CompetitionClass, View};
use jiff::civil::date;

use crate::held_out;
use crate::play::{Play, What, league};

/// The parts of added time that are told apart: a half has at least so many minutes more.
const SHORTEST: [u8; 2] = [0, 2];

pub(crate) fn report(out: &mut impl Write, view: &View<'_>, shipped: &Parameters) -> Result<(), Box<dyn Error>> {
    let record = view.record();
    // Half a season for the rates to settle; from summer 2020 on matches are for tests.
    let (from, video, to) = (day_of(date(2016, 12, 1)), day_of(date(2019, 7, 1)), day_of(date(2020, 8, 15)));
    let (mut plays, mut test) = (Vec::new(), Vec::new());
    for competition in record.competitions().iter().filter(|one| one.class == CompetitionClass::League) {
        let all = league(view, competition.id)?;
        let (later, past): (Vec<Play>, Vec<Play>) = all.into_iter().partition(|play| play.day >= to);
        test.extend(later);
        plays.extend(past.into_iter().filter(|play| play.day >= from));
    }
    if plays.is_empty() {
        writeln!(out, "no league with minutes from December 2016 to summer 2020 in the database")?;
        return Ok(());
    }
    let (board, later): (Vec<&Play>, Vec<&Play>) = plays.iter().partition(|play| play.day < video);
    let mut spells = Vec::new();
    for (name, plays) in [("2016/17 to 2018/19", board), ("2019/20", later)] {
        let added = [0, 1].map(|half: u8| {
            let notes: Vec<AddedNotes> = plays.iter().map(|play| notes(play, half)).collect();
            fit_added(&notes, SHORTEST[usize::from(half)])
        });
        writeln!(
            out,
            "added time {name}, {} matches: {:.4?} {:.4?}",
            plays.len(),
            whole(&added[0].lengths),
            whole(&added[1].lengths)
        )?;
        spells.extend(plays.iter().flat_map(|play| spells_of(play, &added)));
    }
    let found = fit(&spells)?;
    let parameters = found.apply(shipped);
    let Parameters { profile, stoppage, score, own_man, other_man, errors, .. } = &parameters;
    writeln!(out, "{} matches, log likelihood {:.1}, {} steps", plays.len(), found.log_likelihood, found.steps)?;
    writeln!(out, "profile {profile:.4?}\n  errors {:.4?}", errors.profile)?;
    writeln!(out, "stoppage {stoppage:.4?}, errors {:.4?}", errors.stoppage)?;
    writeln!(out, "score {score:.4?}\n  errors {:.4?}", errors.score)?;
    writeln!(out, "men {own_man:.4} ({:.4}), {other_man:.4} ({:.4})", errors.own_man, errors.other_man)?;
    held_out::report(out, [&plays, &test], [("shipped", shipped), ("found", &parameters)])
}

/// Four decimals that sum to one: the likeliest length takes what rounding leaves.
fn whole(lengths: &[f64; LENGTHS]) -> [f64; LENGTHS] {
    let mut whole = lengths.map(|length| (10_000.0 * length).round());
    let left = 10_000.0 - whole.iter().sum::<f64>();
    if let Some(most) = whole.iter_mut().max_by(|one, two| one.total_cmp(two)) {
        *most += left;
    }
    whole.map(|length| length / 10_000.0)
}

/// What was noted in the added time of a half.
fn notes(play: &Play, half: u8) -> AddedNotes {
    let added = play.notes.iter().filter(|(minute, _)| *minute == 45 + 45 * half).map(|(_, added)| *added);
    AddedNotes { events: u32::try_from(added.clone().count()).unwrap_or(0), last: added.max().unwrap_or(0) }
}

/// A match in minutes of play, each from the view of both sides.
fn spells_of(play: &Play, added: &[AddedTimeFit; 2]) -> Vec<Spell> {
    let mut spells = Vec::with_capacity(2 * (90 + 2 * (LENGTHS - 1)));
    let (mut goals, mut short) = ([0_i8; 2], [0_u8; 2]);
    let mut moments = play.moments.iter().filter(|moment| moment.0 <= 90).peekable();
    for half in 0..2_u8 {
        let lasted = added[usize::from(half)].played(&notes(play, half));
        let regular = (1..=45).map(|minute| (45 * half + minute, 0, 1.0));
        let extra = lasted.iter().zip(1..).map(|(played, minute)| (45 * half + 45, minute, *played));
        for (minute, beyond, minutes) in regular.chain(extra) {
            let band = if beyond > 0 { 18 + half } else { (minute - 1) / 5 };
            debug_assert!(usize::from(band) < BANDS + 2, "a band");
            let mut scored = [0.0; 2];
            let before = (goals, short);
            while let Some(&(_, _, side, what)) =
                moments.next_if(|moment| (moment.0, moment.1.min(15)) <= (minute, beyond))
            {
                let place = usize::from(side == Side::Away);
                match what {
                    What::Goal => (scored[place], goals[place]) = (scored[place] + 1.0, goals[place].saturating_add(1)),
                    What::Off => short[place] = short[place].saturating_add(1),
                }
            }
            let (goals, short) = before;
            for (place, side) in [Side::Home, Side::Away].into_iter().enumerate() {
                let other = 1 - place;
                spells.push(Spell {
                    side,
                    band,
                    lead: goals[place] - goals[other],
                    short: [short[place], short[other]],
                    rate: play.rates[place],
                    minutes: if scored[place] > 0.0 { minutes.max(0.01) } else { minutes },
                    goals: scored[place],
                });
            }
        }
    }
    spells
}
