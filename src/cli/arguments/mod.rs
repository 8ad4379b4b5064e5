//! What can be typed. The doc comments are the help, which finance officers read.

mod diff;
mod render;
mod shared;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::model::UnitCode;

use self::diff::DIFF_EXAMPLES;
pub(super) use self::diff::{Changes, Diff};
pub(super) use self::render::{Attach, Documents, Format, Render};
use self::render::{RENDER_EXAMPLES, WATCH_EXAMPLES};
pub(super) use self::shared::{Resources, Wanted};

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";

const EXAMPLES: &str = "\
示例：
  gongkai render 区科协.json                 生成 out/某某部门2023年部门预算公开.pdf
  gongkai render 区科协.json -o 公开稿.pdf   指定文件名
  gongkai check 区科协.json                  只检查，不生成文本
  gongkai fonts                              查看字体是否齐全

退出状态：0 完成；1 数据有错误；2 程序无法完成工作。
各命令的详细说明：gongkai 命令 --help";

const CHECK_EXAMPLES: &str = "\
示例：
  gongkai check 区科协.json
  gongkai check 数据/*.json --report 检查报告.html     供不用命令行的同事查看、打印
  gongkai check 区科协.json --fix --diff               先看自动改正的改动
  gongkai check 区科协.json --fix                      再写入
  gongkai check 区科协.json --ignore GK510,GK7         不检查某些规则

错误：不改正不能生成公开文本。警告：请人工核对。未检查：缺少数据而不能检查的规则，不等于没有问题。
退出状态：0 没有错误；1 有错误（--deny-warnings 时也包括警告）；2 程序无法完成工作。";

const VERIFY_EXAMPLES: &str = "\
示例：
  gongkai verify 公开稿.pdf
  gongkai verify 公开稿.pdf --data 区科协.json
  gongkai verify 公开稿.pdf --sha256 <公布的校验值>

核验只说明：文件没有被改动，各页与所附内容一致，合计相符。数据本身是否真实，要与批复核对。
退出状态：0 成立；1 不成立；2 不是 gongkai 生成的 PDF，或无法读取。";

const INIT_EXAMPLES: &str = "\
示例：
  gongkai init 区科协 --region 420107-qingshan --year 2023
  gongkai check 区科协/部门预算公开数据.xlsx
  gongkai render 区科协/部门预算公开数据.xlsx

已有同名文件时不改动，以状态 2 结束。地区方案：gongkai regions";

const IMPORT_EXAMPLES: &str = "\
示例：
  gongkai import 部门预算公开数据.xlsx -o 区科协.json
  gongkai import 预算明细.xlsx --lines --into 区科协.json -o 区科协.json
  gongkai import 预算明细.csv --lines --mapping 对应表.toml     只看读入的明细

工作簿和 JSON 是同一份数据的两种写法，互换不丢失内容；各命令都可以直接使用工作簿。";

const EXPORT_EXAMPLES: &str = "\
示例：
  gongkai export 区科协.json --workbook            换成供填写的工作簿 区科协.xlsx
  gongkai export 区科协.json -o 公开表格.xlsx      公开的各张表
  gongkai export 区科协.json --csv 开放数据        每张表一个 CSV 文件，附 datapackage.json
  gongkai export 区科协.json --json -o 表格.json

数据有错误时不导出公开的表格。退出状态：0 完成；1 数据有错误；2 程序无法完成工作。";

const REGIONS_EXAMPLES: &str = "\
示例：
  gongkai regions                                              列出地区方案
  gongkai regions lint 420107-qingshan                         检查一个地区方案
  gongkai regions lint 350102-gulou --templates 我的模板/      检查自己的地区方案

新增地区方案的方法见 docs/regions.md。退出状态：0 没有错误；1 有错误；2 程序无法完成工作。";

const EXPLAIN_EXAMPLES: &str = "\
示例：
  gongkai explain          全部规则
  gongkai explain GK135    一条规则的检查内容、依据和示例";

/// 从一份 JSON 数据生成可直接公开的部门预算 PDF
#[derive(Debug, Parser)]
#[command(
    name = "gongkai",
    version,
    help_template = TEMPLATE,
    override_usage = "gongkai 命令 [选项]",
    after_help = EXAMPLES,
    subcommand_help_heading = "命令",
    subcommand_value_name = "命令",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    next_help_heading = "选项"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// 显示帮助
    #[arg(short, long, action = clap::ArgAction::Help, global = true, display_order = 100)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = clap::ArgAction::Version, display_order = 101)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 生成一个文件夹，其中有供填写的 Excel 工作簿和填写说明
    #[command(help_template = TEMPLATE, override_usage = "gongkai init [选项] 文件夹", after_help = INIT_EXAMPLES, next_help_heading = "选项")]
    Init(Init),
    /// 生成公开文本（PDF，或预览图片）
    #[command(help_template = TEMPLATE, override_usage = "gongkai render [选项] 数据...", after_help = RENDER_EXAMPLES, next_help_heading = "选项")]
    Render(Render),
    /// 守候数据：一有改动就重新生成，错误随改随消
    #[command(help_template = TEMPLATE, override_usage = "gongkai watch [选项] 数据...", after_help = WATCH_EXAMPLES, next_help_heading = "选项")]
    Watch(Documents),
    /// 检查数据：勾稽关系、完整性、编码、文字和版面，逐条说明位置和改法
    #[command(help_template = TEMPLATE, override_usage = "gongkai check [选项] 数据文件...", after_help = CHECK_EXAMPLES, next_help_heading = "选项")]
    Check(Check),
    /// 说明检查规则：检查内容、依据和示例
    #[command(help_template = TEMPLATE, override_usage = "gongkai explain [编号]", after_help = EXPLAIN_EXAMPLES, next_help_heading = "选项")]
    Explain(Explain),
    /// 比较更正前后：改了哪些数据，哪些数字、哪些页随之变化
    #[command(help_template = TEMPLATE, override_usage = "gongkai diff [选项] 旧文件 新文件", after_help = DIFF_EXAMPLES, next_help_heading = "选项")]
    Diff(Diff),
    /// 核验已公开的 PDF：是否完整、自洽，是否由某份数据得出
    #[command(help_template = TEMPLATE, override_usage = "gongkai verify [选项] PDF文件", after_help = VERIFY_EXAMPLES, next_help_heading = "选项")]
    Verify(Verify),
    /// 取出已公开的 PDF 所附的数据
    #[command(help_template = TEMPLATE, override_usage = "gongkai extract [选项] PDF文件", next_help_heading = "选项")]
    Extract(Extract),
    /// 输出数据格式的 JSON Schema，供编辑器补全和校对
    #[command(help_template = TEMPLATE, override_usage = "gongkai schema > gongkai.schema.json", next_help_heading = "选项")]
    Schema,
    /// 把工作簿换成 JSON 格式的数据，或读入一体化系统导出的预算明细
    #[command(help_template = TEMPLATE, override_usage = "gongkai import [选项] 文件", after_help = IMPORT_EXAMPLES, next_help_heading = "选项")]
    Import(Import),
    /// 导出：公开的表格（Excel、CSV、JSON），或供填写的工作簿
    #[command(help_template = TEMPLATE, override_usage = "gongkai export [选项] 数据文件", after_help = EXPORT_EXAMPLES, next_help_heading = "选项")]
    Export(Export),
    /// 列出地区方案，或检查一个地区方案
    #[command(help_template = TEMPLATE, override_usage = "gongkai regions [list | lint 地区方案] [选项]", after_help = REGIONS_EXAMPLES, next_help_heading = "选项", subcommand_help_heading = "命令", disable_help_subcommand = true)]
    Regions(Regions),
    /// 列出各处使用的字体、来源文件和许可，检查是否齐全
    #[command(help_template = TEMPLATE, override_usage = "gongkai fonts [选项]", next_help_heading = "选项")]
    Fonts(Resources),
    /// 输出命令行补全脚本
    #[command(help_template = TEMPLATE, override_usage = "gongkai completions 外壳", next_help_heading = "选项")]
    Completions(Completions),
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// 数据文件，可以有多个
    #[arg(required = true, value_name = "数据文件", help_heading = "参数")]
    pub(super) data: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) wanted: Wanted,
    /// 只检查这些规则：编号或其开头，如 GK5 或 GK203，可重复
    #[arg(long, value_name = "编号", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// 不检查这些规则：写法同上
    #[arg(long, value_name = "编号", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// 同时与一体化系统导出的预算表（.xlsx、.xls）逐格核对
    #[arg(long, value_name = "表格文件")]
    pub(super) against: Option<PathBuf>,
    /// 有警告时也以状态 1 结束
    #[arg(long)]
    pub(super) deny_warnings: bool,
    /// 不排版，只检查数据和推算结果
    #[arg(long)]
    pub(super) no_layout: bool,
    /// 自动改正可以放心改正的文字，写回数据文件；从不改动金额
    #[arg(long)]
    pub(super) fix: bool,
    /// 只显示 --fix 将作的改动，不写入
    #[arg(long)]
    pub(super) diff: bool,
    /// 结果的格式：human、short（一处一行）、json 或 sarif，默认 human
    #[arg(
        long,
        value_enum,
        value_name = "格式",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: Findings,
    /// 另存一份可打印的检查报告（HTML）
    #[arg(long, value_name = "文件")]
    pub(super) report: Option<PathBuf>,
    #[command(flatten)]
    pub(super) resources: Resources,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// gongkai 生成的 PDF
    #[arg(value_name = "PDF文件", help_heading = "参数")]
    pub(super) pdf: PathBuf,
    /// 同时核对：内容由这份数据得出
    #[arg(long, value_name = "数据文件")]
    pub(super) data: Option<PathBuf>,
    /// 同时核对：就是公布了此校验值的文件
    #[arg(long, value_name = "校验值")]
    pub(super) sha256: Option<String>,
    /// 结果的格式：human 或 json，默认 human
    #[arg(
        long,
        value_enum,
        value_name = "格式",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: Verdict,
    #[command(flatten)]
    pub(super) resources: Resources,
}

#[derive(Debug, Args)]
pub(super) struct Extract {
    /// gongkai 生成的 PDF
    #[arg(value_name = "PDF文件", help_heading = "参数")]
    pub(super) pdf: PathBuf,
    /// 写入此文件；不写则输出到屏幕
    #[arg(short, long, value_name = "文件")]
    pub(super) output: Option<PathBuf>,
    /// 取出编制文本的预算数据（用 --attach facts 生成的才有）
    #[arg(long, conflicts_with = "manifest")]
    pub(super) facts: bool,
    /// 取出清单：程序版本，内容、模板和字体的校验值
    #[arg(long)]
    pub(super) manifest: bool,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// 规则编号，如 GK135；不写则列出全部规则
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(super) code: Option<String>,
    /// 输出全部规则的说明（Markdown）
    #[arg(long, conflicts_with = "code")]
    pub(super) all: bool,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// 文件夹，没有则新建
    #[arg(value_name = "文件夹", help_heading = "参数")]
    pub(super) folder: PathBuf,
    /// 地区方案，默认 000000-national
    #[arg(long, value_name = "地区方案", default_value = "000000-national", hide_default_value = true)]
    pub(super) region: String,
    /// 预算年度，默认今年
    #[arg(long, value_name = "年度", value_parser = clap::value_parser!(u16).range(2010..=2099))]
    pub(super) year: Option<u16>,
    /// 使用此文件夹中的模板，不用内置模板
    #[arg(long, value_name = "文件夹")]
    pub(super) templates: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    /// 工作簿；用 --lines 时是预算明细（.xlsx、.xls 或 .csv）
    #[arg(value_name = "文件", help_heading = "参数")]
    pub(super) file: PathBuf,
    /// 写入此文件；不写则输出到屏幕
    #[arg(short, long, value_name = "文件")]
    pub(super) output: Option<PathBuf>,
    /// 文件是预算管理一体化系统导出的预算明细
    #[arg(long)]
    pub(super) lines: bool,
    /// 表头、资金性质和项目类别的对应表（TOML），补充程序所知的
    #[arg(long, value_name = "文件", requires = "lines")]
    pub(super) mapping: Option<PathBuf>,
    /// 把明细放进这份数据（.json 或 .xlsx），代替其中原有的明细
    #[arg(long, value_name = "数据文件", requires = "lines", requires = "output")]
    pub(super) into: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    /// 数据文件（.json 或 .xlsx）
    #[arg(value_name = "数据文件", help_heading = "参数")]
    pub(super) data: PathBuf,
    /// 写入此文件
    #[arg(short, long, value_name = "文件")]
    pub(super) output: Option<PathBuf>,
    /// 供填写的工作簿，而不是公开的表格
    #[arg(long, conflicts_with_all = ["csv", "json", "unit"])]
    pub(super) workbook: bool,
    /// 每张表一个 CSV 文件，写入此文件夹，附 datapackage.json
    #[arg(long, value_name = "文件夹", conflicts_with = "json")]
    pub(super) csv: Option<PathBuf>,
    /// 公开的表格，JSON 格式
    #[arg(long)]
    pub(super) json: bool,
    /// 此代码的单位的单位预算公开，而不是部门的
    #[arg(long, value_name = "单位代码")]
    pub(super) unit: Option<UnitCode>,
    /// 使用此文件夹中的模板，不用内置模板
    #[arg(long, value_name = "文件夹")]
    pub(super) templates: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Regions {
    #[command(subcommand)]
    pub(super) task: Option<RegionTask>,
    /// 使用这个文件夹中的模板，代替内置模板
    #[arg(long, value_name = "文件夹", global = true)]
    pub(super) templates: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum RegionTask {
    /// 列出地区方案：代码、名称、沿用的方案、公开的表
    #[command(help_template = TEMPLATE, override_usage = "gongkai regions list [选项]", next_help_heading = "选项")]
    List,
    /// 检查地区方案：列、空表说明、用语、占位、文件、没有用处的内容
    #[command(help_template = TEMPLATE, override_usage = "gongkai regions lint [选项] 地区方案...", next_help_heading = "选项")]
    Lint {
        /// 地区方案，可以有多个；不写则检查全部
        #[arg(value_name = "地区方案", help_heading = "参数")]
        names: Vec<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// 外壳：bash、zsh、fish、powershell 或 elvish
    #[arg(value_name = "外壳", value_enum, hide_possible_values = true, help_heading = "参数")]
    pub(super) shell: Shell,
}

/// 核验结果的格式。
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Verdict {
    Human,
    Json,
}

/// 检查结果的格式。
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Findings {
    Human,
    Short,
    Json,
    Sarif,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn help_is_chinese_throughout() {
        let mut command = Arguments::command();
        command.build();
        let mut pages = vec![command.render_long_help().to_string()];
        for sub in command.get_subcommands_mut() {
            pages.push(sub.render_long_help().to_string());
        }
        for page in pages {
            for english in ["Usage", "Options", "Arguments", "Commands", "Print", "default", "possible", "Show"] {
                assert!(!page.contains(english), "{english} in\n{page}");
            }
        }
    }
}
