//! What a screen shows: rows, filters, orders, totals and the arithmetic behind a figure.
//! Never a widget, a color or a sentence: the page draws, `say` words.

pub mod act;
pub mod aging;
pub mod amount;
pub mod backup;
pub mod case;
pub mod conflict;
pub mod contact_form;
pub mod contract;
pub mod credit_sheet;
pub mod customer;
pub mod customer_form;
pub mod customer_state;
pub mod deed;
pub mod discount;
pub mod drill;
pub mod evidence;
pub mod handbook;
pub mod history;
pub mod item;
pub mod late_charge;
pub mod late_charge_form;
pub mod letter;
pub mod meeting;
pub mod open_day;
pub mod playbook_form;
pub mod policy_form;
pub mod setting;
pub mod sheet;
pub mod statement;
pub mod subject;
pub mod team;
pub mod timeline;
pub mod typed;
pub mod worklist;

/// An order of rows by one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting<C> {
    /// The column.
    pub column: C,
    /// From the largest down.
    pub descending: bool,
}

/// True when `text` holds every word of `query`, whatever the case and width of letters.
#[must_use]
pub fn matches(query: &str, texts: &[&str]) -> bool {
    if query.trim().is_empty() {
        return true;
    }
    let texts: Vec<String> = texts.iter().map(|text| folded(text)).collect();
    query.split_whitespace().map(folded).all(|word| texts.iter().any(|text| text.contains(&word)))
}

fn folded(text: &str) -> String {
    text.chars().map(crate::id::narrow).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_query_finds_every_word_in_any_text() {
        assert!(matches("hua 017", &["华美 HUAMEI", "C-017"]));
        assert!(matches("Ｃ－０１７", &["c-017"]));
        assert!(matches("  ", &[]));
        assert!(!matches("hua 018", &["HUAMEI", "C-017"]));
    }
}
