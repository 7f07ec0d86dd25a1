//! What paying late costs, and the table of reference rates (E7).
//! Never a rate of the page's own: presets fill in fields, and only saving records them.

use huikuan::money::{Currency, Decimal};
use huikuan::policy::Policy;
use huikuan::record::{LateChargeNature, ReferenceRate, SettingFields, YearDays};
use huikuan::say;
use huikuan::view::late_charge_form::{
    LateChargeField, LateChargeForm, PRESETS, RateMode, reference_rates, reference_rates_text,
};
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label::{self, Label, late_charge as word};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::check::Check;
use crate::page::part::chip::choice;
use crate::page::part::field::{TextArea, TextField, TextKind};
use crate::page::part::live::{each, live, maybe};
use crate::page::part::scroll::scroll;
use crate::page::part::select::Select;

/// Both cards.
pub(super) fn late_charge(desk: Desk) -> AnyView {
    view! { {rules(desk)} {rates(desk)} }.into_any()
}

/// A text with what is wrong with it.
#[derive(Clone, Copy)]
struct Text {
    field: LateChargeField,
    label: Label,
    value: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
}

/// What is chosen and ticked.
#[derive(Clone, Copy)]
struct Chosen {
    mode: RwSignal<RateMode>,
    year: RwSignal<YearDays>,
    nature: RwSignal<LateChargeNature>,
    spares: RwSignal<bool>,
}

const TEXTS: [(LateChargeField, Label); 5] = [
    (LateChargeField::Figure, word::FIGURE),
    (LateChargeField::Grace, word::GRACE),
    (LateChargeField::Fee, word::FEE),
    (LateChargeField::Minimum, word::MINIMUM),
    (LateChargeField::Cap, word::CAP),
];

fn shown_text(form: &LateChargeForm, field: LateChargeField) -> &String {
    match field {
        LateChargeField::Figure => &form.figure,
        LateChargeField::Grace => &form.grace,
        LateChargeField::Fee => &form.fee,
        LateChargeField::Minimum => &form.minimum,
        LateChargeField::Cap => &form.cap,
    }
}

