//! The fields of a template (F1): everything that can be said of a customer on a day, as texts in
//! the language of the letter.
//! Never a blank: a field without a value is absent, and a template names it.

mod facts;

pub use facts::{
    AppointmentFacts, DiscountFacts, DiscountItem, LateChargeFacts, LatePeriod, LetterItem,
    PlanFacts, PlanInstalment, PromiseFacts, ReceiptFacts, StatementFacts, StatementRow,
};

/// The value of a field.
#[derive(Clone, Debug)]
pub enum Field<'a> {
    /// A text, never empty.
    Text(&'a str),
    /// A number.
    Count(i64),
    /// Several fields: `late_charge.total`.
    Group(&'a dyn Fields),
    /// Rows to go through with `for`.
    Rows(Vec<&'a dyn Fields>),
    /// Texts to go through with `for`.
    Texts(&'a [String]),
}

/// Something with named fields.
pub trait Fields: std::fmt::Debug {
    /// The names of its fields, those without a value included.
    fn names(&self) -> &'static [&'static str];
    /// The value of a field; `None` when it has none.
    fn field(&self, name: &str) -> Option<Field<'_>>;
}

/// What can be the value of a field.
pub(in crate::letter) trait Valued {
    fn value(&self) -> Option<Field<'_>>;
}

impl Valued for String {
    fn value(&self) -> Option<Field<'_>> {
        (!self.is_empty()).then_some(Field::Text(self))
    }
}

impl Valued for Option<i64> {
    fn value(&self) -> Option<Field<'_>> {
        self.map(Field::Count)
    }
}

impl<T: Fields> Valued for Option<T> {
    fn value(&self) -> Option<Field<'_>> {
        self.as_ref().map(|group| Field::Group(group))
    }
}

impl<T: Fields> Valued for Vec<T> {
    fn value(&self) -> Option<Field<'_>> {
        let rows = || self.iter().map(|row| row as &dyn Fields).collect();
        (!self.is_empty()).then(|| Field::Rows(rows()))
    }
}

impl Valued for Vec<String> {
    fn value(&self) -> Option<Field<'_>> {
        (!self.is_empty()).then_some(Field::Texts(self))
    }
}

/// Defines a struct whose fields a template can name.
macro_rules! letter_fields {
    ($(#[$meta:meta])* $fields:ident { $($(#[$doc:meta])* $field:ident : $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $fields {
            $($(#[$doc])* pub $field: $type,)+
        }

        impl Fields for $fields {
            fn names(&self) -> &'static [&'static str] {
                &[$(stringify!($field)),+]
            }

            fn field(&self, name: &str) -> Option<Field<'_>> {
                match name {
                    $(stringify!($field) => self.$field.value(),)+
                    _ => None,
                }
            }
        }
    };
}
use letter_fields;

letter_fields! {
    /// One customer on a day. Amounts are written with their currency in the language of the
    /// letter, days as that language writes them.
    LetterData {
        /// The customer's name.
        customer: String,
        /// Its code.
        code: String,
        /// Its address.
        address: String,
        /// Its tax number.
        tax_no: String,
        /// The person there to whom the letter goes; the customer's name when nobody is recorded.
        person: String,
        /// Our firm.
        firm: String,
        /// Our firm in short, for the signature 【…】.
        short_name: String,
        /// Our telephone number.
        firm_phone: String,
        /// Our address.
        firm_address: String,
        /// Our tax number.
        firm_tax_no: String,
        /// Where to pay, an account each.
        accounts: Vec<String>,
        /// Who writes.
        by: String,
        /// The day of the letter.
        today: String,
        /// The day by which an answer is asked for.
        answer_by: String,
        /// What is demanded, or what falls due: a sum for each currency.
        amount: String,
        /// The same in capital figures, when it is yuan alone.
        amount_capital: String,
        /// Days overdue of the oldest item that is demanded.
        days: Option<i64>,
        /// The due day of the oldest item, or the next one.
        due_on: String,
        /// What is asked for, item by item; written out it is their numbers.
        items: Vec<LetterItem>,
        /// The numbers of the items, three of them and how many more.
        item_numbers: String,
        /// What is disputed and therefore left out.
        disputed: String,
        /// The late charge so far.
        late_charge: Option<LateChargeFacts>,
        /// What is demanded with the late charge.
        amount_with_charge: String,
        /// Discounts that are still open.
        discount: Option<DiscountFacts>,
        /// Tier A, B or C; absent when nothing undisputed is overdue.
        tier: String,
        /// Class: quality, regular or risk.
        class: String,
        /// The level of the playbook that stands.
        level: Option<i64>,
        /// The step of the playbook that is due, as it is called.
        step: String,
        /// The latest promise.
        promise: Option<PromiseFacts>,
        /// The plan that stands.
        plan: Option<PlanFacts>,
        /// The next appointment.
        appointment: Option<AppointmentFacts>,
        /// The latest receipt.
        receipt: Option<ReceiptFacts>,
        /// The account as of the day.
        statement: Option<StatementFacts>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_without_a_value_is_absent() {
        let data = LetterData { customer: "华远".to_owned(), ..LetterData::default() };
        assert!(matches!(data.field("customer"), Some(Field::Text("华远"))));
        for name in data.names().iter().filter(|name| **name != "customer") {
            assert!(data.field(name).is_none(), "{name}");
        }
        assert!(data.field("no_such_field").is_none());
    }

    #[test]
    fn every_name_leads_to_its_field() {
        let charge = LateChargeFacts { total: "5.00".to_owned(), ..LateChargeFacts::default() };
        let data = LetterData {
            days: Some(0),
            items: vec![LetterItem::default()],
            late_charge: Some(charge),
            ..LetterData::default()
        };
        assert!(matches!(data.field("days"), Some(Field::Count(0))));
        assert!(matches!(data.field("items"), Some(Field::Rows(rows)) if rows.len() == 1));
        let Some(Field::Group(charge)) = data.field("late_charge") else { panic!("no group") };
        assert!(matches!(charge.field("total"), Some(Field::Text("5.00"))));
    }
}
