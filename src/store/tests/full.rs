//! A store that is full, and what makes room again.
//! Never deletes anything of a person's to make room.

use super::*;

#[test]
fn a_full_store_frees_its_ballast_compacts_and_goes_on() {
    let storage = FaultStore::default();
    assert!(ensure_ballast(&storage).unwrap());
    let mut tab = Tab::new(1);
    for seq in 1..=150 {
        tab.store.accept(&storage, &[small(1, seq)]).unwrap();
    }
    let full = Room::measure(&storage).unwrap().units;
    storage.set_quota(Some(full));
    assert_eq!(
        tab.store.accept(&storage, &[small(1, 151)]),
        Err(AcceptError::Store(StoreFault::Full))
    );
    assert_eq!(tab.store.unsaved(), 1);
    tab.compact(&storage).unwrap();
    assert!(Room::measure(&storage).unwrap().units < full / 2);
    assert_eq!(storage.get(&StoreKey::Ballast.to_string()).unwrap(), None);
    tab.store.retry(&storage).unwrap();
    assert_eq!(tab.store.unsaved(), 0);
    assert!(ensure_ballast(&storage).unwrap(), "compaction made room for it again");
    let all: Vec<Entry> = (1..=151).map(|seq| small(1, seq)).collect();
    assert_eq!(Tab::open(2, &storage).stamps(), stamps(&all));
}

#[test]
fn without_room_for_a_single_segment_nothing_is_lost_and_nothing_is_deleted() {
    let storage = FaultStore::default();
    let mut tab = Tab::new(1);
    for seq in 1..=20 {
        tab.store.accept(&storage, &[small(1, seq)]).unwrap();
    }
    let before = storage.keys().unwrap();
    storage.set_quota(Some(Room::measure(&storage).unwrap().units));
    assert_eq!(tab.compact(&storage), Err(StoreFault::Full));
    assert_eq!(storage.keys().unwrap(), before);
}

#[test]
fn an_import_into_a_full_store_is_kept_whole_until_there_is_room() {
    let storage = FaultStore::default();
    let entries = import_of(1, 1, 60, 200);
    let sized = records(book(), &entries).unwrap();
    assert!(sized.len() >= 3, "{}", sized.len());
    let mut room = Room::default();
    room.add(&sized[0].key, &sized[0].value);
    storage.set_quota(Some(room.units + 100));
    let mut tab = Tab::new(1);
    assert!(tab.store.accept(&storage, &entries).is_err());
    assert!(tab.store.unsaved() > 0);
    assert!(Tab::open(2, &storage).journal.get(entries[60].id).is_none(), "not closed");
    storage.set_quota(None);
    tab.store.retry(&storage).unwrap();
    assert_eq!(Tab::open(3, &storage).stamps(), stamps(&entries));
}

#[test]
fn compaction_waits_until_it_is_worth_it_and_leaves_large_segments_alone() {
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    for seq in 1..=199 {
        tab.store.accept(&storage, &[small(1, seq)]).unwrap();
    }
    assert_eq!(tab.store.compaction(&storage, false).unwrap(), None);
    tab.store.accept(&storage, &[small(1, 200)]).unwrap();
    let compaction = tab.store.compaction(&storage, false).unwrap().unwrap();
    assert_eq!(compaction.sources.len(), 200);
    let large = StoreKey::Segment(book(), crate::journal::Digest(7)).to_string();
    let units = 9 * 1024;
    let content = book::Content::Entries([Stamp::of(&small(3, 1))].into());
    let held = book::Held { stored: true, content, ..book::Held::new(units) };
    tab.store.held.insert(large.clone(), held);
    storage.set(&large, "never read").unwrap();
    let compaction = tab.store.compaction(&storage, true).unwrap().unwrap();
    assert!(compaction.sources.iter().all(|source| source.key != large));
}
