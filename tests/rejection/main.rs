//! Every rejection that a command can meet, a row for each (I4): a new one without a row does not
//! compile. Never the sentence about it: that is tested where it is worded.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where it finds a fault"
)]

mod approval;
mod collection;
#[path = "../laptop/mod.rs"]
mod laptop;
mod late_charge;

use huikuan::id::{EntryId, FactId, Key};
use huikuan::journal::{CLOCK_MAX, Entry};
use huikuan::money::{Currency, Rate};
use huikuan::record::{
    AgingBasis, AgingConvention, AgingPolicy, ArticleFields, Claim, Contact, CustomerFields,
    Discount, DocumentFields, DocumentKind, ExchangeRate, FundRef, LimitationPolicy,
    ReverseSubject, Role, Schedule, SettingField, SettingFields, TakenDiscount, Terms,
    TermsExtension, WriteOff, WriteOffKind,
};
use huikuan::workbook::{Command, Rejection, Share};

use collection::{agree, play, team_with};
use laptop::{
    Laptop, call, claim, credit_note, date, hold, invoice, item, log, money, promise, received,
    share, step, table,
};

/// What a row does: the last thing that it asks for is refused.
type Story = fn(&mut Laptop, &FundRef) -> Result<Vec<Entry>, Rejection>;

/// A name, the rejection, and who meets it.
type Row = (&'static str, Rejection, Story);

/// The list of rows, and a match over the enum that has an arm for each row and no other.
macro_rules! rows {
    ($($kind:ident: $rejection:expr, $story:expr;)+) => {
        fn rows() -> Vec<Row> {
            vec![$((stringify!($kind), $rejection, $story)),+]
        }

        fn kind(rejection: &Rejection) -> &'static str {
            match rejection {
                $(Rejection::$kind { .. } => stringify!($kind),)+
            }
        }
    };
}

