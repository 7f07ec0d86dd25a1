//! What is typed into a form, field by field, and what is wrong with it.
//! Never changes what was typed.

use std::collections::BTreeSet;

use huikuan::say;
use huikuan::view::deed::{Deed, Fault, Form, FormField, Mistake, read, shown};
use leptos::prelude::*;

use super::instalment;
use crate::page::part::id;
use crate::page::part::rows::Rows;
use crate::page::session::Session;
use crate::page::speech::Speech;

/// A form that is being filled in; copies are the same form.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) session: Session,
    pub(super) speech: Speech,
    pub(super) deed: StoredValue<Deed>,
    /// The form as it opened.
    begun: RwSignal<Form>,
    /// The start of the element ids of its fields.
    name: StoredValue<String>,
    texts: StoredValue<Vec<RwSignal<String>>>,
    places: StoredValue<Vec<RwSignal<Option<usize>>>>,
    flags: StoredValue<Vec<RwSignal<bool>>>,
    /// The boxes of the items, in their order.
    ticks: RwSignal<Vec<RwSignal<bool>>>,
    pub(super) instalments: Rows,
    /// The form as it stands.
    pub(super) form: Memo<Form>,
    /// The fields that it shows, as what is chosen asks.
    pub(super) shown: Memo<Vec<FormField>>,
    /// Fields that were left with something in them.
    left: RwSignal<BTreeSet<FormField>>,
    /// True once somebody tried to save it: then every mistake shows.
    tried: RwSignal<bool>,
    /// What the workbook refused, at its field, until something is changed.
    refused: RwSignal<Option<Mistake>>,
    mistakes: Memo<Vec<Mistake>>,
}

impl Typed {
    pub(super) fn begin(session: Session, speech: Speech, deed: Deed, begun: Form) -> Self {
        let all = FormField::ALL.iter();
        let texts: Vec<_> = all
            .clone()
            .map(|field| RwSignal::new(begun.texts.get(field).cloned().unwrap_or_default()))
            .collect();
        let places: Vec<_> =
            all.clone().map(|field| RwSignal::new(begun.places.get(field).copied())).collect();
        let flags: Vec<_> = all.map(|field| RwSignal::new(begun.flags.contains(field))).collect();
        let instalments = instalment::begin(&begun.instalments);
        let (texts, places, flags, ticks, begun) = (
            StoredValue::new(texts),
            StoredValue::new(places),
            StoredValue::new(flags),
            RwSignal::new(ticks_of(&begun)),
            RwSignal::new(begun),
        );
        let form = Memo::new(move |_| {
            let mut form = begun.get();
            for (field, text) in FormField::ALL.into_iter().zip(texts.get_value()) {
                let text = text.get();
                if text.is_empty() {
                    form.texts.remove(&field);
                } else {
                    form.texts.insert(field, text);
                }
            }
            for (field, place) in FormField::ALL.into_iter().zip(places.get_value()) {
                match place.get() {
                    Some(place) => form.places.insert(field, place),
                    None => form.places.remove(&field),
                };
            }
            let ticked = FormField::ALL.into_iter().zip(flags.get_value());
            form.flags = ticked.filter(|(_, flag)| flag.get()).map(|(field, _)| field).collect();
            for (item, tick) in form.items.iter_mut().zip(ticks.get()) {
                item.ticked = tick.get();
            }
            form.instalments = instalment::cells(instalments);
            form
        });
        let deed = StoredValue::new(deed);
        let shown = Memo::new(move |_| deed.with_value(|deed| form.with(|form| shown(deed, form))));
        let (left, tried) = (RwSignal::new(BTreeSet::new()), RwSignal::new(false));
        let mistakes = Memo::new(move |_| {
            if !tried.get() && left.with(BTreeSet::is_empty) {
                return Vec::new();
            }
            let today = session.today.get();
            let read = session.read(|workbook| {
                deed.with_value(|deed| {
                    form.with(|form| read(deed, form, workbook.ledger(), today).err())
                })
            });
            read.flatten().unwrap_or_default()
        });
        let refused = RwSignal::new(None);
        Effect::new(move |_| {
            form.track();
            refused.set(None);
        });
        instalment::follow(instalments, mistakes, speech);
        let name = StoredValue::new(id::next("deed"));
        Self {
            session,
            speech,
            deed,
            begun,
            name,
            texts,
            places,
            flags,
            ticks,
            instalments,
            form,
            shown,
            left,
            tried,
            refused,
            mistakes,
        }
    }

