//! Taking what the page saves, from the folder the browser saves into.

use std::path::PathBuf;

use super::Visit;
use super::upload::HandFile;
use crate::broken::Told;

impl Visit {
    /// The next saved file that was not taken before, once it is whole.
    pub(crate) async fn downloaded(&self) -> Told<HandFile> {
        let path = self.until("a saved file", async || self.next_download()).await?;
        let bytes = std::fs::read(&path)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.taken_downloads.borrow_mut().push(path);
        Ok(HandFile { name: name.unwrap_or_default(), bytes })
    }

    fn next_download(&self) -> Told<Option<PathBuf>> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(self.folder.join("downloads"))? {
            files.push(entry?.path());
        }
        // Browsers save under a passing name and rename when the file is whole; Firefox keeps
        // an empty file of the final name beside the passing one.
        let is_passing = |path: &PathBuf| {
            let extension = path.extension().and_then(|extension| extension.to_str());
            matches!(extension, Some("crdownload" | "part" | "tmp"))
                || path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
        };
        if files.iter().any(is_passing) {
            return Ok(None);
        }
        files.sort();
        let taken = self.taken_downloads.borrow();
        Ok(files.into_iter().find(|path| !taken.contains(path)))
    }
}
