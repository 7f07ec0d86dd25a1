//! The fields of a customer as a person types them, read into what they state (A1).
//! Never states a field that was not changed, and never guesses: what cannot be read is a mistake.

use super::amount::in_book;
use super::setting::{TermsKind, kind_of, terms};
use super::typed;
use crate::calendar::Date;
use crate::money::{Currency, Money};
use crate::record::{CustomerField, CustomerFields, DebtorKind, Person, Terms};

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomerForm {
    /// The plain texts, in the order of [`TEXTS`].
    pub texts: Vec<String>,
    /// Kind of debtor.
    pub debtor_kind: Option<DebtorKind>,
    /// Credit limit, in the base currency or with a currency code before it.
    pub credit_limit: String,
    /// Kind of the customer's own payment terms; `None` for those of the workbook, and for terms
    /// that say more than a kind and its days.
    pub terms: Option<TermsKind>,
    /// Their days.
    pub terms_days: String,
    /// Day of the month on which accounts are reconciled.
    pub reconciliation_day: String,
    /// Contacts, with their cells in the order of [`ContactColumn::ALL`].
    pub contacts: Vec<Vec<String>>,
    /// The flags, in the order of [`FLAGS`].
    pub flags: Vec<bool>,
}

/// The fields that are plain texts, in the order of the form.
pub const TEXTS: [CustomerField; 14] = [
    CustomerField::Name,
    CustomerField::Owner,
    CustomerField::Salesperson,
    CustomerField::Region,
    CustomerField::Industry,
    CustomerField::Group,
    CustomerField::Address,
    CustomerField::TaxNo,
    CustomerField::Bank,
    CustomerField::Security,
    CustomerField::LateReason,
    CustomerField::AbleToPay,
    CustomerField::WillingToPay,
    CustomerField::Memo,
];

/// The fields that are yes or no, in the order of the form.
pub const FLAGS: [CustomerField; 3] =
    [CustomerField::KeyAccount, CustomerField::SupplySuspended, CustomerField::Blacklisted];

/// A column of the table of contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactColumn {
    /// Name.
    Name,
    /// Role.
    Role,
    /// Phone.
    Phone,
    /// E-mail address.
    Email,
    /// WeChat name.
    Wechat,
    /// Day on which somebody last reached the person by these.
    VerifiedOn,
}

impl ContactColumn {
    /// All columns, in order.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Role, Self::Phone, Self::Email, Self::Wechat, Self::VerifiedOn];
}

/// What is wrong, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormMistake {
    /// The credit limit is no amount of nothing or more.
    NotALimit,
    /// The days of the terms are no whole number.
    NotDays,
    /// The reconciliation day is no day of a month.
    NotADayOfMonth,
    /// What was once stated can be changed but not taken away; a record has no word for that.
    CannotBeEmptied(CustomerField),
    /// A cell of a contact cannot be read: an address without `@`, a day that is none.
    Contact {
        /// Row of the form.
        row: usize,
        /// Column.
        column: ContactColumn,
    },
}

impl CustomerForm {
    /// The form of what is stated.
    #[must_use]
    pub fn of(fields: &CustomerFields, base: Currency) -> Self {
        let own = fields.terms.as_ref().and_then(kind_of);
        let limit = fields.credit_limit.map(|limit| in_book(limit, base));
        let contacts = fields.contacts.iter().flatten();
        let flags = FLAGS
            .iter()
            .map(|field| flag(&mut fields.clone(), *field).is_some_and(|held| *held == Some(true)));
        Self {
            texts: TEXTS.iter().map(|field| text(fields, *field)).collect(),
            debtor_kind: fields.debtor_kind,
            credit_limit: limit.unwrap_or_default(),
            terms: own.map(|(kind, _)| kind),
            terms_days: own.map(|(_, days)| days.to_string()).unwrap_or_default(),
            reconciliation_day: fields
                .reconciliation_day
                .map(|day| day.to_string())
                .unwrap_or_default(),
            contacts: contacts.map(cells).collect(),
            flags: flags.collect(),
        }
    }

