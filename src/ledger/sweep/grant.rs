//! What applications got, found again by application, by part and by fund without searching.
//! Never forgets a grant: one that is over has nothing left.

/// What an application got of one part and one fund, as long as it runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grant {
    pub(super) application: u32,
    pub(super) part: Option<u32>,
    pub(super) fund: Option<u32>,
    /// What is left of it; nothing once it is over.
    pub(super) amount_minor: i64,
}

/// By whom a grant can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    Application(u32),
    Part(u32),
    Fund(u32),
}

const END: u32 = u32::MAX;

/// Grants chained by holder, the latest first.
struct Chain {
    first: Vec<u32>,
    next: Vec<u32>,
}

impl Chain {
    fn new(holders: usize) -> Self {
        Self { first: vec![END; holders], next: Vec::new() }
    }

    /// Links the next grant to its holder, if it has one of this kind.
    fn link(&mut self, holder: Option<u32>) {
        let grant = u32::try_from(self.next.len()).unwrap_or(END);
        let first = holder.and_then(|holder| self.first.get_mut(holder as usize));
        self.next.push(first.map_or(END, |first| std::mem::replace(first, grant)));
    }

    fn of(&self, holder: u32) -> impl Iterator<Item = u32> {
        let at = |place: Option<&u32>| place.copied().filter(|grant| *grant != END);
        let first = at(self.first.get(holder as usize));
        std::iter::successors(first, move |grant| at(self.next.get(*grant as usize)))
    }
}

/// All grants of an account.
pub(super) struct Grants {
    all: Vec<Grant>,
    of_application: Chain,
    of_part: Chain,
    of_fund: Chain,
}

impl Grants {
    pub(super) fn new(applications: usize, parts: usize, funds: usize) -> Self {
        Self {
            all: Vec::with_capacity(applications),
            of_application: Chain::new(applications),
            of_part: Chain::new(parts),
            of_fund: Chain::new(funds),
        }
    }

    pub(super) fn add(&mut self, grant: Grant) {
        self.of_application.link(Some(grant.application));
        self.of_part.link(grant.part);
        self.of_fund.link(grant.fund);
        self.all.push(grant);
    }

    /// Numbers of the grants of a holder that still run, in the order in which they were given.
    pub(super) fn running(&self, holder: Holder) -> Vec<u32> {
        let mut running: Vec<u32> = match holder {
            Holder::Application(holder) => self.of_application.of(holder).collect(),
            Holder::Part(holder) => self.of_part.of(holder).collect(),
            Holder::Fund(holder) => self.of_fund.of(holder).collect(),
        };
        running.retain(|grant| self.get(*grant).is_some_and(|held| held.amount_minor > 0));
        running.reverse();
        running
    }

    pub(super) fn get(&self, number: u32) -> Option<Grant> {
        self.all.get(number as usize).copied()
    }

    /// Takes up to so much out of a grant, and gives the grant as far as it was taken out.
    pub(super) fn take(&mut self, number: u32, amount_minor: i64) -> Option<Grant> {
        let held = self.all.get_mut(number as usize)?;
        let taken = Grant { amount_minor: held.amount_minor.min(amount_minor), ..*held };
        held.amount_minor -= taken.amount_minor;
        Some(taken).filter(|taken| taken.amount_minor > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_is_found_by_each_of_its_holders_while_it_runs() {
        let mut grants = Grants::new(3, 2, 2);
        for (application, part, fund) in
            [(0, Some(0), Some(1)), (1, Some(0), None), (2, None, Some(1))]
        {
            grants.add(Grant { application, part, fund, amount_minor: 100 });
        }
        assert_eq!(grants.running(Holder::Part(0)), [0, 1]);
        assert_eq!(grants.running(Holder::Fund(1)), [0, 2]);
        assert!(grants.running(Holder::Fund(0)).is_empty());
        assert_eq!(grants.take(0, 40).unwrap().amount_minor, 40);
        assert_eq!(grants.running(Holder::Application(0)), [0]);
        assert_eq!(grants.take(0, 100).unwrap().amount_minor, 60);
        assert!(grants.take(0, 100).is_none());
        assert_eq!(grants.running(Holder::Part(0)), [1]);
    }
}
