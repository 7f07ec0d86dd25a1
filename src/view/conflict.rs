//! The values between which a person chooses when a field has several heads (DESIGN 1).
//! Never chooses: each value comes with the command that would make it the only one.

use crate::calendar::Instant;
use crate::id::{FactId, Key};
use crate::journal::{Entry, Journal};
use crate::ledger::{ConflictField, Finding};
use crate::money::Rate;
use crate::record::{
    AmendSubject, ArticleField, ArticleFields, Bilingual, ContractField, ContractFields,
    CustomerField, CustomerFields, DiscountGain, DiscountStep, DiscountWindow, DocumentField,
    DocumentFields, Fact, Fields, SettingFields,
};
use crate::view::amount::{rate_percent, with_currency};
use crate::workbook::Command;

/// One of several values of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The value in words.
    pub value: String,
    /// Who stated it; empty when nobody was named.
    pub by: String,
    /// When it was recorded.
    pub at: Instant,
    /// What makes it the value.
    pub command: Command,
}

/// The values of a conflict, in canonical order; none for any other finding.
#[must_use]
pub fn candidates(journal: &Journal, finding: &Finding) -> Vec<Candidate> {
    let Finding::FieldConflict { field, heads } = finding else { return Vec::new() };
    heads.iter().filter_map(|head| candidate(journal, field, *head)).collect()
}

fn candidate(journal: &Journal, field: &ConflictField, head: FactId) -> Option<Candidate> {
    let entry = journal.get(head.entry)?;
    let fact = entry.facts.get(head.index as usize)?;
    let (value, command) = match field {
        ConflictField::Customer(customer, name) => {
            let stated = customer_fields(fact, customer)?;
            let mut fields = CustomerFields::default();
            fields.take(stated, *name);
            let command = Command::AmendCustomer { customer: customer.clone(), fields };
            (customer_value(stated, *name), command)
        }
        ConflictField::Document(document, name) => {
            let stated = document_fields(fact, document, head)?;
            let mut fields = DocumentFields::default();
            fields.take(stated, *name);
            let value = document_value(stated, *name);
            let document = document.clone();
            (value, Command::AmendDocument { document, fields, reason: None })
        }
        ConflictField::Contract(customer, number, name) => {
            let stated = contract_fields(fact, number)?;
            let mut fields = ContractFields::default();
            fields.take(stated, *name);
            let value = contract_value(stated, *name);
            let (customer, number) = (customer.clone(), number.to_string());
            (value, Command::RecordContract { customer, number, fields })
        }
        ConflictField::Article(article, name) => {
            let stated = article_fields(fact, article)?;
            let mut fields = ArticleFields::default();
            fields.take(stated, *name);
            let value = article_value(stated, *name);
            (value, Command::RecordArticle { article: article.to_string(), fields })
        }
        ConflictField::Setting(name) => {
            let stated = setting_fields(fact)?;
            let mut fields = SettingFields::default();
            fields.take(stated, *name);
            let value = fields.title.clone().unwrap_or_else(|| format!("{:?}", head.entry.seq));
            (value, Command::SetPolicy(fields))
        }
    };
    Some(told(entry, value, command))
}

fn told(entry: &Entry, value: String, command: Command) -> Candidate {
    Candidate { value, by: entry.by.to_string(), at: entry.recorded_at.clone(), command }
}

fn customer_fields<'a>(fact: &'a Fact, customer: &crate::id::Key) -> Option<&'a CustomerFields> {
    match fact {
        Fact::Customer(statement) => Some(&statement.fields),
        Fact::Amend(amend) => match &amend.subject {
            AmendSubject::Customer { fields, .. } => Some(fields),
            _ => None,
        },
        Fact::Rows(rows) => {
            let mut of_customer = rows.customers.iter();
            of_customer
                .find(|row| crate::id::Key::of(&row.code) == *customer)
                .map(|row| &row.fields)
        }
        _ => None,
    }
}

