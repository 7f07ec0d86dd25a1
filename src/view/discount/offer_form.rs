//! An offer as fields that a person fills in (E1; SCREENS, Discounts).
//! Never records it: the workbook checks and records.

use crate::calendar::Date;
use crate::money::{Currency, Money};
use crate::record::{
    CreditClass, DiscountBase, DiscountGain, DiscountOffer, DiscountStep, DiscountWindow, Tier,
};
use crate::view::amount::{figure, rate_percent};
use crate::view::typed;

/// Steps that a form shows.
pub const STEP_COUNT: usize = 3;

/// A step as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepForm {
    /// Days; empty for no step.
    pub days: String,
    /// Counted from the invoice date instead of back from the due day.
    pub after_issue: bool,
    /// `2`, `2%` for a rate, `¥50` or `CNY 50` for an amount.
    pub gain: String,
}

/// An offer as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferForm {
    /// Its name.
    pub name: String,
    /// Its steps.
    pub steps: [StepForm; STEP_COUNT],
    /// For which classes, in the order of [`CreditClass::ALL`]; for any when none is ticked.
    pub classes: [bool; 3],
    /// For which tiers, in the order of [`Tier::ALL`]; for any when none is ticked.
    pub tiers: [bool; 3],
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Of the amount with tax.
    pub with_tax: bool,
    /// Only for the whole item.
    pub full_payment_only: bool,
    /// Also while another item stays overdue.
    pub while_overdue: bool,
    /// Paid back afterwards.
    pub as_rebate: bool,
    /// The budget; empty for none.
    pub budget: String,
}

/// A field of the form, for what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferField {
    /// The name is missing or taken.
    Name,
    /// Days of a step, by its place.
    Days(usize),
    /// Gain of a step, by its place.
    Gain(usize),
    /// First day.
    From,
    /// Last day.
    Until,
    /// The budget.
    Budget,
}

impl OfferForm {
    /// The form of an offer.
    #[must_use]
    pub fn of(offer: &DiscountOffer) -> Self {
        let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
        let mut form = Self {
            name: offer.name.clone(),
            classes: CreditClass::ALL.map(|class| offer.classes.contains(&class)),
            tiers: Tier::ALL.map(|tier| offer.tiers.contains(&tier)),
            from: day(offer.from),
            until: day(offer.until),
            with_tax: offer.base == DiscountBase::WithTax,
            full_payment_only: offer.full_payment_only,
            while_overdue: offer.while_overdue,
            as_rebate: offer.as_rebate,
            budget: offer.budget.map(money_text).unwrap_or_default(),
            ..Self::default()
        };
        for (place, step) in form.steps.iter_mut().zip(&offer.steps) {
            let (days, after_issue) = match step.window {
                DiscountWindow::BeforeDue(days) => (days, false),
                DiscountWindow::AfterIssue(days) => (days, true),
            };
            let gain = match step.gain {
                DiscountGain::Rate(rate) => rate_percent(rate),
                DiscountGain::Fixed(amount) => money_text(amount),
            };
            *place = StepForm { days: days.to_string(), after_issue, gain };
        }
        form
    }

