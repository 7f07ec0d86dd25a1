//! Says what is being done and how long it took. Never decides anything.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A watch that runs from its making; the only place of the commands that reads the clock.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Watch(Instant);

impl Watch {
    #[expect(clippy::disallowed_methods, reason = "a command tells how long it took")]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Prints one line with the time since the command began.
pub(crate) fn say(sentence: &str) {
    static BEGAN: OnceLock<Watch> = OnceLock::new();
    let began = BEGAN.get_or_init(Watch::start);
    println!("[{:>7}] {sentence}", in_words(began.elapsed()));
}

/// A duration as a person reads it: `0.4 s`, `3 m 07 s`.
pub(crate) fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} m {:02} s", seconds / 60, seconds % 60)
    }
}
