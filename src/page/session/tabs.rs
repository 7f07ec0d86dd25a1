//! Staying in step with other tabs of the same browser.
//! Never writes: what another tab stored is only taken in.

use leptos::ev;
use leptos::prelude::*;

use super::Session;
use super::opening::Opening;
use super::storage::book_of;
use crate::page::browser::local_storage;

impl Session {
    /// Listens to other tabs from now on, before anything is read.
    pub(super) fn listen_to_tabs(self) {
        local_storage::on_change(move |change| {
            let Some(key) = change.key else { return };
            if book_of(&key).is_none() {
                return;
            }
            if let Some(value) = change.value
                && self.is_open()
                && let Some(Ok(entry)) = self.storage().understand(&key, &value)
            {
                self.take_in(vec![entry]);
            }
            self.list_books();
        });
        // A tab that slept may have missed events.
        let _listening = window_event_listener(ev::focus, move |_| self.look_again());
    }

    /// Takes in whatever is in storage and not in this page.
    fn look_again(self) {
        if !self.is_open() {
            return;
        }
        let storage = self.storage();
        let Ok(keys) = storage.unread_keys() else { return };
        let read = keys.iter().filter_map(|key| storage.read(key));
        let (entries, damages): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
        self.take_in(entries.into_iter().filter_map(Result::ok).collect());
        let damages: Vec<_> = damages.into_iter().filter_map(Result::err).collect();
        if !damages.is_empty() {
            self.damages.update(|known| known.extend(damages));
        }
        self.list_books();
    }

    fn is_open(self) -> bool {
        self.opening.with_untracked(|opening| *opening == Opening::Open)
    }
}
