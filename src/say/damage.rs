//! What could not be read or stored, as sentences with what to do (I6, DESIGN 4).
//! Never says that something is lost when it is only set aside.

use super::Language;
use crate::journal::{Damage, DamageKind, DamagePlace, FileError, StoreFault};

/// The sentence for something that was set aside:
/// `line 12: entry k3f9q2ma-4 was changed after it was written; …`.
#[must_use]
pub fn damage(damage: &Damage, language: Language) -> String {
    let place = place(&damage.place, language);
    let entry = damage.entry;
    match language {
        Language::Zh => {
            let entry = entry.map_or_else(|| "记录".to_owned(), |id| format!("记录 {id} "));
            format!("{place}：{}", damage_zh(damage.kind, &entry))
        }
        Language::En => {
            let entry = entry.map_or_else(|| "the entry".to_owned(), |id| format!("entry {id}"));
            format!("{place}: {}", damage_en(damage.kind, &entry))
        }
    }
}

fn place(place: &DamagePlace, language: Language) -> String {
    match (place, language) {
        (DamagePlace::Lines { first, last }, Language::Zh) if first == last => {
            format!("第 {first} 行")
        }
        (DamagePlace::Lines { first, last }, Language::Zh) => format!("第 {first}–{last} 行"),
        (DamagePlace::Lines { first, last }, Language::En) if first == last => {
            format!("line {first}")
        }
        (DamagePlace::Lines { first, last }, Language::En) => format!("lines {first}–{last}"),
        (DamagePlace::Stored(key), Language::Zh) => format!("浏览器存储中的 {key}"),
        (DamagePlace::Stored(key), Language::En) => format!("{key} in the browser's storage"),
        (DamagePlace::Shadowed(key), Language::Zh) => format!("浏览器备份存储中的 {key}"),
        (DamagePlace::Shadowed(key), Language::En) => format!("{key} in the browser's second copy"),
    }
}

fn damage_zh(kind: DamageKind, entry: &str) -> String {
    match kind {
        DamageKind::NotText => "含有无法辨认的字符，已单独搁置，其余内容照常打开".to_owned(),
        DamageKind::NotJson => {
            format!("{entry}的括号、引号或逗号有误，已单独搁置，其余内容照常打开")
        }
        DamageKind::NotAnEntry => "不是完整的记录，已单独搁置，其余内容照常打开".to_owned(),
        DamageKind::Changed => {
            format!("{entry}写成之后被改动过，与校验码不符，已单独搁置；请向来源方索取未改动的文件")
        }
        DamageKind::EndsEarly => {
            "文件不完整，末尾部分缺失，已读取完整的记录；请重新下载或重新导出".to_owned()
        }
        DamageKind::Heading => "工作簿的标题行无法读取，记录照常打开".to_owned(),
        DamageKind::Unpackable => {
            "存储的内容已损坏，原样保留，其余内容照常打开；请下载保存，并从导出的文件恢复"
                .to_owned()
        }
        DamageKind::NewerForm => "由较新版本的页面写成，原样保留；请刷新页面以更新版本".to_owned(),
    }
}

fn damage_en(kind: DamageKind, entry: &str) -> String {
    match kind {
        DamageKind::NotText => {
            "characters that cannot be decoded; set aside, the rest is open".to_owned()
        }
        DamageKind::NotJson => format!(
            "a bracket, quotation mark or comma of {entry} is wrong; set aside, the rest is open"
        ),
        DamageKind::NotAnEntry => "not a whole entry; set aside, the rest is open".to_owned(),
        DamageKind::Changed => format!(
            "{entry} was changed after it was written and does not match its digest; set aside: \
             ask for the file as it was exported"
        ),
        DamageKind::EndsEarly => {
            "the file ends early; whole entries were read: download or export it again".to_owned()
        }
        DamageKind::Heading => {
            "the line that names the workbook cannot be read; the entries are open".to_owned()
        }
        DamageKind::Unpackable => {
            "the stored value is damaged; it stays where it is and the rest is open: download it, \
             and restore from an exported file"
                .to_owned()
        }
        DamageKind::NewerForm => {
            "written by a newer version of this page; it stays where it is: reload the page to \
             update it"
                .to_owned()
        }
    }
}

