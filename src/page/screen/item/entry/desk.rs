//! The rows of the sheet while they are typed: reading, recording, pasting, and what to say.
//! Never loses a row: what the workbook refuses stays, with the reason at its end.

use huikuan::id::Key;
use huikuan::record::Receipt;
use huikuan::view::amount::figure;
use huikuan::view::sheet::{self, Mistake, MistakeKind, SheetColumn, SheetKind, paste};
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::word;
use crate::page::label;
use crate::page::part::id;
use crate::page::part::notice::Tone;
use crate::page::part::sheet::{Pasted, SheetRow, focus, focus_new};
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::session::{Session, refusal, use_session};
use crate::page::speech::{Speech, use_speech};

/// A desk: the rows that are typed, and what they are; copies are the same desk.
#[derive(Clone, Copy)]
pub(in crate::page::screen::item) struct Entry {
    pub(super) session: Session,
    pub(super) speech: Speech,
    toaster: Toaster,
    pub(super) kind: RwSignal<SheetKind>,
    pub(super) rows: RwSignal<Vec<SheetRow>>,
    /// Whether receipts are allocated as they are saved.
    pub(super) allocates: RwSignal<bool>,
    /// The start of the ids of the cells.
    pub(super) name: StoredValue<String>,
    last_row: StoredValue<u32>,
    /// The row that had the focus last.
    pub(super) in_hand: StoredValue<u32>,
    /// How many rows are typed and not recorded.
    waiting: Memo<usize>,
    /// Owns the signals of the rows, until the desk is cleared.
    owner: StoredValue<Owner, LocalStorage>,
}

impl Entry {
    /// A desk without rows, which lives as long as the present owner.
    pub(super) fn begin(kind: SheetKind) -> Self {
        let (kind, rows) = (RwSignal::new(kind), RwSignal::new(Vec::<SheetRow>::new()));
        let waiting = Memo::new(move |_| {
            let kind = kind.get();
            let is_typed = |row: &&SheetRow| {
                let texts: Vec<String> = row.cells.iter().map(|cell| cell.get()).collect();
                !kind.is_blank(&texts)
            };
            rows.with(|rows| rows.iter().filter(is_typed).count())
        });
        Self {
            session: use_session(),
            speech: use_speech(),
            toaster: use_toaster(),
            kind,
            rows,
            allocates: RwSignal::new(true),
            name: StoredValue::new(id::next("entry")),
            last_row: StoredValue::new(0),
            in_hand: StoredValue::new(0),
            waiting,
            owner: StoredValue::new_local(Owner::new()),
        }
    }

    fn kind(self) -> SheetKind {
        self.kind.get_untracked()
    }

    /// How many rows are typed and not recorded.
    pub(super) fn waiting_untracked(self) -> usize {
        self.waiting.get_untracked()
    }

    /// The words of the button that shows this desk.
    pub(super) fn words(self, speech: Speech) -> String {
        let name = speech.now(match self.kind.get() {
            SheetKind::Documents(_) => label::item::NEW_INVOICE,
            SheetKind::Receipts => label::item::NEW_RECEIPT,
        });
        match self.waiting.get() {
            0 => name.to_owned(),
            count => speech.fill(label::entry::WAITING, &[name, &count.to_string()]),
        }
    }

    /// Drops every row.
    pub(super) fn clear(self) {
        self.rows.set(Vec::new());
        self.owner.with_value(Owner::cleanup);
    }

    /// Goes on with the rows that stand here, or begins with a new one.
    pub(super) fn resume(self) {
        if self.is_blank() {
            self.clear();
            self.begin_row(true);
        } else {
            let first = self.rows.with_untracked(|rows| rows.first().map(|row| row.id));
            if let Some(first) = first {
                self.name.with_value(|name| focus_new(name, first, 0));
            }
        }
    }

    /// The row that a person means by "this one": that with the focus last, else the first typed.
    pub(in crate::page::screen::item) fn row_in_hand(self) -> Option<(u32, Vec<String>)> {
        let kind = self.kind();
        let texts = |row: &SheetRow| Some((row.id, row.texts())).filter(|r| !kind.is_blank(&r.1));
        let in_hand = self.row(self.in_hand.get_value()).and_then(|row| texts(&row));
        in_hand.or_else(|| self.rows.with_untracked(|rows| rows.iter().find_map(texts)))
    }

