//! Random numbers that depend on nothing but their address.
//!
//! The generator is Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"): a
//! keyed permutation of a counter. The key is the seed; the counter is (scenario, simulation, match, block of draws). So
//! the same question gets the same numbers on any number of threads and in any order, a longer run begins with the
//! numbers of a shorter one, and two scenarios can share or not share their luck as they choose.

/// Ten rounds of Philox4x32: 128 random bits for a counter under a key.
#[must_use]
#[inline(always)]
pub const fn philox4x32_10(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let [mut a, mut b, mut c, mut d] = counter;
    let [mut key_a, mut key_b] = key;
    let mut round = 0;
    while round < 10 {
        let (high_a, low_a) = wide_product(a, 0xD251_1F53);
        let (high_c, low_c) = wide_product(c, 0xCD9E_8D57);
        (a, b, c, d) = (high_c ^ b ^ key_a, low_c, high_a ^ d ^ key_b, low_a);
        key_a = key_a.wrapping_add(0x9E37_79B9);
        key_b = key_b.wrapping_add(0xBB67_AE85);
        round += 1;
    }
    [a, b, c, d]
}

/// High and low half of a product.
#[inline(always)]
const fn wide_product(a: u32, b: u32) -> (u32, u32) {
    let product = a as u64 * b as u64;
    ((product >> 32) as u32, product as u32)
}

/// The random numbers of one match of one simulation of one scenario, in order.
///
/// The n-th number of a stream is a function of (seed, scenario, simulation, match, n). A stream holds 2^34 numbers of
/// 32 bits before it repeats.
#[derive(Clone, Debug)]
pub struct Stream {
    key: [u32; 2],
    counter: [u32; 4],
    block: [u32; 4],
    used: usize,
}

impl Stream {
    /// The stream at an address.
    #[must_use]
    pub const fn new(seed: u64, scenario: u32, simulation: u32, fixture: u32) -> Self {
        Self {
            key: [seed as u32, (seed >> 32) as u32],
            counter: [0, fixture, simulation, scenario],
            block: [0; 4],
            used: 4,
        }
    }

    /// 32 random bits.
    pub fn bits32(&mut self) -> u32 {
        if self.used >= self.block.len() {
            self.refill();
        }
        let bits = self.block[self.used];
        self.used += 1;
        bits
    }

    fn refill(&mut self) {
        self.block = philox4x32_10(self.counter, self.key);
        self.counter[0] = self.counter[0].wrapping_add(1);
        self.used = 0;
    }

    /// 64 random bits.
    pub fn bits64(&mut self) -> u64 {
        let low = u64::from(self.bits32());
        low | u64::from(self.bits32()) << 32
    }

    /// A number strictly between 0 and 1: one of the 2^52 odd multiples of 2^-53, all equally likely.
    pub fn uniform(&mut self) -> f64 {
        const UNIT: f64 = 1.0 / (1_u64 << 53) as f64;
        ((self.bits64() >> 12) * 2 + 1) as f64 * UNIT
    }

    /// A whole number from 0 to `n` - 1, all exactly equally likely (Lemire 2019, by rejection). Of nothing, 0.
    pub fn below(&mut self, n: u32) -> u32 {
        if n == 0 {
            return 0;
        }
        let rejected = n.wrapping_neg() % n;
        loop {
            let (high, low) = wide_product(self.bits32(), n);
            if low >= rejected {
                return high;
            }
        }
    }

    /// Whether something of the given chance happens. Never below 0 or for a chance that is no number, always from 1 on.
    pub fn bernoulli(&mut self, chance: f64) -> bool {
        self.uniform() < chance
    }

    /// A Poisson count by inversion, from one uniform number per 64 of rate.
    ///
    /// A rate that is no number, infinite or not above 0 gives 0. Above a rate of 65,536 (no count of football) the
    /// normal approximation stands in, rounded and not below 0.
    pub fn poisson(&mut self, rate: f64) -> u32 {
        if !rate.is_finite() || rate <= 0.0 {
            return 0;
        }
        if rate > 65_536.0 {
            // The cast saturates at both ends of u32.
            return libm::round(rate + rate.sqrt() * self.normal()) as u32;
        }
        // A sum of independent counts is Poisson again; in pieces, no first term underflows.
        let pieces = libm::ceil(rate / 64.0);
        let each = rate / pieces;
        let none = libm::exp(-each);
        (0..pieces as u32).map(|_| poisson_quantile(self.uniform(), each, none)).sum()
    }

    /// A standard normal number (Box & Muller 1958), from two uniform numbers.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(self.uniform())).sqrt();
        radius * libm::cos(2.0 * core::f64::consts::PI * self.uniform())
    }

    /// A place in a list of weights, as likely as its weight. Weights need not sum to one; what is no positive number
    /// counts as nothing. `None` if no weight is left, or their sum is infinite.
    pub fn categorical(&mut self, weights: &[f64]) -> Option<usize> {
        let positive = |weight: f64| if weight > 0.0 { weight } else { 0.0 };
        let total: f64 = weights.iter().copied().map(positive).sum();
        if total <= 0.0 || !total.is_finite() {
            return None;
        }
        let target = self.uniform() * total;
        let mut sum = 0.0;
        let mut last = None;
        for (place, &weight) in weights.iter().enumerate() {
            if weight > 0.0 {
                sum += weight;
                last = Some(place);
                if target < sum {
                    break;
                }
            }
        }
        last
    }
}

