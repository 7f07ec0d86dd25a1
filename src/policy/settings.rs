//! The settings and policy in force, with the defaults that a new workbook writes down.
//! Never read from code when a workbook states them: creation records every default (DESIGN 1).

use std::collections::BTreeMap;

use super::default;
use crate::calendar::Date;
use crate::id::WorkbookId;
use crate::money::{Currency, Decimal, Money, Rate};
use crate::record::{
    AgingBasis, AgingConvention, AgingPolicy, AlertPolicy, AllocationOrder, ApprovalPolicy,
    AssignmentRule, CompliancePolicy, CreditTerms, DiscountOffer, ExchangeRate, Firm, HolidayList,
    LateChargePolicy, Layout, LimitationPolicy, Member, Playbook, ProvisionPolicy, ReferenceRate,
    ScorePolicy, SettingFields, Terms, TierPolicy,
};

/// Upper days of the buckets of a new workbook (B1).
pub const BUCKETS_BY_DAYS: [u32; 4] = [30, 60, 90, 180];
/// The second preset of B1: within 1, 1–2, 2–3, 3–4, 4–5 and over 5 years.
pub const BUCKETS_BY_YEARS: [u32; 5] = [365, 730, 1095, 1460, 1825];

/// Settings and policy of a workbook on which every rule stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// The workbook's name among workbooks; absent before its first entry.
    pub workbook: Option<WorkbookId>,
    /// Title.
    pub title: String,
    /// The currency that totals are converted to (A8).
    pub base_currency: Currency,
    /// IANA name of the time zone in which days begin.
    pub time_zone: String,
    /// Aging (B1, B5).
    pub aging: AgingPolicy,
    /// Terms proposed for an invoice whose customer has none.
    pub default_terms: Terms,
    /// Order of automatic allocation (A4).
    pub allocation_order: AllocationOrder,
    /// Largest difference that may be written off without approval, per currency (A4).
    pub small_difference: Vec<Money>,
    /// Sales of a KPI window net of credit notes (FIGURES, KPIs).
    pub sales_net_of_credit_notes: bool,
    /// Days off and make-up working days.
    pub holidays: HolidayList,
    /// The firm that keeps the workbook.
    pub firm: Firm,
    /// How a score and a class come about (C1).
    pub score: ScorePolicy,
    /// How a tier comes about (C2).
    pub tiering: TierPolicy,
    /// The limitation period (C5).
    pub limitation: LimitationPolicy,
    /// When alerts are raised (C4).
    pub alerts: AlertPolicy,
    /// Suggested limits and terms by class (C3).
    pub credit_terms: Vec<CreditTerms>,
    /// The provision matrix (B4).
    pub provision: ProvisionPolicy,
    /// The playbook (D1, D2).
    pub playbook: Playbook,
    /// Hours, counts and words that contacts keep to (D9).
    pub compliance: CompliancePolicy,
    /// The team (D8).
    pub team: Vec<Member>,
    /// Who is assigned which customers (D8).
    pub assignment: Vec<AssignmentRule>,
    /// Offers of early-payment discounts (E1).
    pub discount_offers: Vec<DiscountOffer>,
    /// What the firm's own money costs, a year, as a fraction (E4, E5).
    pub cost_of_money: Rate,
    /// The late charge (E7).
    pub late_charge: LateChargePolicy,
    /// Reference rates, rising by day (E7).
    pub reference_rates: Vec<ReferenceRate>,
    /// What waits for an approval, and whose (D8).
    pub approval: ApprovalPolicy,
    /// Rates of exchange, in the order in which they were recorded.
    pub exchange: Vec<ExchangeRate>,
    /// Remembered layouts of tables, by their headings.
    pub layouts: BTreeMap<Vec<String>, Layout>,
}

impl Default for Policy {
    fn default() -> Self {
        Self::beginning(Currency::CNY)
    }
}

