//! The ledger of grants, and what settles a discount that was taken late (E3).
//! Never settles anything by itself: a person accepts it or claims it back, with a reason.

use std::sync::Arc;

use huikuan::record::{DiscountAccepted, ReverseSubject};
use huikuan::rule::incentive::discount::GrantState;
use huikuan::say;
use huikuan::view::amount::{figure, rate_percent, with_currency};
use huikuan::view::discount::{GrantRow, grant_rows, grant_sums};
use huikuan::view::typed;
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::listed;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::dialog::{Dialog, open_while};
use crate::page::part::field::TextField;
use crate::page::part::live::maybe;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::part::toast::use_toaster;
use crate::page::route::Screen;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The panel.
pub(super) fn grants() -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let held = Memo::new(move |_| {
        session.report(|ledger, _, as_of| grant_rows(ledger, as_of)).unwrap_or_default()
    });
    let columns = Signal::derive(move || {
        let text = |id, words, width| Column::text(id, speech.now(words), width);
        let figure = |id, words| Column::figure(id, speech.now(words));
        vec![
            text("customer", label::discount::CUSTOMER, Width::Name),
            text("number", label::discount::NUMBER, Width::Short),
            text("on", label::discount::TAKEN_ON, Width::Short),
            text("offer", label::discount::OFFER, Width::Figure),
            Column::number("rate", speech.now(label::discount::RATE)),
            figure("base", label::discount::BASE),
            figure("amount", label::discount::DISCOUNT),
            text("last", label::discount::LAST_ON, Width::Short),
            text("state", label::discount::STATE, Width::Short),
        ]
    });
    let rows = Signal::derive(move || -> Rows { Arc::from_iter((0..).take(held.with(Vec::len))) });
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let route = navigation.route();
        let language = speech.language();
        held.with(|rows| {
            let Some(row) = rows.get(row as usize) else { return Vec::new() };
            let taken = &row.grant.taken;
            let page = route.turn(Screen::Customer(row.grant.customer.to_string())).hash();
            let offer = match taken.offer.as_str() {
                "" => speech.now(label::discount::OWN_TERMS).to_owned(),
                name => name.to_owned(),
            };
            let state = say::grant_state(row.grant.state, language);
            let is_late = row.grant.state == GrantState::TakenLate;
            vec![
                Cell::text(row.customer_name.clone()).link(page),
                Cell::text(row.number.clone()),
                Cell::text(row.grant.on.to_string()),
                Cell::text(offer),
                Cell::text(taken.rate.map(rate_percent).unwrap_or_default()),
                Cell::text(figure(taken.base.minor(), taken.base.currency())),
                Cell::text(figure(taken.amount.minor(), taken.amount.currency())),
                Cell::text(taken.last_on.map(|on| on.to_string()).unwrap_or_default()),
                match is_late {
                    true => Cell::text(format!("{state}…")).tone(Tone::Warn).opening(),
                    false => Cell::text(state),
                },
            ]
        })
    });
    let summary = move || {
        let sums = held.with(|rows| grant_sums(rows));
        let told = sums.into_iter().map(|(state, sum)| {
            let state = say::grant_state(state, speech.language());
            format!("{state} {}", with_currency(sum))
        });
        told.collect::<Vec<_>>().join(" · ")
    };
    let asked = RwSignal::new(None::<GrantRow>);
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        let row = held.with_untracked(|rows| rows.get(opened.row as usize).cloned());
        asked.set(row.filter(|row| row.grant.state == GrantState::TakenLate));
    });
    let is_empty = Memo::new(move |_| held.with(Vec::is_empty));
    let list = listed(is_empty, label::discount::NO_GRANTS, move || {
        view! {
            <Table label=speech.text(label::discount::GRANT_TABLE) columns rows cells on_open/>
        }
        .into_any()
    });
    view! {
        <p class="stack"><b>{summary}</b></p>
        {list}
        {settling(asked)}
    }
    .into_any()
}

/// The dialog that accepts a late discount or claims it back.
fn settling(asked: RwSignal<Option<GrantRow>>) -> AnyView {
    let speech = use_speech();
    let open = open_while(asked);
    view! {
        <Dialog title=speech.text(label::discount::SETTLE) open>
            {maybe(move || asked.get().map(|row| settle(row, open)))}
        </Dialog>
    }
    .into_any()
}

fn settle(row: GrantRow, open: RwSignal<bool>) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let (reason, on) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    on.set(session.as_of_untracked().to_string());
    let (wrong_reason, wrong_on) = (RwSignal::new(None::<String>), RwSignal::new(None));
    let refused = RwSignal::new(None::<String>);
    let grant = row.grant.clone();
    let give = move |is_accepted: bool| {
        let text = reason.get_untracked().trim().to_owned();
        let day = typed::date(&on.get_untracked(), session.as_of_untracked());
        let missing = || untrack(|| speech.now(label::discount::REASON_MISSING).to_owned());
        wrong_reason.set(text.is_empty().then(missing));
        let no_day = || untrack(|| speech.now(label::discount::NOT_A_DATE).to_owned());
        wrong_on.set(day.is_none().then(no_day));
        let (Some(on), false) = (day, text.is_empty()) else { return };
        let (customer, discount) = (grant.customer.clone(), grant.fact);
        let by = session.by.get_untracked();
        let command = match is_accepted {
            true => Command::AcceptDiscount(DiscountAccepted {
                customer,
                discount,
                on,
                by,
                reason: text,
            }),
            false => {
                let subject = ReverseSubject::Fact(discount);
                Command::Reverse { customer, subject, on, reason: text }
            }
        };
        match session.apply(command) {
            Ok(()) => {
                toaster.say(untrack(|| speech.now(label::discount::SETTLED)));
                open.set(false);
            }
            Err(rejection) => refused.set(Some(untrack(|| refusal(speech, &rejection)))),
        }
    };
    let (accepting, claiming) = (give.clone(), give);
    let accept = UnsyncCallback::new(move |()| accepting(true));
    let claim = UnsyncCallback::new(move |()| claiming(false));
    let sentence = move || {
        let taken = &row.grant.taken;
        let last_on = taken.last_on.map(|on| on.to_string()).unwrap_or_default();
        let amount = with_currency(taken.amount);
        speech.fill(label::discount::SETTLE_TEXT, &[&row.grant.on.to_string(), &last_on, &amount])
    };
    let notice = maybe(move || {
        refused.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    view! {
        <p>{sentence}</p>
        <TextField
            label=speech.text(label::discount::REASON) value=reason error=wrong_reason
            required=true
        />
        <TextField label=speech.text(label::discount::SETTLED_ON) value=on error=wrong_on/>
        {notice}
        <div class="actions">
            <Button label=speech.text(label::discount::CLAIM) on_press=claim/>
            <Button
                label=speech.text(label::discount::ACCEPT) on_press=accept look=ButtonLook::Main
            />
        </div>
    }
    .into_any()
}
