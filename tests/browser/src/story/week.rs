//! A week of books as a bookkeeper keeps them, by keyboard alone, and balances that an independent
//! reckoning confirms. Never a click: `Keyboard` notes whatever no key did.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::json;
use thirtyfour::Key;

use super::offline::{kept, visit};
use crate::broken::{Told, same};
use crate::host::Host;
use crate::stage::Stage;
use crate::visit::{HandFile, Keyboard, Role};

/// The last day of the week.
const TODAY: &str = "2026-03-31";
/// A day in the middle of it.
const EARLIER: &str = "2026-03-04";

/// The key between two cells.
const TAB: &str = "\u{e004}";

/// What every customer owes in cents, reckoned from what was typed and nothing else.
#[derive(Default)]
struct Reckoning(BTreeMap<String, i64>);

impl Reckoning {
    fn add(&mut self, customer: &str, cents: i64) {
        *self.0.entry(customer.to_owned()).or_default() += cents;
    }

    fn total(&self) -> i64 {
        self.0.values().sum()
    }
}

/// Cents as the page writes them: `1,234.50`, a minus sign before what is owed to the customer.
fn figure(cents: i64) -> String {
    let whole = (cents.abs() / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if cents < 0 { "−" } else { "" };
    format!("{sign}{grouped}.{:02}", cents.abs() % 100)
}

/// Ten invoices typed, thirty pasted, receipts allocated in three ways, one bounced, a credit note,
/// a mistake undone, a colleague's file merged, a conflict settled, an old day looked at, a
/// statement printed; half of it without a connection, and all of it without a mouse.
pub(super) async fn keeps_a_week_of_books(stage: Rc<Stage>) -> Told {
    let mut host = Host::open(stage.dist())?;
    let mei = Keyboard::of(visit(&stage, &host).await?);
    let mut owed = Reckoning::default();
    mei.go("").await?;
    mei.press("Start empty").await?;
    mei.find(Role::Button, "My workbook").await?;
    mei.call("Items").await?;
    sets_the_day(&mei, TODAY).await?;
    types_invoices(&mei, &mut owed).await?;
    pastes_invoices(&mei, &mut owed).await?;
    let earlier = owed.total();
    // The laptop leaves the office: from here on nothing answers any more.
    kept(&mei).await?;
    host.close()?;
    mei.reload().await?;
    receives_money(&mei, &mut owed).await?;
    bounces_a_receipt(&mei, &mut owed).await?;
    credits(&mei, &mut owed).await?;
    undoes_a_mistake(&mei).await?;
    merges_a_colleagues_file(&stage, &mei, &mut owed).await?;
    looks_at_an_old_day(&mei, earlier).await?;
    prints_a_statement(&mei, &owed).await?;
    sees_what_is_owed(&mei, &owed).await?;
    mei.reload().await?;
    sees_what_is_owed(&mei, &owed).await?;
    mei.did_all_by_keys().await
}

async fn sets_the_day(hands: &Keyboard, day: &str) -> Told {
    hands.fill("As of", day).await?;
    hands.strike(Key::Enter).await?;
    hands
        .until("the address to name the day", async || {
            let hash = hands.run("return location.hash", vec![]).await?;
            Ok(hash.as_str().unwrap_or_default().contains(day).then_some(()))
        })
        .await
}

/// Types a row into the sheet, Tab between its cells, Enter at the end.
async fn types_row(hands: &Keyboard, cells: &[&str]) -> Told {
    hands.strike(cells.join("\t").replace('\t', TAB)).await?;
    hands.strike(Key::Enter).await
}

/// Opens the sheet by its name among all actions, and waits until its first cell has the focus.
async fn opens_sheet(hands: &Keyboard, action: &str) -> Told {
    hands.call(action).await?;
    hands.until_focused_on("Customer").await
}

/// Leaves the sheet, in which nothing is typed.
async fn closes_sheet(hands: &Keyboard) -> Told {
    hands.strike(Key::Escape).await?;
    hands
        .until("the sheet to be closed", async || {
            Ok((!hands.has(Role::Button, "Save all").await?).then_some(()))
        })
        .await
}

async fn types_invoices(hands: &Keyboard, owed: &mut Reckoning) -> Told {
    opens_sheet(hands, "New invoice").await?;
    for number in 1..=10_i64 {
        let customer = format!("C-{}", 1 + number % 2);
        let (name, amount) = (format!("A-{number}"), format!("{number}00"));
        let due = format!("3/{}", 10 + number);
        types_row(hands, &[&customer, &name, "3/1", &due, &amount]).await?;
        hands.see(&format!("Saved {name}")).await?;
        owed.add(&customer, number * 10_000);
    }
    Ok(())
}

async fn pastes_invoices(hands: &Keyboard, owed: &mut Reckoning) -> Told {
    let mut block = String::new();
    for number in 1..=30_i64 {
        let customer = format!("C-{}", 3 + number % 3);
        // Cells as a spreadsheet copies them: quoted, grouped, of different lengths.
        let memo = if number % 2 == 0 { "\t\t\t\"two\nlines\"" } else { "" };
        block.push_str(&format!(
            "{customer}\tB-{number}\t2026/3/2\t2026-04-01\t\"1,{number:03}.50\"{memo}\r\n"
        ));
        owed.add(&customer, 100_050 + number * 100);
    }
    hands.paste(&block).await?;
    hands.strike_with(Key::Control, Key::Enter).await?;
    hands.see("Saved 30 rows").await?;
    closes_sheet(hands).await
}

/// One receipt allocated by the proposal, one item by item, one later.
async fn receives_money(hands: &Keyboard, owed: &mut Reckoning) -> Told {
    opens_sheet(hands, "New receipt").await?;
    types_row(hands, &["C-1", "3/5", "600", "", "bank", "R-auto"]).await?;
    hands.see("Allocates 600.00; 0.00 stays unapplied").await?;
    owed.add("C-1", -60_000);

    hands.press("Allocate item by item…").await?;
    hands.find(Role::Dialog, "New receipt").await?;
    hands.fill("Customer", "C-2").await?;
    hands.fill("Received on", "2026-3-6").await?;
    hands.fill("Amount", "250").await?;
    hands.fill_part("A-1 ·", "80").await?;
    hands.fill_part("A-3 ·", "20").await?;
    hands.see("150.00 stays unapplied").await?;
    hands.fill("Reference", "R-hand").await?;
    hands.press("Save").await?;
    owed.add("C-2", -25_000);

    hands.tick("Allocate to the oldest due on saving").await?;
    hands.reach(Role::Field, "Customer").await?;
    types_row(hands, &["C-3", "3/7", "500", "", "", "R-later"]).await?;
    hands.see("Allocates 0.00; 500.00 stays unapplied").await?;
    owed.add("C-3", -50_000);
    closes_sheet(hands).await?;
    shows(hands, "Receipts").await?;
    hands.open("Items", "R-later", "Unapplied").await?;
    hands.press("Allocate").await?;
    hands.press("Save").await?;
    hands.see("Recorded: allocation").await?;
    hands.strike(Key::Escape).await
}

/// Shows a segment of the items, settled ones too.
async fn shows(hands: &Keyboard, segment: &str) -> Told {
    for chip in [segment, "All"] {
        hands.choose(Role::Radio, chip).await?;
    }
    Ok(())
}

async fn bounces_a_receipt(hands: &Keyboard, owed: &mut Reckoning) -> Told {
    hands.open("Items", "R-auto", "Reference").await?;
    hands.press("Bounced or reversed").await?;
    hands.fill("Date", "2026-3-20").await?;
    hands.fill("Reason", "no funds").await?;
    // Enter in the last field saves the form.
    hands.strike(Key::Enter).await?;
    hands.see("Recorded: reversal").await?;
    hands.strike(Key::Escape).await?;
    owed.add("C-1", 60_000);
    Ok(())
}

async fn credits(hands: &Keyboard, owed: &mut Reckoning) -> Told {
    opens_sheet(hands, "New invoice").await?;
    hands.choose(Role::Radio, "Credit note").await?;
    hands.reach(Role::Field, "Customer").await?;
    types_row(hands, &["C-2", "CN-1", "3/8", "", "33.33"]).await?;
    hands.see("Saved CN-1").await?;
    owed.add("C-2", -3_333);
    closes_sheet(hands).await
}

async fn undoes_a_mistake(hands: &Keyboard) -> Told {
    opens_sheet(hands, "New invoice").await?;
    types_row(hands, &["C-1", "WRONG", "3/9", "", "9999"]).await?;
    hands.see("Saved WRONG").await?;
    closes_sheet(hands).await?;
    hands.strike_with(Key::Control, "z").await?;
    hands.find(Role::Button, "Redo: invoice").await.map(|_| ())
}

async fn merges_a_colleagues_file(stage: &Stage, mei: &Keyboard, owed: &mut Reckoning) -> Told {
    let sent = exports(mei).await?;
    let tao = Keyboard::of(stage.visit().await?);
    tao.go("").await?;
    tao.choose_file("Import my table", sent).await?;
    tao.see("opened beside yours").await?;
    tao.call("Items").await?;
    sets_the_day(&tao, TODAY).await?;
    opens_sheet(&tao, "New invoice").await?;
    types_row(&tao, &["C-1", "T-1", "3/10", "3/30", "77.70"]).await?;
    tao.see("Saved T-1").await?;
    closes_sheet(&tao).await?;
    owed.add("C-1", 7_770);
    names(&tao, "Tao's name").await?;
    let back = exports(&tao).await?;
    tao.did_all_by_keys().await?;
    names(mei, "Mei's name").await?;
    mei.call("Import a file").await?;
    mei.choose_file("Choose a file", back).await?;
    mei.press("Merge").await?;
    mei.press("Choose Mei's name").await?;
    mei.see("There is nothing to settle.").await
}

async fn names(hands: &Keyboard, name: &str) -> Told {
    hands.look_up("C-1", "C-1").await?;
    hands.choose(Role::Tab, "Details").await?;
    hands.fill("Name", name).await?;
    hands.press("Save").await?;
    hands.find(Role::Heading, name).await.map(|_| ())
}

async fn exports(hands: &Keyboard) -> Told<HandFile> {
    hands.call("Export the workbook").await?;
    hands.press("Export JSON").await?;
    hands.downloaded().await
}

/// Before the receipts everything was still owed; what was dated later is left out.
async fn looks_at_an_old_day(hands: &Keyboard, owed: i64) -> Told {
    hands.call("Aging").await?;
    sets_the_day(hands, EARLIER).await?;
    hands.see(&figure(owed)).await?;
    sets_the_day(hands, TODAY).await
}

async fn prints_a_statement(hands: &Keyboard, owed: &Reckoning) -> Told {
    hands.call("Customers").await?;
    hands.open("Customers", "C-2", "Code").await?;
    hands.choose(Role::Tab, "Statement").await?;
    hands.see(&figure(owed.0.get("C-2").copied().unwrap_or_default())).await?;
    hands.run("window.print = () => { window.printed = true }", vec![]).await?;
    hands.press("Print").await?;
    let printed = hands.run("return window.printed === true", vec![]).await?;
    same("whether the statement was printed", printed, json!(true))
}

/// The aging says of every customer what the reckoning says.
async fn sees_what_is_owed(hands: &Keyboard, owed: &Reckoning) -> Told {
    hands.call("Aging").await?;
    hands.see(&figure(owed.total())).await?;
    for (customer, cents) in &owed.0 {
        let name = if customer == "C-1" { "Mei's name" } else { customer };
        let shown = hands.cell_text("Aging", name, "Balance").await?;
        same(&format!("what {customer} owes"), shown, figure(*cents))?;
    }
    Ok(())
}
