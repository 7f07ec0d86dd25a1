//! The settings that a filled-in card asks for.
//! Never stops at the first mistake: each field says its own.

use super::{BY_LIMITS, PolicyCard, PolicyFault as Fault, PolicyField as F, Texts};
use crate::calendar::TimeOfDay;
use crate::id::narrow;
use crate::money::{Currency, Decimal, Money, Rate};
use crate::record::{
    AlertPolicy, CompliancePolicy, CreditClass, CreditTerms, LimitationPolicy, ScorePolicy,
    SettingFields, TierAmounts, TierPolicy,
};
use crate::view::{setting, typed};

/// A century of days: no number of a policy is larger.
const WHOLE_MAX: u32 = 36_500;

/// The settings of a card, or what is wrong, field by field. Amounts without a code of their own
/// are in `base`.
pub fn read(
    card: PolicyCard,
    texts: &Texts,
    base: Currency,
) -> Result<SettingFields, Vec<(F, Fault)>> {
    let mut reader = Reader { texts, base, wrong: Vec::new() };
    let mut fields = SettingFields::default();
    match card {
        PolicyCard::Score => fields.score = Some(reader.score()),
        PolicyCard::Tier => fields.tiering = Some(reader.tier()),
        PolicyCard::Terms => fields.credit_terms = Some(reader.terms()),
        PolicyCard::Limitation => fields.limitation = Some(reader.limitation()),
        PolicyCard::Alerts => fields.alerts = Some(reader.alerts()),
        PolicyCard::Compliance => fields.compliance = reader.compliance(),
    }
    if reader.wrong.is_empty() { Ok(fields) } else { Err(reader.wrong) }
}

/// Reads fields; what cannot be read is noted, and something stands in its place.
struct Reader<'a> {
    texts: &'a Texts,
    base: Currency,
    wrong: Vec<(F, Fault)>,
}

