//! The pinyin initials of Chinese text: 华美 is `hm`.
//! Never guesses from context how a letter is read: where two readings are common in names, both
//! are given.

/// The first letter of each ideograph from U+4E00 to U+9FFF, a blank where it has no reading.
/// The tests below make it from the `pinyin` crate and hold it against the crate.
const TABLE: &[u8] = include_bytes!("initials.txt");
const FIRST: u32 = 0x4e00;

/// Ideographs of surnames, places and firms that are commonly read in two ways, each with the
/// letter that `TABLE` does not give.
const SECOND: [(char, u8); 37] = [
    ('重', b'c'),
    ('长', b'c'),
    ('行', b'h'),
    ('乐', b'y'),
    ('单', b's'),
    ('曾', b'z'),
    ('厦', b'x'),
    ('仇', b'q'),
    ('解', b'x'),
    ('区', b'o'),
    ('查', b'z'),
    ('盛', b'c'),
    ('翟', b'z'),
    ('尉', b'y'),
    ('藏', b'z'),
    ('调', b't'),
    ('会', b'k'),
    ('石', b'd'),
    ('车', b'j'),
    ('贾', b'g'),
    ('省', b'x'),
    ('番', b'p'),
    ('传', b'z'),
    ('校', b'j'),
    ('卡', b'q'),
    ('奇', b'j'),
    ('降', b'x'),
    ('朝', b'z'),
    ('宿', b'x'),
    ('弹', b't'),
    ('便', b'p'),
    ('万', b'm'),
    ('系', b'j'),
    ('种', b'c'),
    ('覃', b'q'),
    ('召', b's'),
    ('提', b'd'),
];

/// At most so many ways to read one name are kept.
const READINGS_MAX: usize = 4;

/// The initials of a text in every common reading, at most four: letters and digits stay, marks
/// and blanks go. Empty when nothing in it is an ideograph.
#[must_use]
pub fn initials(text: &str) -> Vec<String> {
    let mut readings = vec![String::new()];
    let mut is_chinese = false;
    for letter in text.chars().map(crate::id::narrow) {
        if letter.is_ascii_alphanumeric() {
            readings.iter_mut().for_each(|reading| reading.push(letter.to_ascii_lowercase()));
        } else if let Some(first) = first_letter(letter) {
            is_chinese = true;
            let second = SECOND.iter().find(|(held, _)| *held == letter);
            add(&mut readings, first, second.map(|(_, other)| char::from(*other)));
        }
    }
    if is_chinese { readings } else { Vec::new() }
}

/// Continues every reading, in both ways while there is room for more readings.
fn add(readings: &mut Vec<String>, first: char, second: Option<char>) {
    let others: Vec<String> = match second {
        Some(second) if readings.len() * 2 <= READINGS_MAX => {
            readings.iter().map(|reading| format!("{reading}{second}")).collect()
        }
        Some(_) | None => Vec::new(),
    };
    readings.iter_mut().for_each(|reading| reading.push(first));
    readings.extend(others);
}

fn first_letter(letter: char) -> Option<char> {
    let place = u32::from(letter).checked_sub(FIRST)?;
    let found = TABLE.get(usize::try_from(place).ok()?)?;
    found.is_ascii_lowercase().then(|| char::from(*found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pinyin::{ToPinyin, ToPinyinMulti};
    use rstest::rstest;

    #[rstest]
    #[case("华美服饰", &["hmfs"])]
    #[case("上海华美（集团）ABC有限公司", &["shhmjtabcyxgs"])]
    #[case("Ｈ＆Ｍ 北京2店", &["hmbj2d"])]
    #[case("重庆乐行", &["zqlx", "cqlx", "zqyx", "cqyx"])]
    #[case("厦门单氏", &["smds", "xmds", "smss", "xmss"])]
    #[case("Huamei Trading", &[])]
    #[case("", &[])]
    fn a_name_has_its_initials(#[case] name: &str, #[case] wanted: &[&str]) {
        assert_eq!(initials(name), wanted);
    }

    #[test]
    fn every_second_reading_is_one_and_differs_from_the_first() {
        let mut wrong = Vec::new();
        for (letter, second) in SECOND {
            let many = letter.to_pinyin_multi().into_iter().flatten();
            let is_read = many
                .map(|reading| reading.first_letter())
                .any(|first| first.as_bytes() == [second]);
            if !is_read || first_letter(letter) == Some(char::from(second)) {
                wrong.push((letter, char::from(second), first_letter(letter)));
            }
        }
        assert_eq!(wrong, []);
    }

    /// Holds the table against the crate; with `WRITE_INITIALS` set it writes the table instead.
    #[test]
    fn the_table_says_what_the_crate_says() {
        let letter_of = |letter: char| {
            let reading = letter.to_pinyin().map(|reading| reading.first_letter());
            reading.and_then(|first| first.bytes().next()).unwrap_or(b' ')
        };
        let wanted: Vec<u8> = ('\u{4e00}'..='\u{9fff}').map(letter_of).collect();
        if std::env::var_os("WRITE_INITIALS").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/search/initials.txt");
            std::fs::write(path, &wanted).unwrap();
            return;
        }
        assert!(wanted == TABLE, "run this test with WRITE_INITIALS=1 to write the table anew");
    }
}
