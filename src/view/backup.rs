//! What has changed since a workbook was last exported, and when to remind of it (I5).
//! Never takes a download for a copy: a copy counts once the person or the browser confirmed it.

use std::fmt;
use std::str::FromStr;

use crate::calendar::Date;
use crate::id::NameError;

/// Days after which changes without a copy are worth a reminder.
pub const REMIND_DAYS: i32 = 7;
/// Changes without a copy that are worth one at once.
pub const REMIND_CHANGES: usize = 200;

/// The last confirmed copy of a workbook; where there is none, when this browser first saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastCopy {
    /// The day.
    pub on: Date,
    /// How many entries the journal had then.
    pub entries: usize,
    /// Whether a copy was made at all.
    pub is_made: bool,
}

/// What a copy made now would hold more than the last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lag {
    /// Whole days since then, by the laptop's calendar.
    pub days: i32,
    /// Entries since then, merged ones included.
    pub changes: usize,
}

impl LastCopy {
    /// How far a journal of so many entries is ahead of the copy on a day.
    #[must_use]
    pub fn lag(self, today: Date, entries: usize) -> Lag {
        Lag {
            days: (today.number() - self.on.number()).max(0),
            changes: entries.saturating_sub(self.entries),
        }
    }
}

impl Lag {
    /// Whether it is worth a reminder: [`REMIND_DAYS`] with any change, or [`REMIND_CHANGES`].
    #[must_use]
    pub const fn is_due(self) -> bool {
        self.changes >= REMIND_CHANGES || (self.changes > 0 && self.days >= REMIND_DAYS)
    }
}

/// `2026-11-22 311 made`, as a browser remembers it.
impl fmt::Display for LastCopy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let made = if self.is_made { "made" } else { "none" };
        write!(f, "{} {} {made}", self.on, self.entries)
    }
}

impl FromStr for LastCopy {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let mut words = text.split(' ');
        let mut next = || words.next().ok_or(NameError);
        let on = next()?.parse().map_err(|_| NameError)?;
        let entries = next()?.parse().map_err(|_| NameError)?;
        let is_made = match next()? {
            "made" => true,
            "none" => false,
            _ => return Err(NameError),
        };
        Ok(Self { on, entries, is_made })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-11-22", 10, false)]
    #[case("2026-11-29", 10, false)] // Nothing has changed.
    #[case("2026-11-28", 11, false)]
    #[case("2026-11-29", 11, true)]
    #[case("2026-11-22", 209, false)]
    #[case("2026-11-22", 210, true)]
    #[case("2026-11-01", 11, false)] // The laptop's clock was set back.
    fn a_reminder_comes_after_a_week_or_two_hundred_changes(
        #[case] today: Date,
        #[case] entries: usize,
        #[case] due: bool,
    ) {
        let copy: LastCopy = "2026-11-22 10 made".parse().unwrap();
        assert_eq!(copy.lag(today, entries).is_due(), due);
    }

    #[rstest]
    #[case("2026-11-22 10 made", true)]
    #[case("2026-11-22 0 none", true)]
    #[case("2026-11-22 10", false)]
    #[case("2026-11-22 -1 made", false)]
    #[case("", false)]
    fn it_reads_back_as_written(#[case] text: &str, #[case] good: bool) {
        let read = text.parse::<LastCopy>();
        assert_eq!(read.is_ok(), good);
        assert!(read.map_or(true, |read| read.to_string() == text));
    }
}
