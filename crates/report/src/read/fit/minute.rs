//! Judges words of the clock against a goal.

use byline_record::Clock;
use byline_record::ask::Verdict;
use byline_record::ask::statement::Minutes;
use byline_record::ask::words;

use super::super::against::is_at_another;
use super::super::clock::{ClockWords, Meant};
use super::super::cues::Sure;
use super::super::goals::ToldGoal;
use super::super::{Judged, Out};
use super::{Bench, Fit, best_fit, elapsed, fit, is_full_time, is_gap, is_narrow};
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::timeline::Goal;

/// Whether a goal is so far from a span that no way of counting brings it there: minutes differ by one or two between
/// sources, and loose words reach further.
pub(super) fn is_far(spans: &[Minutes], clock: Clock) -> bool {
    let least = if is_narrow(spans) { 3 } else { 6 };
    spans.iter().all(|span| {
        // Added time belongs to its own half: a goal of the second is far from the first, however long that went on.
        let own = span.to.period() == clock.period();
        let to = if own { elapsed(span.to) } else { i16::from(span.to.minute()) };
        let (from, at) = (elapsed(span.from), elapsed(clock));
        // What ends with a half does not reach far into the next.
        let least = if own || span.to.added() == 0 { least } else { least.min(3) };
        // So does a goal of the first half's added time: it is of no minute of the second.
        let of_half_before = clock.added() > 0 && clock < span.from && clock.period() != span.from.period();
        // "His second-half header", of a goal of the first: no way of counting makes it one of the second.
        let whole_half = (span.from.minute(), span.to.minute()) == (46, 90) && clock.minute() <= 44;
        from - at >= least || at - to >= least || of_half_before || whole_half
    })
}

/// How plainly words of the clock are of a goal.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Certainty {
    /// Whether the goal is told for certain and no other moment is.
    pub(super) sure: bool,
    /// Whether only a name stands there.
    pub(super) bare: bool,
    /// Whether the words follow those of the goal directly, and nothing follows them that they could be of.
    pub(super) beside: bool,
    /// Whether the words follow behind a comma and a team that does something else.
    pub(super) of_team: bool,
}

impl Bench<'_, '_> {
    /// Whether words of the clock follow those of a goal in its own clause and end it.
    pub(super) fn stands_beside(&self, told: &ToldGoal, words: &ClockWords) -> bool {
        if self.is_attribute(told, words) {
            return !self.has_rivals(told);
        }
        // Whoever scored before the words is no rival.
        if self.opens_at_once(told, words) {
            return true;
        }
        if self.goes_on(told, words) || self.opens_on(told, words) || self.is_fronted(told, words) {
            return !self.has_rivals(told);
        }
        let between = told.end.max(told.first)..words.first;
        // "Scored with a header ten minutes from time": how belongs to what.
        let how =
            |at: usize| self.passage.word(at) == "with" && self.passage.is_any(at + 1, &["a", "an", "his", "her"]);
        // "Pulled a goal back for Cameroon with a chip in the 63rd minute"
        let for_side = |name: &crate::passage::Name| {
            name.team().is_some() && self.passage.is_any(name.first.wrapping_sub(1), &["for"])
        };
        let only_a_comma = between.len() == 1 && self.passage.is_mark(between.start, ',');
        let follows = words.first >= told.end
            && between.len() <= 12
            && (only_a_comma
                || !between.clone().any(|at| {
                    self.passage.is_break(at) && !how(at)
                        || self.passage.is_mark(at, ',')
                        || self.passage.name_at(at).is_some_and(|name| !self.is_server(name) && !for_side(name))
                }));
        // "netted a 94th-minute winner", "Van Persie's 58th-minute equaliser"
        let attributive = words.first > told.first
            && words.end <= told.end
            && super::super::cues::noun_at(self.passage, words.end).is_some()
            && self.passage.is_any(words.end.wrapping_sub(1), &["minute"]);
        if attributive && !self.has_rivals(told) {
            return true;
        }
        let closes = words.end >= self.passage.len()
            || told.clocks.iter().any(|other| other.first == words.end)
            || self.passage.is_stop(words.end)
            || self.passage.is_mark(words.end, ',')
            || self.passage.is_any(
                words.end,
                &[
                    "and",
                    "but",
                    "before",
                    "when",
                    "while",
                    "to",
                    "from",
                    "with",
                    "after",
                    "for",
                    "as",
                    "by",
                    "following",
                    "just",
                    "through",
                    "past",
                    "beyond",
                    "amid",
                ],
            );
        // "Kane's goal was cancelled out in the 70th minute" is of another.
        let of_else = between.clone().any(|at| {
            self.passage.is_any(
                at,
                &[
                    "was",
                    "were",
                    "had",
                    "followed",
                    "cancelled",
                    "wiped",
                    "lasted",
                    "stood",
                    "kept",
                    "separated",
                    "until",
                    "that",
                    "than",
                    "answered",
                    "matched",
                    "held",
                    "remained",
                    "stayed",
                ],
            )
        });
        follows
            && closes
            && !of_else
            && !self.has_rivals(told)
            && !self.passage.has(words.first, words.end, &["on the pitch"])
    }

