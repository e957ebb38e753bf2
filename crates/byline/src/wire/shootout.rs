//! JSON of `shootout`.

use byline_penalty::shoot_out::BestOrder;
use serde::Serialize;

use super::source_names;
use crate::commands::shootout::{Answer, Taker};

/// The object `shootout --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    teams: [String; 2],
    occasion: Option<String>,
    date: Option<String>,
    as_of: Option<String>,
    order: &'static str,
    state: StateWire,
    win: [f64; 2],
    scores: ScoresWire,
    takers: [Vec<TakerWire>; 2],
    best_order: [Option<BestWire>; 2],
    by_kick: Vec<KickWire>,
    by_lead: Vec<LeadWire>,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct StateWire {
    score: [u16; 2],
    taken: [u16; 2],
    next: usize,
}

#[derive(Debug, Serialize)]
struct ScoresWire {
    ordinary: f64,
    must_score: f64,
    can_win: f64,
}

#[derive(Debug, Serialize)]
struct TakerWire {
    name: String,
    chance: f64,
    interval: [f64; 2],
    kicks: usize,
}

#[derive(Debug, Serialize)]
struct BestWire {
    order: Vec<String>,
    win: f64,
    given: f64,
    worst: f64,
}

#[derive(Debug, Default, Serialize)]
struct KickWire {
    number: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    taker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<[u16; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    if_scored: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    if_missed: Option<f64>,
    taken: f64,
    swing: f64,
    must_score: f64,
    can_win: f64,
}

#[derive(Debug, Serialize)]
struct LeadWire {
    round: usize,
    win: [Option<f64>; 7],
}

/// The object of an answer.
pub(crate) fn wire(answer: &Answer<'_>) -> Wire {
    let (occasion, date) = answer.occasion.clone().unzip();
    let [ordinary, must_score, can_win] = answer.chances;
    let takers = |of_side: &Vec<Taker>| {
        let taker = |taker: &Taker| TakerWire {
            name: taker.name.clone(),
            chance: taker.chance.mean,
            interval: [taker.chance.low, taker.chance.high],
            kicks: taker.kicks,
        };
        of_side.iter().map(taker).collect()
    };
    let best = |best: &Option<BestOrder>, takers: &[Taker]| {
        best.as_ref().map(|best| BestWire {
            order: best.order.iter().filter_map(|&place| takers.get(place)).map(|taker| taker.name.clone()).collect(),
            win: best.best,
            given: best.given,
            worst: best.worst,
        })
    };
    let [own, other] = &answer.takers;
    let [best_own, best_other] = &answer.best;
    let share = |holds: bool| f64::from(u8::from(holds));
    let taken = answer.taken.iter().enumerate().map(|(number, kick)| KickWire {
        number: number + 1,
        side: Some(kick.worth.kick.side),
        taker: kick.taker.clone(),
        outcome: Some(kick.outcome.key()),
        score: Some(kick.worth.score),
        before: Some(kick.worth.before),
        after: Some(kick.worth.after),
        if_scored: Some(kick.worth.if_scored),
        if_missed: Some(kick.worth.if_missed),
        taken: 1.0,
        swing: (kick.worth.if_scored - kick.worth.if_missed).abs(),
        must_score: share(kick.worth.kick.must_score),
        can_win: share(kick.worth.kick.can_win),
    });
    let ahead = answer.ahead.iter().map(|kick| KickWire {
        number: kick.number,
        taken: kick.taken,
        swing: kick.swing,
        must_score: kick.deciding[0],
        can_win: kick.deciding[1],
        ..KickWire::default()
    });
    Wire {
        teams: answer.teams.clone(),
        occasion,
        date: date.map(|date| date.to_string()),
        as_of: answer.as_of.map(|date| date.to_string()),
        order: answer.order.name(),
        state: StateWire {
            score: answer.state.scored,
            taken: [answer.state.taken(0), answer.state.taken(1)],
            next: answer.state.next(),
        },
        win: answer.win,
        scores: ScoresWire { ordinary, must_score, can_win },
        takers: [takers(own), takers(other)],
        best_order: [best(best_own, own), best(best_other, other)],
        by_kick: taken.chain(ahead).collect(),
        by_lead: answer.by_lead.iter().enumerate().map(|(round, &win)| LeadWire { round: round + 1, win }).collect(),
        sources: source_names(answer.view.record(), answer.sources),
    }
}