rows! {
    CodeMissing: Rejection::CodeMissing, |mei, _| mei.tries(customer(" "));
    CustomerExists: Rejection::CustomerExists("ｃ1".to_owned()), |mei, _| mei.tries(customer("ｃ1"));
    CustomerUnknown: Rejection::CustomerUnknown("C9".to_owned()), |mei, _| mei.tries(amend("C9", "甲"));
    DocumentExists: Rejection::DocumentExists("inv-1".to_owned()),
        |mei, _| mei.tries(document("inv-1", claim("2025-01-10", "", "1")));
    DocumentUnknown: Rejection::DocumentUnknown,
        |mei, _| mei.tries(amend_document("INV-9", claim("2025-01-10", "", "1")));
    IssueDateMissing: Rejection::IssueDateMissing,
        |mei, _| mei.tries(document("N", DocumentFields { issued_on: None, ..new() }));
    AmountMissing: Rejection::AmountMissing,
        |mei, _| mei.tries(document("N", DocumentFields { claim: None, ..new() }));
    AmountNotPositive: Rejection::AmountNotPositive(money("0")),
        |mei, _| mei.tries(document("N", claim("2025-01-10", "", "0")));
    TaxBeyondAmount: Rejection::TaxBeyondAmount(money("1.01")), |mei, _| {
        let claim = Some(Claim { amount: money("1"), tax: Some(money("1.01")) });
        mei.tries(document("N", DocumentFields { claim, ..new() }))
    };
    TermsWithoutRest: Rejection::TermsWithoutRest, |mei, _| {
        let terms = Some(Terms { lines: Vec::new(), ..Terms::net(30) });
        let schedule = Some(Schedule { terms, ..Schedule::default() });
        mei.tries(document("N", DocumentFields { schedule, ..new() }))
    };
    DueBeforeIssue:
        Rejection::DueBeforeIssue { due_on: date("2025-01-09"), issued_on: date("2025-01-10") },
        |mei, _| mei.tries(document("N", claim("2025-01-10", "2025-01-09", "1")));
    FundUnknown: Rejection::FundUnknown,
        |mei, _| mei.tries(allocate(&credit_note("C1", "CN-9"), share("C1", "INV-1", "1")));
    ItemUnknown: Rejection::ItemUnknown,
        |mei, fund| mei.tries(allocate(fund, share("C1", "INV-9", "1")));
    CurrencyDiffers: Rejection::CurrencyDiffers { money: money("1"), item: money("50 USD") },
        |mei, fund| mei.tries(allocate(fund, share("C1", "INV-2", "1")));
    BeyondOutstanding:
        Rejection::BeyondOutstanding { wanted: money("100.01"), outstanding: money("100") },
        |mei, fund| mei.tries(allocate(fund, share("C1", "INV-1", "100.01")));
    BeyondRemaining:
        Rejection::BeyondRemaining { wanted: money("60.01"), remaining: money("60") },
        |mei, fund| mei.tries(allocate(fund, share("C1", "INV-1", "60.01")));
    BeyondTolerance: Rejection::BeyondTolerance { wanted: money("1.01"), tolerance: money("1") },
        |mei, _| mei.tries(write_off(WriteOffKind::SmallDifference, "1.01", ["", ""]));
    DiscountBeyondBase:
        Rejection::DiscountBeyondBase { discount: money("2"), base: money("1") },
        |mei, _| mei.tries(Command::GrantDiscount(discount("2", "1", None)));
    DiscountTwice: Rejection::DiscountTwice, |mei, fund| {
        let entry = mei.does(allocate(fund, share("C1", "INV-1", "49")));
        let allocation = Some(FactId { entry, index: 0 });
        mei.does(Command::GrantDiscount(discount("1", "50", allocation)));
        mei.tries(Command::GrantDiscount(discount("1", "50", allocation)))
    };
    TermsNotLonger: Rejection::TermsNotLonger { from_days: 30, to_days: 30 },
        |mei, _| mei.tries(Command::ExtendTerms(extension(["2025-01-01", "2025-12-31"], 30)));
    ReasonMissing: Rejection::ReasonMissing,
        |mei, _| mei.tries(write_off(WriteOffKind::BadDebt, "1", [" ", "财务经理"]));
    ApproverMissing: Rejection::ApproverMissing,
        |mei, _| mei.tries(write_off(WriteOffKind::BadDebt, "1", ["破产", " "]));
    SubjectUnknown: Rejection::SubjectUnknown,
        |mei, _| mei.tries(retract("k3f9q2ma-12".parse().unwrap()));
    AlreadyReversed: Rejection::AlreadyReversed, |mei, fund| {
        mei.does(bounce(fund, "2025-04-01"));
        mei.tries(bounce(fund, "2025-04-02"))
    };
    BeforeItHappened: Rejection::BeforeItHappened {
        on: date("2025-03-04"),
        happened_on: date("2025-03-05"),
    }, |mei, fund| mei.tries(bounce(fund, "2025-03-04"));
    AlreadyRetracted: Rejection::AlreadyRetracted, |mei, _| {
        let entry = last(mei);
        mei.retracts(entry);
        mei.tries(retract(entry))
    };
    NotRetracted: Rejection::NotRetracted, |mei, _| {
        let entry = last(mei);
        mei.tries(Command::Restore { entry })
    };
    CannotRetractCreation: Rejection::CannotRetractCreation, |mei, _| {
        let first = mei.book.journal().entries()[0].id;
        mei.tries(retract(first))
    };
    ImportIsFollowed: Rejection::ImportIsFollowed, |mei, _| {
        let first = mei.imports(&table("2025-03-31", &["C1 T-1 2025-03-01 - 5"]));
        mei.imports(&table("2025-04-30", &["C1 T-1 2025-03-01 - 6"]));
        mei.tries(retract(first))
    };
    PromiseInPast: Rejection::PromiseInPast {
        promised_on: date("2025-03-09"),
        given_on: date("2025-03-10"),
    }, |mei, _| mei.tries(Command::RecordPromise(promise("C1", ["2025-03-10", "2025-03-09", "1"])));
    InstalmentsMissing: Rejection::InstalmentsMissing, |mei, _| mei.tries(agree(&[]));
    InstalmentsNotRising:
        Rejection::InstalmentsNotRising { due_on: date("2025-04-01"), after: date("2025-05-01") },
        |mei, _| mei.tries(agree(&["2025-05-01 50", "2025-04-01 50"]));
    PlanDoesNotAddUp:
        Rejection::PlanDoesNotAddUp { instalments: money("99.99"), owed: money("100") },
        |mei, _| mei.tries(agree(&["2025-04-01 50", "2025-05-01 49.99"]));
    LevelOutOfOrder: Rejection::LevelOutOfOrder { level: 1, stands: 1 }, |mei, _| {
        mei.contacts(step("C1", "2025-02-20", 1, 0));
        mei.tries(log(step("C1", "2025-02-21", 1, 1)))
    };
    StepTwice: Rejection::StepTwice(Key::of("C1")), |mei, _| {
        let first = step("C1", "2025-02-20", 1, 0);
        mei.tries(Command::LogContacts(vec![first.clone(), call("C1", "2025-02-20"), first]))
    };
    NextBeforeContact:
        Rejection::NextBeforeContact { next_on: date("2025-03-09"), on: date("2025-03-10") },
        |mei, _| {
            let follow_up_on = Some(date("2025-03-09"));
            mei.tries(log(Contact { follow_up_on, ..call("C1", "2025-03-10") }))
        };
    PersonGone: Rejection::PersonGone { person: "老周".to_owned(), until: date("2025-02-28") },
        |mei, _| {
            mei.does(team_with("老周", "2025-02-28"));
            mei.contacts(Contact { made_by: "老周".to_owned(), ..call("C1", "2025-02-28") });
            mei.tries(log(Contact { made_by: "老周".to_owned(), ..call("C1", "2025-03-01") }))
        };
    EndsBeforeItBegins:
        Rejection::EndsBeforeItBegins { until: date("2025-03-09"), from: date("2025-03-10") },
        |mei, _| mei.tries(Command::PlaceHold(hold("C1", "2025-03-10", "2025-03-09")));
    TextMissing: Rejection::TextMissing, |mei, _| {
        let (article, fields) = (" ".to_owned(), ArticleFields::default());
        mei.tries(Command::RecordArticle { article, fields })
    };
    NothingToApprove: Rejection::NothingToApprove, |mei, _| {
        let plan = approval::proposed(mei);
        mei.tries(approval::yes(plan, Role::Lead, "刘总"))
    };
    AlreadyDecided: Rejection::AlreadyDecided { role: Role::Collections, by: "王芳".to_owned() },
        |mei, _| {
            let plan = approval::asked(mei);
            mei.does(approval::yes(plan, Role::Collections, "王芳"));
            mei.tries(approval::yes(plan, Role::Collections, "王芳"))
        };
    ApprovalOutOfOrder:
        Rejection::ApprovalOutOfOrder { role: Role::Lead, awaited: Role::Collections },
        |mei, _| {
            let plan = approval::asked(mei);
            mei.tries(approval::yes(plan, Role::Lead, "刘总"))
        };
    NotOfRole: Rejection::NotOfRole { person: "刘总".to_owned(), role: Role::Collections },
        |mei, _| {
            let plan = approval::asked(mei);
            mei.tries(approval::yes(plan, Role::Collections, "刘总"))
        };
    PolicyNotUsable: Rejection::PolicyNotUsable(SettingField::Limitation), |mei, _| {
        let limitation = Some(LimitationPolicy { years: 0, years_max: 20, alert_days: Vec::new() });
        mei.tries(Command::SetPolicy(SettingFields { limitation, ..SettingFields::default() }))
    };
    StepsNotRising: Rejection::StepsNotRising { step: 2 }, |mei, _| mei.tries(play(|playbook| {
        playbook.a.swap(0, 1);
    }));
    NothingChanged: Rejection::NothingChanged, |mei, _| {
        mei.does(amend("C1", "甲"));
        mei.tries(amend("C1", "甲"))
    };
    NothingToUndo: Rejection::NothingToUndo, |mei, _| {
        let stamp = mei.stamp();
        let mut reopened = mei.copied_to("somebody else");
        reopened.book.undo(&stamp)
    };
    NothingToRedo: Rejection::NothingToRedo, |mei, _| {
        let stamp = mei.stamp();
        mei.book.redo(&stamp)
    };
    BucketsNotRising: Rejection::BucketsNotRising, |mei, _| {
        let (basis, convention) = (AgingBasis::DueOn, AgingConvention::UpperInclusive);
        let aging = Some(AgingPolicy { basis, upper_days: vec![60, 30], convention });
        mei.tries(Command::SetPolicy(SettingFields { aging, ..SettingFields::default() }))
    };
    RateNotUsable: Rejection::RateNotUsable, |mei, _| {
        let (currency, rate) = (Currency::CNY, Rate("7.1".parse().unwrap()));
        let on = date("2025-01-01");
        mei.tries(Command::RecordRate(ExchangeRate { currency, on, rate }))
    };
    CounterUsedUp: Rejection::CounterUsedUp, |mei, _| {
        let like = mei.export().remove(0);
        let id = "k3f9q2ma-1".parse().unwrap();
        let last = Entry::seal(id, CLOCK_MAX, like.recorded_at, "a clock at its end", Vec::new());
        mei.book.add(last.into_iter().collect());
        mei.tries(customer("C2"))
    };
}

