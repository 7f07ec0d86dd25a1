//! The details of one customer, to be read and changed (A1).
//! Never states a field that was not changed, and never loses what was typed when it is refused.

use huikuan::id::Key;
use huikuan::money::Currency;
use huikuan::record::{CustomerField, CustomerFields, DebtorKind};
use huikuan::view::customer_form::{CustomerForm, FLAGS, FormMistake, TEXTS};
use huikuan::view::setting::TermsKind;
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;

use super::contact::Contacts;
use crate::page::label::{self, Label};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::check::Check;
use crate::page::part::chip::choice;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::maybe;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::select::Select;
use crate::page::part::toast::use_toaster;
use crate::page::screen::setting::term::TERMS_KINDS;
use crate::page::session::{Session, refusal, use_session};
use crate::page::speech::{Speech, use_speech};

/// What is typed, and what of it cannot be read; copies are the same form.
#[derive(Clone, Copy)]
struct Typed {
    speech: Speech,
    texts: StoredValue<Vec<RwSignal<String>>>,
    debtor_kind: RwSignal<Option<DebtorKind>>,
    credit_limit: RwSignal<String>,
    terms: RwSignal<Option<TermsKind>>,
    terms_days: RwSignal<String>,
    reconciliation_day: RwSignal<String>,
    flags: StoredValue<Vec<RwSignal<bool>>>,
    contacts: Contacts,
    mistakes: RwSignal<Vec<FormMistake>>,
}

impl Typed {
    fn begin(speech: Speech) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            speech,
            texts: StoredValue::new(TEXTS.iter().map(|_| text()).collect()),
            debtor_kind: RwSignal::new(None),
            credit_limit: text(),
            terms: RwSignal::new(None),
            terms_days: text(),
            reconciliation_day: text(),
            flags: StoredValue::new(FLAGS.iter().map(|_| RwSignal::new(false)).collect()),
            contacts: Contacts::begin(speech),
            mistakes: RwSignal::new(Vec::new()),
        }
    }

    fn fill(self, form: CustomerForm) {
        self.texts.with_value(|all| {
            all.iter().zip(form.texts).for_each(|(typed, text)| typed.set(text));
        });
        self.flags.with_value(|all| {
            all.iter().zip(form.flags).for_each(|(typed, flag)| typed.set(flag));
        });
        self.debtor_kind.set(form.debtor_kind);
        self.credit_limit.set(form.credit_limit);
        self.terms.set(form.terms);
        self.terms_days.set(form.terms_days);
        self.reconciliation_day.set(form.reconciliation_day);
        self.contacts.fill(form.contacts);
    }

    fn form(self) -> CustomerForm {
        let texts = |all: &Vec<RwSignal<String>>| all.iter().map(|t| t.get_untracked()).collect();
        let flags = |all: &Vec<RwSignal<bool>>| all.iter().map(|f| f.get_untracked()).collect();
        CustomerForm {
            texts: self.texts.with_value(texts),
            debtor_kind: self.debtor_kind.get_untracked(),
            credit_limit: self.credit_limit.get_untracked(),
            terms: self.terms.get_untracked(),
            terms_days: self.terms_days.get_untracked(),
            reconciliation_day: self.reconciliation_day.get_untracked(),
            contacts: self.contacts.cells(),
            flags: self.flags.with_value(flags),
        }
    }

    fn show(self, mistakes: Vec<FormMistake>) {
        self.contacts.show(&mistakes);
        self.mistakes.set(mistakes);
    }

    /// The sentence at a field, if it is mistaken.
    fn error(self, of: CustomerField) -> Signal<Option<String>> {
        let (speech, mistakes) = (self.speech, self.mistakes);
        Signal::derive(move || {
            let word = mistakes.with(|all| all.iter().find_map(|held| complaint(*held, of)))?;
            Some(speech.now(word).to_owned())
        })
    }
}

