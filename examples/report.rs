//! Prints a report from workbook files or straight from tables: the library's show-case, and the
//! way to check figures without a browser. Never writes a file.
//!
//! ```text
//! cargo run --release --example report -- --as-of 2013-06-30 --report aging --invoices FILE
//! ```

#[path = "report/argument.rs"]
mod argument;
#[path = "report/book.rs"]
mod book;
#[path = "report/table.rs"]
mod table;

use std::io::Write;
use std::process::ExitCode;

use argument::{Arguments, Format, Report, USAGE};
use huikuan::format::report::aging::Aging;
use huikuan::format::report::check::Checks;
use huikuan::format::report::class::Classes;
use huikuan::format::report::discount::Discounts;
use huikuan::format::report::kpi::KeyFigures;
use huikuan::format::report::late_charge::LateCharges;
use huikuan::format::report::provision::Provision;
use huikuan::format::report::statement::Statements;
use huikuan::format::report::tier::Tiers;
use huikuan::format::report::to_json;
use huikuan::format::report::worklist::Tasks;
use huikuan::id::Key;
use huikuan::ledger::Ledger;

/// Nothing could be read.
const NOTHING_READ: u8 = 1;
/// The command line asks for something that does not exist.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments = match argument::parse(std::env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => return print(USAGE),
        Err(sentence) => return refuse(&format!("{sentence}; --help lists what there is")),
    };
    let workbook = match book::gather(&arguments) {
        Ok(workbook) => workbook,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::from(NOTHING_READ);
        }
    };
    let customer = match customer(&arguments, workbook.ledger()) {
        Ok(customer) => customer,
        Err(sentence) => return refuse(&sentence),
    };
    match draw(&arguments, workbook.ledger(), customer.as_ref()) {
        Ok(text) => print(&text),
        Err(error) => refuse(&error.to_string()),
    }
}

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::from(WRONG_USAGE)
}

/// The customer that the command line names, if the ledger has it.
fn customer(arguments: &Arguments, ledger: &Ledger) -> Result<Option<Key>, String> {
    let Some(code) = &arguments.customer else { return Ok(None) };
    let key = Key::of(code);
    match ledger.account(&key) {
        Some(_) => Ok(Some(key)),
        None => Err(format!("there is no customer \"{code}\"")),
    }
}

fn draw(
    arguments: &Arguments,
    ledger: &Ledger,
    customer: Option<&Key>,
) -> Result<String, serde_json::Error> {
    let (as_of, language) = (arguments.as_of, arguments.language);
    let is_json = arguments.format == Format::Json;
    let end = |json: String| json + "\n";
    match arguments.report {
        Report::Aging => {
            let report = Aging::of(ledger, as_of, customer);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::Class => {
            let report = Classes::of(ledger, as_of, customer, language);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::Tier => {
            let report = Tiers::of(ledger, as_of, customer, language);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::Worklist => {
            let report = Tasks::of(ledger, as_of, customer, language);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::Provision => {
            let report = Provision::of(ledger, as_of);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::Kpi => {
            let report = KeyFigures::of(ledger, as_of, arguments.window);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::Discount => {
            let report = Discounts::of(ledger, as_of, customer, language);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::LateCharge => {
            let report = LateCharges::of(ledger, as_of, customer, language);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::Statement => {
            let report = Statements::of(ledger, as_of, customer, language);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
        Report::Check => {
            let report = Checks::of(ledger, as_of, language);
            if is_json { to_json(&report).map(end) } else { Ok(report.to_text(language)) }
        }
    }
}

/// Writes to standard output; a reader that closes early, such as `head`, is no fault.
fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("the report could not be written: {error}");
            ExitCode::FAILURE
        }
        Ok(()) | Err(_) => ExitCode::SUCCESS,
    }
}
