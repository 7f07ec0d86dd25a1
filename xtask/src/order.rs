//! What the person asked for on the command line. Never runs anything itself.

use crate::failure::{Failure, Outcome};

pub(crate) const USAGE: &str = "\
cargo xtask serve [--port N]   install what is missing, build, serve on 127.0.0.1
cargo xtask test               all checks; ends with a summary
    --long                     many more random stories and kill rounds
    --engines                  Firefox and WebKit too
    --only STEP[,STEP]         fmt clippy native tree build stories budget
    --story NAME               only the browser stories whose name contains NAME
cargo xtask build              dist/ for a static host
cargo xtask bench              native benches, the aging beside its peers in a browser, and the
                               built page with a large book
    --only native|browser|page one of the three
cargo xtask profile            record anew which functions a first visit calls";

/// One command with its choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Order {
    Usage,
    Serve { port: Option<u16> },
    Build,
    Profile,
    Test(TestChoice),
    Bench(BenchChoice),
}

/// Which of the benches run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum BenchChoice {
    #[default]
    All,
    Native,
    Browser,
    Page,
}

/// Which of the tests run, and how far they go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TestChoice {
    pub(crate) long: bool,
    pub(crate) engines: bool,
    /// Names of steps; empty means all of them.
    pub(crate) only: Vec<String>,
    pub(crate) story: Option<String>,
}

impl Order {
    /// Reads the words after `cargo xtask`; refuses a word it does not know.
    pub(crate) fn parse(words: &[String]) -> Outcome<Self> {
        let mut words = words.iter().map(String::as_str);
        let order = match words.next() {
            None | Some("help" | "--help" | "-h") => Self::Usage,
            Some("serve") => return parse_serve(words),
            Some("test") => return parse_test(words),
            Some("build") => Self::Build,
            Some("profile") => Self::Profile,
            Some("bench") => return parse_bench(words),
            Some(other) => return Err(unknown(other)),
        };
        words.next().map_or(Ok(order), |rest| Err(unknown(rest)))
    }
}

fn parse_serve<'a>(mut words: impl Iterator<Item = &'a str>) -> Outcome<Order> {
    let mut port = None;
    while let Some(word) = words.next() {
        match word {
            "--port" => {
                let text = value_of(word, words.next())?;
                let number = text.parse().map_err(|_| {
                    Failure::new(format!("--port wants a number up to 65535, not \"{text}\"."))
                })?;
                port = Some(number);
            }
            other => return Err(unknown(other)),
        }
    }
    Ok(Order::Serve { port })
}

fn parse_test<'a>(mut words: impl Iterator<Item = &'a str>) -> Outcome<Order> {
    let mut choice = TestChoice::default();
    while let Some(word) = words.next() {
        match word {
            "--long" => choice.long = true,
            "--engines" => choice.engines = true,
            "--only" => {
                let text = value_of(word, words.next())?;
                choice.only.extend(text.split(',').map(str::to_owned));
            }
            "--story" => choice.story = Some(value_of(word, words.next())?.to_owned()),
            other => return Err(unknown(other)),
        }
    }
    Ok(Order::Test(choice))
}

fn parse_bench<'a>(mut words: impl Iterator<Item = &'a str>) -> Outcome<Order> {
    let mut choice = BenchChoice::default();
    while let Some(word) = words.next() {
        choice = match (word, words.next()) {
            ("--only", Some("native")) => BenchChoice::Native,
            ("--only", Some("browser")) => BenchChoice::Browser,
            ("--only", Some("page")) => BenchChoice::Page,
            ("--only", other) => return Err(unknown(other.unwrap_or(word))),
            (other, _) => return Err(unknown(other)),
        };
    }
    Ok(Order::Bench(choice))
}

fn value_of<'a>(option: &str, value: Option<&'a str>) -> Outcome<&'a str> {
    value.ok_or_else(|| Failure::new(format!("{option} wants a value after it.")))
}

fn unknown(word: &str) -> Failure {
    Failure::new(format!("\"{word}\" is not known here."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Order> {
        Order::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn reads_each_command_with_its_choices() {
        assert_eq!(parse(""), Ok(Order::Usage));
        assert_eq!(parse("serve --port 8123"), Ok(Order::Serve { port: Some(8123) }));
        assert_eq!(parse("build"), Ok(Order::Build));
        assert_eq!(parse("profile"), Ok(Order::Profile));
        assert_eq!(parse("bench"), Ok(Order::Bench(BenchChoice::All)));
        assert_eq!(parse("bench --only browser"), Ok(Order::Bench(BenchChoice::Browser)));
        assert_eq!(parse("bench --only page"), Ok(Order::Bench(BenchChoice::Page)));
        let choice = TestChoice {
            long: true,
            engines: true,
            only: vec!["fmt".to_owned(), "stories".to_owned()],
            story: Some("import".to_owned()),
        };
        assert_eq!(
            parse("test --long --engines --only fmt,stories --story import"),
            Ok(Order::Test(choice))
        );
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for line in [
            "deploy",
            "serve --port",
            "serve --port 70000",
            "test --fast",
            "build now",
            "bench --only",
        ] {
            assert!(parse(line).is_err(), "{line} was accepted");
        }
    }
}
