//! Random contacts, promises, plans, holds, overrides and their kin; some are refused.
//! Never knows which: the workbook answers.

use huikuan::calendar::Date;
use huikuan::id::{FactId, Key};
use huikuan::ledger::{Account, Dealing, Dealings};
use huikuan::money::{Currency, Money, Rate};
use huikuan::policy::Policy;
use huikuan::record::{
    AlertAnswer, AlertKind, Appointment, Approval, ApprovalKind, ApprovalPolicy, ArticleFields,
    Assessment, Channel, Contact, ContactResult, ContractFields, CreditAction, CreditClass,
    CreditDecision, Evaluation, Hold, Instalment, ItemRef, MeetingDecision, Member, Override,
    OverrideValue, Plan, Promise, ReverseSubject, Role, SettingFields, SignOff, StatementAnswer,
    StatementAnswered, StatementSent, StepDone, Tier,
};
use huikuan::rule::agreement::approval;
use huikuan::workbook::{Command, Outcome};

use crate::command::Draw;

impl Draw<'_> {
    /// A random command about what was done or agreed with the customer.
    pub(crate) fn dealing(&mut self) -> Option<Command> {
        let customer = self.account?.customer.key.clone();
        Some(match self.dice.below(27) {
            0..8 => self.log_contact(&customer)?,
            // Of several contacts with one customer only the first can follow the level.
            8 => {
                let second = Contact { step: None, ..self.contact(&customer)? };
                Command::LogContacts(vec![self.contact(&customer)?, second])
            }
            9..12 => Command::RecordPromise(self.promise(&customer)?),
            12 => Command::AgreePlan(self.plan(&customer)?),
            13 => Command::PlaceHold(self.hold(&customer)),
            14 | 15 => Command::SetOverride(self.by_hand(&customer)),
            16 => Command::Evaluate(vec![self.evaluation(&customer)]),
            17 => self.statement(&customer)?,
            18 => self.contract(&customer),
            19 => self.alert(&customer),
            20 => self.decision(&customer),
            21 => self.assessment(&customer)?,
            22 | 23 => self.withdrawal(&customer)?,
            _ => self.approval(&customer)?,
        })
    }

    /// Facts of the whole office; a fact without a customer changes no figure.
    pub(crate) fn office(&mut self) -> Command {
        let on = self.dice.day();
        match self.dice.below(3) {
            0 => {
                let applies_to = Some(vec![format!("step-{}", self.dice.below(3))]);
                let article = format!("note {}", self.dice.below(2));
                let fields = ArticleFields { applies_to, ..ArticleFields::default() };
                Command::RecordArticle { article, fields }
            }
            1 => Command::SignOff(SignOff { on, by: "钱会计".to_owned() }),
            _ => Command::RecordDecision(MeetingDecision {
                on,
                about: self.account.map(|account| account.customer.key.clone()),
                decision: "暂停供货".to_owned(),
                owner: String::new(),
                due_on: Some(on.plus_days(self.dice.below(5) as i32 - 1)),
            }),
        }
    }

    fn log_contact(&mut self, customer: &Key) -> Option<Command> {
        let contact = Box::new(self.contact(customer)?);
        let outcomes = match self.dice.below(8) {
            0 => self.promise(customer).map(Outcome::Promise),
            1 => self.plan(customer).map(Outcome::Plan),
            2 => Some(Outcome::Hold(self.hold(customer))),
            3 => Some(Outcome::Appointment(Appointment {
                customer: customer.clone(),
                on: contact.on.plus_days(3),
                time: None,
                place: "苏州".to_owned(),
                who: String::new(),
                person: String::new(),
                preparation: Vec::new(),
                agreed_on: contact.on,
            })),
            _ => None,
        };
        Some(Command::LogContact { contact, outcomes: outcomes.into_iter().collect() })
    }

    /// A contact, often with a step that follows the level of its day.
    fn contact(&mut self, customer: &Key) -> Option<Contact> {
        let on = self.dice.day();
        let channels = [Channel::Phone, Channel::Letter, Channel::Visit, Channel::Wechat];
        let results = [
            ContactResult::Promises,
            ContactResult::NoAnswer,
            ContactResult::Sent,
            ContactResult::LetterDelivered,
            ContactResult::VisitedMet,
        ];
        let days = |count: usize| i32::try_from(count).unwrap();
        let (channel, result) = (*self.dice.pick(&channels)?, *self.dice.pick(&results)?);
        Some(Contact {
            said: format!("催款 {}", self.dice.below(3)),
            demand: self.dice.chance(70),
            items: self.some_items(30),
            step: self.dice.chance(60).then(|| self.step(on)).flatten(),
            follow_up_on: self.dice.chance(50).then(|| on.plus_days(days(self.dice.below(9)) - 1)),
            ..Contact::new(customer.clone(), on, channel, result)
        })
    }

    fn step(&mut self, on: Date) -> Option<StepDone> {
        let stands = self.account?.dealings.level(on.number());
        let after = if self.dice.chance(90) { stands } else { self.dice.below(4) as u32 };
        let level = after + 1 + u32::from(self.dice.chance(20));
        Some(StepDone { level, after, step: format!("step-{level}") })
    }

    fn some_items(&mut self, percent: usize) -> Vec<ItemRef> {
        let mut items = Vec::new();
        while items.len() < 3 && self.dice.chance(percent) {
            items.extend(self.item().map(|(item, _)| item));
        }
        items
    }

    fn promise(&mut self, customer: &Key) -> Option<Promise> {
        let given_on = self.dice.day();
        let items = self.some_items(50);
        let currency = self.account?.parts.first()?.balance.currency;
        let amount = self.money(2_000, currency);
        let promised_on = given_on.plus_days(self.dice.below(40) as i32 - 1);
        Some(Promise {
            items,
            written: self.dice.chance(30),
            ..Promise::new(customer.clone(), given_on, amount, promised_on)
        })
    }

    /// A plan of one or two instalments of what an item owes.
    fn plan(&mut self, customer: &Key) -> Option<Plan> {
        let agreed_on = self.dice.day();
        let (item, part) = self.item()?;
        let owed = self.account?.outstanding(part, agreed_on.number());
        let first = if self.dice.chance(50) { owed / 3 } else { owed };
        let instalment = |days, minor| Instalment {
            due_on: agreed_on.plus_days(days),
            amount: Money::new(minor, part.balance.currency).unwrap(),
        };
        let mut instalments = vec![instalment(30, first)];
        if first != owed {
            instalments.push(instalment(60, owed - first));
        }
        Some(Plan {
            grace_days: self.dice.below(4) as u32,
            ..Plan::new(customer.clone(), agreed_on, vec![item], instalments)
        })
    }

    fn hold(&mut self, customer: &Key) -> Hold {
        let from = self.dice.day();
        let until = from.plus_days(self.dice.below(60) as i32 - 1);
        let (items, reason) = (self.some_items(40), "等待对账".to_owned());
        Hold { customer: customer.clone(), items, from, until, reason }
    }

    fn class(&mut self) -> CreditClass {
        *self.dice.pick(&CreditClass::ALL).unwrap()
    }

    fn by_hand(&mut self, customer: &Key) -> Override {
        let from = self.dice.day();
        let value = if self.dice.chance(70) {
            OverrideValue::Class(self.class())
        } else {
            OverrideValue::Tier(*self.dice.pick(&Tier::ALL).unwrap())
        };
        Override {
            customer: customer.clone(),
            from,
            until: from.plus_days(self.dice.below(200) as i32 - 1),
            value,
            reason: "老客户".to_owned(),
            replaces: Vec::new(),
        }
    }

    fn evaluation(&mut self, customer: &Key) -> Evaluation {
        let score = Some(Rate("62.5".parse().unwrap()));
        let (on, to) = (self.dice.day(), self.class());
        Evaluation { customer: customer.clone(), on, from: None, to, score, by: String::new() }
    }

    /// A statement is sent, or the slip of one comes back.
    fn statement(&mut self, customer: &Key) -> Option<Command> {
        let on = self.dice.day();
        let customer = customer.clone();
        let sent = &self.account?.dealings.statements;
        if let Some(held) = self.dice.pick(sent).filter(|_| self.dice.chance(60)) {
            let reason = "运费".to_owned();
            let answer = match self.dice.below(2) {
                0 => StatementAnswer::Confirmed,
                _ => StatementAnswer::Differs { amount: self.money(500, Currency::CNY), reason },
            };
            let statement = held.fact;
            return Some(Command::AnswerStatement(StatementAnswered {
                customer,
                statement,
                on,
                answer,
                signed: true,
            }));
        }
        let (as_of, sent_by) = (on.plus_days(-1), String::new());
        let balances = vec![self.money(500, Currency::CNY)];
        let statement = StatementSent { customer, as_of, sent_on: on, sent_by, balances };
        Some(Command::SendStatements(vec![statement]))
    }

    fn contract(&mut self, customer: &Key) -> Command {
        let memo = Some(format!("注 {}", self.dice.below(3)));
        let signed_on = self.dice.chance(40).then(|| self.dice.day());
        Command::RecordContract {
            customer: customer.clone(),
            number: format!("ht-{}", self.dice.below(2)),
            fields: ContractFields { memo, signed_on, ..ContractFields::default() },
        }
    }

    fn alert(&mut self, customer: &Key) -> Command {
        let on = self.dice.day();
        let until = self.dice.chance(60).then(|| on.plus_days(self.dice.below(20) as i32));
        let item = self.item().map(|(item, _)| item).filter(|_| self.dice.chance(50));
        Command::AnswerAlerts(vec![AlertAnswer {
            customer: customer.clone(),
            alert: AlertKind::OverdueDays,
            item,
            on,
            until,
            reason: if self.dice.chance(80) { "已知".to_owned() } else { String::new() },
        }])
    }

    fn decision(&mut self, customer: &Key) -> Command {
        let limit = self.money(90_000, Currency::CNY);
        let actions =
            [CreditAction::SetLimit(limit), CreditAction::SuspendSupply, CreditAction::KeepAsIs];
        let action = self.dice.pick(&actions).unwrap().clone();
        let (reason, approver) = ("付款变慢".to_owned(), "刘总".to_owned());
        let (customer, on) = (customer.clone(), self.dice.day());
        Command::DecideCredit(CreditDecision { customer, on, action, reason, approver })
    }

    fn assessment(&mut self, customer: &Key) -> Option<Command> {
        let (item, part) = self.item()?;
        let amount = self.money(500, part.balance.currency);
        let (on, reason) = (self.dice.day(), "争议".to_owned());
        let item = Some(item).filter(|_| self.dice.chance(70));
        let assessment = Assessment { customer: customer.clone(), item, amount, on, reason };
        Some(Command::Assess(assessment))
    }

    /// A decision on a plan or a hold, mostly by whose turn it is.
    fn approval(&mut self, customer: &Key) -> Option<Command> {
        let account = self.account?;
        let dealings = &account.dealings;
        let plans = dealings.plans.iter().map(|held| (held.fact, held.day));
        let holds = dealings.holds.iter().map(|held| (held.fact, held.day));
        let proposals: Vec<(FactId, i32)> = plans.chain(holds).collect();
        let (subject, day) = *self.dice.pick(&proposals)?;
        let open =
            CHAIN.into_iter().find(|(role, _)| dealings.decision_of(subject, *role).is_none());
        let turn = open.filter(|_| self.dice.chance(85));
        let (role, by) = turn.or_else(|| self.dice.pick(&CHAIN).copied())?;
        let drawn = self.dice.day();
        let on = if self.dice.chance(50) { drawn.max(Date::from_number(day)?) } else { drawn };
        let (customer, by, note) = (customer.clone(), by.to_owned(), "见邮件".to_owned());
        let approved = self.dice.chance(75);
        Some(Command::Approve(Approval { customer, subject, role, by, approved, on, note }))
    }

    /// A promise, plan, hold, override or assessment ends on a day.
    fn withdrawal(&mut self, customer: &Key) -> Option<Command> {
        let fact = *self.dice.pick(&endable(&self.account?.dealings))?;
        let (subject, on) = (ReverseSubject::Fact(fact), self.dice.day());
        Some(Command::Reverse { customer: customer.clone(), subject, on, reason: String::new() })
    }
}

