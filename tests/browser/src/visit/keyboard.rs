//! A person who uses nothing but the keyboard: whatever is pressed, followed, filled in or chosen
//! is reached by keys first, as the browser moves the focus. Never clicks and never sets a value;
//! what a step of the story does otherwise is found out at the end.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::{Key, TypingData};

use super::{HandFile, Role, Visit};
use crate::broken::{Broken, Told, check};

/// Whoever has pressed Tab so often does not get there.
const TAB_MAX: u64 = 400;

/// A visit by keys alone. Reading is as in any visit; the steps here stand before those that
/// use a mouse.
#[derive(Debug)]
pub(crate) struct Keyboard(Rc<Visit>);

impl Deref for Keyboard {
    type Target = Visit;

    fn deref(&self) -> &Visit {
        &self.0
    }
}

impl Keyboard {
    /// Takes the mouse away from a visit.
    pub(crate) fn of(visit: Rc<Visit>) -> Self {
        Self(visit)
    }

    /// Opens the page, and watches for what no key does.
    pub(crate) async fn go(&self, place: &str) -> Told {
        self.0.go(place).await?;
        self.run(include_str!("../script/hands.js"), vec![]).await.map(|_| ())
    }

    /// Loads the page again, having looked whether keys did all until now.
    pub(crate) async fn reload(&self) -> Told {
        self.did_all_by_keys().await?;
        self.0.reload().await?;
        self.run(include_str!("../script/hands.js"), vec![]).await.map(|_| ())
    }

    /// Whether keys did all since the page was loaded.
    pub(crate) async fn did_all_by_keys(&self) -> Told {
        let others = self.run("return window.others", vec![]).await?;
        check(others == json!([]), format!("no key did this: {others}"))
    }

    /// Strikes a key, or writes a text key by key, wherever the focus is.
    pub(crate) async fn strike(&self, keys: impl Into<TypingData>) -> Told {
        Ok(self.hands()?.send_keys(keys).perform().await?)
    }

    /// Strikes keys while another one is held.
    pub(crate) async fn strike_with(&self, held: Key, keys: impl Into<TypingData>) -> Told {
        let keys = self.hands()?.key_down(held.clone()).send_keys(keys).key_up(held);
        Ok(keys.perform().await?)
    }

    fn hands(&self) -> Told<ActionChain> {
        Ok(self.web()?.action_chain_with_delay(None, Some(std::time::Duration::ZERO)))
    }

    /// Moves the focus to a thing by Tab, or by Shift and Tab where that is nearer.
    pub(crate) async fn reach(&self, role: Role, name: &str) -> Told {
        self.tab_to(role, name, true).await
    }

    async fn tab_to(&self, role: Role, name: &str, whole: bool) -> Told {
        let passed = RefCell::new(Vec::new());
        let pressed = RefCell::new(0);
        let reached = self
            .until("the focus", async || {
                let Some(found) = self.look(role, name, whole).await? else { return Ok(None) };
                let script = include_str!("../script/reach.js");
                let told = self.run(script, vec![found.to_json()?]).await?;
                let (is_there, steps, focused): (bool, Option<i64>, String) =
                    serde_json::from_value(told).map_err(|error| unread(&error))?;
                if is_there {
                    return Ok(Some(()));
                }
                passed.borrow_mut().push(focused);
                // Where none is known to lead there, one after the other shows that none does.
                let steps = steps.unwrap_or(1);
                if steps != 0 {
                    self.tab(steps).await?;
                }
                *pressed.borrow_mut() += steps.unsigned_abs().max(1);
                let is_lost = *pressed.borrow() > TAB_MAX;
                if is_lost { Err(Broken::new("Tab did not lead there")) } else { Ok(None) }
            })
            .await;
        reached.map_err(|broken| {
            let passed = passed.take().join(", ");
            Broken::new(format!("{role:?} \"{name}\": {broken}; the focus was on {passed}"))
        })
    }

    async fn tab(&self, steps: i64) -> Told {
        let tabs = String::from(char::from(Key::Tab)).repeat(steps.unsigned_abs() as usize);
        if steps < 0 { self.strike_with(Key::Shift, tabs).await } else { self.strike(tabs).await }
    }

    /// Presses a button with Enter.
    pub(crate) async fn press(&self, button: &str) -> Told {
        self.reach(Role::Button, button).await?;
        self.strike(Key::Enter).await
    }

    /// Ticks a box, or takes the tick away, with the space bar.
    pub(crate) async fn tick(&self, box_name: &str) -> Told {
        self.reach(Role::Checkbox, box_name).await?;
        self.strike(" ").await
    }

    /// Types into the field with this label, in place of what it held.
    pub(crate) async fn fill(&self, label: &str, text: &str) -> Told {
        self.reach(Role::Field, label).await?;
        self.write_over(text).await
    }

    /// The same for a field of which the label is known in part.
    pub(crate) async fn fill_part(&self, part: &str, text: &str) -> Told {
        self.tab_to(Role::Field, part, false).await?;
        self.write_over(text).await
    }

