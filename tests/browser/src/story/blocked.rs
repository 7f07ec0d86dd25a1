//! The browser's storage is blocked, refused, or emptied under the page: what was accepted stays
//! while the page lives, the page says what is the matter, and exporting works.

use std::rc::Rc;

use super::keeping::{empty_workbook, record_customer, safe};
use crate::broken::{Told, check};
use crate::stage::Stage;
use crate::visit::{Visit, Visitor};

/// A browser that grants the page no storage at all.
pub(super) async fn works_without_storage(stage: Rc<Stage>) -> Told {
    let visitor = Visitor { is_storage_blocked: true, ..Visitor::default() };
    let visit = stage.visit_as(visitor).await?;
    let place = empty_workbook(&visit).await?;
    let probe = "try { return localStorage.length } catch (refused) { return refused.name }";
    let refused = visit.run(probe, vec![]).await?;
    check(refused == "SecurityError", format!("storage is not blocked: {refused}"))?;
    visit.see("Not saved").await?;
    visit.see("the browser lets this page store nothing").await?;
    record_customer(&visit, "C-1", "Only in memory").await?;
    leaves_and_comes_back(&visit, &place).await?;
    visit.see("Only in memory").await?;
    visit.see("Not saved").await?;
    holds(&visit, "Only in memory").await
}

/// Storage that refuses from one moment on: nothing is lost when the workbook is left, and all is
/// stored as soon as it can be again.
pub(super) async fn waits_for_storage(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "While it worked").await?;
    safe(&visit).await?;
    visit.run(include_str!("../script/refuse.js"), vec![]).await?;
    record_customer(&visit, "C-2", "When it refused").await?;
    visit.see("Not saved").await?;
    leaves_and_comes_back(&visit, &place).await?;
    visit.see("When it refused").await?;
    visit.see("Not saved").await?;
    holds(&visit, "When it refused").await?;
    let give_back = "for (const [of, name, own] of window.taken) of[name] = own; \
                     window.dispatchEvent(new Event('focus'))";
    visit.run(give_back, vec![]).await?;
    safe(&visit).await?;
    visit.reload().await?;
    visit.follow("Customers").await?;
    visit.see("While it worked").await?;
    visit.see("When it refused").await
}

/// Storage that is emptied under the page, second copy included: the next edit brings all back.
pub(super) async fn fills_emptied_storage(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "Before it was emptied").await?;
    safe(&visit).await?;
    let empty = "const done = arguments[0]; localStorage.clear(); \
                 const asked = indexedDB.deleteDatabase('huikuan'); \
                 asked.onsuccess = () => done(true); asked.onerror = () => done(false);";
    let emptied = visit.run_async(empty, vec![]).await?;
    check(emptied == true, "the second copy was not deleted")?;
    record_customer(&visit, "C-2", "After it was emptied").await?;
    safe(&visit).await?;
    visit.reload().await?;
    visit.see("Before it was emptied").await?;
    visit.see("After it was emptied").await?;
    safe(&visit).await
}

/// Goes to the list of workbooks and back, without loading the page anew.
async fn leaves_and_comes_back(visit: &Visit, place: &str) -> Told {
    visit.run("location.hash = '#/'", vec![]).await?;
    visit.see("Workbooks on this computer").await?;
    visit.follow("My workbook").await?;
    visit.follow("Customers").await?;
    let back = visit.run("return location.hash", vec![]).await?;
    check(back == place, format!("back at {back}, not at {place}"))
}

/// The exported file holds a text.
async fn holds(visit: &Visit, text: &str) -> Told {
    visit.follow("Share").await?;
    visit.press("Export JSON").await?;
    let file = visit.downloaded().await?;
    let held = String::from_utf8_lossy(&file.bytes).into_owned();
    check(held.contains(text), format!("the export lacks \"{text}\""))
}
