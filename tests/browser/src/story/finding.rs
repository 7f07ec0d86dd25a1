//! Somebody who never takes the hands off the keyboard finds a customer, a screen and the keys.

use std::rc::Rc;

use thirtyfour::Key;

use crate::broken::{Told, check, same};
use crate::stage::Stage;
use crate::visit::{Role, Visit, Visitor};

/// An invented customer of the demo book, and its pinyin initials.
const NAME: &str = "沐杉纺织有限公司";
const INITIALS: &str = "msfz";
const SEARCH: &str = "搜索客户、单号、联系人";

/// Finds a customer by initials and opens it, goes back, records by the palette, and sees the keys
/// of the screen; none of these keys is heard while something is typed.
pub(super) async fn finds_by_keyboard(stage: Rc<Stage>) -> Told {
    let visit = stage.visit_as(Visitor { language: "zh-CN", ..Visitor::default() }).await?;
    visit.go("").await?;
    visit.press("看看示例").await?;
    visit.find(Role::Table, "账龄分析").await?;

    opens_the_customer(&visit).await?;
    visit.run("history.back()", vec![]).await?;
    visit.find(Role::Table, "账龄分析").await?;

    visit.type_keys(Key::Control + "k").await?;
    visit.find(Role::Dialog, "全部操作").await?;
    visit.until_focused_on("操作名称或拼音首字母").await?;
    visit.type_keys("djsk").await?;
    visit.find_part(Role::Option, "登记收款").await?;
    visit.key(Key::Enter).await?;
    visit.find(Role::Table, "登记收款").await?;
    visit.until_focused_on("客户").await?;
    // A field has the keys to itself.
    visit.key(Key::Escape).await?;
    visit.find(Role::Table, "应收与收款").await?;

    visit.type_keys("?").await?;
    visit.find(Role::Dialog, "快捷键").await?;
    for words in ["Ctrl K", "移动光标"] {
        visit.see(words).await?;
    }
    visit.key(Key::Escape).await?;
    is_no_key_while_typing(&visit).await
}

async fn opens_the_customer(visit: &Visit) -> Told {
    visit.type_keys("/").await?;
    visit.until_focused_on(SEARCH).await?;
    visit.type_keys(INITIALS).await?;
    visit.find_part(Role::Option, NAME).await?;
    visit.key(Key::Enter).await?;
    visit.find(Role::Heading, NAME).await?;
    same("what the search box holds", visit.value(SEARCH).await?.as_str(), "")
}

async fn is_no_key_while_typing(visit: &Visit) -> Told {
    visit.type_keys("/").await?;
    visit.until_focused_on(SEARCH).await?;
    visit.type_keys("?/").await?;
    visit.see("没有找到“?/”").await?;
    check(!visit.has(Role::Dialog, "快捷键").await?, "a key was heard while typing")?;
    visit.key(Key::Escape).await?;
    same("what the search box holds", visit.value(SEARCH).await?.as_str(), "")
}
