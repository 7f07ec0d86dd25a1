//! Which rows of a long table are drawn, and how far to scroll to show one.
//! Never touches an element: heights come in as CSS pixels.

/// Tables up to this many rows are drawn whole.
pub(crate) const WHOLE_MAX: usize = 200;
/// Rows drawn beyond each edge, so that scrolling shows no gap.
const BEYOND: usize = 8;
/// The edges move in steps of this many rows, so that most scroll events change nothing.
const STEP: usize = 8;

/// The rows to draw, from `first` up to but without `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Window {
    pub first: usize,
    pub end: usize,
}

impl Window {
    /// The rows of `count` to draw when the view is scrolled by `top_px` and `height_px` high.
    pub(crate) fn of(count: usize, row_px: u32, top_px: f64, height_px: f64) -> Self {
        if count <= WHOLE_MAX {
            return Self { first: 0, end: count };
        }
        let row = f64::from(row_px.max(1));
        let first = whole(top_px / row).saturating_sub(BEYOND) / STEP * STEP;
        let end = (whole((top_px + height_px) / row) + 1 + BEYOND).div_ceil(STEP) * STEP;
        let end = end.min(count);
        // A view scrolled past a table that became shorter shows its last rows.
        Self { first: first.min(end), end }
    }
}

/// Where to scroll so that `row` is wholly in sight between a sticky head and foot, or `None` when
/// it already is.
pub(crate) fn scroll_to_show(
    row: usize,
    row_px: u32,
    (top_px, height_px): (f64, f64),
    (head_px, foot_px): (u32, u32),
) -> Option<f64> {
    let row_px = f64::from(row_px);
    let row_top = f64::from(u32::try_from(row).unwrap_or(u32::MAX)) * row_px;
    let room = height_px - f64::from(head_px) - f64::from(foot_px);
    if row_top < top_px {
        Some(row_top)
    } else if row_top + row_px > top_px + room {
        Some((row_top + row_px - room).max(0.0))
    } else {
        None
    }
}

/// The whole part of a number of rows, 0 for what is none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of a float to an integer saturates, which is what is wanted"
)]
fn whole(rows: f64) -> usize {
    rows as usize
}
