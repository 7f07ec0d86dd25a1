//! Files a person chooses, drops or takes away.
//! Never keeps a file's bytes and never claims that a download reached the disk.

use js_sys::{Array, Uint8Array};
use leptos::ev;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::local_storage::words;

/// A file that a person chose or dropped; its bytes are still with the browser.
#[derive(Clone, Debug)]
pub(crate) struct ChosenFile(File);

/// Why a file could not be read or handed over, in the browser's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileFault(pub(crate) String);

impl ChosenFile {
    /// The name without a folder.
    pub(crate) fn name(&self) -> String {
        self.0.name()
    }

    /// Length in bytes.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a file's length is a whole number below 2^53"
    )]
    pub(crate) fn size_bytes(&self) -> u64 {
        self.0.size() as u64
    }

    /// The browser's own handle, which a message to the worker carries without copying.
    pub(super) fn handle(&self) -> &File {
        &self.0
    }
}

/// The files of a drop, in their order; empty when something else was dropped.
pub(crate) fn dropped(event: &ev::DragEvent) -> Vec<ChosenFile> {
    event.data_transfer().and_then(|data| data.files()).map_or_else(Vec::new, |list| listed(&list))
}

/// Whether a drag carries files, so that dragged text is left alone.
pub(crate) fn carries_files(event: &ev::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0))
}

/// The files chosen in a file input, which is emptied so that the same file can be chosen again.
pub(crate) fn chosen(event: &ev::Event) -> Vec<ChosenFile> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = input.files().map_or_else(Vec::new, |list| listed(&list));
    input.set_value("");
    files
}

fn listed(list: &FileList) -> Vec<ChosenFile> {
    (0..list.length()).filter_map(|place| list.get(place)).map(ChosenFile).collect()
}

/// Offers `bytes` as a download called `name`. The browser never says whether it was kept.
pub(crate) fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), FileFault> {
    offer(name, media_type, bytes).map_err(|thrown| FileFault(words(&thrown)))
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken hold of the blob by the time a minute has passed.
    leptos::prelude::set_timeout(
        move || drop(Url::revoke_object_url(&url)),
        std::time::Duration::from_secs(60),
    );
    Ok(())
}
