//! Words that sound like a threat in the scripts of the playbook (D9).
//! Never changes a script: the person who wrote it does.

use crate::policy::Policy;
use crate::record::{Bilingual, Language};

/// The words to avoid that scripts of the playbook hold, each with the title of its step in
/// `language`, in the order of the playbook; a step of several lists stands once.
#[must_use]
pub fn avoided_words(policy: &Policy, language: Language) -> Vec<(String, String)> {
    let playbook = &policy.playbook;
    let steps = [&playbook.a, &playbook.b, &playbook.c].into_iter().flatten();
    let notices = playbook.before_due.iter().map(|held| (&held.title, &held.script));
    let scripts = notices.chain(steps.map(|held| (&held.title, &held.script)));
    let nameless = Bilingual::default();
    let scripts = scripts.chain([(&nameless, &playbook.follow_up.script)]);
    let mut found = Vec::new();
    for (title, script) in scripts {
        let text = [script.text(Language::Zh), script.text(Language::En)].join("\n");
        let text = text.to_lowercase();
        let words = policy.compliance.words_to_avoid.iter();
        for word in words.filter(|word| text.contains(&word.to_lowercase())) {
            let entry = (title.text(language).to_owned(), word.clone());
            if !found.contains(&entry) {
                found.push(entry);
            }
        }
    }
    found
}
