//! `gongkai diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Resources;
use crate::model::UnitCode;

pub(super) const DIFF_EXAMPLES: &str = "\
示例：
  gongkai diff 更正前.json 更正后.json                    改了哪些数据，哪些数字、哪些页随之变化
  gongkai diff 已公开.pdf 更正后.json                     与已公开的文本比较
  gongkai diff 旧.json 新.json --unit 101002              比较一个单位的单位预算公开
  gongkai diff 旧.json 新.json --no-layout                不排版，只比较数据和数字

明细按编码对应，相同编码的金额相加后比较；顺序不同不算改动。页码是文件中的第几页。
退出状态：0 相同；1 有变化；2 程序无法完成工作。";

#[derive(Debug, Args)]
pub(in crate::cli) struct Diff {
    /// 更正前的数据文件，或已公开的 PDF
    #[arg(value_name = "旧文件", help_heading = "参数")]
    pub(in crate::cli) old: PathBuf,
    /// 更正后的数据文件，或已公开的 PDF
    #[arg(value_name = "新文件", help_heading = "参数")]
    pub(in crate::cli) new: PathBuf,
    /// 比较此代码的单位的单位预算公开；数据的改动仍按整个文件列出
    #[arg(long, value_name = "单位代码")]
    pub(in crate::cli) unit: Option<UnitCode>,
    /// 结果的格式：human、short（一处一行）或 json，默认 human
    #[arg(
        long,
        value_enum,
        value_name = "格式",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(in crate::cli) format: Changes,
    /// 不排版：不比较各页，也不列出数字在第几页
    #[arg(long)]
    pub(in crate::cli) no_layout: bool,
    #[command(flatten)]
    pub(in crate::cli) resources: Resources,
}

/// 变化的格式。
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Changes {
    Human,
    Short,
    Json,
}
