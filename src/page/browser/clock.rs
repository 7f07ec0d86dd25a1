//! The laptop's clock, time zone and randomness, which the library never reads.
//! Never compares instants and never decides what a day means.

use huikuan::calendar::{Date, Instant};
use huikuan::id::Letters;
use leptos::prelude::window;

/// Today in the laptop's time zone; `None` when its clock is outside the years 1900–2999.
pub(crate) fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok()?;
    Date::new(year, now.get_month() + 1, now.get_date())
}

/// Now, in UTC; `None` when the clock is outside the years 1900–2999.
pub(crate) fn now() -> Option<Instant> {
    String::from(js_sys::Date::new_0().to_iso_string()).parse().ok()
}

/// Milliseconds since 1970 by the laptop's clock.
pub(crate) fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Milliseconds since the page started, which never run backwards: for measuring.
pub(crate) fn elapsed_ms() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// Eight letters drawn by the browser's cryptographic generator; `None` where it has none.
pub(crate) fn random_letters() -> Option<Letters> {
    let mut bytes = [0_u8; 8];
    let crypto = window().crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(Letters::from_bits(u64::from_le_bytes(bytes)))
}
