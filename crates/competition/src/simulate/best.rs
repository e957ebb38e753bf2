//! Comparisons across groups.

use super::fast::{self, Fast};
use super::luck::{Drawn, Luck};
use super::plan::{Address, BestPart, Simulator};
use super::play::{Work, level_by_lots};
use crate::table::Standing;

impl Simulator<'_> {
    /// Compares teams across groups and sends them where the allocation says.
    #[inline]
    pub(super) fn best(&self, part: usize, best: &BestPart, work: &mut Work<'_>, luck: Luck) {
        work.sorted.clear();
        for (group, &(number, _)) in best.compared.iter().enumerate() {
            work.sorted.push(work.numbers[number] & !0xFFFF | group as u64);
        }
        fast::sort(&mut work.sorted);
        let Fast { counts, .. } = best.fast;
        let level = |one: u64, other: u64| (one ^ other) & counts == 0;
        let (last, next) = (work.sorted[best.take - 1], work.sorted.get(best.take).copied());
        if next.is_some_and(|next| level(last, next)) {
            let first = work.sorted.iter().position(|&number| level(number, last)).unwrap_or(0);
            let end = work.sorted.iter().rposition(|&number| level(number, last)).map_or(0, |at| at + 1);
            self.separate(part, best, [first, end], work, luck);
        }
        let through = work.sorted[..best.take].iter().fold(0, |bits, &number| bits | 1_u32 << fast::member(number));
        let Some(row) = self.edition.allocation.as_ref().and_then(|allocation| allocation.row(through)) else { return };
        for (column, &group) in row.iter().enumerate() {
            let (_, address) = best.compared[usize::from(group)];
            work.values[usize::from(best.out) + column] = work.values[usize::from(address)];
        }
    }

    /// Separates those of a comparison who are level at the last place that counts.
    #[cold]
    fn separate(&self, part: usize, best: &BestPart, [first, end]: [usize; 2], work: &mut Work<'_>, luck: Luck) {
        work.standings.clear();
        work.teams.clear();
        let mut cards = Vec::new();
        for &number in &work.sorted[first..end] {
            let group = fast::member(number);
            let team = work.values[usize::from(best.compared[group].1)];
            work.teams.push(team);
            work.standings.push(self.standing(
                best.stage,
                group,
                team,
                &work.codes,
                &best.cards[group].0,
                &work.values,
            ));
            let (members, known) = &best.cards[group];
            let member = members.iter().position(|&member| work.values[usize::from(member)] == team);
            cards.push(member.and_then(|member| known.get(member)).copied().unwrap_or_default());
        }
        let Some(Some(ranker)) = work.rankers.get_mut(part) else { return };
        let values = &work.values;
        let mut drawn = Drawn {
            edition: self.edition,
            rates: &self.cards,
            luck,
            stage: best.stage,
            members: &work.teams,
            cards: &cards,
            earlier: &|team| self.earlier_place(best.stage, team, values),
            play_off: &|_| 0.5,
            ties: luck.ties((1 << 15) + best.stage as u32),
            used: false,
        };
        let ranking = ranker.rank(&work.standings, &[], true, &mut drawn);
        let mut order: Vec<u64> = ranking.order.iter().map(|&member| u64::from(member)).collect();
        level_by_lots(&mut order, &ranking.decisions, &mut drawn, &mut work.places);
        work.luck_used |= drawn.used;
        let knot: Vec<u64> = order.iter().map(|&member| work.sorted[first + fast::member(member)]).collect();
        work.sorted[first..end].copy_from_slice(&knot);
    }

    /// What a team did in its group.
    fn standing(
        &self,
        stage: usize,
        group: usize,
        team: u8,
        codes: &[u8],
        members: &[Address],
        values: &[u8],
    ) -> Standing {
        let group = &self.edition.stages[stage].groups[group];
        let mut standing = Standing::default();
        let Some(member) = members.iter().position(|&member| values[usize::from(member)] == team) else {
            return standing;
        };
        for &fixture in &group.fixtures {
            let code = codes[fixture];
            let goals = [code >> 4, code & 15];
            for side in 0..2 {
                if self.edition.fixtures[fixture].sides[side] == group.entrants[member] {
                    standing.add(goals[side], goals[1 - side], side == 1, self.edition.points);
                }
            }
        }
        standing
    }
}
