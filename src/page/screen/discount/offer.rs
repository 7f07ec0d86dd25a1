//! The dialog that makes an offer or changes one (E1).
//! Never loses what was typed when something cannot be read.

use huikuan::money::Currency;
use huikuan::record::{CreditClass, SettingFields, Tier};
use huikuan::say;
use huikuan::view::discount::{OfferField, OfferForm, STEP_COUNT, StepForm};
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;

use crate::page::label::{self, Label};
use crate::page::part::check::Check;
use crate::page::part::chip::choice;
use crate::page::part::dialog::{Dialog, ending, open_while};
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::maybe;
use crate::page::part::select::Select;
use crate::page::part::toast::use_toaster;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// An offer on the way: where it stands among the offers, or that it is new.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Edited {
    pub(super) place: Option<usize>,
    pub(super) form: OfferForm,
}

/// The dialog, open while an offer is edited.
pub(super) fn offer_dialog(edited: RwSignal<Option<Edited>>) -> AnyView {
    let speech = use_speech();
    let open = open_while(edited);
    let title = move || {
        let is_new = edited.with(|held| held.as_ref().is_none_or(|held| held.place.is_none()));
        speech.now(if is_new { label::discount::NEW_OFFER } else { label::discount::EDIT })
    };
    view! {
        <Dialog title open>
            {maybe(move || edited.get().map(|begun| fields(begun, open)))}
        </Dialog>
    }
    .into_any()
}

/// What is typed, a signal for each field.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    steps: [(RwSignal<String>, RwSignal<bool>, RwSignal<String>); STEP_COUNT],
    classes: [RwSignal<bool>; 3],
    tiers: [RwSignal<bool>; 3],
    from: RwSignal<String>,
    until: RwSignal<String>,
    flags: [RwSignal<bool>; 4],
    budget: RwSignal<String>,
}

impl Typed {
    fn of(form: &OfferForm) -> Self {
        let text = |text: &String| RwSignal::new(text.clone());
        let flags = [form.with_tax, form.full_payment_only, form.while_overdue, form.as_rebate];
        Self {
            name: text(&form.name),
            steps: form
                .steps
                .clone()
                .map(|step| (text(&step.days), RwSignal::new(step.after_issue), text(&step.gain))),
            classes: form.classes.map(RwSignal::new),
            tiers: form.tiers.map(RwSignal::new),
            from: text(&form.from),
            until: text(&form.until),
            flags: flags.map(RwSignal::new),
            budget: text(&form.budget),
        }
    }

    fn form(self) -> OfferForm {
        let [with_tax, full_payment_only, while_overdue, as_rebate] =
            self.flags.map(|flag| flag.get_untracked());
        OfferForm {
            name: self.name.get_untracked(),
            steps: self.steps.map(|(days, after_issue, gain)| StepForm {
                days: days.get_untracked(),
                after_issue: after_issue.get_untracked(),
                gain: gain.get_untracked(),
            }),
            classes: self.classes.map(|ticked| ticked.get_untracked()),
            tiers: self.tiers.map(|ticked| ticked.get_untracked()),
            from: self.from.get_untracked(),
            until: self.until.get_untracked(),
            with_tax,
            full_payment_only,
            while_overdue,
            as_rebate,
            budget: self.budget.get_untracked(),
        }
    }
}

