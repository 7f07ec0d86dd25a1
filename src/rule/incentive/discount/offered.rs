//! The step that is open for an item on a day, or why there is none (E1).
//! Never offers anything for a disputed item, and never past the last day of a step.

use super::amount::{Reduction, Settled};
use super::grant::OfferUse;
use crate::calendar::Date;
use crate::ledger::{Account, Part};
use crate::money::{Currency, Money};
use crate::policy::Policy;
use crate::record::{
    CreditClass, DiscountBase, DiscountGain, DiscountOffer, DiscountStep, DiscountWindow,
    TakenDiscount, Tier,
};

/// Who asks, and when the money comes.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// The customer.
    pub account: &'a Account,
    /// The offers.
    pub policy: &'a Policy,
    /// Its class.
    pub class: CreditClass,
    /// Its tier, while something is overdue.
    pub tier: Option<Tier>,
    /// The day of the receipt.
    pub on: Date,
    /// What was granted of each offer by then.
    pub used: &'a OfferUse,
    /// Parts that the receipt settles as well: they do not stay overdue after it.
    pub settles: &'a [u32],
}

/// A discount that is open for an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The offer by its name; empty when the document itself offers it.
    pub offer: String,
    /// The step.
    pub step: DiscountStep,
    /// Its last day, inclusive.
    pub last_on: Date,
    /// What it takes off.
    pub reduction: Reduction,
    /// Only for a receipt that settles the whole item.
    pub full_payment_only: bool,
    /// Paid back afterwards instead of taken off.
    pub as_rebate: bool,
    /// What settles all that is open.
    pub whole: Settled,
}

/// Why no discount is open for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDiscount {
    /// Nothing is offered.
    NoOffer,
    /// The last day is over.
    Lapsed {
        /// The last of the last days.
        last_on: Date,
    },
    /// Nothing is open.
    Settled,
    /// Some of the item is disputed.
    Disputed,
    /// Another item stays overdue after the receipt.
    OverdueElsewhere,
    /// The customer's class is not among those of the offer.
    OtherClass,
    /// The customer's tier is not among those of the offer.
    OtherTier,
    /// The budget of the offer is used up.
    BudgetUsed,
}

/// The step that gives most for a part on the day, or why there is none.
pub fn offered(asking: &Asking<'_>, index: u32) -> Result<Offered, NoDiscount> {
    let account = asking.account;
    let part = account.parts.get(index as usize).ok_or(NoDiscount::Settled)?;
    let day = asking.on.number();
    let open_minor = part.balance.free_from(day, &account.part_effects);
    if open_minor <= 0 {
        return Err(NoDiscount::Settled);
    }
    let claims = claims(asking, part);
    let mut reason = NoDiscount::NoOffer;
    let mut best: Option<Offered> = None;
    for claim in claims {
        match claim.offered(asking, index, part, open_minor) {
            Ok(offer) => {
                let gains = |held: &Offered| (held.whole.discount_minor, held.last_on);
                if best.as_ref().is_none_or(|held| gains(&offer) > gains(held)) {
                    best = Some(offer);
                }
            }
            Err(why) => reason = reason.or(why),
        }
    }
    best.ok_or(reason)
}

/// A step with the rules that it comes with.
struct Claim<'a> {
    step: DiscountStep,
    /// None for what the document itself offers.
    offer: Option<&'a DiscountOffer>,
}

fn claims<'a>(asking: &Asking<'a>, part: &Part) -> Vec<Claim<'a>> {
    let document = asking.account.documents.get(part.document as usize);
    let own = document.and_then(|document| document.fields.early_discount.as_deref());
    let own = own.unwrap_or_default().iter().map(|step| Claim { step: *step, offer: None });
    let offers = asking.policy.discount_offers.iter();
    let standing = offers.flat_map(|offer| {
        offer.steps.iter().map(move |step| Claim { step: *step, offer: Some(offer) })
    });
    own.chain(standing).collect()
}

