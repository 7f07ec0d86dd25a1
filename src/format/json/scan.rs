//! Finds where values of a JSON text begin and end without reading them, broken places included.
//! Never recurses, so that brackets nested ten thousand deep are only counted.

use crate::id::EntryId;

/// A stretch of bytes that should be one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// Just after its last byte.
    pub end: usize,
    /// False when the text ran out, or a quoted text ran into the end of its line.
    pub whole: bool,
}

/// The byte there.
pub(super) fn byte(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at).copied()
}

/// The first place from `at` on that is not a blank.
pub(super) fn blank(bytes: &[u8], mut at: usize) -> usize {
    while byte(bytes, at).is_some_and(|b| b.is_ascii_whitespace()) {
        at += 1;
    }
    at
}

/// The quoted text that begins at `at`.
pub(super) fn text(bytes: &[u8], at: usize) -> Extent {
    let mut end = at + 1;
    while let Some(b) = byte(bytes, end) {
        match b {
            b'"' => return Extent { end: end + 1, whole: true },
            b'\\' => end += 2,
            // JSON has no raw line breaks within a text: a quotation mark is missing.
            b'\n' => return Extent { end, whole: false },
            _ => end += 1,
        }
    }
    Extent { end: bytes.len(), whole: false }
}

/// The value that begins at `at`. With `stop_at_entry`, one that swallows the beginning of another
/// entry is not whole: a bracket is missing.
pub(super) fn value(bytes: &[u8], at: usize, stop_at_entry: bool) -> Extent {
    let mut depth = 0_usize;
    let mut end = at;
    while let Some(b) = byte(bytes, end) {
        match b {
            b'"' => {
                let text = text(bytes, end);
                if !text.whole {
                    return text;
                }
                end = text.end;
            }
            b'{' | b'[' => {
                if stop_at_entry && end > at && entry_begins(bytes, end) {
                    return Extent { end, whole: false };
                }
                depth += 1;
                end += 1;
            }
            b'}' | b']' => {
                // A bracket that belongs to what stands around the value.
                let Some(outer) = depth.checked_sub(1) else { return Extent { end, whole: true } };
                depth = outer;
                end += 1;
            }
            b',' | b':' if depth == 0 => return Extent { end, whole: true },
            b if depth == 0 && b.is_ascii_whitespace() => return Extent { end, whole: true },
            _ => {
                end += 1;
                continue;
            }
        }
        if depth == 0 {
            return Extent { end, whole: true };
        }
    }
    Extent { end: bytes.len(), whole: depth == 0 && end > at }
}

/// The first place from `from` on where an entry begins.
pub(super) fn next_entry(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter()
        .enumerate()
        .filter(|(_, b)| **b == b'{')
        .map(|(at, _)| from + at)
        .find(|at| entry_begins(bytes, *at))
}

/// True where the text begins as every entry does, `{"id":"k3f9q2ma-12","clock":`, with any blanks
/// between: within a well-formed text the quotation marks would be escaped.
fn entry_begins(bytes: &[u8], at: usize) -> bool {
    let Some(at) = tokens(bytes, at, &["{", "\"id\"", ":", "\""]) else { return false };
    let id = bytes.get(at..).unwrap_or_default();
    let id = id.split(|b| *b == b'"').next().unwrap_or_default();
    id.len() <= 20
        && std::str::from_utf8(id).is_ok_and(|id| id.parse::<EntryId>().is_ok())
        && tokens(bytes, at + id.len(), &["\"", ",", "\"clock\"", ":"]).is_some()
}

/// Where these tokens end, when they stand there with nothing but blanks between.
fn tokens(bytes: &[u8], mut at: usize, tokens: &[&str]) -> Option<usize> {
    for token in tokens {
        at = blank(bytes, at);
        bytes.get(at..)?.strip_prefix(token.as_bytes())?;
        at += token.len();
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(r#"{"a":[1,"]}"]},"#, 14, true)]
    #[case(r#"12,"#, 2, true)]
    #[case("true\n]", 4, true)]
    #[case(r#""a\"b" ,"#, 6, true)]
    #[case("{\"a\":\"b\n}", 7, false)]
    #[case("{\"a\":[", 6, false)]
    #[case("]", 0, true)]
    fn a_value_ends_where_it_ends(#[case] json: &str, #[case] end: usize, #[case] whole: bool) {
        assert_eq!(value(json.as_bytes(), 0, false), Extent { end, whole });
    }

    #[test]
    fn entries_are_found_by_their_first_field() {
        let json = br#"{"a":"{\"id\":\"k3f9q2ma-1\"",{"id":"k3f9q2ma-1","x":1}"#;
        assert_eq!(next_entry(json, 0), None);
        let json = br#"{"a":"}{",}, { "id" : "k3f9q2ma-12" , "clock":7"#;
        assert_eq!(next_entry(json, 0), Some(13));
    }
}
