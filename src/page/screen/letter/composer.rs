//! A letter to one customer: template and language chosen, filled in by the worker, changed by
//! hand, shown as it prints, and recorded as sent with its exact text.
//! Never loses what was typed while template, language and facts are the same.

use huikuan::id::Key;
use huikuan::record::Channel;
use huikuan::say::{self, Language};
use huikuan::view::letter::{Gathering, Template, proposed, sent};
use huikuan::workbook::Command;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, Known, title};
use super::first::{first, offer};
use super::message::remarks;
use super::output::outputs;
use super::paper::{message, paper};
use super::{CUSTOMER, TEMPLATE};
use crate::page::browser::clock;
use crate::page::label;
use crate::page::part::card::Card;
use crate::page::part::chip::choice;
use crate::page::part::field::TextArea;
use crate::page::part::live::{live, maybe, shown};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::select::Select;
use crate::page::route::Screen;
use crate::page::session::refusal;

/// The ways on which a text itself goes out.
const CHANNELS: [Channel; 6] = [
    Channel::Letter,
    Channel::Email,
    Channel::Wechat,
    Channel::Sms,
    Channel::Statement,
    Channel::Phone,
];

/// A letter that is being written.
#[derive(Clone, Copy)]
struct Draft {
    desk: Desk,
    customer: StoredValue<Key>,
    known: Memo<Option<Known>>,
    template: Memo<Option<Template>>,
    /// The way that was chosen by hand; that of the template otherwise.
    by_hand: RwSignal<Option<Channel>>,
    text: RwSignal<String>,
    absent: RwSignal<Vec<String>>,
    fault: RwSignal<Option<String>>,
    /// Rises with every asking of the worker: only the last answer counts.
    turn: StoredValue<u32>,
}

impl Draft {
    fn begin(customer: Key) -> Self {
        let desk = Desk::new();
        let held = StoredValue::new(customer);
        let known = Memo::new(move |_| held.with_value(|key| desk.known(key, desk.language.get())));
        let asked = desk.navigation.aspect(|route| Key::of(route.parameter(TEMPLATE)));
        let template = Memo::new(move |_| {
            let asked = asked.get();
            desk.templates.with(|all| {
                let named = all.iter().find(|template| template.key == asked);
                let fits = || {
                    known.with(|known| {
                        let known = known.as_ref()?;
                        proposed(all, &known.purpose, known.channel).or(all.first()).cloned()
                    })
                };
                named.cloned().or_else(fits)
            })
        });
        let draft = Self {
            desk,
            customer: held,
            known,
            template,
            by_hand: RwSignal::new(None),
            text: RwSignal::new(String::new()),
            absent: RwSignal::new(Vec::new()),
            fault: RwSignal::new(None),
            turn: StoredValue::new(0),
        };
        draft.follow();
        draft
    }

    /// Has the text written anew whenever template, language or fields change.
    fn follow(self) {
        let wanted = Memo::new(move |_| {
            let language = self.desk.language.get();
            let text =
                self.template.with(|it| Some(it.as_ref()?.text.text(language).to_owned()))?;
            let data = self.known.with(|known| Some(known.as_ref()?.data.clone()))?;
            Some((text, data))
        });
        Effect::new(move |_| {
            let Some((template, data)) = wanted.get() else { return };
            self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
            let turn = self.turn.get_value();
            spawn_local(async move {
                let written = self.desk.write(template, data).await;
                // The screen may have been left, or something else asked for, meanwhile.
                if self.turn.try_get_value() != Some(turn) {
                    return;
                }
                match written {
                    Ok(letter) => {
                        self.text.set(letter.text);
                        self.absent.set(letter.missing);
                        self.fault.set(None);
                    }
                    Err(why) => self.fault.set(Some(why)),
                }
            });
        });
    }

    fn channel(self) -> Channel {
        let of_template = || self.template.with(|it| it.as_ref().map(|it| it.channel));
        self.by_hand.get().or_else(of_template).unwrap_or(Channel::Letter)
    }

    /// The text as a message carries it.
    fn plain(self) -> String {
        let language = self.desk.language.get();
        let text = self.text.get();
        self.known.with(|known| match known {
            Some(known) => say::letter_text(&text, &known.data, language),
            None => text,
        })
    }

    /// Records the letter as sent, and goes on to where that shows.
    fn record(self) {
        let desk = self.desk;
        let (as_of, today) = (desk.session.as_of_untracked(), desk.session.today.get_untracked());
        let by = desk.session.by.get_untracked();
        let (channel, said) = untrack(|| (self.channel(), self.plain()));
        let Some(known) = self.known.get_untracked() else { return };
        let Some(template) = self.template.get_untracked() else { return };
        let made = desk.session.read_untracked(|workbook| {
            let ledger = workbook.ledger();
            let account = self.customer.with_value(|key| ledger.account(key))?;
            let task = known.task.as_ref();
            let answer_by = Gathering::begin(ledger, as_of, Language::Zh, "").answer_by(task);
            let how = (channel, today, Some(answer_by));
            Some(sent(account, task, &template, ledger.policy(), how, &said))
        });
        let Some(mut contact) = made.flatten() else { return };
        contact.time = clock::time_of_day();
        contact.made_by = by;
        contact.person = known.people.first().map(|it| it.name.clone()).unwrap_or_default();
        match desk.session.apply(Command::LogContacts(vec![contact])) {
            Ok(()) => {
                let words = || desk.speech.fill(label::letter::RECORDED, &[&known.name]);
                desk.toaster.say(untrack(words));
                let here = desk.navigation.route_untracked();
                let code = self.customer.with_value(Key::to_string);
                desk.navigation.go(&match known.task {
                    // The day's work goes on where the letter was asked for.
                    Some(_) => here.turn(Screen::Today).with(CUSTOMER, &code),
                    None => here.turn(Screen::Customer(code)).with("tab", "timeline"),
                });
            }
            Err(why) => desk.toaster.alarm(untrack(|| refusal(desk.speech, &why))),
        }
    }
}