fn fields(begun: Edited, open: RwSignal<bool>) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let typed = Typed::of(&begun.form);
    let wrong = RwSignal::new(Vec::<OfferField>::new());
    let refused = RwSignal::new(None::<String>);
    let save = UnsyncCallback::new(move |()| {
        let held = session.read_untracked(|book| {
            let policy = book.ledger().policy();
            (policy.base_currency, policy.discount_offers.clone())
        });
        let (base, mut offers) = held.unwrap_or((Currency::CNY, Vec::new()));
        let today = session.as_of_untracked();
        let mut read = typed.form().read(base, today);
        let is_taken = |name: &str| {
            let mut others = offers.iter().enumerate().filter(|(at, _)| Some(*at) != begun.place);
            others.any(|(_, held)| held.name == name)
        };
        if read.as_ref().is_ok_and(|offer| is_taken(&offer.name)) {
            read = Err(vec![OfferField::Name]);
        }
        let offer = match read {
            Ok(offer) => offer,
            Err(fields) => return wrong.set(fields),
        };
        wrong.set(Vec::new());
        match begun.place.and_then(|place| offers.get_mut(place)) {
            Some(held) => *held = offer,
            None => offers.push(offer),
        }
        let fields = SettingFields { discount_offers: Some(offers), ..SettingFields::default() };
        match session.apply(Command::SetPolicy(fields)) {
            Ok(()) | Err(Rejection::NothingChanged) => {
                toaster.say(untrack(|| speech.now(label::discount::SAVED)));
                open.set(false);
            }
            Err(rejection) => refused.set(Some(untrack(|| refusal(speech, &rejection)))),
        }
    });
    let error = move |field: OfferField, words: Label| {
        Signal::derive(move || {
            wrong.with(|all| all.contains(&field)).then(|| speech.now(words).to_owned())
        })
    };
    let steps: Vec<AnyView> =
        typed.steps.into_iter().enumerate().map(|step| step_fields(step, error)).collect();
    let until = error(OfferField::Until, label::discount::WRONG_UNTIL);
    view! {
        <TextField
            label=speech.text(label::discount::NAME) value=typed.name required=true
            error=error(OfferField::Name, label::discount::WRONG_NAME)
        />
        {steps}
        {ticks(typed)}
        <div class="form">
            <TextField
                label=speech.text(label::discount::FROM) value=typed.from
                error=error(OfferField::From, label::discount::NOT_A_DATE)
            />
            <TextField label=speech.text(label::discount::UNTIL) value=typed.until error=until/>
            <TextField
                label=speech.text(label::discount::BUDGET) value=typed.budget
                kind=TextKind::Figure
                error=error(OfferField::Budget, label::item::NOT_AN_AMOUNT)
            />
        </div>
        {ending(refused, open, save)}
    }
    .into_any()
}

type StepSignals = (RwSignal<String>, RwSignal<bool>, RwSignal<String>);

fn step_fields(
    (place, (days, after_issue, gain)): (usize, StepSignals),
    error: impl Fn(OfferField, Label) -> Signal<Option<String>> + Copy,
) -> AnyView {
    let speech = use_speech();
    let words = move |label: Label| move || speech.fill(label, &[&(place + 1).to_string()]);
    let choices = Signal::derive(move || {
        vec![
            choice(false, speech.now(label::discount::BEFORE_DUE)),
            choice(true, speech.now(label::discount::AFTER_ISSUE)),
        ]
    });
    let on_choose = UnsyncCallback::new(move |(wanted,): (bool,)| after_issue.set(wanted));
    view! {
        <div class="form">
            <TextField
                label=words(label::discount::DAYS) value=days kind=TextKind::Figure
                error=error(OfferField::Days(place), label::discount::WRONG_DAYS)
            />
            <Select
                label=words(label::discount::COUNTED) choices chosen=after_issue on_choose
            />
            <TextField
                label=words(label::discount::GAIN) value=gain kind=TextKind::Figure
                error=error(OfferField::Gain(place), label::discount::WRONG_GAIN)
            />
        </div>
    }
    .into_any()
}

/// Classes, tiers and the rest that is ticked.
fn ticks(typed: Typed) -> AnyView {
    let speech = use_speech();
    let class = |(class, ticked): (CreditClass, RwSignal<bool>)| {
        let words = move || say::class(class, speech.language());
        view! { <Check label=words checked=ticked/> }.into_any()
    };
    let tier = |(tier, ticked): (Tier, RwSignal<bool>)| {
        let words = move || speech.fill(label::discount::TIER, &[&format!("{tier:?}")]);
        view! { <Check label=words checked=ticked/> }.into_any()
    };
    let classes: Vec<AnyView> =
        CreditClass::ALL.into_iter().zip(typed.classes).map(class).collect();
    let tiers: Vec<AnyView> = Tier::ALL.into_iter().zip(typed.tiers).map(tier).collect();
    let words = [
        label::discount::WITH_TAX,
        label::discount::FULL_ONLY,
        label::discount::WHILE_OVERDUE,
        label::discount::AS_REBATE,
    ];
    let flag = |(words, ticked): (Label, RwSignal<bool>)| {
        view! { <Check label=speech.text(words) checked=ticked/> }.into_any()
    };
    let flags: Vec<AnyView> = words.into_iter().zip(typed.flags).map(flag).collect();
    view! {
        <fieldset class="checks">
            <legend>{speech.text(label::discount::CLASSES)}</legend>
            {classes}
        </fieldset>
        <fieldset class="checks">
            <legend>{speech.text(label::discount::TIERS)}</legend>
            {tiers}
        </fieldset>
        <fieldset class="checks">{flags}</fieldset>
    }
    .into_any()
}
