//! Values taken apart: what stands at each place of the tree, place by place.
//! Never orders or drops anything: rows come back in the order in which they were taken in.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use super::int::write_ints;
use super::stream::Output;
use super::text::write_texts;
use super::tree::{Shape, Tree};

/// Values of many entries, by the place where they stand.
#[derive(Debug)]
pub(super) struct Shredder {
    tree: Tree,
    names: BTreeMap<Box<str>, usize>,
    found: Vec<Found>,
    /// How many values were taken in.
    pub(super) values: usize,
    /// How many bytes of text.
    pub(super) text_bytes: usize,
}

/// What was found at one place, row by row.
#[derive(Debug, Default)]
struct Found {
    /// Which of the place's shapes.
    shapes: Vec<i64>,
    ints: Vec<i64>,
    ends: Vec<usize>,
    text: String,
    lengths: Vec<i64>,
    /// Fields and variants in order of first appearance: name and place.
    children: Vec<(usize, usize)>,
    /// By name: where among the children it stands.
    by_name: BTreeMap<usize, usize>,
    /// The child that is likely to come next.
    next: usize,
    element: Option<usize>,
}

impl Shredder {
    pub(super) fn new() -> Self {
        let tree = Tree { names: Vec::new(), places: vec![Vec::new()] };
        Self {
            tree,
            names: BTreeMap::new(),
            found: vec![Found::default()],
            values: 0,
            text_bytes: 0,
        }
    }

    /// Writes the tree and every column. The reader learns each column's length from those before.
    pub(super) fn write(self, out: &mut Output) {
        self.tree.write(out);
        for (found, shapes) in self.found.into_iter().zip(&self.tree.places) {
            if shapes.len() > 1 {
                write_ints(out, found.shapes);
            }
            if shapes.contains(&Shape::Int) {
                write_ints(out, found.ints);
            }
            if shapes.contains(&Shape::Text) {
                let mut start = 0;
                let texts = found.ends.iter().map(|end| {
                    let text = found.text.get(start..*end).unwrap_or_default();
                    start = *end;
                    text
                });
                write_texts(out, &texts.collect::<Vec<_>>());
            }
            if shapes.iter().any(|shape| matches!(shape, Shape::List(_))) {
                write_ints(out, found.lengths);
            }
        }
    }

    /// The number of a name.
    pub(super) fn name(&mut self, name: &str) -> usize {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        self.tree.names.push(name.into());
        self.names.insert(name.into(), self.tree.names.len() - 1);
        self.tree.names.len() - 1
    }

    /// Name and place of a field or variant.
    pub(super) fn child(&mut self, place: usize, name: &str) -> (usize, usize) {
        // Fields nearly always come in the order in which they came before.
        if let Some(found) = self.found.get_mut(place)
            && let Some(child) = found.children.get(found.next)
            && self.tree.names.get(child.0).is_some_and(|known| **known == *name)
        {
            found.next += 1;
            return *child;
        }
        let name = self.name(name);
        let known = self.found.get(place).and_then(|found| found.by_name.get(&name)).copied();
        let at = known.unwrap_or_else(|| self.new_child(place, name));
        let Some(found) = self.found.get_mut(place) else { return (name, place) };
        found.next = at + 1;
        found.children.get(at).copied().unwrap_or((name, place))
    }

    fn new_child(&mut self, place: usize, name: usize) -> usize {
        let child = self.new_place();
        let Some(found) = self.found.get_mut(place) else { return 0 };
        found.children.push((name, child));
        found.by_name.insert(name, found.children.len() - 1);
        found.children.len() - 1
    }

    /// The place of a list's elements.
    pub(super) fn element(&mut self, place: usize) -> usize {
        if let Some(known) = self.found.get(place).and_then(|found| found.element) {
            return known;
        }
        let element = self.new_place();
        if let Some(found) = self.found.get_mut(place) {
            found.element = Some(element);
        }
        element
    }

    fn new_place(&mut self) -> usize {
        self.tree.places.push(Vec::new());
        self.found.push(Found::default());
        self.found.len() - 1
    }

    /// Takes in one more row of a place.
    pub(super) fn shape(&mut self, place: usize, shape: Shape) {
        self.values += 1;
        let (Some(shapes), Some(found)) =
            (self.tree.places.get_mut(place), self.found.get_mut(place))
        else {
            return;
        };
        found.next = 0;
        let known = shapes.iter().position(|known| *known == shape).unwrap_or_else(|| {
            shapes.push(shape);
            shapes.len() - 1
        });
        found.shapes.push(known as i64);
    }

    pub(super) fn int(&mut self, place: usize, int: i64) {
        if let Some(found) = self.found.get_mut(place) {
            found.ints.push(int);
        }
        self.shape(place, Shape::Int);
    }

    pub(super) fn text(&mut self, place: usize, text: &dyn fmt::Display) -> fmt::Result {
        if let Some(found) = self.found.get_mut(place) {
            let before = found.text.len();
            write!(found.text, "{text}")?;
            self.text_bytes += found.text.len() - before;
            found.ends.push(found.text.len());
        }
        self.shape(place, Shape::Text);
        Ok(())
    }

    pub(super) fn list(&mut self, place: usize, element: usize, length: i64) {
        if let Some(found) = self.found.get_mut(place) {
            found.lengths.push(length);
        }
        self.shape(place, Shape::List(element));
    }
}