/// What is wrong with a field by a mistake, if the mistake is one of that field.
fn complaint(mistake: FormMistake, of: CustomerField) -> Option<Label> {
    let (field, word) = match mistake {
        FormMistake::NotALimit => (CustomerField::CreditLimit, label::item::NOT_AN_AMOUNT),
        FormMistake::NotDays => (CustomerField::Terms, label::setting::NOT_WHOLE),
        FormMistake::NotADayOfMonth => {
            (CustomerField::ReconciliationDay, label::customer::NOT_A_DAY_OF_MONTH)
        }
        FormMistake::CannotBeEmptied(field) => (field, label::customer::CANNOT_BE_EMPTIED),
        FormMistake::Contact { .. } => return None,
    };
    (field == of).then_some(word)
}

/// The details, each in a field of its own.
pub(super) fn details(key: Key) -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let typed = Typed::begin(speech);
    let refused = RwSignal::new(None::<String>);
    let shown = Memo::new({
        let key = key.clone();
        move |_| shown(session, &key)
    });
    Effect::new(move |_| {
        shown.with(|(fields, base)| typed.fill(CustomerForm::of(fields, *base)));
    });
    let save = UnsyncCallback::new(move |()| {
        let today = session.today.get_untracked();
        let read = shown.with_untracked(|(fields, base)| typed.form().read(fields, *base, today));
        typed.show(read.as_ref().err().cloned().unwrap_or_default());
        let Ok(fields) = read else { return };
        match session.apply(Command::AmendCustomer { customer: key.clone(), fields }) {
            Ok(()) | Err(Rejection::NothingChanged) => {
                refused.set(None);
                toaster.say(untrack(|| speech.fill(label::customer::SAVED, &[key.as_str()])));
            }
            Err(rejection) => refused.set(Some(untrack(|| refusal(speech, &rejection)))),
        }
    });
    let texts: Vec<AnyView> = typed.texts.with_value(|all| {
        let field = |(field, value): (&CustomerField, &RwSignal<String>)| {
            let label = speech.text(word(*field));
            view! { <TextField label value=*value on_enter=save/> }.into_any()
        };
        TEXTS.iter().zip(all).map(field).collect()
    });
    let flags: Vec<AnyView> = typed.flags.with_value(|all| {
        let flag = |(field, value): (&CustomerField, &RwSignal<bool>)| {
            view! { <Check label=speech.text(word(*field)) checked=*value/> }.into_any()
        };
        FLAGS.iter().zip(all).map(flag).collect()
    });
    let notice = maybe(move || {
        refused.get().map(|why| view! { <Notice tone=Tone::Warn>{why}</Notice> }.into_any())
    });
    view! {
        <div class="details">
            {texts}
            {credit(typed, shown, save)}
            <div class="flags">{flags}</div>
            {typed.contacts.view(save)}
            {notice}
            <div class="actions">
                <Button
                    label=speech.text(label::customer::SAVE) on_press=save look=ButtonLook::Main
                />
            </div>
        </div>
    }
}

/// What is stated of the customer, and the base currency.
fn shown(session: Session, key: &Key) -> (CustomerFields, Currency) {
    let found = session.read(|workbook| {
        let ledger = workbook.ledger();
        let fields = ledger.account(key).map(|held| held.customer.fields.clone());
        (fields.unwrap_or_default(), ledger.policy().base_currency)
    });
    found.unwrap_or((CustomerFields::default(), Currency::CNY))
}

