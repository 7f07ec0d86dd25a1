//! Checks of overrides, evaluations, decisions on credit, alerts, assessments and contracts
//! (A2, B4, C1–C4), and of what concerns the whole office (D3, D8, D10).
//! Never scores anything: rules do.

use super::collection::{ends_after, reasoned};
use super::money::{item, not_before};
use super::replaced;
use crate::id::Key;
use crate::record::{
    AlertAnswer, Amend, AmendSubject, ArticleFields, ArticleStatement, Assessment, ContractFields,
    ContractStatement, CreditAction, CreditDecision, CustomerFields, Evaluation, Fact, Fields,
    MeetingDecision, Override, OverrideValue, SignOff, Training,
};
use crate::workbook::{Rejection, Workbook};

type Facts = Result<Vec<Fact>, Rejection>;

impl Workbook {
    /// An override, which replaces those of its kind that reach into its days.
    pub(super) fn set_override(&self, mut held: Override) -> Facts {
        let account = self.account_of(&held.customer)?;
        ends_after(held.from, held.until)?;
        reasoned(&held.reason)?;
        let is_class = |value: &OverrideValue| matches!(value, OverrideValue::Class(_));
        let from_day = held.from.number();
        let reaching = account.dealings.overrides.iter().filter(|before| {
            let ends = before.ended_day.min(before.what.until.number().saturating_add(1));
            is_class(&before.what.value) == is_class(&held.value) && ends > from_day
        });
        held.replaces = reaching.map(|before| before.fact).collect();
        held.replaces.sort_unstable();
        Ok(vec![Fact::Override(Box::new(held))])
    }

    pub(super) fn evaluate(&self, evaluations: Vec<Evaluation>) -> Facts {
        let mut facts = Vec::new();
        for evaluation in evaluations {
            self.account_of(&evaluation.customer)?;
            facts.push(Fact::Evaluation(Box::new(evaluation)));
        }
        if facts.is_empty() { Err(Rejection::NothingChanged) } else { Ok(facts) }
    }

