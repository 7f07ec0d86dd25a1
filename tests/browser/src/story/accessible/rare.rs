//! The screens that a person meets seldom: what a colleague's file brings and what is left to
//! settle, a workbook that cannot be opened, and those that were put away. Never a fault of the
//! page's own making: marks and answers of the browser are put in its way.

use serde_json::{Value, json};

use super::Walk;
use crate::broken::Told;
use crate::stage::Stage;
use crate::story::keeping::{open_items, record_customer, safe};
use crate::story::merging::{exported, renames};
use crate::story::reminded::puts_clock_forward;
use crate::visit::{HandFile, Role};

impl Walk<'_> {
    /// What a file brings that changes a balance and contradicts a name, the open finding, and the
    /// reminder of a copy a week later.
    pub(super) async fn merging(&self, stage: &Stage) -> Told {
        let (mine, theirs) = two_versions(stage).await?;
        let here = self.visit.run("return location.hash", vec![]).await?;
        self.visit.drop_files(&[mine]).await?;
        self.visit
            .until("the workbook of the file", async || {
                let now = self.visit.run("return location.hash", vec![]).await?;
                Ok((now != here).then_some(()))
            })
            .await?;
        self.goes("/customers").await?;
        self.visit.see("Huamei Trading").await?;
        self.visit.drop_files(&[theirs]).await?;
        self.visit.find(Role::Button, self.words.merge).await?;
        self.looks_over("what a file brings").await?;
        self.visit.press(self.words.merge).await?;
        self.visit.find(Role::Button, self.words.choose).await?;
        self.looks_over("findings to settle").await?;
        puts_clock_forward(self.visit, 8).await?;
        self.visit.find(Role::Button, self.words.tomorrow).await?;
        self.looks_over("the reminder of a copy").await
    }

    /// A workbook at which a page stopped, and one that cannot be read.
    pub(super) async fn opening(&self) -> Told {
        let book = "return location.hash.split('/')[1]";
        let book = self.visit.run(book, vec![]).await?;
        let mark = "localStorage.setItem(`huikuan/mark/${arguments[0]}`, 'abcdefgh')";
        self.visit.run(mark, vec![book.clone()]).await?;
        self.comes_to(&book).await?;
        self.visit.see(self.words.stopped).await?;
        self.looks_over("a workbook at which a page stopped").await?;
        let unmark = "localStorage.removeItem(`huikuan/mark/${arguments[0]}`)";
        self.visit.run(unmark, vec![book.clone()]).await?;

        let fail = "window.key = Storage.prototype.key; Storage.prototype.key = () => {
            throw new DOMException('the disk gives no answer', 'UnknownError') }";
        self.visit.run(fail, vec![]).await?;
        self.comes_to(&book).await?;
        self.visit.see("the disk gives no answer").await?;
        self.looks_over("a workbook that cannot be read").await?;
        self.visit.run("Storage.prototype.key = window.key", vec![]).await.map(|_| ())
    }

    /// Leaves the open workbook and comes to one by its address.
    async fn comes_to(&self, book: &Value) -> Told {
        self.visit.run("location.hash = '#/'", vec![]).await?;
        self.visit.find(Role::Button, self.words.start_empty).await?;
        let address = "location.hash = `#/${arguments[0]}/aging`";
        self.visit.run(address, vec![json!(book)]).await.map(|_| ())
    }

    /// The workbooks that were put away, unfolded.
    pub(super) async fn archived(&self) -> Told {
        self.visit.run("location.hash = '#/'", vec![]).await?;
        self.visit.press(self.words.archive).await?;
        self.visit.see(self.words.archived).await?;
        self.looks_over("workbooks that were put away").await
    }
}

/// Two states of one workbook by colleagues who did not know of each other.
async fn two_versions(stage: &Stage) -> Told<(HandFile, HandFile)> {
    let mei = stage.visit().await?;
    mei.go("").await?;
    mei.press("Start empty").await?;
    mei.follow("Customers").await?;
    record_customer(&mei, "C-00", "Huamei").await?;
    let begun = exported(&mei).await?;
    renames(&mei, "Huamei Trading").await?;
    let mine = exported(&mei).await?;
    mei.end().await?;

    let tao = stage.visit().await?;
    tao.go("").await?;
    tao.drop_files(&[begun]).await?;
    tao.see("opened beside yours").await?;
    renames(&tao, "Huamei Shanghai").await?;
    tao.drop_files(&[open_items(40)]).await?;
    tao.press("Import").await?;
    tao.see("Imported 40 rows").await?;
    safe(&tao).await?;
    let theirs = exported(&tao).await?;
    tao.end().await?;
    Ok((mine, theirs))
}
