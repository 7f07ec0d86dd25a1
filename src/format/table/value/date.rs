//! Dates in the spellings of accounting packages and spreadsheets (A7).
//! Never guesses between day and month: the file's own dates decide, or a person.

use super::{is_null, narrowed};
use crate::calendar::Date;
use crate::workbook::problem::ProblemKind;
use crate::workbook::question::DayOrder;

/// What the spelling of one cell allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// Nothing, or a sign for nothing.
    Blank,
    /// One date, in whatever spelling.
    Plain(Date),
    /// Two small numbers and a year: 3/4/2013.
    Pair {
        /// First and second number.
        numbers: [u32; 2],
        /// The year.
        year: i32,
    },
    /// Three numbers of at most two digits: 3/4/13 or 13-04-03.
    Short([u32; 3]),
    /// A bare number that may be a spreadsheet's count of days.
    Serial(i32),
    /// What a spreadsheet left of a date: a time of day, or a row of `#`.
    Destroyed,
    /// Anything else.
    Not,
}

/// How the dates of a file are read, as its own cells or a person decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DateReading {
    /// Which comes first where two small numbers and a year stand; `None` when nothing tells.
    pub(crate) order: Option<DayOrder>,
    /// The file has dates that can only be read day first, and others only month first.
    pub(crate) mixed: bool,
    /// In dates of three short numbers, the year stands first.
    pub(crate) short_year_first: bool,
}

impl DateReading {
    /// The date of a cell; `Ok(None)` when it is blank. `serials` when its column holds a
    /// spreadsheet's counts of days.
    pub(crate) fn read(self, cell: &str, serials: bool) -> Result<Option<Date>, ProblemKind> {
        match spelling(cell) {
            Spelling::Blank => Ok(None),
            Spelling::Plain(date) => Ok(Some(date)),
            Spelling::Pair { numbers, year } => self.in_order(numbers, year).map(Some),
            Spelling::Short([year, month, day]) if self.short_year_first => {
                Date::new(full_year(year), month, day).map(Some).ok_or(ProblemKind::NotADate)
            }
            Spelling::Short([a, b, year]) => self.in_order([a, b], full_year(year)).map(Some),
            Spelling::Serial(days) if serials => {
                serial_date(days).map(Some).ok_or(ProblemKind::NotADate)
            }
            Spelling::Serial(_) | Spelling::Not => Err(ProblemKind::NotADate),
            Spelling::Destroyed => Err(ProblemKind::DateDestroyed),
        }
    }

    fn in_order(self, [a, b]: [u32; 2], year: i32) -> Result<Date, ProblemKind> {
        let day_first = Date::new(year, b, a);
        let month_first = Date::new(year, a, b);
        let date = match (self.order, day_first, month_first) {
            (Some(DayOrder::DayFirst), date, _) | (Some(DayOrder::MonthFirst), _, date) => date,
            // One reading only, or the same day by both.
            (None, date, None) | (None, None, date) => date,
            (None, Some(one), Some(other)) if one == other => Some(one),
            (None, Some(_), Some(_)) if self.mixed => return Err(ProblemKind::MixedDayOrder),
            // The documented default; the draft warns once and asks.
            (None, Some(_), date) => date,
        };
        date.ok_or(ProblemKind::NotADate)
    }
}

/// Which orders a date with two small numbers allows, for the file's evidence.
pub(crate) fn orders([a, b]: [u32; 2], year: i32) -> (bool, bool) {
    (Date::new(year, b, a).is_some(), Date::new(year, a, b).is_some())
}

/// Two digits of a year as a spreadsheet completes them: 00–69 after 2000, 70–99 before.
pub(crate) fn full_year(year: u32) -> i32 {
    i32::try_from(year).unwrap_or(0) + if year < 70 { 2000 } else { 1900 }
}

/// The day that a spreadsheet counts so (1 January 1900 is 1, and 1900 a leap year to it).
pub(crate) fn serial_date(days: i32) -> Option<Date> {
    if days < 61 { None } else { Date::from_number(days.checked_sub(2)?) }
}

