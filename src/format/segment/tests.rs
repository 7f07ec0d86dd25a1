//! Segments as a whole: round trips, damage, what is unknown, hostile bytes, room.
//! Never a test of the ledger.

use proptest::prelude::*;
use serde::Serialize;

use super::*;
use crate::format::json::{entry_from_text, entry_to_text};
use crate::format::sample;
use crate::journal::Entry;
use crate::record::{Fact, Rows};

fn pack_all(entries: &[Entry]) -> Vec<Segment> {
    pack(&entries.iter().collect::<Vec<_>>()).unwrap()
}

fn unpack_all(segments: &[Segment]) -> Vec<Entry> {
    segments.iter().flat_map(|segment| unpack(&segment.text).unwrap()).collect()
}

fn units(segments: &[Segment]) -> usize {
    segments.iter().map(|segment| segment.text.encode_utf16().count()).sum()
}

/// An import of so many rows, as varied as a real table.
fn imported(rows: u32, seq: u32, memo: &str) -> Entry {
    let Fact::Rows(like) = &sample::every_fact()[12] else { panic!() };
    let document = |row: u32| {
        let mut document = like.documents[0].clone();
        let odd = (seq * rows + row).wrapping_mul(2_654_435_761);
        let odd = (odd ^ odd >> 15).wrapping_mul(739_982_445);
        let odd = odd ^ odd >> 12;
        document.row = row + 2;
        document.number = format!("INV-{:06}", seq * rows + row);
        document.customer = format!("C-{:04}", odd % 2_000);
        let amount = format!("{}.{:02} CNY", odd % 90_000, odd % 100).parse().unwrap();
        document.fields.claim = Some(crate::record::Claim { amount, tax: None });
        document.fields.memo = (!memo.is_empty()).then(|| format!("{memo}{odd:x}"));
        document
    };
    let documents = (0..rows).map(document).collect();
    let rows = Rows { documents, ..Rows::default() };
    sample::entry(9, seq, u64::from(seq), vec![Fact::Rows(Box::new(rows))])
}

#[test]
fn every_fact_and_unknown_entries_come_back() {
    let unknown = sample::unknown_texts();
    let unknown = unknown.iter().map(|text| entry_from_text(text).unwrap());
    let beyond = sample::entry(8, 1, u64::MAX, sample::every_fact());
    let entries: Vec<Entry> =
        sample::every_entry().into_iter().chain(unknown).chain([beyond]).collect();
    let segments = pack_all(&entries);
    assert_eq!(segments.len(), 1);
    assert_eq!(unpack_all(&segments), entries);
    let json: usize = entries.iter().map(|entry| entry_to_text(entry).unwrap().len()).sum();
    assert!(units(&segments) * 4 < json, "{} of {json}", units(&segments));
}

#[test]
fn a_thousand_rows_with_long_memos_fit_one_segment_and_entries_stay_whole() {
    let memo = "第三季度补充协议约定的货款，发票随货同行，联系人赵敏，请于月底前核对。";
    let entries: Vec<Entry> = (1..=6).map(|seq| imported(1_000, seq, memo)).collect();
    let segments = pack_all(&entries);
    assert!(segments.iter().all(|segment| segment.text.encode_utf16().count() <= UNITS_MAX));
    assert_eq!(segments.iter().map(|segment| segment.entries).sum::<usize>(), 6);
    assert_eq!(unpack_all(&segments), entries);
}

#[test]
fn many_entries_are_spread_over_segments_that_are_nearly_full() {
    let entries: Vec<Entry> = (1..=40).map(|seq| imported(500, seq, "n ")).collect();
    let segments = pack_all(&entries);
    assert!(segments.len() > 1);
    for segment in &segments[..segments.len() - 1] {
        let units = segment.text.encode_utf16().count();
        assert!((UNITS_MAX / 2..=UNITS_MAX).contains(&units), "{units}");
    }
    assert_eq!(unpack_all(&segments), entries);
    assert!(units(&segments) < 6 * 20_000, "more than six units a row: {}", units(&segments));
}

#[test]
fn an_entry_too_large_for_any_segment_gets_one_of_its_own() {
    let noise = |seed: u64| {
        let mut state = seed;
        let next = move |_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from(b'a' + (state >> 33) as u8 % 26)
        };
        (0..200_000).map(next).collect::<String>()
    };
    let with_reason = |seq: u32, reason: String| {
        let target = "k3f9q2ma-1".parse().unwrap();
        let fact = Fact::Retract(crate::record::Retract { target, reason });
        sample::entry(9, seq, 1, vec![fact])
    };
    let entries = vec![
        with_reason(1, String::new()),
        with_reason(2, noise(2)),
        with_reason(3, noise(3)),
        with_reason(4, String::new()),
    ];
    let segments = pack_all(&entries);
    assert_eq!(unpack_all(&segments), entries);
    assert!(segments.iter().any(|segment| segment.text.encode_utf16().count() > UNITS_MAX));
    assert!(segments.iter().all(|segment| segment.entries <= 2));
}