    /// The offer that is typed, or the fields that cannot be read. Amounts without a code are in
    /// `base`.
    pub fn read(&self, base: Currency, today: Date) -> Result<DiscountOffer, Vec<OfferField>> {
        let mut wrong = Vec::new();
        let name = self.name.trim().to_owned();
        if name.is_empty() {
            wrong.push(OfferField::Name);
        }
        let mut steps = Vec::new();
        for (place, step) in self.steps.iter().enumerate() {
            if step.days.trim().is_empty() && step.gain.trim().is_empty() {
                continue;
            }
            let days = step.days.trim().parse::<u32>().ok().filter(|days| *days <= 3_650);
            let gain = gain(&step.gain, base);
            match (days, gain) {
                (Some(days), Some(gain)) => {
                    let window = match step.after_issue {
                        true => DiscountWindow::AfterIssue(days),
                        false => DiscountWindow::BeforeDue(days),
                    };
                    steps.push(DiscountStep { window, gain });
                }
                (days, gain) => {
                    wrong.extend(days.is_none().then_some(OfferField::Days(place)));
                    wrong.extend(gain.is_none().then_some(OfferField::Gain(place)));
                }
            }
        }
        if steps.is_empty() && wrong.is_empty() {
            wrong.push(OfferField::Days(0));
        }
        let mut day = |text: &str, field| {
            let read = typed::date(text, today);
            if read.is_none() && !text.trim().is_empty() {
                wrong.push(field);
            }
            read
        };
        let from = day(&self.from, OfferField::From);
        let until = day(&self.until, OfferField::Until);
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            wrong.push(OfferField::Until);
        }
        let budget = typed::money(&self.budget, base).filter(|held| held.minor() > 0);
        if budget.is_none() && !self.budget.trim().is_empty() {
            wrong.push(OfferField::Budget);
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(DiscountOffer {
            name,
            steps,
            from,
            until,
            classes: ticked(CreditClass::ALL, self.classes),
            tiers: ticked(Tier::ALL, self.tiers),
            base: if self.with_tax { DiscountBase::WithTax } else { DiscountBase::WithoutTax },
            full_payment_only: self.full_payment_only,
            while_overdue: self.while_overdue,
            as_rebate: self.as_rebate,
            budget,
        })
    }
}

fn ticked<T: Copy>(all: [T; 3], ticked: [bool; 3]) -> Vec<T> {
    all.into_iter().zip(ticked).filter(|(_, is_ticked)| *is_ticked).map(|(one, _)| one).collect()
}

/// A rate below the whole, or an amount that names its currency.
fn gain(typed: &str, base: Currency) -> Option<DiscountGain> {
    let text = typed.trim();
    let is_amount = text.starts_with(['¥', '￥']) || text.starts_with(|c: char| c.is_alphabetic());
    if is_amount {
        let amount = typed::money(text, base).filter(|held| held.minor() > 0);
        return amount.map(DiscountGain::Fixed);
    }
    let rate = typed::percent(text)?;
    let is_usable = rate.0 > crate::money::Decimal::ZERO && rate.0 < crate::money::Decimal::ONE;
    is_usable.then_some(DiscountGain::Rate(rate))
}

/// `CNY 50.00`, as it can be typed.
fn money_text(amount: Money) -> String {
    format!("{} {}", amount.currency(), figure(amount.minor(), amount.currency()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn typed_form() -> OfferForm {
        let mut form = OfferForm { name: "早付优惠".to_owned(), ..OfferForm::default() };
        form.steps[0] = StepForm { days: "30".into(), after_issue: false, gain: "2".into() };
        form.steps[1] = StepForm { days: "15".into(), after_issue: true, gain: "¥50".into() };
        form.classes = [true, false, false];
        form.until = "2026-12-31".to_owned();
        form
    }

    #[test]
    fn what_is_typed_is_the_offer_and_the_offer_is_typed_again() {
        let offer = typed_form().read(Currency::CNY, day("2026-03-01")).unwrap();
        assert_eq!(offer.steps.len(), 2);
        assert_eq!(offer.steps[0].gain, DiscountGain::Rate("0.02".parse().unwrap()));
        assert_eq!(offer.steps[1].gain, DiscountGain::Fixed("50.00 CNY".parse().unwrap()));
        assert_eq!(offer.classes, [CreditClass::ALL[0]]);
        let again = OfferForm::of(&offer).read(Currency::CNY, day("2026-03-01"));
        assert_eq!(again, Ok(offer));
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_field() {
        let mut form = typed_form();
        form.name = " ".to_owned();
        form.steps[0].gain = "100".to_owned();
        form.steps[1].days = "soon".to_owned();
        form.from = "2027-01-01".to_owned();
        form.budget = "lots".to_owned();
        use OfferField::{Budget, Days, Gain, Name, Until};
        let wrong = form.read(Currency::CNY, day("2026-03-01")).unwrap_err();
        assert_eq!(wrong, [Name, Gain(0), Days(1), Until, Budget]);
        let wrong = OfferForm { name: "x".into(), ..OfferForm::default() };
        assert_eq!(wrong.read(Currency::CNY, day("2026-03-01")), Err(vec![Days(0)]));
    }
}
