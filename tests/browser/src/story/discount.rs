//! An early-payment discount from the policy to the finding: offered, quoted, worth it or not,
//! taken in time and taken late, accepted; then longer terms and a perk.
//! Never a figure that the page told first: each stands here worked out by hand.

use std::rc::Rc;

use thirtyfour::Key;

use crate::broken::{Told, same};
use crate::stage::Stage;
use crate::visit::{Role, Visit};

/// Sets the policy, quotes, simulates, pays a part inside the window and the rest outside.
pub(super) async fn is_offered_and_taken(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    visit.go("").await?;
    visit.press("Start empty").await?;
    sets_the_policy(&visit).await?;
    records_two_invoices(&visit).await?;
    quotes(&visit).await?;
    simulates(&visit).await?;
    pays_early_and_late(&visit).await?;
    accepts(&visit).await?;
    rewards(&visit).await
}

/// 2 % when paid thirty days early, 1 % when fifteen.
async fn sets_the_policy(visit: &Visit) -> Told {
    visit.follow("Discounts").await?;
    visit.press("New offer").await?;
    visit.fill("Name", "Early payment").await?;
    visit.press("Save").await?;
    visit.see("Enter a number of days").await?;
    for (step, days, gain) in [("1", "30", "2%"), ("2", "15", "1%")] {
        visit.fill(&format!("Step {step}: days"), days).await?;
        visit.fill(&format!("Step {step}: 2% or an amount"), gain).await?;
    }
    visit.press("Save").await?;
    visit.see("2% when paid 30 days or more before the due day, 1% when paid 15 days").await
}

/// Types a row into the sheet and saves it.
async fn types_row(visit: &Visit, cells: &[&str]) -> Told {
    visit.type_row(cells).await?;
    visit.key(Key::Enter).await
}

async fn records_two_invoices(visit: &Visit) -> Told {
    visit.follow("Items").await?;
    visit.press("New invoice").await?;
    visit.until_focused_on("Customer").await?;
    types_row(visit, &["C-1", "A-1", "today", "+40", "1000"]).await?;
    visit.see("Saved A-1").await?;
    visit.until_focused_on("Customer").await?;
    types_row(visit, &["C-2", "B-1", "today", "+30", "10000"]).await?;
    visit.see("Saved B-1").await?;
    visit.press("Close").await
}

/// 1,000.00 × (1 − 2 %) = 980.00, a year 0.02 ÷ 0.98 × 365 ÷ 40 = 18.62 %.
async fn quotes(visit: &Visit) -> Told {
    visit.follow("Discounts").await?;
    visit.click(Role::Tab, "Quote").await?;
    visit.fill("Customer", "C-1").await?;
    visit.key(Key::Enter).await?;
    let row = [("To pay", "980.00"), ("Discount", "20.00"), ("Step", "2%"), ("A year", "18.62%")];
    for (column, told) in row {
        same(column, visit.cell_text("Quote", "A-1", column).await?.as_str(), told)?;
    }
    Ok(())
}

/// Both customers are regular. Cost 11,000 × 2 % = 220.00; saved 980 × 6 % × 40 ÷ 365 + 9,800 ×
/// 6 % × 30 ÷ 365 = 6.4438… + 48.3287… = 54.77; net −165.23. Even at 55.8904… ÷ 11,055.8904…
async fn simulates(visit: &Visit) -> Told {
    visit.click(Role::Tab, "Worth it?").await?;
    for (field, share) in [
        ("Rate", "2%"),
        ("quality: share that pays early", "0"),
        ("regular: share that pays early", "100%"),
        ("risk: share that pays early", "0"),
        ("Cost of money a year", "6%"),
    ] {
        visit.fill(field, share).await?;
    }
    for told in [
        "10,780.00 Cash brought forward",
        "220.00 Cost of the discount",
        "54.77 Cost of money saved",
        "−165.23 Net benefit",
        "0.51% Break-even rate",
    ] {
        visit.see(told).await?;
    }
    Ok(())
}

