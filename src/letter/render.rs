//! Filling a template in (F1), with `minijinja`.
//! Never prints a blank: a field without a value stands in the text by its name, in brackets, and
//! is listed. Never escapes: a letter is plain text, and whoever shows it shows it as text.
//!
//! No template can hold up whoever fills it: its length, its steps and its letter are limited.

mod node;

use std::io;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};

use self::node::{Missing, is_missing, of_fields};
use super::compose::LetterPart;
use super::field::{Fields, LetterData};
use super::{LETTER_BYTES_MAX, Rendered, TemplateError, TemplateFault, check_size};

/// Steps that one letter may take: a hundred times what the longest of our own takes.
const FUEL: u64 = 200_000;

/// The name under which the template stands in its environment.
const NAME: &str = "letter";

/// A template, read and ready to be filled in many times.
#[derive(Debug)]
pub struct Template<'t>(Environment<'t>);

impl<'t> Template<'t> {
    /// Reads a template; refuses one that is too long or that cannot be read.
    pub fn read(text: &'t str) -> Result<Self, TemplateError> {
        check_size(text)?;
        let mut environment = Environment::new();
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.map_err(|error| told(&error))?);
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.add_test("defined", |value: &Value| !is_missing(value));
        environment.add_test("undefined", is_missing);
        environment.add_filter("default", otherwise);
        environment.add_filter("d", otherwise);
        environment.add_template(NAME, text).map_err(|error| told(&error))?;
        Ok(Self(environment))
    }

    /// The letter for a customer.
    pub fn fill(&self, data: &LetterData) -> Result<Rendered, TemplateError> {
        let missing = Missing::default();
        let globals = self.0.globals().map(|(name, _)| name.to_owned()).collect();
        let root = of_fields(data, globals, &missing);
        let template = self.0.get_template(NAME).map_err(|error| told(&error))?;
        let mut letter = Letter::default();
        let made = template.render_captured_to(root, &mut letter).map(drop);
        if letter.is_full {
            return Err(TemplateError { fault: TemplateFault::LetterTooLong, line: None });
        }
        made.map_err(|error| told(&error))?;
        // The engine writes whole texts only, so nothing is lost here.
        let text = String::from_utf8_lossy(&letter.bytes);
        let text = name_parts_without_data(&text, data, &missing);
        Ok(Rendered { text, missing: missing.names() })
    }
}

/// Fills one template in once.
pub fn render(template: &str, data: &LetterData) -> Result<Rendered, TemplateError> {
    Template::read(template)?.fill(data)
}

/// The text with the name of the field where a table would have nothing to show.
fn name_parts_without_data(text: &str, data: &LetterData, missing: &Missing) -> String {
    let line = |line: &str| match LetterPart::of_line(line) {
        Some(part) if data.field(part.field()).is_none() => {
            missing.tell(part.field());
            format!("[{}]", part.field())
        }
        Some(_) | None => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// `{{ field | default("…") }}`: the other text where the field has no value.
fn otherwise(value: Value, other: Option<Value>) -> Value {
    if is_missing(&value) { other.unwrap_or_else(|| Value::from("")) } else { value }
}

/// A letter on its way, up to its greatest length.
#[derive(Default)]
struct Letter {
    bytes: Vec<u8>,
    is_full: bool,
}

impl io::Write for Letter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > LETTER_BYTES_MAX {
            self.is_full = true;
            return Err(io::Error::other("the letter is too long"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The engine's error in our own terms.
fn told(error: &Error) -> TemplateError {
    let detail = error.detail().unwrap_or_default();
    // "filter shout is unknown"
    let name = || {
        let before = detail.split(" is unknown").next().unwrap_or_default();
        before.split_whitespace().last().unwrap_or_default().to_owned()
    };
    let fault = match error.kind() {
        ErrorKind::SyntaxError
            if detail.contains("end of input") || detail.contains("expected end of") =>
        {
            TemplateFault::Unclosed
        }
        ErrorKind::SyntaxError | ErrorKind::BadEscape | ErrorKind::InvalidDelimiter => {
            TemplateFault::Syntax
        }
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownMethod => TemplateFault::Unknown { name: name() },
        ErrorKind::OutOfFuel => TemplateFault::Endless,
        // The engine adds kinds between its versions, all of them about a value.
        _ => TemplateFault::Failed,
    };
    let line = error.line().and_then(|line| u32::try_from(line).ok());
    TemplateError { fault, line }
}

#[cfg(test)]
mod tests;
