//! What waits for the approval chain, each with the way to decide on it (D8).
//! Never decides: the customer's timeline asks for that.

use huikuan::calendar::Date;
use huikuan::say;
use huikuan::view::meeting::{MeetingPack, Proposal};
use leptos::prelude::*;

use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::scroll::scroll;
use crate::page::route::Screen;
use crate::page::speech::Speech;

/// The section; nothing while nothing waits, since most firms ask for no approval.
pub(super) fn proposals(pack: &MeetingPack, speech: Speech) -> AnyView {
    use label::meeting as words;
    if pack.waiting.is_empty() {
        return ().into_any();
    }
    let (route, language) = (use_navigation().route(), speech.language());
    let row = |held: &Proposal| {
        let to = route.turn(Screen::Customer(held.customer.to_string())).with("tab", "timeline");
        let on = Date::from_number(held.waiting.day).map(|on| on.to_string());
        view! {
            <tr>
                <td>{held.name.clone()}</td>
                <td>{say::approval_kind(held.waiting.kind, language)}</td>
                <td>{on.unwrap_or_default()}</td>
                <td>{say::role(held.waiting.role, language)}</td>
                <td class="screen-only"><a href=to.hash()>{speech.now(words::DECIDE_ON)}</a></td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = pack.waiting.iter().map(row).collect();
    let title = speech.fill(words::WAITING, &[&rows.len().to_string()]);
    let table = view! {
        <table class="plain-table">
            <thead><tr>
                <th scope="col">{speech.now(label::today::CUSTOMER)}</th>
                <th scope="col">{speech.now(words::WHAT)}</th>
                <th scope="col">{speech.now(words::PROPOSED_ON)}</th>
                <th scope="col">{speech.now(words::AWAITED)}</th>
                <th scope="col" class="screen-only">{speech.now(words::NEXT_STEP)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let table = scroll(speech.text(words::WAITING_NAME), "", table);
    view! { <section><h2>{title}</h2> {table}</section> }.into_any()
}