    /// A decision, and what it changes of the customer.
    pub(super) fn decide_credit(&self, decision: CreditDecision) -> Facts {
        let customer = decision.customer.clone();
        self.account_of(&customer)?;
        reasoned(&decision.reason)?;
        if decision.approver.trim().is_empty() {
            return Err(Rejection::ApproverMissing);
        }
        self.is_here(&decision.approver, decision.on)?;
        let changed = changed_by(&decision.action);
        let mut facts = vec![Fact::CreditDecision(Box::new(decision))];
        if !changed.stated().is_empty() {
            match self.amend_customer(customer, changed) {
                Ok(amended) => facts.extend(amended),
                // The customer is so already: the decision confirms it.
                Err(Rejection::NothingChanged) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(facts)
    }

    pub(super) fn answer_alerts(&self, answers: Vec<AlertAnswer>) -> Facts {
        let mut facts = Vec::new();
        for answer in answers {
            let account = self.account_of(&answer.customer)?;
            if let Some(named) = &answer.item {
                item(account, named)?;
            }
            match answer.until {
                Some(until) if until <= answer.on => {
                    let (next_on, on) = (until, answer.on);
                    return Err(Rejection::NextBeforeContact { next_on, on });
                }
                Some(_) => {}
                None => reasoned(&answer.reason)?,
            }
            facts.push(Fact::AlertAnswer(Box::new(answer)));
        }
        if facts.is_empty() { Err(Rejection::NothingChanged) } else { Ok(facts) }
    }

    pub(super) fn assess(&self, assessment: Assessment) -> Facts {
        let account = self.account_of(&assessment.customer)?;
        reasoned(&assessment.reason)?;
        if assessment.amount.minor() < 0 {
            return Err(Rejection::AmountNotPositive(assessment.amount));
        }
        let day = assessment.on.number();
        let currency = assessment.amount.currency();
        let owed: i64 = match &assessment.item {
            Some(named) => account.outstanding(item(account, named)?, day),
            None => {
                let parts = account.parts.iter();
                let parts = parts.filter(|part| part.balance.currency == currency);
                parts.map(|part| account.outstanding(part, day)).sum()
            }
        };
        if assessment.amount.minor() > owed {
            let wanted = assessment.amount;
            let outstanding = wanted.with_minor(owed).unwrap_or(wanted);
            return Err(Rejection::BeyondOutstanding { wanted, outstanding });
        }
        Ok(vec![Fact::Assessment(Box::new(assessment))])
    }

    /// Records a contract, or gives fields of a recorded one new values.
    pub(super) fn record_contract(
        &self,
        customer: Key,
        number: String,
        fields: ContractFields,
    ) -> Facts {
        let account = self.account_of(&customer)?;
        let key = Key::of(&number);
        if key.is_empty() {
            return Err(Rejection::TextMissing);
        }
        let held = account.dealings.contracts.iter().find(|held| held.key == key);
        let Some(held) = held else {
            let statement = ContractStatement { customer, number, fields };
            return Ok(vec![Fact::Contract(Box::new(statement))]);
        };
        let heads = self.ledger.contract_heads(&self.journal, &customer, &key);
        let replaces = replaced(&fields, &held.fields, &heads)?;
        let fields = Box::new(fields);
        let subject = AmendSubject::Contract { customer, number: key, fields };
        Ok(vec![Fact::Amend(Box::new(Amend { subject, replaces, reason: None }))])
    }

    /// Records an article of the handbook, or gives fields of a recorded one new values.
    pub(super) fn record_article(&self, article: String, fields: ArticleFields) -> Facts {
        let key = Key::of(&article);
        if key.is_empty() {
            return Err(Rejection::TextMissing);
        }
        let Some(shown) = self.ledger.office().articles.get(&key) else {
            return Ok(vec![Fact::Article(Box::new(ArticleStatement { article: key, fields }))]);
        };
        let heads = self.ledger.article_heads(&self.journal, &key);
        let replaces = replaced(&fields, shown, &heads)?;
        let subject = AmendSubject::Article { article: key, fields: Box::new(fields) };
        Ok(vec![Fact::Amend(Box::new(Amend { subject, replaces, reason: None }))])
    }

    pub(super) fn record_articles(&self, articles: Vec<ArticleStatement>) -> Facts {
        let mut facts = Vec::new();
        for ArticleStatement { article, fields } in articles {
            match self.record_article(article.to_string(), fields) {
                Ok(recorded) => facts.extend(recorded),
                Err(Rejection::NothingChanged) => {}
                Err(rejection) => return Err(rejection),
            }
        }
        if facts.is_empty() { Err(Rejection::NothingChanged) } else { Ok(facts) }
    }

    pub(super) fn record_training(&self, training: Training) -> Facts {
        if training.person.trim().is_empty() || training.topic.trim().is_empty() {
            return Err(Rejection::TextMissing);
        }
        self.is_here(&training.person, training.on)?;
        Ok(vec![Fact::Training(Box::new(training))])
    }

    pub(super) fn record_decision(&self, decision: MeetingDecision) -> Facts {
        if decision.decision.trim().is_empty() {
            return Err(Rejection::TextMissing);
        }
        if let Some(about) = &decision.about {
            self.account_of(about)?;
        }
        if let Some(due_on) = decision.due_on {
            not_before(due_on, decision.on.number())?;
        }
        self.is_here(&decision.owner, decision.on)?;
        Ok(vec![Fact::MeetingDecision(Box::new(decision))])
    }

    pub(super) fn sign_off(&self, sign_off: SignOff) -> Facts {
        if sign_off.by.trim().is_empty() {
            return Err(Rejection::ApproverMissing);
        }
        self.is_here(&sign_off.by, sign_off.on)?;
        Ok(vec![Fact::SignOff(Box::new(sign_off))])
    }
}

/// The fields of a customer that a decision gives new values.
fn changed_by(action: &CreditAction) -> CustomerFields {
    let mut fields = CustomerFields::default();
    match action {
        CreditAction::SetLimit(limit) => fields.credit_limit = Some(*limit),
        CreditAction::SetTerms(terms) => fields.terms = Some(terms.clone()),
        CreditAction::RequirePrepayment(share) => fields.prepayment_share = Some(*share),
        CreditAction::AddSecurity(security) => fields.security = Some(security.clone()),
        CreditAction::SuspendSupply => fields.supply_suspended = Some(true),
        CreditAction::ResumeSupply => fields.supply_suspended = Some(false),
        CreditAction::Blacklist => fields.blacklisted = Some(true),
        CreditAction::TakeOffBlacklist => fields.blacklisted = Some(false),
        CreditAction::RestrictSupply | CreditAction::KeepAsIs => {}
    }
    fields
}