/// A segment as a newer version would write it, whose records have fields unknown here.
fn newer_segment(content: &impl Serialize, digest: Digest) -> Segment {
    let mut shredder = shred::Shredder::new();
    serialize::shred(&mut shredder, content).unwrap();
    let mut out = stream::Output::default();
    out.number(1);
    out.bytes.extend(digest.0.to_le_bytes());
    int::write_ints(&mut out, vec![1]);
    out.bytes.extend(digest.0.to_le_bytes());
    shredder.write(&mut out);
    seal(&out.bytes, 1)
}

#[test]
fn a_field_of_a_newer_version_survives_wherever_it_stands() {
    #[derive(Serialize)]
    struct Newer<'a, F: Serialize> {
        id: &'a str,
        clock: u64,
        recorded_at: &'a str,
        by: &'a str,
        facts: F,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum NewerFact {
        Retract { target: &'static str, strength: Strength },
        Promise { amount: &'static str, kept: bool, parts: Vec<i64> },
        Rows { receipts: Vec<NewerRow> },
    }
    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Strength {
        High,
    }
    #[derive(Serialize)]
    struct NewerRow {
        row: u32,
        ordinal: u32,
        customer: &'static str,
        received_on: &'static str,
        amount: &'static str,
        channel: Option<&'static str>,
    }
    let row = |channel| NewerRow {
        row: 2,
        ordinal: 1,
        customer: "C",
        received_on: "2026-01-01",
        amount: "1.00 CNY",
        channel,
    };
    for facts in [
        vec![NewerFact::Retract { target: "k3f9q2ma-1", strength: Strength::High }],
        vec![NewerFact::Promise { amount: "5.00 CNY", kept: true, parts: vec![1, -2] }],
        vec![NewerFact::Rows { receipts: vec![row(Some("bank")), row(None)] }],
    ] {
        let content = Newer {
            id: "k3f9q2ma-9",
            clock: 3,
            recorded_at: "2026-04-01T08:00:00Z",
            by: "李",
            facts,
        };
        let digest = Digest::of(&content).unwrap();
        let entries = unpack(&newer_segment(&content, digest).text).unwrap();
        let json = serde_json::to_string(&content).unwrap();
        let whole = format!("{},\"digest\":\"{digest}\"}}", json.strip_suffix('}').unwrap());
        assert_eq!(entries[0].verbatim.as_deref(), Some(whole.as_str()));
        assert_eq!(unpack_all(&pack_all(&entries)), entries);
    }
}

#[test]
fn any_unit_flipped_or_cut_is_found() {
    let text = pack_all(&sample::every_entry())[0].text.clone();
    let whole: Vec<char> = text.chars().collect();
    for at in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[at] = char::from_u32(u32::from(whole[at]) ^ 1).unwrap();
        let flipped: String = flipped.into_iter().collect();
        assert_eq!(unpack(&flipped), Err(DamageKind::Unpackable), "{at}");
    }
    for length in (0..whole.len()).step_by(7) {
        let cut: String = whole[..length].iter().collect();
        assert_eq!(unpack(&cut), Err(DamageKind::Unpackable), "{length}");
    }
    assert_eq!(unpack(&format!("{text} ")), Err(DamageKind::Unpackable));
    assert_eq!(unpack(&format!("{text}\n")), Err(DamageKind::Unpackable));
    assert_eq!(unpack(&text).unwrap(), sample::every_entry());
}

#[test]
fn a_segment_of_a_newer_form_is_told_from_a_damaged_one() {
    let body = open(&pack_all(&sample::every_entry())[0].text).unwrap();
    let newer = seal_as(FORM + 1, &body, 1);
    assert_eq!(unpack(&newer.text), Err(DamageKind::NewerForm));
}

proptest! {
    #[test]
    fn entries_come_back(entries in sample::entries()) {
        prop_assert_eq!(unpack_all(&pack_all(&entries)), entries);
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,80}") {
        prop_assert!(unpack(&text).is_err());
    }

    /// Bodies with a right checksum and wrong content: only a fault of ours or a hostile hand.
    #[test]
    fn no_body_makes_it_panic_or_run_out_of_room(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut body = open(&pack_all(&sample::every_entry())[0].text).unwrap();
        for (at, byte) in edits {
            let at = at.index(body.len());
            body[at] = byte;
        }
        if cut.index(3) == 0 {
            body.truncate(cut.index(body.len()));
        }
        let _ = unpack(&seal(&body, 1).text);
    }
}
