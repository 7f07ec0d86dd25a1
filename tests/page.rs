//! The parts of the page that need no browser: addresses, labels, table windows and cursors.
//! The files are the page's own, compiled here natively; nothing of Leptos comes along.

#[path = "../src/page"]
mod page {
    pub(crate) mod label;
    pub(crate) mod route;
    pub(crate) mod part {
        pub(crate) mod table {
            pub(crate) mod cursor;
            pub(crate) mod window;
        }
    }
}

mod label_test {
    use huikuan::say::Language;

    use crate::page::label::{
        Label, act, aging, aging_view, credit, customer, deed, discount, entry, finding, frame,
        handbook, history, import, item, late_charge, letter, meeting, part, playbook, policy,
        session, setting, share, storage, team, timeline, today, welcome,
    };

    fn places(text: &str) -> Vec<&str> {
        let all = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        // Words that follow a number are the business of one language.
        let mut places: Vec<&str> = all.filter(|place| !place.contains('|')).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    #[test]
    fn every_label_says_something_with_the_same_places_in_both_languages() {
        let all = [
            act::ALL,
            aging::ALL,
            aging_view::ALL,
            credit::ALL,
            customer::ALL,
            deed::ALL,
            discount::ALL,
            entry::ALL,
            finding::ALL,
            frame::ALL,
            handbook::ALL,
            history::ALL,
            import::ALL,
            item::ALL,
            late_charge::ALL,
            letter::ALL,
            meeting::ALL,
            part::ALL,
            playbook::ALL,
            policy::ALL,
            session::ALL,
            setting::ALL,
            share::ALL,
            storage::ALL,
            today::ALL,
            team::ALL,
            timeline::ALL,
            welcome::ALL,
        ];
        for label in all.concat() {
            let (zh, en) = (label.text(Language::Zh), label.text(Language::En));
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{label:?}");
            assert_eq!(places(zh), places(en), "{label:?}");
        }
    }

    #[test]
    fn a_word_after_a_number_is_singular_for_one() {
        let items = |count| aging::ITEMS_BEHIND.fill(Language::En, &[count, "5.00"]);
        assert_eq!(items("1"), "1 item, 5.00 in total");
        assert_eq!(items("21"), "21 items, 5.00 in total");
    }

    #[test]
    fn places_are_filled_in_the_order_of_each_language() {
        let label: Label = frame::UNDO_NAMED;
        assert_eq!(label.fill(Language::En, &["receipt"]), "Undo: receipt");
        assert_eq!(label.fill(Language::Zh, &["登记收款"]), "撤销：登记收款");
        assert_eq!(label.fill(Language::En, &[]), "Undo: ");
    }
}

mod route_test {
    use crate::page::route::{Place, Route, Screen};

    fn day(text: &str) -> Option<huikuan::calendar::Date> {
        text.parse().ok()
    }

    fn book(screen: Screen) -> Place {
        Place::Book { book: "k3f9q2ma".to_owned(), screen }
    }

    #[test]
    fn addresses_read_as_places() {
        let rows = [
            ("", Place::Welcome),
            ("#", Place::Welcome),
            ("#/", Place::Welcome),
            ("#/k3f9q2ma", book(Screen::Aging)),
            ("#/k3f9q2ma/", book(Screen::Aging)),
            ("#/k3f9q2ma/aging", book(Screen::Aging)),
            ("#/k3f9q2ma/items", book(Screen::Items)),
            ("#/k3f9q2ma/share", book(Screen::Share)),
            ("#/k3f9q2ma/handbook", book(Screen::Handbook)),
            ("#/k3f9q2ma/letters", book(Screen::Letters)),
            ("#/k3f9q2ma/customers", book(Screen::Customers)),
            ("#/k3f9q2ma/customers/", book(Screen::Customers)),
            ("#/k3f9q2ma/customers/C-017", book(Screen::Customer("C-017".to_owned()))),
            ("#/k3f9q2ma/customers/a%2Fb", book(Screen::Customer("a/b".to_owned()))),
            ("#/k3f9q2ma/customers/%E9%94%A6", book(Screen::Customer("锦".to_owned()))),
            ("#/k3f9q2ma/customers/锦", book(Screen::Customer("锦".to_owned()))),
            ("#/k3f9q2ma/customers/5%", book(Screen::Customer("5%".to_owned()))),
            ("#/k3f9q2ma/aging/x", Place::Unknown),
            ("#/k3f9q2ma/campaigns", Place::Unknown),
        ];
        for (hash, place) in rows {
            assert_eq!(Route::parse(hash).place, place, "{hash}");
        }
    }

    #[test]
    fn a_day_is_read_and_what_is_none_means_today() {
        assert_eq!(Route::parse("#/k/aging?as-of=2026-03-31").as_of, day("2026-03-31"));
        assert_eq!(Route::parse("#/k/aging?as-of=2026-02-30").as_of, None);
        assert_eq!(Route::parse("#/k/aging?as-of=").as_of, None);
    }

