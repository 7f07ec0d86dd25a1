//! Reads an individual assessment of what will not be paid (B4).
//! Never weighs it: the workbook refuses more than is owed.

use super::Reader;
use crate::record::Assessment;
use crate::view::deed::FormField as F;

impl Reader<'_> {
    /// An assessment of the chosen item; of everything owed when the first choice, none, is made.
    pub(super) fn assessment(&mut self) -> Option<Assessment> {
        let place = self.form.place(F::AssessedItem).checked_sub(1);
        let chosen = place.and_then(|place| self.form.items.get(place));
        let item = chosen.map(|chosen| chosen.item.clone());
        let currency = chosen.map_or(self.form.currency, |chosen| chosen.open.currency());
        let (amount, on) = (self.money(F::Amount, currency), self.day(F::On));
        let (customer, reason) = (self.form.customer.clone(), self.text(F::Reason));
        Some(Assessment { customer, item, amount: amount?, on: on?, reason })
    }
}
