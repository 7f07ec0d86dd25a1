//! A morning as a collector works it, by keyboard alone: ten customers with different results, the
//! list and the next dates that follow, a promise that breaks a week later, and what is printed.
//! Never a click: `Keyboard` notes whatever no key did.

use std::rc::Rc;

use serde_json::json;
use thirtyfour::Key;

use crate::broken::{Broken, Told, same};
use crate::stage::Stage;
use crate::visit::{Keyboard, Role};

/// What came of each call, in the order in which the morning goes; a key or a word for each.
const RESULTS: [Came; 10] = [
    Came::Promise,
    Came::Dispute,
    Came::NoAnswer,
    Came::Plan,
    Came::Visit,
    // Refused: after the two quiet days.
    Came::Keyed("6", Some(3)),
    // A promise of this one still runs.
    Came::Keyed("7", None),
    // By now nobody is due; these were held or owe nothing yet.
    Came::Keyed("5", None),
    Came::Keyed("8", None),
    Came::Keyed("7", None),
];

#[derive(Clone, Copy, PartialEq)]
enum Came {
    /// A promise for three days on.
    Promise,
    /// The whole first item is contested.
    Dispute,
    NoAnswer,
    /// Three equal instalments.
    Plan,
    /// Visited, and met somebody.
    Visit,
    /// A result by its key that asks for nothing more, and the days to the next contact where the
    /// story looks for them.
    Keyed(&'static str, Option<u32>),
}

/// Works ten customers, moves a week on, and prints the tracking sheet and the meeting pack.
pub(super) async fn is_worked_by_keys(stage: Rc<Stage>) -> Told {
    let hands = Keyboard::of(stage.visit().await?);
    hands.go("").await?;
    hands.press("Look at the demo book").await?;
    hands.find(Role::Link, "Aging").await?;
    hands.call("Today").await?;
    explains_itself(&hands).await?;
    hands.choose(Role::Radio, "All").await?;
    let before = done(&hands).await?;
    let mut worked = Vec::new();
    for (place, came) in (1..).zip(RESULTS) {
        let customer = customer(&hands).await?;
        records(&hands, came)
            .await
            .map_err(|why| Broken::new(format!("{customer}, the {place}th: {why}")))?;
        hands
            .until("one more customer to be done", async || {
                Ok((done(&hands).await? == before + place).then_some(()))
            })
            .await?;
        sees_what_follows(&hands, &customer, came).await?;
        worked.push(customer);
        comes_to_another(&hands, &worked).await?;
    }
    let first = worked.first().map_or("", String::as_str);
    sees_a_promise_break(&hands, first).await?;
    prints(&hands, first).await?;
    hands.did_all_by_keys().await
}

/// How many customers the heading says are done.
async fn done(hands: &Keyboard) -> Told<usize> {
    hands
        .until("the count of customers done", async || {
            let text = hands.text().await?;
            let words: Vec<&str> = text.split(' ').collect();
            let told = words.windows(4).find_map(|words| match words {
                [count, "of", _, "done"] => count.parse().ok(),
                _ => None,
            });
            Ok(told)
        })
        .await
}

/// The customer at hand: the heading of its card.
async fn customer(hands: &Keyboard) -> Told<String> {
    let heading = "return document.querySelector('main h2')?.textContent.trim() || null";
    hands
        .until("a customer at hand", async || {
            Ok(hands.run(heading, vec![]).await?.as_str().map(str::to_owned))
        })
        .await
}

/// Goes on to a customer who was not worked yet, unless saving did so already.
async fn comes_to_another(hands: &Keyboard, worked: &[String]) -> Told {
    let mut here = customer(hands).await?;
    while worked.contains(&here) {
        hands.strike("j").await?;
        let before = here;
        here = hands
            .until("another customer at hand", async || {
                Ok(Some(customer(hands).await?).filter(|name| *name != before))
            })
            .await?;
    }
    Ok(())
}

/// Chooses the result by its key, fills in what it asks for, and saves.
async fn records(hands: &Keyboard, came: Came) -> Told {
    match came {
        Came::Promise => {
            hands.strike("1").await?;
            hands.until_focused_on("Promised day").await?;
            hands.strike("+3").await?;
        }
        Came::Dispute => {
            hands.strike("2").await?;
            hands.until_focused_on("Disputed amount (empty: all)").await?;
            hands.fill("Reason", "short delivery").await?;
        }
        Came::NoAnswer => {
            hands.strike("4").await?;
            hands.until_focused_on("Next date").await?;
        }
        Came::Plan => {
            hands.strike("3").await?;
            hands.until_focused_on("Number of instalments").await?;
            hands.press("Split equally").await?;
        }
        Came::Visit => {
            hands.reach(Role::Field, "Another result").await?;
            hands.strike("visited, m").await?;
        }
        Came::Keyed(key, _) => {
            hands.strike(key).await?;
            hands.until_focused_on("Next date").await?;
        }
    }
    hands.strike_with(Key::Control, Key::Enter).await
}

/// The customer's row says what follows (D1, D2): of whom nothing is to be demanded, why.
async fn sees_what_follows(hands: &Keyboard, customer: &str, came: Came) -> Told {
    let follows = match came {
        Came::Promise => vec!["promised, not demanded yet".to_owned()],
        Came::Dispute | Came::Visit | Came::Keyed(_, None) => vec!["Done".to_owned()],
        Came::Plan => vec!["in a plan on track, not demanded".to_owned()],
        Came::NoAnswer => vec!["Done".to_owned(), "next contact 20".to_owned()],
        Came::Keyed(_, Some(days)) => {
            vec!["Done".to_owned(), format!("next contact {}", later(hands, days).await?)]
        }
    };
    sees_row(hands, customer, &follows).await
}

/// Waits until the row of a customer says all of something.
async fn sees_row(hands: &Keyboard, customer: &str, words: &[String]) -> Told {
    let row = "const row = [...document.querySelectorAll('main tr')]
        .find(row => row.querySelector('a')?.textContent === arguments[0]);
        return row?.innerText.replace(/\\s+/g, ' ') ?? ''";
    hands
        .until(&format!("the row of {customer} to say {words:?}"), async || {
            let told = hands.run(row, vec![json!(customer)]).await?;
            let told = told.as_str().unwrap_or_default();
            Ok(words.iter().all(|words| told.contains(words)).then_some(()))
        })
        .await
}

/// The day so many days after the one that is looked at.
async fn later(hands: &Keyboard, days: u32) -> Told<String> {
    let as_of = hands.value("As of").await?;
    let script = "const [year, month, day] = arguments[0].split('-').map(Number);
        return new Date(Date.UTC(year, month - 1, day + arguments[1])).toISOString().slice(0, 10)";
    let later = hands.run(script, vec![json!(as_of), json!(days)]).await?;
    Ok(later.as_str().unwrap_or_default().to_owned())
}

/// Action, tier and class open to their arithmetic.
async fn explains_itself(hands: &Keyboard) -> Told {
    for (heading, line) in [
        ("Why this step", "playbook of tier"),
        ("How the tier comes about", "points"),
        ("How the class comes about", "items that fell due after"),
    ] {
        let open = "const all = [...document.querySelectorAll('summary')];
            all.find(held => held.textContent === arguments[0])?.focus(); return true";
        hands.run(open, vec![json!(heading)]).await?;
        hands.strike(Key::Enter).await?;
        hands.see(line).await?;
    }
    Ok(())
}

/// A week on, the promise is broken: the customer is due again, with the promise in its history.
async fn sees_a_promise_break(hands: &Keyboard, customer: &str) -> Told {
    let today = hands.value("As of").await?;
    hands.fill("As of", "+7").await?;
    hands.strike(Key::Enter).await?;
    hands
        .until("the day to be another", async || {
            Ok((hands.value("As of").await? != today).then_some(()))
        })
        .await?;
    hands.choose(Role::Radio, "Today").await?;
    sees_row(hands, customer, &["did not come".to_owned()]).await?;
    hands.reach(Role::Link, customer).await?;
    hands.strike(Key::Enter).await?;
    hands.see("broken").await
}

/// Prints the tracking sheet of the customer and the meeting pack.
async fn prints(hands: &Keyboard, customer: &str) -> Told {
    let count = "window.printed = 0; window.print = () => { window.printed += 1 }";
    hands.run(count, vec![]).await?;
    hands.reach(Role::Link, "Meeting pack").await?;
    hands.strike(Key::Enter).await?;
    hands.see("Customers to discuss").await?;
    hands.see(customer).await?;
    hands.press("Print").await?;
    hands.call("Customers").await?;
    hands.open("Customers", customer, "Name").await?;
    hands.choose(Role::Tab, "Timeline").await?;
    hands.see("promises to pay").await?;
    hands.press("Print the tracking sheet").await?;
    let printed = hands.run("return window.printed", vec![]).await?;
    same("how often something was printed", printed, json!(2))
}
