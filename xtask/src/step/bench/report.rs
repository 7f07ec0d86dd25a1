//! Reads what the bench page posts and sets it in a table, with ratios to the hand-written JS.

use crate::failure::{Failure, Outcome};

/// The peer that all others are compared with, and the budgets of our own aging.
const BASE: &str = "plain JS, typed arrays";
const OURS: &str = "huikuan";
const MILLISECONDS_MAX: f64 = 1.5;
const RATIO_MAX: f64 = 0.6;

struct Row<'a> {
    peer: &'a str,
    version: &'a str,
    median: f64,
    least: f64,
    most: f64,
}

/// A table in Markdown, ready for `docs/BENCHMARKS.md`; refuses a report that is not whole.
pub(super) fn read(report: &str) -> Outcome<String> {
    let lines: Vec<Vec<&str>> = report.lines().map(|line| line.split('\t').collect()).collect();
    let unreadable = || Failure::new("The bench page's report could not be read.");
    let samples = match lines.last().map(Vec::as_slice) {
        Some(["done", samples]) => samples,
        Some(["failed", why]) => {
            return Err(Failure::new(format!("The bench page failed: {why}.")));
        }
        _ => return Err(unreadable()),
    };
    let Some(["items", items, customers]) = lines.first().map(Vec::as_slice) else {
        return Err(unreadable());
    };
    let rows: Vec<Row> = lines.iter().filter_map(|line| row(line)).collect();
    let base = rows.iter().find(|row| row.peer == BASE).ok_or_else(unreadable)?;
    let rows_text: String = rows.iter().map(|row| row.beside(base)).collect();
    let own_text: String = lines.iter().filter_map(|line| own(line)).collect();
    Ok(format!(
        "\n{items} items of {customers} customers, {samples} samples a peer\n\n\
         | peer | version | median ms | least | most | × plain JS |\n\
         | --- | --- | ---: | ---: | ---: | ---: |\n{rows_text}\n\
         budget of {OURS}: {MILLISECONDS_MAX} ms and {RATIO_MAX} × plain JS\n\n\
         | {OURS} alone | open items | median ms | least | most | budget ms |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n{own_text}"
    ))
}

impl Row<'_> {
    fn beside(&self, base: &Row<'_>) -> String {
        let Row { peer, version, median, least, most } = self;
        let ratio = median / base.median;
        format!("| {peer} | {version} | {median:.3} | {least:.3} | {most:.3} | {ratio:.2} |\n")
    }
}

/// A question that only our own book can be asked.
fn own(line: &[&str]) -> Option<String> {
    let ["own", name, items, median, least, most, budget] = line else { return None };
    let time = |text: &str| text.parse::<f64>().ok();
    let (median, least, most) = (time(median)?, time(least)?, time(most)?);
    Some(format!("| {name} | {items} | {median:.3} | {least:.3} | {most:.3} | {budget} |\n"))
}

fn row<'a>(line: &[&'a str]) -> Option<Row<'a>> {
    let ["peer", peer, version, median, least, most] = line else { return None };
    let (median, least, most) = (median.parse().ok()?, least.parse().ok()?, most.parse().ok()?);
    Some(Row { peer, version, median, least, most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_the_medians_beside_the_plain_one() {
        let report = "items\t100000\t2000\npeer\thuikuan\t0.1.0\t1.2\t1.1\t2\n\
                      peer\tplain JS, typed arrays\tChrome\t2.4\t2.2\t3\n\
                      own\tpast day\t90000\t5\t4.5\t7\t6\ndone\t21";
        let table = read(report).unwrap();
        assert!(table.contains("100000 items of 2000 customers, 21 samples"), "{table}");
        assert!(table.contains("| huikuan | 0.1.0 | 1.200 | 1.100 | 2.000 | 0.50 |"), "{table}");
        assert!(table.contains("| past day | 90000 | 5.000 | 4.500 | 7.000 | 6 |"), "{table}");
    }

    #[test]
    fn refuses_a_report_that_is_not_whole() {
        let failed = read("items\t1\t1\nfailed\tsqlite ages otherwise").unwrap_err();
        assert!(failed.to_string().contains("sqlite ages otherwise"));
        assert!(read("").is_err());
        assert!(read("peer\thuikuan\t0.1.0\t1.2\t1.1\t2\ndone\t21").is_err());
    }
}
