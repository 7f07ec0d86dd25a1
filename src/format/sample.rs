//! Entries for tests of formats and storage: one of every kind of fact, and random ones.
//! Never used outside tests.

use proptest::prelude::*;

use crate::id::{EntryId, Letters};
use crate::journal::Entry;
use crate::record::Fact;

/// One fact of every kind, every field of each filled at least once.
pub(crate) fn every_fact() -> Vec<Fact> {
    include_str!("sample.json").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The entry of that replica and number, holding these facts.
pub(crate) fn entry(replica: u64, seq: u32, clock: u64, facts: Vec<Fact>) -> Entry {
    let id = EntryId { replica: Letters::from_bits(replica), seq };
    let at = format!("2026-03-{:02}T09:{:02}:07Z", 1 + seq % 28, seq % 60);
    Entry::seal(id, clock, at.parse().unwrap(), "王芳", facts).unwrap()
}

/// A small workbook: every kind of fact in one entry, and each alone in one.
pub(crate) fn every_entry() -> Vec<Entry> {
    let mut entries = vec![entry(7, 1, 1, every_fact())];
    for (seq, fact) in (2..).zip(every_fact()) {
        entries.push(entry(7, seq, u64::from(seq), vec![fact]));
    }
    entries
}

/// Texts of an entry with an unknown fact, of one with an unknown field of a known fact, and of
/// one with an unknown field of its own, each matching its digest.
pub(crate) fn unknown_texts() -> Vec<String> {
    let with = |id: &str, clock: u64, facts: &str, more: &str| {
        let text = format!(
            r#"{{"id":"{id}","clock":{clock},"recorded_at":"2026-04-01T08:00:00Z","by":"李","facts":{facts}{more}}}"#
        );
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let digest = crate::journal::Digest::of(&value).unwrap();
        format!(r#"{},"digest":"{digest}"}}"#, text.strip_suffix('}').unwrap())
    };
    vec![
        with(
            "zzzzzzzz-1",
            90,
            r#"[{"retract":{"target":"70000000-2"}},{"omen":{"z":1.50,"a":[{"id":"k3f9q2ma-1"}],"big":123456789012}}]"#,
            "",
        ),
        with("zzzzzzzz-2", 91, r#"[{"retract":{"target":"70000000-3","strength":"high"}}]"#, ""),
        with("zzzzzzzz-3", 92, r#"[{"retract":{"target":"70000000-4"}}]"#, r#","place":"上海""#),
        with(
            "zzzzzzzz-4",
            93,
            r#"[{"receipt":{"customer":"C","received_on":"2026-01-01","amount":"99999999999999999.00 CNY"}}]"#,
            "",
        ),
    ]
}

/// Random small entries of three replicas; ids may repeat with other content.
pub(crate) fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let facts = every_fact();
    let fact = (0..facts.len(), ".{0,12}", any::<u16>())
        .prop_map(move |(kind, text, number)| varied(facts[kind].clone(), &text, number));
    let entry = (0_u64..3, 1_u32..12, 0_u64..40, prop::collection::vec(fact, 0..4))
        .prop_map(|(replica, seq, clock, facts)| entry(replica, seq, clock, facts));
    prop::collection::vec(entry, 0..24)
}

/// The fact with its texts and numbers changed.
fn varied(mut fact: Fact, text: &str, number: u16) -> Fact {
    let money = format!("{}.{:02} CNY", number, number % 100).parse().unwrap();
    let day = crate::calendar::Date::from_number(40_000 + i32::from(number)).unwrap();
    match &mut fact {
        Fact::Customer(customer) => customer.code = text.into(),
        Fact::Document(document) => {
            document.number = (!number.is_multiple_of(3)).then(|| format!("INV-{number:06}"));
            document.fields.memo = Some(text.into());
            document.fields.issued_on = (!number.is_multiple_of(5)).then_some(day);
        }
        Fact::Receipt(receipt) => {
            receipt.amount = money;
            receipt.received_on = day;
            receipt.memo = text.into();
        }
        Fact::Allocation(allocation) => allocation.amount = money,
        Fact::Rows(rows) => {
            for row in &mut rows.documents {
                row.row = u32::from(number);
                row.number = text.into();
            }
        }
        Fact::Contact(contact) => {
            contact.said = text.into();
            contact.follow_up_on = (!number.is_multiple_of(3)).then_some(day);
        }
        Fact::Promise(promise) => {
            promise.amount = money;
            promise.promised_on = day;
        }
        Fact::Retract(retract) => retract.reason = text.into(),
        _ => {}
    }
    fact
}
