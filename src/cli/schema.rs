//! `gongkai schema`.

use super::Status;
use super::console::Console;
use crate::load;

pub(super) fn run(console: &Console) -> Status {
    console.result(format_args!("{:#}", load::schema()))
}