/// Who is asked in these worlds, in order.
const CHAIN: [(Role, &str); 2] = [(Role::Collections, "王芳"), (Role::Lead, "刘总")];

/// A team of two, each of whom has to approve every plan and hold.
pub(crate) fn chain() -> Command {
    let member = |(role, name): (Role, &str)| {
        let name = name.to_owned();
        Member { name, role, month_target: None, until: None }
    };
    let approval = ApprovalPolicy {
        chain: CHAIN.map(|(role, _)| role).to_vec(),
        kinds: ApprovalKind::ALL.to_vec(),
        since: None,
    };
    Command::SetPolicy(SettingFields {
        team: Some(CHAIN.map(member).to_vec()),
        approval: Some(approval),
        ..SettingFields::default()
    })
}

/// Where plans and holds stand in the approval chain at the close of a day, a text each.
pub(crate) fn proposals(account: &Account, policy: &Policy, day: i32) -> Vec<String> {
    let dealings = &account.dealings;
    let plans =
        dealings.plans.iter().filter(|held| held.day <= day && is_there(account, held, day));
    let plans = plans.map(|held| {
        let state = approval(account, policy, ApprovalKind::Plan, held, day);
        format!("{} {state:?}", held.fact)
    });
    let holds =
        dealings.holds.iter().filter(|held| held.day <= day && is_there(account, held, day));
    let holds = holds.map(|held| {
        let state = approval(account, policy, ApprovalKind::Hold, held, day);
        format!("{} {state:?}", held.fact)
    });
    plans.chain(holds).collect()
}

