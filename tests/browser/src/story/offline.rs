//! The page with the network off, and with a newer build on its host.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::keeping::{empty_workbook, open_items, record_customer, safe};
use crate::broken::{Broken, Told, check, same};
use crate::host::Host;
use crate::stage::Stage;
use crate::visit::{Role, Visit, Visitor};

const USE_NEWER: &str = "Use the new version";
const IS_NEWER: &str = "return document.querySelector('meta[name=edition]') !== null";
const SCRIPT: &str = "service-worker.js";

/// A person at a host of their own, which can be closed.
pub(super) async fn visit(stage: &Stage, host: &Host) -> Told<Rc<Visit>> {
    let site = Some(host.address());
    stage.visit_as(Visitor { site, ..Visitor::default() }).await
}

/// Waits until the page is kept whole and answered from what is kept.
pub(super) async fn kept(visit: &Visit) -> Told {
    visit
        .until("the page to be kept", async || {
            let kept = "return navigator.serviceWorker.controller !== null";
            Ok(visit.run(kept, vec![]).await?.as_bool().filter(|kept| *kept))
        })
        .await
        .map(|_| ())
}

/// Loaded once, the page needs its host no more: it opens, keeps what is recorded and imports.
pub(super) async fn works_without_its_host(stage: Rc<Stage>) -> Told {
    let mut host = Host::open(stage.dist())?;
    let visit = visit(&stage, &host).await?;
    empty_workbook(&visit).await?;
    kept(&visit).await?;
    asked_for_its_own_files(&stage, &host)?;
    record_customer(&visit, "C-1", "上海华美").await?;
    safe(&visit).await?;
    same("what was asked of the host in use", host.asked(), Vec::<String>::new())?;

    host.close()?;
    visit.reload().await?;
    visit.see("上海华美").await?;
    record_customer(&visit, "C-2", "杭州锦程").await?;
    visit.drop_files(&[open_items(200)]).await?;
    visit.press("Import").await?;
    visit.see("Imported 200 rows").await?;
    safe(&visit).await?;
    visit.reload().await?;
    visit.follow("Customers").await?;
    visit.see("杭州锦程").await?;
    visit.follow("Aging").await?;
    visit.see("20,150.00").await
}

/// Loading took files of the site and no others, each of those kept once more.
fn asked_for_its_own_files(stage: &Stage, host: &Host) -> Told {
    let script = std::fs::read_to_string(stage.dist().join(SCRIPT))?;
    let listed: BTreeSet<&str> = script.lines().filter_map(listed_path).collect();
    check(listed.len() > 5, format!("{SCRIPT} lists {listed:?}"))?;
    let asked = host.asked();
    let is_own =
        |path: &&String| path.is_empty() || *path == SCRIPT || listed.contains(path.as_str());
    let others: Vec<&String> = asked.iter().filter(|path| !is_own(path)).collect();
    check(others.is_empty(), format!("the page asked for {others:?}"))?;
    let missed = listed.iter().find(|path| !asked.iter().any(|asked| asked == **path));
    check(missed.is_none(), format!("{missed:?} was not kept"))
}

/// The path in a line of the list: `["a.css", "sha256-…"],`.
fn listed_path(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix("[\"")?.split('"').next()
}

/// A newer build on the host: while half of it is there, nothing changes; once it is whole, it is
/// offered, the open tabs go on with the old one, and the book opens in the new one when asked.
pub(super) async fn offers_a_newer_version(stage: Rc<Stage>) -> Told {
    let host = Host::open(stage.dist())?;
    let visit = visit(&stage, &host).await?;
    let place = empty_workbook(&visit).await?;
    kept(&visit).await?;
    record_customer(&visit, "C-1", "上海华美").await?;
    safe(&visit).await?;

    let (index, script) = newer_build(&stage)?;
    host.put(SCRIPT, script);
    host.asked();
    visit.reload().await?;
    is_refused(&visit, &host).await?;
    visit.see("上海华美").await?;
    check(!visit.has(Role::Button, USE_NEWER).await?, "half a build was offered")?;

    host.put("index.html", index);
    let web = visit.web()?;
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second.clone()).await?;
    visit.go(&place).await?;
    visit.find(Role::Button, USE_NEWER).await?;
    web.switch_to_window(first.clone()).await?;
    visit.find(Role::Button, USE_NEWER).await?;
    // Loading the page again is no yes: it opens as it was.
    visit.reload().await?;
    record_customer(&visit, "C-2", "杭州锦程").await?;
    same("whether the version changed unasked", visit.run(IS_NEWER, vec![]).await?, json!(false))?;
    takes_newer(&visit).await?;
    visit.see("杭州锦程").await?;

    // The other tab was not asked, so it goes on as it is until it is.
    web.switch_to_window(second).await?;
    same("whether the other tab is too", visit.run(IS_NEWER, vec![]).await?, json!(false))?;
    record_customer(&visit, "C-3", "宁波远洋").await?;
    safe(&visit).await?;
    takes_newer(&visit).await?;
    visit.see("宁波远洋").await?;
    let caches = visit.run_async("caches.keys().then((all) => arguments[0](all.length))", vec![]);
    same("versions that are kept", caches.await?, json!(1))?;
    check(!visit.has(Role::Button, USE_NEWER).await?, "the version in use is offered")
}

async fn takes_newer(visit: &Visit) -> Told {
    visit.press(USE_NEWER).await?;
    visit
        .until("the newer version", async || {
            Ok(visit.run(IS_NEWER, vec![]).await?.as_bool().filter(|is_newer| *is_newer))
        })
        .await
        .map(|_| ())
}

/// Waits until the newer version was tried and given up, and leaves nothing of it behind.
async fn is_refused(visit: &Visit, host: &Host) -> Told {
    let asked = RefCell::new(Vec::new());
    visit
        .until("the newer version to be tried", async || {
            asked.borrow_mut().extend(host.asked());
            let was_tried = asked.borrow().iter().any(|path| path == "index.html");
            Ok(was_tried.then_some(()))
        })
        .await?;
    let look = "const done = arguments[0];\
        navigator.serviceWorker.getRegistration().then(async (found) =>\
            done([!found.installing, !found.waiting, (await caches.keys()).length]))";
    visit
        .until("the newer version to be given up", async || {
            let state = visit.run_async(look, vec![]).await?;
            Ok((state == json!([true, true, 1])).then_some(()))
        })
        .await
}

/// A build that differs in its `index.html`, and its service worker.
fn newer_build(stage: &Stage) -> Told<(Vec<u8>, Vec<u8>)> {
    let read = |file: &str| std::fs::read_to_string(stage.dist().join(file));
    let (index, script) = (read("index.html")?, read(SCRIPT)?);
    let index = index.replacen("<title>", "<meta name=edition content=newer><title>", 1);
    let hash = STANDARD.encode(Sha256::digest(index.as_bytes()));
    let mut lines: Vec<String> = Vec::new();
    for line in script.lines() {
        lines.push(match (line.starts_with("const VERSION = "), listed_path(line)) {
            (true, _) => "const VERSION = 'newer';".to_owned(),
            (false, Some("index.html")) => format!("  [\"index.html\", \"sha256-{hash}\"],"),
            (false, _) => line.to_owned(),
        });
    }
    let newer = lines.join("\n");
    if newer == script || !newer.contains(&hash) || !newer.contains("'newer'") {
        return Err(Broken::new(format!("{SCRIPT} is not as this story knows it")));
    }
    Ok((index.into_bytes(), newer.into_bytes()))
}
