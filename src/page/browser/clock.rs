//! The laptop's clock, time zone and randomness, which the library never reads.
//! Never compares instants and never decides what a day means.

use huikuan::calendar::{Date, Instant, TimeOfDay};
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

/// An instant as the clock on the wall shows it, to the minute: `2026-03-05 17:30`.
pub(crate) fn local_text(instant: &Instant) -> String {
    let at = js_sys::Date::new(&instant.as_str().into());
    let (year, month, day) = (at.get_full_year(), at.get_month() + 1, at.get_date());
    let (hour, minute) = (at.get_hours(), at.get_minutes());
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
}

/// The time of day on the wall, to the minute.
pub(crate) fn time_of_day() -> Option<TimeOfDay> {
    let now = js_sys::Date::new_0();
    let part = |number: u32| u16::try_from(number).ok();
    TimeOfDay::new(part(now.get_hours())?, part(now.get_minutes())?)
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
