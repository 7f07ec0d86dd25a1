//! All stories, in the order they are told. A story is a function of its stage; it opens as many
//! browsers as it has people in it, and leaves nothing behind for the next.

mod accessible;
mod blocked;
mod daily;
mod discount;
mod divided;
mod finding;
mod harness;
mod keeping;
mod killed;
mod letter;
mod linked;
mod merging;
mod morning;
mod newcomer;
mod offline;
mod opening;
mod reminded;
mod single_file;
mod two_tabs;
mod week;
mod workbooks;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::broken::Told;
use crate::engine::Engine;
use crate::stage::Stage;

type Telling = Pin<Box<dyn Future<Output = Told>>>;

pub(crate) struct Story {
    pub(crate) name: &'static str,
    needs: &'static [Need],
    pub(crate) tell: fn(Rc<Stage>) -> Telling,
}

/// What a story needs of a browser that not every driver gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Saved files arrive in a folder that we know.
    Downloads,
    /// A profile outlives its browser, and holds what service workers keep.
    Profile,
    /// The person's language can be chosen.
    Language,
    /// The browser can be told to grant no storage.
    Refusal,
    /// Pages may keep a file of the person's.
    LinkedFile,
    /// A window can be as narrow as a phone, and its content be enlarged.
    Phone,
}

