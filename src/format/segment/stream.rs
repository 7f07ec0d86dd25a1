//! Streams of bytes and bits that columns are written to and read from.
//! Never trusts a length that it reads: what would need more than the limits is refused.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::column::TextColumn;
use super::int::IntColumn;

/// The most bytes that one stream may inflate to.
pub(super) const STREAM_BYTES_MAX: usize = 1 << 28;
/// The most values that one segment may hold, whatever it claims: many times what is written.
pub(super) const VALUES_MAX: usize = 1 << 22;
const RAW: u8 = 0;
const DEFLATED: u8 = 1;
const REPEATED: u8 = 2;
const LEVEL: u8 = 7;

/// What a segment is written to, with the columns already written: later ones may refer to them.
#[derive(Default)]
pub(super) struct Output {
    pub(super) bytes: Vec<u8>,
    pub(super) ints: Vec<Vec<i64>>,
    /// A hash of every column of texts, to tell equal ones.
    pub(super) texts: Vec<u128>,
}

impl Output {
    /// A number, seven bits a byte.
    pub(super) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// A signed number.
    pub(super) fn signed(&mut self, number: i64) {
        self.number(zigzag(number));
    }

    /// A short text.
    pub(super) fn name(&mut self, name: &str) {
        self.number(name.len() as u64);
        self.bytes.extend_from_slice(name.as_bytes());
    }

    /// Bytes whose number the reader knows, deflated where that helps.
    pub(super) fn stream(&mut self, bytes: &[u8]) {
        let Some(first) = bytes.first() else { return };
        if bytes.iter().all(|byte| byte == first) {
            self.bytes.extend([REPEATED, *first]);
            return;
        }
        let deflated = if bytes.len() < 16 { Vec::new() } else { compress_to_vec(bytes, LEVEL) };
        if deflated.is_empty() || deflated.len() + 3 >= bytes.len() {
            self.bytes.push(RAW);
            self.bytes.extend_from_slice(bytes);
        } else {
            self.bytes.push(DEFLATED);
            self.number(deflated.len() as u64);
            self.bytes.extend_from_slice(&deflated);
        }
    }
}

/// What a segment is read from, with the columns already read.
pub(super) struct Input<'a> {
    bytes: &'a [u8],
    pub(super) ints: Vec<IntColumn>,
    pub(super) texts: Vec<TextColumn>,
    /// How many more values this segment may hold.
    values_left: usize,
}

impl<'a> Input<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, ints: Vec::new(), texts: Vec::new(), values_left: VALUES_MAX }
    }

    /// Books so many values against the limit.
    pub(super) fn expect_values(&mut self, count: usize) -> Option<()> {
        self.values_left = self.values_left.checked_sub(count)?;
        Some(())
    }

    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok().filter(|count| *count <= STREAM_BYTES_MAX)
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        self.number().map(unzigzag)
    }

    pub(super) fn name(&mut self) -> Option<Box<str>> {
        let length = self.count()?;
        Some(std::str::from_utf8(self.take(length)?).ok()?.into())
    }

    /// The `count` bytes that [`Output::stream`] wrote.
    pub(super) fn stream(&mut self, count: usize) -> Option<Vec<u8>> {
        if count == 0 {
            return Some(Vec::new());
        }
        let bytes = match self.byte()? {
            RAW => self.take(count)?.to_vec(),
            REPEATED if count <= STREAM_BYTES_MAX => vec![self.byte()?; count],
            DEFLATED => {
                let length = self.count()?;
                let limit = count.min(STREAM_BYTES_MAX);
                decompress_to_vec_with_limit(self.take(length)?, limit).ok()?
            }
            _ => return None,
        };
        (bytes.len() == count).then_some(bytes)
    }
}

/// Small numbers of either sign as small numbers without one.
pub(super) const fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

/// The reverse of [`zigzag`].
pub(super) const fn unzigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}

/// Bits, the lowest first.
#[derive(Default)]
pub(super) struct Bits {
    pub(super) bytes: Vec<u8>,
    held: u128,
    count: u32,
}

impl Bits {
    /// Adds the lowest `count` bits of a number, at most 64.
    pub(super) fn push(&mut self, bits: u64, count: u32) {
        self.held |= u128::from(bits) << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push((self.held & 0xff) as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push((self.held & 0xff) as u8);
        }
        self.bytes
    }
}

/// Reads what [`Bits`] wrote.
pub(super) struct BitInput<'a> {
    bytes: std::slice::Iter<'a, u8>,
    held: u64,
    count: u32,
}

impl<'a> BitInput<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter(), held: 0, count: 0 }
    }

    /// The next `count` bits, at most 61; zeros after the end.
    pub(super) fn take(&mut self, count: u32) -> u64 {
        if count > 32 {
            let low = self.take(32);
            return low | self.take(count - 32) << 32;
        }
        while self.count < count {
            let byte = self.bytes.next().copied().unwrap_or_default();
            self.held |= u64::from(byte) << self.count;
            self.count += 8;
        }
        let taken = self.held & ((1 << count) - 1);
        self.held >>= count;
        self.count -= count;
        taken
    }
}
