//! The first templates: offered to a workbook that lacks any, and given back to one that changed.
//! Never carries their texts: the worker does.

use huikuan::record::ArticleStatement;
use huikuan::view::letter::lacking;
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::live::maybe;
use crate::page::part::notice::Notice;
use crate::page::session::refusal;

/// The first templates as the worker tells them; nothing until it did.
pub(super) fn first(desk: Desk) -> RwSignal<Vec<ArticleStatement>> {
    let told = RwSignal::new(Vec::new());
    spawn_local(async move {
        // One that does not come is not offered; what the workbook holds is there all the same.
        if let Ok(first) = desk.jobs.first_templates().await {
            // The screen may have been left meanwhile.
            let _ = told.try_set(first);
        }
    });
    told
}

/// What a workbook lacks of them, with the way to add it.
pub(super) fn offer(desk: Desk, first: RwSignal<Vec<ArticleStatement>>) -> AnyView {
    let speech = desk.speech;
    let lacks = Memo::new(move |_| {
        let found = desk
            .session
            .read(|workbook| first.with(|first| lacking(workbook.ledger().office(), first)));
        found.unwrap_or_default()
    });
    let add = UnsyncCallback::new(move |()| {
        let articles = lacks.get_untracked();
        let count = articles.len().to_string();
        let words = match desk.session.apply(Command::RecordArticles(articles)) {
            Ok(()) | Err(Rejection::NothingChanged) => {
                untrack(|| speech.fill(label::letter::ADDED, &[&count]))
            }
            Err(why) => return desk.toaster.alarm(untrack(|| refusal(speech, &why))),
        };
        desk.toaster.say(words);
    });
    let notice = maybe(move || {
        let count = lacks.with(Vec::len);
        (count > 0).then(|| {
            let words = speech.fill(label::letter::OFFER, &[&count.to_string()]);
            view! {
                <Notice>
                    {words} " " <Button label=speech.text(label::letter::ADD) on_press=add/>
                </Notice>
            }
            .into_any()
        })
    });
    view! { <div class="screen-only">{notice}</div> }.into_any()
}
