//! The policies of credit and collection, a card each with what it affects (C1–C5, D9).
//! Never a default: what stands in the fields is the policy in force.

use huikuan::money::Currency;
use huikuan::say;
use huikuan::view::policy_form::{
    BY_LIMITS, PolicyCard, PolicyField, PolicyKind, Texts, avoided_words, is_shown, read, texts,
};
use leptos::prelude::*;

use super::Desk;
use crate::page::label::{self, Label};
use crate::page::part::chip::choice;
use crate::page::part::field::{TextArea, TextField, TextKind};
use crate::page::part::live::{each, live};
use crate::page::part::select::Select;
use crate::page::speech::Speech;

/// The cards.
pub(super) fn policies(desk: Desk) -> AnyView {
    let cards: Vec<AnyView> = PolicyCard::ALL.into_iter().map(|of| card(desk, of)).collect();
    cards.into_any()
}

/// A field with what is typed into it and what is wrong with it.
#[derive(Clone, Copy)]
struct Held {
    field: PolicyField,
    text: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
}

fn card(desk: Desk, of: PolicyCard) -> AnyView {
    let shown = desk.policy(move |policy| texts(of, policy));
    let held = |(field, _): &(PolicyField, String)| Held {
        field: *field,
        text: RwSignal::new(String::new()),
        wrong: RwSignal::new(None),
    };
    let all: Vec<Held> = shown.with_untracked(|shown| shown.iter().map(held).collect());
    let all = StoredValue::new(all);
    Effect::new(move |_| {
        let texts = shown.get();
        all.with_value(|all| {
            for (held, (_, text)) in all.iter().zip(texts) {
                held.text.set(text);
                held.wrong.set(None);
            }
        });
    });
    let refused = RwSignal::new(None);
    let save = UnsyncCallback::new(move |()| {
        let typed = |held: &Held| (held.field, held.text.get_untracked());
        let typed: Texts = all.with_value(|all| all.iter().map(typed).collect());
        let base = desk.session.read_untracked(|book| book.ledger().policy().base_currency);
        let read = read(of, &typed, base.unwrap_or(Currency::CNY));
        let wrong = read.as_ref().err().cloned().unwrap_or_default();
        all.with_value(|all| {
            for held in all {
                let fault = wrong.iter().find(|(field, _)| *field == held.field);
                let words = fault.map(|(_, fault)| {
                    untrack(|| say::policy_fault(*fault, desk.speech.language()).to_owned())
                });
                held.wrong.set(words);
            }
        });
        if let Ok(fields) = read {
            desk.set(fields, refused);
        }
    });
    let by_limits = Memo::new(move |_| {
        let basis = all.with_value(|all| {
            all.iter().find(|held| held.field == PolicyField::TierBasis).map(|held| held.text)
        });
        basis.is_some_and(|basis| basis.with(|basis| basis == BY_LIMITS))
    });
    let fields = each(move || {
        let by_limits = by_limits.get();
        let all = all.get_value().into_iter().filter(|held| is_shown(held.field, by_limits));
        all.map(|held| field(desk, held, save)).collect()
    });
    let found = (of == PolicyCard::Compliance).then(|| wording(desk));
    let fields = view! { {fields} {found} };
    desk.section(words(of), fields.into_any(), refused, (label::part::SAVE, save))
}

fn field(desk: Desk, held: Held, save: UnsyncCallback<()>) -> AnyView {
    let (label, value, error) = (desk.speech.text(name(held.field)), held.text, held.wrong);
    match held.field.kind() {
        PolicyKind::Figure => view! {
            <TextField label value error kind=TextKind::Figure on_enter=save/>
        }
        .into_any(),
        PolicyKind::Text => view! { <TextField label value error on_enter=save/> }.into_any(),
        PolicyKind::Lines => view! { <TextArea label value error rows=4/> }.into_any(),
        PolicyKind::Basis => {
            let choices = Signal::derive(move || {
                vec![
                    choice(false, desk.speech.now(label::policy::BY_SHARES)),
                    choice(true, desk.speech.now(label::policy::BY_LIMITS)),
                ]
            });
            let chosen = Signal::derive(move || value.with(|basis| basis == BY_LIMITS));
            let on_choose = UnsyncCallback::new(move |(fixed,): (bool,)| {
                value.set(if fixed { BY_LIMITS.to_owned() } else { String::new() });
            });
            view! { <Select label choices chosen on_choose/> }.into_any()
        }
    }
}

