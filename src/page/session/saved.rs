//! How what was accepted stands in the browser's storage, as the frame says it.
//! Never says "safe" for what has not reached the disk.

use huikuan::journal::StoreFault;
use huikuan::say;

use crate::page::frame::SavedState;
use crate::page::label;
use crate::page::speech::Speech;

/// How what was accepted stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Saved {
    /// No workbook is open.
    #[default]
    Nothing,
    /// On its way into local storage or to disk.
    Saving,
    /// In local storage and on disk.
    Safe,
    /// In local storage, which reaches the disk when the browser likes; the shadow failed so.
    OnlyLocal(String),
    /// Not in local storage, for that reason, but in the shadow and on disk.
    OnlyShadow(StoreFault),
    /// Only in this page, for that reason.
    Nowhere(StoreFault),
}

impl Saved {
    /// Whether something would be lost with this page.
    pub(crate) const fn is_at_risk(&self) -> bool {
        match self {
            Self::Saving | Self::Nowhere(_) => true,
            Self::Nothing | Self::Safe | Self::OnlyLocal(_) | Self::OnlyShadow(_) => false,
        }
    }

    /// The state with its sentence in the present language.
    pub(crate) fn shown(&self, speech: Speech) -> SavedState {
        match self {
            Self::Nothing => SavedState::Nothing,
            Self::Saving => SavedState::Saving,
            Self::Safe => SavedState::Safe,
            Self::OnlyLocal(why) => {
                let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
                SavedState::NotSafe(speech.fill(label::session::ONLY_LOCAL, &[&why]))
            }
            Self::OnlyShadow(fault) | Self::Nowhere(fault) => {
                SavedState::NotSaved(say::store_fault(fault, speech.language()))
            }
        }
    }
}
