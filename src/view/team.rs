//! The team and its assignment rules as rows that a person types, and each person's load (D8).
//! Never a right: whoever opens the workbook can do everything in it.

use std::collections::BTreeMap;

use super::amount::in_book;
use super::typed;
use crate::calendar::{AsOf, Date};
use crate::ledger::{FundSource, Ledger};
use crate::money::{Currency, Money};
use crate::record::{AssignmentRule, CreditClass, Member, Role, Tier};
use crate::rule::agreement::{Fate, promises};
use crate::rule::credit::{credit, owner};

/// The roles, in the order in which they are shown.
pub const ROLES: [Role; 8] = [
    Role::Collections,
    Role::Sales,
    Role::Service,
    Role::Marketing,
    Role::Finance,
    Role::Legal,
    Role::Audit,
    Role::Lead,
];

/// A cell that cannot be read, by row and column.
pub type WrongCell = (usize, usize);

/// The words for what stands in cells: the page knows the languages.
pub struct Words<'a> {
    /// The role of that name.
    pub role: &'a dyn Fn(&str) -> Option<Role>,
    /// The class of that name.
    pub class: &'a dyn Fn(&str) -> Option<CreditClass>,
}

/// Members from rows of name, role, target in a month and last day; rows without anything are left
/// out. Else the cells that cannot be read: a missing name, an unknown role, no amount, no day.
pub fn members(
    rows: &[Vec<String>],
    words: &Words<'_>,
    base: Currency,
    today: Date,
) -> Result<Vec<Member>, Vec<WrongCell>> {
    let (mut members, mut wrong) = (Vec::new(), Vec::new());
    for (row, cells) in filled(rows) {
        let cell = |at: usize| cells.get(at).map_or("", |text| text.trim());
        let role = if cell(1).is_empty() { Some(Role::Collections) } else { (words.role)(cell(1)) };
        let target = optional(cell(2), |text| typed::amount(text, base));
        let until = optional(cell(3), |text| typed::date(text, today));
        let checks = [!cell(0).is_empty(), role.is_some(), target.is_ok(), until.is_ok()];
        let own = checks.iter().enumerate().filter(|(_, is_right)| !**is_right);
        wrong.extend(own.map(|(column, _)| (row, column)));
        if let (Some(role), Ok(month_target), Ok(until)) = (role, target, until) {
            members.push(Member { name: cell(0).to_owned(), role, month_target, until });
        }
    }
    if wrong.is_empty() { Ok(members) } else { Err(wrong) }
}

/// Rules from rows of owner, region, industry, tiers, classes, overdue amount and overdue days;
/// rows without anything are left out. Else the cells that cannot be read.
pub fn rules(
    rows: &[Vec<String>],
    words: &Words<'_>,
    base: Currency,
) -> Result<Vec<AssignmentRule>, Vec<WrongCell>> {
    let (mut rules, mut wrong) = (Vec::new(), Vec::new());
    for (row, cells) in filled(rows) {
        let cell = |at: usize| cells.get(at).map_or("", |text| text.trim());
        let tiers = listed(cell(3), tier);
        let classes = listed(cell(4), |text| (words.class)(text));
        let amount = optional(cell(5), |text| typed::amount(text, base));
        let days = optional(cell(6), |text| text.parse().ok());
        let checks = [
            !cell(0).is_empty(),
            true,
            true,
            tiers.is_some(),
            classes.is_some(),
            amount.is_ok(),
            days.is_ok(),
        ];
        let own = checks.iter().enumerate().filter(|(_, is_right)| !**is_right);
        wrong.extend(own.map(|(column, _)| (row, column)));
        if let (Some(tiers), Some(classes), Ok(amount_min), Ok(overdue_days_min)) =
            (tiers, classes, amount, days)
        {
            rules.push(AssignmentRule {
                owner: cell(0).to_owned(),
                region: cell(1).to_owned(),
                industry: cell(2).to_owned(),
                tiers,
                classes,
                amount_min,
                overdue_days_min,
            });
        }
    }
    if wrong.is_empty() { Ok(rules) } else { Err(wrong) }
}

/// A member as a row; `role` words the role.
#[must_use]
pub fn member_cells(member: &Member, role: &str, base: Currency) -> Vec<String> {
    let target = member.month_target.map(|target| in_book(target, base));
    let until = member.until.map(|until| until.to_string());
    vec![
        member.name.clone(),
        role.to_owned(),
        target.unwrap_or_default(),
        until.unwrap_or_default(),
    ]
}

