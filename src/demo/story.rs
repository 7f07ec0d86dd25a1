//! The story of a demo book: who buys when, and what comes of it.
//! Never touches money that came in: the deeds do.

use super::clerk::{Clerk, money, player_code};
use super::errand::Errand;
use super::role::{Deal, Habit, ROLES, is_abroad};
use crate::calendar::Date;
use crate::id::Key;
use crate::ledger::NEVER;
use crate::money::{Currency, Decimal, Rate};
use crate::policy;
use crate::record::{
    Claim, CustomerFields, DocumentFields, DocumentKind, DocumentRef, ExchangeRate, Firm, Person,
    Schedule, SettingFields,
};
use crate::workbook::{Command, Rejection};

/// How many days the story takes.
pub(super) const DAYS: i32 = 430;

/// Days before today on which the customer who stalls longest is billed: one invoice for every
/// column of the aging.
const STALLED_BILLS: [i32; 9] = [420, 370, 285, 230, 140, 110, 80, 50, 15];

/// Puts the whole story on the agenda.
pub(super) fn plan(clerk: &mut Clerk) {
    let first_day = clerk.today.plus_days(-DAYS);
    clerk.plan(first_day, Errand::Introduce);
    for month in 0..15 {
        clerk.plan(first_day.plus_days(month * 30), Errand::NoteRate);
        clerk.plan(first_day.plus_days(month * 30 + 27), Errand::PayDue(5));
    }
    for (player, role) in ROLES.iter().enumerate() {
        let welcome = clerk.chance.between(0, 8);
        clerk.plan(first_day.plus_days(welcome), Errand::Welcome(player));
        for bill in 0..role.bills {
            let back = match STALLED_BILLS.get(bill.unsigned_abs() as usize) {
                Some(back) if role.habit == Habit::Stalls(260) => *back,
                _ if role.habit == Habit::Defaults => DAYS - 15 - bill * 20,
                _ => {
                    let step = (DAYS - 20) / role.bills;
                    DAYS - 12 - bill * step - clerk.chance.between(0, step / 2)
                }
            };
            if role.habit == Habit::Prepays {
                // A week ahead, but not before the customer is recorded.
                let on = clerk.today.plus_days((-back - 7).max(10 - DAYS));
                clerk.plan(on, Errand::Prepay(player));
            }
            clerk.plan(clerk.today.plus_days(-back), Errand::Bill(player));
        }
    }
    let single = [
        (300, Errand::TypeTwice(0)),
        (210, Errand::DebitNote(12)),
        (190, Errand::PayTwice(17)),
        (170, Errand::GiveUp(16)),
        (150, Errand::ChangeOwner(4)),
        (120, Errand::Extend(9)),
        (75, Errand::Bounce(3)),
        (60, Errand::Unallocate(1)),
        (40, Errand::CreditNote(17)),
        (33, Errand::Cancel(15)),
        (12, Errand::Prepay(15)),
        (6, Errand::LooseMoney(2)),
    ];
    for (back, errand) in single {
        clerk.plan(clerk.today.plus_days(-back), errand);
    }
}

pub(super) fn introduce(clerk: &mut Clerk) -> Result<(), Rejection> {
    let words = &clerk.cast.firm;
    let firm = Firm {
        name: words.name.to_owned(),
        tax_no: words.tax_no.to_owned(),
        address: words.address.to_owned(),
        phone: words.phone.to_owned(),
        short_name: words.short_name.to_owned(),
        bank_accounts: vec![words.bank_account.to_owned()],
    };
    let fields = SettingFields { firm: Some(firm), ..SettingFields::default() };
    clerk.give(Command::SetPolicy(fields))?;
    clerk.give(Command::RecordArticles(policy::templates())).map(drop)
}

pub(super) fn note_rate(clerk: &mut Clerk) -> Result<(), Rejection> {
    let rate = clerk.cast.rate_ten_thousandths + clerk.chance.between(-400, 400);
    let rate = Rate(Decimal::new(rate.into(), 4));
    let currency = foreign(clerk);
    clerk.give(Command::RecordRate(ExchangeRate { currency, on: clerk.day, rate })).map(drop)
}

fn foreign(clerk: &Clerk) -> Currency {
    Currency::parse(clerk.cast.foreign_currency).unwrap_or(clerk.base())
}

pub(super) fn currency(clerk: &Clerk, player: usize) -> Currency {
    if is_abroad(player) { foreign(clerk) } else { clerk.base() }
}

