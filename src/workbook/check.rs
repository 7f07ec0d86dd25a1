//! Checks of commands and the facts that they record: one function per verb.
//! Never lets a rule be broken, and never changes anything.

mod approval;
mod collection;
mod credit;
mod document;
mod incentive;
mod money;
mod policy;
mod taking_back;

use super::{Command, Rejection, Workbook};
use crate::id::{EntryId, FactId, Key};
use crate::ledger::Account;
use crate::record::{
    Amend, AmendSubject, CustomerFields, CustomerStatement, ExchangeRate, Fact, Fields,
    SettingFields,
};

impl Workbook {
    /// The facts that a command records under the entry id `id`.
    pub(super) fn facts(&self, command: Command, id: EntryId) -> Result<Vec<Fact>, Rejection> {
        match command {
            Command::RecordCustomer { code, fields } => self.record_customer(code, fields),
            Command::AmendCustomer { customer, fields } => self.amend_customer(customer, fields),
            Command::RecordDocument { kind, customer, number, fields } => {
                self.record_document(kind, customer, number, fields)
            }
            Command::AmendDocument { document, fields, reason } => {
                self.amend_document(document, fields, reason)
            }
            Command::RecordReceipt { receipt, allocations } => {
                self.record_receipt(receipt, allocations, id)
            }
            Command::Allocate { customer, fund, shares, on } => {
                self.allocate(&customer, &fund, shares, on, id)
            }
            Command::Refund(refund) => self.refund(refund),
            Command::WriteOff(write_off) => self.write_off(write_off),
            Command::RecordRecovery(recovery) => self.record_recovery(recovery),
            Command::GrantDiscount(discount) => self.grant_discount(discount),
            Command::AcceptDiscount(accepted) => self.accept_discount(accepted),
            Command::DecideLateCharge(decision) => self.decide_late_charge(decision),
            Command::ClaimLateCharge(claim) => self.claim_late_charge(claim, id),
            Command::ExtendTerms(extension) => self.extend_terms(extension),
            Command::GrantPerk(perk) => self.grant_perk(perk),
            Command::FulfillPerk(given) => self.fulfill_perk(given),
            Command::RaiseDispute(dispute) => self.raise_dispute(dispute),
            Command::ResolveDispute { customer, dispute, on, outcome } => {
                self.resolve_dispute(customer, dispute, on, outcome)
            }
            Command::Reverse { customer, subject, on, reason } => {
                self.reverse(customer, subject, on, reason)
            }
            Command::LogContact { contact, outcomes } => self.log_contact(*contact, outcomes),
            Command::LogContacts(contacts) => self.log_contacts(contacts),
            Command::RecordPromise(promise) => self.record_promise(promise),
            Command::AgreePlan(plan) => self.agree_plan(plan),
            Command::PlaceHold(hold) => self.place_hold(hold),
            Command::MakeAppointment(appointment) => self.make_appointment(appointment),
            Command::OpenCase(case) => self.open_case(case),
            Command::ReachCaseStage(stage) => self.reach_case_stage(stage),
            Command::Approve(approval) => self.approve(approval),
            Command::AddEvidence(evidence) => self.add_evidence(evidence),
            Command::SendStatements(statements) => self.send_statements(statements),
            Command::AnswerStatement(answered) => self.answer_statement(answered),
            Command::RecordContract { customer, number, fields } => {
                self.record_contract(customer, number, fields)
            }
            Command::SetOverride(held) => self.set_override(held),
            Command::Evaluate(evaluations) => self.evaluate(evaluations),
            Command::DecideCredit(decision) => self.decide_credit(decision),
            Command::AnswerAlerts(answers) => self.answer_alerts(answers),
            Command::Assess(assessment) => self.assess(assessment),
            Command::RecordArticle { article, fields } => self.record_article(article, fields),
            Command::RecordArticles(articles) => self.record_articles(articles),
            Command::RecordTraining(training) => self.record_training(training),
            Command::RecordDecision(decision) => self.record_decision(decision),
            Command::SignOff(sign_off) => self.sign_off(sign_off),
            Command::SetPolicy(fields) => self.set_policy(fields),
            Command::RecordRate(rate) => self.record_rate(rate),
            // Imports are sealed as several entries.
            Command::ImportDocuments(_) => Err(Rejection::NothingChanged),
            Command::Retract { entry, reason } => self.retract(entry, reason),
            Command::Restore { entry } => self.restore(entry),
        }
    }

    fn account_of(&self, customer: &Key) -> Result<&Account, Rejection> {
        let unknown = || Rejection::CustomerUnknown(customer.to_string());
        self.ledger.account(customer).ok_or_else(unknown)
    }

    fn record_customer(
        &self,
        code: String,
        fields: CustomerFields,
    ) -> Result<Vec<Fact>, Rejection> {
        let key = Key::of(&code);
        if key.is_empty() {
            return Err(Rejection::CodeMissing);
        }
        if self.ledger.account(&key).is_some() {
            return Err(Rejection::CustomerExists(code));
        }
        Ok(vec![Fact::Customer(Box::new(CustomerStatement { code, fields }))])
    }

    fn amend_customer(
        &self,
        customer: Key,
        fields: CustomerFields,
    ) -> Result<Vec<Fact>, Rejection> {
        let shown = &self.account_of(&customer)?.customer.fields;
        let heads = self.ledger.customer_heads(&self.journal, &customer);
        let replaces = replaced(&fields, shown, &heads)?;
        let subject = AmendSubject::Customer { customer, fields: Box::new(fields) };
        Ok(vec![Fact::Amend(Box::new(Amend { subject, replaces, reason: None }))])
    }

    fn set_policy(&self, fields: SettingFields) -> Result<Vec<Fact>, Rejection> {
        policy::usable(&fields)?;
        let heads = self.ledger.setting_heads(&self.journal);
        let replaces = replaced(&fields, &heads.shown, &heads)?;
        let subject = AmendSubject::Settings(Box::new(fields));
        Ok(vec![Fact::Amend(Box::new(Amend { subject, replaces, reason: None }))])
    }

    fn record_rate(&self, rate: ExchangeRate) -> Result<Vec<Fact>, Rejection> {
        let usable = rate.rate.0.is_sign_positive() && !rate.rate.0.is_zero();
        if !usable || rate.currency == self.ledger.policy().base_currency {
            return Err(Rejection::RateNotUsable);
        }
        Ok(vec![Fact::ExchangeRate(rate)])
    }
}

/// The statements that new values replace: every head of each field, so that an amendment also
/// settles a conflict. Refuses values that are shown already and not contested.
fn replaced<F: Fields>(
    fields: &F,
    shown: &F,
    heads: &crate::ledger::Heads<F>,
) -> Result<Vec<FactId>, Rejection> {
    let stated = fields.stated();
    let changes = |name: &F::Name| heads.contested.contains(name) || !fields.agrees(shown, *name);
    if !stated.iter().any(changes) {
        return Err(Rejection::NothingChanged);
    }
    let mut replaces: Vec<FactId> =
        stated.iter().filter_map(|name| heads.of.get(name)).flatten().copied().collect();
    replaces.sort_unstable();
    replaces.dedup();
    Ok(replaces)
}
