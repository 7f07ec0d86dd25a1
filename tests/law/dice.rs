//! Choices of a random story, drawn from one number so that a case can be told again.
//! Never random itself: proptest draws the number.

use huikuan::calendar::Date;

/// Draws choices from a seed.
#[derive(Clone)]
pub(crate) struct Dice {
    state: u64,
    /// First day that may be drawn.
    first: i32,
    /// How many days may be drawn.
    days: u32,
}

impl Dice {
    /// Dice that draw days of two years from 2024-01-01.
    pub(crate) fn new(seed: u64) -> Self {
        let first = Date::new(2024, 1, 1).unwrap().number();
        Self { state: seed, first, days: 730 }
    }

    /// Dice that draw only days after `day`, of two years too.
    pub(crate) fn after(seed: u64, day: Date) -> Self {
        Self { first: day.number() + 1, ..Self::new(seed) }
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound.max(1) as u64) as usize
    }

    /// True in so many of a hundred draws.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the list; `None` when it is empty.
    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let index = self.below(list.len());
        list.get(index)
    }

    /// A day; often one of few, so that acts meet on one day.
    pub(crate) fn day(&mut self) -> Date {
        let days = self.days as usize;
        let step = if self.chance(60) { self.below(days / 45) * 45 } else { self.below(days) };
        Date::from_number(self.first + i32::try_from(step).unwrap()).unwrap()
    }

    /// An amount in minor units: often all of `left`, often a round sum.
    pub(crate) fn amount(&mut self, left: i64) -> i64 {
        match self.below(10) {
            0..5 if left > 0 => left,
            5..8 => i64::try_from(1 + self.below(6)).unwrap() * 5_000,
            _ => i64::try_from(self.below(30_000)).unwrap(),
        }
    }
}

/// Notes the least value of a key.
pub(crate) fn earliest<K: Ord, V: Ord + Copy>(
    map: &mut std::collections::BTreeMap<K, V>,
    key: K,
    value: V,
) {
    map.entry(key).and_modify(|held| *held = value.min(*held)).or_insert(value);
}
