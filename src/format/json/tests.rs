//! The file form as a whole: round trips, damage, unknown content, hostile bytes.
//! Never a test of the ledger.

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::format::sample;
use crate::journal::{Damage, DamageKind, DamagePlace, Entry, FileError, Journal};

fn heading() -> Heading {
    Heading { workbook: "k3f9q2ma".parse().ok(), title: "华东 \"2026\"".into() }
}

fn journal(entries: impl IntoIterator<Item = Entry>) -> Journal {
    let mut journal = Journal::default();
    for entry in entries {
        journal.add(entry);
    }
    journal
}

fn read(bytes: impl Into<Vec<u8>>) -> (Heading, Vec<Entry>, Vec<Damage>) {
    let reader = Reader::open(bytes.into()).unwrap();
    let heading = reader.heading().clone();
    let (mut entries, mut damages) = (Vec::new(), Vec::new());
    for read in reader {
        match read {
            Ok(entry) => entries.push(entry),
            Err(damage) => damages.push(damage),
        }
    }
    (heading, entries, damages)
}

/// Every kind of fact, and entries of a newer version.
fn sample_journal() -> Journal {
    let unknown = sample::unknown_texts();
    let unknown = unknown.iter().map(|text| entry_from_text(text).unwrap());
    journal(sample::every_entry().into_iter().chain(unknown))
}

fn sample_file() -> String {
    export(&heading(), &sample_journal()).unwrap()
}

