//! A value of a segment as JSON, for what this version does not know.
//! Never leaves a field out.

use super::gather::Gatherer;
use super::tree::{Shape, Tree};

/// Adds the next value at a place; `None` when a column ends early.
pub(super) fn print(
    gatherer: &mut Gatherer,
    tree: &Tree,
    place: usize,
    out: &mut String,
) -> Option<()> {
    match gatherer.shape(tree, place)? {
        Shape::Null => out.push_str("null"),
        Shape::False => out.push_str("false"),
        Shape::True => out.push_str("true"),
        Shape::Int => out.push_str(&gatherer.int(place)?.to_string()),
        Shape::Text => {
            let mut text = String::new();
            gatherer.push_text(place, &mut text)?;
            push_quoted(out, &text);
        }
        Shape::Unit(name) => push_quoted(out, tree.names.get(*name)?),
        Shape::List(element) => {
            out.push('[');
            for at in 0..gatherer.length(place)? {
                if at > 0 {
                    out.push(',');
                }
                print(gatherer, tree, *element, out)?;
            }
            out.push(']');
        }
        Shape::Map(fields) => print_fields(gatherer, tree, fields, out)?,
        Shape::Variant(name, content) => {
            print_fields(gatherer, tree, &[(*name, *content)], out)?;
        }
    }
    Some(())
}

fn print_fields(
    gatherer: &mut Gatherer,
    tree: &Tree,
    fields: &[(usize, usize)],
    out: &mut String,
) -> Option<()> {
    out.push('{');
    for (at, (name, value)) in fields.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_quoted(out, tree.names.get(*name)?);
        out.push(':');
        print(gatherer, tree, *value, out)?;
    }
    out.push('}');
    Some(())
}

fn push_quoted(out: &mut String, text: &str) {
    out.push_str(&serde_json::Value::from(text).to_string());
}