/// The smallest count whose cumulative probability exceeds `uniform`, for a rate up to 64 and its chance of none.
fn poisson_quantile(uniform: f64, rate: f64, none: f64) -> u32 {
    // Past a thousand a term of a rate of 64 is nothing, and rounding may keep the sum below the target for ever.
    const LAST: u32 = 1000;
    let (mut count, mut term, mut sum) = (0, none, none);
    while uniform >= sum && count < LAST {
        count += 1;
        term *= rate / f64::from(count);
        let next = sum + term;
        if next <= sum && f64::from(count) > rate {
            break;
        }
        sum = next;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{Stream, philox4x32_10};

    /// The vectors published with Random123 (`tests/kat_vectors`, "philox4x32 10").
    #[test]
    fn known_answers() {
        let check = |counter, key, expected| assert_eq!(philox4x32_10(counter, key), expected);
        check([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        check([u32::MAX; 4], [u32::MAX; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        check(
            [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
            [0xa409_3822, 0x299f_31d0],
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
        );
    }

    #[test]
    fn a_stream_reads_the_counter_in_order_and_every_part_of_the_address_matters() {
        let mut stream = Stream::new(0, 0, 0, 0);
        let first: Vec<u32> = (0..4).map(|_| stream.bits32()).collect();
        assert_eq!(first, philox4x32_10([0; 4], [0; 2]));
        assert_eq!(stream.bits32(), philox4x32_10([1, 0, 0, 0], [0; 2])[0]);
        let heads: std::collections::BTreeSet<u64> =
            [(1, 0, 0, 0), (1 << 32, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)]
                .map(|(seed, scenario, simulation, fixture)| Stream::new(seed, scenario, simulation, fixture).bits64())
                .into();
        assert_eq!(heads.len(), 5);
    }

    #[test]
    fn uniform_stays_inside_and_has_the_moments_of_a_uniform() {
        let mut stream = Stream::new(7, 0, 0, 0);
        let draws: Vec<f64> = (0..100_000).map(|_| stream.uniform()).collect();
        assert!(draws.iter().all(|&u| u > 0.0 && u < 1.0));
        let (mean, variance) = moments(&draws);
        assert!((mean - 0.5).abs() < 0.004, "{mean}");
        assert!((variance - 1.0 / 12.0).abs() < 0.002, "{variance}");
        let top = ((u64::MAX >> 12) * 2 + 1) as f64 / (1_u64 << 53) as f64;
        assert!(top < 1.0);
    }

    #[test]
    fn below_is_even_and_inside() {
        let mut stream = Stream::new(1, 2, 3, 4);
        let mut counts = [0_i32; 6];
        for _ in 0..60_000 {
            counts[stream.below(6) as usize] += 1;
        }
        let chi: f64 = counts.iter().map(|&n| f64::from((n - 10_000) * (n - 10_000)) / 10_000.0).sum();
        assert!(chi < 20.5, "chi-squared with 5 degrees of freedom, 0.1 %: {counts:?}");
        assert_eq!((stream.below(0), stream.below(1)), (0, 0));
        assert!((0..1000).all(|_| stream.below(u32::MAX) < u32::MAX));
    }

    #[test]
    fn poisson_has_mean_and_variance_equal_to_its_rate() {
        for rate in [0.05, 1.3, 4.0, 40.0, 500.0, 100_000.0] {
            let mut stream = Stream::new(11, 0, 0, 0);
            let draws: Vec<f64> = (0..40_000).map(|_| f64::from(stream.poisson(rate))).collect();
            let (mean, variance) = moments(&draws);
            let error = (rate / 40_000.0).sqrt();
            assert!((mean - rate).abs() < 4.0 * error, "{rate}: {mean}");
            assert!((variance / rate - 1.0).abs() < 0.06, "{rate}: {variance}");
        }
        let mut stream = Stream::new(11, 0, 0, 0);
        for rate in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(stream.poisson(rate), 0);
        }
    }

    #[test]
    fn normal_has_the_moments_and_tails_of_a_normal() {
        let mut stream = Stream::new(3, 0, 0, 0);
        let draws: Vec<f64> = (0..100_000).map(|_| stream.normal()).collect();
        let (mean, variance) = moments(&draws);
        assert!(mean.abs() < 0.012 && (variance - 1.0).abs() < 0.02, "{mean} {variance}");
        let beyond = draws.iter().filter(|z| z.abs() > 1.959_964).count();
        assert!((4_700..5_300).contains(&beyond), "{beyond}");
    }

    #[test]
    fn categorical_follows_the_weights_and_ignores_what_is_none() {
        let mut stream = Stream::new(5, 0, 0, 0);
        let weights = [1.0, f64::NAN, 0.0, 3.0, -2.0];
        let mut counts = [0_u32; 5];
        for _ in 0..40_000 {
            counts[stream.categorical(&weights).unwrap()] += 1;
        }
        assert_eq!((counts[1], counts[2], counts[4]), (0, 0, 0));
        assert!((f64::from(counts[0]) / 40_000.0 - 0.25).abs() < 0.01, "{counts:?}");
        assert_eq!(stream.categorical(&[]), None);
        assert_eq!(stream.categorical(&[0.0, f64::INFINITY]), None);
        assert!(!stream.bernoulli(0.0) && stream.bernoulli(1.0) && !stream.bernoulli(f64::NAN));
    }

    fn moments(draws: &[f64]) -> (f64, f64) {
        let n = draws.len() as f64;
        let mean = draws.iter().sum::<f64>() / n;
        (mean, draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n)
    }
}
