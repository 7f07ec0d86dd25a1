//! Sets what the probe measured in a table in Markdown, ready for `docs/BENCHMARKS.md`.
//! Never leaves a slow sample out: the largest stands beside the median.

use std::fmt;

use serde_json::Value;

use crate::broken::{Broken, Told};

/// How long something took and the longest task of the page meanwhile, in milliseconds. Of a task
/// below 50 ms only an upper bound is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sample {
    took: f64,
    longest: f64,
}

impl Sample {
    pub(super) fn of(told: &Value) -> Told<Self> {
        Ok(Self { took: number(told, "ms")?, longest: number(told, "longest")? })
    }

    pub(super) fn all(told: &Value) -> Told<Vec<Self>> {
        told.as_array().into_iter().flatten().map(Self::of).collect()
    }
}

fn number(told: &Value, name: &str) -> Told<f64> {
    told.get(name)
        .and_then(Value::as_f64)
        .ok_or_else(|| Broken::new(format!("the probe told no {name}: {told}")))
}

/// Everything that was measured, by what it is.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<(String, &'static str, Vec<Sample>)>,
    scroll: Option<Scroll>,
}

/// The page's work in the frames of a scroll, least first, and how many nodes it had at most.
#[derive(Debug)]
struct Scroll {
    works: Vec<f64>,
    nodes: u64,
    longest: f64,
}

impl Table {
    /// Adds samples to those of the same name.
    pub(super) fn add(&mut self, what: &str, budget: &'static str, samples: Vec<Sample>) {
        match self.rows.iter_mut().find(|(name, ..)| name == what) {
            Some((.., held)) => held.extend(samples),
            None => self.rows.push((what.to_owned(), budget, samples)),
        }
    }

    pub(super) fn add_scroll(&mut self, told: &Value) -> Told {
        let works = told.get("works").and_then(Value::as_array).into_iter().flatten();
        let mut works: Vec<f64> = works.filter_map(Value::as_f64).collect();
        works.sort_unstable_by(f64::total_cmp);
        let nodes = told.get("nodes").and_then(Value::as_u64).unwrap_or_default();
        let longest = number(told, "longest")?;
        self.scroll = Some(Scroll { works, nodes, longest });
        Ok(())
    }
}

/// The value that this share of a hundred does not exceed; `sorted` from the least on.
fn percentile(sorted: &[f64], hundredths: usize) -> f64 {
    let place = (sorted.len() * hundredths).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n| in the page | budget | samples | median ms | least | most | longest task |"
        )?;
        writeln!(f, "| --- | --- | ---: | ---: | ---: | ---: | ---: |")?;
        for (what, budget, samples) in &self.rows {
            let took = sorted(samples.iter().map(|sample| sample.took));
            let longest = sorted(samples.iter().map(|sample| sample.longest));
            writeln!(
                f,
                "| {what} | {budget} | {} | {:.1} | {:.1} | {:.1} | {} |",
                took.len(),
                percentile(&took, 50),
                percentile(&took, 0),
                percentile(&took, 100),
                Longest(percentile(&longest, 50), percentile(&longest, 100)),
            )?;
        }
        let Some(Scroll { works, nodes, longest }) = &self.scroll else { return Ok(()) };
        writeln!(
            f,
            "\nscrolling the items: {:.1} ms of work a frame at the 95th percentile of {} frames, \
             budget 8 ms; median {:.1} ms; at most {nodes} nodes, budget 2,000; longest task {}",
            percentile(works, 95),
            works.len(),
            percentile(works, 50),
            Longest(*longest, *longest),
        )
    }
}

/// The longest task: by the median of the samples, and of all.
struct Longest(f64, f64);

impl fmt::Display for Longest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0}, at most {:.0} ms", self.0, self.1)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn shows_the_median_and_hides_no_slow_sample() {
        let mut table = Table::default();
        for (ms, longest) in [(9.0, 5.0), (12.0, 7.0), (300.0, 80.0)] {
            let sample = Sample::of(&json!({ "ms": ms, "longest": longest }));
            table.add("edit", "≤ 16 ms", sample.into_iter().collect());
        }
        let shown = table.to_string();
        let row = "| edit | ≤ 16 ms | 3 | 12.0 | 9.0 | 300.0 | 7, at most 80 ms |";
        assert!(shown.contains(row), "{shown}");
    }

    #[test]
    fn takes_the_frame_that_few_exceed() {
        let mut table = Table::default();
        let works: Vec<u32> = (1..=100).rev().collect();
        let told = json!({ "works": works, "nodes": 600, "longest": 20.0, "ms": 1.0 });
        assert!(table.add_scroll(&told).is_ok());
        let shown = table.to_string();
        assert!(shown.contains("95.0 ms of work a frame"), "{shown}");
        assert!(shown.contains("at most 600 nodes"), "{shown}");
    }

    #[test]
    fn refuses_what_is_no_sample() {
        assert!(Sample::of(&json!({ "ms": 1.0 })).is_err());
        assert!(Sample::all(&json!([{ "ms": 1.0, "longest": 1.0 }, {}])).is_err());
    }
}
