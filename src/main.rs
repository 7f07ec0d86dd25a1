//! Starts the page.
//! Never does anything else.

#![allow(unreachable_pub, reason = "components make their properties public")]
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
