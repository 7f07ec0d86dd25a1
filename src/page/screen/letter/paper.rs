//! A letter on paper: letterhead, heading, text, tables, slips (F3).
//! Never formats a figure: fields come as texts, and everything is shown as text.

use huikuan::letter::compose::{Block, LetterPart, blocks};
use huikuan::letter::field::LetterData;
use huikuan::say::{self, Language, LetterTable};
use leptos::prelude::*;

use crate::page::part::scroll::scroll;

/// The letter.
pub(super) fn paper(title: &str, text: &str, data: &LetterData, language: Language) -> AnyView {
    let head = view! {
        {letterhead(data)}
        <h2>{title.to_owned()}</h2>
    };
    sheet(head.into_any(), text, data, language)
}

/// A message: what is sent has neither letterhead nor heading.
pub(super) fn message(text: &str, data: &LetterData, language: Language) -> AnyView {
    sheet(().into_any(), text, data, language)
}

fn sheet(head: AnyView, text: &str, data: &LetterData, language: Language) -> AnyView {
    let drawn: Vec<AnyView> =
        blocks(text).into_iter().map(|block| draw(block, data, language)).collect();
    let lang = match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    };
    view! { <article class="letter" lang=lang>{head} {drawn}</article> }.into_any()
}

/// The firm's own name, address and number.
fn letterhead(data: &LetterData) -> AnyView {
    let lines = [&data.firm_address, &data.firm_phone].into_iter();
    let lines: Vec<AnyView> = lines
        .filter(|line| !line.is_empty())
        .map(|line| view! { <span>{line.clone()}</span> }.into_any())
        .collect();
    view! { <header class="letterhead"><b>{data.firm.clone()}</b> {lines}</header> }.into_any()
}

fn draw(block: Block, data: &LetterData, language: Language) -> AnyView {
    match block {
        Block::Text(lines) => paragraphs(lines),
        Block::Part(
            part @ (LetterPart::Items
            | LetterPart::LateCharge
            | LetterPart::Discounts
            | LetterPart::Instalments
            | LetterPart::Statement),
        ) => match say::letter_table(part, data, language) {
            Some(held) => table(held),
            None => ().into_any(),
        },
        Block::Part(LetterPart::Accounts) => {
            let lines = say::letter_lines(LetterPart::Accounts, data, language);
            view! { <div class="accounts">{paragraphs(lines)}</div> }.into_any()
        }
        Block::Part(LetterPart::Signature) => {
            let lines = say::letter_lines(LetterPart::Signature, data, language);
            view! { <div class="signature">{paragraphs(lines)}</div> }.into_any()
        }
        Block::Part(part @ (LetterPart::BothSign | LetterPart::CustomerSigns)) => {
            paragraphs(say::letter_lines(part, data, language))
        }
        Block::Part(part @ (LetterPart::Slip | LetterPart::Confirmation)) => {
            let mut lines = say::letter_lines(part, data, language).into_iter();
            let heading = lines.next().unwrap_or_default();
            view! {
                <section class="slip"><h3>{heading}</h3> {paragraphs(lines.collect())}</section>
            }
            .into_any()
        }
    }
}

fn paragraphs(lines: Vec<String>) -> AnyView {
    let lines: Vec<AnyView> =
        lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect();
    lines.into_any()
}

fn table(held: LetterTable) -> AnyView {
    let class = |is_figure: bool| if is_figure { "figure" } else { "" };
    let heads: Vec<AnyView> = held
        .columns
        .iter()
        .map(|column| {
            view! { <th scope="col" class=class(column.is_figure)>{column.head}</th> }.into_any()
        })
        .collect();
    let row = |cells: Vec<String>| {
        let cells: Vec<AnyView> = cells
            .into_iter()
            .zip(&held.columns)
            .map(|(cell, column)| {
                view! { <td class=class(column.is_figure)>{cell}</td> }.into_any()
            })
            .collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = held.rows.into_iter().map(row).collect();
    let foot = held.total.map(|(place, total)| {
        let after = held.columns.len().saturating_sub(place + 1).to_string();
        let after = (after != "0").then(|| view! { <td colspan=after></td> }.into_any());
        let span = (place + 1).to_string();
        view! {
            <tfoot><tr><td class="figure" colspan=span>{total}</td> {after}</tr></tfoot>
        }
        .into_any()
    });
    let table = view! {
        <table class="table">
            <caption>{held.caption}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
            {foot}
        </table>
    };
    scroll(held.caption, "", table)
}
