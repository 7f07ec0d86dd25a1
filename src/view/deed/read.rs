//! Reads a filled-in form into the command that it asks for, or into everything that is wrong with
//! it.
//! Never guesses: what cannot be read is a mistake at its field.

mod approval;
mod assessment;
mod command;
mod field;
mod incentive;
mod late_charge;
mod report;

use super::{Deed, Fault, Form, FormField, Mistake};
use crate::calendar::Date;
use crate::ledger::Ledger;
use crate::workbook::Command;

/// The command that a filled-in form asks for; else what is wrong and at which field.
pub fn read(
    deed: &Deed,
    form: &Form,
    ledger: &Ledger,
    today: Date,
) -> Result<Command, Vec<Mistake>> {
    let mut reader = Reader { form, ledger, today, mistakes: Vec::new() };
    let command = reader.command(deed);
    match command {
        Some(command) if reader.mistakes.is_empty() => Ok(command),
        Some(_) | None => Err(reader.mistakes),
    }
}

struct Reader<'a> {
    form: &'a Form,
    ledger: &'a Ledger,
    today: Date,
    mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    fn mistake(&mut self, field: FormField, fault: Fault) {
        self.mistakes.push(Mistake { field, cell: None, fault });
    }
}
