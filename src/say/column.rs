//! The names of the aging's columns, with the days of each bucket (B1, B3).
//! Never decides which columns a report has: the buckets of the policy do.

use super::Language;
use crate::rule::balance::bucket::{Bucket, Buckets, Column};

/// The heading of a column: `1–30 days`, `未到期`.
#[must_use]
pub fn column(column: Column, buckets: &Buckets, language: Language) -> String {
    let (zh, en) = match column {
        Column::NotDue => ("未到期", "not yet due"),
        Column::Bucket(index) => {
            let edges = buckets.edges();
            return edges
                .get(usize::from(index))
                .map_or_else(String::new, |edge| bucket(*edge, language));
        }
        Column::NoDueDate => ("无到期日", "no due date"),
        Column::Retention => ("质保金", "retention"),
        Column::Unapplied => ("未核销收款", "unapplied cash"),
        Column::Prepayment => ("预收款", "prepayment"),
        Column::StandingCredit => ("未使用红字余额", "standing credit"),
    };
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}

/// The days of a bucket, both ends in: `31–60 days`, `over 180 days`.
#[must_use]
pub fn bucket(bucket: Bucket, language: Language) -> String {
    let Bucket { from, to } = bucket;
    match (to, language) {
        (Some(to), Language::Zh) => format!("{from}–{to} 天"),
        (Some(to), Language::En) => format!("{from}–{to} days"),
        (None, Language::Zh) => format!("{} 天以上", from.saturating_sub(1)),
        (None, Language::En) => format!("over {} days", from.saturating_sub(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_bucket_is_named_by_the_day_before_it() {
        let buckets = Buckets::of(&crate::policy::Policy::default().aging);
        let headings = |language| -> Vec<String> {
            buckets.columns().map(|held| column(held, &buckets, language)).collect()
        };
        let english = "not yet due|1–30 days|31–60 days|61–90 days|91–180 days|over 180 days|\
                       no due date|retention|unapplied cash|prepayment|standing credit";
        assert_eq!(headings(Language::En).join("|"), english);
        let chinese = "未到期|1–30 天|31–60 天|61–90 天|91–180 天|180 天以上|\
                       无到期日|质保金|未核销收款|预收款|未使用红字余额";
        assert_eq!(headings(Language::Zh).join("|"), chinese);
    }
}
