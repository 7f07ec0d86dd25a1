//! Tells a person's stories to the built page in a real browser, one after the other, each in a
//! browser of its own. `cargo xtask test` starts it; the words after it choose stories by name.
//! `cargo xtask bench` starts it too, to measure the page instead of telling stories.
//! Never part of the page, and never compiled by the library's own tests.

#![expect(clippy::print_stdout, reason = "a test runner speaks to the person at the terminal")]

mod bench;
mod broken;
mod driver;
mod engine;
mod host;
mod outside;
mod stage;
mod story;
mod visit;

use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use broken::{Broken, Told};
use stage::{Place, Stage};
use story::Story;

/// Long enough for the longest story on two busy cores; a story that waits longer waits in vain.
const STORY_TIME_MAX: Duration = Duration::from_secs(300);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let place = match Place::from_environment() {
        Ok(place) => Rc::new(place),
        Err(broken) => {
            eprintln!("{broken}");
            return ExitCode::from(2);
        }
    };
    if let Some(files) = std::env::var_os("STORY_BENCH") {
        return match bench::run(place, files.as_ref()).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(broken) => {
                eprintln!("{broken}");
                ExitCode::FAILURE
            }
        };
    }
    let parts: Vec<String> = std::env::args().skip(1).collect();
    let named = story::ALL.iter().filter(|story| story.is_named(&parts));
    let (chosen, ignored): (Vec<&Story>, Vec<&Story>) =
        named.partition(|story| story.can_be_told_in(place.engine));
    println!("running {} stories in {}", chosen.len(), place.engine.name());
    for story in &ignored {
        println!("test {} ... ignored: {} cannot", story.name, place.engine.name());
    }
    let (passed, failed) = tokio::task::LocalSet::new().run_until(tell_all(&chosen, &place)).await;
    // A name that chooses nothing is more likely a slip than a wish.
    let is_good = failed == 0 && passed > 0;
    let verdict = if is_good { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {verdict}. {passed} passed; {failed} failed; {} ignored",
        ignored.len()
    );
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Gives how many went as told and how many did not.
async fn tell_all(chosen: &[&Story], place: &Rc<Place>) -> (usize, usize) {
    let mut failed = 0;
    for story in chosen {
        match tell(story, place).await {
            Ok(()) => println!("test {} ... ok", story.name),
            Err(broken) => {
                println!("test {} ... FAILED\n    {broken}", story.name);
                failed += 1;
            }
        }
    }
    (chosen.len() - failed, failed)
}

async fn tell(story: &Story, place: &Rc<Place>) -> Told {
    let stage = Rc::new(Stage::new(Rc::clone(place), story.name)?);
    // In a task of its own, so that a panic in a story breaks that story alone.
    let telling = tokio::task::spawn_local((story.tell)(Rc::clone(&stage)));
    let outcome = match tokio::time::timeout(STORY_TIME_MAX, telling).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panicked)) => Err(Broken::new(format!("the story itself stopped: {panicked}"))),
        Err(_) => Err(Broken::new(format!("not at its end after {STORY_TIME_MAX:?}"))),
    };
    stage.close(outcome).await
}