    #[test]
    fn every_route_reads_back_from_its_address() {
        let screens = [
            Screen::Customers,
            Screen::Customer("锦程/1 号?#%&=+".to_owned()),
            Screen::Items,
            Screen::Aging,
            Screen::Share,
            Screen::Handbook,
        ];
        for screen in screens {
            let route = Route::at(book(screen))
                .on_day(day("2013-06-30"))
                .with("filter", "overdue")
                .with("search", "a&b=c d");
            assert_eq!(Route::parse(&route.hash()), route, "{}", route.hash());
        }
        let welcome = Route::at(Place::Welcome);
        assert_eq!(Route::parse(&welcome.hash()), welcome);
    }

    #[test]
    fn turning_keeps_the_day_and_drops_the_settings() {
        let route = Route::parse("#/k/items?as-of=2013-06-30&filter=overdue");
        assert_eq!(route.parameter("filter"), "overdue");
        assert_eq!(route.turn(Screen::Aging).hash(), "#/k/aging?as-of=2013-06-30");
        assert_eq!(route.with("filter", "").hash(), "#/k/items?as-of=2013-06-30");
        assert_eq!(route.on_day(None).hash(), "#/k/items?filter=overdue");
    }
}

mod window_test {
    use crate::page::part::table::window::{WHOLE_MAX, Window, scroll_to_show};

    #[test]
    fn short_tables_are_drawn_whole() {
        let window = Window::of(WHOLE_MAX, 32, 5_000.0, 600.0);
        assert_eq!(window, Window { first: 0, end: WHOLE_MAX });
    }

    #[test]
    fn every_row_in_sight_is_drawn_and_not_many_more() {
        let (count, row_px, height) = (100_000_usize, 32_u32, 700.0);
        for top in (0_u32..3_199_000).step_by(997) {
            let window = Window::of(count, row_px, f64::from(top), height);
            let first_seen = usize::try_from(top / row_px).unwrap();
            let last_seen = usize::try_from((top + 699) / row_px).unwrap().min(count - 1);
            assert!(window.first <= first_seen && last_seen < window.end, "{top}: {window:?}");
            assert!(window.end <= count && window.end - window.first <= 60, "{top}: {window:?}");
        }
    }

    #[test]
    fn a_table_that_became_shorter_shows_its_end() {
        let window = Window::of(1_000, 32, 3_000_000.0, 700.0);
        assert_eq!(window, Window { first: 1_000, end: 1_000 });
    }

    #[test]
    fn scrolling_brings_a_row_between_head_and_foot() {
        let show = |row, top| scroll_to_show(row, 32, (top, 640.0), (32, 32));
        assert_eq!(show(0, 0.0), None);
        assert_eq!(show(17, 0.0), None);
        assert_eq!(show(18, 0.0), Some(32.0), "the foot covers it");
        assert_eq!(show(3, 128.0), Some(96.0));
        assert_eq!(show(99, 0.0), Some(2_624.0));
    }
}

mod cursor_test {
    use crate::page::part::table::cursor::{Cursor, Step, step};

    #[test]
    fn keys_move_the_cursor_and_never_out_of_the_table() {
        // key, with Ctrl, from (row, column), to, in a table of 100 rows and 5 columns, 20 in sight
        let rows = [
            ("ArrowDown", false, (0, 0), (1, 0)),
            ("ArrowDown", false, (99, 2), (99, 2)),
            ("ArrowUp", false, (0, 2), (0, 2)),
            ("ArrowLeft", false, (3, 0), (3, 0)),
            ("ArrowRight", false, (3, 4), (3, 4)),
            ("Home", false, (3, 4), (3, 0)),
            ("End", false, (3, 0), (3, 4)),
            ("Home", true, (50, 2), (0, 2)),
            ("End", true, (50, 2), (99, 2)),
            ("ArrowUp", true, (50, 2), (0, 2)),
            ("PageDown", false, (50, 2), (70, 2)),
            ("PageDown", false, (90, 2), (99, 2)),
            ("PageUp", false, (10, 2), (0, 2)),
        ];
        for (key, command, from, to) in rows {
            let from = Cursor { row: from.0, column: from.1 };
            let to = Cursor { row: to.0, column: to.1 };
            let moved = step(key, command).map(|step| from.after(step, 100, 5, 20));
            assert_eq!(moved, Some(to), "{key} {command} from {from:?}");
        }
    }

    #[test]
    fn other_keys_are_left_alone() {
        assert_eq!(step("a", false), None);
        assert_eq!(step("ArrowLeft", true), None, "a jump of the browser's own");
    }

    #[test]
    fn an_empty_table_holds_the_cursor_at_its_start() {
        assert_eq!(Cursor::default().after(Step::Down, 0, 0, 0), Cursor::default());
    }
}
