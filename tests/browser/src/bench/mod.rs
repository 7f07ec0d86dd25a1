//! What people wait for in the page itself, on a book of 100,000 invoices: until it is painted, and
//! the longest task of the page meanwhile. `cargo xtask bench` starts it with the files it needs.
//! Never judges a figure: machines differ.

mod report;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::{Value, json};

use crate::broken::{Broken, Told};
use crate::stage::{Place, Stage};
use crate::visit::{Role, Visit};
use report::{Sample, Table};

const PROBE: &str = include_str!("../script/probe.js");

/// How often each is measured. What is over in a frame is cheap; an import is not.
const OPENINGS: u32 = 7;
const EDITS: u32 = 20;
const IMPORTS: u32 = 5;
const MERGES: u32 = 5;
const FRAMES: u32 = 150;
/// Far enough a frame that the rows drawn are others.
const SCROLL_PX: u32 = 700;

/// The first draws up the index. Each of the others finds something else than the one before.
const QUERIES: [&str; 13] =
    ["1", "0", "e", "20", "inv", "c-1", "in 9", "1", "20", "e", "0", "c-1", "inv"];

/// What is handed to the page: one workbook in two copies that went apart, and a table.
struct Files {
    mine: PathBuf,
    other: PathBuf,
    table: PathBuf,
}

/// Measures everything and prints a table.
pub(crate) async fn run(place: Rc<Place>, folder: &Path) -> Told {
    let file = |name: &str| folder.join(name);
    let files =
        Files { mine: file("mine.json"), other: file("other.json"), table: file("table.csv") };
    let stage = Stage::new(place, "bench")?;
    let mut table = Table::default();
    let outcome = measured(&stage, &files, &mut table).await;
    println!("{table}");
    stage.close(outcome).await
}

async fn measured(stage: &Stage, files: &Files, table: &mut Table) -> Told {
    let visit = visitor(stage).await?;
    visit.go("").await?;
    drops(&visit, &files.mine, "opened beside yours").await?;
    // A page that is reloaded while it adds a workbook up asks before it opens it again.
    visit.find(Role::Table, "Aging").await?;
    safe(&visit).await?;
    let mut openings = Vec::new();
    for _ in 0..OPENINGS {
        visit.reload().await?;
        openings.push(Sample::of(&probe(&visit, "opening", vec![]).await?)?);
        safe(&visit).await?;
    }
    table.add("opening: reload → first figures", "≤ 1 s", openings);
    searched(&visit, table).await?;
    edited(&visit, table).await?;
    merged(&visit, &files.other, table).await?;
    imported(&visit, &files.table, "importing 55,000 rows into the large book", table).await?;
    visit.end().await?;

    for _ in 0..IMPORTS {
        let visit = visitor(stage).await?;
        visit.go("").await?;
        imported(&visit, &files.table, "importing 55,000 rows", table).await?;
        visit.end().await?;
    }
    Ok(())
}

/// Edits on both screens, by taking a receipt back and bringing it back; and a scroll between.
async fn edited(visit: &Visit, table: &mut Table) -> Told {
    visit.follow("Items").await?;
    visit.find(Role::Table, "Items").await?;
    let scrolled = probe(visit, "scroll", vec![json!(FRAMES), json!(SCROLL_PX)]).await?;
    table.add_scroll(&scrolled)?;
    records_a_receipt(visit).await?;
    let samples = edits(visit).await?;
    table.add("one edit on the items screen: pressed → painted", "≤ 16 ms", samples);
    visit.follow("Aging").await?;
    visit.find(Role::Table, "Aging").await?;
    let samples = edits(visit).await?;
    table.add("one edit on the aging screen: pressed → painted", "≤ 16 ms", samples);
    Ok(())
}

async fn edits(visit: &Visit) -> Told<Vec<Sample>> {
    let names = json!(["^Undo: ", "^Redo: "]);
    Sample::all(&probe(visit, "press", vec![names, json!(EDITS)]).await?)
}

/// A receipt of the first customer, so that there is something to take back.
async fn records_a_receipt(visit: &Visit) -> Told {
    visit.press("New receipt").await?;
    visit.press("Allocate item by item…").await?;
    let code = "return document.querySelector('main table tbody tr[data-row] a')?.hash
        ?.split('/').at(-1)?.split('?')[0]";
    let code = visit.run(code, vec![]).await?;
    let code = code.as_str().ok_or_else(|| Broken::new("no customer is named in the table"))?;
    visit.fill("Customer", code).await?;
    visit.fill("Amount", "123.45").await?;
    visit.press("Save").await?;
    visit.press("Close").await
}

async fn searched(visit: &Visit, table: &mut Table) -> Told {
    let told = probe(visit, "search", vec![json!(QUERIES)]).await?;
    let first = told.get("first").map(Sample::of).transpose()?;
    table.add("the first search, drawing up the index", "—", first.into_iter().collect());
    let samples = Sample::all(told.get("results").unwrap_or(&Value::Null))?;
    table.add("searching: letter → painted", "≤ 16 ms", samples);
    Ok(())
}

async fn merged(visit: &Visit, other: &Path, table: &mut Table) -> Told {
    let mut samples = Vec::new();
    for _ in 0..MERGES {
        samples.push(drops(visit, other, "new entries").await?);
        visit.press("Cancel").await?;
        visit.see_no("new entries").await?;
    }
    table.add("merging two large copies: file chosen → preview", "≤ 2 s", samples);
    Ok(())
}

async fn imported(visit: &Visit, file: &Path, what: &str, table: &mut Table) -> Told {
    let preview = drops(visit, file, "new").await?;
    let words = vec![json!("^Import$"), json!("Imported 55000 rows"), json!("Saved")];
    let accepted = Sample::all(&probe(visit, "accept", words).await?)?;
    table.add(&format!("{what}: chosen → preview"), "—", vec![preview]);
    let [aged, safe] = accepted.as_slice() else {
        return Err(Broken::new("the probe told of no import"));
    };
    table.add(&format!("{what}: accepted → aged"), "—", vec![*aged]);
    table.add(&format!("{what}: accepted → safe"), "≤ 3 s with the preview", vec![*safe]);
    Ok(())
}

/// Drops a file on the page and waits for words; gives what that took.
async fn drops(visit: &Visit, file: &Path, words: &str) -> Told<Sample> {
    visit.run("probe.field()", vec![]).await?;
    let field = visit.web()?.find(thirtyfour::By::Id("probe-file")).await?;
    field.send_keys(file.display().to_string()).await?;
    Sample::of(&probe(visit, "drop", vec![json!(words)]).await?)
}

async fn safe(visit: &Visit) -> Told {
    visit.find(Role::Status, "Saved").await.map(|_| ())
}

/// A visit whose every document is watched by the probe.
async fn visitor(stage: &Stage) -> Told<Rc<Visit>> {
    let visit = stage.visit().await?;
    let source = json!({ "source": PROBE });
    visit.web()?.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    visit.web()?.set_script_timeout(std::time::Duration::from_secs(120)).await?;
    Ok(visit)
}

/// What a step of the probe tells in the end.
async fn probe(visit: &Visit, step: &str, arguments: Vec<Value>) -> Told<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
        const given = [...arguments].slice(0, -1);
        const failed = (error) => done({{ error: `${{error}}` }});
        probe.{step}(...given).then((told) => done({{ told }}), failed);"
    );
    let answer = visit.run_async(&script, arguments).await?;
    match answer.get("told") {
        Some(told) => Ok(told.clone()),
        None => Err(Broken::new(format!("{step}: {answer}"))),
    }
}
