//! What the other stories lean on, tried on a little page of known content: what a step finds,
//! waits for, gives and takes is what a person would.

use std::rc::Rc;

use serde_json::json;
use thirtyfour::Key;

use crate::broken::{Told, check, same};
use crate::stage::Stage;
use crate::visit::{HandFile, Role, Visit, Visitor};

const PAGE: &str = include_str!("harness.html");

/// Puts the little page in the place of the real one.
async fn little_page(stage: &Stage) -> Told<Rc<Visit>> {
    let visit = stage.visit().await?;
    visit.go("").await?;
    visit.run("document.body.innerHTML = arguments[0]", vec![json!(PAGE)]).await?;
    Ok(visit)
}

/// Things are found by role and name, and what is hidden is not.
pub(super) async fn finds_what_a_person_sees(stage: Rc<Stage>) -> Told {
    let visit = little_page(&stage).await?;
    for (role, name) in [
        (Role::Heading, "Little page"),
        (Role::Button, "Save it"),
        (Role::Button, "Close"),
        (Role::Link, "Further"),
        (Role::Field, "Name of customer"),
        (Role::Field, "Day"),
        (Role::Checkbox, "With tax"),
        (Role::Radio, "Monthly"),
        (Role::Option, "Second"),
        (Role::Region, "Options"),
        (Role::Table, "Aging"),
        (Role::ColumnHeader, "1–30"),
        (Role::Row, "C-2 70.00 1.50"),
        (Role::Cell, "70.00"),
        (Role::Dialog, "Are you sure?"),
        (Role::Status, "Saved"),
        (Role::Tab, "Items"),
        (Role::File, "Choose a file"),
    ] {
        check(visit.has(role, name).await?, format!("{role:?} \"{name}\" was not found"))?;
    }
    for (role, name) in [
        (Role::Button, "Hidden"),
        (Role::Button, "Not there"),
        (Role::Button, "Save"),
        (Role::Link, "Save it"),
    ] {
        check(!visit.has(role, name).await?, format!("{role:?} \"{name}\" was found"))?;
    }
    visit.find_part(Role::Button, "Save").await?;
    check(visit.reads("A text over two lines").await?, "the text was not read")?;
    check(!visit.reads("Hidden").await?, "a hidden text was read")?;
    visit.see_no("Hidden").await?;
    let table = visit.table("Aging").await?;
    same(
        "the table",
        table,
        vec![
            vec!["Customer", "Not due", "1–30"],
            vec!["C-1", "5.00", "0.00"],
            vec!["C-2", "70.00", "1.50"],
        ],
    )?;
    same("one cell", visit.cell_text("Aging", "C-2", "1–30").await?, "1.50")
}

/// Buttons are pressed, fields filled, choices made, keys struck.
pub(super) async fn acts_as_a_person_does(stage: Rc<Stage>) -> Told {
    let visit = little_page(&stage).await?;
    visit.run(include_str!("../script/harness.js"), vec![]).await?;
    visit.press("Save it").await?;
    visit.see("pressed").await?;
    visit.fill("Name of customer", "上海贸易").await?;
    visit.fill("Day", "2026-03-31").await?;
    visit.choose("Part", "Second").await?;
    same("the name", visit.value("Name of customer").await?, "上海贸易")?;
    same("the day", visit.value("Day").await?, "2026-03-31")?;
    same("the part", visit.value("Part").await?, "2")?;
    visit.click(Role::Checkbox, "With tax").await?;
    visit.follow("Further").await?;
    visit.key(Key::Escape).await?;
    visit.see("escaped").await?;
    let address = visit.web()?.current_url().await?;
    check(address.as_str().ends_with("#/further"), format!("the address is {address}"))
}

/// Files go in by choice and by drop, and come out as downloads.
pub(super) async fn hands_files_over(stage: Rc<Stage>) -> Told {
    let visit = little_page(&stage).await?;
    visit.run(include_str!("../script/harness.js"), vec![]).await?;
    visit.choose_files("Choose a file", &[HandFile::new("chosen.csv", "a,b\n1,2\n")]).await?;
    visit.see("chosen.csv has 8 bytes").await?;
    visit.drop_files(&[HandFile::new("dropped.json", "{}")]).await?;
    visit.see("dropped.json has 2 bytes").await?;
    visit.press("Download").await?;
    let file = visit.downloaded().await?;
    same("the file's name", file.name, "book.json")?;
    same("the file's content", file.bytes, b"{\"a\":1}".to_vec())
}

/// A profile outlives its browser, closed or killed; a new visitor knows nothing of it.
pub(super) async fn comes_back_after_a_crash(stage: Rc<Stage>) -> Told {
    for round in 0..stage.rounds(1, 10) {
        let first = stage.visit().await?;
        first.go("").await?;
        let keep = format!("localStorage.setItem('kept', 'round {round}')");
        first.run(&keep, vec![]).await?;
        first.end().await?;
        let again = Visitor { profile: Some(first.profile()), ..Visitor::default() };
        let second = stage.visit_as(again.clone()).await?;
        second.go("").await?;
        let kept = second.run("return localStorage.getItem('kept')", vec![]).await?;
        same("what the closed browser kept", kept, json!(format!("round {round}")))?;
        second.kill().await?;
        let third = Visitor { profile: Some(second.profile()), ..again };
        let third = stage.visit_as(third).await?;
        third.go("").await?;
        let kept = third.run("return localStorage.getItem('kept')", vec![]).await?;
        same("what the killed browser kept", kept, json!(format!("round {round}")))?;
        third.end().await?;
    }
    let stranger = stage.visit().await?;
    stranger.go("").await?;
    let kept = stranger.run("return localStorage.getItem('kept')", vec![]).await?;
    same("what a stranger finds", kept, json!(null))
}

/// An error on the console and a request to another site are both seen.
pub(super) async fn sees_what_goes_wrong(stage: Rc<Stage>) -> Told {
    let visit = stage.visit_as(Visitor { language: "zh-CN", ..Visitor::default() }).await?;
    visit.go("").await?;
    let language = visit.run("return navigator.language", vec![]).await?;
    same("the language", language, json!("zh-CN"))?;
    visit.requests().await?;
    let ask = "const done = arguments[0]; fetch('no-such-file').then(() => done(true))";
    visit.run_async(ask, vec![]).await?;
    visit.reload().await?;
    if visit.tells_of_requests() {
        let asked = visit.requests().await?;
        let seen = asked.iter().any(|address| address.ends_with("/no-such-file"));
        check(seen, format!("the request was not seen among {asked:?}"))?;
        check(!visit.console_errors().await?.is_empty(), "the console's error was not seen")?;
    }
    visit.expect_console_errors();
    Ok(())
}
