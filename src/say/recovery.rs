//! The arithmetic of a case's expected recovery as sentences (D7).
//! Never computes: every figure is the rule's own.

use super::Language;
use super::column::column;
use crate::money::{Decimal, Rate};
use crate::rule::balance::bucket::Buckets;
use crate::rule::credit::RecoveryLine;
use crate::view::amount::with_currency as text;

/// One step; `buckets` name the ages.
#[must_use]
pub fn recovery_line(line: &RecoveryLine, buckets: &Buckets, language: Language) -> String {
    let percent = |rate: Rate| (rate.0 * Decimal::ONE_HUNDRED).normalize();
    match line {
        RecoveryLine::Age { column: age, open, loss_percent, expected } => {
            let (age, open) = (column(*age, buckets, language), text(*open));
            match (loss_percent.zip(*expected), language) {
                (Some((loss, expected)), Language::Zh) => {
                    let (loss, expected) = (loss.0.normalize(), text(expected));
                    format!("{age}：{open} ×（1 − {loss}%）= {expected}")
                }
                (Some((loss, expected)), Language::En) => {
                    let (loss, expected) = (loss.0.normalize(), text(expected));
                    format!("{age}: {open} × (1 − {loss} %) = {expected}")
                }
                (None, Language::Zh) => format!("{age}：{open}，没有计提比例，无法估计"),
                (None, Language::En) => format!("{age}: {open}, no provision rate, not known"),
            }
        }
        RecoveryLine::Assessed { open, expected } => match language {
            Language::Zh => format!("单项评估：{} 中预计收回 {}", text(*open), text(*expected)),
            Language::En => format!("assessed: {} of {}", text(*expected), text(*open)),
        },
        RecoveryLine::Fee { expected, rate, fee } => match language {
            Language::Zh => {
                format!("佣金 {} × {}% = {}", text(*expected), percent(*rate), text(*fee))
            }
            Language::En => {
                format!("fee {} × {} % = {}", text(*expected), percent(*rate), text(*fee))
            }
        },
        RecoveryLine::Net { expected, cost, net } => match language {
            Language::Zh => format!("{} − 费用 {} = {}", text(*expected), text(*cost), text(*net)),
            Language::En => format!("{} − cost {} = {}", text(*expected), text(*cost), text(*net)),
        },
    }
}
