//! What somebody else reports on a customer's credit, added to what is known (A1).
//! Never drops an earlier report.

use super::Reader;
use crate::record::{CreditReport, CustomerFields};
use crate::view::deed::{Fault, FormField as F};
use crate::workbook::{Command, Rejection};

impl Reader<'_> {
    /// The customer's reports with the new one at their end.
    pub(super) fn credit_report(&mut self) -> Option<Command> {
        let on = self.past_day(F::On);
        for field in [F::ReportSource, F::Rating] {
            if self.text(field).is_empty() {
                self.mistake(field, Fault::Refused(Rejection::TextMissing));
            }
        }
        let report = CreditReport {
            source: self.text(F::ReportSource),
            on: on?,
            rating: self.text(F::Rating),
            reference: self.text(F::Reference),
        };
        let customer = self.form.customer.clone();
        let held = self.ledger.account(&customer)?.customer.fields.credit_reports.clone();
        let mut reports = held.unwrap_or_default();
        reports.push(report);
        let fields = CustomerFields { credit_reports: Some(reports), ..CustomerFields::default() };
        Some(Command::AmendCustomer { customer, fields })
    }
}