impl Reader<'_> {
    fn text(&self, field: F) -> String {
        let text = self.texts.get(&field).map_or("", |text| text.trim());
        text.chars().map(narrow).collect()
    }

    fn refuse(&mut self, field: F, fault: Fault) {
        if !self.wrong.iter().any(|(held, _)| *held == field) {
            self.wrong.push((field, fault));
        }
    }

    fn whole(&mut self, field: F) -> u32 {
        let read = self.text(field).replace(',', "").parse().ok();
        let read = read.filter(|held| *held <= WHOLE_MAX);
        if read.is_none() {
            self.refuse(field, Fault::NotWhole);
        }
        read.unwrap_or_default()
    }

    fn above_zero(&mut self, field: F) -> u32 {
        let read = self.whole(field);
        if read == 0 {
            self.refuse(field, Fault::NotAboveZero);
        }
        read
    }

    fn percent(&mut self, field: F) -> u32 {
        let read = self.whole(field);
        if read > 100 {
            self.refuse(field, Fault::Above100);
        }
        read
    }

    fn amount(&mut self, field: F) -> Money {
        let read = typed::money(&self.text(field), self.base).filter(|held| held.minor() >= 0);
        if read.is_none() {
            self.refuse(field, Fault::NotAnAmount);
        }
        read.unwrap_or(Money::zero(self.base))
    }

    fn score(&mut self) -> ScorePolicy {
        let held = ScorePolicy {
            window_months: self.above_zero(F::WindowMonths),
            paid_on_time_weight: self.whole(F::PaidOnTimeWeight),
            days_late_weight: self.whole(F::DaysLateWeight),
            days_late_zero: self.above_zero(F::DaysLateZero),
            worst_overdue_weight: self.whole(F::WorstOverdueWeight),
            worst_overdue_zero: self.above_zero(F::WorstOverdueZero),
            promises_kept_weight: self.whole(F::PromisesKeptWeight),
            limit_used_weight: self.whole(F::LimitUsedWeight),
            limit_used_full_percent: self.whole(F::LimitUsedFull),
            limit_used_zero_percent: self.whole(F::LimitUsedZero),
            quality_from: self.percent(F::QualityFrom),
            risk_below: self.whole(F::RiskBelow),
            parts_count_min: self.whole(F::PartsMin),
            old_debt_days: self.whole(F::OldDebtDays),
            old_debt_min: self.amount(F::OldDebtMin),
            evaluation_months: self.above_zero(F::EvaluationMonths),
        };
        let weights = held.paid_on_time_weight
            | held.days_late_weight
            | held.worst_overdue_weight
            | held.promises_kept_weight
            | held.limit_used_weight;
        if weights == 0 {
            self.refuse(F::PaidOnTimeWeight, Fault::NoWeight);
        }
        if held.limit_used_full_percent >= held.limit_used_zero_percent {
            self.refuse(F::LimitUsedZero, Fault::NotBeyondBefore);
        }
        if held.risk_below > held.quality_from {
            self.refuse(F::RiskBelow, Fault::AboveBefore);
        }
        held
    }

    fn tier(&mut self) -> TierPolicy {
        let held = TierPolicy {
            amounts: self.tier_amounts(),
            long_over_days: self.whole(F::LongOver),
            medium_over_days: self.whole(F::MediumOver),
            weights: [F::AmountWeight, F::DaysWeight, F::ClassWeight].map(|it| self.whole(it)),
            a_from_points: self.whole(F::AFrom),
            b_from_points: self.whole(F::BFrom),
            amount_min: self.amount(F::TierMin),
        };
        if held.weights == [0; 3] {
            self.refuse(F::AmountWeight, Fault::NoWeight);
        }
        if held.medium_over_days > held.long_over_days {
            self.refuse(F::MediumOver, Fault::AboveBefore);
        }
        if held.b_from_points > held.a_from_points {
            self.refuse(F::BFrom, Fault::AboveBefore);
        }
        held
    }

    fn tier_amounts(&mut self) -> TierAmounts {
        if self.text(F::TierBasis) == BY_LIMITS {
            let (large_from, medium_from) = (self.amount(F::LargeFrom), self.amount(F::MediumFrom));
            if large_from.currency() != medium_from.currency() {
                self.refuse(F::MediumFrom, Fault::NotAnAmount);
            } else if medium_from > large_from {
                self.refuse(F::MediumFrom, Fault::AboveBefore);
            }
            return TierAmounts::Limits { large_from, medium_from };
        }
        let large_below_percent = self.percent(F::LargeBelowPercent);
        let medium_below_percent = self.percent(F::MediumBelowPercent);
        if medium_below_percent < large_below_percent {
            self.refuse(F::MediumBelowPercent, Fault::BelowBefore);
        }
        TierAmounts::Shares { large_below_percent, medium_below_percent }
    }

    fn terms(&mut self) -> Vec<CreditTerms> {
        let rows = [
            (CreditClass::Quality, F::QualityMonths, F::QualityDays),
            (CreditClass::Regular, F::RegularMonths, F::RegularDays),
            (CreditClass::Risk, F::RiskMonths, F::RiskDays),
        ];
        let row = |(class, months, days)| {
            let read = Decimal::from_str_exact(&self.text(months)).ok();
            let read = read.filter(|it| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(it));
            if read.is_none() {
                self.refuse(months, Fault::NotMonths);
            }
            let limit_months = Rate(read.unwrap_or_default().normalize());
            CreditTerms { class, limit_months, net_days_max: self.whole(days) }
        };
        rows.map(row).to_vec()
    }

    fn limitation(&mut self) -> LimitationPolicy {
        let (years, years_max) = (self.above_zero(F::Years), self.percent(F::YearsMax));
        if years_max < years {
            self.refuse(F::YearsMax, Fault::BelowBefore);
        }
        let read = setting::upper_days(&self.text(F::AlertDays));
        let read = read.filter(|days| days.iter().all(|days| *days <= WHOLE_MAX));
        if read.is_none() {
            self.refuse(F::AlertDays, Fault::NotDays);
        }
        let mut alert_days = read.unwrap_or_default();
        alert_days.sort_unstable_by(|a, b| b.cmp(a));
        alert_days.dedup();
        LimitationPolicy { years, years_max, alert_days }
    }

    fn alerts(&mut self) -> AlertPolicy {
        AlertPolicy {
            overdue_days: self.whole(F::OverdueDays),
            overdue_amount: self.amount(F::OverdueAmount),
            statement_days: self.whole(F::StatementDays),
            concentration_percent: self.percent(F::ConcentrationPercent),
            no_receipt_days: self.whole(F::NoReceiptDays),
            sign_off_days: self.whole(F::SignOffDays),
        }
    }

    /// `None` where a time cannot be read, which is noted.
    fn compliance(&mut self) -> Option<CompliancePolicy> {
        let (from, until) = (self.time(F::HoursFrom), self.time(F::HoursUntil));
        if from.zip(until).is_some_and(|(from, until)| until <= from) {
            self.refuse(F::HoursUntil, Fault::NotBeyondBefore);
        }
        let preferred_hours = spans(&self.text(F::PreferredHours));
        if preferred_hours.is_none() {
            self.refuse(F::PreferredHours, Fault::NotHours);
        }
        let day_max = self.above_zero(F::DayMax);
        let week_max = self.above_zero(F::WeekMax);
        if week_max < day_max {
            self.refuse(F::WeekMax, Fault::BelowBefore);
        }
        let words = self.texts.get(&F::WordsToAvoid).map_or("", String::as_str);
        let words = words.lines().map(str::trim).filter(|word| !word.is_empty());
        Some(CompliancePolicy {
            hours_from: from?,
            hours_until: until?,
            preferred_hours: preferred_hours?,
            contact_count_day_max: day_max,
            contact_count_week_max: week_max,
            words_to_avoid: words.map(str::to_owned).collect(),
        })
    }

    fn time(&mut self, field: F) -> Option<TimeOfDay> {
        let read = typed::time(&self.text(field));
        if read.is_none() {
            self.refuse(field, Fault::NotATime);
        }
        read
    }
}

/// `10:00–12:00, 14:00-17:00`; nothing is fine. `None` for anything else.
fn spans(text: &str) -> Option<Vec<[TimeOfDay; 2]>> {
    let words = text.split([',', '、', ';', '\n']).map(str::trim).filter(|word| !word.is_empty());
    let span = |word: &str| {
        let (from, until) = word.split_once(['-', '–', '—', '~', '至'])?;
        let (from, until) = (typed::time(from)?, typed::time(until)?);
        (from < until).then_some([from, until])
    };
    words.map(span).collect()
}