fn document_fields<'a>(
    fact: &'a Fact,
    document: &crate::record::DocumentRef,
    head: FactId,
) -> Option<&'a DocumentFields> {
    match fact {
        Fact::Document(statement) => {
            (statement.document(head) == *document).then_some(&statement.fields)
        }
        Fact::Amend(amend) => match &amend.subject {
            AmendSubject::Document { fields, .. } => Some(fields),
            _ => None,
        },
        Fact::Rows(rows) => {
            rows.documents.iter().find(|row| row.document() == *document).map(|row| &row.fields)
        }
        _ => None,
    }
}

fn setting_fields(fact: &Fact) -> Option<&SettingFields> {
    match fact {
        Fact::Created(created) => Some(&created.settings),
        Fact::Amend(amend) => match &amend.subject {
            AmendSubject::Settings(fields) => Some(fields),
            _ => None,
        },
        _ => None,
    }
}

fn contract_fields<'a>(fact: &'a Fact, number: &Key) -> Option<&'a ContractFields> {
    match fact {
        Fact::Contract(held) => (Key::of(&held.number) == *number).then_some(&held.fields),
        Fact::Amend(amend) => match &amend.subject {
            AmendSubject::Contract { fields, .. } => Some(fields),
            _ => None,
        },
        _ => None,
    }
}

fn article_fields<'a>(fact: &'a Fact, article: &Key) -> Option<&'a ArticleFields> {
    match fact {
        Fact::Article(held) => (held.article == *article).then_some(&held.fields),
        Fact::Amend(amend) => match &amend.subject {
            AmendSubject::Article { fields, .. } => Some(fields),
            _ => None,
        },
        _ => None,
    }
}

/// The value of a contract's field in words that both languages share; empty when it has none.
#[must_use]
pub fn contract_value(fields: &ContractFields, name: ContractField) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let rate = |value: Option<Rate>| value.map(|rate| rate.to_string()).unwrap_or_default();
    match name {
        ContractField::SignedOn => fields.signed_on.map(|on| on.to_string()).unwrap_or_default(),
        ContractField::Amount => fields.amount.map(with_currency).unwrap_or_default(),
        ContractField::PaymentClause => text(&fields.payment_clause),
        ContractField::LateRate => rate(fields.late_rate),
        ContractField::Retention => rate(fields.retention),
        ContractField::KeptAt => text(&fields.kept_at),
        ContractField::FileName => text(&fields.file_name),
        ContractField::FileHash => text(&fields.file_hash),
        ContractField::Memo => text(&fields.memo),
    }
}

fn article_value(fields: &ArticleFields, name: ArticleField) -> String {
    let both = |value: &Option<Bilingual>| {
        value.as_ref().map(|text| format!("{} / {}", text.zh, text.en)).unwrap_or_default()
    };
    match name {
        ArticleField::Title => both(&fields.title),
        ArticleField::Text => both(&fields.text),
        ArticleField::Topic => fields.topic.map(|topic| format!("{topic:?}")).unwrap_or_default(),
        ArticleField::AppliesTo => fields.applies_to.clone().unwrap_or_default().join(", "),
        ArticleField::Channel => {
            fields.channel.map(|channel| format!("{channel:?}")).unwrap_or_default()
        }
    }
}

fn yes_no(value: Option<bool>) -> String {
    value.map(|value| if value { "✓" } else { "✗" }.to_owned()).unwrap_or_default()
}

