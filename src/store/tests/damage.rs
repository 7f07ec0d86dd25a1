//! Flipped, truncated and replaced values.
//! Never lets one of them keep the rest from opening.

use rstest::rstest;

use super::*;
use crate::journal::{DamageKind, DamagePlace};

/// A book with entry keys and segments, and what each key holds.
fn stored() -> (MemoryStore, BTreeMap<String, BTreeSet<Stamp>>) {
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    tab.store.accept(&storage, &import(1, 1, 10)).unwrap();
    for seq in 12..=20 {
        tab.store.accept(&storage, &[small(1, seq)]).unwrap();
    }
    let keys = storage.keys().unwrap().into_iter();
    let holds = keys.map(|key| {
        let value = storage.get(&key).unwrap().unwrap();
        let entries = read::decode(&key, &value).unwrap();
        (key, stamps(&entries))
    });
    let holds: BTreeMap<_, _> = holds.collect();
    assert!(holds.keys().any(|key| key.contains("/segment/")));
    assert!(holds.keys().any(|key| key.contains("/entry/")));
    (storage, holds)
}

fn change(value: &str, at: usize, to: impl Fn(char) -> char) -> String {
    value.chars().enumerate().map(|(place, c)| if place == at { to(c) } else { c }).collect()
}

#[rstest]
#[case::flipped_at_the_start(|value: &str| change(value, 0, |c| char::from_u32(c as u32 ^ 1).unwrap()))]
#[case::flipped_in_the_middle(|value: &str| {
    change(value, value.chars().count() / 2, |c| char::from_u32(c as u32 ^ 2).unwrap())
})]
#[case::truncated(|value: &str| value.chars().take(value.chars().count() / 2).collect())]
#[case::emptied(|_: &str| String::new())]
#[case::replaced(|_: &str| "undefined".to_owned())]
#[case::nested(|_: &str| "[".repeat(10_000))]
fn every_damaged_value_is_named_and_the_rest_opens(#[case] damage: fn(&str) -> String) {
    let (storage, holds) = stored();
    let all: BTreeSet<Stamp> = holds.values().flatten().copied().collect();
    for (key, held) in &holds {
        let value = storage.get(key).unwrap().unwrap();
        storage.set(key, &damage(&value)).unwrap();
        let opened = Tab::open(2, &storage);
        let [found] = opened.store.damages() else { panic!("{key}: {:?}", opened.store.damages()) };
        assert_eq!(found.place, DamagePlace::Stored(key.as_str().into()));
        assert_eq!(found.kind, DamageKind::Unpackable);
        assert_eq!(*found.text, *damage(&value));
        assert_eq!(opened.stamps(), all.difference(held).copied().collect(), "{key}");
        assert_eq!(storage.get(key).unwrap().unwrap(), damage(&value), "it stays where it is");
        storage.set(key, &value).unwrap();
    }
}

#[test]
fn any_unit_of_an_entry_flipped_is_found() {
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    tab.store.accept(&storage, &[small(1, 1)]).unwrap();
    let key = storage.keys().unwrap().remove(0);
    let value = storage.get(&key).unwrap().unwrap();
    for at in 0..value.chars().count() {
        let flipped = change(&value, at, |c| char::from_u32(c as u32 ^ 1).unwrap());
        storage.set(&key, &flipped).unwrap();
        let opened = Tab::open(2, &storage);
        assert_eq!(opened.store.damages().len(), 1, "{flipped}");
        assert_eq!(opened.store.damages()[0].entry, Some(small(1, 1).id));
    }
}

#[test]
fn the_shadow_gives_back_what_storage_damaged_and_it_is_stored_under_other_keys() {
    let (storage, holds) = stored();
    let all: BTreeSet<Stamp> = holds.values().flatten().copied().collect();
    let mut shadow = Shadow::default();
    shadow.put(&mut Tab::open(1, &storage), &storage);
    for key in holds.keys() {
        storage.set(key, "?").unwrap();
    }
    let mut opened = shadow.open(2, &storage);
    assert_eq!(opened.stamps(), all);
    assert_eq!(opened.store.damages().len(), holds.len(), "still named");
    assert_eq!(opened.store.unsaved(), all.len());
    opened.store.retry(&storage).unwrap();
    let reopened = Tab::open(3, &storage);
    assert_eq!(reopened.stamps(), all);
    assert!(holds.keys().all(|key| storage.get(key).unwrap().as_deref() == Some("?")));
}

#[test]
fn a_missing_entry_shows_as_a_gap() {
    let (storage, _) = stored();
    storage.remove(&StoreKey::Entry(book(), small(1, 15).id).to_string()).unwrap();
    assert_eq!(Tab::open(2, &storage).journal.gaps(), [small(1, 15).id]);
}

#[test]
fn two_contents_under_one_id_are_both_kept() {
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    let mut other = small(1, 1);
    other = sample::entry(1, 1, 9, other.facts.to_vec());
    tab.store.accept(&storage, &[small(1, 1)]).unwrap();
    tab.store.accept(&storage, std::slice::from_ref(&other)).unwrap();
    let opened = Tab::open(2, &storage);
    assert_eq!(opened.stamps(), stamps(&[small(1, 1), other.clone()]));
    // A tab that has not seen the first does not write over it either.
    let storage = MemoryStore::default();
    Tab::new(1).store.accept(&storage, &[small(1, 1)]).unwrap();
    Tab::new(1).store.accept(&storage, std::slice::from_ref(&other)).unwrap();
    assert_eq!(Tab::open(2, &storage).stamps(), stamps(&[small(1, 1), other]));
}

#[test]
fn keys_of_others_are_left_alone() {
    let (storage, holds) = stored();
    for key in ["theme", "huikuan/preference", "huikuan/00000000/entry/70000000-1"] {
        storage.set(key, "not ours").unwrap();
    }
    let opened = Tab::open(2, &storage);
    assert_eq!(opened.store.damages(), []);
    assert_eq!(opened.stamps().len(), holds.values().flatten().count());
}
