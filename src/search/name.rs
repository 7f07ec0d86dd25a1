//! Whether one of a few names answers what is typed: for actions, which are few and need no index.
//! Never keeps anything.

use super::section::{Field, Section};
use super::{Rank, folded, initials};

/// The best rank at which the names together hold every word of `query`; `None` when they do not.
/// Without a word everything answers.
#[must_use]
pub fn rank(query: &str, names: &[&str]) -> Option<Rank> {
    let words: Vec<String> = query.split_whitespace().map(folded).collect();
    if words.is_empty() {
        return Some(Rank::Prefix);
    }
    let mut section = Section::default();
    section.begin_line();
    for name in names {
        section.add(Field::Text, name);
        initials(name).iter().for_each(|reading| section.add(Field::Initials, reading));
    }
    section.best(&words, 1).first().map(|(rank, _)| *rank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("登记", Some(Rank::Prefix))]
    #[case("djdj", Some(Rank::Initials))]
    #[case("DJ", Some(Rank::Initials))]
    #[case("new inv", Some(Rank::Prefix))]
    #[case("inv ew", Some(Rank::Inside))]
    #[case("invoice", Some(Rank::Inside))]
    #[case("NEW", Some(Rank::Prefix))]
    #[case("receipt", None)]
    #[case(" ", Some(Rank::Prefix))]
    fn an_action_answers_in_both_languages(#[case] query: &str, #[case] wanted: Option<Rank>) {
        assert_eq!(rank(query, &["登记单据", "New invoice"]), wanted);
    }
}