    /// "Donovan's second-half penalty": whether words of the clock stand between a scorer's name and the noun of his goal.
    fn is_owned(&self, told: &ClockWords, goal: &Goal) -> bool {
        let passage = self.passage;
        // "Toivonen's clever first-half strike"
        let mark = (told.first.saturating_sub(3)..told.first).rev().find(|&at| passage.is_possessive(at));
        let close = mark.filter(|&mark| {
            (mark + 1..told.first)
                .all(|at| !passage.is_break(at) && passage.name_at(at).is_none() && passage.cardinal(at).is_none())
        });
        let owner = close.and_then(|mark| passage.name_at(mark.checked_sub(1)?));
        owner.is_some()
            && owner.is_some_and(|name| goal.scorer.is_some_and(|scorer| name.people().contains(&scorer)))
            && super::super::cues::noun_at(passage, told.end).is_some()
    }

    /// The tokens between words of the clock and the nearest name of whoever scored a goal.
    fn gap_to(&self, told: &ClockWords, goal: &Goal) -> (usize, usize) {
        let names = self.passage.names.iter();
        let own = names.filter(|name| goal.scorer.is_some_and(|scorer| name.people().contains(&scorer)));
        let gaps = own.map(|name| match name.end <= told.first {
            true => (name.end, told.first),
            false => (told.end.min(name.first), name.first),
        });
        gaps.min_by_key(|(from, to)| to - from).unwrap_or((told.first, told.first))
    }

    /// "Headed in Deco's corner", "past Neuer": whether a name is only of whoever served the ball, or was beaten by it.
    pub(super) fn is_server(&self, name: &crate::passage::Name) -> bool {
        const SERVED: &[&str] =
            &["corner", "cross", "pass", "free", "centre", "delivery", "ball", "freekick", "cutback"];
        const BEATEN: &[&str] = &["past", "beyond", "beat", "beating", "round", "around", "under", "through"];
        let next = if self.passage.is_possessive(name.end) { name.end + 1 } else { name.end };
        // "Past the hapless Jung", "beyond keeper Bono"
        let beaten = (name.first.saturating_sub(4)..name.first)
            .rev()
            .take_while(|&at| self.passage.name_at(at).is_none() && !self.passage.is_break(at))
            .any(|at| self.passage.is_any(at, BEATEN));
        // "A cross by Tadic"
        let by = self.passage.is_any(name.first.wrapping_sub(1), &["by", "from"])
            && self.passage.is_any(name.first.wrapping_sub(2), SERVED);
        name.is_person() && (beaten || by || (next..next + 2).any(|at| self.passage.is_any(at, SERVED)))
    }

