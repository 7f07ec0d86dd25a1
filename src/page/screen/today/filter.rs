//! What of the list is shown: today or all, owner, tier, channel.
//! Never kept beside the address.

use std::collections::BTreeSet;

use huikuan::record::{Channel, Tier};
use huikuan::say;
use huikuan::view::worklist::{RowFilter, Showing};
use leptos::prelude::*;

use super::Desk;
use crate::page::label;
use crate::page::part::chip::{ChipGroup, Choice, choice};
use crate::page::part::select::Select;
use crate::page::route::Route;
use crate::page::session::use_session;
use crate::page::speech::use_speech;

const SHOWING: &str = "show";
const OWNER: &str = "owner";
const TIER: &str = "tier";
const CHANNEL: &str = "channel";
/// What stands for no owner in the address, where an empty value says nothing.
const NOBODY: &str = "-";

/// The kinds of rows with their words in the address, in the order of the chips.
const SHOWN: [(&str, Showing, label::Label); 5] = [
    ("", Showing::Today, label::today::DUE_TODAY),
    ("missed", Showing::Missed, label::today::MISSED),
    ("nobody", Showing::WithoutOwner, label::today::WITHOUT_OWNER),
    ("hand-over", Showing::HandOver, label::today::HAND_OVER),
    ("all", Showing::All, label::today::EVERYBODY),
];

/// The channels that a task can propose.
const CHANNELS: [(&str, Channel); 8] = [
    ("phone", Channel::Phone),
    ("sms", Channel::Sms),
    ("email", Channel::Email),
    ("wechat", Channel::Wechat),
    ("letter", Channel::Letter),
    ("statement", Channel::Statement),
    ("visit", Channel::Visit),
    ("meeting", Channel::Meeting),
];

const TIERS: [(&str, Tier); 3] = [("a", Tier::A), ("b", Tier::B), ("c", Tier::C)];

/// What the address says.
pub(super) fn filter_of(route: &Route) -> RowFilter {
    let showing = SHOWN.iter().find(|(word, ..)| *word == route.parameter(SHOWING));
    let owner = match route.parameter(OWNER) {
        "" => None,
        NOBODY => Some(String::new()),
        named => Some(named.to_owned()),
    };
    let tier = TIERS.iter().find(|(word, _)| *word == route.parameter(TIER));
    let channel = CHANNELS.iter().find(|(word, _)| *word == route.parameter(CHANNEL));
    RowFilter {
        showing: showing.map(|(_, showing, _)| *showing).unwrap_or_default(),
        owner,
        tier: tier.map(|(_, tier)| *tier),
        channel: channel.map(|(_, channel)| *channel),
    }
}

/// The line of filters above the list.
pub(super) fn filters(desk: Desk) -> AnyView {
    view! {
        <div class="toolbar">
            {showing_chips(desk)}
            {owner_select(desk)}
            {tier_select(desk)}
            {channel_select(desk)}
        </div>
    }
    .into_any()
}

/// Changes a setting of the address.
fn set(desk: Desk, name: &'static str, value: &str) {
    desk.navigation.change(|route| route.with(name, value));
}

fn showing_chips(desk: Desk) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let missed = Memo::new(move |_| {
        let on = session.as_of().number();
        let filter = RowFilter { showing: Showing::Missed, ..RowFilter::default() };
        let count = session.read(|workbook| {
            let ledger = workbook.ledger();
            desk.day.with(|day| {
                let rows = day.iter().flat_map(|day| &day.rows);
                rows.filter(|row| filter.admits(row, ledger, on)).count()
            })
        });
        count.unwrap_or(0)
    });
    let choices = Signal::derive(move || -> Vec<Choice<&'static str>> {
        let count = missed.get().to_string();
        let all = SHOWN.into_iter();
        all.map(|(word, _, label)| choice(word, speech.fill(label, &[&count]).trim_end())).collect()
    });
    let chosen = Signal::derive(move || {
        let held = desk.filter.get().showing;
        SHOWN.into_iter().find(|(_, showing, _)| *showing == held).map_or("", |(word, ..)| word)
    });
    let on_choose = UnsyncCallback::new(move |(word,): (&'static str,)| set(desk, SHOWING, word));
    view! { <ChipGroup label=speech.text(label::today::SHOWING) choices chosen on_choose/> }
        .into_any()
}

fn owner_select(desk: Desk) -> AnyView {
    let speech = use_speech();
    let owners = Memo::new(move |_| {
        let rows = desk.day.get();
        let rows = rows.iter().flat_map(|day| &day.rows);
        rows.map(|row| row.owner.clone()).collect::<BTreeSet<String>>()
    });
    let choices = Signal::derive(move || {
        let mut choices = vec![choice(String::new(), speech.now(label::today::ANYBODY))];
        choices.extend(owners.get().into_iter().map(|owner| match owner.as_str() {
            "" => choice(NOBODY.to_owned(), speech.now(label::today::NOBODY)),
            named => choice(owner.clone(), named),
        }));
        choices
    });
    let chosen = Signal::derive(move || match desk.filter.get().owner {
        None => String::new(),
        Some(owner) if owner.is_empty() => NOBODY.to_owned(),
        Some(owner) => owner,
    });
    let on_choose = UnsyncCallback::new(move |(owner,): (String,)| set(desk, OWNER, &owner));
    view! { <Select label=speech.text(label::today::OWNER) choices chosen on_choose bare=true/> }
        .into_any()
}

fn tier_select(desk: Desk) -> AnyView {
    let speech = use_speech();
    let choices = Signal::derive(move || {
        let mut choices = vec![choice("", speech.now(label::today::ANY_TIER))];
        choices.extend(TIERS.into_iter().map(|(word, tier)| choice(word, format!("{tier:?}"))));
        choices
    });
    let chosen = Signal::derive(move || {
        let held = desk.filter.get().tier;
        TIERS.into_iter().find(|(_, tier)| Some(*tier) == held).map_or("", |(word, _)| word)
    });
    let on_choose = UnsyncCallback::new(move |(word,): (&'static str,)| set(desk, TIER, word));
    view! { <Select label=speech.text(label::today::TIER) choices chosen on_choose bare=true/> }
        .into_any()
}

fn channel_select(desk: Desk) -> AnyView {
    let speech = use_speech();
    let choices = Signal::derive(move || {
        let mut choices = vec![choice("", speech.now(label::today::ANY_CHANNEL))];
        let named = CHANNELS.into_iter();
        choices
            .extend(named.map(|(word, held)| choice(word, say::channel(held, speech.language()))));
        choices
    });
    let chosen = Signal::derive(move || {
        let held = desk.filter.get().channel;
        CHANNELS.into_iter().find(|(_, it)| Some(*it) == held).map_or("", |(word, _)| word)
    });
    let on_choose = UnsyncCallback::new(move |(word,): (&'static str,)| set(desk, CHANNEL, word));
    view! { <Select label=speech.text(label::today::CHANNEL) choices chosen on_choose bare=true/> }
        .into_any()
}