#[test]
fn every_rejection_is_met() {
    for (name, rejection, story) in rows() {
        assert_eq!(kind(&rejection), name);
        meets(name, rejection, story);
    }
}

fn meets(name: &str, rejection: Rejection, story: Story) {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.invoices("C1", "INV-2", ["2025-01-10", "2025-02-09", "50 USD"]);
    let fund = mei.receives(received("C1", "2025-03-05", "60"), Vec::new());
    assert_eq!(story(&mut mei, &fund), Err(rejection), "{name}");
    mei.is_sound();
    mei.finds(&[]);
}

fn new() -> DocumentFields {
    claim("2025-01-10", "", "1")
}

fn customer(code: &str) -> Command {
    Command::RecordCustomer { code: code.to_owned(), fields: CustomerFields::default() }
}

fn amend(customer: &str, name: &str) -> Command {
    let fields = CustomerFields { name: Some(name.to_owned()), ..CustomerFields::default() };
    Command::AmendCustomer { customer: Key::of(customer), fields }
}

fn document(number: &str, fields: DocumentFields) -> Command {
    let (kind, number) = (DocumentKind::Invoice, Some(number.to_owned()));
    Command::RecordDocument { kind, customer: "C1".to_owned(), number, fields }
}

fn amend_document(number: &str, fields: DocumentFields) -> Command {
    Command::AmendDocument { document: invoice("C1", number), fields, reason: None }
}

