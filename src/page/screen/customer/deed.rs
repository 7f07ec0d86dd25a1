//! What can be done and agreed with the customer of the page: buttons, and the dialog of one.
//! Never decides what is allowed: the workbook refuses, at the field.

use huikuan::id::Key;
use huikuan::view::contact_form::Proposal;
use huikuan::view::deed::Deed;
use leptos::prelude::*;

use crate::page::action::{self, use_actions};
use crate::page::browser::clock;
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::dialog::{Dialog, open_while};
use crate::page::part::id;
use crate::page::part::live::maybe;
use crate::page::part::popover::Popover;
use crate::page::screen::contact::{Asked, deed_name, form};
use crate::page::speech::use_speech;

/// The deed that is being recorded; copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Deeds(RwSignal<Option<Deed>>);

impl Deeds {
    /// Nothing is being recorded.
    pub(super) fn begin() -> Self {
        Self(RwSignal::new(None))
    }

    /// Opens the form of a deed.
    pub(super) fn ask(self, deed: Deed) {
        self.0.set(Some(deed));
    }
}

/// A contact by telephone at this time of day.
fn contact() -> Deed {
    Deed::Contact(Box::new(Proposal { time: clock::time_of_day(), ..Proposal::default() }))
}

/// What stands on the page at once; the rest is behind a button.
const AT_ONCE: [fn() -> Deed; 4] = [contact, || Deed::Promise, || Deed::Plan, || Deed::Appointment];

const BEHIND: [fn() -> Deed; 9] = [
    || Deed::Hold,
    || Deed::SetClass,
    || Deed::SetTier,
    || Deed::Decide,
    || Deed::ExtendTerms,
    || Deed::GrantPerk,
    || Deed::Assess,
    || Deed::OpenCase,
    || Deed::AddEvidence,
];

/// The buttons, and the dialog of what was asked for.
pub(super) fn deeds(deeds: Deeds, customer: Key) -> AnyView {
    let speech = use_speech();
    let actions = use_actions();
    for (at, deed) in AT_ONCE.into_iter().chain(BEHIND).enumerate() {
        let key = (at == 0).then_some(action::Key::alone("l"));
        actions.offer(deed_name(&deed()), key, move || deeds.ask(deed()));
    }
    let more = RwSignal::new(None::<String>);
    let button = move |at: usize, deed: fn() -> Deed| {
        let look = if at == 0 { ButtonLook::Main } else { ButtonLook::Plain };
        let ask = UnsyncCallback::new(move |()| {
            more.set(None);
            deeds.ask(deed());
        });
        let label = speech.text(deed_name(&deed()));
        view! { <Button label on_press=ask look/> }.into_any()
    };
    let at_once: Vec<AnyView> =
        AT_ONCE.into_iter().enumerate().map(|(at, deed)| button(at, deed)).collect();
    let more_id = id::next("more");
    let anchor = more_id.clone();
    let show_more = UnsyncCallback::new(move |()| more.set(Some(anchor.clone())));
    view! {
        <div class="actions deeds">
            {at_once}
            <span id=more_id>
                <Button label=speech.text(label::customer::MORE_DEEDS) on_press=show_more/>
            </span>
        </div>
        <Popover label=speech.text(label::customer::MORE_DEEDS) anchor=more>
            <div class="menu">
                {BEHIND.into_iter().map(|deed| button(1, deed)).collect::<Vec<_>>()}
            </div>
        </Popover>
        {dialog(deeds, customer)}
    }
    .into_any()
}

fn dialog(deeds: Deeds, customer: Key) -> AnyView {
    let speech = use_speech();
    let asked = deeds.0;
    let open = open_while(asked);
    let title =
        move || asked.with(|deed| deed.as_ref().map_or("", |deed| speech.now(deed_name(deed))));
    let close = UnsyncCallback::new(move |()| open.set(false));
    view! {
        <Dialog title open>
            {
                let customer = customer.clone();
                maybe(move || {
                    let what = Signal::stored(Some((asked.get()?, customer.clone())));
                    let on_cancel = Some(close);
                    let asked = Asked { what, on_saved: close, on_cancel, keys: false };
                    Some(form(asked))
                })
            }
        </Dialog>
    }
    .into_any()
}
