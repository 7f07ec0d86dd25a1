//! What the fields of a template say of one customer on a day.
//! Never demands what a person stopped, contests or has promised: the rule's demands decide.

use super::agreed::{appointment, plan, promise, receipt};
use super::charge::late_charge_of;
use super::money::{discount_of, items, statement_of};
use super::words::{day, in_capitals, sums};
use crate::calendar::AsOf;
use crate::ledger::{Account, Ledger, NEVER};
use crate::letter::field::LetterData;
use crate::money::Money;
use crate::policy::plus_working_days;
use crate::record::{CreditClass, Language, Tier};
use crate::rule::collection::{Action, Demand, Standing, Task, demands, standing, task};
use crate::rule::credit::CustomerCredit;
use crate::rule::incentive::discount::OfferUse;

/// What letters to all customers share.
#[derive(Clone, Debug)]
pub struct Gathering<'l> {
    /// The ledger.
    pub ledger: &'l Ledger,
    /// The day of the letter.
    pub as_of: AsOf,
    /// The language of the letter.
    pub language: Language,
    /// Who writes.
    pub by: &'l str,
    /// What was granted of each discount.
    used: OfferUse,
}

impl<'l> Gathering<'l> {
    /// Looks up once what does not depend on the customer.
    #[must_use]
    pub fn begin(ledger: &'l Ledger, as_of: AsOf, language: Language, by: &'l str) -> Self {
        let used = OfferUse::of_ledger(ledger, as_of);
        Self { ledger, as_of, language, by, used }
    }

    /// The customer's task on the day; none when there is nothing to do about it.
    #[must_use]
    pub fn task(&self, credit: &CustomerCredit) -> Option<Task> {
        let account = self.ledger.account(&credit.customer)?;
        task(account, standing(credit), self.ledger.policy(), self.as_of, &mut ())
    }

    /// The fields of a letter to a customer; `None` when there is no such customer.
    #[must_use]
    pub fn of(&self, credit: &CustomerCredit, task: Option<&Task>) -> Option<LetterData> {
        let account = self.ledger.account(&credit.customer)?;
        let standing = standing(credit);
        let (policy, language) = (self.ledger.policy(), self.language);
        let demands = match task {
            Some(task) => task.demands.clone(),
            None => demands(account, policy, self.as_of),
        };
        let demanded = demands.demanded();
        let (mut items, coming) = items(self, account, &demands);
        let discount = discount_of(self, account, standing, &self.used);
        for offer in discount.iter().flat_map(|discount| &discount.items) {
            for item in items.iter_mut().filter(|item| item.number == offer.number) {
                item.discount_until.clone_from(&offer.until);
                item.discount_payable.clone_from(&offer.payable);
            }
        }
        let asked: Vec<Money> = if demanded.is_empty() { coming.amounts } else { demanded };
        let oldest = demands.oldest_due_day().filter(|due_day| *due_day != NEVER);
        let due_on = oldest.and_then(crate::calendar::Date::from_number).or(coming.due_on);
        let late_charge = late_charge_of(self, account, &mut items);
        let numbers: Vec<&str> = items.iter().map(|item| item.number.as_str()).collect();
        let statement = statement_of(self, account);
        let mut data = LetterData {
            amount: sums(&asked, language),
            amount_capital: in_capitals(&asked),
            days: oldest.map(|due_day| i64::from(self.as_of.number() - due_day)),
            due_on: due_on.map(|on| day(on, language)).unwrap_or_default(),
            item_numbers: short_list(&numbers),
            items,
            disputed: sums(&demands.sum(disputed), language),
            amount_with_charge: String::new(),
            discount,
            promise: promise(self, account),
            plan: plan(self, account),
            appointment: appointment(self, account),
            receipt: receipt(self, account),
            statement,
            ..LetterData::default()
        };
        if let Some((facts, total)) = late_charge {
            data.amount_with_charge = with_charge(&asked, &total, language);
            data.late_charge = Some(facts);
        }
        self.name(&mut data, account);
        self.place(&mut data, account, standing, task);
        Some(data)
    }