fn customer_value(fields: &CustomerFields, name: CustomerField) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match name {
        CustomerField::Name => text(&fields.name),
        CustomerField::Owner => text(&fields.owner),
        CustomerField::Salesperson => text(&fields.salesperson),
        CustomerField::Region => text(&fields.region),
        CustomerField::Industry => text(&fields.industry),
        CustomerField::Group => text(&fields.group),
        CustomerField::Address => text(&fields.address),
        CustomerField::TaxNo => text(&fields.tax_no),
        CustomerField::Bank => text(&fields.bank),
        CustomerField::Security => text(&fields.security),
        CustomerField::Memo => text(&fields.memo),
        CustomerField::LateReason => text(&fields.late_reason),
        CustomerField::AbleToPay => text(&fields.able_to_pay),
        CustomerField::WillingToPay => text(&fields.willing_to_pay),
        CustomerField::PrepaymentShare => {
            fields.prepayment_share.map(|share| share.to_string()).unwrap_or_default()
        }
        CustomerField::CreditReports => {
            let reports = fields.credit_reports.iter().flatten();
            let told = reports.map(|held| format!("{} {} {}", held.source, held.on, held.rating));
            told.collect::<Vec<_>>().join(", ")
        }
        CustomerField::CreditLimit => fields.credit_limit.map(with_currency).unwrap_or_default(),
        CustomerField::KeyAccount => yes_no(fields.key_account),
        CustomerField::SupplySuspended => yes_no(fields.supply_suspended),
        CustomerField::Blacklisted => yes_no(fields.blacklisted),
        CustomerField::ReconciliationDay => {
            fields.reconciliation_day.map(|day| day.to_string()).unwrap_or_default()
        }
        CustomerField::Contacts => {
            let people = fields.contacts.iter().flatten();
            people.map(|person| person.name.clone()).collect::<Vec<_>>().join(", ")
        }
        CustomerField::Terms => fields.terms.as_ref().map(terms_text).unwrap_or_default(),
        CustomerField::DebtorKind => {
            fields.debtor_kind.map(|kind| format!("{kind:?}")).unwrap_or_default()
        }
    }
}

/// The value of a document's field in words that both languages share; empty when it has none.
#[must_use]
pub fn document_value(fields: &DocumentFields, name: DocumentField) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match name {
        DocumentField::IssuedOn => fields.issued_on.map(|on| on.to_string()).unwrap_or_default(),
        DocumentField::Claim => {
            fields.claim.map(|claim| with_currency(claim.amount)).unwrap_or_default()
        }
        DocumentField::Schedule => fields
            .schedule
            .as_ref()
            .and_then(|schedule| {
                let terms = || schedule.terms.as_ref().map(terms_text);
                schedule.due_on.map(|due_on| due_on.to_string()).or_else(terms)
            })
            .unwrap_or_default(),
        DocumentField::Contract => text(&fields.contract),
        DocumentField::AppliesTo => text(&fields.applies_to),
        DocumentField::TaxInvoiceNo => text(&fields.tax_invoice_no),
        DocumentField::RedLetterNo => text(&fields.red_letter_no),
        DocumentField::EarlyDiscount => {
            let steps = fields.early_discount.iter().flatten();
            steps.map(step_text).collect::<Vec<_>>().join(", ")
        }
        DocumentField::Owner => text(&fields.owner),
        DocumentField::Memo => text(&fields.memo),
        DocumentField::Opening => yes_no(fields.opening),
        DocumentField::Disputed => yes_no(fields.disputed),
    }
}

/// A step of a discount in short: `2%/10` within ten days of issue, `2%/-10` ten days before the
/// due day.
#[must_use]
pub fn step_text(step: &DiscountStep) -> String {
    let gain = match step.gain {
        DiscountGain::Rate(rate) => rate_percent(rate),
        DiscountGain::Fixed(amount) => with_currency(amount),
    };
    match step.window {
        DiscountWindow::AfterIssue(days) => format!("{gain}/{days}"),
        DiscountWindow::BeforeDue(days) => format!("{gain}/-{days}"),
    }
}

/// Payment terms in short: the steps of each line, as `+30` for days and `EOM` for a month's end.
fn terms_text(terms: &crate::record::Terms) -> String {
    use crate::record::Delay;
    let step = |delay: &Delay| match delay {
        Delay::Days(days) => format!("+{days}"),
        Delay::Months(months) => format!("+{months}M"),
        Delay::MonthEnd => "EOM".to_owned(),
        Delay::DayOfMonth(day) => format!("@{day}"),
    };
    let line = |line: &crate::record::TermsLine| line.delay.iter().map(step).collect::<String>();
    terms.lines.iter().map(line).collect::<Vec<_>>().join(" / ")
}
