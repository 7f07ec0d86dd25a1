//! Bytes of a file to text, whichever of the usual encodings an accounting package chose (A7).
//! Never drops a byte in silence: what cannot be decoded shows as U+FFFD and is reported by cell.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::workbook::problem::{FileFormat, TableError};

/// What a file is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A packed workbook, XLSX or one that cannot be read.
    Zip,
    /// A workbook of the older binary format, or an encrypted one.
    CompoundFile,
    /// Text.
    Text,
}

/// Tells workbooks from text; refuses formats that are certainly no table.
pub(super) fn content(bytes: &[u8]) -> Result<Content, TableError> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return Ok(Content::Zip);
    }
    if begins(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Ok(Content::CompoundFile);
    }
    let format = if begins(b"%PDF-") {
        FileFormat::Pdf
    } else if begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") || begins(b"BM\0") {
        FileFormat::Picture
    } else if begins(b"\x1f\x8b") || begins(b"Rar!") || begins(b"7z\xbc\xaf\x27\x1c") {
        FileFormat::Archive
    } else {
        return Ok(Content::Text);
    };
    Err(TableError::Unsupported { format })
}

/// The text of `bytes`: by its byte-order mark, else UTF-16 when zero bytes stand on one side
/// only, else UTF-8 when that is valid, else whichever of UTF-8 and GB18030 fits with fewer
/// damaged characters.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, TableError> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            let rest = bytes.get(mark..).unwrap_or_default();
            encoding.decode_without_bom_handling(rest).0
        }
        None => match wide(bytes) {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
            None => narrow(bytes),
        },
    };
    // An end-of-file mark of old programs, and padding after it.
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches(['\u{1a}', '\0'])),
        Cow::Owned(mut text) => {
            text.truncate(text.trim_end_matches(['\u{1a}', '\0']).len());
            Cow::Owned(text)
        }
    };
    refuse_other_formats(&text)?;
    Ok(text)
}

/// UTF-16 without a byte-order mark, recognised by the zero bytes of its ASCII characters.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE_BYTES)).unwrap_or_default();
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        match pair {
            [0, 0] => return None,
            [0, _] => even += 1,
            [_, 0] => odd += 1,
            _ => {}
        }
    }
    // Even Chinese text has separators, digits and line ends: at least a twentieth.
    let enough = sample.len() / 40;
    match (even, odd) {
        (0, odd) if odd > enough => Some(UTF_16LE),
        (even, 0) if even > enough => Some(UTF_16BE),
        _ => None,
    }
}

const SAMPLE_BYTES: usize = 1 << 16;

fn narrow(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let (chinese, damaged) = GB18030.decode_without_bom_handling(bytes);
    if !damaged {
        return chinese;
    }
    let (plain, _) = UTF_8.decode_without_bom_handling(bytes);
    if replaced(&plain) <= replaced(&chinese) { plain } else { chinese }
}

fn replaced(text: &str) -> usize {
    text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count()
}

/// Refuses text that is certainly no table: control characters, or a file that begins as a web
/// page, XML or JSON does.
fn refuse_other_formats(text: &str) -> Result<(), TableError> {
    let begin = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if begin.is_empty() {
        return Err(TableError::Empty);
    }
    let sample = || begin.chars().take(SAMPLE_BYTES);
    let is_rubbish = |c: &char| {
        *c == char::REPLACEMENT_CHARACTER
            || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}'))
    };
    if sample().filter(is_rubbish).count() * 20 > sample().count() {
        return Err(TableError::NotATable);
    }
    let head: String = begin.chars().take(512).collect::<String>().to_ascii_lowercase();
    let is_page = ["<!doctype html", "<table", "<meta"].iter().any(|tag| head.starts_with(tag));
    let format = if is_page || head.contains("<html") {
        FileFormat::Html
    } else if head.starts_with("<?xml") {
        FileFormat::Xml
    } else if is_json(begin) {
        FileFormat::Json
    } else {
        return Ok(());
    };
    Err(TableError::Unsupported { format })
}

/// `{"` or `[{` or `[[`, whatever blanks stand between.
fn is_json(begin: &str) -> bool {
    let mut marks = begin.chars().filter(|c| !c.is_whitespace());
    matches!(
        (marks.next(), marks.next()),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '['))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const TEXT: &str = "客户,金额\r\n华美,1.50\r\n";

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[rstest]
    #[case::utf_8(TEXT.as_bytes().to_vec())]
    #[case::utf_8_mark(format!("\u{feff}{TEXT}").into_bytes())]
    #[case::utf_16_le_mark(utf16(&format!("\u{feff}{TEXT}"), u16::to_le_bytes))]
    #[case::utf_16_be_mark(utf16(&format!("\u{feff}{TEXT}"), u16::to_be_bytes))]
    #[case::utf_16_le(utf16(TEXT, u16::to_le_bytes))]
    #[case::utf_16_be(utf16(TEXT, u16::to_be_bytes))]
    #[case::gb18030(GB18030.encode(TEXT).0.into_owned())]
    #[case::end_of_file_mark(format!("{TEXT}\u{1a}").into_bytes())]
    fn every_encoding_gives_the_same_text(#[case] bytes: Vec<u8>) {
        assert_eq!(content(&bytes), Ok(Content::Text));
        assert_eq!(decode(&bytes).unwrap(), TEXT);
    }

    #[test]
    fn one_damaged_byte_does_not_change_the_encoding() {
        let mut bytes = TEXT.repeat(30).into_bytes();
        bytes.truncate(bytes.len() - 10);
        let text = decode(&bytes).unwrap();
        assert!(text.starts_with("客户,金额"));
        bytes = GB18030.encode(&TEXT.repeat(30)).0.into_owned();
        bytes.push(0xff);
        assert!(decode(&bytes).unwrap().starts_with("客户,金额"));
    }

    fn unsupported(format: FileFormat) -> TableError {
        TableError::Unsupported { format }
    }

    #[rstest]
    #[case(b"".to_vec(), TableError::Empty)]
    #[case(b"\xef\xbb\xbf \r\n".to_vec(), TableError::Empty)]
    #[case((0..=255).collect(), TableError::NotATable)]
    #[case(b"%PDF-1.7".to_vec(), unsupported(FileFormat::Pdf))]
    #[case(b"\x89PNG\r\n".to_vec(), unsupported(FileFormat::Picture))]
    #[case(b"\x1f\x8b\x08".to_vec(), unsupported(FileFormat::Archive))]
    #[case(b" <html><table>".to_vec(), unsupported(FileFormat::Html))]
    #[case(b"<?xml version=\"1.0\"?><Workbook>".to_vec(), unsupported(FileFormat::Xml))]
    #[case(b"{ \"facts\": [] }".to_vec(), unsupported(FileFormat::Json))]
    fn what_is_no_table_is_named(#[case] bytes: Vec<u8>, #[case] error: TableError) {
        let read = content(&bytes).and_then(|_| decode(&bytes).map(|_| ()));
        assert_eq!(read, Err(error));
    }
}
