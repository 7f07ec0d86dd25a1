//! Collects the lines of a timeline from the lists of an account.
//! Never in order: the caller sorts them.

use super::{Offer, TimelineEntry, TimelineKind as Kind, Told, recorded_by};
use crate::calendar::AsOf;
use crate::id::FactId;
use crate::ledger::{Account, Dealing, EffectKind, FundSource, NEVER};
use crate::record::{ApprovalKind, CaseStage, Fact, ReverseSubject};
use crate::rule::agreement::{ApprovalState, Fate, PlanStatus, approval, holders, plans, promises};
use crate::workbook::Workbook;

pub(super) struct Collector<'a> {
    workbook: &'a Workbook,
    account: &'a Account,
    as_of: AsOf,
    entries: Vec<TimelineEntry<'a>>,
}

impl<'a> Collector<'a> {
    pub(super) const fn new(workbook: &'a Workbook, account: &'a Account, as_of: AsOf) -> Self {
        Self { workbook, account, as_of, entries: Vec::new() }
    }

    pub(super) fn collect(mut self) -> Vec<TimelineEntry<'a>> {
        self.contacts();
        self.agreements();
        self.incentives();
        self.cases();
        self.approvals();
        self.statements();
        self.credit();
        self.disputes();
        self.documents();
        self.money();
        self.entries
    }

    fn day(&self) -> i32 {
        self.as_of.number()
    }

    fn push(
        &mut self,
        day: i32,
        fact: FactId,
        kind: Kind,
        told: Option<Told<'a>>,
        offers: Vec<Offer>,
    ) {
        let entry = self.workbook.journal().get(fact.entry);
        let (Some(entry), Some(told)) = (entry, told) else { return };
        if day <= self.day() {
            let (recorded, by) = (entry.order(), recorded_by(self.workbook, fact));
            let approval = (ApprovalState::NotWanted, Vec::new());
            let entry = TimelineEntry { day, recorded, kind, fact, by, told, approval, offers };
            self.entries.push(entry);
        }
    }

    fn fact(&self, fact: FactId) -> Option<Told<'a>> {
        self.workbook.journal().fact(fact).map(Told::Fact)
    }

    /// Acts as they were recorded; `offers` says what can be done about one now.
    fn acts<T>(
        &mut self,
        kind: Kind,
        list: &'a [Dealing<T>],
        offers: impl Fn(&Dealing<T>) -> Vec<Offer>,
    ) {
        for held in list {
            self.push(held.day, held.fact, kind, self.fact(held.fact), offers(held));
            self.end(kind, held);
        }
    }

    /// Says of the entry that was pushed last where it stands in the approval chain, and offers to
    /// decide on it while it waits and stands.
    fn ask<T>(&mut self, kind: ApprovalKind, held: &Dealing<T>, is_over: bool) {
        let (policy, day, as_of) = (self.workbook.ledger().policy(), self.day(), self.as_of);
        let state = approval(self.account, policy, kind, held, day);
        let own = self.entries.iter_mut().rev().find(|entry| entry.fact == held.fact);
        let Some(entry) = own.filter(|_| state != ApprovalState::NotWanted) else { return };
        let mut people = Vec::new();
        if let ApprovalState::Waiting { role } = state {
            if is_over || !held.stands(day) {
                return;
            }
            people.extend(holders(policy, role, as_of).map(|member| member.name.clone()));
            entry.offers.insert(0, Offer::Approve);
        }
        entry.approval = (state, people);
    }

    /// Decisions of the approval chain.
    fn approvals(&mut self) {
        for held in &self.account.dealings.approvals {
            let subject = self.workbook.journal().fact(held.what.subject);
            let told = subject.map(|subject| Told::Approval(&held.what, subject));
            let kind = match subject {
                Some(Fact::CaseOpened(_)) => Kind::Case,
                Some(_) | None => Kind::Agreement,
            };
            self.push(held.day, held.fact, kind, told, Vec::new());
        }
    }

    /// The end that a person put to something, as a line of its own.
    fn end<T>(&mut self, kind: Kind, held: &'a Dealing<T>) {
        if held.ended_day == NEVER {
            return;
        }
        let entries = self.workbook.journal().entries().iter();
        let mut facts = entries.flat_map(|entry| {
            let named = (0..).zip(&entry.facts);
            named.map(|(index, fact)| (FactId { entry: entry.id, index }, fact))
        });
        let found = facts.find_map(|(id, fact)| match fact {
            Fact::Reverse(reverse)
                if reverse.subject == ReverseSubject::Fact(held.fact)
                    && reverse.on.number() == held.ended_day =>
            {
                Some((id, reverse.reason.as_str()))
            }
            _ => None,
        });
        let Some((reverse, reason)) = found else { return };
        let told = self.workbook.journal().fact(held.fact).map(|fact| Told::Ended(fact, reason));
        self.push(held.ended_day, reverse, kind, told, Vec::new());
    }

    fn contacts(&mut self) {
        let (account, day) = (self.account, self.day());
        for held in &account.dealings.contacts {
            let told = Some(Told::Contact(&held.what));
            self.push(held.day, held.fact, Kind::Contact, told, Vec::new());
            self.end(Kind::Contact, held);
        }
        self.acts(Kind::Contact, &account.dealings.appointments, |held| {
            let is_ahead = held.stands(day) && held.what.on.number() >= day;
            if is_ahead { vec![Offer::VisitSheet, Offer::End] } else { Vec::new() }
        });
    }

    fn agreements(&mut self) {
        let (account, day) = (self.account, self.day());
        let tolerance = self.workbook.ledger().policy().playbook.promise_tolerance_days;
        for state in promises(account, tolerance, self.as_of) {
            let Some(held) = state.of(account) else { continue };
            let offers = match state.fate {
                Fate::Open => vec![Offer::PromiseSheet, Offer::End],
                Fate::Kept | Fate::PartlyKept | Fate::Broken | Fate::Withdrawn => Vec::new(),
            };
            let told = Some(Told::Promise(&held.what, state));
            self.push(held.day, held.fact, Kind::Agreement, told, offers);
            self.end(Kind::Agreement, held);
        }
        for state in plans(account, self.as_of) {
            let Some(held) = state.of(account) else { continue };
            let offers = match state.status {
                PlanStatus::OnTrack | PlanStatus::Broken { .. } => vec![Offer::End],
                PlanStatus::Completed | PlanStatus::Ended => Vec::new(),
            };
            let is_over = offers.is_empty();
            let policy = self.workbook.ledger().policy();
            let counts = approval(account, policy, ApprovalKind::Plan, held, day).counts();
            // What waits or was refused is neither on track nor broken.
            let told =
                if counts { Some(Told::Plan(&held.what, state)) } else { self.fact(held.fact) };
            self.push(held.day, held.fact, Kind::Agreement, told, offers);
            self.ask(ApprovalKind::Plan, held, is_over);
            self.end(Kind::Agreement, held);
        }
        self.acts(Kind::Agreement, &account.dealings.holds, |held| {
            let runs = held.stands(day) && held.what.until.number() >= day;
            if runs { vec![Offer::End] } else { Vec::new() }
        });
        for held in &account.dealings.holds {
            self.ask(ApprovalKind::Hold, held, held.what.until.number() < day);
        }
    }

    /// Longer terms, perks, and what was decided of late charges and late discounts.
    fn incentives(&mut self) {
        let (dealings, day) = (&self.account.dealings, self.day());
        self.acts(Kind::Agreement, &dealings.extensions, |held| {
            let runs = held.stands(day) && held.what.until.number() >= day;
            if runs { vec![Offer::End] } else { Vec::new() }
        });
        self.acts(Kind::Agreement, &dealings.perks, |held| {
            let is_due = held.stands(day) && dealings.fulfilment_of(held.fact, day).is_none();
            if is_due { vec![Offer::Fulfill, Offer::End] } else { Vec::new() }
        });
        self.acts(Kind::Agreement, &dealings.perks_fulfilled, |_| Vec::new());
        self.acts(Kind::Money, &dealings.late_charges, |_| Vec::new());
        self.acts(Kind::Money, &dealings.discounts_accepted, |_| Vec::new());
    }

    fn cases(&mut self) {
        let (dealings, day) = (&self.account.dealings, self.day());
        self.acts(Kind::Case, &dealings.cases, |_| vec![Offer::Stage, Offer::Pack]);
        for held in &dealings.cases {
            let last = dealings.stages_of(held.fact, day).last().map(|stage| stage.what.stage);
            let is_over = matches!(last, Some(CaseStage::Closed | CaseStage::Recalled));
            self.ask(ApprovalKind::Case, held, is_over);
        }
        self.acts(Kind::Case, &dealings.case_stages, |_| Vec::new());
        self.acts(Kind::Case, &dealings.evidence, |_| Vec::new());
    }

    fn statements(&mut self) {
        let (dealings, day) = (&self.account.dealings, self.day());
        self.acts(Kind::Statement, &dealings.statements, |held| {
            match dealings.answer_of(held.fact, day) {
                Some(_) => Vec::new(),
                None => vec![Offer::Answer],
            }
        });
        self.acts(Kind::Statement, &dealings.statement_answers, |_| Vec::new());
    }

    fn credit(&mut self) {
        let (dealings, day) = (&self.account.dealings, self.day());
        self.acts(Kind::Credit, &dealings.overrides, |held| {
            let runs = held.stands(day) && held.what.until.number() >= day;
            if runs { vec![Offer::End] } else { Vec::new() }
        });
        self.acts(Kind::Credit, &dealings.evaluations, |_| Vec::new());
        self.acts(Kind::Credit, &dealings.decisions, |_| Vec::new());
        self.acts(Kind::Credit, &dealings.alert_answers, |_| Vec::new());
        self.acts(Kind::Credit, &dealings.assessments, |_| Vec::new());
    }

    /// Disputes that a person raised; a mark in a table has no day of its own.
    fn disputes(&mut self) {
        for span in &self.account.disputes {
            let told = self.workbook.journal().fact(span.fact);
            let raised = told.filter(|fact| matches!(fact, Fact::Dispute(_))).map(Told::Fact);
            self.push(span.from_day, span.fact, Kind::Dispute, raised, Vec::new());
            if span.to_day != NEVER {
                let entries = self.workbook.journal().entries().iter();
                let mut facts = entries.flat_map(|entry| {
                    let named = (0..).zip(&entry.facts);
                    named.map(|(index, fact)| (FactId { entry: entry.id, index }, fact))
                });
                let resolved = facts.find(|(_, fact)| {
                    matches!(fact, Fact::DisputeResolved(held) if held.dispute == span.fact
                        && held.on.number() == span.to_day)
                });
                if let Some((id, fact)) = resolved {
                    let told = Some(Told::Fact(fact));
                    self.push(span.to_day, id, Kind::Dispute, told, Vec::new());
                }
            }
        }
    }

    fn documents(&mut self) {
        let account = self.account;
        for document in &account.documents {
            let parts = document.parts.of(&account.parts);
            let (Some(part), Some(fact)) = (parts.first(), document.brought_by.first()) else {
                continue;
            };
            let minor = parts.iter().map(|part| part.balance.amount_minor).sum();
            let told = Some(Told::Document(document, part.balance.money(minor)));
            self.push(part.issued_day, *fact, Kind::Document, told, Vec::new());
        }
    }

    /// Receipts and credit notes, and what was given up.
    fn money(&mut self) {
        let account = self.account;
        for fund in &account.funds {
            let kind = match fund.source {
                FundSource::CreditNote => Kind::Document,
                FundSource::Receipt | FundSource::Implied { .. } | FundSource::Recovery => {
                    Kind::Money
                }
            };
            if let Some(fact) = fund.brought_by.first() {
                self.push(fund.day, *fact, kind, Some(Told::Money(fund)), Vec::new());
            }
        }
        let effects = account.part_effects.iter().chain(&account.fund_effects);
        let mut seen: Vec<FactId> = Vec::new();
        for effect in effects {
            let is_own = match effect.kind {
                EffectKind::WrittenOff | EffectKind::Discounted | EffectKind::Refunded => true,
                EffectKind::Allocated { .. } | EffectKind::Recovered | EffectKind::Reversed => {
                    false
                }
            };
            if is_own && !seen.contains(&effect.fact) {
                seen.push(effect.fact);
                let told = self.fact(effect.fact);
                self.push(effect.day, effect.fact, Kind::Money, told, Vec::new());
            }
        }
    }
}
