//! A person opens the page for the first time.

use std::rc::Rc;

use thirtyfour::By;

use crate::broken::{Told, check, same};
use crate::stage::Stage;

/// It shows itself under its name, and once loaded asks nobody for anything more.
pub(super) async fn opens_and_keeps_to_itself(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    visit.go("").await?;
    let web = visit.web()?;
    let title = web.title().await?;
    let named = title.contains("回款簿") || title.contains("Huikuan");
    check(named, format!("the title is \"{title}\""))?;
    let loading = visit.requests().await?;
    check(
        loading.iter().any(|address| address.ends_with(".wasm")) || !visit.tells_of_requests(),
        format!("loading the page asked for no wasm: {loading:?}"),
    )?;
    visit.picture("opening").await?;
    web.find(By::Tag("body")).await?.click().await?;
    visit.text().await?;
    same("requests after loading", visit.requests().await?, Vec::<String>::new())
}
