//! The approval chain: which duties say yes in turn, to what, and from which day on (D8).
//! Never a right: it says what counts, not who may open the workbook.

use huikuan::record::{ApprovalKind, ApprovalPolicy, Role, SettingFields};
use huikuan::say;
use huikuan::view::team::ROLES;
use huikuan::view::typed;
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label::{self, Label};
use crate::page::part::check::Check;
use crate::page::part::chip::choice;
use crate::page::part::field::TextField;
use crate::page::part::select::Select;

/// As many duties as the form asks for: collector, lead, finance.
const LENGTH: usize = 3;

/// The card.
pub(super) fn approval(desk: Desk) -> AnyView {
    let (session, speech) = (desk.session, desk.speech);
    let held = desk.policy(|policy| policy.approval.clone());
    let chain: [RwSignal<Option<Role>>; LENGTH] = [(); LENGTH].map(|()| RwSignal::new(None));
    let kinds = ApprovalKind::ALL.map(|kind| (kind, RwSignal::new(true)));
    Effect::new(move |_| {
        held.with(|held| {
            for (place, role) in chain.iter().enumerate() {
                role.set(held.chain.get(place).copied());
            }
            // Who sets up a chain asks about everything, until they say otherwise.
            for (kind, ticked) in kinds {
                ticked.set(held.chain.is_empty() || held.kinds.contains(&kind));
            }
        });
    });
    // A chain that begins today undoes nothing that was agreed before.
    let since = following(move || {
        held.with(|held| match held.since {
            Some(since) => since.to_string(),
            None if held.chain.is_empty() => session.today.get().to_string(),
            None => String::new(),
        })
    });
    let (wrong, refused) = (RwSignal::new(None::<String>), RwSignal::new(None));
    let save = UnsyncCallback::new(move |()| {
        let text = since.get_untracked();
        let day = typed::date(&text, session.today.get_untracked());
        let is_wrong = day.is_none() && !text.trim().is_empty();
        let words = |word: Label| untrack(|| speech.now(word).to_owned());
        wrong.set(is_wrong.then(|| words(label::meeting::NOT_A_DATE)));
        let chain: Vec<Role> = chain.iter().filter_map(|role| role.get_untracked()).collect();
        let ticked = kinds.iter().filter(|(_, ticked)| ticked.get_untracked());
        let kinds: Vec<ApprovalKind> = ticked.map(|(kind, _)| *kind).collect();
        if kinds.is_empty() && !chain.is_empty() {
            refused.set(Some(words(label::team::NOBODY_ASKED)));
        } else if !is_wrong {
            let approval = Some(ApprovalPolicy { chain, kinds, since: day });
            desk.set(SettingFields { approval, ..SettingFields::default() }, refused);
        }
    });
    let names =
        [label::team::FIRST_APPROVAL, label::team::SECOND_APPROVAL, label::team::LAST_APPROVAL];
    let roles: Vec<AnyView> =
        chain.into_iter().zip(names).map(|(role, name)| select(desk, role, name)).collect();
    let kinds: Vec<AnyView> = kinds
        .into_iter()
        .map(|(kind, checked)| {
            let label =
                Signal::derive(move || say::approval_kind(kind, speech.language()).to_owned());
            view! { <Check label checked/> }.into_any()
        })
        .collect();
    let fields = view! {
        {roles}
        <div class="actions">{kinds}</div>
        <TextField
            label=speech.text(label::team::SINCE) value=since error=wrong on_enter=save
        />
    };
    let words = (label::team::APPROVAL, label::team::APPROVAL_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}

/// Which duty comes at a place of the chain; none where the chain is shorter.
fn select(desk: Desk, role: RwSignal<Option<Role>>, name: Label) -> AnyView {
    let speech = desk.speech;
    let choices = Signal::derive(move || {
        let nobody = choice(None, speech.now(label::team::NO_ROLE));
        let one = |held: Role| choice(Some(held), say::role(held, speech.language()));
        std::iter::once(nobody).chain(ROLES.map(one)).collect::<Vec<_>>()
    });
    let on_choose = UnsyncCallback::new(move |(held,): (Option<Role>,)| role.set(held));
    view! { <Select label=speech.text(name) choices chosen=role on_choose/> }.into_any()
}
