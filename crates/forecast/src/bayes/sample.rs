//! Sampling from the posterior.

use std::collections::HashMap;

use nuts_rs::rand::{Rng, SeedableRng, rngs::ChaCha8Rng};
use nuts_rs::{Chain, CpuLogpFunc, CpuMath, CpuMathError, DiagNutsSettings, HasDims, LogpError, Settings};
use rayon::prelude::*;

use super::Posterior;

/// How to sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// Independent chains, spread over threads.
    pub chains: u32,
    /// Draws each chain throws away while it adapts.
    pub warm_up: u32,
    /// Draws each chain keeps.
    pub draws: u32,
    /// Where random numbers begin.
    pub seed: u64,
}

impl Default for Sampling {
    fn default() -> Self {
        Self { chains: 4, warm_up: 1000, draws: 2000, seed: 1 }
    }
}

/// Why there is no sample.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleError {
    /// The sampler gave up.
    #[error("chain {chain}: the sampler gave up: {reason}")]
    Sampler {
        /// The chain, from 0.
        chain: u32,
        /// Its words.
        reason: String,
    },
}

/// Draws from a posterior.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Chain by chain and draw by draw, the parameters.
    chains: Vec<Vec<Box<[f64]>>>,
    /// Draws whose path was not followed well; more than a few mean that the sample is biased.
    pub divergences: usize,
}

/// What a sample says of one parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marginal {
    /// Posterior mean.
    pub mean: f64,
    /// Posterior standard deviation.
    pub sd: f64,
    /// Monte Carlo standard error of the mean, by batches.
    pub error: f64,
    /// Split R-hat (Gelman et al., Bayesian Data Analysis, third edition, 11.4): 1 once chains agree.
    pub r_hat: f64,
}

impl Posterior {
    /// Samples by NUTS. The draws depend on the options only, not on the number of threads.
    ///
    /// # Errors
    /// If the sampler gives up.
    pub fn sample(&self, options: &Sampling) -> Result<Sample, SampleError> {
        let chains: Result<Vec<_>, SampleError> =
            (0..options.chains).into_par_iter().map(|chain| self.chain(options, chain)).collect();
        let (chains, divergences): (Vec<_>, Vec<usize>) = chains?.into_iter().unzip();
        Ok(Sample { chains, divergences: divergences.iter().sum() })
    }

    fn chain(&self, options: &Sampling, chain: u32) -> Result<(Vec<Box<[f64]>>, usize), SampleError> {
        let failed = |reason: String| SampleError::Sampler { chain, reason };
        let mut settings = DiagNutsSettings::default();
        settings.num_tune = u64::from(options.warm_up);
        settings.num_draws = u64::from(options.draws);
        let mut random = ChaCha8Rng::seed_from_u64(options.seed.wrapping_add(u64::from(chain) << 32));
        let mut sampler = settings
            .new_chain(u64::from(chain), CpuMath::new(Density(self)), &mut random)
            .map_err(|error| failed(error.to_string()))?;
        // Chains that begin apart show by R-hat whether they have come together.
        let mut start = crate::random::Stream::new(options.seed, 0, chain, 0);
        let position: Vec<f64> = self.prior_means().iter().map(|mean| mean + start.normal()).collect();
        sampler.set_position(&position).map_err(|error| failed(error.to_string()))?;
        let mut kept = Vec::new();
        let mut divergences = 0;
        for draw in 0..options.warm_up.saturating_add(options.draws) {
            let (at, progress) = sampler.draw().map_err(|error| failed(error.to_string()))?;
            if draw >= options.warm_up {
                kept.push(at);
                divergences += usize::from(progress.diverging);
            }
        }
        Ok((kept, divergences))
    }
}

impl Sample {
    /// What the sample says of a parameter; all zero for one that is not there.
    #[must_use]
    pub fn marginal(&self, place: usize) -> Marginal {
        let chains: Vec<Vec<f64>> = self
            .chains
            .iter()
            .map(|chain| chain.iter().map(|draw| draw.get(place).copied().unwrap_or_default()).collect())
            .collect();
        let all: Vec<f64> = chains.concat();
        let (mean, variance) = moments(&all);
        let parts = |count: usize| -> Vec<(f64, f64)> {
            chains.iter().flat_map(|chain| chain.chunks_exact((chain.len() / count).max(1)).map(moments)).collect()
        };
        let batches: Vec<f64> = parts(20).iter().map(|(mean, _)| *mean).collect();
        let error = (moments(&batches).1 / batches.len().max(1) as f64).sqrt();
        let halves = parts(2);
        let length = all.len() as f64 / halves.len().max(1) as f64;
        let between = moments(&halves.iter().map(|(mean, _)| *mean).collect::<Vec<f64>>()).1;
        let within = halves.iter().map(|(_, variance)| variance).sum::<f64>() / halves.len().max(1) as f64;
        let r_hat = if within > 0.0 { ((length - 1.0) / length + between / within).sqrt() } else { 1.0 };
        Marginal { mean, sd: variance.sqrt(), error, r_hat }
    }
}

/// Mean and variance.
fn moments(of: &[f64]) -> (f64, f64) {
    let count = of.len().max(1) as f64;
    let mean = of.iter().sum::<f64>() / count;
    (mean, of.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0).max(1.0))
}

/// A posterior as the sampler sees it.
struct Density<'p>(&'p Posterior);

/// The density is no number.
#[derive(Debug, thiserror::Error)]
#[error("the log density is no number")]
struct NoNumber;

impl LogpError for NoNumber {
    fn is_recoverable(&self) -> bool {
        true
    }
}

impl HasDims for Density<'_> {
    fn dim_sizes(&self) -> HashMap<String, u64> {
        HashMap::from([("unconstrained_parameter".to_owned(), self.0.dimension() as u64)])
    }
}

impl CpuLogpFunc for Density<'_> {
    type LogpError = NoNumber;
    type FlowParameters = ();
    type ExpandedVector = Vec<f64>;

    fn dim(&self) -> usize {
        self.0.dimension()
    }

    fn logp(&mut self, position: &[f64], gradient: &mut [f64]) -> Result<f64, NoNumber> {
        let value = self.0.log_density(position, gradient);
        if value.is_finite() { Ok(value) } else { Err(NoNumber) }
    }

    fn expand_vector<R: Rng + ?Sized>(&mut self, _: &mut R, array: &[f64]) -> Result<Vec<f64>, CpuMathError> {
        Ok(array.to_vec())
    }
}
