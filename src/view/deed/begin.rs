//! A form as it opens: what is known is filled in.
//! Never more than a proposal: every field can be changed.

use super::choice::CHANNELS;
use super::{Deed, Form, FormField as F, FormItem};
use crate::calendar::Date;
use crate::id::FactId;
use crate::ledger::{Account, Contract, Ledger};
use crate::money::{Currency, Decimal, Money, Rate};
use crate::record::{ItemRef, StatementAnswer};
use crate::rule::agreement::{ApprovalState, holders, proposal};
use crate::view::amount::{figure, in_book};
use crate::view::contact_form::{Proposal, equal_parts};
use crate::view::late_charge::charge_of;
use crate::view::setting::{self, TermsKind};
use crate::view::typed;

/// Instalments into which a plan is split at first.
const INSTALMENT_COUNT: u32 = 3;
/// Ten years of months.
const INSTALMENT_COUNT_MAX: u32 = 120;
/// Days for which a hold, a class or a tier is set by hand at first.
const HELD_DAYS: i32 = 30;
/// Days for which longer terms are granted at first.
const EXTENSION_DAYS: i32 = 180;
/// Days after which the debit note of a late charge falls due at first.
const NOTE_DAYS: i32 = 7;

impl Form {
    /// The form of a deed with a customer on a day; `by` is the person at this laptop.
    #[must_use]
    pub fn begin(deed: &Deed, ledger: &Ledger, account: &Account, today: Date, by: &str) -> Self {
        let mut form = Self {
            customer: account.customer.key.clone(),
            currency: currency(account, today, ledger.policy().base_currency),
            texts: Default::default(),
            places: Default::default(),
            flags: Default::default(),
            items: open_items(account, today),
            instalments: Vec::new(),
        };
        form.write(F::On, today.to_string());
        match deed {
            Deed::Contact(proposal) => {
                form.contact(proposal, account, by);
                form.begin_promise();
                form.begin_plan(today);
            }
            Deed::Promise => form.begin_promise(),
            Deed::Plan => {
                form.begin_plan(today);
                form.split(today);
            }
            Deed::Hold | Deed::SetClass | Deed::SetTier => {
                form.write(F::Until, today.plus_days(HELD_DAYS).to_string());
            }
            Deed::Appointment => {
                form.write(F::Person, first_person(account, today));
                form.write(F::Who, by.to_owned());
            }
            Deed::SendStatement => {
                form.write(F::AsOf, today.to_string());
                form.write(F::SentBy, by.to_owned());
            }
            Deed::Contract(Some(number)) => {
                let held = account.dealings.contracts.iter().find(|held| held.key == *number);
                if let Some(held) = held {
                    form.contract(held, ledger.policy().base_currency);
                }
            }
            Deed::AnswerStatement(fact) => {
                form.flags.insert(F::Signed);
                let answer = account.dealings.answer_of(*fact, today.number());
                let differs =
                    |answer: &StatementAnswer| matches!(answer, StatementAnswer::Differs { .. });
                let place = answer.is_some_and(|held| differs(&held.what.answer));
                form.places.insert(F::Answer, usize::from(place));
            }
            Deed::Approve(fact) => {
                form.write(F::Approver, approver(ledger, account, *fact, today, by));
            }
            Deed::LateCharge { item, .. } => {
                form.late_charge(item, ledger, account, today);
                form.write(F::Approver, by.to_owned());
            }
            Deed::ExtendTerms => form.extension(account, today, by),
            Deed::GrantPerk => form.write(F::Approver, by.to_owned()),
            Deed::Decide
            | Deed::Assess
            | Deed::OpenCase
            | Deed::ReachStage(_)
            | Deed::AddEvidence
            | Deed::AddCreditReport
            | Deed::Contract(None)
            | Deed::FulfillPerk(_)
            | Deed::End(_) => {}
        }
        form
    }

    fn write(&mut self, field: F, text: String) {
        self.texts.insert(field, text);
    }

    fn contact(&mut self, proposal: &Proposal, account: &Account, by: &str) {
        let place = CHANNELS.iter().position(|channel| *channel == proposal.channel);
        self.places.insert(F::Channel, place.unwrap_or(0));
        let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
        let made_by = if proposal.made_by.is_empty() { by } else { &proposal.made_by };
        self.write(F::MadeBy, made_by.to_owned());
        self.write(F::Said, proposal.said.clone());
        self.write(F::NextStep, proposal.next_step.clone());
        self.write(F::FollowUpOn, day(proposal.follow_up_on));
        self.write(F::Time, proposal.time.map(|time| time.to_string()).unwrap_or_default());
        let on = self.text(F::On).parse::<Date>().ok();
        self.write(F::Person, on.map(|on| first_person(account, on)).unwrap_or_default());
        if proposal.demand {
            self.flags.insert(F::Demand);
        }
        // The oldest item stands first, after the choice of none.
        self.places.insert(F::DisputedItem, usize::from(!self.items.is_empty()));
    }

    /// All that is overdue in the form's currency, or all that is open when nothing is.
    fn begin_promise(&mut self) {
        let own = self.items.iter().filter(|item| item.open.currency() == self.currency);
        let overdue: i64 =
            own.clone().filter(|item| item.overdue).map(|item| item.open.minor()).sum();
        let all: i64 = own.map(|item| item.open.minor()).sum();
        let minor = if overdue > 0 { overdue } else { all };
        self.write(F::Amount, figure(minor, self.currency));
    }