/// The composer.
pub(super) fn composer(customer: Key) -> AnyView {
    let draft = Draft::begin(customer);
    let desk = draft.desk;
    let speech = desk.speech;
    let offered = offer(desk, first(desk));
    let is_known = Memo::new(move |_| draft.known.with(Option::is_some));
    let name = move || draft.known.with(|it| it.as_ref().map(|it| it.name.clone()));
    let heading = move || speech.fill(label::letter::COMPOSE, &[&name().unwrap_or_default()]);
    let page = desk.navigation.aspect(move |route| {
        let customer = draft.customer.with_value(Key::to_string);
        route.turn(Screen::Customer(customer)).hash()
    });
    let head = move || {
        view! {
            <span class="push"></span>
            <a href=live(move || page.get())>{speech.text(label::today::PAGE)}</a>
        }
        .into_any()
    };
    let body = shown(move || match is_known.get() {
        true => {
            view! { <div class="letter-desk">{fields(draft)} {preview(draft)}</div> }.into_any()
        }
        false => {
            let words = speech.text(label::letter::UNKNOWN_CUSTOMER);
            view! { <p class="hint nothing">{words}</p> }.into_any()
        }
    });
    view! { <Card main=true title=heading head>{offered} {body}</Card> }.into_any()
}

/// What is chosen and typed, and the ways out.
fn fields(draft: Draft) -> AnyView {
    let desk = draft.desk;
    let speech = desk.speech;
    let templates = Signal::derive(move || desk.template_choices());
    let chosen = Signal::derive(move || {
        draft
            .template
            .with(|it| it.as_ref().map(|it| it.key.clone()).unwrap_or_else(|| Key::of("")))
    });
    let on_template = UnsyncCallback::new(move |(key,): (Key,)| {
        draft.by_hand.set(None);
        desk.navigation.change(|route| route.with(TEMPLATE, key.as_str()));
    });
    let on_language = UnsyncCallback::new(move |(language,): (Language,)| desk.speak(language));
    let channels = Signal::derive(move || {
        let language = speech.language();
        CHANNELS.map(|channel| choice(channel, say::channel(channel, language))).to_vec()
    });
    let channel = Signal::derive(move || draft.channel());
    let on_channel =
        UnsyncCallback::new(move |(channel,): (Channel,)| draft.by_hand.set(Some(channel)));
    let plain = Memo::new(move |_| draft.plain());
    let subject = Memo::new(move |_| subject(draft));
    let record = UnsyncCallback::new(move |()| draft.record());
    let none = maybe(move || {
        draft.template.with(Option::is_none).then(|| {
            let words = speech.text(label::letter::NO_TEMPLATE);
            view! { <p class="hint">{words}</p> }.into_any()
        })
    });
    let fault = maybe(move || {
        draft.fault.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    view! {
        <div class="letter-fields screen-only">
            {none}
            <Select
                label=speech.text(label::letter::TEMPLATE)
                choices=templates chosen on_choose=on_template
            />
            <Select
                label=speech.text(label::letter::LANGUAGE)
                choices=desk.languages() chosen=desk.language on_choose=on_language
            />
            <Select
                label=speech.text(label::letter::CHANNEL)
                choices=channels chosen=channel on_choose=on_channel
            />
            {fault}
            <TextArea label=speech.text(label::letter::TEXT) value=draft.text rows=16/>
            <p class="hint">{speech.text(label::letter::MARKERS)}</p>
            {remarks(desk, draft.known, channel, plain.into(), draft.absent)}
            {outputs(desk, draft.known, channel, (subject, plain), record)}
        </div>
    }
    .into_any()
}

fn subject(draft: Draft) -> String {
    let language = draft.desk.language.get();
    draft.template.with(|it| it.as_ref().map(|it| title(it, language)).unwrap_or_default())
}

/// The letter as it prints, or the message as it is sent.
fn preview(draft: Draft) -> AnyView {
    let speech = draft.desk.speech;
    let letter = maybe(move || {
        let language = draft.desk.language.get();
        let subject = subject(draft);
        let text = draft.text.get();
        let is_message = matches!(draft.channel(), Channel::Sms | Channel::Wechat);
        draft.known.with(|known| {
            let data = &known.as_ref()?.data;
            Some(match is_message {
                true => message(&text, data, language),
                false => paper(&subject, &text, data, language),
            })
        })
    });
    view! { <section aria-label=speech.text(label::letter::PREVIEW)>{letter}</section> }.into_any()
}
