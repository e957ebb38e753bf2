//! Play with unchanging numbers of men: everything that does not depend on the moment, worked out once.

use super::chain::{Chain, LEADS, MORE, Payoff, REACH, place};
use super::state::{Chances, ExtraTime, Period, Tie};
use super::timing::Timing;

/// Payoffs with given rates.
#[derive(Clone, Debug)]
pub(super) struct Play {
    chain: Chain,
    added: [Vec<f64>; 2],
    /// A win of the first side, of the second.
    win: [Payoff; 2],
    knock_out: Option<KnockOut>,
}

/// That the first side goes through, with the lead at the end of ninety minutes and at the end of extra time.
#[derive(Clone, Debug)]
struct KnockOut {
    ninety: Payoff,
    extra: Payoff,
}

impl Play {
    pub(super) fn new(timing: &Timing, rate: [[f64; LEADS]; 2], tie: Option<&Tie>) -> Self {
        let chain = Chain::new(rate);
        let added = timing.added_weights(chain.events);
        let whole = timing.until_ninety(Period::FirstHalf, 0.0, None);
        let events = timing.weights(&whole, chain.events, &added).len();
        let payoff = |value: &dyn Fn(i32) -> f64| {
            let by_lead: [f64; LEADS] = std::array::from_fn(|i| value(i as i32 - REACH));
            Payoff::new(&chain, events, &by_lead)
        };
        let win = [1, -1].map(|sign| payoff(&|lead| f64::from(u8::from(lead.signum() == sign))));
        let Some(tie) = tie else { return Self { chain, added, win, knock_out: None } };
        let extra = payoff(&|lead| decided(lead, tie, tie.shoot_out));
        let mut play = Self { win, knock_out: Some(KnockOut { ninety: extra.clone(), extra }), chain, added };
        let level = play.extra_time(timing, tie, Period::ExtraFirst, 0.0, None, -i32::from(tie.aggregate));
        let by_lead: [f64; LEADS] = std::array::from_fn(|i| decided(i as i32 - REACH, tie, level));
        if let Some(knock_out) = &mut play.knock_out {
            knock_out.ninety = Payoff::new(&play.chain, events, &by_lead);
        }
        play
    }

    /// Chances in the first or second half.
    pub(super) fn until_ninety(
        &self,
        timing: &Timing,
        period: Period,
        elapsed: f64,
        announced: Option<u8>,
        lead: i32,
    ) -> Chances {
        let left = timing.until_ninety(period, elapsed, announced);
        let weights = timing.weights(&left, self.chain.events, &self.added);
        let [home, away] = &self.win;
        let worth = |payoff: &Payoff| payoff.worth(&self.chain, &weights, place(lead));
        // Rounding can go beyond certainty.
        let (home, away) = (worth(home).min(1.0), worth(away).min(1.0));
        let through = self.knock_out.as_ref().map(|knock_out| worth(&knock_out.ninety));
        Chances { win: [home, (1.0 - home - away).max(0.0), away], through: through.map(|first| [first, 1.0 - first]) }
    }

    /// Distribution of further goals before the end of ninety minutes.
    pub(super) fn goals(
        &self,
        timing: &Timing,
        period: Period,
        elapsed: f64,
        announced: Option<u8>,
        lead: i32,
    ) -> Vec<[f64; MORE]> {
        let left = timing.until_ninety(period, elapsed, announced);
        self.chain.goals(&timing.weights(&left, self.chain.events, &self.added), lead)
    }

    /// Chance of the first side to go through, in extra time.
    pub(super) fn extra_time(
        &self,
        timing: &Timing,
        tie: &Tie,
        period: Period,
        elapsed: f64,
        announced: Option<u8>,
        lead: i32,
    ) -> f64 {
        let (Some(rule), Some(knock_out)) = (tie.extra_time, &self.knock_out) else {
            return decided(lead, tie, tie.shoot_out);
        };
        let chain = &self.chain;
        let weights = |left| timing.weights(left, chain.events, &self.added);
        match rule {
            ExtraTime::GoldenGoal => {
                let rate = [0, 1].map(|side: usize| chain.rate[side][place(lead)]);
                let total = rate[0] + rate[1];
                let none = timing.survival(&timing.until_extra_end(period, elapsed, announced), total);
                decided(lead, tie, rate[0] / total * (1.0 - none) + tie.shoot_out * none)
            }
            ExtraTime::SilverGoal if period == Period::ExtraFirst => {
                let leads = chain.leads(&weights(&timing.extra_half(elapsed, announced)), place(lead));
                let level = -i32::from(tie.aggregate);
                let second = self.extra_time(timing, tie, Period::ExtraSecond, 0.0, None, level);
                leads.iter().enumerate().map(|(i, mass)| mass * decided(i as i32 - REACH, tie, second)).sum()
            }
            ExtraTime::Full | ExtraTime::SilverGoal => {
                let left = timing.until_extra_end(period, elapsed, announced);
                knock_out.extra.worth(chain, &weights(&left), place(lead))
            }
        }
    }
}

/// Chance of the first side at the end: decided by the lead on aggregate, or as `level` has it.
pub(super) fn decided(lead: i32, tie: &Tie, level: f64) -> f64 {
    match (lead + i32::from(tie.aggregate)).signum() {
        1 => 1.0,
        -1 => 0.0,
        _ => level,
    }
}

/// The result a lead is.
pub(super) fn certain(lead: i32) -> [f64; 3] {
    let mut win = [0.0; 3];
    win[usize::from(lead <= 0) + usize::from(lead < 0)] = 1.0;
    win
}
