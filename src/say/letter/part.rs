//! The tables of a letter: items, late charge, discounts, instalments, statement.
//! Never computes a figure: every cell is a field.

use crate::letter::compose::LetterPart;
use crate::letter::field::LetterData;
use crate::record::Language;

/// A table of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterTable {
    /// What it shows.
    pub caption: &'static str,
    /// Its columns.
    pub columns: Vec<LetterColumn>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// What it comes to, and the place of the column that it adds up; none where that is not one
    /// figure.
    pub total: Option<(usize, String)>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterColumn {
    /// Its heading.
    pub head: &'static str,
    /// Figures stand at the right.
    pub is_figure: bool,
}

impl LetterTable {
    /// Its rows as plain lines: each cell with its heading, the first without.
    pub(super) fn lines(&self, language: Language) -> Vec<String> {
        let line = |cells: &Vec<String>| {
            let told = cells.iter().zip(&self.columns).enumerate();
            let told = told.filter(|(_, (cell, _))| !cell.is_empty());
            let told: Vec<String> = told
                .map(|(place, (cell, column))| match place {
                    0 => cell.clone(),
                    _ => format!("{} {cell}", column.head),
                })
                .collect();
            match language {
                Language::Zh => told.join("，"),
                Language::En => told.join(", "),
            }
        };
        self.rows.iter().map(line).collect()
    }
}

/// A heading in both languages.
struct Head(&'static str, &'static str, bool);

const NUMBER: Head = Head("单号", "Number", false);
const ISSUED: Head = Head("开票日", "Issued", false);
const DUE: Head = Head("到期日", "Due", false);
const DAYS: Head = Head("逾期天数", "Days overdue", true);
const OPEN: Head = Head("未付", "Open", true);
const DEMANDED: Head = Head("应付", "To pay", true);
const DISPUTED: Head = Head("争议", "Disputed", true);
const CHARGE: Head = Head("违约金", "Late charge", true);
const INTEREST: Head = Head("逾期利息", "Interest", true);
const FROM: Head = Head("起", "From", false);
const UNTIL: Head = Head("止", "To", false);
const DAY_COUNT: Head = Head("天数", "Days", true);
const BASE: Head = Head("基数", "On", true);
const RATE: Head = Head("标准", "Rate", false);
const AMOUNT: Head = Head("金额", "Amount", true);
const LAST_DAY: Head = Head("最后日期", "Last day", false);
const SAVED: Head = Head("优惠", "You save", true);
const PAYABLE: Head = Head("只需付", "You pay", true);
const PLACE: Head = Head("期次", "Instalment", true);

/// The table of a part; `None` for parts that are none and for tables of nothing. A column that
/// is empty in every row is left out.
#[must_use]
pub fn letter_table(
    part: LetterPart,
    data: &LetterData,
    language: Language,
) -> Option<LetterTable> {
    let (caption, heads, rows, total) = match part {
        LetterPart::Items => items(data),
        LetterPart::LateCharge => late_charge(data)?,
        LetterPart::Discounts => discounts(data)?,
        LetterPart::Instalments => instalments(data)?,
        LetterPart::Statement => statement(data)?,
        LetterPart::Accounts
        | LetterPart::Slip
        | LetterPart::Confirmation
        | LetterPart::Signature
        | LetterPart::BothSign
        | LetterPart::CustomerSigns => return None,
    };
    let is_used =
        |place: usize| rows.iter().any(|row| row.get(place).is_some_and(|it| !it.is_empty()));
    let used: Vec<bool> = (0..heads.len()).map(is_used).collect();
    let keep = |place: &usize| used.get(*place) == Some(&true);
    let columns = heads.into_iter().enumerate().filter(|(place, _)| keep(place));
    let columns: Vec<LetterColumn> = columns
        .map(|(_, Head(zh, en, is_figure))| LetterColumn {
            head: pick(zh, en, language),
            is_figure,
        })
        .collect();
    let cells = |row: Vec<String>| -> Vec<String> {
        let kept = row.into_iter().enumerate().filter(|(place, _)| keep(place));
        kept.map(|(_, cell)| cell).collect()
    };
    let rows: Vec<Vec<String>> = rows.into_iter().map(cells).collect();
    // What is asked for where that is a column, else the last one.
    let asked = pick(DEMANDED.0, DEMANDED.1, language);
    let asked = columns.iter().position(|column| column.head == asked);
    let place = asked.unwrap_or(columns.len().saturating_sub(1));
    let total = Some((place, total.to_owned())).filter(|(_, total)| !total.is_empty());
    let caption = pick(caption.0, caption.1, language);
    (!rows.is_empty()).then_some(LetterTable { caption, columns, rows, total })
}

