//! The content security policy of the page: nothing but the page's own files, from its own
//! origin. It never allows a style attribute, an inline style or an unnamed inline script.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::failure::{Failure, Outcome};

const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The page's HTML with its policy.
pub(crate) fn written_into(html: &str) -> Outcome<String> {
    let refused = [
        ("http-equiv=", "a policy of its own; the build writes the only one"),
        ("<style", "an inline style, which the policy blocks"),
        (" style=", "a style attribute, which the policy blocks"),
    ];
    for (mark, why) in refused {
        if html.contains(mark) {
            return Err(Failure::new(format!("index.html has {why}.")));
        }
    }
    let hashes: String = inline_scripts(html)?.into_iter().map(source_of).collect();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; \
         img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'none'; form-action 'none'"
    );
    written(html, &policy)
}

/// The policy of the single file: its one script, its one style, and the worker made of it. It
/// may ask for nothing.
pub(crate) fn of_single_file(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'{}; style-src{}; img-src data: blob:; \
         worker-src blob:; base-uri 'none'; form-action 'none'",
        source_of(script),
        source_of(style)
    )
}

/// HTML with a policy as the first thing after the character set.
pub(crate) fn written(html: &str, policy: &str) -> Outcome<String> {
    let (before, after) = html.split_at(head_start(html)?);
    let meta = format!("{META}{policy}\">");
    Ok(format!("{before}\n{meta}{after}"))
}

/// The policy that a built page carries; `None` when it carries none. Sent as a header too, it
/// also binds workers, which a `meta` in the page does not reach.
pub(crate) fn of(html: &str) -> Option<&str> {
    html.split_once(META)?.1.split_once('"').map(|(policy, _)| policy)
}

/// Where the policy goes: it counts only for what stands after it, so before every link, and
/// after the character set, which must be within the first kilobyte.
fn head_start(html: &str) -> Outcome<usize> {
    let end_of = |from: usize| {
        let rest = html.get(from..).unwrap_or_default();
        rest.find('>').map(|length| from + length + 1)
    };
    let start = html.find("<meta charset").or_else(|| html.find("<head"));
    start
        .and_then(end_of)
        .ok_or_else(|| Failure::new("index.html has no <head> to write the policy into."))
}

fn inline_scripts(html: &str) -> Outcome<Vec<&str>> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((_, from_tag)) = rest.split_once("<script") {
        let parts = from_tag.split_once('>').and_then(|(attributes, from_body)| {
            from_body.split_once("</script").map(|(body, after)| (attributes, body, after))
        });
        let Some((attributes, body, after)) = parts else {
            return Err(Failure::new("index.html has a <script> that does not end."));
        };
        if !attributes.contains("src=") {
            scripts.push(body);
        }
        rest = after;
    }
    Ok(scripts)
}

/// A browser hashes the text between the tags as it stands, line ends and blanks included.
fn source_of(script: &str) -> String {
    format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_each_inline_script_by_its_hash_before_any_link() {
        let html = "<html><head><meta charset=\"utf-8\"><link rel=\"preload\" href=\"a.js\">\
                    <script type=module>doSomething();</script><script src=\"b.js\"></script>\
                    </head></html>";
        let html = written_into(html).unwrap();
        // The hash of this very text is a published example.
        let hash = "'wasm-unsafe-eval' 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=';";
        assert!(html.contains(hash), "{html}");
        assert_eq!(html.matches("sha256-").count(), 1);
        let policy = html.find("Content-Security-Policy").unwrap();
        assert!(html.find("charset").unwrap() < policy);
        assert!(policy < html.find("<link").unwrap());
    }

    #[test]
    fn refuses_what_the_policy_would_block() {
        for html in [
            "<head></head><body style=\"color:red\">",
            "<head><style>a{}</style></head>",
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"\"></head>",
            "<head><script>open(",
            "no head at all",
        ] {
            assert!(written_into(html).is_err(), "{html} was accepted");
        }
    }
}
