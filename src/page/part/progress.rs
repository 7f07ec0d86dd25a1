//! Progress of long work, with a figure and a way out.
//! Never estimates time.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::button::{Button, ButtonLook};
use super::live::{live, words};
use crate::page::label;
use crate::page::speech::use_speech;

/// How far the work is, in thousandths; `None` while that is not known.
#[component]
pub(crate) fn Progress(
    /// What is being done.
    #[prop(into)]
    label: TextProp,
    #[prop(into)] done_permille: Signal<Option<u32>>,
    /// The figure beside the bar, such as "12,000 of 55,000 rows".
    #[prop(optional, into)]
    figure: Option<TextProp>,
    #[prop(optional, into)] on_cancel: Option<UnsyncCallback<()>>,
) -> impl IntoView {
    let speech = use_speech();
    let name = label.clone();
    let value = live(move || done_permille.get().map(|done| done.min(1000).to_string()));
    let percent = live(move || match &figure {
        Some(figure) => figure.get().into_owned(),
        None => done_permille.get().map_or_else(String::new, |done| format!("{}%", done / 10)),
    });
    let cancel = on_cancel.map(|on_press| {
        let word = speech.text(label::part::CANCEL);
        view! { <Button look=ButtonLook::Quiet label=word on_press/> }.into_any()
    });
    view! {
        <div class="progress">
            <div class="line">
                <span>{words(label)}</span>
                <span class="figure">{percent}</span>
                {cancel}
            </div>
            <progress max="1000" value=value aria-label=name></progress>
        </div>
    }
    .into_any()
}
