//! The playbook of a new workbook (D1), its intervals (D2) and the compliance guard (D9).
//! Never a step that D1 does not name; days that it leaves open are this project's own.

use crate::calendar::TimeOfDay;
use crate::money::{Currency, Money};
use crate::record::{
    AfterResult, Applies, Bilingual, Channel, CompliancePolicy, Condition, ContactResult,
    CreditClass, FollowUp, Notice, Playbook, Step,
};

/// D1, with its default numbers.
pub(in crate::policy) fn playbook(base: Currency) -> Playbook {
    let ladder = |first: Step| {
        let mut steps = vec![first];
        steps.extend(later_steps());
        steps
    };
    Playbook {
        intensity_percent: 100,
        quiet_days: 2,
        grace_days: [7, 3, 0],
        promise_tolerance_days: 2,
        before_due: before_due(),
        a: ladder(ask_for_plan()),
        b: ladder(hear_the_reason()),
        c: ladder(friendly_reminder()),
        follow_up: FollowUp {
            early_until_days: 30,
            early_every_days: 7,
            late_every_days: 3,
            phone_every_days: [7, 14, 28],
            channels: vec![Channel::Wechat, Channel::Sms, Channel::Email],
            script: both(
                "{{ person }}您好，贵司仍有 {{ amount }} 逾期 {{ days }} 天未付（{{ items }}），\
                 请告知付款安排。",
                "Dear {{ person }}, {{ amount }} ({{ items }}) is still unpaid after {{ days }} \
                 days. Please tell us when you will pay.",
            ),
        },
        after_result: after_results(),
        large_amount: Money::new(10_000_000, base).unwrap_or(Money::zero(base)),
    }
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

fn notice(name: &str, title: Bilingual, channels: &[Channel], days_before: u32) -> Notice {
    Notice {
        name: name.to_owned(),
        title,
        channels: channels.to_vec(),
        applies: Applies::default(),
        days_before,
        working: false,
        script: both(
            "{{ person }}您好，贵司 {{ amount }}（{{ items }}）将于 {{ due_on }} 到期，\
             请安排付款。",
            "Dear {{ person }}, {{ amount }} ({{ items }}) falls due on {{ due_on }}. Please \
             arrange payment.",
        ),
    }
}

fn before_due() -> Vec<Notice> {
    let visit = Notice {
        applies: Applies { large: true, ..Applies::default() },
        ..notice("pre-due-visit", both("到期前拜访", "visit before due"), &[Channel::Visit], 10)
    };
    let quality = Notice {
        applies: Applies { classes: vec![CreditClass::Quality], ..Applies::default() },
        ..notice(
            "pre-due-email",
            both("到期提醒", "notice before due"),
            &[Channel::Email, Channel::Phone],
            7,
        )
    };
    let others = Notice {
        applies: Applies {
            classes: vec![CreditClass::Regular, CreditClass::Risk],
            ..Applies::default()
        },
        working: true,
        ..notice(
            "pre-due-sms",
            both("到期提醒", "notice before due"),
            &[Channel::Sms, Channel::Phone, Channel::Statement],
            5,
        )
    };
    vec![visit, quality, others]
}

fn step(name: &str, title: Bilingual, channels: &[Channel], overdue_days_min: u32) -> Step {
    Step {
        name: name.to_owned(),
        title,
        channels: channels.to_vec(),
        when: Condition { overdue_days_min, ..Condition::default() },
        applies: Applies::default(),
        script: Bilingual::default(),
        role: String::new(),
        prepare: Vec::new(),
        answer_working_days: None,
    }
}

fn first(name: &str, title: Bilingual, channels: &[Channel]) -> Step {
    let step = step(name, title, channels, 1);
    Step { when: Condition { after_grace: true, ..step.when }, ..step }
}

fn ask_for_plan() -> Step {
    Step {
        answer_working_days: Some(7),
        prepare: vec![both("对账单", "statement of account"), both("合同", "contract")],
        script: both(
            "{{ customer }}：贵司尚欠 {{ amount }}（{{ items }}），最长已逾期 {{ days }} 天。\
             请于 {{ answer_by }} 前提交还款计划，可上门商谈或分期付款。",
            "{{ customer }}: {{ amount }} is overdue ({{ items }}), the oldest item by {{ days }} \
             days. Please send us a repayment plan by {{ answer_by }}; we can meet or agree \
             instalments.",
        ),
        ..first(
            "ask-for-plan",
            both("催款函，要求还款计划", "letter asking for a plan"),
            &[Channel::Letter, Channel::Email],
        )
    }
}

fn hear_the_reason() -> Step {
    Step {
        script: both(
            "{{ person }}您好，我是{{ firm }}。贵司 {{ amount }}（{{ items }}）已逾期 {{ days }} \
             天，想了解一下原因，方便的话请告知付款日期。",
            "Good morning {{ person }}, this is {{ firm }}. {{ amount }} ({{ items }}) has been \
             overdue for {{ days }} days: may I ask what holds it up, and when you will pay?",
        ),
        ..first(
            "hear-the-reason",
            both("电话了解原因", "call to hear the reason"),
            &[Channel::Phone],
        )
    }
}

fn friendly_reminder() -> Step {
    Step {
        script: both(
            "{{ person }}您好，温馨提醒：贵司 {{ amount }}（{{ items }}）已到期 {{ days }} 天，\
             如已付款请忽略。{{ firm }}",
            "Dear {{ person }}, a friendly reminder: {{ amount }} ({{ items }}) was due {{ days }} \
             days ago. If you have paid, please disregard this. {{ firm }}",
        ),
        ..first(
            "friendly-reminder",
            both("友好提醒", "friendly reminder"),
            &[Channel::Sms, Channel::Email, Channel::Wechat],
        )
    }
}

/// What every tier goes on with after its first contact.
fn later_steps() -> Vec<Step> {
    let unanswered = || Applies { unanswered: true, ..Applies::default() };
    vec![
        Step {
            answer_working_days: Some(7),
            role: "collections".to_owned(),
            prepare: vec![
                both("对账单及回执", "statement with return slip"),
                both("发票与送货签收", "invoices and proof of delivery"),
            ],
            script: both(
                "{{ customer }}：贵司 {{ amount }}（{{ items }}）最长已逾期 {{ days }} 天。\
                 请于 {{ answer_by }} 前付清或书面答复，逾期我司将暂停供货并考虑进一步措施；\
                 可商谈分期。",
                "{{ customer }}: {{ amount }} ({{ items }}) is overdue, the oldest item by \
                 {{ days }} days. Please pay or answer in writing by {{ answer_by }}; we may \
                 otherwise stop supply and take further steps. Instalments can be agreed.",
            ),
            ..step("formal-letter", both("正式催款函", "formal letter"), &[Channel::Letter], 61)
        },
        Step {
            applies: unanswered(),
            script: both(
                "{{ person }}您好，我司催款函要求的答复期限已过，{{ amount }} 仍未收到，\
                 请今天确认付款日期。",
                "Good morning {{ person }}, the deadline in our letter has passed and {{ amount }} \
                 has not arrived. Please name the day of payment today.",
            ),
            ..step(
                "call-after-letter",
                both("催款函未复，电话", "call, letter unanswered"),
                &[Channel::Phone],
                61,
            )
        },
        Step {
            applies: unanswered(),
            prepare: vec![both("对账单、催款函副本、授权书", "statement, letter, authority")],
            script: visit_script(),
            ..step(
                "visit-after-letter",
                both("催款函未复，上门", "visit, letter unanswered"),
                &[Channel::Visit],
                61,
            )
        },
        Step {
            applies: Applies { large: true, ..Applies::default() },
            prepare: vec![
                both("对账单、合同、送货签收", "statement, contract, proof of delivery"),
                both("还款计划表", "form for a plan"),
            ],
            script: visit_script(),
            ..step("visit-large", both("大额上门", "visit, large amount"), &[Channel::Visit], 91)
        },
        Step {
            applies: Applies { key_account: true, ..Applies::default() },
            role: "lead".to_owned(),
            script: both(
                "请双方负责人沟通 {{ amount }} 的付款安排与后续合作。",
                "Executives of both sides talk about payment of {{ amount }} and about further \
                 business.",
            ),
            ..step(
                "executive",
                both("高层沟通", "executive to executive"),
                &[Channel::Meeting, Channel::Phone],
                91,
            )
        },
        Step {
            answer_working_days: Some(7),
            role: "lead".to_owned(),
            script: both(
                "{{ customer }}：贵司 {{ amount }}（{{ items }}）最长已逾期 {{ days }} 天。\
                 自即日起暂停供货；{{ answer_by }} 前仍未付清或达成书面还款安排的，\
                 我司将依法追讨。",
                "{{ customer }}: {{ amount }} ({{ items }}) is overdue, the oldest item by \
                 {{ days }} days. Supply stops today; unless it is paid or a written arrangement \
                 is made by {{ answer_by }}, we shall claim it by law.",
            ),
            ..step(
                "final-notice",
                both("最后通知并停止供货", "final notice, supply stops"),
                &[Channel::Letter],
                121,
            )
        },
        Step {
            role: "legal".to_owned(),
            prepare: vec![both("证据清单", "evidence checklist")],
            script: both(
                "移交法务或委外：{{ amount }}，最长逾期 {{ days }} 天。",
                "Hand over to lawyers or an agency: {{ amount }}, the oldest item overdue by \
                 {{ days }} days.",
            ),
            ..step("hand-over", both("移交法务或委外", "hand over"), &[Channel::Letter], 151)
        },
    ]
}

fn visit_script() -> Bilingual {
    both(
        "上门商谈 {{ amount }}（{{ items }}）的付款，最长已逾期 {{ days }} 天；可分期，请当场\
         签署还款计划。",
        "Visit about {{ amount }} ({{ items }}), the oldest item overdue by {{ days }} days; offer \
         instalments and have a plan signed.",
    )
}

/// Days to the next contact; results that are not listed leave it to the intervals.
fn after_results() -> Vec<AfterResult> {
    use ContactResult as R;
    let days = |result, days| AfterResult { result, days, working: false };
    let working = |result, days| AfterResult { result, days, working: true };
    vec![
        working(R::NoAnswer, 2),
        working(R::WrongNumber, 1),
        working(R::VisitedNotMet, 2),
        working(R::LetterReturned, 1),
        working(R::InvoiceNotReceived, 3),
        working(R::SaysPaid, 2),
        working(R::AsksForPlan, 3),
        days(R::WaitingForApproval, 5),
        days(R::Refuses, 2),
    ]
}

/// D9: 08:00–21:00, best 10–12 and 14–17.
pub(in crate::policy) fn compliance() -> CompliancePolicy {
    let at = |hour: u16| TimeOfDay::new(hour, 0).unwrap_or_default();
    let words = ["后果自负", "不客气", "曝光", "上门闹", "抓人", "坐牢", "老赖", "threat", "jail"];
    CompliancePolicy {
        hours_from: at(8),
        hours_until: at(21),
        preferred_hours: vec![[at(10), at(12)], [at(14), at(17)]],
        contact_count_day_max: 2,
        contact_count_week_max: 4,
        words_to_avoid: words.map(str::to_owned).to_vec(),
    }
}
