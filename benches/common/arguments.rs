//! How a bench is called, and how it ends.

use std::process::ExitCode;

/// Any failure: a benchmark has nobody to tell them apart.
pub type Failure = Box<dyn std::error::Error>;

/// The words behind the bench's name.
pub struct Arguments(Vec<String>);

/// Runs a bench with its arguments. `cargo test --all-targets` starts benches too: then nothing is measured, unless one of
/// the words in `also` says that the bench has started itself.
pub fn run(also: &[&str], bench: impl FnOnce(&Arguments) -> Result<(), Failure>) -> ExitCode {
    let arguments = Arguments(std::env::args().skip(1).collect());
    if !arguments.has("--bench") && !also.iter().any(|word| arguments.has(word)) {
        println!("nothing measured: run `cargo bench`");
        return ExitCode::SUCCESS;
    }
    match bench(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

impl Arguments {
    /// Whether the word is there.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|argument| argument == name)
    }

    /// The word behind this one.
    pub fn after(&self, name: &str) -> Option<&str> {
        let place = self.0.iter().position(|argument| argument == name)?;
        self.0.get(place + 1).map(String::as_str)
    }

    /// The number behind this word, or the default.
    pub fn number(&self, name: &str, default: usize) -> Result<usize, Failure> {
        Ok(self.after(name).map_or(Ok(default), str::parse)?)
    }
}
