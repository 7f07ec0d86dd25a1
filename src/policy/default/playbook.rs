//! The playbook of a new workbook (D1), its intervals (D2) and the compliance guard (D9).
//! Never a step that D1 does not name; days that it leaves open are this project's own.

use super::step::{ask_for_plan, friendly_reminder, hear_the_reason, later_steps};
use crate::calendar::TimeOfDay;
use crate::money::{Currency, Money};
use crate::record::{
    AfterResult, Applies, Bilingual, Channel, CompliancePolicy, ContactResult, CreditClass,
    FollowUp, Notice, Playbook, Step,
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

pub(super) fn both(zh: &str, en: &str) -> Bilingual {
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