    /// What the form states beyond what is shown; else everything that cannot be read.
    pub fn read(
        &self,
        shown: &CustomerFields,
        base: Currency,
        today: Date,
    ) -> Result<CustomerFields, Vec<FormMistake>> {
        let before = Self::of(shown, base);
        let (mut stated, mut mistakes) = (CustomerFields::default(), Vec::new());
        let texts = TEXTS.iter().zip(&self.texts).zip(&before.texts);
        for ((field, typed), before) in texts {
            let typed = typed.trim();
            if typed != before
                && let Some(place) = text_place(&mut stated, *field)
            {
                *place = Some(typed.to_owned());
            }
        }
        for ((field, set), before) in FLAGS.iter().zip(&self.flags).zip(&before.flags) {
            if set != before
                && let Some(place) = flag(&mut stated, *field)
            {
                *place = Some(*set);
            }
        }
        if self.debtor_kind != before.debtor_kind {
            stated.debtor_kind = self.debtor_kind;
            if self.debtor_kind.is_none() {
                mistakes.push(FormMistake::CannotBeEmptied(CustomerField::DebtorKind));
            }
        }
        if self.credit_limit.trim() != before.credit_limit {
            stated.credit_limit = self.limit(base, &mut mistakes);
        }
        if self.reconciliation_day.trim() != before.reconciliation_day {
            stated.reconciliation_day = self.day_of_month(&mut mistakes);
        }
        if (self.terms, self.terms_days.trim()) != (before.terms, before.terms_days.as_str()) {
            stated.terms = self.own_terms(&mut mistakes);
        }
        let people = shown.contacts.as_deref().unwrap_or_default();
        let contacts = self.people(people, today, &mut mistakes);
        if people != contacts {
            stated.contacts = Some(contacts);
        }
        if mistakes.is_empty() { Ok(stated) } else { Err(mistakes) }
    }

    fn limit(&self, base: Currency, mistakes: &mut Vec<FormMistake>) -> Option<Money> {
        let typed = self.credit_limit.trim();
        let currency = typed.get(..3).and_then(Currency::parse).unwrap_or(base);
        let limit = typed::amount(typed, currency).filter(|limit| limit.minor() >= 0);
        if typed.is_empty() {
            mistakes.push(FormMistake::CannotBeEmptied(CustomerField::CreditLimit));
        } else if limit.is_none() {
            mistakes.push(FormMistake::NotALimit);
        }
        limit
    }

    fn day_of_month(&self, mistakes: &mut Vec<FormMistake>) -> Option<u32> {
        let typed = self.reconciliation_day.trim();
        let day = typed.parse().ok().filter(|day| (1..=31).contains(day));
        if typed.is_empty() {
            mistakes.push(FormMistake::CannotBeEmptied(CustomerField::ReconciliationDay));
        } else if day.is_none() {
            mistakes.push(FormMistake::NotADayOfMonth);
        }
        day
    }

    fn own_terms(&self, mistakes: &mut Vec<FormMistake>) -> Option<Terms> {
        let Some(kind) = self.terms else {
            mistakes.push(FormMistake::CannotBeEmptied(CustomerField::Terms));
            return None;
        };
        let days = self.terms_days.trim().parse().ok();
        if days.is_none() {
            mistakes.push(FormMistake::NotDays);
        }
        days.map(|days| terms(kind, days))
    }

    /// The contacts of the rows in which anything stands; what the form does not show of a person
    /// stays.
    fn people(
        &self,
        shown: &[Person],
        today: Date,
        mistakes: &mut Vec<FormMistake>,
    ) -> Vec<Person> {
        let is_filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let rows = self.contacts.iter().enumerate().filter(|(_, row)| is_filled(row));
        rows.map(|(row, cells)| {
            let mut cells = cells.iter().map(|cell| cell.trim().to_owned());
            let mut next = || cells.next().unwrap_or_default();
            let (name, role, phone, email, wechat) = (next(), next(), next(), next(), next());
            let verified = next();
            let verified_on = typed::date(&verified, today);
            if !email.is_empty() && !is_email(&email) {
                mistakes.push(FormMistake::Contact { row, column: ContactColumn::Email });
            }
            if verified_on.is_none() && !verified.is_empty() {
                mistakes.push(FormMistake::Contact { row, column: ContactColumn::VerifiedOn });
            }
            let kept = shown.iter().find(|person| person.name == name).cloned().unwrap_or_default();
            Person { name, role, phone, email, wechat, verified_on, ..kept }
        })
        .collect()
    }
}

