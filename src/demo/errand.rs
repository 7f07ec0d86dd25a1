//! What a clerk has to do in a demo book, and who knows how.
//! Never does it itself.

use super::clerk::Clerk;
use super::{agree, bulk, case, charge, chore, collect, deed, office, story, table};
use crate::calendar::Date;
use crate::id::FactId;
use crate::money::Money;
use crate::record::{DocumentRef, ItemRef};
use crate::workbook::Rejection;
use crate::workbook::draft::Draft;

/// One errand; a number is a customer of the story.
pub(super) enum Errand {
    /// The firm writes down who it is.
    Introduce,
    /// The month's rate of exchange.
    NoteRate,
    /// A customer is recorded.
    Welcome(usize),
    /// An invoice is issued.
    Bill(usize),
    /// So many percent of what is due of a document comes in.
    Pay(usize, DocumentRef, i64),
    /// Everything due comes in at once, with something over.
    PayDue(usize),
    /// Money comes in ahead of its invoice.
    Prepay(usize),
    /// What was paid ahead is allocated.
    Draw(usize),
    /// Money comes in and nobody knows yet what for.
    LooseMoney(usize),
    /// The same is paid twice, and sent back.
    PayTwice(usize),
    /// The last receipt bounces.
    Bounce(usize),
    /// The last allocation was to the wrong item.
    Unallocate(usize),
    /// The customer contests a document.
    Contest(usize, DocumentRef),
    /// A dispute ends; when the customer was right, a credit note follows.
    Settle(usize, ItemRef, FactId),
    /// A credit note that stands alone.
    CreditNote(usize),
    /// A debit note.
    DebitNote(usize),
    /// An invoice is typed twice, and the second one taken back.
    TypeTwice(usize),
    /// Somebody else looks after the customer.
    ChangeOwner(usize),
    /// The oldest open item may be paid later.
    Extend(usize),
    /// What is left of a document was deducted by the customer.
    Deduct(usize, DocumentRef),
    /// What a customer owes for long is written off.
    GiveUp(usize),
    /// Part of a write-off comes in after all.
    Recover(usize, FactId, i64),
    /// The last invoice is reversed.
    Cancel(usize),
    /// An invoice that is not paid when due.
    Lapse(usize),
    /// What is due with a customer is done: a reminder, a step of the playbook.
    Call(usize),
    /// So many percent of a document are promised by a day.
    Promise(usize, DocumentRef, Date, i64),
    /// A plan of instalments is agreed.
    Spread(usize),
    /// An instalment of a plan comes in.
    Instalment(usize, Vec<ItemRef>, Money),
    /// Collection is put on hold.
    Pause(usize),
    /// An appointment in so many days is agreed.
    Arrange(usize, i32),
    /// An appointment is kept.
    Visit(usize, FactId),
    /// A customer is placed with an agency.
    Place,
    /// A customer is handed over to lawyers.
    Sue,
    /// A lawyer's letter follows in that case.
    Press(FactId),
    /// The team is written down.
    Staff,
    /// Contracts are written down.
    Contracts,
    /// Statements of account are sent.
    Statements,
    /// The slip of a statement comes back.
    Slip(usize, FactId),
    /// Classes are evaluated.
    Evaluate,
    /// Limits are decided.
    Decide,
    /// A class is set by hand.
    Override,
    /// The customer contests its latest open document.
    ContestLatest(usize),
    /// Somebody is trained.
    Train,
    /// A meeting decides something.
    Meet,
    /// Alerts are answered.
    Dismiss,
    /// Finance has checked the receipts.
    SignOff,
    /// The firm says what paying late costs.
    Charge,
    /// One late charge is waived and another kept.
    DecideCharges,
    /// So many contacts since a day are noted down.
    NoteContacts(Date, u32),
    /// A table is imported.
    Import(Box<Draft>),
    /// One of the small things that make up a day, on imported items.
    Chore,
}

/// Does an errand; one that finds nothing to do leaves the book as it is.
pub(super) fn run(clerk: &mut Clerk, errand: Errand) -> Result<(), Rejection> {
    match errand {
        Errand::Introduce => story::introduce(clerk),
        Errand::NoteRate => story::note_rate(clerk),
        Errand::Welcome(player) => story::welcome(clerk, player),
        Errand::Bill(player) => story::bill(clerk, player),
        Errand::Pay(player, document, percent) => deed::pay(clerk, player, &document, percent),
        Errand::PayDue(player) => deed::pay_due(clerk, player),
        Errand::Prepay(player) => deed::prepay(clerk, player),
        Errand::Draw(player) => deed::draw(clerk, player),
        Errand::LooseMoney(player) => deed::loose_money(clerk, player),
        Errand::PayTwice(player) => deed::pay_twice(clerk, player),
        Errand::Bounce(player) => deed::bounce(clerk, player),
        Errand::Unallocate(player) => deed::unallocate(clerk, player),
        Errand::Contest(player, document) => deed::contest(clerk, player, document),
        Errand::Settle(player, item, dispute) => deed::settle(clerk, player, item, dispute),
        Errand::CreditNote(player) => story::credit_note(clerk, player, None, None),
        Errand::DebitNote(player) => story::debit_note(clerk, player),
        Errand::TypeTwice(player) => story::type_twice(clerk, player),
        Errand::ChangeOwner(player) => story::change_owner(clerk, player),
        Errand::Extend(player) => story::extend(clerk, player),
        Errand::Deduct(player, document) => deed::deduct(clerk, player, &document),
        Errand::GiveUp(player) => deed::give_up(clerk, player),
        Errand::Recover(player, write_off, minor) => deed::recover(clerk, player, write_off, minor),
        Errand::Cancel(player) => deed::cancel(clerk, player),
        Errand::Lapse(player) => agree::lapse(clerk, player),
        Errand::Call(player) => collect::call(clerk, player),
        Errand::Promise(player, document, by, percent) => {
            agree::give_word(clerk, (player, document), by, percent)
        }
        Errand::Spread(player) => agree::spread(clerk, player),
        Errand::Instalment(player, items, amount) => {
            agree::instalment(clerk, player, &items, amount)
        }
        Errand::Pause(player) => agree::pause(clerk, player),
        Errand::Arrange(player, in_days) => agree::arrange(clerk, player, in_days),
        Errand::Visit(player, appointment) => agree::visit(clerk, player, appointment),
        Errand::Place => case::place(clerk),
        Errand::Sue => case::sue(clerk),
        Errand::Press(held) => case::press(clerk, held),
        Errand::Staff => office::staff(clerk),
        Errand::Contracts => office::contracts(clerk),
        Errand::Statements => office::statements(clerk),
        Errand::Slip(player, statement) => office::slip(clerk, player, statement),
        Errand::Evaluate => office::evaluate(clerk),
        Errand::Decide => office::decide(clerk),
        Errand::Override => office::override_class(clerk),
        Errand::ContestLatest(player) => match office::latest(clerk, player) {
            Some(document) => deed::contest(clerk, player, document),
            None => Ok(()),
        },
        Errand::Train => office::train(clerk),
        Errand::Meet => office::meet(clerk),
        Errand::Dismiss => office::dismiss(clerk),
        Errand::SignOff => office::sign_off(clerk),
        Errand::Charge => charge::agree(clerk),
        Errand::DecideCharges => charge::decide(clerk),
        Errand::NoteContacts(from, count) => bulk::note(clerk, from, count),
        Errand::Import(draft) => table::import(clerk, &draft),
        Errand::Chore => chore::run(clerk),
    }
}
