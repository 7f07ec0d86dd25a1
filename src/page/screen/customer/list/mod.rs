//! The list of customers with their figures.
//! Never computes a figure: `view` does.

mod column;
mod told;

use std::sync::Arc;

use huikuan::money::Currency;
use huikuan::say;
use huikuan::view::Sorting;
use huikuan::view::aging::Within;
use huikuan::view::customer::{CustomerLine, lines, ordered};
use huikuan::view::worklist::Day;
use leptos::prelude::*;

use self::column::{Opens, cells, columns, next_words, opens, order, totals};
use self::told::{Wanted, told};
use super::new::NewCustomer;
use crate::page::action::{Wish, use_actions};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::empty::EmptyState;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::table::choice::kept_sort;
use crate::page::part::table::column::Sort;
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::route::Screen;
use crate::page::screen::explanation::{Asked, explanation};
use crate::page::session::use_session;
use crate::page::speech::{keep_title, use_speech};

/// The list of customers.
#[component]
pub(crate) fn CustomerList() -> impl IntoView {
    let (session, navigation, speech) = (use_session(), use_navigation(), use_speech());
    keep_title(move || speech.now(label::customer::TITLE).to_owned());
    let recording = RwSignal::new(false);
    use_actions().fulfil(Wish::Customer, move || recording.set(true));
    // Credit and worklist of all customers, once for every row.
    let day = Memo::new(move |_| session.day());
    let all = Memo::new(move |_| {
        day.with(|day| {
            let day = day.as_ref()?;
            session.report(|ledger, buckets, _| lines(ledger, buckets, day))
        })
    });
    let is_empty = Memo::new(move |_| all.with(|all| all.as_ref().is_none_or(Vec::is_empty)));
    let new = move || {
        view! {
            <Button
                label=speech.text(label::customer::NEW)
                on_press=UnsyncCallback::new(move |()| recording.set(true))
                look=ButtonLook::Plain
            />
        }
    };
    let body = move || {
        if is_empty.get() {
            let to_import = navigation.route().turn(Screen::Share).hash();
            view! {
                <EmptyState
                    title=speech.text(label::customer::NOTHING_TITLE)
                    text=speech.text(label::customer::NOTHING_TEXT)
                >
                    <a class="button main" href=to_import>
                        {speech.text(label::customer::TO_IMPORT)}
                    </a>
                    {new()}
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <Card
                    main=true
                    title=speech.text(label::customer::TITLE)
                    head=move || new().into_any()
                >
                    {table(all, day)}
                </Card>
            }
            .into_any()
        }
    };
    view! { {body} <NewCustomer open=recording/> }
}

fn table(all: Memo<Option<Vec<CustomerLine>>>, day: Memo<Option<Arc<Day>>>) -> impl IntoView {
    let (session, navigation, speech) = (use_session(), use_navigation(), use_speech());
    let query = RwSignal::new(String::new());
    let sort = kept_sort("customers", Sort { column: "balance".to_owned(), descending: true });
    let base = Memo::new(move |_| {
        session.read(|workbook| workbook.ledger().policy().base_currency).unwrap_or(Currency::CNY)
    });
    let foreign = Memo::new(move |_| {
        let base = base.get();
        all.with(|all| all.iter().flatten().any(|line| line.currency != base))
    });
    let rows = Memo::new(move |_| -> Rows {
        let (sort, query) = (sort.get(), query.get());
        let sorting = Sorting { column: order(&sort.column), descending: sort.descending };
        all.with(|all| Arc::from(ordered(all.as_deref().unwrap_or(&[]), &query, sorting)))
    });
    let columns = Signal::derive(move || columns(speech, foreign.get()));
    let next = move |line: &CustomerLine| {
        let language = speech.language();
        day.with(|day| {
            let day = day.as_ref()?;
            let row = day.rows.get(line.state.task? as usize)?;
            let policy = |book: &huikuan::workbook::Workbook| {
                say::action(&row.task, book.ledger().policy(), language)
            };
            let action = session.read(policy)?;
            Some(next_words(line, action, day.credit.as_of.number()))
        })
    };
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let route = navigation.route();
        all.with(|all| match all.as_ref().and_then(|all| all.get(row as usize)) {
            Some(line) => {
                let to = route.turn(Screen::Customer(line.customer.to_string()));
                cells(line, next(line), foreign.get(), to.hash(), speech)
            }
            None => Vec::new(),
        })
    });
    let totals = Signal::derive(move || {
        all.with(|all| {
            let lines = all.as_deref().unwrap_or(&[]);
            rows.with(|rows| totals(lines, rows, foreign.get(), speech))
        })
    });
    let asked = RwSignal::new(None::<Asked>);
    let wanted = RwSignal::new(None::<Wanted>);
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        let line = all
            .with_untracked(|all| all.as_ref().and_then(|a| a.get(opened.row as usize).cloned()));
        let Some(line) = line else { return };
        match opens(&opened.column) {
            Opens::Positions(sum) => {
                let policy = session.read_untracked(|book| book.ledger().policy().aging.clone());
                asked.set(policy.map(|aging| Asked {
                    name: line.name,
                    customers: vec![line.customer],
                    within: Within::All,
                    currency: line.currency,
                    sum,
                    aging,
                    as_of: None,
                    anchor: opened.anchor,
                }));
            }
            Opens::Told(told) => {
                let (customer, name) = (line.customer, line.name);
                wanted.set(Some(Wanted { customer, name, told, anchor: opened.anchor }));
            }
            Opens::Page => {
                let to = Screen::Customer(line.customer.to_string());
                navigation.go(&navigation.route_untracked().turn(to));
            }
        }
    });
    let on_sort = UnsyncCallback::new(move |(wanted,): (Sort,)| sort.set(wanted));
    view! {
        <div class="toolbar">
            <TextField
                label=speech.text(label::customer::SEARCH)
                value=query
                kind=TextKind::Search
            />
        </div>
        <Table
            label=speech.text(label::customer::TITLE)
            columns
            rows
            cells
            on_open
            sort=Signal::derive(move || Some(sort.get()))
            on_sort
            remember="customers"
            totals
        />
        {explanation(asked)}
        {told(wanted, day)}
    }
}
