//! Columns of texts as they are read, and the columns of a segment together.
//! Never nests or inflates without a limit, whatever a damaged value claims.

use super::int::{IntColumn, read_ints};
use super::pattern::{push_amount, push_day, push_instant, push_padded};
use super::stream::{Input, STREAM_BYTES_MAX};
use super::text::{AMOUNTS, BYTES, CONSTANT, DAYS, DISTINCT, INSTANTS, SAME, SERIALS};

/// How deep columns may stand within columns, references to earlier ones followed.
const DEPTH_MAX: u32 = 16;

/// A column of texts; numbers within are places of other columns.
#[derive(Debug)]
pub(super) struct TextColumn {
    form: Form,
    depth: u32,
}

#[derive(Debug)]
enum Form {
    Constant(Box<str>),
    Same(usize),
    Days(usize),
    Instants(usize),
    Amounts { currency: usize, minor: usize },
    Serials { prefix: usize, tail: usize, digits: usize, number: usize },
    Distinct { values: Texts, place: usize },
    Bytes(Texts),
}

/// Texts one after another.
#[derive(Debug, Default)]
struct Texts {
    ends: Vec<usize>,
    text: String,
}

impl Texts {
    fn get(&self, row: usize) -> Option<&str> {
        let start = row.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        self.text.get(start?..*self.ends.get(row)?)
    }
}

/// All columns of a segment, in the order in which they were written.
#[derive(Debug)]
pub(super) struct Columns {
    ints: Vec<IntColumn>,
    texts: Vec<TextColumn>,
}

impl Columns {
    pub(super) fn of(input: Input<'_>) -> Self {
        Self { ints: input.ints, texts: input.texts }
    }

    pub(super) fn int(&self, column: usize, row: usize) -> Option<i64> {
        self.ints.get(column)?.get(row)
    }

    /// Adds the text of that row.
    pub(super) fn push_text(&self, column: usize, row: usize, out: &mut String) -> Option<()> {
        push_text(&self.ints, &self.texts, column, row, out)
    }
}

/// Reads a column of `count` texts and gives its place among those read.
pub(super) fn read_texts(input: &mut Input<'_>, count: usize) -> Option<usize> {
    input.expect_values(count)?;
    let form = read_form(input, count, 0)?;
    push(input, form)
}

fn read_within(input: &mut Input<'_>, count: usize, depth: u32) -> Option<usize> {
    let form = if depth > DEPTH_MAX { None } else { read_form(input, count, depth) };
    push(input, form?)
}

fn push(input: &mut Input<'_>, form: Form) -> Option<usize> {
    let depth_of = |column: &usize| input.texts.get(*column).map_or(0, |it| it.depth);
    let depth = 1 + match &form {
        Form::Same(column) | Form::Amounts { currency: column, .. } => depth_of(column),
        Form::Serials { prefix, tail, .. } => depth_of(prefix).max(depth_of(tail)),
        Form::Constant(_)
        | Form::Days(_)
        | Form::Instants(_)
        | Form::Distinct { .. }
        | Form::Bytes(_) => 0,
    };
    input.texts.push(TextColumn { form, depth });
    (depth <= DEPTH_MAX).then_some(input.texts.len() - 1)
}

fn read_form(input: &mut Input<'_>, count: usize, depth: u32) -> Option<Form> {
    Some(match input.byte()? {
        CONSTANT => Form::Constant(input.name()?),
        SAME => Form::Same(input.count().filter(|same| *same < input.texts.len())?),
        DAYS => Form::Days(read_ints(input, count)?),
        INSTANTS => Form::Instants(read_ints(input, count)?),
        AMOUNTS => Form::Amounts {
            currency: read_within(input, count, depth + 1)?,
            minor: read_ints(input, count)?,
        },
        SERIALS => Form::Serials {
            prefix: read_within(input, count, depth + 1)?,
            tail: read_within(input, count, depth + 1)?,
            digits: read_ints(input, count)?,
            number: read_ints(input, count)?,
        },
        DISTINCT => {
            let distinct = input.count().filter(|distinct| *distinct <= count)?;
            let column = read_within(input, distinct, depth + 1)?;
            let values = gather(input, column, distinct)?;
            Form::Distinct { values, place: read_ints(input, count)? }
        }
        BYTES => Form::Bytes(read_bytes(input, count)?),
        _ => return None,
    })
}

fn read_bytes(input: &mut Input<'_>, count: usize) -> Option<Texts> {
    let lengths = read_ints(input, count)?;
    let lengths = input.ints.get(lengths)?;
    let mut ends = Vec::with_capacity(count);
    let mut end = 0_usize;
    for row in 0..count {
        end = end.checked_add(usize::try_from(lengths.get(row)?).ok()?)?;
        ends.push(end);
    }
    let text = input.stream(Some(end).filter(|end| *end <= STREAM_BYTES_MAX)?)?;
    Some(Texts { ends, text: String::from_utf8(text).ok()? })
}

/// The texts of a column, one after another.
fn gather(input: &Input<'_>, column: usize, count: usize) -> Option<Texts> {
    let mut texts = Texts::default();
    for row in 0..count {
        push_text(&input.ints, &input.texts, column, row, &mut texts.text)?;
        texts.ends.push(Some(texts.text.len()).filter(|end| *end <= STREAM_BYTES_MAX)?);
    }
    Some(texts)
}

fn push_text(
    ints: &[IntColumn],
    texts: &[TextColumn],
    column: usize,
    row: usize,
    out: &mut String,
) -> Option<()> {
    let int = |column: usize| ints.get(column).and_then(|it| it.get(row));
    match &texts.get(column)?.form {
        Form::Constant(text) => out.push_str(text),
        Form::Same(column) => push_text(ints, texts, *column, row, out)?,
        Form::Days(column) => push_day(out, int(*column)?)?,
        Form::Instants(column) => push_instant(out, int(*column)?)?,
        Form::Amounts { currency, minor } => {
            let mut other = String::new();
            let code = match &texts.get(*currency)?.form {
                Form::Constant(code) => code,
                _ => {
                    push_text(ints, texts, *currency, row, &mut other)?;
                    other.as_str()
                }
            };
            push_amount(out, int(*minor)?, code)?;
        }
        Form::Serials { prefix, tail, digits, number } => {
            push_text(ints, texts, *prefix, row, out)?;
            let digits = int(*digits)?.max(1);
            push_padded(out, int(*number)?, u32::try_from(digits).ok()?);
            push_text(ints, texts, *tail, row, out)?;
        }
        Form::Distinct { values, place } => {
            out.push_str(values.get(usize::try_from(int(*place)?).ok()?)?);
        }
        Form::Bytes(values) => out.push_str(values.get(row)?),
    }
    Some(())
}