/// 490.00 inside the window settles 500.00; 490.00 outside leaves the 10.00 that the customer took
/// off all the same.
async fn pays_early_and_late(visit: &Visit) -> Told {
    visit.follow("Items").await?;
    visit.press("New receipt").await?;
    visit.until_focused_on("Customer").await?;
    types_row(visit, &["C-1", "today", "490"]).await?;
    visit.see("Saved").await?;
    visit.until_focused_on("Customer").await?;
    types_row(visit, &["C-1", "+35", "490"]).await?;
    visit.see_no("1 row not saved").await?;
    visit.press("Close").await?;
    let as_of = visit.find(Role::Field, "As of").await?;
    as_of.clear().await?;
    as_of.send_keys("+35").await?;
    visit.key(Key::Enter).await?;
    visit.see("10.00").await?;
    visit.cell("Items", "A-1", "Number").await?.click().await?;
    visit.press("Discount taken").await?;
    same("what is open", visit.value("Amount").await?.as_str(), "10.00")?;
    visit.press("Save").await?;
    visit.see("Recorded: discount").await?;
    visit.press("Close").await
}

/// One was earned, the other taken late: a finding until somebody accepts it.
async fn accepts(visit: &Visit) -> Told {
    visit.follow("Share").await?;
    visit.see("after its last day").await?;
    visit.follow("Discounts").await?;
    visit.click(Role::Tab, "Grants").await?;
    visit.see("earned CNY 10.00 · taken late CNY 10.00").await?;
    visit.cell("Discounts taken", "taken late…", "State").await?.click().await?;
    visit.find(Role::Dialog, "Settle a late discount").await?;
    visit.fill("Reason", "a good customer").await?;
    visit.press("Accept").await?;
    visit.see("earned CNY 10.00 · late, accepted CNY 10.00").await?;
    visit.follow("Share").await?;
    visit.see_no("after its last day").await
}

/// Opens the form of a deed of C-2 that stands behind the button for more.
async fn opens_form(visit: &Visit, deed: &str) -> Told {
    visit.press("More…").await?;
    visit.press(deed).await?;
    visit.find(Role::Dialog, deed).await.map(drop)
}

/// B-1 over 10,000.00 was due five days ago and is open: 10,000 × 5 × 6 % ÷ 365 = 8.22, and C-2 has
/// paid nothing by the first due day. A perk of 200.00 is given for 180.00.
async fn rewards(visit: &Visit) -> Told {
    visit.follow("Customers").await?;
    visit.follow("C-2").await?;
    opens_form(visit, "Grant longer terms").await?;
    visit.fill("Terms until now (days)", "30").await?;
    visit.fill("Longer terms (days)", "30").await?;
    visit.fill("Approved by", "Ann").await?;
    visit.press("Save").await?;
    visit.see("must be longer than").await?;
    visit.fill("Longer terms (days)", "60").await?;
    visit.press("Save").await?;
    visit.see("Recorded: extension of terms").await?;
    opens_form(visit, "Grant a perk").await?;
    visit.fill("What it is", "training").await?;
    visit.fill("Worth (may be empty)", "200").await?;
    visit.press("Save").await?;
    visit.see("Recorded: perk").await?;
    visit.follow("Discounts").await?;
    visit.click(Role::Tab, "Longer terms").await?;
    let row =
        [("Days", "30 → 60 days"), ("Used", "1"), ("Cost", "CNY 8.22"), ("State", "to review")];
    for (column, told) in row {
        let shown = visit.cell_text("Longer terms and their use", "C-2", column).await?;
        same(column, shown.as_str(), told)?;
    }
    visit.click(Role::Tab, "Perks").await?;
    visit.see("to be given CNY 200.00").await?;
    visit.cell("Perks and rewards", "training", "State").await?.click().await?;
    visit.find(Role::Dialog, "Record that it was given").await?;
    visit.fill("What it cost (empty: its worth)", "180").await?;
    visit.press("Save").await?;
    visit.see("given CNY 180.00").await
}
