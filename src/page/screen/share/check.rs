//! The integrity check over the whole workbook, each check by name.
//! Never repairs anything.

use huikuan::rule::balance::check::{CHECKS, Check, check};
use huikuan::say;
use leptos::prelude::*;

use crate::page::label;
use crate::page::part::card::Card;
use crate::page::part::notice::{Badge, Notice, Tone};
use crate::page::session::use_session;
use crate::page::speech::use_speech;

/// Failures listed under a check.
const LISTED_MAX: usize = 20;

/// The card of checks.
pub(super) fn checks() -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let failures = Memo::new(move |_| session.report(check).unwrap_or_default());
    let one = move |which: Check| {
        let language = speech.language();
        let (count, sentences) = failures.with(|failures| {
            let of_check = failures.iter().filter(|failure| failure.check == which);
            let sentences: Vec<String> = of_check
                .clone()
                .take(LISTED_MAX)
                .map(|failure| say::failure(failure, language))
                .collect();
            (of_check.count(), sentences)
        });
        let (words, tone) = match count {
            0 => (speech.now(label::share::CHECK_FINE).to_owned(), Tone::Good),
            count => (speech.fill(label::share::CHECK_FAILED, &[&count.to_string()]), Tone::Bad),
        };
        view! {
            <li>
                <Badge text=words tone/> " " {say::check(which, language)}
                <ul>{sentences.into_iter().map(|s| view! { <li>{s}</li> }).collect_view()}</ul>
            </li>
        }
    };
    let damaged = move || {
        let count = session.damages.with(Vec::len);
        let words = speech.fill(label::share::DAMAGED, &[&count.to_string()]);
        (count > 0).then(|| view! { <Notice tone=Tone::Bad>{words}</Notice> })
    };
    view! {
        <Card title=speech.text(label::share::CHECKS)>
            {damaged}
            <ul class="findings">{move || CHECKS.into_iter().map(one).collect_view()}</ul>
        </Card>
    }
}
