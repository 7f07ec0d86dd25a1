//! What a person can do to a workbook: verbs with what they need (VOCABULARY, commands).
//! Never checks anything: applying a command does.

use super::import::ImportPlan;
use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};
use crate::money::Money;
use crate::record::{
    AlertAnswer, Appointment, Approval, ArticleFields, ArticleStatement, Assessment, CaseOpened,
    CaseStageReached, Contact, ContractFields, CreditDecision, CustomerFields, Discount,
    DiscountAccepted, Dispute, DisputeOutcome, DocumentFields, DocumentKind, DocumentRef,
    Evaluation, Evidence, ExchangeRate, FundRef, Hold, ItemRef, LateChargeDecision,
    MeetingDecision, Override, Perk, PerkFulfilled, Plan, Promise, Receipt, Recovery, Refund,
    ReverseSubject, SettingFields, SignOff, StatementAnswered, StatementSent, TakenDiscount,
    TermsExtension, Training, WriteOff,
};

/// A change that a person asks for.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "one command at a time is held, and not for long")]
pub enum Command {
    /// Records a customer (A1).
    RecordCustomer {
        /// The code as written.
        code: String,
        /// What is known of it.
        fields: CustomerFields,
    },
    /// Gives fields of a customer new values; also settles a conflict between heads.
    AmendCustomer {
        /// The customer.
        customer: Key,
        /// The new values.
        fields: CustomerFields,
    },
    /// Records an invoice, debit note or credit note (A3).
    RecordDocument {
        /// Kind.
        kind: DocumentKind,
        /// The customer's code as written; an unknown one is recorded with it.
        customer: String,
        /// The number, if it has one.
        number: Option<String>,
        /// Date, amount, terms …
        fields: DocumentFields,
    },
    /// Gives fields of a document new values; also settles a conflict between heads.
    AmendDocument {
        /// The document.
        document: DocumentRef,
        /// The new values.
        fields: DocumentFields,
        /// Why.
        reason: Option<String>,
    },
    /// Records a receipt with its allocations (A4).
    RecordReceipt {
        /// The receipt.
        receipt: Receipt,
        /// What it settles, and with how much.
        allocations: Vec<Share>,
    },
    /// Allocates what is left of a receipt or credit note (A4).
    Allocate {
        /// The customer.
        customer: Key,
        /// The money.
        fund: FundRef,
        /// What it settles, and with how much.
        shares: Vec<Share>,
        /// The day of the act; absent when it belongs to the receipt itself.
        on: Option<Date>,
    },
    /// Pays money back (A4).
    Refund(Refund),
    /// Gives up a claim or part of it (A4, A5).
    WriteOff(WriteOff),
    /// Records money after a write-off (A5).
    RecordRecovery(Recovery),
    /// Records an early-payment discount that was taken (E3).
    GrantDiscount(Discount),
    /// Accepts a discount that was taken late (E3).
    AcceptDiscount(DiscountAccepted),
    /// Records what was decided of a late charge (E7).
    DecideLateCharge(LateChargeDecision),
    /// Claims a late charge: its debit note and the decision, recorded together (E7).
    ClaimLateCharge(LateChargeClaim),
    /// Gives a customer longer terms (E5).
    ExtendTerms(TermsExtension),
    /// Grants a service, reward or rebate (E6).
    GrantPerk(Perk),
    /// Records that a perk was given (E6).
    FulfillPerk(PerkFulfilled),
    /// Notes that the customer contests an item (A5).
    RaiseDispute(Dispute),
    /// Ends a dispute (A5).
    ResolveDispute {
        /// The customer.
        customer: Key,
        /// The fact that raised it.
        dispute: FactId,
        /// From which day.
        on: Date,
        /// How it ended.
        outcome: DisputeOutcome,
    },
    /// Ends something that happened, on a day: bounce, un-allocation, red-letter reversal (A4).
    Reverse {
        /// The customer.
        customer: Key,
        /// What ends.
        subject: ReverseSubject,
        /// From which day.
        on: Date,
        /// Why.
        reason: String,
    },
    /// Records a contact with what it led to (D4).
    LogContact {
        /// The contact.
        contact: Box<Contact>,
        /// What it led to.
        outcomes: Vec<Outcome>,
    },
    /// Records contacts with several customers at once.
    LogContacts(Vec<Contact>),
    /// Records a promise to pay (D5).
    RecordPromise(Promise),
    /// Records a plan of instalments (D6).
    AgreePlan(Plan),
    /// Puts collection on hold (D2).
    PlaceHold(Hold),
    /// Records a visit or meeting that was agreed (D4).
    MakeAppointment(Appointment),
    /// Hands a customer over to lawyers or to an agency (D7).
    OpenCase(CaseOpened),
    /// Records that a case reached a stage (D7).
    ReachCaseStage(CaseStageReached),
    /// Says yes or no to a plan, a hold or a handover (D8).
    Approve(Approval),
    /// Adds a piece of evidence (D7).
    AddEvidence(Evidence),
    /// Records that statements of account were sent (A6).
    SendStatements(Vec<StatementSent>),
    /// Records what came back of a statement (A6).
    AnswerStatement(StatementAnswered),
    /// Records a contract, or gives its fields new values (A2).
    RecordContract {
        /// The customer.
        customer: Key,
        /// The number as written.
        number: String,
        /// What is known of it.
        fields: ContractFields,
    },
    /// Sets a class or tier by hand; what it replaces is filled in (C1, C2).
    SetOverride(Override),
    /// Records evaluations (C1).
    Evaluate(Vec<Evaluation>),
    /// Records a decision on credit, with what it changes of the customer (C3).
    DecideCredit(CreditDecision),
    /// Dismisses alerts or puts them off (C4).
    AnswerAlerts(Vec<AlertAnswer>),
    /// Records an individual assessment of a loss (B4).
    Assess(Assessment),
    /// Records an article of the handbook, or gives its fields new values (D10).
    RecordArticle {
        /// Its name.
        article: String,
        /// What it says.
        fields: ArticleFields,
    },
    /// Records several articles or templates at once, as [`Command::RecordArticle`] does each;
    /// those that would change nothing are left out.
    RecordArticles(Vec<ArticleStatement>),
    /// Records training (D8).
    RecordTraining(Training),
    /// Records a decision of a meeting (D8).
    RecordDecision(MeetingDecision),
    /// Records that finance checked the receipts up to a day (D3).
    SignOff(SignOff),
    /// Gives settings new values; also settles a conflict between heads.
    SetPolicy(SettingFields),
    /// Records a rate of exchange (A8).
    RecordRate(ExchangeRate),
    /// Records what an imported table changed (A7).
    ImportDocuments(Box<ImportPlan>),
    /// Takes an entry back as recorded in error.
    Retract {
        /// The entry.
        entry: EntryId,
        /// Why.
        reason: String,
    },
    /// Takes the retractions of an entry back.
    Restore {
        /// The entry.
        entry: EntryId,
    },
}

/// What a contact led to; recorded with it as one entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The customer promised to pay.
    Promise(Promise),
    /// Instalments were agreed.
    Plan(Plan),
    /// The customer contests an item.
    Dispute(Dispute),
    /// Collection is put on hold.
    Hold(Hold),
    /// A visit or meeting was agreed.
    Appointment(Appointment),
}

/// A share of money for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The item.
    pub item: ItemRef,
    /// How much, positive.
    pub amount: Money,
    /// The early-payment discount that it takes besides; its item is settled by both (E1).
    pub discount: Option<TakenDiscount>,
}

/// A late charge that is claimed by a debit note of its amount (E7).
#[derive(Clone, Debug, PartialEq)]
pub struct LateChargeClaim {
    /// The customer.
    pub customer: Key,
    /// The items.
    pub items: Vec<ItemRef>,
    /// The charge up to and including this day, which is also the date of the note.
    pub on: Date,
    /// How much it comes to; positive, and of the items' currency.
    pub amount: Money,
    /// The number of the note, if it has one.
    pub number: Option<String>,
    /// When the note falls due, not before its date.
    pub due_on: Date,
    /// Who decided it.
    pub by: String,
    /// What the note says, and why.
    pub reason: String,
}
