//! What a row's amounts state together: the claim, and what was received on it (A7).
//! Never prefers one column over another: when they contradict each other, the row is refused.

use crate::workbook::field::Field;
use crate::workbook::problem::ProblemKind;

/// The amounts of a row in minor units, as their columns give them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// Amount; negative on a credit note.
    pub(super) amount: Option<i64>,
    /// Received to date.
    pub(super) received: Option<i64>,
    /// Open balance.
    pub(super) outstanding: Option<i64>,
    /// Without the two above: settled in full, or not settled; `None` when no column says.
    pub(super) settled: Option<bool>,
}

/// The claim of a row, with the sign of its amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) amount: i64,
    /// Received to date; `None` when no column speaks of it.
    pub(super) received: Option<i64>,
}

/// What the columns state, or which field is wrong and why. `text` writes minor units for people.
pub(super) fn claim(
    columns: Columns,
    text: impl Fn(i64) -> String,
) -> Result<Claim, (Field, ProblemKind)> {
    let Columns { amount, received, outstanding, settled } = columns;
    let beyond = |field| move || (field, ProblemKind::AmountBeyondLimit);
    let amount = match (amount, received, outstanding) {
        (Some(amount), ..) => amount,
        (None, Some(received), Some(outstanding)) => {
            received.checked_add(outstanding).ok_or_else(beyond(Field::Outstanding))?
        }
        (None, ..) => return Err((Field::Amount, ProblemKind::BlankAmount)),
    };
    let received = match (received, outstanding) {
        (Some(received), Some(outstanding)) => {
            let rest = amount.checked_sub(received).ok_or_else(beyond(Field::Received))?;
            if rest == outstanding {
                Some(received)
            } else if amount.checked_add(received) == Some(outstanding) {
                // Some packages write what was received as a deduction.
                received.checked_neg()
            } else {
                let (amount, received) = (text(amount), text(received));
                let outstanding = text(outstanding);
                let kind = ProblemKind::ColumnsContradict { amount, received, outstanding };
                return Err((Field::Outstanding, kind));
            }
        }
        (Some(received), None) => Some(received),
        (None, Some(outstanding)) => {
            Some(amount.checked_sub(outstanding).ok_or_else(beyond(Field::Outstanding))?)
        }
        (None, None) => settled.map(|settled| if settled { amount } else { 0 }),
    };
    match received {
        Some(received) if received != 0 && (received < 0) != (amount < 0) => {
            Err(if columns.received.is_none() {
                (Field::Outstanding, ProblemKind::OutstandingExceedsAmount)
            } else {
                (Field::Received, ProblemKind::SignContradicts)
            })
        }
        received => Ok(Claim { amount, received }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn stated(amount: &str, received: &str, outstanding: &str, settled: Option<bool>) -> String {
        let number = |text: &str| text.parse().ok();
        let (amount, received) = (number(amount), number(received));
        let columns = Columns { amount, received, outstanding: number(outstanding), settled };
        match claim(columns, |minor| minor.to_string()) {
            Ok(Claim { amount, received: None }) => format!("{amount}"),
            Ok(Claim { amount, received: Some(received) }) => format!("{amount}, got {received}"),
            Err((field, kind)) => format!("{}: {kind:?}", field.name()),
        }
    }

    #[rstest]
    #[case::alone("100", "", "", None, "100")]
    #[case::received("100", "40", "", None, "100, got 40")]
    #[case::nothing_received("100", "0", "", None, "100, got 0")]
    #[case::outstanding("100", "", "60", None, "100, got 40")]
    #[case::both("100", "40", "60", None, "100, got 40")]
    #[case::both_without_amount("", "40", "60", None, "100, got 40")]
    #[case::settled("100", "", "", Some(true), "100, got 100")]
    #[case::not_settled("100", "", "", Some(false), "100, got 0")]
    #[case::settled_in_part("100", "40", "", Some(true), "100, got 40")]
    #[case::more_than_the_amount("100", "140", "-40", None, "100, got 140")]
    #[case::credit("-100", "-40", "-60", None, "-100, got -40")]
    #[case::received_as_deduction("100", "-40", "60", None, "100, got 40")]
    #[case::credit_applied("-100", "40", "-60", None, "-100, got -40")]
    #[case::blank("", "", "60", None, "amount: BlankAmount")]
    #[case::negative_received("100", "-40", "", None, "received: SignContradicts")]
    #[case::credit_received("-100", "40", "", None, "received: SignContradicts")]
    #[case::owes_more("100", "", "120", None, "outstanding: OutstandingExceedsAmount")]
    #[case::contradiction(
        "100",
        "40",
        "70",
        None,
        "outstanding: ColumnsContradict { amount: \"100\", received: \"40\", outstanding: \"70\" }"
    )]
    #[case::too_large("9223372036854775807", "-1", "5", None, "received: AmountBeyondLimit")]
    fn columns_state_a_claim(
        #[case] amount: &str,
        #[case] received: &str,
        #[case] outstanding: &str,
        #[case] settled: Option<bool>,
        #[case] expected: &str,
    ) {
        assert_eq!(stated(amount, received, outstanding, settled), expected);
    }
}
