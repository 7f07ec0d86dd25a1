//! Alerts 预警: what somebody should look at, dismissed with a reason or put off to a day (C4); and
//! the customers whose credit is to be evaluated (C1).
//! Never raises one itself: the rules do.

use huikuan::calendar::Date;
use huikuan::record::{AlertAnswer, AlertKind};
use huikuan::rule::credit::{ALERT_KINDS, Alert, alert_counts, alerts, credit, evaluation_due};
use huikuan::say;
use huikuan::view::credit_sheet::evaluation;
use huikuan::view::typed;
use huikuan::workbook::Command;
use leptos::prelude::*;

use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::chip::{ChipGroup, choice};
use crate::page::part::dialog::{Dialog, ending, open_while};
use crate::page::part::field::TextField;
use crate::page::part::live::{maybe, shown};
use crate::page::part::scroll::scroll;
use crate::page::part::toast::use_toaster;
use crate::page::route::Screen;
use crate::page::session::{refusal, use_session};
use crate::page::speech::{keep_title, use_speech};

/// The setting of the address that names the kind that is shown.
const KIND: &str = "kind";
/// The most alerts that are drawn.
const ROWS_MAX: usize = 200;

/// The screen.
#[component]
pub(crate) fn AlertScreen() -> impl IntoView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    keep_title(move || speech.now(label::credit::ALERTS).to_owned());
    let all = Memo::new(move |_| {
        let as_of = session.as_of();
        let found = session.read(|workbook| {
            let ledger = workbook.ledger();
            alerts(ledger, &credit(ledger, as_of))
        });
        found.unwrap_or_default()
    });
    let kind = navigation.aspect(|route| {
        let asked = route.parameter(KIND).parse::<usize>().ok();
        asked.and_then(|place| ALERT_KINDS.get(place).copied())
    });
    let choices = Signal::derive(move || {
        let counts = all.with(|all| alert_counts(all));
        let total: usize = counts.iter().sum();
        let mut choices =
            vec![choice(None, format!("{} {total}", speech.now(label::today::EVERYBODY)))];
        let named = ALERT_KINDS.into_iter().zip(counts).filter(|(_, count)| *count > 0);
        choices.extend(named.map(|(kind, count)| {
            choice(Some(kind), format!("{} {count}", say::alert_kind(kind, speech.language())))
        }));
        choices
    });
    let on_choose = UnsyncCallback::new(move |(kind,): (Option<AlertKind>,)| {
        let place = kind.and_then(|kind| ALERT_KINDS.iter().position(|held| *held == kind));
        let word = place.map(|place| place.to_string()).unwrap_or_default();
        navigation.change(|route| route.with(KIND, &word));
    });
    let listed = Signal::derive(move || {
        let kind = kind.get();
        all.with(|all| {
            let of_kind = all.iter().filter(|alert| kind.is_none_or(|kind| alert.kind() == kind));
            of_kind.take(ROWS_MAX).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <Card main=true title=speech.text(label::credit::ALERTS)>
            <div class="toolbar">
                <ChipGroup
                    label=speech.text(label::credit::ALERTS) choices chosen=kind on_choose
                />
            </div>
            {alert_list(listed, true)}
        </Card>
        {evaluations()}
    }
    .into_any()
}

/// A table of alerts, each with what can be done about it; with the customers' names or without.
pub(crate) fn alert_list(alerts: Signal<Vec<Alert>>, with_customer: bool) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let asked = RwSignal::new(None::<Alert>);
    let row = move |alert: Alert| {
        let language = speech.language();
        let name = session.read_untracked(|workbook| {
            Some(workbook.ledger().account(&alert.customer)?.customer.name().to_owned())
        });
        let name = name.flatten().unwrap_or_default();
        let to = navigation.route().turn(Screen::Customer(alert.customer.to_string()));
        let customer = with_customer.then(|| {
            view! { <td><a href=to.with("tab", tab(alert.kind())).hash()>{name}</a></td> }
        });
        let statement = (alert.kind() == AlertKind::StatementUnconfirmed).then(|| {
            let to = to.with("tab", "statement").hash();
            let words = speech.text(label::meeting::MAKE_STATEMENT);
            view! { <a class="button quiet" href=to>{words}</a> }
        });
        let cause = say::alert_cause(&alert.cause, language);
        let kind = say::alert_kind(alert.kind(), language);
        let answer = UnsyncCallback::new(move |()| asked.set(Some(alert.clone())));
        view! {
            <tr>
                {customer}
                <td>{kind}</td>
                <td>{cause}</td>
                <td class="figure">
                    {statement}
                    <Button
                        label=speech.text(label::credit::ANSWER)
                        on_press=answer look=ButtonLook::Quiet
                    />
                </td>
            </tr>
        }
        .into_any()
    };
    let table = shown(move || {
        let listed = alerts.get();
        if listed.is_empty() {
            let words = speech.text(label::credit::NO_ALERTS);
            return view! { <p class="hint nothing">{words}</p> }.into_any();
        }
        let rows: Vec<AnyView> = listed.into_iter().map(row).collect();
        let customer = with_customer.then(|| {
            view! { <th scope="col">{speech.text(label::today::CUSTOMER)}</th> }
        });
        let table = view! {
            <table class="plain-table">
                <thead><tr>
                    {customer}
                    <th scope="col">{speech.text(label::credit::KIND)}</th>
                    <th scope="col">{speech.text(label::credit::CAUSE)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{speech.text(label::credit::ANSWER)}</span>
                    </th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        };
        scroll(speech.text(label::credit::ALERTS), "", table)
    });
    view! { {table} {answer_dialog(asked)} }.into_any()
}

/// The tab of the customer page on which the subject of an alert stands.
const fn tab(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::OverdueDays | AlertKind::OverdueAmount => "items",
        AlertKind::PromiseBroken => "timeline",
        AlertKind::LimitExceeded | AlertKind::ClassWorsened | AlertKind::LimitationNear => "credit",
        AlertKind::ContractWithoutLateClause => "details",
        AlertKind::StatementUnconfirmed => "statement",
    }
}

/// Asks for a reason, or for a day on which the alert comes back.
fn answer_dialog(asked: RwSignal<Option<Alert>>) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let open = open_while(asked);
    let [reason, until] = [(); 2].map(|()| RwSignal::new(String::new()));
    let (wrong, refused) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let save = UnsyncCallback::new(move |()| {
        let Some(alert) = asked.get_untracked() else { return };
        let typed_until = until.get_untracked();
        let day: Option<Date> = typed::date(&typed_until, session.today.get_untracked());
        let is_wrong = day.is_none() && !typed_until.trim().is_empty();
        let words = || untrack(|| speech.now(label::meeting::NOT_A_DATE).to_owned());
        wrong.set(is_wrong.then(words));
        if is_wrong {
            return;
        }
        let on = session.as_of_untracked();
        let item = session.read_untracked(|workbook| {
            let account = workbook.ledger().account(&alert.customer)?;
            account.item(account.parts.get(alert.part? as usize)?)
        });
        let answer = AlertAnswer {
            customer: alert.customer.clone(),
            alert: alert.kind(),
            item: item.flatten(),
            on,
            until: day,
            reason: reason.get_untracked().trim().to_owned(),
        };
        match session.apply(Command::AnswerAlerts(vec![answer])) {
            Ok(()) => {
                [reason, until].into_iter().for_each(|held| held.set(String::new()));
                refused.set(None);
                asked.set(None);
            }
            Err(why) => refused.set(Some(untrack(|| refusal(speech, &why)))),
        }
    });
    view! {
        <Dialog title=speech.text(label::credit::ANSWER) open>
            <p class="hint">{speech.text(label::credit::ANSWER_HINT)}</p>
            <div class="form">
                <TextField label=speech.text(label::act::REASON) value=reason/>
                <TextField
                    label=speech.text(label::credit::PUT_OFF) value=until error=wrong on_enter=save
                />
            </div>
            {ending(refused, open, save)}
        </Dialog>
    }
    .into_any()
}

