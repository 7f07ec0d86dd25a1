//! Whoever has kept no copy for a week is reminded of it, and is left in peace with it (I5). The
//! week goes by at the laptop's clock, which the story puts forward under the page. Never waits for
//! a real day.

use std::rc::Rc;

use serde_json::json;

use super::keeping::{empty_workbook, record_customer};
use crate::broken::{Told, check, same};
use crate::stage::Stage;
use crate::visit::Visit;

const NONE_YET: &str = "This workbook has no copy outside this browser";
const SINCE: &str = "since the last copy.";

/// Puts the clock forward by so many days, and waits until the page shows the new day as today: it
/// looks at the clock when its window has the focus.
pub(super) async fn puts_clock_forward(visit: &Visit, days: u32) -> Told {
    let script = "const ahead = arguments[0] * 86_400_000;
        const Real = window.realDate ??= Date;
        window.Date = class extends Real {
            constructor(...given) {
                if (given.length > 0) super(...given); else super(Real.now() + ahead);
            }
            static now() { return Real.now() + ahead; }
        };
        window.dispatchEvent(new Event('focus'));
        return new Date().toLocaleDateString('sv')";
    let today = visit.run(script, vec![json!(days)]).await?;
    let look =
        "return [...document.querySelectorAll('input')].some((i) => i.value === arguments[0])";
    visit
        .until("the new day", async || {
            let is_shown = visit.run(look, vec![today.clone()]).await?;
            Ok(is_shown.as_bool().filter(|is_shown| *is_shown))
        })
        .await
        .map(|_| ())
}

/// The reminder comes after seven days with a change, takes nothing away from who is typing, can
/// be put off until the next day, and ends with a copy until there are changes and days again.
pub(super) async fn of_a_copy(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    empty_workbook(&visit).await?;
    record_customer(&visit, "C-1", "On the first day").await?;
    puts_clock_forward(&visit, 6).await?;
    check(!visit.reads(NONE_YET).await?, "a reminder after six days")?;

    visit.press("New customer").await?;
    visit.fill("Code", "C-2").await?;
    puts_clock_forward(&visit, 7).await?;
    visit.see(&format!("{NONE_YET}: 2 new entries in 7 days.")).await?;
    visit.until_focused_on("Code").await?;
    same("what was being typed", visit.value("Code").await?.as_str(), "C-2")?;
    visit.fill("Name", "On the eighth day").await?;
    visit.press("Save").await?;
    visit.see(&format!("{NONE_YET}: 3 new entries in 7 days.")).await?;

    visit.press("Remind me tomorrow").await?;
    visit.see_no(NONE_YET).await?;
    puts_clock_forward(&visit, 8).await?;
    visit.see(&format!("{NONE_YET}: 3 new entries in 8 days.")).await?;
    visit.press("Export JSON").await?;
    visit.downloaded().await?;
    check(visit.reads(NONE_YET).await?, "a download counted before anybody said it is there")?;
    visit.press("Yes, it is there").await?;
    visit.see_no(NONE_YET).await?;

    record_customer(&visit, "C-3", "After the copy").await?;
    puts_clock_forward(&visit, 15).await?;
    visit.see(&format!("7 days and 1 entry {SINCE}")).await
}
