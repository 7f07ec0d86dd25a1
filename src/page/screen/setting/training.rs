//! Who was trained in what (D8).
//! Never asks for a certificate: whoever records it answers for it.

use huikuan::record::Training;
use huikuan::view::typed;
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label::{self, Label};
use crate::page::part::button::Button;
use crate::page::part::card::Card;
use crate::page::part::field::TextField;
use crate::page::part::live::{maybe, shown};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::scroll::scroll;
use crate::page::session::refusal;
use crate::page::speech::Speech;

/// The card: what is recorded, the latest first, and fields for another.
pub(super) fn training(desk: Desk) -> AnyView {
    let (session, speech) = (desk.session, desk.speech);
    let held = Memo::new(move |_| {
        let as_of = session.as_of();
        let found = session.read(|book| {
            let all = book.ledger().office().trainings.iter().map(|(_, held)| held.clone());
            let mut all: Vec<Training> = all.filter(|held| held.on <= as_of).collect();
            all.sort_by_key(|held| std::cmp::Reverse(held.on));
            all
        });
        found.unwrap_or_default()
    });
    let table = shown(move || held.with(|held| table(held, speech)));
    view! {
        <Card title=speech.text(label::team::TRAINING)>
            <div class="stack">
                <p class="hint">{speech.text(label::team::TRAINING_HINT)}</p>
                {table}
                {form(desk)}
            </div>
        </Card>
    }
    .into_any()
}

fn table(held: &[Training], speech: Speech) -> AnyView {
    if held.is_empty() {
        return view! { <p class="hint">{speech.now(label::team::NO_TRAINING)}</p> }.into_any();
    }
    let row = |held: &Training| {
        view! {
            <tr>
                <td>{held.on.to_string()}</td>
                <td>{held.person.clone()}</td>
                <td>{held.topic.clone()}</td>
                <td>{held.memo.clone()}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = held.iter().map(row).collect();
    let table = view! {
        <table class="plain-table">
            <thead><tr>
                <th scope="col">{speech.now(label::team::TRAINED_ON)}</th>
                <th scope="col">{speech.now(label::team::NAME)}</th>
                <th scope="col">{speech.now(label::team::TOPIC)}</th>
                <th scope="col">{speech.now(label::team::TRAINING_MEMO)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(speech.text(label::team::TRAINING), "", table)
}

fn form(desk: Desk) -> AnyView {
    let (session, speech) = (desk.session, desk.speech);
    let [person, topic, memo] = [(); 3].map(|()| RwSignal::new(String::new()));
    let on = following(move || session.as_of().to_string());
    let [day_wrong, person_wrong, topic_wrong, refused] =
        [(); 4].map(|()| RwSignal::new(None::<String>));
    let say = move |is_wrong: bool, word: Label| {
        is_wrong.then(|| untrack(|| speech.now(word).to_owned()))
    };
    let save = UnsyncCallback::new(move |()| {
        let text = |typed: RwSignal<String>| typed.get_untracked().trim().to_owned();
        let day = typed::date(&text(on), session.today.get_untracked());
        let (who, what) = (text(person), text(topic));
        day_wrong.set(say(day.is_none(), label::meeting::NOT_A_DATE));
        person_wrong.set(say(who.is_empty(), label::team::NO_PERSON));
        topic_wrong.set(say(what.is_empty(), label::team::NO_TOPIC));
        let is_told = !who.is_empty() && !what.is_empty();
        let Some(on) = day.filter(|_| is_told) else { return };
        let training = Training { person: who, on, topic: what, memo: text(memo) };
        match session.apply(Command::RecordTraining(training)) {
            Ok(()) => {
                refused.set(None);
                [person, topic, memo].into_iter().for_each(|held| held.set(String::new()));
                desk.toaster.say(untrack(|| speech.now(label::setting::SAVED)));
            }
            Err(why @ Rejection::PersonGone { .. }) => {
                person_wrong.set(Some(untrack(|| refusal(speech, &why))));
            }
            Err(why) => refused.set(Some(untrack(|| refusal(speech, &why)))),
        }
    });
    let notice = maybe(move || {
        refused.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    view! {
        <div class="form">
            <TextField label=speech.text(label::team::NAME) value=person error=person_wrong/>
            <TextField label=speech.text(label::team::TRAINED_ON) value=on error=day_wrong/>
            <TextField label=speech.text(label::team::TOPIC) value=topic error=topic_wrong/>
            <TextField
                label=speech.text(label::team::TRAINING_MEMO) value=memo on_enter=save
            />
        </div>
        {notice}
        <div class="actions">
            <Button label=speech.text(label::team::RECORD_TRAINING) on_press=save/>
        </div>
    }
    .into_any()
}
