//! Settings from a file: the fields of a book's settings as its journal states them, in JSON.
//! Never ignores a name that it does not know.

use serde_json::Value;

use crate::record::SettingFields;

/// Why a file of settings was not taken.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// Not JSON, or a value of another kind than its setting.
    #[error("the settings cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A name that no setting has, or one without a value.
    #[error("\"{0}\" is no setting, or has no value")]
    UnknownSetting(String),
}

/// Reads settings: `{"aging": {"basis": "issued_on", "upper_days": [30, 60, 90, 180]}}`.
pub fn read(bytes: &[u8]) -> Result<SettingFields, PolicyError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // A list would be read as fields in order; only names say what is meant.
    let given: serde_json::Map<String, Value> = serde_json::from_slice(bytes)?;
    let given = Value::Object(given);
    let fields: SettingFields = serde_json::from_value(given.clone())?;
    match unknown(&given, &serde_json::to_value(&fields)?) {
        Some(name) => Err(PolicyError::UnknownSetting(name)),
        None => Ok(fields),
    }
}

/// The first name in `given` that the settings read from it do not have.
fn unknown(given: &Value, taken: &Value) -> Option<String> {
    match (given, taken) {
        (Value::Object(given), Value::Object(taken)) => {
            given.iter().find_map(|(name, value)| match taken.get(name) {
                Some(held) => unknown(value, held),
                None => (!is_left_out(name, value)).then(|| name.clone()),
            })
        }
        (Value::Array(given), Value::Array(taken)) => {
            given.iter().zip(taken).find_map(|(value, held)| unknown(value, held))
        }
        (_, _) => None,
    }
}

/// True for what payment terms do not write down when it is so by itself.
fn is_left_out(name: &str, value: &Value) -> bool {
    match name {
        "delay" => value.as_array().is_some_and(Vec::is_empty),
        "retention" => *value == Value::Bool(false),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn settings_are_taken_by_the_names_of_a_book() {
        let text = r#"{"aging":{"basis":"issued_on","upper_days":[30]},"time_zone":"UTC",
            "default_terms":{"lines":[{"share":"rest","delay":[],"retention":false}]}}"#;
        let fields = read(text.as_bytes()).unwrap();
        assert_eq!(fields.aging.unwrap().upper_days, [30]);
        assert_eq!(fields.time_zone.as_deref(), Some("UTC"));
        assert_eq!(fields.title, None);
    }

    #[rstest]
    #[case(r#"{"agin":{}}"#, "\"agin\" is no setting, or has no value")]
    #[case(r#"{"firm":{"nmae":"x"}}"#, "\"nmae\" is no setting, or has no value")]
    #[case(r#"{"title":null}"#, "\"title\" is no setting, or has no value")]
    #[case(r#"{"default_terms":{"lines":[{"share":"rest","days":3}]}}"#, "\"days\" is no setting")]
    #[case("[]", "the settings cannot be read: ")]
    #[case(r#"{"title":7}"#, "the settings cannot be read: ")]
    fn what_is_no_setting_is_refused_by_name(#[case] text: &str, #[case] sentence: &str) {
        let refused = read(text.as_bytes()).unwrap_err().to_string();
        assert!(refused.starts_with(sentence), "{refused}");
    }
}
