//! A formal letter on paper and a short message of two segments, each kept with its exact text.
//! Never looks at the letter on the screen alone: what is printed is read from the PDF.

use std::process::Command;
use std::rc::Rc;

use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use crate::broken::{Broken, Told, check};
use crate::stage::Stage;
use crate::visit::{Role, Visit};

/// Eighty characters: more than the seventy of one segment.
const MESSAGE: &str = "【听澜渡】贵司货款已逾期，请于下周五前安排付款；如一次付清有困难，可以来电预约上门\
    商谈或者分期付款。逾期未付将影响后续供货安排，如已付款请忽略本短信，谢谢您的支持。联系人赵一鸣。";

/// Prints a demand for payment to a customer of tier A, and sends a short message.
pub(super) async fn is_printed_and_sent(stage: Rc<Stage>) -> Told {
    let visit = stage.visit().await?;
    visit.go("").await?;
    visit.press("Look at the demo book").await?;
    visit.find(Role::Link, "Aging").await?;
    visit.follow("Today").await?;
    visit.follow("Letter…").await?;
    prints_a_demand(&visit).await?;
    sends_a_message(&visit).await
}

/// Another template for the same customer.
async fn takes(visit: &Visit, template: &str) -> Told {
    let script = "const [path, query] = location.hash.split('?');
        const asked = new URLSearchParams(query); asked.set('template', arguments[0]);
        location.hash = path + '?' + asked";
    visit.run(script, vec![json!(template)]).await.map(drop)
}

async fn prints_a_demand(visit: &Visit) -> Told {
    takes(visit, "LETTER-FORMAL").await?;
    visit.see("We therefore write to you formally").await?;
    let letter = visit.value("Text (change it before it goes out)").await?;
    let pdf = visit.web()?.print_page(PrintParameters::default()).await?;
    let printed = text_of(&pdf)?;
    let items = visit.run(
        "return [...document.querySelectorAll('.letter table')][0].innerText
            .match(/[A-Z]{2}-[0-9]{4}-[0-9]+/g)",
        vec![],
    );
    let items = items.await?;
    let items: Vec<&str> =
        items.as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
    check(!items.is_empty(), "the letter names no item")?;
    for item in items {
        check(printed.contains(item), format!("{item} is not printed"))?;
    }
    let deadline = between(&letter, "Please pay the amount by ", ",");
    for words in [deadline.as_str(), "0.05%/day", "The agreed late charge to", "Return slip"] {
        let is_there = !words.is_empty() && printed.contains(words);
        check(is_there, format!("\"{words}\" is not printed:\n{printed}"))?;
    }
    check(!printed.contains("[["), "a mark is printed as it stands")?;
    visit.press("Record as sent").await?;
    visit.see("Recorded with").await
}

/// The words of a PDF, every run of blanks as one.
fn text_of(pdf: &[u8]) -> Told<String> {
    let file = std::env::temp_dir().join(format!("huikuan-letter-{}.pdf", std::process::id()));
    std::fs::write(&file, pdf)?;
    let read = Command::new("pdftotext").arg(&file).arg("-").output()?;
    std::fs::remove_file(&file)?;
    let text = String::from_utf8(read.stdout).map_err(|why| Broken::new(why.to_string()))?;
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn between(text: &str, before: &str, after: &str) -> String {
    let rest = text.split_once(before).map(|(_, rest)| rest).unwrap_or_default();
    rest.split_once(after).map(|(found, _)| found.to_owned()).unwrap_or_default()
}

async fn sends_a_message(visit: &Visit) -> Told {
    visit.follow("Letter…").await?;
    let heading = visit.find_part(Role::Heading, "Letter to ").await?.text().await?;
    let customer = heading.trim_start_matches("Letter to ").to_owned();
    takes(visit, "REMINDER-SMS").await?;
    visit.see("segment").await?;
    visit.fill("Text (change it before it goes out)", MESSAGE).await?;
    visit.see("2 segments").await?;
    visit.press("Record as sent").await?;
    visit.see("Recorded with").await?;
    visit.follow("Customers").await?;
    visit.follow(&customer).await?;
    visit.click(Role::Tab, "Timeline").await?;
    visit.see(MESSAGE).await
}
