//! What moved since an earlier day: the roll rates from bucket to bucket, and the change of each
//! group's balance and overdue.
//! Never computes a figure: `view` does; the earlier day stands in the address.

mod change;
mod roll;

use std::sync::Arc;

use huikuan::calendar::Date;
use huikuan::rule::balance::aging::{AgingReport, aging};
use huikuan::view::typed;
use leptos::prelude::*;

use super::Shown;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::field::TextField;
use crate::page::route::Route;
use crate::page::session::use_session;
use crate::page::speech::use_speech;

const EARLIER: &str = "from";

/// What both tables share.
#[derive(Clone, Copy)]
struct Compared {
    shown: Shown,
    /// The earlier day.
    earlier: Memo<Date>,
    /// The aging on it.
    before: Memo<Option<Arc<AgingReport>>>,
}

/// The day that the address says, if it is earlier; else a month before the reporting day.
fn earlier_day(asked: Option<Date>, as_of: Date) -> Date {
    asked.filter(|asked| *asked < as_of).unwrap_or_else(|| as_of.minus_months(1))
}

/// The panel.
pub(super) fn movement(shown: Shown) -> AnyView {
    let (session, navigation) = (use_session(), use_navigation());
    let asked = navigation.aspect(|route: &Route| route.parameter(EARLIER).parse::<Date>().ok());
    let earlier = Memo::new(move |_| earlier_day(asked.get(), session.as_of()));
    let before = Memo::new(move |_| {
        let (setting, earlier) = (shown.setting.get(), earlier.get());
        session.report(|ledger, _, _| Arc::new(aging(ledger, &setting.buckets(ledger), earlier)))
    });
    let compared = Compared { shown, earlier, before };
    view! {
        <div class="toolbar">
            {earlier_field(compared)}
            {super::search(shown)}
        </div>
        {roll::roll(compared)}
        {change::change(compared)}
    }
    .into_any()
}

/// The field for the earlier day; what is typed counts when it is left or entered.
fn earlier_field(compared: Compared) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let typed_day = RwSignal::new(String::new());
    Effect::new(move |_| typed_day.set(compared.earlier.get().to_string()));
    let wrong = RwSignal::new(None::<String>);
    let read = move || {
        let as_of = session.as_of_untracked();
        let day = typed::date(&typed_day.get_untracked(), as_of).filter(|day| *day < as_of);
        let why = || untrack(|| speech.fill(label::aging_view::NOT_EARLIER, &[&as_of.to_string()]));
        wrong.set(day.is_none().then(why));
        if let Some(day) = day
            && day != compared.earlier.get_untracked()
        {
            navigation.change(|route| route.with(EARLIER, &day.to_string()));
        }
    };
    let on_enter = UnsyncCallback::new(move |()| read());
    let on_leave = UnsyncCallback::new(move |(_,): (String,)| read());
    view! {
        <TextField
            label=speech.text(label::aging_view::EARLIER)
            value=typed_day
            error=wrong
            on_enter
            on_leave
        />
    }
    .into_any()
}
