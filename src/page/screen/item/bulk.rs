//! What can be done to all selected rows at once.
//! Never stops at the first row that is refused: it does the others and says why.

use std::collections::BTreeSet;

use huikuan::money::Money;
use huikuan::record::WriteOffKind;
use huikuan::view::act::{Act, Form, command, offered};
use huikuan::view::amount::figure;
use huikuan::view::item::{ItemLine, ItemTable, Segment, totals};
use huikuan::view::subject::Subject;
use leptos::prelude::*;

use crate::page::label::{self, Label};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::dialog::{Dialog, ending};
use crate::page::part::field::TextField;
use crate::page::part::live::maybe;
use crate::page::part::toast::use_toaster;
use crate::page::session::{Session, refusal, use_session};
use crate::page::speech::use_speech;

/// An act on many rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bulk {
    SmallDifference,
    Dispute,
    Retract,
}

impl Bulk {
    const ALL: [Self; 3] = [Self::SmallDifference, Self::Dispute, Self::Retract];

    const fn word(self) -> Label {
        match self {
            Self::SmallDifference => label::act::SMALL_DIFFERENCE,
            Self::Dispute => label::act::DISPUTE,
            Self::Retract => label::act::RETRACT,
        }
    }

    /// Whether rows of a segment can have it.
    const fn suits(self, segment: Segment) -> bool {
        match (self, segment) {
            (Self::Retract, _) | (_, Segment::Claims) => true,
            (_, Segment::CreditNotes | Segment::Receipts) => false,
        }
    }

    const fn is(self, act: &Act) -> bool {
        matches!(
            (self, act),
            (Self::SmallDifference, Act::WriteOff(_))
                | (Self::Dispute, Act::Dispute(_))
                | (Self::Retract, Act::Retract(_))
        )
    }
}

/// The bar over the table while rows are selected, and the dialog that asks for a reason.
pub(super) fn bulk(
    segment: Signal<Segment>,
    all: Memo<Option<ItemTable>>,
    selected: RwSignal<BTreeSet<u32>>,
) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let chosen = RwSignal::new(Bulk::Retract);
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    // Rows are numbers: another order, filter or day makes them other rows.
    Effect::new(move |_| {
        all.track();
        selected.set(BTreeSet::new());
    });
    let lines = move || -> Vec<ItemLine> {
        all.with_untracked(|all| {
            let picked = |row: &u32| all.as_ref()?.line(*row as usize);
            selected.with(|selected| selected.iter().filter_map(picked).collect())
        })
    };
    let bar = maybe(move || {
        let lines = lines();
        if lines.is_empty() {
            return None;
        }
        let count = speech.fill(label::act::SELECTED, &[&lines.len().to_string()]);
        let sum = |total: huikuan::view::item::ItemTotal| {
            format!("{} {}", total.currency.code(), figure(total.open_minor, total.currency))
        };
        let sums: Vec<String> = totals(&lines).into_iter().map(sum).collect();
        let suited = Bulk::ALL.into_iter().filter(|bulk| bulk.suits(segment.get()));
        let buttons: Vec<AnyView> = suited
            .map(|bulk| {
                let press = UnsyncCallback::new(move |()| {
                    chosen.set(bulk);
                    reason.set(String::new());
                    open.set(true);
                });
                view! { <Button label=speech.text(bulk.word()) on_press=press/> }.into_any()
            })
            .collect();
        let clear = UnsyncCallback::new(move |()| selected.set(BTreeSet::new()));
        let view = view! {
            <div class="toolbar bulk" role="group" aria-label=count.clone()>
                <b>{count.clone()}</b> <span class="figure">{sums.join(" · ")}</span>
                {buttons}
                <Button
                    label=speech.text(label::act::CLEAR) on_press=clear look=ButtonLook::Quiet
                />
            </div>
        };
        Some(view.into_any())
    });
    let save = UnsyncCallback::new(move |()| {
        // By names first: what is done to one row moves the others.
        let named = |line: ItemLine| {
            let subject = session.read_untracked(|workbook| {
                Subject::of(workbook.ledger().account(&line.customer)?, line.source)
            });
            Some((line, subject.flatten()?))
        };
        let lines: Vec<_> = untrack(lines).into_iter().filter_map(named).collect();
        let (mut done, mut kept, mut why) = (0_u32, 0_u32, None);
        for (line, subject) in &lines {
            match act_on(session, line, subject, chosen.get_untracked(), &reason.get_untracked()) {
                Ok(()) => done += 1,
                Err(rejection) => {
                    kept += 1;
                    why = why.or(rejection);
                }
            }
        }
        session.join_undo(done);
        let why = why.map(|rejection| untrack(|| refusal(speech, &rejection)));
        let why = why.unwrap_or_else(|| untrack(|| speech.now(label::act::NOT_OFFERED).to_owned()));
        let say = |label, words: &[&str]| untrack(|| speech.fill(label, words));
        if done > 0 {
            toaster.say(say(label::act::BULK_DONE, &[&done.to_string()]));
        }
        if kept > 0 {
            toaster.alarm(say(label::act::BULK_KEPT, &[&kept.to_string(), &why]));
        }
        open.set(false);
    });
    let title = move || speech.now(chosen.get().word()).to_owned();
    view! {
        {bar}
        <Dialog title open>
            <TextField label=speech.text(label::act::REASON) value=reason on_enter=save/>
            {ending(RwSignal::new(None), open, save)}
        </Dialog>
    }
    .into_any()
}

/// Does it to one row; `Err(None)` when the row does not offer it.
fn act_on(
    session: Session,
    line: &ItemLine,
    subject: &Subject,
    bulk: Bulk,
    reason: &str,
) -> Result<(), Option<huikuan::workbook::Rejection>> {
    let as_of = session.as_of_untracked();
    let begun = session.read_untracked(|workbook| {
        let ledger = workbook.ledger();
        let account = ledger.account(&line.customer)?;
        let source = subject.source(account)?;
        let mut acts = offered(workbook, account, source, as_of).into_iter();
        let act = acts.find(|act| bulk.is(act))?;
        let open = Money::new(line.open_minor, line.currency).ok()?;
        let form = Form::begin(&act, account, ledger.policy(), open, as_of);
        Some((act, form))
    });
    let Some((act, form)) = begun.flatten() else { return Err(None) };
    // A bulk of write-offs is one of small differences, whatever a single one would be.
    let write_off_kind = WriteOffKind::SmallDifference;
    let form = Form { reason: reason.to_owned(), write_off_kind, ..form };
    match command(&act, &form, as_of) {
        Ok(Some(command)) => session.apply(command).map_err(Some),
        Ok(None) | Err(_) => Err(None),
    }
}
