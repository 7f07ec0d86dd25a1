//! The clerk of a demo book: does errands day by day and records each as a person would.
//! Never writes into the journal but by a command that the workbook accepts.

use std::collections::BTreeMap;

use super::cast::{Cast, Player};
use super::chance::Chance;
use super::errand::{self, Errand};
use crate::calendar::{Date, Instant};
use crate::id::{EntryId, Key};
use crate::ledger::{Account, Part};
use crate::money::{Currency, Money};
use crate::record::ItemRef;
use crate::workbook::{Command, Rejection, Stamp, Workbook};

pub(super) struct Clerk {
    pub(super) workbook: Workbook,
    pub(super) cast: &'static Cast,
    pub(super) chance: Chance,
    /// The day on which the book is looked at; nothing is recorded on it or after it.
    pub(super) today: Date,
    /// The day of the present errand.
    pub(super) day: Date,
    agenda: BTreeMap<(Date, u32), Errand>,
    planned: u32,
    recorded_today: u32,
    numbers: u32,
}

/// An open due part as a clerk sees it.
pub(super) struct Open {
    pub(super) item: ItemRef,
    /// Day number of the due date, or [`crate::ledger::NEVER`].
    pub(super) due_day: i32,
    pub(super) outstanding: Money,
}

impl Clerk {
    pub(super) const fn new(
        workbook: Workbook,
        cast: &'static Cast,
        chance: Chance,
        today: Date,
    ) -> Self {
        Self {
            workbook,
            cast,
            chance,
            today,
            day: today,
            agenda: BTreeMap::new(),
            planned: 0,
            recorded_today: 0,
            numbers: 0,
        }
    }

    /// Puts an errand on a day, or on the Monday after it when it is a weekend.
    pub(super) fn plan(&mut self, on: Date, errand: Errand) {
        // Day 0 was a Monday.
        let weekend = (on.number().rem_euclid(7) - 4).max(0);
        let monday = if weekend == 0 { on } else { on.plus_days(3 - weekend) };
        let on = if monday < self.today { monday } else { on };
        self.agenda.insert((on, self.planned), errand);
        self.planned += 1;
    }

    /// Does all errands of the days before today, in the order of days; errands that come up on
    /// the way are done too.
    pub(super) fn work(&mut self) -> Result<(), Rejection> {
        while let Some(((day, _), errand)) = self.agenda.pop_first() {
            if day >= self.today {
                break;
            }
            if day != self.day {
                self.day = day;
                self.recorded_today = 0;
            }
            errand::run(self, errand)?;
        }
        Ok(())
    }

    /// Gives the workbook a command by a clerk drawn by lot, and names the entry.
    pub(super) fn give(&mut self, command: Command) -> Result<EntryId, Rejection> {
        let by = self.chance.pick(&self.cast.clerks, "");
        self.give_as(by, command)
    }

    /// Gives the workbook a command by somebody, stamped within office hours, and names the entry.
    pub(super) fn give_as(&mut self, by: &str, command: Command) -> Result<EntryId, Rejection> {
        // From nine in the morning in Shanghai, half a minute apart.
        let seconds = (3_600 + self.recorded_today * 31).min(36_000);
        self.recorded_today += 1;
        let by = by.to_owned();
        let stamp = Stamp { at: Instant::of_day(self.day, seconds), by };
        let entries = self.workbook.apply(command, &stamp)?;
        entries.last().map(|entry| entry.id).ok_or(Rejection::NothingChanged)
    }

    /// The next number of a series: `YS-2503-017`.
    pub(super) fn number(&mut self, prefix: &str) -> String {
        self.numbers += 1;
        let (year, month, _) = self.day.ymd();
        format!("{prefix}-{:02}{month:02}-{:03}", year % 100, self.numbers)
    }

    pub(super) fn player(&self, player: usize) -> Option<&'static Player> {
        self.cast.players.get(player)
    }

    pub(super) fn account(&self, customer: &Key) -> Option<&Account> {
        self.workbook.ledger().account(customer)
    }

    pub(super) fn base(&self) -> Currency {
        self.workbook.ledger().policy().base_currency
    }

    /// What a customer owes at the close of the present day, oldest due first.
    pub(super) fn open(&self, customer: &Key) -> Vec<Open> {
        let Some(account) = self.account(customer) else { return Vec::new() };
        let day = self.day.number();
        let open = |part: &Part| {
            let outstanding = part.balance.money(account.outstanding(part, day));
            let item = account.item(part)?;
            (outstanding.minor() > 0).then_some(Open { item, due_day: part.due_day, outstanding })
        };
        let mut open: Vec<Open> = account.parts.iter().filter_map(open).collect();
        open.sort_by_key(|held| held.due_day);
        open
    }
}

/// The code of the customer with that number, from 0.
pub(super) fn code(customer: u32) -> String {
    format!("C-{:04}", customer + 1)
}

/// The code of a customer of the story.
pub(super) fn player_code(player: usize) -> String {
    code(u32::try_from(player).unwrap_or(u32::MAX - 1))
}

/// The same, normalised.
pub(super) fn key(player: usize) -> Key {
    Key::of(&player_code(player))
}

/// Minor units as money; nothing when they are beyond the limit.
pub(super) fn money(amount_minor: i64, currency: Currency) -> Money {
    Money::new(amount_minor, currency).unwrap_or(Money::zero(currency))
}
