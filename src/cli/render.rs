//! `gongkai render`.

mod correct;
mod output;
mod progress;
mod summary;
mod tell;

use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;

use self::tell::Teller;
use super::Status;
use super::arguments::{Format, Render};
use super::console::Console;
use super::interrupt;
use crate::batch::{self, BatchError, Destination, Making, Mode, Request, State, Summary};
use crate::pipeline::{MARK, Pipeline};

/// What `--attach facts` makes public.
const ATTACHED: &str = "警告：附上的预算数据将随文本公开，其中有文本没有印出的内容：\
    每笔预算明细、资金来源渠道、所有单位的数据、填报人和项目联系人等";

pub(super) fn run(arguments: &Render, console: &Console) -> Status {
    let stem = arguments.output.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    if arguments.draft && stem.is_some_and(|stem| !stem.contains(MARK)) {
        return console
            .failure("草稿的文件名中应有“草稿”，以免与公开的文本混淆", Some("在 -o 的文件名中加上“（草稿）”"));
    }
    let pipeline = match Pipeline::new(arguments.templates.as_deref(), arguments.fonts.all()) {
        Ok(pipeline) => pipeline,
        Err(failure) => return console.pipeline_failure(&failure),
    };
    if let Some(old) = &arguments.correcting {
        return correct::run(arguments, old, &pipeline, console);
    }
    let stop = interrupt::stop();
    let mut teller = Teller::new(arguments, console);
    let ended = batch::run(&Arc::new(pipeline), request(arguments), &stop, &mut |event| teller.tell(&event));
    teller.end();
    match ended {
        Ok(ended) => summary::print(arguments, console, &ended).max(status(arguments, &ended)),
        Err(error) => failure(console, &error),
    }
}

fn request(arguments: &Render) -> Request {
    let destination = match &arguments.output {
        Some(path) => Destination::File(path.clone()),
        None => Destination::Folder {
            folder: arguments.directory.clone(),
            name: arguments.name.clone().unwrap_or_default(),
        },
    };
    let format = match arguments.format {
        Format::Pdf => batch::Format::Pdf,
        Format::Png => batch::Format::Png(arguments.ppi),
        Format::Svg => batch::Format::Svg,
    };
    Request {
        inputs: arguments.data.clone(),
        destination,
        scopes: arguments.scopes(),
        making: Making { draft: arguments.draft, facts: arguments.attach.is_some(), format },
        mode: match (arguments.check, arguments.force) {
            (true, _) => Mode::Check,
            (false, true) => Mode::Force,
            (false, false) => Mode::Update,
        },
        shard: arguments.shard,
        threads: arguments.jobs.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN),
    }
}

/// How a run ends that came to this.
fn status(arguments: &Render, ended: &Summary) -> Status {
    let errors = ended.total(|row| row.errors) > 0;
    let found = [State::Faulty, State::Differs, State::Missing].iter().any(|state| ended.count(*state) > 0);
    if ended.stopped {
        Status::Interrupted
    } else if ended.count(State::Failed) > 0 {
        Status::Failed
    } else if errors || found || arguments.check && !ended.leftover.is_empty() {
        Status::Findings
    } else {
        Status::Clean
    }
}

/// Says why nothing was made.
fn failure(console: &Console, error: &BatchError) -> Status {
    match error {
        BatchError::Input(input) => console.failure(error, Some(input.hint())),
        BatchError::Collisions(collisions) => {
            for (target, first, second) in collisions {
                let (target, first, second) = (target.display(), first.display(), second.display());
                console.progress(format_args!("{target}：由 {first} 和 {second} 生成"));
            }
            console.failure(
                error,
                Some("用 --name 在文件名中加上 {code} 等加以区分，或用 -d 分别输出；同名的单位在 units 中用 full_name 区分"),
            )
        }
        BatchError::SeveralInOne => console.failure(error, Some("多份文本用 -d 指明文件夹")),
        BatchError::Stopped => {
            console.progress(error);
            Status::Interrupted
        }
        BatchError::Pipeline(failure) => console.pipeline_failure(failure),
    }
}
