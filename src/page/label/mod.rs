//! The fixed words of the screen, each in Chinese and English side by side.
//! Never holds a sentence about a rule, a problem or a refusal: those are the library's `say`.

pub(crate) mod act;
pub(crate) mod aging;
pub(crate) mod aging_view;
pub(crate) mod credit;
pub(crate) mod customer;
pub(crate) mod deed;
pub(crate) mod discount;
pub(crate) mod entry;
pub(crate) mod finding;
pub(crate) mod frame;
pub(crate) mod handbook;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod item;
pub(crate) mod late_charge;
pub(crate) mod letter;
pub(crate) mod meeting;
pub(crate) mod part;
pub(crate) mod playbook;
pub(crate) mod policy;
pub(crate) mod session;
pub(crate) mod setting;
pub(crate) mod share;
pub(crate) mod storage;
pub(crate) mod team;
pub(crate) mod timeline;
pub(crate) mod today;
pub(crate) mod welcome;

use huikuan::say::Language;

/// One text in both languages. `{0}`, `{1}` mark places that `fill` fills; `{0|item|items}` is the
/// first word when place 0 holds `1`, else the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    zh: &'static str,
    en: &'static str,
}

impl Label {
    /// The text in `language`.
    pub(crate) const fn text(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }

    /// The text in both languages, for finding it in either.
    #[cfg_attr(test, expect(dead_code, reason = "the palette is not in the tests"))]
    pub(crate) const fn in_both(self) -> [&'static str; 2] {
        [self.zh, self.en]
    }

    /// The text in `language` with its places filled; a place without a value stays empty.
    pub(crate) fn fill(self, language: Language, values: &[&str]) -> String {
        let mut out = String::new();
        let mut rest = self.text(language);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(filled(place, values).unwrap_or_default());
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// What stands at a place; `None` where there is no such value.
fn filled<'a>(place: &'a str, values: &[&'a str]) -> Option<&'a str> {
    let mut words = place.split('|');
    let value = *values.get(words.next()?.parse::<usize>().ok()?)?;
    let one = words.next();
    match words.next() {
        None => Some(value),
        Some(many) => {
            if value == "1" {
                one
            } else {
                Some(many)
            }
        }
    }
}

/// Declares labels, a line each: name, Chinese, English; and `ALL`, for the tests.
macro_rules! labels {
    ($($name:ident: $zh:literal, $en:literal;)+) => {
        $(pub(crate) const $name: $crate::page::label::Label =
            $crate::page::label::Label { zh: $zh, en: $en };)+
        /// Every label of this file, for the tests.
        #[cfg(test)]
        pub(crate) const ALL: &[$crate::page::label::Label] = &[$($name),+];
    };
}
use labels;
