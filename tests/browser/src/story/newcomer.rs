//! A new user brings a real table, sees its aging, and carries the book to another computer.

use std::path::PathBuf;
use std::rc::Rc;

use thirtyfour::Key;

use crate::broken::{Told, check, same};
use crate::stage::Stage;
use crate::visit::{HandFile, Role, Visit};

/// The published table of invoices that the figures below belong to; it is no part of the project.
const TABLE: &str = "../../../shared/data/ibm_invoices.csv";
const AS_OF: &str = "2013-06-30";
/// Balance, not due, and 1 to 30 days overdue on that day, of so many customers and items.
const TOTALS: [&str; 3] = ["5,119.85", "4,284.29", "835.56"];
const ITEMS: &str = "Total of 84, CNY";

/// Drops a table, accepts what was recognised, sees the published aging, opens a cell, exports,
/// and sees the same figures in another browser..
pub(super) async fn carries_a_book_along(stage: Rc<Stage>) -> Told {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    let Ok(table) = std::fs::read(&path) else {
        println!("skipped: the published table is not here");
        return Ok(());
    };
    let visit = stage.visit().await?;
    visit.go("").await?;
    visit.requests().await?;
    visit.drop_files(&[HandFile::new("ibm_invoices.csv", table)]).await?;
    visit.press("Import").await?;
    visit.see("Imported 2466 rows").await?;
    sees_the_aging(&visit).await?;
    opens_a_cell(&visit).await?;
    visit.follow("Share").await?;
    visit.press("Export JSON").await?;
    let book = visit.downloaded().await?;
    same("requests after loading", visit.requests().await?, Vec::<String>::new())?;

    let elsewhere = stage.visit().await?;
    elsewhere.go("").await?;
    elsewhere.press("Start empty").await?;
    elsewhere.follow("Share").await?;
    elsewhere.choose_files("Choose a file", &[book]).await?;
    elsewhere.see("opened beside yours").await?;
    sees_the_aging(&elsewhere).await?;
    opens_a_cell(&elsewhere).await
}

/// Sets the day and compares the totals with the published ones, on two screens.
async fn sees_the_aging(visit: &Visit) -> Told {
    visit.follow("Aging").await?;
    visit.fill("As of", AS_OF).await?;
    visit.key(Key::Enter).await?;
    for total in TOTALS {
        visit.see(total).await?;
    }
    let rows = visit.table("Aging").await?;
    let total = rows.last().cloned().unwrap_or_default();
    for figure in TOTALS {
        check(total.iter().any(|cell| cell == figure), format!("{figure} not in {total:?}"))?;
    }
    visit.follow("Items").await?;
    visit.see(ITEMS).await?;
    visit.follow("Aging").await
}

/// Opens an overdue figure and sees the items and the days behind it.
async fn opens_a_cell(visit: &Visit) -> Told {
    let cell = visit.cell("Aging", "7938-EVASK", "1–30 days").await?;
    same("the cell", cell.text().await?.as_str(), "56.85")?;
    cell.click().await?;
    visit.see("1 item, 56.85 in total").await?;
    visit.see("Overdue = 2013-06-30 − 2013-06-28 = 2 days").await?;
    visit.key(Key::Escape).await?;
    visit.find(Role::Table, "Aging").await.map(|_| ())
}

/// Markup and script in a table are text on every screen, and nothing of them runs.
pub(super) async fn shows_markup_as_text(stage: Rc<Stage>) -> Told {
    const NAME: &str = "<img src=x onerror=\"document.body.id='ran'\"><script>1</script>";
    let visit = stage.visit().await?;
    visit.go("").await?;
    let quoted = NAME.replace('"', "\"\"");
    let table = format!(
        "customer_code,customer_name,invoice_no,invoice_date,due_date,amount\n\
         C-1,\"{quoted}\",<b>1</b>,2026-01-05,2026-02-04,10.00\n"
    );
    visit.drop_files(&[HandFile::new("<i>x.csv", table)]).await?;
    visit.see("<b>1</b>").await?;
    visit.press("Import").await?;
    visit.find(Role::Link, NAME).await?;
    let cell = visit.cell("Aging", NAME, "Balance").await?;
    cell.click().await?;
    visit.see("1 item, 10.00 in total").await?;
    visit.key(Key::Escape).await?;
    visit.follow(NAME).await?;
    visit.find(Role::Heading, NAME).await?;
    visit.follow("Share").await?;
    visit.see("imported <i>x.csv").await?;
    let ran = visit.run("return document.body.id", vec![]).await?;
    same("the id that the markup would set", ran.as_str().unwrap_or_default(), "")
}
