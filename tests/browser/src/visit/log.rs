//! What the browser tells of a visit while it lasts: errors on the console, requests made.
//! Chromium only; the other drivers do not tell, and give empty answers.

use serde_json::Value;

use super::Visit;
use crate::broken::{Broken, Told};
use crate::engine::Engine;

impl Visit {
    /// Errors on the console since the visit began.
    pub(crate) async fn console_errors(&self) -> Told<Vec<String>> {
        if self.engine == Engine::Chromium {
            let entries = self.web()?.get_log("browser").await?;
            let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
            self.console.borrow_mut().extend(severe.map(|entry| entry.message));
        }
        Ok(self.console.borrow().clone())
    }

    /// Says that this story makes errors on the console, so that they do not break it.
    pub(crate) fn expect_console_errors(&self) {
        self.errors_expected.set(true);
    }

    /// Whether this browser's driver tells of requests at all.
    pub(crate) fn tells_of_requests(&self) -> bool {
        self.engine == Engine::Chromium
    }

    /// Addresses the page asked for since this was last called, in order; asked right after
    /// loading, it gives what loading took, and from then on what came after.
    pub(crate) async fn requests(&self) -> Told<Vec<String>> {
        if !self.tells_of_requests() {
            return Ok(Vec::new());
        }
        let mut asked = Vec::new();
        for entry in self.web()?.get_log("performance").await? {
            let told: Value = serde_json::from_str(&entry.message)
                .map_err(|error| Broken::new(format!("the driver's log is no JSON: {error}")))?;
            let is_request = told.pointer("/message/method").and_then(Value::as_str)
                == Some("Network.requestWillBeSent");
            let address = told.pointer("/message/params/request/url").and_then(Value::as_str);
            // What is written into the page itself is asked of nobody.
            let address = address.filter(|address| {
                is_request && !address.starts_with("data:") && !address.starts_with("blob:")
            });
            asked.extend(address.map(str::to_owned));
        }
        Ok(asked)
    }
}
