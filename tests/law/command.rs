//! Random commands with plausible arguments; some break a rule and are refused.
//! Never knows which: the workbook answers.

use huikuan::calendar::Date;
use huikuan::id::FactId;
use huikuan::ledger::{Account, Document, Effect, EffectKind, Fund, Part};
use huikuan::money::{Currency, Money, Rate};
use huikuan::record::{
    AgingBasis, AgingConvention, AgingPolicy, Claim, CustomerFields, Delay, Dispute,
    DisputeOutcome, DocumentFields, DocumentKind, ExchangeRate, FundRef, ItemRef, Receipt,
    Recovery, Refund, ReverseSubject, Schedule, SettingFields, Share as TermsShare, Terms,
    TermsLine, WriteOff, WriteOffKind,
};
use huikuan::workbook::{Command, Share, Workbook};

use crate::dice::Dice;
use crate::import::draft;

/// Which commands may be drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scope {
    /// Only acts dated after this day.
    pub(crate) after: Option<Date>,
    /// Only what a person decides, without retractions: no payer's designation, no import.
    pub(crate) by_hand: bool,
}

const CODES: [&str; 4] = ["C1", "c2", "Ｃ2", "华美"];

/// A random command; `None` when what it would be about is not there.
pub(crate) fn command(book: &Workbook, dice: &mut Dice, scope: Scope) -> Option<Command> {
    let accounts: Vec<&Account> = book.ledger().accounts().collect();
    let mut draw = Draw { dice, scope, account: None };
    draw.account = draw.dice.pick(&accounts).copied();
    match draw.dice.below(160) {
        0..4 => Some(draw.customer()),
        4..26 => Some(draw.document()),
        26..33 => draw.amend_document(),
        33..48 => Some(draw.receipt()),
        48..62 => draw.allocate(),
        62..66 => draw.refund(),
        66..71 => draw.write_off(),
        71..75 => draw.recovery(),
        75..80 => draw.dispute(),
        80..87 => draw.reverse(),
        87..89 => Some(draw.setting()),
        89..94 if !scope.by_hand => {
            let draft = draft(draw.dice, scope);
            Some(Command::ImportDocuments(Box::new(book.plan_import(&draft))))
        }
        94..100 if !scope.by_hand && scope.after.is_none() => draw.taking_back(book),
        100..146 => draw.dealing(),
        146..150 => Some(draw.office()),
        150.. => draw.incentive(),
        _ => draw.allocate(),
    }
}

/// What a command is drawn from.
pub(crate) struct Draw<'a> {
    pub(crate) dice: &'a mut Dice,
    scope: Scope,
    pub(crate) account: Option<&'a Account>,
}

impl<'a> Draw<'a> {
    fn code(&mut self) -> String {
        (*self.dice.pick(&CODES).unwrap()).to_owned()
    }

    fn number(&mut self) -> String {
        let spelled = if self.dice.chance(20) { "inv-" } else { "INV-" };
        format!("{spelled}{}", self.dice.below(7))
    }

    fn currency(&mut self) -> Currency {
        Currency::parse(if self.dice.chance(15) { "USD" } else { "CNY" }).unwrap()
    }

    pub(crate) fn money(&mut self, left: i64, currency: Currency) -> Money {
        Money::new(self.dice.amount(left), currency).unwrap()
    }

    fn customer(&mut self) -> Command {
        let words = ["甲", "乙", "丙"];
        let name = self.dice.pick(&words).map(|name| (*name).to_owned());
        let fields = CustomerFields { name, ..CustomerFields::default() };
        match self.account.filter(|_| self.dice.chance(60)) {
            Some(account) => {
                Command::AmendCustomer { customer: account.customer.key.clone(), fields }
            }
            None => Command::RecordCustomer { code: self.code(), fields },
        }
    }

    fn schedule(&mut self, issued_on: Date) -> Option<Schedule> {
        let line =
            |share, days, retention| TermsLine { share, delay: vec![Delay::Days(days)], retention };
        let tenth = TermsShare::OfTotal(Rate("0.1".parse().unwrap()));
        let half = TermsShare::OfTotal(Rate("0.5".parse().unwrap()));
        let lines = match self.dice.below(10) {
            0 => return None,
            1..6 => {
                let due_on = Some(issued_on.plus_days(self.dice.below(90) as i32));
                return Some(Schedule { due_on, ..Schedule::default() });
            }
            6..8 => vec![line(half, 30, false), line(TermsShare::Rest, 60, false)],
            8 => vec![line(tenth, 300, true), line(TermsShare::Rest, 30, false)],
            _ => vec![line(half, 30, false)],
        };
        Some(Schedule { terms: Some(Terms { lines, ..Terms::net(0) }), ..Schedule::default() })
    }

