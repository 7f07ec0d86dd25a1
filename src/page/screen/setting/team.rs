//! The team, who is assigned what, and the load of each (D8).
//! Never takes a customer from somebody: rules concern customers that name nobody.

use huikuan::money::{Currency, Money};
use huikuan::record::{CreditClass, Role, SettingFields};
use huikuan::say::{self, Language};
use huikuan::view::amount::in_book;
use huikuan::view::team::{
    Load, ROLES, Words, WrongCell, member_cells, members, rule_cells, rules, workload,
};
use leptos::prelude::*;

use super::Desk;
use super::approval::approval;
use super::training::training;
use crate::page::label::{self, Label};
use crate::page::part::button::Button;
use crate::page::part::card::Card;
use crate::page::part::live::{each, live};
use crate::page::part::rows::{Rows, Wrong};
use crate::page::part::scroll::scroll;
use crate::page::part::sheet::SheetHead;

/// The words of cells in either language.
const WORDS: Words<'static> = Words {
    role: &|text| {
        ROLES.into_iter().find(|held| in_both(text, |language| say::role(*held, language)))
    },
    class: &|text| {
        let all = CreditClass::ALL.into_iter();
        let mut named = all.filter(|held| in_both(text, |language| say::class(*held, language)));
        named.next()
    },
};

fn in_both(text: &str, name: impl Fn(Language) -> &'static str) -> bool {
    [Language::Zh, Language::En]
        .into_iter()
        .any(|language| name(language).eq_ignore_ascii_case(text))
}

/// The cards.
pub(super) fn team(desk: Desk) -> AnyView {
    view! {
        {member_card(desk)}
        {rule_card(desk)}
        {approval(desk)}
        {workload_card(desk)}
        {training(desk)}
    }
    .into_any()
}

fn base(desk: Desk) -> Currency {
    let base = desk.session.read_untracked(|book| book.ledger().policy().base_currency);
    base.unwrap_or(Currency::CNY)
}

fn heads(
    desk: Desk,
    words: &'static [(Label, bool, Option<&'static str>)],
) -> Signal<Vec<SheetHead>> {
    Signal::derive(move || {
        let head = |(word, figure, list): &(Label, bool, Option<&str>)| SheetHead {
            label: desk.speech.now(*word).to_owned(),
            figure: *figure,
            list: list.map(str::to_owned),
        };
        words.iter().map(head).collect()
    })
}

fn mark(desk: Desk, rows: Rows, wrong: &[WrongCell]) {
    let why = untrack(|| desk.speech.now(label::team::NOT_READ).to_owned());
    let wrong: Vec<Wrong> =
        wrong.iter().map(|(row, column)| (*row, *column, why.clone())).collect();
    rows.mark(&wrong);
}

