//! What a person recorded is there again: after a reload, a crash, in another tab, and when the
//! browser's storage is full.

use std::rc::Rc;

use serde_json::json;

use crate::broken::{Told, check, same};
use crate::stage::Stage;
use crate::visit::{HandFile, Role, Visit, Visitor};

/// Begins an empty workbook and gives its address after the site's.
pub(super) async fn empty_workbook(visit: &Visit) -> Told<String> {
    visit.go("").await?;
    visit.press("Start empty").await?;
    visit.follow("Customers").await?;
    visit.find(Role::Button, "New customer").await?;
    let hash = visit.run("return location.hash", vec![]).await?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}

pub(super) async fn record_customer(visit: &Visit, code: &str, name: &str) -> Told {
    visit.press("New customer").await?;
    visit.fill("Code", code).await?;
    visit.fill("Name", name).await?;
    visit.press("Save").await?;
    visit.see(name).await
}

/// Waits until the page says that everything is on disk.
pub(super) async fn safe(visit: &Visit) -> Told {
    visit.find(Role::Status, "Saved").await.map(|_| ())
}

/// An edit survives a reload, and a browser that is killed as soon as the page said "saved".
pub(super) async fn keeps_an_edit(stage: Rc<Stage>) -> Told {
    for _ in 0..stage.rounds(1, 10) {
        let visit = stage.visit().await?;
        let place = empty_workbook(&visit).await?;
        record_customer(&visit, "C-1", "上海华美").await?;
        safe(&visit).await?;
        visit.reload().await?;
        visit.see("上海华美").await?;
        record_customer(&visit, "C-2", "杭州锦程").await?;
        safe(&visit).await?;
        visit.kill().await?;
        let again = Visitor { profile: Some(visit.profile()), ..Visitor::default() };
        let again = stage.visit_as(again).await?;
        again.go(&place).await?;
        again.see("上海华美").await?;
        again.see("杭州锦程").await?;
        safe(&again).await?;
        again.end().await?;
    }
    Ok(())
}

/// Two tabs on one workbook stay in step, both ways, undo included.
pub(super) async fn keeps_two_tabs_in_step(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "First of the first").await?;
    let web = visit.web()?;
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second.clone()).await?;
    visit.go(&place).await?;
    visit.see("First of the first").await?;
    record_customer(&visit, "C-2", "Second of the second").await?;
    web.switch_to_window(first.clone()).await?;
    visit.see("Second of the second").await?;
    visit.press("Undo: customer").await?;
    visit.see_no("First of the first").await?;
    web.switch_to_window(second).await?;
    visit.see_no("First of the first").await?;
    visit.see("Second of the second").await
}

/// So many invoices of 40 customers, of 1.25, 2.25 and so on.
pub(super) fn open_items(rows: u32) -> HandFile {
    let mut table = "customer_code,invoice_no,invoice_date,due_date,amount\n".to_owned();
    for row in 1..=rows {
        let customer = row % 40;
        table.push_str(&format!("C-{customer:02},R-{row},2026-01-05,2026-02-04,{row}.25\n"));
    }
    HandFile::new("open items.csv", table)
}

/// How many packed pieces of workbooks the storage holds.
async fn segments(visit: &Visit) -> Told<u64> {
    let count = "return Object.keys(localStorage).filter(k => k.includes('/segment/')).length";
    Ok(visit.run(count, vec![]).await?.as_u64().unwrap_or_default())
}

/// Whoever leaves a workbook while an import is still being stored finds it whole on coming back.
pub(super) async fn keeps_an_import_of_who_leaves(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    visit.drop_files(&[open_items(20_000)]).await?;
    // Within the frame in which the page says so: a quick machine has stored it soon after.
    let leave = "window.left = new Promise((left) => { const look = () => {
        const text = document.body.innerText;
        if (!text.includes('Imported 20000 rows')) return requestAnimationFrame(look);
        location.hash = '#/';
        left(text.includes('Saving'));
    }; look(); })";
    visit.run(leave, vec![]).await?;
    let before = segments(&visit).await?;
    visit.press("Import").await?;
    let was_saving = visit.run_async("window.left.then(arguments[0])", vec![]).await?;
    check(was_saving == json!(true), "the import was stored before anybody could leave")?;
    visit.find(Role::Button, "Start empty").await?;
    visit
        .until("the import in local storage", async || {
            // The first entry of a workbook is packed as well.
            Ok((segments(&visit).await? > before).then_some(()))
        })
        .await?;
    visit.reload().await?;
    visit.go(&place).await?;
    visit.follow("Aging").await?;
    visit.see("200,015,000.00").await?;
    safe(&visit).await
}

/// An imported table is packed in the background and adds up to the same after a reload.
pub(super) async fn keeps_an_import(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    visit.go("").await?;
    visit.drop_files(&[open_items(3_000)]).await?;
    visit.press("Import").await?;
    let total = "4,502,250.00";
    visit.see(total).await?;
    safe(&visit).await?;
    let kinds = "return Object.keys(localStorage).map(key => key.split('/')[2]).sort()";
    let kinds = visit.run(kinds, vec![]).await?;
    let kinds = kinds.as_array().cloned().unwrap_or_default();
    let segments = kinds.iter().filter(|kind| **kind == json!("segment")).count();
    check(segments > 0, format!("no segment was stored: {kinds:?}"))?;
    visit.reload().await?;
    visit.see(total).await?;
    safe(&visit).await
}

/// A full store says so and what to do; nothing is lost, and exporting works.
pub(super) async fn says_when_storage_is_full(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    safe(&visit).await?;
    visit.run(include_str!("../script/fill_storage.js"), vec![]).await?;
    record_customer(&visit, "C-1", "Kept all the same").await?;
    visit.see("Not saved").await?;
    visit.see("storage is full").await?;
    visit.follow("Share").await?;
    visit.press("Export JSON").await?;
    let file = visit.downloaded().await?;
    let text = String::from_utf8_lossy(&file.bytes).into_owned();
    check(text.contains("Kept all the same"), "the export lacks what was not saved")?;
    visit.run("localStorage.removeItem('others')", vec![]).await?;
    visit.go("#/").await?;
    visit.go(&place).await?;
    visit.see("Kept all the same").await?;
    safe(&visit).await?;
    let stored = visit.run("return Object.values(localStorage).join('')", vec![]).await?;
    let is_stored = stored.as_str().unwrap_or_default().contains("Kept all the same");
    same("whether it reached local storage in the end", is_stored, true)
}

/// An address of a workbook that is not here says so, and how to have it back.
pub(super) async fn says_what_is_not_here(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    visit.go("#/k3f9q2ma/aging").await?;
    visit.find(Role::Heading, "This workbook is not on this computer").await?;
    visit.find(Role::File, "Import a workbook file").await.map(|_| ())
}
