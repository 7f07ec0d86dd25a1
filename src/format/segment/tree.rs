//! The tree of places at which values stand in entries, and what was found at each.
//! Never knows a fact: it is made from whatever is serialised, so that new fields need no change.

use super::stream::{Input, Output};

/// What stood at a place, in one of its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Null,
    False,
    True,
    Int,
    Text,
    /// A list, with the place of its elements.
    List(usize),
    /// A map or struct with these fields, in this order: name and place of each.
    Map(Vec<(usize, usize)>),
    /// A variant without content, by name.
    Unit(usize),
    /// A variant with content, by name and place.
    Variant(usize, usize),
}

/// Names and places; the root is place 0, and a place stands after the one that leads to it.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) names: Vec<Box<str>>,
    /// By place: the shapes found there, in order of first appearance.
    pub(super) places: Vec<Vec<Shape>>,
}

/// How deep values may nest; JSON is read as deep.
const DEPTH_MAX: u32 = 128;

const NULL: u64 = 0;
const FALSE: u64 = 1;
const TRUE: u64 = 2;
const INT: u64 = 3;
const TEXT: u64 = 4;
const LIST: u64 = 5;
const MAP: u64 = 6;
const UNIT: u64 = 7;
const VARIANT: u64 = 8;

impl Tree {
    pub(super) fn write(&self, out: &mut Output) {
        let mut head = Output::default();
        head.number(self.names.len() as u64);
        for name in &self.names {
            head.name(name);
        }
        head.number(self.places.len() as u64);
        for (place, shapes) in self.places.iter().enumerate() {
            head.number(shapes.len() as u64);
            for shape in shapes {
                shape.write(place, &mut head);
            }
        }
        out.number(head.bytes.len() as u64);
        out.stream(&head.bytes);
    }

    pub(super) fn read(input: &mut Input<'_>) -> Option<Self> {
        let length = input.count()?;
        let head = input.stream(length)?;
        let mut head = Input::new(&head);
        let mut tree = Self::default();
        for _ in 0..head.count()? {
            tree.names.push(head.name()?);
        }
        let places = head.count()?;
        let mut depths = vec![0_u32; places];
        for place in 0..places {
            let depth = *depths.get(place).filter(|depth| **depth <= DEPTH_MAX)?;
            let shapes = head.count()?;
            let mut found = Vec::new();
            for _ in 0..shapes {
                let shape = Shape::read(place, places, tree.names.len(), &mut head)?;
                for to in shape.leads_to() {
                    let below = depths.get_mut(to)?;
                    *below = (*below).max(depth + 1);
                }
                found.push(shape);
            }
            tree.places.push(found);
        }
        Some(tree)
    }
}

impl Shape {
    /// The places that stand below this shape.
    fn leads_to(&self) -> Vec<usize> {
        match self {
            Self::List(place) | Self::Variant(_, place) => vec![*place],
            Self::Map(fields) => fields.iter().map(|(_, place)| *place).collect(),
            Self::Null | Self::False | Self::True | Self::Int | Self::Text | Self::Unit(_) => {
                Vec::new()
            }
        }
    }

    fn write(&self, place: usize, out: &mut Output) {
        let step = |to: usize| (to - place) as u64;
        match self {
            Self::Null => out.number(NULL),
            Self::False => out.number(FALSE),
            Self::True => out.number(TRUE),
            Self::Int => out.number(INT),
            Self::Text => out.number(TEXT),
            Self::List(element) => {
                out.number(LIST);
                out.number(step(*element));
            }
            Self::Map(fields) => {
                out.number(MAP);
                out.number(fields.len() as u64);
                for (name, value) in fields {
                    out.number(*name as u64);
                    out.number(step(*value));
                }
            }
            Self::Unit(name) => {
                out.number(UNIT);
                out.number(*name as u64);
            }
            Self::Variant(name, content) => {
                out.number(VARIANT);
                out.number(*name as u64);
                out.number(step(*content));
            }
        }
    }

    fn read(place: usize, places: usize, names: usize, head: &mut Input<'_>) -> Option<Self> {
        let name = |head: &mut Input<'_>| head.count().filter(|name| *name < names);
        let place = |head: &mut Input<'_>| {
            // Places lead onward only, so no damaged value can make a reader go in circles.
            let step = head.count().filter(|step| *step > 0)?;
            Some(place + step).filter(|to| *to < places)
        };
        Some(match head.number()? {
            NULL => Self::Null,
            FALSE => Self::False,
            TRUE => Self::True,
            INT => Self::Int,
            TEXT => Self::Text,
            LIST => Self::List(place(head)?),
            MAP => {
                let mut fields = Vec::new();
                for _ in 0..head.count()? {
                    fields.push((name(head)?, place(head)?));
                }
                Self::Map(fields)
            }
            UNIT => Self::Unit(name(head)?),
            VARIANT => Self::Variant(name(head)?, place(head)?),
            _ => return None,
        })
    }
}