#[test]
fn the_heading_and_every_fact_stand_on_lines_of_their_own() {
    let entries = [sample::entry(7, 1, 1, sample::every_fact()[12..14].to_vec())];
    expect_test::expect![[r#"
        {"format":"huikuan","version":1,"workbook":"k3f9q2ma","title":"华东 \"2026\"","entries":[
        {"id":"70000000-1","clock":1,"recorded_at":"2026-03-02T09:01:07Z","by":"王芳","facts":[
        {"rows":{"customers":[
        {"code":"C-019","fields":{"name":"北方机械","debtor_kind":"public_body"}},
        {"code":"C-020","fields":{"debtor_kind":"small_firm"}}
        ],"documents":[
        {"row":2,"kind":"invoice","customer":"C-019","number":"INV-000124","fields":{"issued_on":"2026-02-04","claim":{"amount":"99.90 CNY"},"schedule":{"due_on":"2026-03-06"}},"progress":{"received":"9.90 CNY","on":"2026-02-20","undated":true}},
        {"row":3,"kind":"invoice","customer":"C-019","number":"INV-000125","fields":{"claim":{"amount":"7 JPY"}}}
        ],"receipts":[
        {"row":2,"ordinal":1,"customer":"C-019","received_on":"2026-02-20","amount":"9.90 CNY","reference":"R-1"},
        {"row":3,"ordinal":2,"customer":"C-019","received_on":"2026-02-20","amount":"9.90 CNY","reference":"R-1"}
        ]}},
        {"imported":{"source":"应收 2026-03.csv","day":"2026-03-31","rows":4,"chunks":["70000000-13","70000000-1"],"follows":["00000003-1"],"missing":"settled"}}
        ],"digest":"DIGEST"}
        ]}
    "#]]
    .assert_eq(&{
        let text = export(&heading(), &journal(entries.clone())).unwrap();
        text.replace(&entries[0].digest.to_string(), "DIGEST")
    });
}

#[test]
fn a_file_reads_back_as_the_same_journal() {
    let (heading_read, entries, damages) = read(sample_file());
    assert_eq!(damages, []);
    assert_eq!(heading_read, heading());
    let held = sample_journal();
    assert_eq!(entries.iter().collect::<Vec<_>>(), held.all_in_order());
    assert_eq!(entries.iter().filter(|entry| entry.has_unknown()).count(), 4);
    assert_eq!(export(&heading(), &journal(entries)).unwrap(), sample_file());
}

#[rstest]
#[case::pretty(|value: &serde_json::Value| serde_json::to_string_pretty(value).unwrap())]
#[case::minified_with_sorted_keys(|value: &serde_json::Value| value.to_string())]
#[case::crlf(|_: &serde_json::Value| sample_file().replace('\n', "\r\n"))]
#[case::byte_order_mark(|_: &serde_json::Value| format!("\u{feff}{}", sample_file()))]
fn a_file_that_a_tool_reformatted_still_reads(#[case] tool: fn(&serde_json::Value) -> String) {
    let reformatted = tool(&serde_json::from_str(&sample_file()).unwrap());
    let (heading_read, entries, damages) = read(reformatted);
    assert_eq!(damages, []);
    assert_eq!(heading_read, heading());
    let digests = |entries: &[&Entry]| entries.iter().map(|it| it.digest).collect::<Vec<_>>();
    let read: Vec<&Entry> = entries.iter().collect();
    assert_eq!(digests(&read), digests(&sample_journal().all_in_order()));
}

#[test]
fn what_is_unknown_keeps_its_tokens_and_its_known_part() {
    let texts = sample::unknown_texts();
    let entry = entry_from_text(&texts[0]).unwrap();
    assert_eq!(entry.verbatim.as_deref(), Some(texts[0].as_str()));
    assert!(matches!(&entry.facts[0], crate::record::Fact::Retract(_)));
    let crate::record::Fact::Unknown(unknown) = &entry.facts[1] else { panic!() };
    assert_eq!(&*unknown.kind, "omen");
    let entry = entry_from_text(&texts[3]).unwrap();
    let crate::record::Fact::Unknown(unknown) = &entry.facts[0] else { panic!() };
    assert_eq!(&*unknown.kind, "receipt", "an amount beyond the limit is not of this version");
}

#[test]
fn one_digit_changed_sets_exactly_that_entry_aside() {
    let file = sample_file();
    let (_, whole, _) = read(file.clone());
    let edited = file.replacen("\"500.00 CNY\",\"method\"", "\"900.00 CNY\",\"method\"", 1);
    assert_ne!(edited, file);
    let (_, entries, damages) = read(edited.clone());
    let [damage] = damages.as_slice() else { panic!("{damages:?}") };
    assert_eq!(damage.kind, DamageKind::Changed);
    assert_eq!(damage.entry, Some(whole[0].id));
    let last = edited.lines().position(|line| line.starts_with("],\"digest\"")).unwrap() + 1;
    assert_eq!(damage.place, DamagePlace::Lines { first: 2, last });
    assert!(damage.text.contains("900.00 CNY"));
    assert_eq!(entries, whole[1..]);
}

#[rstest]
#[case::bracket_missing("],\"digest\"", ",\"digest\"")]
#[case::bracket_too_many("],\"digest\"", "]],\"digest\"")]
#[case::brace_missing("{\"id\":\"70000000-3\"", "\"id\":\"70000000-3\"")]
#[case::brace_too_many("{\"id\":\"70000000-3\"", "{{\"id\":\"70000000-3\"")]
#[case::quotation_mark_missing("\"clock\"", "clock\"")]
#[case::quotation_mark_too_many("\"by\":\"王芳\"", "\"by\":\"王芳\"\"")]
#[case::escaped("\"by\":\"王芳\"", "\"by\":\"王芳\\\"")]
#[case::comma("\"by\":\"王芳\",", "\"by\":\"王芳\"")]
#[case::end_mark_early("\"by\":\"王芳\"", "]}")]
#[case::merge_mark("\"by\"", "<<<<<<< mine\n\"by\"")]
fn a_broken_line_costs_only_its_entry(#[case] from: &str, #[case] to: &str) {
    let file = sample_file();
    let (_, whole, _) = read(file.clone());
    let at = file.find("{\"id\":\"70000000-3\"").unwrap();
    let broken = format!("{}{}", &file[..at], file[at..].replacen(from, to, 1));
    let (_, entries, damages) = read(broken);
    assert!(!damages.is_empty());
    let others = |entries: Vec<Entry>| {
        entries.into_iter().filter(|it| it.id.to_string() != "70000000-3").collect::<Vec<_>>()
    };
    assert!(others(entries) == others(whole), "{damages:?}");
}

#[test]
fn a_file_cut_anywhere_keeps_its_whole_entries_and_says_so() {
    let file = sample_file();
    let (_, whole, _) = read(file.clone());
    for end in (0..file.len() - 2).step_by(97).filter(|end| file.is_char_boundary(*end)) {
        let cut = &file.as_bytes()[..end];
        let Ok(_) = Reader::open(cut.to_vec()) else { continue };
        let (_, entries, damages) = read(cut);
        let ended = |line: &&str| line.starts_with("],") && line.contains("\"digest\":");
        let kept = file[..end].lines().filter(|line| line.contains("\"}")).filter(ended).count();
        assert_eq!(entries.len(), kept, "{end}");
        assert!(entries == whole[..entries.len()]);
        assert_eq!(damages.last().map(|it| it.kind), Some(DamageKind::EndsEarly), "{end}");
    }
}

#[test]
fn a_damaged_heading_leaves_the_entries() {
    let file = sample_file();
    let entries = file.split_once('\n').unwrap().1;
    for heading in ["{\"format\":\"huikuan\",\"vers", "{", "{\"entries\":["] {
        let (read_heading, read_entries, damages) = read(format!("{heading}\n{entries}"));
        assert_eq!(damages[0].kind, DamageKind::Heading);
        assert_eq!(read_heading.workbook, None);
        assert_eq!(read_entries.len(), sample_journal().all_in_order().len());
    }
}

#[rstest]
#[case("", FileError::Empty)]
#[case("\u{feff} \n", FileError::Empty)]
#[case("customer,amount\nC,1", FileError::NotAWorkbook)]
#[case("[1,2]", FileError::NotAWorkbook)]
#[case("{\"format\":\"other\",\"version\":1}", FileError::NotAWorkbook)]
#[case("{\"entries\":[{\"id\":1}]}", FileError::NotAWorkbook)]
#[case("{\"format\":\"huikuan\",\"version\":2,\"entries\":[", FileError::NewerVersion { version: 2 })]
#[case("{\"entries\":[],\"version\":7,\"format\":\"huikuan\"}", FileError::NewerVersion { version: 7 })]
fn what_is_no_workbook_is_refused(#[case] file: &str, #[case] error: FileError) {
    assert_eq!(Reader::open(file.into()).map(|_| ()), Err(error));
}

#[test]
fn nesting_of_ten_thousand_brackets_is_damage_and_no_overflow() {
    let deep = "[".repeat(10_000);
    let shut = "]".repeat(10_000);
    assert_eq!(Reader::open(deep.clone().into()).map(|_| ()), Err(FileError::NotAWorkbook));
    let object = "{\"a\":".repeat(10_000);
    assert_eq!(Reader::open(object.into()).map(|_| ()), Err(FileError::NotAWorkbook));
    let head = "{\"format\":\"huikuan\",\"version\":1,\"workbook\":\"k3f9q2ma\",\"entries\":[";
    let (_, entries, damages) = read(format!("{head}{deep}{shut}]}}"));
    assert!(entries.is_empty());
    assert!(!damages.is_empty());
    let file = sample_file();
    let (_, whole, _) = read(file.clone());
    let nested = file.replacen("\"clock\":1,", &format!("\"clock\":{deep}{shut},"), 1);
    let (_, entries, damages) = read(nested);
    assert_eq!(entries, whole[1..]);
    assert_eq!(damages[0].entry, Some(whole[0].id));
}

#[test]
fn rivals_and_entries_set_aside_are_written_too() {
    let facts = sample::every_fact();
    let one = sample::entry(1, 1, 5, vec![facts[1].clone()]);
    let other = sample::entry(1, 1, 5, vec![facts[2].clone()]);
    let beyond = sample::entry(1, 2, u64::MAX, vec![facts[3].clone()]);
    let held = journal([one, other, beyond]);
    let (_, entries, _) = read(export(&heading(), &held).unwrap());
    assert_eq!(entries.len(), 3);
}

proptest! {
    #[test]
    fn exports_are_alike_whatever_the_order_of_arrival(
        entries in sample::entries(), seed in any::<prop::sample::Index>(),
    ) {
        let mut other = entries.clone();
        other.rotate_left(seed.index(entries.len().max(1)));
        other.reverse();
        let text = export(&heading(), &journal(entries)).unwrap();
        prop_assert_eq!(&text, &export(&heading(), &journal(other)).unwrap());
        let (_, read, damages) = read(text.clone());
        prop_assert_eq!(damages, vec![]);
        prop_assert_eq!(text, export(&heading(), &journal(read)).unwrap());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(reader) = Reader::open(bytes) {
            reader.for_each(drop);
        }
    }

    #[test]
    fn no_edit_makes_it_panic_or_go_on_for_ever(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        marks in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{}\",:\n\\\\]"), 0..20),
    ) {
        let mut bytes = sample_file().into_bytes();
        for (at, mark) in marks {
            let at = at.index(bytes.len());
            bytes[at] = mark.as_bytes()[0];
        }
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(reader) = Reader::open(bytes) {
            prop_assert!(reader.take(10_000).count() < 10_000);
        }
    }
}
