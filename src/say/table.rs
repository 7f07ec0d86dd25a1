//! Why a file could not be read as a table, and what is asked while one is read (A7).
//! Never leaves a person without what to do next.

use super::problem::quoted;
use super::{Language, field_label};
use crate::workbook::problem::{FileFormat, TableError};
use crate::workbook::question::Question;

/// The sentence for a file of which nothing could be read, with what to do.
#[must_use]
pub fn table_error(error: &TableError, language: Language) -> String {
    match language {
        Language::Zh => file_zh(error),
        Language::En => file_en(error),
    }
}

fn file_en(error: &TableError) -> String {
    match error {
        TableError::Empty => "the file is empty".to_owned(),
        TableError::TooLarge { bytes: Some(bytes), limit } => format!(
            "the file has {} MB; at most {} MB are read: split it",
            megabytes(*bytes),
            megabytes(*limit)
        ),
        TableError::TooLarge { bytes: None, limit } => format!(
            "the file unpacks to more than {} MB, which is not read: split it",
            megabytes(*limit)
        ),
        TableError::NotATable => {
            "the file is no table: neither text nor a spreadsheet; export it as CSV or XLSX"
                .to_owned()
        }
        TableError::Unsupported { format } => {
            format!("{} is not read as a table; export it as CSV or XLSX", format_en(*format))
        }
        TableError::Damaged { detail } => {
            format!("the spreadsheet is damaged ({detail}); save it again as XLSX")
        }
        TableError::Protected => {
            "the spreadsheet has a password; save a copy without it".to_owned()
        }
        TableError::NoHeading => {
            "no row with headings was recognised; choose the columns by hand".to_owned()
        }
        TableError::NoRows => "there is no row below the headings".to_owned(),
        TableError::MissingColumn { field, headings } => format!(
            "no column was recognised as {}; the headings are: {}",
            field_label(*field, Language::En),
            headings.join(", ")
        ),
        TableError::UnknownHeading { field, heading } => format!(
            "there is no heading {} for {}",
            quoted(heading, Language::En),
            field_label(*field, Language::En)
        ),
    }
}

fn file_zh(error: &TableError) -> String {
    match error {
        TableError::Empty => "文件是空的".to_owned(),
        TableError::TooLarge { bytes: Some(bytes), limit } => format!(
            "文件有 {} MB，最多读取 {} MB，请拆分后再导入",
            megabytes(*bytes),
            megabytes(*limit)
        ),
        TableError::TooLarge { bytes: None, limit } => {
            format!("文件解压后超过 {} MB，无法读取，请拆分后再导入", megabytes(*limit))
        }
        TableError::NotATable => {
            "这个文件不是表格：既不是文本也不是电子表格，请导出为 CSV 或 XLSX".to_owned()
        }
        TableError::Unsupported { format } => {
            format!("不能把{}当作表格读取，请导出为 CSV 或 XLSX", format_zh(*format))
        }
        TableError::Damaged { detail } => {
            format!("电子表格文件已损坏（{detail}），请另存为 XLSX")
        }
        TableError::Protected => "电子表格设有密码，请另存一份不带密码的".to_owned(),
        TableError::NoHeading => "没有找到标题行，请手工指定各列".to_owned(),
        TableError::NoRows => "标题下面没有数据行".to_owned(),
        TableError::MissingColumn { field, headings } => format!(
            "没有认出{}这一列；标题有：{}",
            field_label(*field, Language::Zh),
            headings.join("、")
        ),
        TableError::UnknownHeading { field, heading } => format!(
            "没有标题{}可用作{}",
            quoted(heading, Language::Zh),
            field_label(*field, Language::Zh)
        ),
    }
}

/// Whole megabytes, rounded up so that a file above a limit never shows as equal to it.
const fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

const fn format_en(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Html => "a web page (even when named .xls)",
        FileFormat::Xml => "an XML file",
        FileFormat::Pdf => "a PDF",
        FileFormat::Picture => "a picture",
        FileFormat::Archive => "an archive",
        FileFormat::Json => "JSON",
        FileFormat::Spreadsheet => "a spreadsheet of this kind",
    }
}

const fn format_zh(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Html => "网页（即使扩展名是 .xls）",
        FileFormat::Xml => " XML 文件",
        FileFormat::Pdf => " PDF ",
        FileFormat::Picture => "图片",
        FileFormat::Archive => "压缩包",
        FileFormat::Json => " JSON ",
        FileFormat::Spreadsheet => "这种电子表格",
    }
}

/// What a person is asked, with the default that holds until then.
#[must_use]
pub fn question(question: &Question, language: Language) -> String {
    let quoted = |text: &str| quoted(text, language);
    match (question, language) {
        (Question::DayOrder { column, example }, Language::En) => format!(
            "Is {} in column {} day/month or month/day? Read as month/day until you say.",
            quoted(example),
            quoted(column)
        ),
        (Question::DayOrder { column, example }, Language::Zh) => format!(
            "{}列的{}是“日/月”还是“月/日”？未选择时按“月/日”读取。",
            quoted(column),
            quoted(example)
        ),
        (Question::RepeatedNumbers { number, row, again, count }, Language::En) => format!(
            "{} in several rows with different content, for example {} in rows {row} and {again}. \
             Are these lines of one document, to be added up? Not taken until you say.",
            if *count == 1 {
                "1 number stands".to_owned()
            } else {
                format!("{count} numbers stand")
            },
            quoted(number)
        ),
        (Question::RepeatedNumbers { number, row, again, count }, Language::Zh) => format!(
            "有 {count} 个号码出现在多行且内容不同，例如{}在第 {row} 行和第 {again} 行。\
             它们是同一单据的多行明细、需要相加吗？未选择时不导入这些行。",
            quoted(number)
        ),
        (Question::MissingItems, Language::En) => {
            "Does this table list every open item, so that what is missing is settled? Missing \
             items are left as they are until you say."
                .to_owned()
        }
        (Question::MissingItems, Language::Zh) => {
            "这张表是否列出全部未结清单据，表中没有的即已结清？未选择时，表中没有的单据保持不变。"
                .to_owned()
        }
        (Question::Currency { assumed }, Language::En) => {
            format!("Which currency are the amounts in? Read as {assumed} until you say.")
        }
        (Question::Currency { assumed }, Language::Zh) => {
            format!("金额是什么币种？未选择时按 {assumed} 读取。")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_large_names_size_and_limit() {
        let error = TableError::TooLarge { bytes: Some(200_000_001), limit: 100_000_000 };
        let text = table_error(&error, Language::En);
        assert_eq!(text, "the file has 201 MB; at most 100 MB are read: split it");
    }
}