    /// "Vieira's header eight minutes from time broke Spanish hearts": whether words of the clock follow the noun of a goal
    /// with its owner, and the sentence goes on behind its subject.
    fn goes_on(&self, told: &ToldGoal, words: &ClockWords) -> bool {
        const VERBS: &[&str] = &[
            "broke",
            "gave",
            "proved",
            "sealed",
            "secured",
            "settled",
            "earned",
            "handed",
            "ensured",
            "sent",
            "put",
            "clinched",
            "decided",
            "restored",
            "lifted",
            "doubled",
            "levelled",
            "ended",
            "made",
            "rescued",
            "salvaged",
            "snatched",
            "left",
            "turned",
            "brought",
            "opened",
            "completed",
            "wrapped",
            "took",
            "kept",
            "meant",
            "cancelled",
            "canceled",
            "wiped",
            "was",
            "were",
            "had",
            "came",
        ];
        // "A goal from Sneijder in the 88th minute cancelled out …", "a header from Slovak striker Vittek in the 50th"
        let last = words.first.checked_sub(1).and_then(|last| self.passage.name_at(last));
        let from = last.filter(|name| {
            let start = name.first.saturating_sub(4);
            (start..name.first)
                .rev()
                .take_while(|&at| {
                    !self.passage.is_break(at) && !self.passage.name_at(at).is_some_and(|name| name.is_person())
                })
                .any(|at| {
                    self.passage.is_any(at, &["from", "by"])
                        && at
                            .checked_sub(1)
                            .is_some_and(|noun| super::super::cues::noun_at(self.passage, noun).is_some())
                })
        });
        let is_named = |scorer: usize| {
            let name = self.passage.names.get(scorer);
            name.zip(from).is_some_and(|(name, from)| name.first == from.first)
        };
        if told.scorers.iter().any(|&(scorer, _)| is_named(scorer)) && self.passage.is_any(words.end, VERBS) {
            return true;
        }
        let Some(noun) = words.first.checked_sub(1) else { return false };
        let owner = (noun.saturating_sub(5)..noun)
            .rev()
            .find(|&at| self.passage.is_possessive(at))
            .and_then(|at| self.passage.name_at(at.checked_sub(1)?));
        let is_his = |scorer: usize| {
            let name = self.passage.names.get(scorer);
            name.zip(owner).is_some_and(|(name, owner)| name.first == owner.first)
        };
        told.scorers.iter().any(|&(scorer, _)| is_his(scorer))
            && super::super::cues::noun_at(self.passage, noun).is_some()
            && self.passage.is_any(words.end, VERBS)
    }

    /// "Germany scored after six minutes when Lahm …", "went behind in the 59th minute when a free kick found Bednarek, who
    /// volleyed home": whether the clause of a side's goal, ended by words of the clock, is told again by one of "when".
    fn opens_on(&self, told: &ToldGoal, words: &ClockWords) -> bool {
        const DID: &[&str] = &[
            "scored",
            "struck",
            "went ahead",
            "went in front",
            "went behind",
            "fell behind",
            "took the lead",
            "opened the scoring",
            "equalised",
            "equalized",
            "levelled",
            "drew level",
            "broke through",
            "hit back",
            "broke the deadlock",
            "doubled their lead",
            "doubled the lead",
            "doubled their advantage",
            "pulled one back",
            "came alive",
            "came to life",
            "sprang to life",
            "burst into life",
            "opened up",
            "got their reward",
            "were rewarded",
            "was rewarded",
        ];
        // "The first goal came in the 51st minute, when …"
        const GOALS: &[&str] = &["goal", "opener", "equaliser", "equalizer", "winner", "breakthrough", "leveller"];
        let passage = self.passage;
        let came = words
            .first
            .checked_sub(1)
            .is_some_and(|at| passage.is_any(at, &["came", "arrived"]) && passage.has(at.saturating_sub(7), at, GOALS));
        let turn = if passage.is_mark(words.end, ',') { words.end + 1 } else { words.end };
        passage.is_any(turn, &["when", "as", "through", "with"])
            && turn < told.first
            && !(turn..told.first).any(|at| passage.is_stop(at))
            && !told.orders.iter().any(|of| of.first > turn)
            && (came
                || passage.find(words.first.saturating_sub(9), words.first, DID).is_some_and(|(_, end)| {
                    // "Scored on the counter in the 60th minute"
                    let how = passage.is_any(end, &["on", "with"])
                        && (end..words.first)
                            .all(|at| (at == end || !passage.is_break(at)) && passage.name_at(at).is_none());
                    end == words.first || how && words.first - end <= 6
                }))
    }

