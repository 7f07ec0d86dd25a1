//! The form of an act on an item: its fields, what is wrong with them, and why it was refused.
//! Never loses what was typed when the workbook refuses it.

use huikuan::record::{DisputeOutcome, WriteOffKind};
use huikuan::say;
use huikuan::view::act::{Act, ActField, Form, command};
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::Shown;
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
    let is_retraction = matches!(act, Act::Retract(_));
    let record = move |command: Command| match session.apply(command) {
        Ok(()) => {
            let done = session.read_untracked(|workbook| workbook.undoable()).flatten();
            let what = done.map(|step| untrack(|| say::undo_step(step, speech.language())));
            let what = what.unwrap_or_default();
            toaster.say(untrack(|| speech.fill(label::act::DONE, &[&what])));
            chosen.set(None);
            // What it was about is gone.
            if is_retraction {
                open.set(false);
            }
        }
        Err(rejection) => refused.set(Some(untrack(|| refusal(speech, &rejection)))),
    };
    match act {
        Act::Allocate(fund) => {
            let today = session.as_of_untracked();
            let money = shown.open;
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
            let Some(typed) = begun(&act, shown, session).map(Typed::begin) else {
                return ().into_any();
            };
            let unread = RwSignal::new(Vec::<ActField>::new());
            let fields = act.fields().iter();
            let hint = matches!(act, Act::Retract(_))
                .then(|| view! { <p class="hint">{speech.text(label::act::RETRACT_HINT)}</p> });
            let save = {
                let act = act.clone();
                UnsyncCallback::new(move |()| {
                    refused.set(None);
                    let read = command(&act, &typed.form(), session.today.get_untracked());
                    unread.set(read.as_ref().err().cloned().unwrap_or_default());
                    if let Ok(Some(command)) = read {
                        record(command);
                    }
                })
            };
            let fields: Vec<AnyView> =
                fields.map(|field| typed.field(*field, unread, save, speech)).collect();
            view! { {hint} <div class="form">{fields}</div> {ending(refused, open, save)} }
                .into_any()
        }
    }
}

/// The form of an act on what is shown, as it opens.
fn begun(act: &Act, shown: &Shown, session: Session) -> Option<Form> {
    let as_of = session.as_of_untracked();
    let begun = session.read_untracked(|workbook| {
        let ledger = workbook.ledger();
        let account = ledger.account(&shown.customer)?;
        Some(Form::begin(act, account, ledger.policy(), shown.open, as_of))
    });
    begun.flatten()
}

/// What is typed into the form, and the form as it opened.
#[derive(Clone, Copy)]
struct Typed {
    begun: StoredValue<Form>,
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
    fn begin(begun: Form) -> Self {
        let text = |text: &String| RwSignal::new(text.clone());
        Self {
            amount: text(&begun.amount),
            on: text(&begun.on),
            reason: text(&begun.reason),
            approver: text(&begun.approver),
            reference: text(&begun.reference),
            issued_on: text(&begun.issued_on),
            due_on: text(&begun.due_on),
            contract: text(&begun.contract),
            memo: text(&begun.memo),
            kind: RwSignal::new(begun.write_off_kind),
            outcome: RwSignal::new(begun.outcome),
            begun: StoredValue::new(begun),
        }
    }

    /// The form as it is filled in.
    fn form(self) -> Form {
        Form {
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
            ..self.begun.get_value()
        }
    }

    fn field(
        self,
        field: ActField,
        unread: RwSignal<Vec<ActField>>,
        save: UnsyncCallback<()>,
        speech: Speech,
    ) -> AnyView {
        let (label, value, kind) = match field {
            ActField::WriteOffKind => return self.write_off_kind(speech),
            ActField::Outcome => return self.outcome(speech),
            ActField::Amount => (label::item::AMOUNT, self.amount, TextKind::Figure),
            ActField::On => (label::act::ON, self.on, TextKind::Text),
            ActField::IssuedOn => (label::item::ISSUED, self.issued_on, TextKind::Text),
            ActField::DueOn => (label::item::DUE, self.due_on, TextKind::Text),
            ActField::Reason => (label::act::REASON, self.reason, TextKind::Text),
            ActField::Approver => (label::act::APPROVER, self.approver, TextKind::Text),
            ActField::Reference => (label::item::REFERENCE, self.reference, TextKind::Text),
            ActField::Contract => (label::entry::CONTRACT, self.contract, TextKind::Text),
            ActField::Memo => (label::entry::MEMO, self.memo, TextKind::Text),
        };
        let error = Signal::derive(move || {
            let is_unread = unread.with(|all| all.contains(&field));
            is_unread.then(|| speech.now(complaint(field)).to_owned())
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
