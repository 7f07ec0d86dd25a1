//! The meeting pack 周例会: the week on two pages, on screen and in print, and what was decided.
//! Never computes a figure: `view::meeting` does.

mod checked;
mod proposal;
mod unconfirmed;

use std::sync::Arc;

use huikuan::money::Currency;
use huikuan::record::MeetingDecision;
use huikuan::say;
use huikuan::view::amount::{figure, in_book};
use huikuan::view::meeting::{MeetingPack, Movement, Span, Workload, meeting_pack};
use huikuan::view::typed;
use huikuan::view::worklist::amounts_text;
use huikuan::workbook::Command;
use leptos::prelude::*;

use crate::page::browser::document;
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::chip::{ChipGroup, choice};
use crate::page::part::field::TextField;
use crate::page::part::live::{maybe, shown};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::scroll::scroll;
use crate::page::session::{refusal, use_session};
use crate::page::speech::{Speech, keep_title, use_speech};

/// The setting of the address that asks for the daily report.
const SPAN: &str = "span";

/// The screen.
#[component]
pub(crate) fn MeetingScreen() -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    keep_title(move || speech.now(label::meeting::TITLE).to_owned());
    let navigation = use_navigation();
    let span = navigation.aspect(|route| match route.parameter(SPAN) {
        "day" => Span::Day,
        _ => Span::Week,
    });
    let pack = Memo::new(move |_| {
        let (day, as_of, span) = (session.day()?, session.as_of(), span.get());
        session.read(|workbook| {
            let ledger = workbook.ledger();
            let base = ledger.policy().base_currency;
            (base, Arc::new(meeting_pack(ledger, &day, span, as_of)))
        })
    });
    let print = UnsyncCallback::new(move |()| document::print());
    let choices = Signal::derive(move || {
        vec![
            choice(Span::Week, speech.now(label::meeting::TITLE)),
            choice(Span::Day, speech.now(label::meeting::DAILY)),
        ]
    });
    let on_choose = UnsyncCallback::new(move |(span,): (Span,)| {
        let word = match span {
            Span::Week => "",
            Span::Day => "day",
        };
        navigation.change(|route| route.with(SPAN, word));
    });
    let head = move || {
        view! {
            <ChipGroup label=speech.text(label::meeting::SPAN) choices chosen=span on_choose/>
            <Button label=speech.text(label::customer::PRINT) on_press=print/>
        }
        .into_any()
    };
    let title = move || {
        let span = pack.with(|pack| pack.as_ref().map(|(_, pack)| (pack.from, pack.as_of)));
        match span {
            Some((from, to)) if from == to => speech.fill(label::meeting::DAY, &[&to.to_string()]),
            Some((from, to)) => {
                speech.fill(label::meeting::WEEK, &[&from.to_string(), &to.to_string()])
            }
            None => speech.now(label::meeting::TITLE).to_owned(),
        }
    };
    let body = shown(move || match pack.get() {
        Some((base, pack)) => sections(&pack, base, speech),
        None => ().into_any(),
    });
    view! {
        <Card main=true title=title head>
            <div class="stack meeting">{body}</div>
        </Card>
        {decide()}
        {checked::sign_off()}
    }
    .into_any()
}

