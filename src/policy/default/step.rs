//! The steps of the playbook of a new workbook (D1): names, days, texts.
//! Never a step that D1 does not name; days that it leaves open are this project's own.

use super::playbook::both;
use crate::record::{Applies, Bilingual, Channel, Condition, Step};

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

pub(super) fn ask_for_plan() -> Step {
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

pub(super) fn hear_the_reason() -> Step {
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

pub(super) fn friendly_reminder() -> Step {
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
pub(super) fn later_steps() -> Vec<Step> {
    vec![
        formal_letter(),
        call_after_letter(),
        visit_after_letter(),
        visit_large(),
        executive(),
        final_notice(),
        hand_over(),
    ]
}

fn unanswered() -> Applies {
    Applies { unanswered: true, ..Applies::default() }
}

fn formal_letter() -> Step {
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
    }
}

fn call_after_letter() -> Step {
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
    }
}

fn visit_after_letter() -> Step {
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
    }
}

fn visit_large() -> Step {
    Step {
        applies: Applies { large: true, ..Applies::default() },
        prepare: vec![
            both("对账单、合同、送货签收", "statement, contract, proof of delivery"),
            both("还款计划表", "form for a plan"),
        ],
        script: visit_script(),
        ..step("visit-large", both("大额上门", "visit, large amount"), &[Channel::Visit], 91)
    }
}

fn executive() -> Step {
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
    }
}

fn final_notice() -> Step {
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
    }
}

fn hand_over() -> Step {
    Step {
        role: "legal".to_owned(),
        prepare: vec![both("证据清单", "evidence checklist")],
        script: both(
            "移交法务或委外：{{ amount }}，最长逾期 {{ days }} 天。",
            "Hand over to lawyers or an agency: {{ amount }}, the oldest item overdue by \
             {{ days }} days.",
        ),
        ..step("hand-over", both("移交法务或委外", "hand over"), &[Channel::Letter], 151)
    }
}

fn visit_script() -> Bilingual {
    both(
        "上门商谈 {{ amount }}（{{ items }}）的付款，最长已逾期 {{ days }} 天；可分期，请当场\
         签署还款计划。",
        "Visit about {{ amount }} ({{ items }}), the oldest item overdue by {{ days }} days; offer \
         instalments and have a plan signed.",
    )
}
