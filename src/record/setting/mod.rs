//! Settings and policy as recorded: title, base currency, aging, terms, tolerances, rates (A8, B1).
//! Never a default hidden in code: creation writes them all into the journal (DESIGN 1).

mod credit;
mod incentive;
mod playbook;
mod team;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use credit::{
    AlertPolicy, CreditTerms, LimitationPolicy, ProvisionPolicy, ScorePolicy, TierAmounts,
    TierPolicy,
};
pub use incentive::{
    DiscountBase, DiscountGain, DiscountOffer, DiscountStep, DiscountWindow, LateChargeNature,
    LateChargePolicy, LateChargeRate, ReferenceRate, YearDays,
};
pub use playbook::{
    AfterResult, Applies, CompliancePolicy, Condition, FollowUp, Notice, Playbook, Step,
};
pub use team::{ApprovalKind, ApprovalPolicy, AssignmentRule, Member, Role};

use super::{Terms, statement_fields};
use crate::calendar::Date;
use crate::id::WorkbookId;
use crate::money::{Currency, Money, Rate};

/// The first fact of a workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Created {
    /// Its random name.
    pub workbook: WorkbookId,
    /// Every default that it begins with.
    pub settings: SettingFields,
}

statement_fields! {
    /// What can be set for the whole workbook.
    SettingFields / SettingField {
        /// Title of the workbook.
        title / Title: String,
        /// The currency that totals are converted to.
        base_currency / BaseCurrency: Currency,
        /// IANA name of the time zone in which days begin.
        time_zone / TimeZone: String,
        /// Buckets, basis and edge convention of the aging.
        aging / Aging: AgingPolicy,
        /// Terms proposed for an invoice whose customer has none.
        default_terms / DefaultTerms: Terms,
        /// Order of automatic allocation.
        allocation_order / AllocationOrder: AllocationOrder,
        /// Largest difference that may be written off without approval, per currency.
        small_difference / SmallDifference: Vec<Money>,
        /// Sales of the KPI window net of credit notes instead of before them.
        sales_net_of_credit_notes / SalesNetOfCreditNotes: bool,
        /// Days off and make-up working days.
        holidays / Holidays: HolidayList,
        /// The firm's own data for letters.
        firm / Firm: Firm,
        /// How a score and a class come about (C1).
        score / Score: ScorePolicy,
        /// How a tier comes about (C2).
        tiering / Tiering: TierPolicy,
        /// The limitation period (C5).
        limitation / Limitation: LimitationPolicy,
        /// When alerts are raised (C4).
        alerts / Alerts: AlertPolicy,
        /// Suggested limits and terms by class (C3).
        credit_terms / CreditTerms: Vec<CreditTerms>,
        /// The provision matrix (B4).
        provision / Provision: ProvisionPolicy,
        /// The playbook (D1, D2).
        playbook / Playbook: Playbook,
        /// Hours, counts and words that contacts keep to (D9).
        compliance / Compliance: CompliancePolicy,
        /// The team (D8).
        team / Team: Vec<Member>,
        /// Who is assigned which customers (D8).
        assignment / Assignment: Vec<AssignmentRule>,
        /// Offers of early-payment discounts (E1).
        discount_offers / DiscountOffers: Vec<DiscountOffer>,
        /// What the firm's own money costs, a year, as a fraction (E4, E5).
        cost_of_money / CostOfMoney: Rate,
        /// The late charge (E7).
        late_charge / LateCharge: LateChargePolicy,
        /// Reference rates by day (E7).
        reference_rates / ReferenceRates: Vec<ReferenceRate>,
        /// What waits for an approval, and whose (D8).
        approval / Approval: ApprovalPolicy,
    }
}

/// How the aging is drawn up (B1, B5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgingPolicy {
    /// From the due date or from the invoice date.
    pub basis: AgingBasis,
    /// Last day of each bucket but the open one, rising: 30, 60, 90, 180.
    pub upper_days: Vec<u32>,
    /// Rule for the edges.
    #[serde(default)]
    pub convention: AgingConvention,
}

/// What an age is counted from (B1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgingBasis {
    /// Days since the due date; a not-due column.
    DueOn,
    /// Days since the invoice date; no not-due column, the first bucket begins at 0.
    IssuedOn,
}

/// Edge rules used by other packages (B5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgingConvention {
    /// Ours: the due day is not overdue, the upper edge belongs to its bucket.
    #[default]
    UpperInclusive,
    /// The due day itself counts in the first bucket.
    ZeroInFirst,
    /// The lower edge belongs to its bucket: day 30 is in 30–59.
    LowerInclusive,
}

/// Order in which a receipt is proposed to be allocated (FIGURES, allocation).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllocationOrder {
    /// Oldest due first, then number.
    #[default]
    OldestDue,
}

/// Days that differ from Monday–Friday.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayList {
    /// Days off.
    pub off: Vec<Date>,
    /// Weekend days worked.
    pub worked: Vec<Date>,
}

/// The firm that keeps the workbook (A9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Firm {
    /// Name.
    pub name: String,
    /// Tax number.
    pub tax_no: String,
    /// Address.
    pub address: String,
    /// Telephone number, for letters.
    pub phone: String,
    /// The name in short, as messages are signed: 【…】.
    pub short_name: String,
    /// Where to pay.
    pub bank_accounts: Vec<String>,
}

/// A dated rate: one unit of `currency` is worth `rate` units of the base currency (A8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeRate {
    /// The foreign currency.
    pub currency: Currency,
    /// From this day on.
    pub on: Date,
    /// Units of the base currency for one unit.
    pub rate: Rate,
}

/// How a table of this layout is read (A7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The headings as they stand, in order: what makes it this layout.
    pub headings: Vec<String>,
    /// Column by field name.
    pub columns: BTreeMap<String, u32>,
    /// Answers given for this layout, by question.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
}
