//! Reads single fields: days, amounts, percentages, items, instalments.
//! Never stops at the first mistake: each field says its own.

use super::Reader;
use crate::calendar::{Date, TimeOfDay};
use crate::money::{Currency, Money, Rate};
use crate::record::{Instalment, ItemRef};
use crate::view::deed::{Fault, FormField as F, Mistake};
use crate::view::typed;
use crate::workbook::Rejection;

impl Reader<'_> {
    pub(super) fn text(&self, field: F) -> String {
        self.form.text(field).to_owned()
    }

    pub(super) fn flag(&self, field: F) -> bool {
        self.form.is_ticked(field)
    }

    /// A day that must be typed.
    pub(super) fn day(&mut self, field: F) -> Option<Date> {
        let day = typed::date(self.form.text(field), self.today);
        self.noted(day, field, Fault::NotADay)
    }

    /// A day that may be left out.
    pub(super) fn day_if(&mut self, field: F) -> Option<Date> {
        if self.form.text(field).is_empty() { None } else { self.day(field) }
    }

    /// A day that may be left out and does not lie before today.
    pub(super) fn coming_day_if(&mut self, field: F) -> Option<Date> {
        let day = self.day_if(field)?;
        if day < self.today {
            let rejection = Rejection::NextBeforeContact { next_on: day, on: self.today };
            self.mistake(field, Fault::Refused(rejection));
        }
        Some(day)
    }

    /// The day of something that has happened: not after today.
    pub(super) fn past_day(&mut self, field: F) -> Option<Date> {
        let day = self.day(field)?;
        if day > self.today {
            self.mistake(field, Fault::AfterToday);
        }
        Some(day)
    }

    /// `9:30`, `09:30`, with a full-width colon too.
    pub(super) fn time_if(&mut self, field: F) -> Option<TimeOfDay> {
        let text = self.form.text(field);
        if text.is_empty() {
            return None;
        }
        self.noted(typed::time(text), field, Fault::NotATime)
    }

    /// An amount that must be typed, in `currency` or with a code of its own before it.
    pub(super) fn money(&mut self, field: F, currency: Currency) -> Option<Money> {
        let amount = typed::money(self.form.text(field), currency);
        self.noted(amount, field, Fault::NotAnAmount)
    }

    pub(super) fn money_if(&mut self, field: F, currency: Currency) -> Option<Money> {
        if self.form.text(field).is_empty() { None } else { self.money(field, currency) }
    }

    pub(super) fn whole(&mut self, field: F) -> Option<u32> {
        let text: String = self.form.text(field).chars().map(crate::id::narrow).collect();
        self.noted(text.parse().ok(), field, Fault::NotWhole)
    }

    pub(super) fn whole_if(&mut self, field: F) -> Option<u32> {
        if self.form.text(field).is_empty() { None } else { self.whole(field) }
    }

    /// A percentage from 0 to 100 as a fraction of 1.
    pub(super) fn percent(&mut self, field: F) -> Option<Rate> {
        self.noted(self.form.fraction(field), field, Fault::NotAPercentage)
    }

    pub(super) fn percent_if(&mut self, field: F) -> Option<Rate> {
        if self.form.text(field).is_empty() { None } else { self.percent(field) }
    }

    /// The entry of a list at the place that is chosen.
    pub(super) fn chosen<T: Copy>(&mut self, field: F, list: &[T]) -> Option<T> {
        let chosen = list.get(self.form.place(field)).copied();
        self.noted(chosen, field, Fault::NotChosen)
    }

    /// The items that are ticked.
    pub(super) fn items(&self) -> Vec<ItemRef> {
        self.form.ticked().map(|item| item.item.clone()).collect()
    }

    /// The rows of instalments in which anything stands.
    pub(super) fn instalments(&mut self) -> Vec<Instalment> {
        let currency = self.form.item_currency();
        let mut instalments = Vec::new();
        for (row, [day, amount]) in self.form.instalments.iter().enumerate() {
            if day.trim().is_empty() && amount.trim().is_empty() {
                continue;
            }
            let due_on = typed::date(day, self.today);
            let amount = typed::money(amount, currency);
            let cells =
                [(0, due_on.is_none(), Fault::NotADay), (1, amount.is_none(), Fault::NotAnAmount)];
            for (column, _, fault) in cells.into_iter().filter(|(_, is_wrong, _)| *is_wrong) {
                let cell = Some((row, column));
                self.mistakes.push(Mistake { field: F::Instalments, cell, fault });
            }
            if let (Some(due_on), Some(amount)) = (due_on, amount) {
                instalments.push(Instalment { due_on, amount });
            }
        }
        instalments
    }

    fn noted<T>(&mut self, read: Option<T>, field: F, fault: Fault) -> Option<T> {
        if read.is_none() {
            self.mistake(field, fault);
        }
        read
    }
}
