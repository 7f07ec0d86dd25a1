//! Letters to the customers of a small book, filled in with the templates of a new workbook.
//! Never the engine itself, which has its own tests.

use std::collections::BTreeSet;

use super::*;
use crate::calendar::{Date, Instant};
use crate::id::{Key, ReplicaId, WorkbookId};
use crate::letter::field::LetterData;
use crate::letter::render::render;
use crate::letter::sms::{About, Stage, missing, segments};
use crate::money::{Currency, Decimal, Money, Rate};
use crate::policy;
use crate::record::{
    ArticleFields, Bilingual, Channel, CustomerFields, DocumentKind, Firm, Language,
    LateChargePolicy, LateChargeRate, Override, OverrideValue, Person, SettingFields, Tier,
};
use crate::say;
use crate::view::sheet::{self, SheetKind};
use crate::view::worklist::Day;
use crate::workbook::{Command, Rejection, Stamp, Workbook};

const TODAY: &str = "2026-03-31";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn stamp() -> Stamp {
    Stamp { at: Instant::of_day(day(TODAY), 0), by: "Ann".to_owned() }
}

/// C-1, tier A, owes two items for 90 and 59 days and one that is not due; C-2 has one to come.
fn book() -> Workbook {
    let (replica, id) = (ReplicaId::from_bits(7), WorkbookId::from_bits(9));
    let mut book = Workbook::create(id, replica, "Book", Currency::CNY, &stamp());
    let mut does = |command: Command| drop(book.apply(command, &stamp()).unwrap());
    let firm = Firm {
        name: "华远机械有限公司".to_owned(),
        short_name: "华远".to_owned(),
        phone: "021-5555 0000".to_owned(),
        address: "上海市".to_owned(),
        tax_no: "91310000".to_owned(),
        bank_accounts: vec!["工商银行 1001".to_owned()],
    };
    does(Command::SetPolicy(SettingFields { firm: Some(firm), ..SettingFields::default() }));
    does(Command::RecordArticles(policy::templates()));
    for row in [
        "C-1|A-1|2025-12-01|2025-12-31|300000",
        "C-1|A-2|2026-01-01|2026-01-31|86400",
        "C-1|A-3|2026-03-01|2026-06-30|5000",
        "C-2|B-1|2026-03-01|2026-04-05|70",
    ] {
        let cells: Vec<String> = row.split('|').map(str::to_owned).collect();
        let kind = SheetKind::Documents(DocumentKind::Invoice);
        let command = sheet::read(kind, &cells, true, book.ledger(), day(TODAY)).unwrap();
        drop(book.apply(command, &stamp()).unwrap());
    }
    let wang = Person { name: "王芳".to_owned(), ..Person::default() };
    let fields = CustomerFields {
        name: Some("<b>永兴</b>商贸".to_owned()),
        contacts: Some(vec![wang]),
        ..CustomerFields::default()
    };
    let named = Command::AmendCustomer { customer: Key::of("C-1"), fields };
    drop(book.apply(named, &stamp()).unwrap());
    let tier = Override {
        customer: Key::of("C-1"),
        from: day("2026-01-01"),
        until: day("2026-12-31"),
        value: OverrideValue::Tier(Tier::A),
        reason: "test".to_owned(),
        replaces: Vec::new(),
    };
    drop(book.apply(Command::SetOverride(tier), &stamp()).unwrap());
    book
}

fn data(book: &Workbook, customer: &str, language: Language) -> LetterData {
    let gathering = Gathering::begin(book.ledger(), day(TODAY), language, "李静");
    let shown = Day::of(book.ledger(), day(TODAY));
    let credit = shown.credit.of(&Key::of(customer)).unwrap();
    gathering.of(credit, gathering.task(credit).as_ref()).unwrap()
}

fn named(book: &Workbook, name: &str) -> Template {
    let playbook = &book.ledger().policy().playbook;
    let all = templates(book.ledger().office(), playbook);
    all.into_iter().find(|template| template.key == Key::of(name)).unwrap()
}

#[test]
fn a_letter_names_everything_that_is_demanded() {
    let data = data(&book(), "C-1", Language::Zh);
    assert_eq!(data.amount, "386,400.00元");
    assert_eq!(data.amount_capital, "人民币叁拾捌万陆仟肆佰元整");
    assert_eq!((data.days, data.due_on.as_str()), (Some(90), "2025年12月31日"));
    // Seven working days from Tuesday 31 March; nobody entered the holidays of that year.
    assert_eq!(data.answer_by, "2026年4月9日");
    assert_eq!(data.item_numbers, "A-1, A-2");
    let told: Vec<(&str, Option<i64>, &str)> =
        data.items.iter().map(|it| (it.number.as_str(), it.days, it.demanded.as_str())).collect();
    assert_eq!(told, [("A-1", Some(90), "300,000.00元"), ("A-2", Some(59), "86,400.00元")]);
    assert_eq!((data.tier.as_str(), data.person.as_str()), ("A", "王芳"));
    assert_eq!(data.statement.unwrap().balance, "391,400.00元");
}

