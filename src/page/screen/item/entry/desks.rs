//! The two desks of the open workbook, documents and receipts, kept while another screen is shown.
//! Never takes typed rows from one workbook into another.

use huikuan::workbook::Workbook;
use leptos::ev;
use leptos::prelude::*;

use super::desk::Entry;
use crate::page::session::Session;
use crate::page::speech::Speech;
use huikuan::record::DocumentKind;
use huikuan::view::sheet::SheetKind;

/// Which of the desks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Desk {
    Documents,
    Receipts,
}

/// Both desks, as a context; copies are the same desks.
#[derive(Clone, Copy)]
pub(crate) struct Desks {
    documents: Entry,
    receipts: Entry,
    /// The one that is shown.
    pub(super) open: RwSignal<Option<Desk>>,
}

impl Desks {
    /// Provides both desks without rows; they are cleared when another workbook is opened.
    pub(crate) fn provide(session: Session) {
        let desks = Self {
            documents: Entry::begin(SheetKind::Documents(DocumentKind::Invoice)),
            receipts: Entry::begin(SheetKind::Receipts),
            open: RwSignal::new(None),
        };
        let book = Memo::new(move |_| session.read(Workbook::id));
        Effect::new(move |last: Option<Option<_>>| {
            let (last, now) = (last.flatten(), book.get());
            if last.is_some() && now.is_some() && last != now {
                desks.open.set(None);
                desks.documents.clear();
                desks.receipts.clear();
            }
            now.or(last)
        });
        // A typed row that is not recorded is only in this page.
        let _listening = window_event_listener(ev::beforeunload, move |event| {
            let waiting = [desks.documents, desks.receipts].map(|desk| desk.waiting_untracked());
            if waiting.iter().any(|count| *count > 0) {
                event.prevent_default();
            }
        });
        provide_context(desks);
    }

    /// One of the desks.
    pub(super) fn desk(self, which: Desk) -> Entry {
        match which {
            Desk::Documents => self.documents,
            Desk::Receipts => self.receipts,
        }
    }

    /// Shows the desk for rows of a kind. Rows that stand on it keep the kind they were typed as.
    pub(crate) fn show(self, kind: SheetKind) {
        let which = match kind {
            SheetKind::Documents(_) => Desk::Documents,
            SheetKind::Receipts => Desk::Receipts,
        };
        let desk = self.desk(which);
        if desk.is_blank() {
            desk.kind.set(kind);
        }
        self.open.set(Some(which));
    }

    /// The words of the button that shows a desk, with how many rows on it are not recorded.
    pub(crate) fn words(self, which: Desk, speech: Speech) -> String {
        self.desk(which).words(speech)
    }

    /// The desk of receipts, for the dialog that allocates one by hand.
    pub(in crate::page::screen::item) fn receipts(self) -> Entry {
        self.receipts
    }
}

/// The desks of the open workbook.
pub(crate) fn use_desks() -> Desks {
    expect_context::<Desks>()
}
