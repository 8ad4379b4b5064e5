//! The `gongkai` executable: hands over to [`gongkai::cli`].

use std::process::ExitCode;

/// Typesetting makes millions of small things that soon go again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    gongkai::cli::main()
}