/// The cells of a contact.
fn cells(person: &Person) -> Vec<String> {
    let Person { name, role, phone, email, wechat, verified_on, .. } = person.clone();
    let verified = verified_on.map(|on| on.to_string()).unwrap_or_default();
    vec![name, role, phone, email, wechat, verified]
}

/// True for something on both sides of one `@`, without blanks: no more can be known.
fn is_email(text: &str) -> bool {
    let has_blank = text.chars().any(char::is_whitespace);
    let halves = text.split_once('@');
    !has_blank && halves.is_some_and(|(a, b)| !a.is_empty() && !b.is_empty() && !b.contains('@'))
}

fn text(fields: &CustomerFields, field: CustomerField) -> String {
    let mut fields = fields.clone();
    text_place(&mut fields, field).and_then(Option::take).unwrap_or_default()
}

/// Where a plain text stands; `None` for other fields.
fn text_place(fields: &mut CustomerFields, field: CustomerField) -> Option<&mut Option<String>> {
    match field {
        CustomerField::Name => Some(&mut fields.name),
        CustomerField::Owner => Some(&mut fields.owner),
        CustomerField::Salesperson => Some(&mut fields.salesperson),
        CustomerField::Region => Some(&mut fields.region),
        CustomerField::Industry => Some(&mut fields.industry),
        CustomerField::Group => Some(&mut fields.group),
        CustomerField::Address => Some(&mut fields.address),
        CustomerField::TaxNo => Some(&mut fields.tax_no),
        CustomerField::Bank => Some(&mut fields.bank),
        CustomerField::Security => Some(&mut fields.security),
        CustomerField::Memo => Some(&mut fields.memo),
        CustomerField::LateReason => Some(&mut fields.late_reason),
        CustomerField::AbleToPay => Some(&mut fields.able_to_pay),
        CustomerField::WillingToPay => Some(&mut fields.willing_to_pay),
        CustomerField::PrepaymentShare
        | CustomerField::CreditReports
        | CustomerField::DebtorKind
        | CustomerField::Contacts
        | CustomerField::CreditLimit
        | CustomerField::Terms
        | CustomerField::ReconciliationDay
        | CustomerField::KeyAccount
        | CustomerField::SupplySuspended
        | CustomerField::Blacklisted => None,
    }
}

/// Where a flag stands; `None` for other fields.
fn flag(fields: &mut CustomerFields, field: CustomerField) -> Option<&mut Option<bool>> {
    match field {
        CustomerField::KeyAccount => Some(&mut fields.key_account),
        CustomerField::SupplySuspended => Some(&mut fields.supply_suspended),
        CustomerField::Blacklisted => Some(&mut fields.blacklisted),
        CustomerField::Name
        | CustomerField::Owner
        | CustomerField::Salesperson
        | CustomerField::Region
        | CustomerField::Industry
        | CustomerField::Group
        | CustomerField::DebtorKind
        | CustomerField::Contacts
        | CustomerField::Address
        | CustomerField::TaxNo
        | CustomerField::Bank
        | CustomerField::CreditLimit
        | CustomerField::Terms
        | CustomerField::ReconciliationDay
        | CustomerField::Security
        | CustomerField::PrepaymentShare
        | CustomerField::LateReason
        | CustomerField::AbleToPay
        | CustomerField::WillingToPay
        | CustomerField::CreditReports
        | CustomerField::Memo => None,
    }
}

#[cfg(test)]
mod tests;
