//! The page's second half comes late, or not at all while somebody already works.

use std::rc::Rc;

use super::offline::visit;
use crate::broken::{Broken, Told, same};
use crate::host::Host;
use crate::stage::Stage;

/// Requests that a placeholder made because its function could not wait.
const ASKED_AT_ONCE: &str = "return performance.getEntriesByType('resource')\
    .filter((entry) => entry.initiatorType === 'xmlhttprequest').length";

/// The welcome stands without the secondary module and asks for nothing of it. What is pressed
/// before it is there fetches it then; where it cannot be had, the page says so in both languages.
pub(super) async fn starts_without_its_second_half(stage: Rc<Stage>) -> Told {
    let name = secondary(&stage)?;
    let module = std::fs::read(stage.dist().join(&name))?;
    let host = Host::open(stage.dist())?;
    host.put(&name, Vec::new());

    let late = visit(&stage, &host).await?;
    late.expect_console_errors();
    late.go("").await?;
    late.see("Start empty").await?;
    late.until("the secondary module to be asked for", async || {
        Ok(host.asked().contains(&name).then_some(()))
    })
    .await?;
    let at_once = late.run(ASKED_AT_ONCE, vec![]).await?;
    same("calls that the profile lacks (cargo xtask profile)", at_once.as_u64(), Some(0))?;
    host.put(&name, module);
    late.press("Start empty").await?;
    late.follow("Customers").await?;

    host.put(&name, Vec::new());
    let never = visit(&stage, &host).await?;
    never.expect_console_errors();
    never.go("").await?;
    never.press("Start empty").await?;
    never.see("The page is not here in full yet").await?;
    never.see("页面还没有下载完整").await
}

/// The file of the module; its name depends on its content.
fn secondary(stage: &Stage) -> Told<String> {
    let files = std::fs::read_dir(stage.dist())?;
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut found = names.filter(|name| name.starts_with("secondary-") && name.ends_with(".wasm"));
    found.next().ok_or_else(|| Broken::new("dist/ holds no secondary module"))
}
