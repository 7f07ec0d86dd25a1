//! What came out of the steps, as a plain table and a line of counts. Never colors alone.

use std::fmt;
use std::time::Duration;

use crate::progress::in_words;

/// How many tests a step ran, by outcome. A step that is one check counts as one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Count {
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0 };
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1 };

    pub(crate) fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// Adds what a line `test result: ok. 6 passed; 0 failed; …` says; other lines say nothing.
    pub(crate) fn read(&mut self, line: &str) {
        let Some((_, said)) = line.split_once("test result: ") else { return };
        let of = |word: &str| {
            let before = said.split(word).next().filter(|before| before.len() < said.len());
            let number = before.and_then(|before| before.split_whitespace().last());
            number.and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        *self = self.plus(Self { passed: of(" passed"), failed: of(" failed") });
    }
}

struct Row {
    step: &'static str,
    count: Count,
    duration: Duration,
    sentence: Option<String>,
}

/// All steps that ran, in their order.
#[derive(Default)]
pub(crate) struct Summary(Vec<Row>);

impl Summary {
    pub(crate) fn add(
        &mut self,
        step: &'static str,
        count: Count,
        duration: Duration,
        sentence: Option<String>,
    ) {
        self.0.push(Row { step, count, duration, sentence });
    }

    pub(crate) fn total(&self) -> Count {
        self.0.iter().fold(Count::default(), |sum, row| sum.plus(row.count))
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{:<10} {:<7} {:>7} {:>7}  {:>10}", "step", "", "passed", "failed", "time")?;
        for Row { step, count, duration, sentence } in &self.0 {
            let verdict = if count.failed == 0 { "ok" } else { "FAILED" };
            let (passed, failed, time) = (count.passed, count.failed, in_words(*duration));
            writeln!(f, "{step:<10} {verdict:<7} {passed:>7} {failed:>7}  {time:>10}")?;
            if let Some(sentence) = sentence {
                writeln!(f, "           {sentence}")?;
            }
        }
        let Count { passed, failed } = self.total();
        writeln!(f, "\n{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_what_the_test_runners_say() {
        let mut count = Count::default();
        for line in [
            "running 3 tests",
            "test result: ok. 6 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            "test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            "a test that passed 5 times",
        ] {
            count.read(line);
        }
        assert_eq!(count, Count { passed: 18, failed: 2 });
    }

    #[test]
    fn ends_with_the_counts_alone_on_a_line() {
        let mut summary = Summary::default();
        summary.add("fmt", Count::PASSED, Duration::from_millis(400), None);
        summary.add("native", Count::FAILED, Duration::from_secs(70), Some("Why.".to_owned()));
        assert_eq!(summary.to_string().lines().last(), Some("1 passed, 1 failed"));
    }
}
