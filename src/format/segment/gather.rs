//! The values of a segment, place by place, each place read row after row.
//! Never reads past a column's end, and never more text than the limit.

use super::column::{Columns, read_texts};
use super::int::read_ints;
use super::stream::Input;
use super::tree::{Shape, Tree};

/// The most bytes of text that one segment may yield.
const TEXT_BYTES_MAX: usize = 1 << 28;

/// The columns of a segment, and how far each place is read.
#[derive(Debug)]
pub(super) struct Gatherer {
    columns: Columns,
    places: Vec<Place>,
    text_bytes_left: usize,
    /// A value was read past because nobody knows its field.
    pub(super) ignored: bool,
}

/// A place's columns, and the next row of each.
#[derive(Debug, Default)]
struct Place {
    rows: usize,
    next: usize,
    shapes: Option<usize>,
    ints: Option<usize>,
    next_int: usize,
    texts: Option<usize>,
    next_text: usize,
    lengths: Option<usize>,
    next_list: usize,
}

impl Gatherer {
    /// Reads every column of a tree whose root has so many rows.
    pub(super) fn read(tree: &Tree, input: Input<'_>, rows: usize) -> Option<Self> {
        let mut input = input;
        let mut rows_of = vec![0_usize; tree.places.len()];
        *rows_of.first_mut()? = rows;
        let mut places = Vec::with_capacity(tree.places.len());
        for (at, shapes) in tree.places.iter().enumerate() {
            let rows = *rows_of.get(at)?;
            let mut place = Place { rows, ..Place::default() };
            if shapes.len() > 1 {
                place.shapes = Some(read_ints(&mut input, rows)?);
            }
            let counts = place.count_shapes(shapes.len(), &input)?;
            let mut lists = 0;
            let (mut ints, mut texts) = (0, 0);
            for (shape, count) in shapes.iter().zip(&counts) {
                match shape {
                    Shape::Int => ints += count,
                    Shape::Text => texts += count,
                    Shape::List(_) => lists += count,
                    Shape::Map(fields) => {
                        for (_, value) in fields {
                            *rows_of.get_mut(*value)? += count;
                        }
                    }
                    Shape::Variant(_, content) => *rows_of.get_mut(*content)? += count,
                    Shape::Null | Shape::False | Shape::True | Shape::Unit(_) => {}
                }
            }
            if shapes.contains(&Shape::Int) {
                place.ints = Some(read_ints(&mut input, ints)?);
            }
            if shapes.contains(&Shape::Text) {
                place.texts = Some(read_texts(&mut input, texts)?);
            }
            let element = shapes.iter().find_map(|shape| match shape {
                Shape::List(element) => Some(*element),
                _ => None,
            });
            if let Some(element) = element {
                let lengths = read_ints(&mut input, lists)?;
                let elements = (0..lists).try_fold(0_usize, |sum, row| {
                    let length = input.ints.get(lengths)?.get(row)?;
                    sum.checked_add(usize::try_from(length).ok()?)
                })?;
                *rows_of.get_mut(element)? = elements;
                place.lengths = Some(lengths);
            }
            input.expect_values(rows)?;
            places.push(place);
        }
        let columns = Columns::of(input);
        Some(Self { columns, places, text_bytes_left: TEXT_BYTES_MAX, ignored: false })
    }

    /// Begins again with the first row of every place.
    pub(super) fn rewind(&mut self) {
        for place in &mut self.places {
            place.next = 0;
            place.next_int = 0;
            place.next_text = 0;
            place.next_list = 0;
        }
        self.text_bytes_left = TEXT_BYTES_MAX;
    }

    /// The shape of the next row of a place, without going on.
    pub(super) fn peek<'t>(&self, tree: &'t Tree, at: usize) -> Option<&'t Shape> {
        let place = self.places.get(at).filter(|place| place.next < place.rows)?;
        let shape = match place.shapes {
            None => 0,
            Some(column) => usize::try_from(self.columns.int(column, place.next)?).ok()?,
        };
        tree.places.get(at)?.get(shape)
    }

    /// The shape of the next row of a place.
    pub(super) fn shape<'t>(&mut self, tree: &'t Tree, at: usize) -> Option<&'t Shape> {
        let shape = self.peek(tree, at)?;
        self.places.get_mut(at)?.next += 1;
        Some(shape)
    }

    pub(super) fn int(&mut self, at: usize) -> Option<i64> {
        let place = self.places.get_mut(at)?;
        place.next_int += 1;
        self.columns.int(place.ints?, place.next_int - 1)
    }

    pub(super) fn length(&mut self, at: usize) -> Option<usize> {
        let place = self.places.get_mut(at)?;
        place.next_list += 1;
        usize::try_from(self.columns.int(place.lengths?, place.next_list - 1)?).ok()
    }

    /// Adds the next text of a place.
    pub(super) fn push_text(&mut self, at: usize, out: &mut String) -> Option<()> {
        let place = self.places.get_mut(at)?;
        place.next_text += 1;
        let before = out.len();
        self.columns.push_text(place.texts?, place.next_text - 1, out)?;
        self.text_bytes_left = self.text_bytes_left.checked_sub(out.len() - before)?;
        Some(())
    }
}

impl Place {
    /// How many rows have each of the shapes.
    fn count_shapes(&self, shapes: usize, input: &Input<'_>) -> Option<Vec<usize>> {
        let Some(column) = self.shapes else { return Some(vec![self.rows; shapes]) };
        let column = input.ints.get(column)?;
        let mut counts = vec![0; shapes];
        for row in 0..self.rows {
            *counts.get_mut(usize::try_from(column.get(row)?).ok()?)? += 1;
        }
        Some(counts)
    }
}