/// Which scripts hold words to avoid, as recorded.
fn wording(desk: Desk) -> AnyView {
    let speech = desk.speech;
    let sentence = live(move || {
        let language = speech.language();
        let found = desk.session.read(|book| {
            let policy = book.ledger().policy();
            avoided_words(&policy.playbook, &policy.compliance, language)
        });
        let found = found.unwrap_or_default();
        if found.is_empty() {
            return speech.now(label::policy::NO_SUCH_WORDS).to_owned();
        }
        found_words(&found, speech)
    });
    view! { <p class="hint">{sentence}</p> }.into_any()
}

/// That a playbook holds words to avoid: which, and in which step.
pub(crate) fn found_words(found: &[(String, String)], speech: Speech) -> String {
    let one = |(title, word): &(String, String)| match title.as_str() {
        "" => word.clone(),
        title => format!("{title} · {word}"),
    };
    let found: Vec<String> = found.iter().map(one).collect();
    speech.fill(label::policy::FOUND_WORDS, &[&found.join("; ")])
}

/// Title and sentence of a card.
const fn words(of: PolicyCard) -> (Label, Label) {
    use label::policy as word;
    match of {
        PolicyCard::Score => (word::SCORE, word::SCORE_HINT),
        PolicyCard::Tier => (word::TIER, word::TIER_HINT),
        PolicyCard::Terms => (word::TERMS, word::TERMS_HINT),
        PolicyCard::Limitation => (label::credit::LIMITATION, word::LIMITATION_HINT),
        PolicyCard::Alerts => (word::ALERTS, word::ALERTS_HINT),
        PolicyCard::Compliance => (word::COMPLIANCE, word::COMPLIANCE_HINT),
    }
}

/// What a field is called.
const fn name(of: PolicyField) -> Label {
    use PolicyField as F;
    use label::policy as word;
    match of {
        F::WindowMonths => word::WINDOW_MONTHS,
        F::PaidOnTimeWeight => word::PAID_ON_TIME_WEIGHT,
        F::DaysLateWeight => word::DAYS_LATE_WEIGHT,
        F::DaysLateZero => word::DAYS_LATE_ZERO,
        F::WorstOverdueWeight => word::WORST_OVERDUE_WEIGHT,
        F::WorstOverdueZero => word::WORST_OVERDUE_ZERO,
        F::PromisesKeptWeight => word::PROMISES_KEPT_WEIGHT,
        F::LimitUsedWeight => word::LIMIT_USED_WEIGHT,
        F::LimitUsedFull => word::LIMIT_USED_FULL,
        F::LimitUsedZero => word::LIMIT_USED_ZERO,
        F::QualityFrom => word::QUALITY_FROM,
        F::RiskBelow => word::RISK_BELOW,
        F::PartsMin => word::PARTS_MIN,
        F::OldDebtDays => word::OLD_DEBT_DAYS,
        F::OldDebtMin => word::OLD_DEBT_MIN,
        F::EvaluationMonths => word::EVALUATION_MONTHS,
        F::TierBasis => word::TIER_BASIS,
        F::LargeBelowPercent => word::LARGE_BELOW,
        F::MediumBelowPercent => word::MEDIUM_BELOW,
        F::LargeFrom => word::LARGE_FROM,
        F::MediumFrom => word::MEDIUM_FROM,
        F::LongOver => word::LONG_OVER,
        F::MediumOver => word::MEDIUM_OVER,
        F::AmountWeight => word::AMOUNT_WEIGHT,
        F::DaysWeight => word::DAYS_WEIGHT,
        F::ClassWeight => word::CLASS_WEIGHT,
        F::AFrom => word::A_FROM,
        F::BFrom => word::B_FROM,
        F::TierMin => word::TIER_MIN,
        F::QualityMonths => word::QUALITY_MONTHS,
        F::QualityDays => word::QUALITY_DAYS,
        F::RegularMonths => word::REGULAR_MONTHS,
        F::RegularDays => word::REGULAR_DAYS,
        F::RiskMonths => word::RISK_MONTHS,
        F::RiskDays => word::RISK_DAYS,
        F::Years => word::YEARS,
        F::YearsMax => word::YEARS_MAX,
        F::AlertDays => word::ALERT_DAYS,
        F::OverdueDays => word::OVERDUE_DAYS,
        F::OverdueAmount => word::OVERDUE_AMOUNT,
        F::StatementDays => word::STATEMENT_DAYS,
        F::ConcentrationPercent => word::CONCENTRATION,
        F::NoReceiptDays => word::NO_RECEIPT_DAYS,
        F::SignOffDays => word::SIGN_OFF_DAYS,
        F::HoursFrom => word::HOURS_FROM,
        F::HoursUntil => word::HOURS_UNTIL,
        F::PreferredHours => word::PREFERRED_HOURS,
        F::DayMax => word::DAY_MAX,
        F::WeekMax => word::WEEK_MAX,
        F::WordsToAvoid => word::WORDS_TO_AVOID,
    }
}