    /// Everything overdue, in equal parts from a month on.
    fn begin_plan(&mut self, today: Date) {
        self.write(F::InstalmentCount, INSTALMENT_COUNT.to_string());
        self.write(F::FirstOn, today.plus_months(1).to_string());
    }

    /// Splits what the plan's items owe into equal monthly parts, as count and first day say;
    /// nothing when one of them cannot be read.
    pub fn split(&mut self, today: Date) {
        let count = self.text(F::InstalmentCount).parse().ok();
        let first_on = typed::date(self.text(F::FirstOn), today);
        let parts = count
            .filter(|count| *count <= INSTALMENT_COUNT_MAX)
            .zip(first_on)
            .map(|(count, first_on)| equal_parts(self.plan_owed(), count, first_on));
        let row = |(on, amount): (Date, Money)| {
            [on.to_string(), figure(amount.minor(), amount.currency())]
        };
        self.instalments = parts.unwrap_or_default().into_iter().map(row).collect();
    }

    fn extension(&mut self, account: &Account, today: Date, by: &str) {
        self.write(F::Until, today.plus_days(EXTENSION_DAYS).to_string());
        self.write(F::Approver, by.to_owned());
        if let Some(days) = net_days(account) {
            self.write(F::TermsBefore, days.to_string());
        }
    }

    /// What is charged of the item by that day.
    fn late_charge(&mut self, item: &ItemRef, ledger: &Ledger, account: &Account, today: Date) {
        let part = account.part(item);
        self.currency = part.map_or(self.currency, |part| part.balance.currency);
        if let Some(amount) = charge_of(ledger, account, item, today) {
            self.write(F::Amount, figure(amount.minor(), amount.currency()));
        }
        self.write(F::Deadline, today.plus_days(NOTE_DAYS).to_string());
    }

    fn contract(&mut self, held: &Contract, base: Currency) {
        let fields = &held.fields;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let percent = |rate: Option<Rate>| rate.map(percent_text).unwrap_or_default();
        let day = fields.signed_on.map(|on| on.to_string());
        let amount = fields.amount.map(|amount| in_book(amount, base));
        let texts = [
            (F::SignedOn, day.unwrap_or_default()),
            (F::Amount, amount.unwrap_or_default()),
            (F::PaymentClause, text(&fields.payment_clause)),
            (F::LatePercent, percent(fields.late_rate)),
            (F::RetentionPercent, percent(fields.retention)),
            (F::KeptAt, text(&fields.kept_at)),
            (F::FileName, text(&fields.file_name)),
            (F::FileHash, text(&fields.file_hash)),
            (F::Memo, text(&fields.memo)),
        ];
        self.texts.extend(texts);
    }
}

/// Whoever is at this laptop when it is their turn, else the only person whose turn it is.
fn approver(ledger: &Ledger, account: &Account, fact: FactId, today: Date, by: &str) -> String {
    let policy = ledger.policy();
    let Some((_, _, ApprovalState::Waiting { role })) = proposal(account, policy, fact) else {
        return String::new();
    };
    let mut asked: Vec<&str> = holders(policy, role, today).map(|it| it.name.as_str()).collect();
    if asked.contains(&by) {
        return by.to_owned();
    }
    let last = asked.pop().filter(|_| asked.is_empty());
    last.unwrap_or_default().to_owned()
}

/// A rate as the percentage that is typed for it.
fn percent_text(rate: Rate) -> String {
    (rate.0 * Decimal::ONE_HUNDRED).normalize().to_string()
}

/// The days of the customer's terms when they say no more than so many days after the invoice.
fn net_days(account: &Account) -> Option<u32> {
    let (kind, days) = setting::kind_of(account.customer.fields.terms.as_ref()?)?;
    (kind == TermsKind::Net).then_some(days)
}

/// Open parts, the oldest due first; those without a due date last.
fn open_items(account: &Account, today: Date) -> Vec<FormItem> {
    let day = today.number();
    let open = account.parts.iter().filter_map(|part| {
        let minor = account.outstanding(part, day);
        let document = account.documents.get(part.document as usize)?;
        let item = account.item(part).filter(|_| minor > 0)?;
        let overdue = part.is_overdue(day);
        let shown = FormItem {
            item,
            number: document.number.clone(),
            due_on: part.due_on(),
            open: part.balance.money(minor),
            overdue,
            ticked: false,
        };
        Some((part.due_day, shown))
    });
    let mut open: Vec<(i32, FormItem)> = open.collect();
    open.sort_by_key(|(due_day, _)| *due_day);
    open.into_iter().map(|(_, item)| item).collect()
}

/// The currency in which the customer owes most items; the base currency when it owes nothing.
fn currency(account: &Account, today: Date, base: Currency) -> Currency {
    let items = open_items(account, today);
    let count =
        |currency: Currency| items.iter().filter(|item| item.open.currency() == currency).count();
    let mut currencies: Vec<Currency> = items.iter().map(|item| item.open.currency()).collect();
    currencies.sort_unstable();
    currencies.into_iter().max_by_key(|held| (count(*held), *held == base)).unwrap_or(base)
}

/// The first of the customer's people who has not left.
fn first_person(account: &Account, on: Date) -> String {
    let people = account.customer.fields.contacts.as_deref().unwrap_or_default();
    let mut here = people.iter().filter(|person| person.until.is_none_or(|until| until >= on));
    here.next().map(|person| person.name.clone()).unwrap_or_default()
}