fn allocate(fund: &FundRef, share: Share) -> Command {
    let customer = Key::of("C1");
    Command::Allocate { customer, fund: fund.clone(), shares: vec![share], on: None }
}

fn bounce(fund: &FundRef, on: &str) -> Command {
    let subject = ReverseSubject::Fund(fund.clone());
    Command::Reverse { customer: Key::of("C1"), subject, on: date(on), reason: String::new() }
}

fn write_off(kind: WriteOffKind, amount: &str, [reason, approver]: [&str; 2]) -> Command {
    Command::WriteOff(WriteOff {
        customer: Key::of("C1"),
        item: item("C1", "INV-1", 0),
        amount: money(amount),
        on: date("2025-03-01"),
        kind,
        reason: reason.to_owned(),
        approver: approver.to_owned(),
    })
}

fn retract(entry: EntryId) -> Command {
    Command::Retract { entry, reason: String::new() }
}

fn last(mei: &Laptop) -> EntryId {
    mei.book.journal().entries().last().unwrap().id
}

/// A discount on INV-1 by an offer, for a receipt of 2025-03-05.
fn discount(amount: &str, base: &str, allocation: Option<FactId>) -> Discount {
    let taken = TakenDiscount {
        amount: money(amount),
        base: money(base),
        offer: "早付优惠".to_owned(),
        rate: None,
        last_on: None,
    };
    let (customer, item, on) = (Key::of("C1"), item("C1", "INV-1", 0), date("2025-03-05"));
    let (reason, approver) = (String::new(), String::new());
    Discount { customer, item, on, allocation, taken, reason, approver }
}

/// Terms of C1 extended from 30 days, for items that fall due in between.
fn extension([from, until]: [&str; 2], to_days: u32) -> TermsExtension {
    TermsExtension {
        customer: Key::of("C1"),
        from_days: 30,
        to_days,
        from: date(from),
        until: date(until),
        by: "刘总".to_owned(),
        reason: String::new(),
    }
}