    /// "Looked out of it a minute before the end when Klasnic put Croatia ahead": whether a moment is of what "when" tells
    /// right behind it.
    fn opens_at_once(&self, told: &ToldGoal, words: &ClockWords) -> bool {
        let passage = self.passage;
        let turn = if passage.is_mark(words.end, ',') { words.end + 1 } else { words.end };
        let subject = passage.name_from(turn + 1).filter(|name| name.is_person() && told.first <= name.first);
        passage.is_any(turn, &["when", "as"])
            && turn < told.at
            && matches!(&words.meant, Meant::At(spans) if is_narrow(spans))
            && subject.is_some_and(|name| (name.end..told.at).all(|at| passage.is_any(at, &["had", "then", "finally"])))
            && !passage.has(words.first.saturating_sub(8), words.end, &["on the pitch", "been on"])
            && !self.speaks_of_more()
    }

    /// "In the 78th minute, the hosts' Muntari pulled one back": whether words of the clock head the clause of a goal, with
    /// nothing but its subject between.
    fn is_fronted(&self, told: &ToldGoal, words: &ClockWords) -> bool {
        let passage = self.passage;
        // "And then, in the 68th minute, Kudus swept in the winner"
        let mark = words.first - usize::from(passage.is_mark(words.first.wrapping_sub(1), ','));
        let then = mark.checked_sub(1).filter(|&then| passage.word(then) == "then");
        let open = then.unwrap_or(words.first);
        let opens = open == 0
            || passage.is_stop(open - 1)
            || passage.is_any(open - 1, &["and", "but"])
            || open > 1 && passage.is_mark(open - 1, ',') && passage.is_any(open - 2, &["and", "but"]);
        let comma = words.end + usize::from(passage.is_mark(words.end, ','));
        // "Three minutes into the second half, however, the Romanians drew level"
        let however = passage.is_any(comma, &["however", "though"]) && passage.is_mark(comma + 1, ',');
        let from = if however { comma + 2 } else { comma };
        let verb = told.at;
        let subject = passage
            .name_from(from)
            .or_else(|| passage.name_from(from + 1))
            .or_else(|| (from..from + 5).find_map(|at| passage.name_from(at)).filter(|name| name.is_person()));
        // "Late in the second half", but no whole half.
        let is_moment = |spans: &[Minutes]| spans.iter().all(|span| elapsed(span.to) - elapsed(span.from) <= 20);
        matches!(&words.meant, Meant::At(spans) if is_moment(spans))
            && opens
            && told.sure == Sure::Plain
            && from < verb
            && verb - from <= 7
            && !(from..verb).any(|at| passage.is_break(at) || passage.is_mark(at, ','))
            && subject.is_some_and(|name| name.end <= verb)
    }

    /// "Opened the scoring with a powerful 18th-minute header", "his 117th-minute penalty": whether the minute stands in
    /// the noun phrase of the goal.
    pub(super) fn is_attribute(&self, told: &ToldGoal, words: &ClockWords) -> bool {
        const GOALS: &[&str] = &[
            "header",
            "penalty",
            "strike",
            "goal",
            "volley",
            "shot",
            "finish",
            "opener",
            "winner",
            "equaliser",
            "drive",
        ];
        let passage = self.passage;
        let noun = (words.end..words.end + 3)
            .take_while(|&at| !passage.is_break(at) && passage.name_at(at).is_none())
            .find(|&at| passage.is_any(at, GOALS));
        let with = |at: usize| passage.word(at) == "with" && passage.is_any(at + 1, &["a", "an", "his", "her"]);
        let from = told.at.min(words.first);
        let own = told.at < words.first && (from..words.first).all(|at| !passage.is_break(at) || with(at))
            || noun.is_some_and(|noun| noun == told.at);
        let stops = |noun: usize| !passage.is_any(noun + 1, &["chance", "save", "miss", "appeal", "saved", "was"]);
        own && noun.is_some_and(stops) && words.end > words.first && passage.ordinal(words.first).is_some()
    }

