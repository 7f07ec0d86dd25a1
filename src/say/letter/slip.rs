//! Accounts, signatures and return slips of a letter, line by line.
//! Never filled in: what stands blank is for the customer's pen.

use crate::letter::compose::LetterPart;
use crate::letter::field::LetterData;
use crate::record::Language;

/// The lines of a part that is no table; its first line is the heading of a slip.
#[must_use]
pub fn letter_lines(part: LetterPart, data: &LetterData, language: Language) -> Vec<String> {
    match (part, language) {
        (LetterPart::Accounts, Language::Zh | Language::En) => data.accounts.clone(),
        (LetterPart::Signature, Language::Zh | Language::En) => {
            vec![data.firm.clone(), data.today.clone()]
        }
        (LetterPart::Slip, Language::Zh | Language::En) => slip(data, language),
        (LetterPart::Confirmation, Language::Zh | Language::En) => confirmation(data, language),
        (LetterPart::BothSign, Language::Zh) => {
            let sides = [("甲方：", &data.firm), ("乙方：", &data.customer)];
            sides.into_iter().flat_map(|(side, name)| signs(side, name, language)).collect()
        }
        (LetterPart::BothSign, Language::En) => {
            let sides = [("Creditor: ", &data.firm), ("Debtor: ", &data.customer)];
            sides.into_iter().flat_map(|(side, name)| signs(side, name, language)).collect()
        }
        (LetterPart::CustomerSigns, Language::Zh | Language::En) => {
            signs("", &data.customer, language)
        }
        (
            LetterPart::Items
            | LetterPart::LateCharge
            | LetterPart::Discounts
            | LetterPart::Instalments
            | LetterPart::Statement,
            Language::Zh | Language::En,
        ) => Vec::new(),
    }
}

/// Where a side signs.
fn signs(side: &str, name: &str, language: Language) -> Vec<String> {
    match language {
        Language::Zh => vec![
            format!("{side}{name}（盖章）"),
            "代表签字：____________　日期：____________".to_owned(),
        ],
        Language::En => vec![
            format!("{side}{name} (stamp)"),
            "Signed: ______________  Date: ______________".to_owned(),
        ],
    }
}

/// The slip that comes back: it is right, or it differs.
fn slip(data: &LetterData, language: Language) -> Vec<String> {
    let LetterData { firm, customer, today, .. } = data;
    let balance = data.statement.as_ref().map_or("", |statement| &statement.balance);
    let amount = if data.amount.is_empty() { balance } else { &data.amount };
    match language {
        Language::Zh => vec![
            "回执".to_owned(),
            format!("致：{firm}"),
            format!("贵司 {today} 来函收悉，所列金额 {amount}，我司核对结果如下："),
            "□ 核对无误，将于 ______ 年 ____ 月 ____ 日前付款。".to_owned(),
            "□ 有异议，金额及原因：____________________________________".to_owned(),
            format!("{customer}（盖章）"),
            "经办人：____________　电话：____________　日期：____________".to_owned(),
        ],
        Language::En => vec![
            "Return slip".to_owned(),
            format!("To: {firm}"),
            format!("Your letter of {today} over {amount} has reached us. We have checked it:"),
            "□ It is right; we will pay by ____________________.".to_owned(),
            "□ It differs; amount and reason: ____________________________________".to_owned(),
            format!("{customer} (stamp)"),
            "Name: ______________  Telephone: ______________  Date: ______________".to_owned(),
        ],
    }
}

/// The answer to a confirmation of balance.
fn confirmation(data: &LetterData, language: Language) -> Vec<String> {
    let customer = &data.customer;
    match language {
        Language::Zh => vec![
            "询证结论".to_owned(),
            "1. 信息证明无误。".to_owned(),
            format!("{customer}（盖章）　经办人：____________　日期：____________"),
            "2. 信息不符，请列明不符项目及具体内容：________________________".to_owned(),
            format!("{customer}（盖章）　经办人：____________　日期：____________"),
        ],
        Language::En => vec![
            "Your answer".to_owned(),
            "1. Confirmed.".to_owned(),
            format!("{customer} (stamp)  Name: ______________  Date: ______________"),
            "2. Differs; please list what and by how much: ________________________".to_owned(),
            format!("{customer} (stamp)  Name: ______________  Date: ______________"),
        ],
    }
}
