//! Rows that wait while something else is looked at, a paste undone at once, an item found by its
//! address, figures that explain themselves, and a customer's credit limit and contact.

use std::rc::Rc;

use serde_json::json;
use thirtyfour::Key;

use crate::broken::{Told, check, same};
use crate::stage::Stage;
use crate::visit::{Role, Visit};

/// What the card of the only invoice is headed.
const CARD: &str = "invoice A-1 · C-1";

/// Types, leaves, comes back, pastes and undoes, opens what the address names, and asks why.
pub(super) async fn works_at_the_items(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    visit.go("").await?;
    visit.press("Start empty").await?;
    visit.follow("Items").await?;
    keeps_typed_rows(&visit).await?;
    undoes_a_paste(&visit).await?;
    opens_an_item_by_its_address(&visit).await?;
    explains_figures(&visit).await?;
    keeps_what_is_known_of_a_customer(&visit).await
}

/// A row that is typed and not saved is there after the sheet was closed, another screen was
/// shown, and a receipt was begun; and the dialog of a receipt takes over the row of it.
async fn keeps_typed_rows(visit: &Visit) -> Told {
    visit.press("New invoice").await?;
    visit.until_focused_on("Customer").await?;
    visit.type_row(&["C-1", "A-1"]).await?;
    visit.press("Close").await?;
    visit.find(Role::Button, "New invoice (1 row not saved)").await?;
    visit.follow("Customers").await?;
    visit.follow("Items").await?;
    visit.press("New receipt").await?;
    visit.until_focused_on("Customer").await?;
    visit.type_row(&["C-1", "", "70", "USD"]).await?;
    visit.press("Allocate item by item…").await?;
    visit.find(Role::Dialog, "New receipt").await?;
    for (field, typed) in [("Customer", "C-1"), ("Amount", "70"), ("Currency", "USD")] {
        same(&format!("{field} in the dialog"), visit.value(field).await?.as_str(), typed)?;
    }
    visit.press("Save").await?;
    visit.see("70.00 stays unapplied").await?;
    visit.find(Role::Button, "New receipt").await?;
    visit.press("New invoice (1 row not saved)").await?;
    visit.until_focused_on("Customer").await?;
    same("the customer typed before", visit.value("Customer").await?.as_str(), "C-1")?;
    visit.type_row(&["", "", "-40", "-10", "100"]).await?;
    visit.key(Key::Enter).await?;
    visit.see("Saved A-1").await?;
    visit.find(Role::Button, "New invoice").await.map(|_| ())
}

/// Rows that were saved together go together.
async fn undoes_a_paste(visit: &Visit) -> Told {
    let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste',
            { clipboardData: data, bubbles: true, cancelable: true }));";
    let rows: Vec<String> =
        (1..=3).map(|number| format!("C-1\tB-{number}\t-40\t-20\t10")).collect();
    visit.run(script, vec![json!(rows.join("\r\n"))]).await?;
    visit.press("Save all").await?;
    visit.see("Saved 3 rows").await?;
    visit.cell("Items", "B-3", "Amount").await?;
    visit.press("Undo: invoice × 3").await?;
    visit
        .until("only A-1 to be left", async || {
            let rows = visit.table("Items").await?;
            let holds = |number: &str| rows.iter().flatten().any(|cell| cell == number);
            Ok((holds("A-1") && !holds("B-1") && !holds("B-3")).then_some(()))
        })
        .await?;
    visit.find(Role::Button, "Redo: invoice × 3").await?;
    visit.find(Role::Button, "Undo: invoice").await?;
    visit.press("Close").await
}

async fn opens_an_item_by_its_address(visit: &Visit) -> Told {
    visit.cell("Items", "A-1", "Number").await?.click().await?;
    visit.find(Role::Dialog, CARD).await?;
    let address = visit.run("return location.hash", vec![]).await?;
    let address = address.as_str().unwrap_or_default().to_owned();
    check(address.contains("item="), format!("no item in the address {address}"))?;
    visit.run("history.back()", vec![]).await?;
    is_closed(visit, CARD).await?;
    visit.run("history.forward()", vec![]).await?;
    visit.find(Role::Dialog, CARD).await?;
    visit.key(Key::Escape).await?;
    is_closed(visit, CARD).await?;
    // A link that somebody sent.
    visit.run("location.hash = arguments[0]", vec![json!(address)]).await?;
    visit.reload().await?;
    visit.find(Role::Dialog, CARD).await?;
    visit.key(Key::Escape).await?;
    is_closed(visit, CARD).await?;
    let unknown = address.replace("A-1", "NO-1");
    visit.run("location.hash = arguments[0]", vec![json!(unknown)]).await?;
    visit.find(Role::Dialog, "No such item or receipt").await?;
    visit.key(Key::Escape).await?;
    is_closed(visit, "No such item or receipt").await
}

/// The card is gone, and so is its part of the address.
async fn is_closed(visit: &Visit, card: &str) -> Told {
    visit
        .until("the card and its address to be gone", async || {
            let hash = visit.run("return location.hash", vec![]).await?;
            let named = hash.as_str().unwrap_or_default().contains("item=");
            let shown = visit.has(Role::Dialog, card).await?;
            Ok((!named && !shown).then_some(()))
        })
        .await
}

async fn explains_figures(visit: &Visit) -> Told {
    visit.follow("Customers").await?;
    visit.cell("Customers", "100.00", "Overdue").await?.click().await?;
    explains_the_overdue(visit).await?;
    visit.key(Key::Escape).await?;
    // The table has the focus again, and the cursor stands where it stood.
    visit.key(Key::Enter).await?;
    explains_the_overdue(visit).await?;
    visit.key(Key::Escape).await?;
    visit.follow("C-1").await?;
    visit.find_part(Role::Button, "100.00 Overdue").await?.click().await?;
    explains_the_overdue(visit).await?;
    visit.follow("A-1").await?;
    visit.find(Role::Dialog, CARD).await?;
    visit.key(Key::Escape).await?;
    is_closed(visit, CARD).await
}

/// The rule, the item with its days, and the entry that it came from.
async fn explains_the_overdue(visit: &Visit) -> Told {
    let words =
        ["C-1 · Overdue", "1 item, 100.00 in total", "= 10 days", "Rule: by due date", "unsigned"];
    for words in words {
        visit.see(words).await?;
    }
    Ok(())
}

async fn keeps_what_is_known_of_a_customer(visit: &Visit) -> Told {
    visit.follow("Customers").await?;
    visit.follow("C-1").await?;
    visit.click(Role::Tab, "Details").await?;
    visit.fill("Credit limit", "much").await?;
    visit.fill("Phone", "021-555").await?;
    visit.fill("E-mail", "nowhere").await?;
    visit.press("Save").await?;
    visit.see("Enter an amount, such as 1,200").await?;
    visit.see("No e-mail address").await?;
    visit.fill("Credit limit", "5,000").await?;
    visit.fill("E-mail", "mei@example.com").await?;
    visit.press("Save").await?;
    visit.see("Saved customer C-1").await?;
    visit.press("Undo: change to customer").await?;
    visit.press("Redo: change to customer").await?;
    visit.reload().await?;
    visit.find(Role::Field, "Credit limit").await?;
    for (field, kept) in
        [("Credit limit", "5,000.00"), ("Phone", "021-555"), ("E-mail", "mei@example.com")]
    {
        visit
            .until(&format!("{field} to be kept"), async || {
                Ok((visit.value(field).await? == kept).then_some(()))
            })
            .await?;
    }
    Ok(())
}
