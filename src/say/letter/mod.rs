//! Words of letters that no template holds: what is wrong with a template, what a message lacks,
//! the tables and slips of a letter on paper and as plain lines.
//! Never a sentence of a letter itself: templates hold those.

mod part;
mod slip;

pub use part::{LetterColumn, LetterTable, letter_table};
pub use slip::letter_lines;

use crate::letter::compose::{LetterPart, plain};
use crate::letter::field::LetterData;
use crate::letter::sms::Required;
use crate::letter::{LETTER_BYTES_MAX, TEMPLATE_BYTES_MAX, TemplateError, TemplateFault};
use crate::record::Language;
use crate::view::letter::Purpose;

/// Why a template cannot be filled in.
#[must_use]
pub fn template_error(error: &TemplateError, language: Language) -> String {
    let kib = |bytes: usize| (bytes.div_ceil(1024)).to_string();
    let (template_max, letter_max) = (kib(TEMPLATE_BYTES_MAX), kib(LETTER_BYTES_MAX));
    let told = match (&error.fault, language) {
        (TemplateFault::TooLong { bytes }, Language::Zh) => {
            format!("模板太长：{} KB，最多 {template_max} KB。请删去不需要的内容。", kib(*bytes))
        }
        (TemplateFault::TooLong { bytes }, Language::En) => format!(
            "The template is too long: {} KB, at most {template_max} KB. Leave something out.",
            kib(*bytes)
        ),
        (TemplateFault::Unclosed, Language::Zh) => {
            "有没有结束的标记：检查大括号 {{ }}、{% %} 是否成对，if 是否有 endif，for 是否有 endfor。"
                .to_owned()
        }
        (TemplateFault::Unclosed, Language::En) => "Something is not closed: look whether every \
            {{ has its }}, every {% its %}, every if its endif and every for its endfor."
            .to_owned(),
        (TemplateFault::Syntax, Language::Zh) => {
            "标记写法有误：字段写作 {{ 字段名 }}，条件写作 {% if 字段名 %}…{% endif %}。".to_owned()
        }
        (TemplateFault::Syntax, Language::En) => "This cannot be read: a field is written \
            {{ name }}, a condition {% if name %}…{% endif %}."
            .to_owned(),
        (TemplateFault::Unknown { name }, Language::Zh) => format!("没有“{name}”这个函数或过滤器。"),
        (TemplateFault::Unknown { name }, Language::En) => {
            format!("There is no function or filter “{name}”.")
        }
        (TemplateFault::Endless, Language::Zh) => {
            "模板算不完：循环次数太多，已停止。请检查 for 循环。".to_owned()
        }
        (TemplateFault::Endless, Language::En) => {
            "The template does not come to an end: too many loops, so it was stopped. Check its \
             for loops."
                .to_owned()
        }
        (TemplateFault::LetterTooLong, Language::Zh) => {
            format!("生成的信函超过 {letter_max} KB，已停止。请检查循环。")
        }
        (TemplateFault::LetterTooLong, Language::En) => {
            format!("The letter grows beyond {letter_max} KB, so it was stopped. Check its loops.")
        }
        (TemplateFault::Failed, Language::Zh) => "这一处无法计算，例如文字与数字相加。".to_owned(),
        (TemplateFault::Failed, Language::En) => {
            "This cannot be worked out, such as a text added to a number.".to_owned()
        }
    };
    match (error.line, language) {
        (Some(line), Language::Zh) => format!("第 {line} 行：{told}"),
        (Some(line), Language::En) => format!("Line {line}: {told}"),
        (None, Language::Zh | Language::En) => told,
    }
}

/// What a message lacks, as a noun.
#[must_use]
pub const fn required(what: Required, language: Language) -> &'static str {
    match (what, language) {
        (Required::Amount, Language::Zh) => "金额",
        (Required::Amount, Language::En) => "the amount",
        (Required::Days, Language::Zh) => "逾期天数或到期日",
        (Required::Days, Language::En) => "the days overdue or the due day",
        (Required::Consequence, Language::Zh) => "后果（如暂停供货、违约金）",
        (Required::Consequence, Language::En) => "what follows (supply stops, late charge)",
        (Required::WayOut, Language::Zh) => "出路（如预约上门、分期）",
        (Required::WayOut, Language::En) => "a way out (a visit, instalments)",
        (Required::Signature, Language::Zh) => "签名【公司简称】",
        (Required::Signature, Language::En) => "the signature 【firm】",
    }
}

/// What templates are for.
#[must_use]
pub const fn purpose(purpose: Purpose, language: Language) -> &'static str {
    match (purpose, language) {
        (Purpose::BeforeDue, Language::Zh) => "到期前",
        (Purpose::BeforeDue, Language::En) => "Before the due day",
        (Purpose::Collection, Language::Zh) => "催款",
        (Purpose::Collection, Language::En) => "Collection",
        (Purpose::Agreement, Language::Zh) => "计划与承诺",
        (Purpose::Agreement, Language::En) => "Plans and promises",
        (Purpose::Discount, Language::Zh) => "优惠",
        (Purpose::Discount, Language::En) => "Discounts",
        (Purpose::Account, Language::Zh) => "对账与收款",
        (Purpose::Account, Language::En) => "Accounts and receipts",
        (Purpose::Other, Language::Zh) => "其他",
        (Purpose::Other, Language::En) => "Other",
    }
}

/// A letter as plain text, for copying and for messages: its tables become lines, and what only
/// paper has is left out.
#[must_use]
pub fn letter_text(text: &str, data: &LetterData, language: Language) -> String {
    plain(text, |part| match part {
        LetterPart::Items
        | LetterPart::LateCharge
        | LetterPart::Discounts
        | LetterPart::Instalments
        | LetterPart::Statement => letter_table(part, data, language)
            .map(|table| table.lines(language))
            .unwrap_or_default(),
        LetterPart::Accounts | LetterPart::Signature => letter_lines(part, data, language),
        LetterPart::Slip
        | LetterPart::Confirmation
        | LetterPart::BothSign
        | LetterPart::CustomerSigns => Vec::new(),
    })
}
