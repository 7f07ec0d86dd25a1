//! Staying in step with other tabs of the same browser.
//! Never merges by itself: what is found is read and taken in like everything stored.

use std::time::Duration;

use huikuan::id::WorkbookId;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Session;
use super::opening::Opening;
use super::storage::book_of;
use crate::page::browser::local_storage;
use crate::page::browser::task::Slices;

/// How long after opening the storage is tidied up: the person's first look comes before that.
const TIDY_AFTER: Duration = Duration::from_secs(8);

impl Session {
    /// Listens to other tabs from now on, before anything is read.
    pub(super) fn listen_to_tabs(self) {
        local_storage::on_change(move |change| {
            if change.key.as_ref().is_some_and(|key| book_of(key).is_none()) {
                return;
            }
            let storage = self.storage();
            let is_waiting = storage.hear(change.key.as_deref(), change.value.is_some());
            if change.key.is_none() && self.is_open() {
                self.store_all_again();
            }
            if is_waiting && self.is_open() {
                self.read_waiting();
            }
            if storage.is_gone() && self.is_open() {
                storage.retry();
            }
            self.list_books();
        });
        // A tab that slept may have missed events.
        let _listening = window_event_listener(ev::focus, move |_| self.look_again());
    }

    /// Takes in whatever is in storage and not in this page, and tries again what was refused.
    pub(super) fn look_again(self) {
        if !self.is_open() {
            return;
        }
        let storage = self.storage();
        if storage.is_cleared() {
            self.store_all_again();
        }
        // A fault of storage shows with the next write; here there is nothing to lose.
        if storage.look().is_ok_and(|waiting| waiting > 0) {
            self.read_waiting();
        }
        storage.retry();
        storage.shadow_soon();
        self.list_books();
    }

    /// Writes everything that this page holds into a storage that somebody emptied.
    pub(super) fn store_all_again(self) {
        let storage = self.storage();
        // A fault of storage shows with the write.
        if storage.look().is_ok_and(|waiting| waiting > 0) {
            self.read_waiting();
        }
        self.read_untracked(|workbook| storage.store_again(workbook.journal().all_in_order()));
    }

    /// Reads what waits, in slices.
    pub(super) fn read_waiting(self) {
        let (storage, slices) = (self.storage(), Slices::begin());
        let turn = storage.turn();
        spawn_local(async move {
            while storage.is_turn(turn)
                && let Ok(Some(entries)) = storage.step()
            {
                self.take_in(entries);
                slices.pause_when_long().await;
            }
            if storage.is_turn(turn) {
                self.damages.set(storage.damages());
                storage.retry();
                storage.shadow_soon();
            }
        });
    }

    /// What an opened workbook's storage needs from time to time, once the person has looked.
    pub(super) fn after_opening(self, book: WorkbookId, turn: u32) {
        let storage = self.storage();
        set_timeout(
            move || {
                spawn_local(async move {
                    if storage.is_turn(turn) {
                        storage.tidy(book, turn).await;
                    }
                    // The shadow says itself on screen when it fails.
                    drop(storage.prune_shadow(book, turn).await);
                    self.measure().await;
                });
            },
            TIDY_AFTER,
        );
    }

    fn is_open(self) -> bool {
        self.opening.with_untracked(|opening| *opening == Opening::Open)
    }
}
