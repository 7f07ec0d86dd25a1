//! Templates that are as they should be, and every kind that is not.

use super::*;
use crate::letter::field::{LateChargeFacts, LetterItem};
use rstest::rstest;

fn data() -> LetterData {
    let item = |number: &str, open: &str| LetterItem {
        number: number.to_owned(),
        open: open.to_owned(),
        days: Some(45),
        ..LetterItem::default()
    };
    LetterData {
        customer: "<script>alert('1')</script> & 华远".to_owned(),
        person: "王芳".to_owned(),
        amount: "386,400.00元".to_owned(),
        days: Some(45),
        items: vec![item("R-1", "300,000.00元"), item("R-2", "86,400.00元")],
        item_numbers: "R-1, R-2".to_owned(),
        tier: "A".to_owned(),
        firm: "华远".to_owned(),
        ..LetterData::default()
    }
}

fn filled(template: &str) -> Rendered {
    render(template, &data()).unwrap()
}

#[rstest]
#[case::field("{{ person }}您好，{{ amount }}", "王芳您好，386,400.00元")]
#[case::count("{{ days }} + 1 = {{ days + 1 }}", "45 + 1 = 46")]
#[case::numbers("（{{ items }}）", "（R-1, R-2）")]
#[case::rows(
    "{% for item in items %}{{ item.number }} {{ item.open }};{% endfor %}",
    "R-1 300,000.00元;R-2 86,400.00元;"
)]
#[case::condition("{% if tier == \"A\" %}正式{% else %}友好{% endif %}", "正式")]
#[case::absent_is_false("{% if late_charge %}有{% else %}无{% endif %}", "无")]
#[case::absent_group_is_false("{% if late_charge.total %}有{% else %}无{% endif %}", "无")]
#[case::absent_rows("{% for it in discount.items %}x{% endfor %}-", "-")]
#[case::defined("{% if plan is undefined and person is defined %}ja{% endif %}", "ja")]
#[case::default("{{ by | default(\"财务部\") }}", "财务部")]
#[case::block_lines_vanish("a\n{% if days %}\nb\n{% endif %}\nc", "a\nb\nc")]
#[case::range("{% for i in range(3) %}{{ i }}{% endfor %}", "012")]
#[case::html_stays_text("{{ customer }}", "<script>alert('1')</script> & 华远")]
#[case::markers_pass("[[items]]\n[[slip]]", "[[items]]\n[[slip]]")]
fn a_template_is_filled_in(#[case] template: &str, #[case] letter: &str) {
    assert_eq!(filled(template), Rendered { text: letter.to_owned(), missing: Vec::new() });
}

#[rstest]
#[case("{{ by }}", "[by]", &["by"])]
#[case("{{ by }} {{ by }} {{ code }}", "[by] [by] [code]", &["by", "code"])]
#[case("{{ late_charge.total }}", "[late_charge.total]", &["late_charge.total"])]
#[case("{{ custmer }}", "[custmer]", &["custmer"])]
#[case("{% for i in items %}{{ i.due }}{% endfor %}", "[items.due][items.due]", &["items.due"])]
#[case("{{ by ~ \"!\" }}", "[by]!", &["by"])]
#[case::table_of_nothing("a\n[[late_charge]]\nb", "a\n[late_charge]\nb", &["late_charge"])]
fn a_missing_field_is_named(
    #[case] template: &str,
    #[case] letter: &str,
    #[case] missing: &[&str],
) {
    let Rendered { text, missing: told } = filled(template);
    assert_eq!(
        (text.as_str(), told),
        (letter, missing.iter().map(|it| (*it).to_owned()).collect())
    );
}

#[test]
fn a_group_names_what_it_lacks() {
    let charge = LateChargeFacts { total: "12.00元".to_owned(), ..LateChargeFacts::default() };
    let data = LetterData { late_charge: Some(charge), ..data() };
    let rendered = render("{{ late_charge.total }} {{ late_charge.until }}", &data).unwrap();
    assert_eq!(rendered.text, "12.00元 [late_charge.until]");
}

#[rstest]
#[case::missing_brace("一\n二 {{ person }\n三", TemplateFault::Unclosed, Some(2))]
#[case::missing_end("{{ person", TemplateFault::Unclosed, Some(1))]
#[case::missing_endif("{% if days %}\nx", TemplateFault::Unclosed, Some(2))]
#[case::nonsense("a\n{% fi %}", TemplateFault::Syntax, Some(2))]
#[case::unknown_filter("{{ person | shout }}", TemplateFault::Unknown { name: "shout".to_owned() },
    Some(1))]
#[case::unknown_function("\n{{ shout() }}", TemplateFault::Failed, Some(2))]
#[case::endless(
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    TemplateFault::Endless,
    Some(1)
)]
#[case::cannot_be_done("{{ person + 1 }}", TemplateFault::Failed, Some(1))]
#[case::letter_too_long(
    "{% for a in range(9999) %}一行很长很长很长很长很长的文字，写了又写。{% endfor %}",
    TemplateFault::LetterTooLong,
    None
)]
fn a_bad_template_says_why(
    #[case] template: &str,
    #[case] fault: TemplateFault,
    #[case] line: Option<u32>,
) {
    assert_eq!(render(template, &data()), Err(TemplateError { fault, line }));
}

#[test]
fn a_megabyte_of_text_is_refused_before_it_is_read() {
    let text = "款".repeat(350_000);
    let fault = TemplateFault::TooLong { bytes: 1_050_000 };
    assert_eq!(render(&text, &data()), Err(TemplateError { fault, line: None }));
}

#[test]
fn an_endless_loop_ends_soon_and_the_next_letter_is_made() {
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}";
    let template = Template::read(endless).unwrap();
    for _ in 0..20 {
        assert_eq!(template.fill(&data()).unwrap_err().fault, TemplateFault::Endless);
    }
    assert_eq!(filled("{{ days }}").text, "45");
}