    /// Begins anew, for another customer, say: the fields stay and hold something else.
    pub(super) fn begin_anew(self, deed: Deed, begun: Form) {
        self.deed.set_value(deed);
        for field in FormField::ALL {
            let text = begun.texts.get(&field).map_or("", String::as_str);
            put(self.text(field), text.to_owned());
            put(self.place(field), begun.places.get(&field).copied());
            put(self.flag(field), begun.flags.contains(&field));
        }
        self.instalments.fill(begun.instalments.iter().map(|cells| cells.to_vec()).collect());
        self.ticks.set(ticks_of(&begun));
        self.begun.set(begun);
        put(self.left, BTreeSet::new());
        put(self.tried, false);
    }

    pub(super) fn text(self, field: FormField) -> RwSignal<String> {
        let own = self.texts.with_value(|all| all.get(field.place()).copied());
        own.unwrap_or_default()
    }

    pub(super) fn place(self, field: FormField) -> RwSignal<Option<usize>> {
        let own = self.places.with_value(|all| all.get(field.place()).copied());
        own.unwrap_or_default()
    }

    pub(super) fn flag(self, field: FormField) -> RwSignal<bool> {
        let own = self.flags.with_value(|all| all.get(field.place()).copied());
        own.unwrap_or_default()
    }

    /// The boxes of the items, in their order; whoever asks is run again when they are others.
    pub(super) fn ticks(self) -> Vec<RwSignal<bool>> {
        self.ticks.get()
    }

    /// The form as it opened; whoever asks is run again when it begins anew.
    pub(super) fn begun(self) -> Form {
        self.begun.get()
    }

    /// The element id of a field.
    pub(super) fn id(self, field: FormField) -> String {
        self.name.with_value(|name| format!("{name}-{}", field.place()))
    }

    /// Notes that a field was left: what is wrong with it shows from now on.
    pub(super) fn leave(self, field: FormField, text: &str) {
        if !text.trim().is_empty() {
            let _gone = self.left.try_update(|left| left.insert(field));
        }
    }

    /// Shows every mistake, and gives the first field that has one.
    pub(super) fn show_all(self) -> Option<FormField> {
        self.tried.set(true);
        self.mistakes.with_untracked(|all| all.first().map(|mistake| mistake.field))
    }

    /// Shows what the workbook refused, at its field.
    pub(super) fn refuse(self, mistake: Mistake) {
        self.refused.set(Some(mistake));
    }

    /// The sentence at a field, if something is wrong with it.
    pub(super) fn error(self, field: FormField) -> Signal<Option<String>> {
        Signal::derive(move || {
            let refused = self.refused.get().filter(|mistake| mistake.field == field);
            let fault: Fault = match refused {
                Some(mistake) => mistake.fault,
                None if self.tried.get() || self.left.with(|left| left.contains(&field)) => {
                    self.mistakes.with(|all| {
                        let mut own = all.iter().filter(|mistake| mistake.field == field);
                        own.find(|mistake| mistake.cell.is_none()).map(|held| held.fault.clone())
                    })?
                }
                None => return None,
            };
            Some(say::fault(&fault, self.speech.language()))
        })
    }
}

fn ticks_of(begun: &Form) -> Vec<RwSignal<bool>> {
    begun.items.iter().map(|item| RwSignal::new(item.ticked)).collect()
}

/// Sets a signal to what it may hold already: then nobody needs to hear of it.
fn put<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|held| *held != value) {
        signal.set(value);
    }
}
