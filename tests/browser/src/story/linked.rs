//! A file outside the browser follows the workbook, also after the page was loaded anew. The
//! picker is the browser's own window, which no driver can use: a file of the page's private
//! folder stands in for the one that a person would choose, handle and permissions included.

use std::rc::Rc;

use serde_json::json;

use super::keeping::{empty_workbook, open_items, record_customer, safe};
use crate::broken::{Told, check};
use crate::stage::Stage;
use crate::visit::Visit;

const CHOOSE: &str = "window.showSaveFilePicker = async () => \
    (await navigator.storage.getDirectory()).getFileHandle('book.json', { create: true })";
const READ: &str = "const done = arguments[0]; (async () => { \
    const folder = await navigator.storage.getDirectory(); \
    const file = await (await folder.getFileHandle('book.json')).getFile(); \
    done(await file.text()); })().catch((error) => done(`${error}`))";
/// A browser that has forgotten its leave, and answers what `window.leave` says when it is asked.
const LEAVE: &str = "window.leave = 'denied'; window.asked = []; \
    FileSystemHandle.prototype.queryPermission = async () => \
        (window.asked.length > 0 && window.leave === 'granted' ? 'granted' : 'prompt'); \
    FileSystemHandle.prototype.requestPermission = async () => { \
        window.asked.push(navigator.userActivation.isActive); \
        return window.leave; }";

/// Every change reaches the file by itself, and counts as a copy.
pub(super) async fn file_follows_the_workbook(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "Before it was linked").await?;
    links(&visit).await?;
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

/// A file above 1 MiB takes too long between two key strokes: it is written when the person turns
/// to another window, and not before.
pub(super) async fn large_file_waits_its_turn(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    empty_workbook(&visit).await?;
    visit.drop_files(&[open_items(12_000)]).await?;
    visit.press("Import").await?;
    visit.see("Imported 12000 rows").await?;
    safe(&visit).await?;
    links(&visit).await?;
    let length = held(&visit).await?.len();
    check(length > 1 << 20, format!("the linked file has no more than {length} bytes"))?;

    visit.follow("Customers").await?;
    record_customer(&visit, "C-new", "Once it was large").await?;
    visit.follow("Share").await?;
    visit.see("Linked to book.json; about to be brought up to date.").await?;
    // That nothing happens has no condition to wait for: longer than the page's own three seconds.
    visit.run_async("setTimeout(arguments[0], 4000)", vec![]).await?;
    check(!held(&visit).await?.contains("Once it was large"), "a large file was written at once")?;

    let web = visit.web()?;
    let own = web.window().await?;
    let other = web.new_tab().await?;
    web.switch_to_window(other).await?;
    web.switch_to_window(own).await?;
    holds(&visit, "Once it was large").await?;
    visit.see("Linked to book.json; it is up to date.").await
}

/// A browser that wants the person's leave again, as it does after a reload: the page says so,
/// leaves the file alone until then, asks when told to, and takes a refusal for one.
pub(super) async fn file_wakes_with_leave(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    links(&visit).await?;
    // A file of the private folder needs no leave, so the browser's answers are put in its place.
    visit.run(LEAVE, vec![]).await?;
    visit.run("location.hash = '#/'", vec![]).await?;
    visit.see("Workbooks on this computer").await?;
    visit.run("location.hash = arguments[0]", vec![json!(place)]).await?;
    record_customer(&visit, "C-1", "While it slept").await?;
    visit.follow("Share").await?;
    visit.see("Linked to book.json; the browser wants you to allow it again.").await?;
    visit.press("Go on updating it").await?;
    asked(&visit, 1).await?;
    visit.see("the browser wants you to allow it again.").await?;
    check(!held(&visit).await?.contains("While it slept"), "it was written without leave")?;

    visit.run("window.leave = 'granted'", vec![]).await?;
    visit.press("Go on updating it").await?;
    asked(&visit, 2).await?;
    visit.see("Linked to book.json; it is up to date.").await?;
    holds(&visit, "While it slept").await
}

/// Waits until the page has asked for leave so often, each time at a person's own press.
async fn asked(visit: &Visit, times: usize) -> Told {
    visit
        .until("the page to ask for leave", async || {
            let asked = visit.run("return window.asked", vec![]).await?;
            Ok((asked == json!(vec![true; times])).then_some(()))
        })
        .await
}

async fn links(visit: &Visit) -> Told {
    visit.run(CHOOSE, vec![]).await?;
    visit.follow("Share").await?;
    visit.press("Link a file…").await?;
    visit.see("Linked to book.json; it is up to date.").await
}

/// What the file holds now.
async fn held(visit: &Visit) -> Told<String> {
    let held = visit.run_async(READ, vec![]).await?;
    Ok(held.as_str().unwrap_or_default().to_owned())
}

/// Waits until the file holds a text.
async fn holds(visit: &Visit, text: &str) -> Told {
    visit
        .until(&format!("\"{text}\" in the linked file"), async || {
            Ok(held(visit).await?.contains(text).then_some(()))
        })
        .await
}
