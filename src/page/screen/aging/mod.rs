//! The aging screen: figures, bar, table by customer or any other group, what is due, what moved,
//! the provision, and the arithmetic behind any cell.
//! Never keeps a choice of its own: view, basis, grouping and currency stand in the address.

mod choice;
mod columns;
mod due;
mod figures;
mod group;
mod movement;
mod provision;
mod sheet;
mod told;

use std::sync::Arc;

use huikuan::ledger::Ledger;
use huikuan::money::Currency;
use huikuan::record::{AgingBasis, AgingConvention, AgingPolicy};
use huikuan::rule::balance::aging::{AgingReport, aging};
use huikuan::rule::balance::bucket::Buckets;
use huikuan::rule::credit::{CreditReport, credit};
use huikuan::view::aging::Grouping;
use huikuan::view::open_day;
use leptos::prelude::*;

pub(super) use self::columns::heading;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::card::Card;
use crate::page::part::chip::choice as tab;
use crate::page::part::empty::EmptyState;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::shown as live_view;
use crate::page::part::tab::Tabs;
use crate::page::route::{Route, Screen};
use crate::page::session::use_session;
use crate::page::speech::{keep_title, use_speech};

/// How the screen is set, as the address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Setting {
    basis: Option<AgingBasis>,
    convention: Option<AgingConvention>,
    grouping: Grouping,
}

const BASIS: &str = "basis";
const CONVENTION: &str = "convention";
const GROUPING: &str = "by";
const CURRENCY: &str = "currency";
const PANE: &str = "view";

/// A view of the aging.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pane {
    /// The table by age.
    #[default]
    Age,
    /// What is due soon and overdue.
    Due,
    /// What moved since an earlier day.
    Movement,
    /// The provision matrix.
    Provision,
}

/// The views with their words in the address, in the order of the tabs.
const PANES: [(&str, Pane, label::Label); 4] = [
    ("", Pane::Age, label::aging_view::BY_AGE),
    ("due", Pane::Due, label::aging_view::DUE),
    ("movement", Pane::Movement, label::aging_view::MOVEMENT),
    ("provision", Pane::Provision, label::aging_view::PROVISION),
];

impl Pane {
    fn of(route: &Route) -> Self {
        let word = route.parameter(PANE);
        let found = PANES.into_iter().find(|(held, ..)| *held == word);
        found.map(|(_, pane, _)| pane).unwrap_or_default()
    }
}

impl Setting {
    fn of(route: &Route) -> Self {
        Self {
            basis: match route.parameter(BASIS) {
                "issued" => Some(AgingBasis::IssuedOn),
                "due" => Some(AgingBasis::DueOn),
                _ => None,
            },
            convention: match route.parameter(CONVENTION) {
                "zero" => Some(AgingConvention::ZeroInFirst),
                "lower" => Some(AgingConvention::LowerInclusive),
                "upper" => Some(AgingConvention::UpperInclusive),
                _ => None,
            },
            grouping: {
                let word = route.parameter(GROUPING);
                let found = group::GROUPINGS.into_iter().find(|(held, ..)| *held == word);
                found.map(|(_, grouping, _)| grouping).unwrap_or_default()
            },
        }
    }

    /// The policy with what the address changes.
    fn policy(self, ledger: &Ledger) -> AgingPolicy {
        let mut policy = ledger.policy().aging.clone();
        policy.basis = self.basis.unwrap_or(policy.basis);
        policy.convention = self.convention.unwrap_or(policy.convention);
        policy
    }