fn endable(held: &Dealings) -> Vec<FactId> {
    let mut facts: Vec<FactId> = held.promises.iter().map(|held| held.fact).collect();
    facts.extend(held.plans.iter().map(|held| held.fact));
    facts.extend(held.holds.iter().map(|held| held.fact));
    facts.extend(held.overrides.iter().map(|held| held.fact));
    facts.extend(held.assessments.iter().map(|held| held.fact));
    facts.extend(held.late_charges.iter().map(|held| held.fact));
    facts.extend(held.extensions.iter().map(|held| held.fact));
    facts.extend(held.perks.iter().map(|held| held.fact));
    facts
}

/// What stands of it at the close of a day, as text; none when nothing does.
pub(crate) fn standing(account: &Account, day: i32) -> Option<String> {
    let held = &account.dealings;
    let contacts: Vec<FactId> = held
        .contacts_until(day)
        .filter(|contact| is_there(account, contact, day))
        .map(|contact| contact.fact)
        .collect();
    let mut standing: Vec<FactId> = Vec::new();
    standing.extend(of(account, &held.promises, day));
    standing.extend(of(account, &held.plans, day));
    standing.extend(of(account, &held.holds, day));
    standing.extend(of(account, &held.overrides, day));
    standing.extend(of(account, &held.evaluations, day));
    standing.extend(of(account, &held.decisions, day));
    standing.extend(of(account, &held.alert_answers, day));
    standing.extend(of(account, &held.assessments, day));
    standing.extend(of(account, &held.discounts, day));
    standing.extend(of(account, &held.discounts_accepted, day));
    standing.extend(of(account, &held.late_charges, day));
    standing.extend(of(account, &held.extensions, day));
    standing.extend(of(account, &held.perks, day));
    standing.extend(of(account, &held.perks_fulfilled, day));
    let answers: Vec<Option<FactId>> = of(account, &held.statements, day)
        .into_iter()
        .map(|fact| held.answer_of(fact, day).map(|answer| answer.fact))
        .collect();
    let is_empty = contacts.is_empty() && standing.is_empty() && answers.is_empty();
    let level = held.level(day);
    (!is_empty).then(|| format!("level {level} contacts {contacts:?} {standing:?} {answers:?}"))
}

fn of<T>(account: &Account, list: &[Dealing<T>], day: i32) -> Vec<FactId> {
    let standing = list.iter().filter(|held| held.stands(day) && is_there(account, held, day));
    standing.map(|held| held.fact).collect()
}

/// True unless an act names items of which none was there on the day: an item that was retracted
/// and recorded anew with a later date brings its acts back with it.
fn is_there<T>(account: &Account, held: &Dealing<T>, day: i32) -> bool {
    let was_there =
        |part: &u32| account.parts.get(*part as usize).is_some_and(|it| it.issued_day <= day);
    held.parts.is_empty() || held.parts.iter().any(was_there)
}
