//! Names of things: workbooks, replicas, entries, facts, and the normalised keys of documents.
//! Never draws randomness: names come from outside.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Serialises a type as its `Display` text and reads it back with `FromStr`.
macro_rules! serde_as_text {
    ($($name:ty),+) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                crate::id::text(d)
            }
        }
    )+};
}
pub(crate) use serde_as_text;

/// Reads any `FromStr` type from a serialised text.
pub(crate) fn text<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: FromStr,
    T::Err: fmt::Display,
{
    struct Text<T>(std::marker::PhantomData<T>);
    impl<T: FromStr> serde::de::Visitor<'_> for Text<T>
    where
        T::Err: fmt::Display,
    {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }
        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Text(std::marker::PhantomData))
}

/// A text that is not the name it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a valid name")]
pub struct NameError;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Eight letters of Crockford's base 32 (digits and `a`–`z` without `i`, `l`, `o`, `u`), drawn at
/// random outside the library.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letters([u8; 8]);

impl Letters {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("????????")
    }

    /// The name that 40 random bits spell.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        Self(std::array::from_fn(|place| {
            let index = (bits >> (5 * place)) & 31;
            ALPHABET.get(index as usize).copied().unwrap_or(b'a')
        }))
    }
}

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Letters {
    type Err = NameError;
    fn from_str(text: &str) -> Result<Self, NameError> {
        let bytes: [u8; 8] = text.as_bytes().try_into().map_err(|_| NameError)?;
        if bytes.iter().all(|b| ALPHABET.contains(b)) { Ok(Self(bytes)) } else { Err(NameError) }
    }
}

serde_as_text!(Letters);

/// One page start with its own entry counter (DESIGN 1).
pub type ReplicaId = Letters;
/// A workbook's random name; files of another workbook do not merge into it.
pub type WorkbookId = Letters;

/// An entry's name: who wrote it and the how-manieth of that replica, from 1 and without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The page start that wrote it.
    pub replica: ReplicaId,
    /// 1 for a replica's first entry.
    pub seq: u32,
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.replica, self.seq)
    }
}

impl FromStr for EntryId {
    type Err = NameError;
    fn from_str(text: &str) -> Result<Self, NameError> {
        let (replica, seq) = text.split_once('-').ok_or(NameError)?;
        let seq: u32 = seq.parse().map_err(|_| NameError)?;
        if seq == 0 || seq.to_string().len() + 9 != text.len() {
            return Err(NameError);
        }
        Ok(Self { replica: replica.parse()?, seq })
    }
}

/// A fact within an entry, counted from 0: `k3f9q2ma-12/3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId {
    /// The entry that holds the fact.
    pub entry: EntryId,
    /// Its place among the entry's facts, from 0.
    pub index: u32,
}

impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.entry, self.index)
    }
}

impl FromStr for FactId {
    type Err = NameError;
    fn from_str(text: &str) -> Result<Self, NameError> {
        let (entry, index) = text.split_once('/').ok_or(NameError)?;
        Ok(Self { entry: entry.parse()?, index: index.parse().map_err(|_| NameError)? })
    }
}

serde_as_text!(EntryId, FactId);

/// A code or number as identity sees it: full-width forms narrowed, blanks at the ends dropped and
/// inside folded to one, letters in capitals. Two spellings with one key are one thing (DESIGN 1).
/// A copy shares the text: reports and indexes hold many.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(Arc<str>);

impl Key {
    /// The key of a code or number as somebody wrote it.
    #[must_use]
    pub fn of(written: &str) -> Self {
        let mut key = String::with_capacity(written.len());
        let mut blank = false;
        for c in written.chars().map(narrow) {
            if c.is_whitespace() || c == '\u{feff}' {
                blank = !key.is_empty();
                continue;
            }
            if std::mem::take(&mut blank) {
                key.push(' ');
            }
            key.extend(c.to_uppercase());
        }
        Self(key.into())
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when nothing is left of what was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The half-width form of a full-width ASCII character or ideographic blank; others unchanged.
#[must_use]
pub fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(" c-017 ", "C-017")]
    #[case("Ｃ－０１７", "C-017")]
    #[case("华美　服饰", "华美 服饰")]
    #[case("a  b\tc", "A B C")]
    #[case("  ", "")]
    fn two_spellings_have_one_key(#[case] written: &str, #[case] key: &str) {
        assert_eq!(Key::of(written).as_str(), key);
    }

    #[rstest]
    #[case("k3f9q2ma-12/3", true)]
    #[case("k3f9q2ma-0/3", false)]
    #[case("k3f9q2ma-012/3", false)]
    #[case("k3f9q2m-12/3", false)]
    #[case("K3F9q2ma-12/3", false)]
    #[case("k3f9q2ma-12", false)]
    fn fact_ids_read_back_as_written(#[case] text: &str, #[case] valid: bool) {
        let read = text.parse::<FactId>();
        assert_eq!(read.is_ok(), valid);
        assert!(read.map_or(true, |id| id.to_string() == text));
    }
}