/// Customers whose credit is to be evaluated, and the button that records it for all of them.
fn evaluations() -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let made = move |as_of: Date, by: &str| {
        session.read_untracked(|workbook| {
            let ledger = workbook.ledger();
            let report = credit(ledger, as_of);
            let all = ledger.accounts().zip(&report.customers);
            let due = all.filter(|(account, held)| {
                evaluation_due(account, held, ledger.policy(), as_of).is_some()
            });
            due.map(|(account, held)| evaluation(account, held, as_of, by)).collect::<Vec<_>>()
        })
    };
    let count = Memo::new(move |_| {
        session.revision();
        made(session.as_of(), "").map_or(0, |made| made.len())
    });
    let record = UnsyncCallback::new(move |()| {
        let made = made(session.as_of_untracked(), &session.by.get_untracked());
        if let Err(why) = session.apply(Command::Evaluate(made.unwrap_or_default())) {
            toaster.alarm(untrack(|| refusal(speech, &why)));
        }
    });
    maybe(move || {
        let count = count.get();
        let words = speech.fill(label::credit::TO_EVALUATE, &[&count.to_string()]);
        (count > 0).then(|| {
            view! {
                <Card title=speech.text(label::credit::EVALUATIONS)>
                    <div class="stack">
                        <p>{words}</p>
                        <div class="actions">
                            <Button
                                label=speech.text(label::credit::EVALUATE_ALL) on_press=record
                            />
                        </div>
                    </div>
                </Card>
            }
            .into_any()
        })
    })
    .into_any()
}
