//! The command line, read into what was asked for.
//! Never opens a file.

use std::path::PathBuf;

use huikuan::calendar::Date;
use huikuan::money::Currency;
use huikuan::say::Language;
use huikuan::workbook::draft::TableKind;
use huikuan::workbook::field::Field;

/// What `--help` prints.
pub(crate) const USAGE: &str = "\
Prints a report from workbook files or straight from tables.

    --as-of DATE             the day that the report speaks about, YYYY-MM-DD; also the day of
                             running totals in tables whose rows name none
    --report NAME            aging, class, tier, worklist, provision, kpi,
                             discount, late-charge, statement or check
    --format FORMAT          text (default) or json
    --language LANGUAGE      en (default) or zh
    --book FILE.json         a workbook exported from Huikuan; several of one workbook are merged
    --invoices FILE          a table of invoices and notes: CSV, TSV or XLSX
    --receipts FILE          a table of receipts
    --customers FILE         a table of customers
    --map FIELD=HEADING      the column of a field, where its heading is not known by itself;
                             FIELD= leaves the field out
    --currency CODE          the currency of rows that name none (default CNY)
    --window DAYS            days of the kpi window, the as-of day included (default 90)
    --known-on DATE          the books as they were known on that day; tables say no such day
    --customer CODE          one customer only, for aging, class, tier, worklist, discount,
                             late-charge and statement
    --policy FILE.json       settings that replace those of the book, as a book states them:
                             {\"aging\": {\"basis\": \"issued_on\", \"upper_days\": [30, 60, 90, 180]}}

Problems of rows go to standard error, a line each. The exit status is 0 unless nothing could be
read (1) or the command line asks for something that does not exist (2).
";

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) as_of: Date,
    pub(crate) report: Report,
    pub(crate) format: Format,
    pub(crate) language: Language,
    pub(crate) books: Vec<PathBuf>,
    pub(crate) tables: Vec<(TableKind, PathBuf)>,
    /// Headings by field; an empty one leaves the field out.
    pub(crate) map: Vec<(Field, String)>,
    pub(crate) currency: Option<Currency>,
    pub(crate) window: u32,
    pub(crate) known_on: Option<Date>,
    pub(crate) customer: Option<String>,
    pub(crate) policy: Option<PathBuf>,
}

/// The reports that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Report {
    Aging,
    Class,
    Tier,
    Worklist,
    Provision,
    Kpi,
    Discount,
    LateCharge,
    Statement,
    Check,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Text,
}

/// What has been read so far.
#[derive(Default)]
struct Found {
    as_of: Option<Date>,
    report: Option<Report>,
    format: Option<Format>,
    language: Option<Language>,
    books: Vec<PathBuf>,
    tables: Vec<(TableKind, PathBuf)>,
    map: Vec<(Field, String)>,
    currency: Option<Currency>,
    window: Option<u32>,
    known_on: Option<Date>,
    customer: Option<String>,
    policy: Option<PathBuf>,
}

/// Longest window in days: a century.
const WINDOW_DAYS_MAX: u32 = 36_525;

/// Reads the command line; `None` when it asks for help. An error is a sentence without its end.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Option<Arguments>, String> {
    let mut found = Found::default();
    let mut words = words;
    while let Some(word) = words.next() {
        if word == "--help" || word == "-h" {
            return Ok(None);
        }
        // Both `--report aging` and `--report=aging`.
        let (option, joined) = match word.split_once('=') {
            Some((option, value)) if option.starts_with("--") => (option.to_owned(), Some(value)),
            _ => (word.clone(), None),
        };
        let value = match joined {
            _ if !KNOWN.contains(&option.as_str()) => {
                return Err(format!("there is no option \"{option}\""));
            }
            Some(value) => value.to_owned(),
            None => words.next().ok_or_else(|| format!("{option} needs a value"))?,
        };
        found.take(&option, value)?;
    }
    found.finish().map(Some)
}

const KNOWN: [&str; 14] = [
    "--as-of",
    "--report",
    "--format",
    "--language",
    "--book",
    "--invoices",
    "--receipts",
    "--customers",
    "--map",
    "--currency",
    "--window",
    "--known-on",
    "--customer",
    "--policy",
];