/// Kind of debtor, credit limit, payment terms and reconciliation day.
fn credit(
    typed: Typed,
    shown: Memo<(CustomerFields, Currency)>,
    save: UnsyncCallback<()>,
) -> AnyView {
    let speech = typed.speech;
    let kinds = Signal::derive(move || {
        vec![
            choice(None, speech.now(label::customer::NOT_STATED)),
            choice(Some(DebtorKind::PublicBody), speech.now(label::customer::PUBLIC_BODY)),
            choice(Some(DebtorKind::LargeFirm), speech.now(label::customer::LARGE_FIRM)),
            choice(Some(DebtorKind::SmallFirm), speech.now(label::customer::SMALL_FIRM)),
        ]
    });
    let terms = Signal::derive(move || {
        let is_own = shown.with(|(fields, _)| fields.terms.is_some());
        let none = if is_own { label::customer::OWN_TERMS } else { label::customer::COMMON_TERMS };
        let own = TERMS_KINDS.map(|(kind, words)| choice(Some(kind), speech.now(words)));
        std::iter::once(choice(None, speech.now(none))).chain(own).collect()
    });
    let on_kind =
        UnsyncCallback::new(move |(kind,): (Option<DebtorKind>,)| typed.debtor_kind.set(kind));
    let on_terms = UnsyncCallback::new(move |(kind,): (Option<TermsKind>,)| typed.terms.set(kind));
    let days = maybe(move || {
        typed.terms.get()?;
        let field = view! {
            <TextField
                label=speech.text(label::setting::DAYS)
                value=typed.terms_days
                error=typed.error(CustomerField::Terms)
                kind=TextKind::Figure
                on_enter=save
            />
        };
        Some(field.into_any())
    });
    view! {
        <Select
            label=speech.text(label::customer::DEBTOR_KIND)
            choices=kinds
            chosen=typed.debtor_kind
            on_choose=on_kind
            error=typed.error(CustomerField::DebtorKind)
        />
        <TextField
            label=speech.text(label::customer::CREDIT_LIMIT)
            value=typed.credit_limit
            error=typed.error(CustomerField::CreditLimit)
            kind=TextKind::Figure
            on_enter=save
        />
        <Select
            label=speech.text(label::setting::TERMS)
            choices=terms
            chosen=typed.terms
            on_choose=on_terms
            error=typed.error(CustomerField::Terms)
        />
        {days}
        <TextField
            label=speech.text(label::customer::RECONCILIATION_DAY)
            value=typed.reconciliation_day
            error=typed.error(CustomerField::ReconciliationDay)
            kind=TextKind::Figure
            on_enter=save
        />
    }
    .into_any()
}

/// What a field is called on the screen.
const fn word(field: CustomerField) -> Label {
    match field {
        CustomerField::Name => label::customer::NAME,
        CustomerField::Owner => label::customer::OWNER,
        CustomerField::Salesperson => label::customer::SALESPERSON,
        CustomerField::Region => label::customer::REGION,
        CustomerField::Industry => label::customer::INDUSTRY,
        CustomerField::Group => label::customer::GROUP,
        CustomerField::DebtorKind => label::customer::DEBTOR_KIND,
        CustomerField::Contacts => label::customer::CONTACTS,
        CustomerField::Address => label::customer::ADDRESS,
        CustomerField::TaxNo => label::customer::TAX_NO,
        CustomerField::Bank => label::customer::BANK,
        CustomerField::CreditLimit => label::customer::CREDIT_LIMIT,
        CustomerField::Terms => label::setting::TERMS,
        CustomerField::ReconciliationDay => label::customer::RECONCILIATION_DAY,
        CustomerField::KeyAccount => label::customer::KEY_ACCOUNT,
        CustomerField::SupplySuspended => label::customer::SUPPLY_SUSPENDED,
        CustomerField::Blacklisted => label::customer::BLACKLISTED,
        CustomerField::Security => label::customer::SECURITY,
        CustomerField::PrepaymentShare => label::customer::PREPAYMENT_SHARE,
        CustomerField::LateReason => label::customer::LATE_REASON,
        CustomerField::AbleToPay => label::customer::ABLE_TO_PAY,
        CustomerField::WillingToPay => label::customer::WILLING_TO_PAY,
        CustomerField::CreditReports => label::customer::CREDIT_REPORTS,
        CustomerField::Memo => label::customer::MEMO,
    }
}
