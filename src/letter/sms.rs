//! Messages by SMS (F2): how many segments a text takes, and what it must hold at its stage.
//! Never shortens a text, and never stops one: it counts and reminds.

use serde::{Deserialize, Serialize};

use super::field::LetterData;

/// How a text travels and how much room it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segments {
    /// The alphabet that it needs.
    pub alphabet: Alphabet,
    /// Units used: septets of GSM-7, or UTF-16 units of UCS-2.
    pub units: usize,
    /// Messages that it is cut into, each paid for; 0 for an empty text.
    pub count: usize,
    /// Units that still fit into the last of them.
    pub left: usize,
}

/// The alphabet of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// Seven bits a letter: 160 in one message, 153 in each of several.
    Gsm7,
    /// Sixteen bits a unit: 70 in one message, 67 in each of several.
    Ucs2,
}

impl Alphabet {
    const fn room(self) -> (usize, usize) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

/// The letters of the basic alphabet (3GPP TS 23.038) beside ASCII letters and digits.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";

/// Those of the extension table: an escape goes before each, so that they take two places.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// How many messages a text takes, its signature 【…】 included.
#[must_use]
pub fn segments(text: &str) -> Segments {
    let septets: Option<Vec<usize>> = text.chars().map(septets).collect();
    let (alphabet, sizes) = match septets {
        Some(sizes) => (Alphabet::Gsm7, sizes),
        None => (Alphabet::Ucs2, text.chars().map(char::len_utf16).collect()),
    };
    let units = sizes.iter().sum();
    let (alone, each) = alphabet.room();
    if units <= alone {
        let count = usize::from(units > 0);
        return Segments { alphabet, units, count, left: alone - units };
    }
    // A letter of two units is never cut: it moves to the next message as a whole.
    let (mut count, mut used) = (1, 0);
    for size in sizes {
        if used + size > each {
            count += 1;
            used = 0;
        }
        used += size;
    }
    Segments { alphabet, units, count, left: each - used }
}

/// Places that a letter takes in GSM-7; none when it is not in that alphabet.
fn septets(letter: char) -> Option<usize> {
    if letter.is_ascii_alphanumeric() || BASIC.contains(letter) {
        Some(1)
    } else if EXTENSION.contains(letter) {
        Some(2)
    } else {
        None
    }
}

/// How far the collection of a customer is, for what a message must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nothing is overdue yet.
    BeforeDue,
    /// The first step of the playbook.
    #[default]
    First,
    /// The second step and every later one.
    Later,
}

/// Something that a message must hold (F2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// How much.
    Amount,
    /// How many days overdue, or the day on which it falls due.
    Days,
    /// What follows when nothing is paid.
    Consequence,
    /// A way out: a visit or instalments.
    WayOut,
    /// Who writes: the signature 【…】.
    Signature,
}

/// What a message is about, as its text must say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The stage.
    pub stage: Stage,
    /// The amounts, their currency with them: `386,400.00元`; any of them will do.
    pub amounts: Vec<String>,
    /// Days overdue.
    pub days: Option<i64>,
    /// The day on which it falls due, as it may be written.
    pub due_on: Vec<String>,
}

impl About {
    /// What a message to that customer is about.
    #[must_use]
    pub fn of(stage: Stage, data: &LetterData) -> Self {
        let amounts = data.amount.split(" + ").filter(|amount| !amount.is_empty());
        // The year may be left out.
        let short = data.due_on.split_once('年').map(|(_, rest)| rest.to_owned());
        let due_on = [Some(data.due_on.clone()), short].into_iter().flatten();
        Self {
            stage,
            amounts: amounts.map(str::to_owned).collect(),
            days: data.days,
            due_on: due_on.filter(|day| !day.is_empty()).collect(),
        }
    }
}

/// Words that name a consequence, in both languages.
const CONSEQUENCES: [&str; 20] = [
    "暂停供货",
    "停止供货",
    "停供",
    "违约金",
    "逾期利息",
    "滞纳",
    "账期",
    "信用额度",
    "依法",
    "法律",
    "诉",
    "移交",
    "stop supply",
    "suspend",
    "late charge",
    "interest",
    "legal",
    "by law",
    "credit",
    "hand over",
];

/// Words that name a way out, in both languages.
const WAYS_OUT: [&str; 13] = [
    "分期",
    "还款计划",
    "上门",
    "拜访",
    "面谈",
    "商谈",
    "协商",
    "预约",
    "instalment",
    "installment",
    "visit",
    "meet",
    "plan",
];

/// What is missing in a message: amount, days and signature always, consequence and way out from
/// the second step on.
#[must_use]
pub fn missing(text: &str, about: &About) -> Vec<Required> {
    let lower = text.to_lowercase();
    let figures = figures(text);
    let names = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let plain = |amount: &String| -> String {
        amount.chars().filter(|letter| letter.is_ascii_digit() || *letter == '.').collect()
    };
    let says = |amount: String| {
        let whole = amount.strip_suffix(".00").unwrap_or(&amount);
        figures.iter().any(|held| *held == amount || held == whole)
    };
    let has_amount = about.amounts.iter().map(plain).any(says);
    let has_days = about.days.is_some_and(|days| figures.contains(&days.to_string()))
        || about.due_on.iter().any(|day| text.contains(day.as_str()));
    let is_later = about.stage == Stage::Later;
    let found = [
        (Required::Amount, has_amount),
        (Required::Days, has_days),
        (Required::Consequence, !is_later || names(&CONSEQUENCES)),
        (Required::WayOut, !is_later || names(&WAYS_OUT)),
        (Required::Signature, signature(text).is_some()),
    ];
    found.into_iter().filter(|(_, is_there)| !is_there).map(|(what, _)| what).collect()
}

