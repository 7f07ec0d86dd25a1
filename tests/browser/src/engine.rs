//! The browsers a story can be told in, and how each is asked for a clean, quiet session.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::broken::{Broken, Told};
use crate::story::Need;
use crate::visit::Visitor;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub(crate) fn named(name: &str) -> Told<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            other => Err(Broken::new(format!("\"{other}\" is no engine"))),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// WebKit's driver knows neither profiles nor download folders, and takes the machine's
    /// language and settings. Only Chromium lets a page keep a file, and shows a page narrower than
    /// its narrowest window.
    pub(crate) fn gives(self, need: Need) -> bool {
        match (self, need) {
            (Self::Chromium, _) => true,
            (Self::Firefox, Need::LinkedFile | Need::Phone) => false,
            (Self::Firefox, Need::Downloads | Need::Profile | Need::Language | Need::Refusal) => {
                true
            }
            (
                Self::WebKit,
                Need::Downloads
                | Need::Profile
                | Need::Language
                | Need::Refusal
                | Need::LinkedFile
                | Need::Phone,
            ) => false,
        }
    }

    /// What is asked of the driver for one browser with its own profile in `folder`.
    pub(crate) fn capabilities(
        self,
        program: &Path,
        folder: &Path,
        visitor: &Visitor,
    ) -> Capabilities {
        let asked = match self {
            Self::Chromium => chromium(program, folder, visitor),
            Self::Firefox => firefox(program, folder, visitor),
            Self::WebKit => webkit(program),
        };
        match asked {
            Value::Object(map) => Capabilities::from(map),
            _ => Capabilities::new(),
        }
    }
}

/// A desktop's browser has no narrower window.
const WINDOW_PX_MIN: u32 = 500;

fn chromium(program: &Path, folder: &Path, visitor: &Visitor) -> Value {
    let mut args: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
    ]
    .map(str::to_owned)
    .to_vec();
    args.push(format!("--user-data-dir={}", folder.join("profile").display()));
    args.push(format!("--log-net-log={}", folder.join("net.json").display()));
    args.push(format!("--window-size={},{}", visitor.width, visitor.height));
    args.push(format!("--accept-lang={}", visitor.language));
    let mut options = json!({
        "binary": program,
        "args": args,
        "prefs": {
            "download.default_directory": folder.join("downloads"),
            "download.prompt_for_download": false,
            "intl.accept_languages": visitor.language,
            // 1 allows and 2 blocks cookies, and all other storage with them.
            "profile.default_content_setting_values.cookies":
                if visitor.is_storage_blocked { 2 } else { 1 },
        },
    });
    let is_phone = visitor.width < WINDOW_PX_MIN;
    if let Some(options) = options.as_object_mut().filter(|_| is_phone || visitor.enlarged > 1) {
        let metrics = json!({
            "width": visitor.width,
            "height": visitor.height,
            "pixelRatio": if is_phone { 2 } else { visitor.enlarged },
            "mobile": is_phone,
            "touch": is_phone,
        });
        options.insert("mobileEmulation".to_owned(), json!({ "deviceMetrics": metrics }));
    }
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": options,
    })
}

fn firefox(program: &Path, folder: &Path, visitor: &Visitor) -> Value {
    let size = [format!("--width={}", visitor.width), format!("--height={}", visitor.height)];
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": program,
            "args": ["-headless", "-profile", folder.join("profile"), size[0], size[1]],
            "prefs": {
                "browser.download.dir": folder.join("downloads"),
                "browser.download.folderList": 2,
                "browser.download.always_ask_before_handling_new_types": false,
                "intl.accept_languages": visitor.language,
                // 5 is the browser's own way, 2 blocks cookies and all other storage.
                "network.cookie.cookieBehavior": if visitor.is_storage_blocked { 2 } else { 5 },
            },
        },
    })
}

fn webkit(program: &Path) -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": program, "args": ["--automation"] },
    })
}
