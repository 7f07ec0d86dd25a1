//! Books that look lived in, for a first look and for measuring: one seed, one book.
//! Never random and never looks at a clock: the seed and the day are passed in.

mod agree;
mod bulk;
mod case;
mod cast;
mod chance;
mod charge;
mod chore;
mod clerk;
mod collect;
mod deed;
mod diverged;
mod errand;
mod office;
mod role;
mod story;
mod table;

pub use diverged::diverged;
pub use table::invoice_table;

use crate::calendar::{Date, Instant};
use crate::id::Letters;
use crate::money::Currency;
use crate::say::Language;
use crate::workbook::{Rejection, Stamp, Workbook};
use chance::Chance;
use clerk::Clerk;

/// How large a demo book is. The story of about 120 invoices and 18 customers is in every book;
/// what goes beyond it comes from imported tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Invoices, about.
    pub invoices: u32,
    /// Receipts, about; none beyond the story leaves every imported invoice open.
    pub receipts: u32,
    /// Customers.
    pub customers: u32,
    /// Contacts beyond those of the story.
    pub contacts: u32,
}

impl Size {
    /// The book of a first look.
    pub const SMALL: Self =
        Self { invoices: STORY_INVOICES, receipts: 0, customers: 18, contacts: 0 };
    /// The large book of DESIGN 9.
    pub const LARGE: Self =
        Self { invoices: 100_000, receipts: 100_000, customers: 2_000, contacts: 50_000 };

    /// A book of so many invoices, from one hundred to 100,000: as many receipts, and a customer
    /// for every fifty, and half as many contacts.
    #[must_use]
    pub fn of(invoices: u32) -> Self {
        let invoices = invoices.clamp(100, 100_000);
        let (customers, contacts) = ((invoices / 50).max(18), invoices / 2);
        Self { invoices, receipts: invoices, customers, contacts }
    }
}

/// How many invoices the story has, about.
const STORY_INVOICES: u32 = 120;

/// A workbook of that size as it stands on `today`, in the words of a language. It is a function
/// of these four, its name and the name of its page start included, so that opening the same demo
/// twice gives one book. A page goes on writing in it under a name of its own:
/// [`Workbook::resume`].
///
/// Every entry is made by [`Workbook::apply`], and the last is from the day before `today`.
/// Refuses only a day so near the edge of the calendar that the story does not fit.
pub fn book(size: Size, seed: u64, language: Language, today: Date) -> Result<Workbook, Rejection> {
    let mut chance = Chance::new(name_of(size, seed, language, today));
    let cast = cast::of(language);
    let (id, replica) = (Letters::from_bits(chance.bits()), Letters::from_bits(chance.bits()));
    let first_day = today.plus_days(-story::DAYS - if is_small(size) { 0 } else { table::DAYS });
    let stamp = Stamp {
        at: Instant::of_day(first_day, OPENING_SECONDS),
        by: cast.clerks.first().copied().unwrap_or_default().to_owned(),
    };
    let base = Currency::parse(cast.base_currency).unwrap_or(Currency::CNY);
    let workbook = Workbook::create(id, replica, cast.title, base, &stamp);
    let mut clerk = Clerk::new(workbook, cast, chance, today);
    story::plan(&mut clerk);
    office::plan(&mut clerk);
    charge::plan(&mut clerk);
    agree::plan(&mut clerk);
    case::plan(&mut clerk);
    collect::plan(&mut clerk);
    if !is_small(size) {
        table::plan(&mut clerk, size);
        bulk::plan(&mut clerk, size);
    }
    clerk.work()?;
    Ok(clerk.workbook)
}

const fn is_small(size: Size) -> bool {
    size.invoices <= STORY_INVOICES
}

/// Nine in the morning in Shanghai, in seconds of the day in UTC.
const OPENING_SECONDS: u32 = 3_600;

/// A seed for everything that makes two books different.
fn name_of(size: Size, seed: u64, language: Language, today: Date) -> u64 {
    let language = match language {
        Language::Zh => 1,
        Language::En => 2,
    };
    let day = u64::from(today.number().unsigned_abs());
    let parts = [u64::from(size.invoices), u64::from(size.receipts), language, day];
    parts.into_iter().fold(seed, |name, part| Chance::new(name ^ part).bits())
}
