//! Tags and attributes in the HTML that Trunk writes: plain, minified, without surprises.
//! Never a parser for anybody's HTML.

/// A start tag as it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// From `<` to `>`.
    pub(crate) whole: &'a str,
}

impl<'a> Tag<'a> {
    /// An attribute's value, with or without quotes around it.
    pub(crate) fn value(&self, name: &str) -> Option<&'a str> {
        let start = format!(" {name}=");
        let (_, after) = self.whole.split_once(&start)?;
        match after.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => after.split([' ', '>']).next(),
        }
    }
}

/// All start tags of a name, in order.
pub(crate) fn tags<'a>(html: &'a str, name: &str) -> Vec<Tag<'a>> {
    let start = format!("<{name} ");
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((whole, after)) = between(rest, &start, ">") {
        found.push(Tag { whole });
        rest = after;
    }
    found
}

/// The first stretch from `start` to `end`, both included, and what follows it.
pub(crate) fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<(&'a str, &'a str)> {
    let from = text.get(text.find(start)?..)?;
    let length = from.find(end)? + end.len();
    from.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_values_with_and_without_quotes() {
        let html = "<link href=./a.css rel=stylesheet><p><link rel=\"icon\" href=\"b c.svg\">";
        let tags = tags(html, "link");
        let read = |name: &str| tags.iter().map(|tag| tag.value(name)).collect::<Vec<_>>();
        assert_eq!(read("rel"), [Some("stylesheet"), Some("icon")]);
        assert_eq!(read("href"), [Some("./a.css"), Some("b c.svg")]);
        assert_eq!(read("id"), [None, None]);
    }
}
