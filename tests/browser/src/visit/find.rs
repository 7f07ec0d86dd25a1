//! Finding what a person sees, by role, name and text, and acting on it.

use serde_json::json;
use thirtyfour::{Key, TypingData, WebElement};

use super::Visit;
use crate::broken::Told;

const FIND: &str = include_str!("../script/find.js");

/// What a thing on the page is, in the words of assistive technology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Button,
    Cell,
    Checkbox,
    ColumnHeader,
    Dialog,
    /// Whatever a value is typed or chosen in.
    Field,
    File,
    Heading,
    Link,
    Option,
    Radio,
    Region,
    Row,
    Status,
    Tab,
    Table,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Cell => "cell",
            Self::Checkbox => "checkbox",
            Self::ColumnHeader => "columnheader",
            Self::Dialog => "dialog",
            Self::Field => "field",
            Self::File => "file",
            Self::Heading => "heading",
            Self::Link => "link",
            Self::Option => "option",
            Self::Radio => "radio",
            Self::Region => "region",
            Self::Row => "row",
            Self::Status => "status",
            Self::Tab => "tab",
            Self::Table => "table",
        }
    }
}

impl Visit {
    /// The first shown thing of this role with exactly this name, once it is there.
    pub(crate) async fn find(&self, role: Role, name: &str) -> Told<WebElement> {
        let what = format!("a {} named \"{name}\"", role.name());
        self.until(&what, async || self.look(role, name, true).await).await
    }

    /// The first shown thing of this role whose name contains `part`, once it is there.
    pub(crate) async fn find_part(&self, role: Role, part: &str) -> Told<WebElement> {
        let what = format!("a {} with \"{part}\" in its name", role.name());
        self.until(&what, async || self.look(role, part, false).await).await
    }

    /// Whether it is shown just now.
    pub(crate) async fn has(&self, role: Role, name: &str) -> Told<bool> {
        Ok(self.look(role, name, true).await?.is_some())
    }

    pub(super) async fn look(
        &self,
        role: Role,
        name: &str,
        whole: bool,
    ) -> Told<Option<WebElement>> {
        self.element(FIND, vec![json!(role.name()), json!(name), json!(whole)]).await
    }

    /// Presses a button.
    pub(crate) async fn press(&self, button: &str) -> Told {
        self.click(Role::Button, button).await
    }

    /// Follows a link.
    pub(crate) async fn follow(&self, link: &str) -> Told {
        self.click(Role::Link, link).await
    }

    /// Clicks a thing once it is there, can be used, and nothing lies over it.
    pub(crate) async fn click(&self, role: Role, name: &str) -> Told {
        let what = format!("a {} named \"{name}\" that can be clicked", role.name());
        self.until(&what, async || {
            let Some(found) = self.look(role, name, true).await? else { return Ok(None) };
            if !found.is_enabled().await? {
                return Ok(None);
            }
            match found.click().await {
                Ok(()) => Ok(Some(())),
                Err(error) if error.to_string().contains("intercepted") => Ok(None),
                Err(error) => Err(error.into()),
            }
        })
        .await
    }

    /// Types into the field with this label, in place of what it held.
    pub(crate) async fn fill(&self, label: &str, text: &str) -> Told {
        let field = self.find(Role::Field, label).await?;
        if field.attr("type").await?.as_deref() == Some("date") {
            // A date field takes keys in the order of the browser's own language.
            let script = include_str!("../script/set_value.js");
            self.run(script, vec![field.to_json()?, json!(text)]).await?;
            return Ok(());
        }
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Chooses the option with this text in the drop-down with this label.
    pub(crate) async fn choose(&self, label: &str, option: &str) -> Told {
        let what = format!("the choice \"{option}\" in \"{label}\"");
        self.until(&what, async || {
            let field = self.find(Role::Field, label).await?;
            let script = include_str!("../script/choose.js");
            let chosen = self.run(script, vec![field.to_json()?, json!(option)]).await?;
            Ok(chosen.as_bool().filter(|chosen| *chosen))
        })
        .await
        .map(|_| ())
    }

    /// What the field with this label holds.
    pub(crate) async fn value(&self, label: &str) -> Told<String> {
        let field = self.find(Role::Field, label).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// Presses a key where the focus is.
    pub(crate) async fn key(&self, key: Key) -> Told {
        let focused = self.web()?.active_element().await?;
        Ok(focused.send_keys(key).await?)
    }

    /// Types where the focus is: text, or keys held together (`Key::Control + "k"`).
    pub(crate) async fn type_keys(&self, keys: impl Into<TypingData>) -> Told {
        let focused = self.web()?.active_element().await?;
        Ok(focused.send_keys(keys).await?)
    }

    /// Types texts into one field after the other, Tab between them; an empty one leaves its field
    /// as it is.
    pub(crate) async fn type_row(&self, cells: &[&str]) -> Told {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.key(Key::Tab).await?;
            }
            if !cell.is_empty() {
                self.type_keys(*cell).await?;
            }
        }
        Ok(())
    }

    /// Waits until the focus is in the field with this label.
    pub(crate) async fn until_focused_on(&self, label: &str) -> Told {
        self.until(&format!("the focus to be in \"{label}\""), async || {
            let Some(field) = self.look(Role::Field, label, true).await? else { return Ok(None) };
            let focused = self.web()?.active_element().await?;
            Ok((focused.element_id() == field.element_id()).then_some(()))
        })
        .await
    }

    /// Waits until this text can be read anywhere on the page.
    pub(crate) async fn see(&self, text: &str) -> Told {
        self.until(&format!("the text \"{text}\""), async || {
            Ok(self.reads(text).await?.then_some(()))
        })
        .await
    }

    /// Waits until this text can no longer be read.
    pub(crate) async fn see_no(&self, text: &str) -> Told {
        self.until(&format!("the text \"{text}\" to go"), async || {
            Ok((!self.reads(text).await?).then_some(()))
        })
        .await
    }

    /// Whether this text can be read just now.
    pub(crate) async fn reads(&self, text: &str) -> Told<bool> {
        Ok(self.text().await?.contains(&one_line(text)))
    }

    /// All that can be read on the page, every run of blanks as one.
    pub(crate) async fn text(&self) -> Told<String> {
        let shown = self.run("return document.body.innerText", vec![]).await?;
        Ok(one_line(shown.as_str().unwrap_or_default()))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
