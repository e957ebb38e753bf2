//! Statements put together by chance: none may panic or see the future.

use jiff::civil::{Date, Weekday, date};

use super::testing::*;
use crate::ask::statement::*;
use crate::ask::{Scope, Verdict};
use crate::{Clock, StageKind};

/// A row of numbers that looks random and is the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(3) > 0).then(|| make(self))
    }

    fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    fn team(&mut self) -> crate::TeamId {
        record().teams()[self.below(record().teams().len().min(220))].id
    }

    fn person(&mut self) -> crate::PersonId {
        record().people()[self.below(record().people().len())].id
    }

    fn edition(&mut self) -> crate::EditionId {
        record().editions()[self.below(record().editions().len())].id
    }

    fn stage(&mut self) -> StageKind {
        self.one(&[
            StageKind::Group,
            StageKind::RoundOf16,
            StageKind::SemiFinal,
            StageKind::FinalRound,
            StageKind::Final,
        ])
    }

    fn minutes(&mut self) -> Minutes {
        let from = Clock::new(u8::try_from(self.below(120) + 1).unwrap()).unwrap();
        let to = Clock::new(u8::try_from(self.below(120) + 1).unwrap()).unwrap();
        Minutes { from, to, tolerant: true }
    }

    fn when(&mut self) -> When {
        When {
            date: (self.below(4) == 0).then(|| date(2022, 12, 10)),
            year: (self.below(4) == 0).then(|| 1930 + i16::try_from(self.below(100)).unwrap()),
            edition: self.maybe(Self::edition),
            weekday: (self.below(6) == 0).then_some(Weekday::Sunday),
        }
    }

    fn at(&mut self) -> MatchRef {
        let ids = record().match_count();
        MatchRef {
            id: (self.below(3) == 0).then(|| crate::MatchId::from_index(self.below(ids))),
            team: self.maybe(Self::team),
            opponent: self.maybe(Self::team),
            either: self.below(3) == 0,
            when: self.when(),
            competition: (self.below(4) == 0).then(world_cup),
            stage: (self.below(5) == 0).then(|| self.stage()),
            which: self.one(&[Which::Any, Which::Latest, Which::First]),
        }
    }

    fn subject(&mut self) -> Subject {
        if self.below(2) == 0 { Subject::Team(self.team()) } else { Subject::Person(self.person()) }
    }

    fn feat(&mut self) -> Feat {
        match self.below(19) {
            0 => Feat::WinTitle(world_cup()),
            1 => Feat::RetainTitle(euro()),
            2 => Feat::WinAsHosts(world_cup()),
            3 => Feat::ReachStage(world_cup(), self.stage()),
            4 => Feat::MissStage(euro(), self.stage()),
            5 => Feat::TakePart(world_cup()),
            6 => Feat::Host(euro()),
            7 => Feat::Beat(self.maybe(Self::team)),
            8 => Feat::LoseTo(self.maybe(Self::team)),
            9 => Feat::DrawWith(self.maybe(Self::team)),
            10 => Feat::Meet(self.team()),
            11 => Feat::WinShootOut,
            12 => Feat::LoseShootOut,
            13 => Feat::HatTrick,
            14 => Feat::Score,
            15 => Feat::MissPenalty,
            16 => Feat::SentOff,
            17 => Feat::WinBy(u8::try_from(self.below(12)).unwrap()),
            _ => Feat::ComeBack,
        }
    }

    fn says(&mut self) -> Says {
        let small = |numbers: &mut Self| u8::try_from(numbers.below(7)).unwrap();
        let fates = [PenaltyFate::Scored, PenaltyFate::Missed, PenaltyFate::Saved, PenaltyFate::OffTarget];
        match self.below(16) {
            0 => Says::Score {
                at: self.at(),
                score: self.maybe(|n| (small(n), small(n))),
                point: self.one(&[ScoreAt::End, ScoreAt::HalfTime, ScoreAt::ShootOut, ScoreAt::Sometime]),
            },
            1 => Says::Outcome {
                at: self.at(),
                outcome: self.maybe(|n| n.one(&[Outcome::Won, Outcome::Drew, Outcome::Lost])),
                strictness: self.one(&[Strictness::Unsaid, Strictness::WentThrough, Strictness::OnPenalties]),
            },
            2 => Says::Goal {
                at: self.at(),
                scorer: self.maybe(Self::person),
                minutes: self.maybe(Self::minutes),
                kind: self.maybe(|n| n.one(&[GoalKind::OpenPlay, GoalKind::Penalty, GoalKind::OwnGoal])),
                order: self.maybe(|n| n.one(&[GoalOrder::Opener, GoalOrder::Equaliser, GoalOrder::Winner])),
                count: (self.below(4) == 0).then(|| small(self)),
            },
            3 => Says::Penalty {
                at: self.at(),
                taker: self.maybe(Self::person),
                keeper: self.maybe(Self::person),
                fate: self.maybe(|n| n.one(&fates)),
                minutes: self.maybe(Self::minutes),
                given: self.maybe(Self::minutes),
                count: (self.below(4) == 0).then(|| small(self)),
            },
            4 => Says::ShootOut {
                at: self.at(),
                won: self.maybe(|n| n.below(2) == 0),
                score: self.maybe(|n| (small(n), small(n))),
            },
            5 => Says::ShootOutKick {
                at: self.at(),
                taker: self.maybe(Self::person),
                order: self.maybe(small),
                last: self.below(2) == 0,
                fate: self.maybe(|n| n.one(&fates)),
            },
            6 => Says::Card {
                at: self.at(),
                player: self.maybe(Self::person),
                card: self.one(&[CardKind::Booked, CardKind::SentOff, CardKind::SecondYellow, CardKind::StraightRed]),
                minutes: self.maybe(Self::minutes),
            },
            7 => Says::StageReached {
                team: self.maybe(Self::team),
                edition: self.maybe(Self::edition),
                stage: self.maybe(Self::stage),
                exactly: self.below(2) == 0,
            },
            8 => Says::NextMatch {
                team: self.team(),
                after: self.maybe(|_| date(2018, 6, 20)),
                opponent: self.maybe(Self::team),
                when: self.when(),
                stage: self.maybe(Self::stage),
            },
            9 => Says::GroupPosition {
                team: self.maybe(Self::team),
                edition: self.maybe(Self::edition),
                group: self.maybe(|n| n.one(&["A", "b", "1", "z"]).into()),
                position: self.maybe(small),
            },
            10 => Says::Honours {
                team: self.maybe(Self::team),
                honour: self.one(&[Honour::Champions, Honour::Third, Honour::Fourth, Honour::Holders, Honour::Hosts]),
                competition: self.maybe(|n| n.one(&[world_cup(), euro(), competition("friendly")])),
                edition: self.maybe(Self::edition),
            },
            11 => Says::HeadToHead {
                team: self.team(),
                opponent: self.team(),
                played: self.maybe(|n| u16::from(small(n))),
                won: self.maybe(|n| u16::from(small(n))),
                drawn: None,
                lost: None,
            },
            12 => Says::Tally {
                what: self.one(&[
                    Countable::Goals,
                    Countable::Caps,
                    Countable::Titles,
                    Countable::Finals,
                    Countable::Wins,
                ]),
                whose: self.subject(),
                against: self.maybe(Self::team),
                count: self.maybe(|n| u32::from(small(n))),
            },
            13 => Says::Streak {
                team: self.maybe(Self::team),
                kind: self.one(&[StreakKind::Unbeaten, StreakKind::Drawing, StreakKind::Scoreless]),
                which: self.one(&[StreakWhich::Current, StreakWhich::Longest]),
                length: self.maybe(|n| u16::from(small(n))),
            },
            14 => Says::Occasion {
                feat: self.feat(),
                whose: self.maybe(Self::subject),
                occurrence: self.one(&[
                    Occurrence::First,
                    Occurrence::FirstOfAll,
                    Occurrence::Last,
                    Occurrence::LastOfAll,
                    Occurrence::Only,
                    Occurrence::OnlyOfAll,
                    Occurrence::Nth(0),
                    Occurrence::Nth(3),
                    Occurrence::Never,
                ]),
                when: self.when(),
                since: (self.below(3) == 0).then(|| (self.maybe(Self::subject), self.when())),
                prospective: self.below(3) == 0,
            },
            _ => Says::Superlative {
                record: self.one(&[
                    Record::YoungestScorer,
                    Record::LongestShootOut,
                    Record::MostTitles,
                    Record::BiggestWin,
                ]),
                holder: self.maybe(Self::subject),
                own: self.below(2) == 0,
                value: self.maybe(|n| u32::from(small(n))),
            },
        }
    }
}

/// Whatever is put together is answered, without seeing the future.
#[test]
fn no_statement_is_too_strange() {
    let mut numbers = Numbers(7);
    let mut settled = 0;
    for _ in 0..600 {
        let says = numbers.says();
        let day = numbers.one(&[Date::MIN, date(1930, 7, 20), date(1974, 7, 1), date(2022, 12, 11), Date::MAX]);
        let scope = Scope {
            competitions: numbers.one(&[&[][..], &[world_cup()][..]]).to_vec(),
            predecessors: numbers.below(2) == 0,
            knock_out_only: numbers.below(6) == 0,
            ..Scope::default()
        };
        let answer = ask_on(says, scope, day);
        settled += usize::from(answer.verdict != Verdict::NotInRecord);
        let view = record().as_of(day);
        let later = answer.evidence.iter().filter_map(|row| row.in_match).find(|&id| view.get(id).is_none());
        let is_fixture = matches!(answer.statement.as_ref().unwrap().says, Says::NextMatch { .. });
        assert!(later.is_none() || is_fixture, "{answer:#?}");
    }
    assert!(settled > 100, "{settled}");
}