const fn pick(zh: &'static str, en: &'static str, language: Language) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

fn count(count: Option<i64>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

type Drawn<'d> = ((&'static str, &'static str), Vec<Head>, Vec<Vec<String>>, &'d str);

fn items(data: &LetterData) -> Drawn<'_> {
    let is_interest = data.late_charge.as_ref().is_some_and(|it| it.nature == "interest");
    let charge = if is_interest { INTEREST } else { CHARGE };
    let row = |item: &crate::letter::field::LetterItem| {
        // What is open is said where it is not what is asked for.
        let open = if item.open == item.demanded { "" } else { &item.open };
        vec![
            item.number.clone(),
            item.issued.clone(),
            item.due.clone(),
            count(item.days),
            open.to_owned(),
            item.disputed.clone(),
            item.demanded.clone(),
            item.late_charge.clone(),
        ]
    };
    let heads = vec![NUMBER, ISSUED, DUE, DAYS, OPEN, DISPUTED, DEMANDED, charge];
    (("款项明细", "Items"), heads, data.items.iter().map(row).collect(), &data.amount)
}

fn late_charge(data: &LetterData) -> Option<Drawn<'_>> {
    let charge = data.late_charge.as_ref()?;
    let rows = charge.periods.iter().map(|period| {
        vec![
            period.number.clone(),
            period.from.clone(),
            period.until.clone(),
            count(period.days),
            period.base.clone(),
            period.rate.clone(),
            period.amount.clone(),
        ]
    });
    let heads = vec![NUMBER, FROM, UNTIL, DAY_COUNT, BASE, RATE, AMOUNT];
    let caption = match charge.nature.as_str() {
        "interest" => ("逾期利息计算", "Interest by period"),
        _ => ("违约金计算", "Late charge by period"),
    };
    Some((caption, heads, rows.collect(), &charge.total))
}

fn discounts(data: &LetterData) -> Option<Drawn<'_>> {
    let discount = data.discount.as_ref()?;
    let rows = discount.items.iter().map(|item| {
        let texts = [&item.number, &item.open, &item.until, &item.saved, &item.payable];
        texts.map(String::clone).to_vec()
    });
    let heads = vec![NUMBER, OPEN, LAST_DAY, SAVED, PAYABLE];
    Some((("可享优惠", "Discounts"), heads, rows.collect(), &discount.payable))
}

fn instalments(data: &LetterData) -> Option<Drawn<'_>> {
    let plan = data.plan.as_ref()?;
    let rows = plan.instalments.iter();
    let rows = rows.map(|it| vec![count(it.place), it.due.clone(), it.amount.clone()]);
    Some((("付款计划", "Instalments"), vec![PLACE, DUE, AMOUNT], rows.collect(), &plan.total))
}

fn statement(data: &LetterData) -> Option<Drawn<'_>> {
    let statement = data.statement.as_ref()?;
    let rows = statement.lines.iter().map(|line| {
        vec![
            line.number.clone(),
            line.issued.clone(),
            line.due.clone(),
            count(line.days),
            line.amount.clone(),
            line.open.clone(),
        ]
    });
    let heads = vec![NUMBER, ISSUED, DUE, DAYS, AMOUNT, OPEN];
    Some((("往来明细", "Open positions"), heads, rows.collect(), &statement.balance))
}
