//! Every explanation in both languages, on one customer with something of everything (C1–C5).
//! Never a sentence that only one language has.

use expect_test::{Expect, expect};
use huikuan::rule::credit::{
    alerts, credit, explain_class, explain_exposure, explain_limitation, explain_score,
    explain_tier, receivables, suggestion,
};
use huikuan::say::{
    Language, alert_cause, alert_kind, credit_line, credit_warning, limitation_line,
    suggested_action,
};

use crate::book::book;
use crate::laptop::date;

/// Everything that is said of the first customer on 2026-03-31.
fn said(language: Language) -> String {
    let mei = book(&[
        "- rate USD 2026-03-31 7.1",
        "C1 invoice A 2025-06-01 2025-07-01 40",
        "C1 pays A 2025-07-01 40",
        "C1 invoice B 2025-09-01 2025-10-01 3000",
        "C1 pays B 2025-11-25 1500",
        "C1 invoice C 2026-01-15 2026-02-14 300",
        "C1 invoice D 2026-01-15 2026-02-14 300USD",
        "C1 invoice E 2026-01-15 2026-02-14 300EUR",
        "C1 disputes C 2026-03-01 100",
        "C1 limit 1500",
        "C1 promises 2026-01-20 2026-01-30 1500 written B",
        "C1 demand 2026-02-20 delivered",
        "C1 class regular 2026-03-01 2026-12-31",
        "C1 tier A 2026-03-01 2026-12-31",
        "C1 evaluated 2025-12-31 quality",
        "C1 contract K1 2025-05-01",
    ]);
    let (ledger, as_of) = (mei.book.ledger(), date("2026-03-31"));
    let report = credit(ledger, as_of);
    let (account, held) = (ledger.accounts().next().unwrap(), &report.customers[0]);
    let policy = ledger.policy();
    let mut lines = explain_exposure(account, policy, as_of);
    lines.extend(explain_score(account, policy, as_of));
    lines.extend(explain_class(account, policy, as_of));
    lines.extend(explain_tier(held, account, policy, as_of));
    let mut said: Vec<String> = lines.iter().map(|line| credit_line(line, language)).collect();
    let limitation = explain_limitation(account, 1, policy, as_of);
    said.extend(limitation.iter().map(|line| limitation_line(line, language)));
    said.extend(alerts(ledger, &report).iter().map(|alert| {
        let (kind, cause) = (alert_kind(alert.kind(), language), &alert.cause);
        format!("! {kind}: {}", alert_cause(cause, language))
    }));
    let control = suggestion(account, held, policy, as_of, receivables(&report));
    said.extend(control.warnings.iter().map(|it| credit_warning(it, language)));
    said.extend(control.actions.iter().map(|it| suggested_action(*it, language)));
    said.join("\n")
}

fn reads(language: Language, expected: &Expect) {
    expected.assert_eq(&said(language));
}

