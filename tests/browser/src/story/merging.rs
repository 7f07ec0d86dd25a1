//! Two colleagues with one workbook work apart, exchange files, and settle what differs.

use std::rc::Rc;

use crate::broken::{Told, check};
use crate::stage::Stage;
use crate::visit::{HandFile, Role, Visit};

/// Each changes the same customer's name without knowing of the other. After the merge both names
/// are there; choosing one settles the finding, and the choice travels back.
pub(super) async fn settles_a_finding(stage: Rc<Stage>) -> Told {
    let mei = stage.visit().await?;
    mei.go("").await?;
    mei.press("Start empty").await?;
    mei.follow("Customers").await?;
    mei.press("New customer").await?;
    mei.fill("Code", "C-1").await?;
    mei.fill("Name", "Huamei").await?;
    mei.press("Save").await?;
    mei.follow("Huamei").await?;
    let begun = exported(&mei).await?;

    let tao = stage.visit().await?;
    tao.go("").await?;
    tao.drop_files(&[begun]).await?;
    tao.see("opened beside yours").await?;
    renames(&tao, "Huamei Trading").await?;
    renames(&mei, "Huamei Shanghai").await?;

    let sent = exported(&tao).await?;
    mei.drop_files(&[sent]).await?;
    mei.see("1 new entry").await?;
    mei.see("1 new finding").await?;
    mei.press("Merge").await?;
    mei.see("Merged 1 entry").await?;
    for name in ["Choose Huamei Trading", "Choose Huamei Shanghai"] {
        mei.find(Role::Button, name).await?;
    }
    mei.press("Choose Huamei Trading").await?;
    mei.see("There is nothing to settle.").await?;
    mei.follow("Customers").await?;
    mei.find(Role::Link, "Huamei Trading").await?;

    let answer = exported(&mei).await?;
    tao.drop_files(&[answer]).await?;
    tao.press("Merge").await?;
    tao.see("There is nothing to settle.").await?;
    tao.follow("Customers").await?;
    tao.find(Role::Link, "Huamei Trading").await.map(|_| ())
}

/// Gives the customer "Huamei" another name.
pub(super) async fn renames(visit: &Visit, name: &str) -> Told {
    visit.follow("Customers").await?;
    visit.follow("Huamei").await?;
    visit.click(Role::Tab, "Details").await?;
    visit.fill("Name", name).await?;
    visit.press("Save").await?;
    visit.find(Role::Heading, name).await.map(|_| ())
}

/// The whole workbook as a file.
pub(super) async fn exported(visit: &Visit) -> Told<HandFile> {
    visit.follow("Share").await?;
    visit.press("Export JSON").await?;
    let file = visit.downloaded().await?;
    check(file.name.ends_with(".json"), format!("a file named {}", file.name))?;
    Ok(file)
}
