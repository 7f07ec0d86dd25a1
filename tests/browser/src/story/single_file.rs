//! The single-file edition, opened from disk.

use std::rc::Rc;

use serde_json::json;

use super::keeping::{empty_workbook, open_items, record_customer, safe};
use crate::broken::{Told, check, same};
use crate::stage::Stage;
use crate::visit::Visitor;

const FILE: &str = "huikuan.html";

/// Opened by double click it keeps, imports through its worker, prints, exports, and says where
/// its data lives.
pub(super) async fn works_from_disk(stage: Rc<Stage>) -> Told {
    let path = stage.dist().join(FILE).canonicalize()?;
    let site = Some(format!("file://{}", path.display()));
    let visit = stage.visit_as(Visitor { site, ..Visitor::default() }).await?;
    let place = empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "上海华美").await?;
    safe(&visit).await?;
    visit.reload().await?;
    visit.see("上海华美").await?;

    visit.drop_files(&[open_items(3_000)]).await?;
    visit.press("Import").await?;
    visit.see("Imported 3000 rows").await?;
    safe(&visit).await?;
    visit.go(&place).await?;
    visit.reload().await?;
    visit.follow("Aging").await?;
    visit.see("4,502,250.00").await?;

    visit.run("window.print = () => { window.printed = true; }", vec![]).await?;
    visit.follow("Customers").await?;
    visit.follow("C-39").await?;
    visit.click(crate::visit::Role::Tab, "Statement").await?;
    visit.press("Print").await?;
    same("whether it printed", visit.run("return window.printed", vec![]).await?, json!(true))?;

    visit.follow("Share").await?;
    visit.see("Firefox ties it to the file's place").await?;
    visit.press("Export JSON").await?;
    let file = visit.downloaded().await?;
    let text = String::from_utf8_lossy(&file.bytes).into_owned();
    check(text.contains("上海华美") && text.contains("R-3000"), "the export lacks what is here")
}
