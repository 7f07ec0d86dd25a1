//! The handbook as it is read and written: articles by topic, those that a query finds, those that
//! apply to a step or a result (D10).
//! Never a text of its own.

use std::collections::BTreeSet;

use super::matches;
use crate::id::Key;
use crate::ledger::Office;
use crate::record::{ArticleFields, ArticleTopic, Bilingual, ContactResult, Playbook};

/// The topics, in the order of the handbook.
pub const TOPICS: [ArticleTopic; 4] =
    [ArticleTopic::Script, ArticleTopic::Objection, ArticleTopic::Case, ArticleTopic::Legal];

/// An article with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Article<'a> {
    /// Its name.
    pub key: &'a Key,
    /// What it says.
    pub fields: &'a ArticleFields,
}

impl Article<'_> {
    /// What it is; a script when nobody said.
    #[must_use]
    pub fn topic(&self) -> ArticleTopic {
        self.fields.topic.unwrap_or(ArticleTopic::Script)
    }

    fn is_read(&self) -> bool {
        self.topic() != ArticleTopic::Template && self.is_there()
    }

    fn is_there(&self) -> bool {
        let says = |text: &Option<Bilingual>| {
            text.as_ref().is_some_and(|text| !(text.zh.is_empty() && text.en.is_empty()))
        };
        says(&self.fields.text)
    }

    fn found_by(&self, query: &str) -> bool {
        let both = |text: &Option<Bilingual>| text.clone().unwrap_or_default();
        let (title, text) = (both(&self.fields.title), both(&self.fields.text));
        let applies = self.fields.applies_to.clone().unwrap_or_default().join(" ");
        matches(query, &[self.key.as_str(), &title.zh, &title.en, &text.zh, &text.en, &applies])
    }
}

/// The articles that a query finds, in the order of topics, then of names; what is empty in both
/// languages was taken out of the handbook. Templates of letters are not read there.
#[must_use]
pub fn articles<'a>(office: &'a Office, query: &str) -> Vec<Article<'a>> {
    let all = office.articles.iter().map(|(key, fields)| Article { key, fields });
    let mut found: Vec<Article<'a>> =
        all.filter(|article| article.is_read() && article.found_by(query)).collect();
    let place = |topic: ArticleTopic| TOPICS.iter().position(|held| *held == topic);
    found.sort_by_key(|article| place(article.topic()));
    found
}

/// The articles that apply to a step of the playbook or to a result of a contact, by their names:
/// those of the step first, each once.
#[must_use]
pub fn for_step<'a>(
    office: &'a Office,
    step: Option<&str>,
    result: Option<ContactResult>,
) -> Vec<Article<'a>> {
    let names = step.into_iter().chain(result.map(result_name));
    let mut found: Vec<Article<'a>> = Vec::new();
    for name in names {
        let applies = |article: &Article<'_>| {
            let named = article.fields.applies_to.as_deref().unwrap_or_default();
            named.iter().any(|held| held == name)
        };
        let own = articles(office, "").into_iter().filter(applies);
        for article in own {
            if found.iter().all(|held| held.key != article.key) {
                found.push(article);
            }
        }
    }
    found
}

/// The name under which an article applies to a result.
#[must_use]
pub const fn result_name(result: ContactResult) -> &'static str {
    match result {
        ContactResult::Promises => "promises",
        ContactResult::Disputes => "disputes",
        ContactResult::Refuses => "refuses",
        ContactResult::AsksForPlan => "asks_for_plan",
        ContactResult::NoAnswer => "no_answer",
        ContactResult::WrongNumber => "wrong_number",
        ContactResult::InvoiceNotReceived => "invoice_not_received",
        ContactResult::WaitingForApproval => "waiting_for_approval",
        ContactResult::SaysPaid => "says_paid",
        ContactResult::VisitedMet => "visited_met",
        ContactResult::VisitedNotMet => "visited_not_met",
        ContactResult::Sent => "sent",
        ContactResult::LetterDelivered => "letter_delivered",
        ContactResult::LetterReturned => "letter_returned",
        ContactResult::Acknowledged => "acknowledged",
    }
}

/// An article as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleForm {
    /// Its name; a new one is made from its title when this is empty.
    pub name: String,
    /// Heading in Chinese and in English.
    pub title: [String; 2],
    /// What it is.
    pub topic: usize,
    /// The text in Chinese and in English.
    pub text: [String; 2],
    /// Names of steps and results, blanks apart.
    pub applies_to: String,
}

impl ArticleForm {
    /// The form of what an article says.
    #[must_use]
    pub fn of(article: &Article<'_>) -> Self {
        let both = |text: &Option<Bilingual>| {
            let Bilingual { zh, en } = text.clone().unwrap_or_default();
            [zh, en]
        };
        let topic = TOPICS.iter().position(|held| *held == article.topic());
        Self {
            name: article.key.to_string(),
            title: both(&article.fields.title),
            topic: topic.unwrap_or(0),
            text: both(&article.fields.text),
            applies_to: article.fields.applies_to.clone().unwrap_or_default().join(" "),
        }
    }

