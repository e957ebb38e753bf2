//! Threads of long work.

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::failure::Failure;

/// A pool of as many threads as asked for, else one a core.
pub(crate) fn pool(threads: Option<u16>) -> Result<ThreadPool, Failure> {
    let mut pool = ThreadPoolBuilder::new();
    if let Some(threads) = threads {
        pool = pool.num_threads(usize::from(threads));
    }
    pool.build().map_err(|error| Failure::bad_input(format!("threads: {error}")))
}
