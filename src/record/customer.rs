//! What is recorded of a customer (A1).
//! Never holds a figure: balances come from the ledger.

use serde::{Deserialize, Serialize};

use super::{Channel, Terms, statement_fields};
use crate::calendar::Date;
use crate::money::{Money, Rate};

/// A customer as somebody recorded it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerStatement {
    /// The code as written; its normalised form identifies the customer.
    pub code: String,
    /// What is stated of it.
    #[serde(default)]
    pub fields: CustomerFields,
}

statement_fields! {
    /// What can be stated of a customer; a field that is absent says nothing, an empty text clears.
    CustomerFields / CustomerField {
        /// The firm's name.
        name / Name: String,
        /// The person responsible.
        owner / Owner: String,
        /// Who sells to it.
        salesperson / Salesperson: String,
        /// Region.
        region / Region: String,
        /// Industry.
        industry / Industry: String,
        /// The group of companies that pays for it.
        group / Group: String,
        /// Kind of debtor.
        debtor_kind / DebtorKind: DebtorKind,
        /// People to talk to.
        contacts / Contacts: Vec<Person>,
        /// Postal address.
        address / Address: String,
        /// Unified social credit code or other tax number; text, never a number.
        tax_no / TaxNo: String,
        /// Bank and account for the tax invoice.
        bank / Bank: String,
        /// Credit limit.
        credit_limit / CreditLimit: Money,
        /// Terms for new invoices.
        terms / Terms: Terms,
        /// Day of the month on which accounts are reconciled, 1–31.
        reconciliation_day / ReconciliationDay: u32,
        /// A key account.
        key_account / KeyAccount: bool,
        /// Supply suspended 暂停供货.
        supply_suspended / SupplySuspended: bool,
        /// Blacklisted 黑名单, inside the firm only.
        blacklisted / Blacklisted: bool,
        /// Guarantee or other security.
        security / Security: String,
        /// Share of each order to be paid before delivery, as a fraction of 1.
        prepayment_share / PrepaymentShare: Rate,
        /// Why it pays late, in the firm's words.
        late_reason / LateReason: String,
        /// Whether it can pay, in the firm's words.
        able_to_pay / AbleToPay: String,
        /// Whether it wants to pay, in the firm's words.
        willing_to_pay / WillingToPay: String,
        /// Reports of others on its credit.
        credit_reports / CreditReports: Vec<CreditReport>,
        /// Anything else.
        memo / Memo: String,
    }
}

/// What somebody outside said of the customer's credit (A1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreditReport {
    /// Who.
    pub source: String,
    /// When.
    pub on: Date,
    /// The rating, in the source's own words.
    pub rating: String,
    /// How to find it again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

/// Kind of debtor (A1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DebtorKind {
    /// A public body.
    PublicBody,
    /// A large firm.
    LargeFirm,
    /// A small firm.
    SmallFirm,
}

/// A person at the customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Role.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Phone number as written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// WeChat name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub wechat: String,
    /// How the person is best reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred: Option<Channel>,
    /// When somebody last reached the person by these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified_on: Option<Date>,
    /// The last day on which the person was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}
