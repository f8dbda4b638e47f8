//! Chance with a fixed seed (splitmix64), so that the demo is the same on every machine.
//!
//! Not for secrets.

/// A stream of numbers that a seed decides.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `from` up to and with `to`.
    pub(super) fn between(&mut self, from: u32, to: u32) -> u32 {
        let span = u64::from(to.saturating_sub(from)) + 1;
        from + (self.next() % span) as u32
    }

    /// True in `percent` of the cases.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.between(0, 99) < percent
    }

    /// An index below `len`, which must not be 0.
    pub(super) fn index(&mut self, len: usize) -> usize {
        self.between(0, len.saturating_sub(1) as u32) as usize
    }

    /// One of `choices`, which must not be empty.
    pub(super) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.index(choices.len())]
    }

    /// One of `choices` by its weight.
    pub(super) fn weighed<T: Copy>(&mut self, choices: &[(T, u32)]) -> T {
        let total: u32 = choices.iter().map(|(_, weight)| weight).sum();
        let mut left = self.between(1, total.max(1));
        for (choice, weight) in choices {
            if left <= *weight {
                return *choice;
            }
            left -= weight;
        }
        choices[0].0
    }

    /// `value` moved by at most `percent` of it, either way.
    pub(super) fn around(&mut self, value: u32, percent: u32) -> u32 {
        let reach = value * percent / 100;
        self.between(value - reach.min(value), value + reach)
    }
}

/// Indexes dealt in a mixed order, each once before any comes again.
pub(super) struct Deck {
    order: Vec<usize>,
    next: usize,
}

impl Deck {
    pub(super) fn new(len: usize) -> Self {
        Self { order: (0..len).collect(), next: len }
    }

    pub(super) fn deal(&mut self, chance: &mut Chance) -> usize {
        if self.next >= self.order.len() {
            for last in (1..self.order.len()).rev() {
                let other = chance.index(last + 1);
                self.order.swap(last, other);
            }
            self.next = 0;
        }
        self.next += 1;
        self.order[self.next - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_decides_everything() {
        let draw = |seed| (0..20).map(|_| 0).scan(Chance::new(seed), |chance, _: i32| Some(chance.between(1, 1000))).collect::<Vec<_>>();
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn a_deck_deals_all_before_it_repeats() {
        let (mut deck, mut chance) = (Deck::new(9), Chance::new(1));
        let mut dealt: Vec<usize> = (0..9).map(|_| deck.deal(&mut chance)).collect();
        dealt.sort_unstable();
        assert_eq!(dealt, (0..9).collect::<Vec<_>>());
    }
}
