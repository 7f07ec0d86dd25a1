//! The IndexedDB shadow as the page uses it.
//! Never a real one: a map stands for what is on disk.

use super::*;

#[test]
fn a_browser_killed_before_its_storage_reached_the_disk_loses_nothing_that_was_safe() {
    for lost in 0..16 {
        let storage = FaultStore::default();
        let mut tab = Tab::new(1);
        let mut shadow = Shadow::default();
        for seq in 1..=3 {
            tab.store.accept(&storage, &[small(1, seq)]).unwrap();
            shadow.put(&mut tab, &storage);
        }
        tab.store.accept(&storage, &import(1, 4, 9)).unwrap();
        shadow.put(&mut tab, &storage);
        tab.compact(&storage).unwrap();
        tab.store.accept(&storage, &[small(1, 14)]).unwrap();
        shadow.put(&mut tab, &storage);
        assert_eq!(tab.store.unshadowed(), 0);
        let all: BTreeSet<Stamp> = (Tab::open(5, &storage)).stamps();
        assert_eq!(all.len(), 14);

        storage.lose_last(lost);
        let mut opened = shadow.open(2, &storage);
        assert_eq!(opened.stamps(), all, "{lost} writes lost");
        assert_eq!(opened.store.damages(), []);
        opened.store.retry(&storage).unwrap();
        assert_eq!(Tab::open(3, &storage).stamps(), all, "{lost} writes lost");
    }
}

#[test]
fn what_others_wrote_goes_into_the_shadow_before_its_own() {
    let storage = MemoryStore::default();
    Tab::new(9).store.accept(&storage, &[small(9, 1)]).unwrap();
    let mut tab = Tab::open(1, &storage);
    tab.store.accept(&storage, &[small(1, 1)]).unwrap();
    let records = tab.store.to_shadow(&storage, 1).unwrap();
    let keys: Vec<&str> = records.iter().map(|record| record.key.as_str()).collect();
    assert_eq!(keys, [StoreKey::Entry(book(), small(9, 1).id).to_string()]);
    assert!(!tab.store.is_safe(small(9, 1).id));
    tab.store.shadowed(keys);
    assert!(tab.store.is_safe(small(9, 1).id));
    assert!(!tab.store.is_safe(small(1, 1).id));
}

#[test]
fn compacted_entries_leave_the_shadow_once_their_segment_is_in_it() {
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    let mut shadow = Shadow::default();
    for seq in 1..=5 {
        tab.store.accept(&storage, &[small(1, seq)]).unwrap();
    }
    shadow.put(&mut tab, &storage);
    let old: Vec<String> = shadow.0.keys().cloned().collect();
    let prunable = |tab: &Tab| tab.store.prunable(old.iter().map(String::as_str)).len();
    assert_eq!(prunable(&tab), 0, "storage still has them");
    tab.compact(&storage).unwrap();
    assert_eq!(prunable(&tab), 0, "the segment is not in the shadow yet");
    shadow.put(&mut tab, &storage);
    assert_eq!(prunable(&tab), 5);
    assert_eq!(prunable(&shadow.open(2, &storage)), 5, "at the next opening too");
}

#[test]
fn a_deleted_book_is_not_brought_back_by_its_shadow() {
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    let mut shadow = Shadow::default();
    tab.store.accept(&storage, &[small(1, 1)]).unwrap();
    shadow.put(&mut tab, &storage);
    let at = "2026-05-01T10:00:00Z".parse().unwrap();
    let mut deletion = Deletion::begin(&storage, book(), &at).unwrap();
    while deletion.step(&storage).unwrap() {}
    let opened = shadow.open(2, &storage);
    assert!(opened.store.is_gone());
    assert_eq!(opened.store.unsaved(), 0);
}

#[test]
fn an_emptied_storage_is_safe_again_when_its_entries_stand_in_other_values() {
    let storage = MemoryStore::default();
    let mut tab = Tab::new(1);
    let mut entries = import(1, 1, 9);
    tab.store.accept(&storage, &entries).unwrap();
    Shadow::default().put(&mut tab, &storage);
    for key in storage.keys().unwrap() {
        storage.remove(&key).unwrap();
    }
    tab.store.look(&storage).unwrap();
    tab.store.forget_shadow();
    let last = entries.last().unwrap().id.seq;
    entries.push(small(1, last + 1));
    let missing: Vec<Entry> = tab.store.missing(&entries).into_iter().cloned().collect();
    assert_eq!(missing.len(), entries.len());
    tab.store.accept(&storage, &missing).unwrap();
    assert_ne!(tab.store.unshadowed(), 0);
    Shadow::default().put(&mut tab, &storage);
    assert_eq!(tab.store.unshadowed(), 0);
}
