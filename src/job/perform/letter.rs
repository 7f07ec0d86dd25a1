//! The jobs about letters, done.
//! Never makes some letters and leaves others out: the first fault ends the job.

use super::Reporter;
use crate::job::{ComposeFault, ComposeRequest};
use crate::policy;
use crate::record::ArticleStatement;

/// Letters of one block: few enough that reading it on the page is no long task.
#[cfg(feature = "template")]
const BLOCK_LETTERS: usize = 50;

/// Fills the templates in.
#[cfg(feature = "template")]
pub(super) fn compose(
    request: &ComposeRequest,
    reporter: &mut Reporter<'_>,
) -> Result<u64, ComposeFault> {
    use crate::letter::render::Template;
    use crate::letter::{Rendered, TemplateError, TemplateFault};

    let fault = |template: usize| move |error: TemplateError| ComposeFault { template, error };
    let mut templates = Vec::new();
    for (place, text) in request.templates.iter().enumerate() {
        templates.push(Template::read(text).map_err(fault(place))?);
    }
    let mut done = 0;
    for block in request.letters.chunks(BLOCK_LETTERS) {
        let mut letters: Vec<Rendered> = Vec::with_capacity(block.len());
        for order in block {
            let none = TemplateError { fault: TemplateFault::Failed, line: None };
            let template = templates.get(order.template).ok_or(none);
            let filled = template.and_then(|template| template.fill(&order.data));
            letters.push(filled.map_err(fault(order.template))?);
        }
        done += letters.len();
        reporter.block(letters);
        reporter.progress(done, request.letters.len());
    }
    Ok(done as u64)
}

/// A build without the engine fills nothing in; the page is one and never does this work.
#[cfg(not(feature = "template"))]
pub(super) fn compose(_: &ComposeRequest, _: &mut Reporter<'_>) -> Result<u64, ComposeFault> {
    use crate::letter::{TemplateError, TemplateFault};

    let error = TemplateError { fault: TemplateFault::Failed, line: None };
    Err(ComposeFault { template: 0, error })
}

/// The templates of a new workbook.
pub(super) fn first_templates() -> Result<Vec<ArticleStatement>, ()> {
    Ok(policy::templates())
}
