//! The browser is killed in the moment in which the page calls something saved; after a restart on
//! the same profile it is there.

use std::rc::Rc;

use serde_json::json;

use super::keeping::{empty_workbook, open_items, record_customer, safe};
use crate::broken::{Told, check};
use crate::stage::Stage;
use crate::visit::{Role, Visit, Visitor};

/// Changes enough for a compaction to be worth it.
const CHANGES: u32 = 220;

/// Renames a customer again and again.
pub(super) const EDIT: &str =
    concat!(include_str!("../script/turn.js"), include_str!("../script/edit.js"));
/// Renames it once, in the middle of another tab's compaction.
const EDIT_WHEN_COMPACTED: &str =
    concat!(include_str!("../script/turn.js"), include_str!("../script/edit_when_compacted.js"));

/// An edit, round after round on one profile.
pub(super) async fn keeps_every_edit(stage: Rc<Stage>) -> Told {
    let mut visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    for round in 1..=stage.rounds(5, 30) {
        visit.press("New customer").await?;
        visit.fill("Code", &format!("C-{round}")).await?;
        visit.fill("Name", &format!("Edit of round {round}.")).await?;
        dies_when_saved(&visit, "Save").await?;
        visit = comes_back(&stage, &visit, &place).await?;
        for edit in 1..=round {
            visit.see(&format!("Edit of round {edit}.")).await?;
        }
        safe(&visit).await?;
    }
    Ok(())
}

/// A large import.
pub(super) async fn keeps_an_import(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    visit.drop_files(&[open_items(20_000)]).await?;
    visit.press("Import").await?;
    visit.see("Imported 20000 rows").await?;
    dies_when_saved(&visit, "").await?;
    let visit = comes_back(&stage, &visit, &place).await?;
    visit.follow("Aging").await?;
    visit.see("200,015,000.00").await?;
    safe(&visit).await
}

/// An edit that is made while another tab compacts what both tabs hold.
pub(super) async fn keeps_an_edit_during_compaction(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "Before").await?;
    visit.follow("Before").await?;
    visit.click(Role::Tab, "Details").await?;
    let edits = vec![json!("Edit"), json!(1), json!(CHANGES)];
    visit.run(EDIT, edits).await?;
    edited(&visit).await?;
    safe(&visit).await?;
    let while_at_it = vec![json!("While it compacts")];
    visit.run(EDIT_WHEN_COMPACTED, while_at_it).await?;
    let web = visit.web()?;
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second).await?;
    visit.go(&place).await?;
    visit.follow("Share").await?;
    visit.press("Free room now").await?;
    web.switch_to_window(first).await?;
    edited(&visit).await?;
    let count = "return Object.keys(localStorage).filter(k => k.includes('/segment/')).length";
    let segments = visit.run(count, vec![]).await?;
    visit.kill().await?;
    check(segments.as_u64() > Some(0), "nothing was compacted")?;
    let visit = comes_back(&stage, &visit, &place).await?;
    visit.follow("While it compacts").await?;
    visit.follow("Share").await?;
    // Creation is two entries: the templates of letters come right after it.
    let entries = 3 + CHANGES + CHANGES / 10 + 1;
    visit.see(&format!("{entries} entries")).await?;
    visit.see("works; everything is on disk").await
}

/// Waits for the end of changes that a script makes.
pub(super) async fn edited(visit: &Visit) -> Told {
    let told = visit
        .until("the changes to be made", async || {
            let told = visit.run("return window.edited", vec![]).await?;
            Ok(told.as_str().filter(|told| !told.is_empty()).map(str::to_owned))
        })
        .await?;
    check(told == "done", told)
}

/// Presses a button, when one is named, and kills the browser as soon as the page says "Saved".
async fn dies_when_saved(visit: &Visit, button: &str) -> Told {
    let script = include_str!("../script/press_until_saved.js");
    visit.run_async(script, vec![json!(button)]).await?;
    visit.kill().await
}

/// Opens the same workbook in a browser on the profile that the killed one left.
async fn comes_back(stage: &Stage, killed: &Visit, place: &str) -> Told<Rc<Visit>> {
    let again = Visitor { profile: Some(killed.profile()), ..Visitor::default() };
    let visit = stage.visit_as(again).await?;
    visit.go(place).await?;
    Ok(visit)
}
