//! Values put together again for whatever is deserialised.
//! Never fails on what it does not know: a caller that ignores a field makes it read past.

use std::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, Visitor};

use super::gather::Gatherer;
use super::tree::{Shape, Tree};

/// The next value at a place.
pub(super) struct At<'g, 'de> {
    pub(super) gatherer: &'g mut Gatherer,
    pub(super) tree: &'de Tree,
    pub(super) place: usize,
    /// Scratch for texts.
    pub(super) text: &'g mut String,
}

/// A value that is not what is asked for, or a column that ends early.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct NotGathered(String);

impl de::Error for NotGathered {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

fn ended() -> NotGathered {
    NotGathered("a column ends early".to_owned())
}

impl<'de> At<'_, 'de> {
    fn to(&mut self, place: usize) -> At<'_, 'de> {
        At { gatherer: self.gatherer, tree: self.tree, place, text: self.text }
    }

    fn name(&self, name: usize) -> Result<&'de str, NotGathered> {
        self.tree.names.get(name).map(|name| &**name).ok_or_else(ended)
    }

    fn shape(&mut self) -> Result<&'de Shape, NotGathered> {
        self.gatherer.shape(self.tree, self.place).ok_or_else(ended)
    }
}

impl<'de> de::Deserializer<'de> for At<'_, 'de> {
    type Error = NotGathered;

    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotGathered> {
        match self.shape()? {
            Shape::Null => visitor.visit_unit(),
            Shape::False => visitor.visit_bool(false),
            Shape::True => visitor.visit_bool(true),
            Shape::Int => {
                let int = self.gatherer.int(self.place).ok_or_else(ended)?;
                match u64::try_from(int) {
                    Ok(int) => visitor.visit_u64(int),
                    Err(_) => visitor.visit_i64(int),
                }
            }
            Shape::Text => {
                self.text.clear();
                self.gatherer.push_text(self.place, self.text).ok_or_else(ended)?;
                visitor.visit_str(self.text)
            }
            Shape::List(element) => {
                let left = self.gatherer.length(self.place).ok_or_else(ended)?;
                visitor.visit_seq(List { at: self.to(*element), left })
            }
            Shape::Map(fields) => visitor.visit_map(Map { at: self, fields, waiting: 0 }),
            Shape::Unit(name) => visitor.visit_borrowed_str(self.name(*name)?),
            Shape::Variant(name, content) => {
                let only = [(*name, *content)];
                visitor.visit_map(Map { at: self, fields: &only, waiting: 0 })
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, NotGathered> {
        if self.gatherer.peek(self.tree, self.place) == Some(&Shape::Null) {
            self.shape()?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotGathered> {
        match self.shape()? {
            Shape::Unit(name) => {
                visitor.visit_enum(BorrowedStrDeserializer::new(self.name(*name)?))
            }
            Shape::Variant(name, content) => {
                let name = self.name(*name)?;
                visitor.visit_enum(Variant { at: self.to(*content), name })
            }
            Shape::Null
            | Shape::False
            | Shape::True
            | Shape::Int
            | Shape::Text
            | Shape::List(_)
            | Shape::Map(_) => Err(de::Error::custom("not a variant")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotGathered> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotGathered> {
        self.gatherer.ignored = true;
        self.deserialize_any(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier
    }
}

/// A list being read.
struct List<'g, 'de> {
    at: At<'g, 'de>,
    left: usize,
}

impl<'de> de::SeqAccess<'de> for List<'_, 'de> {
    type Error = NotGathered;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, NotGathered> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        let place = self.at.place;
        seed.deserialize(self.at.to(place)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// A map or struct being read.
struct Map<'g, 'de, 'f> {
    at: At<'g, 'de>,
    fields: &'f [(usize, usize)],
    waiting: usize,
}

impl<'de> de::MapAccess<'de> for Map<'_, 'de, '_> {
    type Error = NotGathered;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, NotGathered> {
        let Some(((name, place), rest)) = self.fields.split_first() else { return Ok(None) };
        self.fields = rest;
        self.waiting = *place;
        seed.deserialize(BorrowedStrDeserializer::new(self.at.name(*name)?)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, NotGathered> {
        seed.deserialize(self.at.to(self.waiting))
    }
}

/// A variant with content being read.
struct Variant<'g, 'de> {
    at: At<'g, 'de>,
    name: &'de str,
}

impl<'g, 'de> de::EnumAccess<'de> for Variant<'g, 'de> {
    type Error = NotGathered;
    type Variant = At<'g, 'de>;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Self::Variant), NotGathered> {
        let name = seed.deserialize(BorrowedStrDeserializer::<NotGathered>::new(self.name))?;
        Ok((name, self.at))
    }
}

impl<'de> de::VariantAccess<'de> for At<'_, 'de> {
    type Error = NotGathered;

    fn unit_variant(self) -> Result<(), NotGathered> {
        Err(de::Error::custom("a variant with content"))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, NotGathered> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotGathered> {
        de::Deserializer::deserialize_any(self, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotGathered> {
        de::Deserializer::deserialize_any(self, visitor)
    }
}
