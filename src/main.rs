//! Starts the page.
//! Never does anything else.

mod page;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(page::app::App);
}