    /// Takes a row away that was recorded elsewhere.
    pub(in crate::page::screen::item) fn take_away(self, id: u32) {
        self.rows.update(|rows| rows.retain(|row| row.id != id));
        if self.rows.with_untracked(Vec::is_empty) {
            self.begin_row(false);
        }
    }

    /// A new row at the end, which begins with the reporting day.
    pub(super) fn begin_row(self, focused: bool) {
        let row = self.make_row(self.first_texts());
        let id = row.id;
        self.rows.update(|rows| rows.push(row));
        if focused {
            self.name.with_value(|name| focus_new(name, id, 0));
        }
    }

    /// What stands in a row before anything is typed.
    fn first_texts(self) -> Vec<String> {
        let kind = self.kind();
        let day = self.session.as_of_untracked().to_string();
        let text = |column: &SheetColumn| {
            if *column == kind.day_column() { day.clone() } else { String::new() }
        };
        kind.columns().iter().map(text).collect()
    }

    /// A row whose signals live as long as the desk keeps it, whoever asks for it.
    fn make_row(self, texts: Vec<String>) -> SheetRow {
        let id = self.last_row.get_value() + 1;
        self.last_row.set_value(id);
        self.owner.with_value(|owner| owner.with(|| SheetRow::new(id, texts)))
    }

    /// Moves the focus to the first cell.
    pub(super) fn focus_first(self) {
        let first = self.rows.with_untracked(|rows| rows.first().map(|row| row.id));
        if let Some(first) = first {
            self.name.with_value(|name| focus(name, first, 0));
        }
    }

    /// True when nothing is typed that closing the sheet would lose.
    pub(super) fn is_blank(self) -> bool {
        let kind = self.kind();
        self.rows.with_untracked(|rows| rows.iter().all(|row| kind.is_blank(&row.texts())))
    }

    fn row(self, id: u32) -> Option<SheetRow> {
        self.rows.with_untracked(|rows| rows.iter().find(|row| row.id == id).cloned())
    }

    /// Records one row, and goes on with the next.
    pub(super) fn save_row(self, id: u32) {
        let Some(row) = self.row(id) else { return };
        if self.kind().is_blank(&row.texts()) {
            return;
        }
        match self.save(&row) {
            Ok(said) => {
                self.toaster.say(said);
                self.leave_row(id);
            }
            Err(place) => self.name.with_value(|name| focus(name, id, place)),
        }
    }

    /// Goes on to the row after a saved one, which goes; the last row begins anew in its place.
    fn leave_row(self, id: u32) {
        let rows = self.rows.get_untracked();
        let Some(at) = rows.iter().position(|row| row.id == id) else { return };
        match (rows.get(at), rows.get(at + 1)) {
            (_, Some(next)) => {
                self.name.with_value(|name| focus(name, next.id, 0));
                self.rows.update(|rows| rows.retain(|row| row.id != id));
            }
            (Some(row), None) => {
                for (cell, text) in row.cells.iter().zip(self.first_texts()) {
                    cell.set(text);
                }
                row.wrong.set(Vec::new());
                row.note.set(None);
                self.name.with_value(|name| focus(name, id, 0));
            }
            (None, None) => {}
        }
    }

    /// Records every row that can be, and says how many cannot.
    pub(super) fn save_all(self) {
        let (mut saved, mut kept) = (0_u32, 0_u32);
        for row in self.rows.get_untracked() {
            if self.kind().is_blank(&row.texts()) {
                continue;
            }
            if self.save(&row).is_ok() {
                saved += 1;
                self.rows.update(|rows| rows.retain(|held| held.id != row.id));
            } else {
                kept += 1;
            }
        }
        let say = |label, count: u32| untrack(|| self.speech.fill(label, &[&count.to_string()]));
        // Rows that were saved together are undone together.
        self.session.join_undo(saved);
        if saved > 0 {
            self.toaster.say(say(label::entry::SAVED_MANY, saved));
        }
        if kept > 0 {
            self.toaster.alarm(say(label::entry::NOT_SAVED_MANY, kept));
        }
        if self.rows.with_untracked(Vec::is_empty) {
            self.begin_row(true);
        }
    }

