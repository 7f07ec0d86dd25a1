//! Every screen under the rules of axe-core: in both languages, in both themes, as narrow as a
//! phone, and enlarged twice, where nothing may scroll sideways or be cut off either. Never judges
//! how a screen looks.

mod rare;
mod words;

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::broken::{Broken, Told, check};
use crate::stage::Stage;
use crate::visit::{HandFile, Role, Visit, Visitor};
use words::{CHINESE, ENGLISH, Words};

const NARROW_PX: u32 = 360;

/// The screens in English.
pub(super) async fn holds_in_english(stage: Rc<Stage>) -> Told {
    holds(&stage, &ENGLISH, Visitor::default()).await
}

/// The screens in Chinese.
pub(super) async fn holds_in_chinese(stage: Rc<Stage>) -> Told {
    holds(&stage, &CHINESE, Visitor::default()).await
}

/// The screens on a phone, in English: its words are the longer ones.
pub(super) async fn holds_on_a_phone(stage: Rc<Stage>) -> Told {
    holds(&stage, &ENGLISH, phone()).await
}

/// The screens on a phone, in Chinese: its lines break elsewhere.
pub(super) async fn holds_on_a_phone_in_chinese(stage: Rc<Stage>) -> Told {
    holds(&stage, &CHINESE, phone()).await
}

/// The screens enlarged to 200 %, in English.
pub(super) async fn holds_enlarged(stage: Rc<Stage>) -> Told {
    holds(&stage, &ENGLISH, enlarged()).await
}

/// The same in Chinese.
pub(super) async fn holds_enlarged_in_chinese(stage: Rc<Stage>) -> Told {
    holds(&stage, &CHINESE, enlarged()).await
}

fn phone() -> Visitor {
    Visitor { width: NARROW_PX, height: 740, ..Visitor::default() }
}

/// A laptop's window of 1280 × 800 pixels, of which two make one.
fn enlarged() -> Visitor {
    Visitor { width: 640, height: 400, enlarged: 2, ..Visitor::default() }
}

async fn holds(stage: &Stage, words: &'static Words, visitor: Visitor) -> Told {
    let Some(rules) = stage.axe()? else {
        println!("skipped: there is no npm, so the rules of axe-core are not here");
        return Ok(());
    };
    let is_narrow = visitor.width < Visitor::default().width;
    let visit = stage.visit_as(Visitor { language: words.language, ..visitor }).await?;
    visit.go("").await?;
    // Run by the driver, which the page's own policy does not bind.
    visit.run(&format!("{rules}; window.axe = axe"), vec![]).await?;
    let faults = RefCell::default();
    let walk = Walk { visit: &visit, words, is_narrow, faults };
    walk.welcome().await?;
    walk.places().await?;
    walk.finding().await?;
    walk.history().await?;
    walk.items().await?;
    walk.entry().await?;
    walk.aging().await?;
    walk.import().await?;
    walk.outside().await?;
    walk.empty().await?;
    walk.merging(stage).await?;
    walk.opening().await?;
    walk.archived().await?;
    let faults = walk.faults.into_inner();
    check(faults.is_empty(), format!("{} faults:\n{}", faults.len(), faults.join("\n")))
}

/// One person's walk through all screens; it goes on after a fault, so that all are told at once.
struct Walk<'a> {
    visit: &'a Visit,
    words: &'static Words,
    /// Whether there is less room than the screens are drawn for.
    is_narrow: bool,
    faults: RefCell<Vec<String>>,
}

