//! The dialog that records a customer.
//! Never loses what was typed when the workbook refuses it.

use huikuan::record::CustomerFields;
use huikuan::workbook::Command;
use leptos::prelude::*;

use crate::page::label;
use crate::page::part::dialog::{Dialog, ending};
use crate::page::part::field::TextField;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The dialog, shown while `open` is true.
#[component]
pub(crate) fn NewCustomer(open: RwSignal<bool>) -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let typed = || RwSignal::new(String::new());
    let (code, name, owner, region) = (typed(), typed(), typed(), typed());
    let error = RwSignal::new(None::<String>);
    let save = UnsyncCallback::new(move |()| {
        let stated = |value: RwSignal<String>| {
            Some(value.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
        };
        let fields = CustomerFields {
            name: stated(name),
            owner: stated(owner),
            region: stated(region),
            ..CustomerFields::default()
        };
        let code_text = code.get_untracked().trim().to_owned();
        match session.apply(Command::RecordCustomer { code: code_text, fields }) {
            Ok(()) => {
                for value in [code, name, owner, region] {
                    value.set(String::new());
                }
                error.set(None);
                open.set(false);
            }
            Err(rejection) => error.set(Some(refusal(speech, &rejection))),
        }
    });
    view! {
        <Dialog title=speech.text(label::customer::NEW) open>
            <TextField
                label=speech.text(label::customer::CODE)
                value=code error=error required=true on_enter=save
            />
            <TextField label=speech.text(label::customer::NAME) value=name on_enter=save/>
            <TextField label=speech.text(label::customer::OWNER) value=owner on_enter=save/>
            <TextField label=speech.text(label::customer::REGION) value=region on_enter=save/>
            {ending(RwSignal::new(None), open, save)}
        </Dialog>
    }
}
