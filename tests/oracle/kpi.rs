//! Key figures beside an oracle's scenario, inputs to the cent and ratios to four decimals.
//! Never compares a ratio without its inputs.

use huikuan::calendar::{AsOf, Date};
use huikuan::ledger::Ledger;
use huikuan::money::{Currency, Decimal, ratio, ratio_text};
use huikuan::rule::balance::aging::aging;
use huikuan::rule::balance::bucket::Buckets;
use huikuan::rule::kpi::{Kpi, Window, kpi};
use serde_json::Value;

use crate::book::{day, whole};

/// A ledger in one currency on the day of a scenario.
pub(crate) struct Case<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) currency: &'a str,
    pub(crate) as_of: AsOf,
    pub(crate) scenario: &'a Value,
}

impl Case<'_> {
    /// Asserts every key figure that the scenario has.
    pub(crate) fn same(&self) {
        self.same_dso();
        if !self.scenario["days_late"].is_null() {
            self.same_days_late();
            self.same_collected();
            self.same_cei();
            self.same_balance();
        }
    }

    fn window(&self, days: u32) -> Window {
        Window::ending(self.as_of, days)
    }

    fn kpi(&self, window: Window) -> Kpi {
        let currency = Currency::parse(self.currency).unwrap();
        let all = kpi(self.ledger, window);
        *all.iter().find(|kpi| kpi.currency == currency).unwrap()
    }

    fn same_dso(&self) {
        for (name, days) in [("n365", 365), ("n90", 90)] {
            let expected = &self.scenario["dso"][name];
            let window = self.window(days);
            assert_eq!(expected["window"][0].as_str().map(day), Some(window.from));
            let kpi = self.kpi(window);
            assert_eq!(kpi.inputs.sales, whole(&expected["invoiced_cents"]), "{}", self.as_of);
            assert_eq!(kpi.inputs.receivables, whole(&expected["ar_cents"]), "{}", self.as_of);
            same_ratio(kpi.dso(), &expected["dso_days"]);
        }
    }

    fn same_days_late(&self) {
        let first = Date::new(1900, 1, 1).unwrap();
        let windows = [
            ("n365", self.window(365)),
            ("n90", self.window(90)),
            ("all", Window { from: first, to: self.as_of }),
        ];
        for (name, window) in windows {
            let expected = &self.scenario["days_late"][name];
            let kpi = self.kpi(window);
            let found =
                [kpi.inputs.settled_items, kpi.inputs.days_late, kpi.inputs.days_late_floored];
            let wanted = ["settled_invoices", "sum_days_signed", "sum_days_clamped_at_0"];
            assert_eq!(found, wanted.map(|key| whole(&expected[key])), "{} {name}", self.as_of);
            same_ratio(kpi.days_late_signed(), &expected["avg_days_late_signed"]);
            same_ratio(kpi.days_late_floored(), &expected["avg_days_late_clamped"]);
            same_ratio(kpi.days_late_weighted(), &expected["amount_weighted_signed"]);
            same_ratio(kpi.days_late_weighted_floored(), &expected["amount_weighted_clamped"]);
        }
    }

    fn same_collected(&self) {
        let (year, month, _) = self.as_of.ymd();
        let month = Window { from: Date::new(year, month, 1).unwrap(), to: self.as_of };
        let windows = [
            ("n30", self.window(30)),
            ("n90", self.window(90)),
            ("n365", self.window(365)),
            ("calendar_month_to_as_of", month),
        ];
        for (name, window) in windows {
            let expected = whole(&self.scenario["collected"][name]["cents"]);
            assert_eq!(self.kpi(window).inputs.collected, expected, "{} {name}", self.as_of);
        }
    }

    fn same_cei(&self) {
        let expected = &self.scenario["cei_n90"];
        let kpi = self.kpi(self.window(90));
        let inputs = kpi.inputs;
        let found = [inputs.receivables_before, inputs.sales, inputs.receivables, inputs.not_due];
        let wanted =
            ["beginning_cents", "sales_cents", "ending_total_cents", "ending_current_cents"];
        assert_eq!(found, wanted.map(|key| whole(&expected[key])), "{}", self.as_of);
        same_ratio(kpi.cei(), &expected["cei_percent"]);
    }

    /// The balance, with money that came before its invoice: opening + sales − collected.
    fn same_balance(&self) {
        let expected = &self.scenario["rollforward_n90"];
        let before = self.window(90).from.plus_days(-1);
        assert_eq!(self.balance(before), whole(&expected["opening_cents"]), "{before}");
        assert_eq!(self.balance(self.as_of), whole(&expected["closing_cents"]), "{}", self.as_of);
    }

    fn balance(&self, as_of: AsOf) -> i64 {
        let currency = Currency::parse(self.currency).unwrap();
        let report = aging(self.ledger, &Buckets::of(&self.ledger.policy().aging), as_of);
        let section = report.currencies.iter().find(|section| section.currency == currency);
        section.map_or(0, |section| section.total.balance())
    }
}

/// The exact fraction and its four decimals; `null` is no figure at all.
fn same_ratio(found: Option<Decimal>, expected: &Value) {
    if expected.is_null() {
        assert_eq!(found, None);
        return;
    }
    let exact = Decimal::from(whole(&expected["num"]));
    assert_eq!(found, ratio(exact, Decimal::from(whole(&expected["den"]))));
    let text = expected["rounded_4dp"].as_str();
    assert_eq!(found.map(ratio_text).as_deref(), text);
}
