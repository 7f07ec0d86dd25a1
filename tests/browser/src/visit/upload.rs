//! Giving files to the page: chosen in its file field, or dropped on it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Role, Visit};
use crate::broken::Told;

/// A file in the person's hand.
#[derive(Debug, Clone)]
pub(crate) struct HandFile {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl HandFile {
    pub(crate) fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into() }
    }

    /// What an operating system says of such a file.
    fn kind(&self) -> &'static str {
        match self.name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("csv") => "text/csv",
            Some("tsv") => "text/tab-separated-values",
            Some("json") => "application/json",
            Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "",
        }
    }
}

impl Visit {
    /// Chooses files in the file field with this name; a field behind a button counts too.
    pub(crate) async fn choose_files(&self, field: &str, files: &[HandFile]) -> Told {
        let input = self.find(Role::File, field).await?;
        let mut paths = Vec::with_capacity(files.len());
        for file in files {
            let path = self.folder.join("uploads").join(&file.name);
            std::fs::write(&path, &file.bytes)?;
            paths.push(path.display().to_string());
        }
        Ok(input.send_keys(paths.join("\n")).await?)
    }

    /// Drops files somewhere on the page.
    pub(crate) async fn drop_files(&self, files: &[HandFile]) -> Told {
        let web = self.web()?;
        let page = web.find(thirtyfour::By::Tag("main")).await;
        let target = match page {
            Ok(main) => main,
            Err(_) => web.find(thirtyfour::By::Tag("body")).await?,
        };
        let in_hand: Vec<Value> = files
            .iter()
            .map(|file| {
                let base64 = STANDARD.encode(&file.bytes);
                json!({ "name": file.name, "kind": file.kind(), "base64": base64 })
            })
            .collect();
        let script = include_str!("../script/drop.js");
        self.run(script, vec![target.to_json()?, Value::Array(in_hand)]).await.map(|_| ())
    }
}
