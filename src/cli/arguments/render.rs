//! `gongkai render` and `gongkai watch`.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Resources, Wanted};
use crate::batch::{Destination, NamePattern, Shard};
use crate::export::DEFAULT_PPI;

pub(super) const RENDER_EXAMPLES: &str = "\
示例：
  gongkai render 区科协.json
  gongkai render 数据 -d 公开                          文件夹中的全部数据；改正后再运行，只重新生成有变化的
  gongkai render 数据 -d 公开 --check                  核对文本是否都由现在的数据生成，不写入
  gongkai render 区教育局.json --units -d 公开         部门和各单位的文本一起生成
  gongkai render 区教育局.json --unit 101002           只生成一个单位的文本
  gongkai render 区科协.json --format png --ppi 96     逐页预览图片
  gongkai render 区科协.json --draft                   生成草稿，供改正前审阅
  gongkai render 更正.json --correcting 原稿.pdf --mark -d 更正   更正已公开的文本

数据有错误时不生成文本，原有的文本保持不变；所有错误一次列出，注明行和列。一份有错误，不影响其他各份。
文件夹中有上年的数据文件时，也生成上年的文本；只要本年的，就指明本年的文件夹。
多个数据文件的警告只在末尾计数，用 --warnings 逐条列出。--summary json 的格式见 docs/scale.md。
草稿不能公开：不附数据，有错误时退出状态仍为 1。";

pub(super) const WATCH_EXAMPLES: &str = "\
示例：
  gongkai watch 区科协.json -d 预览                    改一处、存盘，PDF 随即更新
  gongkai watch 数据 -d 公开                           守候文件夹，包括新增的数据文件
  gongkai watch 区科协.json --templates 模板           修改模板时用

数据有错误时逐条列出，PDF 仍是上一次没有错误时的内容；改正后自动更新。
上年的数据文件和 --templates 的模板改动时也重新生成。用不锁定文件的阅读器查看 PDF。按 Ctrl-C 结束。";

// Which documents, under which names, with what.
#[derive(Debug, Args)]
pub(in crate::cli) struct Documents {
    /// 数据文件、文件夹或文件名模式（如 "数据/*.json"），可以有多个；文件夹连同下级文件夹，只取预算数据
    #[arg(required = true, value_name = "数据", help_heading = "参数")]
    pub(in crate::cli) data: Vec<PathBuf>,
    /// 输出文件；只有一份文本时可用
    #[arg(short, long, value_name = "文件", conflicts_with = "directory")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// 输出文件夹，默认 out
    #[arg(short, long, value_name = "文件夹", default_value = "out", hide_default_value = true)]
    pub(in crate::cli) directory: PathBuf,
    /// 文件名的写法，默认 {title}；如 "{agency}{year}年部门预算公开"，写错时列出可用的各项
    #[arg(long, value_name = "写法", conflicts_with = "output")]
    name: Option<NamePattern>,
    #[command(flatten)]
    pub(in crate::cli) wanted: Wanted,
    /// 生成供内部审阅的草稿：每页印有“草稿”字样，末尾列出检查结果，文件名带“（草稿）”；数据有错误也能生成
    #[arg(long)]
    pub(in crate::cli) draft: bool,
    #[command(flatten)]
    pub(in crate::cli) resources: Resources,
    /// 同时使用的处理器个数，默认全部
    #[arg(short, long, value_name = "个数")]
    jobs: Option<NonZero<usize>>,
    /// 多个数据文件的警告也逐条列出
    #[arg(long)]
    pub(in crate::cli) warnings: bool,
    /// 只报告错误
    #[arg(short, long)]
    pub(in crate::cli) quiet: bool,
}

impl Documents {
    /// Where they go.
    pub(in crate::cli) fn destination(&self) -> Destination {
        match &self.output {
            Some(path) => Destination::File(path.clone()),
            None => Destination::Folder { folder: self.directory.clone(), name: self.name.clone().unwrap_or_default() },
        }
    }

    /// How many processors may be used.
    pub(in crate::cli) fn threads(&self) -> NonZero<usize> {
        self.jobs.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN)
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Render {
    #[command(flatten)]
    pub(in crate::cli) documents: Documents,
    /// 更正已公开的文本：指明更正前的数据文件或已公开的 PDF，除更正后的文本外，再生成一份更正说明
    #[arg(long, value_name = "更正前的文件", conflicts_with_all = ["draft", "units", "name", "shard", "summary", "check"])]
    pub(in crate::cli) correcting: Option<PathBuf>,
    /// 与 --correcting 同用，再生成一份供内部核对的标记稿：标出更正的数字和文字，不能公开
    #[arg(long, requires = "correcting")]
    pub(in crate::cli) mark: bool,
    /// 输出格式：pdf、png 或 svg，默认 pdf；后两种每页一个文件，供预览
    #[arg(
        long,
        value_enum,
        value_name = "格式",
        default_value = "pdf",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(in crate::cli) format: Format,
    /// 预览图片的分辨率（每英寸点数），默认 144
    #[arg(long, value_name = "分辨率", default_value_t = DEFAULT_PPI, hide_default_value = true, value_parser = clap::value_parser!(u32).range(10..=600))]
    pub(in crate::cli) ppi: u32,
    /// 随文本附上编制它的预算数据（facts），供愿意公开数据的部门使用
    #[arg(long, value_enum, value_name = "内容", hide_possible_values = true, conflicts_with = "draft")]
    pub(in crate::cli) attach: Option<Attach>,
    /// 没有变化的也重新生成
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// 不写入，只列出与数据不符、缺失和多余的文本；有则以状态 1 结束
    #[arg(long, conflicts_with = "force")]
    pub(in crate::cli) check: bool,
    /// 只生成 N 份中的第 K 份，供多台机器分头生成；每个数据文件总在同一份里
    #[arg(long, value_name = "K/N", conflicts_with = "output")]
    pub(in crate::cli) shard: Option<Shard>,
    /// 结果汇总的格式：json，供其他程序读取
    #[arg(long, value_enum, value_name = "格式", hide_possible_values = true)]
    pub(in crate::cli) summary: Option<SummaryFormat>,
}

/// 输出格式。
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    Pdf,
    Png,
    Svg,
}

/// 结果汇总的格式。
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SummaryFormat {
    Json,
}

/// 随文本附上的数据。
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Attach {
    Facts,
}
