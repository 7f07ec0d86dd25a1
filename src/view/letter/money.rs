//! Items, discounts and statement as the rows of a letter.
//! Never computes a figure: rules do.

use super::gather::Gathering;
use super::words::{amount, day, in_capitals, sums};
use crate::calendar::Date;
use crate::ledger::{Account, NEVER, Part};
use crate::letter::field::{DiscountFacts, DiscountItem, LetterItem, StatementFacts, StatementRow};
use crate::money::{Currency, Money};
use crate::rule::balance::aging::PositionSource;
use crate::rule::balance::bucket::Buckets;
use crate::rule::balance::statement::statement;
use crate::rule::collection::{Demand, Demands, Standing};
use crate::rule::incentive::discount::{Asking, OfferUse, quotes};

/// What falls due soon, while nothing is demanded.
#[derive(Debug, Default)]
pub(super) struct Coming {
    pub(super) amounts: Vec<Money>,
    pub(super) due_on: Option<Date>,
}

/// Days ahead that a notice before a due day looks.
const COMING_DAYS: i32 = 30;

/// The items that a letter asks for, oldest first; while nothing is demanded, those that fall due
/// within the next thirty days.
pub(super) fn items(
    gathering: &Gathering<'_>,
    account: &Account,
    demands: &Demands,
) -> (Vec<LetterItem>, Coming) {
    let asked = demands.items.iter().filter(|item| item.demanded_minor > 0);
    let rows: Vec<LetterItem> = asked.filter_map(|it| demanded(gathering, account, it)).collect();
    if !rows.is_empty() {
        return (rows, Coming::default());
    }
    let today = gathering.as_of.number();
    let window = today..=today.saturating_add(COMING_DAYS);
    let mut coming: Vec<(&Part, i64)> = account
        .parts
        .iter()
        .filter(|part| part.due_day != NEVER && window.contains(&part.due_day))
        .map(|part| (part, account.outstanding(part, today)))
        .filter(|(_, open_minor)| *open_minor > 0)
        .collect();
    coming.sort_by_key(|(part, _)| part.due_day);
    let mut amounts: Vec<Money> = Vec::new();
    for (part, open_minor) in &coming {
        add(&mut amounts, *open_minor, part.balance.currency);
    }
    let due_on = coming.first().and_then(|(part, _)| Date::from_number(part.due_day));
    let rows = coming.iter().map(|(part, open_minor)| {
        let mut row = row(gathering, account, part, *open_minor);
        row.demanded.clone_from(&row.open);
        row
    });
    (rows.collect(), Coming { amounts, due_on })
}

fn demanded(gathering: &Gathering<'_>, account: &Account, demand: &Demand) -> Option<LetterItem> {
    let part = account.parts.get(demand.part as usize)?;
    let mut row = row(gathering, account, part, demand.open_minor);
    let written = |minor: i64| {
        let money = Money::new(minor, demand.currency).ok().filter(|money| money.minor() > 0);
        money.map(|money| amount(money, gathering.language)).unwrap_or_default()
    };
    row.days = (part.due_day != NEVER)
        .then(|| i64::from(gathering.as_of.number()) - i64::from(part.due_day));
    row.demanded = written(demand.demanded_minor);
    row.disputed = written(demand.disputed_minor);
    Some(row)
}

fn row(gathering: &Gathering<'_>, account: &Account, part: &Part, open_minor: i64) -> LetterItem {
    let language = gathering.language;
    let document = account.documents.get(part.document as usize);
    let on = |number: i32| {
        let on = Date::from_number(number).filter(|_| number != NEVER);
        on.map(|on| day(on, language)).unwrap_or_default()
    };
    LetterItem {
        number: document.map(|document| document.number.clone()).unwrap_or_default(),
        issued: on(part.issued_day),
        due: on(part.due_day),
        amount: amount(part.balance.money(part.balance.amount_minor), language),
        open: amount(part.balance.money(open_minor), language),
        ..LetterItem::default()
    }
}

