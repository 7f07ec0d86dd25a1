//! Where the lines of a file break: one fact a line, one row of an import a line.
//! Never changes a token, so that text read from a newer version is written as it was read.

/// Depth of an entry's list of facts, counted in open brackets.
const FACTS_DEPTH: usize = 2;
/// Depth of a list of rows: entry, facts, fact, rows, list.
const ROWS_DEPTH: usize = 5;

/// An entry's JSON laid out for a file: every fact on a line of its own, every row too.
pub(super) fn block(json: &str) -> String {
    lay_out(json, true)
}

/// An entry's JSON on one line and without blanks between its tokens.
pub(super) fn line(json: &str) -> String {
    lay_out(json, false)
}

/// What is known of the brackets that are open.
#[derive(Default)]
struct Open {
    depth: usize,
    /// The list of facts, or a list of rows within it, is laid out in lines.
    facts: bool,
    rows: bool,
    /// The last key of the entry and of the fact, as they stand between quotation marks.
    entry_key: String,
    fact_key: String,
}

impl Open {
    /// True when elements of the innermost list stand on lines of their own.
    const fn in_lines(&self) -> bool {
        (self.depth == FACTS_DEPTH && self.facts) || (self.depth == ROWS_DEPTH && self.rows)
    }

    fn push(&mut self, list: bool) {
        self.depth += 1;
        if self.depth == FACTS_DEPTH {
            self.facts = list && self.entry_key == "facts";
            self.rows = false;
        }
        if self.depth == ROWS_DEPTH {
            self.rows = list && self.facts && self.fact_key == "rows";
        }
    }

    fn key(&mut self, key: &str) {
        if self.depth == FACTS_DEPTH - 1 {
            key.clone_into(&mut self.entry_key);
        } else if self.depth == FACTS_DEPTH + 1 {
            key.clone_into(&mut self.fact_key);
        }
    }
}

fn lay_out(json: &str, lines: bool) -> String {
    let mut out = String::with_capacity(json.len() + 64);
    let mut open = Open::default();
    let mut text = "";
    let mut rest = json;
    while let Some(token) = rest.chars().next() {
        let mut length = token.len_utf8();
        match token {
            '"' => {
                length = text_length(rest);
                text = rest.get(1..length.saturating_sub(1)).unwrap_or_default();
                out.push_str(rest.get(..length).unwrap_or(rest));
            }
            ' ' | '\t' | '\r' | '\n' => {}
            '{' | '[' => {
                open.push(token == '[');
                out.push(token);
                let empty = rest.get(1..).unwrap_or_default().trim_start().starts_with(']');
                if lines && open.in_lines() && !empty {
                    out.push('\n');
                }
            }
            '}' | ']' => {
                if lines && open.in_lines() && !out.ends_with('[') {
                    out.push('\n');
                }
                out.push(token);
                open.depth = open.depth.saturating_sub(1);
            }
            ',' => {
                out.push(',');
                if lines && open.in_lines() {
                    out.push('\n');
                }
            }
            ':' => {
                open.key(text);
                out.push(':');
            }
            _ => out.push(token),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

/// Length in bytes of the quoted text that `json` begins with, marks included.
fn text_length(json: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    json.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn facts_and_rows_stand_on_lines_of_their_own() {
        let json = r#"{ "id":"a", "facts": [{"rows":{"documents":[{"row":2,"x":[1,2]},
            {"row":3}],"receipts":[]}}, {"layout":{"headings":["a, b","[\"c"]}}] ,"digest":"0"}"#;
        expect![[r#"
            {"id":"a","facts":[
            {"rows":{"documents":[
            {"row":2,"x":[1,2]},
            {"row":3}
            ],"receipts":[]}},
            {"layout":{"headings":["a, b","[\"c"]}}
            ],"digest":"0"}"#]]
        .assert_eq(&block(json));
        assert_eq!(line(&block(json)), line(json));
        assert_eq!(block(&line(json)), block(json));
        assert_eq!(block(r#"{"facts":[ ]}"#), r#"{"facts":[]}"#);
    }
}
