//! The command of each deed from the fields of its form.
//! Never checks a rule of the workbook that the workbook checks itself.

use super::Reader;
use crate::calendar::Date;
use crate::id::FactId;
use crate::record::{
    Appointment, CaseKind, CaseOpened, CaseStageReached, Contact, ContactResult, ContractFields,
    CreditAction, CreditClass, CreditDecision, Dispute, Evidence, Fields, Hold, Override,
    OverrideValue, Plan, Promise, ReverseSubject, StatementAnswer, StatementAnswered,
    StatementSent, Tier,
};
use crate::rule::balance::aging::customer_aging;
use crate::rule::balance::bucket::Buckets;
use crate::view::contact_form::{self, LeadsTo, Proposal, leads_to};
use crate::view::deed::{
    ANSWERS, Action, Answer, CASE_KINDS, CASE_STAGES, CHANNELS, CREDIT_ACTIONS, Deed,
    EVIDENCE_KINDS, Fault, FormField as F, SUPPLY_TERMS,
};
use crate::view::setting::terms;
use crate::workbook::{Command, Outcome, Rejection};

impl Reader<'_> {
    pub(super) fn command(&mut self, deed: &Deed) -> Option<Command> {
        let customer = self.form.customer.clone();
        Some(match deed {
            Deed::Contact(proposal) => return self.contact(proposal),
            Deed::Promise => {
                let given_on = self.past_day(F::On);
                Command::RecordPromise(self.promise(given_on)?)
            }
            Deed::Plan => {
                let agreed_on = self.past_day(F::On);
                Command::AgreePlan(self.plan(agreed_on)?)
            }
            Deed::Hold => {
                let (from, until) = (self.day(F::On), self.day(F::Until));
                let (items, reason) = (self.items(), self.text(F::Reason));
                Command::PlaceHold(Hold { customer, items, from: from?, until: until?, reason })
            }
            Deed::Appointment => Command::MakeAppointment(self.appointment()?),
            Deed::SetClass => {
                let class = self.chosen(F::Class, &CreditClass::ALL);
                return self.set_by_hand(class.map(OverrideValue::Class));
            }
            Deed::SetTier => {
                let tier = self.chosen(F::Tier, &Tier::ALL);
                return self.set_by_hand(tier.map(OverrideValue::Tier));
            }
            Deed::Decide => Command::DecideCredit(self.decision()?),
            Deed::Assess => Command::Assess(self.assessment()?),
            Deed::OpenCase => Command::OpenCase(self.case()?),
            Deed::ReachStage(case) => {
                let (stage, on) = (self.chosen(F::Stage, &CASE_STAGES), self.past_day(F::On));
                let (deadline, memo, case) = (self.day_if(F::Deadline), self.text(F::Memo), *case);
                let (stage, on) = (stage?, on?);
                let reached = CaseStageReached { customer, case, on, stage, deadline, memo };
                Command::ReachCaseStage(reached)
            }
            Deed::AddEvidence => Command::AddEvidence(self.evidence()?),
            Deed::SendStatement => Command::SendStatements(vec![self.statement()?]),
            Deed::AnswerStatement(statement) => Command::AnswerStatement(self.answer(*statement)?),
            Deed::Contract(number) => {
                let held = number.as_ref().map(ToString::to_string);
                let number = held.unwrap_or_else(|| self.text(F::Number));
                let fields = self.contract(&crate::id::Key::of(&number));
                Command::RecordContract { customer, number, fields }
            }
            Deed::Approve(fact) => Command::Approve(self.approval(*fact)?),
            Deed::AddCreditReport => return self.credit_report(),
            Deed::LateCharge { item, outcome } => return self.late_charge(item, *outcome),
            Deed::ExtendTerms => Command::ExtendTerms(self.extension()?),
            Deed::GrantPerk => Command::GrantPerk(self.perk()?),
            Deed::FulfillPerk(perk) => Command::FulfillPerk(self.fulfilled(*perk)?),
            Deed::End(fact) => {
                let (on, reason) = (self.day(F::On)?, self.text(F::Reason));
                if reason.is_empty() {
                    self.mistake(F::Reason, Fault::Refused(Rejection::ReasonMissing));
                }
                let subject = ReverseSubject::Fact(*fact);
                Command::Reverse { customer, subject, on, reason }
            }
        })
    }

    fn evidence(&mut self) -> Option<Evidence> {
        let (kind, on) = (self.chosen(F::EvidenceKind, &EVIDENCE_KINDS), self.day(F::On));
        Some(Evidence {
            customer: self.form.customer.clone(),
            kind: kind?,
            items: self.items(),
            on: on?,
            title: self.text(F::Title),
            file_name: self.text(F::FileName),
            file_hash: self.text(F::FileHash),
            kept_at: self.text(F::KeptAt),
        })
    }

    fn contact(&mut self, proposal: &Proposal) -> Option<Command> {
        let currency = self.form.currency;
        let result = contact_form::result(self.form);
        if result.is_none() {
            self.mistake(F::Result, Fault::NotChosen);
        }
        let (on, channel) = (self.past_day(F::On), self.chosen(F::Channel, &CHANNELS));
        let time = self.time_if(F::Time);
        let follow_up_on = self.coming_day_if(F::FollowUpOn);
        let is_shown = |field: F| contact_form::shown(self.form).contains(&field);
        let (is_letter, is_costly) = (is_shown(F::TrackingNo), is_shown(F::Cost));
        let delivered_on = if is_letter { self.day_if(F::DeliveredOn) } else { None };
        let cost = if is_costly { self.money_if(F::Cost, currency) } else { None };
        let tracking_no = if is_letter { self.text(F::TrackingNo) } else { String::new() };
        let outcomes = self.outcomes(result, on);
        let (on, channel, result) = (on?, channel?, result?);
        let contact = Contact {
            customer: self.form.customer.clone(),
            on,
            time,
            channel,
            result,
            made_by: self.text(F::MadeBy),
            person: self.text(F::Person),
            said: self.text(F::Said),
            reply: self.text(F::Reply),
            demand: self.flag(F::Demand),
            items: Vec::new(),
            // A step that reached nobody is not done.
            step: proposal.step.clone().filter(|_| !result.is_failed()),
            answer_by: proposal.answer_by.filter(|by| *by >= on),
            next_step: self.text(F::NextStep),
            follow_up_on,
            important: self.flag(F::Important),
            appointment: proposal.appointment,
            cost,
            tracking_no,
            delivered_on,
        };
        Some(Command::LogContact { contact: Box::new(contact), outcomes })
    }

    /// What a contact with that result led to.
    fn outcomes(&mut self, result: Option<ContactResult>, on: Option<Date>) -> Vec<Outcome> {
        let outcome = match result.and_then(leads_to) {
            Some(LeadsTo::Promise) => self.promise(on).map(Outcome::Promise),
            // Who asks for a plan has not agreed one yet.
            Some(LeadsTo::Plan) => {
                let rows = self.form.instalments.iter().flatten();
                let is_agreed = rows.into_iter().any(|cell| !cell.trim().is_empty());
                if is_agreed { self.plan(on).map(Outcome::Plan) } else { None }
            }
            Some(LeadsTo::Dispute) => self.dispute(on).map(Outcome::Dispute),
            None => None,
        };
        outcome.into_iter().collect()
    }

    fn promise(&mut self, given_on: Option<Date>) -> Option<Promise> {
        let amount = self.money(F::Amount, self.form.item_currency());
        let promised_on = self.day(F::PromisedOn);
        if let (Some(promised_on), Some(given_on)) = (promised_on, given_on)
            && promised_on < given_on
        {
            let rejection = Rejection::PromiseInPast { promised_on, given_on };
            self.mistake(F::PromisedOn, Fault::Refused(rejection));
        }
        Some(Promise {
            customer: self.form.customer.clone(),
            given_on: given_on?,
            amount: amount?,
            promised_on: promised_on?,
            items: self.items(),
            person: self.text(F::Person),
            written: self.flag(F::Written),
            memo: self.text(F::Memo),
        })
    }

    /// A plan; it covers everything overdue when no item is ticked.
    fn plan(&mut self, agreed_on: Option<Date>) -> Option<Plan> {
        let instalments = self.instalments();
        let grace_days = self.whole_if(F::GraceDays).unwrap_or(0);
        let sum = instalments.iter().map(|instalment| instalment.amount.minor()).sum::<i64>();
        let owed = self.form.plan_owed();
        if self.mistakes.is_empty() && !instalments.is_empty() && sum != owed.minor() {
            let instalments = owed.with_minor(sum).unwrap_or(owed);
            let rejection = Rejection::PlanDoesNotAddUp { instalments, owed };
            self.mistake(F::Instalments, Fault::Refused(rejection));
        }
        Some(Plan {
            customer: self.form.customer.clone(),
            agreed_on: agreed_on?,
            items: self.form.plan_items().map(|item| item.item.clone()).collect(),
            instalments,
            grace_days,
            conditions: self.text(F::Conditions),
            consequence: self.text(F::Consequence),
            annual_rate: self.percent_if(F::PlanPercent),
            reward: self.text(F::Reward),
        })
    }

    /// A dispute of the chosen item; none when the first choice, of none, is made.
    fn dispute(&mut self, raised_on: Option<Date>) -> Option<Dispute> {
        let chosen = self.form.place(F::DisputedItem).checked_sub(1)?;
        let item = self.form.items.get(chosen)?;
        let (item, currency) = (item.item.clone(), item.open.currency());
        let amount = self.money_if(F::DisputedAmount, currency);
        let reason = self.text(F::Reason);
        if reason.is_empty() {
            self.mistake(F::Reason, Fault::Refused(Rejection::ReasonMissing));
        }
        let (customer, raised_on) = (self.form.customer.clone(), raised_on?);
        Some(Dispute { customer, item, amount, reason, raised_on })
    }

    fn appointment(&mut self) -> Option<Appointment> {
        let (on, agreed_on) = (self.coming_day_if(F::MeetOn), self.past_day(F::On));
        if self.form.text(F::MeetOn).is_empty() {
            self.mistake(F::MeetOn, Fault::NotADay);
        }
        let time = self.time_if(F::Time);
        let lines = self.form.text(F::Preparation).lines().map(str::trim);
        let preparation = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
        Some(Appointment {
            customer: self.form.customer.clone(),
            on: on?,
            time,
            place: self.text(F::Place),
            who: self.text(F::Who),
            person: self.text(F::Person),
            preparation,
            agreed_on: agreed_on?,
        })
    }

    fn set_by_hand(&mut self, value: Option<OverrideValue>) -> Option<Command> {
        let (from, until, reason) = (self.day(F::On), self.day(F::Until), self.text(F::Reason));
        let customer = self.form.customer.clone();
        let (from, until, value) = (from?, until?, value?);
        // What it replaces is filled in when it is recorded.
        let held = Override { customer, from, until, value, reason, replaces: Vec::new() };
        Some(Command::SetOverride(held))
    }

    fn decision(&mut self) -> Option<CreditDecision> {
        let (action, on) = (self.action(), self.past_day(F::On));
        let (reason, approver) = (self.text(F::Reason), self.text(F::Approver));
        let customer = self.form.customer.clone();
        Some(CreditDecision { customer, on: on?, action: action?, reason, approver })
    }

    fn action(&mut self) -> Option<CreditAction> {
        Some(match self.chosen(F::Action, &CREDIT_ACTIONS)? {
            Action::Limit => {
                let base = self.ledger.policy().base_currency;
                CreditAction::SetLimit(self.money(F::Limit, base)?)
            }
            Action::Terms => {
                let kind = self.chosen(F::TermsKind, &SUPPLY_TERMS);
                let days = self.whole(F::TermsDays)?;
                CreditAction::SetTerms(terms(kind?, days))
            }
            Action::Prepayment => CreditAction::RequirePrepayment(self.percent(F::SharePercent)?),
            Action::Security => {
                let security = self.text(F::Security);
                if security.is_empty() {
                    self.mistake(F::Security, Fault::Refused(Rejection::TextMissing));
                }
                CreditAction::AddSecurity(security)
            }
            Action::Restrict => CreditAction::RestrictSupply,
            Action::Suspend => CreditAction::SuspendSupply,
            Action::Resume => CreditAction::ResumeSupply,
            Action::Blacklist => CreditAction::Blacklist,
            Action::TakeOffBlacklist => CreditAction::TakeOffBlacklist,
            Action::Keep => CreditAction::KeepAsIs,
        })
    }

    fn case(&mut self) -> Option<CaseOpened> {
        let (kind, on) = (self.chosen(F::CaseKind, &CASE_KINDS), self.past_day(F::On));
        let is_agency = kind == Some(CaseKind::Agency);
        let cost = if is_agency { None } else { self.money_if(F::Cost, self.form.currency) };
        let fee_rate = if is_agency { self.percent_if(F::FeePercent) } else { None };
        Some(CaseOpened {
            customer: self.form.customer.clone(),
            on: on?,
            kind: kind?,
            items: self.items(),
            handler: self.text(F::Handler),
            facts: self.text(F::Facts),
            cost,
            fee_rate,
        })
    }

    /// A statement with the balances of its day, one for each currency.
    fn statement(&mut self) -> Option<StatementSent> {
        let (as_of, sent_on) = (self.past_day(F::AsOf), self.past_day(F::On));
        let customer = self.form.customer.clone();
        let (as_of, sent_on) = (as_of?, sent_on?);
        let account = self.ledger.account(&customer)?;
        let buckets = Buckets::of(&self.ledger.policy().aging);
        let figures = customer_aging(account, &buckets, as_of).into_iter();
        let balances = figures.filter_map(|(currency, figures)| {
            crate::money::Money::new(figures.balance(), currency).ok()
        });
        let balances = balances.collect();
        let sent_by = self.text(F::SentBy);
        Some(StatementSent { customer, as_of, sent_on, sent_by, balances })
    }

    fn answer(&mut self, statement: FactId) -> Option<StatementAnswered> {
        let answer = match self.chosen(F::Answer, &ANSWERS)? {
            Answer::Confirmed => Some(StatementAnswer::Confirmed),
            Answer::Differs => {
                let amount = self.money(F::Difference, self.form.currency);
                let reason = self.text(F::Reason);
                amount.map(|amount| StatementAnswer::Differs { amount, reason })
            }
        };
        let (on, signed) = (self.past_day(F::On), self.flag(F::Signed));
        let customer = self.form.customer.clone();
        Some(StatementAnswered { customer, statement, on: on?, answer: answer?, signed })
    }

    /// What the form states beyond what is recorded of the contract.
    fn contract(&mut self, number: &crate::id::Key) -> ContractFields {
        let base = self.ledger.policy().base_currency;
        let stated = ContractFields {
            signed_on: self.day_if(F::SignedOn),
            amount: self.money_if(F::Amount, base),
            payment_clause: Some(self.text(F::PaymentClause)),
            late_rate: self.percent_if(F::LatePercent),
            retention: self.percent_if(F::RetentionPercent),
            kept_at: Some(self.text(F::KeptAt)),
            file_name: Some(self.text(F::FileName)),
            file_hash: Some(self.text(F::FileHash)),
            memo: Some(self.text(F::Memo)),
        };
        let account = self.ledger.account(&self.form.customer);
        let held = account
            .and_then(|account| account.dealings.contracts.iter().find(|held| held.key == *number));
        let shown = held.map(|held| held.fields.clone()).unwrap_or_default();
        changed(&stated, &shown)
    }
}

/// The fields that differ; a text that was never there and is empty states nothing.
fn changed(stated: &ContractFields, shown: &ContractFields) -> ContractFields {
    let empty = ContractFields {
        payment_clause: Some(String::new()),
        kept_at: Some(String::new()),
        file_name: Some(String::new()),
        file_hash: Some(String::new()),
        memo: Some(String::new()),
        ..ContractFields::default()
    };
    let mut changed = ContractFields::default();
    for name in stated.stated() {
        let was_stated = shown.stated().contains(&name);
        if !stated.agrees(shown, name) && (was_stated || !stated.agrees(&empty, name)) {
            changed.take(stated, name);
        }
    }
    changed
}
