//! Closures of a view under a few shared types. Leptos compiles its machinery once for every type
//! of closure, about a kilobyte each, and a page has hundreds; boxed here they share one.
//! Never changes what a closure does.

use leptos::oco::Oco;
use leptos::prelude::AnyView;
use leptos::text_prop::TextProp;

/// A value that follows the signals it reads, as an attribute, a class or a child. Keep to a few
/// types of values: `bool`, `Option<&'static str>`, `String`, `AnyView` and those named below.
pub(crate) type Live<T> = Box<dyn FnMut() -> T + Send>;

/// A value that follows its signals.
pub(crate) fn live<T>(value: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(value)
}

/// A child that follows its signals.
pub(crate) fn shown(view: impl FnMut() -> AnyView + Send + 'static) -> Live<AnyView> {
    Box::new(view)
}

/// A child that is there or not.
pub(crate) fn maybe(
    view: impl FnMut() -> Option<AnyView> + Send + 'static,
) -> Live<Option<AnyView>> {
    Box::new(view)
}

/// Children in order, all made anew on a change.
pub(crate) fn each(view: impl FnMut() -> Vec<AnyView> + Send + 'static) -> Live<Vec<AnyView>> {
    Box::new(view)
}

/// A text as a child; as an attribute it is used as it is.
pub(crate) fn words(text: TextProp) -> Live<Oco<'static, str>> {
    Box::new(move || text.get())
}

/// A text as an attribute that may be missing.
pub(crate) fn optional(text: Option<TextProp>) -> Live<Option<Oco<'static, str>>> {
    Box::new(move || text.as_ref().map(TextProp::get))
}

/// What happens on an event.
pub(crate) fn act<E>(act: impl FnMut(E) + Send + 'static) -> Box<dyn FnMut(E) + Send> {
    Box::new(act)
}
