//! What no fact decides.

use byline_forecast::counts::poisson;
use byline_forecast::random::{Stream, philox4x32_10};

use super::plan::threshold;

use crate::criterion::Criterion;
use crate::facts::Cards;
use crate::table::{Beyond, Value};

/// How often cards are shown: of one side in one match, each count Poisson and independent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardRates {
    /// Cautions of those who are not sent off.
    pub yellow: f64,
    /// Sendings-off for two cautions.
    pub second_yellow: f64,
    /// Straight sendings-off, without a caution before.
    pub red: f64,
    /// Cautioned, then sent off straight.
    pub yellow_and_red: f64,
}

impl CardRates {
    /// Of both sides of the 288 group matches of the World Cups 2002 to 2022 in the built-in record, whose every card is
    /// known: 1052, 30, 26 and 2 in 576. The tests count them again.
    pub const WORLD_CUPS: Self = Self { yellow: 1.826, second_yellow: 0.052, red: 0.045, yellow_and_red: 0.0035 };
}

/// Poisson counts of the four kinds of cards, from one word each.
#[derive(Clone, Debug, Default)]
pub(super) struct CardDraws {
    /// By matches, by kind: words below which the count is 0, at most 1, at most 2, …
    below: Vec<[Vec<u32>; 4]>,
}

impl CardDraws {
    /// For up to so many matches.
    pub(super) fn new(rates: &CardRates, matches: u16) -> Self {
        let kinds = [rates.yellow, rates.second_yellow, rates.red, rates.yellow_and_red];
        let of = |rate: f64| {
            let rate = if rate.is_finite() { rate.clamp(0.0, 500.0) } else { 0.0 };
            let mut sum = 0.0;
            let chances = poisson(rate, 16 + libm::ceil(2.0 * rate) as usize);
            chances
                .into_iter()
                .map(|chance| {
                    sum += chance;
                    threshold(sum)
                })
                .take_while(|&below| below < u32::MAX)
                .collect()
        };
        Self { below: (0..=matches).map(|count| kinds.map(|rate| of(rate * f64::from(count)))).collect() }
    }

    /// Counts of one team in so many matches.
    fn draw(&self, matches: u16, words: [u32; 4]) -> [u16; 4] {
        let Some(kinds) = self.below.get(usize::from(matches)) else { return [0; 4] };
        std::array::from_fn(|kind| kinds[kind].iter().take_while(|&&below| words[kind] >= below).count() as u16)
    }
}

/// Kinds of draws beyond matches, each with addresses of its own.
const TIES: u32 = 1 << 16;
const CARDS: u32 = 2 << 16;
const LISTS: u32 = 3 << 16;

/// The random numbers of one simulation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Luck {
    pub(super) seed: u64,
    pub(super) simulation: u32,
}

impl Luck {
    /// The four words of a block: draws of four matches.
    #[inline(always)]
    pub(super) fn words(self, block: u32) -> [u32; 4] {
        self.block(block, 0)
    }

    /// As the [`Stream`] of an address counts its blocks.
    #[inline(always)]
    fn block(self, block: u32, address: u32) -> [u32; 4] {
        let key = [self.seed as u32, (self.seed >> 32) as u32];
        philox4x32_10([block, address, self.simulation, 0], key)
    }

    /// The stream of ties in a group or comparison, by its number.
    pub(super) fn ties(self, number: u32) -> Stream {
        Stream::new(self.seed, 0, self.simulation, TIES + number)
    }

    /// Cards of a team in so many matches of a stage.
    fn cards(self, stage: usize, team: u8, matches: u16, draws: &CardDraws) -> Cards {
        let address = CARDS + (stage as u32) * 128 + u32::from(team);
        let [yellow, second_yellow, red, yellow_and_red] = draws.draw(matches, self.block(0, address));
        Cards { yellow, second_yellow, red, yellow_and_red, officials: [0; 2] }
    }

    /// A place in a list that does not name everyone.
    fn listed(self, team: u8) -> u16 {
        Stream::new(self.seed, 0, self.simulation, LISTS + u32::from(team)).bits32() as u16
    }
}

/// What is known of the cards of a team in a stage.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CardsSoFar {
    pub(super) shown: Cards,
    /// Matches whose cards are still to be shown.
    pub(super) to_come: u16,
}

/// Facts where there are any, luck where there are none.
pub(super) struct Drawn<'s> {
    pub(super) edition: &'s crate::Edition,
    pub(super) rates: &'s CardDraws,
    pub(super) luck: Luck,
    pub(super) stage: usize,
    /// The team of each member.
    pub(super) members: &'s [u8],
    /// Cards of each member so far.
    pub(super) cards: &'s [CardsSoFar],
    /// Place of a team in the group stage before.
    pub(super) earlier: &'s dyn Fn(u8) -> Option<u16>,
    /// Chance that the first of two teams wins a match on neutral ground.
    pub(super) play_off: &'s dyn Fn([u8; 2]) -> f64,
    /// Where lots come from.
    pub(super) ties: Stream,
    /// Whether luck was needed.
    pub(super) used: bool,
}

impl Drawn<'_> {
    /// Lots: a place for each, from 1.
    pub(super) fn lots(&mut self, places: &mut [u16]) {
        self.used = true;
        for (place, number) in places.iter_mut().zip(1..) {
            *place = number;
        }
        // Fisher and Yates.
        for last in (1..places.len()).rev() {
            let other = self.ties.below(u32::try_from(last + 1).unwrap_or(u32::MAX)) as usize;
            places.swap(last, other);
        }
    }

    /// Whether the first of two teams wins a play-off.
    pub(super) fn plays_off(&mut self, pair: [u8; 2]) -> bool {
        self.used = true;
        let chance = (self.play_off)(pair);
        self.ties.bernoulli(chance)
    }
}

impl Beyond for Drawn<'_> {
    fn value(&mut self, criterion: Criterion, member: u8) -> Option<Value> {
        let team = *self.members.get(usize::from(member))?;
        let mut cards = || {
            let so_far = self.cards.get(usize::from(member)).copied().unwrap_or_default();
            let mut shown = so_far.shown;
            if so_far.to_come > 0 {
                self.used = true;
                shown.add(&self.luck.cards(self.stage, team, so_far.to_come, self.rates));
            }
            shown
        };
        match criterion {
            Criterion::FairPlay => Some(Value::Count(cards().points(self.edition.cards.as_ref()?))),
            Criterion::RedCards => Some(Value::Count(-i32::from(cards().sent_off()))),
            Criterion::YellowCards => Some(Value::Count(-i32::from(cards().cautions()))),
            Criterion::EarlierPlace => Some(Value::Place((self.earlier)(team).unwrap_or(0))),
            Criterion::Ranking if self.edition.ranked.len() == self.edition.teams.len() => {
                let place = self.edition.ranked.iter().position(|&ranked| ranked == team)?;
                Some(Value::Place(u16::try_from(place + 1).unwrap_or(u16::MAX)))
            }
            Criterion::Ranking => {
                self.used = true;
                Some(Value::Place(self.luck.listed(team)))
            }
            _ => None,
        }
    }

    fn order(&mut self, criterion: Criterion, members: &[u8], places: &mut [u16]) -> bool {
        match (criterion, members) {
            (Criterion::PlayOff, &[one, other]) => {
                let [Some(&one), Some(&other)] = [one, other].map(|member| self.members.get(usize::from(member)))
                else {
                    return false;
                };
                let first = self.plays_off([one, other]);
                for (place, first) in places.iter_mut().zip([first, !first]) {
                    *place = if first { 1 } else { 2 };
                }
            }
            _ => self.lots(places),
        }
        true
    }
}
