//! Columns of whole numbers: as they are, as steps, or against an earlier column of equal length.
//! Never loses a bit: every transform wraps and is undone by wrapping.

use super::stream::{BitInput, Bits, Input, Output, unzigzag, zigzag};

const CONSTANT: u8 = 0;
const PLAIN: u8 = 1;
const STEPS: u8 = 2;
const AGAINST: u8 = 3;
/// Added to the transform when numbers are zigzagged instead of counted from the least.
const ZIGZAG: u8 = 4;
/// How many values are looked at to choose a transform.
const SAMPLE: usize = 1_024;
/// How many earlier columns are tried.
const EARLIER: usize = 8;

/// A column that was read.
#[derive(Debug)]
pub(super) enum IntColumn {
    /// Every value is this one.
    Constant(i64),
    /// The values.
    Values(Vec<i64>),
}

impl IntColumn {
    pub(super) fn get(&self, row: usize) -> Option<i64> {
        match self {
            Self::Constant(value) => Some(*value),
            Self::Values(values) => values.get(row).copied(),
        }
    }
}

/// How a column is turned into small numbers.
#[derive(Clone, Copy)]
struct Transform {
    kind: u8,
    /// The earlier column, for [`AGAINST`].
    earlier: usize,
    /// Zigzagged, or counted from the least.
    zigzag: bool,
}

/// Writes a column; the reader knows its length.
pub(super) fn write_ints(out: &mut Output, values: Vec<i64>) {
    let first = values.first().copied().unwrap_or_default();
    if values.iter().all(|value| *value == first) {
        out.bytes.push(CONSTANT);
        out.signed(first);
    } else {
        let transform = choose(out, &values);
        write_transformed(out, &values, transform);
    }
    out.ints.push(values);
}

fn write_transformed(out: &mut Output, values: &[i64], transform: Transform) {
    let steps: Vec<i64> = (0..values.len()).map(|row| step(out, values, transform, row)).collect();
    out.bytes.push(transform.kind + if transform.zigzag { ZIGZAG } else { 0 });
    if transform.kind == AGAINST {
        out.number((out.ints.len() - transform.earlier) as u64);
    }
    let base = steps.iter().min().copied().unwrap_or_default();
    if !transform.zigzag {
        out.signed(base);
    }
    let mut symbols = Vec::with_capacity(steps.len());
    let mut extra = Bits::default();
    for step in steps {
        let number = if transform.zigzag { zigzag(step) } else { distance(step, base) };
        let (symbol, bits) = split(number);
        symbols.push(symbol);
        extra.push(number & ((1 << bits) - 1), bits);
    }
    out.stream(&symbols);
    out.bytes.extend(extra.finish());
}

/// Reads a column of `count` values and gives its place among those read.
pub(super) fn read_ints(input: &mut Input<'_>, count: usize) -> Option<usize> {
    input.expect_values(count)?;
    let kind = input.byte()?;
    let column = if kind == CONSTANT {
        IntColumn::Constant(input.signed()?)
    } else {
        IntColumn::Values(read_transformed(input, kind, count)?)
    };
    input.ints.push(column);
    Some(input.ints.len() - 1)
}

fn read_transformed(input: &mut Input<'_>, kind: u8, count: usize) -> Option<Vec<i64>> {
    let zigzagged = kind > AGAINST;
    let kind = if zigzagged { kind - ZIGZAG } else { kind };
    let earlier = if kind == AGAINST {
        let back = input.count()?;
        input.ints.len().checked_sub(back).filter(|_| back > 0)?
    } else {
        0
    };
    let base = if zigzagged { 0 } else { input.signed()? };
    let symbols = input.stream(count)?;
    let extra_bits: usize = symbols.iter().map(|symbol| extra_of(*symbol).1 as usize).sum();
    let mut extra = BitInput::new(input.take(extra_bits.div_ceil(8))?);
    let mut values = Vec::with_capacity(count);
    for symbol in symbols {
        let (base_of, bits) = extra_of(symbol);
        let number = base_of | extra.take(bits);
        values.push(if zigzagged {
            unzigzag(number)
        } else {
            base.wrapping_add(number.cast_signed())
        });
    }
    match kind {
        PLAIN => {}
        STEPS => {
            let mut last = 0_i64;
            for value in &mut values {
                last = last.wrapping_add(*value);
                *value = last;
            }
        }
        AGAINST => {
            let earlier = input.ints.get(earlier)?;
            for (row, value) in values.iter_mut().enumerate() {
                *value = value.wrapping_add(earlier.get(row)?);
            }
        }
        _ => return None,
    }
    Some(values)
}

/// What is written for one row.
fn step(out: &Output, values: &[i64], transform: Transform, row: usize) -> i64 {
    let value = values.get(row).copied().unwrap_or_default();
    let from = match transform.kind {
        STEPS => row.checked_sub(1).and_then(|before| values.get(before).copied()),
        AGAINST => out.ints.get(transform.earlier).and_then(|earlier| earlier.get(row).copied()),
        _ => None,
    };
    value.wrapping_sub(from.unwrap_or_default())
}