/// Every story there is.
pub(crate) const ALL: &[Story] = &[
    Story {
        name: "harness_finds",
        needs: &[],
        tell: |stage| Box::pin(harness::finds_what_a_person_sees(stage)),
    },
    Story {
        name: "harness_acts",
        needs: &[],
        tell: |stage| Box::pin(harness::acts_as_a_person_does(stage)),
    },
    Story {
        name: "harness_files",
        needs: &[Need::Downloads],
        tell: |stage| Box::pin(harness::hands_files_over(stage)),
    },
    Story {
        name: "harness_returns",
        needs: &[Need::Profile],
        tell: |stage| Box::pin(harness::comes_back_after_a_crash(stage)),
    },
    Story {
        name: "harness_watches",
        needs: &[Need::Language],
        tell: |stage| Box::pin(harness::sees_what_goes_wrong(stage)),
    },
    Story {
        name: "opening",
        needs: &[],
        tell: |stage| Box::pin(opening::opens_and_keeps_to_itself(stage)),
    },
    Story {
        name: "finding",
        needs: &[Need::Language],
        tell: |stage| Box::pin(finding::finds_by_keyboard(stage)),
    },
    Story { name: "daily", needs: &[], tell: |stage| Box::pin(daily::works_at_the_items(stage)) },
    Story {
        name: "newcomer",
        needs: &[Need::Downloads, Need::Language],
        tell: |stage| Box::pin(newcomer::carries_a_book_along(stage)),
    },
    Story {
        name: "newcomer_markup",
        needs: &[Need::Language],
        tell: |stage| Box::pin(newcomer::shows_markup_as_text(stage)),
    },
    Story {
        name: "merging",
        needs: &[Need::Downloads, Need::Language],
        tell: |stage| Box::pin(merging::settles_a_finding(stage)),
    },
    Story {
        name: "keeping_edit",
        needs: &[Need::Profile],
        tell: |stage| Box::pin(keeping::keeps_an_edit(stage)),
    },
    Story {
        name: "keeping_tabs",
        needs: &[],
        tell: |stage| Box::pin(keeping::keeps_two_tabs_in_step(stage)),
    },
    Story {
        name: "keeping_import",
        needs: &[],
        tell: |stage| Box::pin(keeping::keeps_an_import(stage)),
    },
    Story {
        name: "keeping_left",
        needs: &[Need::Language],
        tell: |stage| Box::pin(keeping::keeps_an_import_of_who_leaves(stage)),
    },
    Story {
        name: "keeping_full",
        needs: &[Need::Downloads],
        tell: |stage| Box::pin(keeping::says_when_storage_is_full(stage)),
    },
    Story {
        name: "keeping_unknown",
        needs: &[],
        tell: |stage| Box::pin(keeping::says_what_is_not_here(stage)),
    },
    Story {
        name: "week",
        needs: &[Need::Downloads, Need::Language, Need::Profile],
        tell: |stage| Box::pin(week::keeps_a_week_of_books(stage)),
    },
    Story {
        name: "divided",
        needs: &[Need::Profile],
        tell: |stage| Box::pin(divided::starts_without_its_second_half(stage)),
    },
    Story {
        name: "discount",
        needs: &[],
        tell: |stage| Box::pin(discount::is_offered_and_taken(stage)),
    },
    Story {
        name: "letter",
        needs: &[],
        tell: |stage| Box::pin(letter::is_printed_and_sent(stage)),
    },
    Story {
        name: "morning",
        needs: &[Need::Language],
        tell: |stage| Box::pin(morning::is_worked_by_keys(stage)),
    },
    Story {
        name: "offline",
        needs: &[Need::Profile],
        tell: |stage| Box::pin(offline::works_without_its_host(stage)),
    },
    Story {
        name: "offline_update",
        needs: &[Need::Profile],
        tell: |stage| Box::pin(offline::offers_a_newer_version(stage)),
    },
    Story {
        name: "single_file",
        needs: &[Need::Downloads, Need::Language],
        tell: |stage| Box::pin(single_file::works_from_disk(stage)),
    },
    Story {
        name: "killed",
        needs: &[Need::Profile],
        tell: |stage| Box::pin(killed::keeps_every_edit(stage)),
    },
    Story {
        name: "killed_import",
        needs: &[Need::Profile],
        tell: |stage| Box::pin(killed::keeps_an_import(stage)),
    },
    Story {
        name: "killed_compaction",
        needs: &[Need::Profile],
        tell: |stage| Box::pin(killed::keeps_an_edit_during_compaction(stage)),
    },
    Story {
        name: "two_tabs",
        needs: &[Need::Downloads],
        tell: |stage| Box::pin(two_tabs::end_equal(stage)),
    },
    Story {
        name: "blocked",
        needs: &[Need::Downloads, Need::Refusal],
        tell: |stage| Box::pin(blocked::works_without_storage(stage)),
    },
    Story {
        name: "blocked_later",
        needs: &[Need::Downloads],
        tell: |stage| Box::pin(blocked::waits_for_storage(stage)),
    },
    Story {
        name: "blocked_emptied",
        needs: &[],
        tell: |stage| Box::pin(blocked::fills_emptied_storage(stage)),
    },
    Story {
        name: "linked",
        needs: &[Need::LinkedFile],
        tell: |stage| Box::pin(linked::file_follows_the_workbook(stage)),
    },
    Story {
        name: "linked_large",
        needs: &[Need::LinkedFile],
        tell: |stage| Box::pin(linked::large_file_waits_its_turn(stage)),
    },
    Story {
        name: "linked_leave",
        needs: &[Need::LinkedFile],
        tell: |stage| Box::pin(linked::file_wakes_with_leave(stage)),
    },
    Story {
        name: "reminded",
        needs: &[Need::Downloads, Need::Language],
        tell: |stage| Box::pin(reminded::of_a_copy(stage)),
    },
    Story {
        name: "accessible_en",
        needs: &[Need::Language, Need::Downloads],
        tell: |stage| Box::pin(accessible::holds_in_english(stage)),
    },
    Story {
        name: "accessible_zh",
        needs: &[Need::Language, Need::Downloads],
        tell: |stage| Box::pin(accessible::holds_in_chinese(stage)),
    },
    Story {
        name: "accessible_phone",
        needs: &[Need::Language, Need::Phone, Need::Downloads],
        tell: |stage| Box::pin(accessible::holds_on_a_phone(stage)),
    },
    Story {
        name: "accessible_phone_zh",
        needs: &[Need::Language, Need::Phone, Need::Downloads],
        tell: |stage| Box::pin(accessible::holds_on_a_phone_in_chinese(stage)),
    },
    Story {
        name: "accessible_enlarged",
        needs: &[Need::Language, Need::Phone, Need::Downloads],
        tell: |stage| Box::pin(accessible::holds_enlarged(stage)),
    },
    Story {
        name: "accessible_enlarged_zh",
        needs: &[Need::Language, Need::Phone, Need::Downloads],
        tell: |stage| Box::pin(accessible::holds_enlarged_in_chinese(stage)),
    },
    Story {
        name: "workbooks",
        needs: &[Need::Downloads, Need::Language],
        tell: |stage| Box::pin(workbooks::are_looked_after(stage)),
    },
];

impl Story {
    /// Whether its name contains one of the parts; without any part, every story is meant.
    pub(crate) fn is_named(&self, parts: &[String]) -> bool {
        parts.is_empty() || parts.iter().any(|part| self.name.contains(part.as_str()))
    }

    /// Whether this engine gives all that the story needs.
    pub(crate) fn can_be_told_in(&self, engine: Engine) -> bool {
        self.needs.iter().all(|need| engine.gives(*need))
    }
}
