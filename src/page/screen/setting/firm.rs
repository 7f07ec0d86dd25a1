//! The firm's own data, which stand on statements and letters (A9).
//! Never checks a tax number: firms abroad have others.

use huikuan::record::{Firm, SettingFields};
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label;
use crate::page::part::field::{TextArea, TextField};

/// The card.
pub(super) fn firm(desk: Desk) -> AnyView {
    let shown = desk.policy(|policy| policy.firm.clone());
    let name = following(move || shown.with(|firm| firm.name.clone()));
    let tax_no = following(move || shown.with(|firm| firm.tax_no.clone()));
    let address = following(move || shown.with(|firm| firm.address.clone()));
    let phone = following(move || shown.with(|firm| firm.phone.clone()));
    let short_name = following(move || shown.with(|firm| firm.short_name.clone()));
    let bank = following(move || shown.with(|firm| firm.bank_accounts.join("\n")));
    let refused = RwSignal::new(None);
    let save = UnsyncCallback::new(move |()| {
        let text = |typed: RwSignal<String>| typed.get_untracked().trim().to_owned();
        let lines = text(bank);
        let accounts = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        let firm = Firm {
            name: text(name),
            tax_no: text(tax_no),
            address: text(address),
            phone: text(phone),
            short_name: text(short_name),
            bank_accounts: accounts.map(str::to_owned).collect(),
        };
        desk.set(SettingFields { firm: Some(firm), ..SettingFields::default() }, refused);
    });
    let speech = desk.speech;
    let fields = view! {
        <TextField label=speech.text(label::setting::FIRM_NAME) value=name on_enter=save/>
        <TextField label=speech.text(label::letter::SHORT_NAME) value=short_name on_enter=save/>
        <TextField label=speech.text(label::customer::TAX_NO) value=tax_no on_enter=save/>
        <TextField label=speech.text(label::customer::ADDRESS) value=address on_enter=save/>
        <TextField label=speech.text(label::letter::PHONE) value=phone on_enter=save/>
        <TextArea label=speech.text(label::setting::FIRM_BANK) value=bank/>
    };
    let words = (label::setting::FIRM, label::setting::FIRM_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}
