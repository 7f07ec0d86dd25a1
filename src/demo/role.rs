//! The parts that the customers of the story play: on which terms they buy and how they pay.
//! Never a name or a figure of one language.

use crate::money::{Decimal, Rate};
use crate::record::{Delay, Share, Terms, TermsLine, TermsStart};

/// What one customer of the story does.
pub(super) struct Role {
    pub(super) deal: Deal,
    pub(super) habit: Habit,
    /// How many invoices it gets over the story.
    pub(super) bills: i32,
    /// Typical net amount in whole units of its currency.
    pub(super) typical: i32,
}

/// On which terms a customer buys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Deal {
    /// So many days after the invoice date.
    Net(u32),
    /// So many days after the end of the month 月结.
    MonthEnd(u32),
    /// 30 % at once, 65 % after two months, 5 % retention after a year.
    Project,
    /// Settled when sold: no due date.
    Consignment,
}

/// How a customer pays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// Within days of the due date, about so many days late.
    Pays(i32),
    /// In two halves, about so many days late.
    Halves(i32),
    /// Everything due at the end of a month, oldest first.
    Monthly,
    /// Nothing any more of what fell due within so many days before today.
    Stalls(i32),
    /// Contests what it gets.
    Contests,
    /// Money ahead of its invoice, allocated when the invoice is there.
    Prepays,
    /// Closed down: written off.
    Defaults,
    /// Sends goods back and deducts.
    Deducts,
}

/// The roles, in the order of [`super::cast::Cast::players`].
pub(super) const ROLES: [Role; 18] = [
    role(Deal::Net(30), Habit::Pays(-2), 8, 24_000),
    role(Deal::MonthEnd(30), Habit::Pays(1), 8, 18_500),
    role(Deal::Net(30), Habit::Pays(12), 8, 9_800),
    role(Deal::Net(45), Habit::Pays(25), 8, 31_000),
    role(Deal::Net(30), Habit::Halves(14), 7, 42_000),
    role(Deal::MonthEnd(30), Habit::Monthly, 8, 15_600),
    role(Deal::Project, Habit::Pays(8), 5, 186_000),
    role(Deal::Project, Habit::Pays(20), 4, 240_000),
    role(Deal::Net(30), Habit::Stalls(260), 9, 12_400),
    role(Deal::Net(30), Habit::Stalls(110), 7, 20_700),
    role(Deal::Net(30), Habit::Contests, 6, 8_600),
    role(Deal::Consignment, Habit::Halves(95), 5, 6_300),
    role(Deal::Net(60), Habit::Pays(55), 7, 68_000),
    role(Deal::Net(45), Habit::Pays(6), 7, 14_200),
    role(Deal::Net(60), Habit::Stalls(150), 6, 9_900),
    role(Deal::Net(15), Habit::Prepays, 5, 27_500),
    role(Deal::Net(30), Habit::Defaults, 4, 5_200),
    role(Deal::MonthEnd(45), Habit::Deducts, 8, 33_000),
];

const fn role(deal: Deal, habit: Habit, bills: i32, typical: i32) -> Role {
    Role { deal, habit, bills, typical }
}

/// True for the two customers who buy in the foreign currency.
pub(super) const fn is_abroad(player: usize) -> bool {
    matches!(player, 13 | 14)
}

impl Deal {
    /// The payment terms; none on consignment.
    pub(super) fn terms(self) -> Option<Terms> {
        match self {
            Self::Net(days) => Some(Terms::net(days)),
            Self::MonthEnd(days) => Some(Terms::single(vec![Delay::MonthEnd, Delay::Days(days)])),
            Self::Project => Some(Terms { start: TermsStart::Issue, lines: project_lines() }),
            Self::Consignment => None,
        }
    }
}

fn project_lines() -> Vec<TermsLine> {
    let percent = |number| Share::OfTotal(Rate(Decimal::new(number, 2)));
    let line = |share, delay, retention| TermsLine { share, delay, retention };
    vec![
        line(percent(30), vec![Delay::Days(7)], false),
        line(percent(65), vec![Delay::Days(60)], false),
        line(Share::Rest, vec![Delay::Months(12)], true),
    ]
}