impl Policy {
    /// Every default of a workbook with that base currency.
    fn beginning(base: Currency) -> Self {
        Self {
            workbook: None,
            title: String::new(),
            base_currency: base,
            time_zone: "Asia/Shanghai".to_owned(),
            aging: AgingPolicy {
                basis: AgingBasis::DueOn,
                upper_days: BUCKETS_BY_DAYS.to_vec(),
                convention: AgingConvention::UpperInclusive,
            },
            default_terms: Terms::net(30),
            allocation_order: AllocationOrder::OldestDue,
            small_difference: Money::new(100, base).into_iter().collect(),
            sales_net_of_credit_notes: false,
            holidays: HolidayList::default(),
            firm: Firm::default(),
            score: default::score(base),
            tiering: default::tiering(base),
            limitation: default::limitation(),
            alerts: default::alerts(base),
            credit_terms: default::credit_terms(),
            provision: ProvisionPolicy::default(),
            playbook: default::playbook(base),
            compliance: default::compliance(),
            team: Vec::new(),
            assignment: Vec::new(),
            discount_offers: Vec::new(),
            cost_of_money: default::cost_of_money(),
            late_charge: default::late_charge(),
            reference_rates: Vec::new(),
            approval: ApprovalPolicy::default(),
            exchange: Vec::new(),
            layouts: BTreeMap::new(),
        }
    }

    /// Every default as facts for a new workbook with that title and base currency.
    #[must_use]
    pub fn first_settings(title: &str, base_currency: Currency) -> SettingFields {
        let policy = Self::beginning(base_currency);
        SettingFields {
            title: Some(title.to_owned()),
            base_currency: Some(base_currency),
            time_zone: Some(policy.time_zone),
            aging: Some(policy.aging),
            default_terms: Some(policy.default_terms),
            allocation_order: Some(policy.allocation_order),
            small_difference: Some(policy.small_difference),
            sales_net_of_credit_notes: Some(policy.sales_net_of_credit_notes),
            holidays: Some(policy.holidays),
            firm: Some(policy.firm),
            score: Some(policy.score),
            tiering: Some(policy.tiering),
            limitation: Some(policy.limitation),
            alerts: Some(policy.alerts),
            credit_terms: Some(policy.credit_terms),
            provision: Some(policy.provision),
            playbook: Some(policy.playbook),
            compliance: Some(policy.compliance),
            team: Some(policy.team),
            assignment: Some(policy.assignment),
            discount_offers: Some(policy.discount_offers),
            cost_of_money: Some(policy.cost_of_money),
            late_charge: Some(policy.late_charge),
            reference_rates: Some(policy.reference_rates),
            approval: Some(policy.approval),
        }
    }

    /// Takes over the values that a workbook states.
    pub fn apply(&mut self, fields: SettingFields) {
        macro_rules! take {
            ($($field:ident),+) => {
                $(if let Some(value) = fields.$field { self.$field = value; })+
            };
        }
        take!(
            title,
            base_currency,
            time_zone,
            aging,
            default_terms,
            allocation_order,
            small_difference,
            sales_net_of_credit_notes,
            holidays,
            firm,
            score,
            tiering,
            limitation,
            alerts,
            credit_terms,
            provision,
            playbook,
            compliance,
            team,
            assignment,
            discount_offers,
            cost_of_money,
            late_charge,
            reference_rates,
            approval
        );
    }

    /// The largest difference in a currency that may be written off without approval (A4).
    #[must_use]
    pub fn tolerance(&self, currency: Currency) -> Money {
        let held = self.small_difference.iter().find(|held| held.currency() == currency);
        held.copied().unwrap_or(Money::zero(currency))
    }

    /// Remembers how tables of a layout are read; the last one recorded counts.
    pub fn remember(&mut self, layout: &Layout) {
        self.layouts.insert(layout.headings.clone(), layout.clone());
    }

    /// Units of the base currency for one unit of `currency` on that day: the latest rate dated on
    /// or before it, of equal dates the last recorded. `None` when there is none (A8).
    #[must_use]
    pub fn rate_on(&self, currency: Currency, day: Date) -> Option<Decimal> {
        if currency == self.base_currency {
            return Some(Decimal::ONE);
        }
        let known = self.exchange.iter().filter(|rate| rate.currency == currency && rate.on <= day);
        known.max_by_key(|rate| rate.on).map(|rate| rate.rate.0)
    }
}
