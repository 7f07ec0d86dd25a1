//! The address after `#` as a typed place in the page:
//! `#/k3f9q2ma/customers/C-017?as-of=2026-03-31`.
//! Never touches the browser and never fails: what it does not know is `Place::Unknown`.

use std::collections::BTreeMap;

use huikuan::calendar::Date;

/// The parameter that holds a past reporting day.
const AS_OF: &str = "as-of";

/// Where the page is, and with which settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    pub place: Place,
    /// The reporting day, or `None` for today.
    pub as_of: Option<Date>,
    /// Everything else after `?`, in the order of its names; a screen knows its own.
    pub parameters: BTreeMap<String, String>,
}

/// A place that the address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// No workbook yet: the three choices of a first visit, or the list of workbooks.
    Welcome,
    /// A screen of a workbook, named by its id as written.
    Book { book: String, screen: Screen },
    /// An address that this version does not know.
    Unknown,
}

/// A screen of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    Today,
    /// The meeting pack of a week.
    Meeting,
    Playbook,
    Alerts,
    Customers,
    /// One customer, by code.
    Customer(String),
    Items,
    Aging,
    /// Early-payment discounts.
    Discounts,
    Share,
    Settings,
    /// The handbook; its parameter names an article.
    Handbook,
    /// Letters: the templates, or a letter to the customer that its parameter names.
    Letters,
}

impl Screen {
    /// The word in the address.
    fn word(&self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Meeting => "meeting",
            Self::Playbook => "playbook",
            Self::Alerts => "alerts",
            Self::Customers | Self::Customer(_) => "customers",
            Self::Items => "items",
            Self::Aging => "aging",
            Self::Discounts => "discounts",
            Self::Share => "share",
            Self::Settings => "settings",
            Self::Handbook => "handbook",
            Self::Letters => "letters",
        }
    }

    /// The key after the word, if the screen shows one thing.
    fn key(&self) -> Option<&str> {
        match self {
            Self::Customer(code) => Some(code),
            Self::Today
            | Self::Meeting
            | Self::Playbook
            | Self::Alerts
            | Self::Customers
            | Self::Items
            | Self::Aging
            | Self::Discounts
            | Self::Share
            | Self::Settings
            | Self::Handbook
            | Self::Letters => None,
        }
    }

    fn of(word: &str, key: Option<String>) -> Option<Self> {
        match (word, key) {
            ("today", None) => Some(Self::Today),
            ("meeting", None) => Some(Self::Meeting),
            ("alerts", None) => Some(Self::Alerts),
            ("playbook", None) => Some(Self::Playbook),
            ("customers", None) => Some(Self::Customers),
            ("customers", Some(code)) => Some(Self::Customer(code)),
            ("items", None) => Some(Self::Items),
            ("aging", None) => Some(Self::Aging),
            ("discounts", None) => Some(Self::Discounts),
            ("share", None) => Some(Self::Share),
            ("settings", None) => Some(Self::Settings),
            ("handbook", None) => Some(Self::Handbook),
            ("letters", None) => Some(Self::Letters),
            _ => None,
        }
    }
}

impl Route {
    /// A screen of a workbook, today and without settings.
    pub(crate) fn to(book: &str, screen: Screen) -> Self {
        Self::at(Place::Book { book: book.to_owned(), screen })
    }

    /// A place, today and without settings.
    pub(crate) fn at(place: Place) -> Self {
        Self { place, as_of: None, parameters: BTreeMap::new() }
    }

    /// Another screen of the same workbook at the same reporting day, without settings.
    pub(crate) fn turn(&self, screen: Screen) -> Self {
        match &self.place {
            Place::Book { book, .. } => Self { as_of: self.as_of, ..Self::to(book, screen) },
            Place::Welcome | Place::Unknown => Self::at(self.place.clone()),
        }
    }

    /// The same place as of another day; `None` is today.
    pub(crate) fn on_day(&self, as_of: Option<Date>) -> Self {
        Self { as_of, ..self.clone() }
    }

    /// The same place with a setting, or without it when the value is empty.
    pub(crate) fn with(&self, name: &str, value: &str) -> Self {
        let mut changed = self.clone();
        if value.is_empty() {
            changed.parameters.remove(name);
        } else {
            changed.parameters.insert(name.to_owned(), value.to_owned());
        }
        changed
    }

    /// A setting's value, empty when it is not set.
    pub(crate) fn parameter(&self, name: &str) -> &str {
        self.parameters.get(name).map_or("", String::as_str)
    }

    /// Reads a hash, with or without its `#`. A day that is none is left out: today it is.
    pub(crate) fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parameters: BTreeMap<String, String> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decoded(name), decoded(value))
            })
            .collect();
        let as_of = parameters.remove(AS_OF).and_then(|day| day.parse().ok());
        Self { place: place_of(path), as_of, parameters }
    }

    /// The hash with its `#`; reading it gives the same route.
    pub(crate) fn hash(&self) -> String {
        let mut hash = String::from("#/");
        match &self.place {
            Place::Welcome => {}
            Place::Unknown => hash.push('?'),
            Place::Book { book, screen } => {
                hash.push_str(&encoded(book));
                hash.push('/');
                hash.push_str(screen.word());
                if let Some(key) = screen.key() {
                    hash.push('/');
                    hash.push_str(&encoded(key));
                }
            }
        }
        let day = self.as_of.map(|day| (AS_OF.to_owned(), day.to_string()));
        let pairs = day.iter().map(|(name, value)| (name, value)).chain(&self.parameters);
        for (place, (name, value)) in pairs.enumerate() {
            hash.push(if place == 0 { '?' } else { '&' });
            hash.push_str(&format!("{}={}", encoded(name), encoded(value)));
        }
        hash
    }
}

fn place_of(path: &str) -> Place {
    let path = path.trim_start_matches('/');
    if path.is_empty() {
        return Place::Welcome;
    }
    let mut parts = path.splitn(3, '/').map(decoded);
    let book = parts.next().unwrap_or_default();
    let screen = match parts.next() {
        // A bare workbook opens at what a manager asks first.
        None => Some(Screen::Aging),
        Some(word) if word.is_empty() => Some(Screen::Aging),
        Some(word) => Screen::of(&word, parts.next().filter(|key| !key.is_empty())),
    };
    screen.map_or(Place::Unknown, |screen| Place::Book { book, screen })
}

/// Escapes everything but letters, digits and `-._~` as UTF-8 bytes in percent form.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Reads percent forms back; a `%` that begins none stands for itself.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, after) = rest.split_at(at);
        bytes.extend_from_slice(before.as_bytes());
        let hex = after.get(1..3).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(3..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = after.get(1..).unwrap_or_default();
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}
