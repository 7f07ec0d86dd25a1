//! Customers that have not confirmed a statement for too long, each with the way to make one (A6).
//! Never sends one.

use huikuan::calendar::Date;
use huikuan::money::Currency;
use huikuan::view::meeting::{MeetingPack, Unconfirmed};
use huikuan::view::worklist::amounts_text;
use leptos::prelude::*;

use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::scroll::scroll;
use crate::page::route::Screen;
use crate::page::speech::Speech;

/// The most that a pack lists; the alerts have all of them.
const ROWS_MAX: usize = 10;

/// The section.
pub(super) fn unconfirmed(pack: &MeetingPack, base: Currency, speech: Speech) -> AnyView {
    use label::meeting as words;
    let title = view! { <h2>{speech.now(words::UNCONFIRMED)}</h2> };
    if pack.unconfirmed.is_empty() {
        let nothing = speech.now(words::ALL_CONFIRMED);
        return view! { <section>{title} <p class="hint">{nothing}</p></section> }.into_any();
    }
    let route = use_navigation().route();
    let day = |on: Option<Date>| on.map_or_else(|| "—".to_owned(), |on| on.to_string());
    let row = |held: &Unconfirmed| {
        let to = route.turn(Screen::Customer(held.customer.to_string())).with("tab", "statement");
        view! {
            <tr>
                <td>{held.name.clone()}</td>
                <td class="figure">{amounts_text(&held.open, base)}</td>
                <td>{day(held.sent_on)}</td>
                <td>{day(held.confirmed_on)}</td>
                <td class="screen-only">
                    <a href=to.hash()>{speech.now(words::MAKE_STATEMENT)}</a>
                </td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = pack.unconfirmed.iter().take(ROWS_MAX).map(row).collect();
    let more = pack.unconfirmed.len().saturating_sub(ROWS_MAX);
    let more = (more > 0).then(|| {
        let words = speech.fill(words::MORE_UNCONFIRMED, &[&more.to_string()]);
        let alerts = route.turn(Screen::Alerts).hash();
        view! { <p class="hint"><a href=alerts>{words}</a></p> }
    });
    let table = view! {
        <table class="plain-table">
            <thead><tr>
                <th scope="col">{speech.now(label::today::CUSTOMER)}</th>
                <th scope="col" class="figure">{speech.now(label::timeline::OPEN)}</th>
                <th scope="col">{speech.now(words::SENT_ON)}</th>
                <th scope="col">{speech.now(words::CONFIRMED_ON)}</th>
                <th scope="col" class="screen-only">{speech.now(words::NEXT_STEP)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let table = scroll(speech.text(words::UNCONFIRMED), "", table);
    view! {
        <section>
            {title}
            {table}
            {more}
        </section>
    }
    .into_any()
}
