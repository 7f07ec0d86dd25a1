//! The fields that a heading of a table can be mapped to (A7, DESIGN 8).
//! Never knows a heading: recognising them is `format::table`.

use super::draft::TableKind;

/// A field of a table of invoices, receipts or customers.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Field {
    /// Code of the customer; identifies it.
    CustomerCode,
    /// Name of the customer; its code too when the table has none.
    CustomerName,
    /// Number of the invoice or note; in a table of receipts the invoice that the payer named.
    Number,
    /// Invoice date.
    IssuedOn,
    /// Due date; wins over terms.
    DueOn,
    /// Payment terms as text.
    Terms,
    /// Amount with tax, or amount received in a table of receipts.
    Amount,
    /// Tax within the amount.
    Tax,
    /// ISO code or common name of the currency.
    Currency,
    /// Received to date.
    Received,
    /// Open balance.
    Outstanding,
    /// Day of the receipt.
    ReceivedOn,
    /// Day on which the document was settled in full.
    SettledOn,
    /// Disputed, yes or no.
    Disputed,
    /// The person responsible.
    Owner,
    /// Region.
    Region,
    /// Contract or order.
    Contract,
    /// Anything else.
    Memo,
    /// Invoice, credit note or debit note.
    Kind,
    /// Number of the tax invoice, beside a number of the document's own.
    TaxInvoiceNo,
    /// Cash, bank transfer, bill …
    Method,
    /// Bank reference or number of the receipt.
    Reference,
    /// Industry.
    Industry,
    /// Postal address.
    Address,
    /// Tax number of the customer.
    TaxNo,
    /// Phone number of the contact.
    Phone,
    /// E-mail address of the contact.
    Email,
    /// Person to talk to.
    Contact,
    /// Credit limit.
    CreditLimit,
}

impl Field {
    /// The fields that a table of this kind can have, in the order of [`Field::ALL`].
    #[must_use]
    pub fn of(kind: TableKind) -> Vec<Self> {
        Self::ALL.into_iter().filter(|field| field.is_of(kind)).collect()
    }

    fn is_of(self, kind: TableKind) -> bool {
        match self {
            Self::CustomerCode | Self::CustomerName => true,
            Self::Owner | Self::Region | Self::Terms => kind != TableKind::Receipts,
            Self::Number | Self::Amount | Self::Currency | Self::Memo => {
                kind != TableKind::Customers
            }
            Self::ReceivedOn => kind != TableKind::Customers,
            Self::Method | Self::Reference => kind == TableKind::Receipts,
            Self::Industry
            | Self::Address
            | Self::TaxNo
            | Self::Phone
            | Self::Email
            | Self::Contact
            | Self::CreditLimit => kind == TableKind::Customers,
            Self::IssuedOn
            | Self::DueOn
            | Self::Tax
            | Self::Received
            | Self::Outstanding
            | Self::SettledOn
            | Self::Disputed
            | Self::Contract
            | Self::Kind
            | Self::TaxInvoiceNo => kind == TableKind::Invoices,
        }
    }

    /// Every field, in the order in which a mapper lists them.
    pub const ALL: [Self; 29] = [
        Self::CustomerCode,
        Self::CustomerName,
        Self::Number,
        Self::IssuedOn,
        Self::DueOn,
        Self::Terms,
        Self::Amount,
        Self::Tax,
        Self::Currency,
        Self::Received,
        Self::Outstanding,
        Self::ReceivedOn,
        Self::SettledOn,
        Self::Disputed,
        Self::Owner,
        Self::Region,
        Self::Contract,
        Self::Memo,
        Self::Kind,
        Self::TaxInvoiceNo,
        Self::Method,
        Self::Reference,
        Self::Industry,
        Self::Address,
        Self::TaxNo,
        Self::Phone,
        Self::Email,
        Self::Contact,
        Self::CreditLimit,
    ];

    /// The name by which the command line and a remembered layout know the field (DESIGN 8).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CustomerCode => "customer_code",
            Self::CustomerName => "customer_name",
            Self::Number => "number",
            Self::IssuedOn => "issued_on",
            Self::DueOn => "due_on",
            Self::Terms => "terms",
            Self::Amount => "amount",
            Self::Tax => "tax",
            Self::Currency => "currency",
            Self::Received => "received",
            Self::Outstanding => "outstanding",
            Self::ReceivedOn => "received_on",
            Self::SettledOn => "settled_on",
            Self::Disputed => "disputed",
            Self::Owner => "owner",
            Self::Region => "region",
            Self::Contract => "contract",
            Self::Memo => "memo",
            Self::Kind => "kind",
            Self::TaxInvoiceNo => "tax_invoice_no",
            Self::Method => "method",
            Self::Reference => "reference",
            Self::Industry => "industry",
            Self::Address => "address",
            Self::TaxNo => "tax_no",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Contact => "contact",
            Self::CreditLimit => "credit_limit",
        }
    }

    /// The field of that name; `None` for any other text.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name.trim())
    }

    /// True for fields that hold dates.
    #[must_use]
    pub const fn is_date(self) -> bool {
        matches!(self, Self::IssuedOn | Self::DueOn | Self::ReceivedOn | Self::SettledOn)
    }

    /// True for fields that hold amounts.
    #[must_use]
    pub const fn is_amount(self) -> bool {
        matches!(
            self,
            Self::Amount | Self::Tax | Self::Received | Self::Outstanding | Self::CreditLimit
        )
    }

    /// True for codes and numbers, which are text even when they are all digits.
    #[must_use]
    pub const fn is_id(self) -> bool {
        matches!(
            self,
            Self::CustomerCode
                | Self::Number
                | Self::Contract
                | Self::TaxInvoiceNo
                | Self::Reference
                | Self::TaxNo
                | Self::Phone
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_fields() {
        for (place, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!(Field::parse(field.name()), Some(field));
            assert_eq!(field as usize, place, "{field:?} is listed once, in order");
        }
        assert_eq!(Field::parse("payment"), None);
    }
}
