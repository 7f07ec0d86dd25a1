//! Bytes ↔ UTF-16 units, 15 bits a unit (BROWSERS): what browser storage counts and keeps best.
//! Never a surrogate and never a control character below U+0020.

/// The unit that stands for fifteen zero bits; the last is U+801F.
const FIRST: u32 = 0x20;
const BITS: u32 = 15;
const MASK: u32 = (1 << BITS) - 1;

/// How many units so many bytes take.
pub(super) const fn units_of(bytes: usize) -> usize {
    (bytes * 8).div_ceil(BITS as usize)
}

/// Bytes as a text of units.
pub(super) fn to_units(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(units_of(bytes.len()) * 3);
    let (mut held, mut count) = (0_u32, 0);
    let mut push = |bits: u32| text.extend(char::from_u32(FIRST + (bits & MASK)));
    for byte in bytes {
        held |= u32::from(*byte) << count;
        count += 8;
        if count >= BITS {
            push(held);
            held >>= BITS;
            count -= BITS;
        }
    }
    if count > 0 {
        push(held);
    }
    text
}

/// The bytes of such a text, with up to one zero byte more; `None` when a character is no unit.
pub(super) fn from_units(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 15 / 8 + 2);
    let (mut held, mut count) = (0_u32, 0);
    for unit in text.chars() {
        let bits = u32::from(unit).checked_sub(FIRST).filter(|bits| *bits <= MASK)?;
        held |= bits << count;
        count += BITS;
        while count >= 8 {
            bytes.push((held & 0xff) as u8);
            held >>= 8;
            count -= 8;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
            let text = to_units(&bytes);
            prop_assert_eq!(text.encode_utf16().count(), units_of(bytes.len()));
            let within = text.chars().all(|c| (0x20..=0x801f).contains(&u32::from(c)));
            prop_assert!(within);
            let back = from_units(&text).unwrap();
            prop_assert_eq!(&back[..bytes.len()], &bytes[..]);
            prop_assert!(back.len() <= bytes.len() + 1);
        }
    }
}
