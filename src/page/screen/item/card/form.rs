//! The form of an act on an item: its fields, what is wrong with them, and why it was refused.
//! Never loses what was typed when the workbook refuses it.

use huikuan::money::Money;
use huikuan::record::{DisputeOutcome, WriteOffKind};
use huikuan::view::act::{Act, ActField, Form, command};
use huikuan::view::amount::figure;
use huikuan::view::sheet::{Mistake, SheetColumn};
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::{Shown, act_name};
use crate::page::label::{self, Label};
use crate::page::part::chip::choice;
use crate::page::part::dialog::ending;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::select::Select;
use crate::page::part::toast::use_toaster;
use crate::page::screen::item::allocation;
use crate::page::session::{Session, refusal, use_session};
use crate::page::speech::{Speech, use_speech};

/// The form of the chosen act.
pub(super) fn form(
    act: Act,
    shown: &Shown,
    open: RwSignal<bool>,
    chosen: RwSignal<Option<Act>>,
) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let refused = RwSignal::new(None::<String>);
    let name = act_name(&act);
    let record = move |command: Command| match session.apply(command) {
        Ok(()) => {
            let what = untrack(|| speech.now(name).replace("{0}", ""));
            toaster.say(untrack(|| speech.fill(label::act::DONE, &[what.trim()])));
            chosen.set(None);
        }
        Err(rejection) => refused.set(Some(untrack(|| refusal(speech, &rejection)))),
    };
    match act {
        Act::Allocate(fund) => {
            let today = session.as_of_untracked();
            let money = Money::new(shown.worked.open_minor.abs(), shown.currency);
            let money = money.unwrap_or(Money::zero(shown.currency));
            let customer = shown.customer.clone();
            let targets = allocation::targets(session, &customer, money, today);
            let targets = StoredValue::new_local(targets);
            let save = UnsyncCallback::new(move |()| {
                let shares = targets.with_value(|targets| allocation::shares(targets));
                match shares {
                    None => {
                        let wrong = untrack(|| speech.now(label::item::NOT_A_SHARE).to_owned());
                        refused.set(Some(wrong));
                    }
                    Some(shares) => record(Command::Allocate {
                        customer: customer.clone(),
                        fund: fund.clone(),
                        shares,
                        on: Some(today),
                    }),
                }
            });
            let rest = move || targets.with_value(|held| allocation::rest(held, money, speech));
            let fields = targets.with_value(|targets| allocation::fields(targets, speech));
            let nothing = fields.is_none().then(|| {
                view! { <p class="hint">{speech.now(label::act::NOTHING_OPEN)}</p> }.into_any()
            });
            view! {
                {fields} {nothing}
                <p class="hint" aria-live="polite">{rest}</p>
                {ending(refused, open, save)}
            }
            .into_any()
        }
        act => {
            let typed = Typed::begin(&act, shown, session);
            let wrong = RwSignal::new(Vec::<Mistake>::new());
            let asked = act.fields();
            let hint = matches!(act, Act::Retract(_))
                .then(|| view! { <p class="hint">{speech.text(label::act::RETRACT_HINT)}</p> });
            let held = StoredValue::new_local((act, shown.clone()));
            let save = UnsyncCallback::new(move |()| {
                refused.set(None);
                let today = session.today.get_untracked();
                let read = held.with_value(|(act, shown)| command(act, &typed.form(shown), today));
                match read {
                    Ok(Some(command)) => {
                        wrong.set(Vec::new());
                        record(command);
                    }
                    Ok(None) => {}
                    Err(mistakes) => wrong.set(mistakes),
                }
            });
            let fields: Vec<AnyView> =
                asked.iter().map(|field| typed.field(*field, wrong, save, speech)).collect();
            view! { {hint} <div class="form">{fields}</div> {ending(refused, open, save)} }
                .into_any()
        }
    }
}

/// What is typed into the form.
#[derive(Clone, Copy)]
struct Typed {
    amount: RwSignal<String>,
    on: RwSignal<String>,
    reason: RwSignal<String>,
    approver: RwSignal<String>,
    reference: RwSignal<String>,
    issued_on: RwSignal<String>,
    due_on: RwSignal<String>,
    contract: RwSignal<String>,
    memo: RwSignal<String>,
    kind: RwSignal<WriteOffKind>,
    outcome: RwSignal<DisputeOutcome>,
}

impl Typed {
    /// The form as it opens: what is open of the position, on the reporting day; for an amendment
    /// what the document states.
    fn begin(act: &Act, shown: &Shown, session: Session) -> Self {
        let text = |text: String| RwSignal::new(text);
        let stated = shown.stated.clone();
        let amount = match (act, stated.claim) {
            (Act::Amend(_), Some(claim)) => claim.amount.minor(),
            _ => shown.worked.open_minor.abs(),
        };
        let schedule = stated.schedule.clone().unwrap_or_default();
        let day = |on: Option<huikuan::calendar::Date>| on.map(|on| on.to_string());
        Self {
            amount: text(figure(amount, shown.currency)),
            on: text(session.as_of_untracked().to_string()),
            reason: text(String::new()),
            approver: text(String::new()),
            reference: text(String::new()),
            issued_on: text(day(stated.issued_on).unwrap_or_default()),
            due_on: text(day(schedule.due_on).unwrap_or_default()),
            contract: text(stated.contract.unwrap_or_default()),
            memo: text(stated.memo.unwrap_or_default()),
            kind: RwSignal::new(likely_kind(shown, session)),
            outcome: RwSignal::new(DisputeOutcome::Upheld),
        }
    }

