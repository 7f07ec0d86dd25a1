//! The aging screen: figures, bar, table by customer, owner or region, and the arithmetic behind
//! any cell.
//! Never keeps a choice of its own: basis, grouping and currency stand in the address.

mod columns;
mod figures;
mod sheet;

use huikuan::ledger::Ledger;
use huikuan::money::Currency;
use huikuan::record::{AgingBasis, AgingConvention, AgingPolicy};
use huikuan::rule::balance::aging::{AgingReport, aging};
use huikuan::rule::balance::bucket::Buckets;
use huikuan::view::aging::Grouping;
use huikuan::view::open_day;
use leptos::prelude::*;

pub(super) use self::columns::heading;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::empty::EmptyState;
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
            grouping: match route.parameter(GROUPING) {
                "owner" => Grouping::Owner,
                "region" => Grouping::Region,
                _ => Grouping::Customer,
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
    let shown = Shown { setting, report, currency };
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
            view! { {figures::figures(shown)} {sheet::sheet(shown)} }.into_any()
        }
    }
}
