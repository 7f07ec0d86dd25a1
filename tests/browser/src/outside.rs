//! What a visit asked of anybody: read from the browser's own network log after it ended, so
//! that workers are seen as well as the page. Chromium only.

use std::path::Path;

use serde_json::Value;

use crate::broken::{Broken, Told};

/// Addresses outside `site` that were asked for by the page or a worker of it.
pub(crate) fn addresses_outside(net_log: &Path, site: &str) -> Told<Vec<String>> {
    let text = std::fs::read_to_string(net_log)?;
    let log: Value = serde_json::from_str(&text)
        .map_err(|error| Broken::new(format!("the network log cannot be read: {error}")))?;
    let own = site.trim_end_matches('/');
    let events = log.get("events").and_then(Value::as_array).into_iter().flatten();
    let asked = events.filter_map(|event| event.get("params")).filter_map(|params| {
        // The browser's own business has no initiator, or another than the site.
        let initiator = params.get("initiator")?.as_str()?;
        let address = params.get("url")?.as_str()?;
        (initiator.trim_end_matches('/') == own).then(|| address.to_owned())
    });
    let mut seen_own = false;
    let mut outside: Vec<String> = Vec::new();
    for address in asked {
        if address.strip_prefix(own).is_some_and(|rest| rest.starts_with('/')) {
            seen_own = true;
        } else if !address.starts_with("data:") && !address.starts_with("blob:") {
            outside.push(address);
        }
    }
    if seen_own {
        return Ok(outside);
    }
    Err(Broken::new("the network log shows no request of the page at all, so it proves nothing"))
}
