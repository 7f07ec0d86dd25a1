//! A crash after any write, and a refusal of any write.
//! Never loses what was accepted.

use super::*;

/// A day's work: single entries, an import, two compactions. Notes what was accepted.
fn work(
    tab: &mut Tab,
    storage: &FaultStore,
    accepted: &mut BTreeSet<Stamp>,
    stop_at_fault: bool,
) -> Result<(), StoreFault> {
    ensure_ballast(storage).or_else(|fault| if stop_at_fault { Err(fault) } else { Ok(false) })?;
    let mut accept = |tab: &mut Tab, entries: &[Entry]| match tab.store.accept(storage, entries) {
        Ok(()) => {
            accepted.extend(stamps(entries));
            Ok(())
        }
        Err(AcceptError::Store(fault)) if stop_at_fault => Err(fault),
        Err(AcceptError::Store(_)) => {
            // Shown as not saved; the page tries again.
            accepted.extend(stamps(entries));
            Ok(())
        }
        Err(AcceptError::Unwritable(_)) => panic!(),
    };
    for seq in 1..=3 {
        accept(tab, &[small(1, seq)])?;
    }
    accept(tab, &import(1, 4, 10))?;
    accept(tab, &[small(1, 15)])?;
    let compact = |tab: &mut Tab| match tab.compact(storage) {
        Err(fault) if stop_at_fault => Err(fault),
        Ok(()) | Err(_) => Ok(()),
    };
    compact(tab)?;
    for seq in 16..=18 {
        accept(tab, &[small(1, seq)])?;
    }
    compact(tab)?;
    accept(tab, &[small(1, 19)])
}

fn writes_of_work() -> usize {
    let storage = FaultStore::default();
    let mut accepted = BTreeSet::new();
    work(&mut Tab::new(1), &storage, &mut accepted, true).unwrap();
    assert_eq!(accepted.len(), 19);
    assert_eq!(Tab::open(2, &storage).stamps(), accepted);
    let entry_keys = storage.keys().unwrap().iter().filter(|key| key.contains("/entry/")).count();
    assert_eq!(entry_keys, 1, "compaction left other entry keys");
    storage.writes()
}

#[test]
fn after_a_crash_at_any_write_everything_accepted_is_there() {
    let writes = writes_of_work();
    assert!(writes > 20, "{writes}");
    for crash in 0..writes {
        let storage = FaultStore::default();
        let mut accepted = BTreeSet::new();
        storage.power_off_after(crash);
        work(&mut Tab::new(1), &storage, &mut accepted, true).unwrap_err();
        storage.power_on();
        let mut opened = Tab::open(2, &storage);
        assert!(accepted.is_subset(&opened.stamps()), "crash at write {crash}");
        assert_eq!(opened.store.damages(), []);
        assert_eq!(opened.journal.gaps(), []);
        // What the crash left half done is done later, once a new entry comes.
        opened.store.accept(&storage, &[small(2, 1)]).unwrap();
        opened.compact(&storage).unwrap();
        accepted.insert(Stamp::of(&small(2, 1)));
        assert!(accepted.is_subset(&Tab::open(3, &storage).stamps()), "crash at write {crash}");
        let left = storage.keys().unwrap().iter().filter(|key| key.contains("/entry/")).count();
        assert!(left <= 1, "crash at write {crash} leaves {left} entry keys");
    }
}

#[test]
fn a_write_refused_at_any_point_loses_nothing() {
    for refused in 0..writes_of_work() {
        let storage = FaultStore::default();
        let mut accepted = BTreeSet::new();
        storage.refuse_after(refused);
        let mut tab = Tab::new(1);
        work(&mut tab, &storage, &mut accepted, false).unwrap();
        tab.store.retry(&storage).unwrap();
        assert_eq!(tab.store.unsaved(), 0);
        assert_eq!(Tab::open(2, &storage).stamps(), accepted, "refused write {refused}");
    }
}

#[test]
fn what_is_not_saved_is_counted_kept_and_shadowed_until_it_is() {
    let storage = FaultStore::default();
    let mut tab = Tab::new(1);
    storage.refuse_after(0);
    assert!(tab.store.accept(&storage, &[small(1, 1)]).is_err());
    assert_eq!(tab.store.unsaved(), 1);
    let mut shadow = Shadow::default();
    shadow.put(&mut tab, &storage);
    assert!(tab.store.is_safe(small(1, 1).id));
    assert_eq!(shadow.open(2, &storage).stamps(), stamps(&[small(1, 1)]));
    tab.store.accept(&storage, &[small(1, 2)]).unwrap();
    assert_eq!(tab.store.unsaved(), 0);
    assert_eq!(Tab::open(3, &storage).stamps(), stamps(&[small(1, 1), small(1, 2)]));
}

#[test]
fn an_import_cut_by_a_crash_does_not_count() {
    let entries = import(1, 1, 10);
    for crash in 0..3 {
        let storage = FaultStore::default();
        storage.power_off_after(crash);
        let mut tab = Tab::new(1);
        let written = tab.store.accept(&storage, &entries);
        storage.power_on();
        let opened = Tab::open(2, &storage);
        let closed = opened.journal.get(entries.last().unwrap().id).is_some();
        assert_eq!(closed, written.is_ok());
        if closed {
            assert_eq!(opened.stamps(), stamps(&entries));
        }
    }
}