    /// The form as it is filled in.
    fn form(self, shown: &Shown) -> Form {
        Form {
            customer: shown.customer.clone(),
            currency: shown.currency,
            amount: self.amount.get_untracked(),
            on: self.on.get_untracked(),
            reason: self.reason.get_untracked(),
            approver: self.approver.get_untracked(),
            write_off_kind: self.kind.get_untracked(),
            outcome: self.outcome.get_untracked(),
            reference: self.reference.get_untracked(),
            issued_on: self.issued_on.get_untracked(),
            due_on: self.due_on.get_untracked(),
            contract: self.contract.get_untracked(),
            memo: self.memo.get_untracked(),
            stated: shown.stated.clone(),
        }
    }

    fn field(
        self,
        field: ActField,
        wrong: RwSignal<Vec<Mistake>>,
        save: UnsyncCallback<()>,
        speech: Speech,
    ) -> AnyView {
        let (label, value, kind, column) = match field {
            ActField::WriteOffKind => return self.write_off_kind(speech),
            ActField::Outcome => return self.outcome(speech),
            ActField::Amount => {
                (label::item::AMOUNT, self.amount, TextKind::Figure, Some(SheetColumn::Amount))
            }
            ActField::On => {
                (label::act::ON, self.on, TextKind::Text, Some(SheetColumn::ReceivedOn))
            }
            ActField::IssuedOn => {
                (label::item::ISSUED, self.issued_on, TextKind::Text, Some(SheetColumn::IssuedOn))
            }
            ActField::DueOn => {
                (label::item::DUE, self.due_on, TextKind::Text, Some(SheetColumn::DueOn))
            }
            ActField::Reason => (label::act::REASON, self.reason, TextKind::Text, None),
            ActField::Approver => (label::act::APPROVER, self.approver, TextKind::Text, None),
            ActField::Reference => (label::item::REFERENCE, self.reference, TextKind::Text, None),
            ActField::Contract => (label::entry::CONTRACT, self.contract, TextKind::Text, None),
            ActField::Memo => (label::entry::MEMO, self.memo, TextKind::Text, None),
        };
        let error = Signal::derive(move || {
            let is_wrong = wrong.with(|all| all.iter().any(|m| Some(m.column) == column));
            is_wrong.then(|| speech.now(complaint(field)).to_owned())
        });
        view! { <TextField label=speech.text(label) value error kind on_enter=save/> }.into_any()
    }

    fn write_off_kind(self, speech: Speech) -> AnyView {
        // Who writes off bad debt names an approver; the sentence of the refusal says so.
        let kinds = [
            (WriteOffKind::SmallDifference, label::act::SMALL_DIFFERENCE),
            (WriteOffKind::BadDebt, label::act::BAD_DEBT),
            (WriteOffKind::Deduction, label::act::DEDUCTION),
            (WriteOffKind::BankFee, label::act::BANK_FEE),
            (WriteOffKind::ExchangeDifference, label::act::EXCHANGE_DIFFERENCE),
        ];
        let choices = Signal::derive(move || {
            kinds.into_iter().map(|(kind, word)| choice(kind, speech.now(word))).collect::<Vec<_>>()
        });
        let on_choose = UnsyncCallback::new(move |(kind,): (WriteOffKind,)| self.kind.set(kind));
        view! {
            <Select label=speech.text(label::act::KIND) choices chosen=self.kind on_choose/>
        }
        .into_any()
    }

    fn outcome(self, speech: Speech) -> AnyView {
        let outcomes = [
            (DisputeOutcome::Upheld, label::act::UPHELD),
            (DisputeOutcome::Conceded, label::act::CONCEDED),
            (DisputeOutcome::Withdrawn, label::act::WITHDRAWN),
        ];
        let choices = Signal::derive(move || {
            let outcomes = outcomes.into_iter();
            outcomes.map(|(held, word)| choice(held, speech.now(word))).collect::<Vec<_>>()
        });
        let on_choose =
            UnsyncCallback::new(move |(held,): (DisputeOutcome,)| self.outcome.set(held));
        view! {
            <Select label=speech.text(label::act::OUTCOME) choices chosen=self.outcome on_choose/>
        }
        .into_any()
    }
}

/// What a write-off of all that is open would be: a difference that the tolerance covers, else bad
/// debt.
fn likely_kind(shown: &Shown, session: Session) -> WriteOffKind {
    let tolerated = session.read_untracked(|workbook| {
        let mut all = workbook.ledger().policy().small_difference.iter();
        let held = all.find(|money| money.currency() == shown.currency)?;
        Some(shown.worked.open_minor <= held.minor())
    });
    let is_small = tolerated.flatten().unwrap_or(false);
    if is_small { WriteOffKind::SmallDifference } else { WriteOffKind::BadDebt }
}

const fn complaint(field: ActField) -> Label {
    match field {
        ActField::Amount => label::item::NOT_AN_AMOUNT,
        ActField::On
        | ActField::IssuedOn
        | ActField::DueOn
        | ActField::Reason
        | ActField::Approver
        | ActField::WriteOffKind
        | ActField::Outcome
        | ActField::Reference
        | ActField::Contract
        | ActField::Memo => label::item::NOT_A_DATE,
    }
}
