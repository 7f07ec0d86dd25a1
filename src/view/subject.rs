//! An item or a fund by a name that an edit does not move, and that name in an address.
//! Never says whether it is there: the account does, when it is asked.

use std::fmt;

use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::ledger::Account;
use crate::money::Money;
use crate::record::{DocumentKind, DocumentRef, FundRef, ItemRef, ReceiptKey};
use crate::rule::balance::aging::PositionSource;

/// The item or the money that a card is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Whose it is.
    pub customer: Key,
    /// Which of the customer's.
    pub what: Named,
}

/// A due part of a document, or money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A due part.
    Item(ItemRef),
    /// A receipt, or a credit note's money.
    Fund(FundRef),
}

impl Subject {
    /// The position at a place of an account.
    #[must_use]
    pub fn of(account: &Account, source: PositionSource) -> Option<Self> {
        let what = match source {
            PositionSource::Part(index) => {
                Named::Item(account.item(account.parts.get(index as usize)?)?)
            }
            PositionSource::Fund(index) => {
                Named::Fund(account.funds.get(index as usize)?.reference.clone())
            }
        };
        Some(Self { customer: account.customer.key.clone(), what })
    }

    /// Where it stands in the account now; `None` once it was taken back.
    #[must_use]
    pub fn source(&self, account: &Account) -> Option<PositionSource> {
        match &self.what {
            Named::Item(item) => (0..)
                .zip(&account.parts)
                .find(|(_, part)| account.item(part).as_ref() == Some(item))
                .map(|(index, _)| PositionSource::Part(index)),
            Named::Fund(fund) => (0..)
                .zip(&account.funds)
                .find(|(_, held)| held.reference == *fund)
                .map(|(index, _)| PositionSource::Fund(index)),
        }
    }

    /// Reads the name in an address; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<String> = text.split('/').map(unescaped).collect();
        let (customer, rest) = words.split_first()?;
        let customer = Key::of(customer);
        let (kind, rest) = rest.split_first()?;
        let what = match (kind.as_str(), rest) {
            ("receipt", [entry, index]) => Named::Fund(FundRef::Receipt(fact(entry, index)?)),
            ("table-receipt", [day, amount, reference, ordinal]) => {
                Named::Fund(FundRef::Imported(ReceiptKey {
                    customer: customer.clone(),
                    received_on: day.parse().ok()?,
                    amount: amount.parse::<Money>().ok()?,
                    reference: Key::of(reference),
                    ordinal: ordinal.parse().ok()?,
                }))
            }
            ("implied", [day, document @ ..]) => Named::Fund(FundRef::Implied {
                document: document_of(&customer, document)?,
                received_on: day.parse::<Date>().ok()?,
            }),
            ("credit", document) => {
                Named::Fund(FundRef::CreditNote(document_of(&customer, document)?))
            }
            ("item", [document @ .., part]) => {
                let part = part.parse::<u32>().ok()?.checked_sub(1)?;
                Named::Item(ItemRef { document: document_of(&customer, document)?, part })
            }
            _ => return None,
        };
        Some(Self { customer, what })
    }
}

/// The name in an address: `C-017/item/invoice/A-1/1` is the first part of invoice A-1 of C-017.
/// Reading it gives the same subject.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", escaped(self.customer.as_str()))?;
        match &self.what {
            Named::Item(item) => {
                f.write_str("/item")?;
                write_document(f, &item.document)?;
                write!(f, "/{}", u64::from(item.part) + 1)
            }
            Named::Fund(FundRef::Receipt(fact)) => {
                write!(f, "/receipt/{}/{}", fact.entry, fact.index)
            }
            Named::Fund(FundRef::Imported(key)) => {
                let reference = escaped(key.reference.as_str());
                let ReceiptKey { received_on, amount, ordinal, .. } = key;
                write!(f, "/table-receipt/{received_on}/{amount}/{reference}/{ordinal}")
            }
            Named::Fund(FundRef::Implied { document, received_on }) => {
                write!(f, "/implied/{received_on}")?;
                write_document(f, document)
            }
            Named::Fund(FundRef::CreditNote(document)) => {
                f.write_str("/credit")?;
                write_document(f, document)
            }
        }
    }
}

