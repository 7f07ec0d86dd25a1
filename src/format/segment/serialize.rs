//! Takes apart whatever is serialised.
//! Never drops a field, and refuses what the tree cannot hold (fractions, bytes).

use std::fmt;

use serde::ser::{self, Serialize};

use super::shred::Shredder;
use super::tree::Shape;

/// Takes a value in at the root.
pub(super) fn shred(shredder: &mut Shredder, value: &impl Serialize) -> Shredded {
    value.serialize(At { shredder, place: 0 })
}

/// A value that the tree cannot hold.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct NotShredded(String);

impl ser::Error for NotShredded {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

pub(super) type Shredded = Result<(), NotShredded>;

/// Where the next value stands.
struct At<'s> {
    shredder: &'s mut Shredder,
    place: usize,
}

/// A list being taken in.
struct List<'s> {
    at: At<'s>,
    element: usize,
    length: i64,
}

/// A map or struct being taken in.
struct Map<'s> {
    at: At<'s>,
    fields: Vec<(usize, usize)>,
    waiting: String,
}

impl Map<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Shredded {
        let (name, place) = self.at.shredder.child(self.at.place, name);
        self.fields.push((name, place));
        value.serialize(At { shredder: &mut *self.at.shredder, place })
    }

    fn finish(self) -> Shredded {
        self.at.is(Shape::Map(self.fields))
    }
}

impl List<'_> {
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Shredded {
        self.length += 1;
        value.serialize(At { shredder: &mut *self.at.shredder, place: self.element })
    }

    fn finish(self) -> Shredded {
        self.at.shredder.list(self.at.place, self.element, self.length);
        Ok(())
    }
}

impl<'s> At<'s> {
    fn is(self, shape: Shape) -> Shredded {
        self.shredder.shape(self.place, shape);
        Ok(())
    }

    /// Notes a variant with content and steps into the content.
    fn variant(self, name: &str) -> Self {
        let (name, place) = self.shredder.child(self.place, name);
        self.shredder.shape(self.place, Shape::Variant(name, place));
        Self { shredder: self.shredder, place }
    }

    fn list(self) -> List<'s> {
        let element = self.shredder.element(self.place);
        List { at: self, element, length: 0 }
    }

    fn map(self) -> Map<'s> {
        Map { at: self, fields: Vec::new(), waiting: String::new() }
    }
}

impl<'s> ser::Serializer for At<'s> {
    type Ok = ();
    type Error = NotShredded;
    type SerializeSeq = List<'s>;
    type SerializeTuple = List<'s>;
    type SerializeTupleStruct = List<'s>;
    type SerializeTupleVariant = List<'s>;
    type SerializeMap = Map<'s>;
    type SerializeStruct = Map<'s>;
    type SerializeStructVariant = Map<'s>;

    fn serialize_bool(self, v: bool) -> Shredded {
        self.is(if v { Shape::True } else { Shape::False })
    }
    fn serialize_i8(self, v: i8) -> Shredded {
        self.serialize_i64(v.into())
    }
    fn serialize_i16(self, v: i16) -> Shredded {
        self.serialize_i64(v.into())
    }
    fn serialize_i32(self, v: i32) -> Shredded {
        self.serialize_i64(v.into())
    }
    fn serialize_i64(self, v: i64) -> Shredded {
        self.shredder.int(self.place, v);
        Ok(())
    }
    fn serialize_u8(self, v: u8) -> Shredded {
        self.serialize_i64(v.into())
    }
    fn serialize_u16(self, v: u16) -> Shredded {
        self.serialize_i64(v.into())
    }
    fn serialize_u32(self, v: u32) -> Shredded {
        self.serialize_i64(v.into())
    }
    fn serialize_u64(self, v: u64) -> Shredded {
        self.serialize_i64(i64::try_from(v).map_err(ser::Error::custom)?)
    }
    fn serialize_f32(self, _: f32) -> Shredded {
        Err(ser::Error::custom("fractions are not held"))
    }
    fn serialize_f64(self, _: f64) -> Shredded {
        Err(ser::Error::custom("fractions are not held"))
    }
    fn serialize_char(self, v: char) -> Shredded {
        self.shredder.text(self.place, &v).map_err(ser::Error::custom)
    }
    fn serialize_str(self, v: &str) -> Shredded {
        self.shredder.text(self.place, &v).map_err(ser::Error::custom)
    }
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Shredded {
        self.shredder.text(self.place, &value).map_err(ser::Error::custom)
    }
    fn serialize_bytes(self, _: &[u8]) -> Shredded {
        Err(ser::Error::custom("bytes are not held"))
    }
    fn serialize_none(self) -> Shredded {
        self.is(Shape::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Shredded {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Shredded {
        self.is(Shape::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Shredded {
        self.is(Shape::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Shredded {
        let name = self.shredder.name(variant);
        self.is(Shape::Unit(name))
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Shredded {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Shredded {
        value.serialize(self.variant(variant))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<List<'s>, NotShredded> {
        Ok(self.list())
    }
    fn serialize_tuple(self, _: usize) -> Result<List<'s>, NotShredded> {
        Ok(self.list())
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'s>, NotShredded> {
        Ok(self.list())
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List<'s>, NotShredded> {
        Ok(self.variant(variant).list())
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Map<'s>, NotShredded> {
        Ok(self.map())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Map<'s>, NotShredded> {
        Ok(self.map())
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Map<'s>, NotShredded> {
        Ok(self.variant(variant).map())
    }
}

impl ser::SerializeSeq for List<'_> {
    type Ok = ();
    type Error = NotShredded;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Shredded {
        self.element(value)
    }
    fn end(self) -> Shredded {
        self.finish()
    }
}

impl ser::SerializeTuple for List<'_> {
    type Ok = ();
    type Error = NotShredded;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Shredded {
        self.element(value)
    }
    fn end(self) -> Shredded {
        self.finish()
    }
}

impl ser::SerializeTupleStruct for List<'_> {
    type Ok = ();
    type Error = NotShredded;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Shredded {
        self.element(value)
    }
    fn end(self) -> Shredded {
        self.finish()
    }
}

impl ser::SerializeTupleVariant for List<'_> {
    type Ok = ();
    type Error = NotShredded;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Shredded {
        self.element(value)
    }
    fn end(self) -> Shredded {
        self.finish()
    }
}

impl ser::SerializeMap for Map<'_> {
    type Ok = ();
    type Error = NotShredded;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Shredded {
        let serde_json::Value::String(key) =
            serde_json::to_value(key).map_err(ser::Error::custom)?
        else {
            return Err(ser::Error::custom("a key is no text"));
        };
        self.waiting = key;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Shredded {
        let key = std::mem::take(&mut self.waiting);
        self.field(&key, value)
    }
    fn end(self) -> Shredded {
        self.finish()
    }
}

impl ser::SerializeStruct for Map<'_> {
    type Ok = ();
    type Error = NotShredded;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Shredded {
        self.field(key, value)
    }
    fn end(self) -> Shredded {
        self.finish()
    }
}

impl ser::SerializeStructVariant for Map<'_> {
    type Ok = ();
    type Error = NotShredded;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Shredded {
        self.field(key, value)
    }
    fn end(self) -> Shredded {
        self.finish()
    }
}
