//! The mapper: what the rows are, which column is which field, and what is asked once.
//! Never recognises a heading itself.

use huikuan::calendar::Date;
use huikuan::job::TableLook;
use huikuan::money::Currency;
use huikuan::record::MissingItem;
use huikuan::say::{self, Language};
use huikuan::workbook::draft::TableKind;
use huikuan::workbook::field::Field;
use huikuan::workbook::question::{Answers, DayOrder, Question, RepeatedNumbers};
use leptos::prelude::*;

use super::Importing;
use crate::page::label;
use crate::page::part::chip::{ChipGroup, Choice, choice};
use crate::page::part::select::Select;
use crate::page::speech::Speech;

/// Currencies offered for a table that names none.
const COMMON_CURRENCIES: [&str; 6] = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP"];

/// The mapper, once the table was looked at.
pub(super) fn mapper(importing: Importing) -> impl IntoView {
    let speech = importing.speech;
    move || {
        let look = importing.look.get()?;
        let fields = Field::of(look.kind);
        let selects: Vec<AnyView> =
            fields.into_iter().map(|field| select(importing, field, &look)).collect();
        let view = view! {
            {kinds(importing)}
            <details class="mapping">
                <summary>{speech.now(label::import::MAPPING)}</summary>
                <p class="hint">{speech.now(label::import::MAPPING_HINT)}</p>
                <div class="columns">{selects}</div>
            </details>
            {move || questions(importing)}
        };
        Some(view)
    }
}

fn kinds(importing: Importing) -> impl IntoView {
    let speech = importing.speech;
    let choices = Signal::derive(move || {
        vec![
            choice(TableKind::Invoices, speech.now(label::import::INVOICES)),
            choice(TableKind::Receipts, speech.now(label::import::RECEIPTS)),
            choice(TableKind::Customers, speech.now(label::import::CUSTOMERS)),
        ]
    });
    let chosen = Signal::derive(move || importing.kind.get().unwrap_or(TableKind::Invoices));
    let on_choose = UnsyncCallback::new(move |(kind,): (TableKind,)| {
        importing.kind.set(Some(kind));
        importing.read();
    });
    view! { <ChipGroup label=speech.text(label::import::KIND) choices chosen on_choose/> }
}

fn select(importing: Importing, field: Field, look: &TableLook) -> AnyView {
    let speech = importing.speech;
    let headings = look.headings.clone();
    let none = headings.len();
    let column = look.columns.get(&field).copied();
    let sample = column.and_then(|column| {
        look.first_rows.iter().find_map(|row| row.cells.get(column).filter(|cell| !cell.is_empty()))
    });
    let sample = sample.cloned();
    let choices = {
        let headings = headings.clone();
        Signal::derive(move || {
            let named = headings.iter().enumerate().map(|(place, text)| choice(place, text));
            named.chain([choice(none, speech.now(label::import::NOT_MAPPED))]).collect::<Vec<_>>()
        })
    };
    let chosen = Signal::derive(move || column.unwrap_or(none));
    let on_choose = UnsyncCallback::new(move |(place,): (usize,)| {
        let heading = headings.get(place).cloned().unwrap_or_default();
        importing.map.update(|map| {
            map.retain(|(held, _)| *held != field);
            map.push((field, heading));
        });
        importing.read();
    });
    let label = Signal::derive(move || say::field_label(field, speech.language()).to_owned());
    view! {
        <div class="mapped">
            <Select label=label choices chosen on_choose/>
            <span class="hint">
                {sample.map(|sample| speech.fill(label::import::SAMPLE, &[&sample]))}
            </span>
        </div>
    }
    .into_any()
}

/// What the table leaves open, each with its choices.
fn questions(importing: Importing) -> Option<AnyView> {
    let speech = importing.speech;
    let asked = importing.asked.get();
    if asked.is_empty() {
        return None;
    }
    let views: Vec<AnyView> =
        asked.iter().map(|question| ask(importing, question, speech)).collect();
    Some(view! { <div class="questions" role="group">{views}</div> }.into_any())
}

fn ask(importing: Importing, question: &Question, speech: Speech) -> AnyView {
    let sentence = say::question(question, speech.language());
    let answer = move |change: fn(&mut Answers, usize)| {
        UnsyncCallback::new(move |(place,): (usize,)| {
            importing.answers.update(|answers| change(answers, place));
            importing.read();
        })
    };
    let words = |label: label::Label, place: usize| choice(place, speech.now(label));
    let (choices, chosen, on_choose): (Vec<Choice<usize>>, usize, _) = match question {
        Question::DayOrder { .. } => (
            vec![words(label::import::MONTH_FIRST, 0), words(label::import::DAY_FIRST, 1)],
            usize::from(importing.answers.get().day_order == Some(DayOrder::DayFirst)),
            answer(|answers, place| {
                let orders = [DayOrder::MonthFirst, DayOrder::DayFirst];
                answers.day_order = orders.get(place).copied();
            }),
        ),
        Question::RepeatedNumbers { .. } => (
            vec![words(label::import::REFUSE, 0), words(label::import::SUM_LINES, 1)],
            usize::from(importing.answers.get().repeated == Some(RepeatedNumbers::SumLines)),
            answer(|answers, place| {
                let ways = [RepeatedNumbers::Refuse, RepeatedNumbers::SumLines];
                answers.repeated = ways.get(place).copied();
            }),
        ),
        Question::MissingItems => (
            vec![
                words(label::import::MISSING_NOTHING, 0),
                words(label::import::MISSING_SETTLED, 1),
            ],
            usize::from(importing.answers.get().missing == Some(MissingItem::Settled)),
            answer(|answers, place| {
                let ways = [MissingItem::Nothing, MissingItem::Settled];
                answers.missing = ways.get(place).copied();
            }),
        ),
        Question::Currency { assumed } => return ask_currency(importing, *assumed, sentence),
    };
    asking(sentence, choices, chosen, on_choose)
}

/// A question above its answers.
fn asking<T: Clone + PartialEq + Send + Sync + 'static>(
    sentence: String,
    choices: Vec<Choice<T>>,
    chosen: T,
    on_choose: UnsyncCallback<(T,)>,
) -> AnyView {
    let (choices, chosen) = (Signal::stored(choices), Signal::stored(chosen));
    let name = sentence.clone();
    view! {
        <div class="question">
            <p>{sentence}</p>
            <ChipGroup label=name choices chosen on_choose/>
        </div>
    }
    .into_any()
}

/// The currency of a table that names none: the assumed one first, then those in common use.
fn ask_currency(importing: Importing, assumed: Currency, sentence: String) -> AnyView {
    let asked = importing.answers.get_untracked().currency.unwrap_or(assumed);
    let common = COMMON_CURRENCIES.iter().filter_map(|code| Currency::parse(code));
    let mut offered = vec![asked];
    offered.extend(common.filter(|currency| *currency != asked));
    let choices: Vec<_> =
        offered.into_iter().map(|currency| choice(currency, currency.code())).collect();
    let on_choose = UnsyncCallback::new(move |(currency,): (Currency,)| {
        importing.answers.update(|answers| answers.currency = Some(currency));
        importing.read();
    });
    asking(sentence, choices, asked, on_choose)
}

/// A day as people read it.
pub(super) fn day(on: Option<Date>, language: Language) -> String {
    let none = || label::import::NOTHING.text(language).to_owned();
    on.map_or_else(none, |on| on.to_string())
}
