//! The `gongkai` executable: hands over to [`gongkai::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    gongkai::cli::main()
}
