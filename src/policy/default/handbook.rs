//! The handbook of a new workbook (D10), in both languages.
//! Never advice on a single case: the notes say what to look up.

use crate::id::Key;
use crate::record::{ArticleFields, ArticleStatement, ArticleTopic, Bilingual};

/// The articles with which a workbook begins.
///
/// They stand in `handbook.zh.txt` and `handbook.en.txt`, which hold the same articles in the same
/// order: a line `# name | topic | where it applies`, the heading, and the text until the next
/// such line.
#[must_use]
pub fn articles() -> Vec<ArticleStatement> {
    let zh = split(include_str!("handbook.zh.txt"));
    let en = split(include_str!("handbook.en.txt"));
    let pairs = zh.into_iter().zip(en);
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
    let both = |zh: &str, en: &str| Bilingual {
        zh: zh.trim_end().to_owned(),
        en: en.trim_end().to_owned(),
    };
    let fields = ArticleFields {
        title: Some(both(zh.title, en.title)),
        topic: Some(topic),
        text: Some(both(&zh.text, &en.text)),
        applies_to: Some(applies_to.map(str::to_owned).collect()),
    };
    Some(ArticleStatement { article: Key::of(name), fields })
}

fn topic(name: &str) -> Option<ArticleTopic> {
    match name {
        "objection" => Some(ArticleTopic::Objection),
        "script" => Some(ArticleTopic::Script),
        "case" => Some(ArticleTopic::Case),
        "legal" => Some(ArticleTopic::Legal),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