#[test]
fn before_anything_is_overdue_a_notice_names_what_falls_due() {
    let data = data(&book(), "C-2", Language::En);
    assert_eq!((data.amount.as_str(), data.days), ("CNY 70.00", None));
    assert_eq!((data.due_on.as_str(), data.item_numbers.as_str()), ("5 April 2026", "B-1"));
    assert_eq!(data.answer_by, "");
}

#[test]
fn a_formal_letter_speaks_by_tier_and_prints_its_tables() {
    let book = book();
    let letter = named(&book, "letter-formal");
    let mut data = data(&book, "C-1", Language::Zh);
    let rendered = render(&letter.text.zh, &data).unwrap();
    assert_eq!(rendered.missing, Vec::<String>::new());
    assert!(rendered.text.contains("致：<b>永兴</b>商贸"), "{}", rendered.text);
    assert!(rendered.text.contains("现正式函告如下"));
    assert!(rendered.text.contains("请贵司于 2026年4月9日 前付清"));
    let plain = say::letter_text(&rendered.text, &data, Language::Zh);
    assert!(plain.contains("A-1，开票日 2025年12月1日，到期日 2025年12月31日，逾期天数 90"));
    assert!(plain.contains("工商银行 1001") && !plain.contains("[["), "{plain}");
    for (tier, words) in [("B", "愿意商谈分期"), ("C", "我们很乐意一起商量")] {
        tier.clone_into(&mut data.tier);
        assert!(render(&letter.text.zh, &data).unwrap().text.contains(words));
    }
}

#[test]
fn a_letter_names_the_late_charge_by_period() {
    let mut book = book();
    let rate = LateChargeRate::Daily(Rate(Decimal::new(5, 4)));
    let policy = LateChargePolicy { rate, ..book.ledger().policy().late_charge.clone() };
    let fields = SettingFields { late_charge: Some(policy), ..SettingFields::default() };
    book.apply(Command::SetPolicy(fields), &stamp()).unwrap();
    let data = data(&book, "C-1", Language::Zh);
    let charge = data.late_charge.clone().unwrap();
    // 300,000 × 0.05 % × 90 days and 86,400 × 0.05 % × 59 days.
    let told: Vec<_> = charge.periods.iter().map(|it| (it.days, it.amount.as_str())).collect();
    assert_eq!(told, [(Some(90), "13,500.0000"), (Some(59), "2,548.8000")]);
    assert_eq!(charge.periods[0].rate, "0.05%/日");
    assert_eq!(charge.total, "16,048.80元");
    assert_eq!(data.amount_with_charge, "402,448.80元");
    assert_eq!(data.items[1].late_charge, "2,548.80元");
    let rendered = render(&named(&book, "letter-formal").text.zh, &data).unwrap();
    let plain = say::letter_text(&rendered.text, &data, Language::Zh);
    assert!(plain.contains("违约金为 16,048.80元，连同本金合计 402,448.80元"), "{plain}");
    assert!(plain.contains("A-1，起 2026年1月1日，止 2026年3月31日，天数 90"), "{plain}");
}

/// Fields that a template may lack while the workbook holds nothing of the kind.
const NOT_RECORDED: [&str; 5] = ["plan", "promise", "discount", "receipt", "appointment"];

#[test]
fn the_first_templates_miss_nothing_but_what_nobody_recorded() {
    let book = book();
    let playbook = &book.ledger().policy().playbook;
    let all = templates(book.ledger().office(), playbook);
    assert_eq!(all.len(), policy::templates().len());
    let avoided = &book.ledger().policy().compliance;
    for (language, texts) in [
        (Language::Zh, (|text: &Bilingual| text.zh.clone()) as fn(&Bilingual) -> String),
        (Language::En, |text| text.en.clone()),
    ] {
        let data = data(&book, "C-1", language);
        for template in &all {
            let rendered = render(&texts(&template.text), &data).unwrap();
            let known =
                |name: &String| NOT_RECORDED.contains(&name.split('.').next().unwrap_or_default());
            assert!(rendered.missing.iter().all(known), "{}: {:?}", template.key, rendered.missing);
            let threats = crate::rule::collection::words_to_avoid(&rendered.text, avoided);
            assert!(threats.is_empty(), "{}: {threats:?}", template.key);
        }
    }
}

#[test]
fn messages_hold_what_their_stage_asks_and_the_follow_up_takes_two_segments() {
    let book = book();
    let data = data(&book, "C-1", Language::Zh);
    for (name, stage, count) in
        [("reminder-sms", Stage::First, 1), ("follow-up-sms", Stage::Later, 2)]
    {
        let text = render(&named(&book, name).text.zh, &data).unwrap().text;
        assert_eq!(missing(&text, &About::of(stage, &data)), [], "{text}");
        assert_eq!(segments(&text).count, count, "{text}");
    }
    let coming = super::tests::data(&book, "C-2", Language::Zh);
    let text = render(&named(&book, "notice-sms").text.zh, &coming).unwrap().text;
    assert_eq!(missing(&text, &About::of(Stage::BeforeDue, &coming)), [], "{text}");
}