fn member_card(desk: Desk) -> AnyView {
    const HEADS: [(Label, bool, Option<&str>); 4] = [
        (label::team::NAME, false, None),
        (label::team::ROLE, false, Some(ROLE_LIST)),
        (label::team::TARGET, true, None),
        (label::team::UNTIL, false, None),
    ];
    let speech = desk.speech;
    let shown = desk.policy(|policy| policy.team.clone());
    let rows = Rows::begin(HEADS.len());
    Effect::new(move |_| {
        let (base, language) = (base(desk), speech.language());
        let cells = |all: &Vec<huikuan::record::Member>| {
            let cells = all.iter().map(|it| member_cells(it, say::role(it.role, language), base));
            cells.chain([vec![String::new(); HEADS.len()]]).collect()
        };
        rows.fill(shown.with(cells));
    });
    let refused = RwSignal::new(None);
    let save = UnsyncCallback::new(move |()| {
        let today = desk.session.today.get_untracked();
        let read = members(&untrack(|| rows.cells()), &WORDS, base(desk), today);
        mark(desk, rows, read.as_ref().err().map_or(&[], Vec::as_slice));
        if let Ok(team) = read {
            desk.set(SettingFields { team: Some(team), ..SettingFields::default() }, refused);
        }
    });
    let add = UnsyncCallback::new(move |()| rows.add());
    let roles = each(move || {
        let option = |role: Role| {
            view! { <option value=say::role(role, speech.language())></option> }.into_any()
        };
        ROLES.into_iter().map(option).collect()
    });
    let fields = view! {
        <div class="wide">
            {rows.sheet(speech.text(label::team::MEMBERS), heads(desk, &HEADS), save)}
            <datalist id=ROLE_LIST>{roles}</datalist>
            <Button label=speech.text(label::team::ADD_MEMBER) on_press=add/>
        </div>
    };
    let words = (label::team::MEMBERS, label::team::MEMBERS_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}

/// The element id of the list of roles.
const ROLE_LIST: &str = "team-roles";

fn rule_card(desk: Desk) -> AnyView {
    const HEADS: [(Label, bool, Option<&str>); 7] = [
        (label::team::OWNER, false, None),
        (label::team::REGION, false, None),
        (label::team::INDUSTRY, false, None),
        (label::team::TIERS, false, None),
        (label::team::CLASSES, false, None),
        (label::team::AMOUNT, true, None),
        (label::team::DAYS, true, None),
    ];
    let speech = desk.speech;
    let shown = desk.policy(|policy| policy.assignment.clone());
    let rows = Rows::begin(HEADS.len());
    Effect::new(move |_| {
        let (base, language) = (base(desk), speech.language());
        let class = |held| say::class(held, language);
        let cells = |all: &Vec<huikuan::record::AssignmentRule>| {
            let cells = all.iter().map(|rule| rule_cells(rule, class, base));
            cells.chain([vec![String::new(); HEADS.len()]]).collect()
        };
        rows.fill(shown.with(cells));
    });
    let refused = RwSignal::new(None);
    let save = UnsyncCallback::new(move |()| {
        let read = rules(&untrack(|| rows.cells()), &WORDS, base(desk));
        mark(desk, rows, read.as_ref().err().map_or(&[], Vec::as_slice));
        if let Ok(assignment) = read {
            let assignment = Some(assignment);
            desk.set(SettingFields { assignment, ..SettingFields::default() }, refused);
        }
    });
    let add = UnsyncCallback::new(move |()| rows.add());
    let fields = view! {
        <div class="wide">
            {rows.sheet(speech.text(label::team::RULES), heads(desk, &HEADS), save)}
            <Button label=speech.text(label::team::ADD_RULE) on_press=add/>
        </div>
    };
    let words = (label::team::RULES, label::team::RULES_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}

fn workload_card(desk: Desk) -> AnyView {
    let (session, speech) = (desk.session, desk.speech);
    let loads = Memo::new(move |_| {
        session.report(|ledger, _, as_of| {
            let loads: Vec<(String, Load)> = workload(ledger, as_of).into_iter().collect();
            let targets = ledger.policy().team.clone();
            (loads, targets)
        })
    });
    let cells = each(move || {
        let (loads, team) = loads.get().unwrap_or_default();
        let base = base(desk);
        let target = |name: &str| {
            let member = team.iter().find(|member| member.name == name)?;
            member.month_target.map(|target| in_book(target, base))
        };
        let row = |(name, load): (String, Load)| {
            let sums = |sums: &[Money]| {
                sums.iter().map(|sum| in_book(*sum, base)).collect::<Vec<_>>().join(" · ")
            };
            let mut collected = sums(&load.collected);
            if let Some(target) = target(&name) {
                collected = format!("{collected} / {target}");
            }
            let nobody = speech.now(label::team::NOBODY).to_owned();
            let name = if name.is_empty() { nobody } else { name };
            let figures = [
                load.customers.to_string(),
                load.overdue_customers.to_string(),
                sums(&load.overdue),
                load.contacts.to_string(),
                load.open_promises.to_string(),
                load.unkept_promises.to_string(),
                collected,
            ];
            let figures: Vec<AnyView> = figures
                .into_iter()
                .map(|text| view! { <td class="figure">{text}</td> }.into_any())
                .collect();
            view! { <tr><td>{name}</td> {figures}</tr> }.into_any()
        };
        loads.into_iter().map(row).collect()
    });
    let names = [
        (label::team::NAME, ""),
        (label::team::CUSTOMERS, "figure"),
        (label::team::OVERDUE_CUSTOMERS, "figure"),
        (label::team::OVERDUE, "figure"),
        (label::team::CONTACTS, "figure"),
        (label::team::OPEN_PROMISES, "figure"),
        (label::team::UNKEPT, "figure"),
        (label::team::COLLECTED, "figure"),
    ];
    let names: Vec<AnyView> = names
        .into_iter()
        .map(|(word, class)| {
            view! { <th scope="col" class=class>{speech.text(word)}</th> }.into_any()
        })
        .collect();
    let table = view! {
        <table class="table"><thead><tr>{names}</tr></thead> <tbody>{cells}</tbody></table>
    };
    view! {
        <Card title=speech.text(label::team::WORKLOAD)>
            <p class="hint nothing">{live(move || speech.now(label::team::WORKLOAD_HINT).to_owned())}</p>
            {scroll(speech.text(label::team::WORKLOAD), "", table)}
        </Card>
    }
    .into_any()
}