/// A table with its heading, or a sentence where it has no rows.
fn section(
    heading: Label,
    nothing: Option<Label>,
    columns: &[(Label, bool)],
    rows: Vec<Vec<String>>,
    speech: Speech,
) -> AnyView {
    let title = view! { <h2>{speech.now(heading)}</h2> };
    if rows.is_empty() {
        let words = nothing.map(|nothing| speech.now(nothing));
        return view! { <section>{title} <p class="hint">{words}</p></section> }.into_any();
    }
    let class = |is_figure: bool| if is_figure { "figure" } else { "" };
    let head = columns.iter().map(|(words, is_figure)| {
        view! { <th scope="col" class=class(*is_figure)>{speech.now(*words)}</th> }.into_any()
    });
    let head: Vec<AnyView> = head.collect();
    let row = |cells: Vec<String>| {
        let cells = cells.into_iter().zip(columns);
        let cells: Vec<AnyView> = cells
            .map(|(cell, (_, is_figure))| {
                view! { <td class=class(*is_figure)>{cell}</td> }.into_any()
            })
            .collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    let table = view! {
        <table class="plain-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
    };
    let table = scroll(speech.text(heading), "", table);
    view! { <section>{title} {table}</section> }.into_any()
}

fn sections(pack: &MeetingPack, base: Currency, speech: Speech) -> AnyView {
    view! {
        {checked::checked(pack, speech)}
        {moved(pack, speech)}
        {people(pack, base, speech)}
        {promises(pack, base, speech)}
        {missed(pack, base, speech)}
        {discussed(pack, base, speech)}
        {proposal::proposals(pack, speech)}
        {unconfirmed::unconfirmed(pack, base, speech)}
        {decisions(pack, speech)}
    }
    .into_any()
}

fn moved(pack: &MeetingPack, speech: Speech) -> AnyView {
    use label::meeting as words;
    let row = |line: &Movement| {
        let money = |minor: i64| figure(minor, line.currency);
        vec![
            line.currency.code().to_owned(),
            money(line.collected_minor),
            line.receipt_count.to_string(),
            money(line.overdue_before_minor),
            money(line.overdue_minor),
            money(line.overdue_minor - line.overdue_before_minor),
            money(line.balance_minor),
        ]
    };
    let columns = [
        (label::customer::CURRENCY, false),
        (words::COLLECTED, true),
        (words::RECEIPTS, true),
        (words::OVERDUE_BEFORE, true),
        (words::OVERDUE_NOW, true),
        (words::CHANGE, true),
        (words::BALANCE, true),
    ];
    let rows = pack.currencies.iter().map(row).collect();
    section(words::MOVED, Some(label::customer::NOTHING_OPEN), &columns, rows, speech)
}

fn people(pack: &MeetingPack, base: Currency, speech: Speech) -> AnyView {
    use label::meeting as words;
    let row = |held: &Workload| {
        let name = held.name.as_str();
        let name = if name.is_empty() { speech.now(words::UNNAMED) } else { name };
        vec![
            name.to_owned(),
            held.customer_count.to_string(),
            figure(held.overdue_minor, base),
            held.contact_count.to_string(),
            held.missed_count.to_string(),
            figure(held.collected_minor, base),
            held.month_target.map(|target| in_book(target, base)).unwrap_or_default(),
        ]
    };
    let columns = [
        (words::PERSON, false),
        (words::CUSTOMERS, true),
        (words::OVERDUE, true),
        (words::CONTACTS, true),
        (words::MISSED, true),
        (words::COLLECTED, true),
        (words::TARGET, true),
    ];
    section(words::PEOPLE, None, &columns, pack.people.iter().map(row).collect(), speech)
}

fn promises(pack: &MeetingPack, base: Currency, speech: Speech) -> AnyView {
    use label::meeting as words;
    let rows = pack.promises.iter().map(|held| {
        let level = speech.fill(label::today::LEVEL, &[&held.level.to_string()]);
        vec![
            held.name.clone(),
            held.promised_on.to_string(),
            in_book(held.amount, base),
            format!("{} · {level}", say::fate(held.fate, speech.language())),
        ]
    });
    let columns = [
        (label::today::CUSTOMER, false),
        (words::PROMISED_ON, false),
        (words::AMOUNT, true),
        (words::FATE, false),
    ];
    section(words::PROMISES, Some(words::NO_PROMISES), &columns, rows.collect(), speech)
}

fn missed(pack: &MeetingPack, base: Currency, speech: Speech) -> AnyView {
    use label::meeting as words;
    let rows = pack.missed.iter().map(|row| {
        let since = huikuan::calendar::Date::from_number(row.task.due_day);
        vec![
            row.name.clone(),
            row.owner.clone(),
            amounts_text(&row.amounts, base),
            since.map(|on| on.to_string()).unwrap_or_default(),
            say::worklist_line(&row.task.reason, speech.language()),
        ]
    });
    let columns = [
        (label::today::CUSTOMER, false),
        (label::today::OWNER, false),
        (label::today::OVERDUE, true),
        (words::SINCE, false),
        (label::today::NEXT, false),
    ];
    section(words::MISSED_LIST, Some(words::NOTHING_MISSED), &columns, rows.collect(), speech)
}

fn discussed(pack: &MeetingPack, base: Currency, speech: Speech) -> AnyView {
    use label::meeting as words;
    let rows = pack.discussed.iter().map(|held| {
        let row = held.row.as_ref();
        let tier = row.and_then(|row| row.tier).map(|tier| format!("{tier:?}"));
        let said = held.important.as_ref().map(|contact| {
            let told = if contact.reply.is_empty() { &contact.said } else { &contact.reply };
            format!("{} {told}", contact.on)
        });
        vec![
            tier.unwrap_or_default(),
            held.name.clone(),
            row.map(|row| amounts_text(&row.amounts, base)).unwrap_or_default(),
            row.map(|row| say::worklist_line(&row.task.reason, speech.language()))
                .unwrap_or_default(),
            said.unwrap_or_default(),
        ]
    });
    let columns = [
        (label::today::TIER, false),
        (label::today::CUSTOMER, false),
        (label::today::OVERDUE, true),
        (label::today::NEXT, false),
        (words::IMPORTANT, false),
    ];
    section(words::DISCUSS, Some(words::NOBODY), &columns, rows.collect(), speech)
}

fn decisions(pack: &MeetingPack, speech: Speech) -> AnyView {
    use label::meeting as words;
    let rows = pack.decisions.iter().map(|held| {
        let due_on = held.due_on.map(|on| on.to_string()).unwrap_or_default();
        vec![held.on.to_string(), held.decision.clone(), held.owner.clone(), due_on]
    });
    let credit = pack.credit_decisions.iter().map(|(name, held)| {
        let action = say::credit_action(&held.action, speech.language());
        vec![
            held.on.to_string(),
            speech.fill(words::ON_CREDIT, &[name, &action, &held.reason]),
            held.approver.clone(),
            String::new(),
        ]
    });
    let columns = [
        (label::act::ON, false),
        (words::DECISION, false),
        (words::OWNER, false),
        (words::DUE_ON, false),
    ];
    let rows = rows.chain(credit).collect();
    section(words::DECISIONS, Some(words::NO_DECISIONS), &columns, rows, speech)
}

/// Fields for a decision; it stands in the pack of its week.
fn decide() -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let [text, owner, due] = [(); 3].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<String>);
    let refused = RwSignal::new(None::<String>);
    let save = UnsyncCallback::new(move |()| {
        let on = session.as_of_untracked();
        let typed_due = due.get_untracked();
        let due_on = typed::date(&typed_due, session.today.get_untracked());
        let is_wrong = due_on.is_none() && !typed_due.trim().is_empty();
        let words = || untrack(|| speech.now(label::meeting::NOT_A_DATE).to_owned());
        wrong.set(is_wrong.then(words));
        if is_wrong {
            return;
        }
        let decision = MeetingDecision {
            on,
            about: None,
            decision: text.get_untracked().trim().to_owned(),
            owner: owner.get_untracked().trim().to_owned(),
            due_on,
        };
        match session.apply(Command::RecordDecision(decision)) {
            Ok(()) => {
                refused.set(None);
                [text, owner, due].into_iter().for_each(|held| held.set(String::new()));
            }
            Err(why) => refused.set(Some(untrack(|| refusal(speech, &why)))),
        }
    });
    let notice = maybe(move || {
        refused.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    view! {
        <div class="screen-only">
            <Card title=speech.text(label::meeting::RECORD)>
                <div class="stack">
                    <div class="form">
                        <TextField label=speech.text(label::meeting::DECISION) value=text/>
                        <TextField label=speech.text(label::meeting::OWNER) value=owner/>
                        <TextField
                            label=speech.text(label::meeting::DUE_ON)
                            value=due error=wrong on_enter=save
                        />
                    </div>
                    {notice}
                    <div class="actions">
                        <Button
                            label=speech.text(label::meeting::RECORD)
                            on_press=save look=ButtonLook::Main
                        />
                    </div>
                </div>
            </Card>
        </div>
    }
    .into_any()
}
