//! `gongkai render`.

mod correct;
mod output;
mod progress;
mod summary;
mod tell;

use std::path::Path;
use std::sync::Arc;

pub(super) use self::summary::totals;
pub(super) use self::tell::{Shown, Teller, line};
use super::Status;
use super::arguments::{Documents, Format, Render};
use super::console::Console;
use super::interrupt;
use crate::batch::{self, BatchError, Making, Mode, Request, State, Summary};
use crate::pipeline::MARK;

/// What `--attach facts` makes public.
const ATTACHED: &str = "警告：附上的预算数据将随文本公开，其中有文本没有印出的内容：\
    每笔预算明细、资金来源渠道、所有单位的数据、填报人和项目联系人等";

pub(super) fn run(arguments: &Render, console: &Console) -> Status {
    let documents = &arguments.documents;
    if let Some(status) = misnamed(documents, console) {
        return status;
    }
    let pipeline = match documents.resources.pipeline() {
        Ok(pipeline) => pipeline,
        Err(failure) => return console.pipeline_failure(&failure),
    };
    if let Some(old) = &arguments.correcting {
        return correct::run(arguments, old, &pipeline, console);
    }
    let stop = interrupt::stop("正在中止：写完手头的文件就结束；再按一次 Ctrl-C 立即结束");
    let shown = Shown {
        attached: arguments.attach.is_some(),
        results: arguments.summary.is_none() && !arguments.check,
        lines: true,
    };
    let mut teller = Teller::new(documents, console, shown);
    let ended = batch::run(&Arc::new(pipeline), request(arguments), &stop, &mut |event| teller.tell(&event));
    teller.end();
    match ended {
        Ok(ended) => summary::print(arguments, console, &ended).max(status(arguments, &ended)),
        Err(error) => failure(console, &error),
    }
}

/// Refuses a draft under the name of a document to be published.
pub(super) fn misnamed(documents: &Documents, console: &Console) -> Option<Status> {
    let stem = documents.output.as_deref().and_then(Path::file_stem)?.to_string_lossy();
    (documents.draft && !stem.contains(MARK)).then(|| {
        console.failure("草稿的文件名中应有“草稿”，以免与公开的文本混淆", Some("在 -o 的文件名中加上“（草稿）”"))
    })
}

fn request(arguments: &Render) -> Request {
    let documents = &arguments.documents;
    let format = match arguments.format {
        Format::Pdf => batch::Format::Pdf,
        Format::Png => batch::Format::Png(arguments.ppi),
        Format::Svg => batch::Format::Svg,
    };
    Request {
        inputs: documents.data.clone(),
        destination: documents.destination(),
        scopes: documents.wanted.scopes(),
        making: Making { draft: documents.draft, facts: arguments.attach.is_some(), format },
        mode: match (arguments.check, arguments.force) {
            (true, _) => Mode::Check,
            (false, true) => Mode::Force,
            (false, false) => Mode::Update,
        },
        shard: arguments.shard,
        threads: documents.threads(),
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
pub(super) fn failure(console: &Console, error: &BatchError) -> Status {
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