    /// Who writes to whom.
    fn name(&self, data: &mut LetterData, account: &Account) {
        let policy = self.ledger.policy();
        let fields = &account.customer.fields;
        let people = fields.contacts.iter().flatten();
        let here = people.clone().find(|it| it.until.is_none_or(|until| until >= self.as_of));
        let own = |text: &str, other: &str| if text.is_empty() { other } else { text }.to_owned();
        account.customer.name().clone_into(&mut data.customer);
        data.code.clone_from(&account.customer.code);
        data.person = own(here.map_or("", |person| &person.name), account.customer.name());
        data.address = fields.address.clone().unwrap_or_default();
        data.tax_no = fields.tax_no.clone().unwrap_or_default();
        data.firm = own(&policy.firm.name, &policy.title);
        data.short_name = own(&policy.firm.short_name, &data.firm);
        data.firm_phone.clone_from(&policy.firm.phone);
        data.firm_address.clone_from(&policy.firm.address);
        data.firm_tax_no.clone_from(&policy.firm.tax_no);
        data.accounts.clone_from(&policy.firm.bank_accounts);
        self.by.clone_into(&mut data.by);
        data.today = day(self.as_of, self.language);
    }

    /// Where the customer stands, and the day by which an answer is asked for.
    fn place(
        &self,
        data: &mut LetterData,
        account: &Account,
        standing: Standing,
        task: Option<&Task>,
    ) {
        let policy = self.ledger.policy();
        let step = task.and_then(|task| task.step(policy));
        let notice = match task.and_then(|task| task.action) {
            Some(Action::Notice(index)) => policy.playbook.before_due.get(index),
            Some(Action::Step(_) | Action::FollowUp(_)) | None => None,
        };
        let title = step.map(|step| &step.title).or(notice.map(|notice| &notice.title));
        data.step = title.map(|title| title.text(self.language).to_owned()).unwrap_or_default();
        data.level = Some(i64::from(account.dealings.level(self.as_of.number())));
        data.tier = standing.tier.map(tier_letter).unwrap_or_default().to_owned();
        class_word(standing.class).clone_into(&mut data.class);
        let days = step.and_then(|step| step.answer_working_days).unwrap_or(ANSWER_DAYS);
        if !data.amount.is_empty() && data.days.is_some() {
            let days = i32::try_from(days).unwrap_or(0);
            let on = plus_working_days(&policy.holidays, self.as_of, days);
            data.answer_by = day(on, self.language);
        }
    }

    /// The day by which an answer to a letter of this day is asked for.
    #[must_use]
    pub fn answer_by(&self, task: Option<&Task>) -> crate::calendar::Date {
        let policy = self.ledger.policy();
        let step = task.and_then(|task| task.step(policy));
        let days = step.and_then(|step| step.answer_working_days).unwrap_or(ANSWER_DAYS);
        plus_working_days(&policy.holidays, self.as_of, i32::try_from(days).unwrap_or(0))
    }
}

/// Working days for an answer where the step names none: those of the formal letter (D1).
const ANSWER_DAYS: u32 = 7;

/// The most numbers that a sentence names one by one.
const NUMBERS_MAX: usize = 3;

fn disputed(item: &Demand) -> i64 {
    item.disputed_minor
}

fn short_list(numbers: &[&str]) -> String {
    let mut named: Vec<&str> = numbers.iter().copied().filter(|it| !it.is_empty()).collect();
    named.dedup();
    let more = named.len().saturating_sub(NUMBERS_MAX);
    named.truncate(NUMBERS_MAX);
    let named = named.join(", ");
    if more > 0 { format!("{named} +{more}") } else { named }
}

/// Principal and charge together, currency by currency.
fn with_charge(asked: &[Money], charge: &[Money], language: Language) -> String {
    let mut all: Vec<Money> = asked.to_vec();
    for money in charge {
        match all.iter_mut().find(|sum| sum.currency() == money.currency()) {
            Some(sum) => {
                let minor = sum.minor().saturating_add(money.minor());
                *sum = sum.with_minor(minor).unwrap_or(*sum);
            }
            None => all.push(*money),
        }
    }
    sums(&all, language)
}

const fn tier_letter(tier: Tier) -> &'static str {
    match tier {
        Tier::A => "A",
        Tier::B => "B",
        Tier::C => "C",
    }
}

const fn class_word(class: CreditClass) -> &'static str {
    match class {
        CreditClass::Quality => "quality",
        CreditClass::Regular => "regular",
        CreditClass::Risk => "risk",
    }
}
