//! A person looks after workbooks: names one, notes a copy of it, takes an entry back, puts the
//! workbook away, deletes it, and has it back from its file.

use std::rc::Rc;

use thirtyfour::Key;

use super::keeping::{empty_workbook, record_customer, safe};
use crate::broken::{Told, check};
use crate::stage::Stage;
use crate::visit::{Role, Visit};

/// From the first name to the deletion and back.
pub(super) async fn are_looked_after(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "Huamei").await?;
    safe(&visit).await?;
    visit.run("location.hash = '#/'", vec![]).await?;
    visit.follow("Rename “My workbook”").await?;
    // Not by `fill`: a driver that clears a field leaves it, and an empty name is put back.
    let title = visit.find(Role::Field, "Name of the workbook").await?;
    title.send_keys(Key::Control + "a").await?;
    title.send_keys("Books of Mei").await?;
    visit.key(Key::Tab).await?;
    visit.find(Role::Button, "Books of Mei").await?;

    visit.see("No copy has been confirmed yet.").await?;
    visit.press("Export JSON").await?;
    let file = visit.downloaded().await?;
    visit.see("in your downloads?").await?;
    visit.press("Yes, it is there").await?;
    visit.see("0 entries since.").await?;
    takes_back(&visit).await?;
    visit.see("2 entries since.").await?;

    visit.press("Archive").await?;
    visit.see("it stays on this computer").await?;
    visit.see("Archived").await?;
    visit.run("document.querySelector('summary').click()", vec![]).await?;
    visit.press("Bring back “Books of Mei”").await?;
    visit.follow("Delete “Books of Mei”").await?;
    visit.find(Role::Dialog, "Delete “Books of Mei”").await?;
    let delete = visit.find(Role::Button, "Delete “Books of Mei”").await?;
    check(!delete.is_enabled().await?, "it can be deleted before anybody said so")?;
    visit.click(Role::Checkbox, "I have a file of it, or need it no more").await?;
    visit.press("Delete “Books of Mei”").await?;
    visit.see("“Books of Mei” is deleted").await?;
    let left = "return Object.keys(localStorage).filter(k => /entry|segment/.test(k)).length";
    let left = visit.run(left, vec![]).await?;
    check(left == 0, format!("{left} values were left"))?;
    visit.go(&place).await?;
    visit.see("It was deleted in this browser.").await?;
    visit.choose_files("Import a workbook file", &[file]).await?;
    visit.find(Role::Button, "Books of Mei").await?;
    visit.follow("Customers").await?;
    visit.see("Huamei").await
}

/// Retracts an entry with a reason and restores it, both from the history.
async fn takes_back(visit: &Visit) -> Told {
    let entry = "recorded customer C-1";
    visit.choose("Kind", "Customers").await?;
    visit.see("1 entry").await?;
    visit.cell("History", entry, "State").await?.click().await?;
    visit.fill("Why it is retracted", "entered twice").await?;
    visit.press("Retract this entry").await?;
    let retracted = visit.cell("History", entry, "State").await?;
    check(retracted.text().await? == "retracted", "the entry does not say that it is retracted")?;
    visit.choose("Kind", "Taken back").await?;
    visit.see("retracted “recorded customer C-1”: entered twice").await?;
    visit.choose("Kind", "Customers").await?;
    visit.cell("History", entry, "State").await?.click().await?;
    visit.see("Reason: entered twice").await?;
    visit.press("Restore this entry").await?;
    visit.cell("History", "Open", "State").await.map(|_| ())
}
