//! The customers that the rows of a table name, one statement each.
//! Never merges two codes: the name is no key.

use std::collections::BTreeMap;

use super::Cells;
use crate::id::Key;
use crate::record::{CustomerFields, CustomerStatement};
use crate::workbook::field::Field;
use crate::workbook::problem::ProblemKind;

/// Code under which rows without a customer are taken.
pub(crate) const UNKNOWN_CODE: &str = "UNKNOWN";
/// Its name in both languages, so that two people who import the same file state the same.
pub(crate) const UNKNOWN_NAME: &str = "未知客户 / unknown customer";

/// Customers in the order of their first row.
#[derive(Debug, Default)]
pub(super) struct Book {
    statements: Vec<CustomerStatement>,
    /// By the code as written: most look-ups end here.
    by_spelling: BTreeMap<Box<str>, u32>,
    by_key: BTreeMap<Key, u32>,
    first_lines: Vec<u32>,
}

impl Book {
    /// The customer of a row, and whether it is new; without code the name is the code, without
    /// both it is the unknown one. The first spelling of name, owner and region counts.
    pub(super) fn customer(&mut self, cells: &mut Cells<'_, '_>) -> (u32, bool) {
        let code = cells.id(Field::CustomerCode);
        let name = cells.text(Field::CustomerName);
        let (code, name) = match (&*code, name) {
            ("", None) => {
                cells.warn(Field::CustomerCode, ProblemKind::UnknownCustomer);
                (UNKNOWN_CODE, Some(UNKNOWN_NAME))
            }
            ("", Some(name)) => (name, Some(name)),
            (code, name) => (code, name),
        };
        let (place, is_new) = self.place(code, cells.line());
        let stated = [name, cells.text(Field::Owner), cells.text(Field::Region)];
        if let Some(statement) = self.statements.get_mut(place as usize) {
            let CustomerFields { name, owner, region, .. } = &mut statement.fields;
            for (slot, text) in [name, owner, region].into_iter().zip(stated) {
                if slot.is_none() {
                    *slot = text.map(str::to_owned);
                }
            }
        }
        (place, is_new)
    }

    fn place(&mut self, code: &str, line: u32) -> (u32, bool) {
        if let Some(place) = self.by_spelling.get(code) {
            return (*place, false);
        }
        let next = u32::try_from(self.statements.len()).unwrap_or(u32::MAX);
        let place = *self.by_key.entry(Key::of(code)).or_insert(next);
        self.by_spelling.insert(code.into(), place);
        if place == next {
            let fields = CustomerFields::default();
            self.statements.push(CustomerStatement { code: code.to_owned(), fields });
            self.first_lines.push(line);
        }
        (place, place == next)
    }

    /// The statement of a customer.
    pub(super) fn get(&self, place: u32) -> Option<&CustomerStatement> {
        self.statements.get(place as usize)
    }

    /// The fields of a customer, to state more of it.
    pub(super) fn fields(&mut self, place: u32) -> Option<&mut CustomerFields> {
        self.statements.get_mut(place as usize).map(|statement| &mut statement.fields)
    }

    /// The row that named a customer first.
    pub(super) fn first_line(&self, place: u32) -> u32 {
        self.first_lines.get(place as usize).copied().unwrap_or(0)
    }

    /// Every customer.
    pub(super) fn all(self) -> Vec<CustomerStatement> {
        self.statements
    }

    /// The customers at these places: a row that was refused states nothing.
    pub(super) fn named(self, places: impl Iterator<Item = u32>) -> Vec<CustomerStatement> {
        let mut is_named = vec![false; self.statements.len()];
        for place in places {
            if let Some(named) = is_named.get_mut(place as usize) {
                *named = true;
            }
        }
        let kept = self.statements.into_iter().zip(is_named);
        kept.filter_map(|(statement, named)| named.then_some(statement)).collect()
    }
}