pub(super) fn add(sums: &mut Vec<Money>, minor: i64, currency: Currency) {
    match sums.iter_mut().find(|sum| sum.currency() == currency) {
        Some(sum) => *sum = sum.with_minor(sum.minor().saturating_add(minor)).unwrap_or(*sum),
        None => sums.extend(Money::new(minor, currency)),
    }
}

/// The discounts that are open for a customer on the day of the letter. `None` when there are none.
pub(super) fn discount_of(
    gathering: &Gathering<'_>,
    account: &Account,
    standing: Standing,
    used: &OfferUse,
) -> Option<DiscountFacts> {
    let language = gathering.language;
    let asking = Asking {
        account,
        policy: gathering.ledger.policy(),
        class: standing.class,
        tier: standing.tier,
        on: gathering.as_of,
        used,
        settles: &[],
    };
    let (mut payable, mut saved, mut until) = (Vec::new(), Vec::new(), None::<Date>);
    let mut items: Vec<DiscountItem> = Vec::new();
    for quote in quotes(&asking, &[]) {
        let Ok(offered) = &quote.offered else { continue };
        add(&mut payable, quote.payable.minor(), quote.payable.currency());
        add(&mut saved, quote.discount.minor(), quote.discount.currency());
        until = Some(until.map_or(offered.last_on, |until| until.min(offered.last_on)));
        let part = account.parts.get(quote.part as usize);
        let document = part.and_then(|part| account.documents.get(part.document as usize));
        items.push(DiscountItem {
            number: document.map(|document| document.number.clone()).unwrap_or_default(),
            open: amount(quote.open, language),
            until: day(offered.last_on, language),
            saved: amount(quote.discount, language),
            payable: amount(quote.payable, language),
        });
    }
    Some(DiscountFacts {
        until: day(until?, language),
        payable: sums(&payable, language),
        saved: sums(&saved, language),
        items,
    })
}

/// The account as of the day of the letter; `None` when nothing is open.
pub(super) fn statement_of(gathering: &Gathering<'_>, account: &Account) -> Option<StatementFacts> {
    let (language, policy) = (gathering.language, gathering.ledger.policy());
    let buckets = Buckets::of(&policy.aging);
    let (mut balance, mut overdue, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for held in statement(account, &buckets, gathering.as_of) {
        add(&mut balance, held.figures.balance(), held.currency);
        if held.figures.overdue() != 0 {
            add(&mut overdue, held.figures.overdue(), held.currency);
        }
        for line in &held.lines {
            let money = |minor: i64| {
                let money = Money::new(minor, held.currency).ok();
                money.map(|money| amount(money, language)).unwrap_or_default()
            };
            let (number, issued, due) = named(gathering, account, line.source);
            lines.push(StatementRow {
                number,
                issued,
                due,
                amount: money(line.amount_minor),
                open: money(line.open_minor),
                days: line.overdue_days.filter(|days| *days > 0).map(i64::from),
            });
        }
    }
    (!lines.is_empty()).then(|| StatementFacts {
        balance: sums(&balance, language),
        balance_capital: in_capitals(&balance),
        overdue: sums(&overdue, language),
        lines,
    })
}

/// Number or note of a position, its day and its due day.
fn named(
    gathering: &Gathering<'_>,
    account: &Account,
    source: PositionSource,
) -> (String, String, String) {
    let on = |number: i32| {
        let on = Date::from_number(number).filter(|_| number != NEVER);
        on.map(|on| day(on, gathering.language)).unwrap_or_default()
    };
    match source {
        PositionSource::Part(index) => {
            let Some(part) = account.parts.get(index as usize) else { return Default::default() };
            let document = account.documents.get(part.document as usize);
            let number = document.map(|held| held.number.clone()).unwrap_or_default();
            (number, on(part.issued_day), on(part.due_day))
        }
        PositionSource::Fund(index) => {
            let Some(fund) = account.funds.get(index as usize) else { return Default::default() };
            (fund.note.clone(), on(fund.day), String::new())
        }
    }
}
