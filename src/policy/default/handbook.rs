//! The handbook of a new workbook (D10) and its templates (F1), in both languages.
//! Never advice on a single case: the notes say what to look up.

use crate::id::Key;
use crate::record::{ArticleFields, ArticleStatement, ArticleTopic, Bilingual, Channel};

/// The articles with which a workbook begins.
///
/// They stand in `handbook.zh.txt` and `handbook.en.txt`, which hold the same articles in the same
/// order: a line `# name | topic | where it applies`, the heading, and the text until the next
/// such line.
#[must_use]
pub fn articles() -> Vec<ArticleStatement> {
    read(include_str!("handbook.zh.txt"), include_str!("handbook.en.txt"))
}

/// The templates of letters and messages with which a workbook begins (F1).
///
/// They stand in `template.zh.txt` and `template.en.txt` as the articles do, with the channel as a
/// fourth name. Whoever calls this carries their texts: the page asks its worker for them.
#[must_use]
pub fn templates() -> Vec<ArticleStatement> {
    read(include_str!("template.zh.txt"), include_str!("template.en.txt"))
}

fn read(zh: &str, en: &str) -> Vec<ArticleStatement> {
    let pairs = split(zh).into_iter().zip(split(en));
    pairs.filter_map(|(zh, en)| article(&zh, &en)).collect()
}

/// An article of one language: its line of names, its heading, its text.
struct Written<'a> {
    names: &'a str,
    title: &'a str,
    text: String,
}

fn split(file: &str) -> Vec<Written<'_>> {
    let mut articles: Vec<Written<'_>> = Vec::new();
    for line in file.lines() {
        if let Some(names) = line.strip_prefix("# ") {
            articles.push(Written { names, title: "", text: String::new() });
        } else if let Some(article) = articles.last_mut() {
            if article.title.is_empty() {
                article.title = line.trim();
            } else if !(line.trim().is_empty() && article.text.is_empty()) {
                article.text.push_str(line.trim_end());
                article.text.push('\n');
            }
        }
    }
    articles
}

fn article(zh: &Written<'_>, en: &Written<'_>) -> Option<ArticleStatement> {
    let mut names = zh.names.split('|').map(str::trim);
    let (name, topic) = (names.next()?, topic(names.next()?)?);
    let applies_to = names.next().unwrap_or_default().split_whitespace();
    let channel = names.next().and_then(channel);
    let both = |zh: &str, en: &str| Bilingual {
        zh: zh.trim_end().to_owned(),
        en: en.trim_end().to_owned(),
    };
    let fields = ArticleFields {
        title: Some(both(zh.title, en.title)),
        topic: Some(topic),
        text: Some(both(&zh.text, &en.text)),
        applies_to: Some(applies_to.map(str::to_owned).collect()),
        channel,
    };
    Some(ArticleStatement { article: Key::of(name), fields })
}

fn topic(name: &str) -> Option<ArticleTopic> {
    match name {
        "objection" => Some(ArticleTopic::Objection),
        "script" => Some(ArticleTopic::Script),
        "case" => Some(ArticleTopic::Case),
        "legal" => Some(ArticleTopic::Legal),
        "template" => Some(ArticleTopic::Template),
        _ => None,
    }
}

fn channel(name: &str) -> Option<Channel> {
    match name {
        "phone" => Some(Channel::Phone),
        "sms" => Some(Channel::Sms),
        "email" => Some(Channel::Email),
        "wechat" => Some(Channel::Wechat),
        "letter" => Some(Channel::Letter),
        "statement" => Some(Channel::Statement),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn both_languages_hold_the_same_articles_and_every_one_is_read() {
        let (zh, en) = (include_str!("handbook.zh.txt"), include_str!("handbook.en.txt"));
        let names = |file: &str| -> Vec<String> {
            file.lines().filter(|line| line.starts_with("# ")).map(str::to_owned).collect()
        };
        assert_eq!(names(zh), names(en));
        let articles = articles();
        assert_eq!(articles.len(), names(zh).len());
        for article in &articles {
            let text = article.fields.text.as_ref().unwrap();
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", article.article);
        }
        let keys: BTreeSet<&Key> = articles.iter().map(|article| &article.article).collect();
        assert_eq!(keys.len(), articles.len());
    }

    #[test]
    fn both_languages_hold_the_same_templates_each_with_a_channel_and_a_use() {
        let (zh, en) = (include_str!("template.zh.txt"), include_str!("template.en.txt"));
        let names = |file: &str| -> Vec<String> {
            file.lines().filter(|line| line.starts_with("# ")).map(str::to_owned).collect()
        };
        assert_eq!(names(zh), names(en));
        let templates = templates();
        assert_eq!(templates.len(), names(zh).len());
        let mut keys: BTreeSet<Key> = articles().into_iter().map(|held| held.article).collect();
        for ArticleStatement { article, fields } in templates {
            assert_eq!(fields.topic, Some(ArticleTopic::Template), "{article}");
            assert!(fields.channel.is_some(), "{article} has no channel");
            assert!(!fields.applies_to.unwrap().is_empty(), "{article} is for nothing");
            let text = fields.text.unwrap();
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{article}");
            assert!(keys.insert(article.clone()), "{article} is named twice");
        }
    }

    /// `NoAnswer` as `no_answer`.
    fn snake_case(name: &str) -> String {
        let letters = name.char_indices().flat_map(|(place, letter)| {
            let gap = (place > 0 && letter.is_uppercase()).then_some('_');
            gap.into_iter().chain(letter.to_lowercase())
        });
        letters.collect()
    }

    #[test]
    fn every_article_applies_to_steps_and_results_that_there_are() {
        use crate::record::ContactResult as R;
        let results = [
            R::Promises,
            R::Disputes,
            R::Refuses,
            R::AsksForPlan,
            R::NoAnswer,
            R::WrongNumber,
            R::InvoiceNotReceived,
            R::WaitingForApproval,
            R::SaysPaid,
            R::VisitedMet,
            R::VisitedNotMet,
            R::Sent,
            R::LetterDelivered,
            R::LetterReturned,
            R::Acknowledged,
        ];
        let playbook = crate::policy::Policy::default().playbook;
        let steps = playbook.a.iter().chain(&playbook.b).chain(&playbook.c);
        let mut known: BTreeSet<String> = steps.map(|step| step.name.clone()).collect();
        known.extend(playbook.before_due.iter().map(|notice| notice.name.clone()));
        let mut used = BTreeSet::new();
        for article in articles() {
            for name in article.fields.applies_to.unwrap() {
                let is_result = results.iter().any(|held| snake_case(&format!("{held:?}")) == name);
                assert!(is_result || known.contains(&name), "{}: {name}", article.article);
                used.insert(name);
            }
        }
        let unused: Vec<&String> = known.difference(&used).collect();
        assert_eq!(unused, Vec::<&String>::new(), "steps without an article");
    }
}