impl Claim<'_> {
    fn offered(
        &self,
        asking: &Asking<'_>,
        index: u32,
        part: &Part,
        open_minor: i64,
    ) -> Result<Offered, NoDiscount> {
        let (account, day) = (asking.account, asking.on.number());
        let last_on = self.last_on(part).ok_or(NoDiscount::NoOffer)?;
        if self.offer.and_then(|offer| offer.from).is_some_and(|from| asking.on < from) {
            return Err(NoDiscount::NoOffer);
        }
        if asking.on > last_on {
            return Err(NoDiscount::Lapsed { last_on });
        }
        if account.disputed(index, open_minor, day) > 0 {
            return Err(NoDiscount::Disputed);
        }
        if let Some(offer) = self.offer {
            self.fits(offer, asking, index)?;
        } else if overdue_elsewhere(asking, index) {
            return Err(NoDiscount::OverdueElsewhere);
        }
        let reduction = self.reduction(account, part).ok_or(NoDiscount::NoOffer)?;
        let whole = reduction.whole(open_minor);
        if whole.discount_minor <= 0 {
            return Err(NoDiscount::NoOffer);
        }
        let currency = part.balance.currency;
        let is_within = |budget: Money| {
            let name = self.offer.map(|offer| offer.name.as_str()).unwrap_or_default();
            let used = asking.used.of(name, currency);
            budget.currency() != currency || used + whole.discount_minor <= budget.minor()
        };
        if !self.offer.and_then(|offer| offer.budget).is_none_or(is_within) {
            return Err(NoDiscount::BudgetUsed);
        }
        Ok(Offered {
            offer: self.offer.map(|offer| offer.name.clone()).unwrap_or_default(),
            step: self.step,
            last_on,
            reduction,
            full_payment_only: self.offer.is_some_and(|offer| offer.full_payment_only),
            as_rebate: self.offer.is_some_and(|offer| offer.as_rebate),
            whole,
        })
    }

    /// The last day of the step, inclusive, and no later than that of its offer.
    fn last_on(&self, part: &Part) -> Option<Date> {
        let days = |days: u32| i32::try_from(days).ok();
        let last_on = match self.step.window {
            DiscountWindow::BeforeDue(before) => part.due_on()?.plus_days(-days(before)?),
            DiscountWindow::AfterIssue(after) => part.issued_on()?.plus_days(days(after)?),
        };
        let until = self.offer.and_then(|offer| offer.until);
        Some(until.map_or(last_on, |until| until.min(last_on)))
    }

    fn fits(
        &self,
        offer: &DiscountOffer,
        asking: &Asking<'_>,
        index: u32,
    ) -> Result<(), NoDiscount> {
        if !offer.classes.is_empty() && !offer.classes.contains(&asking.class) {
            return Err(NoDiscount::OtherClass);
        }
        let is_outside = |tier: Tier| !offer.tiers.is_empty() && !offer.tiers.contains(&tier);
        if asking.tier.is_some_and(is_outside) {
            return Err(NoDiscount::OtherTier);
        }
        if !offer.while_overdue && overdue_elsewhere(asking, index) {
            return Err(NoDiscount::OverdueElsewhere);
        }
        Ok(())
    }

    fn reduction(&self, account: &Account, part: &Part) -> Option<Reduction> {
        let claim = account.documents.get(part.document as usize)?.fields.claim?;
        let gross_minor = claim.amount.minor().abs();
        match self.step.gain {
            DiscountGain::Rate(rate) => {
                let currency = part.balance.currency;
                let base = self.offer.map_or_else(|| usual_base(currency), |offer| offer.base);
                let tax = claim.tax.map_or(0, |tax| tax.minor().abs());
                let base_minor = match base {
                    DiscountBase::WithTax => gross_minor,
                    DiscountBase::WithoutTax => gross_minor - tax,
                };
                Some(Reduction::Rate { rate, base_minor, gross_minor })
            }
            DiscountGain::Fixed(amount) if amount.currency() == part.balance.currency => {
                Some(Reduction::Fixed(amount.minor()))
            }
            DiscountGain::Fixed(_) => None,
        }
    }
}

/// The base where nobody says which: without tax for CNY, since a cash discount leaves output tax
/// as it is; with tax for any other currency.
#[must_use]
fn usual_base(currency: Currency) -> DiscountBase {
    if currency == Currency::CNY { DiscountBase::WithoutTax } else { DiscountBase::WithTax }
}

/// True when another item stays overdue after the receipt, for what of it is not disputed.
fn overdue_elsewhere(asking: &Asking<'_>, index: u32) -> bool {
    let (account, day) = (asking.account, asking.on.number());
    (0..).zip(&account.parts).any(|(other, part)| {
        let is_other = other != index && !asking.settles.contains(&other);
        let is_overdue = part.is_overdue(day) && part.issued_day <= day;
        is_other && is_overdue && {
            let open = account.outstanding(part, day);
            open > account.disputed(other, open, day)
        }
    })
}

impl NoDiscount {
    /// The reason that tells most, when several steps are closed for different reasons.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::NoOffer, _) => other,
            (_, Self::NoOffer) => self,
            (Self::Lapsed { last_on: one }, Self::Lapsed { last_on: two }) => {
                Self::Lapsed { last_on: one.max(two) }
            }
            // A step that has lapsed tells less than one that is open, but not for this customer.
            (Self::Lapsed { .. }, _) => other,
            (_, _) => self,
        }
    }
}

impl Offered {
    /// What a payment by the day settles of an open amount; without a discount where only the whole
    /// earns one, and where it is paid back afterwards.
    #[must_use]
    pub fn settled(&self, open_minor: i64, payment_minor: i64) -> Settled {
        let plain = Settled { paid_minor: payment_minor.min(open_minor), discount_minor: 0 };
        let settled = self.reduction.settled(open_minor, payment_minor);
        let is_whole = settled.cleared_minor() == open_minor;
        match self.as_rebate || (self.full_payment_only && !is_whole) {
            true => plain,
            false => settled,
        }
    }

    /// The discount as it is recorded; `None` when a payment takes none.
    #[must_use]
    pub fn taken(&self, settled: Settled, currency: Currency) -> Option<TakenDiscount> {
        let money = |minor| Money::new(minor, currency).ok();
        (settled.discount_minor > 0).then_some(())?;
        Some(TakenDiscount {
            amount: money(settled.discount_minor)?,
            base: money(settled.cleared_minor())?,
            offer: self.offer.clone(),
            rate: match self.step.gain {
                DiscountGain::Rate(rate) => Some(rate),
                DiscountGain::Fixed(_) => None,
            },
            last_on: Some(self.last_on),
        })
    }
}
