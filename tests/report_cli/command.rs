//! Runs the example with files of a test's own.
//! Never leaves a file outside the folder that Cargo gives to tests.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// A folder with the files of one test.
pub(crate) struct Folder(PathBuf);

/// What a run printed, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) problems: String,
}

impl Folder {
    /// An empty folder; the name must be the test's own.
    pub(crate) fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("report").join(test);
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => panic!("{error}"),
            Ok(()) | Err(_) => {}
        }
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Adds a file.
    pub(crate) fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.0.join(name), content).unwrap();
        self
    }

    /// Runs the example in the folder with these words, parted by blanks.
    pub(crate) fn run(&self, words: &str) -> Run {
        let words: Vec<&str> = words.split_whitespace().collect();
        self.run_words(&words)
    }

    /// The same with words that hold blanks.
    pub(crate) fn run_words(&self, words: &[&str]) -> Run {
        let output = Command::new(example()).args(words).current_dir(&self.0).output().unwrap();
        Run {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            problems: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// The report of a run that ended well and had nothing to complain of.
    pub(crate) fn clean(&self) -> &str {
        assert_eq!((self.status, self.problems.as_str()), (0, ""), "{}", self.out);
        &self.out
    }

    /// The same as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(self.clean()).unwrap()
    }

    /// The one sentence of a run that printed no report.
    pub(crate) fn refusal(&self) -> (i32, &str) {
        assert_eq!(self.out, "");
        let sentence = self.problems.strip_suffix('\n').unwrap();
        assert!(!sentence.contains('\n'), "{sentence}");
        (self.status, sentence)
    }
}

/// The example as `cargo test` builds it beside the tests; built here when only these tests are
/// asked for in a fresh checkout.
fn example() -> PathBuf {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    assert_eq!(path.file_name().unwrap(), "deps");
    path.pop();
    let path = path.join("examples").join(format!("report{}", std::env::consts::EXE_SUFFIX));
    if !path.exists() {
        let cargo = ["build", "--quiet", "--example", "report"];
        let status = Command::new(env!("CARGO")).args(cargo).status().unwrap();
        assert!(status.success() && path.exists(), "cargo build --example report");
    }
    path
}