    async fn write_over(&self, text: &str) -> Told {
        self.strike_with(Key::Control, "a").await?;
        self.strike(text).await
    }

    /// Chooses a radio button or a tab: Tab leads to its group, the arrows to it.
    pub(crate) async fn choose(&self, role: Role, name: &str) -> Told {
        match role {
            Role::Tab => self.tab_to_group().await?,
            _ => self.reach(role, name).await?,
        }
        let what = format!("arrows to lead to the {role:?} \"{name}\"");
        self.until(&what, async || {
            let Some(found) = self.look(role, name, true).await? else { return Ok(None) };
            let is_there = "return document.activeElement === arguments[0]";
            if self.run(is_there, vec![found.to_json()?]).await? == json!(true) {
                return Ok(Some(()));
            }
            self.strike(Key::Right).await?;
            Ok(None)
        })
        .await
    }

    /// Of all tabs only the chosen one is a stop.
    async fn tab_to_group(&self) -> Told {
        let chosen = "return document.querySelector('[role=tab][aria-selected=true]')\
            ?.textContent.trim() ?? null";
        let chosen = self
            .until("a chosen tab", async || {
                Ok(self.run(chosen, vec![]).await?.as_str().map(str::to_owned))
            })
            .await?;
        self.reach(Role::Tab, &chosen).await
    }

    /// Does something by its name, from the list of everything that can be done.
    pub(crate) async fn call(&self, action: &str) -> Told {
        self.strike_with(Key::Control, "k").await?;
        self.until_focused_on("Name of an action").await?;
        self.strike(action).await?;
        let first = "return document.querySelector('[role=option][aria-selected=true] span')\
            ?.textContent ?? null";
        self.until(&format!("the action \"{action}\" to be the first"), async || {
            Ok((self.run(first, vec![]).await? == json!(action)).then_some(()))
        })
        .await?;
        self.strike(Key::Enter).await?;
        let open = "return document.querySelector('dialog:modal') === null";
        self.until("the list of actions to be gone", async || {
            Ok((self.run(open, vec![]).await? == json!(true)).then_some(()))
        })
        .await
    }

    /// Opens what the search finds for a text first, which is to be this.
    pub(crate) async fn look_up(&self, text: &str, found: &str) -> Told {
        self.strike("/").await?;
        self.until_focused_on("Search customers, numbers, contacts").await?;
        self.strike(text).await?;
        let first = "return document.querySelector('[role=option][aria-selected=true]')\
            ?.innerText ?? ''";
        self.until(&format!("\"{found}\" to be found first"), async || {
            let first = self.run(first, vec![]).await?;
            Ok(first.as_str().unwrap_or_default().contains(found).then_some(()))
        })
        .await?;
        self.strike(Key::Enter).await
    }

    /// Opens a cell of a table: Tab leads to the table, the arrows to the cell, Enter opens it.
    pub(crate) async fn open(&self, table: &str, row: &str, column: &str) -> Told {
        self.reach(Role::Table, table).await?;
        let what = format!("arrows to lead to \"{column}\" of \"{row}\" in \"{table}\"");
        self.until(&what, async || {
            let (cell, table) =
                (self.cell(table, row, column).await?, self.find(Role::Table, table).await?);
            let arguments = vec![table.to_json()?, cell.to_json()?];
            let apart = self.run(include_str!("../script/cursor.js"), arguments).await?;
            let apart: Option<(i64, i64)> =
                serde_json::from_value(apart).map_err(|error| unread(&error))?;
            let Some((down, right)) = apart else { return Ok(None) };
            if (down, right) == (0, 0) {
                return Ok(Some(()));
            }
            let keys = [arrows(down, Key::Up, Key::Down), arrows(right, Key::Left, Key::Right)];
            self.strike(keys.concat()).await?;
            Ok(None)
        })
        .await?;
        self.strike(Key::Enter).await
    }

    /// Presses the button that opens the browser's file chooser, and chooses a file there.
    pub(crate) async fn choose_file(&self, button: &str, file: HandFile) -> Told {
        self.press(button).await?;
        self.until("the file chooser to be asked for", async || {
            let asked = self.run("return window.chooser", vec![]).await?;
            Ok((asked == json!(button)).then_some(()))
        })
        .await?;
        self.choose_files(button, &[file]).await
    }

    /// Pastes a text as another program put it on the clipboard, which no driver fills.
    pub(crate) async fn paste(&self, text: &str) -> Told<Value> {
        let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
            document.activeElement.dispatchEvent(new ClipboardEvent('paste',
                { clipboardData: data, bubbles: true, cancelable: true }));";
        self.run(script, vec![json!(text)]).await
    }
}

fn unread(error: &serde_json::Error) -> Broken {
    Broken::new(format!("a script told something else than was asked: {error}"))
}

/// So many presses of an arrow, of the other one when the number is below none.
fn arrows(steps: i64, back: Key, on: Key) -> String {
    let key = if steps < 0 { back } else { on };
    String::from(char::from(key)).repeat(steps.unsigned_abs() as usize)
}
