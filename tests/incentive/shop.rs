//! A firm that sells on discount terms, in the words of the tests.
//! Never a figure: those stand in the tests.

use huikuan::id::Key;
use huikuan::ledger::Account;
use huikuan::money::Rate;
use huikuan::record::{
    Claim, CreditClass, DiscountBase, DiscountGain, DiscountOffer, DiscountStep, DiscountWindow,
    DocumentFields, DocumentKind, SettingFields, Tier,
};
use huikuan::rule::incentive::discount::{Asking, OfferUse, Quote, proposal, quotes};
use huikuan::workbook::{Command, Share};

use crate::laptop::{Laptop, claim, date, money};

pub(crate) fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

/// So much within so many days after the invoice date.
pub(crate) fn within(days: u32, of: &str) -> DiscountStep {
    DiscountStep { window: DiscountWindow::AfterIssue(days), gain: DiscountGain::Rate(rate(of)) }
}

/// So much so many days before the due day or earlier.
pub(crate) fn before(days: u32, of: &str) -> DiscountStep {
    DiscountStep { window: DiscountWindow::BeforeDue(days), gain: DiscountGain::Rate(rate(of)) }
}

/// An offer to everybody, of the amount with tax.
pub(crate) fn offer(steps: Vec<DiscountStep>) -> DiscountOffer {
    DiscountOffer {
        name: "早付优惠".to_owned(),
        steps,
        from: None,
        until: None,
        classes: Vec::new(),
        tiers: Vec::new(),
        base: DiscountBase::WithTax,
        full_payment_only: false,
        while_overdue: false,
        as_rebate: false,
        budget: None,
    }
}

/// A laptop whose firm makes that offer.
pub(crate) fn shop(offer: DiscountOffer) -> Laptop {
    let mut mei = Laptop::begins("mei");
    let fields = SettingFields { discount_offers: Some(vec![offer]), ..SettingFields::default() };
    mei.does(Command::SetPolicy(fields));
    mei
}

/// An invoice with tax in it: issued, due, amount, tax.
pub(crate) fn taxed(mei: &mut Laptop, number: &str, [issued, due, amount, tax]: [&str; 4]) {
    let amount = claim(issued, due, amount);
    let whole = amount.claim.unwrap().amount;
    let claim = Some(Claim { amount: whole, tax: Some(money(tax)) });
    mei.records(DocumentKind::Invoice, "C1", number, DocumentFields { claim, ..amount });
}

pub(crate) fn account(mei: &Laptop) -> &Account {
    mei.book.ledger().account(&Key::of("C1")).unwrap()
}

/// Who asks on a day, of class regular and without a tier.
pub(crate) fn asking<'a>(mei: &'a Laptop, used: &'a OfferUse, on: &str) -> Asking<'a> {
    Asking {
        account: account(mei),
        policy: mei.book.ledger().policy(),
        class: CreditClass::Regular,
        tier: None::<Tier>,
        on: date(on),
        used,
        settles: &[],
    }
}

/// The quotes of everything that is open on a day.
pub(crate) fn quoted(mei: &Laptop, on: &str) -> Vec<Quote> {
    let used = OfferUse::of_ledger(mei.book.ledger(), date(on));
    quotes(&asking(mei, &used, on), &[])
}

/// Number, payable and discount of each quote, a line each.
pub(crate) fn quote_lines(mei: &Laptop, on: &str) -> Vec<String> {
    let line = |quote: &Quote| {
        let part = &account(mei).parts[quote.part as usize];
        let number = &account(mei).documents[part.document as usize].number;
        let (payable, discount) = (quote.payable.amount_text(), quote.discount.amount_text());
        match &quote.offered {
            Ok(held) => format!("{number} {payable} {discount} until {}", held.last_on),
            Err(why) => format!("{number} {payable} {why:?}"),
        }
    };
    quoted(mei, on).iter().map(line).collect()
}

/// The shares of a receipt as the proposal gives them.
pub(crate) fn proposed(mei: &Laptop, on: &str, amount: &str) -> Vec<Share> {
    let (used, amount) = (OfferUse::of_ledger(mei.book.ledger(), date(on)), money(amount));
    let shares = proposal(&asking(mei, &used, on), amount.currency(), amount.minor());
    let given = shares.into_iter().filter(|share| share.amount_minor > 0);
    let share = |held: huikuan::rule::incentive::discount::DiscountedShare| Share {
        item: held.open.item,
        amount: amount.with_minor(held.amount_minor).unwrap(),
        discount: held.taken,
    };
    given.map(share).collect()
}