impl Found {
    fn take(&mut self, option: &str, value: String) -> Result<(), String> {
        match option {
            "--as-of" => once(&mut self.as_of, option, date(option, &value)?),
            "--report" => once(&mut self.report, option, report(&value)?),
            "--format" => once(&mut self.format, option, format(&value)?),
            "--language" => once(&mut self.language, option, language(&value)?),
            "--known-on" => once(&mut self.known_on, option, date(option, &value)?),
            "--customer" => once(&mut self.customer, option, value),
            "--policy" => once(&mut self.policy, option, value.into()),
            "--currency" => {
                let currency = Currency::parse(&value)
                    .ok_or_else(|| format!("\"{value}\" is not a currency code"))?;
                once(&mut self.currency, option, currency)
            }
            "--window" => {
                let days = value.parse().ok().filter(|days| (1..=WINDOW_DAYS_MAX).contains(days));
                let days = days.ok_or_else(|| format!("\"{value}\" is not a number of days"))?;
                once(&mut self.window, option, days)
            }
            "--map" => {
                self.map.push(mapping(&value)?);
                Ok(())
            }
            "--book" => {
                self.books.push(value.into());
                Ok(())
            }
            "--invoices" => self.table(TableKind::Invoices, value),
            "--receipts" => self.table(TableKind::Receipts, value),
            "--customers" => self.table(TableKind::Customers, value),
            _ => Err(format!("there is no option \"{option}\"")),
        }
    }

    fn table(&mut self, kind: TableKind, value: String) -> Result<(), String> {
        self.tables.push((kind, value.into()));
        Ok(())
    }

    fn finish(mut self) -> Result<Arguments, String> {
        let report = self.report.ok_or("--report is missing")?;
        let as_of = self.as_of.ok_or("--as-of is missing")?;
        if self.books.is_empty() && self.tables.is_empty() {
            return Err("there is nothing to read: give --book, --invoices or --receipts".into());
        }
        let takes_customer = match report {
            Report::Aging
            | Report::Class
            | Report::Tier
            | Report::Worklist
            | Report::Discount
            | Report::LateCharge
            | Report::Statement => true,
            Report::Provision | Report::Kpi | Report::Check => false,
        };
        if self.customer.is_some() && !takes_customer {
            let known = "aging, class, tier, worklist, discount, late-charge and statement";
            return Err(format!("--customer goes with the reports {known}"));
        }
        // Customers first: documents and receipts then meet known codes.
        self.tables.sort_by_key(|(kind, _)| match kind {
            TableKind::Customers => 0,
            TableKind::Invoices => 1,
            TableKind::Receipts => 2,
        });
        Ok(Arguments {
            as_of,
            report,
            format: self.format.unwrap_or(Format::Text),
            language: self.language.unwrap_or(Language::En),
            books: self.books,
            tables: self.tables,
            map: self.map,
            currency: self.currency,
            window: self.window.unwrap_or(90),
            known_on: self.known_on,
            customer: self.customer,
            policy: self.policy,
        })
    }
}

fn once<T>(held: &mut Option<T>, option: &str, value: T) -> Result<(), String> {
    match held.replace(value) {
        Some(_) => Err(format!("{option} is given twice")),
        None => Ok(()),
    }
}

fn date(option: &str, value: &str) -> Result<Date, String> {
    value.parse().map_err(|_| format!("{option} \"{value}\" is not a date: write YYYY-MM-DD"))
}

fn report(value: &str) -> Result<Report, String> {
    match value {
        "aging" => Ok(Report::Aging),
        "class" => Ok(Report::Class),
        "tier" => Ok(Report::Tier),
        "worklist" => Ok(Report::Worklist),
        "provision" => Ok(Report::Provision),
        "kpi" => Ok(Report::Kpi),
        "discount" => Ok(Report::Discount),
        "late-charge" => Ok(Report::LateCharge),
        "statement" => Ok(Report::Statement),
        "check" => Ok(Report::Check),
        _ => {
            let known = "aging, class, tier, worklist, provision, kpi, discount, late-charge, \
                         statement and check exist";
            Err(format!("there is no report \"{value}\": {known}"))
        }
    }
}

fn format(value: &str) -> Result<Format, String> {
    match value {
        "json" => Ok(Format::Json),
        "text" => Ok(Format::Text),
        _ => Err(format!("there is no format \"{value}\": json and text exist")),
    }
}

fn language(value: &str) -> Result<Language, String> {
    match value {
        "zh" => Ok(Language::Zh),
        "en" => Ok(Language::En),
        _ => Err(format!("there is no language \"{value}\": zh and en exist")),
    }
}

fn mapping(value: &str) -> Result<(Field, String), String> {
    let (name, heading) =
        value.split_once('=').ok_or_else(|| format!("--map \"{value}\" is not FIELD=HEADING"))?;
    let field = Field::parse(name.trim()).ok_or_else(|| {
        let names: Vec<&str> = Field::ALL.into_iter().map(Field::name).collect();
        format!("there is no field \"{name}\": {}", names.join(" "))
    })?;
    Ok((field, heading.trim().to_owned()))
}