impl Walk<'_> {
    /// Looks over what is shown now, in both themes.
    async fn looks_over(&self, screen: &str) -> Told {
        let script = include_str!("../../script/axe.js");
        let told = self.visit.run_async(script, vec![json!(["light", "dark"])]).await?;
        self.notes(screen, told)?;
        if self.is_narrow {
            let told = self.visit.run(include_str!("../../script/sideways.js"), vec![]).await?;
            self.notes(screen, told)?;
        }
        Ok(())
    }

    /// Keeps the faults that a script told of a screen.
    fn notes(&self, screen: &str, told: Value) -> Told {
        let told: Vec<String> =
            serde_json::from_value(told).map_err(|error| Broken::new(error.to_string()))?;
        let told = told.into_iter().map(|fault| format!("    {screen}, {fault}"));
        self.faults.borrow_mut().extend(told);
        Ok(())
    }

    /// Goes to a place of the open workbook.
    async fn goes(&self, place: &str) -> Told {
        let script =
            "location.hash = location.hash.split('/').slice(0, 2).join('/') + arguments[0]";
        self.visit.run(script, vec![json!(place)]).await.map(|_| ())
    }

    /// The first visit; then the theme's button, which is to do what `axe.js` does by itself.
    async fn welcome(&self) -> Told {
        self.visit.find(Role::Button, self.words.demo).await?;
        self.looks_over("welcome").await?;
        self.visit.press(self.words.theme).await?;
        let theme = "return document.documentElement.dataset.theme ?? null";
        let theme = self.visit.run(theme, vec![]).await?;
        check(theme == "dark", format!("the theme that was pressed is {theme}"))?;
        self.visit.press(self.words.demo).await?;
        self.visit.find(Role::Table, self.words.aging).await.map(|_| ())
    }

    /// Places that need nothing done to them, with the menu of workbooks and a dialog.
    async fn places(&self) -> Told {
        for (place, text) in self.words.places {
            self.goes(&format!("/{place}")).await?;
            self.visit.see(text).await?;
            self.looks_over(place).await?;
        }
        self.visit.press(self.words.demo_title).await?;
        self.looks_over("the menu of workbooks").await?;
        self.visit.key(Key::Escape).await?;
        self.goes("/customers").await?;
        self.visit.press(self.words.new_customer).await?;
        self.visit.find(Role::Dialog, self.words.new_customer).await?;
        self.looks_over("new customer").await?;
        self.visit.key(Key::Escape).await?;
        self.goes("/customers/C-0001").await?;
        self.visit.press(self.words.contact).await?;
        self.visit.find(Role::Dialog, self.words.contact).await?;
        self.visit.click(Role::Radio, self.words.promises).await?;
        self.looks_over("a contact with a promise").await?;
        self.visit.key(Key::Escape).await
    }

    /// What the search finds, everything that can be done, and the keys.
    async fn finding(&self) -> Told {
        self.goes("/items").await?;
        self.visit.find(Role::Table, self.words.items).await?;
        let free = "document.activeElement.blur(); return !document.querySelector('dialog:modal')";
        self.visit
            .until("the last dialog to be gone", async || {
                Ok(self.visit.run(free, vec![]).await?.as_bool().filter(|free| *free))
            })
            .await?;
        self.visit.type_keys("/").await?;
        self.visit
            .until("the search to have the focus", async || {
                let focused = "return document.activeElement.getAttribute('role')";
                Ok((self.visit.run(focused, vec![]).await? == "combobox").then_some(()))
            })
            .await?;
        self.visit.type_keys("C-0001").await?;
        self.visit.find_part(Role::Option, "C-0001").await?;
        self.looks_over("what the search finds").await?;
        self.visit.key(Key::Escape).await?;
        self.visit.type_keys(Key::Control + "k").await?;
        self.visit.find_part(Role::Option, self.words.new_invoice).await?;
        self.looks_over("everything that can be done").await?;
        self.visit.key(Key::Escape).await?;
        self.goes("/aging").await?;
        self.visit.find(Role::Table, self.words.aging).await?;
        self.visit.run("document.activeElement.blur()", vec![]).await?;
        self.visit.type_keys("?").await?;
        self.visit.find(Role::Dialog, self.words.keys).await?;
        self.looks_over("the keys").await?;
        self.visit.key(Key::Escape).await
    }

    /// An entry of the history, opened.
    async fn history(&self) -> Told {
        self.goes("/share").await?;
        self.visit.find(Role::Table, self.words.history).await?;
        self.opens(self.words.history, self.words.state).await?;
        self.visit.find(Role::Button, self.words.retract).await?;
        self.looks_over("an entry of the history").await?;
        self.visit.key(Key::Escape).await
    }

    /// The segments of the items, and an item's sheet with a form open.
    async fn items(&self) -> Told {
        for kind in ["receipts", "credit-notes", "invoices"] {
            self.goes(&format!("/items?kind={kind}")).await?;
            self.visit.find(Role::Table, self.words.items).await?;
            self.looks_over(&format!("items, {kind}")).await?;
        }
        self.visit.click(Role::Checkbox, self.words.select_row).await?;
        self.visit.see(self.words.selected).await?;
        self.looks_over("items, one selected").await?;
        self.visit.click(Role::Checkbox, self.words.select_row).await?;
        self.opens(self.words.items, self.words.outstanding).await?;
        self.visit.press(self.words.dispute).await?;
        self.looks_over("the sheet of an item").await?;
        self.visit.key(Key::Escape).await
    }

    /// Opens the first row of a table by the cell under this heading.
    async fn opens(&self, table: &str, column: &str) -> Told {
        let rows = self.visit.table(table).await?;
        let row = rows.get(1).and_then(|row| row.iter().find(|cell| !cell.is_empty()));
        let row = row.ok_or_else(|| Broken::new(format!("\"{table}\" has no row")))?;
        Ok(self.visit.cell(table, row, column).await?.click().await?)
    }

    /// Typing documents, then receipts, then the dialog for a single receipt.
    async fn entry(&self) -> Told {
        self.goes("/items").await?;
        for (button, name) in
            [(self.words.new_invoice, "documents"), (self.words.new_receipt, "receipts")]
        {
            self.visit.press(button).await?;
            self.visit.find(Role::Button, self.words.save_all).await?;
            self.visit.press(self.words.save_all).await?;
            self.looks_over(&format!("typing {name}")).await?;
        }
        self.visit.press(self.words.by_item).await?;
        self.visit.find(Role::Dialog, self.words.new_receipt).await?;
        self.looks_over("a single receipt").await?;
        self.visit.key(Key::Escape).await
    }

    /// The aging, as it opens and as of another day, and the arithmetic behind a cell.
    async fn aging(&self) -> Told {
        self.goes("/aging?as-of=2026-01-31").await?;
        self.visit.find(Role::Heading, self.words.aging).await?;
        self.looks_over("aging of an old day").await?;
        self.goes("/aging").await?;
        self.visit.find(Role::Table, self.words.aging).await?;
        self.looks_over("aging").await?;
        self.opens(self.words.aging, self.words.balance).await?;
        self.visit.find(Role::Dialog, self.words.arithmetic).await?;
        self.looks_over("the arithmetic of a cell").await?;
        self.visit.key(Key::Escape).await
    }

    /// A table before it is taken in, with its columns open and a row that is refused.
    async fn import(&self) -> Told {
        let table = "customer_code,invoice_no,invoice_date,due_date,amount\n\
                     C-0001,X-1,01/02/2026,03/04/2026,10.00\n\
                     C-0001,X-2,01/02/2026,03/04/2026,ten\n";
        self.visit.drop_files(&[HandFile::new("open items.csv", table)]).await?;
        self.visit.find(Role::Button, self.words.accept).await?;
        self.looks_over("a table before it is imported").await?;
        self.visit.press(self.words.cancel).await
    }

    /// What is shown while no workbook is open, and the dialog that deletes one.
    async fn outside(&self) -> Told {
        self.goes("/aging").await?;
        for (address, text) in self.words.outside {
            self.visit.run("location.hash = arguments[0]", vec![json!(address)]).await?;
            self.visit.see(text).await?;
            self.looks_over(address).await?;
        }
        self.visit.run("location.hash = '#/'", vec![]).await?;
        self.visit.follow(self.words.delete).await?;
        self.visit.find(Role::Dialog, self.words.delete).await?;
        self.looks_over("deleting a workbook").await?;
        self.visit.key(Key::Escape).await
    }

    /// A workbook that holds nothing.
    async fn empty(&self) -> Told {
        self.visit.run("location.hash = '#/'", vec![]).await?;
        self.visit.press(self.words.start_empty).await?;
        self.visit.see(self.words.empty_places[0].1).await?;
        for (place, text) in self.words.empty_places {
            self.goes(&format!("/{place}")).await?;
            self.visit.see(text).await?;
            self.looks_over(&format!("{place}, empty")).await?;
        }
        Ok(())
    }
}
