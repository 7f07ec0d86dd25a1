//! A file outside the browser follows the workbook, also after the page was loaded anew. The
//! picker is the browser's own window, which no driver can use: a file of the page's private
//! folder stands in for the one that a person would choose, handle and permissions included.

use std::rc::Rc;

use super::keeping::{empty_workbook, record_customer};
use crate::broken::Told;
use crate::stage::Stage;
use crate::visit::Visit;

const CHOOSE: &str = "window.showSaveFilePicker = async () => \
    (await navigator.storage.getDirectory()).getFileHandle('book.json', { create: true })";
const READ: &str = "const done = arguments[0]; (async () => { \
    const folder = await navigator.storage.getDirectory(); \
    const file = await (await folder.getFileHandle('book.json')).getFile(); \
    done(await file.text()); })().catch((error) => done(`${error}`))";

/// Every change reaches the file by itself, and counts as a copy.
pub(super) async fn file_follows_the_workbook(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "Before it was linked").await?;
    visit.run(CHOOSE, vec![]).await?;
    visit.follow("Share").await?;
    visit.press("Link a file…").await?;
    visit.see("Linked to book.json; it is up to date.").await?;
    visit.see("0 entries since.").await?;
    holds(&visit, "Before it was linked").await?;
    visit.follow("Customers").await?;
    record_customer(&visit, "C-2", "While it was linked").await?;
    holds(&visit, "While it was linked").await?;
    visit.go("").await?;
    visit.go(&place).await?;
    visit.reload().await?;
    visit.follow("Customers").await?;
    record_customer(&visit, "C-3", "After a reload").await?;
    holds(&visit, "After a reload").await?;
    visit.follow("Share").await?;
    visit.press("Unlink").await?;
    visit.see("Link a file…").await
}

/// Waits until the file holds a text.
async fn holds(visit: &Visit, text: &str) -> Told {
    visit
        .until(&format!("\"{text}\" in the linked file"), async || {
            let held = visit.run_async(READ, vec![]).await?;
            Ok(held.as_str().is_some_and(|held| held.contains(text)).then_some(()))
        })
        .await
}