fn write_document(f: &mut fmt::Formatter<'_>, document: &DocumentRef) -> fmt::Result {
    match document {
        DocumentRef::Numbered { kind, number, .. } => {
            write!(f, "/{}/{}", kind_word(*kind), escaped(number.as_str()))
        }
        DocumentRef::Recorded { fact, .. } => {
            write!(f, "/unnumbered/{}/{}", fact.entry, fact.index)
        }
    }
}

fn document_of(customer: &Key, words: &[String]) -> Option<DocumentRef> {
    let customer = customer.clone();
    match words {
        [kind, number] => {
            let kinds = [DocumentKind::Invoice, DocumentKind::DebitNote, DocumentKind::CreditNote];
            let kind = kinds.into_iter().find(|held| kind_word(*held) == kind)?;
            Some(DocumentRef::Numbered { kind, customer, number: Key::of(number) })
        }
        [kind, entry, index] if kind == "unnumbered" => {
            Some(DocumentRef::Recorded { customer, fact: fact(entry, index)? })
        }
        _ => None,
    }
}

const fn kind_word(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Invoice => "invoice",
        DocumentKind::DebitNote => "debit-note",
        DocumentKind::CreditNote => "credit-note",
    }
}

fn fact(entry: &str, index: &str) -> Option<FactId> {
    format!("{entry}/{index}").parse().ok()
}

/// A word of the address in which `/` separates nothing.
fn escaped(word: &str) -> String {
    word.replace('~', "~0").replace('/', "~1")
}

fn unescaped(word: &str) -> String {
    word.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("C-017/item/invoice/A-1/1")]
    #[case("C-017/item/debit-note/2026~12~01/3")]
    #[case("华美/item/unnumbered/k3f9q2ma-12/3/1")]
    #[case("C-017/receipt/k3f9q2ma-12/0")]
    #[case("C-017/table-receipt/2026-03-05/115.00 CNY//1")]
    #[case("C-017/table-receipt/2026-03-05/115.00 CNY/B~17/2")]
    #[case("C-017/implied/2026-03-05/invoice/A-1")]
    #[case("C-017/credit/credit-note/R-1")]
    #[case("C-017/credit/unnumbered/k3f9q2ma-12/0")]
    fn an_address_names_the_same_subject_again(#[case] text: &str) {
        let read = Subject::parse(text).unwrap();
        assert_eq!(read.to_string(), text);
        assert_eq!(Subject::parse(&read.to_string()), Some(read));
    }

    #[rstest]
    #[case("")]
    #[case("C-017")]
    #[case("C-017/item/invoice/A-1")]
    #[case("C-017/item/invoice/A-1/0")]
    #[case("C-017/item/letter/A-1/1")]
    #[case("C-017/receipt/k3f9q2ma-12")]
    #[case("C-017/implied/soon/invoice/A-1")]
    #[case("C-017/credit")]
    fn anything_else_names_nothing(#[case] text: &str) {
        assert_eq!(Subject::parse(text), None);
    }

    #[test]
    fn every_position_of_a_book_is_found_again_by_its_address() {
        use crate::demo::{Size, book};
        let today = Date::new(2026, 11, 21).unwrap();
        let book = book(Size::SMALL, 1, crate::say::Language::Zh, today).unwrap();
        let mut count = 0;
        for account in book.ledger().accounts() {
            let parts = (0..).zip(&account.parts).map(|(index, _)| PositionSource::Part(index));
            let funds = (0..).zip(&account.funds).map(|(index, _)| PositionSource::Fund(index));
            for source in parts.chain(funds) {
                let subject = Subject::of(account, source).unwrap();
                let found = Subject::parse(&subject.to_string()).unwrap();
                assert_eq!(found, subject);
                assert_eq!(found.source(account), Some(source), "{found}");
                count += 1;
            }
        }
        assert!(count > 100);
    }
}