fn rules(desk: Desk) -> AnyView {
    let speech = desk.speech;
    let shown = Memo::new(move |_| {
        let of = |policy: &Policy| LateChargeForm::of(&policy.late_charge, policy.base_currency);
        desk.session.read(|book| of(book.ledger().policy())).unwrap_or_default()
    });
    let chosen = Chosen {
        mode: RwSignal::new(RateMode::None),
        year: RwSignal::new(YearDays::Days365),
        nature: RwSignal::new(LateChargeNature::Penalty),
        spares: RwSignal::new(false),
    };
    let texts = TEXTS.map(|(field, label)| {
        let value = following(move || shown.with(|form| shown_text(form, field).clone()));
        Text { field, label, value, wrong: RwSignal::new(None) }
    });
    Effect::new(move |_| {
        let form = shown.get();
        chosen.mode.set(form.mode);
        chosen.year.set(form.year);
        chosen.nature.set(form.nature);
        chosen.spares.set(form.spares_grace);
    });
    let refused = RwSignal::new(None);
    let save = UnsyncCallback::new(move |()| {
        let base = desk.session.read_untracked(|book| book.ledger().policy().base_currency);
        let read = typed(chosen, &texts).read(base.unwrap_or(Currency::CNY));
        let wrong = read.as_ref().err().cloned().unwrap_or_default();
        for text in texts {
            let fault = wrong.iter().find(|(field, _)| *field == text.field);
            text.wrong.set(fault.map(|(_, fault)| {
                untrack(|| say::policy_fault(*fault, speech.language()).to_owned())
            }));
        }
        if let Ok(policy) = read {
            let fields = SettingFields { late_charge: Some(policy), ..SettingFields::default() };
            desk.set(fields, refused);
        }
    });
    let [figure, grace, fee, minimum, cap] = texts.map(|text| {
        let Text { label, value, wrong, .. } = text;
        view! {
            <TextField
                label=speech.text(label) value error=wrong kind=TextKind::Figure on_enter=save
            />
        }
        .into_any()
    });
    let fields = view! {
        <div class="wide">{in_force(desk)} {presets(desk, chosen, texts)}</div>
        {modes(desk, chosen)}
        {figure}
        {years(desk, chosen)}
        {grace}
        <Check label=speech.text(word::SPARES_GRACE) checked=chosen.spares/>
        {natures(desk, chosen)}
        {fee}
        {minimum}
        {cap}
    };
    let words = (word::TITLE, word::HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}

/// The form as it stands.
fn typed(chosen: Chosen, texts: &[Text; 5]) -> LateChargeForm {
    let [figure, grace, fee, minimum, cap] = texts.map(|text| text.value.get_untracked());
    LateChargeForm {
        mode: chosen.mode.get_untracked(),
        figure,
        year: chosen.year.get_untracked(),
        grace,
        spares_grace: chosen.spares.get_untracked(),
        nature: chosen.nature.get_untracked(),
        fee,
        minimum,
        cap,
    }
}

/// What is charged now, as a sentence.
fn in_force(desk: Desk) -> AnyView {
    let speech = desk.speech;
    let sentence = live(move || {
        let language = speech.language();
        let told = desk
            .session
            .read(|book| say::late_charge_policy(&book.ledger().policy().late_charge, language));
        speech.fill(word::IN_FORCE, &[&told.unwrap_or_default()])
    });
    view! { <p class="hint">{sentence}</p> }.into_any()
}

/// What mainland contracts use; a press fills in the fields.
fn presets(desk: Desk, chosen: Chosen, texts: [Text; 5]) -> AnyView {
    let speech = desk.speech;
    let labels = [word::PRESET_DAILY, word::PRESET_13, word::PRESET_15, word::PRESET_NONE];
    let buttons = labels.into_iter().zip(PRESETS).map(|(label, (mode, figure))| {
        let press = UnsyncCallback::new(move |()| {
            chosen.mode.set(mode);
            for text in texts.iter().filter(|text| text.field == LateChargeField::Figure) {
                text.value.set(figure.to_owned());
                text.wrong.set(None);
            }
        });
        let label = speech.text(label);
        view! { <Button label on_press=press look=ButtonLook::Quiet/> }.into_any()
    });
    let buttons: Vec<AnyView> = buttons.collect();
    view! {
        <div class="actions" role="group" aria-label=speech.text(word::PRESETS)>
            <span class="hint">{speech.text(word::PRESETS)}</span>
            {buttons}
        </div>
    }
    .into_any()
}

fn modes(desk: Desk, chosen: Chosen) -> AnyView {
    let speech = desk.speech;
    let name = |mode: RateMode| match mode {
        RateMode::None => word::MODE_NONE,
        RateMode::Daily => word::MODE_DAILY,
        RateMode::Annual => word::MODE_ANNUAL,
        RateMode::Fixed => word::MODE_FIXED,
        RateMode::Floating => word::MODE_FLOATING,
    };
    let choices = Signal::derive(move || {
        RateMode::ALL.map(|mode| choice(mode, speech.now(name(mode)))).to_vec()
    });
    let mode = chosen.mode;
    let on_choose = UnsyncCallback::new(move |(held,): (RateMode,)| mode.set(held));
    view! { <Select label=speech.text(word::MODE) choices chosen=mode on_choose/> }.into_any()
}

fn years(desk: Desk, chosen: Chosen) -> AnyView {
    let (speech, year) = (desk.speech, chosen.year);
    let choices = Signal::derive(move || {
        vec![
            choice(YearDays::Days365, speech.now(word::BY_365)),
            choice(YearDays::Days360, speech.now(word::BY_360)),
        ]
    });
    let on_choose = UnsyncCallback::new(move |(held,): (YearDays,)| year.set(held));
    view! { <Select label=speech.text(word::YEAR) choices chosen=year on_choose/> }.into_any()
}

fn natures(desk: Desk, chosen: Chosen) -> AnyView {
    let (speech, nature) = (desk.speech, chosen.nature);
    let choices = Signal::derive(move || {
        vec![
            choice(LateChargeNature::Penalty, speech.now(word::PENALTY)),
            choice(LateChargeNature::Interest, speech.now(word::LATE_INTEREST)),
        ]
    });
    let on_choose = UnsyncCallback::new(move |(held,): (LateChargeNature,)| nature.set(held));
    view! { <Select label=speech.text(word::NATURE) choices chosen=nature on_choose/> }.into_any()
}

/// The table of reference rates: typed or pasted, and as it is recorded.
fn rates(desk: Desk) -> AnyView {
    let speech = desk.speech;
    let held = desk.policy(|policy| policy.reference_rates.clone());
    let text = following(move || held.with(|rates| reference_rates_text(rates)));
    let (wrong, refused) = (RwSignal::new(None::<String>), RwSignal::new(None));
    let save = UnsyncCallback::new(move |()| {
        let today = desk.session.today.get_untracked();
        match reference_rates(&text.get_untracked(), today) {
            Ok(rates) => {
                wrong.set(None);
                let reference_rates = Some(rates);
                desk.set(SettingFields { reference_rates, ..SettingFields::default() }, refused);
            }
            Err(line) => {
                let words = untrack(|| speech.fill(word::NOT_A_RATE_LINE, &[&line]));
                wrong.set(Some(words));
            }
        }
    });
    let row = |held: ReferenceRate| {
        let percent = held.rate.0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
        let percent = format!("{:.2}", percent.normalize());
        view! { <tr><td>{held.on.to_string()}</td><td class="figure">{percent}</td></tr> }
            .into_any()
    };
    let rows = each(move || held.get().into_iter().rev().map(row).collect());
    let nothing = maybe(move || {
        let words = || view! { <p class="hint">{speech.now(word::NO_RATES)}</p> };
        held.with(Vec::is_empty).then(|| words().into_any())
    });
    let table = view! {
        <table class="plain-table">
            <thead><tr>
                <th scope="col">{speech.text(word::FROM)}</th>
                <th scope="col" class="figure">{speech.text(word::RATE)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let fields = view! {
        <div class="wide">
            <TextArea label=speech.text(word::RATE_LINES) value=text error=wrong rows=4/>
            {scroll(speech.text(word::RATES), "", table)}
            {nothing}
        </div>
    };
    let words = (word::RATES, word::RATES_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}
