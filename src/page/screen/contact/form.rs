//! A form for what is done with a customer, with its keys and its end.
//! Never loses what was typed when the workbook refuses it.

use huikuan::id::Key;
use huikuan::say;
use huikuan::view::case::form_prospects;
use huikuan::view::deed::{Deed, Form, FormField, read, refused};
use leptos::ev;
use leptos::prelude::*;

use super::field::field;
use super::result::{offer_keys, pressed};
use super::typed::Typed;
use crate::page::action::{self, use_actions};
use crate::page::browser::{element, event};
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::{act, maybe, shown};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::toast::use_toaster;
use crate::page::screen::customer::prospects_of;
use crate::page::session::{Session, refusal, use_session};
use crate::page::speech::use_speech;

/// What a form is opened for.
#[derive(Clone)]
pub(crate) struct Asked {
    /// What is done, and with whom; the form begins anew when it changes.
    pub what: Signal<Option<(Deed, Key)>>,
    /// Called when it was recorded.
    pub on_saved: UnsyncCallback<()>,
    /// Called when it is given up; without it there is no way out but saving.
    pub on_cancel: Option<UnsyncCallback<()>>,
    /// Whether the keys 1–9 and Ctrl Enter are heard on the whole screen.
    pub keys: bool,
}

/// The deed that a form is opened for, and what is filled in at first.
fn begun(session: Session, what: Signal<Option<(Deed, Key)>>) -> Option<(Deed, Form)> {
    let (deed, customer) = what.get()?;
    let (today, by) = (session.today.get_untracked(), session.by.get_untracked());
    session.read_untracked(|workbook| {
        let account = workbook.ledger().account(&customer)?;
        let form = Form::begin(&deed, workbook.ledger(), account, today, &by);
        Some((deed, form))
    })?
}

/// The form; nothing where the customer is gone.
pub(crate) fn form(asked: Asked) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let Asked { what, on_saved, on_cancel, keys } = asked;
    let Some((deed, form)) = untrack(|| begun(session, what)) else { return ().into_any() };
    let typed = Typed::begin(session, speech, deed, form);
    let whole = RwSignal::new(None::<String>);
    Effect::new(move |before: Option<()>| {
        let begun = begun(session, what);
        if let Some((deed, form)) = begun.filter(|_| before.is_some()) {
            whole.set(None);
            typed.begin_anew(deed, form);
        }
    });
    let save = UnsyncCallback::new(move |()| {
        whole.set(None);
        let (deed, form) = (typed.deed.get_value(), typed.form.get_untracked());
        let today = session.today.get_untracked();
        let command =
            session.read_untracked(|workbook| read(&deed, &form, workbook.ledger(), today));
        let focus = |field: FormField| element::focus(&typed.id(field));
        match command {
            None => {}
            Some(Err(_)) => {
                typed.show_all().into_iter().for_each(focus);
            }
            Some(Ok(command)) => match session.apply(command) {
                Ok(()) => {
                    let done = session.read_untracked(|workbook| workbook.undoable()).flatten();
                    let what = done.map(|step| untrack(|| say::undo_step(step, speech.language())));
                    let what = what.unwrap_or_default();
                    toaster.say(untrack(|| speech.fill(label::deed::SAVED, &[&what])));
                    on_saved.run(());
                }
                Err(rejection) => match refused(&deed, &form, &rejection) {
                    Some(mistake) => {
                        focus(mistake.field);
                        typed.refuse(mistake);
                    }
                    None => whole.set(Some(untrack(|| refusal(speech, &rejection)))),
                },
            },
        }
    });
    if keys {
        offer_keys(typed);
        use_actions().offer(label::deed::SAVE_FORM, Some(SAVE_KEY), move || save.run(()));
    }
    let on_key = act(move |key: ev::KeyboardEvent| {
        // What a field heard may have closed the form.
        if key.default_prevented() {
            return;
        }
        let is_save = key.key() == "Enter" && event::has_command(&key);
        if is_save && !event::is_composing(&key) {
            save.run(());
        } else if !pressed(typed, &key) {
            return;
        }
        key.prevent_default();
    });
    let notice = maybe(move || {
        whole.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    let prospects = prospects(typed);
    let cancel = on_cancel.map(|on_cancel| {
        view! { <Button label=speech.text(label::deed::CANCEL) on_press=on_cancel/> }.into_any()
    });
    view! {
        <div class="deed" on:keydown=on_key>
            <div class="form">
                <For each=move || typed.shown.get() key=|field| *field let:shown>
                    {field(typed, shown, save)}
                </For>
            </div>
            {prospects}
            {notice}
            <div class="actions">
                {cancel}
                <Button
                    label=speech.text(label::deed::SAVE) on_press=save look=ButtonLook::Main
                />
            </div>
        </div>
    }
    .into_any()
}

/// What a case would bring as its form is filled in; nothing in other forms.
fn prospects(typed: Typed) -> AnyView {
    if typed.deed.with_value(|deed| !matches!(deed, Deed::OpenCase)) {
        return ().into_any();
    }
    let speech = typed.speech;
    let found = Memo::new(move |_| {
        let form = typed.form.get();
        let found = typed.session.report(|ledger, buckets, as_of| {
            let account = ledger.account(&form.customer)?;
            Some((buckets.clone(), form_prospects(&form, account, ledger.policy(), as_of)))
        });
        found.flatten()
    });
    let told = shown(move || match found.get() {
        Some((buckets, held)) => prospects_of(&held, &buckets, speech),
        None => ().into_any(),
    });
    view! { <div class="credit" aria-live="polite">{told}</div> }.into_any()
}

/// Saves from anywhere on the screen.
const SAVE_KEY: action::Key = action::Key::command("enter").in_fields();
