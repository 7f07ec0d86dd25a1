//! A written letter as blocks (F3): lines of text, and the places where a table, the accounts, the
//! return slip or the signature stand. Paper draws tables there; a message gets plain lines.
//! Never fills in a field: `render` does.

use serde::{Deserialize, Serialize};

/// A stretch of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Lines of text, one paragraph each.
    Text(Vec<String>),
    /// What stands in place of a marker.
    Part(LetterPart),
}

/// What a line of a template can stand for: `[[items]]` alone on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterPart {
    /// The overdue items, or those that fall due: number, dates, days, amounts.
    Items,
    /// The late charge, period by period.
    LateCharge,
    /// What to pay by which day to keep a discount.
    Discounts,
    /// The instalments of a plan.
    Instalments,
    /// Every open position as of the day.
    Statement,
    /// Where to pay.
    Accounts,
    /// The slip that the customer fills in and sends back.
    Slip,
    /// The slip of a confirmation of balance.
    Confirmation,
    /// The firm, its seal and the day.
    Signature,
    /// The firm and the customer, to be signed by both.
    BothSign,
    /// The customer alone, to be signed.
    CustomerSigns,
}

impl LetterPart {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Items,
        Self::LateCharge,
        Self::Discounts,
        Self::Instalments,
        Self::Statement,
        Self::Accounts,
        Self::Slip,
        Self::Confirmation,
        Self::Signature,
        Self::BothSign,
        Self::CustomerSigns,
    ];

    /// Its name in a template.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::LateCharge => "late_charge",
            Self::Discounts => "discounts",
            Self::Instalments => "instalments",
            Self::Statement => "statement",
            Self::Accounts => "accounts",
            Self::Slip => "slip",
            Self::Confirmation => "confirmation",
            Self::Signature => "signature",
            Self::BothSign => "both_sign",
            Self::CustomerSigns => "customer_signs",
        }
    }

    /// The field of a letter from which it is drawn; without a value there is nothing to draw.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::LateCharge => "late_charge",
            Self::Discounts => "discount",
            Self::Instalments => "plan",
            Self::Statement => "statement",
            Self::Accounts => "accounts",
            Self::Slip | Self::Signature | Self::BothSign => "firm",
            Self::Confirmation | Self::CustomerSigns => "customer",
        }
    }

    /// The part that a line stands for, if it stands for one.
    #[must_use]
    pub fn of_line(line: &str) -> Option<Self> {
        let name = line.trim().strip_prefix("[[")?.strip_suffix("]]")?.trim();
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// The blocks of a text, in its order; empty lines part paragraphs and are not kept.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if let Some(part) = LetterPart::of_line(line) {
            blocks.push(Block::Part(part));
        } else if !line.is_empty() {
            match blocks.last_mut() {
                Some(Block::Text(lines)) => lines.push(line.to_owned()),
                Some(Block::Part(_)) | None => blocks.push(Block::Text(vec![line.to_owned()])),
            }
        }
    }
    blocks
}

/// The text with plain lines in place of its markers: what is copied or sent as a message. `lines`
/// gives those of a part; an empty answer leaves it out.
#[must_use]
pub fn plain(text: &str, lines: impl Fn(LetterPart) -> Vec<String>) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        match LetterPart::of_line(line) {
            Some(part) => out.extend(lines(part)),
            None => out.push(line.to_owned()),
        }
    }
    out.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = concat!(
        "尊敬的王经理：\n\n　　贵司欠款如下：\n[[items]]\n",
        "　　请付款。\n [[ signature ]] \n[[nothing]]\n",
    );

    #[test]
    fn markers_alone_on_a_line_become_parts_and_unknown_ones_stay_text() {
        let text = |lines: &[&str]| Block::Text(lines.iter().map(|it| (*it).to_owned()).collect());
        assert_eq!(
            blocks(LETTER),
            [
                text(&["尊敬的王经理：", "　　贵司欠款如下："]),
                Block::Part(LetterPart::Items),
                text(&["　　请付款。"]),
                Block::Part(LetterPart::Signature),
                text(&["[[nothing]]"]),
            ]
        );
        assert_eq!(blocks("见 [[items]] 表"), [text(&["见 [[items]] 表"])]);
    }

    #[test]
    fn plain_text_has_lines_in_place_of_parts() {
        let lines = |part: LetterPart| match part {
            LetterPart::Items => vec!["R-1 100.00".to_owned(), "R-2 50.00".to_owned()],
            _ => Vec::new(),
        };
        assert_eq!(
            plain(LETTER, lines),
            "尊敬的王经理：\n\n　　贵司欠款如下：\nR-1 100.00\nR-2 50.00\n　　请付款。\n[[nothing]]"
        );
    }

    #[test]
    fn every_name_leads_back_to_its_part() {
        for part in LetterPart::ALL {
            assert_eq!(LetterPart::of_line(&format!("[[{}]]", part.name())), Some(part));
        }
    }
}