    /// The article that it states: name, and the fields that differ from `shown`.
    #[must_use]
    pub fn read(&self, shown: Option<&ArticleFields>) -> (String, ArticleFields) {
        let both = |[zh, en]: &[String; 2]| Bilingual {
            zh: zh.trim().to_owned(),
            en: en.trim_end().to_owned(),
        };
        let words = self.applies_to.split([' ', ',', '，', '、', '\n']);
        let words = words.map(str::trim).filter(|word| !word.is_empty());
        let stated = ArticleFields {
            title: Some(both(&self.title)),
            topic: TOPICS.get(self.topic).copied(),
            text: Some(both(&self.text)),
            applies_to: Some(words.map(str::to_owned).collect()),
            channel: None,
        };
        let named = [&self.name, &self.title[0], &self.title[1]];
        let name = named.into_iter().map(|text| text.trim()).find(|text| !text.is_empty());
        let name = name.unwrap_or_default().to_owned();
        let fields = match shown {
            Some(shown) => changed(&stated, shown),
            None => stated,
        };
        (name, fields)
    }
}

fn changed(stated: &ArticleFields, shown: &ArticleFields) -> ArticleFields {
    use crate::record::Fields;
    let mut changed = ArticleFields::default();
    for name in stated.stated() {
        if !stated.agrees(shown, name) {
            changed.take(stated, name);
        }
    }
    changed
}

/// The names of every step and notice of a playbook.
#[must_use]
pub fn step_names(playbook: &Playbook) -> BTreeSet<String> {
    let ladders = [&playbook.a, &playbook.b, &playbook.c].into_iter().flatten();
    let steps = ladders.map(|step| step.name.clone());
    steps.chain(playbook.before_due.iter().map(|notice| notice.name.clone())).collect()
}

/// Names of steps and results that no step and no result has: a slip of the pen.
#[must_use]
pub fn unknown_names(form: &ArticleForm, steps: &BTreeSet<String>) -> Vec<String> {
    let (_, fields) = form.read(None);
    let results = crate::view::deed::RESULTS.map(result_name);
    let named = fields.applies_to.unwrap_or_default().into_iter();
    named.filter(|name| !steps.contains(name) && !results.contains(&name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Office;

    fn office() -> Office {
        let article = |topic, title: &str, applies: &[&str], text: &str| ArticleFields {
            title: Some(Bilingual { zh: title.to_owned(), en: title.to_owned() }),
            topic: Some(topic),
            text: Some(Bilingual { zh: text.to_owned(), en: String::new() }),
            applies_to: Some(applies.iter().map(|name| (*name).to_owned()).collect()),
            channel: None,
        };
        let mut office = Office::default();
        let all = [
            ("law", article(ArticleTopic::Legal, "Three years", &["formal-letter"], "limitation")),
            ("cash", article(ArticleTopic::Objection, "Cash is short", &["promises"], "agree")),
            ("gone", article(ArticleTopic::Script, "Gone", &["promises"], "")),
            ("letter", article(ArticleTopic::Template, "Letter", &["formal-letter"], "limit")),
            (
                "call",
                article(ArticleTopic::Script, "First call", &["formal-letter", "promises"], "t"),
            ),
        ];
        for (name, fields) in all {
            office.articles.insert(Key::of(name), fields);
        }
        office
    }

    fn names(found: &[Article<'_>]) -> Vec<String> {
        found.iter().map(|article| article.key.to_string()).collect()
    }

    #[test]
    fn articles_stand_by_topic_and_an_emptied_one_is_gone() {
        let office = office();
        assert_eq!(names(&articles(&office, "")), ["CALL", "CASH", "LAW"]);
        assert_eq!(names(&articles(&office, "limit")), ["LAW"]);
        assert!(articles(&office, "Gone").is_empty());
    }

    #[test]
    fn the_articles_of_a_step_come_before_those_of_a_result_each_once() {
        let office = office();
        let found = for_step(&office, Some("formal-letter"), Some(ContactResult::Promises));
        assert_eq!(names(&found), ["CALL", "LAW", "CASH"]);
        assert!(for_step(&office, None, None).is_empty());
    }

    #[test]
    fn a_form_states_only_what_differs_and_takes_its_name_from_its_title() {
        let office = office();
        let all = articles(&office, "");
        let mut form = ArticleForm::of(&all[1]);
        form.title[1] = "No cash".to_owned();
        let (name, fields) = form.read(Some(all[1].fields));
        assert_eq!(name, "CASH");
        let title = Bilingual { zh: "Cash is short".to_owned(), en: "No cash".to_owned() };
        assert_eq!(fields, ArticleFields { title: Some(title), ..ArticleFields::default() });
        let new = ArticleForm {
            title: ["新话术".to_owned(), String::new()],
            ..ArticleForm::default()
        };
        assert_eq!(new.read(None).0, "新话术");
    }

    #[test]
    fn a_name_that_nothing_has_is_found() {
        let steps = BTreeSet::from(["formal-letter".to_owned()]);
        let form = ArticleForm {
            applies_to: "formal-letter, no_answer formal-leter".to_owned(),
            ..ArticleForm::default()
        };
        assert_eq!(unknown_names(&form, &steps), ["formal-leter"]);
    }
}
