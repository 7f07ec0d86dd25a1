//! Finding what somebody thinks of while they type: by code, number, name, contact or the pinyin
//! initials of a name.
//! Never changes anything and never says how a find looks: `found` gives its facts.

mod found;
mod index;
mod initials;
mod name;
mod section;

pub use found::{Found, FoundKind, found};
pub use index::{Answer, Building, Hit, Index};
pub use initials::initials;
pub use name::rank;
pub use section::Rank;

/// Letters as a search compares them: half-width, lower case, every blank and control a blank.
fn fold_into(text: &str, out: &mut String) {
    // Numbers and amounts, which are most of a book, at once.
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_control()) {
        let start = out.len();
        out.push_str(text);
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for letter in text.chars().map(crate::id::narrow) {
        match letter {
            _ if letter.is_ascii() => {
                let plain = if letter.is_ascii_control() { ' ' } else { letter };
                out.push(plain.to_ascii_lowercase());
            }
            // Ideographs have no case, and looking one up takes longer than all the rest.
            '\u{2e80}'..='\u{9fff}' => out.push(letter),
            _ => out.extend(letter.to_lowercase()),
        }
    }
}

fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}
