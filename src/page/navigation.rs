//! The present route as a signal, and going elsewhere.
//! Never parses an address; `route` does.

use leptos::prelude::*;

use crate::page::browser::history;
use crate::page::route::Route;

/// The route as a context. Every change of the address arrives here, the back button's too.
#[derive(Clone, Copy)]
pub(crate) struct Navigation(RwSignal<Route>);

impl Navigation {
    /// Reads the address and listens to it from now on.
    pub(crate) fn provide() -> Self {
        let route = RwSignal::new(Route::parse(&history::hash()));
        history::on_change(move |hash| {
            let next = Route::parse(&hash);
            if route.with_untracked(|now| *now != next) {
                route.set(next);
            }
        });
        let navigation = Self(route);
        provide_context(navigation);
        navigation
    }

    /// The present route; whoever asks is run again when it changes.
    pub(crate) fn route(self) -> Route {
        self.0.get()
    }

    /// The same without being run again: for handlers.
    pub(crate) fn route_untracked(self) -> Route {
        self.0.get_untracked()
    }

    /// One aspect of the present route, which changes only when that aspect does.
    pub(crate) fn aspect<T>(self, aspect: impl Fn(&Route) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.0.with(&aspect))
    }

    /// Goes to a route as a new step of the history.
    pub(crate) fn go(self, to: &Route) {
        self.0.set(to.clone());
        history::go(&to.hash());
    }

    /// Goes one step of the history back; the address is heard of when the browser is there.
    pub(crate) fn back(self) {
        history::back();
    }

    /// Puts a route in place of the present step: for settings that are no step of their own.
    pub(crate) fn replace(self, with: &Route) {
        self.0.set(with.clone());
        history::replace(&with.hash());
    }

    /// Changes the present route by `change`, in place of the present step.
    pub(crate) fn change(self, change: impl FnOnce(&Route) -> Route) {
        let changed = self.0.with_untracked(change);
        self.replace(&changed);
    }
}

/// The navigation of the page.
pub(crate) fn use_navigation() -> Navigation {
    use_context::<Navigation>().unwrap_or_else(|| Navigation(RwSignal::new(Route::parse(""))))
}
