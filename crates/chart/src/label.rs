//! Places labels so that none covers another.

/// A rectangle; `x` and `y` are its left upper corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Area) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies wholly within.
    #[must_use]
    pub fn holds(&self, other: &Area) -> bool {
        other.x >= self.x && other.right() <= self.right() && other.y >= self.y && other.bottom() <= self.bottom()
    }
}

/// Centres for labels along a line: each as near as can be (least squares) to where it wants to be, none closer to the
/// next than half of both sizes, all within `low..=high`. `wanted` holds wanted centre and size, in any order; the
/// answer has the same order. Where they cannot all fit they run over `high`.
///
/// Isotonic regression by pooling adjacent violators (Barlow et al. 1972) after taking off the room that the labels
/// before need.
#[must_use]
pub fn spread(wanted: &[(f64, f64)], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    let at = |index: usize| wanted.get(index).copied().unwrap_or((low, 0.0));
    order.sort_by(|&first, &second| at(first).0.total_cmp(&at(second).0).then(first.cmp(&second)));

    let mut used = 0.0;
    let mut offsets = Vec::with_capacity(order.len());
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for &index in &order {
        let (centre, size) = at(index);
        let offset = used + size / 2.0;
        used += size;
        offsets.push(offset);
        let mut pool = (centre - offset, 1);
        while let Some(&(mean, count)) = pools.last() {
            if mean <= pool.0 {
                break;
            }
            let total = count + pool.1;
            pool = ((mean * count as f64 + pool.0 * pool.1 as f64) / total as f64, total);
            pools.pop();
        }
        pools.push(pool);
    }

    let highest = (high - used).max(low);
    let mut centres = vec![low; wanted.len()];
    let starts = pools.iter().flat_map(|&(start, count)| std::iter::repeat_n(start, count));
    for ((&index, &offset), start) in order.iter().zip(&offsets).zip(starts) {
        if let Some(centre) = centres.get_mut(index) {
            *centre = start.clamp(low, highest) + offset;
        }
    }
    centres
}

/// A label that hangs on a pole, as a flag does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flag {
    /// Where the pole stands.
    pub x: f64,
    /// How wide the label is.
    pub width: f64,
}

/// Where a flag went.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hung {
    /// Its lane; nought is nearest to what the poles stand on.
    pub lane: usize,
    /// Its left edge.
    pub left: f64,
    /// Whether it hangs to the left of its pole.
    pub flipped: bool,
}

/// Hangs flags in lanes between `left` and `right`: no two share room in a lane, and no pole passes through another's
/// label. A flag hangs to the right of its pole where it can. Lanes are as few as a greedy choice finds.
///
/// No flag may be wider than half of `right - left`, or it can leave the band; poles must stand within it. When flags
/// are so dense that a pole must pass behind a label, it does: labels still keep clear of one another.
#[must_use]
pub fn hang(flags: &[Flag], left: f64, right: f64, gap: f64) -> Vec<Hung> {
    let sides = sides(flags, left, right, gap);
    let boxes: Vec<Placed> = flags
        .iter()
        .zip(sides)
        .map(|(flag, flipped)| {
            let start = if flipped { flag.x - flag.width } else { flag.x };
            Placed { pole: flag.x, start, end: start + flag.width, flipped, lane: None }
        })
        .collect();
    lanes(boxes, gap)
}

#[derive(Clone, Copy)]
struct Placed {
    pole: f64,
    start: f64,
    end: f64,
    flipped: bool,
    lane: Option<usize>,
}

impl Placed {
    /// Whether the pole of `other` would pass through this label, were it in a lower lane.
    fn covers(&self, other: &Placed, gap: f64) -> bool {
        let (start, end) = if self.flipped { (self.start - gap, self.end) } else { (self.start, self.end + gap) };
        other.pole > start && other.pole < end
    }

    fn meets(&self, other: &Placed, gap: f64) -> bool {
        self.start < other.end + gap && other.start < self.end + gap
    }
}

/// Which flags hang to the left. Poles sorted by x, all up to some pole hang right and all from there on left, so that
/// no two flags reach over each other's poles, which no choice of lanes could mend.
fn sides(flags: &[Flag], left: f64, right: f64, gap: f64) -> Vec<bool> {
    let fits_right = |flag: &Flag| flag.x + flag.width <= right;
    let fits_left = |flag: &Flag| flag.x - flag.width >= left;
    let mut cuts: Vec<f64> = flags.iter().map(|flag| flag.x).collect();
    cuts.push(f64::INFINITY);
    cuts.sort_by(|first, second| second.total_cmp(first));
    let sound = |cut: f64| {
        let tangled = |first: &Flag, second: &Flag| {
            second.x - first.x < first.width + gap && second.x - first.x < second.width + gap
        };
        flags.iter().all(|flag| if flag.x < cut { fits_right(flag) } else { fits_left(flag) })
            && !flags
                .iter()
                .filter(|flag| flag.x < cut)
                .any(|first| flags.iter().filter(|flag| flag.x >= cut).any(|second| tangled(first, second)))
    };
    match cuts.into_iter().find(|&cut| sound(cut)) {
        Some(cut) => flags.iter().map(|flag| flag.x >= cut).collect(),
        None => flags.iter().map(|flag| !fits_right(flag)).collect(),
    }
}

