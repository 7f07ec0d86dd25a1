//! Starts the page.
//! Never does anything else.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "components make their properties public; some parts wait for the screens to come"
)]
#![allow(
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "the set-up function of a screen is one list of signals and one view"
)]

mod page;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(page::app::App);
}