    /// "After Shaqiri's goal cancelled out the opener, the Poles held out in extra time": whether a comma and a team that
    /// may be the subject stand between a goal and words of the clock.
    pub(super) fn follows_team(&self, told: &ToldGoal, words: &ClockWords) -> bool {
        let from = told.end.max(told.at);
        let Some(comma) = (from..words.first).find(|&at| self.passage.is_mark(at, ',')) else { return false };
        self.passage.names.iter().any(|name| {
            name.team().is_some()
                && name.first > comma
                && name.end <= words.first
                && name.first <= comma + 2
                && !self.passage.is_possessive(name.end)
        })
    }

    /// Whether somebody else who may be the subject of what is told scored in the match as well.
    pub(super) fn has_rivals(&self, told: &ToldGoal) -> bool {
        let scorers = told
            .scorers
            .iter()
            .chain(&told.others)
            .filter(|(_, people)| !self.goals_of(people, told.own_goal.is_some()).is_empty());
        scorers.count() > 1
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn minute(
        &self,
        told: &ClockWords,
        goals: &[Goal],
        chosen: &Goal,
        Certainty { sure, bare, beside, of_team }: Certainty,
        who: &str,
        out: &mut Out<'_>,
    ) {
        let span = (told.first, told.end);
        // "converted a penalty before Croatia came again at the start of the second half": of what follows.
        let (from, to) = self.gap_to(told, chosen);
        let apart = (from..to).any(|at| {
            self.passage.name_at(at).is_none()
                && self.passage.is_any(at, &["before", "after", "as", "when", "while", "but", "until", "and", "then"])
        });
        // "Robson-Kanu, who got the winner against Slovakia, made it 2-1 in the 55th": not of the match of that clause.
        let aside = self.passage.is_mark(from, ',')
            && self.passage.is_any(from + 1, &["who", "whose"])
            && (from + 2..to).any(|at| self.passage.is_mark(at, ','));
        if aside && !self.focus.is_anchor || is_full_time(self.passage, told) {
            return;
        }
        let topic = Topic::Event(self.entry().id, chosen.index);
        match &told.meant {
            Meant::At(spans) => {
                let Some(clock) = chosen.clock else { return };
                let (fit, span_meant) = spans
                    .iter()
                    .map(|span| (fit(span, clock), *span))
                    .max_by_key(|(fit, _)| *fit)
                    .unwrap_or((Fit::No, Minutes { from: clock, to: clock, tolerant: false }));
                // "Benzema scored in the 57th minute. He scored again after two minutes."
                let since = self.last.filter(|_| fit == Fit::No && self.passage.is_any(told.first, &["after"]));
                let gap = since.and_then(|last| u8::try_from(elapsed(clock) - elapsed(last.clock)).ok());
                if let Some(gap) = gap.filter(|&gap| is_gap(elapsed(span_meant.from), gap)) {
                    self.counted(told, gap, "the one told before", true, false, chosen, who, out);
                    return;
                }
                let elsewhere =
                    goals.iter().filter_map(|goal| goal.clock).any(|clock| best_fit(spans, clock) != Fit::No);
                // The number may be of something else that happened.
                let happened = self
                    .entry()
                    .events
                    .iter()
                    .filter(|event| !beside || event.player.is_some_and(|player| self.is_named(player)))
                    .filter_map(|event| event.clock)
                    .any(|clock| best_fit(spans, clock) != Fit::No);
                let happened = happened && !self.is_owned(told, chosen);
                let other = happened || of_team && !beside || (!beside && self.speaks_of_more()) || (!beside && apart);
                // "Went to extra time. Within the first minute Kane headed in": counted from where that part of the match began.
                let of_part = self.counts_from_part(spans, clock);
                // "Sarabia (29) equalised" may tell how old he is: see `brackets`.
                let in_brackets = self.passage.is_mark(told.first, '(')
                    && told.first.checked_sub(1).is_some_and(|last| self.passage.name_at(last).is_some());
                // Of a match told in passing it may be the name that is wrong, and not when.
                let by_another = || {
                    self.timeline.goals.iter().any(|goal| {
                        goal.side == chosen.side
                            && goal.clock.is_some_and(|clock| best_fit(spans, clock) == Fit::Yes)
                            && !self.names_scorer(goal)
                    })
                };
                // "In the 77th minute in Basel", of no match there: another is told of.
                let placed = is_at_another(self.passage, told.end, self.entry(), out);
                let open = placed
                    || self.is_stretch(told)
                    || bare
                    || in_brackets
                    || of_part
                    || elsewhere
                    || other
                    || !self.focus.is_anchor && by_another();
                let verdict = match fit {
                    Fit::Yes => Verdict::Confirmed,
                    Fit::Nearly => Verdict::Rounding,
                    Fit::No if open || !sure || !is_far(spans, clock) => Verdict::NotRead,
                    Fit::No => self.by_match(false, self.timeline.complete),
                };
                if verdict == Verdict::NotRead {
                    return;
                }
                let said = Some(SaidMinutes { minutes: span_meant, of_award: false });
                let judged = Judged::new(verdict).showing(self.row(out, chosen)).about(topic).at(said);
                let judged = if verdict == Verdict::Contradicted {
                    judged.because(format!("the record has it at {}", words::minute(clock)))
                } else {
                    judged
                };
                out.push(
                    self.passage,
                    span,
                    Kind::Minute,
                    format!("the goal of {who} {}", words::minutes(&span_meant)),
                    judged,
                );
            }
            Meant::Later(minutes) => {
                let Some(clock) = chosen.clock else { return };
                let end = told.end.saturating_sub(1);
                // "three minutes after it": after half-time, if that was told last.
                let restart = self.passage.word(end) == "it" && is_gap(elapsed(clock) - 45, *minutes);
                let right = restart || self.is_later(clock, *minutes);
                // Of several goals one is that told before, and no other may be so many minutes later.
                let told_before = |goal: &Goal| self.last.is_some_and(|last| goal.clock == Some(last.clock));
                let is_off = |goal: &Goal| {
                    let from = self.last.map(|last| last.clock);
                    from.zip(goal.clock)
                        .is_some_and(|(from, clock)| (elapsed(clock) - elapsed(from) - i16::from(*minutes)).abs() > 2)
                };
                let wrong = sure
                    && !bare
                    && self.is_misplaced(chosen, told, *minutes)
                    && goals.iter().all(|goal| goal.nth == chosen.nth || told_before(goal) || is_off(goal));
                self.counted(told, *minutes, "the one told before", right, wrong, chosen, who, out);
            }
            Meant::After(minutes, name) => {
                let Some(clock) = chosen.clock else { return };
                let from = self.moments_of(*name);
                let right = self.is_after(clock, *minutes, *name);
                let wrong = sure
                    && goals.len() == 1
                    && matches!(*from.as_slice(), [from] if (elapsed(clock) - elapsed(from) - i16::from(*minutes)).abs() > 3);
                self.counted(told, *minutes, "the other's", right, wrong && !bare, chosen, who, out);
            }
            Meant::EitherSide(point) => self.either_side(told, point, goals, who, out),
            Meant::Within(minutes) => self.within(told, *minutes, goals, who, out),
        }
    }

    /// Minutes counted from another goal.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn counted(
        &self,
        told: &ClockWords,
        minutes: u8,
        from: &str,
        right: bool,
        wrong: bool,
        chosen: &Goal,
        who: &str,
        out: &mut Out<'_>,
    ) {
        let verdict = self.by_match(right, wrong && self.timeline.complete);
        if verdict == Verdict::NotRead {
            return;
        }
        let judged =
            Judged::new(verdict).showing(self.row(out, chosen)).about(Topic::Event(self.entry().id, chosen.index));
        let reading = format!("the goal of {who}, {minutes} minutes after {from}");
        out.push(self.passage, (told.first, told.end), Kind::Minute, reading, judged);
    }