    /// The buckets of that.
    fn buckets(self, ledger: &Ledger) -> Buckets {
        Buckets::of(&self.policy(ledger))
    }
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Shown {
    setting: Memo<Setting>,
    report: Memo<Option<AgingReport>>,
    /// The currency on screen: the address's, else the base currency, else the first there is.
    currency: Memo<Option<Currency>>,
    /// The credit of all customers, where the groups need it.
    credit: Memo<Option<Arc<CreditReport>>>,
    pane: Memo<Pane>,
    /// What is typed into the search field of any view.
    query: RwSignal<String>,
}

/// The aging screen.
#[component]
pub(crate) fn AgingScreen() -> impl IntoView {
    let (session, navigation, speech) = (use_session(), use_navigation(), use_speech());
    keep_title(move || speech.now(label::aging::TITLE).to_owned());
    let setting = navigation.aspect(Setting::of);
    let asked = navigation.aspect(|route| Currency::parse(route.parameter(CURRENCY)));
    let report = Memo::new(move |_| {
        let setting = setting.get();
        session.report(|ledger, _, as_of| aging(ledger, &setting.buckets(ledger), as_of))
    });
    let currency = Memo::new(move |_| {
        let base = session.read(|workbook| workbook.ledger().policy().base_currency);
        report.with(|report| {
            let held: Vec<Currency> =
                report.iter().flat_map(|r| &r.currencies).map(|s| s.currency).collect();
            let wanted = [asked.get(), base];
            let wanted = wanted.into_iter().flatten().find(|wanted| held.contains(wanted));
            wanted.or_else(|| held.first().copied())
        })
    });
    let needs_credit = Memo::new(move |_| setting.get().grouping.needs_credit());
    let credit = Memo::new(move |_| {
        let drawn = || session.report(|ledger, _, as_of| Arc::new(credit(ledger, as_of)));
        needs_credit.get().then(drawn).flatten()
    });
    let (pane, query) = (navigation.aspect(Pane::of), RwSignal::new(String::new()));
    let shown = Shown { setting, report, currency, credit, pane, query };
    let is_empty = Memo::new(move |_| currency.get().is_none());
    // Nothing is open, but something was or will be.
    let elsewhere = Memo::new(move |_| {
        session.report(|ledger, _, as_of| open_day::nearest(ledger, as_of)).flatten()
    });
    move || {
        let elsewhere = is_empty.get().then(|| elsewhere.get()).flatten();
        if let Some(day) = elsewhere {
            let as_of = session.as_of().to_string();
            let route = navigation.route();
            view! {
                <EmptyState
                    title=speech.fill(label::aging::SETTLED_TITLE, &[&as_of])
                    text=speech.text(label::aging::SETTLED_TEXT)
                >
                    <a class="button main" href=route.on_day(Some(day)).hash()>
                        {speech.fill(label::aging::SEE_DAY, &[&day.to_string()])}
                    </a>
                    <a class="button" href=route.turn(Screen::Items).hash()>
                        {speech.text(label::aging::SEE_ITEMS)}
                    </a>
                </EmptyState>
            }
            .into_any()
        } else if is_empty.get() {
            let href = navigation.route().turn(Screen::Share).hash();
            view! {
                <EmptyState
                    title=speech.text(label::aging::NOTHING_TITLE)
                    text=speech.text(label::aging::NOTHING_TEXT)
                >
                    <a class="button main" href=href>{speech.text(label::aging::TO_IMPORT)}</a>
                </EmptyState>
            }
            .into_any()
        } else {
            view! { {figures::figures(shown)} {card(shown)} }.into_any()
        }
    }
}

/// The card with the choices and the views.
fn card(shown: Shown) -> AnyView {
    let (speech, navigation) = (use_speech(), use_navigation());
    let choices = Signal::derive(move || {
        let all = PANES.into_iter();
        all.map(|(_, pane, label)| tab(pane, speech.now(label))).collect::<Vec<_>>()
    });
    let on_choose = UnsyncCallback::new(move |(wanted,): (Pane,)| {
        let word = PANES.into_iter().find(|(_, pane, _)| *pane == wanted).map_or("", |(w, ..)| w);
        navigation.change(|route| route.with(PANE, word));
    });
    let panel = live_view(move || match shown.pane.get() {
        Pane::Age => sheet::sheet(shown),
        Pane::Due => due::due(shown),
        Pane::Movement => movement::movement(shown),
        Pane::Provision => provision::provision(shown),
    });
    view! {
        <Card main=true title=speech.text(label::aging::TITLE) head=move || choice::choices(shown)>
            <Tabs
                label=speech.text(label::aging_view::VIEWS)
                choices
                chosen=shown.pane
                on_choose
            >
                {panel}
            </Tabs>
        </Card>
    }
    .into_any()
}

/// The field that filters the groups of a view.
fn search(shown: Shown) -> AnyView {
    let speech = use_speech();
    view! {
        <TextField
            label=speech.text(label::aging::SEARCH)
            value=shown.query
            kind=TextKind::Search
        />
    }
    .into_any()
}