/// The sentence for a file of which nothing was read, with what to do.
#[must_use]
pub fn file_error(error: FileError, language: Language) -> String {
    match (error, language) {
        (FileError::Empty, Language::Zh) => "文件是空的".to_owned(),
        (FileError::Empty, Language::En) => "the file is empty".to_owned(),
        (FileError::NotAWorkbook, Language::Zh) => {
            "这个文件不是从回款簿导出的工作簿；表格（CSV、XLSX）请用“导入”".to_owned()
        }
        (FileError::NotAWorkbook, Language::En) => {
            "the file is not a workbook exported from Huikuan; import tables (CSV, XLSX) instead"
                .to_owned()
        }
        (FileError::NewerVersion { version }, Language::Zh) => format!(
            "文件由较新版本的回款簿导出（格式 {version}），这里没有读取也没有改动任何内容；\
             请刷新页面更新后再打开"
        ),
        (FileError::NewerVersion { version }, Language::En) => format!(
            "the file was exported by a newer version of Huikuan (format {version}); nothing was \
             read or changed: reload this page to update it, then open the file again"
        ),
    }
}

/// The sentence for storage that refused, with what to do.
#[must_use]
pub fn store_fault(fault: &StoreFault, language: Language) -> String {
    match (fault, language) {
        (StoreFault::Blocked(words), Language::Zh) => {
            format!(
                "未保存：浏览器不允许本页面存储数据{}；请导出文件，并在设置中允许存储",
                of(words)
            )
        }
        (StoreFault::Blocked(words), Language::En) => format!(
            "not saved: the browser lets this page store nothing{}; export a file, and allow \
             storage in its settings",
            of(words)
        ),
        (StoreFault::Full, Language::Zh) => {
            "未保存：浏览器的存储空间已满；请导出文件，再归档或删除不用的工作簿".to_owned()
        }
        (StoreFault::Full, Language::En) => {
            "not saved: the browser's storage is full; export a file, then archive or delete a \
             workbook that is no longer used"
                .to_owned()
        }
        (StoreFault::Gone, Language::Zh) => {
            "未保存：这个工作簿已在此浏览器中删除；如需保留请导出文件".to_owned()
        }
        (StoreFault::Gone, Language::En) => {
            "not saved: this workbook was deleted in this browser; export a file to keep it"
                .to_owned()
        }
        (StoreFault::NotKept(key), Language::Zh) => {
            format!("未保存：浏览器没有按原样保存 {key}；请导出文件")
        }
        (StoreFault::NotKept(key), Language::En) => {
            format!("not saved: the browser did not keep {key} as written; export a file")
        }
        (StoreFault::Failed(words), Language::Zh) => {
            format!("未保存：浏览器存储出错{}；请导出文件", of(words))
        }
        (StoreFault::Failed(words), Language::En) => {
            format!("not saved: the browser's storage failed{}; export a file", of(words))
        }
    }
}

/// The browser's own words in brackets, when it had any.
fn of(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" ({words})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_entry_is_named_with_its_lines() {
        let changed = Damage {
            place: DamagePlace::Lines { first: 12, last: 15 },
            kind: DamageKind::Changed,
            entry: "k3f9q2ma-4".parse().ok(),
            text: "".into(),
        };
        let said = damage(&changed, Language::En);
        assert!(said.starts_with("lines 12–15: entry k3f9q2ma-4 was changed"), "{said}");
        assert!(damage(&changed, Language::Zh).starts_with("第 12–15 行：记录 k3f9q2ma-4 "));
    }
}
