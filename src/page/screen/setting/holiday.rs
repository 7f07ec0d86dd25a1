//! Days off and weekend days worked, for counting working days.
//! Never guesses a holiday: what is not listed is Monday to Friday.

use huikuan::record::{HolidayList, SettingFields};
use huikuan::view::setting::{dates, dates_text};
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label;
use crate::page::part::field::TextArea;

/// The card.
pub(super) fn holiday(desk: Desk) -> AnyView {
    let speech = desk.speech;
    let shown = desk.policy(|policy| policy.holidays.clone());
    let off = following(move || shown.with(|list| dates_text(&list.off)));
    let worked = following(move || shown.with(|list| dates_text(&list.worked)));
    let wrong = || RwSignal::new(None::<String>);
    let (off_wrong, worked_wrong, refused) = (wrong(), wrong(), wrong());
    let save = UnsyncCallback::new(move |()| {
        let read = |typed: RwSignal<String>, wrong: RwSignal<Option<String>>| {
            let read = dates(&typed.get_untracked(), desk.session.today.get_untracked());
            let complaint =
                |word: &String| untrack(|| speech.fill(label::setting::NOT_DAY, &[word]));
            wrong.set(read.as_ref().err().map(complaint));
            read.ok()
        };
        let (off, worked) = (read(off, off_wrong), read(worked, worked_wrong));
        let (Some(off), Some(worked)) = (off, worked) else { return };
        let holidays = Some(HolidayList { off, worked });
        desk.set(SettingFields { holidays, ..SettingFields::default() }, refused);
    });
    let fields = view! {
        <TextArea label=speech.text(label::setting::OFF) value=off error=off_wrong rows=6/>
        <TextArea
            label=speech.text(label::setting::WORKED) value=worked error=worked_wrong rows=6
        />
    };
    let words = (label::setting::HOLIDAYS, label::setting::HOLIDAYS_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}