/// The transform that costs least on a stretch of the column.
fn choose(out: &Output, values: &[i64]) -> Transform {
    let mut candidates = vec![(PLAIN, 0), (STEPS, 0)];
    let alike = (0..out.ints.len())
        .rev()
        .filter(|earlier| out.ints.get(*earlier).is_some_and(|it| it.len() == values.len()));
    candidates.extend(alike.take(EARLIER).map(|earlier| (AGAINST, earlier)));
    let start = values.len().saturating_sub(SAMPLE) / 2;
    let end = values.len().min(start + SAMPLE);
    let mut best = (u64::MAX, Transform { kind: PLAIN, earlier: 0, zigzag: false });
    for (kind, earlier) in candidates {
        for zigzag in [false, true] {
            let transform = Transform { kind, earlier, zigzag };
            let steps: Vec<i64> =
                (start..end).map(|row| step(out, values, transform, row)).collect();
            let cost = cost(&steps, zigzag);
            if cost < best.0 {
                best = (cost, transform);
            }
        }
    }
    best.1
}

/// About how many bits these numbers take, times 256.
fn cost(steps: &[i64], zigzagged: bool) -> u64 {
    let base = steps.iter().min().copied().unwrap_or_default();
    let mut counts = [0_u32; 256];
    let mut cost = 0;
    for step in steps {
        let number = if zigzagged { zigzag(*step) } else { distance(*step, base) };
        let (symbol, bits) = split(number);
        cost += u64::from(bits) * 256;
        if let Some(count) = counts.get_mut(usize::from(symbol)) {
            *count += 1;
        }
    }
    let all = log2(u32::try_from(steps.len()).unwrap_or(u32::MAX));
    for count in counts.into_iter().filter(|count| *count > 0) {
        // The symbol's share of the entropy, and its place in the table of codes.
        cost += u64::from(count) * u64::from(all.saturating_sub(log2(count))) + 5 * 256;
    }
    cost
}

/// The binary logarithm times 256, within a few hundredths.
fn log2(number: u32) -> u32 {
    let whole = number.max(1).ilog2();
    let fraction = (u64::from(number) << 8 >> whole) & 0xff;
    whole * 256 + fraction as u32
}

fn distance(value: i64, base: i64) -> u64 {
    value.wrapping_sub(base).cast_unsigned()
}

/// A number's symbol, and how many of its lowest bits follow: numbers below 16 are their own
/// symbol, larger ones share one per quarter of an octave.
const fn split(number: u64) -> (u8, u32) {
    if number < 16 {
        return (number as u8, 0);
    }
    let length = u64::BITS - number.leading_zeros();
    let quarter = (number >> (length - 3)) & 3;
    ((16 + (length - 5) * 4) as u8 + quarter as u8, length - 3)
}

/// The least number of a symbol, and how many bits follow it.
const fn extra_of(symbol: u8) -> (u64, u32) {
    if symbol < 16 {
        return (symbol as u64, 0);
    }
    let octave = (symbol as u32 - 16) / 4;
    let bits = octave + 2;
    ((4 + ((symbol as u64 - 16) & 3)) << bits, bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn back(columns: &[Vec<i64>]) -> Vec<Vec<i64>> {
        let mut out = Output::default();
        for column in columns {
            write_ints(&mut out, column.clone());
        }
        let mut input = Input::new(&out.bytes);
        for column in columns {
            read_ints(&mut input, column.len()).unwrap();
        }
        let values = |(at, column): (usize, &Vec<i64>)| {
            (0..column.len()).map(|row| input.ints[at].get(row).unwrap()).collect()
        };
        columns.iter().enumerate().map(values).collect()
    }

    #[test]
    fn every_number_has_a_symbol_and_comes_back() {
        for shift in 0..64 {
            for number in [1_u64 << shift, (1 << shift) - 1, (1 << shift) + (1 << shift) / 3] {
                let (symbol, bits) = split(number);
                assert_eq!(extra_of(symbol), (number >> bits << bits, bits), "{number}");
            }
        }
    }

    #[test]
    fn a_column_like_an_earlier_one_costs_next_to_nothing() {
        let days: Vec<i64> = (0..1_000).map(|row| 40_000 + row * row * row % 1_009).collect();
        let due: Vec<i64> = days.iter().map(|day| day + 30).collect();
        let mut out = Output::default();
        write_ints(&mut out, days);
        let before = out.bytes.len();
        write_ints(&mut out, due);
        assert!(out.bytes.len() - before < 8, "{}", out.bytes.len() - before);
        assert!(before > 1_000);
    }

    proptest! {
        #[test]
        fn columns_come_back(
            one in prop::collection::vec(any::<i64>(), 0..40),
            other in prop::collection::vec(-3_i64..300, 0..40),
        ) {
            let sums: Vec<i64> = one.iter().map(|it| it.wrapping_add(5)).collect();
            let columns = vec![one, sums, other];
            prop_assert_eq!(back(&columns), columns);
        }
    }
}