#[test]
fn every_step_and_notice_has_a_template_for_its_first_channel() {
    let book = book();
    let playbook = &book.ledger().policy().playbook;
    let all = templates(book.ledger().office(), playbook);
    let ladders = [&playbook.a, &playbook.b, &playbook.c].into_iter().flatten();
    let steps = ladders.map(|step| (step.name.as_str(), step.channels.first().copied()));
    let notices = playbook.before_due.iter();
    let notices = notices.map(|it| (it.name.as_str(), it.channels.first().copied()));
    let names: BTreeSet<(&str, Option<Channel>)> = steps.chain(notices).collect();
    for (name, channel) in names {
        assert!(proposed(&all, name, channel).is_some(), "{name}");
    }
    let by = |name, channel| proposed(&all, name, Some(channel)).unwrap().key.to_string();
    assert_eq!(by("friendly-reminder", Channel::Sms), "REMINDER-SMS");
    assert_eq!(by("friendly-reminder", Channel::Email), "REMINDER-MAIL");
    assert_eq!(by("formal-letter", Channel::Letter), "LETTER-FORMAL");
    assert_eq!(by("formal-letter", Channel::Sms), "LETTER-FORMAL");
}

#[test]
fn a_letter_that_was_sent_does_its_step_and_keeps_its_text() {
    let book = book();
    let (ledger, policy) = (book.ledger(), book.ledger().policy());
    let gathering = Gathering::begin(ledger, day(TODAY), Language::Zh, "");
    let shown = Day::of(ledger, day(TODAY));
    let credit = shown.credit.of(&Key::of("C-1")).unwrap();
    let task = gathering.task(credit).unwrap();
    let account = ledger.account(&Key::of("C-1")).unwrap();
    assert_eq!(purpose(Some(&task), policy), "ask-for-plan");
    assert_eq!(stage(Some(&task)), Stage::First);
    let how = (Channel::Letter, day(TODAY), Some(gathering.answer_by(Some(&task))));
    let template = named(&book, "letter-formal");
    let contact = sent(account, Some(&task), &template, policy, how, "正文\n逐字");
    assert_eq!(contact.said, "正文\n逐字");
    assert!(contact.demand);
    assert_eq!(contact.items.len(), 2);
    assert_eq!(contact.step.as_ref().map(|step| (step.level, step.after)), Some((1, 0)));
    assert_eq!(contact.answer_by, Some(day("2026-04-09")));
    let statement = named(&book, "statement-cover");
    let contact = sent(account, Some(&task), &statement, policy, how, "x");
    assert_eq!((contact.demand, contact.step, contact.items.len()), (false, None, 0));
    let mut book = book;
    let contact = sent_again(&book, how);
    book.apply(Command::LogContacts(vec![contact]), &stamp()).unwrap();
    let level = book.ledger().account(&Key::of("C-1")).unwrap().dealings.level(day(TODAY).number());
    assert_eq!(level, 1);
}

fn sent_again(book: &Workbook, how: (Channel, Date, Option<Date>)) -> crate::record::Contact {
    let gathering = Gathering::begin(book.ledger(), day(TODAY), Language::Zh, "");
    let shown = Day::of(book.ledger(), day(TODAY));
    let task = gathering.task(shown.credit.of(&Key::of("C-1")).unwrap());
    let account = book.ledger().account(&Key::of("C-1")).unwrap();
    sent(account, task.as_ref(), &named(book, "letter-formal"), book.ledger().policy(), how, "x")
}

#[test]
fn only_what_a_workbook_lacks_is_offered() {
    let mut book = book();
    let first = policy::templates();
    assert!(lacking(book.ledger().office(), &first).is_empty());
    // One that was taken out on purpose is not lacking.
    let fields = ArticleFields { text: Some(Bilingual::default()), ..ArticleFields::default() };
    let emptied = Command::RecordArticle { article: "receipt".to_owned(), fields };
    book.apply(emptied, &stamp()).unwrap();
    assert!(lacking(book.ledger().office(), &first).is_empty());
    let again = book.apply(Command::RecordArticles(first[..3].to_vec()), &stamp());
    assert_eq!(again, Err(Rejection::NothingChanged));
    let (replica, id) = (ReplicaId::from_bits(7), WorkbookId::from_bits(9));
    let earlier = Workbook::create(id, replica, "Book", Currency::CNY, &stamp());
    assert_eq!(lacking(earlier.ledger().office(), &first).len(), first.len());
}

#[test]
fn sums_of_two_currencies_have_no_capital_figures() {
    let money = |text: &str| -> Money { text.parse().unwrap() };
    let both = [money("1.00 CNY"), money("2.00 USD")];
    assert_eq!(words::sums(&both, Language::Zh), "1.00元 + USD 2.00");
    assert_eq!(words::in_capitals(&both), "");
}