    fn claim(&mut self) -> Claim {
        let currency = self.currency();
        Claim { amount: self.money(10_000, currency), tax: None }
    }

    fn document(&mut self) -> Command {
        let issued_on = self.dice.day();
        let kind = match self.dice.below(10) {
            0..7 => DocumentKind::Invoice,
            7 => DocumentKind::DebitNote,
            _ => DocumentKind::CreditNote,
        };
        let designates = kind == DocumentKind::CreditNote && !self.scope.by_hand;
        let applies_to = (designates && self.dice.chance(50)).then(|| self.number());
        let fields = DocumentFields {
            issued_on: Some(issued_on),
            claim: Some(self.claim()),
            schedule: self.schedule(issued_on),
            applies_to,
            disputed: self.dice.chance(5).then_some(true),
            ..DocumentFields::default()
        };
        let number = self.dice.chance(90).then(|| self.number());
        Command::RecordDocument { kind, customer: self.code(), number, fields }
    }

    fn amend_document(&mut self) -> Option<Command> {
        let account = self.account?;
        // What a table says was received before that day belongs to the past, and so does the item.
        let received_by = |held: &Document, day: Date| {
            let own = |fund: &&Fund| match &fund.reference {
                FundRef::Implied { document, .. } => *document == held.reference,
                _ => false,
            };
            account.funds.iter().filter(own).any(|fund| fund.day <= day.number())
        };
        let later = |held: &&Document| {
            self.scope.after.is_none_or(|day| {
                held.fields.issued_on.is_some_and(|on| on > day) && !received_by(held, day)
            })
        };
        let documents: Vec<_> = account.documents.iter().filter(later).collect();
        let held = *self.dice.pick(&documents)?;
        let issued_on = held.fields.issued_on.unwrap_or_else(|| self.dice.day());
        let mut fields = DocumentFields::default();
        match self.dice.below(5) {
            0 => fields.claim = Some(self.claim()),
            1 => fields.schedule = self.schedule(issued_on),
            2 => fields.issued_on = Some(self.dice.day()),
            3 => fields.disputed = Some(self.dice.chance(50)),
            _ => fields.memo = Some(format!("注 {}", self.dice.below(3))),
        }
        Some(Command::AmendDocument { document: held.reference.clone(), fields, reason: None })
    }

    fn share(&mut self, currency: Currency, left: i64) -> Option<Share> {
        let account = self.account?;
        let parts: Vec<&Part> = account
            .parts
            .iter()
            .filter(|part| part.balance.currency == currency || self.dice.chance(5))
            .collect();
        let part = *self.dice.pick(&parts)?;
        let open = part.balance.amount_minor - part.balance.used_minor;
        let amount = self.money(open.min(left), part.balance.currency);
        let discount = self.dice.chance(30).then(|| self.taken(amount));
        Some(Share { item: account.item(part)?, amount, discount })
    }

    fn receipt(&mut self) -> Command {
        let amount = Money::new(self.dice.amount(10_000), self.currency()).unwrap();
        let code = self.account.map(|account| account.customer.code.clone());
        let designates = !self.scope.by_hand && self.dice.chance(30);
        let receipt = Receipt {
            customer: code.unwrap_or_else(|| self.code()),
            received_on: self.dice.day(),
            amount,
            method: String::new(),
            reference: String::new(),
            designation: designates.then(|| self.number()),
            prepayment_for: self.dice.chance(10).then(|| "合同 1".to_owned()),
            memo: String::new(),
        };
        let mut allocations = Vec::new();
        for _ in 0..self.dice.below(3) {
            allocations.extend(self.share(amount.currency(), amount.minor()));
        }
        Command::RecordReceipt { receipt, allocations }
    }

