//! The groups of the aging in words, and where their names lead.
//! Never makes a group: `view` does.

use huikuan::say;
use huikuan::view::aging::{Group, Grouping};

use crate::page::label::{self, Label};
use crate::page::part::table::cell::Cell;
use crate::page::route::{Route, Screen};
use crate::page::speech::Speech;

/// The groupings with their words in the address, in the order of the chips.
pub(super) const GROUPINGS: [(&str, Grouping, Label); 6] = [
    ("customer", Grouping::Customer, label::aging::CUSTOMER),
    ("owner", Grouping::Owner, label::aging::OWNER),
    ("region", Grouping::Region, label::aging::REGION),
    ("class", Grouping::Class, label::aging_view::CLASS),
    ("tier", Grouping::Tier, label::aging_view::TIER),
    ("contract", Grouping::Contract, label::aging_view::CONTRACT),
];

/// The word of a grouping, and its heading.
pub(super) fn named(grouping: Grouping) -> (&'static str, Label) {
    let found = GROUPINGS.into_iter().find(|(_, held, _)| *held == grouping);
    found.map_or(("customer", label::aging::CUSTOMER), |(word, _, label)| (word, label))
}

/// How many lines a total adds up.
pub(super) fn total_words(grouping: Grouping, count: usize, speech: Speech) -> String {
    let label = match grouping {
        Grouping::Customer => label::aging::TOTAL,
        Grouping::Owner
        | Grouping::Region
        | Grouping::Class
        | Grouping::Tier
        | Grouping::Contract => label::aging_view::TOTAL_GROUPS,
    };
    speech.fill(label, &[&count.to_string()])
}

/// What a group is called.
pub(super) fn words(group: &Group, name: &str, speech: Speech) -> String {
    let or = |label: Label| if name.is_empty() { speech.now(label) } else { name }.to_owned();
    match group {
        Group::Customer(_) => name.to_owned(),
        Group::Owner(_) => or(label::aging::NO_OWNER),
        Group::Region(_) => or(label::aging::NO_REGION),
        Group::Class(Some(class)) => say::class(*class, speech.language()).to_owned(),
        Group::Class(None) => speech.now(label::aging_view::NO_CLASS).to_owned(),
        Group::Tier(Some(tier)) => speech.fill(label::aging_view::TIER_OF, &[&format!("{tier:?}")]),
        Group::Tier(None) => speech.now(label::aging_view::NO_TIER).to_owned(),
        Group::Contract(_) => or(label::aging_view::NO_CONTRACT),
    }
}

/// The cell with the name of a group: a customer's, and a contract's, leads to the customer.
pub(super) fn cell(group: &Group, name: &str, route: &Route, speech: Speech) -> Cell {
    let cell = Cell::text(words(group, name, speech));
    let page = |key: &huikuan::id::Key| route.turn(Screen::Customer(key.to_string()));
    match group {
        Group::Customer(key) => cell.link(page(key).hash()),
        Group::Contract(Some((key, _))) => cell.link(page(key).with("tab", "details").hash()),
        Group::Owner(_)
        | Group::Region(_)
        | Group::Class(_)
        | Group::Tier(_)
        | Group::Contract(None) => cell,
    }
}
