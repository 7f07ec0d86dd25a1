//! Why a story did not go as told: one sentence. Never carries a value to go on with.

use std::fmt;

use thirtyfour::error::WebDriverError;

/// What went otherwise than told, in a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Broken(String);

/// What a story gives, and most of its steps.
pub(crate) type Told<T = ()> = Result<T, Broken>;

impl Broken {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<WebDriverError> for Broken {
    fn from(error: WebDriverError) -> Self {
        // Only its first line speaks of the page; the rest is the driver's own stack.
        let text = error.to_string();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Self(lines.take(2).collect::<Vec<_>>().join(" "))
    }
}

impl From<std::io::Error> for Broken {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// Refuses when `holds` is false, with what should have been.
pub(crate) fn check(holds: bool, should: impl Into<String>) -> Told {
    if holds { Ok(()) } else { Err(Broken::new(should)) }
}

/// Refuses when two things differ, and shows both.
pub(crate) fn same<T: PartialEq<U> + fmt::Debug, U: fmt::Debug>(
    what: &str,
    seen: T,
    told: U,
) -> Told {
    if seen == told {
        return Ok(());
    }
    Err(Broken::new(format!("{what}: told {told:?}, seen {seen:?}")))
}