    fn fund(&mut self) -> Option<&'a Fund> {
        self.dice.pick(&self.account?.funds)
    }

    /// A day of an act: none when the act belongs to the money itself.
    fn on(&mut self) -> Option<Date> {
        (self.scope.after.is_some() || self.dice.chance(50)).then(|| self.dice.day())
    }

    fn allocate(&mut self) -> Option<Command> {
        let held = self.fund()?;
        let left = held.balance.amount_minor - held.balance.used_minor;
        let mut shares = Vec::new();
        for _ in 0..1 + self.dice.below(2) {
            shares.extend(self.share(held.balance.currency, left));
        }
        let customer = self.account?.customer.key.clone();
        Some(Command::Allocate { customer, fund: held.reference.clone(), shares, on: self.on() })
    }

    fn refund(&mut self) -> Option<Command> {
        let held = self.fund()?;
        let left = held.balance.amount_minor - held.balance.used_minor;
        Some(Command::Refund(Refund {
            customer: self.account?.customer.key.clone(),
            fund: held.reference.clone(),
            amount: self.money(left, held.balance.currency),
            on: self.dice.day(),
            reason: String::new(),
        }))
    }

    pub(crate) fn item(&mut self) -> Option<(ItemRef, &'a Part)> {
        let account = self.account?;
        let part = self.dice.pick(&account.parts)?;
        Some((account.item(part)?, part))
    }

    fn write_off(&mut self) -> Option<Command> {
        let (item, part) = self.item()?;
        let left = part.balance.amount_minor - part.balance.used_minor;
        let kinds = [WriteOffKind::BadDebt, WriteOffKind::Deduction, WriteOffKind::SmallDifference];
        Some(Command::WriteOff(WriteOff {
            customer: self.account?.customer.key.clone(),
            item,
            amount: self.money(left, part.balance.currency),
            on: self.dice.day(),
            kind: *self.dice.pick(&kinds)?,
            reason: "倒闭".to_owned(),
            approver: if self.dice.chance(90) { "经理".to_owned() } else { String::new() },
        }))
    }

    /// A fact that has effects; mostly of that kind.
    pub(crate) fn fact(&mut self, kind: Option<EffectKind>) -> Option<(FactId, &'a Effect)> {
        let account = self.account?;
        let effects = account.part_effects.iter().chain(&account.fund_effects);
        let effects: Vec<&Effect> = effects
            .filter(|effect| kind.is_none_or(|kind| kind == effect.kind) || self.dice.chance(5))
            .collect();
        self.dice.pick(&effects).map(|effect| (effect.fact, *effect))
    }

    fn recovery(&mut self) -> Option<Command> {
        let (write_off, effect) = self.fact(Some(EffectKind::WrittenOff))?;
        let currency = self.currency();
        Some(Command::RecordRecovery(Recovery {
            customer: self.account?.customer.key.clone(),
            write_off,
            amount: self.money(effect.amount_minor, currency),
            received_on: self.dice.day(),
            reference: String::new(),
        }))
    }

    fn dispute(&mut self) -> Option<Command> {
        let customer = self.account?.customer.key.clone();
        if self.dice.chance(40) {
            let dispute = self.dice.pick(&self.account?.disputes)?.fact;
            let outcome = DisputeOutcome::Upheld;
            return Some(Command::ResolveDispute {
                customer,
                dispute,
                on: self.dice.day(),
                outcome,
            });
        }
        let (item, part) = self.item()?;
        let amount = self.dice.chance(50).then(|| self.money(10_000, part.balance.currency));
        let (reason, raised_on) = ("质量".to_owned(), self.dice.day());
        Some(Command::RaiseDispute(Dispute { customer, item, amount, reason, raised_on }))
    }

    fn reverse(&mut self) -> Option<Command> {
        let account = self.account?;
        let subject = match self.dice.below(10) {
            0..5 => ReverseSubject::Fact(self.fact(None)?.0),
            5..7 => ReverseSubject::Fund(self.fund()?.reference.clone()),
            7 => ReverseSubject::Document(self.dice.pick(&account.documents)?.reference.clone()),
            8 => ReverseSubject::Fact(self.dice.pick(&account.disputes)?.fact),
            _ => ReverseSubject::Designation(self.fund()?.reference.clone()),
        };
        let customer = account.customer.key.clone();
        Some(Command::Reverse { customer, subject, on: self.dice.day(), reason: String::new() })
    }

    fn setting(&mut self) -> Command {
        let mut fields = SettingFields::default();
        match self.dice.below(4) {
            0 => fields.title = Some(format!("账 {}", self.dice.below(3))),
            // A setting has no date: it changes what past days say.
            1 if self.scope.after.is_none() => {
                fields.sales_net_of_credit_notes = Some(self.dice.chance(50))
            }
            2 => {
                fields.aging = Some(AgingPolicy {
                    basis: AgingBasis::DueOn,
                    upper_days: vec![30, 60 + 30 * self.dice.below(2) as u32],
                    convention: AgingConvention::UpperInclusive,
                });
            }
            _ => {
                let rate = Rate("7.1".parse().unwrap());
                let currency = self.currency();
                return Command::RecordRate(ExchangeRate { currency, on: self.dice.day(), rate });
            }
        }
        Command::SetPolicy(fields)
    }

    /// Retracts or restores some entry of anybody's.
    fn taking_back(&mut self, book: &Workbook) -> Option<Command> {
        let entry = self.dice.pick(book.journal().entries())?.id;
        Some(match self.dice.chance(55) {
            true => Command::Retract { entry, reason: "记错".to_owned() },
            false => Command::Restore { entry },
        })
    }
}
