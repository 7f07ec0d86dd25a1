//! Two tabs are at work on one workbook at the same time, and end equal.

use std::rc::Rc;

use serde_json::json;

use super::keeping::{empty_workbook, record_customer, safe};
use super::killed::{EDIT, edited};
use crate::broken::{Told, same};
use crate::stage::Stage;
use crate::visit::{Role, Visit};

/// Changes that each tab makes in one go, while the other makes as many.
const IN_ONE_GO: u32 = 50;

/// Each renames a customer of its own five hundred times and takes every tenth change back. Both
/// then show and export the same, and so does the page after a reload.
pub(super) async fn end_equal(stage: Rc<Stage>) -> Told {
    let changes = stage.rounds(500, 500);
    let visit = stage.visit().await?;
    let place = empty_workbook(&visit).await?;
    record_customer(&visit, "C-A", "A-0").await?;
    record_customer(&visit, "C-B", "B-0").await?;
    let web = visit.web()?;
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second.clone()).await?;
    visit.go(&place).await?;
    opens_details(&visit, "B-0").await?;
    web.switch_to_window(first.clone()).await?;
    opens_details(&visit, "A-0").await?;
    for go in 0..changes / IN_ONE_GO {
        let (from, to) = (go * IN_ONE_GO + 1, (go + 1) * IN_ONE_GO);
        for (tab, letter) in [(&first, "A"), (&second, "B")] {
            web.switch_to_window(tab.clone()).await?;
            let edits = vec![json!(letter), json!(from), json!(to)];
            visit.run(EDIT, edits).await?;
        }
        for tab in [&second, &first] {
            web.switch_to_window(tab.clone()).await?;
            edited(&visit).await?;
        }
    }
    let mut books = Vec::new();
    for tab in [&first, &second] {
        web.switch_to_window(tab.clone()).await?;
        books.push(shows_and_exports(&visit, changes).await?);
    }
    visit.reload().await?;
    books.push(shows_and_exports(&visit, changes).await?);
    // Creation is two entries: the templates of letters come right after it.
    let entries = 4 + 2 * (changes + changes / 10) as usize;
    for book in &books {
        same("entries", book.matches("\"clock\"").count(), entries)?;
        same("whether all three exports are equal", Some(book) == books.first(), true)?;
    }
    Ok(())
}

async fn opens_details(visit: &Visit, name: &str) -> Told {
    visit.follow(name).await?;
    visit.click(Role::Tab, "Details").await?;
    visit.find(Role::Field, "Name").await.map(|_| ())
}

/// Sees the last name of both customers, and gives the workbook as it is exported.
async fn shows_and_exports(visit: &Visit, changes: u32) -> Told<String> {
    safe(visit).await?;
    visit.follow("Customers").await?;
    for letter in ["A", "B"] {
        visit.find(Role::Link, &format!("{letter}-{changes}")).await?;
    }
    visit.follow("Share").await?;
    visit.press("Export JSON").await?;
    let file = visit.downloaded().await?;
    Ok(String::from_utf8_lossy(&file.bytes).into_owned())
}
