//! The digest that every entry carries: equal for equal content whatever the file looks like.
//! Never depends on the order of fields, on blanks, or on any one file format.

use std::fmt;
use std::str::FromStr;

use serde::ser::{self, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use crate::id::NameError;

/// 128 bits over an entry's content, written as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub u128);

impl Digest {
    /// The digest of anything that can be serialised. Fields of a map count as a set of pairs, so
    /// the same content read by an older or newer version has the same digest.
    /// `None` for what has no digest: floating-point numbers and facts of unknown kind.
    pub fn of(content: &impl Serialize) -> Option<Self> {
        content.serialize(Hasher).ok().map(Self)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = NameError;
    fn from_str(text: &str) -> Result<Self, NameError> {
        if text.len() != 32 || text.contains(['+', 'A', 'B', 'C', 'D', 'E', 'F']) {
            return Err(NameError);
        }
        u128::from_str_radix(text, 16).map(Self).map_err(|_| NameError)
    }
}

crate::id::serde_as_text!(Digest);

/// Content without a digest.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct NoDigest(String);

impl ser::Error for NoDigest {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Mixes a tag into a hash, so that a text, a number and a list of one never look alike.
const fn mix(hash: u128, tag: u128) -> u128 {
    const MULTIPLIER: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
    let hash = (hash ^ tag).wrapping_mul(MULTIPLIER);
    (hash ^ (hash >> 61)).wrapping_mul(MULTIPLIER)
}

const NOTHING: u128 = 1;
const BOOL: u128 = 2;
const INTEGER: u128 = 3;
const TEXT: u128 = 4;
const LIST: u128 = 5;
const MAP: u128 = 6;

fn text(text: &str) -> u128 {
    mix(xxh3_128(text.as_bytes()), TEXT)
}

fn pair(key: u128, value: u128) -> u128 {
    mix(key.rotate_left(64) ^ mix(value, MAP), MAP)
}

struct Hasher;

struct ListHasher(u128);

/// The sum over pairs, and the key or variant that waits for its value.
struct MapHasher {
    sum: u128,
    waiting: u128,
    variant: Option<u128>,
}

impl MapHasher {
    const fn new(variant: Option<u128>) -> Self {
        Self { sum: 0, waiting: 0, variant }
    }

    fn finish(self) -> u128 {
        let map = mix(self.sum, MAP);
        self.variant.map_or(map, |name| mix(pair(name, map), MAP))
    }
}

type Hashed = Result<u128, NoDigest>;

impl ser::Serializer for Hasher {
    type Ok = u128;
    type Error = NoDigest;
    type SerializeSeq = ListHasher;
    type SerializeTuple = ListHasher;
    type SerializeTupleStruct = ListHasher;
    type SerializeTupleVariant = ser::Impossible<u128, NoDigest>;
    type SerializeMap = MapHasher;
    type SerializeStruct = MapHasher;
    type SerializeStructVariant = MapHasher;

    fn serialize_bool(self, v: bool) -> Hashed {
        Ok(mix(u128::from(v), BOOL))
    }
    fn serialize_i8(self, v: i8) -> Hashed {
        self.serialize_i64(v.into())
    }
    fn serialize_i16(self, v: i16) -> Hashed {
        self.serialize_i64(v.into())
    }
    fn serialize_i32(self, v: i32) -> Hashed {
        self.serialize_i64(v.into())
    }
    fn serialize_i64(self, v: i64) -> Hashed {
        Ok(mix(i128::from(v).cast_unsigned(), INTEGER))
    }
    fn serialize_u8(self, v: u8) -> Hashed {
        self.serialize_u64(v.into())
    }
    fn serialize_u16(self, v: u16) -> Hashed {
        self.serialize_u64(v.into())
    }
    fn serialize_u32(self, v: u32) -> Hashed {
        self.serialize_u64(v.into())
    }
    fn serialize_u64(self, v: u64) -> Hashed {
        Ok(mix(u128::from(v), INTEGER))
    }
    fn serialize_f32(self, _: f32) -> Hashed {
        Err(ser::Error::custom("a floating-point number has no digest"))
    }
    fn serialize_f64(self, v: f64) -> Hashed {
        // A number of a newer version: its shortest text is the same wherever it is read.
        Ok(mix(text(&v.to_string()), INTEGER))
    }
    fn serialize_char(self, v: char) -> Hashed {
        self.collect_str(&v)
    }
    fn serialize_str(self, v: &str) -> Hashed {
        Ok(text(v))
    }
    fn serialize_bytes(self, _: &[u8]) -> Hashed {
        Err(ser::Error::custom("bytes have no digest"))
    }
    fn serialize_none(self) -> Hashed {
        Ok(NOTHING)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Hashed {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Hashed {
        Ok(NOTHING)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Hashed {
        Ok(NOTHING)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Hashed {
        Ok(text(variant))
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Hashed {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Hashed {
        Ok(mix(pair(text(variant), value.serialize(self)?), MAP))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<ListHasher, NoDigest> {
        Ok(ListHasher(LIST))
    }
    fn serialize_tuple(self, _: usize) -> Result<ListHasher, NoDigest> {
        Ok(ListHasher(LIST))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<ListHasher, NoDigest> {
        Ok(ListHasher(LIST))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NoDigest> {
        Err(ser::Error::custom("a tuple variant has no digest"))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<MapHasher, NoDigest> {
        Ok(MapHasher::new(None))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<MapHasher, NoDigest> {
        Ok(MapHasher::new(None))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<MapHasher, NoDigest> {
        Ok(MapHasher::new(Some(text(variant))))
    }
}

impl ListHasher {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoDigest> {
        self.0 = mix(self.0.rotate_left(17) ^ value.serialize(Hasher)?, LIST);
        Ok(())
    }
}

impl ser::SerializeSeq for ListHasher {
    type Ok = u128;
    type Error = NoDigest;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoDigest> {
        self.add(value)
    }
    fn end(self) -> Hashed {
        Ok(self.0)
    }
}

impl ser::SerializeTuple for ListHasher {
    type Ok = u128;
    type Error = NoDigest;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoDigest> {
        self.add(value)
    }
    fn end(self) -> Hashed {
        Ok(self.0)
    }
}

impl ser::SerializeTupleStruct for ListHasher {
    type Ok = u128;
    type Error = NoDigest;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoDigest> {
        self.add(value)
    }
    fn end(self) -> Hashed {
        Ok(self.0)
    }
}

impl ser::SerializeMap for MapHasher {
    type Ok = u128;
    type Error = NoDigest;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NoDigest> {
        self.waiting = key.serialize(Hasher)?;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoDigest> {
        self.sum = self.sum.wrapping_add(pair(self.waiting, value.serialize(Hasher)?));
        Ok(())
    }
    fn end(self) -> Hashed {
        Ok(self.finish())
    }
}

impl MapHasher {
    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), NoDigest> {
        self.sum = self.sum.wrapping_add(pair(text(key), value.serialize(Hasher)?));
        Ok(())
    }
}

impl ser::SerializeStruct for MapHasher {
    type Ok = u128;
    type Error = NoDigest;
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), NoDigest> {
        self.field(key, value)
    }
    fn end(self) -> Hashed {
        Ok(self.finish())
    }
}

impl ser::SerializeStructVariant for MapHasher {
    type Ok = u128;
    type Error = NoDigest;
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), NoDigest> {
        self.field(key, value)
    }
    fn end(self) -> Hashed {
        Ok(self.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(json: &str) -> Digest {
        Digest::of(&serde_json::from_str::<serde_json::Value>(json).unwrap()).unwrap()
    }

    #[test]
    fn the_order_of_fields_does_not_matter_and_everything_else_does() {
        let same = digest(r#"{"a":1,"b":{"c":["x","y"],"d":true}}"#);
        assert_eq!(digest(r#"{ "b": {"d":true, "c":["x","y"]}, "a": 1 }"#), same);
        for other in [
            r#"{"a":1,"b":{"c":["y","x"],"d":true}}"#,
            r#"{"a":1,"b":{"c":["x","y"],"d":false}}"#,
            r#"{"a":"1","b":{"c":["x","y"],"d":true}}"#,
            r#"{"a":1,"b":{"d":["x","y"],"c":true}}"#,
            r#"{"a":1,"b":{"c":["x","y"],"d":true},"e":null}"#,
        ] {
            assert_ne!(digest(other), same, "{other}");
        }
    }

    #[test]
    fn a_record_and_its_file_form_have_one_digest() {
        let fact = crate::record::Fact::Retract(crate::record::Retract {
            target: "k3f9q2ma-12".parse().unwrap(),
            reason: "typed twice".into(),
        });
        let json = serde_json::to_string(&fact).unwrap();
        assert_eq!(Digest::of(&fact).unwrap(), digest(&json));
        assert_eq!("0".repeat(31).parse::<Digest>(), Err(NameError));
    }
}