/// A rule as a row; `class` words a class.
#[must_use]
pub fn rule_cells(
    rule: &AssignmentRule,
    class: impl Fn(CreditClass) -> &'static str,
    base: Currency,
) -> Vec<String> {
    let tiers: Vec<String> = rule.tiers.iter().map(|tier| format!("{tier:?}")).collect();
    let classes: Vec<&str> = rule.classes.iter().map(|held| class(*held)).collect();
    vec![
        rule.owner.clone(),
        rule.region.clone(),
        rule.industry.clone(),
        tiers.join(" "),
        classes.join(" "),
        rule.amount_min.map(|amount| in_book(amount, base)).unwrap_or_default(),
        rule.overdue_days_min.map(|days| days.to_string()).unwrap_or_default(),
    ]
}

fn filled(rows: &[Vec<String>]) -> impl Iterator<Item = (usize, &Vec<String>)> {
    rows.iter().enumerate().filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
}

/// Nothing typed is nothing; what is typed must be read.
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some).ok_or(()) }
}

fn listed<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let words = text.split([' ', ',', '，', '、', '/']).filter(|word| !word.is_empty());
    words.map(read).collect()
}

fn tier(text: &str) -> Option<Tier> {
    match text.to_ascii_uppercase().as_str() {
        "A" => Some(Tier::A),
        "B" => Some(Tier::B),
        "C" => Some(Tier::C),
        _ => None,
    }
}

/// What one person has to do and did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Customers that the person is responsible for, by name or by an assignment rule.
    pub customers: u32,
    /// Those of them with something overdue.
    pub overdue_customers: u32,
    /// What is overdue of them, one amount for each currency.
    pub overdue: Vec<Money>,
    /// Contacts that the person made in the month until the day.
    pub contacts: u32,
    /// Promises of its customers that are open.
    pub open_promises: u32,
    /// Promises of its customers, given in the month, that were not kept.
    pub unkept_promises: u32,
    /// What came in from its customers in the month until the day, one amount for each currency.
    pub collected: Vec<Money>,
}

/// The load of everybody who is responsible for a customer, by name or by an assignment rule, who
/// made a contact or stands in the team, by name, at the close of a day; customers without anybody
/// stand under an empty name.
#[must_use]
pub fn workload(ledger: &Ledger, as_of: AsOf) -> BTreeMap<String, Load> {
    let mut loads: BTreeMap<String, Load> = BTreeMap::new();
    let policy = ledger.policy();
    for member in policy.team.iter().filter(|it| it.until.is_none_or(|until| until >= as_of)) {
        loads.entry(member.name.clone()).or_default();
    }
    let (year, month, _) = as_of.ymd();
    let first = Date::new(year, month, 1).unwrap_or(as_of).number();
    let day = as_of.number();
    let in_month = |on: i32| first <= on && on <= day;
    let report = credit(ledger, as_of);
    for (account, held) in ledger.accounts().zip(&report.customers) {
        let made = account.dealings.contacts_until(day).filter(|held| in_month(held.day));
        for contact in made {
            loads.entry(contact.what.made_by.clone()).or_default().contacts += 1;
        }
        let responsible = owner(account, held, policy, as_of).unwrap_or_default();
        let load = loads.entry(responsible.to_owned()).or_default();
        load.customers += 1;
        let mut is_overdue = false;
        for part in account.parts.iter().filter(|part| part.is_overdue(day)) {
            let open = account.outstanding(part, day);
            if open > 0 {
                is_overdue = true;
                add(&mut load.overdue, part.balance.money(open));
            }
        }
        load.overdue_customers += u32::from(is_overdue);
        for fund in account.funds.iter().filter(|fund| in_month(fund.day) && fund.ended_day > day) {
            match fund.source {
                FundSource::Receipt | FundSource::Implied { .. } | FundSource::Recovery => {
                    add(&mut load.collected, fund.balance.money(fund.balance.amount_minor));
                }
                FundSource::CreditNote => {}
            }
        }
        for state in promises(account, policy.playbook.promise_tolerance_days, as_of) {
            let given = state.of(account).is_some_and(|held| in_month(held.day));
            load.open_promises += u32::from(state.fate == Fate::Open);
            load.unkept_promises += u32::from(given && state.fate.is_unkept());
        }
    }
    loads
}

