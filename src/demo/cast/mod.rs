//! Who appears in a demo book, in the words of a language. Every name is invented.
//! Never what they do: the story says that.

mod chinese;
mod english;

use crate::record::DebtorKind;
use crate::say::Language;

/// The words of a demo book.
pub(super) struct Cast {
    pub(super) title: &'static str,
    pub(super) base_currency: &'static str,
    pub(super) foreign_currency: &'static str,
    /// Units of the base currency for ten thousand of the foreign one.
    pub(super) rate_ten_thousandths: i32,
    /// Value-added tax within an amount, in percent of the net; 0 when invoices show none.
    pub(super) tax_percent: i64,
    pub(super) firm: FirmWords,
    /// Who keeps the book.
    pub(super) clerks: [&'static str; 3],
    /// Who looks after customers.
    pub(super) owners: [&'static str; 4],
    /// The customers of the story, in the order of its roles.
    pub(super) players: [Player; 18],
    pub(super) words: Words,
    pub(super) talk: Talk,
    pub(super) case: CaseWords,
    /// What further names are made of: a first part, a second part and a trade.
    pub(super) name_parts: (&'static [&'static str], &'static [&'static str]),
    pub(super) trades: &'static [&'static str],
    pub(super) name_end: &'static str,
    pub(super) regions: &'static [&'static str],
    /// Headings of a table of invoices and of a table of receipts.
    pub(super) invoice_headings: [&'static str; 8],
    pub(super) receipt_headings: [&'static str; 5],
}

/// The firm that keeps the book.
pub(super) struct FirmWords {
    pub(super) name: &'static str,
    pub(super) tax_no: &'static str,
    pub(super) address: &'static str,
    pub(super) bank_account: &'static str,
    pub(super) phone: &'static str,
    pub(super) short_name: &'static str,
}

/// A customer of the story.
pub(super) struct Player {
    pub(super) name: &'static str,
    pub(super) region: &'static str,
    pub(super) industry: &'static str,
    pub(super) kind: DebtorKind,
    pub(super) person: &'static str,
    pub(super) person_role: &'static str,
}

/// Prefixes of numbers, and what people write into reasons and remarks.
pub(super) struct Words {
    pub(super) invoice_prefix: &'static str,
    pub(super) debit_prefix: &'static str,
    pub(super) credit_prefix: &'static str,
    pub(super) receipt_prefix: &'static str,
    pub(super) contract_prefix: &'static str,
    pub(super) transfer: &'static str,
    pub(super) bill: &'static str,
    pub(super) short_delivery: &'static str,
    pub(super) bounced: &'static str,
    pub(super) wrong_item: &'static str,
    pub(super) typed_twice: &'static str,
    pub(super) bankrupt: &'static str,
    pub(super) fee: &'static str,
    pub(super) rounding: &'static str,
    pub(super) extended: &'static str,
    pub(super) returned_goods: &'static str,
    pub(super) price_correction: &'static str,
    pub(super) duplicate_payment: &'static str,
    pub(super) deduction: &'static str,
    pub(super) order_cancelled: &'static str,
    pub(super) on_consignment: &'static str,
    pub(super) manager: &'static str,
    pub(super) table_name: &'static str,
    pub(super) receipt_table_name: &'static str,
}

/// What is written of cases.
pub(super) struct CaseWords {
    pub(super) counsel: &'static str,
    pub(super) facts: &'static str,
    pub(super) letter: &'static str,
    pub(super) lawyers_letter: &'static str,
    /// Contract, delivery, invoices, correspondence.
    pub(super) evidence: [&'static str; 4],
    pub(super) agency: &'static str,
    pub(super) agency_facts: &'static str,
    pub(super) placed: &'static str,
}

/// What is said and written in collecting.
pub(super) struct Talk {
    /// Who left the team.
    pub(super) former: &'static str,
    pub(super) call: &'static str,
    pub(super) message: &'static str,
    pub(super) letter: &'static str,
    pub(super) visit: &'static str,
    pub(super) before_due: &'static str,
    pub(super) promises: &'static str,
    pub(super) disputes: &'static str,
    pub(super) refuses: &'static str,
    pub(super) asks_for_plan: &'static str,
    pub(super) no_invoice: &'static str,
    pub(super) approval: &'static str,
    pub(super) says_paid: &'static str,
    pub(super) met: &'static str,
    pub(super) acknowledged: &'static str,
    pub(super) try_again: &'static str,
    /// Prefix of a courier's numbers.
    pub(super) courier: &'static str,
    pub(super) hold: &'static str,
    pub(super) plan_conditions: &'static str,
    pub(super) plan_consequence: &'static str,
    pub(super) preparation: [&'static str; 2],
    pub(super) payment_clause: &'static str,
    pub(super) kept_at: &'static str,
    pub(super) differs: &'static str,
    pub(super) slip: &'static str,
    pub(super) suspended: &'static str,
    pub(super) limited: &'static str,
    pub(super) by_hand: &'static str,
    pub(super) training: &'static str,
    pub(super) decided: &'static str,
    pub(super) known: &'static str,
    /// Why a late charge is waived, and why another is not.
    pub(super) waived: &'static str,
    pub(super) kept: &'static str,
}

/// The cast of a language.
pub(super) const fn of(language: Language) -> &'static Cast {
    match language {
        Language::Zh => &chinese::CAST,
        Language::En => &english::CAST,
    }
}

/// The name of a further customer, different for each number below the product of the parts.
pub(super) fn name(cast: &Cast, number: u32) -> String {
    let (firsts, seconds) = cast.name_parts;
    let count = |list: &[&str]| u32::try_from(list.len()).unwrap_or(u32::MAX).max(1);
    let part = |list: &[&'static str], at: u32| {
        list.get((at % count(list)) as usize).copied().unwrap_or_default()
    };
    let round = number / count(firsts);
    let first = part(firsts, number);
    let second = part(seconds, round + number);
    let trade = part(cast.trades, round / count(seconds) + number);
    format!("{first}{second}{trade}{}", cast.name_end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn thousands_of_customers_have_names_of_their_own() {
        for language in [Language::Zh, Language::En] {
            let cast = of(language);
            let names: BTreeSet<String> = (0..4_000).map(|number| name(cast, number)).collect();
            assert_eq!(names.len(), 4_000);
        }
    }
}
