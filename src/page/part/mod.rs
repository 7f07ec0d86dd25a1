//! Plain parts of a screen: buttons, fields, tables, dialogs.
//! Never know anything of receivables; their words come in as labels, their figures as text.

pub(crate) mod bar_chart;
pub(crate) mod button;
pub(crate) mod calendar;
pub(crate) mod card;
pub(crate) mod check;
pub(crate) mod chip;
pub(crate) mod combobox;
pub(crate) mod curve;
pub(crate) mod dialog;
pub(crate) mod drop_zone;
pub(crate) mod empty;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod id;
pub(crate) mod live;
pub(crate) mod notice;
pub(crate) mod popover;
pub(crate) mod progress;
pub(crate) mod rows;
pub(crate) mod scroll;
pub(crate) mod select;
pub(crate) mod sheet;
pub(crate) mod tab;
pub(crate) mod table;
pub(crate) mod toast;
