//! Credit and worklist of the reporting day, drawn up for whatever screen shows them.
//! Never reads an account again that did not change.

use std::sync::Arc;

use huikuan::view::worklist::Day;
use leptos::prelude::*;

use super::Session;

impl Session {
    /// The reporting day; whoever asks is run again when the facts or the day change. `None` while
    /// no workbook is open.
    pub(crate) fn day(self) -> Option<Arc<Day>> {
        let as_of = self.as_of();
        self.read(|workbook| {
            self.days.try_update_value(|memory| memory.day(workbook.ledger(), as_of))
        })?
    }
}