/// The longest text that may be a date.
const DATE_BYTES_MAX: usize = 64;
/// Serial numbers of 1954 to 2119: what lies outside is no count of days.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=80_000;

/// What the spelling of a cell allows.
pub(crate) fn spelling(cell: &str) -> Spelling {
    if let Some(date) = iso(cell) {
        return Spelling::Plain(date);
    }
    if is_null(cell) || cell.starts_with("0000-00-00") || cell.starts_with("9999-12-31") {
        return Spelling::Blank;
    }
    if cell.len() > DATE_BYTES_MAX {
        return Spelling::Not;
    }
    if cell.bytes().all(|byte| byte == b'#') {
        return Spelling::Destroyed;
    }
    let narrow = narrowed(cell);
    let mut parts = Parts::of(&narrow);
    if parts.is_time() {
        return Spelling::Destroyed;
    }
    parts.drop_weekday();
    let (read, rest) = parts.leading_date();
    if rest_is_time(rest) { read } else { Spelling::Not }
}

/// Exactly `YYYY-MM-DD`: by far the commonest, and read without more ado.
fn iso(cell: &str) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = cell.as_bytes() else { return None };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(**digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    Date::new(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// A number or word of a date, with what separates it from the next.
#[derive(Clone, Copy, Default)]
struct Part<'a> {
    text: &'a str,
    /// First character after it; blanks around another separator do not count.
    then: Option<char>,
    /// What follows the separator.
    rest: &'a str,
}

/// The first parts of a text; a date has no more than four.
struct Parts<'a>([Part<'a>; 4]);

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let mut parts = [Part::default(); 4];
        let mut rest = text;
        for part in &mut parts {
            *part = next_part(rest);
            rest = part.rest;
        }
        Self(parts)
    }

    /// A time of day without a date, which is what a spreadsheet shows of a date formatted as
    /// minutes and seconds.
    fn is_time(&self) -> bool {
        let [first, second, ..] = &self.0;
        let digits = |part: &Part<'_>| {
            (1..=3).contains(&part.text.len()) && part.text.bytes().all(|b| b.is_ascii_digit())
        };
        first.then == Some(':') && digits(first) && digits(second)
    }

    fn drop_weekday(&mut self) {
        let [first, ..] = &self.0;
        let word = first.text.to_ascii_lowercase();
        let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        if word.len() >= 3 && weekdays.iter().any(|day| word.starts_with(day)) {
            *self = Self::of(first.rest);
        }
    }

    /// The date at the beginning, and what stands after it.
    fn leading_date(&self) -> (Spelling, &'a str) {
        let [a, b, c, _] = self.0;
        let number = |part: Part<'_>| part.text.parse::<u32>().ok();
        let digits = |part: Part<'_>| part.text.len();
        let plain = |year: u32, month: u32, day: u32| {
            let year = if year < 100 { full_year(year) } else { i32::try_from(year).unwrap_or(0) };
            Date::new(year, month, day).map_or(Spelling::Not, Spelling::Plain)
        };
        match (number(a), number(b), number(c)) {
            (Some(year), Some(month), Some(day)) if digits(a) == 4 && same_mark(a, b) => {
                (plain(year, month, day), c.rest_with_mark())
            }
            (Some(first), Some(second), Some(year)) if same_mark(a, b) && digits(a) <= 2 => {
                let numbers = [first, second];
                let read = match (digits(b), digits(c)) {
                    // With points the day comes first wherever points are used.
                    (1..=2, 4) if a.then == Some('.') && second <= 12 => plain(year, second, first),
                    (1..=2, 4) => {
                        Spelling::Pair { numbers, year: i32::try_from(year).unwrap_or(0) }
                    }
                    (1..=2, 1..=2) => Spelling::Short([first, second, year]),
                    _ => Spelling::Not,
                };
                (read, c.rest_with_mark())
            }
            (Some(day), None, Some(year)) if digits(a) <= 2 => {
                (month(b).map_or(Spelling::Not, |m| plain(year, m, day)), c.rest_with_mark())
            }
            (Some(year), None, Some(day)) if digits(a) == 4 && month(b).is_some() => {
                (month(b).map_or(Spelling::Not, |m| plain(year, m, day)), c.rest_with_mark())
            }
            (None, Some(day), Some(year)) if digits(c) >= 2 => {
                (month(a).map_or(Spelling::Not, |m| plain(year, m, day)), c.rest_with_mark())
            }
            (Some(whole), _, _) => compact(whole, a),
            _ => (Spelling::Not, ""),
        }
    }
}

