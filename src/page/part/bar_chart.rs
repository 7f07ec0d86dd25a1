//! A bar stacked of shares, with its legend.
//! Never computes a share: they come in as basis points.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::live::each;

/// One share of a stacked bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BarShare {
    /// What it is and how much, as the legend shows it: `1–30 days 17%`.
    pub text: String,
    /// Its width in hundredths of a percent of the whole bar.
    pub share_bps: u32,
    /// Which of the six colors from calm to grave, 0 to 5; [`UNGRADED`] for what has no age.
    pub grade: u8,
    /// The address of what it adds up, if it can be opened.
    pub href: Option<String>,
}

/// The grade of a share that has no age, hatched.
pub(crate) const UNGRADED: u8 = u8::MAX;

/// A stacked bar; the legend carries every figure, so the bar itself is for the eye only.
#[component]
pub(crate) fn StackedBar(
    #[prop(into)] label: TextProp,
    #[prop(into)] shares: Signal<Vec<BarShare>>,
) -> impl IntoView {
    let piece = |share: &BarShare| {
        let width = format!("{}.{:02}%", share.share_bps / 100, share.share_bps % 100);
        view! { <i class=grade(share.grade) style:width=width title=share.text.clone()></i> }
            .into_any()
    };
    let entry = |share: BarShare| {
        let inner = view! { <i class=grade(share.grade)></i> {share.text} }.into_any();
        match share.href {
            Some(href) => view! { <li><a href=href>{inner}</a></li> }.into_any(),
            None => view! { <li>{inner}</li> }.into_any(),
        }
    };
    let pieces = each(move || {
        shares.with(|all| all.iter().filter(|share| share.share_bps > 0).map(piece).collect())
    });
    view! {
        <figure class="stacked-bar" aria-label=label>
            <div class="strip" aria-hidden="true">{pieces}</div>
            <ul class="legend">{each(move || shares.get().into_iter().map(entry).collect())}</ul>
        </figure>
    }
    .into_any()
}

fn grade(grade: u8) -> &'static str {
    match grade {
        0 => "age-0",
        1 => "age-1",
        2 => "age-2",
        3 => "age-3",
        4 => "age-4",
        UNGRADED => "age-none",
        _ => "age-5",
    }
}