pub(super) fn welcome(clerk: &mut Clerk, player: usize) -> Result<(), Rejection> {
    let (Some(held), Some(role)) = (clerk.player(player), ROLES.get(player)) else {
        return Ok(());
    };
    let phone = format!("1{:02}0000{:04}", clerk.chance.between(30, 99), player + 1);
    let contact = Person {
        name: held.person.to_owned(),
        role: held.person_role.to_owned(),
        phone,
        ..Person::default()
    };
    let owner = clerk.cast.owners.get(player % clerk.cast.owners.len()).copied();
    let limit = i64::from(role.typical) * 400;
    let fields = CustomerFields {
        name: Some(held.name.to_owned()),
        owner: owner.map(str::to_owned),
        region: Some(held.region.to_owned()),
        industry: Some(held.industry.to_owned()),
        debtor_kind: Some(held.kind),
        contacts: Some(vec![contact]),
        credit_limit: Some(money(limit, currency(clerk, player))),
        terms: role.deal.terms(),
        key_account: (role.typical > 60_000).then_some(true),
        ..CustomerFields::default()
    };
    clerk.give(Command::RecordCustomer { code: player_code(player), fields }).map(drop)
}

/// An amount around the role's typical one: the net to the nearest ten, with tax at home.
fn claim(clerk: &mut Clerk, player: usize, percent: i32) -> Claim {
    let typical = ROLES.get(player).map_or(1_000, |role| role.typical);
    let scale = clerk.chance.between(45, 170);
    let net = i64::from(typical) * i64::from(scale) * i64::from(percent) / 10_000;
    let net_minor = (net / 10 * 10 + i64::from(clerk.chance.between(1, 9))) * 100;
    let currency = currency(clerk, player);
    let tax_minor = if is_abroad(player) { 0 } else { net_minor * clerk.cast.tax_percent / 100 };
    let tax = Some(money(tax_minor, currency)).filter(|tax| tax.minor() > 0);
    Claim { amount: money(net_minor + tax_minor, currency), tax }
}

/// The fields of a new document of the story.
fn fields(clerk: &mut Clerk, player: usize, percent: i32) -> DocumentFields {
    let claim = claim(clerk, player, percent);
    let terms = ROLES.get(player).and_then(|role| role.deal.terms());
    let tax_invoice = (claim.tax.is_some())
        .then(|| format!("25000000{:012}", clerk.chance.bits() % 1_000_000_000_000));
    let project = ROLES.get(player).is_some_and(|role| role.deal == Deal::Project);
    let (year, ..) = clerk.day.ymd();
    let contract = format!("{}-{year}-{:02}", clerk.cast.words.contract_prefix, player + 1);
    DocumentFields {
        issued_on: Some(clerk.day),
        claim: Some(claim),
        schedule: terms.map(|terms| Schedule { terms: Some(terms), ..Schedule::default() }),
        tax_invoice_no: tax_invoice,
        contract: project.then_some(contract),
        ..DocumentFields::default()
    }
}

fn record(
    clerk: &mut Clerk,
    player: usize,
    kind: DocumentKind,
    fields: DocumentFields,
) -> Result<DocumentRef, Rejection> {
    let prefix = match kind {
        DocumentKind::Invoice => clerk.cast.words.invoice_prefix,
        DocumentKind::DebitNote => clerk.cast.words.debit_prefix,
        DocumentKind::CreditNote => clerk.cast.words.credit_prefix,
    };
    let number = clerk.number(prefix);
    let customer = player_code(player);
    let document =
        DocumentRef::Numbered { kind, customer: Key::of(&customer), number: Key::of(&number) };
    clerk.give(Command::RecordDocument { kind, customer, number: Some(number), fields })?;
    Ok(document)
}

pub(super) fn bill(clerk: &mut Clerk, player: usize) -> Result<(), Rejection> {
    let document = issue(clerk, player)?;
    after_bill(clerk, player, &document);
    Ok(())
}

/// Issues an invoice; what the customer does about it is for others to say.
pub(super) fn issue(clerk: &mut Clerk, player: usize) -> Result<DocumentRef, Rejection> {
    let mut fields = fields(clerk, player, 100);
    if ROLES.get(player).is_some_and(|role| role.deal == Deal::Consignment) {
        fields.memo = Some(clerk.cast.words.on_consignment.to_owned());
    }
    record(clerk, player, DocumentKind::Invoice, fields)
}

