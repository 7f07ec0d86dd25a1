//! Workbook files and tables, gathered into one workbook in memory.
//! Never merges files of two workbooks.

use std::fs;
use std::path::Path;

use huikuan::calendar::Instant;
use huikuan::format::json::Reader;
use huikuan::format::policy;
use huikuan::id::{Letters, WorkbookId};
use huikuan::journal::Journal;
use huikuan::money::Currency;
use huikuan::record::Fact;
use huikuan::say;
use huikuan::workbook::{Command, Rejection, Stamp, Workbook};

use crate::argument::Arguments;
use crate::table;

/// The workbook that the command line names. What could not be taken goes to standard error; an
/// error says why there is nothing at all.
pub(crate) fn gather(arguments: &Arguments) -> Result<Workbook, String> {
    let stamp = stamp(arguments)?;
    let books = read_books(arguments)?;
    let any_book = !books.is_empty();
    let mut workbook = open(arguments, books, &stamp)?;
    if let Some(path) = &arguments.policy {
        set_policy(&mut workbook, path, arguments, &stamp)?;
    }
    table::import_all(&mut workbook, arguments, &stamp, any_book)?;
    Ok(workbook)
}

/// Nothing is kept, so the day of the report stands for the moment of recording.
fn stamp(arguments: &Arguments) -> Result<Stamp, String> {
    let at: Instant = format!("{}T00:00:00Z", arguments.as_of)
        .parse()
        .map_err(|error| format!("{}: {error}", arguments.as_of))?;
    Ok(Stamp { at, by: String::new() })
}

/// A file of a workbook: which one it is, and its entries.
struct Book {
    id: WorkbookId,
    journal: Journal,
}

fn read_books(arguments: &Arguments) -> Result<Vec<Book>, String> {
    let (mut books, mut refused) = (Vec::new(), Vec::new());
    for path in &arguments.books {
        match read_book(path, arguments) {
            Ok(book) => books.push(book),
            Err(sentence) => refused.push(format!("{}: {sentence}", path.display())),
        }
    }
    if books.is_empty() && arguments.tables.is_empty() {
        return Err(format!("nothing could be read: {}", refused.join("; ")));
    }
    refused.iter().for_each(|sentence| eprintln!("{sentence}"));
    Ok(books)
}

fn read_book(path: &Path, arguments: &Arguments) -> Result<Book, String> {
    let language = arguments.language;
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let reader = Reader::open(bytes).map_err(|error| say::file_error(error, language))?;
    let mut id = reader.heading().workbook;
    let mut journal = Journal::default();
    for read in reader {
        match read {
            Ok(entry) => {
                id = id.or_else(|| entry.facts.iter().find_map(created));
                journal.add(entry);
            }
            Err(damage) => eprintln!("{}: {}", path.display(), say::damage(&damage, language)),
        }
    }
    let id = id.ok_or("the file does not say which workbook it is")?;
    Ok(Book { id, journal })
}

fn created(fact: &Fact) -> Option<WorkbookId> {
    match fact {
        Fact::Created(created) => Some(created.workbook),
        _ => None,
    }
}

/// The union of the books, as known on the day asked for; a new workbook when there is none.
fn open(arguments: &Arguments, books: Vec<Book>, stamp: &Stamp) -> Result<Workbook, String> {
    let mut books = books.into_iter();
    let Some(Book { id, mut journal }) = books.next() else {
        let currency = arguments.currency.unwrap_or(Currency::CNY);
        let name = Letters::from_bits(0);
        return Ok(Workbook::create(name, name, "", currency, stamp));
    };
    for other in books {
        if other.id != id {
            return Err(format!(
                "the books are of two workbooks, {id} and {}: only files of one can be merged",
                other.id
            ));
        }
        for entry in other.journal.all_in_order() {
            journal.add(entry.clone());
        }
    }
    if let Some(day) = arguments.known_on {
        journal = journal.known_on(day);
    }
    // A name under which nothing was recorded yet.
    let replica = (0..).map(Letters::from_bits).find(|name| journal.next_seq(*name) == 1);
    let replica = replica.ok_or("the book names every origin there can be")?;
    Ok(Workbook::open(id, replica, journal))
}

fn set_policy(
    workbook: &mut Workbook,
    path: &Path,
    arguments: &Arguments,
    stamp: &Stamp,
) -> Result<(), String> {
    let named = |sentence: String| format!("{}: {sentence}", path.display());
    let bytes = fs::read(path).map_err(|error| named(error.to_string()))?;
    let fields = policy::read(&bytes).map_err(|error| named(error.to_string()))?;
    match workbook.apply(Command::SetPolicy(fields), stamp) {
        Ok(_) | Err(Rejection::NothingChanged) => Ok(()),
        Err(rejection) => Err(named(say::rejection(&rejection, arguments.language))),
    }
}
