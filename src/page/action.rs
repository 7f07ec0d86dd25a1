//! What a person can do by name or by key: one registry that the palette, the keys and the list of
//! keys read. A screen offers its own while it is shown.
//! Never fires a key while something is typed, composed or asked in a dialog.

use leptos::ev;
use leptos::prelude::*;

use crate::page::browser::{element, event, preference};
use crate::page::label::Label;

/// A key that calls an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// As the browser names it, in lower case.
    name: &'static str,
    /// With Ctrl, or Command on a Mac.
    command: bool,
    shift: bool,
    /// Heard in fields too.
    in_fields: bool,
}

impl Key {
    /// A key by itself, which is text while something is typed.
    pub(crate) const fn alone(name: &'static str) -> Self {
        Self { name, command: false, shift: false, in_fields: false }
    }

    /// A key with Ctrl or Command.
    pub(crate) const fn command(name: &'static str) -> Self {
        Self { command: true, ..Self::alone(name) }
    }

    /// The same with Shift.
    pub(crate) const fn shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// The same key, heard in fields too.
    pub(crate) const fn in_fields(self) -> Self {
        Self { in_fields: true, ..self }
    }

    /// As a person reads it: `Ctrl K`, `Ctrl Enter`, on a Mac `⌘ K`.
    pub(crate) fn shown(self) -> String {
        let command = match (self.command, preference::is_mac()) {
            (false, _) => "",
            (true, true) => "⌘ ",
            (true, false) => "Ctrl ",
        };
        let shift = if self.shift { "Shift " } else { "" };
        let mut letters = self.name.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{command}{shift}{first}{}", letters.as_str())
    }

    fn is(self, pressed: &ev::KeyboardEvent) -> bool {
        // A mark such as `?` needs Shift on one keyboard and none on another.
        let shift = !self.command || pressed.shift_key() == self.shift;
        pressed.key().to_lowercase() == self.name
            && event::has_command(pressed) == self.command
            && shift
    }
}

/// Something a person can do.
#[derive(Clone, Copy)]
pub(crate) struct Action {
    pub label: Label,
    pub key: Option<Key>,
    pub run: UnsyncCallback<()>,
    /// Another key for what is listed already.
    is_alias: bool,
}

/// What somebody wants to record on a screen that need not be shown yet; it takes the wish then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    Invoice,
    Receipt,
    Customer,
}

/// All actions of the present screen, as a context; copies are the same registry.
#[derive(Clone, Copy)]
pub(crate) struct Actions {
    held: RwSignal<Vec<(u32, Action)>>,
    last: StoredValue<u32>,
    wish: RwSignal<Option<Wish>>,
}

impl Actions {
    /// Provides an empty registry and listens to the keys from now on.
    pub(crate) fn provide() -> Self {
        let actions = Self {
            held: RwSignal::new(Vec::new()),
            last: StoredValue::new(0),
            wish: RwSignal::new(None),
        };
        provide_context(actions);
        let _listening = window_event_listener(ev::keydown, move |key| actions.pressed(&key));
        actions
    }

    /// Offers an action for as long as the present owner lives.
    pub(crate) fn offer(self, label: Label, key: Option<Key>, run: impl Fn() + 'static) {
        let run = UnsyncCallback::new(move |()| run());
        self.hold(Action { label, key, run, is_alias: false });
    }

    /// Offers another key for an action, which the lists do not show.
    pub(crate) fn offer_key(self, label: Label, key: Key, run: impl Fn() + 'static) {
        let run = UnsyncCallback::new(move |()| run());
        self.hold(Action { label, key: Some(key), run, is_alias: true });
    }

    fn hold(self, action: Action) {
        let id = self.last.get_value() + 1;
        self.last.set_value(id);
        self.held.update(|held| held.push((id, action)));
        on_cleanup(move || {
            // At the end of the page the registry may be gone before its actions.
            let _ended = self.held.try_update(|held| held.retain(|(held, _)| *held != id));
        });
    }

    /// All actions, those of the present screen last.
    pub(crate) fn all(self) -> Vec<Action> {
        let all = |held: &Vec<(u32, Action)>| {
            let listed = held.iter().map(|(_, action)| *action).filter(|action| !action.is_alias);
            listed.collect()
        };
        self.held.with(all)
    }

    /// Leaves a wish for the screen that fulfils it.
    pub(crate) fn wish(self, wish: Wish) {
        self.wish.set(Some(wish));
    }

    /// Fulfils a wish, left before or while the present owner lives.
    pub(crate) fn fulfil(self, wish: Wish, run: impl Fn() + 'static) {
        Effect::new(move |_| {
            if self.wish.get() == Some(wish) {
                self.wish.set(None);
                untrack(&run);
            }
        });
    }

    fn pressed(self, key: &ev::KeyboardEvent) {
        if key.default_prevented() || key.alt_key() || event::is_composing(key) {
            return;
        }
        let in_field = event::takes_text(key);
        let asked = self.held.with_untracked(|held| {
            let is_asked = |wanted: Key| wanted.is(key) && (wanted.in_fields || !in_field);
            // What a screen offers goes before what is always there.
            held.iter().rev().map(|(_, action)| *action).find(|a| a.key.is_some_and(is_asked))
        });
        if let Some(action) = asked.filter(|_| !element::is_dialog_open()) {
            key.prevent_default();
            action.run.run(());
        }
    }
}

/// The registry of the page.
pub(crate) fn use_actions() -> Actions {
    expect_context::<Actions>()
}
