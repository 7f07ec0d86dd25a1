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
    page::panic::listen();
    leptos::mount::mount_to_body(page::app::App);
}