impl<'a> Part<'a> {
    /// What follows the part; a time may not be glued to the date by a mark of the date.
    fn rest_with_mark(self) -> &'a str {
        match self.then {
            None | Some(' ' | 'T' | 't' | ',' | '日' | '号' | '.' | '上' | '下' | '凌' | '晚') => {
                self.rest
            }
            Some(_) => "?",
        }
    }
}

/// `20200227`, `20200227.0`, or a spreadsheet's count of days such as `43888` or `43888.5`.
fn compact(whole: u32, part: Part<'_>) -> (Spelling, &str) {
    let fraction_is = |allowed: fn(u8) -> bool| match part.then {
        None => true,
        Some('.') => !part.rest.is_empty() && part.rest.bytes().all(allowed),
        Some(_) => false,
    };
    if part.text.len() == 8 {
        let year = i32::try_from(whole / 10_000).unwrap_or(0);
        let date = Date::new(year, whole / 100 % 100, whole % 100);
        let read = date.map_or(Spelling::Not, Spelling::Plain);
        let rest = if fraction_is(|b| b == b'0') { "" } else { part.rest_with_mark() };
        return (read, rest);
    }
    if SERIALS.contains(&whole) && part.text.len() == 5 && fraction_is(|b| b.is_ascii_digit()) {
        return (Spelling::Serial(i32::try_from(whole).unwrap_or(0)), "");
    }
    (Spelling::Not, "")
}

fn same_mark(a: Part<'_>, b: Part<'_>) -> bool {
    match a.then {
        Some('年') => b.then == Some('月'),
        Some('-' | '/' | '.' | ' ' | '\\') => a.then == b.then,
        Some(_) | None => false,
    }
}

/// The part at the beginning of a text: a run of digits or of letters.
fn next_part(text: &str) -> Part<'_> {
    let text = text.trim_start();
    let is_digit = text.starts_with(|c: char| c.is_ascii_digit());
    let end =
        text.find(|c: char| if is_digit { !c.is_ascii_digit() } else { !c.is_ascii_alphabetic() });
    let (part, after) = text.split_at(end.unwrap_or(text.len()));
    let marked = after.trim_start();
    match marked.chars().next() {
        // A blank separates only when no other mark follows it.
        Some(mark) if after.len() == marked.len() || !mark.is_ascii_alphanumeric() => {
            let glued = mark.is_ascii_alphanumeric() && !matches!(mark, 'T' | 't');
            let skip = if glued { 0 } else { mark.len_utf8() };
            Part { text: part, then: Some(mark), rest: marked.get(skip..).unwrap_or("") }
        }
        Some(_) => Part { text: part, then: Some(' '), rest: marked },
        None => Part { text: part, then: None, rest: "" },
    }
}

/// True for nothing, or for a time of day with or without a zone.
fn rest_is_time(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['T', ' ', ',', '日', '号']).trim();
    let rest = rest.trim_start_matches(['上', '下', '午', '中', '凌', '晨', '晚', ' ']);
    let of_time = |c: char| c.is_ascii_digit() || ":.+-Zz AaPpMm".contains(c);
    rest.is_empty()
        || rest.len() <= 32
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && rest.contains(':')
            && rest.chars().all(of_time)
}

/// The number of a month by its English name or its first letters.
fn month(part: Part<'_>) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = part.text.to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    (1..)
        .zip(MONTHS)
        .find(|(_, name)| name.starts_with(&word) || word == "sept" && *name == "september")
        .map(|(number, _)| number)
}

#[cfg(test)]
mod tests;
