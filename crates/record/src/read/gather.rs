//! Things a table tells over several rows, put together wherever the rows of one stand.

use std::collections::HashMap;
use std::hash::Hash;

/// Things by key, in the order their keys first came.
#[derive(Debug)]
pub(crate) struct Gather<K, T> {
    items: Vec<(K, T)>,
    places: HashMap<K, usize>,
    /// The thing of the row before: mostly the thing of this one too.
    current: usize,
}

impl<K: Clone + Eq + Hash, T> Gather<K, T> {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self { items: Vec::new(), places: HashMap::new(), current: 0 }
    }

    /// Adds a row to the thing whose key `is` true of, which is begun with `key` and `begin` when it is not the one
    /// of the row before and has not come earlier.
    pub(crate) fn add(
        &mut self,
        is: impl FnOnce(&K) -> bool,
        key: impl FnOnce() -> K,
        begin: impl FnOnce() -> T,
        add: impl FnOnce(&mut T),
    ) {
        if !self.items.get(self.current).is_some_and(|(key, _)| is(key)) {
            let key = key();
            self.current = *self.places.entry(key.clone()).or_insert(self.items.len());
            if self.current == self.items.len() {
                self.items.push((key, begin()));
            }
        }
        if let Some((_, thing)) = self.items.get_mut(self.current) {
            add(thing);
        }
    }

    /// The things with their keys.
    pub(crate) fn into_items(self) -> impl Iterator<Item = (K, T)> {
        self.items.into_iter()
    }

    /// The things.
    pub(crate) fn into_things(self) -> impl Iterator<Item = T> {
        self.items.into_iter().map(|(_, thing)| thing)
    }

    /// The keys, in the order they first came.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.items.iter().map(|(key, _)| key)
    }
}

impl<T> Gather<Box<str>, T> {
    /// [`Gather::add`] by a text.
    pub(crate) fn add_to(&mut self, key: &str, begin: impl FnOnce() -> T, add: impl FnOnce(&mut T)) {
        self.add(|known| **known == *key, || key.into(), begin, add);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_find_their_thing_wherever_they_stand() {
        let mut gather = Gather::new();
        for (key, value) in [("b", 1), ("b", 2), ("a", 3), ("b", 4), ("a", 5)] {
            gather.add_to(key, Vec::new, |values| values.push(value));
        }
        assert_eq!(gather.keys().map(|key| &**key).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(gather.into_things().collect::<Vec<_>>(), [vec![1, 2, 4], vec![3, 5]]);
    }
}
