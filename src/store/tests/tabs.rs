//! Several tabs on one book, step by step in any order.
//! Never loses what any of them accepted.

use proptest::prelude::*;

use super::*;
use crate::calendar::Instant;

/// What one tab does next.
#[derive(Clone, Copy, Debug)]
enum Act {
    Accept,
    AcceptImport,
    Read,
    BeginCompaction,
    SettleStep,
}

fn act() -> impl Strategy<Value = (usize, Act)> {
    let act = prop_oneof![
        4 => Just(Act::Accept),
        1 => Just(Act::AcceptImport),
        2 => Just(Act::Read),
        2 => Just(Act::BeginCompaction),
        6 => Just(Act::SettleStep),
    ];
    (0_usize..3, act)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn tabs_that_interleave_and_compact_lose_nothing(
        acts in prop::collection::vec(act(), 1..80),
    ) {
        let storage = MemoryStore::default();
        let mut tabs: Vec<(Tab, u32, Option<Settling>)> =
            (0..3).map(|tab| (Tab::new(tab), 1, None)).collect();
        let mut accepted = BTreeSet::new();
        for (at, act) in acts {
            let (tab, seq, settling) = &mut tabs[at];
            match act {
                Act::Accept | Act::AcceptImport => {
                    let entries = match act {
                        Act::AcceptImport => import(at as u64, *seq, 9),
                        _ => vec![small(at as u64, *seq)],
                    };
                    *seq += entries.len() as u32;
                    tab.store.accept(&storage, &entries).unwrap();
                    accepted.extend(stamps(&entries));
                }
                Act::Read => tab.read(&storage).unwrap(),
                Act::BeginCompaction => {
                    if let Some(compaction) = tab.store.compaction(&storage, true).unwrap() {
                        let segments = compact(&compaction).unwrap();
                        *settling = Some(Settling::new(&compaction, segments));
                    }
                }
                Act::SettleStep => {
                    if let Some(settling) = settling {
                        settling.step(&mut tab.store, &storage).unwrap();
                    }
                }
            }
            prop_assert_eq!(&Tab::open(9, &storage).stamps(), &accepted);
        }
    }
}

#[test]
fn a_tab_hears_what_another_accepts_and_reads_only_that() {
    let storage = MemoryStore::default();
    let (mut one, mut other) = (Tab::new(1), Tab::new(2));
    one.store.accept(&storage, &[small(1, 1)]).unwrap();
    other.read(&storage).unwrap();
    one.store.accept(&storage, &[small(1, 2)]).unwrap();
    let key = StoreKey::Entry(book(), small(1, 2).id).to_string();
    assert!(other.store.hear(Some(&key), true));
    let heard = other.store.step(&storage).unwrap().unwrap();
    assert_eq!(stamps(&heard), stamps(&[small(1, 2)]));
    assert_eq!(other.store.step(&storage).unwrap(), None);
    assert_eq!(other.store.look(&storage).unwrap(), 0);
}

#[test]
fn two_compactions_leave_duplicates_that_the_union_removes() {
    let storage = MemoryStore::default();
    let mut one = Tab::new(1);
    for seq in 1..=10 {
        one.store.accept(&storage, &[small(1, seq)]).unwrap();
    }
    let mut other = Tab::open(2, &storage);
    other.store.accept(&storage, &[small(2, 1)]).unwrap();
    let begin = |tab: &Tab| {
        let compaction = tab.store.compaction(&storage, true).unwrap().unwrap();
        Settling::new(&compaction, compact(&compaction).unwrap())
    };
    let (mut settling_one, mut settling_other) = (begin(&one), begin(&other));
    let mut going = true;
    while going {
        going = settling_one.step(&mut one.store, &storage).unwrap();
        going |= settling_other.step(&mut other.store, &storage).unwrap();
    }
    let keys = storage.keys().unwrap();
    assert_eq!(keys.iter().filter(|key| key.contains("/segment/")).count(), 2);
    assert_eq!(keys.iter().filter(|key| key.contains("/entry/")).count(), 0);
    let mut opened = Tab::open(3, &storage);
    assert_eq!(opened.journal.entries().len(), 11);
    opened.compact(&storage).unwrap();
    assert!(storage.keys().unwrap().len() <= 2);
    assert_eq!(Tab::open(4, &storage).journal.entries().len(), 11);
}

#[test]
fn storage_cleared_by_another_is_filled_again_from_the_journal() {
    let storage = MemoryStore::default();
    Tab::new(1).store.accept(&storage, &import(1, 1, 9)).unwrap();
    let mut tab = Tab::open(2, &storage);
    for key in storage.keys().unwrap() {
        storage.remove(&key).unwrap();
    }
    tab.store.hear(None, false);
    let entries: Vec<Entry> =
        tab.store.missing(tab.journal.all_in_order()).into_iter().cloned().collect();
    assert_eq!(entries.len(), 10);
    tab.store.accept(&storage, &entries).unwrap();
    assert_eq!(Tab::open(3, &storage).stamps(), tab.stamps());
}

#[test]
fn a_deleted_book_takes_nothing_more_until_it_is_revived() {
    let at: Instant = "2026-05-01T10:00:00Z".parse().unwrap();
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    for seq in 1..=70 {
        tab.store.accept(&storage, &[small(1, seq)]).unwrap();
    }
    let mut other = Tab::open(2, &storage);
    let mut deletion = Deletion::begin(&storage, book(), &at).unwrap();
    let refused = other.store.accept(&storage, &[small(2, 1)]);
    assert_eq!(refused, Err(AcceptError::Store(StoreFault::Gone)));
    assert!(other.store.is_gone());
    while deletion.step(&storage).unwrap() {}
    assert_eq!(books(&storage).unwrap(), [BookListing { book: book(), gone: true, values: 0 }]);
    assert_eq!(storage.keys().unwrap(), [StoreKey::Gone(book()).to_string()]);
    revive(&storage, book()).unwrap();
    other.store.hear(Some(&StoreKey::Gone(book()).to_string()), false);
    other.store.retry(&storage).unwrap();
    assert_eq!(Tab::open(3, &storage).stamps(), stamps(&[small(2, 1)]));
}

#[test]
fn a_compaction_under_way_stops_when_the_book_is_deleted() {
    let at: Instant = "2026-05-01T10:00:00Z".parse().unwrap();
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    for seq in 1..=5 {
        tab.store.accept(&storage, &[small(1, seq)]).unwrap();
    }
    let compaction = tab.store.compaction(&storage, true).unwrap().unwrap();
    let mut settling = Settling::new(&compaction, compact(&compaction).unwrap());
    let mut deletion = Deletion::begin(&storage, book(), &at).unwrap();
    while deletion.step(&storage).unwrap() {}
    assert!(!settling.step(&mut tab.store, &storage).unwrap());
    assert_eq!(storage.keys().unwrap().len(), 1, "only the mark is left");
}

#[test]
fn books_are_listed_from_their_keys() {
    let storage = MemoryStore::default();
    assert_eq!(books(&storage).unwrap(), []);
    Tab::new(1).store.accept(&storage, &import(1, 1, 2)).unwrap();
    ensure_ballast(&storage).unwrap();
    storage.set("huikuan/theme", "dark").unwrap();
    let listed = books(&storage).unwrap();
    assert_eq!(listed, [BookListing { book: book(), gone: false, values: 3 }]);
    assert_eq!(raw(&storage, book()).unwrap().len(), 3);
}
