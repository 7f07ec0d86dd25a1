//! Invoices, notes and receipts in one table, and the dialogs that record them.
//! Never keeps a filter of its own: segment and filter stand in the address.

mod allocation;
mod bulk;
mod card;
pub(crate) mod customer_field;
mod entry;
mod receipt;
mod table;

use huikuan::record::DocumentKind;
use huikuan::view::item::{Quick, Segment};
use huikuan::view::sheet::SheetKind;
use huikuan::view::subject::Subject;
use leptos::prelude::*;

pub(crate) use self::entry::Desks;
use self::entry::{Desk, use_desks};
use crate::page::action::{Wish, use_actions};
use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::part::button::Button;
use crate::page::part::card::Card;
use crate::page::part::chip::{ChipGroup, Choice, choice};
use crate::page::route::Route;
use crate::page::speech::{Speech, keep_title, use_speech};

const SEGMENT: &str = "kind";
const QUICK: &str = "filter";
const SEARCH: &str = "search";
/// The setting of the address that names the item whose card is open.
const ITEM: &str = "item";

/// The same address with the card of an item open.
pub(crate) fn address_of(route: &Route, subject: &Subject) -> Route {
    route.with(ITEM, &subject.to_string())
}

/// What the table shows, as the address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Filter {
    segment: Segment,
    quick: Quick,
}

impl Filter {
    fn of(route: &Route) -> Self {
        let segments = segments();
        let segment = segments.into_iter().find(|(word, ..)| *word == route.parameter(SEGMENT));
        let quick = quicks().into_iter().find(|(word, ..)| *word == route.parameter(QUICK));
        Self {
            segment: segment.map(|(_, segment, _)| segment).unwrap_or_default(),
            quick: quick.map(|(_, quick, _)| quick).unwrap_or_default(),
        }
    }
}

const fn segments() -> [(&'static str, Segment, label::Label); 3] {
    [
        ("invoices", Segment::Claims, label::item::CLAIMS),
        ("credit-notes", Segment::CreditNotes, label::item::CREDIT_NOTES),
        ("receipts", Segment::Receipts, label::item::RECEIPTS),
    ]
}

const fn quicks() -> [(&'static str, Quick, label::Label); 7] {
    [
        ("open", Quick::Open, label::item::OPEN),
        ("not-due", Quick::NotDue, label::item::NOT_DUE),
        ("due-soon", Quick::DueSoon, label::item::DUE_SOON),
        ("overdue", Quick::Overdue, label::item::OVERDUE),
        ("over-90", Quick::Over90, label::item::OVER_90),
        ("disputed", Quick::Disputed, label::item::DISPUTED),
        ("all", Quick::All, label::item::ALL_ITEMS),
    ]
}

/// What is typed into the table's search field, in step with the address.
fn query() -> RwSignal<String> {
    let navigation = use_navigation();
    let asked = navigation.aspect(|route| route.parameter(SEARCH).to_owned());
    let query = RwSignal::new(asked.get_untracked());
    Effect::new(move |_| {
        let asked = asked.get();
        if query.with_untracked(|query| *query != asked) {
            query.set(asked);
        }
    });
    Effect::new(move |_| {
        let typed = query.get();
        if asked.with_untracked(|asked| *asked != typed) {
            navigation.change(|route| route.with(SEARCH, &typed));
        }
    });
    query
}

/// The items screen.
#[component]
pub(crate) fn ItemScreen() -> impl IntoView {
    let (navigation, speech) = (use_navigation(), use_speech());
    keep_title(move || speech.now(label::item::TITLE).to_owned());
    let filter = navigation.aspect(Filter::of);
    let desks = use_desks();
    let receiving = RwSignal::new(false);
    let begin = move |kind| move || desks.show(kind);
    use_actions().fulfil(Wish::Invoice, begin(SheetKind::Documents(DocumentKind::Invoice)));
    use_actions().fulfil(Wish::Receipt, begin(SheetKind::Receipts));
    let actions = move || {
        let open = |kind| UnsyncCallback::new(move |()| desks.show(kind));
        let words = |desk| move || desks.words(desk, speech);
        let invoices = open(SheetKind::Documents(DocumentKind::Invoice));
        view! {
            <Button label=words(Desk::Documents) on_press=invoices/>
            <Button label=words(Desk::Receipts) on_press=open(SheetKind::Receipts)/>
        }
        .into_any()
    };
    let by_item = UnsyncCallback::new(move |()| receiving.set(true));
    view! {
        {entry::entry(desks, by_item)}
        <Card main=true title=speech.text(label::item::TITLE) head=actions>
            <div class="toolbar">
                {segment_chips(filter, navigation, speech)}
                {quick_chips(filter, navigation, speech)}
            </div>
            {table::table(filter, None)}
        </Card>
        <receipt::NewReceipt open=receiving desk=desks.receipts()/>
    }
}

/// The table of one customer's items, for its page.
pub(crate) fn customer_items(customer: huikuan::id::Key) -> impl IntoView {
    let (navigation, speech) = (use_navigation(), use_speech());
    let filter = navigation.aspect(Filter::of);
    view! {
        <div class="toolbar">
            {segment_chips(filter, navigation, speech)}
            {quick_chips(filter, navigation, speech)}
        </div>
        {table::table(filter, Some(customer))}
    }
}

fn segment_chips(filter: Memo<Filter>, navigation: Navigation, speech: Speech) -> impl IntoView {
    let choices = Signal::derive(move || -> Vec<Choice<&'static str>> {
        segments().into_iter().map(|(word, _, label)| choice(word, speech.now(label))).collect()
    });
    let chosen = Signal::derive(move || {
        let held = filter.get().segment;
        segments().into_iter().find(|(_, segment, _)| *segment == held).map_or("", |(w, ..)| w)
    });
    let on_choose = UnsyncCallback::new(move |(word,): (&'static str,)| {
        navigation.change(|route| route.with(SEGMENT, word));
    });
    view! { <ChipGroup label=speech.text(label::item::SEGMENT) choices chosen on_choose/> }
}

fn quick_chips(filter: Memo<Filter>, navigation: Navigation, speech: Speech) -> impl IntoView {
    let choices = Signal::derive(move || -> Vec<Choice<&'static str>> {
        let claims = filter.get().segment == Segment::Claims;
        let shown = |quick: Quick| claims || matches!(quick, Quick::Open | Quick::All);
        let shown = quicks().into_iter().filter(|(_, quick, _)| shown(*quick));
        shown.map(|(word, _, label)| choice(word, speech.now(label))).collect()
    });
    let chosen = Signal::derive(move || {
        let held = filter.get().quick;
        quicks().into_iter().find(|(_, quick, _)| *quick == held).map_or("", |(word, ..)| word)
    });
    let on_choose = UnsyncCallback::new(move |(word,): (&'static str,)| {
        navigation.change(|route| route.with(QUICK, word));
    });
    view! { <ChipGroup label=speech.text(label::item::QUICK) choices chosen on_choose/> }
}
