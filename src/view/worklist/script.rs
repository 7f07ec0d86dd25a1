//! What to say or write to a customer: the script of the step with its figures filled in (D3).
//! Never prints a blank: a field that has no value is named.

use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, Ledger};
use crate::money::Money;
use crate::policy::{Policy, plus_working_days};
use crate::record::Language;
use crate::record::{Bilingual, Channel};
use crate::rule::collection::{Action, Demand, Task, words_to_avoid};
use crate::view::amount::with_currency;

/// A script ready to be read out, copied or sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// The text; a field without a value stands in it by its name, in brackets.
    pub text: String,
    /// Names of the fields that have no value.
    pub missing: Vec<String>,
    /// Its words that sound like a threat (D9).
    pub to_avoid: Vec<String>,
    /// The day by which an answer is asked for.
    pub answer_by: Option<Date>,
}

/// The most items that a script names one by one.
const ITEMS_MAX: usize = 3;

/// The script of a task by that channel, in a language.
#[must_use]
pub fn script(
    ledger: &Ledger,
    account: &Account,
    task: &Task,
    as_of: AsOf,
    language: Language,
) -> Script {
    let policy = ledger.policy();
    let answer_days = task.step(policy).and_then(|step| step.answer_working_days);
    let answer_by = answer_days
        .map(|days| plus_working_days(&policy.holidays, as_of, i32::try_from(days).unwrap_or(0)));
    let template = template(task, policy);
    let text = match language {
        Language::Zh if !template.zh.is_empty() || template.en.is_empty() => &template.zh,
        Language::En if template.en.is_empty() => &template.zh,
        Language::Zh | Language::En => &template.en,
    };
    let mut script = Script { answer_by, ..Script::default() };
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("{{") {
        script.text.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let value = field(name.trim(), account, task, policy, (as_of, answer_by));
        match value.filter(|value| !value.is_empty()) {
            Some(value) => script.text.push_str(&value),
            None => {
                script.text.push_str(&format!("[{}]", name.trim()));
                script.missing.push(name.trim().to_owned());
            }
        }
        rest = after;
    }
    script.text.push_str(rest);
    let to_avoid = words_to_avoid(&script.text, &policy.compliance).into_iter();
    script.to_avoid = to_avoid.map(str::to_owned).collect();
    script
}

fn template<'p>(task: &Task, policy: &'p Policy) -> &'p Bilingual {
    static NONE: Bilingual = Bilingual { zh: String::new(), en: String::new() };
    match task.action {
        Some(Action::Step(_)) => task.step(policy).map_or(&NONE, |step| &step.script),
        // Its words ask for money: there are none for a contact that asks for nothing.
        Some(Action::FollowUp(_)) if task.amounts.is_empty() => &NONE,
        Some(Action::FollowUp(_)) => &policy.playbook.follow_up.script,
        Some(Action::Notice(index)) => {
            policy.playbook.before_due.get(index).map_or(&NONE, |notice| &notice.script)
        }
        None => &NONE,
    }
}

/// The value of a field; `None` for a name that there is none of.
fn field(
    name: &str,
    account: &Account,
    task: &Task,
    policy: &Policy,
    (as_of, answer_by): (AsOf, Option<Date>),
) -> Option<String> {
    let people = account.customer.fields.contacts.as_deref().unwrap_or_default();
    let here = people.iter().find(|person| person.until.is_none_or(|until| until >= as_of));
    match name {
        "customer" => Some(account.customer.name().to_owned()),
        "person" => Some(here.map_or_else(|| account.customer.name(), |it| &it.name).to_owned()),
        "firm" => {
            let named = Some(&policy.firm.name).filter(|name| !name.is_empty());
            Some(named.unwrap_or(&policy.title).clone())
        }
        "amount" => {
            let sums: Vec<String> = task.amounts.iter().map(|sum| with_currency(*sum)).collect();
            Some(sums.join(" + "))
        }
        "days" => {
            let oldest = task.demands.oldest_due_day();
            oldest.map(|due_day| (as_of.number() - due_day).to_string())
        }
        "due_on" => due_on(task).map(|on| on.to_string()),
        "items" => Some(items(account, task, as_of)),
        "answer_by" => answer_by.map(|on| on.to_string()),
        _ => None,
    }
}

/// The due date that a notice speaks about.
fn due_on(task: &Task) -> Option<Date> {
    match task.reason {
        crate::rule::collection::Line::BeforeDue { due_day, .. } => Date::from_number(due_day),
        _ => Date::from_number(task.demands.oldest_due_day()?),
    }
}

/// Numbers of the items that the script is about, the oldest first, and how many more there are.
fn items(account: &Account, task: &Task, as_of: AsOf) -> String {
    let number = |part: u32| {
        let part = account.parts.get(part as usize)?;
        let document = account.documents.get(part.document as usize)?;
        Some(document.number.clone()).filter(|number| !number.is_empty())
    };
    let demanded = |item: &&Demand| item.demanded_minor > 0;
    let mut numbers: Vec<String> =
        task.demands.items.iter().filter(demanded).filter_map(|item| number(item.part)).collect();
    if numbers.is_empty() {
        let due = due_on(task).map(Date::number);
        let falling = (0_u32..).zip(&account.parts).filter(|(_, part)| {
            Some(part.due_day) == due && account.outstanding(part, as_of.number()) > 0
        });
        numbers = falling.filter_map(|(index, _)| number(index)).collect();
    }
    numbers.dedup();
    let more = numbers.len().saturating_sub(ITEMS_MAX);
    numbers.truncate(ITEMS_MAX);
    let named = numbers.join(", ");
    if more > 0 { format!("{named} +{more}") } else { named }
}

impl Script {
    /// True for channels on which the text itself is sent.
    #[must_use]
    pub const fn is_sent_by(channel: Channel) -> bool {
        match channel {
            Channel::Sms | Channel::Email | Channel::Wechat | Channel::Letter => true,
            Channel::Phone | Channel::Statement | Channel::Visit | Channel::Meeting => false,
        }
    }
}

/// Money of each currency on one line: `386,400.00`, in the base currency without its code.
#[must_use]
pub fn amounts_text(amounts: &[Money], base: crate::money::Currency) -> String {
    let told: Vec<String> =
        amounts.iter().map(|sum| crate::view::amount::in_book(*sum, base)).collect();
    told.join(" + ")
}
