//! What is set for the whole workbook, each with what it affects; and for this browser.
//! Never changes a setting that was not saved.

mod aging;
mod approval;
mod browser;
mod firm;
mod holiday;
mod late_charge;
mod money;
pub(crate) mod policy;
mod provision;
mod team;
pub(crate) mod term;
mod training;

use huikuan::policy::Policy;
use huikuan::record::SettingFields;
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;

use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::button::Button;
use crate::page::part::card::Card;
use crate::page::part::live::{live, maybe};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::route::Screen;
use crate::page::screen::share::identity::identity_card;
use crate::page::session::{Session, refusal, use_session};
use crate::page::speech::{Speech, keep_title, use_speech};

/// The settings screen.
#[component]
pub(crate) fn SettingScreen() -> impl IntoView {
    let speech = use_speech();
    keep_title(move || speech.now(label::setting::TITLE).to_owned());
    let desk = Desk { session: use_session(), speech, toaster: use_toaster() };
    view! {
        <h1 class="screen-title">{speech.text(label::setting::TITLE)}</h1>
        <div class="settings">
            {identity_card()}
            {firm::firm(desk)}
            {money::money(desk)}
            {aging::aging(desk)}
            {provision::provision(desk)}
            {term::term(desk)}
            {late_charge::late_charge(desk)}
            {holiday::holiday(desk)}
            {policy::policies(desk)}
            {browser::browser(desk)}
            {handbook(speech)}
        </div>
        <div class="team">{team::team(desk)}</div>
    }
    .into_any()
}

/// The way to the handbook.
fn handbook(speech: Speech) -> AnyView {
    let to = use_navigation().aspect(|route| route.turn(Screen::Handbook).hash());
    view! {
        <Card title=speech.text(label::handbook::TITLE)>
            <div class="stack">
                <p class="hint">{speech.text(label::handbook::HINT)}</p>
                <div class="actions">
                    <a class="button" href=live(move || to.get())>
                        {speech.text(label::handbook::OPEN)}
                    </a>
                </div>
            </div>
        </Card>
    }
    .into_any()
}

/// What every section works with.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    speech: Speech,
    toaster: Toaster,
}

impl Desk {
    /// A part of the policy, which follows every change of it.
    fn policy<T>(self, read: impl Fn(&Policy) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Clone + PartialEq + Default + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.session.read(|workbook| read(workbook.ledger().policy())).unwrap_or_default()
        })
    }

    /// Records settings and says so, or why not. Settings that are as they were are fine.
    fn set(self, fields: SettingFields, refused: RwSignal<Option<String>>) {
        self.record(Command::SetPolicy(fields), refused);
    }

    fn record(self, command: Command, refused: RwSignal<Option<String>>) {
        match self.session.apply(command) {
            Ok(()) | Err(Rejection::NothingChanged) => {
                refused.set(None);
                self.toaster.say(untrack(|| self.speech.now(label::setting::SAVED)));
            }
            Err(rejection) => {
                refused.set(Some(untrack(|| refusal(self.speech, &rejection))));
            }
        }
    }

    /// A card of fields with what they affect, why saving was refused, and the button.
    fn section(
        self,
        (title, hint): (Label, Label),
        fields: AnyView,
        refused: RwSignal<Option<String>>,
        save: (Label, UnsyncCallback<()>),
    ) -> AnyView {
        let speech = self.speech;
        let notice = maybe(move || {
            refused.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
        });
        view! {
            <Card title=speech.text(title)>
                <div class="stack">
                    <p class="hint">{speech.text(hint)}</p>
                    <div class="form">{fields}</div>
                    {notice}
                    <div class="actions">
                        <Button label=speech.text(save.0) on_press=save.1/>
                    </div>
                </div>
            </Card>
        }
        .into_any()
    }
}

/// A text that follows a setting until it is typed over.
fn following(shown: impl Fn() -> String + 'static) -> RwSignal<String> {
    let typed = RwSignal::new(String::new());
    Effect::new(move |_| typed.set(shown()));
    typed
}
