//! Base currency and dated rates of exchange (A8).
//! Never converts: totals in the base currency say at which rates.

use huikuan::money::{Currency, Decimal, Rate};
use huikuan::record::{ExchangeRate, SettingFields};
use huikuan::view::typed;
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::card::Card;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::{each, maybe};
use crate::page::part::scroll::scroll;

/// The card: the base currency, the rates that are known, and fields for another.
pub(super) fn money(desk: Desk) -> AnyView {
    let speech = desk.speech;
    let shown = desk.policy(|policy| policy.base_currency.code().to_owned());
    let rates = desk.policy(|policy| policy.exchange.clone());
    let base = following(move || shown.get());
    let (currency, rate) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let on = following(move || desk.session.as_of().to_string());
    let wrong = || RwSignal::new(None::<String>);
    let (base_wrong, coin_wrong, on_wrong, rate_wrong) = (wrong(), wrong(), wrong(), wrong());
    let refused = wrong();
    let say = move |held: bool, word: label::Label| {
        if held { None } else { Some(untrack(|| speech.now(word).to_owned())) }
    };
    let save = UnsyncCallback::new(move |()| {
        let read = Currency::parse(&base.get_untracked());
        base_wrong.set(say(read.is_some(), label::item::NOT_A_CURRENCY));
        if read.is_some() {
            let fields = SettingFields { base_currency: read, ..SettingFields::default() };
            desk.set(fields, refused);
        }
    });
    let add = UnsyncCallback::new(move |()| {
        let coin = Currency::parse(&currency.get_untracked());
        let day = typed::date(&on.get_untracked(), desk.session.today.get_untracked());
        let number = Decimal::from_str_exact(rate.get_untracked().trim()).ok();
        let number = number.filter(|number| *number > Decimal::ZERO);
        coin_wrong.set(say(coin.is_some(), label::item::NOT_A_CURRENCY));
        on_wrong.set(say(day.is_some(), label::item::NOT_A_DATE));
        rate_wrong.set(say(number.is_some(), label::setting::NOT_A_RATE));
        let (Some(currency), Some(on), Some(number)) = (coin, day, number) else { return };
        let recorded = ExchangeRate { currency, on, rate: Rate(number) };
        desk.record(Command::RecordRate(recorded), refused);
        if refused.with_untracked(Option::is_none) {
            rate.set(String::new());
        }
    });
    let row = |held: ExchangeRate| {
        let (code, on, rate) = (held.currency.code(), held.on.to_string(), held.rate.0.to_string());
        view! { <tr><td>{code}</td><td>{on}</td><td class="figure">{rate}</td></tr> }.into_any()
    };
    let newest_first = move || {
        let mut all = rates.get();
        all.sort_by(|a, b| (a.currency, b.on).cmp(&(b.currency, a.on)));
        all.into_iter().map(row).collect()
    };
    let rows = each(newest_first);
    let nothing = maybe(move || {
        let is_empty = rates.with(Vec::is_empty);
        let words = || view! { <p class="hint">{speech.now(label::setting::NO_RATES)}</p> };
        is_empty.then(|| words().into_any())
    });
    let fields = view! {
        <TextField
            label=speech.text(label::setting::BASE) value=base error=base_wrong on_enter=save
        />
    };
    let words = (label::setting::MONEY, label::setting::MONEY_HINT);
    let table = view! {
        <table class="plain-table">
            <thead><tr>
                <th>{speech.text(label::item::CURRENCY)}</th>
                <th>{speech.text(label::setting::RATE_ON)}</th>
                <th class="figure">{speech.text(label::setting::RATE)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let of_base = desk.section(words, fields.into_any(), refused, (label::part::SAVE, save));
    view! {
        {of_base}
        <Card title=speech.text(label::setting::RATES)>
            <div class="stack">
            {scroll(speech.text(label::setting::RATES), "", table)}
            {nothing}
            <div class="form">
                <TextField
                    label=speech.text(label::item::CURRENCY) value=currency error=coin_wrong
                />
                <TextField label=speech.text(label::setting::RATE_ON) value=on error=on_wrong/>
                <TextField
                    label=speech.text(label::setting::RATE)
                    value=rate error=rate_wrong kind=TextKind::Figure on_enter=add
                />
            </div>
            <div class="actions">
                <Button
                    label=speech.text(label::setting::ADD_RATE) on_press=add
                />
            </div>
            </div>
        </Card>
    }
    .into_any()
}