#[test]
fn in_english() {
    reads(
        Language::En,
        &expect![[r#"
        open CNY 1,800.00, limit CNY 1,500.00
        items that fell due after 2025-03-31 and by 2026-03-31, and all that are overdue
        A due 2025-07-01, paid 2025-07-01, CNY 40.00, 0 days late
        B due 2025-10-01, paid 2025-11-25, CNY 1,500.00, 55 days late
        B due 2025-10-01, open, CNY 1,500.00, 181 days late
        C due 2026-02-14, open, CNY 300.00, 45 days late
        D due 2026-02-14, open, USD 300.00, 45 days late
        E due 2026-02-14, open, EUR 300.00, 45 days late
        5 items considered
        USD 300.00 × 7.1 in CNY
        EUR has no rate and is left out
        paid by the due day CNY 40.00 ÷ CNY 5,470.00: 0.7313 × 35
        days late 84.7075 (0 at 60): 0 × 25
        worst overdue now 181 (0 at 90): 0 × 20
        promises kept 0 ÷ 1: 0 × 10
        open CNY 1,800.00, limit CNY 1,500.00
        use of the limit 120 %: 0 × 10
        25.5941 ÷ 100 = 0.3
        CNY 1,500.00 overdue for more than 90 days, above CNY 1,000.00, the oldest 181 days: risk
        set to regular until 2026-12-31: owner knows (by rule risk)
        USD 300.00 × 7.1 in CNY
        EUR has no rate and is left out
        amount CNY 3,830.00, larger ones CNY 0.00 of CNY 3,830.00: large, 3 points × 1
        oldest item 181 days (long over 90, medium over 30): long, 3 points × 1
        class regular: 2 points × 1
        8 points (A from 7, B from 5): A
        set to A until 2026-12-31: owner knows (by rule A)
        due 2025-10-01, 3 years: last day 2028-10-02
        restarted on 2025-11-25 by a part payment: last day 2028-11-27
        restarted on 2026-01-20 by a written promise: last day 2029-01-22
        restarted on 2026-02-20 by a demand that was delivered: last day 2029-02-20
        1057 days left until 2029-02-20
        ! overdue for long: 1 item, the oldest overdue for 181 days
        ! promise broken: CNY 1,500.00 promised by 2026-01-30
        ! over the credit limit: CNY 1,800.00 open, limit CNY 1,500.00
        ! class worsened: quality → regular
        ! contract without a late-payment clause: contract K1
        ! statement unconfirmed: never confirmed
        CNY 300.00 over the limit
        100.0 % of all receivables, above 20 %
        add security
        restrict supply"#]],
    );
}

#[test]
fn in_chinese() {
    reads(
        Language::Zh,
        &expect![[r#"
        未收 CNY 1,800.00，信用额度 CNY 1,500.00
        2025-03-31 之后至 2026-03-31 到期的款项，及所有逾期未付的款项
        A 到期 2025-07-01，2025-07-01 付款，CNY 40.00，晚 0 天
        B 到期 2025-10-01，2025-11-25 付款，CNY 1,500.00，晚 55 天
        B 到期 2025-10-01，未付，CNY 1,500.00，晚 181 天
        C 到期 2026-02-14，未付，CNY 300.00，晚 45 天
        D 到期 2026-02-14，未付，USD 300.00，晚 45 天
        E 到期 2026-02-14，未付，EUR 300.00，晚 45 天
        计入 5 笔
        USD 300.00 × 7.1 折合 CNY
        EUR 没有汇率，未计入
        按期付款占比 CNY 40.00 ÷ CNY 5,470.00：0.7313 分，权重 35
        加权逾期 84.7075 天（60 天为 0 分）：0 分，权重 25
        当前最长逾期 181 天（90 天为 0 分）：0 分，权重 20
        承诺兑现 0 ÷ 1：0 分，权重 10
        未收 CNY 1,800.00，信用额度 CNY 1,500.00
        额度使用 120%：0 分，权重 10
        加权合计 25.5941 ÷ 100 = 0.3
        逾期超过 90 天的欠款 CNY 1,500.00，超过 CNY 1,000.00，最长 181 天：风险
        人工定为一般，至 2026-12-31：owner knows（按规则为风险）
        USD 300.00 × 7.1 折合 CNY
        EUR 没有汇率，未计入
        金额 CNY 3,830.00，更大的合计 CNY 0.00，共 CNY 3,830.00：大，3 分 × 1
        最长逾期 181 天（超过 90 长，超过 30 中）：长，3 分 × 1
        客户分类一般：2 分 × 1
        合计 8 分（7 分起 A，5 分起 B）：A
        人工定为 A，至 2026-12-31：owner knows（按规则为 A）
        到期日 2025-10-01，3 年：最后一天 2028-10-02
        2025-11-25 部分付款，重新计算：最后一天 2028-11-27
        2026-01-20 书面承诺，重新计算：最后一天 2029-01-22
        2026-02-20 催告送达，重新计算：最后一天 2029-02-20
        至 2029-02-20 还有 1057 天
        ! 逾期天数过长: 1 笔，最长逾期 181 天
        ! 承诺违约: 承诺 2026-01-30 付 CNY 1,500.00
        ! 超信用额度: 未收 CNY 1,800.00，信用额度 CNY 1,500.00
        ! 客户分类变差: 优质 → 一般
        ! 合同无违约金条款: 合同 K1
        ! 对账未确认: 从未确认
        超信用额度 CNY 300.00
        占全部应收 100.0%，超过 20%
        增加担保
        限制供货"#]],
    );
}