/// What the customer does about an invoice, by its habit.
fn after_bill(clerk: &mut Clerk, player: usize, document: &DocumentRef) {
    let Some(role) = ROLES.get(player) else { return };
    let dues = due_dates(clerk, document);
    let first_due = dues.first().copied().unwrap_or(clerk.day);
    let pay = |percent| Errand::Pay(player, document.clone(), percent);
    match role.habit {
        Habit::Pays(late) => {
            for due in dues {
                let late = late + clerk.chance.between(-3, 4);
                clerk.plan(due.plus_days(late).max(clerk.day), pay(100));
            }
        }
        Habit::Halves(late) => {
            let first = first_due.plus_days(late + clerk.chance.between(-5, 5));
            let half = clerk.chance.between(40, 60);
            clerk.plan(first, pay(half.into()));
            if clerk.chance.percent(75) {
                let on = first.plus_days(clerk.chance.between(15, 45));
                clerk.plan(on, pay(100));
            }
        }
        Habit::Stalls(days) if first_due < clerk.today.plus_days(-days) => {
            let on = first_due.plus_days(clerk.chance.between(2, 18));
            clerk.plan(on, pay(100));
        }
        Habit::Contests if clerk.chance.percent(55) => {
            let on = clerk.day.plus_days(clerk.chance.between(4, 15));
            clerk.plan(on, Errand::Contest(player, document.clone()));
        }
        Habit::Contests => clerk.plan(first_due.plus_days(5), pay(100)),
        Habit::Prepays => {
            clerk.plan(clerk.day.plus_days(1), Errand::Draw(player));
            clerk.plan(first_due.plus_days(3), pay(100));
        }
        Habit::Deducts => {
            let on = first_due.plus_days(clerk.chance.between(3, 12));
            let deducts = clerk.chance.percent(40);
            clerk.plan(on, pay(if deducts { 96 } else { 100 }));
            if deducts {
                clerk.plan(on.plus_days(4), Errand::Deduct(player, document.clone()));
            }
        }
        Habit::Monthly | Habit::Stalls(_) | Habit::Defaults => {}
    }
}

/// The due dates of a document, or the day of its issue when it has none.
fn due_dates(clerk: &Clerk, document: &DocumentRef) -> Vec<Date> {
    let Some(account) = clerk.account(document.customer()) else { return Vec::new() };
    let Some(held) = account.document(document) else { return Vec::new() };
    let parts = held.parts.of(&account.parts).iter();
    parts.filter_map(|part| part.due_on().or_else(|| part.issued_on())).collect()
}

/// A credit note for part of an invoice, or one that stands alone.
pub(super) fn credit_note(
    clerk: &mut Clerk,
    player: usize,
    applies_to: Option<String>,
    claim: Option<Claim>,
) -> Result<(), Rejection> {
    let mut fields = fields(clerk, player, 12);
    fields.schedule = None;
    fields.memo = Some(clerk.cast.words.returned_goods.to_owned());
    fields.claim = claim.or(fields.claim);
    fields.applies_to = applies_to;
    record(clerk, player, DocumentKind::CreditNote, fields).map(drop)
}

pub(super) fn debit_note(clerk: &mut Clerk, player: usize) -> Result<(), Rejection> {
    let mut fields = fields(clerk, player, 4);
    fields.memo = Some(clerk.cast.words.price_correction.to_owned());
    record(clerk, player, DocumentKind::DebitNote, fields).map(drop)
}

pub(super) fn type_twice(clerk: &mut Clerk, player: usize) -> Result<(), Rejection> {
    let fields = fields(clerk, player, 100);
    let number = clerk.number(clerk.cast.words.invoice_prefix);
    let entry = clerk.give(Command::RecordDocument {
        kind: DocumentKind::Invoice,
        customer: player_code(player),
        number: Some(format!("{number}-2")),
        fields,
    })?;
    let reason = clerk.cast.words.typed_twice.to_owned();
    clerk.give(Command::Retract { entry, reason }).map(drop)
}

pub(super) fn change_owner(clerk: &mut Clerk, player: usize) -> Result<(), Rejection> {
    let customer = Key::of(&player_code(player));
    let owner = clerk.cast.owners.get((player + 1) % clerk.cast.owners.len());
    let fields =
        CustomerFields { owner: owner.map(ToString::to_string), ..CustomerFields::default() };
    clerk.give(Command::AmendCustomer { customer, fields }).map(drop)
}

/// Gives the oldest open document a later due date.
pub(super) fn extend(clerk: &mut Clerk, player: usize) -> Result<(), Rejection> {
    let customer = Key::of(&player_code(player));
    let Some(open) = clerk.open(&customer).into_iter().find(|open| open.due_day != NEVER) else {
        return Ok(());
    };
    let due_on = Date::from_number(open.due_day).unwrap_or(clerk.day).plus_days(45);
    let schedule = Schedule { due_on: Some(due_on), ..Schedule::default() };
    let fields = DocumentFields { schedule: Some(schedule), ..DocumentFields::default() };
    let reason = Some(clerk.cast.words.extended.to_owned());
    clerk.give(Command::AmendDocument { document: open.item.document, fields, reason }).map(drop)
}