    /// Records a row; gives what to say of it, or the place of the first cell to look at.
    fn save(self, row: &SheetRow) -> Result<String, usize> {
        let (kind, today) = (self.kind(), self.session.today.get_untracked());
        let read = self.session.read_untracked(|workbook| {
            sheet::read(
                kind,
                &row.texts(),
                self.allocates.get_untracked(),
                workbook.ledger(),
                today,
            )
        });
        let Some(read) = read else { return Err(0) };
        let command = match read {
            Ok(command) => command,
            Err(mistakes) => return Err(self.show(row, kind, &mistakes)),
        };
        let said = untrack(|| [said(&command, self.speech), self.newly(&command)].concat());
        match self.session.apply(command) {
            Ok(()) => Ok(said),
            Err(rejection) => {
                let sentence = untrack(|| refusal(self.speech, &rejection));
                row.wrong.set(Vec::new());
                row.note.set(Some((Tone::Bad, sentence)));
                Err(0)
            }
        }
    }

    /// Says that a command records a new customer along with it: a slip of the pen makes one too.
    fn newly(self, command: &Command) -> String {
        let (Command::RecordDocument { customer, .. }
        | Command::RecordReceipt { receipt: Receipt { customer, .. }, .. }) = command
        else {
            return String::new();
        };
        let known = self
            .session
            .read_untracked(|workbook| workbook.ledger().account(&Key::of(customer)).is_some());
        match known {
            Some(false) => self.speech.fill(label::entry::NEW_CUSTOMER, &[customer]),
            Some(true) | None => String::new(),
        }
    }

    /// Shows the mistakes of a row; gives the place of the first.
    fn show(self, row: &SheetRow, kind: SheetKind, mistakes: &[Mistake]) -> usize {
        let place =
            |mistake: &Mistake| kind.columns().iter().position(|held| *held == mistake.column);
        let mut places: Vec<usize> = mistakes.iter().filter_map(place).collect();
        places.sort_unstable();
        let first = places.first().copied().unwrap_or(0);
        let named = mistakes.iter().find(|mistake| place(mistake) == Some(first));
        let sentence = untrack(|| named.map(|mistake| sentence(*mistake, self.speech)));
        row.wrong.set(places);
        row.note.set(sentence.map(|sentence| (Tone::Bad, sentence)));
        first
    }

    /// Writes pasted cells from the cell on, into new rows where there are none.
    pub(super) fn paste(self, pasted: &Pasted) {
        let block = paste::placed(self.kind(), &pasted.text, pasted.column);
        let from = self.rows.with_untracked(|rows| rows.iter().position(|r| r.id == pasted.row));
        for (at, cells) in (from.unwrap_or(0)..).zip(block) {
            if self.rows.with_untracked(|rows| rows.get(at).is_none()) {
                self.begin_row(false);
            }
            let Some(row) = self.rows.with_untracked(|rows| rows.get(at).cloned()) else { return };
            for (place, text) in cells {
                if let Some(cell) = row.cells.get(place) {
                    cell.set(text);
                }
            }
        }
    }
}

/// What is said of a row that was recorded.
pub(in crate::page::screen::item) fn said(command: &Command, speech: Speech) -> String {
    let amount = |money: huikuan::money::Money| figure(money.minor(), money.currency());
    let what = match command {
        Command::RecordDocument { number, fields, customer, .. } => {
            let claim = fields.claim.map(|claim| amount(claim.amount)).unwrap_or_default();
            format!("{} · {claim}", number.as_ref().unwrap_or(customer))
        }
        Command::RecordReceipt { receipt, allocations } => {
            let (money, currency) = (receipt.amount, receipt.amount.currency());
            let given: i64 = allocations.iter().map(|share| share.amount.minor()).sum();
            let words = [figure(given, currency), figure(money.minor() - given, currency)];
            let allocated = speech.fill(label::entry::PROPOSAL, &[&words[0], &words[1]]);
            format!("{} {} · {allocated}", receipt.customer, amount(money))
        }
        _ => String::new(),
    };
    speech.fill(label::entry::SAVED_ONE, &[&what])
}

/// What is wrong with a cell, as a sentence.
fn sentence(mistake: Mistake, speech: Speech) -> String {
    let name = speech.now(word(mistake.column));
    match mistake.kind {
        MistakeKind::Missing => speech.fill(label::entry::MISSING, &[name]),
        MistakeKind::NotADate => speech.now(label::item::NOT_A_DATE).to_owned(),
        MistakeKind::NotAnAmount => speech.now(label::item::NOT_AN_AMOUNT).to_owned(),
        MistakeKind::NotACurrency => speech.now(label::item::NOT_A_CURRENCY).to_owned(),
        MistakeKind::Spoiled => speech.fill(label::entry::SPOILED, &[name]),
    }
}