    pub(super) fn either_side(&self, told: &ClockWords, point: &Minutes, goals: &[Goal], who: &str, out: &mut Out<'_>) {
        let clocks: Vec<Clock> = goals.iter().filter_map(|goal| goal.clock).collect();
        if clocks.len() < 2 {
            return;
        }
        let right = clocks.iter().any(|&clock| clock <= point.to) && clocks.iter().any(|&clock| clock > point.from);
        let rows = goals.iter().flat_map(|goal| self.row(out, goal)).collect();
        out.push(
            self.passage,
            (told.first, told.end),
            Kind::Minute,
            format!("goals of {who} either side of {}", words::minute(point.from)),
            Judged::new(self.by_match(right, goals.len() == 2)).showing(rows).about(Topic::Match(self.entry().id)),
        );
    }

    pub(super) fn within(&self, told: &ClockWords, minutes: u8, goals: &[Goal], who: &str, out: &mut Out<'_>) {
        // "A fourth goal in 16 minutes": counted over the goals of everybody.
        if self.passage.is_any(told.first.wrapping_sub(1), &["goal", "goals"])
            && told
                .first
                .checked_sub(2)
                .is_some_and(|before| self.passage.ordinal(before).is_some() || self.passage.cardinal(before).is_some())
        {
            return;
        }
        let mut clocks: Vec<i16> = goals.iter().filter_map(|goal| goal.clock).map(elapsed).collect();
        clocks.sort_unstable();
        let gap = clocks.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).min();
        if gap.is_some_and(|gap| (gap - i16::from(minutes)).abs() <= 1 || gap < i16::from(minutes)) {
            let rows = goals.iter().flat_map(|goal| self.row(out, goal)).collect();
            out.push(
                self.passage,
                (told.first, told.end),
                Kind::Minute,
                format!("goals of {who} within {minutes} minutes"),
                Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(self.entry().id)),
            );
        }
    }

    /// Whether a goal said to have come so many minutes later came right after the one told before in the same
    /// paragraph, and not so many minutes after that nor after anything else that the record has.
    fn is_misplaced(&self, chosen: &Goal, told: &ClockWords, minutes: u8) -> bool {
        let (Some(last), Some(clock)) = (*self.last, chosen.clock) else { return false };
        let Some(from) = last.from(clock) else { return false };
        let gap = |from: Clock| (elapsed(clock) - elapsed(from) - i16::from(minutes)).abs();
        let follows = self.timeline.goals.iter().any(|goal| goal.clock == Some(from) && goal.nth + 1 == chosen.nth);
        let counted = self.passage.is_any(told.end.saturating_sub(1), &["later", "afterwards"]);
        let events = self.entry().events.iter().filter_map(|event| event.clock);
        let from_else = events.filter(|from| *from < clock).any(|from| gap(from) <= 1);
        let restart = (elapsed(clock) - 45 - i16::from(minutes)).abs() <= 2 || is_gap(elapsed(clock), minutes);
        follows
            && counted
            && last.in_match == self.entry().id
            && last.paragraph == self.passage.paragraph
            && self.passage.start <= last.end.saturating_add(3)
            && !last.more
            && !self.speaks_of_more()
            && !from_else
            && !restart
            && gap(from) > 2
            && !self.passage.has(0, self.passage.len(), &["came on", "introduced", "introduction", "arrival", "bench"])
    }

    /// Whether the passage tells of something that has a minute and is not in the record: a chance, a substitution, an
    /// injury. The minute may be its.
    pub(super) fn speaks_of_more(&self) -> bool {
        const MORE: &[&str] = &[
            "came",
            "coming",
            "come",
            "introduced",
            "brought",
            "replaced",
            "replacing",
            "substitute",
            "substituted",
            "bench",
            "injured",
            "injury",
            "limped",
            "hurt",
            "stretcher",
            "booked",
            "booking",
            "yellow",
            "red",
            "dismissed",
            "dismissal",
            "post",
            "bar",
            "crossbar",
            "woodwork",
            "saved",
            "saves",
            "save",
            "denied",
            "wide",
            "disallowed",
            "offside",
            "var",
            "missed",
            "miss",
            "chance",
            "chances",
            "foul",
            "fouled",
            "cleared",
            "blocked",
            "since",
            "lasted",
        ];
        let passage = self.passage;
        (0..passage.len()).any(|at| {
            // "substitute Welbeck" only says who he is.
            let name = at + 1 + usize::from(passage.is_mark(at + 1, ','));
            let describes = passage.name_at(name).is_some() && passage.is_any(at, &["substitute"]);
            // "in the second minute of injury time"
            let added = passage.word(at + 1) == "time";
            passage.name_at(at).is_none() && passage.is_any(at, MORE) && !describes && !added && !self.is_of_goal(at)
        })
    }

    /// "Weghorst's first, a header, came with seven minutes left": whether what came is a goal.
    fn is_of_goal(&self, at: usize) -> bool {
        const GOALS: &[&str] = &["goal", "opener", "equaliser", "equalizer", "leveller", "winner", "penalty"];
        const TIMED: &[&str] = &["with", "after", "in", "on", "at", "from"];
        let passage = self.passage;
        let subject = passage.clause_start(at).max(at.saturating_sub(7))..at;
        let is_goal =
            |at: usize| passage.is_any(at, GOALS) || passage.word(at) == "first" || passage.ordinal(at).is_some();
        let goals = subject.clone().filter(|&at| is_goal(at)).count();
        passage.is_any(at, &["came", "arrived"])
            && goals > 0
            && !subject.clone().any(|at| passage.is_any(at, &["when", "who", "as", "and", "while"]))
            && passage.is_any(at + 1, TIMED)
            && passage
                .clocks(self.entry().score.extra_time.is_some())
                .iter()
                .any(|words| at < words.first && words.first <= at + 2)
    }

    /// "After 20 minutes in which neither side had a shot", "in his first ten minutes of football": whether a stretch of
    /// time is told of, and no moment.
    pub(super) fn is_stretch(&self, words: &ClockWords) -> bool {
        const GOES_ON: &[&str] = &[
            "in which",
            "during which",
            "when neither",
            "without",
            "of his",
            "of her",
            "of their",
            "of a",
            "of an",
            "of football",
            "of play",
            "of pressure",
            "of nothing",
            "of this world cup",
            "of the tournament",
        ];
        let passage = self.passage;
        let own = (words.first.saturating_sub(1)..words.end).any(|at| {
            passage.is_any(at, &["his", "her", "their"]) && passage.is_any(at + 1, &["first", "opening", "last"])
        });
        own || passage.any_phrase(words.end, GOES_ON).is_some()
    }

    /// "Messi, who in the 40th minute had been surrounded, scored": whether a minute is told in what is put in after "who",
    /// and the goal is not.
    pub(super) fn is_put_in(&self, words: &ClockWords, told: &ToldGoal) -> bool {
        const WHO: &[&str] = &["who", "whose", "whom", "which"];
        let passage = self.passage;
        let mut commas = (passage.clause_start(words.first)..words.first).rev().filter(|&at| passage.is_mark(at, ','));
        let opens = commas.next().filter(|&comma| passage.is_any(comma + 1, WHO));
        let closes = (words.end..passage.clause_end(words.end)).find(|&at| passage.is_mark(at, ','));
        opens.zip(closes).is_some_and(|(opens, closes)| !(opens..closes).contains(&told.at))
    }
}
