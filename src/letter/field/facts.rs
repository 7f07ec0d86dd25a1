//! The rows and groups among the fields of a letter: items, charges, discounts, agreements, money.
//! Never a blank: a field without a value is absent.

use super::{Field, Fields, Valued, letter_fields};

letter_fields! {
    /// An item that is asked for.
    LetterItem {
        /// Its number.
        number: String,
        /// Its invoice date.
        issued: String,
        /// Its due day.
        due: String,
        /// Days overdue; none before it is due.
        days: Option<i64>,
        /// The amount at the beginning.
        amount: String,
        /// What is open.
        open: String,
        /// What of it is asked for.
        demanded: String,
        /// What of it is disputed.
        disputed: String,
        /// The late charge so far.
        late_charge: String,
        /// The last day of a discount that is open.
        discount_until: String,
        /// What settles it by then.
        discount_payable: String,
    }
}

letter_fields! {
    /// The late charge of a customer.
    LateChargeFacts {
        /// `penalty` or `interest`.
        nature: String,
        /// The last day that is counted.
        until: String,
        /// All of it.
        total: String,
        /// The same in capital figures.
        total_capital: String,
        /// Period by period.
        periods: Vec<LatePeriod>,
    }
}

letter_fields! {
    /// A period of a late charge.
    LatePeriod {
        /// The item.
        number: String,
        /// The first day counted.
        from: String,
        /// The last day counted.
        until: String,
        /// How many days.
        days: Option<i64>,
        /// What it is charged on.
        base: String,
        /// The rate, in words.
        rate: String,
        /// What the period comes to.
        amount: String,
    }
}

letter_fields! {
    /// Discounts that are open for a customer.
    DiscountFacts {
        /// The first of their last days.
        until: String,
        /// What settles all of these items by then.
        payable: String,
        /// What that saves.
        saved: String,
        /// Item by item.
        items: Vec<DiscountItem>,
    }
}

letter_fields! {
    /// A discount that is open for an item.
    DiscountItem {
        /// The item.
        number: String,
        /// What is open.
        open: String,
        /// The last day.
        until: String,
        /// How much is taken off.
        saved: String,
        /// What settles it.
        payable: String,
    }
}

letter_fields! {
    /// A promise.
    PromiseFacts {
        /// How much.
        amount: String,
        /// The same in capital figures.
        amount_capital: String,
        /// By when.
        promised_on: String,
        /// When it was given.
        given_on: String,
        /// Who gave it.
        person: String,
        /// `open`, `kept`, `partly_kept`, `broken` or `withdrawn`.
        fate: String,
    }
}

letter_fields! {
    /// A plan of instalments.
    PlanFacts {
        /// When it was agreed.
        agreed_on: String,
        /// All instalments together.
        total: String,
        /// The same in capital figures.
        total_capital: String,
        /// How many instalments.
        count: Option<i64>,
        /// What it depends on.
        conditions: String,
        /// What follows when it is not kept.
        consequence: String,
        /// The instalments.
        instalments: Vec<PlanInstalment>,
    }
}

letter_fields! {
    /// An instalment.
    PlanInstalment {
        /// Which one, from 1.
        place: Option<i64>,
        /// By when.
        due: String,
        /// How much.
        amount: String,
    }
}

letter_fields! {
    /// An appointment.
    AppointmentFacts {
        /// The day.
        on: String,
        /// The time of day.
        time: String,
        /// Where.
        place: String,
        /// Who comes.
        who: String,
    }
}

letter_fields! {
    /// A receipt.
    ReceiptFacts {
        /// The day.
        on: String,
        /// How much.
        amount: String,
        /// The same in capital figures.
        amount_capital: String,
        /// The numbers of the items that it settled, in full or in part.
        settled: String,
    }
}

letter_fields! {
    /// The account as of the day.
    StatementFacts {
        /// The balance: a sum for each currency.
        balance: String,
        /// The same in capital figures, when it is yuan alone.
        balance_capital: String,
        /// What is overdue of it.
        overdue: String,
        /// Every open position.
        lines: Vec<StatementRow>,
    }
}

letter_fields! {
    /// An open position of the account.
    StatementRow {
        /// Its number or, for money, its note.
        number: String,
        /// Its day.
        issued: String,
        /// Its due day.
        due: String,
        /// The amount at the beginning.
        amount: String,
        /// What is open; negative when it is the customer's.
        open: String,
        /// Days overdue.
        days: Option<i64>,
    }
}
