//! `gongkai extract`.

use std::io::{self, Write};

use super::Status;
use super::arguments::Extract;
use super::console::Console;
use crate::pipeline::{Failure, published_bytes};
use crate::published::Published;
use crate::write::Writer;

pub(super) fn run(arguments: &Extract, console: &Console) -> Status {
    let (name, what) = if arguments.facts {
        ("facts.json", "预算数据")
    } else if arguments.manifest {
        ("manifest.json", "清单")
    } else {
        ("report.json", "公开内容")
    };
    let found = published_bytes(&arguments.pdf).and_then(|bytes| {
        let failed = |error| Failure::Published { path: arguments.pdf.clone(), error };
        Published::open(&bytes).and_then(|published| published.attachment(name)).map_err(failed)
    });
    let contents = match found {
        Ok(Some(contents)) => contents,
        Ok(None) => {
            return console.failure(
                format_args!("{} 没有附{what}", arguments.pdf.display()),
                arguments.facts.then_some("只有用 --attach facts 生成的文本附有预算数据"),
            );
        }
        Err(failure) => return console.pipeline_failure(&failure),
    };
    match &arguments.output {
        Some(path) => match Writer::new().write(path, &contents) {
            Ok(()) => console.result(format_args!("已写入 {}", path.display())),
            Err(error) => console.failure(&error, Some(error.hint())),
        },
        None => match io::stdout().write_all(&contents) {
            Ok(()) => Status::Clean,
            // `gongkai extract a.pdf | head` has read what it wanted.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Clean,
            Err(_) => Status::Failed,
        },
    }
}
