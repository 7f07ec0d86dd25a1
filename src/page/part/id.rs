//! Names for elements, unique within the page, so that labels and fields find each other.
//! Never stable across loads: nothing may store one.

use std::sync::atomic::{AtomicU32, Ordering};

static LAST: AtomicU32 = AtomicU32::new(0);

/// A new element id such as `field-12`.
pub(crate) fn next(kind: &str) -> String {
    format!("{kind}-{}", LAST.fetch_add(1, Ordering::Relaxed))
}
