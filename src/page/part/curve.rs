//! A line over one axis, with a mark where it crosses zero; for the eye beside a table.
//! Never computes a value: points come in as parts of the picture.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::live::{live, maybe};

/// A point: both parts from 0 to 1,000 of the picture, upwards and to the right.
pub(crate) type Point = (i32, i32);

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Drawn {
    pub line: Vec<Point>,
    /// How high zero lies.
    pub zero: i32,
    /// Where the line crosses zero, and the words beside it.
    pub mark: Option<(i32, String)>,
    /// Words under the left and the right end.
    pub ends: [String; 2],
    /// Words at the top and at the foot.
    pub heights: [String; 2],
}

/// Room around the picture, and how high it is for its width of 1,000, in its own units.
const MARGIN: i32 = 60;
const HEIGHT: i32 = 400;

/// How far from the top a part of the height stands.
fn down(part: i32) -> i32 {
    HEIGHT - part * HEIGHT / 1_000
}

/// The curve; `label` says in words what it shows.
#[component]
pub(crate) fn Curve(
    #[prop(into)] label: TextProp,
    #[prop(into)] drawn: Signal<Drawn>,
) -> impl IntoView {
    let path = live(move || {
        drawn.with(|drawn| {
            let mut path = String::new();
            for (x, y) in &drawn.line {
                path.push_str(if path.is_empty() { "M" } else { "L" });
                path.push_str(&format!("{x} {}", down(*y)));
            }
            path
        })
    });
    let zero = live(move || {
        let y = down(drawn.with(|drawn| drawn.zero));
        format!("M0 {y}H1000")
    });
    let mark = maybe(move || {
        drawn.with(|drawn| {
            let (x, words) = drawn.mark.clone()?;
            let y = down(drawn.zero);
            Some(
                view! {
                    <circle class="mark" cx=x.to_string() cy=y.to_string() r="9"></circle>
                    <text x=(x + 16).to_string() y=(y - 16).to_string() text-anchor="start">{words}</text>
                }
                .into_any(),
            )
        })
    });
    let end = move |at: usize, x: &'static str, anchor: &'static str| {
        let words = move || drawn.with(|drawn| drawn.ends.get(at).cloned().unwrap_or_default());
        view! { <text x=x y=(HEIGHT + 40).to_string() text-anchor=anchor>{words}</text> }.into_any()
    };
    let height = move |at: usize, y: &'static str| {
        let words = move || drawn.with(|drawn| drawn.heights.get(at).cloned().unwrap_or_default());
        view! { <text x="0" y=y>{words}</text> }.into_any()
    };
    let view_box =
        format!("{} {} {} {}", -MARGIN, -MARGIN, 1_000 + 2 * MARGIN, HEIGHT + 2 * MARGIN);
    view! {
        <svg class="curve" viewBox=view_box role="img" aria-label=label>
            <path class="axis" d=zero></path>
            <path class="line" d=path></path>
            {mark}
            {end(0, "0", "start")}
            {end(1, "1000", "end")}
            {height(0, "-16")}
            {height(1, "392")}
        </svg>
    }
    .into_any()
}
