//! `cargo xtask test`: every check, one after the other; a failing one does not hide the rest.
//! Ends with a table of steps and a line of counts.

mod native;
mod page;
mod summary;

use crate::failure::{Failure, Outcome};
use crate::order::TestChoice;
use crate::progress::{Watch, in_words, say};
use summary::{Count, Summary};

/// A step of the tests; the order here is the order of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Fmt,
    Clippy,
    Native,
    Tree,
    Build,
    Stories,
    Budget,
}

impl Step {
    const ALL: [Self; 7] = [
        Self::Fmt,
        Self::Clippy,
        Self::Native,
        Self::Tree,
        Self::Build,
        Self::Stories,
        Self::Budget,
    ];

    /// What `--only` calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Tree => "tree",
            Self::Build => "build",
            Self::Stories => "stories",
            Self::Budget => "budget",
        }
    }

    fn purpose(self) -> &'static str {
        match self {
            Self::Fmt => "the sources are formatted",
            Self::Clippy => "lints, natively and for the browser",
            Self::Native => "library and command tests",
            Self::Tree => "the library alone needs no browser crate",
            Self::Build => "the page is built",
            Self::Stories => "a person's stories in a real browser",
            Self::Budget => "the first visit stays small",
        }
    }

    fn run(self, choice: &TestChoice) -> Outcome<Count> {
        match self {
            Self::Fmt => native::fmt(),
            Self::Clippy => native::clippy(),
            Self::Native => native::tests(choice.long),
            Self::Tree => native::tree(),
            Self::Build => page::build(),
            Self::Stories => page::stories(choice),
            Self::Budget => page::budget(),
        }
    }
}

/// Runs the chosen steps and gives whether all of them passed. What it prints ends with the line
/// of counts, which other programs read.
pub(crate) fn run(choice: &TestChoice) -> Outcome<bool> {
    let steps = chosen(&choice.only)?;
    let mut summary = Summary::default();
    for step in steps {
        say(&format!("{}: {} …", step.name(), step.purpose()));
        let watch = Watch::start();
        let (count, sentence) = match step.run(choice) {
            Ok(count) => (count, None),
            Err(failure) => (Count::FAILED, Some(failure.to_string())),
        };
        if let Some(sentence) = &sentence {
            println!("{sentence}");
        }
        let verdict = if count.failed == 0 { "ok" } else { "FAILED" };
        say(&format!("{}: {verdict} in {}", step.name(), in_words(watch.elapsed())));
        summary.add(step.name(), count, watch.elapsed(), sentence);
    }
    print!("{summary}");
    Ok(summary.total().failed == 0)
}

fn chosen(only: &[String]) -> Outcome<Vec<Step>> {
    if only.is_empty() {
        return Ok(Step::ALL.to_vec());
    }
    let step_called = |name: &String| {
        Step::ALL
            .into_iter()
            .find(|step| step.name() == name)
            .ok_or_else(|| Failure::new(format!("\"{name}\" is no step of the tests.")))
    };
    only.iter().map(step_called).collect()
}