/// From the lowest lane up: a flag is placed once all those are whose poles it reaches over.
fn lanes(mut boxes: Vec<Placed>, gap: f64) -> Vec<Hung> {
    for _ in 0..boxes.len() {
        let ready = |index: usize, candidate: &Placed| {
            candidate.lane.is_none()
                && boxes.iter().enumerate().all(|(other_index, other)| {
                    other_index == index || other.lane.is_some() || !candidate.covers(other, gap)
                })
        };
        let open = |(index, candidate): &(usize, &Placed)| ready(*index, candidate);
        let next = boxes
            .iter()
            .enumerate()
            .find(open)
            .or_else(|| boxes.iter().enumerate().find(|(_, candidate)| candidate.lane.is_none()));
        let Some((index, &candidate)) = next else { break };
        let above = boxes.iter().filter(|other| candidate.covers(other, gap)).filter_map(|other| other.lane).max();
        let mut lane = above.map_or(0, |highest| highest + 1);
        while boxes.iter().any(|other| other.lane == Some(lane) && candidate.meets(other, gap)) {
            lane += 1;
        }
        if let Some(placed) = boxes.get_mut(index) {
            placed.lane = Some(lane);
        }
    }
    let hung = |placed: Placed| Hung { lane: placed.lane.unwrap_or(0), left: placed.start, flipped: placed.flipped };
    boxes.into_iter().map(hung).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_that_do_not_meet_stay_where_they_are() {
        assert_eq!(spread(&[(50.0, 10.0), (10.0, 10.0)], 0.0, 100.0), [50.0, 10.0]);
    }

    #[test]
    fn labels_that_meet_share_the_way() {
        assert_eq!(spread(&[(50.0, 10.0), (50.0, 10.0)], 0.0, 100.0), [45.0, 55.0]);
        assert_eq!(spread(&[(0.0, 10.0), (1.0, 10.0), (100.0, 10.0)], 0.0, 100.0), [5.0, 15.0, 95.0]);
    }

    #[test]
    fn earlier_flags_go_over_later_ones() {
        let flags = [23.0, 24.0, 26.0, 29.0].map(|x| Flag { x: x * 6.0, width: 60.0 });
        let lanes: Vec<usize> = hang(&flags, 0.0, 600.0, 4.0).iter().map(|hung| hung.lane).collect();
        assert_eq!(lanes, [3, 2, 1, 0]);
    }

    #[test]
    fn a_flag_at_the_right_edge_hangs_left_and_takes_its_neighbour_along() {
        let flags = [Flag { x: 50.0, width: 60.0 }, Flag { x: 560.0, width: 30.0 }, Flag { x: 580.0, width: 60.0 }];
        let flipped: Vec<bool> = hang(&flags, 0.0, 600.0, 4.0).iter().map(|hung| hung.flipped).collect();
        assert_eq!(flipped, [false, true, true]);
    }

    proptest! {
        #[test]
        fn spread_labels_never_overlap(wanted in prop::collection::vec((-50.0f64..450.0, 1.0f64..30.0), 0..12)) {
            let centres = spread(&wanted, 0.0, 400.0);
            let mut spans: Vec<(f64, f64)> =
                centres.iter().zip(&wanted).map(|(at, (_, size))| (at - size / 2.0, at + size / 2.0)).collect();
            spans.sort_by(|first, second| first.0.total_cmp(&second.0));
            prop_assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1e-9));
            prop_assert!(spans.iter().all(|span| span.0 >= -1e-9 && span.1 <= 400.0 + 1e-9));
        }

        #[test]
        fn hung_labels_never_overlap_or_leave(
            flags in prop::collection::vec((0.0f64..600.0, 5.0f64..300.0), 0..30),
        ) {
            let flags: Vec<Flag> = flags.into_iter().map(|(x, width)| Flag { x, width }).collect();
            let hung = hang(&flags, 0.0, 600.0, 4.0);
            let boxes: Vec<Area> = hung.iter().zip(&flags).map(|(hung, flag)| {
                Area { x: hung.left, y: 10.0 * hung.lane as f64, width: flag.width, height: 10.0 }
            }).collect();
            for (index, first) in boxes.iter().enumerate() {
                prop_assert!(first.x >= 0.0 && first.right() <= 600.0);
                prop_assert!(boxes[index + 1..].iter().all(|second| !first.overlaps(second)));
            }
        }

        #[test]
        fn poles_pass_no_label_of_usual_width(xs in prop::collection::vec(0u32..95, 0..13)) {
            let flags: Vec<Flag> = xs.iter().map(|&x| Flag { x: f64::from(x) * 7.0, width: 70.0 }).collect();
            let hung = hang(&flags, -20.0, 780.0, 4.0);
            for (index, (label, flag)) in hung.iter().zip(&flags).enumerate() {
                for (other, pole) in hung.iter().zip(&flags) {
                    let strikes = other.lane > label.lane
                        && pole.x > label.left + 1e-9
                        && pole.x < label.left + flag.width - 1e-9;
                    prop_assert!(!strikes, "label {index} of {flags:?}: {hung:?}");
                }
            }
        }
    }
}
