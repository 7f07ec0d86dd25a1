//! A week of books as a bookkeeper keeps them, and balances that an independent reckoning confirms.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::json;
use thirtyfour::Key;

use super::offline::{kept, visit};
use crate::broken::{Told, same};
use crate::host::Host;
use crate::stage::Stage;
use crate::visit::{HandFile, Role, Visit};

/// The last day of the week.
const TODAY: &str = "2026-03-31";
/// A day in the middle of it.
const EARLIER: &str = "2026-03-04";

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
/// statement printed; half of it without a connection.
pub(super) async fn keeps_a_week_of_books(stage: Rc<Stage>) -> Told {
    let mut host = Host::open(stage.dist())?;
    let mei = visit(&stage, &host).await?;
    let mut owed = Reckoning::default();
    mei.go("").await?;
    mei.press("Start empty").await?;
    mei.follow("Items").await?;
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
    sees_what_is_owed(&mei, &owed).await
}

async fn sets_the_day(visit: &Visit, day: &str) -> Told {
    visit.fill("As of", day).await?;
    visit.key(Key::Enter).await?;
    visit
        .until("the address to name the day", async || {
            let hash = visit.run("return location.hash", vec![]).await?;
            Ok(hash.as_str().unwrap_or_default().contains(day).then_some(()))
        })
        .await
}

/// Types a row into the sheet, Tab between its cells, Enter at the end.
async fn types_row(visit: &Visit, cells: &[&str]) -> Told {
    let web = visit.web()?;
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            visit.key(Key::Tab).await?;
        }
        if !cell.is_empty() {
            web.active_element().await?.send_keys(*cell).await?;
        }
    }
    visit.key(Key::Enter).await
}

/// Opens the sheet and waits until its first cell has the focus.
async fn opens_sheet(visit: &Visit, button: &str) -> Told {
    visit.press(button).await?;
    visit
        .until("the first cell to have the focus", async || {
            let focused = "return document.activeElement.getAttribute('aria-label')";
            let label = visit.run(focused, vec![]).await?;
            Ok((label == json!("Customer")).then_some(()))
        })
        .await
}

async fn types_invoices(visit: &Visit, owed: &mut Reckoning) -> Told {
    opens_sheet(visit, "New invoice").await?;
    for number in 1..=10_i64 {
        let customer = format!("C-{}", 1 + number % 2);
        let (name, amount) = (format!("A-{number}"), format!("{number}00"));
        let due = format!("3/{}", 10 + number);
        types_row(visit, &[&customer, &name, "3/1", &due, &amount]).await?;
        visit.see(&format!("Saved {name}")).await?;
        owed.add(&customer, number * 10_000);
    }
    Ok(())
}

async fn pastes(visit: &Visit, text: &str) -> Told {
    let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste',
            { clipboardData: data, bubbles: true, cancelable: true }));";
    visit.run(script, vec![json!(text)]).await.map(|_| ())
}

async fn pastes_invoices(visit: &Visit, owed: &mut Reckoning) -> Told {
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
    pastes(visit, &block).await?;
    visit.press("Save all").await?;
    visit.see("Saved 30 rows").await
}

/// One receipt allocated by the proposal, one item by item, one later.
async fn receives_money(visit: &Visit, owed: &mut Reckoning) -> Told {
    opens_sheet(visit, "New receipt").await?;
    types_row(visit, &["C-1", "3/5", "600", "", "bank", "R-auto"]).await?;
    visit.see("Allocates 600.00; 0.00 stays unapplied").await?;
    owed.add("C-1", -60_000);

    visit.press("Allocate item by item…").await?;
    visit.fill("Customer", "C-2").await?;
    visit.fill("Received on", "2026-3-6").await?;
    visit.fill("Amount", "250").await?;
    let field = visit.find_part(Role::Field, "A-1 ·").await?;
    field.clear().await?;
    field.send_keys("80").await?;
    let field = visit.find_part(Role::Field, "A-3 ·").await?;
    field.clear().await?;
    field.send_keys("20").await?;
    visit.see("150.00 stays unapplied").await?;
    visit.fill("Reference", "R-hand").await?;
    visit.press("Save").await?;
    owed.add("C-2", -25_000);

    visit.click(Role::Checkbox, "Allocate to the oldest due on saving").await?;
    visit.find(Role::Field, "Customer").await?.click().await?;
    types_row(visit, &["C-3", "3/7", "500", "", "", "R-later"]).await?;
    visit.see("Allocates 0.00; 500.00 stays unapplied").await?;
    owed.add("C-3", -50_000);
    visit.press("Close").await?;
    shows(visit, "Receipts").await?;
    visit.cell("Items", "R-later", "Unapplied").await?.click().await?;
    visit.press("Allocate").await?;
    visit.press("Save").await?;
    visit.see("Recorded: allocation").await?;
    visit.key(Key::Escape).await
}

