//! The steps of an import: look, draft, compare, accept.
//! Never decides how a table is read: what the person answered goes along.

use std::sync::Arc;

use huikuan::job::TableRequest;
use huikuan::say;
use huikuan::workbook::problem::TableError;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Importing, Outcome, Shown, Source, ask_also};
use crate::page::job::JobFault;
use crate::page::label;
use crate::page::route::Screen;
use crate::page::session::refusal;

impl Importing {
    /// Reads the table anew with the present mapping and answers.
    pub(super) fn read(self) {
        let Some(request) = self.request() else { return };
        self.error.set(None);
        self.outcome.set(None);
        self.done.set(Some(huikuan::job::Progress::default()));
        let started = self.name.get_untracked();
        spawn_local(async move {
            let read = self.look_and_draft(request).await;
            // Another file may have been dropped since.
            if self.name.get_untracked() != started || started.is_none() {
                return;
            }
            self.done.set(None);
            match read {
                Ok(outcome) => {
                    self.asked.update(|asked| ask_also(asked, &outcome.shown.questions));
                    self.outcome.set(Some(Arc::new(outcome)));
                }
                Err(fault) => self.error.set(Some(self.sentence(&fault))),
            }
        });
    }

    async fn look_and_draft(self, request: TableRequest) -> Result<Outcome, JobFault<TableError>> {
        let file = self.source.with_value(|source| match source {
            Some(Source::File(file)) => Some(file.clone()),
            Some(Source::Pasted(_)) | None => None,
        });
        let progress = move |done| self.done.set(Some(done));
        let look = self.jobs.look_at_table(file.as_ref(), request.clone(), progress).await?;
        self.kind.set(Some(look.kind));
        self.answers.set(look.answers);
        self.look.set(Some(look));
        let mut draft = self.jobs.draft_table(file.as_ref(), request, progress).await?;
        let shown = Shown::of(&mut draft);
        let plan = self.session.plan_import(draft).await;
        plan.map(|plan| Outcome { shown, plan }).ok_or(JobFault::Cancelled)
    }

    fn request(self) -> Option<TableRequest> {
        let day = self.day.get_untracked()?;
        let (currency, layouts) = self.session.read_untracked(|workbook| {
            let policy = workbook.ledger().policy();
            (policy.base_currency, policy.layouts.values().cloned().collect())
        })?;
        let pasted = self.source.with_value(|source| match source {
            Some(Source::Pasted(text)) => Some(text.clone()),
            Some(Source::File(_)) | None => None,
        });
        let source = self.name.get_untracked()?;
        Some(TableRequest {
            pasted,
            kind: self.kind.get_untracked(),
            map: self.map.get_untracked(),
            answers: self.answers.get_untracked(),
            layouts,
            ..TableRequest::new(&source, day, currency)
        })
    }

    fn sentence(self, fault: &JobFault<TableError>) -> String {
        match fault {
            JobFault::Cancelled => self.speech.now(label::import::CANCELLED).to_owned(),
            JobFault::Broken(why) => self.speech.fill(label::import::BROKEN, &[why]),
            JobFault::Refused(error) => say::table_error(error, self.speech.language()),
        }
    }

    /// Records what the person saw, and shows the aging.
    pub(super) fn accept(self) {
        let Some(outcome) = self.outcome.get_untracked() else { return };
        let started = self.name.get_untracked();
        // Nobody can accept it twice.
        self.outcome.set(None);
        self.done.set(Some(huikuan::job::Progress::default()));
        spawn_local(async move {
            let rows = outcome.plan.rows().to_string();
            // Nothing else holds it any more: copying every row would be felt.
            let plan = Arc::unwrap_or_clone(outcome).plan;
            let recorded = self.session.import(plan).await;
            if self.name.get_untracked() != started {
                return;
            }
            self.done.set(None);
            match recorded {
                Ok(false) => {
                    self.toaster.say(untrack(|| self.speech.now(label::import::CANCELLED)));
                    self.leave();
                }
                Ok(true) => {
                    let words = || self.speech.fill(label::import::DONE, &[&rows]);
                    self.toaster.say(untrack(words));
                    self.leave();
                    let here = self.navigation.route_untracked();
                    self.navigation.go(&here.turn(Screen::Aging));
                }
                Err(rejection) => {
                    self.error.set(Some(untrack(|| refusal(self.speech, &rejection))));
                }
            }
        });
    }
}