fn add(sums: &mut Vec<Money>, amount: Money) {
    match sums.iter_mut().find(|sum| sum.currency() == amount.currency()) {
        Some(sum) => *sum = sum.with_minor(sum.minor() + amount.minor()).unwrap_or(*sum),
        None => sums.push(amount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[&str]) -> Vec<Vec<String>> {
        text.iter().map(|row| row.split('|').map(str::to_owned).collect()).collect()
    }

    const WORDS: Words<'static> = Words {
        role: &|text| ROLES.into_iter().find(|role| format!("{role:?}") == text),
        class: &|text| CreditClass::ALL.into_iter().find(|held| format!("{held:?}") == text),
    };

    fn today() -> Date {
        "2026-03-05".parse().unwrap()
    }

    #[test]
    fn members_read_back_as_they_are_shown() {
        let typed = rows(&["Ann|Lead|5万|", "|||", "Bob||| 3/1"]);
        let members = members(&typed, &WORDS, Currency::CNY, today()).unwrap();
        let shown: Vec<Vec<String>> = members
            .iter()
            .map(|held| member_cells(held, &format!("{:?}", held.role), Currency::CNY))
            .collect();
        assert_eq!(shown, rows(&["Ann|Lead|50,000.00|", "Bob|Collections||2026-03-01"]));
    }

    #[test]
    fn cells_of_members_that_cannot_be_read_are_named() {
        let typed = rows(&["|Lead||", "Ann|Boss|much|soon"]);
        let wrong = members(&typed, &WORDS, Currency::CNY, today()).unwrap_err();
        assert_eq!(wrong, [(0, 0), (1, 1), (1, 2), (1, 3)]);
    }

    #[test]
    fn rules_read_back_as_they_are_shown_and_wrong_cells_are_named() {
        let typed = rows(&["Ann|north|steel|a B|Risk|1,000|30", "||||||", "Bob||||||"]);
        let read = rules(&typed, &WORDS, Currency::CNY).unwrap();
        let name = |held: CreditClass| match held {
            CreditClass::Quality => "Quality",
            CreditClass::Regular => "Regular",
            CreditClass::Risk => "Risk",
        };
        let shown: Vec<Vec<String>> =
            read.iter().map(|rule| rule_cells(rule, name, Currency::CNY)).collect();
        let expected = rows(&["Ann|north|steel|A B|Risk|1,000.00|30", "Bob||||||"]);
        assert_eq!(shown, expected);
        let wrong = rules(&rows(&["|||D|Good|x|y"]), &WORDS, Currency::CNY).unwrap_err();
        assert_eq!(wrong, [(0, 0), (0, 3), (0, 4), (0, 5), (0, 6)]);
    }

    #[test]
    fn customers_that_name_nobody_are_the_load_of_whom_a_rule_assigns_them() {
        use crate::record::SettingFields;
        use crate::workbook::{Command, Stamp};
        let today = Date::new(2026, 11, 21).unwrap();
        let size = crate::demo::Size::SMALL;
        let mut book = crate::demo::book(size, 1, crate::say::Language::Zh, today).unwrap();
        let stamp = Stamp { at: crate::calendar::Instant::of_day(today, 0), by: String::new() };
        let mut does = |command: Command| book.apply(command, &stamp).map(drop).unwrap();
        let fields = crate::record::CustomerFields::default();
        does(Command::RecordCustomer { code: "NEW-1".to_owned(), fields });
        let rule = AssignmentRule { owner: "Zoe".to_owned(), ..AssignmentRule::default() };
        let fields = SettingFields { assignment: Some(vec![rule]), ..SettingFields::default() };
        does(Command::SetPolicy(fields));
        let loads = workload(book.ledger(), today);
        let nobody = loads.get("").map_or(0, |load| load.customers);
        assert_eq!((loads["Zoe"].customers, nobody), (1, 0), "the others name their own");
    }

    #[test]
    fn a_load_adds_up_what_a_person_answers_for() {
        use crate::demo::{Size, book};
        let today = Date::new(2026, 11, 21).unwrap();
        let book = book(Size::SMALL, 1, crate::say::Language::Zh, today).unwrap();
        let ledger = book.ledger();
        let loads = workload(ledger, today);
        let customers: u32 = loads.values().map(|load| load.customers).sum();
        assert_eq!(customers as usize, ledger.accounts().count());
        let overdue: i64 = loads.values().flat_map(|load| &load.overdue).map(|m| m.minor()).sum();
        let buckets = crate::rule::balance::bucket::Buckets::of(&ledger.policy().aging);
        let aged = crate::rule::balance::aging::aging(ledger, &buckets, today);
        let aged: i64 = aged.currencies.iter().map(|held| held.total.overdue()).sum();
        assert_eq!(overdue, aged, "the same as the aging has it");
    }
}