/// Shows a segment of the items, settled ones too.
async fn shows(visit: &Visit, segment: &str) -> Told {
    for chip in [segment, "All"] {
        let chip = visit.find(Role::Radio, chip).await?;
        let script = "arguments[0].click()";
        visit.web()?.execute(script, vec![chip.to_json()?]).await?;
    }
    Ok(())
}

async fn bounces_a_receipt(visit: &Visit, owed: &mut Reckoning) -> Told {
    visit.cell("Items", "R-auto", "Reference").await?.click().await?;
    visit.press("Bounced or reversed").await?;
    visit.fill("Date", "2026-3-20").await?;
    visit.fill("Reason", "no funds").await?;
    visit.press("Save").await?;
    visit.see("Recorded: reversal").await?;
    visit.key(Key::Escape).await?;
    owed.add("C-1", 60_000);
    Ok(())
}

async fn credits(visit: &Visit, owed: &mut Reckoning) -> Told {
    opens_sheet(visit, "New invoice").await?;
    let chip = visit.find(Role::Radio, "Credit note").await?;
    visit.web()?.execute("arguments[0].click()", vec![chip.to_json()?]).await?;
    let first = "document.querySelector('table[aria-label=\"New documents\"] input').focus()";
    visit.run(first, vec![]).await?;
    types_row(visit, &["C-2", "CN-1", "3/8", "", "33.33"]).await?;
    visit.see("Saved CN-1").await?;
    owed.add("C-2", -3_333);
    visit.press("Close").await
}

async fn undoes_a_mistake(visit: &Visit) -> Told {
    opens_sheet(visit, "New invoice").await?;
    types_row(visit, &["C-1", "WRONG", "3/9", "", "9999"]).await?;
    visit.see("Saved WRONG").await?;
    visit.press("Undo: invoice").await?;
    visit.press("Close").await
}

async fn merges_a_colleagues_file(stage: &Stage, mei: &Visit, owed: &mut Reckoning) -> Told {
    let sent = exports(mei).await?;
    let tao = stage.visit().await?;
    tao.go("").await?;
    tao.drop_files(&[sent]).await?;
    tao.see("opened beside yours").await?;
    tao.follow("Items").await?;
    sets_the_day(&tao, TODAY).await?;
    opens_sheet(&tao, "New invoice").await?;
    types_row(&tao, &["C-1", "T-1", "3/10", "3/30", "77.70"]).await?;
    tao.see("Saved T-1").await?;
    owed.add("C-1", 7_770);
    names(&tao, "Tao's name").await?;
    let back = exports(&tao).await?;
    names(mei, "Mei's name").await?;
    mei.drop_files(&[back]).await?;
    mei.press("Merge").await?;
    mei.press("Choose Mei's name").await?;
    mei.see("There is nothing to settle.").await
}

async fn names(visit: &Visit, name: &str) -> Told {
    visit.follow("Customers").await?;
    visit.follow("C-1").await?;
    visit.click(Role::Tab, "Details").await?;
    visit.fill("Name", name).await?;
    visit.press("Save").await?;
    visit.find(Role::Heading, name).await.map(|_| ())
}

async fn exports(visit: &Visit) -> Told<HandFile> {
    visit.follow("Share").await?;
    visit.press("Export JSON").await?;
    visit.downloaded().await
}

/// Before the receipts everything was still owed; what was dated later is left out.
async fn looks_at_an_old_day(visit: &Visit, owed: i64) -> Told {
    visit.follow("Aging").await?;
    sets_the_day(visit, EARLIER).await?;
    visit.see(&figure(owed)).await?;
    sets_the_day(visit, TODAY).await
}

async fn prints_a_statement(visit: &Visit, owed: &Reckoning) -> Told {
    visit.follow("Customers").await?;
    visit.follow("C-2").await?;
    visit.click(Role::Tab, "Statement").await?;
    visit.see(&figure(owed.0.get("C-2").copied().unwrap_or_default())).await?;
    visit.run("window.print = () => { window.printed = true }", vec![]).await?;
    visit.press("Print").await?;
    let printed = visit.run("return window.printed === true", vec![]).await?;
    same("whether the statement was printed", printed, json!(true))
}

/// The aging says of every customer what the reckoning says.
async fn sees_what_is_owed(visit: &Visit, owed: &Reckoning) -> Told {
    visit.follow("Aging").await?;
    visit.see(&figure(owed.total())).await?;
    for (customer, cents) in &owed.0 {
        let name = if customer == "C-1" { "Mei's name" } else { customer };
        let shown = visit.cell_text("Aging", name, "Balance").await?;
        same(&format!("what {customer} owes"), shown, figure(*cents))?;
    }
    Ok(())
}
