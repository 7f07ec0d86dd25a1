//! The details of one customer, to be read and changed.
//! Never states a field that was not changed.

use huikuan::id::Key;
use huikuan::record::CustomerFields;
use huikuan::workbook::Command;
use leptos::prelude::*;

use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::field::TextField;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::toast::use_toaster;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// A text field of a customer: its label, and where it stands in the fields.
struct Entry {
    label: label::Label,
    get: fn(&CustomerFields) -> &Option<String>,
    set: fn(&mut CustomerFields, String),
    typed: RwSignal<String>,
}

fn entries() -> Vec<Entry> {
    macro_rules! entry {
        ($label:ident, $field:ident) => {
            Entry {
                label: label::customer::$label,
                get: |fields| &fields.$field,
                set: |fields, text| fields.$field = Some(text),
                typed: RwSignal::new(String::new()),
            }
        };
    }
    vec![
        entry!(NAME, name),
        entry!(OWNER, owner),
        entry!(REGION, region),
        entry!(INDUSTRY, industry),
        entry!(ADDRESS, address),
        entry!(TAX_NO, tax_no),
        entry!(MEMO, memo),
    ]
}

/// The details, each in a field of its own.
pub(super) fn details(key: Key) -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let entries = StoredValue::new_local(entries());
    let refused = RwSignal::new(None::<String>);
    let shown = {
        let key = key.clone();
        Memo::new(move |_| {
            session
                .read(|workbook| {
                    workbook.ledger().account(&key).map(|held| held.customer.fields.clone())
                })
                .flatten()
                .unwrap_or_default()
        })
    };
    Effect::new(move |_| {
        shown.with(|fields| {
            entries.with_value(|entries| {
                for entry in entries {
                    entry.typed.set((entry.get)(fields).clone().unwrap_or_default());
                }
            });
        });
    });
    let save = UnsyncCallback::new(move |()| {
        let mut fields = CustomerFields::default();
        shown.with_untracked(|shown| {
            entries.with_value(|entries| {
                for entry in entries {
                    let typed = entry.typed.get_untracked().trim().to_owned();
                    if typed != (entry.get)(shown).clone().unwrap_or_default() {
                        (entry.set)(&mut fields, typed);
                    }
                }
            });
        });
        match session.apply(Command::AmendCustomer { customer: key.clone(), fields }) {
            Ok(()) => {
                refused.set(None);
                toaster.say(speech.fill(label::customer::SAVED, &[key.as_str()]));
            }
            Err(rejection) => refused.set(Some(refusal(speech, &rejection))),
        }
    });
    let fields = entries.with_value(|entries| {
        let field = |entry: &Entry| {
            view! {
                <TextField label=speech.text(entry.label) value=entry.typed on_enter=save/>
            }
        };
        entries.iter().map(field).collect_view()
    });
    view! {
        <div class="details">
            {fields}
            {move || refused.get().map(|sentence| view! {
                <Notice tone=Tone::Warn>{sentence}</Notice>
            })}
            <div class="actions">
                <Button
                    label=speech.text(label::customer::SAVE) on_press=save look=ButtonLook::Main
                />
            </div>
        </div>
    }
}
