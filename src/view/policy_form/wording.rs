//! Words that sound like a threat in the titles and scripts of a playbook (D9).
//! Never changes a script: the person who wrote it does.

use crate::record::{Bilingual, CompliancePolicy, Language, Playbook};
use crate::rule::collection::words_to_avoid;

/// The words to avoid that titles and scripts of a playbook hold, each with the title of its step
/// in `language`, in the order of the playbook; a step of several lists stands once.
#[must_use]
pub fn avoided_words(
    playbook: &Playbook,
    policy: &CompliancePolicy,
    language: Language,
) -> Vec<(String, String)> {
    let steps = [&playbook.a, &playbook.b, &playbook.c].into_iter().flatten();
    let notices = playbook.before_due.iter().map(|held| (&held.title, &held.script));
    let scripts = notices.chain(steps.map(|held| (&held.title, &held.script)));
    let nameless = Bilingual::default();
    let scripts = scripts.chain([(&nameless, &playbook.follow_up.script)]);
    let mut found = Vec::new();
    for (title, script) in scripts {
        let both =
            |held: &Bilingual| [Language::Zh, Language::En].map(|of| held.text(of).to_owned());
        let text = [both(title), both(script)].concat().join("\n");
        for word in words_to_avoid(&text, policy) {
            let entry = (title.text(language).to_owned(), word.to_owned());
            if !found.contains(&entry) {
                found.push(entry);
            }
        }
    }
    found
}
