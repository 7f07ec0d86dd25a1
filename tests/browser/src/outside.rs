//! What a visit asked of anybody: read from the browser's own network log after it ended, so
//! that workers are seen as well as the page. Chromium only.

use std::path::Path;

use serde_json::Value;

use crate::broken::{Broken, Told};

/// Addresses outside `site` that were asked for by the page or a worker of it. A page that
/// `was_kept` by an earlier visit, or is a file, may have asked for nothing at all; of any other a
/// log without its own requests proves nothing.
pub(crate) fn addresses_outside(net_log: &Path, site: &str, was_kept: bool) -> Told<Vec<String>> {
    let text = std::fs::read_to_string(net_log)?;
    let log: Value = serde_json::from_str(&text)
        .map_err(|error| Broken::new(format!("the network log cannot be read: {error}")))?;
    let own = site.trim_end_matches('/');
    let origin = origin_of(own);
    let mut seen_own = false;
    let mut outside: Vec<String> = Vec::new();
    for (initiator, address) in requests(&log) {
        // The browser's own business has no initiator, or another than the site.
        if !origin.contains(&initiator.trim_end_matches('/')) {
            continue;
        }
        if address.strip_prefix(own).is_some_and(|rest| rest.starts_with('/')) {
            seen_own = true;
        } else if !["data:", "blob:", "file:"].iter().any(|kind| address.starts_with(kind)) {
            outside.push(address.to_owned());
        }
    }
    if seen_own || was_kept || own.starts_with("file:") {
        return Ok(outside);
    }
    Err(Broken::new("the network log shows no request of the page at all, so it proves nothing"))
}

/// Who asked, and for which address.
fn requests(log: &Value) -> impl Iterator<Item = (&str, &str)> {
    let events = log.get("events").and_then(Value::as_array).into_iter().flatten();
    events.filter_map(|event| event.get("params")).filter_map(|params| {
        Some((params.get("initiator")?.as_str()?, params.get("url")?.as_str()?))
    })
}

/// What the log calls the pages of a site: its origin, whatever folder it is in. The origin of a
/// file is called by one of two names.
fn origin_of(site: &str) -> Vec<&str> {
    let (kind, rest) = site.split_once("://").unwrap_or(("", site));
    let host = rest.split('/').next().unwrap_or_default();
    match kind {
        "file" => vec!["file:", "null"],
        _ => vec![site.get(..kind.len() + "://".len() + host.len()).unwrap_or(site)],
    }
}
