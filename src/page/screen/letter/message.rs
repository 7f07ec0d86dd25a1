//! What is to be said of a text before it goes out: fields that are missing, words to avoid, and
//! for a message by SMS its length and what it lacks (F2, D9).
//! Never stops anything: it warns.

use huikuan::letter::sms::{About, Alphabet, missing, segments};
use huikuan::record::Channel;
use huikuan::rule::collection::words_to_avoid;
use huikuan::say;
use huikuan::view::letter::stage;
use leptos::prelude::*;

use super::desk::{Desk, Known};
use crate::page::label;
use crate::page::part::live::{each, maybe};
use crate::page::part::notice::{Notice, Tone};

/// The warnings under a text.
pub(super) fn remarks(
    desk: Desk,
    known: Memo<Option<Known>>,
    channel: Signal<Channel>,
    text: Signal<String>,
    absent: RwSignal<Vec<String>>,
) -> AnyView {
    let speech = desk.speech;
    let warnings = Memo::new(move |_| {
        let language = speech.language();
        let mut all: Vec<String> = Vec::new();
        // A field whose place was written over is missing no more.
        let names = absent.get().into_iter();
        let names = text.with(|text| {
            let is_left = |name: &String| {
                let last = name.rsplit('.').next().unwrap_or_default();
                text.contains(&format!("[{name}]")) || text.contains(&format!("[{last}]"))
            };
            names.filter(is_left).collect::<Vec<_>>()
        });
        if !names.is_empty() {
            all.push(speech.fill(label::letter::MISSING, &[&names.join(", ")]));
        }
        let avoided = desk.session.read(|workbook| {
            let policy = &workbook.ledger().policy().compliance;
            text.with(|text| words_to_avoid(text, policy).join(", "))
        });
        if let Some(words) = avoided.filter(|words| !words.is_empty()) {
            all.push(speech.fill(label::letter::TO_AVOID, &[&words]));
        }
        if channel.get() == Channel::Sms {
            let lacks = known.with(|known| {
                let known = known.as_ref()?;
                let about = About::of(stage(known.task.as_ref()), &known.data);
                Some(text.with(|text| missing(text, &about)))
            });
            let lacks: Vec<&str> = lacks
                .unwrap_or_default()
                .into_iter()
                .map(|what| say::required(what, language))
                .collect();
            if !lacks.is_empty() {
                all.push(speech.fill(label::letter::LACKS, &[&lacks.join(", ")]));
            }
        }
        all
    });
    let counted = maybe(move || {
        (channel.get() == Channel::Sms).then(|| {
            let told = text.with(|text| segments(text));
            let alphabet = match told.alphabet {
                Alphabet::Gsm7 => "GSM-7",
                Alphabet::Ucs2 => "UCS-2",
            };
            let figures = [told.units, told.count, told.left].map(|figure| figure.to_string());
            let [units, count, left] = &figures;
            let words = speech.fill(label::letter::SEGMENTS, &[units, count, left, alphabet]);
            view! { <p class="hint segments">{words}</p> }.into_any()
        })
    });
    let shown = each(move || {
        let all = warnings.get().into_iter();
        all.map(|words| view! { <Notice tone=Tone::Warn>{words}</Notice> }.into_any()).collect()
    });
    view! { <div class="stack" aria-live="polite">{counted} {shown}</div> }.into_any()
}