/// What stands between the brackets 【…】 at the beginning or the end of a message.
#[must_use]
pub fn signature(text: &str) -> Option<&str> {
    let text = text.trim();
    let first =
        text.strip_prefix('【').and_then(|rest| rest.split_once('】')).map(|(name, _)| name);
    let last = || text.strip_suffix('】')?.rsplit_once('【').map(|(_, name)| name);
    first.or_else(last).map(str::trim).filter(|name| !name.is_empty())
}

/// Numbers of a text without their thousands separators.
fn figures(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut all = Vec::new();
    let mut number = String::new();
    for (place, letter) in letters.iter().enumerate() {
        let next_is_digit = letters.get(place + 1).is_some_and(char::is_ascii_digit);
        match letter {
            '0'..='9' => number.push(*letter),
            ',' | '，' if !number.is_empty() && next_is_digit => {}
            '.' if !number.is_empty() && next_is_digit => number.push('.'),
            _ => all.extend((!number.is_empty()).then(|| std::mem::take(&mut number))),
        }
    }
    all.extend((!number.is_empty()).then_some(number));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::empty("", Alphabet::Gsm7, 0, 0, 160)]
    #[case::one_letter("a", Alphabet::Gsm7, 1, 1, 159)]
    #[case::full(&"a".repeat(160), Alphabet::Gsm7, 160, 1, 0)]
    #[case::one_more(&"a".repeat(161), Alphabet::Gsm7, 161, 2, 145)]
    #[case::two_full(&"a".repeat(306), Alphabet::Gsm7, 306, 2, 0)]
    #[case::three(&"a".repeat(307), Alphabet::Gsm7, 307, 3, 152)]
    #[case::euro_takes_two("€5", Alphabet::Gsm7, 3, 1, 157)]
    #[case::brackets_take_two("[ok]", Alphabet::Gsm7, 6, 1, 154)]
    #[case::chinese("您好", Alphabet::Ucs2, 2, 1, 68)]
    #[case::chinese_full(&"款".repeat(70), Alphabet::Ucs2, 70, 1, 0)]
    #[case::chinese_one_more(&"款".repeat(71), Alphabet::Ucs2, 71, 2, 63)]
    #[case::chinese_two_full(&"款".repeat(134), Alphabet::Ucs2, 134, 2, 0)]
    #[case::chinese_three(&"款".repeat(135), Alphabet::Ucs2, 135, 3, 66)]
    #[case::signature_counts("【华远】您好", Alphabet::Ucs2, 6, 1, 64)]
    #[case::a_pair_of_units("😀", Alphabet::Ucs2, 2, 1, 68)]
    fn segments_are_counted(
        #[case] text: &str,
        #[case] alphabet: Alphabet,
        #[case] units: usize,
        #[case] count: usize,
        #[case] left: usize,
    ) {
        assert_eq!(segments(text), Segments { alphabet, units, count, left });
    }

    #[test]
    fn a_letter_of_two_units_is_not_cut() {
        // 152 letters and a euro sign of two: the sign moves on, so two full messages hold less.
        let text = "a".repeat(152) + "€" + &"a".repeat(151);
        assert_eq!(
            segments(&text),
            Segments { alphabet: Alphabet::Gsm7, units: 305, count: 2, left: 0 }
        );
        let text = text + "a";
        assert_eq!((segments(&text).units, segments(&text).count), (306, 3));
    }

    fn about(stage: Stage, text: &str) -> Vec<Required> {
        let data = LetterData {
            amount: "386,400.00元".to_owned(),
            days: Some(45),
            due_on: "2026年3月31日".to_owned(),
            ..LetterData::default()
        };
        let about = About::of(stage, &data);
        missing(text, &about)
    }

    #[rstest]
    #[case::all(Stage::First, "【华远】货款386,400.00元已逾期45天。", &[])]
    #[case::without_cents(Stage::First, "【华远】货款386400元已逾期45天。", &[])]
    #[case::before_due(Stage::BeforeDue, "货款386,400.00元将于3月31日到期。【华远】", &[])]
    #[case::no_amount(Stage::First, "【华远】贵司货款已逾期45天。", &[Required::Amount])]
    #[case::another_amount(Stage::First, "【华远】1386,400.00元逾期45天", &[Required::Amount])]
    #[case::no_days(Stage::First, "【华远】货款386,400.00元已逾期145天。", &[Required::Days])]
    #[case::no_signature(Stage::First, "货款386,400.00元已逾期45天。", &[Required::Signature])]
    #[case::empty_signature(Stage::First, "【】386,400.00元，45天", &[Required::Signature])]
    #[case::second_step(
        Stage::Later, "【华远】货款386,400.00元已逾期45天。",
        &[Required::Consequence, Required::WayOut]
    )]
    #[case::no_way_out(
        Stage::Later, "【华远】386,400.00元逾期45天，将暂停供货。", &[Required::WayOut]
    )]
    #[case::whole(
        Stage::Later, "【华远】386,400.00元逾期45天，逾期将暂停供货；可商谈分期。", &[]
    )]
    #[case::english(
        Stage::Later,
        "【HY】386,400.00 is 45 days overdue. We may suspend supply; instalments can be agreed.",
        &[]
    )]
    #[case::nothing(
        Stage::Later, "您好",
        &[
            Required::Amount, Required::Days, Required::Consequence, Required::WayOut,
            Required::Signature,
        ]
    )]
    fn what_is_missing_is_named(
        #[case] stage: Stage,
        #[case] text: &str,
        #[case] wanted: &[Required],
    ) {
        assert_eq!(about(stage, text), wanted);
    }
}
